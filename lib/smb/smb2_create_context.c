/* Lists of create contexts: [MS-SMB2] 2.2.13.2, 2.2.14.2. */
#include <wyre/smb2_contexts.h>
#include "../core/cursor.h"
#include "../core/names.h"

static const constant_name smb2_create_context_names[] = {
    NAME(WYRE_SMB2_CREATE_, EA_BUFFER),
    NAME(WYRE_SMB2_CREATE_, SD_BUFFER),
    NAME(WYRE_SMB2_CREATE_, DURABLE_HANDLE_REQUEST),
    NAME(WYRE_SMB2_CREATE_, DURABLE_HANDLE_RECONNECT),
    NAME(WYRE_SMB2_CREATE_, ALLOCATION_SIZE),
    NAME(WYRE_SMB2_CREATE_, QUERY_MAXIMAL_ACCESS_REQUEST),
    NAME(WYRE_SMB2_CREATE_, TIMEWARP_TOKEN),
    NAME(WYRE_SMB2_CREATE_, QUERY_ON_DISK_ID),
    NAME(WYRE_SMB2_CREATE_, REQUEST_LEASE),
    NAME(WYRE_SMB2_CREATE_, DURABLE_HANDLE_REQUEST_V2),
    NAME(WYRE_SMB2_CREATE_, DURABLE_HANDLE_RECONNECT_V2),
    NAME(WYRE_SMB2_CREATE_, APP_INSTANCE_ID),
    NAME(WYRE_SMB2_CREATE_, APP_INSTANCE_VERSION),
    NAME(WYRE_SMB2_CREATE_, SVHDX_OPEN_DEVICE_CONTEXT),
    NAME(WYRE_SMB2_CREATE_, AAPL),
    NAME(WYRE_SMB2_CREATE_, POSIX),
};

const char *
wyre_smb2_create_context_name(uint16_t kind)
{
    return NAME_OF(smb2_create_context_names, kind);
}

/* ---- names on the wire: 2.2.13.2 ----------------------------------------------------------------- */

enum { SHORT_NAME = 4, LONG_NAME = 16, KINDS = 17 };

/* By kind; 4 bytes or 16. */
static const uint8_t names[KINDS][LONG_NAME] = {
    [WYRE_SMB2_CREATE_EA_BUFFER] = "ExtA",
    [WYRE_SMB2_CREATE_SD_BUFFER] = "SecD",
    [WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST] = "DHnQ",
    [WYRE_SMB2_CREATE_DURABLE_HANDLE_RECONNECT] = "DHnC",
    [WYRE_SMB2_CREATE_ALLOCATION_SIZE] = "AlSi",
    [WYRE_SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST] = "MxAc",
    [WYRE_SMB2_CREATE_TIMEWARP_TOKEN] = "TWrp",
    [WYRE_SMB2_CREATE_QUERY_ON_DISK_ID] = "QFid",
    [WYRE_SMB2_CREATE_REQUEST_LEASE] = "RqLs",
    [WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST_V2] = "DH2Q",
    [WYRE_SMB2_CREATE_DURABLE_HANDLE_RECONNECT_V2] = "DH2C",
    [WYRE_SMB2_CREATE_APP_INSTANCE_ID] = {0x45, 0xbc, 0xa6, 0x6a, 0xef, 0xa7, 0xf7, 0x4a, 0x90,
                                          0x08, 0xfa, 0x46, 0x2e, 0x14, 0x4d, 0x74},
    [WYRE_SMB2_CREATE_APP_INSTANCE_VERSION] = {0xb9, 0x82, 0xd0, 0xb7, 0x3b, 0x56, 0x07, 0x4f, 0xa0,
                                               0x7b, 0x52, 0x4a, 0x81, 0x16, 0xa0, 0x10},
    [WYRE_SMB2_CREATE_SVHDX_OPEN_DEVICE_CONTEXT] = {0x9c, 0xcb, 0xcf, 0x9e, 0x04, 0xc1, 0xe6, 0x43,
                                                    0x98, 0x0e, 0x15, 0x8d, 0xa1, 0xf6, 0xec, 0x83},
    [WYRE_SMB2_CREATE_AAPL] = "AAPL",
    [WYRE_SMB2_CREATE_POSIX] = {0x93, 0xad, 0x25, 0x50, 0x9c, 0xb4, 0x11, 0xe7, 0xb4, 0x23, 0x83,
                                0xde, 0x96, 0x8b, 0xcd, 0x7c},
};

/*@ requires kind < KINDS; assigns \nothing; ensures \result <= LONG_NAME; */
INLINE size_t
name_len(uint16_t kind)
{
    return names[kind][SHORT_NAME] != 0 ? LONG_NAME : SHORT_NAME;
}

/* A short name as the little-endian number that it is. */
#define NUMBER(a, b, c, d) ((uint32_t)(d) << 24 | (uint32_t)(c) << 16 | (b) << 8 | (a))
/* Its place among the short names: this multiple sends no two of them to one. */
#define PLACE(number) ((uint64_t)(number)*3 / 0x2000000 % 32)
#define SHORT(a, b, c, d, kind)                                                                    \
    [PLACE(NUMBER(a, b, c, d))] = {NUMBER(a, b, c, d), WYRE_SMB2_CREATE_##kind}

static const struct short_name {
    uint32_t number;
    uint32_t kind;
} short_names[32] = {
    SHORT('E', 'x', 't', 'A', EA_BUFFER),
    SHORT('S', 'e', 'c', 'D', SD_BUFFER),
    SHORT('D', 'H', 'n', 'Q', DURABLE_HANDLE_REQUEST),
    SHORT('D', 'H', 'n', 'C', DURABLE_HANDLE_RECONNECT),
    SHORT('A', 'l', 'S', 'i', ALLOCATION_SIZE),
    SHORT('M', 'x', 'A', 'c', QUERY_MAXIMAL_ACCESS_REQUEST),
    SHORT('T', 'W', 'r', 'p', TIMEWARP_TOKEN),
    SHORT('Q', 'F', 'i', 'd', QUERY_ON_DISK_ID),
    SHORT('R', 'q', 'L', 's', REQUEST_LEASE),
    SHORT('D', 'H', '2', 'Q', DURABLE_HANDLE_REQUEST_V2),
    SHORT('D', 'H', '2', 'C', DURABLE_HANDLE_RECONNECT_V2),
    SHORT('A', 'A', 'P', 'L', AAPL),
};

/*@ requires \valid_read(name + (0 .. 3)); assigns \nothing; */
INLINE uint16_t
kind_of_short_name(const uint8_t *name)
{
    uint32_t number = le32(name);
    const struct short_name *known = &short_names[PLACE(number)];
    return known->number == number ? (uint16_t)known->kind : WYRE_SMB2_CREATE_UNKNOWN;
}

/*@ requires \valid_read(name + (0 .. LONG_NAME - 1)); assigns \nothing; */
static uint16_t
kind_of_long_name(const uint8_t *name)
{
    /*@ loop invariant 1 <= kind <= KINDS; loop assigns kind; loop variant KINDS - kind; */
    for (uint16_t kind = 1; kind < KINDS; kind++)
        if (name_len(kind) == LONG_NAME && equal(names[kind], name, LONG_NAME))
            return kind;
    return WYRE_SMB2_CREATE_UNKNOWN;
}

/*@ requires \valid_read(name + (0 .. len - 1)); assigns \nothing; */
INLINE uint16_t
kind_of(const uint8_t *name, size_t len)
{
    if (len == SHORT_NAME)
        return kind_of_short_name(name);
    return len == LONG_NAME ? kind_of_long_name(name) : WYRE_SMB2_CREATE_UNKNOWN;
}

/* ---- take apart --------------------------------------------------------------------------------- */

/* Offsets of an entry, which count from its own start. */
enum {
    NEXT = 0,
    NAME_OFFSET = 4,
    NAME_LENGTH = 6,
    RESERVED = 8,
    DATA_OFFSET = 10,
    DATA_LENGTH = 12,
    BUFFER = 16
};

/*@ requires \valid(it) && \valid(out) && \separated(it, out);
  @ assigns *out, it->fault;
  @ ensures \result == status; */
COLD wyre_status
refused(wyre_smb2_create_context_iter *it, wyre_smb2_create_context *out, wyre_status status,
        size_t fault)
{
    *out = (wyre_smb2_create_context){{0, 0}, {0, 0}, 0, 0};
    it->fault = (uint32_t)fault;
    return status;
}

/* Where no entry can begin: the end of the list, or why not. */
/*@ requires \valid(it) && \valid(out) && \separated(it, out) && in_len <= 0xffffffff;
  @ assigns *out, it->fault;
  @ ensures \result != WYRE_OK; */
COLD wyre_status
stopped(wyre_smb2_create_context_iter *it, size_t in_len, wyre_smb2_create_context *out)
{
    uint32_t pos = it->left.off;
    if (pos > in_len || it->left.len > in_len - pos)
        return refused(it, out, WYRE_E_ARG, 0);
    if (it->left.len == 0)
        return refused(it, out, WYRE_END, pos);
    if (it->count >= WYRE_SMB2_CREATE_CONTEXT_CAP)
        return refused(it, out, WYRE_E_LIMIT, pos);
    return refused(it, out, WYRE_E_LENGTH, pos + it->left.len);
}

/*@ requires off <= 0xffff && len <= 0xffffffff && window >= BUFFER; assigns \nothing;
  @ ensures \result != 0 ==> off >= BUFFER && off + len <= window; */
INLINE int
inside_buffer(size_t off, size_t len, size_t window)
{
    return off >= BUFFER && (uint64_t)off + len <= window;
}

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(it) && \valid(out);
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len);
  @ ensures \result == WYRE_OK ==> it->count == \old(it->count) + 1;
  @ ensures \result == WYRE_OK ==> it->left.len < \old(it->left.len);
  @ ensures \result == WYRE_OK ==> inside(it->left, in_len); */
wyre_status
wyre_smb2_create_context_next(wyre_smb2_create_context_iter *restrict it,
                              const uint8_t *restrict in, size_t in_len,
                              wyre_smb2_create_context *restrict out)
{
    uint32_t pos = it->left.off;
    uint32_t left = it->left.len;
    if ((uint64_t)pos + left > in_len || left < BUFFER || it->count >= WYRE_SMB2_CREATE_CONTEXT_CAP)
        return stopped(it, in_len, out);
    const uint8_t *entry = in + pos;
    uint32_t next = le32(entry + NEXT);
    if (next != 0 && UNLIKELY(next % 8 != 0 || next < BUFFER || next > left - BUFFER))
        return refused(it, out, WYRE_E_OFFSET, pos + NEXT);
    uint32_t window = next != 0 ? next : left;
    size_t name = le16(entry + NAME_OFFSET);
    size_t name_length = le16(entry + NAME_LENGTH);
    out->name.len = (uint32_t)name_length;
    if (name_length == 0)
        name = 0; /* an empty name has no place of its own */
    else if (UNLIKELY(!inside_buffer(name, name_length, window)))
        return refused(it, out, WYRE_E_OFFSET, pos + NAME_OFFSET);
    out->name.off = pos + (uint32_t)name;
    out->kind = kind_of(entry + name, name_length);
    size_t data = le16(entry + DATA_OFFSET);
    size_t data_length = le32(entry + DATA_LENGTH);
    out->data.len = (uint32_t)data_length;
    if (data_length == 0 && data > window)
        data = 0; /* but 0 stays apart from a place behind the name */
    else if (data_length != 0 && UNLIKELY(!inside_buffer(data, data_length, window)))
        return refused(it, out, WYRE_E_OFFSET, pos + DATA_OFFSET);
    out->data.off = data != 0 ? pos + (uint32_t)data : 0;
    out->reserved = le16(entry + RESERVED);
    it->left.off = pos + window;
    it->left.len = left - window;
    it->count++;
    return WYRE_OK;
}

/* ---- put together ------------------------------------------------------------------------------- */

/* Links the context before to the one that begins here. */
INLINE void
link_last(wyre_wr *w, wyre_smb2_create_context_list *list)
{
    wr_align(w, 8);
    if (list->count > 0)
        wr_patch_u32le(w, list->last, w->pos - list->last);
    else
        list->list.off = (uint32_t)w->pos;
    list->last = (uint32_t)w->pos;
}

void
wyre_smb2_create_context_append(wyre_wr *w, wyre_smb2_create_context_list *list,
                                const wyre_smb2_create_context *m, const uint8_t *src,
                                size_t src_len)
{
    int known = m->kind > 0 && m->kind < KINDS;
    size_t name_length = m->name.len > 0 || !known ? m->name.len : name_len(m->kind);
    size_t padded = (BUFFER + name_length + 7) & ~(size_t)7;
    int has_offset = m->data.len > 0 || m->data.off > 0;
    if (list->count >= WYRE_SMB2_CREATE_CONTEXT_CAP)
        wr_refuse(w, WYRE_E_LIMIT);
    if (name_length == 0)
        wr_refuse(w, WYRE_E_STATE);
    if (padded > UINT16_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    if (w->status != WYRE_OK)
        return;
    link_last(w, list);
    wr_u32le(w, 0);
    wr_u16le(w, BUFFER);
    wr_u16le(w, (uint16_t)name_length);
    wr_u16le(w, m->reserved);
    wr_u16le(w, (uint16_t)(has_offset ? padded : 0));
    wr_u32le(w, m->data.len);
    if (m->name.len > 0)
        wr_span(w, src, src_len, m->name);
    else
        wr_bytes(w, names[m->kind], name_length);
    if (has_offset)
        wr_align(w, 8);
    wr_span(w, src, src_len, m->data);
    if (w->status != WYRE_OK)
        return;
    list->list.len = (uint32_t)w->pos - list->list.off;
    list->count++;
}

/* Lists of negotiate contexts: [MS-SMB2] 2.2.3.1, 2.2.4.1; lists of tree connect contexts, 2.2.9.2,
 * have the same entries. */
#include <wyre/smb2_contexts.h>
#include "../core/cursor.h"
#include "../core/names.h"

static const constant_name smb2_negotiate_context_names[] = {
    NAME(WYRE_SMB2_, PREAUTH_INTEGRITY_CAPABILITIES),
    NAME(WYRE_SMB2_, ENCRYPTION_CAPABILITIES),
    NAME(WYRE_SMB2_, COMPRESSION_CAPABILITIES),
    NAME(WYRE_SMB2_, NETNAME_NEGOTIATE_CONTEXT_ID),
    NAME(WYRE_SMB2_, TRANSPORT_CAPABILITIES),
    NAME(WYRE_SMB2_, RDMA_TRANSFORM_CAPABILITIES),
    NAME(WYRE_SMB2_, SIGNING_CAPABILITIES),
    NAME(WYRE_SMB2_, POSIX_EXTENSIONS_AVAILABLE),
};

const char *
wyre_smb2_negotiate_context_name(uint16_t context_type)
{
    return NAME_OF(smb2_negotiate_context_names, context_type);
}

/* Offsets of an entry. */
enum { DATA_LENGTH = 2, RESERVED = 4, DATA = 8 };

/*@ requires \valid(it); assigns it->fault; ensures \result == status; */
INLINE wyre_status
refused(wyre_smb2_negotiate_context_iter *it, wyre_status status, size_t fault)
{
    it->fault = (uint32_t)fault;
    return status;
}

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(it) && \valid(out);
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && inside(it->left, in_len) &&
  @     it->count == \old(it->count) + 1 && it->entries == \old(it->entries) - 1; */
wyre_status
wyre_smb2_negotiate_context_next(wyre_smb2_negotiate_context_iter *it, const uint8_t *in,
                                 size_t in_len, wyre_smb2_negotiate_context *out)
{
    size_t pos = it->left.off;
    size_t left = it->left.len;
    *out = (wyre_smb2_negotiate_context){.data = {0, 0}};
    if (in_len > UINT32_MAX || pos > in_len || left > in_len - pos)
        return refused(it, WYRE_E_ARG, 0);
    if (it->entries == 0)
        return WYRE_END;
    if (it->count >= WYRE_SMB2_NEGOTIATE_CONTEXT_CAP)
        return refused(it, WYRE_E_LIMIT, pos);
    if (left < DATA)
        return refused(it, WYRE_E_LENGTH, pos + left);
    if (pos % 8 != 0)
        return refused(it, WYRE_E_OFFSET, pos);
    const uint8_t *entry = in + pos;
    size_t len = le16(entry + DATA_LENGTH);
    if (len > left - DATA)
        return refused(it, WYRE_E_LENGTH, pos + DATA_LENGTH);
    out->data = (wyre_span){(uint32_t)(pos + DATA), (uint32_t)len};
    out->reserved = le32(entry + RESERVED);
    out->context_type = le16(entry);
    /* The padding of the last context may be missing: the aligned step is bounded, not the raw one. */
    size_t step = (DATA + len + 7) & ~(size_t)7;
    if (step > left)
        step = left;
    it->left = (wyre_span){(uint32_t)(pos + step), (uint32_t)(left - step)};
    it->entries--;
    it->count++;
    return WYRE_OK;
}

void
wyre_smb2_negotiate_context_append(wyre_wr *w, wyre_smb2_negotiate_context_list *list,
                                   const wyre_smb2_negotiate_context *m, const uint8_t *src,
                                   size_t src_len)
{
    if (list->entries >= WYRE_SMB2_NEGOTIATE_CONTEXT_CAP)
        wr_refuse(w, WYRE_E_LIMIT);
    if (m->data.len > UINT16_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    wr_align(w, 8);
    if (list->entries == 0)
        list->list.off = (uint32_t)w->pos;
    wr_u16le(w, m->context_type);
    wr_u16le(w, (uint16_t)m->data.len);
    wr_u32le(w, m->reserved);
    wr_span(w, src, src_len, m->data);
    if (w->status != WYRE_OK)
        return;
    list->list.len = (uint32_t)w->pos - list->list.off;
    list->entries++;
}

/* Compounds: [MS-SMB2] 3.2.4.1.4, 3.3.5.2.7, and NextCommand of 2.2.1. */
#include <string.h>
#include <wyre/smb2.h>
#include "../core/bytes.h"

enum {
    HEADER = WYRE_SMB2_HEADER_SIZE,
    LEAST_LINK = HEADER + 8, /* the smallest body is 2 bytes; links are aligned to 8 */
    LEAST_BODY = 2,
    FLAGS = 16,
    NEXT_COMMAND = 20
};

/* ---- take apart --------------------------------------------------------------------------------- */

/*@ requires \valid(it) && \valid(out) && \separated(it, out);
  @ assigns *out, it->fault;
  @ ensures \result == status; */
static wyre_status
refused(wyre_smb2_compound_iter *it, wyre_smb2_link *out, wyre_status status, size_t fault)
{
    CLEAR(out);
    it->fault = (uint32_t)fault;
    return status;
}

/* Where no link begins: the end of the compound, or why not. */
/*@ requires \valid(it) && \valid(out) && \separated(it, out);
  @ assigns *out, it->fault;
  @ ensures \result != WYRE_OK; */
AT_END wyre_status
stopped(wyre_smb2_compound_iter *it, size_t in_len, wyre_smb2_link *out)
{
    uint32_t pos = it->pos;
    if (in_len > UINT32_MAX || pos > in_len)
        return refused(it, out, WYRE_E_ARG, 0);
    if (pos == in_len)
        return refused(it, out, it->count > 0 ? WYRE_END : WYRE_E_LENGTH, pos);
    return refused(it, out, WYRE_E_LIMIT, pos);
}

/* The header is decoded once more, for the byte at fault. */
/*@ requires it->pos < in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));
  @ requires \valid(it) && \valid(out) && \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *out, it->fault;
  @ ensures \result == status; */
COLD wyre_status
unreadable(wyre_smb2_compound_iter *it, const uint8_t *in, size_t in_len, wyre_status status,
           wyre_smb2_link *out)
{
    size_t fault;
    wyre_smb2_header_decode(in + it->pos, in_len - it->pos, 0, &out->header, &fault);
    return refused(it, out, status, it->pos + fault);
}

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(it) && \valid(out);
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result == WYRE_OK ==> out->window.off + out->window.len <= in_len &&
  @     it->pos > \old(it->pos) && it->count == \old(it->count) + 1; */
wyre_status
wyre_smb2_compound_next(wyre_smb2_compound_iter *it, const uint8_t *in, size_t in_len,
                        wyre_smb2_link *out)
{
    if (UNLIKELY(it->pos >= in_len || in_len > UINT32_MAX || it->count >= WYRE_SMB2_COMPOUND_CAP))
        return stopped(it, in_len, out);
    uint32_t left = (uint32_t)in_len - it->pos;
    out->window.off = it->pos;
    wyre_status status = wyre_smb2_header_decode(in + it->pos, left, 0, &out->header, NULL);
    if (UNLIKELY(status != WYRE_OK))
        return unreadable(it, in, in_len, status, out);
    uint32_t next = out->header.next_command;
    if (next != 0 &&
        UNLIKELY(next % 8 != 0 || next < LEAST_LINK || next > left || left - next < HEADER))
        return refused(it, out, WYRE_E_OFFSET, it->pos + (size_t)NEXT_COMMAND);
    out->window.len = next != 0 ? next : left;
    it->pos += out->window.len;
    it->count++;
    return WYRE_OK;
}

/* ---- put together ------------------------------------------------------------------------------- */

uint32_t
wyre_smb2_compound_place(const wyre_smb2_compound_builder *b)
{
    return (b->end + 7) & ~(uint32_t)7;
}

INLINE wyre_status
may_append(const wyre_smb2_compound_builder *b, const uint8_t *link, size_t link_len,
           uint32_t flags)
{
    wyre_smb2_header header;
    if ((flags & ~(uint32_t)WYRE_SMB2_COMPOUND_RELATED) != 0 || link_len < HEADER + LEAST_BODY)
        return WYRE_E_ARG;
    if (wyre_smb2_header_decode(link, link_len, 0, &header, NULL) != WYRE_OK ||
        header.next_command != 0)
        return WYRE_E_ARG;
    if (b->count == 0 && (header.flags & WYRE_SMB2_FLAGS_RELATED_OPERATIONS) != 0)
        return WYRE_E_STATE;
    if (b->count >= WYRE_SMB2_COMPOUND_CAP)
        return WYRE_E_LIMIT;
    if (b->end > UINT32_MAX - 7 || link_len > UINT32_MAX - wyre_smb2_compound_place(b))
        return WYRE_E_RANGE;
    return WYRE_OK;
}

wyre_status
wyre_smb2_compound_append(wyre_smb2_compound_builder *b, const uint8_t *link, size_t link_len,
                          uint32_t flags, uint8_t *out, size_t cap, size_t *n)
{
    size_t place = wyre_smb2_compound_place(b);
    wyre_status status = may_append(b, link, link_len, flags);
    if (n != NULL)
        *n = status == WYRE_OK ? place + link_len : b->end;
    if (status != WYRE_OK)
        return status;
    int fits = place + link_len <= cap;
    if (fits) {
        memmove(out + place, link, link_len);
        if (b->count > 0 && (flags & WYRE_SMB2_COMPOUND_RELATED) != 0)
            out[place + FLAGS] |= WYRE_SMB2_FLAGS_RELATED_OPERATIONS;
    }
    if (fits && b->count > 0) {
        memset(out + b->end, 0, place - b->end);
        put_le32(out + b->last + NEXT_COMMAND, (uint32_t)(place - b->last));
    }
    b->last = (uint32_t)place;
    b->end = (uint32_t)(place + link_len);
    b->count++;
    return fits ? WYRE_OK : WYRE_E_SPACE;
}

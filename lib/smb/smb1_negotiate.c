/* NEGOTIATE: [MS-CIFS] 2.2.4.52, [MS-SMB] 2.2.4.5. */
#include "../core/cursor.h"
#include "smb1_layout.h"

/* ---- 2.2.4.52.1 request -------------------------------------------------------------------------- */

LAYOUT
request(layout *l, wyre_smb1_negotiate_request *m)
{
    REST(l, m, dialects, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_negotiate_request, request, 0)

/* Each dialect is a NUL-terminated string behind its format byte. */
enum { DIALECT_FORMAT = 0x02 };

/*@ requires \valid(it) && \valid(out) && \separated(it, out);
  @ assigns it->fault, *out;
  @ ensures \result == status; */
static wyre_status
refused(wyre_smb1_dialect_iter *it, wyre_smb1_dialect *out, wyre_status status, size_t fault)
{
    *out = (wyre_smb1_dialect){.index = 0};
    it->fault = (uint32_t)fault;
    return status;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len);
  @ ensures \result == WYRE_OK ==> \old(it->pos) + 2 <= it->pos <= dialects.off + dialects.len <= in_len; */
wyre_status
wyre_smb1_dialect_next(wyre_smb1_dialect_iter *it, const uint8_t *in, size_t in_len,
                       wyre_span dialects, wyre_smb1_dialect *out)
{
    size_t end = (size_t)dialects.off + dialects.len;
    size_t pos = it->pos;
    if (dialects.off > in_len || dialects.len > in_len - dialects.off || pos < dialects.off ||
        pos > end)
        return refused(it, out, WYRE_E_ARG, 0);
    if (pos == end)
        return refused(it, out, WYRE_END, end);
    if (it->count >= WYRE_SMB1_DIALECTS_CAP)
        return refused(it, out, WYRE_E_LIMIT, pos);
    if (in[pos] != DIALECT_FORMAT)
        return refused(it, out, WYRE_E_VALUE, pos);
    size_t stop = pos + 1;
    /*@ loop invariant pos < stop <= end; loop assigns stop; loop variant end - stop; */
    while (stop < end && in[stop] != 0)
        stop++;
    if (stop == end)
        return refused(it, out, WYRE_E_TEXT, end);
    out->name = (wyre_span){(uint32_t)pos + 1, (uint32_t)(stop - pos - 1)};
    out->index = it->count;
    it->pos = (uint32_t)stop + 1;
    it->count++;
    return WYRE_OK;
}

#ifndef WYRE_PROVE
wyre_status
wyre_smb1_dialect_encode(const uint8_t *name, size_t len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    if (len > 0 && memchr(name, 0, len) != NULL)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, DIALECT_FORMAT);
    wr_bytes(&w, name, len);
    wr_u8(&w, 0);
    return wr_finish(&w, n);
}
#endif

/* ---- 2.2.4.52.2 response of a core server -------------------------------------------------------- */

LAYOUT
core_response(layout *l, wyre_smb1_negotiate_core_response *m)
{
    U16(l, 0, m, dialect_index, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_negotiate_core_response, core_response, 1)

/* ---- 2.2.4.52.2 response of LANMAN --------------------------------------------------------------- */

LAYOUT
lanman_response(layout *l, wyre_smb1_negotiate_lanman_response *m)
{
    U16    (l,  0, m, dialect_index,    NUMBER);
    U16    (l,  2, m, security_mode,    FLAGS);
    U16    (l,  4, m, max_buffer_size,  NUMBER);
    U16    (l,  6, m, max_mpx_count,    NUMBER);
    U16    (l,  8, m, max_number_vcs,   NUMBER);
    U16    (l, 10, m, raw_mode,         FLAGS);
    U32    (l, 12, m, session_key,      NUMBER);
    U16    (l, 16, m, server_time,      NUMBER);
    U16    (l, 18, m, server_date,      NUMBER);
    U16    (l, 20, m, server_time_zone, SIGNED);
    COUNT16(l, 22, m, encryption_key);
    U16    (l, 24, m, reserved,         NUMBER);
    RUN    (l,     m, encryption_key,   BYTES);
    OEM_OPTIONAL(l, m, primary_domain);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_negotiate_lanman_response, lanman_response, 13)

/* ---- 2.2.4.52.2, [MS-SMB] 2.2.4.5.2 response of NT LM 0.12 --------------------------------------- */

LAYOUT
response(layout *l, wyre_smb1_negotiate_response *m)
{
    U16(l,  0, m, dialect_index,    NUMBER);
    U8 (l,  2, m, security_mode,    FLAGS);
    U16(l,  3, m, max_mpx_count,    NUMBER);
    U16(l,  5, m, max_number_vcs,   NUMBER);
    U32(l,  7, m, max_buffer_size,  NUMBER);
    U32(l, 11, m, max_raw_size,     NUMBER);
    U32(l, 15, m, session_key,      NUMBER);
    U32(l, 19, m, capabilities,     FLAGS);
    U64(l, 23, m, system_time,      FILETIME);
    U16(l, 31, m, server_time_zone, SIGNED);
    if ((m->capabilities & WYRE_SMB1_CAP_EXTENDED_SECURITY) != 0) {
        U8        (l, 33, m, challenge_length, NUMBER);
        NEXT_ARRAY(l,     m, server_guid,      GUID);
        REST      (l,     m, security_blob,    BYTES);
    } else {
        COUNT8(l, 33, m, challenge);
        RUN   (l,     m, challenge, BYTES);
        UNALIGNED_OPTIONAL(l, m, domain_name, (m->capabilities & WYRE_SMB1_CAP_UNICODE) != 0);
        UNALIGNED_OPTIONAL(l, m, server_name, (m->capabilities & WYRE_SMB1_CAP_UNICODE) != 0);
    }
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_negotiate_response, response, 17)

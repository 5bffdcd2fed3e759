/* MSNP2P version 1: reference section 8, and direct connections. */
#include <wyre/msnp_p2p.h>
#include "../core/cursor.h"
#include "../core/layout.h"
#include "../core/names.h"

static const constant_name msnp_p2p_application_names[] = {
    NAME(WYRE_MSNP_P2P_APPLICATION_, NEGOTIATION),
    NAME(WYRE_MSNP_P2P_APPLICATION_, OBJECT),
    NAME(WYRE_MSNP_P2P_APPLICATION_, FILE),
    NAME(WYRE_MSNP_P2P_APPLICATION_, WEBCAM),
    NAME(WYRE_MSNP_P2P_APPLICATION_, EMOTICON),
    NAME(WYRE_MSNP_P2P_APPLICATION_, DISPLAY_PICTURE),
};

const char *
wyre_msnp_p2p_application_name(uint32_t application_id)
{
    return NAME_OF(msnp_p2p_application_names, application_id);
}

/* ---- chunk --------------------------------------------------------------------------------------- */

LAYOUT
header(layout *l, wyre_msnp_p2p *m)
{
    U32    (l,  0, m, session_id,             NUMBER);
    U32    (l,  4, m, message_id,             NUMBER);
    U64    (l,  8, m, chunk_offset,           NUMBER);
    U64    (l, 16, m, total_size,             NUMBER);
    COUNT32(l, 24, m, data);
    U32    (l, 28, m, flags,                  FLAGS);
    U32    (l, 32, m, acknowledged_id,        NUMBER);
    U32    (l, 36, m, acknowledged_unique_id, NUMBER);
    U64    (l, 40, m, acknowledged_size,      NUMBER);
}

/* The footer is the only number of the packet that is big-endian. */
LAYOUT
footer(layout *l, wyre_msnp_p2p *m)
{
    wyre_span place;
    if (l->way == DECODE) {
        next_in_line(l, l->limit, 4, &place);
        if (place.len == 4)
            m->application_id = be32(l->in + place.off);
    }
#ifndef WYRE_PROVE
    if (l->way == ENCODE) {
        uint8_t *at = grow(l, 4);
        if (at != NULL)
            put_be32(at, m->application_id);
    }
    if (l->way == VISIT)
        tell_number(l, "application_id", WYRE_KIND_NUMBER, m->application_id);
#endif
}

/* Subtractions only: no sum that could wrap. */
LAYOUT
chunk(layout *l, wyre_msnp_p2p *m)
{
    header(l, m);
    if (m->chunk_offset > m->total_size)
        refuse(l, l->way == DECODE ? WYRE_E_VALUE : WYRE_E_RANGE, 8);
    else if (m->data.len > m->total_size - m->chunk_offset)
        refuse(l, l->way == DECODE ? WYRE_E_VALUE : WYRE_E_RANGE, 24);
    RUN(l, m, data, BYTES);
    if (l->way == DECODE)
        m->has_footer = (l->flags & WYRE_MSNP_P2P_DIRECT) == 0;
    if (m->has_footer)
        footer(l, m);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_msnp_p2p, chunk, WYRE_MSNP_P2P_HEADER_SIZE, WYRE_MSNP_P2P_DIRECT)

/* ---- direct connections -------------------------------------------------------------------------- */

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(payload) && (n == \null || \valid(n));
  @ requires \separated(payload, n, in + (0 .. in_len - 1));
  @ assigns *payload, *n;
  @ ensures \result == WYRE_OK || \result == WYRE_MORE || \result == WYRE_E_LIMIT;
  @ ensures n != \null ==> (\result == WYRE_MORE ? in_len < *n : *n <= in_len);
  @ ensures \result == WYRE_OK ==> inside(*payload, in_len); */
wyre_status
wyre_msnp_direct_frame(const uint8_t *in, size_t in_len, uint32_t max, wyre_span *payload,
                       size_t *n)
{
    wyre_status status = WYRE_MORE;
    size_t stop = 4;
    *payload = (wyre_span){0, 0};
    if (in_len >= 4) {
        uint32_t len = le32(in);
        if (len > max || len > UINT32_MAX - 4) {
            status = WYRE_E_LIMIT;
            stop = 0;
        } else {
            status = in_len - 4 >= len ? WYRE_OK : WYRE_MORE;
            stop = (size_t)len + 4;
        }
        if (status == WYRE_OK)
            *payload = (wyre_span){4, len};
    }
    if (n != NULL)
        *n = stop;
    return status;
}

wyre_status
wyre_msnp_direct_encode(const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    if (src_len > UINT32_MAX - 4)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u32le(&w, (uint32_t)src_len);
    wr_bytes(&w, src, src_len);
    return wr_finish(&w, n);
}

/* ---- reassembly ---------------------------------------------------------------------------------- */

wyre_status
wyre_msnp_reassemble(wyre_msnp_reassembly *r, const wyre_msnp_p2p *m)
{
    wyre_msnp_reassembly now = *r;
    if (!r->begun) {
        now = (wyre_msnp_reassembly){.total_size = m->total_size, .begun = 1};
        now.session_id = m->session_id;
        now.message_id = m->message_id;
    }
    if (m->session_id != now.session_id || m->message_id != now.message_id ||
        m->total_size != now.total_size || m->chunk_offset != now.next ||
        m->data.len > now.total_size - now.next)
        return WYRE_E_STATE;
    now.next += m->data.len;
    now.begun = now.next < now.total_size;
    *r = now;
    return now.begun ? WYRE_OK : WYRE_END;
}

uint32_t
wyre_msnp_next_chunk(wyre_msnp_p2p *m, uint32_t max)
{
    if (m->chunk_offset > m->total_size || m->data.len > m->total_size - m->chunk_offset)
        return 0;
    m->chunk_offset += m->data.len;
    uint64_t left = m->total_size - m->chunk_offset;
    return left < max ? (uint32_t)left : max;
}

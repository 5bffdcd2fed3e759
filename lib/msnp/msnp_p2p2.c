/* MSNP2P version 2: reference section 8.2. Lengths stand in front of what they count, so that both ways
 * are cursors. */
#include <wyre/msnp_p2p.h>
#include "../core/cursor.h"

enum { HEADER = 8, DATA_HEADER = 8 };

/* As SCANS, of a window that is left as it was. */
/*@ requires reading(r) && \valid(out) && \separated(out, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->end, r->status, r->fault, *out;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->end == \old(r->end);
  @ ensures \old(r->status) != WYRE_OK ==> r->status == \old(r->status); */
static void
data_decode(wyre_rd *r, size_t message_length, wyre_msnp_p2p2 *out)
{
    size_t outer = rd_enter(r, message_length);
    size_t start = r->pos;
    size_t header = rd_u8(r);
    out->data_flags = rd_u8(r);
    out->package_number = rd_u16be(r);
    out->session_id = rd_u32be(r);
    if (header < DATA_HEADER || header > message_length)
        rd_refuse(r, WYRE_E_VALUE, start);
    else
        out->data_records = rd_span(r, header - DATA_HEADER);
    out->data = rd_span(r, r->end - r->pos);
    rd_leave(r, outer);
    out->has_data = 1;
}

/*@ DECODES(in, in_len, out, n); */
wyre_status
wyre_msnp_p2p2_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_msnp_p2p2 *out,
                      size_t *n)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(out);
    if ((flags & ~(uint32_t)WYRE_MSNP_P2P_DIRECT) != 0 || in_len > UINT32_MAX)
        rd_refuse(&r, WYRE_E_ARG, 0);
    size_t header = rd_u8(&r);
    out->operation = rd_u8(&r);
    size_t message_length = rd_u16be(&r);
    out->base_id = rd_u32be(&r);
    if (header < HEADER || header % 4 != 0)
        rd_refuse(&r, WYRE_E_VALUE, 0);
    else
        out->header_records = rd_span(&r, header - HEADER);
    if (message_length > 0)
        data_decode(&r, message_length, out);
    if ((flags & WYRE_MSNP_P2P_DIRECT) == 0) {
        out->application_id = rd_u32be(&r);
        out->has_footer = 1;
    }
    if (r.status != WYRE_OK)
        CLEAR(out);
    if (n != NULL)
        *n = r.status == WYRE_OK ? r.pos : r.fault;
    return r.status;
}

static void
data_encode(wyre_wr *w, const wyre_msnp_p2p2 *m, const uint8_t *src, size_t src_len)
{
    if (m->data_records.len > 255 - DATA_HEADER)
        wr_refuse(w, WYRE_E_RANGE);
    wr_u8(w, (uint8_t)(DATA_HEADER + m->data_records.len));
    wr_u8(w, m->data_flags);
    wr_u16be(w, m->package_number);
    wr_u32be(w, m->session_id);
    wr_span(w, src, src_len, m->data_records);
    wr_span(w, src, src_len, m->data);
}

wyre_status
wyre_msnp_p2p2_encode(const wyre_msnp_p2p2 *m, const uint8_t *src, size_t src_len, uint8_t *out,
                      size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    uint64_t length = m->has_data ? (uint64_t)DATA_HEADER + m->data_records.len + m->data.len : 0;
    if (m->header_records.len > 252 - HEADER || m->header_records.len % 4 != 0 || length > 0xffff)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, (uint8_t)(HEADER + m->header_records.len));
    wr_u8(&w, m->operation);
    wr_u16be(&w, (uint16_t)length);
    wr_u32be(&w, m->base_id);
    wr_span(&w, src, src_len, m->header_records);
    if (m->has_data)
        data_encode(&w, m, src, src_len);
    if (m->has_footer)
        wr_u32be(&w, m->application_id);
    return wr_finish(&w, n);
}

static void
tell_number(const wyre_visitor *v, const char *name, uint32_t kind, uint32_t value)
{
    if (v->number != NULL)
        v->number(v->user, name, kind, value);
}

static void
tell_span(const wyre_visitor *v, const char *name, wyre_span span)
{
    if (v->span != NULL)
        v->span(v->user, name, WYRE_KIND_BYTES, span);
}

wyre_status
wyre_msnp_p2p2_visit(const wyre_msnp_p2p2 *m, const wyre_visitor *v)
{
    tell_number(v, "operation", WYRE_KIND_FLAGS, m->operation);
    tell_number(v, "base_id", WYRE_KIND_NUMBER, m->base_id);
    tell_span(v, "header_records", m->header_records);
    if (m->has_data) {
        tell_number(v, "data_flags", WYRE_KIND_FLAGS, m->data_flags);
        tell_number(v, "package_number", WYRE_KIND_NUMBER, m->package_number);
        tell_number(v, "session_id", WYRE_KIND_NUMBER, m->session_id);
        tell_span(v, "data_records", m->data_records);
        tell_span(v, "data", m->data);
    }
    if (m->has_footer)
        tell_number(v, "application_id", WYRE_KIND_NUMBER, m->application_id);
    return WYRE_OK;
}

/*@ requires readable(in, in_len) && \valid(left) && \valid(out);
  @ requires \separated(left, out, in + (0 .. in_len - 1));
  @ assigns *left, *out;
  @ ensures \result == WYRE_OK ==> inside(out->value, in_len) && inside(*left, in_len) &&
  @         left->len < \old(left->len);
  @ ensures \result != WYRE_OK ==> *left == \old(*left); */
wyre_status
wyre_msnp_p2p2_record_next(wyre_span *left, const uint8_t *in, size_t in_len,
                           wyre_msnp_p2p2_record *out)
{
    *out = (wyre_msnp_p2p2_record){{0, 0}, 0};
    if (left->off > in_len || left->len > in_len - left->off)
        return WYRE_E_ARG;
    if (left->len == 0 || in[left->off] == 0)
        return WYRE_END;
    if (left->len < 2 || in[left->off + 1] > left->len - 2)
        return WYRE_E_LENGTH;
    uint32_t len = in[left->off + 1];
    out->type = in[left->off];
    out->value = (wyre_span){left->off + 2, len};
    left->off += 2 + len;
    left->len -= 2 + len;
    return WYRE_OK;
}

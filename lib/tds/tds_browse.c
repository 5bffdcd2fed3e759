/* TABNAME and COLINFO, which tell of the tables behind a result: [MS-TDS] 2.2.7.3, 2.2.7.23. */
#include <wyre/tds_token.h>
#include "tds_layout.h"
#include "tds_type.h"

/* ---- TABNAME ---------------------------------------------------------------------------------------- */

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->parts, in_len) && \old(it->pos) <= it->pos <= in_len; */
wyre_status
wyre_tds_table_name_next(wyre_tds_span_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect,
                         wyre_tds_table_name *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_tds_table_name){.count = 0};
    if (it->pos >= in_len)
        return it->pos == in_len ? WYRE_END : WYRE_E_LENGTH;
    r.pos = it->pos;
    uint8_t count = (dialect & WYRE_TDS_BEFORE_7_1_REV_1) != 0 ? 1 : rd_u8(&r);
    size_t start = r.pos;
    /*@ loop invariant 0 <= parts <= count && reading(&r) && r.pos >= start;
      @ loop assigns parts, r.pos, r.status, r.fault; loop variant parts; */
    for (unsigned parts = count; parts > 0 && r.status == WYRE_OK; parts--)
        rd_varchar(&r, 2, dialect);
    if (r.status != WYRE_OK)
        return r.status;
    out->parts = rd_since(&r, start);
    out->count = count;
    it->pos = (uint32_t)r.pos;
    return WYRE_OK;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(*out, in_len) && \old(it->pos) < it->pos <= in_len; */
wyre_status
wyre_tds_part_next(wyre_tds_span_iter *it, const uint8_t *in, size_t in_len, wyre_span *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_span){0, 0};
    if (it->pos >= in_len)
        return it->pos == in_len ? WYRE_END : WYRE_E_LENGTH;
    r.pos = it->pos;
    wyre_span part = rd_varchar(&r, 2, 0);
    if (r.status != WYRE_OK)
        return r.status;
    *out = part;
    it->pos = (uint32_t)r.pos;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

wyre_status
wyre_tds_table_name_encode(const wyre_tds_table_name *m, uint32_t dialect, const uint8_t *src,
                           size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    if ((dialect & WYRE_TDS_BEFORE_7_1_REV_1) == 0)
        wr_u8(&w, m->count);
    else if (m->count != 1)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_span(&w, src, src_len, m->parts);
    return wr_finish(&w, n);
}

#endif

/* ---- COLINFO ----------------------------------------------------------------------------------------- */

LAYOUT
colinfo(layout *l, wyre_tds_colinfo *m)
{
    DIALECT(l, m);
    U8 (l, 0, m, col_num,   NUMBER);
    U8 (l, 1, m, table_num, NUMBER);
    U8 (l, 2, m, status,    FLAGS);
    if ((m->status & WYRE_TDS_COLINFO_DIFFERENT_NAME) != 0)
        B_VARCHAR(l, m, col_name);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->col_name, in_len); */
CODEC(wyre_tds_colinfo, colinfo, 3, WYRE_TDS_DIALECT_BITS)

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->col_name, in_len) && \old(it->pos) <= it->pos <= in_len; */
wyre_status
wyre_tds_colinfo_next(wyre_tds_span_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect,
                      wyre_tds_colinfo *out)
{
    size_t n;
    *out = (wyre_tds_colinfo){.status = 0};
    if (it->pos >= in_len)
        return it->pos == in_len ? WYRE_END : WYRE_E_LENGTH;
    wyre_status status = wyre_tds_colinfo_decode(in + it->pos, in_len - it->pos, dialect, out, &n);
    if (status != WYRE_OK)
        return status;
    out->col_name.off += it->pos;
    it->pos += (uint32_t)n;
    return WYRE_OK;
}

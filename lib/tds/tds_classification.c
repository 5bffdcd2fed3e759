/* DATACLASSIFICATION: [MS-TDS] 2.2.7.5. It has no length: where it ends shows only when it is walked. */
#include <wyre/tds_token.h>
#include "tds_layout.h"
#include "tds_type.h"

/* ---- names ---------------------------------------------------------------------------------------------- */

LAYOUT
sensitivity_name(layout *l, wyre_tds_sensitivity_name *m)
{
    DIALECT  (l, m);
    B_VARCHAR(l, m, name);
    B_VARCHAR(l, m, id);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len) && inside(out->id, in_len); */
CODEC(wyre_tds_sensitivity_name, sensitivity_name, 0, WYRE_TDS_DIALECT_BITS)

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len) && inside(out->id, in_len);
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= it->pos <= in_len; */
wyre_status
wyre_tds_sensitivity_name_next(wyre_tds_span_iter *it, const uint8_t *in, size_t in_len,
                               uint32_t dialect, wyre_tds_sensitivity_name *out)
{
    size_t n;
    *out = (wyre_tds_sensitivity_name){.dialect = 0};
    if (it->pos >= in_len)
        return it->pos == in_len ? WYRE_END : WYRE_E_LENGTH;
    wyre_status status =
        wyre_tds_sensitivity_name_decode(in + it->pos, in_len - it->pos, dialect, out, &n);
    if (status != WYRE_OK)
        return status;
    out->name.off += it->pos;
    out->id.off += it->pos;
    it->pos += (uint32_t)n;
    return WYRE_OK;
}

/*@ READS; ensures inside(\result, r->end); */
static wyre_span
read_names(wyre_rd *r, uint32_t dialect, unsigned count)
{
    size_t start = r->pos;
    /*@ loop invariant 0 <= count <= \at(count, Pre) && reading(r) && r->pos >= start;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==> r->pos == start && r->status == \at(r->status, Pre);
      @ loop assigns count, r->pos, r->status, r->fault; loop variant count; */
    for (; count > 0 && r->status == WYRE_OK; count--) {
        rd_varchar(r, 1, dialect);
        rd_varchar(r, 1, dialect);
    }
    return rd_since(r, start);
}

/* ---- columns and their properties ------------------------------------------------------------------------- */

/*@ assigns \nothing; ensures \result == 4 || \result == 8; */
static unsigned
property_size(uint32_t dialect)
{
    return (dialect & WYRE_TDS_SENSITIVITY_RANK) != 0 ? 8 : 4;
}

/*@ READS; ensures inside(\result, r->end); */
static wyre_span
read_columns(wyre_rd *r, uint32_t dialect, unsigned count)
{
    size_t start = r->pos;
    /*@ loop invariant 0 <= count <= \at(count, Pre) && reading(r) && r->pos >= start;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==> r->pos == start && r->status == \at(r->status, Pre);
      @ loop assigns count, r->pos, r->status, r->fault; loop variant count; */
    for (; count > 0 && r->status == WYRE_OK; count--)
        rd_span(r, (size_t)rd_u16le(r) * property_size(dialect));
    return rd_since(r, start);
}

/*@ requires it->column <= it->pos && (it->left > 0 ==> it->column > 0);
  @ ITERATES(it, in, in_len, out);
  @ ensures it->column <= it->pos && (it->left > 0 ==> it->column > 0);
  @ ensures \result == WYRE_OK ==> \old(it->pos) + 4 <= it->pos <= in_len; */
wyre_status
wyre_tds_sensitivity_next(wyre_tds_sensitivity_iter *it, const uint8_t *in, size_t in_len,
                          uint32_t dialect, wyre_tds_sensitivity *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_tds_sensitivity){.column = 0};
    if (it->pos > in_len)
        return WYRE_E_LENGTH;
    r.pos = it->pos;
    uint32_t left = it->left, column = it->column;
    /*@ loop invariant reading(&r) && r.pos >= it->pos;
      @ loop invariant column <= r.pos + (r.status == WYRE_OK ? 0 : 1) && column <= 0xffffffff;
      @ loop invariant left > 0 || r.status != WYRE_OK ==> column > 0;
      @ loop assigns left, column, r.pos, r.status, r.fault;
      @ loop variant r.end - r.pos + (r.status == WYRE_OK ? 1 : 0); */
    for (; left == 0 && r.status == WYRE_OK; column++) {
        if (r.pos == r.end)
            return WYRE_END;
        left = rd_u16le(&r);
    }
    wyre_tds_sensitivity m = {.column = (uint16_t)(column - 1)};
    m.label_index = rd_u16le(&r);
    m.information_type_index = rd_u16le(&r);
    if ((dialect & WYRE_TDS_SENSITIVITY_RANK) != 0)
        m.sensitivity_rank = rd_u32le(&r);
    if (r.status != WYRE_OK)
        return r.status;
    *out = m;
    it->pos = (uint32_t)r.pos;
    it->column = column;
    it->left = left - 1;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

static void
write_column(wyre_wr *w, const wyre_tds_sensitivity *properties, size_t count, uint32_t dialect)
{
    if (count > UINT16_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    wr_u16le(w, (uint16_t)count);
    for (size_t i = 0; i < count && w->status == WYRE_OK; i++) {
        wr_u16le(w, properties[i].label_index);
        wr_u16le(w, properties[i].information_type_index);
        if ((dialect & WYRE_TDS_SENSITIVITY_RANK) != 0)
            wr_u32le(w, properties[i].sensitivity_rank);
    }
}

wyre_status
wyre_tds_sensitivity_build(const wyre_tds_sensitivity *properties, size_t count, uint16_t columns,
                           uint32_t dialect, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    size_t at = 0;
    for (unsigned column = 0; column < columns && w.status == WYRE_OK; column++) {
        size_t end = at;
        while (end < count && properties[end].column == column)
            end++;
        write_column(&w, properties + at, end - at, dialect);
        at = end;
    }
    if (at < count && w.status == WYRE_OK)
        wr_refuse(&w, WYRE_E_RANGE);
    return wr_finish(&w, n);
}

#endif

/* ---- the token --------------------------------------------------------------------------------------------- */

/*@ SCANS(r, m);
  @ ensures inside(m->labels, r->end);
  @ ensures inside(m->information_types, r->end);
  @ ensures inside(m->columns, r->end); */
void
wyre_tds_read_classification(wyre_rd *r, uint32_t dialect, wyre_tds_dataclassification *m)
{
    m->dialect = dialect;
    m->label_count = rd_u16le(r);
    m->labels = read_names(r, dialect, m->label_count);
    m->information_type_count = rd_u16le(r);
    m->information_types = read_names(r, dialect, m->information_type_count);
    if ((dialect & WYRE_TDS_SENSITIVITY_RANK) != 0)
        m->sensitivity_rank = rd_u32le(r);
    m->column_count = rd_u16le(r);
    m->columns = read_columns(r, dialect, m->column_count);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->labels, in_len) && inside(out->information_types, in_len) &&
  @         inside(out->columns, in_len); */
wyre_status
wyre_tds_dataclassification_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                   wyre_tds_dataclassification *out, size_t *n)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_tds_dataclassification){.dialect = 0};
    if ((flags & ~(uint32_t)WYRE_TDS_DIALECT_BITS) != 0 || in_len > UINT32_MAX)
        rd_refuse(&r, WYRE_E_ARG, 0);
    else if (rd_u8(&r) != WYRE_TDS_TOKEN_DATACLASSIFICATION)
        rd_refuse(&r, WYRE_E_VALUE, 0);
    else
        wyre_tds_read_classification(&r, flags, out);
    if (r.status != WYRE_OK)
        *out = (wyre_tds_dataclassification){.dialect = 0};
    if (n != NULL)
        *n = r.status == WYRE_OK ? r.pos : r.fault;
    return r.status;
}

#ifndef WYRE_PROVE

/* Whether count parts of a span are all of it. */
static int
holds(const uint8_t *src, size_t src_len, wyre_span s, uint32_t dialect, unsigned count,
      wyre_span (*read)(wyre_rd *, uint32_t, unsigned))
{
    if (s.off > src_len || s.len > src_len - s.off)
        return 1; /* wr_span refuses it */
    wyre_rd r = rd(s.len > 0 ? src + s.off : NULL, s.len);
    read(&r, dialect, count);
    return r.status == WYRE_OK && r.pos == s.len;
}

wyre_status
wyre_tds_dataclassification_encode(const wyre_tds_dataclassification *m, const uint8_t *src,
                                   size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    uint32_t dialect = m->dialect;
    if (!holds(src, src_len, m->labels, dialect, m->label_count, read_names) ||
        !holds(src, src_len, m->information_types, dialect, m->information_type_count,
               read_names) ||
        !holds(src, src_len, m->columns, dialect, m->column_count, read_columns))
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, WYRE_TDS_TOKEN_DATACLASSIFICATION);
    wr_u16le(&w, m->label_count);
    wr_span(&w, src, src_len, m->labels);
    wr_u16le(&w, m->information_type_count);
    wr_span(&w, src, src_len, m->information_types);
    if ((dialect & WYRE_TDS_SENSITIVITY_RANK) != 0)
        wr_u32le(&w, m->sensitivity_rank);
    wr_u16le(&w, m->column_count);
    wr_span(&w, src, src_len, m->columns);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_dataclassification_visit(const wyre_tds_dataclassification *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_number(&l, "label_count", WYRE_KIND_NUMBER, m->label_count);
    tell_span(&l, "labels", WYRE_KIND_BYTES, m->labels);
    tell_number(&l, "information_type_count", WYRE_KIND_NUMBER, m->information_type_count);
    tell_span(&l, "information_types", WYRE_KIND_BYTES, m->information_types);
    if ((m->dialect & WYRE_TDS_SENSITIVITY_RANK) != 0)
        tell_number(&l, "sensitivity_rank", WYRE_KIND_SIGNED, m->sensitivity_rank);
    tell_number(&l, "column_count", WYRE_KIND_NUMBER, m->column_count);
    tell_span(&l, "columns", WYRE_KIND_BYTES, m->columns);
    return WYRE_OK;
}

#endif

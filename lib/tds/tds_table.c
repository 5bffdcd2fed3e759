/* A table in a parameter: [MS-TDS] 2.2.5.5.5. It ends where its rows end: only walking them tells. */
#include "tds_type.h"

enum { END = 0x00, ROW = 0x01, ORDER_UNIQUE = 0x10, COLUMN_ORDERING = 0x11, NO_TABLE = 0xffff };

/*@ requires inside(t->order_unique, r->end) && inside(t->column_ordering, r->end);
  @ SCANS(r, t);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 2;
  @ ensures t->columns.pos <= r->end;
  @ ensures inside(t->order_unique, r->end);
  @ ensures inside(t->column_ordering, r->end); */
static __attribute__((noinline)) void
read_columns(wyre_rd *r, uint32_t dialect, wyre_tds_table *t)
{
    wyre_tds_column column;
    unsigned defaults = 0;
    size_t start = r->pos;
    uint16_t count = rd_u16le(r);
    t->is_null = count == NO_TABLE;
    if (t->is_null)
        count = 0;
    if (count > WYRE_TDS_TABLE_COLUMNS)
        rd_refuse(r, WYRE_E_LIMIT, start);
    t->columns.pos = (uint32_t)r->pos;
    t->columns.left = count;
    t->columns.token = WYRE_TDS_TVP;
    /*@ loop invariant reading(r) && r->pos >= start && defaults + count <= 0xffff;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK && r->pos >= start + 2;
      @ loop assigns count, defaults, column, r->pos, r->status, r->fault; loop variant count; */
    for (; count > 0 && r->status == WYRE_OK; count--) {
        wyre_tds_read_table_column(r, dialect, &column);
        defaults += (column.flags & WYRE_TDS_COLUMN_DEFAULT) != 0;
    }
    if (defaults > WYRE_TDS_TABLE_DEFAULTS)
        rd_refuse(r, WYRE_E_LIMIT, start);
}

/* What may stand between columns and rows: 2.2.5.5.5.2. */
/*@ requires inside(t->order_unique, r->end) && inside(t->column_ordering, r->end);
  @ SCANS(r, t);
  @ ensures t->columns.pos == \old(t->columns.pos);
  @ ensures inside(t->order_unique, r->end);
  @ ensures inside(t->column_ordering, r->end); */
static void
read_options(wyre_rd *r, wyre_tds_table *t)
{
    /*@ loop invariant reading(r) && r->pos >= \at(r->pos, Pre);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant inside(t->order_unique, r->end);
      @ loop invariant inside(t->column_ordering, r->end);
      @ loop assigns r->pos, r->status, r->fault, t->has_order_unique, t->order_unique,
      @     t->has_column_ordering, t->ordering_first, t->column_ordering;
      @ loop variant r->status == WYRE_OK ? r->end - r->pos + 1 : 0; */
    while (r->status == WYRE_OK) {
        uint8_t token = rd_u8(r);
        if (r->status != WYRE_OK || token == END)
            return;
        if (token == ORDER_UNIQUE && !t->has_order_unique) {
            t->has_order_unique = 1;
            t->order_unique = rd_span(r, (size_t)rd_u16le(r) * 3);
        } else if (token == COLUMN_ORDERING && !t->has_column_ordering) {
            t->has_column_ordering = 1;
            t->ordering_first = !t->has_order_unique;
            t->column_ordering = rd_span(r, (size_t)rd_u16le(r) * 2);
        } else {
            rd_refuse(r, WYRE_E_VALUE, r->pos - 1);
        }
    }
}

/*@ SCANS(r, t);
  @ ensures t->columns.pos <= r->end;
  @ ensures inside(t->order_unique, r->end);
  @ ensures inside(t->column_ordering, r->end); */
void
wyre_tds_read_table_head(wyre_rd *r, uint32_t dialect, wyre_tds_table *t)
{
    CLEAR(t);
    if (!has_tables(dialect))
        rd_refuse(r, WYRE_E_UNSUPPORTED, r->pos);
    read_columns(r, dialect, t);
    read_options(r, t);
    if (t->has_column_ordering && !t->has_order_unique)
        t->ordering_first = 0;
}

/* Columns and values are read by turns, with one reader: this is called from far down. */
/*@ requires reading(r) && \valid(column_at) && *column_at <= r->end && \valid(column) && \valid(value);
  @ requires \separated(column_at, column, value, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *column_at, *column, *value;
  @ ensures reading(r) && r->pos >= \old(r->pos) && \old(*column_at) <= *column_at <= r->end;
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
int
wyre_tds_read_table_value(wyre_rd *r, size_t *column_at, uint32_t dialect, wyre_tds_column *column,
                          wyre_tds_value *value)
{
    size_t value_at = r->pos;
    r->pos = *column_at;
    wyre_tds_read_table_column(r, dialect, column);
    *column_at = r->pos;
    r->pos = value_at;
    if ((column->flags & WYRE_TDS_COLUMN_DEFAULT) != 0)
        return 0;
    wyre_tds_read_value(r, IN_TABLE, &column->type_info, value);
    return r->status == WYRE_OK;
}

/*@ requires reading(r) && \valid_read(t) && t->columns.pos <= r->end && \separated(t, r);
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos >= \old(r->pos) + 1; */
static __attribute__((noinline)) void
skip_row(wyre_rd *r, uint32_t dialect, const wyre_tds_table *t)
{
    wyre_tds_column column;
    wyre_tds_value value;
    size_t column_at = t->columns.pos;
    rd_u8(r);
    /*@ loop invariant reading(r) && r->pos >= \at(r->pos, Pre) && column_at <= r->end;
      @ loop invariant r->status == WYRE_OK ==>
      @     \at(r->status, Pre) == WYRE_OK && r->pos >= \at(r->pos, Pre) + 1;
      @ loop assigns left, column_at, column, value, r->pos, r->status, r->fault; loop variant left; */
    for (uint32_t left = t->columns.left; left > 0 && r->status == WYRE_OK; left--)
        wyre_tds_read_table_value(r, &column_at, dialect, &column, &value);
}

/*@ SCANS(r, t);
  @ ensures inside(t->order_unique, r->end);
  @ ensures inside(t->column_ordering, r->end);
  @ ensures inside(t->rows, r->end); */
INLINE void
read_table(wyre_rd *r, uint32_t dialect, wyre_tds_table *t)
{
    wyre_tds_read_table_head(r, dialect, t);
    size_t start = r->pos;
    /*@ loop invariant reading(r) && r->pos >= start;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop assigns r->pos, r->status, r->fault;
      @ loop variant r->status == WYRE_OK ? r->end - r->pos + 1 : 0; */
    while (r->status == WYRE_OK && r->pos < r->end && r->in[r->pos] == ROW && !t->is_null)
        skip_row(r, dialect, t);
    t->rows = rd_since(r, start);
    size_t end = r->pos;
    if (rd_u8(r) != END)
        rd_refuse(r, WYRE_E_VALUE, end);
}

/*@ requires reading(r) && \valid(is_null) && \separated(is_null, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *is_null;
  @ ensures reading(r) && r->pos >= \old(r->pos) && inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
wyre_span
wyre_tds_skip_table(wyre_rd *r, uint32_t dialect, uint8_t *is_null)
{
    wyre_tds_table t;
    size_t start = r->pos;
    read_table(r, dialect, &t);
    *is_null = t.is_null;
    return rd_since(r, start);
}

/* A table of a dialect that there is. */
/*@ SCANS(r, t);
  @ ensures r->status == WYRE_OK ==> inside(t->order_unique, r->end);
  @ ensures r->status == WYRE_OK ==> inside(t->column_ordering, r->end);
  @ ensures r->status == WYRE_OK ==> inside(t->rows, r->end); */
INLINE void
read_known(wyre_rd *r, uint32_t flags, wyre_tds_table *t)
{
    if ((flags & ~(uint32_t)WYRE_TDS_DIALECT_BITS) != 0 || r->end > UINT32_MAX)
        rd_refuse(r, WYRE_E_ARG, 0);
    else
        read_table(r, flags, t);
    if (r->status != WYRE_OK)
        CLEAR(t);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->order_unique, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->column_ordering, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->rows, in_len); */
wyre_status
wyre_tds_table_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_tds_table *out,
                      size_t *n)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(out);
    read_known(&r, flags, out);
    return rd_finish(&r, n);
}

#ifndef WYRE_PROVE

static void
write_entries(wyre_wr *w, uint8_t token, unsigned width, const uint8_t *src, size_t src_len,
              wyre_span entries)
{
    if (entries.len % width != 0 || entries.len / width > UINT16_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    wr_u8(w, token);
    wr_u16le(w, (uint16_t)(entries.len / width));
    wr_span(w, src, src_len, entries);
}

static void
write_options(wyre_wr *w, const wyre_tds_table *m, const uint8_t *src, size_t src_len)
{
    int unique = m->has_order_unique || m->order_unique.len > 0;
    int ordering = m->has_column_ordering || m->column_ordering.len > 0;
    if (ordering && m->ordering_first)
        write_entries(w, COLUMN_ORDERING, 2, src, src_len, m->column_ordering);
    if (unique)
        write_entries(w, ORDER_UNIQUE, 3, src, src_len, m->order_unique);
    if (ordering && !m->ordering_first)
        write_entries(w, COLUMN_ORDERING, 2, src, src_len, m->column_ordering);
    wr_u8(w, END);
}

wyre_status
wyre_tds_table_encode(const wyre_tds_table *m, const wyre_tds_column *columns, size_t count,
                      const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    unsigned defaults = 0;
    if (count > WYRE_TDS_TABLE_COLUMNS || (m->is_null && (count > 0 || m->rows.len > 0)))
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u16le(&w, m->is_null ? NO_TABLE : (uint16_t)count);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++) {
        defaults += (columns[i].flags & WYRE_TDS_COLUMN_DEFAULT) != 0;
        wyre_tds_write_column(&w, &columns[i], 0, IN_TABLE, src, src_len);
    }
    if (defaults > WYRE_TDS_TABLE_DEFAULTS)
        wr_refuse(&w, WYRE_E_RANGE);
    write_options(&w, m, src, src_len);
    wr_span(&w, src, src_len, m->rows);
    wr_u8(&w, END);
    return wr_finish(&w, n);
}

#endif

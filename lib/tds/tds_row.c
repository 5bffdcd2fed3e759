/* ROW, NBCROW, ALTROW, and the rows of a table: [MS-TDS] 2.2.7.2, 2.2.7.15, 2.2.7.20, 2.2.7.24. A row
 * says nothing of its form: it is read column by column along the metadata. */
#include "tds_type.h"

enum { ALTMETADATA = 0x88, TVP_ROW = 0x01, ROW = 0xd1, NBCROW = 0xd2, ALTROW = 0xd3 };

/* Whether a row with this token follows these metadata. */
/*@ assigns \nothing; */
static int
follows(uint8_t row, uint8_t metadata)
{
    if (metadata == WYRE_TDS_TVP)
        return row == TVP_ROW;
    return metadata == ALTMETADATA ? row == ALTROW : row == ROW || row == NBCROW;
}

/* Token byte and, in NBCROW, the bitmap, in ALTROW the id. Where the bitmap stands; else 0. */
/*@ requires \valid_read(columns) && \separated(columns, r);
  @ READS;
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 1; */
static uint32_t
read_begin(wyre_rd *r, const wyre_tds_column_iter *columns)
{
    size_t start = r->pos;
    uint8_t token = rd_u8(r);
    if (r->status == WYRE_OK && !follows(token, columns->token))
        rd_refuse(r, WYRE_E_MAGIC, start);
    if (token == NBCROW)
        return rd_span(r, (columns->left + (size_t)7) / 8).off;
    if (token == ALTROW && rd_u16le(r) != columns->id)
        rd_refuse(r, WYRE_E_MAGIC, start);
    return 0;
}

/*@ requires \valid_read(column); assigns \nothing; */
static int
is_left_out(uint8_t token, const wyre_tds_column *column)
{
    return token == WYRE_TDS_TVP && (column->flags & WYRE_TDS_COLUMN_DEFAULT) != 0;
}

/* Whether the bit of that number is set. */
/*@ requires \valid_read(bytes + (0 .. index / 8)); assigns \nothing; */
INLINE int
has_bit(const uint8_t *bytes, uint32_t index)
{
    return (bytes[index / 8] >> index % 8 & 1) != 0;
}

/* The value at the reader, of the column with that index; nothing of a NULL of NBCROW is there. */
/*@ requires \valid_read(type) && \separated(type, value, r);
  @ SCANS(r, value);
  @ ensures inside(value->data, r->end);
  @ ensures inside(value->text_pointer, r->end); */
static void
read_value(wyre_rd *r, uint8_t token, uint32_t bitmap, uint32_t index,
           const wyre_tds_type_info *type, wyre_tds_value *value)
{
    if (bitmap != 0 && bitmap + (size_t)(index / 8) < r->end && has_bit(r->in + bitmap, index))
        *value = (wyre_tds_value){.is_null = 1};
    else
        wyre_tds_read_value(r, token == WYRE_TDS_TVP ? IN_TABLE : IN_ROW, type, value);
}

/* Metadata and row are read by turns, with one reader: this is called from far down. */
/*@ requires reading(r) && \valid_read(columns) && \separated(columns, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos >= \old(r->pos) + 1; */
void
wyre_tds_skip_row(wyre_rd *r, const wyre_tds_column_iter *columns, uint32_t dialect)
{
    wyre_tds_column column;
    wyre_tds_value value;
    uint32_t bitmap = read_begin(r, columns);
    size_t column_at = columns->pos, value_at = r->pos;
    if (column_at > r->end || columns->end > r->end)
        rd_refuse(r, WYRE_E_LENGTH, r->end);
    /*@ loop invariant reading(r) && value_at <= r->end;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK && r->pos == value_at;
      @ loop invariant r->status == WYRE_OK ==> value_at >= \at(r->pos, Pre) + 1;
      @ loop invariant r->status == WYRE_OK ==> index <= column_at <= r->end && columns->end <= r->end;
      @ loop assigns index, column_at, value_at, column, value, r->pos, r->status, r->fault;
      @ loop variant r->status == WYRE_OK ? r->end - column_at + 1 : 0; */
    for (uint32_t index = 0; r->status == WYRE_OK; index++) {
        if (columns->end != 0 ? column_at >= columns->end : index >= columns->left)
            return;
        r->pos = column_at;
        wyre_tds_read_column(r, columns, dialect, &column);
        column_at = r->pos;
        r->pos = value_at;
        read_value(r, columns->token, bitmap, index, &column.type_info, &value);
        value_at = r->pos;
    }
}

/* Once, at the start of a row: then it->pos is where its values begin. */
/*@ requires reading(r) && r->status == WYRE_OK && \valid(it) && it->pos <= r->end;
  @ requires \separated(it, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, it->bitmap, it->pos, it->started;
  @ ensures reading(r) && \result == r->status;
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= it->pos <= r->end; */
INLINE wyre_status
begin_row(wyre_rd *r, wyre_tds_row_iter *it)
{
    r->pos = it->pos;
    if (it->started)
        return WYRE_OK;
    it->bitmap = read_begin(r, &it->columns);
    if (r->status != WYRE_OK)
        return r->status;
    it->pos = (uint32_t)r->pos;
    it->started = 1;
    return WYRE_OK;
}

/* The next column that the row has a value for. */
/*@ requires reading(r) && r->status == WYRE_OK && \valid(columns) && \valid(column);
  @ requires \separated(columns, column, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *columns, *column;
  @ ensures reading(r);
  @ ensures \result <= WYRE_OK || \result == WYRE_END;
  @ ensures \result == WYRE_OK ==> \old(columns->pos) < columns->pos <= r->end && r->status == WYRE_OK;
  @ ensures \result == WYRE_OK ==> inside(column->table_name, r->end);
  @ ensures \result == WYRE_OK ==> inside(column->crypto, r->end);
  @ ensures \result == WYRE_OK ==> inside(column->name, r->end); */
INLINE wyre_status
next_column(wyre_rd *r, wyre_tds_column_iter *columns, uint32_t dialect, wyre_tds_column *column)
{
    wyre_status status;
    /*@ loop invariant reading(r) && r->status == WYRE_OK && columns->pos >= \at(columns->pos, Pre);
      @ loop assigns status, r->pos, r->status, r->fault, *columns, *column;
      @ loop variant r->end - columns->pos; */
    do
        status = wyre_tds_next_column(r, columns, dialect, column);
    while (status == WYRE_OK && is_left_out(columns->token, column));
    return status;
}

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));
  @ requires \valid(it) && \valid(column) && \valid(value) && it->index <= it->columns.pos;
  @ requires \separated(it, column, value, in + (0 .. in_len - 1));
  @ assigns *it, *column, *value;
  @ ensures \result <= WYRE_OK || \result == WYRE_END;
  @ ensures \result == WYRE_OK ==> \old(it->columns.pos) < it->columns.pos <= in_len;
  @ ensures \result == WYRE_OK ==> it->index <= it->columns.pos;
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= it->pos <= in_len;
  @ ensures \result == WYRE_OK ==> inside(column->name, in_len);
  @ ensures \result == WYRE_OK ==> inside(value->data, in_len);
  @ ensures \result == WYRE_OK ==> inside(value->text_pointer, in_len); */
wyre_status
wyre_tds_row_next(wyre_tds_row_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect,
                  wyre_tds_column *column, wyre_tds_value *value)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(column);
    CLEAR(value);
    wyre_status status = wyre_tds_read_head(&it->columns, in, in_len, dialect);
    if (status == WYRE_OK)
        status = it->pos > in_len ? WYRE_E_LENGTH : begin_row(&r, it);
    if (status != WYRE_OK)
        return status;
    uint32_t pos = it->pos, index = it->index;
    status = next_column(&r, &it->columns, dialect, column);
    if (status == WYRE_OK) {
        r.pos = pos;
        read_value(&r, it->columns.token, it->bitmap, index, &column->type_info, value);
        it->pos = (uint32_t)(r.status == WYRE_OK ? r.pos : r.fault);
        it->index = index + 1;
        status = r.status;
    }
    if (status != WYRE_OK) {
        CLEAR(column);
        CLEAR(value);
    }
    return status;
}

#ifndef WYRE_PROVE

/* ---- writing --------------------------------------------------------------------------------------------------- */

wyre_status
wyre_tds_row_encode(const wyre_tds_column *columns, const wyre_tds_value *values, size_t count,
                    const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, ROW);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++)
        wyre_tds_write_value(&w, IN_ROW, &columns[i].type_info, &values[i], src, src_len);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_altrow_encode(uint16_t id, const wyre_tds_column *columns, const wyre_tds_value *values,
                       size_t count, const uint8_t *src, size_t src_len, uint8_t *out, size_t cap,
                       size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, ALTROW);
    wr_u16le(&w, id);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++)
        wyre_tds_write_value(&w, IN_ROW, &columns[i].type_info, &values[i], src, src_len);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_table_row_encode(const wyre_tds_column *columns, const wyre_tds_value *values,
                          size_t count, const uint8_t *src, size_t src_len, uint8_t *out,
                          size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, TVP_ROW);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++)
        if (!is_left_out(WYRE_TDS_TVP, &columns[i]))
            wyre_tds_write_value(&w, IN_TABLE, &columns[i].type_info, &values[i], src, src_len);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_nbcrow_encode(const wyre_tds_column *columns, const wyre_tds_value *values, size_t count,
                       const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, NBCROW);
    for (size_t i = 0; i < count; i += 8) {
        uint8_t bits = 0;
        for (size_t bit = 0; bit < 8 && i + bit < count; bit++)
            bits |= (uint8_t)((values[i + bit].is_null != 0) << bit);
        wr_u8(&w, bits);
    }
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++)
        if (!values[i].is_null)
            wyre_tds_write_value(&w, IN_ROW, &columns[i].type_info, &values[i], src, src_len);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_value_visit(const wyre_tds_value *m, const wyre_tds_type_info *type, const wyre_visitor *v)
{
    layout l = visiting(v);
    wyre_tds_tell_value(&l, type, m);
    return WYRE_OK;
}

#endif

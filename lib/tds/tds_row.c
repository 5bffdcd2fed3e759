/* ROW, NBCROW, ALTROW, and the rows of a table: [MS-TDS] 2.2.7.2, 2.2.7.15, 2.2.7.20, 2.2.7.24. A row
 * says nothing of its form: it is read column by column along the metadata. */
#include "tds_type.h"

enum { ALTMETADATA = 0x88, TVP_ROW = 0x01, ROW = 0xd1, NBCROW = 0xd2, ALTROW = 0xd3 };

/* Whether a row with this token follows these metadata. */
static int
follows(uint8_t row, uint8_t metadata)
{
    if (metadata == WYRE_TDS_TVP)
        return row == TVP_ROW;
    return metadata == ALTMETADATA ? row == ALTROW : row == ROW || row == NBCROW;
}

/* Token byte and, in NBCROW, the bitmap, in ALTROW the id. Where the bitmap stands; else 0. */
static uint32_t
read_begin(wyre_rd *r, const wyre_tds_column_iter *columns)
{
    size_t start = r->pos;
    uint8_t token = rd_u8(r);
    if (r->status == WYRE_OK && !follows(token, columns->token))
        rd_refuse(r, WYRE_E_MAGIC, start);
    if (token == NBCROW)
        return rd_span(r, (columns->left + 7) / 8).off;
    if (token == ALTROW && rd_u16le(r) != columns->id)
        rd_refuse(r, WYRE_E_MAGIC, start);
    return 0;
}

static int
is_left_out(uint8_t token, const wyre_tds_column *column)
{
    return token == WYRE_TDS_TVP && (column->flags & WYRE_TDS_COLUMN_DEFAULT) != 0;
}

/* The value at the reader, of the column with that index; nothing of a NULL of NBCROW is there. */
static void
read_value(wyre_rd *r, uint8_t token, uint32_t bitmap, uint32_t index,
           const wyre_tds_type_info *type, wyre_tds_value *value)
{
    if (bitmap != 0 && (r->in[bitmap + index / 8] >> index % 8 & 1) != 0)
        *value = (wyre_tds_value){.is_null = 1};
    else
        wyre_tds_read_value(r, token == WYRE_TDS_TVP ? IN_TABLE : IN_ROW, type, value);
}

/* Metadata and row are read by turns, with one reader: this is called from far down. */
void
wyre_tds_skip_row(wyre_rd *r, const wyre_tds_column_iter *columns, uint32_t dialect)
{
    wyre_tds_column column;
    wyre_tds_value value;
    uint32_t bitmap = read_begin(r, columns);
    size_t column_at = columns->pos, value_at = r->pos;
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

wyre_status
wyre_tds_row_next(wyre_tds_row_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect,
                  wyre_tds_column *column, wyre_tds_value *value)
{
    wyre_rd r = rd(in, in_len);
    memset(column, 0, sizeof *column);
    memset(value, 0, sizeof *value);
    wyre_status status = wyre_tds_read_head(&it->columns, in, in_len, dialect);
    if (status == WYRE_OK && it->pos > in_len)
        status = WYRE_E_LENGTH;
    if (status != WYRE_OK)
        return status;
    r.pos = it->pos;
    if (!it->started) {
        it->bitmap = read_begin(&r, &it->columns);
        if (r.status != WYRE_OK)
            return r.status;
        it->pos = (uint32_t)r.pos;
        it->started = 1;
    }
    do
        status = wyre_tds_next_column(&r, &it->columns, dialect, column);
    while (status == WYRE_OK && is_left_out(it->columns.token, column));
    if (status == WYRE_OK) {
        r.pos = it->pos;
        read_value(&r, it->columns.token, it->bitmap, it->index++, &column->type_info, value);
        it->pos = (uint32_t)(r.status == WYRE_OK ? r.pos : r.fault);
        status = r.status;
    }
    if (status != WYRE_OK) {
        memset(column, 0, sizeof *column);
        memset(value, 0, sizeof *value);
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

/* COLMETADATA, ROW and NBCROW: [MS-TDS] 2.2.7.4, 2.2.7.14, 2.2.7.17. A row says nothing of its form:
 * it is read column by column along the metadata. */
#include "tds_type.h"

enum { COLMETADATA = 0x81, COLFMT = 0xa1, ROW = 0xd1, NBCROW = 0xd2, NO_METADATA = 0xffff };

/* ---- what column encryption adds: 2.2.5.7 ----------------------------------------------------------------- */

static void
read_key(wyre_rd *r)
{
    rd_span(r, 4 + 4 + 4 + 8); /* ids and versions of the key */
    for (unsigned values = rd_u8(r); values > 0 && r->status == WYRE_OK; values--) {
        rd_span(r, rd_u16le(r));
        rd_varchar(r, 1, 0);
        rd_varchar(r, 2, 0);
        rd_varchar(r, 1, 0);
    }
}

static void
read_keys(wyre_rd *r)
{
    for (unsigned count = rd_u16le(r); count > 0 && r->status == WYRE_OK; count--)
        read_key(r);
}

static wyre_span
read_crypto(wyre_rd *r, uint32_t dialect)
{
    wyre_tds_type_info base;
    size_t start = r->pos;
    rd_u16le(r);
    rd_u32le(r);
    wyre_tds_read_type(r, dialect, IN_ROW, &base);
    if (rd_u8(r) == 0) /* an algorithm with a name */
        rd_varchar(r, 1, dialect);
    rd_u8(r);
    rd_u8(r);
    if (r->status != WYRE_OK)
        return (wyre_span){0, 0};
    return (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
}

/* ---- COLMETADATA ------------------------------------------------------------------------------------------- */

static wyre_span
read_table_name(wyre_rd *r, uint32_t dialect)
{
    size_t start = r->pos;
    unsigned parts = (dialect & WYRE_TDS_BEFORE_7_2) != 0 ? 1 : rd_u8(r);
    for (; parts > 0 && r->status == WYRE_OK; parts--)
        rd_varchar(r, 2, dialect);
    if (r->status != WYRE_OK)
        return (wyre_span){0, 0};
    return (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
}

static void
read_column(wyre_rd *r, uint32_t dialect, wyre_tds_column *c)
{
    size_t start = r->pos;
    c->user_type = (dialect & WYRE_TDS_BEFORE_7_2) != 0 ? rd_u16le(r) : rd_u32le(r);
    c->flags = rd_u16le(r);
    size_t type = r->pos;
    wyre_tds_read_type(r, dialect, IN_ROW, &c->type_info);
    if (c->type_info.type ==
        WYRE_TDS_NULLTYPE) /* no server sends it, and its values have no bytes: a
                                                   row of them would cost more than its length */
        rd_refuse(r, WYRE_E_UNSUPPORTED, type);
    if (c->type_info.type == WYRE_TDS_TEXT || c->type_info.type == WYRE_TDS_NTEXT ||
        c->type_info.type == WYRE_TDS_IMAGE)
        c->table_name = read_table_name(r, dialect);
    if ((dialect & WYRE_TDS_COLUMN_ENCRYPTION) != 0 && (c->flags & WYRE_TDS_COLUMN_ENCRYPTED) != 0)
        c->crypto = read_crypto(r, dialect);
    c->name = rd_varchar(r, 1, dialect);
    if (r->status != WYRE_OK) {
        r->pos = start;
        memset(c, 0, sizeof *c);
    }
}

/* TDS 4.2: no flags, and the name stands in another token. */
static void
read_format(wyre_rd *r, uint32_t dialect, wyre_tds_column *c)
{
    c->user_type = rd_u32le(r);
    wyre_tds_read_type(r, dialect | WYRE_TDS_BEFORE_7_1, IN_ROW, &c->type_info);
    if (c->type_info.type == WYRE_TDS_TEXT || c->type_info.type == WYRE_TDS_IMAGE)
        c->table_name = rd_varchar(r, 2, dialect | WYRE_TDS_BEFORE_7_0);
    if (c->type_info.type == WYRE_TDS_NULLTYPE)
        rd_refuse(r, WYRE_E_UNSUPPORTED, r->pos - 1);
    if (r->status != WYRE_OK)
        memset(c, 0, sizeof *c);
}

wyre_status
wyre_tds_read_head(wyre_tds_column_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect)
{
    wyre_rd r = rd(in, in_len);
    if (it->started)
        return WYRE_OK;
    if (it->pos >= in_len)
        return WYRE_E_LENGTH;
    r.pos = it->pos;
    uint8_t token = rd_u8(&r);
    if (token != COLMETADATA && token != COLFMT)
        return WYRE_E_MAGIC;
    uint16_t count = rd_u16le(&r);
    if (token == COLFMT && count <= r.end - r.pos)
        it->end = (uint32_t)r.pos + count;
    else if (token == COLFMT)
        rd_refuse(&r, WYRE_E_LENGTH, it->pos + (size_t)1);
    else if (count != NO_METADATA)
        it->left = count;
    if (it->left > 0 && (dialect & WYRE_TDS_COLUMN_ENCRYPTION) != 0)
        read_keys(&r);
    it->started = r.status == WYRE_OK;
    it->pos = (uint32_t)(r.status == WYRE_OK ? r.pos : r.fault);
    return r.status;
}

wyre_status
wyre_tds_column_next(wyre_tds_column_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect,
                     wyre_tds_column *out)
{
    wyre_rd r = rd(in, in_len);
    memset(out, 0, sizeof *out);
    wyre_status status = wyre_tds_read_head(it, in, in_len, dialect);
    if (status != WYRE_OK)
        return status;
    if (it->pos > in_len || it->end > in_len)
        return WYRE_E_LENGTH;
    if (it->end != 0 ? it->pos >= it->end : it->left == 0)
        return WYRE_END;
    r.pos = it->pos;
    if (it->end != 0) {
        r.end = it->end;
        read_format(&r, dialect, out);
    } else {
        read_column(&r, dialect, out);
    }
    it->pos = (uint32_t)(r.status == WYRE_OK ? r.pos : r.fault);
    if (r.status == WYRE_OK && it->end == 0)
        it->left--;
    return r.status;
}

/* ---- ROW, NBCROW --------------------------------------------------------------------------------------------- */

/* Token byte and, in NBCROW, the bitmap. */
static wyre_status
begin_row(wyre_tds_row_iter *it, const uint8_t *in, size_t in_len, uint32_t count)
{
    wyre_rd r = rd(in, in_len);
    if (it->pos >= in_len)
        return WYRE_E_LENGTH;
    r.pos = it->pos;
    uint8_t token = rd_u8(&r);
    if (token != ROW && token != NBCROW)
        return WYRE_E_MAGIC;
    wyre_span bitmap = rd_span(&r, token == NBCROW ? (count + 7) / 8 : 0);
    if (r.status != WYRE_OK)
        return r.status;
    it->bitmap = token == NBCROW ? bitmap.off : 0;
    it->pos = (uint32_t)r.pos;
    it->started = 1;
    return WYRE_OK;
}

/* The value of the column that was read last. */
static wyre_status
next_value(wyre_tds_row_iter *it, const uint8_t *in, size_t in_len, const wyre_tds_type_info *type,
           wyre_tds_value *value)
{
    wyre_rd r = rd(in, in_len);
    uint32_t index = it->index++;
    if (it->pos > in_len)
        return WYRE_E_LENGTH;
    r.pos = it->pos;
    if (it->bitmap != 0 && (in[it->bitmap + index / 8] >> index % 8 & 1) != 0)
        value->is_null = 1;
    else
        wyre_tds_read_value(&r, IN_ROW, type, value);
    it->pos = (uint32_t)(r.status == WYRE_OK ? r.pos : r.fault);
    return r.status;
}

wyre_status
wyre_tds_row_next(wyre_tds_row_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect,
                  wyre_tds_column *column, wyre_tds_value *value)
{
    memset(column, 0, sizeof *column);
    memset(value, 0, sizeof *value);
    wyre_status status = wyre_tds_read_head(&it->columns, in, in_len, dialect);
    if (status == WYRE_OK && !it->started)
        status = begin_row(it, in, in_len, it->columns.left);
    if (status == WYRE_OK)
        status = wyre_tds_column_next(&it->columns, in, in_len, dialect, column);
    if (status == WYRE_OK)
        status = next_value(it, in, in_len, &column->type_info, value);
    if (status != WYRE_OK) {
        memset(column, 0, sizeof *column);
        memset(value, 0, sizeof *value);
    }
    return status;
}

#ifndef WYRE_PROVE

/* ---- writing --------------------------------------------------------------------------------------------------- */

static void
write_column(wyre_wr *w, const wyre_tds_column *c, uint32_t dialect, const uint8_t *src,
             size_t src_len)
{
    if ((dialect & WYRE_TDS_BEFORE_7_2) != 0) {
        if (c->user_type > UINT16_MAX)
            wr_refuse(w, WYRE_E_RANGE);
        wr_u16le(w, (uint16_t)c->user_type);
    } else {
        wr_u32le(w, c->user_type);
    }
    wr_u16le(w, c->flags);
    wyre_tds_write_type(w, dialect, IN_ROW, &c->type_info, src, src_len);
    wr_span(w, src, src_len, c->table_name);
    wr_span(w, src, src_len, c->crypto);
    wyre_tds_write_varchar(w, 1, dialect, src, src_len, c->name);
}

wyre_status
wyre_tds_columns_encode(const wyre_tds_column *columns, size_t count, uint32_t dialect,
                        const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    if (count >= NO_METADATA)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, COLMETADATA);
    wr_u16le(&w, (uint16_t)count);
    if ((dialect & WYRE_TDS_COLUMN_ENCRYPTION) != 0)
        wr_u16le(&w, 0);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++)
        write_column(&w, &columns[i], dialect, src, src_len);
    return wr_finish(&w, n);
}

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
wyre_tds_column_visit(const wyre_tds_column *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_number(&l, "user_type", WYRE_KIND_NUMBER, m->user_type);
    tell_number(&l, "flags", WYRE_KIND_FLAGS, m->flags);
    wyre_tds_tell_type(&l, &m->type_info);
    if (m->table_name.len > 0)
        tell_span(&l, "table_name", WYRE_KIND_BYTES, m->table_name);
    if (m->crypto.len > 0)
        tell_span(&l, "crypto", WYRE_KIND_BYTES, m->crypto);
    tell_span(&l, "name", WYRE_KIND_UTF16, m->name);
    return WYRE_OK;
}

wyre_status
wyre_tds_value_visit(const wyre_tds_value *m, const wyre_tds_type_info *type, const wyre_visitor *v)
{
    layout l = visiting(v);
    wyre_tds_tell_value(&l, type, m);
    return WYRE_OK;
}

#endif

/* Columns, rows and values told to a visitor, with what is inside them: tables, variants, encryption. */
#include "tds_tell.h"
#include "tds_type.h"

#ifndef WYRE_PROVE

/* ---- encryption ------------------------------------------------------------------------------------------ */

__attribute__((noinline)) void
wyre_tds_tell_crypto(telling *t, const uint8_t *in, wyre_span crypto, uint8_t place,
                     uint32_t dialect)
{
    wyre_tds_crypto m;
    if (crypto.len == 0 ||
        wyre_tds_crypto_decode(in + crypto.off, crypto.len, place, dialect, &m, NULL) != WYRE_OK)
        return;
    tell_enter(t->v, "crypto", crypto);
    wyre_tds_crypto_visit(&m, t->v);
    tell_leave(t->v);
}

/* ---- columns and rows ------------------------------------------------------------------------------------ */

void
wyre_tds_tell_column(telling *t, const uint8_t *in, size_t in_len, const wyre_tds_column *column,
                     uint32_t dialect)
{
    tell_enter(t->v, "column", (wyre_span){0, (uint32_t)in_len});
    wyre_tds_column_visit(column, t->v);
    wyre_tds_tell_crypto(t, in, column->crypto, WYRE_TDS_CRYPTO_COLUMN, dialect);
    tell_leave(t->v);
}

static __attribute__((noinline)) void
tell_variant(telling *t, const uint8_t *in, wyre_span data, uint32_t dialect)
{
    wyre_tds_variant m;
    if (wyre_tds_variant_decode(in + data.off, data.len, dialect, &m, NULL) != WYRE_OK)
        return;
    tell_enter(t->v, "variant", data);
    wyre_tds_variant_visit(&m, t->v);
    tell_leave(t->v);
}

/* One value, and what it was: its frame is gone when what is inside it is told. */
static __attribute__((noinline)) wyre_status
tell_value(telling *t, wyre_tds_row_iter *it, uint32_t dialect, wyre_tds_inside *inside)
{
    wyre_tds_column column;
    wyre_tds_value value;
    wyre_status status = wyre_tds_row_next(it, t->in, t->in_len, dialect, &column, &value);
    if (status != WYRE_OK)
        return status;
    tell_enter(t->v, "value", (wyre_span){0, (uint32_t)t->in_len});
    wyre_tds_value_visit(&value, &column.type_info, t->v);
    inside->data = value.data;
    inside->type = value.is_null ? WYRE_TDS_NULLTYPE : column.type_info.type;
    return WYRE_OK;
}

__attribute__((noinline)) void
wyre_tds_tell_row(telling *t, const wyre_tds_column_iter *columns, uint32_t pos, uint32_t dialect)
{
    wyre_tds_row_iter it = {.columns = *columns, .pos = pos};
    wyre_tds_inside inside;
    while (tell_value(t, &it, dialect, &inside) == WYRE_OK) {
        if (inside.type == WYRE_TDS_SSVARIANT)
            tell_variant(t, t->in, inside.data, dialect);
        tell_leave(t->v);
    }
}

/* ---- tables ------------------------------------------------------------------------------------------------ */

static __attribute__((noinline)) void
tell_table_columns(telling *t, const uint8_t *in, size_t in_len, wyre_tds_column_iter it,
                   uint32_t dialect)
{
    wyre_tds_column column;
    while (wyre_tds_column_next(&it, in, in_len, dialect, &column) == WYRE_OK) {
        tell_enter(t->v, "column", (wyre_span){0, (uint32_t)in_len});
        wyre_tds_column_visit(&column, t->v);
        tell_leave(t->v);
    }
}

static __attribute__((noinline)) void
tell_table_value(telling *t, wyre_rd *r, size_t *column_at, uint32_t dialect)
{
    wyre_tds_column column;
    wyre_tds_value value;
    if (!wyre_tds_read_table_value(r, column_at, dialect, &column, &value))
        return;
    tell_enter(t->v, "value", (wyre_span){0, (uint32_t)r->end});
    wyre_tds_value_visit(&value, &column.type_info, t->v);
    tell_leave(t->v);
}

static __attribute__((noinline)) void
tell_table_row(telling *t, wyre_rd *r, const wyre_tds_column_iter *columns, uint32_t dialect)
{
    size_t column_at = columns->pos;
    tell_enter(t->v, "row", (wyre_span){0, (uint32_t)r->end});
    rd_u8(r);
    for (uint32_t left = columns->left; left > 0 && r->status == WYRE_OK; left--)
        tell_table_value(t, r, &column_at, dialect);
    tell_leave(t->v);
}

/* The table was walked when its parameter was: here it is known to be whole. */
static __attribute__((noinline)) void
tell_table(telling *t, const uint8_t *in, size_t in_len, uint32_t dialect)
{
    wyre_tds_table table;
    wyre_rd r = rd(in, in_len);
    wyre_tds_read_table_head(&r, dialect, &table);
    tell_number_to(t->v, "is_null", WYRE_KIND_NUMBER, table.is_null);
    tell_span_to(t->v, "order_unique", WYRE_KIND_BYTES, table.order_unique);
    tell_span_to(t->v, "column_ordering", WYRE_KIND_BYTES, table.column_ordering);
    tell_table_columns(t, in, in_len, table.columns, dialect);
    while (r.status == WYRE_OK && r.pos + 1 < r.end)
        tell_table_row(t, &r, &table.columns, dialect);
}

void
wyre_tds_tell_inside(telling *t, const uint8_t *in, const wyre_tds_inside *inside, uint32_t dialect)
{
    if (inside->type == WYRE_TDS_SSVARIANT)
        tell_variant(t, in, inside->data, dialect);
    if (inside->type != WYRE_TDS_TVP)
        return;
    tell_enter(t->v, "table", inside->data);
    tell_table(t, in + inside->data.off, inside->data.len, dialect);
    tell_leave(t->v);
}

#endif

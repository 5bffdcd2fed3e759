/* Reading and writing of types and values, for whoever carries them: columns, rows, parameters. */
#ifndef WYRE_LIB_TDS_TDS_TYPE_H
#define WYRE_LIB_TDS_TDS_TYPE_H
#include <wyre/tds_packet.h>
#include <wyre/tds_row.h>
#include <wyre/tds_token.h>
#include "../core/cursor.h"

/*@ predicate names_inside(wyre_tds_type_info *t, integer len) =
  @     inside(t->db_name, len) && inside(t->schema_name, len) && inside(t->type_name, len) &&
  @     inside(t->assembly_name, len); */

/* Parameters have TEXT without pointer, UDT without assembly, and tables; a table has no tables. */
enum place { IN_ROW, IN_REQUEST, IN_TABLE };

/* A B_VARCHAR or US_VARCHAR: a count of characters, and the characters. */
/*@ requires width == 1 || width == 2;
  @ READS;
  @ ensures inside(\result, r->end) && (r->status == WYRE_OK ==> r->pos >= \old(r->pos) + width); */
INLINE wyre_span
rd_varchar(wyre_rd *r, unsigned width, uint32_t dialect)
{
    size_t count = width == 1 ? rd_u8(r) : rd_u16le(r);
    return rd_span(r, (dialect & WYRE_TDS_BEFORE_7_0) != 0 ? count : count * 2);
}

/* Goes on behind what an iterator of the same input stopped at. */
/*@ requires reading(r) && pos <= r->end && (status < WYRE_OK || status == WYRE_END);
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && status == WYRE_END && r->pos == pos; */
INLINE void
rd_resume(wyre_rd *r, wyre_status status, size_t pos)
{
    if (status == WYRE_END)
        r->pos = pos;
    else
        rd_refuse(r, status, pos);
}

/* From `start` to where the reader is; nothing once it refused. */
/*@ requires reading(r) && start <= r->pos;
  @ assigns \nothing;
  @ ensures inside(\result, r->end); */
INLINE wyre_span
rd_since(const wyre_rd *r, size_t start)
{
    if (r->status != WYRE_OK)
        return (wyre_span){0, 0};
    return (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
}

/* Tables came with 7.3. */
/*@ assigns \nothing; */
INLINE int
has_tables(uint32_t dialect)
{
    return (dialect & (WYRE_TDS_BEFORE_7_2 | WYRE_TDS_BEFORE_7_1 | WYRE_TDS_BEFORE_7_0)) == 0;
}

/*@ READS; */
INLINE uint32_t
rd_user_type(wyre_rd *r, uint32_t dialect)
{
    return (dialect & WYRE_TDS_BEFORE_7_2) != 0 ? rd_u16le(r) : rd_u32le(r);
}

void wyre_tds_read_type(wyre_rd *r, uint32_t dialect, enum place place, wyre_tds_type_info *t);
void wyre_tds_read_value(wyre_rd *r, enum place place, const wyre_tds_type_info *t,
                         wyre_tds_value *v);
void wyre_tds_write_type(wyre_wr *w, uint32_t dialect, enum place place,
                         const wyre_tds_type_info *t, const uint8_t *src, size_t src_len);
void wyre_tds_write_value(wyre_wr *w, enum place place, const wyre_tds_type_info *t,
                          const wyre_tds_value *v, const uint8_t *src, size_t src_len);
void wyre_tds_write_varchar(wyre_wr *w, unsigned width, uint32_t dialect, const uint8_t *src,
                            size_t src_len, wyre_span span);
void wyre_tds_write_user_type(wyre_wr *w, uint32_t dialect, uint32_t user_type);
void wyre_tds_write_column(wyre_wr *w, const wyre_tds_column *c, uint32_t dialect, enum place place,
                           const uint8_t *src, size_t src_len);
/* Whether a value that is not NULL can be of len bytes, so far as its type says so. */
int wyre_tds_length_fits(const wyre_tds_type_info *t, uint32_t len);
/* Reads the head of COLMETADATA, ALTMETADATA or COLFMT at it->pos, once; whether it could. */
wyre_status wyre_tds_read_head(wyre_tds_column_iter *it, const uint8_t *in, size_t in_len,
                               uint32_t dialect);
/* The column at the reader, of metadata whose head was read. */
void wyre_tds_read_column(wyre_rd *r, const wyre_tds_column_iter *it, uint32_t dialect,
                          wyre_tds_column *c);
/* wyre_tds_column_next behind the head, with a reader of all its input. */
wyre_status wyre_tds_next_column(wyre_rd *r, wyre_tds_column_iter *it, uint32_t dialect,
                                 wyre_tds_column *out);
void wyre_tds_read_table_column(wyre_rd *r, uint32_t dialect, wyre_tds_column *c);
/* Passes over the row that begins at the reader, along metadata whose head was read and that were walked
 * once: its columns are all there. */
void wyre_tds_skip_row(wyre_rd *r, const wyre_tds_column_iter *columns, uint32_t dialect);
/* Where the crypto of a column, RETURNVALUE or parameter stands: place is WYRE_TDS_CRYPTO_... */
wyre_span wyre_tds_skip_crypto(wyre_rd *r, uint8_t place, uint32_t dialect);
/* Where a table stands, and whether it is NULL. */
wyre_span wyre_tds_skip_table(wyre_rd *r, uint32_t dialect, uint8_t *is_null);
/* The value at the reader and its column, which stands at *column_at; 0: the row has none for it. */
int wyre_tds_read_table_value(wyre_rd *r, size_t *column_at, uint32_t dialect,
                              wyre_tds_column *column, wyre_tds_value *value);
/* DATACLASSIFICATION behind its token byte. */
void wyre_tds_read_classification(wyre_rd *r, uint32_t dialect, wyre_tds_dataclassification *m);
/* The columns and options of a table: then its rows begin. */
void wyre_tds_read_table_head(wyre_rd *r, uint32_t dialect, wyre_tds_table *t);
#ifndef WYRE_PROVE
#include "../core/layout.h"
void wyre_tds_tell_type(layout *l, const wyre_tds_type_info *t);
void wyre_tds_tell_value(layout *l, const wyre_tds_type_info *t, const wyre_tds_value *v);
#endif
#endif

/* Reading and writing of types and values, for whoever carries them: columns, rows, parameters. */
#ifndef WYRE_LIB_TDS_TDS_TYPE_H
#define WYRE_LIB_TDS_TDS_TYPE_H
#include <wyre/tds_packet.h>
#include <wyre/tds_type.h>
#include "../core/cursor.h"

enum place { IN_ROW, IN_REQUEST }; /* parameters have TEXT without pointer, UDT without assembly */

/* A B_VARCHAR or US_VARCHAR: a count of characters, and the characters. */
INLINE wyre_span
rd_varchar(wyre_rd *r, unsigned width, uint32_t dialect)
{
    size_t count = width == 1 ? rd_u8(r) : rd_u16le(r);
    return rd_span(r, (dialect & WYRE_TDS_BEFORE_7_0) != 0 ? count : count * 2);
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
/* Reads the head of COLMETADATA or COLFMT at it->pos, once; whether it could. */
wyre_status wyre_tds_read_head(wyre_tds_column_iter *it, const uint8_t *in, size_t in_len,
                               uint32_t dialect);
#ifndef WYRE_PROVE
#include "../core/layout.h"
void wyre_tds_tell_type(layout *l, const wyre_tds_type_info *t);
void wyre_tds_tell_value(layout *l, const wyre_tds_type_info *t, const wyre_tds_value *v);
#endif
#endif

/* What the files that tell messages share. */
#ifndef WYRE_LIB_TDS_TDS_TELL_H
#define WYRE_LIB_TDS_TDS_TELL_H
#include <wyre/tds_row.h>
#include <wyre/tds_tell.h>
#include "../core/layout.h"

#ifndef WYRE_PROVE

/* One telling: the first refusal sticks, as everywhere. */
typedef struct telling {
    const uint8_t *in;
    size_t in_len;
    const wyre_visitor *v;
    size_t fault;
    wyre_status status;
} telling;

INLINE void
fail(telling *t, wyre_status status, size_t fault)
{
    if (t->status == WYRE_OK && status != WYRE_OK && status != WYRE_END) {
        t->status = status;
        t->fault = fault;
    }
}

#define TELL_AS(T, v, in, in_len)                                                                  \
    do {                                                                                           \
        T m;                                                                                       \
        if (T##_decode(in, in_len, 0, &m, NULL) == WYRE_OK)                                        \
            T##_visit(&m, v);                                                                      \
    } while (0)

/* `block` is where the features stand; what is told counts from the start of the window around them. */
void wyre_tds_tell_features(telling *t, wyre_span block, size_t window);
void wyre_tds_tell_tokens(telling *t, wyre_tds_conversation *c);
/* What may have something inside: a table, or what an SSVARIANT holds. */
typedef struct wyre_tds_inside {
    wyre_span data;
    uint8_t type;
} wyre_tds_inside;

/* `in` is what the spans count from, and the start of the window around them. */
void wyre_tds_tell_inside(telling *t, const uint8_t *in, const wyre_tds_inside *inside,
                          uint32_t dialect);
void wyre_tds_tell_crypto(telling *t, const uint8_t *in, wyre_span crypto, uint8_t place,
                          uint32_t dialect);
/* A column, with what is inside it. */
void wyre_tds_tell_column(telling *t, const uint8_t *in, size_t in_len,
                          const wyre_tds_column *column, uint32_t dialect);
/* The values of the row at pos. */
void wyre_tds_tell_row(telling *t, const wyre_tds_column_iter *columns, uint32_t pos,
                       uint32_t dialect);

#endif
#endif

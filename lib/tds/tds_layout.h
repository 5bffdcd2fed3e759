/* Lines of a layout that TDS adds to those of core/layout.h. */
#ifndef WYRE_LIB_TDS_TDS_LAYOUT_H
#define WYRE_LIB_TDS_TDS_LAYOUT_H
#include <wyre/tds_packet.h>
#include "../core/layout.h"

/* clang-format off */
/* What a section of a layout promises. */
#define LAYS(l, m)                                                                                 \
    requires open(l) && \valid(m) && \separated(m, l, l->in + (0 .. l->in_len - 1));               \
    ensures open(l);                                                                               \
    ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status)
/* clang-format on */

/*@ requires open(l) && within(l, at, 1);
  @ assigns l->status, l->fault;
  @ ensures open(l);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
expect8(layout *l, size_t at, uint8_t value)
{
    if (l->in[l->base + at] != value)
        refuse(l, WYRE_E_VALUE, l->base + at);
}

/* PRESENT: whether anything follows, for parts that may be left out.
 * TOKEN: the byte that says which token this is.
 * DIALECT: the struct keeps what decode was told.
 * B_VARCHAR, US_VARCHAR: text behind a count of 8 or 16 bits, of the width that its dialect has.
 * LINE_NUMBER, ROW_COUNT: numbers at the tail whose width grew with 7.2. */
#ifdef WYRE_PROVE
#define PRESENT(l, m, f)     ((m)->f = (l)->end < (l)->limit)
#define TOKEN(l, at, value)  expect8(l, at, value)
#define DIALECT(l, m)        ((m)->dialect = (l)->flags)
#define B_VARCHAR(l, m, f)   next_prefixed(l, 1, unit_of((m)->dialect), &(m)->f)
#define US_VARCHAR(l, m, f)  next_prefixed(l, 2, unit_of((m)->dialect), &(m)->f)
#define LINE_NUMBER(l, m, f) ((m)->f = (uint32_t)next_number(l, line_width((m)->dialect)))
#define ROW_COUNT(l, m, f)   ((m)->f = next_number(l, (l)->limit - (l)->end < 8 ? 4 : 8))

/*@ assigns \nothing; ensures \result == 1 || \result == 2; */
static unsigned
unit_of(uint32_t dialect)
{
    return (dialect & WYRE_TDS_BEFORE_7_0) != 0 ? 1 : 2;
}
/*@ assigns \nothing; ensures \result == 2 || \result == 4; */
static unsigned
line_width(uint32_t dialect)
{
    return (dialect & WYRE_TDS_BEFORE_7_2) != 0 ? 2 : 4;
}

#else

INLINE void
present(layout *l, uint8_t *value)
{
    if (l->way == DECODE)
        *value = l->end < l->limit;
}
INLINE void
token_byte(layout *l, size_t at, uint8_t value)
{
    if (l->way == DECODE)
        expect8(l, at, value);
    if (l->way == ENCODE)
        store8(l, at, value);
}
INLINE void
dialect_of(layout *l, uint32_t *dialect)
{
    if (l->way == DECODE)
        *dialect = l->flags;
}
INLINE void
varchar(layout *l, const char *name, uint32_t dialect, unsigned width, wyre_span *span)
{
    if ((dialect & WYRE_TDS_BEFORE_7_0) != 0)
        prefixed(l, name, WYRE_KIND_TEXT, width, 1, span);
    else
        prefixed(l, name, WYRE_KIND_UTF16, width, 2, span);
}
INLINE void
line_number(layout *l, const char *name, uint32_t dialect, uint32_t *value)
{
    unsigned width = (dialect & WYRE_TDS_BEFORE_7_2) != 0 ? 2 : 4;
    if (l->way == ENCODE && width == 2 && *value > UINT16_MAX)
        refuse(l, WYRE_E_RANGE, 0);
    uint64_t got = next(l, name, WYRE_KIND_NUMBER, width, *value);
    if (l->way == DECODE)
        *value = (uint32_t)got;
}
/* The width is what is left of the token; the dialect keeps it. */
INLINE void
row_count(layout *l, const char *name, uint32_t *dialect, uint64_t *value)
{
    if (l->way == DECODE)
        *dialect = l->limit - l->end < 8 ? WYRE_TDS_BEFORE_7_2 : 0;
    unsigned width = (*dialect & WYRE_TDS_BEFORE_7_2) != 0 ? 4 : 8;
    if (l->way == ENCODE && width == 4 && *value > UINT32_MAX)
        refuse(l, WYRE_E_RANGE, 0);
    uint64_t got = next(l, name, WYRE_KIND_NUMBER, width, *value);
    if (l->way == DECODE)
        *value = got;
}
#define PRESENT(l, m, f)     present(l, &(m)->f)
#define TOKEN(l, at, value)  token_byte(l, at, value)
#define DIALECT(l, m)        dialect_of(l, &(m)->dialect)
#define B_VARCHAR(l, m, f)   varchar(l, #f, (m)->dialect, 1, &(m)->f)
#define US_VARCHAR(l, m, f)  varchar(l, #f, (m)->dialect, 2, &(m)->f)
#define LINE_NUMBER(l, m, f) line_number(l, #f, (m)->dialect, &(m)->f)
#define ROW_COUNT(l, m, f)   row_count(l, #f, &(m)->dialect, &(m)->f)
#endif
#endif

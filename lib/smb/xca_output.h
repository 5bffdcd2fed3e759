/* What a decompressor has written. It goes on counting past cap without writing, so that the size
 * needed comes out of the same code path. */
#ifndef WYRE_LIB_SMB_XCA_OUTPUT_H
#define WYRE_LIB_SMB_XCA_OUTPUT_H
#include <string.h>
#include <wyre/core.h>
#include "../core/bytes.h"

typedef struct output {
    uint8_t *out;
    size_t cap;
    size_t len; /* so far; what is at or past cap was counted only */
} output;

/* How many of the next n bytes fit. */
INLINE size_t
fitting(const output *o, size_t n)
{
    size_t room = o->len < o->cap ? o->cap - o->len : 0;
    return n < room ? n : room;
}

/* Whether n more bytes stay below 4 GiB. */
INLINE int
countable(const output *o, uint64_t n)
{
    return n <= UINT32_MAX - o->len;
}

INLINE void
put_literal(output *o, uint8_t byte)
{
    if (o->len < o->cap)
        o->out[o->len] = byte;
    o->len++;
}

INLINE void
put_literals(output *o, const uint8_t *bytes, size_t n)
{
    size_t fits = fitting(o, n);
    if (fits > 0)
        memcpy(o->out + o->len, bytes, fits);
    o->len += n;
}

/* Repeats n bytes from `distance` back, which may overlap what they make: the copied stretch doubles
 * with each step. 0 < distance <= o->len. */
INLINE void
put_match(output *o, size_t distance, size_t n)
{
    size_t left = fitting(o, n);
    uint8_t *to = left > 0 ? o->out + o->len : NULL;
    o->len += n;
    while (left > 0) {
        size_t step = left < distance ? left : distance;
        memcpy(to, to - distance, step);
        to += step;
        left -= step;
        distance += step;
    }
}
#endif

/* One pass over a line: where it ends, what must not stand in it, and where its first fields end. */
#ifndef WYRE_LIB_MSNP_SCAN_H
#define WYRE_LIB_MSNP_SCAN_H
#include "../core/line.h"
#include "../core/apart.h"

typedef struct line {
    size_t feed;    /* its LF, or the end */
    size_t bad;     /* the first CR or NUL in front of that, or the end */
    uint64_t stops; /* bit i: a field ends in front of in[i], a space or the line's end */
} line;

#ifdef WYRE_PROVE /* byte by byte, and no stop is known: see core/line.h */

/*@ requires \valid_read(in + (0 .. len - 1));
  @ assigns \nothing;
  @ ensures \result.feed <= len && \result.bad <= len;
  @ ensures \result.feed < len ==> in[\result.feed] == 10; */
INLINE line
line_of(const uint8_t *in, size_t len)
{
    line l = {0, len, 0};
    /*@ loop invariant l.feed <= len && l.bad <= len;
      @ loop assigns l.feed, l.bad; loop variant len - l.feed; */
    while (l.feed < len && in[l.feed] != '\n') {
        if (l.bad == len && (in[l.feed] == '\r' || in[l.feed] == '\0'))
            l.bad = l.feed;
        l.feed++;
    }
    return l;
}

/*@ requires at <= end && \valid_read(in + (0 .. end - 1));
  @ assigns \nothing;
  @ ensures at <= \result <= end; */
INLINE size_t
field_end(const uint8_t *in, uint64_t stops, size_t at, size_t end)
{
    (void)stops;
    /*@ loop invariant \at(at, Pre) <= at <= end; loop assigns at; loop variant end - at; */
    while (at < end && in[at] != ' ')
        at++;
    return at;
}

/*@ requires 4 <= end && \valid_read(in + (0 .. end - 1));
  @ assigns \nothing;
  @ ensures 4 <= \result <= end; */
INLINE size_t
last_field(const uint8_t *in, uint64_t stops, size_t end)
{
    size_t at = end;
    (void)stops;
    /*@ loop invariant 4 <= at <= end; loop assigns at; loop variant at; */
    while (at > 4 && in[at - 1] != ' ')
        at--;
    return at;
}

#else

/* What up to 64 bytes hold; bit i is byte i. `low` are those up to CR: only these need a look. */
typedef struct marks {
    uint64_t low, spaces;
} marks;

INLINE void
mark_step(marks *m, const uint8_t *p, size_t at)
{
    m->low |= low_in_step(p + at, '\r') << at;
    m->spaces |= found_in_step(p + at, ' ') << at;
}

/* The 32 bytes at p + at, with vectors. */
INLINE void
mark_32(marks *m, const uint8_t *p, size_t at)
{
    mark_step(m, p, at);
    if (STEP < 32)
        mark_step(m, p, at + 16);
}

/* Of the n bytes at p, n from 1 to 64. The last may be looked at for the second time. */
static APART marks
marks_of(const uint8_t *p, size_t n)
{
    marks m = {0, 0};
    size_t at = 0;
    if (STEP > 8 && n >= 32) {
        mark_32(&m, p, 0);
        mark_32(&m, p, n - 32);
        return m;
    }
    for (; n - at >= STEP; at += STEP)
        mark_step(&m, p, at);
    if (at < n && n >= STEP) {
        mark_step(&m, p, n - STEP);
        return m;
    }
    for (; at < n; at++) {
        m.low |= (uint64_t)(p[at] <= '\r') << at;
        m.spaces |= (uint64_t)(p[at] == ' ') << at;
    }
    return m;
}

/* The spaces in front of the line's end, and that end. */
INLINE uint64_t
stops_of(uint64_t spaces, size_t line_end)
{
    if (line_end >= 64)
        return spaces;
    uint64_t end = (uint64_t)1 << line_end;
    return (spaces & (end - 1)) | end;
}

/* The low bytes of in[at .. at + 63], in order: whether one of them ends the line. */
INLINE int
ends_in(const uint8_t *in, size_t at, uint64_t low, size_t len, line *l)
{
    for (; low != 0; low &= low - 1) {
        size_t i = at + (size_t)__builtin_ctzll(low);
        if (in[i] == '\n') {
            l->feed = i;
            return 1;
        }
        if (l->bad == len && (in[i] == '\r' || in[i] == '\0'))
            l->bad = i;
    }
    return 0;
}

/* A line of any length, with anything in it. `spaces` are those of the first 64 bytes. */
static APART line
long_line(const uint8_t *in, size_t len, uint64_t spaces)
{
    line l = {len, len, 0};
    size_t at = 0;
    while (at < len &&
           !ends_in(in, at, marks_of(in + at, len - at < 64 ? len - at : 64).low, len, &l))
        at += 64;
    l.stops = stops_of(spaces, l.bad + 1 == l.feed ? l.bad : l.feed);
    return l;
}

/* The first line of in[0 .. len - 1]. Most are short, and nothing low stands in front of CR LF. */
INLINE line
line_of(const uint8_t *in, size_t len)
{
    marks m = marks_of(in, len < 64 ? len : 64);
    if (m.low != 0) {
        size_t i = (size_t)__builtin_ctzll(m.low);
        if (i + 1 < len && in[i] == '\r' && in[i + 1] == '\n')
            return (line){i + 1, i, stops_of(m.spaces, i)};
    }
    return long_line(in, len, m.spaces);
}

static APART size_t
far_field_end(const uint8_t *in, size_t at, size_t end)
{
    for (; end - at >= STEP; at += STEP) {
        uint64_t mask = found_in_step(in + at, ' ');
        if (mask != 0)
            return at + (size_t)__builtin_ctzll(mask);
    }
    while (at < end && in[at] != ' ')
        at++;
    return at;
}

/* The first space of in[at .. end - 1], or end: where a field ends. `stops` may know; 0 knows nothing. */
INLINE size_t
field_end(const uint8_t *in, uint64_t stops, size_t at, size_t end)
{
    if (at >= 64 || stops >> at == 0)
        return far_field_end(in, at, end);
    size_t stop = at + (size_t)__builtin_ctzll(stops >> at);
    return stop < end ? stop : end;
}

/* Where the last field of in[4 .. end - 1] begins. */
INLINE size_t
last_field(const uint8_t *in, uint64_t stops, size_t end)
{
    size_t at = end;
    if (end < 64 && stops != 0)
        return 64 - (size_t)__builtin_clzll(stops & (((uint64_t)1 << end) - 1));
    while (at > 4 && in[at - 1] != ' ')
        at--;
    return at;
}

#endif
#endif

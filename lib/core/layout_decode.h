/* Layouts, the way in: what each line does when a message is decoded. The contracts are what `make
 * prove` shows of every decoder that is made of these lines. */
#ifndef WYRE_LIB_CORE_LAYOUT_DECODE_H
#define WYRE_LIB_CORE_LAYOUT_DECODE_H
#include <string.h>
#include <wyre/core.h>
#include "cursor.h"

enum way { DECODE, ENCODE, VISIT };

typedef struct layout {
    enum way way;
    wyre_status status;
    uint32_t flags;    /* decoding: the caller's leniencies */
    size_t fault;      /* offset of the byte at fault */
    size_t base;       /* where the fixed part begins: the offsets of its lines count from there */
    size_t fixed_len;  /* of the fixed part */
    size_t end;        /* of the parts so far; encoding, it goes on past cap */
    size_t limit;      /* decoding: where the parts must end */
    const uint8_t *in; /* decoding: the unit */
    size_t in_len;
    const uint8_t *src; /* encoding: what the spans count from */
    size_t src_len;
    int fits;             /* encoding: whether `out` has room for the fixed part */
    uint8_t *fixed;       /* and where that is */
    size_t total_at;      /* encoding: where the length of the unit stands */
    unsigned total_width; /* and its bytes; 0: there is no such field */
    unsigned total_be;    /* whether those are big-endian */
    size_t total_from;    /* what it counts begins here */
    uint8_t *out;
    size_t cap;
    const wyre_visitor *visitor;
} layout;

/*@ predicate open(layout *l) = \valid(l) && l->in_len <= 0xffffffff &&
  @     \valid_read(l->in + (0 .. l->in_len - 1)) && \separated(l, l->in + (0 .. l->in_len - 1)) &&
  @     l->end <= l->limit <= l->in_len && l->base + l->fixed_len <= l->end && l->fault <= l->in_len &&
  @     l->status <= WYRE_OK;
  @ predicate kept{A, B}(layout *l) = \at(l->in, A) == \at(l->in, B) && \at(l->in_len, A) == \at(l->in_len, B) &&
  @     \at(l->end, A) == \at(l->end, B) && \at(l->limit, A) == \at(l->limit, B) &&
  @     \at(l->base, A) == \at(l->base, B) && \at(l->fixed_len, A) == \at(l->fixed_len, B);
  @ predicate within(layout *l, integer at, integer size) = 0 <= at && at + size <= l->fixed_len; */

/* ---- the first refusal wins -------------------------------------------------------------------- */

/*@ requires \valid(l);
  @ assigns l->status, l->fault;
  @ ensures \old(l->status) == WYRE_OK ? l->status == status && l->fault == fault
  @                                    : l->status == \old(l->status) && l->fault == \old(l->fault); */
INLINE void
refuse(layout *l, wyre_status status, size_t fault)
{
    if (l->status == WYRE_OK) {
        l->status = status;
        l->fault = fault;
    }
}

/* ---- decode: the lines ------------------------------------------------------------------------- */

/*@ requires open(l) && within(l, at, 1) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void
load8(layout *l, size_t at, uint8_t *v)
{
    *v = l->in[l->base + at];
}
/*@ requires open(l) && within(l, at, 2) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void
load16(layout *l, size_t at, uint16_t *v)
{
    *v = le16(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, 4) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void
load32(layout *l, size_t at, uint32_t *v)
{
    *v = le32(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, 8) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l) && kept{Pre, Post}(l); */
INLINE void
load64(layout *l, size_t at, uint64_t *v)
{
    *v = le64(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, 2) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void
load16be(layout *l, size_t at, uint16_t *v)
{
    *v = be16(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, 4) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void
load32be(layout *l, size_t at, uint32_t *v)
{
    *v = be32(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, n) && \valid(v + (0 .. n - 1));
  @ requires \separated(v + (0 .. n - 1), l, l->in + (0 .. l->in_len - 1));
  @ assigns v[0 .. n - 1]; ensures open(l); */
INLINE void
load_bytes(layout *l, size_t at, uint8_t *v, size_t n)
{
    copy(v, l->in + l->base + at, n);
}
/*@ requires open(l) && within(l, at, 2);
  @ assigns l->status, l->fault;
  @ ensures open(l);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
expect16(layout *l, size_t at, uint16_t value)
{
    if (UNLIKELY(le16(l->in + l->base + at) != value))
        refuse(l, WYRE_E_VALUE, l->base + at);
}
/*@ requires open(l) && within(l, at, 4);
  @ assigns l->status, l->fault;
  @ ensures open(l);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
expect_magic(layout *l, size_t at, uint32_t value)
{
    if (UNLIKELY(be32(l->in + l->base + at) != value))
        refuse(l, WYRE_E_MAGIC, l->base + at);
}
/* An offset or length field of 1, 2 or 4 bytes. */
/*@ requires open(l) && within(l, at, width) && (width == 1 || width == 2 || width == 4);
  @ assigns \nothing;
  @ ensures width == 2 ==> \result <= 65535; */
INLINE uint32_t
load_width(const layout *l, size_t at, unsigned width)
{
    if (width == 1)
        return l->in[l->base + at];
    if (width == 2)
        return le16(l->in + l->base + at);
    return le32(l->in + l->base + at);
}

/* A length field that counts units of `unit` bytes, as bytes. */
/*@ requires open(l) && within(l, at, width) && (width == 1 || width == 2 || width == 4);
  @ requires 0 < unit;
  @ assigns l->status, l->fault;
  @ ensures open(l);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE uint32_t
load_units(layout *l, size_t at, unsigned width, unsigned unit)
{
    uint32_t len = load_width(l, at, width);
    if (len <= UINT32_MAX / unit)
        return len * unit;
    refuse(l, WYRE_E_LENGTH, l->base + at);
    return 0;
}

/* The one place where a wire offset becomes a span, which always lies inside the unit and behind the
 * fixed part. An empty part keeps its offset where that is inside, so that it can be written back as
 * it came; else its offset is 0. */
/*@ requires open(l) && within(l, at, 1) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && l->end >= \old(l->end) && (l->status == WYRE_OK ==> inside(*span, l->in_len));
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
resolve(layout *l, size_t at, uint32_t off, uint32_t len, wyre_span *span)
{
    span->off = 0;
    span->len = len;
    if (len == 0) {
        if (off <= l->in_len)
            span->off = off;
        return;
    }
    uint64_t end = (uint64_t)off + len;
    if (UNLIKELY(off < l->base + l->fixed_len || end > l->limit)) {
        refuse(l, WYRE_E_OFFSET, l->base + at);
        return;
    }
    span->off = off;
    if (end > l->end)
        l->end = (size_t)end;
}

/* The one place where the tail is claimed: the next len bytes behind the parts so far. */
/*@ requires open(l) && fault <= l->in_len && \valid(span);
  @ requires \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && inside(*span, l->in_len);
  @ ensures len <= l->limit - \old(l->end)
  @         ? l->end == \old(l->end) + len == span->off + span->len && span->len == len && l->status == \old(l->status)
  @         : l->end == \old(l->end) && l->status != WYRE_OK;
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_in_line(layout *l, size_t fault, size_t len, wyre_span *span)
{
    if (UNLIKELY(len > l->limit - l->end)) {
        span->off = 0;
        span->len = 0;
        refuse(l, WYRE_E_LENGTH, fault);
        return;
    }
    span->off = (uint32_t)l->end;
    span->len = (uint32_t)len;
    l->end += len;
}

/* A length of 1, 2 or 4 bytes at the tail, in units of `unit` bytes, and as many units behind it. */
/*@ requires open(l) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ requires (width == 1 || width == 2 || width == 4) && (unit == 1 || unit == 2);
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_prefixed(layout *l, unsigned width, unsigned unit, wyre_span *span)
{
    size_t prefix = l->end;
    uint32_t len;
    next_in_line(l, l->limit, width, span);
    if (l->end == prefix)
        return;
    if (width == 1)
        len = l->in[prefix];
    else
        len = width == 2 ? le16(l->in + prefix) : le32(l->in + prefix);
    if (len > (l->limit - l->end) / unit) {
        span->off = 0;
        span->len = 0;
        refuse(l, WYRE_E_LENGTH, prefix);
        return;
    }
    next_in_line(l, prefix, (size_t)len * unit, span);
}

/* Up to the NUL of `unit` bytes, which is claimed but does not belong to the span. */
/*@ requires open(l) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ requires unit == 1 || unit == 2;
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_terminated(layout *l, unsigned unit, wyre_span *span)
{
    size_t start = l->end;
    size_t at = start;
    /*@ loop invariant start <= at <= l->limit && open(l);
      @ loop assigns at; loop variant l->limit - at; */
    while (l->limit - at >= unit && (l->in[at] != 0 || l->in[at + unit - 1] != 0))
        at += unit;
    span->off = 0;
    span->len = 0;
    if (l->limit - at < unit) {
        refuse(l, WYRE_E_TEXT, start);
        return;
    }
    span->off = (uint32_t)start;
    span->len = (uint32_t)(at - start);
    l->end = at + unit;
}

/* A list without a length of its own, which runs from `off`, counted from `origin`, to the end of the
 * unit. Where it counts no entries, its offset is as meaningless as that of any empty part. */
/*@ requires open(l) && within(l, at, 1) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && l->end >= \old(l->end) && (l->status == WYRE_OK ==> inside(*span, l->in_len));
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
resolve_to_end(layout *l, size_t at, uint32_t off, size_t origin, uint32_t entries, wyre_span *span)
{
    span->off = 0;
    span->len = 0;
    if (origin > l->limit || off >= l->limit - origin) {
        if (entries != 0)
            refuse(l, WYRE_E_OFFSET, l->base + at);
        return;
    }
    size_t start = off + origin;
    resolve(l, at, (uint32_t)start, entries != 0 ? (uint32_t)(l->limit - start) : 0, span);
}

/*@ requires open(l) && within(l, at, 0);
  @ assigns l->status, l->fault;
  @ ensures open(l);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
expect_whole(layout *l, size_t at)
{
    if (l->end != l->limit)
        refuse(l, WYRE_E_VALUE, l->base + at);
}

/* Padding up to a multiple of n from the start of the unit; where the unit ends first, up to there. */
/*@ requires open(l) && 0 < n;
  @ assigns l->end;
  @ ensures open(l) && l->end >= \old(l->end); */
INLINE void
skip_padding(layout *l, size_t n)
{
    size_t over = l->end % n;
    if (over == 0)
        return;
    l->end = n - over < l->limit - l->end ? l->end + (n - over) : l->limit;
}

/* The unit ends len bytes behind `from`; no part goes past it. */
/*@ requires open(l) && within(l, at, 1) && l->base <= from <= l->end;
  @ assigns l->limit, l->status, l->fault;
  @ ensures open(l) && l->limit <= \old(l->limit);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
limit_to(layout *l, size_t at, size_t from, uint32_t len)
{
    if (len < l->end - from || len > l->limit - from)
        refuse(l, WYRE_E_LENGTH, l->base + at);
    else
        l->limit = from + len;
}

/* A part whose offset counts from `origin`. */
/*@ requires open(l) && within(l, at, 1) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && l->end >= \old(l->end) && (l->status == WYRE_OK ==> inside(*span, l->in_len));
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
resolve_from(layout *l, size_t at, size_t origin, uint32_t off, uint32_t len, wyre_span *span)
{
    span->off = 0;
    span->len = 0;
    if (origin <= l->limit && off <= l->limit - origin)
        resolve(l, at, (uint32_t)(off + origin), len, span);
    else if (len != 0)
        refuse(l, WYRE_E_OFFSET, l->base + at);
}

/* An integer of 1 to 8 bytes at the tail. */
/*@ requires open(l) && (width == 1 || width == 2 || width == 4 || width == 8);
  @ assigns l->status, l->fault, l->end;
  @ ensures open(l) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE uint64_t
next_number(layout *l, unsigned width)
{
    size_t at = l->end;
    if (width > l->limit - at) {
        refuse(l, WYRE_E_LENGTH, l->limit);
        return 0;
    }
    l->end = at + width;
    if (width == 1)
        return l->in[at];
    if (width == 2)
        return le16(l->in + at);
    return width == 4 ? le32(l->in + at) : le64(l->in + at);
}

/* A NUL at the tail. */
/*@ requires open(l);
  @ assigns l->status, l->fault, l->end;
  @ ensures open(l) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_nul(layout *l)
{
    size_t at = l->end;
    if (next_number(l, 1) != 0)
        refuse(l, WYRE_E_VALUE, at);
}

/* n bytes at the tail that stand in the struct. */
/*@ requires open(l) && \valid(v + (0 .. n - 1));
  @ requires \separated(v + (0 .. n - 1), l, l->in + (0 .. l->in_len - 1));
  @ assigns v[0 .. n - 1], l->status, l->fault, l->end;
  @ ensures open(l) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_bytes(layout *l, uint8_t *v, size_t n)
{
    size_t at = l->end;
    if (n > l->limit - at) {
        refuse(l, WYRE_E_LENGTH, l->limit);
        return;
    }
    l->end = at + n;
    copy(v, l->in + at, n);
}

/* ---- decode: in and out ------------------------------------------------------------------------ */

/*@ requires \valid(l) && \valid_read(in + (0 .. in_len - 1)) && \separated(l, in + (0 .. in_len - 1));
  @ requires fixed_len <= 65536 && base <= 0xffffffff;
  @ assigns *l;
  @ ensures l->in == in && l->in_len == in_len && l->limit == in_len;
  @ ensures l->base == base && l->fixed_len == fixed_len && l->end == base + fixed_len;
  @ ensures l->way == DECODE && l->flags == flags && l->fault <= in_len && l->status <= WYRE_OK;
  @ ensures l->status == WYRE_OK ==> open(l) && (flags & (uint32_t)~known) == 0; */
INLINE void
begin_decoding(layout *l, const uint8_t *in, size_t in_len, size_t base, size_t fixed_len,
               uint32_t flags, uint32_t known)
{
    l->way = DECODE;
    l->status = WYRE_OK;
    l->flags = flags;
    l->fault = 0;
    l->base = base;
    l->fixed_len = fixed_len;
    l->end = base + fixed_len;
    l->limit = in_len;
    l->in = in;
    l->in_len = in_len;
    if (UNLIKELY(in_len > UINT32_MAX || (flags & ~known) != 0))
        refuse(l, WYRE_E_ARG, 0);
    else if (UNLIKELY(base > in_len || fixed_len > in_len - base))
        refuse(l, WYRE_E_LENGTH, in_len);
}

/*@ requires \valid_read(l) && (n == \null || (\valid(n) && \separated(n, l)));
  @ requires l->fault <= l->in_len && (l->status == WYRE_OK ==> l->end <= l->in_len);
  @ assigns *n;
  @ ensures \result == l->status;
  @ ensures n != \null ==> *n == \old(l->status == WYRE_OK ? l->end : l->fault);
  @ ensures n != \null ==> *n <= \old(l->in_len); */
INLINE wyre_status
end_decoding(const layout *l, size_t *n)
{
    if (n != NULL)
        *n = l->status == WYRE_OK ? l->end : l->fault;
    return l->status;
}

#ifdef WYRE_PROVE /* zeroing a refusal is a memset over void *; the property ring tests it */
#define decoding(l, in, in_len, base, fixed_len, flags, known, out, out_len)                       \
    do {                                                                                           \
        CLEAR(out);                                                                                \
        begin_decoding(l, in, in_len, base, fixed_len, flags, known);                              \
    } while (0)
#define decoded(l, out, out_len, n) end_decoding(l, n)
#else
/* Zeroes *out first, so that what a layout has no line for is 0 and not left over. */
INLINE layout
layout_of(const uint8_t *in, size_t in_len, size_t base, size_t fixed_len, uint32_t flags,
          uint32_t known, void *out, size_t out_len)
{
    clear(out, out_len);
    layout l;
    begin_decoding(&l, in, in_len, base, fixed_len, flags, known);
    return l;
}
/* Returned as a whole, so that compilers see no member without a value; for the provers that costs too much. */
#define decoding(l, in, in_len, base, fixed_len, flags, known, out, out_len)                       \
    (*(l) = layout_of(in, in_len, base, fixed_len, flags, known, out, out_len))
INLINE wyre_status
decoded(const layout *l, void *out, size_t out_len, size_t *n)
{
    if (l->status != WYRE_OK)
        clear(out, out_len);
    return end_decoding(l, n);
}
#endif
#endif

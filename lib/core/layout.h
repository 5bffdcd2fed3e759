/* A message with a fixed layout is written down once, as a function over the lines defined here;
 * decode, encode and visit are three compilations of it. The way is a constant where the function
 * is inlined, so one branch of each line is left.
 *
 * A message has a fixed part, which is claimed by one bounds test, and parts of variable length
 * behind it: REF (offset and length stand in the fixed part), COUNT and RUN (the length stands in
 * the fixed part, the bytes are next in line), PREFIXED (the length stands right in front),
 * TERMINATED (up to a NUL), REST (all that is left). Offsets count from the start of the unit.
 *
 * `make prove` compiles the same text with WYRE_PROVE: the decode way alone, which is all that the
 * contracts below speak of. */
#ifndef WYRE_LIB_CORE_LAYOUT_H
#define WYRE_LIB_CORE_LAYOUT_H
#include <string.h>
#include <wyre/core.h>
#include "cursor.h"

enum way { DECODE, ENCODE, VISIT };

typedef struct layout {
    enum way way;
    wyre_status status;
    uint32_t flags;   /* decoding: the caller's leniencies */
    size_t fault;     /* offset of the byte at fault */
    size_t base;      /* where the fixed part begins: the offsets of its lines count from there */
    size_t fixed_len; /* of the fixed part */
    size_t end;       /* of the parts so far; encoding, it goes on past cap */
    size_t limit;     /* decoding: where the parts must end */
    const uint8_t *in; /* decoding: the unit */
    size_t in_len;
    const uint8_t *src; /* encoding: what the spans count from */
    size_t src_len;
    uint8_t *fixed; /* encoding: the fixed part, in `out` or in a scratch window */
    size_t total_at; /* encoding: where the length of the unit stands */
    unsigned total_width; /* and its bytes; 0: there is no such field */
    unsigned total_be;    /* whether those are big-endian */
    size_t total_from;    /* what it counts begins here */
    uint8_t *out;
    size_t cap;
    const wyre_visitor *visitor;
} layout;

/*@ predicate open(layout *l) = \valid(l) && l->in_len <= 0xffffffff &&
  @     \valid_read(l->in + (0 .. l->in_len - 1)) && \separated(l, l->in + (0 .. l->in_len - 1)) &&
  @     l->end <= l->limit <= l->in_len && l->base + l->fixed_len <= l->end && l->fault <= l->in_len;
  @ predicate within(layout *l, integer at, integer size) = 0 <= at && at + size <= l->fixed_len; */

/* ---- the first refusal wins -------------------------------------------------------------------- */

/*@ requires \valid(l);
  @ assigns l->status, l->fault;
  @ ensures \old(l->status) == WYRE_OK ? l->status == status && l->fault == fault
  @                                    : l->status == \old(l->status) && l->fault == \old(l->fault); */
INLINE void refuse(layout *l, wyre_status status, size_t fault)
{
    if (l->status == WYRE_OK) {
        l->status = status;
        l->fault = fault;
    }
}

/* ---- decode: the lines ------------------------------------------------------------------------- */

/*@ requires open(l) && within(l, at, 1) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void load8(layout *l, size_t at, uint8_t *v)
{
    *v = l->in[l->base + at];
}
/*@ requires open(l) && within(l, at, 2) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void load16(layout *l, size_t at, uint16_t *v)
{
    *v = le16(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, 4) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void load32(layout *l, size_t at, uint32_t *v)
{
    *v = le32(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, 8) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void load64(layout *l, size_t at, uint64_t *v)
{
    *v = le64(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, 2) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void load16be(layout *l, size_t at, uint16_t *v)
{
    *v = be16(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, 4) && \valid(v) && \separated(v, l, l->in + (0 .. l->in_len - 1));
  @ assigns *v; ensures open(l); */
INLINE void load32be(layout *l, size_t at, uint32_t *v)
{
    *v = be32(l->in + l->base + at);
}
/*@ requires open(l) && within(l, at, n) && \valid(v + (0 .. n - 1));
  @ requires \separated(v + (0 .. n - 1), l, l->in + (0 .. l->in_len - 1));
  @ assigns v[0 .. n - 1]; ensures open(l); */
INLINE void load_bytes(layout *l, size_t at, uint8_t *v, size_t n)
{
    copy(v, l->in + l->base + at, n);
}
/*@ requires open(l) && within(l, at, 2);
  @ assigns l->status, l->fault;
  @ ensures open(l);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void expect16(layout *l, size_t at, uint16_t value)
{
    if (le16(l->in + l->base + at) != value)
        refuse(l, WYRE_E_VALUE, l->base + at);
}
/*@ requires open(l) && within(l, at, 4);
  @ assigns l->status, l->fault;
  @ ensures open(l);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void expect_magic(layout *l, size_t at, uint32_t value)
{
    if (be32(l->in + l->base + at) != value)
        refuse(l, WYRE_E_MAGIC, l->base + at);
}
/* An offset or length field of 1, 2 or 4 bytes. */
/*@ requires open(l) && within(l, at, width) && (width == 1 || width == 2 || width == 4);
  @ assigns \nothing; */
INLINE uint32_t load_width(const layout *l, size_t at, unsigned width)
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
INLINE uint32_t load_units(layout *l, size_t at, unsigned width, unsigned unit)
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
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void resolve(layout *l, size_t at, uint32_t off, uint32_t len, wyre_span *span)
{
    span->off = 0;
    span->len = 0;
    if (len == 0) {
        if (off <= l->in_len)
            span->off = off;
        return;
    }
    if (off < l->base + l->fixed_len || off > l->limit || len > l->limit - off) {
        refuse(l, WYRE_E_OFFSET, l->base + at);
        return;
    }
    span->off = off;
    span->len = len;
    if (off + (size_t)len > l->end)
        l->end = off + (size_t)len;
}

/* The one place where the tail is claimed: the next len bytes behind the parts so far. */
/*@ requires open(l) && fault <= l->in_len && \valid(span);
  @ requires \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && inside(*span, l->in_len);
  @ ensures len <= l->limit - \old(l->end) ? l->end == \old(l->end) + len && l->status == \old(l->status)
  @                                        : l->end == \old(l->end) && l->status != WYRE_OK;
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void next_in_line(layout *l, size_t fault, size_t len, wyre_span *span)
{
    span->off = 0;
    span->len = 0;
    if (len > l->limit - l->end) {
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
INLINE void next_prefixed(layout *l, unsigned width, unsigned unit, wyre_span *span)
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
INLINE void next_terminated(layout *l, unsigned unit, wyre_span *span)
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
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void resolve_to_end(layout *l, size_t at, uint32_t off, size_t origin, uint32_t entries,
                           wyre_span *span)
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

/*@ requires open(l) && within(l, at, 1);
  @ assigns l->status, l->fault;
  @ ensures open(l);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void expect_whole(layout *l, size_t at)
{
    if (l->end != l->limit)
        refuse(l, WYRE_E_VALUE, l->base + at);
}

/* Padding up to a multiple of n from the start of the unit; where the unit ends first, up to there. */
/*@ requires open(l) && 0 < n;
  @ assigns l->end;
  @ ensures open(l) && l->end >= \old(l->end); */
INLINE void skip_padding(layout *l, size_t n)
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
INLINE void limit_to(layout *l, size_t at, size_t from, uint32_t len)
{
    if (len < l->end - from || len > l->limit - from)
        refuse(l, WYRE_E_LENGTH, l->base + at);
    else
        l->limit = from + len;
}

/* A part whose offset counts from `origin`. */
/*@ requires open(l) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void resolve_from(layout *l, size_t at, size_t origin, uint32_t off, uint32_t len,
                         wyre_span *span)
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
INLINE uint64_t next_number(layout *l, unsigned width)
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
INLINE void next_nul(layout *l)
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
INLINE void next_bytes(layout *l, uint8_t *v, size_t n)
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

/*@ requires readable: \valid_read(in + (0 .. in_len - 1));
  @ requires fixed_len <= 65536 && base <= 0xffffffff;
  @ assigns \nothing;
  @ ensures \result.in == in && \result.in_len == in_len && \result.limit == in_len;
  @ ensures \result.base == base && \result.fixed_len == fixed_len && \result.end == base + fixed_len;
  @ ensures \result.flags == flags && \result.fault <= in_len;
  @ ensures \result.status == WYRE_OK ==> base + fixed_len <= in_len <= 0xffffffff;
  @ ensures \result.status == WYRE_OK ==> (flags & (uint32_t)~known) == 0; */
INLINE layout begin_decoding(const uint8_t *in, size_t in_len, size_t base, size_t fixed_len,
                             uint32_t flags, uint32_t known)
{
    layout l;
    l.way = DECODE;
    l.status = WYRE_OK;
    l.flags = flags;
    l.fault = 0;
    l.base = base;
    l.fixed_len = fixed_len;
    l.end = base + fixed_len;
    l.limit = in_len;
    l.in = in;
    l.in_len = in_len;
    if ((flags & ~known) != 0 || in_len > UINT32_MAX)
        refuse(&l, WYRE_E_ARG, 0);
    if (base > in_len || fixed_len > in_len - base)
        refuse(&l, WYRE_E_LENGTH, in_len);
    return l;
}

/*@ requires \valid_read(l) && (n == \null || (\valid(n) && \separated(n, l)));
  @ assigns *n;
  @ ensures \result == l->status;
  @ ensures n != \null ==> *n == (l->status == WYRE_OK ? l->end : l->fault); */
INLINE wyre_status end_decoding(const layout *l, size_t *n)
{
    if (n != NULL)
        *n = l->status == WYRE_OK ? l->end : l->fault;
    return l->status;
}

#ifdef WYRE_PROVE /* zeroing is a memset over void *; the property ring tests it */
#define decoding(in, in_len, base, fixed_len, flags, known, out, out_len)                          \
    begin_decoding(in, in_len, base, fixed_len, flags, known)
#define decoded(l, out, out_len, n) end_decoding(l, n)
#else
/* Zeroes *out first, so that what a layout has no line for is 0 and not left over. */
INLINE layout decoding(const uint8_t *in, size_t in_len, size_t base, size_t fixed_len,
                       uint32_t flags, uint32_t known, void *out, size_t out_len)
{
    memset(out, 0, out_len);
    return begin_decoding(in, in_len, base, fixed_len, flags, known);
}
INLINE wyre_status decoded(const layout *l, void *out, size_t out_len, size_t *n)
{
    if (l->status != WYRE_OK)
        memset(out, 0, out_len);
    return end_decoding(l, n);
}
#endif

#ifndef WYRE_PROVE

/* ---- encode: in and out ------------------------------------------------------------------------ */

/* The fixed part goes to `out` where it fits, else to a scratch window, so that the exact need comes
 * out of the same code path. */
INLINE layout encoding(const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t base,
                       uint8_t *window, size_t fixed_len)
{
    layout l = {.way = ENCODE, .base = base, .fixed_len = fixed_len, .end = base + fixed_len};
    l.src = src;
    l.src_len = src_len;
    l.out = out;
    l.cap = cap;
    l.fixed = base <= cap && fixed_len <= cap - base && out != NULL ? out + base : window;
    return l;
}

INLINE void store_width(layout *l, size_t at, unsigned width, size_t value)
{
    if (value > UINT32_MAX >> (32 - 8 * width))
        refuse(l, WYRE_E_RANGE, 0);
    else if (width == 1)
        l->fixed[at] = (uint8_t)value;
    else if (width == 2)
        put_le16(l->fixed + at, (uint16_t)value);
    else
        put_le32(l->fixed + at, (uint32_t)value);
}

INLINE wyre_status encoded(layout *l, size_t *n)
{
    if (l->total_width > 0)
        store_width(l, l->total_at, l->total_width, l->end - l->total_from);
    if (l->total_be)
        put_be16(l->fixed + l->total_at, le16(l->fixed + l->total_at));
    if (l->end > l->cap)
        refuse(l, WYRE_E_SPACE, l->end);
    if (n != NULL)
        *n = l->status == WYRE_OK ? l->end : l->fault;
    return l->status;
}

/* ---- encode: the parts of variable length ------------------------------------------------------ */

/* Counts n bytes at the end; where they fit, returns their place, else NULL. */
INLINE uint8_t *grow(layout *l, size_t n)
{
    size_t at = l->end;
    if (at > UINT32_MAX || n > UINT32_MAX - at) {
        refuse(l, WYRE_E_RANGE, 0);
        return NULL;
    }
    l->end = at + n;
    return n > 0 && l->end <= l->cap ? l->out + at : NULL;
}

INLINE void append_padding(layout *l, size_t align)
{
    size_t over = l->end % align;
    uint8_t *pad = over == 0 ? NULL : grow(l, align - over);
    if (pad != NULL)
        memset(pad, 0, align - over);
}

/* The one place where the bytes of a span are written. */
INLINE void append(layout *l, wyre_span span)
{
    if (span.len == 0)
        return;
    if (span.off > l->src_len || span.len > l->src_len - span.off) {
        refuse(l, WYRE_E_ARG, 0);
        return;
    }
    uint8_t *place = grow(l, span.len);
    if (place != NULL)
        memcpy(place, l->src + span.off, span.len);
}

/* How many units a span counts; half a unit cannot be counted. */
INLINE size_t units(layout *l, wyre_span span, unsigned unit)
{
    if (span.len % unit != 0)
        refuse(l, WYRE_E_RANGE, 0);
    return span.len / unit;
}

/* The bytes of a span, aligned, and where they begin; an empty span has the offset that it has. */
INLINE size_t append_aligned(layout *l, size_t align, wyre_span span)
{
    if (span.len == 0)
        return span.off;
    append_padding(l, align);
    size_t start = l->end;
    append(l, span);
    return start;
}

INLINE void append_ref(layout *l, unsigned off_width, size_t off_at, unsigned len_width,
                       size_t len_at, unsigned unit, size_t align, wyre_span span)
{
    store_width(l, off_at, off_width, append_aligned(l, align, span));
    store_width(l, len_at, len_width, units(l, span, unit));
}

INLINE void append_from(layout *l, size_t origin, unsigned off_width, size_t off_at,
                        unsigned len_width, size_t len_at, size_t align, wyre_span span)
{
    size_t start = append_aligned(l, align, span);
    store_width(l, off_at, off_width, start > origin ? start - origin : 0);
    store_width(l, len_at, len_width, span.len);
}

INLINE void append_to_end(layout *l, unsigned off_width, size_t off_at, size_t origin, size_t align,
                          wyre_span span)
{
    size_t start = append_aligned(l, align, span);
    store_width(l, off_at, off_width, start > origin ? start - origin : 0);
}

INLINE void append_prefixed(layout *l, unsigned width, unsigned unit, wyre_span span)
{
    size_t count = units(l, span, unit);
    if (count > UINT32_MAX >> (32 - 8 * width)) {
        refuse(l, WYRE_E_RANGE, 0);
        return;
    }
    uint8_t *prefix = grow(l, width);
    if (prefix != NULL) {
        for (unsigned i = 0; i < width; i++)
            prefix[i] = (uint8_t)(count >> 8 * i);
    }
    append(l, span);
}

/* A NUL inside would end the text early. */
INLINE void append_terminated(layout *l, unsigned unit, wyre_span span)
{
    units(l, span, unit);
    append(l, span);
    uint8_t *nul = grow(l, unit);
    if (l->status != WYRE_OK)
        return;
    for (size_t i = 0; i < span.len; i += unit)
        if (l->src[span.off + i] == 0 && l->src[span.off + i + unit - 1] == 0)
            refuse(l, WYRE_E_RANGE, 0);
    if (nul != NULL)
        memset(nul, 0, unit);
}

/* ---- visit ------------------------------------------------------------------------------------- */

INLINE layout visiting(const wyre_visitor *v)
{
    return (layout){.way = VISIT, .visitor = v};
}
INLINE void tell_number(layout *l, const char *name, uint32_t kind, uint64_t value)
{
    if (l->visitor->number != NULL)
        l->visitor->number(l->visitor->user, name, kind, value);
}
INLINE void tell_bytes(layout *l, const char *name, uint32_t kind, const uint8_t *at, size_t n)
{
    if (l->visitor->bytes != NULL)
        l->visitor->bytes(l->visitor->user, name, kind, at, (uint32_t)n);
}
INLINE void tell_span(layout *l, const char *name, uint32_t kind, wyre_span span)
{
    if (l->visitor->span != NULL)
        l->visitor->span(l->visitor->user, name, kind, span);
}

INLINE void tell_enter(layout *l, const char *name, wyre_span window)
{
    if (l->visitor->enter != NULL)
        l->visitor->enter(l->visitor->user, name, window);
}
INLINE void tell_leave(layout *l)
{
    if (l->visitor->leave != NULL)
        l->visitor->leave(l->visitor->user);
}

/* The one cast away from const: the encode and visit ways write nothing through it. */
#define READ_ONLY(m) ((void *)(uintptr_t)(m))

/* ---- one line of a layout, three ways ------------------------------------------------------------ */

INLINE void size16(layout *l, size_t at, uint16_t size)
{
    if (l->way == DECODE)
        expect16(l, at, size);
    if (l->way == ENCODE)
        put_le16(l->fixed + at, size);
}
INLINE void magic(layout *l, size_t at, uint32_t value)
{
    if (l->way == DECODE)
        expect_magic(l, at, value);
    if (l->way == ENCODE)
        put_be32(l->fixed + at, value);
}
INLINE void field8(layout *l, size_t at, const char *name, uint32_t kind, uint8_t *value)
{
    if (l->way == DECODE)
        load8(l, at, value);
    if (l->way == ENCODE)
        l->fixed[at] = *value;
    if (l->way == VISIT)
        tell_number(l, name, kind, kind == WYRE_KIND_SIGNED ? (uint64_t)(int8_t)*value : *value);
}
INLINE void field16(layout *l, size_t at, const char *name, uint32_t kind, uint16_t *value)
{
    if (l->way == DECODE)
        load16(l, at, value);
    if (l->way == ENCODE)
        put_le16(l->fixed + at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, kind == WYRE_KIND_SIGNED ? (uint64_t)(int16_t)*value : *value);
}
INLINE void field32(layout *l, size_t at, const char *name, uint32_t kind, uint32_t *value)
{
    if (l->way == DECODE)
        load32(l, at, value);
    if (l->way == ENCODE)
        put_le32(l->fixed + at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, kind == WYRE_KIND_SIGNED ? (uint64_t)(int32_t)*value : *value);
}
INLINE void field64(layout *l, size_t at, const char *name, uint32_t kind, uint64_t *value)
{
    if (l->way == DECODE)
        load64(l, at, value);
    if (l->way == ENCODE)
        put_le64(l->fixed + at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, *value);
}
INLINE void field16be(layout *l, size_t at, const char *name, uint32_t kind, uint16_t *value)
{
    if (l->way == DECODE)
        load16be(l, at, value);
    if (l->way == ENCODE)
        put_be16(l->fixed + at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, *value);
}
INLINE void field32be(layout *l, size_t at, const char *name, uint32_t kind, uint32_t *value)
{
    if (l->way == DECODE)
        load32be(l, at, value);
    if (l->way == ENCODE)
        put_be32(l->fixed + at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, *value);
}
INLINE void field_bytes(layout *l, size_t at, const char *name, uint32_t kind, uint8_t *value,
                        size_t n)
{
    if (l->way == DECODE)
        load_bytes(l, at, value, n);
    if (l->way == ENCODE)
        memcpy(l->fixed + at, value, n);
    if (l->way == VISIT)
        tell_bytes(l, name, kind, value, n);
}
INLINE void ref(layout *l, unsigned off_width, size_t off_at, unsigned len_width, size_t len_at,
                unsigned unit, const char *name, uint32_t kind, size_t align, wyre_span *span)
{
    if (l->way == DECODE)
        resolve(l, off_at, load_width(l, off_at, off_width),
                load_units(l, len_at, len_width, unit), span);
    if (l->way == ENCODE)
        append_ref(l, off_width, off_at, len_width, len_at, unit, align, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void ref_to_end(layout *l, unsigned off_width, size_t off_at, size_t origin, uint32_t entries,
                       const char *name, uint32_t kind, size_t align, wyre_span *span)
{
    if (l->way == DECODE)
        resolve_to_end(l, off_at, load_width(l, off_at, off_width), origin, entries, span);
    if (l->way == ENCODE)
        append_to_end(l, off_width, off_at, origin, align, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void count(layout *l, size_t at, unsigned width, unsigned unit, wyre_span *span)
{
    if (l->way == DECODE)
        span->len = load_units(l, at, width, unit);
    if (l->way == ENCODE)
        store_width(l, at, width, units(l, *span, unit));
}
INLINE void run(layout *l, const char *name, uint32_t kind, wyre_span *span)
{
    if (l->way == DECODE)
        next_in_line(l, l->end, span->len, span);
    if (l->way == ENCODE)
        append(l, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void prefixed(layout *l, const char *name, uint32_t kind, unsigned width, unsigned unit,
                     wyre_span *span)
{
    if (l->way == DECODE)
        next_prefixed(l, width, unit, span);
    if (l->way == ENCODE)
        append_prefixed(l, width, unit, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void terminated(layout *l, const char *name, uint32_t kind, wyre_span *span)
{
    unsigned unit = kind == WYRE_KIND_UTF16 ? 2 : 1;
    if (l->way == DECODE)
        next_terminated(l, unit, span);
    if (l->way == ENCODE)
        append_terminated(l, unit, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void rest(layout *l, const char *name, uint32_t kind, wyre_span *span)
{
    if (l->way == DECODE)
        next_in_line(l, l->end, l->limit - l->end, span);
    if (l->way == ENCODE)
        append(l, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void total(layout *l, size_t at, unsigned width, size_t from)
{
    if (l->way == DECODE)
        limit_to(l, at, l->base + from, load_width(l, at, width));
    if (l->way == ENCODE) {
        l->total_at = at;
        l->total_width = width;
        l->total_from = l->base + from;
    }
}
INLINE void total16be(layout *l, size_t at)
{
    if (l->way == DECODE)
        limit_to(l, at, l->base, be16(l->in + l->base + at));
    if (l->way == ENCODE) {
        total(l, at, 2, 0);
        l->total_be = 1;
    }
}
INLINE void check(layout *l, size_t at, int holds)
{
    if (l->way == DECODE && !holds)
        refuse(l, WYRE_E_VALUE, l->base + at);
    if (l->way == ENCODE && !holds)
        refuse(l, WYRE_E_RANGE, 0);
}
/* At the tail; width is the size of *value. */
INLINE uint64_t next(layout *l, const char *name, uint32_t kind, unsigned width, uint64_t value)
{
    if (l->way == DECODE)
        return next_number(l, width);
    if (l->way == ENCODE) {
        uint8_t *place = grow(l, width);
        for (unsigned i = 0; place != NULL && i < width; i++)
            place[i] = (uint8_t)(value >> 8 * i);
    }
    if (l->way == VISIT)
        tell_number(l, name, kind, value);
    return value;
}
INLINE void next8(layout *l, const char *name, uint32_t kind, uint8_t *value)
{
    uint64_t got = next(l, name, kind, 1, *value);
    if (l->way == DECODE)
        *value = (uint8_t)got;
}
INLINE void next16(layout *l, const char *name, uint32_t kind, uint16_t *value)
{
    uint64_t got = next(l, name, kind, 2, *value);
    if (l->way == DECODE)
        *value = (uint16_t)got;
}
INLINE void next32(layout *l, const char *name, uint32_t kind, uint32_t *value)
{
    uint64_t got = next(l, name, kind, 4, *value);
    if (l->way == DECODE)
        *value = (uint32_t)got;
}
INLINE void next64(layout *l, const char *name, uint32_t kind, uint64_t *value)
{
    uint64_t got = next(l, name, kind, 8, *value);
    if (l->way == DECODE)
        *value = got;
}
INLINE void nul(layout *l)
{
    if (l->way == DECODE)
        next_nul(l);
    if (l->way == ENCODE) {
        uint8_t *place = grow(l, 1);
        if (place != NULL)
            *place = 0;
    }
}
INLINE void next_array(layout *l, const char *name, uint32_t kind, uint8_t *value, size_t n)
{
    if (l->way == DECODE)
        next_bytes(l, value, n);
    if (l->way == ENCODE) {
        uint8_t *place = grow(l, n);
        if (place != NULL)
            memcpy(place, value, n);
    }
    if (l->way == VISIT)
        tell_bytes(l, name, kind, value, n);
}
INLINE void ref_from(layout *l, size_t origin, unsigned off_width, size_t off_at, unsigned len_width,
                     size_t len_at, const char *name, uint32_t kind, size_t align, wyre_span *span)
{
    if (l->way == DECODE)
        resolve_from(l, off_at, origin, load_width(l, off_at, off_width),
                     load_width(l, len_at, len_width), span);
    if (l->way == ENCODE)
        append_from(l, origin, off_width, off_at, len_width, len_at, align, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void whole(layout *l, size_t at)
{
    if (l->way == DECODE)
        expect_whole(l, at);
}
INLINE void at_least_one(layout *l)
{
    uint8_t *place = l->way == ENCODE && l->end == l->base + l->fixed_len ? grow(l, 1) : NULL;
    if (place != NULL)
        *place = 0;
}
INLINE void align(layout *l, size_t n)
{
    if (l->way == DECODE)
        skip_padding(l, n);
    if (l->way == ENCODE)
        append_padding(l, n);
}

/* Fixed part: a constant StructureSize, a constant of 4 bytes in wire order, an integer, an array. */
#define SIZE(l, at, size)      size16(l, at, size)
#define MAGIC(l, at, value)    magic(l, at, value)
#define U8(l, at, m, f, kind)  field8(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U16(l, at, m, f, kind) field16(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U32(l, at, m, f, kind) field32(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U64(l, at, m, f, kind) field64(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U16BE(l, at, m, f, kind) field16be(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U32BE(l, at, m, f, kind) field32be(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define ARRAY(l, at, m, f, kind) field_bytes(l, at, #f, WYRE_KIND_##kind, (m)->f, sizeof((m)->f))

/* Fixed part: offset and length of a part elsewhere, aligned when written. REF16 and REF32: offset,
 * then length, of that width in bits. REF: widths in bytes and places of each; REF_UNITS: the length
 * counts units of so many bytes. */
#define REF16(l, at, m, f, kind, align)                                                            \
    ref(l, 2, at, 2, (at) + 2, 1, #f, WYRE_KIND_##kind, align, &(m)->f)
#define REF32(l, at, m, f, kind, align)                                                            \
    ref(l, 4, at, 4, (at) + 4, 1, #f, WYRE_KIND_##kind, align, &(m)->f)
#define REF(l, off_width, off_at, len_width, len_at, m, f, kind, align)                            \
    ref(l, off_width, off_at, len_width, len_at, 1, #f, WYRE_KIND_##kind, align, &(m)->f)
#define REF_UNITS(l, off_width, off_at, len_width, len_at, unit, m, f, kind, align)                \
    ref(l, off_width, off_at, len_width, len_at, unit, #f, WYRE_KIND_##kind, align, &(m)->f)

/* As REF, with an offset that counts from `origin`. */
#define REF_FROM(l, origin, off_width, off_at, len_width, len_at, m, f, kind, align)               \
    ref_from(l, origin, off_width, off_at, len_width, len_at, #f, WYRE_KIND_##kind, align, &(m)->f)

/* Fixed part: offset, counted from `origin`, of a list of so many entries that runs to the end of the
 * unit. */
#define REF_TO_END(l, width, at, origin, entries, m, f, kind, align)                               \
    ref_to_end(l, width, at, origin, entries, #f, WYRE_KIND_##kind, align, &(m)->f)

/* Fixed part: the length of a RUN that follows. COUNT_UNITS: in units of so many bytes. */
#define COUNT8(l, at, m, f)  count(l, at, 1, 1, &(m)->f)
#define COUNT16(l, at, m, f) count(l, at, 2, 1, &(m)->f)
#define COUNT32(l, at, m, f) count(l, at, 4, 1, &(m)->f)
#define COUNT_UNITS(l, at, width, unit, m, f) count(l, at, width, unit, &(m)->f)

/* Fixed part: the length of the whole unit, which ends there. LENGTH: of what follows this field. */
#define TOTAL16(l, at)   total(l, at, 2, 0)
#define TOTAL32(l, at)   total(l, at, 4, 0)
#define TOTAL16BE(l, at) total16be(l, at)
#define LENGTH16(l, at)  total(l, at, 2, (at) + 2)
#define LENGTH32(l, at)  total(l, at, 4, (at) + 4)

/* What the specification demands of the fields laid above: else WYRE_E_VALUE at this offset. */
#define CHECK(l, at, condition) check(l, at, condition)

/* Tail, in wire order. NEXT: an integer or an array behind a part of variable length. */
#define NEXT8(l, m, f, kind)      next8(l, #f, WYRE_KIND_##kind, &(m)->f)
#define NEXT16(l, m, f, kind)     next16(l, #f, WYRE_KIND_##kind, &(m)->f)
#define NEXT32(l, m, f, kind)     next32(l, #f, WYRE_KIND_##kind, &(m)->f)
#define NEXT64(l, m, f, kind)     next64(l, #f, WYRE_KIND_##kind, &(m)->f)
#define NEXT_ARRAY(l, m, f, kind) next_array(l, #f, WYRE_KIND_##kind, (m)->f, sizeof((m)->f))
#define RUN(l, m, f, kind)        run(l, #f, WYRE_KIND_##kind, &(m)->f)
#define PREFIXED8(l, m, f, kind)  prefixed(l, #f, WYRE_KIND_##kind, 1, 1, &(m)->f)
#define PREFIXED16(l, m, f, kind) prefixed(l, #f, WYRE_KIND_##kind, 2, 1, &(m)->f)
#define PREFIXED32(l, m, f, kind) prefixed(l, #f, WYRE_KIND_##kind, 4, 1, &(m)->f)
#define PREFIXED8_UTF16(l, m, f)  prefixed(l, #f, WYRE_KIND_UTF16, 1, 2, &(m)->f)
#define PREFIXED16_UTF16(l, m, f) prefixed(l, #f, WYRE_KIND_UTF16, 2, 2, &(m)->f)
#define TERMINATED(l, m, f, kind) terminated(l, #f, WYRE_KIND_##kind, &(m)->f)
#define REST(l, m, f, kind)       rest(l, #f, WYRE_KIND_##kind, &(m)->f)
#define ALIGN(l, n)               align(l, n)
/* A NUL behind a part whose length does not count it. */
#define NUL(l)                    nul(l)
/* Whether a field that some senders leave out is there: encode always writes it. */
#define ROOM(l, n)                ((l)->way != DECODE || (n) <= (l)->limit - (l)->end)
/* Nothing may follow; the byte at fault is at `at`, where a length should have counted it. */
#define WHOLE(l, at)              whole(l, at)
/* Peers expect a byte behind the fixed part even where no part follows. */
#define AT_LEAST_ONE(l)           at_least_one(l)


/* The three functions of message T, in this order: decode, encode, visit. `picture` is its layout
 * and `fixed` the end of its fixed part; `known` the bits that flags may have. */
#define CODEC(T, picture, fixed, known)                                                            \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n)    \
    {                                                                                              \
        layout l = decoding(in, in_len, 0, fixed, flags, known, out, sizeof *out);                 \
        if (l.status == WYRE_OK)                                                                   \
            picture(&l, out);                                                                      \
        return decoded(&l, out, sizeof *out, n);                                                   \
    }                                                                                              \
    wyre_status T##_encode(const T *m, const uint8_t *src, size_t src_len, uint8_t *out,           \
                           size_t cap, size_t *n)                                                  \
    {                                                                                              \
        uint8_t window[(fixed) > 0 ? (fixed) : 1];                                                 \
        layout l = encoding(src, src_len, out, cap, 0, window, fixed);                             \
        picture(&l, READ_ONLY(m));                                                                 \
        return encoded(&l, n);                                                                     \
    }                                                                                              \
    wyre_status T##_visit(const T *m, const wyre_visitor *v)                                       \
    {                                                                                              \
        layout l = visiting(v);                                                                    \
        picture(&l, READ_ONLY(m));                                                                 \
        return WYRE_OK;                                                                            \
    }

#else /* WYRE_PROVE: the decode way of each line, and the contract of each decoder */

#define DECODES(in, in_len, out, n)                                                                \
    requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(out);           \
    requires n == \null || \valid(n);                                                              \
    requires \separated(out, n, in + (0 .. in_len - 1));                                           \
    assigns *out, *n;                                                                              \
    ensures n != \null ==> *n <= in_len

#define SIZE(l, at, size)        expect16(l, at, size)
#define MAGIC(l, at, value)      expect_magic(l, at, value)
#define U8(l, at, m, f, kind)    load8(l, at, &(m)->f)
#define U16(l, at, m, f, kind)   load16(l, at, &(m)->f)
#define U32(l, at, m, f, kind)   load32(l, at, &(m)->f)
#define U64(l, at, m, f, kind)   load64(l, at, &(m)->f)
#define U16BE(l, at, m, f, kind) load16be(l, at, &(m)->f)
#define U32BE(l, at, m, f, kind) load32be(l, at, &(m)->f)
#define ARRAY(l, at, m, f, kind) load_bytes(l, at, (m)->f, sizeof((m)->f))
#define REF_UNITS(l, off_width, off_at, len_width, len_at, unit, m, f, kind, align)                \
    resolve(l, off_at, load_width(l, off_at, off_width), load_units(l, len_at, len_width, unit),   \
            &(m)->f)
#define REF(l, off_width, off_at, len_width, len_at, m, f, kind, align)                            \
    REF_UNITS(l, off_width, off_at, len_width, len_at, 1, m, f, kind, align)
#define REF16(l, at, m, f, kind, align) REF(l, 2, at, 2, (at) + 2, m, f, kind, align)
#define REF32(l, at, m, f, kind, align) REF(l, 4, at, 4, (at) + 4, m, f, kind, align)
#define PREFIXED8(l, m, f, kind)  next_prefixed(l, 1, 1, &(m)->f)
#define PREFIXED16(l, m, f, kind) next_prefixed(l, 2, 1, &(m)->f)
#define PREFIXED32(l, m, f, kind) next_prefixed(l, 4, 1, &(m)->f)
#define PREFIXED8_UTF16(l, m, f)  next_prefixed(l, 1, 2, &(m)->f)
#define PREFIXED16_UTF16(l, m, f) next_prefixed(l, 2, 2, &(m)->f)
#define TERMINATED(l, m, f, kind) next_terminated(l, WYRE_KIND_##kind == WYRE_KIND_UTF16 ? 2 : 1, &(m)->f)
#define REST(l, m, f, kind)       next_in_line(l, (l)->end, (l)->limit - (l)->end, &(m)->f)
#define ALIGN(l, n)               skip_padding(l, n)
#define WHOLE(l, at)              expect_whole(l, at)
#define AT_LEAST_ONE(l)
#define NUL(l)                    next_nul(l)
#define ROOM(l, n)                ((n) <= (l)->limit - (l)->end)
#define REF_FROM(l, origin, off_width, off_at, len_width, len_at, m, f, kind, align)               \
    resolve_from(l, off_at, origin, load_width(l, off_at, off_width),                              \
                 load_width(l, len_at, len_width), &(m)->f)
#define REF_TO_END(l, width, at, origin, entries, m, f, kind, align)                               \
    resolve_to_end(l, at, load_width(l, at, width), origin, entries, &(m)->f)
#define TOTAL16(l, at)            limit_to(l, at, (l)->base, load_width(l, at, 2))
#define TOTAL32(l, at)            limit_to(l, at, (l)->base, load_width(l, at, 4))
#define TOTAL16BE(l, at)          limit_to(l, at, (l)->base, be16((l)->in + (l)->base + (at)))
#define LENGTH16(l, at)           limit_to(l, at, (l)->base + (at) + 2, load_width(l, at, 2))
#define LENGTH32(l, at)           limit_to(l, at, (l)->base + (at) + 4, load_width(l, at, 4))
#define CHECK(l, at, condition)                                                                    \
    do {                                                                                           \
        if (!(condition))                                                                          \
            refuse(l, WYRE_E_VALUE, (l)->base + (at));                                             \
    } while (0)
#define NEXT8(l, m, f, kind)      ((m)->f = (uint8_t)next_number(l, 1))
#define NEXT16(l, m, f, kind)     ((m)->f = (uint16_t)next_number(l, 2))
#define NEXT32(l, m, f, kind)     ((m)->f = (uint32_t)next_number(l, 4))
#define NEXT64(l, m, f, kind)     ((m)->f = next_number(l, 8))
#define NEXT_ARRAY(l, m, f, kind) next_bytes(l, (m)->f, sizeof((m)->f))
#define COUNT_UNITS(l, at, width, unit, m, f) ((m)->f.len = load_units(l, at, width, unit))
#define COUNT8(l, at, m, f)       COUNT_UNITS(l, at, 1, 1, m, f)
#define COUNT16(l, at, m, f)      COUNT_UNITS(l, at, 2, 1, m, f)
#define COUNT32(l, at, m, f)      COUNT_UNITS(l, at, 4, 1, m, f)
#define RUN(l, m, f, kind)        next_in_line(l, (l)->end, (m)->f.len, &(m)->f)
#define CODEC(T, picture, fixed, known)                                                            \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n)    \
    {                                                                                              \
        layout l = decoding(in, in_len, 0, fixed, flags, known, out, sizeof *out);                 \
        if (l.status == WYRE_OK)                                                                   \
            picture(&l, out);                                                                      \
        return decoded(&l, out, sizeof *out, n);                                                   \
    }

#endif
#endif

/* The cursors of core.h, inlined for lib/. `take` holds the only bounds test of a reader, `reserve`
 * the only one of a writer; both leave the position alone when they refuse. */
#ifndef WYRE_LIB_CORE_CURSOR_H
#define WYRE_LIB_CORE_CURSOR_H
#include <wyre/core.h>
#include "bytes.h"

/* ---- reader ------------------------------------------------------------------------------------ */

/*@ predicate readable(uint8_t *in, integer len) =
  @     len <= 0xffffffff && \valid_read(in + (0 .. len - 1));
  @ predicate reading(wyre_rd *r) =
  @     \valid(r) && r->pos <= r->end && readable(r->in, r->end) && r->fault <= r->end &&
  @     (r->status == WYRE_OK ==> r->fault == 0) && r->status <= WYRE_OK &&
  @     \separated(r, r->in + (0 .. r->end - 1));
  @ predicate inside(wyre_span s, integer len) = s.off + s.len <= len; */

/* clang-format off */
/* What every *_decode promises: the bytes that were read, or the byte at fault, are inside. */
#define DECODES(in, in_len, out, n)                                                                \
    requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(out);           \
    requires n == \null || \valid(n);                                                              \
    requires \separated(out, n, in + (0 .. in_len - 1));                                           \
    assigns *out, *n;                                                                              \
    ensures \result <= WYRE_OK;                                                                    \
    ensures n != \null ==> *n <= in_len
/* What every *_frame promises: the least length worth calling again with, or where it stopped. */
#define FRAMES(in, in_len, out, n)                                                                 \
    requires \valid_read(in + (0 .. in_len - 1)) && \valid(out) && (n == \null || \valid(n));      \
    requires \separated(out, n, in + (0 .. in_len - 1));                                           \
    assigns *out, *n;                                                                              \
    ensures n != \null ==> (\result == WYRE_MORE ? in_len < *n : *n <= in_len)
/* What a conversion of bytes promises: how many there are, or would be, is never more than there were. */
#define CONVERTS(in, in_len, out, cap, n)                                                          \
    requires \valid_read(in + (0 .. in_len - 1)) && \valid(out + (0 .. cap - 1));                  \
    requires n == \null || \valid(n);                                                              \
    requires \separated(out + (0 .. cap - 1), n, in + (0 .. in_len - 1));                          \
    assigns out[0 .. cap - 1], *n;                                                                 \
    ensures \result <= WYRE_OK;                                                                    \
    ensures n != \null ==> *n <= in_len;                                                           \
    ensures \result == WYRE_OK && n != \null ==> *n <= cap
/* What every *_next asks for; that its position grows is said where it is defined. */
#define ITERATES(it, in, in_len, out)                                                              \
    requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));                          \
    requires \valid(it) && \valid(out) && \separated(it, out, in + (0 .. in_len - 1));             \
    assigns *it, *out
/* clang-format on */

/* One member at a time, which the provers follow. */
/*@ requires \valid(span) && off <= 0xffffffff && len <= 0xffffffff;
  @ assigns span->off, span->len;
  @ ensures span->off == off && span->len == len; */
INLINE void
set_span(wyre_span *span, size_t off, size_t len)
{
    span->off = (uint32_t)off;
    span->len = (uint32_t)len;
}

/*@ requires in_len <= 0xffffffff;
  @ assigns \nothing;
  @ ensures \result.in == in && \result.pos == 0 && \result.end == in_len && \result.status == WYRE_OK &&
  @         \result.fault == 0; */
INLINE wyre_rd
rd(const uint8_t *in, size_t in_len)
{
    wyre_rd r;
    r.in = in;
    r.pos = 0;
    r.end = in_len;
    r.fault = 0;
    r.status = WYRE_OK;
    return r;
}

/*@ requires \valid(r) && (r->status == WYRE_OK ==> fault <= r->end);
  @ assigns r->status, r->fault;
  @ ensures \old(r->status) == WYRE_OK ? r->status == status && r->fault == fault
  @                                    : r->status == \old(r->status) && r->fault == \old(r->fault); */
INLINE void
rd_refuse(wyre_rd *r, wyre_status status, size_t fault)
{
    if (r->status == WYRE_OK) {
        r->status = status;
        r->fault = fault;
    }
}

/* Whether n bytes could be claimed; then *at is the offset of the first. The byte at fault of a
 * refusal is the first that the window lacks. */
/*@ requires reading(r) && \valid(at) && \separated(r, at, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *at;
  @ ensures reading(r);
  @ ensures \result != 0 ==> \old(r->status) == WYRE_OK && r->status == WYRE_OK &&
  @         *at == \old(r->pos) && r->pos == *at + n && r->pos <= r->end && r->fault == \old(r->fault);
  @ ensures \result == 0 ==> r->status != WYRE_OK && r->pos == \old(r->pos) && *at == 0;
  @ ensures \old(r->status) != WYRE_OK ==> r->status == \old(r->status) && \result == 0;
  @ ensures \old(r->status) <= WYRE_OK ==> r->status <= WYRE_OK;
  @ ensures \old(r->status) == WYRE_OK && n <= r->end - \old(r->pos) ==> \result != 0; */
INLINE int
take(wyre_rd *r, size_t n, size_t *at)
{
    *at = 0;
    if (r->status != WYRE_OK)
        return 0;
    if (n > r->end - r->pos) {
        rd_refuse(r, WYRE_E_LENGTH, r->end);
        return 0;
    }
    *at = r->pos;
    r->pos += n;
    return 1;
}

/* clang-format off */
#define READS                                                                                      \
    requires reading(r);                                                                           \
    assigns r->pos, r->status, r->fault;                                                           \
    ensures reading(r) && r->pos >= \old(r->pos);                                                  \
    ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK;                                   \
    ensures \old(r->status) <= WYRE_OK ==> r->status <= WYRE_OK;                                   \
    ensures \old(r->status) != WYRE_OK ==> r->pos == \old(r->pos) && r->status == \old(r->status)
/* As above, of what fills in a struct and may go on behind a refusal. */
#define SCANS(r, m)                                                                                \
    requires reading(r) && \valid(m) && \separated(m, r, r->in + (0 .. r->end - 1));               \
    assigns r->pos, r->status, r->fault, *m;                                                       \
    ensures reading(r) && r->pos >= \old(r->pos);                                                  \
    ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK
/* clang-format on */

/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 1; */
INLINE uint8_t
rd_u8(wyre_rd *r)
{
    size_t at;
    return take(r, 1, &at) ? r->in[at] : 0;
}
/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 2; */
INLINE uint16_t
rd_u16le(wyre_rd *r)
{
    size_t at;
    return take(r, 2, &at) ? le16(r->in + at) : 0;
}
/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 2; */
INLINE uint16_t
rd_u16be(wyre_rd *r)
{
    size_t at;
    return take(r, 2, &at) ? be16(r->in + at) : 0;
}
/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 3; */
INLINE uint32_t
rd_u24be(wyre_rd *r)
{
    size_t at;
    return take(r, 3, &at) ? be24(r->in + at) : 0;
}
/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 4; */
INLINE uint32_t
rd_u32le(wyre_rd *r)
{
    size_t at;
    return take(r, 4, &at) ? le32(r->in + at) : 0;
}
/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 4; */
INLINE uint32_t
rd_u32be(wyre_rd *r)
{
    size_t at;
    return take(r, 4, &at) ? be32(r->in + at) : 0;
}
/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 8; */
INLINE uint64_t
rd_u64le(wyre_rd *r)
{
    size_t at;
    return take(r, 8, &at) ? le64(r->in + at) : 0;
}
/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 8; */
INLINE uint64_t
rd_u64be(wyre_rd *r)
{
    size_t at;
    return take(r, 8, &at) ? be64(r->in + at) : 0;
}
/*@ READS;
  @ ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + n && \result.off == \old(r->pos) && \result.len == n;
  @ ensures inside(\result, r->end); */
INLINE wyre_span
rd_span(wyre_rd *r, size_t n)
{
    size_t at;
    wyre_span span = {0, 0};
    if (take(r, n, &at)) {
        span.off = (uint32_t)at;
        span.len = (uint32_t)n;
    }
    return span;
}
/*@ requires n != 0; READS; */
INLINE void
rd_align(wyre_rd *r, size_t n)
{
    size_t at;
    size_t over = r->pos % n;
    if (over != 0)
        take(r, n - over, &at);
}
/*@ requires reading(r);
  @ assigns r->end, r->status, r->fault;
  @ ensures reading(r) && r->end <= \old(r->end) && \result == \old(r->end);
  @ ensures r->status == WYRE_OK ==> r->end == r->pos + n && \old(r->status) == WYRE_OK;
  @ ensures \old(r->status) != WYRE_OK ==> r->status == \old(r->status); */
INLINE size_t
rd_enter(wyre_rd *r, size_t n)
{
    size_t outer = r->end;
    if (r->status != WYRE_OK)
        return outer;
    if (n > r->end - r->pos)
        rd_refuse(r, WYRE_E_LENGTH, r->end);
    else
        r->end = r->pos + n;
    return outer;
}
/*@ requires reading(r) && r->end <= outer && readable(r->in, outer) &&
  @          \separated(r, r->in + (0 .. outer - 1));
  @ assigns r->pos, r->end;
  @ ensures reading(r) && r->end == outer;
  @ ensures r->status == WYRE_OK ? r->pos == \old(r->end) : r->pos == \old(r->pos); */
INLINE void
rd_leave(wyre_rd *r, size_t outer)
{
    if (r->status == WYRE_OK)
        r->pos = r->end;
    r->end = outer;
}

/* What a decoder gives back: where it stopped, or the byte at fault. */
/*@ requires \valid_read(r) && r->pos <= r->end && r->fault <= r->end;
  @ assigns \nothing;
  @ ensures \result <= r->end;
  @ ensures r->status == WYRE_OK ==> \result == r->pos; */
INLINE size_t
rd_stop(const wyre_rd *r)
{
    return r->status == WYRE_OK ? r->pos : r->fault;
}
/*@ requires \valid_read(r) && r->pos <= r->end && r->fault <= r->end && r->status <= WYRE_OK;
  @ requires n == \null || (\valid(n) && \separated(n, r));
  @ assigns *n;
  @ ensures \result == r->status && \result <= WYRE_OK;
  @ ensures n != \null ==> *n <= r->end; */
INLINE wyre_status
rd_finish(const wyre_rd *r, size_t *n)
{
    if (n != NULL)
        *n = rd_stop(r);
    return r->status;
}

/* ---- writer ------------------------------------------------------------------------------------ */

/*@ predicate writing(wyre_wr *w) =
  @     \valid(w) && \valid(w->out + (0 .. w->cap - 1)) && w->pos <= 0xffffffff &&
  @     \separated(w, w->out + (0 .. w->cap - 1)); */

/* clang-format off */
#define WRITES                                                                                     \
    requires writing(w);                                                                           \
    assigns w->pos, w->status, w->out[0..w->cap - 1];                                              \
    ensures writing(w) && w->pos >= \old(w->pos);                                                  \
    ensures w->status == WYRE_OK ==> \old(w->status) == WYRE_OK;                                   \
    ensures \old(w->status) <= WYRE_OK ==> w->status <= WYRE_OK
/* clang-format on */

/*@ assigns \nothing;
  @ ensures \result.out == out && \result.cap == cap && \result.pos == 0 && \result.status == WYRE_OK; */
INLINE wyre_wr
wr(uint8_t *out, size_t cap)
{
    wyre_wr w;
    w.out = out;
    w.cap = cap;
    w.pos = 0;
    w.status = WYRE_OK;
    return w;
}

/*@ requires \valid(w);
  @ assigns w->status;
  @ ensures w->status == (\old(w->status) == WYRE_OK ? status : \old(w->status)); */
INLINE void
wr_refuse(wyre_wr *w, wyre_status status)
{
    if (w->status == WYRE_OK)
        w->status = status;
}

/* Counts n bytes; where they fit, returns their place, else NULL. */
/*@ requires writing(w);
  @ assigns w->pos, w->status;
  @ ensures writing(w);
  @ ensures \result != \null ==> \result == w->out + \old(w->pos) && w->pos <= w->cap;
  @ ensures \old(w->status) <= WYRE_OK ==> w->status <= WYRE_OK;
  @ ensures \old(w->status) == WYRE_OK && n <= 0xffffffff - \old(w->pos)
  @         ? w->pos == \old(w->pos) + n && w->status == WYRE_OK
  @         : w->pos == \old(w->pos) && w->status != WYRE_OK && \result == \null; */
INLINE uint8_t *
reserve(wyre_wr *w, size_t n)
{
    size_t at = w->pos;
    if (w->status != WYRE_OK)
        return NULL;
    if (n > UINT32_MAX - at) {
        wr_refuse(w, WYRE_E_RANGE);
        return NULL;
    }
    w->pos = at + n;
    return n > 0 && w->pos <= w->cap ? w->out + at : NULL;
}

/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + 1; */
INLINE void
wr_u8(wyre_wr *w, uint8_t value)
{
    uint8_t *p = reserve(w, 1);
    if (p != NULL)
        *p = value;
}
/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + 2; */
INLINE void
wr_u16le(wyre_wr *w, uint16_t value)
{
    uint8_t *p = reserve(w, 2);
    if (p != NULL)
        put_le16(p, value);
}
/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + 2; */
INLINE void
wr_u16be(wyre_wr *w, uint16_t value)
{
    uint8_t *p = reserve(w, 2);
    if (p != NULL)
        put_be16(p, value);
}
/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + 3 && value <= 0xffffff; */
INLINE void
wr_u24be(wyre_wr *w, uint32_t value)
{
    if (value > 0xffffff)
        wr_refuse(w, WYRE_E_RANGE);
    uint8_t *p = reserve(w, 3);
    if (p != NULL)
        put_be24(p, value);
}
/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + 4; */
INLINE void
wr_u32le(wyre_wr *w, uint32_t value)
{
    uint8_t *p = reserve(w, 4);
    if (p != NULL)
        put_le32(p, value);
}
/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + 4; */
INLINE void
wr_u32be(wyre_wr *w, uint32_t value)
{
    uint8_t *p = reserve(w, 4);
    if (p != NULL)
        put_be32(p, value);
}
/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + 8; */
INLINE void
wr_u64le(wyre_wr *w, uint64_t value)
{
    uint8_t *p = reserve(w, 8);
    if (p != NULL)
        put_le64(p, value);
}
/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + 8; */
INLINE void
wr_u64be(wyre_wr *w, uint64_t value)
{
    uint8_t *p = reserve(w, 8);
    if (p != NULL)
        put_be64(p, value);
}
/*@ requires \valid_read(bytes + (0 .. n - 1));
  @ requires \separated(bytes + (0 .. n - 1), w, w->out + (0 .. w->cap - 1));
  @ WRITES;
  @ ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + n; */
INLINE void
wr_bytes(wyre_wr *w, const uint8_t *bytes, size_t n)
{
    uint8_t *p = reserve(w, n);
    if (p != NULL)
        copy(p, bytes, n);
}
/*@ WRITES; ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + n; */
INLINE void
wr_zeros(wyre_wr *w, size_t n)
{
    uint8_t *p = reserve(w, n);
    if (p != NULL)
        zero(p, n);
}
/*@ requires n != 0; WRITES; */
INLINE void
wr_align(wyre_wr *w, size_t n)
{
    wr_zeros(w, (n - w->pos % n) % n);
}
/*@ WRITES; ensures \result == \old(w->pos) && (w->status == WYRE_OK ==> w->pos == \result + n); */
INLINE size_t
wr_mark(wyre_wr *w, size_t n)
{
    size_t at = w->pos;
    wr_zeros(w, n);
    return at;
}
/* A part of `src` that a span of a message names: a span outside src is the caller's mistake. */
/*@ requires \valid_read(src + (0 .. src_len - 1));
  @ requires \separated(src + (0 .. src_len - 1), w, w->out + (0 .. w->cap - 1));
  @ WRITES;
  @ ensures w->status == WYRE_OK ==> w->pos == \old(w->pos) + span.len; */
INLINE void
wr_span(wyre_wr *w, const uint8_t *src, size_t src_len, wyre_span span)
{
    if (span.len == 0)
        return;
    if (span.off > src_len || span.len > src_len - span.off) {
        wr_refuse(w, WYRE_E_ARG);
        return;
    }
    wr_bytes(w, src + span.off, span.len);
}
/* Where a marked place of n bytes stands, if value fits it and it was written at all. */
/*@ requires writing(w);
  @ assigns w->status;
  @ ensures writing(w) && (w->status == WYRE_OK ==> \old(w->status) == WYRE_OK && value <= max);
  @ ensures \old(w->status) <= WYRE_OK ==> w->status <= WYRE_OK;
  @ ensures \result != \null ==> \result == w->out + at && at + n <= w->cap && value <= max; */
INLINE uint8_t *
marked(wyre_wr *w, size_t at, size_t n, size_t value, size_t max)
{
    if (value > max)
        wr_refuse(w, WYRE_E_RANGE);
    if (w->status != WYRE_OK || at > w->cap || n > w->cap - at)
        return NULL;
    return w->out + at;
}
/*@ WRITES; ensures w->pos == \old(w->pos); */
INLINE void
wr_patch_u8(wyre_wr *w, size_t at, size_t value)
{
    uint8_t *p = marked(w, at, 1, value, 0xff);
    if (p != NULL)
        *p = (uint8_t)value;
}
/*@ WRITES; ensures w->pos == \old(w->pos); */
INLINE void
wr_patch_u16le(wyre_wr *w, size_t at, size_t value)
{
    uint8_t *p = marked(w, at, 2, value, 0xffff);
    if (p != NULL)
        put_le16(p, (uint16_t)value);
}
/*@ WRITES; ensures w->pos == \old(w->pos); */
INLINE void
wr_patch_u16be(wyre_wr *w, size_t at, size_t value)
{
    uint8_t *p = marked(w, at, 2, value, 0xffff);
    if (p != NULL)
        put_be16(p, (uint16_t)value);
}
/*@ WRITES; ensures w->pos == \old(w->pos); */
INLINE void
wr_patch_u32le(wyre_wr *w, size_t at, size_t value)
{
    uint8_t *p = marked(w, at, 4, value, 0xffffffff);
    if (p != NULL)
        put_le32(p, (uint32_t)value);
}
/*@ requires \valid_read(w) && (n == \null || (\valid(n) && \separated(n, w)));
  @ assigns *n;
  @ ensures n != \null ==> *n == w->pos;
  @ ensures \result == (w->status != WYRE_OK ? w->status : w->pos > w->cap ? WYRE_E_SPACE : WYRE_OK); */
INLINE wyre_status
wr_finish(const wyre_wr *w, size_t *n)
{
    if (n != NULL)
        *n = w->pos;
    if (w->status != WYRE_OK)
        return w->status;
    return w->pos > w->cap ? WYRE_E_SPACE : WYRE_OK;
}
#endif

/* The line scanner: one pass over blocks of 64 bytes, whose LFs become the bits of a mask. A block
 * that the input ends in is read in smaller steps, never past the end. */
#ifndef WYRE_LIB_CORE_LINE_H
#define WYRE_LIB_CORE_LINE_H
#include <stddef.h>
#include <stdint.h>
#include <wyre/core.h>
#include "bytes.h"

#ifdef WYRE_PROVE /* byte by byte: that the masks find the same is for the tests to show */

enum { STEP = 16 }; /* as on machines with vectors, whose ways are the most */

typedef struct feeds {
    const uint8_t *in;
    size_t len;
    size_t next;
    size_t at;
} feeds;

/*@ predicate no_feed(uint8_t *in, integer from, integer to) =
  @     \forall integer i; from <= i < to ==> in[i] != 10;
  @ predicate scanning(feeds *f) =
  @     \valid(f) && f->next <= f->len && \valid_read(f->in + (0 .. f->len - 1)) &&
  @     \separated(f, f->in + (0 .. f->len - 1)); */

/*@ assigns \nothing;
  @ ensures \result.in == in && \result.len == len;
  @ ensures \result.next == (from < len ? from : len); */
INLINE feeds
feeds_from(const uint8_t *in, size_t len, size_t from)
{
    feeds f;
    f.in = in;
    f.len = len;
    f.next = from < len ? from : len;
    f.at = len;
    return f;
}

/*@ requires scanning(f);
  @ assigns f->next, f->at;
  @ ensures scanning(f) && \old(f->next) <= f->at <= f->len;
  @ ensures no_feed(f->in, \old(f->next), f->at);
  @ ensures \result == 0 || \result == 1;
  @ ensures \result == 1 ==> f->at < f->len && f->in[f->at] == 10 && f->next == f->at + 1;
  @ ensures \result == 0 ==> f->at == f->len == f->next; */
INLINE int
next_feed(feeds *f)
{
    size_t at = f->next;
    /*@ loop invariant \at(f->next, LoopEntry) <= at <= f->len;
      @ loop invariant no_feed(f->in, \at(f->next, LoopEntry), at);
      @ loop assigns at; loop variant f->len - at; */
    while (at < f->len && f->in[at] != '\n')
        at++;
    f->at = at;
    f->next = at < f->len ? at + 1 : at;
    return at < f->len;
}

/*@ requires scanning(f);
  @ assigns f->next, f->at;
  @ ensures scanning(f) && \old(f->next) <= f->at <= f->len;
  @ ensures \result == 0 || \result == 1;
  @ ensures \result == 1 ==> f->at < f->len && f->in[f->at] == 10 && f->next == f->at + 1;
  @ ensures \result == 0 ==> f->at == f->next; */
INLINE int
next_feed_in_block(feeds *f)
{
    return next_feed(f);
}

#else

/* Eight bytes: one that is c becomes 0x80, any other 0; the multiplication gathers those bits at the
 * top. */
INLINE uint64_t
found_in_word(const uint8_t *p, uint8_t c)
{
    const uint64_t low7 = 0x7f7f7f7f7f7f7f7f;
    uint64_t x = le64(p) ^ c * UINT64_C(0x0101010101010101);
    uint64_t hits = ~(((x & low7) + low7) | x | low7);
    return (hits >> 7) * 0x0102040810204080 >> 56;
}

/* Likewise two bytes of 0, the first at an even place: both their bits are set. */
INLINE uint64_t
nul_units_in_word(const uint8_t *p)
{
    uint64_t nuls = found_in_word(p, 0);
    nuls &= nuls >> 1 & 0x55;
    return nuls | nuls << 1;
}

/* Likewise each byte that is at most c, itself below 0x80. */
INLINE uint64_t
low_in_word(const uint8_t *p, uint8_t c)
{
    const uint64_t low7 = 0x7f7f7f7f7f7f7f7f;
    uint64_t x = le64(p);
    uint64_t hits = ~(((x & low7) + low7 - c * UINT64_C(0x0101010101010101)) | x | low7);
    return (hits >> 7) * 0x0102040810204080 >> 56;
}

#if defined(__AVX2__) && !defined(WYRE_PORTABLE)
#include <immintrin.h>
enum { STEP = 32 };
INLINE uint64_t
found_in_step(const uint8_t *p, uint8_t c)
{
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)p);
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)c)));
}
INLINE uint64_t
nul_units_in_step(const uint8_t *p)
{
    __m256i units = _mm256_loadu_si256((const __m256i *)(const void *)p);
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi16(units, _mm256_setzero_si256()));
}
INLINE uint64_t
low_in_step(const uint8_t *p, uint8_t c)
{
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)p);
    __m256i least = _mm256_min_epu8(bytes, _mm256_set1_epi8((char)c));
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, least));
}
#elif defined(__SSE2__) && !defined(WYRE_PORTABLE)
#include <emmintrin.h>
enum { STEP = 16 };
INLINE uint64_t
found_in_step(const uint8_t *p, uint8_t c)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)c)));
}
INLINE uint64_t
nul_units_in_step(const uint8_t *p)
{
    __m128i units = _mm_loadu_si128((const __m128i *)(const void *)p);
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi16(units, _mm_setzero_si128()));
}
INLINE uint64_t
low_in_step(const uint8_t *p, uint8_t c)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i least = _mm_min_epu8(bytes, _mm_set1_epi8((char)c));
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, least));
}
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(WYRE_PORTABLE)
#include <arm_neon.h>
enum { STEP = 16 };
INLINE uint64_t
mask_of_step(uint8x16_t hits)
{
    static const uint8_t weight[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    hits = vandq_u8(hits, vld1q_u8(weight));
    return (uint64_t)vaddv_u8(vget_low_u8(hits)) | (uint64_t)vaddv_u8(vget_high_u8(hits)) << 8;
}
INLINE uint64_t
found_in_step(const uint8_t *p, uint8_t c)
{
    return mask_of_step(vceqq_u8(vld1q_u8(p), vdupq_n_u8(c)));
}
INLINE uint64_t
nul_units_in_step(const uint8_t *p)
{
    uint16x8_t units = vreinterpretq_u16_u8(vld1q_u8(p));
    return mask_of_step(vreinterpretq_u8_u16(vceqq_u16(units, vdupq_n_u16(0))));
}
INLINE uint64_t
low_in_step(const uint8_t *p, uint8_t c)
{
    return mask_of_step(vcleq_u8(vld1q_u8(p), vdupq_n_u8(c)));
}
#else
enum { STEP = 8 };
INLINE uint64_t
found_in_step(const uint8_t *p, uint8_t c)
{
    return found_in_word(p, c);
}
INLINE uint64_t
nul_units_in_step(const uint8_t *p)
{
    return nul_units_in_word(p);
}
INLINE uint64_t
low_in_step(const uint8_t *p, uint8_t c)
{
    return low_in_word(p, c);
}
#endif

/* 32 bytes, with vectors. It is written out: a loop of few turns would cost as much as what it does. */
INLINE uint64_t
found_in_32(const uint8_t *p, uint8_t c)
{
    return STEP == 32 ? found_in_step(p, c) : found_in_step(p, c) | found_in_step(p + 16, c) << 16;
}

/* Where c stands among the n bytes at p, n from 0 to 64; bit i is byte i. The last may be looked at for the
 * second time, so that few are ever looked at one by one. */
INLINE uint64_t
byte_mask(const uint8_t *p, size_t n, uint8_t c)
{
    uint64_t mask = 0;
    size_t i = 0;
    if (STEP > 8 && n >= 32)
        return found_in_32(p, c) | found_in_32(p + n - 32, c) << (n - 32);
    for (; n - i >= STEP; i += STEP)
        mask |= found_in_step(p + i, c) << i;
    if (i < n && n >= STEP)
        return mask | found_in_step(p + n - STEP, c) << (n - STEP);
    if (i < n && n >= 8 && n <= 16)
        return found_in_word(p, c) | found_in_word(p + n - 8, c) << (n - 8);
    for (; i < n; i++)
        mask |= (uint64_t)(p[i] == c) << i;
    return mask;
}
INLINE uint64_t
found_in_64(const uint8_t *p, uint8_t c)
{
    return byte_mask(p, 64, c);
}

/* Goes from LF to LF; kept in locals for the time of a call. */
typedef struct feeds {
    const uint8_t *in;
    size_t len;
    size_t block; /* what `mask` was made of begins here */
    size_t next;  /* and ends here */
    uint64_t mask;
    size_t at; /* the LF that was found, or where the search ended */
} feeds;

INLINE feeds
feeds_from(const uint8_t *in, size_t len, size_t from)
{
    return (feeds){.in = in, .len = len, .block = from, .next = from};
}

/* Whether there is one more LF, at f->at. */
INLINE int
next_feed(feeds *f)
{
    while (f->mask == 0) {
        if (f->next >= f->len) {
            f->at = f->len;
            return 0;
        }
        f->block = f->next;
        if (f->len - f->block >= 64) {
            f->next = f->block + 64;
            f->mask = found_in_64(f->in + f->block, '\n');
        } else {
            f->next = f->len;
            f->mask = byte_mask(f->in + f->block, f->len - f->block, '\n');
        }
    }
    f->at = f->block + (unsigned)__builtin_ctzll(f->mask);
    f->mask &= f->mask - 1;
    return 1;
}

/* Likewise, of whole blocks alone: less than 64 bytes, from f->next on, are left for another call. Without the
 * steps for those a loop keeps what it needs in registers. */
INLINE int
next_feed_in_block(feeds *f)
{
    while (f->mask == 0) {
        f->at = f->next;
        if (f->len - f->next < 64)
            return 0;
        f->mask = found_in_64(f->in + f->next, '\n');
        f->block = f->next;
        f->next += 64;
    }
    f->at = f->block + (unsigned)__builtin_ctzll(f->mask);
    f->mask &= f->mask - 1;
    return 1;
}

#endif

/* The offset of the first LF at or behind `from`, or `len`. */
/*@ requires \valid_read(in + (0 .. len - 1));
  @ assigns \nothing;
  @ ensures (from < len ? from : len) <= \result <= len;
  @ ensures no_feed(in, from, \result) && (\result < len ==> in[\result] == 10); */
INLINE size_t
line_feed(const uint8_t *in, size_t len, size_t from)
{
    feeds f = feeds_from(in, len, from);
    next_feed(&f);
    return f.at;
}
#endif

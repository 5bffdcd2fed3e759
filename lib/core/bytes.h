/* Loads and stores of both byte orders; each compiles to one move. */
#ifndef WYRE_LIB_CORE_BYTES_H
#define WYRE_LIB_CORE_BYTES_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Where the proof runs, a layout is written out where it is used, and all else keeps its contract. */
#ifdef WYRE_PROVE
#define INLINE static
#define COLD   static
#define AT_END static
#define LAYOUT static inline void
#else
#define INLINE static inline __attribute__((always_inline))
/* For refusals: kept out of the way of what is accepted. AT_END: and yet not made small, for the end of a
 * list, which every walk comes to. */
#define COLD   static __attribute__((cold, noinline))
#define AT_END static __attribute__((noinline))
#define LAYOUT INLINE void
#endif

/* What is accepted goes straight on. */
#ifdef WYRE_PROVE
#define LIKELY(accepted)  (accepted)
#define UNLIKELY(refused) (refused)
#else
#define LIKELY(accepted)  __builtin_expect((accepted) != 0, 1)
#define UNLIKELY(refused) __builtin_expect((refused) != 0, 0)
#endif

#ifdef WYRE_PROVE /* sums, which the provers follow; compilers merge only the shifts into one load */
#define JOIN16(high, low) ((uint16_t)((high)*256u + (low)))
#define JOIN32(high, low) ((uint32_t)(high)*65536u + (low))
#define JOIN64(high, low) ((uint64_t)(high)*4294967296u + (low))
#else
#define JOIN16(high, low) ((uint16_t)((high) << 8 | (low)))
#define JOIN32(high, low) ((uint32_t)(high) << 16 | (low))
#define JOIN64(high, low) ((uint64_t)(high) << 32 | (low))
#endif

/* Machines whose words are little-endian and may stand anywhere copy what is little-endian on the wire,
 * since compilers join neighbouring copies, which they do not of shifts. The builtin stays one move in
 * a freestanding program, too. */
#if defined(WYRE_PROVE) || defined(WYRE_PORTABLE)
#define AS_IN_MEMORY 0
#elif defined(__x86_64__) || defined(__i386__)
#define AS_IN_MEMORY 1
#elif defined(__ARM_FEATURE_UNALIGNED) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define AS_IN_MEMORY 1
#else
#define AS_IN_MEMORY 0
#endif

#if AS_IN_MEMORY

INLINE uint16_t
le16(const uint8_t *p)
{
    uint16_t v;
    __builtin_memcpy(&v, p, sizeof v);
    return v;
}
INLINE uint32_t
le32(const uint8_t *p)
{
    uint32_t v;
    __builtin_memcpy(&v, p, sizeof v);
    return v;
}
INLINE uint64_t
le64(const uint8_t *p)
{
    uint64_t v;
    __builtin_memcpy(&v, p, sizeof v);
    return v;
}
INLINE void
put_le16(uint8_t *p, uint16_t v)
{
    __builtin_memcpy(p, &v, sizeof v);
}
INLINE void
put_le32(uint8_t *p, uint32_t v)
{
    __builtin_memcpy(p, &v, sizeof v);
}
INLINE void
put_le64(uint8_t *p, uint64_t v)
{
    __builtin_memcpy(p, &v, sizeof v);
}

#else

/*@ requires \valid_read(p + (0 .. 1)); assigns \nothing; */
INLINE uint16_t
le16(const uint8_t *p)
{
    return JOIN16(p[1], p[0]);
}
/*@ requires \valid_read(p + (0 .. 3)); assigns \nothing; */
INLINE uint32_t
le32(const uint8_t *p)
{
    return JOIN32(le16(p + 2), le16(p));
}
/*@ requires \valid_read(p + (0 .. 7)); assigns \nothing; */
INLINE uint64_t
le64(const uint8_t *p)
{
    return JOIN64(le32(p + 4), le32(p));
}
/*@ requires \valid(p + (0 .. 1)); assigns p[0 .. 1]; */
INLINE void
put_le16(uint8_t *p, uint16_t v)
{
    p[0] = (uint8_t)v;
    p[1] = (uint8_t)(v >> 8);
}
/*@ requires \valid(p + (0 .. 3)); assigns p[0 .. 3]; */
INLINE void
put_le32(uint8_t *p, uint32_t v)
{
    put_le16(p, (uint16_t)v);
    put_le16(p + 2, (uint16_t)(v >> 16));
}
/*@ requires \valid(p + (0 .. 7)); assigns p[0 .. 7]; */
INLINE void
put_le64(uint8_t *p, uint64_t v)
{
    put_le32(p, (uint32_t)v);
    put_le32(p + 4, (uint32_t)(v >> 32));
}

#endif

/*@ requires \valid_read(p + (0 .. 1)); assigns \nothing; */
INLINE uint16_t
be16(const uint8_t *p)
{
    return JOIN16(p[0], p[1]);
}
/*@ requires \valid_read(p + (0 .. 2)); assigns \nothing; ensures \result <= 0xffffff; */
INLINE uint32_t
be24(const uint8_t *p)
{
    return JOIN32(p[0], be16(p + 1));
}
/*@ requires \valid_read(p + (0 .. 3)); assigns \nothing; */
INLINE uint32_t
be32(const uint8_t *p)
{
    return JOIN32(be16(p), be16(p + 2));
}
/*@ requires \valid_read(p + (0 .. 7)); assigns \nothing; */
INLINE uint64_t
be64(const uint8_t *p)
{
    return JOIN64(be32(p), be32(p + 4));
}

/*@ requires \valid(p + (0 .. 1)); assigns p[0 .. 1]; */
INLINE void
put_be16(uint8_t *p, uint16_t v)
{
    p[0] = (uint8_t)(v >> 8);
    p[1] = (uint8_t)v;
}
/*@ requires \valid(p + (0 .. 2)); assigns p[0 .. 2]; */
INLINE void
put_be24(uint8_t *p, uint32_t v)
{
    p[0] = (uint8_t)(v >> 16);
    put_be16(p + 1, (uint16_t)v);
}
/*@ requires \valid(p + (0 .. 3)); assigns p[0 .. 3]; */
INLINE void
put_be32(uint8_t *p, uint32_t v)
{
    put_be16(p, (uint16_t)(v >> 16));
    put_be16(p + 2, (uint16_t)v);
}
/*@ requires \valid(p + (0 .. 7)); assigns p[0 .. 7]; */
INLINE void
put_be64(uint8_t *p, uint64_t v)
{
    put_be32(p, (uint32_t)(v >> 32));
    put_be32(p + 4, (uint32_t)v);
}

/*@ requires \valid(to + (0 .. n - 1)) && \valid_read(from + (0 .. n - 1));
  @ requires \separated(to + (0 .. n - 1), from + (0 .. n - 1));
  @ assigns to[0 .. n - 1];
  @ ensures \forall integer i; 0 <= i < n ==> to[i] == from[i]; */
INLINE void
copy(uint8_t *to, const uint8_t *from, size_t n)
{
#ifdef WYRE_PROVE /* memcpy takes void *, of which the provers know too little */
    /*@ loop invariant 0 <= i <= n && \forall integer k; 0 <= k < i ==> to[k] == from[k];
      @ loop assigns i, to[0 .. n - 1]; loop variant n - i; */
    for (size_t i = 0; i < n; i++)
        to[i] = from[i];
#else
    memcpy(to, from, n);
#endif
}
/* Parts that may overlap; proved where they do not. */
/*@ requires \valid(to + (0 .. n - 1)) && \valid_read(from + (0 .. n - 1));
  @ requires \separated(to + (0 .. n - 1), from + (0 .. n - 1));
  @ assigns to[0 .. n - 1]; */
INLINE void
move(uint8_t *to, const uint8_t *from, size_t n)
{
#ifdef WYRE_PROVE
    copy(to, from, n);
#else
    memmove(to, from, n);
#endif
}
/*@ requires \valid(p + (0 .. n - 1));
  @ assigns p[0 .. n - 1];
  @ ensures \forall integer i; 0 <= i < n ==> p[i] == 0; */
INLINE void
zero(uint8_t *p, size_t n)
{
#ifdef WYRE_PROVE
    /*@ loop invariant 0 <= i <= n && \forall integer k; 0 <= k < i ==> p[k] == 0;
      @ loop assigns i, p[0 .. n - 1]; loop variant n - i; */
    for (size_t i = 0; i < n; i++)
        p[i] = 0;
#else
    memset(p, 0, n);
#endif
}
/* Whether n bytes are the same. */
/*@ requires \valid_read(a + (0 .. n - 1)) && \valid_read(b + (0 .. n - 1));
  @ assigns \nothing; */
INLINE int
equal(const uint8_t *a, const uint8_t *b, size_t n)
{
#ifdef WYRE_PROVE
    size_t i = 0;
    /*@ loop invariant i <= n; loop assigns i; loop variant n - i; */
    while (i < n && a[i] == b[i])
        i++;
    return i == n;
#else
    return memcmp(a, b, n) == 0;
#endif
}

/* One bit of 64. */
#ifdef WYRE_PROVE /* of shifts by what is no constant the provers know too little */
/*@ requires n < 64; assigns \nothing; */
uint64_t bit_of(unsigned n);
#else
INLINE uint64_t
bit_of(unsigned n)
{
    return UINT64_C(1) << n;
}
#endif

/* Every byte of *out becomes 0. */
#ifdef WYRE_PROVE
#define CLEAR(out) (*(out) = (__typeof__(*(out))){0})
#else
#define CLEAR(out) clear(out, sizeof *(out))
/* As memset. Of more than 64 bytes at once gcc makes a string instruction for x86, which takes longer
 * than all the rest of a decoder. */
INLINE void
clear(void *out, size_t out_len)
{
    uint8_t *p = out;
#if defined(__x86_64__) || defined(__i386__)
    for (; out_len > 64; out_len -= 64, p += 64)
        memset(p, 0, 64);
#endif
    memset(p, 0, out_len);
}
#endif

/* The length of a name that ends with a NUL; as a loop it would be compiled to a call of strlen. */
#ifdef WYRE_PROVE
/*@ assigns \nothing; */
size_t length_of(const char *name);
#else
INLINE size_t
length_of(const char *name)
{
    return (size_t)((const char *)memchr(name, '\0', 4096) - name);
}
#endif
#endif

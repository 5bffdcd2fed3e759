/* UTF-16LE and UTF-8: RFC 2781 2, RFC 3629 3. Runs of ASCII go eight units at a time, others four. */
#include <string.h>
#include <wyre/core.h>
#include "bytes.h"

enum { REPLACEMENT = 0xfffd };

/* A character and how many bytes of the input it takes; `bad` where it stands for none. */
typedef struct character {
    uint32_t code;
    uint32_t len;
    int bad;
} character;

static character
from_utf16(const uint8_t *in, size_t left)
{
    if (left < 2)
        return (character){REPLACEMENT, 1, 1};
    uint32_t unit = le16(in);
    if (unit < 0xd800 || unit > 0xdfff)
        return (character){unit, 2, 0};
    uint32_t low = unit < 0xdc00 && left >= 4 ? le16(in + 2) : 0;
    if (low < 0xdc00 || low > 0xdfff)
        return (character){REPLACEMENT, 2, 1};
    return (character){0x10000 + ((unit & 0x3ff) << 10 | (low & 0x3ff)), 4, 0};
}

/* A bad character takes its longest valid beginning, so that each makes one replacement. */
static character
from_utf8(const uint8_t *in, size_t left)
{
    uint32_t lead = in[0];
    if (lead < 0x80)
        return (character){lead, 1, 0};
    uint32_t len = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (len == 0)
        return (character){REPLACEMENT, 1, 1};
    uint32_t least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    uint32_t most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    uint32_t code = lead & (0x7fu >> len);
    for (uint32_t i = 1; i < len; i++) {
        if (i >= left || in[i] < least || in[i] > most)
            return (character){REPLACEMENT, i, 1};
        code = code << 6 | (in[i] & 0x3f);
        least = 0x80;
        most = 0xbf;
    }
    return (character){code, len, 0};
}

INLINE size_t
utf8_len(uint32_t code)
{
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

INLINE void
put_utf8(uint8_t *out, uint32_t code, size_t len)
{
    uint8_t last = (uint8_t)(0x80 | (code & 0x3f));
    if (len == 1) {
        out[0] = (uint8_t)code;
    } else if (len == 2) {
        out[0] = (uint8_t)(0xc0 | code >> 6);
        out[1] = last;
    } else if (len == 3) {
        out[0] = (uint8_t)(0xe0 | code >> 12);
        out[1] = (uint8_t)(0x80 | (code >> 6 & 0x3f));
        out[2] = last;
    } else {
        out[0] = (uint8_t)(0xf0 | code >> 18);
        out[1] = (uint8_t)(0x80 | (code >> 12 & 0x3f));
        out[2] = (uint8_t)(0x80 | (code >> 6 & 0x3f));
        out[3] = last;
    }
}

/* ---- four units at a time, side by side in a number ----------------------------------------------- */

#define EACH(value) ((value)*UINT64_C(0x0001000100010001))

/* 1 in each unit that is not 0. */
INLINE uint64_t
not_zero(uint64_t four)
{
    return (((four & EACH(0x7fff)) + EACH(0x7fff)) | four) >> 15 & EACH(1);
}

/* Four units that are all ASCII, as bytes; else nothing is written, and 0 is returned. */
INLINE int
put_ascii4(uint8_t *out, const uint8_t *in)
{
    uint64_t four = le64(in);
    if ((four & EACH(0xff80)) != 0)
        return 0;
    four |= four >> 8;
    put_le16(out, (uint16_t)four);
    put_le16(out + 2, (uint16_t)(four >> 32));
    return 1;
}

/* Eight of them. */
#if defined(__SSE2__) && !defined(WYRE_PORTABLE)
#include <emmintrin.h>
INLINE int
put_ascii8(uint8_t *out, const uint8_t *in)
{
    __m128i eight = _mm_loadu_si128((const __m128i *)(const void *)in);
    __m128i over_7_bits = _mm_and_si128(eight, _mm_set1_epi16((short)0xff80));
    if (_mm_movemask_epi8(_mm_cmpeq_epi16(over_7_bits, _mm_setzero_si128())) != 0xffff)
        return 0;
    _mm_storel_epi64((__m128i *)(void *)out, _mm_packus_epi16(eight, eight));
    return 1;
}
#else
INLINE int
put_ascii8(uint8_t *out, const uint8_t *in)
{
    return put_ascii4(out, in) && put_ascii4(out + 4, in + 8);
}
#endif

/* How many of the units at `in` are a run of ASCII, as far as steps of 16, 8 or 4 show; they are written
 * to out. The last step may go over units for the second time, so that few are ever looked at one by
 * one. */
static size_t
put_ascii_run(uint8_t *out, const uint8_t *in, size_t units)
{
    size_t i = 0;
    for (; units - i >= 16; i += 16)
        if (!put_ascii8(out + i, in + 2 * i) || !put_ascii8(out + i + 8, in + 2 * i + 16))
            break;
    for (; units - i >= 8; i += 8)
        if (!put_ascii8(out + i, in + 2 * i))
            return i;
    if (units >= 8)
        return i == units || put_ascii8(out + units - 8, in + 2 * (units - 8)) ? units : i;
    if (units >= 4 && put_ascii4(out, in))
        return put_ascii4(out + units - 4, in + 2 * (units - 4)) ? units : 4;
    return 0;
}

INLINE void
put_three(uint8_t *out, uint64_t first_two, uint64_t third)
{
    put_le16(out, (uint16_t)first_two);
    out[2] = (uint8_t)third;
}

/* Four units as UTF-8, in at most 12 bytes; returns how many, or 0 where a unit is a surrogate. Without
 * a branch for each character: in text of several scripts none could be foretold. All three bytes are
 * written of each; the next character begins behind those that count. */
INLINE size_t
put_four(uint8_t *out, uint64_t four)
{
    uint64_t over_7_bits = not_zero(four & EACH(0xff80));
    uint64_t over_11_bits = not_zero(four & EACH(0xf800));
    uint64_t low = four & EACH(0x3f), middle = four >> 6 & EACH(0x3f),
             high = four >> 12 & EACH(0xf);
    uint64_t two = EACH(0x80c0) | low << 8 | middle;
    uint64_t three = EACH(0x80e0) | middle << 8 | high;
    uint64_t first = four ^ ((four ^ two) & over_7_bits * 0xffff);
    first ^= (two ^ three) & over_11_bits * 0xffff;
    uint64_t third = EACH(0x80) | low;
    uint64_t ends =
        (EACH(1) + over_7_bits + over_11_bits) * EACH(1); /* sums of the lengths so far */
    if (not_zero((four & EACH(0xf800)) ^ EACH(0xd800)) != EACH(1))
        return 0;
    put_three(out, first, third);
    put_three(out + (ends & 15), first >> 16, third >> 16);
    put_three(out + (ends >> 16 & 15), first >> 32, third >> 32);
    put_three(out + (ends >> 32 & 15), first >> 48, third >> 48);
    return (size_t)(ends >> 48);
}

/* Eight of them, or 0: up to 25 bytes are written, of which at most 24 count. */
#if defined(__SSE2__) && defined(__x86_64__) && !defined(WYRE_PORTABLE)
INLINE __m128i
where(__m128i mask, __m128i set, __m128i clear)
{
    return _mm_or_si128(_mm_and_si128(mask, set), _mm_andnot_si128(mask, clear));
}
INLINE void
put_two(uint8_t *out, size_t first, size_t second, int64_t two)
{
    put_le32(out + first, (uint32_t)two);
    put_le32(out + second, (uint32_t)((uint64_t)two >> 32));
}
INLINE size_t
put_eight(uint8_t *out, const uint8_t *in)
{
    const __m128i six_bits = _mm_set1_epi16(0x3f);
    __m128i eight = _mm_loadu_si128((const __m128i *)(const void *)in);
    __m128i over_11_bits = _mm_and_si128(eight, _mm_set1_epi16((short)0xf800));
    if (_mm_movemask_epi8(_mm_cmpeq_epi16(over_11_bits, _mm_set1_epi16((short)0xd800))) != 0)
        return 0;
    __m128i over_7_bits = _mm_and_si128(eight, _mm_set1_epi16((short)0xff80));
    __m128i takes_one = _mm_cmpeq_epi16(over_7_bits, _mm_setzero_si128());
    __m128i takes_two = _mm_cmpeq_epi16(over_11_bits, _mm_setzero_si128()); /* or one */
    __m128i low = _mm_and_si128(eight, six_bits), upper = _mm_srli_epi16(eight, 6);
    __m128i middle = _mm_and_si128(upper, six_bits), high = _mm_srli_epi16(eight, 12);
    __m128i two = _mm_or_si128(_mm_slli_epi16(low, 8), upper);
    __m128i three = _mm_or_si128(_mm_slli_epi16(middle, 8), high);
    two = _mm_or_si128(two, _mm_set1_epi16((short)0x80c0));
    three = _mm_or_si128(three, _mm_set1_epi16((short)0x80e0));
    __m128i first = where(takes_one, eight, where(takes_two, two, three));
    __m128i third = _mm_or_si128(low, _mm_set1_epi16(0x80));
    __m128i lens = _mm_add_epi16(_mm_set1_epi16(3), _mm_add_epi16(takes_one, takes_two));
    uint64_t ends = (uint64_t)_mm_cvtsi128_si64(_mm_packus_epi16(lens, lens));
    ends *= UINT64_C(0x0101010101010101); /* sums of the lengths so far */
    __m128i half = _mm_unpacklo_epi16(first, third);
    put_two(out, 0, ends & 31, _mm_cvtsi128_si64(half));
    put_two(out, ends >> 8 & 31, ends >> 16 & 31,
            _mm_cvtsi128_si64(_mm_unpackhi_epi64(half, half)));
    half = _mm_unpackhi_epi16(first, third);
    put_two(out, ends >> 24 & 31, ends >> 32 & 31, _mm_cvtsi128_si64(half));
    put_two(out, ends >> 40 & 31, ends >> 48 & 31,
            _mm_cvtsi128_si64(_mm_unpackhi_epi64(half, half)));
    return ends >> 56;
}
#else
INLINE size_t
put_eight(const uint8_t *out, const uint8_t *in)
{
    (void)out;
    (void)in;
    return 0; /* without vectors, four at a time are best */
}
#endif

/* Text of any kind, of which the first `run` units are written. Kept out of the way of ASCII, which so
 * saves no registers. */
static __attribute__((noinline)) wyre_status
any_to_utf8(const uint8_t *restrict in, size_t in_len, uint32_t flags, size_t run,
            uint8_t *restrict out, size_t cap, size_t *restrict n)
{
    wyre_status status = (flags & ~(uint32_t)WYRE_TEXT_LOSSY) != 0 ? WYRE_E_ARG : WYRE_OK;
    size_t end = run;
    for (size_t i = 2 * run; status == WYRE_OK && i < in_len;) {
        size_t start = i;
        if (end < cap) {
            size_t units = (in_len - i) / 2 < cap - end ? (in_len - i) / 2 : cap - end;
            run = put_ascii_run(out + end, in + i, units);
            i += 2 * run;
            end += run;
        }
        for (size_t len = 0; in_len - i >= 16 && end <= cap && cap - end >= 25 && len != 8;) {
            len = put_eight(out + end, in + i);
            if (len == 0)
                break;
            i += 16;
            end += len;
        }
        for (size_t len = 0; in_len - i >= 8 && end <= cap && cap - end >= 12 && len != 4;) {
            len = put_four(out + end, le64(in + i));
            if (len == 0)
                break;
            i += 8;
            end += len;
        }
        if (i > start)
            continue;
        character c = from_utf16(in + i, in_len - i);
        if (c.bad && flags == 0) {
            status = WYRE_E_TEXT;
            end = i;
            break;
        }
        size_t len = utf8_len(c.code);
        if (end <= cap && len <= cap - end)
            put_utf8(out + end, c.code, len);
        end += len;
        i += c.len;
    }
    if (n != NULL)
        *n = end;
    return status == WYRE_OK && end > cap ? WYRE_E_SPACE : status;
}

wyre_status
wyre_utf16le_to_utf8(const uint8_t *restrict in, size_t in_len, uint32_t flags,
                     uint8_t *restrict out, size_t cap, size_t *restrict n)
{
    size_t units = in_len / 2;
    size_t run = units <= cap ? put_ascii_run(out, in, units) : 0;
    if (2 * run < in_len || flags > WYRE_TEXT_LOSSY)
        return any_to_utf8(in, in_len, flags, run, out, cap, n);
    if (n != NULL)
        *n = units;
    return WYRE_OK;
}

INLINE void
put_utf16(uint8_t *out, uint32_t code)
{
    if (code < 0x10000) {
        put_le16(out, (uint16_t)code);
        return;
    }
    put_le16(out, (uint16_t)(0xd800 + ((code - 0x10000) >> 10)));
    put_le16(out + 2, (uint16_t)(0xdc00 + (code & 0x3ff)));
}

wyre_status
wyre_utf8_to_utf16le(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out, size_t cap,
                     size_t *n)
{
    wyre_status status = (flags & ~(uint32_t)WYRE_TEXT_LOSSY) != 0 ? WYRE_E_ARG : WYRE_OK;
    size_t end = 0;
    for (size_t i = 0; status == WYRE_OK && i < in_len;) {
        while (in_len - i >= 4 && end <= cap && cap - end >= 8) {
            uint64_t four = le32(in + i);
            if ((four & 0x80808080) != 0)
                break;
            four = (four | four << 16) & 0x0000ffff0000ffff;
            put_le64(out + end, (four | four << 8) & 0x00ff00ff00ff00ff);
            i += 4;
            end += 8;
        }
        if (i == in_len)
            break;
        character c = from_utf8(in + i, in_len - i);
        if (c.bad && flags == 0) {
            status = WYRE_E_TEXT;
            end = i;
            break;
        }
        size_t len = c.code < 0x10000 ? 2 : 4;
        if (end <= cap && len <= cap - end)
            put_utf16(out + end, c.code);
        end += len;
        i += c.len;
    }
    if (n != NULL)
        *n = end;
    return status == WYRE_OK && end > cap ? WYRE_E_SPACE : status;
}

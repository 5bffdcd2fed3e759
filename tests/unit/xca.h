/* What the tests of the three compressions share. */
#ifndef WYRE_TEST_XCA_H
#define WYRE_TEST_XCA_H
#include "../properties/ring.h"
#include <wyre/xca.h>

typedef wyre_status decompressor(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap,
                                 size_t *n);
typedef wyre_status compressor(const uint8_t *in, size_t in_len, wyre_xca_search *search,
                               uint8_t *out, size_t cap, size_t *n);

/* The input at every capacity, in blocks of exactly their size: nothing is written from cap on, and the
 * size needed is told. `n` is the size that comes out, or the byte at fault. */
static inline void
decompresses(decompressor *decompress, const char *row, const bytes *in, wyre_status status,
             size_t n, const uint8_t *want)
{
    size_t most = status == WYRE_OK ? n + 1 : 64, got_n;
    uint8_t *unit = exact(in->at, in->len);
    for (size_t cap = 0; cap <= most; cap++) {
        uint8_t *out = block(cap);
        wyre_status got = decompress(unit, in->len, cap > 0 ? out : NULL, cap, &got_n);
        assert_status(row, got, status == WYRE_OK && cap < n ? WYRE_E_SPACE : status);
        assert_offset(row, got_n, n);
        if (status == WYRE_OK)
            REQUIRE(memcmp(out, want, cap < n ? cap : n) == 0, row);
        free(out);
    }
    for (size_t cut = 0; cut < in->len; cut++) {
        uint8_t *prefix = exact(in->at, cut);
        uint8_t out[64];
        got_n = 0;
        if (decompress(prefix, cut, out, sizeof out, &got_n) < WYRE_E_SPACE)
            REQUIRE(got_n <= cut, row);
        free(prefix);
    }
    free(unit);
}

/* Whatever was made of len bytes by the compressor is no longer than `most`, is told exactly, and gives
 * the same bytes again. */
static inline void
one_comes_back(compressor *compress, decompressor *decompress, size_t (*most)(size_t len),
               const uint8_t *in, size_t len)
{
    static wyre_xca_search search;
    size_t need, n;
    memset(&search, 0xa5, sizeof search);
    wyre_status status = compress(in, len, &search, NULL, 0, &need);
    assert_status("measured", status, need > 0 ? WYRE_E_SPACE : WYRE_OK);
    REQUIRE(need <= most(len), "size");
    uint8_t *packed = block(need + 1);
    uint8_t *again = block(len + 1);
    packed[need] = 0xa5;
    again[len] = 0xa5;
    if (need > 0)
        assert_status("one less", compress(in, len, &search, packed, need - 1, &n), WYRE_E_SPACE);
    assert_status("packed", compress(in, len, &search, packed, need, &n), WYRE_OK);
    assert_offset("packed", n, need);
    assert_status("unpacked", decompress(packed, need, again, len, &n), WYRE_OK);
    assert_offset("unpacked", n, len);
    REQUIRE(len == 0 || memcmp(in, again, len) == 0, "unpacked");
    REQUIRE(packed[need] == 0xa5 && again[len] == 0xa5, "borders");
    free(packed);
    free(again);
}

/* Noise, few symbols, repetitions of every period, steps, and what makes many hashes meet. */
static inline uint8_t
sample(unsigned kind, size_t i, uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    switch (kind) {
    case 0:
        return (uint8_t)(*seed >> 24);
    case 1:
        return (uint8_t)(*seed >> 31);
    case 2:
        return 0;
    case 3:
        return (uint8_t)(i >> 4);
    case 4:
        return (uint8_t)(i % 3 == 0 ? *seed >> 30 : 7);
    default:
        return (uint8_t)(i % (kind * kind));
    }
}

static inline void
comes_back(compressor *compress, decompressor *decompress, size_t (*most)(size_t len))
{
    static const size_t lengths[] = {0,    1,    2,    3,    4,    31,   32,   33,    63,    64,
                                     4095, 4096, 4097, 8191, 8192, 8193, 8200, 12288, 20000, 70001};
    uint32_t seed = 1;
    for (unsigned kind = 0; kind < 12; kind++)
        for (size_t l = 0; l < COUNT(lengths); l++) {
            uint8_t *in = block(lengths[l]);
            for (size_t i = 0; i < lengths[l]; i++)
                in[i] = sample(kind, i, &seed);
            one_comes_back(compress, decompress, most, in, lengths[l]);
            free(in);
        }
}

static inline size_t
most_of_lz77(size_t len)
{
    return len + len / 8 + 8;
}

static inline size_t
most_of_lznt1(size_t len)
{
    return len + 2 * ((len + 4095) / 4096);
}
#endif

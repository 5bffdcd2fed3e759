/* The first two bytes choose a capacity. Whatever comes out does so the same at the size needed; what
 * goes into a compressor comes back. */
#include "fuzz.h"
#include <wyre/xca.h>

typedef wyre_status decompressor(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap,
                                 size_t *n);
typedef wyre_status compressor(const uint8_t *in, size_t in_len, wyre_xca_search *search,
                               uint8_t *out, size_t cap, size_t *n);

static wyre_xca_search search;
static wyre_xca_huffman code;

static void
unpack(decompressor *decompress, const uint8_t *in, size_t len, size_t cap)
{
    size_t need, n;
    uint8_t *out = block(cap);
    wyre_status measured = decompress(in, len, NULL, 0, &need);
    wyre_status status = decompress(in, len, out, cap, &n);
    REQUIRE(n == need, "need");
    if (measured == WYRE_OK || measured == WYRE_E_SPACE)
        REQUIRE(status == (cap < need ? WYRE_E_SPACE : WYRE_OK), "status");
    else
        REQUIRE(status == measured && n <= len, "fault");
    free(out);
}

static void
pack(compressor *compress, decompressor *decompress, const uint8_t *in, size_t len)
{
    size_t need, n;
    compress(in, len, &search, NULL, 0, &need);
    uint8_t *packed = block(need);
    uint8_t *again = block(len);
    REQUIRE(compress(in, len, &search, packed, need, &n) == WYRE_OK && n == need, "packed");
    REQUIRE(decompress(packed, n, again, len, &n) == WYRE_OK && n == len, "unpacked");
    REQUIRE(len == 0 || memcmp(in, again, len) == 0, "the same");
    free(packed);
    free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    if (len < 2)
        return 0;
    size_t cap = in[0] * 256u + in[1], n;
    in += 2;
    len -= 2;
    unpack(wyre_xca_lznt1_decompress, in, len, cap);
    unpack(wyre_xca_lz77_decompress, in, len, cap);
    pack(wyre_xca_lznt1_compress, wyre_xca_lznt1_decompress, in, len);
    pack(wyre_xca_lz77_compress, wyre_xca_lz77_decompress, in, len);
    uint8_t *out = block(cap);
    wyre_status status = wyre_xca_lz77_huffman_decompress(in, len, &code, out, cap, &n);
    REQUIRE(status == WYRE_OK ? n == cap : n <= len, "huffman");
    free(out);
    return 0;
}

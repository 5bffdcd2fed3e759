/* TLS in TDS: the same bytes come out whether the stream comes whole or byte by byte. The first byte of
 * the input is the mode. */
#include "fuzz.h"
#include <wyre/tds.h>

typedef struct outcome {
    uint64_t hash;
    size_t taken, tls, plain;
    wyre_status status;
} outcome;

static outcome
run(const uint8_t *in, size_t len, uint8_t mode, size_t step)
{
    wyre_tds_tls t = {.mode = mode & 3, .from_server = mode >> 2 & 1};
    outcome o = {.hash = 1, .status = WYRE_MORE};
    for (size_t end = 0; end < len;) {
        wyre_tds_tls_piece p;
        size_t n;
        end = len - end < step ? len : end + step;
        while ((o.status = wyre_tds_tls_next(&t, in + o.taken, end - o.taken, 4096, &p, &n)) ==
               WYRE_OK) {
            REQUIRE(n > 0 && n <= end - o.taken && p.bytes.off + p.bytes.len == n, "next");
            for (size_t i = 0; i < p.bytes.len; i++)
                o.hash = (o.hash ^ in[o.taken + p.bytes.off + i] ^ p.plain) * 0x100000001b3u;
            o.taken += n;
            o.tls += p.plain ? 0 : p.bytes.len;
            o.plain += p.plain ? p.bytes.len : 0;
        }
        REQUIRE(o.status != WYRE_MORE || n > end - o.taken, "next");
        if (o.status != WYRE_MORE)
            break;
    }
    return o;
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    if (len < 1)
        return 0;
    outcome whole = run(in + 1, len - 1, in[0], len);
    outcome bytes = run(in + 1, len - 1, in[0], 1);
    REQUIRE(whole.hash == bytes.hash && whole.taken == bytes.taken && whole.tls == bytes.tls &&
                whole.plain == bytes.plain && whole.status == bytes.status,
            "pieces");
    (void)wyre_tds_opening(in, len);
    size_t n = 0, size = 9 + in[0] * 16u;
    if (len > 1 &&
        wyre_tds_tls_wrap(in + 1, len - 1, (uint32_t)size, NULL, 0, &n) == WYRE_E_SPACE) {
        uint8_t *out = block(n);
        REQUIRE(wyre_tds_tls_wrap(in + 1, len - 1, (uint32_t)size, out, n, NULL) == WYRE_OK,
                "wrap");
        if (size <= 4096) {
            outcome again = run(out, n, WYRE_TDS_TLS_ALL, 7);
            REQUIRE(again.status == WYRE_MORE && again.tls == len - 1, "wrap");
        }
        free(out);
    }
    return 0;
}

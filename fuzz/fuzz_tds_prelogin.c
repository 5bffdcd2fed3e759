/* PRELOGIN: the laws; the table that comes out of the iterator can be built; the matrix is total. */
#include "fuzz.h"
#include <wyre/tds.h>

RING(wyre_tds_prelogin, WYRE_TDS_PRELOGIN_VERSION_LATE | WYRE_TDS_PRELOGIN_OVERLAP);

static void
build(const wyre_tds_prelogin_option *options, size_t count, const uint8_t *in, size_t len)
{
    size_t n = 0;
    wyre_status status = wyre_tds_prelogin_build(options, count, in, len, NULL, 0, &n);
    if (status == WYRE_E_RANGE)
        return;
    REQUIRE(status == WYRE_E_SPACE, "build");
    uint8_t *out = block(n);
    REQUIRE(wyre_tds_prelogin_build(options, count, in, len, out, n, NULL) == WYRE_OK, "build");
    wyre_tds_prelogin_iter it = {0, 0, 0};
    wyre_tds_prelogin_option o;
    for (size_t i = 0; i < count; i++) {
        REQUIRE(wyre_tds_prelogin_next(&it, out, n, &o) == WYRE_OK, "build");
        REQUIRE(o.token == options[i].token && o.data.len == options[i].data.len, "build");
        REQUIRE(o.data.len == 0 ||
                    memcmp(out + o.data.off, in + options[i].data.off, o.data.len) == 0,
                "build");
    }
    REQUIRE(wyre_tds_prelogin_next(&it, out, n, &o) == WYRE_END, "build");
    free(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    wyre_tds_prelogin_option options[WYRE_TDS_PRELOGIN_OPTIONS];
    wyre_tds_prelogin_option o;
    wyre_tds_prelogin_iter it = {0, 0, 0};
    wyre_tds_prelogin m;
    size_t count = 0;
    law(&wyre_tds_prelogin_ring, "strict", in, len, 0, 0);
    law(&wyre_tds_prelogin_ring, "lenient", in, len, wyre_tds_prelogin_ring.known_flags, 0);
    wyre_status status;
    while ((status = wyre_tds_prelogin_next(&it, in, len, &o)) == WYRE_OK) {
        REQUIRE(count < WYRE_TDS_PRELOGIN_OPTIONS, "next");
        REQUIRE(o.data.off <= len && o.data.len <= len - o.data.off, "next");
        options[count++] = o;
        (void)wyre_tds_prelogin_token_name(o.token);
    }
    if (status == WYRE_END)
        build(options, count, in, len);
    if (wyre_tds_prelogin_decode(in, len, 0, &m, NULL) == WYRE_OK) {
        REQUIRE(status == WYRE_END && m.count == count, "decode");
        REQUIRE(wyre_tds_prelogin_has(&m, options[0].token) == 1, "decode");
    }
    if (len >= 2) {
        uint32_t outcome = wyre_tds_encryption_outcome(in[0], in[1]);
        REQUIRE(outcome <= WYRE_TDS_ENCRYPTION_INVALID, "outcome");
        REQUIRE(*wyre_tds_encryption_outcome_name(outcome) != '?', "outcome");
        REQUIRE(*wyre_tds_encryption_name(wyre_tds_encryption_answer(in[0], in[1])) != '?',
                "answer");
    }
    return 0;
}

/* Logins of all versions, their features and passwords. */
#include "fuzz.h"
#include <wyre/tds.h>

RING(wyre_tds_login7, WYRE_TDS_LOGIN7_TOLERANT);
RING(wyre_tds_login4, 0);
RING(wyre_tds_fedauth, 0);
RING(wyre_tds_session_recovery, 0);
RING(wyre_tds_session_data, 0);
RING(wyre_tds_column_encryption, 0);
RING(wyre_tds_data_classification, 0);
RING(wyre_tds_feature_switch, 0);

/* The features that the iterator finds can be built again. */
static void
features(const uint8_t *in, size_t len)
{
    wyre_tds_feature found[WYRE_TDS_FEATURES];
    wyre_tds_feature_iter it = {.pos = 0};
    wyre_tds_feature f;
    size_t count = 0;
    wyre_status status;
    while ((status = wyre_tds_feature_next(&it, in, len, &f)) == WYRE_OK) {
        REQUIRE(count < WYRE_TDS_FEATURES, "features");
        REQUIRE(f.data.off <= len && f.data.len <= len - f.data.off, "features");
        (void)wyre_tds_feature_name(f.id);
        found[count++] = f;
    }
    REQUIRE(it.pos <= len, "features");
    if (status != WYRE_END)
        return;
    uint8_t *out = block(it.pos);
    size_t n;
    REQUIRE(wyre_tds_feature_build(found, count, in, len, out, it.pos, &n) == WYRE_OK, "features");
    REQUIRE(n == it.pos && memcmp(out, in, n) == 0, "features");
    free(out);
}

static void
states(const uint8_t *in, size_t len)
{
    wyre_tds_session_state_iter it = {0};
    wyre_tds_session_state s, again;
    for (uint32_t pos = 0; wyre_tds_session_state_next(&it, in, len, &s) == WYRE_OK; pos = it.pos) {
        wyre_tds_session_state_iter one = {0};
        size_t n;
        REQUIRE(it.pos >= pos + 2 && it.pos <= len, "states");
        uint8_t *out = block(it.pos - pos);
        REQUIRE(wyre_tds_session_state_encode(&s, in, len, out, it.pos - pos, &n) == WYRE_OK,
                "states");
        REQUIRE(wyre_tds_session_state_next(&one, out, n, &again) == WYRE_OK, "states");
        REQUIRE(again.id == s.id && again.data.len == s.data.len, "states");
        REQUIRE(memcmp(out + again.data.off, in + s.data.off, s.data.len) == 0, "states");
        free(out);
    }
}

static void
capabilities(const uint8_t *in, size_t len, uint8_t order)
{
    wyre_tds_capability masks[64];
    wyre_tds_capability_iter it = {0, 0};
    size_t count = 0;
    wyre_status status;
    while (count < 64 &&
           (status = wyre_tds_capability_next(&it, in, len, order, &masks[count])) == WYRE_OK)
        count++;
    if (count == 64 || status != WYRE_END)
        return;
    uint8_t *out = block(it.pos);
    size_t n;
    REQUIRE(wyre_tds_capability_build(masks, count, order, in, len, out, it.pos, &n) == WYRE_OK,
            "capabilities");
    REQUIRE(n == it.pos && memcmp(out, in, n) == 0, "capabilities");
    free(out);
}

static void
password(const uint8_t *in, size_t len)
{
    uint8_t *out = block(len);
    REQUIRE(wyre_tds_password_encode(in, len, out, len, NULL) == WYRE_OK, "password");
    REQUIRE(wyre_tds_password_decode(out, len, out, len, NULL) == WYRE_OK, "password");
    REQUIRE(memcmp(in, out, len) == 0, "password");
    free(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const ring *const small[] = {
        &wyre_tds_fedauth_ring,
        &wyre_tds_session_recovery_ring,
        &wyre_tds_session_data_ring,
        &wyre_tds_column_encryption_ring,
        &wyre_tds_data_classification_ring,
        &wyre_tds_feature_switch_ring,
    };
    wyre_tds_login7 m;
    uint32_t tolerant = WYRE_TDS_LOGIN7_TOLERANT;
    wyre_status strict = law(&wyre_tds_login7_ring, "strict", in, len, 0, 0);
    wyre_status status = law(&wyre_tds_login7_ring, "tolerant", in, len, tolerant, 0);
    REQUIRE(strict != WYRE_OK || status == WYRE_OK, "strict is tolerated");
    if (wyre_tds_login7_decode(in, len, tolerant, &m, NULL) == WYRE_OK)
        REQUIRE((m.oddities == 0) == (strict == WYRE_OK), "oddities");
    (void)wyre_tds_version_name(m.tds_version);
    law(&wyre_tds_login4_ring, "login4", in, len, 0, 0);
    for (size_t i = 0; len < 300 && i < sizeof small / sizeof *small; i++)
        law(small[i], small[i]->name, in, len, 0, 0);
    features(in, len);
    states(in, len);
    capabilities(in, len, 2);
    capabilities(in, len, 3);
    password(in, len);
    return 0;
}

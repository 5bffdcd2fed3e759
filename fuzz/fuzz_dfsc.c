/* What the walk gives, the encoder writes, and the walk over that gives the same again. */
#include "fuzz.h"
#include <wyre/dfsc.h>

RING(wyre_dfsc_referral_request, 0);
RING(wyre_dfsc_referral_request_ex, 0);
RING(wyre_dfsc_referral_response, 0);

static wyre_status
visit(const void *m, const wyre_visitor *v)
{
    return wyre_dfsc_referral_visit(m, v);
}

static size_t
walk(const uint8_t *in, size_t len, wyre_dfsc_referral *entries, wyre_status *status)
{
    wyre_dfsc_referral_iter it = {0, 0, 0};
    size_t count = 0;
    for (uint32_t before = 0;; count++, before = it.pos) {
        *status = wyre_dfsc_referral_next(&it, in, len, &entries[count]);
        if (*status != WYRE_OK)
            break;
        REQUIRE(it.pos > before && it.pos <= len && count < WYRE_DFSC_REFERRAL_CAP, "walk");
    }
    REQUIRE(*status == WYRE_END || it.fault <= len, "fault");
    return count;
}

static void
entries_come_back(const uint8_t *in, size_t len)
{
    static const ring referral = {"referral", sizeof(wyre_dfsc_referral), NULL, NULL, visit, 0};
    static wyre_dfsc_referral entries[257], again[257];
    wyre_status status;
    size_t need, n, count = walk(in, len, entries, &status);
    if (status != WYRE_END)
        return;
    status = wyre_dfsc_referrals_encode(entries, count, in, len, NULL, 0, &need);
    if (status == WYRE_E_RANGE) /* strings that overlapped do not fit apart */
        return;
    REQUIRE(status == (need > 0 ? WYRE_E_SPACE : WYRE_OK), "measured");
    uint8_t *out = block(need + 8);
    memcpy(out, in, 8);
    REQUIRE(wyre_dfsc_referrals_encode(entries, count, in, len, out + 8, need, &n) == WYRE_OK,
            "encode");
    REQUIRE(walk(out, need + 8, again, &status) == count && status == WYRE_END, "again");
    for (size_t i = 0; i < count; i++) {
        story before = story_of(&referral, &entries[i], in, len);
        story after = story_of(&referral, &again[i], out, need + 8);
        REQUIRE(before.inside && after.inside && before.hash == after.hash, "the same");
    }
    free(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    const wyre_visitor nobody = {NULL, NULL, NULL, NULL, NULL, NULL};
    law(&wyre_dfsc_referral_request_ring, "request", in, len, 0, 0);
    law(&wyre_dfsc_referral_request_ex_ring, "request_ex", in, len, 0, 0);
    law(&wyre_dfsc_referral_response_ring, "response", in, len, 0, 0);
    entries_come_back(in, len);
    wyre_dfsc_response_visit(in, len, &nobody, NULL);
    return 0;
}

/* Challenges of any text, and the values around HTTP and in fields. */
#include "fuzz.h"
#include <wyre/msnp.h>

RING(wyre_msnp_sso_response, 0);
RING(wyre_msnp_gateway_request, 0);
RING(wyre_msnp_gateway_reply, 0);
RING(wyre_msnp_capabilities, 0);
RING(wyre_msnp_address, 0);

static const ring *const rings[] = {&wyre_msnp_sso_response_ring, &wyre_msnp_gateway_request_ring,
                                    &wyre_msnp_gateway_reply_ring, &wyre_msnp_capabilities_ring,
                                    &wyre_msnp_address_ring};

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    uint8_t response[WYRE_MSNP_RESPONSE_SIZE];
    size_t n = 0;
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, 0, 0);
    if (len >= 17) {
        size_t cut = 16 + in[16] % (len - 16);
        uint8_t *unit = block(len);
        memcpy(unit, in, len);
        for (uint32_t flags = 0; flags <= WYRE_MSNP_CHALLENGE_PAD; flags++) {
            wyre_status status =
                wyre_msnp_challenge_response(unit + 16, cut - 16, unit + cut, len - cut, unit, 16,
                                             flags, response, sizeof response, &n);
            REQUIRE(status == WYRE_OK && n == sizeof response, "response");
        }
        REQUIRE(wyre_msnp_digest_encode(unit, 16, response, sizeof response, &n) == WYRE_OK,
                "digest");
        wyre_msnp_status_name(wyre_msnp_status_of(unit, len));
        wyre_msnp_capability_name(1u << in[0] % 32);
        wyre_msnp_extended_name(1u << in[0] % 32);
        wyre_msnp_sso_label(in[0]);
        free(unit);
    }
    uint8_t *out = block(len + 28);
    REQUIRE(wyre_msnp_sso_plaintext(in, len, out, len + 8, &n) == WYRE_OK && n == len + 8,
            "plaintext");
    if (len >= 40)
        REQUIRE(wyre_msnp_sso_key(in, in + 20, out, 24, &n) == WYRE_OK, "key");
    REQUIRE(wyre_msnp_direct_encode(in, len, out, len + 4, &n) == WYRE_OK && n == len + 4,
            "direct");
    free(out);
    return 0;
}

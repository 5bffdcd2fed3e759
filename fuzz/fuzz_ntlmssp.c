#include "fuzz.h"
#include <wyre/ntlmssp.h>

RING(wyre_ntlmssp_negotiate, WYRE_NTLMSSP_KEEP_PAYLOAD);
RING(wyre_ntlmssp_challenge, WYRE_NTLMSSP_KEEP_PAYLOAD);
RING(wyre_ntlmssp_authenticate, WYRE_NTLMSSP_KEEP_PAYLOAD);
RING(wyre_ntlmssp_av_pair, 0);
RING(wyre_ntlmssp_single_host, 0);
RING(wyre_ntlmssp_ntlmv1_response, 0);
RING(wyre_ntlmssp_lmv2_response, 0);
RING(wyre_ntlmssp_ntlmv2_response, 0);
RING(wyre_ntlmssp_message_signature, 0);

/* A list is walked to its end, and what was told is written again. */
static void
list(const uint8_t *in, size_t len)
{
    wyre_ntlmssp_av_pair pairs[WYRE_NTLMSSP_AV_PAIRS_MAX];
    wyre_ntlmssp_av_pair_iter it = {0, 0, 0, 0};
    wyre_ntlmssp_av_pair pair;
    uint32_t count = 0, before = 0;
    wyre_status status;
    while ((status = wyre_ntlmssp_av_pair_next(&it, in, len, &pair)) == WYRE_OK) {
        REQUIRE(it.pos > before && it.pos <= len && count < WYRE_NTLMSSP_AV_PAIRS_MAX, "av pairs");
        REQUIRE(wyre_ntlmssp_av_id_name(pair.av_id) != NULL, "av pairs");
        before = it.pos;
        pairs[count++] = pair;
    }
    if (status != WYRE_END)
        return;
    size_t n;
    uint8_t *out = block(it.pos);
    status = wyre_ntlmssp_av_pairs_encode(pairs, count, in, len, out, it.pos, &n);
    REQUIRE(status == WYRE_OK && n == it.pos && memcmp(out, in, n) == 0, "av pairs");
    free(out);
}

/* What is proved and what proves it are all of the message. */
static void
proofs(const uint8_t *in, size_t len)
{
    wyre_ntlmssp_authenticate m;
    wyre_ntlmssp_proof proof;
    if (wyre_ntlmssp_authenticate_decode(in, len, 0, &m, NULL) != WYRE_OK)
        return;
    REQUIRE(wyre_ntlmssp_response_form_name(wyre_ntlmssp_response_form(&m))[0] != '?', "form");
    if (wyre_ntlmssp_authenticate_mic(&m, (uint32_t)len, &proof) == WYRE_OK)
        REQUIRE(proof.before.len + proof.value.len + proof.after.len == len, "mic");
    if (wyre_ntlmssp_ntlmv2_response_proof(m.nt_challenge_response.len, &proof) == WYRE_OK)
        REQUIRE(proof.value.len + proof.after.len == m.nt_challenge_response.len, "proof");
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const ring *const rings[] = {
        &wyre_ntlmssp_negotiate_ring,        &wyre_ntlmssp_challenge_ring,
        &wyre_ntlmssp_authenticate_ring,     &wyre_ntlmssp_av_pair_ring,
        &wyre_ntlmssp_single_host_ring,      &wyre_ntlmssp_ntlmv1_response_ring,
        &wyre_ntlmssp_lmv2_response_ring,    &wyre_ntlmssp_ntlmv2_response_ring,
        &wyre_ntlmssp_message_signature_ring};
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, 0, 0);
    for (size_t i = 0; i < 3; i++)
        law(rings[i], rings[i]->name, in, len, WYRE_NTLMSSP_KEEP_PAYLOAD, 0);
    list(in, len);
    proofs(in, len);
    REQUIRE(wyre_ntlmssp_message_type_name(wyre_ntlmssp_message_type(in, len)) != NULL, "type");
    return 0;
}

/* Responses to a challenge, and signatures: [MS-NLMP] 2.2.2.3 to 2.2.2.9. */
#include <wyre/ntlmssp.h>
#include "../core/layout.h"
#include "../core/names.h"

/* ---- which form -------------------------------------------------------------------------------- */

uint32_t
wyre_ntlmssp_response_form(const wyre_ntlmssp_authenticate *m)
{
    uint32_t lm = m->lm_challenge_response.len;
    uint32_t nt = m->nt_challenge_response.len;
    if (nt > 24)
        return WYRE_NTLMSSP_RESPONSE_NTLMV2;
    if (nt == 24)
        return (m->negotiate_flags & WYRE_NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY) != 0
                   ? WYRE_NTLMSSP_RESPONSE_NTLMV1_EXTENDED_SESSIONSECURITY
                   : WYRE_NTLMSSP_RESPONSE_NTLMV1;
    if (nt == 0 && lm == 24)
        return WYRE_NTLMSSP_RESPONSE_LM;
    if (nt == 0 && lm <= 1)
        return WYRE_NTLMSSP_RESPONSE_ANONYMOUS;
    return WYRE_NTLMSSP_RESPONSE_UNKNOWN;
}

static const constant_name ntlmssp_response_form_names[] = {
    NAME(WYRE_NTLMSSP_RESPONSE_, UNKNOWN),
    NAME(WYRE_NTLMSSP_RESPONSE_, ANONYMOUS),
    NAME(WYRE_NTLMSSP_RESPONSE_, LM),
    NAME(WYRE_NTLMSSP_RESPONSE_, NTLMV1),
    NAME(WYRE_NTLMSSP_RESPONSE_, NTLMV1_EXTENDED_SESSIONSECURITY),
    NAME(WYRE_NTLMSSP_RESPONSE_, NTLMV2),
};

const char *
wyre_ntlmssp_response_form_name(uint32_t form)
{
    return NAME_OF(ntlmssp_response_form_names, form);
}

/* ---- 2.2.2.3 LM_RESPONSE, 2.2.2.6 NTLM_RESPONSE ------------------------------------------------ */

LAYOUT
ntlmv1_response(layout *l, wyre_ntlmssp_ntlmv1_response *m)
{
    ARRAY(l, 0, m, response, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_ntlmssp_ntlmv1_response, ntlmv1_response, 24, 0)

/* ---- 2.2.2.4 LMv2_RESPONSE --------------------------------------------------------------------- */

LAYOUT
lmv2_response(layout *l, wyre_ntlmssp_lmv2_response *m)
{
    ARRAY(l,  0, m, response,              BYTES);
    ARRAY(l, 16, m, challenge_from_client, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_ntlmssp_lmv2_response, lmv2_response, 24, 0)

/* ---- 2.2.2.8 NTLMv2_RESPONSE, 2.2.2.7 NTLMv2_CLIENT_CHALLENGE ---------------------------------- */

enum { NTLMV2_END = 44 };

LAYOUT
ntlmv2_response(layout *l, wyre_ntlmssp_ntlmv2_response *m)
{
    ARRAY(l,  0, m, nt_proof_str,          BYTES);
    U8   (l, 16, m, resp_type,             NUMBER);
    CHECK(l, 16, m->resp_type == 1);
    U8   (l, 17, m, hi_resp_type,          NUMBER);
    U16  (l, 18, m, reserved1,             NUMBER);
    U32  (l, 20, m, reserved2,             NUMBER);
    U64  (l, 24, m, time_stamp,            FILETIME);
    ARRAY(l, 32, m, challenge_from_client, BYTES);
    U32  (l, 40, m, reserved3,             NUMBER);
    REST (l, m, av_pairs, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_ntlmssp_ntlmv2_response, ntlmv2_response, NTLMV2_END, 0)

wyre_status
wyre_ntlmssp_ntlmv2_response_proof(uint32_t len, wyre_ntlmssp_proof *out)
{
    memset(out, 0, sizeof *out);
    if (len < NTLMV2_END)
        return WYRE_E_ARG;
    out->value = (wyre_span){0, 16};
    out->after = (wyre_span){16, len - 16};
    return WYRE_OK;
}

/* ---- 2.2.2.9.2 NTLMSSP_MESSAGE_SIGNATURE of extended session security -------------------------- */

LAYOUT
message_signature(layout *l, wyre_ntlmssp_message_signature *m)
{
    U32  (l,  0, m, version,  NUMBER);
    CHECK(l,  0, m->version == 1);
    ARRAY(l,  4, m, checksum, BYTES);
    U32  (l, 12, m, seq_num,  NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_ntlmssp_message_signature, message_signature, 16, 0)

/* A whole NTLM message told to a visitor, with what its spans hold. */
#include <wyre/ntlmssp.h>
#include <string.h>
#include "../core/tell.h"

/* ---- AV pairs ---------------------------------------------------------------------------------- */

/* The list at `list` of the unit; *fault counts in the unit. */
static wyre_status
tell_av_pairs(const uint8_t *unit, wyre_span list, const char *name, const wyre_visitor *v,
              size_t *fault)
{
    wyre_ntlmssp_av_pair_iter it = {0, 0, 0, 0};
    wyre_ntlmssp_av_pair pair;
    wyre_status status;
    tell_enter(v, name, list);
    for (;;) {
        uint32_t start = it.pos;
        status = wyre_ntlmssp_av_pair_next(&it, unit + list.off, list.len, &pair);
        if (status != WYRE_OK)
            break;
        tell_enter(v, "av_pair", (wyre_span){start, it.pos - start});
        if (pair.value.off > 0)
            pair.value.off -= start;
        wyre_ntlmssp_av_pair_visit(&pair, v);
        tell_leave(v);
    }
    tell_leave(v);
    *fault = list.off + it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

/* ---- responses --------------------------------------------------------------------------------- */

static wyre_status
tell_ntlmv2(const uint8_t *unit, wyre_span response, const wyre_visitor *v, size_t *fault)
{
    wyre_ntlmssp_ntlmv2_response m;
    const uint8_t *in = unit + response.off;
    tell_enter(v, "nt_challenge_response", response);
    wyre_status status = wyre_ntlmssp_ntlmv2_response_decode(in, response.len, 0, &m, fault);
    if (status == WYRE_OK) {
        wyre_ntlmssp_ntlmv2_response_visit(&m, v);
        status = tell_av_pairs(in, m.av_pairs, "av_pairs", v, fault);
    }
    tell_leave(v);
    *fault += response.off;
    return status;
}

static void
tell_ntlmv1(const uint8_t *unit, wyre_span response, const char *name, const wyre_visitor *v)
{
    wyre_ntlmssp_ntlmv1_response m;
    if (response.len != sizeof m.response)
        return;
    tell_enter(v, name, response);
    wyre_ntlmssp_ntlmv1_response_decode(unit + response.off, response.len, 0, &m, NULL);
    wyre_ntlmssp_ntlmv1_response_visit(&m, v);
    tell_leave(v);
}

static void
tell_lmv2(const uint8_t *unit, wyre_span response, const wyre_visitor *v)
{
    wyre_ntlmssp_lmv2_response m;
    if (response.len != 24)
        return;
    tell_enter(v, "lm_challenge_response", response);
    wyre_ntlmssp_lmv2_response_decode(unit + response.off, response.len, 0, &m, NULL);
    wyre_ntlmssp_lmv2_response_visit(&m, v);
    tell_leave(v);
}

static wyre_status
tell_responses(const uint8_t *unit, const wyre_ntlmssp_authenticate *m, const wyre_visitor *v,
               size_t *fault)
{
    if (wyre_ntlmssp_response_form(m) == WYRE_NTLMSSP_RESPONSE_NTLMV2) {
        tell_lmv2(unit, m->lm_challenge_response, v);
        return tell_ntlmv2(unit, m->nt_challenge_response, v, fault);
    }
    tell_ntlmv1(unit, m->lm_challenge_response, "lm_challenge_response", v);
    tell_ntlmv1(unit, m->nt_challenge_response, "nt_challenge_response", v);
    return WYRE_OK;
}

/* ---- messages ---------------------------------------------------------------------------------- */

static wyre_status
tell_negotiate(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_ntlmssp_negotiate m;
    wyre_status status = wyre_ntlmssp_negotiate_decode(in, in_len, 0, &m, n);
    if (status == WYRE_OK)
        wyre_ntlmssp_negotiate_visit(&m, v);
    return status;
}

static wyre_status
tell_challenge(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_ntlmssp_challenge m;
    size_t fault;
    wyre_status status = wyre_ntlmssp_challenge_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_ntlmssp_challenge_visit(&m, v);
    if (m.target_info.len > 0)
        status = tell_av_pairs(in, m.target_info, "target_info", v, &fault);
    if (status != WYRE_OK)
        *n = fault;
    return status;
}

static wyre_status
tell_authenticate(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_ntlmssp_authenticate m;
    size_t fault;
    wyre_status status = wyre_ntlmssp_authenticate_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_ntlmssp_authenticate_visit(&m, v);
    status = tell_responses(in, &m, v, &fault);
    if (status != WYRE_OK)
        *n = fault;
    return status;
}

wyre_status
wyre_ntlmssp_message_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    size_t unused;
    uint32_t type = wyre_ntlmssp_message_type(in, in_len);
    if (n == NULL)
        n = &unused;
    *n = 0;
    if (type == 0)
        return WYRE_E_MAGIC;
    tell_number_to(v, "message_type", WYRE_KIND_NUMBER, type);
    if (type == WYRE_NTLMSSP_NEGOTIATE)
        return tell_negotiate(in, in_len, v, n);
    if (type == WYRE_NTLMSSP_CHALLENGE)
        return tell_challenge(in, in_len, v, n);
    if (type == WYRE_NTLMSSP_AUTHENTICATE)
        return tell_authenticate(in, in_len, v, n);
    *n = 8;
    return WYRE_E_UNSUPPORTED;
}

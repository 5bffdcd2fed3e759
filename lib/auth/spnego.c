/* SPNEGO tokens: [RFC 4178] 4.2, [MS-SPNG] 2.2.1, [RFC 2743] 3.1. */
#include <wyre/spnego.h>
#include "../core/names.h"
#include "der.h"

/* ---- in and out of a picture ------------------------------------------------------------------- */

static const uint8_t spnego_oid[] = {0x2b, 0x06, 0x01, 0x05, 0x05, 0x02};

static wyre_status
decoded_as(const der *d, void *out, size_t out_len, size_t *n)
{
    if (d->r.status != WYRE_OK)
        memset(out, 0, out_len);
    if (n != NULL)
        *n = d->r.status == WYRE_OK ? d->r.pos : d->r.fault;
    return d->r.status;
}

/* What every decoder begins with: *out is zero, and the first tag is one of two. */
static der
begin(const uint8_t *in, size_t in_len, uint32_t flags, void *out, size_t out_len,
      uint32_t *present, uint8_t tag, uint8_t other)
{
    memset(out, 0, out_len);
    der d = der_decoding(in, in_len, present);
    if (flags != 0 || in_len > UINT32_MAX)
        rd_refuse(&d.r, WYRE_E_ARG, 0);
    else if (in_len > 0 && in[0] != tag && in[0] != other)
        rd_refuse(&d.r, WYRE_E_MAGIC, 0);
    return d;
}

/* ---- 4.2.1 NegTokenInit, [MS-SPNG] 2.2.1 NegTokenInit2 ----------------------------------------- */

/* The OBJECT IDENTIFIER of SPNEGO, which the wrapper of its first token carries. */
static void
spnego_mech(der *d)
{
    wyre_span oid = {0, sizeof spnego_oid};
    size_t at = d->r.pos;
    if (d->way == VISIT)
        return;
    if (d->way == ENCODE) {
        wr_u8(&d->w, DER_OBJECT_IDENTIFIER);
        wr_u8(&d->w, sizeof spnego_oid);
        wr_bytes(&d->w, spnego_oid, sizeof spnego_oid);
        return;
    }
    der_content(d, DER_OBJECT_IDENTIFIER, "", 0, &oid);
    if (d->r.status == WYRE_OK && (oid.len != sizeof spnego_oid ||
                                   memcmp(d->r.in + oid.off, spnego_oid, sizeof spnego_oid) != 0))
        rd_refuse(&d->r, WYRE_E_MAGIC, at);
}

/* A SEQUENCE with its header, and something in it: an empty list of mechanisms offers none. */
static void
mech_types(der *d, wyre_span *list)
{
    size_t start = d->r.pos;
    wyre_span content = {0, 0};
    if (d->way == DECODE) {
        der_content(d, DER_SEQUENCE, "", 0, &content);
        if (content.len == 0)
            rd_refuse(&d->r, WYRE_E_VALUE, start);
        if (d->r.status == WYRE_OK)
            *list = (wyre_span){(uint32_t)start, (uint32_t)(d->r.pos - start)};
    }
    if (d->way == ENCODE) {
        wr_span(&d->w, d->src, d->src_len, *list);
        if (list->len <= 2 || (d->w.status == WYRE_OK && d->src[list->off] != DER_SEQUENCE))
            wr_refuse(&d->w, WYRE_E_RANGE);
    }
    if (d->way == VISIT)
        tell_span_to(d->v, "mech_types", WYRE_KIND_BYTES, *list);
}

/* [3] of NegTokenInit holds an OCTET STRING (the MIC), [3] of NegTokenInit2 a SEQUENCE (the hints). */
static int
third_holds(const der *d, uint8_t tag)
{
    wyre_rd ahead = d->r;
    if (d->way != DECODE || der_next_tag(d) != DER_CONTEXT(3))
        return d->way != DECODE;
    rd_u8(&ahead);
    return der_length(&ahead) > 0 && rd_u8(&ahead) == tag;
}

static void
neg_hints(der *d, wyre_spnego_neg_token_init *m)
{
    size_t element = der_open(d, DER_CONTEXT(3));
    size_t sequence = der_open(d, DER_SEQUENCE);
    if (der_has(d, WYRE_SPNEGO_INIT_HINT_NAME, DER_CONTEXT(0)))
        der_explicit(d, DER_CONTEXT(0), DER_GENERAL_STRING, "hint_name", WYRE_KIND_TEXT,
                     &m->hint_name);
    if (der_has(d, WYRE_SPNEGO_INIT_HINT_ADDRESS, DER_CONTEXT(1)))
        der_explicit(d, DER_CONTEXT(1), DER_OCTET_STRING, "hint_address", WYRE_KIND_BYTES,
                     &m->hint_address);
    der_close(d, sequence);
    der_close(d, element);
}

static void
mech_list_mic(der *d, wyre_spnego_neg_token_init *m)
{
    int is_init2 = (m->present & WYRE_SPNEGO_INIT_NEG_HINTS) != 0;
    if (!is_init2 && third_holds(d, DER_OCTET_STRING) &&
        der_has(d, WYRE_SPNEGO_INIT_MECH_LIST_MIC, DER_CONTEXT(3)))
        der_explicit(d, DER_CONTEXT(3), DER_OCTET_STRING, "mech_list_mic", WYRE_KIND_BYTES,
                     &m->mech_list_mic);
    else if (der_has(d, WYRE_SPNEGO_INIT2_MECH_LIST_MIC, DER_CONTEXT(4)))
        der_explicit(d, DER_CONTEXT(4), DER_OCTET_STRING, "mech_list_mic", WYRE_KIND_BYTES,
                     &m->mech_list_mic);
}

static void
neg_token_init(der *d, wyre_spnego_neg_token_init *m)
{
    int wrapped = der_has(d, WYRE_SPNEGO_INIT_GSS_WRAPPER, DER_APPLICATION(0));
    size_t wrapper = wrapped ? der_open(d, DER_APPLICATION(0)) : 0;
    if (wrapped)
        spnego_mech(d);
    size_t choice = der_open(d, DER_CONTEXT(0));
    size_t sequence = der_open(d, DER_SEQUENCE);
    if (der_has(d, WYRE_SPNEGO_INIT_MECH_TYPES, DER_CONTEXT(0))) {
        size_t element = der_open(d, DER_CONTEXT(0));
        mech_types(d, &m->mech_types);
        der_close(d, element);
    }
    if (der_has(d, WYRE_SPNEGO_INIT_REQ_FLAGS, DER_CONTEXT(1)))
        der_explicit(d, DER_CONTEXT(1), DER_BIT_STRING, "req_flags", WYRE_KIND_BYTES,
                     &m->req_flags);
    if (der_has(d, WYRE_SPNEGO_INIT_MECH_TOKEN, DER_CONTEXT(2)))
        der_explicit(d, DER_CONTEXT(2), DER_OCTET_STRING, "mech_token", WYRE_KIND_BYTES,
                     &m->mech_token);
    if (third_holds(d, DER_SEQUENCE) && der_has(d, WYRE_SPNEGO_INIT_NEG_HINTS, DER_CONTEXT(3)))
        neg_hints(d, m);
    mech_list_mic(d, m);
    der_elements(d, "extensions", &m->extensions);
    der_close(d, sequence);
    der_close(d, choice);
    if (wrapped)
        der_close(d, wrapper);
}

wyre_status
wyre_spnego_neg_token_init_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                  wyre_spnego_neg_token_init *out, size_t *n)
{
    der d = begin(in, in_len, flags, out, sizeof *out, &out->present, DER_APPLICATION(0),
                  DER_CONTEXT(0));
    neg_token_init(&d, out);
    return decoded_as(&d, out, sizeof *out, n);
}

/* Elements that would be read back as something else, or not at all. */
static int
contradicts_itself(uint32_t present)
{
    uint32_t hints = WYRE_SPNEGO_INIT_HINT_NAME | WYRE_SPNEGO_INIT_HINT_ADDRESS;
    uint32_t not_third = WYRE_SPNEGO_INIT_NEG_HINTS | WYRE_SPNEGO_INIT2_MECH_LIST_MIC;
    if ((present & WYRE_SPNEGO_INIT_NEG_HINTS) == 0 && (present & hints) != 0)
        return 1;
    return (present & WYRE_SPNEGO_INIT_MECH_LIST_MIC) != 0 && (present & not_third) != 0;
}

wyre_status
wyre_spnego_neg_token_init_encode(const wyre_spnego_neg_token_init *m, const uint8_t *src,
                                  size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_spnego_neg_token_init token = *m;
    der d = der_encoding(src, src_len, out, cap, &token.present);
    if (m->present > 0x1ff)
        wr_refuse(&d.w, WYRE_E_ARG);
    if (contradicts_itself(m->present))
        wr_refuse(&d.w, WYRE_E_RANGE);
    neg_token_init(&d, &token);
    return wr_finish(&d.w, n);
}

wyre_status
wyre_spnego_neg_token_init_visit(const wyre_spnego_neg_token_init *m, const wyre_visitor *v)
{
    wyre_spnego_neg_token_init token = *m;
    der d = der_visiting(v, &token.present);
    tell_number_to(v, "present", WYRE_KIND_FLAGS, m->present);
    neg_token_init(&d, &token);
    return WYRE_OK;
}

/* ---- 4.2.2 NegTokenResp ------------------------------------------------------------------------ */

static const constant_name spnego_neg_state_names[] = {
    NAME(WYRE_SPNEGO_, ACCEPT_COMPLETED),
    NAME(WYRE_SPNEGO_, ACCEPT_INCOMPLETE),
    NAME(WYRE_SPNEGO_, REJECT),
    NAME(WYRE_SPNEGO_, REQUEST_MIC),
};

const char *
wyre_spnego_neg_state_name(uint32_t state)
{
    return NAME_OF(spnego_neg_state_names, state);
}

/* One byte, so that a value is its own content. */
static void
neg_state(der *d, uint32_t *state)
{
    size_t element = der_open(d, DER_CONTEXT(0));
    size_t at = d->r.pos;
    size_t value = der_open(d, DER_ENUMERATED);
    if (d->way == DECODE) {
        *state = rd_u8(&d->r);
        if (*state > 127)
            rd_refuse(&d->r, WYRE_E_VALUE, at);
    }
    if (d->way == ENCODE) {
        wr_u8(&d->w, (uint8_t)*state);
        if (*state > 127)
            wr_refuse(&d->w, WYRE_E_RANGE);
    }
    if (d->way == VISIT)
        tell_number_to(d->v, "neg_state", WYRE_KIND_NUMBER, *state);
    der_close(d, value);
    der_close(d, element);
}

static void
neg_token_resp(der *d, wyre_spnego_neg_token_resp *m)
{
    size_t choice = der_open(d, DER_CONTEXT(1));
    size_t sequence = der_open(d, DER_SEQUENCE);
    if (der_has(d, WYRE_SPNEGO_RESP_NEG_STATE, DER_CONTEXT(0)))
        neg_state(d, &m->neg_state);
    if (der_has(d, WYRE_SPNEGO_RESP_SUPPORTED_MECH, DER_CONTEXT(1)))
        der_explicit(d, DER_CONTEXT(1), DER_OBJECT_IDENTIFIER, "supported_mech", WYRE_KIND_BYTES,
                     &m->supported_mech);
    if (der_has(d, WYRE_SPNEGO_RESP_RESPONSE_TOKEN, DER_CONTEXT(2)))
        der_explicit(d, DER_CONTEXT(2), DER_OCTET_STRING, "response_token", WYRE_KIND_BYTES,
                     &m->response_token);
    if (der_has(d, WYRE_SPNEGO_RESP_MECH_LIST_MIC, DER_CONTEXT(3)))
        der_explicit(d, DER_CONTEXT(3), DER_OCTET_STRING, "mech_list_mic", WYRE_KIND_BYTES,
                     &m->mech_list_mic);
    der_elements(d, "extensions", &m->extensions);
    der_close(d, sequence);
    der_close(d, choice);
}

wyre_status
wyre_spnego_neg_token_resp_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                  wyre_spnego_neg_token_resp *out, size_t *n)
{
    der d =
        begin(in, in_len, flags, out, sizeof *out, &out->present, DER_CONTEXT(1), DER_CONTEXT(1));
    neg_token_resp(&d, out);
    return decoded_as(&d, out, sizeof *out, n);
}

wyre_status
wyre_spnego_neg_token_resp_encode(const wyre_spnego_neg_token_resp *m, const uint8_t *src,
                                  size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_spnego_neg_token_resp token = *m;
    der d = der_encoding(src, src_len, out, cap, &token.present);
    if (m->present > 0xf)
        wr_refuse(&d.w, WYRE_E_ARG);
    neg_token_resp(&d, &token);
    return wr_finish(&d.w, n);
}

wyre_status
wyre_spnego_neg_token_resp_visit(const wyre_spnego_neg_token_resp *m, const wyre_visitor *v)
{
    wyre_spnego_neg_token_resp token = *m;
    der d = der_visiting(v, &token.present);
    tell_number_to(v, "present", WYRE_KIND_FLAGS, m->present);
    neg_token_resp(&d, &token);
    return WYRE_OK;
}

/* ---- [RFC 2743] 3.1 InitialContextToken -------------------------------------------------------- */

static void
gss_token(der *d, wyre_spnego_gss_token *m)
{
    size_t wrapper = der_open(d, DER_APPLICATION(0));
    der_content(d, DER_OBJECT_IDENTIFIER, "this_mech", WYRE_KIND_BYTES, &m->this_mech);
    if (d->way == DECODE)
        m->inner_token = rd_span(&d->r, d->r.end - d->r.pos);
    if (d->way == ENCODE)
        wr_span(&d->w, d->src, d->src_len, m->inner_token);
    if (d->way == VISIT)
        tell_span_to(d->v, "inner_token", WYRE_KIND_BYTES, m->inner_token);
    der_close(d, wrapper);
}

wyre_status
wyre_spnego_gss_token_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                             wyre_spnego_gss_token *out, size_t *n)
{
    der d =
        begin(in, in_len, flags, out, sizeof *out, NULL, DER_APPLICATION(0), DER_APPLICATION(0));
    gss_token(&d, out);
    return decoded_as(&d, out, sizeof *out, n);
}

wyre_status
wyre_spnego_gss_token_encode(const wyre_spnego_gss_token *m, const uint8_t *src, size_t src_len,
                             uint8_t *out, size_t cap, size_t *n)
{
    wyre_spnego_gss_token token = *m;
    der d = der_encoding(src, src_len, out, cap, NULL);
    gss_token(&d, &token);
    return wr_finish(&d.w, n);
}

wyre_status
wyre_spnego_gss_token_visit(const wyre_spnego_gss_token *m, const wyre_visitor *v)
{
    wyre_spnego_gss_token token = *m;
    der d = der_visiting(v, NULL);
    gss_token(&d, &token);
    return WYRE_OK;
}

/* Whatever a security blob holds, told to a visitor: tokens inside tokens, by a loop. */
#include <wyre/ntlmssp.h>
#include <wyre/spnego.h>
#include <string.h>
#include "../core/names.h"
#include "../core/tell.h"

/* ---- which token ------------------------------------------------------------------------------- */

/* Whether the wrapper that begins here names SPNEGO, whatever its length says. */
static int
wraps_spnego(const uint8_t *in, size_t in_len)
{
    static const uint8_t mech[] = {0x06, 0x06, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x02};
    if (in_len < 2)
        return 0;
    size_t at = 2 + (in[1] >= 0x80 ? (size_t)(in[1] & 0x7f) : 0);
    return at <= in_len && in_len - at >= sizeof mech && memcmp(in + at, mech, sizeof mech) == 0;
}

uint32_t
wyre_spnego_token_kind(const uint8_t *in, size_t in_len)
{
    if (in_len == 0)
        return WYRE_SPNEGO_TOKEN_UNKNOWN;
    switch (in[0]) {
    case 0x60:
        return wraps_spnego(in, in_len) ? WYRE_SPNEGO_TOKEN_NEG_TOKEN_INIT : WYRE_SPNEGO_TOKEN_GSS;
    case 0xa0:
        return WYRE_SPNEGO_TOKEN_NEG_TOKEN_INIT;
    case 0xa1:
        return WYRE_SPNEGO_TOKEN_NEG_TOKEN_RESP;
    case 0x6e:
    case 0x6f:
    case 0x7e:
        return WYRE_SPNEGO_TOKEN_KERBEROS;
    default:
        return wyre_ntlmssp_message_type(in, in_len) != 0 ? WYRE_SPNEGO_TOKEN_NTLMSSP
                                                          : WYRE_SPNEGO_TOKEN_UNKNOWN;
    }
}

static const constant_name spnego_token_kind_names[] = {
    NAME(WYRE_SPNEGO_TOKEN_, UNKNOWN),        NAME(WYRE_SPNEGO_TOKEN_, NEG_TOKEN_INIT),
    NAME(WYRE_SPNEGO_TOKEN_, NEG_TOKEN_RESP), NAME(WYRE_SPNEGO_TOKEN_, NTLMSSP),
    NAME(WYRE_SPNEGO_TOKEN_, KERBEROS),       NAME(WYRE_SPNEGO_TOKEN_, GSS),
};

const char *
wyre_spnego_token_kind_name(uint32_t kind)
{
    return NAME_OF(spnego_token_kind_names, kind);
}

/* ---- lists ------------------------------------------------------------------------------------- */

static wyre_status
tell_mech_types(const uint8_t *unit, wyre_span list, const wyre_visitor *v, size_t *fault)
{
    wyre_spnego_mech_iter it = {0, 0, 0, 0};
    wyre_spnego_mech_type type;
    wyre_status status;
    tell_enter(v, "mech_types", list);
    while ((status = wyre_spnego_mech_type_next(&it, unit + list.off, list.len, &type)) ==
           WYRE_OK) {
        tell_enter(v, "mech_type", type.oid);
        tell_span_to(v, "oid", WYRE_KIND_BYTES, (wyre_span){0, type.oid.len});
        tell_number_to(v, "mech", WYRE_KIND_NUMBER, type.mech);
        tell_leave(v);
    }
    tell_leave(v);
    *fault = list.off + it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

static wyre_status
tell_components(const uint8_t *unit, wyre_span name, const wyre_visitor *v, size_t *fault)
{
    wyre_spnego_kerberos_component_iter it = {0, 0, 0};
    wyre_span component;
    wyre_status status;
    tell_enter(v, "sname", name);
    while ((status = wyre_spnego_kerberos_component_next(&it, unit + name.off, name.len,
                                                         &component)) == WYRE_OK) {
        tell_enter(v, "component", component);
        tell_span_to(v, "text", WYRE_KIND_TEXT, (wyre_span){0, component.len});
        tell_leave(v);
    }
    tell_leave(v);
    *fault = name.off + it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

/* ---- one token --------------------------------------------------------------------------------- */

/* A teller tells one token on the level where v is. *n is where it ends, or the offset at fault;
 * *inner the token inside it, empty where there is none. */

static wyre_status
tell_neg_token_init(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n,
                    wyre_span *inner)
{
    wyre_spnego_neg_token_init m;
    size_t fault = 0;
    wyre_status status = wyre_spnego_neg_token_init_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_spnego_neg_token_init_visit(&m, v);
    *inner = m.mech_token;
    if ((m.present & WYRE_SPNEGO_INIT_MECH_TYPES) != 0)
        status = tell_mech_types(in, m.mech_types, v, &fault);
    if (status != WYRE_OK)
        *n = fault;
    return status;
}

static wyre_status
tell_neg_token_resp(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n,
                    wyre_span *inner)
{
    wyre_spnego_neg_token_resp m;
    wyre_status status = wyre_spnego_neg_token_resp_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_spnego_neg_token_resp_visit(&m, v);
    *inner = m.response_token;
    return WYRE_OK;
}

/* Two bytes in front say which Kerberos message it is: [RFC 4121] 4.1. */
static wyre_status
tell_gss_token(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n, wyre_span *inner)
{
    wyre_spnego_gss_token m;
    wyre_status status = wyre_spnego_gss_token_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_spnego_gss_token_visit(&m, v);
    *inner = m.inner_token;
    if (inner->len > 2 &&
        wyre_spnego_token_kind(in + inner->off + 2, inner->len - 2) == WYRE_SPNEGO_TOKEN_KERBEROS) {
        inner->off += 2;
        inner->len -= 2;
    }
    return WYRE_OK;
}

static wyre_status
tell_kerberos(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_spnego_kerberos m;
    size_t fault = 0;
    wyre_status status = wyre_spnego_kerberos_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_spnego_kerberos_visit(&m, v);
    if (m.sname.len > 0)
        status = tell_components(in, m.sname, v, &fault);
    if (status != WYRE_OK)
        *n = fault;
    return status;
}

static wyre_status
tell_token(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n,
           wyre_span *inner)
{
    switch (kind) {
    case WYRE_SPNEGO_TOKEN_NEG_TOKEN_INIT:
        return tell_neg_token_init(in, in_len, v, n, inner);
    case WYRE_SPNEGO_TOKEN_NEG_TOKEN_RESP:
        return tell_neg_token_resp(in, in_len, v, n, inner);
    case WYRE_SPNEGO_TOKEN_GSS:
        return tell_gss_token(in, in_len, v, n, inner);
    case WYRE_SPNEGO_TOKEN_NTLMSSP:
        return wyre_ntlmssp_message_visit(in, in_len, v, n);
    default:
        return tell_kerberos(in, in_len, v, n);
    }
}

static const char *
part_name(uint32_t kind)
{
    static const char *const names[] = {
        [WYRE_SPNEGO_TOKEN_NEG_TOKEN_INIT] = "neg_token_init",
        [WYRE_SPNEGO_TOKEN_NEG_TOKEN_RESP] = "neg_token_resp",
        [WYRE_SPNEGO_TOKEN_NTLMSSP] = "ntlmssp",
        [WYRE_SPNEGO_TOKEN_KERBEROS] = "kerberos",
        [WYRE_SPNEGO_TOKEN_GSS] = "gss_token",
    };
    return names[kind];
}

/* ---- a whole blob ------------------------------------------------------------------------------ */

wyre_status
wyre_spnego_token_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t end = 0;  /* of the outermost token, or the offset at fault */
    size_t base = 0; /* of the token that is told */
    unsigned depth = 0;
    wyre_span token = {0, (uint32_t)in_len};
    if (in_len > UINT32_MAX)
        status = WYRE_E_ARG;
    while (status == WYRE_OK && token.len > 0) {
        uint32_t kind = wyre_spnego_token_kind(in + base + token.off, token.len);
        wyre_span inner = {0, 0};
        size_t stop;
        if (kind == WYRE_SPNEGO_TOKEN_UNKNOWN) {
            status = depth == 0 ? WYRE_E_UNSUPPORTED : WYRE_OK;
            break;
        }
        base += token.off;
        if (depth == WYRE_SPNEGO_DEPTH_MAX) {
            status = WYRE_E_LIMIT;
            end = base;
            break;
        }
        tell_enter(v, part_name(kind), token);
        depth++;
        status = tell_token(kind, in + base, token.len, v, &stop, &inner);
        if (status != WYRE_OK || depth == 1)
            end = base + stop;
        token = inner;
    }
    while (depth-- > 0)
        tell_leave(v);
    if (n != NULL)
        *n = end;
    return status;
}

/* Kerberos messages in outline: [RFC 4120] 5.2.2, 5.2.9, 5.3, 5.5.1, 5.5.2, 5.9.1. */
#include <wyre/spnego.h>
#include "../core/names.h"
#include "der.h"

static const constant_name spnego_kerberos_msg_type_names[] = {
    NAME(WYRE_SPNEGO_KERBEROS_, AP_REQ),
    NAME(WYRE_SPNEGO_KERBEROS_, AP_REP),
    NAME(WYRE_SPNEGO_KERBEROS_, KRB_ERROR),
};

const char *
wyre_spnego_kerberos_msg_type_name(uint32_t msg_type)
{
    return NAME_OF(spnego_kerberos_msg_type_names, msg_type);
}

/* ---- pieces of the grammar --------------------------------------------------------------------- */

/* [n] INTEGER */
static void
integer(der *d, unsigned n, uint32_t *value)
{
    wyre_span content = {0, 0};
    size_t at = d->r.pos;
    der_explicit(d, (uint8_t)DER_CONTEXT(n), DER_INTEGER, "", 0, &content);
    if (d->r.status == WYRE_OK && (content.len == 0 || content.len > 8))
        rd_refuse(&d->r, WYRE_E_VALUE, at);
    if (d->r.status != WYRE_OK)
        return;
    *value = (d->r.in[content.off] & 0x80) != 0 ? UINT32_MAX : 0;
    for (size_t i = 0; i < content.len; i++)
        *value = *value << 8 | d->r.in[content.off + i];
}

/* [n] of any type, which the outline does not tell; there or not */
static void
skip(der *d, unsigned n)
{
    wyre_span content;
    if (der_next_tag(d) == DER_CONTEXT(n))
        der_content(d, (uint8_t)DER_CONTEXT(n), "", 0, &content);
}

/* [n] PrincipalName: name-type [0], name-string [1] SEQUENCE OF GeneralString */
static void
principal_name(der *d, unsigned n, wyre_spnego_kerberos *m)
{
    size_t element = der_open(d, (uint8_t)DER_CONTEXT(n));
    size_t sequence = der_open(d, DER_SEQUENCE);
    integer(d, 0, &m->name_type);
    der_explicit(d, DER_CONTEXT(1), DER_SEQUENCE, "", 0, &m->sname);
    der_close(d, sequence);
    der_close(d, element);
}

/* [n] EncryptedData: etype [0], kvno [1] OPTIONAL, cipher [2] */
static void
encrypted_data(der *d, unsigned n, uint32_t *etype, uint32_t *kvno, wyre_span *cipher)
{
    size_t element = der_open(d, (uint8_t)DER_CONTEXT(n));
    size_t sequence = der_open(d, DER_SEQUENCE);
    integer(d, 0, etype);
    if (der_next_tag(d) == DER_CONTEXT(1))
        integer(d, 1, kvno);
    der_explicit(d, DER_CONTEXT(2), DER_OCTET_STRING, "", 0, cipher);
    der_close(d, sequence);
    der_close(d, element);
}

/* [n] KerberosFlags: a BIT STRING of at least 32 bits behind the count of unused ones */
static void
kerberos_flags(der *d, unsigned n, uint32_t *flags)
{
    wyre_span content = {0, 0};
    size_t at = d->r.pos;
    der_explicit(d, (uint8_t)DER_CONTEXT(n), DER_BIT_STRING, "", 0, &content);
    if (d->r.status == WYRE_OK && content.len < 5)
        rd_refuse(&d->r, WYRE_E_VALUE, at);
    if (d->r.status == WYRE_OK)
        *flags = be32(d->r.in + content.off + 1);
}

/* Elements of a later version of the protocol may follow the ones that are known. */
static void
close_extensible(der *d, size_t opened)
{
    wyre_span extensions;
    der_elements(d, "", &extensions);
    der_close(d, opened);
}

/* ---- messages ---------------------------------------------------------------------------------- */

/* 5.3: Ticket ::= [APPLICATION 1] SEQUENCE */
static void
ticket(der *d, unsigned n, wyre_spnego_kerberos *m)
{
    uint32_t tkt_vno;
    size_t element = der_open(d, (uint8_t)DER_CONTEXT(n));
    size_t application = der_open(d, DER_APPLICATION(1));
    size_t sequence = der_open(d, DER_SEQUENCE);
    integer(d, 0, &tkt_vno);
    der_explicit(d, DER_CONTEXT(1), DER_GENERAL_STRING, "", 0, &m->realm);
    principal_name(d, 2, m);
    encrypted_data(d, 3, &m->ticket_etype, &m->ticket_kvno, &m->ticket_cipher);
    close_extensible(d, sequence);
    der_close(d, application);
    der_close(d, element);
}

/* 5.5.1 */
static void
ap_req(der *d, wyre_spnego_kerberos *m)
{
    uint32_t kvno;
    kerberos_flags(d, 2, &m->ap_options);
    ticket(d, 3, m);
    encrypted_data(d, 4, &m->etype, &kvno, &m->cipher);
}

/* 5.5.2 */
static void
ap_rep(der *d, wyre_spnego_kerberos *m)
{
    uint32_t kvno;
    encrypted_data(d, 2, &m->etype, &kvno, &m->cipher);
}

/* 5.9.1: ctime, cusec, stime, susec, error-code, crealm, cname, realm, sname, e-text, e-data */
static void
krb_error(der *d, wyre_spnego_kerberos *m)
{
    for (unsigned n = 2; n <= 5; n++)
        skip(d, n);
    integer(d, 6, &m->error_code);
    skip(d, 7);
    skip(d, 8);
    der_explicit(d, DER_CONTEXT(9), DER_GENERAL_STRING, "", 0, &m->realm);
    principal_name(d, 10, m);
    if (der_next_tag(d) == DER_CONTEXT(11))
        der_explicit(d, DER_CONTEXT(11), DER_GENERAL_STRING, "", 0, &m->e_text);
}

static uint32_t
message_of(const uint8_t *in, size_t in_len)
{
    uint32_t number = in_len > 0 ? in[0] & 0x1f : 0;
    int known = number == WYRE_SPNEGO_KERBEROS_AP_REQ || number == WYRE_SPNEGO_KERBEROS_AP_REP ||
                number == WYRE_SPNEGO_KERBEROS_KRB_ERROR;
    return known && in[0] == DER_APPLICATION(number) ? number : 0;
}

static void
message(der *d, wyre_spnego_kerberos *m)
{
    uint32_t pvno, msg_type;
    size_t application = der_open(d, (uint8_t)DER_APPLICATION(m->msg_type));
    size_t sequence = der_open(d, DER_SEQUENCE);
    integer(d, 0, &pvno);
    integer(d, 1, &msg_type);
    if (m->msg_type == WYRE_SPNEGO_KERBEROS_AP_REQ)
        ap_req(d, m);
    else if (m->msg_type == WYRE_SPNEGO_KERBEROS_AP_REP)
        ap_rep(d, m);
    else
        krb_error(d, m);
    close_extensible(d, sequence);
    der_close(d, application);
}

wyre_status
wyre_spnego_kerberos_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                            wyre_spnego_kerberos *out, size_t *n)
{
    memset(out, 0, sizeof *out);
    der d = der_decoding(in, in_len, NULL);
    out->msg_type = message_of(in, in_len);
    if (flags != 0 || in_len > UINT32_MAX)
        rd_refuse(&d.r, WYRE_E_ARG, 0);
    else if (in_len > 0 && out->msg_type == 0)
        rd_refuse(&d.r, WYRE_E_MAGIC, 0);
    message(&d, out);
    if (d.r.status != WYRE_OK)
        memset(out, 0, sizeof *out);
    if (n != NULL)
        *n = d.r.status == WYRE_OK ? d.r.pos : d.r.fault;
    return d.r.status;
}

wyre_status
wyre_spnego_kerberos_visit(const wyre_spnego_kerberos *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, msg_type, NUMBER);
    if (m->msg_type == WYRE_SPNEGO_KERBEROS_KRB_ERROR)
        TELL_NUMBER(v, m, error_code, NUMBER);
    if (m->msg_type == WYRE_SPNEGO_KERBEROS_AP_REQ)
        TELL_NUMBER(v, m, ap_options, FLAGS);
    if (m->msg_type != WYRE_SPNEGO_KERBEROS_AP_REP) {
        TELL_SPAN(v, m, realm, TEXT);
        TELL_NUMBER(v, m, name_type, NUMBER);
        TELL_SPAN(v, m, sname, BYTES);
    }
    if (m->msg_type == WYRE_SPNEGO_KERBEROS_KRB_ERROR) {
        TELL_SPAN(v, m, e_text, TEXT);
        return WYRE_OK;
    }
    if (m->msg_type == WYRE_SPNEGO_KERBEROS_AP_REQ) {
        TELL_NUMBER(v, m, ticket_etype, NUMBER);
        TELL_NUMBER(v, m, ticket_kvno, NUMBER);
        TELL_SPAN(v, m, ticket_cipher, BYTES);
    }
    TELL_NUMBER(v, m, etype, NUMBER);
    TELL_SPAN(v, m, cipher, BYTES);
    return WYRE_OK;
}

/* ---- components of a name ---------------------------------------------------------------------- */

wyre_status
wyre_spnego_kerberos_component_next(wyre_spnego_kerberos_component_iter *it, const uint8_t *in,
                                    size_t in_len, wyre_span *out)
{
    wyre_span component = {0, 0};
    der d = der_decoding(in, in_len, NULL);
    *out = (wyre_span){0, 0};
    if (it->pos == in_len)
        return WYRE_END;
    if (it->pos > in_len || in_len > UINT32_MAX)
        rd_refuse(&d.r, WYRE_E_ARG, 0);
    if (it->count >= WYRE_SPNEGO_KERBEROS_COMPONENTS_MAX)
        rd_refuse(&d.r, WYRE_E_LIMIT, it->pos);
    d.r.pos = it->pos;
    der_content(&d, DER_GENERAL_STRING, "", 0, &component);
    if (d.r.status != WYRE_OK) {
        it->fault = (uint32_t)d.r.fault;
        return d.r.status;
    }
    *out = component;
    it->pos = (uint32_t)d.r.pos;
    it->count++;
    return WYRE_OK;
}

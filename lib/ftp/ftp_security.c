/* Security extensions: RFC 2228, RFC 4217. */
#include <wyre/ftp_reply.h>
#include <wyre/ftp_value.h>
#include "grammar.h"

/* ---- base64 arguments: ADAT, MIC, CONF, ENC -------------------------------------------------- */

wyre_status
wyre_ftp_security_visit(const wyre_ftp_security *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, data, TEXT);
    return WYRE_OK;
}

/* Base64 up to a space or the end. */
/*@ READS; ensures inside(\result, r->end); */
static wyre_span
scan_base64(wyre_rd *r)
{
    size_t fault = 0;
    wyre_span data = word(r);
    if (r->status == WYRE_OK &&
        wyre_base64_decode(r->in + data.off, data.len, NULL, 0, &fault) == WYRE_E_TEXT)
        rd_refuse(r, WYRE_E_TEXT, data.off + fault);
    return data;
}

SCANNER
scan_security(wyre_rd *r, uint32_t flags, wyre_ftp_security *m)
{
    (void)flags;
    m->data = scan_base64(r);
    expect_end(r);
}

static void
print_security(wyre_wr *w, const wyre_ftp_security *m, const uint8_t *src, size_t src_len)
{
    wr_word(w, src, src_len, m->data);
    if (w->status == WYRE_OK &&
        wyre_base64_decode(src + m->data.off, m->data.len, NULL, 0, NULL) == WYRE_E_TEXT)
        wr_refuse(w, WYRE_E_RANGE);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->data, in_len); */
GRAMMAR(wyre_ftp_security, wyre_ftp_security, scan_security, print_security, 0)

/* Goes on behind `name`, wherever it stands. */
/*@ requires reading(r);
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static void
skip_to(wyre_rd *r, const char *name)
{
    /*@ loop invariant reading(r) && r->pos >= \at(r->pos, Pre); loop assigns r->pos;
      @ loop variant r->end - r->pos; */
    while (r->pos < r->end && !claim_word(r, name))
        r->pos++;
    if (r->pos == r->end)
        rd_refuse(r, WYRE_E_TEXT, r->end);
}

SCANNER
scan_adat(wyre_rd *r, uint32_t flags, wyre_ftp_security *m)
{
    (void)flags;
    skip_to(r, "ADAT=");
    m->data = scan_base64(r);
}

static void
print_adat(wyre_wr *w, const wyre_ftp_security *m, const uint8_t *src, size_t src_len)
{
    wr_literal(w, "ADAT=");
    print_security(w, m, src, src_len);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->data, in_len); */
GRAMMAR(wyre_ftp_adat, wyre_ftp_security, scan_adat, print_adat, 0)

SCANNER
scan_pbsz_reply(wyre_rd *r, uint32_t flags, wyre_ftp_number *m)
{
    (void)flags;
    skip_to(r, "PBSZ=");
    m->value = number(r, UINT32_MAX);
}

static void
print_pbsz_reply(wyre_wr *w, const wyre_ftp_number *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    if (m->value > UINT32_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    wr_literal(w, "PBSZ=");
    wr_number(w, m->value);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_pbsz_reply, wyre_ftp_number, scan_pbsz_reply, print_pbsz_reply, 0)

/* ---- AUTH ------------------------------------------------------------------------------------ */

static const struct mechanism {
    const char *name;
    uint8_t number;
} mechanisms[] = {
    /* the first of each number is the one that is written */
    {"TLS", WYRE_FTP_AUTH_TLS},       {"TLS-C", WYRE_FTP_AUTH_TLS},
    {"SSL", WYRE_FTP_AUTH_SSL},       {"TLS-P", WYRE_FTP_AUTH_SSL},
    {"GSSAPI", WYRE_FTP_AUTH_GSSAPI}, {"KERBEROS_V4", WYRE_FTP_AUTH_KERBEROS_V4},
};
enum { MECHANISMS = sizeof mechanisms / sizeof *mechanisms };

SCANNER
scan_auth(wyre_rd *r, uint32_t flags, wyre_ftp_auth *m)
{
    (void)flags;
    m->name = word(r);
    expect_end(r);
    /*@ loop invariant 0 <= i <= MECHANISMS; loop assigns i, m->mechanism; loop variant MECHANISMS - i; */
    for (int i = 0; r->status == WYRE_OK && i < MECHANISMS; i++)
        if (is_word(r->in, r->end, mechanisms[i].name))
            m->mechanism = mechanisms[i].number;
}

static void
print_auth(wyre_wr *w, const wyre_ftp_auth *m, const uint8_t *src, size_t src_len)
{
    int i = 0;
    if (m->name.len > 0) {
        wr_word(w, src, src_len, m->name);
        return;
    }
    while (i < MECHANISMS && mechanisms[i].number != m->mechanism)
        i++;
    if (i == MECHANISMS)
        wr_refuse(w, WYRE_E_RANGE);
    else
        wr_literal(w, mechanisms[i].name);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->name, in_len); */
GRAMMAR(wyre_ftp_auth, wyre_ftp_auth, scan_auth, print_auth, 0)

wyre_status
wyre_ftp_auth_visit(const wyre_ftp_auth *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, name, TEXT);
    TELL_NUMBER(v, m, mechanism, NUMBER);
    return WYRE_OK;
}

/* ---- protected replies: RFC 2228 5.2 --------------------------------------------------------- */

/*@ assigns \nothing; */
static int
is_protected(uint32_t code)
{
    return code >= 631 && code <= 633;
}

/*@ requires in_len <= 0xffffffff;
  @ CONVERTS(in, in_len, out, cap, n); */
wyre_status
wyre_ftp_protected_decode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_ftp_reply_line_iter it = {0, 0};
    wyre_ftp_reply_line line;
    size_t end = 0;
    size_t fault = 0;
    wyre_status status;
    /*@ loop invariant it.pos <= in_len && end <= it.pos && fault <= in_len;
      @ loop assigns it, line, end, fault, status, out[0 .. cap - 1]; loop variant in_len - it.pos; */
    while ((status = wyre_ftp_reply_line_next(&it, in, in_len, &line)) == WYRE_OK) {
        size_t made = 0;
        fault = line.text.off;
        if (!is_protected(it.code))
            status = WYRE_E_MAGIC;
        else if (line.has_code == 0)
            status = WYRE_E_TEXT;
        else
            status =
                wyre_base64_decode(in + line.text.off, line.text.len, end < cap ? out + end : NULL,
                                   end < cap ? cap - end : 0, &made);
        if (status == WYRE_E_TEXT)
            fault += made;
        if (status != WYRE_OK && status != WYRE_E_SPACE)
            break;
        end += made;
    }
    if (status == WYRE_END)
        status = it.pos == 0 ? WYRE_E_MAGIC : end > cap ? WYRE_E_SPACE : WYRE_OK;
    if (n != NULL)
        *n = status == WYRE_OK || status == WYRE_E_SPACE ? end : fault;
    return status;
}

wyre_status
wyre_ftp_protected_encode(uint16_t code, uint32_t width, const uint8_t *in, size_t in_len,
                          uint8_t *out, size_t cap, size_t *n)
{
    enum { USUAL = 540, MOST = 3069 };
    wyre_wr w = wr(out, cap);
    if (!is_protected(code) || (width != 0 && width < 3) || width > MOST)
        wr_refuse(&w, WYRE_E_RANGE);
    size_t part = width == 0 ? USUAL : width - width % 3;
    size_t at = 0;
    do {
        size_t len = in_len - at < part ? in_len - at : part;
        size_t coded = (len + 2) / 3 * 4;
        wr_number(&w, code);
        wr_u8(&w, in_len - at > part ? '-' : ' ');
        uint8_t *place = reserve(&w, coded);
        if (place != NULL)
            wyre_base64_encode(in + at, len, place, coded, NULL);
        wr_u16be(&w, 0x0d0a);
        at += len;
    } while (w.status == WYRE_OK && at < in_len);
    return wr_finish(&w, n);
}

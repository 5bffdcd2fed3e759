/* Arguments and texts of words: RFC 959 5.3.2, RFC 1123 4.1.2.9, RFC 2389 3.2, RFC 2640 4, RFC 7151 3. */
#include <wyre/ftp_value.h>
#include "ip_text.h"

/* ---- a word and the rest --------------------------------------------------------------------- */

SCANNER
scan_word(wyre_rd *r, uint32_t flags, wyre_ftp_word *m)
{
    (void)flags;
    m->word = word(r);
    claim(r, ' ');
    m->rest = rest(r, 0);
}

static void
print_word(wyre_wr *w, const wyre_ftp_word *m, const uint8_t *src, size_t src_len)
{
    wr_word(w, src, src_len, m->word);
    if (m->rest.len > 0)
        wr_u8(w, ' ');
    wr_text(w, src, src_len, m->rest);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->word, in_len) && inside(out->rest, in_len); */
GRAMMAR(wyre_ftp_word, wyre_ftp_word, scan_word, print_word, 0)

wyre_status
wyre_ftp_word_visit(const wyre_ftp_word *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, word, TEXT);
    TELL_SPAN(v, m, rest, TEXT);
    return WYRE_OK;
}

/* ---- names ----------------------------------------------------------------------------------- */

wyre_status
wyre_ftp_name_visit(const wyre_ftp_name *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, name, TEXT);
    return WYRE_OK;
}

SCANNER
scan_stou(wyre_rd *r, uint32_t flags, wyre_ftp_name *m)
{
    (void)flags;
    if (r->status == WYRE_OK && !claim_word(r, "FILE: "))
        rd_refuse(r, WYRE_E_TEXT, 0);
    m->name = rest(r, 1);
}

static void
print_stou(wyre_wr *w, const wyre_ftp_name *m, const uint8_t *src, size_t src_len)
{
    wr_literal(w, "FILE: ");
    if (m->name.len == 0)
        wr_refuse(w, WYRE_E_RANGE);
    wr_text(w, src, src_len, m->name);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->name, in_len); */
GRAMMAR(wyre_ftp_stou, wyre_ftp_name, scan_stou, print_stou, 0)

/* RFC 2640 4.1: 1*8ALPHA *( "-" 1*8( ALPHA / DIGIT ) ) */
/*@ READS; */
static void
check_tag(wyre_rd *r)
{
    /*@ loop invariant reading(r) && \at(r->pos, Pre) <= r->pos;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==>
      @     r->pos == \at(r->pos, Pre) && r->status == \at(r->status, Pre);
      @ loop assigns first, r->pos, r->status, r->fault; loop variant r->end - r->pos; */
    for (int first = 1;; first = 0) {
        size_t start = r->pos;
        /*@ loop invariant start <= r->pos <= r->end && (r->status != WYRE_OK ==> r->pos == start);
          @ loop assigns r->pos; loop variant r->end - r->pos; */
        while (r->pos - start < 8 && (is_letter(peek(r)) || (!first && is_digit(peek(r)))))
            r->pos++;
        if (r->pos == start)
            rd_refuse(r, WYRE_E_TEXT, r->pos);
        if (!claim(r, '-'))
            break;
    }
    expect_end(r);
}

SCANNER
scan_lang(wyre_rd *r, uint32_t flags, wyre_ftp_name *m)
{
    (void)flags;
    if (r->pos == r->end)
        return;
    check_tag(r);
    m->name = (wyre_span){0, (uint32_t)r->end};
}

static void
print_lang(wyre_wr *w, const wyre_ftp_name *m, const uint8_t *src, size_t src_len)
{
    wr_text(w, src, src_len, m->name);
    if (w->status != WYRE_OK || m->name.len == 0)
        return;
    wyre_rd r = rd(src + m->name.off, m->name.len);
    check_tag(&r);
    if (r.status != WYRE_OK)
        wr_refuse(w, WYRE_E_RANGE);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->name, in_len); */
GRAMMAR(wyre_ftp_lang, wyre_ftp_name, scan_lang, print_lang, 0)

/* ---- HOST: RFC 7151 3 ------------------------------------------------------------------------ */

/*@ assigns \nothing; */
static int
is_host_byte(uint8_t c)
{
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
}

SCANNER
scan_host(wyre_rd *r, uint32_t flags, wyre_ftp_host *m)
{
    (void)flags;
    if (r->pos == r->end)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    if (claim(r, '[')) {
        size_t start = r->pos;
        m->kind = WYRE_FTP_HOST_IPV6;
        scan_ipv6(r, m->address);
        m->host = (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
        expect(r, ']');
        expect_end(r);
        return;
    }
    /*@ loop invariant r->pos <= i <= r->end && reading(r);
      @ loop assigns i, r->status, r->fault; loop variant r->end - i; */
    for (size_t i = r->pos; i < r->end; i++)
        if (!is_host_byte(r->in[i]))
            rd_refuse(r, WYRE_E_TEXT, i);
    wyre_rd ipv4 = *r;
    scan_ipv4(&ipv4, m->address);
    expect_end(&ipv4);
    m->kind = ipv4.status == WYRE_OK ? WYRE_FTP_HOST_IPV4 : WYRE_FTP_HOST_NAME;
    if (m->kind == WYRE_FTP_HOST_NAME)
        zero(m->address, sizeof m->address);
    m->host = rest(r, 1);
}

static void
print_host(wyre_wr *w, const wyre_ftp_host *m, const uint8_t *src, size_t src_len)
{
    if (m->kind == WYRE_FTP_HOST_IPV4) {
        print_ipv4(w, m->address);
    } else if (m->kind == WYRE_FTP_HOST_IPV6) {
        wr_u8(w, '[');
        print_ipv6(w, m->address);
        wr_u8(w, ']');
    } else {
        wr_word(w, src, src_len, m->host);
        if (m->kind != WYRE_FTP_HOST_NAME)
            wr_refuse(w, WYRE_E_RANGE);
        for (size_t i = 0; w->status == WYRE_OK && i < m->host.len; i++)
            if (!is_host_byte(src[m->host.off + i]))
                wr_refuse(w, WYRE_E_RANGE);
    }
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->host, in_len); */
GRAMMAR(wyre_ftp_host, wyre_ftp_host, scan_host, print_host, 0)

wyre_status
wyre_ftp_host_visit(const wyre_ftp_host *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, kind, NUMBER);
    if (m->kind == WYRE_FTP_HOST_IPV4)
        tell_bytes_to(v, "address", WYRE_KIND_IPV4, m->address, 4);
    else if (m->kind == WYRE_FTP_HOST_IPV6)
        TELL_BYTES(v, m, address, IPV6);
    else
        TELL_SPAN(v, m, host, TEXT);
    return WYRE_OK;
}

/* ---- HASH ------------------------------------------------------------------------------------ */

/*@ assigns \nothing; */
static int
is_hex(uint8_t c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

SCANNER
scan_hash(wyre_rd *r, uint32_t flags, wyre_ftp_hash *m)
{
    (void)flags;
    m->algorithm = word(r);
    expect(r, ' ');
    m->start = number(r, UINT64_MAX);
    expect(r, '-');
    m->end = number(r, UINT64_MAX);
    expect(r, ' ');
    m->digest = word(r);
    /*@ loop invariant 0 <= i <= m->digest.len && reading(r);
      @ loop assigns i, r->status, r->fault; loop variant m->digest.len - i; */
    for (size_t i = 0; r->status == WYRE_OK && i < m->digest.len; i++)
        if (!is_hex(r->in[m->digest.off + i]))
            rd_refuse(r, WYRE_E_TEXT, m->digest.off + i);
    expect(r, ' ');
    m->path = rest(r, 1);
}

static void
print_hash(wyre_wr *w, const wyre_ftp_hash *m, const uint8_t *src, size_t src_len)
{
    wr_word(w, src, src_len, m->algorithm);
    wr_u8(w, ' ');
    wr_number(w, m->start);
    wr_u8(w, '-');
    wr_number(w, m->end);
    wr_u8(w, ' ');
    wr_word(w, src, src_len, m->digest);
    for (size_t i = 0; w->status == WYRE_OK && i < m->digest.len; i++)
        if (!is_hex(src[m->digest.off + i]))
            wr_refuse(w, WYRE_E_RANGE);
    wr_u8(w, ' ');
    if (m->path.len == 0)
        wr_refuse(w, WYRE_E_RANGE);
    wr_text(w, src, src_len, m->path);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->algorithm, in_len) && inside(out->digest, in_len) && inside(out->path, in_len); */
GRAMMAR(wyre_ftp_hash, wyre_ftp_hash, scan_hash, print_hash, 0)

wyre_status
wyre_ftp_hash_visit(const wyre_ftp_hash *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, algorithm, TEXT);
    TELL_NUMBER(v, m, start, NUMBER);
    TELL_NUMBER(v, m, end, NUMBER);
    TELL_SPAN(v, m, digest, TEXT);
    TELL_SPAN(v, m, path, TEXT);
    return WYRE_OK;
}

/* ---- FEAT: RFC 2389 3.2 ---------------------------------------------------------------------- */

SCANNER
scan_feature(wyre_rd *r, uint32_t flags, wyre_ftp_feature *m)
{
    (void)flags;
    claim_word(r, "211-");
    /*@ loop invariant reading(r); loop assigns r->pos; loop variant r->end - r->pos; */
    while (claim(r, ' '))
        ;
    m->label = word(r);
    claim(r, ' ');
    m->parameters = rest(r, 0);
}

static void
print_feature(wyre_wr *w, const wyre_ftp_feature *m, const uint8_t *src, size_t src_len)
{
    wr_u8(w, ' ');
    wr_word(w, src, src_len, m->label);
    if (m->parameters.len > 0)
        wr_u8(w, ' ');
    wr_text(w, src, src_len, m->parameters);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->label, in_len) && inside(out->parameters, in_len); */
GRAMMAR(wyre_ftp_feature, wyre_ftp_feature, scan_feature, print_feature, 0)

wyre_status
wyre_ftp_feature_visit(const wyre_ftp_feature *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, label, TEXT);
    TELL_SPAN(v, m, parameters, TEXT);
    return WYRE_OK;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len) && \old(it->pos) < it->pos <= in_len;
  @ ensures \result == WYRE_OK || \result == WYRE_END; */
wyre_status
wyre_ftp_option_next(wyre_ftp_option_iter *it, const uint8_t *in, size_t in_len,
                     wyre_ftp_option *out)
{
    size_t at = it->pos;
    *out = (wyre_ftp_option){.on = 0};
    /*@ loop invariant it->pos <= at && (at <= in_len || at == it->pos); loop assigns at;
      @ loop variant in_len - at; */
    while (at < in_len && in[at] == ';')
        at++;
    size_t end = at;
    /*@ loop invariant at <= end && (end <= in_len || end == at); loop assigns end;
      @ loop variant in_len - end; */
    while (end < in_len && in[end] != ';')
        end++;
    it->pos = (uint32_t)end;
    if (at >= in_len)
        return WYRE_END;
    out->on = end - at > 1 && in[end - 1] == '*';
    out->name = (wyre_span){(uint32_t)at, (uint32_t)(end - at - out->on)};
    return WYRE_OK;
}

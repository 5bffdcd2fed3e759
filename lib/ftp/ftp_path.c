/* Quoted paths of 257 replies: RFC 959 appendix II. */
#include <wyre/ftp_value.h>
#include "grammar.h"

/*@ assigns \nothing; */
static int
is_control(uint8_t c)
{
    return c < 0x20 || c == 0x7f;
}

/* The first quote from `at` on that is not doubled, or the end. */
/*@ requires reading(r) && at <= r->end && \valid(doubled);
  @ requires \separated(doubled, r, r->in + (0 .. r->end - 1));
  @ assigns *doubled;
  @ ensures at <= \result <= r->end; */
static size_t
closing_quote(const wyre_rd *r, size_t at, uint8_t *doubled)
{
    /*@ loop invariant \at(at, Pre) <= at <= r->end; loop assigns at, *doubled; loop variant r->end - at; */
    for (; at < r->end; at++) {
        if (r->in[at] != '"')
            continue;
        if (r->end - at < 2 || r->in[at + 1] != '"')
            return at;
        *doubled = 1;
        at++;
    }
    return r->end;
}

/*@ requires reading(r) && from <= r->end; assigns \nothing; ensures from <= \result <= r->end; */
static size_t
last_quote(const wyre_rd *r, size_t from)
{
    size_t last = r->end;
    /*@ loop invariant from <= at <= r->end && from <= last <= r->end; loop assigns at, last;
      @ loop variant r->end - at; */
    for (size_t at = from; at < r->end; at++)
        if (r->in[at] == '"')
            last = at;
    return last;
}

/* No control byte may come back as part of an argument: a CR in a path once was a second command. */
/*@ requires r->pos <= end <= r->end;
  @ READS;
  @ ensures inside(\result, r->end); */
static wyre_span
scan_path_bytes(wyre_rd *r, size_t end)
{
    /*@ loop invariant r->pos <= i <= end && reading(r);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==> r->status == \at(r->status, Pre);
      @ loop assigns i, r->status, r->fault; loop variant end - i; */
    for (size_t i = r->pos; r->status == WYRE_OK && i < end; i++)
        if (is_control(r->in[i]))
            rd_refuse(r, WYRE_E_TEXT, i);
    return text_up_to(r, end);
}

/* DQUOTE path DQUOTE [ SP comment ] */
SCANNER
scan_path(wyre_rd *r, uint32_t flags, wyre_ftp_path *m)
{
    if (peek(r) != '"' && (flags & WYRE_FTP_PATH_UNQUOTED) != 0) {
        m->unquoted = 1;
        m->path = scan_path_bytes(r, find(r, ' '));
    } else {
        expect(r, '"');
        if (r->status != WYRE_OK)
            return;
        size_t end = closing_quote(r, r->pos, &m->doubled);
        size_t last = last_quote(r, r->pos);
        m->ambiguous = last != end;
        if ((flags & WYRE_FTP_PATH_LAST_QUOTE) != 0 && m->ambiguous) {
            end = last;
            m->doubled = 0;
        }
        m->path = scan_path_bytes(r, end);
        expect(r, '"');
    }
    if (m->unquoted == 1 && m->path.len == 0)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    if (r->pos < r->end)
        expect(r, ' ');
    m->comment = rest(r, 0);
}

/* A path without a quote of its own, or with them doubled, comes back by the strict rule. */
static void
print_path(wyre_wr *w, const wyre_ftp_path *m, const uint8_t *src, size_t src_len)
{
    wyre_wr probe = wr(NULL, 0); /* the span alone: the quotes are written byte by byte */
    wr_text(&probe, src, src_len, m->path);
    if (probe.status != WYRE_OK) {
        wr_refuse(w, probe.status);
        return;
    }
    wr_u8(w, '"');
    for (size_t i = 0; i < m->path.len; i++) {
        uint8_t c = src[m->path.off + i];
        if (is_control(c))
            wr_refuse(w, WYRE_E_RANGE);
        wr_u8(w, c);
        if (c != '"')
            continue;
        if (m->doubled != 0 && (m->path.len - i < 2 || src[m->path.off + i + 1] != '"'))
            wr_refuse(w, WYRE_E_RANGE);
        wr_u8(w, '"');
        i += m->doubled != 0;
    }
    wr_u8(w, '"');
    if (m->comment.len > 0)
        wr_u8(w, ' ');
    wr_text(w, src, src_len, m->comment);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_path, wyre_ftp_path, scan_path, print_path,
        WYRE_FTP_PATH_UNQUOTED | WYRE_FTP_PATH_LAST_QUOTE)

wyre_status
wyre_ftp_path_visit(const wyre_ftp_path *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, path, TEXT);
    TELL_SPAN(v, m, comment, TEXT);
    TELL_NUMBER(v, m, doubled, NUMBER);
    TELL_NUMBER(v, m, ambiguous, NUMBER);
    TELL_NUMBER(v, m, unquoted, NUMBER);
    return WYRE_OK;
}

wyre_status
wyre_ftp_path_text(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    size_t end = 0;
    for (size_t i = 0; i < in_len; i++) {
        uint8_t c = in[i];
        i += c == '"' && in_len - i > 1 && in[i + 1] == '"';
        if (end < cap)
            out[end] = c;
        end++;
    }
    if (n != NULL)
        *n = end;
    return end > cap ? WYRE_E_SPACE : WYRE_OK;
}

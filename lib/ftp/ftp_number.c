/* Numbers, transfer parameters and restart markers: RFC 959 3 and 5.3.2, RFC 2228 3, RFC 3659 4, 5. */
#include <wyre/ftp_value.h>
#include "grammar.h"

/* ---- numbers --------------------------------------------------------------------------------- */

wyre_status
wyre_ftp_number_visit(const wyre_ftp_number *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, value, NUMBER);
    return WYRE_OK;
}

static void
print_number(wyre_wr *w, const wyre_ftp_number *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    wr_number(w, m->value);
}

SCANNER
scan_size(wyre_rd *r, uint32_t flags, wyre_ftp_number *m)
{
    (void)flags;
    m->value = number(r, UINT64_MAX);
    /*@ loop invariant reading(r); loop assigns r->pos; loop variant r->end - r->pos; */
    while (claim(r, ' '))
        ;
    expect_end(r);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_size, wyre_ftp_number, scan_size, print_number, 0)

SCANNER
scan_pbsz(wyre_rd *r, uint32_t flags, wyre_ftp_number *m)
{
    (void)flags;
    m->value = number(r, UINT32_MAX);
    expect_end(r);
}

static void
print_pbsz(wyre_wr *w, const wyre_ftp_number *m, const uint8_t *src, size_t src_len)
{
    if (m->value > UINT32_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    print_number(w, m, src, src_len);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_pbsz, wyre_ftp_number, scan_pbsz, print_pbsz, 0)

/* "(" number " bytes", from the last parenthesis on. */
SCANNER
scan_size_hint(wyre_rd *r, uint32_t flags, wyre_ftp_number *m)
{
    (void)flags;
    size_t open = r->end;
    /*@ loop invariant i <= r->end && open <= r->end; loop assigns i, open; loop variant r->end - i; */
    for (size_t i = 0; i < r->end; i++)
        if (r->in[i] == '(')
            open = i;
    r->pos = open;
    expect(r, '(');
    m->value = number(r, UINT64_MAX);
    if (r->status == WYRE_OK && !claim_word(r, " bytes)"))
        rd_refuse(r, WYRE_E_TEXT, r->pos);
}

static void
print_size_hint(wyre_wr *w, const wyre_ftp_number *m, const uint8_t *src, size_t src_len)
{
    wr_literal(w, "Opening data connection (");
    print_number(w, m, src, src_len);
    wr_literal(w, " bytes)");
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_size_hint, wyre_ftp_number, scan_size_hint, print_size_hint, 0)

/* ---- TYPE, STRU, MODE, PROT ------------------------------------------------------------------ */

/* Claims one letter and gives it in upper case; 0 on refusal. */
/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 1; */
static uint8_t
scan_letter(wyre_rd *r)
{
    int c = peek(r);
    if (!is_letter(c)) {
        rd_refuse(r, WYRE_E_TEXT, r->pos);
        return 0;
    }
    r->pos++;
    return upper((uint8_t)c);
}

/*@ assigns \nothing; */
static int
is_one_of(uint8_t letter, const char *set)
{
    /*@ admit names: is_name(set); */
    /*@ loop invariant 0 <= i <= name_length(set); loop assigns i; loop variant name_length(set) - i; */
    for (size_t i = 0; set[i] != '\0'; i++)
        if (letter == (uint8_t)set[i])
            return 1;
    return 0;
}

/* RFC 959 5.3.2: A [SP form], E [SP form], I, L SP byte-size */
SCANNER
scan_type(wyre_rd *r, uint32_t flags, wyre_ftp_type *m)
{
    (void)flags;
    m->type = scan_letter(r);
    if (r->status == WYRE_OK && !is_one_of(m->type, "AEIL"))
        rd_refuse(r, WYRE_E_VALUE, 0);
    if (m->type == 'L') {
        expect(r, ' ');
        size_t start = r->pos;
        m->byte_size = (uint8_t)number(r, 255);
        if (m->byte_size == 0)
            rd_refuse(r, WYRE_E_VALUE, start);
    } else if (m->type != 'I' && r->pos != r->end) {
        expect(r, ' ');
        m->form = scan_letter(r);
        if (r->status == WYRE_OK && !is_one_of(m->form, "NTC"))
            rd_refuse(r, WYRE_E_VALUE, r->pos - 1);
    }
    expect_end(r);
}

static void
print_type(wyre_wr *w, const wyre_ftp_type *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    int has_form = m->type == 'A' || m->type == 'E';
    if (!is_one_of(m->type, "AEIL") || (m->type == 'L') != (m->byte_size > 0) ||
        (m->form != 0 && (!has_form || !is_one_of(m->form, "NTC"))))
        wr_refuse(w, WYRE_E_RANGE);
    wr_u8(w, m->type);
    if (m->form != 0 || m->type == 'L')
        wr_u8(w, ' ');
    if (m->form != 0)
        wr_u8(w, m->form);
    if (m->type == 'L')
        wr_number(w, m->byte_size);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_type, wyre_ftp_type, scan_type, print_type, 0)

wyre_status
wyre_ftp_type_visit(const wyre_ftp_type *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, type, NUMBER);
    TELL_NUMBER(v, m, form, NUMBER);
    TELL_NUMBER(v, m, byte_size, NUMBER);
    return WYRE_OK;
}

SCANNER
scan_one_of(wyre_rd *r, const char *set, wyre_ftp_letter *m)
{
    m->letter = scan_letter(r);
    if (r->status == WYRE_OK && !is_one_of(m->letter, set))
        rd_refuse(r, WYRE_E_VALUE, 0);
    expect_end(r);
}

static void
print_one_of(wyre_wr *w, const char *set, const wyre_ftp_letter *m)
{
    if (!is_one_of(m->letter, set))
        wr_refuse(w, WYRE_E_RANGE);
    wr_u8(w, m->letter);
}

#define LETTER(name, set)                                                                          \
    SCANNER scan_##name(wyre_rd *r, uint32_t flags, wyre_ftp_letter *m)                            \
    {                                                                                              \
        (void)flags;                                                                               \
        scan_one_of(r, set, m);                                                                    \
    }                                                                                              \
    static void print_##name(wyre_wr *w, const wyre_ftp_letter *m, const uint8_t *src,             \
                             size_t src_len)                                                       \
    {                                                                                              \
        (void)src;                                                                                 \
        (void)src_len;                                                                             \
        print_one_of(w, set, m);                                                                   \
    }

LETTER(stru, "FRP")
LETTER(mode, "SBCZ")
LETTER(prot, "CSEP")

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_stru, wyre_ftp_letter, scan_stru, print_stru, 0)
/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_mode, wyre_ftp_letter, scan_mode, print_mode, 0)
/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_prot, wyre_ftp_letter, scan_prot, print_prot, 0)

wyre_status
wyre_ftp_letter_visit(const wyre_ftp_letter *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, letter, NUMBER);
    return WYRE_OK;
}

/* ---- ALLO, RANG ------------------------------------------------------------------------------ */

SCANNER
scan_allo(wyre_rd *r, uint32_t flags, wyre_ftp_allo *m)
{
    (void)flags;
    m->size = number(r, UINT64_MAX);
    m->has_record_size = (uint8_t)claim(r, ' ');
    if (m->has_record_size == 1) {
        if (!claim_word(r, "R "))
            rd_refuse(r, WYRE_E_TEXT, r->pos);
        m->record_size = number(r, UINT64_MAX);
    }
    expect_end(r);
}

static void
print_allo(wyre_wr *w, const wyre_ftp_allo *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    wr_number(w, m->size);
    if (m->has_record_size != 0) {
        wr_literal(w, " R ");
        wr_number(w, m->record_size);
    }
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_allo, wyre_ftp_allo, scan_allo, print_allo, 0)

wyre_status
wyre_ftp_allo_visit(const wyre_ftp_allo *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, size, NUMBER);
    TELL_NUMBER(v, m, record_size, NUMBER);
    TELL_NUMBER(v, m, has_record_size, NUMBER);
    return WYRE_OK;
}

SCANNER
scan_range(wyre_rd *r, uint32_t flags, wyre_ftp_range *m)
{
    (void)flags;
    m->start = number(r, INT64_MAX);
    expect(r, ' ');
    m->end = number(r, INT64_MAX);
    expect_end(r);
}

static void
print_range(wyre_wr *w, const wyre_ftp_range *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    if (m->start > INT64_MAX || m->end > INT64_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    wr_number(w, m->start);
    wr_u8(w, ' ');
    wr_number(w, m->end);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_range, wyre_ftp_range, scan_range, print_range, 0)

wyre_status
wyre_ftp_range_visit(const wyre_ftp_range *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, start, NUMBER);
    TELL_NUMBER(v, m, end, NUMBER);
    return WYRE_OK;
}

/* ---- restart: RFC 959 3.5 -------------------------------------------------------------------- */

/* Printable bytes without space, up to a space or the end. */
/*@ READS;
  @ ensures inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> \result.off == \old(r->pos) && r->pos == \old(r->pos) + \result.len; */
static wyre_span
scan_marker(wyre_rd *r)
{
    wyre_span marker = word(r);
    /*@ loop invariant marker.off <= i <= marker.off + marker.len && reading(r);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, LoopEntry) == WYRE_OK;
      @ loop invariant \at(r->status, LoopEntry) != WYRE_OK ==> r->status == \at(r->status, LoopEntry);
      @ loop assigns i, r->status, r->fault; loop variant marker.off + marker.len - i; */
    for (size_t i = marker.off; i < (size_t)marker.off + marker.len; i++)
        if (r->in[i] < 0x21 || r->in[i] > 0x7e)
            rd_refuse(r, WYRE_E_TEXT, i);
    return marker;
}

static void
print_marker(wyre_wr *w, const uint8_t *src, size_t src_len, wyre_span marker)
{
    wr_word(w, src, src_len, marker);
    for (size_t i = marker.off; w->status == WYRE_OK && i < (size_t)marker.off + marker.len; i++)
        if (src[i] < 0x21 || src[i] > 0x7e)
            wr_refuse(w, WYRE_E_RANGE);
}

/*@ requires \valid_read(in + (span.off .. span.off + span.len - 1)); assigns \nothing; */
static int
is_all_digits(const uint8_t *in, wyre_span span)
{
    /*@ loop invariant span.off <= i <= span.off + span.len; loop assigns i;
      @ loop variant span.off + span.len - i; */
    for (size_t i = span.off; i < (size_t)span.off + span.len; i++)
        if (!is_digit(in[i]))
            return 0;
    return span.len > 0;
}

SCANNER
scan_rest(wyre_rd *r, uint32_t flags, wyre_ftp_rest *m)
{
    (void)flags;
    m->marker = scan_marker(r);
    expect_end(r);
    if (r->status == WYRE_OK && is_all_digits(r->in, m->marker)) {
        r->pos = 0;
        m->is_offset = 1;
        m->offset = number(r, INT64_MAX);
    }
}

static void
print_rest(wyre_wr *w, const wyre_ftp_rest *m, const uint8_t *src, size_t src_len)
{
    if (m->offset > INT64_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    if (m->is_offset != 0)
        wr_number(w, m->offset);
    else
        print_marker(w, src, src_len, m->marker);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->marker, in_len); */
GRAMMAR(wyre_ftp_rest, wyre_ftp_rest, scan_rest, print_rest, 0)

wyre_status
wyre_ftp_rest_visit(const wyre_ftp_rest *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, is_offset, NUMBER);
    TELL_NUMBER(v, m, offset, NUMBER);
    if (m->is_offset == 0)
        TELL_SPAN(v, m, marker, TEXT);
    return WYRE_OK;
}

/* RFC 959 4.2.2: MARK yyyy = mmmm, the spaces around = required. */
SCANNER
scan_110(wyre_rd *r, uint32_t flags, wyre_ftp_marker *m)
{
    (void)flags;
    if (r->status == WYRE_OK && !claim_word(r, "MARK "))
        rd_refuse(r, WYRE_E_TEXT, 0);
    m->sender = scan_marker(r);
    expect(r, ' ');
    expect(r, '=');
    expect(r, ' ');
    m->receiver = scan_marker(r);
    expect_end(r);
}

static void
print_110(wyre_wr *w, const wyre_ftp_marker *m, const uint8_t *src, size_t src_len)
{
    wr_literal(w, "MARK ");
    print_marker(w, src, src_len, m->sender);
    wr_literal(w, " = ");
    print_marker(w, src, src_len, m->receiver);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->sender, in_len) && inside(out->receiver, in_len); */
GRAMMAR(wyre_ftp_110, wyre_ftp_marker, scan_110, print_110, 0)

wyre_status
wyre_ftp_marker_visit(const wyre_ftp_marker *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, sender, TEXT);
    TELL_SPAN(v, m, receiver, TEXT);
    return WYRE_OK;
}

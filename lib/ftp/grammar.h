/* Arguments and result texts: one scanner and one printer a grammar, on the cursors of the core.
 *
 * GRAMMAR(name, T, scan, print, known) makes name_decode and name_encode of
 *     static void scan(wyre_rd *r, uint32_t flags, T *m)
 *     static void print(wyre_wr *w, const T *m, const uint8_t *src, size_t src_len)
 * A text that ends early is a text that breaks its grammar: WYRE_E_TEXT at its end. No span that is
 * scanned or printed holds CR, LF or NUL, so nothing printed can end a line. */
#ifndef WYRE_LIB_FTP_GRAMMAR_H
#define WYRE_LIB_FTP_GRAMMAR_H
#include "../core/cursor.h"
#include "../core/tell.h"

#ifdef WYRE_PROVE /* a scanner that is used once is written out there, as a layout is */
#define SCANNER static inline void
#define GRAMMAR(name, T, scan, print, known)                                                       \
    wyre_status name##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n) \
    {                                                                                              \
        wyre_rd r = scanning(in, in_len, flags, known);                                            \
        *out = (T){0};                                                                             \
        if (r.status == WYRE_OK)                                                                   \
            scan(&r, flags, out);                                                                  \
        if (n != NULL)                                                                             \
            *n = r.status == WYRE_OK ? r.pos : r.fault;                                            \
        return r.status;                                                                           \
    }
#else
#define SCANNER static void
#define GRAMMAR(name, T, scan, print, known)                                                       \
    wyre_status name##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n) \
    {                                                                                              \
        wyre_rd r = scanning(in, in_len, flags, known);                                            \
        memset(out, 0, sizeof *out);                                                               \
        if (r.status == WYRE_OK)                                                                   \
            scan(&r, flags, out);                                                                  \
        if (r.status != WYRE_OK)                                                                   \
            memset(out, 0, sizeof *out);                                                           \
        if (n != NULL)                                                                             \
            *n = r.status == WYRE_OK ? r.pos : r.fault;                                            \
        return r.status;                                                                           \
    }                                                                                              \
    wyre_status name##_encode(const T *m, const uint8_t *src, size_t src_len, uint8_t *out,        \
                              size_t cap, size_t *n)                                               \
    {                                                                                              \
        wyre_wr w = wr(out, cap);                                                                  \
        print(&w, m, src, src_len);                                                                \
        return wr_finish(&w, n);                                                                   \
    }
#endif

/* ---- scanners -------------------------------------------------------------------------------- */

/*@ requires readable(in, in_len);
  @ assigns \nothing;
  @ ensures \result.in == in && \result.pos == 0 && \result.end == in_len && \result.fault == 0;
  @ ensures \result.status == ((flags & (uint32_t)~known) != 0 ? WYRE_E_ARG : WYRE_OK); */
INLINE wyre_rd
scanning(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t known)
{
    wyre_rd r = rd(in, in_len <= UINT32_MAX ? in_len : 0);
    if ((flags & ~known) != 0 || in_len > UINT32_MAX)
        rd_refuse(&r, WYRE_E_ARG, 0);
    return r;
}

/* The next byte without claiming it; -1 at the end and after a refusal. */
/*@ requires reading(r);
  @ assigns \nothing;
  @ ensures r->status == WYRE_OK && r->pos < r->end ? \result == r->in[r->pos] : \result == -1; */
INLINE int
peek(const wyre_rd *r)
{
    return r->status == WYRE_OK && r->pos < r->end ? r->in[r->pos] : -1;
}

/* Claims c where it is next. */
/*@ requires reading(r);
  @ assigns r->pos;
  @ ensures reading(r) && (\result == 0 || \result == 1);
  @ ensures \result == 0 ? r->pos == \old(r->pos)
  @                      : r->pos == \old(r->pos) + 1 && r->status == WYRE_OK && r->in[r->pos - 1] == c; */
INLINE int
claim(wyre_rd *r, uint8_t c)
{
    if (peek(r) != c)
        return 0;
    r->pos++;
    return 1;
}

/*@ READS; ensures r->status == WYRE_OK ==> r->pos == \old(r->pos) + 1 && r->in[r->pos - 1] == c; */
INLINE void
expect(wyre_rd *r, uint8_t c)
{
    if (!claim(r, c))
        rd_refuse(r, WYRE_E_TEXT, r->pos);
}

/*@ READS; ensures r->pos == \old(r->pos) && (r->status == WYRE_OK ==> r->pos == r->end); */
INLINE void
expect_end(wyre_rd *r)
{
    if (r->pos != r->end)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
}

/*@ assigns \nothing; ensures \result != 0 <==> 48 <= c <= 57; */
INLINE int
is_digit(int c)
{
    return c >= '0' && c <= '9';
}

/*@ assigns \nothing; ensures \result != 0 <==> 65 <= c <= 90 || 97 <= c <= 122; */
INLINE int
is_letter(int c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/*@ assigns \nothing; */
INLINE uint8_t
upper(uint8_t c)
{
    return (uint8_t)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

/* 1*DIGIT up to max; at least one digit, no sign, no blank. */
/*@ READS; ensures \result <= max && (r->status == WYRE_OK ==> r->pos > \old(r->pos)); */
INLINE uint64_t
number(wyre_rd *r, uint64_t max)
{
    uint64_t value = 0;
    size_t start = r->pos;
    /*@ loop invariant start <= r->pos <= r->end && value <= max;
      @ loop invariant r->status != WYRE_OK ==> r->pos == start;
      @ loop assigns r->pos, value; loop variant r->end - r->pos; */
    while (is_digit(peek(r))) {
        uint8_t digit = (uint8_t)(r->in[r->pos] - '0');
        if (value > max / 10 || digit > max - value * 10) {
            rd_refuse(r, WYRE_E_VALUE, r->pos);
            return 0;
        }
        value = value * 10 + digit;
        r->pos++;
    }
    if (r->pos == start)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    return value;
}

/* Exactly `digits` digits, from min to max; a value outside is at fault where it begins. */
/*@ requires digits <= 4 && max <= 9999;
  @ READS;
  @ ensures \result <= 9999;
  @ ensures r->status == WYRE_OK ==> min <= \result <= max && r->pos == \old(r->pos) + digits; */
INLINE unsigned
fixed_number(wyre_rd *r, unsigned digits, unsigned min, unsigned max)
{
    unsigned value = 0;
    size_t start = r->pos;
    /*@ loop invariant 0 <= digits <= \at(digits, Pre);
      @ loop invariant start <= r->pos <= r->end && r->pos == start + \at(digits, Pre) - digits;
      @ loop invariant r->status != WYRE_OK ==> r->pos == start;
      @ loop invariant r->pos == start ? value == 0 : value < (r->pos == start + 1 ? 10 :
      @     r->pos == start + 2 ? 100 : r->pos == start + 3 ? 1000 : 10000);
      @ loop assigns r->pos, value, digits; loop variant digits; */
    for (; digits > 0 && is_digit(peek(r)); digits--)
        value = value * 10 + (unsigned)(r->in[r->pos++] - '0');
    if (digits > 0)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    else if (value < min || value > max)
        rd_refuse(r, WYRE_E_VALUE, start);
    return value;
}

/* All bytes up to `end` of the text; CR, LF and NUL are refused. */
/*@ requires r->pos <= end <= r->end;
  @ READS;
  @ ensures inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> r->pos == end && \result.off == \old(r->pos) && \result.len == end - \old(r->pos); */
INLINE wyre_span
text_up_to(wyre_rd *r, size_t end)
{
    wyre_span span = {0, 0};
    if (r->status != WYRE_OK)
        return span;
    /*@ loop invariant r->pos <= i <= end; loop assigns i; loop variant end - i; */
    for (size_t i = r->pos; i < end; i++) {
        if (r->in[i] == '\r' || r->in[i] == '\n' || r->in[i] == 0) {
            rd_refuse(r, WYRE_E_TEXT, i);
            return span;
        }
    }
    span = (wyre_span){(uint32_t)r->pos, (uint32_t)(end - r->pos)};
    r->pos = end;
    return span;
}

/* All that is left; at least `least` bytes of it. */
/*@ READS;
  @ ensures inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> r->pos == r->end && \result.off == \old(r->pos) &&
  @         \result.len == r->end - \old(r->pos) && \result.len >= least; */
INLINE wyre_span
rest(wyre_rd *r, size_t least)
{
    if (r->end - r->pos < least)
        rd_refuse(r, WYRE_E_TEXT, r->end);
    return text_up_to(r, r->end);
}

/* Up to the next byte c, or to the end. */
/*@ requires reading(r);
  @ assigns \nothing;
  @ ensures r->pos <= \result <= r->end; */
INLINE size_t
find(const wyre_rd *r, uint8_t c)
{
    size_t at = r->pos;
    /*@ loop invariant r->pos <= at <= r->end; loop assigns at; loop variant r->end - at; */
    while (at < r->end && r->in[at] != c)
        at++;
    return at;
}

/* 1*(any byte but space): up to a space or the end. */
/*@ READS;
  @ ensures inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> \result.off == \old(r->pos) && \result.len > 0 &&
  @         r->pos == \old(r->pos) + \result.len; */
INLINE wyre_span
word(wyre_rd *r)
{
    size_t end = find(r, ' ');
    if (r->status == WYRE_OK && end == r->pos)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    return text_up_to(r, end);
}

/* Names are constants of this library: that they end with a NUL is taken for granted. */
/*@ axiomatic Names { logic integer name_length(char *name); }
  @ predicate is_name(char *name) = 0 <= name_length(name) <= 4096 &&
  @     \valid_read(name + (0 .. name_length(name))) && name[name_length(name)] == 0; */

/* Whether the bytes at in[at ..] are this word, in any case. */
/*@ requires \valid_read(in + (0 .. len - 1));
  @ assigns \nothing;
  @ ensures \result == 0 || \result == 1; */
INLINE int
is_word(const uint8_t *in, size_t len, const char *name)
{
    /*@ admit names: is_name(name); */
    /*@ loop invariant 0 <= len <= \at(len, Pre) && in == \at(in, Pre) + (\at(len, Pre) - len);
      @ loop invariant name == \at(name, Pre) + (\at(len, Pre) - len);
      @ loop invariant \at(len, Pre) - len <= name_length(\at(name, Pre));
      @ loop assigns len, in, name; loop variant len; */
    for (; len > 0 && *name != '\0'; len--, in++, name++)
        if (upper(*in) != upper((uint8_t)*name))
            return 0;
    return len == 0 && *name == '\0';
}

/* Claims the literal, in any case, or leaves the position alone. */
/*@ requires reading(r);
  @ assigns r->pos;
  @ ensures reading(r) && r->pos >= \old(r->pos) && (\result == 0 || \result == 1);
  @ ensures \result == 0 ? r->pos == \old(r->pos) : r->status == WYRE_OK; */
INLINE int
claim_word(wyre_rd *r, const char *name)
{
    size_t len = length_of(name);
    if (r->status != WYRE_OK || r->end - r->pos < len || !is_word(r->in + r->pos, len, name))
        return 0;
    r->pos += len;
    return 1;
}

/* ---- printers -------------------------------------------------------------------------------- */

INLINE void
wr_literal(wyre_wr *w, const char *text)
{
    for (; *text != '\0'; text++)
        wr_u8(w, (uint8_t)*text);
}

INLINE void
wr_number(wyre_wr *w, uint64_t value)
{
    uint8_t digits[20];
    size_t n = 0;
    wyre_decimal_encode(value, digits, sizeof digits, &n);
    wr_bytes(w, digits, n);
}

/* Exactly `digits` digits. */
INLINE void
wr_fixed_number(wyre_wr *w, unsigned digits, unsigned value)
{
    unsigned unit = 1;
    for (unsigned i = 1; i < digits; i++)
        unit *= 10;
    if (value / unit > 9)
        wr_refuse(w, WYRE_E_RANGE);
    for (; unit > 0; unit /= 10)
        wr_u8(w, (uint8_t)('0' + value / unit % 10));
}

/* A span of src as text: what would break a line is refused. */
INLINE void
wr_text(wyre_wr *w, const uint8_t *src, size_t src_len, wyre_span span)
{
    wr_span(w, src, src_len, span);
    if (w->status != WYRE_OK || span.len == 0)
        return;
    for (size_t i = span.off; i < (size_t)span.off + span.len; i++)
        if (src[i] == '\r' || src[i] == '\n' || src[i] == 0)
            wr_refuse(w, WYRE_E_RANGE);
}

/* As above, and it must be a word: not empty, no space. */
INLINE void
wr_word(wyre_wr *w, const uint8_t *src, size_t src_len, wyre_span span)
{
    if (span.len == 0)
        wr_refuse(w, WYRE_E_RANGE);
    wr_text(w, src, src_len, span);
    if (w->status == WYRE_OK && memchr(src + span.off, ' ', span.len) != NULL)
        wr_refuse(w, WYRE_E_RANGE);
}
#endif

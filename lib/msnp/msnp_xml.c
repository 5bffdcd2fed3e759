/* The XML scanner: one token a call. */
#include <wyre/msnp_xml.h>
#include "../core/cursor.h"
#include "literal.h"

/*@ assigns \nothing; */
static int
is_space(uint8_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* NameChar, as far as these payloads go; bytes of UTF-8 belong to it. */
/*@ assigns \nothing; */
static int
is_name(uint8_t c)
{
    uint8_t lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ':' ||
           c == '-' || c == '.' || c >= 0x80;
}

/* clang-format off */
/* What looks for something in in[at .. end - 1] promises. */
#define SEEKS(in, at, end)                                                                         \
    requires at <= end && \valid_read(in + (0 .. end - 1));                                        \
    assigns \nothing;                                                                              \
    ensures at <= \result <= end
/* clang-format on */

/*@ SEEKS(in, at, end); */
static size_t
name_end(const uint8_t *in, size_t at, size_t end)
{
    /*@ loop invariant \at(at, Pre) <= at <= end; loop assigns at; loop variant end - at; */
    while (at < end && is_name(in[at]))
        at++;
    return at;
}

/*@ SEEKS(in, at, end); */
static size_t
skip_space(const uint8_t *in, size_t at, size_t end)
{
    /*@ loop invariant \at(at, Pre) <= at <= end; loop assigns at; loop variant end - at; */
    while (at < end && is_space(in[at]))
        at++;
    return at;
}

/*@ requires at <= end && \valid_read(in + (0 .. end - 1));
  @ assigns \nothing;
  @ ensures \result != 0 ==> text.len <= end - at; */
static int
stands_at(const uint8_t *in, size_t at, size_t end, literal text)
{
    return end - at >= text.len && is_text(in + at, text.len, text);
}

/* Where `text` begins at or behind `at`, or end. */
/*@ requires 0 < text.len;
  @ SEEKS(in, at, end);
  @ ensures \result == end || text.len <= end - \result; */
static size_t
seek(const uint8_t *in, size_t at, size_t end, literal text)
{
    /*@ loop invariant \at(at, Pre) <= at <= end; loop assigns at; loop variant end - at; */
    while (end - at >= text.len && !is_text(in + at, text.len, text))
        at++;
    return end - at >= text.len ? at : end;
}

/* clang-format off */
/* What each kind of token promises: it goes behind itself, and no span is outside. */
#define OPENED(it, in_len)                                                                         \
    (it)->depth <= WYRE_MSNP_XML_DEPTH_MAX && ((it)->depth > 0 ==> (it)->open[(it)->depth - 1] <= in_len)
#define SPANS(out, in_len)                                                                         \
    inside((out)->name, in_len) && inside((out)->attributes, in_len) && inside((out)->text, in_len)
#define TOKEN(it, in, in_len, out)                                                                 \
    requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));                          \
    requires \valid(it) && \valid(out) && \separated(it, out, in + (0 .. in_len - 1));             \
    requires it->pos < in_len && OPENED(it, in_len) && SPANS(out, in_len);                         \
    assigns it->pos, it->depth, it->open[0 .. 15], *out;                                           \
    ensures \result <= WYRE_OK;                                                                    \
    ensures \result == WYRE_OK ? \old(it->pos) < it->pos <= in_len : it->pos == \old(it->pos);     \
    ensures inside(out->name, in_len);                                                             \
    ensures inside(out->attributes, in_len);                                                       \
    ensures inside(out->text, in_len);                                                             \
    ensures \result == WYRE_OK ==> WYRE_MSNP_XML_OPEN <= out->kind <= WYRE_MSNP_XML_CDATA
/* clang-format on */

/* ---- tags ---------------------------------------------------------------------------------------- */

/* The > of the tag, or end; not one between quotes. */
/*@ SEEKS(in, at, end); */
static size_t
tag_end(const uint8_t *in, size_t at, size_t end)
{
    uint8_t quote = 0;
    /*@ loop invariant \at(at, Pre) <= at <= end;
      @ loop assigns at, quote; loop variant end - at; */
    for (; at < end; at++) {
        if (quote != 0)
            quote = in[at] == quote ? 0 : quote;
        else if (in[at] == '"' || in[at] == '\'')
            quote = in[at];
        else if (in[at] == '>')
            break;
    }
    return at;
}

/* "<" name attributes [ "/" ] ">" */
/*@ TOKEN(it, in, in_len, out); */
static wyre_status
opening(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len, wyre_msnp_xml_token *out)
{
    size_t at = it->pos + 1u;
    size_t name = name_end(in, at, in_len);
    size_t close = tag_end(in, name, in_len);
    if (close == in_len)
        return WYRE_E_LENGTH;
    size_t stop = close > name && in[close - 1] == '/' ? close - 1 : close;
    if (name == at || (name < stop && !is_space(in[name])))
        return WYRE_E_TEXT;
    if (stop == close && it->depth == WYRE_MSNP_XML_DEPTH_MAX)
        return WYRE_E_LIMIT;
    out->kind = stop < close ? WYRE_MSNP_XML_EMPTY : WYRE_MSNP_XML_OPEN;
    out->name = (wyre_span){(uint32_t)at, (uint32_t)(name - at)};
    out->attributes = (wyre_span){(uint32_t)name, (uint32_t)(stop - name)};
    out->depth = it->depth;
    if (out->kind == WYRE_MSNP_XML_OPEN)
        it->open[it->depth++] = (uint32_t)at;
    it->pos = (uint32_t)close + 1;
    return WYRE_OK;
}

/* "</" name *space ">", the name of the element that was opened last. */
/*@ requires it->pos + 2 <= in_len;
  @ TOKEN(it, in, in_len, out); */
static wyre_status
closing(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len, wyre_msnp_xml_token *out)
{
    size_t at = it->pos + 2u;
    size_t name = name_end(in, at, in_len);
    size_t close = skip_space(in, name, in_len);
    if (close == in_len)
        return WYRE_E_LENGTH;
    if (in[close] != '>' || it->depth == 0)
        return WYRE_E_TEXT;
    size_t opened = it->open[it->depth - 1];
    size_t len = name_end(in, opened, in_len) - opened;
    if (len != name - at || !equal(in + opened, in + at, len))
        return WYRE_E_TEXT;
    out->kind = WYRE_MSNP_XML_CLOSE;
    out->name = (wyre_span){(uint32_t)at, (uint32_t)len};
    out->depth = --it->depth;
    it->pos = (uint32_t)close + 1;
    return WYRE_OK;
}

/* ---- tokens -------------------------------------------------------------------------------------- */

/*@ requires it->pos + 9 <= in_len;
  @ TOKEN(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= out->text.off; */
static wyre_status
cdata(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len, wyre_msnp_xml_token *out)
{
    size_t at = it->pos + 9u;
    size_t stop = seek(in, at, in_len, LITERAL("]]>"));
    if (stop == in_len)
        return WYRE_E_LENGTH;
    out->kind = WYRE_MSNP_XML_CDATA;
    out->text = (wyre_span){(uint32_t)at, (uint32_t)(stop - at)};
    out->depth = it->depth;
    it->pos = (uint32_t)stop + 3;
    return WYRE_OK;
}

/*@ requires in[it->pos] != '<';
  @ TOKEN(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= out->text.off; */
static wyre_status
text(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len, wyre_msnp_xml_token *out)
{
    size_t stop = seek(in, it->pos + 1u, in_len, LITERAL("<"));
    out->kind = WYRE_MSNP_XML_TEXT;
    out->text = (wyre_span){it->pos, (uint32_t)(stop - it->pos)};
    out->depth = it->depth;
    it->pos = (uint32_t)stop;
    return WYRE_OK;
}

/* Goes behind comments and instructions; WYRE_E_LENGTH where one does not end. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(it);
  @ requires \separated(it, in + (0 .. in_len - 1)) && it->pos <= in_len;
  @ assigns it->pos;
  @ ensures \old(it->pos) <= it->pos <= in_len;
  @ ensures \result == WYRE_OK || \result == WYRE_E_LENGTH; */
static wyre_status
pass_over(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len)
{
    /*@ loop invariant \at(it->pos, Pre) <= it->pos <= in_len;
      @ loop assigns it->pos; loop variant in_len - it->pos; */
    for (;;) {
        size_t stop;
        size_t len = 2;
        if (stands_at(in, it->pos, in_len, LITERAL("<!--"))) {
            stop = seek(in, it->pos + 4u, in_len, LITERAL("-->"));
            len = 3;
        } else if (stands_at(in, it->pos, in_len, LITERAL("<?"))) {
            stop = seek(in, it->pos + 2u, in_len, LITERAL("?>"));
        } else {
            return WYRE_OK;
        }
        if (stop == in_len)
            return WYRE_E_LENGTH;
        it->pos = (uint32_t)(stop + len);
    }
}

/* What stands at it->pos. */
/*@ TOKEN(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= out->text.off; */
static wyre_status
token(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len, wyre_msnp_xml_token *out)
{
    wyre_status status;
    uint32_t start = it->pos;
    if (in[start] != '<')
        return text(it, in, in_len, out);
    if (stands_at(in, start, in_len, LITERAL("<![CDATA[")))
        return cdata(it, in, in_len, out);
    if (stands_at(in, start, in_len, LITERAL("<!")))
        return WYRE_E_UNSUPPORTED;
    if (stands_at(in, start, in_len, LITERAL("</")))
        status = closing(it, in, in_len, out);
    else
        status = opening(it, in, in_len, out);
    if (status == WYRE_OK)
        out->text = (wyre_span){start, it->pos - start};
    return status;
}

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(it) && \valid(out);
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns it->pos, it->depth, it->open[0 .. 15], *out;
  @ ensures \result <= WYRE_OK || \result == WYRE_END;
  @ ensures \result == WYRE_END ==> \old(it->depth) == 0;
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->attributes, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->text, in_len);
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= out->text.off;
  @ ensures \result == WYRE_OK ==> \old(it->pos) < it->pos;
  @ ensures \result == WYRE_OK ==> it->pos <= in_len;
  @ ensures it->pos >= \old(it->pos);
  @ ensures \old(it->pos) <= in_len ==> it->pos <= in_len; */
wyre_status
wyre_msnp_xml_next(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len,
                   wyre_msnp_xml_token *out)
{
    CLEAR(out);
    if (in_len > UINT32_MAX || it->pos > in_len || it->depth > WYRE_MSNP_XML_DEPTH_MAX ||
        (it->depth > 0 && it->open[it->depth - 1] > in_len))
        return WYRE_E_ARG;
    wyre_status status = pass_over(it, in, in_len);
    if (status != WYRE_OK)
        return status;
    if (it->pos < in_len)
        return token(it, in, in_len, out);
    return it->depth == 0 ? WYRE_END : WYRE_E_LENGTH;
}

/* space name [space] "=" [space] quote value quote */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(left) && \valid(out);
  @ requires \separated(left, out, in + (0 .. in_len - 1));
  @ assigns *left, *out;
  @ ensures \result == WYRE_OK || \result == WYRE_END || \result == WYRE_E_TEXT || \result == WYRE_E_ARG;
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->value, in_len);
  @ ensures \result == WYRE_OK ==> inside(*left, in_len);
  @ ensures \result == WYRE_OK ==> left->off > \old(left->off) && left->len < \old(left->len);
  @ ensures \result != WYRE_OK ==> left->off == \old(left->off) && left->len == \old(left->len); */
wyre_status
wyre_msnp_attribute_next(wyre_span *left, const uint8_t *in, size_t in_len,
                         wyre_msnp_attribute *out)
{
    *out = (wyre_msnp_attribute){{0, 0}, {0, 0}};
    if (left->off > in_len || left->len > in_len - left->off)
        return WYRE_E_ARG;
    size_t end = left->off + (size_t)left->len;
    size_t name = skip_space(in, left->off, end);
    if (name == end)
        return WYRE_END;
    size_t name_stop = name_end(in, name, end);
    size_t at = skip_space(in, name_stop, end);
    if (name == left->off || name_stop == name || at == end || in[at] != '=')
        return WYRE_E_TEXT;
    at = skip_space(in, at + 1, end);
    if (at == end || (in[at] != '"' && in[at] != '\''))
        return WYRE_E_TEXT;
    size_t stop = at + 1;
    /*@ loop invariant at < stop <= end; loop assigns stop; loop variant end - stop; */
    while (stop < end && in[stop] != in[at])
        stop++;
    if (stop == end)
        return WYRE_E_TEXT;
    out->name = (wyre_span){(uint32_t)name, (uint32_t)(name_stop - name)};
    out->value = (wyre_span){(uint32_t)at + 1, (uint32_t)(stop - at - 1)};
    *left = (wyre_span){(uint32_t)stop + 1, (uint32_t)(end - stop - 1)};
    return WYRE_OK;
}

/* ---- entities ------------------------------------------------------------------------------------ */

static const struct entity {
    literal text;
    uint8_t c;
} entities[] = {
    {{"&amp;", 5}, '&'},  {{"&lt;", 4}, '<'},    {{"&gt;", 4}, '>'},
    {{"&quot;", 6}, '"'}, {{"&apos;", 6}, '\''},
};
enum { ENTITIES = sizeof entities / sizeof *entities, NO_CHARACTER = 0x110000 };

/*@ assigns \nothing; ensures \result <= 99; */
static uint32_t
digit_of(uint8_t c, uint32_t base)
{
    uint8_t lower = c | 0x20;
    if (c >= '0' && c <= '9')
        return c - (uint32_t)'0';
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - (uint32_t)'a' + 10 : 99;
}

/* "&#" digits ";" or "&#x" digits ";" at `at`: the character, and its length in *len. */
/* clang-format off */
#define CHARACTER(in, at, end, len)                                                                \
    requires at < end && \valid_read(in + (0 .. end - 1)) && \valid(len);                          \
    requires \separated(len, in + (0 .. end - 1));                                                 \
    assigns *len;                                                                                  \
    ensures \result <= NO_CHARACTER;                                                               \
    ensures \result != NO_CHARACTER ==> 4 <= *len <= end - at;                                     \
    ensures \result == NO_CHARACTER ==> *len == \old(*len)
/* clang-format on */
/*@ requires at + 2 <= end;
  @ CHARACTER(in, at, end, len); */
static uint32_t
numbered(const uint8_t *in, size_t at, size_t end, size_t *len)
{
    uint32_t base = end - at > 2 && in[at + 2] == 'x' ? 16 : 10;
    size_t first = at + (base == 16 ? 3 : 2);
    size_t i = first;
    uint32_t code = 0;
    /*@ loop invariant first <= i <= end && code < NO_CHARACTER;
      @ loop assigns i, code; loop variant end - i; */
    for (; i < end && digit_of(in[i], base) < base; i++) {
        code = code * base + digit_of(in[i], base);
        if (code > 0x10ffff)
            return NO_CHARACTER;
    }
    if (i == first || i == end || in[i] != ';' || (code >= 0xd800 && code <= 0xdfff) || code == 0)
        return NO_CHARACTER;
    *len = i + 1 - at;
    return code;
}

/* What the & at `at` begins. */
/*@ CHARACTER(in, at, end, len); */
static uint32_t
entity(const uint8_t *in, size_t at, size_t end, size_t *len)
{
    if (stands_at(in, at, end, LITERAL("&#")))
        return numbered(in, at, end, len);
    /*@ loop invariant i <= ENTITIES; loop assigns i; loop variant ENTITIES - i; */
    for (size_t i = 0; i < ENTITIES; i++) {
        if (stands_at(in, at, end, entities[i].text)) {
            *len = entities[i].text.len;
            return entities[i].c;
        }
    }
    return NO_CHARACTER;
}

/*@ requires code < NO_CHARACTER;
  @ WRITES;
  @ ensures w->status == WYRE_OK ==> w->pos <= \old(w->pos) + 4; */
static void
put_utf8(wyre_wr *w, uint32_t code)
{
    if (code < 0x80) {
        wr_u8(w, (uint8_t)code);
    } else if (code < 0x800) {
        wr_u8(w, (uint8_t)(0xc0 | code >> 6));
        wr_u8(w, (uint8_t)(0x80 | (code & 0x3f)));
    } else if (code < 0x10000) {
        wr_u8(w, (uint8_t)(0xe0 | code >> 12));
        wr_u8(w, (uint8_t)(0x80 | (code >> 6 & 0x3f)));
        wr_u8(w, (uint8_t)(0x80 | (code & 0x3f)));
    } else {
        wr_u8(w, (uint8_t)(0xf0 | code >> 18));
        wr_u8(w, (uint8_t)(0x80 | (code >> 12 & 0x3f)));
        wr_u8(w, (uint8_t)(0x80 | (code >> 6 & 0x3f)));
        wr_u8(w, (uint8_t)(0x80 | (code & 0x3f)));
    }
}

/*@ CONVERTS(in, in_len, out, cap, n); */
wyre_status
wyre_msnp_xml_text_decode(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out,
                          size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    size_t fault = 0;
    if (flags != 0)
        wr_refuse(&w, WYRE_E_ARG);
    /*@ loop invariant i <= in_len && fault <= in_len && writing(&w);
      @ loop invariant w.status <= WYRE_OK && (w.status == WYRE_OK ==> w.pos <= i);
      @ loop assigns i, fault, w.pos, w.status, out[0 .. cap - 1]; loop variant in_len - i; */
    for (size_t i = 0; w.status == WYRE_OK && i < in_len;) {
        size_t len = 1;
        uint32_t c = in[i];
        if (c == '&')
            c = entity(in, i, in_len, &len);
        if (c == NO_CHARACTER) {
            wr_refuse(&w, WYRE_E_TEXT);
            fault = i;
        } else if (len == 1) {
            wr_u8(&w, (uint8_t)c);
        } else {
            put_utf8(&w, c);
        }
        i += len;
    }
    wyre_status status = wr_finish(&w, n);
    if (n != NULL && w.status != WYRE_OK)
        *n = fault;
    return status;
}

wyre_status
wyre_msnp_xml_text_encode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    for (size_t i = 0; i < in_len; i++) {
        size_t e = 0;
        while (e < ENTITIES && entities[e].c != in[i])
            e++;
        if (e < ENTITIES)
            wr_bytes(&w, (const uint8_t *)entities[e].text.text, entities[e].text.len);
        else
            wr_u8(&w, in[i]);
    }
    return wr_finish(&w, n);
}

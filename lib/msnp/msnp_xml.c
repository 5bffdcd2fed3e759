/* The XML scanner: one token a call. */
#include <string.h>
#include <wyre/msnp_xml.h>
#include "../core/cursor.h"

static int
is_space(uint8_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* NameChar, as far as these payloads go; bytes of UTF-8 belong to it. */
static int
is_name(uint8_t c)
{
    uint8_t lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ':' ||
           c == '-' || c == '.' || c >= 0x80;
}

static size_t
name_end(const uint8_t *in, size_t at, size_t end)
{
    while (at < end && is_name(in[at]))
        at++;
    return at;
}

static size_t
skip_space(const uint8_t *in, size_t at, size_t end)
{
    while (at < end && is_space(in[at]))
        at++;
    return at;
}

/* Where `text` begins at or behind `at`, or end. */
static size_t
seek(const uint8_t *in, size_t at, size_t end, const char *text, size_t len)
{
    while (end - at >= len && memcmp(in + at, text, len) != 0)
        at++;
    return end - at >= len ? at : end;
}

static int
stands_at(const uint8_t *in, size_t at, size_t end, const char *text, size_t len)
{
    return end - at >= len && memcmp(in + at, text, len) == 0;
}

/* ---- tags ---------------------------------------------------------------------------------------- */

/* The > of the tag, or end; not one between quotes. */
static size_t
tag_end(const uint8_t *in, size_t at, size_t end)
{
    uint8_t quote = 0;
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
    if (len != name - at || memcmp(in + opened, in + at, len) != 0)
        return WYRE_E_TEXT;
    out->kind = WYRE_MSNP_XML_CLOSE;
    out->name = (wyre_span){(uint32_t)at, (uint32_t)len};
    out->depth = --it->depth;
    it->pos = (uint32_t)close + 1;
    return WYRE_OK;
}

/* ---- tokens -------------------------------------------------------------------------------------- */

static wyre_status
cdata(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len, wyre_msnp_xml_token *out)
{
    size_t at = it->pos + 9u;
    size_t stop = seek(in, at, in_len, "]]>", 3);
    if (stop == in_len)
        return WYRE_E_LENGTH;
    out->kind = WYRE_MSNP_XML_CDATA;
    out->text = (wyre_span){(uint32_t)at, (uint32_t)(stop - at)};
    out->depth = it->depth;
    it->pos = (uint32_t)stop + 3;
    return WYRE_OK;
}

static wyre_status
text(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len, wyre_msnp_xml_token *out)
{
    size_t stop = seek(in, it->pos, in_len, "<", 1);
    out->kind = WYRE_MSNP_XML_TEXT;
    out->text = (wyre_span){it->pos, (uint32_t)(stop - it->pos)};
    out->depth = it->depth;
    it->pos = (uint32_t)stop;
    return WYRE_OK;
}

/* Goes behind comments and instructions; WYRE_E_LENGTH where one does not end. */
static wyre_status
pass_over(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len)
{
    for (;;) {
        size_t stop;
        size_t len = 2;
        if (stands_at(in, it->pos, in_len, "<!--", 4)) {
            stop = seek(in, it->pos + 4u, in_len, "-->", 3);
            len = 3;
        } else if (stands_at(in, it->pos, in_len, "<?", 2)) {
            stop = seek(in, it->pos + 2u, in_len, "?>", 2);
        } else {
            return WYRE_OK;
        }
        if (stop == in_len)
            return WYRE_E_LENGTH;
        it->pos = (uint32_t)(stop + len);
    }
}

wyre_status
wyre_msnp_xml_next(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len,
                   wyre_msnp_xml_token *out)
{
    memset(out, 0, sizeof *out);
    if (in_len > UINT32_MAX || it->pos > in_len || it->depth > WYRE_MSNP_XML_DEPTH_MAX ||
        (it->depth > 0 && it->open[it->depth - 1] > in_len))
        return WYRE_E_ARG;
    wyre_status status = pass_over(it, in, in_len);
    if (status != WYRE_OK)
        return status;
    if (it->pos == in_len)
        return it->depth == 0 ? WYRE_END : WYRE_E_LENGTH;
    uint32_t start = it->pos;
    if (in[start] != '<')
        return text(it, in, in_len, out);
    if (stands_at(in, start, in_len, "<![CDATA[", 9))
        return cdata(it, in, in_len, out);
    if (stands_at(in, start, in_len, "<!", 2))
        return WYRE_E_UNSUPPORTED;
    if (stands_at(in, start, in_len, "</", 2))
        status = closing(it, in, in_len, out);
    else
        status = opening(it, in, in_len, out);
    if (status == WYRE_OK)
        out->text = (wyre_span){start, it->pos - start};
    return status;
}

/* space name [space] "=" [space] quote value quote */
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
    char text[8];
    uint8_t len, c;
} entities[] = {
    {"&amp;", 5, '&'}, {"&lt;", 4, '<'}, {"&gt;", 4, '>'}, {"&quot;", 6, '"'}, {"&apos;", 6, '\''},
};
enum { ENTITIES = sizeof entities / sizeof *entities, NO_CHARACTER = 0x110000 };

static uint32_t
digit_of(uint8_t c, uint32_t base)
{
    uint8_t lower = c | 0x20;
    if (c >= '0' && c <= '9')
        return c - (uint32_t)'0';
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - (uint32_t)'a' + 10 : 99;
}

/* "&#" digits ";" or "&#x" digits ";" at `at`: the character, and its length in *len. */
static uint32_t
numbered(const uint8_t *in, size_t at, size_t end, size_t *len)
{
    uint32_t base = end - at > 2 && in[at + 2] == 'x' ? 16 : 10;
    size_t first = at + (base == 16 ? 3 : 2);
    size_t i = first;
    uint32_t code = 0;
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
static uint32_t
entity(const uint8_t *in, size_t at, size_t end, size_t *len)
{
    if (stands_at(in, at, end, "&#", 2))
        return numbered(in, at, end, len);
    for (size_t i = 0; i < ENTITIES; i++) {
        if (stands_at(in, at, end, entities[i].text, entities[i].len)) {
            *len = entities[i].len;
            return entities[i].c;
        }
    }
    return NO_CHARACTER;
}

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

wyre_status
wyre_msnp_xml_text_decode(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out,
                          size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    size_t fault = 0;
    if (flags != 0)
        wr_refuse(&w, WYRE_E_ARG);
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
            wr_bytes(&w, (const uint8_t *)entities[e].text, entities[e].len);
        else
            wr_u8(&w, in[i]);
    }
    return wr_finish(&w, n);
}

/* The values of a record: found, put and told. */
#include "record.h"
#include <wyre/msnp_message.h>
#include <wyre/msnp_xml.h>

static void
refuse(record *r, wyre_status status, size_t fault)
{
    if (r->status == WYRE_OK) {
        r->status = status;
        r->fault = fault;
    }
}

static int
is_there(wyre_span value)
{
    return value.off > 0 || value.len > 0;
}

static int
is_name(const uint8_t *in, wyre_span name, literal want)
{
    return name.len == want.len && memcmp(in + name.off, want.text, name.len) == 0;
}

/* ---- header blocks ------------------------------------------------------------------------------- */

/* Where the block that begins at r->from ends, its blank line included. */
static APART void
bound_block(record *r)
{
    wyre_msnp_header_iter it = {(uint32_t)r->from, 0};
    wyre_msnp_header header;
    wyre_status status;
    do
        status = wyre_msnp_header_next(&it, r->in, r->in_len, &header);
    while (status == WYRE_OK);
    r->to = it.pos;
    if (status != WYRE_END)
        refuse(r, status, it.pos);
}

static APART void
find_header(record *r, literal name, wyre_span *value)
{
    if (r->to == r->from)
        return;
    wyre_msnp_header_find(r->in + r->from, r->to - r->from, name.text, name.len, value);
    if (!is_there(*value))
        return;
    value->off += (uint32_t)r->from;
    for (size_t i = value->off; i < value->off + (size_t)value->len; i++)
        if (r->in[i] == '\r' && r->in[i + 1] != '\n')
            refuse(r, WYRE_E_TEXT, i);
}

/* ---- elements ------------------------------------------------------------------------------------ */

/* The first element, whose attributes are the record, or its child elements. */
static APART void
open_element(record *r)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    wyre_status status;
    do
        status = wyre_msnp_xml_next(&it, r->in, r->in_len, &token);
    while (status == WYRE_OK && token.kind == WYRE_MSNP_XML_TEXT);
    if (status != WYRE_OK)
        refuse(r, status == WYRE_END ? WYRE_E_LENGTH : status, it.pos);
    else if (token.kind == WYRE_MSNP_XML_CDATA || !is_name(r->in, token.name, r->element))
        refuse(r, WYRE_E_MAGIC, token.text.off);
    if (r->status != WYRE_OK)
        return;
    r->from = token.attributes.off;
    r->to = r->from + token.attributes.len;
    while (it.depth > 0 && r->status == WYRE_OK) {
        status = wyre_msnp_xml_next(&it, r->in, r->in_len, &token);
        if (status != WYRE_OK)
            refuse(r, status, it.pos);
    }
    r->end = it.pos;
}

static APART void
find_attribute(record *r, literal name, wyre_span *value)
{
    wyre_span left = {(uint32_t)r->from, (uint32_t)(r->to - r->from)};
    wyre_msnp_attribute attribute;
    wyre_status status;
    while ((status = wyre_msnp_attribute_next(&left, r->in, r->in_len, &attribute)) == WYRE_OK) {
        if (is_name(r->in, attribute.name, name)) {
            *value = attribute.value;
            return;
        }
    }
    if (status != WYRE_END)
        refuse(r, status, left.off);
}

/* The text of the first child element of that name, markup inside it included. open_element has been
 * through, so that no token is refused. */
static APART void
find_element(record *r, literal name, wyre_span *value)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    size_t start = 0;
    while (it.pos < r->end && wyre_msnp_xml_next(&it, r->in, r->end, &token) == WYRE_OK) {
        if (token.depth != 1 || !is_name(r->in, token.name, name))
            continue;
        if (token.kind == WYRE_MSNP_XML_EMPTY)
            *value = (wyre_span){token.name.off + token.name.len, 0};
        if (token.kind == WYRE_MSNP_XML_OPEN)
            start = it.pos;
        if (token.kind == WYRE_MSNP_XML_CLOSE)
            *value = (wyre_span){(uint32_t)start, (uint32_t)(token.text.off - start)};
        if (token.kind != WYRE_MSNP_XML_OPEN)
            return;
    }
}

/* ---- pairs --------------------------------------------------------------------------------------- */

static int
is_control(uint8_t c)
{
    return c < 0x20 || c == 0x7f;
}

static void
refuse_controls(record *r)
{
    for (size_t i = 0; i < r->in_len; i++)
        if (is_control(r->in[i]))
            refuse(r, WYRE_E_TEXT, i);
}

/* The value behind name= at `at`, if that is what stands there, up to end; blanks around it left out. */
static int
pair(const record *r, size_t at, size_t end, literal name, wyre_span *value)
{
    size_t len = name.len;
    while (r->kind == PARAMETERS && at < end && r->in[at] == ' ')
        at++;
    while (r->kind == PARAMETERS && end > at && r->in[end - 1] == ' ')
        end--;
    if (end - at <= len || memcmp(r->in + at, name.text, len) != 0 || r->in[at + len] != '=')
        return 0;
    *value = (wyre_span){(uint32_t)(at + len + 1), (uint32_t)(end - at - len - 1)};
    return 1;
}

static APART void
find_pair(record *r, literal name, wyre_span *value)
{
    uint8_t between = r->kind == QUERY ? '&' : ';';
    for (size_t at = 0; at < r->in_len;) {
        size_t end = at;
        while (end < r->in_len && r->in[end] != between)
            end++;
        if (pair(r, at, end, name, value))
            return;
        at = end + 1;
    }
}

/* ---- find ---------------------------------------------------------------------------------------- */

record
wyre_msnp_finding(const uint8_t *in, size_t in_len, uint32_t flags, enum record_kind kind,
                  literal element)
{
    record r = {.way = FIND, .kind = (uint8_t)kind, .in = in, .in_len = in_len};
    r.end = in_len;
    r.element = element;
    if (flags != 0 || in_len > UINT32_MAX)
        refuse(&r, WYRE_E_ARG, 0);
    else if (kind == HEADERS)
        bound_block(&r);
    else if (kind == ATTRIBUTES || kind == ELEMENTS)
        open_element(&r);
    else
        refuse_controls(&r);
    return r;
}

wyre_status
wyre_msnp_found(record *r, void *out, size_t out_len, size_t *n)
{
    if (r->status != WYRE_OK)
        memset(out, 0, out_len);
    if (n != NULL)
        *n = r->status == WYRE_OK ? r->end : r->fault;
    return r->status;
}

static APART void
find(record *r, literal name, wyre_span *value)
{
    if (r->status != WYRE_OK)
        return;
    if (r->kind == HEADERS)
        find_header(r, name, value);
    else if (r->kind == ATTRIBUTES)
        find_attribute(r, name, value);
    else if (r->kind == ELEMENTS)
        find_element(r, name, value);
    else
        find_pair(r, name, value);
}

/* ---- put ----------------------------------------------------------------------------------------- */

static void
put_text(record *r, literal text)
{
    wr_bytes(&r->w, (const uint8_t *)text.text, text.len);
}

record
wyre_msnp_putting(const uint8_t *src, size_t src_len, uint8_t *out, size_t cap,
                  enum record_kind kind, literal element)
{
    record r = {.way = PUT, .kind = (uint8_t)kind, .in = src, .in_len = src_len};
    r.w = wr(out, cap);
    r.element = element;
    if (kind == ATTRIBUTES || kind == ELEMENTS) {
        put_text(&r, LITERAL("<"));
        put_text(&r, element);
    }
    if (kind == ELEMENTS)
        put_text(&r, LITERAL(">"));
    return r;
}

wyre_status
wyre_msnp_put(record *r, size_t *n)
{
    if (r->kind == HEADERS && !r->ended)
        wyre_msnp_header_end(&r->w);
    if (r->kind == ATTRIBUTES)
        put_text(r, LITERAL("/>"));
    if (r->kind == ELEMENTS) {
        put_text(r, LITERAL("</"));
        put_text(r, r->element);
        put_text(r, LITERAL(">"));
    }
    return wr_finish(&r->w, n);
}

/* name="value"; the other quotes where the value has these. */
static APART void
put_attribute(record *r, literal name, const uint8_t *value, size_t len)
{
    literal quote = len > 0 && memchr(value, '"', len) != NULL ? LITERAL("'") : LITERAL("\"");
    if (len > 0 && memchr(value, *quote.text, len) != NULL)
        wr_refuse(&r->w, WYRE_E_RANGE);
    put_text(r, LITERAL(" "));
    put_text(r, name);
    put_text(r, LITERAL("="));
    put_text(r, quote);
    wr_bytes(&r->w, value, len);
    put_text(r, quote);
}

/* Whatever stands in the element must be whole: it must not end it, nor leave one open. */
static APART void
put_element(record *r, literal name, const uint8_t *value, size_t len)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    wyre_status status;
    do
        status = wyre_msnp_xml_next(&it, value, len, &token);
    while (status == WYRE_OK);
    if (status != WYRE_END)
        wr_refuse(&r->w, WYRE_E_RANGE);
    put_text(r, LITERAL("<"));
    put_text(r, name);
    put_text(r, LITERAL(">"));
    wr_bytes(&r->w, value, len);
    put_text(r, LITERAL("</"));
    put_text(r, name);
    put_text(r, LITERAL(">"));
}

static APART void
put_pair(record *r, literal name, const uint8_t *value, size_t len)
{
    uint8_t between = r->kind == QUERY ? '&' : ';';
    if (r->w.pos > 0)
        put_text(r, r->kind == QUERY ? LITERAL("&") : LITERAL("; "));
    for (size_t i = 0; i < len; i++)
        if (value[i] == between || is_control(value[i]))
            wr_refuse(&r->w, WYRE_E_RANGE);
    if (r->kind == PARAMETERS && len > 0 && value[len - 1] == ' ')
        wr_refuse(&r->w, WYRE_E_RANGE);
    put_text(r, name);
    put_text(r, LITERAL("="));
    wr_bytes(&r->w, value, len);
}

static APART void
put(record *r, literal name, wyre_span span)
{
    if (span.len > 0 && (span.off > r->in_len || span.len > r->in_len - span.off))
        wr_refuse(&r->w, WYRE_E_ARG);
    if (r->w.status != WYRE_OK || !is_there(span))
        return;
    const uint8_t *value = span.len > 0 ? r->in + span.off : NULL;
    if (r->kind == HEADERS)
        wyre_msnp_header_put(&r->w, name.text, name.len, value, span.len);
    else if (r->kind == ATTRIBUTES)
        put_attribute(r, name, value, span.len);
    else if (r->kind == ELEMENTS)
        put_element(r, name, value, span.len);
    else
        put_pair(r, name, value, span.len);
}

/* ---- one line of a picture, three ways ------------------------------------------------------------- */

record
wyre_msnp_telling(const wyre_visitor *v)
{
    record r = {.way = TELL};
    r.visitor = v;
    return r;
}

static void
tell_span(record *r, const char *field, uint32_t kind, wyre_span span)
{
    if (is_there(span) && r->visitor->span != NULL)
        r->visitor->span(r->visitor->user, field, kind, span);
}

void
wyre_msnp_value(record *r, const char *field, literal name, wyre_span *value)
{
    if (r->way == FIND)
        find(r, name, value);
    if (r->way == PUT)
        put(r, name, *value);
    if (r->way == TELL)
        tell_span(r, field, WYRE_KIND_TEXT, *value);
}

void
wyre_msnp_value_number(record *r, const char *field, literal name, uint32_t *value, uint8_t *there)
{
    if (r->way == FIND) {
        wyre_span text = {0, 0};
        uint64_t wide = 0;
        size_t fault = 0;
        find(r, name, &text);
        *there = is_there(text) ? 1 : 0;
        if (*there &&
            wyre_decimal_decode(r->in + text.off, text.len, UINT32_MAX, &wide, &fault) != WYRE_OK)
            refuse(r, WYRE_E_VALUE, text.off + fault);
        *value = (uint32_t)wide;
    }
    if (r->way == PUT && *there) {
        uint8_t digits[10];
        size_t len = 0;
        wyre_decimal_encode(*value, digits, sizeof digits, &len);
        put_attribute(r, name, digits, len);
    }
    if (r->way == TELL && *there && r->visitor->number != NULL)
        r->visitor->number(r->visitor->user, field, WYRE_KIND_NUMBER, *value);
}

void
wyre_msnp_next_block(record *r)
{
    if (r->way == FIND && r->status == WYRE_OK) {
        r->from = r->to;
        bound_block(r);
    }
    if (r->way == PUT)
        wyre_msnp_header_end(&r->w);
}

void
wyre_msnp_body(record *r, const char *field, uint32_t kind, wyre_span *body)
{
    if (r->way == FIND && r->to < r->in_len)
        *body = (wyre_span){(uint32_t)r->to, (uint32_t)(r->in_len - r->to)};
    if (r->way == PUT) {
        wyre_msnp_header_end(&r->w);
        wr_span(&r->w, r->in, r->in_len, *body);
        r->ended = 1;
    }
    if (r->way == TELL)
        tell_span(r, field, kind, *body);
}

/* The values of a record: found, put and told. */
#include "record.h"
#include <string.h>
#include <wyre/msnp_message.h>
#include <wyre/msnp_xml.h>

/*@ requires finding(r) && status < WYRE_OK && fault <= r->in_len;
  @ assigns r->status, r->fault;
  @ ensures finding(r) && r->status == (\old(r->status) == WYRE_OK ? status : \old(r->status)); */
static void
refuse(record *r, wyre_status status, size_t fault)
{
    if (r->status == WYRE_OK) {
        r->status = status;
        r->fault = fault;
    }
}

/*@ assigns \nothing; ensures \result != 0 <==> (value.off > 0 || value.len > 0); */
static int
is_there(wyre_span value)
{
    return value.off > 0 || value.len > 0;
}

/*@ requires \valid_read(in + (name.off .. name.off + name.len - 1)); assigns \nothing; */
static int
is_name(const uint8_t *in, wyre_span name, literal want)
{
    return is_text(in + name.off, name.len, want);
}

/* ---- header blocks ------------------------------------------------------------------------------- */

/* Where the block that begins at r->from ends, its blank line included. */
/*@ requires finding(r) && r->from <= r->in_len;
  @ assigns r->to, r->status, r->fault;
  @ ensures finding(r);
  @ ensures \old(r->status) != WYRE_OK ==> r->status == \old(r->status); */
static APART void
bound_block(record *r)
{
    wyre_msnp_header_iter it = {(uint32_t)r->from, 0};
    wyre_msnp_header header;
    wyre_status status;
    /*@ loop invariant r->from <= it.pos <= r->in_len;
      @ loop assigns it, header, status; loop variant r->in_len - it.pos; */
    do
        status = wyre_msnp_header_next(&it, r->in, r->in_len, &header);
    while (status == WYRE_OK);
    r->to = it.pos;
    if (status != WYRE_END)
        refuse(r, status, it.pos);
}

/*@ requires value->off + value->len <= r->in_len;
  @ FINDS(r, value); */
static APART void
find_header(record *r, literal name, wyre_span *value)
{
    if (r->to == r->from)
        return;
    wyre_msnp_header_find(r->in + r->from, r->to - r->from, name.text, name.len, value);
    if (!is_there(*value))
        return;
    value->off += (uint32_t)r->from;
    size_t end = value->off + (size_t)value->len;
    /*@ loop invariant finding(r) && i <= r->in_len;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==> r->status == \at(r->status, Pre);
      @ loop assigns i, r->status, r->fault; loop variant end - i; */
    for (size_t i = value->off; i + 1 < end; i++) /* its last byte is no CR */
        if (r->in[i] == '\r' && r->in[i + 1] != '\n')
            refuse(r, WYRE_E_TEXT, i);
}

/* ---- elements ------------------------------------------------------------------------------------ */

/* The first element, whose attributes are the record, or its child elements. */
/*@ requires finding(r) && r->status == WYRE_OK;
  @ assigns r->from, r->to, r->end, r->status, r->fault;
  @ ensures finding(r); */
static APART void
open_element(record *r)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    wyre_status status;
    /*@ loop invariant it.pos <= r->in_len;
      @ loop assigns it, token, status; loop variant r->in_len - it.pos; */
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
    /*@ loop invariant it.pos <= r->in_len;
      @ loop assigns it, token, status; loop variant r->in_len - it.pos; */
    while (it.depth > 0) {
        status = wyre_msnp_xml_next(&it, r->in, r->in_len, &token);
        if (status != WYRE_OK) {
            refuse(r, status, it.pos);
            return;
        }
    }
    r->end = it.pos;
}

/*@ requires value->off + value->len <= r->in_len;
  @ FINDS(r, value); */
static APART void
find_attribute(record *r, literal name, wyre_span *value)
{
    wyre_span left = {(uint32_t)r->from, (uint32_t)(r->to - r->from)};
    wyre_msnp_attribute attribute;
    wyre_status status;
    /*@ loop invariant inside(left, r->in_len);
      @ loop assigns left, attribute, status; loop variant left.len; */
    while ((status = wyre_msnp_attribute_next(&left, r->in, r->in_len, &attribute)) == WYRE_OK) {
        if (is_name(r->in, attribute.name, name)) {
            set_span(value, attribute.value.off, attribute.value.len);
            return;
        }
    }
    if (status != WYRE_END)
        refuse(r, status, left.off);
}

/* The text of the first child element of that name, markup inside it included. open_element has been
 * through, so that no token is refused. */
/*@ requires value->off + value->len <= r->in_len;
  @ FINDS(r, value); */
static APART void
find_element(record *r, literal name, wyre_span *value)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    size_t start = 0;
    /*@ loop invariant start <= it.pos <= r->end && value->off + value->len <= r->in_len;
      @ loop assigns it, token, start; loop variant r->end - it.pos; */
    while (it.pos < r->end && wyre_msnp_xml_next(&it, r->in, r->end, &token) == WYRE_OK) {
        if (token.depth != 1 || !is_name(r->in, token.name, name))
            continue;
        if (token.kind == WYRE_MSNP_XML_EMPTY)
            set_span(value, token.name.off + (size_t)token.name.len, 0);
        if (token.kind == WYRE_MSNP_XML_OPEN)
            start = it.pos;
        if (token.kind == WYRE_MSNP_XML_CLOSE)
            set_span(value, start, token.text.off - start);
        if (token.kind != WYRE_MSNP_XML_OPEN)
            return;
    }
}

/* ---- pairs --------------------------------------------------------------------------------------- */

/*@ assigns \nothing; */
static int
is_control(uint8_t c)
{
    return c < 0x20 || c == 0x7f;
}

/*@ requires finding(r);
  @ assigns r->status, r->fault;
  @ ensures finding(r); */
static void
refuse_controls(record *r)
{
    /*@ loop invariant finding(r) && i <= r->in_len;
      @ loop assigns i, r->status, r->fault; loop variant r->in_len - i; */
    for (size_t i = 0; i < r->in_len; i++)
        if (is_control(r->in[i]))
            refuse(r, WYRE_E_TEXT, i);
}

/* The value behind name= at `at`, if that is what stands there, up to end; blanks around it left out. */
/*@ requires finding(r) && at <= end <= r->in_len && \valid(value);
  @ requires \separated(r, value, r->in + (0 .. r->in_len - 1));
  @ requires value->off + value->len <= r->in_len;
  @ assigns value->off, value->len;
  @ ensures finding(r);
  @ ensures value->off + value->len <= r->in_len; */
static int
pair(const record *r, size_t at, size_t end, literal name, wyre_span *value)
{
    size_t len = name.len;
    /*@ loop invariant \at(at, Pre) <= at <= end; loop assigns at; loop variant end - at; */
    while (r->kind == PARAMETERS && at < end && r->in[at] == ' ')
        at++;
    /*@ loop invariant at <= end <= \at(end, Pre); loop assigns end; loop variant end - at; */
    while (r->kind == PARAMETERS && end > at && r->in[end - 1] == ' ')
        end--;
    if (end - at <= len || !is_text(r->in + at, len, name) || r->in[at + len] != '=')
        return 0;
    set_span(value, at + len + 1, end - at - len - 1);
    return 1;
}

/*@ requires value->off + value->len <= r->in_len;
  @ FINDS(r, value); */
static APART void
find_pair(record *r, literal name, wyre_span *value)
{
    uint8_t between = r->kind == QUERY ? '&' : ';';
    /*@ loop invariant at <= r->in_len + 1 && finding(r) && value->off + value->len <= r->in_len;
      @ loop assigns at, value->off, value->len; loop variant r->in_len - at; */
    for (size_t at = 0; at < r->in_len;) {
        size_t end = at;
        /*@ loop invariant at <= end <= r->in_len; loop assigns end; loop variant r->in_len - end; */
        while (end < r->in_len && r->in[end] != between)
            end++;
        if (pair(r, at, end, name, value))
            return;
        at = end + 1;
    }
}

/* ---- find ---------------------------------------------------------------------------------------- */

/*@ requires \valid(r) && readable(in, in_len) && \separated(r, in + (0 .. in_len - 1));
  @ assigns *r;
  @ ensures finding(r) && r->in == in && r->in_len == in_len; */
void
wyre_msnp_finding(record *r, const uint8_t *in, size_t in_len, uint32_t flags,
                  enum record_kind kind, literal element)
{
    r->way = FIND;
    r->kind = (uint8_t)kind;
    r->status = WYRE_OK;
    r->fault = 0;
    r->in = in;
    r->in_len = in_len;
    r->element = element;
    r->from = 0;
    r->to = 0;
    r->end = in_len;
    if (flags != 0 || in_len > UINT32_MAX)
        refuse(r, WYRE_E_ARG, 0);
    else if (kind == HEADERS)
        bound_block(r);
    else if (kind == ATTRIBUTES || kind == ELEMENTS)
        open_element(r);
    else
        refuse_controls(r);
}

#ifdef WYRE_PROVE /* of how long it is the provers do not know */
#define clear_record(out, out_len) (void)(out_len)
#else
#define clear_record(out, out_len) memset(out, 0, out_len)
#endif

/*@ requires finding(r) && (n == \null || \valid(n)) && \separated(n, r);
  @ assigns *n;
  @ ensures \result == r->status;
  @ ensures n != \null ==> *n <= r->in_len; */
wyre_status
wyre_msnp_found(record *r, void *out, size_t out_len, size_t *n)
{
    if (r->status != WYRE_OK)
        clear_record(out, out_len);
    if (n != NULL)
        *n = r->status == WYRE_OK ? r->end : r->fault;
    return r->status;
}

/*@ requires value->off + value->len <= r->in_len;
  @ FINDS(r, value); */
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

#ifdef WYRE_PROVE /* what is proved finds: it never comes to these */

/*@ requires \false; assigns \nothing; */
void put(record *r, literal name, wyre_span span);
/*@ requires \false; assigns \nothing; */
void put_number(record *r, literal name, uint32_t value);
/*@ requires \false; assigns \nothing; */
void put_end(record *r);
/*@ requires \false; assigns \nothing; */
void put_body(record *r, wyre_span body);
/*@ requires \false; assigns \nothing; */
void tell_span(record *r, const char *field, uint32_t kind, wyre_span span);
/*@ requires \false; assigns \nothing; */
void tell_number(record *r, const char *field, uint32_t value);

#else

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

static void
put_number(record *r, literal name, uint32_t value)
{
    uint8_t digits[10];
    size_t len = 0;
    wyre_decimal_encode(value, digits, sizeof digits, &len);
    put_attribute(r, name, digits, len);
}

static void
put_end(record *r)
{
    wyre_msnp_header_end(&r->w);
}

static void
put_body(record *r, wyre_span body)
{
    put_end(r);
    wr_span(&r->w, r->in, r->in_len, body);
    r->ended = 1;
}

/* ---- tell ---------------------------------------------------------------------------------------- */

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

static void
tell_number(record *r, const char *field, uint32_t value)
{
    if (r->visitor->number != NULL)
        r->visitor->number(r->visitor->user, field, WYRE_KIND_NUMBER, value);
}

#endif

/* ---- one line of a picture, three ways ------------------------------------------------------------- */

/*@ FINDS(r, value); */
void
wyre_msnp_value(record *r, const char *field, literal name, wyre_span *value)
{
    if (r->way == FIND) {
        set_span(value, 0, 0);
        find(r, name, value);
    }
    if (r->way == PUT)
        put(r, name, *value);
    if (r->way == TELL)
        tell_span(r, field, WYRE_KIND_TEXT, *value);
}

/* The number of an attribute. */
/*@ requires finding(r) && \valid(value) && \valid(there);
  @ requires \separated(r, value, there, r->in + (0 .. r->in_len - 1));
  @ assigns r->status, r->fault, *value, *there;
  @ ensures finding(r);
  @ ensures \old(r->status) != WYRE_OK ==> r->status == \old(r->status); */
static void
find_number(record *r, literal name, uint32_t *value, uint8_t *there)
{
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

/*@ requires finding(r) && \valid(value) && \valid(there);
  @ requires \separated(r, value, there, r->in + (0 .. r->in_len - 1));
  @ assigns r->status, r->fault, *value, *there;
  @ ensures finding(r);
  @ ensures \old(r->status) != WYRE_OK ==> r->status == \old(r->status); */
void
wyre_msnp_value_number(record *r, const char *field, literal name, uint32_t *value, uint8_t *there)
{
    if (r->way == FIND)
        find_number(r, name, value, there);
    if (r->way == PUT && *there)
        put_number(r, name, *value);
    if (r->way == TELL && *there)
        tell_number(r, field, *value);
}

/*@ requires finding(r);
  @ assigns r->from, r->to, r->status, r->fault;
  @ ensures finding(r);
  @ ensures \old(r->status) != WYRE_OK ==> r->status == \old(r->status); */
void
wyre_msnp_next_block(record *r)
{
    if (r->way == FIND && r->status == WYRE_OK) {
        r->from = r->to;
        bound_block(r);
    }
    if (r->way == PUT)
        put_end(r);
}

/*@ FINDS(r, body); */
void
wyre_msnp_body(record *r, const char *field, uint32_t kind, wyre_span *body)
{
    if (r->way == FIND && r->to < r->in_len)
        set_span(body, r->to, r->in_len - r->to);
    else if (r->way == FIND)
        set_span(body, 0, 0);
    if (r->way == PUT)
        put_body(r, *body);
    if (r->way == TELL)
        tell_span(r, field, kind, *body);
}

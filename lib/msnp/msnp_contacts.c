/* Contact lists: <ml> <d n="domain"> <c n="local" l="lists" t="network"/> </d> </ml>. */
#include <string.h>
#include <wyre/msnp_xml.h>
#include "../core/cursor.h"
#include "literal.h"

/*@ requires \valid_read(in + (name.off .. name.off + name.len - 1)); assigns \nothing; */
static int
is_letter(const uint8_t *in, wyre_span name, char letter)
{
    return name.len == 1 && in[name.off] == (uint8_t)letter;
}

/*@ requires \valid_read(in + (text.off .. text.off + text.len - 1)) && \valid(value);
  @ requires \separated(value, in + (text.off .. text.off + text.len - 1));
  @ assigns *value;
  @ ensures \result == WYRE_OK || \result == WYRE_E_VALUE; */
static wyre_status
number_of(const uint8_t *in, wyre_span text, uint32_t *value)
{
    uint64_t wide = 0;
    if (wyre_decimal_decode(in + text.off, text.len, UINT32_MAX, &wide, NULL) != WYRE_OK)
        return WYRE_E_VALUE;
    *value = (uint32_t)wide;
    return WYRE_OK;
}

/* n= of d, l= of ml; any other attribute is passed over. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(value);
  @ requires \separated(value, in + (0 .. in_len - 1));
  @ assigns *value;
  @ ensures \result <= WYRE_OK;
  @ ensures inside(*value, in_len); */
static wyre_status
attribute_of(const uint8_t *in, size_t in_len, wyre_span left, char name, wyre_span *value)
{
    wyre_msnp_attribute a;
    wyre_status status;
    *value = (wyre_span){0, 0};
    /*@ loop invariant inside(*value, in_len);
      @ loop assigns left, a, status, *value; loop variant left.len; */
    while ((status = wyre_msnp_attribute_next(&left, in, in_len, &a)) == WYRE_OK)
        if (is_letter(in, a.name, name))
            *value = a.value;
    return status == WYRE_END ? WYRE_OK : status;
}

/* The attributes of c. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(out);
  @ requires \separated(out, in + (0 .. in_len - 1));
  @ requires inside(out->local, in_len) && inside(out->friendly_name, in_len);
  @ assigns out->local, out->friendly_name, out->lists, out->network_id, out->has_lists, out->has_network_id;
  @ ensures \result <= WYRE_OK;
  @ ensures inside(out->local, in_len);
  @ ensures inside(out->friendly_name, in_len); */
static wyre_status
contact_of(const uint8_t *in, size_t in_len, wyre_span left, wyre_msnp_contact *out)
{
    wyre_msnp_attribute a;
    wyre_status status;
    /*@ loop invariant inside(out->local, in_len);
      @ loop invariant inside(out->friendly_name, in_len);
      @ loop assigns left, a, status, out->local, out->friendly_name, out->lists, out->network_id,
      @              out->has_lists, out->has_network_id;
      @ loop variant left.len; */
    while ((status = wyre_msnp_attribute_next(&left, in, in_len, &a)) == WYRE_OK) {
        wyre_status number = WYRE_OK;
        if (is_letter(in, a.name, 'n')) {
            out->local = a.value;
        } else if (is_letter(in, a.name, 'f')) {
            out->friendly_name = a.value;
        } else if (is_letter(in, a.name, 'l')) {
            number = number_of(in, a.value, &out->lists);
            out->has_lists = 1;
        } else if (is_letter(in, a.name, 't')) {
            number = number_of(in, a.value, &out->network_id);
            out->has_network_id = 1;
        }
        if (number != WYRE_OK)
            return number;
    }
    return status == WYRE_END ? WYRE_OK : status;
}

/* clang-format off */
/* What a tag is looked at with: what it says is about contacts inside it, or a contact. */
#define TOLD(it, in, in_len, token)                                                                \
    requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid_read(token);    \
    requires \valid(it) && \separated(it, token, in + (0 .. in_len - 1));                          \
    requires inside(it->domain, in_len);                                                           \
    requires inside(token->name, in_len);                                                          \
    requires inside(token->attributes, in_len);                                                    \
    ensures \result <= WYRE_OK;                                                                    \
    ensures inside(it->domain, in_len)
/* clang-format on */

/* What a tag that is no contact says about those inside it. */
/*@ TOLD(it, in, in_len, token);
  @ assigns it->domain, it->initial; */
static wyre_status
enclosing(wyre_msnp_contact_iter *it, const uint8_t *in, size_t in_len,
          const wyre_msnp_xml_token *token)
{
    wyre_span initial;
    if (token->depth == 0) {
        if (!is_text(in + token->name.off, token->name.len, LITERAL("ml")))
            return WYRE_E_MAGIC;
        wyre_status status = attribute_of(in, in_len, token->attributes, 'l', &initial);
        it->initial = initial.len == 1 && in[initial.off] == '1';
        return status;
    }
    if (token->depth != 1)
        return WYRE_OK;
    it->domain = (wyre_span){0, 0};
    if (!is_letter(in, token->name, 'd'))
        return WYRE_OK;
    return attribute_of(in, in_len, token->attributes, 'n', &it->domain);
}

/* A contact is counted; texts and closing tags say nothing. */
/*@ requires \valid(out) && \separated(out, it, token, in + (0 .. in_len - 1));
  @ requires inside(out->local, in_len) && inside(out->friendly_name, in_len);
  @ TOLD(it, in, in_len, token);
  @ assigns it->domain, it->initial, it->count, *out;
  @ ensures it->count > \old(it->count) ==> inside(out->domain, in_len);
  @ ensures inside(out->local, in_len);
  @ ensures inside(out->friendly_name, in_len); */
static wyre_status
look_at(wyre_msnp_contact_iter *it, const uint8_t *in, size_t in_len,
        const wyre_msnp_xml_token *token, wyre_msnp_contact *out)
{
    if (token->kind != WYRE_MSNP_XML_OPEN && token->kind != WYRE_MSNP_XML_EMPTY)
        return WYRE_OK;
    if (token->depth != 2 || !is_letter(in, token->name, 'c'))
        return enclosing(it, in, in_len, token);
    if (it->count >= WYRE_MSNP_CONTACTS_MAX)
        return WYRE_E_LIMIT;
    it->count++;
    out->domain = it->domain;
    return contact_of(in, in_len, token->attributes, out);
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result <= WYRE_OK || \result == WYRE_END;
  @ ensures \result == WYRE_OK ==> inside(out->domain, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->local, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->friendly_name, in_len);
  @ ensures \result == WYRE_OK ==> \old(it->xml.pos) < it->xml.pos <= in_len;
  @ ensures it->xml.pos >= \old(it->xml.pos); */
wyre_status
wyre_msnp_contact_next(wyre_msnp_contact_iter *it, const uint8_t *in, size_t in_len,
                       wyre_msnp_contact *out)
{
    CLEAR(out);
    if (it->domain.off > in_len || it->domain.len > in_len - it->domain.off)
        return WYRE_E_ARG;
    /*@ loop invariant it->xml.pos >= \at(it->xml.pos, Pre);
      @ loop invariant inside(it->domain, in_len);
      @ loop invariant inside(out->local, in_len);
      @ loop invariant inside(out->friendly_name, in_len);
      @ loop assigns *it, *out; loop variant in_len - it->xml.pos; */
    for (;;) {
        wyre_msnp_xml_token token;
        wyre_msnp_contact_iter before = *it;
        wyre_status status = wyre_msnp_xml_next(&it->xml, in, in_len, &token);
        if (status != WYRE_OK)
            return status;
        status = look_at(it, in, in_len, &token, out);
        if (status != WYRE_OK) {
            *it = before;
            CLEAR(out);
            return status;
        }
        if (it->count > before.count)
            return WYRE_OK;
    }
}

/* ---- encode -------------------------------------------------------------------------------------- */

static void
put_text(wyre_wr *w, const char *text, size_t len)
{
    wr_bytes(w, (const uint8_t *)text, len);
}

/* name="value"; the other quotes where the value has these. */
static void
put_attribute(wyre_wr *w, const char *name, const uint8_t *value, size_t len)
{
    uint8_t quote = len > 0 && memchr(value, '"', len) != NULL ? '\'' : '"';
    if (len > 0 && (memchr(value, quote, len) != NULL || memchr(value, '<', len) != NULL))
        wr_refuse(w, WYRE_E_RANGE);
    put_text(w, " ", 1);
    put_text(w, name, 1);
    put_text(w, "=", 1);
    wr_u8(w, quote);
    wr_bytes(w, value, len);
    wr_u8(w, quote);
}

static void
put_number(wyre_wr *w, const char *name, uint32_t value)
{
    uint8_t digits[10];
    size_t len = 0;
    wyre_decimal_encode(value, digits, sizeof digits, &len);
    put_attribute(w, name, digits, len);
}

static const uint8_t *
at(const uint8_t *src, wyre_span span)
{
    return span.len > 0 ? src + span.off : NULL;
}

static int
outside(wyre_span span, size_t src_len)
{
    return span.len > 0 && (span.off > src_len || span.len > src_len - span.off);
}

static int
same(const uint8_t *src, wyre_span a, wyre_span b)
{
    return a.len == b.len && (a.len == 0 || memcmp(src + a.off, src + b.off, a.len) == 0);
}

static void
open_domain(wyre_wr *w, const uint8_t *src, wyre_span domain)
{
    if (domain.len == 0) {
        put_text(w, "<t>", 3);
        return;
    }
    put_text(w, "<d", 2);
    put_attribute(w, "n", src + domain.off, domain.len);
    put_text(w, ">", 1);
}

static void
close_domain(wyre_wr *w, wyre_span domain)
{
    put_text(w, domain.len == 0 ? "</t>" : "</d>", 4);
}

static void
put_contact(wyre_wr *w, const wyre_msnp_contact *m, const uint8_t *src)
{
    if (m->local.len == 0)
        wr_refuse(w, WYRE_E_RANGE);
    put_text(w, "<c", 2);
    put_attribute(w, "n", at(src, m->local), m->local.len);
    if (m->has_lists)
        put_number(w, "l", m->lists);
    if (m->has_network_id)
        put_number(w, "t", m->network_id);
    if (m->friendly_name.off > 0 || m->friendly_name.len > 0)
        put_attribute(w, "f", at(src, m->friendly_name), m->friendly_name.len);
    put_text(w, "/>", 2);
}

wyre_status
wyre_msnp_contact_list_encode(const wyre_msnp_contact *m, size_t count, uint32_t initial,
                              const uint8_t *src, size_t src_len, uint8_t *out, size_t cap,
                              size_t *n)
{
    wyre_wr w = wr(out, cap);
    if (count > WYRE_MSNP_CONTACTS_MAX || initial > 1)
        wr_refuse(&w, WYRE_E_RANGE);
    put_text(&w, initial == 1 ? "<ml l=\"1\">" : "<ml>", initial == 1 ? 10 : 4);
    for (size_t i = 0; w.status == WYRE_OK && i < count; i++) {
        if (outside(m[i].domain, src_len) || outside(m[i].local, src_len) ||
            outside(m[i].friendly_name, src_len)) {
            wr_refuse(&w, WYRE_E_ARG);
            break;
        }
        int joins = i > 0 && same(src, m[i].domain, m[i - 1].domain);
        if (i > 0 && !joins)
            close_domain(&w, m[i - 1].domain);
        if (!joins)
            open_domain(&w, src, m[i].domain);
        put_contact(&w, &m[i], src);
    }
    if (w.status == WYRE_OK && count > 0)
        close_domain(&w, m[count - 1].domain);
    put_text(&w, "</ml>", 5);
    return wr_finish(&w, n);
}

/* ---- visit --------------------------------------------------------------------------------------- */

static void
tell_span(const wyre_visitor *v, const char *name, wyre_span span)
{
    if (v->span != NULL && (span.off > 0 || span.len > 0))
        v->span(v->user, name, WYRE_KIND_TEXT, span);
}

static void
tell_number(const wyre_visitor *v, const char *name, uint32_t kind, uint32_t value, int there)
{
    if (v->number != NULL && there)
        v->number(v->user, name, kind, value);
}

wyre_status
wyre_msnp_contact_visit(const wyre_msnp_contact *m, const wyre_visitor *v)
{
    tell_span(v, "domain", m->domain);
    tell_span(v, "local", m->local);
    tell_span(v, "friendly_name", m->friendly_name);
    tell_number(v, "lists", WYRE_KIND_FLAGS, m->lists, m->has_lists);
    tell_number(v, "network_id", WYRE_KIND_NUMBER, m->network_id, m->has_network_id);
    return WYRE_OK;
}

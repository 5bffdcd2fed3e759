/* The parts of payloads: which command and which content holds which record. */
#include "parts.h"
#include <string.h>
#include <wyre/msnp_message.h>
#include <wyre/msnp_p2p.h>
#include <wyre/msnp_xml.h>
#include "record.h"
#include "rules.h"

typedef struct parts {
    const uint8_t *in;
    const wyre_visitor *v;
    wyre_status status; /* the first refusal */
    size_t fault;
} parts;

static void
enter(parts *p, const char *name, wyre_span window)
{
    if (p->v->enter != NULL)
        p->v->enter(p->v->user, name, window);
}

static void
leave(parts *p)
{
    if (p->v->leave != NULL)
        p->v->leave(p->v->user);
}

static void
note(parts *p, wyre_status status, size_t fault)
{
    if (p->status == WYRE_OK) {
        p->status = status;
        p->fault = fault;
    }
}

/* PART(T) defines part_T: the record in a window, which counts from `base`. What is refused is noted and
 * not told. */
#define PART(T)                                                                                    \
    static APART void part_##T(parts *p, size_t base, wyre_span window)                            \
    {                                                                                              \
        wyre_msnp_##T m;                                                                           \
        size_t n;                                                                                  \
        wyre_status status =                                                                       \
            wyre_msnp_##T##_decode(p->in + base + window.off, window.len, 0, &m, &n);              \
        if (status != WYRE_OK) {                                                                   \
            note(p, status, base + window.off + n);                                                \
            return;                                                                                \
        }                                                                                          \
        enter(p, #T, window);                                                                      \
        wyre_msnp_##T##_visit(&m, p->v);                                                           \
        leave(p);                                                                                  \
    }

PART(im_format)
PART(datacast)
PART(invitation)
PART(profile)
PART(mail)
PART(system)
PART(client_caps)
PART(routed)
PART(personal)
PART(endpoint)
PART(private_endpoint)
PART(slp_body)

/* ---- records with parts of their own -------------------------------------------------------------
 * Each is told and left open; the caller, whose frame is small, tells what is inside, then leaves it. So
 * no two records are on the stack at once. 0 where the record was refused. */

/* *text: an MSNSLP text that came in this chunk, whole; of a longer one only the chunks are told. */
static APART int
open_p2p(parts *p, size_t base, wyre_span window, wyre_span *text)
{
    wyre_msnp_p2p m;
    size_t n;
    size_t at = base + window.off;
    wyre_status status = wyre_msnp_p2p_decode(p->in + at, window.len, 0, &m, &n);
    if (status != WYRE_OK) {
        note(p, status, at + n);
        return 0;
    }
    enter(p, "p2p", window);
    wyre_msnp_p2p_visit(&m, p->v);
    if (m.session_id == 0 && m.data.len > 4 && m.data.len == m.total_size)
        *text = m.data;
    return 1;
}

/* Likewise of version 2, whose first packet is the whole text where no record says what is to come. */
static APART int
open_p2p2(parts *p, size_t base, wyre_span window, wyre_span *text)
{
    wyre_msnp_p2p2 m;
    size_t n;
    size_t at = base + window.off;
    wyre_status status = wyre_msnp_p2p2_decode(p->in + at, window.len, 0, &m, &n);
    if (status != WYRE_OK) {
        note(p, status, at + n);
        return 0;
    }
    enter(p, "p2p2", window);
    wyre_msnp_p2p2_visit(&m, p->v);
    if (m.session_id == 0 && m.data.len > 4 && m.data_flags == WYRE_MSNP_P2P2_FIRST &&
        m.data_records.len == 0)
        *text = m.data;
    return 1;
}

static APART int
open_slp(parts *p, size_t base, wyre_span window, wyre_span *body)
{
    wyre_msnp_slp m;
    size_t n;
    size_t at = base + window.off;
    wyre_status status = wyre_msnp_slp_decode(p->in + at, window.len, 0, &m, &n);
    if (status != WYRE_OK) {
        note(p, status, at + n);
        return 0;
    }
    enter(p, "slp", window);
    wyre_msnp_slp_visit(&m, p->v);
    *body = m.body;
    return 1;
}

/* What the parts of a message are told from. */
typedef struct content {
    wyre_span im_format, body;
    uint32_t kind;
    int version2; /* P2P: a handle has an endpoint, both sides are of MSNP16 or later */
} content;

static APART int
open_message(parts *p, wyre_span window, content *c)
{
    wyre_msnp_message m;
    size_t n;
    const uint8_t *in = p->in + window.off;
    wyre_status status = wyre_msnp_message_decode(in, window.len, 0, &m, &n);
    if (status != WYRE_OK) {
        note(p, status, window.off + n);
        return 0;
    }
    enter(p, "message", window);
    wyre_msnp_message_visit(&m, p->v);
    *c = (content){m.im_format, m.body, WYRE_MSNP_CONTENT_UNKNOWN, 0};
    if (m.content_type.len > 0)
        c->kind = wyre_msnp_content_kind(in + m.content_type.off, m.content_type.len);
    c->version2 = m.p2p_dest.len > 0 && memchr(in + m.p2p_dest.off, ';', m.p2p_dest.len) != NULL;
    return 1;
}

/* ---- messages ------------------------------------------------------------------------------------ */

/* A whole MSNSLP text. */
static void
part_slp(parts *p, size_t base, wyre_span text)
{
    wyre_span body;
    if (!open_slp(p, base, text, &body))
        return;
    if (body.len > 0)
        part_slp_body(p, base + text.off, body);
    leave(p);
}

static void
tell_p2p(parts *p, size_t base, wyre_span window, int version2)
{
    wyre_span text = {0, 0};
    int opened = version2 ? open_p2p2(p, base, window, &text) : open_p2p(p, base, window, &text);
    if (!opened)
        return;
    if (text.len > 0)
        part_slp(p, base + window.off, text);
    leave(p);
}

/* Which record the body is; a profile is the headers themselves. */
static void
tell_content(parts *p, wyre_span window, const content *c)
{
    size_t base = window.off;
    if (c->kind == WYRE_MSNP_CONTENT_PROFILE)
        part_profile(p, base, (wyre_span){0, window.len});
    if (c->body.len == 0)
        return;
    if (c->kind == WYRE_MSNP_CONTENT_DATACAST)
        part_datacast(p, base, c->body);
    else if (c->kind == WYRE_MSNP_CONTENT_INVITE)
        part_invitation(p, base, c->body);
    else if (c->kind == WYRE_MSNP_CONTENT_SYSTEM)
        part_system(p, base, c->body);
    else if (c->kind == WYRE_MSNP_CONTENT_CLIENT_CAPS)
        part_client_caps(p, base, c->body);
    else if (c->kind >= WYRE_MSNP_CONTENT_INITIAL_MAIL && c->kind <= WYRE_MSNP_CONTENT_ACTIVE_MAIL)
        part_mail(p, base, c->body);
    else if (c->kind == WYRE_MSNP_CONTENT_P2P)
        tell_p2p(p, base, c->body, c->version2);
}

static void
part_message(parts *p, wyre_span window)
{
    content c;
    if (!open_message(p, window, &c))
        return;
    if (c.im_format.len > 0)
        part_im_format(p, window.off, c.im_format);
    tell_content(p, window, &c);
    leave(p);
}

/* ---- XML ----------------------------------------------------------------------------------------- */

static APART void
part_list(parts *p, wyre_span window)
{
    wyre_msnp_contact_iter it;
    wyre_msnp_contact contact;
    wyre_status status;
    memset(&it, 0, sizeof it);
    enter(p, "list", window);
    while ((status = wyre_msnp_contact_next(&it, p->in + window.off, window.len, &contact)) ==
           WYRE_OK) {
        enter(p, "contact", (wyre_span){0, window.len});
        wyre_msnp_contact_visit(&contact, p->v);
        leave(p);
    }
    leave(p);
    if (status != WYRE_END)
        note(p, status, window.off + (size_t)it.xml.pos);
}

/* The name of the root element; empty where there is none. */
static APART wyre_span
root_name(const uint8_t *in, size_t in_len)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    wyre_status status = wyre_msnp_xml_next(&it, in, in_len, &token);
    return status == WYRE_OK ? token.name : (wyre_span){0, 0};
}

/* Data, or from MSNP16 on one endpoint. */
static APART void
part_data(parts *p, wyre_span window)
{
    const uint8_t *in = p->in + window.off;
    wyre_span name = root_name(in, window.len);
    if (name.len == 12 && memcmp(in + name.off, "EndpointData", 12) == 0)
        part_endpoint(p, 0, window);
    else if (name.len == 19 && memcmp(in + name.off, "PrivateEndpointData", 19) == 0)
        part_private_endpoint(p, 0, window);
    else
        part_personal(p, 0, window);
}

/* ---- which command ------------------------------------------------------------------------------- */

wyre_status
wyre_msnp_tell_payload(uint32_t tag, wyre_span payload, const uint8_t *in, const wyre_visitor *v,
                       size_t *fault)
{
    parts p = {in, v, WYRE_OK, 0};
    if (payload.len == 0)
        return WYRE_OK;
    switch (tag) {
    case TAG('M', 'S', 'G'):
    case TAG('U', 'U', 'M'):
    case TAG('U', 'B', 'M'):
        part_message(&p, payload);
        break;
    case TAG('A', 'D', 'L'):
    case TAG('R', 'M', 'L'):
    case TAG('F', 'Q', 'Y'):
        part_list(&p, payload);
        break;
    case TAG('U', 'U', 'X'):
    case TAG('U', 'B', 'X'):
        part_data(&p, payload);
        break;
    case TAG('S', 'D', 'G'):
    case TAG('N', 'F', 'Y'):
    case TAG('P', 'U', 'T'):
    case TAG('D', 'E', 'L'):
        part_routed(&p, 0, payload);
        break;
    default:
        break;
    }
    if (p.status != WYRE_OK)
        *fault = p.fault;
    return p.status;
}

wyre_status
wyre_msnp_slp_tell(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    parts p = {in, v, WYRE_OK, in_len};
    if (in_len > UINT32_MAX)
        note(&p, WYRE_E_ARG, 0);
    else
        part_slp(&p, 0, (wyre_span){0, (uint32_t)in_len});
    if (n != NULL)
        *n = p.fault;
    return p.status;
}

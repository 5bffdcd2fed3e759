/* The parts of payloads: which command and which content holds which record. */
#include "parts.h"
#include <string.h>
#include <wyre/msnp_message.h>
#include <wyre/msnp_p2p.h>
#include <wyre/msnp_xml.h>
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

/* Each part has a frame of its own on the stack: inlined into one, they would add up. */
#define APART __attribute__((noinline))

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
PART(p2p2)

/* ---- P2P ----------------------------------------------------------------------------------------- */

static APART void
part_slp(parts *p, size_t base, wyre_span window)
{
    wyre_msnp_slp m;
    size_t n;
    size_t at = base + window.off;
    wyre_status status = wyre_msnp_slp_decode(p->in + at, window.len, 0, &m, &n);
    if (status != WYRE_OK) {
        note(p, status, at + n);
        return;
    }
    enter(p, "slp", window);
    wyre_msnp_slp_visit(&m, p->v);
    if (m.body.len > 0)
        part_slp_body(p, at, m.body);
    leave(p);
}

/* A text that came in one chunk is told; of a longer one, only its chunks. */
static APART void
part_p2p(parts *p, size_t base, wyre_span window)
{
    wyre_msnp_p2p m;
    size_t n;
    size_t at = base + window.off;
    wyre_status status = wyre_msnp_p2p_decode(p->in + at, window.len, 0, &m, &n);
    if (status != WYRE_OK) {
        note(p, status, at + n);
        return;
    }
    enter(p, "p2p", window);
    wyre_msnp_p2p_visit(&m, p->v);
    if (m.session_id == 0 && m.data.len > 4 && m.data.len == m.total_size)
        part_slp(p, at, m.data);
    leave(p);
}

/* ---- messages ------------------------------------------------------------------------------------ */

static APART void
part_content(parts *p, size_t base, wyre_span window, const wyre_msnp_message *m)
{
    const uint8_t *in = p->in + base;
    uint32_t kind = WYRE_MSNP_CONTENT_UNKNOWN;
    if (m->content_type.len > 0)
        kind = wyre_msnp_content_kind(in + m->content_type.off, m->content_type.len);
    if (kind == WYRE_MSNP_CONTENT_PROFILE)
        part_profile(p, base, window);
    if (m->body.len == 0)
        return;
    if (kind == WYRE_MSNP_CONTENT_DATACAST)
        part_datacast(p, base, m->body);
    else if (kind == WYRE_MSNP_CONTENT_INVITE)
        part_invitation(p, base, m->body);
    else if (kind == WYRE_MSNP_CONTENT_SYSTEM)
        part_system(p, base, m->body);
    else if (kind == WYRE_MSNP_CONTENT_CLIENT_CAPS)
        part_client_caps(p, base, m->body);
    else if (kind >= WYRE_MSNP_CONTENT_INITIAL_MAIL && kind <= WYRE_MSNP_CONTENT_ACTIVE_MAIL)
        part_mail(p, base, m->body);
    else if (kind == WYRE_MSNP_CONTENT_P2P && m->p2p_dest.len > 0 &&
             memchr(in + m->p2p_dest.off, ';', m->p2p_dest.len) != NULL)
        part_p2p2(p, base, m->body); /* an endpoint: both sides are of MSNP16 or later */
    else if (kind == WYRE_MSNP_CONTENT_P2P)
        part_p2p(p, base, m->body);
}

static APART void
part_message(parts *p, wyre_span window)
{
    wyre_msnp_message m;
    size_t n;
    wyre_status status = wyre_msnp_message_decode(p->in + window.off, window.len, 0, &m, &n);
    if (status != WYRE_OK) {
        note(p, status, window.off + n);
        return;
    }
    enter(p, "message", window);
    wyre_msnp_message_visit(&m, p->v);
    if (m.im_format.len > 0)
        part_im_format(p, window.off, m.im_format);
    part_content(p, window.off, (wyre_span){0, window.len}, &m);
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

/* Data, or from MSNP16 on one endpoint. */
static APART void
part_data(parts *p, wyre_span window)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    const uint8_t *in = p->in + window.off;
    wyre_status status = wyre_msnp_xml_next(&it, in, window.len, &token);
    if (status == WYRE_OK && token.name.len == 12 &&
        memcmp(in + token.name.off, "EndpointData", 12) == 0)
        part_endpoint(p, 0, window);
    else if (status == WYRE_OK && token.name.len == 19 &&
             memcmp(in + token.name.off, "PrivateEndpointData", 19) == 0)
        part_private_endpoint(p, 0, window);
    else
        part_personal(p, 0, window);
}

/* ---- which command ------------------------------------------------------------------------------- */

wyre_status
wyre_msnp_tell_payload(const wyre_msnp_command *m, const uint8_t *in, const wyre_visitor *v,
                       size_t *fault)
{
    parts p = {in, v, WYRE_OK, 0};
    if (m->length_digits == 0 || m->payload.len == 0)
        return WYRE_OK;
    switch (TAG(m->verb[0], m->verb[1], m->verb[2])) {
    case TAG('M', 'S', 'G'):
    case TAG('U', 'U', 'M'):
    case TAG('U', 'B', 'M'):
        part_message(&p, m->payload);
        break;
    case TAG('A', 'D', 'L'):
    case TAG('R', 'M', 'L'):
    case TAG('F', 'Q', 'Y'):
        part_list(&p, m->payload);
        break;
    case TAG('U', 'U', 'X'):
    case TAG('U', 'B', 'X'):
        part_data(&p, m->payload);
        break;
    case TAG('S', 'D', 'G'):
    case TAG('N', 'F', 'Y'):
    case TAG('P', 'U', 'T'):
    case TAG('D', 'E', 'L'):
        part_routed(&p, 0, m->payload);
        break;
    default:
        break;
    }
    if (p.status != WYRE_OK)
        *fault = p.fault;
    return p.status;
}

/* TDS in `dissect`: packets in turn from both directions, because what a server answers depends on
 * what the client asked. A message of several packets is told with its last one. TLS records are
 * told as such, and SMP packets with the TDS packets in them. */
#include "dissect.h"
#include <string.h>
#include <stdlib.h>

enum { MAX_MESSAGE = 1 << 24, MAX_TLS_RECORD = 5 + (1 << 14) + 2048 };

/* One direction, and how far it was read. */
typedef struct reader {
    const stream *s;
    size_t off;
    int stopped; /* where a unit ends cannot be known any more */
} reader;

static void
tell_span(const char *name, uint32_t off, size_t len)
{
    const wyre_visitor *v = unit_visitor();
    wyre_span span = {off, (uint32_t)len};
    v->span(v->user, name, WYRE_KIND_BYTES, span);
}

/* The rest of the stream as one unit that could not be read. */
static void
give_up(reader *r, wyre_status status, size_t fault)
{
    size_t left = r->s->len - r->off;
    unit_begin(r->s, r->off, left, "?");
    unit_end(status, fault < left ? fault : left);
    r->off = r->s->len;
    r->stopped = 1;
}

/* ---- messages -------------------------------------------------------------------------------------- */

/* The payload of several packets in one piece, at the place where the last packet's would stand. */
static stream
in_one_piece(const reader *r, size_t last, const wyre_tds_message *m)
{
    static uint8_t *bytes;
    static size_t cap;
    size_t need = last + 8 + m->payload_size;
    if (cap < need) {
        free(bytes);
        bytes = calloc(1, need);
        cap = need;
    }
    if (bytes == NULL)
        abort();
    wyre_tds_message_gather(r->s->bytes + r->off, m->size, bytes + last + 8, m->payload_size, NULL);
    stream whole = {r->s->direction, bytes, need};
    return whole;
}

static void
tell_header(const wyre_tds_packet *p, size_t len)
{
    const wyre_visitor *v = unit_visitor();
    wyre_span where = {0, (uint32_t)len};
    v->enter(v->user, "packet", where);
    wyre_tds_packet_visit(p, v);
    v->leave(v->user);
}

/* ---- security tokens: the library tells where one stands; what it says is another layer's ------------ */

/* Passes everything on to `to` and remembers where the security token of a message stands. */
typedef struct watch {
    const wyre_visitor *to;
    size_t base[8];        /* where the window of each level begins in the message */
    unsigned depth, token; /* the level of a token SSPI, or 0 */
    wyre_span sspi;        /* counts from the start of the message */
} watch;

static void
watch_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    watch *w = user;
    if (w->to->number != NULL)
        w->to->number(w->to->user, name, kind, value);
}
static void
watch_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    watch *w = user;
    if (w->to->bytes != NULL)
        w->to->bytes(w->to->user, name, kind, at, len);
}
static void
watch_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    watch *w = user;
    int token = w->token > 0 && w->depth == w->token && strcmp(name, "data") == 0;
    if (token || (w->depth == 0 && strcmp(name, "sspi") == 0))
        w->sspi = (wyre_span){(uint32_t)w->base[w->depth] + span.off, span.len};
    if (w->to->span != NULL)
        w->to->span(w->to->user, name, kind, span);
}
static void
watch_enter(void *user, const char *name, wyre_span window)
{
    watch *w = user;
    size_t base = w->base[w->depth] + window.off;
    if (w->depth + 1 < sizeof w->base / sizeof *w->base)
        w->base[++w->depth] = base;
    if (strcmp(name, "SSPI") == 0)
        w->token = w->depth;
    if (w->to->enter != NULL)
        w->to->enter(w->to->user, name, window);
}
static void
watch_leave(void *user)
{
    watch *w = user;
    w->depth--;
    if (w->to->leave != NULL)
        w->to->leave(w->to->user);
}

/* A message, and the security token inside it where its kind is known. */
static wyre_status
tell_with_token(wyre_tds_conversation *c, uint32_t content, const uint8_t *in, uint32_t len,
                size_t *fault)
{
    watch w = {.to = unit_visitor()};
    wyre_visitor v = {&w, watch_number, watch_bytes, watch_span, watch_enter, watch_leave};
    wyre_status status = wyre_tds_tell(c, content, in, len, &v, fault);
    const uint8_t *token = in + w.sspi.off;
    if (w.sspi.len == 0 || wyre_spnego_token_kind(token, w.sspi.len) == WYRE_SPNEGO_TOKEN_UNKNOWN)
        return status;
    size_t token_fault;
    if (w.to->enter != NULL)
        w.to->enter(w.to->user, "security_token", w.sspi);
    wyre_status of_token = wyre_spnego_token_visit(token, w.sspi.len, w.to, &token_fault);
    if (w.to->leave != NULL)
        w.to->leave(w.to->user);
    if (status == WYRE_OK && of_token != WYRE_OK)
        *fault = w.sspi.off + token_fault;
    return status == WYRE_OK ? of_token : status;
}

static void
tell_payload(wyre_tds_conversation *c, uint32_t content, const uint8_t *in, uint32_t len)
{
    const wyre_visitor *v = unit_visitor();
    wyre_span where = {8, len};
    size_t fault;
    v->enter(v->user, "message", where);
    wyre_status status = tell_with_token(c, content, in, len, &fault);
    v->leave(v->user);
    unit_end(status, 8 + fault);
}

static void
tell_message(reader *r, wyre_tds_conversation *c, const wyre_tds_message *m)
{
    const uint8_t *in = r->s->bytes + r->off;
    uint32_t content =
        wyre_tds_content(c, m->type, m->payload_size > 0 ? in + 8 : NULL, m->payload_size > 0);
    const char *name = wyre_tds_content_name(content);
    wyre_tds_message_iter it = {0, 0};
    wyre_tds_packet p;
    size_t at = 0;
    while (wyre_tds_message_next(&it, in, m->size, &p) == WYRE_OK) {
        size_t len = it.pos - at;
        stream whole = *r->s;
        p.payload.off = 8;
        if (it.end != 0 && m->packets > 1)
            whole = in_one_piece(r, r->off + at, m);
        unit_begin(&whole, r->off + at, len, name);
        tell_header(&p, len);
        if (it.end != 0)
            tell_payload(c, content, whole.bytes + r->off + at + 8, m->payload_size);
        else
            unit_end(WYRE_OK, 0);
        at += len;
    }
    r->off += m->size;
}

/* ---- what is not TDS --------------------------------------------------------------------------------- */

static void
tell_tls_record(reader *r)
{
    const uint8_t *in = r->s->bytes + r->off;
    size_t left = r->s->len - r->off;
    size_t len = left < 5 ? 5 : 5 + ((size_t)in[3] << 8 | in[4]);
    if (len > left || len > MAX_TLS_RECORD) {
        give_up(r, len > left ? WYRE_MORE : WYRE_E_LIMIT, len > left ? left : 3);
        return;
    }
    unit_begin(r->s, r->off, len, "TLS");
    tell_span("tls", 0, len);
    unit_end(WYRE_OK, 0);
    r->off += len;
}

/* A packet of MARS; the message in it is told where it is whole. */
static void
tell_smp(reader *r, wyre_tds_conversation *c)
{
    const wyre_visitor *v = unit_visitor();
    wyre_tds_smp smp;
    wyre_tds_message m;
    size_t n, fault = 0;
    wyre_status status =
        wyre_tds_smp_frame(r->s->bytes + r->off, r->s->len - r->off, MAX_MESSAGE, &smp, &n);
    if (status != WYRE_OK) {
        give_up(r, status, n);
        return;
    }
    const uint8_t *in = r->s->bytes + r->off + smp.payload.off;
    unit_begin(r->s, r->off, n, wyre_tds_smp_name(smp.flags));
    wyre_tds_smp_visit(&smp, v);
    if (wyre_tds_message_frame(in, smp.payload.len, MAX_MESSAGE, MAX_MESSAGE, NULL, &m, NULL) ==
            WYRE_OK &&
        m.packets == 1) {
        wyre_span where = {smp.payload.off + 8, m.payload_size};
        uint32_t content = wyre_tds_content(c, m.type, in + 8, m.payload_size);
        v->enter(v->user, wyre_tds_content_name(content), where);
        status = tell_with_token(c, content, in + 8, m.payload_size, &fault);
        v->leave(v->user);
    }
    unit_end(status, 24 + fault);
    r->off += n;
}

/* ---- streams ------------------------------------------------------------------------------------------ */

/* The next unit of a direction. */
static void
step(reader *r, wyre_tds_conversation *c)
{
    wyre_tds_message m;
    size_t n;
    const uint8_t *in = r->s->bytes + r->off;
    size_t left = r->s->len - r->off;
    if (left == 0 || r->stopped)
        return;
    if (in[0] >= 0x14 && in[0] <= 0x18) {
        tell_tls_record(r);
        return;
    }
    if (in[0] == 0x53) {
        tell_smp(r, c);
        return;
    }
    wyre_status status =
        wyre_tds_message_frame(in, left, WYRE_TDS_PACKET_MAX, MAX_MESSAGE, NULL, &m, &n);
    if (status == WYRE_OK)
        tell_message(r, c, &m);
    else
        give_up(r, status, n);
}

void
dissect_tds(const session *s)
{
    wyre_tds_conversation c = {.dialect = 0};
    reader client = {&s->c2s, 0, 0};
    reader server = {&s->s2c, 0, 0};
    while (client.off < s->c2s.len || server.off < s->s2c.len) {
        step(&client, &c);
        step(&server, &c);
    }
}

/* ---- recognition ------------------------------------------------------------------------------------- */

static int
begins_like_tds(const stream *s, int from_client)
{
    wyre_tds_packet p;
    wyre_status status = wyre_tds_packet_frame(s->bytes, s->len, WYRE_TDS_PACKET_MAX, &p, NULL);
    if (s->len < 8 || (status != WYRE_OK && status != WYRE_MORE))
        return 0;
    uint8_t type = s->bytes[0];
    if (type == WYRE_TDS_PRELOGIN || type == WYRE_TDS_LOGIN7 || type == WYRE_TDS_LOGIN4)
        return from_client ? 90 : 50;
    return status == WYRE_OK && type == (from_client ? WYRE_TDS_SQL_BATCH : WYRE_TDS_RESPONSE) ? 60
                                                                                               : 20;
}

int
looks_like_tds(const session *s)
{
    int client = begins_like_tds(&s->c2s, 1);
    int server = begins_like_tds(&s->s2c, 0);
    return client > server ? client : server;
}

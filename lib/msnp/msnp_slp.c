/* MSNSLP: reference section 8.1. A first line, headers, a body that ends with a NUL. */
#include <wyre/msnp_message.h>
#include <wyre/msnp_p2p.h>
#include "../core/line.h"
#include "record.h"

/* ---- first line ---------------------------------------------------------------------------------- */

static const char answer[] = "MSNSLP/";

static void
first_line_refused(record *r, size_t fault)
{
    if (r->status == WYRE_OK) {
        r->status = WYRE_E_TEXT;
        r->fault = fault;
    }
}

/* What stands in front of the next space, which is passed over; all of it, where there is none. */
static wyre_span
word(const uint8_t *in, size_t *at, size_t end)
{
    size_t start = *at;
    size_t stop = start;
    while (stop < end && in[stop] != ' ')
        stop++;
    *at = stop < end ? stop + 1 : end;
    return (wyre_span){(uint32_t)start, (uint32_t)(stop - start)};
}

static int
is_version(const uint8_t *in, wyre_span text)
{
    return text.len >= sizeof answer - 1 && memcmp(in + text.off, answer, sizeof answer - 1) == 0;
}

/* version SP code SP reason / method SP uri SP version; a method has no colon, which would make a header
 * of it */
static void
first_line(record *r, wyre_msnp_slp *m)
{
    size_t feed = line_feed(r->in, r->in_len, 0);
    size_t end = feed > 0 && feed < r->in_len && r->in[feed - 1] == '\r' ? feed - 1 : feed;
    size_t at = 0;
    uint64_t code = 0;
    for (size_t i = 0; i < end; i++)
        if (r->in[i] == '\r')
            first_line_refused(r, i);
    wyre_span first = word(r->in, &at, end);
    wyre_span second = word(r->in, &at, end);
    if (first.len == 0 || second.len == 0) {
        first_line_refused(r, 0);
    } else if (is_version(r->in, first)) {
        m->version = first;
        m->reason = (wyre_span){(uint32_t)at, (uint32_t)(end - at)};
        if (wyre_decimal_decode(r->in + second.off, second.len, 999, &code, NULL) != WYRE_OK)
            first_line_refused(r, second.off);
        m->code = (uint32_t)code;
    } else {
        m->method = first;
        m->uri = second;
        m->version = word(r->in, &at, end);
        if (memchr(r->in, ':', first.len) != NULL)
            first_line_refused(r, 0);
        if (at < end || !is_version(r->in, m->version))
            first_line_refused(r, m->version.off);
    }
}

static const uint8_t *
bytes_of(record *r, wyre_span span)
{
    if (span.len > 0 && (span.off > r->in_len || span.len > r->in_len - span.off)) {
        wr_refuse(&r->w, WYRE_E_ARG);
        return NULL;
    }
    return span.len > 0 ? r->in + span.off : NULL;
}

/* A word has no space or line end in it and is not empty; a reason only must not end the line. */
static void
put_word(record *r, wyre_span span, char behind)
{
    const uint8_t *p = bytes_of(r, span);
    if (behind != '\n' && span.len == 0)
        wr_refuse(&r->w, WYRE_E_RANGE);
    for (size_t i = 0; p != NULL && i < span.len; i++)
        if (p[i] == '\r' || p[i] == '\n' || (p[i] == ' ' && behind != '\n'))
            wr_refuse(&r->w, WYRE_E_RANGE);
    if (r->w.status == WYRE_OK)
        wr_bytes(&r->w, p, span.len);
    if (behind == '\n')
        wr_u8(&r->w, '\r');
    wr_u8(&r->w, (uint8_t)behind);
}

static void
put_first_line(record *r, const wyre_msnp_slp *m)
{
    const uint8_t *first = bytes_of(r, m->method.len > 0 ? m->method : m->version);
    const uint8_t *version = bytes_of(r, m->version);
    uint8_t digits[10];
    size_t len = 0;
    if (r->w.status != WYRE_OK)
        return;
    if (version == NULL || !is_version(r->in, m->version) || m->code > 999 ||
        (m->method.len > 0 && first != NULL && is_version(r->in, m->method)))
        wr_refuse(&r->w, WYRE_E_RANGE);
    if (m->method.len > 0) {
        if (first != NULL && memchr(first, ':', m->method.len) != NULL)
            wr_refuse(&r->w, WYRE_E_RANGE);
        put_word(r, m->method, ' ');
        put_word(r, m->uri, ' ');
        for (size_t i = 0; i < m->version.len && version != NULL; i++)
            if (version[i] == ' ')
                wr_refuse(&r->w, WYRE_E_RANGE);
        put_word(r, m->version, '\n');
        return;
    }
    put_word(r, m->version, ' ');
    wyre_decimal_encode(m->code, digits, sizeof digits, &len);
    wr_bytes(&r->w, digits, len);
    wr_u8(&r->w, ' ');
    put_word(r, m->reason, '\n');
}

/* ---- text ---------------------------------------------------------------------------------------- */

PICTURE
headers(record *r, wyre_msnp_slp *m)
{
    VALUE(r, m, to, "To");
    VALUE(r, m, from, "From");
    VALUE(r, m, via, "Via");
    VALUE(r, m, cseq, "CSeq");
    VALUE(r, m, call_id, "Call-ID");
    VALUE(r, m, max_forwards, "Max-Forwards");
    VALUE(r, m, content_type, "Content-Type");
    VALUE(r, m, content_length, "Content-Length");
    BODY(r, m, body, WYRE_KIND_TEXT);
}

/* The first line is a header to the block, by a name that no header has. */
wyre_status
wyre_msnp_slp_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_msnp_slp *out,
                     size_t *n)
{
    record r;
    CLEAR(out);
    wyre_msnp_finding(&r, in, in_len, flags, HEADERS, LITERAL(""));
    if (r.status == WYRE_OK)
        first_line(&r, out);
    if (r.status == WYRE_OK)
        headers(&r, out);
    return wyre_msnp_found(&r, out, sizeof *out, n);
}

wyre_status
wyre_msnp_slp_encode(const wyre_msnp_slp *m, const uint8_t *src, size_t src_len, uint8_t *out,
                     size_t cap, size_t *n)
{
    record r = wyre_msnp_putting(src, src_len, out, cap, HEADERS, LITERAL(""));
    put_first_line(&r, m);
    headers(&r, (void *)(uintptr_t)m);
    return wyre_msnp_put(&r, n);
}

static void
tell(const wyre_visitor *v, const char *name, wyre_span span)
{
    if (v->span != NULL && (span.off > 0 || span.len > 0))
        v->span(v->user, name, WYRE_KIND_TEXT, span);
}

wyre_status
wyre_msnp_slp_visit(const wyre_msnp_slp *m, const wyre_visitor *v)
{
    record r = wyre_msnp_telling(v);
    tell(v, "method", m->method);
    tell(v, "uri", m->uri);
    tell(v, "version", m->version);
    if (m->method.len == 0) {
        if (v->number != NULL)
            v->number(v->user, "code", WYRE_KIND_NUMBER, m->code);
        tell(v, "reason", m->reason);
    }
    headers(&r, (void *)(uintptr_t)m);
    return WYRE_OK;
}

/* ---- body ---------------------------------------------------------------------------------------- */

PICTURE
slp_body(record *r, wyre_msnp_slp_body *m)
{
    VALUE(r, m, euf_guid, "EUF-GUID");
    VALUE(r, m, session_id, "SessionID");
    VALUE(r, m, app_id, "AppID");
    VALUE(r, m, request_flags, "RequestFlags");
    VALUE(r, m, context, "Context");
    VALUE(r, m, bridges, "Bridges");
    VALUE(r, m, bridge, "Bridge");
    VALUE(r, m, net_id, "NetID");
    VALUE(r, m, conn_type, "Conn-Type");
    VALUE(r, m, tcp_conn_type, "TCP-Conn-Type");
    VALUE(r, m, upnp_nat, "UPnPNat");
    VALUE(r, m, icf, "ICF");
    VALUE(r, m, nonce, "Nonce");
    VALUE(r, m, hashed_nonce, "Hashed-Nonce");
    VALUE(r, m, listening, "Listening");
    VALUE(r, m, ipv4_internal_addrs, "IPv4Internal-Addrs");
    VALUE(r, m, ipv4_internal_port, "IPv4Internal-Port");
    VALUE(r, m, ipv4_external_addrs, "IPv4External-Addrs");
    VALUE(r, m, ipv4_external_port, "IPv4External-Port");
    VALUE(r, m, capabilities_flags, "Capabilities-Flags");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(euf_guid, session_id, app_id, request_flags);
  @ INSIDE4(context, bridges, bridge, net_id);
  @ INSIDE4(conn_type, tcp_conn_type, upnp_nat, icf);
  @ INSIDE4(nonce, hashed_nonce, listening, ipv4_internal_addrs);
  @ INSIDE4(ipv4_internal_port, ipv4_external_addrs, ipv4_external_port, capabilities_flags); */
RECORD(wyre_msnp_slp_body, slp_body, HEADERS, "")

static const struct application {
    char guid[37];
    uint8_t id;
} applications[] = {
    {"a4268eec-fec5-49e5-95c3-f126696bdbf6", WYRE_MSNP_P2P_APPLICATION_OBJECT},
    {"5d3e02ab-6190-11d3-bbbb-00c04f795683", WYRE_MSNP_P2P_APPLICATION_FILE},
    {"4bd96fc0-ab17-4425-a14a-439185962dc8", WYRE_MSNP_P2P_APPLICATION_WEBCAM},
};

static int
same_guid(const uint8_t *text, const char *guid)
{
    for (size_t i = 0; i < 36; i++) {
        uint8_t c = text[i];
        if (c >= 'A' && c <= 'F')
            c |= 0x20;
        if (c != (uint8_t)guid[i])
            return 0;
    }
    return 1;
}

uint32_t
wyre_msnp_application_of(const uint8_t *guid, size_t guid_len)
{
    if (guid_len == 38 && guid[0] == '{' && guid[37] == '}') {
        guid++;
        guid_len -= 2;
    }
    for (size_t i = 0; guid_len == 36 && i < sizeof applications / sizeof *applications; i++)
        if (same_guid(guid, applications[i].guid))
            return applications[i].id;
    return 0;
}

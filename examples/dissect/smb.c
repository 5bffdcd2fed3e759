/* SMB over TCP: packets, each with one message of SMB1 or SMB2. */
#include "dissect.h"
#include <stdio.h>

/* A packet whose first byte is 0 has 24 bits of length on port 445, and on port 139 seldom more than
 * the 17 that NetBIOS knows. */
static wyre_status
next_packet(const uint8_t *in, size_t len, wyre_netbios_packet *packet, size_t *n)
{
    wyre_direct_tcp_packet direct;
    if (len > 0 && in[0] != 0)
        return wyre_netbios_frame(in, len, 0, UINT32_MAX, packet, n);
    wyre_status status = wyre_direct_tcp_frame(in, len, 0, UINT32_MAX, &direct, n);
    *packet = (wyre_netbios_packet){.payload = direct.payload};
    return status;
}

/* ---- names ------------------------------------------------------------------------------------- */

/* "SMB2 CREATE response, ACCESS_DENIED" */
static const char *
message_name(const char *protocol, const char *command, int response, uint32_t status)
{
    static char name[96];
    const char *text = wyre_ntstatus_name(status);
    snprintf(name, sizeof name, "%s %s %s%s%s", protocol, command,
             response ? "response" : "request", status != 0 ? ", " : "",
             status == 0      ? ""
             : text[0] != '?' ? text
                              : "unnamed status");
    return name;
}

static const char *
smb1_name(const uint8_t *message, size_t len)
{
    wyre_smb1_header header;
    if (wyre_smb1_header_decode(message, len, 0, &header, NULL) != WYRE_OK)
        return "SMB1";
    int response = (header.flags & WYRE_SMB1_FLAGS_REPLY) != 0;
    int is_ntstatus = (header.flags2 & WYRE_SMB1_FLAGS2_NT_STATUS) != 0;
    return message_name("SMB1", wyre_smb1_command_name(header.command), response,
                        response && is_ntstatus ? header.status : 0);
}

static const char *
smb2_name(const uint8_t *message, size_t len)
{
    wyre_smb2_header header;
    if (wyre_smb2_header_decode(message, len, 0, &header, NULL) != WYRE_OK)
        return "SMB2";
    int response = (header.flags & WYRE_SMB2_FLAGS_SERVER_TO_REDIR) != 0;
    return message_name("SMB2", wyre_smb2_command_name(header.command), response,
                        response ? header.status : 0);
}

static const char *
packet_name(const uint8_t *payload, const wyre_netbios_packet *packet)
{
    uint8_t protocol;
    if (packet->type != WYRE_NETBIOS_SESSION_MESSAGE)
        return wyre_netbios_type_name(packet->type);
    if (wyre_smb_protocol(payload, packet->payload.len, &protocol, NULL) != WYRE_OK)
        return "SESSION_MESSAGE";
    if (protocol == WYRE_SMB_PROTOCOL_SMB1)
        return smb1_name(payload, packet->payload.len);
    if (protocol == WYRE_SMB_PROTOCOL_SMB2)
        return smb2_name(payload, packet->payload.len);
    return wyre_smb_protocol_name(protocol);
}

/* ---- what responses answer -----------------------------------------------------------------------
 * A response names its request by its mid. Responses to one mid come in the order of the requests. */

enum { QUESTIONS = 4096 };

static struct question {
    wyre_smb1_context context;
    uint16_t mid;
    int answered;
} questions[QUESTIONS];
static size_t asked;

static void
remember(const uint8_t *in, size_t len)
{
    wyre_smb1_header header;
    struct question q = {.answered = 0};
    if (asked == QUESTIONS || wyre_smb1_header_decode(in, len, 0, &header, NULL) != WYRE_OK)
        return;
    wyre_smb1_context_of(in, len, &q.context);
    q.mid = header.mid;
    if (q.context.command != 0)
        questions[asked++] = q;
}

/* An interim response and a fragment leave the question open. */
static const wyre_smb1_context *
answered_by(const uint8_t *in, size_t len)
{
    wyre_smb1_header header;
    wyre_smb1_transaction_response m;
    if (wyre_smb1_header_decode(in, len, 0, &header, NULL) != WYRE_OK ||
        (header.flags & WYRE_SMB1_FLAGS_REPLY) == 0)
        return NULL;
    for (size_t i = 0; i < asked; i++) {
        struct question *q = &questions[i];
        if (q->answered || q->mid != header.mid || q->context.command != header.command)
            continue;
        if (len > WYRE_SMB1_HEADER_SIZE && in[WYRE_SMB1_HEADER_SIZE] == 0 && header.status == 0)
            return NULL;
        if (wyre_smb1_transaction_response_decode(in, len, WYRE_SMB1_HEADER_SIZE, 0, &m, NULL) !=
                WYRE_OK ||
            m.data_displacement + m.data.len >= m.total_data_count)
            q->answered = 1;
        return &q->context;
    }
    return NULL;
}

/* ---- payloads ------------------------------------------------------------------------------------ */

static wyre_smb2_question smb2_questions[QUESTIONS];
static size_t smb2_asked;

/* An interim response leaves the question open; nobody answers twice, so it may stay. */
static const wyre_smb2_question *
smb2_answered_by(const wyre_smb2_header *header)
{
    for (size_t i = smb2_asked; i > 0; i--)
        if (smb2_questions[i - 1].message_id == header->message_id &&
            smb2_questions[i - 1].command == header->command)
            return &smb2_questions[i - 1];
    return NULL;
}

/* What the messages of a compound carry, each behind its own part "link". */
static wyre_status
tell_carried(const uint8_t *in, size_t len, const wyre_visitor *v, size_t *n)
{
    wyre_smb2_compound_iter it = {0, 0, 0};
    wyre_smb2_link link;
    while (wyre_smb2_compound_next(&it, in, len, &link) == WYRE_OK) {
        const uint8_t *message = in + link.window.off;
        wyre_smb2_question question;
        if (wyre_smb2_question_of(message, link.window.len, &question) == WYRE_OK &&
            question.command != 0 && smb2_asked < QUESTIONS)
            smb2_questions[smb2_asked++] = question;
        v->enter(v->user, "carried", link.window);
        wyre_status status =
            wyre_smb2_payload_visit(message, link.window.len, smb2_answered_by(&link.header), v, n);
        v->leave(v->user);
        *n += link.window.off;
        if (status != WYRE_OK && status != WYRE_E_UNSUPPORTED)
            return status;
    }
    return WYRE_OK;
}

static wyre_status
tell_message(const uint8_t *in, size_t len, const wyre_visitor *v, size_t *n)
{
    uint8_t protocol;
    wyre_status status = wyre_smb_protocol(in, len, &protocol, n);
    if (status != WYRE_OK)
        return status;
    if (protocol == WYRE_SMB_PROTOCOL_SMB1) {
        remember(in, len);
        return wyre_smb1_message_visit(in, len, answered_by(in, len), v, n);
    }
    wyre_status body = wyre_smb2_message_visit(in, len, v, n);
    return body != WYRE_OK || protocol != WYRE_SMB_PROTOCOL_SMB2 ? body
                                                                 : tell_carried(in, len, v, n);
}

static wyre_status
tell_payload(uint8_t type, const uint8_t *in, size_t len, const wyre_visitor *v, size_t *n)
{
    wyre_status status;
    wyre_netbios_session_request request;
    wyre_netbios_negative_response negative;
    wyre_netbios_retarget_response retarget;
    switch (type) {
    case WYRE_NETBIOS_SESSION_MESSAGE:
        return tell_message(in, len, v, n);
    case WYRE_NETBIOS_SESSION_REQUEST:
        status = wyre_netbios_session_request_decode(in, len, 0, &request, n);
        return status != WYRE_OK ? status : wyre_netbios_session_request_visit(&request, v);
    case WYRE_NETBIOS_NEGATIVE_SESSION_RESPONSE:
        status = wyre_netbios_negative_response_decode(in, len, 0, &negative, n);
        return status != WYRE_OK ? status : wyre_netbios_negative_response_visit(&negative, v);
    case WYRE_NETBIOS_RETARGET_SESSION_RESPONSE:
        status = wyre_netbios_retarget_response_decode(in, len, 0, &retarget, n);
        return status != WYRE_OK ? status : wyre_netbios_retarget_response_visit(&retarget, v);
    default:
        *n = 0;
        return WYRE_OK;
    }
}

static void
tell_packet(const stream *s, size_t off, size_t len, const wyre_netbios_packet *packet)
{
    const uint8_t *payload = s->bytes + off + packet->payload.off;
    const wyre_visitor *v = unit_visitor();
    size_t fault = 0;
    unit_begin(s, off, len, packet_name(payload, packet));
    wyre_netbios_packet_visit(packet, v);
    v->enter(v->user, "message", packet->payload);
    wyre_status status = tell_payload(packet->type, payload, packet->payload.len, v, &fault);
    unit_end(status, packet->payload.off + fault);
}

static void
dissect_stream(const stream *s)
{
    size_t off = 0;
    while (off < s->len) {
        wyre_netbios_packet packet;
        size_t n;
        wyre_status status = next_packet(s->bytes + off, s->len - off, &packet, &n);
        if (status != WYRE_OK) {
            unit_begin(s, off, s->len - off, "?");
            unit_end(status, status == WYRE_MORE ? s->len - off : n);
            return;
        }
        tell_packet(s, off, n, &packet);
        off += n;
    }
}

void
dissect_smb(const session *s)
{
    dissect_stream(&s->c2s);
    dissect_stream(&s->s2c);
}

/* ---- recognition --------------------------------------------------------------------------------- */

static int
begins_like_smb(const stream *s)
{
    wyre_netbios_packet packet;
    uint8_t protocol;
    size_t n;
    if (next_packet(s->bytes, s->len, &packet, &n) != WYRE_OK)
        return 0;
    if (packet.type != WYRE_NETBIOS_SESSION_MESSAGE)
        return 50;
    return wyre_smb_protocol(s->bytes + packet.payload.off, packet.payload.len, &protocol, NULL) ==
                   WYRE_OK
               ? 100
               : 0;
}

int
looks_like_smb(const session *s)
{
    int client = begins_like_smb(&s->c2s);
    int server = begins_like_smb(&s->s2c);
    return client > server ? client : server;
}

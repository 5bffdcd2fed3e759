/* A whole SMB2 message, told to a visitor. */
#include <wyre/spnego.h>
#include "smb2_visit.h"
#include "../core/layout.h"

/* ---- bodies --------------------------------------------------------------------------------------- */

TELLS(short_body)
TELLS(tree_connect_request)
TELLS(tree_connect_response)
TELLS(close_request)
TELLS(close_response)
TELLS(flush_request)
TELLS(read_request)
TELLS(read_response)
TELLS(write_request)
TELLS(write_response)
TELLS(lock_element)
TELLS(ioctl_request)
TELLS(ioctl_response)
TELLS(query_directory_request)
TELLS(change_notify_request)
TELLS(query_info_request)
TELLS(output_response)
TELLS(set_info_request)
TELLS(set_info_response)
TELLS(oplock_break)
TELLS(lease_break_notification)
TELLS(lease_break_acknowledgment)
TELLS(server_notification)

/* The token of a security buffer. One of no known kind is left to the span that names it. */
static void
tell_token(telling *t)
{
    size_t n;
    if (wyre_spnego_token_kind(t->in, t->in_len) != WYRE_SPNEGO_TOKEN_UNKNOWN) {
        wyre_status status = wyre_spnego_token_visit(t->in, t->in_len, t->v, &n);
        keep(t, status, n);
    }
}

static void
tell_security_buffer(telling *t, wyre_span security_buffer)
{
    if (security_buffer.len > 0)
        tell_data(t, security_buffer, (content){"security_buffer", tell_token});
}

static void
tell_session_setup_request(telling *t)
{
    TELL(t, wyre_smb2_session_setup_request, m);
    tell_security_buffer(t, m.security_buffer);
}

static void
tell_session_setup_response(telling *t)
{
    TELL(t, wyre_smb2_session_setup_response, m);
    tell_security_buffer(t, m.security_buffer);
}

static void
tell_negotiate_request(telling *t)
{
    TELL(t, wyre_smb2_negotiate_request, m);
    smb2_tell_negotiate_contexts(t, m.negotiate_contexts, m.negotiate_context_count);
}

static void
tell_negotiate_response(telling *t)
{
    TELL(t, wyre_smb2_negotiate_response, m);
    tell_security_buffer(t, m.security_buffer);
    if (m.dialect_revision == WYRE_SMB2_DIALECT_0311)
        smb2_tell_negotiate_contexts(t, m.negotiate_contexts, m.negotiate_context_count);
}

static void
tell_tree_connect_extension_request(telling *t)
{
    TELL(t, wyre_smb2_tree_connect_extension_request, m);
    smb2_tell_tree_connect_contexts(t, m.tree_connect_contexts, m.tree_connect_context_count);
}

static void
tell_create_request(telling *t)
{
    TELL(t, wyre_smb2_create_request, m);
    smb2_tell_create_contexts(t, m.create_contexts);
}

static void
tell_create_response(telling *t)
{
    TELL(t, wyre_smb2_create_response, m);
    smb2_tell_create_contexts(t, m.create_contexts);
}

static void
tell_lock_request(telling *t)
{
    TELL(t, wyre_smb2_lock_request, m);
    tell_records(t, m.locks, WYRE_SMB2_LOCK_ELEMENT_SIZE, CONTENT(lock_element));
}

static void
tell_nothing(telling *t)
{
    keep(t, WYRE_E_UNSUPPORTED, 12); /* Command */
}

static void (*of_body(uint16_t body))(telling *t)
{
    static void (*const tells[])(telling * t) = {
        tell_negotiate_request,
        tell_negotiate_response,
        tell_session_setup_request,
        tell_session_setup_response,
        tell_short_body,
        tell_short_body,
        tell_tree_connect_request,
        tell_tree_connect_response,
        tell_short_body,
        tell_short_body,
        tell_create_request,
        tell_create_response,
        tell_close_request,
        tell_close_response,
        tell_flush_request,
        tell_short_body,
        tell_read_request,
        tell_read_response,
        tell_write_request,
        tell_write_response,
        tell_lock_request,
        tell_short_body,
        tell_ioctl_request,
        tell_ioctl_response,
        tell_short_body,
        tell_nothing,
        tell_short_body,
        tell_short_body,
        tell_query_directory_request,
        tell_output_response,
        tell_change_notify_request,
        tell_output_response,
        tell_query_info_request,
        tell_output_response,
        tell_set_info_request,
        tell_set_info_response,
        tell_oplock_break,
        tell_oplock_break,
        tell_nothing,
        tell_server_notification,
        tell_oplock_break,
        tell_lease_break_acknowledgment,
        tell_lease_break_acknowledgment,
        tell_lease_break_notification,
        tell_tree_connect_extension_request,
    };
    return body < sizeof tells / sizeof *tells ? tells[body] : tell_nothing;
}

static void
tell_error_response(telling *t, uint32_t status)
{
    TELL(t, wyre_smb2_error_response, m);
    smb2_tell_error_data(t, status, &m);
}

static void
tell_body(telling *t, const wyre_smb2_header *header)
{
    uint16_t body = wyre_smb2_body(header, t->in, t->in_len);
    enter(t, wyre_smb2_body_name(body), 0, t->in_len);
    if (body == WYRE_SMB2_BODY_ERROR_RESPONSE)
        tell_error_response(t, header->status);
    else
        of_body(body)(t);
    leave(t);
}

/* ---- the four kinds of message -------------------------------------------------------------------- */

static void
tell_compound(telling *t)
{
    wyre_smb2_compound_iter it = {0, 0, 0};
    wyre_smb2_link link;
    wyre_status status;
    while ((status = wyre_smb2_compound_next(&it, t->in, t->in_len, &link)) == WYRE_OK) {
        int response = (link.header.flags & WYRE_SMB2_FLAGS_SERVER_TO_REDIR) != 0;
        telling inner = {t->in + link.window.off, link.window.len, t->v, response, 0, 0};
        enter(t, "link", link.window.off, link.window.len);
        wyre_smb2_header_visit(&link.header, t->v);
        tell_body(&inner, &link.header);
        leave(t);
        keep(t, inner.status, link.window.off + inner.fault);
    }
    keep(t, status, it.fault);
}

TELLS(transform)
TELLS(compression)

wyre_status
wyre_smb2_compression_payload_visit(const wyre_smb2_compression_payload *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_number(&l, "compression_algorithm", WYRE_KIND_NUMBER, m->compression_algorithm);
    tell_number(&l, "flags", WYRE_KIND_FLAGS, m->flags);
    tell_number(&l, "original_payload_size", WYRE_KIND_NUMBER, m->original_payload_size);
    tell_span(&l, "data", WYRE_KIND_BYTES, m->data);
    return WYRE_OK;
}

static void
tell_compression_chain(telling *t)
{
    TELL(t, wyre_smb2_compression_chain, m);
    wyre_smb2_compression_payload_iter it = {m.payloads, 0, 0};
    wyre_smb2_compression_payload payload;
    wyre_status status;
    while ((status = wyre_smb2_compression_payload_next(&it, t->in, t->in_len, &payload)) ==
           WYRE_OK) {
        enter(t, "payload", 0, t->in_len);
        wyre_smb2_compression_payload_visit(&payload, t->v);
        leave(t);
    }
    keep(t, status, it.fault);
}

wyre_status
wyre_smb2_message_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    telling t = {in, in_len, v, 0, WYRE_OK, 0};
    uint32_t protocol = in_len >= 4 ? be32(in) : 0;
    if (protocol == 0xfd534d42)
        tell_transform(&t);
    else if (protocol == 0xfc534d42 && wyre_smb2_compression_is_chained(in, in_len))
        tell_compression_chain(&t);
    else if (protocol == 0xfc534d42)
        tell_compression(&t);
    else if (in_len >= 4 && protocol != 0xfe534d42)
        keep(&t, WYRE_E_MAGIC, 0);
    else
        tell_compound(&t);
    if (n != NULL)
        *n = t.status == WYRE_OK ? in_len : t.fault;
    return t.status;
}

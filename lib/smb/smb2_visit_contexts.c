/* The contexts of SMB2 messages, told to a visitor. */
#include "smb2_visit.h"
#include "../core/layout.h"

/* ---- contexts alone ------------------------------------------------------------------------------- */

wyre_status
wyre_smb2_negotiate_context_visit(const wyre_smb2_negotiate_context *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_number(&l, "context_type", WYRE_KIND_NUMBER, m->context_type);
    tell_number(&l, "reserved", WYRE_KIND_NUMBER, m->reserved);
    tell_span(&l, "data", WYRE_KIND_BYTES, m->data);
    return WYRE_OK;
}

wyre_status
wyre_smb2_error_context_visit(const wyre_smb2_error_context *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_number(&l, "error_id", WYRE_KIND_NUMBER, m->error_id);
    tell_span(&l, "data", WYRE_KIND_BYTES, m->data);
    return WYRE_OK;
}

wyre_status
wyre_smb2_create_context_visit(const wyre_smb2_create_context *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_span(&l, "name", m->name.len == 4 ? WYRE_KIND_TEXT : WYRE_KIND_BYTES, m->name);
    tell_number(&l, "kind", WYRE_KIND_NUMBER, m->kind);
    tell_number(&l, "reserved", WYRE_KIND_NUMBER, m->reserved);
    tell_span(&l, "data", WYRE_KIND_BYTES, m->data);
    return WYRE_OK;
}

/* ---- what negotiate contexts hold ----------------------------------------------------------------- */

TELLS(preauth_integrity_capabilities)
TELLS(encryption_capabilities)
TELLS(compression_capabilities)
TELLS(netname_negotiate_context)
TELLS(transport_capabilities)
TELLS(rdma_transform_capabilities)
TELLS(signing_capabilities)
TELLS(posix_extensions_available)
TELLS(remoted_identity_tree_connect)

static content
of_negotiate_context(uint16_t context_type)
{
    switch (context_type) {
    case WYRE_SMB2_PREAUTH_INTEGRITY_CAPABILITIES:
        return CONTENT(preauth_integrity_capabilities);
    case WYRE_SMB2_ENCRYPTION_CAPABILITIES:
        return CONTENT(encryption_capabilities);
    case WYRE_SMB2_COMPRESSION_CAPABILITIES:
        return CONTENT(compression_capabilities);
    case WYRE_SMB2_NETNAME_NEGOTIATE_CONTEXT_ID:
        return CONTENT(netname_negotiate_context);
    case WYRE_SMB2_TRANSPORT_CAPABILITIES:
        return CONTENT(transport_capabilities);
    case WYRE_SMB2_RDMA_TRANSFORM_CAPABILITIES:
        return CONTENT(rdma_transform_capabilities);
    case WYRE_SMB2_SIGNING_CAPABILITIES:
        return CONTENT(signing_capabilities);
    case WYRE_SMB2_POSIX_EXTENSIONS_AVAILABLE:
        return CONTENT(posix_extensions_available);
    default:
        return (content){NULL, NULL};
    }
}

static content
of_tree_connect_context(uint16_t context_type)
{
    if (context_type == WYRE_SMB2_REMOTED_IDENTITY_TREE_CONNECT_CONTEXT_ID)
        return CONTENT(remoted_identity_tree_connect);
    return (content){NULL, NULL};
}

static void
tell_negotiate_contexts(telling *t, wyre_span list, uint32_t entries, content (*of)(uint16_t))
{
    wyre_smb2_negotiate_context_iter it = {list, entries, 0, 0};
    wyre_smb2_negotiate_context context;
    wyre_status status;
    while ((status = wyre_smb2_negotiate_context_next(&it, t->in, t->in_len, &context)) ==
           WYRE_OK) {
        enter(t, "context", 0, t->in_len);
        wyre_smb2_negotiate_context_visit(&context, t->v);
        tell_data(t, context.data, of(context.context_type));
        leave(t);
    }
    keep(t, status, it.fault);
}

void
smb2_tell_negotiate_contexts(telling *t, wyre_span list, uint32_t entries)
{
    tell_negotiate_contexts(t, list, entries, of_negotiate_context);
}

void
smb2_tell_tree_connect_contexts(telling *t, wyre_span list, uint32_t entries)
{
    tell_negotiate_contexts(t, list, entries, of_tree_connect_context);
}

/* ---- what create contexts hold -------------------------------------------------------------------- */

TELLS(durable_handle_request)
TELLS(durable_handle_response)
TELLS(durable_handle_reconnect)
TELLS(durable_handle_request_v2)
TELLS(durable_handle_response_v2)
TELLS(durable_handle_reconnect_v2)
TELLS(create_allocation_size)
TELLS(create_timestamp)
TELLS(create_maximal_access_response)
TELLS(create_on_disk_id_response)
TELLS(create_lease)
TELLS(create_lease_v2)
TELLS(create_app_instance_id)
TELLS(create_app_instance_version)
TELLS(svhdx_open_device_context)
TELLS(aapl_server_query_request)
TELLS(aapl_server_query_response)
TELLS(aapl_resolve_id_request)
TELLS(aapl_resolve_id_response)
TELLS(create_posix_request)
TELLS(create_posix_response)

static content
of_aapl(const telling *t, wyre_span data)
{
    uint32_t command = data.len >= 4 ? le32(t->in + data.off) : 0;
    if (command == WYRE_SMB2_AAPL_SERVER_QUERY)
        return t->response ? CONTENT(aapl_server_query_response)
                           : CONTENT(aapl_server_query_request);
    if (command == WYRE_SMB2_AAPL_RESOLVE_ID)
        return t->response ? CONTENT(aapl_resolve_id_response) : CONTENT(aapl_resolve_id_request);
    return (content){NULL, NULL};
}

static content
of_create_response_context(const telling *t, const wyre_smb2_create_context *context)
{
    switch (context->kind) {
    case WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST:
        return CONTENT(durable_handle_response);
    case WYRE_SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST:
        return CONTENT(create_maximal_access_response);
    case WYRE_SMB2_CREATE_QUERY_ON_DISK_ID:
        return CONTENT(create_on_disk_id_response);
    case WYRE_SMB2_CREATE_REQUEST_LEASE:
        return context->data.len >= 52 ? CONTENT(create_lease_v2) : CONTENT(create_lease);
    case WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST_V2:
        return CONTENT(durable_handle_response_v2);
    case WYRE_SMB2_CREATE_SVHDX_OPEN_DEVICE_CONTEXT:
        return CONTENT(svhdx_open_device_context);
    case WYRE_SMB2_CREATE_AAPL:
        return of_aapl(t, context->data);
    case WYRE_SMB2_CREATE_POSIX:
        return CONTENT(create_posix_response);
    default:
        return (content){NULL, NULL};
    }
}

static content
of_create_request_context(const telling *t, const wyre_smb2_create_context *context)
{
    switch (context->kind) {
    case WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST:
        return CONTENT(durable_handle_request);
    case WYRE_SMB2_CREATE_DURABLE_HANDLE_RECONNECT:
        return CONTENT(durable_handle_reconnect);
    case WYRE_SMB2_CREATE_ALLOCATION_SIZE:
        return CONTENT(create_allocation_size);
    case WYRE_SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST: /* empty from most clients */
        return context->data.len > 0 ? CONTENT(create_timestamp) : (content){NULL, NULL};
    case WYRE_SMB2_CREATE_TIMEWARP_TOKEN:
        return CONTENT(create_timestamp);
    case WYRE_SMB2_CREATE_REQUEST_LEASE:
        return context->data.len >= 52 ? CONTENT(create_lease_v2) : CONTENT(create_lease);
    case WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST_V2:
        return CONTENT(durable_handle_request_v2);
    case WYRE_SMB2_CREATE_DURABLE_HANDLE_RECONNECT_V2:
        return CONTENT(durable_handle_reconnect_v2);
    case WYRE_SMB2_CREATE_APP_INSTANCE_ID:
        return CONTENT(create_app_instance_id);
    case WYRE_SMB2_CREATE_APP_INSTANCE_VERSION:
        return CONTENT(create_app_instance_version);
    case WYRE_SMB2_CREATE_SVHDX_OPEN_DEVICE_CONTEXT:
        return CONTENT(svhdx_open_device_context);
    case WYRE_SMB2_CREATE_AAPL:
        return of_aapl(t, context->data);
    case WYRE_SMB2_CREATE_POSIX:
        return CONTENT(create_posix_request);
    default:
        return (content){NULL, NULL};
    }
}

void
smb2_tell_create_contexts(telling *t, wyre_span list)
{
    wyre_smb2_create_context_iter it = {list, 0, 0};
    wyre_smb2_create_context context;
    wyre_status status;
    while ((status = wyre_smb2_create_context_next(&it, t->in, t->in_len, &context)) == WYRE_OK) {
        enter(t, "context", 0, t->in_len);
        wyre_smb2_create_context_visit(&context, t->v);
        tell_data(t, context.data,
                  t->response ? of_create_response_context(t, &context)
                              : of_create_request_context(t, &context));
        leave(t);
    }
    keep(t, status, it.fault);
}

/* ---- what an ERROR holds -------------------------------------------------------------------------- */

TELLS(symbolic_link_error)
TELLS(move_dst_ipaddr)

static void
tell_share_redirect_error(telling *t)
{
    TELL(t, wyre_smb2_share_redirect_error, m);
    tell_records(t, m.ip_addr_move_list, WYRE_SMB2_MOVE_DST_IPADDR_SIZE, CONTENT(move_dst_ipaddr));
}

/* Before 3.1.1 ErrorData is one thing, which Status names; of these only the symbolic link is a
 * structure. */
static void
tell_error_data(telling *t, uint32_t status, uint32_t error_id, wyre_span data)
{
    if (error_id == WYRE_SMB2_ERROR_ID_SHARE_REDIRECT)
        tell_data(t, data, CONTENT(share_redirect_error));
    else if (status == WYRE_STATUS_STOPPED_ON_SYMLINK && data.len > 1)
        tell_data(t, data, CONTENT(symbolic_link_error));
}

/* Without data there are no contexts, whatever their count: servers are met that answer with the body
 * of the command, whose StructureSize is 9 too and whose offset then stands where the count does. */
void
smb2_tell_error_data(telling *t, uint32_t status, const wyre_smb2_error_response *m)
{
    if (m->error_context_count == 0 || m->error_data.len <= 1) {
        tell_error_data(t, status, WYRE_SMB2_ERROR_ID_DEFAULT, m->error_data);
        return;
    }
    wyre_smb2_error_context_iter it = {m->error_data, m->error_context_count, 0, 0};
    wyre_smb2_error_context context;
    wyre_status end;
    while ((end = wyre_smb2_error_context_next(&it, t->in, t->in_len, &context)) == WYRE_OK) {
        enter(t, "context", 0, t->in_len);
        wyre_smb2_error_context_visit(&context, t->v);
        tell_error_data(t, status, context.error_id, context.data);
        leave(t);
    }
    keep(t, end, it.fault);
}

/* What create contexts hold: [MS-SMB2] 2.2.13.2, 2.2.14.2. Offsets count from the start of the data. */
#include <wyre/smb2_contexts.h>
#include "../core/layout.h"

/* ---- 2.2.13.2.3 DURABLE_HANDLE_REQUEST ------------------------------------------------------ */

LAYOUT
durable_handle_request(layout *l, wyre_smb2_durable_handle_request *m)
{
    ARRAY(l, 0, m, durable_request, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_durable_handle_request, durable_handle_request, 16, 0)

/* ---- 2.2.14.2.3 DURABLE_HANDLE_RESPONSE ----------------------------------------------------- */

LAYOUT
durable_handle_response(layout *l, wyre_smb2_durable_handle_response *m)
{
    ARRAY(l, 0, m, reserved, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_durable_handle_response, durable_handle_response, 8, 0)

/* ---- 2.2.13.2.4 DURABLE_HANDLE_RECONNECT ---------------------------------------------------- */

LAYOUT
durable_handle_reconnect(layout *l, wyre_smb2_durable_handle_reconnect *m)
{
    ARRAY(l, 0, m, file_id, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_durable_handle_reconnect, durable_handle_reconnect, 16, 0)

/* ---- 2.2.13.2.11 DURABLE_HANDLE_REQUEST_V2 -------------------------------------------------- */

LAYOUT
durable_handle_request_v2(layout *l, wyre_smb2_durable_handle_request_v2 *m)
{
    U32  (l,  0, m, timeout,     NUMBER);
    U32  (l,  4, m, flags,       FLAGS);
    ARRAY(l,  8, m, reserved,    BYTES);
    ARRAY(l, 16, m, create_guid, GUID);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_durable_handle_request_v2, durable_handle_request_v2, 32, 0)

/* ---- 2.2.14.2.12 DURABLE_HANDLE_RESPONSE_V2 ------------------------------------------------- */

LAYOUT
durable_handle_response_v2(layout *l, wyre_smb2_durable_handle_response_v2 *m)
{
    U32 (l, 0, m, timeout, NUMBER);
    U32 (l, 4, m, flags,   FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_durable_handle_response_v2, durable_handle_response_v2, 8, 0)

/* ---- 2.2.13.2.12 DURABLE_HANDLE_RECONNECT_V2 ------------------------------------------------ */

LAYOUT
durable_handle_reconnect_v2(layout *l, wyre_smb2_durable_handle_reconnect_v2 *m)
{
    ARRAY(l,  0, m, file_id,     BYTES);
    ARRAY(l, 16, m, create_guid, GUID);
    U32  (l, 32, m, flags,       FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_durable_handle_reconnect_v2, durable_handle_reconnect_v2, 36, 0)

/* ---- 2.2.13.2.6 ALLOCATION_SIZE ------------------------------------------------------------- */

LAYOUT
create_allocation_size(layout *l, wyre_smb2_create_allocation_size *m)
{
    U64 (l, 0, m, allocation_size, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_allocation_size, create_allocation_size, 8, 0)

/* ---- 2.2.13.2.5, 2.2.13.2.7 TIMEWARP_TOKEN -------------------------------------------------- */

LAYOUT
create_timestamp(layout *l, wyre_smb2_create_timestamp *m)
{
    U64 (l, 0, m, timestamp, FILETIME);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_timestamp, create_timestamp, 8, 0)

/* ---- 2.2.14.2.5 QUERY_MAXIMAL_ACCESS response ----------------------------------------------- */

LAYOUT
create_maximal_access_response(layout *l, wyre_smb2_create_maximal_access_response *m)
{
    U32 (l, 0, m, query_status,   FLAGS);
    U32 (l, 4, m, maximal_access, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_maximal_access_response, create_maximal_access_response, 8, 0)

/* ---- 2.2.14.2.9 QUERY_ON_DISK_ID response --------------------------------------------------- */

LAYOUT
create_on_disk_id_response(layout *l, wyre_smb2_create_on_disk_id_response *m)
{
    U64  (l,  0, m, disk_file_id, NUMBER);
    U64  (l,  8, m, volume_id,    NUMBER);
    ARRAY(l, 16, m, reserved,     BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_on_disk_id_response, create_on_disk_id_response, 32, 0)

/* ---- 2.2.13.2.8, 2.2.14.2.10 REQUEST_LEASE, version 1, of both directions ------------------- */

LAYOUT
create_lease(layout *l, wyre_smb2_create_lease *m)
{
    ARRAY(l,  0, m, lease_key,      GUID);
    U32  (l, 16, m, lease_state,    FLAGS);
    U32  (l, 20, m, lease_flags,    FLAGS);
    U64  (l, 24, m, lease_duration, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_lease, create_lease, 32, 0)

/* ---- 2.2.13.2.10, 2.2.14.2.11 REQUEST_LEASE_V2, of both directions -------------------------- */

LAYOUT
create_lease_v2(layout *l, wyre_smb2_create_lease_v2 *m)
{
    ARRAY(l,  0, m, lease_key,        GUID);
    U32  (l, 16, m, lease_state,      FLAGS);
    U32  (l, 20, m, lease_flags,      FLAGS);
    U64  (l, 24, m, lease_duration,   NUMBER);
    ARRAY(l, 32, m, parent_lease_key, GUID);
    U16  (l, 48, m, epoch,            NUMBER);
    U16  (l, 50, m, reserved,         NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_lease_v2, create_lease_v2, 52, 0)

/* ---- 2.2.13.2.13 APP_INSTANCE_ID ------------------------------------------------------------ */

LAYOUT
create_app_instance_id(layout *l, wyre_smb2_create_app_instance_id *m)
{
    SIZE (l, 0, 20);
    U16  (l, 2, m, reserved,        NUMBER);
    ARRAY(l, 4, m, app_instance_id, GUID);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_app_instance_id, create_app_instance_id, 20, 0)

/* ---- 2.2.13.2.15 APP_INSTANCE_VERSION ------------------------------------------------------- */

LAYOUT
create_app_instance_version(layout *l, wyre_smb2_create_app_instance_version *m)
{
    SIZE(l,  0, 24);
    U16 (l,  2, m, reserved,                  NUMBER);
    U32 (l,  4, m, padding,                   NUMBER);
    U64 (l,  8, m, app_instance_version_high, NUMBER);
    U64 (l, 16, m, app_instance_version_low,  NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_app_instance_version, create_app_instance_version, 24, 0)

/* ---- [MS-RSVD] 2.2.4.12, 2.2.4.31 to 2.2.4.33 SVHDX_OPEN_DEVICE_CONTEXT --------------------- */

LAYOUT
svhdx_open_device_context(layout *l, wyre_smb2_svhdx_open_device_context *m)
{
    U32   (l,  0, m, version,                             NUMBER);
    U8    (l,  4, m, has_initiator_id,                    NUMBER);
    ARRAY (l,  5, m, reserved,                            BYTES);
    ARRAY (l,  8, m, initiator_id,                        GUID);
    U32   (l, 24, m, flags,                               FLAGS);
    U32   (l, 28, m, originator_flags,                    FLAGS);
    U64   (l, 32, m, open_request_id,                     NUMBER);
    U16   (l, 40, m, initiator_host_name_length,          NUMBER);
    ARRAY (l, 42, m, initiator_host_name,                 UTF16);
    if (m->version >= 2) {
        NEXT32(l,     m, virtual_disk_properties_initialized, NUMBER);
        NEXT32(l,     m, server_service_version,              NUMBER);
        NEXT32(l,     m, virtual_sector_size,                 NUMBER);
        NEXT32(l,     m, physical_sector_size,                NUMBER);
        NEXT64(l,     m, virtual_size,                        NUMBER);
    }
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_svhdx_open_device_context, svhdx_open_device_context, 168, 0)

/* ---- Apple's SMB2 extensions AAPL server query ---------------------------------------------- */

LAYOUT
aapl_server_query_request(layout *l, wyre_smb2_aapl_server_query_request *m)
{
    U32 (l,  0, m, command_code,        NUMBER);
    U32 (l,  4, m, reserved,            NUMBER);
    U64 (l,  8, m, request_bitmap,      FLAGS);
    U64 (l, 16, m, client_capabilities, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_aapl_server_query_request, aapl_server_query_request, 24, 0)

/* ---- Apple's SMB2 extensions AAPL answer to a server query ---------------------------------- */

LAYOUT
aapl_server_query_response(layout *l, wyre_smb2_aapl_server_query_response *m)
{
    U32       (l, 0, m, command_code,        NUMBER);
    U32       (l, 4, m, reserved,            NUMBER);
    U64       (l, 8, m, reply_bitmap,        FLAGS);
    if ((m->reply_bitmap & WYRE_SMB2_AAPL_SERVER_CAPS) != 0) {
        NEXT64    (l,    m, server_capabilities, FLAGS);
    }
    if ((m->reply_bitmap & WYRE_SMB2_AAPL_VOLUME_CAPS) != 0) {
        NEXT64    (l,    m, volume_capabilities, FLAGS);
    }
    if ((m->reply_bitmap & WYRE_SMB2_AAPL_MODEL_INFO) != 0) {
        NEXT32    (l,    m, padding,             NUMBER);
        PREFIXED32(l,    m, model,               UTF16);
    }
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->model, in_len); */
CODEC(wyre_smb2_aapl_server_query_response, aapl_server_query_response, 16, 0)

/* ---- Apple's SMB2 extensions AAPL question for the path of a file id ------------------------ */

LAYOUT
aapl_resolve_id_request(layout *l, wyre_smb2_aapl_resolve_id_request *m)
{
    U32 (l, 0, m, command_code, NUMBER);
    U32 (l, 4, m, reserved,     NUMBER);
    U64 (l, 8, m, file_id,      NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_aapl_resolve_id_request, aapl_resolve_id_request, 16, 0)

/* ---- Apple's SMB2 extensions AAPL answer with the path of a file id ------------------------- */

LAYOUT
aapl_resolve_id_response(layout *l, wyre_smb2_aapl_resolve_id_response *m)
{
    U32    (l, 0, m, command_code, NUMBER);
    U32    (l, 4, m, reserved,     NUMBER);
    U32    (l, 8, m, status,       FLAGS);
    COUNT32(l, 12, m, path);
    RUN    (l,    m, path,         UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->path, in_len); */
CODEC(wyre_smb2_aapl_resolve_id_response, aapl_resolve_id_response, 16, 0)

/* ---- SMB3 POSIX extensions POSIX request ---------------------------------------------------- */

LAYOUT
create_posix_request(layout *l, wyre_smb2_create_posix_request *m)
{
    U32 (l, 0, m, mode, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_create_posix_request, create_posix_request, 4, 0)

/* ---- SMB3 POSIX extensions POSIX response --------------------------------------------------- */

LAYOUT
create_posix_response(layout *l, wyre_smb2_create_posix_response *m)
{
    U32 (l, 0, m, nlink,       NUMBER);
    U32 (l, 4, m, reparse_tag, NUMBER);
    U32 (l, 8, m, mode,        FLAGS);
    REST(l,    m, sids,        BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->sids, in_len); */
CODEC(wyre_smb2_create_posix_response, create_posix_response, 12, 0)

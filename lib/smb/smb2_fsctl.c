/* Payloads of the control codes of SMB2: [MS-SMB2] 2.2.31, 2.2.32. */
#include <wyre/smb2_fsctl.h>
#include "../core/layout.h"

/* ---- 2.2.32.3 SRV_REQUEST_RESUME_KEY response ----------------------------------------------- */

LAYOUT
srv_request_resume_key_response(layout *l, wyre_smb2_srv_request_resume_key_response *m)
{
    ARRAY  (l,  0, m, resume_key, BYTES);
    COUNT32(l, 24, m, context);
    RUN    (l, m, context, BYTES);
    REST   (l, m, reserved, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->context, in_len) && inside(out->reserved, in_len); */
CODEC(wyre_smb2_srv_request_resume_key_response, srv_request_resume_key_response, 28, 0)

/* ---- 2.2.32.2 SRV_SNAPSHOT_ARRAY ------------------------------------------------------------ */

LAYOUT
srv_snapshot_array(layout *l, wyre_smb2_srv_snapshot_array *m)
{
    U32 (l, 0, m, number_of_snap_shots,          NUMBER);
    U32 (l, 4, m, number_of_snap_shots_returned, NUMBER);
    U32 (l, 8, m, snap_shot_array_size,          NUMBER);
    REST(l, m, snap_shots, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->snap_shots, in_len); */
CODEC(wyre_smb2_srv_snapshot_array, srv_snapshot_array, 12, 0)

/* ---- 2.2.31.1 SRV_COPYCHUNK_COPY ------------------------------------------------------------ */

LAYOUT
srv_copychunk_copy(layout *l, wyre_smb2_srv_copychunk_copy *m)
{
    ARRAY      (l,  0, m, source_key, BYTES);
    COUNT_UNITS(l, 24, 4, 24, m, chunks);
    U32        (l, 28, m, reserved,   NUMBER);
    RUN        (l, m, chunks, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->chunks, in_len); */
CODEC(wyre_smb2_srv_copychunk_copy, srv_copychunk_copy, 32, 0)

/* ---- 2.2.31.1.1 SRV_COPYCHUNK --------------------------------------------------------------- */

LAYOUT
srv_copychunk(layout *l, wyre_smb2_srv_copychunk *m)
{
    U64(l,  0, m, source_offset, NUMBER);
    U64(l,  8, m, target_offset, NUMBER);
    U32(l, 16, m, length,        NUMBER);
    U32(l, 20, m, reserved,      NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_srv_copychunk, srv_copychunk, 24, 0)

/* ---- 2.2.32.1 SRV_COPYCHUNK_RESPONSE -------------------------------------------------------- */

LAYOUT
srv_copychunk_response(layout *l, wyre_smb2_srv_copychunk_response *m)
{
    U32(l, 0, m, chunks_written,      NUMBER);
    U32(l, 4, m, chunk_bytes_written, NUMBER);
    U32(l, 8, m, total_bytes_written, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_srv_copychunk_response, srv_copychunk_response, 12, 0)

/* ---- 2.2.31.2 SRV_READ_HASH request --------------------------------------------------------- */

LAYOUT
srv_read_hash_request(layout *l, wyre_smb2_srv_read_hash_request *m)
{
    U32(l,  0, m, hash_type,           NUMBER);
    U32(l,  4, m, hash_version,        NUMBER);
    U32(l,  8, m, hash_retrieval_type, NUMBER);
    U32(l, 12, m, length,              NUMBER);
    U64(l, 16, m, offset,              NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_srv_read_hash_request, srv_read_hash_request, 24, 0)

/* ---- 2.2.31.3 NETWORK_RESILIENCY_REQUEST ---------------------------------------------------- */

LAYOUT
network_resiliency_request(layout *l, wyre_smb2_network_resiliency_request *m)
{
    U32(l, 0, m, timeout,  NUMBER);
    U32(l, 4, m, reserved, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_network_resiliency_request, network_resiliency_request, 8, 0)

/* ---- 2.2.31.4 VALIDATE_NEGOTIATE_INFO request ----------------------------------------------- */

LAYOUT
validate_negotiate_info_request(layout *l, wyre_smb2_validate_negotiate_info_request *m)
{
    U32        (l,  0, m, capabilities,  FLAGS);
    ARRAY      (l,  4, m, guid,          GUID);
    U16        (l, 20, m, security_mode, FLAGS);
    COUNT_UNITS(l, 22, 2, 2, m, dialects);
    RUN        (l, m, dialects, U16S);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->dialects, in_len); */
CODEC(wyre_smb2_validate_negotiate_info_request, validate_negotiate_info_request, 24, 0)

/* ---- 2.2.32.6 VALIDATE_NEGOTIATE_INFO response ---------------------------------------------- */

LAYOUT
validate_negotiate_info_response(layout *l, wyre_smb2_validate_negotiate_info_response *m)
{
    U32  (l,  0, m, capabilities,  FLAGS);
    ARRAY(l,  4, m, guid,          GUID);
    U16  (l, 20, m, security_mode, FLAGS);
    U16  (l, 22, m, dialect,       NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_validate_negotiate_info_response, validate_negotiate_info_response, 24, 0)

/* ---- 2.2.32.5 NETWORK_INTERFACE_INFO -------------------------------------------------------- */

LAYOUT
network_interface_info(layout *l, wyre_smb2_network_interface_info *m)
{
    U32  (l,  0, m, next,       NUMBER);
    U32  (l,  4, m, if_index,   NUMBER);
    U32  (l,  8, m, capability, FLAGS);
    U32  (l, 12, m, reserved,   NUMBER);
    U64  (l, 16, m, link_speed, NUMBER);
    U16  (l, 24, m, family,     NUMBER);
    ARRAY(l, 26, m, sock_addr,  BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_network_interface_info, network_interface_info, 152, 0)

/* ---- 2.2.32.5.1.1 SOCKADDR_IN --------------------------------------------------------------- */

LAYOUT
sockaddr_in(layout *l, wyre_smb2_sockaddr_in *m)
{
    U16BE(l, 0, m, port,         NUMBER);
    ARRAY(l, 2, m, ipv4_address, IPV4);
    ARRAY(l, 6, m, reserved,     BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_sockaddr_in, sockaddr_in, 14, 0)

/* ---- 2.2.32.5.1.2 SOCKADDR_IN6 -------------------------------------------------------------- */

LAYOUT
sockaddr_in6(layout *l, wyre_smb2_sockaddr_in6 *m)
{
    U16BE(l,  0, m, port,         NUMBER);
    U32  (l,  2, m, flow_info,    NUMBER);
    ARRAY(l,  6, m, ipv6_address, IPV6);
    U32  (l, 22, m, scope_id,     NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_sockaddr_in6, sockaddr_in6, 26, 0)

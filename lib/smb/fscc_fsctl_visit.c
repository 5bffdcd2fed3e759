/* The payload of any control code to a visitor: [MS-FSCC] 2.3, [MS-SMB2] 2.2.31, 2.2.32. */
#include <wyre/dfsc.h>
#include <wyre/fscc_fsctl.h>
#include <wyre/smb2_fsctl.h>
#include "fscc_tell.h"

#ifndef WYRE_PROVE

TELLER(tell_pipe_peek, wyre_fscc_pipe_peek_reply)
TELLER(tell_pipe_wait, wyre_fscc_pipe_wait_request)
TELLER(tell_compression, wyre_fscc_compression)
TELLER(tell_objectid, wyre_fscc_file_objectid_buffer)
TELLER(tell_set_sparse, wyre_fscc_file_set_sparse_buffer)
TELLER(tell_range, wyre_fscc_file_allocated_range_buffer)
TELLER(tell_zero_data, wyre_fscc_file_zero_data_information)
TELLER(tell_trim_fields, wyre_fscc_file_level_trim)
TELLER(tell_trim_output, wyre_fscc_file_level_trim_output)
TELLER(tell_duplicate_extents, wyre_fscc_duplicate_extents_data)
TELLER(tell_offload_read_input, wyre_fscc_offload_read_input)
TELLER(tell_offload_read_output, wyre_fscc_offload_read_output)
TELLER(tell_offload_write_input, wyre_fscc_offload_write_input)
TELLER(tell_offload_write_output, wyre_fscc_offload_write_output)
TELLER(tell_third_party, wyre_fscc_reparse_guid_data_buffer)
TELLER(tell_symbolic_link, wyre_fscc_symbolic_link_reparse_data_buffer)
TELLER(tell_mount_point, wyre_fscc_mount_point_reparse_data_buffer)
TELLER(tell_resume_key, wyre_smb2_srv_request_resume_key_response)
TELLER(tell_snapshots, wyre_smb2_srv_snapshot_array)
TELLER(tell_copychunk_fields, wyre_smb2_srv_copychunk_copy)
TELLER(tell_chunk, wyre_smb2_srv_copychunk)
TELLER(tell_copychunk_response, wyre_smb2_srv_copychunk_response)
TELLER(tell_read_hash, wyre_smb2_srv_read_hash_request)
TELLER(tell_resiliency, wyre_smb2_network_resiliency_request)
TELLER(tell_validate_request, wyre_smb2_validate_negotiate_info_request)
TELLER(tell_validate_response, wyre_smb2_validate_negotiate_info_response)
TELLER(tell_interface_fields, wyre_smb2_network_interface_info)
TELLER(tell_sockaddr_in, wyre_smb2_sockaddr_in)
TELLER(tell_sockaddr_in6, wyre_smb2_sockaddr_in6)
TELLER(tell_dfs_request, wyre_dfsc_referral_request)
TELLER(tell_dfs_request_ex, wyre_dfsc_referral_request_ex)

/* ---- payloads with parts ---------------------------------------------------------------------------- */

/* Parts of one size from `start` on, as many as there are up to `end`. */
static wyre_status
tell_row(teller *one, const char *name, size_t size, const uint8_t *in, size_t start, size_t end,
         const wyre_visitor *v, size_t *n)
{
    layout l = visiting(v);
    wyre_status status = WYRE_OK;
    size_t at = start;
    for (; at < end && status == WYRE_OK; at += size) {
        size_t len = end - at < size ? end - at : size;
        tell_enter(l.visitor, name, (wyre_span){(uint32_t)at, (uint32_t)len});
        status = one(0, in + at, len, v, n);
        tell_leave(l.visitor);
        if (n != NULL)
            *n += at;
    }
    return status;
}

static wyre_status
tell_copychunk(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    size_t end = 0;
    wyre_status status = tell_copychunk_fields(kind, in, in_len, v, &end);
    if (n != NULL)
        *n = end;
    return status == WYRE_OK ? tell_row(tell_chunk, "chunk", 24, in, 32, end, v, n) : status;
}

static wyre_status
tell_trim(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    size_t end = 0;
    wyre_status status = tell_trim_fields(kind, in, in_len, v, &end);
    if (n != NULL)
        *n = end;
    return status == WYRE_OK ? tell_row(tell_range, "range", 16, in, 8, end, v, n) : status;
}

static wyre_status
tell_ranges(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    (void)kind;
    if (n != NULL)
        *n = 0;
    return tell_row(tell_range, "range", 16, in, 0, in_len, v, n);
}

/* An interface, and the address in it where its family is known. */
static wyre_status
tell_interface(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    enum { FAMILY = 24, ADDRESS = 26, ADDRESS_SIZE = 126, IPV4 = 2, IPV6 = 23 };
    wyre_status status = tell_interface_fields(kind, in, in_len, v, n);
    uint16_t family = status == WYRE_OK ? le16(in + FAMILY) : 0;
    layout l = visiting(v);
    if (family != IPV4 && family != IPV6)
        return status;
    tell_enter(l.visitor, family == IPV4 ? "sockaddr_in" : "sockaddr_in6",
               (wyre_span){ADDRESS, ADDRESS_SIZE});
    if (family == IPV4)
        tell_sockaddr_in(kind, in + ADDRESS, ADDRESS_SIZE, v, NULL);
    else
        tell_sockaddr_in6(kind, in + ADDRESS, ADDRESS_SIZE, v, NULL);
    tell_leave(l.visitor);
    return WYRE_OK;
}

static wyre_status
tell_interfaces(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return tell_entries(tell_interface, kind, in, in_len, v, n);
}

static wyre_status
tell_referrals(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    (void)kind;
    return wyre_dfsc_response_visit(in, in_len, v, n);
}

static wyre_status
tell_reparse(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_fscc_reparse_data_buffer m;
    layout l = visiting(v);
    if (in_len >= 4 && le32(in) >> 31 == 0)
        return tell_third_party(kind, in, in_len, v, n);
    wyre_status status = wyre_fscc_reparse_data_buffer_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_fscc_reparse_data_buffer_visit(&m, v);
    if (m.reparse_data.len == 0 || (m.reparse_tag != 0xa000000c && m.reparse_tag != 0xa0000003))
        return WYRE_OK;
    int is_link = m.reparse_tag == 0xa000000c;
    tell_enter(l.visitor, is_link ? "symbolic_link" : "mount_point",
               (wyre_span){0, (uint32_t)in_len});
    status = is_link ? tell_symbolic_link(kind, in, in_len, v, n)
                     : tell_mount_point(kind, in, in_len, v, n);
    tell_leave(l.visitor);
    return status;
}

static wyre_status
tell_data(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    layout l = visiting(v);
    (void)kind;
    (void)in;
    tell_span(&l, "data", WYRE_KIND_BYTES, (wyre_span){0, (uint32_t)in_len});
    if (n != NULL)
        *n = in_len;
    return WYRE_OK;
}

/* ---- which payload a code has ----------------------------------------------------------------------- */

static teller *
teller_of_input(uint32_t code)
{
    switch (code) {
    case WYRE_FSCC_FSCTL_DFS_GET_REFERRALS:
        return tell_dfs_request;
    case WYRE_FSCC_FSCTL_DFS_GET_REFERRALS_EX:
        return tell_dfs_request_ex;
    case WYRE_FSCC_FSCTL_SET_REPARSE_POINT:
    case WYRE_FSCC_FSCTL_DELETE_REPARSE_POINT:
        return tell_reparse;
    case WYRE_FSCC_FSCTL_SET_SPARSE:
        return tell_set_sparse;
    case WYRE_FSCC_FSCTL_QUERY_ALLOCATED_RANGES:
        return tell_range;
    case WYRE_FSCC_FSCTL_OFFLOAD_READ:
        return tell_offload_read_input;
    case WYRE_FSCC_FSCTL_SET_ZERO_DATA:
        return tell_zero_data;
    case WYRE_FSCC_FSCTL_FILE_LEVEL_TRIM:
        return tell_trim;
    case WYRE_FSCC_FSCTL_OFFLOAD_WRITE:
        return tell_offload_write_input;
    case WYRE_FSCC_FSCTL_DUPLICATE_EXTENTS_TO_FILE:
        return tell_duplicate_extents;
    case WYRE_FSCC_FSCTL_SET_COMPRESSION:
        return tell_compression;
    case WYRE_FSCC_FSCTL_PIPE_WAIT:
        return tell_pipe_wait;
    case WYRE_FSCC_FSCTL_PIPE_TRANSCEIVE:
        return tell_data;
    case WYRE_FSCC_FSCTL_SRV_COPYCHUNK:
    case WYRE_FSCC_FSCTL_SRV_COPYCHUNK_WRITE:
        return tell_copychunk;
    case WYRE_FSCC_FSCTL_SRV_READ_HASH:
        return tell_read_hash;
    case WYRE_FSCC_FSCTL_LMR_REQUEST_RESILIENCY:
        return tell_resiliency;
    case WYRE_FSCC_FSCTL_VALIDATE_NEGOTIATE_INFO:
        return tell_validate_request;
    default:
        return NULL;
    }
}

static teller *
teller_of_output(uint32_t code)
{
    switch (code) {
    case WYRE_FSCC_FSCTL_DFS_GET_REFERRALS:
    case WYRE_FSCC_FSCTL_DFS_GET_REFERRALS_EX:
        return tell_referrals;
    case WYRE_FSCC_FSCTL_GET_REPARSE_POINT:
        return tell_reparse;
    case WYRE_FSCC_FSCTL_GET_OBJECT_ID:
    case WYRE_FSCC_FSCTL_CREATE_OR_GET_OBJECT_ID:
        return tell_objectid;
    case WYRE_FSCC_FSCTL_QUERY_ALLOCATED_RANGES:
        return tell_ranges;
    case WYRE_FSCC_FSCTL_OFFLOAD_READ:
        return tell_offload_read_output;
    case WYRE_FSCC_FSCTL_FILE_LEVEL_TRIM:
        return tell_trim_output;
    case WYRE_FSCC_FSCTL_OFFLOAD_WRITE:
        return tell_offload_write_output;
    case WYRE_FSCC_FSCTL_GET_COMPRESSION:
        return tell_compression;
    case WYRE_FSCC_FSCTL_PIPE_PEEK:
        return tell_pipe_peek;
    case WYRE_FSCC_FSCTL_PIPE_TRANSCEIVE:
        return tell_data;
    case WYRE_FSCC_FSCTL_SRV_REQUEST_RESUME_KEY:
        return tell_resume_key;
    case WYRE_FSCC_FSCTL_SRV_ENUMERATE_SNAPSHOTS:
        return tell_snapshots;
    case WYRE_FSCC_FSCTL_SRV_COPYCHUNK:
    case WYRE_FSCC_FSCTL_SRV_COPYCHUNK_WRITE:
        return tell_copychunk_response;
    case WYRE_FSCC_FSCTL_QUERY_NETWORK_INTERFACE_INFO:
        return tell_interfaces;
    case WYRE_FSCC_FSCTL_VALIDATE_NEGOTIATE_INFO:
        return tell_validate_response;
    default:
        return NULL;
    }
}

wyre_status
wyre_fscc_fsctl_visit(uint32_t code, int is_response, const uint8_t *in, size_t in_len,
                      const wyre_visitor *v, size_t *n)
{
    teller *tell = is_response ? teller_of_output(code) : teller_of_input(code);
    if (tell != NULL)
        return tell(code, in, in_len, v, n);
    if (n != NULL)
        *n = 0;
    return WYRE_E_UNSUPPORTED;
}
#endif

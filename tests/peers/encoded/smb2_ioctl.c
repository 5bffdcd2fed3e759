/* The payload of every FSCTL that wyre writes, in the direction in which it travels: [MS-SMB2] 2.2.31,
 * 2.2.32, [MS-FSCC] 2.3, [MS-DFSC] 2.2. What tshark 4.0 shows as bytes stands in unread.txt. */
#include "smb2_link.h"

static uint8_t payload[4096];
static size_t payload_len;

static void
request(uint32_t code, const char *filter)
{
    wyre_smb2_ioctl_request m = {.ctl_code = code,
                                 .input = {0, (uint32_t)payload_len},
                                 .max_output_response = 65536,
                                 .flags = 1,
                                 .file_id = {0xb, 0xc}};
    SAY("ioctl", 'c', WYRE_SMB2_IOCTL, 0, wyre_smb2_ioctl_request, &m, payload, payload_len,
        filter);
}

static void
response(uint32_t code, uint32_t nt_status, const char *filter)
{
    wyre_smb2_ioctl_response m = {
        .ctl_code = code, .output = {0, (uint32_t)payload_len}, .file_id = {0xb, 0xc}};
    SAY("ioctl", 's', WYRE_SMB2_IOCTL, nt_status, wyre_smb2_ioctl_response, &m, payload,
        payload_len, filter);
}

static void
ask(uint32_t code)
{
    payload_len = 0;
    request(code, "smb2.cmd == 11");
}

#define PAYLOAD(T, ...)                                                                            \
    do {                                                                                           \
        gather_anew();                                                                             \
        T payload_m = __VA_ARGS__;                                                                 \
        ENCODED(T##_encode(&payload_m, parts, w.pos, payload, sizeof payload, &payload_len));      \
    } while (0)
#define IN(code, filter, T, ...)                                                                   \
    do {                                                                                           \
        PAYLOAD(T, __VA_ARGS__);                                                                   \
        request(code, filter);                                                                     \
    } while (0)
#define OUT(code, filter, T, ...)                                                                  \
    do {                                                                                           \
        ask(code);                                                                                 \
        PAYLOAD(T, __VA_ARGS__);                                                                   \
        response(code, 0, filter);                                                                 \
    } while (0)

/* ---- DFS: [MS-DFSC] 2.2 ------------------------------------------------------------------------------- */

static void
referrals(const wyre_dfsc_referral *entries, uint16_t count, uint32_t nt_status, const char *filter)
{
    uint8_t list[1024];
    size_t len;
    ask(WYRE_SMB2_FSCTL_DFS_GET_REFERRALS);
    ENCODED(wyre_dfsc_referrals_encode(entries, count, parts, w.pos, list, sizeof list, &len));
    wyre_dfsc_referral_response m = {.referrals = {0, (uint32_t)len},
                                     .referral_header_flags = 2,
                                     .path_consumed = 24,
                                     .number_of_referrals = count};
    ENCODED(
        wyre_dfsc_referral_response_encode(&m, list, len, payload, sizeof payload, &payload_len));
    response(WYRE_SMB2_FSCTL_DFS_GET_REFERRALS, nt_status, filter);
}

static void
dfs(void)
{
    IN(WYRE_SMB2_FSCTL_DFS_GET_REFERRALS,
       "smb.max_referral_level == 4 && smb.file == \"\\\\srv\\\\share\"",
       wyre_dfsc_referral_request,
       {.max_referral_level = 4, .request_file_name = utf16("\\srv\\share")});
    IN(WYRE_SMB2_FSCTL_DFS_GET_REFERRALS_EX, "smb2.ioctl.function == 0x601b0 && smb2.unknown",
       wyre_dfsc_referral_request_ex,
       {.max_referral_level = 4,
        .request_flags = 1,
        .request_file_name = utf16("\\srv\\share"),
        .site_name = utf16("Site")});
    gather_anew();
    wyre_span path = utf16("\\srv\\share"), address = utf16("\\other\\share"),
              name = utf16("\\dom");
    wyre_span names = utf16("\\dc1");
    wyre_wr_u16le(&w, 0);
    wyre_dfsc_referral m[2] = {{.version_number = 1, .server_type = 1, .share_name = path}};
    referrals(m, 1, 0,
              "smb.dfs.path_consumed == 24 && smb.dfs.referral.version == 1 && "
              "smb.dfs.referral.server.type == 1 && smb.dfs.referral.node == \"\\\\srv\\\\share\"");
    m[0] = (wyre_dfsc_referral){.version_number = 2,
                                .size = 22,
                                .proximity = 3,
                                .time_to_live = 300,
                                .dfs_path = path,
                                .dfs_alternate_path = path,
                                .network_address = address};
    referrals(
        m, 1, 0,
        "smb.dfs.referral.version == 2 && smb.dfs.referral.proximity == 3 && smb.dfs.referral.ttl "
        "== 300 && smb.dfs.referral.path == \"\\\\srv\\\\share\" && smb.dfs.referral.alt_path == "
        "\"\\\\srv\\\\share\" && smb.dfs.referral.node == \"\\\\other\\\\share\"");
    m[0].version_number = 3;
    m[0].size = 34;
    m[0].proximity = 0;
    m[1] = m[0];
    m[1].version_number = 4;
    m[1].referral_entry_flags = WYRE_DFSC_ENTRY_TARGET_SET_BOUNDARY;
    referrals(
        m, 2, 0,
        "smb.dfs.num_referrals == 2 && smb.dfs.referral.version == 3 && smb.dfs.referral.version "
        "== 4 && smb.dfs.referral.flags.target_set_boundary == 1 && smb.dfs.referral.path == "
        "\"\\\\srv\\\\share\" && smb.dfs.referral.node == \"\\\\other\\\\share\"");
    m[0] = (wyre_dfsc_referral){.version_number = 3,
                                .size = 18,
                                .time_to_live = 600,
                                .referral_entry_flags = WYRE_DFSC_ENTRY_NAME_LIST_REFERRAL,
                                .special_name = name,
                                .number_of_expanded_names = 1,
                                .expanded_names = {names.off, names.len + 2}};
    referrals(
        m, 1, WYRE_STATUS_BUFFER_OVERFLOW,
        "smb2.nt_status == 0x80000005 && smb.dfs.referral.ttl == 600 && "
        "smb.dfs.referral.domain_name == \"\\\\dom\" && smb.dfs.referral.expname == \"\\\\dc1\"");
}

/* ---- the server: [MS-SMB2] 2.2.31, 2.2.32 --------------------------------------------------------------- */

static void
copies(void)
{
    uint8_t chunk[24];
    OUT(WYRE_SMB2_FSCTL_SRV_REQUEST_RESUME_KEY,
        "smb2.fsctl.cchunk.resume_key == "
        "07:08:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00",
        wyre_smb2_srv_request_resume_key_response, {.resume_key = {7, 8}});
    wyre_smb2_srv_copychunk one = {.source_offset = 512, .target_offset = 1024, .length = 4096};
    ENCODED(wyre_smb2_srv_copychunk_encode(&one, NULL, 0, chunk, sizeof chunk, NULL));
    IN(WYRE_SMB2_FSCTL_SRV_COPYCHUNK,
       "smb2.fsctl.cchunk.count == 1 && smb2.fsctl.cchunk.src_offset == 512 && "
       "smb2.fsctl.cchunk.dst_offset == 1024 && smb2.fsctl.cchunk.xfer_len == 4096",
       wyre_smb2_srv_copychunk_copy,
       {.source_key = {7, 8}, .chunks = bytes((const char *)chunk, sizeof chunk)});
    PAYLOAD(wyre_smb2_srv_copychunk_response,
            {.chunks_written = 1, .chunk_bytes_written = 2, .total_bytes_written = 4096});
    response(WYRE_SMB2_FSCTL_SRV_COPYCHUNK, 0,
             "smb2.fsctl.cchunk.chunks_written == 1 && smb2.fsctl.cchunk.bytes_written == 2 && "
             "smb2.fsctl.cchunk.total_written == 4096");
    IN(WYRE_SMB2_FSCTL_SRV_COPYCHUNK_WRITE,
       "smb2.ioctl.function == 0x1480f2 && smb2.fsctl.cchunk.src_offset == 512",
       wyre_smb2_srv_copychunk_copy,
       {.source_key = {7, 8}, .chunks = bytes((const char *)chunk, sizeof chunk)});
    PAYLOAD(
        wyre_smb2_srv_copychunk_response,
        {.chunks_written = 256, .chunk_bytes_written = 1 << 20, .total_bytes_written = 16 << 20});
    response(WYRE_SMB2_FSCTL_SRV_COPYCHUNK_WRITE, WYRE_STATUS_INVALID_PARAMETER,
             "smb2.nt_status == 0xc000000d && smb2.fsctl.cchunk.chunks_written == 256 && "
             "smb2.fsctl.cchunk.total_written == 16777216");
}

static void
snapshots(void)
{
    ask(WYRE_SMB2_FSCTL_SRV_ENUMERATE_SNAPSHOTS);
    gather_anew();
    wyre_span names = utf16("@GMT-2020.01.02-03.04.05");
    bytes("\0\0\0\0", 4);
    names.len += 4;
    wyre_smb2_srv_snapshot_array m = {.number_of_snap_shots = 3,
                                      .number_of_snap_shots_returned = 1,
                                      .snap_shot_array_size = names.len,
                                      .snap_shots = names};
    ENCODED(wyre_smb2_srv_snapshot_array_encode(&m, parts, w.pos, payload, sizeof payload,
                                                &payload_len));
    response(WYRE_SMB2_FSCTL_SRV_ENUMERATE_SNAPSHOTS, 0,
             "smb2.ioctl.enumerate_snapshots.num_snapshots == 3 && "
             "smb2.ioctl.enumerate_snapshots.num_snapshots_returned == 1 && "
             "smb2.ioctl.enumerate_snapshots.snapshot == \"@GMT-2020.01.02-03.04.05\"");
}

static void
interfaces(void)
{
    wyre_fscc_entry_list list = {0, 0, 0};
    wyre_wr entries;
    uint8_t one[152];
    size_t len;
    ask(WYRE_SMB2_FSCTL_QUERY_NETWORK_INTERFACE_INFO);
    wyre_wr_init(&entries, payload, sizeof payload);
    wyre_smb2_network_interface_info m = {
        .if_index = 5, .capability = 1, .link_speed = 1000000000, .family = 2};
    wyre_smb2_sockaddr_in v4 = {.ipv4_address = {192, 0, 2, 1}};
    ENCODED(wyre_smb2_sockaddr_in_encode(&v4, NULL, 0, m.sock_addr, sizeof m.sock_addr, NULL));
    ENCODED(wyre_smb2_network_interface_info_encode(&m, NULL, 0, one, sizeof one, &len));
    wyre_fscc_entry_append(&entries, &list, one, len, 8);
    wyre_smb2_sockaddr_in6 v6 = {
        .ipv6_address = {0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9}, .scope_id = 3};
    m.family = 23;
    ENCODED(wyre_smb2_sockaddr_in6_encode(&v6, NULL, 0, m.sock_addr, sizeof m.sock_addr, NULL));
    ENCODED(wyre_smb2_network_interface_info_encode(&m, NULL, 0, one, sizeof one, &len));
    wyre_fscc_entry_append(&entries, &list, one, len, 8);
    ENCODED(wyre_wr_finish(&entries, &payload_len));
    response(
        WYRE_SMB2_FSCTL_QUERY_NETWORK_INTERFACE_INFO, 0,
        "smb2.ioctl.network_interfaces.index == 5 && smb2.ioctl.network_interfaces.link_speed == "
        "1000000000 && smb2.windows.sockaddr.in.addr == 192.0.2.1 && "
        "smb2.windows.sockaddr.in6.addr == 2001:db8::9 && smb2.windows.sockaddr.in6.scope_id == 3");
}

static void
server(void)
{
    copies();
    snapshots();
    interfaces();
    IN(WYRE_SMB2_FSCTL_VALIDATE_NEGOTIATE_INFO,
       "smb2.capabilities == 0x7f && smb2.client_guid == 00000001-0000-0000-0000-000000000000 && "
       "smb2.sec_mode == 1 && smb2.dialect_count == 3 && smb2.dialect == 0x0300",
       wyre_smb2_validate_negotiate_info_request,
       {.capabilities = 0x7f,
        .guid = {1},
        .security_mode = 1,
        .dialects = bytes("\x02\x02\x10\x02\x00\x03", 6)});
    PAYLOAD(wyre_smb2_validate_negotiate_info_response,
            {.capabilities = 7, .guid = {2}, .security_mode = 3, .dialect = 0x0302});
    response(WYRE_SMB2_FSCTL_VALIDATE_NEGOTIATE_INFO, 0,
             "smb2.capabilities == 7 && smb2.server_guid == 00000002-0000-0000-0000-000000000000 "
             "&& smb2.sec_mode == 3 && smb2.dialect == 0x0302");
    IN(WYRE_SMB2_FSCTL_LMR_REQUEST_RESILIENCY, "smb2.ioctl.resiliency.timeout == 5000",
       wyre_smb2_network_resiliency_request, {.timeout = 5000});
    IN(WYRE_SMB2_FSCTL_SRV_READ_HASH, "smb2.ioctl.function == 0x1441bb && smb2.unknown",
       wyre_smb2_srv_read_hash_request,
       {.hash_type = 1, .hash_version = 2, .hash_retrieval_type = 1, .length = 4096});
}

/* ---- pipes and files: [MS-FSCC] 2.3 ------------------------------------------------------------------------ */

static void
pipes(void)
{
    IN(WYRE_SMB2_FSCTL_PIPE_WAIT,
       "smb2.fsctl.wait.timeout == 50000000 && smb2.fsctl.wait.name == \"srvsvc\"",
       wyre_fscc_pipe_wait_request,
       {.timeout = 50000000, .timeout_specified = 1, .name = utf16("srvsvc")});
    OUT(WYRE_SMB2_FSCTL_PIPE_PEEK, "smb2.ioctl.function == 0x11400c && smb2.unknown",
        wyre_fscc_pipe_peek_reply,
        {.named_pipe_state = 3,
         .read_data_available = 2,
         .number_of_messages = 1,
         .message_length = 2,
         .data = bytes("ab", 2)});
}

static void
files(void)
{
    OUT(WYRE_SMB2_FSCTL_GET_COMPRESSION, "smb2.compression_format == 2", wyre_fscc_compression,
        {2});
    IN(WYRE_SMB2_FSCTL_SET_COMPRESSION, "smb2.compression_format == 1", wyre_fscc_compression, {1});
    OUT(WYRE_SMB2_FSCTL_GET_OBJECT_ID,
        "smb2.object_id == 00000001-0000-0000-0000-000000000000 && smb2.birth_volume_id == "
        "00000002-0000-0000-0000-000000000000 && smb2.birth_object_id == "
        "00000003-0000-0000-0000-000000000000 && smb2.domain_id == "
        "00000004-0000-0000-0000-000000000000",
        wyre_fscc_file_objectid_buffer,
        {.object_id = {1}, .birth_volume_id = {2}, .birth_object_id = {3}, .domain_id = {4}});
    IN(WYRE_SMB2_FSCTL_SET_SPARSE, "smb2.fsctl.set_sparse == 1", wyre_fscc_file_set_sparse_buffer,
       {1});
    IN(WYRE_SMB2_FSCTL_SET_ZERO_DATA,
       "smb2.fsctl.range_offset == 4096 && smb2.fsctl.range_length == 8192",
       wyre_fscc_file_zero_data_information, {4096, 8192});
    IN(WYRE_SMB2_FSCTL_QUERY_ALLOCATED_RANGES,
       "smb2.fsctl.range_offset == 0 && smb2.fsctl.range_length == 65536",
       wyre_fscc_file_allocated_range_buffer, {0, 65536});
    PAYLOAD(wyre_fscc_file_allocated_range_buffer, {4096, 8192});
    response(WYRE_SMB2_FSCTL_QUERY_ALLOCATED_RANGES, 0,
             "smb2.fsctl.range_offset == 4096 && smb2.fsctl.range_length == 8192");
    IN(WYRE_SMB2_FSCTL_FILE_LEVEL_TRIM, "smb2.ioctl.function == 0x98208 && smb2.unknown",
       wyre_fscc_file_level_trim, {.ranges = bytes("\0\x10\0\0\0\0\0\0\0\x20\0\0\0\0\0\0", 16)});
    PAYLOAD(wyre_fscc_file_level_trim_output, {1});
    response(WYRE_SMB2_FSCTL_FILE_LEVEL_TRIM, 0, "smb2.ioctl.function == 0x98208 && smb2.unknown");
    IN(WYRE_SMB2_FSCTL_DUPLICATE_EXTENTS_TO_FILE, "smb2.ioctl.function == 0x98344 && smb2.unknown",
       wyre_fscc_duplicate_extents_data,
       {.source_file_offset = 1, .target_file_offset = 2, .byte_count = 3, .file_id = {0xb}});
}

static void
offloads(void)
{
    wyre_fscc_storage_offload_token token = {
        .token_type = 0xffff0002, .token_id_length = 504, .token_id = {5, 6}};
    wyre_fscc_offload_read_output read = {.size = 528, .transfer_length = 1 << 20};
    wyre_fscc_offload_write_input write = {
        .size = 544, .file_offset = 1, .copy_length = 1 << 20, .transfer_offset = 2};
    IN(WYRE_SMB2_FSCTL_OFFLOAD_READ,
       "smb2.fsctl.odx.size == 32 && smb2.fsctl.odx.token_ttl == 60000 && "
       "smb2.fsctl.odx.file_offset == 4096 && smb2.fsctl.odx.copy_length == 1048576",
       wyre_fscc_offload_read_input,
       {.size = 32, .token_time_to_live = 60000, .file_offset = 4096, .copy_length = 1 << 20});
    ENCODED(wyre_fscc_storage_offload_token_encode(&token, NULL, 0, read.token, sizeof read.token,
                                                   NULL));
    memcpy(write.token, read.token, sizeof write.token);
    PAYLOAD(wyre_fscc_offload_read_output, read);
    response(WYRE_SMB2_FSCTL_OFFLOAD_READ, 0,
             "smb2.fsctl.odx.size == 528 && smb2.fsctl.odx.xfer_length == 1048576 && "
             "smb2.fsctl.odx.token.type == 0xffff0002 && smb2.fsctl.odx.token.idlen == 504");
    IN(WYRE_SMB2_FSCTL_OFFLOAD_WRITE,
       "smb2.fsctl.odx.size == 544 && smb2.fsctl.odx.file_offset == 1 && "
       "smb2.fsctl.odx.token_offset == 2 && smb2.fsctl.odx.token.type == 0xffff0002",
       wyre_fscc_offload_write_input, write);
    PAYLOAD(wyre_fscc_offload_write_output, {.size = 16, .length_written = 1 << 20});
    response(WYRE_SMB2_FSCTL_OFFLOAD_WRITE, 0,
             "smb2.fsctl.odx.size == 16 && smb2.fsctl.odx.xfer_length == 1048576");
}

static void
reparse_points(void)
{
    gather_anew();
    wyre_span name = utf16("target");
    wyre_fscc_symbolic_link_reparse_data_buffer symlink = {.reparse_tag = 0xa000000c,
                                                           .flags = 1,
                                                           .substitute_name = name,
                                                           .print_name = name,
                                                           .path_buffer = name};
    ENCODED(wyre_fscc_symbolic_link_reparse_data_buffer_encode(&symlink, parts, w.pos, payload,
                                                               sizeof payload, &payload_len));
    request(WYRE_SMB2_FSCTL_SET_REPARSE_POINT,
            "smb2.symlink.substitute_name == \"target\" && smb2.symlink.print_name == \"target\" "
            "&& smb2.symlink.flags == 1");
    ask(WYRE_SMB2_FSCTL_GET_REPARSE_POINT);
    wyre_fscc_mount_point_reparse_data_buffer mount = {.reparse_tag = 0xa0000003,
                                                       .substitute_name = name,
                                                       .print_name = name,
                                                       .path_buffer = name};
    ENCODED(wyre_fscc_mount_point_reparse_data_buffer_encode(&mount, parts, w.pos, payload,
                                                             sizeof payload, &payload_len));
    response(WYRE_SMB2_FSCTL_GET_REPARSE_POINT, 0,
             "smb2.reparse_tag == 0xa0000003 && smb2.reparse_data_length == 20 && smb2.unknown");
    IN(WYRE_SMB2_FSCTL_SET_REPARSE_POINT,
       "smb2.reparse_tag == 0x80000013 && smb2.reparse_data_length == 4 && smb2.unknown",
       wyre_fscc_reparse_data_buffer,
       {.reparse_tag = 0x80000013, .reparse_data = bytes("data", 4)});
    IN(WYRE_SMB2_FSCTL_SET_REPARSE_POINT,
       "smb2.reparse_tag == 0x00000013 && smb2.reparse_guid && "
       "smb2.reparse_data_length == 4",
       wyre_fscc_reparse_guid_data_buffer,
       {.reparse_tag = 0x13, .reparse_guid = {5}, .reparse_data = bytes("data", 4)});
}

int
main(void)
{
    dfs();
    server();
    pipes();
    files();
    offloads();
    reparse_points();
    return 0;
}

/* What smb2.c has no room for: contexts of CREATE, TREE_CONNECT and errors, and the bodies of responses
 * that failed, that wait or that had no room for all. */
#include "smb2_link.h"

/* ---- contexts of CREATE: [MS-SMB2] 2.2.13.2, 2.2.14.2 --------------------------------------------------- */

static wyre_smb2_create_context_list contexts;

static void
contexts_anew(void)
{
    gather_anew();
    contexts = (wyre_smb2_create_context_list){{0, 0}, 0, 0};
}

static void
add(uint16_t kind, const uint8_t *data, size_t len)
{
    wyre_smb2_create_context context = {.kind = kind, .data = {0, (uint32_t)len}};
    wyre_smb2_create_context_append(&w, &contexts, &context, data, len);
}

#define CONTEXT(kind, T, src, src_len, ...)                                                        \
    do {                                                                                           \
        T context_m = __VA_ARGS__;                                                                 \
        uint8_t context_data[512];                                                                 \
        size_t context_len;                                                                        \
        ENCODED(T##_encode(&context_m, src, src_len, context_data, sizeof context_data,            \
                           &context_len));                                                         \
        add(kind, context_data, context_len);                                                      \
    } while (0)

static void
create_request(const char *filter)
{
    wyre_smb2_create_request m = {.desired_access = 1, .create_contexts = contexts.list};
    m.name = utf16("file");
    SAY("contexts", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, parts, w.pos, filter);
}

static void
create_response(const char *filter)
{
    wyre_smb2_create_response m = {
        .structure_size = 89, .create_action = 1, .create_contexts = contexts.list};
    SAY("contexts", 's', WYRE_SMB2_CREATE, 0, wyre_smb2_create_response, &m, parts, w.pos, filter);
}

static void
lists_and_descriptors(void)
{
    static const uint8_t src[] = "NAMEvalue";
    uint8_t sid[68], descriptor[256];
    size_t sid_len, len;
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_EA_BUFFER, wyre_fscc_file_full_ea_information, src, 9,
            {.ea_name = {0, 4}, .ea_value = {4, 5}});
    ENCODED(
        wyre_dtyp_sid_from_text((const uint8_t *)"S-1-5-32-544", 12, sid, sizeof sid, &sid_len));
    wyre_dtyp_security_descriptor m = {
        .revision = 1, .control = 0x8000, .owner = {0, (uint32_t)sid_len}};
    ENCODED(wyre_dtyp_security_descriptor_encode(&m, sid, sid_len, descriptor, sizeof descriptor,
                                                 &len));
    add(WYRE_SMB2_CREATE_SD_BUFFER, descriptor, len);
    create_request("smb2.tag == \"ExtA\" && smb2.tag == \"SecD\" && smb2.ea.name == \"NAME\" && "
                   "smb2.ea.data_len == 5 && nt.sid == \"S-1-5-32-544\"");
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST, wyre_smb2_durable_handle_response, NULL, 0,
            {{0}});
    CONTEXT(WYRE_SMB2_CREATE_REQUEST_LEASE, wyre_smb2_create_lease_v2, NULL, 0,
            {.lease_key = {1}, .lease_state = 3, .lease_flags = 2, .epoch = 4});
    create_response("smb2.tag == \"DHnQ\" && smb2.tag == \"RqLs\" && smb2.dhnq_buffer_reserved == "
                    "0 && smb2.lease.lease_state == 3 && smb2.lease.lease_flags == 2 && "
                    "smb2.lease.lease_oplock == 4");
}

static void
applications(void)
{
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_APP_INSTANCE_ID, wyre_smb2_create_app_instance_id, NULL, 0,
            {.app_instance_id = {8}});
    CONTEXT(WYRE_SMB2_CREATE_APP_INSTANCE_VERSION, wyre_smb2_create_app_instance_version, NULL, 0,
            {.app_instance_version_high = 1, .app_instance_version_low = 2});
    CONTEXT(WYRE_SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST, wyre_smb2_create_timestamp, NULL, 0,
            {0x01d5000000000000});
    create_request(
        "smb2.app_instance.app_guid == 00000008-0000-0000-0000-000000000000 && "
        "smb2.app_instance_version.version.high == 1 && smb2.app_instance_version.version.low == 2 "
        "&& smb2.mxac_timestamp == \"2019-05-01 09:26:47.7297664\"");
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_POSIX, wyre_smb2_create_posix_request, NULL, 0, {0644});
    create_request(
        "smb2.tag == \"5025ad93-b49c-e711-b423-83de968bcd7c\" && smb2.posix_perms == 420");
    uint8_t sids[136];
    size_t owner, group;
    ENCODED(wyre_dtyp_sid_from_text((const uint8_t *)"S-1-22-1-1000", 13, sids, 68, &owner));
    ENCODED(wyre_dtyp_sid_from_text((const uint8_t *)"S-1-22-2-100", 12, sids + owner, 68, &group));
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_POSIX, wyre_smb2_create_posix_response, sids, owner + group,
            {.nlink = 1, .mode = 0644, .sids = {0, (uint32_t)(owner + group)}});
    create_response("smb2.posix_perms == 420 && smb2.nlinks == 1 && nt.sid == \"S-1-22-1-1000\" && "
                    "nt.sid == \"S-1-22-2-100\"");
}

static void
apple(void)
{
    uint8_t name[64];
    wyre_span model, path;
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_AAPL, wyre_smb2_aapl_server_query_request, NULL, 0,
            {.command_code = 1, .request_bitmap = 7, .client_capabilities = 7});
    create_request(
        "smb2.aapl.command_code == 1 && smb2.aapl.query_bitmask == 7 && smb2.aapl.caps == 7");
    contexts_anew();
    wyre_wr text;
    wyre_wr_init(&text, name, sizeof name);
    wyre_wr_gather_utf16(&text, "MacSamba", 8, &model);
    CONTEXT(WYRE_SMB2_CREATE_AAPL, wyre_smb2_aapl_server_query_response, name, text.pos,
            {.command_code = 1,
             .reply_bitmap = 7,
             .server_capabilities = 5,
             .volume_capabilities = 2,
             .model = model});
    create_response("smb2.aapl.query_bitmask == 7 && smb2.aapl.caps == 5 && smb2.aapl.volume_caps "
                    "== 2 && smb2.aapl.model_string == \"MacSamba\"");
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_AAPL, wyre_smb2_aapl_resolve_id_request, NULL, 0,
            {.command_code = 2, .file_id = 0x1122});
    create_request("smb2.aapl.command_code == 2 && smb2.file_id == 0x1122");
    contexts_anew();
    wyre_wr_init(&text, name, sizeof name);
    wyre_wr_gather_utf16(&text, "dir/file", 8, &path);
    CONTEXT(WYRE_SMB2_CREATE_AAPL, wyre_smb2_aapl_resolve_id_response, name, text.pos,
            {.command_code = 2, .path = path});
    create_response("smb2.aapl.command_code == 2 && smb2.aapl.server_path == \"dir/file\"");
}

static void
shared_disks(void)
{
    static const uint8_t host[] = "h\0o\0s\0t";
    wyre_smb2_svhdx_open_device_context m = {.version = 1,
                                             .has_initiator_id = 1,
                                             .initiator_id = {6},
                                             .flags = 1,
                                             .originator_flags = 4,
                                             .open_request_id = 9,
                                             .initiator_host_name_length = 8};
    memcpy(m.initiator_host_name, host, 8);
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_SVHDX_OPEN_DEVICE_CONTEXT, wyre_smb2_svhdx_open_device_context, NULL,
            0, m);
    create_request("smb2.tag == \"9ecfcb9c-c104-43e6-980e-158da1f6ec83\" && "
                   "smb2.svhdx_open_device_context.initiator_has_id == 1 && "
                   "smb2.svhdx_open_device_context.flags == 1 && "
                   "smb2.svhdx_open_device_context.originator_flags == 4 && "
                   "smb2.svhxd_open_device_context.open_request_id == 9 && "
                   "smb2.svhxd_open_device_context.initiator_host_name_len == 8 && "
                   "smb2.svhdx_open_device_context.version == 1");
    create_response("smb2.tag == \"9ecfcb9c-c104-43e6-980e-158da1f6ec83\" && "
                    "smb2.svhdx_open_device_context.initiator_has_id == 1 && "
                    "smb2.svhdx_open_device_context.flags == 1 && "
                    "smb2.svhdx_open_device_context.originator_flags == 4 && "
                    "smb2.svhxd_open_device_context.open_request_id == 9 && "
                    "smb2.svhxd_open_device_context.initiator_host_name_len == 8 && "
                    "smb2.svhdx_open_device_context.version == 1");
    m.version = 2;
    m.virtual_disk_properties_initialized = 1;
    m.server_service_version = 0x0200;
    m.virtual_sector_size = 512;
    m.physical_sector_size = 4096;
    m.virtual_size = 1 << 30;
    contexts_anew();
    CONTEXT(WYRE_SMB2_CREATE_SVHDX_OPEN_DEVICE_CONTEXT, wyre_smb2_svhdx_open_device_context, NULL,
            0, m);
    create_request("smb2.tag == \"9ecfcb9c-c104-43e6-980e-158da1f6ec83\" && "
                   "smb2.svhdx_open_device_context.initiator_has_id == 1 && "
                   "smb2.svhdx_open_device_context.flags == 1 && "
                   "smb2.svhdx_open_device_context.originator_flags == 4 && "
                   "smb2.svhxd_open_device_context.open_request_id == 9 && "
                   "smb2.svhxd_open_device_context.initiator_host_name_len == 8 && "
                   "smb2.svhdx_open_device_context.version == 2 && "
                   "smb2.svhdx_open_device_context.server_service_version == 512 && "
                   "smb2.svhdx_open_device_context.physical_sector_size == 4096 && "
                   "smb2.svhdx_open_device_context.virtual_size == 1073741824");
    create_response("smb2.tag == \"9ecfcb9c-c104-43e6-980e-158da1f6ec83\" && "
                    "smb2.svhdx_open_device_context.initiator_has_id == 1 && "
                    "smb2.svhdx_open_device_context.flags == 1 && "
                    "smb2.svhdx_open_device_context.originator_flags == 4 && "
                    "smb2.svhxd_open_device_context.open_request_id == 9 && "
                    "smb2.svhxd_open_device_context.initiator_host_name_len == 8 && "
                    "smb2.svhdx_open_device_context.version == 2 && "
                    "smb2.svhdx_open_device_context.server_service_version == 512 && "
                    "smb2.svhdx_open_device_context.physical_sector_size == 4096 && "
                    "smb2.svhdx_open_device_context.virtual_size == 1073741824");
}

/* ---- TREE_CONNECT with an extension: 2.2.9.1 --------------------------------------------------------------- */

static void
tree_connect(void)
{
    uint8_t identity[64];
    size_t len;
    gather_anew();
    wyre_smb2_remoted_identity_tree_connect who = {
        .ticket_type = 1, .ticket_size = 30, .user = 28, .ticket_info = {0, 2}};
    ENCODED(wyre_smb2_remoted_identity_tree_connect_encode(&who, (const uint8_t *)"ab", 2, identity,
                                                           sizeof identity, &len));
    wyre_smb2_negotiate_context_list list = {{0, 0}, 0};
    wyre_smb2_negotiate_context context = {.context_type = 1, .data = {0, (uint32_t)len}};
    wyre_smb2_negotiate_context_append(&w, &list, &context, identity, len);
    wyre_smb2_tree_connect_extension_request m = {
        .flags = 4, .tree_connect_context_count = 1, .tree_connect_contexts = list.list};
    m.path = utf16("\\\\srv\\share");
    SAY("extended", 'c', WYRE_SMB2_TREE_CONNECT, 0, wyre_smb2_tree_connect_extension_request, &m,
        parts, w.pos, "smb2.tc.extension_present == 1 && smb2.tree == \"\\\\\\\\srv\\\\share\"");
}

/* ---- responses that are no success: 2.2.2, 3.3.4.4 ------------------------------------------------------------ */

/* The room that was needed. */
static void
too_small(void)
{
    wyre_smb2_query_info_request ask = {
        .info_type = 1, .file_info_class = 18, .output_buffer_length = 4};
    SAY("failed", 'c', WYRE_SMB2_QUERY_INFO, 0, wyre_smb2_query_info_request, &ask, NULL, 0,
        "smb2.cmd == 16");
    wyre_smb2_error_response m = {.error_data = {0, 4}};
    SAY("failed", 's', WYRE_SMB2_QUERY_INFO, WYRE_STATUS_BUFFER_TOO_SMALL, wyre_smb2_error_response,
        &m, (const uint8_t *)"\x68\0\0\0", 4,
        "smb2.nt_status == 0xc0000023 && smb2.required_size == 104");
}

/* What came before the room ended: READ of a pipe, QUERY_INFO of a name, an IOCTL of a pipe. */
static void
overflows(void)
{
    static const uint8_t data[] = "twelve bytes";
    wyre_smb2_read_request read = {.length = 12};
    SAY("overflow", 'c', WYRE_SMB2_READ, 0, wyre_smb2_read_request, &read, NULL, 0,
        "smb2.cmd == 8");
    wyre_smb2_read_response got = {.data = {0, 12}, .data_remaining = 5};
    SAY("overflow", 's', WYRE_SMB2_READ, WYRE_STATUS_BUFFER_OVERFLOW, wyre_smb2_read_response, &got,
        data, 12,
        "smb2.nt_status == 0x80000005 && smb2.olb.length == 12 && smb2.read_remaining == 5");
    wyre_smb2_query_info_request ask = {
        .info_type = 2, .file_info_class = 5, .output_buffer_length = 14};
    SAY("overflow", 'c', WYRE_SMB2_QUERY_INFO, 0, wyre_smb2_query_info_request, &ask, NULL, 0,
        "smb2.cmd == 16");
    wyre_smb2_output_response some = {.output_buffer = {0, 14}};
    SAY("overflow", 's', WYRE_SMB2_QUERY_INFO, WYRE_STATUS_BUFFER_OVERFLOW,
        wyre_smb2_output_response, &some, (const uint8_t *)"\x4f\0\0\0\xff\0\0\0\2\0\0\0N\0", 14,
        "smb2.nt_status == 0x80000005 && smb.fs_max_name_len == 255 && smb.fs_name == \"N\"");
    wyre_smb2_ioctl_request transceive = {.ctl_code = WYRE_SMB2_FSCTL_PIPE_TRANSCEIVE,
                                          .flags = 1,
                                          .input = {0, 12},
                                          .max_output_response = 12};
    SAY("overflow", 'c', WYRE_SMB2_IOCTL, 0, wyre_smb2_ioctl_request, &transceive, data, 12,
        "smb2.cmd == 11");
    wyre_smb2_ioctl_response piece = {.ctl_code = WYRE_SMB2_FSCTL_PIPE_TRANSCEIVE,
                                      .output = {0, 12}};
    SAY("overflow", 's', WYRE_SMB2_IOCTL, WYRE_STATUS_BUFFER_OVERFLOW, wyre_smb2_ioctl_response,
        &piece, data, 12,
        "smb2.nt_status == 0x80000005 && smb2.ioctl.function == 0x11c017 && smb2.olb.length == 12");
    SAY("overflow", 'c', WYRE_SMB2_READ, 0, wyre_smb2_read_request, &read, NULL, 0,
        "smb2.cmd == 8");
    got = (wyre_smb2_read_response){.data = {80, 0}};
    SAY("overflow", 's', WYRE_SMB2_READ, WYRE_STATUS_PIPE_BROKEN, wyre_smb2_read_response, &got,
        NULL, 0, "smb2.nt_status == 0xc000014b && smb2.olb.length == 0");
}

/* An interim response, the final one, and CANCEL of an asynchronous request. */
static void
waiting(void)
{
    wyre_smb2_change_notify_request watch = {.output_buffer_length = 2048, .completion_filter = 3};
    SAY("async", 'c', WYRE_SMB2_CHANGE_NOTIFY, 0, wyre_smb2_change_notify_request, &watch, NULL, 0,
        "smb2.cmd == 15");
    size_t len;
    wyre_smb2_error_response nothing = {0};
    header_of('s', WYRE_SMB2_CHANGE_NOTIFY, WYRE_STATUS_PENDING);
    header.flags |= WYRE_SMB2_FLAGS_ASYNC_COMMAND;
    header.async_id = 0x1122334455;
    ENCODED(wyre_smb2_header_encode(&header, NULL, 0, link_bytes, sizeof link_bytes, NULL));
    ENCODED(
        wyre_smb2_error_response_encode(&nothing, NULL, 0, link_bytes, sizeof link_bytes, &len));
    over_tcp("async", 's',
             "smb2.nt_status == 0x103 && smb2.flags.async == 1 && smb2.aid == 0x1122334455 && "
             "smb2.error.byte_count == 0",
             len);
    wyre_smb2_short_body cancel = {0};
    header_of('c', WYRE_SMB2_CANCEL, 0);
    message_id--;
    header.message_id = message_id;
    header.flags |= WYRE_SMB2_FLAGS_ASYNC_COMMAND;
    header.async_id = 0x1122334455;
    ENCODED(wyre_smb2_header_encode(&header, NULL, 0, link_bytes, sizeof link_bytes, NULL));
    ENCODED(wyre_smb2_short_body_encode(&cancel, NULL, 0, link_bytes, sizeof link_bytes, &len));
    over_tcp("async", 'c', "smb2.cmd == 12 && smb2.flags.async == 1 && smb2.aid == 0x1122334455",
             len);
    header_of('s', WYRE_SMB2_CHANGE_NOTIFY, WYRE_STATUS_NOTIFY_ENUM_DIR);
    header.flags |= WYRE_SMB2_FLAGS_ASYNC_COMMAND;
    header.async_id = 0x1122334455;
    wyre_smb2_output_response none = {{0, 0}};
    ENCODED(wyre_smb2_header_encode(&header, NULL, 0, link_bytes, sizeof link_bytes, NULL));
    ENCODED(wyre_smb2_output_response_encode(&none, NULL, 0, link_bytes, sizeof link_bytes, &len));
    over_tcp("async", 's',
             "smb2.nt_status == 0x10c && smb2.aid == 0x1122334455 && smb2.olb.length == 0", len);
}

/* ---- sessions, leases, RDMA ------------------------------------------------------------------------------------ */

static void
sessions(void)
{
    static const uint8_t token[] = "NTLMSSP\0\1\0\0\0\5\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    wyre_smb2_session_setup_request setup = {
        .flags = 1, .security_mode = 2, .security_buffer = {0, 32}};
    SAY("binding", 'c', WYRE_SMB2_SESSION_SETUP, 0, wyre_smb2_session_setup_request, &setup, token,
        32,
        "smb2.ses_req_flags.session_binding == 1 && smb2.sec_mode == 2 && ntlmssp.messagetype == "
        "1");
    wyre_smb2_session_setup_response more = {.security_buffer = {0, 32}};
    SAY("binding", 's', WYRE_SMB2_SESSION_SETUP, WYRE_STATUS_MORE_PROCESSING_REQUIRED,
        wyre_smb2_session_setup_response, &more, token, 32,
        "smb2.nt_status == 0xc0000016 && ntlmssp.messagetype == 1");
    wyre_smb2_negotiate_request any = {.security_mode = 1, .dialects = {0, 2}};
    SAY("any", 'c', WYRE_SMB2_NEGOTIATE, 0, wyre_smb2_negotiate_request, &any,
        (const uint8_t *)"\x02\x02", 2, "smb2.cmd == 0");
    wyre_smb2_negotiate_response wild = {.dialect_revision = 0x02ff,
                                         .reserved2 = 0x204d4c20,
                                         .security_mode = 1,
                                         .max_read_size = 65536};
    SAY("any", 's', WYRE_SMB2_NEGOTIATE, 0, wyre_smb2_negotiate_response, &wild, NULL, 0,
        "smb2.dialect == 0x02ff && smb2.max_read_size == 65536");
}

static void
leases(void)
{
    wyre_smb2_lease_break_acknowledgment m = {.lease_key = {1}, .lease_state = 1};
    SAY("lease", 'c', WYRE_SMB2_OPLOCK_BREAK, 0, wyre_smb2_lease_break_acknowledgment, &m, NULL, 0,
        "smb2.cmd == 18");
    SAY("lease", 's', WYRE_SMB2_OPLOCK_BREAK, 0, wyre_smb2_lease_break_acknowledgment, &m, NULL, 0,
        "smb2.cmd == 18 && smb2.flags.response == 1 && smb2.buffer_code == 36 && "
        "smb2.lease.lease_state == 1");
}

static void
channels(void)
{
    static const uint8_t descriptor[] = "\0\x10\0\0\0\0\0\0\5\0\0\0\0\x20\0\0";
    wyre_smb2_read_request read = {
        .length = 8192, .channel = 1, .read_channel_info = {0, 16}, .flags = 1};
    SAY("channel", 'c', WYRE_SMB2_READ, 0, wyre_smb2_read_request, &read, descriptor, 16,
        "smb2.channel == 1 && smb2.read_flags.unbuffered == 1 && smb2.buffer_descriptor.offset == "
        "4096 && smb2.buffer_descriptor.token == 5 && smb2.buffer_descriptor.length == 8192");
    wyre_smb2_write_request write = {
        .channel = 1, .remaining_bytes = 8192, .write_channel_info = {0, 16}};
    SAY("channel", 'c', WYRE_SMB2_WRITE, 0, wyre_smb2_write_request, &write, descriptor, 16,
        "smb2.channel == 1 && smb2.remaining_bytes == 8192 && smb2.buffer_descriptor.token == 5");
}

int
main(void)
{
    lists_and_descriptors();
    applications();
    apple();
    shared_disks();
    tree_connect();
    too_small();
    overflows();
    waiting();
    sessions();
    leases();
    channels();
    return 0;
}

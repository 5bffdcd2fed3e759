/* One message of each body of SMB2, and of the contexts that most clients send. */
#include "smb2_link.h"

/* ---- NEGOTIATE ----------------------------------------------------------------------------------------- */

#define DATA(T, m)                                                                                 \
    do {                                                                                           \
        ENCODED(T##_encode(m, payload, sizeof payload, data, sizeof data, &data_len));             \
    } while (0)

static void
add_context(wyre_smb2_negotiate_context_list *list, uint16_t type, const uint8_t *data, size_t len)
{
    wyre_smb2_negotiate_context context = {.data = {0, (uint32_t)len}, .context_type = type};
    wyre_smb2_negotiate_context_append(&w, list, &context, data, len);
}

static wyre_smb2_negotiate_context_list
all_negotiate_contexts(void)
{
    static const uint8_t payload[] = "\x01\x00\x02\x00\x03\x00\x04\x00saltsaltsrv.example";
    uint8_t data[128];
    size_t data_len;
    wyre_smb2_negotiate_context_list list = {{0, 0}, 0};
    DATA(wyre_smb2_preauth_integrity_capabilities,
         (&(wyre_smb2_preauth_integrity_capabilities){{0, 2}, {8, 8}}));
    add_context(&list, WYRE_SMB2_PREAUTH_INTEGRITY_CAPABILITIES, data, data_len);
    DATA(wyre_smb2_encryption_capabilities, (&(wyre_smb2_encryption_capabilities){{0, 8}}));
    add_context(&list, WYRE_SMB2_ENCRYPTION_CAPABILITIES, data, data_len);
    DATA(wyre_smb2_compression_capabilities,
         (&(wyre_smb2_compression_capabilities){.compression_algorithms = {0, 8}, .flags = 1}));
    add_context(&list, WYRE_SMB2_COMPRESSION_CAPABILITIES, data, data_len);
    uint8_t host[64];
    wyre_wr name;
    wyre_smb2_netname_negotiate_context netname;
    wyre_wr_init(&name, host, sizeof host);
    wyre_wr_gather_utf16(&name, "srv.example", 11, &netname.net_name);
    ENCODED(wyre_smb2_netname_negotiate_context_encode(&netname, host, name.pos, data, sizeof data,
                                                       &data_len));
    add_context(&list, WYRE_SMB2_NETNAME_NEGOTIATE_CONTEXT_ID, data, data_len);
    DATA(wyre_smb2_transport_capabilities, (&(wyre_smb2_transport_capabilities){1}));
    add_context(&list, WYRE_SMB2_TRANSPORT_CAPABILITIES, data, data_len);
    DATA(wyre_smb2_rdma_transform_capabilities,
         (&(wyre_smb2_rdma_transform_capabilities){.rdma_transform_ids = {0, 4}}));
    add_context(&list, WYRE_SMB2_RDMA_TRANSFORM_CAPABILITIES, data, data_len);
    DATA(wyre_smb2_signing_capabilities, (&(wyre_smb2_signing_capabilities){{0, 4}}));
    add_context(&list, WYRE_SMB2_SIGNING_CAPABILITIES, data, data_len);
    wyre_smb2_posix_extensions_available posix = {{0x93, 0xad, 0x25, 0x50, 0x9c, 0xb4, 0x11, 0xe7,
                                                   0xb4, 0x23, 0x83, 0xde, 0x96, 0x8b, 0xcd, 0x7c}};
    DATA(wyre_smb2_posix_extensions_available, &posix);
    add_context(&list, WYRE_SMB2_POSIX_EXTENSIONS_AVAILABLE, data, data_len);
    return list;
}

static void
negotiate(void)
{
    gather_anew();
    wyre_smb2_negotiate_request m = {
        .security_mode = 1, .capabilities = 0x7f, .client_guid = {1, 2, 3}};
    m.dialects = bytes("\x02\x02\x10\x02\x00\x03\x02\x03", 8);
    m.client_start_time = 0;
    SAY("old", 'c', WYRE_SMB2_NEGOTIATE, 0, wyre_smb2_negotiate_request, &m, parts, w.pos,
        "smb2.cmd == 0 && smb2.dialect_count == 4 && smb2.sec_mode == 1 && "
        "smb2.capabilities == 0x7f && smb2.dialect == 0x0302");
    m.dialects = bytes("\x02\x02\x10\x02\x00\x03\x02\x03\x11\x03", 10);
    wyre_smb2_negotiate_context_list list = all_negotiate_contexts();
    m.negotiate_contexts = list.list;
    m.negotiate_context_count = (uint16_t)list.entries;
    SAY("new", 'c', WYRE_SMB2_NEGOTIATE, 0, wyre_smb2_negotiate_request, &m, parts, w.pos,
        "smb2.dialect == 0x0311 && smb2.negotiate_context.count == 8 && "
        "smb2.negotiate_context.hash_alg_count == 1 && smb2.negotiate_context.salt_length == 8 && "
        "smb2.negotiate_context.cipher_id == 4 && smb2.negotiate_context.comp_alg_flags == 1 && "
        "smb2.negotiate_context.comp_alg_id == 3 && smb2.negotiate_context.netname == "
        "\"srv.example\" && "
        "smb2.negotiate_context.rdma_transform_id == 2 && smb2.negotiate_context.signing_id == 2 "
        "&& "
        "smb2.negotiate_context.type == 6 && smb2.negotiate_context.type == 0x100");
    gather_anew();
    wyre_smb2_negotiate_response r = {.security_mode = 1,
                                      .dialect_revision = 0x0311,
                                      .max_read_size = 65536,
                                      .max_write_size = 65537,
                                      .max_transact_size = 65538,
                                      .system_time = 0x01d5000000000000,
                                      .server_guid = {9}};
    wyre_smb2_negotiate_context_list chosen = {{0, 0}, 0};
    r.security_buffer = bytes("\x60\x06\x06\x04\x2b\x06\x01\x05", 0);
    add_context(&chosen, WYRE_SMB2_ENCRYPTION_CAPABILITIES, (const uint8_t *)"\x01\x00\x02\x00", 4);
    r.negotiate_contexts = chosen.list;
    r.negotiate_context_count = 1;
    SAY("new", 's', WYRE_SMB2_NEGOTIATE, 0, wyre_smb2_negotiate_response, &r, parts, w.pos,
        "smb2.dialect == 0x0311 && smb2.max_read_size == 65536 && smb2.max_write_size == 65537 && "
        "smb2.max_trans_size == 65538 && smb2.negotiate_context.cipher_id == 2");
}

/* ---- sessions and trees ---------------------------------------------------------------------------------- */

static void
session_and_tree(void)
{
    static const uint8_t token[] = "NTLMSSP\0\1\0\0\0\5\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    wyre_smb2_session_setup_request setup = {.previous_session_id = 7, .security_buffer = {0, 32}};
    SAY("session", 'c', WYRE_SMB2_SESSION_SETUP, 0, wyre_smb2_session_setup_request, &setup, token,
        32, "smb2.cmd == 1 && smb2.previous_sesid == 7 && ntlmssp.messagetype == 1");
    wyre_smb2_session_setup_response guest = {.session_flags = 1};
    SAY("session", 's', WYRE_SMB2_SESSION_SETUP, 0, wyre_smb2_session_setup_response, &guest, NULL,
        0, "smb2.cmd == 1 && smb2.session_flags == 1");
    gather_anew();
    wyre_smb2_tree_connect_request connect = {.path = utf16("\\\\srv\\share")};
    SAY("session", 'c', WYRE_SMB2_TREE_CONNECT, 0, wyre_smb2_tree_connect_request, &connect, parts,
        w.pos, "smb2.tree == \"\\\\\\\\srv\\\\share\"");
    wyre_smb2_tree_connect_response connected = {
        .share_type = 1, .share_flags = 0x30, .capabilities = 0x10, .maximal_access = 0x1f01ff};
    SAY("session", 's', WYRE_SMB2_TREE_CONNECT, 0, wyre_smb2_tree_connect_response, &connected,
        NULL, 0,
        "smb2.share_type == 1 && smb2.share_flags == 0x30 && smb2.share_caps == 0x10 && "
        "smb.access_mask == 0x1f01ff");
    wyre_smb2_short_body nothing = {0};
    static const struct {
        uint16_t command;
        const char *filter;
    } shorts[] = {{WYRE_SMB2_ECHO, "smb2.cmd == 13 && smb2.buffer_code == 4"},
                  {WYRE_SMB2_CANCEL, "smb2.cmd == 12 && smb2.buffer_code == 4"},
                  {WYRE_SMB2_TREE_DISCONNECT, "smb2.cmd == 4 && smb2.buffer_code == 4"},
                  {WYRE_SMB2_LOGOFF, "smb2.cmd == 2 && smb2.buffer_code == 4"}};
    for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++) {
        SAY("short", 'c', shorts[i].command, 0, wyre_smb2_short_body, &nothing, NULL, 0,
            shorts[i].filter);
        if (shorts[i].command != WYRE_SMB2_CANCEL)
            SAY("short", 's', shorts[i].command, 0, wyre_smb2_short_body, &nothing, NULL, 0,
                shorts[i].filter);
    }
}

/* ---- CREATE and its contexts ------------------------------------------------------------------------------ */

static wyre_smb2_create_context_list contexts;

static void
add_create_context(uint16_t kind, const uint8_t *data, size_t len)
{
    wyre_smb2_create_context context = {.kind = kind, .data = {0, (uint32_t)len}};
    wyre_smb2_create_context_append(&w, &contexts, &context, data, len);
}

#define CONTEXT(kind, T, ...)                                                                      \
    do {                                                                                           \
        T context_m = __VA_ARGS__;                                                                 \
        uint8_t context_data[256];                                                                 \
        size_t context_len;                                                                        \
        ENCODED(T##_encode(&context_m, parts, sizeof parts, context_data, sizeof context_data,     \
                           &context_len));                                                         \
        add_create_context(kind, context_data, context_len);                                       \
    } while (0)

static void
create(void)
{
    gather_anew();
    wyre_smb2_create_request m = {.requested_oplock_level = WYRE_SMB2_OPLOCK_LEVEL_LEASE,
                                  .impersonation_level = 2,
                                  .desired_access = 0x120089,
                                  .file_attributes = 0x80,
                                  .share_access = 7,
                                  .create_disposition = 1,
                                  .create_options = 0x40};
    m.name = utf16("dir\\file.txt");
    contexts = (wyre_smb2_create_context_list){{0, 0}, 0, 0};
    CONTEXT(WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST_V2, wyre_smb2_durable_handle_request_v2,
            {.timeout = 60000, .flags = 2, .create_guid = {5}});
    CONTEXT(WYRE_SMB2_CREATE_ALLOCATION_SIZE, wyre_smb2_create_allocation_size, {4096});
    add_create_context(WYRE_SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST, NULL, 0);
    add_create_context(WYRE_SMB2_CREATE_QUERY_ON_DISK_ID, NULL, 0);
    CONTEXT(WYRE_SMB2_CREATE_TIMEWARP_TOKEN, wyre_smb2_create_timestamp, {0x01d5000000000000});
    CONTEXT(WYRE_SMB2_CREATE_REQUEST_LEASE, wyre_smb2_create_lease_v2,
            {.lease_key = {1},
             .lease_state = 7,
             .lease_flags = 4,
             .parent_lease_key = {2},
             .epoch = 3});
    CONTEXT(WYRE_SMB2_CREATE_APP_INSTANCE_ID, wyre_smb2_create_app_instance_id,
            {.app_instance_id = {8}});
    CONTEXT(WYRE_SMB2_CREATE_AAPL, wyre_smb2_aapl_server_query_request,
            {.command_code = 1, .request_bitmap = 7, .client_capabilities = 0x3f});
    m.create_contexts = contexts.list;
    SAY("file", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, parts, w.pos,
        "smb2.filename == \"dir\\\\file.txt\" && smb2.create.oplock == 0xff && smb.access_mask == "
        "0x120089 && "
        "smb2.create.disposition == 1 && smb2.tag == \"DH2Q\" && smb2.tag == \"AlSi\" && smb2.tag "
        "== \"MxAc\" && "
        "smb2.tag == \"QFid\" && smb2.tag == \"TWrp\" && smb2.tag == \"RqLs\" && smb2.tag == "
        "\"AAPL\" && "
        "smb2.dh2x.timeout == 60000 && smb2.dh2x.flags == 2 && smb2.allocation_size == 4096 && "
        "smb2.lease.lease_state == 7 && smb2.aapl.query_bitmask == 7 && smb2.aapl.caps == 0x3f");
    gather_anew();
    contexts = (wyre_smb2_create_context_list){{0, 0}, 0, 0};
    CONTEXT(WYRE_SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST, wyre_smb2_create_maximal_access_response,
            {.maximal_access = 0x1f01ff});
    CONTEXT(WYRE_SMB2_CREATE_QUERY_ON_DISK_ID, wyre_smb2_create_on_disk_id_response,
            {.disk_file_id = 7});
    CONTEXT(WYRE_SMB2_CREATE_REQUEST_LEASE, wyre_smb2_create_lease,
            {.lease_key = {1}, .lease_state = 3});
    CONTEXT(WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST_V2, wyre_smb2_durable_handle_response_v2,
            {.timeout = 16000});
    wyre_smb2_create_response r = {.structure_size = 89,
                                   .oplock_level = 0xff,
                                   .create_action = 1,
                                   .creation_time = 0x01d5000000000000,
                                   .allocation_size = 8192,
                                   .end_of_file = 5000,
                                   .file_attributes = 0x20,
                                   .file_id = {0xb, 0xc},
                                   .create_contexts = contexts.list};
    SAY("file", 's', WYRE_SMB2_CREATE, 0, wyre_smb2_create_response, &r, parts, w.pos,
        "smb2.create.action == 1 && smb2.eof == 5000 && smb2.allocation_size == 8192 && "
        "smb2.tag == \"MxAc\" && smb2.tag == \"QFid\" && smb2.tag == \"RqLs\" && smb2.tag == "
        "\"DH2Q\" && "
        "smb.access_mask == 0x1f01ff && smb2.lease.lease_state == 3 && smb2.dh2x.timeout == 16000");
    m = (wyre_smb2_create_request){.name = {120, 0}, .desired_access = 1};
    SAY("root", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, NULL, 0,
        "smb2.cmd == 5 && nbss.length == 121");
    contexts = (wyre_smb2_create_context_list){{0, 0}, 0, 0};
    gather_anew();
    CONTEXT(WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST, wyre_smb2_durable_handle_request, {{0}});
    CONTEXT(WYRE_SMB2_CREATE_REQUEST_LEASE, wyre_smb2_create_lease,
            {.lease_key = {1}, .lease_state = 1});
    m.create_contexts = contexts.list;
    SAY("v1", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, parts, w.pos,
        "smb2.tag == \"DHnQ\" && smb2.tag == \"RqLs\" && smb2.lease.lease_state == 1");
    contexts = (wyre_smb2_create_context_list){{0, 0}, 0, 0};
    gather_anew();
    CONTEXT(WYRE_SMB2_CREATE_DURABLE_HANDLE_RECONNECT, wyre_smb2_durable_handle_reconnect, {{4}});
    m.create_contexts = contexts.list;
    SAY("v1r", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, parts, w.pos,
        "smb2.tag == \"DHnC\"");
    contexts = (wyre_smb2_create_context_list){{0, 0}, 0, 0};
    gather_anew();
    CONTEXT(WYRE_SMB2_CREATE_DURABLE_HANDLE_RECONNECT_V2, wyre_smb2_durable_handle_reconnect_v2,
            {.file_id = {4}, .create_guid = {5}, .flags = 2});
    m.create_contexts = contexts.list;
    SAY("v2r", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, parts, w.pos,
        "smb2.tag == \"DH2C\" && smb2.dh2x.flags == 2");
}

/* ---- files ------------------------------------------------------------------------------------------------- */

static void
files(void)
{
    static const uint8_t data[] = "some bytes";
    wyre_smb2_read_request read = {
        .padding = 80, .length = 4096, .offset = 512, .file_id = {0xb, 0xc}, .minimum_count = 1};
    SAY("file", 'c', WYRE_SMB2_READ, 0, wyre_smb2_read_request, &read, NULL, 0,
        "smb2.cmd == 8 && smb2.read_length == 4096 && smb2.file_offset == 512 && smb2.min_count == "
        "1 && "
        "nbss.length == 113");
    wyre_smb2_read_response got = {.data = {0, 10}};
    SAY("file", 's', WYRE_SMB2_READ, 0, wyre_smb2_read_response, &got, data, 10,
        "smb2.cmd == 8 && smb2.olb.length == 10");
    wyre_smb2_write_request write = {
        .data = {0, 10}, .offset = 1024, .file_id = {0xb, 0xc}, .flags = 1};
    SAY("file", 'c', WYRE_SMB2_WRITE, 0, wyre_smb2_write_request, &write, data, 10,
        "smb2.cmd == 9 && smb2.write_length == 10 && smb2.file_offset == 1024 && smb2.write.flags "
        "== 1");
    wyre_smb2_write_response written = {.count = 10};
    SAY("file", 's', WYRE_SMB2_WRITE, 0, wyre_smb2_write_response, &written, NULL, 0,
        "smb2.cmd == 9 && smb2.write.count == 10");
    wyre_smb2_flush_request flush = {.file_id = {0xb, 0xc}};
    SAY("file", 'c', WYRE_SMB2_FLUSH, 0, wyre_smb2_flush_request, &flush, NULL, 0, "smb2.cmd == 7");
    wyre_smb2_short_body nothing = {0};
    SAY("file", 's', WYRE_SMB2_FLUSH, 0, wyre_smb2_short_body, &nothing, NULL, 0, "smb2.cmd == 7");
    uint8_t locks[48];
    wyre_smb2_lock_element lock = {.offset = 1, .length = 2, .flags = 0x12};
    ENCODED(wyre_smb2_lock_element_encode(&lock, NULL, 0, locks, 24, NULL));
    lock.offset = 3;
    ENCODED(wyre_smb2_lock_element_encode(&lock, NULL, 0, locks + 24, 24, NULL));
    wyre_smb2_lock_request lock_request = {.locks = {0, 48}, .file_id = {0xb, 0xc}};
    SAY("file", 'c', WYRE_SMB2_LOCK, 0, wyre_smb2_lock_request, &lock_request, locks, 48,
        "smb2.cmd == 10 && smb2.lock_count == 2 && smb2.lock_flags == 0x12 && smb2.file_offset == "
        "3");
    SAY("file", 's', WYRE_SMB2_LOCK, 0, wyre_smb2_short_body, &nothing, NULL, 0, "smb2.cmd == 10");
    wyre_smb2_close_request close = {.flags = 1, .file_id = {0xb, 0xc}};
    SAY("file", 'c', WYRE_SMB2_CLOSE, 0, wyre_smb2_close_request, &close, NULL, 0,
        "smb2.cmd == 6 && smb2.close.flags == 1");
    wyre_smb2_close_response closed = {.flags = 1, .end_of_file = 77, .file_attributes = 0x20};
    SAY("file", 's', WYRE_SMB2_CLOSE, 0, wyre_smb2_close_response, &closed, NULL, 0,
        "smb2.cmd == 6 && smb2.eof == 77 && smb2.file_attribute == 0x20");
}

/* ---- queries ----------------------------------------------------------------------------------------------- */

static void
queries(void)
{
    static const uint8_t eight[] = "\x01\x02\x03\x04\x05\x06\x07\x08";
    gather_anew();
    wyre_smb2_query_directory_request find = {.file_information_class = 37,
                                              .flags = 1,
                                              .output_buffer_length = 65536,
                                              .file_name = utf16("*.txt")};
    SAY("query", 'c', WYRE_SMB2_QUERY_DIRECTORY, 0, wyre_smb2_query_directory_request, &find, parts,
        w.pos,
        "smb2.cmd == 14 && smb2.find.infolevel == 37 && smb2.find.pattern == \"*.txt\" && "
        "smb2.output_buffer_len == 65536");
    wyre_smb2_query_info_request query = {
        .info_type = 1, .file_info_class = 6, .output_buffer_length = 8};
    SAY("query", 'c', WYRE_SMB2_QUERY_INFO, 0, wyre_smb2_query_info_request, &query, NULL, 0,
        "smb2.cmd == 16 && smb2.class == 1 && smb2.file_info.infolevel == 6 && "
        "smb2.max_response_size == 8");
    wyre_smb2_output_response answer = {.output_buffer = {0, 8}};
    SAY("query", 's', WYRE_SMB2_QUERY_INFO, 0, wyre_smb2_output_response, &answer, eight, 8,
        "smb2.cmd == 16 && smb.index_number == 0x0807060504030201");
    wyre_smb2_set_info_request set = {.info_type = 1, .file_info_class = 20, .buffer = {0, 8}};
    SAY("query", 'c', WYRE_SMB2_SET_INFO, 0, wyre_smb2_set_info_request, &set, eight, 8,
        "smb2.cmd == 17 && smb2.setinfo_size == 8 && smb.end_of_file == 0x0807060504030201");
    wyre_smb2_set_info_response done = {0};
    SAY("query", 's', WYRE_SMB2_SET_INFO, 0, wyre_smb2_set_info_response, &done, NULL, 0,
        "smb2.cmd == 17 && smb2.buffer_code == 2");
    wyre_smb2_change_notify_request watch = {
        .flags = 1, .output_buffer_length = 2048, .completion_filter = 0xfff};
    SAY("query", 'c', WYRE_SMB2_CHANGE_NOTIFY, 0, wyre_smb2_change_notify_request, &watch, NULL, 0,
        "smb2.cmd == 15 && smb2.notify.flags == 1 && smb2.output_buffer_len == 2048");
    gather_anew();
    bytes("\0\0\0\0\x01\0\0\0\x02\0\0\0x\0", 14);
    answer.output_buffer = (wyre_span){0, 14};
    SAY("query", 's', WYRE_SMB2_CHANGE_NOTIFY, 0, wyre_smb2_output_response, &answer, parts, w.pos,
        "smb2.cmd == 15 && smb2.notify.action == 1 && smb2.filename == \"x\"");
    wyre_smb2_ioctl_request ioctl = {
        .ctl_code = WYRE_SMB2_FSCTL_CREATE_OR_GET_OBJECT_ID, .flags = 1, .max_output_response = 64};
    SAY("query", 'c', WYRE_SMB2_IOCTL, 0, wyre_smb2_ioctl_request, &ioctl, NULL, 0,
        "smb2.cmd == 11 && smb2.ioctl.function == 0x900c0 && smb2.max_ioctl_out_size == 64 && "
        "smb2.ioctl.flags == 1");
    gather_anew();
    bytes("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 64);
    wyre_smb2_ioctl_response answered = {.ctl_code = WYRE_SMB2_FSCTL_CREATE_OR_GET_OBJECT_ID,
                                         .output = {0, 64}};
    SAY("query", 's', WYRE_SMB2_IOCTL, 0, wyre_smb2_ioctl_response, &answered, parts, w.pos,
        "smb2.cmd == 11 && smb2.ioctl.function == 0x900c0 && smb2.object_id");
}

/* ---- breaks and errors --------------------------------------------------------------------------------------- */

static void
breaks_and_errors(void)
{
    wyre_smb2_oplock_break oplock = {.oplock_level = 1, .file_id = {0xb, 0xc}};
    SAY("break", 'c', WYRE_SMB2_OPLOCK_BREAK, 0, wyre_smb2_oplock_break, &oplock, NULL, 0,
        "smb2.cmd == 18 && smb2.create.oplock == 1");
    SAY("break", 's', WYRE_SMB2_OPLOCK_BREAK, 0, wyre_smb2_oplock_break, &oplock, NULL, 0,
        "smb2.cmd == 18 && smb2.create.oplock == 1");
    wyre_smb2_lease_break_acknowledgment acknowledge = {.lease_key = {1}, .lease_state = 1};
    SAY("break", 'c', WYRE_SMB2_OPLOCK_BREAK, 0, wyre_smb2_lease_break_acknowledgment, &acknowledge,
        NULL, 0, "smb2.cmd == 18 && smb2.lease.lease_state == 1 && smb2.buffer_code == 36");
    uint64_t kept = message_id;
    message_id = UINT64_MAX;
    wyre_smb2_lease_break_notification notify = {.new_epoch = 2,
                                                 .flags = 1,
                                                 .lease_key = {1},
                                                 .current_lease_state = 7,
                                                 .new_lease_state = 3};
    SAY("break", 's', WYRE_SMB2_OPLOCK_BREAK, 0, wyre_smb2_lease_break_notification, &notify, NULL,
        0,
        "smb2.cmd == 18 && smb2.lease.lease_state == 7 && smb2.lease.lease_state == 3 && "
        "smb2.buffer_code == 44");
    wyre_smb2_server_notification closed = {.structure_size = 4, .notification = {0, 4}};
    SAY("notification", 's', WYRE_SMB2_SERVER_TO_CLIENT_NOTIFICATION, 0,
        wyre_smb2_server_notification, &closed, (const uint8_t *)"\0\0\0\0", 4, "smb2.cmd == 19");
    message_id = kept;
    wyre_smb2_create_request m = {.desired_access = 1, .name = {120, 0}};
    SAY("error", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, NULL, 0, "smb2.cmd == 5");
    wyre_smb2_error_response refused = {.error_context_count = 0};
    SAY("error", 's', WYRE_SMB2_CREATE, WYRE_STATUS_ACCESS_DENIED, wyre_smb2_error_response,
        &refused, NULL, 0,
        "smb2.nt_status == 0xc0000022 && smb2.error.byte_count == 0 && nbss.length == 73");
    uint8_t link[256];
    size_t len;
    gather_anew();
    wyre_smb2_symbolic_link_error symlink = {
        .reparse_tag = 0xa000000c, .flags = 1, .unparsed_path_length = 2};
    symlink.substitute_name = utf16("..\\there");
    symlink.print_name = utf16("there");
    symlink.reparse_data_length = (uint16_t)(12 + w.pos);
    ENCODED(wyre_smb2_symbolic_link_error_encode(&symlink, parts, w.pos, link, sizeof link, &len));
    SAY("symlink", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, NULL, 0,
        "smb2.cmd == 5");
    refused.error_data = (wyre_span){0, (uint32_t)len};
    SAY("symlink", 's', WYRE_SMB2_CREATE, WYRE_STATUS_STOPPED_ON_SYMLINK, wyre_smb2_error_response,
        &refused, link, len,
        "smb2.nt_status == 0x8000002d && smb2.symlink.substitute_name == \"..\\\\there\" && "
        "smb2.symlink.print_name == \"there\" && smb2.symlink.flags == 1");
    gather_anew();
    wyre_smb2_error_context_list list = {{0, 0}, 0};
    wyre_smb2_error_context context = {.data = {0, (uint32_t)len}};
    wyre_smb2_error_context_append(&w, &list, &context, link, len);
    refused.error_data = list.list;
    refused.error_context_count = 1;
    SAY("symlink", 'c', WYRE_SMB2_CREATE, 0, wyre_smb2_create_request, &m, NULL, 0,
        "smb2.cmd == 5");
    SAY("symlink", 's', WYRE_SMB2_CREATE, WYRE_STATUS_STOPPED_ON_SYMLINK, wyre_smb2_error_response,
        &refused, parts, w.pos,
        "smb2.error.context_count == 1 && smb2.error.context.id == 0 && "
        "smb2.symlink.substitute_name == \"..\\\\there\"");
}

/* ---- encrypted and compressed ---------------------------------------------------------------------------------- */

static void
transforms(void)
{
    uint8_t cipher[80];
    size_t len;
    memset(cipher, 0xc1, sizeof cipher);
    wyre_smb2_transform sealed = {.session_id = 0x40,
                                  .ciphertext = {0, sizeof cipher},
                                  .flags = 1,
                                  .signature = {1},
                                  .nonce = {2}};
    ENCODED(wyre_smb2_transform_encode(&sealed, cipher, sizeof cipher, link_bytes,
                                       sizeof link_bytes, &len));
    over_tcp("sealed", 'c',
             "smb2.header.transform.msg_size == 80 && smb2.header.transform.flags == 1 && "
             "smb2.sesid == 0x40",
             len);
    wyre_smb2_compression packed = {.uncompressed = {0, 70},
                                    .compressed = {70, 10},
                                    .original_compressed_segment_size = 4096,
                                    .compression_algorithm = 2};
    ENCODED(wyre_smb2_compression_encode(&packed, cipher, sizeof cipher, link_bytes,
                                         sizeof link_bytes, &len));
    over_tcp("packed", 'c',
             "smb2.header.comp_transform.original_size == 4096 && "
             "smb2.header.comp_transform.comp_alg == 2 && "
             "smb2.header.comp_transform.offset == 70",
             len);
    uint8_t pattern[8];
    wyre_smb2_compression_pattern_v1 zeros = {.repetitions = 96};
    ENCODED(
        wyre_smb2_compression_pattern_v1_encode(&zeros, NULL, 0, pattern, sizeof pattern, NULL));
    gather_anew();
    wyre_smb2_compression_payload plain = {.data = {0, 64}, .flags = 1};
    wyre_smb2_compression_payload_append(&w, &plain, cipher, sizeof cipher);
    wyre_smb2_compression_payload repeated = {.data = {0, 8}, .compression_algorithm = 4};
    wyre_smb2_compression_payload_append(&w, &repeated, pattern, sizeof pattern);
    wyre_smb2_compression_chain chain = {.payloads = {0, (uint32_t)w.pos},
                                         .original_compressed_segment_size = 160};
    ENCODED(wyre_smb2_compression_chain_encode(&chain, parts, w.pos, link_bytes, sizeof link_bytes,
                                               &len));
    over_tcp("chained", 'c',
             "smb2.header.comp_transform.original_size == 160 && "
             "smb2.header.comp_transform.comp_alg == 4",
             len);
}

int
main(void)
{
    negotiate();
    session_and_tree();
    create();
    files();
    queries();
    breaks_and_errors();
    transforms();
    return 0;
}

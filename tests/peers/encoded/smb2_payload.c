/* What SMB2 messages carry: a listing, information, an access list, a referral, a symbolic link; and a
 * compressed message. */
#include "encoded.h"

static uint8_t link_bytes[8192];
static uint64_t message_id;

/* A message of one body around `src`. */
#define SAY(direction, command_, T, m, src, src_len, filter)                                       \
    do {                                                                                           \
        size_t say_len;                                                                            \
        header_of(direction, command_);                                                            \
        ENCODED(T##_encode(m, src, src_len, link_bytes, sizeof link_bytes, &say_len));             \
        over_tcp(direction, link_bytes, say_len, filter);                                          \
    } while (0)

static void
over_tcp(char direction, const uint8_t *bytes, size_t len, const char *filter)
{
    wyre_direct_tcp_packet m = {.payload = {0, (uint32_t)len}};
    ENCODED(wyre_direct_tcp_packet_encode(&m, bytes, len, out, sizeof out, &n));
    message("smb", "payloads", direction, filter);
}

static void
header_of(char direction, uint16_t command)
{
    wyre_smb2_header header = {.command = command,
                               .flags = direction == 's' ? WYRE_SMB2_FLAGS_SERVER_TO_REDIR : 0,
                               .credits = 1,
                               .message_id = direction == 's' ? message_id : ++message_id,
                               .tree_id = 1,
                               .session_id = 0x40};
    memset(link_bytes, 0, sizeof link_bytes);
    ENCODED(wyre_smb2_header_encode(&header, NULL, 0, link_bytes, sizeof link_bytes, NULL));
}

static void
answer(const uint8_t *payload, size_t len, uint16_t command, const char *filter)
{
    wyre_smb2_output_response m = {.output_buffer = {0, (uint32_t)len}};
    SAY('s', command, wyre_smb2_output_response, &m, payload, len, filter);
}

static void
listing(void)
{
    static const char *const names[] = {"a.txt", "longer name.txt"};
    uint8_t list[512], entry[256], name[64];
    wyre_fscc_entry_list entries = {0, 0, 0};
    wyre_wr w;
    size_t len;
    wyre_smb2_query_directory_request ask = {.file_information_class = 37,
                                             .output_buffer_length = 65536};
    SAY('c', WYRE_SMB2_QUERY_DIRECTORY, wyre_smb2_query_directory_request, &ask, NULL, 0,
        "smb2.find.infolevel == 37");
    wyre_wr_init(&w, list, sizeof list);
    for (size_t i = 0; i < 2; i++) {
        wyre_fscc_directory_entry m = {.information_class = 37, .end_of_file = 5 + i, .file_id = 9};
        wyre_wr text;
        wyre_wr_init(&text, name, sizeof name);
        wyre_wr_gather_utf16(&text, names[i], strlen(names[i]), &m.file_name);
        ENCODED(wyre_fscc_directory_entry_encode(&m, name, sizeof name, entry, sizeof entry, &len));
        wyre_fscc_entry_append(&w, &entries, entry, len, 8);
    }
    ENCODED(wyre_wr_finish(&w, &len));
    answer(list, len, WYRE_SMB2_QUERY_DIRECTORY,
           "smb2.filename == \"a.txt\" && smb2.filename == \"longer name.txt\" && smb2.eof == 6");
}

static void
information(void)
{
    uint8_t record[128];
    size_t len;
    wyre_smb2_query_info_request ask = {
        .info_type = 1, .file_info_class = 18, .output_buffer_length = 4096};
    SAY('c', WYRE_SMB2_QUERY_INFO, wyre_smb2_query_info_request, &ask, NULL, 0, "smb2.class == 1");
    wyre_fscc_file_all_information m = {.end_of_file = 7, .number_of_links = 2, .ea_size = 3};
    ENCODED(wyre_fscc_file_all_information_encode(&m, NULL, 0, record, sizeof record, &len));
    answer(record, len, WYRE_SMB2_QUERY_INFO, "smb2.eof == 7 && smb2.nlinks == 2");
}

/* Everyone may do everything: S-1-1-0. */
static void
security(void)
{
    uint8_t src[256], descriptor[256];
    size_t sid, ace, acl, len;
    ENCODED(wyre_dtyp_sid_from_text((const uint8_t *)"S-1-1-0", 7, src, 64, &sid));
    wyre_dtyp_ace entry = {.sid = {0, (uint32_t)sid}, .mask = 0x1f01ff};
    ENCODED(wyre_dtyp_ace_encode(&entry, src, sid, src + 64, 64, &ace));
    wyre_dtyp_acl list = {.aces = {64, (uint32_t)ace}, .ace_count = 1, .acl_revision = 2};
    ENCODED(wyre_dtyp_acl_encode(&list, src, 128, src + 128, 128, &acl));
    wyre_dtyp_security_descriptor m = {.revision = 1,
                                       .control = 0x8004,
                                       .owner = {0, (uint32_t)sid},
                                       .dacl = {128, (uint32_t)acl}};
    ENCODED(wyre_dtyp_security_descriptor_encode(&m, src, sizeof src, descriptor, sizeof descriptor,
                                                 &len));
    wyre_smb2_set_info_request set = {
        .info_type = 3, .buffer = {0, (uint32_t)len}, .additional_information = 5};
    SAY('c', WYRE_SMB2_SET_INFO, wyre_smb2_set_info_request, &set, descriptor, len,
        "nt.sid == \"S-1-1-0\" && nt.acl.num_aces == 1 && nt.access_mask == 0x1f01ff");
}

static void
symbolic_link(void)
{
    uint8_t name[64], data[128];
    size_t len;
    wyre_wr w;
    wyre_fscc_symbolic_link_reparse_data_buffer m = {.reparse_tag = 0xa000000c, .flags = 1};
    wyre_wr_init(&w, name, sizeof name);
    wyre_wr_gather_utf16(&w, "target", 6, &m.substitute_name);
    m.print_name = m.path_buffer = m.substitute_name;
    ENCODED(wyre_fscc_symbolic_link_reparse_data_buffer_encode(&m, name, sizeof name, data,
                                                               sizeof data, &len));
    wyre_smb2_ioctl_request set = {
        .ctl_code = WYRE_FSCC_FSCTL_SET_REPARSE_POINT, .input = {0, (uint32_t)len}, .flags = 1};
    SAY('c', WYRE_SMB2_IOCTL, wyre_smb2_ioctl_request, &set, data, len,
        "smb2.symlink.substitute_name == \"target\" && smb2.symlink.print_name == \"target\"");
}

/* An ECHO with zeros behind it, which tshark expands with its own LZ77 and LZNT1. */
static void
compressed(void)
{
    static wyre_xca_search search;
    static uint8_t packed[8192];
    size_t len;
    header_of('c', WYRE_SMB2_ECHO);
    link_bytes[64] = 4;
    ENCODED(wyre_smb2_compress(link_bytes, 1000, 0, WYRE_SMB2_COMPRESSION_LZ77, &search, packed,
                               sizeof packed, &len));
    over_tcp('c', packed, len,
             "smb2.header.comp_transform.original_size == 1000 && smb2.cmd == 13");
    ENCODED(wyre_smb2_compress_chained(link_bytes, 1000, 0, WYRE_SMB2_COMPRESSION_LZNT1, &search,
                                       packed, sizeof packed, &len));
    over_tcp('c', packed, len,
             "smb2.header.comp_transform.original_size == 1000 && smb2.cmd == 13");
}

int
main(void)
{
    listing();
    information();
    security();
    symbolic_link();
    compressed();
    return 0;
}

/* What stands inside SMB1 transactions, for tests/peers/tshark: the parameters and data of each
 * subcommand, information level and function, requests and their responses in one conversation. Each
 * part is decoded from the bytes beside its name and encoded again into an envelope of wyre's. */
#include "encoded.h"

typedef struct part {
    uint8_t bytes[1024];
    size_t len;
} part;

static uint8_t unit[1024];
static size_t unit_len;
static part parameters, data;
static uint8_t source[2048]; /* what the spans of an envelope count from */
static const char *conversation;
static int oem; /* strings of the next messages are not UTF-16LE */

/* Hex digits; blanks stand between fields. */
static void
unit_from(const char *hex)
{
    for (unit_len = 0; *hex != '\0'; hex += *hex == ' ' ? 1 : 2)
        if (*hex != ' ' && sscanf(hex, "%2hhx", &unit[unit_len++]) != 1)
            exit(1);
}

#define PUT(where, T, flags, hex)                                                                  \
    do {                                                                                           \
        T m;                                                                                       \
        unit_from(hex);                                                                            \
        ENCODED(T##_decode(unit, unit_len, flags, &m, NULL));                                      \
        ENCODED(T##_encode(&m, unit, unit_len, (where).bytes, sizeof(where).bytes, &(where).len)); \
    } while (0)
#define PARAMETERS(T, hex)      PUT(parameters, wyre_smb1_##T, 0, hex)
#define PARAMETERS_TEXT(T, hex) PUT(parameters, wyre_smb1_##T, unicode(), hex)
#define DATA(T, hex)            PUT(data, wyre_smb1_##T, 0, hex)
#define DATA_TEXT(T, hex)       PUT(data, wyre_smb1_##T, unicode(), hex)
#define DATA_FSCC(T, hex)       PUT(data, wyre_fscc_##T, 0, hex)

static uint32_t
unicode(void)
{
    return oem ? 0 : WYRE_SMB1_FLAGS2_UNICODE;
}

static void
nothing(void)
{
    parameters.len = 0;
    data.len = 0;
}

/* ---- envelopes ----------------------------------------------------------------------------------- */

static wyre_span
in_source(size_t at, const part *p)
{
    memcpy(source + at, p->bytes, p->len);
    return (wyre_span){(uint32_t)at, (uint32_t)p->len};
}

static void
begin(uint8_t command, int reply)
{
    wyre_smb1_header h = {.command = command, .pid_low = 0xfeff, .tid = 1, .uid = 1, .mid = 7};
    h.flags = reply ? 0x98 : 0x18;
    h.flags2 = (uint16_t)(0x4001 | unicode());
    ENCODED(wyre_smb1_header_encode(&h, NULL, 0, out + 4, sizeof out - 4, NULL));
}

static void
finish(int reply, size_t end, const char *filter)
{
    ENCODED(wyre_direct_tcp_header_encode((uint32_t)end, out, 4, NULL));
    n = 4 + end;
    message("smb", conversation, reply ? 's' : 'c', filter);
    nothing();
}

static void
transaction2(uint16_t subcommand, const char *filter)
{
    wyre_smb1_transaction2_request m = {.max_parameter_count = 64, .max_data_count = 16384};
    size_t end;
    source[0] = (uint8_t)subcommand;
    source[1] = 0;
    m.setup = (wyre_span){0, 2};
    m.parameters = in_source(2, &parameters);
    m.data = in_source(2 + parameters.len, &data);
    m.total_parameter_count = (uint16_t)parameters.len;
    m.total_data_count = (uint16_t)data.len;
    begin(0x32, 0);
    ENCODED(wyre_smb1_transaction2_request_encode(&m, source, sizeof source, 32, out + 4,
                                                  sizeof out - 4, &end));
    finish(0, end, filter);
}

static void
answer(uint8_t command, const char *filter)
{
    wyre_smb1_transaction_response m = {.total_parameter_count = (uint16_t)parameters.len,
                                        .total_data_count = (uint16_t)data.len};
    size_t end;
    m.parameters = in_source(0, &parameters);
    m.data = in_source(parameters.len, &data);
    begin(command, 1);
    ENCODED(wyre_smb1_transaction_response_encode(&m, source, sizeof source, 32, out + 4,
                                                  sizeof out - 4, &end));
    finish(1, end, filter);
}

/* setup: the words in hex; name: UTF-16LE, in hex. */
static void
transaction(const char *setup, const char *name, const char *filter)
{
    wyre_smb1_transaction_request m = {.max_parameter_count = 64, .max_data_count = 1024};
    size_t end, name_len;
    unit_from(name);
    name_len = unit_len;
    memcpy(source, unit, name_len);
    unit_from(setup);
    memcpy(source + name_len, unit, unit_len);
    m.unicode = 1;
    m.name = (wyre_span){0, (uint32_t)name_len};
    m.setup = (wyre_span){(uint32_t)name_len, (uint32_t)unit_len};
    m.parameters = in_source(name_len + unit_len, &parameters);
    m.data = in_source(name_len + unit_len + parameters.len, &data);
    m.total_parameter_count = (uint16_t)parameters.len;
    m.total_data_count = (uint16_t)data.len;
    begin(0x25, 0);
    ENCODED(wyre_smb1_transaction_request_encode(&m, source, sizeof source, 32, out + 4,
                                                 sizeof out - 4, &end));
    finish(0, end, filter);
}

static part setup;

static void
nt_transact(uint16_t function, const char *filter)
{
    wyre_smb1_nt_transact_request m = {.max_parameter_count = 256, .max_data_count = 16384};
    size_t end;
    m.function = function;
    m.setup = in_source(0, &setup);
    m.parameters = in_source(setup.len, &parameters);
    m.data = in_source(setup.len + parameters.len, &data);
    m.total_parameter_count = (uint32_t)parameters.len;
    m.total_data_count = (uint32_t)data.len;
    begin(0xa0, 0);
    ENCODED(wyre_smb1_nt_transact_request_encode(&m, source, sizeof source, 32, out + 4,
                                                 sizeof out - 4, &end));
    setup.len = 0;
    finish(0, end, filter);
}

static void
nt_answer(const char *filter)
{
    wyre_smb1_nt_transact_response m = {.total_parameter_count = (uint32_t)parameters.len,
                                        .total_data_count = (uint32_t)data.len};
    size_t end;
    m.parameters = in_source(0, &parameters);
    m.data = in_source(parameters.len, &data);
    begin(0xa0, 1);
    ENCODED(wyre_smb1_nt_transact_response_encode(&m, source, sizeof source, 32, out + 4,
                                                  sizeof out - 4, &end));
    finish(1, end, filter);
}

/* ---- TRANSACTION2 -------------------------------------------------------------------------------- */

#define EAS   "0b000000 00 01 0100 63 00 07"
#define FIXED "5b3a 3328 5c3a 3428 5d3a 3528 0c000000 00100000 2000 "
#define BASIC                                                                                      \
    "0c00000000000000 0020000000000000 0040b1c2d3e4d501 0040b1c2d3e4d501 0040b1c2d3e4d501 "        \
    "e803000000000000 6400000000000000 00000000 0100000000000000 0200000000000000 "                \
    "8d88ab0000000000 a401000000000000 0100000000000000 "

static void
find(const char *said)
{
    conversation = said;
    PARAMETERS_TEXT(trans2_find_first2_request, oem ? "1600 0a00 0600 0401 00000000 2a 00"
                                                    : "1600 0a00 0600 0401 00000000 2a00 0000");
    transaction2(1, "smb.trans2.cmd == 1 && smb.ff2_loi == 0x104 && smb.search_count == 10");
    PARAMETERS(trans2_find_first2_response, "0100 0000 0100 0000 0000");
    answer(0x32, "smb.trans2.cmd == 1 && smb.end_of_search == 1 && smb.search_id == 1");
    PARAMETERS_TEXT(trans2_find_next2_request, oem ? "0100 0a00 0401 00000000 0600 61 00"
                                                   : "0100 0a00 0401 00000000 0600 6100 0000");
    transaction2(2, "smb.trans2.cmd == 2 && smb.ff2_loi == 0x104");
    PARAMETERS(trans2_find_next2_response, "0000 0100 0000 0000");
    answer(0x32, "smb.trans2.cmd == 2 && smb.end_of_search == 1");
}

/* A search at one level, and the one record that it finds. */
#define FOUND(level, put, filter)                                                                  \
    do {                                                                                           \
        conversation = "find " level;                                                              \
        PARAMETERS_TEXT(trans2_find_first2_request,                                                \
                        "1600 0100 0000 " level " 00000000 2a00 0000");                            \
        transaction2(1, "smb.trans2.cmd == 1");                                                    \
        PARAMETERS(trans2_find_first2_response, "0100 0100 0100 0000 0000");                       \
        put;                                                                                       \
        answer(0x32, "smb.trans2.cmd == 1 && " filter);                                            \
    } while (0)

#define RECORD(level, flags, hex)                                                                  \
    do {                                                                                           \
        wyre_smb1_find_record m;                                                                   \
        unit_from(hex);                                                                            \
        ENCODED(wyre_smb1_find_record_decode(level, unit, unit_len, flags, &m, NULL));             \
        ENCODED(wyre_smb1_find_record_encode(&m, unit, unit_len, data.bytes, sizeof data.bytes,    \
                                             &data.len));                                          \
    } while (0)

static void
records(void)
{
    FOUND("0100", RECORD(1, WYRE_SMB1_FLAGS2_UNICODE, FIXED "04 00 6100 6200 0000"),
          "smb.file == \"ab\" && smb.alloc_size == 4096");
    FOUND("0200", RECORD(2, WYRE_SMB1_FLAGS2_UNICODE, FIXED "04000000 04 6100 6200 00"),
          "smb.file == \"ab\" && smb.ea.list_length == 4");
    FOUND("0202", DATA_TEXT(find_unix, "74000000 07000000 " BASIC "6100 6200 6300 0000"),
          "smb.unix.file.name == \"abc\" && smb.unix.find_file.resume_key == 7");
}

/* A query of a path at one level, and its answer. */
#define QUERIED(level, put, filter)                                                                \
    do {                                                                                           \
        conversation = "query " level;                                                             \
        PARAMETERS_TEXT(trans2_path_request, level " 00000000 6100 0000");                         \
        transaction2(5, "smb.trans2.cmd == 5");                                                    \
        PARAMETERS(trans2_ea_error_response, "0000");                                              \
        put;                                                                                       \
        answer(0x32, "smb.trans2.cmd == 5 && " filter);                                            \
    } while (0)

static void
queries(void)
{
    QUERIED("0100",
            DATA(query_info_standard, "5b3a 3328 5c3a 3428 5d3a 3528 0c000000 00100000 2000"),
                 "smb.data_size == 12 && smb.alloc_size == 4096");
    QUERIED("0200", DATA(query_info_ea_size, "5b3a 3328 5c3a 3428 5d3a 3528 0c000000 00100000 2000 04000000"),
                         "smb.data_size == 12 && smb.ea.list_length == 4");
    QUERIED("0400", DATA(ea_list, EAS), "smb.ea.name == \"c\" && smb.ea.list_length == 11");
    QUERIED("0101",
            DATA_FSCC(file_basic_information, "0040b1c2d3e4d501 0040b1c2d3e4d501 0040b1c2d3e4d501 "
                                              "0040b1c2d3e4d501 20000000 00000000"),
            "smb.file_attribute == 0x20");
    QUERIED("0201",
            DATA_FSCC(file_standard_information,
                      "0010000000000000 0c00000000000000 01000000 00 00 0000"),
            "smb.end_of_file == 12 && smb.link_count == 1");
    QUERIED(
        "0701",
        DATA(query_file_all_info,
                         "0040b1c2d3e4d501 0040b1c2d3e4d501 0040b1c2d3e4d501 0040b1c2d3e4d501 20000000 00000000 "
                         "0010000000000000 0c00000000000000 01000000 00 00 0000 00000000 02000000 6100"),
            "smb.end_of_file == 12 && smb.file == \"a\"");
    QUERIED("0002", DATA(unix_basic, BASIC),
                         "smb.unix.file.uid == 1000 && smb.unix.file.num_links == 1");
    QUERIED("0b02", DATA(unix_info2, BASIC "0040b1c2d3e4d501 10000000 7f000000"),
                         "smb.unix.file.uid == 1000");
    QUERIED("0402", DATA(posix_acl, "0100 0200 0000 01 07 0000000000000000 04 05 0000000000000000"),
                         "smb.posix_acl.version == 1 && smb.posix_acl.num_file_aces == 2");
}

/* One level of an open file, set. */
#define SET(level, put, filter)                                                                    \
    do {                                                                                           \
        conversation = "set " level;                                                               \
        PARAMETERS(trans2_set_file_request, "0340 " level " 0000");                                \
        put;                                                                                       \
        transaction2(8, "smb.trans2.cmd == 8 && smb.fid == 0x4003 && " filter);                    \
        PARAMETERS(trans2_ea_error_response, "0000");                                              \
        answer(0x32, "smb.trans2.cmd == 8 && smb.ea.error_offset == 0");                           \
    } while (0)

static void
sets(void)
{
    SET("0100", DATA(set_info_standard, "5b3a 3328 5c3a 3428 5d3a 3528 00000000000000000000"),
                     "smb.spi_loi == 1");
    SET("0200", DATA(ea_list, EAS), "smb.ea.name == \"c\"");
    SET("0201", DATA_FSCC(file_disposition_information, "01"), "smb.marked_for_deletion == 1");
    SET("0401", DATA_FSCC(file_end_of_file_information, "0c00000000000000"),
        "smb.end_of_file == 12");
    SET("0002", DATA(unix_basic, BASIC), "smb.unix.file.uid == 1000");
    /* tshark 4.0 finds no target here, and of QUERY_FILE_UNIX_LINK the half of a UTF-16 one */
    SET("0102", DATA_TEXT(unix_link, "6100 6200 0000"), "smb.spi_loi == 0x201");
    SET("0902", DATA(posix_open_request, "00000000 10020000 ed01000000000000 0002"),
                     "smb.spi_loi == 0x209");
    SET("0a02", DATA(posix_unlink_request, "0100"), "smb.spi_loi == 0x20a");
}

#define FILE_SYSTEM(level, put, filter)                                                            \
    do {                                                                                           \
        conversation = "fs " level;                                                                \
        PARAMETERS(trans2_query_fs_request, level);                                                \
        transaction2(3, "smb.trans2.cmd == 3");                                                    \
        put;                                                                                       \
        answer(0x32, "smb.trans2.cmd == 3 && " filter);                                            \
    } while (0)

static void
file_systems(void)
{
    FILE_SYSTEM("0100", DATA(fs_info_allocation, "01000000 08000000 00100000 00080000 0002"),
                             "smb.fs_units == 4096");
    FILE_SYSTEM("0200", DATA_TEXT(fs_info_volume, "efbeadde 02 6100 0000"),
                "smb.volume.serial == 0xdeadbeef");
    FILE_SYSTEM(
        "0301",
        DATA_FSCC(fs_size_information, "0010000000000000 0008000000000000 08000000 00020000"),
        "smb.fs_bytes_per_sector == 512");
    FILE_SYSTEM("0002", DATA(fs_unix_info, "0100 0000 7b01000000000000"),
                             "smb.unix.major_version == 1");
    FILE_SYSTEM("0202",
                DATA(posix_whoami, "00000000 01000000 e803000000000000 6400000000000000 01000000 00000000 "
                                           "00000000 00000000 6500000000000000"),
                     "smb.unix.whoami.num_gids == 1");
}

static void
others(void)
{
    conversation = "open2";
    PARAMETERS_TEXT(trans2_open2_request,
                    "0100 4200 1600 2000 15cd5b07 1100 00100000 00000000000000000000 6100 0000");
    DATA(ea_list, EAS);
    transaction2(0, "smb.trans2.cmd == 0 && smb.open.function == 0x11");
    PARAMETERS(trans2_open2_response,
               "0340 2000 15cd5b07 0c000000 4200 0000 0000 0100 00000000 0000 00000000");
    answer(0x32, "smb.trans2.cmd == 0 && smb.fid == 0x4003");
    conversation = "create directory";
    PARAMETERS_TEXT(trans2_create_directory_request, "00000000 6100 0000");
    DATA(ea_list, "04000000");
    transaction2(13, "smb.trans2.cmd == 13 && smb.dir_name == \"a\"");
    conversation = "posix open";
    PARAMETERS_TEXT(trans2_path_request, "0902 00000000 6100 0000");
    DATA(posix_open_request, "00000000 10020000 ed01000000000000 ffff");
    transaction2(6, "smb.trans2.cmd == 6 && smb.spi_loi == 0x209");
    PARAMETERS(trans2_ea_error_response, "0000");
    DATA(posix_open_response, "0000 0340 02000000 ffff 0000");
    answer(0x32, "smb.trans2.cmd == 6 && smb.ea.error_offset == 0");
    conversation = "query file";
    PARAMETERS(trans2_query_file_request, "0340 0101");
    transaction2(7, "smb.trans2.cmd == 7 && smb.qpi_loi == 0x101");
    PARAMETERS(trans2_ea_error_response, "0000");
    DATA_FSCC(
        file_basic_information,
        "0040b1c2d3e4d501 0040b1c2d3e4d501 0040b1c2d3e4d501 0040b1c2d3e4d501 20000000 00000000");
    answer(0x32, "smb.trans2.cmd == 7 && smb.file_attribute == 0x20");
    conversation = "set path";
    PARAMETERS_TEXT(trans2_path_request, "0100 00000000 6100 0000");
    DATA(set_info_standard, "5b3a 3328 5c3a 3428 5d3a 3528 00000000000000000000");
    transaction2(6, "smb.trans2.cmd == 6 && smb.file == \"a\"");
    conversation = "set fs";
    PARAMETERS(trans2_set_fs_request, "0000 0002");
    DATA(fs_unix_info, "0100 0000 7b01000000000000");
    transaction2(4, "smb.trans2.cmd == 4 && smb.sfsi_loi == 0x200");
    conversation = "referral";
    PARAMETERS_TEXT(trans2_get_dfs_referral_request, "0400 5c00 7300 5c00 6400 0000");
    transaction2(16, "smb.trans2.cmd == 16 && smb.max_referral_level == 4");
}

/* ---- TRANSACTION --------------------------------------------------------------------------------- */

static void
pipes(void)
{
    conversation = "pipe state";
    PARAMETERS(trans_pipe_state, "0001");
    transaction("0100 0340", "5c00 5000 4900 5000 4500 5c00",
                "smb.trans_name == \"\\\\PIPE\\\\\" && smb.fid == 0x4003");
    answer(0x25, "smb.cmd == 0x25");
    conversation = "pipe state asked";
    transaction("2100 0340", "5c00 5000 4900 5000 4500 5c00", "smb.fid == 0x4003");
    PARAMETERS(trans_pipe_state, "0001");
    answer(0x25, "smb.cmd == 0x25");
    conversation = "peek";
    transaction("2300 0340", "5c00 5000 4900 5000 4500 5c00", "smb.fid == 0x4003");
    PARAMETERS(trans_pipe_peek_response, "0500 0500 0300");
    answer(0x25, "smb.cmd == 0x25");
    conversation = "pipe info";
    PARAMETERS(trans_pipe_info_request, "0100");
    transaction("2200 0340", "5c00 5000 4900 5000 4500 5c00", "smb.fid == 0x4003");
    DATA_TEXT(trans_pipe_info, "0010 0020 ff 01 06 00 6100 6200 0000");
    answer(0x25, "smb.cmd == 0x25");
    conversation = "pipe written";
    unit_from("6162");
    memcpy(data.bytes, unit, data.len = unit_len);
    transaction("3700 0340", "5c00 5000 4900 5000 4500 5c00", "smb.trans_name == \"\\\\PIPE\\\\\"");
    PARAMETERS(trans_pipe_write_response, "0200");
    answer(0x25, "smb.cmd == 0x25");
    conversation = "mailslot";
    unit_from("6162");
    memcpy(data.bytes, unit, data.len = unit_len);
    transaction("0100 0000 0200", "5c00 4d00 4100 4900 4c00 5300 4c00 4f00 5400 5c00 6100",
                "mailslot.opcode == 1");
}

/* ---- NT_TRANSACT --------------------------------------------------------------------------------- */

#define SECURITY "0100 0080 14000000 00000000 00000000 00000000 010100000000000100000000"

static void
functions(void)
{
    conversation = "nt create";
    PARAMETERS_TEXT(
        nt_transact_create_parameters,
        "16000000 00000000 9f011200 0010000000000000 80000000 07000000 03000000 40000000 "
        "20000000 00000000 04000000 02000000 03 00 6100 6200");
    unit_from(SECURITY);
    memcpy(data.bytes, unit, data.len = unit_len);
    nt_transact(1, "smb.nt.function == 1 && smb.file == \"ab\"");
    PARAMETERS(nt_transact_create_response,
               "02 00 0340 01000000 00000000 0040b1c2d3e4d501 0040b1c2d3e4d501 0040b1c2d3e4d501 "
               "0040b1c2d3e4d501 20000000 0010000000000000 0c00000000000000 0000 0700 00");
    nt_answer("smb.nt.function == 1 && smb.fid == 0x4003 && smb.end_of_file == 12");
    conversation = "ioctl";
    PUT(setup, wyre_smb1_nt_transact_ioctl_setup, 0, "c4001400 0340 01 00");
    nt_transact(2, "smb.nt.function == 2 && smb.fid == 0x4003");
    conversation = "set security";
    PARAMETERS(nt_transact_security_desc_parameters, "0340 0000 01000000");
    unit_from(SECURITY);
    memcpy(data.bytes, unit, data.len = unit_len);
    nt_transact(3, "smb.nt.function == 3 && smb.fid == 0x4003");
    conversation = "notify";
    PUT(setup, wyre_smb1_nt_transact_notify_change_setup, 0, "17000000 0340 01 00");
    nt_transact(4, "smb.nt.function == 4 && smb.fid == 0x4003");
    PUT(parameters, wyre_fscc_file_notify_information, 0, "00000000 01000000 02000000 6100");
    nt_answer("smb.nt.function == 4");
    conversation = "query security";
    PARAMETERS(nt_transact_security_desc_parameters, "0340 0000 01000000");
    nt_transact(6, "smb.nt.function == 6 && smb.fid == 0x4003");
    PARAMETERS(nt_transact_security_desc_response, "20000000");
    unit_from(SECURITY);
    memcpy(data.bytes, unit, data.len = unit_len);
    nt_answer("smb.nt.function == 6 && smb.sec_desc_len == 32");
    conversation = "query quota";
    PARAMETERS(nt_transact_query_quota_parameters, "0340 01 00 00000000 00000000 00000000");
    nt_transact(7, "smb.nt.function == 7");
    PARAMETERS(nt_transact_query_quota_response, "00000000");
    nt_answer("smb.nt.function == 7");
    conversation = "set quota";
    PARAMETERS(nt_transact_set_quota_parameters, "0340");
    nt_transact(8, "smb.nt.function == 8");
    conversation = "rename";
    PARAMETERS_TEXT(nt_transact_rename_parameters, "0340 0100 6100 0000");
    nt_transact(5, "smb.nt.function == 5");
}

int
main(void)
{
    find("find");
    oem = 1;
    find("find, OEM");
    oem = 0;
    records();
    queries();
    sets();
    file_systems();
    others();
    pipes();
    functions();
    return 0;
}

/* lib/smb/smb1_data.c: what the data of a transaction are told as, by subcommand, level and function.
 * Each row is put into an envelope that the specification's offsets are written out for below. */
#include "../smb1_told.h"

#define FIXED "5b3a 3328 5c3a 3428 5d3a 3528 0c000000 00100000 2000 "
#define BASIC                                                                                      \
    "0c00000000000000 0020000000000000 0102030405060701 1112131415161701 2122232425262701 "        \
    "e803000000000000 6400000000000000 00000000 0100000000000000 0200000000000000 "                \
    "8d88ab0000000000 a401000000000000 0100000000000000 "
#define BASIC_TOLD                                                                                 \
    "end_of_file=12 number_of_bytes=8192 last_status_change=74034537486811649 "                    \
    "last_access_time=78555798289191441 last_modification_time=83077059091571233 uid=1000 "        \
    "gid=100 type=0 device_major=1 device_minor=2 unique_id=11241613 permissions=0x1a4 "           \
    "number_of_links=1"
#define EAS "0b000000 00 01 0100 'c' 00 07"
#define EAS_TOLD                                                                                   \
    "entries=[4,7] entry[0,11]{ea_flag=0x00 attribute_name=[8,1] attribute_value=[10,1]}"
#define SECURITY "0100 0080 14000000 00000000 00000000 00000000 0101000000000001 00000000"

static size_t
put(uint8_t *out, size_t at, const char *text)
{
    bytes b = hex(text);
    memcpy(out + at, b.at, b.len);
    return at + b.len;
}
static void
put16(uint8_t *out, size_t at, size_t value)
{
    out[at] = (uint8_t)value;
    out[at + 1] = (uint8_t)(value >> 8);
}

typedef struct data_row {
    const char *name;
    wyre_smb1_context kind;
    int reply;
    const char *parameters, *data;
    wyre_status status;
    const char
        *told; /* of the part that the data are, from its length on; "" where there is none */
} data_row;

/* [MS-CIFS] 2.2.4.46.1 and 2.2.4.46.2, 2.2.4.62.1 and 2.2.4.62.2; all strings are OEM. */
static size_t
envelope_of(const data_row *row, uint8_t *out)
{
    int nt = row->kind.command == 0xa0;
    size_t words = nt ? (row->reply ? 18 : 19) : row->reply ? 10 : 14;
    bytes function = hex(row->kind.function_code == 0 ? "" : "a8000900 0340 01 00");
    size_t setup = row->reply ? 0 : nt ? function.len : 2;
    size_t counts = nt ? (row->reply ? 3 : 3) : 0;
    size_t width = nt ? 4 : 2;
    memset(out, 0, 512);
    put(out, 0, row->reply ? OEM_REPLY("00") : OEM_REQUEST("00"));
    out[4] = row->kind.command;
    out[32] = (uint8_t)(words + setup / 2);
    size_t bytes_at = 33 + 2 * words + setup + 2;
    size_t parameters = (bytes_at + 4) / 4 * 4;
    size_t data = put(out, parameters, row->parameters);
    size_t end = put(out, data, row->data);
    size_t part = row->reply ? counts + (nt ? 8 : 6) : counts + (nt ? 16 : 18);
    put16(out, 33 + counts, data - parameters);
    put16(out, 33 + counts + width, end - data);
    put16(out, 33 + part, data - parameters);
    put16(out, 33 + part + width, parameters);
    put16(out, 33 + part + width * (row->reply ? 3 : 2), end - data);
    put16(out, 33 + part + width * (row->reply ? 4 : 3), data);
    if (!row->reply)
        out[33 + (nt ? 35 : 26)] = (uint8_t)(setup / 2);
    if (nt && !row->reply)
        put16(out, 33 + 36, row->kind.subcommand);
    if (nt && !row->reply)
        memcpy(out + 33 + 38, function.at, function.len);
    if (!nt && !row->reply)
        put16(out, 33 + 28, row->kind.subcommand);
    put16(out, bytes_at - 2, end - bytes_at);
    return end;
}

#define T2(number, level)                                                                          \
    {                                                                                              \
        .command = 0x32, .subcommand = number, .information_level = level                          \
    }
#define NT(number)                                                                                 \
    {                                                                                              \
        .command = 0xa0, .subcommand = number                                                      \
    }

/* clang-format off */
static const data_row rows[] = {
    {"FIND INFO_STANDARD", T2(1, 1), 1, "", FIXED "01 'c' 00", WYRE_OK,
     "25]{entry[0,25]{creation_date=14939 creation_time=10291 last_access_date=14940 last_access_time=10292 "
     "last_write_date=14941 last_write_time=10293 file_data_size=12 allocation_size=4096 attributes=0x20 unicode=0 "
     "file_name=[23,1]}}"},
    {"FIND INFO_STANDARD, cut", T2(2, 1), 1, "", FIXED "01 'c'", WYRE_E_LENGTH, "24]{}"},
    {"FIND of names asked for", T2(1, 3), 0, "0000 0000 0000 0300 00000000 'a' 00", "07000000 01 'c' 00", WYRE_OK,
     "7]{entries=[4,3] entry[0,7]{attribute_name=[5,1]}}"},
    {"FIND_FILE_UNIX", T2(1, 0x202), 1, "", "00000000 07000000" BASIC "'ab' 00", WYRE_OK,
     "111]{entry[0,111]{next_entry_offset=0 resume_key=7 " BASIC_TOLD " unicode=0 file_name=[108,2]}}"},
    {"FIND_FILE_UNIX, cut", T2(1, 0x202), 1, "", "00000000 07000000", WYRE_E_LENGTH, "8]{entry[0,8]{}}"},
    {"QUERY INFO_ALL_EAS", T2(5, 4), 1, "", EAS, WYRE_OK, "11]{" EAS_TOLD "}"},
    {"QUERY INFO_EAS_FROM_LIST", T2(7, 3), 1, "", EAS, WYRE_OK, "11]{" EAS_TOLD "}"},
    {"QUERY of names asked for", T2(7, 3), 0, "0340 0300", "07000000 01 'c' 00", WYRE_OK,
     "7]{entries=[4,3] entry[0,7]{attribute_name=[5,1]}}"},
    {"QUERY_FILE_UNIX_BASIC", T2(5, 0x200), 1, "", BASIC, WYRE_OK, "100]{" BASIC_TOLD "}"},
    {"QUERY_FILE_UNIX_LINK", T2(5, 0x201), 1, "", "'a' 00", WYRE_OK, "2]{unicode=0 target=[0,1]}"},
    {"QUERY_POSIX_ACL", T2(5, 0x204), 1, "", "0100 0100 0000 01 07 0000000000000000", WYRE_OK,
     "16]{version=1 number_of_file_aces=1 number_of_default_aces=0 aces=[6,10] ace[6,10]{ace_type=1 "
     "permissions=0x07 id=0}}"},
    {"QUERY_POSIX_ACL with too few", T2(5, 0x204), 1, "", "0100 0200 0000 01 07 0000000000000000", WYRE_E_VALUE,
     "16]{}"},
    {"QUERY_FILE_UNIX_INFO2", T2(7, 0x20b), 1, "", BASIC "3132333435363701 10000000 7f000000", WYRE_OK,
     "116]{" BASIC_TOLD " creation_time=87598319893951025 file_flags=0x10 file_flags_mask=0x7f}"},
    {"SET_INFO_EAS", T2(6, 2), 0, "0200 00000000 'a' 00", EAS, WYRE_OK, "11]{" EAS_TOLD "}"},
    {"SET_POSIX_OPEN", T2(6, 0x209), 0, "0902 00000000 'a' 00", "00000000 10020000 ed01000000000000 0002", WYRE_OK,
     "18]{flags=0x00 posix_open_flags=0x210 permissions=0x1ed information_level=512}"},
    {"SET_POSIX_OPEN answered", T2(6, 0x209), 1, "0000", "0000 0340 02000000 0002 0000" BASIC, WYRE_OK,
     "112]{oplock_flags=0x00 fid=16387 create_action=2 information_level=512 reserved=0 information=[12,100] "
     "information[12,100]{" BASIC_TOLD "}}"},
    {"SET_POSIX_OPEN answered, cut", T2(6, 0x209), 1, "0000", "0000 0340 02000000 0b02 0000 00", WYRE_E_LENGTH,
     "13]{oplock_flags=0x00 fid=16387 create_action=2 information_level=523 reserved=0 information=[12,1] "
     "information[12,1]{}}"},
    {"SET_POSIX_UNLINK", T2(6, 0x20a), 0, "0a02 00000000 'a' 00", "0100", WYRE_OK, "2]{flags=0x01}"},
    {"FS_INFO_VOLUME", T2(3, 2), 1, "", "efbeadde 01 'a' 00", WYRE_OK,
     "7]{volume_serial_number=3735928559 char_count=1 unicode=0 volume_label=[5,1]}"},
    {"FS_UNIX_INFO", T2(3, 0x200), 1, "", "0100 0000 7b01000000000000", WYRE_OK,
     "12]{major_version=1 minor_version=0 capability=0x17b}"},
    {"FS_UNIX_INFO set", T2(4, 0x200), 0, "0000 0002", "0100 0000 7b01000000000000", WYRE_OK,
     "12]{major_version=1 minor_version=0 capability=0x17b}"},
    {"FS_POSIX_WHOAMI", T2(3, 0x202), 1, "",
     "00000000 01000000 e803000000000000 6400000000000000 00000000 00000000 00000000 00000000", WYRE_OK,
     "40]{mapping_flags=0x00 mapping_mask=0x01 uid=1000 gid=100 number_of_sids=0 reserved=0 gids=[40,0] "
     "sids=[40,0]}"},
    {"OPEN2 with attributes", T2(0, 0), 0, "0000 0000 0000 0000 00000000 0000 00000000 00000000000000000000 'a' 00", EAS,
     WYRE_OK, "11]{" EAS_TOLD "}"},
    {"CREATE_DIRECTORY without", T2(13, 0), 0, "00000000 'a' 00", "04000000", WYRE_OK, "4]{entries=[4,0]}"},
    {"CREATE_DIRECTORY with less than nothing", T2(13, 0), 0, "00000000 'a' 00", "03000000", WYRE_E_LENGTH, "4]{}"},
    {"GET_DFS_REFERRAL", T2(16, 0), 1, "", "0200 0000 02000000", WYRE_OK,
     "8]{path_consumed=2 number_of_referrals=0 referral_header_flags=0x02 referrals=[8,0]}"},
    {"a level without a struct", T2(5, 0x3333), 1, "", "00", WYRE_OK, "1]{}"},
    {"a subcommand without a struct", T2(14, 0), 1, "", "00", WYRE_OK, ""},
    {"NT CREATE with a descriptor", NT(1), 0,
     "16000000 00000000 9f011200 0010000000000000 80000000 07000000 03000000 40000000 20000000 00000000 00000000 02000000 03",
     SECURITY, WYRE_OK, "32]{revision=1 sbz1=0 control=0x8000 owner=[20,12] group=[0,0] sacl=[0,0] dacl=[0,0] "
     "owner_sid[20,12]{revision=1 identifier_authority=000000000001 sub_authority=[8,4]}}"},
    {"NT CREATE with lengths past the data", NT(1), 0,
     "16000000 00000000 9f011200 0010000000000000 80000000 07000000 03000000 40000000 21000000 00000000 00000000 02000000 03",
     SECURITY, WYRE_OK, ""},
    {"NT SET_SECURITY_DESC", NT(3), 0, "0340 0000 01000000", SECURITY, WYRE_OK, "32]{revision=1 sbz1=0 control=0x8000 owner=[20,12] group=[0,0] sacl=[0,0] dacl=[0,0] "
     "owner_sid[20,12]{revision=1 identifier_authority=000000000001 sub_authority=[8,4]}}"},
    {"NT QUERY_SECURITY_DESC", NT(6), 1, "20000000", SECURITY, WYRE_OK, "32]{revision=1 sbz1=0 control=0x8000 owner=[20,12] group=[0,0] sacl=[0,0] dacl=[0,0] "
     "owner_sid[20,12]{revision=1 identifier_authority=000000000001 sub_authority=[8,4]}}"},
    {"NT QUERY_SECURITY_DESC, cut", NT(6), 1, "04000000", "01000080", WYRE_E_LENGTH, "4]{}"},
    {"NT GET_USER_QUOTA answered by nothing", NT(7), 1, "00000000", "", WYRE_OK, ""},
    {"NT IOCTL answered by a cut reparse point", {.command = 0xa0, .subcommand = 2, .function_code = 0x900a8}, 1, "",
     "00000000", WYRE_E_LENGTH, "4]{}"},
};
/* clang-format on */

TEST(data_tell_what_the_rows_say)
{
    for (const data_row *row = rows; row < rows + COUNT(rows); row++) {
        static told got;
        static uint8_t message[4096];
        size_t len = envelope_of(row, message);
        uint8_t *unit = exact(message, len);
        wyre_visitor v = telling(&got);
        wyre_status status =
            wyre_smb1_message_visit(unit, len, row->reply ? &row->kind : NULL, &v, NULL);
        const char *from = strstr(got.text, "security_descriptor[");
        if (from == NULL)
            from = strstr(got.text, "data[");
        if (from == NULL && row->told[0] != '\0')
            fail_msg("%s: no data in\n  %s", row->name, got.text);
        if (from != NULL)
            from = strchr(from, ',') + 1;
        if (from != NULL &&
            (row->told[0] == '\0' || strncmp(from, row->told, strlen(row->told)) != 0))
            fail_msg("%s: told\n  %s, not\n  %s", row->name, from, row->told);
        assert_status(row->name, status, row->status);
        free(unit);
    }
}

RUN_TESTS("smb1_data", TESTED(data_tell_what_the_rows_say))

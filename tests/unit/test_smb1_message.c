/* lib/smb/smb1_message.c and lib/smb/smb1_envelope.c: whole messages, told to a visitor. */
#include "../smb1_told.h"

/* The header as every message here tells it. */
#define HEADER_TOLD(command, flags)                                                                \
    "flags2=0xc001 command=" command " status=0x00 flags=" flags " pid_high=0 "                    \
    "security_features=0000000000000000 reserved=0 tid=0 pid_low=65534 uid=0 mid=0 "
#define AS(number)                                                                                 \
    {                                                                                              \
        .command = 0x32, .subcommand = number                                                      \
    }

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_smb1_context answers;
    wyre_status status;
    size_t n;
    const char *told; /* that there is no more than the header: "" */
} rows[] = {
    {"a struct", REQUEST("04") "03 0340 00000000 0000", {0}, WYRE_OK, 41,
     HEADER_TOLD("4", "0x18")
     "CLOSE[0,41]{word_count_at=32 command=4 reply=0 oddities=0x00 block_word_count=3 byte_count=0 "
     "fid=16387 last_time_modified=0}"},
    {"words and bytes, where there is no struct", REQUEST("30") "01 0102 0100 aa", {0}, WYRE_OK, 38,
     HEADER_TOLD("48", "0x18")
     "NEW_FILE_SIZE[0,38]{word_count_at=32 command=48 reply=0 oddities=0x00 block_word_count=1 byte_count=1 "
     "words=[33,2] bytes=[37,1]}"},
    {"a WordCount that the command does not have", REQUEST("04") "02 0340 0000 0000", {0}, WYRE_E_VALUE, 32,
     HEADER_TOLD("4", "0x18")
     "CLOSE[0,39]{word_count_at=32 command=4 reply=0 oddities=0x00 block_word_count=2 byte_count=0 "
     "words=[33,4] bytes=[39,0]}"},
    {"a reply without words answers any command", REPLY("2e") "00 0000", {0}, WYRE_OK, 35,
     HEADER_TOLD("46", "0x98")
     "READ_ANDX[0,35]{word_count_at=32 command=46 reply=1 oddities=0x00 block_word_count=0 byte_count=0 "
     "words=[33,0] bytes=[35,0]}"},
    {"a refused struct is told as words and bytes, and the chain goes on",
     REQUEST("2e") "0b ff000000 0340000000000000000000000000 00000000 0000", {0}, WYRE_E_VALUE, 32,
     HEADER_TOLD("46", "0x18")
     "READ_ANDX[0,57]{word_count_at=32 command=46 reply=0 oddities=0x00 block_word_count=11 byte_count=0 "
     "words=[33,22] bytes=[57,0]}"},
    {"the token of a session",
     REQUEST("73") "0c ff000000 ffff 0100 0000 00000000 1000 00000000 54c00080 1500"
     "4e544c4d53535000 0100000005820000 00 0000 0000", {0}, WYRE_OK, 80, "flags2=0xc001 command=115 status=0x00 flags=0x18 pid_high=0 "
     "security_features=0000000000000000 reserved=0 tid=0 pid_low=65534 uid=0 mid=0 "
     "SESSION_SETUP_ANDX[0,80]{word_count_at=32 command=115 reply=0 oddities=0x00 "
     "block_word_count=12 byte_count=21 andx_command=255 andx_reserved=0 andx_offset=0 "
     "max_buffer_size=65535 max_mpx_count=1 vc_number=0 session_key=0 reserved=0 "
     "capabilities=0x8000c054 unicode=1 security_blob=[59,16] native_os=[76,0] "
     "native_lan_man=[78,0] primary_domain=[0,0] "
     "security_blob[59,16]{ntlmssp[0,16]{message_type=1 negotiate_flags=0x8205}}}"},
    {"a token that breaks, with its answer's blob",
     REPLY("73") "04 ff000000 0000 0200 0200" "a101", {0}, WYRE_E_LENGTH, 44, "flags2=0xc001 command=115 status=0x00 flags=0x98 pid_high=0 "
     "security_features=0000000000000000 reserved=0 tid=0 pid_low=65534 uid=0 mid=0 "
     "SESSION_SETUP_ANDX[0,45]{word_count_at=32 command=115 reply=1 oddities=0x00 "
     "block_word_count=4 byte_count=2 word_count=4 andx_command=255 andx_reserved=0 "
     "andx_offset=0 action=0x00 unicode=1 security_blob=[43,2] native_os=[0,0] "
     "native_lan_man=[0,0] primary_domain=[0,0] security_blob[43,2]{neg_token_resp[0,2]{}}}"},
    {"a chain", REQUEST("74") "02 73 00 2700 0000" "00 0000", {0}, WYRE_E_VALUE, 39,
     HEADER_TOLD("116", "0x18")
     "LOGOFF_ANDX[0,42]{word_count_at=32 command=116 reply=0 oddities=0x00 block_word_count=2 byte_count=0 "
     "andx_command=115 andx_reserved=0 andx_offset=39}"},
    {"dialects", REQUEST("72") "00 0600 02 'a' 00 02 'b' 00", {0}, WYRE_OK, 41,
     HEADER_TOLD("114", "0x18")
     "NEGOTIATE[0,41]{word_count_at=32 command=114 reply=0 oddities=0x00 block_word_count=0 byte_count=6 "
     "dialects=[35,6] dialect[0,41]{index=0 name=[36,1]} dialect[0,41]{index=1 name=[39,1]}}"},
    {"a dialect list that breaks", REQUEST("72") "00 0400 02 'a' 00 03", {0}, WYRE_E_VALUE, 38,
     HEADER_TOLD("114", "0x18")
     "NEGOTIATE[0,39]{word_count_at=32 command=114 reply=0 oddities=0x00 block_word_count=0 byte_count=4 "
     "dialects=[35,4] dialect[0,39]{index=0 name=[36,1]}}"},
    {"locks", REQUEST("24") "08 ff000000 0340 00 00 00000000 0100 0000 0a00 0100 02000000 03000000", {0}, WYRE_OK, 61,
     HEADER_TOLD("36", "0x18")
     "LOCKING_ANDX[0,61]{word_count_at=32 command=36 reply=0 oddities=0x00 block_word_count=8 byte_count=10 "
     "andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 type_of_lock=0x00 new_oplock_level=0 timeout=0 "
     "unlocks=[51,10] locks=[61,0] unlock[0,61]{pid=1 byte_offset=2 length_in_bytes=3}}"},
    {"the parameters of a subcommand",
     REQUEST("32") "0f 0400 0000 0200 0040 00 00 0000 00000000 0000 0400 4400 0000 0000 01 00 0700 0700 00 0000 0340 0101",
     {0}, WYRE_OK, 72,
     HEADER_TOLD("50", "0x18")
     "TRANSACTION2[0,72]{word_count_at=32 command=50 reply=0 oddities=0x00 block_word_count=15 byte_count=7 "
     "total_parameter_count=4 total_data_count=0 max_parameter_count=2 max_data_count=16384 max_setup_count=0 "
     "reserved1=0 flags=0x00 timeout=0 reserved2=0 reserved3=0 setup=[61,2] parameters=[68,4] data=[0,0] "
     "parameters[68,4]{fid=16387 information_level=257}}"},
    {"parameters that the subcommand does not have",
     REQUEST("32") "0f 0200 0000 0200 0040 00 00 0000 00000000 0000 0200 4400 0000 0000 01 00 0700 0500 00 0000 0340",
     {0}, WYRE_E_LENGTH, 70,
     HEADER_TOLD("50", "0x18")
     "TRANSACTION2[0,70]{word_count_at=32 command=50 reply=0 oddities=0x00 block_word_count=15 byte_count=5 "
     "total_parameter_count=2 total_data_count=0 max_parameter_count=2 max_data_count=16384 max_setup_count=0 "
     "reserved1=0 flags=0x00 timeout=0 reserved2=0 reserved3=0 setup=[61,2] parameters=[68,2] data=[0,0] "
     "parameters[68,2]{}}"},
    {"an answer that is known", REPLY("32") "0a 0200 0000 0000 0200 3800 0000 0000 3800 0000 00 00 0300 00 0500",
     AS(WYRE_SMB1_TRANS2_SET_FILE_INFORMATION), WYRE_OK, 58,
     HEADER_TOLD("50", "0x98")
     "TRANSACTION2[0,58]{word_count_at=32 command=50 reply=1 oddities=0x00 block_word_count=10 byte_count=3 "
     "total_parameter_count=2 total_data_count=0 reserved1=0 parameter_displacement=0 data_displacement=0 "
     "reserved2=0 setup=[53,0] parameters=[56,2] data=[56,0] parameters[56,2]{ea_error_offset=5}}"},
    {"a fragment is not told inside", REPLY("32") "0a 0200 0900 0000 0200 3800 0000 0000 3800 0000 00 00 0300 00 0500",
     AS(WYRE_SMB1_TRANS2_SET_FILE_INFORMATION), WYRE_OK, 58,
     HEADER_TOLD("50", "0x98")
     "TRANSACTION2[0,58]{word_count_at=32 command=50 reply=1 oddities=0x00 block_word_count=10 byte_count=3 "
     "total_parameter_count=2 total_data_count=9 reserved1=0 parameter_displacement=0 data_displacement=0 "
     "reserved2=0 setup=[53,0] parameters=[56,2] data=[56,0]}"},
    {"no header", "ff534d42", {0}, WYRE_E_LENGTH, 4, ""},
};
/* clang-format on */

TEST(messages_tell_what_the_rows_say)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        static told got;
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_visitor v = telling(&got);
        size_t n;
        const wyre_smb1_context *answers = row->answers.command != 0 ? &row->answers : NULL;
        wyre_status status = wyre_smb1_message_visit(unit, in.len, answers, &v, &n);
        assert_told(row->name, &got, row->told);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        free(unit);
    }
}

TEST(a_visitor_may_lack_any_callback)
{
    static const wyre_visitor none;
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        assert_status(row->name, wyre_smb1_message_visit(in.at, in.len, NULL, &none, NULL),
                      row->status);
    }
}

/* clang-format off */
static const struct context_row {
    const char *name, *hex;
    wyre_status status;
    wyre_smb1_context context;
} context_rows[] = {
    {"FIND_FIRST2", REQUEST("32") "0f 0c00 0000 0000 0000 00 00 0000 00000000 0000 0c00 4400 0000 0000 01 00 0100 "
     "0f00 00 0000 0000 0000 0000 0401 00000000", WYRE_OK, {.subcommand = 1, .information_level = 0x104, .command = 0x32}},
    {"OPEN2 has no level", REQUEST("32") "0f 0000 0000 0000 0000 00 00 0000 00000000 0000 0000 0000 0000 0000 01 00 0000 "
     "0000", WYRE_OK, {.command = 0x32}},
    {"a level that is cut", REQUEST("32") "0f 0300 0000 0000 0000 00 00 0000 00000000 0000 0300 4400 0000 0000 01 00 0700 "
     "0600 00 0000 034001", WYRE_OK, {.subcommand = 7, .command = 0x32}},
    {"no setup word", REQUEST("32") "0e 0000 0000 0000 0000 00 00 0000 00000000 0000 0000 0000 0000 0000 00 00 0000",
     WYRE_OK, {.command = 0x32}},
    {"a pipe", OEM_REQUEST("25") "10 0000 0000 0000 0000 00 00 0000 00000000 0000 0000 0000 0000 0000 02 00 2600 0340 "
     "0700 '\\PIPE\\' 00", WYRE_OK, {.subcommand = 0x26, .command = 0x25}},
    {"a mailslot", OEM_REQUEST("25") "11 0000 0000 0000 0000 00 00 0000 00000000 0000 0000 0000 0000 0000 03 00 0100 0000 "
     "0200 0c00 '\\MAILSLOT\\B' 00", WYRE_OK, {.subcommand = 1, .command = 0x25, .mailslot = 1}},
    {"NT_TRANSACT", REQUEST("a0") "13 00 0000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00 0600 "
     "0000", WYRE_OK, {.subcommand = 6, .command = 0xa0}},
    {"another command", REQUEST("04") "03 0340 00000000 0000", WYRE_OK, {0}},
    {"a response", REPLY("32") "00 0000", WYRE_OK, {0}},
    {"refused", REQUEST("32") "00 0000", WYRE_E_VALUE, {0}},
    {"no header", "ff", WYRE_E_LENGTH, {0}},
};
/* clang-format on */

TEST(context_is_what_the_row_says)
{
    for (const struct context_row *row = context_rows; row < context_rows + COUNT(context_rows);
         row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_smb1_context got;
        memset(&got, 0xa5, sizeof got);
        assert_status(row->name, wyre_smb1_context_of(unit, in.len, &got), row->status);
        assert_fields(row->name, &got, &row->context, sizeof got);
        free(unit);
    }
}

RUN_TESTS("smb1_message", TESTED(messages_tell_what_the_rows_say),
          TESTED(a_visitor_may_lack_any_callback), TESTED(context_is_what_the_row_says))

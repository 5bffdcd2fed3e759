/* lib/smb/smb2_payload.c: messages are their header, body and payload. */
#include "../told.h"
#include <wyre/smb2_payload.h>

#define HEADER(command, status, flags)                                                             \
    "fe534d42 4000 0000" status command "0000" flags "00000000 0700000000000000"                   \
    "00000000 00000000 0000000000000000 00000000000000000000000000000000"
#define REQUEST(command)  HEADER(command, "00000000", "00000000")
#define RESPONSE(command) HEADER(command, "00000000", "01000000")
#define FILE_ID           "ffffffffffffffff ffffffffffffffff"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_smb2_question question; /* command 0: none is given */
    wyre_status status;
    size_t n;
    const char *told;
} rows[] = {
    {"SET_INFO, end of file",
     REQUEST("1100") "2100 01 14 08000000 6000 0000 00000000" FILE_ID "0100000000000000", {0}, WYRE_OK, 104,
     "payload[96,8]{end_of_file=1}"},
    {"SET_INFO, cut", REQUEST("1100") "2100 01 14 07000000 6000 0000 00000000" FILE_ID "01000000000000", {0},
     WYRE_E_LENGTH, 103, NULL},
    {"SET_INFO, an unknown type", REQUEST("1100") "2100 05 14 01000000 6000 0000 00000000" FILE_ID "01", {0},
     WYRE_E_UNSUPPORTED, 96, NULL},
    {"IOCTL request, resiliency",
     REQUEST("0b00") "3900 0000 d4011400" FILE_ID "78000000 08000000 00000000 78000000 00000000 00000000"
     "01000000 00000000 01000000 02000000", {0}, WYRE_OK, 128, "payload[120,8]{timeout=1 reserved=2}"},
    {"IOCTL response, compression",
     RESPONSE("0b00") "3100 0000 3c000900" FILE_ID "70000000 00000000 70000000 02000000 00000000 00000000 0200",
     {0}, WYRE_OK, 114, "payload[112,2]{compression_state=2}"},
    {"QUERY_INFO response, its question known",
     RESPONSE("1000") "0900 4800 04000000 05000000", {7, 16, 1, 7, {0}}, WYRE_OK, 76, "payload[72,4]{ea_size=5}"},
    {"QUERY_INFO response, of a file system",
     RESPONSE("1000") "0900 4800 08000000 07000000 20000000", {7, 16, 2, 4, {0}}, WYRE_OK, 80,
     "payload[72,8]{device_type=7 characteristics=0x20}"},
    {"QUERY_INFO response, of security",
     RESPONSE("1000") "0900 4800 14000000 01 00 0080 00000000 00000000 00000000 00000000", {7, 16, 3, 0, {0}},
     WYRE_OK, 92,
     "payload[72,20]{revision=1 sbz1=0 control=0x8000 owner=[0,0] group=[0,0] sacl=[0,0] dacl=[0,0]}"},
    {"QUERY_INFO response, of quota",
     RESPONSE("1000") "0900 4800 04000000 00000000", {7, 16, 4, 0, {0}}, WYRE_E_LENGTH, 76, NULL},
    {"QUERY_INFO response, its question not known", RESPONSE("1000") "0900 4800 04000000 05000000", {0}, WYRE_OK,
     76, ""},
    {"QUERY_INFO response to another command", RESPONSE("1000") "0900 4800 04000000 05000000",
     {7, 14, 1, 7, {0}}, WYRE_OK, 76, ""},
    {"QUERY_INFO response that was cut to its buffer",
     HEADER("1000", "05000080", "01000000") "0900 4800 04000000 05000000", {7, 16, 1, 18, {0}}, WYRE_OK, 76, ""},
    {"QUERY_DIRECTORY response",
     RESPONSE("0e00") "0900 4800 0e000000 00000000 01000000 02000000 6100", {7, 14, 0, 12, {0}}, WYRE_OK, 86,
     "payload[72,14]{entry[0,14]{next_entry_offset=0 file_index=1 file_name=[12,2]}}"},
    {"CHANGE_NOTIFY response",
     RESPONSE("0f00") "0900 4800 0e000000 00000000 01000000 02000000 6100", {0}, WYRE_OK, 86,
     "payload[72,14]{entry[0,14]{next_entry_offset=0 action=1 file_name=[12,2]}}"},
    {"CHANGE_NOTIFY response, its name past the end",
     RESPONSE("0f00") "0900 4800 0e000000 00000000 01000000 03000000 6100", {0}, WYRE_E_LENGTH, 84, NULL},
    {"QUERY_INFO request, of two attributes",
     REQUEST("1000") "2900 01 0f 00100000 6800 0000 0f000000 00000000 00000000" FILE_ID
     "08000000 02 414200 00000000 01 4300", {0}, WYRE_OK, 119,
     "payload[104,15]{entry[0,8]{next_entry_offset=8 ea_name=[5,2]} entry[8,7]{next_entry_offset=0 ea_name=[5,1]}}"},
    {"QUERY_INFO request, of the quota of one",
     REQUEST("1000") "2900 04 20 00100000 6800 0000 24000000 00000000 00000000" FILE_ID
     "01 00 0000 14000000 00000000 00000000 00000000 0c000000 01 01 000000000001 00000000", {0}, WYRE_OK, 140,
     "payload[104,36]{return_single=1 restart_scan=0 reserved=0 sid_list=[16,20] start_sid=[16,0] "
     "sid_entries[16,20]{entry[0,20]{next_entry_offset=0 sid=[8,12]}}}"},
    {"QUERY_INFO request, of the quota of one whose SID is cut",
     REQUEST("1000") "2900 04 20 00100000 6800 0000 23000000 00000000 00000000" FILE_ID
     "01 00 0000 13000000 00000000 00000000 00000000 0c000000 01 01 000000000001 000000", {0}, WYRE_E_LENGTH, 128,
     NULL},
    {"QUERY_INFO request, of quota, cut",
     REQUEST("1000") "2900 04 20 00100000 6800 0000 0f000000 00000000 00000000" FILE_ID
     "01 00 0000 14000000 00000000 000000", {0}, WYRE_E_LENGTH, 119, NULL},
    {"QUERY_INFO request, with what is not asked for",
     REQUEST("1000") "2900 01 05 00100000 6800 0000 01000000 00000000 00000000" FILE_ID "ff", {0}, WYRE_OK, 105,
     ""},
    {"IOCTL response, the limits of SRV_COPYCHUNK",
     HEADER("0b00", "0d0000c0", "01000000") "3100 0000 f2401400" FILE_ID "70000000 00000000 70000000 0c000000"
     "00000000 00000000 00010000 00001000 00000001", {0}, WYRE_OK, 124,
     "payload[112,12]{chunks_written=256 chunk_bytes_written=1048576 total_bytes_written=16777216}"},
    {"IOCTL response, an error of SRV_COPYCHUNK",
     HEADER("0b00", "0d0000c0", "01000000") "0900 0000 00000000 00", {0}, WYRE_OK, 73, ""},
    {"ECHO", REQUEST("0d00") "0400 0000", {0}, WYRE_OK, 68, ""},
    {"no header", "fe534d42", {0}, WYRE_E_LENGTH, 4, NULL},
};
/* clang-format on */

TEST(payload_is_told_as_the_row_says)
{
    static told got;
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_visitor v = telling(&got);
        size_t n;
        assert_status(row->name,
                      wyre_smb2_payload_visit(
                          unit, in.len, row->question.command != 0 ? &row->question : NULL, &v, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK)
            assert_told(row->name, &got, row->told);
        free(unit);
    }
}

TEST(contexts_of_create_are_told)
{
    static told got;
    bytes in = hex(REQUEST("0500") "3900 00 00 02000000 0000000000000000 0000000000000000 00000000"
                                   "00000000 00000000 00000000 00000000 7800 0000 78000000 50000000"
                                   "28000000 1000 0400 0000 1800 0a000000 'ExtA' 00000000"
                                   "00000000 00 01 0000 'a' 00 000000000000"
                                   "00000000 1000 0400 0000 1800 14000000 'SecD' 00000000"
                                   "01 00 0080 00000000 00000000 00000000 00000000");
    wyre_visitor v = telling(&got);
    size_t n;
    in.at[116] = (uint8_t)(in.len - 120);
    assert_status("CREATE", wyre_smb2_payload_visit(in.at, in.len, NULL, &v, &n), WYRE_OK);
    assert_told("CREATE", &got,
                "payload[144,10]{entry[0,10]{next_entry_offset=0 flags=0x00 ea_name=[8,1] "
                "ea_value=[10,0]}} payload[184,20]{revision=1 sbz1=0 control=0x8000 owner=[0,0] "
                "group=[0,0] sacl=[0,0] dacl=[0,0]}");
    in.at[184] = 0;
    assert_status("CREATE", wyre_smb2_payload_visit(in.at, in.len, NULL, &v, &n), WYRE_E_VALUE);
    assert_offset("CREATE", n, 184);
}

TEST(questions_are_those_that_responses_do_not_repeat)
{
    static const struct {
        const char *name, *hex;
        wyre_status status;
        wyre_smb2_question want;
    } messages[] = {
        {"QUERY_DIRECTORY",
         REQUEST("0e00") "2100 25 00 00000000" FILE_ID "6000 0000 00000100 00",
         WYRE_OK,
         {7, 14, 0, 37, {0}}},
        {"QUERY_INFO",
         REQUEST("1000") "2900 02 05 00010000 0000 0000 00000000 00000000 00000000" FILE_ID "00",
         WYRE_OK,
         {7, 16, 2, 5, {0}}},
        {"QUERY_INFO, cut", REQUEST("1000") "2900 02 05", WYRE_E_LENGTH, {0}},
        {"ECHO", REQUEST("0d00") "0400 0000", WYRE_OK, {0}},
        {"a response", RESPONSE("1000") "0900 4800 00000000 00", WYRE_OK, {0}},
        {"no header", "fe534d42", WYRE_E_LENGTH, {0}},
    };
    for (size_t i = 0; i < COUNT(messages); i++) {
        bytes in = hex(messages[i].hex);
        wyre_smb2_question got;
        wyre_status status = wyre_smb2_question_of(in.at, in.len, &got);
        assert_status(messages[i].name, status, messages[i].status);
        if (status == WYRE_OK)
            assert_fields(messages[i].name, &got, &messages[i].want, sizeof got);
    }
}

RUN_TESTS("smb2_payload", TESTED(payload_is_told_as_the_row_says),
          TESTED(contexts_of_create_are_told),
          TESTED(questions_are_those_that_responses_do_not_repeat))

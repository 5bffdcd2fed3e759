/* lib/smb/smb2_query.c. Rows are the tables of [MS-SMB2] 2.2.33 to 2.2.40, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_query_directory_request, 0) = {
    {"smbclient",
     HEADER "2100 25 00 00000000 a01b5b5c00000000df7419bd00000000 6000 0400 00008000"
     "78002a00", WYRE_OK, 100,
     {.file_name = {96, 4}, .output_buffer_length = 0x800000, .file_information_class = 0x25,
      .file_id = {0xa0, 0x1b, 0x5b, 0x5c, 0, 0, 0, 0, 0xdf, 0x74, 0x19, 0xbd}}, .same = 1},
    {"no pattern, and the byte that Samba wants all the same",
     HEADER "2100 25 02 00000000 a01b5b5c00000000df7419bd00000000 0000 0000 00000100 00", WYRE_OK, 96,
     {.output_buffer_length = 0x10000, .file_information_class = 0x25, .flags = 2, .file_id = {0xa0,
      0x1b, 0x5b, 0x5c, 0, 0, 0, 0, 0xdf, 0x74, 0x19, 0xbd}}, .same = 1},
    {"smbtorture, padded",
     HEADER "2100 03 00 00000000 117ffb1b00000000a854b95b00000000 6000 0200 00010000 2a00"
     "000000000000", WYRE_OK, 98,
     {.file_name = {96, 2}, .output_buffer_length = 0x100, .file_information_class = 3, .file_id
      = {0x11, 0x7f, 0xfb, 0x1b, 0, 0, 0, 0, 0xa8, 0x54, 0xb9, 0x5b}}, .same = 0},
    {"every field has a value of its own",
     HEADER "2100 11 13 13151517 1719191b1b1d1d1f1f21212323252527 6000 0600 29292b2b"
     "272f353d434b", WYRE_OK, 102,
     {.file_index = 0x17151513, .file_name = {96, 6}, .output_buffer_length = 0x2b2b2929,
      .file_information_class = 0x11, .flags = 0x13, .file_id = {0x17, 0x19, 0x19, 0x1b, 0x1b,
      0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "2100 11 13 13151517 1719191b1b1d1d1f1f21212323252527 6000 0600 29292b", REFUSED(WYRE_E_LENGTH, 95)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 34",
     HEADER "2200 11 13 13151517 1719191b1b1d1d1f1f21212323252527 6000 0600 29292b2b"
     "272f353d434b", REFUSED(WYRE_E_VALUE, 64)},
    {"file_name begins inside the fixed part",
     HEADER "2100 11 13 13151517 1719191b1b1d1d1f1f21212323252527 5f00 0200 29292b2b"
     "272f353d434b", REFUSED(WYRE_E_OFFSET, 88)},
    {"file_name ends one byte past the end",
     HEADER "2100 11 13 13151517 1719191b1b1d1d1f1f21212323252527 6000 0700 29292b2b"
     "272f353d434b", REFUSED(WYRE_E_OFFSET, 88)},
    {"file_name has the highest offset and length",
     HEADER "2100 11 13 13151517 1719191b1b1d1d1f1f21212323252527 ffff ffff 29292b2b"
     "272f353d434b", REFUSED(WYRE_E_OFFSET, 88)},
};
ROWS_HOLD(wyre_smb2_query_directory_request, 64)

ROWS(wyre_smb2_query_info_request, 0) = {
    {"smbclient, without input_buffer, padded",
     HEADER "2900 02 03 ffff0000 0000 0000 00000000 00000000 00000000"
     "e097a34200000000d101ae6700000000 00", WYRE_OK, 104,
     {.output_buffer_length = 0xffff, .info_type = 2, .file_info_class = 3, .file_id = {0xe0,
      0x97, 0xa3, 0x42, 0, 0, 0, 0, 0xd1, 1, 0xae, 0x67}}, .same = 0},
    {"every field has a value of its own",
     HEADER "2900 11 13 13151517 6800 1919 06000000 1b1b1d1d 1f1f2121"
     "23232525272729292b2b2d2d2f2f3131 171f252d333b", WYRE_OK, 110,
     {.output_buffer_length = 0x17151513, .input_buffer = {104, 6}, .additional_information =
      0x1d1d1b1b, .flags = 0x21211f1f, .reserved = 0x1919, .info_type = 0x11, .file_info_class =
      0x13, .file_id = {0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29, 0x29, 0x2b, 0x2b, 0x2d, 0x2d,
      0x2f, 0x2f, 0x31, 0x31}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "2900 11 13 13151517 6800 1919 06000000 1b1b1d1d 1f1f2121"
     "23232525272729292b2b2d2d2f2f31", REFUSED(WYRE_E_LENGTH, 103)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 42",
     HEADER "2a00 11 13 13151517 6800 1919 06000000 1b1b1d1d 1f1f2121"
     "23232525272729292b2b2d2d2f2f3131 171f252d333b", REFUSED(WYRE_E_VALUE, 64)},
    {"input_buffer begins inside the fixed part",
     HEADER "2900 11 13 13151517 6700 1919 02000000 1b1b1d1d 1f1f2121"
     "23232525272729292b2b2d2d2f2f3131 171f252d333b", REFUSED(WYRE_E_OFFSET, 72)},
    {"input_buffer ends one byte past the end",
     HEADER "2900 11 13 13151517 6800 1919 07000000 1b1b1d1d 1f1f2121"
     "23232525272729292b2b2d2d2f2f3131 171f252d333b", REFUSED(WYRE_E_OFFSET, 72)},
    {"input_buffer has the highest offset and length",
     HEADER "2900 11 13 13151517 ffff 1919 ffffffff 1b1b1d1d 1f1f2121"
     "23232525272729292b2b2d2d2f2f3131 171f252d333b", REFUSED(WYRE_E_OFFSET, 72)},
};
ROWS_HOLD(wyre_smb2_query_info_request, 64)

ROWS(wyre_smb2_query_quota_info, 0) = {
    {"all", "00 01 0000 00000000 00000000 00000000", WYRE_OK, 16, {.sid_list = {16, 0}, .start_sid = {16, 0}, .restart_scan = 1}, .same = 1},
    {"a list of one", "01 00 0000 14000000 00000000 00000000 00000000 0c000000 01 01 000000000001 00000000",
     WYRE_OK, 36, {.sid_list = {16, 20}, .start_sid = {16, 0}, .return_single = 1}, .same = 1},
    {"from one on", "01 00 3412 00000000 0c000000 00000000 01 01 000000000001 00000000", WYRE_OK, 28,
     {.sid_list = {16, 0}, .start_sid = {16, 12}, .return_single = 1, .reserved = 0x1234}, .same = 1},
    {"the last byte of the fixed part is missing", "01 00 0000 00000000 0c000000 000000",
     REFUSED(WYRE_E_LENGTH, 15)},
    {"the list is past the end", "01 00 0000 15000000 00000000 00000000 00000000 0c000000 01 01 000000000001"
     "00000000", REFUSED(WYRE_E_LENGTH, 16)},
    {"the first SID is past the end", "01 00 0000 00000000 0c000000 01000000 01 01 000000000001 00000000",
     REFUSED(WYRE_E_OFFSET, 12)},
    {"offset and length wrap", "01 00 0000 00000000 ffffffff 02000000 01 01 000000000001 00000000",
     REFUSED(WYRE_E_OFFSET, 12)},
};
ROWS_HOLD(wyre_smb2_query_quota_info, 0)

ROWS(wyre_smb2_output_response, 0) = {
    {"Samba",
     HEADER "0900 4800 ec000000"
     "78000000000000005c38921bfd7add015c38921bfd7add0143279a1bfd7add0143279a1bfd7add01"
     "0b000000000000000010000000000000200000000c00000000000000000000000000000000000000"
     "000000000000000000000000000000008089ab0000000000780031002e0074007800740000000000"
     "000000000000000047e0991bfd7add0147e0991bfd7add01a5b79b1bfd7add01a5b79b1bfd7add01"
     "a0860100000000000090010000000000200000000c00000000000000000000000000000000000000"
     "000000000000000000000000000000008189ab0000000000780032002e00620069006e00", WYRE_OK, 308,
     {.output_buffer = {72, 236}}, .same = 1},
    {"Samba, padded",
     HEADER "0900 4800 c2000000"
     "600000000000000078a74b70fd7add0178a74b70fd7add0178a74b70fd7add0178a74b70fd7add01"
     "00000000000000000000000000000000100000000200000000000000000000000000000000000000"
     "00000000000000000000000000002e0000000000000000003f654b70fd7add013f654b70fd7add01"
     "78a74b70fd7add0178a74b70fd7add01000000000000000000000000000000001000000004000000"
     "0000000000000000000000000000000000000000000000000000000000002e002e00"
     "000000000000", WYRE_OK, 266,
     {.output_buffer = {72, 194}}, .same = 0},
    {"every field has a value of its own",
     HEADER "0900 4800 06000000 11191f272d35", WYRE_OK, 78,
     {.output_buffer = {72, 6}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "0900 4800 060000", REFUSED(WYRE_E_LENGTH, 71)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 10",
     HEADER "0a00 4800 06000000 11191f272d35", REFUSED(WYRE_E_VALUE, 64)},
    {"output_buffer begins inside the fixed part",
     HEADER "0900 4700 02000000 11191f272d35", REFUSED(WYRE_E_OFFSET, 66)},
    {"output_buffer ends one byte past the end",
     HEADER "0900 4800 07000000 11191f272d35", REFUSED(WYRE_E_OFFSET, 66)},
    {"output_buffer has the highest offset and length",
     HEADER "0900 ffff ffffffff 11191f272d35", REFUSED(WYRE_E_OFFSET, 66)},
};
ROWS_HOLD(wyre_smb2_output_response, 64)

ROWS(wyre_smb2_set_info_request, 0) = {
    {"smbclient",
     HEADER "2100 01 0b 22000000 6000 0000 00000000 93a37bf500000000d3c1c9d900000000"
     "000000000000000000000000000000000e0000005c00780034002e00740078007400", WYRE_OK, 130,
     {.buffer = {96, 34}, .info_type = 1, .file_info_class = 0xb, .file_id = {0x93, 0xa3, 0x7b,
      0xf5, 0, 0, 0, 0, 0xd3, 0xc1, 0xc9, 0xd9}}, .same = 1},
    {"every field has a value of its own",
     HEADER "2100 11 13 06000000 6000 1515 17171919 1b1b1d1d1f1f21212323252527272929"
     "131b21292f37", WYRE_OK, 102,
     {.buffer = {96, 6}, .additional_information = 0x19191717, .reserved = 0x1515, .info_type =
      0x11, .file_info_class = 0x13, .file_id = {0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21,
      0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29, 0x29}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "2100 11 13 06000000 6000 1515 17171919 1b1b1d1d1f1f212123232525272729", REFUSED(WYRE_E_LENGTH, 95)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 34",
     HEADER "2200 11 13 06000000 6000 1515 17171919 1b1b1d1d1f1f21212323252527272929"
     "131b21292f37", REFUSED(WYRE_E_VALUE, 64)},
    {"buffer begins inside the fixed part",
     HEADER "2100 11 13 02000000 5f00 1515 17171919 1b1b1d1d1f1f21212323252527272929"
     "131b21292f37", REFUSED(WYRE_E_OFFSET, 72)},
    {"buffer ends one byte past the end",
     HEADER "2100 11 13 07000000 6000 1515 17171919 1b1b1d1d1f1f21212323252527272929"
     "131b21292f37", REFUSED(WYRE_E_OFFSET, 72)},
    {"buffer has the highest offset and length",
     HEADER "2100 11 13 ffffffff ffff 1515 17171919 1b1b1d1d1f1f21212323252527272929"
     "131b21292f37", REFUSED(WYRE_E_OFFSET, 72)},
};
ROWS_HOLD(wyre_smb2_set_info_request, 64)

ROWS(wyre_smb2_set_info_response, 0) = {
    {"Samba",
     HEADER "0200", WYRE_OK, 66,
     {0}, .same = 1},
    {"every field has a value of its own",
     HEADER "0200", WYRE_OK, 66,
     {0}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "02", REFUSED(WYRE_E_LENGTH, 65)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 3",
     HEADER "0300", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_set_info_response, 64)

/* clang-format on */

RUN_TESTS("smb2_query", ROWS_TESTED(wyre_smb2_query_directory_request),
          ROWS_TESTED(wyre_smb2_query_info_request), ROWS_TESTED(wyre_smb2_query_quota_info),
          ROWS_TESTED(wyre_smb2_output_response), ROWS_TESTED(wyre_smb2_set_info_request),
          ROWS_TESTED(wyre_smb2_set_info_response))

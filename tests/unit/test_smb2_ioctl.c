/* lib/smb/smb2_ioctl.c. Rows are the tables of [MS-SMB2] 2.2.31, 2.2.32, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_ioctl_request, 0) = {
    {"smbclient, with input",
     HEADER "3900 0000 94010600 ffffffffffffffffffffffffffffffff 78000000 24000000 00000000"
     "78000000 00000000 ffff0000 01000000 00000000"
     "03005c003100320037002e0030002e0030002e0031005c00730068006100720065000000", WYRE_OK, 156,
     {.ctl_code = 0x60194, .input = {120, 36}, .output = {120, 0}, .max_output_response = 0xffff,
      .flags = 1, .file_id = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
      0xff, 0xff, 0xff, 0xff, 0xff}}, .same = 1},
    {"smbclient, without input and output, padded",
     HEADER "3900 0000 78001400 7f02199f0000000052e8cf1200000000 78000000 00000000 00000000"
     "78000000 00000000 20000000 01000000 00000000 00", WYRE_OK, 120,
     {.ctl_code = 0x140078, .input = {120, 0}, .output = {120, 0}, .max_output_response = 0x20,
      .flags = 1, .file_id = {0x7f, 2, 0x19, 0x9f, 0, 0, 0, 0, 0x52, 0xe8, 0xcf, 0x12}}, .same = 0},
    {"every field has a value of its own",
     HEADER "3900 1113 13151517 1719191b1b1d1d1f1f21212323252527 78000000 05000000 29292b2b"
     "80000000 05000000 2d2f2f31 31333335 35373739 272f353d43 000000 2d333b4149", WYRE_OK, 133,
     {.ctl_code = 0x17151513, .input = {120, 5}, .max_input_response = 0x2b2b2929, .output =
      {128, 5}, .max_output_response = 0x312f2f2d, .flags = 0x35333331, .reserved2 = 0x39373735,
      .reserved = 0x1311, .file_id = {0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21,
      0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "3900 1113 13151517 1719191b1b1d1d1f1f21212323252527 78000000 05000000 29292b2b"
     "80000000 05000000 2d2f2f31 31333335 353737", REFUSED(WYRE_E_LENGTH, 119)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 58",
     HEADER "3a00 1113 13151517 1719191b1b1d1d1f1f21212323252527 78000000 05000000 29292b2b"
     "80000000 05000000 2d2f2f31 31333335 35373739 272f353d43 000000 2d333b4149", REFUSED(WYRE_E_VALUE, 64)},
    {"input begins inside the fixed part",
     HEADER "3900 1113 13151517 1719191b1b1d1d1f1f21212323252527 77000000 02000000 29292b2b"
     "80000000 05000000 2d2f2f31 31333335 35373739 272f353d430000002d333b4149", REFUSED(WYRE_E_OFFSET, 88)},
    {"input ends one byte past the end",
     HEADER "3900 1113 13151517 1719191b1b1d1d1f1f21212323252527 78000000 0e000000 29292b2b"
     "80000000 05000000 2d2f2f31 31333335 35373739 272f353d430000002d333b4149", REFUSED(WYRE_E_OFFSET, 88)},
    {"input has the highest offset and length",
     HEADER "3900 1113 13151517 1719191b1b1d1d1f1f21212323252527 ffffffff ffffffff 29292b2b"
     "80000000 05000000 2d2f2f31 31333335 35373739 272f353d430000002d333b4149", REFUSED(WYRE_E_OFFSET, 88)},
    {"output begins inside the fixed part",
     HEADER "3900 1113 13151517 1719191b1b1d1d1f1f21212323252527 78000000 05000000 29292b2b"
     "77000000 02000000 2d2f2f31 31333335 35373739 272f353d430000002d333b4149", REFUSED(WYRE_E_OFFSET, 100)},
    {"output ends one byte past the end",
     HEADER "3900 1113 13151517 1719191b1b1d1d1f1f21212323252527 78000000 05000000 29292b2b"
     "80000000 06000000 2d2f2f31 31333335 35373739 272f353d430000002d333b4149", REFUSED(WYRE_E_OFFSET, 100)},
    {"output has the highest offset and length",
     HEADER "3900 1113 13151517 1719191b1b1d1d1f1f21212323252527 78000000 05000000 29292b2b"
     "ffffffff ffffffff 2d2f2f31 31333335 35373739 272f353d430000002d333b4149", REFUSED(WYRE_E_OFFSET, 100)},
};
ROWS_HOLD(wyre_smb2_ioctl_request, 64)

ROWS(wyre_smb2_ioctl_response, 0) = {
    {"Samba, with output",
     HEADER "3100 0000 78001400 7f02199f0000000052e8cf1200000000 70000000 00000000 70000000"
     "20000000 00000000 00000000"
     "7f02199f0000000052e8cf120000000078001400000000000000000000000000", WYRE_OK, 144,
     {.ctl_code = 0x140078, .input = {112, 0}, .output = {112, 32}, .file_id = {0x7f, 2, 0x19,
      0x9f, 0, 0, 0, 0, 0x52, 0xe8, 0xcf, 0x12}}, .same = 1},
    {"Samba, without input and output",
     HEADER "3100 0000 c0000900 ffffffffffffffffffffffffffffffff 70000000 00000000 70000000"
     "00000000 00000000 00000000", WYRE_OK, 112,
     {.ctl_code = 0x900c0, .input = {112, 0}, .output = {112, 0}, .file_id = {0xff, 0xff, 0xff,
      0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}}, .same = 1},
    {"every field has a value of its own",
     HEADER "3100 1113 13151517 1719191b1b1d1d1f1f21212323252527 70000000 05000000 78000000"
     "05000000 292b2b2d 2d2f2f31 272f353d43 000000 292f373d45", WYRE_OK, 125,
     {.ctl_code = 0x17151513, .input = {112, 5}, .output = {120, 5}, .flags = 0x2d2b2b29,
      .reserved2 = 0x312f2f2d, .reserved = 0x1311, .file_id = {0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d,
      0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "3100 1113 13151517 1719191b1b1d1d1f1f21212323252527 70000000 05000000 78000000"
     "05000000 292b2b2d 2d2f2f", REFUSED(WYRE_E_LENGTH, 111)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 50",
     HEADER "3200 1113 13151517 1719191b1b1d1d1f1f21212323252527 70000000 05000000 78000000"
     "05000000 292b2b2d 2d2f2f31 272f353d43 000000 292f373d45", REFUSED(WYRE_E_VALUE, 64)},
    {"input begins inside the fixed part",
     HEADER "3100 1113 13151517 1719191b1b1d1d1f1f21212323252527 6f000000 02000000 78000000"
     "05000000 292b2b2d 2d2f2f31 272f353d43000000292f373d45", REFUSED(WYRE_E_OFFSET, 88)},
    {"input ends one byte past the end",
     HEADER "3100 1113 13151517 1719191b1b1d1d1f1f21212323252527 70000000 0e000000 78000000"
     "05000000 292b2b2d 2d2f2f31 272f353d43000000292f373d45", REFUSED(WYRE_E_OFFSET, 88)},
    {"input has the highest offset and length",
     HEADER "3100 1113 13151517 1719191b1b1d1d1f1f21212323252527 ffffffff ffffffff 78000000"
     "05000000 292b2b2d 2d2f2f31 272f353d43000000292f373d45", REFUSED(WYRE_E_OFFSET, 88)},
    {"output begins inside the fixed part",
     HEADER "3100 1113 13151517 1719191b1b1d1d1f1f21212323252527 70000000 05000000 6f000000"
     "02000000 292b2b2d 2d2f2f31 272f353d43000000292f373d45", REFUSED(WYRE_E_OFFSET, 96)},
    {"output ends one byte past the end",
     HEADER "3100 1113 13151517 1719191b1b1d1d1f1f21212323252527 70000000 05000000 78000000"
     "06000000 292b2b2d 2d2f2f31 272f353d43000000292f373d45", REFUSED(WYRE_E_OFFSET, 96)},
    {"output has the highest offset and length",
     HEADER "3100 1113 13151517 1719191b1b1d1d1f1f21212323252527 70000000 05000000 ffffffff"
     "ffffffff 292b2b2d 2d2f2f31 272f353d43000000292f373d45", REFUSED(WYRE_E_OFFSET, 96)},
};
ROWS_HOLD(wyre_smb2_ioctl_response, 64)

/* clang-format on */

RUN_TESTS("smb2_ioctl", ROWS_TESTED(wyre_smb2_ioctl_request), ROWS_TESTED(wyre_smb2_ioctl_response))

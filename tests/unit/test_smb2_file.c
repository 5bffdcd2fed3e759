/* lib/smb/smb2_file.c. Rows are the tables of [MS-SMB2] 2.2.15 to 2.2.26, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_close_request, 0) = {
    {"smbclient",
     HEADER "1800 0000 00000000 23c16463000000007f77286b00000000", WYRE_OK, 88,
     {.file_id = {0x23, 0xc1, 0x64, 0x63, 0, 0, 0, 0, 0x7f, 0x77, 0x28, 0x6b}}, .same = 1},
    {"every field has a value of its own",
     HEADER "1800 1113 13151517 1719191b1b1d1d1f1f21212323252527", WYRE_OK, 88,
     {.reserved = 0x17151513, .flags = 0x1311, .file_id = {0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d,
      0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "1800 1113 13151517 1719191b1b1d1d1f1f212123232525", REFUSED(WYRE_E_LENGTH, 87)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 25",
     HEADER "1900 1113 13151517 1719191b1b1d1d1f1f21212323252527", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_close_request, 64)

ROWS(wyre_smb2_close_response, 0) = {
    {"Samba",
     HEADER "3c00 0000 00000000 0000000000000000 0000000000000000 0000000000000000"
     "0000000000000000 0000000000000000 0000000000000000 00000000", WYRE_OK, 124,
     {0}, .same = 1},
    {"Samba, padded",
     HEADER "3c00 0000 00000000 0000000000000000 0000000000000000 0000000000000000"
     "0000000000000000 0000000000000000 0000000000000000 00000000 00000000", WYRE_OK, 124,
     {0}, .same = 0},
    {"every field has a value of its own",
     HEADER "3c00 1113 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b2b2d2d2f"
     "2f31313333353537 3739393b3b3d3d3f 3f41414343454547 4749494b", WYRE_OK, 124,
     {.creation_time = 0x1f1d1d1b1b191917, .last_access_time = 0x272525232321211f,
      .last_write_time = 0x2f2d2d2b2b292927, .change_time = 0x373535333331312f, .allocation_size =
      0x3f3d3d3b3b393937, .end_of_file = 0x474545434341413f, .reserved = 0x17151513,
      .file_attributes = 0x4b494947, .flags = 0x1311}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "3c00 1113 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b2b2d2d2f"
     "2f31313333353537 3739393b3b3d3d3f 3f41414343454547 474949", REFUSED(WYRE_E_LENGTH, 123)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 61",
     HEADER "3d00 1113 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b2b2d2d2f"
     "2f31313333353537 3739393b3b3d3d3f 3f41414343454547 4749494b", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_close_response, 64)

ROWS(wyre_smb2_flush_request, 0) = {
    {"smbtorture",
     HEADER "1800 0000 00000000 c3a509ca00000000a9344a1c00000000", WYRE_OK, 88,
     {.file_id = {0xc3, 0xa5, 9, 0xca, 0, 0, 0, 0, 0xa9, 0x34, 0x4a, 0x1c}}, .same = 1},
    {"every field has a value of its own",
     HEADER "1800 1113 13151517 1719191b1b1d1d1f1f21212323252527", WYRE_OK, 88,
     {.reserved2 = 0x17151513, .reserved1 = 0x1311, .file_id = {0x17, 0x19, 0x19, 0x1b, 0x1b,
      0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "1800 1113 13151517 1719191b1b1d1d1f1f212123232525", REFUSED(WYRE_E_LENGTH, 87)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 25",
     HEADER "1900 1113 13151517 1719191b1b1d1d1f1f21212323252527", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_flush_request, 64)

ROWS(wyre_smb2_read_request, 0) = {
    {"smbclient, without read_channel_info",
     HEADER "3100 00 00 a0860100 0000000000000000 58c1f8440000000032bd974a00000000 00000000"
     "00000000 00000000 0000 0000 00", WYRE_OK, 112,
     {.length = 0x186a0, .file_id = {0x58, 0xc1, 0xf8, 0x44, 0, 0, 0, 0, 0x32, 0xbd, 0x97, 0x4a}}, .same = 1},
    {"smbtorture, without read_channel_info, padded",
     HEADER "3100 00 00 01000000 0000000000000000 ffffffffffffffffffffffffffffffff 00000000"
     "00000000 00000000 0000 0000 0000000000000000", WYRE_OK, 112,
     {.length = 1, .file_id = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
      0xff, 0xff, 0xff, 0xff, 0xff}}, .same = 0},
    {"every field has a value of its own",
     HEADER "3100 11 13 13151517 1719191b1b1d1d1f 1f212123232525272729292b2b2d2d2f 2f313133"
     "33353537 3739393b 7000 0500 3b43495157", WYRE_OK, 117,
     {.offset = 0x1f1d1d1b1b191917, .length = 0x17151513, .minimum_count = 0x3331312f, .channel =
      0x37353533, .remaining_bytes = 0x3b393937, .read_channel_info = {112, 5}, .padding = 0x11,
      .flags = 0x13, .file_id = {0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29, 0x29,
      0x2b, 0x2b, 0x2d, 0x2d, 0x2f}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "3100 11 13 13151517 1719191b1b1d1d1f 1f212123232525272729292b2b2d2d2f 2f313133"
     "33353537 3739393b 7000 05", REFUSED(WYRE_E_LENGTH, 111)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 50",
     HEADER "3200 11 13 13151517 1719191b1b1d1d1f 1f212123232525272729292b2b2d2d2f 2f313133"
     "33353537 3739393b 7000 0500 3b43495157", REFUSED(WYRE_E_VALUE, 64)},
    {"read_channel_info begins inside the fixed part",
     HEADER "3100 11 13 13151517 1719191b1b1d1d1f 1f212123232525272729292b2b2d2d2f 2f313133"
     "33353537 3739393b 6f00 0200 3b43495157", REFUSED(WYRE_E_OFFSET, 108)},
    {"read_channel_info ends one byte past the end",
     HEADER "3100 11 13 13151517 1719191b1b1d1d1f 1f212123232525272729292b2b2d2d2f 2f313133"
     "33353537 3739393b 7000 0600 3b43495157", REFUSED(WYRE_E_OFFSET, 108)},
    {"read_channel_info has the highest offset and length",
     HEADER "3100 11 13 13151517 1719191b1b1d1d1f 1f212123232525272729292b2b2d2d2f 2f313133"
     "33353537 3739393b ffff ffff 3b43495157", REFUSED(WYRE_E_OFFSET, 108)},
};
ROWS_HOLD(wyre_smb2_read_request, 64)

ROWS(wyre_smb2_read_response, 0) = {
    {"Samba",
     HEADER "1100 50 00 0b000000 00000000 00000000 68656c6c6f20777972650a", WYRE_OK, 91,
     {.data = {80, 11}}, .same = 1},
    {"Samba, padded",
     HEADER "1100 50 00 01000000 00000000 00000000 00 00000000000000", WYRE_OK, 81,
     {.data = {80, 1}}, .same = 0},
    {"Samba, without data",
     HEADER "1100 50 00 00000000 00000000 00000000", WYRE_OK, 80,
     {.data = {80, 0}}, .same = 1},
    {"every field has a value of its own",
     HEADER "1100 50 13 06000000 13151517 1719191b 11191f272d35", WYRE_OK, 86,
     {.data = {80, 6}, .data_remaining = 0x17151513, .flags = 0x1b191917, .reserved = 0x13}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "1100 50 13 06000000 13151517 171919", REFUSED(WYRE_E_LENGTH, 79)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 18",
     HEADER "1200 50 13 06000000 13151517 1719191b 11191f272d35", REFUSED(WYRE_E_VALUE, 64)},
    {"data begins inside the fixed part",
     HEADER "1100 4f 13 02000000 13151517 1719191b 11191f272d35", REFUSED(WYRE_E_OFFSET, 66)},
    {"data ends one byte past the end",
     HEADER "1100 50 13 07000000 13151517 1719191b 11191f272d35", REFUSED(WYRE_E_OFFSET, 66)},
    {"data has the highest offset and length",
     HEADER "1100 ff 13 ffffffff 13151517 1719191b 11191f272d35", REFUSED(WYRE_E_OFFSET, 66)},
};
ROWS_HOLD(wyre_smb2_read_response, 64)

ROWS(wyre_smb2_write_request, 0) = {
    {"smbclient, with data",
     HEADER "3100 7000 0b000000 0000000000000000 23c16463000000007f77286b00000000 00000000"
     "00000000 0000 0000 00000000 68656c6c6f20777972650a", WYRE_OK, 123,
     {.data = {112, 11}, .file_id = {0x23, 0xc1, 0x64, 0x63, 0, 0, 0, 0, 0x7f, 0x77, 0x28, 0x6b}}, .same = 1},
    {"smbtorture, without data and write_channel_info",
     HEADER "3100 7000 00000000 0000000000000080 645edb470000000081c6081d00000000 00000000"
     "00000000 0000 0000 00000000", WYRE_OK, 112,
     {.offset = 0x8000000000000000, .data = {112, 0}, .file_id = {0x64, 0x5e, 0xdb, 0x47, 0, 0,
      0, 0, 0x81, 0xc6, 8, 0x1d}}, .same = 1},
    {"every field has a value of its own",
     HEADER "3100 7000 06000000 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 7800 0500 33353537 11191f272d35 0000 333941474f", WYRE_OK, 125,
     {.offset = 0x1919171715151313, .data = {112, 6}, .channel = 0x2d2d2b2b, .remaining_bytes =
      0x31312f2f, .write_channel_info = {120, 5}, .flags = 0x37353533, .file_id = {0x1b, 0x1b,
      0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29, 0x29}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "3100 7000 06000000 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 7800 0500 333535", REFUSED(WYRE_E_LENGTH, 111)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 50",
     HEADER "3200 7000 06000000 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 7800 0500 33353537 11191f272d35 0000 333941474f", REFUSED(WYRE_E_VALUE, 64)},
    {"data begins inside the fixed part",
     HEADER "3100 6f00 02000000 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 7800 0500 33353537 11191f272d350000333941474f", REFUSED(WYRE_E_OFFSET, 66)},
    {"data ends one byte past the end",
     HEADER "3100 7000 0e000000 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 7800 0500 33353537 11191f272d350000333941474f", REFUSED(WYRE_E_OFFSET, 66)},
    {"data has the highest offset and length",
     HEADER "3100 ffff ffffffff 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 7800 0500 33353537 11191f272d350000333941474f", REFUSED(WYRE_E_OFFSET, 66)},
    {"write_channel_info begins inside the fixed part",
     HEADER "3100 7000 06000000 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 6f00 0200 33353537 11191f272d350000333941474f", REFUSED(WYRE_E_OFFSET, 104)},
    {"write_channel_info ends one byte past the end",
     HEADER "3100 7000 06000000 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 7800 0600 33353537 11191f272d350000333941474f", REFUSED(WYRE_E_OFFSET, 104)},
    {"write_channel_info has the highest offset and length",
     HEADER "3100 7000 06000000 1313151517171919 1b1b1d1d1f1f21212323252527272929 2b2b2d2d"
     "2f2f3131 ffff ffff 33353537 11191f272d350000333941474f", REFUSED(WYRE_E_OFFSET, 104)},
};
ROWS_HOLD(wyre_smb2_write_request, 64)

ROWS(wyre_smb2_write_response, 0) = {
    {"Samba",
     HEADER "1100 0000 0b000000 00000000 0000 0000", WYRE_OK, 80,
     {.count = 0xb}, .same = 1},
    {"every field has a value of its own",
     HEADER "1100 1113 13151517 1719191b 1b1d 1d1f", WYRE_OK, 80,
     {.count = 0x17151513, .remaining = 0x1b191917, .reserved = 0x1311,
      .write_channel_info_offset = 0x1d1b, .write_channel_info_length = 0x1f1d}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "1100 1113 13151517 1719191b 1b1d 1d", REFUSED(WYRE_E_LENGTH, 79)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 18",
     HEADER "1200 1113 13151517 1719191b 1b1d 1d1f", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_write_response, 64)

ROWS(wyre_smb2_lock_request, 0) = {
    {"smbtorture",
     HEADER "3000 0100 00000000 5e05f2580000000094c2b26800000000"
     "000000000000000001000000000000001200000000000000", WYRE_OK, 112,
     {.locks = {88, 24}, .file_id = {0x5e, 5, 0xf2, 0x58, 0, 0, 0, 0, 0x94, 0xc2, 0xb2, 0x68}}, .same = 1},
    {"every field has a value of its own",
     HEADER "3000 0200 11131315 15171719191b1b1d1d1f1f2121232325"
     "252d333b41494f575d656b737901070f151d232b31393f474d555b636971777f050d131b21292f37"
     "3d454b535961676f", WYRE_OK, 136,
     {.lock_sequence = 0x15131311, .locks = {88, 48}, .file_id = {0x15, 0x17, 0x17, 0x19, 0x19,
      0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "3000 0200 11131315 15171719191b1b1d1d1f1f21212323", REFUSED(WYRE_E_LENGTH, 87)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 49",
     HEADER "3100 0200 11131315 15171719191b1b1d1d1f1f2121232325"
     "252d333b41494f575d656b737901070f151d232b31393f474d555b636971777f050d131b21292f37"
     "3d454b535961676f", REFUSED(WYRE_E_VALUE, 64)},
    {"locks ends far past the end",
     HEADER "3000 ffff 11131315 15171719191b1b1d1d1f1f2121232325"
     "252d333b41494f575d656b737901070f151d232b31393f474d555b636971777f050d131b21292f37"
     "3d454b535961676f", REFUSED(WYRE_E_LENGTH, 88)},
    {"LockCount is 0",
     HEADER "3000 0000 11131315 15171719191b1b1d1d1f1f2121232325"
     "252d333b41494f575d656b737901070f151d232b31393f474d555b636971777f050d131b21292f37"
     "3d454b535961676f", REFUSED(WYRE_E_VALUE, 66)},
};
ROWS_HOLD(wyre_smb2_lock_request, 64)

ROWS(wyre_smb2_lock_element, 0) = {
    {"every field has a value of its own",
     "1113131515171719 191b1b1d1d1f1f21 21232325 25272729", WYRE_OK, 24,
     {.offset = 0x1917171515131311, .length = 0x211f1f1d1d1b1b19, .flags = 0x25232321, .reserved
      = 0x29272725}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1113131515171719 191b1b1d1d1f1f21 21232325 252727", REFUSED(WYRE_E_LENGTH, 23)},
};
ROWS_HOLD(wyre_smb2_lock_element, 0)

/* clang-format on */

RUN_TESTS("smb2_file", ROWS_TESTED(wyre_smb2_close_request), ROWS_TESTED(wyre_smb2_close_response),
          ROWS_TESTED(wyre_smb2_flush_request), ROWS_TESTED(wyre_smb2_read_request),
          ROWS_TESTED(wyre_smb2_read_response), ROWS_TESTED(wyre_smb2_write_request),
          ROWS_TESTED(wyre_smb2_write_response), ROWS_TESTED(wyre_smb2_lock_request),
          ROWS_TESTED(wyre_smb2_lock_element))

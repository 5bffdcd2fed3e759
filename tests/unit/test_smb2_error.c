/* lib/smb/smb2_error.c. Rows are the tables of [MS-SMB2] 2.2.2, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_error_response, 0) = {
    {"Samba, without error_data",
     HEADER "0900 00 00 00000000 00", WYRE_OK, 72,
     {.error_data = {72, 0}}, .same = 1},
    {"Samba, without error_data, laid out in another way",
     HEADER "0900 00 00 00000000 21", WYRE_OK, 72,
     {.error_data = {72, 0}}, .same = 0},
    {"every field has a value of its own",
     HEADER "0900 11 13 06000000 131b21292f37", WYRE_OK, 78,
     {.error_data = {72, 6}, .error_context_count = 0x11, .reserved = 0x13}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "0900 11 13 060000", REFUSED(WYRE_E_LENGTH, 71)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 10",
     HEADER "0a00 11 13 06000000 131b21292f37", REFUSED(WYRE_E_VALUE, 64)},
    {"error_data ends far past the end",
     HEADER "0900 11 13 ffffffff 131b21292f37", REFUSED(WYRE_E_LENGTH, 72)},
};
ROWS_HOLD(wyre_smb2_error_response, 64)

ROWS(wyre_smb2_symbolic_link_error, 0) = {
    {"every field has a value of its own",
     "24000000 53594d4c 11131315 1517 1719 0000 0600 0600 0600 1b1d1d1f 1921272f353d"
     "1b21292f373d", WYRE_OK, 40,
     {.reparse_tag = 0x15131311, .substitute_name = {28, 6}, .print_name = {34, 6}, .flags =
      0x1f1d1d1b, .reparse_data_length = 0x1715, .unparsed_path_length = 0x1917}, .same = 1},
    {"the last byte of the fixed part is missing",
     "24000000 53594d4c 11131315 1517 1719 0000 0600 0600 0600 1b1d1d", REFUSED(WYRE_E_LENGTH, 27)},
    {"substitute_name ends one byte past the end",
     "24000000 53594d4c 11131315 1517 1719 0000 0d00 0600 0600 1b1d1d1f"
     "1921272f353d1b21292f373d", REFUSED(WYRE_E_OFFSET, 16)},
    {"substitute_name has the highest offset and length",
     "24000000 53594d4c 11131315 1517 1719 ffff ffff 0600 0600 1b1d1d1f"
     "1921272f353d1b21292f373d", REFUSED(WYRE_E_OFFSET, 16)},
    {"print_name ends one byte past the end",
     "24000000 53594d4c 11131315 1517 1719 0000 0600 0600 0700 1b1d1d1f"
     "1921272f353d1b21292f373d", REFUSED(WYRE_E_OFFSET, 20)},
    {"print_name has the highest offset and length",
     "24000000 53594d4c 11131315 1517 1719 0000 0600 ffff ffff 1b1d1d1f"
     "1921272f353d1b21292f373d", REFUSED(WYRE_E_OFFSET, 20)},
    {"SymLinkErrorTag is another",
     "24000000 00000000 11131315 1517 1719 0000 0600 0600 0600 1b1d1d1f 1921272f353d"
     "1b21292f373d", REFUSED(WYRE_E_MAGIC, 4)},
    {"SymLinkLength is past the end",
     "25000000 53594d4c 11131315 1517 1719 0000 0600 0600 0600 1b1d1d1f 1921272f353d"
     "1b21292f373d", REFUSED(WYRE_E_LENGTH, 0)},
    {"SymLinkLength is less than the fixed part",
     "17000000 53594d4c 11131315 1517 1719 0000 0600 0600 0600 1b1d1d1f 1921272f353d"
     "1b21292f373d", REFUSED(WYRE_E_LENGTH, 0)},
};
ROWS_HOLD(wyre_smb2_symbolic_link_error, 0)

ROWS(wyre_smb2_share_redirect_error, 0) = {
    {"every field has a value of its own",
     "11131315 15171719 48000000 06000000 191b 1b1d 02000000"
     "1d252b333941474f555d636b71797f070d151b232931373f454d535b61696f777d050b131921272f"
     "353d434b51595f67 1f252d333b41", WYRE_OK, 78,
     {.structure_size = 0x15131311, .notification_type = 0x19171715, .ip_addr_move_list = {24,
      48}, .resource_name = {72, 6}, .flags = 0x1b19, .target_type = 0x1d1b}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 15171719 48000000 06000000 191b 1b1d 020000", REFUSED(WYRE_E_LENGTH, 23)},
    {"resource_name begins inside the fixed part",
     "11131315 15171719 17000000 02000000 191b 1b1d 02000000"
     "1d252b333941474f555d636b71797f070d151b232931373f454d535b61696f777d050b131921272f"
     "353d434b51595f671f252d333b41", REFUSED(WYRE_E_OFFSET, 8)},
    {"resource_name ends one byte past the end",
     "11131315 15171719 48000000 07000000 191b 1b1d 02000000"
     "1d252b333941474f555d636b71797f070d151b232931373f454d535b61696f777d050b131921272f"
     "353d434b51595f671f252d333b41", REFUSED(WYRE_E_OFFSET, 8)},
    {"resource_name has the highest offset and length",
     "11131315 15171719 ffffffff ffffffff 191b 1b1d 02000000"
     "1d252b333941474f555d636b71797f070d151b232931373f454d535b61696f777d050b131921272f"
     "353d434b51595f671f252d333b41", REFUSED(WYRE_E_OFFSET, 8)},
    {"ip_addr_move_list are too many for 32 bits",
     "11131315 15171719 48000000 06000000 191b 1b1d ffffffff"
     "1d252b333941474f555d636b71797f070d151b232931373f454d535b61696f777d050b131921272f"
     "353d434b51595f671f252d333b41", REFUSED(WYRE_E_LENGTH, 20)},
};
ROWS_HOLD(wyre_smb2_share_redirect_error, 0)

ROWS(wyre_smb2_move_dst_ipaddr, 0) = {
    {"every field has a value of its own",
     "11131315 15171719 191b1b1d1d1f1f212123232525272729", WYRE_OK, 24,
     {.type = 0x15131311, .reserved = 0x19171715, .ip_address = {0x19, 0x1b, 0x1b, 0x1d, 0x1d,
      0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 15171719 191b1b1d1d1f1f2121232325252727", REFUSED(WYRE_E_LENGTH, 23)},
};
ROWS_HOLD(wyre_smb2_move_dst_ipaddr, 0)

/* clang-format on */

RUN_TESTS("smb2_error", ROWS_TESTED(wyre_smb2_error_response),
          ROWS_TESTED(wyre_smb2_symbolic_link_error), ROWS_TESTED(wyre_smb2_share_redirect_error),
          ROWS_TESTED(wyre_smb2_move_dst_ipaddr))

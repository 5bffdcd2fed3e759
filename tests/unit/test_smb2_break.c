/* lib/smb/smb2_break.c. Rows are the tables of [MS-SMB2] 2.2.23 to 2.2.25, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_oplock_break, 0) = {
    {"Samba",
     HEADER "1800 01 00 00000000 0589f1da00000000c07208c800000000", WYRE_OK, 88,
     {.oplock_level = 1, .file_id = {5, 0x89, 0xf1, 0xda, 0, 0, 0, 0, 0xc0, 0x72, 8, 0xc8}}, .same = 1},
    {"smbtorture",
     HEADER "1800 01 00 00000000 0589f1da00000000c07208c800000000", WYRE_OK, 88,
     {.oplock_level = 1, .file_id = {5, 0x89, 0xf1, 0xda, 0, 0, 0, 0, 0xc0, 0x72, 8, 0xc8}}, .same = 1},
    {"every field has a value of its own",
     HEADER "1800 11 13 13151517 1719191b1b1d1d1f1f21212323252527", WYRE_OK, 88,
     {.reserved2 = 0x17151513, .oplock_level = 0x11, .reserved = 0x13, .file_id = {0x17, 0x19,
      0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "1800 11 13 13151517 1719191b1b1d1d1f1f212123232525", REFUSED(WYRE_E_LENGTH, 87)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 25",
     HEADER "1900 11 13 13151517 1719191b1b1d1d1f1f21212323252527", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_oplock_break, 64)

ROWS(wyre_smb2_lease_break_notification, 0) = {
    {"every field has a value of its own",
     HEADER "2c00 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b", WYRE_OK, 108,
     {.flags = 0x17151513, .current_lease_state = 0x2b292927, .new_lease_state = 0x2f2d2d2b,
      .break_reason = 0x3331312f, .access_mask_hint = 0x37353533, .share_mask_hint = 0x3b393937,
      .new_epoch = 0x1311, .lease_key = {0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f,
      0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "2c00 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 373939", REFUSED(WYRE_E_LENGTH, 107)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 45",
     HEADER "2d00 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_lease_break_notification, 64)

ROWS(wyre_smb2_lease_break_acknowledgment, 0) = {
    {"every field has a value of its own",
     HEADER "2400 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f2f313133", WYRE_OK, 100,
     {.lease_duration = 0x3331312f2f2d2d2b, .flags = 0x17151513, .lease_state = 0x2b292927,
      .reserved = 0x1311, .lease_key = {0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f,
      0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "2400 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f2f3131", REFUSED(WYRE_E_LENGTH, 99)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 37",
     HEADER "2500 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f2f313133", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_lease_break_acknowledgment, 64)

/* clang-format on */

RUN_TESTS("smb2_break", ROWS_TESTED(wyre_smb2_oplock_break),
          ROWS_TESTED(wyre_smb2_lease_break_notification),
          ROWS_TESTED(wyre_smb2_lease_break_acknowledgment))

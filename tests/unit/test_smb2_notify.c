/* lib/smb/smb2_notify.c. Rows are the tables of [MS-SMB2] 2.2.35, 2.2.44, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_change_notify_request, 0) = {
    {"smbtorture",
     HEADER "2000 0100 00100000 ffffffffffffffffffffffffffffffff 03000000 00000000", WYRE_OK, 96,
     {.output_buffer_length = 0x1000, .completion_filter = 3, .flags = 1, .file_id = {0xff, 0xff,
      0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}}, .same = 1},
    {"every field has a value of its own",
     HEADER "2000 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f", WYRE_OK, 96,
     {.output_buffer_length = 0x17151513, .completion_filter = 0x2b292927, .reserved =
      0x2f2d2d2b, .flags = 0x1311, .file_id = {0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f,
      0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "2000 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d", REFUSED(WYRE_E_LENGTH, 95)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 33",
     HEADER "2100 1113 13151517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_change_notify_request, 64)

ROWS(wyre_smb2_server_notification, 0) = {
    {"every field has a value of its own",
     HEADER "1113 1315 15171719 1921272f353d", WYRE_OK, 78,
     {.notification_type = 0x19171715, .notification = {72, 6}, .structure_size = 0x1311,
      .reserved = 0x1513}, .same = 1, .open = 1},
    {"the last byte of the fixed part is missing",
     HEADER "1113 1315 151717", REFUSED(WYRE_E_LENGTH, 71)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
};
ROWS_HOLD(wyre_smb2_server_notification, 64)

/* clang-format on */

RUN_TESTS("smb2_notify", ROWS_TESTED(wyre_smb2_change_notify_request),
          ROWS_TESTED(wyre_smb2_server_notification))

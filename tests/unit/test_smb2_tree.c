/* lib/smb/smb2_tree.c. Rows are the tables of [MS-SMB2] 2.2.9, 2.2.10, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_tree_connect_request, 0) = {
    {"smbclient",
     HEADER "0900 0000 4800 2000"
     "5c005c003100320037002e0030002e0030002e0031005c004900500043002400", WYRE_OK, 104,
     {.path = {72, 32}}, .same = 1},
    {"every field has a value of its own",
     HEADER "0900 1113 4800 0600 131b21292f37", WYRE_OK, 78,
     {.path = {72, 6}, .flags = 0x1311}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "0900 1113 4800 06", REFUSED(WYRE_E_LENGTH, 71)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 10",
     HEADER "0a00 1113 4800 0600 131b21292f37", REFUSED(WYRE_E_VALUE, 64)},
    {"path begins inside the fixed part",
     HEADER "0900 1113 4700 0200 131b21292f37", REFUSED(WYRE_E_OFFSET, 68)},
    {"path ends one byte past the end",
     HEADER "0900 1113 4800 0700 131b21292f37", REFUSED(WYRE_E_OFFSET, 68)},
    {"path has the highest offset and length",
     HEADER "0900 1113 ffff ffff 131b21292f37", REFUSED(WYRE_E_OFFSET, 68)},
};
ROWS_HOLD(wyre_smb2_tree_connect_request, 64)

ROWS(wyre_smb2_tree_connect_extension_request, 0) = {
    {"every field has a value of its own",
     HEADER "0900 0400 5800 0600 20000000 1515 171719191b1b1d1d1f1f 131b21292f37 0000"
     "21272f353d434b51", WYRE_OK, 104,
     {.path = {88, 6}, .tree_connect_contexts = {96, 8}, .flags = 4, .tree_connect_context_count
      = 0x1515, .reserved = {0x17, 0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f}}, .same = 1, .open = 1},
    {"the last byte of the fixed part is missing",
     HEADER "0900 0400 5800 0600 20000000 1515 171719191b1b1d1d1f", REFUSED(WYRE_E_LENGTH, 87)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 10",
     HEADER "0a00 0400 5800 0600 20000000 1515 171719191b1b1d1d1f1f 131b21292f37 0000"
     "21272f353d434b51", REFUSED(WYRE_E_VALUE, 64)},
    {"path begins inside the fixed part",
     HEADER "0900 0400 5700 0200 20000000 1515 171719191b1b1d1d1f1f"
     "131b21292f37000021272f353d434b51", REFUSED(WYRE_E_OFFSET, 68)},
    {"path ends one byte past the end",
     HEADER "0900 0400 5800 1100 20000000 1515 171719191b1b1d1d1f1f"
     "131b21292f37000021272f353d434b51", REFUSED(WYRE_E_OFFSET, 68)},
    {"path has the highest offset and length",
     HEADER "0900 0400 ffff ffff 20000000 1515 171719191b1b1d1d1f1f"
     "131b21292f37000021272f353d434b51", REFUSED(WYRE_E_OFFSET, 68)},
    {"tree_connect_contexts begins inside the fixed part",
     HEADER "0900 0400 5800 0600 17000000 1515 171719191b1b1d1d1f 1f 131b21292f37"
     "000021272f353d434b51", REFUSED(WYRE_E_OFFSET, 72)},
    {"tree_connect_contexts begins at the end",
     HEADER "0900 0400 5800 0600 28000000 1515 171719191b1b1d1d1f1f 131b21292f37"
     "000021272f353d434b51", REFUSED(WYRE_E_OFFSET, 72)},
    {"tree_connect_contexts begins at the highest offset",
     HEADER "0900 0400 5800 0600 ffffffff 1515 171719191b1b1d1d1f1f 131b21292f37"
     "000021272f353d434b51", REFUSED(WYRE_E_OFFSET, 72)},
    {"Flags lacks EXTENSION_PRESENT",
     HEADER "0900 0300 5800 0600 20000000 1515 171719191b1b1d1d1f1f 131b21292f37 0000"
     "21272f353d434b51", REFUSED(WYRE_E_VALUE, 66)},
};
ROWS_HOLD(wyre_smb2_tree_connect_extension_request, 64)

ROWS(wyre_smb2_tree_connect_response, 0) = {
    {"Samba",
     HEADER "1000 02 00 00000000 00000000 a9001f00", WYRE_OK, 80,
     {.maximal_access = 0x1f00a9, .share_type = 2}, .same = 1},
    {"every field has a value of its own",
     HEADER "1000 11 13 13151517 1719191b 1b1d1d1f", WYRE_OK, 80,
     {.share_flags = 0x17151513, .capabilities = 0x1b191917, .maximal_access = 0x1f1d1d1b,
      .share_type = 0x11, .reserved = 0x13}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "1000 11 13 13151517 1719191b 1b1d1d", REFUSED(WYRE_E_LENGTH, 79)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 17",
     HEADER "1100 11 13 13151517 1719191b 1b1d1d1f", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_tree_connect_response, 64)

/* clang-format on */

RUN_TESTS("smb2_tree", ROWS_TESTED(wyre_smb2_tree_connect_request),
          ROWS_TESTED(wyre_smb2_tree_connect_extension_request),
          ROWS_TESTED(wyre_smb2_tree_connect_response))

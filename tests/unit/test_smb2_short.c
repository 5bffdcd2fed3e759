/* lib/smb/smb2_short.c. Rows are the tables of [MS-SMB2] 2.2.7, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_short_body, 0) = {
    {"smbclient, TREE_DISCONNECT",
     HEADER "0400 0000", WYRE_OK, 68,
     {0}, .same = 1},
    {"Samba, TREE_DISCONNECT",
     HEADER "0400 0000", WYRE_OK, 68,
     {0}, .same = 1},
    {"smbtorture, LOGOFF",
     HEADER "0400 0000", WYRE_OK, 68,
     {0}, .same = 1},
    {"Samba, LOGOFF",
     HEADER "0400 0000", WYRE_OK, 68,
     {0}, .same = 1},
    {"Samba, FLUSH, padded",
     HEADER "0400 0000 00000000", WYRE_OK, 68,
     {0}, .same = 0},
    {"Samba, FLUSH",
     HEADER "0400 0000", WYRE_OK, 68,
     {0}, .same = 1},
    {"every field has a value of its own",
     HEADER "0400 1113", WYRE_OK, 68,
     {.reserved = 0x1311}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "0400 11", REFUSED(WYRE_E_LENGTH, 67)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 5",
     HEADER "0500 1113", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_short_body, 64)

/* clang-format on */

RUN_TESTS("smb2_short", ROWS_TESTED(wyre_smb2_short_body))

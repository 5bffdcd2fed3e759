/* lib/smb/smb2_session.c. Rows are the tables of [MS-SMB2] 2.2.5, 2.2.6, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_session_setup_request, 0) = {
    {"smbclient",
     HEADER "1900 00 01 01000000 00000000 5800 4a00 0000000000000000"
     "604806062b0601050502a03e303ca00e300c060a2b06010401823702020aa22a04284e544c4d5353"
     "5000010000001582086200000000280000000000000028000000060100000000000f", WYRE_OK, 162,
     {.capabilities = 1, .security_buffer = {88, 74}, .security_mode = 1}, .same = 1},
    {"every field has a value of its own",
     HEADER "1900 11 13 13151517 1719191b 5800 0500 1d1d1f1f21212323 1b23293137", WYRE_OK, 93,
     {.previous_session_id = 0x232321211f1f1d1d, .capabilities = 0x17151513, .channel =
      0x1b191917, .security_buffer = {88, 5}, .flags = 0x11, .security_mode = 0x13}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "1900 11 13 13151517 1719191b 5800 0500 1d1d1f1f212123", REFUSED(WYRE_E_LENGTH, 87)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 26",
     HEADER "1a00 11 13 13151517 1719191b 5800 0500 1d1d1f1f21212323 1b23293137", REFUSED(WYRE_E_VALUE, 64)},
    {"security_buffer begins inside the fixed part",
     HEADER "1900 11 13 13151517 1719191b 5700 0200 1d1d1f1f21212323 1b23293137", REFUSED(WYRE_E_OFFSET, 76)},
    {"security_buffer ends one byte past the end",
     HEADER "1900 11 13 13151517 1719191b 5800 0600 1d1d1f1f21212323 1b23293137", REFUSED(WYRE_E_OFFSET, 76)},
    {"security_buffer has the highest offset and length",
     HEADER "1900 11 13 13151517 1719191b ffff ffff 1d1d1f1f21212323 1b23293137", REFUSED(WYRE_E_OFFSET, 76)},
};
ROWS_HOLD(wyre_smb2_session_setup_request, 64)

ROWS(wyre_smb2_session_setup_response, 0) = {
    {"Samba",
     HEADER "0900 0000 4800 ab00"
     "a181a83081a5a0030a0101a10c060a2b06010401823702020aa2818f04818c4e544c4d5353500002"
     "000000100010003800000015828a62cfc0bf8ffd9a76cb0000000000000000440044004800000006"
     "0100000000000f570059005200450048004f005300540002001000570059005200450048004f0053"
     "00540001001000570059005200450048004f0053005400040000000300040076006d0007000800b8"
     "b1911bfd7add0100000000", WYRE_OK, 243,
     {.security_buffer = {72, 171}}, .same = 1},
    {"every field has a value of its own",
     HEADER "0900 1113 4800 0500 131b21292f", WYRE_OK, 77,
     {.security_buffer = {72, 5}, .session_flags = 0x1311}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "0900 1113 4800 05", REFUSED(WYRE_E_LENGTH, 71)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 10",
     HEADER "0a00 1113 4800 0500 131b21292f", REFUSED(WYRE_E_VALUE, 64)},
    {"security_buffer begins inside the fixed part",
     HEADER "0900 1113 4700 0200 131b21292f", REFUSED(WYRE_E_OFFSET, 68)},
    {"security_buffer ends one byte past the end",
     HEADER "0900 1113 4800 0600 131b21292f", REFUSED(WYRE_E_OFFSET, 68)},
    {"security_buffer has the highest offset and length",
     HEADER "0900 1113 ffff ffff 131b21292f", REFUSED(WYRE_E_OFFSET, 68)},
};
ROWS_HOLD(wyre_smb2_session_setup_response, 64)

/* clang-format on */

RUN_TESTS("smb2_session", ROWS_TESTED(wyre_smb2_session_setup_request),
          ROWS_TESTED(wyre_smb2_session_setup_response))

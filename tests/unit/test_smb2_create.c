/* lib/smb/smb2_create.c. Rows are the tables of [MS-SMB2] 2.2.13, 2.2.14, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_create_request, 0) = {
    {"smbclient, with name",
     HEADER "3900 00 00 02000000 0000000000000000 0000000000000000 9f011200 00000000"
     "03000000 05000000 40000000 7800 0c00 00000000 00000000 780031002e00740078007400", WYRE_OK, 132,
     {.impersonation_level = 2, .desired_access = 0x12019f, .share_access = 3,
      .create_disposition = 5, .create_options = 0x40, .name = {120, 12}}, .same = 1},
    {"smbclient, without name and create_contexts",
     HEADER "3900 00 00 02000000 0000000000000000 0000000000000000 81000000 10000000"
     "03000000 01000000 01000000 7800 0000 00000000 00000000 00", WYRE_OK, 120,
     {.impersonation_level = 2, .desired_access = 0x81, .file_attributes = 0x10, .share_access =
      3, .create_disposition = 1, .create_options = 1, .name = {120, 0}}, .same = 1},
    {"smbclient, with name, padded",
     HEADER "3900 00 00 02000000 0000000000000000 0000000000000000 80011100 80000000"
     "00000000 02000000 60002000 7800 0600 00000000 00000000 6c006e006b00 0000", WYRE_OK, 126,
     {.impersonation_level = 2, .desired_access = 0x110180, .file_attributes = 0x80,
      .create_disposition = 2, .create_options = 0x200060, .name = {120, 6}}, .same = 0},
    {"smbtorture",
     HEADER "3900 00 00 00000000 0000000000000000 0000000000000000 00000002 10000000"
     "00000000 02000000 01000000 7800 4000 b8000000 20000000"
     "73006d00620032005f006f00700065006e005c0074006f00720074007500720065005f0061006c00"
     "6c006f0063005f00730069007a0065002e00640069007200"
     "00000000100004000000180008000000416c5369000000000000004000000000", WYRE_OK, 216,
     {.desired_access = 0x2000000, .file_attributes = 0x10, .create_disposition = 2,
      .create_options = 1, .name = {120, 64}, .create_contexts = {184, 32}}, .same = 1},
    {"smbtorture, with create_contexts, laid out in another way",
     HEADER "3900 00 00 00000000 0000000000000000 0000000000000000 00000000 00000000"
     "00000000 00000000 00000000 7800 0000 78000000 28000000"
     "0000000010000400000018001000000044486e4300000000ac0ab48d0000000083c12d6000000000", WYRE_OK, 160,
     {.name = {120, 0}, .create_contexts = {120, 40}}, .same = 0},
    {"every field has a value of its own",
     HEADER "3900 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b 7800 0600 80000000 05000000 3b434951575f 0000"
     "3d434b5159", WYRE_OK, 133,
     {.smb_create_flags = 0x1f1d1d1b1b191917, .reserved = 0x272525232321211f,
      .impersonation_level = 0x17151513, .desired_access = 0x2b292927, .file_attributes =
      0x2f2d2d2b, .share_access = 0x3331312f, .create_disposition = 0x37353533, .create_options =
      0x3b393937, .name = {120, 6}, .create_contexts = {128, 5}, .security_flags = 0x11,
      .requested_oplock_level = 0x13}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "3900 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b 7800 0600 80000000 050000", REFUSED(WYRE_E_LENGTH, 119)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 58",
     HEADER "3a00 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b 7800 0600 80000000 05000000 3b434951575f 0000"
     "3d434b5159", REFUSED(WYRE_E_VALUE, 64)},
    {"name begins inside the fixed part",
     HEADER "3900 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b 7700 0200 80000000 05000000"
     "3b434951575f00003d434b5159", REFUSED(WYRE_E_OFFSET, 108)},
    {"name ends one byte past the end",
     HEADER "3900 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b 7800 0e00 80000000 05000000"
     "3b434951575f00003d434b5159", REFUSED(WYRE_E_OFFSET, 108)},
    {"name has the highest offset and length",
     HEADER "3900 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b ffff ffff 80000000 05000000"
     "3b434951575f00003d434b5159", REFUSED(WYRE_E_OFFSET, 108)},
    {"create_contexts begins inside the fixed part",
     HEADER "3900 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b 7800 0600 77000000 02000000"
     "3b434951575f00003d434b5159", REFUSED(WYRE_E_OFFSET, 112)},
    {"create_contexts ends one byte past the end",
     HEADER "3900 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b 7800 0600 80000000 06000000"
     "3b434951575f00003d434b5159", REFUSED(WYRE_E_OFFSET, 112)},
    {"create_contexts has the highest offset and length",
     HEADER "3900 11 13 13151517 1719191b1b1d1d1f 1f21212323252527 2729292b 2b2d2d2f"
     "2f313133 33353537 3739393b 7800 0600 ffffffff ffffffff"
     "3b434951575f00003d434b5159", REFUSED(WYRE_E_OFFSET, 112)},
};
ROWS_HOLD(wyre_smb2_create_request, 64)

ROWS(wyre_smb2_create_response, 0) = {
    {"Samba, without create_contexts",
     HEADER "5900 00 00 02000000 5c38921bfd7add01 5c38921bfd7add01 5c38921bfd7add01"
     "5c38921bfd7add01 0000000000000000 0000000000000000 20000000 00000000"
     "23c16463000000007f77286b00000000 00000000 00000000", WYRE_OK, 152,
     {.creation_time = 0x1dd7afd1b92385c, .last_access_time = 0x1dd7afd1b92385c, .last_write_time
      = 0x1dd7afd1b92385c, .change_time = 0x1dd7afd1b92385c, .create_action = 2, .file_attributes
      = 0x20, .structure_size = 0x59, .file_id = {0x23, 0xc1, 0x64, 0x63, 0, 0, 0, 0, 0x7f, 0x77,
      0x28, 0x6b}}, .same = 1},
    {"Samba",
     HEADER "5900 ff 00 02000000 f7dfcd85fd7add01 f7dfcd85fd7add01 f7dfcd85fd7add01"
     "f7dfcd85fd7add01 0000000000000000 0000000000000000 20000000 00000000"
     "5c18c2e4000000007e21f51d00000000 98000000 38000000"
     "0000000010000400000018002000000052714c730000000068f6632a0000000097099cd5ffffffff"
     "00000000000000000000000000000000", WYRE_OK, 208,
     {.creation_time = 0x1dd7afd85cddff7, .last_access_time = 0x1dd7afd85cddff7, .last_write_time
      = 0x1dd7afd85cddff7, .change_time = 0x1dd7afd85cddff7, .create_action = 2, .file_attributes
      = 0x20, .create_contexts = {152, 56}, .structure_size = 0x59, .oplock_level = 0xff, .file_id
      = {0x5c, 0x18, 0xc2, 0xe4, 0, 0, 0, 0, 0x7e, 0x21, 0xf5, 0x1d}}, .same = 1},
    {"every field has a value of its own",
     HEADER "5800 13 15 15171719 191b1b1d1d1f1f21 2123232525272729 292b2b2d2d2f2f31"
     "3133333535373739 393b3b3d3d3f3f41 4143434545474749 494b4b4d 4d4f4f51"
     "5153535555575759595b5b5d5d5f5f61 98000000 05000000 61696f777d", WYRE_OK, 157,
     {.creation_time = 0x211f1f1d1d1b1b19, .last_access_time = 0x2927272525232321,
      .last_write_time = 0x312f2f2d2d2b2b29, .change_time = 0x3937373535333331, .allocation_size =
      0x413f3f3d3d3b3b39, .end_of_file = 0x4947474545434341, .create_action = 0x19171715,
      .file_attributes = 0x4d4b4b49, .reserved2 = 0x514f4f4d, .create_contexts = {152, 5},
      .structure_size = 0x58, .oplock_level = 0x13, .flags = 0x15, .file_id = {0x51, 0x53, 0x53,
      0x55, 0x55, 0x57, 0x57, 0x59, 0x59, 0x5b, 0x5b, 0x5d, 0x5d, 0x5f, 0x5f, 0x61}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "5800 13 15 15171719 191b1b1d1d1f1f21 2123232525272729 292b2b2d2d2f2f31"
     "3133333535373739 393b3b3d3d3f3f41 4143434545474749 494b4b4d 4d4f4f51"
     "5153535555575759595b5b5d5d5f5f61 98000000 050000", REFUSED(WYRE_E_LENGTH, 151)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 90",
     HEADER "5a00 13 15 15171719 191b1b1d1d1f1f21 2123232525272729 292b2b2d2d2f2f31"
     "3133333535373739 393b3b3d3d3f3f41 4143434545474749 494b4b4d 4d4f4f51"
     "5153535555575759595b5b5d5d5f5f61 98000000 05000000 61696f777d", REFUSED(WYRE_E_VALUE, 64)},
    {"create_contexts begins inside the fixed part",
     HEADER "5800 13 15 15171719 191b1b1d1d1f1f21 2123232525272729 292b2b2d2d2f2f31"
     "3133333535373739 393b3b3d3d3f3f41 4143434545474749 494b4b4d 4d4f4f51"
     "5153535555575759595b5b5d5d5f5f61 97000000 02000000 61696f777d", REFUSED(WYRE_E_OFFSET, 144)},
    {"create_contexts ends one byte past the end",
     HEADER "5800 13 15 15171719 191b1b1d1d1f1f21 2123232525272729 292b2b2d2d2f2f31"
     "3133333535373739 393b3b3d3d3f3f41 4143434545474749 494b4b4d 4d4f4f51"
     "5153535555575759595b5b5d5d5f5f61 98000000 06000000 61696f777d", REFUSED(WYRE_E_OFFSET, 144)},
    {"create_contexts has the highest offset and length",
     HEADER "5800 13 15 15171719 191b1b1d1d1f1f21 2123232525272729 292b2b2d2d2f2f31"
     "3133333535373739 393b3b3d3d3f3f41 4143434545474749 494b4b4d 4d4f4f51"
     "5153535555575759595b5b5d5d5f5f61 ffffffff ffffffff 61696f777d", REFUSED(WYRE_E_OFFSET, 144)},
    {"StructureSize is 87",
     HEADER "5700 13 15 15171719 191b1b1d1d1f1f21 2123232525272729 292b2b2d2d2f2f31"
     "3133333535373739 393b3b3d3d3f3f41 4143434545474749 494b4b4d 4d4f4f51"
     "5153535555575759595b5b5d5d5f5f61 98000000 05000000 61696f777d", REFUSED(WYRE_E_VALUE, 64)},
    {"StructureSize is 90",
     HEADER "5a00 13 15 15171719 191b1b1d1d1f1f21 2123232525272729 292b2b2d2d2f2f31"
     "3133333535373739 393b3b3d3d3f3f41 4143434545474749 494b4b4d 4d4f4f51"
     "5153535555575759595b5b5d5d5f5f61 98000000 05000000 61696f777d", REFUSED(WYRE_E_VALUE, 64)},
};
ROWS_HOLD(wyre_smb2_create_response, 64)

/* clang-format on */

RUN_TESTS("smb2_create", ROWS_TESTED(wyre_smb2_create_request),
          ROWS_TESTED(wyre_smb2_create_response))

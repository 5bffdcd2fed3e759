/* lib/smb/smb2_negotiate.c. Rows are the tables of [MS-SMB2] 2.2.3, 2.2.4, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define HEADER /* 2.2.1.2; the bodies do not look at it */                                         \
    "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0300000000000000 fffe0000 01000000"   \
    "1100000000000040 00000000000000000000000000000000"

/* clang-format off */
ROWS(wyre_smb2_negotiate_request, 0) = {
    {"smbclient, 3.1.1 is offered",
     HEADER "2400 0500 0100 0000 7f000000 5ae4119e20bb1d479056be1548d2c1c1 70000000 0400"
     "0000 02021002000302031103 0000"
     "01002600000000000100200001002a38706d547c99363bc0f4018a455d1b72f2f61ef71a5a259319"
     "97eada685297000002000a0000000000040002000100040003000000000000000800080000000000"
     "030002000100000005001200000000003100320037002e0030002e0030002e003100", WYRE_OK, 226,
     {.capabilities = 0x7f, .dialects = {100, 10}, .negotiate_contexts = {112, 114},
      .security_mode = 1, .negotiate_context_count = 4, .client_guid = {0x5a, 0xe4, 0x11, 0x9e,
      0x20, 0xbb, 0x1d, 0x47, 0x90, 0x56, 0xbe, 0x15, 0x48, 0xd2, 0xc1, 0xc1}}, .same = 1, .open = 1},
    {"every field has a value of its own",
     HEADER "2400 0200 1113 1315 15171719 191b1b1d1d1f1f212123232525272729 68000000 2b2b"
     "2d2d 02020003 2f353d434b51595f", WYRE_OK, 104,
     {.client_start_time = 0x2d2d2b2b00000068, .capabilities = 0x19171715, .dialects = {100, 4},
      .security_mode = 0x1311, .reserved = 0x1513, .client_guid = {0x19, 0x1b, 0x1b, 0x1d, 0x1d,
      0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29}}, .same = 1, .open = 1},
    {"3.1.1 is not offered",
     HEADER "2400 0200 2123 2325 25272729 292b2b2d2d2f2f313133333535373739 3b3b3d3d 3f3f"
     "4141 02021002", WYRE_OK, 104,
     {.client_start_time = 0x41413f3f3d3d3b3b, .capabilities = 0x29272725, .dialects = {100, 4},
      .security_mode = 0x2321, .reserved = 0x2523, .client_guid = {0x29, 0x2b, 0x2b, 0x2d, 0x2d,
      0x2f, 0x2f, 0x31, 0x31, 0x33, 0x33, 0x35, 0x35, 0x37, 0x37, 0x39}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "2400 0200 1113 1315 15171719 191b1b1d1d1f1f212123232525272729 68000000 2b2b 2d", REFUSED(WYRE_E_LENGTH, 99)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 37",
     HEADER "2500 0200 1113 1315 15171719 191b1b1d1d1f1f212123232525272729 68000000 2b2b"
     "2d2d 02020003 2f353d434b51595f", REFUSED(WYRE_E_VALUE, 64)},
    {"dialects ends far past the end",
     HEADER "2400 ffff 1113 1315 15171719 191b1b1d1d1f1f212123232525272729 68000000 2b2b"
     "2d2d 020200032f353d434b51595f", REFUSED(WYRE_E_LENGTH, 100)},
    {"DialectCount is 0",
     HEADER "2400 0000 1113 1315 15171719 191b1b1d1d1f1f212123232525272729 68000000 2b2b"
     "2d2d 020200032f353d434b51595f", REFUSED(WYRE_E_VALUE, 66)},
};
ROWS_HOLD(wyre_smb2_negotiate_request, 64)

ROWS(wyre_smb2_negotiate_response, 0) = {
    {"Samba, dialect 02ff",
     HEADER "4100 0100 ff02 0000 77797265686f73740000000000000000 07000000 00008000 00008000"
     "00008000 2437911bfd7add01 0000000000000000 8000 4a00 00000000"
     "604806062b0601050502a03e303ca00e300c060a2b06010401823702020aa32a3028a0261b246e6f"
     "745f646566696e65645f696e5f5246433431373840706c656173655f69676e6f7265", WYRE_OK, 202,
     {.system_time = 0x1dd7afd1b913724, .capabilities = 7, .max_transact_size = 0x800000,
      .max_read_size = 0x800000, .max_write_size = 0x800000, .security_buffer = {128, 74},
      .security_mode = 1, .dialect_revision = 0x2ff, .server_guid = {0x77, 0x79, 0x72, 0x65, 0x68,
      0x6f, 0x73, 0x74}}, .same = 1},
    {"Samba, dialect 0311",
     HEADER "4100 0100 1103 0300 77797265686f73740000000000000000 0f000000 00008000 00008000"
     "00008000 246e911bfd7add01 0000000000000000 8000 4a00 d0000000"
     "604806062b0601050502a03e303ca00e300c060a2b06010401823702020aa32a3028a0261b246e6f"
     "745f646566696e65645f696e5f5246433431373840706c656173655f69676e6f7265"
     "000000000000"
     "01002600000000000100200001001c1f6bbaf347c918496060b757b2f66d27918bba59d19c362af3"
     "476fac871deb000002000400000000000100020000000000080004000000000001000200", WYRE_OK, 284,
     {.system_time = 0x1dd7afd1b916e24, .capabilities = 0xf, .max_transact_size = 0x800000,
      .max_read_size = 0x800000, .max_write_size = 0x800000, .security_buffer = {128, 74},
      .negotiate_contexts = {208, 76}, .security_mode = 1, .dialect_revision = 0x311,
      .negotiate_context_count = 3, .server_guid = {0x77, 0x79, 0x72, 0x65, 0x68, 0x6f, 0x73,
      0x74}}, .same = 1, .open = 1},
    {"every field has a value of its own",
     HEADER "4100 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 8000 0500 88000000 474f555d63 000000"
     "494f575d656b7379", WYRE_OK, 144,
     {.system_time = 0x3f3d3d3b3b393937, .server_start_time = 0x474545434341413f, .capabilities =
      0x2b292927, .max_transact_size = 0x2f2d2d2b, .max_read_size = 0x3331312f, .max_write_size =
      0x37353533, .security_buffer = {128, 5}, .negotiate_contexts = {136, 8}, .security_mode =
      0x1311, .dialect_revision = 0x311, .negotiate_context_count = 0x1715, .server_guid = {0x17,
      0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x25, 0x25, 0x27}}, .same = 1, .open = 1},
    {"2.1 is chosen",
     HEADER "4100 2123 1002 2527 2729292b2b2d2d2f2f31313333353537 3739393b 3b3d3d3f 3f414143"
     "43454547 4749494b4b4d4d4f 4f51515353555557 8000 0500 59595b5b 575f656d73", WYRE_OK, 133,
     {.system_time = 0x4f4d4d4b4b494947, .server_start_time = 0x575555535351514f, .capabilities =
      0x3b393937, .max_transact_size = 0x3f3d3d3b, .max_read_size = 0x4341413f, .max_write_size =
      0x47454543, .security_buffer = {128, 5}, .reserved2 = 0x5b5b5959, .security_mode = 0x2321,
      .dialect_revision = 0x210, .negotiate_context_count = 0x2725, .server_guid = {0x27, 0x29,
      0x29, 0x2b, 0x2b, 0x2d, 0x2d, 0x2f, 0x2f, 0x31, 0x31, 0x33, 0x33, 0x35, 0x35, 0x37}}, .same = 1},
    {"the last byte of the fixed part is missing",
     HEADER "4100 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 8000 0500 880000", REFUSED(WYRE_E_LENGTH, 127)},
    {"the header alone",
     HEADER, REFUSED(WYRE_E_LENGTH, 64)},
    {"StructureSize is 66",
     HEADER "4200 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 8000 0500 88000000 474f555d63 000000"
     "494f575d656b7379", REFUSED(WYRE_E_VALUE, 64)},
    {"security_buffer begins inside the fixed part",
     HEADER "4100 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 7f00 0200 88000000"
     "474f555d63000000494f575d656b7379", REFUSED(WYRE_E_OFFSET, 120)},
    {"security_buffer ends one byte past the end",
     HEADER "4100 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 8000 1100 88000000"
     "474f555d63000000494f575d656b7379", REFUSED(WYRE_E_OFFSET, 120)},
    {"security_buffer has the highest offset and length",
     HEADER "4100 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 ffff ffff 88000000"
     "474f555d63000000494f575d656b7379", REFUSED(WYRE_E_OFFSET, 120)},
    {"negotiate_contexts begins inside the fixed part",
     HEADER "4100 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 8000 0500 7f0000 00 474f555d63"
     "000000494f575d656b7379", REFUSED(WYRE_E_OFFSET, 124)},
    {"negotiate_contexts begins at the end",
     HEADER "4100 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 8000 0500 90000000 474f555d63"
     "000000494f575d656b7379", REFUSED(WYRE_E_OFFSET, 124)},
    {"negotiate_contexts begins at the highest offset",
     HEADER "4100 1113 1103 1517 1719191b1b1d1d1f1f21212323252527 2729292b 2b2d2d2f 2f313133"
     "33353537 3739393b3b3d3d3f 3f41414343454547 8000 0500 ffffffff 474f555d63"
     "000000494f575d656b7379", REFUSED(WYRE_E_OFFSET, 124)},
};
ROWS_HOLD(wyre_smb2_negotiate_response, 64)

/* clang-format on */

TEST(two_dialects_of_smb1_mean_smb2)
{
    static const struct {
        const char *text;
        uint16_t dialect;
    } texts[] = {{"SMB 2.002", 0x0202},
                 {"SMB 2.???", 0x02ff},
                 {"NT LM 0.12", 0},
                 {"SMB 2.003", 0},
                 {"SMB 2.00", 0},
                 {"SMB 2.0022", 0},
                 {"", 0}};
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_int_equal(
            wyre_smb2_multi_protocol_dialect((const uint8_t *)texts[i].text, strlen(texts[i].text)),
            texts[i].dialect);
    assert_int_equal(wyre_smb2_multi_protocol_dialect(NULL, 0), 0);
}

RUN_TESTS("smb2_negotiate", TESTED(two_dialects_of_smb1_mean_smb2),
          ROWS_TESTED(wyre_smb2_negotiate_request), ROWS_TESTED(wyre_smb2_negotiate_response))

/* lib/smb/smb2_header.c. Rows are the table of [MS-SMB2] 2.2.1, a blank between two fields. */
#include "../properties/ring.h"
#include <wyre/smb2.h>

#define SIGNATURE "000102030405060708090a0b0c0d0e0f"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;                /* where it stopped, or the byte at fault */
    wyre_smb2_header fields; /* all zero where it is refused */
} rows[] = {
    {"sync: a CREATE request",
     "fe534d42 4000 0100 00000000 0500 2100 08000000 70000000 0300000000000000"
     "fffe0000 01000000 1100000000000040 " SIGNATURE, WYRE_OK, 64,
     {.credit_charge = 1, .command = 5, .credits = 33, .flags = 8, .next_command = 0x70, .message_id = 3,
      .process_id = 0xfeff, .tree_id = 1, .session_id = 0x4000000000000011,
      .signature = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}}},
    {"async: an interim response",
     "fe534d42 4000 0000 03010000 0f00 0100 03000000 00000000 0500000000000000"
     "8877665544332211 ffffffffffffffff " SIGNATURE, WYRE_OK, 64,
     {.status = 0x103, .command = 15, .credits = 1, .flags = 3, .message_id = 5,
      .async_id = 0x1122334455667788, .session_id = UINT64_MAX,
      .signature = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}}},
    {"an unknown command and undefined flags come through",
     "fe534d42 4000 ffff ffffffff ffff ffff fdffffff ffffffff ffffffffffffffff"
     "00000000 ffffffff 0000000000000000 00000000000000000000000000000000", WYRE_OK, 64,
     {.credit_charge = 0xffff, .status = 0xffffffff, .command = 0xffff, .credits = 0xffff,
      .flags = 0xfffffffd, .next_command = 0xffffffff, .message_id = UINT64_MAX, .tree_id = 0xffffffff}},
    {"nothing", "", WYRE_E_LENGTH, 0, {0}},
    {"the last byte is missing",
     "fe534d42 4000 0100 00000000 0500 2100 00000000 00000000 0300000000000000"
     "fffe0000 01000000 1100000000000040 000102030405060708090a0b0c0d0e", WYRE_E_LENGTH, 63, {0}},
    {"SMB1",
     "ff534d42 4000 0100 00000000 0500 2100 00000000 00000000 0300000000000000"
     "fffe0000 01000000 1100000000000040 " SIGNATURE, WYRE_E_MAGIC, 0, {0}},
    {"StructureSize is 65",
     "fe534d42 4100 0100 00000000 0500 2100 00000000 00000000 0300000000000000"
     "fffe0000 01000000 1100000000000040 " SIGNATURE, WYRE_E_VALUE, 4, {0}},
};
/* clang-format on */

TEST(header_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_smb2_header got;
        size_t n;
        wyre_status status = wyre_smb2_header_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

TEST(header_comes_back_byte_for_byte)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t out[64];
        size_t n;
        if (row->status != WYRE_OK)
            continue;
        assert_status(row->name, wyre_smb2_header_encode(&row->fields, NULL, 0, out, 64, &n),
                      WYRE_OK);
        assert_offset(row->name, n, 64);
        assert_memory_equal(out, in.at, 64);
    }
}

RING(wyre_smb2_header, 0);
TEST(header_keeps_the_laws)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            ring_holds(&wyre_smb2_header_ring, row->name, in.at, in.len, 0);
    }
}

TEST(each_command_has_its_name)
{
    assert_string_equal(wyre_smb2_command_name(0x00), "NEGOTIATE");
    assert_string_equal(wyre_smb2_command_name(0x05), "CREATE");
    assert_string_equal(wyre_smb2_command_name(0x13), "SERVER_TO_CLIENT_NOTIFICATION");
    assert_string_equal(wyre_smb2_command_name(0x14), "?");
}

RUN_TESTS("smb2_header", TESTED(header_decodes_or_is_refused_as_the_row_says),
          TESTED(header_comes_back_byte_for_byte), TESTED(header_keeps_the_laws),
          TESTED(each_command_has_its_name))

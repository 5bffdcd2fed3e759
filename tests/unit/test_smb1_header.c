/* lib/smb/smb1_header.c. Rows are the table of [MS-CIFS] 2.2.3.1, a blank between two fields. */
#include "../properties/ring.h"
#include <wyre/smb1.h>

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;                /* where it stopped, or the byte at fault */
    wyre_smb1_header fields; /* all zero where it is refused */
} rows[] = {
    {"an NTSTATUS",
     "ff534d42 a2 340000c0 98 07c8 0100 0011223344556677 0000 0008 fffe 0208 4000", WYRE_OK, 32,
     {.status = 0xc0000034, .flags2 = 0xc807, .pid_high = 1, .tid = 0x800, .pid_low = 0xfeff,
      .uid = 0x802, .mid = 64, .security_features = {0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77},
      .command = 0xa2, .flags = 0x98}},
    {"a DOS error",
     "ff534d42 2d 01 00 0200 80 0180 0000 0000000000000000 0000 ffff 0100 0200 0300", WYRE_OK, 32,
     {.error_code = 2, .flags2 = 0x8001, .tid = 0xffff, .pid_low = 1, .uid = 2, .mid = 3,
      .command = 0x2d, .error_class = 1, .flags = 0x80}},
    {"every bit that is reserved comes through",
     "ff534d42 ff ff ff ffff ff ffbf ffff ffffffffffffffff ffff ffff ffff ffff ffff", WYRE_OK, 32,
     {.error_code = 0xffff, .flags2 = 0xbfff, .pid_high = 0xffff, .reserved = 0xffff, .tid = 0xffff,
      .pid_low = 0xffff, .uid = 0xffff, .mid = 0xffff,
      .security_features = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, .command = 0xff,
      .error_class = 0xff, .error_reserved = 0xff, .flags = 0xff}},
    {"nothing", "", WYRE_E_LENGTH, 0, {0}},
    {"the last byte is missing",
     "ff534d42 72 00000000 18 53c0 0000 0000000000000000 0000 0000 fffe 0000 00", WYRE_E_LENGTH, 31, {0}},
    {"SMB2",
     "fe534d42 72 00000000 18 53c0 0000 0000000000000000 0000 0000 fffe 0000 0000", WYRE_E_MAGIC, 0, {0}},
};
/* clang-format on */

TEST(header_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_smb1_header got;
        size_t n;
        wyre_status status = wyre_smb1_header_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

TEST(header_comes_back_byte_for_byte)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t out[32];
        size_t n;
        if (row->status != WYRE_OK)
            continue;
        assert_status(row->name, wyre_smb1_header_encode(&row->fields, NULL, 0, out, 32, &n),
                      WYRE_OK);
        assert_offset(row->name, n, 32);
        assert_memory_equal(out, in.at, 32);
    }
}

RING(wyre_smb1_header, 0);
TEST(header_keeps_the_laws)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            ring_holds(&wyre_smb1_header_ring, row->name, in.at, in.len, 0);
    }
}

TEST(signing_covers_all_but_the_signature)
{
    bytes in = hex("ff534d42 04 00000000 18 0148 0000 4253525350594c20 0000 0000 fffe 0000 0000"
                   "03 0140 00000000 0000");
    wyre_smb1_signing got;
    size_t n;
    assert_status("signing", wyre_smb1_signing_ranges(in.at, in.len, 0x01020304, &got, &n),
                  WYRE_OK);
    assert_offset("signing", n, 41);
    wyre_smb1_signing want = {{0, 14}, {22, 19}, {14, 8}, {4, 3, 2, 1, 0, 0, 0, 0}};
    assert_fields("signing", &got, &want, sizeof got);
    wyre_smb1_signing none = {{0, 0}, {0, 0}, {0, 0}, {0}};
    assert_status("short", wyre_smb1_signing_ranges(in.at, 31, 0, &got, &n), WYRE_E_LENGTH);
    assert_offset("short", n, 31);
    assert_fields("short", &got, &none, sizeof got);
    in.at[0] = 0xfe;
    assert_status("SMB2", wyre_smb1_signing_ranges(in.at, in.len, 0, &got, &n), WYRE_E_MAGIC);
    assert_offset("SMB2", n, 0);
    assert_fields("SMB2", &got, &none, sizeof got);
}

TEST(each_command_has_its_name)
{
    assert_string_equal(wyre_smb1_command_name(0x00), "CREATE_DIRECTORY");
    assert_string_equal(wyre_smb1_command_name(0x2e), "READ_ANDX");
    assert_string_equal(wyre_smb1_command_name(0x75), "TREE_CONNECT_ANDX");
    assert_string_equal(wyre_smb1_command_name(0xa2), "NT_CREATE_ANDX");
    assert_string_equal(wyre_smb1_command_name(0xda), "WRITE_BULK_DATA");
    assert_string_equal(wyre_smb1_command_name(0x15), "?");
}

RUN_TESTS("smb1_header", TESTED(header_decodes_or_is_refused_as_the_row_says),
          TESTED(header_comes_back_byte_for_byte), TESTED(header_keeps_the_laws),
          TESTED(signing_covers_all_but_the_signature), TESTED(each_command_has_its_name))

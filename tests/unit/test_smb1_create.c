/* lib/smb/smb1_create.c. Rows are the tables of [MS-CIFS] 2.2.4.41, 2.2.4.64, [MS-SMB] 2.2.4.1, 2.2.4.9, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_open_andx_request);
BLOCK_RING(wyre_smb1_open_andx_response);
BLOCK_RING(wyre_smb1_nt_create_andx_request);
BLOCK_RING(wyre_smb1_nt_create_andx_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_open_andx_request_ring, "UTF-16LE behind a pad byte",
     REQUEST("2d") "0f ff 00 0000 0100 4200 1600 2000 15cd5b07 1100 00100000 e8030000 00000000 0700 00  "
     "6100 6200 0000", WYRE_OK, 72,
     "andx_command=255 andx_reserved=0 andx_offset=0 flags=0x01 access_mode=0x42 "
     "search_attrs=0x16 file_attrs=0x20 creation_time=123456789 open_mode=0x11 "
     "allocation_size=4096 timeout=1000 reserved=0 unicode=1 file_name=[66,4]"},
    {&wyre_smb1_open_andx_request_ring, "OEM",
     OEM_REQUEST("2d") "0f 2e cc 3000 0100 4200 1600 2000 15cd5b07 1100 00100000 e8030000 00000000 0300 'ab'  "
     "00", WYRE_OK, 68,
     "andx_command=46 andx_reserved=204 andx_offset=48 flags=0x01 access_mode=0x42 "
     "search_attrs=0x16 file_attrs=0x20 creation_time=123456789 open_mode=0x11 "
     "allocation_size=4096 timeout=1000 reserved=0 unicode=0 file_name=[65,2]"},
    {&wyre_smb1_open_andx_request_ring, "no name",
     OEM_REQUEST("2d") "0f ff 00 0000 0100 4200 1600 2000 15cd5b07 1100 00100000 e8030000 00000000 0000", WYRE_E_LENGTH, 65,
     NULL},
    {&wyre_smb1_open_andx_response_ring, "15 words",
     REPLY("2d") "0f 2e cc 3000 0340 2000 15cd5b07 0c000000 0100 0000 0000 0180 00000000 0000 0000", WYRE_OK, 65,
     "word_count=15 andx_command=46 andx_reserved=204 andx_offset=48 fid=16387 "
     "file_attrs=0x20 last_write_time=123456789 file_data_size=12 access_rights=0x01 "
     "resource_type=0 nmpipe_status=0x00 open_results=0x8001 server_fid=0 reserved=0"},
    {&wyre_smb1_open_andx_response_ring, "with rights",
     REPLY("2d") "13 ff 00 0000 0340 2000 15cd5b07 0c000000 0100 0000 0000 0180 00000000 0000 ff011f00  "
     "a9001200 0000", WYRE_OK, 73,
     "word_count=19 andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 file_attrs=0x20 "
     "last_write_time=123456789 file_data_size=12 access_rights=0x01 resource_type=0 "
     "nmpipe_status=0x00 open_results=0x8001 server_fid=0 reserved=0 "
     "maximal_access_rights=0x1f01ff guest_maximal_access_rights=0x1200a9"},
    {&wyre_smb1_open_andx_response_ring, "17 words",
     REPLY("2d") "11 ff 00 0000 0340 2000 15cd5b07 0c000000 0100 0000 0000 0180 00000000 0000 ff011f00  "
     "0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_nt_create_andx_request_ring, "the terminator is not counted",
     REQUEST("a2") "18 ff 00 0000 00 0400 16000000 00000000 9f011200 0010000000000000 80000000 07000000  "
     "03000000 40000000 02000000 03 0700 00 6100 6200 0000", WYRE_OK, 90,
     "andx_command=255 andx_reserved=0 andx_offset=0 reserved=0 unicode=1 flags=0x16 "
     "root_directory_fid=0 desired_access=0x12019f allocation_size=4096 "
     "ext_file_attributes=0x80 share_access=0x07 create_disposition=3 create_options=0x40 "
     "impersonation_level=2 security_flags=0x03 name_length=4 file_name=[84,4]"},
    {&wyre_smb1_nt_create_andx_request_ring, "the terminator is counted, and a second one follows",
     REQUEST("a2") "18 ff 00 0000 00 0600 16000000 00000000 9f011200 0010000000000000 80000000 07000000  "
     "03000000 40000000 02000000 03 0900 00 6100 6200 0000 0000", WYRE_OK, 92,
     "andx_command=255 andx_reserved=0 andx_offset=0 reserved=0 unicode=1 flags=0x16 "
     "root_directory_fid=0 desired_access=0x12019f allocation_size=4096 "
     "ext_file_attributes=0x80 share_access=0x07 create_disposition=3 create_options=0x40 "
     "impersonation_level=2 security_flags=0x03 name_length=6 file_name=[84,4]"},
    {&wyre_smb1_nt_create_andx_request_ring, "OEM",
     OEM_REQUEST("a2") "18 ff 00 0000 cc 0200 16000000 00000000 9f011200 0010000000000000 80000000 07000000  "
     "03000000 40000000 02000000 03 0300 'ab' 00", WYRE_OK, 86,
     "andx_command=255 andx_reserved=0 andx_offset=0 reserved=204 unicode=0 flags=0x16 "
     "root_directory_fid=0 desired_access=0x12019f allocation_size=4096 "
     "ext_file_attributes=0x80 share_access=0x07 create_disposition=3 create_options=0x40 "
     "impersonation_level=2 security_flags=0x03 name_length=2 file_name=[83,2]"},
    {&wyre_smb1_nt_create_andx_request_ring, "the root: no name at all",
     REQUEST("a2") "18 ff 00 0000 00 0000 16000000 00000000 9f011200 0010000000000000 80000000 07000000  "
     "03000000 40000000 02000000 03 0300 00 0000", WYRE_OK, 86,
     "andx_command=255 andx_reserved=0 andx_offset=0 reserved=0 unicode=1 flags=0x16 "
     "root_directory_fid=0 desired_access=0x12019f allocation_size=4096 "
     "ext_file_attributes=0x80 share_access=0x07 create_disposition=3 create_options=0x40 "
     "impersonation_level=2 security_flags=0x03 name_length=0 file_name=[84,0]"},
    {&wyre_smb1_nt_create_andx_request_ring, "a name longer than the bytes",
     REQUEST("a2") "18 ff 00 0000 00 0600 16000000 00000000 9f011200 0010000000000000 80000000 07000000  "
     "03000000 40000000 02000000 03 0500 00 6100 6200", WYRE_E_LENGTH, 38,
     NULL},
    {&wyre_smb1_nt_create_andx_response_ring, "34 words",
     REPLY("a2") "22 ff 00 0000 02 0340 01000000 0102030405060701 1112131415161701 2122232425262701  "
     "3132333435363701 20000000 0010000000000000 0c00000000000000 0000 0700 00 0000", WYRE_OK, 103,
     "word_count=34 andx_command=255 andx_reserved=0 andx_offset=0 oplock_level=2 fid=16387 "
     "create_disposition=1 create_time=74034537486811649 last_access_time=78555798289191441 "
     "last_write_time=83077059091571233 last_change_time=87598319893951025 "
     "ext_file_attributes=0x20 allocation_size=4096 end_of_file=12 resource_type=0 "
     "nmpipe_status=0x07 directory=0"},
    {&wyre_smb1_nt_create_andx_response_ring, "50 words that are called 42",
     REPLY("a2") "2a ff 00 0000 02 0340 01000000 0102030405060701 1112131415161701 2122232425262701  "
     "3132333435363701 20000000 0010000000000000 0c00000000000000 0000 0700 00  "
     "000102030405060708090a0b0c0d0e0f 1122334455667788 ff011f00 a9001200 0000", WYRE_OK, 135,
     "word_count=42 andx_command=255 andx_reserved=0 andx_offset=0 oplock_level=2 fid=16387 "
     "create_disposition=1 create_time=74034537486811649 last_access_time=78555798289191441 "
     "last_write_time=83077059091571233 last_change_time=87598319893951025 "
     "ext_file_attributes=0x20 allocation_size=4096 end_of_file=12 resource_type=0 "
     "nmpipe_status=0x07 directory=0 volume_guid=000102030405060708090a0b0c0d0e0f "
     "file_id=9833440827789222417 maximal_access_rights=0x1f01ff "
     "guest_maximal_access_rights=0x1200a9"},
    {&wyre_smb1_nt_create_andx_response_ring, "50 words",
     REPLY("a2") "32 ff 00 0000 02 0340 01000000 0102030405060701 1112131415161701 2122232425262701  "
     "3132333435363701 20000000 0010000000000000 0c00000000000000 0000 0700 00  "
     "000102030405060708090a0b0c0d0e0f 1122334455667788 ff011f00 a9001200 0000", WYRE_OK, 135,
     "word_count=50 andx_command=255 andx_reserved=0 andx_offset=0 oplock_level=2 fid=16387 "
     "create_disposition=1 create_time=74034537486811649 last_access_time=78555798289191441 "
     "last_write_time=83077059091571233 last_change_time=87598319893951025 "
     "ext_file_attributes=0x20 allocation_size=4096 end_of_file=12 resource_type=0 "
     "nmpipe_status=0x07 directory=0 volume_guid=000102030405060708090a0b0c0d0e0f "
     "file_id=9833440827789222417 maximal_access_rights=0x1f01ff "
     "guest_maximal_access_rights=0x1200a9"},
    {&wyre_smb1_nt_create_andx_response_ring, "42 words that are 42",
     REPLY("a2") "2a ff 00 0000 02 0340 01000000 0102030405060701 1112131415161701 2122232425262701  "
     "3132333435363701 20000000 0010000000000000 0c00000000000000 0000 0700 00  "
     "000102030405060708090a0b0c0d0e0f 0000", WYRE_E_LENGTH, 119,
     NULL},
    {&wyre_smb1_nt_create_andx_response_ring, "34 words and a ByteCount past the end",
     REPLY("a2") "22 ff 00 0000 02 0340 01000000 0102030405060701 1112131415161701 2122232425262701  "
     "3132333435363701 20000000 0010000000000000 0c00000000000000 0000 0700 00 4886", WYRE_E_LENGTH, 101,
     NULL},
    {&wyre_smb1_nt_create_andx_response_ring, "33 words",
     REPLY("a2") "21  "
     "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000  "
     "0000", WYRE_E_VALUE, 32,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

/* What is not canonical decodes to the same fields as what is. */
static void
assert_decodes_alike(const ring *r, const char *name, bytes odd, const char *want)
{
    static told got;
    void *m = block(r->size);
    uint8_t *unit = exact(odd.at, odd.len);
    wyre_visitor v = telling(&got);
    assert_status(name, r->decode(unit, odd.len, 0, m, NULL), WYRE_OK);
    r->visit(m, &v);
    assert_told(name, &got, want);
    law(r, name, odd.at, odd.len, 0, 1);
    free(unit);
    free(m);
}

#define NT_CREATE "18 ff000000 00"
#define FIELDS                                                                                     \
    "00000000 00000000 9f011200 0000000000000000 80000000 07000000 03000000 40000000 02000000 03 "
#define TOLD                                                                                       \
    "andx_command=255 andx_reserved=0 andx_offset=0 reserved=0 unicode=1 flags=0x00 "              \
    "root_directory_fid=0 desired_access=0x12019f allocation_size=0 ext_file_attributes=0x80 "     \
    "share_access=0x07 create_disposition=3 create_options=0x40 impersonation_level=2 "            \
    "security_flags=0x03 "

TEST(a_name_without_terminator_and_with_one_counted_is_the_same)
{
    const ring *r = &wyre_smb1_nt_create_andx_request_ring;
    assert_decodes_alike(r, "no terminator",
                         hex(REQUEST("a2") NT_CREATE "0400" FIELDS "0500 00 6100 6200"),
                         TOLD "name_length=4 file_name=[84,4]");
    assert_decodes_alike(r, "one, counted",
                         hex(REQUEST("a2") NT_CREATE "0600" FIELDS "0700 00 6100 6200 0000"),
                         TOLD "name_length=6 file_name=[84,4]");
    assert_decodes_alike(r, "half a unit",
                         hex(REQUEST("a2") NT_CREATE "0300" FIELDS "0500 00 6100 6200"),
                         TOLD "name_length=3 file_name=[84,3]");
}

TEST(name_length_is_filled_in_where_it_is_left_out)
{
    static const uint8_t src[] = "abc";
    wyre_smb1_nt_create_andx_request m = {.file_name = {0, 3}};
    uint8_t out[96] = {0};
    size_t n;
    assert_status("0", wyre_smb1_nt_create_andx_request_encode(&m, src, 3, AT, out, 96, &n),
                  WYRE_OK);
    assert_offset("0", n, 87);
    assert_memory_equal(out + 38, "\x03\0", 2);
    assert_memory_equal(out + 81, "\x04\0abc", 6);
    m.name_length = 2;
    assert_status("2", wyre_smb1_nt_create_andx_request_encode(&m, src, 3, AT, out, 96, &n),
                  WYRE_E_RANGE);
}

TEST(byte_count_of_an_extended_response_may_be_anything)
{
    bytes in = hex(REPLY("a2") "2a ff000000");
    memset(in.at + in.len, 0, 200);
    in.len = 135;
    in.at[133] = 0x48;
    in.at[134] = 0x86;
    wyre_smb1_nt_create_andx_response m;
    size_t n;
    assert_status("garbage", wyre_smb1_nt_create_andx_response_decode(in.at, in.len, AT, 0, &m, &n),
                  WYRE_OK);
    assert_offset("garbage", n, 135);
    assert_int_equal(m.word_count, 42);
}

RUN_TESTS("smb1_create", TESTED(blocks_tell_what_the_rows_say),
          TESTED(a_name_without_terminator_and_with_one_counted_is_the_same),
          TESTED(name_length_is_filled_in_where_it_is_left_out),
          TESTED(byte_count_of_an_extended_response_may_be_anything))

/* lib/smb/smb1_read.c. Rows are the tables of [MS-CIFS] 2.2.4.42, 2.2.4.43, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_read_andx_request);
BLOCK_RING(wyre_smb1_read_andx_response);
BLOCK_RING(wyre_smb1_write_andx_request);
BLOCK_RING(wyre_smb1_write_andx_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_read_andx_request_ring, "32 bits of offset",
     REQUEST("2e") "0a ff 00 0000 0340 00100000 0040 0100 ffffffff 0500 0000", WYRE_OK, 55,
     "word_count=10 andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 offset=4096 "
     "max_count_of_bytes_to_return=16384 min_count_of_bytes_to_return=1 "
     "timeout_or_max_count_high=4294967295 remaining=5"},
    {&wyre_smb1_read_andx_request_ring, "64 bits of offset",
     REQUEST("2e") "0c ff 00 0000 0340 00100000 0040 0100 ffffffff 0500 01000000 0000", WYRE_OK, 59,
     "word_count=12 andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 offset=4096 "
     "max_count_of_bytes_to_return=16384 min_count_of_bytes_to_return=1 "
     "timeout_or_max_count_high=4294967295 remaining=5 offset_high=1"},
    {&wyre_smb1_read_andx_request_ring, "11 words",
     REQUEST("2e") "0b ff 00 0000 0340 00100000 0040 0100 ffffffff 0500 0100 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_read_andx_response_ring, "data behind a pad byte",
     REPLY("2e") "0c ff 00 0000 ffff 0000 0000 0300 3c00 0000 0000000000000000 0400 00 616263", WYRE_OK, 63,
     "andx_command=255 andx_reserved=0 andx_offset=0 available=65535 data_compaction_mode=0 "
     "reserved1=0 reserved2=0000000000000000 data=[60,3]"},
    {&wyre_smb1_read_andx_response_ring, "no data, and where they would be",
     REPLY("2e") "0c ff 00 0000 ffff 0000 0000 0000 3b00 0000 0102030405060708 0000", WYRE_OK, 59,
     "andx_command=255 andx_reserved=0 andx_offset=0 available=65535 data_compaction_mode=0 "
     "reserved1=0 reserved2=0102030405060708 data=[59,0]"},
    {&wyre_smb1_read_andx_response_ring, "data in the header",
     REPLY("2e") "0c ff 00 0000 ffff 0000 0000 0300 2000 0000 0000000000000000 0400 00 616263", WYRE_E_OFFSET, 45,
     NULL},
    {&wyre_smb1_read_andx_response_ring, "data in the words",
     REPLY("2e") "0c ff 00 0000 ffff 0000 0000 0300 3a00 0000 0000000000000000 0400 00 616263", WYRE_E_OFFSET, 45,
     NULL},
    {&wyre_smb1_read_andx_response_ring, "data one byte past the end",
     REPLY("2e") "0c ff 00 0000 ffff 0000 0000 0400 3c00 0000 0000000000000000 0400 00 616263", WYRE_E_OFFSET, 45,
     NULL},
    {&wyre_smb1_read_andx_response_ring, "a high half that is not there",
     REPLY("2e") "0c ff 00 0000 ffff 0000 0000 0300 3c00 0100 0000000000000000 0400 00 616263", WYRE_E_OFFSET, 45,
     NULL},
    {&wyre_smb1_read_andx_response_ring, "data behind what ByteCount counts",
     REPLY("2e") "0c ff 00 0000 ffff 0000 0000 0300 3c00 0000 0000000000000000 0300 00 616263", WYRE_E_LENGTH, 57,
     NULL},
    {&wyre_smb1_write_andx_request_ring, "32 bits of offset, a pad byte",
     REQUEST("2f") "0c ff 00 0000 0340 00100000 ffffffff 0800 0300 0000 0300 3c00 0400 00 616263", WYRE_OK, 63,
     "word_count=12 andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 offset=4096 "
     "timeout=4294967295 write_mode=0x08 remaining=3 data=[60,3]"},
    {&wyre_smb1_write_andx_request_ring, "64 bits of offset, a pad byte",
     REQUEST("2f") "0e ff 00 0000 0340 00100000 ffffffff 0800 0300 0000 0300 4000 01000000 0400 00 616263", WYRE_OK, 67,
     "word_count=14 andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 offset=4096 "
     "timeout=4294967295 write_mode=0x08 remaining=3 offset_high=1 data=[64,3]"},
    {&wyre_smb1_write_andx_request_ring, "nothing to write",
     REQUEST("2f") "0e ff 00 0000 0340 00100000 ffffffff 0800 0300 0000 0000 3f00 00000000 0000", WYRE_OK, 63,
     "word_count=14 andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 offset=4096 "
     "timeout=4294967295 write_mode=0x08 remaining=3 offset_high=0 data=[63,0]"},
    {&wyre_smb1_write_andx_request_ring, "more than was sent",
     REQUEST("2f") "0e ff 00 0000 0340 00100000 ffffffff 0800 0300 0000 ff00 4000 01000000 0400 00 616263", WYRE_E_OFFSET, 55,
     NULL},
    {&wyre_smb1_write_andx_request_ring, "13 words",
     REQUEST("2f") "0d ff 00 0000 0340 00100000 ffffffff 0800 0300 0000 0300 3e00 0100 0300 616263", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_write_andx_response_ring, "write andx response",
     REPLY("2f") "06 ff 00 0000 0300 ffff 0100 0000 0000", WYRE_OK, 47,
     "andx_command=255 andx_reserved=0 andx_offset=0 count=3 available=65535 count_high=1 "
     "reserved=0"},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

/* [MS-SMB] 2.2.4.2.2: ByteCount is the low half of pad and data, 1 + 100000. */
TEST(data_may_be_longer_than_byte_count_can_tell)
{
    static uint8_t src[100000];
    static uint8_t out[100100];
    wyre_smb1_read_andx_response m = {.andx_command = 0xff, .data = {0, 100000}};
    wyre_smb1_read_andx_response got;
    size_t n;
    memset(src, 0x5a, sizeof src);
    assert_status("encode",
                  wyre_smb1_read_andx_response_encode(&m, src, sizeof src, AT, out, sizeof out, &n),
                  WYRE_OK);
    assert_offset("encode", n, 60 + 100000);
    assert_memory_equal(out + 43, "\xa0\x86\x3c\x00\x01\x00", 6);
    assert_memory_equal(out + 57, "\xa1\x86", 2);
    assert_status("decode", wyre_smb1_read_andx_response_decode(out, n, AT, 0, &got, NULL),
                  WYRE_OK);
    assert_int_equal(got.data.off, 60);
    assert_int_equal(got.data.len, 100000);
    out[57]++;
    assert_status("ByteCount", wyre_smb1_read_andx_response_decode(out, n, AT, 0, &got, &n),
                  WYRE_E_LENGTH);
    assert_offset("ByteCount", n, 57);
}

TEST(data_without_pad_byte_are_the_same)
{
    bytes in = hex(
        REQUEST("2f") "0c ff000000 0340 00000000 00000000 0000 0000 0000 0300 3b00 0300 616263");
    wyre_smb1_write_andx_request m;
    size_t n;
    assert_status("decode", wyre_smb1_write_andx_request_decode(in.at, in.len, AT, 0, &m, &n),
                  WYRE_OK);
    assert_int_equal(m.data.off, 59);
    assert_int_equal(law(&wyre_smb1_write_andx_request_ring, "no pad", in.at, in.len, 0, 1),
                     WYRE_OK);
}

RUN_TESTS("smb1_read", TESTED(blocks_tell_what_the_rows_say),
          TESTED(data_may_be_longer_than_byte_count_can_tell),
          TESTED(data_without_pad_byte_are_the_same))

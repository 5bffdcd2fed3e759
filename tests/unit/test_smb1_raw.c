/* lib/smb/smb1_raw.c. Rows are the tables of [MS-CIFS] 2.2.4.22, 2.2.4.23, 2.2.4.25, 2.2.4.26, a blank between two
 * fields. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_read_raw_request);
BLOCK_RING(wyre_smb1_read_mpx_response);
BLOCK_RING(wyre_smb1_write_raw_request);
BLOCK_RING(wyre_smb1_write_raw_interim_response);
BLOCK_RING(wyre_smb1_write_mpx_request);
BLOCK_RING(wyre_smb1_write_mpx_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_read_raw_request_ring, "READ_RAW, 32 bits of offset",
     REQUEST("1a") "08 0340 00100000 0010 0100 ffffffff 0000 0000", WYRE_OK, 51,
     "word_count=8 fid=16387 offset=4096 max_count_of_bytes_to_return=4096 min_count_of_bytes_to_return=1 "
     "timeout=4294967295 reserved=0"},
    {&wyre_smb1_read_raw_request_ring, "READ_RAW, 64 bits of offset",
     REQUEST("1a") "0a 0340 00100000 0010 0100 ffffffff 0000 01000000 0000", WYRE_OK, 55,
     "word_count=10 fid=16387 offset=4096 max_count_of_bytes_to_return=4096 min_count_of_bytes_to_return=1 "
     "timeout=4294967295 reserved=0 offset_high=1"},
    {&wyre_smb1_read_raw_request_ring, "READ_MPX",
     REQUEST("1b") "08 0340 00100000 0010 0100 00000000 0000 0000", WYRE_OK, 51,
     "word_count=8 fid=16387 offset=4096 max_count_of_bytes_to_return=4096 min_count_of_bytes_to_return=1 "
     "timeout=0 reserved=0"},
    {&wyre_smb1_read_raw_request_ring, "nine words",
     REQUEST("1a") "09 0340 00100000 0010 0100 ffffffff 0000 0000 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_read_raw_request_ring, "a word is missing",
     REQUEST("1a") "08 0340 00100000 0010 0100 ffffffff 0000", WYRE_E_LENGTH, 49,
     NULL},
    {&wyre_smb1_read_mpx_response_ring, "data behind a pad",
     REPLY("1b") "08 00100000 0300 ffff 0000 0000 0300 3400 0400 00 616263", WYRE_OK, 55,
     "offset=4096 count=3 remaining=65535 data_compaction_mode=0 reserved=0 data=[52,3]"},
    {&wyre_smb1_read_mpx_response_ring, "data in the words",
     REPLY("1b") "08 00100000 0300 ffff 0000 0000 0300 2000 0400 00 616263", WYRE_E_OFFSET, 47,
     NULL},
    {&wyre_smb1_read_mpx_response_ring, "data past the bytes",
     REPLY("1b") "08 00100000 0300 ffff 0000 0000 0400 3400 0400 00 616263", WYRE_E_OFFSET, 47,
     NULL},
    {&wyre_smb1_write_raw_request_ring, "some data at once",
     REQUEST("1d") "0c 0340 0010 0000 00100000 00000000 0100 00000000 0200 3c00 0300 00 6162", WYRE_OK, 62,
     "word_count=12 fid=16387 count_of_bytes=4096 reserved1=0 offset=4096 timeout=0 write_mode=0x01 "
     "reserved2=0 data=[60,2]"},
    {&wyre_smb1_write_raw_request_ring, "64 bits of offset, all data later",
     REQUEST("1d") "0e 0340 0010 0000 00100000 00000000 0100 00000000 0000 0000 01000000 0000", WYRE_OK, 63,
     "word_count=14 fid=16387 count_of_bytes=4096 reserved1=0 offset=4096 timeout=0 write_mode=0x01 "
     "reserved2=0 offset_high=1 data=[0,0]"},
    {&wyre_smb1_write_raw_request_ring, "data behind the end",
     REQUEST("1d") "0c 0340 0010 0000 00100000 00000000 0100 00000000 0200 ffff 0300 00 6162", WYRE_E_OFFSET, 55,
     NULL},
    {&wyre_smb1_write_raw_request_ring, "13 words",
     REQUEST("1d") "0d 0340 0010 0000 00100000 00000000 0100 00000000 0000 0000 0000 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_write_raw_interim_response_ring, "go on",
     REPLY("1d") "01 ffff 0000", WYRE_OK, 37,
     "available=65535"},
    {&wyre_smb1_write_mpx_request_ring, "one of several",
     REQUEST("1e") "0c 0340 0010 0000 00100000 00000000 8000 02000000 0200 3c00 0300 00 6162", WYRE_OK, 62,
     "fid=16387 total_byte_count=4096 reserved=0 byte_offset_to_begin_write=4096 timeout=0 write_mode=0x80 "
     "request_mask=0x02 data=[60,2]"},
    {&wyre_smb1_write_mpx_request_ring, "data in front of the bytes",
     REQUEST("1e") "0c 0340 0010 0000 00100000 00000000 8000 02000000 0200 2100 0300 00 6162", WYRE_E_OFFSET, 55,
     NULL},
    {&wyre_smb1_write_mpx_response_ring, "what came",
     REPLY("1e") "02 03000000 0000", WYRE_OK, 39,
     "response_mask=0x03"},
    {&wyre_smb1_write_mpx_response_ring, "one word",
     REPLY("1e") "01 0300 0000", WYRE_E_VALUE, 32,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb1_raw", TESTED(blocks_tell_what_the_rows_say))

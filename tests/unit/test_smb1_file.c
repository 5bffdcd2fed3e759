/* lib/smb/smb1_file.c. Rows are the tables of [MS-CIFS] 2.2.4.5 to 2.2.4.21, 2.2.4.40, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_close_request);
BLOCK_RING(wyre_smb1_fid);
BLOCK_RING(wyre_smb1_read_request);
BLOCK_RING(wyre_smb1_read_response);
BLOCK_RING(wyre_smb1_write_request);
BLOCK_RING(wyre_smb1_write_response);
BLOCK_RING(wyre_smb1_write_and_close_request);
BLOCK_RING(wyre_smb1_lock_byte_range_request);
BLOCK_RING(wyre_smb1_seek_request);
BLOCK_RING(wyre_smb1_seek_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_close_request_ring, "close request",
     REQUEST("04") "03 0340 15cd5b07 0000", WYRE_OK, 41,
     "fid=16387 last_time_modified=123456789"},
    {&wyre_smb1_fid_ring, "FLUSH of all files",
     REQUEST("05") "01 ffff 0000", WYRE_OK, 37,
     "fid=65535"},
    {&wyre_smb1_read_request_ring, "read request",
     REQUEST("0a") "05 0340 0010 00200000 0400 0000", WYRE_OK, 45,
     "fid=16387 count_of_bytes_to_read=4096 read_offset_in_bytes=8192 "
     "estimate_of_remaining_bytes_to_be_read=4"},
    {&wyre_smb1_read_response_ring, "read response",
     REPLY("0a") "05 0300 0000000000000000 0600 01 0300 616263", WYRE_OK, 51,
     "count_of_bytes_returned=3 reserved=0000000000000000 no_format=0 data=[48,3]"},
    {&wyre_smb1_read_response_ring, "Samba's LOCK_AND_READ, without the format byte",
     REPLY("13") "05 0300 0000000000000000 0500 0300 616263", WYRE_OK, 50,
     "count_of_bytes_returned=3 reserved=0000000000000000 no_format=1 data=[47,3]"},
    {&wyre_smb1_read_response_ring, "the same of one byte, whose length looks like a format byte",
     REPLY("13") "05 0100 0000000000000000 0300 0100 61", WYRE_OK, 48,
     "count_of_bytes_returned=1 reserved=0000000000000000 no_format=1 data=[47,1]"},
    {&wyre_smb1_read_response_ring, "one zero byte without the format byte",
     REPLY("13") "05 0100 0000000000000000 0300 0100 00", WYRE_OK, 48,
     "count_of_bytes_returned=1 reserved=0000000000000000 no_format=1 data=[47,1]"},
    {&wyre_smb1_read_response_ring, "no data behind the format byte",
     REPLY("13") "05 0000 0000000000000000 0300 01 0000", WYRE_OK, 48,
     "count_of_bytes_returned=0 reserved=0000000000000000 no_format=0 data=[48,0]"},
    {&wyre_smb1_read_response_ring, "another format byte",
     REPLY("0a") "05 0300 0000000000000000 0600 02 0300 616263", WYRE_E_VALUE, 45,
     NULL},
    {&wyre_smb1_read_response_ring, "data longer than the bytes",
     REPLY("0a") "05 0300 0000000000000000 0600 01 0400 616263", WYRE_E_LENGTH, 46,
     NULL},
    {&wyre_smb1_read_response_ring, "no bytes",
     REPLY("0a") "05 0300 0000000000000000 0000", WYRE_E_LENGTH, 45,
     NULL},
    {&wyre_smb1_write_request_ring, "write request",
     REQUEST("0b") "05 0340 0300 00200000 0400 0600 01 0300 616263", WYRE_OK, 51,
     "fid=16387 count_of_bytes_to_write=3 write_offset_in_bytes=8192 "
     "estimate_of_remaining_bytes_to_be_written=4 data=[48,3]"},
    {&wyre_smb1_write_request_ring, "to truncate",
     REQUEST("0b") "05 0340 0000 00200000 0000 0300 01 0000", WYRE_OK, 48,
     "fid=16387 count_of_bytes_to_write=0 write_offset_in_bytes=8192 "
     "estimate_of_remaining_bytes_to_be_written=0 data=[48,0]"},
    {&wyre_smb1_write_request_ring, "no bytes",
     REQUEST("0b") "05 0340 0300 00200000 0400 0000", WYRE_E_LENGTH, 45,
     NULL},
    {&wyre_smb1_write_response_ring, "write response",
     REPLY("0b") "01 0300 0000", WYRE_OK, 37,
     "count_of_bytes_written=3"},
    {&wyre_smb1_write_and_close_request_ring, "six words",
     REQUEST("2c") "06 0340 0300 00200000 15cd5b07 0400 cc 616263", WYRE_OK, 51,
     "word_count=6 fid=16387 write_offset_in_bytes=8192 last_write_time=123456789 pad=204 "
     "data=[48,3]"},
    {&wyre_smb1_write_and_close_request_ring, "twelve words",
     REQUEST("2c") "0c 0340 0300 00200000 15cd5b07 000000000000000000000001 0400 00 616263", WYRE_OK, 63,
     "word_count=12 fid=16387 write_offset_in_bytes=8192 last_write_time=123456789 "
     "reserved=000000000000000000000001 pad=0 data=[60,3]"},
    {&wyre_smb1_write_and_close_request_ring, "data longer than the bytes",
     REQUEST("2c") "06 0340 0400 00200000 15cd5b07 0400 cc 616263", WYRE_E_LENGTH, 48,
     NULL},
    {&wyre_smb1_write_and_close_request_ring, "seven words",
     REQUEST("2c") "07 0340 0300 00200000 15cd5b07 0000 0400 cc 616263", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_lock_byte_range_request_ring, "lock byte range request",
     REQUEST("0c") "05 0340 10000000 20000000 0000", WYRE_OK, 45,
     "fid=16387 count_of_bytes=16 offset_in_bytes=32"},
    {&wyre_smb1_seek_request_ring, "back from the end",
     REQUEST("12") "04 0340 0200 fdffffff 0000", WYRE_OK, 43,
     "fid=16387 mode=2 offset=-3"},
    {&wyre_smb1_seek_response_ring, "seek response",
     REPLY("12") "02 fdffffff 0000", WYRE_OK, 39,
     "offset=4294967293"},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb1_file", TESTED(blocks_tell_what_the_rows_say))

/* lib/smb/smb1_attributes.c. Rows are the tables of [MS-CIFS] 2.2.4.9, 2.2.4.10, 2.2.4.30, 2.2.4.31, 2.2.4.57, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_query_information_response);
BLOCK_RING(wyre_smb1_set_information_request);
BLOCK_RING(wyre_smb1_query_information2_response);
BLOCK_RING(wyre_smb1_set_information2_request);
BLOCK_RING(wyre_smb1_query_information_disk_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_query_information_response_ring, "query information response",
     REPLY("08") "0a 2000 15cd5b07 0c000000 00010203040506070809 0000", WYRE_OK, 55,
     "file_attributes=0x20 last_write_time=123456789 file_size=12 "
     "reserved=00010203040506070809"},
    {&wyre_smb1_set_information_request_ring, "set information request",
     OEM_REQUEST("09") "08 2000 15cd5b07 00010203040506070809 0400 04 'ab' 00", WYRE_OK, 55,
     "file_attributes=0x20 last_write_time=123456789 reserved=00010203040506070809 unicode=0 "
     "file_name=[52,2]"},
    {&wyre_smb1_query_information2_response_ring, "query information2 response",
     REPLY("23") "0b 5b3a 3328 5c3a 3428 5d3a 3528 0c000000 00100000 2000 0000", WYRE_OK, 57,
     "create_date=14939 create_time=10291 last_access_date=14940 last_access_time=10292 "
     "last_write_date=14941 last_write_time=10293 file_data_size=12 file_allocation_size=4096 "
     "file_attributes=0x20"},
    {&wyre_smb1_set_information2_request_ring, "set information2 request",
     REQUEST("22") "07 0340 5b3a 3328 5c3a 3428 5d3a 3528 0000", WYRE_OK, 49,
     "fid=16387 create_date=14939 create_time=10291 last_access_date=14940 "
     "last_access_time=10292 last_write_date=14941 last_write_time=10293"},
    {&wyre_smb1_query_information_disk_response_ring, "query information disk response",
     REPLY("80") "05 0001 0002 0003 0004 0005 0000", WYRE_OK, 45,
     "total_units=256 blocks_per_unit=512 block_size=768 free_units=1024 reserved=1280"},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb1_attributes", TESTED(blocks_tell_what_the_rows_say))

/* lib/smb/smb1_print.c. Rows are the tables of [MS-CIFS] 2.2.4.67 to 2.2.4.70, a blank between two
 * fields. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_open_print_file_request);
BLOCK_RING(wyre_smb1_write_print_file_request);
BLOCK_RING(wyre_smb1_get_print_queue_request);
BLOCK_RING(wyre_smb1_get_print_queue_response);
RING(wyre_smb1_print_queue_element, 0);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_open_print_file_request_ring, "OEM",
     OEM_REQUEST("c0") "02 0000 0100 0400 04 'ab' 00", WYRE_OK, 43,
     "setup_length=0 mode=1 unicode=0 identifier=[40,2]"},
    {&wyre_smb1_open_print_file_request_ring, "UTF-16LE",
     REQUEST("c0") "02 0400 0000 0700 04 6100 6200 0000", WYRE_OK, 46,
     "setup_length=4 mode=0 unicode=1 identifier=[40,4]"},
    {&wyre_smb1_open_print_file_request_ring, "another format",
     OEM_REQUEST("c0") "02 0000 0100 0400 01 'ab' 00", WYRE_E_VALUE, 39,
     NULL},
    {&wyre_smb1_write_print_file_request_ring, "data",
     REQUEST("c1") "01 0340 0600 01 0300 616263", WYRE_OK, 43,
     "fid=16387 data=[40,3]"},
    {&wyre_smb1_write_print_file_request_ring, "data past the bytes",
     REQUEST("c1") "01 0340 0500 01 0300 6162", WYRE_E_LENGTH, 38,
     NULL},
    {&wyre_smb1_get_print_queue_request_ring, "backwards",
     REQUEST("c3") "02 feff 0500 0000", WYRE_OK, 39,
     "max_count=-2 start_index=5"},
    {&wyre_smb1_get_print_queue_response_ring, "an element",
     REPLY("c3") "02 0100 0600 1f00 01 1c00 5b3a 3328 03 0700 0c000000 00 'nobody' 00000000000000000000", WYRE_OK, 70,
     "count=1 restart_index=6 elements=[42,28]"},
    {&wyre_smb1_get_print_queue_response_ring, "nothing",
     REPLY("c3") "02 0000 0000 0000", WYRE_OK, 39,
     "count=0 restart_index=0 elements=[0,0]"},
    {&wyre_smb1_get_print_queue_response_ring, "elements past the bytes",
     REPLY("c3") "02 0100 0600 0400 01 1c00 5b", WYRE_E_LENGTH, 40,
     NULL},
    {&wyre_smb1_print_queue_element_ring, "an element",
     "5b3a 3328 03 0700 0c000000 00 'nobody' 00000000000000000000", WYRE_OK, 28,
     "file_date=14939 file_time=10291 entry_status=3 spool_file_number=7 spool_file_size=12 reserved=0 "
     "spool_file_name=6e6f626f647900000000000000000000"},
    {&wyre_smb1_print_queue_element_ring, "a byte is missing",
     "5b3a 3328 03 0700 0c000000 00 'nobody' 000000000000000000", WYRE_E_LENGTH, 27,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb1_print", TESTED(blocks_tell_what_the_rows_say))

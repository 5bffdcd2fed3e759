/* lib/smb/smb1_ioctl.c. Rows are the tables of [MS-CIFS] 2.2.4.35, a blank between two
 * fields. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_ioctl_request);
BLOCK_RING(wyre_smb1_ioctl_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_ioctl_request_ring, "three words, from old clients",
     REQUEST("27") "03 0340 5300 6000 0000", WYRE_OK, 41,
     "word_count=3 fid=16387 category=83 function=96"},
    {&wyre_smb1_ioctl_request_ring, "parameters and data",
     REQUEST("27") "0e 0340 5300 6000 0200 0300 0400 0500 e8030000 0000 0200 4000 0300 4400 0800 00 0102 0000 "
     "616263", WYRE_OK, 71,
     "word_count=14 fid=16387 category=83 function=96 total_parameter_count=2 total_data_count=3 "
     "max_parameter_count=4 max_data_count=5 timeout=1000 reserved=0 parameters=[64,2] data=[68,3]"},
    {&wyre_smb1_ioctl_request_ring, "more parameters than their total",
     REQUEST("27") "0e 0340 5300 6000 0100 0000 0400 0500 e8030000 0000 0200 4000 0000 0000 0500 cccccc 0102", WYRE_E_VALUE, 53,
     NULL},
    {&wyre_smb1_ioctl_request_ring, "data past the end",
     REQUEST("27") "0e 0340 5300 6000 0000 0300 0400 0500 e8030000 0000 0000 0000 0300 4200 0500 000000 6162", WYRE_E_OFFSET, 59,
     NULL},
    {&wyre_smb1_ioctl_request_ring, "four words",
     REQUEST("27") "04 0340 5300 6000 0000 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_ioctl_response_ring, "the second fragment",
     REPLY("27") "08 0000 0600 0000 0000 0000 0300 3400 0300 0400 00 616263", WYRE_OK, 55,
     "total_parameter_count=0 total_data_count=6 parameter_displacement=0 data_displacement=3 "
     "parameters=[0,0] data=[52,3]"},
    {&wyre_smb1_ioctl_response_ring, "displaced past the total",
     REPLY("27") "08 0000 0600 0000 0000 0000 0300 3400 0400 0400 00 616263", WYRE_E_VALUE, 47,
     NULL},
    {&wyre_smb1_ioctl_response_ring, "data in the words",
     REPLY("27") "08 0000 0600 0000 0000 0000 0300 2200 0300 0400 00 616263", WYRE_E_OFFSET, 45,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(a_part_longer_than_its_total_is_not_written)
{
    static const uint8_t src[4];
    wyre_smb1_ioctl_request m = {
        .parameters = {0, 4}, .total_parameter_count = 3, .word_count = 14};
    assert_status("parameters",
                  wyre_smb1_ioctl_request_encode(&m, src, sizeof src, 32, NULL, 0, NULL),
                  WYRE_E_RANGE);
    wyre_smb1_ioctl_request other = {.word_count = 4};
    assert_status("four words", wyre_smb1_ioctl_request_encode(&other, NULL, 0, 32, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

RUN_TESTS("smb1_ioctl", TESTED(blocks_tell_what_the_rows_say),
          TESTED(a_part_longer_than_its_total_is_not_written))

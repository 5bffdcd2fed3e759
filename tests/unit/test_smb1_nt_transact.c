/* lib/smb/smb1_nt_transact.c. Rows are the tables of [MS-CIFS] 2.2.4.62, 2.2.4.63, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_nt_transact_request);
BLOCK_RING(wyre_smb1_nt_transact_secondary_request);
BLOCK_RING(wyre_smb1_nt_transact_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_nt_transact_request_ring, "IOCTL with data",
     REQUEST("a0") "17 00 0000 00000000 03000000 00000000 00100000 00000000 00000000 03000000 54000000 04  "
     "0200 c4001400 0340 01 00 0600 000000 616263", WYRE_OK, 87,
     "max_setup_count=0 reserved=0 total_parameter_count=0 total_data_count=3 "
     "max_parameter_count=0 max_data_count=4096 function=2 setup=[71,8] parameters=[0,0] "
     "data=[84,3]"},
    {&wyre_smb1_nt_transact_request_ring, "SetupCount 255",
     REQUEST("a0") "13 00 0000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 ff  "
     "0200 0000", WYRE_E_VALUE, 68,
     NULL},
    {&wyre_smb1_nt_transact_request_ring, "offset and count that wrap 32 bits",
     REQUEST("a0") "13 00 0000 00000000 ffffffff 00000000 00000000 00000000 00000000 ffffffff 60000000 00  "
     "0200 0000", WYRE_E_OFFSET, 64,
     NULL},
    {&wyre_smb1_nt_transact_secondary_request_ring, "nt transact secondary request",
     REQUEST("a1") "12 000000 00000000 06000000 00000000 00000000 00000000 03000000 48000000 03000000 00  "
     "0400 00 616263", WYRE_OK, 75,
     "reserved1=000000 total_parameter_count=0 total_data_count=6 parameter_displacement=0 "
     "data_displacement=3 reserved2=0 parameters=[0,0] data=[72,3]"},
    {&wyre_smb1_nt_transact_response_ring, "parameters",
     REPLY("a0") "12 000000 04000000 00000000 04000000 48000000 00000000 00000000 00000000 00000000 00  "
     "0500 00 01020304", WYRE_OK, 76,
     "reserved1=000000 total_parameter_count=4 total_data_count=0 parameter_displacement=0 "
     "data_displacement=0 setup=[69,0] parameters=[72,4] data=[0,0]"},
    {&wyre_smb1_nt_transact_response_ring, "a displacement and a count that wrap 32 bits",
     REPLY("a0") "12 000000 04000000 00000000 04000000 48000000 ffffffff 00000000 00000000 00000000 00  "
     "0500 00 01020304", WYRE_E_VALUE, 52,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(functions_have_their_names)
{
    assert_string_equal(wyre_smb1_nt_transact_name(2), "IOCTL");
    assert_string_equal(wyre_smb1_nt_transact_name(8), "SET_USER_QUOTA");
    assert_string_equal(wyre_smb1_nt_transact_name(0), "?");
}

RUN_TESTS("smb1_nt_transact", TESTED(blocks_tell_what_the_rows_say),
          TESTED(functions_have_their_names))

/* lib/smb/smb1_transaction.c. Rows are the tables of [MS-CIFS] 2.2.4.33, 2.2.4.34, 2.2.4.46, 2.2.4.47, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_transaction_request);
BLOCK_RING(wyre_smb1_transaction2_request);
BLOCK_RING(wyre_smb1_transaction_response);
BLOCK_RING(wyre_smb1_transaction_secondary_request);
BLOCK_RING(wyre_smb1_transaction2_secondary_request);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_transaction_request_ring, "a named pipe, UTF-16LE",
     REQUEST("25") "10 0000 0400 0000 0004 00 00 0000 00000000 0000 0000 4c00 0400 4c00 02 00 2600 0340  "
     "0d00 00 5c00 5000 0000 0000 61626364", WYRE_OK, 80,
     "total_parameter_count=0 total_data_count=4 max_parameter_count=0 max_data_count=1024 "
     "max_setup_count=0 reserved1=0 flags=0x00 timeout=0 reserved2=0 reserved3=0 setup=[61,4] "
     "unicode=1 name=[68,4] parameters=[76,0] data=[76,4]"},
    {&wyre_smb1_transaction_request_ring, "a mailslot, OEM, data only",
     OEM_REQUEST("25") "11 0000 0300 0000 0000 00 00 0200 00000000 0000 0000 0000 0300 4800 03 00 0100 0000  "
     "0200 0600 '\\M' 00 'abc'", WYRE_OK, 75,
     "total_parameter_count=0 total_data_count=3 max_parameter_count=0 max_data_count=0 "
     "max_setup_count=0 reserved1=0 flags=0x02 timeout=0 reserved2=0 reserved3=0 setup=[61,6] "
     "unicode=0 name=[69,2] parameters=[0,0] data=[72,3]"},
    {&wyre_smb1_transaction_request_ring, "SetupCount is not what WordCount leaves",
     OEM_REQUEST("25") "10 0000 0000 0000 0000 00 00 0000 00000000 0000 0000 0000 0000 0000 01 00 2600 0340  "
     "0100 00", WYRE_E_VALUE, 59,
     NULL},
    {&wyre_smb1_transaction_request_ring, "more data than their total",
     OEM_REQUEST("25") "0e 0000 0200 0000 0000 00 00 0000 00000000 0000 0000 0000 0300 4000 00 00 0400 00  "
     "'abc'", WYRE_E_VALUE, 55,
     NULL},
    {&wyre_smb1_transaction_request_ring, "parameters past the end",
     OEM_REQUEST("25") "0e 0400 0000 0000 0000 00 00 0000 00000000 0000 0400 4000 0000 0000 00 00 0400 00  "
     "'abc'", WYRE_E_OFFSET, 53,
     NULL},
    {&wyre_smb1_transaction_request_ring, "parameters in the words",
     OEM_REQUEST("25") "0e 0300 0000 0000 0000 00 00 0000 00000000 0000 0300 3e00 0000 0000 00 00 0400 00  "
     "'abc'", WYRE_E_OFFSET, 53,
     NULL},
    {&wyre_smb1_transaction_request_ring, "13 words",
     OEM_REQUEST("25") "0d 0000 0000 0000 0000 00 00 0000 00000000 0000 0000 0000 0000 0000 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_transaction2_request_ring, "parameters and data",
     REQUEST("32") "0f 0600 0200 0200 0040 00 00 0000 00000000 0000 0600 4400 0200 4c00 01 00 0600 0d00  "
     "00 0000 010103000000 0000 abcd", WYRE_OK, 78,
     "total_parameter_count=6 total_data_count=2 max_parameter_count=2 max_data_count=16384 "
     "max_setup_count=0 reserved1=0 flags=0x00 timeout=0 reserved2=0 reserved3=0 setup=[61,2] "
     "parameters=[68,6] data=[76,2]"},
    {&wyre_smb1_transaction2_request_ring, "empty parts, and where they would be",
     REQUEST("32") "0f 0000 0000 0200 0040 00 00 0000 00000000 0000 0000 4100 0000 4200 01 00 1100 0100  "
     "00", WYRE_OK, 66,
     "total_parameter_count=0 total_data_count=0 max_parameter_count=2 max_data_count=16384 "
     "max_setup_count=0 reserved1=0 flags=0x00 timeout=0 reserved2=0 reserved3=0 setup=[61,2] "
     "parameters=[65,0] data=[66,0]"},
    {&wyre_smb1_transaction_response_ring, "parameters and data",
     REPLY("32") "0a 0200 0300 0000 0200 3800 0000 0300 3c00 0000 00 00 0800 00 0102 0000 616263", WYRE_OK, 63,
     "total_parameter_count=2 total_data_count=3 reserved1=0 parameter_displacement=0 "
     "data_displacement=0 reserved2=0 setup=[53,0] parameters=[56,2] data=[60,3]"},
    {&wyre_smb1_transaction_response_ring, "the last fragment",
     REPLY("32") "0a 0000 0600 0000 0000 0000 0000 0300 3800 0300 00 00 0400 00 616263", WYRE_OK, 59,
     "total_parameter_count=0 total_data_count=6 reserved1=0 parameter_displacement=0 "
     "data_displacement=3 reserved2=0 setup=[53,0] parameters=[0,0] data=[56,3]"},
    {&wyre_smb1_transaction_response_ring, "a displacement past the total",
     REPLY("32") "0a 0000 0600 0000 0000 0000 0000 0300 3800 0400 00 00 0400 00 616263", WYRE_E_VALUE, 49,
     NULL},
    {&wyre_smb1_transaction_response_ring, "a displacement that would wrap",
     REPLY("32") "0a 0000 0600 0000 0000 0000 0000 0300 3800 ffff 00 00 0400 00 616263", WYRE_E_VALUE, 49,
     NULL},
    {&wyre_smb1_transaction_response_ring, "a setup word",
     REPLY("25") "0b 0000 0000 0000 0000 3900 0000 0000 3900 0000 01 00 3412 0000", WYRE_OK, 57,
     "total_parameter_count=0 total_data_count=0 reserved1=0 parameter_displacement=0 "
     "data_displacement=0 reserved2=0 setup=[53,2] parameters=[57,0] data=[57,0]"},
    {&wyre_smb1_transaction_secondary_request_ring, "transaction secondary request",
     REQUEST("26") "08 0200 0600 0200 3400 0000 0300 3800 0300 0800 00 0102 0000 616263", WYRE_OK, 59,
     "total_parameter_count=2 total_data_count=6 parameter_displacement=0 data_displacement=3 "
     "parameters=[52,2] data=[56,3]"},
    {&wyre_smb1_transaction2_secondary_request_ring, "transaction2 secondary request",
     REQUEST("33") "09 0000 0600 0000 0000 0000 0300 3800 0300 0340 0600 000000 616263", WYRE_OK, 59,
     "total_parameter_count=0 total_data_count=6 parameter_displacement=0 data_displacement=3 "
     "fid=16387 parameters=[0,0] data=[56,3]"},
    {&wyre_smb1_transaction2_secondary_request_ring, "a displacement past the total",
     REQUEST("33") "09 0000 0500 0000 0000 0000 0300 3800 0300 0340 0600 000000 616263", WYRE_E_VALUE, 47,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb1_transaction", TESTED(blocks_tell_what_the_rows_say))

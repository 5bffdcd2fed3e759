/* lib/smb/smb1_search.c. Rows are the tables of [MS-CIFS] 2.2.4.48, 2.2.4.58 to 2.2.4.61, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_search_request);
BLOCK_RING(wyre_smb1_search_response);
BLOCK_RING(wyre_smb1_find_close2_request);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_search_request_ring, "from the start",
     OEM_REQUEST("81") "02 0a00 1600 0800 04 '*.*' 00 05 0000", WYRE_OK, 47,
     "max_count=10 search_attributes=0x16 unicode=0 file_name=[40,3] resume_key=[47,0]"},
    {&wyre_smb1_search_request_ring, "from a record on",
     OEM_REQUEST("82") "02 0a00 1600 1a00 04 00 05 1500 00 46494c4520202020545854 0102030405 06070809", WYRE_OK, 65,
     "max_count=10 search_attributes=0x16 unicode=0 file_name=[40,0] resume_key=[44,21]"},
    {&wyre_smb1_search_request_ring, "UTF-16LE",
     REQUEST("81") "02 0a00 1600 0800 04 2a00 0000 05 0000", WYRE_OK, 47,
     "max_count=10 search_attributes=0x16 unicode=1 file_name=[40,2] resume_key=[47,0]"},
    {&wyre_smb1_search_request_ring, "no key",
     OEM_REQUEST("81") "02 0a00 1600 0500 04 '*.*' 00", WYRE_E_LENGTH, 44,
     NULL},
    {&wyre_smb1_search_response_ring, "a record",
     OEM_REPLY("81") "01 0100 2e00 05 2b00 00 46494c4520202020545854 0102030405 06070809 20 3328 5b3a  "
     "0c000000 'FILE.TXT' 0000000000", WYRE_OK, 83,
     "count=1 records=[40,43]"},
    {&wyre_smb1_search_response_ring, "an empty list",
     OEM_REPLY("81") "01 0000 0300 05 0000", WYRE_OK, 40,
     "count=0 records=[40,0]"},
    {&wyre_smb1_search_response_ring, "not even a list, as to FIND_CLOSE",
     OEM_REPLY("84") "01 0000 0000", WYRE_OK, 37,
     "count=0 records=[0,0]"},
    {&wyre_smb1_search_response_ring, "another format byte",
     OEM_REPLY("81") "01 0000 0300 01 0000", WYRE_E_VALUE, 37,
     NULL},
    {&wyre_smb1_find_close2_request_ring, "find close2 request",
     REQUEST("34") "01 0340 0000", WYRE_OK, 37,
     "search_handle=16387"},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RING(wyre_smb1_search_record, 0);

/* clang-format off */
static const told_row records[] = {
    {&wyre_smb1_search_record_ring, "a file",
     "00 'FILE    TXT' 0102030405 06070809 20 3328 5b3a 0c000000 'FILE.TXT' 0000000000", WYRE_OK, 43,
     "resume_key=0046494c4520202020545854010203040506070809 file_attributes=0x20 last_write_time=10291 "
     "last_write_date=14939 file_size=12 file_name=46494c452e5458540000000000"},
};
/* clang-format on */

TEST(records_tell_what_the_rows_say)
{
    told_rows_hold(records, COUNT(records));
}

RUN_TESTS("smb1_search", TESTED(blocks_tell_what_the_rows_say),
          TESTED(records_tell_what_the_rows_say))

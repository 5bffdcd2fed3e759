/* lib/smb/smb1_name.c. Rows are the tables of [MS-CIFS] 2.2.4.1 to 2.2.4.17, 2.2.4.66, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_path_request);
BLOCK_RING(wyre_smb1_open_request);
BLOCK_RING(wyre_smb1_open_response);
BLOCK_RING(wyre_smb1_create_request);
BLOCK_RING(wyre_smb1_create_temporary_response);
BLOCK_RING(wyre_smb1_delete_request);
BLOCK_RING(wyre_smb1_rename_request);
BLOCK_RING(wyre_smb1_nt_rename_request);
BLOCK_RING(wyre_smb1_copy_request);
BLOCK_RING(wyre_smb1_copy_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_path_request_ring, "UTF-16LE, aligned behind its format byte",
     REQUEST("10") "00 0700 04 6100 6200 0000", WYRE_OK, 42,
     "unicode=1 path=[36,4]"},
    {&wyre_smb1_path_request_ring, "OEM",
     OEM_REQUEST("00") "00 0400 04 'ab' 00", WYRE_OK, 39,
     "unicode=0 path=[36,2]"},
    {&wyre_smb1_path_request_ring, "another format byte",
     OEM_REQUEST("00") "00 0400 02 'ab' 00", WYRE_E_VALUE, 35,
     NULL},
    {&wyre_smb1_path_request_ring, "a format byte alone",
     OEM_REQUEST("00") "00 0100 04", WYRE_E_LENGTH, 36,
     NULL},
    {&wyre_smb1_path_request_ring, "no bytes",
     OEM_REQUEST("00") "00 0000", WYRE_E_LENGTH, 35,
     NULL},
    {&wyre_smb1_open_request_ring, "open request",
     OEM_REQUEST("02") "02 4200 1600 0400 04 'ab' 00", WYRE_OK, 43,
     "access_mode=0x42 search_attributes=0x16 unicode=0 file_name=[40,2]"},
    {&wyre_smb1_open_response_ring, "open response",
     OEM_REPLY("02") "07 0340 2000 15cd5b07 0c000000 4200 0000", WYRE_OK, 49,
     "fid=16387 file_attrs=0x20 last_modified=123456789 file_size=12 access_mode=0x42"},
    {&wyre_smb1_create_request_ring, "create request",
     OEM_REQUEST("03") "03 2000 15cd5b07 0400 04 'ab' 00", WYRE_OK, 45,
     "file_attributes=0x20 creation_time=123456789 unicode=0 file_name=[42,2]"},
    {&wyre_smb1_create_temporary_response_ring, "create temporary response",
     OEM_REPLY("0e") "01 0340 0400 04 'T1' 00", WYRE_OK, 41,
     "fid=16387 unicode=0 no_format=0 temporary_file_name=[38,2]"},
    {&wyre_smb1_create_temporary_response_ring, "Samba's: no format byte, OEM text in a UTF-16LE message",
     REPLY("0e") "01 4cf5 0900 'TMP36676' 00", WYRE_OK, 46,
     "fid=62796 unicode=1 no_format=1 temporary_file_name=[37,8]"},
    {&wyre_smb1_delete_request_ring, "UTF-16LE behind a pad byte",
     REQUEST("06") "01 1600 0500 04 6100 0000", WYRE_OK, 42,
     "search_attributes=0x16 unicode=1 file_name=[38,2]"},
    {&wyre_smb1_rename_request_ring, "UTF-16LE: a pad byte behind the second format byte",
     REQUEST("07") "01 1600 0b00 04 6100 0000 04 00 6200 0000", WYRE_OK, 48,
     "search_attributes=0x16 unicode=1 old_file_name=[38,2] new_file_name=[44,2]"},
    {&wyre_smb1_rename_request_ring, "OEM",
     OEM_REQUEST("07") "01 1600 0600 04 'a' 00 04 'b' 00", WYRE_OK, 43,
     "search_attributes=0x16 unicode=0 old_file_name=[38,1] new_file_name=[41,1]"},
    {&wyre_smb1_rename_request_ring, "the second name is missing",
     OEM_REQUEST("07") "01 1600 0300 04 'a' 00", WYRE_E_LENGTH, 40,
     NULL},
    {&wyre_smb1_nt_rename_request_ring, "nt rename request",
     OEM_REQUEST("a5") "04 1600 0401 00000000 0600 04 'a' 00 04 'b' 00", WYRE_OK, 49,
     "search_attributes=0x16 information_level=260 reserved=0 unicode=0 old_file_name=[44,1] "
     "new_file_name=[47,1]"},
    {&wyre_smb1_copy_request_ring, "COPY, OEM",
     OEM_REQUEST("29") "03 0200 1100 0300 0600 04 'a' 00 04 'b' 00", WYRE_OK, 47,
     "tid2=2 open_function=0x11 flags=0x03 unicode=0 source_file_name=[42,1] target_file_name=[45,1]"},
    {&wyre_smb1_copy_request_ring, "MOVE, UTF-16LE",
     REQUEST("2a") "03 ffff 0100 0000 0b00 04 6100 0000 04 00 6200 0000", WYRE_OK, 52,
     "tid2=65535 open_function=0x01 flags=0x00 unicode=1 source_file_name=[42,2] target_file_name=[48,2]"},
    {&wyre_smb1_copy_request_ring, "one name",
     OEM_REQUEST("29") "03 0200 1100 0300 0300 04 'a' 00", WYRE_E_LENGTH, 44,
     NULL},
    {&wyre_smb1_copy_response_ring, "all copied",
     OEM_REPLY("29") "01 0200 0000", WYRE_OK, 37,
     "count=2 unicode=0 error_file_name=[0,0]"},
    {&wyre_smb1_copy_response_ring, "stopped at a file",
     OEM_REPLY("2a") "01 0200 0300 04 'a' 00", WYRE_OK, 40,
     "count=2 unicode=0 error_file_name=[38,1]"},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb1_name", TESTED(blocks_tell_what_the_rows_say))

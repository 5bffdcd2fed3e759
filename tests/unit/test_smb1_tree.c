/* lib/smb/smb1_tree.c. Rows are the tables of [MS-CIFS] 2.2.4.50, 2.2.4.55, [MS-SMB] 2.2.4.7, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_tree_connect_andx_request);
BLOCK_RING(wyre_smb1_tree_connect_andx_response);
BLOCK_RING(wyre_smb1_tree_connect_request);
BLOCK_RING(wyre_smb1_tree_connect_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_tree_connect_andx_request_ring, "UTF-16LE without pad: the password has one byte",
     REQUEST("75") "04 ff 00 0000 0800 0100 1300 00 5c005c0053005c0043000000 3f3f3f3f3f 00", WYRE_OK, 62,
     "andx_command=255 andx_reserved=0 andx_offset=0 flags=0x08 unicode=1 password=[43,1] "
     "path=[44,10] service=[56,5]"},
    {&wyre_smb1_tree_connect_andx_request_ring, "UTF-16LE with a pad: no password",
     REQUEST("75") "04 ff 00 0000 0c00 0000 1300 00 5c005c0053005c0043000000 3f3f3f3f3f 00", WYRE_OK, 62,
     "andx_command=255 andx_reserved=0 andx_offset=0 flags=0x0c unicode=1 password=[43,0] "
     "path=[44,10] service=[56,5]"},
    {&wyre_smb1_tree_connect_andx_request_ring, "OEM",
     OEM_REQUEST("75") "04 ff 00 0000 0000 0100 0b00 00 '\\\\S\\C' 00 'IPC' 00", WYRE_OK, 54,
     "andx_command=255 andx_reserved=0 andx_offset=0 flags=0x00 unicode=0 password=[43,1] "
     "path=[44,5] service=[50,3]"},
    {&wyre_smb1_tree_connect_andx_request_ring, "no service, as attack tools have it",
     OEM_REQUEST("75") "04 ff 00 0000 0000 0100 0700 00 '\\\\S\\C' 00", WYRE_OK, 50,
     "andx_command=255 andx_reserved=0 andx_offset=0 flags=0x00 unicode=0 password=[43,1] "
     "path=[44,5] service=[0,0]"},
    {&wyre_smb1_tree_connect_andx_request_ring, "a password longer than the bytes",
     REQUEST("75") "04 ff 00 0000 0000 0200 0100 00", WYRE_E_LENGTH, 43,
     NULL},
    {&wyre_smb1_tree_connect_andx_request_ring, "no path",
     REQUEST("75") "04 ff 00 0000 0000 0100 0100 00", WYRE_E_LENGTH, 44,
     NULL},
    {&wyre_smb1_tree_connect_andx_response_ring, "LANMAN: the service alone",
     OEM_REPLY("75") "02 ff 00 0000 0300 'A:' 00", WYRE_OK, 42,
     "word_count=2 andx_command=255 andx_reserved=0 andx_offset=0 unicode=0 service=[39,2] "
     "native_file_system=[0,0]"},
    {&wyre_smb1_tree_connect_andx_response_ring, "NT LM",
     REPLY("75") "03 ff 00 0000 0100 0d00 'A:' 00 4e00 5400 4600 5300 0000", WYRE_OK, 54,
     "word_count=3 andx_command=255 andx_reserved=0 andx_offset=0 optional_support=0x01 "
     "unicode=1 service=[41,2] native_file_system=[44,8]"},
    {&wyre_smb1_tree_connect_andx_response_ring, "with rights",
     REPLY("75") "07 ff 00 0000 2100 ff011f00 a9001200 0900 'IPC' 00 00 4e00 0000", WYRE_OK, 58,
     "word_count=7 andx_command=255 andx_reserved=0 andx_offset=0 optional_support=0x21 "
     "maximal_share_access_rights=0x1f01ff guest_maximal_share_access_rights=0x1200a9 "
     "unicode=1 service=[49,3] native_file_system=[54,2]"},
    {&wyre_smb1_tree_connect_andx_response_ring, "no service",
     REPLY("75") "03 ff 00 0000 0100 0000", WYRE_E_LENGTH, 41,
     NULL},
    {&wyre_smb1_tree_connect_andx_response_ring, "four words",
     REPLY("75") "04 ff 00 0000 0100 0000 0300 'A:' 00", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_tree_connect_request_ring, "three strings",
     OEM_REQUEST("70") "00 0d00 04 '\\\\S\\C' 00 04 00 04 'A:' 00", WYRE_OK, 48,
     "path=[36,5] password=[43,0] service=[45,2]"},
    {&wyre_smb1_tree_connect_request_ring, "a wrong format byte",
     OEM_REQUEST("70") "00 0900 04 'S' 00 03 00 04 'A:' 00", WYRE_E_VALUE, 38,
     NULL},
    {&wyre_smb1_tree_connect_request_ring, "the service is missing",
     OEM_REQUEST("70") "00 0500 04 'S' 00 04 00", WYRE_E_LENGTH, 40,
     NULL},
    {&wyre_smb1_tree_connect_response_ring, "tree connect response",
     OEM_REPLY("70") "02 0411 0100 0000", WYRE_OK, 39,
     "max_buffer_size=4356 tid=1"},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb1_tree", TESTED(blocks_tell_what_the_rows_say))

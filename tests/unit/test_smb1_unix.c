/* lib/smb/smb1_unix.c. Rows are the levels of the UNIX extensions as Samba sends them, a blank between
 * two fields. */
#include "../smb1_told.h"

RING(wyre_smb1_unix_basic, 0);
RING(wyre_smb1_unix_info2, 0);
RING(wyre_smb1_unix_link, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_find_unix, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_posix_acl, 0);
RING(wyre_smb1_posix_ace, 0);
RING(wyre_smb1_posix_open_request, 0);
RING(wyre_smb1_posix_open_response, 0);
RING(wyre_smb1_posix_unlink_request, 0);
RING(wyre_smb1_fs_unix_info, 0);
RING(wyre_smb1_posix_whoami, 0);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_unix_basic_ring, "a file",
     "0c00000000000000 0020000000000000 0102030405060701 1112131415161701 2122232425262701 e803000000000000 "
     "6400000000000000 00000000 0100000000000000 0200000000000000 8d88ab0000000000 a401000000000000 "
     "0100000000000000", WYRE_OK, 100,
     "end_of_file=12 number_of_bytes=8192 last_status_change=74034537486811649 "
     "last_access_time=78555798289191441 last_modification_time=83077059091571233 uid=1000 gid=100 type=0 "
     "device_major=1 device_minor=2 unique_id=11241613 permissions=0x1a4 number_of_links=1"},
    {&wyre_smb1_unix_basic_ring, "a byte is missing",
     "0c00000000000000 0020000000000000 0102030405060701 1112131415161701 2122232425262701 e803000000000000 "
     "6400000000000000 00000000 0100000000000000 0200000000000000 8d88ab0000000000 a401000000000000 "
     "01000000000000", WYRE_E_LENGTH, 99,
     NULL},
    {&wyre_smb1_unix_info2_ring, "a file",
     "0c00000000000000 0020000000000000 0102030405060701 1112131415161701 2122232425262701 e803000000000000 "
     "6400000000000000 00000000 0100000000000000 0200000000000000 8d88ab0000000000 a401000000000000 "
     "0100000000000000 3132333435363701 10000000 7f000000", WYRE_OK, 116,
     "end_of_file=12 number_of_bytes=8192 last_status_change=74034537486811649 "
     "last_access_time=78555798289191441 last_modification_time=83077059091571233 uid=1000 gid=100 type=0 "
     "device_major=1 device_minor=2 unique_id=11241613 permissions=0x1a4 number_of_links=1 "
     "creation_time=87598319893951025 file_flags=0x10 file_flags_mask=0x7f"},
    {&wyre_smb1_unix_link_ring, "a target",
     "'a/b' 00", WYRE_OK, 4,
     "unicode=0 target=[0,3]"},
    {&wyre_smb1_unix_link_ring, "no target",
     "", WYRE_E_LENGTH, 0,
     NULL},
    {&wyre_smb1_find_unix_ring, "a record",
     "74000000 07000000 0c00000000000000 0020000000000000 0102030405060701 1112131415161701 2122232425262701 "
     "e803000000000000 6400000000000000 01000000 0100000000000000 0200000000000000 8d88ab0000000000 "
     "ed01000000000000 0200000000000000 'ab' 00", WYRE_OK, 111,
     "next_entry_offset=116 resume_key=7 end_of_file=12 number_of_bytes=8192 "
     "last_status_change=74034537486811649 last_access_time=78555798289191441 "
     "last_modification_time=83077059091571233 uid=1000 gid=100 type=1 device_major=1 device_minor=2 "
     "unique_id=11241613 permissions=0x1ed number_of_links=2 unicode=0 file_name=[108,2]"},
    {&wyre_smb1_posix_acl_ring, "three entries",
     "0100 0200 0100 01 07 0000000000000000 04 05 0000000000000000 20 04 ffffffffffffffff", WYRE_OK, 36,
     "version=1 number_of_file_aces=2 number_of_default_aces=1 aces=[6,30]"},
    {&wyre_smb1_posix_acl_ring, "the default entries stay",
     "0100 0100 ffff 01 07 0000000000000000", WYRE_OK, 16,
     "version=1 number_of_file_aces=1 number_of_default_aces=65535 aces=[6,10]"},
    {&wyre_smb1_posix_acl_ring, "fewer entries than it says",
     "0100 0200 0000 01 07 0000000000000000 04", WYRE_E_VALUE, 2,
     NULL},
    {&wyre_smb1_posix_acl_ring, "numbers whose sum is past the end",
     "0100 feff feff 01 07 0000000000000000", WYRE_E_VALUE, 2,
     NULL},
    {&wyre_smb1_posix_ace_ring, "a user",
     "02 06 e903000000000000", WYRE_OK, 10,
     "ace_type=2 permissions=0x06 id=1001"},
    {&wyre_smb1_posix_open_request_ring, "create",
     "00000000 10020000 ed01000000000000 0002", WYRE_OK, 18,
     "flags=0x00 posix_open_flags=0x210 permissions=0x1ed information_level=512"},
    {&wyre_smb1_posix_open_response_ring, "with nothing behind it",
     "0000 0340 02000000 ffff 0000", WYRE_OK, 12,
     "oplock_flags=0x00 fid=16387 create_action=2 information_level=65535 reserved=0 information=[12,0]"},
    {&wyre_smb1_posix_open_response_ring, "cut",
     "0000 0340 02000000 ffff 00", WYRE_E_LENGTH, 11,
     NULL},
    {&wyre_smb1_posix_unlink_request_ring, "a directory",
     "0100", WYRE_OK, 2,
     "flags=0x01"},
    {&wyre_smb1_fs_unix_info_ring, "version 1.0",
     "0100 0000 7b01000000000000", WYRE_OK, 12,
     "major_version=1 minor_version=0 capability=0x17b"},
    {&wyre_smb1_posix_whoami_ring, "one group, one SID",
     "00000000 01000000 e803000000000000 6400000000000000 01000000 01000000 0c000000 00000000 6500000000000000 "
     "0101000000000001 00000000", WYRE_OK, 60,
     "mapping_flags=0x00 mapping_mask=0x01 uid=1000 gid=100 number_of_sids=1 reserved=0 gids=[40,8] "
     "sids=[48,12]"},
    {&wyre_smb1_posix_whoami_ring, "more groups than there can be",
     "00000000 01000000 e803000000000000 6400000000000000 ffffffff 00000000 00000000 00000000", WYRE_E_LENGTH, 24,
     NULL},
    {&wyre_smb1_posix_whoami_ring, "SIDs past the end",
     "00000000 01000000 e803000000000000 6400000000000000 00000000 01000000 0d000000 00000000 0101000000000001 "
     "00000000", WYRE_E_LENGTH, 40,
     NULL},
};
/* clang-format on */

TEST(parts_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(a_target_is_utf16_where_the_flag_says_so)
{
    bytes in = hex("6100 6200 0000");
    wyre_smb1_unix_link m;
    assert_status("link",
                  wyre_smb1_unix_link_decode(in.at, in.len, WYRE_SMB1_FLAGS2_UNICODE, &m, NULL),
                  WYRE_OK);
    assert_int_equal(m.target.len, 4);
    ring_open(&wyre_smb1_unix_link_ring, "link", in.at, in.len, WYRE_SMB1_FLAGS2_UNICODE);
}

RUN_TESTS("smb1_unix", TESTED(parts_tell_what_the_rows_say),
          TESTED(a_target_is_utf16_where_the_flag_says_so))

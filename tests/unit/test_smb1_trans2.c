/* lib/smb/smb1_trans2.c. Rows are the tables of [MS-CIFS] 2.2.6, a blank between two fields. */
#include "../smb1_told.h"

RING(wyre_smb1_trans2_open2_request, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_trans2_open2_response, 0);
RING(wyre_smb1_trans2_find_first2_request, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_trans2_find_first2_response, 0);
RING(wyre_smb1_trans2_find_next2_request, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_trans2_find_next2_response, 0);
RING(wyre_smb1_trans2_query_fs_request, 0);
RING(wyre_smb1_trans2_set_fs_request, 0);
RING(wyre_smb1_trans2_path_request, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_trans2_query_file_request, 0);
RING(wyre_smb1_trans2_set_file_request, 0);
RING(wyre_smb1_trans2_create_directory_request, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_trans2_ea_error_response, 0);
RING(wyre_smb1_trans2_get_dfs_referral_request, WYRE_SMB1_FLAGS2_UNICODE);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_trans2_open2_request_ring, "OPEN2",
     "0100 4200 1600 2000 15cd5b07 1100 00100000 00010203040506070809 '\\a' 00", WYRE_OK, 31,
     "flags=0x01 access_mode=0x42 search_attributes=0x16 file_attributes=0x20 "
     "creation_time=123456789 open_mode=0x11 allocation_size=4096 "
     "reserved2=00010203040506070809 unicode=0 file_name=[28,2]"},
    {&wyre_smb1_trans2_open2_request_ring, "no name",
     "0100 4200 1600 2000 15cd5b07 1100 00100000 00010203040506070809", WYRE_E_LENGTH, 28,
     NULL},
    {&wyre_smb1_trans2_open2_response_ring, "OPEN2",
     "0340 2000 15cd5b07 0c000000 4200 0000 0000 0100 00000000 0000 00000000", WYRE_OK, 30,
     "fid=16387 file_attributes=0x20 creation_time=123456789 file_data_size=12 "
     "access_mode=0x42 resource_type=0 nmpipe_status=0x00 action_taken=0x01 reserved=0 "
     "extended_attribute_error_offset=0 extended_attribute_length=0"},
    {&wyre_smb1_trans2_find_first2_request_ring, "FIND_FIRST2",
     "1600 5605 0600 0401 00000000 '\\*' 00", WYRE_OK, 15,
     "search_attributes=0x16 search_count=1366 flags=0x06 information_level=260 "
     "search_storage_type=0 unicode=0 file_name=[12,2]"},
    {&wyre_smb1_trans2_find_first2_request_ring, "eleven bytes",
     "1600 5605 0600 0401 000000", WYRE_E_LENGTH, 11,
     NULL},
    {&wyre_smb1_trans2_find_first2_response_ring, "FIND_FIRST2",
     "0100 0200 0100 0000 6000", WYRE_OK, 10,
     "sid=1 search_count=2 end_of_search=1 ea_error_offset=0 last_name_offset=96"},
    {&wyre_smb1_trans2_find_next2_request_ring, "FIND_NEXT2",
     "0100 5605 0401 78563412 0600 'a' 00", WYRE_OK, 14,
     "sid=1 search_count=1366 information_level=260 resume_key=305419896 flags=0x06 unicode=0 "
     "file_name=[12,1]"},
    {&wyre_smb1_trans2_find_next2_response_ring, "FIND_NEXT2",
     "0200 0100 0000 6000", WYRE_OK, 8,
     "search_count=2 end_of_search=1 ea_error_offset=0 last_name_offset=96"},
    {&wyre_smb1_trans2_query_fs_request_ring, "QUERY_FS_INFORMATION",
     "0501", WYRE_OK, 2,
     "information_level=261"},
    {&wyre_smb1_trans2_set_fs_request_ring, "SET_FS_INFORMATION",
     "0340 0002", WYRE_OK, 4,
     "fid=16387 information_level=512"},
    {&wyre_smb1_trans2_path_request_ring, "QUERY_PATH_INFORMATION",
     "0701 00000000 '\\a' 00", WYRE_OK, 9,
     "information_level=263 reserved=0 unicode=0 file_name=[6,2]"},
    {&wyre_smb1_trans2_query_file_request_ring, "QUERY_FILE_INFORMATION",
     "0340 0101", WYRE_OK, 4,
     "fid=16387 information_level=257"},
    {&wyre_smb1_trans2_set_file_request_ring, "SET_FILE_INFORMATION",
     "0340 0201 0000", WYRE_OK, 6,
     "fid=16387 information_level=258 reserved=0"},
    {&wyre_smb1_trans2_create_directory_request_ring, "CREATE_DIRECTORY",
     "00000000 '\\d' 00", WYRE_OK, 7,
     "reserved=0 unicode=0 directory_name=[4,2]"},
    {&wyre_smb1_trans2_ea_error_response_ring, "one offset",
     "0000", WYRE_OK, 2,
     "ea_error_offset=0"},
    {&wyre_smb1_trans2_ea_error_response_ring, "one byte",
     "00", WYRE_E_LENGTH, 1,
     NULL},
    {&wyre_smb1_trans2_get_dfs_referral_request_ring, "GET_DFS_REFERRAL",
     "0300 '\\S\\C' 00", WYRE_OK, 7,
     "max_referral_level=3 unicode=0 request_file_name=[2,4]"},
};
/* clang-format on */

TEST(parts_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(names_are_utf16_where_the_flag_says_so)
{
    static const struct {
        const ring *of;
        const char *name, *hex;
        size_t off; /* of the name */
    } rows_of_utf16[] = {
        {&wyre_smb1_trans2_open2_request_ring, "OPEN2",
         "0100 4200 1600 2000 15cd5b07 1100 00100000 00010203040506070809 6100 0000", 28},
        {&wyre_smb1_trans2_find_first2_request_ring, "FIND_FIRST2",
         "1600 5605 0600 0401 00000000 2a00 0000", 12},
        {&wyre_smb1_trans2_find_next2_request_ring, "FIND_NEXT2",
         "0100 5605 0401 78563412 0600 6100 0000", 12},
        {&wyre_smb1_trans2_path_request_ring, "QUERY_PATH", "0701 00000000 6100 0000", 6},
        {&wyre_smb1_trans2_create_directory_request_ring, "CREATE_DIRECTORY", "00000000 6400 0000",
         4},
        {&wyre_smb1_trans2_get_dfs_referral_request_ring, "GET_DFS_REFERRAL", "0300 5300 0000", 2},
    };
    for (size_t i = 0; i < COUNT(rows_of_utf16); i++) {
        static told got;
        char want[40];
        bytes in = hex(rows_of_utf16[i].hex);
        const ring *r = rows_of_utf16[i].of;
        void *m = block(r->size);
        wyre_visitor v = telling(&got);
        assert_status(r->name, r->decode(in.at, in.len, WYRE_SMB1_FLAGS2_UNICODE, m, NULL),
                      WYRE_OK);
        r->visit(m, &v);
        snprintf(want, sizeof want, "=[%zu,2]", rows_of_utf16[i].off);
        assert_non_null(strstr(got.text, want));
        assert_non_null(strstr(got.text, "unicode=1"));
        ring_open(r, r->name, in.at, in.len, WYRE_SMB1_FLAGS2_UNICODE);
        free(m);
    }
}

TEST(subcommands_and_levels_have_their_names)
{
    assert_string_equal(wyre_smb1_trans2_name(1), "FIND_FIRST2");
    assert_string_equal(wyre_smb1_trans2_name(0x10), "GET_DFS_REFERRAL");
    assert_string_equal(wyre_smb1_trans2_name(0x0f), "?");
    assert_string_equal(wyre_smb1_find_level_name(0x104), "FILE_BOTH_DIRECTORY_INFO");
    assert_string_equal(wyre_smb1_find_level_name(0), "?");
    assert_string_equal(wyre_smb1_query_level_name(0x107), "FILE_ALL_INFO");
    assert_string_equal(wyre_smb1_query_level_name(0), "?");
    assert_string_equal(wyre_smb1_set_level_name(0x102), "FILE_DISPOSITION_INFO");
    assert_string_equal(wyre_smb1_set_level_name(0), "?");
    assert_string_equal(wyre_smb1_fs_level_name(0x105), "ATTRIBUTE_INFO");
    assert_string_equal(wyre_smb1_fs_level_name(0), "?");
}

RUN_TESTS("smb1_trans2", TESTED(parts_tell_what_the_rows_say),
          TESTED(names_are_utf16_where_the_flag_says_so),
          TESTED(subcommands_and_levels_have_their_names))

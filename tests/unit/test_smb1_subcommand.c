/* lib/smb/smb1_subcommand.c. Rows are the tables of [MS-CIFS] 2.2.5, 2.2.7, a blank between two fields. */
#include "../smb1_told.h"

RING(wyre_smb1_trans_pipe_setup, 0);
RING(wyre_smb1_trans_mailslot_setup, 0);
RING(wyre_smb1_nt_transact_ioctl_setup, 0);
RING(wyre_smb1_nt_transact_notify_change_setup, 0);
RING(wyre_smb1_nt_transact_rename_parameters, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_nt_transact_security_desc_parameters, 0);
RING(wyre_smb1_nt_transact_security_desc_response, 0);
RING(wyre_smb1_trans_pipe_state, 0);
RING(wyre_smb1_trans_pipe_info_request, 0);
RING(wyre_smb1_trans_pipe_info, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_trans_pipe_peek_response, 0);
RING(wyre_smb1_trans_pipe_write_response, 0);
RING(wyre_smb1_nt_transact_create_parameters, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_nt_transact_create_response, 0);
RING(wyre_smb1_nt_transact_query_quota_parameters, 0);
RING(wyre_smb1_nt_transact_query_quota_response, 0);
RING(wyre_smb1_nt_transact_set_quota_parameters, 0);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_trans_pipe_setup_ring, "TRANSACT_NMPIPE",
     "2600 0340", WYRE_OK, 4,
     "subcommand=38 fid=16387"},
    {&wyre_smb1_trans_pipe_setup_ring, "one word",
     "2600 03", WYRE_E_LENGTH, 3,
     NULL},
    {&wyre_smb1_trans_mailslot_setup_ring, "MAILSLOT_WRITE",
     "0100 0200 0200", WYRE_OK, 6,
     "mailslot_opcode=1 priority=2 class_of_service=2"},
    {&wyre_smb1_nt_transact_ioctl_setup_ring, "IOCTL",
     "c4001400 0340 01 00", WYRE_OK, 8,
     "function_code=1310916 fid=16387 is_fctl=1 is_flags=0x00"},
    {&wyre_smb1_nt_transact_notify_change_setup_ring, "NOTIFY_CHANGE",
     "17000000 0340 01 00", WYRE_OK, 8,
     "completion_filter=0x17 fid=16387 watch_tree=1 reserved=0"},
    {&wyre_smb1_nt_transact_rename_parameters_ring, "RENAME",
     "0340 0100 'a' 00", WYRE_OK, 6,
     "fid=16387 flags=0x01 unicode=0 new_name=[4,1]"},
    {&wyre_smb1_nt_transact_security_desc_parameters_ring, "QUERY_SECURITY_DESC",
     "0340 0000 07000000", WYRE_OK, 8,
     "fid=16387 reserved=0 security_information=0x07"},
    {&wyre_smb1_nt_transact_security_desc_response_ring, "QUERY_SECURITY_DESC",
     "c4000000", WYRE_OK, 4,
     "length_needed=196"},
    {&wyre_smb1_trans_pipe_state_ring, "SET_NMPIPE_STATE",
     "0001", WYRE_OK, 2,
     "nmpipe_status=0x100"},
    {&wyre_smb1_trans_pipe_info_request_ring, "QUERY_NMPIPE_INFO",
     "0100", WYRE_OK, 2,
     "level=1"},
    {&wyre_smb1_trans_pipe_info_ring, "QUERY_NMPIPE_INFO",
     "0010 0020 ff 01 03 'ab' 00", WYRE_OK, 10,
     "output_buffer_size=4096 input_buffer_size=8192 maximum_instances=255 current_instances=1 "
     "pipe_name_length=3 unicode=0 pipe_name=[7,2]"},
    {&wyre_smb1_trans_pipe_peek_response_ring, "PEEK_NMPIPE",
     "0500 0500 0300", WYRE_OK, 6,
     "read_data_available=5 message_bytes_length=5 named_pipe_state=3"},
    {&wyre_smb1_trans_pipe_write_response_ring, "WRITE_NMPIPE",
     "0500", WYRE_OK, 2,
     "bytes_written=5"},
    {&wyre_smb1_nt_transact_create_parameters_ring, "CREATE",
     "16000000 00000000 9f011200 0010000000000000 80000000 07000000 03000000 40000000 14000000 00000000 "
     "02000000 02000000 03 'ab'", WYRE_OK, 55,
     "flags=0x16 root_directory_fid=0 desired_access=0x12019f allocation_size=4096 "
     "ext_file_attributes=0x80 share_access=0x07 create_disposition=3 create_options=0x40 "
     "security_descriptor_length=20 ea_length=0 impersonation_level=2 security_flags=0x03 unicode=0 "
     "name=[53,2]"},
    {&wyre_smb1_nt_transact_create_parameters_ring, "CREATE whose name ends past the end",
     "16000000 00000000 9f011200 0010000000000000 80000000 07000000 03000000 40000000 14000000 00000000 "
     "03000000 02000000 03 'ab'", WYRE_E_LENGTH, 53,
     NULL},
    {&wyre_smb1_nt_transact_create_response_ring, "CREATE",
     "02 00 0340 01000000 00000000 0102030405060701 1112131415161701 2122232425262701 3132333435363701 "
     "20000000 0010000000000000 0c00000000000000 0000 0700 00", WYRE_OK, 69,
     "oplock_level=2 response_type=0 fid=16387 create_action=1 ea_error_offset=0 "
     "creation_time=74034537486811649 last_access_time=78555798289191441 last_write_time=83077059091571233 "
     "last_change_time=87598319893951025 ext_file_attributes=0x20 allocation_size=4096 end_of_file=12 "
     "resource_type=0 nmpipe_status=0x07 directory=0"},
    {&wyre_smb1_nt_transact_create_response_ring, "CREATE, extended",
     "02 01 0340 01000000 00000000 0102030405060701 1112131415161701 2122232425262701 3132333435363701 "
     "20000000 0010000000000000 0c00000000000000 0000 0700 00 0102030405060708090a0b0c0d0e0f10 "
     "1122334455667788 ff011f00 a9001200", WYRE_OK, 101,
     "oplock_level=2 response_type=1 fid=16387 create_action=1 ea_error_offset=0 "
     "creation_time=74034537486811649 last_access_time=78555798289191441 last_write_time=83077059091571233 "
     "last_change_time=87598319893951025 ext_file_attributes=0x20 allocation_size=4096 end_of_file=12 "
     "resource_type=0 nmpipe_status=0x07 directory=0 volume_guid=0102030405060708090a0b0c0d0e0f10 "
     "file_id=9833440827789222417 maximal_access_rights=0x1f01ff guest_maximal_access_rights=0x1200a9"},
    {&wyre_smb1_nt_transact_create_response_ring, "CREATE, extended, cut",
     "02 01 0340 01000000 00000000 0102030405060701 1112131415161701 2122232425262701 3132333435363701 "
     "20000000 0010000000000000 0c00000000000000 0000 0700 00 0102030405060708090a0b0c0d0e0f10 "
     "1122334455667788 ff011f00 a90012", WYRE_E_LENGTH, 100,
     NULL},
    {&wyre_smb1_nt_transact_query_quota_parameters_ring, "GET_USER_QUOTA",
     "0340 01 00 00000000 00000000 00000000", WYRE_OK, 16,
     "fid=16387 return_single_entry=1 restart_scan=0 sid_list_length=0 start_sid_length=0 "
     "start_sid_offset=0"},
    {&wyre_smb1_nt_transact_query_quota_response_ring, "GET_USER_QUOTA",
     "48000000", WYRE_OK, 4,
     "data_length=72"},
    {&wyre_smb1_nt_transact_set_quota_parameters_ring, "SET_USER_QUOTA",
     "0340", WYRE_OK, 2,
     "fid=16387"},
};
/* clang-format on */

TEST(parts_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(a_new_name_is_utf16_where_the_flag_says_so)
{
    bytes in = hex("0340 0100 6100 0000");
    wyre_smb1_nt_transact_rename_parameters m;
    assert_status("RENAME",
                  wyre_smb1_nt_transact_rename_parameters_decode(
                      in.at, in.len, WYRE_SMB1_FLAGS2_UNICODE, &m, NULL),
                  WYRE_OK);
    assert_int_equal(m.new_name.off, 4);
    assert_int_equal(m.new_name.len, 2);
    ring_open(&wyre_smb1_nt_transact_rename_parameters_ring, "RENAME", in.at, in.len,
              WYRE_SMB1_FLAGS2_UNICODE);
}

TEST(subcommands_have_their_names)
{
    assert_string_equal(wyre_smb1_trans_name(0x26), "TRANSACT_NMPIPE");
    assert_string_equal(wyre_smb1_trans_name(0x54), "CALL_NMPIPE");
    assert_string_equal(wyre_smb1_trans_name(2), "?");
}

RUN_TESTS("smb1_subcommand", TESTED(parts_tell_what_the_rows_say),
          TESTED(a_new_name_is_utf16_where_the_flag_says_so), TESTED(subcommands_have_their_names))

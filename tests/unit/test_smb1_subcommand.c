/* lib/smb/smb1_subcommand.c. Rows are the tables of [MS-CIFS] 2.2.5, 2.2.7, a blank between two fields. */
#include "../smb1_told.h"

RING(wyre_smb1_trans_pipe_setup, 0);
RING(wyre_smb1_trans_mailslot_setup, 0);
RING(wyre_smb1_nt_transact_ioctl_setup, 0);
RING(wyre_smb1_nt_transact_notify_change_setup, 0);
RING(wyre_smb1_nt_transact_rename_parameters, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_nt_transact_security_desc_parameters, 0);
RING(wyre_smb1_nt_transact_security_desc_response, 0);

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

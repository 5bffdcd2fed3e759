/* lib/smb/smb2_names.c, lib/smb/ntstatus.c: a value of each set, a set of bits given bit by bit. */
#include "../test.h"
#include <wyre/smb2.h>

TEST(each_set_has_its_names)
{
    assert_string_equal(wyre_smb2_dialect_name(0x0311), "0311");
    assert_string_equal(wyre_smb2_dialect_name(0x02ff), "02FF");
    assert_string_equal(wyre_smb2_header_flag_name(0x8), "SIGNED");
    assert_string_equal(wyre_smb2_security_mode_name(0x2), "SIGNING_REQUIRED");
    assert_string_equal(wyre_smb2_global_cap_name(0x40), "ENCRYPTION");
    assert_string_equal(wyre_smb2_preauth_integrity_name(1), "SHA_512");
    assert_string_equal(wyre_smb2_encryption_name(4), "AES256_GCM");
    assert_string_equal(wyre_smb2_rdma_transform_name(2), "SIGNING");
    assert_string_equal(wyre_smb2_signing_name(2), "AES_GMAC");
    assert_string_equal(wyre_smb2_session_flag_name(2), "IS_NULL");
    assert_string_equal(wyre_smb2_share_type_name(3), "PRINT");
    assert_string_equal(wyre_smb2_share_flag_name(0x8000), "ENCRYPT_DATA");
    assert_string_equal(wyre_smb2_share_cap_name(0x100), "REDIRECT_TO_OWNER");
    assert_string_equal(wyre_smb2_oplock_level_name(0xff), "LEASE");
    assert_string_equal(wyre_smb2_impersonation_name(2), "IMPERSONATION");
    assert_string_equal(wyre_smb2_access_name(0x80000000), "GENERIC_READ");
    assert_string_equal(wyre_smb2_access_name(0x20), "EXECUTE");
    assert_string_equal(wyre_smb2_share_access_name(4), "DELETE");
    assert_string_equal(wyre_smb2_create_disposition_name(5), "OVERWRITE_IF");
    assert_string_equal(wyre_smb2_create_option_name(0x1000), "DELETE_ON_CLOSE");
    assert_string_equal(wyre_smb2_create_action_name(1), "OPENED");
    assert_string_equal(wyre_smb2_lease_state_name(4), "WRITE_CACHING");
    assert_string_equal(wyre_smb2_channel_name(3), "RDMA_TRANSFORM");
    assert_string_equal(wyre_smb2_lock_flag_name(0x10), "FAIL_IMMEDIATELY");
    assert_string_equal(wyre_smb2_fsctl_name(0x0011c017), "PIPE_TRANSCEIVE");
    assert_string_equal(wyre_smb2_fsctl_name(0x00140204), "VALIDATE_NEGOTIATE_INFO");
    assert_string_equal(wyre_smb2_info_type_name(3), "SECURITY");
    assert_string_equal(wyre_smb2_security_information_name(8), "SACL");
    assert_string_equal(wyre_smb2_notify_change_name(0x800), "STREAM_WRITE");
}

TEST(what_has_no_name_is_a_question_mark)
{
    assert_string_equal(wyre_smb2_dialect_name(0x0312), "?");
    assert_string_equal(wyre_smb2_header_flag_name(0x9), "?");
    assert_string_equal(wyre_smb2_access_name(0), "?");
    assert_string_equal(wyre_smb2_share_flag_name(0x30), "?");
    assert_string_equal(wyre_smb2_fsctl_name(0xffffffff), "?");
    assert_string_equal(wyre_ntstatus_name(0xc0000000), "?");
}

TEST(a_status_has_a_name_and_a_severity)
{
    assert_string_equal(wyre_ntstatus_name(0), "SUCCESS");
    assert_string_equal(wyre_ntstatus_name(0x103), "PENDING");
    assert_string_equal(wyre_ntstatus_name(0x80000005), "BUFFER_OVERFLOW");
    assert_string_equal(wyre_ntstatus_name(0xc0000022), "ACCESS_DENIED");
    assert_string_equal(wyre_ntstatus_name(0xc05d0000), "SMB_NO_PREAUTH_INTEGRITY_HASH_OVERLAP");
    assert_int_equal(wyre_ntstatus_severity(0x00000103), 0);
    assert_int_equal(wyre_ntstatus_severity(0x40000000), 1);
    assert_int_equal(wyre_ntstatus_severity(0x80000005), 2);
    assert_int_equal(wyre_ntstatus_severity(0xc0000022), 3);
    assert_int_equal(WYRE_STATUS_ACCESS_DENIED, 0xc0000022);
}

RUN_TESTS("smb2_names", TESTED(each_set_has_its_names), TESTED(what_has_no_name_is_a_question_mark),
          TESTED(a_status_has_a_name_and_a_severity))

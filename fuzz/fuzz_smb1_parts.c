/* Parts of SMB1 messages that are units of their own: ranges, records, setup words, parameters. */
#include "fuzz.h"
#include "../tests/properties/find_ring.h"
#include <wyre/smb1.h>

RING(wyre_smb1_trans_pipe_setup, 0);
RING(wyre_smb1_trans_mailslot_setup, 0);
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
RING(wyre_smb1_nt_transact_ioctl_setup, 0);
RING(wyre_smb1_nt_transact_notify_change_setup, 0);
RING(wyre_smb1_nt_transact_rename_parameters, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_nt_transact_security_desc_parameters, 0);
RING(wyre_smb1_nt_transact_security_desc_response, 0);
RING(wyre_smb1_locking_range, 0);
RING(wyre_smb1_locking_range64, 0);
RING(wyre_smb1_search_record, 0);
RING(wyre_smb1_header, 0);
RING(wyre_smb1_query_info_standard, 0);
RING(wyre_smb1_query_info_ea_size, 0);
RING(wyre_smb1_query_file_all_info, 0);
RING(wyre_smb1_set_info_standard, 0);
RING(wyre_smb1_fs_info_allocation, 0);
RING(wyre_smb1_ea_list, 0);
RING(wyre_smb1_ea, 0);
RING(wyre_smb1_gea, 0);
RING(wyre_smb1_unix_basic, 0);
RING(wyre_smb1_unix_info2, 0);
RING(wyre_smb1_posix_acl, 0);
RING(wyre_smb1_posix_ace, 0);
RING(wyre_smb1_posix_open_request, 0);
RING(wyre_smb1_posix_open_response, 0);
RING(wyre_smb1_posix_unlink_request, 0);
RING(wyre_smb1_fs_unix_info, 0);
RING(wyre_smb1_posix_whoami, 0);
RING(wyre_smb1_print_queue_element, 0);
RING(wyre_smb1_trans_pipe_state, 0);
RING(wyre_smb1_trans_pipe_info_request, 0);
RING(wyre_smb1_trans_pipe_peek_response, 0);
RING(wyre_smb1_trans_pipe_write_response, 0);
RING(wyre_smb1_nt_transact_create_response, 0);
RING(wyre_smb1_nt_transact_query_quota_parameters, 0);
RING(wyre_smb1_nt_transact_query_quota_response, 0);
RING(wyre_smb1_nt_transact_set_quota_parameters, 0);
RING(wyre_smb1_unix_link, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_find_unix, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_fs_info_volume, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_trans_pipe_info, WYRE_SMB1_FLAGS2_UNICODE);
RING(wyre_smb1_nt_transact_create_parameters, WYRE_SMB1_FLAGS2_UNICODE);
FIND_RING(1);
FIND_RING(2);
FIND_RING(3);
RINGS(&find_1_ring, &find_2_ring, &find_3_ring, &wyre_smb1_query_info_standard_ring,
      &wyre_smb1_query_info_ea_size_ring, &wyre_smb1_query_file_all_info_ring,
      &wyre_smb1_set_info_standard_ring, &wyre_smb1_fs_info_allocation_ring,
      &wyre_smb1_trans_pipe_setup_ring, &wyre_smb1_trans_mailslot_setup_ring,
      &wyre_smb1_trans2_open2_request_ring, &wyre_smb1_trans2_open2_response_ring,
      &wyre_smb1_trans2_find_first2_request_ring, &wyre_smb1_trans2_find_first2_response_ring,
      &wyre_smb1_trans2_find_next2_request_ring, &wyre_smb1_trans2_find_next2_response_ring,
      &wyre_smb1_trans2_query_fs_request_ring, &wyre_smb1_trans2_set_fs_request_ring,
      &wyre_smb1_trans2_path_request_ring, &wyre_smb1_trans2_query_file_request_ring,
      &wyre_smb1_trans2_set_file_request_ring, &wyre_smb1_trans2_create_directory_request_ring,
      &wyre_smb1_trans2_ea_error_response_ring, &wyre_smb1_trans2_get_dfs_referral_request_ring,
      &wyre_smb1_nt_transact_ioctl_setup_ring, &wyre_smb1_nt_transact_notify_change_setup_ring,
      &wyre_smb1_nt_transact_rename_parameters_ring,
      &wyre_smb1_nt_transact_security_desc_parameters_ring,
      &wyre_smb1_nt_transact_security_desc_response_ring, &wyre_smb1_locking_range_ring,
      &wyre_smb1_locking_range64_ring, &wyre_smb1_search_record_ring, &wyre_smb1_header_ring,
      &wyre_smb1_ea_list_ring, &wyre_smb1_ea_ring, &wyre_smb1_gea_ring, &wyre_smb1_unix_basic_ring,
      &wyre_smb1_unix_info2_ring, &wyre_smb1_posix_acl_ring, &wyre_smb1_posix_ace_ring,
      &wyre_smb1_posix_open_request_ring, &wyre_smb1_posix_open_response_ring,
      &wyre_smb1_posix_unlink_request_ring, &wyre_smb1_fs_unix_info_ring,
      &wyre_smb1_posix_whoami_ring, &wyre_smb1_print_queue_element_ring,
      &wyre_smb1_trans_pipe_state_ring, &wyre_smb1_trans_pipe_info_request_ring,
      &wyre_smb1_trans_pipe_peek_response_ring, &wyre_smb1_trans_pipe_write_response_ring,
      &wyre_smb1_nt_transact_create_response_ring,
      &wyre_smb1_nt_transact_query_quota_parameters_ring,
      &wyre_smb1_nt_transact_query_quota_response_ring,
      &wyre_smb1_nt_transact_set_quota_parameters_ring, &wyre_smb1_unix_link_ring,
      &wyre_smb1_find_unix_ring, &wyre_smb1_fs_info_volume_ring, &wyre_smb1_trans_pipe_info_ring,
      &wyre_smb1_nt_transact_create_parameters_ring)

/* Parts of SMB1 messages that are units of their own: ranges, records, setup words, parameters. */
#include "fuzz.h"
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
RINGS(&wyre_smb1_query_info_standard_ring, &wyre_smb1_query_info_ea_size_ring,
      &wyre_smb1_query_file_all_info_ring, &wyre_smb1_set_info_standard_ring,
      &wyre_smb1_fs_info_allocation_ring, &wyre_smb1_trans_pipe_setup_ring,
      &wyre_smb1_trans_mailslot_setup_ring, &wyre_smb1_trans2_open2_request_ring,
      &wyre_smb1_trans2_open2_response_ring, &wyre_smb1_trans2_find_first2_request_ring,
      &wyre_smb1_trans2_find_first2_response_ring, &wyre_smb1_trans2_find_next2_request_ring,
      &wyre_smb1_trans2_find_next2_response_ring, &wyre_smb1_trans2_query_fs_request_ring,
      &wyre_smb1_trans2_set_fs_request_ring, &wyre_smb1_trans2_path_request_ring,
      &wyre_smb1_trans2_query_file_request_ring, &wyre_smb1_trans2_set_file_request_ring,
      &wyre_smb1_trans2_create_directory_request_ring, &wyre_smb1_trans2_ea_error_response_ring,
      &wyre_smb1_trans2_get_dfs_referral_request_ring, &wyre_smb1_nt_transact_ioctl_setup_ring,
      &wyre_smb1_nt_transact_notify_change_setup_ring,
      &wyre_smb1_nt_transact_rename_parameters_ring,
      &wyre_smb1_nt_transact_security_desc_parameters_ring,
      &wyre_smb1_nt_transact_security_desc_response_ring, &wyre_smb1_locking_range_ring,
      &wyre_smb1_locking_range64_ring, &wyre_smb1_search_record_ring, &wyre_smb1_header_ring)

/* The input as a message whose first block is each request of SMB1. */
#include "fuzz.h"
#include "../tests/properties/block_ring.h"

BLOCK_RING(wyre_smb1_body);
BLOCK_RING(wyre_smb1_andx);
BLOCK_RING(wyre_smb1_fid);
BLOCK_RING(wyre_smb1_echo_request);
BLOCK_RING(wyre_smb1_negotiate_request);
BLOCK_RING(wyre_smb1_session_setup_andx_lanman_request);
BLOCK_RING(wyre_smb1_session_setup_andx_request);
BLOCK_RING(wyre_smb1_session_setup_andx_extended_request);
BLOCK_RING(wyre_smb1_tree_connect_andx_request);
BLOCK_RING(wyre_smb1_tree_connect_request);
BLOCK_RING(wyre_smb1_open_andx_request);
BLOCK_RING(wyre_smb1_nt_create_andx_request);
BLOCK_RING(wyre_smb1_read_andx_request);
BLOCK_RING(wyre_smb1_write_andx_request);
BLOCK_RING(wyre_smb1_locking_andx_request);
BLOCK_RING(wyre_smb1_close_request);
BLOCK_RING(wyre_smb1_read_request);
BLOCK_RING(wyre_smb1_write_request);
BLOCK_RING(wyre_smb1_write_and_close_request);
BLOCK_RING(wyre_smb1_lock_byte_range_request);
BLOCK_RING(wyre_smb1_seek_request);
BLOCK_RING(wyre_smb1_path_request);
BLOCK_RING(wyre_smb1_open_request);
BLOCK_RING(wyre_smb1_create_request);
BLOCK_RING(wyre_smb1_delete_request);
BLOCK_RING(wyre_smb1_rename_request);
BLOCK_RING(wyre_smb1_nt_rename_request);
BLOCK_RING(wyre_smb1_set_information_request);
BLOCK_RING(wyre_smb1_set_information2_request);
BLOCK_RING(wyre_smb1_search_request);
BLOCK_RING(wyre_smb1_find_close2_request);
BLOCK_RING(wyre_smb1_transaction_request);
BLOCK_RING(wyre_smb1_transaction2_request);
BLOCK_RING(wyre_smb1_transaction_secondary_request);
BLOCK_RING(wyre_smb1_transaction2_secondary_request);
BLOCK_RING(wyre_smb1_nt_transact_request);
BLOCK_RING(wyre_smb1_nt_transact_secondary_request);
BLOCK_RING(wyre_smb1_read_raw_request);
BLOCK_RING(wyre_smb1_write_raw_request);
BLOCK_RING(wyre_smb1_write_mpx_request);
BLOCK_RING(wyre_smb1_ioctl_request);
BLOCK_RING(wyre_smb1_copy_request);
BLOCK_RING(wyre_smb1_open_print_file_request);
BLOCK_RING(wyre_smb1_write_print_file_request);
BLOCK_RING(wyre_smb1_get_print_queue_request);
RINGS(&wyre_smb1_body_ring, &wyre_smb1_andx_ring, &wyre_smb1_fid_ring, &wyre_smb1_echo_request_ring,
      &wyre_smb1_negotiate_request_ring, &wyre_smb1_session_setup_andx_lanman_request_ring,
      &wyre_smb1_session_setup_andx_request_ring,
      &wyre_smb1_session_setup_andx_extended_request_ring,
      &wyre_smb1_tree_connect_andx_request_ring, &wyre_smb1_tree_connect_request_ring,
      &wyre_smb1_open_andx_request_ring, &wyre_smb1_nt_create_andx_request_ring,
      &wyre_smb1_read_andx_request_ring, &wyre_smb1_write_andx_request_ring,
      &wyre_smb1_locking_andx_request_ring, &wyre_smb1_close_request_ring,
      &wyre_smb1_read_request_ring, &wyre_smb1_write_request_ring,
      &wyre_smb1_write_and_close_request_ring, &wyre_smb1_lock_byte_range_request_ring,
      &wyre_smb1_seek_request_ring, &wyre_smb1_path_request_ring, &wyre_smb1_open_request_ring,
      &wyre_smb1_create_request_ring, &wyre_smb1_delete_request_ring,
      &wyre_smb1_rename_request_ring, &wyre_smb1_nt_rename_request_ring,
      &wyre_smb1_set_information_request_ring, &wyre_smb1_set_information2_request_ring,
      &wyre_smb1_search_request_ring, &wyre_smb1_find_close2_request_ring,
      &wyre_smb1_transaction_request_ring, &wyre_smb1_transaction2_request_ring,
      &wyre_smb1_transaction_secondary_request_ring, &wyre_smb1_transaction2_secondary_request_ring,
      &wyre_smb1_nt_transact_request_ring, &wyre_smb1_nt_transact_secondary_request_ring,
      &wyre_smb1_read_raw_request_ring, &wyre_smb1_write_raw_request_ring,
      &wyre_smb1_write_mpx_request_ring, &wyre_smb1_ioctl_request_ring,
      &wyre_smb1_copy_request_ring, &wyre_smb1_open_print_file_request_ring,
      &wyre_smb1_write_print_file_request_ring, &wyre_smb1_get_print_queue_request_ring)

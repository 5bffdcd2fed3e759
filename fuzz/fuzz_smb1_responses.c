/* The input as a message whose first block is each response of SMB1. */
#include "fuzz.h"
#include "../tests/properties/block_ring.h"

BLOCK_RING(wyre_smb1_body);
BLOCK_RING(wyre_smb1_andx);
BLOCK_RING(wyre_smb1_fid);
BLOCK_RING(wyre_smb1_echo_response);
BLOCK_RING(wyre_smb1_negotiate_core_response);
BLOCK_RING(wyre_smb1_negotiate_lanman_response);
BLOCK_RING(wyre_smb1_negotiate_response);
BLOCK_RING(wyre_smb1_session_setup_andx_response);
BLOCK_RING(wyre_smb1_tree_connect_andx_response);
BLOCK_RING(wyre_smb1_tree_connect_response);
BLOCK_RING(wyre_smb1_open_andx_response);
BLOCK_RING(wyre_smb1_nt_create_andx_response);
BLOCK_RING(wyre_smb1_read_andx_response);
BLOCK_RING(wyre_smb1_write_andx_response);
BLOCK_RING(wyre_smb1_read_response);
BLOCK_RING(wyre_smb1_write_response);
BLOCK_RING(wyre_smb1_seek_response);
BLOCK_RING(wyre_smb1_open_response);
BLOCK_RING(wyre_smb1_create_temporary_response);
BLOCK_RING(wyre_smb1_query_information_response);
BLOCK_RING(wyre_smb1_query_information2_response);
BLOCK_RING(wyre_smb1_query_information_disk_response);
BLOCK_RING(wyre_smb1_search_response);
BLOCK_RING(wyre_smb1_transaction_response);
BLOCK_RING(wyre_smb1_nt_transact_response);
BLOCK_RING(wyre_smb1_read_mpx_response);
BLOCK_RING(wyre_smb1_write_raw_interim_response);
BLOCK_RING(wyre_smb1_write_mpx_response);
BLOCK_RING(wyre_smb1_ioctl_response);
BLOCK_RING(wyre_smb1_copy_response);
BLOCK_RING(wyre_smb1_get_print_queue_response);
RINGS(&wyre_smb1_body_ring, &wyre_smb1_andx_ring, &wyre_smb1_fid_ring,
      &wyre_smb1_echo_response_ring, &wyre_smb1_negotiate_core_response_ring,
      &wyre_smb1_negotiate_lanman_response_ring, &wyre_smb1_negotiate_response_ring,
      &wyre_smb1_session_setup_andx_response_ring, &wyre_smb1_tree_connect_andx_response_ring,
      &wyre_smb1_tree_connect_response_ring, &wyre_smb1_open_andx_response_ring,
      &wyre_smb1_nt_create_andx_response_ring, &wyre_smb1_read_andx_response_ring,
      &wyre_smb1_write_andx_response_ring, &wyre_smb1_read_response_ring,
      &wyre_smb1_write_response_ring, &wyre_smb1_seek_response_ring, &wyre_smb1_open_response_ring,
      &wyre_smb1_create_temporary_response_ring, &wyre_smb1_query_information_response_ring,
      &wyre_smb1_query_information2_response_ring, &wyre_smb1_query_information_disk_response_ring,
      &wyre_smb1_search_response_ring, &wyre_smb1_transaction_response_ring,
      &wyre_smb1_nt_transact_response_ring, &wyre_smb1_read_mpx_response_ring,
      &wyre_smb1_write_raw_interim_response_ring, &wyre_smb1_write_mpx_response_ring,
      &wyre_smb1_ioctl_response_ring, &wyre_smb1_copy_response_ring,
      &wyre_smb1_get_print_queue_response_ring)

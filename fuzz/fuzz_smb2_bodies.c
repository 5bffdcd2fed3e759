/* The bodies of all SMB2 messages, as whatever comes. */
#include "fuzz.h"
#include <wyre/smb2.h>

RING(wyre_smb2_negotiate_request, 0);
RING(wyre_smb2_negotiate_response, 0);
RING(wyre_smb2_session_setup_request, 0);
RING(wyre_smb2_session_setup_response, 0);
RING(wyre_smb2_short_body, 0);
RING(wyre_smb2_tree_connect_request, 0);
RING(wyre_smb2_tree_connect_extension_request, 0);
RING(wyre_smb2_tree_connect_response, 0);
RING(wyre_smb2_create_request, 0);
RING(wyre_smb2_create_response, 0);
RING(wyre_smb2_close_request, 0);
RING(wyre_smb2_close_response, 0);
RING(wyre_smb2_flush_request, 0);
RING(wyre_smb2_read_request, 0);
RING(wyre_smb2_read_response, 0);
RING(wyre_smb2_write_request, 0);
RING(wyre_smb2_write_response, 0);
RING(wyre_smb2_lock_request, 0);
RING(wyre_smb2_lock_element, 0);
RING(wyre_smb2_ioctl_request, 0);
RING(wyre_smb2_ioctl_response, 0);
RING(wyre_smb2_query_directory_request, 0);
RING(wyre_smb2_query_info_request, 0);
RING(wyre_smb2_query_quota_info, 0);
RING(wyre_smb2_output_response, 0);
RING(wyre_smb2_set_info_request, 0);
RING(wyre_smb2_set_info_response, 0);
RING(wyre_smb2_change_notify_request, 0);
RING(wyre_smb2_server_notification, 0);
RING(wyre_smb2_oplock_break, 0);
RING(wyre_smb2_lease_break_notification, 0);
RING(wyre_smb2_lease_break_acknowledgment, 0);
RING(wyre_smb2_error_response, 0);
RINGS(&wyre_smb2_negotiate_request_ring, &wyre_smb2_negotiate_response_ring,
      &wyre_smb2_session_setup_request_ring, &wyre_smb2_session_setup_response_ring,
      &wyre_smb2_short_body_ring, &wyre_smb2_tree_connect_request_ring,
      &wyre_smb2_tree_connect_extension_request_ring, &wyre_smb2_tree_connect_response_ring,
      &wyre_smb2_create_request_ring, &wyre_smb2_create_response_ring,
      &wyre_smb2_close_request_ring, &wyre_smb2_close_response_ring, &wyre_smb2_flush_request_ring,
      &wyre_smb2_read_request_ring, &wyre_smb2_read_response_ring, &wyre_smb2_write_request_ring,
      &wyre_smb2_write_response_ring, &wyre_smb2_lock_request_ring, &wyre_smb2_lock_element_ring,
      &wyre_smb2_ioctl_request_ring, &wyre_smb2_ioctl_response_ring,
      &wyre_smb2_query_directory_request_ring, &wyre_smb2_query_info_request_ring,
      &wyre_smb2_query_quota_info_ring, &wyre_smb2_output_response_ring,
      &wyre_smb2_set_info_request_ring, &wyre_smb2_set_info_response_ring,
      &wyre_smb2_change_notify_request_ring, &wyre_smb2_server_notification_ring,
      &wyre_smb2_oplock_break_ring, &wyre_smb2_lease_break_notification_ring,
      &wyre_smb2_lease_break_acknowledgment_ring, &wyre_smb2_error_response_ring)

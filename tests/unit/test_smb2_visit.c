/* lib/smb/smb2_visit.c, lib/smb/smb2_visit_contexts.c: whole messages and what is told of them. B and C:
 * classes of hostile input. */
#include "told.h"
#include <wyre/smb2.h>

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status; /* of the first refusal */
    size_t n;           /* all of it, or the byte at fault */
    const char *told;
} rows[] = {
    {"a bare token of NTLM",
     "fe534d4240000100 0000000001000100 0000000000000000 0200000000000000 fffe000000000000 "
     "0000000000000000 0000000000000000 0000000000000000 1900000100000000 0000000058001000 "
     "0000000000000000 4e544c4d53535000 0100000005820000",
     WYRE_OK, 104,
     "link[0,104]{credit_charge=1 status=0x00 command=1 credits=1 flags=0x00 next_command=0 "
     "message_id=2 process_id=65279 tree_id=0 session_id=0 "
     "signature=00000000000000000000000000000000 session_setup_request[0,104]{flags=0x00 "
     "security_mode=0x01 capabilities=0x00 channel=0 security_buffer=[88,16] "
     "previous_session_id=0 security_buffer[88,16]{ntlmssp[0,16]{message_type=1 "
     "negotiate_flags=0x8205}}}}"},
    {"a token of no known kind is left to its span",
     "fe534d4240000100 0000000001000100 0000000000000000 0200000000000000 fffe000000000000 "
     "0000000000000000 0000000000000000 0000000000000000 1900000100000000 0000000058001000 "
     "0000000000000000 4e45474f45585453 0100000000000000",
     WYRE_OK, 104,
     "link[0,104]{credit_charge=1 status=0x00 command=1 credits=1 flags=0x00 next_command=0 "
     "message_id=2 process_id=65279 tree_id=0 session_id=0 "
     "signature=00000000000000000000000000000000 session_setup_request[0,104]{flags=0x00 "
     "security_mode=0x01 capabilities=0x00 channel=0 security_buffer=[88,16] "
     "previous_session_id=0 security_buffer[88,16]{}}}"},
    {"D6: a token of indefinite length",
     "fe534d4240000100 0000000001000100 0000000000000000 0200000000000000 fffe000000000000 "
     "0000000000000000 0000000000000000 0000000000000000 1900000100000000 0000000058001000 "
     "0000000000000000 6080060606062b06 0105050200000000",
     WYRE_E_VALUE, 89,
     "link[0,104]{credit_charge=1 status=0x00 command=1 credits=1 flags=0x00 next_command=0 "
     "message_id=2 process_id=65279 tree_id=0 session_id=0 "
     "signature=00000000000000000000000000000000 session_setup_request[0,104]{flags=0x00 "
     "security_mode=0x01 capabilities=0x00 channel=0 security_buffer=[88,16] "
     "previous_session_id=0 security_buffer[88,16]{gss_token[0,16]{}}}}"},
    {"D1: an NTLM message of another type",
     "fe534d4240000100 0000000001000100 0000000000000000 0200000000000000 fffe000000000000 "
     "0000000000000000 0000000000000000 0000000000000000 1900000100000000 0000000058001000 "
     "0000000000000000 4e544c4d53535000 0400000000000000",
     WYRE_E_UNSUPPORTED, 96,
     "link[0,104]{credit_charge=1 status=0x00 command=1 credits=1 flags=0x00 next_command=0 "
     "message_id=2 process_id=65279 tree_id=0 session_id=0 "
     "signature=00000000000000000000000000000000 session_setup_request[0,104]{flags=0x00 "
     "security_mode=0x01 capabilities=0x00 channel=0 security_buffer=[88,16] "
     "previous_session_id=0 security_buffer[88,16]{ntlmssp[0,16]{message_type=4}}}}"},
    {"a READ request",
     "fe534d4240000100 0000000008000100 0000000000000000 0e00000000000000 0000000001000000 "
     "4000000000000000 0000000000000000 0000000000000000 3100500000100000 0002000000000000 "
     "0b0c000000000000 0000000000000000 0100000000000000 0000000000000000 00",
     WYRE_OK, 113,
     "link[0,113]{credit_charge=1 status=0x00 command=8 credits=1 flags=0x00 next_command=0 "
     "message_id=14 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 read_request[0,113]{padding=80 flags=0x00 "
     "length=4096 offset=512 file_id=0b0c0000000000000000000000000000 minimum_count=1 "
     "channel=0 remaining_bytes=0 read_channel_info=[0,0]}}"},
    {"a lease, version 1, and a durable handle",
     "fe534d4240000100 0000000005000100 0000000000000000 0b00000000000000 0000000001000000 "
     "4000000000000000 0000000000000000 0000000000000000 3900000000000000 0000000000000000 "
     "0000000000000000 0100000000000000 0000000000000000 0000000078000000 8000000060000000 "
     "0000000000000000 2800000010000400 0000180010000000 44486e5100000000 0000000000000000 "
     "0000000000000000 0000000010000400 0000180020000000 52714c7300000000 0100000000000000 "
     "0000000000000000 0100000000000000 0000000000000000",
     WYRE_OK, 224,
     "link[0,224]{credit_charge=1 status=0x00 command=5 credits=1 flags=0x00 next_command=0 "
     "message_id=11 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 create_request[0,224]{security_flags=0 "
     "requested_oplock_level=0 impersonation_level=0 smb_create_flags=0 reserved=0 "
     "desired_access=0x01 file_attributes=0x00 share_access=0x00 create_disposition=0 "
     "create_options=0x00 name=[120,0] create_contexts=[128,96] context[0,224]{name=[144,4] "
     "kind=3 reserved=0 data=[152,16] "
     "durable_handle_request[152,16]{durable_request=00000000000000000000000000000000}} "
     "context[0,224]{name=[184,4] kind=9 reserved=0 data=[192,32] "
     "create_lease[192,32]{lease_key=01000000000000000000000000000000 lease_state=0x01 "
     "lease_flags=0x00 lease_duration=0}}}}"},
    {"what a server says of a file",
     "fe534d4240000100 0000000005000100 0100000000000000 0900000000000000 0000000001000000 "
     "4000000000000000 0000000000000000 0000000000000000 5900ff0001000000 000000000000d501 "
     "0000000000000000 0000000000000000 0000000000000000 0020000000000000 8813000000000000 "
     "2000000000000000 0b0c000000000000 0000000000000000 98000000b0000000 2000000010000400 "
     "0000180008000000 4d78416300000000 00000000ff011f00 3800000010000400 0000180020000000 "
     "5146696400000000 0700000000000000 0000000000000000 0000000000000000 0000000000000000 "
     "3800000010000400 0000180020000000 52714c7300000000 0100000000000000 0000000000000000 "
     "0300000000000000 0000000000000000 0000000010000400 0000180008000000 4448325100000000 "
     "803e000000000000",
     WYRE_OK, 328,
     "link[0,328]{credit_charge=1 status=0x00 command=5 credits=1 flags=0x01 next_command=0 "
     "message_id=9 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 create_response[0,328]{structure_size=89 "
     "oplock_level=255 flags=0x00 create_action=1 creation_time=132011764077297664 "
     "last_access_time=0 last_write_time=0 change_time=0 allocation_size=8192 "
     "end_of_file=5000 file_attributes=0x20 reserved2=0 "
     "file_id=0b0c0000000000000000000000000000 create_contexts=[152,176] "
     "context[0,328]{name=[168,4] kind=6 reserved=0 data=[176,8] "
     "create_maximal_access_response[176,8]{query_status=0x00 maximal_access=0x1f01ff}} "
     "context[0,328]{name=[200,4] kind=8 reserved=0 data=[208,32] "
     "create_on_disk_id_response[208,32]{disk_file_id=7 volume_id=0 "
     "reserved=00000000000000000000000000000000}} context[0,328]{name=[256,4] kind=9 "
     "reserved=0 data=[264,32] "
     "create_lease[264,32]{lease_key=01000000000000000000000000000000 lease_state=0x03 "
     "lease_flags=0x00 lease_duration=0}} context[0,328]{name=[312,4] kind=10 reserved=0 "
     "data=[320,8] durable_handle_response_v2[320,8]{timeout=16000 flags=0x00}}}}"},
    {"NEGOTIATE with three contexts",
     "fe534d42 4000 0100 00000000 0000 0100 00000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 2400 0100 0100 0000 7f000000 "
     "000102030405060708090a0b0c0d0e0f 68000000 0300 0000 1103 0000 0100 0800 00000000 0100 "
     "0200 0100 aabb 0300 0c00 00000000 0200 0000 01000000 0400 0200 00000000 0500 0400 "
     "00000000 6100 6200",
     WYRE_OK, 156,
     "link[0,156]{credit_charge=1 status=0x00 command=0 credits=1 flags=0x00 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 negotiate_request[0,156]{security_mode=0x01 "
     "reserved=0 capabilities=0x7f client_guid=000102030405060708090a0b0c0d0e0f "
     "dialects=[100,2] client_start_time=0 negotiate_context_count=3 reserved2=0 "
     "negotiate_contexts=[104,52] context[0,156]{context_type=1 reserved=0 data=[112,8] "
     "preauth_integrity_capabilities[112,8]{hash_algorithms=[4,2] salt=[6,2]}} "
     "context[0,156]{context_type=3 reserved=0 data=[128,12] "
     "compression_capabilities[128,12]{padding=0 flags=0x01 compression_algorithms=[8,4]}} "
     "context[0,156]{context_type=5 reserved=0 data=[152,4] "
     "netname_negotiate_context[152,4]{net_name=[0,4]}}}}"},
    {"two locks",
     "fe534d4240000100 000000000a000100 0000000000000000 1100000000000000 0000000001000000 "
     "4000000000000000 0000000000000000 0000000000000000 3000020000000000 0b0c000000000000 "
     "0000000000000000 0100000000000000 0200000000000000 1200000000000000 0300000000000000 "
     "0200000000000000 1200000000000000",
     WYRE_OK, 136,
     "link[0,136]{credit_charge=1 status=0x00 command=10 credits=1 flags=0x00 next_command=0 "
     "message_id=17 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 lock_request[0,136]{lock_sequence=0 "
     "file_id=0b0c0000000000000000000000000000 locks=[88,48] lock_element[88,24]{offset=1 "
     "length=2 flags=0x12 reserved=0} lock_element[112,24]{offset=3 length=2 flags=0x12 "
     "reserved=0}}}"},
    {"a symbolic link in an error context",
     "fe534d4240000100 2d00008005000100 0100000000000000 1c00000000000000 0000000001000000 "
     "4000000000000000 0000000000000000 0000000000000000 090001003e000000 3600000000000000 "
     "3200000053594d4c 0c0000a026000200 0000100010000a00 010000002e002e00 5c00740068006500 "
     "7200650074006800 650072006500",
     WYRE_OK, 134,
     "link[0,134]{credit_charge=1 status=0x8000002d command=5 credits=1 flags=0x01 "
     "next_command=0 message_id=28 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 error_response[0,134]{error_context_count=1 "
     "reserved=0 error_data=[72,62] context[0,134]{error_id=0 data=[80,54] "
     "symbolic_link_error[80,54]{reparse_tag=2684354572 reparse_data_length=38 "
     "unparsed_path_length=2 substitute_name=[28,16] print_name=[44,10] flags=0x01}}}}"},
    {"a symbolic link without data, as macOS sends it",
     "fe534d42 4000 0100 2d000080 0500 0100 01000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 0900 00 00 01000000 00",
     WYRE_OK, 73,
     "link[0,73]{credit_charge=1 status=0x8000002d command=5 credits=1 flags=0x01 "
     "next_command=0 message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 error_response[0,73]{error_context_count=0 "
     "reserved=0 error_data=[72,1]}}"},
    {"an error with the body of QUERY_INFO, as impacket's server sends it",
     "fe534d42 4000 0000 bb0000c0 1000 0000 09000000 00000000 1f00000000000000 00000000 01000000"
     "c0a5b00b00000000 00000000000000000000000000000000 0900 48 00 00000000 00",
     WYRE_OK, 73,
     "link[0,73]{credit_charge=0 status=0xc00000bb command=16 credits=0 flags=0x09 "
     "next_command=0 message_id=31 process_id=0 tree_id=1 session_id=196126144 "
     "signature=00000000000000000000000000000000 error_response[0,73]{error_context_count=72 "
     "reserved=0 error_data=[72,0]}}"},
    {"TREE_CONNECT with an identity",
     "fe534d42 4000 0100 00000000 0300 0100 00000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 0900 0400 5800 0200 20000000 "
     "0100 00000000000000000000 5c00 000000000000 0100 1e00 00000000 0100 1e00 1c00 0000 0000 "
     "0000 0000 0000 0000 0000 0000 0000 0000 0000 aabb",
     WYRE_OK, 134,
     "link[0,134]{credit_charge=1 status=0x00 command=3 credits=1 flags=0x00 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 "
     "tree_connect_extension_request[0,134]{flags=0x04 path=[88,2] "
     "tree_connect_context_count=1 reserved=00000000000000000000 "
     "tree_connect_contexts=[96,38] context[0,134]{context_type=1 reserved=0 data=[104,30] "
     "remoted_identity_tree_connect[104,30]{ticket_type=1 ticket_size=30 user=28 user_name=0 "
     "domain=0 groups=0 restricted_groups=0 privileges=0 primary_group=0 owner=0 "
     "default_dacl=0 device_groups=0 user_claims=0 device_claims=0 ticket_info=[28,2]}}}}"},
    {"an encrypted message",
     "fd534d42 000102030405060708090a0b0c0d0e0f 101112131415161718191a0000000000 40000000 "
     "0000 0100 "
     "1100000000000040c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1 "
     "c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1",
     WYRE_OK, 116,
     "signature=000102030405060708090a0b0c0d0e0f nonce=101112131415161718191a0000000000 "
     "reserved=0 flags=0x01 session_id=4611686018427387921 ciphertext=[52,64]"},
    {"a compressed one",
     "fc534d42 00000200 0200 0000 02000000 aabb ccdd",
     WYRE_OK, 20,
     "original_compressed_segment_size=131072 compression_algorithm=2 flags=0x00 "
     "uncompressed=[16,2] compressed=[18,2]"},
    {"a chained one",
     "fc534d42 68000000 0000 0100 04000000 aabbccdd 0400 0000 08000000 0000000060000000",
     WYRE_OK, 36,
     "original_compressed_segment_size=104 payloads=[8,28] "
     "payload[0,36]{compression_algorithm=0 flags=0x01 original_payload_size=0 data=[16,4]} "
     "payload[0,36]{compression_algorithm=4 flags=0x00 original_payload_size=0 data=[28,8]}"},
    {"a compound whose second link is refused does not end there",
     "fe534d42 4000 0100 00000000 0d00 0100 00000000 48000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 0400 0000 00000000fe534d42 "
     "4000 0100 00000000 0d00 0100 04000000 48000000 0200000000000000 00000000 01000000 "
     "4000000000000000 00000000000000000000000000000000 0500 0000 00000000fe534d42 4000 0100 "
     "00000000 0d00 0100 04000000 00000000 0300000000000000 00000000 01000000 "
     "4000000000000000 00000000000000000000000000000000 0400 0000",
     WYRE_E_VALUE, 136,
     "link[0,72]{credit_charge=1 status=0x00 command=13 credits=1 flags=0x00 next_command=72 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 echo_request[0,72]{reserved=0}} "
     "link[72,72]{credit_charge=1 status=0x00 command=13 credits=1 flags=0x04 next_command=72 "
     "message_id=2 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 echo_request[0,72]{}} "
     "link[144,68]{credit_charge=1 status=0x00 command=13 credits=1 flags=0x04 next_command=0 "
     "message_id=3 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 echo_request[0,68]{reserved=0}}"},
    {"a command that is not known",
     "fe534d42 4000 0100 00000000 1400 0100 00000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 0400 0000",
     WYRE_E_UNSUPPORTED, 12,
     "link[0,68]{credit_charge=1 status=0x00 command=20 credits=1 flags=0x00 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 ?[0,68]{}}"},
    {"CANCEL has no answer",
     "fe534d42 4000 0100 00000000 0c00 0100 01000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 0400 0000",
     WYRE_E_UNSUPPORTED, 12,
     "link[0,68]{credit_charge=1 status=0x00 command=12 credits=1 flags=0x01 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 ?[0,68]{}}"},
    {"a lease of 31 bytes",
     "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 3900 00 ff 02000000 "
     "0000000000000000 0000000000000000 01000000 00000000 00000000 01000000 00000000 7800 "
     "0000 80000000 37000000 00 00000000000000 00000000 1000 0400 0000 1800 1f000000 'RqLs' "
     "00000000 11111111111111111111111111111111111111111111111111111111111111",
     WYRE_E_LENGTH, 183,
     "link[0,183]{credit_charge=1 status=0x00 command=5 credits=1 flags=0x00 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 create_request[0,183]{security_flags=0 "
     "requested_oplock_level=255 impersonation_level=2 smb_create_flags=0 reserved=0 "
     "desired_access=0x01 file_attributes=0x00 share_access=0x00 create_disposition=1 "
     "create_options=0x00 name=[120,0] create_contexts=[128,55] context[0,183]{name=[144,4] "
     "kind=9 reserved=0 data=[152,31] create_lease[152,31]{}}}}"},
    {"a create context that begins inside its fixed part",
     "fe534d42 4000 0100 00000000 0500 0100 00000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 3900 00 ff 02000000 "
     "0000000000000000 0000000000000000 01000000 00000000 00000000 01000000 00000000 7800 "
     "0000 80000000 14000000 00 00000000000000 00000000 0f00 0400 0000 0000 00000000 'MxAc'",
     WYRE_E_OFFSET, 132,
     "link[0,148]{credit_charge=1 status=0x00 command=5 credits=1 flags=0x00 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 create_request[0,148]{security_flags=0 "
     "requested_oplock_level=255 impersonation_level=2 smb_create_flags=0 reserved=0 "
     "desired_access=0x01 file_attributes=0x00 share_access=0x00 create_disposition=1 "
     "create_options=0x00 name=[120,0] create_contexts=[128,20]}}"},
    {"more ciphers than there is data",
     "fe534d42 4000 0100 00000000 0000 0100 00000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 2400 0100 0100 0000 7f000000 "
     "000102030405060708090a0b0c0d0e0f 68000000 0100 0000 1103 0000 0200 0400 00000000 0200 "
     "0100",
     WYRE_E_LENGTH, 114,
     "link[0,116]{credit_charge=1 status=0x00 command=0 credits=1 flags=0x00 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 negotiate_request[0,116]{security_mode=0x01 "
     "reserved=0 capabilities=0x7f client_guid=000102030405060708090a0b0c0d0e0f "
     "dialects=[100,2] client_start_time=0 negotiate_context_count=1 reserved2=0 "
     "negotiate_contexts=[104,12] context[0,116]{context_type=2 reserved=0 data=[112,4] "
     "encryption_capabilities[112,4]{}}}}"},
    {"a context without data",
     "fe534d42 4000 0100 00000000 0000 0100 00000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 2400 0100 0100 0000 7f000000 "
     "000102030405060708090a0b0c0d0e0f 68000000 0100 0000 1103 0000 0100 0000 00000000",
     WYRE_E_LENGTH, 112,
     "link[0,112]{credit_charge=1 status=0x00 command=0 credits=1 flags=0x00 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 negotiate_request[0,112]{security_mode=0x01 "
     "reserved=0 capabilities=0x7f client_guid=000102030405060708090a0b0c0d0e0f "
     "dialects=[100,2] client_start_time=0 negotiate_context_count=1 reserved2=0 "
     "negotiate_contexts=[104,8] context[0,112]{context_type=1 reserved=0 data=[112,0] "
     "preauth_integrity_capabilities[112,0]{}}}}"},
    {"more contexts than there are",
     "fe534d42 4000 0100 00000000 0000 0100 00000000 00000000 0100000000000000 00000000 "
     "01000000 4000000000000000 00000000000000000000000000000000 2400 0100 0100 0000 7f000000 "
     "000102030405060708090a0b0c0d0e0f 68000000 0200 0000 1103 0000 0200 0400 00000000 0100 "
     "0100",
     WYRE_E_LENGTH, 116,
     "link[0,116]{credit_charge=1 status=0x00 command=0 credits=1 flags=0x00 next_command=0 "
     "message_id=1 process_id=0 tree_id=1 session_id=64 "
     "signature=00000000000000000000000000000000 negotiate_request[0,116]{security_mode=0x01 "
     "reserved=0 capabilities=0x7f client_guid=000102030405060708090a0b0c0d0e0f "
     "dialects=[100,2] client_start_time=0 negotiate_context_count=2 reserved2=0 "
     "negotiate_contexts=[104,12] context[0,116]{context_type=2 reserved=0 data=[112,4] "
     "encryption_capabilities[112,4]{ciphers=[2,2]}}}}"},
    {"a payload past the end",
     "fc534d42 68000000 0000 0100 05000000 aabbccdd",
     WYRE_E_LENGTH, 12,
     "original_compressed_segment_size=104 payloads=[8,12]"},
    {"encrypted inside compressed is a payload like any other",
     "fc534d42 68000000 0000 0100 04000000 fd534d42",
     WYRE_OK, 20,
     "original_compressed_segment_size=104 payloads=[8,12] "
     "payload[0,20]{compression_algorithm=0 flags=0x01 original_payload_size=0 data=[16,4]}"},
    {"SMB1",
     "ff534d4200000000 0000000000000000 0000000000000000 0000000000000000",
     WYRE_E_MAGIC, 0,
     ""},
    {"nothing",
     "",
     WYRE_E_LENGTH, 0,
     ""},
};
/* clang-format on */

TEST(messages_are_told_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        static told got;
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_visitor v = telling(&got);
        size_t n;
        wyre_status status = wyre_smb2_message_visit(unit, in.len, &v, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_told(row->name, &got, row->told);
        free(unit);
    }
}

TEST(a_visitor_without_callbacks_and_no_n_are_legal)
{
    static const wyre_visitor silent;
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        assert_status(row->name, wyre_smb2_message_visit(in.at, in.len, &silent, NULL),
                      row->status);
    }
}

RUN_TESTS("smb2_visit", TESTED(messages_are_told_as_the_row_says),
          TESTED(a_visitor_without_callbacks_and_no_n_are_legal))

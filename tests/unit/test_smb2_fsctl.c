/* lib/smb/smb2_fsctl.c: [MS-SMB2] 2.2.31, 2.2.32, a blank between two fields. */
#include "../told.h"
#include <wyre/smb2_fsctl.h>

#define GUID      "000102030405060708090a0b0c0d0e0f"
#define KEY       "000102030405060708090a0b0c0d0e0f1011121314151617"
#define ZEROS_14  "0000000000000000000000000000"
#define ZEROS_112 ZEROS_14 ZEROS_14 ZEROS_14 ZEROS_14 ZEROS_14 ZEROS_14 ZEROS_14 ZEROS_14

#define CTL_RING(name) RING(wyre_smb2_##name, 0);
#define OF(name)       &wyre_smb2_##name##_ring

CTL_RING(srv_request_resume_key_response)
CTL_RING(srv_snapshot_array)
CTL_RING(srv_copychunk_copy)
CTL_RING(srv_copychunk)
CTL_RING(srv_copychunk_response)
CTL_RING(srv_read_hash_request)
CTL_RING(network_resiliency_request)
CTL_RING(validate_negotiate_info_request)
CTL_RING(validate_negotiate_info_response)
CTL_RING(network_interface_info)
CTL_RING(sockaddr_in)
CTL_RING(sockaddr_in6)

/* clang-format off */
static const told_row rows[] = {
    {OF(srv_request_resume_key_response), "what servers send", KEY "00000000 00000000", WYRE_OK, 32,
     "resume_key=" KEY " context=[28,0] reserved=[28,4]"},
    {OF(srv_request_resume_key_response), "a context", KEY "02000000 6162", WYRE_OK, 30,
     "resume_key=" KEY " context=[28,2] reserved=[30,0]"},
    {OF(srv_request_resume_key_response), "a context past the end", KEY "03000000 6162", WYRE_E_LENGTH, 28,
     NULL},
    {OF(srv_snapshot_array), "one snapshot", "01000000 01000000 04000000 6100 0000 0000", WYRE_OK, 18,
     "number_of_snap_shots=1 number_of_snap_shots_returned=1 snap_shot_array_size=4 snap_shots=[12,6]"},
    {OF(srv_snapshot_array), "no room for them", "02000000 00000000 66000000", WYRE_OK, 12,
     "number_of_snap_shots=2 number_of_snap_shots_returned=0 snap_shot_array_size=102 snap_shots=[12,0]"},
    {OF(srv_copychunk_copy), "one chunk",
     KEY "01000000 02000000 0300000000000000 0400000000000000 05000000 06000000", WYRE_OK, 56,
     "source_key=" KEY " reserved=2 chunks=[32,24]"},
    {OF(srv_copychunk_copy), "a chunk that is cut",
     KEY "01000000 02000000 0300000000000000 0400000000000000 05000000 060000", WYRE_E_LENGTH, 32, NULL},
    {OF(srv_copychunk_copy), "a count that wraps when multiplied", KEY "abaaaa0a 00000000 00000000",
     WYRE_E_LENGTH, 24, NULL},
    {OF(srv_copychunk), "chunk", "0300000000000000 0400000000000000 05000000 06000000", WYRE_OK, 24,
     "source_offset=3 target_offset=4 length=5 reserved=6"},
    {OF(srv_copychunk_response), "copied", "01000000 02000000 03000000", WYRE_OK, 12,
     "chunks_written=1 chunk_bytes_written=2 total_bytes_written=3"},
    {OF(srv_copychunk_response), "11 bytes", "01000000 02000000 030000", WYRE_E_LENGTH, 11, NULL},
    {OF(srv_read_hash_request), "read hash", "01000000 02000000 03000000 04000000 0500000000000000", WYRE_OK, 24,
     "hash_type=1 hash_version=2 hash_retrieval_type=3 length=4 offset=5"},
    {OF(network_resiliency_request), "resiliency", "01000000 02000000", WYRE_OK, 8, "timeout=1 reserved=2"},
    {OF(validate_negotiate_info_request), "three dialects",
     "7f000000" GUID "0100 0300 0202 0210 0311", WYRE_OK, 30,
     "capabilities=0x7f guid=" GUID " security_mode=0x01 dialects=[24,6]"},
    {OF(validate_negotiate_info_request), "more dialects than there are",
     "7f000000" GUID "0100 0400 0202 0210 0311", WYRE_E_LENGTH, 24, NULL},
    {OF(validate_negotiate_info_request), "65535 dialects", "7f000000" GUID "0100 ffff", WYRE_E_LENGTH, 24, NULL},
    {OF(validate_negotiate_info_response), "validated", "7f000000" GUID "0100 0203", WYRE_OK, 24,
     "capabilities=0x7f guid=" GUID " security_mode=0x01 dialect=770"},
    {OF(network_interface_info), "interface",
     "00000000 01000000 02000000 03000000 0400000000000000 0200" ZEROS_112 ZEROS_14, WYRE_OK, 152,
     "next=0 if_index=1 capability=0x02 reserved=3 link_speed=4 family=2 sock_addr=" ZEROS_112 ZEROS_14},
    {OF(network_interface_info), "151 bytes",
     "00000000 01000000 02000000 03000000 0400000000000000 0200" ZEROS_112 "00000000000000000000000000",
     WYRE_E_LENGTH, 151, NULL},
    {OF(sockaddr_in), "v4", "01bd 7f000001 0102030405060708", WYRE_OK, 14,
     "port=445 ipv4_address=7f000001 reserved=0102030405060708"},
    {OF(sockaddr_in6), "v6", "01bd 04030201" GUID "02000000", WYRE_OK, 26,
     "port=445 flow_info=16909060 ipv6_address=" GUID " scope_id=2"},
};
/* clang-format on */

TEST(each_payload_decodes_or_is_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb2_fsctl", TESTED(each_payload_decodes_or_is_refused_as_the_row_says))

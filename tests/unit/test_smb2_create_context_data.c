/* lib/smb/smb2_create_context_data.c. Rows are the tables of [MS-SMB2] 2.2.13.2, 2.2.14.2, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define TEN_ZEROS "00000000000000000000"
#define HUNDRED_AND_TEN_ZEROS                                                                      \
    TEN_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS      \
        TEN_ZEROS TEN_ZEROS

/* clang-format off */
ROWS(wyre_smb2_durable_handle_request, 0) = {
    {"every field has a value of its own",
     "1113131515171719191b1b1d1d1f1f21", WYRE_OK, 16,
     {.durable_request = {0x11, 0x13, 0x13, 0x15, 0x15, 0x17, 0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d,
      0x1d, 0x1f, 0x1f, 0x21}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1113131515171719191b1b1d1d1f1f", REFUSED(WYRE_E_LENGTH, 15)},
};
ROWS_HOLD(wyre_smb2_durable_handle_request, 0)

ROWS(wyre_smb2_durable_handle_response, 0) = {
    {"every field has a value of its own",
     "1113131515171719", WYRE_OK, 8,
     {.reserved = {0x11, 0x13, 0x13, 0x15, 0x15, 0x17, 0x17, 0x19}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315151717", REFUSED(WYRE_E_LENGTH, 7)},
};
ROWS_HOLD(wyre_smb2_durable_handle_response, 0)

ROWS(wyre_smb2_durable_handle_reconnect, 0) = {
    {"every field has a value of its own",
     "1113131515171719191b1b1d1d1f1f21", WYRE_OK, 16,
     {.file_id = {0x11, 0x13, 0x13, 0x15, 0x15, 0x17, 0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d,
      0x1f, 0x1f, 0x21}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1113131515171719191b1b1d1d1f1f", REFUSED(WYRE_E_LENGTH, 15)},
};
ROWS_HOLD(wyre_smb2_durable_handle_reconnect, 0)

ROWS(wyre_smb2_durable_handle_request_v2, 0) = {
    {"every field has a value of its own",
     "11131315 15171719 191b1b1d1d1f1f21 2123232525272729292b2b2d2d2f2f31", WYRE_OK, 32,
     {.timeout = 0x15131311, .flags = 0x19171715, .reserved = {0x19, 0x1b, 0x1b, 0x1d, 0x1d,
      0x1f, 0x1f, 0x21}, .create_guid = {0x21, 0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29, 0x29,
      0x2b, 0x2b, 0x2d, 0x2d, 0x2f, 0x2f, 0x31}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 15171719 191b1b1d1d1f1f21 2123232525272729292b2b2d2d2f2f", REFUSED(WYRE_E_LENGTH, 31)},
};
ROWS_HOLD(wyre_smb2_durable_handle_request_v2, 0)

ROWS(wyre_smb2_durable_handle_response_v2, 0) = {
    {"every field has a value of its own",
     "11131315 15171719", WYRE_OK, 8,
     {.timeout = 0x15131311, .flags = 0x19171715}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 151717", REFUSED(WYRE_E_LENGTH, 7)},
};
ROWS_HOLD(wyre_smb2_durable_handle_response_v2, 0)

ROWS(wyre_smb2_durable_handle_reconnect_v2, 0) = {
    {"every field has a value of its own",
     "1113131515171719191b1b1d1d1f1f21 2123232525272729292b2b2d2d2f2f31 31333335", WYRE_OK, 36,
     {.flags = 0x35333331, .file_id = {0x11, 0x13, 0x13, 0x15, 0x15, 0x17, 0x17, 0x19, 0x19,
      0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21}, .create_guid = {0x21, 0x23, 0x23, 0x25, 0x25,
      0x27, 0x27, 0x29, 0x29, 0x2b, 0x2b, 0x2d, 0x2d, 0x2f, 0x2f, 0x31}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1113131515171719191b1b1d1d1f1f21 2123232525272729292b2b2d2d2f2f31 313333", REFUSED(WYRE_E_LENGTH, 35)},
};
ROWS_HOLD(wyre_smb2_durable_handle_reconnect_v2, 0)

ROWS(wyre_smb2_create_allocation_size, 0) = {
    {"every field has a value of its own",
     "1113131515171719", WYRE_OK, 8,
     {.allocation_size = 0x1917171515131311}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315151717", REFUSED(WYRE_E_LENGTH, 7)},
};
ROWS_HOLD(wyre_smb2_create_allocation_size, 0)

ROWS(wyre_smb2_create_timestamp, 0) = {
    {"every field has a value of its own",
     "1113131515171719", WYRE_OK, 8,
     {.timestamp = 0x1917171515131311}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315151717", REFUSED(WYRE_E_LENGTH, 7)},
};
ROWS_HOLD(wyre_smb2_create_timestamp, 0)

ROWS(wyre_smb2_create_maximal_access_response, 0) = {
    {"every field has a value of its own",
     "11131315 15171719", WYRE_OK, 8,
     {.query_status = 0x15131311, .maximal_access = 0x19171715}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 151717", REFUSED(WYRE_E_LENGTH, 7)},
};
ROWS_HOLD(wyre_smb2_create_maximal_access_response, 0)

ROWS(wyre_smb2_create_on_disk_id_response, 0) = {
    {"every field has a value of its own",
     "1113131515171719 191b1b1d1d1f1f21 2123232525272729292b2b2d2d2f2f31", WYRE_OK, 32,
     {.disk_file_id = 0x1917171515131311, .volume_id = 0x211f1f1d1d1b1b19, .reserved = {0x21,
      0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29, 0x29, 0x2b, 0x2b, 0x2d, 0x2d, 0x2f, 0x2f, 0x31}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1113131515171719 191b1b1d1d1f1f21 2123232525272729292b2b2d2d2f2f", REFUSED(WYRE_E_LENGTH, 31)},
};
ROWS_HOLD(wyre_smb2_create_on_disk_id_response, 0)

ROWS(wyre_smb2_create_lease, 0) = {
    {"every field has a value of its own",
     "1113131515171719191b1b1d1d1f1f21 21232325 25272729 292b2b2d2d2f2f31", WYRE_OK, 32,
     {.lease_duration = 0x312f2f2d2d2b2b29, .lease_state = 0x25232321, .lease_flags = 0x29272725,
      .lease_key = {0x11, 0x13, 0x13, 0x15, 0x15, 0x17, 0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d,
      0x1f, 0x1f, 0x21}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1113131515171719191b1b1d1d1f1f21 21232325 25272729 292b2b2d2d2f2f", REFUSED(WYRE_E_LENGTH, 31)},
};
ROWS_HOLD(wyre_smb2_create_lease, 0)

ROWS(wyre_smb2_create_lease_v2, 0) = {
    {"every field has a value of its own",
     "1113131515171719191b1b1d1d1f1f21 21232325 25272729 292b2b2d2d2f2f31"
     "3133333535373739393b3b3d3d3f3f41 4143 4345", WYRE_OK, 52,
     {.lease_duration = 0x312f2f2d2d2b2b29, .lease_state = 0x25232321, .lease_flags = 0x29272725,
      .epoch = 0x4341, .reserved = 0x4543, .lease_key = {0x11, 0x13, 0x13, 0x15, 0x15, 0x17, 0x17,
      0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21}, .parent_lease_key = {0x31, 0x33,
      0x33, 0x35, 0x35, 0x37, 0x37, 0x39, 0x39, 0x3b, 0x3b, 0x3d, 0x3d, 0x3f, 0x3f, 0x41}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1113131515171719191b1b1d1d1f1f21 21232325 25272729 292b2b2d2d2f2f31"
     "3133333535373739393b3b3d3d3f3f41 4143 43", REFUSED(WYRE_E_LENGTH, 51)},
};
ROWS_HOLD(wyre_smb2_create_lease_v2, 0)

ROWS(wyre_smb2_create_app_instance_id, 0) = {
    {"every field has a value of its own",
     "1400 1113 131515171719191b1b1d1d1f1f212123", WYRE_OK, 20,
     {.reserved = 0x1311, .app_instance_id = {0x13, 0x15, 0x15, 0x17, 0x17, 0x19, 0x19, 0x1b,
      0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21, 0x23}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1400 1113 131515171719191b1b1d1d1f1f2121", REFUSED(WYRE_E_LENGTH, 19)},
    {"StructureSize is 21",
     "1500 1113 131515171719191b1b1d1d1f1f212123", REFUSED(WYRE_E_VALUE, 0)},
};
ROWS_HOLD(wyre_smb2_create_app_instance_id, 0)

ROWS(wyre_smb2_create_app_instance_version, 0) = {
    {"every field has a value of its own",
     "1800 1113 13151517 1719191b1b1d1d1f 1f21212323252527", WYRE_OK, 24,
     {.app_instance_version_high = 0x1f1d1d1b1b191917, .app_instance_version_low =
      0x272525232321211f, .padding = 0x17151513, .reserved = 0x1311}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1800 1113 13151517 1719191b1b1d1d1f 1f212123232525", REFUSED(WYRE_E_LENGTH, 23)},
    {"StructureSize is 25",
     "1900 1113 13151517 1719191b1b1d1d1f 1f21212323252527", REFUSED(WYRE_E_VALUE, 0)},
};
ROWS_HOLD(wyre_smb2_create_app_instance_version, 0)

ROWS(wyre_smb2_svhdx_open_device_context, 0) = {
    {"the fields of [MS-RSVD] 4.1",
     "01000000 01 000000 07770d201f2740834579d46f5ac43b73 00000000 01000000 1e87c71e00000000 1000 "
     "63006c00690065006e00740030003100" HUNDRED_AND_TEN_ZEROS, WYRE_OK, 168,
     {.version = 1, .has_initiator_id = 1, .initiator_id = {0x07, 0x77, 0x0d, 0x20, 0x1f, 0x27, 0x40,
      0x83, 0x45, 0x79, 0xd4, 0x6f, 0x5a, 0xc4, 0x3b, 0x73}, .originator_flags = 1, .open_request_id =
      0x1ec7871e, .initiator_host_name_length = 16, .initiator_host_name = {'c', 0, 'l', 0, 'i', 0,
      'e', 0, 'n', 0, 't', 0, '0', 0, '1', 0}}, .same = 1},
    {"version 1",
     "01000000 15 171719 191b1b1d1d1f1f212123232525272729 292b2b2d 2d2f2f31"
     "3133333535373739 393b"
     "3b3d3d3f3f414143434545474749494b4b4d4d4f4f515153535555575759595b5b5d5d5f5f616163"
     "636565676769696b6b6d6d6f6f717173737575777779797b7b7d7d7f7f818183838585878789898b"
     "8b8d8d8f8f919193939595979799999b9b9d9d9f9fa1a1a3a3a5a5a7a7a9a9ababadadafafb1b1b3"
     "b3b5b5b7b7b9", WYRE_OK, 168,
     {.open_request_id = 0x3937373535333331, .version = 1, .flags = 0x2d2b2b29, .originator_flags
      = 0x312f2f2d, .initiator_host_name_length = 0x3b39, .has_initiator_id = 0x15, .reserved =
      {0x17, 0x17, 0x19}, .initiator_id = {0x19, 0x1b, 0x1b, 0x1d, 0x1d, 0x1f, 0x1f, 0x21, 0x21,
      0x23, 0x23, 0x25, 0x25, 0x27, 0x27, 0x29}, .initiator_host_name = {0x3b, 0x3d, 0x3d, 0x3f,
      0x3f, 0x41, 0x41, 0x43, 0x43, 0x45, 0x45, 0x47, 0x47, 0x49, 0x49, 0x4b, 0x4b, 0x4d, 0x4d,
      0x4f, 0x4f, 0x51, 0x51, 0x53, 0x53, 0x55, 0x55, 0x57, 0x57, 0x59, 0x59, 0x5b, 0x5b, 0x5d,
      0x5d, 0x5f, 0x5f, 0x61, 0x61, 0x63, 0x63, 0x65, 0x65, 0x67, 0x67, 0x69, 0x69, 0x6b, 0x6b,
      0x6d, 0x6d, 0x6f, 0x6f, 0x71, 0x71, 0x73, 0x73, 0x75, 0x75, 0x77, 0x77, 0x79, 0x79, 0x7b,
      0x7b, 0x7d, 0x7d, 0x7f, 0x7f, 0x81, 0x81, 0x83, 0x83, 0x85, 0x85, 0x87, 0x87, 0x89, 0x89,
      0x8b, 0x8b, 0x8d, 0x8d, 0x8f, 0x8f, 0x91, 0x91, 0x93, 0x93, 0x95, 0x95, 0x97, 0x97, 0x99,
      0x99, 0x9b, 0x9b, 0x9d, 0x9d, 0x9f, 0x9f, 0xa1, 0xa1, 0xa3, 0xa3, 0xa5, 0xa5, 0xa7, 0xa7,
      0xa9, 0xa9, 0xab, 0xab, 0xad, 0xad, 0xaf, 0xaf, 0xb1, 0xb1, 0xb3, 0xb3, 0xb5, 0xb5, 0xb7,
      0xb7, 0xb9}}, .same = 1},
    {"version 2",
     "02000000 25 272729 292b2b2d2d2f2f313133333535373739 393b3b3d 3d3f3f41"
     "4143434545474749 494b"
     "4b4d4d4f4f515153535555575759595b5b5d5d5f5f616163636565676769696b6b6d6d6f6f717173"
     "737575777779797b7b7d7d7f7f818183838585878789898b8b8d8d8f8f919193939595979799999b"
     "9b9d9d9f9fa1a1a3a3a5a5a7a7a9a9ababadadafafb1b1b3b3b5b5b7b7b9b9bbbbbdbdbfbfc1c1c3"
     "c3c5c5c7c7c9 c9cbcbcdcdcfcfd1d1d3d3d5d5d7d7d9d9dbdbdddddfdfe1", WYRE_OK, 192,
     {.open_request_id = 0x4947474545434341, .virtual_size = 0xe1dfdfdddddbdbd9, .version = 2,
      .flags = 0x3d3b3b39, .originator_flags = 0x413f3f3d, .virtual_disk_properties_initialized =
      0xcdcbcbc9, .server_service_version = 0xd1cfcfcd, .virtual_sector_size = 0xd5d3d3d1,
      .physical_sector_size = 0xd9d7d7d5, .initiator_host_name_length = 0x4b49, .has_initiator_id
      = 0x25, .reserved = {0x27, 0x27, 0x29}, .initiator_id = {0x29, 0x2b, 0x2b, 0x2d, 0x2d, 0x2f,
      0x2f, 0x31, 0x31, 0x33, 0x33, 0x35, 0x35, 0x37, 0x37, 0x39}, .initiator_host_name = {0x4b,
      0x4d, 0x4d, 0x4f, 0x4f, 0x51, 0x51, 0x53, 0x53, 0x55, 0x55, 0x57, 0x57, 0x59, 0x59, 0x5b,
      0x5b, 0x5d, 0x5d, 0x5f, 0x5f, 0x61, 0x61, 0x63, 0x63, 0x65, 0x65, 0x67, 0x67, 0x69, 0x69,
      0x6b, 0x6b, 0x6d, 0x6d, 0x6f, 0x6f, 0x71, 0x71, 0x73, 0x73, 0x75, 0x75, 0x77, 0x77, 0x79,
      0x79, 0x7b, 0x7b, 0x7d, 0x7d, 0x7f, 0x7f, 0x81, 0x81, 0x83, 0x83, 0x85, 0x85, 0x87, 0x87,
      0x89, 0x89, 0x8b, 0x8b, 0x8d, 0x8d, 0x8f, 0x8f, 0x91, 0x91, 0x93, 0x93, 0x95, 0x95, 0x97,
      0x97, 0x99, 0x99, 0x9b, 0x9b, 0x9d, 0x9d, 0x9f, 0x9f, 0xa1, 0xa1, 0xa3, 0xa3, 0xa5, 0xa5,
      0xa7, 0xa7, 0xa9, 0xa9, 0xab, 0xab, 0xad, 0xad, 0xaf, 0xaf, 0xb1, 0xb1, 0xb3, 0xb3, 0xb5,
      0xb5, 0xb7, 0xb7, 0xb9, 0xb9, 0xbb, 0xbb, 0xbd, 0xbd, 0xbf, 0xbf, 0xc1, 0xc1, 0xc3, 0xc3,
      0xc5, 0xc5, 0xc7, 0xc7, 0xc9}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "02000000 25 272729 292b2b2d2d2f2f313133333535373739 393b3b3d 3d3f3f41"
     "4143434545474749 494b"
     "4b4d4d4f4f515153535555575759595b5b5d5d5f5f616163636565676769696b6b6d6d6f6f717173"
     "737575777779797b7b7d7d7f7f818183838585878789898b8b8d8d8f8f919193939595979799999b"
     "9b9d9d9f9fa1a1a3a3a5a5a7a7a9a9ababadadafafb1b1b3b3b5b5b7b7b9b9bbbbbdbdbfbfc1c1c3"
     "c3c5c5c7c7", REFUSED(WYRE_E_LENGTH, 167)},
    {"the last field is cut",
     "02000000 25 272729 292b2b2d2d2f2f313133333535373739 393b3b3d 3d3f3f41"
     "4143434545474749 494b"
     "4b4d4d4f4f515153535555575759595b5b5d5d5f5f616163636565676769696b6b6d6d6f6f717173"
     "737575777779797b7b7d7d7f7f818183838585878789898b8b8d8d8f8f919193939595979799999b"
     "9b9d9d9f9fa1a1a3a3a5a5a7a7a9a9ababadadafafb1b1b3b3b5b5b7b7b9b9bbbbbdbdbfbfc1c1c3"
     "c3c5c5c7c7c9 c9cbcbcdcdcfcfd1d1d3d3d5d5d7d7d9d9dbdbdddddfdf", REFUSED(WYRE_E_LENGTH, 191)},
};
ROWS_HOLD(wyre_smb2_svhdx_open_device_context, 0)

ROWS(wyre_smb2_aapl_server_query_request, 0) = {
    {"every field has a value of its own",
     "11131315 15171719 191b1b1d1d1f1f21 2123232525272729", WYRE_OK, 24,
     {.request_bitmap = 0x211f1f1d1d1b1b19, .client_capabilities = 0x2927272525232321,
      .command_code = 0x15131311, .reserved = 0x19171715}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 15171719 191b1b1d1d1f1f21 21232325252727", REFUSED(WYRE_E_LENGTH, 23)},
};
ROWS_HOLD(wyre_smb2_aapl_server_query_request, 0)

ROWS(wyre_smb2_aapl_server_query_response, 0) = {
    {"every field has a value of its own",
     "11131315 15171719 0700000000000000"
     "2123232525272729292b2b2d2d2f2f313133333506000000 353d434b5159", WYRE_OK, 46,
     {.reply_bitmap = 7, .server_capabilities = 0x2927272525232321, .volume_capabilities =
      0x312f2f2d2d2b2b29, .command_code = 0x15131311, .reserved = 0x19171715, .padding =
      0x35333331, .model = {40, 6}}, .same = 1},
    {"volume capabilities alone",
     "21232325 25272729 0200000000000000 3133333535373739", WYRE_OK, 24,
     {.reply_bitmap = 2, .volume_capabilities = 0x3937373535333331, .command_code = 0x25232321,
      .reserved = 0x29272725}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 15171719 07000000000000", REFUSED(WYRE_E_LENGTH, 15)},
    {"the last field is cut",
     "11131315 15171719 0700000000000000"
     "2123232525272729292b2b2d2d2f2f313133333506000000 353d434b51", REFUSED(WYRE_E_LENGTH, 36)},
};
ROWS_HOLD(wyre_smb2_aapl_server_query_response, 0)

ROWS(wyre_smb2_aapl_resolve_id_request, 0) = {
    {"every field has a value of its own",
     "11131315 15171719 191b1b1d1d1f1f21", WYRE_OK, 16,
     {.file_id = 0x211f1f1d1d1b1b19, .command_code = 0x15131311, .reserved = 0x19171715}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 15171719 191b1b1d1d1f1f", REFUSED(WYRE_E_LENGTH, 15)},
};
ROWS_HOLD(wyre_smb2_aapl_resolve_id_request, 0)

ROWS(wyre_smb2_aapl_resolve_id_response, 0) = {
    {"every field has a value of its own",
     "11131315 15171719 191b1b1d 06000000 1d252b333941", WYRE_OK, 22,
     {.command_code = 0x15131311, .reserved = 0x19171715, .status = 0x1d1b1b19, .path = {16, 6}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "11131315 15171719 191b1b1d 060000", REFUSED(WYRE_E_LENGTH, 15)},
    {"path ends far past the end",
     "11131315 15171719 191b1b1d ffffffff 1d252b333941", REFUSED(WYRE_E_LENGTH, 16)},
};
ROWS_HOLD(wyre_smb2_aapl_resolve_id_response, 0)

ROWS(wyre_smb2_create_posix_request, 0) = {
    {"every field has a value of its own",
     "11131315", WYRE_OK, 4,
     {.mode = 0x15131311}, .same = 1},
    {"the last byte of the fixed part is missing",
     "111313", REFUSED(WYRE_E_LENGTH, 3)},
};
ROWS_HOLD(wyre_smb2_create_posix_request, 0)

ROWS(wyre_smb2_create_posix_response, 0) = {
    {"every field has a value of its own",
     "11131315 15171719 191b1b1d 1d252b333941", WYRE_OK, 18,
     {.nlink = 0x15131311, .reparse_tag = 0x19171715, .mode = 0x1d1b1b19, .sids = {12, 6}}, .same = 1, .open = 1},
    {"the last byte of the fixed part is missing",
     "11131315 15171719 191b1b", REFUSED(WYRE_E_LENGTH, 11)},
};
ROWS_HOLD(wyre_smb2_create_posix_response, 0)

/* clang-format on */

RUN_TESTS("smb2_create_context_data", ROWS_TESTED(wyre_smb2_durable_handle_request),
          ROWS_TESTED(wyre_smb2_durable_handle_response),
          ROWS_TESTED(wyre_smb2_durable_handle_reconnect),
          ROWS_TESTED(wyre_smb2_durable_handle_request_v2),
          ROWS_TESTED(wyre_smb2_durable_handle_response_v2),
          ROWS_TESTED(wyre_smb2_durable_handle_reconnect_v2),
          ROWS_TESTED(wyre_smb2_create_allocation_size), ROWS_TESTED(wyre_smb2_create_timestamp),
          ROWS_TESTED(wyre_smb2_create_maximal_access_response),
          ROWS_TESTED(wyre_smb2_create_on_disk_id_response), ROWS_TESTED(wyre_smb2_create_lease),
          ROWS_TESTED(wyre_smb2_create_lease_v2), ROWS_TESTED(wyre_smb2_create_app_instance_id),
          ROWS_TESTED(wyre_smb2_create_app_instance_version),
          ROWS_TESTED(wyre_smb2_svhdx_open_device_context),
          ROWS_TESTED(wyre_smb2_aapl_server_query_request),
          ROWS_TESTED(wyre_smb2_aapl_server_query_response),
          ROWS_TESTED(wyre_smb2_aapl_resolve_id_request),
          ROWS_TESTED(wyre_smb2_aapl_resolve_id_response),
          ROWS_TESTED(wyre_smb2_create_posix_request), ROWS_TESTED(wyre_smb2_create_posix_response))

/* lib/smb/smb2_negotiate_context_data.c. Rows are the tables of [MS-SMB2] 2.2.3.1, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

/* clang-format off */
ROWS(wyre_smb2_preauth_integrity_capabilities, 0) = {
    {"every field has a value of its own",
     "0200 0600 11191f27 131921272f35", WYRE_OK, 14,
     {.hash_algorithms = {4, 4}, .salt = {8, 6}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "0200 06", REFUSED(WYRE_E_LENGTH, 3)},
    {"hash_algorithms ends far past the end",
     "ffff 0600 11191f27131921272f35", REFUSED(WYRE_E_LENGTH, 4)},
    {"salt ends far past the end",
     "0200 ffff 11191f27131921272f35", REFUSED(WYRE_E_LENGTH, 8)},
};
ROWS_HOLD(wyre_smb2_preauth_integrity_capabilities, 0)

ROWS(wyre_smb2_encryption_capabilities, 0) = {
    {"every field has a value of its own",
     "0200 11191f27", WYRE_OK, 6,
     {.ciphers = {2, 4}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "02", REFUSED(WYRE_E_LENGTH, 1)},
    {"ciphers ends far past the end",
     "ffff 11191f27", REFUSED(WYRE_E_LENGTH, 2)},
};
ROWS_HOLD(wyre_smb2_encryption_capabilities, 0)

ROWS(wyre_smb2_compression_capabilities, 0) = {
    {"every field has a value of its own",
     "0200 1113 13151517 171f252d", WYRE_OK, 12,
     {.flags = 0x17151513, .compression_algorithms = {8, 4}, .padding = 0x1311}, .same = 1},
    {"the last byte of the fixed part is missing",
     "0200 1113 131515", REFUSED(WYRE_E_LENGTH, 7)},
    {"compression_algorithms ends far past the end",
     "ffff 1113 13151517 171f252d", REFUSED(WYRE_E_LENGTH, 8)},
};
ROWS_HOLD(wyre_smb2_compression_capabilities, 0)

ROWS(wyre_smb2_netname_negotiate_context, 0) = {
    {"every field has a value of its own",
     "11191f272d35", WYRE_OK, 6,
     {.net_name = {0, 6}}, .same = 1, .open = 1},
};
ROWS_HOLD(wyre_smb2_netname_negotiate_context, 0)

ROWS(wyre_smb2_transport_capabilities, 0) = {
    {"every field has a value of its own",
     "11131315", WYRE_OK, 4,
     {.flags = 0x15131311}, .same = 1},
    {"the last byte of the fixed part is missing",
     "111313", REFUSED(WYRE_E_LENGTH, 3)},
};
ROWS_HOLD(wyre_smb2_transport_capabilities, 0)

ROWS(wyre_smb2_rdma_transform_capabilities, 0) = {
    {"every field has a value of its own",
     "0200 1113 13151517 171f252d", WYRE_OK, 12,
     {.reserved2 = 0x17151513, .rdma_transform_ids = {8, 4}, .reserved1 = 0x1311}, .same = 1},
    {"the last byte of the fixed part is missing",
     "0200 1113 131515", REFUSED(WYRE_E_LENGTH, 7)},
    {"rdma_transform_ids ends far past the end",
     "ffff 1113 13151517 171f252d", REFUSED(WYRE_E_LENGTH, 8)},
};
ROWS_HOLD(wyre_smb2_rdma_transform_capabilities, 0)

ROWS(wyre_smb2_signing_capabilities, 0) = {
    {"every field has a value of its own",
     "0200 11191f27", WYRE_OK, 6,
     {.signing_algorithms = {2, 4}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "02", REFUSED(WYRE_E_LENGTH, 1)},
    {"signing_algorithms ends far past the end",
     "ffff 11191f27", REFUSED(WYRE_E_LENGTH, 2)},
};
ROWS_HOLD(wyre_smb2_signing_capabilities, 0)

ROWS(wyre_smb2_posix_extensions_available, 0) = {
    {"every field has a value of its own",
     "1113131515171719191b1b1d1d1f1f21", WYRE_OK, 16,
     {.version = {0x11, 0x13, 0x13, 0x15, 0x15, 0x17, 0x17, 0x19, 0x19, 0x1b, 0x1b, 0x1d, 0x1d,
      0x1f, 0x1f, 0x21}}, .same = 1},
    {"the last byte of the fixed part is missing",
     "1113131515171719191b1b1d1d1f1f", REFUSED(WYRE_E_LENGTH, 15)},
};
ROWS_HOLD(wyre_smb2_posix_extensions_available, 0)

ROWS(wyre_smb2_remoted_identity_tree_connect, 0) = {
    {"every field has a value of its own",
     "1113 1315 1517 1719 191b 1b1d 1d1f 1f21 2123 2325 2527 2729 292b 2b2d"
     "2d353b434951", WYRE_OK, 34,
     {.ticket_info = {28, 6}, .ticket_type = 0x1311, .ticket_size = 0x1513, .user = 0x1715,
      .user_name = 0x1917, .domain = 0x1b19, .groups = 0x1d1b, .restricted_groups = 0x1f1d,
      .privileges = 0x211f, .primary_group = 0x2321, .owner = 0x2523, .default_dacl = 0x2725,
      .device_groups = 0x2927, .user_claims = 0x2b29, .device_claims = 0x2d2b}, .same = 1, .open = 1},
    {"the last byte of the fixed part is missing",
     "1113 1315 1517 1719 191b 1b1d 1d1f 1f21 2123 2325 2527 2729 292b 2b", REFUSED(WYRE_E_LENGTH, 27)},
};
ROWS_HOLD(wyre_smb2_remoted_identity_tree_connect, 0)

/* clang-format on */

RUN_TESTS("smb2_negotiate_context_data", ROWS_TESTED(wyre_smb2_preauth_integrity_capabilities),
          ROWS_TESTED(wyre_smb2_encryption_capabilities),
          ROWS_TESTED(wyre_smb2_compression_capabilities),
          ROWS_TESTED(wyre_smb2_netname_negotiate_context),
          ROWS_TESTED(wyre_smb2_transport_capabilities),
          ROWS_TESTED(wyre_smb2_rdma_transform_capabilities),
          ROWS_TESTED(wyre_smb2_signing_capabilities),
          ROWS_TESTED(wyre_smb2_posix_extensions_available),
          ROWS_TESTED(wyre_smb2_remoted_identity_tree_connect))

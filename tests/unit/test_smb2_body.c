/* lib/smb/smb2_body.c: [MS-SMB2] 2.2.2, 3.3.4.4. */
#include "../test.h"
#include <wyre/smb2.h>

static const struct row {
    const char *name; /* of the body that is expected */
    uint16_t command;
    uint32_t flags, status;
    uint16_t size; /* StructureSize; 0: the header alone */
    uint64_t message_id;
} rows[] = {
    {"negotiate_request", 0, 0, 0, 36, 0},
    {"negotiate_response", 0, 1, 0, 65, 0},
    {"error_response", 0, 1, 0xc000000d, 9, 0},
    {"session_setup_request", 1, 0, 0, 25, 1},
    {"session_setup_response", 1, 1, 0, 9, 1},
    {"session_setup_response", 1, 1, 0xc0000016, 9, 1},
    {"error_response", 1, 1, 0xc000006d, 9, 1},
    {"logoff_request", 2, 0, 0, 4, 1},
    {"logoff_response", 2, 1, 0, 4, 1},
    {"tree_connect_request", 3, 0, 0, 9, 1},
    {"tree_connect_response", 3, 1, 0, 16, 1},
    {"error_response", 3, 1, 0xc00000cc, 9, 1},
    {"tree_disconnect_request", 4, 0, 0, 4, 1},
    {"tree_disconnect_response", 4, 1, 0, 4, 1},
    {"create_request", 5, 0, 0, 57, 1},
    {"create_response", 5, 1, 0, 89, 1},
    {"create_response", 5, 1, 0, 88, 1},
    {"error_response", 5, 1, 0x8000002d, 9, 1},
    {"error_response", 5, 3, 0x00000103, 9, 1},
    {"close_request", 6, 0, 0, 24, 1},
    {"close_response", 6, 1, 0, 60, 1},
    {"flush_request", 7, 0, 0, 24, 1},
    {"flush_response", 7, 1, 0, 4, 1},
    {"read_request", 8, 0, 0, 49, 1},
    {"read_response", 8, 1, 0, 17, 1},
    {"read_response", 8, 1, 0x80000005, 17, 1},
    {"read_response", 8, 1, 0xc000014b, 17, 1},
    {"error_response", 8, 1, 0xc0000011, 9, 1},
    {"write_request", 9, 0, 0, 49, 1},
    {"write_response", 9, 1, 0, 17, 1},
    {"lock_request", 10, 0, 0, 48, 1},
    {"lock_response", 10, 1, 0, 4, 1},
    {"ioctl_request", 11, 0, 0, 57, 1},
    {"ioctl_response", 11, 1, 0, 49, 1},
    {"ioctl_response", 11, 1, 0xc000000d, 49, 1},
    {"error_response", 11, 1, 0xc0000010, 9, 1},
    {"cancel_request", 12, 0, 0, 4, 1},
    {"?", 12, 1, 0, 4, 1},
    {"echo_request", 13, 0, 0, 4, 1},
    {"echo_response", 13, 1, 0, 4, 1},
    {"query_directory_request", 14, 0, 0, 33, 1},
    {"query_directory_response", 14, 1, 0, 9, 1},
    {"query_directory_response", 14, 1, 0x80000005, 9, 1},
    {"error_response", 14, 1, 0x80000006, 9, 1},
    {"change_notify_request", 15, 0, 0, 32, 1},
    {"change_notify_response", 15, 1, 0, 9, 1},
    {"change_notify_response", 15, 1, 0x0000010c, 9, 1},
    {"error_response", 15, 1, 0x0000010b, 9, 1},
    {"error_response", 15, 3, 0xc0000120, 9, 1},
    {"query_info_request", 16, 0, 0, 41, 1},
    {"query_info_response", 16, 1, 0, 9, 1},
    {"query_info_response", 16, 1, 0x80000005, 9, 1},
    {"error_response", 16, 1, 0xc0000004, 9, 1},
    {"set_info_request", 17, 0, 0, 33, 1},
    {"set_info_response", 17, 1, 0, 2, 1},
    {"oplock_break_acknowledgment", 18, 0, 0, 24, 1},
    {"oplock_break_response", 18, 1, 0, 24, 1},
    {"oplock_break_notification", 18, 1, 0, 24, UINT64_MAX},
    {"lease_break_acknowledgment", 18, 0, 0, 36, 1},
    {"lease_break_response", 18, 1, 0, 36, 1},
    {"lease_break_notification", 18, 1, 0, 44, UINT64_MAX},
    {"error_response", 18, 1, 0xc0000022, 9, 1},
    {"server_notification", 19, 1, 0, 4, UINT64_MAX},
    {"?", 19, 0, 0, 4, 1},
    {"?", 20, 0, 0, 4, 1},
    {"?", 0xffff, 1, 0xc0000001, 9, 1},
    {"create_response", 5, 1, 0xc0000001, 0, 1},
    {"session_setup_response", 1, 1, 0xc0000001, 0, 1},
};

TEST(each_header_and_size_has_its_body)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        uint8_t link[72] = {[64] = (uint8_t)row->size};
        wyre_smb2_header header = {.command = row->command,
                                   .flags = row->flags,
                                   .status = row->status,
                                   .message_id = row->message_id};
        uint16_t body = wyre_smb2_body(&header, link, row->size > 0 ? sizeof link : 64);
        if (strcmp(wyre_smb2_body_name(body), row->name) != 0)
            fail_msg("command %u, size %u, status %x: %s, not %s", row->command, row->size,
                     row->status, wyre_smb2_body_name(body), row->name);
    }
}

TEST(a_tree_connect_with_an_extension_is_told_by_its_flags)
{
    uint8_t link[72] = {[64] = 9, [66] = 4};
    wyre_smb2_header header = {.command = 3};
    assert_int_equal(wyre_smb2_body(&header, link, 72),
                     WYRE_SMB2_BODY_TREE_CONNECT_EXTENSION_REQUEST);
    assert_int_equal(wyre_smb2_body(&header, link, 67), WYRE_SMB2_BODY_TREE_CONNECT_REQUEST);
    assert_int_equal(wyre_smb2_body(&header, NULL, 0), WYRE_SMB2_BODY_TREE_CONNECT_REQUEST);
    header.flags = 1;
    assert_int_equal(wyre_smb2_body(&header, link, 72), WYRE_SMB2_BODY_TREE_CONNECT_RESPONSE);
    assert_string_equal(wyre_smb2_body_name(0x2c), "tree_connect_extension_request");
    assert_string_equal(wyre_smb2_body_name(0x2e), "?");
}

RUN_TESTS("smb2_body", TESTED(each_header_and_size_has_its_body),
          TESTED(a_tree_connect_with_an_extension_is_told_by_its_flags))

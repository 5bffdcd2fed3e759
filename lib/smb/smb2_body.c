/* Which body stands behind a header: [MS-SMB2] 2.2.2, 3.3.4.4. */
#include <wyre/smb2.h>
#include "../core/bytes.h"

enum {
    BODY = WYRE_SMB2_HEADER_SIZE,
    ERROR_SIZE = 9,
    LEASE_BREAK_SIZE = 36,
    LEASE_NOTIFICATION_SIZE = 44,
    TREE_CONNECT_FLAGS = BODY + 2
};

const char *
wyre_smb2_body_name(uint16_t body)
{
    static const char *const names[] = {
        "negotiate_request",
        "negotiate_response",
        "session_setup_request",
        "session_setup_response",
        "logoff_request",
        "logoff_response",
        "tree_connect_request",
        "tree_connect_response",
        "tree_disconnect_request",
        "tree_disconnect_response",
        "create_request",
        "create_response",
        "close_request",
        "close_response",
        "flush_request",
        "flush_response",
        "read_request",
        "read_response",
        "write_request",
        "write_response",
        "lock_request",
        "lock_response",
        "ioctl_request",
        "ioctl_response",
        "cancel_request",
        "?",
        "echo_request",
        "echo_response",
        "query_directory_request",
        "query_directory_response",
        "change_notify_request",
        "change_notify_response",
        "query_info_request",
        "query_info_response",
        "set_info_request",
        "set_info_response",
        "oplock_break_acknowledgment",
        "oplock_break_response",
        "?",
        "server_notification",
        "oplock_break_notification",
        "lease_break_acknowledgment",
        "lease_break_response",
        "lease_break_notification",
        "tree_connect_extension_request",
        "error_response",
    };
    return body < sizeof names / sizeof *names ? names[body] : "?";
}

/* Whether a response that is no success, and whose body says 9, keeps the command's own body. */
static int
keeps_its_body(uint16_t command, uint32_t status)
{
    switch (command) {
    case WYRE_SMB2_SESSION_SETUP:
        return status == WYRE_STATUS_MORE_PROCESSING_REQUIRED;
    case WYRE_SMB2_QUERY_INFO:
    case WYRE_SMB2_QUERY_DIRECTORY:
        return status == WYRE_STATUS_BUFFER_OVERFLOW;
    case WYRE_SMB2_CHANGE_NOTIFY:
        return status == WYRE_STATUS_NOTIFY_ENUM_DIR;
    default:
        return 0;
    }
}

static uint16_t
oplock_or_lease_break(const wyre_smb2_header *header, uint16_t size)
{
    int response = (header->flags & WYRE_SMB2_FLAGS_SERVER_TO_REDIR) != 0;
    int unsolicited = header->message_id == UINT64_MAX;
    if (!response)
        return size == LEASE_BREAK_SIZE ? WYRE_SMB2_BODY_LEASE_BREAK_ACKNOWLEDGMENT
                                        : WYRE_SMB2_BODY_OPLOCK_BREAK_ACKNOWLEDGMENT;
    if (size == LEASE_NOTIFICATION_SIZE)
        return WYRE_SMB2_BODY_LEASE_BREAK_NOTIFICATION;
    if (size == LEASE_BREAK_SIZE)
        return WYRE_SMB2_BODY_LEASE_BREAK_RESPONSE;
    return unsolicited ? WYRE_SMB2_BODY_OPLOCK_BREAK_NOTIFICATION
                       : WYRE_SMB2_BODY_OPLOCK_BREAK_RESPONSE;
}

uint16_t
wyre_smb2_body(const wyre_smb2_header *header, const uint8_t *in, size_t in_len)
{
    uint16_t command = header->command;
    uint16_t response = (header->flags & WYRE_SMB2_FLAGS_SERVER_TO_REDIR) != 0;
    uint16_t size = in_len >= BODY + 2 ? le16(in + BODY) : 0;
    if (command > WYRE_SMB2_SERVER_TO_CLIENT_NOTIFICATION)
        return WYRE_SMB2_BODY_UNKNOWN;
    if (response && header->status != 0 && size == ERROR_SIZE &&
        !keeps_its_body(command, header->status))
        return WYRE_SMB2_BODY_ERROR_RESPONSE;
    if (command == WYRE_SMB2_OPLOCK_BREAK)
        return oplock_or_lease_break(header, size);
    if (command == WYRE_SMB2_TREE_CONNECT && !response && in_len >= TREE_CONNECT_FLAGS + 2 &&
        (le16(in + TREE_CONNECT_FLAGS) & WYRE_SMB2_TREE_CONNECT_EXTENSION_PRESENT) != 0)
        return WYRE_SMB2_BODY_TREE_CONNECT_EXTENSION_REQUEST;
    if (command == WYRE_SMB2_CANCEL && response)
        return WYRE_SMB2_BODY_UNKNOWN;
    if (command == WYRE_SMB2_SERVER_TO_CLIENT_NOTIFICATION && !response)
        return WYRE_SMB2_BODY_UNKNOWN;
    return (uint16_t)(command * 2 + response);
}

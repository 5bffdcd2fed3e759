/* Error replies: what their numbers mean. */
#include <wyre/msnp_command.h>

#define ERROR(name)                                                                                \
    {                                                                                              \
        WYRE_MSNP_ERROR_##name, #name                                                              \
    }

static const struct error {
    uint32_t code;
    const char *name;
} errors[] = {
    ERROR(SYNTAX),
    ERROR(PARAMETER),
    ERROR(LIST_203),
    ERROR(NETWORK_ID),
    ERROR(NO_SUCH_ACCOUNT),
    ERROR(DOMAIN_MISSING),
    ERROR(ALREADY_LOGGED_IN),
    ERROR(ACCOUNT_NAME),
    ERROR(NICKNAME),
    ERROR(LIST_FULL),
    ERROR(ALREADY_ON_LIST),
    ERROR(NOT_ON_LIST),
    ERROR(NOT_ONLINE),
    ERROR(ALREADY_IN_MODE),
    ERROR(ON_OPPOSITE_LIST),
    ERROR(TOO_MANY_GROUPS),
    ERROR(NO_SUCH_GROUP),
    ERROR(NOT_IN_GROUP),
    ERROR(GROUP_NOT_EMPTY),
    ERROR(GROUP_EXISTS),
    ERROR(GROUP_NAME_LONG),
    ERROR(GROUP_ZERO),
    ERROR(GROUP_FOR_ADD),
    ERROR(LIST_234),
    ERROR(EMPTY_DOMAIN),
    ERROR(LIST_PAYLOAD),
    ERROR(SWITCHBOARD_FAILED),
    ERROR(TRANSFER_FAILED),
    ERROR(FIELD_MISSING),
    ERROR(TOO_MANY_HITS),
    ERROR(NOT_LOGGED_IN),
    ERROR(ADDRESS_BOOK_ACCESS),
    ERROR(ADDRESS_BOOK),
    ERROR(INTERNAL),
    ERROR(DATABASE),
    ERROR(COMMAND_DISABLED),
    ERROR(INTERNAL_503),
    ERROR(MESSAGE_508),
    ERROR(MOBILE_MESSAGE),
    ERROR(FILE),
    ERROR(MESSAGE_511),
    ERROR(MEMORY),
    ERROR(CHALLENGE),
    ERROR(MESSAGE_591),
    ERROR(SERVER_BUSY),
    ERROR(SERVER_UNAVAILABLE_601),
    ERROR(PEER_SERVER_DOWN),
    ERROR(DATABASE_CONNECTION),
    ERROR(SERVER_GOING_DOWN),
    ERROR(SERVER_UNAVAILABLE_605),
    ERROR(SERVER_GOING_DOWN_640),
    ERROR(CANNOT_CONNECT),
    ERROR(CVR_PARAMETERS),
    ERROR(WRITE_BLOCKING),
    ERROR(SESSION_OVERLOADED),
    ERROR(TOO_MANY_ACTIONS),
    ERROR(TOO_MANY_SESSIONS),
    ERROR(NOT_EXPECTED),
    ERROR(FRIEND_FILE),
    ERROR(NOT_EXPECTED_731),
    ERROR(CHANGING_TOO_RAPIDLY),
    ERROR(GROUP_MESSAGE),
    ERROR(TOO_BUSY_910),
    ERROR(AUTHENTICATION),
    ERROR(TOO_BUSY_912),
    ERROR(HIDDEN),
    ERROR(SERVER_UNAVAILABLE_914),
    ERROR(SERVER_UNAVAILABLE_915),
    ERROR(SERVER_UNAVAILABLE_916),
    ERROR(AUTHENTICATION_917),
    ERROR(TOO_BUSY_918),
    ERROR(TOO_BUSY_919),
    ERROR(NO_NEW_USERS),
    ERROR(TOO_BUSY_921),
    ERROR(TOO_BUSY_922),
    ERROR(CHILD_WITHOUT_CONSENT),
    ERROR(PASSPORT_NOT_VERIFIED),
    ERROR(TICKET),
    ERROR(WRONG_SERVER),
    ERROR(CIRCLE_MEMBERSHIP),
};

const char *
wyre_msnp_error_name(uint32_t code)
{
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (errors[i].code == code)
            return errors[i].name;
    return "?";
}

uint32_t
wyre_msnp_error_code(const wyre_msnp_command *m)
{
    uint32_t code = 0;
    for (unsigned i = 0; i < 3; i++) {
        uint32_t digit = m->verb[i] - (uint32_t)'0';
        if (digit > 9)
            return 1000;
        code = code * 10 + digit;
    }
    return code;
}

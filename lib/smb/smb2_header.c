/* The SMB2 header: [MS-SMB2] 2.2.1. */
#include <wyre/smb2.h>
#include "../core/layout.h"
#include "../core/names.h"

static const constant_name smb2_command_names[] = {
    NAME(WYRE_SMB2_, NEGOTIATE),
    NAME(WYRE_SMB2_, SESSION_SETUP),
    NAME(WYRE_SMB2_, LOGOFF),
    NAME(WYRE_SMB2_, TREE_CONNECT),
    NAME(WYRE_SMB2_, TREE_DISCONNECT),
    NAME(WYRE_SMB2_, CREATE),
    NAME(WYRE_SMB2_, CLOSE),
    NAME(WYRE_SMB2_, FLUSH),
    NAME(WYRE_SMB2_, READ),
    NAME(WYRE_SMB2_, WRITE),
    NAME(WYRE_SMB2_, LOCK),
    NAME(WYRE_SMB2_, IOCTL),
    NAME(WYRE_SMB2_, CANCEL),
    NAME(WYRE_SMB2_, ECHO),
    NAME(WYRE_SMB2_, QUERY_DIRECTORY),
    NAME(WYRE_SMB2_, CHANGE_NOTIFY),
    NAME(WYRE_SMB2_, QUERY_INFO),
    NAME(WYRE_SMB2_, SET_INFO),
    NAME(WYRE_SMB2_, OPLOCK_BREAK),
    NAME(WYRE_SMB2_, SERVER_TO_CLIENT_NOTIFICATION),
};

const char *
wyre_smb2_command_name(uint16_t command)
{
    return NAME_OF(smb2_command_names, command);
}

/* ---- 2.2.1 SMB2 packet header, ASYNC and SYNC ------------------------------------------------- */

LAYOUT
header(layout *l, wyre_smb2_header *m)
{
    MAGIC(l,  0, 0xfe534d42);
    SIZE (l,  4, 64);
    U16  (l,  6, m, credit_charge, NUMBER);
    U32  (l,  8, m, status,        FLAGS);
    U16  (l, 12, m, command,       NUMBER);
    U16  (l, 14, m, credits,       NUMBER);
    U32  (l, 16, m, flags,         FLAGS);
    U32  (l, 20, m, next_command,  NUMBER);
    U64  (l, 24, m, message_id,    NUMBER);
    if ((m->flags & WYRE_SMB2_FLAGS_ASYNC_COMMAND) != 0) {
        U64(l, 32, m, async_id,    NUMBER);
    } else {
        U32(l, 32, m, process_id,  NUMBER);
        U32(l, 36, m, tree_id,     NUMBER);
    }
    U64  (l, 40, m, session_id,    NUMBER);
    ARRAY(l, 48, m, signature,     BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> WYRE_SMB2_HEADER_SIZE <= in_len; */
CODEC(wyre_smb2_header, header, WYRE_SMB2_HEADER_SIZE, 0)

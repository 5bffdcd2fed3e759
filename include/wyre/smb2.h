/* wyre/smb2.h: SMB 2.0.2 to 3.1.1 messages, [MS-SMB2]. All integers are little-endian on the wire. */
#ifndef WYRE_SMB2_H
#define WYRE_SMB2_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

enum { WYRE_SMB2_HEADER_SIZE = 64 };

/* ---- Header: [MS-SMB2] 2.2.1 --------------------------------------------------------------------- */

enum { /* command */
    WYRE_SMB2_NEGOTIATE = 0x00,
    WYRE_SMB2_SESSION_SETUP = 0x01,
    WYRE_SMB2_LOGOFF = 0x02,
    WYRE_SMB2_TREE_CONNECT = 0x03,
    WYRE_SMB2_TREE_DISCONNECT = 0x04,
    WYRE_SMB2_CREATE = 0x05,
    WYRE_SMB2_CLOSE = 0x06,
    WYRE_SMB2_FLUSH = 0x07,
    WYRE_SMB2_READ = 0x08,
    WYRE_SMB2_WRITE = 0x09,
    WYRE_SMB2_LOCK = 0x0a,
    WYRE_SMB2_IOCTL = 0x0b,
    WYRE_SMB2_CANCEL = 0x0c,
    WYRE_SMB2_ECHO = 0x0d,
    WYRE_SMB2_QUERY_DIRECTORY = 0x0e,
    WYRE_SMB2_CHANGE_NOTIFY = 0x0f,
    WYRE_SMB2_QUERY_INFO = 0x10,
    WYRE_SMB2_SET_INFO = 0x11,
    WYRE_SMB2_OPLOCK_BREAK = 0x12,
    WYRE_SMB2_SERVER_TO_CLIENT_NOTIFICATION = 0x13
};

/* The name of a command without its prefix, "CREATE"; "?" for any other number. */
WYRE_API const char *wyre_smb2_command_name(uint16_t command);

enum { /* flags */
    WYRE_SMB2_FLAGS_SERVER_TO_REDIR = 0x00000001, /* a response */
    WYRE_SMB2_FLAGS_ASYNC_COMMAND = 0x00000002,
    WYRE_SMB2_FLAGS_RELATED_OPERATIONS = 0x00000004,
    WYRE_SMB2_FLAGS_SIGNED = 0x00000008,
    WYRE_SMB2_FLAGS_PRIORITY_MASK = 0x00000070,
    WYRE_SMB2_FLAGS_DFS_OPERATIONS = 0x10000000,
    WYRE_SMB2_FLAGS_REPLAY_OPERATION = 0x20000000
};

typedef struct wyre_smb2_header {
    uint64_t message_id;
    uint64_t async_id;   /* with flag ASYNC_COMMAND, else 0 */
    uint64_t session_id;
    uint32_t status;     /* NTSTATUS; in requests ChannelSequence (3.x) or 0 */
    uint32_t flags;      /* bits WYRE_SMB2_FLAGS_... */
    uint32_t next_command; /* bytes from this header to the next one of the compound; 0: the last */
    uint32_t process_id; /* Reserved; without flag ASYNC_COMMAND, else 0 */
    uint32_t tree_id;    /* without flag ASYNC_COMMAND, else 0 */
    uint16_t credit_charge;
    uint16_t command;    /* WYRE_SMB2_NEGOTIATE ... */
    uint16_t credits;    /* CreditRequest or CreditResponse */
    uint16_t unused;     /* 0 */
    uint8_t signature[16];
} wyre_smb2_header;

/* Decodes the header of one message or compound link.
 *   in     in_len bytes from the ProtocolId on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 64
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 64
 *   WYRE_E_MAGIC   ProtocolId is not FE 'S' 'M' 'B'
 *   WYRE_E_VALUE   StructureSize is not 64
 * next_command is not judged here: wyre_smb2_compound_next does that. [MS-SMB2] 2.2.1 */
WYRE_API wyre_status wyre_smb2_header_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_smb2_header *out, size_t *n);

/* Encodes a header.
 *   m    async_id is written with flag ASYNC_COMMAND, process_id and tree_id without it
 *   src  not used, m has no span
 *   out  cap bytes
 *   n    64: the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK or WYRE_E_SPACE. [MS-SMB2] 2.2.1 */
WYRE_API wyre_status wyre_smb2_header_encode(const wyre_smb2_header *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_header_visit(const wyre_smb2_header *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/smb1_header.h: the header of SMB1 messages and what their signature covers, [MS-CIFS] 2.2.3.1. */
#ifndef WYRE_SMB1_HEADER_H
#define WYRE_SMB1_HEADER_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

enum {
    WYRE_SMB1_HEADER_SIZE = 32 /* and `at` of the first block */
};

/* ---- Header: [MS-CIFS] 2.2.3.1, [MS-SMB] 2.2.3.1 ------------------------------------------------- */

enum { /* command: [MS-CIFS] 2.2.2.1 */
       WYRE_SMB1_CREATE_DIRECTORY = 0x00,
       WYRE_SMB1_DELETE_DIRECTORY = 0x01,
       WYRE_SMB1_OPEN = 0x02,
       WYRE_SMB1_CREATE = 0x03,
       WYRE_SMB1_CLOSE = 0x04,
       WYRE_SMB1_FLUSH = 0x05,
       WYRE_SMB1_DELETE = 0x06,
       WYRE_SMB1_RENAME = 0x07,
       WYRE_SMB1_QUERY_INFORMATION = 0x08,
       WYRE_SMB1_SET_INFORMATION = 0x09,
       WYRE_SMB1_READ = 0x0a,
       WYRE_SMB1_WRITE = 0x0b,
       WYRE_SMB1_LOCK_BYTE_RANGE = 0x0c,
       WYRE_SMB1_UNLOCK_BYTE_RANGE = 0x0d,
       WYRE_SMB1_CREATE_TEMPORARY = 0x0e,
       WYRE_SMB1_CREATE_NEW = 0x0f,
       WYRE_SMB1_CHECK_DIRECTORY = 0x10,
       WYRE_SMB1_PROCESS_EXIT = 0x11,
       WYRE_SMB1_SEEK = 0x12,
       WYRE_SMB1_LOCK_AND_READ = 0x13,
       WYRE_SMB1_WRITE_AND_UNLOCK = 0x14,
       WYRE_SMB1_READ_RAW = 0x1a,
       WYRE_SMB1_READ_MPX = 0x1b,
       WYRE_SMB1_READ_MPX_SECONDARY = 0x1c,
       WYRE_SMB1_WRITE_RAW = 0x1d,
       WYRE_SMB1_WRITE_MPX = 0x1e,
       WYRE_SMB1_WRITE_MPX_SECONDARY = 0x1f,
       WYRE_SMB1_WRITE_COMPLETE = 0x20,
       WYRE_SMB1_QUERY_SERVER = 0x21,
       WYRE_SMB1_SET_INFORMATION2 = 0x22,
       WYRE_SMB1_QUERY_INFORMATION2 = 0x23,
       WYRE_SMB1_LOCKING_ANDX = 0x24,
       WYRE_SMB1_TRANSACTION = 0x25,
       WYRE_SMB1_TRANSACTION_SECONDARY = 0x26,
       WYRE_SMB1_IOCTL = 0x27,
       WYRE_SMB1_IOCTL_SECONDARY = 0x28,
       WYRE_SMB1_COPY = 0x29,
       WYRE_SMB1_MOVE = 0x2a,
       WYRE_SMB1_ECHO = 0x2b,
       WYRE_SMB1_WRITE_AND_CLOSE = 0x2c,
       WYRE_SMB1_OPEN_ANDX = 0x2d,
       WYRE_SMB1_READ_ANDX = 0x2e,
       WYRE_SMB1_WRITE_ANDX = 0x2f,
       WYRE_SMB1_NEW_FILE_SIZE = 0x30,
       WYRE_SMB1_CLOSE_AND_TREE_DISC = 0x31,
       WYRE_SMB1_TRANSACTION2 = 0x32,
       WYRE_SMB1_TRANSACTION2_SECONDARY = 0x33,
       WYRE_SMB1_FIND_CLOSE2 = 0x34,
       WYRE_SMB1_FIND_NOTIFY_CLOSE = 0x35,
       WYRE_SMB1_TREE_CONNECT = 0x70,
       WYRE_SMB1_TREE_DISCONNECT = 0x71,
       WYRE_SMB1_NEGOTIATE = 0x72,
       WYRE_SMB1_SESSION_SETUP_ANDX = 0x73,
       WYRE_SMB1_LOGOFF_ANDX = 0x74,
       WYRE_SMB1_TREE_CONNECT_ANDX = 0x75,
       WYRE_SMB1_SECURITY_PACKAGE_ANDX = 0x7e,
       WYRE_SMB1_QUERY_INFORMATION_DISK = 0x80,
       WYRE_SMB1_SEARCH = 0x81,
       WYRE_SMB1_FIND = 0x82,
       WYRE_SMB1_FIND_UNIQUE = 0x83,
       WYRE_SMB1_FIND_CLOSE = 0x84,
       WYRE_SMB1_NT_TRANSACT = 0xa0,
       WYRE_SMB1_NT_TRANSACT_SECONDARY = 0xa1,
       WYRE_SMB1_NT_CREATE_ANDX = 0xa2,
       WYRE_SMB1_NT_CANCEL = 0xa4,
       WYRE_SMB1_NT_RENAME = 0xa5,
       WYRE_SMB1_OPEN_PRINT_FILE = 0xc0,
       WYRE_SMB1_WRITE_PRINT_FILE = 0xc1,
       WYRE_SMB1_CLOSE_PRINT_FILE = 0xc2,
       WYRE_SMB1_GET_PRINT_QUEUE = 0xc3,
       WYRE_SMB1_READ_BULK = 0xd8,
       WYRE_SMB1_WRITE_BULK = 0xd9,
       WYRE_SMB1_WRITE_BULK_DATA = 0xda,
       WYRE_SMB1_INVALID = 0xfe,
       WYRE_SMB1_NO_ANDX_COMMAND = 0xff /* as AndXCommand: the chain ends */
};

/* The name of a command without its prefix, "READ_ANDX"; "?" for any other number. */
WYRE_API const char *wyre_smb1_command_name(uint8_t command);

enum { /* flags */
       WYRE_SMB1_FLAGS_LOCK_AND_READ_OK = 0x01,
       WYRE_SMB1_FLAGS_BUF_AVAIL = 0x02,
       WYRE_SMB1_FLAGS_CASE_INSENSITIVE = 0x08,
       WYRE_SMB1_FLAGS_CANONICALIZED_PATHS = 0x10,
       WYRE_SMB1_FLAGS_OPLOCK = 0x20,
       WYRE_SMB1_FLAGS_OPBATCH = 0x40,
       WYRE_SMB1_FLAGS_REPLY = 0x80 /* from the server; an oplock break comes without it */
};

enum { /* flags2 */
       WYRE_SMB1_FLAGS2_LONG_NAMES = 0x0001,
       WYRE_SMB1_FLAGS2_EAS = 0x0002,
       WYRE_SMB1_FLAGS2_SECURITY_SIGNATURE = 0x0004,
       WYRE_SMB1_FLAGS2_COMPRESSED = 0x0008,
       WYRE_SMB1_FLAGS2_SECURITY_SIGNATURE_REQUIRED = 0x0010,
       WYRE_SMB1_FLAGS2_IS_LONG_NAME = 0x0040,
       WYRE_SMB1_FLAGS2_REPARSE_PATH = 0x0400,
       WYRE_SMB1_FLAGS2_EXTENDED_SECURITY = 0x0800,
       WYRE_SMB1_FLAGS2_DFS = 0x1000,
       WYRE_SMB1_FLAGS2_PAGING_IO = 0x2000,
       WYRE_SMB1_FLAGS2_NT_STATUS = 0x4000, /* Status is an NTSTATUS, not class and code */
       WYRE_SMB1_FLAGS2_UNICODE = 0x8000    /* strings are UTF-16LE */
};

enum { /* error_class */
       WYRE_SMB1_ERROR_SUCCESS = 0x00,
       WYRE_SMB1_ERROR_DOS = 0x01,
       WYRE_SMB1_ERROR_SERVER = 0x02,
       WYRE_SMB1_ERROR_HARDWARE = 0x03,
       WYRE_SMB1_ERROR_COMMAND = 0xff
};

enum {
    WYRE_SMB1_TID_NONE = 0xffff,
    WYRE_SMB1_MID_OPLOCK_BREAK = 0xffff /* of a LOCKING_ANDX request that the server sends */
};

typedef struct wyre_smb1_header {
    uint32_t status;     /* NTSTATUS; with flag NT_STATUS in flags2, else 0 */
    uint16_t error_code; /* without flag NT_STATUS, else 0; error_class says whose */
    uint16_t flags2;     /* bits WYRE_SMB1_FLAGS2_... */
    uint16_t pid_high;
    uint16_t reserved;
    uint16_t tid; /* tree; WYRE_SMB1_TID_NONE: none */
    uint16_t pid_low;
    uint16_t uid;                 /* session */
    uint16_t mid;                 /* the response carries that of its request */
    uint8_t security_features[8]; /* signature */
    uint8_t command;              /* WYRE_SMB1_CREATE_DIRECTORY ..., of the first block */
    uint8_t error_class;          /* without flag NT_STATUS, else 0: WYRE_SMB1_ERROR_... */
    uint8_t error_reserved;       /* without flag NT_STATUS, else 0 */
    uint8_t flags;                /* bits WYRE_SMB1_FLAGS_... */
} wyre_smb1_header;

/* Decodes the header of a message.
 *   in     in_len bytes from the Protocol on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 32
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 32
 *   WYRE_E_MAGIC   Protocol is not FF 'S' 'M' 'B'
 * [MS-CIFS] 2.2.3.1 */
WYRE_API wyre_status wyre_smb1_header_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_smb1_header *out, size_t *n);

/* Encodes a header.
 *   m    status is written with flag NT_STATUS, the three fields of the error without it
 *   src  not used, m has no span
 *   n    32: the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK or WYRE_E_SPACE. [MS-CIFS] 2.2.3.1 */
WYRE_API wyre_status wyre_smb1_header_encode(const wyre_smb1_header *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field under its name in the struct, in wire order but for flags2, which comes
 * first because it says what Status is. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb1_header_visit(const wyre_smb1_header *m, const wyre_visitor *v);

/* ---- Signing: [MS-CIFS] 3.1.4.1 ------------------------------------------------------------------
 * The signature is the first 8 bytes of MD5 over: session key, challenge response, and the message
 * with its SecurityFeatures replaced. wyre tells which bytes; the digest is the caller's. */

typedef struct wyre_smb1_signing {
    wyre_span before;      /* of the message, up to SecurityFeatures */
    wyre_span after;       /* of the message, behind SecurityFeatures */
    wyre_span signature;   /* SecurityFeatures: where the first 8 bytes of the digest go */
    uint8_t substitute[8]; /* what is digested in their place: the sequence number, and 4 zeros */
} wyre_smb1_signing;

/* Tells what is digested: before, substitute, after, in this order.
 *   in        the whole message from its header on; NULL only when in_len is 0
 *   sequence  2n for request n (from 0), 2n + 1 for its response
 *   out       filled on OK, zeroed on anything else; its spans count from `in`
 *   n         on OK in_len
 * WYRE_OK, or WYRE_E_ARG, WYRE_E_LENGTH and WYRE_E_MAGIC as wyre_smb1_header_decode.
 * [MS-CIFS] 3.1.4.1 */
WYRE_API wyre_status wyre_smb1_signing_ranges(const uint8_t *in, size_t in_len, uint32_t sequence,
                                              wyre_smb1_signing *out, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

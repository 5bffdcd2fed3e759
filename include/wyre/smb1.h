/* wyre/smb1.h: SMB1 (CIFS) messages, [MS-CIFS] and [MS-SMB]. All integers are little-endian.
 *
 * A message is a header and one block, or a chain of blocks. A block is WordCount, words, ByteCount,
 * bytes; command, direction and WordCount together say which struct it is. All offsets on the wire,
 * all spans and all alignments count from the header, so every function is given the whole message
 * and, as `at`, where in it the WordCount of its block stands. */
#ifndef WYRE_SMB1_H
#define WYRE_SMB1_H
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

/* ---- Blocks and chains: [MS-CIFS] 2.2.3.2 to 2.2.3.4 --------------------------------------------- */

enum { WYRE_SMB1_CHAIN_CAP = 16 }; /* the most blocks that are walked or built */

/* 1 where the command's words begin with AndXCommand and AndXOffset, so that a chain may go on
 * behind it; else 0. [MS-CIFS] 2.2.3.4 */
WYRE_API int32_t wyre_smb1_is_andx(uint8_t command);

/* 1 where the specification lets `next` follow `command` in a chain; else 0.
 * [MS-CIFS] 2.2.4.32, 2.2.4.41 to 2.2.4.43, 2.2.4.53 to 2.2.4.55, 2.2.4.64 */
WYRE_API int32_t wyre_smb1_may_follow(uint8_t command, uint8_t next);

enum { /* oddities: what is legal enough to be walked, and yet worth a look */
       WYRE_SMB1_BLOCK_FOLLOWS_ILLEGALLY = 0x01, /* see wyre_smb1_may_follow */
       WYRE_SMB1_BLOCK_OVERLAPS = 0x02,      /* begins inside an earlier block: OS/2 does that */
       WYRE_SMB1_BLOCK_NO_BYTE_COUNT = 0x04, /* the message ends in its place: OS/2, on errors */
       WYRE_SMB1_BLOCK_BYTES_CUT = 0x08,     /* ByteCount goes past the end: Windows 2003 leaves it
                                                 uninitialised in extended NT_CREATE_ANDX responses */
       WYRE_SMB1_BLOCK_50_WORDS = 0x10 /* WordCount says 42, there are 50: the same responses */
};

typedef struct wyre_smb1_block {
    wyre_span words; /* all of them; of an AndX command, AndXCommand and AndXOffset included */
    wyre_span bytes;
    uint32_t at;          /* where WordCount stands */
    uint16_t byte_count;  /* as on the wire; of large reads and writes the low 16 bits */
    uint16_t andx_offset; /* of an AndX command, else 0; means nothing where the chain ends */
    uint8_t command;      /* WYRE_SMB1_CREATE_DIRECTORY ... */
    uint8_t word_count;   /* as on the wire */
    uint8_t andx_command; /* of an AndX command, else WYRE_SMB1_NO_ANDX_COMMAND */
    uint8_t reply;        /* 1: of a response */
    uint8_t oddities;     /* bits WYRE_SMB1_BLOCK_... */
    uint8_t unused[3];    /* 0 */
} wyre_smb1_block;

typedef struct wyre_smb1_block_iter {
    uint32_t pos;    /* where the next block begins; all zero at first */
    uint32_t count;  /* blocks so far */
    uint32_t fault;  /* offset of the byte at fault after a refusal */
    uint32_t end;    /* where the blocks so far end */
    uint8_t command; /* of the next block */
    uint8_t last;    /* the command in front of it */
    uint8_t ended;   /* 1: no block follows */
    uint8_t unused;  /* 0 */
} wyre_smb1_block_iter;

/* Takes the next block of a message: the first one, then along the AndX chain.
 *   it   where to go on, all zero at first; after a refusal only `fault` has changed
 *   in   the whole message from its header on; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END: AndXCommand was FF, AndXOffset 0, the command no AndX command, or its response
 * without words; or
 *   WYRE_E_ARG     in_len is over 4 GiB - 1, or it->pos is past it
 *   WYRE_E_LENGTH  the header, the words, ByteCount or the bytes it counts go past in_len
 *   WYRE_E_MAGIC   Protocol is not FF 'S' 'M' 'B'
 *   WYRE_E_VALUE   an AndX command with less than two words
 *   WYRE_E_OFFSET  AndXOffset is past in_len, or not behind the WordCount of its own block
 *   WYRE_E_LIMIT   more than WYRE_SMB1_CHAIN_CAP blocks
 * Bytes behind the last block are legal. [MS-CIFS] 2.2.3.4 */
WYRE_API wyre_status wyre_smb1_block_next(wyre_smb1_block_iter *it, const uint8_t *in,
                                          size_t in_len, wyre_smb1_block *out);

/* Tells `v` every field under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb1_block_visit(const wyre_smb1_block *m, const wyre_visitor *v);

typedef struct wyre_smb1_chain {
    uint32_t at;       /* where the next block goes; 32 at first, all else zero */
    uint32_t last;     /* where the WordCount of the last block stands */
    uint32_t count;    /* blocks so far */
    uint8_t command;   /* of the last block */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_chain;

/* Adds a block that was encoded at chain->at: the block in front of it gets this command as its
 * AndXCommand and this place as its AndXOffset; this one, if it is an AndX command, ends the chain.
 *   chain    what was built so far
 *   command  of the block
 *   end      where it ends: *n of its encoder, also one that answered WYRE_E_SPACE
 *   out      the message, cap bytes, the same at each call; what lies past cap is not patched
 * WYRE_OK, or, and nothing changes:
 *   WYRE_E_ARG    end is not behind chain->at
 *   WYRE_E_STATE  command may not follow the one in front of it
 *   WYRE_E_LIMIT  more than WYRE_SMB1_CHAIN_CAP blocks
 *   WYRE_E_RANGE  chain->at does not fit AndXOffset
 * The header's command is that of the first block. [MS-CIFS] 2.2.3.4 */
WYRE_API wyre_status wyre_smb1_chain_add(wyre_smb1_chain *chain, uint8_t command, size_t end,
                                         uint8_t *out, size_t cap);

/* ---- Bodies ------------------------------------------------------------------------------------
 * One struct for each command, direction and WordCount. Where a larger WordCount only adds words, one
 * struct has both, and its field word_count says which.
 *
 * Strings are told by `unicode`: 1 for UTF-16LE, which is aligned to 2 from the header, 0 for OEM. A
 * span is without the terminator, which the last string of a block may lack. A string that is called
 * optional is {0, 0} where the bytes ended before it, and is left out on encoding if only such ones
 * follow it.
 *
 * Every decoder of a block:
 *   in     the whole message from its header on, in_len bytes; NULL only when in_len is 0
 *   at     where the block's WordCount stands: 32, or `at` of wyre_smb1_block
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where the last part ends
 * Every encoder of a block:
 *   src    what the spans of *m count from; not used where it has none
 *   at     where WordCount goes
 *   out    the whole message, cap bytes; what stands in front of the block is left alone
 *   n      on OK where the block ends, on WYRE_E_SPACE the cap that it needs
 * Decoders and encoders without `at` are those of parts, each a unit of its own. Every visit function
 * tells the fields in wire order, each under its name in the struct. */

/* What every block is: the body of each command that has no struct of its own, and of each message
 * without words and bytes, such as TREE_DISCONNECT, PROCESS_EXIT, NT_CANCEL and most responses, which
 * are encoded from a struct of zeros. */
typedef struct wyre_smb1_body {
    wyre_span words; /* 2 * WordCount bytes */
    wyre_span bytes;
} wyre_smb1_body;

/* Decodes any block, as words and bytes.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 * [MS-CIFS] 2.2.3.2, 2.2.3.3 */
WYRE_API wyre_status wyre_smb1_body_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                           uint32_t flags, wyre_smb1_body *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  words of odd length or more than 255; more than 65535 bytes */
WYRE_API wyre_status wyre_smb1_body_encode(const wyre_smb1_body *m, const uint8_t *src,
                                           size_t src_len, uint32_t at, uint8_t *out, size_t cap,
                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_body_visit(const wyre_smb1_body *m, const wyre_visitor *v);

/* The AndX words alone: LOGOFF_ANDX both ways, and the response of LOCKING_ANDX. */
typedef struct wyre_smb1_andx {
    uint16_t andx_offset;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
} wyre_smb1_andx;

/* Decodes a block of the AndX words alone.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 2
 * [MS-CIFS] 2.2.4.32.2, 2.2.4.54 */
WYRE_API wyre_status wyre_smb1_andx_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                           uint32_t flags, wyre_smb1_andx *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_andx_encode(const wyre_smb1_andx *m, const uint8_t *src,
                                           size_t src_len, uint32_t at, uint8_t *out, size_t cap,
                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_andx_visit(const wyre_smb1_andx *m, const wyre_visitor *v);

/* ---- NEGOTIATE: [MS-CIFS] 2.2.4.52, [MS-SMB] 2.2.4.5 ---------------------------------------- */

enum { WYRE_SMB1_DIALECTS_CAP = 64 }; /* the most dialects that are walked */

typedef struct wyre_smb1_negotiate_request {
    wyre_span dialects; /* wyre_smb1_dialect_next takes it apart */
} wyre_smb1_negotiate_request;

/* Decodes a NEGOTIATE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 0
 * [MS-CIFS] 2.2.4.52.1 */
WYRE_API wyre_status wyre_smb1_negotiate_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_negotiate_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_negotiate_request_encode(const wyre_smb1_negotiate_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_negotiate_request_visit(const wyre_smb1_negotiate_request *m,
                                                       const wyre_visitor *v);

typedef struct wyre_smb1_dialect_iter {
    uint32_t pos;   /* dialects.off at first, all else zero */
    uint32_t count; /* dialects so far */
    uint32_t fault; /* offset of the byte at fault after a refusal */
} wyre_smb1_dialect_iter;

typedef struct wyre_smb1_dialect {
    wyre_span name; /* ASCII, without its NUL */
    uint32_t index; /* what DialectIndex of the response means; the first is 0 */
} wyre_smb1_dialect;

/* Takes the next dialect of a list.
 *   it       where to go on; after a refusal only `fault` has changed
 *   in       what `dialects` counts from, in_len bytes of it
 *   dialects of the request
 *   out      filled on OK, zeroed on anything else
 * WYRE_OK; WYRE_END: none is left; or
 *   WYRE_E_ARG    dialects is not inside in, or it->pos not inside dialects
 *   WYRE_E_VALUE  an entry does not begin with its format byte, 02
 *   WYRE_E_TEXT   an entry without NUL
 *   WYRE_E_LIMIT  more than WYRE_SMB1_DIALECTS_CAP
 * [MS-CIFS] 2.2.4.52.1 */
WYRE_API wyre_status wyre_smb1_dialect_next(wyre_smb1_dialect_iter *it, const uint8_t *in,
                                            size_t in_len, wyre_span dialects,
                                            wyre_smb1_dialect *out);

/* Writes one entry of a list: 02, the name, NUL.
 *   name  len bytes; NULL only when len is 0
 *   n     the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: a NUL inside the name. [MS-CIFS] 2.2.4.52.1 */
WYRE_API wyre_status wyre_smb1_dialect_encode(const uint8_t *name, size_t len, uint8_t *out,
                                              size_t cap, size_t *n);

enum { WYRE_SMB1_NO_DIALECT = 0xffff }; /* dialect_index: the server takes none of them */

typedef struct wyre_smb1_negotiate_core_response {
    uint16_t dialect_index;
} wyre_smb1_negotiate_core_response;

/* Decodes a NEGOTIATE response of a core server, or one that takes no dialect.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.52.2 */
WYRE_API wyre_status wyre_smb1_negotiate_core_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_negotiate_core_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_negotiate_core_response_encode(
    const wyre_smb1_negotiate_core_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_negotiate_core_response_visit(
    const wyre_smb1_negotiate_core_response *m, const wyre_visitor *v);

enum { /* security_mode */
       WYRE_SMB1_NEGOTIATE_USER_SECURITY = 0x01,
       WYRE_SMB1_NEGOTIATE_ENCRYPT_PASSWORDS = 0x02,
       WYRE_SMB1_NEGOTIATE_SIGNATURES_ENABLED = 0x04,
       WYRE_SMB1_NEGOTIATE_SIGNATURES_REQUIRED = 0x08
};

typedef struct wyre_smb1_negotiate_lanman_response {
    wyre_span encryption_key; /* 0 or 8 bytes */
    wyre_span primary_domain; /* OEM, optional */
    uint32_t session_key;
    uint16_t dialect_index;
    uint16_t security_mode; /* bits WYRE_SMB1_NEGOTIATE_... */
    uint16_t max_buffer_size;
    uint16_t max_mpx_count;
    uint16_t max_number_vcs;
    uint16_t raw_mode;         /* bit 0: raw reads, bit 1: raw writes */
    uint16_t server_time;      /* hour << 11 | minute << 5 | second / 2 */
    uint16_t server_date;      /* (year - 1980) << 9 | month << 5 | day */
    uint16_t server_time_zone; /* minutes behind UTC, signed */
    uint16_t reserved;
} wyre_smb1_negotiate_lanman_response;

/* Decodes a NEGOTIATE response of LANMAN 1.0 to 2.1.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 13
 * [MS-CIFS] 2.2.4.52.2 */
WYRE_API wyre_status wyre_smb1_negotiate_lanman_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_negotiate_lanman_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside primary_domain; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_negotiate_lanman_response_encode(
    const wyre_smb1_negotiate_lanman_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_negotiate_lanman_response_visit(
    const wyre_smb1_negotiate_lanman_response *m, const wyre_visitor *v);

enum { /* capabilities: [MS-CIFS] 2.2.4.52.2, [MS-SMB] 2.2.4.5.2.1 */
       WYRE_SMB1_CAP_RAW_MODE = 0x00000001,
       WYRE_SMB1_CAP_MPX_MODE = 0x00000002,
       WYRE_SMB1_CAP_UNICODE = 0x00000004,
       WYRE_SMB1_CAP_LARGE_FILES = 0x00000008,
       WYRE_SMB1_CAP_NT_SMBS = 0x00000010,
       WYRE_SMB1_CAP_RPC_REMOTE_APIS = 0x00000020,
       WYRE_SMB1_CAP_STATUS32 = 0x00000040,
       WYRE_SMB1_CAP_LEVEL_II_OPLOCKS = 0x00000080,
       WYRE_SMB1_CAP_LOCK_AND_READ = 0x00000100,
       WYRE_SMB1_CAP_NT_FIND = 0x00000200,
       WYRE_SMB1_CAP_DFS = 0x00001000,
       WYRE_SMB1_CAP_INFOLEVEL_PASSTHRU = 0x00002000,
       WYRE_SMB1_CAP_LARGE_READX = 0x00004000,
       WYRE_SMB1_CAP_LARGE_WRITEX = 0x00008000,
       WYRE_SMB1_CAP_LWIO = 0x00010000,
       WYRE_SMB1_CAP_UNIX = 0x00800000,
       WYRE_SMB1_CAP_COMPRESSED_DATA = 0x02000000,
       WYRE_SMB1_CAP_DYNAMIC_REAUTH = 0x20000000,
       WYRE_SMB1_CAP_PERSISTENT_HANDLES = 0x40000000
};
/* Bit 31 of capabilities, which no enum can hold: the response has server_guid and security_blob. */
#define WYRE_SMB1_CAP_EXTENDED_SECURITY 0x80000000u

/* The names are not aligned, and capabilities, not flags2, says whether they are UTF-16LE. */
typedef struct wyre_smb1_negotiate_response {
    uint64_t system_time; /* FILETIME */
    wyre_span challenge; /* without EXTENDED_SECURITY: 8 bytes, or none where passwords are plain */
    wyre_span domain_name;   /* without EXTENDED_SECURITY, optional */
    wyre_span server_name;   /* without EXTENDED_SECURITY, optional */
    wyre_span security_blob; /* with EXTENDED_SECURITY: SPNEGO, may be empty */
    uint32_t max_buffer_size;
    uint32_t max_raw_size;
    uint32_t session_key;
    uint32_t capabilities; /* bits WYRE_SMB1_CAP_... */
    uint16_t dialect_index;
    uint16_t max_mpx_count;
    uint16_t max_number_vcs;
    uint16_t server_time_zone; /* minutes behind UTC, signed */
    uint8_t server_guid[16];   /* with EXTENDED_SECURITY */
    uint8_t security_mode;     /* bits WYRE_SMB1_NEGOTIATE_... */
    uint8_t challenge_length;  /* with EXTENDED_SECURITY, where no challenge follows; else 0 */
    uint8_t unused[6];         /* 0 */
} wyre_smb1_negotiate_response;

/* Decodes a NEGOTIATE response of NT LM 0.12.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; with
 *                  EXTENDED_SECURITY less than 16 bytes
 *   WYRE_E_VALUE   WordCount is not 17
 * [MS-CIFS] 2.2.4.52.2, [MS-SMB] 2.2.4.5.2 */
WYRE_API wyre_status wyre_smb1_negotiate_response_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t at, uint32_t flags,
                                                         wyre_smb1_negotiate_response *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_negotiate_response_encode(const wyre_smb1_negotiate_response *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint32_t at, uint8_t *out, size_t cap,
                                                         size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_negotiate_response_visit(const wyre_smb1_negotiate_response *m,
                                                        const wyre_visitor *v);

/* ---- SESSION_SETUP_ANDX: [MS-CIFS] 2.2.4.53, [MS-SMB] 2.2.4.6 ------------------------------- */

typedef struct wyre_smb1_session_setup_andx_lanman_request {
    wyre_span password;
    wyre_span account_name;   /* optional */
    wyre_span primary_domain; /* optional */
    wyre_span native_os;      /* optional */
    wyre_span native_lan_man; /* optional */
    uint32_t session_key;
    uint32_t reserved;
    uint16_t andx_offset;
    uint16_t max_buffer_size;
    uint16_t max_mpx_count;
    uint16_t vc_number;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unused[2]; /* 0 */
} wyre_smb1_session_setup_andx_lanman_request;

/* Decodes a SESSION_SETUP_ANDX request of LANMAN 1.0 to 2.1; its strings are OEM.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; password goes
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 10
 * [MS-CIFS] 2.2.4.53.1 */
WYRE_API wyre_status wyre_smb1_session_setup_andx_lanman_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_session_setup_andx_lanman_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_session_setup_andx_lanman_request_encode(
    const wyre_smb1_session_setup_andx_lanman_request *m, const uint8_t *src, size_t src_len,
    uint32_t at, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_session_setup_andx_lanman_request_visit(
    const wyre_smb1_session_setup_andx_lanman_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_session_setup_andx_request {
    wyre_span oem_password;     /* or LM response, 24 bytes */
    wyre_span unicode_password; /* or NT response, 24 bytes and more */
    wyre_span account_name;     /* optional */
    wyre_span primary_domain;   /* optional */
    wyre_span native_os;        /* optional */
    wyre_span native_lan_man;   /* optional */
    uint32_t session_key;
    uint32_t reserved;
    uint32_t capabilities; /* bits WYRE_SMB1_CAP_... */
    uint16_t andx_offset;
    uint16_t max_buffer_size;
    uint16_t max_mpx_count;
    uint16_t vc_number;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_session_setup_andx_request;

/* Decodes a SESSION_SETUP_ANDX request of NT LM 0.12 without extended security.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; the passwords
 *                  go past the bytes
 *   WYRE_E_VALUE   WordCount is not 13
 * [MS-CIFS] 2.2.4.53.1 */
WYRE_API wyre_status wyre_smb1_session_setup_andx_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_session_setup_andx_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_session_setup_andx_request_encode(
    const wyre_smb1_session_setup_andx_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_session_setup_andx_request_visit(
    const wyre_smb1_session_setup_andx_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_session_setup_andx_extended_request {
    wyre_span security_blob;  /* SPNEGO or bare NTLMSSP token */
    wyre_span native_os;      /* optional */
    wyre_span native_lan_man; /* optional */
    wyre_span primary_domain; /* optional; not in the specification, most clients send it */
    uint32_t session_key;
    uint32_t reserved;
    uint32_t capabilities; /* bits WYRE_SMB1_CAP_... */
    uint16_t andx_offset;
    uint16_t max_buffer_size;
    uint16_t max_mpx_count;
    uint16_t vc_number;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_session_setup_andx_extended_request;

/* Decodes a SESSION_SETUP_ANDX request with extended security.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; security_blob
 *                  goes past the bytes
 *   WYRE_E_VALUE   WordCount is not 12
 * [MS-SMB] 2.2.4.6.1 */
WYRE_API wyre_status wyre_smb1_session_setup_andx_extended_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_session_setup_andx_extended_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_session_setup_andx_extended_request_encode(
    const wyre_smb1_session_setup_andx_extended_request *m, const uint8_t *src, size_t src_len,
    uint32_t at, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_session_setup_andx_extended_request_visit(
    const wyre_smb1_session_setup_andx_extended_request *m, const wyre_visitor *v);

enum {                                 /* action */
       WYRE_SMB1_SETUP_GUEST = 0x0001, /* logged in as a guest */
       WYRE_SMB1_SETUP_USE_LANMAN_KEY = 0x0002
};

/* A response with status MORE_PROCESSING_REQUIRED, C0000016, is one of these too. The header's uid is
 * the new session. */
typedef struct wyre_smb1_session_setup_andx_response {
    wyre_span security_blob;  /* with word_count 4 */
    wyre_span native_os;      /* optional */
    wyre_span native_lan_man; /* optional */
    wyre_span primary_domain; /* optional */
    uint16_t andx_offset;
    uint16_t action;      /* bits WYRE_SMB1_SETUP_... */
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t word_count; /* 3, or with extended security 4 */
} wyre_smb1_session_setup_andx_response;

/* Decodes a SESSION_SETUP_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; security_blob
 *                  goes past the bytes
 *   WYRE_E_VALUE   WordCount is not 3 or 4
 * [MS-CIFS] 2.2.4.53.2, [MS-SMB] 2.2.4.6.2 */
WYRE_API wyre_status wyre_smb1_session_setup_andx_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_session_setup_andx_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  word_count is not 3 or 4; a NUL inside a string; a part is longer than the field
 *                 that counts it */
WYRE_API wyre_status wyre_smb1_session_setup_andx_response_encode(
    const wyre_smb1_session_setup_andx_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_session_setup_andx_response_visit(
    const wyre_smb1_session_setup_andx_response *m, const wyre_visitor *v);

/* ---- TREE_CONNECT_ANDX and TREE_CONNECT: [MS-CIFS] 2.2.4.55, 2.2.4.50, [MS-SMB] 2.2.4.7 ----- */

enum { /* flags */
       WYRE_SMB1_TREE_CONNECT_DISCONNECT_TID = 0x0001,
       WYRE_SMB1_TREE_CONNECT_EXTENDED_SIGNATURES = 0x0004,
       WYRE_SMB1_TREE_CONNECT_EXTENDED_RESPONSE = 0x0008
};

typedef struct wyre_smb1_tree_connect_andx_request {
    wyre_span password; /* with user security one zero byte, or none */
    wyre_span path;     /* such as \\server\share */
    wyre_span
        service; /* OEM: "A:", "LPT1:", "IPC", "COMM" or "?????", any; optional, though the specification demands it */
    uint16_t andx_offset;
    uint16_t flags;       /* bits WYRE_SMB1_TREE_CONNECT_... */
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_tree_connect_andx_request;

/* Decodes a TREE_CONNECT_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; password goes
 *                  past the bytes, or path is not there
 *   WYRE_E_VALUE   WordCount is not 4
 * [MS-CIFS] 2.2.4.55.1 */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_tree_connect_andx_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_request_encode(
    const wyre_smb1_tree_connect_andx_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_request_visit(
    const wyre_smb1_tree_connect_andx_request *m, const wyre_visitor *v);

enum { /* optional_support */
       WYRE_SMB1_SUPPORT_SEARCH_BITS = 0x0001,
       WYRE_SMB1_SHARE_IS_IN_DFS = 0x0002,
       WYRE_SMB1_CSC_MASK = 0x000c,
       WYRE_SMB1_UNIQUE_FILE_NAME = 0x0010,
       WYRE_SMB1_EXTENDED_SIGNATURES = 0x0020
};

/* The header's tid is the new tree. */
typedef struct wyre_smb1_tree_connect_andx_response {
    wyre_span service;                          /* OEM: "A:", "LPT1:", "IPC" or "COMM" */
    wyre_span native_file_system;               /* optional */
    uint32_t maximal_share_access_rights;       /* with word_count 7 */
    uint32_t guest_maximal_share_access_rights; /* with word_count 7 */
    uint16_t andx_offset;
    uint16_t optional_support; /* with word_count 3 and 7 */
    uint8_t andx_command;      /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t word_count; /* 2: LANMAN, 3: NT LM, 7: where EXTENDED_RESPONSE was asked for */
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
} wyre_smb1_tree_connect_andx_response;

/* Decodes a TREE_CONNECT_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; service is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 2, 3 or 7
 * [MS-CIFS] 2.2.4.55.2, [MS-SMB] 2.2.4.7.2 */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_tree_connect_andx_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  word_count is not 2, 3 or 7; a NUL inside a string; a part is longer than the
 *                 field that counts it */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_response_encode(
    const wyre_smb1_tree_connect_andx_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_response_visit(
    const wyre_smb1_tree_connect_andx_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_tree_connect_request {
    wyre_span path;
    wyre_span password;
    wyre_span service;
} wyre_smb1_tree_connect_request;

/* Decodes an old TREE_CONNECT request; its strings are OEM.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; a string is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 0; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.50.1 */
WYRE_API wyre_status wyre_smb1_tree_connect_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t at, uint32_t flags,
                                                           wyre_smb1_tree_connect_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_tree_connect_request_encode(const wyre_smb1_tree_connect_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint32_t at, uint8_t *out, size_t cap,
                                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_tree_connect_request_visit(const wyre_smb1_tree_connect_request *m,
                                                          const wyre_visitor *v);

typedef struct wyre_smb1_tree_connect_response {
    uint16_t max_buffer_size;
    uint16_t tid;
} wyre_smb1_tree_connect_response;

/* Decodes an old TREE_CONNECT response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 2
 * [MS-CIFS] 2.2.4.50.2 */
WYRE_API wyre_status wyre_smb1_tree_connect_response_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t at, uint32_t flags,
                                                            wyre_smb1_tree_connect_response *out,
                                                            size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_tree_connect_response_encode(
    const wyre_smb1_tree_connect_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_tree_connect_response_visit(const wyre_smb1_tree_connect_response *m,
                                                           const wyre_visitor *v);

/* ---- OPEN_ANDX: [MS-CIFS] 2.2.4.41, [MS-SMB] 2.2.4.1 ---------------------------------------- */

enum { /* flags */
       WYRE_SMB1_OPEN_QUERY_INFORMATION = 0x0001,
       WYRE_SMB1_OPEN_OPLOCK = 0x0002,
       WYRE_SMB1_OPEN_OPBATCH = 0x0004,
       WYRE_SMB1_OPEN_EXTENDED_RESPONSE = 0x0010
};

typedef struct wyre_smb1_open_andx_request {
    wyre_span file_name;
    uint32_t creation_time; /* seconds since 1970, server time */
    uint32_t allocation_size;
    uint32_t timeout; /* milliseconds */
    uint32_t reserved;
    uint16_t andx_offset;
    uint16_t flags; /* bits WYRE_SMB1_OPEN_... */
    uint16_t
        access_mode; /* bits 0-2: 0 read, 1 write, 2 both, 3 execute; 4-6: 0 compatible, 1 deny all, 2 writing, 3 reading, 4 nothing; 12: no cache; 14: write through */
    uint16_t search_attrs;
    uint16_t file_attrs;
    uint16_t open_mode;   /* bits 0-1, it exists: 0 fail, 1 open, 2 truncate; bit 4: create it */
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_open_andx_request;

/* Decodes an OPEN_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 15
 * [MS-CIFS] 2.2.4.41.1 */
WYRE_API wyre_status wyre_smb1_open_andx_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_open_andx_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_open_andx_request_encode(const wyre_smb1_open_andx_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_andx_request_visit(const wyre_smb1_open_andx_request *m,
                                                       const wyre_visitor *v);

typedef struct wyre_smb1_open_andx_response {
    uint32_t last_write_time; /* seconds since 1970, server time */
    uint32_t file_data_size;
    uint32_t server_fid;                  /* reserved */
    uint32_t maximal_access_rights;       /* with word_count 19 */
    uint32_t guest_maximal_access_rights; /* with word_count 19 */
    uint16_t andx_offset;
    uint16_t fid;
    uint16_t file_attrs;
    uint16_t access_rights;
    uint16_t resource_type; /* 0 disk, 1 byte pipe, 2 message pipe, 3 printer */
    uint16_t nmpipe_status;
    uint16_t open_results; /* bits 0-1: 1 opened, 2 created, 3 truncated; bit 15: oplock */
    uint16_t reserved;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t word_count; /* 15, or 19 where EXTENDED_RESPONSE was asked for */
    uint8_t unused;     /* 0 */
} wyre_smb1_open_andx_response;

/* Decodes an OPEN_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 15 or 19
 * [MS-CIFS] 2.2.4.41.2, [MS-SMB] 2.2.4.1.2 */
WYRE_API wyre_status wyre_smb1_open_andx_response_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t at, uint32_t flags,
                                                         wyre_smb1_open_andx_response *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff
 *   WYRE_E_RANGE  word_count is not 15 or 19 */
WYRE_API wyre_status wyre_smb1_open_andx_response_encode(const wyre_smb1_open_andx_response *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint32_t at, uint8_t *out, size_t cap,
                                                         size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_andx_response_visit(const wyre_smb1_open_andx_response *m,
                                                        const wyre_visitor *v);

/* ---- NT_CREATE_ANDX: [MS-CIFS] 2.2.4.64, [MS-SMB] 2.2.4.9 ----------------------------------- */

enum { /* flags */
       WYRE_SMB1_NT_CREATE_REQUEST_OPLOCK = 0x02,
       WYRE_SMB1_NT_CREATE_REQUEST_OPBATCH = 0x04,
       WYRE_SMB1_NT_CREATE_OPEN_TARGET_DIR = 0x08,
       WYRE_SMB1_NT_CREATE_REQUEST_EXTENDED_RESPONSE = 0x10
};

enum { /* create_disposition of the request */
       WYRE_SMB1_FILE_SUPERSEDE = 0,
       WYRE_SMB1_FILE_OPEN = 1,
       WYRE_SMB1_FILE_CREATE = 2,
       WYRE_SMB1_FILE_OPEN_IF = 3,
       WYRE_SMB1_FILE_OVERWRITE = 4,
       WYRE_SMB1_FILE_OVERWRITE_IF = 5
};

typedef struct wyre_smb1_nt_create_andx_request {
    uint64_t allocation_size;
    wyre_span file_name; /* up to a NUL, if it counts one; a terminator is written behind it */
    uint32_t flags;      /* bits WYRE_SMB1_NT_CREATE_... */
    uint32_t root_directory_fid;
    uint32_t desired_access;
    uint32_t ext_file_attributes;
    uint32_t share_access;       /* 1 read, 2 write, 4 delete */
    uint32_t create_disposition; /* WYRE_SMB1_FILE_SUPERSEDE ... */
    uint32_t create_options;
    uint32_t impersonation_level;
    uint16_t andx_offset;
    uint16_t
        name_length; /* as on the wire: file_name.len, or more where NULs are counted. On encoding 0 stands for file_name.len */
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t security_flags; /* 1 context tracking, 2 effective only */
    uint8_t reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[7]; /* 0 */
} wyre_smb1_nt_create_andx_request;

/* Decodes an NT_CREATE_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name goes
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 24
 * [MS-CIFS] 2.2.4.64.1 */
WYRE_API wyre_status wyre_smb1_nt_create_andx_request_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t at, uint32_t flags,
                                                             wyre_smb1_nt_create_andx_request *out,
                                                             size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  name_length is less than file_name.len; a NUL inside file_name; a part is longer
 *                 than the field that counts it */
WYRE_API wyre_status wyre_smb1_nt_create_andx_request_encode(
    const wyre_smb1_nt_create_andx_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_create_andx_request_visit(
    const wyre_smb1_nt_create_andx_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_create_andx_response {
    uint64_t create_time;      /* FILETIME */
    uint64_t last_access_time; /* FILETIME */
    uint64_t last_write_time;  /* FILETIME */
    uint64_t last_change_time; /* FILETIME */
    uint64_t allocation_size;
    uint64_t end_of_file;
    uint64_t file_id;            /* extended; Windows 2003 leaves it uninitialised */
    uint32_t create_disposition; /* what was done */
    uint32_t ext_file_attributes;
    uint32_t maximal_access_rights;       /* extended */
    uint32_t guest_maximal_access_rights; /* extended */
    uint16_t andx_offset;
    uint16_t fid;
    uint16_t resource_type; /* 0 disk, 1 byte pipe, 2 message pipe, 3 printer */
    uint16_t nmpipe_status;
    uint8_t volume_guid[16]; /* extended; Windows 2003 leaves it uninitialised */
    uint8_t andx_command;    /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t oplock_level; /* 0 none, 1 exclusive, 2 batch, 3 level II */
    uint8_t directory;
    uint8_t word_count; /* 34; extended 42, as Windows and Samba say, or 50, as there are */
    uint8_t unused[3];  /* 0 */
} wyre_smb1_nt_create_andx_response;

/* Decodes an NT_CREATE_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words or ByteCount go past in_len; with word_count 34 the bytes too
 *   WYRE_E_VALUE   WordCount is not 34, 42 or 50
 * The 50 words of an extended response are announced as 42 by Windows and Samba, so 42 means 50
 * here; its ByteCount may go past in_len.
 * [MS-CIFS] 2.2.4.64.2, [MS-SMB] 2.2.4.9.2 */
WYRE_API wyre_status wyre_smb1_nt_create_andx_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_nt_create_andx_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff
 *   WYRE_E_RANGE  word_count is not 34, 42 or 50 */
WYRE_API wyre_status wyre_smb1_nt_create_andx_response_encode(
    const wyre_smb1_nt_create_andx_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_create_andx_response_visit(
    const wyre_smb1_nt_create_andx_response *m, const wyre_visitor *v);

/* ---- READ_ANDX: [MS-CIFS] 2.2.4.42, [MS-SMB] 2.2.4.2 ---------------------------------------- */

typedef struct wyre_smb1_read_andx_request {
    uint32_t offset;
    uint32_t
        timeout_or_max_count_high; /* of a pipe: milliseconds; of a file: bits 16 to 31 of the count, but ffffffff is none */
    uint32_t offset_high; /* with word_count 12 */
    uint16_t andx_offset;
    uint16_t fid;
    uint16_t max_count_of_bytes_to_return;
    uint16_t min_count_of_bytes_to_return;
    uint16_t remaining;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t word_count; /* 10, or with 64 bits of offset 12 */
    uint8_t unused[3];  /* 0 */
} wyre_smb1_read_andx_request;

/* Decodes a READ_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 10 or 12
 * [MS-CIFS] 2.2.4.42.1, [MS-SMB] 2.2.4.2.1 */
WYRE_API wyre_status wyre_smb1_read_andx_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_read_andx_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff
 *   WYRE_E_RANGE  word_count is not 10 or 12 */
WYRE_API wyre_status wyre_smb1_read_andx_request_encode(const wyre_smb1_read_andx_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_read_andx_request_visit(const wyre_smb1_read_andx_request *m,
                                                       const wyre_visitor *v);

typedef struct wyre_smb1_read_andx_response {
    wyre_span data; /* may be longer than 65535 */
    uint16_t andx_offset;
    uint16_t available; /* ffff of a file */
    uint16_t data_compaction_mode;
    uint16_t reserved1;
    uint8_t reserved2[8];
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unused[2]; /* 0 */
} wyre_smb1_read_andx_response;

/* Decodes a READ_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; data ends
 *                  behind them, and ByteCount is not the low half of the true count
 *   WYRE_E_VALUE   WordCount is not 12
 *   WYRE_E_OFFSET  data goes past in_len or begins in front of the bytes
 * [MS-CIFS] 2.2.4.42.2, [MS-SMB] 2.2.4.2.2 */
WYRE_API wyre_status wyre_smb1_read_andx_response_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t at, uint32_t flags,
                                                         wyre_smb1_read_andx_response *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_read_andx_response_encode(const wyre_smb1_read_andx_response *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint32_t at, uint8_t *out, size_t cap,
                                                         size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_read_andx_response_visit(const wyre_smb1_read_andx_response *m,
                                                        const wyre_visitor *v);

/* ---- WRITE_ANDX: [MS-CIFS] 2.2.4.43, [MS-SMB] 2.2.4.3 --------------------------------------- */

enum { /* write_mode */
       WYRE_SMB1_WRITE_THROUGH = 0x0001,
       WYRE_SMB1_WRITE_READ_BYTES_AVAILABLE = 0x0002,
       WYRE_SMB1_WRITE_RAW_NAMED_PIPE = 0x0004,
       WYRE_SMB1_WRITE_MESSAGE_START = 0x0008
};

typedef struct wyre_smb1_write_andx_request {
    wyre_span data; /* may be longer than 65535 */
    uint32_t offset;
    uint32_t timeout;
    uint32_t offset_high; /* with word_count 14 */
    uint16_t andx_offset;
    uint16_t fid;
    uint16_t write_mode; /* bits WYRE_SMB1_WRITE_... */
    uint16_t remaining;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t word_count; /* 12, or with 64 bits of offset 14 */
    uint8_t unused;     /* 0 */
} wyre_smb1_write_andx_request;

/* Decodes a WRITE_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; data ends
 *                  behind them, and ByteCount is not the low half of the true count
 *   WYRE_E_VALUE   WordCount is not 12 or 14
 *   WYRE_E_OFFSET  data goes past in_len or begins in front of the bytes
 * [MS-CIFS] 2.2.4.43.1, [MS-SMB] 2.2.4.3.1 */
WYRE_API wyre_status wyre_smb1_write_andx_request_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t at, uint32_t flags,
                                                         wyre_smb1_write_andx_request *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  word_count is not 12 or 14; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_write_andx_request_encode(const wyre_smb1_write_andx_request *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint32_t at, uint8_t *out, size_t cap,
                                                         size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_andx_request_visit(const wyre_smb1_write_andx_request *m,
                                                        const wyre_visitor *v);

typedef struct wyre_smb1_write_andx_response {
    uint16_t andx_offset;
    uint16_t count;
    uint16_t available;
    uint16_t count_high;
    uint16_t reserved;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
} wyre_smb1_write_andx_response;

/* Decodes a WRITE_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 6
 * [MS-CIFS] 2.2.4.43.2, [MS-SMB] 2.2.4.3.2 */
WYRE_API wyre_status wyre_smb1_write_andx_response_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t at, uint32_t flags,
                                                          wyre_smb1_write_andx_response *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_write_andx_response_encode(const wyre_smb1_write_andx_response *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint32_t at, uint8_t *out, size_t cap,
                                                          size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_andx_response_visit(const wyre_smb1_write_andx_response *m,
                                                         const wyre_visitor *v);

/* ---- LOCKING_ANDX: [MS-CIFS] 2.2.4.32 ------------------------------------------------------- */

enum { /* type_of_lock */
       WYRE_SMB1_LOCK_SHARED = 0x01,
       WYRE_SMB1_LOCK_OPLOCK_RELEASE = 0x02, /* in a request of the server: an oplock break */
       WYRE_SMB1_LOCK_CHANGE_TYPE = 0x04,
       WYRE_SMB1_LOCK_CANCEL = 0x08,
       WYRE_SMB1_LOCK_LARGE_FILES = 0x10
};

enum { WYRE_SMB1_LOCKING_RANGE_SIZE = 10, WYRE_SMB1_LOCKING_RANGE64_SIZE = 20 };

typedef struct wyre_smb1_locking_andx_request {
    wyre_span
        unlocks; /* ranges, one behind the other: wyre_smb1_locking_range64 with LARGE_FILES, else wyre_smb1_locking_range */
    wyre_span locks;  /* ranges likewise */
    uint32_t timeout; /* milliseconds; ffffffff: for ever */
    uint16_t andx_offset;
    uint16_t fid;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t type_of_lock; /* bits WYRE_SMB1_LOCK_... */
    uint8_t new_oplock_level;
} wyre_smb1_locking_andx_request;

/* Decodes a LOCKING_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; the ranges go
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 8
 * [MS-CIFS] 2.2.4.32.1 */
WYRE_API wyre_status wyre_smb1_locking_andx_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t at, uint32_t flags,
                                                           wyre_smb1_locking_andx_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  unlocks or locks are no whole number of ranges; a part is longer than the field
 *                 that counts it */
WYRE_API wyre_status wyre_smb1_locking_andx_request_encode(const wyre_smb1_locking_andx_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint32_t at, uint8_t *out, size_t cap,
                                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_locking_andx_request_visit(const wyre_smb1_locking_andx_request *m,
                                                          const wyre_visitor *v);

typedef struct wyre_smb1_locking_range {
    uint32_t byte_offset;
    uint32_t length_in_bytes;
    uint16_t pid;
    uint16_t unused; /* 0 */
} wyre_smb1_locking_range;

/* Decodes a range without LARGE_FILES.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 10
 * [MS-CIFS] 2.2.4.32.1 */
WYRE_API wyre_status wyre_smb1_locking_range_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb1_locking_range *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_locking_range_encode(const wyre_smb1_locking_range *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_locking_range_visit(const wyre_smb1_locking_range *m,
                                                   const wyre_visitor *v);

typedef struct wyre_smb1_locking_range64 {
    uint32_t byte_offset_high;
    uint32_t byte_offset_low;
    uint32_t length_in_bytes_high;
    uint32_t length_in_bytes_low;
    uint16_t pid;
    uint16_t pad;
} wyre_smb1_locking_range64;

/* Decodes a range with LARGE_FILES.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 20
 * [MS-CIFS] 2.2.4.32.1 */
WYRE_API wyre_status wyre_smb1_locking_range64_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_smb1_locking_range64 *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_locking_range64_encode(const wyre_smb1_locking_range64 *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_locking_range64_visit(const wyre_smb1_locking_range64 *m,
                                                     const wyre_visitor *v);

/* ---- ECHO: [MS-CIFS] 2.2.4.39 --------------------------------------------------------------- */

typedef struct wyre_smb1_echo_request {
    wyre_span data;
    uint16_t echo_count; /* so many responses come; 0: none */
    uint16_t unused;     /* 0 */
} wyre_smb1_echo_request;

/* Decodes an ECHO request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.39.1 */
WYRE_API wyre_status wyre_smb1_echo_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_echo_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_echo_request_encode(const wyre_smb1_echo_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_echo_request_visit(const wyre_smb1_echo_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_echo_response {
    wyre_span data;           /* that of the request */
    uint16_t sequence_number; /* from 1 to echo_count */
    uint16_t unused;          /* 0 */
} wyre_smb1_echo_response;

/* Decodes an ECHO response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.39.2 */
WYRE_API wyre_status wyre_smb1_echo_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_echo_response *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_echo_response_encode(const wyre_smb1_echo_response *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_echo_response_visit(const wyre_smb1_echo_response *m,
                                                   const wyre_visitor *v);

/* ---- Old commands on open files: [MS-CIFS] 2.2.4.5, 2.2.4.6, 2.2.4.11 to 2.2.4.14, 2.2.4.19, 2.2.4.40  */

typedef struct wyre_smb1_close_request {
    uint32_t last_time_modified; /* seconds since 1970; 0 or ffffffff: leave it */
    uint16_t fid;
    uint16_t unused; /* 0 */
} wyre_smb1_close_request;

/* Decodes a CLOSE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 3
 * [MS-CIFS] 2.2.4.5.1 */
WYRE_API wyre_status wyre_smb1_close_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_close_request *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_close_request_encode(const wyre_smb1_close_request *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_close_request_visit(const wyre_smb1_close_request *m,
                                                   const wyre_visitor *v);

/* FLUSH (ffff: all files) and QUERY_INFORMATION2; and the response of CREATE and CREATE_NEW. */
typedef struct wyre_smb1_fid {
    uint16_t fid;
} wyre_smb1_fid;

/* Decodes a block of one FID.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.4.2, 2.2.4.6.1, 2.2.4.31.1 */
WYRE_API wyre_status wyre_smb1_fid_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                          uint32_t flags, wyre_smb1_fid *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_fid_encode(const wyre_smb1_fid *m, const uint8_t *src,
                                          size_t src_len, uint32_t at, uint8_t *out, size_t cap,
                                          size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_fid_visit(const wyre_smb1_fid *m, const wyre_visitor *v);

/* READ and LOCK_AND_READ. */
typedef struct wyre_smb1_read_request {
    uint32_t read_offset_in_bytes;
    uint16_t fid;
    uint16_t count_of_bytes_to_read;
    uint16_t estimate_of_remaining_bytes_to_be_read;
    uint16_t unused; /* 0 */
} wyre_smb1_read_request;

/* Decodes a READ or LOCK_AND_READ request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 5
 * [MS-CIFS] 2.2.4.11.1, 2.2.4.20.1 */
WYRE_API wyre_status wyre_smb1_read_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_read_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_read_request_encode(const wyre_smb1_read_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_read_request_visit(const wyre_smb1_read_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_read_response {
    wyre_span data;
    uint16_t count_of_bytes_returned;
    uint8_t reserved[8];
    uint8_t unused[2]; /* 0 */
} wyre_smb1_read_response;

/* Decodes a READ or LOCK_AND_READ response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; data go past
 *                  the bytes
 *   WYRE_E_VALUE   WordCount is not 5; data do not begin with their format byte, 01
 * [MS-CIFS] 2.2.4.11.2, 2.2.4.20.2 */
WYRE_API wyre_status wyre_smb1_read_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_read_response *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_read_response_encode(const wyre_smb1_read_response *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_read_response_visit(const wyre_smb1_read_response *m,
                                                   const wyre_visitor *v);

/* WRITE and WRITE_AND_UNLOCK. */
typedef struct wyre_smb1_write_request {
    wyre_span data;
    uint32_t write_offset_in_bytes;
    uint16_t fid;
    uint16_t count_of_bytes_to_write;
    uint16_t estimate_of_remaining_bytes_to_be_written;
    uint16_t unused; /* 0 */
} wyre_smb1_write_request;

/* Decodes a WRITE or WRITE_AND_UNLOCK request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; data go past
 *                  the bytes
 *   WYRE_E_VALUE   WordCount is not 5; data do not begin with their format byte, 01
 * [MS-CIFS] 2.2.4.12.1, 2.2.4.21.1 */
WYRE_API wyre_status wyre_smb1_write_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_write_request *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_write_request_encode(const wyre_smb1_write_request *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_request_visit(const wyre_smb1_write_request *m,
                                                   const wyre_visitor *v);

/* WRITE, WRITE_AND_UNLOCK and WRITE_AND_CLOSE. */
typedef struct wyre_smb1_write_response {
    uint16_t count_of_bytes_written;
} wyre_smb1_write_response;

/* Decodes a block of the count of bytes written.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.12.2, 2.2.4.40.2 */
WYRE_API wyre_status wyre_smb1_write_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_write_response *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_write_response_encode(const wyre_smb1_write_response *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_response_visit(const wyre_smb1_write_response *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb1_write_and_close_request {
    wyre_span data;
    uint32_t write_offset_in_bytes;
    uint32_t last_write_time; /* seconds since 1970 */
    uint16_t fid;
    uint8_t reserved[12]; /* with word_count 12 */
    uint8_t pad;
    uint8_t word_count; /* 6 or 12 */
} wyre_smb1_write_and_close_request;

/* Decodes a WRITE_AND_CLOSE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; the pad byte
 *                  or data go past the bytes
 *   WYRE_E_VALUE   WordCount is not 6 or 12
 * [MS-CIFS] 2.2.4.40.1 */
WYRE_API wyre_status wyre_smb1_write_and_close_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_write_and_close_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  word_count is not 6 or 12; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_write_and_close_request_encode(
    const wyre_smb1_write_and_close_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_and_close_request_visit(
    const wyre_smb1_write_and_close_request *m, const wyre_visitor *v);

/* LOCK_BYTE_RANGE and UNLOCK_BYTE_RANGE. */
typedef struct wyre_smb1_lock_byte_range_request {
    uint32_t count_of_bytes;
    uint32_t offset_in_bytes;
    uint16_t fid;
    uint16_t unused; /* 0 */
} wyre_smb1_lock_byte_range_request;

/* Decodes a LOCK_BYTE_RANGE or UNLOCK_BYTE_RANGE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 5
 * [MS-CIFS] 2.2.4.13.1, 2.2.4.14.1 */
WYRE_API wyre_status wyre_smb1_lock_byte_range_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_lock_byte_range_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_lock_byte_range_request_encode(
    const wyre_smb1_lock_byte_range_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_lock_byte_range_request_visit(
    const wyre_smb1_lock_byte_range_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_seek_request {
    uint32_t offset; /* signed */
    uint16_t fid;
    uint16_t mode; /* from: 0 the start, 1 here, 2 the end */
} wyre_smb1_seek_request;

/* Decodes a SEEK request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 4
 * [MS-CIFS] 2.2.4.19.1 */
WYRE_API wyre_status wyre_smb1_seek_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_seek_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_seek_request_encode(const wyre_smb1_seek_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_seek_request_visit(const wyre_smb1_seek_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_seek_response {
    uint32_t offset;
} wyre_smb1_seek_response;

/* Decodes a SEEK response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 2
 * [MS-CIFS] 2.2.4.19.2 */
WYRE_API wyre_status wyre_smb1_seek_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_seek_response *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_seek_response_encode(const wyre_smb1_seek_response *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_seek_response_visit(const wyre_smb1_seek_response *m,
                                                   const wyre_visitor *v);

/* ---- Old commands on names: [MS-CIFS] 2.2.4.1 to 2.2.4.4, 2.2.4.7, 2.2.4.8, 2.2.4.15 to 2.2.4.17, 2.2.4.66  */

/* CREATE_DIRECTORY, DELETE_DIRECTORY, CHECK_DIRECTORY and QUERY_INFORMATION. */
typedef struct wyre_smb1_path_request {
    wyre_span path;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_path_request;

/* Decodes a block of one name.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; path is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 0; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.1.1, 2.2.4.2.1, 2.2.4.9.1, 2.2.4.17.1 */
WYRE_API wyre_status wyre_smb1_path_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_path_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside path; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_path_request_encode(const wyre_smb1_path_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_path_request_visit(const wyre_smb1_path_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_open_request {
    wyre_span file_name;
    uint16_t access_mode; /* as in wyre_smb1_open_andx_request */
    uint16_t search_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_open_request;

/* Decodes an OPEN request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 2; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.3.1 */
WYRE_API wyre_status wyre_smb1_open_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_open_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_open_request_encode(const wyre_smb1_open_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_request_visit(const wyre_smb1_open_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_open_response {
    uint32_t last_modified; /* seconds since 1970 */
    uint32_t file_size;
    uint16_t fid;
    uint16_t file_attrs;
    uint16_t access_mode;
    uint16_t unused; /* 0 */
} wyre_smb1_open_response;

/* Decodes an OPEN response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 7
 * [MS-CIFS] 2.2.4.3.2 */
WYRE_API wyre_status wyre_smb1_open_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_open_response *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_open_response_encode(const wyre_smb1_open_response *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_response_visit(const wyre_smb1_open_response *m,
                                                   const wyre_visitor *v);

/* CREATE, CREATE_NEW, and CREATE_TEMPORARY, whose name is a directory. */
typedef struct wyre_smb1_create_request {
    wyre_span file_name;
    uint32_t creation_time; /* seconds since 1970 */
    uint16_t file_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_create_request;

/* Decodes a CREATE, CREATE_NEW or CREATE_TEMPORARY request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 3; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.4.1, 2.2.4.15.1, 2.2.4.16.1 */
WYRE_API wyre_status wyre_smb1_create_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_create_request *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_create_request_encode(const wyre_smb1_create_request *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_create_request_visit(const wyre_smb1_create_request *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb1_create_temporary_response {
    wyre_span temporary_file_name;
    uint16_t fid;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_create_temporary_response;

/* Decodes a CREATE_TEMPORARY response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len;
 *                  temporary_file_name is not there
 *   WYRE_E_VALUE   WordCount is not 1; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.15.2 */
WYRE_API wyre_status wyre_smb1_create_temporary_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_create_temporary_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside temporary_file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_create_temporary_response_encode(
    const wyre_smb1_create_temporary_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_create_temporary_response_visit(
    const wyre_smb1_create_temporary_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_delete_request {
    wyre_span file_name;
    uint16_t search_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_delete_request;

/* Decodes a DELETE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 1; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.7.1 */
WYRE_API wyre_status wyre_smb1_delete_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_delete_request *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_delete_request_encode(const wyre_smb1_delete_request *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_delete_request_visit(const wyre_smb1_delete_request *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb1_rename_request {
    wyre_span old_file_name;
    wyre_span new_file_name;
    uint16_t search_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_rename_request;

/* Decodes a RENAME request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; a name is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 1; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.8.1 */
WYRE_API wyre_status wyre_smb1_rename_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_rename_request *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_rename_request_encode(const wyre_smb1_rename_request *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_rename_request_visit(const wyre_smb1_rename_request *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb1_nt_rename_request {
    wyre_span old_file_name;
    wyre_span new_file_name;
    uint32_t reserved;
    uint16_t search_attributes;
    uint16_t information_level;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_nt_rename_request;

/* Decodes an NT_RENAME request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; a name is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 4; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.66.1 */
WYRE_API wyre_status wyre_smb1_nt_rename_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_nt_rename_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_nt_rename_request_encode(const wyre_smb1_nt_rename_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_rename_request_visit(const wyre_smb1_nt_rename_request *m,
                                                       const wyre_visitor *v);

/* ---- Old commands on attributes and disks: [MS-CIFS] 2.2.4.9, 2.2.4.10, 2.2.4.30, 2.2.4.31, 2.2.4.57  */

typedef struct wyre_smb1_query_information_response {
    uint32_t last_write_time; /* seconds since 1970 */
    uint32_t file_size;
    uint16_t file_attributes;
    uint8_t reserved[10];
} wyre_smb1_query_information_response;

/* Decodes a QUERY_INFORMATION response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 10
 * [MS-CIFS] 2.2.4.9.2 */
WYRE_API wyre_status wyre_smb1_query_information_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_query_information_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_query_information_response_encode(
    const wyre_smb1_query_information_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_query_information_response_visit(
    const wyre_smb1_query_information_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_set_information_request {
    wyre_span file_name;
    uint32_t last_write_time; /* seconds since 1970 */
    uint16_t file_attributes;
    uint8_t reserved[10];
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_set_information_request;

/* Decodes a SET_INFORMATION request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 8; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.10.1 */
WYRE_API wyre_status wyre_smb1_set_information_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_set_information_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_set_information_request_encode(
    const wyre_smb1_set_information_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_set_information_request_visit(
    const wyre_smb1_set_information_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_query_information2_response {
    uint32_t file_data_size;
    uint32_t file_allocation_size;
    uint16_t create_date; /* (year - 1980) << 9 | month << 5 | day */
    uint16_t create_time; /* hour << 11 | minute << 5 | second / 2 */
    uint16_t last_access_date;
    uint16_t last_access_time;
    uint16_t last_write_date;
    uint16_t last_write_time;
    uint16_t file_attributes;
    uint16_t unused; /* 0 */
} wyre_smb1_query_information2_response;

/* Decodes a QUERY_INFORMATION2 response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 11
 * [MS-CIFS] 2.2.4.31.2 */
WYRE_API wyre_status wyre_smb1_query_information2_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_query_information2_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_query_information2_response_encode(
    const wyre_smb1_query_information2_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_query_information2_response_visit(
    const wyre_smb1_query_information2_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_set_information2_request {
    uint16_t fid;
    uint16_t create_date; /* (year - 1980) << 9 | month << 5 | day */
    uint16_t create_time; /* hour << 11 | minute << 5 | second / 2 */
    uint16_t last_access_date;
    uint16_t last_access_time;
    uint16_t last_write_date;
    uint16_t last_write_time;
} wyre_smb1_set_information2_request;

/* Decodes a SET_INFORMATION2 request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 7
 * [MS-CIFS] 2.2.4.30.1 */
WYRE_API wyre_status wyre_smb1_set_information2_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_set_information2_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_set_information2_request_encode(
    const wyre_smb1_set_information2_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_set_information2_request_visit(
    const wyre_smb1_set_information2_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_query_information_disk_response {
    uint16_t total_units;
    uint16_t blocks_per_unit;
    uint16_t block_size;
    uint16_t free_units;
    uint16_t reserved;
} wyre_smb1_query_information_disk_response;

/* Decodes a QUERY_INFORMATION_DISK response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 5
 * [MS-CIFS] 2.2.4.57.2 */
WYRE_API wyre_status wyre_smb1_query_information_disk_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_query_information_disk_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_query_information_disk_response_encode(
    const wyre_smb1_query_information_disk_response *m, const uint8_t *src, size_t src_len,
    uint32_t at, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_query_information_disk_response_visit(
    const wyre_smb1_query_information_disk_response *m, const wyre_visitor *v);

/* ---- SEARCH, FIND, FIND_UNIQUE, FIND_CLOSE, FIND_CLOSE2: [MS-CIFS] 2.2.4.58 to 2.2.4.61, 2.2.4.48  */

enum { WYRE_SMB1_RESUME_KEY_SIZE = 21, WYRE_SMB1_SEARCH_RECORD_SIZE = 43 };

typedef struct wyre_smb1_search_request {
    wyre_span file_name;
    wyre_span resume_key; /* none, or 21 bytes from a record of the response before */
    uint16_t max_count;
    uint16_t search_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_search_request;

/* Decodes a SEARCH, FIND, FIND_UNIQUE or FIND_CLOSE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; a part is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 2; a part does not begin with its format byte, 04 or 05
 * [MS-CIFS] 2.2.4.58.1 */
WYRE_API wyre_status wyre_smb1_search_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_search_request *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_search_request_encode(const wyre_smb1_search_request *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_search_request_visit(const wyre_smb1_search_request *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb1_search_response {
    wyre_span
        records; /* wyre_smb1_search_record, one behind the other; optional: an answer to FIND_CLOSE has not even an empty list */
    uint16_t count;  /* of records */
    uint16_t unused; /* 0 */
} wyre_smb1_search_response;

/* Decodes a SEARCH, FIND, FIND_UNIQUE or FIND_CLOSE response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; records go
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 1; records do not begin with their format byte, 05
 * [MS-CIFS] 2.2.4.58.2 */
WYRE_API wyre_status wyre_smb1_search_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                      uint32_t flags,
                                                      wyre_smb1_search_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_search_response_encode(const wyre_smb1_search_response *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint32_t at, uint8_t *out, size_t cap,
                                                      size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_search_response_visit(const wyre_smb1_search_response *m,
                                                     const wyre_visitor *v);

typedef struct wyre_smb1_search_record {
    uint32_t file_size;
    uint16_t last_write_time; /* hour << 11 | minute << 5 | second / 2 */
    uint16_t last_write_date; /* (year - 1980) << 9 | month << 5 | day */
    uint8_t resume_key[21];   /* to go on behind this record */
    uint8_t file_name[13];    /* OEM, padded by NULs or blanks */
    uint8_t file_attributes;
    uint8_t unused; /* 0 */
} wyre_smb1_search_record;

/* Decodes a record of wyre_smb1_search_response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 43
 * [MS-CIFS] 2.2.4.58.2 */
WYRE_API wyre_status wyre_smb1_search_record_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb1_search_record *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_search_record_encode(const wyre_smb1_search_record *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_search_record_visit(const wyre_smb1_search_record *m,
                                                   const wyre_visitor *v);

typedef struct wyre_smb1_find_close2_request {
    uint16_t search_handle;
} wyre_smb1_find_close2_request;

/* Decodes a FIND_CLOSE2 request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.48.1 */
WYRE_API wyre_status wyre_smb1_find_close2_request_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t at, uint32_t flags,
                                                          wyre_smb1_find_close2_request *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_find_close2_request_encode(const wyre_smb1_find_close2_request *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint32_t at, uint8_t *out, size_t cap,
                                                          size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_find_close2_request_visit(const wyre_smb1_find_close2_request *m,
                                                         const wyre_visitor *v);

/* ---- TRANSACTION, TRANSACTION2: [MS-CIFS] 2.2.4.33, 2.2.4.34, 2.2.4.46, 2.2.4.47 ------------ */

/* Envelopes: a request with setup words, parameters and data; where these do not fit, secondary
 * requests with more of them; one or more responses. A response without words (wyre_smb1_body) is
 * an interim one: go on with the secondary requests. Who puts fragments together copies each part to
 * its displacement; the totals of later fragments may be smaller, never larger, and a secondary has
 * to be of the family of its primary. */

enum { /* flags */
       WYRE_SMB1_TRANSACTION_DISCONNECT_TID = 0x0001,
       WYRE_SMB1_TRANSACTION_NO_RESPONSE = 0x0002
};

typedef struct wyre_smb1_transaction_request {
    wyre_span setup; /* 16-bit words */
    wyre_span parameters;
    wyre_span data;
    wyre_span name;   /* such as \PIPE\ or \MAILSLOT\BROWSE */
    uint32_t timeout; /* milliseconds */
    uint16_t total_parameter_count;
    uint16_t total_data_count;
    uint16_t max_parameter_count;
    uint16_t max_data_count;
    uint16_t flags; /* bits WYRE_SMB1_TRANSACTION_... */
    uint16_t reserved2;
    uint8_t max_setup_count;
    uint8_t reserved1;
    uint8_t reserved3;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
} wyre_smb1_transaction_request;

/* Decodes a TRANSACTION request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; name is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 14 or more; SetupCount is not what WordCount leaves for it;
 *                  more parameters or data than their total
 *   WYRE_E_OFFSET  parameters or data go past in_len or begin inside the words
 * [MS-CIFS] 2.2.4.33.1 */
WYRE_API wyre_status wyre_smb1_transaction_request_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t at, uint32_t flags,
                                                          wyre_smb1_transaction_request *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  setup is not whole words or too long; more parameters or data than their total;
 *                 a NUL inside name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_transaction_request_encode(const wyre_smb1_transaction_request *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint32_t at, uint8_t *out, size_t cap,
                                                          size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_transaction_request_visit(const wyre_smb1_transaction_request *m,
                                                         const wyre_visitor *v);

typedef struct wyre_smb1_transaction2_request {
    wyre_span setup; /* 16-bit words */
    wyre_span parameters;
    wyre_span data;
    uint32_t timeout; /* milliseconds */
    uint16_t total_parameter_count;
    uint16_t total_data_count;
    uint16_t max_parameter_count;
    uint16_t max_data_count;
    uint16_t flags; /* bits WYRE_SMB1_TRANSACTION_... */
    uint16_t reserved2;
    uint8_t max_setup_count;
    uint8_t reserved1;
    uint8_t reserved3;
    uint8_t unused; /* 0 */
} wyre_smb1_transaction2_request;

/* Decodes a TRANSACTION2 request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 14 or more; SetupCount is not what WordCount leaves for it;
 *                  more parameters or data than their total
 *   WYRE_E_OFFSET  parameters or data go past in_len or begin inside the words
 * [MS-CIFS] 2.2.4.46.1 */
WYRE_API wyre_status wyre_smb1_transaction2_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t at, uint32_t flags,
                                                           wyre_smb1_transaction2_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  setup is not whole words or too long; more parameters or data than their total;
 *                 a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_transaction2_request_encode(const wyre_smb1_transaction2_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint32_t at, uint8_t *out, size_t cap,
                                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_transaction2_request_visit(const wyre_smb1_transaction2_request *m,
                                                          const wyre_visitor *v);

typedef struct wyre_smb1_transaction_response {
    wyre_span setup; /* 16-bit words */
    wyre_span parameters;
    wyre_span data;
    uint16_t total_parameter_count;
    uint16_t total_data_count;
    uint16_t reserved1;
    uint16_t parameter_displacement;
    uint16_t data_displacement;
    uint8_t reserved2;
    uint8_t unused; /* 0 */
} wyre_smb1_transaction_response;

/* Decodes a TRANSACTION or TRANSACTION2 response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 10 or more; SetupCount is not what WordCount leaves for it; a
 *                  displacement and its count are more than their total
 *   WYRE_E_OFFSET  parameters or data go past in_len or begin inside the words
 * [MS-CIFS] 2.2.4.33.2, 2.2.4.46.2 */
WYRE_API wyre_status wyre_smb1_transaction_response_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t at, uint32_t flags,
                                                           wyre_smb1_transaction_response *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  setup is not whole words or too long; a displacement and its count are more than
 *                 their total; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_transaction_response_encode(const wyre_smb1_transaction_response *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint32_t at, uint8_t *out, size_t cap,
                                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_transaction_response_visit(const wyre_smb1_transaction_response *m,
                                                          const wyre_visitor *v);

typedef struct wyre_smb1_transaction_secondary_request {
    wyre_span parameters;
    wyre_span data;
    uint16_t total_parameter_count;
    uint16_t total_data_count;
    uint16_t parameter_displacement;
    uint16_t data_displacement;
} wyre_smb1_transaction_secondary_request;

/* Decodes a TRANSACTION_SECONDARY request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 8; a displacement and its count are more than their total
 *   WYRE_E_OFFSET  parameters or data go past in_len or begin inside the words
 * [MS-CIFS] 2.2.4.34.1 */
WYRE_API wyre_status wyre_smb1_transaction_secondary_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_transaction_secondary_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a displacement and its count are more than their total; a part is longer than
 *                 the field that counts it */
WYRE_API wyre_status wyre_smb1_transaction_secondary_request_encode(
    const wyre_smb1_transaction_secondary_request *m, const uint8_t *src, size_t src_len,
    uint32_t at, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_transaction_secondary_request_visit(
    const wyre_smb1_transaction_secondary_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_transaction2_secondary_request {
    wyre_span parameters;
    wyre_span data;
    uint16_t total_parameter_count;
    uint16_t total_data_count;
    uint16_t parameter_displacement;
    uint16_t data_displacement;
    uint16_t fid;
    uint16_t unused; /* 0 */
} wyre_smb1_transaction2_secondary_request;

/* Decodes a TRANSACTION2_SECONDARY request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 9; a displacement and its count are more than their total
 *   WYRE_E_OFFSET  parameters or data go past in_len or begin inside the words
 * [MS-CIFS] 2.2.4.47.1 */
WYRE_API wyre_status wyre_smb1_transaction2_secondary_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_transaction2_secondary_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a displacement and its count are more than their total; a part is longer than
 *                 the field that counts it */
WYRE_API wyre_status wyre_smb1_transaction2_secondary_request_encode(
    const wyre_smb1_transaction2_secondary_request *m, const uint8_t *src, size_t src_len,
    uint32_t at, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_transaction2_secondary_request_visit(
    const wyre_smb1_transaction2_secondary_request *m, const wyre_visitor *v);

/* ---- NT_TRANSACT: [MS-CIFS] 2.2.4.62, 2.2.4.63 ---------------------------------------------- */

enum { /* function: [MS-CIFS] 2.2.2.2 */
       WYRE_SMB1_NT_TRANSACT_CREATE = 1,
       WYRE_SMB1_NT_TRANSACT_IOCTL = 2,
       WYRE_SMB1_NT_TRANSACT_SET_SECURITY_DESC = 3,
       WYRE_SMB1_NT_TRANSACT_NOTIFY_CHANGE = 4,
       WYRE_SMB1_NT_TRANSACT_RENAME = 5,
       WYRE_SMB1_NT_TRANSACT_QUERY_SECURITY_DESC = 6,
       WYRE_SMB1_NT_TRANSACT_GET_USER_QUOTA = 7,
       WYRE_SMB1_NT_TRANSACT_SET_USER_QUOTA = 8
};

/* The name of a function without its prefix, "IOCTL"; "?" for any other number. */
WYRE_API const char *wyre_smb1_nt_transact_name(uint16_t function);

typedef struct wyre_smb1_nt_transact_request {
    wyre_span setup; /* what the function puts there */
    wyre_span parameters;
    wyre_span data;
    uint32_t total_parameter_count;
    uint32_t total_data_count;
    uint32_t max_parameter_count;
    uint32_t max_data_count;
    uint16_t function; /* WYRE_SMB1_NT_TRANSACT_CREATE ... */
    uint16_t reserved;
    uint8_t max_setup_count;
    uint8_t unused[3]; /* 0 */
} wyre_smb1_nt_transact_request;

/* Decodes an NT_TRANSACT request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 19 or more; SetupCount is not what WordCount leaves for it;
 *                  more parameters or data than their total
 *   WYRE_E_OFFSET  parameters or data go past in_len or begin inside the words
 * [MS-CIFS] 2.2.4.62.1 */
WYRE_API wyre_status wyre_smb1_nt_transact_request_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t at, uint32_t flags,
                                                          wyre_smb1_nt_transact_request *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  setup is not whole words or too long; more parameters or data than their total;
 *                 a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_nt_transact_request_encode(const wyre_smb1_nt_transact_request *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint32_t at, uint8_t *out, size_t cap,
                                                          size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_request_visit(const wyre_smb1_nt_transact_request *m,
                                                         const wyre_visitor *v);

typedef struct wyre_smb1_nt_transact_secondary_request {
    wyre_span parameters;
    wyre_span data;
    uint32_t total_parameter_count;
    uint32_t total_data_count;
    uint32_t parameter_displacement;
    uint32_t data_displacement;
    uint8_t reserved1[3];
    uint8_t reserved2;
} wyre_smb1_nt_transact_secondary_request;

/* Decodes an NT_TRANSACT_SECONDARY request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 18; a displacement and its count are more than their total
 *   WYRE_E_OFFSET  parameters or data go past in_len or begin inside the words
 * [MS-CIFS] 2.2.4.63.1 */
WYRE_API wyre_status wyre_smb1_nt_transact_secondary_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_nt_transact_secondary_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a displacement and its count are more than their total; a part is longer than
 *                 the field that counts it */
WYRE_API wyre_status wyre_smb1_nt_transact_secondary_request_encode(
    const wyre_smb1_nt_transact_secondary_request *m, const uint8_t *src, size_t src_len,
    uint32_t at, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_secondary_request_visit(
    const wyre_smb1_nt_transact_secondary_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_transact_response {
    wyre_span parameters;
    wyre_span data;
    wyre_span setup; /* what the function puts there */
    uint32_t total_parameter_count;
    uint32_t total_data_count;
    uint32_t parameter_displacement;
    uint32_t data_displacement;
    uint8_t reserved1[3];
    uint8_t unused; /* 0 */
} wyre_smb1_nt_transact_response;

/* Decodes an NT_TRANSACT response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 18 or more; SetupCount is not what WordCount leaves for it; a
 *                  displacement and its count are more than their total
 *   WYRE_E_OFFSET  parameters or data go past in_len or begin inside the words
 * [MS-CIFS] 2.2.4.62.2 */
WYRE_API wyre_status wyre_smb1_nt_transact_response_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t at, uint32_t flags,
                                                           wyre_smb1_nt_transact_response *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  setup is not whole words or too long; a displacement and its count are more than
 *                 their total; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_nt_transact_response_encode(const wyre_smb1_nt_transact_response *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint32_t at, uint8_t *out, size_t cap,
                                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_response_visit(const wyre_smb1_nt_transact_response *m,
                                                          const wyre_visitor *v);

/* ---- A whole message ----------------------------------------------------------------------------- */

/* Tells `v` a message: the fields of its header, then each block as a part under its command's name:
 * at, command, reply, oddities, block_word_count, byte_count; then the fields of its struct and the
 * parts inside it, or `words` and `bytes` where it has no struct or was refused. Spans count from `in`
 * in all parts. A block that is refused does not end the telling.
 *   n  on OK where the last block ends; else the offset at fault of the first refusal
 * WYRE_OK; what wyre_smb1_header_decode, wyre_smb1_block_next or the block's decoder refused; or
 * WYRE_E_VALUE: no struct of this command has this WordCount in this direction. */
WYRE_API wyre_status wyre_smb1_message_visit(const uint8_t *in, size_t in_len,
                                             const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

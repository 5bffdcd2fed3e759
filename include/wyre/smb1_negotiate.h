/* wyre/smb1_negotiate.h: NEGOTIATE of SMB1, [MS-CIFS] 2.2.4.52. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_NEGOTIATE_H
#define WYRE_SMB1_NEGOTIATE_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif
#endif

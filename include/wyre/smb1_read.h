/* wyre/smb1_read.h: READ_ANDX and WRITE_ANDX, [MS-CIFS] 2.2.4.42, 2.2.4.43. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_READ_H
#define WYRE_SMB1_READ_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif
#endif

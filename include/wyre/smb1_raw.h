/* wyre/smb1_raw.h: raw and multiplexed reads and writes. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_RAW_H
#define WYRE_SMB1_RAW_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- READ_RAW, READ_MPX: [MS-CIFS] 2.2.4.22, 2.2.4.23 --------------------------------------- */

/* The response to READ_RAW is bare data without a header. */
typedef struct wyre_smb1_read_raw_request {
    uint32_t offset;
    uint32_t offset_high; /* only where word_count is 10 */
    uint32_t timeout;     /* milliseconds, of a pipe */
    uint16_t fid;
    uint16_t max_count_of_bytes_to_return;
    uint16_t min_count_of_bytes_to_return;
    uint16_t reserved;
    uint8_t word_count; /* 8 or 10; of READ_MPX 8 */
    uint8_t unused[3];  /* 0 */
} wyre_smb1_read_raw_request;

/* Decodes a READ_RAW request, or one of READ_MPX: the same words.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 8 or 10
 * [MS-CIFS] 2.2.4.22.1, 2.2.4.23.1 */
WYRE_API wyre_status wyre_smb1_read_raw_request_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t at, uint32_t flags,
                                                       wyre_smb1_read_raw_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff
 *   WYRE_E_RANGE  word_count is not 8 or 10 */
WYRE_API wyre_status wyre_smb1_read_raw_request_encode(const wyre_smb1_read_raw_request *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint32_t at, uint8_t *out, size_t cap,
                                                       size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_read_raw_request_visit(const wyre_smb1_read_raw_request *m,
                                                      const wyre_visitor *v);

typedef struct wyre_smb1_read_mpx_response {
    wyre_span data;
    uint32_t offset; /* of these data in the file */
    uint16_t count;  /* what all responses together bring */
    uint16_t remaining;
    uint16_t data_compaction_mode;
    uint16_t reserved;
} wyre_smb1_read_mpx_response;

/* Decodes a READ_MPX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_OFFSET  data begin in the words or go past the bytes
 *   WYRE_E_VALUE   WordCount is not 8
 * [MS-CIFS] 2.2.4.23.2 */
WYRE_API wyre_status wyre_smb1_read_mpx_response_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_read_mpx_response *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  data are longer than 65535, or begin past that */
WYRE_API wyre_status wyre_smb1_read_mpx_response_encode(const wyre_smb1_read_mpx_response *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_read_mpx_response_visit(const wyre_smb1_read_mpx_response *m,
                                                       const wyre_visitor *v);

/* ---- WRITE_RAW, WRITE_COMPLETE: [MS-CIFS] 2.2.4.25, 2.2.4.28 -------------------------------- */

/* The response to a write that is whole is WRITE_COMPLETE, a wyre_smb1_write_response. */
typedef struct wyre_smb1_write_raw_request {
    wyre_span data; /* sent at once; the rest follows bare, without a header */
    uint32_t offset;
    uint32_t timeout;
    uint32_t reserved2;
    uint32_t offset_high; /* only where word_count is 14 */
    uint16_t fid;
    uint16_t count_of_bytes; /* of all data */
    uint16_t reserved1;
    uint16_t write_mode; /* bits WYRE_SMB1_WRITE_... */
    uint8_t word_count;  /* 12 or 14 */
    uint8_t unused[3];   /* 0 */
} wyre_smb1_write_raw_request;

/* Decodes a WRITE_RAW request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_OFFSET  data begin in the words or go past the bytes
 *   WYRE_E_VALUE   WordCount is not 12 or 14
 * [MS-CIFS] 2.2.4.25.1 */
WYRE_API wyre_status wyre_smb1_write_raw_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_write_raw_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  word_count is not 12 or 14; data are longer than 65535, or begin past that */
WYRE_API wyre_status wyre_smb1_write_raw_request_encode(const wyre_smb1_write_raw_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_raw_request_visit(const wyre_smb1_write_raw_request *m,
                                                       const wyre_visitor *v);

typedef struct wyre_smb1_write_raw_interim_response {
    uint16_t available; /* of a pipe: what can be read; ffff of a file */
} wyre_smb1_write_raw_interim_response;

/* Decodes the response that asks for the bare data.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.25.2 */
WYRE_API wyre_status wyre_smb1_write_raw_interim_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_write_raw_interim_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_write_raw_interim_response_encode(
    const wyre_smb1_write_raw_interim_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_raw_interim_response_visit(
    const wyre_smb1_write_raw_interim_response *m, const wyre_visitor *v);

/* ---- WRITE_MPX: [MS-CIFS] 2.2.4.26 ---------------------------------------------------------- */

typedef struct wyre_smb1_write_mpx_request {
    wyre_span data;
    uint32_t byte_offset_to_begin_write;
    uint32_t timeout;
    uint32_t request_mask; /* one bit, which the response gathers */
    uint16_t fid;
    uint16_t total_byte_count;
    uint16_t reserved;
    uint16_t write_mode; /* bits WYRE_SMB1_WRITE_... */
} wyre_smb1_write_mpx_request;

/* Decodes a WRITE_MPX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_OFFSET  data begin in the words or go past the bytes
 *   WYRE_E_VALUE   WordCount is not 12
 * [MS-CIFS] 2.2.4.26.1 */
WYRE_API wyre_status wyre_smb1_write_mpx_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_write_mpx_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  data are longer than 65535, or begin past that */
WYRE_API wyre_status wyre_smb1_write_mpx_request_encode(const wyre_smb1_write_mpx_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_mpx_request_visit(const wyre_smb1_write_mpx_request *m,
                                                       const wyre_visitor *v);

typedef struct wyre_smb1_write_mpx_response {
    uint32_t response_mask; /* the request_mask of each request that came */
} wyre_smb1_write_mpx_response;

/* Decodes a WRITE_MPX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 2
 * [MS-CIFS] 2.2.4.26.2 */
WYRE_API wyre_status wyre_smb1_write_mpx_response_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t at, uint32_t flags,
                                                         wyre_smb1_write_mpx_response *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_write_mpx_response_encode(const wyre_smb1_write_mpx_response *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint32_t at, uint8_t *out, size_t cap,
                                                         size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_mpx_response_visit(const wyre_smb1_write_mpx_response *m,
                                                        const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/smb1_file.h: old SMB1 commands on open files. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_FILE_H
#define WYRE_SMB1_FILE_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

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
    uint8_t no_format; /* 1: the format byte in front of the data is left out, as Samba does */
    uint8_t unused;    /* 0 */
} wyre_smb1_read_response;

/* Decodes a READ or LOCK_AND_READ response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; data go past
 *                  the bytes
 *   WYRE_E_VALUE   WordCount is not 5; data do not begin with their format byte, 01, nor are the
 *                  bytes a length and so many bytes
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

#ifdef __cplusplus
}
#endif
#endif

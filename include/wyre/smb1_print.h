/* wyre/smb1_print.h: print commands. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_PRINT_H
#define WYRE_SMB1_PRINT_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Print commands: [MS-CIFS] 2.2.4.67 to 2.2.4.70 ----------------------------------------- */

/* The response is a wyre_smb1_fid. So is the request of CLOSE_PRINT_FILE, for which some send a
 * wyre_smb1_close_request. */
typedef struct wyre_smb1_open_print_file_request {
    wyre_span identifier;  /* what the queue shows */
    uint16_t setup_length; /* bytes of printer setup in front of the text */
    uint16_t mode;         /* 0: text, 1: graphics */
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_open_print_file_request;

/* Decodes an OPEN_PRINT_FILE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; identifier
 *                  is not there
 *   WYRE_E_VALUE   WordCount is not 2; the string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.67.1 */
WYRE_API wyre_status wyre_smb1_open_print_file_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_open_print_file_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside the string */
WYRE_API wyre_status wyre_smb1_open_print_file_request_encode(
    const wyre_smb1_open_print_file_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_print_file_request_visit(
    const wyre_smb1_open_print_file_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_write_print_file_request {
    wyre_span data;
    uint16_t fid;
    uint16_t unused; /* 0 */
} wyre_smb1_write_print_file_request;

/* Decodes a WRITE_PRINT_FILE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; data go
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 1; the data do not begin with their format byte, 01
 * [MS-CIFS] 2.2.4.68.1 */
WYRE_API wyre_status wyre_smb1_write_print_file_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_write_print_file_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  data are longer than 65535 */
WYRE_API wyre_status wyre_smb1_write_print_file_request_encode(
    const wyre_smb1_write_print_file_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_write_print_file_request_visit(
    const wyre_smb1_write_print_file_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_get_print_queue_request {
    uint16_t max_count; /* signed: below 0, backwards from start_index */
    uint16_t start_index;
} wyre_smb1_get_print_queue_request;

/* Decodes a GET_PRINT_QUEUE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 2
 * [MS-CIFS] 2.2.4.70.1 */
WYRE_API wyre_status wyre_smb1_get_print_queue_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_get_print_queue_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_get_print_queue_request_encode(
    const wyre_smb1_get_print_queue_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_get_print_queue_request_visit(
    const wyre_smb1_get_print_queue_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_get_print_queue_response {
    wyre_span elements; /* count times 28 bytes, or {0, 0} */
    uint16_t count;
    uint16_t restart_index;
} wyre_smb1_get_print_queue_response;

/* Decodes a GET_PRINT_QUEUE response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; elements go
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 2; the elements do not begin with their format byte, 01
 * [MS-CIFS] 2.2.4.70.2 */
WYRE_API wyre_status wyre_smb1_get_print_queue_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_get_print_queue_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  elements are longer than 65535 */
WYRE_API wyre_status wyre_smb1_get_print_queue_response_encode(
    const wyre_smb1_get_print_queue_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_get_print_queue_response_visit(
    const wyre_smb1_get_print_queue_response *m, const wyre_visitor *v);

enum { WYRE_SMB1_PRINT_QUEUE_ELEMENT_SIZE = 28 };

typedef struct wyre_smb1_print_queue_element {
    uint32_t spool_file_size;
    uint16_t file_date; /* as in wyre_smb1_query_information2_response */
    uint16_t file_time;
    uint16_t spool_file_number;
    uint8_t
        entry_status; /* 1: held or stopped, 2: printing, 3: awaiting print, 4: intercepted, 5: error in the file, 6: error of the printer */
    uint8_t reserved;
    uint8_t spool_file_name[16]; /* OEM, NULs behind it */
} wyre_smb1_print_queue_element;

/* Decodes one element of the queue.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 28
 * [MS-CIFS] 2.2.4.70.2 */
WYRE_API wyre_status wyre_smb1_print_queue_element_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_smb1_print_queue_element *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_print_queue_element_encode(const wyre_smb1_print_queue_element *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_print_queue_element_visit(const wyre_smb1_print_queue_element *m,
                                                         const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

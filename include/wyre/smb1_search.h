/* wyre/smb1_search.h: SEARCH and its kin, [MS-CIFS] 2.2.4.58. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_SEARCH_H
#define WYRE_SMB1_SEARCH_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif
#endif

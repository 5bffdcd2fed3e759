/* wyre/smb1_attributes.h: old SMB1 commands on attributes and disks. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_ATTRIBUTES_H
#define WYRE_SMB1_ATTRIBUTES_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif
#endif

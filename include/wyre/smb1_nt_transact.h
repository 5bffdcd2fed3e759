/* wyre/smb1_nt_transact.h: NT_TRANSACT, [MS-CIFS] 2.2.4.62. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_NT_TRANSACT_H
#define WYRE_SMB1_NT_TRANSACT_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif
#endif

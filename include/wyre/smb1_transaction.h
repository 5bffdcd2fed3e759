/* wyre/smb1_transaction.h: TRANSACTION and TRANSACTION2, [MS-CIFS] 2.2.4.33, 2.2.4.46. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_TRANSACTION_H
#define WYRE_SMB1_TRANSACTION_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif
#endif

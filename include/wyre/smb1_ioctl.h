/* wyre/smb1_ioctl.h: IOCTL. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_IOCTL_H
#define WYRE_SMB1_IOCTL_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- IOCTL: [MS-CIFS] 2.2.4.35 -------------------------------------------------------------- */

typedef struct wyre_smb1_ioctl_request {
    wyre_span parameters;
    wyre_span data;
    uint32_t timeout;
    uint16_t fid;
    uint16_t category;
    uint16_t function;
    uint16_t total_parameter_count;
    uint16_t total_data_count;
    uint16_t max_parameter_count;
    uint16_t max_data_count;
    uint16_t reserved;
    uint8_t word_count; /* 3: the first three fields alone, as old clients send it; or 14 */
    uint8_t unused[3];  /* 0 */
} wyre_smb1_ioctl_request;

/* Decodes an IOCTL request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_OFFSET  a part begins in the words or goes past in_len
 *   WYRE_E_VALUE   WordCount is not 3 or 14; a part is longer than its total
 * [MS-CIFS] 2.2.4.35.1 */
WYRE_API wyre_status wyre_smb1_ioctl_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_ioctl_request *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  word_count is not 3 or 14; a part is longer than its total or than 65535 */
WYRE_API wyre_status wyre_smb1_ioctl_request_encode(const wyre_smb1_ioctl_request *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_ioctl_request_visit(const wyre_smb1_ioctl_request *m,
                                                   const wyre_visitor *v);

typedef struct wyre_smb1_ioctl_response {
    wyre_span parameters;
    wyre_span data;
    uint16_t total_parameter_count;
    uint16_t total_data_count;
    uint16_t parameter_displacement;
    uint16_t data_displacement;
} wyre_smb1_ioctl_response;

/* Decodes an IOCTL response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_OFFSET  a part begins in the words or goes past in_len
 *   WYRE_E_VALUE   WordCount is not 8; a part does not lie inside its total
 * [MS-CIFS] 2.2.4.35.2 */
WYRE_API wyre_status wyre_smb1_ioctl_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_ioctl_response *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part does not lie inside its total, or is longer than 65535 */
WYRE_API wyre_status wyre_smb1_ioctl_response_encode(const wyre_smb1_ioctl_response *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_ioctl_response_visit(const wyre_smb1_ioctl_response *m,
                                                    const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

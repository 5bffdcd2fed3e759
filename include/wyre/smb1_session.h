/* wyre/smb1_session.h: SESSION_SETUP_ANDX, [MS-CIFS] 2.2.4.53. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_SESSION_H
#define WYRE_SMB1_SESSION_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- SESSION_SETUP_ANDX: [MS-CIFS] 2.2.4.53, [MS-SMB] 2.2.4.6 ------------------------------- */

typedef struct wyre_smb1_session_setup_andx_lanman_request {
    wyre_span password;
    wyre_span account_name;   /* optional */
    wyre_span primary_domain; /* optional */
    wyre_span native_os;      /* optional */
    wyre_span native_lan_man; /* optional */
    uint32_t session_key;
    uint32_t reserved;
    uint16_t andx_offset;
    uint16_t max_buffer_size;
    uint16_t max_mpx_count;
    uint16_t vc_number;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unused[2]; /* 0 */
} wyre_smb1_session_setup_andx_lanman_request;

/* Decodes a SESSION_SETUP_ANDX request of LANMAN 1.0 to 2.1; its strings are OEM.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; password goes
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 10
 * [MS-CIFS] 2.2.4.53.1 */
WYRE_API wyre_status wyre_smb1_session_setup_andx_lanman_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_session_setup_andx_lanman_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_session_setup_andx_lanman_request_encode(
    const wyre_smb1_session_setup_andx_lanman_request *m, const uint8_t *src, size_t src_len,
    uint32_t at, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_session_setup_andx_lanman_request_visit(
    const wyre_smb1_session_setup_andx_lanman_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_session_setup_andx_request {
    wyre_span oem_password;     /* or LM response, 24 bytes */
    wyre_span unicode_password; /* or NT response, 24 bytes and more */
    wyre_span account_name;     /* optional */
    wyre_span primary_domain;   /* optional */
    wyre_span native_os;        /* optional */
    wyre_span native_lan_man;   /* optional */
    uint32_t session_key;
    uint32_t reserved;
    uint32_t capabilities; /* bits WYRE_SMB1_CAP_... */
    uint16_t andx_offset;
    uint16_t max_buffer_size;
    uint16_t max_mpx_count;
    uint16_t vc_number;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_session_setup_andx_request;

/* Decodes a SESSION_SETUP_ANDX request of NT LM 0.12 without extended security.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; the passwords
 *                  go past the bytes
 *   WYRE_E_VALUE   WordCount is not 13
 * [MS-CIFS] 2.2.4.53.1 */
WYRE_API wyre_status wyre_smb1_session_setup_andx_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_session_setup_andx_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_session_setup_andx_request_encode(
    const wyre_smb1_session_setup_andx_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_session_setup_andx_request_visit(
    const wyre_smb1_session_setup_andx_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_session_setup_andx_extended_request {
    wyre_span security_blob;  /* SPNEGO or bare NTLMSSP token */
    wyre_span native_os;      /* optional */
    wyre_span native_lan_man; /* optional */
    wyre_span primary_domain; /* optional; not in the specification, most clients send it */
    uint32_t session_key;
    uint32_t reserved;
    uint32_t capabilities; /* bits WYRE_SMB1_CAP_... */
    uint16_t andx_offset;
    uint16_t max_buffer_size;
    uint16_t max_mpx_count;
    uint16_t vc_number;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_session_setup_andx_extended_request;

/* Decodes a SESSION_SETUP_ANDX request with extended security.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; security_blob
 *                  goes past the bytes
 *   WYRE_E_VALUE   WordCount is not 12
 * [MS-SMB] 2.2.4.6.1 */
WYRE_API wyre_status wyre_smb1_session_setup_andx_extended_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_session_setup_andx_extended_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_session_setup_andx_extended_request_encode(
    const wyre_smb1_session_setup_andx_extended_request *m, const uint8_t *src, size_t src_len,
    uint32_t at, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_session_setup_andx_extended_request_visit(
    const wyre_smb1_session_setup_andx_extended_request *m, const wyre_visitor *v);

enum {                                 /* action */
       WYRE_SMB1_SETUP_GUEST = 0x0001, /* logged in as a guest */
       WYRE_SMB1_SETUP_USE_LANMAN_KEY = 0x0002
};

/* A response with status MORE_PROCESSING_REQUIRED, C0000016, is one of these too. The header's uid is
 * the new session. */
typedef struct wyre_smb1_session_setup_andx_response {
    wyre_span security_blob;  /* with word_count 4 */
    wyre_span native_os;      /* optional */
    wyre_span native_lan_man; /* optional */
    wyre_span primary_domain; /* optional */
    uint16_t andx_offset;
    uint16_t action;      /* bits WYRE_SMB1_SETUP_... */
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t word_count; /* 3, or with extended security 4 */
} wyre_smb1_session_setup_andx_response;

/* Decodes a SESSION_SETUP_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; security_blob
 *                  goes past the bytes
 *   WYRE_E_VALUE   WordCount is not 3 or 4
 * [MS-CIFS] 2.2.4.53.2, [MS-SMB] 2.2.4.6.2 */
WYRE_API wyre_status wyre_smb1_session_setup_andx_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_session_setup_andx_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  word_count is not 3 or 4; a NUL inside a string; a part is longer than the field
 *                 that counts it */
WYRE_API wyre_status wyre_smb1_session_setup_andx_response_encode(
    const wyre_smb1_session_setup_andx_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_session_setup_andx_response_visit(
    const wyre_smb1_session_setup_andx_response *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/smb1_tree.h: TREE_CONNECT_ANDX and TREE_CONNECT, [MS-CIFS] 2.2.4.55, 2.2.4.50. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_TREE_H
#define WYRE_SMB1_TREE_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- TREE_CONNECT_ANDX and TREE_CONNECT: [MS-CIFS] 2.2.4.55, 2.2.4.50, [MS-SMB] 2.2.4.7 ----- */

enum { /* flags */
       WYRE_SMB1_TREE_CONNECT_DISCONNECT_TID = 0x0001,
       WYRE_SMB1_TREE_CONNECT_EXTENDED_SIGNATURES = 0x0004,
       WYRE_SMB1_TREE_CONNECT_EXTENDED_RESPONSE = 0x0008
};

typedef struct wyre_smb1_tree_connect_andx_request {
    wyre_span password; /* with user security one zero byte, or none */
    wyre_span path;     /* such as \\server\share */
    wyre_span
        service; /* OEM: "A:", "LPT1:", "IPC", "COMM" or "?????", any; optional, though the specification demands it */
    uint16_t andx_offset;
    uint16_t flags;       /* bits WYRE_SMB1_TREE_CONNECT_... */
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_tree_connect_andx_request;

/* Decodes a TREE_CONNECT_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; password goes
 *                  past the bytes, or path is not there
 *   WYRE_E_VALUE   WordCount is not 4
 * [MS-CIFS] 2.2.4.55.1 */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_request_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_tree_connect_andx_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_request_encode(
    const wyre_smb1_tree_connect_andx_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_request_visit(
    const wyre_smb1_tree_connect_andx_request *m, const wyre_visitor *v);

enum { /* optional_support */
       WYRE_SMB1_SUPPORT_SEARCH_BITS = 0x0001,
       WYRE_SMB1_SHARE_IS_IN_DFS = 0x0002,
       WYRE_SMB1_CSC_MASK = 0x000c,
       WYRE_SMB1_UNIQUE_FILE_NAME = 0x0010,
       WYRE_SMB1_EXTENDED_SIGNATURES = 0x0020
};

/* The header's tid is the new tree. */
typedef struct wyre_smb1_tree_connect_andx_response {
    wyre_span service;                          /* OEM: "A:", "LPT1:", "IPC" or "COMM" */
    wyre_span native_file_system;               /* optional */
    uint32_t maximal_share_access_rights;       /* with word_count 7 */
    uint32_t guest_maximal_share_access_rights; /* with word_count 7 */
    uint16_t andx_offset;
    uint16_t optional_support; /* with word_count 3 and 7 */
    uint8_t andx_command;      /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t word_count; /* 2: LANMAN, 3: NT LM, 7: where EXTENDED_RESPONSE was asked for */
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
} wyre_smb1_tree_connect_andx_response;

/* Decodes a TREE_CONNECT_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; service is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 2, 3 or 7
 * [MS-CIFS] 2.2.4.55.2, [MS-SMB] 2.2.4.7.2 */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_tree_connect_andx_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  word_count is not 2, 3 or 7; a NUL inside a string; a part is longer than the
 *                 field that counts it */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_response_encode(
    const wyre_smb1_tree_connect_andx_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_tree_connect_andx_response_visit(
    const wyre_smb1_tree_connect_andx_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_tree_connect_request {
    wyre_span path;
    wyre_span password;
    wyre_span service;
} wyre_smb1_tree_connect_request;

/* Decodes an old TREE_CONNECT request; its strings are OEM.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; a string is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 0; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.50.1 */
WYRE_API wyre_status wyre_smb1_tree_connect_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t at, uint32_t flags,
                                                           wyre_smb1_tree_connect_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_tree_connect_request_encode(const wyre_smb1_tree_connect_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint32_t at, uint8_t *out, size_t cap,
                                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_tree_connect_request_visit(const wyre_smb1_tree_connect_request *m,
                                                          const wyre_visitor *v);

typedef struct wyre_smb1_tree_connect_response {
    uint16_t max_buffer_size;
    uint16_t tid;
} wyre_smb1_tree_connect_response;

/* Decodes an old TREE_CONNECT response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 2
 * [MS-CIFS] 2.2.4.50.2 */
WYRE_API wyre_status wyre_smb1_tree_connect_response_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t at, uint32_t flags,
                                                            wyre_smb1_tree_connect_response *out,
                                                            size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_tree_connect_response_encode(
    const wyre_smb1_tree_connect_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_tree_connect_response_visit(const wyre_smb1_tree_connect_response *m,
                                                           const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/smb1_body.h: what holds for all bodies of SMB1 messages, and the smallest of them. */
#ifndef WYRE_SMB1_BODY_H
#define WYRE_SMB1_BODY_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Bodies ------------------------------------------------------------------------------------
 * One struct for each command, direction and WordCount. Where a larger WordCount only adds words, one
 * struct has both, and its field word_count says which.
 *
 * Strings are told by `unicode`: 1 for UTF-16LE, which is aligned to 2 from the header, 0 for OEM. A
 * span is without the terminator, which the last string of a block may lack. A string that is called
 * optional is {0, 0} where the bytes ended before it, and is left out on encoding if only such ones
 * follow it.
 *
 * Every decoder of a block:
 *   in     the whole message from its header on, in_len bytes; NULL only when in_len is 0
 *   at     where the block's WordCount stands: 32, or `at` of wyre_smb1_block
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where the last part ends
 * Every encoder of a block:
 *   src    what the spans of *m count from; not used where it has none
 *   at     where WordCount goes
 *   out    the whole message, cap bytes; what stands in front of the block is left alone
 *   n      on OK where the block ends, on WYRE_E_SPACE the cap that it needs
 * Decoders and encoders without `at` are those of parts, each a unit of its own. Every visit function
 * tells the fields in wire order, each under its name in the struct. */

/* What every block is: the body of each command that has no struct of its own, and of each message
 * without words and bytes, such as TREE_DISCONNECT, PROCESS_EXIT, NT_CANCEL and most responses, which
 * are encoded from a struct of zeros. */
typedef struct wyre_smb1_body {
    wyre_span words; /* 2 * WordCount bytes */
    wyre_span bytes;
} wyre_smb1_body;

/* Decodes any block, as words and bytes.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 * [MS-CIFS] 2.2.3.2, 2.2.3.3 */
WYRE_API wyre_status wyre_smb1_body_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                           uint32_t flags, wyre_smb1_body *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  words of odd length or more than 255; more than 65535 bytes */
WYRE_API wyre_status wyre_smb1_body_encode(const wyre_smb1_body *m, const uint8_t *src,
                                           size_t src_len, uint32_t at, uint8_t *out, size_t cap,
                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_body_visit(const wyre_smb1_body *m, const wyre_visitor *v);

/* The AndX words alone: LOGOFF_ANDX both ways, and the response of LOCKING_ANDX. */
typedef struct wyre_smb1_andx {
    uint16_t andx_offset;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
} wyre_smb1_andx;

/* Decodes a block of the AndX words alone.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 2
 * [MS-CIFS] 2.2.4.32.2, 2.2.4.54 */
WYRE_API wyre_status wyre_smb1_andx_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                           uint32_t flags, wyre_smb1_andx *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_andx_encode(const wyre_smb1_andx *m, const uint8_t *src,
                                           size_t src_len, uint32_t at, uint8_t *out, size_t cap,
                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_andx_visit(const wyre_smb1_andx *m, const wyre_visitor *v);

/* ---- ECHO: [MS-CIFS] 2.2.4.39 --------------------------------------------------------------- */

typedef struct wyre_smb1_echo_request {
    wyre_span data;
    uint16_t echo_count; /* so many responses come; 0: none */
    uint16_t unused;     /* 0 */
} wyre_smb1_echo_request;

/* Decodes an ECHO request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.39.1 */
WYRE_API wyre_status wyre_smb1_echo_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_echo_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_echo_request_encode(const wyre_smb1_echo_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_echo_request_visit(const wyre_smb1_echo_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_echo_response {
    wyre_span data;           /* that of the request */
    uint16_t sequence_number; /* from 1 to echo_count */
    uint16_t unused;          /* 0 */
} wyre_smb1_echo_response;

/* Decodes an ECHO response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.39.2 */
WYRE_API wyre_status wyre_smb1_echo_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_echo_response *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_echo_response_encode(const wyre_smb1_echo_response *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_echo_response_visit(const wyre_smb1_echo_response *m,
                                                   const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

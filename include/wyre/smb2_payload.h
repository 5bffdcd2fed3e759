/* wyre/smb2_payload.h: what SMB2 messages carry, told to a visitor: directory listings, information,
 * notifications, payloads of control codes, extended attributes and security descriptors of CREATE. */
#ifndef WYRE_SMB2_PAYLOAD_H
#define WYRE_SMB2_PAYLOAD_H
#include <wyre/smb2.h>
#ifdef __cplusplus
extern "C" {
#endif

/* What a request asks for, which its response does not repeat. The caller keeps it until the response
 * with the same message_id comes. */
typedef struct wyre_smb2_question {
    uint64_t message_id;
    uint16_t command;  /* QUERY_DIRECTORY or QUERY_INFO; 0: nothing needs to be kept */
    uint8_t info_type; /* of QUERY_INFO: 1 file, 2 file system, 3 security, 4 quota */
    uint8_t file_info_class;
    uint8_t unused[4]; /* 0 */
} wyre_smb2_question;

/* Finds what a message asks for.
 *   in   one message from its header on, in_len bytes, as wyre_smb2_compound_next gives it
 *   out  filled on OK, zeroed on anything else
 * WYRE_OK, with command 0 where the message is a response or asks for nothing that must be kept; or what
 * the decoder of header or body says. */
WYRE_API wyre_status wyre_smb2_question_of(const uint8_t *in, size_t in_len,
                                           wyre_smb2_question *out);

/* Tells `v` what a message carries, as a part "payload", or in CREATE a part for each context that carries
 * a list of extended attributes or a security descriptor. Nothing is told of a message that carries
 * nothing, of an error but a SRV_COPYCHUNK's limits, and of a response that was cut to its buffer.
 *   in        one message from its header on, in_len bytes, as wyre_smb2_compound_next gives it
 *   question  what a response answers; NULL: not known, then of QUERY_DIRECTORY and QUERY_INFO nothing is
 *             told
 *   n         after a refusal the offset of the byte at fault, else in_len
 * WYRE_OK; WYRE_E_UNSUPPORTED: a class or control code that is not known; or what the decoder of the
 * message or of what it carries says. */
WYRE_API wyre_status wyre_smb2_payload_visit(const uint8_t *in, size_t in_len,
                                             const wyre_smb2_question *question,
                                             const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

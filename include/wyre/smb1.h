/* wyre/smb1.h: SMB1 (CIFS) messages, [MS-CIFS] and [MS-SMB]. All integers are little-endian.
 *
 * A message is a header and one block, or a chain of blocks. A block is WordCount, words, ByteCount,
 * bytes; command, direction and WordCount together say which struct it is. All offsets on the wire,
 * all spans and all alignments count from the header, so every function is given the whole message
 * and, as `at`, where in it the WordCount of its block stands. */
#ifndef WYRE_SMB1_H
#define WYRE_SMB1_H
#include <wyre/core.h>
#include <wyre/smb1_attributes.h>
#include <wyre/smb1_body.h>
#include <wyre/smb1_chain.h>
#include <wyre/smb1_create.h>
#include <wyre/smb1_ea.h>
#include <wyre/smb1_file.h>
#include <wyre/smb1_find.h>
#include <wyre/smb1_header.h>
#include <wyre/smb1_information.h>
#include <wyre/smb1_ioctl.h>
#include <wyre/smb1_locking.h>
#include <wyre/smb1_name.h>
#include <wyre/smb1_negotiate.h>
#include <wyre/smb1_nt_transact.h>
#include <wyre/smb1_print.h>
#include <wyre/smb1_raw.h>
#include <wyre/smb1_read.h>
#include <wyre/smb1_search.h>
#include <wyre/smb1_session.h>
#include <wyre/smb1_subcommand.h>
#include <wyre/smb1_trans2.h>
#include <wyre/smb1_transaction.h>
#include <wyre/smb1_tree.h>
#include <wyre/smb1_unix.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- A whole message ----------------------------------------------------------------------------- */

/* What a transaction asks for. Its response does not say what it answers, so who wants the parts of
 * that told too keeps this from the request, by its mid. */
typedef struct wyre_smb1_context {
    uint32_t function_code;     /* of NT_TRANSACT IOCTL, else 0 */
    uint16_t subcommand;        /* the first setup word, or Function of an NT_TRANSACT */
    uint16_t information_level; /* where the subcommand has one, else 0 */
    uint8_t command;            /* WYRE_SMB1_TRANSACTION ..., 0: none */
    uint8_t mailslot;           /* 1: a TRANSACTION on a mailslot */
    uint8_t resume_keys;        /* 1: a FIND with WYRE_SMB1_FIND_RETURN_RESUME_KEYS */
    uint8_t unused;             /* 0 */
} wyre_smb1_context;

/* Tells what a message asks for.
 *   in   the whole message from its header on, in_len bytes; NULL only when in_len is 0
 *   out  zeroed where it is no request of TRANSACTION, TRANSACTION2 or NT_TRANSACT, or refused
 * WYRE_OK, or what the header or the decoder of the request refused. */
WYRE_API wyre_status wyre_smb1_context_of(const uint8_t *in, size_t in_len, wyre_smb1_context *out);

/* Tells `v` a message: the fields of its header, then each block as a part under its command's name:
 * word_count_at, command, reply, oddities, block_word_count, byte_count; then the fields of its struct and the
 * parts inside it, or `words` and `bytes` where it has no struct or was refused. Spans count from `in`
 * but inside the setup, parameters and data of transactions, which are windows of their own. A block
 * that is refused does not end the telling.
 *   answers  NULL, or what a response answers
 *   n        on OK where the last block ends; else the offset at fault of the first refusal
 * WYRE_OK; what wyre_smb1_header_decode, wyre_smb1_block_next or a decoder refused; or
 * WYRE_E_VALUE: no struct of this command has this WordCount in this direction. */
WYRE_API wyre_status wyre_smb1_message_visit(const uint8_t *in, size_t in_len,
                                             const wyre_smb1_context *answers,
                                             const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

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
#include <wyre/smb1_file.h>
#include <wyre/smb1_header.h>
#include <wyre/smb1_locking.h>
#include <wyre/smb1_name.h>
#include <wyre/smb1_negotiate.h>
#include <wyre/smb1_nt_transact.h>
#include <wyre/smb1_read.h>
#include <wyre/smb1_search.h>
#include <wyre/smb1_session.h>
#include <wyre/smb1_subcommand.h>
#include <wyre/smb1_trans2.h>
#include <wyre/smb1_transaction.h>
#include <wyre/smb1_tree.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- A whole message ----------------------------------------------------------------------------- */

/* Tells `v` a message: the fields of its header, then each block as a part under its command's name:
 * at, command, reply, oddities, block_word_count, byte_count; then the fields of its struct and the
 * parts inside it, or `words` and `bytes` where it has no struct or was refused. Spans count from `in`
 * in all parts. A block that is refused does not end the telling.
 *   n  on OK where the last block ends; else the offset at fault of the first refusal
 * WYRE_OK; what wyre_smb1_header_decode, wyre_smb1_block_next or the block's decoder refused; or
 * WYRE_E_VALUE: no struct of this command has this WordCount in this direction. */
WYRE_API wyre_status wyre_smb1_message_visit(const uint8_t *in, size_t in_len,
                                             const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

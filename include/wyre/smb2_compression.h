/* wyre/smb2_compression.h: compressed messages of SMB 3.1.1, expanded and made: [MS-SMB2] 2.2.42, with
 * the algorithms of xca.h. The headers alone are in smb2.h. */
#ifndef WYRE_SMB2_COMPRESSION_H
#define WYRE_SMB2_COMPRESSION_H
#include <wyre/smb2.h>
#include <wyre/xca.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Expands a compressed message of either form. The size that the sender claims is judged before any
 * work, and what comes out must be exactly that much: no byte of `out` is left as it was.
 *   in    the message from FC 'S' 'M' 'B' on, in_len bytes; NULL only when in_len is 0
 *   max   the longest message to make: the negotiated maximum, with room for a header
 *   code  overwritten; needed for LZ77+Huffman only, else NULL is taken as well
 *   out   cap bytes, apart from `in`; what they hold after a refusal means nothing
 *   n     OK: the length of the message; WYRE_E_SPACE: the length claimed, at most max; else the offset
 *         at fault
 * WYRE_OK; WYRE_E_SPACE: cap is less than *n; or
 *   WYRE_E_ARG          in_len is above 4 GiB - 1, or code is NULL and would be needed
 *   WYRE_E_MAGIC        no compressed message
 *   WYRE_E_LIMIT        more than max is claimed, or more than WYRE_SMB2_COMPRESSION_PAYLOAD_CAP payloads
 *   WYRE_E_LENGTH, WYRE_E_VALUE
 *                       what wyre_smb2_compression_decode and wyre_smb2_compression_payload_next say of
 *                       the headers, and the decompressors of the data
 *   WYRE_E_OFFSET       a match begins in front of the data
 *   WYRE_E_VALUE        what comes out is not as long as claimed, or is itself encrypted or compressed
 *   WYRE_E_UNSUPPORTED  LZ4, or an algorithm that is not known
 * Whether the algorithm was negotiated is the caller's to judge. [MS-SMB2] 3.1.5.3 */
WYRE_API wyre_status wyre_smb2_decompress(const uint8_t *in, size_t in_len, uint32_t max,
                                          wyre_xca_huffman *code, uint8_t *out, size_t cap,
                                          size_t *n);

/* Makes a compressed message of the unchained form. Where *n is not less than in_len, the message is
 * better sent as it is.
 *   in      the message from FE 'S' 'M' 'B' on, in_len bytes
 *   raw     how many bytes at its start stay as they are: what is in front of the data
 *   compression_algorithm  WYRE_SMB2_COMPRESSION_LZNT1 or ..._LZ77
 *   search  overwritten
 *   out     cap bytes, apart from `in`
 *   n       OK: the bytes written; WYRE_E_SPACE: the size needed
 * WYRE_OK; WYRE_E_SPACE: cap is less than *n; or
 *   WYRE_E_ARG          raw is above in_len, or in_len is 0 or above 4 GiB - 1
 *   WYRE_E_RANGE        more than 4 GiB - 1 would come out
 *   WYRE_E_UNSUPPORTED  another algorithm
 * [MS-SMB2] 2.2.42.1 */
WYRE_API wyre_status wyre_smb2_compress(const uint8_t *in, size_t in_len, size_t raw,
                                        uint16_t compression_algorithm, wyre_xca_search *search,
                                        uint8_t *out, size_t cap, size_t *n);

/* Makes a compressed message of the chained form: the first `raw` bytes with NONE, the others with the
 * algorithm, and a run of one byte at the end, where it is worth a payload, with PATTERN_V1. Parameters
 * and statuses as above. [MS-SMB2] 2.2.42.2 */
WYRE_API wyre_status wyre_smb2_compress_chained(const uint8_t *in, size_t in_len, size_t raw,
                                                uint16_t compression_algorithm,
                                                wyre_xca_search *search, uint8_t *out, size_t cap,
                                                size_t *n);

#ifdef __cplusplus
}
#endif
#endif

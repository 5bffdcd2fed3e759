/* wyre/xca.h: the compression of [MS-XCA]: LZNT1, plain LZ77 and LZ77+Huffman. SMB 3.1.1 compresses
 * messages with it, NTFS files.
 *
 * Of every function: `in` and `out` do not overlap; what is behind *n in `out` may have been written,
 * at or past cap nothing is. A claimed length costs no work beyond cap: time is linear in in_len and in
 * what fits into cap. cap 0 measures. */
#ifndef WYRE_XCA_H
#define WYRE_XCA_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- LZNT1: [MS-XCA] 2.5 ------------------------------------------------------------------------------ */

/* Decompresses chunks up to the end of the input, or up to a chunk header of 0; what is behind that is
 * not looked at.
 *   in   in_len bytes; NULL only when in_len is 0
 *   out  cap bytes
 *   n    OK: the bytes written; WYRE_E_SPACE: the size needed; else the offset at fault
 * WYRE_OK; WYRE_E_SPACE: cap is less than *n; or
 *   WYRE_E_ARG     in_len is above 4 GiB - 1
 *   WYRE_E_LENGTH  a chunk, its header or one of its matches ends past the input
 *   WYRE_E_OFFSET  a match begins in front of its chunk
 *   WYRE_E_VALUE   a header whose signature is not 3, a chunk of more than 4096 bytes, or of less with
 *                  another one behind it: readers do not agree what stands in between
 *   WYRE_E_LIMIT   more than 4 GiB - 1 would come out
 * [MS-XCA] 2.5 */
WYRE_API wyre_status wyre_xca_lznt1_decompress(const uint8_t *in, size_t in_len, uint8_t *out,
                                               size_t cap, size_t *n);

/* Room for the search for matches. Its content means nothing to the caller, before or after. */
typedef struct wyre_xca_search {
    uint32_t position[4096];
} wyre_xca_search;

/* Compresses; a chunk that would grow is stored as it is, so *n is at most in_len + 2 for each 4096
 * bytes begun. No chunk header of 0 is written behind the last one.
 *   in      in_len bytes; NULL only when in_len is 0
 *   search  overwritten
 *   out     cap bytes
 *   n       OK: the bytes written; WYRE_E_SPACE: the size needed
 * WYRE_OK; WYRE_E_SPACE: cap is less than *n; or WYRE_E_ARG: in_len is above 4 GiB - 1. [MS-XCA] 2.5 */
WYRE_API wyre_status wyre_xca_lznt1_compress(const uint8_t *in, size_t in_len,
                                             wyre_xca_search *search, uint8_t *out, size_t cap,
                                             size_t *n);

/* ---- Plain LZ77: [MS-XCA] 2.3, 2.4 -------------------------------------------------------------------- */

/* Decompresses up to the end of the input, which must come where a match would begin.
 *   in   in_len bytes; NULL only when in_len is 0
 *   out  cap bytes
 *   n    OK: the bytes written; WYRE_E_SPACE: the size needed; else the offset at fault
 * WYRE_OK; WYRE_E_SPACE: cap is less than *n; or
 *   WYRE_E_ARG     in_len is above 4 GiB - 1
 *   WYRE_E_LENGTH  the input ends elsewhere
 *   WYRE_E_OFFSET  a match begins in front of the output
 *   WYRE_E_VALUE   a match of a long form that is too short for it
 *   WYRE_E_LIMIT   more than 4 GiB - 1 would come out
 * [MS-XCA] 2.4.4 */
WYRE_API wyre_status wyre_xca_lz77_decompress(const uint8_t *in, size_t in_len, uint8_t *out,
                                              size_t cap, size_t *n);

/* Compresses; *n is at most in_len + in_len / 8 + 8.
 *   in      in_len bytes; NULL only when in_len is 0
 *   search  overwritten
 *   out     cap bytes
 *   n       OK: the bytes written; WYRE_E_SPACE: the size needed
 * WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: in_len is above 4 GiB - 1; or WYRE_E_RANGE:
 * more than 4 GiB - 1 would come out. [MS-XCA] 2.3.4 */
WYRE_API wyre_status wyre_xca_lz77_compress(const uint8_t *in, size_t in_len,
                                            wyre_xca_search *search, uint8_t *out, size_t cap,
                                            size_t *n);

/* ---- LZ77+Huffman: [MS-XCA] 2.1, 2.2 ------------------------------------------------------------------ */

/* Room for the code of one block. Its content means nothing to the caller, before or after. */
typedef struct wyre_xca_huffman {
    uint16_t quick[512];  /* by the next 9 bits: symbol and length, or 0 where the code is longer */
    uint16_t symbol[512]; /* in the order of their codes */
    uint16_t first[16];   /* for each length the index of its first symbol */
    uint16_t end[16];     /* for each length the first code behind it, as 15 bits */
} wyre_xca_huffman;

/* Decompresses to exactly out_len bytes: the format does not tell where it ends.
 *   in    in_len bytes; NULL only when in_len is 0
 *   code  overwritten
 *   out   out_len bytes, as the peer told elsewhere; NULL only when out_len is 0
 *   n     OK: out_len; else the offset at fault
 * WYRE_OK, or
 *   WYRE_E_ARG     in_len is above 4 GiB - 1
 *   WYRE_E_LENGTH  the input ends before out_len bytes came out, or goes on behind them
 *   WYRE_E_OFFSET  a match begins in front of the output
 *   WYRE_E_VALUE   a table that is no complete code, a match of a long form that is too short for it,
 *                  or one that goes past out_len
 * [MS-XCA] 2.2.4 */
WYRE_API wyre_status wyre_xca_lz77_huffman_decompress(const uint8_t *in, size_t in_len,
                                                      wyre_xca_huffman *code, uint8_t *out,
                                                      size_t out_len, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/ftp_visit.h: a visitor is told a whole command or reply, what stands inside included. */
#ifndef WYRE_FTP_VISIT_H
#define WYRE_FTP_VISIT_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Tells `v` a command line: the fields of wyre_ftp_command, then the part "argument" with the fields
 * of the argument's own struct, where its verb has one (PORT LPRT EPRT EPSV TYPE STRU MODE PROT ALLO
 * REST RANG PBSZ MFMT MFCT MFF HOST LANG AUTH ADAT MIC CONF ENC OPTS PRET SITE).
 *   in     the in_len bytes that wyre_ftp_command_frame measured, with the same flags
 *   flags  as there
 *   n      on OK in_len
 * WYRE_OK, or what the frame or the decoder of the argument refuses; the fields of the command are told
 * in the latter case. */
WYRE_API wyre_status wyre_ftp_command_tell(const uint8_t *in, size_t in_len, uint32_t flags,
                                           const wyre_visitor *v, size_t *n);

/* Tells `v` a reply: the fields of wyre_ftp_reply; of a reply of many lines, a part "line" for each;
 * then the part "result" with the fields of the text's own struct, where its code has one and the text
 * keeps to it (110 125 150 200 213 215 227 228 229 234 235 257 334 335 521 522).
 *   in     the in_len bytes that wyre_ftp_reply_frame measured, with the same flags
 *   flags  as there
 *   n      on OK in_len
 * WYRE_OK, or what the frame refuses; of 227, 228 and 229, what the decoder of the address refuses. */
WYRE_API wyre_status wyre_ftp_reply_tell(const uint8_t *in, size_t in_len, uint32_t flags,
                                         const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

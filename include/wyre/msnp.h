/* wyre/msnp.h: the MSN Messenger protocol, MSNP2 to MSNP21. */
#ifndef WYRE_MSNP_H
#define WYRE_MSNP_H
#include <wyre/msnp_auth.h>
#include <wyre/msnp_command.h>
#include <wyre/msnp_login.h>
#include <wyre/msnp_lists.h>
#include <wyre/msnp_presence.h>
#include <wyre/msnp_chat.h>
#include <wyre/msnp_message.h>
#include <wyre/msnp_p2p.h>
#include <wyre/msnp_values.h>
#include <wyre/msnp_xml.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Tells `v` a whole command: the fields of its view, or of wyre_msnp_command where there is none for
 * it; then the parts of its payload. A command that its view refuses is told as wyre_msnp_command.
 *   in     in_len bytes from the start of the line on; NULL only when in_len is 0
 *   flags  role and leniencies
 *   n      on OK where line and payload end, else the byte at fault; may be NULL
 * WYRE_OK; WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT when the view of the
 * command says so; or the first refusal of a record in the payload, whose other parts are told. */
WYRE_API wyre_status wyre_msnp_visit(const uint8_t *in, size_t in_len, uint32_t flags,
                                     const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

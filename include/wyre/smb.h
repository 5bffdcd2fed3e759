/* wyre/smb.h: SMB 1, 2 and 3 with what carries them; the one header to include. */
#ifndef WYRE_SMB_H
#define WYRE_SMB_H
#include <wyre/core.h>
#include <wyre/dtyp.h>
#include <wyre/fscc.h>
#include <wyre/xca.h>
#include <wyre/netbios.h>
#include <wyre/smb1.h>
#include <wyre/smb2.h>
#include <wyre/smb2_compression.h>
#include <wyre/smb2_fsctl.h>
#include <wyre/smb2_payload.h>
#include <wyre/smb2_security.h>
#include <wyre/dfsc.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Which of the four kinds of message: [MS-SMB2] 2.2.1, 2.2.41, 2.2.42, [MS-CIFS] 2.2.3.1 --------
 * A message begins with one byte that tells its kind, and 'S' 'M' 'B'. */

enum { /* protocol */
       WYRE_SMB_PROTOCOL_COMPRESSED = 0xfc,
       WYRE_SMB_PROTOCOL_ENCRYPTED = 0xfd,
       WYRE_SMB_PROTOCOL_SMB2 = 0xfe,
       WYRE_SMB_PROTOCOL_SMB1 = 0xff
};

/* The name of a kind without its prefix, "SMB1"; "?" for any other number. */
WYRE_API const char *wyre_smb_protocol_name(uint8_t protocol);

/* Tells which header a message has.
 *   in        in_len bytes of the payload of a packet; NULL only when in_len is 0
 *   protocol  WYRE_SMB_PROTOCOL_..., or 0 on anything but OK
 *   n         on OK 4
 * WYRE_OK, or
 *   WYRE_E_MAGIC   no SMB message, *n is the first byte that differs
 *   WYRE_E_LENGTH  in_len is less than 4 and nothing differs */
WYRE_API wyre_status wyre_smb_protocol(const uint8_t *in, size_t in_len, uint8_t *protocol,
                                       size_t *n);

#ifdef __cplusplus
}
#endif
#endif

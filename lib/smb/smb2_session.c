/* SESSION_SETUP: [MS-SMB2] 2.2.5, 2.2.6. Offsets count from the SMB2 header, as on the wire. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.5 SESSION_SETUP request ------------------------------------------------------------ */

LAYOUT
session_setup_request(layout *l, wyre_smb2_session_setup_request *m)
{
    SIZE (l, BODY +  0, 25);
    U8   (l, BODY +  2, m, flags,               FLAGS);
    U8   (l, BODY +  3, m, security_mode,       FLAGS);
    U32  (l, BODY +  4, m, capabilities,        FLAGS);
    U32  (l, BODY +  8, m, channel,             NUMBER);
    REF16(l, BODY + 12, m, security_buffer,     BYTES, 8);
    U64  (l, BODY + 16, m, previous_session_id, NUMBER);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->security_buffer, in_len); */
CODEC(wyre_smb2_session_setup_request, session_setup_request, BODY + 24, 0)

/* ---- 2.2.6 SESSION_SETUP response ----------------------------------------------------------- */

LAYOUT
session_setup_response(layout *l, wyre_smb2_session_setup_response *m)
{
    SIZE (l, BODY + 0, 9);
    U16  (l, BODY + 2, m, session_flags,   FLAGS);
    REF16(l, BODY + 4, m, security_buffer, BYTES, 8);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->security_buffer, in_len); */
CODEC(wyre_smb2_session_setup_response, session_setup_response, BODY + 8, 0)

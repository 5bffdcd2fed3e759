/* IOCTL: [MS-SMB2] 2.2.31, 2.2.32. Offsets count from the SMB2 header, as on the wire. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.31 IOCTL request ------------------------------------------------------------------- */

LAYOUT
ioctl_request(layout *l, wyre_smb2_ioctl_request *m)
{
    SIZE (l, BODY +  0, 57);
    U16  (l, BODY +  2, m, reserved,            NUMBER);
    U32  (l, BODY +  4, m, ctl_code,            NUMBER);
    ARRAY(l, BODY +  8, m, file_id,             BYTES);
    REF32(l, BODY + 24, m, input,               BYTES, 8);
    U32  (l, BODY + 32, m, max_input_response,  NUMBER);
    REF32(l, BODY + 36, m, output,              BYTES, 8);
    U32  (l, BODY + 44, m, max_output_response, NUMBER);
    U32  (l, BODY + 48, m, flags,               FLAGS);
    U32  (l, BODY + 52, m, reserved2,           NUMBER);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->input, in_len) && inside(out->output, in_len); */
CODEC(wyre_smb2_ioctl_request, ioctl_request, BODY + 56, 0)

/* ---- 2.2.32 IOCTL response ------------------------------------------------------------------ */

LAYOUT
ioctl_response(layout *l, wyre_smb2_ioctl_response *m)
{
    SIZE (l, BODY +  0, 49);
    U16  (l, BODY +  2, m, reserved,  NUMBER);
    U32  (l, BODY +  4, m, ctl_code,  NUMBER);
    ARRAY(l, BODY +  8, m, file_id,   BYTES);
    REF32(l, BODY + 24, m, input,     BYTES, 8);
    REF32(l, BODY + 32, m, output,    BYTES, 8);
    U32  (l, BODY + 40, m, flags,     FLAGS);
    U32  (l, BODY + 44, m, reserved2, NUMBER);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->input, in_len) && inside(out->output, in_len); */
CODEC(wyre_smb2_ioctl_response, ioctl_response, BODY + 48, 0)

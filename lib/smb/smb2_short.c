/* The body that eight commands share: [MS-SMB2] 2.2.7 and others. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.7, 2.2.8, 2.2.11, 2.2.12, 2.2.18, 2.2.27, 2.2.28, 2.2.29, 2.2.30 body that has no field ---- */

LAYOUT
short_body(layout *l, wyre_smb2_short_body *m)
{
    SIZE(l, BODY + 0, 4);
    U16 (l, BODY + 2, m, reserved, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_short_body, short_body, BODY + 4, 0)

/* Oplock and lease breaks: [MS-SMB2] 2.2.23 to 2.2.25. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.23.1, 2.2.24.1, 2.2.25.1 oplock break ---------------------------------------------- */

LAYOUT
oplock_break(layout *l, wyre_smb2_oplock_break *m)
{
    SIZE (l, BODY + 0, 24);
    U8   (l, BODY + 2, m, oplock_level, NUMBER);
    U8   (l, BODY + 3, m, reserved,     NUMBER);
    U32  (l, BODY + 4, m, reserved2,    NUMBER);
    ARRAY(l, BODY + 8, m, file_id,      BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_oplock_break, oplock_break, BODY + 24, 0)

/* ---- 2.2.23.2 lease break notification ------------------------------------------------------ */

LAYOUT
lease_break_notification(layout *l, wyre_smb2_lease_break_notification *m)
{
    SIZE (l, BODY +  0, 44);
    U16  (l, BODY +  2, m, new_epoch,           NUMBER);
    U32  (l, BODY +  4, m, flags,               FLAGS);
    ARRAY(l, BODY +  8, m, lease_key,           GUID);
    U32  (l, BODY + 24, m, current_lease_state, FLAGS);
    U32  (l, BODY + 28, m, new_lease_state,     FLAGS);
    U32  (l, BODY + 32, m, break_reason,        NUMBER);
    U32  (l, BODY + 36, m, access_mask_hint,    FLAGS);
    U32  (l, BODY + 40, m, share_mask_hint,     FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_lease_break_notification, lease_break_notification, BODY + 44, 0)

/* ---- 2.2.24.2, 2.2.25.2 lease break acknowledgment ------------------------------------------ */

LAYOUT
lease_break_acknowledgment(layout *l, wyre_smb2_lease_break_acknowledgment *m)
{
    SIZE (l, BODY +  0, 36);
    U16  (l, BODY +  2, m, reserved,       NUMBER);
    U32  (l, BODY +  4, m, flags,          FLAGS);
    ARRAY(l, BODY +  8, m, lease_key,      GUID);
    U32  (l, BODY + 24, m, lease_state,    FLAGS);
    U64  (l, BODY + 28, m, lease_duration, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_lease_break_acknowledgment, lease_break_acknowledgment, BODY + 36, 0)

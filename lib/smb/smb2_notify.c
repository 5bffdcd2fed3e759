/* CHANGE_NOTIFY and SERVER_TO_CLIENT_NOTIFICATION: [MS-SMB2] 2.2.35, 2.2.44. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.35 CHANGE_NOTIFY request ----------------------------------------------------------- */

LAYOUT
change_notify_request(layout *l, wyre_smb2_change_notify_request *m)
{
    SIZE (l, BODY +  0, 32);
    U16  (l, BODY +  2, m, flags,                FLAGS);
    U32  (l, BODY +  4, m, output_buffer_length, NUMBER);
    ARRAY(l, BODY +  8, m, file_id,              BYTES);
    U32  (l, BODY + 24, m, completion_filter,    FLAGS);
    U32  (l, BODY + 28, m, reserved,             NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_change_notify_request, change_notify_request, BODY + 32, 0)

/* ---- 2.2.44 SERVER_TO_CLIENT_NOTIFICATION --------------------------------------------------- */

LAYOUT
server_notification(layout *l, wyre_smb2_server_notification *m)
{
    U16 (l, BODY + 0, m, structure_size,    NUMBER);
    U16 (l, BODY + 2, m, reserved,          NUMBER);
    U32 (l, BODY + 4, m, notification_type, NUMBER);
    REST(l,           m, notification,      BYTES);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->notification, in_len); */
CODEC(wyre_smb2_server_notification, server_notification, BODY + 8, 0)

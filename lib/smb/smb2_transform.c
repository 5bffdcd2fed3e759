/* Encrypted messages: [MS-SMB2] 2.2.41. */
#include <wyre/smb2.h>
#include "../core/layout.h"

/* ---- 2.2.41 SMB2 TRANSFORM_HEADER ---------------------------------------------------------------- */

LAYOUT
transform(layout *l, wyre_smb2_transform *m)
{
    MAGIC  (l,  0, 0xfd534d42);
    ARRAY  (l,  4, m, signature,  BYTES);
    ARRAY  (l, 20, m, nonce,      BYTES);
    COUNT32(l, 36, m, ciphertext); /* OriginalMessageSize: no cipher here changes the length */
    CHECK  (l, 36, m->ciphertext.len >= WYRE_SMB2_HEADER_SIZE);
    U16    (l, 40, m, reserved,   NUMBER);
    U16    (l, 42, m, flags,      FLAGS);
    CHECK  (l, 42, m->flags == WYRE_SMB2_TRANSFORM_FLAG_ENCRYPTED);
    U64    (l, 44, m, session_id, NUMBER);
    RUN    (l,     m, ciphertext, BYTES);
    WHOLE  (l, 36);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->ciphertext, in_len); */
CODEC(wyre_smb2_transform, transform, WYRE_SMB2_TRANSFORM_HEADER_SIZE, 0)

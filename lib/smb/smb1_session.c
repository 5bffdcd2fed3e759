/* SESSION_SETUP_ANDX: [MS-CIFS] 2.2.4.53, [MS-SMB] 2.2.4.6. */
#include "smb1_layout.h"

/* ---- 2.2.4.53.1 request of LANMAN ---------------------------------------------------------------- */

LAYOUT
lanman_request(layout *l, wyre_smb1_session_setup_andx_lanman_request *m)
{
    ANDX   (l,     m);
    U16    (l,  4, m, max_buffer_size, NUMBER);
    U16    (l,  6, m, max_mpx_count,   NUMBER);
    U16    (l,  8, m, vc_number,       NUMBER);
    U32    (l, 10, m, session_key,     NUMBER);
    COUNT16(l, 14, m, password);
    U32    (l, 16, m, reserved,        NUMBER);
    RUN    (l,     m, password,        BYTES);
    OEM_OPTIONAL(l, m, account_name);
    OEM_OPTIONAL(l, m, primary_domain);
    OEM_OPTIONAL(l, m, native_os);
    OEM_OPTIONAL(l, m, native_lan_man);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_session_setup_andx_lanman_request, lanman_request, 10)

/* ---- 2.2.4.53.1 request of NT LM 0.12 ------------------------------------------------------------ */

LAYOUT
request(layout *l, wyre_smb1_session_setup_andx_request *m)
{
    ANDX   (l,     m);
    U16    (l,  4, m, max_buffer_size,  NUMBER);
    U16    (l,  6, m, max_mpx_count,    NUMBER);
    U16    (l,  8, m, vc_number,        NUMBER);
    U32    (l, 10, m, session_key,      NUMBER);
    COUNT16(l, 14, m, oem_password);
    COUNT16(l, 16, m, unicode_password);
    U32    (l, 18, m, reserved,         NUMBER);
    U32    (l, 22, m, capabilities,     FLAGS);
    UNICODE(l,     m);
    RUN    (l,     m, oem_password,     BYTES);
    RUN    (l,     m, unicode_password, BYTES);
    STRING_OPTIONAL(l, m, account_name);
    STRING_OPTIONAL(l, m, primary_domain);
    STRING_OPTIONAL(l, m, native_os);
    STRING_OPTIONAL(l, m, native_lan_man);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_session_setup_andx_request, request, 13)

/* ---- [MS-SMB] 2.2.4.6.1 request with extended security ------------------------------------------- */

LAYOUT
extended_request(layout *l, wyre_smb1_session_setup_andx_extended_request *m)
{
    ANDX   (l,     m);
    U16    (l,  4, m, max_buffer_size, NUMBER);
    U16    (l,  6, m, max_mpx_count,   NUMBER);
    U16    (l,  8, m, vc_number,       NUMBER);
    U32    (l, 10, m, session_key,     NUMBER);
    COUNT16(l, 14, m, security_blob);
    U32    (l, 16, m, reserved,        NUMBER);
    U32    (l, 20, m, capabilities,    FLAGS);
    UNICODE(l,     m);
    RUN    (l,     m, security_blob,   BYTES);
    STRING_OPTIONAL(l, m, native_os);
    STRING_OPTIONAL(l, m, native_lan_man);
    STRING_OPTIONAL(l, m, primary_domain);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_session_setup_andx_extended_request, extended_request, 12)

/* ---- 2.2.4.53.2, [MS-SMB] 2.2.4.6.2 response ----------------------------------------------------- */

LAYOUT
response(layout *l, wyre_smb1_session_setup_andx_response *m)
{
    WORD_COUNT(l,    m);
    ANDX      (l,    m);
    U16       (l, 4, m, action, FLAGS);
    if (m->word_count == 4)
        COUNT16(l, 6, m, security_blob);
    UNICODE   (l,    m);
    RUN       (l,    m, security_blob, BYTES);
    STRING_OPTIONAL(l, m, native_os);
    STRING_OPTIONAL(l, m, native_lan_man);
    STRING_OPTIONAL(l, m, primary_domain);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_VARIANTS(wyre_smb1_session_setup_andx_response, response, count == 3 || count == 4)

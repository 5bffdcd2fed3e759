/* TREE_CONNECT_ANDX and TREE_CONNECT: [MS-CIFS] 2.2.4.55, 2.2.4.50, [MS-SMB] 2.2.4.7. */
#include "smb1_layout.h"

/* ---- 2.2.4.55.1 TREE_CONNECT_ANDX request -------------------------------------------------------- */

LAYOUT
andx_request(layout *l, wyre_smb1_tree_connect_andx_request *m)
{
    ANDX   (l,    m);
    U16    (l, 4, m, flags,    FLAGS);
    COUNT16(l, 6, m, password);
    UNICODE(l,    m);
    RUN    (l,    m, password, BYTES);
    STRING (l,    m, path);
    OEM_OPTIONAL(l, m, service); /* attack tools leave it out, and servers take that */
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_tree_connect_andx_request, andx_request, 4)

/* ---- 2.2.4.55.2, [MS-SMB] 2.2.4.7.2 TREE_CONNECT_ANDX response ----------------------------------- */

LAYOUT
andx_response(layout *l, wyre_smb1_tree_connect_andx_response *m)
{
    WORD_COUNT(l,     m);
    ANDX      (l,     m);
    if (m->word_count >= 3)
        U16   (l,  4, m, optional_support, FLAGS);
    if (m->word_count == 7) {
        U32   (l,  6, m, maximal_share_access_rights,       FLAGS);
        U32   (l, 10, m, guest_maximal_share_access_rights, FLAGS);
    }
    UNICODE   (l,     m);
    OEM       (l,     m, service);
    STRING_OPTIONAL(l, m, native_file_system);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_VARIANTS(wyre_smb1_tree_connect_andx_response, andx_response,
               count == 2 || count == 3 || count == 7)

/* ---- 2.2.4.50 TREE_CONNECT ----------------------------------------------------------------------- */

LAYOUT
request(layout *l, wyre_smb1_tree_connect_request *m)
{
    FORMAT(l, 0x04);
    OEM   (l, m, path);
    FORMAT(l, 0x04);
    OEM   (l, m, password);
    FORMAT(l, 0x04);
    OEM   (l, m, service);
}

LAYOUT
response(layout *l, wyre_smb1_tree_connect_response *m)
{
    U16(l, 0, m, max_buffer_size, NUMBER);
    U16(l, 2, m, tid,             NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_tree_connect_request, request, 0)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_tree_connect_response, response, 2)

/* TREE_CONNECT: [MS-SMB2] 2.2.9, 2.2.10. Offsets count from the SMB2 header, as on the wire. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.9 TREE_CONNECT request ------------------------------------------------------------- */

LAYOUT
tree_connect_request(layout *l, wyre_smb2_tree_connect_request *m)
{
    SIZE (l, BODY + 0, 9);
    U16  (l, BODY + 2, m, flags, FLAGS);
    REF16(l, BODY + 4, m, path,  UTF16, 8);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->path, in_len); */
CODEC(wyre_smb2_tree_connect_request, tree_connect_request, BODY + 8, 0)

/* ---- 2.2.9, 2.2.9.1 TREE_CONNECT request with an extension ---------------------------------- */

LAYOUT
tree_connect_extension_request(layout *l, wyre_smb2_tree_connect_extension_request *m)
{
    SIZE (l, BODY +  0, 9);
    U16  (l, BODY +  2, m, flags,                      FLAGS);
    CHECK(l, BODY +  2, (m->flags & WYRE_SMB2_TREE_CONNECT_EXTENSION_PRESENT) != 0);
    REF16(l, BODY +  4, m, path,                       UTF16, 8);
    U16  (l, BODY + 12, m, tree_connect_context_count, NUMBER);
    ARRAY(l, BODY + 14, m, reserved,                   BYTES);
    REF_TO_END(l, 4, BODY + 8, BODY, m->tree_connect_context_count, m, tree_connect_contexts,
               BYTES, 8);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->path, in_len) && inside(out->tree_connect_contexts,
  @     in_len); */
CODEC(wyre_smb2_tree_connect_extension_request, tree_connect_extension_request, BODY + 24, 0)

/* ---- 2.2.10 TREE_CONNECT response ----------------------------------------------------------- */

LAYOUT
tree_connect_response(layout *l, wyre_smb2_tree_connect_response *m)
{
    SIZE(l, BODY +  0, 16);
    U8  (l, BODY +  2, m, share_type,     NUMBER);
    U8  (l, BODY +  3, m, reserved,       NUMBER);
    U32 (l, BODY +  4, m, share_flags,    FLAGS);
    U32 (l, BODY +  8, m, capabilities,   FLAGS);
    U32 (l, BODY + 12, m, maximal_access, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_tree_connect_response, tree_connect_response, BODY + 16, 0)

/* CREATE: [MS-SMB2] 2.2.13, 2.2.14. Offsets count from the SMB2 header, as on the wire. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.13 CREATE request ------------------------------------------------------------------ */

LAYOUT
create_request(layout *l, wyre_smb2_create_request *m)
{
    SIZE (l, BODY +  0, 57);
    U8   (l, BODY +  2, m, security_flags,         NUMBER);
    U8   (l, BODY +  3, m, requested_oplock_level, NUMBER);
    U32  (l, BODY +  4, m, impersonation_level,    NUMBER);
    U64  (l, BODY +  8, m, smb_create_flags,       NUMBER);
    U64  (l, BODY + 16, m, reserved,               NUMBER);
    U32  (l, BODY + 24, m, desired_access,         FLAGS);
    U32  (l, BODY + 28, m, file_attributes,        FLAGS);
    U32  (l, BODY + 32, m, share_access,           FLAGS);
    U32  (l, BODY + 36, m, create_disposition,     NUMBER);
    U32  (l, BODY + 40, m, create_options,         FLAGS);
    REF16(l, BODY + 44, m, name,                   UTF16, 8);
    AT_LEAST_ONE(l);
    REF32(l, BODY + 48, m, create_contexts,        BYTES, 8);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len) && inside(out->create_contexts,
  @     in_len); */
CODEC(wyre_smb2_create_request, create_request, BODY + 56, 0)

/* ---- 2.2.14 CREATE response ----------------------------------------------------------------- */

LAYOUT
create_response(layout *l, wyre_smb2_create_response *m)
{
    U16  (l, BODY +  0, m, structure_size,   NUMBER);
    CHECK(l, BODY +  0, m->structure_size == 89 || m->structure_size == 88);
    U8   (l, BODY +  2, m, oplock_level,     NUMBER);
    U8   (l, BODY +  3, m, flags,            FLAGS);
    U32  (l, BODY +  4, m, create_action,    NUMBER);
    U64  (l, BODY +  8, m, creation_time,    FILETIME);
    U64  (l, BODY + 16, m, last_access_time, FILETIME);
    U64  (l, BODY + 24, m, last_write_time,  FILETIME);
    U64  (l, BODY + 32, m, change_time,      FILETIME);
    U64  (l, BODY + 40, m, allocation_size,  NUMBER);
    U64  (l, BODY + 48, m, end_of_file,      NUMBER);
    U32  (l, BODY + 56, m, file_attributes,  FLAGS);
    U32  (l, BODY + 60, m, reserved2,        NUMBER);
    ARRAY(l, BODY + 64, m, file_id,          BYTES);
    REF32(l, BODY + 80, m, create_contexts,  BYTES, 8);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->create_contexts, in_len); */
CODEC(wyre_smb2_create_response, create_response, BODY + 88, 0)

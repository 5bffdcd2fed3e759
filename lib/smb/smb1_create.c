/* OPEN_ANDX and NT_CREATE_ANDX: [MS-CIFS] 2.2.4.41, 2.2.4.64, [MS-SMB] 2.2.4.1, 2.2.4.9. */
#include "smb1_layout.h"

/* ---- 2.2.4.41.1 OPEN_ANDX request ---------------------------------------------------------------- */

LAYOUT
open_request(layout *l, wyre_smb1_open_andx_request *m)
{
    ANDX   (l,     m);
    U16    (l,  4, m, flags,           FLAGS);
    U16    (l,  6, m, access_mode,     FLAGS);
    U16    (l,  8, m, search_attrs,    FLAGS);
    U16    (l, 10, m, file_attrs,      FLAGS);
    U32    (l, 12, m, creation_time,   UNIXTIME);
    U16    (l, 16, m, open_mode,       FLAGS);
    U32    (l, 18, m, allocation_size, NUMBER);
    U32    (l, 22, m, timeout,         NUMBER);
    U32    (l, 26, m, reserved,        NUMBER);
    UNICODE(l,     m);
    STRING (l,     m, file_name);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_open_andx_request, open_request, 15)

/* ---- 2.2.4.41.2, [MS-SMB] 2.2.4.1.2 OPEN_ANDX response ------------------------------------------- */

LAYOUT
open_response(layout *l, wyre_smb1_open_andx_response *m)
{
    WORD_COUNT(l,     m);
    ANDX      (l,     m);
    U16       (l,  4, m, fid,             NUMBER);
    U16       (l,  6, m, file_attrs,      FLAGS);
    U32       (l,  8, m, last_write_time, UNIXTIME);
    U32       (l, 12, m, file_data_size,  NUMBER);
    U16       (l, 16, m, access_rights,   FLAGS);
    U16       (l, 18, m, resource_type,   NUMBER);
    U16       (l, 20, m, nmpipe_status,   FLAGS);
    U16       (l, 22, m, open_results,    FLAGS);
    U32       (l, 24, m, server_fid,      NUMBER);
    U16       (l, 28, m, reserved,        NUMBER);
    if (m->word_count == 19) {
        U32   (l, 30, m, maximal_access_rights,       FLAGS);
        U32   (l, 34, m, guest_maximal_access_rights, FLAGS);
    }
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_VARIANTS(wyre_smb1_open_andx_response, open_response, count == 15 || count == 19)

/* ---- 2.2.4.64.1 NT_CREATE_ANDX request ----------------------------------------------------------- */

LAYOUT
nt_create_request(layout *l, wyre_smb1_nt_create_andx_request *m)
{
    ANDX   (l,     m);
    U8     (l,  4, m, reserved,            NUMBER);
    UNICODE(l,     m);
    U32    (l,  7, m, flags,               FLAGS);
    U32    (l, 11, m, root_directory_fid,  NUMBER);
    U32    (l, 15, m, desired_access,      FLAGS);
    U64    (l, 19, m, allocation_size,     NUMBER);
    U32    (l, 27, m, ext_file_attributes, FLAGS);
    U32    (l, 31, m, share_access,        FLAGS);
    U32    (l, 35, m, create_disposition,  NUMBER);
    U32    (l, 39, m, create_options,      FLAGS);
    U32    (l, 43, m, impersonation_level, NUMBER);
    U8     (l, 47, m, security_flags,      FLAGS);
    COUNTED_NAME(l, 5, m, name_length, file_name);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_nt_create_andx_request, nt_create_request, 24)

/* ---- 2.2.4.64.2, [MS-SMB] 2.2.4.9.2 NT_CREATE_ANDX response --------------------------------------
 * Windows and Samba say 42 words and send the 50 of the extended response. */

enum { PLAIN = 34, SAID = 42, SENT = 50 };

LAYOUT
nt_create_response(layout *l, wyre_smb1_nt_create_andx_response *m)
{
    WORD_COUNT(l,     m);
    ANDX      (l,     m);
    U8        (l,  4, m, oplock_level,        NUMBER);
    U16       (l,  5, m, fid,                 NUMBER);
    U32       (l,  7, m, create_disposition,  NUMBER);
    U64       (l, 11, m, create_time,         FILETIME);
    U64       (l, 19, m, last_access_time,    FILETIME);
    U64       (l, 27, m, last_write_time,     FILETIME);
    U64       (l, 35, m, last_change_time,    FILETIME);
    U32       (l, 43, m, ext_file_attributes, FLAGS);
    U64       (l, 47, m, allocation_size,     NUMBER);
    U64       (l, 55, m, end_of_file,         NUMBER);
    U16       (l, 63, m, resource_type,       NUMBER);
    U16       (l, 65, m, nmpipe_status,       FLAGS);
    U8        (l, 67, m, directory,           NUMBER);
    if (m->word_count != PLAIN) {
        ARRAY (l, 68, m, volume_guid,                 GUID);
        U64   (l, 84, m, file_id,                     NUMBER);
        U32   (l, 92, m, maximal_access_rights,       FLAGS);
        U32   (l, 96, m, guest_maximal_access_rights, FLAGS);
    }
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_CODEC(wyre_smb1_nt_create_andx_response, nt_create_response,
            count == PLAIN || count == SAID || count == SENT, m->word_count,
            count == PLAIN ? 2u * PLAIN : 2u * SENT, count == PLAIN ? EXACT : UNSURE)

/* Old commands on names: [MS-CIFS] 2.2.4.1 to 2.2.4.4, 2.2.4.7 to 2.2.4.9, 2.2.4.15 to 2.2.4.17,
 * 2.2.4.37, 2.2.4.38, 2.2.4.66. Each string stands behind a byte 04, and its padding between the two. */
#include "smb1_layout.h"

enum { ASCII = 0x04 };

/* ---- CREATE_DIRECTORY, DELETE_DIRECTORY, CHECK_DIRECTORY, QUERY_INFORMATION ---------------------- */

LAYOUT
path_request(layout *l, wyre_smb1_path_request *m)
{
    UNICODE(l, m);
    FORMAT (l, ASCII);
    STRING (l, m, path);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_path_request, path_request, 0)

/* ---- 2.2.4.3 OPEN -------------------------------------------------------------------------------- */

LAYOUT
open_request(layout *l, wyre_smb1_open_request *m)
{
    U16    (l, 0, m, access_mode,       FLAGS);
    U16    (l, 2, m, search_attributes, FLAGS);
    UNICODE(l,    m);
    FORMAT (l, ASCII);
    STRING (l,    m, file_name);
}

LAYOUT
open_response(layout *l, wyre_smb1_open_response *m)
{
    U16(l,  0, m, fid,           NUMBER);
    U16(l,  2, m, file_attrs,    FLAGS);
    U32(l,  4, m, last_modified, UNIXTIME);
    U32(l,  8, m, file_size,     NUMBER);
    U16(l, 12, m, access_mode,   FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_open_request, open_request, 2)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_open_response, open_response, 7)

/* ---- 2.2.4.4 CREATE, 2.2.4.16 CREATE_NEW, 2.2.4.15 CREATE_TEMPORARY ------------------------------ */

LAYOUT
create_request(layout *l, wyre_smb1_create_request *m)
{
    U16    (l, 0, m, file_attributes, FLAGS);
    U32    (l, 2, m, creation_time,   UNIXTIME);
    UNICODE(l,    m);
    FORMAT (l, ASCII);
    STRING (l,    m, file_name);
}

/* Samba leaves the format byte out, and sends OEM text whatever Flags2 says. */
LAYOUT
create_temporary_response(layout *l, wyre_smb1_create_temporary_response *m)
{
    U16    (l, 0, m, fid, NUMBER);
    UNICODE(l,    m);
    FORMAT_OR_NOT(l, ASCII, m, no_format, bytes_left(l) > 0 && l->in[l->end] != ASCII);
    if (m->no_format) {
        OEM(l, m, temporary_file_name);
    } else {
        STRING(l, m, temporary_file_name);
    }
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_create_request, create_request, 3)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_create_temporary_response, create_temporary_response, 1)

/* ---- 2.2.4.7 DELETE ------------------------------------------------------------------------------ */

LAYOUT
delete_request(layout *l, wyre_smb1_delete_request *m)
{
    U16    (l, 0, m, search_attributes, FLAGS);
    UNICODE(l,    m);
    FORMAT (l, ASCII);
    STRING (l,    m, file_name);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_delete_request, delete_request, 1)

/* ---- 2.2.4.8 RENAME, 2.2.4.66 NT_RENAME ---------------------------------------------------------- */

LAYOUT
rename_request(layout *l, wyre_smb1_rename_request *m)
{
    U16    (l, 0, m, search_attributes, FLAGS);
    UNICODE(l,    m);
    FORMAT (l, ASCII);
    STRING (l,    m, old_file_name);
    FORMAT (l, ASCII);
    STRING (l,    m, new_file_name);
}

LAYOUT
nt_rename_request(layout *l, wyre_smb1_nt_rename_request *m)
{
    U16    (l, 0, m, search_attributes, FLAGS);
    U16    (l, 2, m, information_level, NUMBER);
    U32    (l, 4, m, reserved,          NUMBER);
    UNICODE(l,    m);
    FORMAT (l, ASCII);
    STRING (l,    m, old_file_name);
    FORMAT (l, ASCII);
    STRING (l,    m, new_file_name);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_rename_request, rename_request, 1)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_nt_rename_request, nt_rename_request, 4)

/* ---- 2.2.4.37 COPY, 2.2.4.38 MOVE ---------------------------------------------------------------- */

LAYOUT
copy_request(layout *l, wyre_smb1_copy_request *m)
{
    U16    (l, 0, m, tid2,          NUMBER);
    U16    (l, 2, m, open_function, FLAGS);
    U16    (l, 4, m, flags,         FLAGS);
    UNICODE(l,    m);
    FORMAT (l, ASCII);
    STRING (l,    m, source_file_name);
    FORMAT (l, ASCII);
    STRING (l,    m, target_file_name);
}

LAYOUT
copy_response(layout *l, wyre_smb1_copy_response *m)
{
    U16    (l, 0, m, count, NUMBER);
    UNICODE(l,    m);
    if (PRESENT(l, m, error_file_name)) {
        FORMAT(l, ASCII);
        STRING(l, m, error_file_name);
    }
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_copy_request, copy_request, 3)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_copy_response, copy_response, 1)

/* Subcommands of TRANSACTION2: [MS-CIFS] 2.2.6. Their names stand at even offsets of the parameters
 * and so need no padding. */
#include "smb1_layout.h"

/* ---- 2.2.6.1 OPEN2 ------------------------------------------------------------------------------- */

LAYOUT
open2_request(layout *l, wyre_smb1_trans2_open2_request *m)
{
    U16  (l,  0, m, flags,             FLAGS);
    U16  (l,  2, m, access_mode,       FLAGS);
    U16  (l,  4, m, search_attributes, FLAGS);
    U16  (l,  6, m, file_attributes,   FLAGS);
    U32  (l,  8, m, creation_time,     UNIXTIME);
    U16  (l, 12, m, open_mode,         FLAGS);
    U32  (l, 14, m, allocation_size,   NUMBER);
    ARRAY(l, 18, m, reserved2,         BYTES);
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, file_name);
}

LAYOUT
open2_response(layout *l, wyre_smb1_trans2_open2_response *m)
{
    U16(l,  0, m, fid,                             NUMBER);
    U16(l,  2, m, file_attributes,                 FLAGS);
    U32(l,  4, m, creation_time,                   UNIXTIME);
    U32(l,  8, m, file_data_size,                  NUMBER);
    U16(l, 12, m, access_mode,                     FLAGS);
    U16(l, 14, m, resource_type,                   NUMBER);
    U16(l, 16, m, nmpipe_status,                   FLAGS);
    U16(l, 18, m, action_taken,                    FLAGS);
    U32(l, 20, m, reserved,                        NUMBER);
    U16(l, 24, m, extended_attribute_error_offset, NUMBER);
    U32(l, 26, m, extended_attribute_length,       NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_open2_request, open2_request, 28, WYRE_SMB1_FLAGS2_UNICODE)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_open2_response, open2_response, 30, 0)

/* ---- 2.2.6.2 FIND_FIRST2 ------------------------------------------------------------------------- */

LAYOUT
find_first2_request(layout *l, wyre_smb1_trans2_find_first2_request *m)
{
    U16(l,  0, m, search_attributes,   FLAGS);
    U16(l,  2, m, search_count,        NUMBER);
    U16(l,  4, m, flags,               FLAGS);
    U16(l,  6, m, information_level,   NUMBER);
    U32(l,  8, m, search_storage_type, NUMBER);
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, file_name);
}

LAYOUT
find_first2_response(layout *l, wyre_smb1_trans2_find_first2_response *m)
{
    U16(l, 0, m, sid,              NUMBER);
    U16(l, 2, m, search_count,     NUMBER);
    U16(l, 4, m, end_of_search,    NUMBER);
    U16(l, 6, m, ea_error_offset,  NUMBER);
    U16(l, 8, m, last_name_offset, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_find_first2_request, find_first2_request, 12, WYRE_SMB1_FLAGS2_UNICODE)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_find_first2_response, find_first2_response, 10, 0)

/* ---- 2.2.6.3 FIND_NEXT2 -------------------------------------------------------------------------- */

LAYOUT
find_next2_request(layout *l, wyre_smb1_trans2_find_next2_request *m)
{
    U16(l,  0, m, sid,               NUMBER);
    U16(l,  2, m, search_count,      NUMBER);
    U16(l,  4, m, information_level, NUMBER);
    U32(l,  6, m, resume_key,        NUMBER);
    U16(l, 10, m, flags,             FLAGS);
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, file_name);
}

LAYOUT
find_next2_response(layout *l, wyre_smb1_trans2_find_next2_response *m)
{
    U16(l, 0, m, search_count,     NUMBER);
    U16(l, 2, m, end_of_search,    NUMBER);
    U16(l, 4, m, ea_error_offset,  NUMBER);
    U16(l, 6, m, last_name_offset, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_find_next2_request, find_next2_request, 12, WYRE_SMB1_FLAGS2_UNICODE)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_find_next2_response, find_next2_response, 8, 0)

/* ---- 2.2.6.4 QUERY_FS_INFORMATION, [MS-SMB] 2.2.6.2 SET_FS_INFORMATION ---------------------------- */

LAYOUT
query_fs_request(layout *l, wyre_smb1_trans2_query_fs_request *m)
{
    U16(l, 0, m, information_level, NUMBER);
}

LAYOUT
set_fs_request(layout *l, wyre_smb1_trans2_set_fs_request *m)
{
    U16(l, 0, m, fid,               NUMBER);
    U16(l, 2, m, information_level, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_query_fs_request, query_fs_request, 2, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_set_fs_request, set_fs_request, 4, 0)

/* ---- 2.2.6.6 QUERY_PATH_INFORMATION, 2.2.6.7 SET_PATH_INFORMATION -------------------------------- */

LAYOUT
path_request(layout *l, wyre_smb1_trans2_path_request *m)
{
    U16(l, 0, m, information_level, NUMBER);
    U32(l, 2, m, reserved,          NUMBER);
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, file_name);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_path_request, path_request, 6, WYRE_SMB1_FLAGS2_UNICODE)

/* ---- 2.2.6.8 QUERY_FILE_INFORMATION, 2.2.6.9 SET_FILE_INFORMATION -------------------------------- */

LAYOUT
query_file_request(layout *l, wyre_smb1_trans2_query_file_request *m)
{
    U16(l, 0, m, fid,               NUMBER);
    U16(l, 2, m, information_level, NUMBER);
}

LAYOUT
set_file_request(layout *l, wyre_smb1_trans2_set_file_request *m)
{
    U16(l, 0, m, fid,               NUMBER);
    U16(l, 2, m, information_level, NUMBER);
    U16(l, 4, m, reserved,          NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_query_file_request, query_file_request, 4, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_set_file_request, set_file_request, 6, 0)

/* ---- 2.2.6.14 CREATE_DIRECTORY, and the response that many have ---------------------------------- */

LAYOUT
create_directory_request(layout *l, wyre_smb1_trans2_create_directory_request *m)
{
    U32(l, 0, m, reserved, NUMBER);
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, directory_name);
}

LAYOUT
ea_error_response(layout *l, wyre_smb1_trans2_ea_error_response *m)
{
    U16(l, 0, m, ea_error_offset, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_create_directory_request, create_directory_request, 4,
      WYRE_SMB1_FLAGS2_UNICODE)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_ea_error_response, ea_error_response, 2, 0)

/* ---- 2.2.6.16 GET_DFS_REFERRAL ------------------------------------------------------------------- */

LAYOUT
get_dfs_referral_request(layout *l, wyre_smb1_trans2_get_dfs_referral_request *m)
{
    U16(l, 0, m, max_referral_level, NUMBER);
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, request_file_name);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans2_get_dfs_referral_request, get_dfs_referral_request, 2,
      WYRE_SMB1_FLAGS2_UNICODE)

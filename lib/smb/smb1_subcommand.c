/* Subcommands of TRANSACTION and functions of NT_TRANSACT: [MS-CIFS] 2.2.5, 2.2.7. */
#include "smb1_layout.h"

enum { EXTENDED = 1 };

/* ---- 2.2.5.1 to 2.2.5.11 named pipes, 2.2.5.12 mailslots ----------------------------------------- */

LAYOUT
pipe_setup(layout *l, wyre_smb1_trans_pipe_setup *m)
{
    U16(l, 0, m, subcommand, NUMBER);
    U16(l, 2, m, fid,        NUMBER);
}

LAYOUT
mailslot_setup(layout *l, wyre_smb1_trans_mailslot_setup *m)
{
    U16(l, 0, m, mailslot_opcode,  NUMBER);
    U16(l, 2, m, priority,         NUMBER);
    U16(l, 4, m, class_of_service, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans_pipe_setup, pipe_setup, 4, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans_mailslot_setup, mailslot_setup, 6, 0)

/* ---- 2.2.5.1 SET_NMPIPE_STATE, 2.2.5.3 QUERY_NMPIPE_STATE ---------------------------------------- */

LAYOUT
pipe_state(layout *l, wyre_smb1_trans_pipe_state *m)
{
    U16(l, 0, m, nmpipe_status, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans_pipe_state, pipe_state, 2, 0)

/* ---- 2.2.5.4 QUERY_NMPIPE_INFO ------------------------------------------------------------------- */

LAYOUT
pipe_info_request(layout *l, wyre_smb1_trans_pipe_info_request *m)
{
    U16(l, 0, m, level, NUMBER);
}

LAYOUT
pipe_info(layout *l, wyre_smb1_trans_pipe_info *m)
{
    U16   (l, 0, m, output_buffer_size, NUMBER);
    U16   (l, 2, m, input_buffer_size,  NUMBER);
    U8    (l, 4, m, maximum_instances,  NUMBER);
    U8    (l, 5, m, current_instances,  NUMBER);
    U8    (l, 6, m, pipe_name_length,   NUMBER);
    UNICODE_BY_FLAG(l, m);
    STRING_OPTIONAL(l, m, pipe_name);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans_pipe_info_request, pipe_info_request, 2, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans_pipe_info, pipe_info, 7, WYRE_SMB1_FLAGS2_UNICODE)

/* ---- 2.2.5.5 PEEK_NMPIPE, 2.2.5.2 RAW_WRITE_NMPIPE, 2.2.5.9 WRITE_NMPIPE -------------------------- */

LAYOUT
pipe_peek_response(layout *l, wyre_smb1_trans_pipe_peek_response *m)
{
    U16(l, 0, m, read_data_available,  NUMBER);
    U16(l, 2, m, message_bytes_length, NUMBER);
    U16(l, 4, m, named_pipe_state,     NUMBER);
}

LAYOUT
pipe_write_response(layout *l, wyre_smb1_trans_pipe_write_response *m)
{
    U16(l, 0, m, bytes_written, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans_pipe_peek_response, pipe_peek_response, 6, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_trans_pipe_write_response, pipe_write_response, 2, 0)

/* ---- 2.2.7.1, [MS-SMB] 2.2.7.1 CREATE ------------------------------------------------------------ */

LAYOUT
create_parameters(layout *l, wyre_smb1_nt_transact_create_parameters *m)
{
    U32    (l,  0, m, flags,                      FLAGS);
    U32    (l,  4, m, root_directory_fid,         NUMBER);
    U32    (l,  8, m, desired_access,             FLAGS);
    U64    (l, 12, m, allocation_size,            NUMBER);
    U32    (l, 20, m, ext_file_attributes,        FLAGS);
    U32    (l, 24, m, share_access,               FLAGS);
    U32    (l, 28, m, create_disposition,         NUMBER);
    U32    (l, 32, m, create_options,             FLAGS);
    U32    (l, 36, m, security_descriptor_length, NUMBER);
    U32    (l, 40, m, ea_length,                  NUMBER);
    COUNT32(l, 44, m, name);
    U32    (l, 48, m, impersonation_level,        NUMBER);
    U8     (l, 52, m, security_flags,             FLAGS);
    UNICODE_BY_FLAG(l, m);
    ALIGN     (l, m->unicode ? 2 : 1);
    RUN_STRING(l, m, name);
}

LAYOUT
create_response(layout *l, wyre_smb1_nt_transact_create_response *m)
{
    U8   (l,  0, m, oplock_level,        NUMBER);
    U8   (l,  1, m, response_type,       NUMBER);
    U16  (l,  2, m, fid,                 NUMBER);
    U32  (l,  4, m, create_action,       NUMBER);
    U32  (l,  8, m, ea_error_offset,     NUMBER);
    U64  (l, 12, m, creation_time,       FILETIME);
    U64  (l, 20, m, last_access_time,    FILETIME);
    U64  (l, 28, m, last_write_time,     FILETIME);
    U64  (l, 36, m, last_change_time,    FILETIME);
    U32  (l, 44, m, ext_file_attributes, FLAGS);
    U64  (l, 48, m, allocation_size,     NUMBER);
    U64  (l, 56, m, end_of_file,         NUMBER);
    U16  (l, 64, m, resource_type,       NUMBER);
    U16  (l, 66, m, nmpipe_status,       FLAGS);
    U8   (l, 68, m, directory,           NUMBER);
    if (m->response_type == EXTENDED) {
        NEXT_ARRAY(l, m, volume_guid,                 GUID);
        NEXT64    (l, m, file_id,                     NUMBER);
        NEXT32    (l, m, maximal_access_rights,       FLAGS);
        NEXT32    (l, m, guest_maximal_access_rights, FLAGS);
    }
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_create_parameters, create_parameters, 53, WYRE_SMB1_FLAGS2_UNICODE)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_create_response, create_response, 69, 0)

/* ---- 2.2.7.2 IOCTL, 2.2.7.4 NOTIFY_CHANGE -------------------------------------------------------- */

LAYOUT
ioctl_setup(layout *l, wyre_smb1_nt_transact_ioctl_setup *m)
{
    U32(l, 0, m, function_code, NUMBER);
    U16(l, 4, m, fid,           NUMBER);
    U8 (l, 6, m, is_fctl,       NUMBER);
    U8 (l, 7, m, is_flags,      FLAGS);
}

LAYOUT
notify_change_setup(layout *l, wyre_smb1_nt_transact_notify_change_setup *m)
{
    U32(l, 0, m, completion_filter, FLAGS);
    U16(l, 4, m, fid,               NUMBER);
    U8 (l, 6, m, watch_tree,        NUMBER);
    U8 (l, 7, m, reserved,          NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_ioctl_setup, ioctl_setup, 8, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_notify_change_setup, notify_change_setup, 8, 0)

/* ---- 2.2.7.5 RENAME ------------------------------------------------------------------------------ */

LAYOUT
rename_parameters(layout *l, wyre_smb1_nt_transact_rename_parameters *m)
{
    U16(l, 0, m, fid,   NUMBER);
    U16(l, 2, m, flags, FLAGS);
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, new_name);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_rename_parameters, rename_parameters, 4, WYRE_SMB1_FLAGS2_UNICODE)

/* ---- 2.2.7.3 SET_SECURITY_DESC, 2.2.7.6 QUERY_SECURITY_DESC -------------------------------------- */

LAYOUT
security_desc_parameters(layout *l, wyre_smb1_nt_transact_security_desc_parameters *m)
{
    U16(l, 0, m, fid,                  NUMBER);
    U16(l, 2, m, reserved,             NUMBER);
    U32(l, 4, m, security_information, FLAGS);
}

LAYOUT
security_desc_response(layout *l, wyre_smb1_nt_transact_security_desc_response *m)
{
    U32(l, 0, m, length_needed, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_security_desc_parameters, security_desc_parameters, 8, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_security_desc_response, security_desc_response, 4, 0)

/* ---- [MS-SMB] 2.2.7.5 QUERY_QUOTA, 2.2.7.6 SET_QUOTA --------------------------------------------- */

LAYOUT
query_quota_parameters(layout *l, wyre_smb1_nt_transact_query_quota_parameters *m)
{
    U16(l,  0, m, fid,                 NUMBER);
    U8 (l,  2, m, return_single_entry, NUMBER);
    U8 (l,  3, m, restart_scan,        NUMBER);
    U32(l,  4, m, sid_list_length,     NUMBER);
    U32(l,  8, m, start_sid_length,    NUMBER);
    U32(l, 12, m, start_sid_offset,    NUMBER);
}

LAYOUT
query_quota_response(layout *l, wyre_smb1_nt_transact_query_quota_response *m)
{
    U32(l, 0, m, data_length, NUMBER);
}

LAYOUT
set_quota_parameters(layout *l, wyre_smb1_nt_transact_set_quota_parameters *m)
{
    U16(l, 0, m, fid, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_query_quota_parameters, query_quota_parameters, 16, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_query_quota_response, query_quota_response, 4, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_nt_transact_set_quota_parameters, set_quota_parameters, 2, 0)

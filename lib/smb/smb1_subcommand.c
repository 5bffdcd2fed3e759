/* Subcommands of TRANSACTION and functions of NT_TRANSACT: [MS-CIFS] 2.2.5, 2.2.7. */
#include "smb1_layout.h"

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

/* What stands in the setup words and parameters of a transaction, told to a visitor: [MS-CIFS] 2.2.5 to
 * 2.2.7. */
#include "smb1_told.h"
#include <wyre/fscc_list.h>

/* ---- one part, as one struct --------------------------------------------------------------------- */

PART(trans_pipe_setup, 0u)
PART(trans_mailslot_setup, 0u)
PART(trans2_open2_request, WITH_TEXT)
PART(trans2_open2_response, 0u)
PART(trans2_find_first2_request, WITH_TEXT)
PART(trans2_find_first2_response, 0u)
PART(trans2_find_next2_request, WITH_TEXT)
PART(trans2_find_next2_response, 0u)
PART(trans2_query_fs_request, 0u)
PART(trans2_set_fs_request, 0u)
PART(trans2_path_request, WITH_TEXT)
PART(trans2_query_file_request, 0u)
PART(trans2_set_file_request, 0u)
PART(trans2_create_directory_request, WITH_TEXT)
PART(trans2_ea_error_response, 0u)
PART(trans2_get_dfs_referral_request, WITH_TEXT)
PART(trans_pipe_state, 0u)
PART(trans_pipe_info_request, 0u)
PART(trans_pipe_peek_response, 0u)
PART(trans_pipe_write_response, 0u)
PART(nt_transact_create_parameters, WITH_TEXT)
PART(nt_transact_create_response, 0u)
PART(nt_transact_ioctl_setup, 0u)
PART(nt_transact_notify_change_setup, 0u)
PART(nt_transact_rename_parameters, WITH_TEXT)
PART(nt_transact_security_desc_parameters, 0u)
PART(nt_transact_security_desc_response, 0u)
PART(nt_transact_query_quota_parameters, 0u)
PART(nt_transact_query_quota_response, 0u)
PART(nt_transact_set_quota_parameters, 0u)

/* ---- which struct -------------------------------------------------------------------------------- */

/* The parameters of one subcommand, both ways. */
typedef struct subcommand {
    uint16_t number;
    part_teller *request, *reply;
} subcommand;

#define SUBCOMMAND(name, request, reply)                                                           \
    {                                                                                              \
        WYRE_SMB1_TRANS2_##name, part_##request, part_##reply                                      \
    }

/* clang-format off */
static const subcommand subcommands[] = {
    SUBCOMMAND(OPEN2,                  trans2_open2_request,            trans2_open2_response),
    SUBCOMMAND(FIND_FIRST2,            trans2_find_first2_request,      trans2_find_first2_response),
    SUBCOMMAND(FIND_NEXT2,             trans2_find_next2_request,       trans2_find_next2_response),
    SUBCOMMAND(QUERY_PATH_INFORMATION, trans2_path_request,             trans2_ea_error_response),
    SUBCOMMAND(SET_PATH_INFORMATION,   trans2_path_request,             trans2_ea_error_response),
    SUBCOMMAND(QUERY_FILE_INFORMATION, trans2_query_file_request,       trans2_ea_error_response),
    SUBCOMMAND(SET_FILE_INFORMATION,   trans2_set_file_request,         trans2_ea_error_response),
    SUBCOMMAND(CREATE_DIRECTORY,       trans2_create_directory_request, trans2_ea_error_response),
    {WYRE_SMB1_TRANS2_QUERY_FS_INFORMATION, part_trans2_query_fs_request, NULL},
    {WYRE_SMB1_TRANS2_SET_FS_INFORMATION, part_trans2_set_fs_request, NULL},
    {WYRE_SMB1_TRANS2_GET_DFS_REFERRAL, part_trans2_get_dfs_referral_request, NULL},
};
/* clang-format on */

static void
tell_transaction2(message *msg, const envelope *e)
{
    for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++) {
        const subcommand *s = &subcommands[i];
        part_teller *tell = e->reply ? s->reply : s->request;
        if (s->number == e->kind.subcommand && tell != NULL && e->parameters.len > 0)
            tell(msg, "parameters", e->parameters, e->unicode);
    }
}

static void
tell_pipe_parameters(message *msg, const envelope *e)
{
    if (e->parameters.len == 0)
        return;
    switch (e->kind.subcommand) {
    case WYRE_SMB1_TRANS_SET_NMPIPE_STATE:
        if (!e->reply)
            part_trans_pipe_state(msg, "parameters", e->parameters, 0);
        return;
    case WYRE_SMB1_TRANS_QUERY_NMPIPE_STATE:
        if (e->reply)
            part_trans_pipe_state(msg, "parameters", e->parameters, 0);
        return;
    case WYRE_SMB1_TRANS_QUERY_NMPIPE_INFO:
        if (!e->reply)
            part_trans_pipe_info_request(msg, "parameters", e->parameters, 0);
        return;
    case WYRE_SMB1_TRANS_PEEK_NMPIPE:
        if (e->reply)
            part_trans_pipe_peek_response(msg, "parameters", e->parameters, 0);
        return;
    case WYRE_SMB1_TRANS_RAW_WRITE_NMPIPE:
    case WYRE_SMB1_TRANS_WRITE_NMPIPE:
        if (e->reply)
            part_trans_pipe_write_response(msg, "parameters", e->parameters, 0);
        return;
    default:
        return;
    }
}

static void
tell_transaction(message *msg, const envelope *e)
{
    if (e->kind.mailslot && !e->reply && e->setup.len > 0)
        part_trans_mailslot_setup(msg, "setup", e->setup, 0);
    if (e->kind.mailslot)
        return;
    if (!e->reply && e->setup.len > 0)
        part_trans_pipe_setup(msg, "setup", e->setup, 0);
    tell_pipe_parameters(msg, e);
}

/* What a response to NOTIFY_CHANGE has in its parameters. */
static void
tell_notifications(message *msg, wyre_span list)
{
    size_t fault = 0;
    if (list.len == 0)
        return;
    enter(msg, "parameters", list);
    wyre_status status = wyre_fscc_notify_visit(msg->in + list.off, list.len, msg->v, &fault);
    leave(msg);
    if (status != WYRE_OK)
        refused(msg, status, list.off + fault);
}

static void
tell_nt_transact_reply(message *msg, const envelope *e)
{
    switch (e->kind.subcommand) {
    case WYRE_SMB1_NT_TRANSACT_CREATE:
        part_nt_transact_create_response(msg, "parameters", e->parameters, 0);
        return;
    case WYRE_SMB1_NT_TRANSACT_NOTIFY_CHANGE:
        tell_notifications(msg, e->parameters);
        return;
    case WYRE_SMB1_NT_TRANSACT_QUERY_SECURITY_DESC:
        part_nt_transact_security_desc_response(msg, "parameters", e->parameters, 0);
        return;
    case WYRE_SMB1_NT_TRANSACT_GET_USER_QUOTA:
        part_nt_transact_query_quota_response(msg, "parameters", e->parameters, 0);
        return;
    default:
        return;
    }
}

static void
tell_nt_transact_request(message *msg, const envelope *e)
{
    switch (e->kind.subcommand) {
    case WYRE_SMB1_NT_TRANSACT_CREATE:
        part_nt_transact_create_parameters(msg, "parameters", e->parameters, e->unicode);
        return;
    case WYRE_SMB1_NT_TRANSACT_IOCTL:
        part_nt_transact_ioctl_setup(msg, "setup", e->setup, 0);
        return;
    case WYRE_SMB1_NT_TRANSACT_NOTIFY_CHANGE:
        part_nt_transact_notify_change_setup(msg, "setup", e->setup, 0);
        return;
    case WYRE_SMB1_NT_TRANSACT_RENAME:
        part_nt_transact_rename_parameters(msg, "parameters", e->parameters, e->unicode);
        return;
    case WYRE_SMB1_NT_TRANSACT_SET_SECURITY_DESC:
    case WYRE_SMB1_NT_TRANSACT_QUERY_SECURITY_DESC:
        part_nt_transact_security_desc_parameters(msg, "parameters", e->parameters, 0);
        return;
    case WYRE_SMB1_NT_TRANSACT_GET_USER_QUOTA:
        part_nt_transact_query_quota_parameters(msg, "parameters", e->parameters, 0);
        return;
    case WYRE_SMB1_NT_TRANSACT_SET_USER_QUOTA:
        part_nt_transact_set_quota_parameters(msg, "parameters", e->parameters, 0);
        return;
    default:
        return;
    }
}

void
wyre_smb1_tell_envelope(message *msg, const envelope *e)
{
    if (e->kind.command == WYRE_SMB1_TRANSACTION)
        tell_transaction(msg, e);
    else if (e->kind.command == WYRE_SMB1_TRANSACTION2)
        tell_transaction2(msg, e);
    else if (e->kind.command == WYRE_SMB1_NT_TRANSACT && !e->reply)
        tell_nt_transact_request(msg, e);
    else if (e->kind.command == WYRE_SMB1_NT_TRANSACT)
        tell_nt_transact_reply(msg, e);
    if (e->data.len > 0)
        wyre_smb1_tell_data(msg, e);
}

/* ---- what a request asks for --------------------------------------------------------------------- */

/* Where the level stands in the parameters of a subcommand of TRANSACTION2; 255: nowhere. */
static uint32_t
level_at(uint16_t number)
{
    switch (number) {
    case WYRE_SMB1_TRANS2_FIND_FIRST2:
        return 6;
    case WYRE_SMB1_TRANS2_FIND_NEXT2:
        return 4;
    case WYRE_SMB1_TRANS2_QUERY_PATH_INFORMATION:
    case WYRE_SMB1_TRANS2_SET_PATH_INFORMATION:
    case WYRE_SMB1_TRANS2_QUERY_FS_INFORMATION:
        return 0;
    case WYRE_SMB1_TRANS2_QUERY_FILE_INFORMATION:
    case WYRE_SMB1_TRANS2_SET_FILE_INFORMATION:
    case WYRE_SMB1_TRANS2_SET_FS_INFORMATION:
        return 2;
    default:
        return 255;
    }
}

/* Where the flags of a search stand; 0: nowhere. */
static uint32_t
find_flags_at(uint16_t number)
{
    if (number == WYRE_SMB1_TRANS2_FIND_FIRST2)
        return 4;
    return number == WYRE_SMB1_TRANS2_FIND_NEXT2 ? 10 : 0;
}

wyre_smb1_context
wyre_smb1_context_of_transaction2(const uint8_t *in, wyre_span setup, wyre_span parameters)
{
    wyre_smb1_context context = {.command = WYRE_SMB1_TRANSACTION2};
    if (setup.len >= 2)
        context.subcommand = le16(in + setup.off);
    uint32_t at = setup.len >= 2 ? level_at(context.subcommand) : 255;
    if (at < 255 && parameters.len >= at + 2)
        context.information_level = le16(in + parameters.off + at);
    at = find_flags_at(context.subcommand);
    if (setup.len >= 2 && at > 0 && parameters.len >= at + 2)
        context.resume_keys = (in[parameters.off + at] & WYRE_SMB1_FIND_RETURN_RESUME_KEYS) != 0;
    return context;
}

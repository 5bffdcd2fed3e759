/* What stands in the setup words, parameters and data of a transaction, told to a visitor: [MS-CIFS]
 * 2.2.5 to 2.2.7. */
#include "smb1_told.h"
#include <wyre/fscc.h>
#include "fscc_tell.h"

/* ---- one part, as one struct --------------------------------------------------------------------- */

/* A part of the envelope under `name`; spans count from where it begins. */
#define PART(T, known)                                                                             \
    static void part_##T(message *msg, const char *name, wyre_span part, uint32_t flags)           \
    {                                                                                              \
        wyre_smb1_##T m;                                                                           \
        size_t fault;                                                                              \
        wyre_status status =                                                                       \
            wyre_smb1_##T##_decode(msg->in + part.off, part.len, flags & (known), &m, &fault);     \
        enter(msg, name, part);                                                                    \
        if (status == WYRE_OK)                                                                     \
            wyre_smb1_##T##_visit(&m, msg->v);                                                     \
        else                                                                                       \
            refused(msg, status, part.off + fault);                                                \
        leave(msg);                                                                                \
    }
#define WITH_TEXT WYRE_SMB1_FLAGS2_UNICODE

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
PART(nt_transact_ioctl_setup, 0u)
PART(nt_transact_notify_change_setup, 0u)
PART(nt_transact_rename_parameters, WITH_TEXT)
PART(nt_transact_security_desc_parameters, 0u)
PART(nt_transact_security_desc_response, 0u)
PART(query_info_standard, 0u)
PART(query_info_ea_size, 0u)
PART(query_file_all_info, 0u)
PART(set_info_standard, 0u)
PART(fs_info_allocation, 0u)

/* FILE_NOTIFY_INFORMATION, which a response to NOTIFY_CHANGE has in its parameters. */
static wyre_status
tell_notification(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_fscc_file_notify_information m;
    (void)kind;
    wyre_status status = wyre_fscc_file_notify_information_decode(in, in_len, 0, &m, n);
    return status == WYRE_OK ? wyre_fscc_file_notify_information_visit(&m, v) : status;
}

static wyre_status
tell_notifications(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return tell_entries(tell_notification, 0, in, in_len, v, n);
}

/* ---- which struct -------------------------------------------------------------------------------- */

typedef void part_teller(message *msg, const char *name, wyre_span part, uint32_t flags);

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
tell_transaction(message *msg, const envelope *e)
{
    if (e->reply || e->setup.len == 0)
        return;
    if (e->kind.mailslot)
        part_trans_mailslot_setup(msg, "setup", e->setup, 0);
    else
        part_trans_pipe_setup(msg, "setup", e->setup, 0);
}

static void
tell_nt_transact_reply(message *msg, const envelope *e)
{
    wyre_span list = e->parameters;
    size_t fault = 0;
    if (e->kind.subcommand == WYRE_SMB1_NT_TRANSACT_QUERY_SECURITY_DESC)
        part_nt_transact_security_desc_response(msg, "parameters", list, 0);
    if (e->kind.subcommand != WYRE_SMB1_NT_TRANSACT_NOTIFY_CHANGE || list.len == 0)
        return;
    enter(msg, "parameters", list);
    wyre_status status = tell_notifications(msg->in + list.off, list.len, msg->v, &fault);
    if (status != WYRE_OK)
        refused(msg, status, list.off + fault);
    leave(msg);
}

static void
tell_nt_transact_request(message *msg, const envelope *e)
{
    switch (e->kind.subcommand) {
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
    default:
        return;
    }
}

/* ---- data, where an information level or a function tells what they are -------------------------- */

enum { NO_CLASS = 0 };
enum family { DIRECTORY, QUERY, SET, FILE_SYSTEM };

/* The class of [MS-FSCC] that a level is another number of. */
#define LEVEL(family, level, information_class)                                                    \
    {                                                                                              \
        family, WYRE_SMB1_##level, WYRE_FSCC_##information_class                                   \
    }

/* clang-format off */
static const struct level {
    uint16_t family, level, information_class;
} levels[] = {
    LEVEL(DIRECTORY,   FIND_FILE_DIRECTORY_INFO,         FILE_DIRECTORY_INFORMATION),
    LEVEL(DIRECTORY,   FIND_FILE_FULL_DIRECTORY_INFO,    FILE_FULL_DIRECTORY_INFORMATION),
    LEVEL(DIRECTORY,   FIND_FILE_NAMES_INFO,             FILE_NAMES_INFORMATION),
    LEVEL(DIRECTORY,   FIND_FILE_BOTH_DIRECTORY_INFO,    FILE_BOTH_DIRECTORY_INFORMATION),
    LEVEL(DIRECTORY,   FIND_FILE_ID_FULL_DIRECTORY_INFO, FILE_ID_FULL_DIRECTORY_INFORMATION),
    LEVEL(DIRECTORY,   FIND_FILE_ID_BOTH_DIRECTORY_INFO, FILE_ID_BOTH_DIRECTORY_INFORMATION),
    LEVEL(QUERY,       QUERY_FILE_BASIC_INFO,            FILE_BASIC_INFORMATION),
    LEVEL(QUERY,       QUERY_FILE_STANDARD_INFO,         FILE_STANDARD_INFORMATION),
    LEVEL(QUERY,       QUERY_FILE_EA_INFO,               FILE_EA_INFORMATION),
    LEVEL(QUERY,       QUERY_FILE_NAME_INFO,             FILE_NAME_INFORMATION),
    LEVEL(QUERY,       QUERY_FILE_ALT_NAME_INFO,         FILE_ALTERNATE_NAME_INFORMATION),
    LEVEL(QUERY,       QUERY_FILE_STREAM_INFO,           FILE_STREAM_INFORMATION),
    LEVEL(QUERY,       QUERY_FILE_COMPRESSION_INFO,      FILE_COMPRESSION_INFORMATION),
    LEVEL(SET,         SET_FILE_BASIC_INFO,              FILE_BASIC_INFORMATION),
    LEVEL(SET,         SET_FILE_DISPOSITION_INFO,        FILE_DISPOSITION_INFORMATION),
    LEVEL(SET,         SET_FILE_ALLOCATION_INFO,         FILE_ALLOCATION_INFORMATION),
    LEVEL(SET,         SET_FILE_END_OF_FILE_INFO,        FILE_END_OF_FILE_INFORMATION),
    LEVEL(FILE_SYSTEM, FS_VOLUME_INFO,                   FS_VOLUME_INFORMATION),
    LEVEL(FILE_SYSTEM, FS_SIZE_INFO,                     FS_SIZE_INFORMATION),
    LEVEL(FILE_SYSTEM, FS_DEVICE_INFO,                   FS_DEVICE_INFORMATION),
    LEVEL(FILE_SYSTEM, FS_ATTRIBUTE_INFO,                FS_ATTRIBUTE_INFORMATION),
};
/* clang-format on */

static uint32_t
class_of(enum family family, uint16_t level)
{
    if (level >= WYRE_SMB1_INFO_PASSTHROUGH)
        return level - WYRE_SMB1_INFO_PASSTHROUGH;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (levels[i].family == family && levels[i].level == level)
            return levels[i].information_class;
    return NO_CLASS;
}

/* Rename and link by SMB1 have a 32-bit RootDirectory: a form of its own. */
static wyre_status
tell_rename(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_fscc_file_rename_information_smb1 m;
    wyre_status status = wyre_fscc_file_rename_information_smb1_decode(in, in_len, 0, &m, n);
    return status == WYRE_OK ? wyre_fscc_file_rename_information_smb1_visit(&m, v) : status;
}

/* Samba answers FileAllInformation, asked for by its class, in the form of level FILE_ALL_INFO. */
static int
is_all_info(const uint8_t *in, wyre_span data, uint16_t level)
{
    wyre_fscc_file_all_information m;
    return level == WYRE_SMB1_INFO_PASSTHROUGH + WYRE_FSCC_FILE_ALL_INFORMATION &&
           wyre_fscc_file_all_information_decode(in + data.off, data.len, 0, &m, NULL) != WYRE_OK;
}

/* The levels that are no class. */
static part_teller *
own_level(uint16_t level, enum family family)
{
    if (family == QUERY && level == WYRE_SMB1_QUERY_INFO_STANDARD)
        return part_query_info_standard;
    if (family == QUERY && level == WYRE_SMB1_QUERY_INFO_EA_SIZE)
        return part_query_info_ea_size;
    if (family == QUERY && level == WYRE_SMB1_QUERY_FILE_ALL_INFO)
        return part_query_file_all_info;
    if (family == SET && level == WYRE_SMB1_SET_INFO_STANDARD)
        return part_set_info_standard;
    if (family == FILE_SYSTEM && level == WYRE_SMB1_FS_INFO_ALLOCATION)
        return part_fs_info_allocation;
    return NULL;
}

static void
tell_information(message *msg, wyre_span data, uint16_t level, enum family family)
{
    int all_info = family == QUERY && is_all_info(msg->in, data, level);
    part_teller *own = own_level(all_info ? WYRE_SMB1_QUERY_FILE_ALL_INFO : level, family);
    uint32_t information_class = class_of(family, level);
    const uint8_t *in = msg->in + data.off;
    wyre_status status;
    size_t fault = 0;
    if (own != NULL && data.len > 0)
        own(msg, "data", data, 0);
    if (own != NULL || information_class == NO_CLASS || data.len == 0)
        return;
    enter(msg, "data", data);
    if (family == DIRECTORY)
        status = wyre_fscc_directory_visit(information_class, in, data.len, msg->v, &fault);
    else if (family == FILE_SYSTEM)
        status = wyre_fscc_filesystem_visit(information_class, in, data.len, msg->v, &fault);
    else if (family == SET && (information_class == WYRE_FSCC_FILE_RENAME_INFORMATION ||
                               information_class == WYRE_FSCC_FILE_LINK_INFORMATION))
        status = tell_rename(in, data.len, msg->v, &fault);
    else
        status = wyre_fscc_file_visit(information_class, in, data.len, msg->v, &fault);
    if (status != WYRE_OK && status != WYRE_E_UNSUPPORTED)
        refused(msg, status, data.off + fault);
    leave(msg);
}

/* Names in directory records follow Flags2; those of the other classes are always UTF-16LE. */
static void
tell_data(message *msg, const envelope *e)
{
    uint16_t level = e->kind.information_level;
    switch (e->kind.subcommand) {
    case WYRE_SMB1_TRANS2_FIND_FIRST2:
    case WYRE_SMB1_TRANS2_FIND_NEXT2:
        if (e->reply && e->unicode != 0)
            tell_information(msg, e->data, level, DIRECTORY);
        return;
    case WYRE_SMB1_TRANS2_QUERY_PATH_INFORMATION:
    case WYRE_SMB1_TRANS2_QUERY_FILE_INFORMATION:
        if (e->reply)
            tell_information(msg, e->data, level, QUERY);
        return;
    case WYRE_SMB1_TRANS2_SET_PATH_INFORMATION:
    case WYRE_SMB1_TRANS2_SET_FILE_INFORMATION:
        if (!e->reply)
            tell_information(msg, e->data, level, SET);
        return;
    case WYRE_SMB1_TRANS2_QUERY_FS_INFORMATION:
        if (e->reply)
            tell_information(msg, e->data, level, FILE_SYSTEM);
        return;
    default:
        return;
    }
}

void
wyre_smb1_tell_envelope(message *msg, const envelope *e)
{
    if (e->kind.command == WYRE_SMB1_TRANSACTION) {
        tell_transaction(msg, e);
    } else if (e->kind.command == WYRE_SMB1_TRANSACTION2) {
        tell_transaction2(msg, e);
        tell_data(msg, e);
    } else if (e->kind.command == WYRE_SMB1_NT_TRANSACT && !e->reply) {
        tell_nt_transact_request(msg, e);
    } else if (e->kind.command == WYRE_SMB1_NT_TRANSACT) {
        tell_nt_transact_reply(msg, e);
    }
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

wyre_smb1_context
wyre_smb1_context_of_transaction2(const uint8_t *in, wyre_span setup, wyre_span parameters)
{
    wyre_smb1_context context = {0, 0, WYRE_SMB1_TRANSACTION2, 0, {0, 0}};
    if (setup.len >= 2)
        context.subcommand = le16(in + setup.off);
    uint32_t at = setup.len >= 2 ? level_at(context.subcommand) : 255;
    if (at < 255 && parameters.len >= at + 2)
        context.information_level = le16(in + parameters.off + at);
    return context;
}

/* What stands in the data of a transaction, told to a visitor: [MS-CIFS] 2.2.6 to 2.2.8. Which struct it
 * is follows from the subcommand, its information level or the function. */
#include <wyre/dfsc.h>
#include <wyre/dtyp.h>
#include <wyre/fscc.h>
#include "smb1_told.h"

/* Of a function with a frame of its own on the stack: inlined into one, frames would add up. */
#define APART __attribute__((noinline))

PART(query_info_standard, 0u)
PART(query_info_ea_size, 0u)
PART(query_file_all_info, 0u)
PART(set_info_standard, 0u)
PART(fs_info_allocation, 0u)
PART(fs_info_volume, WITH_TEXT)
PART(unix_basic, 0u)
PART(unix_info2, 0u)
PART(unix_link, WITH_TEXT)
PART(posix_open_request, 0u)
PART(posix_unlink_request, 0u)
PART(fs_unix_info, 0u)
PART(posix_whoami, 0u)
PART(trans_pipe_info, WITH_TEXT)

/* Data that a function of its own tells. */
typedef wyre_status visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n);

static void
tell_by(message *msg, const char *name, wyre_span part, visit *all)
{
    size_t fault = 0;
    enter(msg, name, part);
    wyre_status status = all(msg->in + part.off, part.len, msg->v, &fault);
    leave(msg);
    if (status != WYRE_OK && status != WYRE_E_UNSUPPORTED)
        refused(msg, status, part.off + fault);
}

#define PART_BY(name, all)                                                                         \
    static void part_##name(message *msg, const char *part_name, wyre_span part, uint32_t flags)   \
    {                                                                                              \
        (void)flags;                                                                               \
        tell_by(msg, part_name, part, all);                                                        \
    }

PART_BY(eas, wyre_smb1_eas_visit)
PART_BY(geas, wyre_smb1_geas_visit)

/* ---- the UNIX extensions ------------------------------------------------------------------------- */

static APART void
part_posix_acl(message *msg, const char *name, wyre_span part, uint32_t flags)
{
    const uint8_t *in = msg->in + part.off;
    wyre_smb1_posix_acl m;
    wyre_smb1_posix_ace one;
    size_t fault;
    (void)flags;
    wyre_status status = wyre_smb1_posix_acl_decode(in, part.len, 0, &m, &fault);
    refused(msg, status, part.off + fault);
    enter(msg, name, part);
    if (status == WYRE_OK)
        wyre_smb1_posix_acl_visit(&m, msg->v);
    uint32_t size = WYRE_SMB1_POSIX_ACE_SIZE;
    for (uint32_t done = 0; status == WYRE_OK && done + size <= m.aces.len; done += size) {
        enter(msg, "ace", (wyre_span){m.aces.off + done, size});
        wyre_smb1_posix_ace_decode(in + m.aces.off + done, size, 0, &one, NULL);
        wyre_smb1_posix_ace_visit(&one, msg->v);
        leave(msg);
    }
    leave(msg);
}

static APART void
part_posix_open_response(message *msg, const char *name, wyre_span part, uint32_t flags)
{
    wyre_smb1_posix_open_response m;
    size_t fault;
    (void)flags;
    wyre_status status =
        wyre_smb1_posix_open_response_decode(msg->in + part.off, part.len, 0, &m, &fault);
    refused(msg, status, part.off + fault);
    enter(msg, name, part);
    if (status == WYRE_OK) {
        wyre_smb1_posix_open_response_visit(&m, msg->v);
        message inside = *msg;
        inside.in = msg->in + part.off;
        if (m.information_level == WYRE_SMB1_QUERY_FILE_UNIX_BASIC)
            part_unix_basic(&inside, "information", m.information, 0);
        if (m.information_level == WYRE_SMB1_QUERY_FILE_UNIX_INFO2)
            part_unix_info2(&inside, "information", m.information, 0);
        if (msg->status == WYRE_OK && inside.status != WYRE_OK)
            refused(msg, inside.status, part.off + inside.fault);
    }
    leave(msg);
}

/* The records of FIND_FILE_UNIX; wyre_fscc_entry_next walks them. */
static APART void
tell_unix_records(message *msg, wyre_span data, uint32_t flags)
{
    wyre_fscc_entry_iter it = {0, 0, 0};
    wyre_span entry;
    wyre_smb1_find_unix m;
    wyre_status status;
    size_t fault = 0;
    const uint8_t *in = msg->in + data.off;
    enter(msg, "data", data);
    while ((status = wyre_fscc_entry_next(&it, in, data.len, WYRE_FSCC_ENTRY_END_IS_LAST,
                                          &entry)) == WYRE_OK) {
        status = wyre_smb1_find_unix_decode(in + entry.off, entry.len, flags, &m, &fault);
        enter(msg, "entry", entry);
        if (status == WYRE_OK)
            wyre_smb1_find_unix_visit(&m, msg->v);
        else
            refused(msg, status, data.off + entry.off + fault);
        leave(msg);
    }
    if (status != WYRE_END)
        refused(msg, status, data.off + it.fault);
    leave(msg);
}

/* ---- information levels -------------------------------------------------------------------------- */

enum { NO_CLASS = 0 };
enum family { DIRECTORY, QUERY, ASKED, SET, SET_REPLY, FILE_SYSTEM };

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
static APART wyre_status
tell_rename(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_fscc_file_rename_information_smb1 m;
    wyre_status status = wyre_fscc_file_rename_information_smb1_decode(in, in_len, 0, &m, n);
    return status == WYRE_OK ? wyre_fscc_file_rename_information_smb1_visit(&m, v) : status;
}

/* Samba answers FileAllInformation, asked for by its class, in the form of level FILE_ALL_INFO. */
static APART int
is_all_info(const uint8_t *in, wyre_span data, uint16_t level)
{
    wyre_fscc_file_all_information m;
    return level == WYRE_SMB1_INFO_PASSTHROUGH + WYRE_FSCC_FILE_ALL_INFORMATION &&
           wyre_fscc_file_all_information_decode(in + data.off, data.len, 0, &m, NULL) != WYRE_OK;
}

/* The levels that are no class. */
static const struct own_level {
    uint16_t family, level;
    part_teller *tell;
} own_levels[] = {
    {QUERY, WYRE_SMB1_QUERY_INFO_STANDARD, part_query_info_standard},
    {QUERY, WYRE_SMB1_QUERY_INFO_EA_SIZE, part_query_info_ea_size},
    {QUERY, WYRE_SMB1_QUERY_INFO_EAS_FROM_LIST, part_eas},
    {QUERY, WYRE_SMB1_QUERY_INFO_ALL_EAS, part_eas},
    {QUERY, WYRE_SMB1_QUERY_FILE_ALL_INFO, part_query_file_all_info},
    {QUERY, WYRE_SMB1_QUERY_FILE_UNIX_BASIC, part_unix_basic},
    {QUERY, WYRE_SMB1_QUERY_FILE_UNIX_LINK, part_unix_link},
    {QUERY, WYRE_SMB1_QUERY_POSIX_ACL, part_posix_acl},
    {QUERY, WYRE_SMB1_QUERY_FILE_UNIX_INFO2, part_unix_info2},
    {ASKED, WYRE_SMB1_QUERY_INFO_EAS_FROM_LIST, part_geas},
    {SET, WYRE_SMB1_SET_INFO_STANDARD, part_set_info_standard},
    {SET, WYRE_SMB1_SET_INFO_EAS, part_eas},
    {SET, WYRE_SMB1_SET_FILE_UNIX_BASIC, part_unix_basic},
    {SET, WYRE_SMB1_SET_FILE_UNIX_LINK, part_unix_link},
    {SET, WYRE_SMB1_SET_FILE_UNIX_HLINK, part_unix_link},
    {SET, WYRE_SMB1_SET_POSIX_ACL, part_posix_acl},
    {SET, WYRE_SMB1_SET_POSIX_OPEN, part_posix_open_request},
    {SET, WYRE_SMB1_SET_POSIX_UNLINK, part_posix_unlink_request},
    {SET, WYRE_SMB1_SET_FILE_UNIX_INFO2, part_unix_info2},
    {SET_REPLY, WYRE_SMB1_SET_POSIX_OPEN, part_posix_open_response},
    {FILE_SYSTEM, WYRE_SMB1_FS_INFO_ALLOCATION, part_fs_info_allocation},
    {FILE_SYSTEM, WYRE_SMB1_FS_INFO_VOLUME, part_fs_info_volume},
    {FILE_SYSTEM, WYRE_SMB1_FS_UNIX_INFO, part_fs_unix_info},
    {FILE_SYSTEM, WYRE_SMB1_FS_POSIX_WHOAMI, part_posix_whoami},
};

static part_teller *
own_level(uint16_t level, enum family family)
{
    for (size_t i = 0; i < sizeof own_levels / sizeof *own_levels; i++)
        if (own_levels[i].family == family && own_levels[i].level == level)
            return own_levels[i].tell;
    return NULL;
}

static void
tell_class(message *msg, wyre_span data, uint32_t information_class, enum family family)
{
    const uint8_t *in = msg->in + data.off;
    wyre_status status;
    size_t fault = 0;
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

static void
tell_information(message *msg, const envelope *e, enum family family)
{
    uint16_t level = e->kind.information_level;
    if (family == QUERY && is_all_info(msg->in, e->data, level))
        level = WYRE_SMB1_QUERY_FILE_ALL_INFO;
    part_teller *own = own_level(level, family);
    uint32_t information_class = class_of(family, level);
    if (own != NULL)
        own(msg, "data", e->data, e->unicode);
    else if (information_class != NO_CLASS)
        tell_class(msg, e->data, information_class, family);
}

/* Names in directory records follow Flags2; those of the other classes are always UTF-16LE. */
static void
tell_records(message *msg, const envelope *e)
{
    uint16_t level = e->kind.information_level;
    uint32_t resume_keys = e->kind.resume_keys ? WYRE_SMB1_FIND_RETURN_RESUME_KEYS : 0;
    size_t fault = 0;
    if (level == WYRE_SMB1_FIND_FILE_UNIX) {
        tell_unix_records(msg, e->data, e->unicode);
    } else if (level > WYRE_SMB1_FIND_INFO_QUERY_EAS_FROM_LIST) {
        if (e->unicode != 0)
            tell_information(msg, e, DIRECTORY);
    } else {
        enter(msg, "data", e->data);
        wyre_status status = wyre_smb1_find_visit(level, msg->in + e->data.off, e->data.len,
                                                  e->unicode | resume_keys, msg->v, &fault);
        leave(msg);
        if (status != WYRE_OK && status != WYRE_E_UNSUPPORTED)
            refused(msg, status, e->data.off + fault);
    }
}

/* ---- TRANSACTION2 -------------------------------------------------------------------------------- */

static void
tell_request_data(message *msg, const envelope *e)
{
    switch (e->kind.subcommand) {
    case WYRE_SMB1_TRANS2_OPEN2:
    case WYRE_SMB1_TRANS2_CREATE_DIRECTORY:
        part_eas(msg, "data", e->data, 0);
        return;
    case WYRE_SMB1_TRANS2_FIND_FIRST2:
    case WYRE_SMB1_TRANS2_FIND_NEXT2:
        if (e->kind.information_level == WYRE_SMB1_FIND_INFO_QUERY_EAS_FROM_LIST)
            part_geas(msg, "data", e->data, 0);
        return;
    case WYRE_SMB1_TRANS2_QUERY_PATH_INFORMATION:
    case WYRE_SMB1_TRANS2_QUERY_FILE_INFORMATION:
        tell_information(msg, e, ASKED);
        return;
    case WYRE_SMB1_TRANS2_SET_PATH_INFORMATION:
    case WYRE_SMB1_TRANS2_SET_FILE_INFORMATION:
        tell_information(msg, e, SET);
        return;
    case WYRE_SMB1_TRANS2_SET_FS_INFORMATION:
        tell_information(msg, e, FILE_SYSTEM);
        return;
    default:
        return;
    }
}

static void
tell_response_data(message *msg, const envelope *e)
{
    switch (e->kind.subcommand) {
    case WYRE_SMB1_TRANS2_FIND_FIRST2:
    case WYRE_SMB1_TRANS2_FIND_NEXT2:
        tell_records(msg, e);
        return;
    case WYRE_SMB1_TRANS2_QUERY_PATH_INFORMATION:
    case WYRE_SMB1_TRANS2_QUERY_FILE_INFORMATION:
        tell_information(msg, e, QUERY);
        return;
    case WYRE_SMB1_TRANS2_SET_PATH_INFORMATION:
    case WYRE_SMB1_TRANS2_SET_FILE_INFORMATION:
        tell_information(msg, e, SET_REPLY);
        return;
    case WYRE_SMB1_TRANS2_QUERY_FS_INFORMATION:
        tell_information(msg, e, FILE_SYSTEM);
        return;
    case WYRE_SMB1_TRANS2_GET_DFS_REFERRAL:
        tell_by(msg, "data", e->data, wyre_dfsc_response_visit);
        return;
    default:
        return;
    }
}

/* ---- NT_TRANSACT --------------------------------------------------------------------------------- */

/* A security descriptor, and behind it extended attributes; the parameters have the lengths. */
static APART void
tell_create_data(message *msg, const envelope *e)
{
    wyre_smb1_nt_transact_create_parameters m;
    wyre_smb1_nt_transact_create_parameters_decode(msg->in + e->parameters.off, e->parameters.len,
                                                   e->unicode, &m, NULL);
    if (m.security_descriptor_length > e->data.len ||
        m.ea_length > e->data.len - m.security_descriptor_length)
        return;
    wyre_span descriptor = {e->data.off, m.security_descriptor_length};
    wyre_span eas = {e->data.off + m.security_descriptor_length, m.ea_length};
    if (descriptor.len > 0)
        tell_by(msg, "security_descriptor", descriptor, wyre_dtyp_security_visit);
    if (eas.len > 0)
        tell_by(msg, "extended_attributes", eas, wyre_fscc_ea_visit);
}

static void
tell_ioctl_data(message *msg, const envelope *e)
{
    size_t fault = 0;
    enter(msg, "data", e->data);
    wyre_status status = wyre_fscc_fsctl_visit(e->kind.function_code, e->reply,
                                               msg->in + e->data.off, e->data.len, msg->v, &fault);
    leave(msg);
    if (status != WYRE_OK && status != WYRE_E_UNSUPPORTED)
        refused(msg, status, e->data.off + fault);
}

static void
tell_function_data(message *msg, const envelope *e)
{
    switch (e->kind.subcommand) {
    case WYRE_SMB1_NT_TRANSACT_CREATE:
        if (!e->reply)
            tell_create_data(msg, e);
        return;
    case WYRE_SMB1_NT_TRANSACT_IOCTL:
        tell_ioctl_data(msg, e);
        return;
    case WYRE_SMB1_NT_TRANSACT_SET_SECURITY_DESC:
        if (!e->reply)
            tell_by(msg, "data", e->data, wyre_dtyp_security_visit);
        return;
    case WYRE_SMB1_NT_TRANSACT_QUERY_SECURITY_DESC:
        if (e->reply)
            tell_by(msg, "data", e->data, wyre_dtyp_security_visit);
        return;
    case WYRE_SMB1_NT_TRANSACT_GET_USER_QUOTA:
        tell_by(msg, "data", e->data, e->reply ? wyre_fscc_quota_visit : wyre_fscc_get_quota_visit);
        return;
    case WYRE_SMB1_NT_TRANSACT_SET_USER_QUOTA:
        if (!e->reply)
            tell_by(msg, "data", e->data, wyre_fscc_quota_visit);
        return;
    default:
        return;
    }
}

void
wyre_smb1_tell_data(message *msg, const envelope *e)
{
    if (e->kind.command == WYRE_SMB1_TRANSACTION2 && e->reply)
        tell_response_data(msg, e);
    else if (e->kind.command == WYRE_SMB1_TRANSACTION2)
        tell_request_data(msg, e);
    else if (e->kind.command == WYRE_SMB1_NT_TRANSACT)
        tell_function_data(msg, e);
    else if (e->reply && !e->kind.mailslot &&
             e->kind.subcommand == WYRE_SMB1_TRANS_QUERY_NMPIPE_INFO)
        part_trans_pipe_info(msg, "data", e->data, e->unicode);
}

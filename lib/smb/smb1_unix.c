/* Information levels of the UNIX extensions, [UNIX-CIFS], as Samba has them. */
#include <wyre/smb1_unix.h>
#include "smb1_layout.h"

/* ---- 0200 UNIX_BASIC, 020B UNIX_INFO2, 0202 FIND_FILE_UNIX --------------------------------------- */

/* At `at`: it is also what the others begin with. */
LAYOUT
basic_at(layout *l, size_t at, wyre_smb1_unix_basic *m)
{
    U64(l, at +  0, m, end_of_file,            NUMBER);
    U64(l, at +  8, m, number_of_bytes,        NUMBER);
    U64(l, at + 16, m, last_status_change,     FILETIME);
    U64(l, at + 24, m, last_access_time,       FILETIME);
    U64(l, at + 32, m, last_modification_time, FILETIME);
    U64(l, at + 40, m, uid,                    NUMBER);
    U64(l, at + 48, m, gid,                    NUMBER);
    U32(l, at + 56, m, type,                   NUMBER);
    U64(l, at + 60, m, device_major,           NUMBER);
    U64(l, at + 68, m, device_minor,           NUMBER);
    U64(l, at + 76, m, unique_id,              NUMBER);
    U64(l, at + 84, m, permissions,            FLAGS);
    U64(l, at + 92, m, number_of_links,        NUMBER);
}

LAYOUT
basic(layout *l, wyre_smb1_unix_basic *m)
{
    basic_at(l, 0, m);
}

LAYOUT
info2(layout *l, wyre_smb1_unix_info2 *m)
{
    basic_at(l, 0, &m->basic);
    U64(l, 100, m, creation_time,   FILETIME);
    U32(l, 108, m, file_flags,      FLAGS);
    U32(l, 112, m, file_flags_mask, FLAGS);
}

LAYOUT
find_unix(layout *l, wyre_smb1_find_unix *m)
{
    U32(l, 0, m, next_entry_offset, NUMBER);
    U32(l, 4, m, resume_key,        NUMBER);
    basic_at(l, 8, &m->basic);
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, file_name);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_unix_basic, basic, 100, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_unix_info2, info2, 116, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_find_unix, find_unix, 108, WYRE_SMB1_FLAGS2_UNICODE)

/* ---- 0201, 0203 links ---------------------------------------------------------------------------- */

LAYOUT
unix_link(layout *l, wyre_smb1_unix_link *m)
{
    UNICODE_BY_FLAG(l, m);
    STRING(l, m, target);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_unix_link, unix_link, 0, WYRE_SMB1_FLAGS2_UNICODE)

/* ---- 0204 POSIX_ACL ------------------------------------------------------------------------------ */

enum { UNCHANGED = 0xffff };

/* How many entries a number stands for. */
/*@ assigns \nothing; ensures \result <= 0xffff; */
static uint32_t
entries(uint16_t number)
{
    return number == UNCHANGED ? 0 : number;
}

LAYOUT
acl(layout *l, wyre_smb1_posix_acl *m)
{
    U16  (l, 0, m, version,                NUMBER);
    U16  (l, 2, m, number_of_file_aces,    NUMBER);
    U16  (l, 4, m, number_of_default_aces, NUMBER);
    REST (l,    m, aces,                   BYTES);
    CHECK(l, 2, entries(m->number_of_file_aces) + entries(m->number_of_default_aces) <=
                    m->aces.len / WYRE_SMB1_POSIX_ACE_SIZE);
}

LAYOUT
ace(layout *l, wyre_smb1_posix_ace *m)
{
    U8 (l, 0, m, ace_type,    NUMBER);
    U8 (l, 1, m, permissions, FLAGS);
    U64(l, 2, m, id,          NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_posix_acl, acl, 6, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_posix_ace, ace, WYRE_SMB1_POSIX_ACE_SIZE, 0)

/* ---- 0209 POSIX_OPEN, 020A POSIX_UNLINK ---------------------------------------------------------- */

LAYOUT
open_request(layout *l, wyre_smb1_posix_open_request *m)
{
    U32(l,  0, m, flags,             FLAGS);
    U32(l,  4, m, posix_open_flags,  FLAGS);
    U64(l,  8, m, permissions,       FLAGS);
    U16(l, 16, m, information_level, NUMBER);
}

LAYOUT
open_response(layout *l, wyre_smb1_posix_open_response *m)
{
    U16 (l,  0, m, oplock_flags,      FLAGS);
    U16 (l,  2, m, fid,               NUMBER);
    U32 (l,  4, m, create_action,     NUMBER);
    U16 (l,  8, m, information_level, NUMBER);
    U16 (l, 10, m, reserved,          NUMBER);
    REST(l,     m, information,       BYTES);
}

LAYOUT
unlink_request(layout *l, wyre_smb1_posix_unlink_request *m)
{
    U16(l, 0, m, flags, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_posix_open_request, open_request, 18, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_posix_open_response, open_response, 12, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_posix_unlink_request, unlink_request, 2, 0)

/* ---- file system: 0200 UNIX_INFO, 0202 POSIX_WHOAMI ---------------------------------------------- */

LAYOUT
fs_info(layout *l, wyre_smb1_fs_unix_info *m)
{
    U16(l, 0, m, major_version, NUMBER);
    U16(l, 2, m, minor_version, NUMBER);
    U64(l, 4, m, capability,    FLAGS);
}

LAYOUT
whoami(layout *l, wyre_smb1_posix_whoami *m)
{
    U32        (l,  0, m, mapping_flags,  FLAGS);
    U32        (l,  4, m, mapping_mask,   FLAGS);
    U64        (l,  8, m, uid,            NUMBER);
    U64        (l, 16, m, gid,            NUMBER);
    COUNT_UNITS(l, 24, 4, 8, m, gids);
    U32        (l, 28, m, number_of_sids, NUMBER);
    COUNT32    (l, 32, m, sids);
    U32        (l, 36, m, reserved,       NUMBER);
    RUN        (l,     m, gids,           BYTES);
    RUN        (l,     m, sids,           BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_fs_unix_info, fs_info, 12, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_posix_whoami, whoami, 40, 0)

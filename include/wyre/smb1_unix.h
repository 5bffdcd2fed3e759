/* wyre/smb1_unix.h: information levels of the UNIX extensions, [UNIX-CIFS]. */
#ifndef WYRE_SMB1_UNIX_H
#define WYRE_SMB1_UNIX_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Levels of the UNIX extensions: [UNIX-CIFS], as Samba has them -------------------------- */

/* A field that SET_FILE_UNIX_BASIC is to leave alone has all bits set. */
typedef struct wyre_smb1_unix_basic {
    uint64_t end_of_file;
    uint64_t number_of_bytes;
    uint64_t last_status_change;
    uint64_t last_access_time;
    uint64_t last_modification_time;
    uint64_t uid;
    uint64_t gid;
    uint64_t device_major;
    uint64_t device_minor;
    uint64_t unique_id;
    uint64_t permissions;
    uint64_t number_of_links;
    uint32_t
        type; /* 0: file, 1: directory, 2: symbolic link, 3: character device, 4: block device, 5: FIFO, 6: socket */
    uint8_t unused[4]; /* 0 */
} wyre_smb1_unix_basic;

/* Decodes QUERY_FILE_UNIX_BASIC or SET_FILE_UNIX_BASIC.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 100
 * [UNIX-CIFS] level 0200 */
WYRE_API wyre_status wyre_smb1_unix_basic_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                 wyre_smb1_unix_basic *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_unix_basic_encode(const wyre_smb1_unix_basic *m, const uint8_t *src,
                                                 size_t src_len, uint8_t *out, size_t cap,
                                                 size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_unix_basic_visit(const wyre_smb1_unix_basic *m,
                                                const wyre_visitor *v);

typedef struct wyre_smb1_unix_info2 {
    uint64_t creation_time;
    wyre_smb1_unix_basic basic;
    uint32_t file_flags;
    uint32_t file_flags_mask; /* which bits of file_flags are known */
} wyre_smb1_unix_info2;

/* Decodes QUERY_FILE_UNIX_INFO2 or SET_FILE_UNIX_INFO2.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 116
 * [UNIX-CIFS] level 020B */
WYRE_API wyre_status wyre_smb1_unix_info2_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                 wyre_smb1_unix_info2 *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_unix_info2_encode(const wyre_smb1_unix_info2 *m, const uint8_t *src,
                                                 size_t src_len, uint8_t *out, size_t cap,
                                                 size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_unix_info2_visit(const wyre_smb1_unix_info2 *m,
                                                const wyre_visitor *v);

typedef struct wyre_smb1_unix_link {
    wyre_span target;
    uint8_t unicode;   /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_unix_link;

/* Decodes the data of QUERY_FILE_UNIX_LINK, SET_FILE_UNIX_LINK or SET_FILE_UNIX_HLINK.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  target is not there
 * [UNIX-CIFS] levels 0201, 0203 */
WYRE_API wyre_status wyre_smb1_unix_link_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                wyre_smb1_unix_link *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside target */
WYRE_API wyre_status wyre_smb1_unix_link_encode(const wyre_smb1_unix_link *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_unix_link_visit(const wyre_smb1_unix_link *m, const wyre_visitor *v);

/* One entry of a list for wyre_fscc_entry_next. */
typedef struct wyre_smb1_find_unix {
    wyre_smb1_unix_basic basic;
    wyre_span file_name;
    uint32_t next_entry_offset; /* to the next record */
    uint32_t resume_key;
    uint8_t unicode;   /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused[7]; /* 0 */
} wyre_smb1_find_unix;

/* Decodes one record of FIND_FILE_UNIX.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 108; file_name is not there
 * [UNIX-CIFS] level 0202 */
WYRE_API wyre_status wyre_smb1_find_unix_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                wyre_smb1_find_unix *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name */
WYRE_API wyre_status wyre_smb1_find_unix_encode(const wyre_smb1_find_unix *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_find_unix_visit(const wyre_smb1_find_unix *m, const wyre_visitor *v);

typedef struct wyre_smb1_posix_acl {
    wyre_span aces;                  /* those of the file, then the default ones, 10 bytes each */
    uint16_t version;                /* 1 */
    uint16_t number_of_file_aces;    /* ffff in SET_POSIX_ACL: they stay as they are */
    uint16_t number_of_default_aces; /* ffff in SET_POSIX_ACL: they stay as they are */
    uint16_t unused;                 /* 0 */
} wyre_smb1_posix_acl;

/* Decodes QUERY_POSIX_ACL or SET_POSIX_ACL.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 6
 *   WYRE_E_VALUE   aces are fewer than the two numbers say
 * [UNIX-CIFS] level 0204 */
WYRE_API wyre_status wyre_smb1_posix_acl_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                wyre_smb1_posix_acl *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  aces are fewer than the two numbers say */
WYRE_API wyre_status wyre_smb1_posix_acl_encode(const wyre_smb1_posix_acl *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_posix_acl_visit(const wyre_smb1_posix_acl *m, const wyre_visitor *v);

enum { WYRE_SMB1_POSIX_ACE_SIZE = 10 };

typedef struct wyre_smb1_posix_ace {
    uint64_t id; /* uid or gid; all bits set where the type has none */
    uint8_t
        ace_type; /* 1: owner, 2: a user, 4: owning group, 8: a group, 10: mask, 20: others, in hex */
    uint8_t permissions; /* 4: read, 2: write, 1: execute */
    uint8_t unused[6];   /* 0 */
} wyre_smb1_posix_ace;

/* Decodes one entry.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 10
 * [UNIX-CIFS] level 0204 */
WYRE_API wyre_status wyre_smb1_posix_ace_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                wyre_smb1_posix_ace *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_posix_ace_encode(const wyre_smb1_posix_ace *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_posix_ace_visit(const wyre_smb1_posix_ace *m, const wyre_visitor *v);

typedef struct wyre_smb1_posix_open_request {
    uint64_t permissions;
    uint32_t flags; /* oplock and more, as in NT_CREATE_ANDX */
    uint32_t posix_open_flags;
    uint16_t information_level; /* what is wanted back: a QUERY level, ffff: nothing */
    uint8_t unused[6];          /* 0 */
} wyre_smb1_posix_open_request;

/* Decodes the data of SET_POSIX_OPEN.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 18
 * [UNIX-CIFS] level 0209 */
WYRE_API wyre_status wyre_smb1_posix_open_request_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_smb1_posix_open_request *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_posix_open_request_encode(const wyre_smb1_posix_open_request *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_posix_open_request_visit(const wyre_smb1_posix_open_request *m,
                                                        const wyre_visitor *v);

typedef struct wyre_smb1_posix_open_response {
    wyre_span information; /* of information_level */
    uint32_t create_action;
    uint16_t oplock_flags;
    uint16_t fid;
    uint16_t information_level; /* what comes back; ffff: nothing */
    uint16_t reserved;
} wyre_smb1_posix_open_response;

/* Decodes the data of the response to SET_POSIX_OPEN.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12
 * [UNIX-CIFS] level 0209 */
WYRE_API wyre_status wyre_smb1_posix_open_response_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_smb1_posix_open_response *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  a span is not inside src */
WYRE_API wyre_status wyre_smb1_posix_open_response_encode(const wyre_smb1_posix_open_response *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_posix_open_response_visit(const wyre_smb1_posix_open_response *m,
                                                         const wyre_visitor *v);

typedef struct wyre_smb1_posix_unlink_request {
    uint16_t flags; /* 1: a directory */
} wyre_smb1_posix_unlink_request;

/* Decodes the data of SET_POSIX_UNLINK.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 * [UNIX-CIFS] level 020A */
WYRE_API wyre_status wyre_smb1_posix_unlink_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_smb1_posix_unlink_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_posix_unlink_request_encode(const wyre_smb1_posix_unlink_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_posix_unlink_request_visit(const wyre_smb1_posix_unlink_request *m,
                                                          const wyre_visitor *v);

typedef struct wyre_smb1_fs_unix_info {
    uint64_t capability;
    uint16_t major_version;
    uint16_t minor_version;
    uint8_t unused[4]; /* 0 */
} wyre_smb1_fs_unix_info;

/* Decodes FS_UNIX_INFO.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12
 * [UNIX-CIFS] file system level 0200 */
WYRE_API wyre_status wyre_smb1_fs_unix_info_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_smb1_fs_unix_info *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_fs_unix_info_encode(const wyre_smb1_fs_unix_info *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_fs_unix_info_visit(const wyre_smb1_fs_unix_info *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_posix_whoami {
    uint64_t uid;
    uint64_t gid;
    wyre_span gids;         /* 8 bytes each */
    wyre_span sids;         /* one behind the other, as in wyre_dtyp_sid */
    uint32_t mapping_flags; /* 1: a guest */
    uint32_t mapping_mask;  /* which bits of mapping_flags are known */
    uint32_t number_of_sids;
    uint32_t reserved;
} wyre_smb1_posix_whoami;

/* Decodes FS_POSIX_WHOAMI.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 40; gids or sids go past in_len
 * [UNIX-CIFS] file system level 0202 */
WYRE_API wyre_status wyre_smb1_posix_whoami_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_smb1_posix_whoami *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  gids are no multiple of 8 */
WYRE_API wyre_status wyre_smb1_posix_whoami_encode(const wyre_smb1_posix_whoami *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_posix_whoami_visit(const wyre_smb1_posix_whoami *m,
                                                  const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

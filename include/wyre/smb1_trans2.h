/* wyre/smb1_trans2.h: subcommands of TRANSACTION2, [MS-CIFS] 2.2.6. */
#ifndef WYRE_SMB1_TRANS2_H
#define WYRE_SMB1_TRANS2_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Subcommands of TRANSACTION2: [MS-CIFS] 2.2.6 ------------------------------------------- */

enum { /* subcommand: the first setup word */
       WYRE_SMB1_TRANS2_OPEN2 = 0x00,
       WYRE_SMB1_TRANS2_FIND_FIRST2 = 0x01,
       WYRE_SMB1_TRANS2_FIND_NEXT2 = 0x02,
       WYRE_SMB1_TRANS2_QUERY_FS_INFORMATION = 0x03,
       WYRE_SMB1_TRANS2_SET_FS_INFORMATION = 0x04,
       WYRE_SMB1_TRANS2_QUERY_PATH_INFORMATION = 0x05,
       WYRE_SMB1_TRANS2_SET_PATH_INFORMATION = 0x06,
       WYRE_SMB1_TRANS2_QUERY_FILE_INFORMATION = 0x07,
       WYRE_SMB1_TRANS2_SET_FILE_INFORMATION = 0x08,
       WYRE_SMB1_TRANS2_FSCTL = 0x09,
       WYRE_SMB1_TRANS2_IOCTL2 = 0x0a,
       WYRE_SMB1_TRANS2_FIND_NOTIFY_FIRST = 0x0b,
       WYRE_SMB1_TRANS2_FIND_NOTIFY_NEXT = 0x0c,
       WYRE_SMB1_TRANS2_CREATE_DIRECTORY = 0x0d,
       WYRE_SMB1_TRANS2_SESSION_SETUP = 0x0e,
       WYRE_SMB1_TRANS2_GET_DFS_REFERRAL = 0x10,
       WYRE_SMB1_TRANS2_REPORT_DFS_INCONSISTENCY = 0x11
};

/* The name of a subcommand without its prefix, "OPEN2"; "?" for any other number. */
WYRE_API const char *wyre_smb1_trans2_name(uint16_t subcommand);

enum { /* information_level of FIND_FIRST2 and FIND_NEXT2: [MS-CIFS] 2.2.2.3.1 */
       WYRE_SMB1_FIND_INFO_STANDARD = 0x0001,
       WYRE_SMB1_FIND_INFO_QUERY_EA_SIZE = 0x0002,
       WYRE_SMB1_FIND_INFO_QUERY_EAS_FROM_LIST = 0x0003,
       WYRE_SMB1_FIND_FILE_DIRECTORY_INFO = 0x0101,
       WYRE_SMB1_FIND_FILE_FULL_DIRECTORY_INFO = 0x0102,
       WYRE_SMB1_FIND_FILE_NAMES_INFO = 0x0103,
       WYRE_SMB1_FIND_FILE_BOTH_DIRECTORY_INFO = 0x0104,
       WYRE_SMB1_FIND_FILE_ID_FULL_DIRECTORY_INFO = 0x0105,
       WYRE_SMB1_FIND_FILE_ID_BOTH_DIRECTORY_INFO = 0x0106,
       WYRE_SMB1_FIND_FILE_UNIX = 0x0202
};

/* The name of a level without its prefix, "INFO_STANDARD"; "?" for any other number. */
WYRE_API const char *wyre_smb1_find_level_name(uint16_t level);

enum { /* information_level of QUERY_PATH_INFORMATION and QUERY_FILE_INFORMATION: 2.2.2.3.3 */
       WYRE_SMB1_QUERY_INFO_STANDARD = 0x0001,
       WYRE_SMB1_QUERY_INFO_EA_SIZE = 0x0002,
       WYRE_SMB1_QUERY_INFO_EAS_FROM_LIST = 0x0003,
       WYRE_SMB1_QUERY_INFO_ALL_EAS = 0x0004,
       WYRE_SMB1_QUERY_INFO_IS_NAME_VALID = 0x0006,
       WYRE_SMB1_QUERY_FILE_BASIC_INFO = 0x0101,
       WYRE_SMB1_QUERY_FILE_STANDARD_INFO = 0x0102,
       WYRE_SMB1_QUERY_FILE_EA_INFO = 0x0103,
       WYRE_SMB1_QUERY_FILE_NAME_INFO = 0x0104,
       WYRE_SMB1_QUERY_FILE_ALL_INFO = 0x0107,
       WYRE_SMB1_QUERY_FILE_ALT_NAME_INFO = 0x0108,
       WYRE_SMB1_QUERY_FILE_STREAM_INFO = 0x0109,
       WYRE_SMB1_QUERY_FILE_COMPRESSION_INFO = 0x010b,
       WYRE_SMB1_QUERY_FILE_UNIX_BASIC = 0x0200,
       WYRE_SMB1_QUERY_FILE_UNIX_LINK = 0x0201,
       WYRE_SMB1_QUERY_POSIX_ACL = 0x0204,
       WYRE_SMB1_QUERY_FILE_UNIX_INFO2 = 0x020b
};

/* The name of a level without its prefix, "INFO_STANDARD"; "?" for any other number. */
WYRE_API const char *wyre_smb1_query_level_name(uint16_t level);

enum { /* information_level of SET_PATH_INFORMATION and SET_FILE_INFORMATION: 2.2.2.3.4 */
       WYRE_SMB1_SET_INFO_STANDARD = 0x0001,
       WYRE_SMB1_SET_INFO_EAS = 0x0002,
       WYRE_SMB1_SET_FILE_BASIC_INFO = 0x0101,
       WYRE_SMB1_SET_FILE_DISPOSITION_INFO = 0x0102,
       WYRE_SMB1_SET_FILE_ALLOCATION_INFO = 0x0103,
       WYRE_SMB1_SET_FILE_END_OF_FILE_INFO = 0x0104,
       WYRE_SMB1_SET_FILE_UNIX_BASIC = 0x0200,
       WYRE_SMB1_SET_FILE_UNIX_LINK = 0x0201,
       WYRE_SMB1_SET_FILE_UNIX_HLINK = 0x0203,
       WYRE_SMB1_SET_POSIX_ACL = 0x0204,
       WYRE_SMB1_SET_POSIX_OPEN = 0x0209,
       WYRE_SMB1_SET_POSIX_UNLINK = 0x020a,
       WYRE_SMB1_SET_FILE_UNIX_INFO2 = 0x020b
};

/* The name of a level without its prefix, "INFO_STANDARD"; "?" for any other number. */
WYRE_API const char *wyre_smb1_set_level_name(uint16_t level);

enum { /* information_level of QUERY_FS_INFORMATION: 2.2.2.3.2 */
       WYRE_SMB1_FS_INFO_ALLOCATION = 0x0001,
       WYRE_SMB1_FS_INFO_VOLUME = 0x0002,
       WYRE_SMB1_FS_VOLUME_INFO = 0x0102,
       WYRE_SMB1_FS_SIZE_INFO = 0x0103,
       WYRE_SMB1_FS_DEVICE_INFO = 0x0104,
       WYRE_SMB1_FS_ATTRIBUTE_INFO = 0x0105,
       WYRE_SMB1_FS_UNIX_INFO = 0x0200,
       WYRE_SMB1_FS_POSIX_WHOAMI = 0x0202
};

/* The name of a level without its prefix, "INFO_ALLOCATION"; "?" for any other number. */
WYRE_API const char *wyre_smb1_fs_level_name(uint16_t level);

enum {
    WYRE_SMB1_INFO_PASSTHROUGH = 0x03e8 /* a level from here on is this plus a class of [MS-FSCC] */
};

typedef struct wyre_smb1_trans2_open2_request {
    wyre_span file_name;
    uint32_t creation_time; /* seconds since 1970 */
    uint32_t allocation_size;
    uint16_t flags;
    uint16_t access_mode; /* as in wyre_smb1_open_andx_request */
    uint16_t search_attributes;
    uint16_t file_attributes;
    uint16_t open_mode;
    uint8_t reserved2[10];
    uint8_t unicode;   /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_trans2_open2_request;

/* Decodes the parameters of OPEN2.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 28; file_name is not there
 * [MS-CIFS] 2.2.6.1.1 */
WYRE_API wyre_status wyre_smb1_trans2_open2_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_smb1_trans2_open2_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string */
WYRE_API wyre_status wyre_smb1_trans2_open2_request_encode(const wyre_smb1_trans2_open2_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_open2_request_visit(const wyre_smb1_trans2_open2_request *m,
                                                          const wyre_visitor *v);

typedef struct wyre_smb1_trans2_open2_response {
    uint32_t creation_time; /* seconds since 1970 */
    uint32_t file_data_size;
    uint32_t reserved;
    uint32_t extended_attribute_length;
    uint16_t fid;
    uint16_t file_attributes;
    uint16_t access_mode;
    uint16_t resource_type;
    uint16_t nmpipe_status;
    uint16_t action_taken;
    uint16_t extended_attribute_error_offset;
    uint16_t unused; /* 0 */
} wyre_smb1_trans2_open2_response;

/* Decodes the parameters of the response to OPEN2.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 30
 * [MS-CIFS] 2.2.6.1.2 */
WYRE_API wyre_status wyre_smb1_trans2_open2_response_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_smb1_trans2_open2_response *out,
                                                            size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status
wyre_smb1_trans2_open2_response_encode(const wyre_smb1_trans2_open2_response *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_open2_response_visit(const wyre_smb1_trans2_open2_response *m,
                                                           const wyre_visitor *v);

enum { /* flags of FIND_FIRST2 and FIND_NEXT2 */
       WYRE_SMB1_FIND_CLOSE_AFTER_REQUEST = 0x0001,
       WYRE_SMB1_FIND_CLOSE_AT_EOS = 0x0002,
       WYRE_SMB1_FIND_RETURN_RESUME_KEYS = 0x0004,
       WYRE_SMB1_FIND_CONTINUE_FROM_LAST = 0x0008,
       WYRE_SMB1_FIND_WITH_BACKUP_INTENT = 0x0010
};

typedef struct wyre_smb1_trans2_find_first2_request {
    wyre_span file_name; /* with wildcards */
    uint32_t search_storage_type;
    uint16_t search_attributes;
    uint16_t search_count;
    uint16_t flags;             /* bits WYRE_SMB1_FIND_CLOSE_AFTER_REQUEST ... */
    uint16_t information_level; /* WYRE_SMB1_FIND_INFO_STANDARD ... */
    uint8_t unicode;            /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused[3];          /* 0 */
} wyre_smb1_trans2_find_first2_request;

/* Decodes the parameters of FIND_FIRST2.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12; file_name is not there
 * [MS-CIFS] 2.2.6.2.1 */
WYRE_API wyre_status
wyre_smb1_trans2_find_first2_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_smb1_trans2_find_first2_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string */
WYRE_API wyre_status wyre_smb1_trans2_find_first2_request_encode(
    const wyre_smb1_trans2_find_first2_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_find_first2_request_visit(
    const wyre_smb1_trans2_find_first2_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans2_find_first2_response {
    uint16_t sid;
    uint16_t search_count;
    uint16_t end_of_search;
    uint16_t ea_error_offset;
    uint16_t last_name_offset;
} wyre_smb1_trans2_find_first2_response;

/* Decodes the parameters of the response to FIND_FIRST2.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 10
 * [MS-CIFS] 2.2.6.2.2 */
WYRE_API wyre_status
wyre_smb1_trans2_find_first2_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_smb1_trans2_find_first2_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans2_find_first2_response_encode(
    const wyre_smb1_trans2_find_first2_response *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_find_first2_response_visit(
    const wyre_smb1_trans2_find_first2_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans2_find_next2_request {
    wyre_span file_name;
    uint32_t resume_key;
    uint16_t sid;
    uint16_t search_count;
    uint16_t information_level; /* WYRE_SMB1_FIND_INFO_STANDARD ... */
    uint16_t flags;             /* bits WYRE_SMB1_FIND_CLOSE_AFTER_REQUEST ... */
    uint8_t unicode;            /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused[3];          /* 0 */
} wyre_smb1_trans2_find_next2_request;

/* Decodes the parameters of FIND_NEXT2.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12; file_name is not there
 * [MS-CIFS] 2.2.6.3.1 */
WYRE_API wyre_status
wyre_smb1_trans2_find_next2_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_smb1_trans2_find_next2_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string */
WYRE_API wyre_status wyre_smb1_trans2_find_next2_request_encode(
    const wyre_smb1_trans2_find_next2_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_find_next2_request_visit(
    const wyre_smb1_trans2_find_next2_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans2_find_next2_response {
    uint16_t search_count;
    uint16_t end_of_search;
    uint16_t ea_error_offset;
    uint16_t last_name_offset;
} wyre_smb1_trans2_find_next2_response;

/* Decodes the parameters of the response to FIND_NEXT2.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-CIFS] 2.2.6.3.2 */
WYRE_API wyre_status
wyre_smb1_trans2_find_next2_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_smb1_trans2_find_next2_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans2_find_next2_response_encode(
    const wyre_smb1_trans2_find_next2_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_find_next2_response_visit(
    const wyre_smb1_trans2_find_next2_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans2_query_fs_request {
    uint16_t information_level; /* WYRE_SMB1_FS_INFO_ALLOCATION ... */
} wyre_smb1_trans2_query_fs_request;

/* Decodes the parameters of QUERY_FS_INFORMATION.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 * [MS-CIFS] 2.2.6.4.1 */
WYRE_API wyre_status
wyre_smb1_trans2_query_fs_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb1_trans2_query_fs_request *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans2_query_fs_request_encode(
    const wyre_smb1_trans2_query_fs_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_query_fs_request_visit(
    const wyre_smb1_trans2_query_fs_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans2_set_fs_request {
    uint16_t fid;
    uint16_t information_level;
} wyre_smb1_trans2_set_fs_request;

/* Decodes the parameters of SET_FS_INFORMATION.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-SMB] 2.2.6.2 */
WYRE_API wyre_status wyre_smb1_trans2_set_fs_request_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_smb1_trans2_set_fs_request *out,
                                                            size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status
wyre_smb1_trans2_set_fs_request_encode(const wyre_smb1_trans2_set_fs_request *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_set_fs_request_visit(const wyre_smb1_trans2_set_fs_request *m,
                                                           const wyre_visitor *v);

/* QUERY_PATH_INFORMATION and SET_PATH_INFORMATION. */
typedef struct wyre_smb1_trans2_path_request {
    wyre_span file_name;
    uint32_t reserved;
    uint16_t
        information_level; /* WYRE_SMB1_QUERY_INFO_STANDARD ..., WYRE_SMB1_SET_INFO_STANDARD ... */
    uint8_t unicode;       /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused;        /* 0 */
} wyre_smb1_trans2_path_request;

/* Decodes the parameters of QUERY_PATH_INFORMATION or SET_PATH_INFORMATION.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 6; file_name is not there
 * [MS-CIFS] 2.2.6.6.1, 2.2.6.7.1 */
WYRE_API wyre_status wyre_smb1_trans2_path_request_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_smb1_trans2_path_request *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string */
WYRE_API wyre_status wyre_smb1_trans2_path_request_encode(const wyre_smb1_trans2_path_request *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_path_request_visit(const wyre_smb1_trans2_path_request *m,
                                                         const wyre_visitor *v);

typedef struct wyre_smb1_trans2_query_file_request {
    uint16_t fid;
    uint16_t information_level; /* WYRE_SMB1_QUERY_INFO_STANDARD ... */
} wyre_smb1_trans2_query_file_request;

/* Decodes the parameters of QUERY_FILE_INFORMATION.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-CIFS] 2.2.6.8.1 */
WYRE_API wyre_status
wyre_smb1_trans2_query_file_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_smb1_trans2_query_file_request *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans2_query_file_request_encode(
    const wyre_smb1_trans2_query_file_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_query_file_request_visit(
    const wyre_smb1_trans2_query_file_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans2_set_file_request {
    uint16_t fid;
    uint16_t information_level; /* WYRE_SMB1_SET_INFO_STANDARD ... */
    uint16_t reserved;
} wyre_smb1_trans2_set_file_request;

/* Decodes the parameters of SET_FILE_INFORMATION.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 6
 * [MS-CIFS] 2.2.6.9.1 */
WYRE_API wyre_status
wyre_smb1_trans2_set_file_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb1_trans2_set_file_request *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans2_set_file_request_encode(
    const wyre_smb1_trans2_set_file_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_set_file_request_visit(
    const wyre_smb1_trans2_set_file_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans2_create_directory_request {
    wyre_span directory_name;
    uint32_t reserved;
    uint8_t unicode;   /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_trans2_create_directory_request;

/* Decodes the parameters of CREATE_DIRECTORY.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4; directory_name is not there
 * [MS-CIFS] 2.2.6.14.1 */
WYRE_API wyre_status wyre_smb1_trans2_create_directory_request_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb1_trans2_create_directory_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside directory_name */
WYRE_API wyre_status wyre_smb1_trans2_create_directory_request_encode(
    const wyre_smb1_trans2_create_directory_request *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_create_directory_request_visit(
    const wyre_smb1_trans2_create_directory_request *m, const wyre_visitor *v);

/* Query and set of paths and files, and CREATE_DIRECTORY. */
typedef struct wyre_smb1_trans2_ea_error_response {
    uint16_t ea_error_offset;
} wyre_smb1_trans2_ea_error_response;

/* Decodes the parameters of a response that is one offset into a list of extended attributes.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 * [MS-CIFS] 2.2.6.6.2, 2.2.6.14.2 */
WYRE_API wyre_status
wyre_smb1_trans2_ea_error_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_smb1_trans2_ea_error_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans2_ea_error_response_encode(
    const wyre_smb1_trans2_ea_error_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_ea_error_response_visit(
    const wyre_smb1_trans2_ea_error_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans2_get_dfs_referral_request {
    wyre_span request_file_name;
    uint16_t max_referral_level;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused;  /* 0 */
} wyre_smb1_trans2_get_dfs_referral_request;

/* Decodes the parameters of GET_DFS_REFERRAL; the response is in its data.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2; request_file_name is not there
 * [MS-CIFS] 2.2.6.16.1 */
WYRE_API wyre_status wyre_smb1_trans2_get_dfs_referral_request_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb1_trans2_get_dfs_referral_request *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside request_file_name */
WYRE_API wyre_status wyre_smb1_trans2_get_dfs_referral_request_encode(
    const wyre_smb1_trans2_get_dfs_referral_request *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans2_get_dfs_referral_request_visit(
    const wyre_smb1_trans2_get_dfs_referral_request *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

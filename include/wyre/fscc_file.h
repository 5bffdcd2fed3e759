/* wyre/fscc_file.h: file information classes, [MS-FSCC] 2.4: what QUERY_INFO and SET_INFO of type
 * FILE carry, and the TRANS2 levels of SMB1 that pass them through. */
#ifndef WYRE_FSCC_FILE_H
#define WYRE_FSCC_FILE_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Classes ------------------------------------------------------------------------------------------ */

enum { /* information_class */
       WYRE_FSCC_FILE_DIRECTORY_INFORMATION = 1,
       WYRE_FSCC_FILE_FULL_DIRECTORY_INFORMATION = 2,
       WYRE_FSCC_FILE_BOTH_DIRECTORY_INFORMATION = 3,
       WYRE_FSCC_FILE_BASIC_INFORMATION = 4,
       WYRE_FSCC_FILE_STANDARD_INFORMATION = 5,
       WYRE_FSCC_FILE_INTERNAL_INFORMATION = 6,
       WYRE_FSCC_FILE_EA_INFORMATION = 7,
       WYRE_FSCC_FILE_ACCESS_INFORMATION = 8,
       WYRE_FSCC_FILE_NAME_INFORMATION = 9,
       WYRE_FSCC_FILE_RENAME_INFORMATION = 10,
       WYRE_FSCC_FILE_LINK_INFORMATION = 11,
       WYRE_FSCC_FILE_NAMES_INFORMATION = 12,
       WYRE_FSCC_FILE_DISPOSITION_INFORMATION = 13,
       WYRE_FSCC_FILE_POSITION_INFORMATION = 14,
       WYRE_FSCC_FILE_FULL_EA_INFORMATION = 15,
       WYRE_FSCC_FILE_MODE_INFORMATION = 16,
       WYRE_FSCC_FILE_ALIGNMENT_INFORMATION = 17,
       WYRE_FSCC_FILE_ALL_INFORMATION = 18,
       WYRE_FSCC_FILE_ALLOCATION_INFORMATION = 19,
       WYRE_FSCC_FILE_END_OF_FILE_INFORMATION = 20,
       WYRE_FSCC_FILE_ALTERNATE_NAME_INFORMATION = 21,
       WYRE_FSCC_FILE_STREAM_INFORMATION = 22,
       WYRE_FSCC_FILE_PIPE_INFORMATION = 23,
       WYRE_FSCC_FILE_PIPE_LOCAL_INFORMATION = 24,
       WYRE_FSCC_FILE_PIPE_REMOTE_INFORMATION = 25,
       WYRE_FSCC_FILE_COMPRESSION_INFORMATION = 28,
       WYRE_FSCC_FILE_QUOTA_INFORMATION = 32,
       WYRE_FSCC_FILE_NETWORK_OPEN_INFORMATION = 34,
       WYRE_FSCC_FILE_ATTRIBUTE_TAG_INFORMATION = 35,
       WYRE_FSCC_FILE_ID_BOTH_DIRECTORY_INFORMATION = 37,
       WYRE_FSCC_FILE_ID_FULL_DIRECTORY_INFORMATION = 38,
       WYRE_FSCC_FILE_VALID_DATA_LENGTH_INFORMATION = 39,
       WYRE_FSCC_FILE_SHORT_NAME_INFORMATION = 40,
       WYRE_FSCC_FILE_NORMALIZED_NAME_INFORMATION = 48,
       WYRE_FSCC_FILE_NETWORK_PHYSICAL_NAME_INFORMATION = 49,
       WYRE_FSCC_FILE_ID_INFORMATION = 59,
       WYRE_FSCC_FILE_ID_EXTD_DIRECTORY_INFORMATION = 60,
       WYRE_FSCC_FILE_ID_EXTD_BOTH_DIRECTORY_INFORMATION = 63,
       WYRE_FSCC_FILE_DISPOSITION_INFORMATION_EX = 64,
       WYRE_FSCC_FILE_RENAME_INFORMATION_EX = 65,
       WYRE_FSCC_FILE_LINK_INFORMATION_EX = 72,
       WYRE_FSCC_FILE_ID_64_EXTD_DIRECTORY_INFORMATION = 78,
       WYRE_FSCC_FILE_ID_64_EXTD_BOTH_DIRECTORY_INFORMATION = 79,
       WYRE_FSCC_FILE_ID_ALL_EXTD_DIRECTORY_INFORMATION = 80,
       WYRE_FSCC_FILE_ID_ALL_EXTD_BOTH_DIRECTORY_INFORMATION = 81
};

/* The name of a class without its prefix, "BASIC_INFORMATION"; "?" for any other number. */
WYRE_API const char *wyre_fscc_file_class_name(uint32_t information_class);

enum { /* file_attributes: [MS-FSCC] 2.6 */
       WYRE_FSCC_FILE_ATTRIBUTE_READONLY = 0x00000001,
       WYRE_FSCC_FILE_ATTRIBUTE_HIDDEN = 0x00000002,
       WYRE_FSCC_FILE_ATTRIBUTE_SYSTEM = 0x00000004,
       WYRE_FSCC_FILE_ATTRIBUTE_DIRECTORY = 0x00000010,
       WYRE_FSCC_FILE_ATTRIBUTE_ARCHIVE = 0x00000020,
       WYRE_FSCC_FILE_ATTRIBUTE_NORMAL = 0x00000080,
       WYRE_FSCC_FILE_ATTRIBUTE_TEMPORARY = 0x00000100,
       WYRE_FSCC_FILE_ATTRIBUTE_SPARSE_FILE = 0x00000200,
       WYRE_FSCC_FILE_ATTRIBUTE_REPARSE_POINT = 0x00000400,
       WYRE_FSCC_FILE_ATTRIBUTE_COMPRESSED = 0x00000800,
       WYRE_FSCC_FILE_ATTRIBUTE_OFFLINE = 0x00001000,
       WYRE_FSCC_FILE_ATTRIBUTE_NOT_CONTENT_INDEXED = 0x00002000,
       WYRE_FSCC_FILE_ATTRIBUTE_ENCRYPTED = 0x00004000,
       WYRE_FSCC_FILE_ATTRIBUTE_INTEGRITY_STREAM = 0x00008000,
       WYRE_FSCC_FILE_ATTRIBUTE_NO_SCRUB_DATA = 0x00020000,
       WYRE_FSCC_FILE_ATTRIBUTE_RECALL_ON_OPEN = 0x00040000,
       WYRE_FSCC_FILE_ATTRIBUTE_PINNED = 0x00080000,
       WYRE_FSCC_FILE_ATTRIBUTE_UNPINNED = 0x00100000,
       WYRE_FSCC_FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS = 0x00400000
};

/* ---- FileBasicInformation: [MS-FSCC] 2.4, class 4 ------------------------------------------- */

/* In a SET a time of 0 stays as it is, -1 and -2 stop and resume its updates. SMB1 sends 36
 * bytes in replies, all else 40. */

typedef struct wyre_fscc_file_basic_information {
    uint64_t creation_time;
    uint64_t last_access_time;
    uint64_t last_write_time;
    uint64_t change_time;
    uint32_t file_attributes; /* bits WYRE_FSCC_FILE_ATTRIBUTE_... */
    uint32_t reserved;        /* 0 */
} wyre_fscc_file_basic_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 36, or 40
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 36
 * [MS-FSCC] 2.4, class 4 */
WYRE_API wyre_status wyre_fscc_file_basic_information_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_fscc_file_basic_information *out,
                                                             size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_basic_information_encode(
    const wyre_fscc_file_basic_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_basic_information_visit(
    const wyre_fscc_file_basic_information *m, const wyre_visitor *v);

/* ---- FileStandardInformation: [MS-FSCC] 2.4, class 5 ---------------------------------------- */

/* SMB1 sends 22 bytes in replies, all else 24. */

typedef struct wyre_fscc_file_standard_information {
    uint64_t allocation_size;
    uint64_t end_of_file;
    uint32_t number_of_links;
    uint16_t reserved;      /* 0 */
    uint8_t delete_pending; /* 0 or 1 */
    uint8_t directory;      /* 0 or 1 */
} wyre_fscc_file_standard_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 22, or 24
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 22
 * [MS-FSCC] 2.4, class 5 */
WYRE_API wyre_status
wyre_fscc_file_standard_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_fscc_file_standard_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_standard_information_encode(
    const wyre_fscc_file_standard_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_standard_information_visit(
    const wyre_fscc_file_standard_information *m, const wyre_visitor *v);

/* ---- FileInternalInformation: [MS-FSCC] 2.4, class 6 ---------------------------------------- */

typedef struct wyre_fscc_file_internal_information {
    uint64_t index_number; /* unique in its volume; 0: not supported */
} wyre_fscc_file_internal_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-FSCC] 2.4, class 6 */
WYRE_API wyre_status
wyre_fscc_file_internal_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_fscc_file_internal_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_internal_information_encode(
    const wyre_fscc_file_internal_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_internal_information_visit(
    const wyre_fscc_file_internal_information *m, const wyre_visitor *v);

/* ---- FileEaInformation: [MS-FSCC] 2.4, class 7 ---------------------------------------------- */

typedef struct wyre_fscc_file_ea_information {
    uint32_t ea_size; /* of all extended attributes */
} wyre_fscc_file_ea_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 4
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-FSCC] 2.4, class 7 */
WYRE_API wyre_status wyre_fscc_file_ea_information_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_fscc_file_ea_information *out,
                                                          size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_ea_information_encode(const wyre_fscc_file_ea_information *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_ea_information_visit(const wyre_fscc_file_ea_information *m,
                                                         const wyre_visitor *v);

/* ---- FileAccessInformation: [MS-FSCC] 2.4, class 8 ------------------------------------------ */

typedef struct wyre_fscc_file_access_information {
    uint32_t access_flags; /* the access rights that the open was given */
} wyre_fscc_file_access_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 4
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-FSCC] 2.4, class 8 */
WYRE_API wyre_status
wyre_fscc_file_access_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_fscc_file_access_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_access_information_encode(
    const wyre_fscc_file_access_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_access_information_visit(
    const wyre_fscc_file_access_information *m, const wyre_visitor *v);

/* ---- FileNameInformation: [MS-FSCC] 2.4, class 9 -------------------------------------------- */

/* FileAlternateNameInformation, FileShortNameInformation, FileNormalizedNameInformation and
 * FileNetworkPhysicalNameInformation have this form, too. */

typedef struct wyre_fscc_file_name_information {
    wyre_span file_name;
} wyre_fscc_file_name_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4, or file_name ends past in_len
 * [MS-FSCC] 2.4, class 9 */
WYRE_API wyre_status wyre_fscc_file_name_information_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_fscc_file_name_information *out,
                                                            size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status
wyre_fscc_file_name_information_encode(const wyre_fscc_file_name_information *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_name_information_visit(const wyre_fscc_file_name_information *m,
                                                           const wyre_visitor *v);

/* ---- FileRenameInformation, SMB2: [MS-FSCC] 2.4, class 10 ----------------------------------- */

/* FileLinkInformation, class 11, has this form, too. Some clients send up to 4 bytes behind the
 * name. */

typedef struct wyre_fscc_file_rename_information {
    uint64_t root_directory;   /* 0 */
    wyre_span file_name;       /* from the root of the share, without a leading backslash */
    uint8_t replace_if_exists; /* 0 or 1 */
    uint8_t reserved[7];       /* 0 */
} wyre_fscc_file_rename_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 20, or file_name ends past in_len
 * [MS-FSCC] 2.4, class 10 */
WYRE_API wyre_status
wyre_fscc_file_rename_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_fscc_file_rename_information *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_rename_information_encode(
    const wyre_fscc_file_rename_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_rename_information_visit(
    const wyre_fscc_file_rename_information *m, const wyre_visitor *v);

/* ---- FileRenameInformationEx, SMB2: [MS-FSCC] 2.4, class 65 --------------------------------- */

/* FileLinkInformationEx, class 72, has this form, too. */

typedef struct wyre_fscc_file_rename_information_ex {
    uint64_t root_directory; /* 0 */
    wyre_span file_name;     /* from the root of the share */
    uint32_t flags;          /* 1 replace if exists, 2 POSIX semantics, ... */
    uint32_t reserved;       /* 0 */
} wyre_fscc_file_rename_information_ex;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 20, or file_name ends past in_len
 * [MS-FSCC] 2.4, class 65 */
WYRE_API wyre_status
wyre_fscc_file_rename_information_ex_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_fscc_file_rename_information_ex *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_rename_information_ex_encode(
    const wyre_fscc_file_rename_information_ex *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_rename_information_ex_visit(
    const wyre_fscc_file_rename_information_ex *m, const wyre_visitor *v);

/* ---- FileRenameInformation, SMB1: [MS-FSCC] 2.4, class 10 ----------------------------------- */

/* FileLinkInformation, class 11, has this form in SMB1. */

typedef struct wyre_fscc_file_rename_information_smb1 {
    wyre_span file_name;
    uint32_t root_directory;   /* 0 */
    uint8_t replace_if_exists; /* 0 or 1 */
    uint8_t reserved[3];       /* 0 */
} wyre_fscc_file_rename_information_smb1;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12, or file_name ends past in_len
 * [MS-FSCC] 2.4, class 10 */
WYRE_API wyre_status wyre_fscc_file_rename_information_smb1_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_fscc_file_rename_information_smb1 *out,
    size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_rename_information_smb1_encode(
    const wyre_fscc_file_rename_information_smb1 *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_rename_information_smb1_visit(
    const wyre_fscc_file_rename_information_smb1 *m, const wyre_visitor *v);

/* ---- FileDispositionInformation: [MS-FSCC] 2.4, class 13 ------------------------------------ */

/* Some clients send three bytes more. */

typedef struct wyre_fscc_file_disposition_information {
    uint8_t delete_pending; /* 0 or 1 */
} wyre_fscc_file_disposition_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 1
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 1
 * [MS-FSCC] 2.4, class 13 */
WYRE_API wyre_status wyre_fscc_file_disposition_information_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_fscc_file_disposition_information *out,
    size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_disposition_information_encode(
    const wyre_fscc_file_disposition_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_disposition_information_visit(
    const wyre_fscc_file_disposition_information *m, const wyre_visitor *v);

/* ---- FileDispositionInformationEx: [MS-FSCC] 2.4, class 64 ---------------------------------- */

typedef struct wyre_fscc_file_disposition_information_ex {
    uint32_t flags; /* 1 delete, 2 POSIX semantics, ... */
} wyre_fscc_file_disposition_information_ex;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 4
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-FSCC] 2.4, class 64 */
WYRE_API wyre_status wyre_fscc_file_disposition_information_ex_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_fscc_file_disposition_information_ex *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_disposition_information_ex_encode(
    const wyre_fscc_file_disposition_information_ex *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_disposition_information_ex_visit(
    const wyre_fscc_file_disposition_information_ex *m, const wyre_visitor *v);

/* ---- FilePositionInformation: [MS-FSCC] 2.4, class 14 --------------------------------------- */

typedef struct wyre_fscc_file_position_information {
    uint64_t current_byte_offset;
} wyre_fscc_file_position_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-FSCC] 2.4, class 14 */
WYRE_API wyre_status
wyre_fscc_file_position_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_fscc_file_position_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_position_information_encode(
    const wyre_fscc_file_position_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_position_information_visit(
    const wyre_fscc_file_position_information *m, const wyre_visitor *v);

/* ---- FileModeInformation: [MS-FSCC] 2.4, class 16 ------------------------------------------- */

typedef struct wyre_fscc_file_mode_information {
    uint32_t mode; /* bits of the CreateOptions */
} wyre_fscc_file_mode_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 4
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-FSCC] 2.4, class 16 */
WYRE_API wyre_status wyre_fscc_file_mode_information_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_fscc_file_mode_information *out,
                                                            size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status
wyre_fscc_file_mode_information_encode(const wyre_fscc_file_mode_information *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_mode_information_visit(const wyre_fscc_file_mode_information *m,
                                                           const wyre_visitor *v);

/* ---- FileAlignmentInformation: [MS-FSCC] 2.4, class 17 -------------------------------------- */

typedef struct wyre_fscc_file_alignment_information {
    uint32_t alignment_requirement; /* one less than the alignment */
} wyre_fscc_file_alignment_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 4
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-FSCC] 2.4, class 17 */
WYRE_API wyre_status
wyre_fscc_file_alignment_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_fscc_file_alignment_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_alignment_information_encode(
    const wyre_fscc_file_alignment_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_alignment_information_visit(
    const wyre_fscc_file_alignment_information *m, const wyre_visitor *v);

/* ---- FileAllInformation: [MS-FSCC] 2.4, class 18 -------------------------------------------- */

/* Basic, Standard, Internal, Ea, Access, Position, Mode, Alignment and Name in a row. */

typedef struct wyre_fscc_file_all_information {
    uint64_t creation_time;
    uint64_t last_access_time;
    uint64_t last_write_time;
    uint64_t change_time;
    uint64_t allocation_size;
    uint64_t end_of_file;
    uint64_t index_number;
    uint64_t current_byte_offset;
    wyre_span file_name;
    uint32_t file_attributes; /* bits WYRE_FSCC_FILE_ATTRIBUTE_... */
    uint32_t reserved;        /* 0 */
    uint32_t number_of_links;
    uint32_t ea_size;
    uint32_t access_flags;
    uint32_t mode;
    uint32_t alignment_requirement;
    uint16_t reserved2;     /* 0 */
    uint8_t delete_pending; /* 0 or 1 */
    uint8_t directory;      /* 0 or 1 */
} wyre_fscc_file_all_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 100, or file_name ends past in_len
 * [MS-FSCC] 2.4, class 18 */
WYRE_API wyre_status wyre_fscc_file_all_information_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_fscc_file_all_information *out,
                                                           size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_all_information_encode(const wyre_fscc_file_all_information *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_all_information_visit(const wyre_fscc_file_all_information *m,
                                                          const wyre_visitor *v);

/* ---- FileAllocationInformation: [MS-FSCC] 2.4, class 19 ------------------------------------- */

typedef struct wyre_fscc_file_allocation_information {
    uint64_t allocation_size;
} wyre_fscc_file_allocation_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-FSCC] 2.4, class 19 */
WYRE_API wyre_status
wyre_fscc_file_allocation_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_fscc_file_allocation_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_allocation_information_encode(
    const wyre_fscc_file_allocation_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_allocation_information_visit(
    const wyre_fscc_file_allocation_information *m, const wyre_visitor *v);

/* ---- FileEndOfFileInformation: [MS-FSCC] 2.4, class 20 -------------------------------------- */

typedef struct wyre_fscc_file_end_of_file_information {
    uint64_t end_of_file;
} wyre_fscc_file_end_of_file_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-FSCC] 2.4, class 20 */
WYRE_API wyre_status wyre_fscc_file_end_of_file_information_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_fscc_file_end_of_file_information *out,
    size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_end_of_file_information_encode(
    const wyre_fscc_file_end_of_file_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_end_of_file_information_visit(
    const wyre_fscc_file_end_of_file_information *m, const wyre_visitor *v);

/* ---- FileValidDataLengthInformation: [MS-FSCC] 2.4, class 39 -------------------------------- */

typedef struct wyre_fscc_file_valid_data_length_information {
    uint64_t valid_data_length;
} wyre_fscc_file_valid_data_length_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-FSCC] 2.4, class 39 */
WYRE_API wyre_status wyre_fscc_file_valid_data_length_information_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_fscc_file_valid_data_length_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_valid_data_length_information_encode(
    const wyre_fscc_file_valid_data_length_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_valid_data_length_information_visit(
    const wyre_fscc_file_valid_data_length_information *m, const wyre_visitor *v);

/* ---- FileStreamInformation: [MS-FSCC] 2.4, class 22 ----------------------------------------- */

/* One entry of a list for wyre_fscc_entry_next. */

typedef struct wyre_fscc_file_stream_information {
    uint64_t stream_size;
    uint64_t stream_allocation_size;
    wyre_span stream_name;      /* ":name:$DATA" */
    uint32_t next_entry_offset; /* to the next entry; 0: the last */
    uint8_t unused[4];          /* 0 */
} wyre_fscc_file_stream_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 24, or stream_name ends past in_len
 * [MS-FSCC] 2.4, class 22 */
WYRE_API wyre_status
wyre_fscc_file_stream_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_fscc_file_stream_information *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_stream_information_encode(
    const wyre_fscc_file_stream_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_stream_information_visit(
    const wyre_fscc_file_stream_information *m, const wyre_visitor *v);

/* ---- FilePipeInformation: [MS-FSCC] 2.4, class 23 ------------------------------------------- */

typedef struct wyre_fscc_file_pipe_information {
    uint32_t read_mode;       /* 0 bytes, 1 messages */
    uint32_t completion_mode; /* 0 waits, 1 does not */
} wyre_fscc_file_pipe_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-FSCC] 2.4, class 23 */
WYRE_API wyre_status wyre_fscc_file_pipe_information_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_fscc_file_pipe_information *out,
                                                            size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status
wyre_fscc_file_pipe_information_encode(const wyre_fscc_file_pipe_information *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_pipe_information_visit(const wyre_fscc_file_pipe_information *m,
                                                           const wyre_visitor *v);

/* ---- FilePipeLocalInformation: [MS-FSCC] 2.4, class 24 -------------------------------------- */

typedef struct wyre_fscc_file_pipe_local_information {
    uint32_t named_pipe_type;          /* 0 bytes, 1 messages */
    uint32_t named_pipe_configuration; /* 0 inbound, 1 outbound, 2 both */
    uint32_t maximum_instances;
    uint32_t current_instances;
    uint32_t inbound_quota;
    uint32_t read_data_available;
    uint32_t outbound_quota;
    uint32_t write_quota_available;
    uint32_t named_pipe_state; /* 1 disconnected, 2 listening, 3 connected, 4 closing */
    uint32_t named_pipe_end;   /* 0 client, 1 server */
} wyre_fscc_file_pipe_local_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 40
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 40
 * [MS-FSCC] 2.4, class 24 */
WYRE_API wyre_status
wyre_fscc_file_pipe_local_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_fscc_file_pipe_local_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_pipe_local_information_encode(
    const wyre_fscc_file_pipe_local_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_pipe_local_information_visit(
    const wyre_fscc_file_pipe_local_information *m, const wyre_visitor *v);

/* ---- FilePipeRemoteInformation: [MS-FSCC] 2.4, class 25 ------------------------------------- */

typedef struct wyre_fscc_file_pipe_remote_information {
    uint64_t collect_data_time;
    uint32_t maximum_collection_count;
    uint32_t reserved; /* 0 */
} wyre_fscc_file_pipe_remote_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 12, or 16
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12
 * [MS-FSCC] 2.4, class 25 */
WYRE_API wyre_status wyre_fscc_file_pipe_remote_information_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_fscc_file_pipe_remote_information *out,
    size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_pipe_remote_information_encode(
    const wyre_fscc_file_pipe_remote_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_pipe_remote_information_visit(
    const wyre_fscc_file_pipe_remote_information *m, const wyre_visitor *v);

/* ---- FileCompressionInformation: [MS-FSCC] 2.4, class 28 ------------------------------------ */

typedef struct wyre_fscc_file_compression_information {
    uint64_t compressed_file_size;
    uint16_t compression_format; /* 0 none, 2 LZNT1 */
    uint8_t compression_unit_shift;
    uint8_t chunk_shift;
    uint8_t cluster_shift;
    uint8_t reserved[3]; /* 0 */
} wyre_fscc_file_compression_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 16
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16
 * [MS-FSCC] 2.4, class 28 */
WYRE_API wyre_status wyre_fscc_file_compression_information_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_fscc_file_compression_information *out,
    size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_compression_information_encode(
    const wyre_fscc_file_compression_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_compression_information_visit(
    const wyre_fscc_file_compression_information *m, const wyre_visitor *v);

/* ---- FileNetworkOpenInformation: [MS-FSCC] 2.4, class 34 ------------------------------------ */

typedef struct wyre_fscc_file_network_open_information {
    uint64_t creation_time;
    uint64_t last_access_time;
    uint64_t last_write_time;
    uint64_t change_time;
    uint64_t allocation_size;
    uint64_t end_of_file;
    uint32_t file_attributes; /* bits WYRE_FSCC_FILE_ATTRIBUTE_... */
    uint32_t reserved;        /* 0 */
} wyre_fscc_file_network_open_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 56
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 56
 * [MS-FSCC] 2.4, class 34 */
WYRE_API wyre_status wyre_fscc_file_network_open_information_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_fscc_file_network_open_information *out,
    size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_network_open_information_encode(
    const wyre_fscc_file_network_open_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_network_open_information_visit(
    const wyre_fscc_file_network_open_information *m, const wyre_visitor *v);

/* ---- FileAttributeTagInformation: [MS-FSCC] 2.4, class 35 ----------------------------------- */

typedef struct wyre_fscc_file_attribute_tag_information {
    uint32_t file_attributes; /* bits WYRE_FSCC_FILE_ATTRIBUTE_... */
    uint32_t reparse_tag;     /* 0 without the REPARSE_POINT attribute */
} wyre_fscc_file_attribute_tag_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-FSCC] 2.4, class 35 */
WYRE_API wyre_status wyre_fscc_file_attribute_tag_information_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_fscc_file_attribute_tag_information *out,
    size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_attribute_tag_information_encode(
    const wyre_fscc_file_attribute_tag_information *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_attribute_tag_information_visit(
    const wyre_fscc_file_attribute_tag_information *m, const wyre_visitor *v);

/* ---- FileIdInformation: [MS-FSCC] 2.4, class 59 --------------------------------------------- */

typedef struct wyre_fscc_file_id_information {
    uint64_t volume_serial_number;
    uint8_t file_id[16];
} wyre_fscc_file_id_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 24
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 24
 * [MS-FSCC] 2.4, class 59 */
WYRE_API wyre_status wyre_fscc_file_id_information_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_fscc_file_id_information *out,
                                                          size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_id_information_encode(const wyre_fscc_file_id_information *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_id_information_visit(const wyre_fscc_file_id_information *m,
                                                         const wyre_visitor *v);

/* ---- Any class to a visitor -------------------------------------------------------------------------- */

/* Tells `v` information of any class that this header has: the fields of the class, or each entry of a
 * list as a part "entry". Of classes 10 and 11 the form of SMB2; that of SMB1 has a decoder of its own.
 *   in  in_len bytes; NULL only when in_len is 0
 *   n   OK: where the last part ends; else the offset at fault
 * WYRE_OK, WYRE_E_UNSUPPORTED: another class, or what the decoder of the class says. */
WYRE_API wyre_status wyre_fscc_file_visit(uint32_t information_class, const uint8_t *in,
                                          size_t in_len, const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/fscc_filesystem.h: file system information classes, [MS-FSCC] 2.5: what QUERY_INFO and
 * SET_INFO of type FILESYSTEM carry. */
#ifndef WYRE_FSCC_FILESYSTEM_H
#define WYRE_FSCC_FILESYSTEM_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Classes ------------------------------------------------------------------------------------------ */

enum { /* information_class */
       WYRE_FSCC_FS_VOLUME_INFORMATION = 1,
       WYRE_FSCC_FS_LABEL_INFORMATION = 2,
       WYRE_FSCC_FS_SIZE_INFORMATION = 3,
       WYRE_FSCC_FS_DEVICE_INFORMATION = 4,
       WYRE_FSCC_FS_ATTRIBUTE_INFORMATION = 5,
       WYRE_FSCC_FS_CONTROL_INFORMATION = 6,
       WYRE_FSCC_FS_FULL_SIZE_INFORMATION = 7,
       WYRE_FSCC_FS_OBJECTID_INFORMATION = 8,
       WYRE_FSCC_FS_DRIVER_PATH_INFORMATION = 10,
       WYRE_FSCC_FS_SECTOR_SIZE_INFORMATION = 11
};

/* The name of a class without its prefix, "VOLUME_INFORMATION"; "?" for any other number. */
WYRE_API const char *wyre_fscc_filesystem_class_name(uint32_t information_class);

enum { /* file_system_attributes */
       WYRE_FSCC_FS_CASE_SENSITIVE_SEARCH = 0x00000001,
       WYRE_FSCC_FS_CASE_PRESERVED_NAMES = 0x00000002,
       WYRE_FSCC_FS_UNICODE_ON_DISK = 0x00000004,
       WYRE_FSCC_FS_PERSISTENT_ACLS = 0x00000008,
       WYRE_FSCC_FS_FILE_COMPRESSION = 0x00000010,
       WYRE_FSCC_FS_VOLUME_QUOTAS = 0x00000020,
       WYRE_FSCC_FS_SUPPORTS_SPARSE_FILES = 0x00000040,
       WYRE_FSCC_FS_SUPPORTS_REPARSE_POINTS = 0x00000080,
       WYRE_FSCC_FS_SUPPORTS_REMOTE_STORAGE = 0x00000100,
       WYRE_FSCC_FS_VOLUME_IS_COMPRESSED = 0x00008000,
       WYRE_FSCC_FS_SUPPORTS_OBJECT_IDS = 0x00010000,
       WYRE_FSCC_FS_SUPPORTS_ENCRYPTION = 0x00020000,
       WYRE_FSCC_FS_NAMED_STREAMS = 0x00040000,
       WYRE_FSCC_FS_READ_ONLY_VOLUME = 0x00080000,
       WYRE_FSCC_FS_SEQUENTIAL_WRITE_ONCE = 0x00100000,
       WYRE_FSCC_FS_SUPPORTS_TRANSACTIONS = 0x00200000,
       WYRE_FSCC_FS_SUPPORTS_HARD_LINKS = 0x00400000,
       WYRE_FSCC_FS_SUPPORTS_EXTENDED_ATTRIBUTES = 0x00800000,
       WYRE_FSCC_FS_SUPPORTS_OPEN_BY_FILE_ID = 0x01000000,
       WYRE_FSCC_FS_SUPPORTS_USN_JOURNAL = 0x02000000,
       WYRE_FSCC_FS_SUPPORTS_INTEGRITY_STREAMS = 0x04000000,
       WYRE_FSCC_FS_SUPPORTS_BLOCK_REFCOUNTING = 0x08000000,
       WYRE_FSCC_FS_SUPPORTS_SPARSE_VDL = 0x10000000
};

/* ---- FileFsVolumeInformation: [MS-FSCC] 2.5, class 1 ---------------------------------------- */

typedef struct wyre_fscc_fs_volume_information {
    uint64_t volume_creation_time;
    wyre_span volume_label;
    uint32_t volume_serial_number;
    uint8_t supports_objects; /* 0 or 1 */
    uint8_t reserved;         /* 0 */
    uint8_t unused[2];        /* 0 */
} wyre_fscc_fs_volume_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 18, or volume_label ends past in_len
 * [MS-FSCC] 2.5, class 1 */
WYRE_API wyre_status wyre_fscc_fs_volume_information_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_fscc_fs_volume_information *out,
                                                            size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status
wyre_fscc_fs_volume_information_encode(const wyre_fscc_fs_volume_information *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_volume_information_visit(const wyre_fscc_fs_volume_information *m,
                                                           const wyre_visitor *v);

/* ---- FileFsLabelInformation: [MS-FSCC] 2.5, class 2 ----------------------------------------- */

typedef struct wyre_fscc_fs_label_information {
    wyre_span volume_label;
} wyre_fscc_fs_label_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4, or volume_label ends past in_len
 * [MS-FSCC] 2.5, class 2 */
WYRE_API wyre_status wyre_fscc_fs_label_information_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_fscc_fs_label_information *out,
                                                           size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_fs_label_information_encode(const wyre_fscc_fs_label_information *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_label_information_visit(const wyre_fscc_fs_label_information *m,
                                                          const wyre_visitor *v);

/* ---- FileFsSizeInformation: [MS-FSCC] 2.5, class 3 ------------------------------------------ */

typedef struct wyre_fscc_fs_size_information {
    uint64_t total_allocation_units;
    uint64_t available_allocation_units;
    uint32_t sectors_per_allocation_unit;
    uint32_t bytes_per_sector;
} wyre_fscc_fs_size_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 24
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 24
 * [MS-FSCC] 2.5, class 3 */
WYRE_API wyre_status wyre_fscc_fs_size_information_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_fscc_fs_size_information *out,
                                                          size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_fs_size_information_encode(const wyre_fscc_fs_size_information *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_size_information_visit(const wyre_fscc_fs_size_information *m,
                                                         const wyre_visitor *v);

/* ---- FileFsDeviceInformation: [MS-FSCC] 2.5, class 4 ---------------------------------------- */

typedef struct wyre_fscc_fs_device_information {
    uint32_t device_type; /* 2 CD-ROM, 7 disk */
    uint32_t characteristics;
} wyre_fscc_fs_device_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-FSCC] 2.5, class 4 */
WYRE_API wyre_status wyre_fscc_fs_device_information_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_fscc_fs_device_information *out,
                                                            size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status
wyre_fscc_fs_device_information_encode(const wyre_fscc_fs_device_information *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_device_information_visit(const wyre_fscc_fs_device_information *m,
                                                           const wyre_visitor *v);

/* ---- FileFsAttributeInformation: [MS-FSCC] 2.5, class 5 ------------------------------------- */

typedef struct wyre_fscc_fs_attribute_information {
    wyre_span file_system_name;             /* "NTFS" */
    uint32_t file_system_attributes;        /* bits WYRE_FSCC_FS_... */
    uint32_t maximum_component_name_length; /* in characters */
} wyre_fscc_fs_attribute_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12, or file_system_name ends past in_len
 * [MS-FSCC] 2.5, class 5 */
WYRE_API wyre_status
wyre_fscc_fs_attribute_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_fscc_fs_attribute_information *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_fs_attribute_information_encode(
    const wyre_fscc_fs_attribute_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_attribute_information_visit(
    const wyre_fscc_fs_attribute_information *m, const wyre_visitor *v);

/* ---- FileFsControlInformation: [MS-FSCC] 2.5, class 6 --------------------------------------- */

typedef struct wyre_fscc_fs_control_information {
    uint64_t free_space_start_filtering;
    uint64_t free_space_threshold;
    uint64_t free_space_stop_filtering;
    uint64_t default_quota_threshold; /* all ones: no limit */
    uint64_t default_quota_limit;     /* all ones: no limit */
    uint32_t file_system_control_flags;
    uint32_t reserved; /* 0 */
} wyre_fscc_fs_control_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 48
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 48
 * [MS-FSCC] 2.5, class 6 */
WYRE_API wyre_status wyre_fscc_fs_control_information_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_fscc_fs_control_information *out,
                                                             size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_fs_control_information_encode(
    const wyre_fscc_fs_control_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_control_information_visit(
    const wyre_fscc_fs_control_information *m, const wyre_visitor *v);

/* ---- FileFsFullSizeInformation: [MS-FSCC] 2.5, class 7 -------------------------------------- */

typedef struct wyre_fscc_fs_full_size_information {
    uint64_t total_allocation_units;
    uint64_t caller_available_allocation_units;
    uint64_t actual_available_allocation_units;
    uint32_t sectors_per_allocation_unit;
    uint32_t bytes_per_sector;
} wyre_fscc_fs_full_size_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 32
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 32
 * [MS-FSCC] 2.5, class 7 */
WYRE_API wyre_status
wyre_fscc_fs_full_size_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_fscc_fs_full_size_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_fs_full_size_information_encode(
    const wyre_fscc_fs_full_size_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_full_size_information_visit(
    const wyre_fscc_fs_full_size_information *m, const wyre_visitor *v);

/* ---- FileFsObjectIdInformation: [MS-FSCC] 2.5, class 8 -------------------------------------- */

typedef struct wyre_fscc_fs_objectid_information {
    uint8_t object_id[16];
    uint8_t extended_info[48]; /* Samba: its magic number, version, build time and string */
} wyre_fscc_fs_objectid_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 64
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 64
 * [MS-FSCC] 2.5, class 8 */
WYRE_API wyre_status
wyre_fscc_fs_objectid_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_fscc_fs_objectid_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_fs_objectid_information_encode(
    const wyre_fscc_fs_objectid_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_objectid_information_visit(
    const wyre_fscc_fs_objectid_information *m, const wyre_visitor *v);

/* ---- FileFsDriverPathInformation: [MS-FSCC] 2.5, class 10 ----------------------------------- */

typedef struct wyre_fscc_fs_driver_path_information {
    wyre_span driver_name;
    uint8_t driver_in_path; /* 0 or 1 */
    uint8_t reserved[3];    /* 0 */
} wyre_fscc_fs_driver_path_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, or driver_name ends past in_len
 * [MS-FSCC] 2.5, class 10 */
WYRE_API wyre_status
wyre_fscc_fs_driver_path_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_fscc_fs_driver_path_information *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_fs_driver_path_information_encode(
    const wyre_fscc_fs_driver_path_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_driver_path_information_visit(
    const wyre_fscc_fs_driver_path_information *m, const wyre_visitor *v);

/* ---- FileFsSectorSizeInformation: [MS-FSCC] 2.5, class 11 ----------------------------------- */

typedef struct wyre_fscc_fs_sector_size_information {
    uint32_t logical_bytes_per_sector;
    uint32_t physical_bytes_per_sector_for_atomicity;
    uint32_t physical_bytes_per_sector_for_performance;
    uint32_t file_system_effective_physical_bytes_per_sector_for_atomicity;
    uint32_t flags;
    uint32_t byte_offset_for_sector_alignment;
    uint32_t byte_offset_for_partition_alignment;
} wyre_fscc_fs_sector_size_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 28
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 28
 * [MS-FSCC] 2.5, class 11 */
WYRE_API wyre_status
wyre_fscc_fs_sector_size_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_fscc_fs_sector_size_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_fs_sector_size_information_encode(
    const wyre_fscc_fs_sector_size_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_fs_sector_size_information_visit(
    const wyre_fscc_fs_sector_size_information *m, const wyre_visitor *v);

/* ---- Any class to a visitor -------------------------------------------------------------------------- */

/* Tells `v` the fields of information of any class that this header has.
 *   in  in_len bytes; NULL only when in_len is 0
 *   n   OK: where the last part ends; else the offset at fault
 * WYRE_OK, WYRE_E_UNSUPPORTED: another class, or what the decoder of the class says. */
WYRE_API wyre_status wyre_fscc_filesystem_visit(uint32_t information_class, const uint8_t *in,
                                                size_t in_len, const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

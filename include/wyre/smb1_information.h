/* wyre/smb1_information.h: information levels that only SMB1 has, [MS-CIFS] 2.2.8. */
#ifndef WYRE_SMB1_INFORMATION_H
#define WYRE_SMB1_INFORMATION_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Information levels that only SMB1 has: [MS-CIFS] 2.2.8 --------------------------------- */

typedef struct wyre_smb1_query_info_standard {
    uint32_t file_data_size;
    uint32_t allocation_size;
    uint16_t creation_date; /* (year - 1980) << 9 | month << 5 | day */
    uint16_t creation_time; /* hour << 11 | minute << 5 | second / 2 */
    uint16_t last_access_date;
    uint16_t last_access_time;
    uint16_t last_write_date;
    uint16_t last_write_time;
    uint16_t attributes;
    uint16_t unused; /* 0 */
} wyre_smb1_query_info_standard;

/* Decodes level INFO_STANDARD of a query.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 22
 * [MS-CIFS] 2.2.8.3.1 */
WYRE_API wyre_status wyre_smb1_query_info_standard_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_smb1_query_info_standard *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_query_info_standard_encode(const wyre_smb1_query_info_standard *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_query_info_standard_visit(const wyre_smb1_query_info_standard *m,
                                                         const wyre_visitor *v);

typedef struct wyre_smb1_query_info_ea_size {
    uint32_t file_data_size;
    uint32_t allocation_size;
    uint32_t ea_size;
    uint16_t creation_date; /* (year - 1980) << 9 | month << 5 | day */
    uint16_t creation_time; /* hour << 11 | minute << 5 | second / 2 */
    uint16_t last_access_date;
    uint16_t last_access_time;
    uint16_t last_write_date;
    uint16_t last_write_time;
    uint16_t attributes;
    uint16_t unused; /* 0 */
} wyre_smb1_query_info_ea_size;

/* Decodes level INFO_EA_SIZE of a query.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 26
 * [MS-CIFS] 2.2.8.3.2 */
WYRE_API wyre_status wyre_smb1_query_info_ea_size_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_smb1_query_info_ea_size *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_query_info_ea_size_encode(const wyre_smb1_query_info_ea_size *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_query_info_ea_size_visit(const wyre_smb1_query_info_ea_size *m,
                                                        const wyre_visitor *v);

/* Its name is UTF-16LE even where Flags2 says otherwise. */
typedef struct wyre_smb1_query_file_all_info {
    uint64_t creation_time;    /* FILETIME */
    uint64_t last_access_time; /* FILETIME */
    uint64_t last_write_time;  /* FILETIME */
    uint64_t last_change_time; /* FILETIME */
    uint64_t allocation_size;
    uint64_t end_of_file;
    wyre_span file_name;
    uint32_t ext_file_attributes;
    uint32_t reserved1;
    uint32_t number_of_links;
    uint32_t ea_size;
    uint16_t reserved2;
    uint8_t delete_pending;
    uint8_t directory;
    uint8_t unused[4]; /* 0 */
} wyre_smb1_query_file_all_info;

/* Decodes level FILE_ALL_INFO of a query.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 72; file_name goes past in_len
 * [MS-CIFS] 2.2.8.3.10 */
WYRE_API wyre_status wyre_smb1_query_file_all_info_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_smb1_query_file_all_info *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string */
WYRE_API wyre_status wyre_smb1_query_file_all_info_encode(const wyre_smb1_query_file_all_info *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_query_file_all_info_visit(const wyre_smb1_query_file_all_info *m,
                                                         const wyre_visitor *v);

typedef struct wyre_smb1_set_info_standard {
    wyre_span reserved;     /* 10 bytes by the specification; Samba's clients leave them out */
    uint16_t creation_date; /* (year - 1980) << 9 | month << 5 | day */
    uint16_t creation_time; /* hour << 11 | minute << 5 | second / 2 */
    uint16_t last_access_date;
    uint16_t last_access_time;
    uint16_t last_write_date;
    uint16_t last_write_time;
} wyre_smb1_set_info_standard;

/* Decodes level INFO_STANDARD of a set.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12
 * [MS-CIFS] 2.2.8.4.1 */
WYRE_API wyre_status wyre_smb1_set_info_standard_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t flags,
                                                        wyre_smb1_set_info_standard *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  a span is not inside src */
WYRE_API wyre_status wyre_smb1_set_info_standard_encode(const wyre_smb1_set_info_standard *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_set_info_standard_visit(const wyre_smb1_set_info_standard *m,
                                                       const wyre_visitor *v);

typedef struct wyre_smb1_fs_info_allocation {
    uint32_t file_system_id;
    uint32_t sectors_per_unit;
    uint32_t total_units;
    uint32_t total_available_units;
    uint16_t bytes_per_sector;
    uint16_t unused; /* 0 */
} wyre_smb1_fs_info_allocation;

/* Decodes level INFO_ALLOCATION of a file system.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 18
 * [MS-CIFS] 2.2.8.2.1 */
WYRE_API wyre_status wyre_smb1_fs_info_allocation_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_smb1_fs_info_allocation *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_fs_info_allocation_encode(const wyre_smb1_fs_info_allocation *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_fs_info_allocation_visit(const wyre_smb1_fs_info_allocation *m,
                                                        const wyre_visitor *v);

typedef struct wyre_smb1_fs_info_volume {
    wyre_span volume_label; /* optional */
    uint32_t volume_serial_number;
    uint8_t char_count; /* of volume_label; servers differ in what they count */
    uint8_t unicode;    /* 1: strings are UTF-16LE, 0: OEM */
    uint16_t unused;    /* 0 */
} wyre_smb1_fs_info_volume;

/* Decodes FS_INFO_VOLUME.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 5
 * [MS-CIFS] 2.2.8.2.2 */
WYRE_API wyre_status wyre_smb1_fs_info_volume_decode(const uint8_t *in, size_t in_len,
                                                     uint32_t flags, wyre_smb1_fs_info_volume *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside volume_label */
WYRE_API wyre_status wyre_smb1_fs_info_volume_encode(const wyre_smb1_fs_info_volume *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_fs_info_volume_visit(const wyre_smb1_fs_info_volume *m,
                                                    const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/smb1_find.h: records of FIND_FIRST2 and FIND_NEXT2, [MS-CIFS] 2.2.8.1. */
#ifndef WYRE_SMB1_FIND_H
#define WYRE_SMB1_FIND_H
#include <wyre/core.h>
#include <wyre/smb1_ea.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Records of the old levels: [MS-CIFS] 2.2.8.1.1 to 2.2.8.1.3 ---------------------------- */

/* One record; the next follows where it ends. Records of the levels from 0101 on are those of
 * wyre/fscc_directory.h. */
typedef struct wyre_smb1_find_record {
    wyre_span file_name; /* without its NUL */
    wyre_span
        ea_list; /* only of level INFO_QUERY_EAS_FROM_LIST: the entries, for wyre_smb1_ea_next */
    uint32_t resume_key; /* only where has_resume_key */
    uint32_t file_data_size;
    uint32_t allocation_size;
    uint32_t ea_size; /* only of level INFO_QUERY_EA_SIZE */
    uint16_t
        information_level; /* WYRE_SMB1_FIND_INFO_STANDARD, ..._QUERY_EA_SIZE or ..._QUERY_EAS_FROM_LIST */
    uint16_t creation_date;
    uint16_t creation_time;
    uint16_t last_access_date;
    uint16_t last_access_time;
    uint16_t last_write_date;
    uint16_t last_write_time;
    uint16_t attributes;
    uint8_t has_resume_key; /* 1: the request had WYRE_SMB1_FIND_RETURN_RESUME_KEYS */
    uint8_t unicode;        /* 1: strings are UTF-16LE, 0: OEM */
    uint16_t unused;        /* 0 */
} wyre_smb1_find_record;

/* Decodes a record.
 *   information_level  what the request asked for
 *   in                 from the record on, in_len bytes; it stands at an even offset of the data
 *   flags              WYRE_SMB1_FLAGS2_UNICODE as in the header; WYRE_SMB1_FIND_RETURN_RESUME_KEYS as in
 *                      the request's flags
 *   n                  on OK where it ends
 * WYRE_OK, or
 *   WYRE_E_ARG          flags has an undefined bit
 *   WYRE_E_LENGTH       the fixed fields, ea_list, file_name or its NUL go past in_len
 *   WYRE_E_VALUE        file_name has no NUL behind it
 *   WYRE_E_UNSUPPORTED  another level
 * [MS-CIFS] 2.2.8.1.1 to 2.2.8.1.3; the NUL is what Samba and Windows send */
WYRE_API wyre_status wyre_smb1_find_record_decode(uint16_t information_level, const uint8_t *in,
                                                  size_t in_len, uint32_t flags,
                                                  wyre_smb1_find_record *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG          a span is not inside src
 *   WYRE_E_RANGE        file_name is longer than 255, or of an odd length where it is UTF-16LE
 *   WYRE_E_UNSUPPORTED  another level */
WYRE_API wyre_status wyre_smb1_find_record_encode(const wyre_smb1_find_record *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);

/* Tells `v` the fields of its level. WYRE_OK, or WYRE_E_UNSUPPORTED: another level. */
WYRE_API wyre_status wyre_smb1_find_record_visit(const wyre_smb1_find_record *m,
                                                 const wyre_visitor *v);

/* Tells `v` all records of a response: each as a part "entry", and in it each extended attribute; spans
 * count from `in`. `in` are the data, and flags those of wyre_smb1_find_record_decode.
 *   n  OK: in_len; else the offset at fault
 * What wyre_smb1_find_record_decode and wyre_smb1_ea_next say. */
WYRE_API wyre_status wyre_smb1_find_visit(uint16_t information_level, const uint8_t *in,
                                          size_t in_len, uint32_t flags, const wyre_visitor *v,
                                          size_t *n);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/fscc_directory.h: directory records, [MS-FSCC] 2.4: what QUERY_DIRECTORY and the FIND levels of
 * SMB1 carry. Twelve classes share one struct, because they share nearly all fields. */
#ifndef WYRE_FSCC_DIRECTORY_H
#define WYRE_FSCC_DIRECTORY_H
#include <wyre/fscc_file.h>
#include <wyre/fscc_list.h>
#ifdef __cplusplus
extern "C" {
#endif

/* One record of class 1, 2, 3, 12, 37, 38, 60, 63 or 78 to 81; fields that the class does not have are 0. */
typedef struct wyre_fscc_directory_entry {
    uint64_t creation_time;
    uint64_t last_access_time;
    uint64_t last_write_time;
    uint64_t change_time;
    uint64_t end_of_file;
    uint64_t allocation_size;
    uint64_t file_id; /* 37, 38, 78 to 81; 0: not supported */
    wyre_span file_name;
    uint32_t information_class; /* not on the wire: WYRE_FSCC_FILE_DIRECTORY_INFORMATION ... */
    uint32_t next_entry_offset; /* to the next record; 0: the last */
    uint32_t file_index;
    uint32_t file_attributes; /* bits WYRE_FSCC_FILE_ATTRIBUTE_... */
    uint32_t ea_size; /* all but 1 and 12; with the REPARSE_POINT attribute the reparse tag */
    uint32_t reparse_point_tag; /* 60, 63, 78 to 81 */
    uint32_t reserved;          /* 38 */
    uint16_t reserved2;         /* 37 */
    uint8_t short_name_length;  /* 3, 37, 63, 79, 81: bytes used of short_name */
    uint8_t reserved1;          /* 3, 37, 63, 79, 81 */
    uint8_t short_name[24];  /* UTF-16; what is behind its length is what the sender left there */
    uint8_t file_id_128[16]; /* 60, 63, 80, 81 */
} wyre_fscc_directory_entry;

/* Decodes one record.
 *   information_class  of the query: 1, 2, 3, 12, 37, 38, 60, 63 or 78 to 81
 *   in     in_len bytes from its NextEntryOffset on, as wyre_fscc_entry_next gives them; NULL only
 *          when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its span counts from `in`
 *   n      on OK where the name ends
 * next_entry_offset is not judged here. WYRE_OK, or
 *   WYRE_E_ARG          flags has an undefined bit
 *   WYRE_E_LENGTH       in_len is less than the fixed part: 64, 68, 94, 12, 104, 80, 88, 114,
 *                       80, 106, 96 or 122 in the order of the classes above; or file_name ends past
 *                       in_len
 *   WYRE_E_VALUE        ShortNameLength is above 24
 *   WYRE_E_UNSUPPORTED  another class
 * [MS-FSCC] 2.4 */
WYRE_API wyre_status wyre_fscc_directory_entry_decode(uint32_t information_class, const uint8_t *in,
                                                      size_t in_len, uint32_t flags,
                                                      wyre_fscc_directory_entry *out, size_t *n);

/* Encodes one record of class m->information_class; its span counts from src. WYRE_OK; WYRE_E_SPACE:
 * cap is less than *n; WYRE_E_ARG: a span outside src; WYRE_E_UNSUPPORTED: another class;
 * WYRE_E_RANGE: short_name_length is above 24. */
WYRE_API wyre_status wyre_fscc_directory_entry_encode(const wyre_fscc_directory_entry *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field that the class has, in wire order. WYRE_OK, or WYRE_E_UNSUPPORTED: another
 * class. */
WYRE_API wyre_status wyre_fscc_directory_entry_visit(const wyre_fscc_directory_entry *m,
                                                     const wyre_visitor *v);

/* Tells `v` a whole list, each record as a part "entry".
 *   in  in_len bytes; NULL only when in_len is 0
 *   n   OK: in_len; else the offset at fault
 * WYRE_OK, or what wyre_fscc_entry_next says of the list, with WYRE_FSCC_ENTRY_END_IS_LAST, or
 * wyre_fscc_directory_entry_decode of a record. */
WYRE_API wyre_status wyre_fscc_directory_visit(uint32_t information_class, const uint8_t *in,
                                               size_t in_len, const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

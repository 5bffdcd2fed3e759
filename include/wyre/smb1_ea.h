/* wyre/smb1_ea.h: lists of extended attributes, [MS-CIFS] 2.2.1.2. */
#ifndef WYRE_SMB1_EA_H
#define WYRE_SMB1_EA_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Extended attributes: [MS-CIFS] 2.2.1.2 ------------------------------------------------- */

/* A list as OPEN2, CREATE_DIRECTORY, FIND, QUERY and SET carry it: SMB_FEA_LIST of attributes, or
 * SMB_GEA_LIST of names that are asked for. The lists of NT_TRANSACT_CREATE are those of
 * wyre/fscc_list.h. */
typedef struct wyre_smb1_ea_list {
    wyre_span
        entries; /* behind the size of the list; wyre_smb1_ea_next or wyre_smb1_gea_next takes them apart */
} wyre_smb1_ea_list;

/* Decodes an SMB_FEA_LIST or an SMB_GEA_LIST.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4, or the size that the list says of itself is less than
 *                  4 or more than in_len
 * [MS-CIFS] 2.2.1.2.2.1, 2.2.1.2.1.1 */
WYRE_API wyre_status wyre_smb1_ea_list_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_smb1_ea_list *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  a span is not inside src */
WYRE_API wyre_status wyre_smb1_ea_list_encode(const wyre_smb1_ea_list *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_ea_list_visit(const wyre_smb1_ea_list *m, const wyre_visitor *v);

typedef struct wyre_smb1_ea {
    wyre_span attribute_name; /* without its NUL */
    wyre_span attribute_value;
    uint8_t ea_flag;   /* 0x80: who does not know it must not open the file */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_ea;

/* Decodes one SMB_FEA.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4; attribute_name, the NUL behind it or attribute_value
 *                  ends past in_len
 *   WYRE_E_VALUE   attribute_name has no NUL behind it
 * [MS-CIFS] 2.2.1.2.2 */
WYRE_API wyre_status wyre_smb1_ea_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb1_ea *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  attribute_name is longer than 255, attribute_value longer than 65535 */
WYRE_API wyre_status wyre_smb1_ea_encode(const wyre_smb1_ea *m, const uint8_t *src, size_t src_len,
                                         uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_ea_visit(const wyre_smb1_ea *m, const wyre_visitor *v);

typedef struct wyre_smb1_gea {
    wyre_span attribute_name; /* without its NUL */
} wyre_smb1_gea;

/* Decodes one SMB_GEA.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 1; attribute_name or the NUL behind it ends past in_len
 *   WYRE_E_VALUE   attribute_name has no NUL behind it
 * [MS-CIFS] 2.2.1.2.1 */
WYRE_API wyre_status wyre_smb1_gea_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_smb1_gea *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  attribute_name is longer than 255 */
WYRE_API wyre_status wyre_smb1_gea_encode(const wyre_smb1_gea *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_gea_visit(const wyre_smb1_gea *m, const wyre_visitor *v);

typedef struct wyre_smb1_ea_iter {
    uint32_t pos;   /* where the next entry begins, counted from the first; 0 at first */
    uint32_t fault; /* offset of the byte at fault after a refusal, counted from `in` */
} wyre_smb1_ea_iter;

/* Gives the entries of a list one by one.
 *   it       where to go on, all zero at first; after a refusal only `fault` has changed
 *   in       what `entries` counts from, in_len bytes, the same at each call; NULL only when in_len is 0
 *   entries  of wyre_smb1_ea_list
 *   out      filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END; WYRE_E_ARG: entries or it->pos is not inside; or what wyre_smb1_ea_decode says.
 * Each entry has at least 5 bytes, so they end. [MS-CIFS] 2.2.1.2.2.1 */
WYRE_API wyre_status wyre_smb1_ea_next(wyre_smb1_ea_iter *it, const uint8_t *in, size_t in_len,
                                       wyre_span entries, wyre_smb1_ea *out);

/* The same for a list of names; each entry has at least 2 bytes. [MS-CIFS] 2.2.1.2.1.1 */
WYRE_API wyre_status wyre_smb1_gea_next(wyre_smb1_ea_iter *it, const uint8_t *in, size_t in_len,
                                        wyre_span entries, wyre_smb1_gea *out);

/* Tells `v` a whole list: its entries as one span, then each as a part "entry", whose spans count from `in`.
 *   n  OK: where the list ends; else the offset at fault
 * What wyre_smb1_ea_list_decode and wyre_smb1_ea_next say. */
WYRE_API wyre_status wyre_smb1_eas_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v,
                                         size_t *n);

/* The same for a list of names. */
WYRE_API wyre_status wyre_smb1_geas_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v,
                                          size_t *n);

#ifdef __cplusplus
}
#endif
#endif

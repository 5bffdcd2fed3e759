/* wyre/fscc_list.h: lists of entries, [MS-FSCC] 2.4, 2.7: the walk, the builder, and the entries
 * that have no other header: notifications, extended attributes, quotas. */
#ifndef WYRE_FSCC_LIST_H
#define WYRE_FSCC_LIST_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Lists whose entries begin with NextEntryOffset ---------------------------------------------------
 * Directory records, streams, extended attributes, quotas, notifications, network interfaces: each
 * entry begins with the distance to the next one, 0 in the last. */

enum {
    /* Accept a NextEntryOffset that leads exactly to the end of the list as the last one, as replies
     * to FIND of SMB1 have it. Risk: none for memory; a list that was cut there looks whole. */
    WYRE_FSCC_ENTRY_END_IS_LAST = 0x01
};

/* All zero before the first call. */
typedef struct wyre_fscc_entry_iter {
    uint32_t pos;   /* where the next entry begins */
    uint32_t done;  /* 1: the last one was given */
    uint32_t fault; /* offset of the byte at fault after a refusal */
} wyre_fscc_entry_iter;

/* Gives the entries of a list one by one, each at least 4 bytes behind the one before. What an entry
 * holds is for its decoder: give it in + out->off and out->len.
 *   in     the list, in_len bytes, the same at each call; NULL only when in_len is 0
 *   flags  bits WYRE_FSCC_ENTRY_...
 *   out    from the entry's first byte to the next entry or the end, padding included; {0, 0} on
 *          anything but OK
 * WYRE_OK; WYRE_END: nothing is left; or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  less than 4 bytes are left
 *   WYRE_E_OFFSET  NextEntryOffset is 1 to 3, or leads to the end or past it */
WYRE_API wyre_status wyre_fscc_entry_next(wyre_fscc_entry_iter *it, const uint8_t *in,
                                          size_t in_len, uint32_t flags, wyre_span *out);

/* All zero before the first call. */
typedef struct wyre_fscc_entry_list {
    uint32_t start; /* where the list begins in the writer */
    uint32_t last;  /* where its last entry does */
    uint32_t count;
} wyre_fscc_entry_list;

/* Appends an encoded entry to a list, aligned, and links the one before to it. The entry's own
 * NextEntryOffset is written as 0.
 *   w          collects the list, which begins where w stands at the first call; refuses with
 *              WYRE_E_ARG an entry of less than 4 bytes, or an alignment that is no power of two
 *   entry      entry_len bytes, without padding
 *   alignment  8 for directory records, streams, quotas and network interfaces; 4 for extended
 *              attributes and notifications */
WYRE_API void wyre_fscc_entry_append(wyre_wr *w, wyre_fscc_entry_list *list, const uint8_t *entry,
                                     size_t entry_len, uint32_t alignment);

/* action */
enum {
    WYRE_FSCC_FILE_ACTION_ADDED = 1,
    WYRE_FSCC_FILE_ACTION_REMOVED = 2,
    WYRE_FSCC_FILE_ACTION_MODIFIED = 3,
    WYRE_FSCC_FILE_ACTION_RENAMED_OLD_NAME = 4,
    WYRE_FSCC_FILE_ACTION_RENAMED_NEW_NAME = 5,
    WYRE_FSCC_FILE_ACTION_ADDED_STREAM = 6,
    WYRE_FSCC_FILE_ACTION_REMOVED_STREAM = 7,
    WYRE_FSCC_FILE_ACTION_MODIFIED_STREAM = 8,
    WYRE_FSCC_FILE_ACTION_REMOVED_BY_DELETE = 9,
    WYRE_FSCC_FILE_ACTION_ID_NOT_TUNNELLED = 10,
    WYRE_FSCC_FILE_ACTION_TUNNELLED_ID_COLLISION = 11
};

/* The name of an action without its prefix, "ADDED"; "?" for any other number. */
WYRE_API const char *wyre_fscc_file_action_name(uint32_t action);

/* ---- FILE_NOTIFY_INFORMATION: [MS-FSCC] 2.7.1 ----------------------------------------------- */

/* One entry of a list for wyre_fscc_entry_next, entries at multiples of 4. */

typedef struct wyre_fscc_file_notify_information {
    wyre_span file_name;        /* from the directory that is watched */
    uint32_t next_entry_offset; /* to the next entry; 0: the last */
    uint32_t action;            /* WYRE_FSCC_FILE_ACTION_ADDED ... */
} wyre_fscc_file_notify_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12, or file_name ends past in_len
 * [MS-FSCC] 2.7.1 */
WYRE_API wyre_status
wyre_fscc_file_notify_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_fscc_file_notify_information *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_notify_information_encode(
    const wyre_fscc_file_notify_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_notify_information_visit(
    const wyre_fscc_file_notify_information *m, const wyre_visitor *v);

/* ---- FileFullEaInformation: [MS-FSCC] 2.4, class 15 ----------------------------------------- */

/* One entry of a list for wyre_fscc_entry_next, entries at multiples of 4. Also what CREATE
 * carries as ExtA. */

typedef struct wyre_fscc_file_full_ea_information {
    wyre_span ea_name; /* without its NUL */
    wyre_span ea_value;
    uint32_t next_entry_offset; /* to the next entry; 0: the last */
    uint8_t flags;              /* 0x80: who does not know it must not open the file */
    uint8_t unused[3];          /* 0 */
} wyre_fscc_file_full_ea_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, or ea_name or ea_value ends past in_len, or a part ends
 *                  past in_len
 *   WYRE_E_VALUE   there is no NUL behind the name
 * [MS-FSCC] 2.4, class 15 */
WYRE_API wyre_status
wyre_fscc_file_full_ea_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_fscc_file_full_ea_information *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_full_ea_information_encode(
    const wyre_fscc_file_full_ea_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_full_ea_information_visit(
    const wyre_fscc_file_full_ea_information *m, const wyre_visitor *v);

/* ---- FILE_GET_EA_INFORMATION: [MS-FSCC] 2.4, input of class 15 ------------------------------ */

/* One entry of a list for wyre_fscc_entry_next, entries at multiples of 4. */

typedef struct wyre_fscc_file_get_ea_information {
    wyre_span ea_name;          /* without its NUL */
    uint32_t next_entry_offset; /* to the next entry; 0: the last */
} wyre_fscc_file_get_ea_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 5, or ea_name ends past in_len, or the NUL behind it
 *   WYRE_E_VALUE   there is no NUL behind the name
 * [MS-FSCC] 2.4, input of class 15 */
WYRE_API wyre_status
wyre_fscc_file_get_ea_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_fscc_file_get_ea_information *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_get_ea_information_encode(
    const wyre_fscc_file_get_ea_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_get_ea_information_visit(
    const wyre_fscc_file_get_ea_information *m, const wyre_visitor *v);

/* ---- FileQuotaInformation: [MS-FSCC] 2.4, class 32 ------------------------------------------ */

/* One entry of a list for wyre_fscc_entry_next, entries at multiples of 8. */

typedef struct wyre_fscc_file_quota_information {
    uint64_t change_time;
    uint64_t quota_used;
    uint64_t quota_threshold;   /* all ones: none; a SET of all ones - 1 removes it */
    uint64_t quota_limit;       /* all ones: none */
    wyre_span sid;              /* whose quota this is */
    uint32_t next_entry_offset; /* to the next entry; 0: the last */
    uint8_t unused[4];          /* 0 */
} wyre_fscc_file_quota_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 40, or sid ends past in_len
 * [MS-FSCC] 2.4, class 32 */
WYRE_API wyre_status wyre_fscc_file_quota_information_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_fscc_file_quota_information *out,
                                                             size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_quota_information_encode(
    const wyre_fscc_file_quota_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_quota_information_visit(
    const wyre_fscc_file_quota_information *m, const wyre_visitor *v);

/* ---- FILE_GET_QUOTA_INFORMATION: [MS-FSCC] 2.4, input of class 32 --------------------------- */

/* One entry of a list for wyre_fscc_entry_next. */

typedef struct wyre_fscc_file_get_quota_information {
    wyre_span sid;              /* whose quota is asked for */
    uint32_t next_entry_offset; /* to the next entry; 0: the last */
} wyre_fscc_file_get_quota_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, or sid ends past in_len
 * [MS-FSCC] 2.4, input of class 32 */
WYRE_API wyre_status
wyre_fscc_file_get_quota_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_fscc_file_get_quota_information *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_get_quota_information_encode(
    const wyre_fscc_file_get_quota_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_get_quota_information_visit(
    const wyre_fscc_file_get_quota_information *m, const wyre_visitor *v);

/* ---- Whole lists to a visitor ---------------------------------------------------------------------------
 * Each tells every entry as a part "entry".
 *   in  the list, in_len bytes; NULL only when in_len is 0
 *   n   OK: in_len; else the offset at fault
 * WYRE_OK, or what wyre_fscc_entry_next says of the list or the decoder of an entry. */

/* FILE_NOTIFY_INFORMATION: the response of CHANGE_NOTIFY. */
WYRE_API wyre_status wyre_fscc_notify_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v,
                                            size_t *n);
/* FileFullEaInformation: class 15, and ExtA of CREATE. */
WYRE_API wyre_status wyre_fscc_ea_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v,
                                        size_t *n);
/* FILE_GET_EA_INFORMATION: the input of a query of class 15. */
WYRE_API wyre_status wyre_fscc_get_ea_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v,
                                            size_t *n);
/* FileQuotaInformation: QUERY_INFO and SET_INFO of type QUOTA. */
WYRE_API wyre_status wyre_fscc_quota_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v,
                                           size_t *n);
/* FILE_GET_QUOTA_INFORMATION: the SID list in the input of a query of type QUOTA. */
WYRE_API wyre_status wyre_fscc_get_quota_visit(const uint8_t *in, size_t in_len,
                                               const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

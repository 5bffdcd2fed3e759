/* wyre/dfsc.h: DFS referrals, [MS-DFSC]: input and output of FSCTL_DFS_GET_REFERRALS in SMB2, and of
 * TRANS2_GET_DFS_REFERRAL in SMB1. */
#ifndef WYRE_DFSC_H
#define WYRE_DFSC_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- REQ_GET_DFS_REFERRAL: [MS-DFSC] 2.2.2 ------------------------------------------------------------- */

typedef struct wyre_dfsc_referral_request {
    wyre_span request_file_name; /* UTF-16 without its NUL, one leading backslash */
    uint16_t max_referral_level; /* 1 to 4 */
    uint8_t unused[2];           /* 0 */
} wyre_dfsc_referral_request;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its span counts from `in`
 *   n      on OK where the NUL ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 *   WYRE_E_TEXT    there is no NUL behind the name
 * [MS-DFSC] 2.2.2 */
WYRE_API wyre_status wyre_dfsc_referral_request_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_dfsc_referral_request *out, size_t *n);
/* Encodes it; its span counts from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a name of odd length, or with a NUL inside. */
WYRE_API wyre_status wyre_dfsc_referral_request_encode(const wyre_dfsc_referral_request *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_dfsc_referral_request_visit(const wyre_dfsc_referral_request *m,
                                                      const wyre_visitor *v);

/* ---- REQ_GET_DFS_REFERRAL_EX: [MS-DFSC] 2.2.3 ---------------------------------------------------------- */

enum { WYRE_DFSC_REQUEST_SITE_NAME = 0x0001 }; /* request_flags: site_name is there */

typedef struct wyre_dfsc_referral_request_ex {
    wyre_span request_file_name; /* UTF-16 */
    wyre_span site_name;         /* UTF-16; with WYRE_DFSC_REQUEST_SITE_NAME, else empty */
    uint16_t max_referral_level; /* 1 to 4 */
    uint16_t request_flags;      /* bits WYRE_DFSC_REQUEST_... */
} wyre_dfsc_referral_request_ex;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where the last name ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, RequestDataLength goes past it, or a name past that
 * [MS-DFSC] 2.2.3 */
WYRE_API wyre_status wyre_dfsc_referral_request_ex_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_dfsc_referral_request_ex *out,
                                                          size_t *n);
/* Encodes it; its spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a name longer than 65535. */
WYRE_API wyre_status wyre_dfsc_referral_request_ex_encode(const wyre_dfsc_referral_request_ex *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_dfsc_referral_request_ex_visit(const wyre_dfsc_referral_request_ex *m,
                                                         const wyre_visitor *v);

/* ---- RESP_GET_DFS_REFERRAL: [MS-DFSC] 2.2.4 ------------------------------------------------------------ */

enum { /* referral_header_flags */
       WYRE_DFSC_HEADER_REFERRAL_SERVERS = 0x00000001,
       WYRE_DFSC_HEADER_STORAGE_SERVERS = 0x00000002,
       WYRE_DFSC_HEADER_TARGET_FAILBACK = 0x00000004
};

typedef struct wyre_dfsc_referral_response {
    wyre_span referrals; /* the entries and their strings; walked by wyre_dfsc_referral_next */
    uint32_t referral_header_flags; /* bits WYRE_DFSC_HEADER_... */
    uint16_t path_consumed; /* bytes of the request's name that are matched: check it against
                                       that name before cutting */
    uint16_t number_of_referrals;
} wyre_dfsc_referral_response;

/* Decodes the header of a response. The entries are not looked at.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its span counts from `in`
 *   n      on OK in_len
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-DFSC] 2.2.4 */
WYRE_API wyre_status wyre_dfsc_referral_response_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t flags,
                                                        wyre_dfsc_referral_response *out,
                                                        size_t *n);
/* Encodes a response around the entries that wyre_dfsc_referrals_encode made. WYRE_OK; WYRE_E_SPACE: cap
 * is less than *n; WYRE_E_ARG: a span outside src. */
WYRE_API wyre_status wyre_dfsc_referral_response_encode(const wyre_dfsc_referral_response *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_dfsc_referral_response_visit(const wyre_dfsc_referral_response *m,
                                                       const wyre_visitor *v);

/* ---- Referral entries: [MS-DFSC] 2.2.5 ----------------------------------------------------------------- */

enum {                                              /* referral_entry_flags */
       WYRE_DFSC_ENTRY_NAME_LIST_REFERRAL = 0x0002, /* versions 3 and 4 */
       WYRE_DFSC_ENTRY_TARGET_SET_BOUNDARY = 0x0004 /* version 4 */
};

enum { WYRE_DFSC_REFERRAL_CAP = 256 }; /* the most entries that are walked */

/* An entry of any version; what its version does not have is 0. A string that is absent, whose offset
 * is 0 on the wire, is {0, 0}; one that is empty has an offset. */
typedef struct wyre_dfsc_referral {
    wyre_span share_name; /* 1 */
    wyre_span dfs_path;   /* 2, 3 and 4 without NAME_LIST_REFERRAL, like the next two */
    wyre_span dfs_alternate_path;
    wyre_span network_address;
    wyre_span special_name;        /* 3 and 4 with NAME_LIST_REFERRAL, like the next one */
    wyre_span expanded_names;      /* number_of_expanded_names strings, each with its NUL */
    uint32_t proximity;            /* 2 */
    uint32_t time_to_live;         /* all but 1; seconds */
    uint16_t version_number;       /* 1 to 4 */
    uint16_t server_type;          /* 0 link, 1 root */
    uint16_t referral_entry_flags; /* bits WYRE_DFSC_ENTRY_... */
    uint16_t number_of_expanded_names;
    uint16_t size;                 /* of the entry: 22 in 2, 34 in 3 and 4, or 18 with
                                         NAME_LIST_REFERRAL; an encoder raises it to what 1 needs */
    uint8_t service_site_guid[16]; /* 3 and 4 with size 34 or more */
    uint8_t unused[2];             /* 0 */
} wyre_dfsc_referral;

/* All zero before the first call. */
typedef struct wyre_dfsc_referral_iter {
    uint32_t pos;   /* where the next entry begins */
    uint32_t left;  /* entries still to come */
    uint32_t fault; /* offset of the byte at fault after a refusal */
} wyre_dfsc_referral_iter;

/* Gives the entries of a response one by one.
 *   in   the response from PathConsumed on, in_len bytes, the same at each call
 *   out  filled on OK, zeroed on anything else; its spans count from `in` and are without their NUL
 * WYRE_OK; WYRE_END: NumberOfReferrals entries were given; or
 *   WYRE_E_ARG          it->pos is past in_len
 *   WYRE_E_LENGTH       in_len is less than 8, or an entry is shorter than its version, or goes past
 *                       in_len
 *   WYRE_E_OFFSET       a string begins inside the entry's fixed part or past in_len
 *   WYRE_E_TEXT         a string without a NUL
 *   WYRE_E_LIMIT        NumberOfReferrals is above WYRE_DFSC_REFERRAL_CAP
 *   WYRE_E_UNSUPPORTED  a version that is not 1 to 4
 * [MS-DFSC] 2.2.5 */
WYRE_API wyre_status wyre_dfsc_referral_next(wyre_dfsc_referral_iter *it, const uint8_t *in,
                                             size_t in_len, wyre_dfsc_referral *out);

/* Tells `v` every field that the entry's version has, in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_dfsc_referral_visit(const wyre_dfsc_referral *m, const wyre_visitor *v);

/* Encodes entries and, behind the last one, their strings: what wyre_dfsc_referral_response holds as
 * referrals. A string that an entry has twice, or that the entry in front has too, by equal spans, is
 * written once.
 *   m      count entries, at most WYRE_DFSC_REFERRAL_CAP; their spans count from src
 *   n      OK: the bytes written; WYRE_E_SPACE: the size needed
 * WYRE_OK; WYRE_E_SPACE: cap is less than *n; or
 *   WYRE_E_ARG          a span outside src
 *   WYRE_E_RANGE        a string of odd length or with a NUL inside, expanded_names that are not
 *                       number_of_expanded_names strings, a size that the version does not have, or an
 *                       offset above 65535
 *   WYRE_E_LIMIT        count is above WYRE_DFSC_REFERRAL_CAP
 *   WYRE_E_UNSUPPORTED  a version that is not 1 to 4
 * [MS-DFSC] 2.2.5 */
WYRE_API wyre_status wyre_dfsc_referrals_encode(const wyre_dfsc_referral *m, size_t count,
                                                const uint8_t *src, size_t src_len, uint8_t *out,
                                                size_t cap, size_t *n);

/* Tells `v` a whole response: its header, then each entry as a part "referral" whose spans count from
 * the response's first byte.
 *   n  OK: in_len; else the offset at fault
 * WYRE_OK, or what wyre_dfsc_referral_next says. */
WYRE_API wyre_status wyre_dfsc_response_visit(const uint8_t *in, size_t in_len,
                                              const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

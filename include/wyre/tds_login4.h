/* wyre/tds_login4.h: the login record of TDS 4.2 and 5.0: [MS-SSTDS] 2.2.6.3. */
#ifndef WYRE_TDS_LOGIN4_H
#define WYRE_TDS_LOGIN4_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

enum {
    WYRE_TDS_LOGIN4_SIZE = 564, /* without what pads it, and capabilities */
    WYRE_TDS_4_2 = 0x04020000,  /* tds_version */
    WYRE_TDS_4_6 = 0x04060000,
    WYRE_TDS_5_0 = 0x05000000
};

enum { /* sec_login, TDS 5.0 */
       WYRE_TDS_SEC_LOGIN_ENCRYPT = 0x01,
       WYRE_TDS_SEC_LOGIN_CHALLENGE = 0x02,
       WYRE_TDS_SEC_LOGIN_LABELS = 0x04,
       WYRE_TDS_SEC_LOGIN_APP = 0x08,
       WYRE_TDS_SEC_LOGIN_SECURE_SESSION = 0x10,
       WYRE_TDS_SEC_LOGIN_ENCRYPT2 = 0x20,
       WYRE_TDS_SEC_LOGIN_ENCRYPT3 = 0x80
};

/* Texts are of one byte a character, up to 30 of them where nothing else is said; the bytes behind
 * them in their fields are written as zeros. The password is in the clear. */
typedef struct wyre_tds_login4 {
    wyre_span host_name;
    wyre_span user_name;
    wyre_span password;
    wyre_span host_process;
    wyre_span app_name;
    wyre_span server_name;
    wyre_span remote_passwords; /* the whole field, up to 255 bytes. TDS 5.0: server's name and
                                   password, a length in front of each; some clients fill it and say
                                   length 0 */
    wyre_span program_name;     /* the library, up to 10 */
    wyre_span language;
    wyre_span charset;
    wyre_span packet_size; /* decimal, up to 6 */
    wyre_span tail;        /* up to the end of the message: padding; from TDS 5.0 clients four
                                   bytes and the CAPABILITY token */
    uint32_t tds_version;  /* WYRE_TDS_4_2 ... */
    uint32_t buffer_size;
    uint8_t program_version[4];
    uint8_t ha_session_id[6];
    uint8_t old_secure[2];
    uint8_t spare[3];
    uint8_t spare2[2];
    uint8_t int2_order;    /* 2 big-endian, 3 little-endian */
    uint8_t int4_order;    /* 0 big-endian, 1 little-endian */
    uint8_t char_set;      /* 6 ASCII, 7 EBCDIC */
    uint8_t float8;        /* 4 IEEE big-endian, 5 VAX, 10 IEEE little-endian */
    uint8_t date8;         /* 8 or 9 */
    uint8_t use_db_notify; /* 1: tell changes of the database */
    uint8_t dump_load;     /* 0: bulk copy is allowed */
    uint8_t interface;
    uint8_t type;
    uint8_t remote_passwords_length; /* as the client counts them */
    uint8_t convert_short;
    uint8_t float4; /* 12 big-endian, 13 little-endian */
    uint8_t date4;  /* 16 or 17 */
    uint8_t language_notify;
    uint8_t sec_login; /* bits WYRE_TDS_SEC_LOGIN_... */
    uint8_t sec_bulk;
    uint8_t ha_login_type;
    uint8_t charset_notify;
    uint8_t unused[1]; /* 0 */
} wyre_tds_login4;

/* Decodes the record.
 *   in     the payload of the message, in_len bytes; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK in_len
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 564, or the length of a text is more than its field
 *   WYRE_E_VALUE   int4_order is neither 0 nor 1
 * [MS-SSTDS] 2.2.6.3 */
WYRE_API wyre_status wyre_tds_login4_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_tds_login4 *out, size_t *n);

/* Encodes the record.
 *   m    its spans count from `src`
 *   src  src_len bytes; NULL only when src_len is 0
 *   out  cap bytes; NULL only when cap is 0
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, or WYRE_E_RANGE: a text longer than its
 * field, or int4_order is neither 0 nor 1. [MS-SSTDS] 2.2.6.3 */
WYRE_API wyre_status wyre_tds_login4_encode(const wyre_tds_login4 *m, const uint8_t *src,
                                            size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_login4_visit(const wyre_tds_login4 *m, const wyre_visitor *v);

/* ---- Capabilities: TDS 5.0 --------------------------------------------------------------------------- */

enum { /* type of a capability mask */
       WYRE_TDS_CAPABILITY_REQUEST = 1,
       WYRE_TDS_CAPABILITY_RESPONSE = 2
};

typedef struct wyre_tds_capability {
    wyre_span bits;    /* the mask, the highest numbered byte first */
    uint8_t type;      /* WYRE_TDS_CAPABILITY_REQUEST ... */
    uint8_t unused[3]; /* 0 */
} wyre_tds_capability;

/* Goes from mask to mask; all zero at the start. It ends: each step moves on by 2 bytes or more. */
typedef struct wyre_tds_capability_iter {
    uint32_t pos;
    uint32_t end; /* 0 at the start */
} wyre_tds_capability_iter;

/* The next mask of a CAPABILITY token.
 *   in          in_len bytes from the token's byte 0xE2 on, the same at each call: of a login record
 *               the tail without its first four bytes
 *   int2_order  of the login record: 2 big-endian, anything else little-endian
 *   out         filled on OK, zeroed on anything else; its bits count from `in`
 * WYRE_OK; WYRE_END; or
 *   WYRE_E_MAGIC   there is no such token
 *   WYRE_E_LENGTH  the token reaches past in_len, or a mask past the token */
WYRE_API wyre_status wyre_tds_capability_next(wyre_tds_capability_iter *it, const uint8_t *in,
                                              size_t in_len, uint8_t int2_order,
                                              wyre_tds_capability *out);

/* Writes a CAPABILITY token of `count` masks. WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: bits outside src, or
 * WYRE_E_RANGE: a mask longer than 255, or all longer than 65535. */
WYRE_API wyre_status wyre_tds_capability_build(const wyre_tds_capability *masks, size_t count,
                                               uint8_t int2_order, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

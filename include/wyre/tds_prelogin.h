/* wyre/tds_prelogin.h: PRELOGIN and the choice of encryption: [MS-TDS] 2.2.6.5. */
#ifndef WYRE_TDS_PRELOGIN_H
#define WYRE_TDS_PRELOGIN_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

enum { /* token of an option */
       WYRE_TDS_PRELOGIN_VERSION = 0x00,
       WYRE_TDS_PRELOGIN_ENCRYPTION = 0x01,
       WYRE_TDS_PRELOGIN_INSTOPT = 0x02,
       WYRE_TDS_PRELOGIN_THREADID = 0x03,
       WYRE_TDS_PRELOGIN_MARS = 0x04,
       WYRE_TDS_PRELOGIN_TRACEID = 0x05,
       WYRE_TDS_PRELOGIN_FEDAUTHREQUIRED = 0x06,
       WYRE_TDS_PRELOGIN_NONCEOPT = 0x07,
       WYRE_TDS_PRELOGIN_TERMINATOR = 0xff
};

enum {
    WYRE_TDS_PRELOGIN_OPTIONS = 16, /* the most options of one message */
    WYRE_TDS_PRELOGIN_UNKNOWN = 8   /* the most of them that this page does not name */
};

/* The name of an option's token without its prefix, "VERSION"; "?" for any other number. */
WYRE_API const char *wyre_tds_prelogin_token_name(uint8_t token);

/* ---- Options one by one ---------------------------------------------------------------------------- */

typedef struct wyre_tds_prelogin_option {
    wyre_span data;
    uint8_t token;     /* WYRE_TDS_PRELOGIN_VERSION ... */
    uint8_t unused[3]; /* 0 */
} wyre_tds_prelogin_option;

/* Goes from option to option; all zero at the start. */
typedef struct wyre_tds_prelogin_iter {
    uint32_t pos;    /* of the next entry of the table */
    uint32_t count;  /* options so far */
    uint32_t lowest; /* where the first data so far begins: the table must end before it */
} wyre_tds_prelogin_iter;

/* The next option, known or not, in the order of the table.
 *   in   the payload, in_len bytes, the same at each call; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its data counts from `in`. Data of length 0 keeps
 *        its offset where that is inside, else 0
 * WYRE_OK; WYRE_END at the terminator, it->pos is then behind it; or, with it->pos at the entry,
 *   WYRE_E_LENGTH  the table is cut: there is no terminator
 *   WYRE_E_OFFSET  the data reaches past in_len or lies in the table
 *   WYRE_E_LIMIT   more than WYRE_TDS_PRELOGIN_OPTIONS options
 * [MS-TDS] 2.2.6.5 */
WYRE_API wyre_status wyre_tds_prelogin_next(wyre_tds_prelogin_iter *it, const uint8_t *in,
                                            size_t in_len, wyre_tds_prelogin_option *out);

/* Writes a payload of any options: the table, its terminator, and the data in the same order.
 *   options  count of them, at most WYRE_TDS_PRELOGIN_OPTIONS; their data counts from `src`
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: data outside src, or WYRE_E_RANGE: too many options, or one
 * with the terminator's token, or data behind 65535. [MS-TDS] 2.2.6.5 */
WYRE_API wyre_status wyre_tds_prelogin_build(const wyre_tds_prelogin_option *options, size_t count,
                                             const uint8_t *src, size_t src_len, uint8_t *out,
                                             size_t cap, size_t *n);

/* ---- The whole message ------------------------------------------------------------------------------- */

enum { /* leniencies */
       WYRE_TDS_PRELOGIN_VERSION_LATE =
           0x01,                        /* VERSION behind other options. Risk: a server may take
                                              the first bytes for something else */
       WYRE_TDS_PRELOGIN_OVERLAP = 0x02 /* data of two options overlaps. Risk: who rewrites one
                                              changes the other */
};

/* A request or a response. What is not among the tokens is 0. */
typedef struct wyre_tds_prelogin {
    wyre_span instopt;    /* request: name of the instance with its NUL; response: one byte, 0 match
                             or 1 mismatch */
    wyre_span unknown[8]; /* data of the options this page does not name, in order */
    uint32_t thread_id;
    uint32_t activity_sequence; /* TRACEID */
    uint32_t empty;             /* bit 1 << token: this THREADID or TRACEID has no data, as in most
                                    responses */
    uint16_t version_build;
    uint8_t version_sub_build[2]; /* nearly always 0; its byte order is in dispute */
    uint8_t connection_id[16];    /* TRACEID */
    uint8_t activity_id[16];      /* TRACEID */
    uint8_t nonce[32];
    uint8_t version_major; /* of the driver, or of the server as a product: not of TDS */
    uint8_t version_minor;
    uint8_t encryption; /* WYRE_TDS_ENCRYPT_OFF ... */
    uint8_t mars;       /* 0 or 1 */
    uint8_t fedauth_required;
    uint8_t count;      /* of tokens */
    uint8_t tokens[16]; /* the options that are there, in the order of the table */
    uint8_t unused[2];  /* 0 */
} wyre_tds_prelogin;

/* Whether token is among the tokens of m: 1 or 0. */
WYRE_API int wyre_tds_prelogin_has(const wyre_tds_prelogin *m, uint8_t token);

/* Decodes a request or a response; a message without VERSION is accepted, for servers that answer
 * ENCRYPTION alone.
 *   in     the payload of the message, in_len bytes; NULL only when in_len is 0
 *   flags  bits WYRE_TDS_PRELOGIN_VERSION_LATE, ..._OVERLAP
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where the last part ends; bytes behind it mean nothing
 * WYRE_OK, what wyre_tds_prelogin_next refuses, or
 *   WYRE_E_ARG    flags has an undefined bit
 *   WYRE_E_VALUE  an option comes twice, or has a length that it cannot have, or VERSION is not the
 *                 first, or an empty message; *n is the option's entry
 *   WYRE_E_OFFSET also: data of two options overlaps
 *   WYRE_E_LIMIT  also: more than WYRE_TDS_PRELOGIN_UNKNOWN unknown options, or overlapping data of
 *                 more than 65535 bytes in all
 * [MS-TDS] 2.2.6.5 */
WYRE_API wyre_status wyre_tds_prelogin_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_tds_prelogin *out, size_t *n);

/* Encodes a request or a response: the tokens in their order, and the data in the same order right
 * behind the table.
 *   m    its spans count from `src`
 *   src  src_len bytes; NULL only when src_len is 0
 *   out  cap bytes; NULL only when cap is 0
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, or WYRE_E_RANGE: count is more than 16, a
 * token comes twice or is the terminator's, or data behind 65535. [MS-TDS] 2.2.6.5 */
WYRE_API wyre_status wyre_tds_prelogin_encode(const wyre_tds_prelogin *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` the tokens, then the fields of each option that is there, in that order. Always
 * WYRE_OK. */
WYRE_API wyre_status wyre_tds_prelogin_visit(const wyre_tds_prelogin *m, const wyre_visitor *v);

/* ---- Encryption: [MS-TDS] 2.2.6.5, 3.2.5.2, 3.3.5.1 --------------------------------------------------- */

enum { /* encryption */
       WYRE_TDS_ENCRYPT_OFF = 0,
       WYRE_TDS_ENCRYPT_ON = 1,
       WYRE_TDS_ENCRYPT_NOT_SUP = 2,
       WYRE_TDS_ENCRYPT_REQ = 3,
       WYRE_TDS_ENCRYPT_MASK = 0x3f, /* the bits of the values above */
       WYRE_TDS_ENCRYPT_CLIENT_CERT = 0x80
};

/* The name of an encryption value's low six bits without its prefix, "OFF"; "?" for any other. */
WYRE_API const char *wyre_tds_encryption_name(uint8_t encryption);

/* What a server answers to a client's ENCRYPTION.
 *   client  the client's value; its high bits are not looked at
 *   policy  WYRE_TDS_ENCRYPT_NOT_SUP: the server has no TLS; OFF: it has, and leaves the choice to
 *           the client; ON or REQ: it takes encrypted connections only
 * The value for the response. For a client that cannot and a server that must, it is REQ, and the
 * connection ends. */
WYRE_API uint8_t wyre_tds_encryption_answer(uint8_t client, uint8_t policy);

enum {                                  /* outcome */
       WYRE_TDS_ENCRYPTION_NONE = 0,    /* nothing is encrypted */
       WYRE_TDS_ENCRYPTION_LOGIN = 1,   /* the first packet of the login is, and nothing else */
       WYRE_TDS_ENCRYPTION_ALL = 2,     /* everything from the login on is */
       WYRE_TDS_ENCRYPTION_REFUSED = 3, /* the server demands what the client has not got: it ends
                                          the connection */
       WYRE_TDS_ENCRYPTION_DOWNGRADE =
           4,                          /* the client asked for it and the answer takes it away: the
                                          client must end the connection and not send its login */
       WYRE_TDS_ENCRYPTION_INVALID = 5 /* a value that this side cannot send in this place */
};

/* The name of an outcome without its prefix, "LOGIN"; "?" for any other number. */
WYRE_API const char *wyre_tds_encryption_outcome_name(uint32_t outcome);

/* What follows from the two ENCRYPTION values, the same for client, server and onlooker; the high
 * bits are not looked at. PRELOGIN itself is not protected: a client that asked for ON is safe only
 * because it obeys DOWNGRADE. Not for TDS 8.0, where TLS comes before PRELOGIN. */
WYRE_API uint32_t wyre_tds_encryption_outcome(uint8_t client, uint8_t server);

#ifdef __cplusplus
}
#endif
#endif

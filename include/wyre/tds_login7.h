/* wyre/tds_login7.h: LOGIN7, its password and its features: [MS-TDS] 2.2.6.4. */
#ifndef WYRE_TDS_LOGIN7_H
#define WYRE_TDS_LOGIN7_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- LOGIN7: [MS-TDS] 2.2.6.4 ---------------------------------------------------------------------- */

enum { /* tds_version */
       WYRE_TDS_7_0 = 0x70000000,
       WYRE_TDS_7_1 = 0x71000000,
       WYRE_TDS_7_1_REVISION_1 = 0x71000001,
       WYRE_TDS_7_2 = 0x72090002,
       WYRE_TDS_7_3_A = 0x730a0003,
       WYRE_TDS_7_3_B = 0x730b0003,
       WYRE_TDS_7_4 = 0x74000004,
       WYRE_TDS_8_0 = 0x08000000
};

/* The name of a version without its prefix, "7_4"; "?" for any other number. */
WYRE_API const char *wyre_tds_version_name(uint32_t tds_version);

enum { /* option_flags1 */
       WYRE_TDS_LOGIN7_BYTE_ORDER = 0x01,
       WYRE_TDS_LOGIN7_EBCDIC = 0x02,
       WYRE_TDS_LOGIN7_FLOAT_VAX = 0x04,
       WYRE_TDS_LOGIN7_FLOAT_ND5000 = 0x08,
       WYRE_TDS_LOGIN7_DUMP_LOAD_OFF = 0x10,
       WYRE_TDS_LOGIN7_USE_DB = 0x20,
       WYRE_TDS_LOGIN7_DATABASE_FATAL = 0x40,
       WYRE_TDS_LOGIN7_SET_LANG = 0x80
};
enum { /* option_flags2 */
       WYRE_TDS_LOGIN7_LANGUAGE_FATAL = 0x01,
       WYRE_TDS_LOGIN7_ODBC = 0x02,
       WYRE_TDS_LOGIN7_TRAN_BOUNDARY = 0x04,
       WYRE_TDS_LOGIN7_CACHE_CONNECT = 0x08,
       WYRE_TDS_LOGIN7_USER_TYPE_MASK = 0x70,
       WYRE_TDS_LOGIN7_INT_SECURITY = 0x80 /* the login is by SSPI */
};
enum { /* type_flags */
       WYRE_TDS_LOGIN7_SQL_TYPE_MASK = 0x0f,
       WYRE_TDS_LOGIN7_OLEDB = 0x10,
       WYRE_TDS_LOGIN7_READ_ONLY_INTENT = 0x20
};
enum { /* option_flags3 */
       WYRE_TDS_LOGIN7_CHANGE_PASSWORD = 0x01,
       WYRE_TDS_LOGIN7_SEND_YUKON_BINARY_XML = 0x02,
       WYRE_TDS_LOGIN7_USER_INSTANCE = 0x04,
       WYRE_TDS_LOGIN7_UNKNOWN_COLLATION_HANDLING = 0x08,
       WYRE_TDS_LOGIN7_EXTENSION = 0x10 /* there may be features */
};

enum { /* leniencies; those that were needed stand in `oddities`. Risk of each: servers read such a
          login in different ways, so that what is checked need not be what is run */
       WYRE_TDS_LOGIN7_ODD_LENGTH = 0x01, /* Length is more than the payload, or less than the fixed
                                             part: the payload's length is taken */
       WYRE_TDS_LOGIN7_ODD_HOST_NAME =
           0x02, /* ibHostName does not tell where the fixed part ends: the
                                             version does */
       WYRE_TDS_LOGIN7_ODD_OUTSIDE = 0x04, /* a part reaches outside: it is read as empty */
       WYRE_TDS_LOGIN7_ODD_OVERLAP = 0x08, /* two parts share bytes */
       WYRE_TDS_LOGIN7_ODD_LONG = 0x10,    /* a text of more than 128 characters, or a file name of
                                             more than 260 */
       WYRE_TDS_LOGIN7_ODD_EXTENSION =
           0x20, /* cbExtension is neither 0 nor 4, or not 0 without flag
                                             EXTENSION: there are no features */
       WYRE_TDS_LOGIN7_ODD_FEATURES =
           0x40, /* the features have no end or one comes twice: there are
                                             none */
       WYRE_TDS_LOGIN7_TOLERANT = 0x7f
};

enum {
    WYRE_TDS_LOGIN7_FIXED_7_0 = 86,
    WYRE_TDS_LOGIN7_FIXED_7_2 = 94
}; /* sizes of the fixed part */

/* Texts are UTF-16LE. The Length field is the size of the message: encode knows it. */
typedef struct wyre_tds_login7 {
    uint64_t order;      /* how the parts follow each other: a hexadecimal digit each, the first
                               part's lowest; 0 to 4 host_name to server_name, 5 the pointer to the
                               features, 6 to b clt_int_name to change_password, c the features.
                               0: in this order */
    wyre_span host_name; /* of the client */
    wyre_span user_name;
    wyre_span password; /* scrambled: wyre_tds_password_decode */
    wyre_span app_name;
    wyre_span server_name;
    wyre_span clt_int_name; /* the client's library */
    wyre_span language;
    wyre_span database;
    wyre_span sspi; /* NTLMSSP or SPNEGO token, in bytes */
    wyre_span atch_db_file;
    wyre_span change_password; /* scrambled; not with fixed_size 86 */
    wyre_span feature_ext;     /* the features with their terminator; needs flag EXTENSION */
    uint32_t tds_version;      /* WYRE_TDS_7_4 ... */
    uint32_t packet_size;      /* asked for; 0: the server's default */
    uint32_t client_prog_ver;
    uint32_t client_pid;
    uint32_t connection_id;
    uint32_t client_time_zone; /* minutes, two's complement */
    uint32_t client_lcid;
    uint32_t sspi_long;    /* cbSSPILong: counts only for an sspi of 65535 bytes or more */
    uint32_t oddities;     /* bits WYRE_TDS_LOGIN7_ODD_...: what decode tolerated; encode does not
                                look at it */
    uint8_t option_flags1; /* bits WYRE_TDS_LOGIN7_... */
    uint8_t option_flags2;
    uint8_t type_flags;
    uint8_t option_flags3;
    uint8_t client_id[6];
    uint8_t fixed_size; /* 86: TDS 7.0 and 7.1; 94, or 0 for encode: from 7.2 on */
    uint8_t unused;     /* 0 */
} wyre_tds_login7;

/* Decodes a LOGIN7 message. Parts may stand in any order and with gaps; offsets of empty parts are
 * not looked at. The fixed part ends where ibHostName says: some clients write the longer form with
 * TDS 7.1.
 *   in     the payload of the message, in_len bytes; NULL only when in_len is 0
 *   flags  bits WYRE_TDS_LOGIN7_ODD_...
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where the last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 86; Length is more than in_len, or less than the fixed part;
 *                  the features have no end
 *   WYRE_E_OFFSET  ibHostName is less than 86 or more than Length; a part begins in the fixed part,
 *                  ends behind Length, or shares bytes with another
 *   WYRE_E_VALUE   flag EXTENSION and cbExtension contradict each other; a feature comes twice
 *   WYRE_E_LIMIT   a text is longer than the specification allows; more than WYRE_TDS_FEATURES
 *                  features; parts that overlap and could not stand side by side
 * [MS-TDS] 2.2.6.4 */
WYRE_API wyre_status wyre_tds_login7_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_tds_login7 *out, size_t *n);

/* Encodes a LOGIN7 message: the parts without gaps, in `order`. An empty part gets the offset where
 * it would stand; with `off` 0, offset 0, as some clients have it.
 * To rewrite a login, decode it, append the new value to the bytes, point its span there, and encode
 * with those bytes as `src`: all else stays as it was.
 *   m    its spans count from `src`
 *   src  src_len bytes; NULL only when src_len is 0
 *   out  cap bytes; NULL only when cap is 0
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, or WYRE_E_RANGE: a part behind offset 65535
 * (put a long sspi last) or too long for its count, a text of an odd number of bytes, features
 * without flag EXTENSION, a change_password or long sspi with fixed_size 86, any other fixed_size
 * but 0 and 94, or an order that does not name each part once, or that puts 8 bytes or more in front
 * of the host name in the short form. [MS-TDS] 2.2.6.4 */
WYRE_API wyre_status wyre_tds_login7_encode(const wyre_tds_login7 *m, const uint8_t *src,
                                            size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field of the fixed part, then the parts in the order of the struct. Always
 * WYRE_OK. */
WYRE_API wyre_status wyre_tds_login7_visit(const wyre_tds_login7 *m, const wyre_visitor *v);

/* ---- Password: [MS-TDS] 2.2.6.4 ---------------------------------------------------------------------
 * Scrambled, not encrypted: who reads the bytes reads the password. */

/* Clears a scrambled password into UTF-16LE.
 *   out  at least in_len bytes; may be `in`
 * WYRE_OK, or WYRE_E_SPACE: cap is less than *n, which is in_len. */
WYRE_API wyre_status wyre_tds_password_decode(const uint8_t *in, size_t in_len, uint8_t *out,
                                              size_t cap, size_t *n);
/* Scrambles a password in UTF-16LE; as above. */
WYRE_API wyre_status wyre_tds_password_encode(const uint8_t *in, size_t in_len, uint8_t *out,
                                              size_t cap, size_t *n);

/* ---- Features: [MS-TDS] 2.2.6.4, 2.2.7.11 -------------------------------------------------------------
 * The same form in LOGIN7 (feature_ext) and in the server's FEATUREEXTACK (behind its token byte). */

enum { /* id of a feature */
       WYRE_TDS_FEATURE_SESSIONRECOVERY = 0x01,
       WYRE_TDS_FEATURE_FEDAUTH = 0x02,
       WYRE_TDS_FEATURE_COLUMNENCRYPTION = 0x04,
       WYRE_TDS_FEATURE_GLOBALTRANSACTIONS = 0x05,
       WYRE_TDS_FEATURE_AZURESQLSUPPORT = 0x08,
       WYRE_TDS_FEATURE_DATACLASSIFICATION = 0x09,
       WYRE_TDS_FEATURE_UTF8_SUPPORT = 0x0a,
       WYRE_TDS_FEATURE_AZURESQLDNSCACHING = 0x0b,
       WYRE_TDS_FEATURE_JSONSUPPORT = 0x0d,
       WYRE_TDS_FEATURE_VECTORSUPPORT = 0x0e,
       WYRE_TDS_FEATURE_ENHANCEDROUTINGSUPPORT = 0x0f,
       WYRE_TDS_FEATURE_USERAGENT = 0x10, /* its data is text, UTF-16LE */
       WYRE_TDS_FEATURE_TERMINATOR = 0xff
};

/* The name of a feature's id without its prefix, "FEDAUTH"; "?" for any other number. */
WYRE_API const char *wyre_tds_feature_name(uint8_t id);

enum { WYRE_TDS_FEATURES = 64 }; /* the most features of one block */

typedef struct wyre_tds_feature {
    wyre_span data;
    uint8_t id;        /* WYRE_TDS_FEATURE_SESSIONRECOVERY ... */
    uint8_t unused[3]; /* 0 */
} wyre_tds_feature;

/* Goes from feature to feature; all zero at the start. */
typedef struct wyre_tds_feature_iter {
    uint64_t seen[4]; /* a bit for each id */
    uint32_t pos;
    uint32_t count;
} wyre_tds_feature_iter;

/* The next feature, known or not.
 *   in   the block, in_len bytes, the same at each call; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its data counts from `in`
 * WYRE_OK; WYRE_END at the terminator, it->pos is then behind it; or, with it->pos at the feature,
 *   WYRE_E_LENGTH  no terminator, or data past in_len
 *   WYRE_E_VALUE   an id for the second time
 *   WYRE_E_LIMIT   more than WYRE_TDS_FEATURES features
 * [MS-TDS] 2.2.6.4 */
WYRE_API wyre_status wyre_tds_feature_next(wyre_tds_feature_iter *it, const uint8_t *in,
                                           size_t in_len, wyre_tds_feature *out);

/* Writes a block: the features in their order and the terminator.
 *   features  count of them; their data counts from `src`
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: data outside src, or WYRE_E_RANGE: too many features, one with
 * the terminator's id, or an id twice. [MS-TDS] 2.2.6.4 */
WYRE_API wyre_status wyre_tds_feature_build(const wyre_tds_feature *features, size_t count,
                                            const uint8_t *src, size_t src_len, uint8_t *out,
                                            size_t cap, size_t *n);

/* The data of the features that have more than a byte. All have the usual three functions; each
 * decodes the data of one feature, in_len bytes, and accepts it only when nothing is left over.
 * Refusals of decode: WYRE_E_ARG: flags is not 0; WYRE_E_LENGTH: a length past in_len; WYRE_E_VALUE:
 * bytes left over, or where the struct says so. Of encode: WYRE_E_SPACE, WYRE_E_ARG: a span outside
 * src, WYRE_E_RANGE: a value its field cannot hold. */

enum {                               /* options of FEDAUTH */
       WYRE_TDS_FEDAUTH_ECHO = 0x01, /* the server's FEDAUTHREQUIRED, repeated */
       WYRE_TDS_FEDAUTH_LIBRARY_MASK = 0xfe,
       WYRE_TDS_FEDAUTH_LIVE_ID = 0x00,
       WYRE_TDS_FEDAUTH_SECURITY_TOKEN = 0x02,
       WYRE_TDS_FEDAUTH_MSAL = 0x04
};

/* FEDAUTH from the client. */
typedef struct wyre_tds_fedauth {
    wyre_span token;   /* with SECURITY_TOKEN: UTF-16LE */
    wyre_span nonce;   /* with SECURITY_TOKEN: none or 32 bytes */
    wyre_span rest;    /* with any library but these two: the data behind options */
    uint8_t options;   /* bits WYRE_TDS_FEDAUTH_... */
    uint8_t workflow;  /* with MSAL: 1 password, 2 integrated, 3 interactive */
    uint8_t unused[2]; /* 0 */
} wyre_tds_fedauth;

WYRE_API wyre_status wyre_tds_fedauth_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_tds_fedauth *out, size_t *n);
WYRE_API wyre_status wyre_tds_fedauth_encode(const wyre_tds_fedauth *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_fedauth_visit(const wyre_tds_fedauth *m, const wyre_visitor *v);

/* SESSIONRECOVERY from the client. At the first login the data is empty: `present` is 0. */
typedef struct wyre_tds_session_recovery {
    wyre_span initial; /* a session_data each */
    wyre_span current;
    uint8_t present;
    uint8_t unused[3]; /* 0 */
} wyre_tds_session_recovery;

WYRE_API wyre_status wyre_tds_session_recovery_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_tds_session_recovery *out, size_t *n);
WYRE_API wyre_status wyre_tds_session_recovery_encode(const wyre_tds_session_recovery *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_session_recovery_visit(const wyre_tds_session_recovery *m,
                                                     const wyre_visitor *v);

/* One of the two blocks of SESSIONRECOVERY. */
typedef struct wyre_tds_session_data {
    wyre_span database;  /* UTF-16LE */
    wyre_span collation; /* none or 5 bytes, else WYRE_E_VALUE */
    wyre_span language;  /* UTF-16LE */
    wyre_span states;    /* for wyre_tds_session_state_next */
} wyre_tds_session_data;

WYRE_API wyre_status wyre_tds_session_data_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                  wyre_tds_session_data *out, size_t *n);
WYRE_API wyre_status wyre_tds_session_data_encode(const wyre_tds_session_data *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_session_data_visit(const wyre_tds_session_data *m,
                                                 const wyre_visitor *v);

/* One session state: of session_data, of the server's SESSIONRECOVERY, of the token SESSIONSTATE. */
typedef struct wyre_tds_session_state {
    wyre_span data;
    uint8_t id;
    uint8_t unused[3]; /* 0 */
} wyre_tds_session_state;

/* Goes from state to state; all zero at the start. It ends: each step moves on by 2 bytes or more. */
typedef struct wyre_tds_session_state_iter {
    uint32_t pos;
} wyre_tds_session_state_iter;

/* The next state of a list of in_len bytes. WYRE_OK; WYRE_END at its end; or WYRE_E_LENGTH: a state
 * reaches past it, it->pos is at that state. [MS-TDS] 2.2.7.21 */
WYRE_API wyre_status wyre_tds_session_state_next(wyre_tds_session_state_iter *it, const uint8_t *in,
                                                 size_t in_len, wyre_tds_session_state *out);

/* Writes one state, with the short form of its length where that does. WYRE_OK, WYRE_E_SPACE, or
 * WYRE_E_ARG: data outside src. [MS-TDS] 2.2.7.21 */
WYRE_API wyre_status wyre_tds_session_state_encode(const wyre_tds_session_state *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* COLUMNENCRYPTION: the client sends a version, the server a version and perhaps its enclave. */
typedef struct wyre_tds_column_encryption {
    wyre_span enclave_type; /* UTF-16LE */
    uint8_t version;
    uint8_t has_enclave;
    uint8_t unused[2]; /* 0 */
} wyre_tds_column_encryption;

WYRE_API wyre_status wyre_tds_column_encryption_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_tds_column_encryption *out, size_t *n);
WYRE_API wyre_status wyre_tds_column_encryption_encode(const wyre_tds_column_encryption *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_column_encryption_visit(const wyre_tds_column_encryption *m,
                                                      const wyre_visitor *v);

/* DATACLASSIFICATION: the client sends a version, the server a version and whether it is on. */
typedef struct wyre_tds_data_classification {
    uint8_t version;
    uint8_t enabled;
    uint8_t has_enabled;
    uint8_t unused; /* 0 */
} wyre_tds_data_classification;

WYRE_API wyre_status wyre_tds_data_classification_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_tds_data_classification *out,
                                                         size_t *n);
WYRE_API wyre_status wyre_tds_data_classification_encode(const wyre_tds_data_classification *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_data_classification_visit(const wyre_tds_data_classification *m,
                                                        const wyre_visitor *v);

/* A feature of one byte or none: GLOBALTRANSACTIONS, AZURESQLSUPPORT, UTF8_SUPPORT,
 * AZURESQLDNSCACHING, JSONSUPPORT, VECTORSUPPORT, ENHANCEDROUTINGSUPPORT, from either side. */
typedef struct wyre_tds_feature_switch {
    uint8_t value; /* 1 for on, or a version */
    uint8_t has_value;
    uint8_t unused[2]; /* 0 */
} wyre_tds_feature_switch;

WYRE_API wyre_status wyre_tds_feature_switch_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_tds_feature_switch *out,
                                                    size_t *n);
WYRE_API wyre_status wyre_tds_feature_switch_encode(const wyre_tds_feature_switch *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_feature_switch_visit(const wyre_tds_feature_switch *m,
                                                   const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

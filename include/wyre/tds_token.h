/* wyre/tds_token.h: the token stream that servers send: [MS-TDS] 2.2.4, 2.2.7. */
#ifndef WYRE_TDS_TOKEN_H
#define WYRE_TDS_TOKEN_H
#include <wyre/tds_row.h>
#ifdef __cplusplus
extern "C" {
#endif

enum {                                 /* token */
       WYRE_TDS_TOKEN_LANGUAGE = 0x21, /* TDS 5.0, client */
       WYRE_TDS_TOKEN_OFFSET = 0x78,
       WYRE_TDS_TOKEN_RETURNSTATUS = 0x79,
       WYRE_TDS_TOKEN_COLMETADATA = 0x81,
       WYRE_TDS_TOKEN_ALTMETADATA = 0x88, /* until 7.3 */
       WYRE_TDS_TOKEN_COLNAME = 0xa0,     /* TDS 4.2 */
       WYRE_TDS_TOKEN_COLFMT = 0xa1,      /* TDS 4.2 */
       WYRE_TDS_TOKEN_DATACLASSIFICATION = 0xa3,
       WYRE_TDS_TOKEN_TABNAME = 0xa4,
       WYRE_TDS_TOKEN_COLINFO = 0xa5,
       WYRE_TDS_TOKEN_ORDER = 0xa9,
       WYRE_TDS_TOKEN_ERROR = 0xaa,
       WYRE_TDS_TOKEN_INFO = 0xab,
       WYRE_TDS_TOKEN_RETURNVALUE = 0xac,
       WYRE_TDS_TOKEN_LOGINACK = 0xad,
       WYRE_TDS_TOKEN_FEATUREEXTACK = 0xae, /* in TDS 4.2 and 5.0: CONTROL */
       WYRE_TDS_TOKEN_ROW = 0xd1,
       WYRE_TDS_TOKEN_NBCROW = 0xd2,
       WYRE_TDS_TOKEN_ALTROW = 0xd3,     /* until 7.3 */
       WYRE_TDS_TOKEN_CAPABILITY = 0xe2, /* TDS 5.0 */
       WYRE_TDS_TOKEN_ENVCHANGE = 0xe3,
       WYRE_TDS_TOKEN_SESSIONSTATE = 0xe4,
       WYRE_TDS_TOKEN_EED = 0xe5, /* TDS 5.0 */
       WYRE_TDS_TOKEN_SSPI = 0xed,
       WYRE_TDS_TOKEN_FEDAUTHINFO = 0xee,
       WYRE_TDS_TOKEN_DONE = 0xfd,
       WYRE_TDS_TOKEN_DONEPROC = 0xfe,
       WYRE_TDS_TOKEN_DONEINPROC = 0xff
};

/* The name of a token without its prefix, "LOGINACK"; "?" for any other number. */
WYRE_API const char *wyre_tds_token_name(uint8_t token);

/* ---- The stream ---------------------------------------------------------------------------------------- */

typedef struct wyre_tds_token {
    wyre_tds_column_iter columns; /* ROW, NBCROW, ALTROW: for `columns` of a wyre_tds_row_iter */
    wyre_span whole;              /* from the token byte on: what the decoders below are given */
    uint8_t token;                /* WYRE_TDS_TOKEN_... */
    uint8_t unused[3];            /* 0 */
} wyre_tds_token;

enum { WYRE_TDS_TOTALS = 8 }; /* the most ALTMETADATA of one result */

/* Goes from token to token. At the start all zero, but for the dialect: of the version that the
 * client asked for. It ends: each step moves on by 1 byte or more. */
typedef struct wyre_tds_token_iter {
    wyre_tds_column_iter columns;        /* the last metadata so far */
    uint32_t totals[WYRE_TDS_TOTALS];    /* where the ALTMETADATA behind it stand */
    uint16_t totals_id[WYRE_TDS_TOTALS]; /* and the id of each */
    uint32_t totals_count;
    uint32_t pos;
    uint32_t dialect; /* bits WYRE_TDS_BEFORE_7_2 ...; LOGINACK changes it, and FEATUREEXTACK */
} wyre_tds_token_iter;

/* The next token of a message. Rows are walked along the metadata in front of them.
 *   in   the payload of a whole message, in_len bytes, the same at each call; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END at the end of the message; or, with it->pos at the token,
 *   WYRE_E_LENGTH       the token reaches past in_len
 *   WYRE_E_VALUE        metadata or a value that cannot be; a feature comes twice
 *   WYRE_E_STATE        a row without metadata in front of it
 *   WYRE_E_LIMIT        more than WYRE_TDS_FEATURES features, or WYRE_TDS_TOTALS ALTMETADATA
 *   WYRE_E_UNSUPPORTED  an unknown token or type: where it ends cannot be known
 * A last DONE of a dialect before 7.2 is accepted with the row count of 64 bits that one server
 * writes there. [MS-TDS] 2.2.4.2 */
WYRE_API wyre_status wyre_tds_token_next(wyre_tds_token_iter *it, const uint8_t *in, size_t in_len,
                                         wyre_tds_token *out);

/* All tokens below have the usual three functions.
 * _decode: in_len bytes from the token byte on; `flags` is the dialect; spans count from `in`; on OK
 *   *n is the length of the token. WYRE_OK, or
 *   WYRE_E_ARG     flags has a bit that is none of WYRE_TDS_DIALECT_BITS
 *   WYRE_E_LENGTH  the token, or a text in it, reaches past its end
 *   WYRE_E_VALUE   another token; bytes left over in it; or what its struct says
 * _encode: writes the token with its byte and its length, in the dialect that stands in the struct.
 *   WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, or WYRE_E_RANGE: a value its field cannot
 *   hold, or that decode would refuse.
 * _visit: tells every field in wire order. Always WYRE_OK. */

/* ---- DONE, DONEPROC, DONEINPROC: [MS-TDS] 2.2.7.6 to 2.2.7.8 ---------------------------------------------- */

enum { /* status */
       WYRE_TDS_DONE_MORE = 0x0001,
       WYRE_TDS_DONE_ERROR = 0x0002,
       WYRE_TDS_DONE_INXACT = 0x0004,
       WYRE_TDS_DONE_COUNT = 0x0010,
       WYRE_TDS_DONE_ATTN = 0x0020,
       WYRE_TDS_DONE_RPCINBATCH = 0x0080,
       WYRE_TDS_DONE_SRVERROR = 0x0100
};

/* decode takes the size of the row count from in_len, which is 9 or 13. */
typedef struct wyre_tds_done {
    uint64_t row_count; /* counts with status COUNT */
    uint32_t dialect;   /* BEFORE_7_2: the row count has 32 bits */
    uint16_t status;    /* bits WYRE_TDS_DONE_... */
    uint16_t cur_cmd;   /* 0xC1: SELECT */
    uint8_t token;      /* DONE, DONEPROC or DONEINPROC, else WYRE_E_VALUE */
    uint8_t unused[7];  /* 0 */
} wyre_tds_done;

WYRE_API wyre_status wyre_tds_done_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_tds_done *out, size_t *n);
WYRE_API wyre_status wyre_tds_done_encode(const wyre_tds_done *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_done_visit(const wyre_tds_done *m, const wyre_visitor *v);

/* ---- ERROR, INFO: [MS-TDS] 2.2.7.10, 2.2.7.13 -------------------------------------------------------------- */

enum { WYRE_TDS_LOGIN_FAILED = 18456 }; /* number of the ERROR that refuses a login; class 14 */

typedef struct wyre_tds_info {
    wyre_span msg_text;
    wyre_span server_name;
    wyre_span proc_name;
    uint32_t number;
    uint32_t line_number; /* before 7.2: 16 bits */
    uint32_t dialect;
    uint8_t state;
    uint8_t class_; /* above 10: an error */
    uint8_t token;  /* ERROR or INFO, else WYRE_E_VALUE */
    uint8_t unused; /* 0 */
} wyre_tds_info;

WYRE_API wyre_status wyre_tds_info_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_tds_info *out, size_t *n);
WYRE_API wyre_status wyre_tds_info_encode(const wyre_tds_info *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_info_visit(const wyre_tds_info *m, const wyre_visitor *v);

/* ---- LOGINACK: [MS-TDS] 2.2.7.14 ------------------------------------------------------------------------- */

typedef struct wyre_tds_loginack {
    wyre_span prog_name;
    uint32_t tds_version; /* as on the wire, first byte highest: 0x74000004, but 0x07000000 for 7.0;
                             wyre_tds_login_version makes it the number of LOGIN7 */
    uint32_t dialect;
    uint8_t prog_version[4]; /* major, minor, build high and low */
    uint8_t interface;       /* 0 default, 1 T-SQL; TDS 5.0: 5 success, 6 failure, 7 go on */
    uint8_t unused[3];       /* 0 */
} wyre_tds_loginack;

/* 0x07000000 and 0x07010000, which LOGINACK says for 7.0 and 7.1, as LOGIN7 says them; any other
 * number as it is. */
WYRE_API uint32_t wyre_tds_login_version(uint32_t loginack_version);
/* What LOGINACK says for the version of a LOGIN7: the reverse. */
WYRE_API uint32_t wyre_tds_loginack_version(uint32_t login_version);

WYRE_API wyre_status wyre_tds_loginack_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_tds_loginack *out, size_t *n);
WYRE_API wyre_status wyre_tds_loginack_encode(const wyre_tds_loginack *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_loginack_visit(const wyre_tds_loginack *m, const wyre_visitor *v);

/* ---- ENVCHANGE: [MS-TDS] 2.2.7.9 ------------------------------------------------------------------------- */

enum { /* type */
       WYRE_TDS_ENV_DATABASE = 1,
       WYRE_TDS_ENV_LANGUAGE = 2,
       WYRE_TDS_ENV_CHARSET = 3,
       WYRE_TDS_ENV_PACKET_SIZE = 4, /* decimal text */
       WYRE_TDS_ENV_SORT_LOCALE = 5,
       WYRE_TDS_ENV_COMPARISON_FLAGS = 6,
       WYRE_TDS_ENV_COLLATION = 7,         /* 5 bytes or none */
       WYRE_TDS_ENV_BEGIN_TRANSACTION = 8, /* 8 bytes: its descriptor */
       WYRE_TDS_ENV_COMMIT_TRANSACTION = 9,
       WYRE_TDS_ENV_ROLLBACK_TRANSACTION = 10,
       WYRE_TDS_ENV_ENLIST_DTC = 11,
       WYRE_TDS_ENV_DEFECT_DTC = 12,
       WYRE_TDS_ENV_MIRRORING_PARTNER = 13,
       WYRE_TDS_ENV_PROMOTE_TRANSACTION = 15,
       WYRE_TDS_ENV_DTC_ADDRESS = 16,
       WYRE_TDS_ENV_TRANSACTION_ENDED = 17,
       WYRE_TDS_ENV_RESET_CONNECTION = 18,
       WYRE_TDS_ENV_USER_INSTANCE = 19,
       WYRE_TDS_ENV_ROUTING = 20,         /* new_value is for wyre_tds_routing_decode */
       WYRE_TDS_ENV_ENHANCED_ROUTING = 21 /* likewise */
};

/* The name of a type without its prefix, "PACKET_SIZE"; "?" for any other number. */
WYRE_API const char *wyre_tds_env_name(uint8_t type);

typedef struct wyre_tds_envchange {
    wyre_span new_value; /* text for types 1 to 6, 13 and 19, else bytes */
    wyre_span old_value;
    wyre_span rest; /* a type that is not named here: all behind it */
    uint32_t dialect;
    uint8_t type;      /* WYRE_TDS_ENV_... */
    uint8_t unused[3]; /* 0 */
} wyre_tds_envchange;

WYRE_API wyre_status wyre_tds_envchange_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_tds_envchange *out, size_t *n);
WYRE_API wyre_status wyre_tds_envchange_encode(const wyre_tds_envchange *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_envchange_visit(const wyre_tds_envchange *m, const wyre_visitor *v);

/* The new value of ROUTING and ENHANCED_ROUTING; _decode takes that span's bytes and flags 0. */
typedef struct wyre_tds_routing {
    wyre_span server;   /* UTF-16LE */
    wyre_span database; /* UTF-16LE; ENHANCED_ROUTING */
    uint16_t port;
    uint8_t protocol;     /* 0: TCP */
    uint8_t has_database; /* 1: ENHANCED_ROUTING */
} wyre_tds_routing;

WYRE_API wyre_status wyre_tds_routing_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_tds_routing *out, size_t *n);
WYRE_API wyre_status wyre_tds_routing_encode(const wyre_tds_routing *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_routing_visit(const wyre_tds_routing *m, const wyre_visitor *v);

/* ---- Tokens of one part: RETURNSTATUS, OFFSET, ORDER, TABNAME, COLINFO, SSPI, SESSIONSTATE ---------------- */

typedef struct wyre_tds_returnstatus {
    uint32_t value; /* two's complement */
} wyre_tds_returnstatus;

WYRE_API wyre_status wyre_tds_returnstatus_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                  wyre_tds_returnstatus *out, size_t *n);
WYRE_API wyre_status wyre_tds_returnstatus_encode(const wyre_tds_returnstatus *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_returnstatus_visit(const wyre_tds_returnstatus *m,
                                                 const wyre_visitor *v);

/* OFFSET: [MS-TDS] 2.2.7.16, removed in 7.2 */
typedef struct wyre_tds_offset {
    uint16_t identifier; /* the keyword, such as SELECT or FROM */
    uint16_t offset_len; /* where it stands in the batch */
} wyre_tds_offset;

WYRE_API wyre_status wyre_tds_offset_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_tds_offset *out, size_t *n);
WYRE_API wyre_status wyre_tds_offset_encode(const wyre_tds_offset *m, const uint8_t *src,
                                            size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_offset_visit(const wyre_tds_offset *m, const wyre_visitor *v);

/* ORDER, TABNAME, COLINFO, SSPI, COLNAME, COLFMT, CAPABILITY, EED: 16 bits of length and what they count. */
typedef struct wyre_tds_blob {
    wyre_span data;    /* ORDER: column numbers of 16 bits; TABNAME: for wyre_tds_table_name_next;
                          COLINFO: for wyre_tds_colinfo_next; SSPI: a security token */
    uint8_t token;     /* one of these, else WYRE_E_VALUE */
    uint8_t unused[3]; /* 0 */
} wyre_tds_blob;

WYRE_API wyre_status wyre_tds_blob_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_tds_blob *out, size_t *n);
WYRE_API wyre_status wyre_tds_blob_encode(const wyre_tds_blob *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_blob_visit(const wyre_tds_blob *m, const wyre_visitor *v);

/* One name of TABNAME: [MS-TDS] 2.2.7.23 */
typedef struct wyre_tds_table_name {
    wyre_span
        parts;     /* UTF-16LE, each behind 16 bits that count characters: for wyre_tds_part_next */
    uint8_t count; /* of parts; before 7.1 revision 1 always 1 */
    uint8_t unused[3]; /* 0 */
} wyre_tds_table_name;

/* Goes through a span; all zero at the start. */
typedef struct wyre_tds_span_iter {
    uint32_t pos;
} wyre_tds_span_iter;

/* The next name of the data of TABNAME, in_len bytes. WYRE_OK; WYRE_END; or WYRE_E_LENGTH. */
WYRE_API wyre_status wyre_tds_table_name_next(wyre_tds_span_iter *it, const uint8_t *in,
                                              size_t in_len, uint32_t dialect,
                                              wyre_tds_table_name *out);
/* Writes a name. WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a span outside src, or WYRE_E_RANGE: a count other
 * than 1 before 7.1 revision 1. */
WYRE_API wyre_status wyre_tds_table_name_encode(const wyre_tds_table_name *m, uint32_t dialect,
                                                const uint8_t *src, size_t src_len, uint8_t *out,
                                                size_t cap, size_t *n);
/* The next part of a name; from 7.2 on, the table_name of a column begins with the number of its parts,
 * which is to be passed over. WYRE_OK and the text, counted from `in`; WYRE_END; or WYRE_E_LENGTH. */
WYRE_API wyre_status wyre_tds_part_next(wyre_tds_span_iter *it, const uint8_t *in, size_t in_len,
                                        wyre_span *out);

enum { /* status of COLINFO */
       WYRE_TDS_COLINFO_EXPRESSION = 0x04,
       WYRE_TDS_COLINFO_KEY = 0x08,
       WYRE_TDS_COLINFO_HIDDEN = 0x10,
       WYRE_TDS_COLINFO_DIFFERENT_NAME = 0x20
};

/* One column of COLINFO: [MS-TDS] 2.2.7.3 */
typedef struct wyre_tds_colinfo {
    wyre_span col_name; /* with DIFFERENT_NAME: what the column is called in its table */
    uint32_t dialect;
    uint8_t col_num;
    uint8_t table_num; /* of the names of TABNAME, from 1 on; 0: none */
    uint8_t status;    /* bits WYRE_TDS_COLINFO_... */
    uint8_t unused;    /* 0 */
} wyre_tds_colinfo;

/* decode takes one column, and *n is where the next begins. */
WYRE_API wyre_status wyre_tds_colinfo_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_tds_colinfo *out, size_t *n);
WYRE_API wyre_status wyre_tds_colinfo_encode(const wyre_tds_colinfo *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_colinfo_visit(const wyre_tds_colinfo *m, const wyre_visitor *v);

/* The next column of the data of COLINFO, in_len bytes. WYRE_OK; WYRE_END; or WYRE_E_LENGTH. */
WYRE_API wyre_status wyre_tds_colinfo_next(wyre_tds_span_iter *it, const uint8_t *in, size_t in_len,
                                           uint32_t dialect, wyre_tds_colinfo *out);

typedef struct wyre_tds_sessionstate {
    wyre_span states;  /* for wyre_tds_session_state_next */
    uint32_t sequence; /* 0xffffffff: recovery is off */
    uint8_t status;    /* bit 0: the session can be recovered */
    uint8_t unused[3]; /* 0 */
} wyre_tds_sessionstate;

WYRE_API wyre_status wyre_tds_sessionstate_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                  wyre_tds_sessionstate *out, size_t *n);
WYRE_API wyre_status wyre_tds_sessionstate_encode(const wyre_tds_sessionstate *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_sessionstate_visit(const wyre_tds_sessionstate *m,
                                                 const wyre_visitor *v);

/* LANGUAGE of TDS 5.0, which clients send in messages of type NORMAL. */
typedef struct wyre_tds_language {
    wyre_span text;
    uint8_t status;    /* bit 0: parameters follow */
    uint8_t unused[3]; /* 0 */
} wyre_tds_language;

WYRE_API wyre_status wyre_tds_language_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_tds_language *out, size_t *n);
WYRE_API wyre_status wyre_tds_language_encode(const wyre_tds_language *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_language_visit(const wyre_tds_language *m, const wyre_visitor *v);

/* ---- FEDAUTHINFO: [MS-TDS] 2.2.7.12 ------------------------------------------------------------------------ */

enum { /* id */
       WYRE_TDS_FEDAUTHINFO_STSURL = 1,
       WYRE_TDS_FEDAUTHINFO_SPN = 2
};
enum { WYRE_TDS_FEDAUTHINFO_OPTIONS = 16 }; /* the most of one token */

typedef struct wyre_tds_fedauthinfo_option {
    wyre_span data;    /* UTF-16LE */
    uint8_t id;        /* WYRE_TDS_FEDAUTHINFO_STSURL ... */
    uint8_t unused[3]; /* 0 */
} wyre_tds_fedauthinfo_option;

/* Goes from option to option; all zero at the start. */
typedef struct wyre_tds_fedauthinfo_iter {
    uint32_t index;
} wyre_tds_fedauthinfo_iter;

/* The next option of a FEDAUTHINFO token of in_len bytes, from its token byte on.
 * WYRE_OK; WYRE_END; or
 *   WYRE_E_MAGIC   another token
 *   WYRE_E_LENGTH  the token reaches past in_len, or its table past the token
 *   WYRE_E_OFFSET  the data of an option lies in the table or reaches past the token
 *   WYRE_E_LIMIT   more than WYRE_TDS_FEDAUTHINFO_OPTIONS */
WYRE_API wyre_status wyre_tds_fedauthinfo_next(wyre_tds_fedauthinfo_iter *it, const uint8_t *in,
                                               size_t in_len, wyre_tds_fedauthinfo_option *out);

/* Writes a FEDAUTHINFO token. WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: data outside src, or WYRE_E_RANGE:
 * too many options or too long. */
WYRE_API wyre_status wyre_tds_fedauthinfo_build(const wyre_tds_fedauthinfo_option *options,
                                                size_t count, const uint8_t *src, size_t src_len,
                                                uint8_t *out, size_t cap, size_t *n);

/* ---- RETURNVALUE: [MS-TDS] 2.2.7.19 ---------------------------------------------------------------------- */

typedef struct wyre_tds_returnvalue {
    wyre_tds_value value;
    wyre_tds_column
        column; /* its name, user type, flags, TYPE_INFO and, where it is encrypted, crypto */
    uint32_t dialect;
    uint16_t param_ordinal;
    uint8_t status;    /* 1 output parameter, 2 result of a function */
    uint8_t unused[5]; /* 0 */
} wyre_tds_returnvalue;

/* decode also refuses, with WYRE_E_UNSUPPORTED, an unknown type. */
WYRE_API wyre_status wyre_tds_returnvalue_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                 wyre_tds_returnvalue *out, size_t *n);
WYRE_API wyre_status wyre_tds_returnvalue_encode(const wyre_tds_returnvalue *m, const uint8_t *src,
                                                 size_t src_len, uint8_t *out, size_t cap,
                                                 size_t *n);
WYRE_API wyre_status wyre_tds_returnvalue_visit(const wyre_tds_returnvalue *m,
                                                const wyre_visitor *v);

/* ---- DATACLASSIFICATION: [MS-TDS] 2.2.7.5 ------------------------------------------------------------------ */

enum { WYRE_TDS_NO_SENSITIVITY = 0xffff }; /* label_index, information_type_index: none */

/* Labels, kinds of information, and which of them each column has. */
typedef struct wyre_tds_dataclassification {
    wyre_span labels;            /* for wyre_tds_sensitivity_name_next */
    wyre_span information_types; /* likewise */
    wyre_span columns;           /* for wyre_tds_sensitivity_next */
    uint32_t
        sensitivity_rank; /* with dialect SENSITIVITY_RANK: two's complement; -1 not defined, 0 none,
                                    10 low, 20 medium, 30 high, 40 critical */
    uint32_t dialect;
    uint16_t label_count;
    uint16_t information_type_count;
    uint16_t column_count; /* as many as COLMETADATA has, or 0 */
    uint8_t unused[2];     /* 0 */
} wyre_tds_dataclassification;

/* decode walks all of it. encode writes the spans as they stand: WYRE_E_RANGE also where they do not hold
 * as many parts as the counts say. */
WYRE_API wyre_status wyre_tds_dataclassification_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t flags,
                                                        wyre_tds_dataclassification *out,
                                                        size_t *n);
WYRE_API wyre_status wyre_tds_dataclassification_encode(const wyre_tds_dataclassification *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_dataclassification_visit(const wyre_tds_dataclassification *m,
                                                       const wyre_visitor *v);

/* A label, or a kind of information. */
typedef struct wyre_tds_sensitivity_name {
    wyre_span name; /* UTF-16LE */
    wyre_span id;   /* UTF-16LE */
    uint32_t dialect;
} wyre_tds_sensitivity_name;

/* decode takes one, and *n is where the next begins. */
WYRE_API wyre_status wyre_tds_sensitivity_name_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_tds_sensitivity_name *out, size_t *n);
WYRE_API wyre_status wyre_tds_sensitivity_name_encode(const wyre_tds_sensitivity_name *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_sensitivity_name_visit(const wyre_tds_sensitivity_name *m,
                                                     const wyre_visitor *v);

/* The next of `labels` or `information_types`, in_len bytes. WYRE_OK; WYRE_END; or WYRE_E_LENGTH. */
WYRE_API wyre_status wyre_tds_sensitivity_name_next(wyre_tds_span_iter *it, const uint8_t *in,
                                                    size_t in_len, uint32_t dialect,
                                                    wyre_tds_sensitivity_name *out);

/* One property of one column. */
typedef struct wyre_tds_sensitivity {
    uint32_t sensitivity_rank; /* with dialect SENSITIVITY_RANK */
    uint16_t column;           /* from 0 on */
    uint16_t label_index;      /* of labels, or WYRE_TDS_NO_SENSITIVITY */
    uint16_t information_type_index;
    uint8_t unused[2]; /* 0 */
} wyre_tds_sensitivity;

/* Goes from property to property; all zero at the start. */
typedef struct wyre_tds_sensitivity_iter {
    uint32_t pos;
    uint32_t column; /* the next */
    uint32_t left;   /* properties of the one before it that are still to come */
} wyre_tds_sensitivity_iter;

/* The next property in `columns`, in_len bytes; columns without any are passed over.
 * WYRE_OK; WYRE_END; or WYRE_E_LENGTH. */
WYRE_API wyre_status wyre_tds_sensitivity_next(wyre_tds_sensitivity_iter *it, const uint8_t *in,
                                               size_t in_len, uint32_t dialect,
                                               wyre_tds_sensitivity *out);

/* Writes what `columns` holds.
 *   properties  count of them, in the order of their columns
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: not in this order, or of a column that is not below columns. */
WYRE_API wyre_status wyre_tds_sensitivity_build(const wyre_tds_sensitivity *properties,
                                                size_t count, uint16_t columns, uint32_t dialect,
                                                uint8_t *out, size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

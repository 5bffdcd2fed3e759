/* wyre/ftp_value.h: arguments of commands and texts of replies, each as a struct. RFC 959 4.1 and 5.3,
 * RFC 2228, RFC 2389, RFC 2640, RFC 3659, RFC 7151.
 *
 * All functions here have the same parameters and statuses, said once:
 *
 * name_decode reads a whole argument, or the text of a reply behind its code and space.
 *   in     in_len bytes; NULL only when in_len is 0
 *   flags  the leniencies that the comment names; 0 where it names none
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where it stopped: in_len, unless the comment says otherwise
 * WYRE_OK, or
 *   WYRE_E_ARG    flags has an undefined bit
 *   WYRE_E_TEXT   a byte that breaks the grammar, *n is its offset; CR, LF or NUL in a span
 *   WYRE_E_VALUE  a number outside its bounds, *n is the digit that makes it too large, else where it
 *                 begins
 *
 * name_encode writes the same text. Spans count from src, which may be NULL when src_len is 0.
 * WYRE_OK, WYRE_E_SPACE with the need in *n, or
 *   WYRE_E_ARG    a span outside src
 *   WYRE_E_RANGE  what decode would refuse: CR, LF, NUL, a space in a word, a number out of bounds
 *
 * name_visit tells every field and is always WYRE_OK. */
#ifndef WYRE_FTP_VALUE_H
#define WYRE_FTP_VALUE_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Numbers --------------------------------------------------------------------------------- */

typedef struct wyre_ftp_number {
    uint64_t value;
} wyre_ftp_number;

WYRE_API wyre_status wyre_ftp_number_visit(const wyre_ftp_number *m, const wyre_visitor *v);

/* The text of 213 behind SIZE: digits; spaces behind them are dropped. RFC 3659 4. */
WYRE_API wyre_status wyre_ftp_size_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_number *out, size_t *n);
WYRE_API wyre_status wyre_ftp_size_encode(const wyre_ftp_number *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The argument of PBSZ, 0 to 2^32 - 1. RFC 2228 3. */
WYRE_API wyre_status wyre_ftp_pbsz_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_number *out, size_t *n);
WYRE_API wyre_status wyre_ftp_pbsz_encode(const wyre_ftp_number *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The size in the text of 125 and 150: a number in front of " bytes)", the last one of the text, for a
 * file name may hold another. It is a hint: behind REST, vsftpd tells the whole size and proftpd what
 * is left. WYRE_E_TEXT: there is none, which is common. Encode writes "Opening data connection (n
 * bytes)". */
WYRE_API wyre_status wyre_ftp_size_hint_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_ftp_number *out, size_t *n);
WYRE_API wyre_status wyre_ftp_size_hint_encode(const wyre_ftp_number *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* ---- Transfer parameters: RFC 959 3.1, 3.4, 5.3.2 -------------------------------------------- */

typedef struct wyre_ftp_type {
    uint8_t type;      /* 'A', 'E', 'I', 'L' */
    uint8_t form;      /* of A and E: 'N', 'T', 'C', or 0: not named, which means N */
    uint8_t byte_size; /* of L: 1 to 255, else 0 */
    uint8_t unused;    /* 0 */
} wyre_ftp_type;

/* The argument of TYPE, letters in any case. */
WYRE_API wyre_status wyre_ftp_type_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_type *out, size_t *n);
WYRE_API wyre_status wyre_ftp_type_encode(const wyre_ftp_type *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_type_visit(const wyre_ftp_type *m, const wyre_visitor *v);

typedef struct wyre_ftp_letter {
    uint8_t letter; /* upper case */
} wyre_ftp_letter;

WYRE_API wyre_status wyre_ftp_letter_visit(const wyre_ftp_letter *m, const wyre_visitor *v);

/* The argument of STRU: F file, R record, P page. WYRE_E_VALUE: another letter. */
WYRE_API wyre_status wyre_ftp_stru_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_letter *out, size_t *n);
WYRE_API wyre_status wyre_ftp_stru_encode(const wyre_ftp_letter *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* The argument of MODE: S stream, B block, C compressed, Z deflate (a draft). */
WYRE_API wyre_status wyre_ftp_mode_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_letter *out, size_t *n);
WYRE_API wyre_status wyre_ftp_mode_encode(const wyre_ftp_letter *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* The argument of PROT: C clear, S safe, E confidential, P private. RFC 2228 3. */
WYRE_API wyre_status wyre_ftp_prot_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_letter *out, size_t *n);
WYRE_API wyre_status wyre_ftp_prot_encode(const wyre_ftp_letter *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

typedef struct wyre_ftp_allo {
    uint64_t size;
    uint64_t record_size; /* where has_record_size is 1, else 0 */
    uint8_t has_record_size;
    uint8_t unused[7]; /* 0 */
} wyre_ftp_allo;

/* The argument of ALLO: size [ SP R SP record size ]. */
WYRE_API wyre_status wyre_ftp_allo_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_allo *out, size_t *n);
WYRE_API wyre_status wyre_ftp_allo_encode(const wyre_ftp_allo *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_allo_visit(const wyre_ftp_allo *m, const wyre_visitor *v);

/* ---- Restart: RFC 959 3.5, RFC 3659 5 -------------------------------------------------------- */

typedef struct wyre_ftp_rest {
    uint64_t offset;   /* where is_offset is 1, else 0 */
    wyre_span marker;  /* the argument: printable bytes, no space */
    uint8_t is_offset; /* 1: digits only, as stream mode wants */
    uint8_t unused[7]; /* 0 */
} wyre_ftp_rest;

/* The argument of REST. WYRE_E_VALUE: digits for more than 2^63 - 1, which servers get wrong in many
 * ways. Encode writes the offset where is_offset is 1, else the marker. */
WYRE_API wyre_status wyre_ftp_rest_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_rest *out, size_t *n);
WYRE_API wyre_status wyre_ftp_rest_encode(const wyre_ftp_rest *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_rest_visit(const wyre_ftp_rest *m, const wyre_visitor *v);

typedef struct wyre_ftp_marker {
    wyre_span sender;   /* yyyy: what stood in the data */
    wyre_span receiver; /* mmmm: what the receiver calls that place */
} wyre_ftp_marker;

/* The text of 110: MARK yyyy = mmmm. */
WYRE_API wyre_status wyre_ftp_110_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_ftp_marker *out, size_t *n);
WYRE_API wyre_status wyre_ftp_110_encode(const wyre_ftp_marker *m, const uint8_t *src,
                                         size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_marker_visit(const wyre_ftp_marker *m, const wyre_visitor *v);

typedef struct wyre_ftp_range {
    uint64_t start, end; /* first and last byte */
} wyre_ftp_range;

/* The argument of RANG: start SP end, a draft. */
WYRE_API wyre_status wyre_ftp_range_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_ftp_range *out, size_t *n);
WYRE_API wyre_status wyre_ftp_range_encode(const wyre_ftp_range *m, const uint8_t *src,
                                           size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_range_visit(const wyre_ftp_range *m, const wyre_visitor *v);

/* ---- Times: RFC 3659 2.3 --------------------------------------------------------------------- */

enum {
    /* The year as 19 and the years since 1900, which gives five digits: 19102. Risk: none known */
    WYRE_FTP_TIME_Y2K = 0x01
};

typedef struct wyre_ftp_time {
    uint32_t nanosecond;
    uint16_t year; /* 1000 to 9999; UTC */
    uint8_t month; /* 1 to 12 */
    uint8_t day;   /* 1 to the month's length */
    uint8_t hour;
    uint8_t minute;
    uint8_t second; /* 0 to 60 */
    uint8_t digits; /* of the fraction, 0 to 9 */
} wyre_ftp_time;

/* The text of 213 behind MDTM, and facts: YYYYMMDDHHMMSS[.digits].
 *   flags  TIME_Y2K
 * WYRE_E_LIMIT: more than nine digits of a fraction. */
WYRE_API wyre_status wyre_ftp_time_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_time *out, size_t *n);
WYRE_API wyre_status wyre_ftp_time_encode(const wyre_ftp_time *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_time_visit(const wyre_ftp_time *m, const wyre_visitor *v);
/* Seconds since 1970-01-01 00:00 UTC; the fraction is dropped, second 60 counts as the next 0.
 *   m  as decode gives it; any other is read as its fields say, without a check */
WYRE_API int64_t wyre_ftp_time_to_unix(const wyre_ftp_time *m);
/* WYRE_OK, or WYRE_E_RANGE and *out zeroed: a year outside 1000 to 9999. */
WYRE_API wyre_status wyre_ftp_time_from_unix(int64_t seconds, wyre_ftp_time *out);

typedef struct wyre_ftp_time_path {
    wyre_span path;
    wyre_ftp_time time;
} wyre_ftp_time_path;

/* The argument of MFMT and MFCT, and of MDTM and SITE UTIME as lftp sends them: time SP path. */
WYRE_API wyre_status wyre_ftp_time_path_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_ftp_time_path *out, size_t *n);
WYRE_API wyre_status wyre_ftp_time_path_encode(const wyre_ftp_time_path *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_time_path_visit(const wyre_ftp_time_path *m, const wyre_visitor *v);

typedef struct wyre_ftp_fact_path {
    wyre_span facts; /* name=value; one or more, last semicolon included */
    wyre_span path;
} wyre_ftp_fact_path;

/* The argument of MFF, and the text of 213 behind MFMT: facts SP path. */
WYRE_API wyre_status wyre_ftp_fact_path_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_ftp_fact_path *out, size_t *n);
WYRE_API wyre_status wyre_ftp_fact_path_encode(const wyre_ftp_fact_path *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_fact_path_visit(const wyre_ftp_fact_path *m, const wyre_visitor *v);

/* ---- Paths: RFC 959 appendix II -------------------------------------------------------------- */

/* Leniencies. */
enum {
    /* no quote: the path goes up to the first space. Risk: a path with a space is cut */
    WYRE_FTP_PATH_UNQUOTED = 0x01,
    WYRE_FTP_PATH_LAST_QUOTE = 0x02 /* the path goes up to the last quote, for servers that do not
                                       double those inside (pure-ftpd, aioftp). Risk: a quote in the
                                       comment becomes part of the path */
};

typedef struct wyre_ftp_path {
    wyre_span path;    /* between the quotes */
    wyre_span comment; /* behind the closing quote and one space */
    uint8_t doubled;   /* 1: quotes in path are doubled: wyre_ftp_path_text makes it whole */
    uint8_t ambiguous; /* 1: another quote comes later: the comment's, or a server that does not
                          double */
    uint8_t unquoted;  /* 1: leniency PATH_UNQUOTED was needed */
    uint8_t unused;    /* 0 */
} wyre_ftp_path;

/* The text of 257, and of 250 from servers that tell the path: DQUOTE path DQUOTE [ SP comment ].
 *   flags  PATH_UNQUOTED, PATH_LAST_QUOTE
 * WYRE_E_TEXT: no opening or closing quote; something but a space behind the latter; a control byte in the path, for it may be sent back as an
 * argument. Encode doubles the quotes of path unless `doubled` says that they are. */
WYRE_API wyre_status wyre_ftp_path_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_path *out, size_t *n);
WYRE_API wyre_status wyre_ftp_path_encode(const wyre_ftp_path *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_path_visit(const wyre_ftp_path *m, const wyre_visitor *v);
/* Makes one quote of two.
 *   in   the bytes of path
 *   out  cap bytes; in_len always suffice; may be `in` itself
 * WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_ftp_path_text(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap,
                                        size_t *n);

/* ---- Words ----------------------------------------------------------------------------------- */

typedef struct wyre_ftp_word {
    wyre_span word; /* up to the first space */
    wyre_span rest; /* behind that space */
} wyre_ftp_word;

/* The text of 215, "UNIX Type: L8"; the arguments of OPTS, PRET and SITE, "UTF8 ON": a word, and what
 * belongs to it. */
WYRE_API wyre_status wyre_ftp_word_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_word *out, size_t *n);
WYRE_API wyre_status wyre_ftp_word_encode(const wyre_ftp_word *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_word_visit(const wyre_ftp_word *m, const wyre_visitor *v);

typedef struct wyre_ftp_name {
    wyre_span name;
} wyre_ftp_name;

WYRE_API wyre_status wyre_ftp_name_visit(const wyre_ftp_name *m, const wyre_visitor *v);

/* The text of 125 and 150 behind STOU: FILE: name. RFC 1123 4.1.2.9. */
WYRE_API wyre_status wyre_ftp_stou_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_name *out, size_t *n);
WYRE_API wyre_status wyre_ftp_stou_encode(const wyre_ftp_name *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The argument of LANG: nothing, or a language tag: 1*8 letters, and parts of 1*8 letters or digits
 * with hyphens between. RFC 2640 4. */
WYRE_API wyre_status wyre_ftp_lang_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_name *out, size_t *n);
WYRE_API wyre_status wyre_ftp_lang_encode(const wyre_ftp_name *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* kind */
enum { WYRE_FTP_HOST_NAME = 0, WYRE_FTP_HOST_IPV4 = 1, WYRE_FTP_HOST_IPV6 = 2 };

typedef struct wyre_ftp_host {
    wyre_span host;      /* IPv6 without its brackets */
    uint8_t kind;        /* WYRE_FTP_HOST_... */
    uint8_t unused[3];   /* 0 */
    uint8_t address[16]; /* IPv4: the first four bytes; a name: zeros */
} wyre_ftp_host;

/* The argument of HOST: a name, an IPv4 address, or an IPv6 address in brackets; no port. RFC 7151 3.
 * A name is letters, digits, hyphen, underscore and dots. Encode writes `host` for a name, else
 * `address`. */
WYRE_API wyre_status wyre_ftp_host_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_host *out, size_t *n);
WYRE_API wyre_status wyre_ftp_host_encode(const wyre_ftp_host *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_host_visit(const wyre_ftp_host *m, const wyre_visitor *v);

typedef struct wyre_ftp_hash {
    uint64_t start, end; /* bytes start to end - 1 */
    wyre_span algorithm; /* "SHA-256" */
    wyre_span digest;    /* hex digits */
    wyre_span path;
} wyre_ftp_hash;

/* The text of 213 behind HASH: algorithm SP start-end SP digest SP path, a draft. */
WYRE_API wyre_status wyre_ftp_hash_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_hash *out, size_t *n);
WYRE_API wyre_status wyre_ftp_hash_encode(const wyre_ftp_hash *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_hash_visit(const wyre_ftp_hash *m, const wyre_visitor *v);

/* ---- Features: RFC 2389 3.2 ------------------------------------------------------------------ */

typedef struct wyre_ftp_feature {
    wyre_span label;      /* "MLST", compare in any case */
    wyre_span parameters; /* "type*;size*;" */
} wyre_ftp_feature;

/* One line between the first and the last of a 211 reply to FEAT. In front of the label may stand
 * 211- and spaces: some servers omit the space, some write the code. */
WYRE_API wyre_status wyre_ftp_feature_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_ftp_feature *out, size_t *n);
/* Writes SP label [ SP parameters ]. */
WYRE_API wyre_status wyre_ftp_feature_encode(const wyre_ftp_feature *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_feature_visit(const wyre_ftp_feature *m, const wyre_visitor *v);

typedef struct wyre_ftp_option {
    wyre_span name;
    uint8_t on;        /* 1: a * stood behind it */
    uint8_t unused[3]; /* 0 */
} wyre_ftp_option;

/* All zero at the start. */
typedef struct wyre_ftp_option_iter {
    uint32_t pos;
} wyre_ftp_option_iter;

/* The next name of a list with semicolons: the parameters of MLST, HASH, LANG and MFF.
 *   it   strictly grows: there are at most as many names as bytes
 *   in   the bytes of parameters
 * WYRE_OK or WYRE_END. Empty names are passed over. */
WYRE_API wyre_status wyre_ftp_option_next(wyre_ftp_option_iter *it, const uint8_t *in,
                                          size_t in_len, wyre_ftp_option *out);

/* ---- Security data: RFC 2228 ----------------------------------------------------------------- */

typedef struct wyre_ftp_security {
    wyre_span data; /* base64, for wyre_base64_decode */
} wyre_ftp_security;

WYRE_API wyre_status wyre_ftp_security_visit(const wyre_ftp_security *m, const wyre_visitor *v);

/* The argument of ADAT, MIC, CONF and ENC: base64 without line breaks, with its padding; at least one
 * byte. WYRE_E_TEXT: what wyre_base64_decode refuses. */
WYRE_API wyre_status wyre_ftp_security_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_ftp_security *out, size_t *n);
WYRE_API wyre_status wyre_ftp_security_encode(const wyre_ftp_security *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The text of 334, 335 and 235: base64 behind "ADAT=", wherever that stands, up to a space or the end.
 * *n is where it ends. WYRE_E_TEXT: there is none, which is legal in 235. */
WYRE_API wyre_status wyre_ftp_adat_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_security *out, size_t *n);
WYRE_API wyre_status wyre_ftp_adat_encode(const wyre_ftp_security *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The text of 200 behind PBSZ: a number behind "PBSZ=", wherever that stands. *n is where it ends.
 * WYRE_E_TEXT: there is none, then the client's number holds. RFC 2228 3. */
WYRE_API wyre_status wyre_ftp_pbsz_reply_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                wyre_ftp_number *out, size_t *n);
WYRE_API wyre_status wyre_ftp_pbsz_reply_encode(const wyre_ftp_number *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);

/* mechanism */
enum {
    WYRE_FTP_AUTH_OTHER = 0,
    WYRE_FTP_AUTH_TLS = 1, /* also TLS-C */
    WYRE_FTP_AUTH_SSL = 2, /* also TLS-P: the data connection is protected without PROT */
    WYRE_FTP_AUTH_GSSAPI = 3,
    WYRE_FTP_AUTH_KERBEROS_V4 = 4
};

typedef struct wyre_ftp_auth {
    wyre_span name;
    uint8_t mechanism; /* WYRE_FTP_AUTH_... */
    uint8_t unused[3]; /* 0 */
} wyre_ftp_auth;

/* The argument of AUTH, in any case. Encode writes `name`, or the mechanism's own where it is empty. */
WYRE_API wyre_status wyre_ftp_auth_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_auth *out, size_t *n);
WYRE_API wyre_status wyre_ftp_auth_encode(const wyre_ftp_auth *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_auth_visit(const wyre_ftp_auth *m, const wyre_visitor *v);

/* Takes a protected reply (631, 632, 633) apart: the base64 of each line is decoded, one behind the
 * other; what comes out is protected data for the security mechanism, and behind that a reply.
 *   in   the in_len bytes that wyre_ftp_reply_frame measured
 *   out  cap bytes; in_len always suffice
 *   n    bytes written on OK, bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_MAGIC  the code is not 63z
 *   WYRE_E_TEXT   a line without the code (RFC 2228 5.2 wants it on every line), or bad base64 */
WYRE_API wyre_status wyre_ftp_protected_decode(const uint8_t *in, size_t in_len, uint8_t *out,
                                               size_t cap, size_t *n);

/* Writes protected data as a reply of lines with at most `width` bytes of data each.
 *   code   631, 632 or 633
 *   width  3 to 3069, rounded down to a multiple of 3; 0: 540
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: another code or width. */
WYRE_API wyre_status wyre_ftp_protected_encode(uint16_t code, uint32_t width, const uint8_t *in,
                                               size_t in_len, uint8_t *out, size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

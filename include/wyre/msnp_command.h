/* wyre/msnp_command.h: the MSN Messenger protocol, MSNP2 to MSNP21: framing and commands of any name.
 * A stream is lines of fields, some of them with a counted payload behind. What a line means depends
 * on who sent it, to which kind of server, and on the dialect: every function is told so. */
#ifndef WYRE_MSNP_COMMAND_H
#define WYRE_MSNP_COMMAND_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Role and leniencies: the flags of every function of this protocol -----------------------------
 * The low byte is the dialect, 2 to 21, or 0 where none is known: a payload then follows where it does
 * in any dialect, and fields are read in their oldest form. */

enum {
    WYRE_MSNP_DIALECT = 0xff,
    WYRE_MSNP_FROM_SERVER = 0x100, /* server to client; without it client to server */
    WYRE_MSNP_SWITCHBOARD =
        0x200,                 /* a chat session; without it a dispatch or notification server */
    WYRE_MSNP_ROLE = 0x3ff,    /* all of the above */
    WYRE_MSNP_BARE_LF = 0x1000 /* a line may end with LF alone. Risk: peers that want CR LF see one
                                      line where this reader sees two */
};

enum { /* limits that suit what is known of real peers */
       WYRE_MSNP_LINE_MAX = 8192,
       WYRE_MSNP_PAYLOAD_MAX = 65536,
       WYRE_MSNP_DIALECT_MAX = 21
};

/* ---- Command: one line and its payload -------------------------------------------------------------
 * Where a span may be absent, {0, 0} is absent and any other empty span is present but empty. */

typedef struct wyre_msnp_command {
    wyre_span fields;      /* behind verb and TrID, in front of the payload's length, as they stand;
                              in a typed view: those that the view has no name for */
    wyre_span payload;     /* with length_digits */
    uint32_t role;         /* bits of WYRE_MSNP_ROLE */
    uint32_t trid;         /* transaction id, with trid_digits */
    wyre_status malformed; /* WYRE_OK, or why this line is no command: `fields` is all of it then */
    uint32_t fault;        /* and the offset of the byte at fault */
    uint8_t verb[4];       /* three capital letters, or three digits: an error reply; and a NUL */
    uint8_t trid_digits;   /* 0: no TrID; else the least number of digits to write, 1 to 10 */
    uint8_t
        length_digits; /* 0: no payload; else the least number of digits of its length, 1 to 10 */
    uint8_t unused[2]; /* 0 */
} wyre_msnp_command;

/* What the caller keeps while one command trickles in; all zero at its first byte. */
typedef struct wyre_msnp_progress {
    uint32_t scanned; /* no line end in front of this offset */
    uint32_t total;   /* of line and payload, once the line is complete; else 0 */
} wyre_msnp_progress;

/* Finds the first command of a stream: its line, and its payload where verb, direction and dialect
 * have one. A line that is no command is an event of its own, with out->malformed set; the stream
 * goes on behind its end.
 *   in           in_len bytes from the start of the line on; NULL only when in_len is 0
 *   flags        role and leniencies
 *   max_line     the longest line to wait for, its end included
 *   max_payload  the longest payload to wait for
 *   progress     NULL, or where to go on; zeroed on anything but WYRE_MORE. With it the work over any
 *                number of calls is linear in the length of the command
 *   out          filled on OK, zeroed on anything else; spans count from `in`
 *   n            on OK the bytes of line and payload
 * WYRE_OK, with out->malformed
 *   WYRE_OK        a command
 *   WYRE_E_TEXT    a NUL, or a CR or LF that is not part of the line's end
 *   WYRE_E_MAGIC   the verb is not three capital letters or, from a server, three digits
 *   WYRE_E_LENGTH  fewer fields than a line with this payload must have; none was taken
 * WYRE_MORE: the line or the payload is not complete; or, and the stream cannot go on,
 *   WYRE_E_ARG     flags has an undefined bit or dialect, or in_len is over 4 GiB - 1
 *   WYRE_E_LIMIT   no line end within max_line, *n is max_line; or a payload over max_payload, *n is the
 *                  offset of its length
 *   WYRE_E_VALUE   the length is no number of 1 to 10 digits, *n is its offset */
WYRE_API wyre_status wyre_msnp_frame(const uint8_t *in, size_t in_len, uint32_t flags,
                                     uint32_t max_line, uint32_t max_payload,
                                     wyre_msnp_progress *progress, wyre_msnp_command *out,
                                     size_t *n);

/* Decodes a command that is known to be complete.
 *   in     in_len bytes from the start of the line on; NULL only when in_len is 0
 *   flags  role and leniencies
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK the bytes of line and payload
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit or dialect, or in_len is over 4 GiB - 1
 *   WYRE_E_TEXT    a NUL, or a CR or LF that is not part of the line's end
 *   WYRE_E_MAGIC   the verb is not three capital letters or, from a server, three digits
 *   WYRE_E_LENGTH  no line end, too few fields, or a payload that ends past in_len
 *   WYRE_E_VALUE   the payload's length is no number of 1 to 10 digits */
WYRE_API wyre_status wyre_msnp_command_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_msnp_command *out, size_t *n);

/* Encodes any command: verb, TrID, fields, length of the payload, CR LF, payload. What a reader that
 * knows the role would not read back as the same command is refused, so no field can inject another
 * command.
 *   m    verb, role, fields, and what trid_digits and length_digits say is there
 *   src  what the spans of m point into, src_len bytes
 *   out  cap bytes
 *   n    bytes used on OK, bytes needed on WYRE_E_SPACE
 * WYRE_OK, or
 *   WYRE_E_ARG    a span outside src, or an undefined bit or dialect in m->role
 *   WYRE_E_RANGE  the verb is none; CR, LF or NUL in fields; more than 10 digits; a payload or TrID
 *                 where this command has none, or a field that a reader would take for one
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_msnp_command_encode(const wyre_msnp_command *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` verb, trid, fields and payload, as far as they are there. Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_command_visit(const wyre_msnp_command *m, const wyre_visitor *v);

/* ---- Fields ----------------------------------------------------------------------------------------- */

/* Takes the next field from *left, which starts as a copy of a command's `fields` (or of another span
 * of fields) and is {0, 0} at the end. Fields stand one space apart: between two spaces, and behind a
 * last one, is an empty field.
 *   in   the buffer that *left points into
 *   out  the field, without spaces
 * WYRE_OK; WYRE_END: no field is left; or WYRE_E_ARG: *left is not inside in. */
WYRE_API wyre_status wyre_msnp_field_next(wyre_span *left, const uint8_t *in, size_t in_len,
                                          wyre_span *out);

/* ---- Error replies: commands whose verb is a number ------------------------------------------------- */

enum {
    WYRE_MSNP_ERROR_SYNTAX = 200,
    WYRE_MSNP_ERROR_PARAMETER = 201,
    WYRE_MSNP_ERROR_LIST_203 = 203,
    WYRE_MSNP_ERROR_NETWORK_ID = 204,
    WYRE_MSNP_ERROR_NO_SUCH_ACCOUNT = 205,
    WYRE_MSNP_ERROR_DOMAIN_MISSING = 206,
    WYRE_MSNP_ERROR_ALREADY_LOGGED_IN = 207,
    WYRE_MSNP_ERROR_ACCOUNT_NAME = 208,
    WYRE_MSNP_ERROR_NICKNAME = 209,
    WYRE_MSNP_ERROR_LIST_FULL = 210,
    WYRE_MSNP_ERROR_ALREADY_ON_LIST = 215,
    WYRE_MSNP_ERROR_NOT_ON_LIST = 216,
    WYRE_MSNP_ERROR_NOT_ONLINE = 217,
    WYRE_MSNP_ERROR_ALREADY_IN_MODE = 218,
    WYRE_MSNP_ERROR_ON_OPPOSITE_LIST = 219,
    WYRE_MSNP_ERROR_TOO_MANY_GROUPS = 223,
    WYRE_MSNP_ERROR_NO_SUCH_GROUP = 224,
    WYRE_MSNP_ERROR_NOT_IN_GROUP = 225,
    WYRE_MSNP_ERROR_GROUP_NOT_EMPTY = 227,
    WYRE_MSNP_ERROR_GROUP_EXISTS = 228,
    WYRE_MSNP_ERROR_GROUP_NAME_LONG = 229,
    WYRE_MSNP_ERROR_GROUP_ZERO = 230,
    WYRE_MSNP_ERROR_GROUP_FOR_ADD = 231,
    WYRE_MSNP_ERROR_LIST_234 = 234,
    WYRE_MSNP_ERROR_EMPTY_DOMAIN = 240,
    WYRE_MSNP_ERROR_LIST_PAYLOAD = 241,
    WYRE_MSNP_ERROR_SWITCHBOARD_FAILED = 280,
    WYRE_MSNP_ERROR_TRANSFER_FAILED = 281,
    WYRE_MSNP_ERROR_FIELD_MISSING = 300,
    WYRE_MSNP_ERROR_TOO_MANY_HITS = 301,
    WYRE_MSNP_ERROR_NOT_LOGGED_IN = 302,
    WYRE_MSNP_ERROR_ADDRESS_BOOK_ACCESS = 402,
    WYRE_MSNP_ERROR_ADDRESS_BOOK = 403,
    WYRE_MSNP_ERROR_INTERNAL = 500,
    WYRE_MSNP_ERROR_DATABASE = 501,
    WYRE_MSNP_ERROR_COMMAND_DISABLED = 502,
    WYRE_MSNP_ERROR_INTERNAL_503 = 503,
    WYRE_MSNP_ERROR_MESSAGE_508 = 508,
    WYRE_MSNP_ERROR_MOBILE_MESSAGE = 509,
    WYRE_MSNP_ERROR_FILE = 510,
    WYRE_MSNP_ERROR_MESSAGE_511 = 511,
    WYRE_MSNP_ERROR_MEMORY = 520,
    WYRE_MSNP_ERROR_CHALLENGE = 540,
    WYRE_MSNP_ERROR_MESSAGE_591 = 591,
    WYRE_MSNP_ERROR_SERVER_BUSY = 600,
    WYRE_MSNP_ERROR_SERVER_UNAVAILABLE_601 = 601,
    WYRE_MSNP_ERROR_PEER_SERVER_DOWN = 602,
    WYRE_MSNP_ERROR_DATABASE_CONNECTION = 603,
    WYRE_MSNP_ERROR_SERVER_GOING_DOWN = 604,
    WYRE_MSNP_ERROR_SERVER_UNAVAILABLE_605 = 605,
    WYRE_MSNP_ERROR_SERVER_GOING_DOWN_640 = 640,
    WYRE_MSNP_ERROR_CANNOT_CONNECT = 707,
    WYRE_MSNP_ERROR_CVR_PARAMETERS = 710,
    WYRE_MSNP_ERROR_WRITE_BLOCKING = 711,
    WYRE_MSNP_ERROR_SESSION_OVERLOADED = 712,
    WYRE_MSNP_ERROR_TOO_MANY_ACTIONS = 713,
    WYRE_MSNP_ERROR_TOO_MANY_SESSIONS = 714,
    WYRE_MSNP_ERROR_NOT_EXPECTED = 715,
    WYRE_MSNP_ERROR_FRIEND_FILE = 717,
    WYRE_MSNP_ERROR_NOT_EXPECTED_731 = 731,
    WYRE_MSNP_ERROR_CHANGING_TOO_RAPIDLY = 800,
    WYRE_MSNP_ERROR_GROUP_MESSAGE = 801,
    WYRE_MSNP_ERROR_TOO_BUSY_910 = 910,
    WYRE_MSNP_ERROR_AUTHENTICATION = 911,
    WYRE_MSNP_ERROR_TOO_BUSY_912 = 912,
    WYRE_MSNP_ERROR_HIDDEN = 913,
    WYRE_MSNP_ERROR_SERVER_UNAVAILABLE_914 = 914,
    WYRE_MSNP_ERROR_SERVER_UNAVAILABLE_915 = 915,
    WYRE_MSNP_ERROR_SERVER_UNAVAILABLE_916 = 916,
    WYRE_MSNP_ERROR_AUTHENTICATION_917 = 917,
    WYRE_MSNP_ERROR_TOO_BUSY_918 = 918,
    WYRE_MSNP_ERROR_TOO_BUSY_919 = 919,
    WYRE_MSNP_ERROR_NO_NEW_USERS = 920,
    WYRE_MSNP_ERROR_TOO_BUSY_921 = 921,
    WYRE_MSNP_ERROR_TOO_BUSY_922 = 922,
    WYRE_MSNP_ERROR_CHILD_WITHOUT_CONSENT = 923,
    WYRE_MSNP_ERROR_PASSPORT_NOT_VERIFIED = 924,
    WYRE_MSNP_ERROR_TICKET = 928,
    WYRE_MSNP_ERROR_WRONG_SERVER = 931,
    WYRE_MSNP_ERROR_CIRCLE_MEMBERSHIP = 933
};

/* The number of an error reply, 0 to 999; 1000 where the command is none. */
WYRE_API uint32_t wyre_msnp_error_code(const wyre_msnp_command *m);

/* The name of an error without its prefix, "NOT_ONLINE"; "?" for any other number. */
WYRE_API const char *wyre_msnp_error_name(uint32_t code);

#ifdef __cplusplus
}
#endif
#endif

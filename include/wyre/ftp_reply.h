/* wyre/ftp_reply.h: FTP replies. RFC 959 4.2, RFC 1123 4.1.2, RFC 2228 5.
 *
 *     reply  = code SP text CR LF                                    one line
 *            | code "-" text CR LF *( any line ) code SP text CR LF  many lines, one code twice
 *
 * A line between the two may be anything but the last one; senders should pad what looks like it. */
#ifndef WYRE_FTP_REPLY_H
#define WYRE_FTP_REPLY_H
#include <wyre/ftp_command.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Codes ----------------------------------------------------------------------------------- */

/* The first digit says what to do next. */
enum {
    WYRE_FTP_PRELIMINARY = 1, /* another reply follows */
    WYRE_FTP_COMPLETION = 2,
    WYRE_FTP_INTERMEDIATE = 3, /* send what belongs to it */
    WYRE_FTP_TRANSIENT = 4,    /* the same command may work later */
    WYRE_FTP_PERMANENT = 5,
    WYRE_FTP_PROTECTED = 6 /* RFC 2228: a reply inside */
};

/* What a code means, in a few words: "file unavailable"; "?" for codes without a definition. A
 * client may act on the first digit alone then (RFC 959 4.2). */
WYRE_API const char *wyre_ftp_code_name(uint16_t code);

/* ---- Replies --------------------------------------------------------------------------------- */

/* What the caller keeps while one reply trickles in; all zero at its first byte. Its fields are for
 * the library alone. */
typedef struct wyre_ftp_reply_progress {
    uint32_t scanned;
    uint32_t line;
    uint32_t lines;
    uint32_t text;
    uint32_t seen;
} wyre_ftp_reply_progress;

typedef struct wyre_ftp_reply {
    wyre_span telnet; /* Telnet bytes in front of the code */
    wyre_span body; /* of a reply of many lines: all lines but the last, from the text of the first
                       line on, up to the end of the line in front of the last one */
    wyre_span text; /* of the last line; of the only line */
    uint32_t lines; /* 1 or more */
    uint32_t seen;  /* leniencies that were needed */
    uint16_t code;  /* 100 to 699 */
    uint16_t end_code; /* of the last line: `code`, unless ANY_CODE_ENDS was needed */
} wyre_ftp_reply;

/* Finds the reply at the start of a stream.
 *   in         in_len bytes from the start of the reply on; NULL only when in_len is 0
 *   flags      BARE_LF, TELNET, ANY_CODE_ENDS, BARE_CODE_ENDS
 *   max        the longest reply to wait for, in bytes
 *   max_lines  and in lines; 1: replies of one line only
 *   progress   NULL, or where to go on: then bytes that were looked at are not looked at again.
 *              Zeroed on anything but WYRE_MORE
 *   out        filled on OK, zeroed on anything else
 *   n          on OK the bytes of the whole reply
 * A line is judged when it is whole, so that the answer does not depend on how it was cut. After a
 * refusal of the first line, wyre_line_feed finds where the next one begins. Bytes behind the first
 * n are another reply, or text that was padded wrongly: match replies to commands.
 * WYRE_OK; WYRE_MORE; or
 *   WYRE_E_ARG    flags has a bit that is not listed above
 *   WYRE_E_STATE  progress does not belong to this input
 *   WYRE_E_LIMIT  no end within max bytes, *n is max; or within max_lines, *n is where the line behind
 *                 those begins
 *   WYRE_E_MAGIC  the first line does not begin with three digits
 *   WYRE_E_VALUE  they are not 100 to 699
 *   WYRE_E_TEXT   neither space, hyphen nor line end stands behind the code; a LF without CR, or a cut
 *                 Telnet command
 * RFC 959 4.2 */
WYRE_API wyre_status wyre_ftp_reply_frame(const uint8_t *in, size_t in_len, uint32_t flags,
                                          uint32_t max, uint32_t max_lines,
                                          wyre_ftp_reply_progress *progress, wyre_ftp_reply *out,
                                          size_t *n);

/* Writes a reply.
 *   m    code; and the lines: those of body, where body is not empty or `lines` is more than 1, then
 *        those of text; LF or CR LF stands between lines. More than one line makes a reply of many
 *        lines. A line between first and last that a client could take for the last one (three digits
 *        and a space, or nothing behind them) gets a space in front. The rest is not looked at
 *   src  src_len bytes that the spans count from
 *   out  cap bytes
 *   n    bytes written on OK, bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span outside src
 *   WYRE_E_RANGE  the code is not 100 to 699; NUL, or CR that is not in front of LF
 * RFC 959 4.2 */
WYRE_API wyre_status wyre_ftp_reply_encode(const wyre_ftp_reply *m, const uint8_t *src,
                                           size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field; the lines are not entered. Always WYRE_OK. */
WYRE_API wyre_status wyre_ftp_reply_visit(const wyre_ftp_reply *m, const wyre_visitor *v);

/* ---- Lines of a reply ------------------------------------------------------------------------ */

/* place */
enum {
    WYRE_FTP_LINE_FIRST = 0x01,
    WYRE_FTP_LINE_LAST = 0x02 /* both: the only one */
};

typedef struct wyre_ftp_reply_line {
    wyre_span line; /* without its end, Telnet bytes in front left out */
    wyre_span text; /* without the reply's own code and the byte behind it, where they are there:
                       the first line, the last one, and lines between as vsftpd sends them */
    uint32_t seen;  /* BARE_LF, EXTRA_CR, SEEN_CODED, SEEN_CONTROL */
    uint8_t place;
    uint8_t has_code;  /* 1: text is not line */
    uint8_t unused[2]; /* 0 */
} wyre_ftp_reply_line;

/* All zero at the start; its fields are for the library alone. */
typedef struct wyre_ftp_reply_line_iter {
    uint32_t pos;
    uint32_t code;
} wyre_ftp_reply_line_iter;

/* The next line of a reply.
 *   it   strictly grows: there are at most as many lines as bytes
 *   in   the in_len bytes that wyre_ftp_reply_frame measured
 *   out  filled on OK, zeroed on anything else
 * WYRE_OK; WYRE_END; or
 *   WYRE_E_MAGIC  it does not begin with a code
 *   WYRE_E_TEXT   it does not end with LF */
WYRE_API wyre_status wyre_ftp_reply_line_next(wyre_ftp_reply_line_iter *it, const uint8_t *in,
                                              size_t in_len, wyre_ftp_reply_line *out);

/* Tells `v` every field. Always WYRE_OK. */
WYRE_API wyre_status wyre_ftp_reply_line_visit(const wyre_ftp_reply_line *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

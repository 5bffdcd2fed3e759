/* wyre/ftp_command.h: FTP command lines. RFC 959 4.1 and 5.3, RFC 2640 3.1, Telnet of RFC 854.
 *
 *     command = verb [ SP argument ] CR LF
 *
 * The verb is letters and digits, in any case. Exactly one space parts it from the argument:
 * further spaces belong to the argument, because a name may begin or end with one. */
#ifndef WYRE_FTP_COMMAND_H
#define WYRE_FTP_COMMAND_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Good limits for wyre_ftp_command_frame and wyre_ftp_reply_frame, where the caller has none. */
enum { WYRE_FTP_LINE_MAX = 4096, WYRE_FTP_REPLY_MAX = 65536, WYRE_FTP_REPLY_LINES_MAX = 512 };

/* Leniencies of both frames, as bits of their `flags`; as bits of `seen`, that they were needed. */
enum {
    /* LF without CR ends a line. Risk: servers disagree (vsftpd ends the line, proftpd goes
       on), so a second command can hide in the first */
    WYRE_FTP_BARE_LF = WYRE_LINE_BARE_LF,
    /* drop all CRs in front of the LF; without it a second CR is a lone CR. Risk as above. Replies
       need no flag for it: vsftpd sends such greetings */
    WYRE_FTP_EXTRA_CR = WYRE_LINE_EXTRA_CR,
    WYRE_FTP_TELNET = 0x04, /* bytes from FF on are Telnet commands, CR NUL is a coded CR. Risk: a
                               peer that sends names raw means the byte FF itself */
    /* Of command lines. */
    WYRE_FTP_URGENT = 0x08,  /* skip bytes F0 to FF in front of the verb: what is left of a Synch
                                when urgent data ate a part. Risk: none known */
    WYRE_FTP_NUL = 0x10,     /* keep NUL as data. Risk: programs in C see a shorter command */
    WYRE_FTP_LONE_CR = 0x20, /* keep CR without LF as data. Risk: some servers end the line there */
    /* Of replies. */
    WYRE_FTP_ANY_CODE_ENDS = 0x40,  /* a multi-line reply ends at any code with a space (glftpd ends
                                       550- with 150). Risk: text lines can forge the end */
    WYRE_FTP_BARE_CODE_ENDS = 0x80, /* it also ends at its code alone on a line. Risk as above */
};

/* Further bits of `seen`: facts, not leniencies. */
enum {
    WYRE_FTP_SEEN_CODED = 0x100, /* the argument or text holds Telnet coding: give it to
                                    wyre_ftp_telnet_decode before use */
    WYRE_FTP_SEEN_SYNCH = 0x200, /* Telnet IP or DM stood in front: an ABOR of RFC 959 4.1.3 */
    /* bytes below 20 (hex) or 7F in argument or text: mind terminals */
    WYRE_FTP_SEEN_CONTROL = 0x400,
};

/* ---- Verbs --------------------------------------------------------------------------------------
 * In alphabetical order; 0 is a verb that is not listed. */

/* command */
enum {
    WYRE_FTP_ABOR = 1,
    WYRE_FTP_ACCT = 2,
    WYRE_FTP_ADAT = 3,
    WYRE_FTP_ALLO = 4,
    WYRE_FTP_APPE = 5,
    WYRE_FTP_AUTH = 6,
    WYRE_FTP_AVBL = 7,
    WYRE_FTP_CCC = 8,
    WYRE_FTP_CDUP = 9,
    WYRE_FTP_CLNT = 10,
    WYRE_FTP_COMB = 11,
    WYRE_FTP_CONF = 12,
    WYRE_FTP_CPSV = 13,
    WYRE_FTP_CSID = 14,
    WYRE_FTP_CWD = 15,
    WYRE_FTP_DELE = 16,
    WYRE_FTP_ENC = 17,
    WYRE_FTP_EPRT = 18,
    WYRE_FTP_EPSV = 19,
    WYRE_FTP_ESTA = 20,
    WYRE_FTP_ESTP = 21,
    WYRE_FTP_FEAT = 22,
    WYRE_FTP_HASH = 23,
    WYRE_FTP_HELP = 24,
    WYRE_FTP_HOST = 25,
    WYRE_FTP_LANG = 26,
    WYRE_FTP_LIST = 27,
    WYRE_FTP_LPRT = 28,
    WYRE_FTP_LPSV = 29,
    WYRE_FTP_MAIL = 30,
    WYRE_FTP_MD5 = 31,
    WYRE_FTP_MDTM = 32,
    WYRE_FTP_MFCT = 33,
    WYRE_FTP_MFF = 34,
    WYRE_FTP_MFMT = 35,
    WYRE_FTP_MIC = 36,
    WYRE_FTP_MKD = 37,
    WYRE_FTP_MLFL = 38,
    WYRE_FTP_MLSD = 39,
    WYRE_FTP_MLST = 40,
    WYRE_FTP_MMD5 = 41,
    WYRE_FTP_MODE = 42,
    WYRE_FTP_MRCP = 43,
    WYRE_FTP_MRSQ = 44,
    WYRE_FTP_MSAM = 45,
    WYRE_FTP_MSND = 46,
    WYRE_FTP_MSOM = 47,
    WYRE_FTP_NLST = 48,
    WYRE_FTP_NOOP = 49,
    WYRE_FTP_OPTS = 50,
    WYRE_FTP_PASS = 51,
    WYRE_FTP_PASV = 52,
    WYRE_FTP_PBSZ = 53,
    WYRE_FTP_PORT = 54,
    WYRE_FTP_PRET = 55,
    WYRE_FTP_PROT = 56,
    WYRE_FTP_PWD = 57,
    WYRE_FTP_QUIT = 58,
    WYRE_FTP_RANG = 59,
    WYRE_FTP_REIN = 60,
    WYRE_FTP_REST = 61,
    WYRE_FTP_RETR = 62,
    WYRE_FTP_RMD = 63,
    WYRE_FTP_RNFR = 64,
    WYRE_FTP_RNTO = 65,
    WYRE_FTP_SITE = 66,
    WYRE_FTP_SIZE = 67,
    WYRE_FTP_SMNT = 68,
    WYRE_FTP_SSCN = 69,
    WYRE_FTP_STAT = 70,
    WYRE_FTP_STOR = 71,
    WYRE_FTP_STOU = 72,
    WYRE_FTP_STRU = 73,
    WYRE_FTP_SYST = 74,
    WYRE_FTP_THMB = 75,
    WYRE_FTP_TYPE = 76,
    WYRE_FTP_USER = 77,
    WYRE_FTP_XCRC = 78,
    WYRE_FTP_XCUP = 79,
    WYRE_FTP_XCWD = 80,
    WYRE_FTP_XMD5 = 81,
    WYRE_FTP_XMKD = 82,
    WYRE_FTP_XPWD = 83,
    WYRE_FTP_XRMD = 84,
    WYRE_FTP_XSHA = 85,
    WYRE_FTP_XSHA1 = 86,
    WYRE_FTP_XSHA256 = 87,
    WYRE_FTP_XSHA512 = 88
};

/* The grammar of a verb's argument. */
/* argument */
enum {
    WYRE_FTP_ARGUMENT_NONE = 0,
    WYRE_FTP_ARGUMENT_TEXT = 1, /* free text */
    WYRE_FTP_ARGUMENT_OPTIONAL_TEXT = 2,
    WYRE_FTP_ARGUMENT_PATH = 3,
    WYRE_FTP_ARGUMENT_OPTIONAL_PATH = 4,
    WYRE_FTP_ARGUMENT_LETTER = 5,            /* STRU, MODE, PROT: one letter */
    WYRE_FTP_ARGUMENT_TYPE = 6,              /* A [N T C], E [N T C], I, L n */
    WYRE_FTP_ARGUMENT_SIZES = 7,             /* ALLO: n [R m] */
    WYRE_FTP_ARGUMENT_DECIMAL = 8,           /* PBSZ */
    WYRE_FTP_ARGUMENT_MARKER = 9,            /* REST: an offset, or a marker of its server */
    WYRE_FTP_ARGUMENT_RANGE = 10,            /* RANG: start SP end */
    WYRE_FTP_ARGUMENT_PORT = 11,             /* h1,h2,h3,h4,p1,p2 */
    WYRE_FTP_ARGUMENT_LONG_PORT = 12,        /* af,hal,h1..hn,pal,p1..pm */
    WYRE_FTP_ARGUMENT_EXTENDED_PORT = 13,    /* |protocol|address|port| */
    WYRE_FTP_ARGUMENT_EXTENDED_PASSIVE = 14, /* nothing, a protocol, or ALL */
    WYRE_FTP_ARGUMENT_BASE64 = 15,
    WYRE_FTP_ARGUMENT_MECHANISM = 16,  /* AUTH */
    WYRE_FTP_ARGUMENT_TIME_PATH = 17,  /* MFMT, MFCT */
    WYRE_FTP_ARGUMENT_FACTS_PATH = 18, /* MFF */
    WYRE_FTP_ARGUMENT_HOST = 19,
    WYRE_FTP_ARGUMENT_LANGUAGE = 20,
    WYRE_FTP_ARGUMENT_COMMAND = 21, /* OPTS, PRET, SITE: a verb and what belongs to it */
};

/* traits */
enum {
    WYRE_FTP_BEFORE_LOGIN = 0x01,       /* legal before login */
    WYRE_FTP_MAYBE_BEFORE_LOGIN = 0x02, /* some servers allow it, some do not */
    WYRE_FTP_MOVES_DATA = 0x04,         /* uses a data connection: 1yz, then the final reply */
    /* a 3yz answer waits for one certain verb: RNFR, REST, USER */
    WYRE_FTP_NEEDS_PARTNER = 0x08,
    WYRE_FTP_OBSOLETE = 0x10, /* mail verbs of RFC 765 */
};

typedef struct wyre_ftp_verb {
    uint16_t rfc;     /* where it was defined; 0: a draft, or never written down */
    uint8_t argument; /* WYRE_FTP_ARGUMENT_... */
    uint8_t traits;   /* bits */
} wyre_ftp_verb;

/* The number of a verb, in any case: WYRE_FTP_ABOR ... or 0. */
WYRE_API uint16_t wyre_ftp_command_number(const uint8_t *verb, size_t len);
/* The verb of a number, "ABOR"; "?" for any other. */
WYRE_API const char *wyre_ftp_command_name(uint16_t command);
/* What is known about a verb. WYRE_OK, or WYRE_E_ARG and *out zeroed: no such number. */
WYRE_API wyre_status wyre_ftp_verb_about(uint16_t command, wyre_ftp_verb *out);

/* ---- Command lines --------------------------------------------------------------------------- */

typedef struct wyre_ftp_command {
    wyre_span telnet;     /* Telnet bytes in front of the verb */
    wyre_span verb;       /* as sent */
    wyre_span argument;   /* as sent, Telnet coding included; see SEEN_CODED */
    uint32_t seen;        /* leniencies that were needed, and bits WYRE_FTP_SEEN_... */
    uint16_t command;     /* WYRE_FTP_ABOR ..., or 0: not listed */
    uint8_t has_argument; /* 1: a space stood behind the verb, even if nothing behind that */
    uint8_t unused;       /* 0 */
} wyre_ftp_command;

/* Finds the command at the start of a stream.
 *   in        in_len bytes from the start of the line on; NULL only when in_len is 0
 *   flags     BARE_LF, EXTRA_CR, TELNET, URGENT, NUL, LONE_CR
 *   max       the longest line to wait for, its end included
 *   progress  NULL, or where to go on; zeroed on anything but WYRE_MORE
 *   out       filled on OK, zeroed on anything else
 *   n         on OK the bytes of the line and its end
 * A line is judged when it is whole, so that the answer does not depend on how it was cut. After a
 * refusal, wyre_line_feed finds where the next line begins.
 * WYRE_OK; WYRE_MORE; or
 *   WYRE_E_ARG    flags has a bit that is not listed above
 *   WYRE_E_LIMIT  no line end within max bytes, *n is max
 *   WYRE_E_TEXT   no verb (an empty line, a space in front); a byte behind the verb that is neither
 *                 space nor line end; a line end, NUL, CR or cut Telnet command that flags does not
 *                 allow. A Telnet command never reaches over a line end
 * RFC 959 5.3.1 */
WYRE_API wyre_status wyre_ftp_command_frame(const uint8_t *in, size_t in_len, uint32_t flags,
                                            uint32_t max, wyre_line_progress *progress,
                                            wyre_ftp_command *out, size_t *n);

/* Writes a command line.
 *   m    verb: as it is written, or empty: the name of `command`. argument: written behind one space
 *        where it is not empty or has_argument is set. seen: with SEEN_CODED the argument is Telnet
 *        coded already, else it is written raw. The rest is not looked at
 *   src  src_len bytes that the spans count from
 *   out  cap bytes
 *   n    bytes written on OK, bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span outside src, or no verb at all
 *   WYRE_E_RANGE  what would not come back as one command: a verb that is not letters and digits, LF
 *                 in the argument, CR or NUL where they are not coded, a cut Telnet command
 * RFC 959 5.3.1, RFC 2640 3.1 */
WYRE_API wyre_status wyre_ftp_command_encode(const wyre_ftp_command *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field. Always WYRE_OK. */
WYRE_API wyre_status wyre_ftp_command_visit(const wyre_ftp_command *m, const wyre_visitor *v);

/* ---- Telnet coding: RFC 854, RFC 2640 3.1 ---------------------------------------------------- */

/* Takes Telnet coding away: FF FF is one FF, CR NUL is CR, commands vanish. FF in front of a byte
 * below F0 is data: it is an undoubled byte of a name.
 *   in   a complete argument or text
 *   out  cap bytes; in_len always suffice; may be `in` itself
 *   n    bytes written on OK, bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_TEXT: a cut command, *n is where it begins. */
WYRE_API wyre_status wyre_ftp_telnet_decode(const uint8_t *in, size_t in_len, uint8_t *out,
                                            size_t cap, size_t *n);

/* Codes an argument: FF is doubled, CR gets a NUL. Give it to wyre_ftp_command_encode with
 * SEEN_CODED.
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: LF or NUL, which no coding lets through, *n is where. */
WYRE_API wyre_status wyre_ftp_telnet_encode(const uint8_t *in, size_t in_len, uint8_t *out,
                                            size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

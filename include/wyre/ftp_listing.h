/* wyre/ftp_listing.h: directories. MLST and MLSD of RFC 3659 7, and the lines of LIST, which no RFC
 * defines. */
#ifndef WYRE_FTP_LISTING_H
#define WYRE_FTP_LISTING_H
#include <wyre/ftp_value.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Names --------------------------------------------------------------------------------------
 * What a name from a listing could do to a client that opens it. */

enum {
    WYRE_FTP_NAME_EMPTY = 0x01,
    WYRE_FTP_NAME_DOT = 0x02,      /* "." */
    WYRE_FTP_NAME_DOT_DOT = 0x04,  /* "..", alone or between slashes */
    WYRE_FTP_NAME_SLASH = 0x08,    /* RFC 3659 7.3.1: no name of MLSD has one */
    WYRE_FTP_NAME_ABSOLUTE = 0x10, /* a slash or backslash in front, or a drive */
    WYRE_FTP_NAME_BACKSLASH = 0x20,
    WYRE_FTP_NAME_CONTROL = 0x40 /* a byte below 20 (hex), or 7F */
};

/* The facts of a name; 0: nothing but bytes of one path component. */
WYRE_API uint32_t wyre_ftp_name_facts(const uint8_t *in, size_t in_len);

/* ---- MLST, MLSD: RFC 3659 7 ------------------------------------------------------------------ */

enum { WYRE_FTP_FACTS_MAX = 64 }; /* facts of one entry */

/* Leniencies. */
enum {
    WYRE_FTP_MLSX_UNCLOSED = 0x01 /* the last fact may lack its semicolon. Risk: none known */
};

/* fact, as bits of `known` and `malformed` */
enum {
    WYRE_FTP_FACT_SIZE = 0x01, /* also sizd, as pure-ftpd writes for directories */
    WYRE_FTP_FACT_MODIFY = 0x02,
    WYRE_FTP_FACT_CREATE = 0x04,
    WYRE_FTP_FACT_TYPE = 0x08,
    WYRE_FTP_FACT_UNIQUE = 0x10,
    WYRE_FTP_FACT_PERM = 0x20,
    WYRE_FTP_FACT_LANG = 0x40,
    WYRE_FTP_FACT_MEDIA_TYPE = 0x80,
    WYRE_FTP_FACT_CHARSET = 0x100,
    WYRE_FTP_FACT_UNIX_MODE = 0x200,
    WYRE_FTP_FACT_UNIX_OWNER = 0x400, /* also UNIX.uid */
    WYRE_FTP_FACT_UNIX_GROUP = 0x800, /* also UNIX.gid */
    WYRE_FTP_FACT_OTHER = 0x40000000
};

/* type */
enum {
    WYRE_FTP_TYPE_UNKNOWN = 0,
    WYRE_FTP_TYPE_FILE = 1,
    WYRE_FTP_TYPE_DIRECTORY = 2,
    WYRE_FTP_TYPE_CURRENT = 3, /* cdir: the directory itself */
    WYRE_FTP_TYPE_PARENT = 4,  /* pdir */
    WYRE_FTP_TYPE_LINK = 5,
    WYRE_FTP_TYPE_DEVICE = 6,
    WYRE_FTP_TYPE_OTHER = 7
};

typedef struct wyre_ftp_mlsx {
    uint64_t size;
    wyre_ftp_time modify, create; /* UTC */
    wyre_span facts;              /* all of them, as sent */
    wyre_span name;
    wyre_span type_text; /* value of the fact, "OS.unix=slink:target" */
    wyre_span unique;
    wyre_span perm;   /* letters of a c d e f l m p r w, and what else the server sends */
    wyre_span target; /* of a link that names it */
    uint32_t unix_mode;
    uint32_t known;      /* facts that are there and well-formed */
    uint32_t malformed;  /* facts that are there with a value that cannot be: size=-1, month 13 */
    uint32_t name_facts; /* bits WYRE_FTP_NAME_... */
    uint8_t type;        /* WYRE_FTP_TYPE_... */
    uint8_t unused[7];   /* 0 */
} wyre_ftp_mlsx;

/* Decodes an entry: a line of MLSD, or of MLST behind its first space: [ facts ] SP name.
 *   flags  MLSX_UNCLOSED
 * Parameters and statuses as in ftp_value.h, and
 *   WYRE_E_TEXT   no space; a fact without = or without a name
 *   WYRE_E_LIMIT  more than WYRE_FTP_FACTS_MAX facts
 * A fact with a bad value hides neither name nor other facts: it is told in `malformed`. Names of facts
 * and the value of type count in any case; of a fact that comes twice, the last one counts. */
WYRE_API wyre_status wyre_ftp_mlsx_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_mlsx *out, size_t *n);
/* Writes facts SP name; the facts as wyre_ftp_fact_encode made them. Other fields are not looked at. */
WYRE_API wyre_status wyre_ftp_mlsx_encode(const wyre_ftp_mlsx *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_mlsx_visit(const wyre_ftp_mlsx *m, const wyre_visitor *v);

typedef struct wyre_ftp_fact {
    wyre_span name, value;
    uint32_t fact; /* WYRE_FTP_FACT_... */
} wyre_ftp_fact;

/* All zero at the start. */
typedef struct wyre_ftp_fact_iter {
    uint32_t pos;
} wyre_ftp_fact_iter;

/* The next fact; unknown ones too.
 *   it   strictly grows: there are at most as many facts as bytes
 *   in   the bytes of facts; the last semicolon may lack
 * WYRE_OK, WYRE_END, or WYRE_E_TEXT: no = or no name. */
WYRE_API wyre_status wyre_ftp_fact_next(wyre_ftp_fact_iter *it, const uint8_t *in, size_t in_len,
                                        wyre_ftp_fact *out);
/* Writes name=value;
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG, or WYRE_E_RANGE: an empty name, a space, a semicolon, CR, LF or
 * NUL in either, = in the name. */
WYRE_API wyre_status wyre_ftp_fact_encode(const wyre_ftp_fact *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* ---- LIST ------------------------------------------------------------------------------------ */

/* family */
enum {
    WYRE_FTP_LIST_UNIX = 1,
    WYRE_FTP_LIST_DOS = 2,
    WYRE_FTP_LIST_EPLF = 3,
    WYRE_FTP_LIST_VMS = 4,
    WYRE_FTP_LIST_MVS = 5,        /* data sets */
    WYRE_FTP_LIST_MVS_MEMBER = 6, /* members of a partitioned data set; one without statistics is a
                                     name alone, up to eight capitals and digits: never sure */
    WYRE_FTP_LIST_HEADING = 7,    /* "total 12", "Volume Unit ...": no entry */
    WYRE_FTP_LIST_OS400 = 8,
    WYRE_FTP_LIST_OS2 = 9,
    WYRE_FTP_LIST_NETWARE = 10
};

/* sure: what of the line can be relied on */
enum {
    WYRE_FTP_SURE_SIZE = 0x01,  /* size is there, in bytes */
    WYRE_FTP_SURE_DATE = 0x02,  /* month and day are there; without it OS/400 may have meant another
                                   order: the day is taken to stand first, if it can */
    WYRE_FTP_SURE_YEAR = 0x04,  /* the year stands in the line; else it was guessed, or is 0 */
    WYRE_FTP_SURE_CLOCK = 0x08, /* hour and minute are there */
    WYRE_FTP_SURE_UTC = 0x10,   /* the time is UTC; else the server's zone, which nobody tells */
    /* the name begins and ends where it says; else spaces or an arrow in it allow another
          reading */
    WYRE_FTP_SURE_NAME = 0x20
};

typedef struct wyre_ftp_list_line {
    uint64_t size;
    wyre_ftp_time time; /* what the line does not tell is 0 */
    wyre_span name;
    wyre_span target;      /* of a link */
    wyre_span permissions; /* unix: ten letters; EPLF: octal; VMS, NetWare: in brackets */
    wyre_span owner, group;
    uint32_t name_facts; /* bits WYRE_FTP_NAME_... */
    uint32_t sure;       /* bits WYRE_FTP_SURE_... */
    uint8_t family;      /* WYRE_FTP_LIST_... */
    uint8_t type;        /* WYRE_FTP_TYPE_... */
    uint8_t unused[10];  /* 0 */
} wyre_ftp_list_line;

/* Decodes one line of LIST, without its line end. Each line is looked at by itself.
 *   in     in_len bytes; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   now    the time at the server, for lines without a year: the latest year is taken that is at most
 *          one day ahead. NULL: such years are 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK in_len
 * WYRE_OK, or
 *   WYRE_E_ARG    flags has an undefined bit
 *   WYRE_E_MAGIC  of no family that this library knows
 *   WYRE_E_TEXT   CR, LF or NUL, *n is where */
WYRE_API wyre_status wyre_ftp_list_line_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               const wyre_ftp_time *now, wyre_ftp_list_line *out,
                                               size_t *n);
/* Writes a line of the unix family.
 *   m  type, size, time, name, target (of a link); owner and group, or "ftp" where they are empty. With
 *      SURE_CLOCK and without SURE_YEAR hour and minute are written, else the year
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG, or WYRE_E_RANGE: no month or day, CR, LF or NUL, an empty name. */
WYRE_API wyre_status wyre_ftp_list_line_encode(const wyre_ftp_list_line *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_list_line_visit(const wyre_ftp_list_line *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

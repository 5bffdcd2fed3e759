/* The table of verbs. */
#include <wyre/ftp_command.h>
#include "../core/bytes.h"

typedef struct entry {
    uint8_t name[8]; /* at most seven letters and a NUL */
    uint8_t command;
    wyre_ftp_verb about;
} entry;

#define VERB(name, rfc, argument, traits)                                                          \
    {                                                                                              \
#name, WYRE_FTP_##name,                                                                    \
        {                                                                                          \
            rfc, WYRE_FTP_ARGUMENT_##argument, traits                                              \
        }                                                                                          \
    }

enum { /* short forms for the last column */
       LOGIN = 0,
       FREE = WYRE_FTP_BEFORE_LOGIN,
       MAYBE = WYRE_FTP_MAYBE_BEFORE_LOGIN,
       DATA = WYRE_FTP_MOVES_DATA,
       PAIR = WYRE_FTP_NEEDS_PARTNER,
       DEAD = WYRE_FTP_OBSOLETE
};

/* clang-format off */
static const entry verbs[] = { /* sorted by name */
    VERB(ABOR,     959, NONE,             LOGIN),
    VERB(ACCT,     959, TEXT,             FREE),
    VERB(ADAT,    2228, BASE64,           FREE | PAIR),
    VERB(ALLO,     959, SIZES,            LOGIN),
    VERB(APPE,     959, PATH,             DATA),
    VERB(AUTH,    2228, MECHANISM,        FREE | PAIR),
    VERB(AVBL,       0, OPTIONAL_PATH,    LOGIN),
    VERB(CCC,     2228, NONE,             FREE),
    VERB(CDUP,     959, NONE,             LOGIN),
    VERB(CLNT,       0, TEXT,             FREE),
    VERB(COMB,       0, TEXT,             LOGIN),
    VERB(CONF,    2228, BASE64,           FREE),
    VERB(CPSV,       0, NONE,             LOGIN),
    VERB(CSID,       0, TEXT,             FREE),
    VERB(CWD,      959, PATH,             LOGIN),
    VERB(DELE,     959, PATH,             LOGIN),
    VERB(ENC,     2228, BASE64,           FREE),
    VERB(EPRT,    2428, EXTENDED_PORT,    LOGIN),
    VERB(EPSV,    2428, EXTENDED_PASSIVE, LOGIN),
    VERB(ESTA,       0, OPTIONAL_TEXT,    LOGIN),
    VERB(ESTP,       0, OPTIONAL_TEXT,    LOGIN),
    VERB(FEAT,    2389, NONE,             FREE),
    VERB(HASH,       0, PATH,             LOGIN),
    VERB(HELP,     959, OPTIONAL_TEXT,    MAYBE),
    VERB(HOST,    7151, HOST,             FREE),
    VERB(LANG,    2640, LANGUAGE,         FREE),
    VERB(LIST,     959, OPTIONAL_PATH,    DATA),
    VERB(LPRT,    1639, LONG_PORT,        LOGIN),
    VERB(LPSV,    1639, NONE,             LOGIN),
    VERB(MAIL,     765, OPTIONAL_TEXT,    DEAD),
    VERB(MD5,        0, PATH,             LOGIN),
    VERB(MDTM,    3659, PATH,             LOGIN),
    VERB(MFCT,       0, TIME_PATH,        LOGIN),
    VERB(MFF,        0, FACTS_PATH,       LOGIN),
    VERB(MFMT,       0, TIME_PATH,        LOGIN),
    VERB(MIC,     2228, BASE64,           FREE),
    VERB(MKD,      959, PATH,             LOGIN),
    VERB(MLFL,     765, OPTIONAL_TEXT,    DEAD),
    VERB(MLSD,    3659, OPTIONAL_PATH,    DATA),
    VERB(MLST,    3659, OPTIONAL_PATH,    LOGIN),
    VERB(MMD5,       0, TEXT,             LOGIN),
    VERB(MODE,     959, LETTER,           LOGIN),
    VERB(MRCP,     765, OPTIONAL_TEXT,    DEAD),
    VERB(MRSQ,     765, OPTIONAL_TEXT,    DEAD),
    VERB(MSAM,     765, OPTIONAL_TEXT,    DEAD),
    VERB(MSND,     765, OPTIONAL_TEXT,    DEAD),
    VERB(MSOM,     765, OPTIONAL_TEXT,    DEAD),
    VERB(NLST,     959, OPTIONAL_PATH,    DATA),
    VERB(NOOP,     959, NONE,             MAYBE),
    VERB(OPTS,    2389, COMMAND,          FREE),
    VERB(PASS,     959, OPTIONAL_TEXT,    FREE | PAIR),
    VERB(PASV,     959, NONE,             LOGIN),
    VERB(PBSZ,    2228, DECIMAL,          FREE),
    VERB(PORT,     959, PORT,             LOGIN),
    VERB(PRET,       0, COMMAND,          LOGIN),
    VERB(PROT,    2228, LETTER,           FREE),
    VERB(PWD,      959, NONE,             LOGIN),
    VERB(QUIT,     959, NONE,             FREE),
    VERB(RANG,       0, RANGE,            LOGIN | PAIR),
    VERB(REIN,     959, NONE,             LOGIN),
    VERB(REST,     959, MARKER,           LOGIN | PAIR),
    VERB(RETR,     959, PATH,             DATA),
    VERB(RMD,      959, PATH,             LOGIN),
    VERB(RNFR,     959, PATH,             LOGIN | PAIR),
    VERB(RNTO,     959, PATH,             LOGIN),
    VERB(SITE,     959, COMMAND,          LOGIN),
    VERB(SIZE,    3659, PATH,             LOGIN),
    VERB(SMNT,     959, PATH,             LOGIN),
    VERB(SSCN,       0, OPTIONAL_TEXT,    LOGIN),
    VERB(STAT,     959, OPTIONAL_PATH,    LOGIN),
    VERB(STOR,     959, PATH,             DATA),
    VERB(STOU,     959, OPTIONAL_PATH,    DATA),
    VERB(STRU,     959, LETTER,           LOGIN),
    VERB(SYST,     959, NONE,             MAYBE),
    VERB(THMB,       0, TEXT,             DATA),
    VERB(TYPE,     959, TYPE,             LOGIN),
    VERB(USER,     959, TEXT,             FREE | PAIR),
    VERB(XCRC,       0, PATH,             LOGIN),
    VERB(XCUP,     775, NONE,             LOGIN),
    VERB(XCWD,     775, PATH,             LOGIN),
    VERB(XMD5,       0, PATH,             LOGIN),
    VERB(XMKD,     775, PATH,             LOGIN),
    VERB(XPWD,     775, NONE,             LOGIN),
    VERB(XRMD,     775, PATH,             LOGIN),
    VERB(XSHA,       0, PATH,             LOGIN),
    VERB(XSHA1,      0, PATH,             LOGIN),
    VERB(XSHA256,    0, PATH,             LOGIN),
    VERB(XSHA512,    0, PATH,             LOGIN),
};
/* clang-format on */

enum { VERBS = sizeof verbs / sizeof *verbs };

/*@ requires \valid_read(verb + (0 .. len - 1)); assigns \nothing; */
uint16_t
wyre_ftp_command_number(const uint8_t *verb, size_t len)
{
    uint8_t upper[8] = {0};
    size_t low = 0;
    size_t high = VERBS;
    if (len >= sizeof upper)
        return 0;
    /*@ loop invariant 0 <= i <= len; loop assigns i, upper[0 .. 7]; loop variant len - i; */
    for (size_t i = 0; i < len; i++)
        upper[i] = (uint8_t)(verb[i] >= 'a' && verb[i] <= 'z' ? verb[i] - 'a' + 'A' : verb[i]);
    uint64_t key = be64(upper); /* in this order, numbers are sorted as the names are */
    /*@ loop invariant low <= high <= VERBS; loop assigns low, high; loop variant high - low; */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint64_t name = be64(verbs[middle].name);
        if (key == name)
            return verbs[middle].command;
        if (key < name)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

static const entry *
entry_of(uint16_t command)
{
    for (const entry *e = verbs; e < verbs + VERBS; e++)
        if (e->command == command)
            return e;
    return NULL;
}

const char *
wyre_ftp_command_name(uint16_t command)
{
    const entry *e = entry_of(command);
    return e != NULL ? (const char *)e->name : "?";
}

wyre_status
wyre_ftp_verb_about(uint16_t command, wyre_ftp_verb *out)
{
    const entry *e = entry_of(command);
    *out = e != NULL ? e->about : (wyre_ftp_verb){0, 0, 0};
    return e != NULL ? WYRE_OK : WYRE_E_ARG;
}

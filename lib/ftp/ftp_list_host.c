/* Lines of LIST: VMS, MVS, OS/400, and headings. */
#include "list_line.h"

/* ---- VMS ------------------------------------------------------------------------------------- */

/* "NAME.EXT;version  blocks[/allocated]  dd-MON-yyyy hh:mm[:ss]  [owner]  (protection)"; behind a long
 * name the line is wrapped. */
int
wyre_ftp_list_vms(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    wyre_rd r = rd(l->in, l->len);
    uint64_t version;
    (void)now;
    size_t mark = find(&r, ';');
    if (l->count == 0 || l->word[0].off != 0 || mark >= l->word[0].len)
        return 0;
    if (wyre_decimal_decode(l->in + mark + 1, l->word[0].len - mark - 1, 65535, &version, NULL) !=
        WYRE_OK)
        return 0;
    m->family = WYRE_FTP_LIST_VMS;
    m->sure = WYRE_FTP_SURE_NAME;
    m->name = (wyre_span){0, (uint32_t)mark};
    m->type = WYRE_FTP_TYPE_FILE;
    if (mark > 4 && is_word(l->in + mark - 4, 4, ".DIR"))
        m->type = WYRE_FTP_TYPE_DIRECTORY;
    for (size_t i = 1; i < l->count; i++) {
        const uint8_t *at = bytes_of(l, i);
        size_t len = l->word[i].len;
        unsigned d[3];
        unsigned y[3];
        if (len == 11 || len == 10) { /* a date has its month in the middle, as letters */
            size_t day = len - 9;
            if (wyre_ftp_list_matches(at, day, "d", d) && at[day] == '-' && at[day + 4] == '-' &&
                wyre_ftp_list_matches(at + day + 5, 4, "y", y))
                wyre_ftp_list_date(m, y[0], wyre_ftp_list_month(at + day + 1, 3), d[0]);
        }
        wyre_ftp_list_clock_at(l, i, m);
        if (at[0] == '[')
            m->owner = l->word[i];
        if (at[0] == '(')
            m->permissions = l->word[i];
    }
    return 1;
}

/* ---- MVS ------------------------------------------------------------------------------------- */

static int
mvs_date_at(const line *l, size_t i, wyre_ftp_list_line *m)
{
    unsigned d[3];
    return i < l->count && wyre_ftp_list_matches(bytes_of(l, i), l->word[i].len, "y/d/d", d) &&
           wyre_ftp_list_date(m, d[0], d[1], d[2]);
}

/* "volume unit date extents used recfm lrecl blksize dsorg name"; "Migrated name" and its like. */
int
wyre_ftp_list_mvs(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    (void)now;
    m->family = WYRE_FTP_LIST_MVS;
    m->type = WYRE_FTP_TYPE_FILE;
    m->sure = WYRE_FTP_SURE_NAME;
    if (l->count == 2 && (word_is(l, 0, "Migrated") || word_is(l, 0, "ARCIVE"))) {
        m->name = l->word[1];
        return 1;
    }
    if (l->count == 4 && word_is(l, 0, "Error") && word_is(l, 1, "determining") &&
        word_is(l, 2, "attributes")) {
        m->name = l->word[3];
        return 1;
    }
    if (l->count != 10 || !mvs_date_at(l, 2, m))
        return 0;
    if (word_is(l, 8, "PO") || word_is(l, 8, "PO-E"))
        m->type = WYRE_FTP_TYPE_DIRECTORY;
    m->name = l->word[9];
    return 1;
}

/* "member vv.mm created changed hh:mm size init mod id" */
int
wyre_ftp_list_mvs_member(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    unsigned version[3];
    (void)now;
    if (l->count != 9 || !wyre_ftp_list_matches(bytes_of(l, 1), l->word[1].len, "d.d", version) ||
        !mvs_date_at(l, 2, m) || !mvs_date_at(l, 3, m) || !wyre_ftp_list_clock_at(l, 4, m))
        return 0;
    m->family = WYRE_FTP_LIST_MVS_MEMBER;
    m->type = WYRE_FTP_TYPE_FILE;
    m->sure |= WYRE_FTP_SURE_NAME;
    m->name = l->word[0];
    m->owner = l->word[8];
    return 1;
}

/* A member without statistics is a name of up to eight capitals, digits and @ # $. Nothing else in the
 * line says that it is one: the name is not sure. */
int
wyre_ftp_list_mvs_name(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    (void)now;
    if (l->count != 1 || l->word[0].len > 8 || is_digit(*bytes_of(l, 0)))
        return 0;
    for (size_t i = 0; i < l->word[0].len; i++) {
        uint8_t c = bytes_of(l, 0)[i];
        if (!(c >= 'A' && c <= 'Z') && !is_digit(c) && c != '@' && c != '#' && c != '$')
            return 0;
    }
    m->family = WYRE_FTP_LIST_MVS_MEMBER;
    m->type = WYRE_FTP_TYPE_FILE;
    m->name = l->word[0];
    return 1;
}

/* ---- OS/400 ---------------------------------------------------------------------------------- */

static uint8_t
os400_type(const line *l, size_t i)
{
    static const struct {
        const char *name;
        uint8_t type;
    } types[] = {
        {"*DIR", WYRE_FTP_TYPE_DIRECTORY},  {"*DDIR", WYRE_FTP_TYPE_DIRECTORY},
        {"*LIB", WYRE_FTP_TYPE_DIRECTORY},  {"*FLR", WYRE_FTP_TYPE_DIRECTORY},
        {"*FILE", WYRE_FTP_TYPE_DIRECTORY}, /* of members */
        {"*STMF", WYRE_FTP_TYPE_FILE},      {"*DSTMF", WYRE_FTP_TYPE_FILE},
        {"*DOC", WYRE_FTP_TYPE_FILE},       {"*MEM", WYRE_FTP_TYPE_FILE},
        {"*SYMLNK", WYRE_FTP_TYPE_LINK},
    };
    for (size_t k = 0; k < sizeof types / sizeof *types; k++)
        if (word_is(l, i, types[k].name))
            return types[k].type;
    return WYRE_FTP_TYPE_OTHER;
}

/* Three numbers of two digits: the order is that of the server's job. The first that is a date is taken,
 * and is sure if no other is. */
static int
os400_date(const line *l, size_t i, wyre_ftp_list_line *m)
{
    static const uint8_t orders[3][3] = {{2, 1, 0}, {2, 0, 1}, {0, 1, 2}}; /* year, month, day */
    unsigned d[3];
    unsigned dates = 0;
    if (!wyre_ftp_list_matches(bytes_of(l, i), l->word[i].len, "d/d/d", d))
        return 0;
    wyre_ftp_time first = m->time;
    for (size_t k = 0; k < 3; k++) {
        if (!wyre_ftp_list_date(m, full_year(d[orders[k][0]]), d[orders[k][1]], d[orders[k][2]]))
            continue;
        if (dates++ == 0)
            first = m->time;
        else if (memcmp(&first, &m->time, sizeof first) == 0)
            dates--; /* 05/05/05 is one day */
    }
    m->time = first;
    if (dates > 1)
        m->sure &= ~(uint32_t)(WYRE_FTP_SURE_DATE | WYRE_FTP_SURE_YEAR);
    return dates > 0;
}

/* "owner [size] [date time] *TYPE name", a slash behind the names of directories. */
int
wyre_ftp_list_os400(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    size_t i = 1;
    (void)now;
    m->family = WYRE_FTP_LIST_OS400;
    m->sure = WYRE_FTP_SURE_NAME;
    if (l->count < 3 || l->word[0].off != 0)
        return 0;
    m->owner = l->word[0];
    if (number_at(l, i, UINT64_MAX, &m->size)) {
        m->sure |= WYRE_FTP_SURE_SIZE;
        i++;
    }
    if (i + 1 < l->count && os400_date(l, i, m)) {
        if (!wyre_ftp_list_clock_at(l, i + 1, m))
            return 0;
        i += 2;
    }
    if (i + 1 >= l->count || *bytes_of(l, i) != '*')
        return 0;
    m->type = os400_type(l, i);
    m->name = from(l, l->word[i + 1].off); /* in a column of its own */
    if (l->in[l->len - 1] == '/' && m->name.len > 1)
        m->name.len--;
    return 1;
}

/* ---- headings -------------------------------------------------------------------------------- */

int
wyre_ftp_list_heading(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    uint64_t blocks;
    (void)now;
    m->family = WYRE_FTP_LIST_HEADING;
    return (l->count == 2 && word_is(l, 0, "total") && number_at(l, 1, UINT64_MAX, &blocks)) ||
           (word_is(l, 0, "Volume") && word_is(l, 1, "Unit")) ||
           (word_is(l, 0, "Name") && word_is(l, 1, "VV.MM"));
}

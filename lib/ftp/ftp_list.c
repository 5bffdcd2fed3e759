/* Lines of LIST. There is no standard; each family is one scanner over the words of a line. */
#include <wyre/ftp_listing.h>
#include "grammar.h"

/* ---- words of a line ------------------------------------------------------------------------- */

enum { WORDS = 12 }; /* no family has more in front of its name */

typedef struct line {
    const uint8_t *in;
    size_t len;
    size_t count;
    wyre_span word[WORDS];
} line;

static line
words_of(const uint8_t *in, size_t len)
{
    line l = {.in = in, .len = len};
    size_t at = 0;
    while (l.count < WORDS) {
        while (at < len && in[at] == ' ')
            at++;
        size_t start = at;
        while (at < len && in[at] != ' ')
            at++;
        if (at == start)
            break;
        l.word[l.count++] = (wyre_span){(uint32_t)start, (uint32_t)(at - start)};
    }
    return l;
}

static const uint8_t *
bytes_of(const line *l, size_t i)
{
    return l->in + l->word[i].off;
}

static int
word_is(const line *l, size_t i, const char *name)
{
    return i < l->count && is_word(bytes_of(l, i), l->word[i].len, name);
}

/* Whether word i is a number up to max. */
static int
number_at(const line *l, size_t i, uint64_t max, uint64_t *value)
{
    return i < l->count &&
           wyre_decimal_decode(bytes_of(l, i), l->word[i].len, max, value, NULL) == WYRE_OK;
}

/* Everything from `start` on. */
static wyre_span
from(const line *l, size_t start)
{
    return start < l->len ? (wyre_span){(uint32_t)start, (uint32_t)(l->len - start)}
                          : (wyre_span){(uint32_t)l->len, 0};
}

/* What stands behind word i and exactly one space. */
static wyre_span
behind(const line *l, size_t i)
{
    return from(l, l->word[i].off + (size_t)l->word[i].len + 1);
}

/* ---- dates and times ------------------------------------------------------------------------- */

/* "d" is one or two digits, any other byte stands for itself: 1 and the numbers, where it fits whole. */
static int
matches(const uint8_t *in, size_t len, const char *pattern, unsigned number[3])
{
    size_t at = 0;
    for (int part = 0; *pattern != '\0'; pattern++) {
        if (*pattern == 'd' || *pattern == 'y') {
            size_t digits = 0;
            size_t most = *pattern == 'y' ? 4 : 2;
            for (number[part] = 0; digits < most && at < len && is_digit(in[at]); at++, digits++)
                number[part] = number[part] * 10 + (unsigned)(in[at] - '0');
            if (digits == 0 || (*pattern == 'y' && digits != 4))
                return 0;
            part++;
        } else if (at >= len || in[at++] != (uint8_t)*pattern) {
            return 0;
        }
    }
    return at == len;
}

static unsigned
month_of(const uint8_t *in, size_t len)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (unsigned i = 0; i < 12; i++)
        if (is_word(in, len, names[i]))
            return i + 1;
    return 0;
}

static int
set_date(wyre_ftp_list_line *m, unsigned year, unsigned month, unsigned day)
{
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return 0;
    m->time.year = (uint16_t)year;
    m->time.month = (uint8_t)month;
    m->time.day = (uint8_t)day;
    m->sure |= WYRE_FTP_SURE_DATE | WYRE_FTP_SURE_YEAR;
    return 1;
}

static int
set_clock(wyre_ftp_list_line *m, unsigned hour, unsigned minute, unsigned second)
{
    if (hour > 23 || minute > 59 || second > 60)
        return 0;
    m->time.hour = (uint8_t)hour;
    m->time.minute = (uint8_t)minute;
    m->time.second = (uint8_t)second;
    m->sure |= WYRE_FTP_SURE_CLOCK;
    return 1;
}

/* HH:MM or HH:MM:SS */
static int
clock_at(const line *l, size_t i, wyre_ftp_list_line *m)
{
    unsigned t[3] = {0, 0, 0};
    if (i >= l->count)
        return 0;
    if (!matches(bytes_of(l, i), l->word[i].len, "d:d", t) &&
        !matches(bytes_of(l, i), l->word[i].len, "d:d:d", t))
        return 0;
    return set_clock(m, t[0], t[1], t[2]);
}

/* The latest year in which the date is at most one day ahead of now. */
static void
guess_year(wyre_ftp_list_line *m, const wyre_ftp_time *now)
{
    m->sure &= ~(uint32_t)WYRE_FTP_SURE_YEAR;
    m->time.year = 0;
    if (now == NULL)
        return;
    m->time.year = now->year;
    if (wyre_ftp_time_to_unix(&m->time) > wyre_ftp_time_to_unix(now) + 86400)
        m->time.year--;
}

/* ---- unix ------------------------------------------------------------------------------------ */

static uint8_t
unix_type(uint8_t letter)
{
    switch (letter) {
    case '-':
        return WYRE_FTP_TYPE_FILE;
    case 'd':
        return WYRE_FTP_TYPE_DIRECTORY;
    case 'l':
        return WYRE_FTP_TYPE_LINK;
    case 'b':
    case 'c':
        return WYRE_FTP_TYPE_DEVICE;
    case 'p':
    case 's':
    case 'D':
        return WYRE_FTP_TYPE_OTHER;
    default:
        return WYRE_FTP_TYPE_UNKNOWN;
    }
}

/* Ten letters, and a sign for what goes beyond them. */
static int
are_permissions(const uint8_t *in, size_t len)
{
    if (len < 10 || len > 11 || unix_type(in[0]) == WYRE_FTP_TYPE_UNKNOWN)
        return 0;
    for (size_t i = 1; i < 10; i++)
        if (memchr("rwxsStTlL-", in[i], 10) == NULL)
            return 0;
    return len == 10 || in[10] == '+' || in[10] == '.' || in[10] == '@';
}

/* "Mon dd HH:MM", "Mon dd YYYY" at word i: how many words, or 0. A month that is no English one is not
 * understood, but does not hide the name. */
static size_t
unix_date(const line *l, size_t i, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    uint64_t day;
    uint64_t year;
    if (i + 2 >= l->count || is_digit(*bytes_of(l, i)) || l->word[i].len < 3 ||
        !number_at(l, i + 1, 31, &day) || day == 0)
        return 0;
    unsigned month = month_of(bytes_of(l, i), l->word[i].len);
    if (number_at(l, i + 2, 9999, &year) && year >= 1000) {
        if (month > 0)
            set_date(m, (unsigned)year, month, (unsigned)day);
        return 3;
    }
    if (!clock_at(l, i + 2, m))
        return 0;
    if (month > 0) {
        set_date(m, 2000, month, (unsigned)day);
        guess_year(m, now);
    }
    return 3;
}

/* "YYYY-MM-DD HH:MM", also with seconds: --time-style of GNU ls. */
static size_t
iso_date(const line *l, size_t i, wyre_ftp_list_line *m)
{
    unsigned d[3];
    if (i + 1 >= l->count || !matches(bytes_of(l, i), l->word[i].len, "y-d-d", d) ||
        !clock_at(l, i + 1, m))
        return 0;
    return set_date(m, d[0], d[1], d[2]) ? 2 : 0;
}

/* Words 1 to size - 1: links, owner and group, of which some servers leave out one or two. */
static void
unix_owner(const line *l, size_t size, wyre_ftp_list_line *m)
{
    uint64_t links;
    size_t i = 1;
    if (size > 2 && number_at(l, 1, UINT32_MAX, &links))
        i = 2;
    if (i < size)
        m->owner = l->word[i];
    if (i + 1 < size)
        m->group = l->word[i + 1];
}

/* The name behind the date, and the target of a link. */
static void
unix_name(const line *l, size_t last, wyre_ftp_list_line *m)
{
    m->name = behind(l, last);
    m->sure |= WYRE_FTP_SURE_NAME;
    if (m->name.len > 0 && l->in[m->name.off] == ' ')
        m->sure &= ~(uint32_t)WYRE_FTP_SURE_NAME; /* padding, or a name that begins so */
    for (size_t i = m->name.off; m->type == WYRE_FTP_TYPE_LINK && l->len - i >= 4; i++) {
        if (memcmp(l->in + i, " -> ", 4) != 0)
            continue;
        if (m->target.len > 0) {
            m->sure &= ~(uint32_t)WYRE_FTP_SURE_NAME; /* a second arrow */
            break;
        }
        m->name.len = (uint32_t)(i - m->name.off);
        m->target = from(l, i + 4);
    }
}

static int
unix_line(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    if (l->count < 5 || l->word[0].off != 0 || !are_permissions(l->in, l->word[0].len))
        return 0;
    m->family = WYRE_FTP_LIST_UNIX;
    m->type = unix_type(l->in[0]);
    m->permissions = (wyre_span){0, 10};
    for (size_t i = 2; i < l->count; i++) {
        uint64_t minor;
        size_t words = 0;
        if (!number_at(l, i - 1, UINT64_MAX, &minor))
            continue;
        words = unix_date(l, i, now, m);
        if (words == 0)
            words = iso_date(l, i, m);
        if (words == 0)
            continue;
        int device = l->in[l->word[i - 2].off + l->word[i - 2].len - 1] == ',';
        m->size = device ? 0 : minor;
        m->sure |= device ? 0 : WYRE_FTP_SURE_SIZE;
        unix_owner(l, device ? i - 2 : i - 1, m);
        unix_name(l, i + words - 1, m);
        return m->name.len > 0;
    }
    return 0;
}

/* ---- DOS, IIS -------------------------------------------------------------------------------- */

/* "MM-DD-YY  HH:MMAM  <DIR>  name", "MM-DD-YYYY  HH:MM  size name" */
static int
dos_line(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    unsigned d[3];
    unsigned t[3] = {0, 0, 0};
    (void)now;
    if (l->count < 3)
        return 0;
    int four = matches(bytes_of(l, 0), l->word[0].len, "d-d-y", d);
    if (!four && !matches(bytes_of(l, 0), l->word[0].len, "d-d-d", d))
        return 0;
    unsigned year = four ? d[2] : d[2] < 70 ? 2000 + d[2] : 1900 + d[2];
    size_t len = l->word[1].len;
    const uint8_t *clock = bytes_of(l, 1);
    int half = len > 2 && (is_word(clock + len - 2, 2, "AM") || is_word(clock + len - 2, 2, "PM"));
    if (!matches(clock, half ? len - 2 : len, "d:d", t) || (half && (t[0] < 1 || t[0] > 12)))
        return 0;
    if (half)
        t[0] = t[0] % 12 + (upper(clock[len - 2]) == 'P' ? 12 : 0);
    if (!set_date(m, year, d[0], d[1]) || !set_clock(m, t[0], t[1], 0))
        return 0;
    m->family = WYRE_FTP_LIST_DOS;
    m->sure |= WYRE_FTP_SURE_NAME;
    m->name = behind(l, 2);
    if (number_at(l, 2, UINT64_MAX, &m->size)) {
        m->type = WYRE_FTP_TYPE_FILE;
        m->sure |= WYRE_FTP_SURE_SIZE;
        return m->name.len > 0;
    }
    if (!word_is(l, 2, "<DIR>") && !word_is(l, 2, "<JUNCTION>") && !word_is(l, 2, "<SYMLINKD>"))
        return 0;
    m->type = word_is(l, 2, "<DIR>") ? WYRE_FTP_TYPE_DIRECTORY : WYRE_FTP_TYPE_LINK;
    while (m->name.len > 0 && l->in[m->name.off] == ' ') { /* the column of sizes */
        m->name.off++;
        m->name.len--;
    }
    return m->name.len > 0;
}

/* ---- EPLF ------------------------------------------------------------------------------------ */

/* "+" *( fact "," ) TAB name: / directory, r file, s size, m time, up permissions, i unique. */
static int
eplf_line(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    wyre_rd r = rd(l->in, l->len);
    (void)now;
    size_t tab = find(&r, '\t');
    if (!claim(&r, '+') || tab == l->len)
        return 0;
    m->family = WYRE_FTP_LIST_EPLF;
    m->sure = WYRE_FTP_SURE_NAME;
    while (r.pos < tab) {
        size_t start = r.pos;
        size_t end = find(&r, ',') < tab ? find(&r, ',') : tab;
        uint64_t value = 0;
        int is_number = end - start > 1 && wyre_decimal_decode(l->in + start + 1, end - start - 1,
                                                               INT64_MAX, &value, NULL) == WYRE_OK;
        if (l->in[start] == '/')
            m->type = WYRE_FTP_TYPE_DIRECTORY;
        else if (l->in[start] == 'r')
            m->type = WYRE_FTP_TYPE_FILE;
        else if (l->in[start] == 's' && is_number) {
            m->size = value;
            m->sure |= WYRE_FTP_SURE_SIZE;
        } else if (l->in[start] == 'm' && is_number &&
                   wyre_ftp_time_from_unix((int64_t)value, &m->time) == WYRE_OK) {
            m->sure |=
                WYRE_FTP_SURE_DATE | WYRE_FTP_SURE_YEAR | WYRE_FTP_SURE_CLOCK | WYRE_FTP_SURE_UTC;
        } else if (end - start > 2 && l->in[start] == 'u' && l->in[start + 1] == 'p') {
            m->permissions = (wyre_span){(uint32_t)start + 2, (uint32_t)(end - start - 2)};
        }
        r.pos = end + 1;
    }
    m->name = from(l, tab + 1);
    return 1;
}

/* ---- VMS ------------------------------------------------------------------------------------- */

/* "NAME.EXT;version  blocks[/allocated]  dd-MON-yyyy hh:mm[:ss]  [owner]  (protection)"; behind a long
 * name the line is wrapped. */
static int
vms_line(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
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
            if (matches(at, day, "d", d) && at[day] == '-' && at[day + 4] == '-' &&
                matches(at + day + 5, 4, "y", y))
                set_date(m, y[0], month_of(at + day + 1, 3), d[0]);
        }
        clock_at(l, i, m);
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
    return i < l->count && matches(bytes_of(l, i), l->word[i].len, "y/d/d", d) &&
           set_date(m, d[0], d[1], d[2]);
}

/* "volume unit date extents used recfm lrecl blksize dsorg name"; "Migrated name" and its like. */
static int
mvs_line(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    (void)now;
    m->family = WYRE_FTP_LIST_MVS;
    m->type = WYRE_FTP_TYPE_FILE;
    m->sure = WYRE_FTP_SURE_NAME;
    if (l->count == 2 && (word_is(l, 0, "Migrated") || word_is(l, 0, "ARCIVE"))) {
        m->name = l->word[1];
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
static int
mvs_member_line(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    unsigned version[3];
    (void)now;
    if (l->count != 9 || !matches(bytes_of(l, 1), l->word[1].len, "d.d", version) ||
        !mvs_date_at(l, 2, m) || !mvs_date_at(l, 3, m) || !clock_at(l, 4, m))
        return 0;
    m->family = WYRE_FTP_LIST_MVS_MEMBER;
    m->type = WYRE_FTP_TYPE_FILE;
    m->sure |= WYRE_FTP_SURE_NAME;
    m->name = l->word[0];
    m->owner = l->word[8];
    return 1;
}

/* ---- headings -------------------------------------------------------------------------------- */

static int
heading_line(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    uint64_t blocks;
    (void)now;
    m->family = WYRE_FTP_LIST_HEADING;
    return (l->count == 2 && word_is(l, 0, "total") && number_at(l, 1, UINT64_MAX, &blocks)) ||
           (word_is(l, 0, "Volume") && word_is(l, 1, "Unit")) ||
           (word_is(l, 0, "Name") && word_is(l, 1, "VV.MM"));
}

/* ---- all of them ----------------------------------------------------------------------------- */

typedef int family(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m);

wyre_status
wyre_ftp_list_line_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                          const wyre_ftp_time *now, wyre_ftp_list_line *out, size_t *n)
{
    static family *const families[] = {heading_line, unix_line, dos_line,       eplf_line,
                                       vms_line,     mvs_line,  mvs_member_line};
    wyre_rd r = scanning(in, in_len, flags, 0);
    int found = 0;
    rest(&r, 0);
    memset(out, 0, sizeof *out);
    if (r.status == WYRE_OK) {
        line l = words_of(in, in_len);
        for (size_t i = 0; !found && i < sizeof families / sizeof *families; i++) {
            memset(out, 0, sizeof *out);
            found = families[i](&l, now, out);
        }
        if (!found)
            rd_refuse(&r, WYRE_E_MAGIC, 0);
        else if (out->family != WYRE_FTP_LIST_HEADING)
            out->name_facts = wyre_ftp_name_facts(in + out->name.off, out->name.len);
    }
    if (r.status != WYRE_OK)
        memset(out, 0, sizeof *out);
    if (n != NULL)
        *n = r.status == WYRE_OK ? in_len : r.fault;
    return r.status;
}

static void
print_owner(wyre_wr *w, const uint8_t *src, size_t src_len, wyre_span owner)
{
    wr_u8(w, ' ');
    if (owner.len == 0)
        wr_literal(w, "ftp");
    else
        wr_word(w, src, src_len, owner);
}

static void
print_unix_date(wyre_wr *w, const wyre_ftp_list_line *m)
{
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (m->time.month < 1 || m->time.month > 12 || m->time.day < 1 || m->time.day > 31) {
        wr_refuse(w, WYRE_E_RANGE);
        return;
    }
    wr_u8(w, ' ');
    wr_bytes(w, (const uint8_t *)names + (m->time.month - 1) * 3, 3);
    wr_u8(w, ' ');
    wr_fixed_number(w, 2, m->time.day);
    wr_u8(w, ' ');
    if ((m->sure & (WYRE_FTP_SURE_CLOCK | WYRE_FTP_SURE_YEAR)) == WYRE_FTP_SURE_CLOCK) {
        wr_fixed_number(w, 2, m->time.hour);
        wr_u8(w, ':');
        wr_fixed_number(w, 2, m->time.minute);
    } else {
        if (m->time.year < 1000)
            wr_refuse(w, WYRE_E_RANGE);
        wr_u8(w, ' ');
        wr_fixed_number(w, 4, m->time.year);
    }
}

wyre_status
wyre_ftp_list_line_encode(const wyre_ftp_list_line *m, const uint8_t *src, size_t src_len,
                          uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    int directory = m->type == WYRE_FTP_TYPE_DIRECTORY;
    int link = m->type == WYRE_FTP_TYPE_LINK;
    wr_literal(&w, directory ? "drwxr-xr-x" : link ? "lrwxrwxrwx" : "-rw-r--r--");
    wr_literal(&w, " 1");
    print_owner(&w, src, src_len, m->owner);
    print_owner(&w, src, src_len, m->group);
    wr_u8(&w, ' ');
    wr_number(&w, m->size);
    print_unix_date(&w, m);
    wr_u8(&w, ' ');
    if (m->name.len == 0)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_text(&w, src, src_len, m->name);
    if (link) {
        wr_literal(&w, " -> ");
        wr_text(&w, src, src_len, m->target);
    }
    return wr_finish(&w, n);
}

wyre_status
wyre_ftp_list_line_visit(const wyre_ftp_list_line *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, family, NUMBER);
    TELL_NUMBER(v, m, type, NUMBER);
    TELL_NUMBER(v, m, size, NUMBER);
    TELL_SPAN(v, m, name, TEXT);
    TELL_SPAN(v, m, target, TEXT);
    TELL_SPAN(v, m, permissions, TEXT);
    TELL_SPAN(v, m, owner, TEXT);
    TELL_SPAN(v, m, group, TEXT);
    TELL_NUMBER(v, m, name_facts, FLAGS);
    TELL_NUMBER(v, m, sure, FLAGS);
    return wyre_ftp_time_visit(&m->time, v);
}

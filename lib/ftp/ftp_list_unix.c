/* Lines of LIST: unix, NetWare, DOS, OS/2, EPLF. */
#include "list_line.h"

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

/* "YYYY-MM-DD HH:MM", also with seconds: --time-style of GNU ls. */
static size_t
iso_date(const line *l, size_t i, wyre_ftp_list_line *m)
{
    unsigned d[3];
    if (i + 1 >= l->count || !wyre_ftp_list_matches(bytes_of(l, i), l->word[i].len, "y-d-d", d) ||
        !wyre_ftp_list_clock_at(l, i + 1, m))
        return 0;
    return wyre_ftp_list_date(m, d[0], d[1], d[2]) ? 2 : 0;
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

int
wyre_ftp_list_unix(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
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
        words = wyre_ftp_list_unix_date(l, i, now, m);
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

/* ---- NetWare --------------------------------------------------------------------------------- */

/* "d [rights] owner size Mon dd HH:MM name" */
int
wyre_ftp_list_netware(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    if (l->count < 8 || l->word[0].off != 0 || l->word[0].len != 1 || l->word[1].len < 3 ||
        *bytes_of(l, 1) != '[' || bytes_of(l, 1)[l->word[1].len - 1] != ']')
        return 0;
    m->family = WYRE_FTP_LIST_NETWARE;
    m->type = l->in[0] == 'd' ? WYRE_FTP_TYPE_DIRECTORY : WYRE_FTP_TYPE_FILE;
    m->permissions = l->word[1];
    m->owner = l->word[2];
    if ((l->in[0] != 'd' && l->in[0] != '-') || !number_at(l, 3, UINT64_MAX, &m->size) ||
        wyre_ftp_list_unix_date(l, 4, now, m) == 0)
        return 0;
    m->sure |= WYRE_FTP_SURE_SIZE;
    unix_name(l, 6, m);
    return m->name.len > 0;
}

/* ---- DOS, IIS -------------------------------------------------------------------------------- */

/* "MM-DD-YY  HH:MMAM  <DIR>  name", "MM-DD-YYYY  HH:MM  size name" */
int
wyre_ftp_list_dos(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    unsigned d[3];
    unsigned t[3] = {0, 0, 0};
    (void)now;
    if (l->count < 3)
        return 0;
    int four = wyre_ftp_list_matches(bytes_of(l, 0), l->word[0].len, "d-d-y", d);
    if (!four && !wyre_ftp_list_matches(bytes_of(l, 0), l->word[0].len, "d-d-d", d))
        return 0;
    unsigned year = four ? d[2] : full_year(d[2]);
    size_t len = l->word[1].len;
    const uint8_t *clock = bytes_of(l, 1);
    int half = len > 2 && (is_word(clock + len - 2, 2, "AM") || is_word(clock + len - 2, 2, "PM"));
    if (!wyre_ftp_list_matches(clock, half ? len - 2 : len, "d:d", t) ||
        (half && (t[0] < 1 || t[0] > 12)))
        return 0;
    if (half)
        t[0] = t[0] % 12 + (upper(clock[len - 2]) == 'P' ? 12 : 0);
    if (!wyre_ftp_list_date(m, year, d[0], d[1]) || !wyre_ftp_list_clock(m, t[0], t[1], 0))
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

/* ---- OS/2 ------------------------------------------------------------------------------------ */

/* "size [attributes] [DIR] MM-DD-YY  HH:MM  name": attributes are letters of A, H, R and S. */
int
wyre_ftp_list_os2(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    unsigned d[3];
    unsigned t[3];
    size_t i = 1;
    (void)now;
    m->family = WYRE_FTP_LIST_OS2;
    m->type = WYRE_FTP_TYPE_FILE;
    if (!number_at(l, 0, UINT64_MAX, &m->size))
        return 0;
    for (; i < l->count && !is_digit(*bytes_of(l, i)); i++) {
        if (word_is(l, i, "DIR"))
            m->type = WYRE_FTP_TYPE_DIRECTORY;
        else if (l->word[i].len > 1 || memchr("AHRS", *bytes_of(l, i), 4) == NULL)
            return 0;
    }
    if (i + 2 >= l->count || !wyre_ftp_list_matches(bytes_of(l, i), l->word[i].len, "d-d-d", d) ||
        !wyre_ftp_list_matches(bytes_of(l, i + 1), l->word[i + 1].len, "d:d", t) ||
        !wyre_ftp_list_date(m, full_year(d[2]), d[0], d[1]) ||
        !wyre_ftp_list_clock(m, t[0], t[1], 0))
        return 0;
    m->sure |= WYRE_FTP_SURE_SIZE | WYRE_FTP_SURE_NAME;
    m->name = from(l, l->word[i + 2].off); /* two spaces part it from the time */
    return 1;
}

/* ---- EPLF ------------------------------------------------------------------------------------ */

/* "+" *( fact "," ) TAB name: / directory, r file, s size, m time, up permissions, i unique. */
int
wyre_ftp_list_eplf(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m)
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

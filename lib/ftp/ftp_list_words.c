/* The words of a line of LIST; dates and times in them. */
#include "list_line.h"

line
wyre_ftp_list_words(const uint8_t *in, size_t len)
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

/* ---- dates and times ------------------------------------------------------------------------- */

int
wyre_ftp_list_matches(const uint8_t *in, size_t len, const char *pattern, unsigned number[3])
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

unsigned
wyre_ftp_list_month(const uint8_t *in, size_t len)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (unsigned i = 0; i < 12; i++)
        if (is_word(in, len, names[i]))
            return i + 1;
    return 0;
}

int
wyre_ftp_list_date(wyre_ftp_list_line *m, unsigned year, unsigned month, unsigned day)
{
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return 0;
    m->time.year = (uint16_t)year;
    m->time.month = (uint8_t)month;
    m->time.day = (uint8_t)day;
    m->sure |= WYRE_FTP_SURE_DATE | WYRE_FTP_SURE_YEAR;
    return 1;
}

int
wyre_ftp_list_clock(wyre_ftp_list_line *m, unsigned hour, unsigned minute, unsigned second)
{
    if (hour > 23 || minute > 59 || second > 60)
        return 0;
    m->time.hour = (uint8_t)hour;
    m->time.minute = (uint8_t)minute;
    m->time.second = (uint8_t)second;
    m->sure |= WYRE_FTP_SURE_CLOCK;
    return 1;
}

int
wyre_ftp_list_clock_at(const line *l, size_t i, wyre_ftp_list_line *m)
{
    unsigned t[3] = {0, 0, 0};
    if (i >= l->count)
        return 0;
    if (!wyre_ftp_list_matches(bytes_of(l, i), l->word[i].len, "d:d", t) &&
        !wyre_ftp_list_matches(bytes_of(l, i), l->word[i].len, "d:d:d", t))
        return 0;
    return wyre_ftp_list_clock(m, t[0], t[1], t[2]);
}

/* The latest year in which the date is at most one day ahead of now. */
static void
wyre_ftp_list_guess_year(wyre_ftp_list_line *m, const wyre_ftp_time *now)
{
    m->sure &= ~(uint32_t)WYRE_FTP_SURE_YEAR;
    m->time.year = 0;
    if (now == NULL)
        return;
    m->time.year = now->year;
    if (wyre_ftp_time_to_unix(&m->time) > wyre_ftp_time_to_unix(now) + 86400)
        m->time.year--;
}

size_t
wyre_ftp_list_unix_date(const line *l, size_t i, const wyre_ftp_time *now, wyre_ftp_list_line *m)
{
    uint64_t day;
    uint64_t year;
    if (i + 2 >= l->count || is_digit(*bytes_of(l, i)) || l->word[i].len < 3 ||
        !number_at(l, i + 1, 31, &day) || day == 0)
        return 0;
    unsigned month = wyre_ftp_list_month(bytes_of(l, i), l->word[i].len);
    if (number_at(l, i + 2, 9999, &year) && year >= 1000) {
        if (month > 0)
            wyre_ftp_list_date(m, (unsigned)year, month, (unsigned)day);
        return 3;
    }
    if (!wyre_ftp_list_clock_at(l, i + 2, m))
        return 0;
    if (month > 0) {
        wyre_ftp_list_date(m, 2000, month, (unsigned)day);
        wyre_ftp_list_guess_year(m, now);
    }
    return 3;
}

/* Times, and the arguments that begin with one: RFC 3659 2.3. */
#include <wyre/ftp_value.h>
#include "facts.h"

/* ---- calendar -------------------------------------------------------------------------------- */

/*@ requires 1 <= month <= 12; assigns \nothing; ensures \result <= 256; */
static unsigned
days_in(unsigned year, unsigned month)
{
    static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

/* Days from 1970-01-01 to a date. Years begin in March here, so that the leap day is the last one. */
static int64_t
days_from_epoch(int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2;
    int64_t era = year / 400;
    int64_t year_of_era = year % 400;
    int64_t day_of_year = (153 * (int64_t)(month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int64_t
wyre_ftp_time_to_unix(const wyre_ftp_time *m)
{
    int64_t days = days_from_epoch(m->year, m->month, m->day);
    return ((days * 24 + m->hour) * 60 + m->minute) * 60 + m->second;
}

wyre_status
wyre_ftp_time_from_unix(int64_t seconds, wyre_ftp_time *out)
{
    *out = (wyre_ftp_time){.year = 0};
    /* 1000-01-01 to 9999-12-31, the last second */
    if (seconds < INT64_C(-30610224000) || seconds > INT64_C(253402300799))
        return WYRE_E_RANGE;
    int64_t days = (seconds + INT64_C(719468) * 86400) / 86400;
    int64_t rest_of_day = (seconds + INT64_C(719468) * 86400) % 86400;
    int64_t era = days / 146097;
    int64_t day_of_era = days % 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    out->day = (uint8_t)(day_of_year - (153 * month + 2) / 5 + 1);
    out->month = (uint8_t)(month < 10 ? month + 3 : month - 9);
    out->year = (uint16_t)(year_of_era + era * 400 + (out->month <= 2));
    out->hour = (uint8_t)(rest_of_day / 3600);
    out->minute = (uint8_t)(rest_of_day / 60 % 60);
    out->second = (uint8_t)(rest_of_day % 60);
    return WYRE_OK;
}

/* ---- time ------------------------------------------------------------------------------------ */

/* "." 1*9DIGIT */
/*@ requires m->nanosecond == 0 && m->digits == 0;
  @ SCANS(r, m); */
static void
scan_fraction(wyre_rd *r, wyre_ftp_time *m)
{
    uint32_t unit = 100000000;
    if (!claim(r, '.'))
        return;
    /*@ loop invariant reading(r) && r->pos >= \at(r->pos, Pre) && m->digits <= 9;
      @ loop invariant unit <= 100000000 && m->nanosecond + 10 * unit <= 1000000000;
      @ loop assigns r->pos, m->digits, m->nanosecond, unit; loop variant 9 - m->digits; */
    for (; is_digit(peek(r)) && m->digits < 9; m->digits++, unit /= 10)
        m->nanosecond += unit * (uint32_t)(r->in[r->pos++] - '0');
    if (m->digits == 0)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    if (is_digit(peek(r)))
        rd_refuse(r, WYRE_E_LIMIT, r->pos);
}

/* How many digits stand here, but at most `most`. */
/*@ requires reading(r);
  @ assigns \nothing;
  @ ensures \result <= most && \result <= r->end - r->pos; */
static size_t
digits_ahead(const wyre_rd *r, size_t most)
{
    size_t n = 0;
    /*@ loop invariant 0 <= n <= most && n <= r->end - r->pos; loop assigns n; loop variant most - n; */
    while (n < most && n < r->end - r->pos && is_digit(r->in[r->pos + n]))
        n++;
    return n;
}

/* YYYYMMDDHHMMSS [ "." 1*DIGIT ] */
/*@ requires m->nanosecond == 0 && m->digits == 0;
  @ SCANS(r, m); */
static void
scan_timestamp(wyre_rd *r, uint32_t flags, wyre_ftp_time *m)
{
    size_t start = r->pos;
    if (r->status != WYRE_OK)
        return;
    if ((flags & WYRE_FTP_TIME_Y2K) != 0 && digits_ahead(r, 15) == 15 && r->in[start] == '1' &&
        r->in[start + 1] == '9') {
        r->pos += 2;
        m->year = (uint16_t)(1900 + fixed_number(r, 3, 100, 999));
    } else {
        m->year = (uint16_t)fixed_number(r, 4, 1000, 9999);
    }
    m->month = (uint8_t)fixed_number(r, 2, 1, 12);
    if (r->status == WYRE_OK)
        m->day = (uint8_t)fixed_number(r, 2, 1, days_in(m->year, m->month));
    m->hour = (uint8_t)fixed_number(r, 2, 0, 23);
    m->minute = (uint8_t)fixed_number(r, 2, 0, 59);
    m->second = (uint8_t)fixed_number(r, 2, 0, 60);
    scan_fraction(r, m);
}

static void
print_timestamp(wyre_wr *w, const wyre_ftp_time *m)
{
    if (m->year < 1000 || m->year > 9999 || m->month < 1 || m->month > 12 || m->day < 1 ||
        m->day > days_in(m->year, m->month) || m->hour > 23 || m->minute > 59 || m->second > 60 ||
        m->digits > 9 || m->nanosecond > 999999999) {
        wr_refuse(w, WYRE_E_RANGE);
        return;
    }
    wr_fixed_number(w, 4, m->year);
    wr_fixed_number(w, 2, m->month);
    wr_fixed_number(w, 2, m->day);
    wr_fixed_number(w, 2, m->hour);
    wr_fixed_number(w, 2, m->minute);
    wr_fixed_number(w, 2, m->second);
    uint32_t unit = 1;
    for (unsigned i = m->digits; i < 9; i++)
        unit *= 10;
    if (m->nanosecond % unit != 0)
        wr_refuse(w, WYRE_E_RANGE); /* more digits than it says */
    if (m->digits > 0) {
        wr_u8(w, '.');
        wr_fixed_number(w, m->digits, m->nanosecond / unit);
    }
}

SCANNER
scan_time(wyre_rd *r, uint32_t flags, wyre_ftp_time *m)
{
    scan_timestamp(r, flags, m);
    expect_end(r);
}

static void
print_time(wyre_wr *w, const wyre_ftp_time *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    print_timestamp(w, m);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_time, wyre_ftp_time, scan_time, print_time, WYRE_FTP_TIME_Y2K)

wyre_status
wyre_ftp_time_visit(const wyre_ftp_time *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, year, NUMBER);
    TELL_NUMBER(v, m, month, NUMBER);
    TELL_NUMBER(v, m, day, NUMBER);
    TELL_NUMBER(v, m, hour, NUMBER);
    TELL_NUMBER(v, m, minute, NUMBER);
    TELL_NUMBER(v, m, second, NUMBER);
    TELL_NUMBER(v, m, nanosecond, NUMBER);
    TELL_NUMBER(v, m, digits, NUMBER);
    return WYRE_OK;
}

/* ---- time SP path, facts SP path ------------------------------------------------------------- */

SCANNER
scan_time_path(wyre_rd *r, uint32_t flags, wyre_ftp_time_path *m)
{
    scan_timestamp(r, flags, &m->time);
    expect(r, ' ');
    m->path = rest(r, 1);
}

static void
print_time_path(wyre_wr *w, const wyre_ftp_time_path *m, const uint8_t *src, size_t src_len)
{
    print_timestamp(w, &m->time);
    wr_u8(w, ' ');
    if (m->path.len == 0)
        wr_refuse(w, WYRE_E_RANGE);
    wr_text(w, src, src_len, m->path);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->path, in_len); */
GRAMMAR(wyre_ftp_time_path, wyre_ftp_time_path, scan_time_path, print_time_path, WYRE_FTP_TIME_Y2K)

wyre_status
wyre_ftp_time_path_visit(const wyre_ftp_time_path *m, const wyre_visitor *v)
{
    wyre_ftp_time_visit(&m->time, v);
    TELL_SPAN(v, m, path, TEXT);
    return WYRE_OK;
}

SCANNER
scan_fact_path(wyre_rd *r, uint32_t flags, wyre_ftp_fact_path *m)
{
    (void)flags;
    m->facts = scan_facts(r, 0);
    if (m->facts.len == 0)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    expect(r, ' ');
    m->path = rest(r, 1);
}

static void
print_fact_path(wyre_wr *w, const wyre_ftp_fact_path *m, const uint8_t *src, size_t src_len)
{
    wr_word(w, src, src_len, m->facts);
    if (w->status == WYRE_OK) {
        wyre_rd r = rd(src + m->facts.off, m->facts.len);
        scan_facts(&r, 0);
        if (r.status != WYRE_OK)
            wr_refuse(w, WYRE_E_RANGE);
    }
    wr_u8(w, ' ');
    if (m->path.len == 0)
        wr_refuse(w, WYRE_E_RANGE);
    wr_text(w, src, src_len, m->path);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->facts, in_len) && inside(out->path, in_len); */
GRAMMAR(wyre_ftp_fact_path, wyre_ftp_fact_path, scan_fact_path, print_fact_path, 0)

wyre_status
wyre_ftp_fact_path_visit(const wyre_ftp_fact_path *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, facts, TEXT);
    TELL_SPAN(v, m, path, TEXT);
    return WYRE_OK;
}

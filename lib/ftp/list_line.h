/* A line of LIST as words, and what the families share. */
#ifndef WYRE_LIB_FTP_LIST_LINE_H
#define WYRE_LIB_FTP_LIST_LINE_H
#include <wyre/ftp_listing.h>
#include "grammar.h"

enum { WORDS = 12 }; /* no family has more in front of its name */

typedef struct line {
    const uint8_t *in;
    size_t len;
    size_t count;
    wyre_span word[WORDS];
} line;

line wyre_ftp_list_words(const uint8_t *in, size_t len);

INLINE const uint8_t *
bytes_of(const line *l, size_t i)
{
    return l->in + l->word[i].off;
}

INLINE int
word_is(const line *l, size_t i, const char *name)
{
    return i < l->count && is_word(bytes_of(l, i), l->word[i].len, name);
}

/* Whether word i is a number up to max. */
INLINE int
number_at(const line *l, size_t i, uint64_t max, uint64_t *value)
{
    return i < l->count &&
           wyre_decimal_decode(bytes_of(l, i), l->word[i].len, max, value, NULL) == WYRE_OK;
}

/* Everything from `start` on. */
INLINE wyre_span
from(const line *l, size_t start)
{
    return start < l->len ? (wyre_span){(uint32_t)start, (uint32_t)(l->len - start)}
                          : (wyre_span){(uint32_t)l->len, 0};
}

/* What stands behind word i and exactly one space. */
INLINE wyre_span
behind(const line *l, size_t i)
{
    return from(l, l->word[i].off + (size_t)l->word[i].len + 1);
}

/* "d" is one or two digits, "y" four, any other byte stands for itself: 1 and the numbers, where it fits
 * whole. */
int wyre_ftp_list_matches(const uint8_t *in, size_t len, const char *pattern, unsigned number[3]);

/* 1 to 12 for an English month of three letters, else 0. */
unsigned wyre_ftp_list_month(const uint8_t *in, size_t len);

/* Two digits of a year. */
INLINE unsigned
full_year(unsigned year)
{
    return year < 70 ? 2000 + year : 1900 + year;
}

/* Each sets its part of the time and what is sure of it: 1; or 0 and nothing, where there is no such day
 * or time. */
int wyre_ftp_list_date(wyre_ftp_list_line *m, unsigned year, unsigned month, unsigned day);
int wyre_ftp_list_clock(wyre_ftp_list_line *m, unsigned hour, unsigned minute, unsigned second);

/* Word i: HH:MM or HH:MM:SS. */
int wyre_ftp_list_clock_at(const line *l, size_t i, wyre_ftp_list_line *m);

/* "Mon dd HH:MM", "Mon dd YYYY" at word i: how many words, or 0. A month that is no English one is not
 * understood, but does not hide the name. */
size_t wyre_ftp_list_unix_date(const line *l, size_t i, const wyre_ftp_time *now,
                               wyre_ftp_list_line *m);

/* A family looks at a line: 1 and *m, or 0. `now` may be NULL. */
typedef int wyre_ftp_list_family(const line *l, const wyre_ftp_time *now, wyre_ftp_list_line *m);

wyre_ftp_list_family wyre_ftp_list_heading, wyre_ftp_list_unix, wyre_ftp_list_netware,
    wyre_ftp_list_dos, wyre_ftp_list_os2, wyre_ftp_list_eplf, wyre_ftp_list_vms, wyre_ftp_list_mvs,
    wyre_ftp_list_mvs_member, wyre_ftp_list_os400, wyre_ftp_list_mvs_name;
#endif

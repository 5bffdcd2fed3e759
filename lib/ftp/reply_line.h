/* What replies are made of, for the frame and for the iterator. */
#ifndef WYRE_LIB_FTP_REPLY_LINE_H
#define WYRE_LIB_FTP_REPLY_LINE_H
#include <stddef.h>
#include <wyre/ftp_reply.h>
#include "../core/bytes.h"

enum { NO_CODE = 1000 };

/* The three digits at `at` as a number, or NO_CODE where they are not there. */
/*@ requires at <= end && \valid_read(in + (0 .. end - 1));
  @ assigns \nothing;
  @ ensures \result == NO_CODE || (\result <= 999 && end - at >= 3); */
INLINE unsigned
three_digits(const uint8_t *in, size_t at, size_t end)
{
    if (end - at < 3)
        return NO_CODE;
    unsigned a = (uint8_t)(in[at] - '0');
    unsigned b = (uint8_t)(in[at + 1] - '0');
    unsigned c = (uint8_t)(in[at + 2] - '0');
    return a > 9 || b > 9 || c > 9 ? NO_CODE : a * 100 + b * 10 + c;
}

/*@ assigns \nothing; ensures \result != 0 <==> 100 <= digits <= 699; */
INLINE int
is_code(unsigned digits)
{
    return digits >= 100 && digits <= 699;
}

/* Where the text of a line that begins at `line` ends: in front of LF and of all CRs before it. */
/*@ requires line <= feed && \valid_read(in + (0 .. feed - 1));
  @ assigns \nothing;
  @ ensures line <= \result <= feed; */
INLINE size_t
text_end(const uint8_t *in, size_t line, size_t feed)
{
    /*@ loop invariant line <= feed <= \at(feed, Pre); loop assigns feed; loop variant feed; */
    while (feed > line && in[feed - 1] == '\r')
        feed--;
    return feed;
}
#endif

/* Percent coding: RFC 3986 2.1. */
#include <stddef.h>
#include <wyre/core.h>
#include "cursor.h"

/* 0 to 15, or 16 for what is no hex digit. */
/*@ assigns \nothing; ensures \result <= 16; */
static unsigned
hex_digit(uint8_t c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    uint8_t lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10u : 16;
}

/* The byte that %XX at `at` stands for, or 256. */
/*@ requires at < in_len && \valid_read(in + (0 .. in_len - 1));
  @ assigns \nothing;
  @ ensures \result <= 256 && (\result < 256 ==> in_len - at >= 3); */
static unsigned
escaped(const uint8_t *in, size_t in_len, size_t at)
{
    if (in_len - at < 3)
        return 256;
    unsigned high = hex_digit(in[at + 1]);
    unsigned low = hex_digit(in[at + 2]);
    return high < 16 && low < 16 ? high * 16 + low : 256;
}

/*@ CONVERTS(in, in_len, out, cap, n); */
wyre_status
wyre_percent_decode(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out, size_t cap,
                    size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t end = 0;
    if ((flags & ~(uint32_t)WYRE_PERCENT_LITERAL) != 0)
        status = WYRE_E_ARG;
    /*@ loop invariant end <= i <= in_len && (status == WYRE_OK || (status == WYRE_E_ARG && i == 0));
      @ loop assigns i, end, status, out[0 .. cap - 1]; loop variant in_len - i; */
    for (size_t i = 0; status == WYRE_OK && i < in_len;) {
        unsigned c = in[i] == '%' ? escaped(in, in_len, i) : in[i];
        if (c == 256 && (flags & WYRE_PERCENT_LITERAL) == 0) {
            status = WYRE_E_TEXT;
            end = i;
            break;
        }
        i += in[i] == '%' && c != 256 ? 3 : 1;
        if (end < cap)
            out[end] = (uint8_t)(c == 256 ? '%' : c);
        end++;
    }
    if (n != NULL)
        *n = end;
    return status == WYRE_OK && end > cap ? WYRE_E_SPACE : status;
}

static int
stands_for_itself(uint8_t c, uint32_t flags)
{
    uint8_t lower = c | 0x20;
    if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
        c == '_' || c == '~')
        return 1;
    return (flags & WYRE_PERCENT_UNRESERVED) == 0 && c > 0x20 && c < 0x7f && c != '%';
}

wyre_status
wyre_percent_encode(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out, size_t cap,
                    size_t *n)
{
    static const char digits[] = "0123456789ABCDEF";
    size_t end = 0;
    if ((flags & ~(uint32_t)WYRE_PERCENT_UNRESERVED) != 0) {
        if (n != NULL)
            *n = 0;
        return WYRE_E_ARG;
    }
    for (size_t i = 0; i < in_len; i++) {
        size_t len = stands_for_itself(in[i], flags) ? 1 : 3;
        if (end + len <= cap) {
            out[end] = len == 1 ? in[i] : '%';
            if (len == 3) {
                out[end + 1] = (uint8_t)digits[in[i] >> 4];
                out[end + 2] = (uint8_t)digits[in[i] & 15];
            }
        }
        end += len;
    }
    if (n != NULL)
        *n = end;
    return end > cap ? WYRE_E_SPACE : WYRE_OK;
}

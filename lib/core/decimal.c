/* Decimal numbers as digits. */
#include <wyre/core.h>
#include "cursor.h"

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(out) && (n == \null || \valid(n));
  @ requires \separated(out, n, in + (0 .. in_len - 1));
  @ assigns *out, *n;
  @ ensures \result <= WYRE_OK && *out <= max && (n != \null ==> *n <= in_len);
  @ ensures \result == WYRE_OK ==> in_len > 0 && (n != \null ==> *n == in_len); */
wyre_status
wyre_decimal_decode(const uint8_t *in, size_t in_len, uint64_t max, uint64_t *out, size_t *n)
{
    uint64_t value = 0;
    wyre_status status = in_len > 0 ? WYRE_OK : WYRE_E_TEXT;
    size_t i = 0;
    /*@ loop invariant 0 <= i <= in_len && value <= max && status <= WYRE_OK;
      @ loop invariant status == WYRE_OK ==> in_len > 0;
      @ loop assigns i, value, status; loop variant in_len - i; */
    for (; i < in_len; i++) {
        uint8_t digit = (uint8_t)(in[i] - '0');
        if (digit > 9) {
            status = WYRE_E_TEXT;
            break;
        }
        if (value > max / 10 || digit > max - value * 10) {
            status = WYRE_E_VALUE;
            break;
        }
        value = value * 10 + digit;
    }
    *out = status == WYRE_OK ? value : 0;
    if (n != NULL)
        *n = i;
    return status;
}

/*@ requires \valid(out + (0 .. cap - 1)) && (n == \null || \valid(n)) && \separated(n, out + (0 .. cap - 1));
  @ assigns out[0 .. cap - 1], *n;
  @ ensures \result == WYRE_OK || \result == WYRE_E_SPACE;
  @ ensures n != \null ==> 1 <= *n <= 20 && (\result == WYRE_OK ==> *n <= cap); */
wyre_status
wyre_decimal_encode(uint64_t value, uint8_t *out, size_t cap, size_t *n)
{
    uint8_t digits[20];
    size_t at = sizeof digits;
    /*@ loop invariant 0 < at <= 20 && value < (at == 20 ? 18446744073709551616 :
      @     at == 19 ? 1844674407370955162 : at == 18 ? 184467440737095517 : at == 17 ? 18446744073709552 :
      @     at == 16 ? 1844674407370956 : at == 15 ? 184467440737096 : at == 14 ? 18446744073710 :
      @     at == 13 ? 1844674407371 : at == 12 ? 184467440738 : at == 11 ? 18446744074 : at == 10 ? 1844674408 :
      @     at == 9 ? 184467441 : at == 8 ? 18446745 : at == 7 ? 1844675 : at == 6 ? 184468 : at == 5 ? 18447 :
      @     at == 4 ? 1845 : at == 3 ? 185 : at == 2 ? 19 : 2);
      @ loop assigns at, value, digits[0 .. 19]; loop variant at; */
    do {
        digits[--at] = (uint8_t)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    size_t len = sizeof digits - at;
    if (n != NULL)
        *n = len;
    if (len > cap)
        return WYRE_E_SPACE;
    copy(out, digits + at, len);
    return WYRE_OK;
}

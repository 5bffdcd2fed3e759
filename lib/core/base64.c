/* Base64: RFC 4648 4. */
#include <stddef.h>
#include <wyre/core.h>
#include "cursor.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* 0 to 63, or 64 for what is not in the alphabet. */
/*@ assigns \nothing; ensures \result <= 64; */
static unsigned
sextet(uint8_t c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26u;
    if (c >= '0' && c <= '9')
        return c - '0' + 52u;
    if (c == '+')
        return 62;
    return c == '/' ? 63 : 64;
}

/* How many of the last four characters are padding: 0, 1 or 2. */
/*@ requires \valid_read(in + (0 .. in_len - 1)); assigns \nothing; ensures \result <= 2 && \result <= in_len; */
static size_t
padding(const uint8_t *in, size_t in_len)
{
    if (in_len < 4 || in[in_len - 1] != '=')
        return 0;
    return in[in_len - 2] == '=' ? 2 : 1;
}

/*@ CONVERTS(in, in_len, out, cap, n); */
wyre_status
wyre_base64_decode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t chars = in_len - padding(in, in_len);
    size_t end = 0;
    size_t i = 0;
    uint32_t bits = 0;
    /*@ loop invariant 0 <= i <= chars && end <= i && status == WYRE_OK;
      @ loop assigns i, end, bits, status, out[0 .. cap - 1]; loop variant chars - i; */
    for (; i < chars; i++) {
        unsigned six = sextet(in[i]);
        if (six == 64) {
            status = WYRE_E_TEXT;
            break;
        }
        bits = bits % 64 * 64 + six; /* the last two characters */
        if (i % 4 == 0)
            continue;
        unsigned spare = 6 - 2 * (unsigned)(i % 4); /* bits that belong to the next byte */
        if (end < cap)
            out[end] = (uint8_t)(bits >> spare);
        end++;
    }
    if (status == WYRE_OK && in_len % 4 != 0) {
        status = WYRE_E_TEXT;
        i = in_len;
    }
    if (status == WYRE_OK && chars % 4 != 0 && (bits & (chars % 4 == 2 ? 0xfu : 3u)) != 0) {
        status = WYRE_E_TEXT;
        i = chars - 1;
    }
    if (n != NULL)
        *n = status == WYRE_OK ? end : i;
    return status == WYRE_OK && end > cap ? WYRE_E_SPACE : status;
}

wyre_status
wyre_base64_encode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    size_t groups = in_len / 3 + (in_len % 3 != 0);
    size_t need = groups > SIZE_MAX / 4 ? SIZE_MAX : groups * 4;
    if (n != NULL)
        *n = need;
    if (need > cap)
        return WYRE_E_SPACE;
    for (size_t i = 0, end = 0; i < in_len; i += 3, end += 4) {
        size_t left = in_len - i;
        uint32_t bits = (uint32_t)in[i] << 16;
        bits |= left > 1 ? (uint32_t)in[i + 1] << 8 : 0;
        bits |= left > 2 ? in[i + 2] : 0;
        out[end] = (uint8_t)alphabet[bits >> 18];
        out[end + 1] = (uint8_t)alphabet[bits >> 12 & 63];
        out[end + 2] = (uint8_t)(left > 1 ? alphabet[bits >> 6 & 63] : '=');
        out[end + 3] = (uint8_t)(left > 2 ? alphabet[bits & 63] : '=');
    }
    return WYRE_OK;
}

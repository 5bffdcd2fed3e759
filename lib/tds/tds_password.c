/* The scrambling of LOGIN7 passwords: [MS-TDS] 2.2.6.4. Each byte: halves swapped, then XOR 0xA5. */
#include <string.h>
#include <wyre/tds_login7.h>
#include "../core/bytes.h"

enum { PATTERN = 0xa5 };
static const uint64_t low_halves = 0x0f0f0f0f0f0f0f0f;
static const uint64_t patterns = 0xa5a5a5a5a5a5a5a5;

/*@ assigns \nothing; */
static uint8_t
swapped(uint8_t byte)
{
    return (uint8_t)(byte * 16u | byte >> 4);
}

/*@ assigns \nothing; */
static uint64_t
all_swapped(uint64_t bytes)
{
    return (bytes & low_halves) * 16 | (bytes >> 4 & low_halves);
}

/*@ requires n == \null || \valid(n);
  @ assigns *n;
  @ ensures \result == (len > cap ? WYRE_E_SPACE : WYRE_OK) && (n != \null ==> *n == len); */
static wyre_status
fits(size_t len, size_t cap, size_t *n)
{
    if (n != NULL)
        *n = len;
    return len > cap ? WYRE_E_SPACE : WYRE_OK;
}

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(out + (0 .. cap - 1)) && (n == \null || \valid(n));
  @ assigns out[0 .. cap - 1], *n;
  @ ensures \result == (in_len > cap ? WYRE_E_SPACE : WYRE_OK); */
wyre_status
wyre_tds_password_decode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_status status = fits(in_len, cap, n);
    size_t i = 0;
    if (status != WYRE_OK)
        return status;
    /*@ loop invariant i <= in_len; loop assigns i, out[0 .. cap - 1]; loop variant in_len - i; */
    for (; in_len - i >= 8; i += 8)
        put_le64(out + i, all_swapped(le64(in + i) ^ patterns));
    /*@ loop invariant i <= in_len; loop assigns i, out[0 .. cap - 1]; loop variant in_len - i; */
    for (; i < in_len; i++)
        out[i] = swapped(in[i] ^ PATTERN);
    return WYRE_OK;
}

wyre_status
wyre_tds_password_encode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_status status = fits(in_len, cap, n);
    size_t i = 0;
    if (status != WYRE_OK)
        return status;
    for (; in_len - i >= 8; i += 8)
        put_le64(out + i, all_swapped(le64(in + i)) ^ patterns);
    for (; i < in_len; i++)
        out[i] = swapped(in[i]) ^ PATTERN;
    return WYRE_OK;
}

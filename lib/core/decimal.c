/* Decimal numbers as digits. */
#include <string.h>
#include <wyre/core.h>

wyre_status
wyre_decimal_decode(const uint8_t *in, size_t in_len, uint64_t max, uint64_t *out, size_t *n)
{
    uint64_t value = 0;
    wyre_status status = in_len > 0 ? WYRE_OK : WYRE_E_TEXT;
    size_t i = 0;
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

wyre_status
wyre_decimal_encode(uint64_t value, uint8_t *out, size_t cap, size_t *n)
{
    uint8_t digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (uint8_t)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    size_t len = sizeof digits - at;
    if (n != NULL)
        *n = len;
    if (len > cap)
        return WYRE_E_SPACE;
    memcpy(out, digits + at, len);
    return WYRE_OK;
}

/* Telnet coding of arguments and texts: RFC 854, RFC 2640 3.1. */
#include <wyre/ftp_command.h>
#include "../core/cursor.h"
#include "telnet.h"

/*@ CONVERTS(in, in_len, out, cap, n); */
wyre_status
wyre_ftp_telnet_decode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t end = 0;
    size_t i = 0;
    /*@ loop invariant end <= i <= in_len && status == WYRE_OK;
      @ loop assigns i, end, status, out[0 .. cap - 1]; loop variant in_len - i; */
    while (i < in_len) {
        uint8_t c = in[i];
        size_t command = c == TELNET_IAC ? telnet_command(in, in_len, i) : 0;
        if (command == SIZE_MAX) {
            status = WYRE_E_TEXT;
            end = i;
            break;
        }
        if (command > 0) {
            i += command;
            continue;
        }
        uint8_t next = in_len - i > 1 ? in[i + 1] : 1;
        i += (c == TELNET_IAC && next == TELNET_IAC) || (c == '\r' && next == 0) ? 2 : 1;
        if (end < cap)
            out[end] = c;
        end++;
    }
    if (n != NULL)
        *n = end;
    return status == WYRE_OK && end > cap ? WYRE_E_SPACE : status;
}

wyre_status
wyre_ftp_telnet_encode(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t end = 0;
    for (size_t i = 0; i < in_len; i++) {
        uint8_t c = in[i];
        if (c == '\n' || c == 0) {
            status = WYRE_E_RANGE;
            end = i;
            break;
        }
        if (end < cap)
            out[end] = c;
        end++;
        if (c != TELNET_IAC && c != '\r')
            continue;
        if (end < cap)
            out[end] = c == '\r' ? 0 : TELNET_IAC;
        end++;
    }
    if (n != NULL)
        *n = end;
    return status == WYRE_OK && end > cap ? WYRE_E_SPACE : status;
}

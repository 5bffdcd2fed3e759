/* Telnet commands inside a line: RFC 854. What stands in a line is complete; nothing reaches over
 * its end. */
#ifndef WYRE_LIB_FTP_TELNET_H
#define WYRE_LIB_FTP_TELNET_H
#include <stddef.h>
#include <wyre/ftp_command.h>
#include "../core/bytes.h"

enum {
    TELNET_SE = 0xf0,
    TELNET_DM = 0xf2,
    TELNET_IP = 0xf4,
    TELNET_SB = 0xfa,
    TELNET_WILL = 0xfb,
    TELNET_DONT = 0xfe,
    TELNET_IAC = 0xff
};

/* The length of the Telnet command at `at`, where FF stands: 2, 3, or a whole sub-negotiation; 0
 * where FF is data, alone or doubled; SIZE_MAX where a command is cut. */
/*@ requires at < len && \valid_read(in + (0 .. len - 1));
  @ assigns \nothing;
  @ ensures \result == 0 || \result == SIZE_MAX || 2 <= \result <= len - at; */
INLINE size_t
telnet_command(const uint8_t *in, size_t len, size_t at)
{
    uint8_t command = len - at > 1 ? in[at + 1] : 0;
    if (command < TELNET_SE || command == TELNET_IAC)
        return 0;
    if (command >= TELNET_WILL)
        return len - at > 2 ? 3 : SIZE_MAX;
    if (command != TELNET_SB)
        return 2;
    /*@ loop invariant at + 2 <= i <= len; loop assigns i; loop variant len - i; */
    for (size_t i = at + 2; i < len && len - i > 1; i++) {
        if (in[i] == TELNET_IAC && in[i + 1] == TELNET_SE)
            return i + 2 - at;
        i += in[i] == TELNET_IAC && in[i + 1] == TELNET_IAC; /* FF as data */
    }
    return SIZE_MAX;
}
#endif

/* A program beside this file prints messages that wyre encoded, one line each, for tests/peers/tshark:
 *   protocol | conversation | direction | display filter | bytes
 * Messages of one conversation stand in one TCP connection, in this order. The filter says what tshark
 * must read in the message: "smb2.cmd == 0 && smb2.flags.response == 1". */
#ifndef ENCODED_H
#define ENCODED_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wyre/wyre.h>

/* What the latest encoder wrote. */
static uint8_t out[65536];
static size_t n;

/* To be put around every call of an encoder: a refusal ends the program. */
#define ENCODED(call)                                                                              \
    do {                                                                                           \
        wyre_status status = (call);                                                               \
        if (status != WYRE_OK) {                                                                   \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, wyre_status_name(status));          \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

/* direction: 'c' client to server, 's' server to client. */
static inline void
message(const char *protocol, const char *conversation, char direction, const char *filter)
{
    printf("%s|%s|%c|%s|", protocol, conversation, direction, filter);
    for (size_t i = 0; i < n; i++)
        printf("%02x", out[i]);
    putchar('\n');
}
#endif

/* The laws for a view T of MSNP: its unit is a whole command, which is found first. */
#ifndef WYRE_MSNP_VIEW_H
#define WYRE_MSNP_VIEW_H
#include "laws.h"
#include <wyre/msnp.h>

#define VIEW_RING(T)                                                                               \
    static wyre_status T##_ring_decode(const uint8_t *in, size_t in_len, uint32_t flags, void *m,  \
                                       size_t *n)                                                  \
    {                                                                                              \
        wyre_msnp_command command;                                                                 \
        size_t end, stop;                                                                          \
        wyre_status status = wyre_msnp_command_decode(in, in_len, flags, &command, &end);          \
        if (status != WYRE_OK)                                                                     \
            memset(m, 0, sizeof(T));                                                               \
        else                                                                                       \
            status = T##_decode(in, end, &command, m, &stop);                                      \
        if (n != NULL)                                                                             \
            *n = status == WYRE_OK || command.verb[0] == 0 ? end : stop;                           \
        return status;                                                                             \
    }                                                                                              \
    RING_AROUND(T, T, 0x13ff)
#endif

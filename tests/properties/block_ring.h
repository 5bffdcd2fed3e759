/* The laws for an SMB1 block T: its unit is a whole message, a header and the block at 32. */
#ifndef WYRE_BLOCK_RING_H
#define WYRE_BLOCK_RING_H
#include <wyre/smb1.h>
#include "laws.h"

enum { AT = 32 };

/* The encoder leaves the header alone: the ring takes it from the source. */
#define BLOCK_RING(T)                                                                              \
    static wyre_status T##_ring_decode(const uint8_t *in, size_t in_len, uint32_t flags, void *m,  \
                                       size_t *n)                                                  \
    {                                                                                              \
        return T##_decode(in, in_len, AT, flags, m, n);                                            \
    }                                                                                              \
    static wyre_status T##_ring_encode(const void *m, const uint8_t *src, size_t src_len,          \
                                       uint8_t *out, size_t cap, size_t *n)                        \
    {                                                                                              \
        if (cap >= AT && src_len >= AT)                                                            \
            memcpy(out, src, AT);                                                                  \
        return T##_encode(m, src, src_len, AT, out, cap, n);                                       \
    }                                                                                              \
    static wyre_status T##_ring_visit(const void *m, const wyre_visitor *v)                        \
    {                                                                                              \
        return T##_visit(m, v);                                                                    \
    }                                                                                              \
    static const ring T##_ring = {#T, sizeof(T), T##_ring_decode, T##_ring_encode, T##_ring_visit, \
                                  0}
#endif

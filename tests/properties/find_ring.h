/* The laws for records of FIND: one ring a level, since the level is an argument of its decoder. */
#ifndef WYRE_FIND_RING_H
#define WYRE_FIND_RING_H
#include <wyre/smb1.h>
#include "laws.h"

#define FIND_RING(level)                                                                           \
    static wyre_status find_##level##_decode(const uint8_t *in, size_t in_len, uint32_t flags,     \
                                             void *m, size_t *n)                                   \
    {                                                                                              \
        return wyre_smb1_find_record_decode(level, in, in_len, flags, m, n);                       \
    }                                                                                              \
    static wyre_status find_##level##_encode(const void *m, const uint8_t *src, size_t src_len,    \
                                             uint8_t *out, size_t cap, size_t *n)                  \
    {                                                                                              \
        return wyre_smb1_find_record_encode(m, src, src_len, out, cap, n);                         \
    }                                                                                              \
    static wyre_status find_##level##_visit(const void *m, const wyre_visitor *v)                  \
    {                                                                                              \
        return wyre_smb1_find_record_visit(m, v);                                                  \
    }                                                                                              \
    static const ring find_##level##_ring = {                                                      \
        "find_record " #level, sizeof(wyre_smb1_find_record),                                      \
        find_##level##_decode, find_##level##_encode,                                              \
        find_##level##_visit,  WYRE_SMB1_FLAGS2_UNICODE | WYRE_SMB1_FIND_RETURN_RESUME_KEYS}
#endif

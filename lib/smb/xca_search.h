/* The search for matches: the last place where three bytes of the same hash stood. */
#ifndef WYRE_LIB_SMB_XCA_SEARCH_H
#define WYRE_LIB_SMB_XCA_SEARCH_H
#include <string.h>
#include <wyre/xca.h>
#include "../core/bytes.h"

enum { SHORTEST = 3 }; /* match */

typedef struct match {
    size_t distance;
    size_t len; /* 0: none */
} match;

INLINE size_t
three_byte_hash(const uint8_t *p)
{
    uint32_t three = (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
    return three * 0x9e3779b1u >> 20;
}

/* Positions are kept plus 1: 0 is none. */
INLINE void
remember(wyre_xca_search *search, const uint8_t *in, size_t at, size_t end)
{
    if (end - at >= SHORTEST)
        search->position[three_byte_hash(in + at)] = (uint32_t)at + 1;
}

/* Looks for what stands at `at` in the bytes from `start` on, no further back than `farthest` and no
 * longer than `longest`, and remembers the place. */
INLINE match
find_match(wyre_xca_search *search, const uint8_t *in, size_t start, size_t at, size_t end,
           size_t farthest, size_t longest)
{
    match none = {0, 0};
    if (end - at < SHORTEST)
        return none;
    size_t candidate = search->position[three_byte_hash(in + at)];
    remember(search, in, at, end);
    if (candidate <= start || at - (candidate - 1) > farthest)
        return none;
    const uint8_t *before = in + candidate - 1;
    size_t most = end - at < longest ? end - at : longest;
    size_t len = 0;
    while (len < most && before[len] == in[at + len])
        len++;
    return len < SHORTEST ? none : (match){at - (candidate - 1), len};
}
#endif

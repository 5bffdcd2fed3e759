/* The laws, tried on one vector: all its prefixes, all capacities, all flips of each byte. */
#ifndef WYRE_RING_H
#define WYRE_RING_H
#include "../test.h"
#include "laws.h"

/* A bit of flags that the message does not define is refused. */
static inline void
ring_flags(const ring *r, const char *row, const uint8_t *unit, size_t len, uint32_t flags)
{
    void *m = block(r->size);
    for (unsigned bit = 0; bit < 32; bit++)
        if ((r->known_flags & 1u << bit) == 0)
            assert_status(row, r->decode(unit, len, flags | 1u << bit, m, NULL), WYRE_E_ARG);
    free(m);
}

/* A span that reaches past src is refused and never read. */
static inline void
ring_source(const ring *r, const char *row, const uint8_t *unit, size_t len, uint32_t flags)
{
    void *m = block(r->size);
    assert_status(row, r->decode(unit, len, flags, m, NULL), WYRE_OK);
    size_t reach = story_of(r, m, unit, len).reach;
    uint8_t *out = block(len + 64);
    for (size_t short_len = 0; short_len < reach; short_len++) {
        uint8_t *src = exact(unit, short_len);
        assert_status(row, r->encode(m, src, short_len, out, len + 64, NULL), WYRE_E_ARG);
        free(src);
    }
    free(out);
    free(m);
}

/* The whole ring. No strict prefix of the n bytes that decode used may be accepted: a message whose
 * last part reaches to the end of its unit (REST) takes ring_open instead, which leaves that out. */
static inline void
ring_open(const ring *r, const char *row, const uint8_t *unit, size_t len, uint32_t flags)
{
    assert_status(row, law(r, row, unit, len, flags, 1), WYRE_OK);
    ring_flags(r, row, unit, len, flags);
    ring_source(r, row, unit, len, flags);
    for (size_t cut = 0; cut < len; cut++)
        law(r, row, unit, cut, flags, 0);
    uint8_t *flipped = exact(unit, len);
    for (size_t i = 0; i < len; i++) {
        for (unsigned flip = 1; flip < 256; flip++) {
            flipped[i] = (uint8_t)(unit[i] ^ flip);
            law(r, row, flipped, len, flags, 0);
        }
        flipped[i] = unit[i];
    }
    free(flipped);
}

static inline void
ring_holds(const ring *r, const char *row, const uint8_t *unit, size_t len, uint32_t flags)
{
    size_t n = 0;
    void *m = block(r->size);
    ring_open(r, row, unit, len, flags);
    assert_status(row, r->decode(unit, len, flags, m, &n), WYRE_OK);
    for (size_t cut = 0; cut < n; cut++)
        if (r->decode(unit, cut, flags, m, NULL) == WYRE_OK)
            fail_msg("%s: accepted when cut to %zu bytes", row, cut);
    free(m);
}
#endif

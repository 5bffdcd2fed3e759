/* What holds for every message and every input. The unit tests try it on vectors and their mutants,
 * the fuzz harnesses on whatever comes; REQUIRE(condition, row) says what a broken law does. */
#ifndef WYRE_LAWS_H
#define WYRE_LAWS_H
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wyre/core.h>

/* ---- one message type with decode, encode and visit ---------------------------------------------- */

typedef struct ring {
    const char *name;
    size_t size;
    wyre_status (*decode)(const uint8_t *in, size_t in_len, uint32_t flags, void *m, size_t *n);
    wyre_status (*encode)(const void *m, const uint8_t *src, size_t src_len, uint8_t *out,
                          size_t cap, size_t *n);
    wyre_status (*visit)(const void *m, const wyre_visitor *v);
    uint32_t known_flags;
} ring;

/* What is the same of every ring: all but its decoder. */
#define RING_AROUND(name, T, known)                                                                \
    static wyre_status name##_ring_encode(const void *m, const uint8_t *src, size_t src_len,       \
                                          uint8_t *out, size_t cap, size_t *n)                     \
    {                                                                                              \
        return name##_encode(m, src, src_len, out, cap, n);                                        \
    }                                                                                              \
    static wyre_status name##_ring_visit(const void *m, const wyre_visitor *v)                     \
    {                                                                                              \
        return T##_visit(m, v);                                                                    \
    }                                                                                              \
    static const ring name##_ring = {                                                              \
        #name, sizeof(T), name##_ring_decode, name##_ring_encode, name##_ring_visit, known}

/* RING(T, known_flags) defines T_ring. RING_AS(name, T, known_flags) defines name_ring of
 * name_decode and name_encode, where several grammars share the struct T. */
#define RING(T, known) RING_AS(T, T, known)
#define RING_AS(name, T, known)                                                                    \
    static wyre_status name##_ring_decode(const uint8_t *in, size_t in_len, uint32_t flags,        \
                                          void *m, size_t *n)                                      \
    {                                                                                              \
        return name##_decode(in, in_len, flags, m, n);                                             \
    }                                                                                              \
    RING_AROUND(name, T, known)

/* A message told field by field, spans by their bytes: equal stories, equal messages. */
typedef struct story {
    const uint8_t *base;
    size_t len;
    uint64_t hash;
    size_t reach; /* where the last span ends */
    int inside;   /* every span lay inside base[0 .. len - 1] */
} story;

static inline void
story_adds(story *s, const void *p, size_t len)
{
    const uint8_t *b = p;
    for (size_t i = 0; i < len; i++)
        s->hash = (s->hash ^ b[i]) * 0x100000001b3u;
}

static inline void
story_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    story_adds(user, name, strlen(name));
    story_adds(user, &kind, sizeof kind);
    story_adds(user, &value, sizeof value);
}

static inline void
story_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    story_adds(user, name, strlen(name));
    story_adds(user, &kind, sizeof kind);
    story_adds(user, at, len);
}

static inline void
story_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    story *s = user;
    story_adds(s, name, strlen(name));
    story_adds(s, &kind, sizeof kind);
    story_adds(s, &span.len, sizeof span.len);
    if (span.off > s->len || span.len > s->len - span.off) {
        s->inside = 0;
        return;
    }
    if (span.len == 0)
        return;
    story_adds(s, s->base + span.off, span.len);
    if (s->reach < span.off + (size_t)span.len)
        s->reach = span.off + (size_t)span.len;
}

static inline story
story_of(const ring *r, const void *m, const uint8_t *base, size_t len)
{
    story s = {base, len, 0xcbf29ce484222325u, 0, 1};
    wyre_visitor v = {&s, story_number, story_bytes, story_span, NULL, NULL};
    r->visit(m, &v);
    return s;
}

static inline void *
block(size_t len)
{
    void *p = calloc(1, len > 0 ? len : 1);
    if (p == NULL)
        abort();
    return p;
}

/* Encode writes nothing from cap on, names its exact need, and what it wrote is the same message. */
static inline void
law_of_capacity(const ring *r, const char *row, const void *m, const uint8_t *unit, size_t len,
                uint32_t flags, size_t need, size_t cap)
{
    size_t n = 0;
    uint8_t *out = block(cap + 1);
    out[cap] = 0xa5;
    wyre_status status = r->encode(m, unit, len, cap > 0 ? out : NULL, cap, &n);
    REQUIRE(status == (cap >= need ? WYRE_OK : WYRE_E_SPACE), row);
    REQUIRE(n == need, row);
    REQUIRE(out[cap] == 0xa5, row);
    if (status == WYRE_OK) {
        void *again = block(r->size);
        REQUIRE(r->decode(out, need, flags, again, NULL) == WYRE_OK, row);
        story before = story_of(r, m, unit, len);
        story after = story_of(r, again, out, need);
        REQUIRE(before.hash == after.hash, row);
        free(again);
    }
    free(out);
}

#ifndef REACHED
#define REACHED(name) (void)(name)
#endif

/* An input that decodes can be encoded into every capacity, and decodes again to the same story; one
 * that does not leaves *m zero and names an offset. `every_cap` 0: only the need and one less. */
static inline wyre_status
law(const ring *r, const char *row, const uint8_t *in, size_t len, uint32_t flags, int every_cap)
{
    uint8_t *unit = block(len);
    uint8_t *m = block(r->size);
    uint8_t *zero = block(r->size);
    size_t n = 0;
    size_t need = 0;
    if (len > 0)
        memcpy(unit, in, len);
    memset(m, 0xa5, r->size);
    wyre_status status = r->decode(unit, len, flags, m, &n);
    REQUIRE(n <= len, row);
    if (status != WYRE_OK) {
        REQUIRE(status < 0, row);
        REQUIRE(memcmp(m, zero, r->size) == 0, row);
    } else {
        REACHED(r->name);
        REQUIRE(story_of(r, m, unit, len).inside, row);
        wyre_status measured = r->encode(m, unit, len, NULL, 0, &need);
        REQUIRE(measured == (need > 0 ? WYRE_E_SPACE : WYRE_OK), row);
        for (size_t cap = every_cap ? 0 : need > 0 ? need - 1 : 0; cap <= need; cap++)
            law_of_capacity(r, row, m, unit, len, flags, need, cap);
    }
    free(unit);
    free(m);
    free(zero);
    return status;
}
#endif

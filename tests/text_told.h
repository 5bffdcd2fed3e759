/* What a message tells its visitor, as one line of text: "protocol=1 address=0a000001 port=21". Spans
 * are quoted. A table row can then say all fields of any message. */
#ifndef WYRE_TEXT_TOLD_H
#define WYRE_TEXT_TOLD_H
#include "properties/ring.h"

typedef struct told {
    const uint8_t *base;
    char text[1024];
} told;

static inline void
told_adds(told *t, const char *name, const char *value)
{
    size_t len = strlen(t->text);
    snprintf(t->text + len, sizeof t->text - len, "%s%s=%s", len > 0 ? " " : "", name, value);
}

static inline void
told_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    char text[32];
    (void)kind;
    snprintf(text, sizeof text, "%llu", (unsigned long long)value);
    told_adds(user, name, text);
}

static inline void
told_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    char text[65] = "";
    (void)kind;
    for (uint32_t i = 0; i < len && i < 32; i++)
        snprintf(text + 2 * i, 3, "%02x", at[i]);
    told_adds(user, name, text);
}

static inline void
told_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    told *t = user;
    char text[256];
    (void)kind;
    snprintf(text, sizeof text, "'%.*s'", (int)span.len, (const char *)t->base + span.off);
    told_adds(t, name, text);
}

static inline told
told_of(const ring *r, const void *m, const uint8_t *base)
{
    told t = {.base = base};
    wyre_visitor v = {&t, told_number, told_bytes, told_span, NULL, NULL};
    r->visit(m, &v);
    return t;
}

/* ---- rows -------------------------------------------------------------------------------------- */

typedef struct told_row {
    const ring *ring;
    const char *name, *hex;
    uint32_t flags;
    wyre_status status;
    size_t n;         /* where it stopped, or the byte at fault */
    const char *told; /* every field; NULL where it is refused */
    const char *sent; /* what encode makes of it; NULL: the same bytes */
} told_row;

static inline void
told_row_holds(const told_row *row)
{
    bytes in = hex(row->hex);
    uint8_t *unit = exact(in.at, in.len);
    void *m = block(row->ring->size);
    size_t n = 0;
    assert_status(row->name, row->ring->decode(unit, in.len, row->flags, m, &n), row->status);
    assert_offset(row->name, n, row->n);
    if (row->status == WYRE_OK) {
        told t = told_of(row->ring, m, unit);
        if (strcmp(t.text, row->told) != 0)
            fail_msg("%s: told\n%s, not\n%s", row->name, t.text, row->told);
        bytes sent = row->sent != NULL ? hex(row->sent) : in;
        uint8_t out[1024];
        assert_status(row->name, row->ring->encode(m, unit, in.len, out, sizeof out, &n), WYRE_OK);
        if (n != sent.len || memcmp(out, sent.at, n) != 0)
            fail_msg("%s: sent '%.*s'", row->name, (int)n, (const char *)out);
        law(row->ring, row->name, unit, in.len, row->flags, 1);
    }
    free(m);
    free(unit);
}

static inline void
told_rows_hold(const told_row *rows, size_t count)
{
    for (const told_row *row = rows; row < rows + count; row++)
        told_row_holds(row);
}

/* The laws on every prefix and every flip of each row that is accepted as it is. */
static inline void
told_rows_keep_the_laws(const told_row *rows, size_t count)
{
    for (const told_row *row = rows; row < rows + count; row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            ring_open(row->ring, row->name, in.at, in.len, row->flags);
    }
}
#endif

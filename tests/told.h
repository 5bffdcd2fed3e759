/* Rows that say what a message tells its visitor: one table serves many message types.
 * A number is name=12, a set of bits name=0x0c, bytes name=hex, a span name=[offset,length]; a part of
 * its own is name[offset,length]{...}. */
#ifndef WYRE_TOLD_H
#define WYRE_TOLD_H
#include "properties/ring.h"
#include <inttypes.h>

typedef struct told {
    char text[16384];
    size_t len;
} told;

static inline void told_adds(told *t, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline void
told_adds(told *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(t->text + t->len, sizeof t->text - t->len, format, args);
    va_end(args);
    if (n < 0 || (size_t)n >= sizeof t->text - t->len)
        abort();
    t->len += (size_t)n;
}

static inline void
told_gap(told *t)
{
    if (t->len > 0 && t->text[t->len - 1] != '{')
        told_adds(t, " ");
}

static inline void
told_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    told_gap(user);
    if (kind == WYRE_KIND_FLAGS)
        told_adds(user, "%s=0x%02" PRIx64, name, value);
    else if (kind == WYRE_KIND_SIGNED)
        told_adds(user, "%s=%" PRId64, name, (int64_t)value);
    else
        told_adds(user, "%s=%" PRIu64, name, value);
}

static inline void
told_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    (void)kind;
    told_gap(user);
    told_adds(user, "%s=", name);
    for (uint32_t i = 0; i < len; i++)
        told_adds(user, "%02x", at[i]);
}

static inline void
told_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    (void)kind;
    told_gap(user);
    told_adds(user, "%s=[%" PRIu32 ",%" PRIu32 "]", name, span.off, span.len);
}

static inline void
told_enter(void *user, const char *name, wyre_span window)
{
    told_gap(user);
    told_adds(user, "%s[%" PRIu32 ",%" PRIu32 "]{", name, window.off, window.len);
}

static inline void
told_leave(void *user)
{
    told_adds(user, "}");
}

static inline wyre_visitor
telling(told *t)
{
    t->len = 0;
    t->text[0] = '\0';
    return (wyre_visitor){t, told_number, told_bytes, told_span, told_enter, told_leave};
}

static inline void
assert_told(const char *row, const told *t, const char *want)
{
    if (strcmp(t->text, want) != 0)
        fail_msg("%s: told\n  %s, not\n  %s", row, t->text, want);
}

/* One message of any type. */
typedef struct told_row {
    const ring *of;
    const char *name, *hex;
    wyre_status status;
    size_t n;         /* where it stopped, or the byte at fault */
    const char *told; /* what it tells; NULL where it is refused */
} told_row;

/* Decodes as the row says; a message that is accepted comes back byte for byte. */
static inline void
told_row_holds(const told_row *row)
{
    static told got;
    bytes in = hex(row->hex);
    uint8_t *unit = exact(in.at, in.len);
    void *m = block(row->of->size);
    size_t n;
    assert_status(row->name, row->of->decode(unit, in.len, 0, m, &n), row->status);
    assert_offset(row->name, n, row->n);
    if (row->status == WYRE_OK) {
        uint8_t *out = block(in.len);
        wyre_visitor v = telling(&got);
        assert_status(row->name, row->of->visit(m, &v), WYRE_OK);
        assert_told(row->name, &got, row->told);
        assert_status(row->name, row->of->encode(m, unit, in.len, out, row->n, &n), WYRE_OK);
        assert_offset(row->name, n, row->n);
        REQUIRE(memcmp(out, unit, n) == 0, row->name);
        free(out);
        ring_open(row->of, row->name, in.at, in.len, 0);
    }
    free(m);
    free(unit);
}

static inline void
told_rows_hold(const told_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        told_row_holds(&rows[i]);
}
#endif

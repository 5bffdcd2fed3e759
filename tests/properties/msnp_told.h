/* Rows of records: the text, and what the record of it tells; the laws hold for each. */
#ifndef WYRE_MSNP_TOLD_H
#define WYRE_MSNP_TOLD_H
#include "../line_told.h"
#include "ring.h"

typedef struct told_record {
    const ring *record;
    const char *in; /* | stands for CR LF */
    wyre_status status;
    size_t n;         /* where it stopped, or the byte at fault */
    const char *told; /* what the visitor tells; NULL where it is refused */
    const char *out;  /* what encode writes; NULL: the same */
} told_record;

/* The text with CR LF for |. */
static inline bytes
with_line_ends(const char *text)
{
    bytes b = {.len = 0};
    for (; *text != '\0'; text++) {
        if (*text == '|')
            b.at[b.len++] = '\r';
        b.at[b.len++] = (uint8_t)(*text == '|' ? '\n' : *text);
    }
    return b;
}

static inline void
told_record_holds(const told_record *r)
{
    static uint64_t m[64];
    static uint64_t zero[64];
    static line_told t;
    uint8_t out[2048];
    bytes in = with_line_ends(r->in);
    uint8_t *unit = exact(in.at, in.len);
    size_t n = 99;
    REQUIRE(r->record->size <= sizeof m, r->in);
    assert_status(r->in, r->record->decode(unit, in.len, 0, m, &n), r->status);
    assert_offset(r->in, n, r->n);
    if (r->status != WYRE_OK) {
        assert_fields(r->in, m, zero, r->record->size);
    } else {
        wyre_visitor v = telling(&t, unit);
        r->record->visit(m, &v);
        if (strcmp(t.text, r->told) != 0)
            fail_msg("%s: told %s", r->in, t.text);
        bytes want = with_line_ends(r->out != NULL ? r->out : r->in);
        assert_status(r->in, r->record->encode(m, unit, in.len, out, sizeof out, &n), WYRE_OK);
        if (n != want.len || memcmp(out, want.at, n) != 0)
            fail_msg("%s: written as %.*s", r->in, (int)n, (const char *)out);
        ring_open(r->record, r->in, unit, in.len, 0);
    }
    free(unit);
}
#endif

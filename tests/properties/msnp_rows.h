/* Rows of commands for the views of MSNP: a line, who sent it, and what the view of it tells. */
#ifndef WYRE_MSNP_ROWS_H
#define WYRE_MSNP_ROWS_H
#include "../line_told.h"
#include "msnp_view.h"
#include "ring.h"

enum { C = 0, S = 0x100, SB = 0x200, KNOWN = 0x13ff };

typedef struct row {
    const ring *view;
    uint32_t flags;
    const char *line; /* without CR LF; a payload stands behind | */
    wyre_status status;
    size_t fault;     /* where it is refused */
    const char *told; /* what the visitor tells behind verb= */
} row;

/* The command as it is on the wire. */
static inline bytes
row_bytes(const row *r)
{
    bytes b = {.len = 0};
    int line = 1;
    for (const char *c = r->line; *c != '\0'; c++) {
        if (line && *c == '|') {
            b.at[b.len++] = '\r';
            b.at[b.len++] = '\n';
            line = 0;
        } else {
            b.at[b.len++] = (uint8_t)*c;
        }
    }
    if (line) {
        b.at[b.len++] = '\r';
        b.at[b.len++] = '\n';
    }
    return b;
}

/* The command of a row with its last field cut off, again and again: decoded or refused, and the laws
 * hold either way. */
static inline void
row_without_fields(const row *r, bytes in)
{
    size_t end = 0;
    while (in.at[end] != '\r')
        end++;
    while (end > 3) {
        while (in.at[end - 1] != ' ')
            end--;
        end--;
        in.at[end] = '\r';
        in.at[end + 1] = '\n';
        in.len = end + 2;
        law(r->view, r->line, in.at, in.len, r->flags, 1);
    }
}

/* Whatever the bytes are that the spans point to: what is written is one command of this verb, which
 * the view reads, or nothing is written. */
static inline void
row_keeps_to_itself(const row *r, const void *m, bytes in)
{
    static uint64_t again[64];
    uint8_t out[1024];
    for (size_t at = 0; at < in.len; at++) {
        uint8_t saved = in.at[at];
        for (unsigned c = 0; c < 256; c++) {
            wyre_msnp_command framed;
            size_t n = 0;
            size_t used = 0;
            in.at[at] = (uint8_t)c;
            if (r->view->encode(m, in.at, in.len, out, sizeof out, &n) != WYRE_OK)
                continue;
            REQUIRE(wyre_msnp_frame(out, n, r->flags, 8192, 65536, NULL, &framed, &used) == WYRE_OK,
                    r->line);
            REQUIRE(framed.malformed == WYRE_OK && used == n, r->line);
            REQUIRE(memcmp(framed.verb, r->line, 3) == 0, r->line);
            REQUIRE(r->view->decode(out, n, r->flags, again, NULL) == WYRE_OK, r->line);
        }
        in.at[at] = saved;
    }
}

static inline void
row_holds(const row *r)
{
    static uint64_t m[64]; /* aligned room for any view */
    static uint64_t zero[64];
    static line_told t;
    uint8_t out[1024];
    bytes in = row_bytes(r);
    size_t n = 99;
    REQUIRE(r->view->size <= sizeof m, r->line);
    assert_status(r->line, r->view->decode(in.at, in.len, r->flags, m, &n), r->status);
    if (r->status != WYRE_OK) {
        assert_offset(r->line, n, r->fault);
        assert_fields(r->line, m, zero, r->view->size);
        law(r->view, r->line, in.at, in.len, r->flags, 1);
        return;
    }
    assert_offset(r->line, n, in.len);
    wyre_visitor v = telling(&t, in.at);
    r->view->visit(m, &v);
    if (strcmp(t.text + 9, r->told) != 0) /* behind verb=VER and a blank */
        fail_msg("%s: told %s", r->line, t.text);
    assert_status(r->line, r->view->encode(m, in.at, in.len, out, sizeof out, &n), WYRE_OK);
    REQUIRE(n == in.len && memcmp(out, in.at, n) == 0, r->line);
    /* the same through the function that knows all views; it may tell more behind */
    v = telling(&t, in.at);
    assert_status(r->line, wyre_msnp_visit(in.at, in.len, r->flags, &v, &n), WYRE_OK);
    REQUIRE(strncmp(t.text + 9, r->told, strlen(r->told)) == 0, r->line);
    row_keeps_to_itself(r, m, in);
    ring_holds(r->view, r->line, in.at, in.len, r->flags);
    row_without_fields(r, in);
}
#endif

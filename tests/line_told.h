/* A message as its visitor tells it, as one line of text: name=value, a blank between two; a part is
 * name{...}. Rows compare that with what they expect, field by field and by name. */
#ifndef WYRE_LINE_TOLD_H
#define WYRE_LINE_TOLD_H
#include <inttypes.h>
#include "test.h"

typedef struct line_told {
    char text[4096];
    size_t len;
    const uint8_t *base; /* of the window told now */
    const uint8_t *outer[16];
    unsigned depth;
} line_told;

static inline void
line_adds(line_told *t, const char *text, size_t len)
{
    if (len > sizeof t->text - 1 - t->len)
        fail_msg("told: more than %zu bytes", sizeof t->text);
    memcpy(t->text + t->len, text, len);
    t->len += len;
    t->text[t->len] = '\0';
}

static inline void
line_name(line_told *t, const char *name, char behind)
{
    char text[80];
    const char *blank = t->len > 0 && t->text[t->len - 1] != '{' ? " " : "";
    snprintf(text, sizeof text, "%s%s%c", blank, name, behind);
    line_adds(t, text, strlen(text));
}

static inline void
line_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    char text[32];
    line_name(user, name, '=');
    snprintf(text, sizeof text, kind == WYRE_KIND_FLAGS ? "0x%" PRIx64 : "%" PRIu64, value);
    line_adds(user, text, strlen(text));
}

static inline void
line_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    line_name(user, name, '=');
    for (uint32_t i = 0; i < len; i++) {
        char text[4] = {(char)at[i], '\0', '\0', '\0'};
        if (kind != WYRE_KIND_TEXT)
            snprintf(text, sizeof text, "%02x", at[i]);
        line_adds(user, text, kind == WYRE_KIND_TEXT ? 1 : 2);
    }
}

/* Spans as the text they are, CR LF as | and NUL as a full stop. */
static inline void
line_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    line_told *t = user;
    (void)kind;
    line_name(t, name, '=');
    for (uint32_t i = 0; i < span.len; i++) {
        const char *c = (const char *)t->base + span.off + i;
        if (*c != '\r')
            line_adds(t, *c == '\n' ? "|" : *c == '\0' ? "." : c, 1);
    }
}

static inline void
line_enter(void *user, const char *name, wyre_span window)
{
    line_told *t = user;
    line_name(t, name, '{');
    t->outer[t->depth++] = t->base;
    t->base += window.off;
}

static inline void
line_leave(void *user)
{
    line_told *t = user;
    line_adds(t, "}", 1);
    t->base = t->outer[--t->depth];
}

static inline wyre_visitor
telling(line_told *t, const uint8_t *base)
{
    *t = (line_told){.base = base};
    return (wyre_visitor){t, line_number, line_bytes, line_span, line_enter, line_leave};
}
#endif

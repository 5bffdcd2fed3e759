/* A message as its visitor tells it, as one line of text: name=value, a blank between two; a part is
 * name{...}. Rows compare that with what they expect, field by field and by name. */
#ifndef WYRE_TOLD_H
#define WYRE_TOLD_H
#include <inttypes.h>
#include "test.h"

typedef struct told {
    char text[4096];
    size_t len;
    const uint8_t *base; /* of the window told now */
    const uint8_t *outer[16];
    unsigned depth;
} told;

static inline void
told_adds(told *t, const char *text, size_t len)
{
    if (len > sizeof t->text - 1 - t->len)
        fail_msg("told: more than %zu bytes", sizeof t->text);
    memcpy(t->text + t->len, text, len);
    t->len += len;
    t->text[t->len] = '\0';
}

static inline void
told_name(told *t, const char *name, char behind)
{
    char text[80];
    const char *blank = t->len > 0 && t->text[t->len - 1] != '{' ? " " : "";
    snprintf(text, sizeof text, "%s%s%c", blank, name, behind);
    told_adds(t, text, strlen(text));
}

static inline void
told_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    char text[32];
    told_name(user, name, '=');
    snprintf(text, sizeof text, kind == WYRE_KIND_FLAGS ? "0x%" PRIx64 : "%" PRIu64, value);
    told_adds(user, text, strlen(text));
}

static inline void
told_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    told_name(user, name, '=');
    for (uint32_t i = 0; i < len; i++) {
        char text[4] = {(char)at[i], '\0', '\0', '\0'};
        if (kind != WYRE_KIND_TEXT)
            snprintf(text, sizeof text, "%02x", at[i]);
        told_adds(user, text, kind == WYRE_KIND_TEXT ? 1 : 2);
    }
}

/* Spans as the text they are, CR LF as |. */
static inline void
told_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    told *t = user;
    (void)kind;
    told_name(t, name, '=');
    for (uint32_t i = 0; i < span.len; i++) {
        const char *c = (const char *)t->base + span.off + i;
        if (*c != '\r')
            told_adds(t, *c == '\n' ? "|" : c, 1);
    }
}

static inline void
told_enter(void *user, const char *name, wyre_span window)
{
    told *t = user;
    told_name(t, name, '{');
    t->outer[t->depth++] = t->base;
    t->base += window.off;
}

static inline void
told_leave(void *user)
{
    told *t = user;
    told_adds(t, "}", 1);
    t->base = t->outer[--t->depth];
}

static inline wyre_visitor
telling(told *t, const uint8_t *base)
{
    *t = (told){.base = base};
    return (wyre_visitor){t, told_number, told_bytes, told_span, told_enter, told_leave};
}
#endif

/* Framing, and commands of any name. */
#include <string.h>
#include <wyre/msnp_command.h>
#include "../core/line.h"
#include "fields.h"
#include "line.h"
#include "rules.h"

/* ---- a line: one pass ---------------------------------------------------------------------------- */

typedef struct line {
    size_t feed;     /* its LF, or the end */
    size_t bad;      /* the first CR or NUL in front of that, or the end */
    size_t last;     /* where the last field begins; 0: there is none */
    uint32_t spaces; /* as many as there are fields behind the name */
} line;

/* What the n bytes at p hold, n from 1 to 64; bit i is byte i. */
typedef struct marks {
    uint64_t feeds, spaces, bad;
} marks;

INLINE void
mark_step(marks *m, const uint8_t *p, size_t at)
{
    m->feeds |= found_in_step(p + at, '\n') << at;
    m->spaces |= found_in_step(p + at, ' ') << at;
    m->bad |= (found_in_step(p + at, '\r') | found_in_step(p + at, '\0')) << at;
}

INLINE marks
marks_of(const uint8_t *p, size_t n)
{
    marks m = {0, 0, 0};
    size_t at = 0;
    for (; n - at >= STEP; at += STEP)
        mark_step(&m, p, at);
    if (at < n && n >= STEP) {
        mark_step(&m, p, n - STEP); /* some bytes for the second time */
        return m;
    }
    for (; at < n; at++) {
        m.feeds |= (uint64_t)(p[at] == '\n') << at;
        m.spaces |= (uint64_t)(p[at] == ' ') << at;
        m.bad |= (uint64_t)(p[at] == '\r' || p[at] == '\0') << at;
    }
    return m;
}

/* The first line of in[0 .. len - 1]. */
static line
line_of(const uint8_t *in, size_t len)
{
    line l = {len, len, 0, 0};
    for (size_t at = 0; at < len && l.feed == len; at += 64) {
        marks m = marks_of(in + at, len - at < 64 ? len - at : 64);
        if (m.feeds != 0) {
            uint64_t first = m.feeds & (~m.feeds + 1);
            l.feed = at + (size_t)__builtin_ctzll(m.feeds);
            m.spaces &= first - 1;
            m.bad &= first - 1;
        }
        if (m.bad != 0 && l.bad == len)
            l.bad = at + (size_t)__builtin_ctzll(m.bad);
        if (m.spaces != 0)
            l.last = at + 64 - (size_t)__builtin_clzll(m.spaces);
        for (; m.spaces != 0; m.spaces &= m.spaces - 1)
            l.spaces++;
    }
    return l;
}

/* ---- its fields ---------------------------------------------------------------------------------- */

/* The next space, or end. */
static size_t
field_end(const uint8_t *in, size_t at, size_t end)
{
    while (end - at >= STEP) {
        uint64_t mask = found_in_step(in + at, ' ');
        if (mask != 0)
            return at + (size_t)__builtin_ctzll(mask);
        at += STEP;
    }
    while (at < end && in[at] != ' ')
        at++;
    return at;
}

unsigned
wyre_msnp_trid_digits(const uint8_t *p, size_t len, uint32_t *trid)
{
    uint64_t value = 0;
    if (len < 1 || len > 10)
        return 0;
    for (size_t i = 0; i < len; i++) {
        if (p[i] < '0' || p[i] > '9')
            return 0;
        value = value * 10 + (p[i] - (uint32_t)'0');
    }
    if (value > UINT32_MAX)
        return 0;
    *trid = (uint32_t)value;
    return (unsigned)len;
}

/* The first of `fields` is the TrID if it is a number of 32 bits; else there is none. */
static void
take_trid(const uint8_t *in, size_t end, wyre_msnp_command *out)
{
    size_t at = out->fields.off;
    size_t stop = field_end(in, at, end);
    out->trid_digits = (uint8_t)wyre_msnp_trid_digits(in + at, stop - at, &out->trid);
    if (out->trid_digits == 0)
        return;
    out->fields = (wyre_span){0, 0};
    if (stop < end)
        out->fields = (wyre_span){(uint32_t)stop + 1, (uint32_t)(end - stop - 1)};
}

/* The last of `fields` is the payload's length; it is all digits. */
static wyre_status
take_length(const uint8_t *in, size_t end, size_t last, wyre_msnp_command *out, uint64_t *length)
{
    if (end - last > 10)
        return WYRE_E_VALUE;
    for (size_t i = last; i < end; i++)
        *length = *length * 10 + (in[i] - (uint32_t)'0');
    out->length_digits = (uint8_t)(end - last);
    if (last == out->fields.off)
        out->fields = (wyre_span){0, 0};
    else
        out->fields.len = (uint32_t)(last - 1 - out->fields.off);
    return WYRE_OK;
}

static wyre_status
malformed(wyre_msnp_command *out, size_t end, wyre_status why, size_t fault)
{
    uint32_t role = out->role;
    memset(out, 0, sizeof *out);
    out->role = role;
    out->fields = (wyre_span){0, (uint32_t)end};
    out->malformed = why;
    out->fault = (uint32_t)fault;
    return WYRE_OK;
}

/* Whether this command may have a payload at all: then the last field is looked at. */
static int
rule_of(const uint8_t *in, size_t end, const line *l, shape *s)
{
    if (!wyre_msnp_payload_possible(s))
        return PAYLOAD_NONE;
    s->last = l->spaces > 0 ? wyre_msnp_last(in + l->last, end - l->last) : LAST_OTHER;
    return wyre_msnp_payload_rule(s);
}

/* The text of a line, in[0 .. end - 1]. Refused only where no payload can be counted. */
static wyre_status
line_decode(const uint8_t *in, size_t end, const line *l, uint32_t flags, wyre_msnp_command *out,
            uint64_t *length, size_t *fault)
{
    out->role = flags & WYRE_MSNP_ROLE;
    if (l->bad < end)
        return malformed(out, end, WYRE_E_TEXT, l->bad);
    if (end < 3 || (end > 3 && in[3] != ' ') || !wyre_msnp_is_name(in, flags))
        return malformed(out, end, WYRE_E_MAGIC, 0);
    memcpy(out->verb, in, 3);
    shape s = {TAG(in[0], in[1], in[2]), out->role, l->spaces, LAST_OTHER};
    *fault = l->spaces > 0 ? l->last : end;
    if (l->spaces > 0) {
        out->fields = (wyre_span){4, (uint32_t)(end - 4)};
        if (wyre_msnp_trid_rule(&s))
            take_trid(in, end, out);
    }
    switch (rule_of(in, end, l, &s)) {
    case PAYLOAD_COUNTED:
        return take_length(in, end, l->last, out, length);
    case PAYLOAD_SHORT:
        return malformed(out, end, WYRE_E_LENGTH, end);
    case PAYLOAD_BAD:
        return WYRE_E_VALUE;
    default:
        return WYRE_OK;
    }
}

/* ---- frame --------------------------------------------------------------------------------------- */

static int
undefined(uint32_t flags)
{
    return (flags & ~(uint32_t)(WYRE_MSNP_ROLE | WYRE_MSNP_BARE_LF)) != 0 ||
           (flags & WYRE_MSNP_DIALECT) > WYRE_MSNP_DIALECT_MAX;
}

/* What is known once the line is complete. */
typedef struct unit {
    size_t line_end; /* of its text */
    size_t body;     /* behind its LF */
    uint64_t length; /* of the payload */
    size_t stop;     /* where the unit ends; on MORE the least length worth calling again with; else
                        the byte at fault */
} unit;

/* The line that ends with the LF at l->feed. */
static wyre_status
whole_line(const uint8_t *in, const line *l, uint32_t flags, wyre_msnp_command *out, unit *u)
{
    size_t feed = l->feed;
    size_t crs = feed > 0 && in[feed - 1] == '\r' ? 1 : 0;
    wyre_status status;
    u->line_end = feed - crs;
    u->body = feed + 1;
    out->role = flags & WYRE_MSNP_ROLE;
    if (crs == 0 && (flags & WYRE_MSNP_BARE_LF) == 0)
        status = malformed(out, feed, WYRE_E_TEXT, feed);
    else
        status = line_decode(in, u->line_end, l, flags, out, &u->length, &u->stop);
    if (status != WYRE_OK)
        return status;
    if (u->length > UINT32_MAX - u->body)
        return WYRE_E_LIMIT;
    u->stop = u->body + (size_t)u->length;
    if (out->length_digits > 0)
        out->payload = (wyre_span){(uint32_t)u->body, (uint32_t)u->length};
    return WYRE_OK;
}

/* The first line of `in`, which has no LF in front of `from`; the payload may not be there yet. */
static wyre_status
first_line(const uint8_t *in, size_t in_len, size_t from, uint32_t flags, uint32_t max_line,
           wyre_msnp_command *out, unit *u)
{
    memset(out, 0, sizeof *out);
    *u = (unit){0, 0, 0, 0};
    if (undefined(flags) || in_len > UINT32_MAX)
        return WYRE_E_ARG;
    size_t len = in_len < max_line ? in_len : max_line;
    size_t feed = from > 0 ? line_feed(in, len, from < len ? from : len) : 0;
    if (feed < len) { /* what was scanned before is looked at again only once the line is whole */
        line l = line_of(in, from > 0 ? feed + 1 : len);
        if (l.feed < len)
            return whole_line(in, &l, flags, out, u);
    }
    u->stop = len == max_line ? len : len + 1;
    return len == max_line ? WYRE_E_LIMIT : WYRE_MORE;
}

wyre_status
wyre_msnp_frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max_line,
                uint32_t max_payload, wyre_msnp_progress *progress, wyre_msnp_command *out,
                size_t *n)
{
    wyre_msnp_progress at = progress != NULL ? *progress : (wyre_msnp_progress){0, 0};
    unit u = {.stop = at.total};
    wyre_status status = WYRE_MORE;
    memset(out, 0, sizeof *out);
    if (in_len >= at.total) {
        status = first_line(in, in_len, at.scanned, flags, max_line, out, &u);
        at = (wyre_msnp_progress){status == WYRE_MORE ? (uint32_t)in_len : 0, 0};
        if (status == WYRE_OK && u.length > max_payload) {
            status = WYRE_E_LIMIT;
            u.stop = u.line_end - out->length_digits;
        } else if (status == WYRE_OK && u.stop > in_len) {
            status = WYRE_MORE;
            at = (wyre_msnp_progress){(uint32_t)u.body - 1, (uint32_t)u.stop};
        }
    }
    if (status != WYRE_OK)
        memset(out, 0, sizeof *out);
    if (progress != NULL)
        *progress = at;
    if (n != NULL)
        *n = u.stop;
    return status;
}

/* ---- a complete command -------------------------------------------------------------------------- */

wyre_status
wyre_msnp_unit_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_msnp_command *out,
                      size_t *line_end, size_t *n)
{
    unit u;
    wyre_status status = first_line(in, in_len, 0, flags, UINT32_MAX, out, &u);
    *n = u.stop;
    *line_end = u.line_end;
    if (status == WYRE_OK && out->malformed != WYRE_OK) {
        status = out->malformed;
        *n = out->fault;
    } else if (status == WYRE_MORE || status == WYRE_E_LIMIT ||
               (status == WYRE_OK && u.stop > in_len)) {
        status = WYRE_E_LENGTH;
        *n = in_len;
    }
    if (status != WYRE_OK)
        memset(out, 0, sizeof *out);
    return status;
}

wyre_status
wyre_msnp_command_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_msnp_command *out,
                         size_t *n)
{
    size_t line_end;
    size_t stop;
    wyre_status status = wyre_msnp_unit_decode(in, in_len, flags, out, &line_end, &stop);
    if (n != NULL)
        *n = stop;
    return status;
}

wyre_status
wyre_msnp_command_encode(const wyre_msnp_command *m, const uint8_t *src, size_t src_len,
                         uint8_t *out, size_t cap, size_t *n)
{
    fields f = wyre_msnp_encoding(m, NULL, ANYONE, src, src_len, out, cap);
    return wyre_msnp_encoded(&f, m, n);
}

wyre_status
wyre_msnp_command_visit(const wyre_msnp_command *m, const wyre_visitor *v)
{
    fields f = wyre_msnp_visiting(m, v);
    return wyre_msnp_visited(&f, m);
}

/* fields = field *( SP field ), and a field may be empty. */
wyre_status
wyre_msnp_field_next(wyre_span *left, const uint8_t *in, size_t in_len, wyre_span *out)
{
    *out = (wyre_span){0, 0};
    if (left->off == 0 && left->len == 0)
        return WYRE_END;
    if (left->off > in_len || left->len > in_len - left->off)
        return WYRE_E_ARG;
    size_t end = left->off + (size_t)left->len;
    size_t stop = field_end(in, left->off, end);
    *out = (wyre_span){left->off, (uint32_t)(stop - left->off)};
    *left = (wyre_span){0, 0};
    if (stop < end)
        *left = (wyre_span){(uint32_t)stop + 1, (uint32_t)(end - stop - 1)};
    return WYRE_OK;
}

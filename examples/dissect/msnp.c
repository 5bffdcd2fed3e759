/* dissect, MSNP: the dialect is what the server chose in VER; a connection without VER is a
 * switchboard's. */
#include "dissect.h"
#include <stdio.h>
#include <string.h>

enum { LINE = 65536, PAYLOAD = 1 << 24 };

/* The first command of a stream; all zero where there is none. */
static wyre_msnp_command
first_command(const stream *s, uint32_t flags)
{
    wyre_msnp_command m;
    wyre_msnp_frame(s->bytes, s->len, flags, LINE, PAYLOAD, NULL, &m, NULL);
    return m;
}

static int
is(const wyre_msnp_command *m, const char *verb)
{
    return memcmp(m->verb, verb, 3) == 0;
}

/* "MSNP12" as 12; 0 where it is no dialect. */
static uint32_t
dialect_of(const uint8_t *text, size_t len)
{
    uint64_t dialect = 0;
    if (len < 5 || memcmp(text, "MSNP", 4) != 0 ||
        wyre_decimal_decode(text + 4, len - 4, WYRE_MSNP_DIALECT_MAX, &dialect, NULL) != WYRE_OK)
        return 0;
    return (uint32_t)dialect;
}

/* Role of both sides, without direction. */
static uint32_t
role_of(const session *s)
{
    wyre_msnp_command client = first_command(&s->c2s, 0);
    wyre_msnp_command server = first_command(&s->s2c, WYRE_MSNP_FROM_SERVER);
    wyre_span left = server.fields;
    wyre_span field;
    if (is(&server, "VER") &&
        wyre_msnp_field_next(&left, s->s2c.bytes, s->s2c.len, &field) == WYRE_OK)
        return dialect_of(s->s2c.bytes + field.off, field.len);
    if (is(&client, "USR") || is(&client, "ANS") || is(&server, "USR") || is(&server, "IRO"))
        return WYRE_MSNP_SWITCHBOARD;
    return 0;
}

/* One command, or one line that is none. */
static void
show(const stream *s, size_t off, size_t len, uint32_t flags, const wyre_msnp_command *m)
{
    char name[64] = "?";
    size_t fault = m->fault;
    wyre_status status = m->malformed;
    uint32_t code = wyre_msnp_error_code(m);
    if (code < 1000)
        snprintf(name, sizeof name, "%s %s", (const char *)m->verb, wyre_msnp_error_name(code));
    else if (status == WYRE_OK)
        snprintf(name, sizeof name, "%s", (const char *)m->verb);
    unit_begin(s, off, len, name);
    if (status == WYRE_OK)
        status = wyre_msnp_visit(s->bytes + off, len, flags, unit_visitor(), &fault);
    unit_end(status, fault);
}

static void
walk(const stream *s, uint32_t flags)
{
    for (size_t off = 0, n = 0; off < s->len; off += n) {
        wyre_msnp_command m;
        wyre_status status =
            wyre_msnp_frame(s->bytes + off, s->len - off, flags, LINE, PAYLOAD, NULL, &m, &n);
        if (status == WYRE_OK) {
            show(s, off, n, flags, &m);
            continue;
        }
        unit_begin(s, off, s->len - off, "incomplete");
        unit_end(status == WYRE_MORE ? WYRE_E_LENGTH : status,
                 status == WYRE_MORE ? s->len - off : n);
        return;
    }
}

void
dissect_msnp(const session *s)
{
    uint32_t role = role_of(s);
    walk(&s->c2s, role);
    walk(&s->s2c, role | WYRE_MSNP_FROM_SERVER);
}

int
looks_like_msnp(const session *s)
{
    static const char *const openings[] = {"VER", "CVR", "USR", "ANS", "IRO", "CAL", "INF"};
    wyre_msnp_command client = first_command(&s->c2s, 0);
    wyre_msnp_command server = first_command(&s->s2c, WYRE_MSNP_FROM_SERVER);
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if ((is(&client, openings[i]) && client.trid_digits > 0) ||
            (is(&server, openings[i]) && server.trid_digits > 0))
            return 90;
    return client.trid_digits > 0 || is(&client, "PNG") ? 20 : 0;
}

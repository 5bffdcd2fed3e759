/* FTP control connections: command lines one way, replies the other. */
#include "dissect.h"
#include <stdio.h>

enum {
    LINE = 1 << 16,
    REPLY = 1 << 20,
    REPLY_LINES = 1 << 16,
    COMMAND_FLAGS = WYRE_FTP_BARE_LF | WYRE_FTP_EXTRA_CR | WYRE_FTP_TELNET | WYRE_FTP_URGENT |
                    WYRE_FTP_NUL | WYRE_FTP_LONE_CR,
    REPLY_FLAGS = WYRE_FTP_BARE_LF | WYRE_FTP_TELNET
};

/* Where each stream is read. */
typedef struct walk {
    const session *s;
    size_t c2s, s2c;
    uint16_t command; /* the last one */
} walk;

/* The bytes up to the end of a line that is no command or reply. */
static size_t
line_length(const stream *s, size_t off)
{
    size_t feed = wyre_line_feed(s->bytes + off, s->len - off, 0);
    return feed < s->len - off ? feed + 1 : s->len - off;
}

/* A line that was refused; one that the stream cuts off goes up to its end. */
static void
show_refused(const stream *s, size_t *off, wyre_status status, size_t fault)
{
    size_t len = status == WYRE_MORE ? s->len - *off : line_length(s, *off);
    unit_begin(s, *off, len, status == WYRE_MORE ? "incomplete" : "line");
    unit_end(status == WYRE_MORE ? WYRE_E_LENGTH : status, fault < len ? fault : len);
    *off += len;
}

static void
show_command(walk *w)
{
    const stream *s = &w->s->c2s;
    const uint8_t *in = s->bytes + w->c2s;
    wyre_ftp_command m;
    size_t n;
    size_t fault = 0;
    char name[16];
    wyre_status status =
        wyre_ftp_command_frame(in, s->len - w->c2s, COMMAND_FLAGS, LINE, NULL, &m, &n);
    if (status != WYRE_OK) {
        show_refused(s, &w->c2s, status, n);
        return;
    }
    snprintf(name, sizeof name, "%.*s", (int)m.verb.len, (const char *)in + m.verb.off);
    unit_begin(s, w->c2s, n, name);
    status = wyre_ftp_command_tell(in, n, COMMAND_FLAGS, unit_visitor(), &fault);
    unit_end(status, fault);
    w->c2s += n;
    w->command = m.command;
}

/* One reply; returns its code, or 0 for a line that is none. */
static uint16_t
show_reply(walk *w)
{
    const stream *s = &w->s->s2c;
    const uint8_t *in = s->bytes + w->s2c;
    wyre_ftp_reply m;
    size_t n;
    size_t fault = 0;
    char name[80];
    wyre_status status =
        wyre_ftp_reply_frame(in, s->len - w->s2c, REPLY_FLAGS, REPLY, REPLY_LINES, NULL, &m, &n);
    if (status != WYRE_OK) {
        show_refused(s, &w->s2c, status, n);
        return 0;
    }
    snprintf(name, sizeof name, "%u %s", m.code, wyre_ftp_code_name(m.code));
    unit_begin(s, w->s2c, n, name);
    status = wyre_ftp_reply_tell(in, n, REPLY_FLAGS, unit_visitor(), &fault);
    unit_end(status, fault);
    w->s2c += n;
    return m.code;
}

/* Behind 234 both streams are TLS: RFC 4217 4. */
static void
show_tls(const stream *s, size_t off)
{
    if (off == s->len)
        return;
    unit_begin(s, off, s->len - off, "TLS");
    unit_end(WYRE_OK, 0);
}

/* Each command, then replies up to its final one: how the two streams went in time, unless the client
 * did not wait. */
void
dissect_ftp(const session *s)
{
    walk w = {s, 0, 0, 0};
    uint16_t code = 0;
    while (w.c2s < s->c2s.len || w.s2c < s->s2c.len) {
        do {
            code = w.s2c < s->s2c.len ? show_reply(&w) : 0;
        } while (w.s2c < s->s2c.len && (code < 200 || w.c2s == s->c2s.len));
        if (code == 234 && w.command == WYRE_FTP_AUTH) {
            show_tls(&s->c2s, w.c2s);
            show_tls(&s->s2c, w.s2c);
            return;
        }
        if (w.c2s < s->c2s.len)
            show_command(&w);
    }
}

int
looks_like_ftp(const session *s)
{
    wyre_ftp_reply reply;
    wyre_ftp_command command;
    int greeted = wyre_ftp_reply_frame(s->s2c.bytes, s->s2c.len, REPLY_FLAGS, REPLY, REPLY_LINES,
                                       NULL, &reply, NULL) == WYRE_OK;
    int asked = wyre_ftp_command_frame(s->c2s.bytes, s->c2s.len, COMMAND_FLAGS, LINE, NULL,
                                       &command, NULL) == WYRE_OK &&
                command.command != 0;
    return greeted && reply.code == 220 ? 80
           : greeted + asked == 2       ? 70
           : asked                      ? 40
                                        : 10 * greeted;
}

/* Command lines: RFC 959 4.1, 5.3; RFC 2640 3.1. */
#include <wyre/ftp_command.h>
#include "../core/cursor.h"
#include "../core/tell.h"
#include "telnet.h"

enum {
    LINE_FLAGS = WYRE_LINE_BARE_LF | WYRE_LINE_EXTRA_CR,
    COMMAND_FLAGS = LINE_FLAGS | WYRE_FTP_TELNET | WYRE_FTP_URGENT | WYRE_FTP_NUL | WYRE_FTP_LONE_CR
};

/*@ assigns \nothing; */
static int
is_verb_letter(uint8_t c)
{
    uint8_t lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
}

/* RFC 959 4.1.3, the end: IP and Synch stand in front of ABOR. A server's urgent data handling can
 * eat a part of them, so what is left need not be whole Telnet commands. */
/*@ requires *at <= end && \valid_read(in + (0 .. end - 1)) && \valid(at) && \valid(seen);
  @ requires \separated(at, seen, in + (0 .. end - 1));
  @ assigns *at, *seen;
  @ ensures \old(*at) <= *at <= end && (\result == WYRE_OK || \result == WYRE_E_TEXT); */
static wyre_status
skip_telnet(const uint8_t *in, size_t end, uint32_t flags, size_t *at, uint32_t *seen)
{
    /*@ loop invariant \at(*at, Pre) <= *at <= end;
      @ loop assigns *at, *seen; loop variant end - *at; */
    while (*at < end && in[*at] >= TELNET_SE) {
        size_t command = 0;
        if (in[*at] == TELNET_IAC && (flags & WYRE_FTP_TELNET) != 0)
            command = telnet_command(in, end, *at);
        if (command == SIZE_MAX)
            return WYRE_E_TEXT;
        if (command == 0 && (flags & WYRE_FTP_URGENT) == 0)
            return WYRE_OK;
        uint8_t last = in[*at + (command > 0 ? 1 : 0)];
        if (last == TELNET_DM || last == TELNET_IP)
            *seen |= WYRE_FTP_SEEN_SYNCH;
        *seen |= command > 0 ? WYRE_FTP_TELNET : WYRE_FTP_URGENT;
        *at += command > 0 ? command : 1;
    }
    return WYRE_OK;
}

/* One byte of an argument, or a sequence that begins with it; *at goes on behind it. The leniency
 * it needs goes to *seen. */
/*@ requires *at < end && \valid_read(in + (0 .. end - 1)) && \valid(at) && \valid(seen);
  @ requires \separated(at, seen, in + (0 .. end - 1));
  @ assigns *at, *seen;
  @ ensures \old(*at) <= *at <= end && (\result == WYRE_OK ? *at > \old(*at) : \result == WYRE_E_TEXT); */
static wyre_status
argument_byte(const uint8_t *in, size_t end, uint32_t flags, size_t *at, uint32_t *seen)
{
    uint8_t c = in[*at];
    uint8_t next = end - *at > 1 ? in[*at + 1] : 1;
    size_t len = 1;
    if (c == TELNET_IAC && (flags & WYRE_FTP_TELNET) != 0) {
        size_t command = telnet_command(in, end, *at);
        if (command == SIZE_MAX)
            return WYRE_E_TEXT;
        len = command > 0 ? command : next == TELNET_IAC ? 2 : 1;
        *seen |= len > 1 ? WYRE_FTP_TELNET | WYRE_FTP_SEEN_CODED : 0;
    } else if (c == '\r' && next == 0 && (flags & WYRE_FTP_TELNET) != 0) {
        len = 2;
        *seen |= WYRE_FTP_TELNET | WYRE_FTP_SEEN_CODED | WYRE_FTP_SEEN_CONTROL;
    } else if (c == '\r') {
        *seen |= WYRE_FTP_LONE_CR | WYRE_FTP_SEEN_CONTROL;
    } else if (c == 0) {
        *seen |= WYRE_FTP_NUL | WYRE_FTP_SEEN_CONTROL;
    } else if (c < 0x20 || c == 0x7f) {
        *seen |= WYRE_FTP_SEEN_CONTROL;
    }
    if ((*seen & (WYRE_FTP_LONE_CR | WYRE_FTP_NUL) & ~flags) != 0)
        return WYRE_E_TEXT;
    *at += len;
    return WYRE_OK;
}

/* verb [ SP argument ], in[0 .. end - 1]; *n is where it stopped. */
/*@ requires end <= 0xffffffff && \valid_read(in + (0 .. end - 1)) && \valid(out) && \valid(n) && *n == 0;
  @ requires \separated(out, n, in + (0 .. end - 1));
  @ assigns *out, *n;
  @ ensures *n <= end && (\result == WYRE_OK || \result == WYRE_E_TEXT);
  @ ensures \result == WYRE_OK ==> inside(out->telnet, end) && inside(out->verb, end) && inside(out->argument, end); */
static wyre_status
command_line(const uint8_t *in, size_t end, uint32_t flags, wyre_ftp_command *out, size_t *n)
{
    wyre_status status = skip_telnet(in, end, flags, n, &out->seen);
    if (status != WYRE_OK)
        return status;
    size_t verb = *n;
    out->telnet = (wyre_span){0, (uint32_t)verb};
    /*@ loop invariant verb <= *n <= end; loop assigns *n; loop variant end - *n; */
    while (*n < end && is_verb_letter(in[*n]))
        ++*n;
    out->verb = (wyre_span){(uint32_t)verb, (uint32_t)(*n - verb)};
    if (*n == verb || (*n < end && in[*n] != ' '))
        return WYRE_E_TEXT;
    out->command = wyre_ftp_command_number(in + verb, *n - verb);
    out->has_argument = *n < end;
    *n += out->has_argument;
    out->argument = (wyre_span){(uint32_t)*n, (uint32_t)(end - *n)};
    /*@ loop invariant *n <= end && (status == WYRE_OK || status == WYRE_E_TEXT);
      @ loop assigns status, *n, out->seen;
      @ loop variant end - *n + (status == WYRE_OK ? 1 : 0); */
    while (status == WYRE_OK && *n < end)
        status = argument_byte(in, end, flags, n, &out->seen);
    return status;
}

/*@ requires (progress == \null || \valid(progress)) && \separated(progress, out, n, in + (0 .. in_len - 1));
  @ FRAMES(in, in_len, out, n); assigns *progress;
  @ ensures \result == WYRE_OK ==> inside(out->telnet, in_len) && inside(out->verb, in_len) &&
  @         inside(out->argument, in_len); */
wyre_status
wyre_ftp_command_frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max,
                       wyre_line_progress *progress, wyre_ftp_command *out, size_t *n)
{
    wyre_line line;
    size_t stopped;
    wyre_status status;
    *out = (wyre_ftp_command){.seen = 0};
    /* an undefined bit of ours is made one of the line scanner's */
    uint32_t line_flags = (flags & ~(uint32_t)COMMAND_FLAGS) != 0 ? UINT32_MAX : flags & LINE_FLAGS;
    status = wyre_line_frame(in, in_len, line_flags, max, progress, &line, &stopped);
    if (status == WYRE_OK) {
        size_t fault = 0;
        out->seen = line.end;
        status = command_line(in, line.text.len, flags, out, &fault);
        if (status != WYRE_OK) {
            *out = (wyre_ftp_command){.seen = 0};
            stopped = fault;
        }
    }
    if (n != NULL)
        *n = stopped;
    return status;
}

/* ---- encode ---------------------------------------------------------------------------------- */

static void
write_verb(wyre_wr *w, const wyre_ftp_command *m, const uint8_t *src, size_t src_len)
{
    size_t start = w->pos;
    if (m->verb.len == 0) {
        const char *name = wyre_ftp_command_name(m->command);
        if (*name == '?')
            wr_refuse(w, WYRE_E_ARG);
        for (; *name != '\0'; name++)
            wr_u8(w, (uint8_t)*name);
        return;
    }
    wr_span(w, src, src_len, m->verb);
    for (size_t i = 0; w->status == WYRE_OK && i < w->pos - start; i++)
        if (!is_verb_letter(src[m->verb.off + i]))
            wr_refuse(w, WYRE_E_RANGE);
}

/* No byte may end the line or hide one that does: a CR stands only in front of NUL, a NUL only
 * behind CR, even inside a Telnet command, whose option 10 or 13 would look like a line end. */
static int
keeps_to_its_line(const uint8_t *in, size_t len, int coded)
{
    for (size_t i = 0; i < len; i++) {
        int nul_follows = len - i > 1 && in[i + 1] == 0;
        int cr_precedes = i > 0 && in[i - 1] == '\r';
        if (in[i] == '\n' || (in[i] == '\r' && !(coded && nul_follows)) ||
            (in[i] == 0 && !(coded && cr_precedes)))
            return 0;
    }
    return 1;
}

static void
write_argument(wyre_wr *w, const wyre_ftp_command *m, const uint8_t *src, size_t src_len)
{
    int coded = (m->seen & WYRE_FTP_SEEN_CODED) != 0;
    uint32_t seen = 0;
    size_t at = m->argument.off;
    wr_span(w, src, src_len, m->argument);
    if (w->status != WYRE_OK || m->argument.len == 0)
        return;
    size_t end = at + m->argument.len;
    if (!keeps_to_its_line(src + at, m->argument.len, coded))
        wr_refuse(w, WYRE_E_RANGE);
    while (coded && w->status == WYRE_OK && at < end)
        if (argument_byte(src, end, WYRE_FTP_TELNET, &at, &seen) != WYRE_OK)
            wr_refuse(w, WYRE_E_RANGE);
}

wyre_status
wyre_ftp_command_encode(const wyre_ftp_command *m, const uint8_t *src, size_t src_len, uint8_t *out,
                        size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    write_verb(&w, m, src, src_len);
    if (m->has_argument != 0 || m->argument.len > 0)
        wr_u8(&w, ' ');
    write_argument(&w, m, src, src_len);
    wr_u16be(&w, 0x0d0a);
    return wr_finish(&w, n);
}

wyre_status
wyre_ftp_command_visit(const wyre_ftp_command *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, telnet, BYTES);
    TELL_SPAN(v, m, verb, TEXT);
    TELL_SPAN(v, m, argument, TEXT);
    TELL_NUMBER(v, m, seen, FLAGS);
    TELL_NUMBER(v, m, command, NUMBER);
    TELL_NUMBER(v, m, has_argument, NUMBER);
    return WYRE_OK;
}

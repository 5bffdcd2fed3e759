/* The lines of a reply: RFC 959 4.2. */
#include <wyre/ftp_reply.h>
#include "../core/cursor.h"
#include "../core/line.h"
#include "../core/tell.h"
#include "reply_line.h"
#include "telnet.h"

/* Where the line goes on behind Telnet bytes in front of it. */
/*@ requires at <= end && \valid_read(in + (0 .. end - 1));
  @ assigns \nothing;
  @ ensures at <= \result <= end; */
static size_t
behind_telnet(const uint8_t *in, size_t at, size_t end)
{
    /*@ loop invariant \at(at, Pre) <= at <= end; loop assigns at; loop variant end - at; */
    while (at < end && in[at] == TELNET_IAC) {
        size_t command = telnet_command(in, end, at);
        if (command == 0 || command == SIZE_MAX)
            break;
        at += command;
    }
    return at;
}

/* The length of the line's code and the byte behind it, where they belong to the reply. */
/*@ requires at <= end && \valid_read(in + (0 .. end - 1));
  @ assigns \nothing;
  @ ensures \result <= end - at; */
static size_t
code_length(const uint8_t *in, size_t at, size_t end, uint32_t code, uint8_t place)
{
    unsigned digits = three_digits(in, at, end);
    uint8_t behind = end - at > 3 ? in[at + 3] : 0;
    if (!is_code(digits))
        return 0;
    if (place == 0)
        return digits == code && behind == '-' ? 4 : 0;
    if (end - at == 3)
        return 3;
    return behind == ' ' || (behind == '-' && place == WYRE_FTP_LINE_FIRST) ? 4 : 0;
}

/*@ requires at <= end && \valid_read(in + (0 .. end - 1)); assigns \nothing; */
static uint32_t
facts(const uint8_t *in, size_t at, size_t end)
{
    uint32_t seen = 0;
    /*@ loop invariant \at(at, Pre) <= at <= end; loop assigns at, seen; loop variant end - at; */
    for (; at < end; at++) {
        uint8_t next = end - at > 1 ? in[at + 1] : 1;
        if (in[at] < 0x20 || in[at] == 0x7f)
            seen |= WYRE_FTP_SEEN_CONTROL;
        if ((in[at] == TELNET_IAC && next >= TELNET_SE) || (in[at] == '\r' && next == 0))
            seen |= WYRE_FTP_SEEN_CODED;
    }
    return seen;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->line, in_len) && inside(out->text, in_len);
  @ ensures \result == WYRE_OK ==> out->text.len <= it->pos - \old(it->pos);
  @ ensures \result == WYRE_OK ==> \old(it->pos) < it->pos <= in_len;
  @ ensures \result != WYRE_OK ==> it->pos == \old(it->pos) && (\result < WYRE_OK || \result == WYRE_END); */
wyre_status
wyre_ftp_reply_line_next(wyre_ftp_reply_line_iter *it, const uint8_t *in, size_t in_len,
                         wyre_ftp_reply_line *out)
{
    size_t line = it->pos;
    *out = (wyre_ftp_reply_line){.seen = 0};
    if (line >= in_len)
        return WYRE_END;
    size_t feed = line_feed(in, in_len, line);
    if (feed == in_len)
        return WYRE_E_TEXT;
    size_t end = text_end(in, line, feed);
    size_t at = behind_telnet(in, line, end);
    if (line == 0) {
        it->code = three_digits(in, at, end);
        if (!is_code(it->code))
            return WYRE_E_MAGIC;
    }
    out->place = (uint8_t)(line == 0 ? WYRE_FTP_LINE_FIRST : 0);
    out->place |= (uint8_t)(feed + 1 == in_len ? WYRE_FTP_LINE_LAST : 0);
    size_t text = at + code_length(in, at, end, it->code, out->place);
    out->line = (wyre_span){(uint32_t)at, (uint32_t)(end - at)};
    out->text = (wyre_span){(uint32_t)text, (uint32_t)(end - text)};
    out->has_code = text > at;
    out->seen = facts(in, text, end);
    if (feed == line || in[feed - 1] != '\r')
        out->seen |= WYRE_FTP_BARE_LF;
    if (feed - end > 1)
        out->seen |= WYRE_FTP_EXTRA_CR;
    it->pos = (uint32_t)(feed + 1);
    return WYRE_OK;
}

wyre_status
wyre_ftp_reply_line_visit(const wyre_ftp_reply_line *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, line, TEXT);
    TELL_SPAN(v, m, text, TEXT);
    TELL_NUMBER(v, m, seen, FLAGS);
    TELL_NUMBER(v, m, place, FLAGS);
    TELL_NUMBER(v, m, has_code, NUMBER);
    return WYRE_OK;
}

/* Replies: RFC 959 4.2. */
#include <wyre/ftp_reply.h>
#include "../core/apart.h"
#include "../core/cursor.h"
#include "../core/line.h"
#include "../core/tell.h"
#include "reply_line.h"
#include "telnet.h"

enum {
    REPLY_FLAGS =
        WYRE_FTP_BARE_LF | WYRE_FTP_TELNET | WYRE_FTP_ANY_CODE_ENDS | WYRE_FTP_BARE_CODE_ENDS,
    END_FLAGS = REPLY_FLAGS & ~WYRE_FTP_BARE_LF /* those that say where the last line is */
};

/* A reply on its way, kept in locals for the time of a call. */
typedef struct scan {
    const uint8_t *in;
    uint32_t flags;
    wyre_ftp_reply_progress p;
    size_t fault; /* of a refusal */
    size_t last;  /* and that of the last one */
} scan;

/*@ predicate scanned(scan *s, integer len) =
  @     \valid(s) && len <= 0xffffffff && \valid_read(s->in + (0 .. len - 1)) &&
  @     \separated(s, s->in + (0 .. len - 1));
  @ predicate begun(scan *s, integer len) = scanned(s, len) && 4 <= s->p.text < s->p.line <= len; */

/* Where the code of a reply of many lines stands: in front of a hyphen and its text. */
/*@ requires \valid_read(s) && s->p.text >= 4; assigns \nothing; ensures \result == s->p.text - 4; */
static size_t
code_at(const scan *s)
{
    return s->p.text - 4;
}

/* ---- one line -------------------------------------------------------------------------------- */

/* Where Telnet bytes end that begin at *at: proftpd answers DO and WILL in front of a line. */
/*@ requires \valid(at) && *at <= end && \valid_read(in + (0 .. end - 1));
  @ requires \separated(at, in + (0 .. end - 1));
  @ assigns *at;
  @ ensures \old(*at) <= *at <= end && (\result == WYRE_OK || \result == WYRE_E_TEXT); */
static wyre_status
go_behind_telnet(const uint8_t *in, size_t end, size_t *at)
{
    /*@ loop invariant \at(*at, Pre) <= *at <= end;
      @ loop assigns *at; loop variant end - *at; */
    while (*at < end && in[*at] == TELNET_IAC) {
        size_t command = telnet_command(in, end, *at);
        if (command == 0)
            return WYRE_OK;
        if (command == SIZE_MAX)
            return WYRE_E_TEXT;
        *at += command;
    }
    return WYRE_OK;
}

/*@ requires scanned(s, end) && *at <= end && \valid(at) && \separated(at, s, s->in + (0 .. end - 1));
  @ assigns *at, s->fault, s->p.seen;
  @ ensures \old(*at) <= *at <= end && (\result == WYRE_OK || \result == WYRE_E_TEXT);
  @ ensures s->fault == \old(s->fault) || s->fault <= end; */
INLINE wyre_status
skip_telnet(scan *s, size_t end, size_t *at)
{
    if (LIKELY((s->flags & WYRE_FTP_TELNET) == 0))
        return WYRE_OK;
    size_t behind = *at;
    wyre_status status = go_behind_telnet(s->in, end, &behind);
    s->p.seen |= behind > *at ? WYRE_FTP_TELNET : 0;
    s->fault = behind;
    *at = behind;
    return status;
}

/* code ( SP | "-" | line end ): the first line. With a hyphen, *many is set and more lines follow; else
 * it is the whole reply. */
/*@ requires feed < 0xffffffff && scanned(s, feed + 1) && \valid(many) && \valid(out) && *many == 0;
  @ requires \separated(s, many, out, s->in + (0 .. feed)) && s->fault <= feed;
  @ assigns s->fault, s->p.seen, s->p.text, *many, *out;
  @ ensures s->fault <= feed && \result <= WYRE_OK;
  @ ensures \result == WYRE_OK && *many != 0 ==> 4 <= s->p.text <= feed;
  @ ensures \result == WYRE_OK ==> inside(out->telnet, feed) && inside(out->body, feed) &&
  @         inside(out->text, feed); */
static wyre_status
first_line(scan *s, size_t feed, int *many, wyre_ftp_reply *out)
{
    size_t end = text_end(s->in, 0, feed);
    size_t at = 0;
    wyre_status status = skip_telnet(s, end, &at);
    if (status != WYRE_OK)
        return status;
    s->fault = at;
    unsigned code = three_digits(s->in, at, end);
    if (UNLIKELY(code == NO_CODE))
        return WYRE_E_MAGIC;
    if (UNLIKELY(!is_code(code)))
        return WYRE_E_VALUE;
    uint8_t behind = end - at > 3 ? s->in[at + 3] : 0;
    s->fault = at + 3;
    if (end - at > 3 && behind != ' ' && behind != '-')
        return WYRE_E_TEXT;
    size_t text = end - at > 3 ? at + 4 : end;
    *many = behind == '-';
    s->p.text = (uint32_t)text;
    *out = (wyre_ftp_reply){
        .telnet = {0, (uint32_t)at},
        .text = {(uint32_t)text, (uint32_t)(end - text)},
        .lines = 1,
        .seen = s->p.seen,
        .code = (uint16_t)code,
        .end_code = (uint16_t)code,
    };
    return WYRE_OK;
}

/* Whether a later line is the last one by a leniency, WYRE_OK, or not, WYRE_MORE; s->last is where
 * its code stands. */
/*@ requires line <= feed < 0xffffffff && scanned(s, feed + 1) && 4 <= s->p.text <= feed;
  @ assigns s->fault, s->p.seen, s->last;
  @ ensures s->fault <= feed || s->fault == \old(s->fault);
  @ ensures \result == WYRE_OK || \result == WYRE_MORE || \result == WYRE_E_TEXT;
  @ ensures \result == WYRE_OK ==> line <= s->last <= feed; */
static wyre_status
ends_by_leniency(scan *s, size_t line, size_t feed)
{
    size_t at = line;
    size_t end = text_end(s->in, line, feed);
    wyre_status status = skip_telnet(s, end, &at);
    if (status != WYRE_OK)
        return status;
    unsigned own = three_digits(s->in, code_at(s), s->p.text);
    unsigned code = three_digits(s->in, at, end);
    int bare = end - at == 3;
    int spaced = end - at > 3 && s->in[at + 3] == ' ';
    if (!is_code(code) || (!spaced && !bare))
        return WYRE_MORE;
    if (bare && (s->flags & WYRE_FTP_BARE_CODE_ENDS) == 0)
        return WYRE_MORE;
    if (code != own && (s->flags & WYRE_FTP_ANY_CODE_ENDS) == 0)
        return WYRE_MORE;
    s->p.seen |= bare ? WYRE_FTP_BARE_CODE_ENDS : 0;
    s->p.seen |= code != own ? WYRE_FTP_ANY_CODE_ENDS : 0;
    s->last = at;
    return WYRE_OK;
}

/* ---- frame ----------------------------------------------------------------------------------- */

/* The last line of many. */
/*@ requires feed < 0xffffffff && begun(s, feed + 1) && s->p.line <= s->last <= feed;
  @ requires \valid(out) && \separated(out, s, s->in + (0 .. feed)) && s->p.lines < 0xffffffff;
  @ assigns *out;
  @ ensures inside(out->telnet, feed);
  @ ensures inside(out->body, feed);
  @ ensures inside(out->text, feed); */
static void
complete_many(const scan *s, size_t feed, wyre_ftp_reply *out)
{
    size_t at = s->last;
    size_t body_end = text_end(s->in, s->p.text, s->p.line - 1);
    size_t end = text_end(s->in, at, feed);
    size_t text = end - at > 3 ? at + 4 : end;
    size_t first = code_at(s);
    *out = (wyre_ftp_reply){
        .lines = s->p.lines + 1,
        .seen = s->p.seen,
        .code = (uint16_t)three_digits(s->in, first, s->p.text),
        .end_code = (uint16_t)three_digits(s->in, at, end),
    };
    out->telnet = (wyre_span){0, (uint32_t)first};
    out->body = (wyre_span){s->p.text, (uint32_t)(body_end - s->p.text)};
    out->text = (wyre_span){(uint32_t)text, (uint32_t)(end - text)};
}

/* A LF without CR in front of it. */
/*@ requires \valid(s);
  @ assigns s->p.seen, s->fault;
  @ ensures s->fault == feed && (\result == WYRE_OK || \result == WYRE_E_TEXT); */
static wyre_status
bare_feed(scan *s, size_t feed)
{
    s->p.seen |= WYRE_FTP_BARE_LF;
    s->fault = feed;
    return (s->flags & WYRE_FTP_BARE_LF) != 0 ? WYRE_OK : WYRE_E_TEXT;
}

/* Goes through the lines behind the first one. WYRE_OK: the last one was found, it ends at *feed and
 * its code stands at s->last. What changes with each line is kept in locals and stored once. */
/*@ requires f.in == s->in && begun(s, f.len) && s->p.line <= f.next <= f.len;
  @ requires \valid(feed) && *feed <= f.len && s->fault <= f.len && \separated(s, feed, s->in + (0 .. f.len - 1));
  @ assigns s->p.seen, s->p.lines, s->p.line, s->fault, s->last, *feed;
  @ ensures s->fault <= f.len && *feed <= f.len && \result <= WYRE_MORE;
  @ ensures \result == WYRE_OK ==> *feed < f.len && begun(s, *feed + 1) &&
  @         s->p.line <= s->last <= *feed && s->p.lines < 0xffffffff; */
static wyre_status
later_lines(scan *s, feeds f, uint32_t max_lines, size_t *feed)
{
    const uint8_t *in = s->in;
    /* what the last line begins with: "nnn ", as one word */
    uint32_t ending = (le32(in + code_at(s)) & 0xffffff) | (uint32_t)' ' << 24;
    int lenient = (s->flags & END_FLAGS) != 0;
    size_t line = s->p.line;
    uint32_t left = max_lines > s->p.lines ? max_lines - s->p.lines : 0;
    wyre_status status = WYRE_MORE;
    /*@ loop invariant scanning(&f);
      @ loop invariant f.in == in && f.len == \at(f.len, Pre) && s->fault <= f.len;
      @ loop invariant s->p.text < line <= f.next && left <= max_lines && status == WYRE_MORE;
      @ loop assigns f, line, left, status, s->fault, s->p.seen, s->last;
      @ loop variant left; */
    for (;; left--) {
        if (UNLIKELY(left == 0)) {
            s->fault = line;
            return WYRE_E_LIMIT;
        }
        if (!next_feed(&f))
            break;
        if (UNLIKELY(in[f.at - 1] != '\r') && bare_feed(s, f.at) != WYRE_OK)
            return WYRE_E_TEXT;
        if (in[line] == (uint8_t)ending && f.at - line >= 4 && le32(in + line) == ending) {
            s->last = line;
            status = WYRE_OK;
            break;
        }
        if (UNLIKELY(lenient) && (status = ends_by_leniency(s, line, f.at)) != WYRE_MORE)
            break;
        line = f.at + 1;
    }
    s->p.lines = max_lines - left;
    s->p.line = (uint32_t)line;
    *feed = f.at;
    return status;
}

/* Goes through the lines that are whole. WYRE_OK: the last one was found, *n is behind it. */
/*@ requires scanned(s, len) && s->p.scanned <= len && s->fault == 0;
  @ requires s->p.lines != 0 ==> begun(s, len) && s->p.line <= s->p.scanned;
  @ requires \valid(out) && \valid(n) && \separated(s, out, n, s->in + (0 .. len - 1));
  @ assigns s->p, s->fault, s->last, *out, *n;
  @ ensures s->fault <= len && \result <= WYRE_MORE;
  @ ensures \result == WYRE_OK ==> *n <= len && inside(out->telnet, len) && inside(out->body, len) &&
  @         inside(out->text, len); */
static wyre_status
scan_lines(scan *s, size_t len, uint32_t max_lines, wyre_ftp_reply *out, size_t *n)
{
    feeds f = feeds_from(s->in, len, s->p.scanned);
    size_t feed = 0;
    wyre_status status = WYRE_OK;
    if (s->p.lines == 0) {
        int many = 0;
        if (!next_feed(&f))
            return WYRE_MORE;
        feed = f.at;
        if (UNLIKELY(feed == 0 || s->in[feed - 1] != '\r'))
            status = bare_feed(s, feed);
        if (status == WYRE_OK)
            status = first_line(s, feed, &many, out);
        *n = feed + 1;
        if (status != WYRE_OK || !many)
            return status;
        s->p.line = (uint32_t)(feed + 1);
        s->p.lines = 1;
    }
    /*@ assert f.in == s->in && f.len == len && s->p.line <= f.next <= len; */
    /*@ assert 4 <= s->p.text < s->p.line; */
    status = later_lines(s, f, max_lines, &feed);
    if (status == WYRE_OK)
        complete_many(s, feed, out);
    *n = feed + 1;
    return status;
}

/* Whether progress can have been made on `len` bytes, so that no offset in it leads outside. */
/*@ requires \valid_read(p);
  @ assigns \nothing;
  @ ensures \result != 0 ==> p->scanned <= len && (p->lines != 0 ==> 4 <= p->text < p->line <= p->scanned); */
static int
belongs(const wyre_ftp_reply_progress *p, size_t len)
{
    if (p->lines == 0)
        return p->scanned <= len;
    return p->text >= 4 && p->text < p->line && p->line <= p->scanned && p->scanned <= len;
}

/*@ requires (progress == \null || \valid(progress)) && \separated(progress, out, n, in + (0 .. in_len - 1));
  @ FRAMES(in, in_len, out, n); assigns *progress; */
static APART wyre_status
frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max, uint32_t max_lines,
      wyre_ftp_reply_progress *progress, wyre_ftp_reply *out, size_t *n)
{
    scan s = {.in = in, .flags = flags};
    size_t len = in_len < max ? in_len : max;
    size_t stopped = 0;
    wyre_status status;
    if (progress != NULL)
        s.p = *progress;
    if (UNLIKELY((flags & ~(uint32_t)REPLY_FLAGS) != 0))
        status = WYRE_E_ARG;
    else if (UNLIKELY(!belongs(&s.p, len)))
        status = WYRE_E_STATE;
    else
        status = scan_lines(&s, len, max_lines, out, &stopped);
    if (status == WYRE_MORE && len == max) {
        status = WYRE_E_LIMIT;
        s.fault = max;
    }
    if (status == WYRE_MORE)
        stopped = len + 1;
    else if (status != WYRE_OK)
        stopped = s.fault;
    if (progress != NULL && status != WYRE_MORE)
        *progress = (wyre_ftp_reply_progress){0, 0, 0, 0, 0};
    else if (progress != NULL) /* field by field: copying what was just stored would wait for it */
        *progress =
            (wyre_ftp_reply_progress){(uint32_t)len, s.p.line, s.p.lines, s.p.text, s.p.seen};
    if (status != WYRE_OK)
        *out = (wyre_ftp_reply){.code = 0};
    if (n != NULL)
        *n = stopped;
    return status;
}

/* A piece in the middle of a reply of many lines: whole blocks are gone through, as long as there is nothing
 * to judge in them: no line that could be the last, no bare LF. All else is for `frame`, as is everything
 * on small machines. */
/*@ requires \valid(p) && p->lines != 0 && \separated(p, out, n, in + (0 .. in_len - 1));
  @ FRAMES(in, in_len, out, n); assigns *p; */
static APART wyre_status
go_on(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max, uint32_t max_lines,
      wyre_ftp_reply_progress *p, wyre_ftp_reply *out, size_t *n)
{
    if (UNLIKELY(flags != 0 || in_len >= max || !belongs(p, in_len)))
        return frame(in, in_len, flags, max, max_lines, p, out, n);
    uint8_t first = in[p->text - 4];
    feeds f = feeds_from(in, in_len, p->scanned);
    size_t line = p->line;
    uint64_t lines = p->lines;
    /*@ loop invariant scanning(&f);
      @ loop invariant f.in == in && f.len == in_len;
      @ loop invariant 4 <= p->text < line <= f.next && lines <= 0xffffffff + line;
      @ loop assigns f, line, lines;
      @ loop variant f.len - f.next; */
    while (next_feed_in_block(&f)) {
        if (UNLIKELY(in[f.at - 1] != '\r' || in[line] == first))
            return frame(in, in_len, 0, max, max_lines, p, out, n);
        line = f.at + 1;
        lines++;
    }
    if (UNLIKELY(lines >= max_lines))
        return frame(in, in_len, 0, max, max_lines, p, out, n);
    p->scanned = (uint32_t)f.next;
    p->line = (uint32_t)line;
    p->lines = (uint32_t)lines;
    if (f.next < in_len)
        return frame(in, in_len, 0, max, max_lines, p, out, n);
    *out = (wyre_ftp_reply){.code = 0};
    if (n != NULL)
        *n = in_len + 1;
    return WYRE_MORE;
}

/*@ requires (progress == \null || \valid(progress)) && \separated(progress, out, n, in + (0 .. in_len - 1));
  @ FRAMES(in, in_len, out, n); assigns *progress; */
wyre_status
wyre_ftp_reply_frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max,
                     uint32_t max_lines, wyre_ftp_reply_progress *progress, wyre_ftp_reply *out,
                     size_t *n)
{
    if (STEP > 8 && progress != NULL && progress->lines > 0 &&
        in_len >= (uint64_t)progress->scanned + 64)
        return go_on(in, in_len, flags, max, max_lines, progress, out, n);
    return frame(in, in_len, flags, max, max_lines, progress, out, n);
}

/* ---- encode ---------------------------------------------------------------------------------- */

typedef struct writing {
    wyre_wr w;
    const uint8_t *src;
    unsigned code;
    unsigned lines; /* written so far */
} writing;

static void
write_code(writing *r, uint8_t behind)
{
    wr_u8(&r->w, (uint8_t)('0' + r->code / 100));
    wr_u8(&r->w, (uint8_t)('0' + r->code / 10 % 10));
    wr_u8(&r->w, (uint8_t)('0' + r->code % 10));
    wr_u8(&r->w, behind);
}

/* RFC 959 4.2: a line of the text that begins with three digits is padded. A line that was decoded
 * is padded only where a client could stop at it: vsftpd's "220-" in front of each line stays. */
static int
needs_padding(const uint8_t *src, size_t at, size_t end, int decoded)
{
    if (three_digits(src, at, end) == NO_CODE)
        return 0;
    return !decoded || end - at == 3 || src[at + 3] == ' ';
}

static void
write_line(writing *r, size_t at, size_t end, int last, int decoded)
{
    if (last)
        write_code(r, ' ');
    else if (r->lines == 0)
        write_code(r, '-');
    else if (needs_padding(r->src, at, end, decoded))
        wr_u8(&r->w, ' ');
    for (size_t i = at; i < end; i++)
        if (r->src[i] == '\r' || r->src[i] == 0)
            wr_refuse(&r->w, WYRE_E_RANGE);
    wr_span(&r->w, r->src, end, (wyre_span){(uint32_t)at, (uint32_t)(end - at)});
    wr_u16be(&r->w, 0x0d0a);
    r->lines++;
}

/* The lines of one part; `text` holds the last line of all. */
static void
write_part(writing *r, size_t src_len, wyre_span part, int is_text)
{
    if (part.len > 0 && (part.off > src_len || part.len > src_len - part.off))
        wr_refuse(&r->w, WYRE_E_ARG);
    size_t at = part.len > 0 ? part.off : 0;
    size_t end = at + part.len;
    while (r->w.status == WYRE_OK) {
        size_t feed = line_feed(r->src, end, at);
        size_t stop = feed < end && feed > at && r->src[feed - 1] == '\r' ? feed - 1 : feed;
        write_line(r, at, stop, is_text && feed == end, !is_text);
        if (feed == end)
            return;
        at = feed + 1;
    }
}

wyre_status
wyre_ftp_reply_encode(const wyre_ftp_reply *m, const uint8_t *src, size_t src_len, uint8_t *out,
                      size_t cap, size_t *n)
{
    writing r = {.w = wr(out, cap), .src = src, .code = m->code};
    if (!is_code(m->code))
        wr_refuse(&r.w, WYRE_E_RANGE);
    if (m->lines > 1 || m->body.len > 0)
        write_part(&r, src_len, m->body, 0);
    write_part(&r, src_len, m->text, 1);
    return wr_finish(&r.w, n);
}

wyre_status
wyre_ftp_reply_visit(const wyre_ftp_reply *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, telnet, BYTES);
    TELL_NUMBER(v, m, code, NUMBER);
    TELL_SPAN(v, m, body, TEXT);
    TELL_SPAN(v, m, text, TEXT);
    TELL_NUMBER(v, m, lines, NUMBER);
    TELL_NUMBER(v, m, seen, FLAGS);
    TELL_NUMBER(v, m, end_code, NUMBER);
    return WYRE_OK;
}

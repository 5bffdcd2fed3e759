/* Compressed mode: RFC 959 3.4.3.
 *
 *     0nnnnnnn        n bytes follow, n from 1
 *     10nnnnnn byte   byte n times
 *     11nnnnnn        the filler n times
 *     00000000 bits   an escape: the bits belong to the string that follows */
#include <wyre/ftp_transfer.h>
#include "step.h"

enum { REPEAT = 0x80, FILL = 0xc0, RUN_MAX = 63, LITERAL_MAX = 127 };

/* What the next byte of input is. */
enum state { HEAD = 0, DESCRIPTOR, REPEATED, LITERAL, RUN };

/* ---- read ------------------------------------------------------------------------------------ */

static void
begin_string(wyre_ftp_compressed_reader *r, uint8_t head)
{
    r->ended = 0;
    r->left = head & (head < REPEAT ? LITERAL_MAX : RUN_MAX);
    r->byte = r->filler;
    if (head == 0)
        r->state = DESCRIPTOR;
    else if (head < REPEAT)
        r->state = LITERAL;
    else
        r->state = head < FILL ? REPEATED : RUN;
}

/* Writes what fits of a run or literal. */
static void
fill(wyre_ftp_compressed_reader *r, stepping *s)
{
    if (r->state == LITERAL) {
        r->left = (uint8_t)(r->left - transfer(s, r->left));
        return;
    }
    size_t n = r->left < room_left(s) ? r->left : room_left(s);
    if (n > 0)
        memset(s->out + s->made, r->byte, n);
    s->made += n;
    r->left = (uint8_t)(r->left - n);
}

/* The escape's second byte; a marker must not share a step with data. */
static wyre_status
take_descriptor(wyre_ftp_compressed_reader *r, uint8_t bits)
{
    if (bits == 0 || (bits & ~DESCRIPTORS) != 0)
        return WYRE_E_VALUE;
    r->pending |= bits;
    r->state = HEAD;
    return WYRE_OK;
}

/* One byte of input, or as much of a string as goes; 0 where nothing goes on. */
static int
advance(wyre_ftp_compressed_reader *r, stepping *s, wyre_status *status)
{
    size_t before = s->used + s->made;
    if (r->state == RUN || r->state == LITERAL) {
        fill(r, s);
    } else if (input_left(s) > 0) {
        uint8_t byte = s->in[s->used++];
        if (r->state == HEAD) {
            begin_string(r, byte);
        } else if (r->state == DESCRIPTOR) {
            *status = take_descriptor(r, byte);
        } else {
            r->byte = byte;
            r->state = RUN;
        }
    }
    return *status == WYRE_OK && s->used + s->made > before;
}

wyre_status
wyre_ftp_compressed_read(wyre_ftp_compressed_reader *r, const uint8_t *in, size_t in_len,
                         uint8_t *out, size_t cap, wyre_ftp_step *step)
{
    stepping s = step_from(in, in_len, out, cap);
    wyre_status status = WYRE_OK;
    uint8_t descriptor = 0;
    int is_marker = 0;
    *step = (wyre_ftp_step){.used = 0};
    if (r->state > RUN || r->left > LITERAL_MAX || (r->pending & ~DESCRIPTORS) != 0)
        return WYRE_E_STATE;
    for (int moved = 1; moved && descriptor == 0;) {
        moved = advance(r, &s, &status);
        if (status != WYRE_OK)
            return status;
        int strung = r->state == RUN || r->state == LITERAL;
        is_marker = strung && (r->pending & WYRE_FTP_RESTART_MARKER) != 0;
        if (strung && r->left == 0) {
            descriptor = r->pending;
            r->pending = 0;
            r->state = HEAD;
            r->ended = (descriptor & WYRE_FTP_END_OF_FILE) != 0;
            moved = 1; /* a run of none */
        } else if (r->state == HEAD && r->pending != 0 && s.made > 0) {
            break; /* what was made so far belongs to the string before */
        }
    }
    if (is_marker && !is_marker_text(s.out, s.made))
        return WYRE_E_TEXT;
    *step = stepped(&s, descriptor, is_marker);
    return WYRE_OK;
}

wyre_status
wyre_ftp_compressed_closed(const wyre_ftp_compressed_reader *r)
{
    int escaped = (r->pending & WYRE_FTP_END_OF_FILE) != 0;
    return r->state == HEAD && (r->ended != 0 || escaped) ? WYRE_OK : WYRE_E_LENGTH;
}

/* ---- write ----------------------------------------------------------------------------------- */

/* How often the first byte stands at the start, at most RUN_MAX. */
static size_t
run_length(const uint8_t *in, size_t len)
{
    size_t n = 1;
    while (n < len && n < RUN_MAX && in[n] == in[0])
        n++;
    return n;
}

/* Whether a run begins that is shorter as a string of its own: two fillers, three of another byte. */
static int
run_pays(uint8_t filler, const uint8_t *in, size_t len)
{
    return run_length(in, len) >= (in[0] == filler ? 2u : 3u);
}

static size_t
literal_length(uint8_t filler, const uint8_t *in, size_t len)
{
    size_t n = 1;
    while (n < len && n < LITERAL_MAX && !run_pays(filler, in + n, len - n))
        n++;
    return n;
}

/* The next string, of n bytes of input; with `bits`, an escape in front. 0 where it does not fit. */
static size_t
write_string(stepping *s, uint8_t filler, size_t n, int is_run, uint8_t bits)
{
    const uint8_t *at = s->in + s->used;
    size_t need = (bits != 0 ? 2u : 0u) + 1u + (!is_run ? n : at[0] == filler ? 0u : 1u);
    if (need > room_left(s))
        return 0;
    if (bits != 0) {
        put(s, 0);
        put(s, bits);
    }
    if (!is_run) {
        put(s, (uint8_t)n);
        return transfer(s, n);
    }
    put(s, (uint8_t)((at[0] == filler ? FILL : REPEAT) | n));
    if (at[0] != filler)
        put(s, at[0]);
    s->used += n;
    return n;
}

wyre_status
wyre_ftp_compressed_write(uint8_t filler, uint8_t descriptor, const uint8_t *in, size_t in_len,
                          uint8_t *out, size_t cap, wyre_ftp_step *step)
{
    stepping s = step_from(in, in_len, out, cap);
    int is_marker = (descriptor & WYRE_FTP_RESTART_MARKER) != 0;
    uint8_t written = 0;
    *step = (wyre_ftp_step){.used = 0};
    if ((descriptor & ~DESCRIPTORS) != 0)
        return WYRE_E_RANGE;
    if (is_marker && (in_len == 0 || in_len > LITERAL_MAX || !is_marker_text(in, in_len)))
        return WYRE_E_RANGE;
    while (input_left(&s) > 0) {
        const uint8_t *at = s.in + s.used;
        size_t left = input_left(&s);
        int is_run = !is_marker && run_pays(filler, at, left);
        size_t n = is_marker ? left
                   : is_run  ? run_length(at, left)
                             : literal_length(filler, at, left);
        uint8_t bits = n == left ? descriptor : 0;
        if (write_string(&s, filler, n, is_run, bits) == 0)
            break;
        written = bits;
    }
    if (in_len == 0 && descriptor != 0 && cap >= 2) {
        put(&s, 0);
        put(&s, descriptor);
        written = descriptor;
    }
    *step = stepped(&s, written, written != 0 && is_marker);
    return WYRE_OK;
}

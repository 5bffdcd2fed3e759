/* Lines of a stream. */
#include "line.h"

/*@ requires \valid_read(in + (0 .. in_len - 1));
  @ assigns \nothing;
  @ ensures (from < in_len ? from : in_len) <= \result <= in_len;
  @ ensures no_feed(in, from, \result) && (\result < in_len ==> in[\result] == 10); */
size_t
wyre_line_feed(const uint8_t *in, size_t in_len, size_t from)
{
    return line_feed(in, in_len, from);
}

/* What stands in front of the LF at `feed`: the line's text ends there. */
/*@ requires feed < 0xffffffff && \valid_read(in + (0 .. feed)) && \valid(out) && \valid(n);
  @ requires \separated(out, n, in + (0 .. feed));
  @ assigns *out, *n;
  @ ensures \result == WYRE_OK ==> *n == feed + 1 && out->text.off == 0 && out->text.len <= feed;
  @ ensures \result != WYRE_OK ==> *n <= feed && \result == WYRE_E_TEXT; */
static wyre_status
line_end(const uint8_t *in, size_t feed, uint32_t flags, wyre_line *out, size_t *n)
{
    size_t stop = feed;
    /*@ loop invariant stop <= feed; loop assigns stop; loop variant stop; */
    while (stop > 0 && in[stop - 1] == '\r')
        stop--;
    size_t crs = feed - stop;
    if (crs > 1 && (flags & WYRE_LINE_EXTRA_CR) == 0)
        stop = feed - 1;
    uint32_t end = crs == 0 ? WYRE_LINE_BARE_LF : 0;
    if (feed - stop > 1)
        end = WYRE_LINE_EXTRA_CR;
    *n = stop;
    if ((end & ~flags) != 0)
        return WYRE_E_TEXT;
    *out = (wyre_line){{0, (uint32_t)stop}, end};
    *n = feed + 1;
    return WYRE_OK;
}

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(out);
  @ requires (n == \null || \valid(n)) && (progress == \null || \valid(progress));
  @ requires \separated(out, n, progress, in + (0 .. in_len - 1));
  @ assigns *out, *n, *progress;
  @ ensures \result == WYRE_OK ==> out->text.off == 0 && out->text.len < in_len && out->text.len < max;
  @ ensures \result == WYRE_OK && n != \null ==> out->text.len < *n <= in_len && *n <= max;
  @ ensures \result == WYRE_MORE ==> in_len < max && (n != \null ==> *n == in_len + 1);
  @ ensures \result <= WYRE_MORE && (\result < 0 && n != \null ==> *n <= in_len); */
wyre_status
wyre_line_frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max,
                wyre_line_progress *progress, wyre_line *out, size_t *n)
{
    size_t stopped = 0;
    wyre_status status;
    size_t len = in_len < max ? in_len : max;
    size_t from = progress != NULL && progress->scanned <= len ? progress->scanned : 0;
    uint32_t scanned = 0;
    *out = (wyre_line){{0, 0}, 0};
    if ((flags & ~(uint32_t)(WYRE_LINE_BARE_LF | WYRE_LINE_EXTRA_CR)) != 0) {
        status = WYRE_E_ARG;
    } else {
        size_t feed = line_feed(in, len, from);
        if (feed < len) {
            status = line_end(in, feed, flags, out, &stopped);
        } else if (len == max) {
            status = WYRE_E_LIMIT;
            stopped = max;
        } else {
            status = WYRE_MORE;
            stopped = len + 1;
            scanned = (uint32_t)len;
        }
    }
    if (progress != NULL)
        progress->scanned = scanned;
    if (n != NULL)
        *n = stopped;
    return status;
}

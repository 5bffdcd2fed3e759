/* The cursors of core.h for users: the inlined ones under their public names. */
#include <wyre/core.h>
#include "cursor.h"
#include "line.h"

void
wyre_rd_init(wyre_rd *r, const uint8_t *in, size_t in_len)
{
    *r = rd(in, in_len);
}

uint8_t
wyre_rd_u8(wyre_rd *r)
{
    return rd_u8(r);
}

uint16_t
wyre_rd_u16le(wyre_rd *r)
{
    return rd_u16le(r);
}

uint16_t
wyre_rd_u16be(wyre_rd *r)
{
    return rd_u16be(r);
}

uint32_t
wyre_rd_u24be(wyre_rd *r)
{
    return rd_u24be(r);
}

uint32_t
wyre_rd_u32le(wyre_rd *r)
{
    return rd_u32le(r);
}

uint32_t
wyre_rd_u32be(wyre_rd *r)
{
    return rd_u32be(r);
}

uint64_t
wyre_rd_u64le(wyre_rd *r)
{
    return rd_u64le(r);
}

uint64_t
wyre_rd_u64be(wyre_rd *r)
{
    return rd_u64be(r);
}

size_t
wyre_rd_take(wyre_rd *r, size_t n)
{
    size_t at;
    take(r, n, &at);
    return at;
}

wyre_span
wyre_rd_span(wyre_rd *r, size_t n)
{
    return rd_span(r, n);
}

void
wyre_rd_align(wyre_rd *r, size_t n)
{
    rd_align(r, n);
}

size_t
wyre_rd_enter(wyre_rd *r, size_t n)
{
    return rd_enter(r, n);
}

void
wyre_rd_leave(wyre_rd *r, size_t outer)
{
    rd_leave(r, outer);
}

wyre_span
wyre_rd_line(wyre_rd *r)
{
    size_t start = r->pos;
    if (r->status != WYRE_OK)
        return (wyre_span){0, 0};
    size_t feed = line_feed(r->in, r->end, start);
    r->pos = feed < r->end ? feed + 1 : r->end;
    size_t stop = feed < r->end && feed > start && r->in[feed - 1] == '\r' ? feed - 1 : feed;
    return (wyre_span){(uint32_t)start, (uint32_t)(stop - start)};
}

void
wyre_wr_init(wyre_wr *w, uint8_t *out, size_t cap)
{
    *w = wr(out, cap);
}

void
wyre_wr_u8(wyre_wr *w, uint8_t value)
{
    wr_u8(w, value);
}

void
wyre_wr_u16le(wyre_wr *w, uint16_t value)
{
    wr_u16le(w, value);
}

void
wyre_wr_u16be(wyre_wr *w, uint16_t value)
{
    wr_u16be(w, value);
}

void
wyre_wr_u24be(wyre_wr *w, uint32_t value)
{
    wr_u24be(w, value);
}

void
wyre_wr_u32le(wyre_wr *w, uint32_t value)
{
    wr_u32le(w, value);
}

void
wyre_wr_u32be(wyre_wr *w, uint32_t value)
{
    wr_u32be(w, value);
}

void
wyre_wr_u64le(wyre_wr *w, uint64_t value)
{
    wr_u64le(w, value);
}

void
wyre_wr_u64be(wyre_wr *w, uint64_t value)
{
    wr_u64be(w, value);
}

void
wyre_wr_bytes(wyre_wr *w, const uint8_t *bytes, size_t n)
{
    wr_bytes(w, bytes, n);
}

void
wyre_wr_zeros(wyre_wr *w, size_t n)
{
    wr_zeros(w, n);
}

void
wyre_wr_align(wyre_wr *w, size_t n)
{
    wr_align(w, n);
}

size_t
wyre_wr_mark(wyre_wr *w, size_t n)
{
    return wr_mark(w, n);
}

void
wyre_wr_patch_u8(wyre_wr *w, size_t at, size_t value)
{
    wr_patch_u8(w, at, value);
}

void
wyre_wr_patch_u16le(wyre_wr *w, size_t at, size_t value)
{
    wr_patch_u16le(w, at, value);
}

void
wyre_wr_patch_u16be(wyre_wr *w, size_t at, size_t value)
{
    wr_patch_u16be(w, at, value);
}

void
wyre_wr_patch_u32le(wyre_wr *w, size_t at, size_t value)
{
    wr_patch_u32le(w, at, value);
}

void
wyre_wr_gather(wyre_wr *w, const uint8_t *bytes, size_t n, wyre_span *span)
{
    *span = (wyre_span){(uint32_t)w->pos, 0};
    wr_bytes(w, bytes, n);
    span->len = (uint32_t)(w->pos - span->off);
}

void
wyre_wr_gather_utf16(wyre_wr *w, const char *utf8, size_t n, wyre_span *span)
{
    *span = (wyre_span){(uint32_t)w->pos, 0};
    if (w->status != WYRE_OK)
        return;
    size_t room = w->pos < w->cap ? w->cap - w->pos : 0;
    size_t size = 0;
    wyre_status status = wyre_utf8_to_utf16le((const uint8_t *)utf8, n, 0,
                                              room > 0 ? w->out + w->pos : NULL, room, &size);
    if (status != WYRE_OK && status != WYRE_E_SPACE) {
        wr_refuse(w, status);
        return;
    }
    reserve(w, size);
    span->len = (uint32_t)(w->pos - span->off);
}

wyre_status
wyre_wr_finish(const wyre_wr *w, size_t *n)
{
    return wr_finish(w, n);
}

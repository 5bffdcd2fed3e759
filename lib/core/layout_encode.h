/* Layouts, the way out: the fixed part, and the parts of variable length behind it. */
#ifndef WYRE_LIB_CORE_LAYOUT_ENCODE_H
#define WYRE_LIB_CORE_LAYOUT_ENCODE_H
#include "layout_decode.h"

/* ---- encode: in and out ------------------------------------------------------------------------ */

/* Whether the fixed part fits; NULL has no room even for none. */
INLINE int
has_room(const uint8_t *out, size_t cap, size_t base, size_t fixed_len)
{
    return (fixed_len > 0 || out != NULL) && base <= cap && fixed_len <= cap - base;
}

/* Where the fixed part does not fit, nothing is stored, and the same lines find the exact need. */
INLINE layout
measuring(const uint8_t *src, size_t src_len, size_t base, size_t fixed_len)
{
    layout l = {.way = ENCODE, .base = base, .fixed_len = fixed_len, .end = base + fixed_len};
    l.src = src;
    l.src_len = src_len;
    return l;
}

INLINE layout
encoding(const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t base,
         size_t fixed_len)
{
    layout l = measuring(src, src_len, base, fixed_len);
    l.cap = cap;
    if (has_room(out, cap, base, fixed_len)) {
        l.fits = 1;
        l.out = out;
        l.fixed = out + base;
    }
    return l;
}

/* ---- encode: the fixed part ---------------------------------------------------------------------- */

INLINE void
store8(layout *l, size_t at, uint8_t value)
{
    if (l->fits)
        l->fixed[at] = value;
}
INLINE void
store16(layout *l, size_t at, uint16_t value)
{
    if (l->fits)
        put_le16(l->fixed + at, value);
}
INLINE void
store32(layout *l, size_t at, uint32_t value)
{
    if (l->fits)
        put_le32(l->fixed + at, value);
}
INLINE void
store64(layout *l, size_t at, uint64_t value)
{
    if (l->fits)
        put_le64(l->fixed + at, value);
}
INLINE void
store16be(layout *l, size_t at, uint16_t value)
{
    if (l->fits)
        put_be16(l->fixed + at, value);
}
INLINE void
store32be(layout *l, size_t at, uint32_t value)
{
    if (l->fits)
        put_be32(l->fixed + at, value);
}
INLINE void
store_bytes(layout *l, size_t at, const uint8_t *bytes, size_t n)
{
    if (l->fits)
        memcpy(l->fixed + at, bytes, n);
}
/* An offset or length field of 1, 2 or 4 bytes. */
INLINE void
store_width(layout *l, size_t at, unsigned width, size_t value)
{
    if (value > UINT32_MAX >> (32 - 8 * width))
        refuse(l, WYRE_E_RANGE, 0);
    else if (width == 1)
        store8(l, at, (uint8_t)value);
    else if (width == 2)
        store16(l, at, (uint16_t)value);
    else
        store32(l, at, (uint32_t)value);
}

INLINE wyre_status
encoded(layout *l, size_t *n)
{
    if (l->total_width > 0)
        store_width(l, l->total_at, l->total_width, l->end - l->total_from);
    if (l->total_be && l->fits)
        put_be16(l->fixed + l->total_at, le16(l->fixed + l->total_at));
    if (l->end > l->cap)
        refuse(l, WYRE_E_SPACE, l->end);
    if (n != NULL)
        *n = l->status == WYRE_OK ? l->end : l->fault;
    return l->status;
}

/* ---- encode: the parts of variable length ------------------------------------------------------ */

/* Counts n bytes at the end; where they fit, returns their place, else NULL. */
INLINE uint8_t *
grow(layout *l, size_t n)
{
    size_t at = l->end;
    if (at > UINT32_MAX || n > UINT32_MAX - at) {
        refuse(l, WYRE_E_RANGE, 0);
        return NULL;
    }
    l->end = at + n;
    return l->fits && n > 0 && l->end <= l->cap ? l->out + at : NULL;
}

INLINE void
append_padding(layout *l, size_t align)
{
    size_t over = l->end % align;
    uint8_t *pad = over == 0 ? NULL : grow(l, align - over);
    if (pad != NULL)
        memset(pad, 0, align - over);
}

/* The one place where the bytes of a span are written. */
INLINE void
append(layout *l, wyre_span span)
{
    if (span.len == 0)
        return;
    if (span.off > l->src_len || span.len > l->src_len - span.off) {
        refuse(l, WYRE_E_ARG, 0);
        return;
    }
    uint8_t *place = grow(l, span.len);
    if (place != NULL)
        memcpy(place, l->src + span.off, span.len);
}

/* How many units a span counts; half a unit cannot be counted. */
INLINE size_t
units(layout *l, wyre_span span, unsigned unit)
{
    if (span.len % unit != 0)
        refuse(l, WYRE_E_RANGE, 0);
    return span.len / unit;
}

/* The bytes of a span, aligned, and where they begin; an empty span has the offset that it has. */
INLINE size_t
append_aligned(layout *l, size_t align, wyre_span span)
{
    if (span.len == 0)
        return span.off;
    append_padding(l, align);
    size_t start = l->end;
    append(l, span);
    return start;
}

INLINE void
append_ref(layout *l, unsigned off_width, size_t off_at, unsigned len_width, size_t len_at,
           unsigned unit, size_t align, wyre_span span)
{
    store_width(l, off_at, off_width, append_aligned(l, align, span));
    store_width(l, len_at, len_width, units(l, span, unit));
}

INLINE void
append_from(layout *l, size_t origin, unsigned off_width, size_t off_at, unsigned len_width,
            size_t len_at, size_t align, wyre_span span)
{
    size_t start = append_aligned(l, align, span);
    store_width(l, off_at, off_width, start > origin ? start - origin : 0);
    store_width(l, len_at, len_width, span.len);
}

INLINE void
append_to_end(layout *l, unsigned off_width, size_t off_at, size_t origin, size_t align,
              wyre_span span)
{
    size_t start = append_aligned(l, align, span);
    store_width(l, off_at, off_width, start > origin ? start - origin : 0);
}

INLINE void
append_prefixed(layout *l, unsigned width, unsigned unit, wyre_span span)
{
    size_t count = units(l, span, unit);
    if (count > UINT32_MAX >> (32 - 8 * width)) {
        refuse(l, WYRE_E_RANGE, 0);
        return;
    }
    uint8_t *prefix = grow(l, width);
    if (prefix != NULL) {
        for (unsigned i = 0; i < width; i++)
            prefix[i] = (uint8_t)(count >> 8 * i);
    }
    append(l, span);
}

/* A NUL inside would end the text early. */
INLINE void
append_terminated(layout *l, unsigned unit, wyre_span span)
{
    units(l, span, unit);
    append(l, span);
    uint8_t *nul = grow(l, unit);
    if (l->status != WYRE_OK)
        return;
    for (size_t i = 0; i < span.len; i += unit)
        if (l->src[span.off + i] == 0 && l->src[span.off + i + unit - 1] == 0)
            refuse(l, WYRE_E_RANGE, 0);
    if (nul != NULL)
        memset(nul, 0, unit);
}
#endif

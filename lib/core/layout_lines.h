/* Layouts, all three ways of each line: load, store, or tell the visitor. */
#ifndef WYRE_LIB_CORE_LAYOUT_LINES_H
#define WYRE_LIB_CORE_LAYOUT_LINES_H
#include "layout_encode.h"
#include "tell.h"

/* ---- visit ------------------------------------------------------------------------------------- */

INLINE layout
visiting(const wyre_visitor *v)
{
    return (layout){.way = VISIT, .visitor = v};
}
INLINE void
tell_number(layout *l, const char *name, uint32_t kind, uint64_t value)
{
    tell_number_to(l->visitor, name, kind, value);
}
INLINE void
tell_bytes(layout *l, const char *name, uint32_t kind, const uint8_t *at, size_t n)
{
    tell_bytes_to(l->visitor, name, kind, at, (uint32_t)n);
}
INLINE void
tell_span(layout *l, const char *name, uint32_t kind, wyre_span span)
{
    tell_span_to(l->visitor, name, kind, span);
}

/* The one cast away from const: the encode and visit ways write nothing through it. */
#define READ_ONLY(m) ((void *)(uintptr_t)(m))

/* ---- one line of a layout, three ways ------------------------------------------------------------ */

/* Behind a refusal a line does nothing, so that compilers lead it straight to the end. */
INLINE int
reads(const layout *l)
{
    if (l->way != DECODE)
        return 0;
    return l->status == WYRE_OK;
}
INLINE int
writes(const layout *l)
{
    if (l->way != ENCODE)
        return 0;
    return l->status == WYRE_OK;
}

INLINE void
size16(layout *l, size_t at, uint16_t size)
{
    if (reads(l))
        expect16(l, at, size);
    if (writes(l))
        store16(l, at, size);
}
INLINE void
magic(layout *l, size_t at, uint32_t value)
{
    if (reads(l))
        expect_magic(l, at, value);
    if (writes(l))
        store32be(l, at, value);
}
INLINE void
field8(layout *l, size_t at, const char *name, uint32_t kind, uint8_t *value)
{
    if (reads(l))
        load8(l, at, value);
    if (writes(l))
        store8(l, at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, kind == WYRE_KIND_SIGNED ? (uint64_t)(int8_t)*value : *value);
}
INLINE void
field16(layout *l, size_t at, const char *name, uint32_t kind, uint16_t *value)
{
    if (reads(l))
        load16(l, at, value);
    if (writes(l))
        store16(l, at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, kind == WYRE_KIND_SIGNED ? (uint64_t)(int16_t)*value : *value);
}
INLINE void
field32(layout *l, size_t at, const char *name, uint32_t kind, uint32_t *value)
{
    if (reads(l))
        load32(l, at, value);
    if (writes(l))
        store32(l, at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, kind == WYRE_KIND_SIGNED ? (uint64_t)(int32_t)*value : *value);
}
INLINE void
field64(layout *l, size_t at, const char *name, uint32_t kind, uint64_t *value)
{
    if (reads(l))
        load64(l, at, value);
    if (writes(l))
        store64(l, at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, *value);
}
INLINE void
field16be(layout *l, size_t at, const char *name, uint32_t kind, uint16_t *value)
{
    if (reads(l))
        load16be(l, at, value);
    if (writes(l))
        store16be(l, at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, *value);
}
INLINE void
field32be(layout *l, size_t at, const char *name, uint32_t kind, uint32_t *value)
{
    if (reads(l))
        load32be(l, at, value);
    if (writes(l))
        store32be(l, at, *value);
    if (l->way == VISIT)
        tell_number(l, name, kind, *value);
}
INLINE void
field_bytes(layout *l, size_t at, const char *name, uint32_t kind, uint8_t *value, size_t n)
{
    if (reads(l))
        load_bytes(l, at, value, n);
    if (writes(l))
        store_bytes(l, at, value, n);
    if (l->way == VISIT)
        tell_bytes(l, name, kind, value, n);
}
INLINE void
ref(layout *l, unsigned off_width, size_t off_at, unsigned len_width, size_t len_at, unsigned unit,
    const char *name, uint32_t kind, size_t align, wyre_span *span)
{
    if (reads(l))
        resolve(l, off_at, load_width(l, off_at, off_width), load_units(l, len_at, len_width, unit),
                span);
    if (writes(l))
        append_ref(l, off_width, off_at, len_width, len_at, unit, align, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
ref_to_end(layout *l, unsigned off_width, size_t off_at, size_t origin, uint32_t entries,
           const char *name, uint32_t kind, size_t align, wyre_span *span)
{
    if (reads(l))
        resolve_to_end(l, off_at, load_width(l, off_at, off_width), origin, entries, span);
    if (writes(l))
        append_to_end(l, off_width, off_at, origin, align, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
count(layout *l, size_t at, unsigned width, unsigned unit, wyre_span *span)
{
    if (reads(l))
        span->len = load_units(l, at, width, unit);
    if (writes(l))
        store_width(l, at, width, units(l, *span, unit));
}
INLINE void
run(layout *l, const char *name, uint32_t kind, wyre_span *span)
{
    if (reads(l))
        next_in_line(l, l->end, span->len, span);
    if (writes(l))
        append(l, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
prefixed(layout *l, const char *name, uint32_t kind, unsigned width, unsigned unit, wyre_span *span)
{
    if (reads(l))
        next_prefixed(l, width, unit, span);
    if (writes(l))
        append_prefixed(l, width, unit, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
terminated(layout *l, const char *name, uint32_t kind, wyre_span *span)
{
    unsigned unit = kind == WYRE_KIND_UTF16 ? 2 : 1;
    if (reads(l))
        next_terminated(l, unit, span);
    if (writes(l))
        append_terminated(l, unit, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
rest(layout *l, const char *name, uint32_t kind, wyre_span *span)
{
    if (reads(l))
        next_in_line(l, l->end, l->limit - l->end, span);
    if (writes(l))
        append(l, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
total(layout *l, size_t at, unsigned width, size_t from)
{
    if (reads(l))
        limit_to(l, at, l->base + from, load_width(l, at, width));
    if (writes(l)) {
        l->total_at = at;
        l->total_width = width;
        l->total_from = l->base + from;
    }
}
INLINE void
total16be(layout *l, size_t at)
{
    if (reads(l))
        limit_to(l, at, l->base, be16(l->in + l->base + at));
    if (writes(l)) {
        total(l, at, 2, 0);
        l->total_be = 1;
    }
}
INLINE void
check(layout *l, size_t at, int holds)
{
    if (reads(l) && !holds)
        refuse(l, WYRE_E_VALUE, l->base + at);
    if (writes(l) && !holds)
        refuse(l, WYRE_E_RANGE, 0);
}
/* At the tail; width is the size of *value. */
INLINE uint64_t
next(layout *l, const char *name, uint32_t kind, unsigned width, uint64_t value)
{
    if (reads(l))
        return next_number(l, width);
    if (writes(l)) {
        uint8_t *place = grow(l, width);
        for (unsigned i = 0; place != NULL && i < width; i++)
            place[i] = (uint8_t)(value >> 8 * i);
    }
    if (l->way == VISIT)
        tell_number(l, name, kind, value);
    return value;
}
INLINE void
next8(layout *l, const char *name, uint32_t kind, uint8_t *value)
{
    uint64_t got = next(l, name, kind, 1, *value);
    if (reads(l))
        *value = (uint8_t)got;
}
INLINE void
next16(layout *l, const char *name, uint32_t kind, uint16_t *value)
{
    uint64_t got = next(l, name, kind, 2, *value);
    if (reads(l))
        *value = (uint16_t)got;
}
INLINE void
next32(layout *l, const char *name, uint32_t kind, uint32_t *value)
{
    uint64_t got = next(l, name, kind, 4, *value);
    if (reads(l))
        *value = (uint32_t)got;
}
INLINE void
next64(layout *l, const char *name, uint32_t kind, uint64_t *value)
{
    uint64_t got = next(l, name, kind, 8, *value);
    if (reads(l))
        *value = got;
}
INLINE void
nul(layout *l)
{
    if (reads(l))
        next_nul(l);
    if (writes(l)) {
        uint8_t *place = grow(l, 1);
        if (place != NULL)
            *place = 0;
    }
}
INLINE void
next_array(layout *l, const char *name, uint32_t kind, uint8_t *value, size_t n)
{
    if (reads(l))
        next_bytes(l, value, n);
    if (writes(l)) {
        uint8_t *place = grow(l, n);
        if (place != NULL)
            memcpy(place, value, n);
    }
    if (l->way == VISIT)
        tell_bytes(l, name, kind, value, n);
}
INLINE void
ref_from(layout *l, size_t origin, unsigned off_width, size_t off_at, unsigned len_width,
         size_t len_at, const char *name, uint32_t kind, size_t align, wyre_span *span)
{
    if (reads(l))
        resolve_from(l, off_at, origin, load_width(l, off_at, off_width),
                     load_width(l, len_at, len_width), span);
    if (writes(l))
        append_from(l, origin, off_width, off_at, len_width, len_at, align, *span);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
whole(layout *l, size_t at)
{
    if (reads(l))
        expect_whole(l, at);
}
INLINE void
at_least_one(layout *l)
{
    uint8_t *place = writes(l) && l->end == l->base + l->fixed_len ? grow(l, 1) : NULL;
    if (place != NULL)
        *place = 0;
}
INLINE void
align(layout *l, size_t n)
{
    if (reads(l))
        skip_padding(l, n);
    if (writes(l))
        append_padding(l, n);
}
#endif

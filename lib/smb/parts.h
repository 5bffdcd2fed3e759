/* Parts that a message points at by offset, and that may stand in any order behind its fixed part:
 * an encoder writes them in the order in which they stand in the source, and a part that two fields
 * share once. So a decoded message comes back byte for byte whatever order its sender chose. */
#ifndef WYRE_LIB_SMB_PARTS_H
#define WYRE_LIB_SMB_PARTS_H
#include "../core/layout.h"

#ifdef WYRE_PROVE /* nothing is decoded here */
#define PARTS(l, origin, alignment, ...)
#else

/* The offset field of `width` bytes at `at` of the fixed part, and what it points at. */
typedef struct pointer {
    size_t at;
    unsigned width;
    const wyre_span *span;
} pointer;

/* Which part follows part `last` in the source; count: none does. Equal offsets go by index. */
INLINE size_t
part_after(const pointer *parts, size_t count, size_t last)
{
    size_t next = count;
    for (size_t i = 0; i < count; i++) {
        uint32_t off = parts[i].span->off;
        if (parts[i].span->len == 0 || i == last)
            continue;
        if (last < count &&
            (off < parts[last].span->off || (off == parts[last].span->off && i < last)))
            continue;
        if (next == count || off < parts[next].span->off)
            next = i;
    }
    return next;
}

/* Offsets count from `origin`; an absent part has offset 0. */
INLINE void
append_parts(layout *l, size_t origin, size_t alignment, const pointer *parts, size_t count)
{
    const wyre_span *before = NULL;
    size_t start = 0;
    for (size_t i = 0; i < count; i++)
        if (parts[i].span->len == 0)
            store_width(l, parts[i].at, parts[i].width, 0);
    for (size_t i = part_after(parts, count, count); i < count; i = part_after(parts, count, i)) {
        const wyre_span *span = parts[i].span;
        if (before == NULL || before->off != span->off || before->len != span->len) {
            append_padding(l, alignment);
            start = l->end;
            append(l, *span);
        }
        store_width(l, parts[i].at, parts[i].width, start - origin);
        before = span;
    }
}

/* PARTS(l, origin, alignment, {at, width, &m->f}, ...): encodes the parts of these offset fields. */
#define PARTS(l, origin, alignment, ...)                                                           \
    do {                                                                                           \
        const pointer all_parts[] = {__VA_ARGS__};                                                 \
        if ((l)->way == ENCODE)                                                                    \
            append_parts(l, origin, alignment, all_parts, sizeof all_parts / sizeof *all_parts);   \
    } while (0)
#endif
#endif

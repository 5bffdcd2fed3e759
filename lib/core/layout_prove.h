/* Layouts as `make prove` reads them: the decode way of each line. */
#ifndef WYRE_LIB_CORE_LAYOUT_PROVE_H
#define WYRE_LIB_CORE_LAYOUT_PROVE_H
#include "layout_decode.h"

/* What is told to a visitor is not proved; it is declared, so that every file can be read. */
layout visiting(const wyre_visitor *v);
void tell_number(layout *l, const char *name, uint32_t kind, uint64_t value);
void tell_bytes(layout *l, const char *name, uint32_t kind, const uint8_t *at, size_t n);
void tell_span(layout *l, const char *name, uint32_t kind, wyre_span span);

#define SIZE(l, at, size)        expect16(l, at, size)
#define MAGIC(l, at, value)      expect_magic(l, at, value)
#define U8(l, at, m, f, kind)    load8(l, at, &(m)->f)
#define U16(l, at, m, f, kind)   load16(l, at, &(m)->f)
#define U32(l, at, m, f, kind)   load32(l, at, &(m)->f)
#define U64(l, at, m, f, kind)   load64(l, at, &(m)->f)
#define U16BE(l, at, m, f, kind) load16be(l, at, &(m)->f)
#define U32BE(l, at, m, f, kind) load32be(l, at, &(m)->f)
#define ARRAY(l, at, m, f, kind) load_bytes(l, at, (m)->f, sizeof((m)->f))
#define REF_UNITS(l, off_width, off_at, len_width, len_at, unit, m, f, kind, align)                \
    resolve(l, off_at, load_width(l, off_at, off_width), load_units(l, len_at, len_width, unit),   \
            &(m)->f)
#define REF(l, off_width, off_at, len_width, len_at, m, f, kind, align)                            \
    REF_UNITS(l, off_width, off_at, len_width, len_at, 1, m, f, kind, align)
#define REF16(l, at, m, f, kind, align) REF(l, 2, at, 2, (at) + 2, m, f, kind, align)
#define REF32(l, at, m, f, kind, align) REF(l, 4, at, 4, (at) + 4, m, f, kind, align)
#define PREFIXED8(l, m, f, kind)        next_prefixed(l, 1, 1, &(m)->f)
#define PREFIXED16(l, m, f, kind)       next_prefixed(l, 2, 1, &(m)->f)
#define PREFIXED32(l, m, f, kind)       next_prefixed(l, 4, 1, &(m)->f)
#define PREFIXED8_UTF16(l, m, f)        next_prefixed(l, 1, 2, &(m)->f)
#define PREFIXED16_UTF16(l, m, f)       next_prefixed(l, 2, 2, &(m)->f)
#define TERMINATED(l, m, f, kind)                                                                  \
    next_terminated(l, WYRE_KIND_##kind == WYRE_KIND_UTF16 ? 2 : 1, &(m)->f)
#define REST(l, m, f, kind) next_in_line(l, (l)->end, (l)->limit - (l)->end, &(m)->f)
#define ALIGN(l, n)         skip_padding(l, n)
#define WHOLE(l, at)        expect_whole(l, at)
#define AT_LEAST_ONE(l)
#define NUL(l)     next_nul(l)
#define ROOM(l, n) ((n) <= (l)->limit - (l)->end)
#define REF_FROM(l, origin, off_width, off_at, len_width, len_at, m, f, kind, align)               \
    resolve_from(l, off_at, origin, load_width(l, off_at, off_width),                              \
                 load_width(l, len_at, len_width), &(m)->f)
#define REF_TO_END(l, width, at, origin, entries, m, f, kind, align)                               \
    resolve_to_end(l, at, load_width(l, at, width), origin, entries, &(m)->f)
#define TOTAL16(l, at)   limit_to(l, at, (l)->base, load_width(l, at, 2))
#define TOTAL32(l, at)   limit_to(l, at, (l)->base, load_width(l, at, 4))
#define TOTAL16BE(l, at) limit_to(l, at, (l)->base, be16((l)->in + (l)->base + (at)))
#define LENGTH16(l, at)  limit_to(l, at, (l)->base + (at) + 2, load_width(l, at, 2))
#define LENGTH32(l, at)  limit_to(l, at, (l)->base + (at) + 4, load_width(l, at, 4))
#define CHECK(l, at, condition)                                                                    \
    do {                                                                                           \
        if (!(condition))                                                                          \
            refuse(l, WYRE_E_VALUE, (l)->base + (at));                                             \
    } while (0)
#define NEXT8(l, m, f, kind)                  ((m)->f = (uint8_t)next_number(l, 1))
#define NEXT16(l, m, f, kind)                 ((m)->f = (uint16_t)next_number(l, 2))
#define NEXT32(l, m, f, kind)                 ((m)->f = (uint32_t)next_number(l, 4))
#define NEXT64(l, m, f, kind)                 ((m)->f = next_number(l, 8))
#define NEXT_ARRAY(l, m, f, kind)             next_bytes(l, (m)->f, sizeof((m)->f))
#define COUNT_UNITS(l, at, width, unit, m, f) ((m)->f.len = load_units(l, at, width, unit))
#define COUNT8(l, at, m, f)                   COUNT_UNITS(l, at, 1, 1, m, f)
#define COUNT16(l, at, m, f)                  COUNT_UNITS(l, at, 2, 1, m, f)
#define COUNT32(l, at, m, f)                  COUNT_UNITS(l, at, 4, 1, m, f)
#define RUN(l, m, f, kind)                    next_in_line(l, (l)->end, (m)->f.len, &(m)->f)
#define CODEC(T, picture, fixed, known)                                                            \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n)    \
    {                                                                                              \
        layout l;                                                                                  \
        CLEAR(out);                                                                                \
        begin_decoding(&l, in, in_len, 0, fixed, flags, known);                                    \
        if (l.status == WYRE_OK)                                                                   \
            picture(&l, out);                                                                      \
        return end_decoding(&l, n);                                                                \
    }
#endif

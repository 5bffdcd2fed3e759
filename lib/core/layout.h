/* A message with a fixed layout is written down once, as a function over the lines defined here;
 * decode, encode and visit are three compilations of it. The way is a constant where the function
 * is inlined, so one branch of each line is left.
 *
 * A message has a fixed part, which is claimed by one bounds test, and parts of variable length
 * behind it: REF (offset and length stand in the fixed part), COUNT and RUN (the length stands in
 * the fixed part, the bytes are next in line), PREFIXED (the length stands right in front),
 * TERMINATED (up to a NUL), REST (all that is left). Offsets count from the start of the unit.
 *
 * `make prove` compiles the same text with WYRE_PROVE: the decode way alone, layout_prove.h. */
#ifndef WYRE_LIB_CORE_LAYOUT_H
#define WYRE_LIB_CORE_LAYOUT_H

#ifdef WYRE_PROVE
#include "layout_prove.h"
#else
#include "layout_lines.h"

/* Fixed part: a constant StructureSize, a constant of 4 bytes in wire order, an integer, an array. */
#define SIZE(l, at, size)        size16(l, at, size)
#define MAGIC(l, at, value)      magic(l, at, value)
#define U8(l, at, m, f, kind)    field8(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U16(l, at, m, f, kind)   field16(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U32(l, at, m, f, kind)   field32(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U64(l, at, m, f, kind)   field64(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U16BE(l, at, m, f, kind) field16be(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define U32BE(l, at, m, f, kind) field32be(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define ARRAY(l, at, m, f, kind) field_bytes(l, at, #f, WYRE_KIND_##kind, (m)->f, sizeof((m)->f))

/* Fixed part: offset and length of a part elsewhere, aligned when written. REF16 and REF32: offset,
 * then length, of that width in bits. REF: widths in bytes and places of each; REF_UNITS: the length
 * counts units of so many bytes. */
#define REF16(l, at, m, f, kind, align)                                                            \
    ref(l, 2, at, 2, (at) + 2, 1, #f, WYRE_KIND_##kind, align, &(m)->f)
#define REF32(l, at, m, f, kind, align)                                                            \
    ref(l, 4, at, 4, (at) + 4, 1, #f, WYRE_KIND_##kind, align, &(m)->f)
#define REF(l, off_width, off_at, len_width, len_at, m, f, kind, align)                            \
    ref(l, off_width, off_at, len_width, len_at, 1, #f, WYRE_KIND_##kind, align, &(m)->f)
#define REF_UNITS(l, off_width, off_at, len_width, len_at, unit, m, f, kind, align)                \
    ref(l, off_width, off_at, len_width, len_at, unit, #f, WYRE_KIND_##kind, align, &(m)->f)

/* As REF, with an offset that counts from `origin`. */
#define REF_FROM(l, origin, off_width, off_at, len_width, len_at, m, f, kind, align)               \
    ref_from(l, origin, off_width, off_at, len_width, len_at, #f, WYRE_KIND_##kind, align, &(m)->f)

/* Fixed part: offset, counted from `origin`, of a list of so many entries that runs to the end of the
 * unit. */
#define REF_TO_END(l, width, at, origin, entries, m, f, kind, align)                               \
    ref_to_end(l, width, at, origin, entries, #f, WYRE_KIND_##kind, align, &(m)->f)

/* Fixed part: the length of a RUN that follows. COUNT_UNITS: in units of so many bytes. */
#define COUNT8(l, at, m, f)                   count(l, at, 1, 1, &(m)->f)
#define COUNT16(l, at, m, f)                  count(l, at, 2, 1, &(m)->f)
#define COUNT32(l, at, m, f)                  count(l, at, 4, 1, &(m)->f)
#define COUNT_UNITS(l, at, width, unit, m, f) count(l, at, width, unit, &(m)->f)

/* Fixed part: the length of the whole unit, which ends there. LENGTH: of what follows this field. */
#define TOTAL16(l, at)                        total(l, at, 2, 0)
#define TOTAL32(l, at)                        total(l, at, 4, 0)
#define TOTAL16BE(l, at)                      total16be(l, at)
#define LENGTH16(l, at)                       total(l, at, 2, (at) + 2)
#define LENGTH32(l, at)                       total(l, at, 4, (at) + 4)

/* What the specification demands of the fields laid above: else WYRE_E_VALUE at this offset. */
#define CHECK(l, at, condition)               check(l, at, condition)

/* Tail, in wire order. NEXT: an integer or an array behind a part of variable length. */
#define NEXT8(l, m, f, kind)                  next8(l, #f, WYRE_KIND_##kind, &(m)->f)
#define NEXT16(l, m, f, kind)                 next16(l, #f, WYRE_KIND_##kind, &(m)->f)
#define NEXT32(l, m, f, kind)                 next32(l, #f, WYRE_KIND_##kind, &(m)->f)
#define NEXT64(l, m, f, kind)                 next64(l, #f, WYRE_KIND_##kind, &(m)->f)
#define NEXT_ARRAY(l, m, f, kind)             next_array(l, #f, WYRE_KIND_##kind, (m)->f, sizeof((m)->f))
#define RUN(l, m, f, kind)                    run(l, #f, WYRE_KIND_##kind, &(m)->f)
#define PREFIXED8(l, m, f, kind)              prefixed(l, #f, WYRE_KIND_##kind, 1, 1, &(m)->f)
#define PREFIXED16(l, m, f, kind)             prefixed(l, #f, WYRE_KIND_##kind, 2, 1, &(m)->f)
#define PREFIXED32(l, m, f, kind)             prefixed(l, #f, WYRE_KIND_##kind, 4, 1, &(m)->f)
#define PREFIXED8_UTF16(l, m, f)              prefixed(l, #f, WYRE_KIND_UTF16, 1, 2, &(m)->f)
#define PREFIXED16_UTF16(l, m, f)             prefixed(l, #f, WYRE_KIND_UTF16, 2, 2, &(m)->f)
#define TERMINATED(l, m, f, kind)             terminated(l, #f, WYRE_KIND_##kind, &(m)->f)
#define REST(l, m, f, kind)                   rest(l, #f, WYRE_KIND_##kind, &(m)->f)
#define ALIGN(l, n)                           align(l, n)
/* A NUL behind a part whose length does not count it. */
#define NUL(l)                                nul(l)
/* Whether a field that some senders leave out is there: encode always writes it. */
#define ROOM(l, n)                            ((l)->way != DECODE || (n) <= (l)->limit - (l)->end)
/* Nothing may follow; the byte at fault is at `at`, where a length should have counted it. */
#define WHOLE(l, at)                          whole(l, at)
/* Peers expect a byte behind the fixed part even where no part follows. */
#define AT_LEAST_ONE(l)                       at_least_one(l)

/* The three functions of message T, in this order: decode, encode, visit. `picture` is its layout
 * and `fixed` the end of its fixed part; `known` the bits that flags may have. Encoding into too little
 * space is apart, out of the way of what has room. */
#define CODEC(T, picture, fixed, known)                                                            \
    wyre_status T##_decode(const uint8_t *restrict in, size_t in_len, uint32_t flags,              \
                           T *restrict out, size_t *restrict n)                                    \
    {                                                                                              \
        layout l;                                                                                  \
        decoding(&l, in, in_len, 0, fixed, flags, known, out, sizeof *out);                        \
        if (l.status == WYRE_OK)                                                                   \
            picture(&l, out);                                                                      \
        return decoded(&l, out, sizeof *out, n);                                                   \
    }                                                                                              \
    COLD wyre_status T##_measure(const T *m, const uint8_t *src, size_t src_len, size_t *n)        \
    {                                                                                              \
        layout l = measuring(src, src_len, 0, fixed);                                              \
        picture(&l, READ_ONLY(m));                                                                 \
        return encoded(&l, n);                                                                     \
    }                                                                                              \
    wyre_status T##_encode(const T *restrict m, const uint8_t *restrict src, size_t src_len,       \
                           uint8_t *restrict out, size_t cap, size_t *restrict n)                  \
    {                                                                                              \
        if (!has_room(out, cap, 0, fixed))                                                         \
            return T##_measure(m, src, src_len, n);                                                \
        layout l = encoding(src, src_len, out, cap, 0, fixed);                                     \
        picture(&l, READ_ONLY(m));                                                                 \
        return encoded(&l, n);                                                                     \
    }                                                                                              \
    wyre_status T##_visit(const T *m, const wyre_visitor *v)                                       \
    {                                                                                              \
        layout l = visiting(v);                                                                    \
        picture(&l, READ_ONLY(m));                                                                 \
        return WYRE_OK;                                                                            \
    }
#endif
#endif

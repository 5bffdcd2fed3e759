/* SMB1's form of the layout idiom: [MS-CIFS] 2.2.3.2, 2.2.3.3. A block is WordCount, words, ByteCount,
 * bytes. Its fixed part is the words with ByteCount behind them, so the offsets of its lines are the
 * specification's word offsets; its tail is the bytes. Everything else counts from the header, which
 * is where `in` and `out` begin. */
#ifndef WYRE_LIB_SMB_SMB1_LAYOUT_H
#define WYRE_LIB_SMB_SMB1_LAYOUT_H
#include <wyre/smb1.h>
#include "../core/layout.h"
#include "../core/line.h"

enum byte_count {
    EXACT,
    LOW_16_BITS, /* large reads and writes: see DATA */
    UNSURE       /* may go past the end: Windows 2003 leaves it uninitialised */
};

enum { FLAGS2_HIGH_BYTE = 11, PLACE_MAX = 0x7fffffff };

/* ---- decode -------------------------------------------------------------------------------------- */

/*@ requires \valid(l) && \valid_read(in + (0 .. in_len - 1)) && \separated(l, in + (0 .. in_len - 1));
  @ assigns *l;
  @ ensures l->in == in && l->in_len == in_len && l->limit == in_len;
  @ ensures l->base == at && l->fixed_len == 1 && l->end == at + 1;
  @ ensures l->status <= WYRE_OK && l->fault <= in_len;
  @ ensures l->status == WYRE_OK ==> open(l) && 32 <= at < in_len; */
INLINE void
begin_block(layout *l, const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags)
{
    begin_decoding(l, in, in_len, at, 1, flags, 0);
    if (UNLIKELY(at < WYRE_SMB1_HEADER_SIZE))
        refuse(l, WYRE_E_ARG, 0);
}

#ifndef WYRE_PROVE /* where a struct that is returned costs the provers too much */
INLINE layout
block(const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags)
{
    layout l;
    begin_block(&l, in, in_len, at, flags);
    return l;
}
#endif

/* From WordCount to the words and the bytes behind them. */
/*@ requires \valid(l) && words_len <= 510 && l->status <= WYRE_OK && l->fault <= l->in_len;
  @ requires l->status == WYRE_OK ==> open(l) && l->fixed_len == 1 && l->base < l->in_len && l->limit == l->in_len;
  @ assigns l->status, l->fault, l->base, l->fixed_len, l->end, l->limit;
  @ ensures l->status <= WYRE_OK && l->fault <= l->in_len;
  @ ensures l->status == WYRE_OK ==> open(l) && l->fixed_len == words_len + 2 && legal != 0;
  @ ensures l->status == WYRE_OK ==> l->base == \old(l->base) + 1 && \old(l->status) == WYRE_OK; */
INLINE void
enter_words(layout *l, size_t words_len, int legal, enum byte_count kind)
{
    if (l->status != WYRE_OK)
        return;
    size_t words = l->base + 1;
    if (UNLIKELY(!legal))
        refuse(l, WYRE_E_VALUE, l->base);
    else if (UNLIKELY(words_len + 2 > l->in_len - words))
        refuse(l, WYRE_E_LENGTH, l->in_len);
    if (l->status != WYRE_OK)
        return;
    l->base = words;
    l->fixed_len = words_len + 2;
    l->end = words + words_len + 2;
    size_t byte_count = le16(l->in + words + words_len);
    if (LIKELY(byte_count <= l->in_len - l->end))
        l->limit = l->end + byte_count;
    else if (kind != UNSURE)
        refuse(l, WYRE_E_LENGTH, words + words_len);
}

/* Where the first NUL of `unit` bytes stands at or behind `at`, in steps of a unit; where there is none,
 * where less than a unit is left. */
/*@ requires \valid_read(in + (0 .. limit - 1)) && at <= limit && (unit == 1 || unit == 2);
  @ assigns \nothing;
  @ ensures at <= \result <= limit; */
INLINE size_t
unit_by_unit(const uint8_t *in, size_t limit, size_t at, unsigned unit)
{
    /*@ loop invariant \at(at, Pre) <= at <= limit;
      @ loop assigns at; loop variant limit - at; */
    while (limit - at >= unit && (in[at] != 0 || in[at + unit - 1] != 0))
        at += unit;
    return at;
}

#ifdef WYRE_PROVE /* that the masks find the same is for the tests to show */
#define string_end unit_by_unit
#else
/* The same by masks; one function each, so that a layout of many strings stays small. The last step
 * begins in front of `at`, so that it ends where the last unit does. */
INLINE uint64_t
nuls_in_step(const uint8_t *p, unsigned unit)
{
    return unit == 2 ? nul_units_in_step(p) : found_in_step(p, 0);
}
INLINE size_t
by_masks(const uint8_t *in, size_t limit, size_t at, unsigned unit)
{
    uint64_t nuls;
    size_t end;
    for (end = at + STEP; end <= limit; end += STEP) {
        nuls = nuls_in_step(in + end - STEP, unit);
        if (nuls != 0)
            return end - STEP + (unsigned)__builtin_ctzll(nuls);
    }
    size_t last = limit - ((limit - at) & (unit - 1));
    if (last < STEP)
        return unit_by_unit(in, limit, at, unit);
    nuls = nuls_in_step(in + last - STEP, unit) >> (end - last);
    return nuls != 0 ? end - STEP + (unsigned)__builtin_ctzll(nuls) : last;
}
static __attribute__((noinline, unused)) size_t
end_of_text(const uint8_t *in, size_t limit, size_t at)
{
    return by_masks(in, limit, at, 1);
}
static __attribute__((noinline, unused)) size_t
end_of_utf16(const uint8_t *in, size_t limit, size_t at)
{
    return by_masks(in, limit, at, 2);
}
INLINE size_t
string_end(const uint8_t *in, size_t limit, size_t at, unsigned unit)
{
    return unit == 2 ? end_of_utf16(in, limit, at) : end_of_text(in, limit, at);
}
#endif

/* A string of the bytes, up to its NUL or up to their end: the last terminator is often cut. */
/*@ requires open(l) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ requires unit == 1 || unit == 2;
  @ assigns *span, l->end, l->status, l->fault;
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_string(layout *l, unsigned unit, int required, wyre_span *span)
{
    size_t start = l->end;
    if (start == l->limit) {
        span->off = 0;
        span->len = 0;
        if (required)
            refuse(l, WYRE_E_LENGTH, l->limit);
        return;
    }
    size_t at = string_end(l->in, l->limit, start, unit);
    span->off = (uint32_t)start;
    span->len = (uint32_t)(at - start);
    l->end = at + unit <= l->limit ? at + unit : l->limit;
}

/* A name whose length stood in the words, up to a NUL inside it; a terminator behind it is skipped. */
/*@ requires open(l) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ requires (unit == 1 || unit == 2) && fault <= l->in_len;
  @ assigns *span, l->end, l->status, l->fault;
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_counted_name(layout *l, size_t fault, unsigned unit, size_t len, wyre_span *span)
{
    next_in_line(l, fault, len, span);
    size_t end = (size_t)span->off + span->len;
    size_t cut = string_end(l->in, end, span->off, unit);
    if (end - cut >= unit)
        span->len = (uint32_t)(cut - span->off);
    if (l->limit - l->end >= unit && l->in[l->end] == 0 && l->in[l->end + unit - 1] == 0)
        l->end += unit;
}

/* How many of the bytes are left. */
/*@ requires open(l);
  @ assigns \nothing;
  @ ensures \result == l->limit - l->end; */
INLINE size_t
bytes_left(const layout *l)
{
    return l->limit - l->end;
}

/* The byte in front of a part of the bytes that says its format. */
/*@ requires open(l);
  @ assigns l->end, l->status, l->fault;
  @ ensures open(l) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
expect_format(layout *l, uint8_t value)
{
    if (l->end == l->limit) {
        refuse(l, WYRE_E_LENGTH, l->limit);
        return;
    }
    if (l->in[l->end] != value)
        refuse(l, WYRE_E_VALUE, l->end);
    l->end++;
}

/* The data of a read or write, by an offset and a length in two halves. They may end behind what
 * ByteCount counts, if that is the low half of the true count. */
/*@ requires open(l) && within(l, off_at, 2) && within(l, low_at, 2) && within(l, high_at, 2);
  @ requires \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end, l->limit;
  @ ensures open(l) && l->end >= \old(l->end) && (l->status == WYRE_OK ==> inside(*span, l->in_len));
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
resolve_data(layout *l, size_t off_at, size_t low_at, size_t high_at, wyre_span *span)
{
    uint32_t off = load_width(l, off_at, 2);
    uint32_t len = load_width(l, high_at, 2) * 65536u + load_width(l, low_at, 2);
    size_t bytes = l->base + l->fixed_len;
    size_t counted = l->limit;
    l->limit = l->in_len;
    resolve(l, off_at, off, len, span);
    if (l->end > counted && (l->end - bytes) % 65536 != counted - bytes)
        refuse(l, WYRE_E_LENGTH, bytes - 2);
}

/* Offsets in the words may name parts up to the end of the message: [MS-CIFS] 2.2.4.33. */
/*@ requires open(l);
  @ assigns l->limit; ensures open(l); */
INLINE void
widen(layout *l)
{
    l->limit = l->in_len;
}

/* Servers do not look at the name, nor whether it is there. */
/*@ requires open(l);
  @ assigns l->end; ensures open(l) && l->end >= \old(l->end); */
INLINE void
skip_name(layout *l)
{
    if (l->end < l->limit)
        l->end++;
}

/* The words from offset `at` on, however many there are. */
/*@ requires open(l) && \valid(span) && at + 2 <= l->fixed_len;
  @ requires \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span;
  @ ensures open(l) && inside(*span, l->in_len); */
INLINE void
find_words(layout *l, size_t at, wyre_span *span)
{
    span->off = (uint32_t)(l->base + at);
    span->len = (uint32_t)(l->fixed_len - 2 - at);
}

/* A part of the tail behind 32 bits of size that count themselves. */
/*@ requires open(l) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->end, l->status, l->fault;
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_sized(layout *l, wyre_span *span)
{
    size_t prefix = l->end;
    uint32_t size = (uint32_t)next_number(l, 4);
    span->off = 0;
    span->len = 0;
    if (l->end == prefix)
        return;
    if (size < 4)
        refuse(l, WYRE_E_LENGTH, prefix);
    else
        next_in_line(l, prefix, size - 4, span);
}

#ifdef WYRE_PROVE

#define UNICODE(l, m)         ((m)->unicode = l->in[FLAGS2_HIGH_BYTE] >> 7)
#define UNICODE_BY_FLAG(l, m) ((m)->unicode = (l->flags & WYRE_SMB1_FLAGS2_UNICODE) != 0)
#define WORD_COUNT(l, m)      ((m)->word_count = l->in[l->base - 1])
#define ANDX(l, m)                                                                                 \
    load8(l, 0, &(m)->andx_command);                                                               \
    load8(l, 1, &(m)->andx_reserved);                                                              \
    load16(l, 2, &(m)->andx_offset)
#define ALIGN_TEXT(l, unicode)                                                                     \
    if (unicode)                                                                                   \
    skip_padding(l, 2)
#define STRING(l, m, f)                                                                            \
    ALIGN_TEXT(l, (m)->unicode);                                                                   \
    next_string(l, (m)->unicode ? 2 : 1, 1, &(m)->f)
#define STRING_OPTIONAL(l, m, f)                                                                   \
    ALIGN_TEXT(l, (m)->unicode);                                                                   \
    next_string(l, (m)->unicode ? 2 : 1, 0, &(m)->f)
#define UNALIGNED_OPTIONAL(l, m, f, unicode) next_string(l, (unicode) ? 2 : 1, 0, &(m)->f)
#define OEM(l, m, f)                         next_string(l, 1, 1, &(m)->f)
#define OEM_OPTIONAL(l, m, f)                next_string(l, 1, 0, &(m)->f)
#define COUNTED_NAME(l, at, m, count, f)                                                           \
    load16(l, at, &(m)->count);                                                                    \
    ALIGN_TEXT(l, (m)->unicode);                                                                   \
    next_counted_name(l, l->base + (at), (m)->unicode ? 2 : 1, (m)->count, &(m)->f)
#define FORMAT(l, value) expect_format(l, value)
#define FORMAT_OR_NOT(l, value, m, f, missing)                                                     \
    (m)->f = (missing);                                                                            \
    if (!(m)->f)                                                                                   \
    expect_format(l, value)
#define DATA(l, off, low, high, m, f) resolve_data(l, off, low, high, &(m)->f)
#define PARTS(l)                      widen(l)
#define WORDS(l, at, m, f, kind)      find_words(l, at, &(m)->f)
#define WORDS_COUNTED(l, at, m, f)    CHECK(l, at, l->in[l->base + (at)] * 2u == (m)->f.len)
#define UNUSED_NAME(l)                skip_name(l)
#define PRESENT(l, m, f)              ((l)->end < (l)->limit)
#define SIZED32(l, m, f, kind)        next_sized(l, &(m)->f)
#define NEXT_COUNT8(l, m, f)          ((m)->f.len = (uint32_t)next_number(l, 1))
#define RUN_STRING(l, m, f)           RUN(l, m, f, TEXT)
#define BLOCK_CODEC(T, picture, legal, written, size, bytes)                                       \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags, T *out,  \
                           size_t *n)                                                              \
    {                                                                                              \
        layout l;                                                                                  \
        begin_block(&l, in, in_len, at, flags);                                                    \
        size_t count = l.status == WYRE_OK ? in[at] : 0;                                           \
        enter_words(&l, size, legal, bytes);                                                       \
        if (l.status == WYRE_OK)                                                                   \
            picture(&l, out);                                                                      \
        return end_decoding(&l, n);                                                                \
    }

#else

/* ---- encode -------------------------------------------------------------------------------------- */

INLINE layout
encoding_block(const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, uint32_t at,
               size_t words_len, size_t word_count, int legal)
{
    layout l = encoding(src, src_len, out, cap, (size_t)at + 1, words_len + 2);
    if (at < WYRE_SMB1_HEADER_SIZE || at > PLACE_MAX)
        refuse(&l, WYRE_E_ARG, 0);
    if (!legal)
        refuse(&l, WYRE_E_RANGE, 0);
    if (l.status == WYRE_OK && at < cap)
        out[at] = (uint8_t)word_count;
    return l;
}

INLINE wyre_status
encoded_block(layout *l, enum byte_count kind, size_t *n)
{
    size_t bytes = l->end - l->base - l->fixed_len;
    if (l->status == WYRE_OK) {
        if (bytes > UINT16_MAX && kind != LOW_16_BITS)
            refuse(l, WYRE_E_RANGE, 0);
        store16(l, l->fixed_len - 2, (uint16_t)bytes);
    }
    return encoded(l, n);
}

/* An optional string {0, 0} is left out where only such ones follow it, else written empty: so many
 * wait in `limit`, which encoding does not use. */
INLINE void
append_string(layout *l, unsigned unit, unsigned alignment, int required, wyre_span span)
{
    if (!required && span.off == 0 && span.len == 0) {
        l->limit++;
        return;
    }
    for (; l->limit > 0; l->limit--) {
        append_padding(l, alignment);
        append_terminated(l, unit, (wyre_span){0, 0});
    }
    append_padding(l, alignment);
    append_terminated(l, unit, span);
}

/* NULs that the count takes in follow the name; one more ends it. */
INLINE void
append_counted_name(layout *l, size_t at, unsigned unit, size_t len, wyre_span span)
{
    size_t counted = len == 0 ? span.len : len;
    append_padding(l, unit);
    append(l, span);
    if (counted < span.len || counted > UINT16_MAX) {
        refuse(l, WYRE_E_RANGE, 0);
        return;
    }
    size_t nuls = counted - span.len + unit;
    uint8_t *place = grow(l, nuls);
    if (place != NULL)
        memset(place, 0, nuls);
    store_width(l, at, 2, counted);
    for (size_t i = 0; l->status == WYRE_OK && i + unit <= span.len; i += unit)
        if (l->src[span.off + i] == 0 && l->src[span.off + i + unit - 1] == 0)
            refuse(l, WYRE_E_RANGE, 0);
}

/* ---- one line, three ways ------------------------------------------------------------------------ */

INLINE void
unicode_of(layout *l, int by_flag, uint8_t *unicode)
{
    if (l->way == DECODE && by_flag)
        *unicode = (l->flags & WYRE_SMB1_FLAGS2_UNICODE) != 0;
    if (l->way == DECODE && !by_flag)
        *unicode = l->in[FLAGS2_HIGH_BYTE] >> 7;
    if (l->way == VISIT)
        tell_number(l, "unicode", WYRE_KIND_NUMBER, *unicode);
}
INLINE void
word_count_of(layout *l, uint8_t *word_count)
{
    if (l->way == DECODE)
        *word_count = l->in[l->base - 1];
    if (l->way == VISIT)
        tell_number(l, "word_count", WYRE_KIND_NUMBER, *word_count);
}
INLINE void
string(layout *l, const char *name, int unicode, int aligned, int required, wyre_span *span)
{
    unsigned unit = unicode ? 2 : 1;
    unsigned alignment = unicode && aligned ? 2 : 1;
    if (reads(l) && unicode) {
        skip_padding(l, aligned ? 2 : 1);
        next_string(l, 2, required, span);
    } else if (reads(l)) {
        next_string(l, 1, required, span);
    }
    if (l->way == ENCODE)
        append_string(l, unit, alignment, required, *span);
    if (l->way == VISIT)
        tell_span(l, name, unicode ? WYRE_KIND_UTF16 : WYRE_KIND_TEXT, *span);
}
INLINE void
counted_name(layout *l, size_t at, const char *name, int unicode, uint16_t len, wyre_span *span)
{
    unsigned unit = unicode ? 2 : 1;
    if (l->way == DECODE) {
        skip_padding(l, unit);
        next_counted_name(l, l->base + at, unit, len, span);
    }
    if (l->way == ENCODE)
        append_counted_name(l, at, unit, len, *span);
    if (l->way == VISIT)
        tell_span(l, name, unicode ? WYRE_KIND_UTF16 : WYRE_KIND_TEXT, *span);
}
INLINE void
format(layout *l, uint8_t value)
{
    if (l->way == DECODE)
        expect_format(l, value);
    if (l->way == ENCODE) {
        uint8_t *place = grow(l, 1);
        if (place != NULL)
            *place = value;
    }
}
INLINE void
data(layout *l, size_t off_at, size_t low_at, size_t high_at, const char *name, wyre_span *span)
{
    if (l->way == DECODE)
        resolve_data(l, off_at, low_at, high_at, span);
    if (l->way == ENCODE) {
        size_t start = span->off;
        if (span->len > 0) {
            append_padding(l, 2);
            start = l->end;
            append(l, *span);
        }
        store_width(l, off_at, 2, start);
        store_width(l, low_at, 2, span->len & 0xffff);
        store_width(l, high_at, 2, span->len >> 16);
    }
    if (l->way == VISIT)
        tell_span(l, name, WYRE_KIND_BYTES, *span);
}
INLINE void
parts(layout *l)
{
    if (l->way == DECODE)
        widen(l);
}
INLINE void
words(layout *l, size_t at, const char *name, uint32_t kind, wyre_span *span)
{
    if (l->way == DECODE)
        find_words(l, at, span);
    if (l->way == ENCODE && (span->off > l->src_len || span->len > l->src_len - span->off))
        refuse(l, WYRE_E_ARG, 0);
    else if (l->way == ENCODE && span->len > 0)
        store_bytes(l, at, l->src + span->off, span->len);
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
words_counted(layout *l, size_t at, const wyre_span *span)
{
    if (l->way == DECODE)
        check(l, at, l->in[l->base + at] * 2u == span->len);
    if (l->way == ENCODE)
        store8(l, at, (uint8_t)(span->len / 2));
}
INLINE int
present(const layout *l, const wyre_span *span)
{
    if (l->way == DECODE)
        return l->end < l->limit;
    return l->way == VISIT || span->off > 0 || span->len > 0;
}
INLINE void
unused_name(layout *l)
{
    if (l->way == DECODE)
        skip_name(l);
    if (l->way == ENCODE)
        append_terminated(l, 1, (wyre_span){0, 0});
}

INLINE void
sized32(layout *l, const char *name, uint32_t kind, wyre_span *span)
{
    if (l->way == DECODE)
        next_sized(l, span);
    if (l->way == ENCODE && span->len > UINT32_MAX - 4)
        refuse(l, WYRE_E_RANGE, 0);
    else if (l->way == ENCODE) {
        uint8_t *place = grow(l, 4);
        if (place != NULL)
            put_le32(place, span->len + 4);
        append(l, *span);
    }
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
INLINE void
next_count8(layout *l, wyre_span *span)
{
    if (l->way == DECODE)
        span->len = (uint32_t)next_number(l, 1);
    if (l->way == ENCODE) {
        uint8_t *place = grow(l, 1);
        if (span->len > UINT8_MAX)
            refuse(l, WYRE_E_RANGE, 0);
        if (place != NULL)
            *place = (uint8_t)span->len;
    }
}

/* Whether strings are UTF-16LE: bit UNICODE of the header's Flags2, or for parameters of
 * transactions, which do not see the header, of the decoder's flags. */
#define UNICODE(l, m)         unicode_of(l, 0, &(m)->unicode)
#define UNICODE_BY_FLAG(l, m) unicode_of(l, 1, &(m)->unicode)
/* For structs of more than one WordCount. */
#define WORD_COUNT(l, m)      word_count_of(l, &(m)->word_count)
/* The two words that begin every AndX command. */
#define ANDX(l, m)                                                                                 \
    field8(l, 0, "andx_command", WYRE_KIND_NUMBER, &(m)->andx_command);                            \
    field8(l, 1, "andx_reserved", WYRE_KIND_NUMBER, &(m)->andx_reserved);                          \
    field16(l, 2, "andx_offset", WYRE_KIND_NUMBER, &(m)->andx_offset)
/* Bytes: an SMB_STRING, aligned where it is UTF-16LE, and an OEM_STRING. An optional one may be left
 * out at the end: its span is {0, 0} then. */
#define STRING(l, m, f)                      string(l, #f, (m)->unicode, 1, 1, &(m)->f)
#define STRING_OPTIONAL(l, m, f)             string(l, #f, (m)->unicode, 1, 0, &(m)->f)
#define UNALIGNED_OPTIONAL(l, m, f, unicode) string(l, #f, unicode, 0, 0, &(m)->f)
#define OEM(l, m, f)                         string(l, #f, 0, 0, 1, &(m)->f)
#define OEM_OPTIONAL(l, m, f)                string(l, #f, 0, 0, 0, &(m)->f)
/* A 16-bit length in the words, its field `count`, and a name in the bytes. */
#define COUNTED_NAME(l, at, m, count, f)                                                           \
    field16(l, at, #count, WYRE_KIND_NUMBER, &(m)->count);                                         \
    counted_name(l, at, #f, (m)->unicode, (m)->count, &(m)->f)
/* Bytes: the byte in front of a part that says its format, [MS-CIFS] 2.2.2.5. */
#define FORMAT(l, value) format(l, value)
/* The same, where servers are met that leave the byte out: then `missing`, and 1 in the field. */
#define FORMAT_OR_NOT(l, value, m, f, missing)                                                     \
    if ((l)->way == DECODE)                                                                        \
        (m)->f = (missing);                                                                        \
    if ((l)->way == VISIT)                                                                         \
        tell_number(l, #f, WYRE_KIND_NUMBER, (m)->f);                                              \
    if (!(m)->f)                                                                                   \
    format(l, value)
/* Words: the offset of the data, and the low and the high half of their length. */
#define DATA(l, off, low, high, m, f) data(l, off, low, high, #f, &(m)->f)
/* The REFs below this line reach to the end of the message. */
#define PARTS(l)                      parts(l)
/* Words: all from offset `at` on; and the field that counts them. */
#define WORDS(l, at, m, f, kind)      words(l, at, #f, WYRE_KIND_##kind, &(m)->f)
#define WORDS_COUNTED(l, at, m, f)    words_counted(l, at, &(m)->f)
/* Whether a part of the bytes is there, for parts that may be left out at their end as {0, 0}. */
#define PRESENT(l, m, f)              present(l, &(m)->f)
/* Tail: a part behind its 32-bit size, which counts itself. */
#define SIZED32(l, m, f, kind)        sized32(l, #f, WYRE_KIND_##kind, &(m)->f)
/* Tail: the 8-bit length of a RUN that follows; a RUN that is a string. */
#define NEXT_COUNT8(l, m, f)          next_count8(l, &(m)->f)
#define RUN_STRING(l, m, f)           run(l, #f, (m)->unicode ? WYRE_KIND_UTF16 : WYRE_KIND_TEXT, &(m)->f)
/* Bytes: the one NUL of a name that nobody reads. */
#define UNUSED_NAME(l)                unused_name(l)

/* The three functions of message T, in this order: decode, encode, visit. `picture` is its layout;
 * `legal` says of a WordCount `count` that it is one of T's;
 * `written` is the WordCount that *m is written with; `size` the bytes of the words; `bytes` how far
 * ByteCount is to be believed. */
#define BLOCK_CODEC(T, picture, legal, written, size, bytes)                                       \
    wyre_status T##_decode(const uint8_t *restrict in, size_t in_len, uint32_t at, uint32_t flags, \
                           T *restrict out, size_t *restrict n)                                    \
    {                                                                                              \
        layout l = block(in, in_len, at, flags);                                                   \
        clear(out, sizeof *out);                                                                   \
        size_t count = l.status == WYRE_OK ? in[at] : 0;                                           \
        enter_words(&l, size, legal, bytes);                                                       \
        if (l.status == WYRE_OK)                                                                   \
            picture(&l, out);                                                                      \
        return decoded(&l, out, sizeof *out, n);                                                   \
    }                                                                                              \
    wyre_status T##_encode(const T *m, const uint8_t *src, size_t src_len, uint32_t at,            \
                           uint8_t *out, size_t cap, size_t *n)                                    \
    {                                                                                              \
        size_t count = (written);                                                                  \
        layout l = encoding_block(src, src_len, out, cap, at, size, count, legal);                 \
        if (l.status == WYRE_OK)                                                                   \
            picture(&l, READ_ONLY(m));                                                             \
        return encoded_block(&l, bytes, n);                                                        \
    }                                                                                              \
    wyre_status T##_visit(const T *m, const wyre_visitor *v)                                       \
    {                                                                                              \
        layout l = visiting(v);                                                                    \
        picture(&l, READ_ONLY(m));                                                                 \
        return WYRE_OK;                                                                            \
    }

#endif

/* The words of a message that ends with as many as `part` holds; 256, which is none, where they
 * cannot be. */
#define WORDS_WITH(fixed, part)                                                                    \
    ((part).len % 2 == 0 && (part).len / 2 <= 255u - (fixed) ? (fixed) + (part).len / 2 : 256u)
#define WORDS_LEN(count) ((count) <= 255 ? 2 * (count) : 0)

/* For a message that has one WordCount, a few, or setup words behind its fixed ones. */
#define BLOCK(T, picture, words)                                                                   \
    BLOCK_CODEC(T, picture, count == (words), words, 2u * (words), EXACT)
#define BLOCK_VARIANTS(T, picture, legal)                                                          \
    BLOCK_CODEC(T, picture, legal, m->word_count, (legal) ? 2 * count : 0, EXACT)
#define BLOCK_WITH_SETUP(T, picture, fixed)                                                        \
    BLOCK_CODEC(T, picture, count >= (fixed) && count <= 255, WORDS_WITH(fixed, m->setup),    \
                WORDS_LEN(count), EXACT)

#endif

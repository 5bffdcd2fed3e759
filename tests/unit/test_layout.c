/* lib/core/layout.h: every kind of line, each way, against bytes written by hand. */
#include "../../lib/core/layout.h"
#include "../told.h"

typedef struct every {
    uint64_t u64, u64_signed;
    wyre_span a, b, c, d, e;
    uint32_t u32, u32_signed, u32be, entries;
    uint16_t u16, u16_signed, u16be;
    uint8_t u8, u8_signed, array[5];
    uint8_t unused;
} every;

/* ---- fixed part ---------------------------------------------------------------------------------- */

typedef every fixed;
LAYOUT
fixed_picture(layout *l, fixed *m)
{
    MAGIC(l,  0, 0x57595245);
    SIZE (l,  4, 43);
    U8   (l,  6, m, u8,         FLAGS);
    U8   (l,  7, m, u8_signed,  SIGNED);
    U16  (l,  8, m, u16,        NUMBER);
    U16  (l, 10, m, u16_signed, SIGNED);
    U32  (l, 12, m, u32,        FLAGS);
    U32  (l, 16, m, u32_signed, SIGNED);
    U64  (l, 20, m, u64,        FILETIME);
    U64  (l, 28, m, u64_signed, SIGNED);
    U16BE(l, 36, m, u16be,      NUMBER);
    U32BE(l, 38, m, u32be,      FLAGS);
    ARRAY(l, 42, m, array,      BYTES);
}
CODEC(fixed, fixed_picture, 47, 0x5)
RING(fixed, 0x5);

#define FIXED                                                                                      \
    "57595245 2b00 c1 ff 0201 feff 78563412 fdffffff 0807060504030201 fcffffffffffffff 0102 "      \
    "01020304"

/* ---- REF ----------------------------------------------------------------------------------------- */

typedef every refs;
LAYOUT
refs_picture(layout *l, refs *m)
{
    REF16    (l,  0, m, a, BYTES, 1);
    REF32    (l,  4, m, b, UTF16, 8);
    REF      (l, 4, 12, 2, 16, m, c, TEXT, 1);
    REF_UNITS(l, 2, 18, 4, 20, 2, m, d, UTF16, 2);
}
CODEC(refs, refs_picture, 24, 0)
RING(refs, 0);

typedef every far_refs;
LAYOUT
far_refs_picture(layout *l, far_refs *m)
{
    REF_FROM  (l, 4, 2, 0, 2, 2, m, a, BYTES, 2);
    U16       (l, 4, m, u16, NUMBER);
    REF_TO_END(l, 4, 6, 2, m->u16, m, b, BYTES, 4);
}
CODEC(far_refs, far_refs_picture, 10, 0)
RING(far_refs, 0);

/* ---- COUNT and RUN ------------------------------------------------------------------------------- */

typedef every runs;
LAYOUT
runs_picture(layout *l, runs *m)
{
    COUNT8     (l, 0, m, a);
    COUNT16    (l, 1, m, b);
    COUNT32    (l, 3, m, c);
    COUNT_UNITS(l, 7, 2, 2, m, d);
    RUN  (l, m, a, BYTES);
    ALIGN(l, 4);
    RUN  (l, m, b, TEXT);
    RUN  (l, m, c, BYTES);
    RUN  (l, m, d, UTF16);
}
CODEC(runs, runs_picture, 9, 0)
RING(runs, 0);

/* ---- tail ---------------------------------------------------------------------------------------- */

typedef every prefixed_parts;
LAYOUT
prefixed_picture(layout *l, prefixed_parts *m)
{
    PREFIXED8       (l, m, a, BYTES);
    PREFIXED16      (l, m, b, TEXT);
    PREFIXED32      (l, m, c, BYTES);
    PREFIXED8_UTF16 (l, m, d);
    PREFIXED16_UTF16(l, m, e);
}
CODEC(prefixed_parts, prefixed_picture, 0, 0)
RING(prefixed_parts, 0);

typedef every next_parts;
LAYOUT
next_picture(layout *l, next_parts *m)
{
    NEXT8     (l, m, u8,    NUMBER);
    NEXT16    (l, m, u16,   NUMBER);
    NEXT32    (l, m, u32,   FLAGS);
    NEXT64    (l, m, u64,   NUMBER);
    NEXT_ARRAY(l, m, array, BYTES);
    NUL       (l);
}
CODEC(next_parts, next_picture, 0, 0)
RING(next_parts, 0);

typedef every texts;
LAYOUT
texts_picture(layout *l, texts *m)
{
    TERMINATED(l, m, a, TEXT);
    ALIGN     (l, 2);
    TERMINATED(l, m, b, UTF16);
    REST      (l, m, c, BYTES);
}
CODEC(texts, texts_picture, 0, 0)
RING(texts, 0);

/* ---- lengths of the whole ------------------------------------------------------------------------ */

typedef every total16;
LAYOUT
total16_picture(layout *l, total16 *m)
{
    U8     (l, 0, m, u8, NUMBER);
    TOTAL16(l, 1);
    REST   (l, m, a, BYTES);
}
CODEC(total16, total16_picture, 3, 0)
RING(total16, 0);

typedef every total16_be;
LAYOUT
total16_be_picture(layout *l, total16_be *m)
{
    TOTAL16BE(l, 0);
    REST     (l, m, a, BYTES);
}
CODEC(total16_be, total16_be_picture, 2, 0)
RING(total16_be, 0);

typedef every total32;
LAYOUT
total32_picture(layout *l, total32 *m)
{
    TOTAL32(l, 0);
    REST   (l, m, a, BYTES);
}
CODEC(total32, total32_picture, 4, 0)
RING(total32, 0);

typedef every length16;
LAYOUT
length16_picture(layout *l, length16 *m)
{
    U8      (l, 0, m, u8, NUMBER);
    LENGTH16(l, 1);
    REST    (l, m, a, BYTES);
}
CODEC(length16, length16_picture, 3, 0)
RING(length16, 0);

typedef every length32;
LAYOUT
length32_picture(layout *l, length32 *m)
{
    LENGTH32(l, 0);
    REST    (l, m, a, BYTES);
}
CODEC(length32, length32_picture, 4, 0)
RING(length32, 0);

/* ---- demands ------------------------------------------------------------------------------------- */

typedef every demands;
LAYOUT
demands_picture(layout *l, demands *m)
{
    U8    (l, 0, m, u8, NUMBER);
    CHECK (l, 0, m->u8 < 4);
    COUNT8(l, 1, m, a);
    RUN   (l, m, a, BYTES);
    WHOLE (l, 1);
}
CODEC(demands, demands_picture, 2, 0)
RING(demands, 0);

typedef every optional;
LAYOUT
optional_picture(layout *l, optional *m)
{
    U8(l, 0, m, u8, NUMBER);
    if (ROOM(l, 2))
        NEXT16(l, m, u16, NUMBER);
    AT_LEAST_ONE(l);
}
CODEC(optional, optional_picture, 1, 0)
RING(optional, 0);

typedef every never_empty;
LAYOUT
never_empty_picture(layout *l, never_empty *m)
{
    U8          (l, 0, m, u8, NUMBER);
    REF         (l, 1, 1, 1, 2, m, a, BYTES, 1);
    AT_LEAST_ONE(l);
}
CODEC(never_empty, never_empty_picture, 3, 0)
RING(never_empty, 0);

/* ---- rows ---------------------------------------------------------------------------------------- */

/* clang-format off */
static const told_row rows[] = {
    {&fixed_ring, "fixed: each integer, order and sign", FIXED "0506070809", WYRE_OK, 47,
     "u8=0xc1 u8_signed=-1 u16=258 u16_signed=-2 u32=0x12345678 u32_signed=-3 u64=72623859790382856 "
     "u64_signed=-4 u16be=258 u32be=0x1020304 array=0506070809"},
    {&fixed_ring, "fixed: a byte short", FIXED "05060708", WYRE_E_LENGTH, 46, NULL},
    {&fixed_ring, "fixed: nothing", "", WYRE_E_LENGTH, 0, NULL},
    {&fixed_ring, "fixed: another magic", "57595246 2b00 000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000", WYRE_E_MAGIC, 0, NULL},
    {&fixed_ring, "fixed: another size", "57595245 2c00 000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000", WYRE_E_VALUE, 4, NULL},
    {&fixed_ring, "fixed: the first refusal is told", "00000000 0000 000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000", WYRE_E_MAGIC, 0, NULL},

    {&refs_ring, "refs: all parts, aligned",
     "1800 0300 20000000 04000000 24000000 0200 2600 02000000 aabbcc 0000000000 61006200 6364 78007900",
     WYRE_OK, 42, "a=[24,3] b=[32,4] c=[36,2] d=[38,4]"},
    {&refs_ring, "refs: empty parts keep their offsets",
     "1800 0000 00000000 00000000 17000000 0000 0100 00000000", WYRE_OK, 24, "a=[24,0] b=[0,0] c=[23,0] d=[1,0]"},
    {&refs_ring, "refs: begins inside the fixed part",
     "1700 0100 00000000 00000000 00000000 0000 0000 00000000 aa", WYRE_E_OFFSET, 0, NULL},
    {&refs_ring, "refs: ends one past the unit",
     "1800 0200 00000000 00000000 00000000 0000 0000 00000000 aa", WYRE_E_OFFSET, 0, NULL},
    {&refs_ring, "refs: begins at the end and is not empty",
     "1900 0100 00000000 00000000 00000000 0000 0000 00000000 aa", WYRE_E_OFFSET, 0, NULL},
    {&refs_ring, "refs: begins past the end", "1a00 0100 00000000 00000000 00000000 0000 0000 00000000 aa",
     WYRE_E_OFFSET, 0, NULL},
    {&refs_ring, "refs: a sum over 32 bits",
     "0000 0000 18000000 ffffffff 00000000 0000 0000 00000000 aa", WYRE_E_OFFSET, 4, NULL},
    {&refs_ring, "refs: the greatest offset",
     "0000 0000 ffffffff 01000000 00000000 0000 0000 00000000 aa", WYRE_E_OFFSET, 4, NULL},
    {&refs_ring, "refs: widths of their own, one past",
     "0000 0000 00000000 00000000 18000000 0200 0000 00000000 aa", WYRE_E_OFFSET, 12, NULL},
    {&refs_ring, "refs: units count twice",
     "0000 0000 00000000 00000000 00000000 0000 1800 01000000 aa", WYRE_E_OFFSET, 18, NULL},
    {&refs_ring, "refs: units whose bytes are over 32 bits",
     "0000 0000 00000000 00000000 00000000 0000 1800 00000080 aa", WYRE_E_LENGTH, 20, NULL},

    {&far_refs_ring, "far refs: counted from an origin", "0500 0100 0000 00000000 00", WYRE_E_OFFSET, 0, NULL},
    {&far_refs_ring, "far refs: both parts", "0600 0200 0100 0a000000 aabb ccddee", WYRE_OK, 15,
     "a=[10,2] u16=1 b=[12,3]"},
    {&far_refs_ring, "far refs: no entries", "0600 0200 0000 00000000 aabb", WYRE_OK, 12,
     "a=[10,2] u16=0 b=[2,0]"},
    {&far_refs_ring, "far refs: entries past the end", "0000 0000 0100 09000000", WYRE_E_OFFSET, 6, NULL},
    {&far_refs_ring, "far refs: an offset that would wrap", "ffff 0100 0000 00000000 aa", WYRE_E_OFFSET, 0, NULL},

    {&runs_ring, "runs: in line, one aligned", "02 0100 00000000 0100 aabb 00 63 6100", WYRE_OK, 15,
     "a=[9,2] b=[12,1] c=[13,0] d=[13,2]"},
    {&runs_ring, "runs: none", "00 0000 00000000 0000 000000", WYRE_OK, 12, "a=[9,0] b=[12,0] c=[12,0] d=[12,0]"},
    {&runs_ring, "runs: the first past the end", "04 0000 00000000 0000 aabbcc", WYRE_E_LENGTH, 9, NULL},
    {&runs_ring, "runs: the last past the end", "00 0000 00000000 0200 000000 610062", WYRE_E_LENGTH, 12, NULL},
    {&runs_ring, "runs: the greatest length", "00 0000 ffffffff 0000 000000", WYRE_E_LENGTH, 12, NULL},

    {&prefixed_parts_ring, "prefixed: all widths", "01aa 0200 6263 01000000 cc 01 6400 0200 65006600", WYRE_OK, 20,
     "a=[1,1] b=[4,2] c=[10,1] d=[12,2] e=[16,4]"},
    {&prefixed_parts_ring, "prefixed: nothing in any", "00 0000 00000000 00 0000", WYRE_OK, 10,
     "a=[1,0] b=[3,0] c=[7,0] d=[8,0] e=[10,0]"},
    {&prefixed_parts_ring, "prefixed: no room for a length", "00 00", WYRE_E_LENGTH, 2, NULL},
    {&prefixed_parts_ring, "prefixed: no bytes at all", "", WYRE_E_LENGTH, 0, NULL},
    {&prefixed_parts_ring, "prefixed: one past the end", "02aa", WYRE_E_LENGTH, 0, NULL},
    {&prefixed_parts_ring, "prefixed: 16 bits past the end", "00 ffff 00", WYRE_E_LENGTH, 1, NULL},
    {&prefixed_parts_ring, "prefixed: 32 bits past the end", "00 0000 ffffffff 00", WYRE_E_LENGTH, 3, NULL},
    {&prefixed_parts_ring, "prefixed: half of a unit is missing", "00 0000 00000000 01 64", WYRE_E_LENGTH, 7, NULL},

    {&next_parts_ring, "next: each width", "01 0203 04050607 08090a0b0c0d0e0f 1011121314 00", WYRE_OK, 21,
     "u8=1 u16=770 u32=0x7060504 u64=1084818905618843912 array=1011121314"},
    {&next_parts_ring, "next: no NUL", "01 0203 04050607 08090a0b0c0d0e0f 1011121314 01", WYRE_E_VALUE, 20, NULL},
    {&next_parts_ring, "next: cut in the array", "01 0203 04050607 08090a0b0c0d0e0f 10111213", WYRE_E_LENGTH, 19, NULL},
    {&next_parts_ring, "next: cut in an integer", "01 0203 04050607 08090a0b0c0d0e", WYRE_E_LENGTH, 14, NULL},
    {&next_parts_ring, "next: nothing", "", WYRE_E_LENGTH, 0, NULL},

    {&texts_ring, "texts: both kinds, and the rest", "616200 00 63006400 0000 6566", WYRE_OK, 12,
     "a=[0,2] b=[4,4] c=[10,2]"},
    {&texts_ring, "texts: empty", "00 00 0000", WYRE_OK, 4, "a=[0,0] b=[2,0] c=[4,0]"},
    {&texts_ring, "texts: a zero byte is no UTF-16 NUL", "6100 0063 6400 0000", WYRE_OK, 8,
     "a=[0,1] b=[2,4] c=[8,0]"},
    {&texts_ring, "texts: never ends", "616263", WYRE_E_TEXT, 0, NULL},
    {&texts_ring, "texts: UTF-16 never ends", "6100 63006400 00", WYRE_E_TEXT, 2, NULL},

    {&total16_ring, "total: ends before the input", "07 0500 aabb", WYRE_OK, 5, "u8=7 a=[3,2]"},
    {&total16_ring, "total: nothing behind the fixed part", "07 0300", WYRE_OK, 3, "u8=7 a=[3,0]"},
    {&total16_ring, "total: past the input", "07 0600 aabb", WYRE_E_LENGTH, 1, NULL},
    {&total16_ring, "total: inside the fixed part", "07 0200 aabb", WYRE_E_LENGTH, 1, NULL},
    {&total16_be_ring, "total, big-endian", "0004 aabb", WYRE_OK, 4, "a=[2,2]"},
    {&total16_be_ring, "total, big-endian, past the input", "0005 aabb", WYRE_E_LENGTH, 0, NULL},
    {&total32_ring, "total of 32 bits", "06000000 aabb", WYRE_OK, 6, "a=[4,2]"},
    {&total32_ring, "total of 32 bits, past the input", "ffffffff aabb", WYRE_E_LENGTH, 0, NULL},
    {&length16_ring, "length of what follows", "07 0200 aabb", WYRE_OK, 5, "u8=7 a=[3,2]"},
    {&length16_ring, "length of what follows, too long", "07 0300 aabb", WYRE_E_LENGTH, 1, NULL},
    {&length32_ring, "length of 32 bits", "00000000", WYRE_OK, 4, "a=[4,0]"},
    {&length32_ring, "length of 32 bits, the greatest", "ffffffff", WYRE_E_LENGTH, 0, NULL},

    {&demands_ring, "demands: met", "03 02 aabb", WYRE_OK, 4, "u8=3 a=[2,2]"},
    {&demands_ring, "demands: a value", "04 00", WYRE_E_VALUE, 0, NULL},
    {&demands_ring, "demands: something follows", "03 01 aabb", WYRE_E_VALUE, 1, NULL},
    {&optional_ring, "optional: there", "07 0102", WYRE_OK, 3, "u8=7 u16=513"},
    {&never_empty_ring, "never empty: a part", "07 03 01 aa", WYRE_OK, 4, "u8=7 a=[3,1]"},
};
/* clang-format on */

TEST(lines_read_write_and_tell_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

/* ---- what does not come back byte for byte ------------------------------------------------------- */

static void
becomes(const ring *of, const char *before, const char *after)
{
    bytes in = hex(before), want = hex(after);
    uint8_t out[64];
    every m;
    size_t n;
    assert_status(before, of->decode(in.at, in.len, 0, &m, NULL), WYRE_OK);
    assert_status(before, of->encode(&m, in.at, in.len, out, sizeof out, &n), WYRE_OK);
    assert_offset(before, n, want.len);
    assert_memory_equal(out, want.at, want.len);
}

TEST(padding_and_order_become_canonical)
{
    becomes(&refs_ring, /* a behind b, a gap between; an empty part far outside */
            "2000 0100 18000000 02000000 ffffffff 0000 0000 00000000 6100 ffffffffffff aa",
            "1800 0100 20000000 02000000 00000000 0000 0000 00000000 aa 00000000000000 6100");
    becomes(&runs_ring, "01 0100 00000000 0000 aa ff ff 63", "01 0100 00000000 0000 aa 00 00 63");
    becomes(&optional_ring, "07", "07 0000");
    becomes(&optional_ring, "07 01", "07 0000");
    becomes(&never_empty_ring, "07 00 00", "07 00 00 00");
    becomes(&total16_ring, "07 0400 aabb", "07 0400 aa");
}

/* ---- what encode refuses ------------------------------------------------------------------------- */

static uint8_t src[65538 * 2];

static void
refused(const ring *of, const char *row, const every *m, size_t src_len, wyre_status want)
{
    static uint8_t out[sizeof src + 64];
    size_t n;
    assert_status(row, of->encode(m, src, src_len, out, sizeof out, &n), want);
    assert_status(row, of->encode(m, src, src_len, NULL, 0, &n),
                  want == WYRE_OK ? WYRE_E_SPACE : want);
}

TEST(a_length_that_its_field_cannot_hold_is_refused)
{
    refused(&refs_ring, "16 bits", &(every){.a = {0, 65536}}, sizeof src, WYRE_E_RANGE);
    refused(&refs_ring, "16 bits, the most", &(every){.a = {0, 65535}}, sizeof src, WYRE_OK);
    refused(&refs_ring, "an offset", &(every){.a = {0, 65535}, .d = {0, 2}}, sizeof src,
            WYRE_E_RANGE);
    refused(&runs_ring, "8 bits", &(every){.a = {0, 256}}, sizeof src, WYRE_E_RANGE);
    refused(&runs_ring, "8 bits, the most", &(every){.a = {0, 255}}, sizeof src, WYRE_OK);
    refused(&runs_ring, "16 bits of units", &(every){.d = {0, 131072}}, sizeof src, WYRE_E_RANGE);
    refused(&runs_ring, "16 bits of units, the most", &(every){.d = {0, 131070}}, sizeof src,
            WYRE_OK);
    refused(&prefixed_parts_ring, "prefix of 8 bits", &(every){.a = {0, 256}}, sizeof src,
            WYRE_E_RANGE);
    refused(&prefixed_parts_ring, "prefix of 16 bits", &(every){.b = {0, 65536}}, sizeof src,
            WYRE_E_RANGE);
    refused(&prefixed_parts_ring, "prefix of 8 bits of units", &(every){.d = {0, 512}}, sizeof src,
            WYRE_E_RANGE);
    refused(&total16_ring, "total of 16 bits", &(every){.a = {0, 65533}}, sizeof src, WYRE_E_RANGE);
    refused(&total16_ring, "total of 16 bits, the most", &(every){.a = {0, 65532}}, sizeof src,
            WYRE_OK);
    refused(&length16_ring, "length of 16 bits, the most", &(every){.a = {0, 65535}}, sizeof src,
            WYRE_OK);
}

TEST(half_a_unit_is_refused)
{
    refused(&refs_ring, "ref", &(every){.d = {0, 3}}, sizeof src, WYRE_E_RANGE);
    refused(&runs_ring, "run", &(every){.d = {0, 1}}, sizeof src, WYRE_E_RANGE);
    refused(&prefixed_parts_ring, "prefixed", &(every){.e = {0, 5}}, sizeof src, WYRE_E_RANGE);
}

TEST(a_span_outside_the_source_is_refused)
{
    refused(&refs_ring, "past the end", &(every){.a = {0, 5}}, 4, WYRE_E_ARG);
    refused(&refs_ring, "begins past the end", &(every){.a = {5, 1}}, 4, WYRE_E_ARG);
    refused(&refs_ring, "a sum that wraps", &(every){.a = {UINT32_MAX, 2}}, 4, WYRE_E_ARG);
    refused(&texts_ring, "the rest", &(every){.c = {4, 1}}, 4, WYRE_E_ARG);
}

TEST(a_nul_in_terminated_text_is_refused)
{
    refused(&texts_ring, "8-bit", &(every){.a = {0, 1}}, sizeof src, WYRE_E_RANGE);
    src[0] = 'a';
    refused(&texts_ring, "8-bit, none", &(every){.a = {0, 1}}, sizeof src, WYRE_OK);
    refused(&texts_ring, "UTF-16, its high byte is no NUL", &(every){.b = {0, 2}}, sizeof src,
            WYRE_OK);
    refused(&texts_ring, "UTF-16", &(every){.b = {0, 4}}, sizeof src, WYRE_E_RANGE);
    src[0] = 0;
}

TEST(what_a_layout_demands_is_refused)
{
    refused(&demands_ring, "a value", &(every){.u8 = 4}, 0, WYRE_E_RANGE);
}

/* ---- the visitor --------------------------------------------------------------------------------- */

TEST(a_visitor_may_lack_every_callback)
{
    wyre_visitor deaf = {0};
    for (const told_row *row = rows; row < rows + COUNT(rows); row++) {
        every m = {0};
        assert_status(row->name, row->of->visit(&m, &deaf), WYRE_OK);
    }
}

RUN_TESTS("layout", TESTED(lines_read_write_and_tell_as_the_row_says),
          TESTED(padding_and_order_become_canonical),
          TESTED(a_length_that_its_field_cannot_hold_is_refused), TESTED(half_a_unit_is_refused),
          TESTED(a_span_outside_the_source_is_refused), TESTED(a_nul_in_terminated_text_is_refused),
          TESTED(what_a_layout_demands_is_refused), TESTED(a_visitor_may_lack_every_callback))

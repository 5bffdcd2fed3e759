/* lib/core/utf16.c: RFC 2781, RFC 3629. Every code point and every input of 1 to 3 bytes, both ways, every
 * capacity; the oracle reads the table of RFC 3629 section 4. */
#include "../test.h"

/* ---- the oracle ---------------------------------------------------------------------------------------- */

/* One row of UTF8-octets: the bounds of each byte. */
static const struct sequence {
    size_t len;
    uint8_t low[4], high[4];
} sequences[] = {
    {1, {0x00}, {0x7f}},
    {2, {0xc2, 0x80}, {0xdf, 0xbf}},
    {3, {0xe0, 0xa0, 0x80}, {0xe0, 0xbf, 0xbf}},
    {3, {0xe1, 0x80, 0x80}, {0xec, 0xbf, 0xbf}},
    {3, {0xed, 0x80, 0x80}, {0xed, 0x9f, 0xbf}},
    {3, {0xee, 0x80, 0x80}, {0xef, 0xbf, 0xbf}},
    {4, {0xf0, 0x90, 0x80, 0x80}, {0xf0, 0xbf, 0xbf, 0xbf}},
    {4, {0xf1, 0x80, 0x80, 0x80}, {0xf3, 0xbf, 0xbf, 0xbf}},
    {4, {0xf4, 0x80, 0x80, 0x80}, {0xf4, 0x8f, 0xbf, 0xbf}},
};

/* How many bytes of a row match, at most its length. */
static size_t
matched(const struct sequence *s, const uint8_t *in, size_t left)
{
    size_t i = 0;
    while (i < s->len && i < left && in[i] >= s->low[i] && in[i] <= s->high[i])
        i++;
    return i;
}

/* The character at `in`: its length, and 1 in *bad with the length of its longest valid beginning. */
static size_t
character_len(const uint8_t *in, size_t left, int *bad)
{
    size_t longest = 1;
    *bad = 0;
    for (const struct sequence *s = sequences; s < sequences + COUNT(sequences); s++) {
        size_t len = matched(s, in, left);
        if (len == s->len)
            return len;
        if (len > longest)
            longest = len;
    }
    *bad = 1;
    return longest;
}

/* ---- every code point ---------------------------------------------------------------------------------- */

static size_t
utf8_of(uint32_t code, uint8_t *out)
{
    if (code < 0x80) {
        out[0] = (uint8_t)code;
        return 1;
    }
    size_t len = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = len; i-- > 1; code /= 64)
        out[i] = (uint8_t)(128 + code % 64);
    out[0] = (uint8_t)((len == 2 ? 192 : len == 3 ? 224 : 240) + code);
    return len;
}

static size_t
utf16_of(uint32_t code, uint8_t *out)
{
    uint32_t high = code;
    if (code >= 0x10000) {
        high = 0xd800 + (code - 0x10000) / 1024;
        out[2] = (uint8_t)((code - 0x10000) % 1024 % 256);
        out[3] = (uint8_t)(0xdc + (code - 0x10000) % 1024 / 256);
    }
    out[0] = (uint8_t)(high % 256);
    out[1] = (uint8_t)(high / 256);
    return code < 0x10000 ? 2 : 4;
}

typedef wyre_status converts(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out,
                             size_t cap, size_t *n);

/* The conversion into every capacity gives `want`, and writes nothing at or past cap. */
static void
check(converts *convert, const uint8_t *in, size_t in_len, uint32_t flags, const uint8_t *want,
      size_t want_len, uint32_t what)
{
    for (size_t cap = 0; cap <= want_len + 1; cap++) {
        uint8_t out[16];
        size_t n = 99;
        memset(out, 0xa5, sizeof out);
        wyre_status status = convert(in, in_len, flags, cap > 0 ? out : NULL, cap, &n);
        if (status != (cap < want_len ? WYRE_E_SPACE : WYRE_OK) || n != want_len ||
            out[cap] != 0xa5 || (status == WYRE_OK && memcmp(out, want, want_len) != 0))
            fail_msg("%06x, cap %zu: %s, %zu", (unsigned)what, cap, wyre_status_name(status), n);
    }
}

static void
check_refused(converts *convert, const uint8_t *in, size_t in_len, size_t fault, uint32_t what)
{
    uint8_t out[16];
    size_t n = 99;
    wyre_status status = convert(in, in_len, 0, out, sizeof out, &n);
    if (status != WYRE_E_TEXT || n != fault)
        fail_msg("%06x: %s at %zu", (unsigned)what, wyre_status_name(status), n);
}

TEST(every_code_point_goes_both_ways)
{
    for (uint32_t code = 0; code < 0x110000; code++) {
        uint8_t utf8[4];
        uint8_t utf16[4];
        size_t len8 = utf8_of(code, utf8);
        size_t len16 = utf16_of(code, utf16);
        if (code >= 0xd800 && code <= 0xdfff) {
            check_refused(wyre_utf8_to_utf16le, utf8, len8, 0, code);
            check_refused(wyre_utf16le_to_utf8, utf16, len16, 0, code);
            check(wyre_utf16le_to_utf8, utf16, 2, WYRE_TEXT_LOSSY, (const uint8_t *)"\xef\xbf\xbd",
                  3, code);
            continue;
        }
        check(wyre_utf8_to_utf16le, utf8, len8, 0, utf16, len16, code);
        check(wyre_utf16le_to_utf8, utf16, len16, 0, utf8, len8, code);
    }
}

TEST(nothing_lies_above_10ffff)
{
    for (uint32_t code = 0x110000; code < 0x200000; code++) {
        uint8_t utf8[4];
        check_refused(wyre_utf8_to_utf16le, utf8, utf8_of(code, utf8), 0, code);
    }
}

/* ---- every short input ----------------------------------------------------------------------------------- */

/* What lossy conversion makes of in[0 .. len - 1], and where strict conversion refuses it. */
static size_t
lossy_oracle(const uint8_t *in, size_t len, uint8_t *out, size_t *fault)
{
    size_t end = 0;
    *fault = len;
    for (size_t i = 0; i < len;) {
        int bad;
        size_t step = character_len(in + i, len - i, &bad);
        uint32_t code = bad ? 0xfffd : in[i];
        if (!bad && step == 2)
            code = (in[i] - 192u) * 64 + in[i + 1] - 128u;
        if (!bad && step == 3)
            code = (in[i] - 224u) * 4096 + (in[i + 1] - 128u) * 64 + in[i + 2] - 128u;
        if (bad && *fault == len)
            *fault = i;
        end += utf16_of(code, out + end);
        i += step;
    }
    return end;
}

static void
check_utf8(const uint8_t *in, size_t len, uint32_t what)
{
    uint8_t want[16];
    uint8_t out[16];
    size_t fault;
    size_t n = 99;
    size_t want_len = lossy_oracle(in, len, want, &fault);
    wyre_status status = wyre_utf8_to_utf16le(in, len, 0, out, sizeof out, &n);
    if (status != (fault < len ? WYRE_E_TEXT : WYRE_OK) || n != (fault < len ? fault : want_len) ||
        (status == WYRE_OK && memcmp(out, want, n) != 0))
        fail_msg("%06x, %zu bytes: %s, %zu", (unsigned)what, len, wyre_status_name(status), n);
    status = wyre_utf8_to_utf16le(in, len, WYRE_TEXT_LOSSY, out, sizeof out, &n);
    if (status != WYRE_OK || n != want_len || memcmp(out, want, n) != 0)
        fail_msg("%06x, %zu bytes, lossy: %s, %zu", (unsigned)what, len, wyre_status_name(status),
                 n);
}

TEST(every_utf8_of_3_bytes_converts_as_it_should)
{
    for (uint32_t all = 0; all < 1u << 24; all++) {
        uint8_t in[3] = {(uint8_t)(all >> 16), (uint8_t)(all >> 8), (uint8_t)all};
        check_utf8(in, 3, all);
        if ((all & 0xff) == 0)
            check_utf8(in, 2, all);
        if ((all & 0xffff) == 0)
            check_utf8(in, 1, all);
    }
}

/* A unit, then half of one: strict refuses the half, lossy puts one U+FFFD for it. */
TEST(every_utf16_of_3_bytes_ends_in_half_a_unit)
{
    for (uint32_t all = 0; all < 1u << 24; all++) {
        uint8_t in[3] = {(uint8_t)all, (uint8_t)(all >> 8), (uint8_t)(all >> 16)};
        uint32_t unit = all & 0xffff;
        int surrogate = unit >= 0xd800 && unit <= 0xdfff;
        uint8_t want[8];
        uint8_t out[8];
        size_t n = 99;
        wyre_status status = wyre_utf16le_to_utf8(in, 3, 0, out, sizeof out, &n);
        if (status != WYRE_E_TEXT || n != (surrogate ? 0 : 2))
            fail_msg("%06x: %s at %zu", (unsigned)all, wyre_status_name(status), n);
        size_t len = utf8_of(surrogate ? 0xfffd : unit, want);
        len += utf8_of(0xfffd, want + len);
        status = wyre_utf16le_to_utf8(in, 3, WYRE_TEXT_LOSSY, out, sizeof out, &n);
        if (status != WYRE_OK || n != len || memcmp(out, want, len) != 0)
            fail_msg("%06x, lossy: %s, %zu", (unsigned)all, wyre_status_name(status), n);
    }
    for (unsigned c = 0; c < 256; c++) {
        uint8_t in[1] = {(uint8_t)c};
        check_refused(wyre_utf16le_to_utf8, in, 1, 0, c);
    }
}

/* ---- surrogates, and runs of ASCII ------------------------------------------------------------------------- */

/* clang-format off */
static const struct row {
    const char *name, *utf16, *utf8; /* lossy */
    size_t fault;                    /* strict */
} rows[] = {
    {"two high halves", "00d8 00d8 00dc", "efbfbd f0908080", 0},
    {"a low half first", "00dc 00d8 00dc", "efbfbd f0908080", 0},
    {"a high half and a letter", "4100 ffdb 4200", "41 efbfbd 42", 2},
    {"a high half at the end", "4100 00d8", "41 efbfbd", 2},
    {"half of a low half", "00d8 00", "efbfbd efbfbd", 0},
    {"a high half behind a run", "4100 4200 4300 4400 4500 00d8", "4142434445 efbfbd", 10},
};
/* clang-format on */

TEST(lone_surrogates_are_refused_or_replaced)
{
    for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
        bytes in = hex(r->utf16);
        bytes want = hex(r->utf8);
        check_refused(wyre_utf16le_to_utf8, in.at, in.len, r->fault, 0);
        check(wyre_utf16le_to_utf8, in.at, in.len, WYRE_TEXT_LOSSY, want.at, want.len, 0);
    }
}

/* ---- long texts: units go four, eight and sixteen at a time ------------------------------------------------ */

typedef struct text {
    uint8_t wide[256], narrow[256];
    size_t n16, n8;
} text;

static void
add(text *t, uint32_t code)
{
    t->n16 += utf16_of(code, t->wide + t->n16);
    t->n8 += utf8_of(code, t->narrow + t->n8);
}

/* In blocks of exact size, into every capacity. */
static void
check_text(const text *t)
{
    uint8_t *in16 = exact(t->wide, t->n16);
    uint8_t *in8 = exact(t->narrow, t->n8);
    for (size_t cap = 0; cap <= t->n16 + 1; cap++) {
        uint8_t *out = exact(t->wide, cap);
        size_t n;
        wyre_status status = wyre_utf8_to_utf16le(in8, t->n8, 0, out, cap, &n);
        assert_int_equal(status, cap < t->n16 ? WYRE_E_SPACE : WYRE_OK);
        assert_int_equal(n, t->n16);
        assert_memory_equal(out, t->wide, cap < t->n16 ? 0 : t->n16);
        free(out);
    }
    for (size_t cap = 0; cap <= t->n8 + 1; cap++) {
        uint8_t *out = exact(t->narrow, cap);
        size_t n;
        wyre_status status = wyre_utf16le_to_utf8(in16, t->n16, 0, out, cap, &n);
        assert_int_equal(status, cap < t->n8 ? WYRE_E_SPACE : WYRE_OK);
        assert_int_equal(n, t->n8);
        assert_memory_equal(out, t->narrow, cap < t->n8 ? 0 : t->n8);
        free(out);
    }
    free(in16);
    free(in8);
}

TEST(runs_of_ascii_may_end_anywhere)
{
    static const uint32_t odd_ones[] = {0x80, 0xe9, 0x7ff, 0x800, 0x672c, 0xffff, 0x1f600};
    for (size_t which = 0; which < COUNT(odd_ones); which++) {
        for (size_t len = 0; len <= 36; len++) {
            for (size_t odd = 0; odd <= len; odd++) {
                text t = {.n16 = 0};
                for (size_t i = 0; i < len; i++)
                    add(&t, i == odd ? odd_ones[which] : 'A' + (uint32_t)i);
                check_text(&t);
            }
        }
    }
}

/* Every four of these, in front of ASCII and behind it. */
TEST(neighbours_of_every_length_convert_as_they_should)
{
    static const uint32_t codes[] = {0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10ffff};
    for (size_t all = 0; all < 9 * 9 * 9 * 9; all++) {
        text t = {.n16 = 0};
        for (size_t i = 0; i < all % 3; i++)
            add(&t, 'x');
        for (size_t rest = all, i = 0; i < 4; i++, rest /= 9)
            add(&t, codes[rest % 9]);
        for (size_t i = 0; i < all % 5; i++)
            add(&t, 'y');
        check_text(&t);
    }
}

/* Every unit at a place of eight, among neighbours of one, two and three bytes. */
TEST(every_unit_converts_among_others)
{
    static const uint32_t fillers[] = {'a', 0xe9, 0x672c};
    for (uint32_t code = 0; code < 0x10000; code++) {
        if (code >= 0xd800 && code <= 0xdfff)
            continue;
        text t = {.n16 = 0};
        for (uint32_t i = 0; i < 24; i++)
            add(&t, i == code % 8 ? code : fillers[(code / 8 + i * i) % COUNT(fillers)]);
        uint8_t out[sizeof t.narrow];
        size_t n;
        assert_int_equal(wyre_utf16le_to_utf8(t.wide, t.n16, 0, out, t.n8 + 1, &n), WYRE_OK);
        assert_int_equal(n, t.n8);
        assert_memory_equal(out, t.narrow, t.n8);
    }
}

/* A lone surrogate is found wherever it stands. */
TEST(lone_surrogates_are_found_in_long_texts)
{
    static const uint8_t lone[][2] = {{0x00, 0xd8}, {0xff, 0xdb}, {0x00, 0xdc}, {0xff, 0xdf}};
    static const uint32_t fillers[] = {'a', 0xe9, 0x672c};
    for (size_t which = 0; which < COUNT(lone) * COUNT(fillers); which++) {
        for (size_t at = 0; at < 40; at++) {
            text t = {.n16 = 0};
            for (size_t i = 0; i < 40; i++)
                add(&t, fillers[which / COUNT(lone)]);
            memcpy(t.wide + 2 * at, lone[which % COUNT(lone)], 2);
            uint8_t out[256];
            size_t n;
            assert_int_equal(wyre_utf16le_to_utf8(t.wide, 80, 0, out, sizeof out, &n), WYRE_E_TEXT);
            assert_int_equal(n, 2 * at);
        }
    }
}

TEST(nothing_is_legal_and_flags_are_checked)
{
    size_t n = 99;
    assert_int_equal(wyre_utf16le_to_utf8(NULL, 0, 0, NULL, 0, &n), WYRE_OK);
    assert_int_equal(n, 0);
    n = 99;
    assert_int_equal(wyre_utf8_to_utf16le(NULL, 0, 0, NULL, 0, &n), WYRE_OK);
    assert_int_equal(n, 0);
    assert_int_equal(wyre_utf8_to_utf16le(NULL, 0, 2, NULL, 0, NULL), WYRE_E_ARG);
    assert_int_equal(wyre_utf16le_to_utf8(NULL, 0, 2, NULL, 0, NULL), WYRE_E_ARG);
}

RUN_TESTS("utf16", TESTED(every_code_point_goes_both_ways), TESTED(nothing_lies_above_10ffff),
          TESTED(every_utf8_of_3_bytes_converts_as_it_should),
          TESTED(every_utf16_of_3_bytes_ends_in_half_a_unit),
          TESTED(lone_surrogates_are_refused_or_replaced), TESTED(runs_of_ascii_may_end_anywhere),
          TESTED(neighbours_of_every_length_convert_as_they_should),
          TESTED(every_unit_converts_among_others), TESTED(lone_surrogates_are_found_in_long_texts),
          TESTED(nothing_is_legal_and_flags_are_checked))

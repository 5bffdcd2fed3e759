/* lib/core/cursor.c: every (pos, end, n) on a small reader, every capacity of a small writer. */
#include "../test.h"

enum { SMALL = 12, FAR = 20 };

static const uint8_t sample[SMALL] = {0x81, 0x92, 0xa3, 0xb4, 0xc5, 0xd6,
                                      0xe7, 0xf8, 0x09, 0x1a, 0x2b, 0x3c};

/* ---- reader: integers --------------------------------------------------------------------------- */

static uint64_t
read_u8(wyre_rd *r)
{
    return wyre_rd_u8(r);
}
static uint64_t
read_u16le(wyre_rd *r)
{
    return wyre_rd_u16le(r);
}
static uint64_t
read_u16be(wyre_rd *r)
{
    return wyre_rd_u16be(r);
}
static uint64_t
read_u24be(wyre_rd *r)
{
    return wyre_rd_u24be(r);
}
static uint64_t
read_u32le(wyre_rd *r)
{
    return wyre_rd_u32le(r);
}
static uint64_t
read_u32be(wyre_rd *r)
{
    return wyre_rd_u32be(r);
}

static const struct reader {
    const char *name;
    uint64_t (*read)(wyre_rd *r);
    size_t width;
    uint64_t value; /* of the first bytes of `sample` */
} readers[] = {
    {"u8", read_u8, 1, 0x81},
    {"u16le", read_u16le, 2, 0x9281},
    {"u16be", read_u16be, 2, 0x8192},
    {"u24be", read_u24be, 3, 0x8192a3},
    {"u32le", read_u32le, 4, 0xb4a39281},
    {"u32be", read_u32be, 4, 0x8192a3b4},
    {"u64le", wyre_rd_u64le, 8, 0xf8e7d6c5b4a39281},
    {"u64be", wyre_rd_u64be, 8, 0x8192a3b4c5d6e7f8},
};

TEST(each_integer_has_its_width_and_byte_order)
{
    for (const struct reader *of = readers; of < readers + COUNT(readers); of++) {
        wyre_rd r;
        wyre_rd_init(&r, sample, sizeof sample);
        REQUIRE(of->read(&r) == of->value, of->name);
        REQUIRE(r.pos == of->width && r.status == WYRE_OK, of->name);
    }
}

/* A reader whose window is pos to end - 1 of a block of exactly end bytes. */
static wyre_rd
window(const uint8_t *block, size_t pos, size_t end)
{
    wyre_rd r;
    wyre_rd_init(&r, block, end);
    r.pos = pos;
    return r;
}

static void
require_refused(const char *row, const wyre_rd *r, size_t pos, size_t end)
{
    assert_status(row, r->status, WYRE_E_LENGTH);
    REQUIRE(r->pos == pos && r->end == end && r->fault == end, row);
}

TEST(integers_at_every_place_of_every_window)
{
    for (size_t end = 0; end <= SMALL; end++) {
        uint8_t *block = exact(sample, end);
        for (size_t pos = 0; pos <= end; pos++) {
            for (const struct reader *of = readers; of < readers + COUNT(readers); of++) {
                wyre_rd r = window(block, pos, end);
                uint64_t value = of->read(&r);
                if (of->width <= end - pos) {
                    REQUIRE(r.status == WYRE_OK && r.pos == pos + of->width, of->name);
                    continue;
                }
                REQUIRE(value == 0, of->name);
                require_refused(of->name, &r, pos, end);
                REQUIRE(of->read(&r) == 0 && r.pos == pos, of->name);
            }
        }
        free(block);
    }
}

/* ---- reader: parts of a length ------------------------------------------------------------------ */

static const size_t huge[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - SMALL, SIZE_MAX / 2 + 1,
                              UINT32_MAX};

static size_t
length(size_t i)
{
    return i < FAR ? i : huge[i - FAR];
}

static void
try_length(const uint8_t *block, size_t pos, size_t end, size_t n)
{
    int fits = n <= end - pos;
    wyre_rd r = window(block, pos, end);
    size_t at = wyre_rd_take(&r, n);
    REQUIRE(at == (fits ? pos : 0), "take");
    REQUIRE(r.pos == (fits ? pos + n : pos), "take");
    if (!fits)
        require_refused("take", &r, pos, end);

    r = window(block, pos, end);
    wyre_span span = wyre_rd_span(&r, n);
    REQUIRE(span.off == (fits ? pos : 0) && span.len == (fits ? n : 0), "span");
    if (!fits)
        require_refused("span", &r, pos, end);

    r = window(block, pos, end);
    size_t outer = wyre_rd_enter(&r, n);
    REQUIRE(outer == end && r.pos == pos && r.end == (fits ? pos + n : end), "enter");
    wyre_rd_leave(&r, outer);
    REQUIRE(r.end == end && r.pos == (fits ? pos + n : pos), "leave");
    if (!fits)
        require_refused("enter", &r, pos, end);
}

TEST(lengths_at_every_place_of_every_window)
{
    for (size_t end = 0; end <= SMALL; end++) {
        uint8_t *block = exact(sample, end);
        for (size_t pos = 0; pos <= end; pos++)
            for (size_t i = 0; i < FAR + COUNT(huge); i++)
                try_length(block, pos, end, length(i));
        free(block);
    }
}

TEST(alignment_at_every_place_of_every_window)
{
    for (size_t end = 0; end <= SMALL; end++) {
        uint8_t *block = exact(sample, end);
        for (size_t pos = 0; pos <= end; pos++) {
            for (size_t n = 1; n <= 16; n *= 2) {
                size_t next = pos;
                while (next % n != 0)
                    next++;
                wyre_rd r = window(block, pos, end);
                wyre_rd_align(&r, n);
                if (next <= end)
                    REQUIRE(r.pos == next && r.status == WYRE_OK, "align");
                else
                    require_refused("align", &r, pos, end);
            }
        }
        free(block);
    }
}

TEST(a_window_in_a_window_ends_where_it_should)
{
    wyre_rd r;
    wyre_rd_init(&r, sample, sizeof sample);
    size_t whole = wyre_rd_enter(&r, 8);
    wyre_rd_u8(&r);
    size_t half = wyre_rd_enter(&r, 3);
    REQUIRE(r.end == 4, "inner");
    REQUIRE(wyre_rd_u32le(&r) == 0, "past the inner window");
    require_refused("inner", &r, 1, 4);
    wyre_rd_leave(&r, half);
    wyre_rd_leave(&r, whole);
    REQUIRE(r.end == SMALL && r.pos == 1 && r.fault == 4, "what was refused stays refused");
    REQUIRE(wyre_rd_enter(&r, 1) == SMALL && r.end == SMALL, "enter after a refusal");
}

TEST(the_first_refusal_sticks_for_everything)
{
    for (const struct reader *of = readers; of < readers + COUNT(readers); of++) {
        wyre_rd r;
        wyre_rd_init(&r, sample, sizeof sample);
        wyre_rd_take(&r, 5);
        wyre_rd_take(&r, 100);
        REQUIRE(of->read(&r) == 0, of->name);
        REQUIRE(wyre_rd_take(&r, 0) == 0, "take");
        REQUIRE(wyre_rd_span(&r, 0).off == 0, "span");
        REQUIRE(wyre_rd_line(&r).len == 0, "line");
        wyre_rd_align(&r, 8);
        require_refused(of->name, &r, 5, SMALL);
    }
}

TEST(nothing_may_stand_at_null)
{
    wyre_rd r;
    wyre_rd_init(&r, NULL, 0);
    REQUIRE(wyre_rd_take(&r, 0) == 0 && wyre_rd_span(&r, 0).len == 0, "no bytes");
    REQUIRE(wyre_rd_line(&r).len == 0 && r.status == WYRE_OK, "no line");
    REQUIRE(wyre_rd_u8(&r) == 0 && r.status == WYRE_E_LENGTH && r.fault == 0, "no byte");
}

/* ---- reader: lines ------------------------------------------------------------------------------ */

/* Where the first LF is, or len; and where the text in front of it ends. */
static void
require_line(const char *text, size_t len)
{
    uint8_t *block = exact((const uint8_t *)text, len);
    size_t feed = 0;
    while (feed < len && text[feed] != '\n')
        feed++;
    size_t stop = feed < len && feed > 0 && text[feed - 1] == '\r' ? feed - 1 : feed;
    wyre_rd r;
    wyre_rd_init(&r, block, len);
    wyre_span line = wyre_rd_line(&r);
    REQUIRE(line.off == 0 && line.len == stop, text);
    REQUIRE(r.pos == (feed < len ? feed + 1 : len) && r.status == WYRE_OK, text);
    free(block);
}

TEST(lines_of_every_short_text)
{
    static const char letters[] = {'a', '\r', '\n'};
    for (size_t len = 0; len <= 7; len++) {
        size_t texts = 1;
        for (size_t i = 0; i < len; i++)
            texts *= sizeof letters;
        for (size_t number = 0; number < texts; number++) {
            char text[8] = {0};
            for (size_t i = 0, rest = number; i < len; i++, rest /= sizeof letters)
                text[i] = letters[rest % sizeof letters];
            require_line(text, len);
        }
    }
}

TEST(lines_one_after_another)
{
    const char *text = "one\r\n\ntwo\rthree\nfour";
    wyre_rd r;
    wyre_rd_init(&r, (const uint8_t *)text, strlen(text));
    static const wyre_span lines[] = {{0, 3}, {5, 0}, {6, 9}, {16, 4}, {20, 0}};
    for (size_t i = 0; i < COUNT(lines); i++) {
        wyre_span line = wyre_rd_line(&r);
        REQUIRE(line.off == lines[i].off && line.len == lines[i].len, text);
    }
}

/* ---- writer: integers and bytes ------------------------------------------------------------------ */

static void
write_u8(wyre_wr *w)
{
    wyre_wr_u8(w, 0x81);
}
static void
write_u16le(wyre_wr *w)
{
    wyre_wr_u16le(w, 0x9281);
}
static void
write_u16be(wyre_wr *w)
{
    wyre_wr_u16be(w, 0x8192);
}
static void
write_u24be(wyre_wr *w)
{
    wyre_wr_u24be(w, 0x8192a3);
}
static void
write_u32le(wyre_wr *w)
{
    wyre_wr_u32le(w, 0xb4a39281);
}
static void
write_u32be(wyre_wr *w)
{
    wyre_wr_u32be(w, 0x8192a3b4);
}
static void
write_u64le(wyre_wr *w)
{
    wyre_wr_u64le(w, 0xf8e7d6c5b4a39281);
}
static void
write_u64be(wyre_wr *w)
{
    wyre_wr_u64be(w, 0x8192a3b4c5d6e7f8);
}
static void
write_bytes(wyre_wr *w)
{
    wyre_wr_bytes(w, sample, 5);
}
static void
write_gather(wyre_wr *w)
{
    wyre_span span;
    size_t at = w->pos;
    wyre_wr_gather(w, sample, 5, &span);
    REQUIRE(span.off == at && span.len == 5, "gather");
}
static void
write_nothing(wyre_wr *w)
{
    wyre_wr_bytes(w, NULL, 0);
    wyre_wr_zeros(w, 0);
    wyre_wr_align(w, 1);
}

static const struct writer {
    const char *name;
    void (*write)(wyre_wr *w);
    size_t width; /* it writes that many first bytes of `sample` */
} writers[] = {
    {"u8", write_u8, 1},         {"u16le", write_u16le, 2},     {"u16be", write_u16be, 2},
    {"u24be", write_u24be, 3},   {"u32le", write_u32le, 4},     {"u32be", write_u32be, 4},
    {"u64le", write_u64le, 8},   {"u64be", write_u64be, 8},     {"bytes", write_bytes, 5},
    {"gather", write_gather, 5}, {"nothing", write_nothing, 0},
};

/* Nothing is written at or past cap, and what does not fit whole is not written at all. */
TEST(writing_at_every_place_of_every_capacity)
{
    for (size_t cap = 0; cap <= SMALL; cap++) {
        for (size_t pos = 0; pos <= SMALL + 2; pos++) {
            for (const struct writer *of = writers; of < writers + COUNT(writers); of++) {
                uint8_t want[SMALL], *out = malloc(cap > 0 ? cap : 1);
                memset(want, 0xee, sizeof want);
                memset(out, 0xee, cap);
                if (pos + of->width <= cap)
                    memcpy(want + pos, sample, of->width);
                wyre_wr w;
                size_t n;
                wyre_wr_init(&w, cap > 0 ? out : NULL, cap);
                w.pos = pos;
                of->write(&w);
                REQUIRE(memcmp(out, want, cap) == 0, of->name);
                assert_status(of->name, wyre_wr_finish(&w, &n),
                              pos + of->width <= cap ? WYRE_OK : WYRE_E_SPACE);
                assert_offset(of->name, n, pos + of->width);
                free(out);
            }
        }
    }
}

TEST(padding_and_marks_are_zeros)
{
    for (size_t cap = 0; cap <= SMALL; cap++) {
        for (size_t pos = 0; pos <= cap; pos++) {
            for (size_t n = 1; n <= 8; n *= 2) {
                uint8_t out[SMALL + 1];
                memset(out, 0xee, sizeof out);
                size_t next = (pos + n - 1) / n * n;
                wyre_wr w;
                wyre_wr_init(&w, out, cap);
                w.pos = pos;
                wyre_wr_align(&w, n);
                REQUIRE(w.pos == next, "align");
                for (size_t i = 0; i < sizeof out; i++)
                    REQUIRE(out[i] == (i >= pos && i < next && next <= cap ? 0 : 0xee), "align");
                memset(out, 0xee, sizeof out);
                wyre_wr_init(&w, out, cap);
                w.pos = pos;
                REQUIRE(wyre_wr_mark(&w, n) == pos && w.pos == pos + n, "mark");
                for (size_t i = 0; i < sizeof out; i++)
                    REQUIRE(out[i] == (i >= pos && i < pos + n && pos + n <= cap ? 0 : 0xee),
                            "mark");
            }
        }
    }
}

/* ---- writer: values known later ------------------------------------------------------------------ */

static const struct patch {
    const char *name;
    void (*patch)(wyre_wr *w, size_t at, size_t value);
    size_t width, most;
    uint8_t bytes[4]; /* of 0x12, 0x1234 or 0x12345678 */
    size_t value;
} patches[] = {
    {"u8", wyre_wr_patch_u8, 1, 0xff, {0x12}, 0x12},
    {"u16le", wyre_wr_patch_u16le, 2, 0xffff, {0x34, 0x12}, 0x1234},
    {"u16be", wyre_wr_patch_u16be, 2, 0xffff, {0x12, 0x34}, 0x1234},
    {"u32le", wyre_wr_patch_u32le, 4, 0xffffffff, {0x78, 0x56, 0x34, 0x12}, 0x12345678},
};

TEST(patches_at_every_place_of_every_capacity)
{
    for (size_t cap = 0; cap <= SMALL; cap++) {
        for (size_t at = 0; at <= SMALL + 1; at++) {
            for (const struct patch *p = patches; p < patches + COUNT(patches); p++) {
                uint8_t out[SMALL + 1], want[SMALL + 1];
                memset(out, 0xee, sizeof out);
                memset(want, 0xee, sizeof want);
                if (at + p->width <= cap)
                    memcpy(want + at, p->bytes, p->width);
                wyre_wr w;
                wyre_wr_init(&w, out, cap);
                w.pos = at;
                wyre_wr_mark(&w, p->width);
                memset(out, 0xee, sizeof out);
                p->patch(&w, at, p->value);
                REQUIRE(memcmp(out, want, sizeof out) == 0, p->name);
                REQUIRE(w.pos == at + p->width && w.status == WYRE_OK, p->name);
            }
        }
    }
}

TEST(a_value_too_large_for_its_place_is_refused)
{
    for (const struct patch *p = patches; p < patches + COUNT(patches); p++) {
        uint8_t out[4] = {0};
        size_t n;
        wyre_wr w;
        wyre_wr_init(&w, out, sizeof out);
        wyre_wr_mark(&w, p->width);
        p->patch(&w, 0, p->most);
        REQUIRE(w.status == WYRE_OK && out[0] == 0xff && out[p->width - 1] == 0xff, p->name);
        if (p->most == SIZE_MAX)
            continue;
        p->patch(&w, 0, p->most + 1);
        assert_status(p->name, wyre_wr_finish(&w, &n), WYRE_E_RANGE);
        assert_offset(p->name, n, p->width);
        REQUIRE(out[0] == 0xff, p->name);
    }
}

TEST(three_bytes_hold_no_more)
{
    uint8_t out[4] = {0};
    wyre_wr w;
    wyre_wr_init(&w, out, sizeof out);
    wyre_wr_u24be(&w, 0x1000000);
    wyre_wr_u8(&w, 1);
    assert_status("u24be", wyre_wr_finish(&w, NULL), WYRE_E_RANGE);
    REQUIRE(w.pos == 0 && out[0] == 0, "u24be");
}

TEST(no_more_than_4_gib_are_counted)
{
    wyre_wr w;
    wyre_wr_init(&w, NULL, 0);
    wyre_wr_zeros(&w, UINT32_MAX);
    assert_status("all of it", wyre_wr_finish(&w, NULL), WYRE_E_SPACE);
    wyre_wr_u8(&w, 0);
    assert_status("one more", wyre_wr_finish(&w, NULL), WYRE_E_RANGE);
    REQUIRE(w.pos == UINT32_MAX, "one more");
}

/* ---- writer: UTF-16 ------------------------------------------------------------------------------ */

TEST(gathered_text_becomes_utf16_at_every_capacity)
{
    const char *text = "a\xc3\xa9\xf0\x9f\x98\x80"; /* a, e acute, U+1F600 */
    static const uint8_t want[] = {0xff, 0x61, 0x00, 0xe9, 0x00, 0x3d, 0xd8, 0x00, 0xde};
    for (size_t cap = 0; cap <= SMALL; cap++) {
        uint8_t *out = malloc(cap > 0 ? cap : 1);
        wyre_span span;
        wyre_wr w;
        wyre_wr_init(&w, cap > 0 ? out : NULL, cap);
        wyre_wr_u8(&w, 0xff);
        wyre_wr_gather_utf16(&w, text, strlen(text), &span);
        REQUIRE(span.off == 1 && span.len == 8 && w.pos == 9, "utf16");
        if (cap >= sizeof want)
            assert_memory_equal(out, want, sizeof want);
        free(out);
    }
}

TEST(gathered_text_must_be_utf8)
{
    uint8_t out[SMALL];
    wyre_span span;
    wyre_wr w;
    wyre_wr_init(&w, out, sizeof out);
    wyre_wr_gather_utf16(&w, "a\xff", 2, &span);
    assert_status("a bad byte", wyre_wr_finish(&w, NULL), WYRE_E_TEXT);
    REQUIRE(span.len == 0 && w.pos == 0, "a bad byte");
    wyre_wr_gather_utf16(&w, "a", 1, &span);
    wyre_wr_gather(&w, sample, 1, &span);
    REQUIRE(span.len == 0 && w.pos == 0, "it sticks");
}

RUN_TESTS("cursor", TESTED(each_integer_has_its_width_and_byte_order),
          TESTED(integers_at_every_place_of_every_window),
          TESTED(lengths_at_every_place_of_every_window),
          TESTED(alignment_at_every_place_of_every_window),
          TESTED(a_window_in_a_window_ends_where_it_should),
          TESTED(the_first_refusal_sticks_for_everything), TESTED(nothing_may_stand_at_null),
          TESTED(lines_of_every_short_text), TESTED(lines_one_after_another),
          TESTED(writing_at_every_place_of_every_capacity), TESTED(padding_and_marks_are_zeros),
          TESTED(patches_at_every_place_of_every_capacity),
          TESTED(a_value_too_large_for_its_place_is_refused), TESTED(three_bytes_hold_no_more),
          TESTED(no_more_than_4_gib_are_counted),
          TESTED(gathered_text_becomes_utf16_at_every_capacity), TESTED(gathered_text_must_be_utf8))

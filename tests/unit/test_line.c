/* lib/core/line.h and line.c. The masks are judged by a loop over bytes; test_line_portable.c compiles
 * the same with the form that needs no vector instructions. */
#include "../../lib/core/line.h"
#include "../test.h"

static size_t
slow_feed(const uint8_t *in, size_t len, size_t from)
{
    while (from < len && in[from] != '\n')
        from++;
    return from < len ? from : len;
}

static void
expect_feed(feeds *f, size_t at, int there)
{
    assert_int_equal(next_feed(f), there);
    assert_int_equal(f->at, at);
}

/* Goes over all LFs both ways, from every offset. Inlined, gcc would warn of reads past the end on ways
 * that the length rules out. */
static __attribute__((noinline)) void
compare(const uint8_t *in, size_t len)
{
    for (size_t from = 0; from <= len; from++) {
        feeds f = feeds_from(in, len, from);
        for (size_t at = from;; at++) {
            at = slow_feed(in, len, at);
            expect_feed(&f, at, at < len);
            if (at == len)
                break;
        }
        expect_feed(&f, len, 0);
    }
}

/* Every pattern of LF and neighbours of it in blocks of 0 to 13 bytes, at exact addresses. */
TEST(every_short_input_is_scanned_right)
{
    for (size_t len = 0; len <= 13; len++) {
        for (unsigned pattern = 0; pattern < 1u << len; pattern++) {
            uint8_t text[13];
            for (size_t i = 0; i < len; i++)
                text[i] = (pattern >> i & 1) != 0 ? '\n' : (uint8_t)(i % 2 == 0 ? 0x0b : 0x8a);
            uint8_t *in = exact(text, len);
            compare(in, len);
            free(in);
        }
    }
}

/* One LF at each place, then two at each pair of places, in inputs up to three blocks long. */
TEST(a_feed_is_found_at_every_place_of_every_length)
{
    uint8_t text[200];
    for (size_t len = 0; len <= sizeof text; len++) {
        memset(text, 0x0b, sizeof text);
        uint8_t *in = exact(text, len);
        for (size_t at = 0; at < len; at++) {
            in[at] = '\n';
            feeds f = feeds_from(in, len, 0);
            expect_feed(&f, at, 1);
            expect_feed(&f, len, 0);
            assert_int_equal(wyre_line_feed(in, len, 0), at);
            assert_int_equal(wyre_line_feed(in, len, at), at);
            assert_int_equal(wyre_line_feed(in, len, at + 1), len);
            in[at] = 0x0b;
        }
        free(in);
    }
    for (size_t first = 0; first < sizeof text; first++) {
        for (size_t second = first + 1; second < sizeof text; second += 3) {
            memset(text, 0x0b, sizeof text);
            text[first] = text[second] = '\n';
            feeds f = feeds_from(text, sizeof text, 0);
            expect_feed(&f, first, 1);
            expect_feed(&f, second, 1);
            expect_feed(&f, sizeof text, 0);
        }
    }
}

TEST(no_other_byte_is_taken_for_a_feed)
{
    for (unsigned c = 0; c < 256; c++) {
        uint8_t text[70];
        memset(text, (int)c, sizeof text);
        assert_int_equal(line_feed(text, sizeof text, 0), c == '\n' ? 0 : sizeof text);
        for (size_t i = 0; i < sizeof text; i++) /* a borrow from the byte before would show here */
            text[i] = (uint8_t)(i % 2 == 0 ? '\n' : c);
        feeds f = feeds_from(text, sizeof text, 1);
        expect_feed(&f, c == '\n' ? 1 : 2, 1);
    }
}

TEST(nothing_has_no_feed)
{
    assert_int_equal(wyre_line_feed(NULL, 0, 0), 0);
    assert_int_equal(wyre_line_feed((const uint8_t *)"\n", 1, 1), 1);
    assert_int_equal(wyre_line_feed((const uint8_t *)"\n", 1, 7), 1);
}

/* ---- wyre_line_frame ------------------------------------------------------------------------- */

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t flags;
    wyre_status status;
    size_t n;
    wyre_line fields;
} rows[] = {
    {"CR LF", "'ab' 0d0a 'c'", 0, WYRE_OK, 4, {{0, 2}, 0}},
    {"nothing in front", "0d0a", 0, WYRE_OK, 2, {{0, 0}, 0}},
    {"a CR in the text", "'a' 0d 'b' 0d0a", 0, WYRE_OK, 5, {{0, 3}, 0}},
    {"LF alone", "'ab' 0a", 0, WYRE_E_TEXT, 2, {{0, 0}, 0}},
    {"LF alone, allowed", "'ab' 0a", 1, WYRE_OK, 3, {{0, 2}, 1}},
    {"LF as the first byte", "0a", 0, WYRE_E_TEXT, 0, {{0, 0}, 0}},
    {"CR CR LF: one belongs to the text", "'ab' 0d0d0a", 0, WYRE_OK, 5, {{0, 3}, 0}},
    {"CR inside, and one in front of CR LF: text, both", "'a' 0d 'b' 0d0d0a", 0, WYRE_OK, 6, {{0, 4}, 0}},
    {"CR CR LF, all dropped", "'ab' 0d0d0d0a", 2, WYRE_OK, 6, {{0, 2}, 2}},
    {"no LF", "'ab' 0d", 3, WYRE_MORE, 4, {{0, 0}, 0}},
    {"nothing", "", 3, WYRE_MORE, 1, {{0, 0}, 0}},
    {"no LF within the limit", "'abcdefgh' 0d0a", 0, WYRE_E_LIMIT, 8, {{0, 0}, 0}},
    {"an undefined flag", "0d0a", 4, WYRE_E_ARG, 0, {{0, 0}, 0}},
};
/* clang-format on */

TEST(lines_are_found_or_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_line got;
        size_t n;
        assert_status(row->name, wyre_line_frame(unit, in.len, row->flags, 8, NULL, &got, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        free(unit);
    }
}

TEST(every_cut_tells_the_same)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        for (size_t step = 1; row->status != WYRE_E_ARG && step <= in.len; step++) {
            wyre_line_progress progress = {0};
            wyre_status status = WYRE_MORE;
            wyre_line got;
            size_t n = 0;
            for (size_t len = 0; status == WYRE_MORE && len < in.len + step; len += step)
                status = wyre_line_frame(in.at, len < in.len ? len : in.len, row->flags, 8,
                                         &progress, &got, &n);
            assert_status(row->name, status, row->status);
            assert_offset(row->name, n, row->n);
            assert_int_equal(progress.scanned, status == WYRE_MORE ? in.len : 0);
        }
    }
}

RUN_TESTS("line", TESTED(every_short_input_is_scanned_right),
          TESTED(a_feed_is_found_at_every_place_of_every_length),
          TESTED(no_other_byte_is_taken_for_a_feed), TESTED(nothing_has_no_feed),
          TESTED(lines_are_found_or_refused_as_the_row_says), TESTED(every_cut_tells_the_same))

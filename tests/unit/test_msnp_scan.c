/* lib/msnp/scan.h: the masks find what a byte loop finds, on lines of every length around the size of a
 * block, whatever stands in them. */
#include "../../lib/msnp/scan.h"
#include "../test.h"

static line
line_by_bytes(const uint8_t *in, size_t len)
{
    line l = {0, len, 0};
    while (l.feed < len && in[l.feed] != '\n') {
        if (l.bad == len && (in[l.feed] == '\r' || in[l.feed] == '\0'))
            l.bad = l.feed;
        l.feed++;
    }
    return l;
}

static size_t
field_end_by_bytes(const uint8_t *in, size_t at, size_t end)
{
    while (at < end && in[at] != ' ')
        at++;
    return at;
}

/* The fields of a line whose text is in[0 .. end - 1], and of one that ends at a space in it. */
static void
require_fields(const uint8_t *in, const line *l, size_t end)
{
    size_t last = end;
    while (last > 4 && in[last - 1] != ' ')
        last--;
    REQUIRE(last_field(in, l->stops, end) == last, "last field");
    for (size_t at = 4; at <= end; at++) {
        size_t want = field_end_by_bytes(in, at, end);
        REQUIRE(field_end(in, l->stops, at, end) == want, "end of a field");
        REQUIRE(field_end(in, 0, at, end) == want, "end of a field, no stop is known");
    }
}

static void
require_line(const uint8_t *in, size_t len)
{
    line want = line_by_bytes(in, len);
    line got = line_of(in, len);
    REQUIRE(got.feed == want.feed && got.bad == want.bad, "line");
    size_t end = want.bad + 1 == want.feed ? want.bad : want.feed;
    if (want.feed == len || want.bad < end || end < 4 || in[3] != ' ')
        return;
    require_fields(in, &got, end);
    require_fields(in, &got,
                   last_field(in, got.stops, end) > 4 ? last_field(in, got.stops, end) - 1 : 4);
}

TEST(lines_of_every_length_with_anything_in_them)
{
    static const uint8_t letters[] = {'a', ' ', '\t', '\r', '\0', 0x0b, 0x20, 0x8d, 0x80, 'z', '7'};
    uint64_t random = 0x9e3779b97f4a7c15;
    for (size_t end = 4; end < 200; end++) {
        for (unsigned round = 0; round < 60; round++) {
            size_t behind = (size_t)(random >> 20) % 80;
            size_t len = end + 2 + behind;
            uint8_t *in = malloc(len);
            for (size_t i = 0; i < len; i++) {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                in[i] = letters[(random >> 24) % (round % 3 == 0 ? sizeof letters : 3)];
            }
            memcpy(in, "MSG ", 4);
            in[end] = round % 5 == 4 ? 'x' : '\r';
            in[end + 1] = '\n';
            require_line(in, len);
            require_line(in, end + 1);
            free(in);
        }
    }
}

RUN_TESTS("msnp_scan", TESTED(lines_of_every_length_with_anything_in_them))

/* Lines of the input: in one piece, in two, byte by byte, and by the cursor; and what the scanner finds
 * against a byte loop. */
#include "fuzz.h"

enum { MAX = 256 };

static void
same_when_split(const uint8_t *in, size_t len, uint32_t flags)
{
    wyre_line whole, pieces;
    wyre_line_progress progress = {0};
    size_t n, m;
    wyre_status status = wyre_line_frame(in, len, flags, MAX, NULL, &whole, &n);
    REQUIRE(status != WYRE_MORE || n == len + 1, "line");
    REQUIRE(status == WYRE_MORE || n <= len, "line");
    for (size_t have = 0; have <= len; have++) {
        wyre_status so_far = wyre_line_frame(in, have, flags, MAX, &progress, &pieces, &m);
        if (so_far == WYRE_MORE) {
            REQUIRE(m > have, "line");
            continue;
        }
        REQUIRE(so_far == status && m == n, "line");
        REQUIRE(memcmp(&whole, &pieces, sizeof whole) == 0, "line");
        return;
    }
    REQUIRE(status == WYRE_MORE, "line");
}

static void
feeds_are_found(const uint8_t *in, size_t len)
{
    for (size_t from = 0; from <= len; from++) {
        size_t at = from;
        while (at < len && in[at] != '\n')
            at++;
        REQUIRE(wyre_line_feed(in, len, from) == at, "feed");
        if (from > 130)
            break;
    }
}

static void
cursor_ends(const uint8_t *in, size_t len)
{
    wyre_rd r;
    wyre_rd_init(&r, in, len);
    while (r.pos < len) {
        size_t before = r.pos;
        wyre_span line = wyre_rd_line(&r);
        REQUIRE(r.pos > before && line.off == before && line.off + line.len <= r.pos, "cursor");
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    uint8_t *block_of = malloc(len > 0 ? len : 1);
    if (block_of == NULL)
        return 0;
    if (len > 0)
        memcpy(block_of, in, len);
    for (uint32_t flags = 0; flags < 4; flags++)
        same_when_split(block_of, len, flags);
    feeds_are_found(block_of, len);
    cursor_ends(block_of, len);
    free(block_of);
    return 0;
}

/* lib/smb/smb1_layout.h: where strings end, by masks and unit by unit. */
#include "../../lib/smb/smb1_layout.h"
#include "../test.h"

enum { MOST = 70 };

/* Each length, in a block of exactly that size, with a NUL of `unit` bytes at each place or nowhere, and
 * with single zero bytes in front of it, which end no UTF-16. */
static void
ends_are_those_of(unsigned unit, uint8_t filler, uint8_t low)
{
    uint8_t text[MOST];
    for (size_t len = 0; len <= MOST; len++) {
        for (size_t place = 0; place <= len; place++) {
            memset(text, filler, sizeof text);
            for (size_t i = 1; unit == 2 && i < len; i += 2)
                text[i] = low;
            for (size_t i = place; i < len && i < place + unit; i++)
                text[i] = 0;
            uint8_t *in = exact(text, len);
            for (size_t at = 0; at <= len; at++) {
                size_t want = unit_by_unit(in, len, at, unit);
                if (string_end(in, len, at, unit) != want)
                    fail_msg("unit %u, %zu bytes, NUL at %zu, from %zu", unit, len, place, at);
                assert_true(want <= len);
                assert_true(place < at || (place - at) % unit != 0 || len - place < unit ||
                            want <= place);
            }
            free(in);
        }
    }
}

TEST(text_ends_at_its_nul)
{
    ends_are_those_of(1, 'a', 0);
}

TEST(utf16_ends_at_its_nul)
{
    ends_are_those_of(2, 'a', 0);
    ends_are_those_of(2, 'a', 1);
    ends_are_those_of(2, 0, 1);
}

RUN_TESTS("smb1_layout", TESTED(text_ends_at_its_nul), TESTED(utf16_ends_at_its_nul))

/* lib/core/line.h: the masks of this machine and the 8-byte words of any machine find what a byte loop
 * finds, in every short text and in large ones. */
#include "../../lib/core/line.h"
#include "../test.h"

/* The same file again, in its portable form and under other names. */
#undef WYRE_LIB_CORE_LINE_H
#ifndef WYRE_PORTABLE
#define WYRE_PORTABLE
#endif
#define STEP               PORTABLE_STEP
#define found_in_word      portable_found_in_word
#define found_in_step      portable_found_in_step
#define found_in_32        portable_found_in_32
#define found_in_64        portable_found_in_64
#define nul_units_in_word  portable_nul_units_in_word
#define nul_units_in_step  portable_nul_units_in_step
#define low_in_word        portable_low_in_word
#define low_in_step        portable_low_in_step
#define byte_mask          portable_byte_mask
#define feeds              portable_feeds
#define feeds_from         portable_feeds_from
#define next_feed          portable_next_feed
#define next_feed_in_block portable_next_feed_in_block
#define line_feed          portable_line_feed
#include "../../lib/core/line.h"
#undef feeds
#undef feeds_from
#undef next_feed
#undef next_feed_in_block
#undef byte_mask

static uint64_t
mask_by_bytes(const uint8_t *in, size_t len, uint8_t c)
{
    uint64_t mask = 0;
    for (size_t i = 0; i < len; i++)
        mask |= (uint64_t)(in[i] == c) << i;
    return mask;
}

static void
require_masks(const uint8_t *in, size_t len, uint8_t c)
{
    uint64_t want = mask_by_bytes(in, len, c);
    REQUIRE(byte_mask(in, len, c) == want, "mask");
    REQUIRE(portable_byte_mask(in, len, c) == want, "portable mask");
}

/* Where the bytes up to c stand, step by step. */
static void
require_low(const uint8_t *in, size_t len, uint8_t c)
{
    for (size_t at = 0; at + STEP <= len; at++) {
        uint64_t want = 0;
        for (size_t i = 0; i < STEP; i++)
            want |= (uint64_t)(in[at + i] <= c) << i;
        REQUIRE(low_in_step(in + at, c) == want, "low");
    }
    for (size_t at = 0; at + 8 <= len; at++) {
        uint64_t want = 0;
        for (size_t i = 0; i < 8; i++)
            want |= (uint64_t)(in[at + i] <= c) << i;
        REQUIRE(portable_low_in_step(in + at, c) == want, "portable low");
    }
}

/* Where two zero bytes begin at an even place, both their bits, step by step. */
static uint64_t
nul_units_by_bytes(const uint8_t *in, size_t len)
{
    uint64_t mask = 0;
    for (size_t i = 0; i + 2 <= len; i += 2)
        if (in[i] == 0 && in[i + 1] == 0)
            mask |= UINT64_C(3) << i;
    return mask;
}

/* The LFs of the blocks of 64 that are whole, and where the rest begins. */
static void
require_feeds_of_blocks(const uint8_t *in, size_t len, size_t from)
{
    feeds f = feeds_from(in, len, from);
    portable_feeds p = portable_feeds_from(in, len, from);
    size_t rest = from + (len - from) / 64 * 64;
    for (size_t at = from; at < rest; at++) {
        if (in[at] != '\n')
            continue;
        REQUIRE(next_feed_in_block(&f) && f.at == at, "feed in a block");
        REQUIRE(portable_next_feed_in_block(&p) && p.at == at, "portable feed in a block");
    }
    REQUIRE(!next_feed_in_block(&f) && f.at == rest && f.next == rest, "the blocks end");
    REQUIRE(!portable_next_feed_in_block(&p) && p.at == rest, "the blocks end");
}

/* Every LF from `from` on, by all three. */
static void
require_feeds(const uint8_t *in, size_t len, size_t from)
{
    feeds f = feeds_from(in, len, from);
    portable_feeds p = portable_feeds_from(in, len, from);
    for (size_t at = from; at < len; at++) {
        if (in[at] != '\n')
            continue;
        REQUIRE(next_feed(&f) && f.at == at, "feed");
        REQUIRE(portable_next_feed(&p) && p.at == at, "portable feed");
    }
    REQUIRE(!next_feed(&f) && !next_feed(&f) && f.at == len, "no feed is left");
    REQUIRE(!portable_next_feed(&p) && p.at == len, "no feed is left");
    REQUIRE(wyre_line_feed(in, len, from) ==
                (from < len ? wyre_line_feed(in + from, len - from, 0) + from : len),
            "from");
    if (from <= len)
        require_feeds_of_blocks(in, len, from);
}

TEST(every_text_of_up_to_18_letters)
{
    for (size_t len = 0; len <= 18; len++) {
        uint8_t *in = malloc(len > 0 ? len : 1);
        for (uint32_t bits = 0; bits < 1u << len; bits++) {
            for (size_t i = 0; i < len; i++)
                in[i] = (bits >> i & 1) != 0 ? '\n' : (uint8_t)(bits % 3 == 0 ? 0x0b : 'a');
            require_masks(in, len, '\n');
            require_feeds(in, len, 0);
        }
        free(in);
    }
}

TEST(every_byte_at_every_place_of_a_block)
{
    for (size_t len = 1; len <= 64; len++) {
        uint8_t *in = malloc(len);
        for (unsigned value = 0; value < 256; value++) {
            for (size_t at = 0; at<len; at += len> 20 ? 7 : 1) {
                memset(in, (int)(value ^ 0x80), len);
                in[at] = (uint8_t)value;
                require_masks(in, len, (uint8_t)value);
                require_masks(in, len, (uint8_t)(value ^ 0x80));
                require_masks(in, len, '\n');
                require_low(in, len, '\r');
                require_low(in, len, (uint8_t)(value & 0x7f));
            }
        }
        free(in);
    }
}

TEST(nuls_of_two_bytes)
{
    uint8_t in[STEP];
    for (uint32_t bits = 0; bits < 1u << 16; bits++) {
        for (size_t i = 0; i < sizeof in; i++)
            in[i] = (bits >> i % 16 & 1) != 0 ? 0 : (uint8_t)(bits % 3 == 0 ? 0x80 : 1);
        REQUIRE(nul_units_in_step(in) == nul_units_by_bytes(in, STEP), "NULs");
        REQUIRE(portable_nul_units_in_step(in) == nul_units_by_bytes(in, 8), "portable NULs");
    }
}

TEST(random_large_texts)
{
    uint64_t random = 0x9e3779b97f4a7c15;
    for (unsigned round = 0; round < 400; round++) {
        size_t len = 1 + (size_t)(random >> 40) % 5000;
        uint8_t *in = malloc(len);
        unsigned one_in = 1 + (unsigned)(random >> 33) % 120;
        for (size_t i = 0; i < len; i++) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            in[i] = random % one_in == 0 ? '\n' : (uint8_t)(random >> 24);
        }
        require_feeds(in, len, 0);
        require_feeds(in, len, (size_t)(random >> 20) % len);
        free(in);
    }
}

RUN_TESTS("line_forms", TESTED(every_text_of_up_to_18_letters),
          TESTED(every_byte_at_every_place_of_a_block), TESTED(nuls_of_two_bytes),
          TESTED(random_large_texts))

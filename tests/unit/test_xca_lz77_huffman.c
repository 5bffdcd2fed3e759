/* lib/smb/xca_lz77_huffman.c: [MS-XCA] 2.2. Rows: the table's bytes that are not 0, then the rest. */
#include "xca.h"

/* Two bytes of a table: where, and two lengths of codes, the lower half byte for the even symbol. */
#define NO_MORE                                                                                    \
    {                                                                                              \
        0, 0                                                                                       \
    }

struct row {
    const char *name;
    struct entry {
        uint8_t at, lengths;
    } table[20];
    const char *hex; /* behind the table */
    size_t out_len;
    wyre_status status;
    size_t n;
    const char *out;
};

#define ALPHABET                                                                                   \
    {0x30, 0x50}, {0x31, 0x55}, {0x32, 0x55}, {0x33, 0x55}, {0x34, 0x55}, {0x35, 0x55},            \
        {0x36, 0x55}, {0x37, 0x55}, {0x38, 0x55}, {0x39, 0x55}, {0x3a, 0x55}, {0x3b, 0x45},        \
        {0x3c, 0x44}, {0x3d, 0x04},                                                                \
    {                                                                                              \
        0x80, 0x04                                                                                 \
    }
/* 'a' is the code 0, 'b' 10, a match of length 3 and distance 1 (symbol 256) 11 */
#define THREE                                                                                      \
    {0x30, 0x10}, {0x31, 0x02},                                                                    \
    {                                                                                              \
        0x80, 0x02                                                                                 \
    }
/* 'a' is the code 0, a match of a long length and distance 1 (symbol 271) 1 */
#define LONG                                                                                       \
    {0x30, 0x10},                                                                                  \
    {                                                                                              \
        0x87, 0x10                                                                                 \
    }

/* clang-format off */
static const struct row rows[] = {
    {"[MS-XCA] 3.2: the alphabet", {ALPHABET}, "d8523ed794115be9195ff9d67cdf8d04 00000000", 26, WYRE_OK, 26,
     "'abcdefghijklmnopqrstuvwxyz'"},
    {"the input goes on", {ALPHABET}, "d8523ed794115be9195ff9d67cdf8d04 00000000 00", 26, WYRE_E_LENGTH, 276,
     NULL},
    {"the end symbol is a match where more is wanted", {ALPHABET}, "d8523ed794115be9195ff9d67cdf8d04 00000000", 29, WYRE_OK, 29,
     "'abcdefghijklmnopqrstuvwxyzzzz'"},
    {"40 bytes are wanted", {ALPHABET}, "d8523ed794115be9195ff9d67cdf8d04 00000000", 40, WYRE_E_LENGTH, 276,
     NULL},
    {"25 bytes are wanted", {ALPHABET}, "d8523ed794115be9195ff9d67cdf8d04 00000000", 25, WYRE_E_LENGTH, 274,
     NULL},
    {"a literal and a match", {THREE}, "0060 0000", 4, WYRE_OK, 4, "'aaaa'"},
    {"no end behind it", {THREE}, "0058 0000", 3, WYRE_E_VALUE, 260, NULL},
    {"a match first", {THREE}, "00c0 0000", 3, WYRE_E_OFFSET, 260, NULL},
    {"a long length in a byte", {LONG}, "0040 0000 05", 24, WYRE_OK, 24, "'aaaaaaaaaaaaaaaaaaaaaaaa'"},
    {"a long length in 16 bits", {LONG}, "0040 0000 ff 0f00", 19, WYRE_OK, 19, "'aaaaaaaaaaaaaaaaaaa'"},
    {"a long length in 32 bits", {LONG}, "0040 0000 ff 0000 0f000000", 19, WYRE_OK, 19,
     "'aaaaaaaaaaaaaaaaaaa'"},
    {"a long length of 14", {LONG}, "0040 0000 ff 0e00", 19, WYRE_E_VALUE, 260, NULL},
    {"a long length that wraps", {LONG}, "0040 0000 ff 0000 ffffffff", 19, WYRE_E_VALUE, 260, NULL},
    {"no byte for a long length", {LONG}, "0040 0000", 19, WYRE_E_LENGTH, 260, NULL},
    {"half of 16 bits", {LONG}, "0040 0000 ff 0f", 19, WYRE_E_LENGTH, 262, NULL},
    {"no bits", {THREE}, "", 1, WYRE_E_LENGTH, 256, NULL},
    {"half a word", {THREE}, "00", 1, WYRE_E_LENGTH, 257, NULL},
    {"no code at all", {NO_MORE}, "00000000", 1, WYRE_E_VALUE, 0, NULL},
    {"half of a code", {{0x30, 0x10}}, "00000000", 1, WYRE_E_VALUE, 0, NULL},
    {"more than a code", {{0x30, 0x11}, {0x31, 0x0f}}, "00000000", 1, WYRE_E_VALUE, 0, NULL},
    {"nothing is wanted", {NO_MORE}, "", 0, WYRE_E_LENGTH, 0, NULL},
};
/* clang-format on */

static bytes
input_of(const struct row *row)
{
    bytes tail = hex(row->hex), in = {.len = 256 + tail.len};
    for (const struct entry *e = row->table; e->lengths != 0; e++)
        in.at[e->at] = e->lengths;
    memcpy(in.at + 256, tail.at, tail.len);
    return in;
}

TEST(input_comes_out_or_is_refused_as_the_row_says)
{
    static wyre_xca_huffman code;
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = input_of(row), want = hex(row->out != NULL ? row->out : "");
        uint8_t *unit = exact(in.at, in.len);
        uint8_t *out = exact(in.at, row->out_len);
        size_t n;
        memset(&code, 0xa5, sizeof code);
        assert_status(row->name,
                      wyre_xca_lz77_huffman_decompress(unit, in.len, &code, out, row->out_len, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK)
            REQUIRE(memcmp(out, want.at, want.len) == 0, row->name);
        free(out);
        free(unit);
    }
}

TEST(nothing_gives_nothing)
{
    wyre_xca_huffman code;
    size_t n = 1;
    assert_status("nothing", wyre_xca_lz77_huffman_decompress(NULL, 0, &code, NULL, 0, &n),
                  WYRE_OK);
    assert_offset("nothing", n, 0);
}

/* [MS-XCA] 3.2: 300 bytes, and every input that lacks its end. */
TEST(a_long_match_comes_out)
{
    struct row row = {.table = {{0x30, 0x30}, {0x31, 0x23}, {0x80, 0x02}, {0x8f, 0x20}},
                      .hex = "a8dc0000ff2601"};
    bytes in = input_of(&row);
    wyre_xca_huffman code;
    uint8_t out[300];
    size_t n;
    assert_status("abc",
                  wyre_xca_lz77_huffman_decompress(in.at, in.len, &code, out, sizeof out, &n),
                  WYRE_OK);
    for (size_t i = 0; i < sizeof out; i++)
        assert_int_equal(out[i], "abc"[i % 3]);
    for (size_t cut = 0; cut < in.len; cut++) {
        uint8_t *prefix = exact(in.at, cut);
        wyre_status status =
            wyre_xca_lz77_huffman_decompress(prefix, cut, &code, out, sizeof out, &n);
        assert_status("cut", status, WYRE_E_LENGTH);
        REQUIRE(n <= cut, "cut");
        free(prefix);
    }
}

/* A second table stands behind 65536 bytes: here each block is one literal and one match. */
TEST(each_block_has_its_own_table)
{
    struct row row = {.table = {LONG}, .hex = "0040 0000 ff fcff"};
    bytes block_a = input_of(&row);
    wyre_xca_huffman code;
    uint8_t *in = block(2 * block_a.len);
    uint8_t *out = block(131072);
    size_t n;
    memcpy(in, block_a.at, block_a.len);
    memcpy(in + block_a.len, block_a.at, block_a.len);
    assert_status("two",
                  wyre_xca_lz77_huffman_decompress(in, 2 * block_a.len, &code, out, 131072, &n),
                  WYRE_OK);
    assert_offset("two", n, 131072);
    for (size_t i = 0; i < 131072; i++)
        REQUIRE(out[i] == 'a', "two");
    free(out);
    free(in);
}

RUN_TESTS("xca_lz77_huffman", TESTED(input_comes_out_or_is_refused_as_the_row_says),
          TESTED(nothing_gives_nothing), TESTED(a_long_match_comes_out),
          TESTED(each_block_has_its_own_table))

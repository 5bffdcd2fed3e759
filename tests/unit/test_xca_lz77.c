/* lib/smb/xca_lz77.c: [MS-XCA] 2.3, 2.4. Rows: flags, then literals, tokens and lengths. */
#include "xca.h"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n; /* what comes out, or the byte at fault */
    const char *out;
} rows[] = {
    {"[MS-XCA] 3.1: the alphabet", "3f000000 'abcdefghijklmnopqrstuvwxyz'", WYRE_OK, 26,
     "'abcdefghijklmnopqrstuvwxyz'"},
    {"nothing but the end", "ffffffff", WYRE_OK, 0, ""},
    {"the end flag alone", "00000080", WYRE_OK, 0, ""},
    {"a match overlaps what it makes", "ffffff7f 61 0200", WYRE_OK, 6, "'aaaaaa'"},
    {"both halves of a byte", "ffffff7f 61 0700 10 0700", WYRE_OK, 22,
     "'aaaaaaaaaaaaaaaaaaaaaa'"},
    {"a half byte of 14", "ffffff7f 61 0700 0e", WYRE_OK, 25, "'aaaaaaaaaaaaaaaaaaaaaaaaa'"},
    {"a byte of 0", "ffffff7f 61 0700 0f 00", WYRE_OK, 26, "'aaaaaaaaaaaaaaaaaaaaaaaaaa'"},
    {"16 bits, the least that are allowed", "ffffff7f 61 0700 0f ff 1600", WYRE_OK, 26,
     "'aaaaaaaaaaaaaaaaaaaaaaaaaa'"},
    {"32 bits, the least that are allowed", "ffffff7f 61 0700 0f ff 0000 16000000", WYRE_OK, 26,
     "'aaaaaaaaaaaaaaaaaaaaaaaaaa'"},
    {"16 bits of 21", "ffffff7f 61 0700 0f ff 1500", WYRE_E_VALUE, 5, NULL},
    {"32 bits of 0", "ffffff7f 61 0700 0f ff 0000 00000000", WYRE_E_VALUE, 5, NULL},
    {"no flags", "", WYRE_E_LENGTH, 0, NULL},
    {"three bytes of flags", "ffffff", WYRE_E_LENGTH, 3, NULL},
    {"a literal is missing", "00000000", WYRE_E_LENGTH, 4, NULL},
    {"half a token", "ffffff7f 61 00", WYRE_E_LENGTH, 6, NULL},
    {"no half byte", "ffffff7f 61 0700", WYRE_E_LENGTH, 7, NULL},
    {"no byte", "ffffff7f 61 0700 0f", WYRE_E_LENGTH, 8, NULL},
    {"half of 16 bits", "ffffff7f 61 0700 0f ff 00", WYRE_E_LENGTH, 10, NULL},
    {"three of 32 bits", "ffffff7f 61 0700 0f ff 0000 160000", WYRE_E_LENGTH, 14, NULL},
    {"a match with nothing in front", "ffffffff 0000", WYRE_E_OFFSET, 4, NULL},
    {"a match from one byte further back than there is", "ffffff7f 61 0800", WYRE_E_OFFSET, 5, NULL},
    {"the farthest match", "ffffff7f 61 f8ff", WYRE_E_OFFSET, 5, NULL},
    {"more than 4 GiB - 1", "ffffff7f 61 0700 0f ff 0000 fcffffff", WYRE_E_LIMIT, 5, NULL},
    {"a length that wraps 32 bits", "ffffff7f 61 0700 0f ff 0000 ffffffff", WYRE_E_LIMIT, 5, NULL},
    {"4 GiB - 1 and a literal", "ffffff5f 61 0700 0f ff 0000 fbffffff 62", WYRE_E_LIMIT, 15, NULL},
};
/* clang-format on */

TEST(input_comes_out_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex), want = hex(row->out != NULL ? row->out : "");
        decompresses(wyre_xca_lz77_decompress, row->name, &in, row->status, row->n, want.at);
    }
}

/* [MS-XCA] 3.1 and the message of a server of 2019: SMB2 READ, 131072 times 0xff. */
TEST(long_matches_come_out)
{
    uint8_t want[300];
    bytes abc = hex("ffffff1f 'abc' 1700 0f ff 2601");
    for (size_t i = 0; i < sizeof want; i++)
        want[i] = (uint8_t)("abc"[i % 3]);
    decompresses(wyre_xca_lz77_decompress, "abc", &abc, WYRE_OK, sizeof want, want);
    bytes ones = hex("ffffff7f ff 0700 0f ff 0000 fcff0100");
    uint8_t *out = block(131072);
    size_t n;
    assert_status("ff", wyre_xca_lz77_decompress(ones.at, ones.len, out, 131072, &n), WYRE_OK);
    assert_offset("ff", n, 131072);
    for (size_t i = 0; i < 131072; i++)
        REQUIRE(out[i] == 0xff, "ff");
    free(out);
}

/* No work is done for what does not fit: the size comes out at once. */
TEST(a_claim_of_4_gib_is_measured_without_work)
{
    bytes in = hex("ffffff7f 61 0700 0f ff 0000 fbffffff");
    uint8_t out[8];
    size_t n;
    assert_status("4 GiB - 1", wyre_xca_lz77_decompress(in.at, in.len, out, sizeof out, &n),
                  WYRE_E_SPACE);
    assert_true(n == 0xffffffff);
    assert_memory_equal(out, "aaaaaaaa", 8);
}

TEST(the_examples_are_what_the_compressor_writes)
{
    static wyre_xca_search search;
    bytes alphabet = hex("'abcdefghijklmnopqrstuvwxyz'");
    bytes want = hex("3f000000 'abcdefghijklmnopqrstuvwxyz'");
    uint8_t abc[300], out[64];
    size_t n;
    assert_status("alphabet", wyre_xca_lz77_compress(alphabet.at, 26, &search, out, sizeof out, &n),
                  WYRE_OK);
    assert_offset("alphabet", n, want.len);
    assert_memory_equal(out, want.at, n);
    for (size_t i = 0; i < sizeof abc; i++)
        abc[i] = (uint8_t)("abc"[i % 3]);
    want = hex("ffffff1f 'abc' 1700 0f ff 2601");
    assert_status("abc", wyre_xca_lz77_compress(abc, 300, &search, out, sizeof out, &n), WYRE_OK);
    assert_offset("abc", n, want.len);
    assert_memory_equal(out, want.at, n);
}

TEST(what_was_compressed_comes_back)
{
    comes_back(wyre_xca_lz77_compress, wyre_xca_lz77_decompress, most_of_lz77);
}

/* Each way to write a length, and both sides of each border. */
TEST(matches_of_every_form_come_back)
{
    static const size_t lengths[] = {3,   9,   10,  24,  25,    278,   279,   280,
                                     281, 282, 534, 535, 65537, 65538, 65539, 70000};
    for (size_t i = 0; i < COUNT(lengths); i++) {
        uint8_t *in = block(lengths[i] + 1);
        memset(in, 'x', lengths[i] + 1);
        one_comes_back(wyre_xca_lz77_compress, wyre_xca_lz77_decompress, most_of_lz77, in,
                       lengths[i] + 1);
        free(in);
    }
}

RUN_TESTS("xca_lz77", TESTED(input_comes_out_or_is_refused_as_the_row_says),
          TESTED(long_matches_come_out), TESTED(a_claim_of_4_gib_is_measured_without_work),
          TESTED(the_examples_are_what_the_compressor_writes),
          TESTED(what_was_compressed_comes_back), TESTED(matches_of_every_form_come_back))

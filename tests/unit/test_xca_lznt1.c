/* lib/smb/xca_lznt1.c: [MS-XCA] 2.5. Rows: a chunk's header, then flags, literals and matches. */
#include "xca.h"

#define SONG                                                                                       \
    "'F# F# G A A G F# E D D E F# F# E E F# F# G A A G F# E D D E F# E D D E E F# D E F# G '"      \
    "'F# D E F# G F# E D E A F# F# G A A G F# E D D E F# E D D' 00"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n; /* what comes out, or the byte at fault */
    const char *out;
} rows[] = {
    {"[MS-XCA] 3.3",
     "38b08846232000204720410010a24701a045204400084501507900c045200524138805b4024a44ef"
     "0358028c091601484500be009e000401189000", WYRE_OK, 142, SONG},
    {"nothing", "", WYRE_OK, 0, ""},
    {"a header of 0 ends it", "0000 ffff", WYRE_OK, 0, ""},
    {"stored", "0230 'abc'", WYRE_OK, 3, "'abc'"},
    {"stored, and the end", "0230 'abc' 0000 ff", WYRE_OK, 3, "'abc'"},
    {"literals", "03b0 00 'abc'", WYRE_OK, 3, "'abc'"},
    {"literals of nine", "0ab0 00 'abcdefgh' 00 'i'", WYRE_OK, 9, "'abcdefghi'"},
    {"a match overlaps what it makes", "03b0 02 61 0300", WYRE_OK, 7, "'aaaaaaa'"},
    {"flags and nothing behind them", "00b0 00", WYRE_OK, 0, ""},
    {"one byte of a header", "02", WYRE_E_LENGTH, 1, NULL},
    {"one byte behind a chunk", "0230 'abc' 00", WYRE_E_LENGTH, 6, NULL},
    {"a header and no chunk", "0230", WYRE_E_LENGTH, 0, NULL},
    {"a chunk that lacks a byte", "0330 'abc'", WYRE_E_LENGTH, 0, NULL},
    {"a signature of 2", "0220 'abc'", WYRE_E_VALUE, 0, NULL},
    {"a signature of 7", "0270 'abc'", WYRE_E_VALUE, 0, NULL},
    {"half a match", "01b0 01 00", WYRE_E_LENGTH, 4, NULL},
    {"a match with nothing in front", "02b0 01 0000", WYRE_E_OFFSET, 3, NULL},
    {"a match from one byte further back than there is", "03b0 02 61 0010", WYRE_E_OFFSET, 4, NULL},
    {"the second chunk stands where the first is short", "0030 61 0030 62", WYRE_E_VALUE, 3, NULL},
};
/* clang-format on */

TEST(input_comes_out_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex), want = hex(row->out != NULL ? row->out : "");
        decompresses(wyre_xca_lznt1_decompress, row->name, &in, row->status, row->n, want.at);
    }
}

/* A chunk stands for 4096 bytes: a literal and the longest match are as many. */
TEST(a_chunk_gives_4096_bytes_and_no_more)
{
    static const struct {
        const char *name, *hex;
        wyre_status status;
        size_t n;
    } chunks[] = {
        {"4096", "03b0 02 61 fc0f", WYRE_OK, 4096},
        {"4097 by a match", "03b0 02 61 fd0f", WYRE_E_VALUE, 4},
        {"4097 by a literal", "04b0 02 61 fc0f 62", WYRE_E_VALUE, 6},
        {"two chunks", "03b0 02 61 fc0f 03b0 02 61 fc0f", WYRE_OK, 8192},
        {"a match into the chunk in front", "03b0 02 61 fc0f 02b0 01 0000", WYRE_E_OFFSET, 9},
    };
    static uint8_t out[8192];
    for (size_t i = 0; i < COUNT(chunks); i++) {
        bytes in = hex(chunks[i].hex);
        size_t n;
        assert_status(chunks[i].name, wyre_xca_lznt1_decompress(in.at, in.len, out, sizeof out, &n),
                      chunks[i].status);
        assert_offset(chunks[i].name, n, chunks[i].n);
    }
}

/* 2.5.1.4: the further into the chunk, the fewer bits of a match are its length. */
TEST(the_length_of_a_match_loses_a_bit_at_each_power_of_two)
{
    static const struct {
        size_t written; /* literals in front of the match */
        uint16_t token; /* distance 1, the longest length */
        size_t len;
    } places[] = {{16, 0x0fff, 4098}, {17, 0x07ff, 2050}, {32, 0x07ff, 2050}, {33, 0x03ff, 1026},
                  {64, 0x03ff, 1026}, {65, 0x01ff, 514},  {129, 0x00ff, 258}, {257, 0x007f, 130},
                  {513, 0x003f, 66},  {1025, 0x001f, 34}, {2048, 0x001f, 34}, {2049, 0x000f, 18}};
    static uint8_t in[4096], out[4096];
    for (size_t i = 0; i < COUNT(places); i++) {
        size_t pos = 2, n;
        for (size_t literal = 0; literal <= places[i].written; literal++) {
            int last = literal == places[i].written;
            unsigned left = (unsigned)(places[i].written - literal);
            if (literal % 8 == 0)
                in[pos++] = (uint8_t)(left < 8 ? 1u << left : 0);
            if (!last)
                in[pos++] = 'x';
        }
        in[pos++] = (uint8_t)places[i].token;
        in[pos++] = (uint8_t)(places[i].token >> 8);
        in[0] = (uint8_t)(pos - 3);
        in[1] = (uint8_t)(0xb0 | (pos - 3) >> 8);
        wyre_status status = wyre_xca_lznt1_decompress(in, pos, out, sizeof out, &n);
        if (places[i].written + places[i].len > 4096) {
            assert_status("too long for the chunk", status, WYRE_E_VALUE);
            continue;
        }
        assert_status("longest", status, WYRE_OK);
        assert_offset("longest", n, places[i].written + places[i].len);
    }
}

TEST(what_was_compressed_comes_back)
{
    comes_back(wyre_xca_lznt1_compress, wyre_xca_lznt1_decompress, most_of_lznt1);
}

RUN_TESTS("xca_lznt1", TESTED(input_comes_out_or_is_refused_as_the_row_says),
          TESTED(a_chunk_gives_4096_bytes_and_no_more),
          TESTED(the_length_of_a_match_loses_a_bit_at_each_power_of_two),
          TESTED(what_was_compressed_comes_back))

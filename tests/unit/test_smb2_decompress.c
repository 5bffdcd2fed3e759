/* lib/smb/smb2_decompress.c, lib/smb/smb2_compress.c: [MS-SMB2] 2.2.42, 3.1.5.3. */
#include "../test.h"
#include <wyre/smb2_compression.h>

static wyre_xca_huffman code;
static wyre_xca_search search;

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t max;
    wyre_status status;
    size_t n;
    const char *out;
} rows[] = {
    {"unchained LZ77", "fc534d42 06000000 0200 0000 02000000 'ab' ffffff7f 'c' 0200", 8, WYRE_OK, 8,
     "'abcccccc'"},
    {"unchained LZNT1", "fc534d42 07000000 0100 0000 00000000 03b0 02 'a' 0300", 7, WYRE_OK, 7, "'aaaaaaa'"},
    {"unchained, nothing compressed", "fc534d42 00000000 0200 0000 02000000 'ab' ffffffff", 8, WYRE_OK, 2,
     "'ab'"},
    {"a chain of NONE and a pattern",
     "fc534d42 06000000 0000 0100 02000000 'ab' 0400 0000 08000000 63 00 0000 04000000", 8, WYRE_OK, 6,
     "'abcccc'"},
    {"a chain of LZ77", "fc534d42 06000000 0200 0100 0b000000 06000000 ffffff7f 'c' 0200", 8, WYRE_OK, 6,
     "'cccccc'"},
    {"a chain of a pattern of nothing", "fc534d42 00000000 0400 0100 08000000 63 00 0000 00000000", 8, WYRE_OK,
     0, ""},
    {"Offset and size wrap 32 bits", "fc534d42 ffffffff 0200 0000 10000000 'abcdefghijklmnop' ffffffff", 64,
     WYRE_E_VALUE, 12, NULL},
    {"Offset past the message", "fc534d42 06000000 0200 0000 0a000000 'ab' ffffff7f 'c' 02", 64,
     WYRE_E_LENGTH, 16, NULL},
    {"a claim above the limit", "fc534d42 07000000 0200 0000 02000000 'ab' ffffff7f 'c' 0200", 8,
     WYRE_E_LIMIT, 4, NULL},
    {"a claim of more than comes out", "fc534d42 07000000 0200 0000 02000000 'ab' ffffff7f 'c' 0200", 64,
     WYRE_E_VALUE, 18, NULL},
    {"a claim of less than comes out", "fc534d42 05000000 0200 0000 02000000 'ab' ffffff7f 'c' 0200", 64,
     WYRE_E_VALUE, 18, NULL},
    {"a match in front of the data", "fc534d42 06000000 0200 0000 02000000 'ab' ffffff7f 'c' 0800", 64,
     WYRE_E_OFFSET, 23, NULL},
    {"unchained LZ4", "fc534d42 06000000 0500 0000 00000000 'abc'", 64, WYRE_E_UNSUPPORTED, 16, NULL},
    {"unchained PATTERN_V1", "fc534d42 06000000 0400 0000 00000000 63 00 0000 06000000", 64,
     WYRE_E_UNSUPPORTED, 16, NULL},
    {"a chain of nothing that claims a byte", "fc534d42 01000000 0000 0100 00000000", 64, WYRE_E_VALUE, 4,
     NULL},
    {"no room for OriginalPayloadSize", "fc534d42 06000000 0200 0100 03000000 060000", 64, WYRE_E_LENGTH,
     12, NULL},
    {"Length past the end", "fc534d42 02000000 0000 0100 03000000 'ab'", 64, WYRE_E_LENGTH, 12, NULL},
    {"less than claimed", "fc534d42 03000000 0000 0100 02000000 'ab'", 64, WYRE_E_VALUE, 4, NULL},
    {"more than claimed", "fc534d42 01000000 0000 0100 02000000 'ab'", 64, WYRE_E_VALUE, 16, NULL},
    {"a payload larger than what is left",
     "fc534d42 05000000 0200 0100 0b000000 06000000 ffffff7f 'c' 0200", 64, WYRE_E_VALUE, 16, NULL},
    {"a pattern of 4 GiB - 1", "fc534d42 06000000 0400 0100 08000000 63 00 0000 ffffffff", 64, WYRE_E_VALUE,
     20, NULL},
    {"the second payload says that it is the first",
     "fc534d42 06000000 0000 0100 02000000 'ab' 0400 0100 08000000 63 00 0000 04000000", 64, WYRE_E_VALUE, 20,
     NULL},
    {"a claim above the limit in a chain", "fc534d42 09000000 0000 0100 02000000 'ab'", 8, WYRE_E_LIMIT, 4, NULL},
    {"compressed in compressed", "fc534d42 04000000 0000 0100 04000000 fc534d42", 64, WYRE_E_VALUE, 0, NULL},
    {"encrypted in compressed", "fc534d42 04000000 0000 0100 04000000 fd534d42", 64, WYRE_E_VALUE, 0, NULL},
    {"SMB2", "fe534d42 04000000 0000 0100 04000000 fd534d42", 64, WYRE_E_MAGIC, 0, NULL},
    {"nothing", "", 64, WYRE_E_LENGTH, 0, NULL},
};
/* clang-format on */

TEST(message_expands_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex), want = hex(row->out != NULL ? row->out : "");
        uint8_t *unit = exact(in.at, in.len);
        size_t n, cap = row->status == WYRE_OK ? row->n : 64;
        uint8_t *out = exact((const uint8_t[64]){0}, cap);
        assert_status(
            row->name,
            wyre_smb2_decompress(unit, in.len, row->max, &code, cap > 0 ? out : NULL, cap, &n),
            row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK)
            REQUIRE(memcmp(out, want.at, n) == 0, row->name);
        if (row->status == WYRE_OK && cap > 0) {
            assert_status(row->name,
                          wyre_smb2_decompress(unit, in.len, row->max, &code, NULL, 0, &n),
                          WYRE_E_SPACE);
            assert_offset(row->name, n, row->n);
        }
        free(out);
        free(unit);
    }
}

/* A READ response of Windows Server 2019: header, fixed part, then 131072 times 0xff. */
TEST(message_of_a_server_expands)
{
    bytes in = hex("fc534d42 00000200 0200 0000 50000000");
    bytes tail = hex("ffffff7f ff07000f ff0000fc ff0100");
    size_t len = 131072 + 80, n;
    uint8_t *out = malloc(len);
    memset(in.at + 16, 'h', 80);
    memcpy(in.at + 96, tail.at, tail.len);
    in.len = 96 + tail.len;
    assert_int_equal(in.len, 111);
    assert_status("LZ77", wyre_smb2_decompress(in.at, in.len, 1 << 20, NULL, out, len, &n),
                  WYRE_OK);
    assert_offset("LZ77", n, len);
    for (size_t i = 0; i < len; i++)
        REQUIRE(out[i] == (i < 80 ? 'h' : 0xff), "LZ77");
    free(out);
}

/* [MS-XCA] 3.2 as the data of a message; the table of its code is the caller's to give. */
TEST(huffman_needs_room_for_its_code)
{
    bytes in = hex("fc534d42 2c010000 0300 0000 00000000");
    uint8_t out[300];
    size_t n;
    in.at[16 + 0x30] = 0x30;
    in.at[16 + 0x31] = 0x23;
    in.at[16 + 0x80] = 0x02;
    in.at[16 + 0x8f] = 0x20;
    memcpy(in.at + 272, "\xa8\xdc\x00\x00\xff\x26\x01", 7);
    in.len = 279;
    assert_status("code", wyre_smb2_decompress(in.at, in.len, 300, &code, out, 300, &n), WYRE_OK);
    assert_offset("code", n, 300);
    assert_memory_equal(out + 297, "abc", 3);
    assert_status("NULL", wyre_smb2_decompress(in.at, in.len, 300, NULL, out, 300, &n), WYRE_E_ARG);
}

TEST(what_was_compressed_comes_back)
{
    static const struct {
        const char *name;
        size_t len, raw, run; /* of zeros at the end */
    } messages[] = {{"raw alone", 80, 80, 0},     {"no raw", 500, 0, 0},
                    {"data", 5000, 80, 0},        {"a run of 63", 500, 80, 63},
                    {"a run of 64", 500, 80, 64}, {"a run alone", 500, 80, 420},
                    {"all one run", 500, 0, 500}};
    static const uint16_t algorithms[] = {WYRE_SMB2_COMPRESSION_LZNT1, WYRE_SMB2_COMPRESSION_LZ77};
    for (size_t i = 0; i < COUNT(messages) * COUNT(algorithms) * 2; i++) {
        size_t len = messages[i / 4].len, need, n;
        uint16_t algorithm = algorithms[i / 2 % 2];
        wyre_status (*compress)(const uint8_t *, size_t, size_t, uint16_t, wyre_xca_search *,
                                uint8_t *, size_t, size_t *) =
            i % 2 == 0 ? wyre_smb2_compress : wyre_smb2_compress_chained;
        uint8_t *in = malloc(len + 1), *again = malloc(len + 1);
        for (size_t at = 0; at < len; at++)
            in[at] = (uint8_t)(at < len - messages[i / 4].run ? 1 + at % 7 : 0);
        assert_status(messages[i / 4].name,
                      compress(in, len, messages[i / 4].raw, algorithm, &search, NULL, 0, &need),
                      WYRE_E_SPACE);
        uint8_t *packed = malloc(need);
        assert_status(
            messages[i / 4].name,
            compress(in, len, messages[i / 4].raw, algorithm, &search, packed, need - 1, &n),
            WYRE_E_SPACE);
        assert_status(messages[i / 4].name,
                      compress(in, len, messages[i / 4].raw, algorithm, &search, packed, need, &n),
                      WYRE_OK);
        assert_offset(messages[i / 4].name, n, need);
        assert_status(messages[i / 4].name,
                      wyre_smb2_decompress(packed, need, 5000, NULL, again, len, &n), WYRE_OK);
        assert_offset(messages[i / 4].name, n, len);
        assert_memory_equal(in, again, len);
        free(packed);
        free(again);
        free(in);
    }
}

TEST(a_pattern_ends_a_chain)
{
    uint8_t in[70], out[64];
    size_t n;
    bytes want = hex("fc534d42 46000000 0000 0100 02000000 'ab' 0200 0000 0c000000 04000000"
                     "0f000000 01020304 0400 0000 08000000 00 00 0000 40000000");
    memset(in, 0, sizeof in);
    memcpy(in, "ab\x01\x02\x03\x04", 6);
    assert_status("chain",
                  wyre_smb2_compress_chained(in, 70, 2, WYRE_SMB2_COMPRESSION_LZ77, &search, out,
                                             sizeof out, &n),
                  WYRE_OK);
    want.at[30] = 0xff; /* the flags: four literals, and set bits */
    want.at[31] = 0xff;
    want.at[32] = 0xff;
    want.at[33] = 0x0f;
    assert_offset("chain", n, want.len);
    assert_memory_equal(out, want.at, n);
}

TEST(what_cannot_be_compressed_is_refused)
{
    uint8_t in[8] = {0}, out[64];
    assert_status("raw", wyre_smb2_compress(in, 8, 9, 2, &search, out, 64, NULL), WYRE_E_ARG);
    assert_status("raw", wyre_smb2_compress_chained(in, 8, 9, 2, &search, out, 64, NULL),
                  WYRE_E_ARG);
    assert_status("nothing", wyre_smb2_compress(in, 0, 0, 2, &search, out, 64, NULL), WYRE_E_ARG);
    assert_status("Huffman", wyre_smb2_compress(in, 8, 0, 3, &search, out, 64, NULL),
                  WYRE_E_UNSUPPORTED);
    assert_status("LZ4", wyre_smb2_compress_chained(in, 8, 0, 5, &search, out, 64, NULL),
                  WYRE_E_UNSUPPORTED);
}

RUN_TESTS("smb2_decompress", TESTED(message_expands_or_is_refused_as_the_row_says),
          TESTED(message_of_a_server_expands), TESTED(huffman_needs_room_for_its_code),
          TESTED(what_was_compressed_comes_back), TESTED(a_pattern_ends_a_chain),
          TESTED(what_cannot_be_compressed_is_refused))

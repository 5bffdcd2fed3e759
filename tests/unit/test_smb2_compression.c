/* lib/smb/smb2_compression.c. Rows are the tables of [MS-SMB2] 2.2.42, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

/* clang-format off */
ROWS(wyre_smb2_compression, 0) = {
    {"LZ77 behind 16 plain bytes", /* the header of a Windows server's answer, with fewer plain bytes */
     "fc534d42 00000200 0200 0000 10000000 000102030405060708090a0b0c0d0e0f ffffff7fff07000fff0000fcff0100",
     WYRE_OK, 47, {.uncompressed = {16, 16}, .compressed = {32, 15},
     .original_compressed_segment_size = 0x20000, .compression_algorithm = 2}, .same = 1, .open = 1},
    {"all compressed, by an algorithm that is not known",
     "fc534d42 40000000 ffff 0000 00000000 aabb", WYRE_OK, 18,
     {.uncompressed = {16, 0}, .compressed = {16, 2}, .original_compressed_segment_size = 64,
      .compression_algorithm = 0xffff}, .same = 1, .open = 1},
    {"nothing compressed", "fc534d42 00000000 0100 0000 01000000 aa", WYRE_OK, 17,
     {.uncompressed = {16, 1}, .compressed = {17, 0}, .compression_algorithm = 1}, .same = 1, .open = 1},
    {"nothing", "", REFUSED(WYRE_E_LENGTH, 0)},
    {"the last byte of the header is missing",
     "fc534d42 00000200 0200 0000 100000", REFUSED(WYRE_E_LENGTH, 15)},
    {"a plain message", "fe534d42 00000200 0200 0000 00000000", REFUSED(WYRE_E_MAGIC, 0)},
    {"CompressionAlgorithm is NONE", "fc534d42 00000200 0000 0000 00000000 aa", REFUSED(WYRE_E_VALUE, 8)},
    {"a chained message", "fc534d42 00000200 0200 0100 00000000 aa", REFUSED(WYRE_E_VALUE, 10)},
    {"Offset goes past the message", "fc534d42 00000200 0200 0000 02000000 aa", REFUSED(WYRE_E_LENGTH, 16)},
    {"Offset and OriginalCompressedSegmentSize wrap 32 bits",
     "fc534d42 ffffffff 0200 0000 01000000 aa", REFUSED(WYRE_E_VALUE, 12)},
    {"Offset is 4 GiB - 1",
     "fc534d42 00000000 0200 0000 ffffffff aa", REFUSED(WYRE_E_LENGTH, 16)},
};
ROWS_HOLD(wyre_smb2_compression, 0)

ROWS(wyre_smb2_compression_chain, 0) = {
    {"three payloads",
     "fc534d42 68000000 0000 0100 04000000 aabbccdd 0400 0000 08000000 0000000060000000"
     "0200 0000 06000000 04000000 eeff", WYRE_OK, 50,
     {.payloads = {8, 42}, .original_compressed_segment_size = 0x68}, .same = 1, .open = 1},
    {"no payload", "fc534d42 00000000", WYRE_OK, 8, {.payloads = {8, 0}}, .same = 1, .open = 1},
    {"the last byte is missing", "fc534d42 000000", REFUSED(WYRE_E_LENGTH, 7)},
    {"encrypted", "fd534d42 00000000", REFUSED(WYRE_E_MAGIC, 0)},
};
ROWS_HOLD(wyre_smb2_compression_chain, 0)

ROWS(wyre_smb2_compression_pattern_v1, 0) = {
    {"96 zeros", "00 00 0000 60000000", WYRE_OK, 8, {.repetitions = 96}, .same = 1},
    {"reserved bits come through", "ff fe fdfc ffffffff", WYRE_OK, 8,
     {0xffffffff, 0xfcfd, 0xff, 0xfe}, .same = 1},
    {"7 bytes", "00 00 0000 600000", REFUSED(WYRE_E_LENGTH, 7)},
};
ROWS_HOLD(wyre_smb2_compression_pattern_v1, 0)

static const struct row {
    const char *name, *hex; /* the list alone */
    wyre_status status;     /* how it ends */
    uint32_t fault;
    wyre_smb2_compression_payload payloads[3];
} rows[] = {
    {"plain, pattern, LZ77",
     "0000 0100 04000000 aabbccdd 0400 0000 08000000 0000000060000000 0200 0000 06000000 04000000 eeff",
     WYRE_END, 0, {{{8, 4}, 0, 0, 1}, {{20, 8}, 0, 4, 0}, {{40, 2}, 4, 2, 0}}},
    {"LZ4 without data", "0500 0100 04000000 00000000", WYRE_END, 0, {{{12, 0}, 0, 5, 1}}},
    {"nothing at all", "", WYRE_END, 0, {{{0, 0}, 0, 0, 0}}},
    {"7 bytes are left", "0000 0100 000000", WYRE_E_LENGTH, 7, {{{0, 0}, 0, 0, 0}}},
    {"Length goes past the end", "0000 0100 05000000 aabbccdd", WYRE_E_LENGTH, 4, {{{0, 0}, 0, 0, 0}}},
    {"Length is 4 GiB - 1", "0000 0100 ffffffff aabbccdd", WYRE_E_LENGTH, 4, {{{0, 0}, 0, 0, 0}}},
    {"Length has no room for OriginalPayloadSize",
     "0100 0100 03000000 aabbccdd", WYRE_E_LENGTH, 4, {{{0, 0}, 0, 0, 0}}},
    {"Length is 0 where OriginalPayloadSize is due",
     "0300 0100 00000000", WYRE_E_LENGTH, 4, {{{0, 0}, 0, 0, 0}}},
    {"Flags of the first payload is 0", "0000 0000 00000000", WYRE_E_VALUE, 2, {{{0, 0}, 0, 0, 0}}},
    {"Flags of the second payload is 1",
     "0000 0100 01000000 aa 0000 0100 00000000", WYRE_E_VALUE, 11, {{{8, 1}, 0, 0, 1}}},
    {"a pattern of 9 bytes", "0400 0100 09000000 000000006000000000", WYRE_E_VALUE, 4, {{{0, 0}, 0, 0, 0}}},
    {"an unknown algorithm", "0600 0100 00000000", WYRE_E_UNSUPPORTED, 0, {{{0, 0}, 0, 0, 0}}},
};
/* clang-format on */

TEST(payloads_come_one_by_one)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *list = exact(in.at, in.len);
        wyre_smb2_compression_payload_iter it = {{0, (uint32_t)in.len}, 0, 0};
        wyre_smb2_compression_payload got;
        wyre_status status;
        size_t count = 0;
        while ((status = wyre_smb2_compression_payload_next(&it, list, in.len, &got)) == WYRE_OK)
            assert_fields(row->name, &got, &row->payloads[count++], sizeof got);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, it.fault, row->fault);
        assert_offset(row->name, 0, count < 3 ? row->payloads[count].flags : 0);
        free(list);
    }
}

TEST(payloads_are_built)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t out[64];
        size_t n;
        wyre_wr w;
        if (row->status != WYRE_END)
            continue;
        wyre_wr_init(&w, out, sizeof out);
        for (size_t i = 0; i < 3 && row->payloads[i].data.off > 0; i++)
            wyre_smb2_compression_payload_append(&w, &row->payloads[i], in.at, in.len);
        assert_status(row->name, wyre_wr_finish(&w, &n), WYRE_OK);
        assert_offset(row->name, n, in.len);
        if (n > 0)
            assert_memory_equal(out, in.at, n);
    }
}

TEST(payloads_that_cannot_be_written_are_refused)
{
    wyre_wr w;
    wyre_wr_init(&w, NULL, 0);
    wyre_smb2_compression_payload m = {.compression_algorithm = 6};
    wyre_smb2_compression_payload_append(&w, &m, NULL, 0);
    assert_status("unknown", wyre_wr_finish(&w, NULL), WYRE_E_UNSUPPORTED);
    wyre_wr_init(&w, NULL, 0);
    m = (wyre_smb2_compression_payload){.compression_algorithm = 1, .data = {0, 0xfffffffc}};
    wyre_smb2_compression_payload_append(&w, &m, NULL, 0);
    assert_status("length", wyre_wr_finish(&w, NULL), WYRE_E_RANGE);
    wyre_wr_init(&w, NULL, 0);
    m = (wyre_smb2_compression_payload){.data = {0, 1}};
    wyre_smb2_compression_payload_append(&w, &m, NULL, 0);
    assert_status("outside", wyre_wr_finish(&w, NULL), WYRE_E_ARG);
}

TEST(the_65th_payload_is_refused)
{
    uint8_t list[65 * 8] = {0, 0, 1};
    wyre_smb2_compression_payload_iter it = {{0, sizeof list}, 0, 0};
    wyre_smb2_compression_payload got;
    for (int i = 0; i < 64; i++)
        assert_status("payload", wyre_smb2_compression_payload_next(&it, list, sizeof list, &got),
                      WYRE_OK);
    assert_status("65th", wyre_smb2_compression_payload_next(&it, list, sizeof list, &got),
                  WYRE_E_LIMIT);
    it = (wyre_smb2_compression_payload_iter){{8, sizeof list}, 0, 0};
    assert_status("outside", wyre_smb2_compression_payload_next(&it, list, sizeof list, &got),
                  WYRE_E_ARG);
}

TEST(forms_are_told_apart)
{
    bytes chained = hex("fc534d42 00000000 0000 0100");
    bytes plain = hex("fc534d42 00000000 0100 0000");
    assert_int_equal(wyre_smb2_compression_is_chained(chained.at, 12), 1);
    assert_int_equal(wyre_smb2_compression_is_chained(chained.at, 11), 0);
    assert_int_equal(wyre_smb2_compression_is_chained(plain.at, 12), 0);
    assert_int_equal(wyre_smb2_compression_is_chained(NULL, 0), 0);
    assert_string_equal(wyre_smb2_compression_name(3), "LZ77_HUFFMAN");
    assert_string_equal(wyre_smb2_compression_name(6), "?");
}

RUN_TESTS("smb2_compression", ROWS_TESTED(wyre_smb2_compression),
          ROWS_TESTED(wyre_smb2_compression_chain), ROWS_TESTED(wyre_smb2_compression_pattern_v1),
          TESTED(payloads_come_one_by_one), TESTED(payloads_are_built),
          TESTED(payloads_that_cannot_be_written_are_refused), TESTED(the_65th_payload_is_refused),
          TESTED(forms_are_told_apart))

/* lib/smb/smb1_chain.c. Rows are the tables of [MS-CIFS] 2.2.3.2 to 2.2.3.4. */
#include "../test.h"
#include <wyre/smb1.h>

/* [MS-CIFS] 2.2.3.1: command, error, flags, and the rest. */
#define HEADER(command, error, flags)                                                              \
    "ff534d42" command error flags "01c0 0000 0000000000000000 0000 0000 fffe 0000 0000 "
#define OK      "00000000"
#define FAILED  "220000c0"
#define REQUEST "18"
#define REPLY   "98"

/* Two words of a LOGOFF_ANDX: AndXCommand, AndXReserved, AndXOffset; ByteCount 0. */
#define LOGOFF(command, offset) "02" command "00" offset "0000 "

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status; /* that ends the walk */
    size_t n;           /* where the last block ends, or the byte at fault */
    uint32_t count;     /* blocks before that */
    wyre_smb1_block last;
} rows[] = {
    {"no words, no bytes", HEADER("71", OK, REQUEST) "00 0000", WYRE_END, 35, 1,
     {.words = {33, 0}, .bytes = {35, 0}, .at = 32, .command = 0x71, .andx_command = 0xff}},
    {"words and bytes", HEADER("2b", OK, REPLY) "01 0100 0300 414243", WYRE_END, 40, 1,
     {.words = {33, 2}, .bytes = {37, 3}, .at = 32, .byte_count = 3, .command = 0x2b,
      .word_count = 1, .andx_command = 0xff, .reply = 1}},
    {"what follows the block is noise", HEADER("71", OK, REQUEST) "00 0000 ffff", WYRE_END, 35, 1,
     {.words = {33, 0}, .bytes = {35, 0}, .at = 32, .command = 0x71, .andx_command = 0xff}},
    {"an unknown command", HEADER("15", OK, REQUEST) "01 ffff 0000", WYRE_END, 37, 1,
     {.words = {33, 2}, .bytes = {37, 0}, .at = 32, .command = 0x15, .word_count = 1,
      .andx_command = 0xff}},
    {"255 words are more than there are", HEADER("15", OK, REQUEST) "ff 0000", WYRE_E_LENGTH, 35, 0, {.at = 0}},
    {"no WordCount", HEADER("71", OK, REQUEST), WYRE_E_LENGTH, 32, 0, {.at = 0}},
    {"half a ByteCount", HEADER("71", FAILED, REPLY) "00 00", WYRE_E_LENGTH, 34, 0, {.at = 0}},
    {"ByteCount is one too many", HEADER("2b", OK, REPLY) "01 0100 0300 4142", WYRE_E_LENGTH, 35, 0, {.at = 0}},
    {"ByteCount is as large as can be", HEADER("2b", OK, REPLY) "01 0100 ffff 4142", WYRE_E_LENGTH, 35, 0, {.at = 0}},
    {"an error reply without ByteCount, as from OS/2", HEADER("71", FAILED, REPLY) "00", WYRE_END, 33, 1,
     {.words = {33, 0}, .bytes = {33, 0}, .at = 32, .command = 0x71, .andx_command = 0xff, .reply = 1,
      .oddities = WYRE_SMB1_BLOCK_NO_BYTE_COUNT}},
    {"a good reply without ByteCount", HEADER("71", OK, REPLY) "00", WYRE_E_LENGTH, 33, 0, {.at = 0}},
    {"a request without ByteCount", HEADER("71", FAILED, REQUEST) "00", WYRE_E_LENGTH, 33, 0, {.at = 0}},
    {"an error reply with words, without ByteCount", HEADER("71", FAILED, REPLY) "01 0000",
     WYRE_E_LENGTH, 35, 0, {.at = 0}},
    {"an error reply to an AndX command", HEADER("75", FAILED, REPLY) "00 0000", WYRE_END, 35, 1,
     {.words = {33, 0}, .bytes = {35, 0}, .at = 32, .command = 0x75, .andx_command = 0xff, .reply = 1}},
    {"an AndX request without words", HEADER("75", OK, REQUEST) "00 0000", WYRE_E_VALUE, 32, 0, {.at = 0}},
    {"an AndX request with one word", HEADER("75", OK, REQUEST) "01 ff00 0000", WYRE_E_VALUE, 32, 0, {.at = 0}},
    {"an AndX reply with one word", HEADER("75", OK, REPLY) "01 ff00 0000", WYRE_E_VALUE, 32, 0, {.at = 0}},
    {"AndXOffset means nothing where the chain ends", HEADER("74", OK, REQUEST) LOGOFF("ff", "dead"), WYRE_END, 39, 1,
     {.words = {33, 4}, .bytes = {39, 0}, .at = 32, .andx_offset = 0xadde, .command = 0x74,
      .word_count = 2, .andx_command = 0xff}},
    {"AndXOffset 0 ends the chain", HEADER("74", OK, REQUEST) LOGOFF("73", "0000"), WYRE_END, 39, 1,
     {.words = {33, 4}, .bytes = {39, 0}, .at = 32, .command = 0x74, .word_count = 2,
      .andx_command = 0x73}},
    {"two blocks", HEADER("2d", OK, REPLY) "02 2e00 2700 0000" "02 ff00 0000 0100 41", WYRE_END, 47, 2,
     {.words = {40, 4}, .bytes = {46, 1}, .at = 39, .byte_count = 1, .command = 0x2e, .word_count = 2,
      .andx_command = 0xff, .reply = 1}},
    {"a gap between the blocks", HEADER("2d", OK, REPLY) "02 2e00 2900 0000 cccc" "02 ff00 0000 0000", WYRE_END, 48, 2,
     {.words = {42, 4}, .bytes = {48, 0}, .at = 41, .command = 0x2e, .word_count = 2,
      .andx_command = 0xff, .reply = 1}},
    {"the second words inside the first bytes, as from OS/2",
     HEADER("2f", OK, REQUEST) "02 2e00 2700 0900" "02 ff00 0000 0000" "4141", WYRE_END, 48, 2,
     {.words = {40, 4}, .bytes = {46, 0}, .at = 39, .command = 0x2e, .word_count = 2,
      .andx_command = 0xff, .oddities = WYRE_SMB1_BLOCK_OVERLAPS}},
    {"a follower that the specification does not know is told, not refused",
     HEADER("74", OK, REQUEST) "02 7400 2700 0000" "02 ff00 0000 0000", WYRE_END, 46, 2,
     {.words = {40, 4}, .bytes = {46, 0}, .at = 39, .command = 0x74, .word_count = 2,
      .andx_command = 0xff, .oddities = WYRE_SMB1_BLOCK_FOLLOWS_ILLEGALLY}},
    {"a block behind one that is no AndX command is not looked for",
     HEADER("2e", OK, REQUEST) "02 0400 2700 0000" "03 7400 2000 0000 0000", WYRE_END, 48, 2,
     {.words = {40, 6}, .bytes = {48, 0}, .at = 39, .command = 0x04, .word_count = 3,
      .andx_command = 0xff}},
    {"AndXOffset at its own block", HEADER("74", OK, REQUEST) LOGOFF("74", "2000"), WYRE_E_OFFSET, 35, 0, {.at = 0}},
    {"AndXOffset at its own words", HEADER("74", OK, REQUEST) LOGOFF("74", "2100"), WYRE_E_OFFSET, 35, 0, {.at = 0}},
    {"AndXOffset in the header", HEADER("74", OK, REQUEST) LOGOFF("74", "0400"), WYRE_E_OFFSET, 35, 0, {.at = 0}},
    {"AndXOffset at the end", HEADER("74", OK, REQUEST) LOGOFF("74", "2700"), WYRE_E_OFFSET, 35, 0, {.at = 0}},
    {"AndXOffset ffff", HEADER("74", OK, REQUEST) LOGOFF("74", "ffff"), WYRE_E_OFFSET, 35, 0, {.at = 0}},
    {"the second block points back at the first",
     HEADER("74", OK, REQUEST) LOGOFF("74", "2700") LOGOFF("74", "2000"), WYRE_E_OFFSET, 42, 1,
     {.words = {33, 4}, .bytes = {39, 0}, .at = 32, .andx_offset = 39, .command = 0x74,
      .word_count = 2, .andx_command = 0x74}},
    {"the second block is cut", HEADER("74", OK, REQUEST) LOGOFF("74", "2700") "02 ff00", WYRE_E_LENGTH, 42, 1,
     {.words = {33, 4}, .bytes = {39, 0}, .at = 32, .andx_offset = 39, .command = 0x74,
      .word_count = 2, .andx_command = 0x74}},
    {"nothing", "", WYRE_E_LENGTH, 0, 0, {.at = 0}},
    {"SMB2", "fe534d42 0000000000000000000000000000000000000000000000000000000000 0000", WYRE_E_MAGIC, 0, 0, {.at = 0}},
};
/* clang-format on */

TEST(chain_is_walked_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_smb1_block_iter it = {0};
        wyre_smb1_block block;
        wyre_smb1_block last = {.at = 0};
        wyre_smb1_block none = {.at = 0};
        wyre_status status;
        while ((status = wyre_smb1_block_next(&it, unit, in.len, &block)) == WYRE_OK)
            last = block;
        assert_status(row->name, status, row->status);
        assert_offset(row->name, it.fault, row->n);
        assert_int_equal(it.count, row->count);
        assert_fields(row->name, &last, &row->last, sizeof last);
        assert_fields(row->name, &block, &none, sizeof block);
        assert_status(row->name, wyre_smb1_block_next(&it, unit, in.len, &block), row->status);
        free(unit);
    }
}

/* count LOGOFF_ANDX blocks of 7 bytes, one behind the other. */
static bytes
logoffs(unsigned count)
{
    bytes b = hex(HEADER("74", OK, REQUEST));
    for (unsigned i = 0; i < count; i++) {
        unsigned next = 32 + 7 * (i + 1);
        uint8_t block[7] = {2, i + 1 < count ? 0x74 : 0xff, 0, (uint8_t)next, 0, 0, 0};
        memcpy(b.at + b.len, block, 7);
        b.len += 7;
    }
    return b;
}

TEST(a_chain_may_have_16_blocks_and_no_more)
{
    for (unsigned count = 15; count <= 17; count++) {
        bytes in = logoffs(count);
        wyre_smb1_block_iter it = {0};
        wyre_smb1_block block;
        wyre_status status;
        while ((status = wyre_smb1_block_next(&it, in.at, in.len, &block)) == WYRE_OK)
            continue;
        assert_status("chain", status, count <= 16 ? WYRE_END : WYRE_E_LIMIT);
        assert_int_equal(it.count, count <= 16 ? count : 16);
    }
}

TEST(extended_nt_create_response_has_50_words_under_42)
{
    bytes in = hex(HEADER("a2", OK, REPLY) "2a ff");
    in.len = 33 + 100;
    memset(in.at + 34, 0, 99);
    bytes whole = in;
    memcpy(whole.at + 133, "\x00\x00", 2);
    whole.len += 2;
    wyre_smb1_block_iter it = {0};
    wyre_smb1_block block;
    assert_status("whole", wyre_smb1_block_next(&it, whole.at, whole.len, &block), WYRE_OK);
    assert_int_equal(block.words.len, 100);
    assert_int_equal(block.bytes.off, 135);
    assert_int_equal(block.oddities, WYRE_SMB1_BLOCK_50_WORDS);
    memcpy(whole.at + 133, "\x48\x86", 2);
    memset(&it, 0, sizeof it);
    assert_status("garbage", wyre_smb1_block_next(&it, whole.at, whole.len, &block), WYRE_OK);
    assert_int_equal(block.bytes.len, 0);
    assert_int_equal(block.byte_count, 0x8648);
    assert_int_equal(block.oddities, WYRE_SMB1_BLOCK_50_WORDS | WYRE_SMB1_BLOCK_BYTES_CUT);
    memset(&it, 0, sizeof it);
    assert_status("no ByteCount", wyre_smb1_block_next(&it, in.at, in.len, &block), WYRE_E_LENGTH);
    bytes short_one = hex(HEADER("a2", OK, REPLY) "2a ff");
    memset(short_one.at + 34, 0, 99);
    short_one.len = 33 + 84 + 2;
    memset(&it, 0, sizeof it);
    assert_status("84", wyre_smb1_block_next(&it, short_one.at, short_one.len, &block), WYRE_OK);
    assert_int_equal(block.words.len, 84);
    assert_int_equal(block.oddities, 0);
}

TEST(no_cut_of_a_chain_reads_past_it)
{
    bytes in = logoffs(16);
    for (size_t cut = 0; cut <= in.len; cut++) {
        uint8_t *unit = exact(in.at, cut);
        wyre_smb1_block_iter it = {0};
        wyre_smb1_block block;
        uint32_t pos = 0;
        wyre_status status;
        while ((status = wyre_smb1_block_next(&it, unit, cut, &block)) == WYRE_OK) {
            assert_true(block.at >= pos);
            pos = block.at + 1;
        }
        assert_true(status == WYRE_END ? cut == in.len : status < 0);
        free(unit);
    }
}

TEST(a_chain_is_built_with_its_offsets)
{
    bytes want = hex(HEADER("73", OK, REQUEST) "02 7500 2900 0200 4142 02 2d00 3000 0000"
                                               "02 ff00 0000 0000");
    bytes in = hex(HEADER("73", OK, REQUEST) "02 cccc cccc 0200 4142 02 cccc cccc 0000"
                                             "02 cccc cccc 0000");
    /* the specification lets a reader ignore AndXReserved: it stays as it was encoded */
    want.at[34] = want.at[43] = want.at[50] = 0xcc;
    wyre_smb1_chain chain = {.at = 32};
    assert_status("1", wyre_smb1_chain_add(&chain, 0x73, 41, in.at, in.len), WYRE_OK);
    assert_status("2", wyre_smb1_chain_add(&chain, 0x75, 48, in.at, in.len), WYRE_OK);
    assert_status("no", wyre_smb1_chain_add(&chain, 0x75, 55, in.at, in.len), WYRE_E_STATE);
    assert_status("3", wyre_smb1_chain_add(&chain, 0x2d, 55, in.at, in.len), WYRE_OK);
    assert_int_equal(chain.at, 55);
    assert_int_equal(in.len, want.len);
    assert_memory_equal(in.at, want.at, want.len);
}

TEST(a_chain_is_measured_without_room)
{
    wyre_smb1_chain chain = {.at = 32};
    uint8_t out[36];
    memset(out, 0xa5, sizeof out);
    assert_status("1", wyre_smb1_chain_add(&chain, 0x73, 41, out, sizeof out), WYRE_OK);
    assert_status("2", wyre_smb1_chain_add(&chain, 0x75, 48, NULL, 0), WYRE_OK);
    for (size_t i = 0; i < sizeof out; i++)
        assert_int_equal(out[i], 0xa5);
}

TEST(a_chain_that_cannot_be_is_not_built)
{
    wyre_smb1_chain chain = {.at = 32};
    assert_status("empty", wyre_smb1_chain_add(&chain, 0x74, 32, NULL, 0), WYRE_E_ARG);
    assert_status("first", wyre_smb1_chain_add(&chain, 0x2f, 65537, NULL, 0), WYRE_OK);
    assert_status("far", wyre_smb1_chain_add(&chain, 0x2e, 65600, NULL, 0), WYRE_E_RANGE);
    wyre_smb1_chain writes = {.at = 32};
    for (uint32_t i = 0; i < 16; i++)
        assert_status("16", wyre_smb1_chain_add(&writes, 0x2f, writes.at + 7, NULL, 0), WYRE_OK);
    assert_status("17", wyre_smb1_chain_add(&writes, 0x2f, writes.at + 7, NULL, 0), WYRE_E_LIMIT);
    wyre_smb1_chain zero = {0};
    assert_status("zero", wyre_smb1_chain_add(&zero, 0x2f, 40, NULL, 0), WYRE_E_ARG);
}

/* A response without words, as servers send it with some statuses, once had its ByteCount patched. */
TEST(a_block_without_words_ends_the_chain_as_it_is)
{
    uint8_t out[64] = {[32] = 0, [33] = 0x11, [34] = 0x22, [35] = 0x33, [36] = 0x44};
    wyre_smb1_chain chain = {.at = 32};
    assert_status("no words", wyre_smb1_chain_add(&chain, 0x75, 35, out, sizeof out), WYRE_OK);
    assert_int_equal(out[33], 0x11);
    assert_int_equal(out[36], 0x44);
    assert_status("behind it", wyre_smb1_chain_add(&chain, 0x2d, 50, out, sizeof out),
                  WYRE_E_STATE);
    wyre_smb1_chain with_bytes = {.at = 32};
    assert_status("bytes", wyre_smb1_chain_add(&with_bytes, 0x75, 60, out, sizeof out), WYRE_OK);
    assert_int_equal(out[33], 0x11);
}

TEST(followers_are_those_of_the_specification)
{
    static const struct {
        uint8_t command, next;
        int32_t may;
    } pairs[] = {
        {0x73, 0x75, 1}, {0x73, 0x25, 1}, {0x73, 0x2e, 0}, {0x75, 0x2d, 1}, {0x75, 0x75, 0},
        {0x75, 0xa2, 0}, {0x2d, 0x2e, 1}, {0x2d, 0x04, 0}, {0xa2, 0x2e, 1}, {0x24, 0x2f, 1},
        {0x24, 0x04, 0}, {0x2e, 0x04, 1}, {0x2e, 0x2e, 0}, {0x2f, 0x2f, 1}, {0x2f, 0x13, 1},
        {0x2f, 0x24, 0}, {0x74, 0x73, 1}, {0x74, 0x74, 0}, {0x72, 0x73, 0},
    };
    for (size_t i = 0; i < COUNT(pairs); i++)
        assert_int_equal(wyre_smb1_may_follow(pairs[i].command, pairs[i].next), pairs[i].may);
}

RUN_TESTS("smb1_chain", TESTED(chain_is_walked_as_the_row_says),
          TESTED(a_chain_may_have_16_blocks_and_no_more),
          TESTED(extended_nt_create_response_has_50_words_under_42),
          TESTED(no_cut_of_a_chain_reads_past_it), TESTED(a_chain_is_built_with_its_offsets),
          TESTED(a_chain_is_measured_without_room), TESTED(a_chain_that_cannot_be_is_not_built),
          TESTED(a_block_without_words_ends_the_chain_as_it_is),
          TESTED(followers_are_those_of_the_specification))

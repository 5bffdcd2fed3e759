/* lib/smb/smb1_body.c. Rows are the tables of [MS-CIFS] 2.2.3.2, 2.2.3.3, 2.2.4.39, 2.2.4.54, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_body);
BLOCK_RING(wyre_smb1_andx);
BLOCK_RING(wyre_smb1_echo_request);
BLOCK_RING(wyre_smb1_echo_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_body_ring, "no words, no bytes",
     REQUEST("71") "00 0000", WYRE_OK, 35,
     "words=[33,0] bytes=[35,0]"},
    {&wyre_smb1_body_ring, "words and bytes",
     REQUEST("15") "02 0102 0304 0300 0a0b0c", WYRE_OK, 42,
     "words=[33,4] bytes=[39,3]"},
    {&wyre_smb1_body_ring, "255 words",
     REQUEST("15") "ff  "
     "010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102010201020102  "
     "0000", WYRE_OK, 545,
     "words=[33,510] bytes=[545,0]"},
    {&wyre_smb1_body_ring, "the last word is cut",
     REQUEST("15") "02 0102 03", WYRE_E_LENGTH, 36,
     NULL},
    {&wyre_smb1_body_ring, "half a ByteCount",
     REQUEST("15") "01 0102 00", WYRE_E_LENGTH, 36,
     NULL},
    {&wyre_smb1_body_ring, "ByteCount is one too many",
     REQUEST("15") "01 0102 0200 aa", WYRE_E_LENGTH, 35,
     NULL},
    {&wyre_smb1_body_ring, "no WordCount",
     REQUEST("15") "", WYRE_E_LENGTH, 32,
     NULL},
    {&wyre_smb1_andx_ring, "LOGOFF_ANDX",
     REQUEST("74") "02 ff 00 0000 0000", WYRE_OK, 39,
     "andx_command=255 andx_reserved=0 andx_offset=0"},
    {&wyre_smb1_andx_ring, "the chain goes on",
     REPLY("74") "02 73 cc 2700 0000", WYRE_OK, 39,
     "andx_command=115 andx_reserved=204 andx_offset=39"},
    {&wyre_smb1_andx_ring, "three words",
     REQUEST("74") "03 ff 00 0000 0000 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_echo_request_ring, "five bytes",
     REQUEST("2b") "01 0100 0500 7779726521", WYRE_OK, 42,
     "echo_count=1 data=[37,5]"},
    {&wyre_smb1_echo_request_ring, "as often as can be, with nothing",
     REQUEST("2b") "01 ffff 0000", WYRE_OK, 37,
     "echo_count=65535 data=[37,0]"},
    {&wyre_smb1_echo_request_ring, "no words",
     REQUEST("2b") "00 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_echo_response_ring, "the second of two",
     REPLY("2b") "01 0200 0500 7779726521", WYRE_OK, 42,
     "sequence_number=2 data=[37,5]"},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(a_block_has_up_to_255_words)
{
    bytes in = hex(REQUEST("15") "ff");
    memset(in.at + in.len, 0x5a, 512);
    in.len += 512;
    in.at[in.len - 2] = in.at[in.len - 1] = 0;
    wyre_smb1_body m;
    size_t n;
    assert_status("255", wyre_smb1_body_decode(in.at, in.len, AT, 0, &m, &n), WYRE_OK);
    assert_int_equal(m.words.len, 510);
    uint8_t out[545] = {0};
    assert_status("255", wyre_smb1_body_encode(&m, in.at, in.len, AT, out, sizeof out, &n),
                  WYRE_OK);
    assert_memory_equal(out + AT, in.at + AT, sizeof out - AT);
    m.words.len = 512;
    assert_status("256", wyre_smb1_body_encode(&m, in.at, in.len, AT, out, sizeof out, &n),
                  WYRE_E_RANGE);
    m.words.len = 3;
    assert_status("one and a half", wyre_smb1_body_encode(&m, in.at, in.len, AT, out, 545, &n),
                  WYRE_E_RANGE);
}

TEST(a_block_has_up_to_65535_bytes)
{
    static const uint8_t src[65536];
    wyre_smb1_body m = {{0, 0}, {0, 65535}};
    size_t n;
    assert_status("65535", wyre_smb1_body_encode(&m, src, sizeof src, AT, NULL, 0, &n),
                  WYRE_E_SPACE);
    assert_offset("65535", n, 32 + 3 + 65535);
    m.bytes.len = 65536;
    assert_status("65536", wyre_smb1_body_encode(&m, src, sizeof src, AT, NULL, 0, &n),
                  WYRE_E_RANGE);
}

TEST(a_place_inside_the_header_is_refused)
{
    static const uint8_t in[64];
    wyre_smb1_body m;
    uint8_t out[64];
    size_t n;
    for (uint32_t at = 0; at < 32; at++) {
        assert_status("decode", wyre_smb1_body_decode(in, sizeof in, at, 0, &m, &n), WYRE_E_ARG);
        assert_status("encode", wyre_smb1_body_encode(&m, in, 0, at, out, sizeof out, &n),
                      WYRE_E_ARG);
    }
    assert_status("far", wyre_smb1_body_decode(in, sizeof in, 64, 0, &m, &n), WYRE_E_LENGTH);
    assert_status("too far", wyre_smb1_body_encode(&m, in, 0, 0x80000000u, NULL, 0, &n),
                  WYRE_E_ARG);
}

TEST(a_block_in_a_chain_stands_where_it_is_told_to)
{
    uint8_t out[60];
    uint8_t want[60];
    wyre_smb1_andx m = {.andx_offset = 0x1234, .andx_command = 0xff};
    size_t n;
    memset(out, 0xa5, sizeof out);
    memset(want, 0xa5, sizeof want);
    memcpy(want + 50, "\x02\xff\x00\x34\x12\x00\x00", 7);
    assert_status("encode", wyre_smb1_andx_encode(&m, NULL, 0, 50, out, sizeof out, &n), WYRE_OK);
    assert_offset("encode", n, 57);
    assert_memory_equal(out, want, sizeof out);
    assert_status("decode", wyre_smb1_andx_decode(out, sizeof out, 50, 0, &m, &n), WYRE_OK);
    assert_int_equal(m.andx_offset, 0x1234);
}

RUN_TESTS("smb1_body", TESTED(blocks_tell_what_the_rows_say), TESTED(a_block_has_up_to_255_words),
          TESTED(a_block_has_up_to_65535_bytes), TESTED(a_place_inside_the_header_is_refused),
          TESTED(a_block_in_a_chain_stands_where_it_is_told_to))

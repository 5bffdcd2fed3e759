/* lib/tds/tds_password.c: the example of [MS-TDS] 2.2.6.4, and every byte. */
#include "../test.h"
#include <wyre/tds.h>

TEST(password_of_the_example)
{
    bytes plain = hex("50 00 61 00 24 00 24 00 77 00 30 00 72 00 64 00");
    bytes scrambled = hex("a0a5 b3a5 e7a5 e7a5 d2a5 a6a5 82a5 e3a5");
    uint8_t out[16];
    size_t n;
    assert_status("encode", wyre_tds_password_encode(plain.at, 16, out, 16, &n), WYRE_OK);
    assert_memory_equal(out, scrambled.at, 16);
    assert_status("decode", wyre_tds_password_decode(out, 16, out, 16, &n), WYRE_OK);
    assert_memory_equal(out, plain.at, 16);
    assert_offset("decode", n, 16);
}

TEST(every_byte_at_every_place)
{
    for (unsigned byte = 0; byte < 256; byte++)
        for (size_t len = 0; len < 20; len++) {
            uint8_t in[20], out[21], back[20];
            memset(in, (int)byte, len);
            out[len] = 0x11;
            assert_status("encode", wyre_tds_password_encode(in, len, out, len, NULL), WYRE_OK);
            assert_int_equal(out[len], 0x11);
            for (size_t i = 0; i < len; i++)
                assert_int_equal(out[i], ((byte << 4 | byte >> 4) & 0xff) ^ 0xa5);
            assert_status("decode", wyre_tds_password_decode(out, len, back, len, NULL), WYRE_OK);
            assert_memory_equal(in, back, len);
        }
}

TEST(password_needs_its_space)
{
    uint8_t in[4] = {0};
    size_t n = 9;
    assert_status("encode", wyre_tds_password_encode(in, 4, in, 3, &n), WYRE_E_SPACE);
    assert_offset("encode", n, 4);
    assert_status("decode", wyre_tds_password_decode(in, 4, NULL, 0, &n), WYRE_E_SPACE);
    assert_offset("decode", n, 4);
    assert_status("empty", wyre_tds_password_decode(NULL, 0, NULL, 0, &n), WYRE_OK);
    assert_offset("empty", n, 0);
}

RUN_TESTS("tds_password", TESTED(password_of_the_example), TESTED(every_byte_at_every_place),
          TESTED(password_needs_its_space))

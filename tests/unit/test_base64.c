/* lib/core/base64.c. RFC 4648 4 and 10. */
#include "../test.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* RFC 4648 10, and bytes whose every bit counts. */
static const struct {
    const char *plain, *coded;
} vectors[] = {
    {"", ""},
    {"f", "Zg=="},
    {"fo", "Zm8="},
    {"foo", "Zm9v"},
    {"foob", "Zm9vYg=="},
    {"fooba", "Zm9vYmE="},
    {"foobar", "Zm9vYmFy"},
    {"\xfb\xff\xbf", "+/+/"},
};

TEST(vectors_go_both_ways_in_every_capacity)
{
    for (size_t i = 0; i < COUNT(vectors); i++) {
        size_t plain = strlen(vectors[i].plain);
        size_t coded = strlen(vectors[i].coded);
        for (size_t cap = 0; cap <= coded; cap++) {
            uint8_t *out = exact((const uint8_t *)vectors[i].coded, cap);
            size_t n;
            assert_status(
                vectors[i].coded,
                wyre_base64_encode((const uint8_t *)vectors[i].plain, plain, out, cap, &n),
                cap < coded ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(vectors[i].coded, n, coded);
            if (cap == coded)
                assert_memory_equal(out, vectors[i].coded, n);
            assert_status(
                vectors[i].coded,
                wyre_base64_decode((const uint8_t *)vectors[i].coded, coded, out, cap, &n),
                cap < plain ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(vectors[i].coded, n, plain);
            if (cap >= plain)
                assert_memory_equal(out, vectors[i].plain, n);
            free(out);
        }
    }
}

/* All inputs of one and two bytes, and all of three in steps. */
TEST(every_short_input_goes_both_ways)
{
    for (unsigned value = 0; value < 1u << 24; value += value < 1u << 17 ? 1 : 251) {
        uint8_t in[3] = {(uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16)};
        for (size_t len = 1; len <= 3; len++) {
            uint8_t coded[4];
            uint8_t back[3];
            size_t n;
            assert_int_equal(wyre_base64_encode(in, len, coded, sizeof coded, &n), WYRE_OK);
            assert_int_equal(n, 4);
            assert_int_equal(wyre_base64_decode(coded, 4, back, sizeof back, &n), WYRE_OK);
            assert_int_equal(n, len);
            assert_memory_equal(back, in, len);
        }
    }
}

/* Every byte in every place of a group; the spare bits of a last character must be 0. */
TEST(only_the_alphabet_is_accepted)
{
    for (unsigned c = 0; c < 256; c++) {
        int known = c != 0 && strchr(alphabet, (int)c) != NULL;
        unsigned six = known ? (unsigned)(strchr(alphabet, (int)c) - alphabet) : 0;
        for (size_t place = 0; place < 4; place++) {
            uint8_t in[8] = {'Q', 'U', 'F', 'B', 'Q', 'U', 'F', 'B'};
            uint8_t out[6];
            size_t n;
            if (c == '=' && place == 3)
                continue; /* padding: below */
            in[place] = (uint8_t)c;
            assert_status("first group", wyre_base64_decode(in, 8, out, 6, &n),
                          known ? WYRE_OK : WYRE_E_TEXT);
            assert_offset("first group", n, known ? 6 : place);
        }
        uint8_t one[4] = {'Q', (uint8_t)c, '=', '='};
        uint8_t two[4] = {'Q', 'U', (uint8_t)c, '='};
        uint8_t out[3];
        wyre_status status = wyre_base64_decode(one, 4, out, 3, NULL);
        assert_status("one byte", status, known && six % 16 == 0 ? WYRE_OK : WYRE_E_TEXT);
        status = wyre_base64_decode(two, 4, out, 3, NULL);
        if (c != '=')
            assert_status("two bytes", status, known && six % 4 == 0 ? WYRE_OK : WYRE_E_TEXT);
    }
}

TEST(what_is_no_base64_is_refused_where_it_is_wrong)
{
    static const struct {
        const char *text;
        size_t n;
    } cases[] = {
        {"Z", 1},     {"Zg", 2},    {"Zg=", 2},      {"Zm9", 3},
        {"Zm9v=", 5}, {"====", 0},  {"Z===", 1},     {"Zg==Zg==", 2},
        {"Zm9\n", 3}, {"Zm 9v", 2}, {"Zm8=Zm8=", 3}, {"Zh==", 1},
        {"Zm9=", 2},  {"Zm-_", 2},  {"Zm9v\n", 4},   {"Zm9vYg==\r\n", 6},
        {"=Zg=", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t len = strlen(cases[i].text);
        uint8_t *in = exact((const uint8_t *)cases[i].text, len);
        uint8_t out[16];
        size_t n;
        assert_status(cases[i].text, wyre_base64_decode(in, len, out, sizeof out, &n), WYRE_E_TEXT);
        assert_offset(cases[i].text, n, cases[i].n);
        free(in);
    }
}

RUN_TESTS("base64", TESTED(vectors_go_both_ways_in_every_capacity),
          TESTED(every_short_input_goes_both_ways), TESTED(only_the_alphabet_is_accepted),
          TESTED(what_is_no_base64_is_refused_where_it_is_wrong))

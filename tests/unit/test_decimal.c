/* lib/core/decimal.c, judged by the C library. */
#include "../test.h"
#include <inttypes.h>

static void
goes_both_ways(uint64_t value)
{
    char want[24];
    uint8_t out[24];
    uint64_t back;
    size_t n;
    size_t len = (size_t)snprintf(want, sizeof want, "%" PRIu64, value);
    for (size_t cap = 0; cap <= len; cap++) {
        out[cap] = 0xa5;
        assert_status(want, wyre_decimal_encode(value, out, cap, &n),
                      cap < len ? WYRE_E_SPACE : WYRE_OK);
        assert_offset(want, n, len);
        assert_int_equal(out[cap], 0xa5);
    }
    assert_memory_equal(out, want, len);
    uint8_t *digits = exact(out, len);
    assert_status(want, wyre_decimal_decode(digits, len, value, &back, &n), WYRE_OK);
    assert_true(back == value && n == len);
    if (value > 0)
        assert_status(want, wyre_decimal_decode(digits, len, value - 1, &back, &n), WYRE_E_VALUE);
    free(digits);
}

TEST(numbers_go_both_ways)
{
    for (uint64_t value = 0; value < 12000; value++)
        goes_both_ways(value);
    for (unsigned bit = 0; bit < 64; bit++)
        for (uint64_t near = 0; near < 3; near++)
            goes_both_ways((UINT64_C(1) << bit) - 1 + near);
    for (uint64_t power = 1; power <= UINT64_C(1000000000000000000); power *= 10)
        for (uint64_t digit = 1; digit < 10; digit++)
            goes_both_ways(power * digit);
    goes_both_ways(UINT64_MAX);
}

/* Every text of up to three bytes over digits, their neighbours and a sign. */
TEST(every_short_text_is_read_or_refused)
{
    static const char letters[] = "019/:-+ \xff";
    enum { LETTERS = sizeof letters - 1 };
    for (unsigned text = 0; text < LETTERS * LETTERS * LETTERS; text++) {
        uint8_t in[3] = {(uint8_t)letters[text % LETTERS],
                         (uint8_t)letters[text / LETTERS % LETTERS],
                         (uint8_t)letters[text / LETTERS / LETTERS]};
        for (size_t len = 1; len <= 3; len++) {
            uint64_t value = 0;
            uint64_t got = 1;
            size_t good = 0;
            size_t n;
            for (; good < len && in[good] >= '0' && in[good] <= '9'; good++)
                value = value * 10 + (uint64_t)(in[good] - '0');
            wyre_status status = wyre_decimal_decode(in, len, 999, &got, &n);
            assert_status("short", status, good == len ? WYRE_OK : WYRE_E_TEXT);
            assert_offset("short", n, good);
            assert_true(got == (good == len ? value : 0));
        }
    }
}

TEST(what_is_too_much_is_refused_at_its_digit)
{
    static const struct {
        const char *text;
        uint64_t max;
        wyre_status status;
        size_t n;
    } cases[] = {
        {"", 9, WYRE_E_TEXT, 0},
        {"0000000000000000000000001", 1, WYRE_OK, 25},
        {"256", 255, WYRE_E_VALUE, 2},
        {"2560", 255, WYRE_E_VALUE, 2},
        {"300", 255, WYRE_E_VALUE, 2},
        {"1", 0, WYRE_E_VALUE, 0},
        {"18446744073709551615", UINT64_MAX, WYRE_OK, 20},
        {"18446744073709551616", UINT64_MAX, WYRE_E_VALUE, 19},
        {"99999999999999999999", UINT64_MAX, WYRE_E_VALUE, 19},
        {"184467440737095516150", UINT64_MAX, WYRE_E_VALUE, 20},
        {"25x", 255, WYRE_E_TEXT, 2},
        {"999x", 255, WYRE_E_VALUE, 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        uint64_t value;
        size_t n;
        assert_status(cases[i].text,
                      wyre_decimal_decode((const uint8_t *)cases[i].text, strlen(cases[i].text),
                                          cases[i].max, &value, &n),
                      cases[i].status);
        assert_offset(cases[i].text, n, cases[i].n);
    }
}

RUN_TESTS("decimal", TESTED(numbers_go_both_ways), TESTED(every_short_text_is_read_or_refused),
          TESTED(what_is_too_much_is_refused_at_its_digit))

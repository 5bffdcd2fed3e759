/* lib/core/percent.c: RFC 3986 2.1. All inputs of 1 to 3 bytes are judged by an oracle that works from
 * a list of the escapes; longer ones by rows. */
#include "../test.h"

/* ---- decode: every input of up to 3 bytes ------------------------------------------------------------ */

/* The byte that %XX stands for, or -1. */
static int
escape_of(const uint8_t *in, size_t left)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    if (left < 3 || in[0] != '%' || in[1] == 0 || in[2] == 0)
        return -1;
    const char *high = strchr(digits, in[1]);
    const char *low = strchr(digits, in[2]);
    if (high == NULL || low == NULL)
        return -1;
    return (int)(16 * (high - digits < 16 ? high - digits : high - digits - 6) +
                 (low - digits < 16 ? low - digits : low - digits - 6));
}

typedef struct decoded {
    wyre_status status;
    uint8_t out[8];
    size_t n;
} decoded;

static decoded
decode_oracle(const uint8_t *in, size_t len, uint32_t flags)
{
    decoded d = {WYRE_OK, {0}, 0};
    for (size_t i = 0; i < len;) {
        int escape = escape_of(in + i, len - i);
        if (in[i] == '%' && escape < 0 && flags == 0)
            return (decoded){WYRE_E_TEXT, {0}, i};
        d.out[d.n++] = escape >= 0 ? (uint8_t)escape : in[i];
        i += escape >= 0 ? 3 : 1;
    }
    return d;
}

static void
check_decode(const uint8_t *in, size_t len, uint32_t flags, size_t cap)
{
    uint8_t out[8];
    size_t n = 99;
    decoded want = decode_oracle(in, len, flags);
    memset(out, 0xa5, sizeof out);
    wyre_status status = wyre_percent_decode(in, len, flags, cap > 0 ? out : NULL, cap, &n);
    wyre_status expected = want.status == WYRE_OK && want.n > cap ? WYRE_E_SPACE : want.status;
    if (status != expected || n != want.n || out[cap] != 0xa5 ||
        (status == WYRE_OK && memcmp(out, want.out, n) != 0))
        fail_msg("%02x %02x %02x, %zu bytes, flags %u, cap %zu", in[0], in[1], in[2], len,
                 (unsigned)flags, cap);
}

TEST(every_input_of_3_bytes_decodes_as_it_should)
{
    for (uint32_t all = 0; all < 1u << 24; all++) {
        uint8_t in[3] = {(uint8_t)all, (uint8_t)(all >> 8), (uint8_t)(all >> 16)};
        size_t len = all < 1u << 8 ? 1 : all < 1u << 16 ? 2 : 3;
        int plain = in[0] != '%' && in[1] != '%' && in[2] != '%';
        for (; len <= 3; len++) /* shorter inputs are those whose last bytes are 0, once each */
            for (uint32_t flags = 0; flags <= WYRE_PERCENT_LITERAL; flags++)
                for (size_t cap = plain ? 3 : 0; cap <= 3; cap++)
                    check_decode(in, len, flags, cap);
    }
}

TEST(every_byte_is_escaped_and_comes_back)
{
    static const char unreserved[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (unsigned c = 0; c < 256; c++) {
        uint8_t in[1] = {(uint8_t)c};
        char hex_form[4];
        snprintf(hex_form, sizeof hex_form, "%%%02X", c);
        for (uint32_t flags = 0; flags <= WYRE_PERCENT_UNRESERVED; flags += 2) {
            int itself = c != 0 && strchr(unreserved, (int)c) != NULL;
            if (flags == 0)
                itself = c > 0x20 && c < 0x7f && c != '%';
            size_t need = itself ? 1 : 3;
            for (size_t cap = 0; cap <= 3; cap++) {
                uint8_t out[4] = {0xa5, 0xa5, 0xa5, 0xa5};
                uint8_t back[1];
                size_t n = 99;
                wyre_status status =
                    wyre_percent_encode(in, 1, flags, cap > 0 ? out : NULL, cap, &n);
                assert_int_equal(status, cap >= need ? WYRE_OK : WYRE_E_SPACE);
                assert_int_equal(n, need);
                assert_int_equal(out[cap], 0xa5);
                if (status != WYRE_OK)
                    continue;
                assert_memory_equal(out, itself ? (const char *)in : hex_form, need);
                assert_int_equal(wyre_percent_decode(out, need, 0, back, 1, &n), WYRE_OK);
                assert_int_equal(back[0], c);
            }
        }
    }
}

/* clang-format off */
static const struct row {
    const char *in;
    uint32_t flags;
    wyre_status status;
    size_t n; /* length, or the offset at fault */
    const char *out;
} rows[] = {
    {"Ann%20Example", 0, WYRE_OK, 11, "Ann Example"},
    {"New%20Name%20%E2%98%83", 0, WYRE_OK, 12, "New Name \xe2\x98\x83"},
    {"B\xc3\xb6" "b%20100%25", 0, WYRE_OK, 9, "B\xc3\xb6" "b 100%"},
    {"a+b%2b%2B", 0, WYRE_OK, 5, "a+b++"},
    {"%25%32%30", 0, WYRE_OK, 3, "%20"}, /* once only */
    {"100%", 0, WYRE_E_TEXT, 3, NULL},
    {"100%4", 0, WYRE_E_TEXT, 3, NULL},
    {"%zz", 0, WYRE_E_TEXT, 0, NULL},
    {"ab%4g%41", 0, WYRE_E_TEXT, 2, NULL},
    {"100%", WYRE_PERCENT_LITERAL, WYRE_OK, 4, "100%"},
    {"%%41%4", WYRE_PERCENT_LITERAL, WYRE_OK, 4, "%A%4"},
    {"", 0, WYRE_OK, 0, ""},
    {"x", 2, WYRE_E_ARG, 0, NULL},
    {"x", 0x80000000, WYRE_E_ARG, 0, NULL},
};
/* clang-format on */

TEST(texts_decode_in_place_and_beside)
{
    for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
        uint8_t text[64];
        size_t len = strlen(r->in);
        size_t n = 99;
        uint8_t *in = exact((const uint8_t *)r->in, len);
        assert_status(r->in, wyre_percent_decode(in, len, r->flags, text, sizeof text, &n),
                      r->status);
        assert_offset(r->in, n, r->n);
        if (r->status == WYRE_OK)
            assert_memory_equal(text, r->out, n);
        assert_status(r->in, wyre_percent_decode(in, len, r->flags, in, len, &n), r->status);
        if (r->status == WYRE_OK)
            assert_memory_equal(in, r->out, n);
        free(in);
    }
}

TEST(a_nul_counts_like_any_byte)
{
    uint8_t out[3];
    size_t n;
    assert_int_equal(wyre_percent_decode((const uint8_t *)"a%00b", 5, 0, out, 3, &n), WYRE_OK);
    assert_int_equal(n, 3);
    assert_memory_equal(out, "a\0b", 3);
}

TEST(nothing_is_legal)
{
    size_t n = 99;
    assert_int_equal(wyre_percent_decode(NULL, 0, 0, NULL, 0, &n), WYRE_OK);
    assert_int_equal(n, 0);
    n = 99;
    assert_int_equal(wyre_percent_encode(NULL, 0, 0, NULL, 0, &n), WYRE_OK);
    assert_int_equal(n, 0);
    assert_int_equal(wyre_percent_encode(NULL, 0, 1, NULL, 0, &n), WYRE_E_ARG);
    assert_int_equal(wyre_percent_decode(NULL, 0, 0, NULL, 0, NULL), WYRE_OK);
    assert_int_equal(wyre_percent_encode(NULL, 0, 0, NULL, 0, NULL), WYRE_OK);
}

RUN_TESTS("percent", TESTED(every_input_of_3_bytes_decodes_as_it_should),
          TESTED(every_byte_is_escaped_and_comes_back), TESTED(texts_decode_in_place_and_beside),
          TESTED(a_nul_counts_like_any_byte), TESTED(nothing_is_legal))

/* Every conversion of core.h: what comes out goes back to what went in, and the size that was measured
 * is the size that is written. */
#include "fuzz.h"

typedef wyre_status convert(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out,
                            size_t cap, size_t *n);

/* Converts into exactly the space that it asked for; NULL where it refuses. */
static uint8_t *
converted(convert *by, const char *row, const uint8_t *in, size_t len, uint32_t flags, size_t *n)
{
    size_t fault, again;
    wyre_status status = by(in, len, flags, NULL, 0, n);
    if (status != WYRE_OK && status != WYRE_E_SPACE) {
        fault = *n;
        REQUIRE(status == WYRE_E_TEXT && fault <= len, row);
        return NULL;
    }
    uint8_t *out = block(*n);
    REQUIRE(by(in, len, flags, *n > 0 ? out : NULL, *n, &again) == WYRE_OK && again == *n, row);
    if (*n > 0) {
        uint8_t *less = block(*n - 1);
        REQUIRE(by(in, len, flags, less, *n - 1, &again) == WYRE_E_SPACE && again == *n, row);
        free(less);
    }
    return out;
}

static void
there_and_back(convert *there, convert *back, const char *row, const uint8_t *in, size_t len,
               uint32_t flags)
{
    size_t n, m;
    uint8_t *out = converted(there, row, in, len, 0, &n);
    if (out != NULL) {
        uint8_t *again = converted(back, row, out, n, flags, &m);
        REQUIRE(again != NULL && m == len && (len == 0 || memcmp(again, in, len) == 0), row);
        free(again);
    }
    free(out);
}

static wyre_status
base64_decode(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out, size_t cap, size_t *n)
{
    (void)flags;
    return wyre_base64_decode(in, in_len, out, cap, n);
}

static wyre_status
base64_encode(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out, size_t cap, size_t *n)
{
    (void)flags;
    return wyre_base64_encode(in, in_len, out, cap, n);
}

/* A lossy conversion takes anything, and gives what the strict one takes. */
static void
lossy_is_total(convert *there, convert *back, const char *row, const uint8_t *in, size_t len)
{
    size_t n, m;
    uint8_t *out = converted(there, row, in, len, WYRE_TEXT_LOSSY, &n);
    REQUIRE(out != NULL, row);
    uint8_t *again = converted(back, row, out, n, 0, &m);
    REQUIRE(again != NULL, row);
    free(again);
    free(out);
}

static void
numbers(const uint8_t *in, size_t len)
{
    uint64_t value, again;
    uint8_t digits[20];
    size_t n;
    wyre_status status = wyre_decimal_decode(in, len, UINT64_MAX, &value, &n);
    REQUIRE(n <= len && (status == WYRE_OK || value == 0), "decimal");
    if (status == WYRE_OK) {
        REQUIRE(wyre_decimal_encode(value, digits, sizeof digits, &n) == WYRE_OK, "decimal");
        REQUIRE(wyre_decimal_decode(digits, n, value, &again, NULL) == WYRE_OK, "decimal");
        REQUIRE(again == value, "decimal");
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    uint8_t *exact_in = block(len);
    if (len > 0)
        memcpy(exact_in, in, len);
    there_and_back(wyre_utf16le_to_utf8, wyre_utf8_to_utf16le, "utf16", exact_in, len, 0);
    there_and_back(wyre_utf8_to_utf16le, wyre_utf16le_to_utf8, "utf8", exact_in, len, 0);
    lossy_is_total(wyre_utf16le_to_utf8, wyre_utf8_to_utf16le, "lossy utf16", exact_in, len);
    lossy_is_total(wyre_utf8_to_utf16le, wyre_utf16le_to_utf8, "lossy utf8", exact_in, len);
    there_and_back(base64_encode, base64_decode, "base64", exact_in, len, 0);
    there_and_back(base64_decode, base64_encode, "base64 back", exact_in, len, 0);
    there_and_back(wyre_percent_encode, wyre_percent_decode, "percent", exact_in, len, 0);
    free(converted(wyre_percent_encode, "percent all", exact_in, len, WYRE_PERCENT_UNRESERVED,
                   &(size_t){0}));
    free(converted(wyre_percent_decode, "percent strict", exact_in, len, 0, &(size_t){0}));
    free(converted(wyre_percent_decode, "percent literal", exact_in, len, WYRE_PERCENT_LITERAL,
                   &(size_t){0}));
    numbers(exact_in, len);
    free(exact_in);
    return 0;
}

/* cmocka, hex text, and assertions that name the row of the table that failed. */
#ifndef WYRE_TEST_H
#define WYRE_TEST_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <wyre/core.h>

#define TEST(name)   static void name(void **state __attribute__((unused)))
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A test program is a list of its tests: RUN_TESTS("smb2_header", TESTED(a), TESTED(b)) */
#define TESTED(name) cmocka_unit_test(name)
#define RUN_TESTS(group, ...)                                                                      \
    int main(void)                                                                                 \
    {                                                                                              \
        const struct CMUnitTest tests[] = {__VA_ARGS__};                                           \
        return cmocka_run_group_tests_name(group, tests, NULL, NULL);                              \
    }

#define REQUIRE(condition, row)                                                                    \
    do {                                                                                           \
        if (!(condition))                                                                          \
            fail_msg("%s: %s:%d: not true: %s", row, __FILE__, __LINE__, #condition);              \
    } while (0)

typedef struct bytes {
    uint8_t at[4096];
    size_t len;
} bytes;

static inline uint8_t
nibble(char c)
{
    return (uint8_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

/* With WYRE_SEEDS=FOLDER a test leaves its vectors there, under the hash of their bytes, for the fuzzers. */
static inline void
leave_seed(const bytes *b)
{
    const char *folder = getenv("WYRE_SEEDS");
    uint64_t hash = 0xcbf29ce484222325u;
    char path[4096];
    if (folder == NULL)
        return;
    for (size_t i = 0; i < b->len; i++)
        hash = (hash ^ b->at[i]) * 0x100000001b3u;
    snprintf(path, sizeof path, "%s/%016llx", folder, (unsigned long long)hash);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(b->at, 1, b->len, file) != b->len || fclose(file) != 0)
        fail_msg("%s cannot be written", path);
}

/* Hex digits; blanks stand between fields and mean nothing. 'text' stands for its bytes. */
static inline bytes
hex(const char *text)
{
    bytes b = {.len = 0};
    while (*text != '\0') {
        if (b.len == sizeof b.at)
            fail_msg("hex: more than %zu bytes", sizeof b.at);
        if (*text == ' ' || *text == '\n') {
            text++;
        } else if (*text == '\'') {
            for (text++; *text != '\''; text++)
                b.at[b.len++] = (uint8_t)*text;
            text++;
        } else {
            b.at[b.len++] = (uint8_t)(nibble(text[0]) << 4 | nibble(text[1]));
            text += 2;
        }
    }
    leave_seed(&b);
    return b;
}

/* The bytes in a heap block of exactly their size, so that a sanitizer sees a read past the end. */
static inline uint8_t *
exact(const uint8_t *in, size_t len)
{
    uint8_t *p = malloc(len > 0 ? len : 1);
    if (p == NULL)
        abort();
    if (len > 0)
        memcpy(p, in, len);
    return p;
}

static inline void
assert_status(const char *row, wyre_status got, wyre_status want)
{
    if (got != want)
        fail_msg("%s: %s, not %s", row, wyre_status_name(got), wyre_status_name(want));
}

static inline void
assert_offset(const char *row, size_t got, size_t want)
{
    if (got != want)
        fail_msg("%s: at %zu, not at %zu", row, got, want);
}

static inline void
assert_fields(const char *row, const void *got, const void *want, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (((const uint8_t *)got)[i] != ((const uint8_t *)want)[i])
            fail_msg("%s: other fields than expected, from byte %zu of the struct on", row, i);
}
#endif

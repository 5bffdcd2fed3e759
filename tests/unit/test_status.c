/* lib/core/status.c: every status has its name, and the versions agree. */
#include "../test.h"

/* clang-format off */
static const struct row {
    wyre_status status;
    const char *name;
} rows[] = {
    {0, "OK"}, {1, "MORE"}, {2, "END"},
    {-1, "E_ARG"}, {-2, "E_SPACE"}, {-3, "E_STATE"}, {-4, "E_RANGE"},
    {-5, "E_MAGIC"}, {-6, "E_LENGTH"}, {-7, "E_OFFSET"}, {-8, "E_VALUE"}, {-9, "E_TEXT"}, {-10, "E_LIMIT"},
    {-11, "E_UNSUPPORTED"},
    {3, "?"}, {-12, "?"}, {INT32_MAX, "?"}, {INT32_MIN, "?"},
};
/* clang-format on */

TEST(every_status_has_its_name)
{
    for (const struct row *r = rows; r < rows + COUNT(rows); r++)
        assert_string_equal(wyre_status_name(r->status), r->name);
}

TEST(every_other_number_has_none)
{
    for (wyre_status status = -1000; status <= 1000; status++)
        if (status < -11 || status > 2)
            assert_string_equal(wyre_status_name(status), "?");
}

TEST(number_and_text_of_the_version_agree)
{
    char text[32];
    uint32_t v = wyre_version_number();
    snprintf(text, sizeof text, "%u.%u.%u", (unsigned)(v >> 16), (unsigned)(v >> 8 & 0xff),
             (unsigned)(v & 0xff));
    assert_string_equal(wyre_version_string(), text);
}

RUN_TESTS("status", TESTED(every_status_has_its_name), TESTED(every_other_number_has_none),
          TESTED(number_and_text_of_the_version_agree))

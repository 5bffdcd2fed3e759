/* lib/smb/dtyp_filetime.c: [MS-DTYP] 2.3.3. */
#include "../test.h"
#include <wyre/dtyp.h>

static const struct row {
    const char *name;
    uint64_t filetime;
    wyre_dtyp_unix_time unix_time;
} rows[] = {
    {"1601-01-01", 0, {-11644473600, 0, 0}},
    {"100 ns before 1970", 116444735999999999u, {-1, 999999900, 0}},
    {"1970-01-01", 116444736000000000u, {0, 0, 0}},
    {"2038-01-19 03:14:08.5", 137919572485000000u, {2147483648, 500000000, 0}},
    {"the last one", UINT64_MAX, {1833029933770, 955161500, 0}},
};

TEST(filetime_goes_both_ways)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        wyre_dtyp_unix_time got;
        uint64_t back;
        wyre_dtyp_filetime_to_unix(row->filetime, &got);
        assert_fields(row->name, &got, &row->unix_time, sizeof got);
        assert_status(row->name, wyre_dtyp_filetime_from_unix(&got, &back), WYRE_OK);
        REQUIRE(back == row->filetime, row->name);
    }
}

TEST(less_than_100_ns_is_cut_off)
{
    uint64_t got;
    wyre_dtyp_unix_time time = {0, 199, 0};
    assert_status("199 ns", wyre_dtyp_filetime_from_unix(&time, &got), WYRE_OK);
    assert_true(got == 116444736000000001u);
}

TEST(what_a_filetime_cannot_hold_is_refused)
{
    static const struct {
        const char *name;
        wyre_dtyp_unix_time time;
    } refused[] = {
        {"a second before 1601", {-11644473601, 0, 0}},
        {"a billion nanoseconds", {0, 1000000000, 0}},
        {"100 ns past the last one", {1833029933770, 955161600, 0}},
        {"a second past the last one", {1833029933771, 0, 0}},
        {"the last second of 64 bits", {INT64_MAX, 0, 0}},
        {"the first second of 64 bits", {INT64_MIN, 0, 0}},
    };
    for (size_t i = 0; i < COUNT(refused); i++) {
        uint64_t got = 1;
        assert_status(refused[i].name, wyre_dtyp_filetime_from_unix(&refused[i].time, &got),
                      WYRE_E_RANGE);
        REQUIRE(got == 0, refused[i].name);
    }
}

RUN_TESTS("dtyp_filetime", TESTED(filetime_goes_both_ways), TESTED(less_than_100_ns_is_cut_off),
          TESTED(what_a_filetime_cannot_hold_is_refused))

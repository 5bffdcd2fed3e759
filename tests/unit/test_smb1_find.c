/* lib/smb/smb1_find.c. Rows are the tables of [MS-CIFS] 2.2.8.1.1 to 2.2.8.1.3, a blank between two
 * fields. */
#include "../smb1_told.h"
#include "../properties/find_ring.h"

FIND_RING(1);
FIND_RING(2);
FIND_RING(3);

/* Three dates and times, size, allocation, attributes. */
#define FIXED "5b3a 3328 5c3a 3428 5d3a 3528 0c000000 00100000 2000 "
#define FIXED_TOLD                                                                                 \
    "creation_date=14939 creation_time=10291 last_access_date=14940 last_access_time=10292 "       \
    "last_write_date=14941 last_write_time=10293 file_data_size=12 allocation_size=4096 "          \
    "attributes=0x20 "

enum { UNICODE = WYRE_SMB1_FLAGS2_UNICODE, KEYS = WYRE_SMB1_FIND_RETURN_RESUME_KEYS };

/* clang-format off */
static const struct record_row {
    const ring *of;
    uint32_t flags;
    const char *name, *hex;
    wyre_status status;
    size_t n;
    const char *told;
} rows[] = {
    {&find_1_ring, 0, "INFO_STANDARD, OEM", FIXED "02 'ab' 00", WYRE_OK, 26,
     FIXED_TOLD "unicode=0 file_name=[23,2]"},
    {&find_1_ring, UNICODE, "INFO_STANDARD, UTF-16LE behind a pad", FIXED "04 00 6100 6200 0000", WYRE_OK, 30,
     FIXED_TOLD "unicode=1 file_name=[24,4]"},
    {&find_1_ring, UNICODE | KEYS, "INFO_STANDARD with a key", "07000000" FIXED "02 00 6100 0000", WYRE_OK, 32,
     "resume_key=7 " FIXED_TOLD "unicode=1 file_name=[28,2]"},
    {&find_1_ring, 0, "no name", FIXED "00 00", WYRE_OK, 24, FIXED_TOLD "unicode=0 file_name=[23,0]"},
    {&find_1_ring, 0, "a name past the end", FIXED "04 'ab' 00", WYRE_E_LENGTH, 23, ""},
    {&find_1_ring, 0, "no NUL", FIXED "02 'ab'", WYRE_E_LENGTH, 25, ""},
    {&find_1_ring, 0, "another byte for the NUL", FIXED "02 'abc'", WYRE_E_VALUE, 25, ""},
    {&find_1_ring, UNICODE, "half a NUL", FIXED "02 00 6100 00", WYRE_E_LENGTH, 27, ""},
    {&find_1_ring, 0, "no length", FIXED, WYRE_E_LENGTH, 22, ""},
    {&find_1_ring, KEYS, "half a key", "0700", WYRE_E_LENGTH, 2, ""},
    {&find_2_ring, 0, "INFO_QUERY_EA_SIZE, OEM", FIXED "04000000 02 'ab' 00", WYRE_OK, 30,
     FIXED_TOLD "ea_size=4 unicode=0 file_name=[27,2]"},
    {&find_2_ring, UNICODE, "INFO_QUERY_EA_SIZE, UTF-16LE without a pad", FIXED "04000000 02 6100 00", WYRE_OK, 30,
     FIXED_TOLD "ea_size=4 unicode=1 file_name=[27,2]"},
    {&find_3_ring, 0, "INFO_QUERY_EAS_FROM_LIST", FIXED "0b000000 00 01 0100 'c' 00 07 02 'ab' 00", WYRE_OK, 37,
     FIXED_TOLD "ea_list=[26,7] unicode=0 file_name=[34,2]"},
    {&find_3_ring, 0, "a list that is shorter than its size", FIXED "03000000 02 'ab' 00", WYRE_E_LENGTH, 22, ""},
    {&find_3_ring, 0, "a list past the end", FIXED "09000000 02 'ab' 00", WYRE_E_LENGTH, 22, ""},
};
/* clang-format on */

TEST(records_tell_what_the_rows_say)
{
    for (const struct record_row *row = rows; row < rows + COUNT(rows); row++) {
        static told got;
        wyre_visitor v = telling(&got);
        wyre_smb1_find_record m;
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        uint8_t out[64];
        size_t n;
        assert_status(row->name, row->of->decode(unit, in.len, row->flags, &m, &n), row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK) {
            row->of->visit(&m, &v);
            assert_told(row->name, &got, row->told);
            assert_status(row->name, row->of->encode(&m, unit, in.len, out, sizeof out, &n),
                          WYRE_OK);
            assert_offset(row->name, n, row->n);
            REQUIRE(memcmp(out, unit, n) == 0, row->name);
            ring_open(row->of, row->name, in.at, in.len, row->flags);
        }
        free(unit);
    }
}

TEST(other_levels_are_of_another_struct)
{
    bytes in = hex(FIXED "02 'ab' 00");
    wyre_smb1_find_record m;
    const wyre_smb1_find_record other = {.information_level = 0x104};
    static const wyre_visitor none;
    assert_status("decode", wyre_smb1_find_record_decode(0x104, in.at, in.len, 0, &m, NULL),
                  WYRE_E_UNSUPPORTED);
    assert_status("encode", wyre_smb1_find_record_encode(&other, NULL, 0, NULL, 0, NULL),
                  WYRE_E_UNSUPPORTED);
    assert_status("visit", wyre_smb1_find_record_visit(&other, &none), WYRE_E_UNSUPPORTED);
    assert_status("flags", wyre_smb1_find_record_decode(1, in.at, in.len, 1, &m, NULL), WYRE_E_ARG);
}

TEST(a_name_longer_than_its_count_is_refused)
{
    static const uint8_t src[256] = {1};
    const wyre_smb1_find_record m = {.file_name = {0, 256}, .information_level = 1};
    assert_status("256", wyre_smb1_find_record_encode(&m, src, sizeof src, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

/* clang-format off */
static const struct all_row {
    const char *name, *hex;
    uint16_t level;
    uint32_t flags;
    wyre_status status;
    size_t n;
    const char *told;
} all_rows[] = {
    {"two records", FIXED "02 'ab' 00" FIXED "01 'c' 00", 1, 0, WYRE_OK, 51,
     "entry[0,51]{" FIXED_TOLD "unicode=0 file_name=[23,2]} entry[0,51]{" FIXED_TOLD "unicode=0 file_name=[49,1]}"},
    {"the second one is cut", FIXED "02 'ab' 00" FIXED "01 'c'", 1, 0, WYRE_E_LENGTH, 50,
     "entry[0,50]{" FIXED_TOLD "unicode=0 file_name=[23,2]}"},
    {"attributes", FIXED "0b000000 00 01 0100 'c' 00 07 02 'ab' 00", 3, 0, WYRE_OK, 37,
     "entry[0,37]{" FIXED_TOLD "ea_list=[26,7] unicode=0 file_name=[34,2] "
     "ea[0,37]{ea_flag=0x00 attribute_name=[30,1] attribute_value=[32,1]}}"},
    {"an attribute past its list", FIXED "0b000000 00 01 0200 'c' 00 07 02 'ab' 00", 3, 0, WYRE_E_LENGTH, 32,
     "entry[0,37]{" FIXED_TOLD "ea_list=[26,7] unicode=0 file_name=[34,2]}"},
    {"nothing", "", 1, 0, WYRE_OK, 0, ""},
    {"another level", "00", 0x104, 0, WYRE_E_UNSUPPORTED, 0, ""},
};
/* clang-format on */

TEST(all_records_tell_what_the_rows_say)
{
    for (const struct all_row *row = all_rows; row < all_rows + COUNT(all_rows); row++) {
        static told got;
        wyre_visitor v = telling(&got);
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        size_t n;
        wyre_status status = wyre_smb1_find_visit(row->level, unit, in.len, row->flags, &v, &n);
        assert_told(row->name, &got, row->told);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        free(unit);
    }
}

RUN_TESTS("smb1_find", TESTED(records_tell_what_the_rows_say),
          TESTED(other_levels_are_of_another_struct),
          TESTED(a_name_longer_than_its_count_is_refused),
          TESTED(all_records_tell_what_the_rows_say))

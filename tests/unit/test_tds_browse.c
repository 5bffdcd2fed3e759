/* lib/tds/tds_browse.c: [MS-TDS] 2.2.7.3, 2.2.7.23: what TABNAME and COLINFO hold. */
#include "../properties/ring.h"
#include <wyre/tds.h>

enum { OLD = WYRE_TDS_BEFORE_7_1_REV_1 | WYRE_TDS_BEFORE_7_2 };

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t dialect;
    size_t names, parts; /* parts of all names together */
    wyre_status status;
} rows[] = {
    {"one name of two parts, one of one", "02 0300 640062006f00 0100 7400 01 0100 7500", 0, 2, 3, WYRE_END},
    {"before 7.1 revision 1", "0100 7400 0200 75007600", OLD, 2, 2, WYRE_END},
    {"no parts", "00", 0, 1, 0, WYRE_END},
    {"none", "", 0, 0, 0, WYRE_END},
    {"a part past the end", "02 0100 7400 0100 75", 0, 0, 0, WYRE_E_LENGTH},
    {"a second name cut short", "01 0100 7400 01 01", 0, 1, 1, WYRE_E_LENGTH},
    {"65535 characters", "01 ffff 7400", 0, 0, 0, WYRE_E_LENGTH},
};
/* clang-format on */

TEST(names_come_one_by_one)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len), out[32];
        wyre_tds_span_iter it = {0};
        wyre_tds_table_name name;
        size_t n, names = 0, parts = 0, end = 0;
        wyre_status status;
        while ((status = wyre_tds_table_name_next(&it, unit, in.len, row->dialect, &name)) ==
               WYRE_OK) {
            wyre_tds_span_iter p = {0};
            wyre_span part;
            names++;
            while (wyre_tds_part_next(&p, unit + name.parts.off, name.parts.len, &part) == WYRE_OK)
                parts++;
            assert_offset(row->name, p.pos, name.parts.len);
            assert_status(
                row->name,
                wyre_tds_table_name_encode(&name, row->dialect, unit, in.len, out, sizeof out, &n),
                WYRE_OK);
            assert_offset(row->name, n, it.pos - end);
            assert_memory_equal(out, unit + end, n);
            end = it.pos;
        }
        assert_status(row->name, status, row->status);
        assert_int_equal(names, row->names);
        assert_int_equal(parts, row->parts);
        free(unit);
    }
    wyre_tds_table_name two = {.count = 2};
    assert_status("two parts", wyre_tds_table_name_encode(&two, OLD, NULL, 0, NULL, 0, NULL),
                  WYRE_E_RANGE);
    wyre_tds_span_iter it = {1};
    wyre_span part;
    assert_status("part", wyre_tds_part_next(&it, NULL, 0, &part), WYRE_E_LENGTH);
}

RING(wyre_tds_colinfo, WYRE_TDS_DIALECT_BITS);
TEST(colinfo_keeps_the_laws)
{
    bytes in = hex("01 01 08 02 00 04 03 01 20 01 6100");
    wyre_tds_span_iter it = {0};
    wyre_tds_colinfo m;
    assert_status("first", wyre_tds_colinfo_next(&it, in.at, in.len, 0, &m), WYRE_OK);
    assert_int_equal(m.col_num, 1);
    assert_int_equal(m.table_num, 1);
    assert_int_equal(m.status, WYRE_TDS_COLINFO_KEY);
    assert_status("second", wyre_tds_colinfo_next(&it, in.at, in.len, 0, &m), WYRE_OK);
    assert_int_equal(m.status, WYRE_TDS_COLINFO_EXPRESSION);
    assert_status("third", wyre_tds_colinfo_next(&it, in.at, in.len, 0, &m), WYRE_OK);
    assert_int_equal(m.col_name.off, 10);
    assert_int_equal(m.col_name.len, 2);
    assert_status("end", wyre_tds_colinfo_next(&it, in.at, in.len, 0, &m), WYRE_END);
    ring_holds(&wyre_tds_colinfo_ring, "with a name", in.at + 6, 6, 0);
    ring_holds(&wyre_tds_colinfo_ring, "without", in.at, 3, 0);
    it.pos = 6;
    assert_status("name past the end", wyre_tds_colinfo_next(&it, in.at, in.len - 1, 0, &m),
                  WYRE_E_LENGTH);
}

RUN_TESTS("tds_browse", TESTED(names_come_one_by_one), TESTED(colinfo_keeps_the_laws))

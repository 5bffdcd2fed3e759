/* lib/tds/tds_classification.c: [MS-TDS] 2.2.7.5. */
#include "../properties/ring.h"
#include <wyre/tds.h>

enum { RANK = WYRE_TDS_SENSITIVITY_RANK };

RING(wyre_tds_dataclassification, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_sensitivity_name, WYRE_TDS_DIALECT_BITS);

/* Two labels, a kind of information; three columns, of which the second has nothing. */
#define NAMES "0200 01 6100 01 6200 00 01 6300 0100 01 6400 00 "

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t dialect;
    wyre_status status;
    size_t n;
    size_t names, properties;
} rows[] = {
    {"version 1", "a3 " NAMES "0300 0100 0000 0000 0000 0200 0100 ffff ffff 0000", 0, WYRE_OK, 39, 3, 3},
    {"version 2", "a3 " NAMES "1e000000 0100 0100 0000 0000 28000000", RANK, WYRE_OK, 35, 3, 1},
    {"nothing is classified", "a3 0000 0000 0000", 0, WYRE_OK, 7, 0, 0},
    {"another token", "a4 0000 0000 0000", 0, WYRE_E_VALUE, 0, 0, 0},
    {"a label past the end", "a3 0100 01 61", 0, WYRE_E_LENGTH, 5, 0, 0},
    {"65535 labels", "a3 ffff 00 00", 0, WYRE_E_LENGTH, 5, 0, 0},
    {"65535 columns", "a3 0000 0000 ffff 0000", 0, WYRE_E_LENGTH, 9, 0, 0},
    {"65535 properties", "a3 0000 0000 0100 ffff 00000000", 0, WYRE_E_LENGTH, 13, 0, 0},
    {"no rank", "a3 0000 0000 0000", RANK, WYRE_E_LENGTH, 7, 0, 0},
};
/* clang-format on */

static size_t
names_of(const struct row *row, const uint8_t *in, wyre_span s)
{
    wyre_tds_span_iter it = {0};
    wyre_tds_sensitivity_name name;
    size_t count = 0;
    wyre_status status;
    uint32_t end = 0;
    uint8_t out[16];
    size_t n;
    while ((status = wyre_tds_sensitivity_name_next(&it, in + s.off, s.len, row->dialect, &name)) ==
           WYRE_OK) {
        assert_status(row->name,
                      wyre_tds_sensitivity_name_encode(&name, in + s.off, s.len, out, 16, &n),
                      WYRE_OK);
        assert_offset(row->name, n, it.pos - end);
        assert_memory_equal(out, in + s.off + end, n);
        end = it.pos;
        count++;
    }
    assert_status(row->name, status, WYRE_END);
    return count;
}

TEST(classification_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len), out[64];
        wyre_tds_dataclassification m;
        wyre_tds_sensitivity all[4];
        wyre_tds_sensitivity_iter it = {0, 0, 0};
        size_t n, count = 0;
        assert_status(row->name,
                      wyre_tds_dataclassification_decode(unit, in.len, row->dialect, &m, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK) {
            assert_int_equal(names_of(row, unit, m.labels) +
                                 names_of(row, unit, m.information_types),
                             row->names);
            while (wyre_tds_sensitivity_next(&it, unit + m.columns.off, m.columns.len, row->dialect,
                                             &all[count]) == WYRE_OK)
                count++;
            assert_int_equal(count, row->properties);
            assert_status(row->name,
                          wyre_tds_sensitivity_build(all, count, m.column_count, row->dialect, out,
                                                     sizeof out, &n),
                          WYRE_OK);
            assert_offset(row->name, n, m.columns.len);
            if (n > 0)
                assert_memory_equal(out, unit + m.columns.off, n);
            if (m.labels.len > 0)
                ring_holds(&wyre_tds_sensitivity_name_ring, row->name, unit + m.labels.off, 6,
                           row->dialect);
            ring_holds(&wyre_tds_dataclassification_ring, row->name, unit, in.len, row->dialect);
        }
        free(unit);
    }
}

TEST(properties_know_their_column)
{
    bytes in = hex("0100 0000 0000 0000 0100 0100 ffff");
    wyre_tds_sensitivity_iter it = {0, 0, 0};
    wyre_tds_sensitivity m;
    assert_status("first", wyre_tds_sensitivity_next(&it, in.at, in.len, 0, &m), WYRE_OK);
    assert_int_equal(m.column, 0);
    assert_status("second", wyre_tds_sensitivity_next(&it, in.at, in.len, 0, &m), WYRE_OK);
    assert_int_equal(m.column, 2);
    assert_int_equal(m.label_index, 1);
    assert_int_equal(m.information_type_index, WYRE_TDS_NO_SENSITIVITY);
    assert_status("end", wyre_tds_sensitivity_next(&it, in.at, in.len, 0, &m), WYRE_END);
    it = (wyre_tds_sensitivity_iter){0, 0, 0};
    assert_status("cut", wyre_tds_sensitivity_next(&it, in.at, 5, 0, &m), WYRE_E_LENGTH);
}

TEST(classification_that_cannot_be_is_not_written)
{
    bytes src = hex("01 6100 01 6200");
    wyre_tds_dataclassification m = {.labels = {0, 6}, .label_count = 2};
    wyre_tds_sensitivity p[2] = {{.column = 1}, {.column = 0}};
    uint8_t out[64];
    assert_status("one label, not two",
                  wyre_tds_dataclassification_encode(&m, src.at, src.len, out, 64, NULL),
                  WYRE_E_RANGE);
    m.label_count = 1;
    assert_status("one label",
                  wyre_tds_dataclassification_encode(&m, src.at, src.len, out, 64, NULL), WYRE_OK);
    m.columns = (wyre_span){0, 2};
    assert_status("columns that are none",
                  wyre_tds_dataclassification_encode(&m, src.at, src.len, out, 64, NULL),
                  WYRE_E_RANGE);
    m.columns = (wyre_span){6, 2};
    assert_status("outside src",
                  wyre_tds_dataclassification_encode(&m, src.at, src.len, out, 64, NULL),
                  WYRE_E_ARG);
    assert_status("not in order", wyre_tds_sensitivity_build(p, 2, 2, 0, out, 64, NULL),
                  WYRE_E_RANGE);
    assert_status("a column too many", wyre_tds_sensitivity_build(p, 1, 1, 0, out, 64, NULL),
                  WYRE_E_RANGE);
}

RUN_TESTS("tds_classification", TESTED(classification_decodes_or_is_refused_as_the_row_says),
          TESTED(properties_know_their_column),
          TESTED(classification_that_cannot_be_is_not_written))

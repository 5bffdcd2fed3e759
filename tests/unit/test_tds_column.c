/* lib/tds/tds_column.c: the heads of COLMETADATA and ALTMETADATA, [MS-TDS] 2.2.7.1, 2.2.7.4; types of columns
 * are in test_tds_row.c. */
#include "../properties/ring.h"
#include <wyre/tds.h>

/* Two totals of statement 3, by columns 2 and 1: SUM of column 1, and COUNT of column 4 with a name. */
static const char totals[] = "88 0200 0300 02 0200 0100 "
                             "4d 0100 00000000 0100 26 04 00 "
                             "4b 0400 00000000 0000 38 01 6300";
static const char total[] = "d3 0300 04 07000000 02000000";

TEST(totals_are_read_and_written)
{
    char text[256];
    snprintf(text, sizeof text, "%s %s", totals, total);
    bytes in = hex(text), head = hex(totals);
    wyre_tds_column columns[2], none;
    wyre_tds_value values[2];
    wyre_tds_column_iter it = {.pos = 0};
    wyre_tds_row_iter row = {.pos = (uint32_t)head.len};
    uint8_t out[64];
    size_t n;
    for (int i = 0; i < 2; i++)
        assert_status("column", wyre_tds_column_next(&it, in.at, in.len, 0, &columns[i]), WYRE_OK);
    assert_status("end", wyre_tds_column_next(&it, in.at, in.len, 0, &none), WYRE_END);
    assert_offset("end", it.pos, head.len);
    assert_int_equal(it.token, 0x88);
    assert_int_equal(it.id, 3);
    assert_int_equal(it.by_columns.off, 6);
    assert_int_equal(it.by_columns.len, 4);
    assert_int_equal(columns[0].op, 0x4d);
    assert_int_equal(columns[0].operand, 1);
    assert_int_equal(columns[1].op, 0x4b);
    assert_int_equal(columns[1].operand, 4);
    assert_int_equal(columns[1].name.len, 2);
    assert_status("encode",
                  wyre_tds_columns_encode(&it, columns, 2, 0, in.at, in.len, out, sizeof out, &n),
                  WYRE_OK);
    assert_offset("encode", n, head.len);
    assert_memory_equal(out, in.at, n);

    for (int i = 0; i < 2; i++)
        assert_status("value", wyre_tds_row_next(&row, in.at, in.len, 0, &columns[i], &values[i]),
                      WYRE_OK);
    assert_int_equal(values[0].data.len, 4);
    assert_status("altrow",
                  wyre_tds_altrow_encode(3, columns, values, 2, in.at, in.len, out, sizeof out, &n),
                  WYRE_OK);
    assert_offset("altrow", n, in.len - head.len);
    assert_memory_equal(out, in.at + head.len, n);
    in.at[head.len + 1] = 4;
    row = (wyre_tds_row_iter){.pos = (uint32_t)head.len};
    assert_status("another statement",
                  wyre_tds_row_next(&row, in.at, in.len, 0, &columns[0], &values[0]), WYRE_E_MAGIC);
}

TEST(rows_follow_their_own_metadata)
{
    static const char *const bad[] = {"81 0100 00000000 0000 38 00 d3 0000 01000000",
                                      "88 0100 0000 00 4d 0100 00000000 0000 38 00 d1 01000000",
                                      "81 0100 00000000 0000 38 00 01 01000000"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        bytes in = hex(bad[i]);
        wyre_tds_column_iter columns = {.pos = 0};
        wyre_tds_column column;
        wyre_tds_value value;
        while (wyre_tds_column_next(&columns, in.at, in.len, 0, &column) == WYRE_OK)
            ;
        wyre_tds_row_iter row = {.pos = columns.pos};
        assert_status(bad[i], wyre_tds_row_next(&row, in.at, in.len, 0, &column, &value),
                      WYRE_E_MAGIC);
    }
}

TEST(keys_come_back_with_their_columns)
{
    bytes in = hex("81 0100 0100 00000000000000000000000000000000 00000000 01 0100 aa 01 6b00 0100 "
                   "7000 01 6100"
                   "00000000 0008 a5 1000 0000 00000000 38 02 01 01 01 7800");
    wyre_tds_column_iter it = {.pos = 0};
    wyre_tds_column column, none;
    uint8_t out[80];
    size_t n;
    const uint32_t dialect = WYRE_TDS_COLUMN_ENCRYPTION;
    assert_status("column", wyre_tds_column_next(&it, in.at, in.len, dialect, &column), WYRE_OK);
    assert_status("end", wyre_tds_column_next(&it, in.at, in.len, dialect, &none), WYRE_END);
    assert_int_equal(it.keys.off, 3);
    assert_int_equal(it.keys.len, 36);
    assert_status(
        "encode",
        wyre_tds_columns_encode(&it, &column, 1, dialect, in.at, in.len, out, sizeof out, &n),
        WYRE_OK);
    assert_offset("encode", n, in.len);
    assert_memory_equal(out, in.at, n);
}

TEST(heads_that_cannot_be_written_are_refused)
{
    static const uint8_t src[600];
    static const struct {
        const char *name;
        wyre_tds_column_iter head;
        wyre_status status;
    } bad[] = {
        {"another token", {.token = 0xa1}, WYRE_E_RANGE},
        {"half a column number", {.token = 0x88, .by_columns = {0, 3}}, WYRE_E_RANGE},
        {"256 columns to group by", {.token = 0x88, .by_columns = {0, 512}}, WYRE_E_RANGE},
        {"group columns outside src", {.token = 0x88, .by_columns = {599, 2}}, WYRE_E_ARG},
    };
    uint8_t out[600];
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_status(
            bad[i].name,
            wyre_tds_columns_encode(&bad[i].head, NULL, 0, 0, src, sizeof src, out, 600, NULL),
            bad[i].status);
    assert_string_equal(wyre_tds_aop_name(0x4d), "SUM");
    assert_string_equal(wyre_tds_aop_name(0x4c), "?");
}

RUN_TESTS("tds_column", TESTED(totals_are_read_and_written), TESTED(rows_follow_their_own_metadata),
          TESTED(keys_come_back_with_their_columns),
          TESTED(heads_that_cannot_be_written_are_refused))

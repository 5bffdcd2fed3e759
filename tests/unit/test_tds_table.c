/* lib/tds/tds_table.c: tables in parameters, [MS-TDS] 2.2.5.5.5: columns, options, the end, rows, the end. */
#include "../properties/ring.h"
#include <wyre/tds.h>

#define COLUMN  "00000000 0000 26 01 00 " /* INTN of 1 byte */
#define DEFAULT "00000000 0002 26 01 00 "

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    size_t columns, rows, values; /* values of all rows together */
    int is_null;
} rows[] = {
    {"one of [MS-TDS] 4.14", "0100 " COLUMN "00 01 01 02 00", WYRE_OK, 16, 1, 1, 1, 0},
    {"three rows of two columns", "0200 " COLUMN COLUMN "00 01 0101 0102 01 00 0103 01 0104 0105 00", WYRE_OK, 36,
     2, 3, 6, 0},
    {"no rows", "0100 " COLUMN "00 00", WYRE_OK, 13, 1, 0, 0, 0},
    {"NULL", "ffff 00 00", WYRE_OK, 4, 0, 0, 0, 1},
    {"a column at its default has no values", "0200 " DEFAULT COLUMN "00 01 0107 00", WYRE_OK, 25, 2, 1, 1, 0},
    {"NTEXT has neither pointer nor table name", "0100 00000000 0000 63 00000000 0904d00034 00 00 01 02000000 6100 00",
     WYRE_OK, 28, 1, 1, 1, 0},
    {"both options", "0100 " COLUMN "10 0100 0100 01 11 0100 0100 00 00", WYRE_OK, 24, 1, 0, 0, 0},
    {"the other way round, and empty", "0100 " COLUMN "11 0000 10 0000 00 00", WYRE_OK, 19, 1, 0, 0, 0},
    {"an option twice", "0100 " COLUMN "10 0000 10 0000 00 00", WYRE_E_VALUE, 14, 0, 0, 0, 0},
    {"an unknown option", "0100 " COLUMN "12 0000 00 00", WYRE_E_VALUE, 11, 0, 0, 0, 0},
    {"an unknown token for a row", "0100 " COLUMN "00 02 01 02 00", WYRE_E_VALUE, 12, 0, 0, 0, 0},
    {"a row of NULL", "ffff 00 01 00", WYRE_E_VALUE, 3, 0, 0, 0, 0},
    {"an option past the end", "0100 " COLUMN "10 ffff 0100 01 00", WYRE_E_LENGTH, 18, 0, 0, 0, 0},
    {"a row cut short", "0100 " COLUMN "00 01 01", WYRE_E_LENGTH, 14, 0, 0, 0, 0},
    {"no end behind the rows", "0100 " COLUMN "00 01 01 02", WYRE_E_LENGTH, 15, 0, 0, 0, 0},
    {"a value that cannot be", "0100 " COLUMN "00 01 03 020202 00", WYRE_E_VALUE, 13, 0, 0, 0, 0},
    {"1025 columns", "0104 " COLUMN "00 00", WYRE_E_LIMIT, 0, 0, 0, 0, 0},
    {"1024 that are not there", "0004 " COLUMN "00 00", WYRE_E_LENGTH, 13, 0, 0, 0, 0},
    {"nothing", "", WYRE_E_LENGTH, 0, 0, 0, 0, 0},
    {"a column of tables", "0100 00000000 0000 f3 00 00 00 00 00 00", WYRE_E_UNSUPPORTED, 8, 0, 0, 0, 0},
};
/* clang-format on */

/* Reads columns and rows and writes them again, part by part. */
static void
comes_back(const struct row *row, const uint8_t *in, size_t len, const wyre_tds_table *t)
{
    wyre_tds_column columns[4], none;
    wyre_tds_value values[4], nothing;
    wyre_tds_column_iter it = t->columns;
    uint8_t out[64];
    size_t n, count = 0, found = 0, all = 0, end = t->rows.off + (size_t)t->rows.len;
    while (wyre_tds_column_next(&it, in, len, 0, &columns[count]) == WYRE_OK)
        count++;
    assert_int_equal(count, row->columns);
    for (uint32_t pos = t->rows.off; pos < end; found++) {
        wyre_tds_row_iter r = {.columns = t->columns, .pos = pos};
        size_t i = 0;
        memset(values, 0, sizeof values);
        for (wyre_tds_column_iter c = t->columns;
             wyre_tds_column_next(&c, in, len, 0, &none) == WYRE_OK; i++)
            if ((none.flags & WYRE_TDS_COLUMN_DEFAULT) == 0) {
                assert_status(row->name, wyre_tds_row_next(&r, in, len, 0, &none, &values[i]),
                              WYRE_OK);
                all++;
            }
        assert_status(row->name, wyre_tds_row_next(&r, in, len, 0, &none, &nothing), WYRE_END);
        assert_status(row->name,
                      wyre_tds_table_row_encode(columns, values, count, in, len, out, 64, &n),
                      WYRE_OK);
        assert_offset(row->name, n, r.pos - pos);
        assert_memory_equal(out, in + pos, n);
        pos = r.pos;
    }
    assert_int_equal(found, row->rows);
    assert_int_equal(all, row->values);
    for (size_t cap = 0; cap <= len; cap++) {
        uint8_t *room = block(cap);
        assert_status(row->name, wyre_tds_table_encode(t, columns, count, in, len, room, cap, &n),
                      cap < len ? WYRE_E_SPACE : WYRE_OK);
        assert_offset(row->name, n, len);
        if (cap == len)
            assert_memory_equal(room, in, len);
        free(room);
    }
}

TEST(table_is_read_and_written_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_tds_table t;
        size_t n;
        assert_status(row->name, wyre_tds_table_decode(unit, in.len, 0, &t, &n), row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK) {
            assert_int_equal(t.is_null, row->is_null);
            comes_back(row, unit, in.len, &t);
        }
        for (size_t cut = 0; cut < in.len; cut++) {
            uint8_t *part = exact(unit, cut);
            REQUIRE(wyre_tds_table_decode(part, cut, 0, &t, &n) != WYRE_OK && n <= cut, row->name);
            free(part);
        }
        free(unit);
    }
}

TEST(columns_at_their_default_are_few)
{
    uint8_t in[2 + 65 * 9 + 2] = {65, 0};
    bytes column = hex(DEFAULT);
    wyre_tds_column all[65] = {{.user_type = 0}};
    wyre_tds_table t;
    size_t n;
    for (size_t i = 0; i < 65; i++) {
        memcpy(in + 2 + i * 9, column.at, 9);
        all[i].type_info = (wyre_tds_type_info){.type = 0x26, .max_length = 1};
        all[i].flags = WYRE_TDS_COLUMN_DEFAULT;
    }
    assert_status("65", wyre_tds_table_decode(in, sizeof in, 0, &t, &n), WYRE_E_LIMIT);
    in[0] = 64;
    assert_status("64", wyre_tds_table_decode(in, sizeof in - 9, 0, &t, &n), WYRE_OK);
    memset(&t, 0, sizeof t);
    assert_status("65", wyre_tds_table_encode(&t, all, 65, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    assert_status("64", wyre_tds_table_encode(&t, all, 64, NULL, 0, NULL, 0, NULL), WYRE_E_SPACE);
}

TEST(tables_that_cannot_be_are_refused)
{
    static const uint8_t src[8];
    static const struct {
        const char *name;
        wyre_tds_table table;
        wyre_status status;
    } bad[] = {
        {"NULL with rows", {.is_null = 1, .rows = {0, 1}}, WYRE_E_RANGE},
        {"half an entry", {.order_unique = {0, 2}}, WYRE_E_RANGE},
        {"half a column number", {.column_ordering = {0, 1}}, WYRE_E_RANGE},
        {"rows outside src", {.rows = {7, 2}}, WYRE_E_ARG},
    };
    wyre_tds_table t;
    size_t n;
    uint8_t out[32];
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_status(bad[i].name,
                      wyre_tds_table_encode(&bad[i].table, NULL, 0, src, 8, out, 32, NULL),
                      bad[i].status);
    assert_status("before 7.2", wyre_tds_table_decode(src, 8, WYRE_TDS_BEFORE_7_2, &t, &n),
                  WYRE_E_UNSUPPORTED);
    assert_status("flags", wyre_tds_table_decode(src, 8, 0x80, &t, &n), WYRE_E_ARG);
}

RUN_TESTS("tds_table", TESTED(table_is_read_and_written_as_the_row_says),
          TESTED(columns_at_their_default_are_few), TESTED(tables_that_cannot_be_are_refused))

/* lib/tds/tds_type.c and lib/tds/tds_row.c: [MS-TDS] 2.2.5.2 to 2.2.5.6, 2.2.7.4. A row of this table is
 * a COLMETADATA of one column, and a ROW behind it. */
#include "../properties/ring.h"
#include <wyre/tds.h>

enum { OLD = WYRE_TDS_BEFORE_7_2, OLDER = OLD | WYRE_TDS_BEFORE_7_1 };

/* clang-format off */
static const struct row {
    const char *name, *type, *value; /* TYPE_INFO and, in a column, the table name; the value */
    uint32_t dialect;
    wyre_status column, row;
    uint32_t at;     /* of a refusal, or where the data of the value begins */
    uint32_t len;    /* of that data */
    int is_null;
} rows[] = {
    {"INT4", "38", "01000000", 0, WYRE_OK, WYRE_OK, 14, 4, 0},
    {"BIT", "32", "01", 0, WYRE_OK, WYRE_OK, 14, 1, 0},
    {"INT2", "34", "0100", 0, WYRE_OK, WYRE_OK, 14, 2, 0},
    {"MONEY", "3c", "0000000001000000", 0, WYRE_OK, WYRE_OK, 14, 8, 0},
    {"INTN", "26 04", "04 01000000", 0, WYRE_OK, WYRE_OK, 16, 4, 0},
    {"INTN, NULL", "26 04", "00", 0, WYRE_OK, WYRE_OK, 16, 0, 1},
    {"INTN of 3 bytes", "26 04", "03 010000", 0, WYRE_OK, WYRE_E_VALUE, 15, 0, 0},
    {"INTN of at most 3", "26 03", "00", 0, WYRE_E_VALUE, WYRE_OK, 10, 0, 0},
    {"GUID", "24 10", "10 000102030405060708090a0b0c0d0e0f", 0, WYRE_OK, WYRE_OK, 16, 16, 0},
    {"GUID of 15 bytes", "24 10", "0f 000102030405060708090a0b0c0d0e", 0, WYRE_OK, WYRE_E_VALUE, 15, 0, 0},
    {"DECIMALN", "6a 05 09 02", "05 01 64000000", 0, WYRE_OK, WYRE_OK, 18, 5, 0},
    {"precision 39", "6a 05 27 02", "00", 0, WYRE_E_VALUE, WYRE_OK, 11, 0, 0},
    {"precision 0", "6c 05 00 00", "00", 0, WYRE_E_VALUE, WYRE_OK, 11, 0, 0},
    {"scale above precision", "6c 05 09 0a", "00", 0, WYRE_E_VALUE, WYRE_OK, 12, 0, 0},
    {"NUMERICN of 255 bytes", "6c 11 26 00", "ff", 0, WYRE_OK, WYRE_E_VALUE, 17, 0, 0},
    {"DATEN", "28", "03 010203", 0, WYRE_OK, WYRE_OK, 15, 3, 0},
    {"TIMEN, scale 7", "29 07", "05 0102030405", 0, WYRE_OK, WYRE_OK, 16, 5, 0},
    {"TIMEN, scale 2, of 5 bytes", "29 02", "05 0102030405", 0, WYRE_OK, WYRE_E_VALUE, 15, 0, 0},
    {"scale 8", "2a 08", "00", 0, WYRE_E_VALUE, WYRE_OK, 10, 0, 0},
    {"DATETIME2N, scale 3", "2a 03", "07 01020304050607", 0, WYRE_OK, WYRE_OK, 16, 7, 0},
    {"DATETIMEOFFSETN, scale 0", "2b 00", "08 0102030405060708", 0, WYRE_OK, WYRE_OK, 16, 8, 0},
    {"VARCHAR of SQL Server 6", "27 1e", "05 'pubs2'", 0, WYRE_OK, WYRE_OK, 16, 5, 0},
    {"NVARCHAR", "e7 1400 0904d00034", "0400 61006200", 0, WYRE_OK, WYRE_OK, 23, 4, 0},
    {"NVARCHAR, NULL", "e7 1400 0904d00034", "ffff", 0, WYRE_OK, WYRE_OK, 0, 0, 1},
    {"NVARCHAR before 7.1: no collation", "e7 1400", "0400 61006200", OLDER, WYRE_OK, WYRE_OK, 16, 4, 0},
    {"BIGVARBINARY past the end", "a5 1400", "0400 610062", 0, WYRE_OK, WYRE_E_LENGTH, 21, 0, 0},
    {"chunks", "a5 ffff", "0300000000000000 02000000 6162 01000000 63 00000000", 0, WYRE_OK, WYRE_OK, 24, 15, 0},
    {"chunks of unknown length", "a5 ffff", "feffffffffffffff 01000000 61 00000000", 0, WYRE_OK, WYRE_OK, 24, 9, 0},
    {"chunks, NULL", "a5 ffff", "ffffffffffffffff", 0, WYRE_OK, WYRE_OK, 24, 0, 1},
    {"chunks that do not make up the total", "a5 ffff", "0400000000000000 01000000 61 00000000", 0,
     WYRE_OK, WYRE_E_VALUE, 16, 0, 0},
    {"a chunk of 4 GiB - 1", "a5 ffff", "ffffffff00000000 ffffffff 61", 0, WYRE_OK, WYRE_E_LENGTH, 29, 0, 0},
    {"chunks without an end", "a5 ffff", "feffffffffffffff 01000000 61", 0, WYRE_OK, WYRE_E_LENGTH, 29, 0, 0},
    {"TEXT with pointer and timestamp", "23 ff000000 0904d00034 01 0100 7400", "02 aabb 0102030405060708 03000000 'abc'",
     0, WYRE_OK, WYRE_OK, 43, 3, 0},
    {"TEXT, NULL", "23 ff000000 0904d00034 00", "00", 0, WYRE_OK, WYRE_OK, 0, 0, 1},
    {"IMAGE before 7.2: one table name", "22 ff000000 0100 7400", "01 aa 0102030405060708 01000000 ff", OLD,
     WYRE_OK, WYRE_OK, 34, 1, 0},
    {"text pointer of 255 bytes", "22 ff000000 00", "ff aa", 0, WYRE_OK, WYRE_E_LENGTH, 21, 0, 0},
    {"SSVARIANT", "62 08000000", "06000000 38 00 01000000", 0, WYRE_OK, WYRE_OK, 22, 6, 0},
    {"SSVARIANT, NULL", "62 08000000", "00000000", 0, WYRE_OK, WYRE_OK, 22, 0, 1},
    {"XML without schema", "f1 00", "0000000000000000 00000000", 0, WYRE_OK, WYRE_OK, 23, 4, 0},
    {"XML with schema", "f1 01 01 6400 01 6f00 0100 6300", "ffffffffffffffff", 0, WYRE_OK, WYRE_OK, 33, 0, 1},
    {"XML with schema byte 2", "f1 02", "00", 0, WYRE_E_VALUE, WYRE_OK, 10, 0, 0},
    {"UDT", "f0 ffff 01 6400 01 7300 01 7400 0100 6100", "ffffffffffffffff", 0, WYRE_OK, WYRE_OK, 37, 0, 1},
    {"JSON", "f4", "0100000000000000 01000000 7b 00000000", 0, WYRE_OK, WYRE_OK, 22, 9, 0},
    {"VECTOR", "f5 0c00 00", "0c00 a901 0100 00 000000 0000803f", 0, WYRE_OK, WYRE_OK, 19, 12, 0},
    {"NULLTYPE, which would cost more than its length", "1f", "", 0, WYRE_E_UNSUPPORTED, WYRE_OK, 9, 0, 0},
    {"a table", "f3 00 00 00", "", 0, WYRE_E_UNSUPPORTED, WYRE_OK, 9, 0, 0},
    {"an unknown type", "99", "", 0, WYRE_E_UNSUPPORTED, WYRE_OK, 9, 0, 0},
};
/* clang-format on */

static bytes
message_of(const struct row *row, size_t *token)
{
    char text[512];
    int old = (row->dialect & OLD) != 0;
    snprintf(text, sizeof text, "81 0100 %s 0100 %s 01 7800", old ? "0000" : "00000000", row->type);
    *token = hex(text).len;
    snprintf(text, sizeof text, "81 0100 %s 0100 %s 01 7800 d1 %s", old ? "0000" : "00000000",
             row->type, row->value);
    return hex(text);
}

TEST(column_and_value_are_read_and_written_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        size_t token, n;
        bytes in = message_of(row, &token);
        uint8_t *unit = exact(in.at, in.len), out[256];
        wyre_tds_column column;
        wyre_tds_value value;
        wyre_tds_column_iter columns = {.pos = 0};
        wyre_tds_row_iter it = {.pos = (uint32_t)token};
        assert_status(row->name,
                      wyre_tds_column_next(&columns, unit, in.len, row->dialect, &column),
                      row->column);
        if (row->column != WYRE_OK) {
            assert_offset(row->name, columns.pos, row->at);
            free(unit);
            continue;
        }
        assert_int_equal(column.flags, 1);
        assert_int_equal(column.name.len, 2);
        assert_status(row->name,
                      wyre_tds_columns_encode(NULL, &column, 1, row->dialect, unit, in.len, out,
                                              sizeof out, &n),
                      WYRE_OK);
        assert_offset(row->name, n, token);
        assert_memory_equal(out, unit, n);
        assert_status(row->name,
                      wyre_tds_row_next(&it, unit, in.len, row->dialect, &column, &value),
                      row->row);
        if (row->row != WYRE_OK) {
            assert_offset(row->name, it.pos, row->at);
            free(unit);
            continue;
        }
        assert_int_equal(value.is_null, row->is_null);
        assert_int_equal(value.data.len, row->len);
        assert_int_equal(value.data.off, row->at);
        assert_status(row->name,
                      wyre_tds_row_next(&it, unit, in.len, row->dialect, &column, &value),
                      WYRE_END);
        assert_offset(row->name, it.pos, in.len);
        free(unit);
    }
}

TEST(values_come_back_byte_for_byte)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        size_t token, n;
        bytes in = message_of(row, &token);
        wyre_tds_row_iter it = {.pos = (uint32_t)token};
        wyre_tds_column column;
        wyre_tds_value value;
        if (row->column != WYRE_OK || row->row != WYRE_OK)
            continue;
        assert_status(row->name,
                      wyre_tds_row_next(&it, in.at, in.len, row->dialect, &column, &value),
                      WYRE_OK);
        for (size_t cap = 0; cap <= in.len - token; cap++) {
            uint8_t *out = block(cap);
            assert_status(row->name,
                          wyre_tds_row_encode(&column, &value, 1, in.at, in.len, out, cap, &n),
                          cap < in.len - token ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, in.len - token);
            if (cap == n)
                assert_memory_equal(out, in.at + token, n);
            free(out);
        }
    }
}

TEST(nbcrow_leaves_nulls_out)
{
    bytes in =
        hex("81 0300 00000000 0100 26 04 00 00000000 0100 26 04 00 00000000 0000 38 00 d2 02 04 "
            "01000000 02000000");
    wyre_tds_row_iter it = {.pos = 29};
    wyre_tds_column columns[3], extra;
    wyre_tds_value values[3], none;
    uint8_t out[32];
    size_t n;
    for (int i = 0; i < 3; i++)
        assert_status("value", wyre_tds_row_next(&it, in.at, in.len, 0, &columns[i], &values[i]),
                      WYRE_OK);
    assert_status("end", wyre_tds_row_next(&it, in.at, in.len, 0, &extra, &none), WYRE_END);
    assert_int_equal(values[0].is_null, 0);
    assert_int_equal(values[1].is_null, 1);
    assert_int_equal(values[2].data.off, in.len - 4);
    assert_status("encode", wyre_tds_nbcrow_encode(columns, values, 3, in.at, in.len, out, 32, &n),
                  WYRE_OK);
    assert_offset("encode", n, in.len - 29);
    assert_memory_equal(out, in.at + 29, n);
    it = (wyre_tds_row_iter){.pos = 29};
    assert_status("bitmap cut", wyre_tds_row_next(&it, in.at, 30, 0, &extra, &none), WYRE_E_LENGTH);
}

/* Its positions were those of a longer message: bitmap, value and column lie behind the end of this one. */
TEST(a_row_of_other_bytes_is_refused)
{
    bytes in = hex("81 0200 00000000 0000 38 00 00000000 0000 38 00 d2 00 01000000 02000000");
    wyre_tds_row_iter began = {.pos = 19};
    wyre_tds_column column;
    wyre_tds_value value;
    assert_status("whole", wyre_tds_row_next(&began, in.at, in.len, 0, &column, &value), WYRE_OK);
    for (size_t len = 0; len < in.len; len++) {
        uint8_t *part = exact(in.at, len);
        wyre_tds_row_iter it = began;
        assert_status("cut", wyre_tds_row_next(&it, part, len, 0, &column, &value), WYRE_E_LENGTH);
        it = began;
        it.bitmap = UINT32_MAX;
        it.index = UINT32_MAX;
        assert_status("bitmap", wyre_tds_row_next(&it, part, len, 0, &column, &value),
                      WYRE_E_LENGTH);
        free(part);
    }
}

TEST(values_that_cannot_be_written_are_refused)
{
    static const uint8_t src[70000];
    static const struct {
        const char *name;
        wyre_tds_type_info type;
        wyre_tds_value value;
        wyre_status status;
    } bad[] = {
        {"INT4 of 3 bytes", {.type = 0x38}, {.data = {0, 3}}, WYRE_E_RANGE},
        {"INT4, NULL", {.type = 0x38}, {.data = {0, 4}, .is_null = 1}, WYRE_E_RANGE},
        {"INTN of 3 bytes", {.type = 0x26}, {.data = {0, 3}}, WYRE_E_RANGE},
        {"NVARCHAR of 65535 bytes, which is NULL",
         {.type = 0xe7},
         {.data = {0, 65535}},
         WYRE_E_RANGE},
        {"NVARCHAR of 65536 bytes", {.type = 0xe7}, {.data = {0, 65536}}, WYRE_E_RANGE},
        {"TEXT without pointer", {.type = 0x23}, {.data = {0, 1}}, WYRE_E_RANGE},
        {"VARCHAR of 256 bytes", {.type = 0x27}, {.data = {0, 256}}, WYRE_E_RANGE},
        {"an empty SSVARIANT", {.type = 0x62}, {.data = {0, 0}}, WYRE_E_RANGE},
        {"outside src", {.type = 0xa5}, {.data = {69999, 2}}, WYRE_E_ARG},
        {"an unknown type", {.type = 0x99}, {.data = {0, 1}}, WYRE_E_UNSUPPORTED},
    };
    uint8_t *out = block(80000);
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_status(
            bad[i].name,
            wyre_tds_value_encode(&bad[i].value, &bad[i].type, src, sizeof src, out, 80000, NULL),
            bad[i].status);
    free(out);
}

TEST(chunks_come_one_by_one)
{
    bytes in = hex("02000000 6162 01000000 63 00000000");
    wyre_tds_chunk_iter it = {0};
    wyre_span chunk;
    assert_status("first", wyre_tds_chunk_next(&it, in.at, in.len, &chunk), WYRE_OK);
    assert_int_equal(chunk.off, 4);
    assert_int_equal(chunk.len, 2);
    assert_status("second", wyre_tds_chunk_next(&it, in.at, in.len, &chunk), WYRE_OK);
    assert_int_equal(chunk.off, 10);
    assert_status("end", wyre_tds_chunk_next(&it, in.at, in.len, &chunk), WYRE_END);
    it.pos = 6;
    assert_status("cut", wyre_tds_chunk_next(&it, in.at, 10, &chunk), WYRE_E_LENGTH);
}

TEST(column_encryption_adds_a_table_of_keys_and_metadata)
{
    bytes in = hex("81 0100 0100 00000000000000000000000000000000 00000000 01 0100 aa 01 6b00 0100 "
                   "7000 01 6100"
                   "00000000 0008 a5 1000 0000 00000000 38 02 01 01 01 7800 d1 0200 aabb");
    wyre_tds_column_iter it = {.pos = 0};
    wyre_tds_column column;
    assert_status("column",
                  wyre_tds_column_next(&it, in.at, in.len, WYRE_TDS_COLUMN_ENCRYPTION, &column),
                  WYRE_OK);
    assert_int_equal(column.crypto.len, 10);
    assert_int_equal(column.name.len, 2);
    assert_status("end",
                  wyre_tds_column_next(&it, in.at, in.len, WYRE_TDS_COLUMN_ENCRYPTION, &column),
                  WYRE_END);
    assert_offset("end", it.pos, in.len - 5);
}

TEST(types_have_names)
{
    assert_string_equal(wyre_tds_type_name(0xe7), "NVARCHAR");
    assert_string_equal(wyre_tds_type_name(0x38), "INT4");
    assert_string_equal(wyre_tds_type_name(0x99), "?");
}

RUN_TESTS("tds_row", TESTED(column_and_value_are_read_and_written_as_the_row_says),
          TESTED(values_come_back_byte_for_byte), TESTED(nbcrow_leaves_nulls_out),
          TESTED(a_row_of_other_bytes_is_refused),
          TESTED(values_that_cannot_be_written_are_refused), TESTED(chunks_come_one_by_one),
          TESTED(column_encryption_adds_a_table_of_keys_and_metadata), TESTED(types_have_names))

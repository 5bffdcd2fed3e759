/* lib/tds/tds_variant.c: [MS-TDS] 2.2.5.5.4: base type, number of bytes of its properties, properties, data. */
#include "../properties/ring.h"
#include <wyre/tds.h>

RING(wyre_tds_variant, WYRE_TDS_DIALECT_BITS);

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    wyre_tds_variant fields;
} rows[] = {
    {"INT4", "38 00 01000000", WYRE_OK, 6, {{.type = 0x38}, {2, 4}}},
    {"BIT", "32 00 01", WYRE_OK, 3, {{.type = 0x32}, {2, 1}}},
    {"GUID", "24 00 000102030405060708090a0b0c0d0e0f", WYRE_OK, 18, {{.type = 0x24}, {2, 16}}},
    {"DATEN", "28 00 010203", WYRE_OK, 5, {{.type = 0x28}, {2, 3}}},
    {"TIMEN, scale 7", "29 01 07 0102030405", WYRE_OK, 8, {{.type = 0x29, .scale = 7}, {3, 5}}},
    {"DATETIMEOFFSETN, scale 0", "2b 01 00 0102030405060708", WYRE_OK, 11, {{.type = 0x2b}, {3, 8}}},
    {"NUMERICN(9, 2)", "6c 02 09 02 01 64000000", WYRE_OK, 9,
     {{.type = 0x6c, .precision = 9, .scale = 2}, {4, 5}}},
    {"BIGVARBINARY", "a5 02 1000 aabb", WYRE_OK, 6, {{.type = 0xa5, .max_length = 16}, {4, 2}}},
    {"NVARCHAR", "e7 07 0904d00034 1000 6100", WYRE_OK, 11,
     {{.type = 0xe7, .max_length = 16, .collation = {9, 4, 0xd0, 0, 0x34}}, {9, 2}}},
    {"an empty NVARCHAR", "e7 07 0904d00034 1000", WYRE_OK, 9,
     {{.type = 0xe7, .max_length = 16, .collation = {9, 4, 0xd0, 0, 0x34}}, {9, 0}}},
    {"nothing", "", WYRE_E_LENGTH, 0, {.data = {0, 0}}},
    {"no number of properties", "38", WYRE_E_LENGTH, 1, {.data = {0, 0}}},
    {"properties past the value", "e7 07 0904d00034 10", WYRE_E_LENGTH, 8, {.data = {0, 0}}},
    {"255 bytes of properties", "e7 ff 0904d00034 1000", WYRE_E_VALUE, 1, {.data = {0, 0}}},
    {"properties of INT4", "38 01 00 01000000", WYRE_E_VALUE, 1, {.data = {0, 0}}},
    {"INT4 of 3 bytes", "38 00 010000", WYRE_E_VALUE, 2, {.data = {0, 0}}},
    {"DATEN without data", "28 00", WYRE_E_VALUE, 2, {.data = {0, 0}}},
    {"scale 8", "29 01 08 0102030405", WYRE_E_VALUE, 2, {.data = {0, 0}}},
    {"precision 39", "6a 02 27 02 01 64000000", WYRE_E_VALUE, 2, {.data = {0, 0}}},
    {"a variant in a variant", "62 00 00", WYRE_E_UNSUPPORTED, 0, {.data = {0, 0}}},
    {"an unknown type", "99 00 00", WYRE_E_UNSUPPORTED, 0, {.data = {0, 0}}},
};
/* clang-format on */

TEST(variant_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len), out[32];
        wyre_tds_variant got;
        size_t n;
        assert_status(row->name, wyre_tds_variant_decode(unit, in.len, 0, &got, &n), row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        if (row->status == WYRE_OK) {
            assert_status(row->name,
                          wyre_tds_variant_encode(&got, unit, in.len, out, sizeof out, &n),
                          WYRE_OK);
            assert_offset(row->name, n, in.len);
            assert_memory_equal(out, unit, n);
            ring_open(&wyre_tds_variant_ring, row->name, unit, in.len, 0);
        }
        free(unit);
    }
}

TEST(variant_that_cannot_be_is_not_written)
{
    static const uint8_t src[8];
    wyre_tds_variant m = {{.type = 0x38}, {0, 3}};
    uint8_t out[32];
    assert_status("length", wyre_tds_variant_encode(&m, src, 8, out, 32, NULL), WYRE_E_RANGE);
    m = (wyre_tds_variant){{.type = 0xa5, .max_length = 65536}, {0, 3}};
    assert_status("maximum", wyre_tds_variant_encode(&m, src, 8, out, 32, NULL), WYRE_E_RANGE);
    m = (wyre_tds_variant){{.type = 0x6c, .precision = 2, .scale = 3}, {0, 5}};
    assert_status("scale", wyre_tds_variant_encode(&m, src, 8, out, 32, NULL), WYRE_E_RANGE);
    m = (wyre_tds_variant){{.type = 0xf1}, {0, 5}};
    assert_status("type", wyre_tds_variant_encode(&m, src, 8, out, 32, NULL), WYRE_E_UNSUPPORTED);
}

RUN_TESTS("tds_variant", TESTED(variant_decodes_or_is_refused_as_the_row_says),
          TESTED(variant_that_cannot_be_is_not_written))

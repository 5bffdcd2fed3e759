/* lib/tds/tds_crypto.c: the table of keys, and what is known of an encrypted value. */
#include "../properties/ring.h"
#include <wyre/tds.h>

#define FORM "0100 aa 01 6b00 0100 7000 01 6100"
#define KEY  "01000000 02000000 03000000 0400000000000000 "

/* clang-format off */
static const struct key_row {
    const char *name, *hex;
    size_t count;
    wyre_status status;
    uint16_t index; /* of the last */
} key_rows[] = {
    {"no key", "0000", 0, WYRE_END, 0},
    {"a key", "0100 " KEY "01 " FORM, 1, WYRE_END, 0},
    {"two forms, a key without any, and a third key", "0300 " KEY "02 " FORM FORM KEY "00 " KEY "01 " FORM, 4, WYRE_END, 2},
    {"nothing", "", 0, WYRE_E_LENGTH, 0},
    {"a key that is not there", "0100", 0, WYRE_E_LENGTH, 0},
    {"65535 keys", "ffff " KEY "01 " FORM, 1, WYRE_E_LENGTH, 0},
    {"255 forms", "0100 " KEY "ff " FORM, 1, WYRE_E_LENGTH, 0},
    {"a path past the end", "0100 " KEY "01 0100 aa 01 6b00 ffff 7000", 0, WYRE_E_LENGTH, 0},
};

/* What a column, a RETURNVALUE and a parameter have. */
static const struct row {
    const char *name, *hex;
    uint8_t place;
    wyre_status status;
    size_t n;
    wyre_tds_crypto fields;
} rows[] = {
    {"of a column", "0100 50000000 38 02 01 01", 0, WYRE_OK, 10,
     {.ordinal = 1, .user_type = 0x50, .type_info = {.type = 0x38}, .algorithm = 2, .encryption_type = 1, .norm_version = 1}},
    {"with an algorithm by name", "0000 00000000 38 00 01 6100 02 01", 0, WYRE_OK, 13,
     {.type_info = {.type = 0x38}, .algo_name = {9, 2}, .encryption_type = 2, .norm_version = 1}},
    {"of a RETURNVALUE", "00000000 26 04 01 02 01", 1, WYRE_OK, 9,
     {.place = 1, .type_info = {.type = 0x26, .max_length = 4}, .algorithm = 1, .encryption_type = 2, .norm_version = 1}},
    {"of a parameter", "38 02 01 01000000 02000000 03000000 0400000000000000 01", 2, WYRE_OK, 24,
     {.place = 2, .type_info = {.type = 0x38}, .algorithm = 2, .encryption_type = 1, .norm_version = 1,
      .database_id = 1, .cek_id = 2, .cek_version = 3, .cek_md_version = 4}},
    {"bytes left over", "0100 00000000 38 02 01 01 00", 0, WYRE_E_VALUE, 10, {.place = 0}},
    {"a byte short", "0100 00000000 38 02 01", 0, WYRE_E_LENGTH, 9, {.place = 0}},
    {"an unknown type", "0100 00000000 99 02 01 01", 0, WYRE_E_UNSUPPORTED, 6, {.place = 0}},
    {"a name past the end", "0100 00000000 38 00 ff 6100", 0, WYRE_E_LENGTH, 11, {.place = 0}},
    {"another place", "0100 00000000 38 02 01 01", 3, WYRE_E_ARG, 0, {.place = 0}},
};
/* clang-format on */

TEST(keys_come_one_by_one)
{
    for (const struct key_row *row = key_rows; row < key_rows + COUNT(key_rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_tds_key_iter it = {.pos = 0};
        wyre_tds_key key = {.index = 0}, extra;
        for (size_t i = 0; i < row->count; i++) {
            assert_status(row->name, wyre_tds_key_next(&it, unit, in.len, &key), WYRE_OK);
            assert_int_equal(key.cek_id, 2);
            assert_int_equal(key.cek_md_version, 4);
        }
        assert_int_equal(key.index, row->index);
        assert_status(row->name, wyre_tds_key_next(&it, unit, in.len, &extra), row->status);
        free(unit);
    }
    bytes in = hex("0100 " KEY "01 " FORM);
    wyre_tds_key_iter it = {.pos = 0};
    wyre_tds_key key;
    assert_status("texts", wyre_tds_key_next(&it, in.at, in.len, &key), WYRE_OK);
    assert_int_equal(key.encrypted_key.off, 25);
    assert_int_equal(key.encrypted_key.len, 1);
    assert_int_equal(key.key_store_name.off, 27);
    assert_int_equal(key.key_path.off, 31);
    assert_int_equal(key.asymmetric_algo.off, 34);
    assert_int_equal(key.asymmetric_algo.len, 2);
}

/* The ring takes functions without a place. */
#define PLACE(name, place)                                                                         \
    static wyre_status name##_decode(const uint8_t *in, size_t in_len, uint32_t flags,             \
                                     wyre_tds_crypto *out, size_t *n)                              \
    {                                                                                              \
        return wyre_tds_crypto_decode(in, in_len, place, flags, out, n);                           \
    }                                                                                              \
    static wyre_status name##_encode(const wyre_tds_crypto *m, const uint8_t *src, size_t src_len, \
                                     uint8_t *out, size_t cap, size_t *n)                          \
    {                                                                                              \
        return wyre_tds_crypto_encode(m, src, src_len, out, cap, n);                               \
    }                                                                                              \
    RING_AS(name, wyre_tds_crypto, WYRE_TDS_DIALECT_BITS)

PLACE(of_column, WYRE_TDS_CRYPTO_COLUMN);
PLACE(of_returnvalue, WYRE_TDS_CRYPTO_RETURNVALUE);
PLACE(of_parameter, WYRE_TDS_CRYPTO_PARAMETER);

TEST(crypto_decodes_or_is_refused_as_the_row_says)
{
    static const ring *const rings[] = {&of_column_ring, &of_returnvalue_ring, &of_parameter_ring};
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len), out[64];
        wyre_tds_crypto got;
        size_t n;
        assert_status(row->name, wyre_tds_crypto_decode(unit, in.len, row->place, 0, &got, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        if (row->status == WYRE_OK) {
            assert_status(row->name, wyre_tds_crypto_encode(&got, unit, in.len, out, 64, &n),
                          WYRE_OK);
            assert_offset(row->name, n, in.len);
            assert_memory_equal(out, unit, n);
            ring_holds(rings[row->place], row->name, unit, in.len, 0);
        }
        free(unit);
    }
    wyre_tds_crypto m = {.type_info = {.type = 0x38}, .place = 3};
    assert_status("place", wyre_tds_crypto_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_tds_crypto){.type_info = {.type = 0x38}, .algorithm = 1, .algo_name = {0, 2}};
    assert_status("a name too many",
                  wyre_tds_crypto_encode(&m, (const uint8_t *)"a", 2, NULL, 0, NULL), WYRE_E_RANGE);
}

RUN_TESTS("tds_crypto", TESTED(keys_come_one_by_one),
          TESTED(crypto_decodes_or_is_refused_as_the_row_says))

/* lib/tds/tds_feature.c: [MS-TDS] 2.2.6.4 and 2.2.7.11. */
#include "../properties/ring.h"
#include <wyre/tds.h>

static const struct row {
    const char *name, *hex;
    size_t count; /* of features in front of the end */
    wyre_status status;
    uint32_t pos; /* where the iterator stands then */
} rows[] = {
    {"the terminator alone", "ff 00", 0, WYRE_END, 1},
    {"two, one of them unknown", "0a 01000000 01 77 00000000 ff", 2, WYRE_END, 12},
    {"nothing", "", 0, WYRE_E_LENGTH, 0},
    {"no terminator", "0a 00000000", 1, WYRE_E_LENGTH, 5},
    {"cut in the length", "0a 000000", 0, WYRE_E_LENGTH, 0},
    {"data past the end", "0a 02000000 ff", 0, WYRE_E_LENGTH, 0},
    {"a length that wraps", "0a fbffffff ff", 0, WYRE_E_LENGTH, 0},
    {"one twice", "0a 00000000 0b 00000000 0a 00000000 ff", 2, WYRE_E_VALUE, 10},
    {"a high id twice", "fe 00000000 fe 00000000 ff", 1, WYRE_E_VALUE, 5},
};

TEST(features_come_one_by_one)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_tds_feature_iter it = {.pos = 0};
        wyre_tds_feature f;
        for (size_t i = 0; i < row->count; i++)
            assert_status(row->name, wyre_tds_feature_next(&it, unit, in.len, &f), WYRE_OK);
        assert_status(row->name, wyre_tds_feature_next(&it, unit, in.len, &f), row->status);
        assert_offset(row->name, it.pos, row->pos);
        assert_status(row->name, wyre_tds_feature_next(&it, unit, in.len, &f), row->status);
        assert_offset(row->name, it.pos, row->pos);
        free(unit);
    }
}

TEST(sixty_five_features_are_too_many)
{
    uint8_t in[65 * 5 + 1] = {0};
    for (uint8_t i = 0; i < 65; i++)
        in[i * 5] = i;
    in[325] = 0xff;
    wyre_tds_feature_iter it = {.pos = 0};
    wyre_tds_feature f;
    for (int i = 0; i < 64; i++)
        assert_status("64", wyre_tds_feature_next(&it, in, sizeof in, &f), WYRE_OK);
    assert_status("65", wyre_tds_feature_next(&it, in, sizeof in, &f), WYRE_E_LIMIT);
}

TEST(features_are_built)
{
    bytes src = hex("01 aabb");
    bytes want = hex("0a 01000000 01 77 02000000 aabb 05 00000000 ff");
    wyre_tds_feature f[] = {{{0, 1}, 0x0a, {0}}, {{1, 2}, 0x77, {0}}, {{0, 0}, 5, {0}}};
    for (size_t cap = 0; cap <= want.len; cap++) {
        uint8_t *out = block(cap);
        size_t n;
        assert_status("cap", wyre_tds_feature_build(f, 3, src.at, 3, out, cap, &n),
                      cap < want.len ? WYRE_E_SPACE : WYRE_OK);
        assert_offset("cap", n, want.len);
        if (cap == want.len)
            assert_memory_equal(out, want.at, cap);
        free(out);
    }
    assert_status("src", wyre_tds_feature_build(f, 3, src.at, 2, NULL, 0, NULL), WYRE_E_ARG);
    assert_status("count", wyre_tds_feature_build(f, 65, src.at, 3, NULL, 0, NULL), WYRE_E_RANGE);
    f[2].id = 0x0a;
    assert_status("twice", wyre_tds_feature_build(f, 3, src.at, 3, NULL, 0, NULL), WYRE_E_RANGE);
    f[2].id = 0xff;
    assert_status("terminator", wyre_tds_feature_build(f, 3, src.at, 3, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

#define TOKEN32 "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

/* One table for each kind of data; a row that is accepted also keeps the laws. */
#define DATA(T)                                                                                    \
    RING(T, 0);                                                                                    \
    static void T##_rows(const struct T##_row *row, size_t count)                                  \
    {                                                                                              \
        for (const struct T##_row *end = row + count; row < end; row++) {                          \
            bytes in = hex(row->hex);                                                              \
            T got;                                                                                 \
            size_t n;                                                                              \
            assert_status(row->name, T##_decode(in.at, in.len, 0, &got, &n), row->status);         \
            assert_offset(row->name, n, row->n);                                                   \
            assert_fields(row->name, &got, &row->fields, sizeof got);                              \
            if (row->status == WYRE_OK)                                                            \
                ring_open(&T##_ring, row->name, in.at, in.len, 0);                                 \
        }                                                                                          \
    }
#define ROW(T)                                                                                     \
    struct T##_row {                                                                               \
        const char *name, *hex;                                                                    \
        wyre_status status;                                                                        \
        size_t n;                                                                                  \
        T fields;                                                                                  \
    }

ROW(wyre_tds_fedauth);
DATA(wyre_tds_fedauth)
TEST(fedauth)
{
    static const struct wyre_tds_fedauth_row table[] = {
        {"token",
         "03 04000000 61006200",
         WYRE_OK,
         9,
         {.token = {5, 4}, .nonce = {9, 0}, .options = 3}},
        {"token and nonce",
         "02 02000000 6100" TOKEN32,
         WYRE_OK,
         39,
         {.token = {5, 2}, .nonce = {7, 32}, .options = 2}},
        {"MSAL", "05 01", WYRE_OK, 2, {.options = 5, .workflow = 1}},
        {"another library", "08 aabb", WYRE_OK, 3, {.options = 8, .rest = {1, 2}}},
        {"nothing", "", WYRE_E_LENGTH, 0, {.options = 0}},
        {"token past the end", "02 03000000 6100", WYRE_E_LENGTH, 1, {.options = 0}},
        {"token length wraps", "02 ffffffff 6100", WYRE_E_LENGTH, 1, {.options = 0}},
        {"nonce of 31 bytes", "02 03000000 6100" TOKEN32, WYRE_E_VALUE, 0, {.options = 0}},
        {"MSAL without workflow", "04", WYRE_E_LENGTH, 1, {.options = 0}},
        {"MSAL with a byte too many", "04 01 00", WYRE_E_VALUE, 0, {.options = 0}},
    };
    wyre_tds_fedauth_rows(table, COUNT(table));
}

ROW(wyre_tds_session_recovery);
DATA(wyre_tds_session_recovery)
TEST(session_recovery)
{
    static const struct wyre_tds_session_recovery_row table[] = {
        {"first login", "", WYRE_OK, 0, {.present = 0}},
        {"two blocks", "02000000 aabb 01000000 cc", WYRE_OK, 11, {{4, 2}, {10, 1}, 1, {0}}},
        {"second block missing", "02000000 aabb", WYRE_E_LENGTH, 6, {.present = 0}},
        {"first block too long", "ffffffff aabb", WYRE_E_LENGTH, 0, {.present = 0}},
        {"a byte too many", "00000000 00000000 00", WYRE_E_VALUE, 0, {.present = 0}},
    };
    wyre_tds_session_recovery_rows(table, COUNT(table));
}

ROW(wyre_tds_session_data);
DATA(wyre_tds_session_data)
TEST(session_data)
{
    static const struct wyre_tds_session_data_row table[] = {
        {"all parts",
         "01 6400 05 0904d00034 01 6500 0701aa",
         WYRE_OK,
         15,
         {{1, 2}, {4, 5}, {10, 2}, {12, 3}}},
        {"no parts", "00 00 00", WYRE_OK, 3, {{1, 0}, {2, 0}, {3, 0}, {3, 0}}},
        {"collation of 4 bytes",
         "00 04 0904d000 00",
         WYRE_E_VALUE,
         0,
         {{0, 0}, {0, 0}, {0, 0}, {0, 0}}},
        {"language past the end",
         "00 00 01 65",
         WYRE_E_LENGTH,
         2,
         {{0, 0}, {0, 0}, {0, 0}, {0, 0}}},
    };
    wyre_tds_session_data_rows(table, COUNT(table));
}

ROW(wyre_tds_column_encryption);
DATA(wyre_tds_column_encryption)
TEST(column_encryption)
{
    static const struct wyre_tds_column_encryption_row table[] = {
        {"client", "01", WYRE_OK, 1, {.version = 1}},
        {"server with enclave",
         "02 01 4100",
         WYRE_OK,
         4,
         {.enclave_type = {2, 2}, .version = 2, .has_enclave = 1}},
        {"an empty enclave",
         "02 00",
         WYRE_OK,
         2,
         {.enclave_type = {2, 0}, .version = 2, .has_enclave = 1}},
        {"enclave past the end", "02 02 4100", WYRE_E_LENGTH, 1, {.version = 0}},
        {"a byte too many", "02 01 4100 00", WYRE_E_VALUE, 0, {.version = 0}},
        {"nothing", "", WYRE_E_LENGTH, 0, {.version = 0}},
    };
    wyre_tds_column_encryption_rows(table, COUNT(table));
}

ROW(wyre_tds_data_classification);
DATA(wyre_tds_data_classification)
TEST(data_classification)
{
    static const struct wyre_tds_data_classification_row table[] = {
        {"client", "02", WYRE_OK, 1, {.version = 2}},
        {"server", "01 01", WYRE_OK, 2, {.version = 1, .enabled = 1, .has_enabled = 1}},
        {"a byte too many", "01 01 01", WYRE_E_VALUE, 0, {.version = 0}},
        {"nothing", "", WYRE_E_LENGTH, 0, {.version = 0}},
    };
    wyre_tds_data_classification_rows(table, COUNT(table));
}

ROW(wyre_tds_feature_switch);
DATA(wyre_tds_feature_switch)
TEST(feature_switch)
{
    static const struct wyre_tds_feature_switch_row table[] = {
        {"jdbc's UTF8_SUPPORT", "", WYRE_OK, 0, {.value = 0}},
        {"tedious' UTF8_SUPPORT", "01", WYRE_OK, 1, {.value = 1, .has_value = 1}},
        {"a byte too many", "01 01", WYRE_E_VALUE, 0, {.value = 0}},
    };
    wyre_tds_feature_switch_rows(table, COUNT(table));
}

TEST(session_states_go_there_and_back)
{
    bytes in = hex("05 02 aabb 06 00 07 ff 03000000 010203");
    wyre_tds_session_state_iter it = {0};
    wyre_tds_session_state s;
    size_t n;
    uint8_t out[300], src[256] = {9};
    assert_status("5", wyre_tds_session_state_next(&it, in.at, in.len, &s), WYRE_OK);
    assert_int_equal(s.id, 5);
    assert_int_equal(s.data.off, 2);
    assert_int_equal(s.data.len, 2);
    assert_status("6", wyre_tds_session_state_next(&it, in.at, in.len, &s), WYRE_OK);
    assert_int_equal(s.data.len, 0);
    assert_status("7", wyre_tds_session_state_next(&it, in.at, in.len, &s), WYRE_OK);
    assert_int_equal(s.data.off, 12);
    assert_int_equal(s.data.len, 3);
    assert_status("end", wyre_tds_session_state_next(&it, in.at, in.len, &s), WYRE_END);
    it.pos = 6;
    assert_status("cut", wyre_tds_session_state_next(&it, in.at, in.len - 1, &s), WYRE_E_LENGTH);
    assert_int_equal(it.pos, 6);
    s = (wyre_tds_session_state){{0, 254}, 1, {0}};
    assert_status("254", wyre_tds_session_state_encode(&s, src, 256, out, 300, &n), WYRE_OK);
    assert_offset("254", n, 256);
    assert_int_equal(out[1], 254);
    s.data.len = 255;
    assert_status("255", wyre_tds_session_state_encode(&s, src, 256, out, 300, &n), WYRE_OK);
    assert_offset("255", n, 261);
    assert_int_equal(out[1], 255);
    assert_int_equal(out[2], 255);
    assert_int_equal(out[6], 9);
    s.data.len = 257;
    assert_status("257", wyre_tds_session_state_encode(&s, src, 256, out, 300, &n), WYRE_E_ARG);
}

TEST(features_have_names)
{
    assert_string_equal(wyre_tds_feature_name(2), "FEDAUTH");
    assert_string_equal(wyre_tds_feature_name(0x10), "USERAGENT");
    assert_string_equal(wyre_tds_feature_name(3), "?");
}

RUN_TESTS("tds_feature", TESTED(features_come_one_by_one), TESTED(sixty_five_features_are_too_many),
          TESTED(features_are_built), TESTED(fedauth), TESTED(session_recovery),
          TESTED(session_data), TESTED(column_encryption), TESTED(data_classification),
          TESTED(feature_switch), TESTED(session_states_go_there_and_back),
          TESTED(features_have_names))

/* lib/tds/tds_token.c: the tokens of [MS-TDS] 2.2.7, a blank between two fields. */
#include "../properties/ring.h"
#include <wyre/tds.h>

enum {
    OLD = WYRE_TDS_BEFORE_7_2,
    OLDER = OLD | WYRE_TDS_BEFORE_7_1,
    TDS4 = OLDER | WYRE_TDS_BEFORE_7_0
};

/* One table for each token; a row that is accepted also keeps the laws and comes back. */
#define TOKEN_ROWS(T, flags_known)                                                                 \
    struct T##_row {                                                                               \
        const char *name, *hex;                                                                    \
        uint32_t dialect;                                                                          \
        wyre_status status;                                                                        \
        size_t n;                                                                                  \
        T fields;                                                                                  \
    };                                                                                             \
    RING(T, flags_known);                                                                          \
    static void T##_rows(const struct T##_row *row, size_t count)                                  \
    {                                                                                              \
        for (const struct T##_row *end = row + count; row < end; row++) {                          \
            bytes in = hex(row->hex);                                                              \
            uint8_t *unit = exact(in.at, in.len), out[256];                                        \
            T got;                                                                                 \
            size_t n;                                                                              \
            assert_status(row->name, T##_decode(unit, in.len, row->dialect, &got, &n),             \
                          row->status);                                                            \
            assert_offset(row->name, n, row->n);                                                   \
            assert_fields(row->name, &got, &row->fields, sizeof got);                              \
            if (row->status == WYRE_OK) {                                                          \
                assert_status(row->name, T##_encode(&got, unit, in.len, out, sizeof out, &n),      \
                              WYRE_OK);                                                            \
                assert_offset(row->name, n, row->n);                                               \
                assert_memory_equal(out, unit, n);                                                 \
                ring_open(&T##_ring, row->name, unit, in.len, row->dialect);                       \
            }                                                                                      \
            free(unit);                                                                            \
        }                                                                                          \
    }

TOKEN_ROWS(wyre_tds_done, WYRE_TDS_DIALECT_BITS)
TOKEN_ROWS(wyre_tds_info, WYRE_TDS_DIALECT_BITS)
TOKEN_ROWS(wyre_tds_loginack, WYRE_TDS_DIALECT_BITS)
TOKEN_ROWS(wyre_tds_envchange, WYRE_TDS_DIALECT_BITS)
TOKEN_ROWS(wyre_tds_routing, 0)
TOKEN_ROWS(wyre_tds_returnstatus, WYRE_TDS_DIALECT_BITS)
TOKEN_ROWS(wyre_tds_offset, WYRE_TDS_DIALECT_BITS)
TOKEN_ROWS(wyre_tds_blob, WYRE_TDS_DIALECT_BITS)
TOKEN_ROWS(wyre_tds_sessionstate, WYRE_TDS_DIALECT_BITS)
TOKEN_ROWS(wyre_tds_language, WYRE_TDS_DIALECT_BITS)

/* clang-format off */
TEST(done)
{
    static const struct wyre_tds_done_row rows[] = {
        {"7.2", "fd 1000 c100 0100000000000000", 0, WYRE_OK, 13,
         {.row_count = 1, .status = 0x10, .cur_cmd = 0xc1, .token = 0xfd}},
        {"7.1", "fe 8100 c100 01000000", OLD, WYRE_OK, 9,
         {.row_count = 1, .dialect = OLD, .status = 0x81, .cur_cmd = 0xc1, .token = 0xfe}},
        {"pytds' server: 7.2 to a 7.1 client", "fd 0000 0000 0000000000000000", OLD, WYRE_OK, 13, {.token = 0xfd}},
        {"another token", "fc 0000 0000 0000000000000000", 0, WYRE_E_VALUE, 0, {.token = 0}},
        {"a byte short", "fd 0000 0000 000000", OLD, WYRE_E_LENGTH, 8, {.token = 0}},
        {"between the two lengths", "ff 0000 0000 0000000000", 0, WYRE_E_VALUE, 0, {.token = 0}},
        {"nothing", "", 0, WYRE_E_LENGTH, 0, {.token = 0}},
    };
    wyre_tds_done_rows(rows, COUNT(rows));
}

TEST(error_and_info)
{
    static const struct wyre_tds_info_row rows[] = {
        {"a refused login", "aa 1400 18480000 01 0e 0100 4c00 01 5300 01 5000 07000000", 0, WYRE_OK, 23,
         {.msg_text = {11, 2}, .server_name = {14, 2}, .proc_name = {17, 2}, .number = 18456,
          .line_number = 7, .state = 1, .class_ = 14, .token = 0xaa}},

        {"7.1", "ab 0c00 45160000 02 0a 0000 00 00 0700", OLD, WYRE_OK, 15,
         {.msg_text = {11, 0}, .server_name = {12, 0}, .proc_name = {13, 0}, .number = 5701,
          .line_number = 7, .dialect = OLD, .state = 2, .class_ = 10, .token = 0xab}},
        {"4.2: text of 8 bits", "ab 0e00 45160000 02 0a 0100 'L' 01 'S' 00 0700", TDS4, WYRE_OK, 17,
         {.msg_text = {11, 1}, .server_name = {13, 1}, .proc_name = {15, 0}, .number = 5701,
          .line_number = 7, .dialect = TDS4, .state = 2, .class_ = 10, .token = 0xab}},
        {"text past the token", "aa 1400 18480000 01 0e 0a00 4c00 01 5300 01 5000 07000000", 0, WYRE_E_LENGTH, 9, {.token = 0}},
        {"a name past the token", "aa 1400 18480000 01 0e 0100 4c00 01 5300 05 5000 07000000", 0, WYRE_E_LENGTH, 16, {.token = 0}},
        {"bytes left over", "aa 1500 18480000 01 0e 0100 4c00 01 5300 01 5000 07000000 00", 0, WYRE_E_VALUE, 1, {.token = 0}},
        {"token past the message", "aa 1500 18480000 01 0e 0100 4c00 01 5300 01 5000 07000000", 0, WYRE_E_LENGTH, 1, {.token = 0}},
        {"another token", "ac 1400 18480000 01 0e 0100 4c00 01 5300 01 5000 07000000", 0, WYRE_E_VALUE, 0, {.token = 0}},
    };
    wyre_tds_info_rows(rows, COUNT(rows));
}

TEST(loginack)
{
    static const struct wyre_tds_loginack_row rows[] = {
        {"7.4", "ad 0c00 01 74000004 01 5300 10001004", 0, WYRE_OK, 15,
         {.prog_name = {9, 2}, .tds_version = 0x74000004, .prog_version = {16, 0, 16, 4}, .interface = 1}},
        {"5.0", "ad 0b00 05 05000000 01 'S' 0f000000", TDS4, WYRE_OK, 14,
         {.prog_name = {9, 1}, .tds_version = 0x05000000, .dialect = TDS4, .prog_version = {15, 0, 0, 0}, .interface = 5}},
        {"128 characters, whose bytes wrap 8 bits", "ad 0c00 01 74000004 80 5300 10001004", 0, WYRE_E_LENGTH, 8, {.interface = 0}},
        {"no program version", "ad 0800 01 74000004 01 5300", 0, WYRE_E_LENGTH, 11, {.interface = 0}},
        {"length 4", "ad 0400 01 740000", 0, WYRE_E_LENGTH, 7, {.interface = 0}},
        {"another token", "ae 0c00 01 74000004 01 5300 10001004", 0, WYRE_E_VALUE, 0, {.interface = 0}},
    };
    wyre_tds_loginack_rows(rows, COUNT(rows));
    assert_int_equal(wyre_tds_login_version(0x07000000), 0x70000000);
    assert_int_equal(wyre_tds_login_version(0x07010000), 0x71000000);
    assert_int_equal(wyre_tds_login_version(0x71000001), 0x71000001);
    assert_int_equal(wyre_tds_loginack_version(0x70000000), 0x07000000);
    assert_int_equal(wyre_tds_loginack_version(0x71000000), 0x07010000);
    assert_int_equal(wyre_tds_loginack_version(0x74000004), 0x74000004);
}

TEST(envchange)
{
    static const struct wyre_tds_envchange_row rows[] = {
        {"database", "e3 0700 01 01 6d00 01 6e00", 0, WYRE_OK, 10, {.new_value = {5, 2}, .old_value = {8, 2}, .type = 1}},
        {"packet size of TDS 4.2", "e3 0700 04 03 '512' 01 '0'", TDS4, WYRE_OK, 10,
         {.new_value = {5, 3}, .old_value = {9, 1}, .dialect = TDS4, .type = 4}},
        {"collation", "e3 0800 07 05 0904d00034 00", 0, WYRE_OK, 11, {.new_value = {5, 5}, .old_value = {11, 0}, .type = 7}},
        {"commit", "e3 0b00 09 00 08 0102030405060708", 0, WYRE_OK, 14, {.new_value = {5, 0}, .old_value = {6, 8}, .type = 9}},
        {"promote", "e3 0800 0f 02000000 aabb 00", 0, WYRE_OK, 11, {.new_value = {8, 2}, .old_value = {11, 0}, .type = 15}},
        {"routing", "e3 0c00 14 0700 00 9905 0100 6800 0000", 0, WYRE_OK, 15, {.new_value = {6, 7}, .old_value = {15, 0}, .type = 20}},
        {"an unknown type", "e3 0300 63 aabb", 0, WYRE_OK, 6, {.rest = {4, 2}, .type = 99}},
        {"type 14, which is none", "e3 0300 0e aabb", 0, WYRE_OK, 6, {.rest = {4, 2}, .type = 14}},
        {"a packet size that is no number comes through", "e3 0500 04 01 7800 00", 0, WYRE_OK, 8,
         {.new_value = {5, 2}, .old_value = {8, 0}, .type = 4}},
        {"a collation of 4 bytes comes through", "e3 0700 07 04 0904d000 00", 0, WYRE_OK, 10,
         {.new_value = {5, 4}, .old_value = {10, 0}, .type = 7}},
        {"no type", "e3 0000 00", 0, WYRE_E_LENGTH, 1, {.type = 0}},
        {"new value past the token", "e3 0400 01 02 6d00", 0, WYRE_E_LENGTH, 4, {.type = 0}},
        {"255 characters", "e3 0400 04 ff 6d00", 0, WYRE_E_LENGTH, 4, {.type = 0}},
        {"routing past the token", "e3 0500 14 0700 00 99", 0, WYRE_E_LENGTH, 4, {.type = 0}},
        {"promote past 4 GiB", "e3 0600 0f ffffffff 00", 0, WYRE_E_LENGTH, 4, {.type = 0}},
        {"bytes left over", "e3 0400 12 00 00 00", 0, WYRE_E_VALUE, 1, {.type = 0}},
    };
    wyre_tds_envchange_rows(rows, COUNT(rows));
}

TEST(routing)
{
    static const struct wyre_tds_routing_row rows[] = {
        {"a server", "00 9905 0100 6800", 0, WYRE_OK, 7, {.server = {5, 2}, .port = 1433}},
        {"with a database", "00 9905 0100 6800 0100 6400", 0, WYRE_OK, 11,
         {.server = {5, 2}, .database = {9, 2}, .port = 1433, .has_database = 1}},
        {"server past the end", "00 9905 0200 6800", 0, WYRE_E_LENGTH, 3, {.port = 0}},
        {"bytes left over", "00 9905 0000 0000 00", 0, WYRE_E_VALUE, 0, {.port = 0}},
    };
    wyre_tds_routing_rows(rows, COUNT(rows));
}

TEST(tokens_of_one_part)
{
    static const struct wyre_tds_returnstatus_row status[] = {
        {"-6", "79 faffffff", 0, WYRE_OK, 5, {.value = 0xfffffffa}},
        {"a byte short", "79 faffff", 0, WYRE_E_LENGTH, 4, {.value = 0}},
        {"another token", "78 00000000", 0, WYRE_E_VALUE, 0, {.value = 0}},
    };
    static const struct wyre_tds_offset_row offset[] = {
        {"FROM", "78 9f01 1000", OLD, WYRE_OK, 5, {.identifier = 0x19f, .offset_len = 16}},
        {"a byte short", "78 9f01 10", OLD, WYRE_E_LENGTH, 4, {.identifier = 0}},
        {"another token", "79 9f01 1000", OLD, WYRE_E_VALUE, 0, {.identifier = 0}},
    };
    static const struct wyre_tds_blob_row blob[] = {
        {"ORDER", "a9 0400 0100 0200", 0, WYRE_OK, 7, {.data = {3, 4}, .token = 0xa9}},
        {"ORDER of an odd length", "a9 0300 0100 02", 0, WYRE_E_VALUE, 1, {.token = 0}},
        {"SSPI", "ed 0300 010203", 0, WYRE_OK, 6, {.data = {3, 3}, .token = 0xed}},
        {"SSPI past the end", "ed 0400 010203", 0, WYRE_E_LENGTH, 1, {.token = 0}},
        {"INFO", "ab 0300 010203", 0, WYRE_E_VALUE, 0, {.token = 0}},
    };
    static const struct wyre_tds_sessionstate_row recovery[] = {
        {"two states", "e4 0b000000 05000000 01 09 01 aa 0a 00", 0, WYRE_E_LENGTH, 1, {.status = 0}},
        {"a state", "e4 08000000 05000000 01 09 01 aa", 0, WYRE_OK, 13,
         {.states = {10, 3}, .sequence = 5, .status = 1}},
        {"length 4", "e4 04000000 05000000 01", 0, WYRE_E_LENGTH, 1, {.status = 0}},
        {"length past the end", "e4 ffffffff 05000000 01", 0, WYRE_E_LENGTH, 1, {.status = 0}},
    };
    static const struct wyre_tds_language_row lang[] = {
        {"a query", "21 03000000 00 'go'", TDS4, WYRE_OK, 8, {.text = {6, 2}}},
        {"length 0", "21 00000000 00", TDS4, WYRE_E_LENGTH, 1, {.status = 0}},
    };
    wyre_tds_returnstatus_rows(status, COUNT(status));
    wyre_tds_offset_rows(offset, COUNT(offset));
    wyre_tds_blob_rows(blob, COUNT(blob));
    wyre_tds_sessionstate_rows(recovery, COUNT(recovery));
    wyre_tds_language_rows(lang, COUNT(lang));
}
/* clang-format on */

TEST(tokens_that_cannot_be_written_are_refused)
{
    static const uint8_t src[70000];
    wyre_tds_info info = {.token = 0xaa, .msg_text = {0, 65536}};
    uint8_t *out = block(80000);
    assert_status("too long", wyre_tds_info_encode(&info, src, 70000, out, 80000, NULL),
                  WYRE_E_RANGE);
    info = (wyre_tds_info){.token = 0xaa, .line_number = 65536, .dialect = OLD};
    assert_status("line number", wyre_tds_info_encode(&info, src, 0, out, 100, NULL), WYRE_E_RANGE);
    info = (wyre_tds_info){.token = 0xac};
    assert_status("token", wyre_tds_info_encode(&info, src, 0, out, 100, NULL), WYRE_E_RANGE);
    info = (wyre_tds_info){.token = 0xaa, .proc_name = {0, 512}};
    assert_status("256 characters", wyre_tds_info_encode(&info, src, 600, out, 1000, NULL),
                  WYRE_E_RANGE);
    wyre_tds_done done = {.token = 0xfd, .dialect = OLD, .row_count = UINT64_C(1) << 32};
    assert_status("row count", wyre_tds_done_encode(&done, NULL, 0, out, 100, NULL), WYRE_E_RANGE);
    free(out);
}

TEST(tokens_and_types_have_names)
{
    assert_string_equal(wyre_tds_token_name(0xad), "LOGINACK");
    assert_string_equal(wyre_tds_token_name(0x00), "?");
    assert_string_equal(wyre_tds_env_name(20), "ROUTING");
    assert_string_equal(wyre_tds_env_name(14), "?");
}

RUN_TESTS("tds_token", TESTED(done), TESTED(error_and_info), TESTED(loginack), TESTED(envchange),
          TESTED(routing), TESTED(tokens_of_one_part),
          TESTED(tokens_that_cannot_be_written_are_refused), TESTED(tokens_and_types_have_names))

/* lib/tds/tds_prelogin.c. Rows are the option table of [MS-TDS] 2.2.6.5 and the data behind it. */
#include "../properties/ring.h"
#include <wyre/tds.h>

#define NONE                                                                                       \
    {                                                                                              \
        .count = 0                                                                                 \
    }
#define LATE    WYRE_TDS_PRELOGIN_VERSION_LATE
#define OVERLAP WYRE_TDS_PRELOGIN_OVERLAP

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t flags;
    wyre_status status;
    size_t n;                 /* where it stopped, or the byte at fault */
    int canonical;            /* it comes back byte for byte */
    wyre_tds_prelogin fields; /* all zero where it is refused */
} rows[] = {
    {"FreeTDS 1.3.17, TDS 7.4",
     "00 001a 0006 01 0020 0001 02 0021 000c 03 002d 0004 04 0031 0001 ff"
     "09 00 0000 0000 00 'MSSQLServer' 00 94570000 00", 0, WYRE_OK, 50, 1,
     {.instopt = {33, 12}, .thread_id = 0x5794, .version_major = 9, .count = 5, .tokens = {0, 1, 2, 3, 4}}},
    {"a response: THREADID has no data",
     "00 001a 0006 01 0020 0001 02 0021 0001 03 0022 0000 04 0022 0001 ff"
     "10 00 1004 0000 02 00 00", 0, WYRE_OK, 35, 1,
     {.instopt = {33, 1}, .empty = 8, .version_build = 0x1004, .version_major = 16, .encryption = 2,
      .count = 5, .tokens = {0, 1, 2, 3, 4}}},
    {"TRACEID, FEDAUTHREQUIRED and NONCEOPT",
     "00 0015 0006 05 001b 0024 06 003f 0001 07 0040 0020 ff 13 02 0001 0200"
     "000102030405060708090a0b0c0d0e0f 101112131415161718191a1b1c1d1e1f 04030201 01"
     "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f", 0, WYRE_OK, 96, 1,
     {.activity_sequence = 0x01020304, .version_build = 1, .version_sub_build = {2, 0},
      .connection_id = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
      .activity_id = {16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31},
      .nonce = {32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53,
                54, 55, 56, 57, 58, 59, 60, 61, 62, 63},
      .version_major = 19, .version_minor = 2, .fedauth_required = 1, .count = 4, .tokens = {0, 5, 6, 7}}},
    {"a server that answers ENCRYPTION alone", "01 0006 0001 ff 02", 0, WYRE_OK, 7, 1,
     {.encryption = 2, .count = 1, .tokens = {1}}},
    {"an option of no data whose offset means nothing, and one behind it", "02 ffff 0000 01 000b 0001 ff 02", 0,
     WYRE_OK, 12, 0, {.encryption = 2, .count = 2, .tokens = {2, 1}}},
    {"NONCEOPT is cut", "01 000b 0001 07 000c 0020 ff 02 00", 0, WYRE_E_OFFSET, 6, 0, NONE},
    {"options this library does not know come through", "20 000b 0002 fe 000d 0000 ff beef", 0, WYRE_OK, 13, 1,
     {.unknown = {{11, 2}, {13, 0}}, .count = 2, .tokens = {0x20, 0xfe}}},
    {"data in another order than the table, with a gap",
     "00 000c 0006 01 0012 0001 ff 00 'VERSI' 00 02", 0, WYRE_OK, 19, 0,
     {.version_major = 'V', .version_minor = 'E', .version_build = 'R' << 8 | 'S', .version_sub_build = {'I', 0},
      .encryption = 2, .count = 2, .tokens = {0, 1}}},
    {"the data of the second option stands first", "01 0011 0001 04 0010 0001 06 0000 0001 ff 0102", 0,
     WYRE_E_OFFSET, 11, 0, NONE},
    {"the data in reverse order", "01 000c 0001 04 000b 0001 ff 0102", 0, WYRE_OK, 13, 0,
     {.encryption = 2, .mars = 1, .count = 2, .tokens = {1, 4}}},
    {"bytes behind the last data mean nothing", "01 0006 0001 ff 02 00", 0, WYRE_OK, 7, 0,
     {.encryption = 2, .count = 1, .tokens = {1}}},
    {"VERSION late, with the flag", "01 000b 0001 00 000c 0006 ff 01 090000000000", LATE, WYRE_OK, 18, 1,
     {.version_major = 9, .encryption = 1, .count = 2, .tokens = {1, 0}}},
    {"VERSION late", "01 000b 0001 00 000c 0006 ff 01 090000000000", 0, WYRE_E_VALUE, 5, 0, NONE},
    {"two options share a byte, with the flag", "01 000b 0001 04 000b 0001 ff 01", OVERLAP, WYRE_OK, 12, 0,
     {.encryption = 1, .mars = 1, .count = 2, .tokens = {1, 4}}},
    {"two options share a byte", "01 000b 0001 04 000b 0001 ff 01", 0, WYRE_E_OFFSET, 1, 0, NONE},
    {"nothing", "", 0, WYRE_E_LENGTH, 0, 0, NONE},
    {"the terminator alone", "ff", 0, WYRE_E_VALUE, 0, 0, NONE},
    {"no terminator", "02 0006 0000", 0, WYRE_E_LENGTH, 5, 0, NONE},
    {"the table is cut in an entry", "01 0006 00", 0, WYRE_E_LENGTH, 4, 0, NONE},
    {"the data takes the terminator's place", "01 0005 0001 ff 02", 0, WYRE_E_OFFSET, 1, 0, NONE},
    {"the table grows into the data", "01 0008 0001 04 000b 0001 ff 02", 0, WYRE_E_OFFSET, 10, 0, NONE},
    {"offset behind the end", "01 0007 0001 ff 02", 0, WYRE_E_OFFSET, 1, 0, NONE},
    {"offset and length past the end", "02 0006 0002 ff 02", 0, WYRE_E_OFFSET, 1, 0, NONE},
    {"offset and length whose sum wraps 16 bits", "02 ffff 0002 ff 02", 0, WYRE_E_OFFSET, 1, 0, NONE},
    {"no data: its offset is not looked at", "02 ffff 0000 ff", 0, WYRE_OK, 6, 0,
     {.count = 1, .tokens = {2}}},
    {"a token twice", "01 000b 0001 01 000c 0001 ff 0202", 0, WYRE_E_VALUE, 5, 0, NONE},
    {"an unknown token twice", "80 000b 0001 80 000c 0001 ff 0202", 0, WYRE_E_VALUE, 5, 0, NONE},
    {"VERSION of 5 bytes", "00 0006 0005 ff 0900000000", 0, WYRE_E_VALUE, 0, 0, NONE},
    {"ENCRYPTION of no byte", "01 0006 0000 ff", 0, WYRE_E_VALUE, 0, 0, NONE},
    {"THREADID of 2 bytes", "03 0006 0002 ff 0900", 0, WYRE_E_VALUE, 0, 0, NONE},
    {"TRACEID of 1 byte", "05 0006 0001 ff 09", 0, WYRE_E_VALUE, 0, 0, NONE},
    {"NONCEOPT of 1 byte", "07 0006 0001 ff 09", 0, WYRE_E_VALUE, 0, 0, NONE},
    {"undefined ENCRYPTION values come through", "01 0006 0001 ff 3f", 0, WYRE_OK, 7, 1,
     {.encryption = 0x3f, .count = 1, .tokens = {1}}},
    {"nine unknown options",
     "10 002e 0000 11 002e 0000 12 002e 0000 13 002e 0000 14 002e 0000 15 002e 0000 16 002e 0000 17 002e 0000"
     "18 002e 0000 ff", 0, WYRE_E_LIMIT, 40, 0, NONE},
};
/* clang-format on */

TEST(prelogin_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_tds_prelogin got;
        size_t n;
        wyre_status status = wyre_tds_prelogin_decode(unit, in.len, row->flags, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        free(unit);
    }
}

/* The table of `in` with a byte behind it that means nothing, so that all data stands one further on. */
static bytes
with_gap(bytes in)
{
    size_t end = 0;
    for (; in.at[end] != 0xff; end += 5) {
        in.at[end + 2]++;
        if (in.at[end + 2] == 0)
            in.at[end + 1]++;
    }
    memmove(in.at + end + 2, in.at + end + 1, in.len - end - 1);
    in.at[end + 1] = 0x55;
    in.len++;
    return in;
}

static void
move_span(wyre_span *span)
{
    if (span->off > 0)
        span->off++;
}

/* The usual form is decoded in one go, any other option by option. */
TEST(gap_behind_the_table_moves_the_data_and_changes_nothing_else)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        wyre_tds_prelogin got, want = row->fields;
        if (row->status != WYRE_OK)
            continue;
        bytes in = with_gap(hex(row->hex));
        assert_status(row->name, wyre_tds_prelogin_decode(in.at, in.len, row->flags, &got, NULL),
                      WYRE_OK);
        move_span(&want.instopt);
        for (size_t i = 0; i < COUNT(want.unknown); i++)
            move_span(&want.unknown[i]);
        assert_fields(row->name, &got, &want, sizeof got);
    }
}

RING(wyre_tds_prelogin, WYRE_TDS_PRELOGIN_VERSION_LATE | WYRE_TDS_PRELOGIN_OVERLAP);
TEST(prelogin_keeps_the_laws_and_comes_back)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t out[256];
        size_t n;
        if (row->status != WYRE_OK)
            continue;
        ring_holds(&wyre_tds_prelogin_ring, row->name, in.at, in.len, row->flags);
        assert_status(row->name,
                      wyre_tds_prelogin_encode(&row->fields, in.at, in.len, out, 256, &n), WYRE_OK);
        if (row->canonical) {
            assert_offset(row->name, n, row->n);
            assert_memory_equal(out, in.at, n);
        }
    }
}

TEST(seventeen_options_are_too_many)
{
    uint8_t table[17 * 5 + 1];
    memset(table, 0, sizeof table);
    for (uint8_t i = 0; i < 17; i++)
        table[i * 5] = (uint8_t)(i + 1);
    table[85] = 0xff;
    wyre_tds_prelogin_iter it = {0, 0, 0};
    wyre_tds_prelogin_option o;
    for (int i = 0; i < 16; i++)
        assert_status("16", wyre_tds_prelogin_next(&it, table, sizeof table, &o), WYRE_OK);
    assert_status("17", wyre_tds_prelogin_next(&it, table, sizeof table, &o), WYRE_E_LIMIT);
    assert_int_equal(it.pos, 80);
    table[80] = 0xff;
    assert_status("end", wyre_tds_prelogin_next(&it, table, sizeof table, &o), WYRE_END);
    assert_status("end again", wyre_tds_prelogin_next(&it, table, sizeof table, &o), WYRE_END);
    assert_int_equal(it.pos, 81);
}

TEST(options_are_iterated_and_built)
{
    bytes in = hex("20 0010 0002 01 0012 0001 02 0013 0000 ff beef 02");
    wyre_tds_prelogin_iter it = {0, 0, 0};
    wyre_tds_prelogin_option options[3];
    uint8_t out[32];
    size_t n;
    for (int i = 0; i < 3; i++)
        assert_status("option", wyre_tds_prelogin_next(&it, in.at, in.len, &options[i]), WYRE_OK);
    assert_int_equal(options[0].token, 0x20);
    assert_int_equal(options[0].data.off, 16);
    assert_int_equal(options[2].data.off, 19);
    assert_status("build", wyre_tds_prelogin_build(options, 3, in.at, in.len, out, 19, &n),
                  WYRE_OK);
    assert_memory_equal(out, in.at, 19);
    for (size_t cap = 0; cap < 19; cap++) {
        assert_status("cap", wyre_tds_prelogin_build(options, 3, in.at, in.len, out, cap, &n),
                      WYRE_E_SPACE);
        assert_offset("cap", n, 19);
    }
    assert_status("src", wyre_tds_prelogin_build(options, 3, in.at, 18, out, 19, &n), WYRE_E_ARG);
    assert_status("17", wyre_tds_prelogin_build(options, 17, in.at, 19, out, 19, &n), WYRE_E_RANGE);
    options[0].token = 0xff;
    assert_status("token", wyre_tds_prelogin_build(options, 3, in.at, 19, out, 19, &n),
                  WYRE_E_RANGE);
}

TEST(prelogin_that_cannot_be_written_is_refused)
{
    static const uint8_t src[65536];
    wyre_tds_prelogin m = {.count = 0};
    assert_status("none", wyre_tds_prelogin_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_tds_prelogin){.count = 17};
    assert_status("17", wyre_tds_prelogin_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_tds_prelogin){.count = 2, .tokens = {1, 1}};
    assert_status("twice", wyre_tds_prelogin_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_tds_prelogin){.count = 1, .tokens = {0xff}};
    assert_status("terminator", wyre_tds_prelogin_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_tds_prelogin){.count = 1, .tokens = {2}, .instopt = {0, 65536}};
    assert_status("length", wyre_tds_prelogin_encode(&m, src, 65536, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_tds_prelogin){.count = 2, .tokens = {2, 1}, .instopt = {0, 65535}};
    assert_status("offset", wyre_tds_prelogin_encode(&m, src, 65536, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_tds_prelogin){.count = 9, .tokens = {16, 17, 18, 19, 20, 21, 22, 23, 24}};
    assert_status("unknown", wyre_tds_prelogin_encode(&m, src, 0, NULL, 0, NULL), WYRE_E_RANGE);
}

TEST(tokens_can_be_asked_for_and_have_names)
{
    wyre_tds_prelogin m = {.count = 2, .tokens = {0, 4, 1}};
    assert_int_equal(wyre_tds_prelogin_has(&m, 4), 1);
    assert_int_equal(wyre_tds_prelogin_has(&m, 1), 0);
    assert_string_equal(wyre_tds_prelogin_token_name(0), "VERSION");
    assert_string_equal(wyre_tds_prelogin_token_name(6), "FEDAUTHREQUIRED");
    assert_string_equal(wyre_tds_prelogin_token_name(8), "?");
}

RUN_TESTS("tds_prelogin", TESTED(prelogin_decodes_or_is_refused_as_the_row_says),
          TESTED(prelogin_keeps_the_laws_and_comes_back), TESTED(seventeen_options_are_too_many),
          TESTED(gap_behind_the_table_moves_the_data_and_changes_nothing_else),
          TESTED(options_are_iterated_and_built),
          TESTED(prelogin_that_cannot_be_written_is_refused),
          TESTED(tokens_can_be_asked_for_and_have_names))

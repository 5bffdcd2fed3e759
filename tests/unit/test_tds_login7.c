/* lib/tds/tds_login7.c. Rows are the table of [MS-TDS] 2.2.6.4: a login of 113 bytes with host "h", user
 * "u", password "p", the pointer to the features, database "d" and the features, and what can be
 * wrong with it. */
#include "../properties/ring.h"
#include <wyre/tds.h>

/* clang-format off */
#define FIXED(length, flags3, host, user, pass, ext, db, sspi, change, sspi_long)                   \
    length "04000074 00100000 0683f2f8 94570000 07000000 e0 03 20" flags3 "88ffffff 36040000"        \
    host user pass "6400 0000" "6400 0000" ext "6800 0000" "6800 0000" db "010203040506" sspi         \
    "6a00 0000" change sspi_long
#define HOST "5e00 0100"
#define USER "6000 0100"
#define PASS "6200 0100"
#define EXT  "6400 0400"
#define DB   "6800 0100"
#define NONE "6a00 0000"
#define PARTS "6800 7500 a2a5 6a000000 6400"
#define FEATURES "0a 01000000 01 ff"
#define GOOD FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE, "00000000") PARTS FEATURES

#define VERSION .tds_version = 0x74000004
#define NUMBERS .packet_size = 4096, .client_prog_ver = 0xf8f28306,          \
    .client_pid = 0x5794, .connection_id = 7, .client_time_zone = (uint32_t)-120, .client_lcid = 0x436,  \
    .option_flags1 = 0xe0, .option_flags2 = 3, .type_flags = 0x20, .client_id = {1, 2, 3, 4, 5, 6}
#define EMPTY .app_name = {100, 0}, .server_name = {100, 0}, .clt_int_name = {104, 0},                    \
    .language = {104, 0}, .atch_db_file = {106, 0}
#define TEXTS .host_name = {94, 2}, .user_name = {96, 2}, .password = {98, 2}, .database = {104, 2}
#define REFUSED {.order = 0}

static const struct row {
    const char *name, *hex;
    uint32_t flags;
    wyre_status status;
    size_t n; /* where it stopped, or the byte at fault */
    wyre_tds_login7 fields;
} rows[] = {
    {"as it should be", GOOD, 0, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, TEXTS, .sspi = {106, 0}, .change_password = {106, 0}, .feature_ext = {106, 7},
      .option_flags3 = 0x18, .fixed_size = 94}},
    {"TDS 7.0: the short form",
     "5e000000 00000070 00100000 0683f2f8 94570000 07000000 e0 03 20 00 88ffffff 36040000 5600 0200 5a00 0000"
     "5a00 0000 5a00 0000 5a00 0000 0000 0000 5a00 0000 5a00 0000 5a00 0200 010203040506 5e00 0000 5e00 0000"
     "61006200 63006400", 0, WYRE_OK, 94,
     {.host_name = {86, 4}, .user_name = {90, 0}, .password = {90, 0}, .app_name = {90, 0},
      .server_name = {90, 0}, .clt_int_name = {90, 0}, .language = {90, 0}, .database = {90, 4},
      .sspi = {94, 0}, .atch_db_file = {94, 0}, .tds_version = 0x70000000, NUMBERS, .fixed_size = 86}},
    {"bytes behind Length mean nothing", GOOD "00", 0, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, TEXTS, .sspi = {106, 0}, .change_password = {106, 0}, .feature_ext = {106, 7},
      .option_flags3 = 0x18, .fixed_size = 94}},
    {"flag EXTENSION without features, as tedious sends it with TDS 7.1",
     FIXED("6a000000", "18", HOST, USER, PASS, "6800 0000", DB, NONE, NONE, "00000000") PARTS, 0, WYRE_OK, 106,
     {VERSION, NUMBERS, EMPTY, TEXTS, .sspi = {106, 0}, .change_password = {106, 0}, .feature_ext = {104, 0},
      .option_flags3 = 0x18, .fixed_size = 94}},
    {"the database in front of the password",
     FIXED("6a000000", "08", HOST, USER, "6800 0100", "0000 0000", "6200 0100", NONE, NONE, "00000000") PARTS,
     0, WYRE_OK, 106,
     {VERSION, NUMBERS, EMPTY, .order = 0xcba9762543810, .host_name = {94, 2}, .user_name = {96, 2}, .password = {104, 2},
      .database = {98, 2}, .sspi = {106, 0}, .change_password = {106, 0}, .option_flags3 = 0x08,
      .fixed_size = 94}},
    {"a gap behind the host name", FIXED("73000000", "18", HOST, "6200 0100", "6400 0100", "6600 0400", "6a00 0100",
     NONE, NONE, "00000000") "6800 ffff 7500 a2a5 6c000000 6400" FEATURES, 0, WYRE_OK, 115,
     {VERSION, NUMBERS, EMPTY, .host_name = {94, 2}, .user_name = {98, 2}, .password = {100, 2}, .database = {106, 2},
      .sspi = {106, 0}, .change_password = {106, 0}, .feature_ext = {108, 7}, .option_flags3 = 0x18,
      .fixed_size = 94}},
    {"empty parts at offset 0", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, "0000 0000", "0000 0000", "00000000")
     PARTS FEATURES, 0, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, TEXTS, .feature_ext = {106, 7}, .option_flags3 = 0x18, .fixed_size = 94}},
    {"an sspi, its long length not used", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, "6b00 0500",
     "6a00 0000", "ffffffff") "6800 7500 a2a5 70000000 6400 aa ab ac ad ae af ff", 0, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, TEXTS, .sspi = {107, 5}, .change_password = {106, 0}, .feature_ext = {112, 1},
      .sspi_long = 0xffffffff, .option_flags3 = 0x18, .fixed_size = 94}},
    {"nothing", "", 0, WYRE_E_LENGTH, 0, REFUSED},
    {"shorter than any fixed part", "56000000", 0, WYRE_E_LENGTH, 4, REFUSED},
    {"Length 0", FIXED("00000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE, "00000000") PARTS FEATURES,
     0, WYRE_E_LENGTH, 0, REFUSED},
    {"Length 0xffffffff", FIXED("ffffffff", "18", HOST, USER, PASS, EXT, DB, NONE, NONE, "00000000") PARTS
     FEATURES, 0, WYRE_E_LENGTH, 0, REFUSED},
    {"Length 0xffffffff, tolerated", FIXED("ffffffff", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, WYRE_TDS_LOGIN7_ODD_LENGTH, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, TEXTS, .sspi = {106, 0}, .change_password = {106, 0}, .feature_ext = {106, 7},
      .option_flags3 = 0x18, .fixed_size = 94, .oddities = 1}},
    {"Length one byte more than there is", FIXED("72000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, 0, WYRE_E_LENGTH, 0, REFUSED},
    {"Length cuts the features", FIXED("70000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, 0, WYRE_E_LENGTH, 112, REFUSED},
    {"ibHostName 0", FIXED("71000000", "18", "0000 0000", USER, PASS, EXT, DB, NONE, NONE, "00000000") PARTS
     FEATURES, 0, WYRE_E_OFFSET, 36, REFUSED},
    {"ibHostName 0, tolerated", FIXED("71000000", "18", "0000 0000", USER, PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, WYRE_TDS_LOGIN7_ODD_HOST_NAME, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, .user_name = {96, 2}, .password = {98, 2}, .database = {104, 2}, .sspi = {106, 0},
      .change_password = {106, 0}, .feature_ext = {106, 7}, .option_flags3 = 0x18, .fixed_size = 94,
      .oddities = 2}},
    {"ibHostName 0xffff", FIXED("71000000", "18", "ffff 0000", USER, PASS, EXT, DB, NONE, NONE, "00000000")
     PARTS FEATURES, 0, WYRE_E_OFFSET, 36, REFUSED},
    {"a part in the fixed part", FIXED("71000000", "18", HOST, "5d00 0100", PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, 0, WYRE_E_OFFSET, 40, REFUSED},
    {"a part past the end", FIXED("71000000", "18", HOST, "7000 0100", PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, 0, WYRE_E_OFFSET, 40, REFUSED},
    {"a part past the end, tolerated", FIXED("71000000", "18", HOST, "7000 0100", PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, WYRE_TDS_LOGIN7_ODD_OUTSIDE, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, .host_name = {94, 2}, .password = {98, 2}, .database = {104, 2}, .sspi = {106, 0}, .change_password = {106, 0},
      .feature_ext = {106, 7}, .option_flags3 = 0x18, .fixed_size = 94, .oddities = 4}},
    {"129 characters", FIXED("71000000", "18", HOST, "6000 8100", PASS, EXT, DB, NONE, NONE, "00000000")
     PARTS FEATURES, 0, WYRE_E_LIMIT, 42, REFUSED},
    {"a count that wraps 16 bits", FIXED("71000000", "18", HOST, "6000 0180", PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, WYRE_TDS_LOGIN7_ODD_LONG, WYRE_E_OFFSET, 40, REFUSED},
    {"two parts share a byte", FIXED("71000000", "18", HOST, "5f00 0100", PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, 0, WYRE_E_OFFSET, 95, REFUSED},
    {"the user's name is the password, tolerated", FIXED("71000000", "18", HOST, "6200 0100", PASS, EXT, DB,
     NONE, NONE, "00000000") PARTS FEATURES, WYRE_TDS_LOGIN7_ODD_OVERLAP, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, .order = 0xcba9876543210, .host_name = {94, 2}, .user_name = {98, 2},
      .password = {98, 2}, .database = {104, 2}, .sspi = {106, 0},
      .change_password = {106, 0}, .feature_ext = {106, 7}, .option_flags3 = 0x18, .fixed_size = 94,
      .oddities = 8}},
    {"cbExtension 3", FIXED("71000000", "18", HOST, USER, PASS, "6400 0300", DB, NONE, NONE, "00000000")
     PARTS FEATURES, 0, WYRE_E_VALUE, 58, REFUSED},
    {"cbExtension without the flag", FIXED("71000000", "08", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS FEATURES, 0, WYRE_E_VALUE, 58, REFUSED},
    {"cbExtension without the flag, tolerated", FIXED("71000000", "08", HOST, USER, PASS, EXT, DB, NONE,
     NONE, "00000000") PARTS FEATURES, WYRE_TDS_LOGIN7_ODD_EXTENSION, WYRE_OK, 106,
     {VERSION, NUMBERS, EMPTY, TEXTS, .sspi = {106, 0}, .change_password = {106, 0}, .option_flags3 = 0x08,
      .fixed_size = 94, .oddities = 0x20}},
    {"the pointer points at the fixed part", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") "6800 7500 a2a5 5d000000 6400" FEATURES, 0, WYRE_E_OFFSET, 100, REFUSED},
    {"the pointer points at itself", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") "6800 7500 a2a5 64000000 6400" FEATURES, 0, WYRE_E_LENGTH, 100, REFUSED},
    {"the pointer points at Length", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") "6800 7500 a2a5 71000000 6400" FEATURES, 0, WYRE_E_OFFSET, 100, REFUSED},
    {"the pointer points past 4 GiB", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") "6800 7500 a2a5 ffffffff 6400" FEATURES, 0, WYRE_E_OFFSET, 100, REFUSED},
    {"a feature whose length wraps", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS "0a ffffffff 01 ff", 0, WYRE_E_LENGTH, 106, REFUSED},
    {"features without an end", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS "0a 01000000 01 00", 0, WYRE_E_LENGTH, 112, REFUSED},
    {"features without an end, tolerated", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") PARTS "0a 01000000 01 00", WYRE_TDS_LOGIN7_ODD_FEATURES, WYRE_OK, 106,
     {VERSION, NUMBERS, EMPTY, TEXTS, .sspi = {106, 0}, .change_password = {106, 0}, .option_flags3 = 0x18,
      .fixed_size = 94, .oddities = 0x40}},
    {"a feature twice", FIXED("75000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE, "00000000") PARTS
     "05 00000000 05 00000000 ff", 0, WYRE_E_VALUE, 111, REFUSED},
    {"a lone surrogate and a NUL come through", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") "00d8 0000 a2a5 6a000000 6400" FEATURES, 0, WYRE_OK, 113,
     {VERSION, NUMBERS, EMPTY, TEXTS, .sspi = {106, 0}, .change_password = {106, 0}, .feature_ext = {106, 7},
      .option_flags3 = 0x18, .fixed_size = 94}},
    {"the pointer points into the user's name", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, NONE, NONE,
     "00000000") "6800 7500 a2a5 60000000 6400" FEATURES, 0, WYRE_E_LENGTH, 96, REFUSED},
    {"a long sspi that is not there", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, "6a00 ffff", NONE,
     "00000100") PARTS FEATURES, 0, WYRE_E_OFFSET, 78, REFUSED},
    {"an sspi of 65535 that is not there", FIXED("71000000", "18", HOST, USER, PASS, EXT, DB, "6a00 ffff",
     NONE, "00000000") PARTS FEATURES, 0, WYRE_E_OFFSET, 78, REFUSED},
};
/* clang-format on */

TEST(login_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_tds_login7 got;
        size_t n;
        wyre_status status = wyre_tds_login7_decode(unit, in.len, row->flags, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        free(unit);
    }
}

RING(wyre_tds_login7, WYRE_TDS_LOGIN7_TOLERANT);
TEST(login_keeps_the_laws)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK && row->flags == 0)
            ring_holds(&wyre_tds_login7_ring, row->name, in.at, in.len, 0);
        else if (row->status == WYRE_OK)
            ring_open(&wyre_tds_login7_ring, row->name, in.at, in.len, WYRE_TDS_LOGIN7_TOLERANT);
    }
}

enum { CANONICAL = 2 }; /* the first rows have neither gaps nor bytes behind the end */

TEST(login_comes_back_byte_for_byte)
{
    for (const struct row *row = rows; row < rows + CANONICAL; row++) {
        bytes in = hex(row->hex);
        uint8_t out[256];
        size_t n;
        assert_status(row->name,
                      wyre_tds_login7_encode(&row->fields, in.at, in.len, out, sizeof out, &n),
                      WYRE_OK);
        assert_offset(row->name, n, row->n);
        for (size_t i = 0; i < n; i++)
            if (out[i] != in.at[i])
                fail_msg("%s: byte %zu is %02x, was %02x", row->name, i, out[i], in.at[i]);
    }
}

/* The order of the table is written in one go, any other part by part. */
TEST(order_of_the_table_may_be_said)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t unsaid[256], said[256];
        wyre_tds_login7 m = row->fields;
        size_t unsaid_len, said_len;
        if (row->status != WYRE_OK || m.order != 0)
            continue;
        wyre_status status =
            wyre_tds_login7_encode(&m, in.at, in.len, unsaid, sizeof unsaid, &unsaid_len);
        m.order = 0xcba9876543210;
        assert_status(row->name,
                      wyre_tds_login7_encode(&m, in.at, in.len, said, sizeof said, &said_len),
                      status);
        assert_offset(row->name, said_len, unsaid_len);
        if (status == WYRE_OK)
            assert_memory_equal(said, unsaid, said_len);
    }
}

/* The user becomes "admin" and the password "x"; the parts behind move, the rest is as it was. */
TEST(login_is_rewritten)
{
    bytes in = hex(GOOD);
    bytes want = hex(
        "79000000 04000074 00100000 0683f2f8 94570000 07000000 e0 03 20 18 88ffffff 36040000"
        "5e00 0100 6000 0500 6a00 0100 6c00 0000 6c00 0000 6c00 0400 7000 0000 7000 0000 7000 0100"
        "010203040506 7200 0000 7200 0000 7200 0000 00000000"
        "6800 610064006d0069006e00 22a5 72000000 6400" FEATURES);
    uint8_t out[256];
    wyre_tds_login7 m;
    wyre_wr w;
    size_t n;
    assert_status("decode", wyre_tds_login7_decode(in.at, in.len, 0, &m, NULL), WYRE_OK);
    wyre_wr_init(&w, in.at, sizeof in.at);
    w.pos = in.len;
    wyre_wr_gather_utf16(&w, "admin", 5, &m.user_name);
    wyre_wr_gather_utf16(&w, "x", 1, &m.password);
    wyre_tds_password_encode(in.at + m.password.off, 2, in.at + m.password.off, 2, NULL);
    assert_status("encode", wyre_tds_login7_encode(&m, in.at, w.pos, out, sizeof out, &n), WYRE_OK);
    assert_offset("encode", n, want.len);
    assert_memory_equal(out, want.at, want.len);
}

/* What a login means together is for whoever lets it in: unknown versions, and integrated security
 * without a token, come through as they are. */
TEST(values_that_contradict_each_other_come_through)
{
    static const uint8_t versions[][4] = {
        {0, 0, 0, 0}, {0xff, 0xff, 0xff, 0xff}, {0x74, 0, 0, 4}, {7, 0, 0, 0}};
    bytes in = hex(GOOD);
    wyre_tds_login7 m;
    for (size_t i = 0; i < COUNT(versions); i++) {
        const uint8_t *v = versions[i];
        memcpy(in.at + 4, v, 4);
        assert_status("version", wyre_tds_login7_decode(in.at, in.len, 0, &m, NULL), WYRE_OK);
        assert_int_equal(m.tds_version, (uint32_t)v[0] | (uint32_t)v[1] << 8 |
                                            (uint32_t)v[2] << 16 | (uint32_t)v[3] << 24);
    }
    in.at[25] |= 0x80;
    assert_status("fIntSecurity", wyre_tds_login7_decode(in.at, in.len, 0, &m, NULL), WYRE_OK);
    assert_int_equal(m.option_flags2, 0x83);
    assert_int_equal(m.sspi.len, 0);
}

TEST(long_sspi_goes_there_and_back)
{
    static uint8_t src[70000], out[71000];
    static const uint32_t lengths[] = {65534, 65535, 65536, 70000};
    memset(src, 0x5a, sizeof src);
    for (size_t i = 0; i < COUNT(lengths); i++) {
        wyre_tds_login7 m = {.sspi = {0, lengths[i]}, .option_flags2 = 0x80};
        wyre_tds_login7 got;
        size_t n;
        assert_status("encode", wyre_tds_login7_encode(&m, src, sizeof src, out, sizeof out, &n),
                      WYRE_OK);
        assert_offset("encode", n, 94 + lengths[i]);
        assert_status("decode", wyre_tds_login7_decode(out, n, 0, &got, NULL), WYRE_OK);
        assert_int_equal(got.sspi.off, 94);
        assert_int_equal(got.sspi.len, lengths[i]);
    }
}

TEST(login_that_cannot_be_written_is_refused)
{
    static const uint8_t src[70000];
    static const struct {
        const char *name;
        wyre_tds_login7 m;
        wyre_status status;
    } bad[] = {
        {"half a character", {.user_name = {0, 3}}, WYRE_E_RANGE},
        {"features without their flag", {.feature_ext = {0, 1}}, WYRE_E_RANGE},
        {"a new password in the short form",
         {.change_password = {0, 2}, .fixed_size = 86},
         WYRE_E_RANGE},
        {"a long sspi in the short form", {.sspi = {0, 65536}, .fixed_size = 86}, WYRE_E_RANGE},
        {"a fixed part of 90", {.fixed_size = 90}, WYRE_E_RANGE},
        {"an order with a part twice", {.order = 0xcba9876543211}, WYRE_E_RANGE},
        {"an order that is too long", {.order = 0x1cba9876543210}, WYRE_E_RANGE},
        {"a part behind 65535", {.sspi = {0, 65535}, .change_password = {0, 2}}, WYRE_E_RANGE},
        {"a span outside src", {.user_name = {69999, 2}}, WYRE_E_ARG},
    };
    uint8_t *out = block(80000);
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_status(bad[i].name,
                      wyre_tds_login7_encode(&bad[i].m, src, sizeof src, out, 80000, NULL),
                      bad[i].status);
    free(out);
}

TEST(versions_have_names)
{
    assert_string_equal(wyre_tds_version_name(0x70000000), "7_0");
    assert_string_equal(wyre_tds_version_name(0x730b0003), "7_3_B");
    assert_string_equal(wyre_tds_version_name(0x74000004), "7_4");
    assert_string_equal(wyre_tds_version_name(0x74000005), "?");
}

RUN_TESTS("tds_login7", TESTED(login_decodes_or_is_refused_as_the_row_says),
          TESTED(login_keeps_the_laws), TESTED(login_comes_back_byte_for_byte),
          TESTED(order_of_the_table_may_be_said), TESTED(login_is_rewritten),
          TESTED(long_sspi_goes_there_and_back),
          TESTED(values_that_contradict_each_other_come_through),
          TESTED(login_that_cannot_be_written_is_refused), TESTED(versions_have_names))

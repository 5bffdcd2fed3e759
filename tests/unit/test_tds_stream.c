/* lib/tds/tds_stream.c: token streams of [MS-TDS] 2.2.4.2, token by token. */
#include "../properties/ring.h"
#include <wyre/tds.h>

enum {
    OLD = WYRE_TDS_BEFORE_7_2,
    OLDER = OLD | WYRE_TDS_BEFORE_7_1,
    TDS4 = OLDER | WYRE_TDS_BEFORE_7_0,
    RANK = WYRE_TDS_SENSITIVITY_RANK
};

/* An ALTMETADATA with that id, of one column SUM(1) of type INT4, and an ALTROW of it. */
#define TOTALS(id) "88 0100 " id " 01 0200 4d 0100 00000000 0000 38 00"
#define TOTAL(id)  "d3 " id " 07000000"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t dialect;
    const char *tokens; /* the names of those in front of the end */
    wyre_status status;
    uint32_t pos;           /* where the iterator stands at the end */
    uint32_t dialect_after;
} rows[] = {
    {"SELECT 1, 7.4", "81 0100 00000000 0000 38 01 7800 d1 01000000 fd 1000 c100 0100000000000000", 0,
     "COLMETADATA ROW DONE", WYRE_END, 31, 0},
    {"SELECT 1, 7.1", "81 0100 0000 0000 38 01 7800 d1 01000000 fd 1000 c100 01000000", OLD,
     "COLMETADATA ROW DONE", WYRE_END, 25, OLD},
    {"nothing", "", 0, "", WYRE_END, 0, 0},
    {"LOGINACK changes the dialect: 7.1", "ad 0a00 01 71000001 00 10001004 fd 0000 0000 00000000", 0, "LOGINACK DONE",
     WYRE_END, 22, OLD},
    {"LOGINACK of 7.0", "ad 0a00 01 07000000 00 10001004 fd 0000 0000 00000000", 0, "LOGINACK DONE",
     WYRE_END, 22, OLDER | WYRE_TDS_BEFORE_7_1_REV_1},
    {"LOGINACK of 7.1 before its first revision", "ad 0a00 01 07010000 00 10001004 fd 0000 0000 00000000", 0,
     "LOGINACK DONE", WYRE_END, 22, OLD | WYRE_TDS_BEFORE_7_1_REV_1},
    {"DONEINPROC in front of LOGINACK is of the asked version", "ff 0100 0000 0000000000000000 ad 0a00 01 74000004 00 10001004",
     0, "DONEINPROC LOGINACK", WYRE_END, 26, 0},
    {"column encryption changes it too", "ae 04 01000000 01 ff 81 0100 0000 00000000 0000 38 01 7800", 0,
     "FEATUREEXTACK COLMETADATA", WYRE_END, 23, WYRE_TDS_COLUMN_ENCRYPTION},
    {"pytds' server: a last DONE of 7.2 to a 7.1 client", "fd 0000 0000 0000000000000000", OLD, "DONE", WYRE_END, 13, OLD},
    {"but not with other bytes", "fd 0000 0000 0000000001000000", OLD, "DONE", WYRE_E_UNSUPPORTED, 9, OLD},
    {"TDS 4.2", "a0 0500 04 'name' a1 0600 00000000 27 1e d1 05 'pubs2' fd 1000 0200 01000000", TDS4,
     "COLNAME COLFMT ROW DONE", WYRE_END, 33, TDS4},
    {"all with a length", "78 00000000 79 00000000 a4 0000 a5 0000 a9 0200 0100 aa 0100 00 ab 0000 e3 0100 12 ed 0000 e4 00000000 ee 00000000",
     0, "OFFSET RETURNSTATUS TABNAME COLINFO ORDER ERROR INFO ENVCHANGE SSPI SESSIONSTATE FEDAUTHINFO", WYRE_END, 45, 0},
    {"0xEE of TDS 5.0 has a short length", "ee 0200 aabb fd 0000 0000 00000000", TDS4, "FEDAUTHINFO DONE", WYRE_END, 14, TDS4},
    {"0xAE of TDS 4.2 has one too", "ae 0200 0aff fd 0000 0000 00000000", TDS4, "FEATUREEXTACK DONE", WYRE_END, 14, TDS4},
    {"RETURNVALUE", "ac 0000 01 4000 01 00000000 0000 26 04 04 05000000", 0, "RETURNVALUE", WYRE_END, 20, 0},
    {"RETURNVALUE of an unknown type", "ac 0000 00 01 00000000 0000 99 04", 0, "", WYRE_E_UNSUPPORTED, 0, 0},
    {"a row without metadata", "d1 01000000", 0, "", WYRE_E_STATE, 0, 0},
    {"metadata of 65535 columns is none: the last holds", "81 0100 00000000 0000 38 00 81 ffff d1 01000000", 0,
     "COLMETADATA COLMETADATA ROW", WYRE_END, 19, 0},
    {"metadata of 65534 columns that are not there", "81 feff", 0, "", WYRE_E_LENGTH, 0, 0},
    {"a column's name past the end", "81 0100 00000000 0000 38 ff 7800", 0, "", WYRE_E_LENGTH, 0, 0},
    {"an unknown type", "81 0100 00000000 0000 99 00", 0, "", WYRE_E_UNSUPPORTED, 0, 0},
    {"a row cut short", "81 0100 00000000 0000 38 00 d1 0100", 0, "COLMETADATA", WYRE_E_LENGTH, 11, 0},
    {"totals, each row along its own metadata",
     "81 0100 00000000 0000 38 00" TOTALS("0100") "88 0000 0200 00 d1 01000000" TOTAL("0100") "d3 0200 d1 02000000", 0,
     "COLMETADATA ALTMETADATA ALTMETADATA ROW ALTROW ALTROW ROW", WYRE_END, 56, 0},
    {"a total without metadata", "81 0100 00000000 0000 38 00" TOTALS("0100") TOTAL("0200"), 0, "COLMETADATA ALTMETADATA",
     WYRE_E_STATE, 30, 0},
    {"a total of the result before", TOTALS("0100") "81 0100 00000000 0000 38 00" TOTAL("0100"), 0,
     "ALTMETADATA COLMETADATA", WYRE_E_STATE, 30, 0},
    {"more totals than can be", "88 0000 0100 00 88 0000 0100 00 88 0000 0100 00 88 0000 0100 00 88 0000 0100 00 "
     "88 0000 0100 00 88 0000 0100 00 88 0000 0100 00 88 0000 0100 00", 0,
     "ALTMETADATA ALTMETADATA ALTMETADATA ALTMETADATA ALTMETADATA ALTMETADATA ALTMETADATA ALTMETADATA",
     WYRE_E_LIMIT, 48, 0},
    {"group columns past the end", "88 0100 0100 ff 0200", 0, "", WYRE_E_LENGTH, 0, 0},
    {"a total cut short", "81 0100 00000000 0000 38 00" TOTALS("0100") "d3 0100 0700", 0, "COLMETADATA ALTMETADATA",
     WYRE_E_LENGTH, 30, 0},
    {"classification, version 1", "ae 09 02000000 01 01 ff a3 0100 01 6100 01 6200 0000 0100 0100 0000 ffff", 0,
     "FEATUREEXTACK DATACLASSIFICATION", WYRE_END, 28, 0},
    {"classification, version 2: ranks", "ae 09 02000000 02 01 ff a3 0000 0000 0a000000 0100 0100 0000 0000 14000000",
     0, "FEATUREEXTACK DATACLASSIFICATION", WYRE_END, 30, RANK},
    {"more labels than there are", "a3 ffff 00 00", 0, "", WYRE_E_LENGTH, 0, 0},
    {"a UDT returned has its assembly", "ac 0000 00 01 00000000 0000 f0 ffff 01 6400 01 7300 01 7400 0100 6100 ffffffffffffffff",
     0, "RETURNVALUE", WYRE_END, 35, 0},
    {"NTEXT in TDS 7.0: a table name of one part", "81 0100 0000 0000 63 00010000 0100 7400 00 d1 00", OLDER,
     "COLMETADATA ROW", WYRE_END, 19, OLDER},
    {"an unknown token", "fd 0000 0000 0000000000000000 00", 0, "DONE", WYRE_E_UNSUPPORTED, 13, 0},
    {"a token past the message", "ab 0500 00", 0, "", WYRE_E_LENGTH, 0, 0},
    {"a token of 4 GiB", "e4 ffffffff 00", 0, "", WYRE_E_LENGTH, 0, 0},
    {"FEATUREEXTACK without an end", "ae 0a 01000000 01", 0, "", WYRE_E_LENGTH, 0, 0},
    {"FEATUREEXTACK with one twice", "ae 0a 00000000 0a 00000000 ff", 0, "", WYRE_E_VALUE, 0, 0},
    {"DONE of the wrong width", "fd 0000 0000 00000000", 0, "", WYRE_E_LENGTH, 0, 0},
};
/* clang-format on */

TEST(tokens_come_one_by_one)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_tds_token_iter it = {.dialect = row->dialect};
        wyre_tds_token token;
        wyre_status status;
        char tokens[256] = "";
        while ((status = wyre_tds_token_next(&it, unit, in.len, &token)) == WYRE_OK) {
            size_t used = strlen(tokens);
            snprintf(tokens + used, sizeof tokens - used, "%s%s", used > 0 ? " " : "",
                     wyre_tds_token_name(token.token));
        }
        assert_status(row->name, status, row->status);
        assert_string_equal(tokens, row->tokens);
        assert_offset(row->name, it.pos, row->pos);
        assert_int_equal(it.dialect, row->dialect_after);
        for (size_t cut = 0; cut < in.len; cut++) {
            uint8_t *part = exact(unit, cut);
            it = (wyre_tds_token_iter){.dialect = row->dialect};
            while (wyre_tds_token_next(&it, part, cut, &token) == WYRE_OK)
                ;
            REQUIRE(it.pos <= cut, row->name);
            free(part);
        }
        free(unit);
    }
}

/* What an iterator says of other bytes than these leads nowhere: a token without a length, which would never
 * end, or one more total than there is room for. */
TEST(an_iterator_of_other_bytes_is_refused)
{
    bytes row = hex("d3 0200 01 02000000");
    bytes metadata = hex("88 0100 0200 00 4d 0100 00000000 0000 38 00");
    wyre_tds_token token;
    wyre_tds_token_iter it = {.totals = {4096}, .totals_id = {2}, .totals_count = 1};
    assert_status("far", wyre_tds_token_next(&it, row.at, row.len, &token), WYRE_E_STATE);
    assert_offset("far", it.pos, 0);
    it.totals[0] = 1;
    assert_status("none", wyre_tds_token_next(&it, row.at, row.len, &token), WYRE_E_STATE);
    it = (wyre_tds_token_iter){.totals_count = UINT32_MAX};
    assert_status("full", wyre_tds_token_next(&it, metadata.at, metadata.len, &token),
                  WYRE_E_LIMIT);
    it = (wyre_tds_token_iter){.columns = {.token = 0x81, .left = 1, .pos = 4096}};
    row.at[0] = 0xd1;
    assert_status("columns", wyre_tds_token_next(&it, row.at, row.len, &token), WYRE_E_LENGTH);
    assert_offset("columns", it.pos, 0);
}

RING(wyre_tds_returnvalue, WYRE_TDS_DIALECT_BITS);
TEST(returnvalue_keeps_the_laws)
{
    bytes in = hex("ac 0100 01 4000 01 00000000 0000 26 04 04 05000000");
    bytes old = hex("ac 0100 01 4000 01 0000 0000 e7 0400 0400 61006200");
    wyre_tds_returnvalue m;
    size_t n;
    assert_status("decode", wyre_tds_returnvalue_decode(in.at, in.len, 0, &m, &n), WYRE_OK);
    assert_offset("decode", n, in.len);
    assert_int_equal(m.param_ordinal, 1);
    assert_int_equal(m.value.data.off, in.len - 4);
    ring_holds(&wyre_tds_returnvalue_ring, "7.2", in.at, in.len, 0);
    ring_holds(&wyre_tds_returnvalue_ring, "7.0", old.at, old.len, OLDER);
    in.at[0] = 0xad;
    assert_status("token", wyre_tds_returnvalue_decode(in.at, in.len, 0, &m, &n), WYRE_E_VALUE);
    bytes hidden = hex("ac 0100 00 01 00000000 0008 a5 1000 00000000 38 02 01 01 0200 aabb");
    ring_holds(&wyre_tds_returnvalue_ring, "encrypted", hidden.at, hidden.len,
               WYRE_TDS_COLUMN_ENCRYPTION);
}

static const struct fedauth_row {
    const char *name, *hex;
    size_t count;
    wyre_status status;
} fedauth_rows[] = {
    {"two options", "ee 1a000000 02000000 01 02000000 16000000 02 02000000 18000000 6100 6200", 2,
     WYRE_END},
    {"none", "ee 04000000 00000000", 0, WYRE_END},
    {"another token", "ed 04000000 00000000", 0, WYRE_E_MAGIC},
    {"token past the end", "ee 05000000 00000000", 0, WYRE_E_LENGTH},
    {"no count", "ee 03000000 000000", 0, WYRE_E_LENGTH},
    {"table past the token", "ee 04000000 01000000", 0, WYRE_E_LENGTH},
    {"a count whose table wraps", "ee 04000000 ffffffff", 0, WYRE_E_LIMIT},
    {"data in the table", "ee 0f000000 01000000 01 02000000 0c000000 6100", 0, WYRE_E_OFFSET},
    {"data past the token", "ee 0f000000 01000000 01 03000000 0d000000 6100", 0, WYRE_E_OFFSET},
    {"data that wraps", "ee 0f000000 01000000 01 ffffffff ffffffff 6100", 0, WYRE_E_OFFSET},
};

TEST(fedauthinfo_options_come_one_by_one)
{
    for (const struct fedauth_row *row = fedauth_rows; row < fedauth_rows + COUNT(fedauth_rows);
         row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len), out[64];
        wyre_tds_fedauthinfo_iter it = {0};
        wyre_tds_fedauthinfo_option all[2], extra;
        size_t n;
        for (size_t i = 0; i < row->count; i++)
            assert_status(row->name, wyre_tds_fedauthinfo_next(&it, unit, in.len, &all[i]),
                          WYRE_OK);
        assert_status(row->name, wyre_tds_fedauthinfo_next(&it, unit, in.len, &extra), row->status);
        if (row->status == WYRE_END) {
            assert_status(row->name,
                          wyre_tds_fedauthinfo_build(all, row->count, unit, in.len, out, 64, &n),
                          WYRE_OK);
            assert_offset(row->name, n, in.len);
            assert_memory_equal(out, unit, n);
        }
        free(unit);
    }
}

RUN_TESTS("tds_stream", TESTED(tokens_come_one_by_one),
          TESTED(an_iterator_of_other_bytes_is_refused), TESTED(returnvalue_keeps_the_laws),
          TESTED(fedauthinfo_options_come_one_by_one))

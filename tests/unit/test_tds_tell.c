/* lib/tds/tds_tell.c: what a visitor hears of a message, and how it moves a conversation on. */
#include "../properties/ring.h"
#include <wyre/tds.h>

/* The parts by name and depth: "LOGINACK", "call>parameter". */
typedef struct heard {
    char parts[512];
    unsigned depth, fields;
} heard;

static void
hear_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)name;
    (void)kind;
    (void)value;
    ((heard *)user)->fields++;
}

static void
hear_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    (void)name;
    (void)kind;
    (void)span;
    ((heard *)user)->fields++;
}

static void
hear_enter(void *user, const char *name, wyre_span window)
{
    heard *h = user;
    size_t used = strlen(h->parts);
    (void)window;
    snprintf(h->parts + used, sizeof h->parts - used, "%s%.*s%s", used > 0 ? " " : "",
             (int)h->depth, ">>>>>>>>", name);
    h->depth++;
}

static void
hear_leave(void *user)
{
    ((heard *)user)->depth--;
}

#define HEADERS "16000000 12000000 0200 0000000000000000 01000000"
#define TDS71   (WYRE_TDS_BEFORE_7_2)

static const struct row {
    const char *name;
    uint8_t type;
    wyre_tds_conversation before;
    const char *hex, *content, *parts;
    wyre_status status;
    size_t n;
    wyre_tds_conversation after;
} rows[] = {
    {"a client's PRELOGIN",
     0x12,
     {0, 0, {0}},
     "01 000b 0001 04 000c 0001 ff 02 00",
     "PRELOGIN",
     "option option",
     WYRE_OK,
     13,
     {0, 1, {0}}},
    {"its answer",
     0x04,
     {0, 1, {0}},
     "01 0006 0001 ff 02",
     "PRELOGIN",
     "option",
     WYRE_OK,
     7,
     {0, 0, {0}}},
    {"TLS", 0x12, {0, 0, {0}}, "16 0301 0000", "TLS", "", WYRE_OK, 5, {0, 0, {0}}},
    {"a batch", 0x01, {0, 0, {0}}, HEADERS "7300", "SQL_BATCH", "header", WYRE_OK, 24, {0, 0, {0}}},
    {"a batch of 7.1", 0x01, {TDS71, 0, {0}}, "7300", "SQL_BATCH", "", WYRE_OK, 2, {TDS71, 0, {0}}},
    {"a call",
     0x03,
     {0, 0, {0}},
     HEADERS "ffff 0a00 0000 00 00 26 04 00",
     "RPC",
     "call >header >parameter",
     WYRE_OK,
     33,
     {0, 0, {0}}},
    {"a transaction",
     0x0e,
     {0, 0, {0}},
     HEADERS "0600",
     "TRANSACTION_REQUEST",
     "header",
     WYRE_OK,
     24,
     {0, 0, {0}}},
    {"a token",
     0x08,
     {0, 0, {0}},
     "06000000 02000000 6100",
     "FEDAUTH_TOKEN",
     "",
     WYRE_OK,
     10,
     {0, 0, {0}}},
    {"an SSPI token", 0x11, {0, 0, {0}}, "aabb", "SSPI", "", WYRE_OK, 2, {0, 0, {0}}},
    {"an attention", 0x06, {0, 0, {0}}, "", "ATTENTION", "", WYRE_OK, 0, {0, 0, {0}}},
    {"a response",
     0x04,
     {0, 0, {0}},
     "81 0100 00000000 0000 38 00 d1 01000000 fd 1000 c100 0100000000000000",
     "TOKENS",
     "COLMETADATA >column ROW >value DONE",
     WYRE_OK,
     29,
     {0, 0, {0}}},
    {"totals",
     0x04,
     {0, 0, {0}},
     "81 0100 00000000 0000 38 00 88 0100 0100 01 0100 4d 0100 00000000 0000 38 00 d3 0100 "
     "07000000",
     "TOKENS",
     "COLMETADATA >column ALTMETADATA >column ALTROW >value",
     WYRE_OK,
     37,
     {0, 0, {0}}},
    {"tables behind a result",
     0x04,
     {0, 0, {0}},
     "a4 0900 02 0100 6400 0100 7400 a5 0900 01 01 08 02 01 20 01 6100 78 9f01 1000",
     "TOKENS",
     "TABNAME >table_name >>part >>part COLINFO >column >column OFFSET",
     WYRE_OK,
     29,
     {0, 0, {0}}},
    {"a classification",
     0x04,
     {0, 0, {0}},
     "a3 0100 01 6100 00 0100 01 6200 00 0100 0100 0000 0000",
     "TOKENS",
     "DATACLASSIFICATION >label >information_type >property",
     WYRE_OK,
     21,
     {0, 0, {0}}},
    {"a variant",
     0x04,
     {0, 0, {0}},
     "81 0100 00000000 0100 62 08000000 00 d1 06000000 38 00 01000000 d1 00000000",
     "TOKENS",
     "COLMETADATA >column ROW >value >>variant ROW >value",
     WYRE_OK,
     31,
     {0, 0, {0}}},
    {"an encrypted column",
     0x04,
     {WYRE_TDS_COLUMN_ENCRYPTION, 0, {0}},
     "81 0100 0100 01000000 02000000 03000000 0400000000000000 01 0100 aa 00 0000 00 "
     "00000000 0008 a5 1000 0000 00000000 38 02 01 01 00",
     "TOKENS",
     "COLMETADATA >key >column >>crypto",
     WYRE_OK,
     53,
     {WYRE_TDS_COLUMN_ENCRYPTION, 0, {0}}},
    {"a table, and an encrypted parameter",
     0x03,
     {0, 0, {0}},
     HEADERS "ffff 0a00 0000 00 00 f3 00 00 00 0100 00000000 0000 26 01 00 00 01 0102 01 00 00 "
             "00 08 26 04 00 38 02 01 01000000 02000000 03000000 0400000000000000 01",
     "RPC",
     "call >header >parameter >>table >>>column >>>row >>>>value >>>row >>>>value >parameter "
     ">>crypto",
     WYRE_OK,
     81,
     {0, 0, {0}}},
    {"a login's answer",
     0x04,
     {0, 0, {0}},
     "ad 0a00 01 71000001 00 10001004 ae 0a 01000000 01 ff fd 0000 0000 00000000",
     "TOKENS",
     "LOGINACK FEATUREEXTACK >feature DONE",
     WYRE_OK,
     30,
     {TDS71, 0, {0}}},
    {"FEDAUTHINFO",
     0x04,
     {0, 0, {0}},
     "ee 0f000000 01000000 01 02000000 0d000000 6100",
     "TOKENS",
     "FEDAUTHINFO >option",
     WYRE_OK,
     20,
     {0, 0, {0}}},
    {"a bulk load",
     0x07,
     {0, 0, {0}},
     "81 0100 00000000 0000 38 00 d1 01000000",
     "TOKENS",
     "COLMETADATA >column ROW >value",
     WYRE_OK,
     16,
     {0, 0, {0}}},
    {"a token that is cut: what stands before it is told",
     0x04,
     {0, 0, {0}},
     "fd 0000 0000 0000000000000000 ab 0500 00",
     "TOKENS",
     "DONE",
     WYRE_E_LENGTH,
     13,
     {0, 0, {0}}},
    {"an unknown type", 0x05, {0, 0, {0}}, "00", "UNKNOWN", "", WYRE_E_UNSUPPORTED, 0, {0, 0, {0}}},
    {"a login that is none", 0x10, {0, 0, {0}}, "00", "LOGIN7", "", WYRE_E_LENGTH, 1, {0, 0, {0}}},
};

TEST(messages_are_told_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        heard h = {.parts = ""};
        wyre_visitor v = {&h, hear_number, NULL, hear_span, hear_enter, hear_leave};
        wyre_tds_conversation c = row->before;
        size_t n;
        uint32_t content = wyre_tds_content(&c, row->type, unit, in.len);
        assert_string_equal(wyre_tds_content_name(content), row->content);
        assert_status(row->name, wyre_tds_tell(&c, content, unit, in.len, &v, &n), row->status);
        assert_offset(row->name, n, row->n);
        assert_string_equal(h.parts, row->parts);
        assert_int_equal(h.depth, 0);
        assert_fields(row->name, &c, &row->after, sizeof c);
        wyre_visitor deaf = {NULL, NULL, NULL, NULL, NULL, NULL};
        c = row->before;
        assert_status(row->name, wyre_tds_tell(&c, content, unit, in.len, &deaf, NULL),
                      row->status);
        free(unit);
    }
}

TEST(logins_set_the_dialect)
{
    wyre_tds_login7 seven = {.tds_version = 0x70000000, .fixed_size = 86};
    wyre_tds_login4 five = {.tds_version = 0x05000000};
    uint8_t out[600];
    wyre_visitor deaf = {NULL, NULL, NULL, NULL, NULL, NULL};
    wyre_tds_conversation c = {0, 0, {0}};
    size_t n;
    assert_status("7.0", wyre_tds_login7_encode(&seven, NULL, 0, out, sizeof out, &n), WYRE_OK);
    assert_status("7.0", wyre_tds_tell(&c, WYRE_TDS_CONTENT_LOGIN7, out, n, &deaf, NULL), WYRE_OK);
    assert_int_equal(c.dialect, 0x23);
    assert_status("5.0", wyre_tds_login4_encode(&five, NULL, 0, out, sizeof out, &n), WYRE_OK);
    assert_status("5.0", wyre_tds_tell(&c, WYRE_TDS_CONTENT_LOGIN4, out, n, &deaf, NULL), WYRE_OK);
    assert_int_equal(c.dialect, 0x27);
    assert_int_equal(wyre_tds_dialect(0x74000004), 0);
    assert_int_equal(wyre_tds_dialect(0x08000000), 0);
    assert_int_equal(wyre_tds_dialect(0x71000001), WYRE_TDS_BEFORE_7_2);
    assert_int_equal(wyre_tds_dialect(0x07010000), 0x21);
}

RUN_TESTS("tds_tell", TESTED(messages_are_told_as_the_row_says), TESTED(logins_set_the_dialect))

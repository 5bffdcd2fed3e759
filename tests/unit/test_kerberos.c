/* lib/auth/kerberos.c. The messages were built by hand from [RFC 4120] 5.3, 5.5 and 5.9: realm W.X,
 * service cifs/srv. */
#include "../properties/ring.h"
#include <wyre/spnego.h>

#define REFUSED                                                                                    \
    {                                                                                              \
        .msg_type = 0                                                                              \
    } /* all zero */
#define SNAME         "3014 a003 020102 a10d 300b 1b0463696673 1b03737276"
#define TICKET_PART   "a312 3010 a003 020112 a103 020103 a204 0402c1c2"
#define TICKET        "613a 3038 a003 020105 a105 1b03'W.X' a216" SNAME TICKET_PART
#define AUTHENTICATOR "300b a004 0202ff7b a203 0401d1"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;                    /* where it stopped, or the byte at fault */
    wyre_spnego_kerberos fields; /* all zero where it is refused */
} rows[] = {
    {"AP-REQ, mutual authentication required, etype -133",
     "6e62 3060 a003 020105 a103 02010e a207 03050020000000 a33c" TICKET "a40d" AUTHENTICATOR, WYRE_OK, 100,
     {.realm = {38, 3}, .sname = {54, 11}, .ticket_cipher = {83, 2}, .cipher = {99, 1}, .msg_type = 14,
      .ap_options = 0x20000000, .name_type = 2, .ticket_etype = 18, .ticket_kvno = 3, .etype = 0xffffff7b}},
    {"AP-REP",
     "6f1c 301a a003 020105 a103 02010f a20e 300c a003 020112 a205 0403e1e2e3", WYRE_OK, 30,
     {.cipher = {27, 3}, .msg_type = 15, .etype = 18}},
    {"KRB-ERROR: KRB_AP_ERR_SKEW",
     "7e52 3050 a003 020105 a103 02011e a411 180f'20260101000000Z' a505 0203010203 a603 020125"
     "a905 1b03'W.X' aa16" SNAME "ab06 1b04'skew'", WYRE_OK, 84,
     {.realm = {49, 3}, .sname = {65, 11}, .e_text = {80, 4}, .msg_type = 30, .name_type = 2,
      .error_code = 37}},
    {"KRB-ERROR with no more than it needs",
     "7e30 302e a003 020105 a103 02011e a603 020125 a905 1b03'W.X' aa16" SNAME, WYRE_OK, 50,
     {.realm = {23, 3}, .sname = {39, 11}, .msg_type = 30, .name_type = 2, .error_code = 37}},
    {"KRB-ERROR with all that it may have in front of the realm",
     "7e44 3042 a003 020105 a103 02011e a202 1800 a302 0200 a402 1800 a502 0200 a603 0201ff a702 1b00"
     "a802 3000 a905 1b03'W.X' aa12 3010 a003 020102 a109 3007 1b05'files'", WYRE_OK, 70,
     {.realm = {47, 3}, .sname = {63, 7}, .msg_type = 30, .name_type = 2, .error_code = 0xffffffff}},
    {"elements of a later version at the end of AP-REP",
     "6f1f 301d a003 020105 a103 02010f a20e 300c a003 020112 a205 0403e1e2e3 a901 00", WYRE_OK, 33,
     {.cipher = {27, 3}, .msg_type = 15, .etype = 18}},
    {"nothing", "", WYRE_E_LENGTH, 0, REFUSED},
    {"AS-REQ", "6a00", WYRE_E_MAGIC, 0, REFUSED},
    {"the tag of a primitive APPLICATION 14", "4e00", WYRE_E_MAGIC, 0, REFUSED},
    {"an indefinite length", "6e80 0000", WYRE_E_VALUE, 1, REFUSED},
    {"an INTEGER of no byte", "6f06 3004 a002 0200", WYRE_E_VALUE, 4, REFUSED},
    {"an INTEGER of nine bytes", "6f0f 300d a00b 0209010203040506070809", WYRE_E_VALUE, 4, REFUSED},
    {"ap-options of 3 bytes", "6e14 3012 a003 020105 a103 02010e a206 030400200000", WYRE_E_VALUE, 14, REFUSED},
    {"no ticket",
     "6e22 3020 a003 020105 a103 02010e a207 03050020000000 a40d" AUTHENTICATOR, WYRE_E_VALUE, 23, REFUSED},
    {"the cipher ends past its element",
     "6f1c 301a a003 020105 a103 02010f a20e 300c a003 020112 a205 0404e1e2e3", WYRE_E_LENGTH, 26, REFUSED},
};
/* clang-format on */

TEST(outline_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_spnego_kerberos got;
        size_t n;
        wyre_status status = wyre_spnego_kerberos_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

/* There is no encoder, so the ring does not fit: what it would ask of a decoder is asked here. */
static void
decoder_keeps_its_promises(const char *row, const uint8_t *in, size_t len)
{
    wyre_spnego_kerberos zero = {.msg_type = 0};
    wyre_spnego_kerberos got;
    uint8_t *unit = exact(in, len);
    size_t n;
    wyre_status status = wyre_spnego_kerberos_decode(unit, len, 0, &got, &n);
    REQUIRE(n <= len, row);
    if (status != WYRE_OK)
        assert_fields(row, &got, &zero, sizeof got);
    story s = {unit, len, 0, 0, 1};
    wyre_visitor v = {&s, story_number, story_bytes, story_span, NULL, NULL};
    wyre_spnego_kerberos_visit(&got, &v);
    REQUIRE(s.inside, row);
    free(unit);
}

TEST(prefixes_and_flips_are_read_inside_their_bounds)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_spnego_kerberos got;
        if (row->status != WYRE_OK)
            continue;
        for (size_t cut = 0; cut < in.len; cut++) {
            REQUIRE(wyre_spnego_kerberos_decode(in.at, cut, 0, &got, NULL) < 0, row->name);
            decoder_keeps_its_promises(row->name, in.at, cut);
        }
        for (size_t i = 0; i < in.len; i++) {
            uint8_t was = in.at[i];
            for (unsigned flip = 1; flip < 256; flip++) {
                in.at[i] = (uint8_t)(was ^ flip);
                decoder_keeps_its_promises(row->name, in.at, in.len);
            }
            in.at[i] = was;
        }
        assert_status("flags", wyre_spnego_kerberos_decode(in.at, in.len, 1, &got, NULL),
                      WYRE_E_ARG);
    }
}

/* The names of what is told, in order. */
static void
number_name(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)kind;
    (void)value;
    strcat(strcat(user, name), " ");
}

static void
span_name(void *user, const char *name, uint32_t kind, wyre_span span)
{
    (void)kind;
    (void)span;
    strcat(strcat(user, name), " ");
}

TEST(visit_tells_what_each_message_has)
{
    static const struct {
        uint32_t msg_type;
        const char *told;
    } cases[] = {
        {14, "msg_type ap_options realm name_type sname ticket_etype ticket_kvno ticket_cipher "
             "etype cipher "},
        {15, "msg_type etype cipher "},
        {30, "msg_type error_code realm name_type sname e_text "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        wyre_spnego_kerberos m = {.msg_type = cases[i].msg_type};
        char told[256] = "";
        wyre_visitor v = {told, number_name, NULL, span_name, NULL, NULL};
        wyre_visitor silent = {NULL, NULL, NULL, NULL, NULL, NULL};
        assert_status("told", wyre_spnego_kerberos_visit(&m, &v), WYRE_OK);
        assert_string_equal(told, cases[i].told);
        assert_status("told to nobody", wyre_spnego_kerberos_visit(&m, &silent), WYRE_OK);
    }
}

/* ---- components of a name ------------------------------------------------------------------------------ */

TEST(components_end_as_they_should)
{
    static const struct {
        const char *name, *hex;
        wyre_status status;
        uint32_t count, pos, fault;
    } cases[] = {
        {"cifs/srv", "1b04'cifs' 1b03'srv'", WYRE_END, 2, 11, 0},
        {"none", "", WYRE_END, 0, 0, 0},
        {"an empty one", "1b00", WYRE_END, 1, 2, 0},
        {"no GeneralString", "1b00 0c00", WYRE_E_VALUE, 1, 2, 2},
        {"cut off", "1b04'cif'", WYRE_E_LENGTH, 0, 0, 1},
        {"indefinite", "1b80 0000", WYRE_E_VALUE, 0, 0, 1},
        {"eight", "1b001b001b001b001b001b001b001b00", WYRE_END, 8, 16, 0},
        {"nine", "1b001b001b001b001b001b001b001b001b00", WYRE_E_LIMIT, 8, 16, 16},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bytes in = hex(cases[i].hex);
        wyre_spnego_kerberos_component_iter it = {0, 0, 0};
        wyre_span component;
        uint32_t count = 0;
        wyre_status status;
        while ((status = wyre_spnego_kerberos_component_next(&it, in.len > 0 ? in.at : NULL, in.len,
                                                             &component)) == WYRE_OK)
            count++;
        assert_status(cases[i].name, status, cases[i].status);
        assert_int_equal(count, cases[i].count);
        assert_int_equal(it.pos, cases[i].pos);
        assert_int_equal(it.fault, cases[i].fault);
    }
    wyre_spnego_kerberos_component_iter it = {3, 0, 0};
    wyre_span component;
    assert_status("outside", wyre_spnego_kerberos_component_next(&it, NULL, 0, &component),
                  WYRE_E_ARG);
}

TEST(each_message_has_its_name)
{
    assert_string_equal(wyre_spnego_kerberos_msg_type_name(14), "AP_REQ");
    assert_string_equal(wyre_spnego_kerberos_msg_type_name(15), "AP_REP");
    assert_string_equal(wyre_spnego_kerberos_msg_type_name(30), "KRB_ERROR");
    assert_string_equal(wyre_spnego_kerberos_msg_type_name(0), "?");
}

RUN_TESTS("kerberos", TESTED(outline_decodes_or_is_refused_as_the_row_says),
          TESTED(prefixes_and_flips_are_read_inside_their_bounds),
          TESTED(visit_tells_what_each_message_has), TESTED(components_end_as_they_should),
          TESTED(each_message_has_its_name))

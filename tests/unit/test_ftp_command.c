/* lib/ftp/ftp_command.c, ftp_telnet.c, ftp_verb.c. RFC 959 5.3, RFC 854, RFC 2640 3.1. */
#include "../test.h"
#include <wyre/ftp.h>

enum {
    BARE_LF = 0x01,
    EXTRA_CR = 0x02,
    TELNET = 0x04,
    URGENT = 0x08,
    NUL = 0x10,
    LONE_CR = 0x20,
    ALL = 0x3f,
    CODED = 0x100,
    SYNCH = 0x200,
    CONTROL = 0x400
};

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t flags;
    wyre_status status;
    size_t n; /* bytes used, the byte at fault, or for MORE the least length to call again with */
    wyre_ftp_command fields;
} rows[] = {
    {"a verb and an argument", "'USER wyre' 0d0a", 0, WYRE_OK, 11,
     {.verb = {0, 4}, .argument = {5, 4}, .command = 77, .has_argument = 1}},
    {"a verb alone", "'QUIT' 0d0a", 0, WYRE_OK, 6, {.verb = {0, 4}, .argument = {4, 0}, .command = 58}},
    {"a space and nothing behind it (lftp: PRET LIST )", "'LIST ' 0d0a", 0, WYRE_OK, 7,
     {.verb = {0, 4}, .argument = {5, 0}, .command = 27, .has_argument = 1}},
    {"further spaces belong to the argument", "'RETR   a ' 0d0a", 0, WYRE_OK, 11,
     {.verb = {0, 4}, .argument = {5, 4}, .command = 62, .has_argument = 1}},
    {"lower case", "'xsha256 f' 0d0a", 0, WYRE_OK, 11,
     {.verb = {0, 7}, .argument = {8, 1}, .command = 87, .has_argument = 1}},
    {"an unknown verb", "'h' 0d0a", 0, WYRE_OK, 3, {.verb = {0, 1}, .argument = {1, 0}}},
    {"a verb longer than any", "'XSHA512X' 0d0a", 0, WYRE_OK, 10, {.verb = {0, 8}, .argument = {8, 0}}},
    {"what follows is another command's", "'CWD a' 0d0a 'PWD' 0d0a", 0, WYRE_OK, 7,
     {.verb = {0, 3}, .argument = {4, 1}, .command = 15, .has_argument = 1}},
    {"raw bytes come through", "'CWD ' ff80e9 0d0a", 0, WYRE_OK, 9,
     {.verb = {0, 3}, .argument = {4, 3}, .command = 15, .has_argument = 1}},
    {"control bytes come through and are told", "'CWD ' 1b09 0d0a", 0, WYRE_OK, 8,
     {.verb = {0, 3}, .argument = {4, 2}, .command = 15, .has_argument = 1, .seen = CONTROL}},

    {"nothing", "", 0, WYRE_MORE, 1, {.seen = 0}},
    {"no line end yet", "'USER wyre'", 0, WYRE_MORE, 10, {.seen = 0}},
    {"half a line end", "'USER wyre' 0d", 0, WYRE_MORE, 11, {.seen = 0}},

    {"LF alone", "'CWD a' 0a", 0, WYRE_E_TEXT, 5, {.seen = 0}},
    {"LF alone, allowed", "'CWD a' 0a", BARE_LF, WYRE_OK, 6,
     {.verb = {0, 3}, .argument = {4, 1}, .command = 15, .has_argument = 1, .seen = BARE_LF}},
    {"LF as the very first byte", "0a", 0, WYRE_E_TEXT, 0, {.seen = 0}},
    {"CR CR LF", "'CWD a' 0d0d0a", 0, WYRE_E_TEXT, 5, {.seen = 0}},
    {"CR CR LF, allowed", "'CWD a' 0d0d0a", EXTRA_CR, WYRE_OK, 8,
     {.verb = {0, 3}, .argument = {4, 1}, .command = 15, .has_argument = 1, .seen = EXTRA_CR}},
    {"CR CR LF where a lone CR is data", "'CWD a' 0d0d0a", LONE_CR, WYRE_OK, 8,
     {.verb = {0, 3}, .argument = {4, 2}, .command = 15, .has_argument = 1, .seen = LONE_CR | CONTROL}},
    {"a lone CR", "'CWD a' 0d 'b' 0d0a", 0, WYRE_E_TEXT, 5, {.seen = 0}},
    {"a lone CR, allowed", "'CWD a' 0d 'b' 0d0a", LONE_CR, WYRE_OK, 9,
     {.verb = {0, 3}, .argument = {4, 3}, .command = 15, .has_argument = 1, .seen = LONE_CR | CONTROL}},
    {"NUL", "'USER a' 00 'b' 0d0a", 0, WYRE_E_TEXT, 6, {.seen = 0}},
    {"NUL, allowed", "'USER a' 00 'b' 0d0a", NUL, WYRE_OK, 10,
     {.verb = {0, 4}, .argument = {5, 3}, .command = 77, .has_argument = 1, .seen = NUL | CONTROL}},
    {"NUL behind the verb", "'NOOP' 00 0d0a", ALL, WYRE_E_TEXT, 4, {.seen = 0}},
    {"CR NUL is a coded CR with Telnet", "'CWD a' 0d00 'b' 0d0a", TELNET, WYRE_OK, 10,
     {.verb = {0, 3}, .argument = {4, 4}, .command = 15, .has_argument = 1, .seen = TELNET | CODED | CONTROL}},
    {"an empty line", "0d0a", ALL, WYRE_E_TEXT, 0, {.seen = 0}},
    {"a space in front", "' NOOP' 0d0a", ALL, WYRE_E_TEXT, 0, {.seen = 0}},
    {"a tab behind the verb", "'NOOP' 09 0d0a", ALL, WYRE_E_TEXT, 4, {.seen = 0}},
    {"a hyphen in the verb", "'AB-C x' 0d0a", ALL, WYRE_E_TEXT, 2, {.seen = 0}},

    {"FF FF is one byte, with Telnet", "'CWD ' ffff 0d0a", TELNET, WYRE_OK, 8,
     {.verb = {0, 3}, .argument = {4, 2}, .command = 15, .has_argument = 1, .seen = TELNET | CODED}},
    {"FF in front of a letter is data (pure-ftpd, proftpd)", "'CWD a' ff 'in' 0d0a", TELNET, WYRE_OK, 10,
     {.verb = {0, 3}, .argument = {4, 4}, .command = 15, .has_argument = 1}},
    {"FF as the last byte is data", "'CWD a' ff 0d0a", TELNET, WYRE_OK, 8,
     {.verb = {0, 3}, .argument = {4, 2}, .command = 15, .has_argument = 1}},
    {"NOP in front of the verb", "fff1 'NOOP' 0d0a", TELNET, WYRE_OK, 8,
     {.telnet = {0, 2}, .verb = {2, 4}, .argument = {6, 0}, .command = 49, .seen = TELNET}},
    {"WILL in front of the verb", "fffb01 'NOOP' 0d0a", TELNET, WYRE_OK, 9,
     {.telnet = {0, 3}, .verb = {3, 4}, .argument = {7, 0}, .command = 49, .seen = TELNET}},
    {"the same without Telnet", "fffb01 'NOOP' 0d0a", 0, WYRE_E_TEXT, 0, {.seen = 0}},
    {"a sub-negotiation", "fffa0102fff0 'NOOP' 0d0a", TELNET, WYRE_OK, 12,
     {.telnet = {0, 6}, .verb = {6, 4}, .argument = {10, 0}, .command = 49, .seen = TELNET}},
    {"a sub-negotiation with FF as data", "fffa01fffff0fff0 'NOOP' 0d0a", TELNET, WYRE_OK, 14,
     {.telnet = {0, 8}, .verb = {8, 4}, .argument = {12, 0}, .command = 49, .seen = TELNET}},
    {"a sub-negotiation without end", "fffa0102 'NOOP' 0d0a", TELNET, WYRE_E_TEXT, 0, {.seen = 0}},
    {"WILL without its option", "'CWD a' fffb 0d0a", TELNET, WYRE_E_TEXT, 5, {.seen = 0}},
    {"an option that is LF hides no line end", "'CWD a' fffb 0a 'DELE b' 0d0a", TELNET, WYRE_E_TEXT, 7, {.seen = 0}},
    {"IP, Synch, ABOR: RFC 959 4.1.3", "fff4 fff2 'ABOR' 0d0a", TELNET, WYRE_OK, 10,
     {.telnet = {0, 4}, .verb = {4, 4}, .argument = {8, 0}, .command = 1, .seen = TELNET | SYNCH}},
    {"one byte eaten by urgent data", "fff4 f2 'ABOR' 0d0a", TELNET | URGENT, WYRE_OK, 9,
     {.telnet = {0, 3}, .verb = {3, 4}, .argument = {7, 0}, .command = 1, .seen = TELNET | URGENT | SYNCH}},
    {"what is left of Synch", "f2 'ABOR' 0d0a", URGENT, WYRE_OK, 7,
     {.telnet = {0, 1}, .verb = {1, 4}, .argument = {5, 0}, .command = 1, .seen = URGENT | SYNCH}},
    {"the same without the flag", "f2 'ABOR' 0d0a", TELNET, WYRE_E_TEXT, 0, {.seen = 0}},
    {"an undefined flag", "'NOOP' 0d0a", 0x40, WYRE_E_ARG, 0, {.seen = 0}},
    {"another undefined flag", "'NOOP' 0d0a", 0x80000000, WYRE_E_ARG, 0, {.seen = 0}},
};
/* clang-format on */

TEST(command_is_found_or_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_ftp_command got;
        size_t n;
        wyre_status status = wyre_ftp_command_frame(unit, in.len, row->flags, 4096, NULL, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        free(unit);
    }
}

TEST(every_prefix_waits_and_every_cut_tells_the_same)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_line_progress progress = {0};
        wyre_ftp_command got;
        size_t n;
        if (row->status == WYRE_MORE || row->status == WYRE_E_ARG)
            continue;
        const uint8_t *feed = memchr(in.at, '\n', in.len);
        size_t end = (size_t)(feed - in.at) + 1;
        for (size_t len = 0; len < end; len++) {
            uint8_t *unit = exact(in.at, len);
            assert_status(row->name,
                          wyre_ftp_command_frame(unit, len, row->flags, 4096, &progress, &got, &n),
                          WYRE_MORE);
            REQUIRE(n > len && n <= end, row->name);
            assert_int_equal(progress.scanned, len);
            free(unit);
        }
        assert_status(row->name,
                      wyre_ftp_command_frame(in.at, end, row->flags, 4096, &progress, &got, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        assert_int_equal(progress.scanned, 0);
    }
}

TEST(a_line_may_be_as_long_as_the_limit_and_no_longer)
{
    wyre_ftp_command got;
    size_t n;
    bytes in = hex("'USER wyre' 0d0a");
    assert_status("11", wyre_ftp_command_frame(in.at, in.len, 0, 11, NULL, &got, &n), WYRE_OK);
    assert_status("10", wyre_ftp_command_frame(in.at, in.len, 0, 10, NULL, &got, &n), WYRE_E_LIMIT);
    assert_offset("10", n, 10);
    assert_status("cut", wyre_ftp_command_frame(in.at, 9, 0, 10, NULL, &got, &n), WYRE_MORE);
    assert_status("0", wyre_ftp_command_frame(NULL, 0, 0, 0, NULL, &got, &n), WYRE_E_LIMIT);
}

TEST(what_is_decoded_comes_back_byte_for_byte)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t out[64];
        size_t n;
        uint32_t lossy = BARE_LF | EXTRA_CR | LONE_CR | NUL;
        if (row->status != WYRE_OK || (row->fields.seen & lossy) != 0)
            continue;
        for (size_t cap = 0; cap <= row->n; cap++) {
            size_t need = row->n - row->fields.telnet.len;
            memset(out, 0xa5, sizeof out);
            wyre_status status = wyre_ftp_command_encode(&row->fields, in.at, in.len, out, cap, &n);
            assert_status(row->name, status, cap < need ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, need);
            assert_int_equal(out[cap], 0xa5);
            if (status == WYRE_OK)
                assert_memory_equal(out, in.at + row->fields.telnet.len, need);
        }
    }
}

TEST(a_listed_verb_needs_no_text)
{
    wyre_ftp_command m = {.command = WYRE_FTP_RETR, .argument = {0, 3}};
    uint8_t out[32];
    size_t n;
    assert_status("RETR", wyre_ftp_command_encode(&m, (const uint8_t *)"a b", 3, out, 32, &n),
                  WYRE_OK);
    assert_offset("RETR", n, 10);
    assert_memory_equal(out, "RETR a b\r\n", 10);
    m = (wyre_ftp_command){.command = WYRE_FTP_PASS, .has_argument = 1};
    assert_status("PASS", wyre_ftp_command_encode(&m, NULL, 0, out, 32, &n), WYRE_OK);
    assert_offset("PASS", n, 7);
    assert_memory_equal(out, "PASS \r\n", 7);
    m = (wyre_ftp_command){.command = 0};
    assert_status("none", wyre_ftp_command_encode(&m, NULL, 0, out, 32, &n), WYRE_E_ARG);
}

/* Every byte in every place of an argument: what is written is one command with that argument. */
TEST(no_byte_of_an_argument_can_inject)
{
    for (unsigned c = 0; c < 256; c++) {
        for (size_t place = 0; place < 3; place++) {
            uint8_t src[3] = {'a', 'b', 'c'};
            uint8_t out[32];
            size_t n;
            wyre_ftp_command got;
            wyre_ftp_command m = {.command = WYRE_FTP_RETR, .argument = {0, 3}};
            src[place] = (uint8_t)c;
            wyre_status status = wyre_ftp_command_encode(&m, src, 3, out, 32, &n);
            int framing = c == '\r' || c == '\n' || c == 0;
            assert_status("raw", status, framing ? WYRE_E_RANGE : WYRE_OK);
            m.seen = WYRE_FTP_SEEN_CODED;
            assert_status("coded", wyre_ftp_command_encode(&m, src, 3, out, 32, &n), status);
            if (status != WYRE_OK)
                continue;
            assert_status("back", wyre_ftp_command_frame(out, n, 0, 64, NULL, &got, &n), WYRE_OK);
            assert_offset("back", n, 10);
            assert_memory_equal(out + got.argument.off, src, 3);
        }
    }
}

TEST(a_coded_argument_is_checked)
{
    static const struct {
        const char *hex;
        wyre_status status;
    } cases[] = {
        {"61 0d00 62", WYRE_OK},   {"ffff", WYRE_OK},           {"fff4 61", WYRE_OK},
        {"61 0d", WYRE_E_RANGE},   {"00", WYRE_E_RANGE},        {"fffb 0d00", WYRE_E_RANGE},
        {"fffb 0a", WYRE_E_RANGE}, {"fffb", WYRE_E_RANGE},      {"fffa 01", WYRE_E_RANGE},
        {"0d00 00", WYRE_E_RANGE}, {"fffa 0d00 fff0", WYRE_OK}, {"0d0a", WYRE_E_RANGE},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bytes src = hex(cases[i].hex);
        wyre_ftp_command m = {.command = WYRE_FTP_RETR, .seen = WYRE_FTP_SEEN_CODED};
        uint8_t out[32];
        m.argument.len = (uint32_t)src.len;
        assert_status(cases[i].hex,
                      wyre_ftp_command_encode(&m, src.at, src.len, out, sizeof out, NULL),
                      cases[i].status);
    }
}

TEST(a_span_outside_its_source_and_a_bad_verb_are_refused)
{
    uint8_t out[32] = {0};
    wyre_ftp_command m = {.command = WYRE_FTP_RETR, .argument = {1, 3}};
    assert_status("argument", wyre_ftp_command_encode(&m, out, 3, out, 32, NULL), WYRE_E_ARG);
    m = (wyre_ftp_command){.verb = {4, 0xffffffff}};
    assert_status("verb", wyre_ftp_command_encode(&m, out, 3, out, 32, NULL), WYRE_E_ARG);
    m = (wyre_ftp_command){.verb = {0, 3}};
    assert_status("A B", wyre_ftp_command_encode(&m, (const uint8_t *)"A B", 3, out, 32, NULL),
                  WYRE_E_RANGE);
}

TEST(telnet_coding_goes_both_ways)
{
    static const struct {
        const char *coded, *plain;
    } cases[] = {
        {"", ""},
        {"'abc'", "'abc'"},
        {"'a' ffff 'b'", "'a' ff 'b'"},
        {"'a' 0d00 'b'", "'a' 0d 'b'"},
        {"ffffffff 0d00", "ffff 0d"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bytes coded = hex(cases[i].coded);
        bytes plain = hex(cases[i].plain);
        for (size_t cap = 0; cap <= coded.len; cap++) {
            uint8_t *out = exact(coded.at, cap);
            size_t n;
            assert_status(cases[i].coded, wyre_ftp_telnet_encode(plain.at, plain.len, out, cap, &n),
                          cap < coded.len ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(cases[i].coded, n, coded.len);
            if (cap == coded.len)
                assert_memory_equal(out, coded.at, n);
            assert_status(cases[i].coded, wyre_ftp_telnet_decode(coded.at, coded.len, out, cap, &n),
                          cap < plain.len ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(cases[i].coded, n, plain.len);
            if (cap >= plain.len)
                assert_memory_equal(out, plain.at, n);
            free(out);
        }
    }
}

TEST(telnet_commands_vanish_and_cut_ones_are_refused)
{
    static const struct {
        const char *coded, *plain;
        wyre_status status;
        size_t n;
    } cases[] = {
        {"'a' fff1 'b'", "'ab'", WYRE_OK, 2},
        {"'a' fffb01 fffe02 'b'", "'ab'", WYRE_OK, 2},
        {"'a' fffa01 'x' fff0 'b'", "'ab'", WYRE_OK, 2},
        {"'a' ff 'in'", "'a' ff 'in'", WYRE_OK, 4},
        {"'a' ff", "'a' ff", WYRE_OK, 2},
        {"'a' ff00", "'a' ff00", WYRE_OK, 3},
        {"0d", "0d", WYRE_OK, 1},
        {"'a' fffd", "", WYRE_E_TEXT, 1},
        {"'ab' fffa01ff", "", WYRE_E_TEXT, 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bytes coded = hex(cases[i].coded);
        bytes plain = hex(cases[i].plain);
        size_t n;
        wyre_status status =
            wyre_ftp_telnet_decode(coded.at, coded.len, coded.at, sizeof coded.at, &n);
        assert_status(cases[i].coded, status, cases[i].status);
        assert_offset(cases[i].coded, n, cases[i].n);
        assert_memory_equal(coded.at, plain.at, plain.len);
    }
    size_t n;
    assert_status("LF", wyre_ftp_telnet_encode((const uint8_t *)"ab\n", 3, NULL, 0, &n),
                  WYRE_E_RANGE);
    assert_offset("LF", n, 2);
    assert_status("NUL", wyre_ftp_telnet_encode((const uint8_t *)"a", 2, NULL, 0, &n),
                  WYRE_E_RANGE);
    assert_offset("NUL", n, 1);
}

TEST(the_table_of_verbs_is_whole_and_found_in_any_case)
{
    for (uint16_t command = 1; command <= 88; command++) {
        const char *name = wyre_ftp_command_name(command);
        char lower[8] = {0};
        wyre_ftp_verb about;
        for (size_t i = 0; name[i] != '\0'; i++)
            lower[i] = (char)(name[i] | 0x20);
        assert_int_equal(wyre_ftp_command_number((const uint8_t *)name, strlen(name)), command);
        assert_int_equal(wyre_ftp_command_number((const uint8_t *)lower, strlen(name)), command);
        assert_status(name, wyre_ftp_verb_about(command, &about), WYRE_OK);
        if (command > 1)
            assert_true(strcmp(wyre_ftp_command_name((uint16_t)(command - 1)), name) < 0);
    }
    wyre_ftp_verb about = {1, 1, 1};
    assert_string_equal(wyre_ftp_command_name(0), "?");
    assert_string_equal(wyre_ftp_command_name(89), "?");
    assert_status("89", wyre_ftp_verb_about(89, &about), WYRE_E_ARG);
    assert_int_equal(about.rfc, 0);
    assert_int_equal(wyre_ftp_command_number((const uint8_t *)"USERS", 5), 0);
    assert_int_equal(wyre_ftp_command_number((const uint8_t *)"USE", 3), 0);
    assert_int_equal(wyre_ftp_command_number(NULL, 0), 0);
    assert_status("EPSV", wyre_ftp_verb_about(WYRE_FTP_EPSV, &about), WYRE_OK);
    assert_int_equal(about.rfc, 2428);
    assert_int_equal(about.argument, WYRE_FTP_ARGUMENT_EXTENDED_PASSIVE);
}

static void
hear_command(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)kind;
    if (strcmp(name, "command") == 0)
        *(uint64_t *)user = value;
}

TEST(a_visitor_hears_the_fields)
{
    uint64_t command = 0;
    wyre_visitor v = {&command, hear_command, NULL, NULL, NULL, NULL};
    wyre_ftp_command m = {.command = 77};
    assert_status("USER", wyre_ftp_command_visit(&m, &v), WYRE_OK);
    assert_int_equal(command, 77);
}

RUN_TESTS("ftp_command", TESTED(command_is_found_or_refused_as_the_row_says),
          TESTED(every_prefix_waits_and_every_cut_tells_the_same),
          TESTED(a_line_may_be_as_long_as_the_limit_and_no_longer),
          TESTED(what_is_decoded_comes_back_byte_for_byte), TESTED(a_listed_verb_needs_no_text),
          TESTED(no_byte_of_an_argument_can_inject), TESTED(a_coded_argument_is_checked),
          TESTED(a_span_outside_its_source_and_a_bad_verb_are_refused),
          TESTED(telnet_coding_goes_both_ways),
          TESTED(telnet_commands_vanish_and_cut_ones_are_refused),
          TESTED(the_table_of_verbs_is_whole_and_found_in_any_case),
          TESTED(a_visitor_hears_the_fields))

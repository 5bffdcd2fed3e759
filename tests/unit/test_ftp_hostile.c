/* What attackers and broken peers of FTP are known to send, class by class: each is refused where it is
 * wrong, by the status that says why, or told as what it is. */
#include "../properties/ring.h"
#include <wyre/ftp.h>

RING_AS(wyre_ftp_port, wyre_ftp_address, 0);
RING_AS(wyre_ftp_227, wyre_ftp_address, 0);
RING_AS(wyre_ftp_lprt, wyre_ftp_address, 0);
RING_AS(wyre_ftp_eprt, wyre_ftp_address, 0);
RING_AS(wyre_ftp_229, wyre_ftp_address, 0);
RING(wyre_ftp_path, 0);
RING(wyre_ftp_rest, 0);
RING_AS(wyre_ftp_size, wyre_ftp_number, 0);
RING(wyre_ftp_time, 0);
RING(wyre_ftp_mlsx, 1);
RING(wyre_ftp_security, 0);
RING(wyre_ftp_block, 0);

#define PORT  &wyre_ftp_port_ring
#define R227  &wyre_ftp_227_ring
#define LPRT  &wyre_ftp_lprt_ring
#define EPRT  &wyre_ftp_eprt_ring
#define R229  &wyre_ftp_229_ring
#define R257  &wyre_ftp_path_ring
#define REST  &wyre_ftp_rest_ring
#define SIZE  &wyre_ftp_size_ring
#define MDTM  &wyre_ftp_time_ring
#define MLSD  &wyre_ftp_mlsx_ring
#define ADAT  &wyre_ftp_security_ring
#define BLOCK &wyre_ftp_block_ring

/* clang-format off */
static const struct row {
    const ring *of;
    const char *hex;
    wyre_status status;
    size_t fault;
} rows[] = {
    {R257, "'\"/x' 0d 'STOR y\"'", WYRE_E_TEXT, 3}, /* a path that is sent again later */
    {R257, "'\"/abc'", WYRE_E_TEXT, 5}, {R257, "'\"'", WYRE_E_TEXT, 1}, {R257, "", WYRE_E_TEXT, 0},
    {R257, "'\"/a' 00 'b\"'", WYRE_E_TEXT, 3},
    {R227, "'(256,0,0,1,2,3)'", WYRE_E_VALUE, 1}, {R227, "'(-1,0,0,1,2,3)'", WYRE_E_TEXT, 14},
    {R227, "'(99999999999,0,0,1,2,3)'", WYRE_E_TEXT, 23}, {R227, "'(1,2,3,4,5)'", WYRE_E_TEXT, 11},
    {R227, "'(1,2,3,4,5,6,7)'", WYRE_E_TEXT, 15}, {R227, "'(1,2,3,4,5,6,)'", WYRE_E_TEXT, 14},
    {R229, "'(|||65536|)'", WYRE_E_VALUE, 8}, {R229, "'(||5671|)'", WYRE_E_TEXT, 3},
    {PORT, "'1,2,3,4,5,256'", WYRE_E_VALUE, 10}, {PORT, "'1,2,3,4,+5,6'", WYRE_E_TEXT, 8},
    {EPRT, "'11111.2.3.41801'", WYRE_E_TEXT, 0}, {EPRT, "':2:::1:80:'", WYRE_E_TEXT, 0},
    {EPRT, "'.1.1.2.3.4.80.'", WYRE_E_TEXT, 0}, {EPRT, "'|1|1.2.3.4|'", WYRE_E_TEXT, 11},
    {EPRT, "'|1|1.2.3.4|80|90|'", WYRE_E_TEXT, 14}, {EPRT, "'|2|fe80::1%eth0|80|'", WYRE_E_TEXT, 10},
    {EPRT, "'|2|0000:0000:0000:0000:0000:0000:0000:0000:0000|80|'", WYRE_E_TEXT, 42},
    {EPRT, "'|1|1.2.3.4|+80|'", WYRE_E_TEXT, 11}, {EPRT, "'|1|1.2.3.4|65536|'", WYRE_E_VALUE, 15},
    {LPRT, "'4,255,1,2,3,4'", WYRE_E_VALUE, 2}, {LPRT, "'4,4,1,2,3,4,0'", WYRE_E_VALUE, 12},
    {REST, "'9223372036854775808'", WYRE_E_VALUE, 18}, {REST, "'18446744073709551616'", WYRE_E_VALUE, 19},
    {REST, "", WYRE_E_TEXT, 0},
    {SIZE, "'18446744073709551616'", WYRE_E_VALUE, 19}, {SIZE, "'-1'", WYRE_E_TEXT, 0},
    {SIZE, "'+1'", WYRE_E_TEXT, 0}, {SIZE, "'0x10'", WYRE_E_TEXT, 1}, {SIZE, "", WYRE_E_TEXT, 0},
    {MDTM, "'2020'", WYRE_E_TEXT, 4}, {MDTM, "'20201301000000'", WYRE_E_VALUE, 4},
    {MDTM, "'20210230000000'", WYRE_E_VALUE, 6}, {MDTM, "'20210101000061'", WYRE_E_VALUE, 12},
    {MDTM, "'20210101000000.'", WYRE_E_TEXT, 15}, {MDTM, "'20210101000000.x'", WYRE_E_TEXT, 15},
    {MDTM, "'00000101000000'", WYRE_E_VALUE, 0}, {MDTM, "'191000101000000'", WYRE_E_VALUE, 4},
    {MLSD, "'size=1;name'", WYRE_E_TEXT, 11}, {MLSD, "'; a'", WYRE_E_TEXT, 0},
    {MLSD, "'=; a'", WYRE_E_TEXT, 0}, {MLSD, "'size=1 a'", WYRE_E_TEXT, 6},
    {ADAT, "'YWJ'", WYRE_E_TEXT, 3}, {ADAT, "'YWJj='", WYRE_E_TEXT, 5}, {ADAT, "'YW Jj'", WYRE_E_TEXT, 2},
    {ADAT, "'YW-_'", WYRE_E_TEXT, 2}, {ADAT, "'Y'", WYRE_E_TEXT, 1}, {ADAT, "'YW' 00 'j'", WYRE_E_TEXT, 2},
    {BLOCK, "81 0001", WYRE_E_VALUE, 0}, {BLOCK, "40 00", WYRE_E_LENGTH, 2},
};

/* Command lines, then replies; n is what was used, wanted, or the byte at fault. */
static const struct stream {
    const char *hex;
    uint32_t flags;
    wyre_status status;
    size_t n;
} commands[] = {
    {"0a", 0, WYRE_E_TEXT, 0}, {"0a", WYRE_FTP_BARE_LF, WYRE_E_TEXT, 0}, /* the first byte of all */
    {"'USER a' 00 'b' 0d0a", 0, WYRE_E_TEXT, 6}, {"'NO' 00 'OP' 0d0a", 0, WYRE_E_TEXT, 2},
    {"'USER a' 0d 'DELE b' 0d0a", 0, WYRE_E_TEXT, 6}, {"'USER a' 0a 'DELE b' 0d0a", 0, WYRE_E_TEXT, 6},
    {"'NOOP' ff", WYRE_FTP_TELNET, WYRE_MORE, 6}, {"'CWD a' ff 0d0a", WYRE_FTP_TELNET, WYRE_OK, 8},
    {"'CWD a' fffa 01 0d0a", WYRE_FTP_TELNET, WYRE_E_TEXT, 5}, {"fffa 01 'NOOP' 0d0a", WYRE_FTP_TELNET, WYRE_E_TEXT, 0},
    {"'CWD a' ffff 0d0a", WYRE_FTP_TELNET, WYRE_OK, 9}, {"'CWD a' ff", WYRE_FTP_TELNET, WYRE_MORE, 7},
    {"'%s%n%x %s%n' 0d0a", 0, WYRE_E_TEXT, 0}, {"'CWD %s%n' 0d0a", 0, WYRE_OK, 10},
    {"'STAT */../*/../*' 0d0a", 0, WYRE_OK, 18}, {"' NOOP' 0d0a", 0, WYRE_E_TEXT, 0},
}, replies[] = {
    {"'230-a' 0d0a '230 b' 0d0a 'c' 0d0a '230 d' 0d0a", 0, WYRE_OK, 14}, /* ends by the rule: what is left is no reply */
    {"'c' 0d0a '230 d' 0d0a", 0, WYRE_E_MAGIC, 0},
    {"'230-a' 0d0a '220 b' 0d0a '230 c' 0d0a", 0, WYRE_OK, 21},
    {"'230-a' 0d0a '220 b' 0d0a '230 c' 0d0a", WYRE_FTP_ANY_CODE_ENDS, WYRE_OK, 14},
    {"'553-' 0d0a '150 x' 0d0a", 0, WYRE_MORE, 14}, {"'553-' 0d0a '150 x' 0d0a", WYRE_FTP_ANY_CODE_ENDS, WYRE_OK, 13},
    {"'213-STAT' 0d0a '250 x' 0d0a '213 end' 0d0a", 0, WYRE_OK, 26},
    {"'200' 0d0a", 0, WYRE_OK, 5}, {"'200X' 0d0a", 0, WYRE_E_TEXT, 3}, {"'20' 0d0a", 0, WYRE_E_MAGIC, 0},
    {"'12a-' 0d0a", 0, WYRE_E_MAGIC, 0}, {"'099 x' 0d0a", 0, WYRE_E_VALUE, 0}, {"'000 x' 0d0a", 0, WYRE_E_VALUE, 0},
    {"'600 x' 0d0a", 0, WYRE_OK, 7}, {"'700 x' 0d0a", 0, WYRE_E_VALUE, 0}, {"'999 x' 0d0a", 0, WYRE_E_VALUE, 0},
    {"'-20 x' 0d0a", 0, WYRE_E_MAGIC, 0}, {"'220 a' 0a", 0, WYRE_E_TEXT, 5}, {"0a", 0, WYRE_E_TEXT, 0},
    {"'220 a' 00 'b' 0d0a", 0, WYRE_OK, 9}, {"'220 ' 1b '[31m' 0d0a", 0, WYRE_OK, 11}, /* see the line's facts */
    {"fffb 01 '220 a' 0d0a", WYRE_FTP_TELNET, WYRE_OK, 10}, {"fffb 0d0a", WYRE_FTP_TELNET, WYRE_E_TEXT, 0},
};
/* clang-format on */

TEST(texts_are_refused_where_they_are_wrong)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        void *m = block(row->of->size);
        size_t n = 99;
        assert_status(row->hex, row->of->decode(unit, in.len, 0, m, &n), row->status);
        assert_offset(row->hex, n, row->fault);
        free(m);
        free(unit);
    }
}

TEST(commands_and_replies_are_cut_where_the_rule_says)
{
    wyre_ftp_command command;
    wyre_ftp_reply reply;
    for (const struct stream *s = commands; s < commands + COUNT(commands); s++) {
        bytes in = hex(s->hex);
        uint8_t *unit = exact(in.at, in.len);
        size_t n = 99;
        assert_status(s->hex,
                      wyre_ftp_command_frame(unit, in.len, s->flags, 4096, NULL, &command, &n),
                      s->status);
        assert_offset(s->hex, n, s->n);
        free(unit);
    }
    for (const struct stream *s = replies; s < replies + COUNT(replies); s++) {
        bytes in = hex(s->hex);
        uint8_t *unit = exact(in.at, in.len);
        size_t n = 99;
        assert_status(s->hex,
                      wyre_ftp_reply_frame(unit, in.len, s->flags, 4096, 64, NULL, &reply, &n),
                      s->status);
        assert_offset(s->hex, n, s->n);
        free(unit);
    }
}

/* What a reader shows on a terminal, or cuts at a NUL, is told. */
TEST(control_bytes_of_replies_are_told)
{
    static const char *const texts[] = {"'220 ' 1b '[31m' 0d0a", "'220 a' 00 'b' 0d0a"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        bytes in = hex(texts[i]);
        wyre_ftp_reply_line_iter it = {0, 0};
        wyre_ftp_reply_line line;
        assert_status(texts[i], wyre_ftp_reply_line_next(&it, in.at, in.len, &line), WYRE_OK);
        REQUIRE(line.seen == WYRE_FTP_SEEN_CONTROL && line.text.len == in.len - 6, texts[i]);
    }
}

/* A megabyte without end, in both directions; a reply of a million lines. */
TEST(what_never_ends_is_stopped)
{
    enum { MUCH = 1 << 20 };
    uint8_t *in = block(MUCH);
    wyre_ftp_command command;
    wyre_ftp_reply reply;
    wyre_ftp_list_line line;
    size_t n;
    memset(in, 'a', MUCH);
    assert_status("command", wyre_ftp_command_frame(in, MUCH, 0, 4096, NULL, &command, &n),
                  WYRE_E_LIMIT);
    assert_offset("command", n, 4096);
    assert_status("reply", wyre_ftp_reply_frame(in, MUCH, 0, 65536, 512, NULL, &reply, &n),
                  WYRE_E_LIMIT);
    assert_offset("reply", n, 65536);
    assert_status("list", wyre_ftp_list_line_decode(in, MUCH, 0, NULL, &line, &n), WYRE_E_MAGIC);
    memcpy(in, "-rw-r--r-- 1 u g 1 Jan 1 2020 ", 30);
    assert_status("list", wyre_ftp_list_line_decode(in, MUCH, 0, NULL, &line, &n), WYRE_OK);
    assert_int_equal(line.name.len, MUCH - 30);
    for (size_t i = 0; i < MUCH; i += 4)
        memcpy(in + i, i == 0 ? "230-" : "a\r\n ", 4);
    memcpy(in + 4, "\r\na\r", 4);
    for (size_t i = 6; i + 3 <= MUCH; i += 3)
        memcpy(in + i, "a\r\n", 3);
    assert_status("lines", wyre_ftp_reply_frame(in, MUCH, 0, MUCH + 1, 512, NULL, &reply, &n),
                  WYRE_E_LIMIT);
    assert_offset("lines", n, 6 + 511 * 3);
    assert_status("bytes", wyre_ftp_reply_frame(in, MUCH, 0, 65536, MUCH, NULL, &reply, &n),
                  WYRE_E_LIMIT);
    assert_offset("bytes", n, 65536);
    size_t count = 0;
    for (size_t at = 0; at + 3 <= MUCH; at += n, count++) {
        memcpy(in + at, "h\r\n", 3);
        assert_status("tiny", wyre_ftp_command_frame(in + at, 3, 0, 4096, NULL, &command, &n),
                      WYRE_OK);
    }
    assert_int_equal(count, MUCH / 3);
    free(in);
}

/* Addresses of others are told, never followed: bounce and theft of RFC 2577. */
TEST(addresses_are_judged)
{
    static const struct {
        const char *text;
        uint32_t facts;
    } cases[] = {
        {"10,0,0,1,200,13", WYRE_FTP_IS_PRIVATE | WYRE_FTP_DIFFERS},
        {"127,0,0,1,200,13", WYRE_FTP_IS_LOOPBACK | WYRE_FTP_DIFFERS},
        {"0,0,0,0,200,13", WYRE_FTP_IS_ZERO | WYRE_FTP_DIFFERS},
        {"192,0,2,1,0,0", WYRE_FTP_PORT_ZERO | WYRE_FTP_PRIVILEGED},
        {"192,0,2,1,0,25", WYRE_FTP_PRIVILEGED},
        {"192,0,2,1,200,13", 0},
        {"192,0,2,2,200,13", WYRE_FTP_DIFFERS},
    };
    wyre_ftp_address peer = {.address = {192, 0, 2, 1}, .protocol = WYRE_FTP_IPV4};
    for (size_t i = 0; i < COUNT(cases); i++) {
        wyre_ftp_address m;
        assert_status(cases[i].text,
                      wyre_ftp_port_decode((const uint8_t *)cases[i].text, strlen(cases[i].text), 0,
                                           &m, NULL),
                      WYRE_OK);
        if (wyre_ftp_address_facts(&m, &peer) != cases[i].facts)
            fail_msg("%s: %x", cases[i].text, (unsigned)wyre_ftp_address_facts(&m, &peer));
    }
}

/* A name that would be opened outside, or that a C program would see cut. */
TEST(names_are_judged)
{
    static const struct {
        const char *name;
        size_t len;
        uint32_t facts;
    } cases[] = {
        {"../x", 4, WYRE_FTP_NAME_DOT_DOT | WYRE_FTP_NAME_SLASH},
        {"/etc/x", 6, WYRE_FTP_NAME_ABSOLUTE | WYRE_FTP_NAME_SLASH},
        {"a/b", 3, WYRE_FTP_NAME_SLASH},
        {"C:\\x", 4, WYRE_FTP_NAME_ABSOLUTE | WYRE_FTP_NAME_BACKSLASH},
        {"", 0, WYRE_FTP_NAME_EMPTY},
        {".", 1, WYRE_FTP_NAME_DOT},
        {"a\0b", 3, WYRE_FTP_NAME_CONTROL},
        {"a\tb", 3, WYRE_FTP_NAME_CONTROL},
        {"[", 1, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        REQUIRE(wyre_ftp_name_facts((const uint8_t *)cases[i].name, cases[i].len) == cases[i].facts,
                cases[i].name);
}

/* A fact that cannot be is told as such; 100000 of them are too many. */
TEST(facts_are_judged)
{
    static const struct {
        const char *line;
        uint32_t malformed;
    } cases[] = {
        {"size=-1; a", WYRE_FTP_FACT_SIZE},
        {"size=99999999999999999999; a", WYRE_FTP_FACT_SIZE},
        {"modify=2020; a", WYRE_FTP_FACT_MODIFY},
        {"modify=20201301000000; a", WYRE_FTP_FACT_MODIFY},
        {"modify=20210230000000; a", WYRE_FTP_FACT_MODIFY},
        {"modify=20210101000061; a", WYRE_FTP_FACT_MODIFY},
        {"20191202065119:size=1; a", 0},
    };
    enum { FACTS = 100000 };
    wyre_ftp_mlsx m;
    size_t n;
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_status(
            cases[i].line,
            wyre_ftp_mlsx_decode((const uint8_t *)cases[i].line, strlen(cases[i].line), 0, &m, &n),
            WYRE_OK);
        REQUIRE(m.malformed == cases[i].malformed && m.name.len == 1, cases[i].line);
    }
    uint8_t *many = block(FACTS * 4 + 2);
    for (size_t i = 0; i < FACTS; i++)
        memcpy(many + i * 4, "a=b;", 4);
    memcpy(many + (size_t)FACTS * 4, " n", 2);
    assert_status("facts", wyre_ftp_mlsx_decode(many, FACTS * 4 + 2, 0, &m, &n), WYRE_E_LIMIT);
    assert_offset("facts", n, WYRE_FTP_FACTS_MAX * 4);
    free(many);
}

/* Compressed mode and blocks that are cut, or say what cannot be. */
TEST(transfer_modes_are_judged)
{
    static const struct {
        const char *hex;
        wyre_status read, closed;
    } compressed[] = {
        {"05 6162", WYRE_OK, WYRE_E_LENGTH}, {"80", WYRE_OK, WYRE_E_LENGTH},
        {"c0", WYRE_OK, WYRE_E_LENGTH},      {"00", WYRE_OK, WYRE_E_LENGTH},
        {"00 00", WYRE_E_VALUE, 0},          {"00 41", WYRE_E_VALUE, 0},
        {"00 40", WYRE_OK, WYRE_OK},         {"00 40 00 40", WYRE_OK, WYRE_OK},
    };
    static const struct {
        const char *hex;
        wyre_status read, closed;
    } blocks[] = {
        {"00 0005 6162", WYRE_OK, WYRE_E_LENGTH},
        {"01 0000", WYRE_E_VALUE, 0},
        {"10 0003 612062", WYRE_E_TEXT, 0},
        {"40 0000", WYRE_OK, WYRE_OK},
        {"40 0000 00 0001 61", WYRE_OK, WYRE_E_LENGTH},
    };
    uint8_t out[256];
    wyre_ftp_step step;
    for (size_t i = 0; i < COUNT(compressed); i++) {
        bytes in = hex(compressed[i].hex);
        wyre_ftp_compressed_reader r = {.filler = ' '};
        wyre_status status = WYRE_OK;
        for (size_t at = 0; at < in.len && status == WYRE_OK; at += step.used)
            status = wyre_ftp_compressed_read(&r, in.at + at, in.len - at, out, sizeof out, &step);
        assert_status(compressed[i].hex, status, compressed[i].read);
        if (status == WYRE_OK)
            assert_status(compressed[i].hex, wyre_ftp_compressed_closed(&r), compressed[i].closed);
    }
    for (size_t i = 0; i < COUNT(blocks); i++) {
        bytes in = hex(blocks[i].hex);
        wyre_ftp_block_reader r = {.left = 0};
        wyre_status status = WYRE_OK;
        for (size_t at = 0; at < in.len && status == WYRE_OK; at += step.used)
            status = wyre_ftp_block_read(&r, in.at + at, in.len - at, out, sizeof out, &step);
        assert_status(blocks[i].hex, status, blocks[i].read);
        if (status == WYRE_OK)
            assert_status(blocks[i].hex, wyre_ftp_block_closed(&r), blocks[i].closed);
    }
}

/* A reply behind 234 in plain text; a reply that nobody asked for; three commands and one answer. */
TEST(a_dialogue_out_of_step_is_told)
{
    wyre_ftp_dialogue d = {.count = 0};
    wyre_ftp_turn turn;
    assert_status("220", wyre_ftp_dialogue_got(&d, 220, 0, &turn), WYRE_OK);
    assert_status("AUTH", wyre_ftp_dialogue_sent(&d, WYRE_FTP_AUTH), WYRE_OK);
    assert_status("234", wyre_ftp_dialogue_got(&d, 234, 10, &turn), WYRE_E_STATE);
    assert_int_equal(turn.event, WYRE_FTP_EVENT_INJECTED);
    d = (wyre_ftp_dialogue){.greeted = 1};
    assert_status("230", wyre_ftp_dialogue_got(&d, 230, 0, &turn), WYRE_E_STATE);
    assert_int_equal(turn.event, WYRE_FTP_EVENT_UNASKED);
    d = (wyre_ftp_dialogue){.greeted = 1};
    for (unsigned i = 0; i < 3; i++)
        assert_status("NOOP", wyre_ftp_dialogue_sent(&d, WYRE_FTP_NOOP), WYRE_OK);
    assert_status("200", wyre_ftp_dialogue_got(&d, 200, 0, &turn), WYRE_OK);
    assert_int_equal(turn.waiting, 2);
}

RUN_TESTS("ftp_hostile", TESTED(texts_are_refused_where_they_are_wrong),
          TESTED(commands_and_replies_are_cut_where_the_rule_says),
          TESTED(control_bytes_of_replies_are_told), TESTED(what_never_ends_is_stopped),
          TESTED(addresses_are_judged), TESTED(names_are_judged), TESTED(facts_are_judged),
          TESTED(transfer_modes_are_judged), TESTED(a_dialogue_out_of_step_is_told))

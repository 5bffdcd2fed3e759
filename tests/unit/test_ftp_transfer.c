/* lib/ftp/ftp_block.c, ftp_compressed.c, ftp_record.c, ftp_dialogue.c. RFC 959 3.4, 5.4. */
#include "../properties/ring.h"
#include <wyre/ftp.h>

enum { RECORD = 0x80, END = 0x40, SUSPECT = 0x20, MARKER = 0x10 };

/* ---- readers behind one face ----------------------------------------------------------------- */

typedef struct reader {
    int mode; /* 'B', 'C', 'R' */
    wyre_ftp_block_reader block;
    wyre_ftp_compressed_reader compressed;
    wyre_ftp_record_reader record;
} reader;

static wyre_status
read_step(reader *r, const uint8_t *in, size_t len, uint8_t *out, size_t cap, wyre_ftp_step *step)
{
    if (r->mode == 'B')
        return wyre_ftp_block_read(&r->block, in, len, out, cap, step);
    if (r->mode == 'C')
        return wyre_ftp_compressed_read(&r->compressed, in, len, out, cap, step);
    return wyre_ftp_record_read(&r->record, in, len, out, cap, step);
}

static wyre_status
closed(const reader *r)
{
    if (r->mode == 'B')
        return wyre_ftp_block_closed(&r->block);
    if (r->mode == 'C')
        return wyre_ftp_compressed_closed(&r->compressed);
    return wyre_ftp_record_closed(&r->record);
}

static wyre_status
write_step(int mode, uint8_t descriptor, const uint8_t *in, size_t len, uint8_t *out, size_t cap,
           wyre_ftp_step *step)
{
    if (mode == 'B')
        return wyre_ftp_block_write(descriptor, in, len, out, cap, step);
    if (mode == 'C')
        return wyre_ftp_compressed_write(0x20, descriptor, in, len, out, cap, step);
    return wyre_ftp_record_write(descriptor, in, len, out, cap, step);
}

/* What comes out: bytes as they are, a marker in < >, | behind a record, . behind the file, ? behind
 * suspect data. */
typedef struct story_text {
    char text[1024];
    size_t len;
} story_text;

static void
says(story_text *t, const uint8_t *at, size_t n)
{
    if (t->len + n < sizeof t->text) {
        if (n > 0)
            memcpy(t->text + t->len, at, n);
        t->len += n;
        t->text[t->len] = '\0';
    }
}

/* Reads it all in pieces; returns the first refusal, or how the end was. */
static wyre_status
read_all(int mode, const uint8_t *in, size_t len, size_t piece, size_t cap, story_text *told)
{
    reader r = {.mode = mode, .compressed = {.filler = ' '}};
    int in_marker = 0;
    size_t at = 0;
    told->len = 0;
    told->text[0] = '\0';
    for (int idle = 0; idle < 2;) {
        size_t n = len - at < piece ? len - at : piece;
        uint8_t *unit = exact(in + at, n);
        uint8_t *out = exact(in, cap <= len ? cap : len);
        wyre_ftp_step step;
        wyre_status status = read_step(&r, unit, n, out, cap <= len ? cap : len, &step);
        if (status == WYRE_OK) {
            if (step.is_marker && !in_marker)
                says(told, (const uint8_t *)"<", 1);
            in_marker = step.is_marker && (step.descriptor & MARKER) == 0;
            says(told, out, step.made);
            says(told, (const uint8_t *)">", (step.descriptor & MARKER) != 0);
            says(told, (const uint8_t *)"?", (step.descriptor & SUSPECT) != 0);
            says(told, (const uint8_t *)"|", (step.descriptor & RECORD) != 0);
            says(told, (const uint8_t *)".", (step.descriptor & END) != 0);
        }
        free(unit);
        free(out);
        if (status != WYRE_OK)
            return status;
        at += step.used;
        idle = step.used + step.made > 0 || step.descriptor != 0 ? 0 : idle + 1;
    }
    return at == len ? closed(&r) : WYRE_E_STATE;
}

/* clang-format off */
static const struct row {
    const char *name;
    int mode;
    const char *hex, *told;
    wyre_status end;
} rows[] = {
    {"a file in one block", 'B', "40 0003 'abc'", "abc.", WYRE_OK},
    {"two blocks", 'B', "00 0003 'abc' 40 0001 'd'", "abcd.", WYRE_OK},
    {"an empty last block", 'B', "00 0001 'a' 40 0000", "a.", WYRE_OK},
    {"records (z/OS)", 'B', "80 0002 'ab' 80 0002 'cd' c0 0001 'e'", "ab|cd|e|.", WYRE_OK},
    {"a restart marker", 'B', "00 0001 'x' 10 0006 'ABCDEF' 40 0001 'y'", "x<ABCDEF>y.", WYRE_OK},
    {"suspect data", 'B', "20 0001 'x' 40 0000", "x?.", WYRE_OK},
    {"another file behind it", 'B', "40 0001 'x' 40 0001 'y'", "x.y.", WYRE_OK},
    {"nothing", 'B', "", "", WYRE_E_LENGTH},
    {"no end of file", 'B', "00 0001 'x'", "x", WYRE_E_LENGTH},
    {"a count that is more than came", 'B', "40 0003 'ab'", "ab", WYRE_E_LENGTH},
    {"half a header", 'B', "40 00", "", WYRE_E_LENGTH},
    {"half a header behind the end", 'B', "40 0000 40", ".", WYRE_E_LENGTH},
    {"a low bit", 'B', "41 0000", "", WYRE_E_VALUE},
    {"a marker with a space", 'B', "10 0003 'A B'", NULL, WYRE_E_TEXT},

    {"literal", 'C', "03 'abc' 00 40", "abc", WYRE_OK},
    {"end in front of the last string", 'C', "00 40 03 'abc'", "abc.", WYRE_OK},
    {"a run", 'C', "83 'x' 00 40 01 'y'", "xxxy.", WYRE_OK},
    {"fillers", 'C', "01 'a' c3 00 40 01 'b'", "a   b.", WYRE_OK},
    {"the longest of each", 'C', "bf 'x' ff 00 40",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "                                                               ", WYRE_OK},
    {"runs of none", 'C', "80 'x' c0 01 'a' 00 40", "a", WYRE_OK},
    {"records", 'C', "00 80 02 'ab' 00 c0 82 'c'", "ab|cc|.", WYRE_OK},
    {"a restart marker", 'C', "01 'x' 00 10 03 'ABC' 00 40 01 'y'", "x<ABC>y.", WYRE_OK},
    {"two escapes for one string", 'C', "00 80 00 40 01 'x'", "x|.", WYRE_OK},
    {"nothing", 'C', "", "", WYRE_E_LENGTH},
    {"no end of file", 'C', "01 'x'", "x", WYRE_E_LENGTH},
    {"a literal that is cut", 'C', "00 40 05 'ab'", "ab", WYRE_E_LENGTH},
    {"a run that is cut", 'C', "00 40 85", "", WYRE_E_LENGTH},
    {"an escape that is cut", 'C', "00", "", WYRE_E_LENGTH},
    {"an escape of nothing", 'C', "00 00", NULL, WYRE_E_VALUE},
    {"an escape with a low bit", 'C', "00 41", NULL, WYRE_E_VALUE},
    {"a marker with a space", 'C', "00 10 c1", NULL, WYRE_E_TEXT},

    {"records", 'R', "'ab' ff01 'cd' ff03", "ab|cd|.", WYRE_OK},
    {"FF as data", 'R', "'a' ffff ff02", "a\xff.", WYRE_OK},
    {"no end of file", 'R', "'ab' ff01", "ab|", WYRE_E_LENGTH},
    {"an escape that is cut", 'R', "'ab' ff02 ff", "ab.", WYRE_E_LENGTH},
    {"an escape of nothing", 'R', "ff00", NULL, WYRE_E_VALUE},
    {"an escape of 4", 'R', "ff04", NULL, WYRE_E_VALUE},
};
/* clang-format on */

TEST(every_piece_of_input_and_output_tells_the_same)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        for (size_t piece = 1; piece <= in.len + 1; piece++) {
            for (size_t cap = 1; cap <= in.len + 1; cap++) {
                story_text told;
                assert_status(row->name, read_all(row->mode, in.at, in.len, piece, cap, &told),
                              row->end);
                if (row->told != NULL && strcmp(told.text, row->told) != 0)
                    fail_msg("%c %s: '%s' in pieces of %zu, %zu", row->mode, row->name, told.text,
                             piece, cap);
            }
        }
    }
}

/* ---- what is written is read ----------------------------------------------------------------- */

static size_t
write_all(int mode, uint8_t descriptor, const uint8_t *in, size_t len, size_t piece, size_t cap,
          uint8_t *wire)
{
    size_t at = 0;
    size_t end = 0;
    int done = 0;
    while (!done) {
        size_t n = len - at < piece ? len - at : piece;
        uint8_t last = n == len - at ? descriptor : 0;
        uint8_t *out = exact(wire, cap);
        wyre_ftp_step step;
        assert_status("write", write_step(mode, last, in + at, n, out, cap, &step), WYRE_OK);
        assert_true(step.made <= cap && step.used <= n && step.made > 0);
        memcpy(wire + end, out, step.made);
        free(out);
        end += step.made;
        at += step.used;
        done = step.descriptor != 0;
    }
    assert_int_equal(at, len);
    return end;
}

TEST(what_is_written_is_read)
{
    static const char *const texts[] = {
        "",
        "a",
        "abc",
        "aaaa",
        "    ",
        "ab  ",
        "aabbccddd   e",
        "\xff\xff\x01",
        "x\xff",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
        "012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
        "0123"
        "456789012345678901234567890123456789012345678901234567890123456789"};
    static const struct {
        int mode;
        size_t cap;
    } ways[] = {{'B', 4}, {'B', 7}, {'B', 400}, {'C', 130}, {'C', 400}, {'R', 4}, {'R', 400}};
    for (size_t i = 0; i < COUNT(texts); i++) {
        for (size_t way = 0; way < COUNT(ways); way++) {
            for (size_t piece = 1; piece <= strlen(texts[i]) + 1; piece += piece < 9 ? 1 : 31) {
                uint8_t wire[2048] = {0};
                story_text told;
                char want[256];
                size_t n = write_all(ways[way].mode, END, (const uint8_t *)texts[i],
                                     strlen(texts[i]), piece, ways[way].cap, wire);
                assert_status(texts[i], read_all(ways[way].mode, wire, n, n + 1, 4096, &told),
                              WYRE_OK);
                /* an escape at the very end has no string that it could belong to */
                snprintf(want, sizeof want, "%s%s", texts[i],
                         ways[way].mode == 'C' && *texts[i] == '\0' ? "" : ".");
                if (strcmp(told.text, want) != 0)
                    fail_msg("%c '%s': '%s'", ways[way].mode, texts[i], told.text);
            }
        }
    }
}

TEST(writers_write_what_the_specification_shows)
{
    static const struct {
        int mode;
        uint8_t descriptor;
        const char *in, *hex;
    } cases[] = {
        {'B', MARKER, "ABCDEF", "10 0006 414243444546"},
        {'B', 0, "ab", "00 0002 'ab'"},
        {'B', END, "", "40 0000"},
        {'C', 0, "abbbbc", "01 'a' 84 'b' 01 'c'"},
        {'C', 0, "a  b", "01 'a' c2 01 'b'"},
        {'C', 0, "a b", "03 'a b'"},
        {'C', 0, "abb", "03 'abb'"},
        {'C', END, "abbbb", "01 'a' 0040 84 'b'"},
        {'C', MARKER, "AAAA", "0010 04 'AAAA'"},
        {'C', END, "", "0040"},
        {'R', RECORD | END, "a\xff", "'a' ffff ff03"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bytes want = hex(cases[i].hex);
        uint8_t out[64];
        wyre_ftp_step step;
        assert_status(cases[i].hex,
                      write_step(cases[i].mode, cases[i].descriptor, (const uint8_t *)cases[i].in,
                                 strlen(cases[i].in), out, sizeof out, &step),
                      WYRE_OK);
        assert_int_equal(step.used, strlen(cases[i].in));
        assert_int_equal(step.descriptor, cases[i].descriptor);
        assert_offset(cases[i].hex, step.made, want.len);
        assert_memory_equal(out, want.at, want.len);
    }
}

TEST(writers_refuse_what_readers_would)
{
    static const struct {
        int mode;
        uint8_t descriptor;
        const char *in;
    } cases[] = {{'B', 1, "a"},      {'C', 8, "a"},     {'R', MARKER, "a"},  {'R', SUSPECT, "a"},
                 {'B', MARKER, " "}, {'C', MARKER, ""}, {'C', MARKER, "a b"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        uint8_t out[64];
        wyre_ftp_step step;
        assert_status("write",
                      write_step(cases[i].mode, cases[i].descriptor, (const uint8_t *)cases[i].in,
                                 strlen(cases[i].in), out, sizeof out, &step),
                      WYRE_E_RANGE);
    }
    static const uint8_t zeros[200] = {0};
    uint8_t out[4];
    wyre_ftp_step step;
    for (size_t cap = 0; cap <= 3; cap++) { /* no room for a header and a byte */
        assert_status("B", wyre_ftp_block_write(0, zeros, 1, out, cap, &step), WYRE_OK);
        assert_int_equal(step.made + step.used, 0);
    }
    wyre_ftp_block_reader block = {.have = 4};
    assert_status("B", wyre_ftp_block_read(&block, zeros, 1, out, 4, &step), WYRE_E_STATE);
    wyre_ftp_compressed_reader compressed = {.state = 5};
    assert_status("C", wyre_ftp_compressed_read(&compressed, zeros, 1, out, 4, &step),
                  WYRE_E_STATE);
}

RING(wyre_ftp_block, 0);
TEST(block_headers_keep_the_laws)
{
    ring_holds(&wyre_ftp_block_ring, "block", (const uint8_t *)"\xf0\x01\x02", 3, 0);
    wyre_ftp_block m = {.descriptor = 0x0f};
    assert_status("low", wyre_ftp_block_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
}

/* ---- TYPE A ---------------------------------------------------------------------------------- */

TEST(lines_go_both_ways_in_any_pieces)
{
    static const struct {
        const char *wire, *local;
    } cases[] = {{"a\r\nb\r\n", "a\nb\n"}, {"\r\n\r\n", "\n\n"}, {"a\rb", "a\rb"},
                 {"\r\r\n", "\r\n"},       {"a\r", "a\r"},       {"", ""}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t len = strlen(cases[i].wire);
        for (size_t piece = 1; piece <= len + 1; piece++) {
            for (size_t cap = 2; cap < 8; cap++) {
                wyre_ftp_ascii_reader r = {0};
                wyre_ftp_step step;
                uint8_t out[16];
                char got[16] = "";
                for (size_t at = 0; at < len; at += step.used) {
                    size_t n = len - at < piece ? len - at : piece;
                    wyre_ftp_ascii_read(&r, (const uint8_t *)cases[i].wire + at, n, out, cap,
                                        &step);
                    strncat(got, (const char *)out, step.made);
                    assert_true(step.used > 0);
                }
                assert_status("closed", wyre_ftp_ascii_closed(&r, out, cap, &step), WYRE_OK);
                strncat(got, (const char *)out, step.made);
                assert_string_equal(got, cases[i].local);
                got[0] = '\0';
                len = strlen(cases[i].local);
                for (size_t at = 0; at < len; at += step.used) {
                    wyre_ftp_ascii_write((const uint8_t *)cases[i].local + at, len - at, out, cap,
                                         &step);
                    strncat(got, (const char *)out, step.made);
                    assert_true(step.used > 0);
                }
                assert_string_equal(got, cases[i].wire);
                len = strlen(cases[i].wire);
            }
        }
    }
    wyre_ftp_ascii_reader waits = {.cr = 1};
    wyre_ftp_step step;
    assert_status("no room", wyre_ftp_ascii_closed(&waits, NULL, 0, &step), WYRE_E_SPACE);
    assert_int_equal(waits.cr, 1);
}

/* ---- dialogue -------------------------------------------------------------------------------- */

/* A session in one line: a verb was sent, a number came; behind it the event that it must be. */
static const struct session {
    const char *name, *steps;
} sessions[] = {
    {"login", "220=1 USER 331=4 PASS 230=3 QUIT 221=3"},
    {"a greeting that takes its time", "120=2 220=1 NOOP 200=3"},
    {"a server that is full", "421=5"},
    {"a greeting that refuses", "530=5"},
    {"a transfer", "220=1 RETR 150=2 226=3"},
    {"restart markers", "220=1 RETR 150=2 110=2 110=2 226=3"},
    {"a pipeline", "220=1 USER PASS PWD 331=4 230=3 257=3"},
    {"an aborted transfer", "220=1 RETR 150=2 ABOR 426=3 226=3"},
    {"the transfer ended before (vsftpd)", "220=1 RETR 150=2 ABOR 226=3 225=3"},
    {"a 150 that ends an aborted transfer (pure-ftpd)", "220=1 RETR 150=2 ABOR 150=8"},
    {"421 in the middle", "220=1 RETR 150=2 421=5"},
    {"421 out of nowhere", "220=1 421=5"},
    {"a reply that nobody asked for", "220=1 PWD 257=3 500=9 PWD=lost"},
    {"two replies to one command (linux-ftpd)", "220=1 PORT 530=3 500=9"},
    {"AUTH", "220=1 AUTH 234=6 USER 331=4"},
    {"AUTH refused", "220=1 AUTH 500=3"},
    {"AUTH with bytes behind it", "220=1 AUTH 234+9=7 USER=lost"},
    {"QUIT, and no more", "220=1 QUIT 221=3 PWD=lost"},
};

TEST(sessions_go_as_the_row_says)
{
    for (size_t i = 0; i < COUNT(sessions); i++) {
        wyre_ftp_dialogue d = {.count = 0};
        char steps[128];
        snprintf(steps, sizeof steps, "%s", sessions[i].steps);
        for (char *word = strtok(steps, " "); word != NULL; word = strtok(NULL, " ")) {
            char *equals = strchr(word, '=');
            if (word[0] >= '0' && word[0] <= '9') {
                char *plus = strchr(word, '+');
                wyre_ftp_turn turn;
                wyre_status status = wyre_ftp_dialogue_got(
                    &d, (uint16_t)atoi(word), plus != NULL ? (size_t)atoi(plus) : 0, &turn);
                if (turn.event != atoi(equals + 1))
                    fail_msg("%s: %s was event %u", sessions[i].name, word, turn.event);
                int lost = turn.event == 7 || turn.event == 9;
                assert_status(sessions[i].name, status, lost ? WYRE_E_STATE : WYRE_OK);
            } else {
                size_t len = equals != NULL ? (size_t)(equals - word) : strlen(word);
                assert_status(
                    sessions[i].name,
                    wyre_ftp_dialogue_sent(&d, wyre_ftp_command_number((const uint8_t *)word, len)),
                    equals != NULL ? WYRE_E_STATE : WYRE_OK);
            }
        }
    }
}

TEST(sixteen_commands_may_wait)
{
    wyre_ftp_dialogue d = {.greeted = 1};
    wyre_ftp_turn turn;
    for (uint16_t i = 1; i <= 16; i++)
        assert_status("sent", wyre_ftp_dialogue_sent(&d, i), WYRE_OK);
    assert_status("17", wyre_ftp_dialogue_sent(&d, 17), WYRE_E_LIMIT);
    for (uint16_t i = 1; i <= 16; i++) {
        assert_status("got", wyre_ftp_dialogue_got(&d, 200, 0, &turn), WYRE_OK);
        assert_int_equal(turn.command, i);
        assert_int_equal(turn.waiting, 16 - i);
    }
    assert_status("code", wyre_ftp_dialogue_got(&d, 99, 0, &turn), WYRE_E_VALUE);
    assert_status("code", wyre_ftp_dialogue_got(&d, 700, 0, &turn), WYRE_E_VALUE);
}

RUN_TESTS("ftp_transfer", TESTED(every_piece_of_input_and_output_tells_the_same),
          TESTED(what_is_written_is_read), TESTED(writers_write_what_the_specification_shows),
          TESTED(writers_refuse_what_readers_would), TESTED(block_headers_keep_the_laws),
          TESTED(lines_go_both_ways_in_any_pieces), TESTED(sessions_go_as_the_row_says),
          TESTED(sixteen_commands_may_wait))

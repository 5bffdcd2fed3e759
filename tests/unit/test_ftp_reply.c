/* lib/ftp/ftp_reply.c, ftp_reply_line.c, ftp_code.c. RFC 959 4.2. */
#include "../test.h"
#include <wyre/ftp.h>

enum { BARE_LF = 0x01, EXTRA_CR = 0x02, TELNET = 0x04, ANY_CODE = 0x40, BARE_CODE = 0x80 };
enum { CODED = 0x100, CONTROL = 0x400, FIRST = 1, LAST = 2 };

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t flags;
    wyre_status status;
    size_t n; /* bytes used, the byte at fault, or for MORE the least length to call again with */
    wyre_ftp_reply fields;
} rows[] = {
    {"one line", "'220 ready' 0d0a", 0, WYRE_OK, 11,
     {.text = {4, 5}, .lines = 1, .code = 220, .end_code = 220}},
    {"no text behind the space (aioftp)", "'250 ' 0d0a", 0, WYRE_OK, 6,
     {.text = {4, 0}, .lines = 1, .code = 250, .end_code = 250}},
    {"the code alone", "'200' 0d0a", 0, WYRE_OK, 5,
     {.text = {3, 0}, .lines = 1, .code = 200, .end_code = 200}},
    {"CR CR LF (vsftpd banner)", "'220 a' 0d0d0a", 0, WYRE_OK, 8,
     {.text = {4, 1}, .lines = 1, .code = 220, .end_code = 220}},
    {"two replies in one piece", "'226 a' 0d0a '225 b' 0d0a", 0, WYRE_OK, 7,
     {.text = {4, 1}, .lines = 1, .code = 226, .end_code = 226}},
    {"the last code", "'699 x' 0d0a", 0, WYRE_OK, 7,
     {.text = {4, 1}, .lines = 1, .code = 699, .end_code = 699}},
    {"two lines", "'220-a' 0d0a '220 b' 0d0a", 0, WYRE_OK, 14,
     {.body = {4, 1}, .text = {11, 1}, .lines = 2, .code = 220, .end_code = 220}},
    {"a line between, padded", "'211-F' 0d0a ' UTF8' 0d0a '211 End' 0d0a", 0, WYRE_OK, 23,
     {.body = {4, 8}, .text = {18, 3}, .lines = 3, .code = 211, .end_code = 211}},
    {"lines between with the code and a hyphen", "'220-a' 0d0a '220-220 no end' 0d0a '220 ' 0d0a", 0,
     WYRE_OK, 29, {.body = {4, 17}, .text = {27, 0}, .lines = 3, .code = 220, .end_code = 220}},
    {"another code between does not end it", "'230-a' 0d0a '220 b' 0d0a '230 c' 0d0a", 0, WYRE_OK, 21,
     {.body = {4, 8}, .text = {18, 1}, .lines = 3, .code = 230, .end_code = 230}},
    {"the same code between ends it (pyftpdlib login text)", "'230-a' 0d0a '230 b' 0d0a 'c' 0d0a", 0,
     WYRE_OK, 14, {.body = {4, 1}, .text = {11, 1}, .lines = 2, .code = 230, .end_code = 230}},
    {"empty and short lines between", "'221-' 0d0a 0d0a 'a' 0d0a '22' 0d0a '221 ' 0d0a", 0, WYRE_OK, 21,
     {.body = {4, 9}, .text = {19, 0}, .lines = 5, .code = 221, .end_code = 221}},
    {"many lines end in CR CR LF", "'220-a' 0d0d0a '220 b' 0d0d0a", 0, WYRE_OK, 16,
     {.body = {4, 1}, .text = {12, 1}, .lines = 2, .code = 220, .end_code = 220}},
    {"a code cut by its line end is no end", "'220-a' 0d0a '220' 0d0a '220 ' 0d0a", 0, WYRE_OK, 18,
     {.body = {4, 6}, .text = {16, 0}, .lines = 3, .code = 220, .end_code = 220}},
    {"the same, allowed", "'220-a' 0d0a '220' 0d0a '220 ' 0d0a", BARE_CODE, WYRE_OK, 12,
     {.body = {4, 1}, .text = {10, 0}, .lines = 2, .code = 220, .end_code = 220, .seen = BARE_CODE}},
    {"another code ends it, allowed (glftpd)", "'553-a' 0d0a 'b' 0d0a '150 c' 0d0a", ANY_CODE, WYRE_OK, 17,
     {.body = {4, 4}, .text = {14, 1}, .lines = 3, .code = 553, .end_code = 150, .seen = ANY_CODE}},
    {"text behind three digits without space ends nothing", "'553-a' 0d0a '150c' 0d0a '799 d' 0d0a '553 ' 0d0a",
     ANY_CODE | BARE_CODE, WYRE_OK, 26,
     {.body = {4, 14}, .text = {24, 0}, .lines = 4, .code = 553, .end_code = 553}},

    {"nothing", "", 0, WYRE_MORE, 1, {.code = 0}},
    {"half a line", "'220 rea'", 0, WYRE_MORE, 8, {.code = 0}},
    {"the last line is missing", "'220-a' 0d0a 'b' 0d0a", 0, WYRE_MORE, 11, {.code = 0}},
    {"half of the last line", "'220-a' 0d0a '220 b'", 0, WYRE_MORE, 13, {.code = 0}},

    {"no code (ftp-srv: a message of node)", "'Port should be' 0d0a", 0, WYRE_E_MAGIC, 0, {.code = 0}},
    {"two digits", "'22' 0d0a", 0, WYRE_E_MAGIC, 0, {.code = 0}},
    {"two digits and a space", "'99 PASV invalid' 0d0a", 0, WYRE_E_MAGIC, 0, {.code = 0}},
    {"a letter for a digit", "'12a-' 0d0a", 0, WYRE_E_MAGIC, 0, {.code = 0}},
    {"an empty line", "0d0a", 0, WYRE_E_MAGIC, 0, {.code = 0}},
    {"a sign", "'-20 a' 0d0a", 0, WYRE_E_MAGIC, 0, {.code = 0}},
    {"099", "'099 a' 0d0a", 0, WYRE_E_VALUE, 0, {.code = 0}},
    {"000", "'000 a' 0d0a", 0, WYRE_E_VALUE, 0, {.code = 0}},
    {"700", "'700 a' 0d0a", 0, WYRE_E_VALUE, 0, {.code = 0}},
    {"999", "'999-a' 0d0a", 0, WYRE_E_VALUE, 0, {.code = 0}},
    {"a letter behind the code", "'230_no_space' 0d0a", 0, WYRE_E_TEXT, 3, {.code = 0}},
    {"a fourth digit", "'2200 a' 0d0a", 0, WYRE_E_TEXT, 3, {.code = 0}},
    {"LF alone", "'220 a' 0a", 0, WYRE_E_TEXT, 5, {.code = 0}},
    {"LF alone, allowed", "'220 a' 0a", BARE_LF, WYRE_OK, 6,
     {.text = {4, 1}, .lines = 1, .code = 220, .end_code = 220, .seen = BARE_LF}},
    {"LF alone as the first byte", "0a", 0, WYRE_E_TEXT, 0, {.code = 0}},
    {"LF alone between (pyftpdlib echoes one)", "'500-a' 0d0a 'b' 0a '500 ' 0d0a", 0, WYRE_E_TEXT, 8, {.code = 0}},
    {"LF alone between, allowed", "'500-a' 0d0a 'b' 0a 0a '500 ' 0d0a", BARE_LF, WYRE_OK, 16,
     {.body = {4, 5}, .text = {14, 0}, .lines = 4, .code = 500, .end_code = 500, .seen = BARE_LF}},
    {"an answer to WILL in front (proftpd)", "fffe01 '500 a' 0d0a", TELNET, WYRE_OK, 10,
     {.telnet = {0, 3}, .text = {7, 1}, .lines = 1, .code = 500, .end_code = 500, .seen = TELNET}},
    {"the same without Telnet", "fffe01 '500 a' 0d0a", 0, WYRE_E_MAGIC, 0, {.code = 0}},
    {"Telnet bytes in front of both", "fff1 '211-a' 0d0a fff1fff1 '211 b' 0d0a", TELNET, WYRE_OK, 20,
     {.telnet = {0, 2}, .body = {6, 1}, .text = {17, 1}, .lines = 2, .code = 211, .end_code = 211, .seen = TELNET}},
    {"Telnet bytes and nothing else", "fff1 0d0a", TELNET, WYRE_E_MAGIC, 2, {.code = 0}},
    {"a cut Telnet command", "fffe 0d0a", TELNET, WYRE_E_TEXT, 0, {.code = 0}},
    {"FF that is no command", "ff '500 a' 0d0a", TELNET, WYRE_E_MAGIC, 0, {.code = 0}},
    {"a flag of commands", "'200 a' 0d0a", 0x20, WYRE_E_ARG, 0, {.code = 0}},
};
/* clang-format on */

static wyre_status
frame(const uint8_t *in, size_t len, uint32_t flags, wyre_ftp_reply_progress *p, wyre_ftp_reply *m,
      size_t *n)
{
    uint8_t *unit = exact(in, len);
    wyre_status status = wyre_ftp_reply_frame(unit, len, flags, 65536, 512, p, m, n);
    free(unit);
    return status;
}

TEST(reply_is_found_or_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_ftp_reply got;
        size_t n;
        assert_status(row->name, frame(in.at, in.len, row->flags, NULL, &got, &n), row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

/* All pieces of the two cuts of a unit, and pieces of one byte: the answer is that of the whole. */
TEST(every_cut_tells_the_same)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_ftp_reply got;
        size_t n;
        if (row->status == WYRE_MORE || row->status == WYRE_E_ARG)
            continue;
        for (size_t step = 1; step < in.len; step++) {
            wyre_ftp_reply_progress progress = {0};
            wyre_status status = WYRE_MORE;
            for (size_t len = 0; status == WYRE_MORE; len += step) {
                size_t now = len < in.len ? len : in.len;
                status = frame(in.at, now, row->flags, &progress, &got, &n);
                if (status == WYRE_MORE)
                    REQUIRE(n > now && n <= in.len, row->name);
            }
            assert_status(row->name, status, row->status);
            assert_offset(row->name, n, row->n);
            assert_fields(row->name, &got, &row->fields, sizeof got);
            assert_int_equal(progress.scanned + progress.lines + progress.text, 0);
        }
    }
}

/* Replies of many lines, most of 13 bytes, one of which is another; then in pieces of every size. */
TEST(a_long_reply_tells_the_same_in_pieces)
{
    static const struct {
        const char *name;
        const char *odd; /* its eighth line */
        uint32_t flags;
        uint32_t max_lines;
        wyre_status status;
    } cases[] = {
        {"plain", " SITE CHMOD\r\n", 0, 512, WYRE_OK},
        {"with a code inside", "211-SITE AB\r\n", 0, 512, WYRE_OK},
        {"that ends early", "211 SITE AB\r\n", 0, 512, WYRE_OK},
        {"of another code", "212 SITE AB\r\n", 0, 512, WYRE_OK},
        {"of another code, which ends", "212 SITE AB\r\n", WYRE_FTP_ANY_CODE_ENDS, 512, WYRE_OK},
        {"with a bare LF", " SITE CHMODS\n", 0, 512, WYRE_E_TEXT},
        {"with a bare LF, taken", " SITE CHMODS\n", WYRE_FTP_BARE_LF, 512, WYRE_OK},
        {"of too many lines", " SITE CHMOD\r\n", 0, 9, WYRE_E_LIMIT},
        {"of just so many lines", " SITE CHMOD\r\n", 0, 42, WYRE_OK},
    };
    for (size_t c = 0; c < COUNT(cases); c++) {
        char text[600] = "211-Features\r\n";
        for (unsigned line = 1; line <= 40; line++)
            strcat(text, line == 8 ? cases[c].odd : " FEATURE AB\r\n");
        strcat(text, "211 End\r\n");
        const uint8_t *in = (const uint8_t *)text;
        size_t in_len = strlen(text), whole, n = 0;
        wyre_ftp_reply want, got;
        assert_status(cases[c].name,
                      wyre_ftp_reply_frame(in, in_len, cases[c].flags, 65536, cases[c].max_lines,
                                           NULL, &want, &whole),
                      cases[c].status);
        for (size_t step = 1; step < in_len; step++) {
            wyre_ftp_reply_progress progress = {0};
            wyre_status status = WYRE_MORE;
            for (size_t have = step; status == WYRE_MORE && have < in_len + step; have += step) {
                size_t now = have < in_len ? have : in_len;
                uint8_t *piece = exact(in, now);
                status = wyre_ftp_reply_frame(piece, now, cases[c].flags, 65536, cases[c].max_lines,
                                              &progress, &got, &n);
                free(piece);
            }
            assert_status(cases[c].name, status, cases[c].status);
            assert_offset(cases[c].name, n, whole);
            assert_fields(cases[c].name, &got, &want, sizeof got);
        }
    }
}

TEST(limits_are_the_callers)
{
    bytes in = hex("'211-F' 0d0a ' UTF8' 0d0a '211 End' 0d0a");
    wyre_ftp_reply got;
    size_t n;
    assert_status("23 bytes", wyre_ftp_reply_frame(in.at, in.len, 0, 23, 3, NULL, &got, &n),
                  WYRE_OK);
    assert_status("22 bytes", wyre_ftp_reply_frame(in.at, in.len, 0, 22, 3, NULL, &got, &n),
                  WYRE_E_LIMIT);
    assert_offset("22 bytes", n, 22);
    assert_status("2 lines", wyre_ftp_reply_frame(in.at, in.len, 0, 64, 2, NULL, &got, &n),
                  WYRE_E_LIMIT);
    assert_offset("2 lines", n, 14);
    assert_status("1 line", wyre_ftp_reply_frame(in.at, 7, 0, 64, 1, NULL, &got, &n), WYRE_E_LIMIT);
    assert_offset("1 line", n, 7);
}

TEST(a_progress_that_belongs_to_other_bytes_is_refused)
{
    bytes in = hex("'211-F' 0d0a ' UTF8' 0d0a '211 End' 0d0a");
    wyre_ftp_reply_progress good = {0};
    wyre_ftp_reply got;
    size_t n;
    assert_status("good", frame(in.at, 16, 0, &good, &got, &n), WYRE_MORE);
    wyre_ftp_reply_progress p = good;
    assert_status("fewer bytes than scanned", frame(in.at, 15, 0, &p, &got, &n), WYRE_E_STATE);
    p = good;
    p.text = 0xffffffff;
    assert_status("text", frame(in.at, in.len, 0, &p, &got, &n), WYRE_E_STATE);
    p = good;
    p.line = 17;
    assert_status("line", frame(in.at, in.len, 0, &p, &got, &n), WYRE_E_STATE);
    p = good;
    p.text = 3;
    assert_status("no code", frame(in.at, in.len, 0, &p, &got, &n), WYRE_E_STATE);
    assert_int_equal(p.scanned, 0);
    p = good;
    assert_status("good", frame(in.at, in.len, 0, &p, &got, &n), WYRE_OK);
    assert_true(sizeof good <= 32);
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* clang-format off */
static const struct {
    const char *name, *hex;
    size_t lines;
    wyre_ftp_reply_line line[4];
} replies[] = {
    {"one line", "'220 ready' 0d0a", 1, {{{0, 9}, {4, 5}, 0, FIRST | LAST, 1, {0}}}},
    {"the code alone", "'220' 0d0a", 1, {{{0, 3}, {3, 0}, 0, FIRST | LAST, 1, {0}}}},
    {"three lines", "'220-a' 0d0a '220-220 b' 0d0a '220 c' 0d0a", 3,
     {{{0, 5}, {4, 1}, 0, FIRST, 1, {0}}, {{7, 9}, {11, 5}, 0, 0, 1, {0}}, {{18, 5}, {22, 1}, 0, LAST, 1, {0}}}},
    {"what is no code of this reply stays", "'211-a' 0d0a ' b' 0d0a '220-c' 0d0a '211 ' 0d0a", 4,
     {{{0, 5}, {4, 1}, 0, FIRST, 1, {0}}, {{7, 2}, {7, 2}, 0, 0, 0, {0}},
      {{11, 5}, {11, 5}, 0, 0, 0, {0}}, {{18, 4}, {22, 0}, 0, LAST, 1, {0}}}},
    {"ended by another code", "'553-a' 0d0a '150 b' 0d0a", 2,
     {{{0, 5}, {4, 1}, 0, FIRST, 1, {0}}, {{7, 5}, {11, 1}, 0, LAST, 1, {0}}}},
    {"line ends", "'220-a' 0d0d0a 'b' 0a '220 ' 0d0a", 3,
     {{{0, 5}, {4, 1}, EXTRA_CR, FIRST, 1, {0}}, {{8, 1}, {8, 1}, BARE_LF, 0, 0, {0}},
      {{10, 4}, {14, 0}, 0, LAST, 1, {0}}}},
    {"Telnet bytes, control bytes", "fff1 '220-' 1b 0d0a fffe01 '220 ' ffff 7f 0d0a", 2,
     {{{2, 5}, {6, 1}, CONTROL, FIRST, 1, {0}}, {{12, 7}, {16, 3}, CODED | CONTROL, LAST, 1, {0}}}},
    {"a lone CR, a coded CR, FF as data", "'220-a' 0d 'b' 0d0a 0d00 0d0a '220 ' ff 'a' 0d0a", 3,
     {{{0, 7}, {4, 3}, CONTROL, FIRST, 1, {0}}, {{9, 2}, {9, 2}, CODED | CONTROL, 0, 0, {0}},
      {{13, 6}, {17, 2}, 0, LAST, 1, {0}}}},
};
/* clang-format on */

TEST(lines_are_told_one_by_one)
{
    for (size_t i = 0; i < COUNT(replies); i++) {
        bytes in = hex(replies[i].hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_ftp_reply_line_iter it = {0};
        wyre_ftp_reply_line got;
        for (size_t line = 0; line < replies[i].lines; line++) {
            uint32_t before = it.pos;
            assert_status(replies[i].name, wyre_ftp_reply_line_next(&it, unit, in.len, &got),
                          WYRE_OK);
            assert_fields(replies[i].name, &got, &replies[i].line[line], sizeof got);
            assert_true(it.pos > before);
        }
        assert_status(replies[i].name, wyre_ftp_reply_line_next(&it, unit, in.len, &got), WYRE_END);
        free(unit);
    }
}

TEST(what_is_no_reply_has_no_lines)
{
    wyre_ftp_reply_line_iter it = {0};
    wyre_ftp_reply_line got;
    assert_status("nothing", wyre_ftp_reply_line_next(&it, NULL, 0, &got), WYRE_END);
    assert_status("no end", wyre_ftp_reply_line_next(&it, (const uint8_t *)"220 a", 5, &got),
                  WYRE_E_TEXT);
    assert_status("no code", wyre_ftp_reply_line_next(&it, (const uint8_t *)"a\r\n", 3, &got),
                  WYRE_E_MAGIC);
}

/* ---- encode ---------------------------------------------------------------------------------- */

/* clang-format off */
static const struct {
    const char *name;
    uint16_t code;
    const char *body, *text; /* body NULL: none */
    const char *wire;        /* NULL: refused */
} sent[] = {
    {"one line", 220, NULL, "'ready'", "'220 ready' 0d0a"},
    {"no text", 200, NULL, "", "'200 ' 0d0a"},
    {"text of two lines", 220, NULL, "'a' 0a 'b'", "'220-a' 0d0a '220 b' 0d0a"},
    {"text of three lines, CR LF", 220, NULL, "'a' 0d0a 'b' 0d0a 'c'", "'220-a' 0d0a 'b' 0d0a '220 c' 0d0a"},
    {"a body, even an empty one", 220, "", "'b'", "'220-' 0d0a '220 b' 0d0a"},
    {"lines that look like the last one", 220, NULL, "'a' 0a '220 b' 0a '220' 0a '550 c' 0a '220-d' 0a 'e'",
     "'220-a' 0d0a ' 220 b' 0d0a ' 220' 0d0a ' 550 c' 0d0a ' 220-d' 0d0a '220 e' 0d0a"},
    {"such lines in a body", 220, "'a' 0a '220 b' 0a '220-d' 0a '22'", "",
     "'220-a' 0d0a ' 220 b' 0d0a '220-d' 0d0a '22' 0d0a '220 ' 0d0a"},
    {"the first and the last line need no padding", 220, NULL, "'220 a' 0a '220 b'",
     "'220-220 a' 0d0a '220 220 b' 0d0a"},
    {"a LF at the end makes an empty last line", 220, NULL, "'a' 0a", "'220-a' 0d0a '220 ' 0d0a"},
    {"a lone CR", 220, NULL, "'a' 0d 'b'", NULL},
    {"a CR at the end", 220, NULL, "'a' 0d", NULL},
    {"CR CR LF", 220, NULL, "'a' 0d0d0a", NULL},
    {"NUL", 220, NULL, "00", NULL},
    {"NUL in a body", 220, "00", "", NULL},
    {"code 99", 99, NULL, "", NULL},
    {"code 700", 700, NULL, "", NULL},
};
/* clang-format on */

TEST(any_text_is_framed_so_that_nothing_ends_it_early)
{
    for (size_t i = 0; i < COUNT(sent); i++) {
        bytes src = hex(sent[i].body != NULL ? sent[i].body : "");
        size_t body_len = src.len;
        bytes text = hex(sent[i].text);
        bytes wire = hex(sent[i].wire != NULL ? sent[i].wire : "");
        wyre_ftp_reply got;
        wyre_ftp_reply m = {.code = sent[i].code, .lines = sent[i].body != NULL ? 2 : 1};
        uint8_t out[256];
        size_t n;
        memcpy(src.at + src.len, text.at, text.len);
        src.len += text.len;
        m.body = (wyre_span){0, (uint32_t)body_len};
        m.text = (wyre_span){(uint32_t)body_len, (uint32_t)text.len};
        if (sent[i].wire == NULL) {
            assert_status(sent[i].name, wyre_ftp_reply_encode(&m, src.at, src.len, out, 256, &n),
                          WYRE_E_RANGE);
            continue;
        }
        for (size_t cap = 0; cap <= wire.len; cap++) {
            memset(out, 0xa5, sizeof out);
            assert_status(sent[i].name, wyre_ftp_reply_encode(&m, src.at, src.len, out, cap, &n),
                          cap < wire.len ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(sent[i].name, n, wire.len);
            assert_int_equal(out[cap], 0xa5);
        }
        assert_memory_equal(out, wire.at, n);
        assert_status(sent[i].name, frame(out, n, ANY_CODE | BARE_CODE, NULL, &got, &n), WYRE_OK);
        assert_offset(sent[i].name, n, wire.len);
        assert_int_equal(got.seen, 0);
    }
    wyre_ftp_reply m = {.code = 200, .text = {1, 1}};
    assert_status("text", wyre_ftp_reply_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_ARG);
    m = (wyre_ftp_reply){.code = 200, .body = {0xffffffff, 0xffffffff}};
    assert_status("body", wyre_ftp_reply_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_ARG);
}

/* What was accepted without a leniency comes back byte for byte, but for padding that it lacked,
 * CRs that it had too many, and a code alone. */
TEST(what_is_decoded_comes_back)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_ftp_reply m;
        wyre_ftp_reply again;
        uint8_t out[256];
        size_t n;
        size_t need;
        if (row->status != WYRE_OK)
            continue;
        assert_status(row->name, frame(in.at, in.len, row->flags, NULL, &m, &n), WYRE_OK);
        assert_status(row->name, wyre_ftp_reply_encode(&m, in.at, in.len, out, sizeof out, &need),
                      WYRE_OK);
        assert_status(row->name, frame(out, need, 0, NULL, &again, &n), WYRE_OK);
        assert_offset(row->name, n, need);
        assert_int_equal(again.code, m.code);
        assert_int_equal(again.lines, m.lines);
        assert_int_equal(again.text.len, m.text.len);
        assert_memory_equal(out + again.text.off, in.at + m.text.off, m.text.len);
        if (strstr(row->name, "between, padded") != NULL || strstr(row->name, "hyphen") != NULL) {
            assert_offset(row->name, need, row->n);
            assert_memory_equal(out, in.at, need);
        }
    }
}

TEST(codes_have_meanings)
{
    assert_string_equal(wyre_ftp_code_name(110), "restart marker");
    assert_string_equal(wyre_ftp_code_name(227), "passive mode");
    assert_string_equal(wyre_ftp_code_name(633), "confidential reply");
    assert_string_equal(wyre_ftp_code_name(299), "?");
    assert_string_equal(wyre_ftp_code_name(0), "?");
}

static void
hear_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    if (strcmp(name, "text") == 0 && kind == WYRE_KIND_TEXT)
        *(uint32_t *)user = span.len;
}

TEST(a_visitor_hears_the_fields)
{
    uint32_t len = 0;
    wyre_visitor v = {&len, NULL, NULL, hear_span, NULL, NULL};
    wyre_ftp_reply m = {.text = {4, 9}};
    wyre_ftp_reply_line line = {.text = {4, 8}};
    assert_status("reply", wyre_ftp_reply_visit(&m, &v), WYRE_OK);
    assert_int_equal(len, 9);
    assert_status("line", wyre_ftp_reply_line_visit(&line, &v), WYRE_OK);
    assert_int_equal(len, 8);
}

RUN_TESTS("ftp_reply", TESTED(reply_is_found_or_refused_as_the_row_says),
          TESTED(every_cut_tells_the_same), TESTED(a_long_reply_tells_the_same_in_pieces),
          TESTED(limits_are_the_callers), TESTED(a_progress_that_belongs_to_other_bytes_is_refused),
          TESTED(lines_are_told_one_by_one), TESTED(what_is_no_reply_has_no_lines),
          TESTED(any_text_is_framed_so_that_nothing_ends_it_early),
          TESTED(what_is_decoded_comes_back), TESTED(codes_have_meanings),
          TESTED(a_visitor_hears_the_fields))

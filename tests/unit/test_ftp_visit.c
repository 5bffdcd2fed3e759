/* lib/ftp/ftp_visit.c; and all recorded sessions, whole and byte by byte. */
#define _POSIX_C_SOURCE 200809L
#include "../text_told.h"
#include <dirent.h>
#include <wyre/ftp.h>

/* ---- what a visitor hears -------------------------------------------------------------------- */

typedef struct heard {
    told told;
    int depth;
} heard;

static void
hear_enter(void *user, const char *name, wyre_span window)
{
    heard *h = user;
    told_adds(&h->told, name, "{");
    h->told.base += window.off;
    h->depth++;
}

static void
hear_leave(void *user)
{
    heard *h = user;
    told_adds(&h->told, "}", "");
    h->depth--;
}

/* The story of a unit, spans of parts by their bytes; only for one level of parts, each entered from
 * the unit itself. */
static void
hear(heard *h, const uint8_t *unit, int is_reply, size_t len, wyre_status want, size_t want_n)
{
    wyre_visitor v = {h, told_number, told_bytes, NULL, hear_enter, hear_leave};
    size_t n;
    *h = (heard){.told = {.base = unit}};
    wyre_status status =
        (is_reply ? wyre_ftp_reply_tell : wyre_ftp_command_tell)(unit, len, 0, &v, &n);
    assert_status((const char *)unit, status, want);
    assert_offset((const char *)unit, n, want_n);
    assert_int_equal(h->depth, 0);
}

TEST(the_argument_is_told_behind_the_command)
{
    static const struct {
        const char *unit, *told;
        wyre_status status;
        size_t n;
    } cases[] = {
        {"PORT 1,2,3,4,5,6\r\n",
         "argument={ protocol=1 address=01020304 port=1286 delimiter=0 }=", WYRE_OK, 18},
        {"LPRT 4,4,1,2,3,4,2,5,6\r\n",
         "argument={ protocol=1 address=01020304 port=1286 delimiter=0 }=", WYRE_OK, 24},
        {"EPRT |1|1.2.3.4|5|\r\n",
         "argument={ protocol=1 address=01020304 port=5 delimiter=124 }=", WYRE_OK, 20},
        {"EPSV ALL\r\n", "argument={ protocol=0 all=1 }=", WYRE_OK, 10},
        {"TYPE L 8\r\n", "argument={ type=76 form=0 byte_size=8 }=", WYRE_OK, 10},
        {"STRU F\r\n", "argument={ letter=70 }=", WYRE_OK, 8},
        {"MODE B\r\n", "argument={ letter=66 }=", WYRE_OK, 8},
        {"PROT P\r\n", "argument={ letter=80 }=", WYRE_OK, 8},
        {"ALLO 5\r\n", "argument={ size=5 record_size=0 has_record_size=0 }=", WYRE_OK, 8},
        {"REST 7\r\n", "argument={ is_offset=1 offset=7 }=", WYRE_OK, 8},
        {"RANG 1 2\r\n", "argument={ start=1 end=2 }=", WYRE_OK, 10},
        {"PBSZ 0\r\n", "argument={ value=0 }=", WYRE_OK, 8},
        {"MFMT 20240229120000 a\r\n",
         "argument={ year=2024 month=2 day=29 hour=12 minute=0 second=0 nanosecond=0 digits=0 }=",
         WYRE_OK, 23},
        {"MFF a=1; b\r\n", "argument={ }=", WYRE_OK, 12},
        {"HOST 1.2.3.4\r\n", "argument={ kind=1 address=01020304 }=", WYRE_OK, 14},
        {"LANG en\r\n", "argument={ }=", WYRE_OK, 9},
        {"AUTH TLS\r\n", "argument={ mechanism=1 }=", WYRE_OK, 10},
        {"ADAT YWJj\r\n", "argument={ }=", WYRE_OK, 11},
        {"OPTS UTF8 ON\r\n", "argument={ }=", WYRE_OK, 14},
        {"SITE CHMOD 644 a\r\n", "argument={ }=", WYRE_OK, 18},
        {"RETR a\r\n", "", WYRE_OK, 8},
        {"XYZZY\r\n", "", WYRE_OK, 7},
        {"PORT 1,2,3,4,5,256\r\n", "", WYRE_E_VALUE, 15},
        {"MODE X\r\n", "", WYRE_E_VALUE, 5},
        {"PROT SBC\r\n", "", WYRE_E_TEXT, 6},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        heard h;
        hear(&h, (const uint8_t *)cases[i].unit, 0, strlen(cases[i].unit), cases[i].status,
             cases[i].n);
        const char *part = strstr(h.told.text, "argument={");
        if (strcmp(part != NULL ? part : "", cases[i].told) != 0)
            fail_msg("%s: '%s'", cases[i].unit, h.told.text);
    }
    heard h;
    hear(&h, (const uint8_t *)" NOOP\r\n", 0, 7, WYRE_E_TEXT, 0);
    assert_string_equal(h.told.text, "");
}

TEST(the_result_is_told_behind_the_reply)
{
    static const struct {
        const char *unit, *told;
        wyre_status status;
        size_t n;
    } cases[] = {
        {"110 MARK 1 = 2\r\n", "result={ }=", WYRE_OK, 16},
        {"150 FILE: a\r\n", "result={ }=", WYRE_OK, 13},
        {"125 Opening (5 bytes)\r\n", "result={ value=5 }=", WYRE_OK, 23},
        {"150 Opening\r\n", "", WYRE_OK, 13},
        {"200 PBSZ=9\r\n", "result={ value=9 }=", WYRE_OK, 12},
        {"213 20240229120000\r\n",
         "result={ year=2024 month=2 day=29 hour=12 minute=0 second=0 nanosecond=0 digits=0 }=",
         WYRE_OK, 20},
        {"213 11\r\n", "result={ value=11 }=", WYRE_OK, 8},
        {"213 MD5 0-1 ab x\r\n", "result={ start=0 end=1 }=", WYRE_OK, 18},
        {"213 nothing known\r\n", "", WYRE_OK, 19},
        {"215 UNIX\r\n", "result={ }=", WYRE_OK, 10},
        {"227 (1,2,3,4,5,6)\r\n",
         "result={ protocol=1 address=01020304 port=1286 delimiter=0 }=", WYRE_OK, 19},
        {"228 (4,4,1,2,3,4,2,5,6)\r\n",
         "result={ protocol=1 address=01020304 port=1286 delimiter=0 }=", WYRE_OK, 25},
        {"229 (|||5|)\r\n", "result={ protocol=0 port=5 delimiter=124 }=", WYRE_OK, 13},
        {"235 ADAT=YWJj\r\n", "result={ }=", WYRE_OK, 15},
        {"257 \"/\" x\r\n", "result={ doubled=0 ambiguous=0 unquoted=0 }=", WYRE_OK, 11},
        {"522 use (1,2)\r\n", "result={ count=2 protocol=1 protocol=2 }=", WYRE_OK, 15},
        {"227 no address\r\n", "", WYRE_E_TEXT, 14},
        {"229 (|||0|)\r\n", "", WYRE_E_VALUE, 8},
        {"226-a\r\nb\r\n226 c\r\n", "", WYRE_OK, 17},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        heard h;
        hear(&h, (const uint8_t *)cases[i].unit, 1, strlen(cases[i].unit), cases[i].status,
             cases[i].n);
        const char *part = strstr(h.told.text, "result={");
        if (strcmp(part != NULL ? part : "", cases[i].told) != 0)
            fail_msg("%s: '%s'", cases[i].unit, h.told.text);
    }
    heard h;
    hear(&h, (const uint8_t *)"226-a\r\nb\r\n226 c\r\n", 1, 17, WYRE_OK, 17);
    assert_string_equal(h.told.text, "code=226 lines=3 seen=0 end_code=226 "
                                     "line={ seen=0 place=1 has_code=1 }= "
                                     "line={ seen=0 place=0 has_code=0 }= "
                                     "line={ seen=0 place=2 has_code=1 }=");
}

/* ---- recorded sessions ----------------------------------------------------------------------- */

enum { COMMAND_FLAGS = 0x3f, REPLY_FLAGS = 0x05 };

typedef struct counts {
    size_t units, refused;
    uint64_t hash;
} counts;

static void
count(counts *c, wyre_status status, size_t n, const void *m, size_t size)
{
    const uint8_t *b = m;
    c->units += status == WYRE_OK;
    c->refused += status != WYRE_OK;
    for (size_t i = 0; status == WYRE_OK && i < size; i++)
        c->hash = (c->hash ^ b[i]) * 0x100000001b3u;
    c->hash = (c->hash ^ n ^ (uint32_t)status) * 0x100000001b3u;
}

static size_t
skip_line(const uint8_t *in, size_t len)
{
    size_t feed = wyre_line_feed(in, len, 0);
    return feed < len ? feed + 1 : len;
}

/* Reads a stream that comes in pieces of `step` bytes. Behind 234 it is TLS. */
static counts
read_stream(const uint8_t *in, size_t len, int is_reply, size_t step)
{
    counts c = {0, 0, 0};
    size_t off = 0;
    size_t have = 0;
    wyre_line_progress line = {0};
    wyre_ftp_reply_progress lines = {0};
    while (off < len) {
        wyre_ftp_command command;
        wyre_ftp_reply reply = {.code = 0};
        wyre_status status;
        size_t n;
        have = have < off ? off : have;
        if (is_reply)
            status = wyre_ftp_reply_frame(in + off, have - off, REPLY_FLAGS, 65536, 512, &lines,
                                          &reply, &n);
        else
            status = wyre_ftp_command_frame(in + off, have - off, COMMAND_FLAGS, 8192, &line,
                                            &command, &n);
        if (status == WYRE_MORE && have < len) {
            have = len - have < step ? len : have + step;
            continue;
        }
        if (is_reply)
            count(&c, status, n, &reply, sizeof reply);
        else
            count(&c, status, n, &command, sizeof command);
        if (status == WYRE_MORE || reply.code == 234)
            break;
        off += status == WYRE_OK ? n : skip_line(in + off, len - off);
        have = have < off ? off : have;
    }
    return c;
}

TEST(recorded_sessions_read_the_same_whole_and_byte_by_byte)
{
    static uint8_t in[1 << 16];
    static const char folder[] = "tests/vectors/ftp";
    DIR *directory = opendir(folder);
    size_t files = 0;
    size_t units = 0;
    assert_non_null(directory);
    for (struct dirent *e; (e = readdir(directory)) != NULL;) {
        char path[512];
        const char *dot = strrchr(e->d_name, '.');
        int is_reply = dot != NULL && strcmp(dot, ".s2c") == 0;
        if (dot == NULL || (!is_reply && strcmp(dot, ".c2s") != 0) ||
            (!is_reply && strncmp(e->d_name, "proftpd-tls", 11) == 0))
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        FILE *file = fopen(path, "rb");
        assert_non_null(file);
        size_t len = fread(in, 1, sizeof in, file);
        fclose(file);
        counts whole = read_stream(in, len, is_reply, len);
        for (size_t step = 1; step < 70; step += step < 5 ? 1 : 13) {
            counts pieces = read_stream(in, len, is_reply, step);
            if (memcmp(&whole, &pieces, sizeof whole) != 0)
                fail_msg("%s in pieces of %zu: %zu and %zu units", path, step, whole.units,
                         pieces.units);
        }
        if (strstr(e->d_name, "probe") == NULL && whole.refused > 0 &&
            strstr(e->d_name, "lf-in") == NULL)
            fail_msg("%s: %zu refused", path, whole.refused);
        files++;
        units += whole.units;
    }
    closedir(directory);
    assert_int_equal(files, 51);
    assert_int_equal(units, 2189);
}

RUN_TESTS("ftp_visit", TESTED(the_argument_is_told_behind_the_command),
          TESTED(the_result_is_told_behind_the_reply),
          TESTED(recorded_sessions_read_the_same_whole_and_byte_by_byte))

/* lib/ftp/ftp_mlsx.c, ftp_list.c. RFC 3659 7; lines of LIST as servers send them. */
#include "../properties/ring.h"
#include <wyre/ftp.h>

RING(wyre_ftp_mlsx, 1);
#define MLSX &wyre_ftp_mlsx_ring

/* ---- MLSD ------------------------------------------------------------------------------------ */

/* clang-format off */
static const struct mlsx_row {
    const char *name, *line;
    uint32_t flags;
    wyre_status status;
    size_t n;
    const char *told_name;
    uint8_t type;
    uint64_t size;
    uint32_t known, malformed, name_facts;
    uint32_t unix_mode;
    const char *target;
} mlsx[] = {
    {"vsftpd-like", "Type=file;Size=17709913;Modify=20240229120000;Perm=r; hello world.iso", 0, WYRE_OK, 69,
     "hello world.iso", 1, 17709913, 0x2b, 0, 0, 0, ""},
    {"proftpd: a link and unix facts", "modify=20261123032600;perm=adfrw;size=9;type=OS.unix=symlink;unique=803U9;UNIX.group=0;UNIX.mode=0777;UNIX.owner=102; link",
     0, WYRE_OK, 122, "link", 5, 9, 0xe3b, 0, 0, 511, ""},
    {"pure-ftpd: a link with its target, sizd", "type=OS.unix=slink:a/b;sizd=4096;UNIX.mode=0755; x", 0, WYRE_OK, 50,
     "x", 5, 4096, 0x209, 0, 0, 493, "a/b"},
    {"cdir", "type=cdir; .", 0, WYRE_OK, 12, ".", 3, 0, 0x08, 0, 0x02, 0, ""},
    {"pdir", "Type=pdir; ..", 0, WYRE_OK, 13, "..", 4, 0, 0x08, 0, 0x04, 0, ""},
    {"a device", "type=OS.unix=chr-1/3; null", 0, WYRE_OK, 26, "null", 6, 0, 0x08, 0, 0, 0, ""},
    {"no facts", " a b", 0, WYRE_OK, 4, "a b", 0, 0, 0, 0, 0, 0, ""},
    {"a name that begins with spaces", "type=dir;   a", 0, WYRE_OK, 13, "  a", 2, 0, 0x08, 0, 0, 0, ""},
    {"unknown facts are kept", "X.y=1;type=file; a", 0, WYRE_OK, 18, "a", 1, 0, 0x40000008, 0, 0, 0, ""},
    {"an empty value", "unique=;type=dir; a", 0, WYRE_OK, 19, "a", 2, 0, 0x18, 0, 0, 0, ""},
    {"the last of two counts", "size=1;size=2; a", 0, WYRE_OK, 16, "a", 0, 2, 0x01, 0, 0, 0, ""},
    {"a bad size", "size=-1;type=file; a", 0, WYRE_OK, 20, "a", 1, 0, 0x08, 0x01, 0, 0, ""},
    {"a size of 20 nines", "size=99999999999999999999; a", 0, WYRE_OK, 28, "a", 0, 0, 0, 0x01, 0, 0, ""},
    {"a year alone", "modify=2020; a", 0, WYRE_OK, 14, "a", 0, 0, 0, 0x02, 0, 0, ""},
    {"month 13", "modify=20201301000000;type=file; a", 0, WYRE_OK, 34, "a", 1, 0, 0x08, 0x02, 0, 0, ""},
    {"30 February, second 61, a dot", "modify=20200230000000;create=20200101000061.; a", 0, WYRE_OK, 47, "a", 0, 0, 0, 0x06, 0, 0, ""},
    {"mode 8", "UNIX.mode=08; a", 0, WYRE_OK, 15, "a", 0, 0, 0, 0x200, 0, 0, ""},
    {"a path for a name", "type=file; ../etc/passwd", 0, WYRE_OK, 24, "../etc/passwd", 1, 0, 0x08, 0, 0x0c, 0, ""},
    {"an absolute path", "type=file; /etc", 0, WYRE_OK, 15, "/etc", 1, 0, 0x08, 0, 0x18, 0, ""},
    {"a drive", "type=file; C:\\x", 0, WYRE_OK, 15, "C:\\x", 1, 0, 0x08, 0, 0x30, 0, ""},
    {"no name", "type=file; ", 0, WYRE_OK, 11, "", 1, 0, 0x08, 0, 0x01, 0, ""},
    {"an escape", "type=file; \x1b[31m", 0, WYRE_OK, 16, "\x1b[31m", 1, 0, 0x08, 0, 0x40, 0, ""},
    {"no last semicolon, allowed", "type=file a", 1, WYRE_OK, 11, "a", 1, 0, 0x08, 0, 0, 0, ""},

    {"no last semicolon", "type=file a", 0, WYRE_E_TEXT, 9, NULL, 0, 0, 0, 0, 0, 0, NULL},
    {"nothing", "", 0, WYRE_E_TEXT, 0, NULL, 0, 0, 0, 0, 0, 0, NULL},
    {"no space", "type=file;a", 0, WYRE_E_TEXT, 11, NULL, 0, 0, 0, 0, 0, 0, NULL},
    {"a semicolon alone", "; a", 0, WYRE_E_TEXT, 0, NULL, 0, 0, 0, 0, 0, 0, NULL},
    {"an equals sign alone", "=; a", 0, WYRE_E_TEXT, 0, NULL, 0, 0, 0, 0, 0, 0, NULL},
    {"no equals sign", "type; a", 0, WYRE_E_TEXT, 4, NULL, 0, 0, 0, 0, 0, 0, NULL},
    {"a second line", "type=file; a\r\nb", 0, WYRE_E_TEXT, 12, NULL, 0, 0, 0, 0, 0, 0, NULL},
    {"CR in a fact", "type=fi\rle; a", 0, WYRE_E_TEXT, 7, NULL, 0, 0, 0, 0, 0, 0, NULL},
};
/* clang-format on */

static int
is_text(const char *line, wyre_span span, const char *text)
{
    return span.len == strlen(text) && memcmp(line + span.off, text, span.len) == 0;
}

TEST(mlsd_lines_are_read_or_refused_as_the_row_says)
{
    for (const struct mlsx_row *row = mlsx; row < mlsx + COUNT(mlsx); row++) {
        size_t len = strlen(row->line);
        uint8_t *unit = exact((const uint8_t *)row->line, len);
        wyre_ftp_mlsx m;
        size_t n;
        assert_status(row->name, wyre_ftp_mlsx_decode(unit, len, row->flags, &m, &n), row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK) {
            REQUIRE(is_text(row->line, m.name, row->told_name), row->name);
            REQUIRE(is_text(row->line, m.target, row->target), row->name);
            REQUIRE(m.type == row->type && m.size == row->size, row->name);
            REQUIRE(m.known == row->known && m.malformed == row->malformed, row->name);
            REQUIRE(m.name_facts == row->name_facts && m.unix_mode == row->unix_mode, row->name);
            ring_open(MLSX, row->name, unit, len, row->flags);
        }
        free(unit);
    }
}

TEST(an_entry_may_have_64_facts)
{
    char text[65 * 4 + 3] = "";
    wyre_ftp_mlsx m;
    for (int i = 0; i < 64; i++)
        strcat(text, "a=1;");
    strcat(text, " x");
    assert_status("64", wyre_ftp_mlsx_decode((uint8_t *)text, strlen(text), 0, &m, NULL), WYRE_OK);
    memmove(text + 4, text, strlen(text) + 1);
    size_t n;
    assert_status("65", wyre_ftp_mlsx_decode((uint8_t *)text, strlen(text), 0, &m, &n),
                  WYRE_E_LIMIT);
    assert_offset("65", n, 256);
}

TEST(facts_are_told_and_built_one_by_one)
{
    static const char facts[] = "Type=dir;X.y==a;size=1";
    static const wyre_ftp_fact want[] = {
        {{0, 4}, {5, 3}, 0x08}, {{9, 3}, {13, 2}, 0x40000000}, {{16, 4}, {21, 1}, 0x01}};
    wyre_ftp_fact_iter it = {0};
    wyre_ftp_fact got;
    uint8_t out[64];
    size_t end = 0;
    for (size_t i = 0; i < COUNT(want); i++) {
        size_t n;
        assert_status("next",
                      wyre_ftp_fact_next(&it, (const uint8_t *)facts, sizeof facts - 1, &got),
                      WYRE_OK);
        assert_fields("next", &got, &want[i], sizeof got);
        assert_status("build",
                      wyre_ftp_fact_encode(&got, (const uint8_t *)facts, sizeof facts - 1,
                                           out + end, sizeof out - end, &n),
                      WYRE_OK);
        end += n;
    }
    assert_status("end", wyre_ftp_fact_next(&it, (const uint8_t *)facts, sizeof facts - 1, &got),
                  WYRE_END);
    assert_int_equal(end, sizeof facts); /* and the last semicolon */
    assert_memory_equal(out, "Type=dir;X.y==a;size=1;", end);
    for (unsigned c = 0; c < 256; c++) {
        uint8_t src[2] = {(uint8_t)c, 'v'};
        wyre_ftp_fact name = {{0, 1}, {1, 1}, 0};
        wyre_ftp_fact value = {{1, 1}, {0, 1}, 0};
        int bad = c == '\r' || c == '\n' || c == 0 || c == ' ' || c == ';';
        assert_status("name", wyre_ftp_fact_encode(&name, src, 2, out, 64, NULL),
                      bad || c == '=' ? WYRE_E_RANGE : WYRE_OK);
        assert_status("value", wyre_ftp_fact_encode(&value, src, 2, out, 64, NULL),
                      bad ? WYRE_E_RANGE : WYRE_OK);
    }
}

/* ---- LIST ------------------------------------------------------------------------------------ */

enum {
    FILE_ = 1,
    DIR_ = 2,
    LINK_ = 5,
    OTHER_ = 7,
    DEVICE_ = 6,
    SIZE = 1,
    DATE = 2,
    YEAR = 4,
    CLOCK = 8,
    UTC = 16,
    NAME = 32
};

/* clang-format off */
static const struct list_row {
    const char *line;
    uint8_t family, type;
    const char *name;
    uint64_t size;
    wyre_ftp_time time;
    uint32_t sure;
    const char *target, *owner;
} list[] = { /* now is 2026-11-23 12:00 */
    {"-rw-r--r--    1 102      ftp            11 Feb  3  2001 hello.txt", 1, FILE_, "hello.txt", 11,
     {.year = 2001, .month = 2, .day = 3}, SIZE | DATE | YEAR | NAME, "", "102"},
    {"-rw-r--r--    1 102      105            11 Feb 03  2001 hello.txt", 1, FILE_, "hello.txt", 11,
     {.year = 2001, .month = 2, .day = 3}, SIZE | DATE | YEAR | NAME, "", "102"},
    {"lrwxrwxrwx   1 wyre     ftp             9 Nov 23 03:26 link -> hello.txt", 1, LINK_, "link", 9,
     {.year = 2026, .month = 11, .day = 23, .hour = 3, .minute = 26}, SIZE | DATE | CLOCK | NAME, "hello.txt", "wyre"},
    {"lrwxrwxrwx 1 u g 9 Nov 23 03:26 a -> b -> c", 1, LINK_, "a", 9,
     {.year = 2026, .month = 11, .day = 23, .hour = 3, .minute = 26}, SIZE | DATE | CLOCK, "b -> c", "u"},
    {"-rw-r--r-- 1 u g 9 Nov 23 03:26 a -> b", 1, FILE_, "a -> b", 9,
     {.year = 2026, .month = 11, .day = 23, .hour = 3, .minute = 26}, SIZE | DATE | CLOCK | NAME, "", "u"},
    {"-rw-r--r--   1 owner   1234 Jan  1 00:00 a", 1, FILE_, "a", 1234,
     {.year = 2026, .month = 1, .day = 1}, SIZE | DATE | CLOCK | NAME, "", "owner"},
    {"drwxr-xr-x folder 0 Jan  1 2020 pub", 1, DIR_, "pub", 0,
     {.year = 2020, .month = 1, .day = 1}, SIZE | DATE | YEAR | NAME, "", "folder"},
    {"crw-rw-rw-   1 root sys   1,   3 Jan  1 00:00 null", 1, DEVICE_, "null", 0,
     {.year = 2026, .month = 1, .day = 1}, DATE | CLOCK | NAME, "", "root"},
    {"-rw-r--r-- 1 u g 12 2024-02-29 12:00 a", 1, FILE_, "a", 12,
     {.year = 2024, .month = 2, .day = 29, .hour = 12}, SIZE | DATE | YEAR | CLOCK | NAME, "", "u"},
    {"-rw-r--r--. 1 u g 12 Nov 24 11:00 a b", 1, FILE_, "a b", 12,
     {.year = 2026, .month = 11, .day = 24, .hour = 11}, SIZE | DATE | CLOCK | NAME, "", "u"},
    {"-rw-r--r--+ 1 u g 12 Nov 24 13:00  a", 1, FILE_, " a", 12,
     {.year = 2025, .month = 11, .day = 24, .hour = 13}, SIZE | DATE | CLOCK, "", "u"},
    {"-rw-r--r-- 1 u g 12 Dec 31 23:59 a", 1, FILE_, "a", 12,
     {.year = 2025, .month = 12, .day = 31, .hour = 23, .minute = 59}, SIZE | DATE | CLOCK | NAME, "", "u"},
    {"-rw-r--r-- 1 u g 12 M\xc3\xa4r 31 23:59 a", 1, FILE_, "a", 12,
     {.hour = 23, .minute = 59}, SIZE | CLOCK | NAME, "", "u"},
    {"total 12", 7, 0, "", 0, {.year = 0}, 0, "", ""},
    {"02-29-24  12:00PM       <DIR>          pub", 2, DIR_, "pub", 0,
     {.year = 2024, .month = 2, .day = 29, .hour = 12}, DATE | YEAR | CLOCK | NAME, "", ""},
    {"12-20-22  02:45PM                 6989 a b.html", 2, FILE_, "a b.html", 6989,
     {.year = 2022, .month = 12, .day = 20, .hour = 14, .minute = 45}, SIZE | DATE | YEAR | CLOCK | NAME, "", ""},
    {"12-20-1998  00:45  <JUNCTION> x", 2, LINK_, "x", 0,
     {.year = 1998, .month = 12, .day = 20, .minute = 45}, DATE | YEAR | CLOCK | NAME, "", ""},
    {"12-20-98  12:45AM 5 x", 2, FILE_, "x", 5,
     {.year = 1998, .month = 12, .day = 20, .minute = 45}, SIZE | DATE | YEAR | CLOCK | NAME, "", ""},
    {"+i8388621.48594,m825718503,r,s280,\tdjb.html", 3, FILE_, "djb.html", 280,
     {.year = 1996, .month = 3, .day = 1, .hour = 22, .minute = 15, .second = 3}, SIZE | DATE | YEAR | CLOCK | UTC | NAME, "", ""},
    {"+i8388621.44468,m839956783,/,up755,\tRFCEPLF", 3, DIR_, "RFCEPLF", 0,
     {.year = 1996, .month = 8, .day = 13, .hour = 17, .minute = 19, .second = 43}, DATE | YEAR | CLOCK | UTC | NAME, "", ""},
    {"README.TXT;3     7/9   29-FEB-2024 12:00:01  [GROUP,USER]  (RWED,RWED,RE,)", 4, FILE_, "README.TXT", 0,
     {.year = 2024, .month = 2, .day = 29, .hour = 12, .second = 1}, DATE | YEAR | CLOCK | NAME, "", "[GROUP,USER]"},
    {"SUB.DIR;1  1  1-MAR-2024 08:00 [A]  (RWED)", 4, DIR_, "SUB.DIR", 0,
     {.year = 2024, .month = 3, .day = 1, .hour = 8}, DATE | YEAR | CLOCK | NAME, "", "[A]"},
    {"A_LONG_NAME_THAT_WRAPS.TXT;1", 4, FILE_, "A_LONG_NAME_THAT_WRAPS.TXT", 0, {.year = 0}, NAME, "", ""},
    {"VOL001 3390   2024/02/29  1   15  FB      80 27920  PO  MY.DATA.SET", 5, DIR_, "MY.DATA.SET", 0,
     {.year = 2024, .month = 2, .day = 29}, DATE | YEAR | NAME, "", ""},
    {"VOL001 3390   2024/02/29  1   15  FB      80 27920  PS  MY.FILE", 5, FILE_, "MY.FILE", 0,
     {.year = 2024, .month = 2, .day = 29}, DATE | YEAR | NAME, "", ""},
    {"Migrated                                                OLD.DATA", 5, FILE_, "OLD.DATA", 0, {.year = 0}, NAME, "", ""},
    {"Volume Unit    Referred Ext Used Recfm Lrecl BlkSz Dsorg Dsname", 7, 0, "", 0, {.year = 0}, 0, "", ""},
    {"MEMBER1   01.04 2024/01/05 2024/02/29 12:00   120   100     0 USERID", 6, FILE_, "MEMBER1", 0,
     {.year = 2024, .month = 2, .day = 29, .hour = 12}, DATE | YEAR | CLOCK | NAME, "", "USERID"},
    {"MEMBER2", 6, FILE_, "MEMBER2", 0, {.year = 0}, 0, "", ""}, /* no more than the name */
    {"Error determining attributes                            BAD.DATA", 5, FILE_, "BAD.DATA", 0, {.year = 0}, NAME, "", ""},
    {"QSECOFR         4096 29/02/24 12:00:00 *DIR       home/", 8, DIR_, "home", 4096, /* or 24 February 2029 */
     {.year = 2024, .month = 2, .day = 29, .hour = 12}, SIZE | CLOCK | NAME, "", "QSECOFR"},
    {"QSECOFR         4096 31/12/99 12:00:05 *STMF      a b.txt", 8, FILE_, "a b.txt", 4096, /* no other order */
     {.year = 1999, .month = 12, .day = 31, .hour = 12, .second = 5}, SIZE | DATE | YEAR | CLOCK | NAME, "", "QSECOFR"},
    {"QSYS 77 05/05/05 01:02:03 *SYMLNK x", 8, LINK_, "x", 77,
     {.year = 2005, .month = 5, .day = 5, .hour = 1, .minute = 2, .second = 3}, SIZE | DATE | YEAR | CLOCK | NAME, "", "QSYS"},
    {"QSYS 77 12/31/99 01:02:03 *FILE QCLSRC.FILE", 8, DIR_, "QCLSRC.FILE", 77, /* month first */
     {.year = 1999, .month = 12, .day = 31, .hour = 1, .minute = 2, .second = 3}, SIZE | DATE | YEAR | CLOCK | NAME, "", "QSYS"},
    {"QPGMR                                  *MEM       QCLSRC.FILE/M.MBR", 8, FILE_, "QCLSRC.FILE/M.MBR", 0,
     {.year = 0}, NAME, "", "QPGMR"},
    {"QSYS 1 01/02/03 01:02:03 *DTAQ q", 8, OTHER_, "q", 1,
     {.year = 2003, .month = 2, .day = 1, .hour = 1, .minute = 2, .second = 3}, SIZE | CLOCK | NAME, "", "QSYS"},
    {"          0       DIR    02-29-24  12:00  pub", 9, DIR_, "pub", 0,
     {.year = 2024, .month = 2, .day = 29, .hour = 12}, SIZE | DATE | YEAR | CLOCK | NAME, "", ""},
    {"      16384  R  A        12-31-99  23:59  config.sys", 9, FILE_, "config.sys", 16384,
     {.year = 1999, .month = 12, .day = 31, .hour = 23, .minute = 59}, SIZE | DATE | YEAR | CLOCK | NAME, "", ""},
    {"        100              01-02-03  04:05  a b", 9, FILE_, "a b", 100,
     {.year = 2003, .month = 1, .day = 2, .hour = 4, .minute = 5}, SIZE | DATE | YEAR | CLOCK | NAME, "", ""},
    {"d [R----F--] supervisor            512       Jan 16 18:53    login", 10, DIR_, "   login", 512,
     {.year = 2026, .month = 1, .day = 16, .hour = 18, .minute = 53}, SIZE | DATE | CLOCK, "", "supervisor"},
    {"d [R----F--] supervisor   512 Jan 16 18:53 login", 10, DIR_, "login", 512,
     {.year = 2026, .month = 1, .day = 16, .hour = 18, .minute = 53}, SIZE | DATE | CLOCK | NAME, "", "supervisor"},
    {"- [RWCEAFMS] rhesus   214059 Oct 20 1993 cx.exe", 10, FILE_, "cx.exe", 214059,
     {.year = 1993, .month = 10, .day = 20}, SIZE | DATE | YEAR | NAME, "", "rhesus"},
};

static const char *const no_lines[] = {
    "", "hello.txt", "drwx", "-rw-r--r--", "-rw-r--r-- 1 u g x Jan 1 2020 a", "-rw-r--r-- 1 u g 1 Jan 32 2020 a",
    "-rw-r--r-- 1 u g 1 Jan 1 25:00 a", "-rw-r--r-- 1 u g 1 Jan 1 2020", "13-40-24 12:00PM 5 x", "02-29-24 13:00PM 5 x",
    "02-29-24 12:00PM <X> x", "+i1,r no tab", "A;b c", "VOL001 3390 2024/13/29 1 15 FB 80 27920 PO X", "total", "total x",
    "x [R----F--] supervisor   512 Jan 16 18:53 login", "d [R----F-- supervisor 512 Jan 16 18:53 login",
    "d [R----F--] supervisor   512 Jan 16 login", "d [R----F--] supervisor x Jan 16 18:53 login", "MEMBER123", "member1", "1A",
    "0 DIR 13-29-24 12:00 pub", "0 DIRS 02-29-24 12:00 pub", "0 DIR 02-29-24 12:00", "0 DIR 02-29-24 25:00 pub",
    "QSYS 77 12/31/99 *FILE x", "QSYS 77 41/41/41 01:02:03 *FILE x", "QSYS 77 12/31/99 01:02:03 FILE x",
    "QSYS 77 12/31/99 01:02:03 *FILE", "Error determining attributes",
};
/* clang-format on */

static const wyre_ftp_time now = {0, 2026, 11, 23, 12, 0, 0, 0};

TEST(list_lines_are_read_as_the_row_says)
{
    for (const struct list_row *row = list; row < list + COUNT(list); row++) {
        size_t len = strlen(row->line);
        uint8_t *unit = exact((const uint8_t *)row->line, len);
        wyre_ftp_list_line m;
        size_t n;
        assert_status(row->line, wyre_ftp_list_line_decode(unit, len, 0, &now, &m, &n), WYRE_OK);
        assert_offset(row->line, n, len);
        REQUIRE(m.family == row->family && m.type == row->type, row->line);
        REQUIRE(is_text(row->line, m.name, row->name), row->line);
        REQUIRE(is_text(row->line, m.target, row->target), row->line);
        REQUIRE(is_text(row->line, m.owner, row->owner), row->line);
        REQUIRE(m.size == row->size, row->line);
        REQUIRE(m.sure == row->sure, row->line);
        assert_fields(row->line, &m.time, &row->time, sizeof m.time);
        for (size_t cut = 0; cut < len; cut++) {
            uint8_t *prefix = exact(unit, cut);
            wyre_ftp_list_line_decode(prefix, cut, 0, &now, &m, &n);
            REQUIRE(m.name.off + m.name.len <= cut && m.target.off + m.target.len <= cut,
                    row->line);
            free(prefix);
        }
        free(unit);
    }
}

TEST(what_is_no_line_is_refused)
{
    wyre_ftp_list_line m;
    size_t n;
    for (size_t i = 0; i < COUNT(no_lines); i++) {
        size_t len = strlen(no_lines[i]);
        uint8_t *unit = exact((const uint8_t *)no_lines[i], len);
        wyre_status status = wyre_ftp_list_line_decode(unit, len, 0, &now, &m, &n);
        assert_status(no_lines[i], status, WYRE_E_MAGIC);
        free(unit);
    }
    assert_status("LF", wyre_ftp_list_line_decode((const uint8_t *)"total 1\n", 8, 0, &now, &m, &n),
                  WYRE_E_TEXT);
    assert_offset("LF", n, 7);
    assert_status("flags", wyre_ftp_list_line_decode(NULL, 0, 1, NULL, &m, &n), WYRE_E_ARG);
}

TEST(without_a_clock_of_its_own_the_year_is_not_guessed)
{
    static const char text[] = "-rw-r--r-- 1 u g 12 Dec 31 23:59 a";
    wyre_ftp_list_line m;
    assert_status(
        text, wyre_ftp_list_line_decode((const uint8_t *)text, sizeof text - 1, 0, NULL, &m, NULL),
        WYRE_OK);
    assert_int_equal(m.time.year, 0);
    assert_int_equal(m.time.month, 12);
}

TEST(what_is_written_is_read)
{
    static const char src[] = "a b target owner";
    wyre_ftp_list_line m = {.type = LINK_, .name = {0, 3}, .target = {4, 6}, .owner = {11, 5}};
    wyre_ftp_list_line got;
    uint8_t out[128];
    size_t n;
    m.time = (wyre_ftp_time){0, 2001, 2, 3, 4, 5, 0, 0};
    m.size = 42;
    assert_status("link", wyre_ftp_list_line_encode(&m, (const uint8_t *)src, 16, out, 128, &n),
                  WYRE_OK);
    assert_offset("link", n, 52);
    assert_memory_equal(out, "lrwxrwxrwx 1 owner ftp 42 Feb 03  2001 a b -> target", 52);
    assert_status("link", wyre_ftp_list_line_decode(out, n, 0, &now, &got, NULL), WYRE_OK);
    assert_int_equal(got.size, 42);
    assert_int_equal(got.sure, SIZE | DATE | YEAR | NAME);
    m.type = FILE_;
    m.sure = CLOCK;
    assert_status("file", wyre_ftp_list_line_encode(&m, (const uint8_t *)src, 16, out, 128, &n),
                  WYRE_OK);
    assert_memory_equal(out, "-rw-r--r-- 1 owner ftp 42 Feb 03 04:05 a b", n);
    for (size_t cap = 0; cap < n; cap++)
        assert_status("cap",
                      wyre_ftp_list_line_encode(&m, (const uint8_t *)src, 16, out, cap, NULL),
                      WYRE_E_SPACE);
    m.time.month = 0;
    assert_status("month", wyre_ftp_list_line_encode(&m, (const uint8_t *)src, 16, out, 128, NULL),
                  WYRE_E_RANGE);
    m.time.month = 1;
    assert_status("src", wyre_ftp_list_line_encode(&m, (const uint8_t *)src, 2, out, 128, NULL),
                  WYRE_E_ARG);
    m.name.len = 0;
    assert_status("name", wyre_ftp_list_line_encode(&m, (const uint8_t *)src, 16, out, 128, NULL),
                  WYRE_E_RANGE);
}

TEST(names_are_judged)
{
    static const struct {
        const char *name;
        uint32_t facts;
    } cases[] = {{"", 1},        {".", 2},     {"..", 4},     {"a/b", 8}, {"a/..", 12},
                 {"a\\b", 0x20}, {"C:x", 16},  {"\\x", 0x30}, {"...", 0}, {".a", 0},
                 {"a..b", 0},    {"a\tb", 64}, {"x\x7f", 64}, {"\xff", 0}};
    for (size_t i = 0; i < COUNT(cases); i++)
        if (wyre_ftp_name_facts((const uint8_t *)cases[i].name, strlen(cases[i].name)) !=
            cases[i].facts)
            fail_msg("'%s'", cases[i].name);
}

RUN_TESTS("ftp_listing", TESTED(mlsd_lines_are_read_or_refused_as_the_row_says),
          TESTED(an_entry_may_have_64_facts), TESTED(facts_are_told_and_built_one_by_one),
          TESTED(list_lines_are_read_as_the_row_says), TESTED(what_is_no_line_is_refused),
          TESTED(without_a_clock_of_its_own_the_year_is_not_guessed),
          TESTED(what_is_written_is_read), TESTED(names_are_judged))

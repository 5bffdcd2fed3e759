/* lib/msnp/msnp_command.c, msnp_rules.c, msnp_error.c: one row a rule of the framing table. */
#include "../properties/ring.h"
#include <wyre/msnp.h>

enum { C = 0, S = 0x100, SB = 0x200, LF = 0x1000, KNOWN = 0x13ff };

/* What a row expects of a command; spans as the text they are, NULL where absent. */
typedef struct row {
    const char *name;
    uint32_t flags;
    const char *in;
    wyre_status status;
    size_t n;
    const char *command, *trid, *fields, *payload;
    wyre_status malformed;
    uint32_t fault;
} row;

/* clang-format off */
static const row rows[] = {
    {"a command without fields", C | 8, "PNG\r\n", 0, 5, "PNG", NULL, NULL, NULL, 0, 0},
    {"its reply, a number that is no TrID", S | 9, "QNG 41\r\n", 0, 8, "QNG", NULL, "41", NULL, 0, 0},
    {"a TrID and fields", C | 12, "VER 1 MSNP12 CVR0\r\n", 0, 19, "VER", "1", "MSNP12 CVR0", NULL, 0, 0},
    {"a TrID alone", C | 7, "INF 4294967295\r\n", 0, 16, "INF", "4294967295", NULL, NULL, 0, 0},
    {"TrID with leading zeros", C | 7, "INF 0000000007\r\n", 0, 16, "INF", "0000000007", NULL, NULL, 0, 0},
    {"2^32 is no TrID", C | 7, "INF 4294967296\r\n", 0, 16, "INF", NULL, "4294967296", NULL, 0, 0},
    {"20 digits are no TrID", C | 7, "INF 00000000000000000001\r\n", 0, 26, "INF", NULL, "00000000000000000001", NULL, 0, 0},
    {"a sign is no TrID", C | 7, "INF -1\r\n", 0, 8, "INF", NULL, "-1", NULL, 0, 0},
    {"0x1 is no TrID", C | 7, "INF 0x1\r\n", 0, 9, "INF", NULL, "0x1", NULL, 0, 0},
    {"no TrID at all", C | 7, "INF\r\n", 0, 5, "INF", NULL, NULL, NULL, 0, 0},
    {"an unknown command of a client has a TrID", C | 12, "ZZZ 5 x\r\n", 0, 9, "ZZZ", "5", "x", NULL, 0, 0},
    {"an unknown command of a server has none, and no payload", S | 12, "ZZZ 5 7\r\nMSG", 0, 9, "ZZZ", NULL, "5 7", NULL, 0, 0},
    {"a trailing space is an empty field", S | 12, "LST N=a@b 11 1 \r\n", 0, 17, "LST", NULL, "N=a@b 11 1 ", NULL, 0, 0},
    {"nothing but an empty field", C | 12, "OUT \r\n", 0, 6, "OUT", NULL, "", NULL, 0, 0},
    {"TrID and an empty field", C | 12, "PRP 3 \r\n", 0, 8, "PRP", "3", "", NULL, 0, 0},
    {"a run of spaces", C | 12, "CHG 3  NLN\r\n", 0, 12, "CHG", "3", " NLN", NULL, 0, 0},
    {"raw UTF-8", S | 12, "JOI a@b B\xc3\xb6\r\n", 0, 13, "JOI", NULL, "a@b B\xc3\xb6", NULL, 0, 0},
    /* 3: TrID by direction, dialect and count */
    {"LST below 8", S | 7, "LST 5 FL 1 0 0\r\n", 0, 16, "LST", "5", "FL 1 0 0", NULL, 0, 0},
    {"LST from 8 on", S | 8, "LST 5 FL 1 0 0\r\n", 0, 16, "LST", NULL, "5 FL 1 0 0", NULL, 0, 0},
    {"LSG below 8", S | 7, "LSG 5 1 1 1 0 x 0\r\n", 0, 19, "LSG", "5", "1 1 1 0 x 0", NULL, 0, 0},
    {"LSG from 8 on", S | 9, "LSG 0 name 0\r\n", 0, 14, "LSG", NULL, "0 name 0", NULL, 0, 0},
    {"GTC in SYN", S | 8, "GTC A\r\n", 0, 7, "GTC", NULL, "A", NULL, 0, 0},
    {"GTC with TrID and version", S | 7, "GTC 5 1 A\r\n", 0, 11, "GTC", "5", "1 A", NULL, 0, 0},
    {"BLP as a reply at 15", S | 15, "BLP 5 AL\r\n", 0, 10, "BLP", "5", "AL", NULL, 0, 0},
    {"PRP with TrID and version", S | 7, "PRP 19 4 PHH 555\r\n", 0, 18, "PRP", "19", "4 PHH 555", NULL, 0, 0},
    {"PRP with version only", S | 7, "PRP 1 PHH 555\r\n", 0, 15, "PRP", NULL, "1 PHH 555", NULL, 0, 0},
    {"PRP with neither", S | 8, "PRP PHH 555\r\n", 0, 13, "PRP", NULL, "PHH 555", NULL, 0, 0},
    {"PRP with an empty value", S | 8, "PRP PHH \r\n", 0, 10, "PRP", NULL, "PHH ", NULL, 0, 0},
    {"PRP as a reply at 10", S | 10, "PRP 7 MFN Ann\r\n", 0, 15, "PRP", "7", "MFN Ann", NULL, 0, 0},
    {"PRP in SYN at 10", S | 10, "PRP MFN Ann\r\n", 0, 13, "PRP", NULL, "MFN Ann", NULL, 0, 0},
    {"BPR begins with a version", S | 7, "BPR 2 a@b PHH x\r\n", 0, 17, "BPR", NULL, "2 a@b PHH x", NULL, 0, 0},
    {"RNG begins with a session", S | 8, "RNG 17522047 h:1 CKI t a@b A\r\n", 0, 30, "RNG", NULL, "17522047 h:1 CKI t a@b A", NULL, 0, 0},
    {"an asynchronous command", S | 11, "SBS 0 null\r\n", 0, 12, "SBS", "0", "null", NULL, 0, 0},
    {"the reply to QRY", S | 8, "QRY 7\r\n", 0, 7, "QRY", "7", NULL, NULL, 0, 0},
    {"OUT from a server", S | 8, "OUT OTH\r\n", 0, 9, "OUT", NULL, "OTH", NULL, 0, 0},
    /* 4: payloads */
    {"MSG to a switchboard", SB | 8, "MSG 4 U 3\r\nabcPNG", 0, 14, "MSG", "4", "U", "abc", 0, 0},
    {"MSG from a switchboard", S | SB | 8, "MSG a@b A 2\r\n\r\n", 0, 15, "MSG", NULL, "a@b A", "\r\n", 0, 0},
    {"a nickname that is a number", S | SB | 8, "MSG a@b 5 2\r\nxy", 0, 15, "MSG", NULL, "a@b 5", "xy", 0, 0},
    {"an empty payload", S | 18, "UBX 1:a@b 0\r\n", 0, 13, "UBX", NULL, "1:a@b", "", 0, 0},
    {"leading zeros in a length", S | 8, "NOT 0000000003\r\nabc", 0, 19, "NOT", NULL, NULL, "abc", 0, 0},
    {"a length that stands alone", S | 6, "IPG 2\r\nxy", 0, 9, "IPG", NULL, NULL, "xy", 0, 0},
    {"QRY of a client", C | 11, "QRY 8 PROD 2\r\nxy", 0, 16, "QRY", "8", "PROD", "xy", 0, 0},
    {"QRY before 6", C | 5, "QRY 8 PROD 2\r\nxy", 0, 14, "QRY", "8", "PROD 2", NULL, 0, 0},
    {"UUX before 11", C | 10, "UUX 8 2\r\nxy", 0, 9, "UUX", "8", "2", NULL, 0, 0},
    {"UUX from 11 on", C | 11, "UUX 8 2\r\nxy", 0, 11, "UUX", "8", NULL, "xy", 0, 0},
    {"UUX where no dialect is known", C, "UUX 8 2\r\nxy", 0, 11, "UUX", "8", NULL, "xy", 0, 0},
    {"the reply to UUX", S | 11, "UUX 8 0\r\n", 0, 9, "UUX", "8", NULL, "", 0, 0},
    {"UBX at 11", S | 11, "UBX a@b 2\r\nxy", 0, 13, "UBX", NULL, "a@b", "xy", 0, 0},
    {"UBX at 14", S | 14, "UBX a@b 1 2\r\nxy", 0, 15, "UBX", NULL, "a@b 1", "xy", 0, 0},
    {"UBX at 14 without a network", S | 14, "UBX a@b 2\r\nxy", 0, 11, "", NULL, "UBX a@b 2", NULL, WYRE_E_LENGTH, 9},
    {"GCF as a reply at 11", S | 11, "GCF 6 Shields.xml 2\r\nxy", 0, 23, "GCF", "6", "Shields.xml", "xy", 0, 0},
    {"GCF unsolicited at 13", S | 13, "GCF 0 2\r\nxy", 0, 11, "GCF", "0", NULL, "xy", 0, 0},
    {"GCF where no dialect is known", S, "GCF 0 2\r\nxy", 0, 11, "GCF", "0", NULL, "xy", 0, 0},
    {"GCF of a client", C | 11, "GCF 6 Shields.xml\r\n", 0, 19, "GCF", "6", "Shields.xml", NULL, 0, 0},
    {"ADL of a client", C | 13, "ADL 6 2\r\nxy", 0, 11, "ADL", "6", NULL, "xy", 0, 0},
    {"ADL answered", S | 13, "ADL 6 OK\r\n", 0, 10, "ADL", "6", "OK", NULL, 0, 0},
    {"ADL from somebody else", S | 13, "ADL 0 2\r\nxy", 0, 11, "ADL", "0", NULL, "xy", 0, 0},
    {"FQY answered", S | 15, "FQY 16 2\r\nxy", 0, 12, "FQY", "16", NULL, "xy", 0, 0},
    {"UUN without a payload", C | 15, "UUN 6 a@b 5\r\n", 0, 13, "UUN", "6", "a@b 5", NULL, 0, 0},
    {"UUN with one", C | 15, "UUN 6 a@b 3 1\r\nx", 0, 16, "UUN", "6", "a@b 3", "x", 0, 0},
    {"UUN answered", S | 15, "UUN 6 OK\r\n", 0, 10, "UUN", "6", "OK", NULL, 0, 0},
    {"UBN without a payload", S | 15, "UBN a@b 5\r\n", 0, 11, "UBN", NULL, "a@b 5", NULL, 0, 0},
    {"UBM", S | 14, "UBM a@b 1 c@d 1 1 2\r\nxy", 0, 23, "UBM", NULL, "a@b 1 c@d 1 1", "xy", 0, 0},
    {"PUT answered", S | 18, "PUT 3 OK 0\r\n", 0, 12, "PUT", "3", "OK", "", 0, 0},
    {"PUT answered without a length", S | 18, "PUT 3 OK\r\n", 0, 10, "PUT", "3", "OK", NULL, 0, 0},
    {"NFY", S | 18, "NFY PUT 2\r\nxy", 0, 13, "NFY", NULL, "PUT", "xy", 0, 0},
    {"PAG until 8", C | 8, "PAG 5 a@b 2\r\nxy", 0, 15, "PAG", "5", "a@b", "xy", 0, 0},
    {"PAG from 9 on", C | 9, "PAG 5 a@b 2\r\nxy", 0, 13, "PAG", "5", "a@b 2", NULL, 0, 0},
    {"PGD", C | 9, "PGD 5 a@b 1 2\r\nxy", 0, 17, "PGD", "5", "a@b 1", "xy", 0, 0},
    {"SDC", C | 5, "SDC 5 a@b 0x409 MSMSGS MSMSGS X X n 2\r\nxy", 0, 41, "SDC", "5", "a@b 0x409 MSMSGS MSMSGS X X n", "xy", 0, 0},
    /* 4.4: names that only look like it */
    {"CHL", S | 8, "CHL 0 15570131571988941333\r\n", 0, 28, "CHL", "0", "15570131571988941333", NULL, 0, 0},
    {"CAL", S | SB | 8, "CAL 2 RINGING 11752013\r\n", 0, 24, "CAL", "2", "RINGING 11752013", NULL, 0, 0},
    {"USR", S | 12, "USR 4 OK a@b 1 0\r\n", 0, 18, "USR", "4", "OK a@b 1 0", NULL, 0, 0},
    /* 5: errors */
    {"an error", S | 12, "208 17\r\n", 0, 8, "208", "17", NULL, NULL, 0, 0},
    {"an error without TrID", S | 12, "500\r\n", 0, 5, "500", NULL, NULL, NULL, 0, 0},
    {"an error with a payload", S | 13, "241 7 2\r\nxy", 0, 11, "241", "7", NULL, "xy", 0, 0},
    {"below 13 errors have none", S | 12, "241 7 2\r\nxy", 0, 9, "241", "7", "2", NULL, 0, 0},
    {"an error with a word", S | 13, "241 7 no\r\n", 0, 10, "241", "7", "no", NULL, 0, 0},
    /* lines that are no command: the next one is served */
    {"a long name", C | 12, "BOGUS 1 2 3\r\nPNG\r\n", 0, 13, "", NULL, "BOGUS 1 2 3", NULL, WYRE_E_MAGIC, 0},
    {"a short name", C | 12, "PN\r\n", 0, 4, "", NULL, "PN", NULL, WYRE_E_MAGIC, 0},
    {"an empty line", C | 12, "\r\n", 0, 2, "", NULL, NULL, NULL, WYRE_E_MAGIC, 0},
    {"a lower-case name", C | 12, "png\r\n", 0, 5, "", NULL, "png", NULL, WYRE_E_MAGIC, 0},
    {"digits and letters", S | 12, "2A1 5\r\n", 0, 7, "", NULL, "2A1 5", NULL, WYRE_E_MAGIC, 0},
    {"an error from a client", C | 12, "208 17\r\n", 0, 8, "", NULL, "208 17", NULL, WYRE_E_MAGIC, 0},
    {"a CR inside", C | 12, "CHG 3\rNLN\r\n", 0, 11, "", NULL, "CHG 3\rNLN", NULL, WYRE_E_TEXT, 5},
    {"CR CR LF", C | 12, "PNG\r\r\n", 0, 6, "", NULL, "PNG\r", NULL, WYRE_E_TEXT, 3},
    {"LF alone", C | 12, "PNG\nOUT\r\n", 0, 4, "", NULL, "PNG", NULL, WYRE_E_TEXT, 3},
    {"LF alone, allowed", C | LF | 12, "PNG\nOUT\r\n", 0, 4, "PNG", NULL, NULL, NULL, 0, 0},
    {"MSG with too few fields", S | SB | 8, "MSG 5\r\nhello", 0, 7, "", NULL, "MSG 5", NULL, WYRE_E_LENGTH, 5},
    {"NOT without a length", S | 8, "NOT\r\n", 0, 5, "", NULL, "NOT", NULL, WYRE_E_LENGTH, 3},
    /* 4.3(6): the stream cannot go on */
    {"a negative length", S | 8, "NOT -5\r\n", WYRE_E_VALUE, 4, NULL, NULL, NULL, NULL, 0, 0},
    {"a length with a plus", S | 8, "NOT +5\r\n", WYRE_E_VALUE, 4, NULL, NULL, NULL, NULL, 0, 0},
    {"an empty length", S | SB | 8, "MSG a@b A \r\n", WYRE_E_VALUE, 10, NULL, NULL, NULL, NULL, 0, 0},
    {"a length with a letter behind", S | 8, "NOT 5x\r\n", WYRE_E_VALUE, 4, NULL, NULL, NULL, NULL, 0, 0},
    {"a word for a length", SB | 8, "MSG 4 U x\r\n", WYRE_E_VALUE, 8, NULL, NULL, NULL, NULL, 0, 0},
    {"a length that begins a word", S | 13, "ADL 6 -OK\r\n", WYRE_E_VALUE, 6, NULL, NULL, NULL, NULL, 0, 0},
    {"a length of 11 digits", S | 8, "NOT 00000000005\r\n", WYRE_E_VALUE, 4, NULL, NULL, NULL, NULL, 0, 0},
    {"a length of 20 digits", S | 8, "NOT 99999999999999999999\r\n", WYRE_E_VALUE, 4, NULL, NULL, NULL, NULL, 0, 0},
    {"4 GiB - 1", S | 8, "NOT 4294967295\r\n", WYRE_E_LIMIT, 4, NULL, NULL, NULL, NULL, 0, 0},
    {"ten nines", S | 8, "NOT 9999999999\r\n", WYRE_E_LIMIT, 4, NULL, NULL, NULL, NULL, 0, 0},
    {"one byte over the limit", S | 8, "MSG Hotmail Hotmail 65537\r\n", WYRE_E_LIMIT, 20, NULL, NULL, NULL, NULL, 0, 0},
    {"at the limit", S | 8, "MSG Hotmail Hotmail 65536\r\n", WYRE_MORE, 65563, NULL, NULL, NULL, NULL, 0, 0},
    {"a dialect that never was", C | 22, "PNG\r\n", WYRE_E_ARG, 0, NULL, NULL, NULL, NULL, 0, 0},
    {"an undefined flag", 0x400, "PNG\r\n", WYRE_E_ARG, 0, NULL, NULL, NULL, NULL, 0, 0},
};
/* clang-format on */

/* Raw text; a row has no NUL inside. */
static bytes
raw(const char *text)
{
    bytes b = {.len = strlen(text)};
    memcpy(b.at, text, b.len);
    return b;
}

static void
assert_span(const char *name, const uint8_t *in, wyre_span got, int there, const char *want)
{
    REQUIRE(there == (want != NULL), name);
    if (want == NULL)
        return;
    REQUIRE(got.len == strlen(want), name);
    REQUIRE(memcmp(in + got.off, want, got.len) == 0, name);
}

static void
assert_command(const row *r, const uint8_t *in, const wyre_msnp_command *got)
{
    char trid[16];
    snprintf(trid, sizeof trid, "%0*u", got->trid_digits, (unsigned)got->trid);
    assert_status(r->name, got->malformed, r->malformed);
    assert_offset(r->name, got->fault, r->fault);
    REQUIRE(got->role == (r->flags & 0x3ff), r->name);
    REQUIRE(strcmp((const char *)got->verb, r->command) == 0, r->name);
    REQUIRE((got->trid_digits > 0) == (r->trid != NULL), r->name);
    REQUIRE(r->trid == NULL || strcmp(trid, r->trid) == 0, r->name);
    assert_span(r->name, in, got->fields, got->fields.off > 0 || got->fields.len > 0, r->fields);
    assert_span(r->name, in, got->payload, got->length_digits > 0, r->payload);
}

TEST(a_line_frames_as_the_row_says)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++) {
        bytes in = raw(r->in);
        wyre_msnp_command got;
        static const wyre_msnp_command zero;
        size_t n = 99;
        wyre_status status = wyre_msnp_frame(in.at, in.len, r->flags, 8192, 65536, NULL, &got, &n);
        assert_status(r->name, status, r->status);
        assert_offset(r->name, n, r->n);
        if (status == WYRE_OK)
            assert_command(r, in.at, &got);
        else
            assert_fields(r->name, &got, &zero, sizeof got);
    }
}

/* The same commands, known to be complete. */
TEST(a_complete_line_decodes_as_the_row_says)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++) {
        bytes in = raw(r->in);
        wyre_msnp_command got;
        size_t n = 99;
        wyre_status status = wyre_msnp_command_decode(in.at, in.len, r->flags, &got, &n);
        wyre_status want = r->status == WYRE_OK ? r->malformed : r->status;
        if (want == WYRE_MORE || want == WYRE_E_LIMIT) {
            assert_status(r->name, status, WYRE_E_LENGTH);
            assert_offset(r->name, n, in.len);
            continue;
        }
        assert_status(r->name, status, want);
        assert_offset(r->name, n, r->malformed != WYRE_OK ? r->fault : r->n);
        if (status == WYRE_OK)
            assert_command(r, in.at, &got);
    }
}

/* Each prefix asks for more, never for more than there is; any split gives what one piece gives. */
TEST(a_prefix_is_more_and_every_split_is_the_same)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++) {
        bytes in = raw(r->in);
        wyre_msnp_command got;
        wyre_msnp_progress kept = {0, 0};
        if (r->status != WYRE_OK)
            continue;
        for (size_t len = 0; len < r->n; len++) {
            uint8_t *piece = exact(in.at, len);
            wyre_msnp_progress fresh = {0, 0};
            size_t n = 0;
            size_t kept_n = 0;
            assert_status(r->name,
                          wyre_msnp_frame(piece, len, r->flags, 8192, 65536, &fresh, &got, &n),
                          WYRE_MORE);
            REQUIRE(n > len && n <= r->n, r->name);
            assert_status(r->name,
                          wyre_msnp_frame(piece, len, r->flags, 8192, 65536, &kept, &got, &kept_n),
                          WYRE_MORE);
            REQUIRE(kept_n == n && memcmp(&kept, &fresh, sizeof kept) == 0, r->name);
            wyre_msnp_progress split = fresh;
            assert_status(r->name,
                          wyre_msnp_frame(in.at, in.len, r->flags, 8192, 65536, &split, &got, &n),
                          WYRE_OK);
            assert_offset(r->name, n, r->n);
            assert_command(r, in.at, &got);
            REQUIRE(split.scanned == 0 && split.total == 0, r->name);
            free(piece);
        }
    }
}

TEST(limits_are_the_callers)
{
    wyre_msnp_command got;
    size_t n = 0;
    const uint8_t *in = (const uint8_t *)"NOT 3\r\nabc";
    assert_status("line", wyre_msnp_frame(in, 10, S | 8, 6, 3, NULL, &got, &n), WYRE_E_LIMIT);
    assert_offset("line", n, 6);
    assert_status("line fits", wyre_msnp_frame(in, 10, S | 8, 7, 3, NULL, &got, &n), WYRE_OK);
    assert_status("payload", wyre_msnp_frame(in, 10, S | 8, 7, 2, NULL, &got, &n), WYRE_E_LIMIT);
    assert_offset("payload", n, 4);
    assert_status("no byte", wyre_msnp_frame(NULL, 0, S | 8, 7, 2, NULL, &got, &n), WYRE_MORE);
    assert_offset("no byte", n, 1);
    assert_status("no line", wyre_msnp_frame(NULL, 0, S | 8, 0, 2, NULL, &got, &n), WYRE_E_LIMIT);
    assert_status("none", wyre_msnp_command_decode(NULL, 0, S | 8, &got, &n), WYRE_E_LENGTH);
}

RING(wyre_msnp_command, KNOWN);
TEST(a_command_keeps_the_laws)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++)
        if (r->status == WYRE_OK && r->malformed == WYRE_OK)
            ring_holds(&wyre_msnp_command_ring, r->name, (const uint8_t *)r->in, r->n, r->flags);
}

/* What comes in comes out, leading zeros and empty fields too. */
TEST(a_command_is_written_as_it_was_read)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++) {
        wyre_msnp_command m;
        uint8_t out[128];
        size_t n = 0;
        const uint8_t *in = (const uint8_t *)r->in;
        if (r->status != WYRE_OK || r->malformed != WYRE_OK || (r->flags & LF) != 0)
            continue;
        wyre_msnp_command_decode(in, r->n, r->flags, &m, NULL);
        assert_status(r->name, wyre_msnp_command_encode(&m, in, r->n, out, sizeof out, &n),
                      WYRE_OK);
        REQUIRE(n == r->n && memcmp(out, in, n) == 0, r->name);
    }
}

/* clang-format off */
static const struct refusal {
    const char *name, *src;
    wyre_msnp_command m; /* its fields are all of src, unless it has some */
    wyre_status status;
} refusals[] = {
    {"LF in a field", "A\nOUT", {.role = C | 12, .verb = "PRP", .trid = 5, .trid_digits = 1}, WYRE_E_RANGE},
    {"CR in a field", "A\rOUT", {.role = C | 12, .verb = "PRP", .trid = 5, .trid_digits = 1}, WYRE_E_RANGE},
    {"a name of small letters", "", {.role = C | 12, .verb = "prp"}, WYRE_E_RANGE},
    {"no name", "", {.role = C | 12}, WYRE_E_RANGE},
    {"a client that answers", "", {.role = C | 12, .verb = "200"}, WYRE_E_RANGE},
    {"a payload that no reader expects", "NLN", {.role = C | 12, .verb = "CHG", .trid_digits = 1, .length_digits = 1}, WYRE_E_RANGE},
    {"no payload where a reader counts one", "a@b B 5", {.role = S | 12, .verb = "MSG"}, WYRE_E_RANGE},
    {"too few fields for a payload", "B", {.role = S | 12, .verb = "MSG", .length_digits = 1}, WYRE_E_RANGE},
    {"a TrID where there is none", "41", {.role = S | 12, .verb = "QNG", .trid_digits = 1}, WYRE_E_RANGE},
    {"a field that would be the TrID", "41 NLN", {.role = C | 12, .verb = "CHG"}, WYRE_E_RANGE},
    {"11 digits", "NLN", {.role = C | 12, .verb = "CHG", .trid_digits = 11}, WYRE_E_RANGE},
    {"fields outside src", "NLN", {.role = C | 12, .verb = "CHG", .trid_digits = 1, .fields = {1, 3}}, WYRE_E_ARG},
    {"a dialect that never was", "NLN", {.role = C | 22, .verb = "CHG", .trid_digits = 1}, WYRE_E_ARG},
    {"a leniency in role", "NLN", {.role = LF | 12, .verb = "CHG", .trid_digits = 1}, WYRE_E_ARG},
};
/* clang-format on */

TEST(what_would_not_read_back_is_refused)
{
    for (const struct refusal *r = refusals; r < refusals + COUNT(refusals); r++) {
        wyre_msnp_command m = r->m;
        uint8_t out[64];
        if (m.fields.len == 0)
            m.fields.len = (uint32_t)strlen(r->src);
        assert_status(r->name,
                      wyre_msnp_command_encode(&m, (const uint8_t *)r->src, strlen(r->src), out,
                                               sizeof out, NULL),
                      r->status);
    }
    wyre_msnp_command m = {.role = C | 12, .verb = "PRP", .trid_digits = 1, .fields = {0, 3}};
    uint8_t out[64];
    assert_status("NUL in a field",
                  wyre_msnp_command_encode(&m, (const uint8_t *)"A\0B", 3, out, sizeof out, NULL),
                  WYRE_E_RANGE);
}

TEST(a_nul_in_a_line_makes_it_no_command)
{
    wyre_msnp_command got;
    size_t n = 0;
    const uint8_t in[] = {'C', 'H', 'G', ' ', '3', 0, '\r', '\n'};
    assert_status("NUL", wyre_msnp_frame(in, sizeof in, C | 8, 99, 99, NULL, &got, &n), WYRE_OK);
    assert_status("NUL", got.malformed, WYRE_E_TEXT);
    assert_offset("NUL", got.fault, 5);
    assert_offset("NUL", n, 8);
}

TEST(fields_come_one_by_one)
{
    const uint8_t *in = (const uint8_t *)"a  bc ";
    static const wyre_span want[] = {{0, 1}, {2, 0}, {3, 2}, {6, 0}};
    wyre_span left = {0, 6};
    wyre_span field;
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_status("field", wyre_msnp_field_next(&left, in, 6, &field), WYRE_OK);
        assert_offset("field", field.off, want[i].off);
        assert_offset("field", field.len, want[i].len);
    }
    assert_status("end", wyre_msnp_field_next(&left, in, 6, &field), WYRE_END);
    assert_status("end again", wyre_msnp_field_next(&left, in, 6, &field), WYRE_END);
    left = (wyre_span){5, 2};
    assert_status("outside", wyre_msnp_field_next(&left, in, 6, &field), WYRE_E_ARG);
}

TEST(errors_have_numbers_and_names)
{
    wyre_msnp_command m = {.verb = "217"};
    assert_int_equal(wyre_msnp_error_code(&m), 217);
    assert_string_equal(wyre_msnp_error_name(217), "NOT_ONLINE");
    assert_string_equal(wyre_msnp_error_name(540), "CHALLENGE");
    assert_string_equal(wyre_msnp_error_name(999), "?");
    memcpy(m.verb, "USR", 4);
    assert_int_equal(wyre_msnp_error_code(&m), 1000);
}

RUN_TESTS("msnp_command", TESTED(a_line_frames_as_the_row_says),
          TESTED(a_complete_line_decodes_as_the_row_says),
          TESTED(a_prefix_is_more_and_every_split_is_the_same), TESTED(limits_are_the_callers),
          TESTED(a_command_keeps_the_laws), TESTED(a_command_is_written_as_it_was_read),
          TESTED(what_would_not_read_back_is_refused), TESTED(a_nul_in_a_line_makes_it_no_command),
          TESTED(fields_come_one_by_one), TESTED(errors_have_numbers_and_names))

/* Command lines and replies: cut anywhere they tell the same; what is decoded can be encoded, and
 * decodes again to the same text. The first byte of the input chooses flags and piece size. */
#include "fuzz.h"
#include <wyre/ftp.h>

enum { MAX = 512, MAX_LINES = 16 };

static void
try_command(const uint8_t *in, size_t len, uint32_t flags, size_t piece)
{
    wyre_ftp_command whole;
    wyre_ftp_command cut;
    wyre_ftp_command again;
    wyre_line_progress progress = {0};
    uint8_t out[MAX + 2]; /* a bare LF grows */
    size_t n;
    size_t m;
    wyre_status status = wyre_ftp_command_frame(in, len, flags, MAX, NULL, &whole, &n);
    REQUIRE(status == WYRE_MORE ? n == len + 1 : n <= len || status == WYRE_E_LIMIT, "command");
    wyre_status late = WYRE_MORE;
    for (size_t now = 0; late == WYRE_MORE && now <= len;
         now += now < len ? (len - now < piece ? len - now : piece) : 1)
        late = wyre_ftp_command_frame(in, now, flags, MAX, &progress, &cut, &m);
    REQUIRE(late == status && m == n && memcmp(&cut, &whole, sizeof cut) == 0, "command, cut");
    if (status != WYRE_OK)
        return;
    REQUIRE(whole.argument.off + whole.argument.len <= n, "argument");
    wyre_status sent = wyre_ftp_command_encode(&whole, in, len, out, sizeof out, &m);
    uint32_t raw = WYRE_FTP_NUL | WYRE_FTP_LONE_CR;
    if ((whole.seen & raw) != 0)
        return;
    /* inside a Telnet command a byte may look like a line end: accepted, but never written */
    REQUIRE(sent == WYRE_OK || (sent == WYRE_E_RANGE && (whole.seen & WYRE_FTP_SEEN_CODED) != 0),
            "command, sent");
    if (sent != WYRE_OK)
        return;
    REQUIRE(wyre_ftp_command_frame(out, m, flags, MAX + 1, NULL, &again, &n) == WYRE_OK && n == m,
            "command, again");
    REQUIRE(again.argument.len == whole.argument.len &&
                memcmp(out + again.argument.off, in + whole.argument.off, again.argument.len) == 0,
            "argument, again");
    REQUIRE(wyre_ftp_telnet_decode(in + whole.argument.off, whole.argument.len, out, sizeof out,
                                   &m) == WYRE_OK ||
                (flags & WYRE_FTP_TELNET) == 0,
            "telnet");
}

static void
try_lines(const uint8_t *in, size_t len, const wyre_ftp_reply *reply)
{
    wyre_ftp_reply_line_iter it = {0, 0};
    wyre_ftp_reply_line line;
    uint32_t lines = 0;
    uint32_t before = 0;
    wyre_status status;
    while ((status = wyre_ftp_reply_line_next(&it, in, len, &line)) == WYRE_OK) {
        REQUIRE(it.pos > before, "line");
        REQUIRE(line.text.off + line.text.len <= len && line.line.off + line.line.len <= len,
                "line");
        REQUIRE((line.place & WYRE_FTP_LINE_FIRST) == (before == 0), "first");
        before = it.pos;
        lines++;
    }
    REQUIRE(status == WYRE_END && lines == reply->lines && before == len, "lines");
    REQUIRE(line.text.len == 0, "end");
}

static void
try_reply(const uint8_t *in, size_t len, uint32_t flags, size_t piece)
{
    wyre_ftp_reply whole;
    wyre_ftp_reply cut;
    wyre_ftp_reply again;
    wyre_ftp_reply_progress progress = {0, 0, 0, 0, 0};
    uint8_t out[MAX * 4];
    size_t n;
    size_t m;
    wyre_status status = wyre_ftp_reply_frame(in, len, flags, MAX, MAX_LINES, NULL, &whole, &n);
    REQUIRE(status == WYRE_MORE ? n == len + 1 : n <= len || status == WYRE_E_LIMIT, "reply");
    wyre_status late = WYRE_MORE;
    for (size_t now = 0; late == WYRE_MORE && now <= len;
         now += now < len ? (len - now < piece ? len - now : piece) : 1)
        late = wyre_ftp_reply_frame(in, now, flags, MAX, MAX_LINES, &progress, &cut, &m);
    REQUIRE(late == status && m == n && memcmp(&cut, &whole, sizeof cut) == 0, "reply, cut");
    if (status != WYRE_OK)
        return;
    REQUIRE(whole.text.off + whole.text.len <= n && whole.body.off + whole.body.len <= n, "spans");
    try_lines(in, n, &whole);
    wyre_status sent = wyre_ftp_reply_encode(&whole, in, len, out, sizeof out, &m);
    REQUIRE(sent == WYRE_OK || sent == WYRE_E_RANGE, "reply, sent"); /* a NUL or CR in the text */
    if (sent != WYRE_OK)
        return;
    REQUIRE(wyre_ftp_reply_frame(out, m, 0, MAX * 4, MAX_LINES, NULL, &again, &n) == WYRE_OK &&
                n == m && again.lines == whole.lines && again.code == whole.code,
            "reply, again");
}

/* Any text can be sent, and comes back as one reply, whatever leniency the client has. */
static void
try_text(const uint8_t *in, size_t len)
{
    wyre_ftp_reply m = {.code = 220, .text = {0, (uint32_t)len}};
    wyre_ftp_reply got;
    uint8_t out[MAX * 8];
    size_t n;
    size_t end;
    if (len > MAX || wyre_ftp_reply_encode(&m, in, len, out, sizeof out, &n) != WYRE_OK)
        return;
    uint32_t flags = WYRE_FTP_ANY_CODE_ENDS | WYRE_FTP_BARE_CODE_ENDS | WYRE_FTP_BARE_LF;
    REQUIRE(wyre_ftp_reply_frame(out, n, flags, MAX * 8, MAX * 8, NULL, &got, &end) == WYRE_OK &&
                end == n && got.code == 220 && got.end_code == 220 && got.seen == 0,
            "text");
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    if (len < 2)
        return 0;
    uint32_t flags = in[0];
    size_t piece = in[1] % 67u + 1;
    in += 2;
    len -= 2;
    try_command(in, len, flags & 0x3f, piece);
    try_reply(in, len, flags & 0xc5, piece);
    try_text(in, len);
    return 0;
}

/* FTP, MSNP, lines and UTF-16. */
#include "../../lib/core/line.h"
#include "bench.h"

static uint64_t
ftp_reply(const uint8_t *in, size_t len)
{
    wyre_ftp_reply m;
    size_t n;
    MUST(wyre_ftp_reply_frame(in, len, 0, 4096, 512, NULL, &m, &n));
    return m.code + m.lines + n;
}

/* The reply arrives in pieces: each time all bytes so far are given, and the progress is kept. */
static uint64_t
in_pieces(const uint8_t *in, size_t len, size_t piece)
{
    wyre_ftp_reply_progress progress = {0};
    wyre_ftp_reply m;
    size_t n;
    for (size_t have = piece;; have += piece) {
        size_t given = have < len ? have : len;
        if (wyre_ftp_reply_frame(in, given, 0, 4096, 512, &progress, &m, &n) != WYRE_MORE)
            return m.code + m.lines + n;
    }
}

static uint64_t
ftp_reply_fed_whole(const uint8_t *in, size_t len)
{
    return in_pieces(in, len, len);
}

static uint64_t
ftp_reply_fed_64(const uint8_t *in, size_t len)
{
    return in_pieces(in, len, 64);
}

static uint64_t
ftp_reply_fed_1(const uint8_t *in, size_t len)
{
    return in_pieces(in, len, 1);
}

static uint64_t
ftp_command(const uint8_t *in, size_t len)
{
    wyre_ftp_command m;
    size_t n;
    MUST(wyre_ftp_command_frame(in, len, 0, 4096, NULL, &m, &n));
    return m.command + n;
}

enum { MSNP12_FROM_SERVER = 12 | WYRE_MSNP_FROM_SERVER };

static uint64_t
msnp_nln(const uint8_t *in, size_t len)
{
    wyre_msnp_command command;
    wyre_msnp_nln m;
    size_t n;
    MUST(wyre_msnp_frame(in, len, MSNP12_FROM_SERVER, 8192, 65536, NULL, &command, &n));
    MUST(wyre_msnp_nln_decode(in, n, &command, &m, NULL));
    return n + m.friendly_name.len;
}

static uint64_t
msnp_msg(const uint8_t *in, size_t len)
{
    const uint32_t role = MSNP12_FROM_SERVER | WYRE_MSNP_SWITCHBOARD;
    wyre_msnp_command command;
    wyre_msnp_msg m;
    size_t n;
    MUST(wyre_msnp_frame(in, len, role, 8192, 65536, NULL, &command, &n));
    MUST(wyre_msnp_msg_decode(in, n, &command, &m, NULL));
    return n + m.command.payload.len;
}

static uint64_t
lines(const uint8_t *in, size_t len)
{
    feeds f = feeds_from(in, len, 0);
    uint64_t sum = 0;
    while (next_feed(&f))
        sum += f.at;
    return sum;
}

static uint64_t
lines_by_cursor(const uint8_t *in, size_t len)
{
    wyre_rd r;
    uint64_t sum = 0;
    wyre_rd_init(&r, in, len);
    while (r.pos < len)
        sum += wyre_rd_line(&r).len;
    return sum;
}

static uint64_t
utf8_of(const uint8_t *in, size_t len)
{
    static uint8_t out[3 * 4096];
    size_t n;
    MUST(wyre_utf16le_to_utf8(in, len, 0, out, sizeof out, &n));
    return n + out[0];
}

const bench_case text_cases[] = {
    {"ftp_reply40", "ftp_feat_reply40", ftp_reply, 5},
    {"ftp_reply40_fed_whole", "ftp_feat_reply40", ftp_reply_fed_whole, 5},
    {"ftp_reply40_fed_64", "ftp_feat_reply40", ftp_reply_fed_64, 5},
    {"ftp_reply40_fed_1", "ftp_feat_reply40", ftp_reply_fed_1, 5},
    {"ftp_reply_227", "ftp_227_reply", ftp_reply, 5},
    {"ftp_command", "ftp_user_cmd", ftp_command, 6},
    {"msnp_nln", "msnp_nln", msnp_nln, 9},
    {"msnp_msg", "msnp_msg130", msnp_msg, 5},
    {"lines_64k", "lines_20_80_64k", lines, 0},
    {"lines_64k_by_cursor", "lines_20_80_64k", lines_by_cursor, 0},
    {"utf16_30_bytes", "utf16_ascii_30", utf8_of, 0},
    {"utf16_ascii_4k", "utf16_ascii_4k", utf8_of, 0},
    {"utf16_mixed_4k", "utf16_mixed_4k", utf8_of, 0},
};
const size_t text_case_count = sizeof text_cases / sizeof *text_cases;

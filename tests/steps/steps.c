/* Time is linear in the input, shown without a clock: the library is built so that the compiler
 * counts every branch edge that it takes (-fsanitize-coverage=trace-pc). Each work below runs over
 * inputs of several kinds and sizes, and may take so many edges a byte and a little: work that grew
 * with the square would pass that bound at the largest size. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wyre/wyre.h>

void __sanitizer_cov_trace_pc(void);

static unsigned long long edges;

void
__sanitizer_cov_trace_pc(void)
{
    edges++;
}

enum { LARGE = 1 << 18, SLACK = 16384, PER_BYTE = 48 };
static const size_t sizes[] = {1 << 8, 1 << 12, 1 << 16, LARGE};

static uint8_t out[8 * LARGE];

/* ---- inputs ---------------------------------------------------------------------------------------- */

static const struct input {
    const char *name, *unit; /* the text that is repeated; "" stands for zeros */
} inputs[] = {
    {"zeros", ""},
    {"ones", "\xff"},
    {"letters", "a"},
    {"line feeds", "\n"},
    {"line ends", "\r\n"},
    {"carriage returns", "\r"},
    {"spaces", " "},
    {"percents", "%"},
    {"escapes", "%41"},
    {"quotes", "\""},
    {"reply lines", "230-x\r\n"},
    {"reply codes", "230 "},
    {"headers", "A: b\r\n"},
    {"folds", "A: b\r\n "},
    {"elements", "<c n=\"x\"/>"},
    {"open elements", "<d>"},
    {"ampersands", "&amp;"},
    {"facts", "type=file;"},
    {"commas", "1,"},
    {"bars", "|"},
    {"Telnet commands", "\xff\xf1"},
    {"Telnet options", "\xff\xfa"},
    {"surrogates", "\x00\xd8"},
    {"lead bytes", "\xe2\x82"},
    {"DER", "\x30\x80"},
};

static void
fill(uint8_t *in, size_t len, const char *unit)
{
    size_t width = strlen(unit);
    for (size_t i = 0; i < len; i++)
        in[i] = width > 0 ? (uint8_t)unit[i % width] : 0;
}

/* ---- work: conversions ------------------------------------------------------------------------------ */

static void
utf16_to_utf8(const uint8_t *in, size_t len)
{
    wyre_utf16le_to_utf8(in, len, WYRE_TEXT_LOSSY, out, sizeof out, NULL);
}
static void
utf8_to_utf16(const uint8_t *in, size_t len)
{
    wyre_utf8_to_utf16le(in, len, WYRE_TEXT_LOSSY, out, sizeof out, NULL);
}
static void
percent(const uint8_t *in, size_t len)
{
    wyre_percent_decode(in, len, WYRE_PERCENT_LITERAL, out, sizeof out, NULL);
    wyre_percent_encode(in, len, 0, out, sizeof out, NULL);
}
static void
base64(const uint8_t *in, size_t len)
{
    wyre_base64_decode(in, len, out, sizeof out, NULL);
    wyre_base64_encode(in, len, out, sizeof out, NULL);
}

/* ---- work: frames, one byte more at each call --------------------------------------------------------- */

static void
line_trickles(const uint8_t *in, size_t len)
{
    wyre_line_progress progress = {0};
    wyre_line line;
    size_t n, start = 0;
    for (size_t end = 1; end <= len; end++)
        if (wyre_line_frame(in + start, end - start, WYRE_LINE_BARE_LF | WYRE_LINE_EXTRA_CR,
                            (uint32_t)len, &progress, &line, &n) != WYRE_MORE)
            start = end;
}
static void
ftp_command_trickles(const uint8_t *in, size_t len)
{
    wyre_line_progress progress = {0};
    wyre_ftp_command command;
    size_t n, start = 0;
    for (size_t end = 1; end <= len; end++)
        if (wyre_ftp_command_frame(in + start, end - start,
                                   WYRE_FTP_BARE_LF | WYRE_FTP_TELNET | WYRE_FTP_URGENT |
                                       WYRE_FTP_NUL | WYRE_FTP_LONE_CR,
                                   (uint32_t)len, &progress, &command, &n) != WYRE_MORE)
            start = end;
}
static void
ftp_reply_trickles(const uint8_t *in, size_t len)
{
    wyre_ftp_reply_progress progress = {0};
    wyre_ftp_reply reply;
    size_t n, start = 0;
    for (size_t end = 1; end <= len; end++)
        if (wyre_ftp_reply_frame(in + start, end - start, WYRE_FTP_BARE_LF | WYRE_FTP_TELNET,
                                 (uint32_t)len, (uint32_t)len, &progress, &reply, &n) != WYRE_MORE)
            start = end;
}
static void
msnp_trickles(const uint8_t *in, size_t len)
{
    wyre_msnp_progress progress = {0};
    wyre_msnp_command command;
    size_t n, start = 0;
    for (size_t end = 1; end <= len; end++)
        if (wyre_msnp_frame(in + start, end - start, WYRE_MSNP_FROM_SERVER | WYRE_MSNP_BARE_LF,
                            (uint32_t)len, (uint32_t)len, &progress, &command, &n) != WYRE_MORE)
            start = end;
}
/* Packets of one byte each, of one message that does not end. */
static void
tds_message_trickles(const uint8_t *in, size_t len)
{
    static uint8_t packets[LARGE];
    wyre_tds_message progress = {0}, message;
    size_t n;
    for (size_t i = 0; i < len; i++)
        packets[i] = i % 9 == 0 ? 1 : i % 9 == 3 ? 9 : i % 9 == 8 ? in[i] : 0;
    for (size_t end = 1; end <= len; end++)
        wyre_tds_message_frame(packets, end, WYRE_TDS_PACKET_MAX, (uint32_t)len, &progress,
                               &message, &n);
}

/* ---- work: whole units told ------------------------------------------------------------------------------ */

static void
tell_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)user, (void)name, (void)kind, (void)value;
}
static const wyre_visitor visitor = {.number = tell_number};

static void
smb1(const uint8_t *in, size_t len)
{
    static uint8_t message[LARGE];
    memcpy(message, in, len);
    memcpy(message, "\xffSMB\x73", 5);
    wyre_smb1_message_visit(message, len, NULL, &visitor, NULL);
}
static void
smb2(const uint8_t *in, size_t len)
{
    static uint8_t message[LARGE];
    memcpy(message, in, len);
    memcpy(message, "\xfeSMB\x40\0", 6);
    for (uint8_t command = 0; command < 20; command++) {
        message[12] = command;
        message[13] = 0;
        memset(message + 20, 0, 4);
        wyre_smb2_message_visit(message, len, &visitor, NULL);
    }
}
static void
spnego(const uint8_t *in, size_t len)
{
    wyre_spnego_token_visit(in, len, &visitor, NULL);
}
static void
ntlmssp(const uint8_t *in, size_t len)
{
    static uint8_t message[LARGE];
    memcpy(message, in, len);
    memcpy(message, "NTLMSSP\0\2\0\0\0", 12);
    wyre_ntlmssp_message_visit(message, len, &visitor, NULL);
}
static void
fscc(const uint8_t *in, size_t len)
{
    wyre_fscc_notify_visit(in, len, &visitor, NULL);
    wyre_fscc_ea_visit(in, len, &visitor, NULL);
    wyre_fscc_quota_visit(in, len, &visitor, NULL);
    wyre_dtyp_security_visit(in, len, &visitor, NULL);
}
/* Entries as small as they come, each pointing at the next. */
static void
notify_chain(const uint8_t *in, size_t len)
{
    static uint8_t chain[LARGE];
    memset(chain, 0, len);
    for (size_t i = 0; i + 12 < len; i += 12)
        chain[i] = in[0] == 0 ? 12 : 0;
    wyre_fscc_notify_visit(chain, len, &visitor, NULL);
}
static void
decompress(const uint8_t *in, size_t len)
{
    wyre_xca_lznt1_decompress(in, len, out, len, NULL);
    wyre_xca_lz77_decompress(in, len, out, len, NULL);
}
static void
compress(const uint8_t *in, size_t len)
{
    static wyre_xca_search search;
    wyre_xca_lznt1_compress(in, len, &search, out, sizeof out, NULL);
    wyre_xca_lz77_compress(in, len, &search, out, sizeof out, NULL);
}
static void
msnp_headers(const uint8_t *in, size_t len)
{
    wyre_msnp_header_iter it = {0};
    wyre_msnp_header header;
    while (wyre_msnp_header_next(&it, in, len, &header) == WYRE_OK)
        continue;
}
static void
msnp_xml(const uint8_t *in, size_t len)
{
    wyre_msnp_xml_iter it = {0};
    wyre_msnp_xml_token token;
    while (wyre_msnp_xml_next(&it, in, len, &token) == WYRE_OK)
        continue;
}
static void
tds_prelogin(const uint8_t *in, size_t len)
{
    wyre_tds_prelogin_iter it = {0};
    wyre_tds_prelogin_option option;
    while (wyre_tds_prelogin_next(&it, in, len, &option) == WYRE_OK)
        continue;
}

static const struct work {
    const char *name;
    void (*run)(const uint8_t *in, size_t len);
} works[] = {
    {"UTF-16 to UTF-8", utf16_to_utf8},
    {"UTF-8 to UTF-16", utf8_to_utf16},
    {"percent coding", percent},
    {"base64", base64},
    {"line, byte by byte", line_trickles},
    {"FTP command, byte by byte", ftp_command_trickles},
    {"FTP reply, byte by byte", ftp_reply_trickles},
    {"MSNP command, byte by byte", msnp_trickles},
    {"TDS message, byte by byte", tds_message_trickles},
    {"SMB1 message", smb1},
    {"SMB2 message, each command", smb2},
    {"SPNEGO token", spnego},
    {"NTLMSSP message", ntlmssp},
    {"records of a payload", fscc},
    {"chain of smallest records", notify_chain},
    {"decompression", decompress},
    {"compression", compress},
    {"MSNP headers", msnp_headers},
    {"MSNP XML", msnp_xml},
    {"PRELOGIN options", tds_prelogin},
};

/* ---- the law --------------------------------------------------------------------------------------------- */

static unsigned long long
edges_of(const struct work *work, const char *unit, size_t len)
{
    static uint8_t in[LARGE];
    fill(in, len, unit);
    edges = 0;
    work->run(in, len);
    return edges;
}

int
main(void)
{
    int failed = 0;
    for (const struct work *work = works; work < works + sizeof works / sizeof *works; work++) {
        double worst = 0;
        for (const struct input *i = inputs; i < inputs + sizeof inputs / sizeof *inputs; i++) {
            for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
                size_t len = sizes[s];
                unsigned long long took = edges_of(work, i->unit, len);
                if (len == LARGE && (double)took / LARGE > worst)
                    worst = (double)took / LARGE;
                if (took > SLACK + PER_BYTE * (unsigned long long)len) {
                    printf("%s of %s: %llu edges for %zu bytes\n", work->name, i->name, took, len);
                    failed++;
                }
            }
        }
        printf("%-28s %5.2f edges a byte\n", work->name, worst);
        if (worst == 0) {
            puts("it took no edge: was the library built with -fsanitize-coverage=trace-pc?");
            failed++;
        }
    }
    printf("%d failed\n", failed);
    return failed != 0;
}

/* Every encoder of FTP, whatever stands in the bytes that its spans point to and in its own struct: what
 * it writes is one argument, one line, one command or one reply, and never the beginning of another. */
#include "../properties/ring.h"
#include <wyre/ftp.h>

typedef enum shape { TEXT, COMMAND, REPLY } shape;

typedef struct encoder {
    const char *name, *sample;
    size_t size;
    shape shape;
    wyre_status (*decode)(const uint8_t *in, size_t in_len, void *m);
    wyre_status (*encode)(const void *m, const uint8_t *src, size_t src_len, uint8_t *out,
                          size_t cap, size_t *n);
} encoder;

#define ENCODES(name, T)                                                                           \
    static wyre_status made_##name(const void *m, const uint8_t *src, size_t src_len,              \
                                   uint8_t *out, size_t cap, size_t *n)                            \
    {                                                                                              \
        return wyre_ftp_##name##_encode(m, src, src_len, out, cap, n);                             \
    }                                                                                              \
    enum { size_##name = sizeof(wyre_ftp_##T) };

#define BOTH(name, T)                                                                              \
    static wyre_status read_##name(const uint8_t *in, size_t in_len, void *m)                      \
    {                                                                                              \
        return wyre_ftp_##name##_decode(in, in_len, 0, m, NULL);                                   \
    }                                                                                              \
    ENCODES(name, T)

/* clang-format off */
#define ALL(X)                                                                                     \
    X(port, address, "10,0,0,1,200,13") X(227, address, "Mode (10,0,0,1,200,13).")                 \
    X(lprt, address, "4,4,10,0,0,1,2,200,13") X(228, address, "Mode (4,4,127,0,0,1,2,136,183)")    \
    X(eprt, address, "|2|1080::8:800:200c:417a|5282|") X(229, address, "Mode (|||5671|)")          \
    X(epsv, epsv, "1") X(522, protocols, "use (1,2)") X(size, number, "123")                       \
    X(pbsz, number, "0") X(pbsz_reply, number, "PBSZ=0") X(size_hint, number, "x (11 bytes).")     \
    X(type, type, "A N") X(stru, letter, "F") X(mode, letter, "S") X(prot, letter, "P")            \
    X(allo, allo, "5 R 6") X(rest, rest, "marker") X(110, marker, "MARK a = b")                    \
    X(range, range, "1 2") X(time, time, "20240229120000.5")                                       \
    X(time_path, time_path, "20240229120000 a b") X(fact_path, fact_path, "modify=20240229120000; a b")\
    X(path, path, "\"/a b\" is here") X(word, word, "MLST size;") X(stou, name, "FILE: a b")       \
    X(lang, name, "en-GB") X(host, host, "[::1]") X(hash, hash, "SHA-1 0-9 00ff a b")              \
    X(feature, feature, " MLST size*;") X(security, security, "YWJj") X(adat, security, "ADAT=YWJj")\
    X(auth, auth, "TLS") X(mlsx, mlsx, "size=1;type=file; a b")
/* clang-format on */

#define DEFINE(name, T, sample) BOTH(name, T)
ALL(DEFINE)
ENCODES(fact, fact)
ENCODES(list_line, list_line)
ENCODES(command, command)
ENCODES(reply, reply)

static wyre_status
read_fact(const uint8_t *in, size_t in_len, void *m)
{
    wyre_ftp_fact_iter it = {0};
    return wyre_ftp_fact_next(&it, in, in_len, m);
}

static wyre_status
read_list_line(const uint8_t *in, size_t in_len, void *m)
{
    return wyre_ftp_list_line_decode(in, in_len, 0, NULL, m, NULL);
}

static wyre_status
read_command(const uint8_t *in, size_t in_len, void *m)
{
    return wyre_ftp_command_frame(in, in_len, 0, 4096, NULL, m, NULL);
}

static wyre_status
read_reply(const uint8_t *in, size_t in_len, void *m)
{
    return wyre_ftp_reply_frame(in, in_len, 0, 4096, 64, NULL, m, NULL);
}

#define ENTRY(name, T, sample) {#name, sample, size_##name, TEXT, read_##name, made_##name},
static const encoder encoders[] = {
    ALL(ENTRY) ENTRY(fact, fact, "UNIX.mode=0644;")
        ENTRY(list_line, list_line, "lrwxrwxrwx 1 u g 9 Nov 23 2024 a b -> c d"){
            "command", "RETR a b\r\n", size_command, COMMAND, read_command, made_command},
    {"reply", "250-a\r\nb\r\n250 c\r\n", size_reply, REPLY, read_reply, made_reply},
    {"reply of one line", "250 c\r\n", size_reply, REPLY, read_reply, made_reply},
};

/* What was written, n bytes at out. */
static void
keeps_to_itself(const encoder *e, const uint8_t *out, size_t n)
{
    size_t used = 0;
    union {
        wyre_ftp_command command;
        wyre_ftp_reply reply;
    } got;
    if (e->shape == TEXT)
        for (size_t i = 0; i < n; i++)
            REQUIRE(out[i] != '\r' && out[i] != '\n' && out[i] != 0, e->name);
    if (e->shape == COMMAND)
        REQUIRE(wyre_ftp_command_frame(out, n, WYRE_FTP_TELNET, 4096, NULL, &got.command, &used) ==
                        WYRE_OK &&
                    used == n,
                e->name);
    if (e->shape == REPLY)
        REQUIRE(wyre_ftp_reply_frame(out, n, 0, 4096, 64, NULL, &got.reply, &used) == WYRE_OK &&
                    used == n,
                e->name);
}

static void
tried(const encoder *e, const void *m, const uint8_t *src, size_t src_len, size_t *written)
{
    uint8_t out[1024];
    size_t n = 0;
    if (e->encode(m, src, src_len, out, sizeof out, &n) != WYRE_OK)
        return;
    keeps_to_itself(e, out, n);
    ++*written;
}

/* Each byte that the spans can reach, then each of the struct, in all its values. */
TEST(no_byte_of_any_encoder_can_inject)
{
    for (const encoder *e = encoders; e < encoders + COUNT(encoders); e++) {
        size_t len = strlen(e->sample);
        uint8_t *src = exact((const uint8_t *)e->sample, len);
        uint8_t *m = block(e->size);
        size_t written = 0;
        assert_status(e->name, e->decode(src, len, m), WYRE_OK);
        for (size_t at = 0; at < len; at++) {
            for (unsigned c = 0; c < 256; c++) {
                src[at] = (uint8_t)c;
                tried(e, m, src, len, &written);
            }
            src[at] = (uint8_t)e->sample[at];
        }
        REQUIRE(written > 0, e->name);
        for (size_t at = 0; at < e->size; at++) {
            uint8_t saved = m[at];
            for (unsigned c = 0; c < 256; c++) {
                m[at] = (uint8_t)c;
                tried(e, m, src, len, &written);
            }
            m[at] = saved;
        }
        free(m);
        free(src);
    }
}

RUN_TESTS("ftp_injection", TESTED(no_byte_of_any_encoder_can_inject))

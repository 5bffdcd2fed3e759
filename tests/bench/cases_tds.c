/* TDS: LOGIN7 and PRELOGIN, each behind its packet header. */
#include "bench.h"

enum { HEADER = 8 };

static uint64_t
prelogin(const uint8_t *in, size_t len)
{
    wyre_tds_packet packet;
    wyre_tds_prelogin m;
    MUST(wyre_tds_packet_decode(in, len, 0, &packet, NULL));
    MUST(wyre_tds_prelogin_decode(in + packet.payload.off, packet.payload.len, 0, &m, NULL));
    return m.encryption + m.version_build;
}

static uint64_t
login7(const uint8_t *in, size_t len)
{
    wyre_tds_packet packet;
    wyre_tds_login7 m;
    MUST(wyre_tds_packet_decode(in, len, 0, &packet, NULL));
    MUST(wyre_tds_login7_decode(in + packet.payload.off, packet.payload.len, 0, &m, NULL));
    return m.user_name.len + m.client_pid;
}

static uint64_t
login7_text(const uint8_t *in, size_t len)
{
    wyre_tds_login7 m;
    uint8_t text[256], clear[256];
    size_t n, sum = 0;
    MUST(wyre_tds_login7_decode(in + HEADER, len - HEADER, 0, &m, NULL));
    const wyre_span parts[] = {m.host_name,    m.user_name, m.app_name, m.server_name,
                               m.clt_int_name, m.language,  m.database};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        MUST(wyre_utf16le_to_utf8(in + HEADER + parts[i].off, parts[i].len, 0, text, sizeof text,
                                  &n));
        sum += n;
    }
    MUST(wyre_tds_password_decode(in + HEADER + m.password.off, m.password.len, clear, sizeof clear,
                                  &n));
    MUST(wyre_utf16le_to_utf8(clear, n, 0, text, sizeof text, &n));
    return sum + n;
}

static uint64_t
login7_encode(const uint8_t *in, size_t len)
{
    static wyre_tds_login7 m;
    static uint8_t out[1024];
    size_t n;
    if (m.fixed_size == 0)
        MUST(wyre_tds_login7_decode(in + HEADER, len - HEADER, 0, &m, NULL));
    m.client_pid = in[2];
    MUST(wyre_tds_login7_encode(&m, in + HEADER, len - HEADER, out, sizeof out, &n));
    return n + out[0];
}

const bench_case tds_cases[] = {
    {"tds_prelogin", "tds_prelogin", prelogin, 6},
    {"tds_login7", "tds_login7", login7, 6},
    {"tds_login7_text", "tds_login7", login7_text, 6},
    {"tds_login7_encode", "tds_login7", login7_encode, 6},
};
const size_t tds_case_count = sizeof tds_cases / sizeof *tds_cases;

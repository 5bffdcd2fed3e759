/* How a program of this folder says an SMB2 message: header and body in link_bytes, then a packet of port
 * 445; and a buffer for the parts of a body. */
#ifndef SMB2_LINK_H
#define SMB2_LINK_H
#include "encoded.h"

static uint8_t link_bytes[16384];
static uint64_t message_id;
static wyre_smb2_header header;

/* What stands in link_bytes goes into a packet. */
static inline void
over_tcp(const char *conversation, char direction, const char *filter, size_t len)
{
    wyre_direct_tcp_packet m = {.payload = {0, (uint32_t)len}};
    ENCODED(wyre_direct_tcp_packet_encode(&m, link_bytes, len, out, sizeof out, &n));
    message("smb", conversation, direction, filter);
}

static inline void
header_of(char direction, uint16_t command, uint32_t nt_status)
{
    header = (wyre_smb2_header){.command = command,
                                .status = nt_status,
                                .flags = direction == 's' ? WYRE_SMB2_FLAGS_SERVER_TO_REDIR : 0,
                                .credit_charge = 1,
                                .credits = 1,
                                .message_id = direction == 's' ? message_id : ++message_id,
                                .tree_id = 1,
                                .session_id = 0x40};
    memset(link_bytes, 0, sizeof link_bytes);
    ENCODED(wyre_smb2_header_encode(&header, NULL, 0, link_bytes, sizeof link_bytes, NULL));
}

/* A message of body T; a response answers the latest request. */
#define SAY(conversation, direction, command, nt_status, T, m, src, src_len, filter)               \
    do {                                                                                           \
        size_t say_len;                                                                            \
        header_of(direction, command, nt_status);                                                  \
        ENCODED(T##_encode(m, src, src_len, link_bytes, sizeof link_bytes, &say_len));             \
        over_tcp(conversation, direction, filter, say_len);                                        \
    } while (0)

/* ---- parts gathered in one buffer ---------------------------------------------------------------------- */

static uint8_t parts[4096];
static wyre_wr w;

static inline void
gather_anew(void)
{
    wyre_wr_init(&w, parts, sizeof parts);
}

static inline wyre_span
utf16(const char *text)
{
    wyre_span span;
    wyre_wr_gather_utf16(&w, text, strlen(text), &span);
    return span;
}

static inline wyre_span
bytes(const char *text, size_t len)
{
    wyre_span span;
    wyre_wr_gather(&w, (const uint8_t *)text, len, &span);
    return span;
}

/* A SID from its text, by way of its struct. */
static inline wyre_span
sid_of(const char *text)
{
    uint8_t sid[68], again[68];
    size_t len;
    wyre_dtyp_sid m;
    ENCODED(wyre_dtyp_sid_from_text((const uint8_t *)text, strlen(text), sid, sizeof sid, &len));
    ENCODED(wyre_dtyp_sid_decode(sid, len, 0, &m, NULL));
    ENCODED(wyre_dtyp_sid_encode(&m, sid, len, again, sizeof again, &len));
    return bytes((const char *)again, len);
}
#endif

/* Packets and names. The first byte of the input is the largest payload, in units of 1024. */
#include "fuzz.h"
#include <wyre/smb.h>

RING(wyre_netbios_name, 0);
RING(wyre_netbios_session_request, 0);
RING(wyre_netbios_negative_response, 0);
RING(wyre_netbios_retarget_response, 0);

/* What is framed encodes to the same bytes; no prefix of it is a packet. */
static void
netbios(const uint8_t *in, size_t len, uint32_t flags, uint32_t max)
{
    wyre_netbios_packet m;
    size_t n;
    wyre_status status = wyre_netbios_frame(in, len, flags, max, &m, &n);
    REQUIRE(status != WYRE_MORE || n > len, "netbios");
    REQUIRE(status == WYRE_MORE || n <= len, "netbios");
    if (status != WYRE_OK)
        return;
    uint8_t *out = block(n);
    size_t size;
    REQUIRE(wyre_netbios_packet_encode(&m, in, len, out, n, &size) == WYRE_OK, "netbios");
    REQUIRE(size == n && memcmp(out, in, n) == 0, "netbios");
    for (size_t cut = 0; cut < n && cut < 64; cut++) {
        wyre_netbios_packet none;
        REQUIRE(wyre_netbios_frame(in, cut, flags, max, &none, &size) == WYRE_MORE, "netbios");
        REQUIRE(size > cut && size <= n, "netbios");
    }
    free(out);
}

static void
direct_tcp(const uint8_t *in, size_t len, uint32_t max)
{
    wyre_direct_tcp_packet m;
    size_t n;
    wyre_status status = wyre_direct_tcp_frame(in, len, 0, max, &m, &n);
    REQUIRE(status != WYRE_MORE || n > len, "direct TCP");
    REQUIRE(status == WYRE_MORE || n <= len, "direct TCP");
    if (status != WYRE_OK)
        return;
    uint8_t *out = block(n);
    size_t size;
    REQUIRE(wyre_direct_tcp_packet_encode(&m, in, len, out, n, &size) == WYRE_OK, "direct TCP");
    REQUIRE(size == n && memcmp(out, in, n) == 0, "direct TCP");
    free(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    uint8_t protocol;
    size_t n;
    wyre_status status = wyre_smb_protocol(in, len, &protocol, &n);
    REQUIRE((status == WYRE_OK) == (protocol != 0) && n <= 4 && n <= len, "protocol");
    law(&wyre_netbios_name_ring, "name", in, len, 0, 0);
    law(&wyre_netbios_session_request_ring, "session request", in, len, 0, 0);
    law(&wyre_netbios_negative_response_ring, "negative", in, len, 0, 0);
    law(&wyre_netbios_retarget_response_ring, "retarget", in, len, 0, 0);
    if (len == 0)
        return 0;
    netbios(in + 1, len - 1, 0, in[0] * 1024u);
    netbios(in + 1, len - 1, WYRE_NETBIOS_RESERVED_FLAGS, in[0] * 1024u);
    direct_tcp(in + 1, len - 1, in[0] * 1024u);
    return 0;
}

/* Packets and messages: a message that is found whole is also found byte by byte, can be gathered,
 * and what was gathered can be split again. */
#include "fuzz.h"
#include <wyre/tds.h>

RING(wyre_tds_packet, 0);

enum { MAX_PACKET = 4096, MAX_PAYLOAD = 1 << 16 };

/* The same answer however the bytes come. */
static void
in_two_pieces(const uint8_t *in, size_t len, size_t cut, wyre_status want, size_t at)
{
    wyre_tds_message progress = {.size = 0};
    wyre_tds_message m;
    size_t n;
    wyre_status status =
        wyre_tds_message_frame(in, cut, MAX_PACKET, MAX_PAYLOAD, &progress, &m, &n);
    if (status == WYRE_MORE) {
        REQUIRE(n > cut, "message");
        REQUIRE(want != WYRE_OK || n <= at, "message");
        status = wyre_tds_message_frame(in, len, MAX_PACKET, MAX_PAYLOAD, &progress, &m, &n);
    }
    REQUIRE(status == want && n == at, "message");
}

static void
there_and_back(const uint8_t *in, const wyre_tds_message *m)
{
    uint8_t *payload = block(m->payload_size);
    size_t n;
    REQUIRE(wyre_tds_message_gather(in, m->size, payload, m->payload_size, &n) == WYRE_OK,
            "gather");
    REQUIRE(n == m->payload_size, "gather");
    wyre_tds_packet p = {.payload = {0, m->payload_size}, .type = m->type, .status = m->status};
    wyre_tds_message_encode(&p, payload, n, 9 + m->spid % 512, NULL, 0, &n);
    uint8_t *out = block(n);
    REQUIRE(wyre_tds_message_encode(&p, payload, m->payload_size, 9 + m->spid % 512, out, n,
                                    NULL) == WYRE_OK,
            "split");
    wyre_tds_message again;
    REQUIRE(wyre_tds_message_frame(out, n, 1024, MAX_PAYLOAD, NULL, &again, NULL) == WYRE_OK,
            "split");
    REQUIRE(again.size == n && again.payload_size == m->payload_size, "split");
    REQUIRE(wyre_tds_message_gather(out, n, out, n, NULL) == WYRE_OK, "split");
    REQUIRE(m->payload_size == 0 || memcmp(out, payload, m->payload_size) == 0, "split");
    free(out);
    free(payload);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    wyre_tds_packet p;
    wyre_tds_message m;
    size_t n;
    law(&wyre_tds_packet_ring, "packet", in, len, 0, 0);
    wyre_status status = wyre_tds_packet_frame(in, len, MAX_PACKET, &p, &n);
    REQUIRE(status == WYRE_MORE ? n > len : n <= len, "packet");
    (void)wyre_tds_packet_type_name(p.type);
    status = wyre_tds_message_frame(in, len, MAX_PACKET, MAX_PAYLOAD, NULL, &m, &n);
    for (size_t cut = 0; cut <= len && cut < 32; cut++)
        in_two_pieces(in, len, cut, status, n);
    if (status == WYRE_OK)
        there_and_back(in, &m);
    return 0;
}

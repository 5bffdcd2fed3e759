/* Compounds taken apart and put together again, encrypted and compressed messages, and the visit of a
 * whole message, whose windows and spans must lie inside what surrounds them. */
#include "fuzz.h"
#include <wyre/smb2.h>

RING(wyre_smb2_transform, 0);
RING(wyre_smb2_compression, 0);
RING(wyre_smb2_compression_chain, 0);
RING(wyre_smb2_compression_pattern_v1, 0);

static void
compound(const uint8_t *in, size_t len)
{
    wyre_smb2_compound_iter it = {0, 0, 0};
    wyre_smb2_compound_builder b = {0, 0, 0};
    wyre_smb2_link link;
    wyre_status status;
    uint8_t *out = block(len);
    size_t end = 0;
    while ((status = wyre_smb2_compound_next(&it, in, len, &link)) == WYRE_OK) {
        REQUIRE(link.window.off == end && link.window.len <= len - end, "window");
        end += link.window.len;
        uint8_t *one = block(link.window.len);
        memcpy(one, in + link.window.off, link.window.len);
        memset(one + 20, 0, 4); /* NextCommand */
        size_t n = 0;
        wyre_status built = wyre_smb2_compound_append(&b, one, link.window.len, 0, out, len, &n);
        REQUIRE(built == WYRE_OK || built == WYRE_E_ARG || built == WYRE_E_STATE, "append");
        REQUIRE(n <= len, "append");
        free(one);
    }
    REQUIRE(status != WYRE_END || end == len, "compound");
    REQUIRE(it.fault <= len && it.count <= WYRE_SMB2_COMPOUND_CAP, "compound");
    if (status == WYRE_END && b.count == it.count)
        REQUIRE(b.end == len && memcmp(out, in, len) == 0, "compound comes back");
    free(out);
}

static void
payloads(const uint8_t *in, size_t len)
{
    wyre_smb2_compression_payload_iter it = {{0, (uint32_t)len}, 0, 0};
    wyre_smb2_compression_payload payload;
    wyre_status status;
    uint8_t *out = block(len);
    wyre_wr w;
    size_t n;
    wyre_wr_init(&w, out, len);
    while ((status = wyre_smb2_compression_payload_next(&it, in, len, &payload)) == WYRE_OK) {
        REQUIRE(payload.data.off + (size_t)payload.data.len == it.left.off, "payload");
        wyre_smb2_compression_payload_append(&w, &payload, in, len);
    }
    REQUIRE(it.fault <= len, "payload");
    REQUIRE(wyre_wr_finish(&w, &n) == WYRE_OK, "payloads come back");
    REQUIRE(n <= len && memcmp(out, in, n) == 0, "payloads come back");
    REQUIRE(status != WYRE_END || n == len, "payloads come back");
    free(out);
}

/* ---- a visitor that checks windows and spans ----------------------------------------------------- */

typedef struct levels {
    uint32_t len[16];
    unsigned depth;
} levels;

static void
see_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    levels *l = user;
    (void)kind;
    REQUIRE(span.off <= l->len[l->depth] && span.len <= l->len[l->depth] - span.off, name);
}

static void
see_enter(void *user, const char *name, wyre_span window)
{
    levels *l = user;
    see_span(user, name, 0, window);
    REQUIRE(l->depth + 1 < 16, name);
    l->len[++l->depth] = window.len;
}

static void
see_leave(void *user)
{
    levels *l = user;
    REQUIRE(l->depth > 0, "leave");
    l->depth--;
}

static void
message(const uint8_t *in, size_t len)
{
    levels l = {{(uint32_t)len}, 0};
    wyre_visitor v = {&l, NULL, NULL, see_span, see_enter, see_leave};
    wyre_visitor silent = {NULL, NULL, NULL, NULL, NULL, NULL};
    size_t n = 0;
    wyre_status status = wyre_smb2_message_visit(in, len, &v, &n);
    REQUIRE(n <= len && l.depth == 0, "visit");
    REQUIRE(wyre_smb2_message_visit(in, len, &silent, NULL) == status, "visit");
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const ring *const rings[] = {&wyre_smb2_transform_ring, &wyre_smb2_compression_ring,
                                        &wyre_smb2_compression_chain_ring,
                                        &wyre_smb2_compression_pattern_v1_ring};
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, 0, 0);
    compound(in, len);
    payloads(in, len);
    message(in, len);
    return 0;
}

/* A role, then a stream: every command keeps the laws, and a stream that trickles in frames as it
 * does in one piece. */
#include "fuzz.h"
#include <wyre/msnp.h>

RING(wyre_msnp_command, 0x13ff);

/* The flags that the first two bytes choose. */
static uint32_t
role_of(const uint8_t *in)
{
    uint32_t flags = in[0] % 22u;
    if ((in[1] & 1) != 0)
        flags |= WYRE_MSNP_FROM_SERVER;
    if ((in[1] & 2) != 0)
        flags |= WYRE_MSNP_SWITCHBOARD;
    if ((in[1] & 4) != 0)
        flags |= WYRE_MSNP_BARE_LF;
    return flags;
}

/* In pieces of `step` bytes, with the progress kept: the same verdict at the same place. */
static void
trickles(const uint8_t *in, size_t len, uint32_t flags, size_t step, wyre_status want,
         const wyre_msnp_command *m, size_t want_n)
{
    wyre_msnp_progress progress = {0, 0};
    wyre_msnp_command got;
    wyre_status status = WYRE_MORE;
    size_t n = 0;
    for (size_t came = 0; status == WYRE_MORE; came = len - came < step ? len : came + step) {
        status = wyre_msnp_frame(in, came, flags, 512, 512, &progress, &got, &n);
        if (status == WYRE_MORE)
            REQUIRE(n > came, "more");
        if (came == len)
            break;
    }
    REQUIRE(status == want && n == want_n, "trickle");
    REQUIRE(memcmp(&got, m, sizeof got) == 0, "trickle");
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    wyre_msnp_command m;
    size_t n = 0;
    if (len < 2)
        return 0;
    uint32_t flags = role_of(in);
    size_t step = in[0] / 22u * 5u + 1;
    wyre_status status = WYRE_OK;
    for (in += 2, len -= 2; status == WYRE_OK; in += n, len -= n) {
        status = wyre_msnp_frame(in, len, flags, 512, 512, NULL, &m, &n);
        trickles(in, len, flags, step, status, &m, n);
        if (status != WYRE_OK)
            break;
        REQUIRE(n > 0 && n <= len, "frame");
        REQUIRE(law(&wyre_msnp_command_ring, "command", in, n, flags, 0) == m.malformed, "frame");
        wyre_msnp_error_name(wyre_msnp_error_code(&m));
        wyre_span left = m.fields;
        wyre_span field;
        while (wyre_msnp_field_next(&left, in, n, &field) == WYRE_OK)
            REQUIRE(field.off + field.len <= n, "field");
    }
    return 0;
}

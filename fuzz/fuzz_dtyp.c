#include "fuzz.h"
#include <wyre/dtyp.h>

RING(wyre_dtyp_sid, 0);
RING(wyre_dtyp_ace, 0);
RING(wyre_dtyp_acl, 0);
RING(wyre_dtyp_security_descriptor, 0);

/* Text that a SID makes gives the same SID again. */
static void
text(const uint8_t *in, size_t len)
{
    uint8_t out[WYRE_DTYP_SID_MAX_TEXT], again[68];
    size_t n, back;
    if (wyre_dtyp_sid_to_text(in, len, out, sizeof out, &n) == WYRE_OK) {
        REQUIRE(wyre_dtyp_sid_from_text(out, n, again, sizeof again, &back) == WYRE_OK, "sid");
        REQUIRE(back <= len && memcmp(again, in, back) == 0, "sid");
    }
    if (wyre_dtyp_sid_from_text(in, len, again, sizeof again, &n) == WYRE_OK)
        REQUIRE(wyre_dtyp_sid_to_text(again, n, out, sizeof out, NULL) == WYRE_OK, "text");
}

static void
entries(const uint8_t *in, size_t len)
{
    wyre_dtyp_ace_iter it = {0, 0, 0};
    wyre_dtyp_ace entry;
    wyre_status status;
    for (uint32_t before = 0; (status = wyre_dtyp_ace_next(&it, in, len, &entry)) == WYRE_OK;) {
        REQUIRE(it.pos > before && it.pos <= len, "ace");
        REQUIRE(wyre_dtyp_ace_type_name(entry.ace_type) != NULL, "ace");
        before = it.pos;
    }
    REQUIRE(status == WYRE_END || (it.fault >= it.pos && it.fault <= len), "ace");
}

static void
times(const uint8_t *in, size_t len)
{
    uint64_t filetime = 0, back;
    wyre_dtyp_unix_time time;
    if (len >= 8)
        memcpy(&filetime, in, 8);
    wyre_dtyp_filetime_to_unix(filetime, &time);
    REQUIRE(wyre_dtyp_filetime_from_unix(&time, &back) == WYRE_OK && back == filetime, "filetime");
    if (len >= sizeof time) {
        memcpy(&time, in, sizeof time);
        wyre_dtyp_filetime_from_unix(&time, &back);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const ring *const rings[] = {&wyre_dtyp_sid_ring, &wyre_dtyp_ace_ring,
                                        &wyre_dtyp_acl_ring, &wyre_dtyp_security_descriptor_ring};
    const wyre_visitor nobody = {NULL, NULL, NULL, NULL, NULL, NULL};
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, 0, 0);
    text(in, len);
    entries(in, len);
    times(in, len);
    wyre_dtyp_security_visit(in, len, &nobody, NULL);
    return 0;
}

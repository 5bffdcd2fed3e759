#include "fuzz.h"
#include <wyre/ntlmssp.h>
#include <wyre/spnego.h>

RING(wyre_spnego_neg_token_init, 0);
RING(wyre_spnego_neg_token_resp, 0);
RING(wyre_spnego_gss_token, 0);

/* ---- a blob, told: every span inside the window it counts in, every part left ------------------------ */

typedef struct windows {
    size_t start[16], len[16];
    unsigned depth;
} windows;

static void
on_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    const windows *w = user;
    (void)kind;
    REQUIRE(span.off <= w->len[w->depth] && span.len <= w->len[w->depth] - span.off, name);
}

static void
on_enter(void *user, const char *name, wyre_span window)
{
    windows *w = user;
    on_span(user, name, 0, window);
    REQUIRE(w->depth + 1 < 16, name);
    w->depth++;
    w->len[w->depth] = window.len;
}

static void
on_leave(void *user)
{
    windows *w = user;
    REQUIRE(w->depth > 0, "leave");
    w->depth--;
}

static void
told(const uint8_t *in, size_t len)
{
    windows w = {.len = {len}};
    wyre_visitor v = {&w, NULL, NULL, on_span, on_enter, on_leave};
    size_t n;
    wyre_spnego_token_visit(in, len, &v, &n);
    REQUIRE(n <= len && w.depth == 0, "token");
    wyre_ntlmssp_message_visit(in, len, &v, &n);
    REQUIRE(n <= len && w.depth == 0, "message");
    REQUIRE(wyre_spnego_token_kind_name(wyre_spnego_token_kind(in, len))[0] != '?', "kind");
}

/* ---- lists ----------------------------------------------------------------------------------------- */

static void
mechanisms(const uint8_t *in, size_t len)
{
    wyre_spnego_mech_type types[WYRE_SPNEGO_MECHS_MAX];
    wyre_spnego_mech_iter it = {0, 0, 0, 0};
    wyre_spnego_mech_type type;
    uint32_t count = 0, before = 0;
    int written = 1; /* an empty OBJECT IDENTIFIER is told, but cannot be written */
    wyre_status status;
    while ((status = wyre_spnego_mech_type_next(&it, in, len, &type)) == WYRE_OK) {
        REQUIRE(it.pos > before && it.pos <= len && count < WYRE_SPNEGO_MECHS_MAX, "mechanisms");
        before = it.pos;
        written = written && type.oid.len > 0;
        types[count++] = type;
    }
    if (status != WYRE_END || count == 0 || !written)
        return;
    size_t n;
    uint8_t *out = block(len);
    status = wyre_spnego_mech_types_encode(types, count, in, len, out, len, &n);
    REQUIRE(status == WYRE_OK && n <= it.pos, "mechanisms");
    free(out);
}

static void
components(const uint8_t *in, size_t len)
{
    wyre_spnego_kerberos_component_iter it = {0, 0, 0};
    wyre_span component;
    uint32_t before = 0;
    while (wyre_spnego_kerberos_component_next(&it, in, len, &component) == WYRE_OK) {
        REQUIRE(it.pos > before && it.pos <= len, "components");
        REQUIRE(component.off <= len && component.len <= len - component.off, "components");
        before = it.pos;
    }
}

static void
kerberos(const uint8_t *in, size_t len)
{
    wyre_spnego_kerberos m, zero = {.msg_type = 0};
    windows w = {.len = {len}};
    wyre_visitor v = {&w, NULL, NULL, on_span, NULL, NULL};
    size_t n;
    wyre_status status = wyre_spnego_kerberos_decode(in, len, 0, &m, &n);
    REQUIRE(n <= len, "kerberos");
    if (status != WYRE_OK)
        REQUIRE(memcmp(&m, &zero, sizeof m) == 0, "kerberos");
    wyre_spnego_kerberos_visit(&m, &v);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const ring *const rings[] = {&wyre_spnego_neg_token_init_ring,
                                        &wyre_spnego_neg_token_resp_ring,
                                        &wyre_spnego_gss_token_ring};
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, 0, 0);
    told(in, len);
    mechanisms(in, len);
    components(in, len);
    kerberos(in, len);
    return 0;
}

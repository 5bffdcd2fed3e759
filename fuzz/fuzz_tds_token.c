/* Token streams: each token is told and encodes to what it was; rows end; any message can be told.
 * The first byte of the input is the dialect. */
#include "fuzz.h"
#include <wyre/tds.h>

RING(wyre_tds_done, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_info, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_loginack, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_envchange, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_routing, 0);
RING(wyre_tds_returnstatus, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_blob, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_offset, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_colinfo, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_dataclassification, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_sensitivity_name, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_variant, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_sessionstate, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_language, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_returnvalue, WYRE_TDS_DIALECT_BITS);

enum { COLUMNS = 16 };

static int
same(const uint8_t *in, wyre_span whole, const uint8_t *out, size_t n)
{
    return n == whole.len && memcmp(in + whole.off, out, n) == 0;
}

/* The columns that were read write the token again. */
static void
columns(const uint8_t *in, size_t len, wyre_span whole, uint32_t dialect)
{
    wyre_tds_column all[COLUMNS];
    wyre_tds_column_iter it = {.pos = whole.off};
    size_t count = 0, n;
    wyre_status status = WYRE_OK;
    while (count < COLUMNS && status == WYRE_OK) {
        status = wyre_tds_column_next(&it, in, len, dialect, &all[count]);
        count += status == WYRE_OK;
    }
    if (status != WYRE_END || count == 0)
        return;
    uint8_t *out = block(whole.len);
    status = wyre_tds_columns_encode(&it, all, count, dialect, in, len, out, whole.len, &n);
    REQUIRE(status == WYRE_OK && same(in, whole, out, n), "columns");
    free(out);
}

static void
row(const uint8_t *in, size_t len, const wyre_tds_token *token, uint32_t dialect)
{
    wyre_tds_column all[COLUMNS];
    wyre_tds_value values[COLUMNS];
    wyre_tds_row_iter it = {.columns = token->columns, .pos = token->whole.off};
    size_t count = 0, n;
    wyre_status status = WYRE_OK;
    while (count < COLUMNS && status == WYRE_OK) {
        status = wyre_tds_row_next(&it, in, len, dialect, &all[count], &values[count]);
        count += status == WYRE_OK;
    }
    if (status != WYRE_END)
        return;
    uint8_t *out = block(token->whole.len);
    size_t cap = token->whole.len;
    if (token->token == WYRE_TDS_TOKEN_ROW) {
        status = wyre_tds_row_encode(all, values, count, in, len, out, cap, &n);
        REQUIRE(status == WYRE_OK && same(in, token->whole, out, n), "row");
    } else if (token->token == WYRE_TDS_TOKEN_ALTROW) {
        status = wyre_tds_altrow_encode(it.columns.id, all, values, count, in, len, out, cap, &n);
        REQUIRE(status == WYRE_OK && same(in, token->whole, out, n), "altrow");
    } else {
        status = wyre_tds_nbcrow_encode(all, values, count, in, len, out, cap, &n);
        REQUIRE(status == WYRE_OK || status == WYRE_E_SPACE, "nbcrow");
    }
    free(out);
}

static int
reaches(wyre_span s, size_t len)
{
    return s.off <= len && s.len <= len - s.off;
}

static void
keys(const uint8_t *in, size_t len)
{
    wyre_tds_key_iter it = {.pos = 0};
    wyre_tds_key key;
    for (uint32_t pos = 0; wyre_tds_key_next(&it, in, len, &key) == WYRE_OK; pos = it.pos)
        REQUIRE(it.pos > pos && reaches(key.encrypted_key, len) &&
                    reaches(key.asymmetric_algo, len) && reaches(key.key_path, len),
                "keys");
}

static void
crypto(const uint8_t *in, size_t len, uint8_t place, uint32_t dialect)
{
    wyre_tds_crypto m;
    uint8_t *out = block(len);
    size_t n;
    if (wyre_tds_crypto_decode(in, len, place, dialect, &m, &n) == WYRE_OK) {
        wyre_status status = wyre_tds_crypto_encode(&m, in, len, out, len, &n);
        REQUIRE(status == WYRE_OK && n == len && memcmp(in, out, n) == 0, "crypto");
    }
    free(out);
}

static void
names(const uint8_t *in, size_t len, uint32_t dialect)
{
    wyre_tds_span_iter it = {0}, parts = {0}, infos = {0}, labels = {0};
    wyre_tds_table_name name;
    wyre_tds_colinfo info;
    wyre_tds_sensitivity_name label;
    wyre_span part;
    uint8_t *out = block(len);
    size_t n;
    for (uint32_t pos = 0; wyre_tds_table_name_next(&it, in, len, dialect, &name) == WYRE_OK;
         pos = it.pos) {
        wyre_status status = wyre_tds_table_name_encode(&name, dialect, in, len, out, len, &n);
        wyre_span whole = {pos, it.pos - pos};
        REQUIRE(status == WYRE_OK && same(in, whole, out, n), "table_name");
    }
    while (wyre_tds_part_next(&parts, in, len, &part) == WYRE_OK)
        REQUIRE(reaches(part, len), "part");
    while (wyre_tds_colinfo_next(&infos, in, len, dialect, &info) == WYRE_OK)
        REQUIRE(reaches(info.col_name, len), "colinfo");
    while (wyre_tds_sensitivity_name_next(&labels, in, len, dialect, &label) == WYRE_OK)
        REQUIRE(reaches(label.id, len), "sensitivity_name");
    free(out);
}

/* The properties that were read write the columns again. */
static void
sensitivities(const uint8_t *in, size_t len, uint32_t dialect)
{
    enum { PROPERTIES = 64 };
    wyre_tds_sensitivity all[PROPERTIES];
    wyre_tds_sensitivity_iter it = {0, 0, 0};
    wyre_tds_dataclassification m;
    size_t count = 0, n;
    if (wyre_tds_dataclassification_decode(in, len, dialect, &m, NULL) != WYRE_OK)
        return;
    const uint8_t *at = in + m.columns.off;
    while (count < PROPERTIES &&
           wyre_tds_sensitivity_next(&it, at, m.columns.len, dialect, &all[count]) == WYRE_OK)
        count++;
    if (count == PROPERTIES)
        return;
    uint8_t *out = block(m.columns.len);
    wyre_status status =
        wyre_tds_sensitivity_build(all, count, m.column_count, dialect, out, m.columns.len, &n);
    REQUIRE(status == WYRE_OK && n == m.columns.len && memcmp(out, at, n) == 0, "sensitivity");
    free(out);
}

static void
fedauthinfo(const uint8_t *in, size_t len)
{
    wyre_tds_fedauthinfo_option all[WYRE_TDS_FEDAUTHINFO_OPTIONS];
    wyre_tds_fedauthinfo_iter it = {0};
    size_t count = 0, n;
    while (count < WYRE_TDS_FEDAUTHINFO_OPTIONS &&
           wyre_tds_fedauthinfo_next(&it, in, len, &all[count]) == WYRE_OK) {
        REQUIRE(all[count].data.off <= len && all[count].data.len <= len - all[count].data.off,
                "fedauthinfo");
        count++;
    }
    wyre_status status = wyre_tds_fedauthinfo_build(all, count, in, len, NULL, 0, &n);
    REQUIRE(status == WYRE_E_SPACE, "fedauthinfo");
}

static void
stream(const uint8_t *in, size_t len, uint32_t dialect)
{
    wyre_tds_token_iter it = {.dialect = dialect};
    wyre_tds_token token;
    for (uint32_t pos = 0; wyre_tds_token_next(&it, in, len, &token) == WYRE_OK; pos = it.pos) {
        REQUIRE(it.pos > pos && it.pos <= len, "stream");
        REQUIRE(token.whole.off == pos && token.whole.len == it.pos - pos, "stream");
        REQUIRE(*wyre_tds_token_name(token.token) != '?', "stream");
        if (token.token == WYRE_TDS_TOKEN_COLMETADATA || token.token == WYRE_TDS_TOKEN_ALTMETADATA)
            columns(in, len, token.whole, it.dialect);
        if (token.token == WYRE_TDS_TOKEN_ROW || token.token == WYRE_TDS_TOKEN_NBCROW ||
            token.token == WYRE_TDS_TOKEN_ALTROW)
            row(in, len, &token, it.dialect);
    }
}

/* Spans that are told lie inside the windows around them. */
typedef struct windows {
    size_t base[64], end[64];
    unsigned depth;
} windows;

static void
window_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    windows *w = user;
    (void)name;
    (void)kind;
    REQUIRE(w->base[w->depth] + span.off + span.len <= w->end[0], "tell");
}

static void
window_enter(void *user, const char *name, wyre_span window)
{
    windows *w = user;
    (void)name;
    REQUIRE(w->depth < 63, "tell");
    w->base[w->depth + 1] = w->base[w->depth] + window.off;
    REQUIRE(w->base[w->depth + 1] + window.len <= w->end[0], "tell");
    w->depth++;
}

static void
window_leave(void *user)
{
    windows *w = user;
    REQUIRE(w->depth > 0, "tell");
    w->depth--;
}

static void
tell(const uint8_t *in, size_t len, uint8_t type, uint32_t dialect)
{
    windows w = {.end = {len}};
    wyre_visitor v = {&w, NULL, NULL, window_span, window_enter, window_leave};
    wyre_tds_conversation c = {.dialect = dialect, .prelogin_pending = (uint8_t)(type >> 7)};
    size_t n;
    uint32_t content = wyre_tds_content(&c, type & 0x1f, in, len);
    REQUIRE(*wyre_tds_content_name(content) != '?', "tell");
    wyre_status status = wyre_tds_tell(&c, content, in, len, &v, &n);
    REQUIRE(w.depth == 0 && n <= len, "tell");
    REQUIRE(status != WYRE_OK || n == len, "tell");
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const ring *const rings[] = {
        &wyre_tds_done_ring,         &wyre_tds_info_ring,
        &wyre_tds_loginack_ring,     &wyre_tds_envchange_ring,
        &wyre_tds_returnstatus_ring, &wyre_tds_blob_ring,
        &wyre_tds_sessionstate_ring, &wyre_tds_language_ring,
        &wyre_tds_returnvalue_ring,  &wyre_tds_offset_ring,
        &wyre_tds_colinfo_ring,      &wyre_tds_dataclassification_ring,
        &wyre_tds_variant_ring,      &wyre_tds_sensitivity_name_ring,
    };
    if (len < 2)
        return 0;
    uint32_t dialect = in[0] & WYRE_TDS_DIALECT_BITS;
    uint8_t type = in[1];
    in += 2;
    len -= 2;
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, dialect, 0);
    law(&wyre_tds_routing_ring, "routing", in, len, 0, 0);
    stream(in, len, dialect);
    fedauthinfo(in, len);
    keys(in, len);
    crypto(in, len, type % 3, dialect);
    names(in, len, dialect);
    sensitivities(in, len, dialect);
    tell(in, len, type, dialect);
    (void)wyre_tds_env_name(type);
    (void)wyre_tds_type_name(type);
    (void)wyre_tds_aop_name(type);
    REQUIRE(wyre_tds_login_version(wyre_tds_loginack_version(dialect)) == dialect, "version");
    return 0;
}

/* NetBIOS names and the session request that carries two of them: RFC 1001 14.1, RFC 1002 4.1 and
 * 4.3.2. */
#include <wyre/netbios.h>
#include "../core/cursor.h"
#include "../core/layout.h"

enum { NAME_LEN = 16, LETTERS = 32, LABEL_MAX = 63 };

wyre_status
wyre_netbios_name_make(const uint8_t *text, size_t len, uint8_t suffix, uint8_t name[16])
{
    memset(name, 0, NAME_LEN);
    if (len >= NAME_LEN)
        return WYRE_E_RANGE;
    int wildcard = len == 1 && text[0] == '*';
    for (size_t i = 0; i < NAME_LEN - 1 && !wildcard; i++)
        name[i] = ' ';
    for (size_t i = 0; i < len; i++)
        name[i] = text[i] >= 'a' && text[i] <= 'z' ? (uint8_t)(text[i] - 'a' + 'A') : text[i];
    if (!wildcard)
        name[NAME_LEN - 1] = suffix;
    return WYRE_OK;
}

/* ---- RFC 1001 14.1 first-level encoding ---------------------------------------------------------- */

wyre_status
wyre_netbios_first_level_encode(const uint8_t name[16], uint8_t letters[32])
{
    for (size_t i = 0; i < NAME_LEN; i++) {
        letters[2 * i] = (uint8_t)('A' + (name[i] >> 4));
        letters[2 * i + 1] = (uint8_t)('A' + (name[i] & 15));
    }
    return WYRE_OK;
}

wyre_status
wyre_netbios_first_level_decode(const uint8_t letters[32], uint8_t name[16], size_t *n)
{
    size_t good = 0;
    memset(name, 0, NAME_LEN);
    while (good < LETTERS && letters[good] >= 'A' && letters[good] <= 'P') {
        name[good / 2] = (uint8_t)(name[good / 2] << 4 | (letters[good] - 'A'));
        good++;
    }
    if (n != NULL)
        *n = good;
    if (good == LETTERS)
        return WYRE_OK;
    memset(name, 0, NAME_LEN);
    return WYRE_E_TEXT;
}

/* ---- RFC 1002 4.1 second-level encoding ---------------------------------------------------------- */

/* Labels up to and with the root byte; the span is without it. A length byte above 63 would be a
 * compression pointer or reserved: neither may stand in a session request. */
static wyre_span
read_scope(wyre_rd *r, size_t name_start)
{
    wyre_span scope = {(uint32_t)r->pos, 0};
    for (;;) {
        size_t at = r->pos;
        uint8_t len = rd_u8(r);
        if (len > LABEL_MAX)
            rd_refuse(r, WYRE_E_VALUE, at);
        if (r->pos - name_start + len > WYRE_NETBIOS_NAME_ENCODED_MAX)
            rd_refuse(r, WYRE_E_LIMIT, at);
        if (len == 0 || r->status != WYRE_OK)
            break;
        rd_span(r, len);
        scope.len += 1u + len;
    }
    return scope;
}

static void
read_name(wyre_rd *r, uint8_t name[16], wyre_span *scope)
{
    size_t start = r->pos;
    size_t letters;
    size_t good;
    if (rd_u8(r) != LETTERS)
        rd_refuse(r, WYRE_E_VALUE, start);
    if (take(r, LETTERS, &letters) &&
        wyre_netbios_first_level_decode(r->in + letters, name, &good) != WYRE_OK)
        rd_refuse(r, WYRE_E_TEXT, letters + good);
    *scope = read_scope(r, start);
}

static int
is_scope(const uint8_t *src, size_t src_len, wyre_span scope)
{
    size_t at = scope.off;
    size_t end = at + scope.len;
    if (scope.len == 0 || end > src_len)
        return 1; /* wr_span judges the latter */
    while (at < end && src[at] > 0 && src[at] <= LABEL_MAX)
        at += 1u + src[at];
    return at == end;
}

static void
write_name(wyre_wr *w, const uint8_t *src, size_t src_len, const uint8_t name[16], wyre_span scope)
{
    uint8_t letters[LETTERS];
    size_t room = WYRE_NETBIOS_NAME_ENCODED_MAX - 1 - LETTERS - 1;
    if (scope.len > room || !is_scope(src, src_len, scope))
        wr_refuse(w, WYRE_E_RANGE);
    wyre_netbios_first_level_encode(name, letters);
    wr_u8(w, LETTERS);
    wr_bytes(w, letters, LETTERS);
    wr_span(w, src, src_len, scope);
    wr_u8(w, 0);
}

static wyre_rd
reading(const uint8_t *in, size_t in_len, uint32_t flags)
{
    wyre_rd r = rd(in, in_len);
    if (flags != 0 || in_len > UINT32_MAX)
        rd_refuse(&r, WYRE_E_ARG, 0);
    return r;
}

static wyre_status
read_end(const wyre_rd *r, size_t *n)
{
    if (n != NULL)
        *n = r->status == WYRE_OK ? r->pos : r->fault;
    return r->status;
}

wyre_status
wyre_netbios_name_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_netbios_name *out,
                         size_t *n)
{
    wyre_rd r = reading(in, in_len, flags);
    memset(out, 0, sizeof *out);
    read_name(&r, out->name, &out->scope);
    if (r.status != WYRE_OK)
        memset(out, 0, sizeof *out);
    return read_end(&r, n);
}

wyre_status
wyre_netbios_name_encode(const wyre_netbios_name *m, const uint8_t *src, size_t src_len,
                         uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    write_name(&w, src, src_len, m->name, m->scope);
    return wr_finish(&w, n);
}

#ifndef WYRE_PROVE
wyre_status
wyre_netbios_name_visit(const wyre_netbios_name *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_bytes(&l, "name", WYRE_KIND_TEXT, m->name, NAME_LEN);
    tell_span(&l, "scope", WYRE_KIND_BYTES, m->scope);
    return WYRE_OK;
}
#endif

/* ---- RFC 1002 4.3.2 session request -------------------------------------------------------------- */

wyre_status
wyre_netbios_session_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                    wyre_netbios_session_request *out, size_t *n)
{
    wyre_rd r = reading(in, in_len, flags);
    memset(out, 0, sizeof *out);
    read_name(&r, out->called, &out->called_scope);
    read_name(&r, out->calling, &out->calling_scope);
    if (r.status != WYRE_OK)
        memset(out, 0, sizeof *out);
    return read_end(&r, n);
}

wyre_status
wyre_netbios_session_request_encode(const wyre_netbios_session_request *m, const uint8_t *src,
                                    size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    write_name(&w, src, src_len, m->called, m->called_scope);
    write_name(&w, src, src_len, m->calling, m->calling_scope);
    return wr_finish(&w, n);
}

#ifndef WYRE_PROVE
wyre_status
wyre_netbios_session_request_visit(const wyre_netbios_session_request *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_bytes(&l, "called", WYRE_KIND_TEXT, m->called, NAME_LEN);
    tell_span(&l, "called_scope", WYRE_KIND_BYTES, m->called_scope);
    tell_bytes(&l, "calling", WYRE_KIND_TEXT, m->calling, NAME_LEN);
    tell_span(&l, "calling_scope", WYRE_KIND_BYTES, m->calling_scope);
    return WYRE_OK;
}
#endif

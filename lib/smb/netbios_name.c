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

/*@ requires \valid_read(letters + (0 .. 31)) && \valid(name + (0 .. 15)) && (n == \null || \valid(n));
  @ requires \separated(name + (0 .. 15), n, letters + (0 .. 31));
  @ assigns name[0 .. 15], *n;
  @ ensures \result == WYRE_OK || \result == WYRE_E_TEXT;
  @ ensures n != \null ==> *n <= 32; */
wyre_status
wyre_netbios_first_level_decode(const uint8_t letters[32], uint8_t name[16], size_t *n)
{
    size_t good = 0;
    zero(name, NAME_LEN);
    /*@ loop invariant good <= 32; loop assigns good, name[0 .. 15]; loop variant 32 - good; */
    while (good < LETTERS && letters[good] >= 'A' && letters[good] <= 'P') {
        name[good / 2] = (uint8_t)(name[good / 2] * 16 + letters[good] - 'A');
        good++;
    }
    if (n != NULL)
        *n = good;
    if (good == LETTERS)
        return WYRE_OK;
    zero(name, NAME_LEN);
    return WYRE_E_TEXT;
}

/* ---- RFC 1002 4.1 second-level encoding ---------------------------------------------------------- */

/* Labels up to and with the root byte; the span is without it. A length byte above 63 would be a
 * compression pointer or reserved: neither may stand in a session request. */
/*@ requires name_start <= r->pos && r->status <= WYRE_OK; READS;
  @ ensures r->status <= WYRE_OK;
  @ ensures r->status == WYRE_OK ==> inside(\result, r->end); */
static wyre_span
read_scope(wyre_rd *r, size_t name_start)
{
    wyre_span scope = {(uint32_t)r->pos, 0};
    /*@ loop invariant reading(r) && r->status <= WYRE_OK && name_start <= scope.off <= r->pos && \at(r->pos, Pre) <= r->pos;
      @ loop invariant r->status == WYRE_OK ==> scope.off + scope.len == r->pos;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==>
      @     r->pos == \at(r->pos, Pre) && r->status == \at(r->status, Pre);
      @ loop assigns scope.len, r->pos, r->status, r->fault; loop variant r->end - r->pos; */
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
        /*@ assert at + 1 - name_start + len <= 255; */
        scope.len += 1u + len;
    }
    return scope;
}

/*@ requires \valid(name + (0 .. 15)) && \valid(scope);
  @ requires \separated(name + (0 .. 15), scope, r, r->in + (0 .. r->end - 1));
  @ requires reading(r) && r->status <= WYRE_OK;
  @ assigns r->pos, r->status, r->fault, name[0 .. 15], *scope;
  @ ensures reading(r) && r->status <= WYRE_OK;
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && inside(*scope, r->end); */
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

/*@ requires in_len <= 0xffffffff;
  @ assigns \nothing;
  @ ensures \result.in == in && \result.pos == 0 && \result.end == in_len && \result.fault == 0;
  @ ensures \result.status <= WYRE_OK; */
static wyre_rd
reader(const uint8_t *in, size_t in_len, uint32_t flags)
{
    wyre_rd r = rd(in, in_len);
    if (flags != 0 || in_len > UINT32_MAX)
        rd_refuse(&r, WYRE_E_ARG, 0);
    return r;
}

/*@ requires \valid_read(r) && r->pos <= r->end && r->fault <= r->end && (n == \null || \valid(n));
  @ requires \separated(r, n) && r->status <= WYRE_OK;
  @ assigns *n;
  @ ensures \result == r->status <= WYRE_OK;
  @ ensures n != \null ==> *n <= r->end; */
static wyre_status
read_end(const wyre_rd *r, size_t *n)
{
    if (n != NULL)
        *n = r->status == WYRE_OK ? r->pos : r->fault;
    return r->status;
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->scope, in_len); */
wyre_status
wyre_netbios_name_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_netbios_name *out,
                         size_t *n)
{
    wyre_rd r = reader(in, in_len, flags);
    *out = (wyre_netbios_name){.scope = {0, 0}};
    read_name(&r, out->name, &out->scope);
    if (r.status != WYRE_OK)
        *out = (wyre_netbios_name){.scope = {0, 0}};
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

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->called_scope, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->calling_scope, in_len); */
wyre_status
wyre_netbios_session_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                    wyre_netbios_session_request *out, size_t *n)
{
    wyre_rd r = reader(in, in_len, flags);
    *out = (wyre_netbios_session_request){.called_scope = {0, 0}};
    read_name(&r, out->called, &out->called_scope);
    read_name(&r, out->calling, &out->calling_scope);
    if (r.status != WYRE_OK)
        *out = (wyre_netbios_session_request){.called_scope = {0, 0}};
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

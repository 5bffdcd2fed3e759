/* Messages told to a visitor: which decoder a payload is for, and its parts. */
#include <wyre/tds_tell.h>
#include <wyre/tds_login4.h>
#include <wyre/tds_login7.h>
#include <wyre/tds_packet.h>
#include <wyre/tds_prelogin.h>
#include <wyre/tds_request.h>
#include <wyre/tds_token.h>
#include "../core/names.h"
#include "tds_layout.h"
#include "tds_tell.h"

#ifndef WYRE_PROVE

static const constant_name tds_content_names[] = {
    NAME(WYRE_TDS_CONTENT_, UNKNOWN),       NAME(WYRE_TDS_CONTENT_, PRELOGIN),
    NAME(WYRE_TDS_CONTENT_, TLS),           NAME(WYRE_TDS_CONTENT_, LOGIN7),
    NAME(WYRE_TDS_CONTENT_, LOGIN4),        NAME(WYRE_TDS_CONTENT_, SQL_BATCH),
    NAME(WYRE_TDS_CONTENT_, RPC),           NAME(WYRE_TDS_CONTENT_, TRANSACTION_REQUEST),
    NAME(WYRE_TDS_CONTENT_, FEDAUTH_TOKEN), NAME(WYRE_TDS_CONTENT_, SSPI),
    NAME(WYRE_TDS_CONTENT_, ATTENTION),     NAME(WYRE_TDS_CONTENT_, TOKENS),
};

const char *
wyre_tds_content_name(uint32_t content)
{
    return NAME_OF(tds_content_names, content);
}

uint32_t
wyre_tds_content(const wyre_tds_conversation *c, uint8_t type, const uint8_t *in, size_t in_len)
{
    enum { FIRST_TLS = 0x14, LAST_TLS = 0x18 };
    switch (type) {
    case WYRE_TDS_SQL_BATCH:
        return WYRE_TDS_CONTENT_SQL_BATCH;
    case WYRE_TDS_LOGIN4:
        return WYRE_TDS_CONTENT_LOGIN4;
    case WYRE_TDS_RPC:
        return WYRE_TDS_CONTENT_RPC;
    case WYRE_TDS_RESPONSE:
        return c->prelogin_pending ? WYRE_TDS_CONTENT_PRELOGIN : WYRE_TDS_CONTENT_TOKENS;
    case WYRE_TDS_ATTENTION:
        return WYRE_TDS_CONTENT_ATTENTION;
    case WYRE_TDS_BULK_LOAD:
    case WYRE_TDS_NORMAL:
        return WYRE_TDS_CONTENT_TOKENS;
    case WYRE_TDS_FEDAUTH_TOKEN:
        return WYRE_TDS_CONTENT_FEDAUTH_TOKEN;
    case WYRE_TDS_TRANSACTION_MANAGER:
        return WYRE_TDS_CONTENT_TRANSACTION_REQUEST;
    case WYRE_TDS_LOGIN7:
        return WYRE_TDS_CONTENT_LOGIN7;
    case WYRE_TDS_SSPI:
        return WYRE_TDS_CONTENT_SSPI;
    case WYRE_TDS_PRELOGIN:
        return in_len > 0 && in[0] >= FIRST_TLS && in[0] <= LAST_TLS ? WYRE_TDS_CONTENT_TLS
                                                                     : WYRE_TDS_CONTENT_PRELOGIN;
    default:
        return WYRE_TDS_CONTENT_UNKNOWN;
    }
}

/* ---- PRELOGIN ------------------------------------------------------------------------------------------------ */

static __attribute__((noinline)) void
tell_prelogin(telling *t, wyre_tds_conversation *c)
{
    const uint32_t lenient = WYRE_TDS_PRELOGIN_VERSION_LATE | WYRE_TDS_PRELOGIN_OVERLAP;
    wyre_tds_prelogin m;
    wyre_tds_prelogin_iter it = {0, 0, 0};
    wyre_tds_prelogin_option o;
    size_t fault;
    c->prelogin_pending = !c->prelogin_pending;
    wyre_status status = wyre_tds_prelogin_decode(t->in, t->in_len, lenient, &m, &fault);
    fail(t, status, fault);
    if (status != WYRE_OK)
        return;
    wyre_tds_prelogin_visit(&m, t->v);
    while (wyre_tds_prelogin_next(&it, t->in, t->in_len, &o) == WYRE_OK) {
        tell_enter(t->v, "option", (wyre_span){0, (uint32_t)t->in_len});
        tell_number_to(t->v, "token", WYRE_KIND_NUMBER, o.token);
        tell_span_to(t->v, "data", WYRE_KIND_BYTES, o.data);
        tell_leave(t->v);
    }
}

/* ---- features -------------------------------------------------------------------------------------------------- */

/* The data of a feature as its struct; `in` is that data. */
static void
tell_feature(uint8_t id, const uint8_t *in, size_t in_len, const wyre_visitor *v)
{
    switch (id) {
    case WYRE_TDS_FEATURE_FEDAUTH:
        TELL_AS(wyre_tds_fedauth, v, in, in_len);
        break;
    case WYRE_TDS_FEATURE_SESSIONRECOVERY:
        TELL_AS(wyre_tds_session_recovery, v, in, in_len);
        break;
    case WYRE_TDS_FEATURE_COLUMNENCRYPTION:
        TELL_AS(wyre_tds_column_encryption, v, in, in_len);
        break;
    case WYRE_TDS_FEATURE_DATACLASSIFICATION:
        TELL_AS(wyre_tds_data_classification, v, in, in_len);
        break;
    case WYRE_TDS_FEATURE_USERAGENT:
        break;
    default:
        TELL_AS(wyre_tds_feature_switch, v, in, in_len);
        break;
    }
}

void
wyre_tds_tell_features(telling *t, wyre_span block, size_t window)
{
    wyre_tds_feature_iter it = {.pos = 0};
    wyre_tds_feature f;
    wyre_status status;
    while ((status = wyre_tds_feature_next(&it, t->in + block.off, block.len, &f)) == WYRE_OK) {
        const uint8_t *data = t->in + block.off + f.data.off;
        wyre_span at = {(uint32_t)(block.off + f.data.off - window), f.data.len};
        tell_enter(t->v, "feature", at);
        tell_number_to(t->v, "id", WYRE_KIND_NUMBER, f.id);
        tell_span_to(t->v, "feature_data",
                     f.id == WYRE_TDS_FEATURE_USERAGENT ? WYRE_KIND_UTF16 : WYRE_KIND_BYTES,
                     (wyre_span){0, f.data.len});
        tell_feature(f.id, data, f.data.len, t->v);
        tell_leave(t->v);
    }
    fail(t, status, block.off + it.pos);
}

/* ---- logins ---------------------------------------------------------------------------------------------------- */

static __attribute__((noinline)) void
tell_login7(telling *t, wyre_tds_conversation *c)
{
    wyre_tds_login7 m;
    size_t fault;
    wyre_status status =
        wyre_tds_login7_decode(t->in, t->in_len, WYRE_TDS_LOGIN7_TOLERANT, &m, &fault);
    fail(t, status, fault);
    if (status != WYRE_OK)
        return;
    c->dialect = wyre_tds_dialect(m.tds_version);
    tell_number_to(t->v, "length", WYRE_KIND_NUMBER, le32(t->in));
    wyre_tds_login7_visit(&m, t->v);
    tell_number_to(t->v, "oddities", WYRE_KIND_FLAGS, m.oddities);
    if (m.feature_ext.len > 0)
        wyre_tds_tell_features(t, m.feature_ext, 0);
}

static __attribute__((noinline)) void
tell_login4(telling *t, wyre_tds_conversation *c)
{
    wyre_tds_login4 m;
    wyre_tds_capability_iter it = {0, 0};
    wyre_tds_capability mask;
    size_t fault;
    wyre_status status = wyre_tds_login4_decode(t->in, t->in_len, 0, &m, &fault);
    fail(t, status, fault);
    if (status != WYRE_OK)
        return;
    c->dialect = wyre_tds_dialect(m.tds_version);
    wyre_tds_login4_visit(&m, t->v);
    if (m.tds_version != WYRE_TDS_5_0 || m.tail.len <= 4)
        return;
    wyre_span at = {m.tail.off + 4, m.tail.len - 4};
    while (wyre_tds_capability_next(&it, t->in + at.off, at.len, m.int2_order, &mask) == WYRE_OK) {
        tell_enter(t->v, "capability", at);
        tell_number_to(t->v, "type", WYRE_KIND_NUMBER, mask.type);
        tell_span_to(t->v, "bits", WYRE_KIND_BYTES, mask.bits);
        tell_leave(t->v);
    }
}

/* ---- requests -------------------------------------------------------------------------------------------------- */

static __attribute__((noinline)) void
tell_headers(telling *t, wyre_span block)
{
    wyre_tds_header_iter it = {0, 0, 0};
    wyre_tds_header h;
    wyre_status status;
    if (block.len == 0)
        return;
    while ((status = wyre_tds_header_next(&it, t->in + block.off, block.len, &h)) == WYRE_OK) {
        const uint8_t *data = t->in + block.off + h.data.off;
        tell_enter(t->v, "header", (wyre_span){block.off + h.data.off, h.data.len});
        tell_number_to(t->v, "type", WYRE_KIND_NUMBER, h.type);
        tell_number_to(t->v, "length", WYRE_KIND_NUMBER, h.data.len + 6u);
        if (h.type == WYRE_TDS_HEADER_TRANSACTION_DESCRIPTOR)
            TELL_AS(wyre_tds_transaction_descriptor, t->v, data, h.data.len);
        else if (h.type == WYRE_TDS_HEADER_QUERY_NOTIFICATION)
            TELL_AS(wyre_tds_query_notification, t->v, data, h.data.len);
        else if (h.type == WYRE_TDS_HEADER_TRACE_ACTIVITY)
            TELL_AS(wyre_tds_trace_activity, t->v, data, h.data.len);
        else
            tell_span_to(t->v, "data", WYRE_KIND_BYTES, (wyre_span){0, h.data.len});
        tell_leave(t->v);
    }
    fail(t, status, block.off + it.pos);
}

/* One parameter, and what it was: its frame is gone when what is inside it is told. */
static __attribute__((noinline)) wyre_status
tell_parameter(telling *t, wyre_tds_parameter_iter *it, size_t end, uint32_t dialect,
               wyre_tds_inside *inside, wyre_span *crypto)
{
    wyre_tds_parameter p;
    wyre_status status = wyre_tds_parameter_next(it, t->in, end, dialect, &p);
    fail(t, status, it->pos);
    if (status != WYRE_OK)
        return status;
    tell_enter(t->v, "parameter", (wyre_span){0, (uint32_t)t->in_len});
    wyre_tds_parameter_visit(&p, t->v);
    *inside = (wyre_tds_inside){p.value.data, p.type_info.type};
    if (p.value.is_null && inside->type == WYRE_TDS_SSVARIANT)
        inside->type = WYRE_TDS_NULLTYPE;
    *crypto = p.crypto;
    return WYRE_OK;
}

static void
tell_parameters(telling *t, wyre_span where, uint32_t dialect)
{
    wyre_tds_parameter_iter it = {where.off};
    wyre_tds_inside inside;
    wyre_span crypto;
    size_t end = where.off + (size_t)where.len;
    while (tell_parameter(t, &it, end, dialect, &inside, &crypto) == WYRE_OK) {
        wyre_tds_tell_inside(t, t->in, &inside, dialect);
        wyre_tds_tell_crypto(t, t->in, crypto, WYRE_TDS_CRYPTO_PARAMETER, dialect);
        tell_leave(t->v);
    }
}

static __attribute__((noinline)) wyre_status
tell_call(telling *t, wyre_tds_rpc_iter *it, uint32_t dialect, wyre_span *headers,
          wyre_span *parameters)
{
    wyre_tds_rpc call;
    wyre_status status = wyre_tds_rpc_next(it, t->in, t->in_len, dialect, &call);
    fail(t, status, it->pos);
    if (status != WYRE_OK)
        return status;
    tell_enter(t->v, "call", (wyre_span){0, (uint32_t)t->in_len});
    wyre_tds_rpc_visit(&call, t->v);
    *headers = call.headers;
    *parameters = call.parameters;
    return WYRE_OK;
}

static __attribute__((noinline)) void
tell_rpc(telling *t, const wyre_tds_conversation *c)
{
    wyre_tds_rpc_iter it = {0, 0};
    wyre_span headers, parameters;
    while (tell_call(t, &it, c->dialect, &headers, &parameters) == WYRE_OK) {
        tell_headers(t, headers);
        tell_parameters(t, parameters, c->dialect);
        tell_leave(t->v);
    }
}

static __attribute__((noinline)) void
tell_sql_batch(telling *t, const wyre_tds_conversation *c)
{
    wyre_tds_sql_batch m;
    size_t fault;
    wyre_status status = wyre_tds_sql_batch_decode(t->in, t->in_len, c->dialect, &m, &fault);
    fail(t, status, fault);
    if (status != WYRE_OK)
        return;
    wyre_tds_sql_batch_visit(&m, t->v);
    tell_headers(t, m.headers);
}

static __attribute__((noinline)) void
tell_transaction_request(telling *t, const wyre_tds_conversation *c)
{
    wyre_tds_transaction_request m;
    size_t fault;
    wyre_status status =
        wyre_tds_transaction_request_decode(t->in, t->in_len, c->dialect, &m, &fault);
    fail(t, status, fault);
    if (status != WYRE_OK)
        return;
    wyre_tds_transaction_request_visit(&m, t->v);
    tell_headers(t, m.headers);
}

static __attribute__((noinline)) void
tell_fedauth_token(telling *t)
{
    wyre_tds_fedauth_token m;
    size_t fault;
    wyre_status status = wyre_tds_fedauth_token_decode(t->in, t->in_len, 0, &m, &fault);
    fail(t, status, fault);
    if (t->status == WYRE_OK)
        wyre_tds_fedauth_token_visit(&m, t->v);
}

/* ---- any message ----------------------------------------------------------------------------------------------- */

static void
tell_content(telling *t, wyre_tds_conversation *c, uint32_t content)
{
    wyre_span all = {0, (uint32_t)t->in_len};
    switch (content) {
    case WYRE_TDS_CONTENT_PRELOGIN:
        tell_prelogin(t, c);
        break;
    case WYRE_TDS_CONTENT_TLS:
        tell_span_to(t->v, "tls", WYRE_KIND_BYTES, all);
        break;
    case WYRE_TDS_CONTENT_LOGIN7:
        tell_login7(t, c);
        break;
    case WYRE_TDS_CONTENT_LOGIN4:
        tell_login4(t, c);
        break;
    case WYRE_TDS_CONTENT_SQL_BATCH:
        tell_sql_batch(t, c);
        break;
    case WYRE_TDS_CONTENT_RPC:
        tell_rpc(t, c);
        break;
    case WYRE_TDS_CONTENT_TRANSACTION_REQUEST:
        tell_transaction_request(t, c);
        break;
    case WYRE_TDS_CONTENT_FEDAUTH_TOKEN:
        tell_fedauth_token(t);
        break;
    case WYRE_TDS_CONTENT_SSPI:
        tell_span_to(t->v, "sspi", WYRE_KIND_BYTES, all);
        break;
    case WYRE_TDS_CONTENT_ATTENTION:
        break;
    case WYRE_TDS_CONTENT_TOKENS:
        wyre_tds_tell_tokens(t, c);
        break;
    default:
        fail(t, WYRE_E_UNSUPPORTED, 0);
        break;
    }
}

wyre_status
wyre_tds_tell(wyre_tds_conversation *c, uint32_t content, const uint8_t *in, size_t in_len,
              const wyre_visitor *v, size_t *n)
{
    telling t = {.in = in, .in_len = in_len, .v = v};
    if (in_len > UINT32_MAX)
        fail(&t, WYRE_E_ARG, 0);
    else
        tell_content(&t, c, content);
    if (n != NULL)
        *n = t.status == WYRE_OK ? in_len : t.fault;
    return t.status;
}

#endif

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

/* One telling: the first refusal sticks, as everywhere. */
typedef struct telling {
    const uint8_t *in;
    size_t in_len;
    const wyre_visitor *v;
    size_t fault;
    wyre_status status;
} telling;

static void
fail(telling *t, wyre_status status, size_t fault)
{
    if (t->status == WYRE_OK && status != WYRE_OK && status != WYRE_END) {
        t->status = status;
        t->fault = fault;
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

#define TELL_AS(T, v, in, in_len)                                                                  \
    do {                                                                                           \
        T m;                                                                                       \
        if (T##_decode(in, in_len, 0, &m, NULL) == WYRE_OK)                                        \
            T##_visit(&m, v);                                                                      \
    } while (0)

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

/* `block` is where the features stand; what is told counts from the start of the window around them. */
static void
tell_features(telling *t, wyre_span block, size_t window)
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
        tell_features(t, m.feature_ext, 0);
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

static void
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

static void
tell_parameters(telling *t, wyre_span where, uint32_t dialect)
{
    wyre_tds_parameter_iter it = {where.off};
    wyre_tds_parameter p;
    wyre_status status;
    size_t end = where.off + (size_t)where.len;
    while ((status = wyre_tds_parameter_next(&it, t->in, end, dialect, &p)) == WYRE_OK) {
        tell_enter(t->v, "parameter", (wyre_span){0, (uint32_t)t->in_len});
        wyre_tds_parameter_visit(&p, t->v);
        tell_leave(t->v);
    }
    fail(t, status, it.pos);
}

static __attribute__((noinline)) void
tell_rpc(telling *t, const wyre_tds_conversation *c)
{
    wyre_tds_rpc_iter it = {0, 0};
    wyre_tds_rpc call;
    wyre_status status;
    while ((status = wyre_tds_rpc_next(&it, t->in, t->in_len, c->dialect, &call)) == WYRE_OK) {
        tell_enter(t->v, "call", (wyre_span){0, (uint32_t)t->in_len});
        wyre_tds_rpc_visit(&call, t->v);
        tell_headers(t, call.headers);
        tell_parameters(t, call.parameters, c->dialect);
        tell_leave(t->v);
    }
    fail(t, status, it.pos);
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

/* ---- tokens ---------------------------------------------------------------------------------------------------- */

#define TELL_TOKEN(T)                                                                              \
    do {                                                                                           \
        T m;                                                                                       \
        size_t fault;                                                                              \
        wyre_status status = T##_decode(in, in_len, dialect, &m, &fault);                          \
        fail(t, status, token->whole.off + fault);                                                 \
        if (status == WYRE_OK)                                                                     \
            T##_visit(&m, t->v);                                                                   \
    } while (0)

static void
tell_columns(telling *t, const wyre_tds_token *token, uint32_t dialect)
{
    wyre_tds_column_iter it = {.pos = token->whole.off};
    wyre_tds_column column;
    while (wyre_tds_column_next(&it, t->in, t->in_len, dialect, &column) == WYRE_OK) {
        tell_enter(t->v, "column", (wyre_span){0, (uint32_t)t->in_len});
        wyre_tds_column_visit(&column, t->v);
        tell_leave(t->v);
    }
}

static void
tell_row(telling *t, const wyre_tds_token *token, uint32_t dialect)
{
    wyre_tds_row_iter it = {.columns = token->columns, .pos = token->whole.off};
    wyre_tds_column column;
    wyre_tds_value value;
    while (wyre_tds_row_next(&it, t->in, t->in_len, dialect, &column, &value) == WYRE_OK) {
        tell_enter(t->v, "value", (wyre_span){0, (uint32_t)t->in_len});
        wyre_tds_value_visit(&value, &column.type_info, t->v);
        tell_leave(t->v);
    }
}

static void
tell_fedauthinfo(telling *t, const wyre_tds_token *token)
{
    wyre_tds_fedauthinfo_iter it = {0};
    wyre_tds_fedauthinfo_option o;
    wyre_span whole = token->whole;
    wyre_status status;
    while ((status = wyre_tds_fedauthinfo_next(&it, t->in + whole.off, whole.len, &o)) == WYRE_OK) {
        tell_enter(t->v, "option", (wyre_span){0, whole.len});
        tell_number_to(t->v, "id", WYRE_KIND_NUMBER, o.id);
        tell_span_to(t->v, "data", WYRE_KIND_UTF16, o.data);
        tell_leave(t->v);
    }
    fail(t, status, whole.off);
}

/* The fields of a token whose own struct tells them; spans count from the token. */
static void
tell_fields(telling *t, const wyre_tds_token *token, uint32_t dialect)
{
    const uint8_t *in = t->in + token->whole.off;
    size_t in_len = token->whole.len;
    switch (token->token) {
    case WYRE_TDS_TOKEN_DONE:
    case WYRE_TDS_TOKEN_DONEPROC:
    case WYRE_TDS_TOKEN_DONEINPROC:
        TELL_TOKEN(wyre_tds_done);
        break;
    case WYRE_TDS_TOKEN_ERROR:
    case WYRE_TDS_TOKEN_INFO:
        TELL_TOKEN(wyre_tds_info);
        break;
    case WYRE_TDS_TOKEN_LOGINACK:
        TELL_TOKEN(wyre_tds_loginack);
        break;
    case WYRE_TDS_TOKEN_ENVCHANGE:
        TELL_TOKEN(wyre_tds_envchange);
        break;
    case WYRE_TDS_TOKEN_RETURNSTATUS:
        TELL_TOKEN(wyre_tds_returnstatus);
        break;
    case WYRE_TDS_TOKEN_SESSIONSTATE:
        TELL_TOKEN(wyre_tds_sessionstate);
        break;
    case WYRE_TDS_TOKEN_RETURNVALUE:
        TELL_TOKEN(wyre_tds_returnvalue);
        break;
    case WYRE_TDS_TOKEN_LANGUAGE:
        TELL_TOKEN(wyre_tds_language);
        break;
    case WYRE_TDS_TOKEN_OFFSET:
        tell_span_to(t->v, "data", WYRE_KIND_BYTES, (wyre_span){1, (uint32_t)in_len - 1});
        break;
    default:
        TELL_TOKEN(wyre_tds_blob);
        break;
    }
}

static __attribute__((noinline)) void
tell_token(telling *t, const wyre_tds_token *token, uint32_t dialect)
{
    wyre_span window = token->whole;
    uint8_t number = token->token;
    int has_parts = number == WYRE_TDS_TOKEN_COLMETADATA || number == WYRE_TDS_TOKEN_COLFMT ||
                    number == WYRE_TDS_TOKEN_ROW || number == WYRE_TDS_TOKEN_NBCROW;
    if (has_parts) /* the spans of columns and values count from the start of the message */
        window = (wyre_span){0, (uint32_t)t->in_len};
    tell_enter(t->v, wyre_tds_token_name(number), window);
    if (number == WYRE_TDS_TOKEN_COLMETADATA || number == WYRE_TDS_TOKEN_COLFMT)
        tell_columns(t, token, dialect);
    else if (has_parts)
        tell_row(t, token, dialect);
    else if (number == WYRE_TDS_TOKEN_FEATUREEXTACK)
        tell_features(t, (wyre_span){window.off + 1, window.len - 1}, window.off);
    else if (number == WYRE_TDS_TOKEN_FEDAUTHINFO && (dialect & WYRE_TDS_BEFORE_7_0) == 0)
        tell_fedauthinfo(t, token);
    else if (number == WYRE_TDS_TOKEN_FEDAUTHINFO)
        tell_span_to(t->v, "data", WYRE_KIND_BYTES, (wyre_span){0, window.len});
    else
        tell_fields(t, token, dialect);
    tell_leave(t->v);
}

static void
tell_tokens(telling *t, wyre_tds_conversation *c)
{
    wyre_tds_token_iter it = {.pos = 0, .dialect = c->dialect};
    wyre_tds_token token;
    wyre_status status;
    while ((status = wyre_tds_token_next(&it, t->in, t->in_len, &token)) == WYRE_OK)
        tell_token(t, &token, it.dialect);
    fail(t, status, it.pos);
    c->dialect = it.dialect;
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
        tell_tokens(t, c);
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

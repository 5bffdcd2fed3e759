/* Token streams told to a visitor. */
#include <wyre/tds_token.h>
#include "tds_tell.h"
#include "tds_type.h"

#ifndef WYRE_PROVE

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

static __attribute__((noinline)) void
tell_keys(telling *t, wyre_span keys)
{
    wyre_tds_key_iter it = {.pos = 0};
    wyre_tds_key key;
    if (keys.len == 0)
        return;
    while (wyre_tds_key_next(&it, t->in + keys.off, keys.len, &key) == WYRE_OK) {
        tell_enter(t->v, "key", keys);
        tell_number_to(t->v, "index", WYRE_KIND_NUMBER, key.index);
        tell_number_to(t->v, "database_id", WYRE_KIND_NUMBER, key.database_id);
        tell_number_to(t->v, "cek_id", WYRE_KIND_NUMBER, key.cek_id);
        tell_number_to(t->v, "cek_version", WYRE_KIND_NUMBER, key.cek_version);
        tell_number_to(t->v, "cek_md_version", WYRE_KIND_NUMBER, key.cek_md_version);
        tell_span_to(t->v, "encrypted_key", WYRE_KIND_BYTES, key.encrypted_key);
        tell_span_to(t->v, "key_store_name", WYRE_KIND_UTF16, key.key_store_name);
        tell_span_to(t->v, "key_path", WYRE_KIND_UTF16, key.key_path);
        tell_span_to(t->v, "asymmetric_algo", WYRE_KIND_UTF16, key.asymmetric_algo);
        tell_leave(t->v);
    }
}

static __attribute__((noinline)) void
tell_columns(telling *t, const wyre_tds_token *token, uint32_t dialect)
{
    wyre_tds_column_iter it = {.pos = token->whole.off};
    wyre_tds_column column;
    wyre_status status = wyre_tds_read_head(&it, t->in, t->in_len, dialect);
    if (status == WYRE_OK && it.token == WYRE_TDS_TOKEN_ALTMETADATA) {
        tell_number_to(t->v, "id", WYRE_KIND_NUMBER, it.id);
        tell_span_to(t->v, "by_columns", WYRE_KIND_BYTES, it.by_columns);
    }
    tell_keys(t, it.keys);
    while (wyre_tds_column_next(&it, t->in, t->in_len, dialect, &column) == WYRE_OK)
        wyre_tds_tell_column(t, t->in, t->in_len, &column, dialect);
}

/* ---- tables behind a result --------------------------------------------------------------------------------- */

static void
tell_names(telling *t, const uint8_t *in, wyre_span data, uint32_t dialect)
{
    wyre_tds_span_iter it = {0};
    wyre_tds_table_name name;
    wyre_span text;
    while (wyre_tds_table_name_next(&it, in + data.off, data.len, dialect, &name) == WYRE_OK) {
        wyre_tds_span_iter parts = {0};
        wyre_span all = name.parts;
        tell_enter(t->v, "table_name", (wyre_span){data.off + all.off, all.len});
        tell_number_to(t->v, "count", WYRE_KIND_NUMBER, name.count);
        while (wyre_tds_part_next(&parts, in + data.off + all.off, all.len, &text) == WYRE_OK) {
            tell_enter(t->v, "part", (wyre_span){0, all.len});
            tell_span_to(t->v, "text", WYRE_KIND_UTF16, text);
            tell_leave(t->v);
        }
        tell_leave(t->v);
    }
}

static void
tell_colinfo(telling *t, const uint8_t *in, wyre_span data, uint32_t dialect)
{
    wyre_tds_span_iter it = {0};
    wyre_tds_colinfo m;
    while (wyre_tds_colinfo_next(&it, in + data.off, data.len, dialect, &m) == WYRE_OK) {
        tell_enter(t->v, "column", data);
        wyre_tds_colinfo_visit(&m, t->v);
        tell_leave(t->v);
    }
}

static void
tell_blob(telling *t, const wyre_tds_token *token, uint32_t dialect)
{
    const uint8_t *in = t->in + token->whole.off;
    wyre_tds_blob m;
    size_t fault;
    wyre_status status = wyre_tds_blob_decode(in, token->whole.len, dialect, &m, &fault);
    fail(t, status, token->whole.off + fault);
    if (status != WYRE_OK)
        return;
    wyre_tds_blob_visit(&m, t->v);
    if (m.token == WYRE_TDS_TOKEN_TABNAME)
        tell_names(t, in, m.data, dialect);
    if (m.token == WYRE_TDS_TOKEN_COLINFO)
        tell_colinfo(t, in, m.data, dialect);
}

/* ---- classification ------------------------------------------------------------------------------------------- */

static void
tell_sensitivity_names(telling *t, const uint8_t *in, const char *what, wyre_span names,
                       uint32_t dialect)
{
    wyre_tds_span_iter it = {0};
    wyre_tds_sensitivity_name m;
    while (wyre_tds_sensitivity_name_next(&it, in + names.off, names.len, dialect, &m) == WYRE_OK) {
        tell_enter(t->v, what, names);
        wyre_tds_sensitivity_name_visit(&m, t->v);
        tell_leave(t->v);
    }
}

static __attribute__((noinline)) void
tell_classification(telling *t, const wyre_tds_token *token, uint32_t dialect)
{
    const uint8_t *in = t->in + token->whole.off;
    wyre_tds_dataclassification m;
    wyre_tds_sensitivity_iter it = {0, 0, 0};
    wyre_tds_sensitivity s;
    if (wyre_tds_dataclassification_decode(in, token->whole.len, dialect, &m, NULL) != WYRE_OK)
        return;
    wyre_tds_dataclassification_visit(&m, t->v);
    tell_sensitivity_names(t, in, "label", m.labels, dialect);
    tell_sensitivity_names(t, in, "information_type", m.information_types, dialect);
    while (wyre_tds_sensitivity_next(&it, in + m.columns.off, m.columns.len, dialect, &s) ==
           WYRE_OK) {
        tell_enter(t->v, "property", m.columns);
        tell_number_to(t->v, "column", WYRE_KIND_NUMBER, s.column);
        tell_number_to(t->v, "label_index", WYRE_KIND_NUMBER, s.label_index);
        tell_number_to(t->v, "information_type_index", WYRE_KIND_NUMBER, s.information_type_index);
        if ((dialect & WYRE_TDS_SENSITIVITY_RANK) != 0)
            tell_number_to(t->v, "sensitivity_rank", WYRE_KIND_SIGNED, s.sensitivity_rank);
        tell_leave(t->v);
    }
}

/* ---- any token -------------------------------------------------------------------------------------------------- */

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
        TELL_TOKEN(wyre_tds_offset);
        break;
    case WYRE_TDS_TOKEN_DATACLASSIFICATION:
        tell_classification(t, token, dialect);
        break;
    default:
        tell_blob(t, token, dialect);
        break;
    }
}

/* CONTROL and ROWFMT of TDS 4.2 and 5.0. */
static int
has_other_meaning(uint8_t number, uint32_t dialect)
{
    return (dialect & WYRE_TDS_BEFORE_7_0) != 0 &&
           (number == WYRE_TDS_TOKEN_FEATUREEXTACK || number == WYRE_TDS_TOKEN_FEDAUTHINFO);
}

static __attribute__((noinline)) void
tell_token(telling *t, const wyre_tds_token *token, uint32_t dialect)
{
    wyre_span window = token->whole;
    uint8_t number = token->token;
    int has_columns = number == WYRE_TDS_TOKEN_COLMETADATA || number == WYRE_TDS_TOKEN_COLFMT ||
                      number == WYRE_TDS_TOKEN_ALTMETADATA;
    int has_parts = has_columns || number == WYRE_TDS_TOKEN_ROW ||
                    number == WYRE_TDS_TOKEN_NBCROW || number == WYRE_TDS_TOKEN_ALTROW;
    if (has_parts) /* the spans of columns and values count from the start of the message */
        window = (wyre_span){0, (uint32_t)t->in_len};
    tell_enter(t->v, wyre_tds_token_name(number), window);
    if (has_columns)
        tell_columns(t, token, dialect);
    else if (has_parts)
        wyre_tds_tell_row(t, &token->columns, token->whole.off, dialect);
    else if (has_other_meaning(number, dialect))
        tell_span_to(t->v, "data", WYRE_KIND_BYTES, (wyre_span){0, window.len});
    else if (number == WYRE_TDS_TOKEN_FEATUREEXTACK)
        wyre_tds_tell_features(t, (wyre_span){window.off + 1, window.len - 1}, window.off);
    else if (number == WYRE_TDS_TOKEN_FEDAUTHINFO)
        tell_fedauthinfo(t, token);
    else
        tell_fields(t, token, dialect);
    tell_leave(t->v);
}

void
wyre_tds_tell_tokens(telling *t, wyre_tds_conversation *c)
{
    wyre_tds_token_iter it = {.pos = 0, .dialect = c->dialect};
    wyre_tds_token token;
    wyre_status status;
    while ((status = wyre_tds_token_next(&it, t->in, t->in_len, &token)) == WYRE_OK)
        tell_token(t, &token, it.dialect);
    fail(t, status, it.pos);
    c->dialect = it.dialect;
}

#endif

/* Tokens with fields: [MS-TDS] 2.2.7. */
#include <wyre/tds_packet.h>
#include <wyre/tds_token.h>
#include "../core/names.h"
#include "tds_layout.h"

static const constant_name tds_token_names[] = {
    NAME(WYRE_TDS_TOKEN_, LANGUAGE),     NAME(WYRE_TDS_TOKEN_, OFFSET),
    NAME(WYRE_TDS_TOKEN_, RETURNSTATUS), NAME(WYRE_TDS_TOKEN_, COLMETADATA),
    NAME(WYRE_TDS_TOKEN_, ALTMETADATA),  NAME(WYRE_TDS_TOKEN_, COLNAME),
    NAME(WYRE_TDS_TOKEN_, COLFMT),       NAME(WYRE_TDS_TOKEN_, DATACLASSIFICATION),
    NAME(WYRE_TDS_TOKEN_, TABNAME),      NAME(WYRE_TDS_TOKEN_, COLINFO),
    NAME(WYRE_TDS_TOKEN_, ORDER),        NAME(WYRE_TDS_TOKEN_, ERROR),
    NAME(WYRE_TDS_TOKEN_, INFO),         NAME(WYRE_TDS_TOKEN_, RETURNVALUE),
    NAME(WYRE_TDS_TOKEN_, LOGINACK),     NAME(WYRE_TDS_TOKEN_, FEATUREEXTACK),
    NAME(WYRE_TDS_TOKEN_, ROW),          NAME(WYRE_TDS_TOKEN_, NBCROW),
    NAME(WYRE_TDS_TOKEN_, ALTROW),       NAME(WYRE_TDS_TOKEN_, CAPABILITY),
    NAME(WYRE_TDS_TOKEN_, ENVCHANGE),    NAME(WYRE_TDS_TOKEN_, SESSIONSTATE),
    NAME(WYRE_TDS_TOKEN_, EED),          NAME(WYRE_TDS_TOKEN_, SSPI),
    NAME(WYRE_TDS_TOKEN_, FEDAUTHINFO),  NAME(WYRE_TDS_TOKEN_, DONE),
    NAME(WYRE_TDS_TOKEN_, DONEPROC),     NAME(WYRE_TDS_TOKEN_, DONEINPROC),
};

const char *
wyre_tds_token_name(uint8_t token)
{
    return NAME_OF(tds_token_names, token);
}

static const constant_name tds_env_names[] = {
    NAME(WYRE_TDS_ENV_, DATABASE),
    NAME(WYRE_TDS_ENV_, LANGUAGE),
    NAME(WYRE_TDS_ENV_, CHARSET),
    NAME(WYRE_TDS_ENV_, PACKET_SIZE),
    NAME(WYRE_TDS_ENV_, SORT_LOCALE),
    NAME(WYRE_TDS_ENV_, COMPARISON_FLAGS),
    NAME(WYRE_TDS_ENV_, COLLATION),
    NAME(WYRE_TDS_ENV_, BEGIN_TRANSACTION),
    NAME(WYRE_TDS_ENV_, COMMIT_TRANSACTION),
    NAME(WYRE_TDS_ENV_, ROLLBACK_TRANSACTION),
    NAME(WYRE_TDS_ENV_, ENLIST_DTC),
    NAME(WYRE_TDS_ENV_, DEFECT_DTC),
    NAME(WYRE_TDS_ENV_, MIRRORING_PARTNER),
    NAME(WYRE_TDS_ENV_, PROMOTE_TRANSACTION),
    NAME(WYRE_TDS_ENV_, DTC_ADDRESS),
    NAME(WYRE_TDS_ENV_, TRANSACTION_ENDED),
    NAME(WYRE_TDS_ENV_, RESET_CONNECTION),
    NAME(WYRE_TDS_ENV_, USER_INSTANCE),
    NAME(WYRE_TDS_ENV_, ROUTING),
    NAME(WYRE_TDS_ENV_, ENHANCED_ROUTING),
};

const char *
wyre_tds_env_name(uint8_t type)
{
    return NAME_OF(tds_env_names, type);
}

uint32_t
wyre_tds_login_version(uint32_t loginack_version)
{
    if (loginack_version == 0x07000000)
        return 0x70000000;
    return loginack_version == 0x07010000 ? 0x71000000 : loginack_version;
}

uint32_t
wyre_tds_loginack_version(uint32_t login_version)
{
    if (login_version == 0x70000000)
        return 0x07000000;
    return login_version == 0x71000000 ? 0x07010000 : login_version;
}

/* ---- DONE, DONEPROC, DONEINPROC ------------------------------------------------------------------------- */

LAYOUT
done(layout *l, wyre_tds_done *m)
{
    U8   (l, 0, m, token,   NUMBER);
    CHECK(l, 0, m->token >= WYRE_TDS_TOKEN_DONE);
    U16  (l, 1, m, status,  FLAGS);
    U16  (l, 3, m, cur_cmd, NUMBER);
    ROW_COUNT(l, m, row_count);
    WHOLE(l, 0);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_tds_done, done, 5, WYRE_TDS_DIALECT_BITS)

/* ---- ERROR, INFO ---------------------------------------------------------------------------------------- */

/* Texts and line behind the fixed part. */
/*@ LAYS(l, m);
  @ assigns m->msg_text, m->server_name, m->proc_name, m->line_number, l->status, l->fault, l->end;
  @ ensures inside(m->msg_text, l->in_len); */
INLINE void
info_texts(layout *l, wyre_tds_info *m)
{
    US_VARCHAR (l, m, msg_text);
    B_VARCHAR  (l, m, server_name);
    B_VARCHAR  (l, m, proc_name);
    LINE_NUMBER(l, m, line_number);
}

LAYOUT
info(layout *l, wyre_tds_info *m)
{
    DIALECT (l, m);
    U8      (l, 0, m, token,  NUMBER);
    CHECK   (l, 0, m->token == WYRE_TDS_TOKEN_ERROR || m->token == WYRE_TDS_TOKEN_INFO);
    LENGTH16(l, 1);
    U32     (l, 3, m, number, NUMBER);
    U8      (l, 7, m, state,  NUMBER);
    U8      (l, 8, m, class_, NUMBER);
    info_texts(l, m);
    WHOLE   (l, 1);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->msg_text, in_len); */
CODEC(wyre_tds_info, info, 9, WYRE_TDS_DIALECT_BITS)

/* ---- LOGINACK ------------------------------------------------------------------------------------------- */

LAYOUT
loginack(layout *l, wyre_tds_loginack *m)
{
    DIALECT   (l, m);
    TOKEN     (l, 0, WYRE_TDS_TOKEN_LOGINACK);
    LENGTH16  (l, 1);
    U8        (l, 3, m, interface,   NUMBER);
    U32BE     (l, 4, m, tds_version, NUMBER);
    B_VARCHAR (l, m, prog_name);
    NEXT_ARRAY(l, m, prog_version,   BYTES);
    WHOLE     (l, 1);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->prog_name, in_len); */
CODEC(wyre_tds_loginack, loginack, 8, WYRE_TDS_DIALECT_BITS)

/* ---- ENVCHANGE ------------------------------------------------------------------------------------------ */

/* How the values of a type are written. */
enum env_form { ENV_TEXTS, ENV_LONG_AND_SHORT, ENV_ROUTES, ENV_BYTES, ENV_OTHER };

/*@ assigns \nothing; */
INLINE enum env_form
env_form_of(uint8_t type)
{
    if (type >= WYRE_TDS_ENV_DATABASE && type <= WYRE_TDS_ENV_COMPARISON_FLAGS)
        return ENV_TEXTS;
    if (type == WYRE_TDS_ENV_MIRRORING_PARTNER || type == WYRE_TDS_ENV_USER_INSTANCE)
        return ENV_TEXTS;
    if (type == WYRE_TDS_ENV_PROMOTE_TRANSACTION)
        return ENV_LONG_AND_SHORT;
    if (type == WYRE_TDS_ENV_ROUTING || type == WYRE_TDS_ENV_ENHANCED_ROUTING)
        return ENV_ROUTES;
    if (type >= WYRE_TDS_ENV_COLLATION && type <= WYRE_TDS_ENV_RESET_CONNECTION && type != 14)
        return ENV_BYTES;
    return ENV_OTHER;
}

/*@ requires inside(m->new_value, l->in_len) && inside(m->old_value, l->in_len);
  @ LAYS(l, m);
  @ assigns m->new_value, m->old_value, m->rest, l->status, l->fault, l->end;
  @ ensures inside(m->new_value, l->in_len);
  @ ensures inside(m->old_value, l->in_len); */
INLINE void
env_values(layout *l, wyre_tds_envchange *m)
{
    switch (env_form_of(m->type)) {
    case ENV_TEXTS:
        B_VARCHAR (l, m, new_value);
        B_VARCHAR (l, m, old_value);
        break;
    case ENV_LONG_AND_SHORT:
        PREFIXED32(l, m, new_value, BYTES);
        PREFIXED8 (l, m, old_value, BYTES);
        break;
    case ENV_ROUTES:
        PREFIXED16(l, m, new_value, BYTES);
        PREFIXED16(l, m, old_value, BYTES);
        break;
    case ENV_BYTES:
        PREFIXED8 (l, m, new_value, BYTES);
        PREFIXED8 (l, m, old_value, BYTES);
        break;
    default:
        REST      (l, m, rest,      BYTES);
        break;
    }
}

LAYOUT
envchange(layout *l, wyre_tds_envchange *m)
{
    DIALECT (l, m);
    TOKEN   (l, 0, WYRE_TDS_TOKEN_ENVCHANGE);
    LENGTH16(l, 1);
    U8      (l, 3, m, type, NUMBER);
    env_values(l, m);
    WHOLE   (l, 1);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->new_value, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->old_value, in_len); */
CODEC(wyre_tds_envchange, envchange, 4, WYRE_TDS_DIALECT_BITS)

LAYOUT
routing(layout *l, wyre_tds_routing *m)
{
    U8              (l, 0, m, protocol, NUMBER);
    U16             (l, 1, m, port,     NUMBER);
    PREFIXED16_UTF16(l, m, server);
    PRESENT         (l, m, has_database);
    if (m->has_database)
        PREFIXED16_UTF16(l, m, database);
    WHOLE           (l, 0);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->server, in_len); */
CODEC(wyre_tds_routing, routing, 3, 0)

/* ---- tokens of one part ----------------------------------------------------------------------------------- */

LAYOUT
returnstatus(layout *l, wyre_tds_returnstatus *m)
{
    TOKEN(l, 0, WYRE_TDS_TOKEN_RETURNSTATUS);
    U32  (l, 1, m, value, SIGNED);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_tds_returnstatus, returnstatus, 5, WYRE_TDS_DIALECT_BITS)

LAYOUT
offset(layout *l, wyre_tds_offset *m)
{
    TOKEN(l, 0, WYRE_TDS_TOKEN_OFFSET);
    U16  (l, 1, m, identifier, NUMBER);
    U16  (l, 3, m, offset_len, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_tds_offset, offset, 5, WYRE_TDS_DIALECT_BITS)

/* Whether the token is a length of 16 bits and what it counts, and nothing else is known of it. */
/*@ assigns \nothing; */
static int
is_blob(uint8_t token)
{
    return token == WYRE_TDS_TOKEN_ORDER || token == WYRE_TDS_TOKEN_TABNAME ||
           token == WYRE_TDS_TOKEN_COLINFO || token == WYRE_TDS_TOKEN_SSPI ||
           token == WYRE_TDS_TOKEN_COLNAME || token == WYRE_TDS_TOKEN_COLFMT ||
           token == WYRE_TDS_TOKEN_CAPABILITY || token == WYRE_TDS_TOKEN_EED;
}

LAYOUT
blob(layout *l, wyre_tds_blob *m)
{
    U8        (l, 0, m, token, NUMBER);
    CHECK     (l, 0, is_blob(m->token));
    PREFIXED16(l, m, data, BYTES);
    CHECK     (l, 1, m->token != WYRE_TDS_TOKEN_ORDER || m->data.len % 2 == 0);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->data, in_len); */
CODEC(wyre_tds_blob, blob, 1, WYRE_TDS_DIALECT_BITS)

LAYOUT
sessionstate(layout *l, wyre_tds_sessionstate *m)
{
    TOKEN   (l, 0, WYRE_TDS_TOKEN_SESSIONSTATE);
    LENGTH32(l, 1);
    U32     (l, 5, m, sequence, NUMBER);
    U8      (l, 9, m, status,   FLAGS);
    REST    (l, m, states,      BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->states, in_len); */
CODEC(wyre_tds_sessionstate, sessionstate, 10, WYRE_TDS_DIALECT_BITS)

LAYOUT
language(layout *l, wyre_tds_language *m)
{
    TOKEN   (l, 0, WYRE_TDS_TOKEN_LANGUAGE);
    LENGTH32(l, 1);
    U8      (l, 5, m, status, FLAGS);
    REST    (l, m, text,      TEXT);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->text, in_len); */
CODEC(wyre_tds_language, language, 6, WYRE_TDS_DIALECT_BITS)

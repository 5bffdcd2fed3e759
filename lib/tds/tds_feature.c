/* Features of LOGIN7 and FEATUREEXTACK: [MS-TDS] 2.2.6.4, 2.2.7.11. */
#include <wyre/tds_login7.h>
#include "../core/cursor.h"
#include "../core/names.h"
#include "tds_feature.h"
#include "tds_layout.h"

static const constant_name tds_feature_names[] = {
    NAME(WYRE_TDS_FEATURE_, SESSIONRECOVERY),
    NAME(WYRE_TDS_FEATURE_, FEDAUTH),
    NAME(WYRE_TDS_FEATURE_, COLUMNENCRYPTION),
    NAME(WYRE_TDS_FEATURE_, GLOBALTRANSACTIONS),
    NAME(WYRE_TDS_FEATURE_, AZURESQLSUPPORT),
    NAME(WYRE_TDS_FEATURE_, DATACLASSIFICATION),
    NAME(WYRE_TDS_FEATURE_, UTF8_SUPPORT),
    NAME(WYRE_TDS_FEATURE_, AZURESQLDNSCACHING),
    NAME(WYRE_TDS_FEATURE_, JSONSUPPORT),
    NAME(WYRE_TDS_FEATURE_, VECTORSUPPORT),
    NAME(WYRE_TDS_FEATURE_, ENHANCEDROUTINGSUPPORT),
    NAME(WYRE_TDS_FEATURE_, USERAGENT),
    NAME(WYRE_TDS_FEATURE_, TERMINATOR),
};

const char *
wyre_tds_feature_name(uint8_t id)
{
    return NAME_OF(tds_feature_names, id);
}

/* ---- the block --------------------------------------------------------------------------------------- */

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && \old(it->pos) + 5 <= it->pos <= in_len; */
wyre_status
wyre_tds_feature_next(wyre_tds_feature_iter *it, const uint8_t *in, size_t in_len,
                      wyre_tds_feature *out)
{
    *out = (wyre_tds_feature){.id = 0};
    if (it->count > WYRE_TDS_FEATURES)
        return WYRE_END;
    wyre_status status = next_feature(it, in, in_len, out);
    if (status == WYRE_END) {
        it->pos++;
        it->count = WYRE_TDS_FEATURES + 1;
    }
    return status;
}

#ifndef WYRE_PROVE

wyre_status
wyre_tds_feature_build(const wyre_tds_feature *features, size_t count, const uint8_t *src,
                       size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    uint64_t seen[4] = {0, 0, 0, 0};
    if (count > WYRE_TDS_FEATURES)
        wr_refuse(&w, WYRE_E_RANGE);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++) {
        uint8_t id = features[i].id;
        uint64_t bit = UINT64_C(1) << (id & 63);
        if (id == WYRE_TDS_FEATURE_TERMINATOR || (seen[id >> 6] & bit) != 0)
            wr_refuse(&w, WYRE_E_RANGE);
        seen[id >> 6] |= bit;
        wr_u8(&w, id);
        wr_u32le(&w, features[i].data.len);
        wr_span(&w, src, src_len, features[i].data);
    }
    wr_u8(&w, WYRE_TDS_FEATURE_TERMINATOR);
    return wr_finish(&w, n);
}

#endif

/* ---- FEDAUTH ------------------------------------------------------------------------------------------- */

LAYOUT
fedauth(layout *l, wyre_tds_fedauth *m)
{
    U8(l, 0, m, options, FLAGS);
    if ((m->options & WYRE_TDS_FEDAUTH_LIBRARY_MASK) == WYRE_TDS_FEDAUTH_SECURITY_TOKEN) {
        PREFIXED32(l, m, token, UTF16);
        REST      (l, m, nonce, BYTES);
        CHECK     (l, 0, m->nonce.len == 0 || m->nonce.len == 32);
    } else if ((m->options & WYRE_TDS_FEDAUTH_LIBRARY_MASK) == WYRE_TDS_FEDAUTH_MSAL) {
        NEXT8(l, m, workflow, NUMBER);
        WHOLE(l, 0);
    } else {
        REST (l, m, rest, BYTES);
    }
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->token, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->nonce, in_len); */
CODEC(wyre_tds_fedauth, fedauth, 1, 0)

/* ---- SESSIONRECOVERY ------------------------------------------------------------------------------------- */

LAYOUT
session_recovery(layout *l, wyre_tds_session_recovery *m)
{
    PRESENT(l, m, present);
    if (m->present) {
        PREFIXED32(l, m, initial, BYTES);
        PREFIXED32(l, m, current, BYTES);
    }
    WHOLE(l, 0);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->initial, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->current, in_len); */
CODEC(wyre_tds_session_recovery, session_recovery, 0, 0)

LAYOUT
session_data(layout *l, wyre_tds_session_data *m)
{
    PREFIXED8_UTF16(l, m, database);
    PREFIXED8      (l, m, collation, BYTES);
    CHECK          (l, 0, m->collation.len == 0 || m->collation.len == 5);
    PREFIXED8_UTF16(l, m, language);
    REST           (l, m, states,    BYTES);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->database, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->states, in_len); */
CODEC(wyre_tds_session_data, session_data, 0, 0)

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && \old(it->pos) + 2 <= it->pos <= in_len; */
wyre_status
wyre_tds_session_state_next(wyre_tds_session_state_iter *it, const uint8_t *in, size_t in_len,
                            wyre_tds_session_state *out)
{
    *out = (wyre_tds_session_state){.id = 0};
    if (it->pos >= in_len)
        return WYRE_END;
    wyre_rd r = rd(in, in_len);
    r.pos = it->pos;
    uint8_t id = rd_u8(&r);
    uint32_t len = rd_u8(&r);
    if (len == 0xff)
        len = rd_u32le(&r);
    wyre_span data = rd_span(&r, len);
    if (r.status != WYRE_OK)
        return r.status;
    it->pos = (uint32_t)r.pos;
    out->data = data;
    out->id = id;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

wyre_status
wyre_tds_session_state_encode(const wyre_tds_session_state *m, const uint8_t *src, size_t src_len,
                              uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, m->id);
    wr_u8(&w, m->data.len < 0xff ? (uint8_t)m->data.len : 0xff);
    if (m->data.len >= 0xff)
        wr_u32le(&w, m->data.len);
    wr_span(&w, src, src_len, m->data);
    return wr_finish(&w, n);
}

#endif

/* ---- features of a few bytes -------------------------------------------------------------------------------- */

LAYOUT
column_encryption(layout *l, wyre_tds_column_encryption *m)
{
    U8     (l, 0, m, version, NUMBER);
    PRESENT(l, m, has_enclave);
    if (m->has_enclave)
        PREFIXED8_UTF16(l, m, enclave_type);
    WHOLE  (l, 0);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->enclave_type, in_len); */
CODEC(wyre_tds_column_encryption, column_encryption, 1, 0)

LAYOUT
data_classification(layout *l, wyre_tds_data_classification *m)
{
    U8     (l, 0, m, version, NUMBER);
    PRESENT(l, m, has_enabled);
    if (m->has_enabled)
        NEXT8(l, m, enabled, NUMBER);
    WHOLE  (l, 0);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_tds_data_classification, data_classification, 1, 0)

LAYOUT
feature_switch(layout *l, wyre_tds_feature_switch *m)
{
    PRESENT(l, m, has_value);
    if (m->has_value)
        NEXT8(l, m, value, NUMBER);
    WHOLE  (l, 0);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_tds_feature_switch, feature_switch, 0, 0)

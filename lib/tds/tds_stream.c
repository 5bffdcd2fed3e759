/* The token stream: [MS-TDS] 2.2.4.2; and the tokens that have no layout. */
#include <wyre/tds_packet.h>
#include <wyre/tds_token.h>
#include "tds_feature.h"
#include "tds_layout.h"
#include "tds_type.h"

enum { DONE_OLD = 8, DONE_NEW = 12, FEDAUTH_ENTRY = 9 };

/* ---- where a token ends ----------------------------------------------------------------------------------- */

/* Where the metadata of totals stand, for the ALTROW that names them. */
/*@ requires reading(r) && start <= r->end && \valid(it) && \separated(it, r, r->in + (0 .. r->end - 1));
  @ assigns r->status, r->fault, *it;
  @ ensures reading(r) && it->pos == \old(it->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static void
keep_totals(wyre_rd *r, wyre_tds_token_iter *it, uint16_t id, size_t start)
{
    if (it->totals_count >= WYRE_TDS_TOTALS) {
        rd_refuse(r, WYRE_E_LIMIT, start);
        return;
    }
    it->totals[it->totals_count] = (uint32_t)start;
    it->totals_id[it->totals_count] = id;
    it->totals_count++;
}

/* Metadata that have columns are those of the rows behind them; else the last still hold. */
/*@ requires reading(r) && start <= r->end && \valid_read(first) && \valid(it);
  @ requires \separated(it, first, r, r->in + (0 .. r->end - 1));
  @ assigns r->status, r->fault, *it;
  @ ensures reading(r) && it->pos == \old(it->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static void
keep_columns(wyre_rd *r, wyre_tds_token_iter *it, const wyre_tds_column_iter *first, size_t start)
{
    if (first->token == WYRE_TDS_TOKEN_ALTMETADATA) {
        keep_totals(r, it, first->id, start);
    } else if (r->pos != first->pos) {
        it->columns = *first;
        it->totals_count = 0;
    }
}

/* To the end of metadata whose head was read. */
/*@ requires reading(r) && r->status == WYRE_OK && \valid(columns) && columns->pos <= r->end;
  @ requires \separated(columns, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *columns;
  @ ensures reading(r);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(columns->pos); */
static __attribute__((noinline)) void
walk_columns(wyre_rd *r, wyre_tds_column_iter *columns, uint32_t dialect)
{
    wyre_tds_column column;
    wyre_status status = WYRE_OK;
    /*@ loop invariant reading(r) && columns->pos <= r->end && (status <= WYRE_OK || status == WYRE_END);
      @ loop invariant status == WYRE_OK ==> r->status == WYRE_OK;
      @ loop invariant status == WYRE_OK || status == WYRE_END ==> columns->pos >= \at(columns->pos, Pre);
      @ loop assigns status, column, *columns, r->pos, r->status, r->fault;
      @ loop variant status == WYRE_OK ? r->end - columns->pos + 1 : 0; */
    while (status == WYRE_OK)
        status = wyre_tds_next_column(r, columns, dialect, &column);
    rd_resume(r, status, columns->pos);
}

/*@ requires reading(r) && r->status == WYRE_OK && start < r->end;
  @ requires \valid(it) && \separated(it, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *it;
  @ ensures reading(r) && it->pos == \old(it->pos);
  @ ensures r->status == WYRE_OK ==> r->pos > start; */
static void
skip_columns(wyre_rd *r, wyre_tds_token_iter *it, size_t start)
{
    wyre_tds_column_iter columns = {.pos = (uint32_t)start};
    wyre_status status = wyre_tds_read_head(&columns, r->in, r->end, it->dialect);
    if (status != WYRE_OK) {
        rd_refuse(r, status, columns.pos);
        return;
    }
    wyre_tds_column_iter first = columns;
    walk_columns(r, &columns, it->dialect);
    if (r->status == WYRE_OK)
        keep_columns(r, it, &first, start);
}

/* The metadata of the row that begins here; whether there are any. */
/*@ requires reading(r) && \valid_read(it) && \valid(out);
  @ requires \separated(out, it, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *out;
  @ ensures reading(r);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static int
metadata_of(wyre_rd *r, const wyre_tds_token_iter *it, uint8_t token, wyre_tds_column_iter *out)
{
    *out = it->columns;
    if (token != WYRE_TDS_TOKEN_ALTROW)
        return it->columns.token != 0;
    uint16_t id = rd_u16le(r);
    uint32_t i = it->totals_count < WYRE_TDS_TOTALS ? it->totals_count : WYRE_TDS_TOTALS;
    /*@ loop invariant i <= WYRE_TDS_TOTALS; loop assigns i; loop variant i; */
    while (i > 0 && it->totals_id[i - 1] != id)
        i--;
    if (i > 0)
        *out = (wyre_tds_column_iter){.pos = it->totals[i - 1]};
    return i > 0;
}

/* What is agreed by features: column encryption, and the second version of classification. */
/*@ requires reading(r) && \valid(it) && \separated(it, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *it;
  @ ensures reading(r) && it->pos == \old(it->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos >= \old(r->pos); */
static __attribute__((noinline)) void
skip_features(wyre_rd *r, wyre_tds_token_iter *it)
{
    wyre_tds_feature_iter features = {.pos = 0};
    wyre_tds_feature f;
    wyre_status status;
    const uint8_t *block = r->in + r->pos;
    if ((it->dialect & WYRE_TDS_BEFORE_7_0) != 0) { /* there it is CONTROL, of a short length */
        rd_span(r, rd_u16le(r));
        return;
    }
    /*@ loop invariant features.pos <= r->end - r->pos;
      @ loop assigns status, features, f, it->dialect; loop variant r->end - r->pos - features.pos; */
    while ((status = next_feature(&features, block, r->end - r->pos, &f)) == WYRE_OK) {
        if (f.id == WYRE_TDS_FEATURE_COLUMNENCRYPTION)
            it->dialect |= WYRE_TDS_COLUMN_ENCRYPTION;
        if (f.id == WYRE_TDS_FEATURE_DATACLASSIFICATION && f.data.len > 0 && block[f.data.off] >= 2)
            it->dialect |= WYRE_TDS_SENSITIVITY_RANK;
    }
    rd_resume(r, status, r->pos + features.pos + (status == WYRE_END));
}

/* pytds' server writes the row count of 7.2 and later in its answer to a 7.1 login. */
/*@ requires \valid_read(it) && \separated(it, r); READS; */
static void
skip_done(wyre_rd *r, const wyre_tds_token_iter *it)
{
    size_t left = r->end - r->pos;
    size_t width = (it->dialect & WYRE_TDS_BEFORE_7_2) != 0 ? DONE_OLD : DONE_NEW;
    if (left == DONE_NEW && le32(r->in + r->pos + DONE_OLD) == 0)
        width = DONE_NEW;
    rd_span(r, width);
}

/* What the version in LOGINACK says holds from here on. */
/*@ requires reading(r) && \valid(it) && \separated(it, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *it;
  @ ensures reading(r) && it->pos == \old(it->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos >= \old(r->pos); */
static void
skip_loginack(wyre_rd *r, wyre_tds_token_iter *it)
{
    wyre_span s = rd_span(r, rd_u16le(r));
    if (s.len >= 5)
        it->dialect = wyre_tds_dialect(be32(r->in + s.off + 1)) |
                      (it->dialect & (WYRE_TDS_COLUMN_ENCRYPTION | WYRE_TDS_SENSITIVITY_RANK));
}

/* Its TYPE_INFO is that of COLMETADATA, with the assembly of a UDT. */
/*@ SCANS(r, m);
  @ ensures inside(m->column.name, r->end);
  @ ensures inside(m->column.crypto, r->end);
  @ ensures inside(m->value.data, r->end); */
static void
skip_returnvalue(wyre_rd *r, uint32_t dialect, wyre_tds_returnvalue *m)
{
    wyre_span crypto = {0, 0};
    m->param_ordinal = rd_u16le(r);
    wyre_span name = rd_varchar(r, 1, dialect);
    m->status = rd_u8(r);
    m->column.user_type = rd_user_type(r, dialect);
    m->column.flags = rd_u16le(r);
    wyre_tds_read_type(r, dialect, IN_ROW, &m->column.type_info);
    if ((dialect & WYRE_TDS_COLUMN_ENCRYPTION) != 0 &&
        (m->column.flags & WYRE_TDS_COLUMN_ENCRYPTED) != 0)
        crypto = wyre_tds_skip_crypto(r, WYRE_TDS_CRYPTO_RETURNVALUE, dialect);
    wyre_tds_read_value(r, IN_REQUEST, &m->column.type_info, &m->value);
    m->column.name = name;
    m->column.crypto = crypto;
}

/*@ requires reading(r);
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static __attribute__((noinline)) void
skip_a_returnvalue(wyre_rd *r, uint32_t dialect)
{
    wyre_tds_returnvalue value;
    skip_returnvalue(r, dialect, &value);
}

/*@ requires reading(r);
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static __attribute__((noinline)) void
skip_classification(wyre_rd *r, uint32_t dialect)
{
    wyre_tds_dataclassification m;
    wyre_tds_read_classification(r, dialect, &m);
}

/*@ requires reading(r) && start < r->end && \valid_read(it) && \separated(it, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos > start; */
static __attribute__((noinline)) void
skip_any_row(wyre_rd *r, const wyre_tds_token_iter *it, uint8_t token, size_t start)
{
    wyre_tds_column_iter metadata;
    if (!metadata_of(r, it, token, &metadata) ||
        wyre_tds_read_head(&metadata, r->in, r->end, it->dialect) != WYRE_OK)
        rd_refuse(r, WYRE_E_STATE, start);
    r->pos = start;
    if (r->status == WYRE_OK)
        wyre_tds_skip_row(r, &metadata, it->dialect);
}

/*@ requires reading(r) && r->status == WYRE_OK && start < r->end && r->pos > start;
  @ requires \valid(it) && \separated(it, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *it;
  @ ensures reading(r) && it->pos == \old(it->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos > start; */
static void
skip(wyre_rd *r, wyre_tds_token_iter *it, uint8_t token, size_t start)
{
    switch (token) {
    case WYRE_TDS_TOKEN_OFFSET:
    case WYRE_TDS_TOKEN_RETURNSTATUS:
        rd_span(r, 4);
        break;
    case WYRE_TDS_TOKEN_COLMETADATA:
    case WYRE_TDS_TOKEN_ALTMETADATA:
    case WYRE_TDS_TOKEN_COLFMT:
        skip_columns(r, it, start);
        break;
    case WYRE_TDS_TOKEN_DATACLASSIFICATION:
        skip_classification(r, it->dialect);
        break;
    case WYRE_TDS_TOKEN_COLNAME:
    case WYRE_TDS_TOKEN_TABNAME:
    case WYRE_TDS_TOKEN_COLINFO:
    case WYRE_TDS_TOKEN_ORDER:
    case WYRE_TDS_TOKEN_ERROR:
    case WYRE_TDS_TOKEN_INFO:
    case WYRE_TDS_TOKEN_CAPABILITY:
    case WYRE_TDS_TOKEN_ENVCHANGE:
    case WYRE_TDS_TOKEN_EED:
    case WYRE_TDS_TOKEN_SSPI:
        rd_span(r, rd_u16le(r));
        break;
    case WYRE_TDS_TOKEN_LOGINACK:
        skip_loginack(r, it);
        break;
    case WYRE_TDS_TOKEN_FEATUREEXTACK:
        skip_features(r, it);
        break;
    case WYRE_TDS_TOKEN_RETURNVALUE:
        skip_a_returnvalue(r, it->dialect);
        break;
    case WYRE_TDS_TOKEN_ROW:
    case WYRE_TDS_TOKEN_NBCROW:
    case WYRE_TDS_TOKEN_ALTROW:
        skip_any_row(r, it, token, start);
        break;
    case WYRE_TDS_TOKEN_FEDAUTHINFO: /* in TDS 5.0 this number is another token, of a short length */
        rd_span(r, (it->dialect & WYRE_TDS_BEFORE_7_0) != 0 ? rd_u16le(r) : rd_u32le(r));
        break;
    case WYRE_TDS_TOKEN_SESSIONSTATE:
    case WYRE_TDS_TOKEN_LANGUAGE:
        rd_span(r, rd_u32le(r));
        break;
    case WYRE_TDS_TOKEN_DONE:
    case WYRE_TDS_TOKEN_DONEPROC:
    case WYRE_TDS_TOKEN_DONEINPROC:
        skip_done(r, it);
        break;
    default:
        rd_refuse(r, WYRE_E_UNSUPPORTED, start);
        break;
    }
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> \old(it->pos) < it->pos <= in_len;
  @ ensures \result == WYRE_OK ==> inside(out->whole, in_len); */
wyre_status
wyre_tds_token_next(wyre_tds_token_iter *it, const uint8_t *in, size_t in_len, wyre_tds_token *out)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(out);
    if (it->pos >= in_len)
        return WYRE_END;
    size_t start = it->pos;
    uint8_t token = in[start];
    r.pos = start + 1;
    skip(&r, it, token, start);
    if (r.status != WYRE_OK)
        return r.status;
    it->pos = (uint32_t)r.pos;
    out->whole = (wyre_span){(uint32_t)start, (uint32_t)(r.pos - start)};
    out->token = token;
    if (token == WYRE_TDS_TOKEN_ROW || token == WYRE_TDS_TOKEN_NBCROW ||
        token == WYRE_TDS_TOKEN_ALTROW) {
        r.pos = start + 1;
        metadata_of(&r, it, token, &out->columns);
    }
    return WYRE_OK;
}

/* ---- RETURNVALUE: 2.2.7.19 ---------------------------------------------------------------------------------- */

/* The token with its byte, in a dialect that there is. */
/*@ SCANS(r, m);
  @ ensures r->status == WYRE_OK ==> inside(m->column.name, r->end);
  @ ensures r->status == WYRE_OK ==> inside(m->column.crypto, r->end);
  @ ensures r->status == WYRE_OK ==> inside(m->value.data, r->end); */
INLINE void
read_returnvalue(wyre_rd *r, uint32_t flags, wyre_tds_returnvalue *m)
{
    if ((flags & ~(uint32_t)WYRE_TDS_DIALECT_BITS) != 0 || r->end > UINT32_MAX)
        rd_refuse(r, WYRE_E_ARG, 0);
    else if (rd_u8(r) != WYRE_TDS_TOKEN_RETURNVALUE)
        rd_refuse(r, WYRE_E_VALUE, 0);
    else
        skip_returnvalue(r, flags, m);
    m->dialect = flags;
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->column.name, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->column.crypto, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->value.data, in_len); */
wyre_status
wyre_tds_returnvalue_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                            wyre_tds_returnvalue *out, size_t *n)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(out);
    read_returnvalue(&r, flags, out);
    wyre_status status = r.status;
    size_t stop = rd_stop(&r);
    if (status != WYRE_OK)
        CLEAR(out);
    if (n != NULL)
        *n = stop;
    return status;
}

#ifndef WYRE_PROVE

wyre_status
wyre_tds_returnvalue_encode(const wyre_tds_returnvalue *m, const uint8_t *src, size_t src_len,
                            uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, WYRE_TDS_TOKEN_RETURNVALUE);
    wr_u16le(&w, m->param_ordinal);
    wyre_tds_write_varchar(&w, 1, m->dialect, src, src_len, m->column.name);
    wr_u8(&w, m->status);
    wyre_tds_write_user_type(&w, m->dialect, m->column.user_type);
    wr_u16le(&w, m->column.flags);
    wyre_tds_write_type(&w, m->dialect, IN_ROW, &m->column.type_info, src, src_len);
    wr_span(&w, src, src_len, m->column.crypto);
    wyre_tds_write_value(&w, IN_REQUEST, &m->column.type_info, &m->value, src, src_len);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_returnvalue_visit(const wyre_tds_returnvalue *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_number(&l, "param_ordinal", WYRE_KIND_NUMBER, m->param_ordinal);
    tell_span(&l, "name", WYRE_KIND_UTF16, m->column.name);
    tell_number(&l, "status", WYRE_KIND_FLAGS, m->status);
    tell_number(&l, "user_type", WYRE_KIND_NUMBER, m->column.user_type);
    tell_number(&l, "flags", WYRE_KIND_FLAGS, m->column.flags);
    wyre_tds_tell_type(&l, &m->column.type_info);
    if (m->column.crypto.len > 0)
        tell_span(&l, "crypto", WYRE_KIND_BYTES, m->column.crypto);
    wyre_tds_tell_value(&l, &m->column.type_info, &m->value);
    return WYRE_OK;
}

#endif

/* ---- FEDAUTHINFO: 2.2.7.12. Offsets count from the number of options on. ------------------------------------- */

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && it->index == \old(it->index) + 1; */
wyre_status
wyre_tds_fedauthinfo_next(wyre_tds_fedauthinfo_iter *it, const uint8_t *in, size_t in_len,
                          wyre_tds_fedauthinfo_option *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_tds_fedauthinfo_option){.id = 0};
    if (rd_u8(&r) != WYRE_TDS_TOKEN_FEDAUTHINFO)
        return WYRE_E_MAGIC;
    uint32_t length = rd_u32le(&r);
    size_t base = r.pos;
    rd_enter(&r, length);
    uint32_t count = rd_u32le(&r);
    if (r.status != WYRE_OK)
        return r.status;
    if (count > WYRE_TDS_FEDAUTHINFO_OPTIONS)
        return WYRE_E_LIMIT;
    if (count * FEDAUTH_ENTRY > r.end - r.pos)
        return WYRE_E_LENGTH;
    if (it->index >= count)
        return WYRE_END;
    const uint8_t *entry = in + r.pos + (size_t)it->index * FEDAUTH_ENTRY;
    uint32_t len = le32(entry + 1);
    uint32_t off = le32(entry + 5);
    if (off < 4 + count * FEDAUTH_ENTRY || off > length || len > length - off)
        return WYRE_E_OFFSET;
    out->data = (wyre_span){(uint32_t)base + off, len};
    out->id = entry[0];
    it->index++;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

wyre_status
wyre_tds_fedauthinfo_build(const wyre_tds_fedauthinfo_option *options, size_t count,
                           const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    size_t off = 4 + count * FEDAUTH_ENTRY;
    if (count > WYRE_TDS_FEDAUTHINFO_OPTIONS)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, WYRE_TDS_TOKEN_FEDAUTHINFO);
    size_t length = wr_mark(&w, 4);
    wr_u32le(&w, (uint32_t)count);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++) {
        wr_u8(&w, options[i].id);
        wr_u32le(&w, options[i].data.len);
        wr_u32le(&w, (uint32_t)off);
        off += options[i].data.len;
        if (off > UINT32_MAX)
            wr_refuse(&w, WYRE_E_RANGE);
    }
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++)
        wr_span(&w, src, src_len, options[i].data);
    wr_patch_u32le(&w, length, w.pos - length - 4);
    return wr_finish(&w, n);
}

#endif

/* Column encryption: the table of keys, and what is known of an encrypted value: [MS-TDS] 2.2.5.7,
 * 2.2.6.6, 2.2.7.4, 2.2.7.19. Nothing is decrypted here. */
#include "tds_layout.h"
#include "tds_type.h"

/* ---- the table of keys: 2.2.5.7 --------------------------------------------------------------------- */

/*@ SCANS(r, key);
  @ ensures inside(key->encrypted_key, r->end) && inside(key->key_store_name, r->end) &&
  @         inside(key->key_path, r->end) && inside(key->asymmetric_algo, r->end);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 6; */
static void
read_form(wyre_rd *r, wyre_tds_key *key)
{
    key->encrypted_key = rd_span(r, rd_u16le(r));
    key->key_store_name = rd_varchar(r, 1, 0);
    key->key_path = rd_varchar(r, 2, 0);
    key->asymmetric_algo = rd_varchar(r, 1, 0);
}

/* The number of keys stands before the first. Whether there is a key. */
/*@ SCANS(r, it); */
static int
read_key(wyre_rd *r, wyre_tds_key_iter *it)
{
    uint16_t index = it->pos == 0 ? 0 : (uint16_t)(it->key.index + 1);
    if (it->pos == 0)
        it->left = rd_u16le(r);
    if (it->left == 0)
        return 0;
    it->key = (wyre_tds_key){.index = index};
    it->key.database_id = rd_u32le(r);
    it->key.cek_id = rd_u32le(r);
    it->key.cek_version = rd_u32le(r);
    it->key.cek_md_version = rd_u64le(r);
    it->key.forms = rd_u8(r);
    it->left--;
    return 1;
}

/* The next form, of the latest key or of the one behind it; a key without forms comes once. Whether
 * there is one. */
/*@ SCANS(r, it); */
static int
next_form(wyre_rd *r, wyre_tds_key_iter *it)
{
    if (it->pos > 0 && it->key.forms > 1)
        it->key.forms--;
    else if (!read_key(r, it))
        return 0;
    if (it->key.forms > 0)
        read_form(r, &it->key);
    return 1;
}

/*@ requires r->pos == 0 && r->status == WYRE_OK;
  @ SCANS(r, it);
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= it->pos <= r->end; */
static wyre_status
next_key(wyre_rd *r, wyre_tds_key_iter *it)
{
    if (it->pos > r->end || r->end > UINT32_MAX)
        return WYRE_E_LENGTH;
    r->pos = it->pos;
    if (!next_form(r, it) && r->status == WYRE_OK)
        return WYRE_END;
    it->pos = (uint32_t)rd_stop(r);
    return r->status;
}

/* Nothing is given of what was not read to its end. */
/*@ requires \valid_read(key) && \valid(out) && \separated(key, out); assigns *out; */
static void
give(const wyre_tds_key *key, int is_whole, wyre_tds_key *out)
{
    CLEAR(out);
    if (is_whole)
        *out = *key;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> \old(it->pos) <= it->pos <= in_len; */
wyre_status
wyre_tds_key_next(wyre_tds_key_iter *it, const uint8_t *in, size_t in_len, wyre_tds_key *out)
{
    wyre_rd r = rd(in, in_len);
    wyre_status status = next_key(&r, it);
    give(&it->key, status == WYRE_OK, out);
    return status;
}

/* ---- an encrypted value ------------------------------------------------------------------------------ */

/*@ SCANS(r, m); */
static void
read_crypto(wyre_rd *r, uint8_t place, uint32_t dialect, wyre_tds_crypto *m)
{
    int parameter = place == WYRE_TDS_CRYPTO_PARAMETER;
    *m = (wyre_tds_crypto){.place = 0};
    m->place = place;
    m->dialect = dialect;
    if (place == WYRE_TDS_CRYPTO_COLUMN)
        m->ordinal = rd_u16le(r);
    if (!parameter)
        m->user_type = rd_u32le(r);
    wyre_tds_read_type(r, dialect, parameter ? IN_TABLE : IN_ROW, &m->type_info);
    m->algorithm = rd_u8(r);
    if (m->algorithm == 0)
        m->algo_name = rd_varchar(r, 1, dialect);
    m->encryption_type = rd_u8(r);
    if (parameter) {
        m->database_id = rd_u32le(r);
        m->cek_id = rd_u32le(r);
        m->cek_version = rd_u32le(r);
        m->cek_md_version = rd_u64le(r);
    }
    m->norm_version = rd_u8(r);
}

/* As above, with little on the stack: it is called from far down. */
/*@ requires reading(r);
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r) && r->pos >= \old(r->pos) && inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
wyre_span
wyre_tds_skip_crypto(wyre_rd *r, uint8_t place, uint32_t dialect)
{
    wyre_tds_type_info type;
    int parameter = place == WYRE_TDS_CRYPTO_PARAMETER;
    size_t start = r->pos;
    rd_span(r, parameter ? 0 : place == WYRE_TDS_CRYPTO_COLUMN ? 2 + 4 : 4);
    wyre_tds_read_type(r, dialect, parameter ? IN_TABLE : IN_ROW, &type);
    if (rd_u8(r) == 0)
        rd_varchar(r, 1, dialect);
    rd_span(r, parameter ? 1 + 4 + 4 + 4 + 8 + 1 : 1 + 1);
    return rd_since(r, start);
}

/* All of it, of a place and a dialect that there are. */
/*@ SCANS(r, m); */
static void
read_known(wyre_rd *r, uint8_t place, uint32_t flags, wyre_tds_crypto *m)
{
    if ((flags & ~(uint32_t)WYRE_TDS_DIALECT_BITS) != 0 || r->end > UINT32_MAX ||
        place > WYRE_TDS_CRYPTO_PARAMETER)
        rd_refuse(r, WYRE_E_ARG, 0);
    else
        read_crypto(r, place, flags, m);
    if (r->status == WYRE_OK && r->pos < r->end)
        rd_refuse(r, WYRE_E_VALUE, r->pos);
}

/*@ DECODES(in, in_len, out, n); */
wyre_status
wyre_tds_crypto_decode(const uint8_t *in, size_t in_len, uint8_t place, uint32_t flags,
                       wyre_tds_crypto *out, size_t *n)
{
    wyre_rd r = rd(in, in_len);
    read_known(&r, place, flags, out);
    wyre_status status = rd_finish(&r, n);
    if (status != WYRE_OK)
        CLEAR(out);
    return status;
}

#ifndef WYRE_PROVE

wyre_status
wyre_tds_crypto_encode(const wyre_tds_crypto *m, const uint8_t *src, size_t src_len, uint8_t *out,
                       size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    int parameter = m->place == WYRE_TDS_CRYPTO_PARAMETER;
    if (m->place > WYRE_TDS_CRYPTO_PARAMETER || (m->algorithm != 0 && m->algo_name.len > 0))
        wr_refuse(&w, WYRE_E_RANGE);
    if (m->place == WYRE_TDS_CRYPTO_COLUMN)
        wr_u16le(&w, m->ordinal);
    if (!parameter)
        wr_u32le(&w, m->user_type);
    wyre_tds_write_type(&w, m->dialect, parameter ? IN_TABLE : IN_ROW, &m->type_info, src, src_len);
    wr_u8(&w, m->algorithm);
    if (m->algorithm == 0)
        wyre_tds_write_varchar(&w, 1, m->dialect, src, src_len, m->algo_name);
    wr_u8(&w, m->encryption_type);
    if (parameter) {
        wr_u32le(&w, m->database_id);
        wr_u32le(&w, m->cek_id);
        wr_u32le(&w, m->cek_version);
        wr_u64le(&w, m->cek_md_version);
    }
    wr_u8(&w, m->norm_version);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_crypto_visit(const wyre_tds_crypto *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    int parameter = m->place == WYRE_TDS_CRYPTO_PARAMETER;
    if (m->place == WYRE_TDS_CRYPTO_COLUMN)
        tell_number(&l, "ordinal", WYRE_KIND_NUMBER, m->ordinal);
    if (!parameter)
        tell_number(&l, "user_type", WYRE_KIND_NUMBER, m->user_type);
    wyre_tds_tell_type(&l, &m->type_info);
    tell_number(&l, "algorithm", WYRE_KIND_NUMBER, m->algorithm);
    if (m->algorithm == 0)
        tell_span(&l, "algo_name", WYRE_KIND_UTF16, m->algo_name);
    tell_number(&l, "encryption_type", WYRE_KIND_NUMBER, m->encryption_type);
    if (parameter) {
        tell_number(&l, "database_id", WYRE_KIND_NUMBER, m->database_id);
        tell_number(&l, "cek_id", WYRE_KIND_NUMBER, m->cek_id);
        tell_number(&l, "cek_version", WYRE_KIND_NUMBER, m->cek_version);
        tell_number(&l, "cek_md_version", WYRE_KIND_NUMBER, m->cek_md_version);
    }
    tell_number(&l, "norm_version", WYRE_KIND_NUMBER, m->norm_version);
    return WYRE_OK;
}

#endif

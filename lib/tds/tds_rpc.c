/* RPC: [MS-TDS] 2.2.6.6. Where a call ends shows only when its parameters are walked. */
#include <wyre/tds_request.h>
#include "../core/names.h"
#include "tds_layout.h"
#include "tds_type.h"

enum { BY_NUMBER = 0xffff };

static const constant_name tds_procedure_names[] = {
    NAME(WYRE_TDS_SP_, CURSOR),         NAME(WYRE_TDS_SP_, CURSOROPEN),
    NAME(WYRE_TDS_SP_, CURSORPREPARE),  NAME(WYRE_TDS_SP_, CURSOREXECUTE),
    NAME(WYRE_TDS_SP_, CURSORPREPEXEC), NAME(WYRE_TDS_SP_, CURSORUNPREPARE),
    NAME(WYRE_TDS_SP_, CURSORFETCH),    NAME(WYRE_TDS_SP_, CURSOROPTION),
    NAME(WYRE_TDS_SP_, CURSORCLOSE),    NAME(WYRE_TDS_SP_, EXECUTESQL),
    NAME(WYRE_TDS_SP_, PREPARE),        NAME(WYRE_TDS_SP_, EXECUTE),
    NAME(WYRE_TDS_SP_, PREPEXEC),       NAME(WYRE_TDS_SP_, PREPEXECRPC),
    NAME(WYRE_TDS_SP_, UNPREPARE),
};

const char *
wyre_tds_procedure_name(uint16_t proc_id)
{
    return NAME_OF(tds_procedure_names, proc_id);
}

/* ---- parameters ------------------------------------------------------------------------------------------------ */

/*@ requires inside(p->value.data, r->end);
  @ SCANS(r, p);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 1;
  @ ensures inside(p->name, r->end);
  @ ensures inside(p->value.data, r->end); */
INLINE void
read_head(wyre_rd *r, uint32_t dialect, wyre_tds_parameter *p)
{
    wyre_span name = rd_varchar(r, 1, dialect);
    p->status = rd_u8(r);
    wyre_tds_read_type(r, dialect, IN_REQUEST, &p->type_info);
    if (p->type_info.type != WYRE_TDS_TVP)
        wyre_tds_read_value(r, IN_REQUEST, &p->type_info, &p->value);
    p->dialect = dialect;
    p->name = name;
}

/*@ requires inside(p->value.data, r->end);
  @ SCANS(r, p);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 1;
  @ ensures inside(p->name, r->end);
  @ ensures inside(p->crypto, r->end);
  @ ensures inside(p->value.data, r->end); */
static void
read_parameter(wyre_rd *r, uint32_t dialect, wyre_tds_parameter *p)
{
    wyre_span crypto = {0, 0};
    read_head(r, dialect, p);
    if (p->type_info.type == WYRE_TDS_TVP)
        p->value.data = wyre_tds_skip_table(r, dialect, &p->value.is_null);
    if ((p->status & WYRE_TDS_PARAMETER_ENCRYPTED) != 0)
        crypto = wyre_tds_skip_crypto(r, WYRE_TDS_CRYPTO_PARAMETER, dialect);
    p->crypto = crypto;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> \old(it->pos) < it->pos <= in_len;
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->crypto, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->value.data, in_len); */
wyre_status
wyre_tds_parameter_next(wyre_tds_parameter_iter *it, const uint8_t *in, size_t in_len,
                        uint32_t dialect, wyre_tds_parameter *out)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(out);
    /*@ assert inside(out->value.data, in_len); */
    if (it->pos >= in_len)
        return WYRE_END;
    r.pos = it->pos;
    read_parameter(&r, dialect, out);
    if (r.status != WYRE_OK)
        CLEAR(out);
    it->pos = (uint32_t)(r.status == WYRE_OK ? r.pos : r.fault);
    return r.status;
}

/* ---- calls ------------------------------------------------------------------------------------------------------- */

/* Whether this byte ends a call: no parameter begins with it. */
/*@ assigns \nothing; */
static int
separates(uint8_t byte, uint32_t dialect)
{
    if (byte == WYRE_TDS_RPC_NO_EXEC)
        return 1;
    return byte ==
           ((dialect & WYRE_TDS_BEFORE_7_2) != 0 ? WYRE_TDS_RPC_BATCH_7_0 : WYRE_TDS_RPC_BATCH);
}

/* The head of a parameter is read in a frame that is gone when its table is walked. */
/*@ requires reading(r) && \valid(is_table) && \valid(is_encrypted);
  @ requires \separated(is_table, is_encrypted, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *is_table, *is_encrypted;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos >= \old(r->pos) + 1; */
static __attribute__((noinline)) void
skip_head(wyre_rd *r, uint32_t dialect, int *is_table, int *is_encrypted)
{
    wyre_tds_parameter p;
    CLEAR(&p);
    read_head(r, dialect, &p);
    *is_table = p.type_info.type == WYRE_TDS_TVP;
    *is_encrypted = (p.status & WYRE_TDS_PARAMETER_ENCRYPTED) != 0;
}

/*@ requires reading(r);
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r) && r->pos >= \old(r->pos) && inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static wyre_span
read_parameters(wyre_rd *r, uint32_t dialect)
{
    size_t start = r->pos;
    int is_table, is_encrypted;
    uint8_t is_null;
    /*@ loop invariant reading(r) && r->pos >= start;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop assigns is_table, is_encrypted, is_null, r->pos, r->status, r->fault;
      @ loop variant r->status == WYRE_OK ? r->end - r->pos + 1 : 0; */
    while (r->status == WYRE_OK && r->pos < r->end && !separates(r->in[r->pos], dialect)) {
        skip_head(r, dialect, &is_table, &is_encrypted);
        if (is_table)
            wyre_tds_skip_table(r, dialect, &is_null);
        if (is_encrypted)
            wyre_tds_skip_crypto(r, WYRE_TDS_CRYPTO_PARAMETER, dialect);
    }
    return (wyre_span){(uint32_t)start, (uint32_t)(r->pos - start)};
}

/*@ requires reading(r);
  @ assigns r->pos, r->status, r->fault;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && inside(\result, r->end); */
static wyre_span
read_headers(wyre_rd *r)
{
    size_t start = r->pos;
    uint32_t total = rd_u32le(r);
    if (total < 4) {
        rd_refuse(r, WYRE_E_VALUE, start);
        return (wyre_span){0, 0};
    }
    rd_span(r, total - 4);
    return (wyre_span){(uint32_t)start, total};
}

/*@ SCANS(r, m);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 4;
  @ ensures r->status == WYRE_OK ==> inside(m->headers, r->end);
  @ ensures r->status == WYRE_OK ==> inside(m->name, r->end);
  @ ensures r->status == WYRE_OK ==> inside(m->parameters, r->end); */
INLINE void
read_call(wyre_rd *r, int has_headers, uint32_t dialect, wyre_tds_rpc *m)
{
    wyre_span headers = {0, 0}, name = {0, 0};
    if (has_headers)
        headers = read_headers(r);
    uint16_t length = rd_u16le(r);
    if (length == BY_NUMBER)
        m->proc_id = rd_u16le(r);
    else
        name = rd_span(r, (size_t)length * 2);
    m->option_flags = rd_u16le(r);
    wyre_span parameters = read_parameters(r, dialect);
    if (r->status == WYRE_OK && r->pos < r->end)
        m->separator = rd_u8(r);
    m->headers = headers;
    m->name = name;
    m->parameters = parameters;
    m->dialect = dialect;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> \old(it->pos) + 4 <= it->pos <= in_len;
  @ ensures \result == WYRE_OK ==> inside(out->headers, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->parameters, in_len); */
wyre_status
wyre_tds_rpc_next(wyre_tds_rpc_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect,
                  wyre_tds_rpc *out)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(out);
    if (it->pos > in_len || (it->pos > 0 && !it->more))
        return WYRE_END;
    r.pos = it->pos;
    read_call(&r, it->pos == 0 && (dialect & WYRE_TDS_BEFORE_7_2) == 0, dialect, out);
    it->more = r.status == WYRE_OK && out->separator != 0 && r.pos < r.end;
    it->pos = (uint32_t)(r.status == WYRE_OK ? r.pos : r.fault);
    if (r.status != WYRE_OK)
        CLEAR(out);
    return r.status;
}

#ifndef WYRE_PROVE

wyre_status
wyre_tds_rpc_encode(const wyre_tds_rpc *m, const uint8_t *src, size_t src_len, uint8_t *out,
                    size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_span(&w, src, src_len, m->headers);
    if (m->name.len == 0 && m->proc_id != 0) {
        wr_u16le(&w, BY_NUMBER);
        wr_u16le(&w, m->proc_id);
    } else {
        if (m->name.len % 2 != 0 || m->name.len / 2 >= BY_NUMBER)
            wr_refuse(&w, WYRE_E_RANGE);
        wr_u16le(&w, (uint16_t)(m->name.len / 2));
        wr_span(&w, src, src_len, m->name);
    }
    wr_u16le(&w, m->option_flags);
    wr_span(&w, src, src_len, m->parameters);
    if (m->separator != 0)
        wr_u8(&w, m->separator);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_rpc_visit(const wyre_tds_rpc *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_span(&l, "headers", WYRE_KIND_BYTES, m->headers);
    tell_span(&l, "name", WYRE_KIND_UTF16, m->name);
    tell_number(&l, "proc_id", WYRE_KIND_NUMBER, m->proc_id);
    tell_number(&l, "option_flags", WYRE_KIND_FLAGS, m->option_flags);
    tell_span(&l, "parameters", WYRE_KIND_BYTES, m->parameters);
    tell_number(&l, "separator", WYRE_KIND_NUMBER, m->separator);
    return WYRE_OK;
}

wyre_status
wyre_tds_parameter_encode(const wyre_tds_parameter *m, const uint8_t *src, size_t src_len,
                          uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    if (((m->status & WYRE_TDS_PARAMETER_ENCRYPTED) != 0) != (m->crypto.len > 0))
        wr_refuse(&w, WYRE_E_RANGE);
    wyre_tds_write_varchar(&w, 1, m->dialect, src, src_len, m->name);
    wr_u8(&w, m->status);
    wyre_tds_write_type(&w, m->dialect, IN_REQUEST, &m->type_info, src, src_len);
    wyre_tds_write_value(&w, IN_REQUEST, &m->type_info, &m->value, src, src_len);
    wr_span(&w, src, src_len, m->crypto);
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_parameter_visit(const wyre_tds_parameter *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_span(&l, "name", WYRE_KIND_UTF16, m->name);
    tell_number(&l, "status", WYRE_KIND_FLAGS, m->status);
    wyre_tds_tell_type(&l, &m->type_info);
    wyre_tds_tell_value(&l, &m->type_info, &m->value);
    if (m->crypto.len > 0)
        tell_span(&l, "crypto", WYRE_KIND_BYTES, m->crypto);
    return WYRE_OK;
}

#endif

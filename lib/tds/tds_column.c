/* COLMETADATA, ALTMETADATA, and COLFMT of TDS 4.2: [MS-TDS] 2.2.7.1, 2.2.7.4. */
#include "../core/names.h"
#include "tds_layout.h"
#include "tds_type.h"

enum { COLMETADATA = 0x81, ALTMETADATA = 0x88, COLFMT = 0xa1, NO_METADATA = 0xffff };

static const constant_name tds_aop_names[] = {
    NAME(WYRE_TDS_AOP_, STDEV), NAME(WYRE_TDS_AOP_, STDEVP), NAME(WYRE_TDS_AOP_, VAR),
    NAME(WYRE_TDS_AOP_, VARP),  NAME(WYRE_TDS_AOP_, CNT),    NAME(WYRE_TDS_AOP_, SUM),
    NAME(WYRE_TDS_AOP_, AVG),   NAME(WYRE_TDS_AOP_, MIN),    NAME(WYRE_TDS_AOP_, MAX),
};

const char *
wyre_tds_aop_name(uint8_t op)
{
    return NAME_OF(tds_aop_names, op);
}

/* ---- the head ------------------------------------------------------------------------------------------ */

/*@ READS; */
static void
skip_forms(wyre_rd *r)
{
    /*@ loop invariant reading(r) && r->pos >= \at(r->pos, Pre);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==>
      @     r->pos == \at(r->pos, Pre) && r->status == \at(r->status, Pre);
      @ loop assigns forms, r->pos, r->status, r->fault; loop variant forms; */
    for (unsigned forms = rd_u8(r); forms > 0 && r->status == WYRE_OK; forms--) {
        rd_span(r, rd_u16le(r));
        rd_varchar(r, 1, 0);
        rd_varchar(r, 2, 0);
        rd_varchar(r, 1, 0);
    }
}

/* The table of keys: 2.2.5.7. */
/*@ READS; ensures inside(\result, r->end); */
static wyre_span
read_keys(wyre_rd *r)
{
    size_t start = r->pos;
    /*@ loop invariant reading(r) && r->pos >= start;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==> r->pos == start && r->status == \at(r->status, Pre);
      @ loop assigns keys, r->pos, r->status, r->fault; loop variant keys; */
    for (unsigned keys = rd_u16le(r); keys > 0 && r->status == WYRE_OK; keys--) {
        rd_span(r, 4 + 4 + 4 + 8); /* ids and versions of the key */
        skip_forms(r);
    }
    return rd_since(r, start);
}

/*@ requires inside(it->keys, r->end) && inside(it->by_columns, r->end) && it->end == 0;
  @ SCANS(r, it);
  @ ensures it->pos == \old(it->pos) && it->token == \old(it->token);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 2 && it->end <= r->end;
  @ ensures inside(it->keys, r->end);
  @ ensures inside(it->by_columns, r->end); */
static void
read_head(wyre_rd *r, uint32_t dialect, wyre_tds_column_iter *it)
{
    size_t start = r->pos;
    uint16_t count = rd_u16le(r);
    switch (it->token) {
    case COLFMT:
        if (count > r->end - r->pos)
            rd_refuse(r, WYRE_E_LENGTH, start);
        else
            it->end = (uint32_t)r->pos + count;
        return;
    case ALTMETADATA:
        it->left = count;
        it->id = rd_u16le(r);
        it->by_columns = rd_span(r, (size_t)rd_u8(r) * 2);
        return;
    default:
        it->left = count == NO_METADATA ? 0 : count;
        if (it->left > 0 && (dialect & WYRE_TDS_COLUMN_ENCRYPTION) != 0)
            it->keys = read_keys(r);
        return;
    }
}

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));
  @ requires \valid(it) && \separated(it, in + (0 .. in_len - 1));
  @ assigns *it;
  @ ensures \result <= WYRE_OK;
  @ ensures \old(it->pos) <= in_len ==> it->pos <= in_len;
  @ ensures \old(it->token) != 0 ==> \result == WYRE_OK && it->pos == \old(it->pos);
  @ ensures \old(it->token) == 0 && \result == WYRE_OK ==> \old(it->pos) + 3 <= it->pos <= in_len;
  @ ensures \result == WYRE_OK ==> it->pos >= \old(it->pos);
  @ ensures \old(it->token) == 0 && \result == WYRE_OK ==>
  @     inside(it->keys, in_len) && inside(it->by_columns, in_len) && it->end <= in_len; */
__attribute__((noinline)) wyre_status
wyre_tds_read_head(wyre_tds_column_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect)
{
    wyre_rd r = rd(in, in_len);
    wyre_tds_column_iter head = {.pos = it->pos};
    if (it->token != 0)
        return WYRE_OK;
    if (it->pos >= in_len)
        return WYRE_E_LENGTH;
    r.pos = it->pos;
    head.token = rd_u8(&r);
    if (head.token != COLMETADATA && head.token != ALTMETADATA && head.token != COLFMT)
        return WYRE_E_MAGIC;
    read_head(&r, dialect, &head);
    if (r.status == WYRE_OK)
        *it = head;
    it->pos = (uint32_t)(r.status == WYRE_OK ? r.pos : r.fault);
    return r.status;
}

/* ---- columns --------------------------------------------------------------------------------------------- */

/*@ requires \valid_read(c); assigns \nothing; */
static int
has_table_name(const wyre_tds_column *c)
{
    return c->type_info.type == WYRE_TDS_TEXT || c->type_info.type == WYRE_TDS_NTEXT ||
           c->type_info.type == WYRE_TDS_IMAGE;
}

/*@ READS; ensures inside(\result, r->end); */
static wyre_span
read_table_name(wyre_rd *r, uint32_t dialect)
{
    size_t start = r->pos;
    unsigned parts = (dialect & WYRE_TDS_BEFORE_7_2) != 0 ? 1 : rd_u8(r);
    /*@ loop invariant reading(r) && r->pos >= start;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop invariant \at(r->status, Pre) != WYRE_OK ==> r->pos == start && r->status == \at(r->status, Pre);
      @ loop assigns parts, r->pos, r->status, r->fault; loop variant parts; */
    for (; parts > 0 && r->status == WYRE_OK; parts--)
        rd_varchar(r, 2, dialect);
    return rd_since(r, start);
}

/* No server sends NULLTYPE, and its values have no bytes: a row of them would cost more than its
 * length. */
/*@ requires reading(r) && \valid(c) && \separated(c, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, c->type_info;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos >= \old(r->pos) + 1; */
static void
read_type(wyre_rd *r, uint32_t dialect, enum place place, wyre_tds_column *c)
{
    size_t type = r->pos;
    wyre_tds_read_type(r, dialect, place, &c->type_info);
    if (r->status == WYRE_OK && c->type_info.type == WYRE_TDS_NULLTYPE)
        rd_refuse(r, WYRE_E_UNSUPPORTED, type);
}

/*@ SCANS(r, c);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 1;
  @ ensures inside(c->table_name, r->end);
  @ ensures inside(c->crypto, r->end);
  @ ensures inside(c->name, r->end); */
void
wyre_tds_read_table_column(wyre_rd *r, uint32_t dialect, wyre_tds_column *c)
{
    CLEAR(c);
    /*@ assert inside(c->table_name, r->end) && inside(c->crypto, r->end); */
    c->user_type = rd_user_type(r, dialect);
    c->flags = rd_u16le(r);
    read_type(r, dialect, IN_TABLE, c);
    c->name = rd_varchar(r, 1, dialect);
}

/*@ requires inside(c->table_name, r->end) && inside(c->crypto, r->end);
  @ SCANS(r, c);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 1;
  @ ensures inside(c->table_name, r->end);
  @ ensures inside(c->crypto, r->end);
  @ ensures inside(c->name, r->end); */
static void
read_column(wyre_rd *r, uint32_t dialect, wyre_tds_column *c)
{
    c->user_type = rd_user_type(r, dialect);
    c->flags = rd_u16le(r);
    read_type(r, dialect, IN_ROW, c);
    if (has_table_name(c))
        c->table_name = read_table_name(r, dialect);
    if ((dialect & WYRE_TDS_COLUMN_ENCRYPTION) != 0 && (c->flags & WYRE_TDS_COLUMN_ENCRYPTED) != 0)
        c->crypto = wyre_tds_skip_crypto(r, WYRE_TDS_CRYPTO_COLUMN, dialect);
    c->name = rd_varchar(r, 1, dialect);
}

/* TDS 4.2: no flags, and the name stands in another token. This one says where it ends. */
/*@ requires inside(c->table_name, r->end);
  @ requires r->status == WYRE_OK && r->pos <= end <= r->end;
  @ SCANS(r, c);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 1;
  @ ensures inside(c->table_name, r->end);
  @ ensures c->crypto == \old(c->crypto) && c->name == \old(c->name); */
static __attribute__((noinline)) void
read_format(wyre_rd *r, uint32_t end, uint32_t dialect, wyre_tds_column *c)
{
    wyre_rd token = rd(r->in, end);
    token.pos = r->pos;
    c->user_type = rd_u32le(&token);
    read_type(&token, dialect | WYRE_TDS_BEFORE_7_1, IN_ROW, c);
    if (has_table_name(c))
        c->table_name = rd_varchar(&token, 2, dialect | WYRE_TDS_BEFORE_7_0);
    r->pos = token.pos;
    if (token.status != WYRE_OK)
        rd_refuse(r, token.status, token.fault);
}

/*@ requires reading(r) && \valid_read(it) && (it->end != 0 ==> r->pos <= it->end <= r->end);
  @ requires \valid(c) && \separated(c, r, it, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *c;
  @ ensures reading(r) && r->pos >= \old(r->pos);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK && r->pos >= \old(r->pos) + 1;
  @ ensures inside(c->table_name, r->end);
  @ ensures inside(c->crypto, r->end);
  @ ensures inside(c->name, r->end); */
void
wyre_tds_read_column(wyre_rd *r, const wyre_tds_column_iter *it, uint32_t dialect,
                     wyre_tds_column *c)
{
    CLEAR(c);
    if (it->end != 0 && r->status == WYRE_OK) { /* only COLFMT says where it ends */
        read_format(r, it->end, dialect, c);
        return;
    }
    if (it->token == ALTMETADATA) {
        c->op = rd_u8(r);
        c->operand = rd_u16le(r);
    }
    read_column(r, dialect, c);
}

/*@ requires reading(r) && r->status == WYRE_OK && \valid(it) && \valid(out);
  @ requires \separated(it, out, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *it, *out;
  @ ensures reading(r);
  @ ensures \result <= WYRE_OK || \result == WYRE_END;
  @ ensures \old(it->pos) <= r->end ==> it->pos <= r->end;
  @ ensures \result == WYRE_END ==> it->pos == \old(it->pos);
  @ ensures \result == WYRE_OK ==> \old(it->pos) < it->pos <= r->end && r->status == WYRE_OK;
  @ ensures \result == WYRE_OK ==> inside(out->table_name, r->end);
  @ ensures \result == WYRE_OK ==> inside(out->crypto, r->end);
  @ ensures \result == WYRE_OK ==> inside(out->name, r->end); */
wyre_status
wyre_tds_next_column(wyre_rd *r, wyre_tds_column_iter *it, uint32_t dialect, wyre_tds_column *out)
{
    if (it->pos > r->end || it->end > r->end)
        return WYRE_E_LENGTH;
    if (it->end != 0 ? it->pos >= it->end : it->left == 0)
        return WYRE_END;
    r->pos = it->pos;
    if (it->token == WYRE_TDS_TVP)
        wyre_tds_read_table_column(r, dialect, out);
    else
        wyre_tds_read_column(r, it, dialect, out);
    if (r->status == WYRE_OK && it->end == 0)
        it->left--;
    it->pos = (uint32_t)(r->status == WYRE_OK ? r->pos : r->fault);
    return r->status;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result <= WYRE_OK || \result == WYRE_END;
  @ ensures \result == WYRE_OK ==> \old(it->pos) < it->pos <= in_len;
  @ ensures \result == WYRE_OK ==> inside(out->table_name, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->crypto, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len); */
wyre_status
wyre_tds_column_next(wyre_tds_column_iter *it, const uint8_t *in, size_t in_len, uint32_t dialect,
                     wyre_tds_column *out)
{
    wyre_rd r = rd(in, in_len);
    CLEAR(out);
    wyre_status status = wyre_tds_read_head(it, in, in_len, dialect);
    if (status == WYRE_OK)
        status = wyre_tds_next_column(&r, it, dialect, out);
    if (status != WYRE_OK)
        CLEAR(out);
    return status;
}

#ifndef WYRE_PROVE

/* ---- writing --------------------------------------------------------------------------------------------- */

void
wyre_tds_write_user_type(wyre_wr *w, uint32_t dialect, uint32_t user_type)
{
    if ((dialect & WYRE_TDS_BEFORE_7_2) == 0) {
        wr_u32le(w, user_type);
        return;
    }
    if (user_type > UINT16_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    wr_u16le(w, (uint16_t)user_type);
}

void
wyre_tds_write_column(wyre_wr *w, const wyre_tds_column *c, uint32_t dialect, enum place place,
                      const uint8_t *src, size_t src_len)
{
    wyre_tds_write_user_type(w, dialect, c->user_type);
    wr_u16le(w, c->flags);
    wyre_tds_write_type(w, dialect, place, &c->type_info, src, src_len);
    if (place == IN_ROW) {
        wr_span(w, src, src_len, c->table_name);
        wr_span(w, src, src_len, c->crypto);
    }
    wyre_tds_write_varchar(w, 1, dialect, src, src_len, c->name);
}

static void
write_head(wyre_wr *w, const wyre_tds_column_iter *head, size_t count, uint32_t dialect,
           const uint8_t *src, size_t src_len)
{
    uint8_t token = head->token == 0 ? COLMETADATA : head->token;
    if (count >= NO_METADATA || (token != COLMETADATA && token != ALTMETADATA) ||
        head->by_columns.len % 2 != 0 || head->by_columns.len / 2 > UINT8_MAX)
        wr_refuse(w, WYRE_E_RANGE);
    wr_u8(w, token);
    wr_u16le(w, (uint16_t)count);
    if (token == ALTMETADATA) {
        wr_u16le(w, head->id);
        wr_u8(w, (uint8_t)(head->by_columns.len / 2));
        wr_span(w, src, src_len, head->by_columns);
    } else if ((dialect & WYRE_TDS_COLUMN_ENCRYPTION) != 0 && head->keys.len > 0) {
        wr_span(w, src, src_len, head->keys);
    } else if ((dialect & WYRE_TDS_COLUMN_ENCRYPTION) != 0) {
        wr_u16le(w, 0);
    }
}

wyre_status
wyre_tds_columns_encode(const wyre_tds_column_iter *head, const wyre_tds_column *columns,
                        size_t count, uint32_t dialect, const uint8_t *src, size_t src_len,
                        uint8_t *out, size_t cap, size_t *n)
{
    static const wyre_tds_column_iter plain = {.pos = 0};
    wyre_wr w = wr(out, cap);
    if (head == NULL)
        head = &plain;
    write_head(&w, head, count, dialect, src, src_len);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++) {
        if (head->token == ALTMETADATA) {
            wr_u8(&w, columns[i].op);
            wr_u16le(&w, columns[i].operand);
        }
        wyre_tds_write_column(&w, &columns[i], dialect, IN_ROW, src, src_len);
    }
    return wr_finish(&w, n);
}

wyre_status
wyre_tds_column_visit(const wyre_tds_column *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    if (m->op != 0) {
        tell_number(&l, "op", WYRE_KIND_NUMBER, m->op);
        tell_number(&l, "operand", WYRE_KIND_NUMBER, m->operand);
    }
    tell_number(&l, "user_type", WYRE_KIND_NUMBER, m->user_type);
    tell_number(&l, "flags", WYRE_KIND_FLAGS, m->flags);
    wyre_tds_tell_type(&l, &m->type_info);
    if (m->table_name.len > 0)
        tell_span(&l, "table_name", WYRE_KIND_BYTES, m->table_name);
    if (m->crypto.len > 0)
        tell_span(&l, "crypto", WYRE_KIND_BYTES, m->crypto);
    tell_span(&l, "name", WYRE_KIND_UTF16, m->name);
    return WYRE_OK;
}

#endif

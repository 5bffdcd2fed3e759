/* Requests of clients but RPC: [MS-TDS] 2.2.5.3, 2.2.6. */
#include <wyre/tds_request.h>
#include "../core/cursor.h"
#include "../core/names.h"
#include "tds_layout.h"

enum { TOTAL = 4, HEAD = 6 }; /* lengths of TotalLength, and of HeaderLength with the type */

static const constant_name tds_tm_names[] = {
    NAME(WYRE_TDS_TM_, GET_DTC_ADDRESS), NAME(WYRE_TDS_TM_, PROPAGATE_XACT),
    NAME(WYRE_TDS_TM_, BEGIN_XACT),      NAME(WYRE_TDS_TM_, PROMOTE_XACT),
    NAME(WYRE_TDS_TM_, COMMIT_XACT),     NAME(WYRE_TDS_TM_, ROLLBACK_XACT),
    NAME(WYRE_TDS_TM_, SAVE_XACT),
};

const char *
wyre_tds_tm_name(uint16_t request_type)
{
    return NAME_OF(tds_tm_names, request_type);
}

/* ---- 2.2.5.3 ALL_HEADERS ------------------------------------------------------------------------------------ */

/*@ requires it->end == 0 ==> it->pos == 0;
  @ requires \valid(it) && \valid(out) && \separated(it, out, in + (0 .. in_len - 1));
  @ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures it->end == 0 ==> it->pos == 0;
  @ ensures \result == WYRE_OK ==> it->pos >= \old(it->pos) + 6 && it->pos <= in_len;
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len); */
static wyre_status
next_header(wyre_tds_header_iter *it, const uint8_t *in, size_t in_len, wyre_tds_header *out)
{
    if (it->end == 0) {
        uint32_t total = in_len < TOTAL ? 0 : le32(in);
        if (total < TOTAL || total > in_len)
            return WYRE_E_LENGTH;
        it->end = total;
        it->pos = TOTAL;
    }
    size_t pos = it->pos;
    size_t end = it->end;
    if (end > in_len || pos > end)
        return WYRE_E_LENGTH;
    if (pos == end)
        return WYRE_END;
    uint32_t len = end - pos < HEAD ? 0 : le32(in + pos);
    if (len < HEAD || len > end - pos)
        return WYRE_E_LENGTH;
    uint16_t type = le16(in + pos + 4);
    uint32_t bit = type < 32 ? (uint32_t)bit_of(type) : 0;
    if ((it->seen & bit) != 0)
        return WYRE_E_VALUE;
    it->seen |= bit;
    it->pos = (uint32_t)(pos + len);
    out->data.off = (uint32_t)(pos + HEAD);
    out->data.len = len - HEAD;
    out->type = type;
    return WYRE_OK;
}

/*@ requires it->end == 0 ==> it->pos == 0;
  @ ITERATES(it, in, in_len, out);
  @ ensures it->end == 0 ==> it->pos == 0;
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && \old(it->pos) + 6 <= it->pos <= in_len; */
wyre_status
wyre_tds_header_next(wyre_tds_header_iter *it, const uint8_t *in, size_t in_len,
                     wyre_tds_header *out)
{
    *out = (wyre_tds_header){.type = 0};
    return next_header(it, in, in_len, out);
}

LAYOUT
transaction_descriptor(layout *l, wyre_tds_transaction_descriptor *m)
{
    U64  (l, 0, m, descriptor,                NUMBER);
    U32  (l, 8, m, outstanding_request_count, NUMBER);
    WHOLE(l, 0);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_tds_transaction_descriptor, transaction_descriptor, 12, 0)

LAYOUT
query_notification(layout *l, wyre_tds_query_notification *m)
{
    PREFIXED16(l, m, notify_id,      UTF16);
    PREFIXED16(l, m, ssb_deployment, UTF16);
    PRESENT   (l, m, has_timeout);
    if (m->has_timeout)
        NEXT32(l, m, timeout, NUMBER);
    WHOLE     (l, 0);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->notify_id, in_len); */
CODEC(wyre_tds_query_notification, query_notification, 0, 0)

LAYOUT
trace_activity(layout *l, wyre_tds_trace_activity *m)
{
    ARRAY(l,  0, m, activity_id, GUID);
    U32  (l, 16, m, sequence,    NUMBER);
    WHOLE(l, 0);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_tds_trace_activity, trace_activity, 20, 0)

/* A block of headers at the tail, with its length; from 7.2 on. */
/*@ requires open(l) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end); */
INLINE void
next_headers(layout *l, wyre_span *span)
{
    size_t at = l->end;
    uint32_t total = l->limit - at < TOTAL ? 0 : le32(l->in + at);
    span->off = 0;
    span->len = 0;
    if (total < TOTAL)
        refuse(l, WYRE_E_LENGTH, at);
    else
        next_in_line(l, at, total, span);
}

#ifdef WYRE_PROVE
#define HEADERS(l, m, f)                                                                           \
    do {                                                                                           \
        if (((m)->dialect & WYRE_TDS_BEFORE_7_2) == 0)                                             \
            next_headers(l, &(m)->f);                                                              \
    } while (0)
#define BATCH_TEXT(l, m, f) next_in_line(l, (l)->end, (l)->limit - (l)->end, &(m)->f)
#else
INLINE void
headers(layout *l, const char *name, uint32_t dialect, wyre_span *span)
{
    if ((dialect & WYRE_TDS_BEFORE_7_2) != 0)
        return;
    if (l->way == DECODE)
        next_headers(l, span);
    if (l->way == ENCODE && span->len < TOTAL)
        refuse(l, WYRE_E_RANGE, 0);
    if (l->way == ENCODE)
        append(l, *span);
    if (l->way == VISIT)
        tell_span(l, name, WYRE_KIND_BYTES, *span);
}
#define HEADERS(l, m, f) headers(l, #f, (m)->dialect, &(m)->f)
#define BATCH_TEXT(l, m, f)                                                                        \
    rest(l, #f, ((m)->dialect & WYRE_TDS_BEFORE_7_0) != 0 ? WYRE_KIND_TEXT : WYRE_KIND_UTF16,      \
         &(m)->f)

wyre_status
wyre_tds_header_build(const wyre_tds_header *all, size_t count, const uint8_t *src, size_t src_len,
                      uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    size_t total = wr_mark(&w, TOTAL);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++) {
        if (all[i].data.len > UINT32_MAX - HEAD)
            wr_refuse(&w, WYRE_E_ARG);
        wr_u32le(&w, all[i].data.len + HEAD);
        wr_u16le(&w, all[i].type);
        wr_span(&w, src, src_len, all[i].data);
    }
    wr_patch_u32le(&w, total, w.pos);
    return wr_finish(&w, n);
}
#endif

/* ---- 2.2.6.7 SQLBatch ---------------------------------------------------------------------------------------- */

LAYOUT
sql_batch(layout *l, wyre_tds_sql_batch *m)
{
    DIALECT   (l, m);
    HEADERS   (l, m, headers);
    BATCH_TEXT(l, m, text);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->text, in_len); */
CODEC(wyre_tds_sql_batch, sql_batch, 0, WYRE_TDS_DIALECT_BITS)

/* ---- 2.2.6.9 transaction manager request ---------------------------------------------------------------------- */

/* 2.2.6.9: what ends a transaction, and may begin the next. */
/*@ LAYS(l, m);
  @ assigns m->name, m->flags, m->isolation_level, m->new_name, l->status, l->fault, l->end;
  @ ensures inside(m->name, l->in_len); */
INLINE void
transaction_end(layout *l, wyre_tds_transaction_request *m)
{
    PREFIXED8 (l, m, name,            UTF16);
    NEXT8     (l, m, flags,           FLAGS);
    if ((m->flags & 1) != 0) {
        NEXT8     (l, m, isolation_level, NUMBER);
        PREFIXED8 (l, m, new_name,        UTF16);
    }
}

/*@ requires inside(m->name, l->in_len);
  @ LAYS(l, m);
  @ assigns m->payload, m->name, m->flags, m->isolation_level, m->new_name, l->status, l->fault, l->end;
  @ ensures inside(m->name, l->in_len); */
INLINE void
transaction_payload(layout *l, wyre_tds_transaction_request *m)
{
    switch (m->request_type) {
    case WYRE_TDS_TM_GET_DTC_ADDRESS:
    case WYRE_TDS_TM_PROPAGATE_XACT:
        PREFIXED16(l, m, payload, BYTES);
        break;
    case WYRE_TDS_TM_BEGIN_XACT:
        NEXT8     (l, m, isolation_level, NUMBER);
        PREFIXED8 (l, m, name,            UTF16);
        break;
    case WYRE_TDS_TM_PROMOTE_XACT:
        break;
    case WYRE_TDS_TM_COMMIT_XACT:
    case WYRE_TDS_TM_ROLLBACK_XACT:
        transaction_end(l, m);
        break;
    case WYRE_TDS_TM_SAVE_XACT:
        PREFIXED8 (l, m, name,            UTF16);
        break;
    default:
        REST      (l, m, payload,         BYTES);
        break;
    }
}

LAYOUT
transaction_request(layout *l, wyre_tds_transaction_request *m)
{
    DIALECT(l, m);
    HEADERS(l, m, headers);
    NEXT16 (l, m, request_type, NUMBER);
    transaction_payload(l, m);
    WHOLE(l, 0);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->name, in_len); */
CODEC(wyre_tds_transaction_request, transaction_request, 0, WYRE_TDS_DIALECT_BITS)

/* ---- 2.2.6.3 federated authentication token --------------------------------------------------------------------- */

LAYOUT
fedauth_token(layout *l, wyre_tds_fedauth_token *m)
{
    LENGTH32  (l, 0);
    PREFIXED32(l, m, token, UTF16);
    REST      (l, m, nonce, BYTES);
    CHECK     (l, 0, m->nonce.len == 0 || m->nonce.len == 32);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->token, in_len); */
CODEC(wyre_tds_fedauth_token, fedauth_token, 4, 0)

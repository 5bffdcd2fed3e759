/* PRELOGIN: [MS-TDS] 2.2.6.5. A table of options, each with offset and length of its data, up to a
 * terminator; the data stands behind it. */
#include <wyre/tds_prelogin.h>
#include "../core/cursor.h"
#include "../core/layout.h"
#include "../core/names.h"

enum {
    ENTRY = 5, /* of the table: token, offset, length */
    KNOWN = 8,
    MOST = WYRE_TDS_PRELOGIN_OPTIONS,
    LENIENCIES = WYRE_TDS_PRELOGIN_VERSION_LATE | WYRE_TDS_PRELOGIN_OVERLAP,
    MAY_BE_EMPTY = 1 << WYRE_TDS_PRELOGIN_THREADID | 1 << WYRE_TDS_PRELOGIN_TRACEID
};

static const constant_name tds_prelogin_token_names[] = {
    NAME(WYRE_TDS_PRELOGIN_, VERSION),
    NAME(WYRE_TDS_PRELOGIN_, ENCRYPTION),
    NAME(WYRE_TDS_PRELOGIN_, INSTOPT),
    NAME(WYRE_TDS_PRELOGIN_, THREADID),
    NAME(WYRE_TDS_PRELOGIN_, MARS),
    NAME(WYRE_TDS_PRELOGIN_, TRACEID),
    NAME(WYRE_TDS_PRELOGIN_, FEDAUTHREQUIRED),
    NAME(WYRE_TDS_PRELOGIN_, NONCEOPT),
    NAME(WYRE_TDS_PRELOGIN_, TERMINATOR),
};

const char *
wyre_tds_prelogin_token_name(uint8_t token)
{
    return NAME_OF(tds_prelogin_token_names, token);
}

/* ---- options one by one ------------------------------------------------------------------------------ */

/* The byte at the entry or its offset field that is at fault goes to *fault. */
/*@ requires \valid(it) && \valid(out) && \valid(fault) && \separated(it, out, fault, in + (0 .. in_len - 1));
  @ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && it->count <= 16;
  @ assigns *it, *out, *fault;
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && it->pos == \old(it->pos) + 5 <= in_len;
  @ ensures \result == WYRE_OK ==> it->count == \old(it->count) + 1 <= 16;
  @ ensures \result == WYRE_OK ==> out->data.len <= 0xffff;
  @ ensures \result != WYRE_OK ==> it->count == \old(it->count) && it->pos == \old(it->pos);
  @ ensures *fault <= in_len && (\result <= WYRE_OK || \result == WYRE_END);
  @ ensures \result == WYRE_END ==> it->pos < in_len; */
INLINE wyre_status
next_option(wyre_tds_prelogin_iter *it, const uint8_t *in, size_t in_len,
            wyre_tds_prelogin_option *out, size_t *fault)
{
    size_t pos = it->pos;
    *fault = in_len;
    if (pos >= in_len)
        return WYRE_E_LENGTH;
    *fault = pos;
    if (it->lowest != 0 && pos >= it->lowest)
        return WYRE_E_OFFSET;
    if (in[pos] == WYRE_TDS_PRELOGIN_TERMINATOR)
        return WYRE_END;
    if (it->count == MOST)
        return WYRE_E_LIMIT;
    if (in_len - pos < ENTRY) {
        *fault = in_len;
        return WYRE_E_LENGTH;
    }
    uint32_t off = be16(in + pos + 1);
    uint32_t len = be16(in + pos + 3);
    *fault = pos + 1;
    if (len > 0) {
        if (off <= pos + ENTRY || off > in_len || len > in_len - off)
            return WYRE_E_OFFSET;
        if (it->lowest == 0 || off < it->lowest)
            it->lowest = off;
    }
    out->data.off = off <= in_len ? off : 0;
    out->data.len = len;
    out->token = in[pos];
    it->pos = (uint32_t)(pos + ENTRY);
    it->count++;
    return WYRE_OK;
}

/*@ requires it->count <= 16;
  @ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && it->pos == \old(it->pos) + 5 <= in_len;
  @ ensures it->count <= 16; */
wyre_status
wyre_tds_prelogin_next(wyre_tds_prelogin_iter *it, const uint8_t *in, size_t in_len,
                       wyre_tds_prelogin_option *out)
{
    size_t fault;
    *out = (wyre_tds_prelogin_option){.token = 0};
    if (it->pos % ENTRY == 1) /* behind the terminator, which is 1 byte */
        return WYRE_END;
    wyre_status status = next_option(it, in, in_len, out, &fault);
    if (status == WYRE_END)
        it->pos++;
    return status;
}

#ifndef WYRE_PROVE

/* One entry of the table and its data behind what is there so far. */
static void
add_option(wyre_wr *table, wyre_wr *data, uint8_t token, const uint8_t *bytes, size_t len)
{
    if (token == WYRE_TDS_PRELOGIN_TERMINATOR || data->pos > UINT16_MAX || len > UINT16_MAX)
        wr_refuse(data, WYRE_E_RANGE);
    wr_u8(table, token);
    wr_u16be(table, (uint16_t)data->pos);
    wr_u16be(table, (uint16_t)len);
    wr_bytes(data, bytes, len);
}

wyre_status
wyre_tds_prelogin_build(const wyre_tds_prelogin_option *options, size_t count, const uint8_t *src,
                        size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr table = wr(out, cap);
    wyre_wr data = wr(out, cap);
    if (count > MOST)
        wr_refuse(&data, WYRE_E_RANGE);
    wr_zeros(&data, (count <= MOST ? count : 0) * ENTRY + 1);
    for (size_t i = 0; i < count && data.status == WYRE_OK; i++) {
        wyre_span span = options[i].data;
        if (span.len > 0 && (span.off > src_len || span.len > src_len - span.off))
            wr_refuse(&data, WYRE_E_ARG);
        else
            add_option(&table, &data, options[i].token, span.len > 0 ? src + span.off : NULL,
                       span.len);
    }
    wr_u8(&table, WYRE_TDS_PRELOGIN_TERMINATOR);
    return wr_finish(&data, n);
}

#endif

/* ---- the whole message -------------------------------------------------------------------------------- */

/* The length of a known option's data; INSTOPT has any. */
static const uint8_t widths[KNOWN] = {6, 1, 0, 4, 1, 36, 1, 32};

/* The data of one known option with a fixed length, as the specification's table. */
LAYOUT
option(layout *l, unsigned token, wyre_tds_prelogin *m)
{
    switch (token) {
    case WYRE_TDS_PRELOGIN_VERSION:
        U8   (l,  0, m, version_major,     NUMBER);
        U8   (l,  1, m, version_minor,     NUMBER);
        U16BE(l,  2, m, version_build,     NUMBER);
        ARRAY(l,  4, m, version_sub_build, BYTES);
        break;
    case WYRE_TDS_PRELOGIN_ENCRYPTION:
        U8   (l,  0, m, encryption,        NUMBER);
        break;
    case WYRE_TDS_PRELOGIN_THREADID:
        U32  (l,  0, m, thread_id,         NUMBER);
        break;
    case WYRE_TDS_PRELOGIN_MARS:
        U8   (l,  0, m, mars,              NUMBER);
        break;
    case WYRE_TDS_PRELOGIN_TRACEID:
        ARRAY(l,  0, m, connection_id,     GUID);
        ARRAY(l, 16, m, activity_id,       GUID);
        U32  (l, 32, m, activity_sequence, NUMBER);
        break;
    case WYRE_TDS_PRELOGIN_FEDAUTHREQUIRED:
        U8   (l,  0, m, fedauth_required,  NUMBER);
        break;
    default:
        ARRAY(l,  0, m, nonce,             BYTES);
        break;
    }
}

/*@ logic integer width(integer token) =
  @     token == 0 ? 6 : token == 3 ? 4 : token == 5 ? 36 : token == 7 ? 32 : 1; */
/*@ requires token < 8 && token != 2;
  @ assigns \nothing;
  @ ensures \result == width(token); */
INLINE uint32_t
width_of(unsigned token)
{
    return widths[token];
}

/*@ requires open(l) && token < 8 && token != 2 && l->fixed_len == width(token);
  @ requires \valid(m) && \separated(m, l, l->in + (0 .. l->in_len - 1));
  @ assigns *m;
  @ ensures open(l);
  @ ensures m->count == \old(m->count);
  @ ensures inside(\old(m->instopt), l->in_len) ==> inside(m->instopt, l->in_len); */
INLINE void
read_option(layout *l, unsigned token, wyre_tds_prelogin *m)
{
    option(l, token, m);
}

/* Two options of which the later entry's data begins before an earlier one's ends: the slow way,
 * for tables that are not in the order of their data. */
/*@ requires \valid_read(one) && inside(one->data, 0xffffffff) && \valid_read(in + (0 .. table - 1));
  @ requires table <= 0xffffffff;
  @ assigns \nothing; */
static int
overlaps(const wyre_tds_prelogin_option *one, const uint8_t *in, size_t table)
{
    /*@ loop invariant 0 <= pos <= table; loop assigns pos; loop variant table - pos; */
    for (size_t pos = 0; table - pos >= ENTRY; pos += ENTRY) {
        uint32_t off = be16(in + pos + 1);
        uint32_t len = be16(in + pos + 3);
        if (in[pos] != one->token && len > 0 && off < one->data.off + one->data.len &&
            one->data.off < off + len)
            return 1;
    }
    return 0;
}

/* What is kept from option to option of one message. */
typedef struct seen {
    uint64_t tokens[4]; /* a bit for each */
    uint32_t unknown;
    uint32_t high;  /* where the data so far ends */
    uint32_t total; /* bytes of data */
    int unordered;  /* some data does not begin behind all data before it */
} seen;

/*@ predicate gathered(seen *s, integer count, integer len) =
  @     s->unknown <= 8 && s->high <= len && s->total <= 0xffff * count; */

/*@ requires open(l) && l->limit == l->in_len && \valid_read(o) && inside(o->data, l->in_len) && \valid(m) && \valid(s);
  @ requires \separated(o, l, m, s, l->in + (0 .. l->in_len - 1)) && s->unknown <= 8;
  @ assigns *m, *s, *l;
  @ ensures open(l) && l->status == \old(l->status) && l->in == \old(l->in) && l->in_len == \old(l->in_len);
  @ ensures l->limit == l->in_len;
  @ ensures m->count == \old(m->count);
  @ ensures s->unknown <= 8 && s->high == \old(s->high) && s->total == \old(s->total);
  @ ensures inside(\old(m->instopt), l->in_len) ==> inside(m->instopt, l->in_len);
  @ ensures \result <= WYRE_OK; */
INLINE wyre_status
store(layout *l, const wyre_tds_prelogin_option *o, wyre_tds_prelogin *m, seen *s)
{
    if (o->token == WYRE_TDS_PRELOGIN_INSTOPT) {
        m->instopt = o->data;
        return WYRE_OK;
    }
    if (o->token >= KNOWN) {
        if (s->unknown == WYRE_TDS_PRELOGIN_UNKNOWN)
            return WYRE_E_LIMIT;
        m->unknown[s->unknown++] = o->data;
        return WYRE_OK;
    }
    if (o->data.len == 0 && (MAY_BE_EMPTY >> o->token & 1) != 0) {
        m->empty |= (uint32_t)bit_of(o->token);
        return WYRE_OK;
    }
    if (o->data.len != width_of(o->token))
        return WYRE_E_VALUE;
    l->base = o->data.off;
    l->fixed_len = o->data.len;
    l->end = l->base + l->fixed_len;
    read_option(l, o->token, m);
    return WYRE_OK;
}

/*@ requires open(l) && l->limit == l->in_len && \valid_read(o) && inside(o->data, l->in_len) && \valid(m) && \valid(s);
  @ requires \separated(o, l, m, s, l->in + (0 .. l->in_len - 1));
  @ requires o->data.len <= 0xffff && m->count < 16 && gathered(s, m->count, l->in_len);
  @ assigns *m, *s, *l;
  @ ensures open(l) && l->status == \old(l->status) && l->in == \old(l->in) && l->in_len == \old(l->in_len);
  @ ensures l->limit == l->in_len;
  @ ensures \result == WYRE_OK ==> m->count == \old(m->count) + 1 && gathered(s, m->count, l->in_len);
  @ ensures inside(\old(m->instopt), l->in_len) ==> inside(m->instopt, l->in_len);
  @ ensures \result <= WYRE_OK; */
INLINE wyre_status
add(layout *l, const wyre_tds_prelogin_option *o, wyre_tds_prelogin *m, seen *s)
{
    uint64_t bit = bit_of(o->token % 64);
    if ((s->tokens[o->token / 64] & bit) != 0)
        return WYRE_E_VALUE;
    s->tokens[o->token / 64] |= bit;
    if (o->token == WYRE_TDS_PRELOGIN_VERSION && m->count > 0 &&
        (l->flags & WYRE_TDS_PRELOGIN_VERSION_LATE) == 0)
        return WYRE_E_VALUE;
    m->tokens[m->count++] = o->token;
    if (o->data.len > 0) {
        s->total += o->data.len;
        s->unordered |= o->data.off < s->high;
        if (o->data.off + o->data.len > s->high)
            s->high = o->data.off + o->data.len;
    }
    return store(l, o, m, s);
}

/* All pairs, where the quick test in `add` could not tell: the offset field of an option whose data
 * overlaps another's, or 0. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && table <= in_len;
  @ assigns \nothing;
  @ ensures \result <= in_len; */
static size_t
overlap(const uint8_t *in, size_t in_len, size_t table)
{
    wyre_tds_prelogin_iter it = {0, 0, 0};
    wyre_tds_prelogin_option o;
    size_t found = 0;
    /*@ loop invariant it.count <= 16 && it.pos <= in_len && found <= in_len;
      @ loop assigns it, o, found; loop variant in_len - it.pos; */
    while (wyre_tds_prelogin_next(&it, in, in_len, &o) == WYRE_OK)
        if (found == 0 && o.data.len > 0 && overlaps(&o, in, table))
            found = it.pos - ENTRY + 1;
    return found;
}

/* The next option of a usual message, which is of this token or is none. The table ends at l->fault. */
/*@ predicate in_table(layout *l, size_t at) = l->in[l->fault] == 0xff && l->fault % 5 == 0 &&
  @     at % 5 == 0 && at <= l->fault < l->limit <= 0xffff && l->end > l->fault; */
/*@ requires open(l) && token < 8 && \valid(at) && \valid(m);
  @ requires \separated(at, l, m, l->in + (0 .. l->in_len - 1));
  @ requires m->count <= token && inside(m->instopt, l->in_len);
  @ requires l->status == WYRE_OK ==> in_table(l, *at);
  @ assigns *l, *at, *m;
  @ ensures open(l) && l->in == \old(l->in) && l->in_len == \old(l->in_len) && l->flags == \old(l->flags);
  @ ensures m->count <= token + 1;
  @ ensures inside(m->instopt, l->in_len);
  @ ensures l->status == WYRE_OK ==> in_table(l, *at); */
INLINE void
usual_option(layout *l, size_t *at, unsigned token, wyre_tds_prelogin *m)
{
    if (l->status != WYRE_OK || l->in[*at] != token)
        return;
    uint32_t place = be32(l->in + *at + 1);
    uint32_t said = place % 65536;
    int empty = (MAY_BE_EMPTY >> token & 1) != 0 && said == 0;
    uint32_t len = empty || token == WYRE_TDS_PRELOGIN_INSTOPT ? said : width_of(token);
    if (place != (uint32_t)l->end * 65536 + len || len > l->limit - l->end) {
        refuse(l, WYRE_E_VALUE, *at);
        return;
    }
    l->base = l->end;
    l->fixed_len = len;
    l->end += len;
    *at += ENTRY;
    m->tokens[m->count++] = (uint8_t)token;
    if (token == WYRE_TDS_PRELOGIN_INSTOPT)
        m->instopt = (wyre_span){(uint32_t)l->base, len};
    else if (empty)
        m->empty |= (uint32_t)bit_of(token);
    else
        read_option(l, token, m);
}

/* What nearly all peers send: known options in the order of their tokens, their data in the same order
 * right behind the table, which the first offset therefore ends. Whether it is that: then it is decoded. */
/*@ requires open(l) && l->status == WYRE_OK && \valid(m) && \separated(m, l, l->in + (0 .. l->in_len - 1));
  @ requires m->count == 0 && inside(m->instopt, l->in_len) && l->base == 0 && l->fixed_len == 0;
  @ assigns *l, *m;
  @ ensures \result != 0 ==> open(l) && l->status == WYRE_OK && l->in_len == \old(l->in_len);
  @ ensures \result != 0 ==> inside(m->instopt, l->in_len); */
INLINE int
is_usual(layout *l, wyre_tds_prelogin *m)
{
    size_t at = 0;
    if (l->in_len < ENTRY + 1)
        return 0;
    l->end = be16(l->in + 1);
    l->limit = l->in_len < UINT16_MAX ? l->in_len : UINT16_MAX;
    if (l->end > l->limit || l->end % ENTRY != 1 ||
        l->in[l->end - 1] != WYRE_TDS_PRELOGIN_TERMINATOR)
        return 0;
    size_t terminator = l->end - 1;
    l->fault = terminator;
    usual_option(l, &at, WYRE_TDS_PRELOGIN_VERSION, m);
    usual_option(l, &at, WYRE_TDS_PRELOGIN_ENCRYPTION, m);
    usual_option(l, &at, WYRE_TDS_PRELOGIN_INSTOPT, m);
    usual_option(l, &at, WYRE_TDS_PRELOGIN_THREADID, m);
    usual_option(l, &at, WYRE_TDS_PRELOGIN_MARS, m);
    usual_option(l, &at, WYRE_TDS_PRELOGIN_TRACEID, m);
    usual_option(l, &at, WYRE_TDS_PRELOGIN_FEDAUTHREQUIRED, m);
    usual_option(l, &at, WYRE_TDS_PRELOGIN_NONCEOPT, m);
    return l->status == WYRE_OK && at > 0 && at == terminator;
}

/* There is no fixed part. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(l) && \valid(out);
  @ requires \separated(l, out, in + (0 .. in_len - 1));
  @ assigns *l, *out;
  @ ensures l->in == in && l->in_len == in_len && l->limit == in_len && l->base == 0 && l->fixed_len == 0;
  @ ensures l->fault <= in_len && l->status <= WYRE_OK && (l->status == WYRE_OK ==> open(l));
  @ ensures out->count == 0;
  @ ensures inside(out->instopt, in_len); */
INLINE void
begin_prelogin(layout *l, const uint8_t *in, size_t in_len, uint32_t flags, wyre_tds_prelogin *out)
{
    decoding(l, in, in_len, 0, 0, flags, LENIENCIES, out, sizeof *out);
#ifdef WYRE_PROVE /* they are 0 already, which WP does not know of a struct with so many arrays */
    out->count = 0;
    out->instopt.off = 0;
    out->instopt.len = 0;
#endif
}

/* Any message, option by option. */
/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->instopt, in_len); */
COLD wyre_status
decode_any(const uint8_t *in, size_t in_len, uint32_t flags, wyre_tds_prelogin *out, size_t *n)
{
    layout l;
    begin_prelogin(&l, in, in_len, flags, out);
    wyre_tds_prelogin_iter it = {0, 0, 0};
    wyre_tds_prelogin_option o = {.token = 0};
    wyre_status status = l.status;
    seen s = {.unknown = 0};
    size_t fault = 0;
    /*@ loop invariant l.in == in && l.in_len == in_len && l.limit == in_len && (l.status == WYRE_OK ==> open(&l));
      @ loop invariant l.status <= WYRE_OK && l.fault <= in_len && (l.status != WYRE_OK ==> status == l.status);
      @ loop invariant status <= WYRE_OK || status == WYRE_END;
      @ loop invariant it.count <= 16 && it.pos <= in_len && fault <= in_len;
      @ loop invariant status == WYRE_END ==> it.pos < in_len;
      @ loop invariant status == WYRE_OK ==> out->count == it.count;
      @ loop invariant status == WYRE_OK || status == WYRE_END ==> gathered(&s, it.count, in_len);
      @ loop invariant inside(out->instopt, in_len);
      @ loop assigns status, it, o, l, s, fault, *out;
      @ loop variant status == WYRE_OK ? in_len - it.pos + 1 : 0; */
    while (status == WYRE_OK) {
        status = next_option(&it, in, in_len, &o, &fault);
        if (status == WYRE_OK) {
            fault = it.pos - ENTRY;
            status = add(&l, &o, out, &s);
        }
    }
    if (status == WYRE_END && out->count == 0)
        status = WYRE_E_VALUE;
    if (status != WYRE_END) {
        refuse(&l, status, fault);
    } else if (s.total > UINT16_MAX) { /* overlapping data that could not stand side by side */
        refuse(&l, (flags & WYRE_TDS_PRELOGIN_OVERLAP) != 0 ? WYRE_E_LIMIT : WYRE_E_OFFSET, 0);
    } else if (s.unordered && (flags & WYRE_TDS_PRELOGIN_OVERLAP) == 0) {
        fault = overlap(in, in_len, it.pos);
        if (fault != 0)
            refuse(&l, WYRE_E_OFFSET, fault);
    }
    l.end = s.high > it.pos ? s.high : it.pos + (size_t)1;
    return decoded(&l, out, sizeof *out, n);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->instopt, in_len); */
wyre_status
wyre_tds_prelogin_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_tds_prelogin *out,
                         size_t *n)
{
    layout l;
    begin_prelogin(&l, in, in_len, flags, out);
    if (l.status != WYRE_OK || !is_usual(&l, out))
        return decode_any(in, in_len, flags, out, n);
    return decoded(&l, out, sizeof *out, n);
}

int
wyre_tds_prelogin_has(const wyre_tds_prelogin *m, uint8_t token)
{
    for (size_t i = 0; i < m->count && i < sizeof m->tokens; i++)
        if (m->tokens[i] == token)
            return 1;
    return 0;
}

#ifndef WYRE_PROVE

/* The data of the option `token`: in `fixed`, or a part of src, or none. */
static void
add_known(wyre_wr *table, wyre_wr *data, uint8_t token, const wyre_tds_prelogin *m)
{
    uint8_t fixed[36];
    layout l = encoding(NULL, 0, fixed, sizeof fixed, 0, sizeof fixed);
    if ((MAY_BE_EMPTY & m->empty) >> token & 1) {
        add_option(table, data, token, NULL, 0);
        return;
    }
    option(&l, token, READ_ONLY(m));
    add_option(table, data, token, fixed, widths[token]);
}

wyre_status
wyre_tds_prelogin_encode(const wyre_tds_prelogin *m, const uint8_t *src, size_t src_len,
                         uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr table = wr(out, cap);
    wyre_wr data = wr(out, cap);
    uint64_t tokens[4] = {0, 0, 0, 0};
    size_t unknown = 0;
    if (m->count == 0 || m->count > MOST)
        wr_refuse(&data, WYRE_E_RANGE);
    wr_zeros(&data, (size_t)m->count * ENTRY + 1);
    for (size_t i = 0; data.status == WYRE_OK && i < m->count; i++) {
        uint8_t token = m->tokens[i];
        uint64_t bit = UINT64_C(1) << (token & 63);
        if ((tokens[token >> 6] & bit) != 0 ||
            (token >= KNOWN && unknown == WYRE_TDS_PRELOGIN_UNKNOWN)) {
            wr_refuse(&data, WYRE_E_RANGE);
            break;
        }
        tokens[token >> 6] |= bit;
        if (token < KNOWN && token != WYRE_TDS_PRELOGIN_INSTOPT) {
            add_known(&table, &data, token, m);
            continue;
        }
        wyre_span span = token < KNOWN ? m->instopt : m->unknown[unknown++];
        if (span.len > 0 && (span.off > src_len || span.len > src_len - span.off))
            wr_refuse(&data, WYRE_E_ARG);
        else
            add_option(&table, &data, token, span.len > 0 ? src + span.off : NULL, span.len);
    }
    wr_u8(&table, WYRE_TDS_PRELOGIN_TERMINATOR);
    return wr_finish(&data, n);
}

wyre_status
wyre_tds_prelogin_visit(const wyre_tds_prelogin *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    size_t unknown = 0;
    size_t count = m->count < MOST ? m->count : MOST;
    tell_bytes(&l, "tokens", WYRE_KIND_BYTES, m->tokens, count);
    tell_number(&l, "empty", WYRE_KIND_FLAGS, m->empty);
    for (size_t i = 0; i < count; i++) {
        uint8_t token = m->tokens[i];
        if (token == WYRE_TDS_PRELOGIN_INSTOPT)
            tell_span(&l, "instopt", WYRE_KIND_TEXT, m->instopt);
        else if (token >= KNOWN && unknown < WYRE_TDS_PRELOGIN_UNKNOWN)
            tell_span(&l, "unknown", WYRE_KIND_BYTES, m->unknown[unknown++]);
        else if (token < KNOWN && ((MAY_BE_EMPTY & m->empty) >> token & 1) == 0)
            option(&l, token, READ_ONLY(m));
    }
    return WYRE_OK;
}

#endif

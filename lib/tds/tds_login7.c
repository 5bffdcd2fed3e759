/* LOGIN7: [MS-TDS] 2.2.6.4. A fixed part with numbers and a table of offsets and lengths, then the
 * parts, and features that are found by an offset which is itself a part. */
#include <wyre/tds_login7.h>
#include "../core/names.h"
#include "tds_feature.h"
#include "tds_layout.h"

enum {
    FIXED_7_0 = WYRE_TDS_LOGIN7_FIXED_7_0,
    FIXED_7_2 = WYRE_TDS_LOGIN7_FIXED_7_2,
    HOST_NAME = 36, /* where the table begins; ibHostName tells the size of the fixed part */
    IB_EXTENSION = 56,
    CB_EXTENSION = 58,
    CB_SSPI = 80,
    CB_SSPI_LONG = 90,
    TEXT_MOST = 128 * 2, /* bytes of text, and of a file name */
    FILE_MOST = 260 * 2,
    PARTS = 13,
    POINTER = 5, /* the number of the part that holds the offset of the features */
    FEATURES = 12
};

static const constant_name tds_version_names[] = {
    NAME(WYRE_TDS_, 7_0), NAME(WYRE_TDS_, 7_1),   NAME(WYRE_TDS_, 7_1_REVISION_1),
    NAME(WYRE_TDS_, 7_2), NAME(WYRE_TDS_, 7_3_A), NAME(WYRE_TDS_, 7_3_B),
    NAME(WYRE_TDS_, 7_4), NAME(WYRE_TDS_, 8_0),
};

const char *
wyre_tds_version_name(uint32_t tds_version)
{
    return NAME_OF(tds_version_names, tds_version);
}

/* One pass over a login. */
typedef struct login {
    layout l;
    int usual; /* each part begins where the one before ends; all else is refused, to be tried again */
    uint32_t oddities;  /* decoding: met so far */
    uint32_t unordered; /* decoding: a part begins before the end of an earlier one */
    wyre_span pointer;  /* decoding: the part that holds the offset of the features */
    uint8_t *place;     /* encoding: that part, where it was written */
    size_t features;    /* encoding: the offset that it is to hold */
} login;

/* ---- decode: one part ------------------------------------------------------------------------------------ */

/* clang-format off */
#define FIXED(d)   (d)->l.way == DECODE && (d)->l.base == 0 && ((d)->l.fixed_len == FIXED_7_0 || (d)->l.fixed_len == FIXED_7_2)
#define POINTS(d)  inside((d)->pointer, (d)->l.in_len) && ((d)->pointer.len == 0 || (d)->pointer.len == 4)
/* What all that follows promises: the first refusal stays, and nothing goes out of the message. */
#define PASSES(d)                                                                                  \
    requires \valid(d) && open(&d->l) && FIXED(d);                                                 \
    ensures open(&d->l);                                                                           \
    ensures FIXED(d);                                                                              \
    ensures \old(d->l.status) != WYRE_OK ==> d->l.status == \old(d->l.status)
/* What finds a part promises about its span. */
#define CLAIMS(d, at, len, span)                                                                   \
    requires at <= d->l.in_len && \valid(span);                                                    \
    requires \separated(span, &d->l, &d->oddities, &d->unordered, d->l.in + (0 .. d->l.in_len - 1)); \
    PASSES(d);                                                                                     \
    ensures inside(\old(*span), d->l.in_len) ==> inside(*span, d->l.in_len);                       \
    ensures span->len == 0 || span->len == len || span->len == \old(span->len)
/* What reads a part into the message promises. */
#define TAKES(d, m)                                                                                \
    requires \valid(m) && \separated(m, d, d->l.in + (0 .. d->l.in_len - 1));                      \
    requires POINTS(d);                                                                            \
    PASSES(d);                                                                                     \
    ensures POINTS(d)
/* clang-format on */

/* An oddity that the caller does not tolerate is a refusal. */
/*@ requires status <= WYRE_OK && fault <= d->l.in_len;
  @ PASSES(d);
  @ assigns d->oddities, d->l.status, d->l.fault; */
INLINE void
odd(login *d, uint32_t oddity, wyre_status status, size_t fault)
{
    d->oddities |= oddity;
    if (d->usual || (d->l.flags & oddity) == 0)
        refuse(&d->l, status, fault);
}

/* The part right behind the one before; one that is not there may have no place either. */
/*@ requires len <= 0xffffffff && off <= 0xffffffff;
  @ CLAIMS(d, at, len, span);
  @ assigns *span, d->l.status, d->l.fault, d->l.end; */
INLINE void
claim_next(login *d, size_t at, size_t off, size_t len, wyre_span *span)
{
    uint64_t end = (uint64_t)d->l.end + len;
    if (d->l.status != WYRE_OK)
        return;
    if (end > d->l.limit || (off != d->l.end && (off | len) != 0)) {
        refuse(&d->l, WYRE_E_OFFSET, at);
        return;
    }
    span->off = (uint32_t)off;
    span->len = (uint32_t)len;
    d->l.end = (size_t)end;
}

/* A part anywhere. */
/*@ CLAIMS(d, at, len, span);
  @ assigns *span, d->l.status, d->l.fault, d->l.end, d->oddities, d->unordered; */
INLINE void
claim_any(login *d, size_t at, uint32_t off, uint32_t len, wyre_span *span)
{
    layout *l = &d->l;
    uint64_t end = (uint64_t)off + len;
    if (len == 0 || off < l->fixed_len || end > l->limit) {
        span->off = len == 0 && off <= l->limit ? off : 0;
        span->len = 0;
        if (len > 0)
            odd(d, WYRE_TDS_LOGIN7_ODD_OUTSIDE, WYRE_E_OFFSET, at);
        return;
    }
    span->off = off;
    span->len = len;
    d->unordered |= off < l->end;
    if (end > l->end)
        l->end = (size_t)end;
}

/*@ requires len <= 0xffffffff && off <= 0xffffffff;
  @ CLAIMS(d, at, len, span);
  @ assigns *span, d->l.status, d->l.fault, d->l.end, d->oddities, d->unordered; */
INLINE void
claim(login *d, size_t at, size_t off, size_t len, wyre_span *span)
{
    if (d->usual)
        claim_next(d, at, off, len, span);
    else
        claim_any(d, at, (uint32_t)off, (uint32_t)len, span);
}

/*@ requires within(&d->l, at, 4) && \valid(span);
  @ requires \separated(span, &d->l, &d->oddities, &d->unordered, d->l.in + (0 .. d->l.in_len - 1));
  @ PASSES(d);
  @ assigns *span, d->l.status, d->l.fault, d->l.end, d->oddities, d->unordered; */
INLINE void
load_text(login *d, size_t at, uint32_t most, wyre_span *span)
{
    size_t len = (size_t)le16(d->l.in + at + 2) * 2;
    if (len > most)
        odd(d, WYRE_TDS_LOGIN7_ODD_LONG, WYRE_E_LIMIT, at + 2);
    claim(d, at, le16(d->l.in + at), len, span);
}

/* An sspi of 65535 bytes or more has its length in cbSSPILong, if that is not 0. */
/*@ TAKES(d, m);
  @ assigns m->sspi, m->sspi_long, d->l.status, d->l.fault, d->l.end, d->oddities, d->unordered; */
INLINE void
load_sspi(login *d, wyre_tds_login7 *m)
{
    uint32_t len = le16(d->l.in + CB_SSPI);
    if (len == UINT16_MAX) {
        if (d->l.fixed_len == FIXED_7_2 && m->sspi_long > 0)
            len = m->sspi_long;
        m->sspi_long = len;
    }
    claim(d, CB_SSPI - 2, le16(d->l.in + CB_SSPI - 2), len, &m->sspi);
}

/* Flag EXTENSION with cbExtension 0 is what tedious sends with TDS 7.1 to 7.3: no features. */
/*@ TAKES(d, m);
  @ assigns m->feature_ext, d->pointer, d->l.status, d->l.fault, d->l.end, d->oddities, d->unordered; */
INLINE void
load_pointer(login *d, wyre_tds_login7 *m)
{
    uint32_t off = le16(d->l.in + IB_EXTENSION);
    uint32_t len = le16(d->l.in + CB_EXTENSION);
    m->feature_ext.off = off <= d->l.limit ? off : 0;
    if (len == 0)
        return;
    if (len != 4 || (m->option_flags3 & WYRE_TDS_LOGIN7_EXTENSION) == 0) {
        m->feature_ext.off = 0;
        odd(d, WYRE_TDS_LOGIN7_ODD_EXTENSION, WYRE_E_VALUE, CB_EXTENSION);
        return;
    }
    claim(d, IB_EXTENSION, off, len, &d->pointer);
}

/* The bytes of the block at `in` with its terminator; 0 and *status where it has no end. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(status) && \valid(fault);
  @ requires \separated(status, fault, in + (0 .. in_len - 1));
  @ assigns *status, *fault;
  @ ensures \result <= in_len && *fault <= in_len;
  @ ensures \result == 0 ==> *status <= WYRE_OK; */
static uint32_t
block_length(const uint8_t *in, size_t in_len, wyre_status *status, size_t *fault)
{
    wyre_tds_feature_iter it = {.pos = 0};
    wyre_tds_feature f;
    /*@ loop invariant it.pos <= in_len; loop assigns it, f, *status; loop variant in_len - it.pos; */
    do
        *status = next_feature(&it, in, in_len, &f);
    while (*status == WYRE_OK);
    *fault = it.pos;
    return *status == WYRE_END ? it.pos + 1 : 0;
}

/*@ TAKES(d, m);
  @ assigns m->feature_ext, d->l.status, d->l.fault, d->l.end, d->oddities, d->unordered; */
INLINE void
load_features(login *d, wyre_tds_login7 *m)
{
    layout *l = &d->l;
    wyre_status status;
    size_t fault;
    if (d->pointer.len == 0)
        return;
    m->feature_ext.off = 0;
    uint32_t off = le32(l->in + d->pointer.off);
    if (off < l->fixed_len || off >= l->limit) {
        odd(d, WYRE_TDS_LOGIN7_ODD_OUTSIDE, WYRE_E_OFFSET, d->pointer.off);
        return;
    }
    uint32_t len = block_length(l->in + off, l->limit - off, &status, &fault);
    if (len == 0)
        odd(d, WYRE_TDS_LOGIN7_ODD_FEATURES, status, off + fault);
    else
        claim(d, d->pointer.off, off, len, &m->feature_ext);
}

#ifndef WYRE_PROVE

/* ---- encode: one part ------------------------------------------------------------------------------------ */

INLINE void
put_entry(login *d, size_t at, size_t off, size_t count)
{
    store_width(&d->l, at, 2, off);
    store_width(&d->l, at + 2, 2, count);
}

/* Where an empty part would stand, unless it was at offset 0, or that cannot be said in 16 bits. An
 * empty host name still tells where the fixed part ends. */
INLINE size_t
empty_at(const login *d, size_t at, uint32_t off)
{
    if (at == HOST_NAME)
        return d->l.fixed_len;
    return off == 0 || d->l.end > UINT16_MAX ? 0 : d->l.end;
}

/* A part that can stand where the one before ends, in a message of less than 64 KiB. */
INLINE void
append_next(login *d, size_t at, unsigned unit, wyre_span span)
{
    layout *l = &d->l;
    size_t start = span.len == 0 ? empty_at(d, at, span.off) : l->end;
    if (span.len > 0) {
        if (span.len % unit != 0 || (uint64_t)span.off + span.len > l->src_len ||
            (uint64_t)start + span.len > l->cap) {
            refuse(l, WYRE_E_RANGE, 0);
            return;
        }
        memcpy(l->out + start, l->src + span.off, span.len);
        l->end = start + span.len;
    }
    store16(l, at, (uint16_t)start);
    store16(l, at + 2, (uint16_t)(span.len / unit));
}

/* A part behind any, if 16 bits can say where. */
INLINE void
append_any(login *d, size_t at, unsigned unit, wyre_span span)
{
    size_t start = span.len == 0 ? empty_at(d, at, span.off) : d->l.end;
    if (at == HOST_NAME && d->l.fixed_len == FIXED_7_0 && start >= FIXED_7_2)
        refuse(&d->l, WYRE_E_RANGE, 0);
    append(&d->l, span);
    put_entry(d, at, start, units(&d->l, span, unit));
}

INLINE void
append_part(login *d, size_t at, unsigned unit, wyre_span span)
{
    if (d->usual)
        append_next(d, at, unit, span);
    else
        append_any(d, at, unit, span);
}

INLINE void
append_sspi(login *d, wyre_span span)
{
    if (d->usual) {
        append_next(d, CB_SSPI - 2, 1, span);
        return;
    }
    size_t start = span.len == 0 ? empty_at(d, CB_SSPI - 2, span.off) : d->l.end;
    append(&d->l, span);
    put_entry(d, CB_SSPI - 2, start, span.len < UINT16_MAX ? span.len : UINT16_MAX);
    if (span.len >= UINT16_MAX && d->l.fixed_len == FIXED_7_2)
        store32(&d->l, CB_SSPI_LONG, span.len);
    else if (span.len > UINT16_MAX)
        refuse(&d->l, WYRE_E_RANGE, 0);
}

/* The pointer and what it points at come in either order. */
INLINE void
point(login *d)
{
    if (d->place != NULL && d->features != 0)
        put_le32(d->place, (uint32_t)d->features);
}

INLINE void
append_pointer(login *d, const wyre_tds_login7 *m)
{
    size_t start = d->l.end;
    if (m->feature_ext.len == 0) {
        put_entry(d, IB_EXTENSION, empty_at(d, IB_EXTENSION, m->feature_ext.off), 0);
        return;
    }
    if ((m->option_flags3 & WYRE_TDS_LOGIN7_EXTENSION) == 0)
        refuse(&d->l, WYRE_E_RANGE, 0);
    d->place = grow(&d->l, 4);
    put_entry(d, IB_EXTENSION, start, 4);
    point(d);
}

INLINE void
append_features(login *d, wyre_span span)
{
    d->features = d->l.end;
    append(&d->l, span);
    point(d);
}

#endif

/* ---- the layout ------------------------------------------------------------------------------------------ */

/* A row of the table whose part is text. */
typedef struct row {
    size_t at;
    uint32_t most; /* bytes */
    uint32_t kind;
    const char *name;
    wyre_span *span;
} row;

#ifndef WYRE_PROVE

INLINE void
text(login *d, const row *r)
{
    if (reads(&d->l))
        load_text(d, r->at, r->most, r->span);
    if (writes(&d->l))
        append_part(d, r->at, 2, *r->span);
    if (d->l.way == VISIT)
        tell_span(&d->l, r->name, r->kind, *r->span);
}
INLINE void
sspi(login *d, wyre_tds_login7 *m)
{
    if (reads(&d->l))
        load_sspi(d, m);
    if (writes(&d->l))
        append_sspi(d, m->sspi);
    if (d->l.way == VISIT)
        tell_span(&d->l, "sspi", WYRE_KIND_BYTES, m->sspi);
}
INLINE void
pointer(login *d, wyre_tds_login7 *m)
{
    if (reads(&d->l))
        load_pointer(d, m);
    if (writes(&d->l))
        append_pointer(d, m);
}
INLINE void
features(login *d, wyre_tds_login7 *m)
{
    if (reads(&d->l))
        load_features(d, m);
    if (writes(&d->l))
        append_features(d, m->feature_ext);
    if (d->l.way == VISIT)
        tell_span(&d->l, "feature_ext", WYRE_KIND_BYTES, m->feature_ext);
}
#else
#define text(d, r)     load_text(d, (r)->at, (r)->most, (r)->span)
#define sspi(d, m)     load_sspi(d, m)
#define pointer(d, m)  load_pointer(d, m)
#define features(d, m) load_features(d, m)
#endif
#define PART(at, m, f, kind, most)                                                                 \
    (row)                                                                                          \
    {                                                                                              \
        at, most, WYRE_KIND_##kind, #f, &(m)->f                                                    \
    }

/*@ requires open(l) && l->base == 0 && (l->fixed_len == FIXED_7_0 || l->fixed_len == FIXED_7_2);
  @ requires \valid(m) && \separated(m, l, l->in + (0 .. l->in_len - 1));
  @ assigns m->tds_version, m->packet_size, m->client_prog_ver, m->client_pid, m->connection_id,
  @         m->option_flags1, m->option_flags2, m->type_flags, m->option_flags3, m->client_time_zone,
  @         m->client_lcid, m->client_id[0 .. 5], m->sspi_long;
  @ ensures open(l); */
INLINE void
numbers(layout *l, wyre_tds_login7 *m)
{
    U32  (l,  4, m, tds_version,      NUMBER);
    U32  (l,  8, m, packet_size,      NUMBER);
    U32  (l, 12, m, client_prog_ver,  NUMBER);
    U32  (l, 16, m, client_pid,       NUMBER);
    U32  (l, 20, m, connection_id,    NUMBER);
    U8   (l, 24, m, option_flags1,    FLAGS);
    U8   (l, 25, m, option_flags2,    FLAGS);
    U8   (l, 26, m, type_flags,       FLAGS);
    U8   (l, 27, m, option_flags3,    FLAGS);
    U32  (l, 28, m, client_time_zone, SIGNED);
    U32  (l, 32, m, client_lcid,      NUMBER);
    ARRAY(l, 72, m, client_id,        BYTES);
    if (l->fixed_len == FIXED_7_2)
        U32(l, CB_SSPI_LONG, m, sspi_long, NUMBER);
}

/* One row of the table, or the features; `which` is its digit in `order`. */
/*@ TAKES(d, m);
  @ assigns *m, d->pointer, d->l.status, d->l.fault, d->l.end, d->oddities, d->unordered; */
INLINE void
part(login *d, wyre_tds_login7 *m, unsigned which)
{
    row r;
    switch (which) {
    case 0:
        r = PART(36, m, host_name,       UTF16, TEXT_MOST);
        break;
    case 1:
        r = PART(40, m, user_name,       UTF16, TEXT_MOST);
        break;
    case 2:
        r = PART(44, m, password,        BYTES, TEXT_MOST);
        break;
    case 3:
        r = PART(48, m, app_name,        UTF16, TEXT_MOST);
        break;
    case 4:
        r = PART(52, m, server_name,     UTF16, TEXT_MOST);
        break;
    case POINTER:
        pointer(d, m);
        return;
    case 6:
        r = PART(60, m, clt_int_name,    UTF16, TEXT_MOST);
        break;
    case 7:
        r = PART(64, m, language,        UTF16, TEXT_MOST);
        break;
    case 8:
        r = PART(68, m, database,        UTF16, TEXT_MOST);
        break;
    case 9:
        sspi(d, m);
        return;
    case 10:
        r = PART(82, m, atch_db_file,    UTF16, FILE_MOST);
        break;
    case 11:
        if (d->l.fixed_len != FIXED_7_2 && d->l.way != VISIT)
            return;
        r = PART(86, m, change_password, BYTES, TEXT_MOST);
        break;
    default:
        features(d, m);
        return;
    }
    text(d, &r);
}

/*@ TAKES(d, m);
  @ assigns *m, d->pointer, d->l.status, d->l.fault, d->l.end, d->oddities, d->unordered; */
INLINE void
parts(login *d, wyre_tds_login7 *m)
{
    part(d, m, 0);
    part(d, m, 1);
    part(d, m, 2);
    part(d, m, 3);
    part(d, m, 4);
    part(d, m, POINTER);
    part(d, m, 6);
    part(d, m, 7);
    part(d, m, 8);
    part(d, m, 9);
    part(d, m, 10);
    part(d, m, 11);
    part(d, m, FEATURES);
}

/* ---- decode ---------------------------------------------------------------------------------------------- */

/* Length, and the size of the fixed part, which ibHostName tells. */
/*@ requires \valid(m) && \separated(m, d, d->l.in + (0 .. d->l.in_len - 1));
  @ requires d->l.end == FIXED_7_0;
  @ PASSES(d);
  @ assigns m->fixed_size, d->oddities, d->l.status, d->l.fault, d->l.limit, d->l.fixed_len, d->l.end; */
INLINE void
measure(login *d, wyre_tds_login7 *m)
{
    layout *l = &d->l;
    uint32_t length = le32(l->in);
    uint32_t host_name = le16(l->in + HOST_NAME);
    size_t fixed = host_name >= FIXED_7_2 ? FIXED_7_2 : FIXED_7_0;
    if (length > l->in_len || length < FIXED_7_0)
        odd(d, WYRE_TDS_LOGIN7_ODD_LENGTH, WYRE_E_LENGTH, 0);
    else
        l->limit = length;
    if (host_name < FIXED_7_0 || host_name > l->limit) {
        odd(d, WYRE_TDS_LOGIN7_ODD_HOST_NAME, WYRE_E_OFFSET, HOST_NAME);
        fixed = le32(l->in + 4) >= WYRE_TDS_7_2 && l->limit >= FIXED_7_2 ? FIXED_7_2 : FIXED_7_0;
    }
    l->fixed_len = fixed;
    l->end = fixed;
    m->fixed_size = (uint8_t)fixed;
}

#ifndef WYRE_PROVE

/* The parts of a login that stand in another order than in the table, or overlap. */
typedef struct sorting {
    wyre_span parts[PARTS];
    wyre_span pointer;
    uint32_t count; /* of parts collected so far */
    uint32_t flags;
    uint32_t oddities;
    wyre_status status;
    uint32_t fault;
} sorting;

static void
collect(void *user, const char *name, uint32_t kind, wyre_span span)
{
    sorting *s = user;
    (void)name;
    (void)kind;
    if (s->count == POINTER)
        s->parts[s->count++] = s->pointer;
    if (s->count < PARTS)
        s->parts[s->count++] = span;
}

/* Where a part stands among the others: an empty one without an offset behind the one before it. */
static uint32_t
rank(const sorting *s, unsigned which)
{
    while (which > 0 && s->parts[which].len == 0 && s->parts[which].off == 0)
        which--;
    return s->parts[which].off;
}

/* Whether the part begins behind all before it; `packed` is where encode would put it, which an
 * overlap can drive past what the table can say, `most`. */
static void
judge(sorting *s, wyre_span part, uint32_t end, uint64_t packed, uint32_t most)
{
    if (part.off < end)
        s->oddities |= WYRE_TDS_LOGIN7_ODD_OVERLAP;
    if (s->status == WYRE_OK && (s->oddities & ~s->flags) != 0)
        s->status = WYRE_E_OFFSET;
    else if (s->status == WYRE_OK && packed > most)
        s->status = WYRE_E_LIMIT;
    else
        return;
    s->fault = part.off;
}

static void
put_in_order(sorting *s, wyre_tds_login7 *m)
{
    wyre_visitor v = {s, NULL, NULL, collect, NULL, NULL};
    unsigned order[PARTS];
    uint32_t end = m->fixed_size;
    uint64_t packed = m->fixed_size;
    uint32_t host_name_most = m->fixed_size == FIXED_7_0 ? FIXED_7_2 - 1 : UINT16_MAX;
    wyre_tds_login7_visit(m, &v);
    for (unsigned i = 0; i < PARTS; i++) {
        unsigned j = i;
        for (; j > 0 && rank(s, order[j - 1]) > rank(s, i); j--)
            order[j] = order[j - 1];
        order[j] = i;
    }
    for (unsigned i = 0; i < PARTS; i++) {
        wyre_span part = s->parts[order[i]];
        m->order |= (uint64_t)order[i] << 4 * i;
        if (part.len == 0)
            continue;
        judge(s, part, end, packed, order[i] == 0 ? host_name_most : UINT16_MAX);
        packed += part.len;
        if (part.off + part.len > end)
            end = part.off + part.len;
    }
}

#endif

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(d) && \valid(out);
  @ requires \separated(d, out, in + (0 .. in_len - 1));
  @ requires d->pointer.off == 0 && d->pointer.len == 0;
  @ assigns d->l, d->oddities, *out;
  @ ensures d->l.in == in && d->l.in_len == in_len && d->l.fault <= in_len && d->l.status <= WYRE_OK;
  @ ensures d->l.status == WYRE_OK ==> open(&d->l) && FIXED(d); */
INLINE void
begin_login(login *d, const uint8_t *in, size_t in_len, uint32_t flags, wyre_tds_login7 *out)
{
    decoding(&d->l, in, in_len, 0, FIXED_7_0, flags, WYRE_TDS_LOGIN7_TOLERANT, out, sizeof *out);
    if (d->l.status == WYRE_OK)
        measure(d, out);
    if (d->l.status == WYRE_OK)
        numbers(&d->l, out);
}

/* Any login: with gaps, in another order, with oddities; or what is wrong with it. */
/*@ DECODES(in, in_len, out, n); */
COLD wyre_status
decode_any(const uint8_t *in, size_t in_len, uint32_t flags, wyre_tds_login7 *out, size_t *n)
{
    login d = {.usual = 0};
    begin_login(&d, in, in_len, flags, out);
    /*@ loop invariant 0 <= i <= PARTS;
      @ loop invariant d.l.in == in && d.l.in_len == in_len && d.l.fault <= in_len && d.l.status <= WYRE_OK;
      @ loop invariant d.l.status == WYRE_OK ==> open(&d.l);
      @ loop invariant d.l.status == WYRE_OK ==> FIXED(&d);
      @ loop invariant POINTS(&d);
      @ loop assigns i, d, *out; loop variant PARTS - i; */
    for (unsigned i = 0; i < PARTS && d.l.status == WYRE_OK; i++)
        part(&d, out, i);
    out->oddities = d.oddities;
#ifndef WYRE_PROVE
    if (d.unordered && d.l.status == WYRE_OK) {
        sorting s = {.pointer = d.pointer, .flags = flags};
        put_in_order(&s, out);
        out->oddities |= s.oddities;
        if (s.status != WYRE_OK)
            refuse(&d.l, s.status, s.fault);
    }
#endif
    return decoded(&d.l, out, sizeof *out, n);
}

/*@ DECODES(in, in_len, out, n); */
wyre_status
wyre_tds_login7_decode(const uint8_t *restrict in, size_t in_len, uint32_t flags,
                       wyre_tds_login7 *restrict out, size_t *restrict n)
{
    login d = {.usual = 1};
    begin_login(&d, in, in_len, flags, out);
    if (d.l.status == WYRE_OK)
        parts(&d, out);
    if (d.l.status != WYRE_OK)
        return decode_any(in, in_len, flags, out, n);
    return decoded(&d.l, out, sizeof *out, n);
}

#ifndef WYRE_PROVE

/* ---- encode, visit --------------------------------------------------------------------------------------- */

static const uint64_t table_order = 0xcba9876543210;

static int
names_each_part(uint64_t order)
{
    unsigned seen = 0;
    for (unsigned i = 0; i < PARTS; i++)
        seen |= 1u << (order >> 4 * i & 15);
    return seen == (1u << PARTS) - 1 && order >> 4 * PARTS == 0;
}

INLINE login
begun_with(const wyre_tds_login7 *m, const uint8_t *src, size_t src_len, uint8_t *out, size_t cap,
           int usual)
{
    size_t fixed = m->fixed_size == FIXED_7_0 ? FIXED_7_0 : FIXED_7_2;
    login d = {.usual = usual};
    d.l = encoding(src, src_len, out, cap, 0, fixed);
    total(&d.l, 0, 4, 0);
    if ((m->fixed_size != 0 && m->fixed_size != fixed) ||
        (m->order != 0 && (usual || !names_each_part(m->order))) ||
        (fixed == FIXED_7_0 && m->change_password.len > 0))
        refuse(&d.l, WYRE_E_RANGE, 0);
    numbers(&d.l, READ_ONLY(m));
    return d;
}

/* In any order, of any length. */
COLD wyre_status
encode_any(const wyre_tds_login7 *m, const uint8_t *src, size_t src_len, uint8_t *out, size_t cap,
           size_t *n)
{
    login d = begun_with(m, src, src_len, out, cap, 0);
    uint64_t order = m->order != 0 ? m->order : table_order;
    for (unsigned i = 0; i < PARTS; i++)
        part(&d, READ_ONLY(m), order >> 4 * i & 15);
    return encoded(&d.l, n);
}

wyre_status
wyre_tds_login7_encode(const wyre_tds_login7 *restrict m, const uint8_t *restrict src,
                       size_t src_len, uint8_t *restrict out, size_t cap, size_t *restrict n)
{
    if (!has_room(out, cap, 0, FIXED_7_2))
        return encode_any(m, src, src_len, out, cap, n);
    login d = begun_with(m, src, src_len, out, cap < UINT16_MAX ? cap : UINT16_MAX, 1);
    parts(&d, READ_ONLY(m));
    if (d.l.status != WYRE_OK)
        return encode_any(m, src, src_len, out, cap, n);
    return encoded(&d.l, n);
}

wyre_status
wyre_tds_login7_visit(const wyre_tds_login7 *m, const wyre_visitor *v)
{
    login d = {.l = visiting(v)};
    d.l.fixed_len = m->fixed_size == FIXED_7_0 ? FIXED_7_0 : FIXED_7_2;
    numbers(&d.l, READ_ONLY(m));
    tell_number(&d.l, "fixed_size", WYRE_KIND_NUMBER, m->fixed_size);
    parts(&d, READ_ONLY(m));
    return WYRE_OK;
}

#endif

/* Contents of payloads that are names with values: header blocks, attributes of one XML element, child
 * elements of one, lists of pairs. Each record is one picture, a list of names; decode finds each, encode writes those
 * that are there, visit tells them. The number of names is constant, so all three are linear.
 *
 * Names that a picture does not have are not kept: who must keep them walks with the iterators. */
#ifndef WYRE_LIB_MSNP_RECORD_H
#define WYRE_LIB_MSNP_RECORD_H
#include <wyre/core.h>
#include "../core/cursor.h"
#include "../core/apart.h"
#include "literal.h"

enum record_way { FIND, PUT, TELL };

enum record_kind {
    HEADERS,    /* Name: value, then a blank line and a body */
    ATTRIBUTES, /* <element Name="value"/> */
    ELEMENTS,   /* <element><Name>value</Name></element> */
    QUERY,      /* Name=value&Name=value */
    PARAMETERS  /* Name=value; Name=value */
};

#ifdef WYRE_PROVE /* the provers do not follow unions, and write pictures out where they are used */
#define BY_WAY  struct
#define PICTURE static inline void
#else
#define BY_WAY  union
#define PICTURE static void
#endif

typedef struct record {
    uint8_t way;   /* enum record_way */
    uint8_t kind;  /* enum record_kind */
    uint8_t ended; /* putting: the blank line behind the last block is written */
    wyre_status status;
    size_t fault;
    const uint8_t *in; /* finding: what is looked through; putting: what the spans count from */
    size_t in_len;
    literal element;
    /* By way, as records stand deep on the stack. */
    BY_WAY
    {
        struct {
            size_t from, to; /* HEADERS: this block; ATTRIBUTES: the text of them */
            size_t end;      /* where the record ends */
        };
        wyre_wr w;
        const wyre_visitor *visitor;
    };
} record;

/*@ predicate finding(record *r) =
  @     \valid(r) && r->way == FIND && r->status <= WYRE_OK && readable(r->in, r->in_len) &&
  @     \separated(r, r->in + (0 .. r->in_len - 1)) && r->from <= r->to <= r->in_len &&
  @     r->end <= r->in_len && r->fault <= r->in_len; */

/* clang-format off */
/* What each line promises where it finds a value: the first refusal stays, and no span is outside. */
#define FINDS(r, value)                                                                            \
    requires finding(r) && \valid(value) && \separated(r, value, r->in + (0 .. r->in_len - 1));     \
    assigns r->status, r->fault, value->off, value->len;                                           \
    ensures finding(r);                                                                            \
    ensures \old(r->status) != WYRE_OK ==> r->status == \old(r->status);                           \
    ensures value->off + value->len <= r->in_len
/* What every record promises of one of its spans, or of some. */
#define INSIDE(x)       ensures inside(out->x, in_len)
#define INSIDE2(x, ...) INSIDE(x); INSIDE(__VA_ARGS__)
#define INSIDE3(x, ...) INSIDE(x); INSIDE2(__VA_ARGS__)
#define INSIDE4(x, ...) INSIDE(x); INSIDE3(__VA_ARGS__)
/* clang-format on */

void wyre_msnp_finding(record *r, const uint8_t *in, size_t in_len, uint32_t flags,
                       enum record_kind kind, literal element);
wyre_status wyre_msnp_found(record *r, void *out, size_t out_len, size_t *n);
record wyre_msnp_putting(const uint8_t *src, size_t src_len, uint8_t *out, size_t cap,
                         enum record_kind kind, literal element);
wyre_status wyre_msnp_put(record *r, size_t *n);
record wyre_msnp_telling(const wyre_visitor *v);

void wyre_msnp_value(record *r, const char *field, literal name, wyre_span *value);
void wyre_msnp_value_number(record *r, const char *field, literal name, uint32_t *value,
                            uint8_t *there);
void wyre_msnp_next_block(record *r);
void wyre_msnp_body(record *r, const char *field, uint32_t kind, wyre_span *body);

/* VALUE: text, absent as {0, 0}. VALUE_NUMBER: 32 bits in decimal; `there` is 1 where it is. NEXT_BLOCK:
 * the headers from here on stand behind one blank line more. BODY: what is behind the last block. */
#define VALUE(r, m, x, name) wyre_msnp_value(r, #x, LITERAL(name), &(m)->x)
#define VALUE_NUMBER(r, m, x, there, name)                                                         \
    wyre_msnp_value_number(r, #x, LITERAL(name), &(m)->x, &(m)->there)
#define NEXT_BLOCK(r)       wyre_msnp_next_block(r)
#define BODY(r, m, x, kind) wyre_msnp_body(r, #x, kind, &(m)->x)

#ifdef WYRE_PROVE /* the decode way alone */
#define RECORD(T, picture, kind, element)                                                          \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n)    \
    {                                                                                              \
        record r;                                                                                  \
        CLEAR(out);                                                                                \
        wyre_msnp_finding(&r, in, in_len, flags, kind, LITERAL(element));                          \
        if (r.status == WYRE_OK)                                                                   \
            picture(&r, out);                                                                      \
        return wyre_msnp_found(&r, out, sizeof *out, n);                                           \
    }
#else
/* The three functions of record T, in this order: decode, encode, visit. */
#define RECORD(T, picture, kind, element)                                                          \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n)    \
    {                                                                                              \
        record r;                                                                                  \
        CLEAR(out);                                                                                \
        wyre_msnp_finding(&r, in, in_len, flags, kind, LITERAL(element));                          \
        if (r.status == WYRE_OK)                                                                   \
            picture(&r, out);                                                                      \
        return wyre_msnp_found(&r, out, sizeof *out, n);                                           \
    }                                                                                              \
    wyre_status T##_encode(const T *m, const uint8_t *src, size_t src_len, uint8_t *out,           \
                           size_t cap, size_t *n)                                                  \
    {                                                                                              \
        record r = wyre_msnp_putting(src, src_len, out, cap, kind, LITERAL(element));              \
        picture(&r, (void *)(uintptr_t)m);                                                         \
        return wyre_msnp_put(&r, n);                                                               \
    }                                                                                              \
    wyre_status T##_visit(const T *m, const wyre_visitor *v)                                       \
    {                                                                                              \
        record r = wyre_msnp_telling(v);                                                           \
        picture(&r, (void *)(uintptr_t)m);                                                         \
        return WYRE_OK;                                                                            \
    }
#endif
#endif

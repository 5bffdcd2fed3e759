/* DER [X.690] as security tokens use it: one-byte tags, definite lengths, and a picture of each
 * grammar that decodes, encodes or visits as `way` says. Nesting is that of the pictures: nothing
 * here recurses. */
#ifndef WYRE_LIB_AUTH_DER_H
#define WYRE_LIB_AUTH_DER_H
#include "../core/cursor.h"
#include "../core/tell.h"

enum { /* tags: [X.690] 8.1.2 */
       DER_INTEGER = 0x02,
       DER_BIT_STRING = 0x03,
       DER_OCTET_STRING = 0x04,
       DER_OBJECT_IDENTIFIER = 0x06,
       DER_ENUMERATED = 0x0a,
       DER_GENERAL_STRING = 0x1b,
       DER_SEQUENCE = 0x30
};
#define DER_APPLICATION(n) (0x60 | (n))
#define DER_CONTEXT(n)     (0xa0 | (n))

enum der_way { DECODE, ENCODE, VISIT };

typedef struct der {
    enum der_way way;
    wyre_rd r;          /* decoding */
    wyre_wr w;          /* encoding */
    const uint8_t *src; /* encoding: what the spans count from */
    size_t src_len;
    const wyre_visitor *v; /* visiting */
    uint32_t *present;     /* the optional elements of the message that are there */
} der;

INLINE der
der_decoding(const uint8_t *in, size_t in_len, uint32_t *present)
{
    der d = {.way = DECODE, .r = rd(in, in_len), .present = present};
    return d;
}
INLINE der
der_encoding(const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, uint32_t *present)
{
    der d = {.way = ENCODE, .w = wr(out, cap), .src = src, .src_len = src_len, .present = present};
    return d;
}
INLINE der
der_visiting(const wyre_visitor *v, uint32_t *present)
{
    der d = {.way = VISIT, .v = v, .present = present};
    return d;
}

/* ---- lengths: [X.690] 8.1.3 ---------------------------------------------------------------------- */

/* Reads the length of an element and checks that it fits the window. */
static inline size_t
der_length(wyre_rd *r)
{
    size_t at = r->pos;
    size_t len = rd_u8(r);
    if (len >= 0x80) {
        size_t count = len & 0x7f;
        len = 0;
        if (count == 0) /* indefinite */
            rd_refuse(r, WYRE_E_VALUE, at);
        if (count > 4)
            rd_refuse(r, WYRE_E_LIMIT, at);
        for (size_t i = 0; i < count && r->status == WYRE_OK; i++)
            len = len << 8 | rd_u8(r);
    }
    if (r->status == WYRE_OK && len > r->end - r->pos)
        rd_refuse(r, WYRE_E_LENGTH, at);
    return r->status == WYRE_OK ? len : 0;
}

/* Puts the shortest form of its length in front of the content from `start` to the end, for which
 * one byte was left. */
static inline void
der_patch_length(wyre_wr *w, size_t start)
{
    size_t len = w->pos - start;
    size_t more = len < 0x80 ? 0 : len < 0x100 ? 1 : len < 0x10000 ? 2 : len < 0x1000000 ? 3 : 4;
    reserve(w, more);
    if (w->status != WYRE_OK || w->pos > w->cap)
        return;
    if (more == 0) {
        w->out[start - 1] = (uint8_t)len;
        return;
    }
    memmove(w->out + start + more, w->out + start, len);
    w->out[start - 1] = (uint8_t)(0x80 | more);
    for (size_t i = 0; i < more; i++)
        w->out[start + i] = (uint8_t)(len >> 8 * (more - 1 - i));
}

/* ---- elements -------------------------------------------------------------------------------------- */

/* Begins an element that holds others; what it returns is for der_close. */
static inline size_t
der_open(der *d, uint8_t tag)
{
    if (d->way == ENCODE) {
        wr_u8(&d->w, tag);
        wr_u8(&d->w, 0);
        return d->w.pos;
    }
    if (d->way == VISIT)
        return 0;
    size_t at = d->r.pos;
    if (rd_u8(&d->r) != tag)
        rd_refuse(&d->r, WYRE_E_VALUE, at);
    return rd_enter(&d->r, der_length(&d->r));
}

/* Ends it: decoding, nothing may be left in it. */
static inline void
der_close(der *d, size_t opened)
{
    if (d->way == ENCODE)
        der_patch_length(&d->w, opened);
    if (d->way == DECODE) {
        if (d->r.pos != d->r.end)
            rd_refuse(&d->r, WYRE_E_VALUE, d->r.pos);
        rd_leave(&d->r, opened);
    }
}

/* The tag that is next in the window; 0, which no grammar here uses, at its end. */
static inline uint8_t
der_next_tag(const der *d)
{
    return d->r.status == WYRE_OK && d->r.pos < d->r.end ? d->r.in[d->r.pos] : 0;
}

/* Whether the optional element of that tag is there: decoding, whether it is next. */
static inline int
der_has(der *d, uint32_t bit, uint8_t tag)
{
    if (d->way == DECODE && der_next_tag(d) == tag)
        *d->present |= bit;
    return (*d->present & bit) != 0;
}

/* The content of an element that holds no others. */
static inline void
der_content(der *d, uint8_t tag, const char *name, uint32_t kind, wyre_span *content)
{
    size_t opened = der_open(d, tag);
    if (d->way == DECODE)
        *content = rd_span(&d->r, d->r.end - d->r.pos);
    if (d->way == ENCODE)
        wr_span(&d->w, d->src, d->src_len, *content);
    if (d->way == VISIT)
        tell_span_to(d->v, name, kind, *content);
    der_close(d, opened);
}

/* The same inside an element of tag `outer`: [n] EXPLICIT. */
static inline void
der_explicit(der *d, uint8_t outer, uint8_t tag, const char *name, uint32_t kind,
             wyre_span *content)
{
    size_t opened = der_open(d, outer);
    der_content(d, tag, name, kind, content);
    der_close(d, opened);
}

/* All elements that are left in the window, with their tags and lengths. */
static inline void
der_elements(der *d, const char *name, wyre_span *elements)
{
    if (d->way == ENCODE)
        wr_span(&d->w, d->src, d->src_len, *elements);
    if (d->way == VISIT)
        tell_span_to(d->v, name, WYRE_KIND_BYTES, *elements);
    if (d->way != DECODE)
        return;
    size_t start = d->r.pos;
    while (d->r.status == WYRE_OK && d->r.pos < d->r.end) {
        rd_u8(&d->r);
        rd_span(&d->r, der_length(&d->r));
    }
    if (d->r.status == WYRE_OK)
        *elements = (wyre_span){(uint32_t)start, (uint32_t)(d->r.pos - start)};
}
#endif

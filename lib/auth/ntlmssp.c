/* The three NTLM messages: [MS-NLMP] 2.2.1. Offsets count from the signature, as on the wire. */
#include <wyre/ntlmssp.h>
#include "../core/layout.h"
#include "../core/names.h"

enum { HEADER_END = 12 };

uint32_t
wyre_ntlmssp_message_type(const uint8_t *in, size_t in_len)
{
    if (in_len < HEADER_END || memcmp(in, "NTLMSSP", 8) != 0)
        return 0;
    return le32(in + 8);
}

static const constant_name ntlmssp_message_type_names[] = {
    NAME(WYRE_NTLMSSP_, NEGOTIATE),
    NAME(WYRE_NTLMSSP_, CHALLENGE),
    NAME(WYRE_NTLMSSP_, AUTHENTICATE),
};

const char *
wyre_ntlmssp_message_type_name(uint32_t type)
{
    return NAME_OF(ntlmssp_message_type_names, type);
}

/* ---- what the messages share ------------------------------------------------------------------- */

/* Len, MaxLen and BufferOffset of a part. Encoding, the part was placed before: see `place`. */
#ifdef WYRE_PROVE
#define FIELDS(l, at, m, f, kind)                                                                  \
    resolve(l, (at) + 4, load_width(l, (at) + 4, 4), load_width(l, at, 2), &(m)->f)
#else
INLINE void
fields(layout *l, size_t at, const char *name, uint32_t kind, wyre_span *span)
{
    if (l->way == DECODE)
        resolve(l, at + 4, load_width(l, at + 4, 4), load_width(l, at, 2), span);
    if (l->way == ENCODE) {
        store_width(l, at, 2, span->len);
        store_width(l, at + 2, 2, span->len);
        store_width(l, at + 4, 4, span->off);
    }
    if (l->way == VISIT)
        tell_span(l, name, kind, *span);
}
#define FIELDS(l, at, m, f, kind) fields(l, at, #f, kind, &(m)->f)
#endif

#define SIGNATURE(l, type)                                                                         \
    MAGIC(l, 0, 0x4e544c4d);                                                                       \
    MAGIC(l, 4, 0x53535000);                                                                       \
    MAGIC(l, 8, (uint32_t)(type) << 24)

/* 2.2.2.10 */
#define VERSION(l, at, m)                                                                          \
    U8(l, (at) + 0, m, product_major_version, NUMBER);                                             \
    U8(l, (at) + 1, m, product_minor_version, NUMBER);                                             \
    U16(l, (at) + 2, m, product_build, NUMBER);                                                    \
    ARRAY(l, (at) + 4, m, version_reserved, BYTES);                                                \
    U8(l, (at) + 7, m, ntlm_revision_current, NUMBER)

INLINE uint32_t
names(uint32_t negotiate_flags)
{
    return (negotiate_flags & WYRE_NTLMSSP_NEGOTIATE_UNICODE) != 0 ? WYRE_KIND_UTF16
                                                                   : WYRE_KIND_TEXT;
}

/* Where the fixed part can end and where its FIELDS stand, both rising. */
typedef struct shape {
    uint8_t sizes[4];
    uint8_t fields[6];
    uint8_t size_count, field_count;
} shape;

/* Claims the longest fixed part that ends before the first byte of a part; one, though, that has all
 * FIELDS which name a part, so that a part inside it is refused when they are read. */
/*@ requires open(l) && l->base == 0 && l->limit == l->in_len && l->fixed_len <= 255;
  @ requires \valid_read(s) && s->size_count <= 4 && s->field_count <= 6 && \separated(l, s);
  @ assigns l->fixed_len, l->end, l->status, l->fault;
  @ ensures open(l) && \old(l->fixed_len) <= l->fixed_len <= 255;
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
claim(layout *l, const shape *s)
{
    size_t first = l->in_len;
    size_t named = 0;
    size_t fixed = l->fixed_len;
    /*@ loop invariant 0 <= i <= s->field_count && first <= l->in_len;
      @ loop assigns i, first, named; loop variant s->field_count - i; */
    for (unsigned i = 0; i < s->field_count; i++) {
        size_t at = s->fields[i];
        if (at + 8 > first || le16(l->in + at) == 0)
            continue;
        named = at + 8;
        if (le32(l->in + at + 4) < first)
            first = le32(l->in + at + 4);
    }
    /*@ loop invariant 0 <= i <= s->size_count && l->fixed_len <= fixed <= 255;
      @ loop assigns i, fixed; loop variant s->size_count - i; */
    for (unsigned i = 0; i < s->size_count; i++)
        if (s->sizes[i] > fixed && (s->sizes[i] <= first || fixed < named))
            fixed = s->sizes[i];
    if (fixed > l->in_len) {
        refuse(l, WYRE_E_LENGTH, l->in_len);
        return;
    }
    l->fixed_len = fixed;
    l->end = fixed;
}

/* All from the fixed part to the end of the last part, where the caller wants it. */
/*@ requires \valid_read(l) && l->fixed_len <= 255;
  @ assigns \nothing; */
INLINE wyre_span
kept(const layout *l, uint32_t flags)
{
    wyre_span all = {0, 0};
    if ((flags & WYRE_NTLMSSP_KEEP_PAYLOAD) != 0 && l->status == WYRE_OK && l->end > l->fixed_len) {
        all.off = (uint32_t)l->fixed_len;
        all.len = (uint32_t)(l->end - l->fixed_len);
    }
    return all;
}

#ifndef WYRE_PROVE

INLINE int
is_size(const shape *s, size_t fixed)
{
    for (unsigned i = 0; i < s->size_count; i++)
        if (s->sizes[i] == fixed)
            return 1;
    return 0;
}

/* Writes the parts in the order in which they stand in src, and moves each span to its place in the
 * message. */
INLINE void
place(layout *l, wyre_span **parts, unsigned count)
{
    for (unsigned i = 1; i < count; i++) {
        for (unsigned k = i; k > 0 && parts[k]->off < parts[k - 1]->off; k--) {
            wyre_span *later = parts[k - 1];
            parts[k - 1] = parts[k];
            parts[k] = later;
        }
    }
    for (unsigned i = 0; i < count; i++) {
        size_t at = l->end;
        append(l, *parts[i]);
        if (parts[i]->len > 0)
            parts[i]->off = (uint32_t)at;
    }
}

/* Writes the payload whole; each part stands in it where it stood. */
INLINE void
carry(layout *l, wyre_span payload, wyre_span **parts, unsigned count)
{
    size_t at = l->end;
    append(l, payload);
    for (unsigned i = 0; i < count; i++) {
        wyre_span *part = parts[i];
        if (part->len == 0)
            continue;
        if (part->off < payload.off || part->len > payload.len ||
            part->off - payload.off > payload.len - part->len)
            refuse(l, WYRE_E_ARG, 0);
        part->off = part->off - payload.off + (uint32_t)at;
    }
}

/* As CODEC, for a fixed part that can end at several places and parts in any order, which are the
 * last arguments: the spans of `placed`. */
#define SHAPED_CODEC(T, picture, shape_of, least, ...)                                             \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n)    \
    {                                                                                              \
        layout l;                                                                                  \
        decoding(&l, in, in_len, 0, least, flags, WYRE_NTLMSSP_KEEP_PAYLOAD, out, sizeof *out);    \
        if (l.status == WYRE_OK)                                                                   \
            claim(&l, &shape_of);                                                                  \
        if (l.status == WYRE_OK) {                                                                 \
            out->fixed_len = (uint8_t)l.fixed_len;                                                 \
            picture(&l, out);                                                                      \
            out->payload = kept(&l, flags);                                                        \
        }                                                                                          \
        return decoded(&l, out, sizeof *out, n);                                                   \
    }                                                                                              \
    wyre_status T##_encode(const T *m, const uint8_t *src, size_t src_len, uint8_t *out,           \
                           size_t cap, size_t *n)                                                  \
    {                                                                                              \
        T placed = *m;                                                                             \
        wyre_span *parts[] = {__VA_ARGS__};                                                        \
        layout l = encoding(src, src_len, out, cap, 0, m->fixed_len);                              \
        if (!is_size(&shape_of, m->fixed_len)) {                                                   \
            refuse(&l, WYRE_E_RANGE, 0);                                                           \
            return encoded(&l, n);                                                                 \
        }                                                                                          \
        if (m->payload.len > 0)                                                                    \
            carry(&l, m->payload, parts, sizeof parts / sizeof *parts);                            \
        else                                                                                       \
            place(&l, parts, sizeof parts / sizeof *parts);                                        \
        picture(&l, &placed);                                                                      \
        return encoded(&l, n);                                                                     \
    }                                                                                              \
    wyre_status T##_visit(const T *m, const wyre_visitor *v)                                       \
    {                                                                                              \
        layout l = visiting(v);                                                                    \
        picture(&l, READ_ONLY(m));                                                                 \
        return WYRE_OK;                                                                            \
    }

#else

#define SHAPED_CODEC(T, picture, shape_of, least, ...)                                             \
    wyre_status T##_decode(const uint8_t *in, size_t in_len, uint32_t flags, T *out, size_t *n)    \
    {                                                                                              \
        layout l;                                                                                  \
        decoding(&l, in, in_len, 0, least, flags, WYRE_NTLMSSP_KEEP_PAYLOAD, out, sizeof *out);    \
        if (l.status == WYRE_OK)                                                                   \
            claim(&l, &shape_of);                                                                  \
        if (l.status == WYRE_OK) {                                                                 \
            out->fixed_len = (uint8_t)l.fixed_len;                                                 \
            picture(&l, out);                                                                      \
            out->payload = kept(&l, flags);                                                        \
        }                                                                                          \
        return decoded(&l, out, sizeof *out, n);                                                   \
    }

#endif

/* ---- 2.2.1.1 NEGOTIATE ------------------------------------------------------------------------- */

static const shape negotiate_shape = {{16, 32, 40}, {16, 24}, 3, 2};

LAYOUT
negotiate(layout *l, wyre_ntlmssp_negotiate *m)
{
    SIGNATURE(l, WYRE_NTLMSSP_NEGOTIATE);
    U32(l, 12, m, negotiate_flags, FLAGS);
    if (m->fixed_len >= WYRE_NTLMSSP_NEGOTIATE_NAMED) {
        FIELDS(l, 16, m, domain_name,      WYRE_KIND_TEXT);
        FIELDS(l, 24, m, workstation_name, WYRE_KIND_TEXT);
    }
    if (m->fixed_len >= WYRE_NTLMSSP_NEGOTIATE_WITH_VERSION) {
        VERSION(l, 32, m);
    }
}

/*@ DECODES(in, in_len, out, n); */
SHAPED_CODEC(wyre_ntlmssp_negotiate, negotiate, negotiate_shape, 16, &placed.domain_name,
             &placed.workstation_name)

/* ---- 2.2.1.2 CHALLENGE ------------------------------------------------------------------------- */

static const shape challenge_shape = {{32, 40, 48, 56}, {12, 40}, 4, 2};

LAYOUT
challenge(layout *l, wyre_ntlmssp_challenge *m)
{
    SIGNATURE(l, WYRE_NTLMSSP_CHALLENGE);
    FIELDS(l, 12, m, target_name,      names(m->negotiate_flags));
    U32   (l, 20, m, negotiate_flags,  FLAGS);
    ARRAY (l, 24, m, server_challenge, BYTES);
    if (m->fixed_len >= WYRE_NTLMSSP_CHALLENGE_RESERVED) {
        ARRAY(l, 32, m, reserved, BYTES);
    }
    if (m->fixed_len >= WYRE_NTLMSSP_CHALLENGE_WITH_INFO) {
        FIELDS(l, 40, m, target_info, WYRE_KIND_BYTES);
    }
    if (m->fixed_len >= WYRE_NTLMSSP_CHALLENGE_WITH_VERSION) {
        VERSION(l, 48, m);
    }
}

/*@ DECODES(in, in_len, out, n); */
SHAPED_CODEC(wyre_ntlmssp_challenge, challenge, challenge_shape, 32, &placed.target_name,
             &placed.target_info)

/* ---- 2.2.1.3 AUTHENTICATE ---------------------------------------------------------------------- */

static const shape authenticate_shape = {{52, 64, 72, 88}, {12, 20, 28, 36, 44, 52}, 4, 6};

LAYOUT
authenticate(layout *l, wyre_ntlmssp_authenticate *m)
{
    SIGNATURE(l, WYRE_NTLMSSP_AUTHENTICATE);
    FIELDS(l, 12, m, lm_challenge_response, WYRE_KIND_BYTES);
    FIELDS(l, 20, m, nt_challenge_response, WYRE_KIND_BYTES);
    FIELDS(l, 28, m, domain_name,           names(m->negotiate_flags));
    FIELDS(l, 36, m, user_name,             names(m->negotiate_flags));
    FIELDS(l, 44, m, workstation,           names(m->negotiate_flags));
    if (m->fixed_len >= WYRE_NTLMSSP_AUTHENTICATE_KEYED) {
        FIELDS(l, 52, m, encrypted_random_session_key, WYRE_KIND_BYTES);
        /* 16 bytes or none: longer ones overran servers that trusted the length. */
        CHECK(l, 52, m->encrypted_random_session_key.len == 16 ||
                         m->encrypted_random_session_key.len == 0);
        U32(l, 60, m, negotiate_flags, FLAGS);
    }
    if (m->fixed_len >= WYRE_NTLMSSP_AUTHENTICATE_WITH_VERSION) {
        VERSION(l, 64, m);
    }
    if (m->fixed_len >= WYRE_NTLMSSP_AUTHENTICATE_WITH_MIC) {
        ARRAY(l, 72, m, mic, BYTES);
    }
}

/*@ DECODES(in, in_len, out, n); */
SHAPED_CODEC(wyre_ntlmssp_authenticate, authenticate, authenticate_shape, 52,
             &placed.lm_challenge_response, &placed.nt_challenge_response, &placed.domain_name,
             &placed.user_name, &placed.workstation, &placed.encrypted_random_session_key)

/* ---- 3.1.5.1.2 MIC ----------------------------------------------------------------------------- */

wyre_status
wyre_ntlmssp_authenticate_mic(const wyre_ntlmssp_authenticate *m, uint32_t len,
                              wyre_ntlmssp_proof *out)
{
    memset(out, 0, sizeof *out);
    if (m->fixed_len != WYRE_NTLMSSP_AUTHENTICATE_WITH_MIC)
        return WYRE_E_STATE;
    if (len < WYRE_NTLMSSP_AUTHENTICATE_WITH_MIC)
        return WYRE_E_ARG;
    out->before = (wyre_span){0, 72};
    out->value = (wyre_span){72, 16};
    out->after = (wyre_span){88, len - 88};
    return WYRE_OK;
}

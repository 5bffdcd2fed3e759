/* The login record of TDS 4.2 and 5.0: [MS-SSTDS] 2.2.6.3. Texts have a field of fixed width, and the
 * number of bytes used in one byte behind it. */
#include <wyre/tds_login4.h>
#include "../core/cursor.h"
#include "tds_layout.h"

enum { CAPABILITY = 0xe2, REMOTE_PASSWORDS = 255 };

/*@ requires open(l) && within(l, at, width + 1) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault;
  @ ensures open(l) && inside(*span, l->in_len);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
load_used(layout *l, size_t at, size_t width, wyre_span *span)
{
    uint8_t used = l->in[l->base + at + width];
    span->off = (uint32_t)(l->base + at);
    span->len = 0;
    if (used > width)
        refuse(l, WYRE_E_LENGTH, l->base + at + width);
    else
        span->len = used;
}

#ifdef WYRE_PROVE
#define TEXT(l, at, width, m, f)  load_used(l, at, width, &(m)->f)
#define FIELD(l, at, width, m, f) ((m)->f.off = (uint32_t)(at), (m)->f.len = (width))
#else

/* The bytes of a span, and zeros up to the width of its field. */
INLINE void
store_padded(layout *l, size_t at, size_t width, wyre_span span)
{
    if (l->fits)
        memset(l->fixed + at, 0, width);
    if (span.len > width)
        refuse(l, WYRE_E_RANGE, 0);
    else if (span.len > 0 && (span.off > l->src_len || span.len > l->src_len - span.off))
        refuse(l, WYRE_E_ARG, 0);
    else if (span.len > 0)
        store_bytes(l, at, l->src + span.off, span.len);
}
INLINE void
text(layout *l, size_t at, size_t width, const char *name, wyre_span *span)
{
    if (l->way == DECODE)
        load_used(l, at, width, span);
    if (l->way == ENCODE) {
        store_padded(l, at, width, *span);
        store8(l, at + width, (uint8_t)span->len);
    }
    if (l->way == VISIT)
        tell_span(l, name, WYRE_KIND_TEXT, *span);
}
INLINE void
whole_field(layout *l, size_t at, uint32_t width, const char *name, wyre_span *span)
{
    if (l->way == DECODE)
        *span = (wyre_span){(uint32_t)at, width};
    if (l->way == ENCODE)
        store_padded(l, at, width, *span);
    if (l->way == VISIT)
        tell_span(l, name, WYRE_KIND_BYTES, *span);
}
#define TEXT(l, at, width, m, f)  text(l, at, width, #f, &(m)->f)
#define FIELD(l, at, width, m, f) whole_field(l, at, width, #f, &(m)->f)
#endif

#define SECTION(l, m)                                                                              \
    requires l->base == 0 && l->fixed_len == WYRE_TDS_LOGIN4_SIZE;                                 \
    LAYS(l, m);                                                                                    \
    assigns *m, l->status, l->fault

/* Who logs in, and how the client writes numbers. */
/*@ SECTION(l, m); */
INLINE void
client(layout *l, wyre_tds_login4 *m)
{
    TEXT (l,   0, 30, m, host_name);
    TEXT (l,  31, 30, m, user_name);
    TEXT (l,  62, 30, m, password);
    TEXT (l,  93, 30, m, host_process);
    U8   (l, 124, m, int2_order,              NUMBER);
    U8   (l, 125, m, int4_order,              NUMBER);
    CHECK(l, 125, m->int4_order <= 1);
    U8   (l, 126, m, char_set,                NUMBER);
    U8   (l, 127, m, float8,                  NUMBER);
    U8   (l, 128, m, date8,                   NUMBER);
    U8   (l, 129, m, use_db_notify,           NUMBER);
    U8   (l, 130, m, dump_load,               NUMBER);
    U8   (l, 131, m, interface,               NUMBER);
    U8   (l, 132, m, type,                    NUMBER);
    if (m->int4_order == 0) {
        U32BE(l, 133, m, buffer_size,         NUMBER);
    } else {
        U32(l, 133, m, buffer_size,           NUMBER);
    }
    ARRAY(l, 137, m, spare,                   BYTES);
}

/* The application, the server, and what speaks TDS. */
/*@ SECTION(l, m); */
INLINE void
programs(layout *l, wyre_tds_login4 *m)
{
    TEXT (l, 140, 30, m, app_name);
    TEXT (l, 171, 30, m, server_name);
    FIELD(l, 202, REMOTE_PASSWORDS, m, remote_passwords);
    U8   (l, 457, m, remote_passwords_length, NUMBER);
    U32BE(l, 458, m, tds_version,             NUMBER);
    TEXT (l, 462, 10, m, program_name);
    ARRAY(l, 473, m, program_version,         BYTES);
    U8   (l, 477, m, convert_short,           NUMBER);
    U8   (l, 478, m, float4,                  NUMBER);
    U8   (l, 479, m, date4,                   NUMBER);
}

/* Language, security, and the size of packets. */
/*@ SECTION(l, m); */
INLINE void
settings(layout *l, wyre_tds_login4 *m)
{
    TEXT (l, 480, 30, m, language);
    U8   (l, 511, m, language_notify,         NUMBER);
    ARRAY(l, 512, m, old_secure,              BYTES);
    U8   (l, 514, m, sec_login,               FLAGS);
    U8   (l, 515, m, sec_bulk,                NUMBER);
    U8   (l, 516, m, ha_login_type,           NUMBER);
    ARRAY(l, 517, m, ha_session_id,           BYTES);
    ARRAY(l, 523, m, spare2,                  BYTES);
    TEXT (l, 525, 30, m, charset);
    U8   (l, 556, m, charset_notify,          NUMBER);
    TEXT (l, 557,  6, m, packet_size);
}

LAYOUT
login4(layout *l, wyre_tds_login4 *m)
{
    client(l, m);
    programs(l, m);
    settings(l, m);
    REST(l, m, tail, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->tail, in_len); */
CODEC(wyre_tds_login4, login4, WYRE_TDS_LOGIN4_SIZE, 0)

/* ---- capabilities ------------------------------------------------------------------------------------- */

/* Token byte and length; the masks begin behind them. */
/*@ requires \valid(it) && in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));
  @ requires \separated(it, in + (0 .. in_len - 1));
  @ assigns *it;
  @ ensures \result <= WYRE_OK && (\result == WYRE_OK ==> 3 <= it->pos <= it->end <= in_len); */
static wyre_status
open_capability(wyre_tds_capability_iter *it, const uint8_t *in, size_t in_len, uint8_t int2_order)
{
    wyre_rd r = rd(in, in_len);
    if (rd_u8(&r) != CAPABILITY)
        return WYRE_E_MAGIC;
    uint16_t len = int2_order == 2 ? rd_u16be(&r) : rd_u16le(&r);
    size_t start = r.pos;
    rd_span(&r, len);
    if (r.status == WYRE_OK)
        *it = (wyre_tds_capability_iter){(uint32_t)start, (uint32_t)r.pos};
    return r.status;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->bits, in_len) && it->pos <= in_len; */
wyre_status
wyre_tds_capability_next(wyre_tds_capability_iter *it, const uint8_t *in, size_t in_len,
                         uint8_t int2_order, wyre_tds_capability *out)
{
    wyre_status status = WYRE_OK;
    *out = (wyre_tds_capability){.type = 0};
    if (it->end == 0)
        status = open_capability(it, in, in_len, int2_order);
    if (status != WYRE_OK)
        return status;
    if (it->end > in_len || it->pos > it->end)
        return WYRE_E_LENGTH;
    if (it->pos == it->end)
        return WYRE_END;
    wyre_rd r = rd(in, it->end);
    r.pos = it->pos;
    uint8_t type = rd_u8(&r);
    wyre_span bits = rd_span(&r, rd_u8(&r));
    if (r.status != WYRE_OK)
        return r.status;
    it->pos = (uint32_t)r.pos;
    out->bits = bits;
    out->type = type;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

wyre_status
wyre_tds_capability_build(const wyre_tds_capability *masks, size_t count, uint8_t int2_order,
                          const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, CAPABILITY);
    size_t at = wr_mark(&w, 2);
    for (size_t i = 0; i < count && w.status == WYRE_OK; i++) {
        if (masks[i].bits.len > UINT8_MAX)
            wr_refuse(&w, WYRE_E_RANGE);
        wr_u8(&w, masks[i].type);
        wr_u8(&w, (uint8_t)masks[i].bits.len);
        wr_span(&w, src, src_len, masks[i].bits);
    }
    if (int2_order == 2)
        wr_patch_u16be(&w, at, w.pos - at - 2);
    else
        wr_patch_u16le(&w, at, w.pos - at - 2);
    return wr_finish(&w, n);
}

#endif

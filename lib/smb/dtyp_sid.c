/* Security identifiers, binary and as text: [MS-DTYP] 2.4.2. */
#include <wyre/dtyp.h>
#include "../core/cursor.h"
#include "../core/layout.h"

/* ---- 2.4.2.2 SID, packet representation --------------------------------------------------------- */

LAYOUT
sid(layout *l, wyre_dtyp_sid *m)
{
    U8         (l, 0, m, revision,             NUMBER);
    CHECK      (l, 0, m->revision == 1);
    COUNT_UNITS(l, 1, 1, 4, m, sub_authority);
    CHECK      (l, 1, m->sub_authority.len <= 4 * WYRE_DTYP_SID_MAX_SUB_AUTHORITIES);
    ARRAY      (l, 2, m, identifier_authority, BYTES);
    RUN        (l, m, sub_authority, U32S);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->sub_authority, in_len); */
CODEC(wyre_dtyp_sid, sid, 8, 0)

/* ---- 2.4.2.1 SID, string format ------------------------------------------------------------------ */

#ifndef WYRE_PROVE

static void
put_decimal(wyre_wr *w, uint64_t value)
{
    uint8_t digits[20];
    size_t len;
    if (wyre_decimal_encode(value, digits, sizeof digits, &len) == WYRE_OK)
        wr_bytes(w, digits, len);
}

/* "0x" and 12 digits, the form of an authority that 32 bits do not hold. */
static void
put_hex_authority(wyre_wr *w, const uint8_t *authority)
{
    static const char digits[] = "0123456789ABCDEF";
    wr_u8(w, '0');
    wr_u8(w, 'x');
    for (size_t i = 0; i < 6; i++) {
        wr_u8(w, (uint8_t)digits[authority[i] >> 4]);
        wr_u8(w, (uint8_t)digits[authority[i] & 15]);
    }
}

wyre_status
wyre_dtyp_sid_to_text(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_dtyp_sid m;
    wyre_status status = wyre_dtyp_sid_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_wr w = wr(out, cap);
    wr_bytes(&w, (const uint8_t *)"S-1-", 4);
    if (m.identifier_authority[0] != 0 || m.identifier_authority[1] != 0)
        put_hex_authority(&w, m.identifier_authority);
    else
        put_decimal(&w, be32(m.identifier_authority + 2));
    for (uint32_t i = 0; i < m.sub_authority.len; i += 4) {
        wr_u8(&w, '-');
        put_decimal(&w, le32(in + m.sub_authority.off + i));
    }
    return wr_finish(&w, n);
}

/* A run of digits up to `-` or the end, no more than 32 bits. */
static uint32_t
decimal(wyre_rd *r)
{
    uint64_t value = 0;
    size_t fault = 0;
    size_t end = r->pos;
    if (r->status != WYRE_OK)
        return 0;
    while (end < r->end && r->in[end] != '-')
        end++;
    wyre_status status = wyre_decimal_decode(end > 0 ? r->in + r->pos : NULL, end - r->pos,
                                             UINT32_MAX, &value, &fault);
    if (status != WYRE_OK)
        rd_refuse(r, WYRE_E_TEXT, r->pos + fault);
    else
        r->pos = end;
    return (uint32_t)value;
}

/* IdentifierAuthorityDec or IdentifierAuthorityHex. */
static void
authority(wyre_rd *r, uint8_t *out)
{
    memset(out, 0, 6);
    if (r->end - r->pos < 2 || r->in[r->pos] != '0' || r->in[r->pos + 1] != 'x') {
        put_be32(out + 2, decimal(r));
        return;
    }
    r->pos += 2;
    for (size_t i = 0; i < 12; i++) {
        uint8_t c = rd_u8(r);
        uint8_t lower = c | 0x20;
        uint8_t digit = c >= '0' && c <= '9'           ? (uint8_t)(c - '0')
                        : lower >= 'a' && lower <= 'f' ? (uint8_t)(lower - 'a' + 10)
                                                       : 16;
        if (digit > 15)
            rd_refuse(r, WYRE_E_TEXT, r->pos - 1);
        else
            out[i / 2] = (uint8_t)(out[i / 2] << 4 | digit);
    }
}

/* One byte that can be no other. */
static void
literal(wyre_rd *r, uint8_t wanted)
{
    if (rd_u8(r) != wanted)
        rd_refuse(r, WYRE_E_TEXT, r->pos - 1);
}

wyre_status
wyre_dtyp_sid_from_text(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    uint8_t sid_bytes[8 + 4 * WYRE_DTYP_SID_MAX_SUB_AUTHORITIES] = {1};
    size_t count = 0;
    wyre_rd r = rd(in, in_len);
    for (const char *c = "S-1-"; *c != '\0'; c++)
        literal(&r, (uint8_t)*c);
    if (r.status == WYRE_OK)
        authority(&r, sid_bytes + 2);
    for (; r.status == WYRE_OK && r.pos < r.end; count++) {
        size_t dash = r.pos;
        literal(&r, '-');
        if (count == WYRE_DTYP_SID_MAX_SUB_AUTHORITIES)
            rd_refuse(&r, WYRE_E_LIMIT, dash);
        else
            put_le32(sid_bytes + 8 + 4 * count, decimal(&r));
    }
    if (r.status != WYRE_OK) {
        if (n != NULL)
            *n = r.fault;
        return r.status == WYRE_E_LENGTH ? WYRE_E_TEXT : r.status;
    }
    sid_bytes[1] = (uint8_t)count;
    wyre_wr w = wr(out, cap);
    wr_bytes(&w, sid_bytes, 8 + 4 * count);
    return wr_finish(&w, n);
}
#endif

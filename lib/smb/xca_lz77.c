/* Plain LZ77: [MS-XCA] 2.3, 2.4. */
#include <wyre/xca.h>
#include "../core/cursor.h"
#include "xca_output.h"
#include "xca_search.h"

/* A match is 13 bits of distance - 1 and 3 bits of length - 3. A length that needs more goes on in a
 * half byte, a byte, 16 bits and 32 bits, each with all bits set (the 16 bits: all clear) to say that
 * the next one follows. Two half bytes share one byte. */
enum {
    FARTHEST = 8192,
    IN_TOKEN = 7,            /* the first length - 3 that needs the half byte */
    IN_HALF = IN_TOKEN + 15, /* that needs the byte */
    IN_BYTE = IN_HALF + 255  /* that needs 16 bits, where it is written whole */
};

/* ---- decompression: 2.4.4 --------------------------------------------------------------------------- */

typedef struct lz77 {
    wyre_rd r;
    output o;
    uint32_t flags;
    unsigned flags_left;
    uint8_t half;      /* the upper half of a byte whose lower half was used */
    uint8_t half_left; /* whether it is still to be used */
} lz77;

static uint32_t
half_byte(lz77 *z)
{
    if (z->half_left != 0) {
        z->half_left = 0;
        return z->half;
    }
    uint8_t both = rd_u8(&z->r);
    z->half = both >> 4;
    z->half_left = 1;
    return both & 15;
}

/* The length - 3 of a match whose token is full. */
static uint32_t
long_length(lz77 *z, size_t token)
{
    uint32_t len = half_byte(z);
    if (len < 15)
        return len + IN_TOKEN;
    len = rd_u8(&z->r);
    if (len < 255)
        return len + IN_HALF;
    len = rd_u16le(&z->r);
    if (len == 0)
        len = rd_u32le(&z->r);
    if (len < IN_HALF)
        rd_refuse(&z->r, WYRE_E_VALUE, token);
    return len;
}

static void
read_match(lz77 *z)
{
    size_t at = z->r.pos;
    uint16_t token = rd_u16le(&z->r);
    size_t distance = ((size_t)token >> 3) + 1;
    uint64_t len = token & 7;
    if (len == IN_TOKEN)
        len = long_length(z, at);
    len += SHORTEST;
    if (z->r.status != WYRE_OK)
        return;
    if (distance > z->o.len)
        rd_refuse(&z->r, WYRE_E_OFFSET, at);
    else if (!countable(&z->o, len))
        rd_refuse(&z->r, WYRE_E_LIMIT, at);
    else
        put_match(&z->o, distance, (size_t)len);
}

/* Whether the next is a match: the flags come 32 at a time, last bit first. */
static int
next_flag(lz77 *z)
{
    if (z->flags_left == 0) {
        z->flags = rd_u32le(&z->r);
        z->flags_left = 32;
    }
    z->flags_left--;
    return (int)(z->flags >> z->flags_left & 1);
}

wyre_status
wyre_xca_lz77_decompress(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    lz77 z = {rd(in, in_len), {out, cap, 0}, 0, 0, 0, 0};
    if (in_len > UINT32_MAX)
        rd_refuse(&z.r, WYRE_E_ARG, 0);
    while (z.r.status == WYRE_OK) {
        int is_match = next_flag(&z);
        if (is_match && z.r.pos == in_len)
            break;
        if (is_match)
            read_match(&z);
        else if (!countable(&z.o, 1))
            rd_refuse(&z.r, WYRE_E_LIMIT, z.r.pos);
        else
            put_literal(&z.o, rd_u8(&z.r));
    }
    if (n != NULL)
        *n = z.r.status == WYRE_OK ? z.o.len : z.r.fault;
    return z.r.status == WYRE_OK && z.o.len > cap ? WYRE_E_SPACE : z.r.status;
}

/* ---- compression: 2.3.4 ----------------------------------------------------------------------------- */

typedef struct writer {
    wyre_wr w;
    uint32_t flags;
    unsigned flags_used;
    size_t flags_at; /* where the 32 flags go */
    size_t half_at;  /* a byte whose upper half is still free; 0: none */
    uint8_t half;    /* its lower half */
} writer;

static void
write_flag(writer *z, uint32_t flag)
{
    z->flags = z->flags << 1 | flag;
    if (++z->flags_used < 32)
        return;
    wr_patch_u32le(&z->w, z->flags_at, z->flags);
    z->flags_at = wr_mark(&z->w, 4);
    z->flags_used = 0;
}

static void
write_half_byte(writer *z, uint8_t value)
{
    if (z->half_at == 0) {
        z->half = value;
        z->half_at = wr_mark(&z->w, 1);
        wr_patch_u8(&z->w, z->half_at, value);
    } else {
        wr_patch_u8(&z->w, z->half_at, (size_t)value << 4 | z->half);
        z->half_at = 0;
    }
}

/* `len` is the length - 3. */
static void
write_long_length(writer *z, size_t len)
{
    write_half_byte(z, len < IN_HALF ? (uint8_t)(len - IN_TOKEN) : 15);
    if (len < IN_HALF)
        return;
    wr_u8(&z->w, len < IN_BYTE ? (uint8_t)(len - IN_HALF) : 255);
    if (len < IN_BYTE)
        return;
    wr_u16le(&z->w, len <= 0xffff ? (uint16_t)len : 0);
    if (len > 0xffff)
        wr_u32le(&z->w, (uint32_t)len);
}

static void
write_match(writer *z, match m)
{
    size_t len = m.len - SHORTEST;
    wr_u16le(&z->w, (uint16_t)((m.distance - 1) << 3 | (len < IN_TOKEN ? len : IN_TOKEN)));
    if (len >= IN_TOKEN)
        write_long_length(z, len);
}

wyre_status
wyre_xca_lz77_compress(const uint8_t *in, size_t in_len, wyre_xca_search *search, uint8_t *out,
                       size_t cap, size_t *n)
{
    writer z = {wr(out, cap), 0, 0, 0, 0, 0};
    memset(search, 0, sizeof *search);
    if (in_len > UINT32_MAX)
        wr_refuse(&z.w, WYRE_E_ARG);
    z.flags_at = wr_mark(&z.w, 4);
    for (size_t at = 0; at < in_len && z.w.status == WYRE_OK;) {
        match m = find_match(search, in, 0, at, in_len, FARTHEST, UINT32_MAX);
        if (m.len == 0) {
            wr_u8(&z.w, in[at++]);
            write_flag(&z, 0);
            continue;
        }
        write_match(&z, m);
        write_flag(&z, 1);
        for (size_t inside = at + 1; inside < at + m.len; inside++)
            remember(search, in, inside, in_len);
        at += m.len;
    }
    /* The flags behind the last one are set: a match where the input ends. */
    uint64_t set = ((uint64_t)1 << (32 - z.flags_used)) - 1;
    wr_patch_u32le(&z.w, z.flags_at, (uint32_t)((uint64_t)z.flags << (32 - z.flags_used) | set));
    return wr_finish(&z.w, n);
}

/* LZNT1: [MS-XCA] 2.5. */
#include <wyre/xca.h>
#include "../core/cursor.h"
#include "xca_output.h"
#include "xca_search.h"

enum {
    CHUNK = 4096,  /* bytes that a chunk stands for */
    SIGNATURE = 3, /* bits 12 to 14 of a chunk's header */
    COMPRESSED = 0x8000
};

/* How many bits of a match are its length, `written` bytes behind the start of its chunk; the others
 * are its displacement. 2.5.1.4 */
INLINE unsigned
length_bits(size_t written)
{
    unsigned bits = 12;
    for (size_t reach = 16; reach < written; reach *= 2)
        bits--;
    return bits;
}

/* ---- decompression ---------------------------------------------------------------------------------- */

static void
read_match(wyre_rd *r, output *o, size_t chunk)
{
    size_t at = r->pos;
    uint16_t tuple = rd_u16le(r);
    size_t written = o->len - chunk;
    unsigned bits = length_bits(written);
    size_t distance = ((size_t)tuple >> bits) + 1;
    size_t len = (tuple & ((1u << bits) - 1)) + SHORTEST;
    if (r->status != WYRE_OK)
        return;
    if (distance > written)
        rd_refuse(r, WYRE_E_OFFSET, at);
    else if (len > CHUNK - written)
        rd_refuse(r, WYRE_E_VALUE, at);
    else
        put_match(o, distance, len);
}

/* Up to eight literals and matches behind a byte of flags, first bit first. */
static void
read_group(wyre_rd *r, output *o, size_t chunk)
{
    unsigned flags = rd_u8(r);
    for (unsigned i = 0; i < 8 && r->pos < r->end && r->status == WYRE_OK; i++, flags >>= 1) {
        if ((flags & 1) != 0)
            read_match(r, o, chunk);
        else if (o->len - chunk == CHUNK)
            rd_refuse(r, WYRE_E_VALUE, r->pos);
        else
            put_literal(o, rd_u8(r));
    }
}

/* The bytes of one chunk are the window of `r`. */
static void
read_chunk(wyre_rd *r, output *o, int compressed)
{
    size_t chunk = o->len;
    size_t at;
    size_t len = r->end - r->pos;
    if (!countable(o, CHUNK)) {
        rd_refuse(r, WYRE_E_LIMIT, r->pos);
    } else if (!compressed && take(r, len, &at)) {
        put_literals(o, r->in + at, len);
    }
    while (r->status == WYRE_OK && r->pos < r->end)
        read_group(r, o, chunk);
}

wyre_status
wyre_xca_lznt1_decompress(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_rd r = rd(in, in_len);
    output o = {out, cap, 0};
    if (in_len > UINT32_MAX)
        rd_refuse(&r, WYRE_E_ARG, 0);
    while (r.status == WYRE_OK && r.pos < in_len) {
        size_t at = r.pos;
        uint16_t header = rd_u16le(&r);
        if (header == 0)
            break;
        if (r.status == WYRE_OK && ((header >> 12 & 7) != SIGNATURE || o.len % CHUNK != 0))
            rd_refuse(&r, WYRE_E_VALUE, at);
        if (r.status == WYRE_OK && (header & 0xfffu) + 1 > in_len - r.pos)
            rd_refuse(&r, WYRE_E_LENGTH, at);
        size_t outer = rd_enter(&r, (header & 0xfffu) + 1);
        read_chunk(&r, &o, (header & COMPRESSED) != 0);
        rd_leave(&r, outer);
    }
    if (n != NULL)
        *n = r.status == WYRE_OK ? o.len : r.fault;
    return r.status == WYRE_OK && o.len > cap ? WYRE_E_SPACE : r.status;
}

/* ---- compression ------------------------------------------------------------------------------------ */

/* The bytes from `chunk` to `end` behind their header, as literals and matches. */
static void
write_chunk(wyre_wr *w, wyre_xca_search *search, const uint8_t *in, size_t chunk, size_t end)
{
    size_t at = chunk;
    while (at < end) {
        unsigned flags = 0;
        size_t mark = wr_mark(w, 1);
        for (unsigned i = 0; i < 8 && at < end; i++) {
            unsigned bits = length_bits(at - chunk);
            match m = find_match(search, in, chunk, at, end, (size_t)1 << (16 - bits),
                                 (1u << bits) - 1 + SHORTEST);
            if (m.len == 0) {
                wr_u8(w, in[at++]);
                continue;
            }
            flags |= 1u << i;
            wr_u16le(w, (uint16_t)((m.distance - 1) << bits | (m.len - SHORTEST)));
            for (size_t inside = at + 1; inside < at + m.len; inside++)
                remember(search, in, inside, end);
            at += m.len;
        }
        wr_patch_u8(w, mark, flags);
    }
}

wyre_status
wyre_xca_lznt1_compress(const uint8_t *in, size_t in_len, wyre_xca_search *search, uint8_t *out,
                        size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    memset(search, 0, sizeof *search);
    if (in_len > UINT32_MAX)
        wr_refuse(&w, WYRE_E_ARG);
    for (size_t chunk = 0; chunk < in_len && w.status == WYRE_OK; chunk += CHUNK) {
        size_t len = in_len - chunk < CHUNK ? in_len - chunk : CHUNK;
        size_t header = wr_mark(&w, 2);
        write_chunk(&w, search, in, chunk, chunk + len);
        size_t size = w.pos - header - 2;
        if (size < len) {
            wr_patch_u16le(&w, header, COMPRESSED | SIGNATURE << 12 | (size - 1));
        } else {
            w.pos = header + 2;
            wr_bytes(&w, in + chunk, len);
            wr_patch_u16le(&w, header, SIGNATURE << 12 | (len - 1));
        }
    }
    return wr_finish(&w, n);
}

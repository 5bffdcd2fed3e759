/* LZ77+Huffman, decompression: [MS-XCA] 2.2. */
#include <wyre/xca.h>
#include "../core/cursor.h"
#include "xca_output.h"

enum {
    BLOCK = 65536, /* output bytes that one table is for */
    TABLE = 256,   /* bytes of a table: 512 lengths of 4 bits */
    SYMBOLS = 512, /* 256 literals, and 16 lengths times 16 sizes of distance */
    END = 256,     /* the symbol that a writer puts behind the last one */
    LONGEST = 15,  /* code */
    QUICK = 9,     /* bits that find most codes at once */
    SHORTEST = 3   /* match */
};

/* ---- the code of a block: 2.2.4 ---------------------------------------------------------------------- */

static unsigned
code_length(const uint8_t *table, unsigned symbol)
{
    return symbol % 2 == 0 ? table[symbol / 2] & 15u : (unsigned)table[symbol / 2] >> 4;
}

/* Codes are given out by length, and among one length by symbol. Whether they use up all of 15 bits. */
static int
make_code(wyre_xca_huffman *code, const uint8_t *table)
{
    uint16_t count[LONGEST + 1] = {0};
    uint16_t next[LONGEST + 1];
    uint32_t end = 0;
    uint16_t index = 0;
    for (unsigned symbol = 0; symbol < SYMBOLS; symbol++)
        count[code_length(table, symbol)]++;
    for (unsigned len = 1; len <= LONGEST; len++) {
        end += (uint32_t)count[len] << (LONGEST - len);
        if (end > 1u << LONGEST)
            return 0;
        code->end[len] = (uint16_t)end;
        code->first[len] = next[len] = index;
        index = (uint16_t)(index + count[len]);
    }
    for (unsigned symbol = 0; symbol < SYMBOLS; symbol++)
        if (code_length(table, symbol) != 0)
            code->symbol[next[code_length(table, symbol)]++] = (uint16_t)symbol;
    return end == 1u << LONGEST;
}

/* What the next 9 bits say, where the code is no longer than that. */
static void
make_quick(wyre_xca_huffman *code, const uint8_t *table)
{
    size_t entry = 0;
    memset(code->quick, 0, sizeof code->quick);
    for (size_t i = 0; entry < (size_t)1 << QUICK; i++) {
        uint16_t symbol = code->symbol[i];
        unsigned len = code_length(table, symbol);
        if (len > QUICK)
            break;
        for (size_t same = (size_t)1 << (QUICK - len); same > 0; same--)
            code->quick[entry++] = (uint16_t)(len << 9 | symbol);
    }
}

/* ---- bits: 16 at a time, first bit first -------------------------------------------------------------- */

typedef struct bits {
    wyre_rd r;
    uint32_t next;      /* the first bit is the highest one */
    unsigned available; /* of `next`; the others are 0 */
} bits;

INLINE void
refill(bits *b)
{
    if (b->r.end - b->r.pos < 2)
        return;
    b->next |= (uint32_t)rd_u16le(&b->r) << (16 - b->available);
    b->available += 16;
}

static void
start(bits *b)
{
    b->next = 0;
    b->available = 0;
    refill(b);
    refill(b);
}

/* Where a word is taken is part of the format: bytes of long lengths stand between the words. */
INLINE void
consume(bits *b, unsigned n)
{
    if (n > b->available) {
        rd_refuse(&b->r, WYRE_E_LENGTH, b->r.end);
        return;
    }
    b->next <<= n;
    b->available -= n;
    if (b->available < 16)
        refill(b);
}

static unsigned
next_symbol(bits *b, const wyre_xca_huffman *code)
{
    uint32_t value = b->next >> (32 - LONGEST);
    uint16_t quick = code->quick[value >> (LONGEST - QUICK)];
    if (quick != 0) {
        consume(b, quick >> 9);
        return quick & (SYMBOLS - 1);
    }
    unsigned len = QUICK + 1;
    while (len < LONGEST && value >= code->end[len])
        len++;
    consume(b, len);
    return code->symbol[code->first[len] + ((value - code->end[len - 1]) >> (LONGEST - len))];
}

/* ---- matches ------------------------------------------------------------------------------------------ */

/* The length - 3 where the symbol has no room for it: a byte, 16 bits or 32 bits. */
static uint32_t
long_length(wyre_rd *r, size_t at)
{
    uint32_t len = rd_u8(r);
    if (len < 255)
        return len + 15;
    len = rd_u16le(r);
    if (len == 0)
        len = rd_u32le(r);
    if (len < 15)
        rd_refuse(r, WYRE_E_VALUE, at);
    return len;
}

static void
read_match(bits *b, output *o, unsigned symbol)
{
    size_t at = b->r.pos;
    unsigned distance_bits = (symbol - END) / 16;
    uint64_t len = (symbol - END) % 16;
    if (len == 15)
        len = long_length(&b->r, at);
    len += SHORTEST;
    size_t distance =
        ((size_t)1 << distance_bits) + (distance_bits > 0 ? b->next >> (32 - distance_bits) : 0);
    consume(b, distance_bits);
    if (b->r.status != WYRE_OK)
        return;
    if (distance > o->len)
        rd_refuse(&b->r, WYRE_E_OFFSET, at);
    else if (len > o->cap - o->len)
        rd_refuse(&b->r, WYRE_E_VALUE, at);
    else
        put_match(o, distance, (size_t)len);
}

/* One table and what it is for; a match may go past the block's end. */
static void
read_block(bits *b, wyre_xca_huffman *code, output *o)
{
    size_t table;
    size_t end = o->cap - o->len < BLOCK ? o->cap : o->len + BLOCK;
    if (!take(&b->r, TABLE, &table))
        return;
    if (!make_code(code, b->r.in + table)) {
        rd_refuse(&b->r, WYRE_E_VALUE, table);
        return;
    }
    make_quick(code, b->r.in + table);
    start(b);
    while (o->len < end && b->r.status == WYRE_OK) {
        unsigned symbol = next_symbol(b, code);
        if (b->r.status == WYRE_OK && symbol < END)
            put_literal(o, (uint8_t)symbol);
        else if (b->r.status == WYRE_OK)
            read_match(b, o, symbol);
    }
}

wyre_status
wyre_xca_lz77_huffman_decompress(const uint8_t *in, size_t in_len, wyre_xca_huffman *code,
                                 uint8_t *out, size_t out_len, size_t *n)
{
    bits b = {rd(in, in_len), 0, 0};
    output o = {out, out_len, 0};
    if (in_len > UINT32_MAX)
        rd_refuse(&b.r, WYRE_E_ARG, 0);
    while (o.len < out_len && b.r.status == WYRE_OK)
        read_block(&b, code, &o);
    if (b.r.status == WYRE_OK && out_len > 0 && b.r.pos < in_len && next_symbol(&b, code) != END)
        rd_refuse(&b.r, WYRE_E_LENGTH, b.r.pos);
    if (b.r.status == WYRE_OK && b.r.pos < in_len)
        rd_refuse(&b.r, WYRE_E_LENGTH, b.r.pos);
    if (n != NULL)
        *n = b.r.status == WYRE_OK ? o.len : b.r.fault;
    return b.r.status;
}

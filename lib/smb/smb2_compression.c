/* Compressed messages, taken apart and put together: [MS-SMB2] 2.2.42. */
#include <wyre/smb2.h>
#include "../core/cursor.h"
#include "../core/layout.h"
#include "../core/names.h"

static const constant_name smb2_compression_names[] = {
    NAME(WYRE_SMB2_COMPRESSION_, NONE),       NAME(WYRE_SMB2_COMPRESSION_, LZNT1),
    NAME(WYRE_SMB2_COMPRESSION_, LZ77),       NAME(WYRE_SMB2_COMPRESSION_, LZ77_HUFFMAN),
    NAME(WYRE_SMB2_COMPRESSION_, PATTERN_V1), NAME(WYRE_SMB2_COMPRESSION_, LZ4),
};

const char *
wyre_smb2_compression_name(uint16_t compression_algorithm)
{
    return NAME_OF(smb2_compression_names, compression_algorithm);
}

/* Flags of the unchained header and Flags of the first payload stand at the same place. */
int
wyre_smb2_compression_is_chained(const uint8_t *in, size_t in_len)
{
    return in_len >= 12 && le16(in + 10) == WYRE_SMB2_COMPRESSION_FLAG_CHAINED;
}

/* ---- 2.2.42.1 SMB2 COMPRESSION_TRANSFORM_HEADER_UNCHAINED ---------------------------------------- */

LAYOUT
unchained(layout *l, wyre_smb2_compression *m)
{
    MAGIC  (l,  0, 0xfc534d42);
    U32    (l,  4, m, original_compressed_segment_size, NUMBER);
    U16    (l,  8, m, compression_algorithm, NUMBER);
    CHECK  (l,  8, m->compression_algorithm != WYRE_SMB2_COMPRESSION_NONE);
    U16    (l, 10, m, flags,        FLAGS);
    CHECK  (l, 10, m->flags == WYRE_SMB2_COMPRESSION_FLAG_NONE);
    COUNT32(l, 12, m, uncompressed); /* Offset */
    CHECK  (l, 12, m->original_compressed_segment_size <= UINT32_MAX - m->uncompressed.len);
    RUN    (l,     m, uncompressed, BYTES);
    REST   (l,     m, compressed,   BYTES);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->uncompressed, in_len) && inside(out->compressed, in_len); */
CODEC(wyre_smb2_compression, unchained, 16, 0)

/* ---- 2.2.42.2 SMB2 COMPRESSION_TRANSFORM_HEADER_CHAINED ------------------------------------------ */

LAYOUT
chained(layout *l, wyre_smb2_compression_chain *m)
{
    MAGIC(l, 0, 0xfc534d42);
    U32  (l, 4, m, original_compressed_segment_size, NUMBER);
    REST (l,    m, payloads, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->payloads, in_len); */
CODEC(wyre_smb2_compression_chain, chained, 8, 0)

/* ---- 2.2.42.2.1 SMB2 COMPRESSION_CHAINED_PAYLOAD_HEADER ------------------------------------------ */

/* How many bytes of Length are OriginalPayloadSize: 0, 4, or -1 where it cannot be known. */
/*@ assigns \nothing; ensures \result == 0 || \result == 4 || \result == -1; */
static int
size_of_original_size(uint16_t algorithm)
{
    switch (algorithm) {
    case WYRE_SMB2_COMPRESSION_NONE:
    case WYRE_SMB2_COMPRESSION_PATTERN_V1:
        return 0;
    case WYRE_SMB2_COMPRESSION_LZNT1:
    case WYRE_SMB2_COMPRESSION_LZ77:
    case WYRE_SMB2_COMPRESSION_LZ77_HUFFMAN:
    case WYRE_SMB2_COMPRESSION_LZ4:
        return 4;
    default:
        return -1;
    }
}

/*@ requires reading(r) && r->status == WYRE_OK && \valid(out);
  @ requires \separated(out, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->status, r->fault, *out;
  @ ensures reading(r) && inside(out->data, r->end);
  @ ensures r->status == WYRE_OK ==> r->pos >= \old(r->pos) + 8; */
static void
payload(wyre_rd *r, uint32_t count, wyre_smb2_compression_payload *out)
{
    size_t start = r->pos;
    out->compression_algorithm = rd_u16le(r);
    out->flags = rd_u16le(r);
    uint32_t len = rd_u32le(r);
    out->data = (wyre_span){0, 0};
    if (r->status != WYRE_OK)
        return;
    int extra = size_of_original_size(out->compression_algorithm);
    if (extra < 0)
        rd_refuse(r, WYRE_E_UNSUPPORTED, start);
    if (out->flags != (count == 0 ? WYRE_SMB2_COMPRESSION_FLAG_CHAINED : 0))
        rd_refuse(r, WYRE_E_VALUE, start + 2);
    if (len > r->end - r->pos || (extra > 0 && len < 4))
        rd_refuse(r, WYRE_E_LENGTH, start + 4);
    if (out->compression_algorithm == WYRE_SMB2_COMPRESSION_PATTERN_V1 && len != 8)
        rd_refuse(r, WYRE_E_VALUE, start + 4);
    if (extra > 0 && r->status == WYRE_OK) {
        out->original_payload_size = rd_u32le(r);
        len -= 4;
    }
    out->data = rd_span(r, len);
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && it->left.off >= \old(it->left.off) + 8;
  @ ensures \result == WYRE_OK ==> it->left.off + it->left.len == \old(it->left.off + it->left.len); */
wyre_status
wyre_smb2_compression_payload_next(wyre_smb2_compression_payload_iter *it, const uint8_t *in,
                                   size_t in_len, wyre_smb2_compression_payload *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_smb2_compression_payload){.flags = 0};
    if (in_len > UINT32_MAX || it->left.off > in_len || it->left.len > in_len - it->left.off) {
        rd_refuse(&r, WYRE_E_ARG, 0);
    } else if (it->left.len == 0) {
        return WYRE_END;
    } else if (it->count >= WYRE_SMB2_COMPRESSION_PAYLOAD_CAP) {
        rd_refuse(&r, WYRE_E_LIMIT, it->left.off);
    } else {
        r.pos = it->left.off;
        r.end = r.pos + it->left.len;
        payload(&r, it->count, out);
    }
    if (r.status != WYRE_OK) {
        *out = (wyre_smb2_compression_payload){.flags = 0};
        it->fault = (uint32_t)r.fault;
        return r.status;
    }
    it->left = (wyre_span){(uint32_t)r.pos, (uint32_t)(r.end - r.pos)};
    it->count++;
    return WYRE_OK;
}

void
wyre_smb2_compression_payload_append(wyre_wr *w, const wyre_smb2_compression_payload *m,
                                     const uint8_t *src, size_t src_len)
{
    int extra = size_of_original_size(m->compression_algorithm);
    if (extra < 0)
        wr_refuse(w, WYRE_E_UNSUPPORTED);
    if (extra > 0 && m->data.len > UINT32_MAX - 4)
        wr_refuse(w, WYRE_E_RANGE);
    wr_u16le(w, m->compression_algorithm);
    wr_u16le(w, m->flags);
    wr_u32le(w, m->data.len + (extra > 0 ? 4 : 0));
    if (extra > 0)
        wr_u32le(w, m->original_payload_size);
    wr_span(w, src, src_len, m->data);
}

/* ---- 2.2.42.2.2 SMB2 COMPRESSION_PATTERN_PAYLOAD_V1 ---------------------------------------------- */

LAYOUT
pattern(layout *l, wyre_smb2_compression_pattern_v1 *m)
{
    U8 (l, 0, m, pattern,     NUMBER);
    U8 (l, 1, m, reserved1,   NUMBER);
    U16(l, 2, m, reserved2,   NUMBER);
    U32(l, 4, m, repetitions, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_compression_pattern_v1, pattern, 8, 0)

/* Compressed messages, expanded: [MS-SMB2] 3.1.5.3. */
#include <string.h>
#include <wyre/smb2_compression.h>
#include "../core/bytes.h"

/* What is expanded, and how far it is. */
typedef struct expansion {
    const uint8_t *in;
    wyre_xca_huffman *code;
    uint8_t *out;
    size_t len;  /* of `out` so far */
    size_t size; /* that the sender claims */
    size_t fault;
} expansion;

static wyre_status
refused(expansion *e, wyre_status status, size_t fault)
{
    e->fault = fault;
    return status;
}

/* The data of one algorithm, which must give exactly `size` bytes. */
static wyre_status
expand_data(expansion *e, uint16_t algorithm, wyre_span data, size_t size)
{
    const uint8_t *in = e->in + data.off;
    uint8_t *out = size > 0 ? e->out + e->len : NULL;
    size_t n = 0;
    wyre_status status = WYRE_E_UNSUPPORTED;
    if (algorithm == WYRE_SMB2_COMPRESSION_LZNT1)
        status = wyre_xca_lznt1_decompress(in, data.len, out, size, &n);
    if (algorithm == WYRE_SMB2_COMPRESSION_LZ77)
        status = wyre_xca_lz77_decompress(in, data.len, out, size, &n);
    if (algorithm == WYRE_SMB2_COMPRESSION_LZ77_HUFFMAN && e->code == NULL)
        return refused(e, WYRE_E_ARG, 0);
    if (algorithm == WYRE_SMB2_COMPRESSION_LZ77_HUFFMAN)
        status = wyre_xca_lz77_huffman_decompress(in, data.len, e->code, out, size, &n);
    if (status == WYRE_E_SPACE || (status == WYRE_OK && n != size))
        return refused(e, WYRE_E_VALUE, data.off);
    if (status != WYRE_OK)
        return refused(e, status, data.off + n);
    e->len += size;
    return WYRE_OK;
}

/* Bytes as they stand. */
static wyre_status
expand_raw(expansion *e, wyre_span data)
{
    if (data.len > e->size - e->len)
        return refused(e, WYRE_E_VALUE, data.off);
    if (data.len > 0)
        memcpy(e->out + e->len, e->in + data.off, data.len);
    e->len += data.len;
    return WYRE_OK;
}

static wyre_status
expand_pattern(expansion *e, wyre_span data)
{
    wyre_smb2_compression_pattern_v1 m;
    size_t n = 0;
    wyre_status status =
        wyre_smb2_compression_pattern_v1_decode(e->in + data.off, data.len, 0, &m, &n);
    if (status != WYRE_OK)
        return refused(e, status, data.off + n);
    if (m.repetitions > e->size - e->len)
        return refused(e, WYRE_E_VALUE, data.off + 4u);
    if (m.repetitions > 0)
        memset(e->out + e->len, m.pattern, m.repetitions);
    e->len += m.repetitions;
    return WYRE_OK;
}

static wyre_status
expand_payload(expansion *e, const wyre_smb2_compression_payload *m)
{
    if (m->compression_algorithm == WYRE_SMB2_COMPRESSION_NONE)
        return expand_raw(e, m->data);
    if (m->compression_algorithm == WYRE_SMB2_COMPRESSION_PATTERN_V1)
        return expand_pattern(e, m->data);
    if (m->original_payload_size > e->size - e->len)
        return refused(e, WYRE_E_VALUE, m->data.off - 4u);
    return expand_data(e, m->compression_algorithm, m->data, m->original_payload_size);
}

static wyre_status
expand_chain(expansion *e, size_t in_len, wyre_span payloads)
{
    wyre_smb2_compression_payload_iter it = {payloads, 0, 0};
    wyre_smb2_compression_payload m;
    wyre_status status;
    while ((status = wyre_smb2_compression_payload_next(&it, e->in, in_len, &m)) == WYRE_OK) {
        status = expand_payload(e, &m);
        if (status != WYRE_OK)
            return status;
    }
    if (status != WYRE_END)
        return refused(e, status, it.fault);
    return e->len == e->size ? WYRE_OK : refused(e, WYRE_E_VALUE, 4);
}

/* Whether the claim is within the caller's limit and space. */
static wyre_status
judge(expansion *e, uint64_t size, uint32_t max, size_t cap)
{
    if (size > max)
        return refused(e, WYRE_E_LIMIT, 4);
    e->size = (size_t)size;
    return size > cap ? refused(e, WYRE_E_SPACE, e->size) : WYRE_OK;
}

static wyre_status
expand(expansion *e, size_t in_len, uint32_t max, size_t cap)
{
    wyre_status status;
    if (wyre_smb2_compression_is_chained(e->in, in_len)) {
        wyre_smb2_compression_chain m;
        status = wyre_smb2_compression_chain_decode(e->in, in_len, 0, &m, &e->fault);
        if (status == WYRE_OK)
            status = judge(e, m.original_compressed_segment_size, max, cap);
        return status == WYRE_OK ? expand_chain(e, in_len, m.payloads) : status;
    }
    wyre_smb2_compression m;
    status = wyre_smb2_compression_decode(e->in, in_len, 0, &m, &e->fault);
    uint64_t size = (uint64_t)m.uncompressed.len + m.original_compressed_segment_size;
    if (status == WYRE_OK)
        status = judge(e, size, max, cap);
    if (status == WYRE_OK)
        status = expand_raw(e, m.uncompressed);
    if (status == WYRE_OK)
        status = expand_data(e, m.compression_algorithm, m.compressed,
                             m.original_compressed_segment_size);
    return status;
}

wyre_status
wyre_smb2_decompress(const uint8_t *in, size_t in_len, uint32_t max, wyre_xca_huffman *code,
                     uint8_t *out, size_t cap, size_t *n)
{
    expansion e = {in, code, out, 0, 0, 0};
    wyre_status status = expand(&e, in_len, max, cap);
    if (status == WYRE_OK && e.size >= 4 && (be32(out) == 0xfc534d42 || be32(out) == 0xfd534d42))
        status = refused(&e, WYRE_E_VALUE, 0);
    if (n != NULL)
        *n = status == WYRE_OK ? e.size : e.fault;
    return status;
}

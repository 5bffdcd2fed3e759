/* Compressed messages, made: [MS-SMB2] 2.2.42. */
#include <wyre/smb2_compression.h>
#include "../core/cursor.h"

enum {
    CHAIN = 8,   /* where the first payload of a chain stands */
    PATTERN = 8, /* bytes of a pattern */
    WORTH = 64   /* the shortest run that becomes a payload of its own */
};

/* Compresses to where the writer stands. */
static void
append_compressed(wyre_wr *w, uint16_t algorithm, wyre_xca_search *search, const uint8_t *in,
                  size_t len)
{
    size_t room = w->pos < w->cap ? w->cap - w->pos : 0;
    uint8_t *out = room > 0 ? w->out + w->pos : NULL;
    size_t n = 0;
    wyre_status status = WYRE_E_UNSUPPORTED;
    if (algorithm == WYRE_SMB2_COMPRESSION_LZNT1)
        status = wyre_xca_lznt1_compress(in, len, search, out, room, &n);
    if (algorithm == WYRE_SMB2_COMPRESSION_LZ77)
        status = wyre_xca_lz77_compress(in, len, search, out, room, &n);
    if (status != WYRE_OK && status != WYRE_E_SPACE)
        wr_refuse(w, status);
    else
        reserve(w, n);
}

/* Where the run of one byte begins that the input ends with, not in front of `from`. */
static size_t
last_run(const uint8_t *in, size_t from, size_t in_len)
{
    size_t start = in_len;
    while (start > from && in[start - 1] == in[in_len - 1])
        start--;
    return start;
}

static wyre_wr
begin(size_t in_len, size_t raw, uint8_t *out, size_t cap)
{
    wyre_wr w = wr(out, cap);
    if (in_len == 0 || in_len > UINT32_MAX || raw > in_len)
        wr_refuse(&w, WYRE_E_ARG);
    wr_u32be(&w, 0xfc534d42);
    return w;
}

wyre_status
wyre_smb2_compress(const uint8_t *in, size_t in_len, size_t raw, uint16_t compression_algorithm,
                   wyre_xca_search *search, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = begin(in_len, raw, out, cap);
    if (w.status == WYRE_OK) {
        wr_u32le(&w, (uint32_t)(in_len - raw));
        wr_u16le(&w, compression_algorithm);
        wr_u16le(&w, WYRE_SMB2_COMPRESSION_FLAG_NONE);
        wr_u32le(&w, (uint32_t)raw);
        wr_bytes(&w, in, raw);
        append_compressed(&w, compression_algorithm, search, raw < in_len ? in + raw : NULL,
                          in_len - raw);
    }
    return wr_finish(&w, n);
}

/* Algorithm and flags; the first payload of a chain says that it is one. */
static void
payload(wyre_wr *w, uint16_t algorithm)
{
    uint16_t flags = w->pos == CHAIN ? WYRE_SMB2_COMPRESSION_FLAG_CHAINED : 0;
    wr_u16le(w, algorithm);
    wr_u16le(w, flags);
}

wyre_status
wyre_smb2_compress_chained(const uint8_t *in, size_t in_len, size_t raw,
                           uint16_t compression_algorithm, wyre_xca_search *search, uint8_t *out,
                           size_t cap, size_t *n)
{
    wyre_wr w = begin(in_len, raw, out, cap);
    if (w.status != WYRE_OK)
        return wr_finish(&w, n);
    size_t run = last_run(in, raw, in_len);
    if (in_len - run < WORTH)
        run = in_len;
    wr_u32le(&w, (uint32_t)in_len);
    if (raw > 0) {
        payload(&w, WYRE_SMB2_COMPRESSION_NONE);
        wr_u32le(&w, (uint32_t)raw);
        wr_bytes(&w, in, raw);
    }
    if (run > raw) {
        payload(&w, compression_algorithm);
        size_t length = wr_mark(&w, 4);
        wr_u32le(&w, (uint32_t)(run - raw));
        append_compressed(&w, compression_algorithm, search, in + raw, run - raw);
        wr_patch_u32le(&w, length, w.pos - length - 4);
    }
    if (run < in_len) {
        payload(&w, WYRE_SMB2_COMPRESSION_PATTERN_V1);
        wr_u32le(&w, PATTERN);
        wr_u32le(&w, in[run]);
        wr_u32le(&w, (uint32_t)(in_len - run));
    }
    return wr_finish(&w, n);
}

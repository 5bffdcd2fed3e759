/* Block mode: RFC 959 3.4.2. */
#include <wyre/ftp_transfer.h>
#include "../core/cursor.h"
#include "../core/tell.h"
#include "step.h"

/* ---- header ---------------------------------------------------------------------------------- */

/*@ DECODES(in, in_len, out, n); */
wyre_status
wyre_ftp_block_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_ftp_block *out,
                      size_t *n)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_ftp_block){0, 0, 0};
    if (flags != 0)
        rd_refuse(&r, WYRE_E_ARG, 0);
    out->descriptor = rd_u8(&r);
    out->count = rd_u16be(&r);
    if ((out->descriptor & ~DESCRIPTORS) != 0)
        rd_refuse(&r, WYRE_E_VALUE, 0);
    if (r.status != WYRE_OK)
        *out = (wyre_ftp_block){0, 0, 0};
    if (n != NULL)
        *n = r.status == WYRE_OK ? r.pos : r.fault;
    return r.status;
}

wyre_status
wyre_ftp_block_encode(const wyre_ftp_block *m, const uint8_t *src, size_t src_len, uint8_t *out,
                      size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    (void)src;
    (void)src_len;
    if ((m->descriptor & ~DESCRIPTORS) != 0)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, m->descriptor);
    wr_u16be(&w, m->count);
    return wr_finish(&w, n);
}

wyre_status
wyre_ftp_block_visit(const wyre_ftp_block *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, descriptor, FLAGS);
    TELL_NUMBER(v, m, count, NUMBER);
    return WYRE_OK;
}

/* ---- blocks ---------------------------------------------------------------------------------- */

/* Takes bytes of the header; whether it is complete. */
static int
read_header(wyre_ftp_block_reader *r, stepping *s)
{
    while (r->have < WYRE_FTP_BLOCK_HEADER_SIZE && input_left(s) > 0) {
        r->header[r->have++] = s->in[s->used++];
        r->ended = 0;
        if (r->have == WYRE_FTP_BLOCK_HEADER_SIZE)
            r->left = be16(r->header + 1);
    }
    return r->have == WYRE_FTP_BLOCK_HEADER_SIZE;
}

wyre_status
wyre_ftp_block_read(wyre_ftp_block_reader *r, const uint8_t *in, size_t in_len, uint8_t *out,
                    size_t cap, wyre_ftp_step *step)
{
    stepping s = step_from(in, in_len, out, cap);
    *step = (wyre_ftp_step){.used = 0};
    if (r->have > WYRE_FTP_BLOCK_HEADER_SIZE || r->left > 65535)
        return WYRE_E_STATE;
    int complete = read_header(r, &s);
    uint8_t descriptor = complete ? r->header[0] : 0;
    if ((descriptor & ~DESCRIPTORS) != 0)
        return WYRE_E_VALUE;
    if (complete) {
        int is_marker = (descriptor & WYRE_FTP_RESTART_MARKER) != 0;
        r->left -= (uint32_t)transfer(&s, r->left);
        if (is_marker && !is_marker_text(s.out, s.made))
            return WYRE_E_TEXT;
        *step = stepped(&s, r->left == 0 ? descriptor : 0, is_marker);
    } else {
        *step = stepped(&s, 0, 0);
    }
    if (complete && r->left == 0) {
        r->have = 0;
        r->ended = (descriptor & WYRE_FTP_END_OF_FILE) != 0;
    }
    return WYRE_OK;
}

wyre_status
wyre_ftp_block_closed(const wyre_ftp_block_reader *r)
{
    return r->ended != 0 && r->have == 0 ? WYRE_OK : WYRE_E_LENGTH;
}

wyre_status
wyre_ftp_block_write(uint8_t descriptor, const uint8_t *in, size_t in_len, uint8_t *out, size_t cap,
                     wyre_ftp_step *step)
{
    stepping s = step_from(in, in_len, out, cap);
    *step = (wyre_ftp_step){.used = 0};
    if ((descriptor & ~DESCRIPTORS) != 0)
        return WYRE_E_RANGE;
    if ((descriptor & WYRE_FTP_RESTART_MARKER) != 0 && !is_marker_text(in, in_len))
        return WYRE_E_RANGE;
    if (cap < WYRE_FTP_BLOCK_HEADER_SIZE || (in_len > 0 && cap == WYRE_FTP_BLOCK_HEADER_SIZE))
        return WYRE_OK;
    size_t count = cap - WYRE_FTP_BLOCK_HEADER_SIZE;
    count = count < in_len ? count : in_len;
    count = count < 65535 ? count : 65535;
    /* a marker is one block, or its parts would be several markers */
    if ((descriptor & WYRE_FTP_RESTART_MARKER) != 0 && count < in_len)
        return in_len > 65535 ? WYRE_E_RANGE : WYRE_OK;
    uint8_t written = count == in_len ? descriptor : 0;
    put(&s, written);
    put(&s, (uint8_t)(count >> 8));
    put(&s, (uint8_t)count);
    transfer(&s, count);
    *step = stepped(&s, written, (written & WYRE_FTP_RESTART_MARKER) != 0);
    return WYRE_OK;
}

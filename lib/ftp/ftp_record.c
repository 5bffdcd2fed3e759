/* Record structure in stream mode, and the lines of TYPE A: RFC 959 3.1.1.1, 3.4.1. */
#include <wyre/ftp_transfer.h>
#include "step.h"

enum { ESCAPE = 0xff, RECORD = 1, FILE_END = 2 };

/* ---- records --------------------------------------------------------------------------------- */

wyre_status
wyre_ftp_record_read(wyre_ftp_record_reader *r, const uint8_t *in, size_t in_len, uint8_t *out,
                     size_t cap, wyre_ftp_step *step)
{
    stepping s = step_from(in, in_len, out, cap);
    uint8_t descriptor = 0;
    *step = (wyre_ftp_step){.used = 0};
    while (descriptor == 0 && input_left(&s) > 0) {
        uint8_t byte = s.in[s.used];
        if (r->escaped != 0 && byte != ESCAPE) {
            if (byte == 0 || byte > (RECORD | FILE_END))
                return WYRE_E_VALUE;
            descriptor |= (byte & RECORD) != 0 ? WYRE_FTP_END_OF_RECORD : 0;
            descriptor |= (byte & FILE_END) != 0 ? WYRE_FTP_END_OF_FILE : 0;
            r->escaped = 0;
        } else if (r->escaped == 0 && byte == ESCAPE) {
            r->escaped = 1;
        } else {
            if (room_left(&s) == 0)
                break;
            put(&s, byte);
            r->escaped = 0;
        }
        s.used++;
        r->ended = (descriptor & WYRE_FTP_END_OF_FILE) != 0;
    }
    *step = stepped(&s, descriptor, 0);
    return WYRE_OK;
}

wyre_status
wyre_ftp_record_closed(const wyre_ftp_record_reader *r)
{
    return r->ended != 0 && r->escaped == 0 ? WYRE_OK : WYRE_E_LENGTH;
}

wyre_status
wyre_ftp_record_write(uint8_t descriptor, const uint8_t *in, size_t in_len, uint8_t *out,
                      size_t cap, wyre_ftp_step *step)
{
    stepping s = step_from(in, in_len, out, cap);
    uint8_t written = 0;
    *step = (wyre_ftp_step){.used = 0};
    if ((descriptor & ~(WYRE_FTP_END_OF_RECORD | WYRE_FTP_END_OF_FILE)) != 0)
        return WYRE_E_RANGE;
    while (input_left(&s) > 0 && room_left(&s) >= (s.in[s.used] == ESCAPE ? 2u : 1u)) {
        uint8_t byte = s.in[s.used++];
        put(&s, byte);
        if (byte == ESCAPE)
            put(&s, byte);
    }
    if (input_left(&s) == 0 && descriptor != 0 && room_left(&s) >= 2) {
        put(&s, ESCAPE);
        put(&s, (uint8_t)(((descriptor & WYRE_FTP_END_OF_RECORD) != 0 ? RECORD : 0) |
                          ((descriptor & WYRE_FTP_END_OF_FILE) != 0 ? FILE_END : 0)));
        written = descriptor;
    }
    *step = stepped(&s, written, 0);
    return WYRE_OK;
}

/* ---- lines of TYPE A ------------------------------------------------------------------------- */

wyre_status
wyre_ftp_ascii_read(wyre_ftp_ascii_reader *r, const uint8_t *in, size_t in_len, uint8_t *out,
                    size_t cap, wyre_ftp_step *step)
{
    stepping s = step_from(in, in_len, out, cap);
    while (input_left(&s) > 0) {
        uint8_t byte = s.in[s.used];
        size_t need = (byte == '\r' ? 0u : 1u) + (r->cr != 0 && byte != '\n' ? 1u : 0u);
        if (need > room_left(&s))
            break;
        if (r->cr != 0 && byte != '\n')
            put(&s, '\r');
        r->cr = byte == '\r';
        if (r->cr == 0)
            put(&s, byte);
        s.used++;
    }
    *step = stepped(&s, 0, 0);
    return WYRE_OK;
}

wyre_status
wyre_ftp_ascii_closed(wyre_ftp_ascii_reader *r, uint8_t *out, size_t cap, wyre_ftp_step *step)
{
    stepping s = step_from(NULL, 0, out, cap);
    *step = (wyre_ftp_step){.used = 0};
    if (r->cr != 0 && cap == 0)
        return WYRE_E_SPACE;
    if (r->cr != 0)
        put(&s, '\r');
    r->cr = 0;
    *step = stepped(&s, 0, 0);
    return WYRE_OK;
}

wyre_status
wyre_ftp_ascii_write(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap,
                     wyre_ftp_step *step)
{
    stepping s = step_from(in, in_len, out, cap);
    while (input_left(&s) > 0 && room_left(&s) >= (s.in[s.used] == '\n' ? 2u : 1u)) {
        uint8_t byte = s.in[s.used++];
        if (byte == '\n')
            put(&s, '\r');
        put(&s, byte);
    }
    *step = stepped(&s, 0, 0);
    return WYRE_OK;
}

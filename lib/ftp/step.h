/* One step of a codec that is fed in pieces: both ends of it are bounded here and nowhere else. */
#ifndef WYRE_LIB_FTP_STEP_H
#define WYRE_LIB_FTP_STEP_H
#include <string.h>
#include <wyre/ftp_transfer.h>
#include "../core/bytes.h"

enum {
    DESCRIPTORS = WYRE_FTP_END_OF_RECORD | WYRE_FTP_END_OF_FILE | WYRE_FTP_SUSPECT_DATA |
                  WYRE_FTP_RESTART_MARKER
};

typedef struct stepping {
    const uint8_t *in;
    size_t in_len, used;
    uint8_t *out;
    size_t cap, made;
} stepping;

INLINE stepping
step_from(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap)
{
    return (stepping){in,  in_len < UINT32_MAX ? in_len : UINT32_MAX, 0,
                      out, cap < UINT32_MAX ? cap : UINT32_MAX,       0};
}

INLINE size_t
input_left(const stepping *s)
{
    return s->in_len - s->used;
}

INLINE size_t
room_left(const stepping *s)
{
    return s->cap - s->made;
}

/* Writes a byte; there is room. */
INLINE void
put(stepping *s, uint8_t byte)
{
    s->out[s->made++] = byte;
}

/* Copies up to n bytes, as many as there are and fit; returns how many. */
INLINE size_t
transfer(stepping *s, size_t n)
{
    if (n > input_left(s))
        n = input_left(s);
    if (n > room_left(s))
        n = room_left(s);
    if (n > 0)
        memcpy(s->out + s->made, s->in + s->used, n);
    s->used += n;
    s->made += n;
    return n;
}

INLINE wyre_ftp_step
stepped(const stepping *s, uint8_t descriptor, int is_marker)
{
    return (wyre_ftp_step){
        (uint32_t)s->used, (uint32_t)s->made, descriptor, (uint8_t)(is_marker != 0), {0, 0}};
}

/* RFC 959 3.5: printable bytes, no space. */
INLINE int
is_marker_text(const uint8_t *at, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (at[i] < 0x21 || at[i] > 0x7e)
            return 0;
    return 1;
}
#endif

/* UTF-16LE and UTF-8: RFC 2781 2, RFC 3629 3. Runs of ASCII go four units at a time. */
#include <string.h>
#include <wyre/core.h>
#include "bytes.h"

enum { REPLACEMENT = 0xfffd };

/* A character and how many bytes of the input it takes; `bad` where it stands for none. */
typedef struct character {
    uint32_t code;
    uint32_t len;
    int bad;
} character;

static character
from_utf16(const uint8_t *in, size_t left)
{
    if (left < 2)
        return (character){REPLACEMENT, 1, 1};
    uint32_t unit = le16(in);
    if (unit < 0xd800 || unit > 0xdfff)
        return (character){unit, 2, 0};
    uint32_t low = unit < 0xdc00 && left >= 4 ? le16(in + 2) : 0;
    if (low < 0xdc00 || low > 0xdfff)
        return (character){REPLACEMENT, 2, 1};
    return (character){0x10000 + ((unit & 0x3ff) << 10 | (low & 0x3ff)), 4, 0};
}

/* A bad character takes its longest valid beginning, so that each makes one replacement. */
static character
from_utf8(const uint8_t *in, size_t left)
{
    uint32_t lead = in[0];
    if (lead < 0x80)
        return (character){lead, 1, 0};
    uint32_t len = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (len == 0)
        return (character){REPLACEMENT, 1, 1};
    uint32_t least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    uint32_t most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    uint32_t code = lead & (0x7fu >> len);
    for (uint32_t i = 1; i < len; i++) {
        if (i >= left || in[i] < least || in[i] > most)
            return (character){REPLACEMENT, i, 1};
        code = code << 6 | (in[i] & 0x3f);
        least = 0x80;
        most = 0xbf;
    }
    return (character){code, len, 0};
}

INLINE size_t
utf8_len(uint32_t code)
{
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

INLINE void
put_utf8(uint8_t *out, uint32_t code, size_t len)
{
    uint8_t last = (uint8_t)(0x80 | (code & 0x3f));
    if (len == 1) {
        out[0] = (uint8_t)code;
    } else if (len == 2) {
        out[0] = (uint8_t)(0xc0 | code >> 6);
        out[1] = last;
    } else if (len == 3) {
        out[0] = (uint8_t)(0xe0 | code >> 12);
        out[1] = (uint8_t)(0x80 | (code >> 6 & 0x3f));
        out[2] = last;
    } else {
        out[0] = (uint8_t)(0xf0 | code >> 18);
        out[1] = (uint8_t)(0x80 | (code >> 12 & 0x3f));
        out[2] = (uint8_t)(0x80 | (code >> 6 & 0x3f));
        out[3] = last;
    }
}

wyre_status
wyre_utf16le_to_utf8(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out, size_t cap,
                     size_t *n)
{
    wyre_status status = (flags & ~(uint32_t)WYRE_TEXT_LOSSY) != 0 ? WYRE_E_ARG : WYRE_OK;
    size_t end = 0;
    for (size_t i = 0; status == WYRE_OK && i < in_len;) {
        while (in_len - i >= 8 && end <= cap && cap - end >= 4) {
            uint64_t four = le64(in + i);
            if ((four & 0xff80ff80ff80ff80) != 0)
                break;
            four |= four >> 8;
            put_le16(out + end, (uint16_t)four);
            put_le16(out + end + 2, (uint16_t)(four >> 32));
            i += 8;
            end += 4;
        }
        if (i == in_len)
            break;
        character c = from_utf16(in + i, in_len - i);
        if (c.bad && flags == 0) {
            status = WYRE_E_TEXT;
            end = i;
            break;
        }
        size_t len = utf8_len(c.code);
        if (end <= cap && len <= cap - end)
            put_utf8(out + end, c.code, len);
        end += len;
        i += c.len;
    }
    if (n != NULL)
        *n = end;
    return status == WYRE_OK && end > cap ? WYRE_E_SPACE : status;
}

INLINE void
put_utf16(uint8_t *out, uint32_t code)
{
    if (code < 0x10000) {
        put_le16(out, (uint16_t)code);
        return;
    }
    put_le16(out, (uint16_t)(0xd800 + ((code - 0x10000) >> 10)));
    put_le16(out + 2, (uint16_t)(0xdc00 + (code & 0x3ff)));
}

wyre_status
wyre_utf8_to_utf16le(const uint8_t *in, size_t in_len, uint32_t flags, uint8_t *out, size_t cap,
                     size_t *n)
{
    wyre_status status = (flags & ~(uint32_t)WYRE_TEXT_LOSSY) != 0 ? WYRE_E_ARG : WYRE_OK;
    size_t end = 0;
    for (size_t i = 0; status == WYRE_OK && i < in_len;) {
        while (in_len - i >= 4 && end <= cap && cap - end >= 8) {
            uint64_t four = le32(in + i);
            if ((four & 0x80808080) != 0)
                break;
            four = (four | four << 16) & 0x0000ffff0000ffff;
            put_le64(out + end, (four | four << 8) & 0x00ff00ff00ff00ff);
            i += 4;
            end += 8;
        }
        if (i == in_len)
            break;
        character c = from_utf8(in + i, in_len - i);
        if (c.bad && flags == 0) {
            status = WYRE_E_TEXT;
            end = i;
            break;
        }
        size_t len = c.code < 0x10000 ? 2 : 4;
        if (end <= cap && len <= cap - end)
            put_utf16(out + end, c.code);
        end += len;
        i += c.len;
    }
    if (n != NULL)
        *n = end;
    return status == WYRE_OK && end > cap ? WYRE_E_SPACE : status;
}

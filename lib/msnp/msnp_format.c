/* X-MMS-IM-Format: FN=Segoe%20UI; EF=BI; CO=ff8000; CS=0; PF=22; RL=1, any of them missing or empty. */
#include <string.h>
#include <wyre/msnp_message.h>
#include "../core/cursor.h"

/* ---- decode -------------------------------------------------------------------------------------- */

/* 1 to `most` hex digits. */
/*@ requires at <= end && \valid_read(in + (0 .. end - 1)) && \valid(value) && most <= 8;
  @ requires \separated(value, in + (0 .. end - 1));
  @ assigns *value; */
static int
hex_of(const uint8_t *in, size_t at, size_t end, size_t most, uint32_t *value)
{
    uint32_t sum = 0;
    if (at == end || end - at > most)
        return 0;
    /*@ loop invariant \at(at, Pre) <= at <= end;
      @ loop invariant \let k = at - \at(at, Pre);
      @     sum < (k == 0 ? 1 : k == 1 ? 16 : k == 2 ? 256 : k == 3 ? 4096 : k == 4 ? 65536 : k == 5 ? 1048576 :
      @            k == 6 ? 16777216 : k == 7 ? 268435456 : 4294967296);
      @ loop assigns at, sum; loop variant end - at; */
    for (; at < end; at++) {
        uint8_t c = in[at];
        uint8_t lower = c | 0x20;
        if (c >= '0' && c <= '9')
            sum = sum * 16 + (c - (uint32_t)'0');
        else if (lower >= 'a' && lower <= 'f')
            sum = sum * 16 + (lower - (uint32_t)'a' + 10);
        else
            return 0;
    }
    *value = sum;
    return 1;
}

/*@ requires at <= end && \valid_read(in + (0 .. end - 1)); assigns \nothing; */
static uint8_t
effects_of(const uint8_t *in, size_t at, size_t end)
{
    uint8_t effects = 0;
    /*@ loop invariant \at(at, Pre) <= at <= end; loop assigns at, effects; loop variant end - at; */
    for (; at < end; at++) {
        if (in[at] == 'B')
            effects |= WYRE_MSNP_EFFECT_BOLD;
        if (in[at] == 'I')
            effects |= WYRE_MSNP_EFFECT_ITALIC;
        if (in[at] == 'S')
            effects |= WYRE_MSNP_EFFECT_STRIKE;
        if (in[at] == 'U')
            effects |= WYRE_MSNP_EFFECT_UNDERLINE;
    }
    return effects;
}

/*@ requires at <= end && \valid_read(in + (0 .. end - 1));
  @ assigns \nothing;
  @ ensures \result != 0 ==> 3 <= end - at; */
static int
is_key(const uint8_t *in, size_t at, size_t end, char first, char second)
{
    return end - at >= 3 && in[at] == (uint8_t)first && in[at + 1] == (uint8_t)second &&
           in[at + 2] == '=';
}

/* key "=" value, without blanks around it */
/*@ requires at <= end <= 0xffffffff && \valid_read(in + (0 .. end - 1)) && \valid(out);
  @ requires \separated(out, in + (0 .. end - 1)) && inside(out->font, end);
  @ assigns *out;
  @ ensures inside(out->font, end); */
static void
part(const uint8_t *in, size_t at, size_t end, wyre_msnp_im_format *out)
{
    uint32_t number = 0;
    size_t from = at + 3;
    unsigned is = 0;
    if (is_key(in, at, end, 'F', 'N')) {
        out->font = (wyre_span){(uint32_t)from, (uint32_t)(end - from)};
        is = WYRE_MSNP_FORMAT_FONT;
    } else if (is_key(in, at, end, 'E', 'F')) {
        out->effects = effects_of(in, from, end);
        is = WYRE_MSNP_FORMAT_EFFECTS;
    } else if (is_key(in, at, end, 'C', 'O') && hex_of(in, from, end, 6, &number)) {
        out->color = number;
        is = WYRE_MSNP_FORMAT_COLOR;
    } else if (is_key(in, at, end, 'C', 'S') && hex_of(in, from, end, 8, &number)) {
        out->charset = number;
        is = WYRE_MSNP_FORMAT_CHARSET;
    } else if (is_key(in, at, end, 'P', 'F') && hex_of(in, from, end, 8, &number)) {
        out->pitch_family = number;
        is = WYRE_MSNP_FORMAT_PITCH_FAMILY;
    } else if (is_key(in, at, end, 'R', 'L') && hex_of(in, from, end, 1, &number) && number <= 1) {
        out->right_to_left = (uint8_t)number;
        is = WYRE_MSNP_FORMAT_RIGHT_TO_LEFT;
    }
    out->parts |= (uint8_t)is;
}

/*@ requires readable(in, in_len) && \valid(out);
  @ requires \separated(out, in + (0 .. in_len - 1)) && out->font.off == 0 && out->font.len == 0;
  @ assigns *out;
  @ ensures inside(out->font, in_len); */
static void
parts(const uint8_t *in, size_t in_len, wyre_msnp_im_format *out)
{
    /*@ loop invariant at <= in_len + 1 && inside(out->font, in_len) && inside(out->font, at);
      @ loop assigns at, *out; loop variant in_len - at; */
    for (size_t at = 0; at < in_len;) {
        size_t semicolon = at;
        /*@ loop invariant at <= semicolon <= in_len; loop assigns semicolon; loop variant in_len - semicolon; */
        while (semicolon < in_len && in[semicolon] != ';')
            semicolon++;
        size_t end = semicolon;
        /*@ loop invariant \at(at, LoopEntry) <= at <= end; loop assigns at; loop variant end - at; */
        while (at < end && in[at] == ' ')
            at++;
        /*@ loop invariant at <= end <= semicolon; loop assigns end; loop variant end - at; */
        while (end > at && in[end - 1] == ' ')
            end--;
        part(in, at, end, out);
        at = semicolon + 1;
    }
}

/*@ DECODES(in, in_len, out, n);
  @ ensures inside(out->font, in_len); */
wyre_status
wyre_msnp_im_format_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                           wyre_msnp_im_format *out, size_t *n)
{
    wyre_status status = flags != 0 || in_len > UINT32_MAX ? WYRE_E_ARG : WYRE_OK;
    size_t i = 0;
    CLEAR(out);
    /*@ loop invariant i <= in_len && (status == WYRE_OK || status == WYRE_E_ARG || status == WYRE_E_TEXT);
      @ loop assigns i, status; loop variant in_len - i + (status == WYRE_OK ? 1 : 0); */
    while (status == WYRE_OK && i < in_len) {
        if (in[i] < 0x20)
            status = WYRE_E_TEXT;
        else
            i++;
    }
    if (status == WYRE_OK)
        parts(in, in_len, out);
    if (n != NULL)
        *n = i;
    return status;
}

/* ---- encode -------------------------------------------------------------------------------------- */

static void
put_key(wyre_wr *w, const char *key)
{
    if (w->pos > 0)
        wr_bytes(w, (const uint8_t *)"; ", 2);
    wr_bytes(w, (const uint8_t *)key, 3);
}

static void
put_hex(wyre_wr *w, const char *key, uint32_t value)
{
    static const char digits[] = "0123456789abcdef";
    int shift = 28;
    put_key(w, key);
    while (shift > 0 && value >> shift == 0)
        shift -= 4;
    for (; shift >= 0; shift -= 4)
        wr_u8(w, (uint8_t)digits[value >> shift & 15]);
}

static void
put_font(wyre_wr *w, const uint8_t *src, size_t src_len, wyre_span font)
{
    put_key(w, "FN=");
    wr_span(w, src, src_len, font);
    if (w->status != WYRE_OK || font.len == 0)
        return;
    const uint8_t *at = src + font.off;
    if (at[font.len - 1] == ' ')
        wr_refuse(w, WYRE_E_RANGE);
    for (size_t i = 0; i < font.len; i++)
        if (at[i] == ';' || at[i] < 0x20)
            wr_refuse(w, WYRE_E_RANGE);
}

static void
put_effects(wyre_wr *w, uint8_t effects)
{
    static const char letters[] = "BISU";
    put_key(w, "EF=");
    for (unsigned i = 0; i < 4; i++)
        if ((effects & 1u << i) != 0)
            wr_u8(w, (uint8_t)letters[i]);
}

wyre_status
wyre_msnp_im_format_encode(const wyre_msnp_im_format *m, const uint8_t *src, size_t src_len,
                           uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    if (m->parts > 0x3f || m->effects > 0x0f || m->color > 0xffffff || m->right_to_left > 1)
        wr_refuse(&w, WYRE_E_RANGE);
    if ((m->parts & WYRE_MSNP_FORMAT_FONT) != 0)
        put_font(&w, src, src_len, m->font);
    if ((m->parts & WYRE_MSNP_FORMAT_EFFECTS) != 0)
        put_effects(&w, m->effects);
    if ((m->parts & WYRE_MSNP_FORMAT_COLOR) != 0)
        put_hex(&w, "CO=", m->color);
    if ((m->parts & WYRE_MSNP_FORMAT_CHARSET) != 0)
        put_hex(&w, "CS=", m->charset);
    if ((m->parts & WYRE_MSNP_FORMAT_PITCH_FAMILY) != 0)
        put_hex(&w, "PF=", m->pitch_family);
    if ((m->parts & WYRE_MSNP_FORMAT_RIGHT_TO_LEFT) != 0)
        put_hex(&w, "RL=", m->right_to_left);
    return wr_finish(&w, n);
}

/* ---- visit --------------------------------------------------------------------------------------- */

wyre_status
wyre_msnp_im_format_visit(const wyre_msnp_im_format *m, const wyre_visitor *v)
{
    const struct told {
        const char *name;
        uint32_t part, kind, value;
    } told[] = {
        {"effects", WYRE_MSNP_FORMAT_EFFECTS, WYRE_KIND_FLAGS, m->effects},
        {"color", WYRE_MSNP_FORMAT_COLOR, WYRE_KIND_FLAGS, m->color},
        {"charset", WYRE_MSNP_FORMAT_CHARSET, WYRE_KIND_NUMBER, m->charset},
        {"pitch_family", WYRE_MSNP_FORMAT_PITCH_FAMILY, WYRE_KIND_NUMBER, m->pitch_family},
        {"right_to_left", WYRE_MSNP_FORMAT_RIGHT_TO_LEFT, WYRE_KIND_NUMBER, m->right_to_left},
    };
    if (v->span != NULL && (m->parts & WYRE_MSNP_FORMAT_FONT) != 0)
        v->span(v->user, "font", WYRE_KIND_TEXT, m->font);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (v->number != NULL && (m->parts & told[i].part) != 0)
            v->number(v->user, told[i].name, told[i].kind, told[i].value);
    return WYRE_OK;
}

/* What single fields hold: reference sections 6.4, 10, 12. */
#include <string.h>
#include <wyre/msnp_values.h>
#include "../core/cursor.h"
#include "../core/names.h"

/* ---- status -------------------------------------------------------------------------------------- */

static const struct code {
    char text[4];
    uint8_t status;
} codes[] = {
    {"NLN", WYRE_MSNP_STATUS_ONLINE},  {"BSY", WYRE_MSNP_STATUS_BUSY},
    {"IDL", WYRE_MSNP_STATUS_IDLE},    {"BRB", WYRE_MSNP_STATUS_BE_RIGHT_BACK},
    {"AWY", WYRE_MSNP_STATUS_AWAY},    {"PHN", WYRE_MSNP_STATUS_PHONE},
    {"LUN", WYRE_MSNP_STATUS_LUNCH},   {"HDN", WYRE_MSNP_STATUS_HIDDEN},
    {"FLN", WYRE_MSNP_STATUS_OFFLINE},
};

uint32_t
wyre_msnp_status_of(const uint8_t *text, size_t text_len)
{
    for (size_t i = 0; text_len == 3 && i < sizeof codes / sizeof *codes; i++)
        if (memcmp(text, codes[i].text, 3) == 0)
            return codes[i].status;
    return WYRE_MSNP_STATUS_UNKNOWN;
}

static const constant_name msnp_status_names[] = {
    NAME(WYRE_MSNP_STATUS_, UNKNOWN),       NAME(WYRE_MSNP_STATUS_, ONLINE),
    NAME(WYRE_MSNP_STATUS_, BUSY),          NAME(WYRE_MSNP_STATUS_, IDLE),
    NAME(WYRE_MSNP_STATUS_, BE_RIGHT_BACK), NAME(WYRE_MSNP_STATUS_, AWAY),
    NAME(WYRE_MSNP_STATUS_, PHONE),         NAME(WYRE_MSNP_STATUS_, LUNCH),
    NAME(WYRE_MSNP_STATUS_, HIDDEN),        NAME(WYRE_MSNP_STATUS_, OFFLINE),
};

const char *
wyre_msnp_status_name(uint32_t status)
{
    return NAME_OF(msnp_status_names, status);
}

/* ---- capabilities -------------------------------------------------------------------------------- */

static const constant_name msnp_capability_names[] = {
    NAME(WYRE_MSNP_CAPABILITY_, MOBILE),
    NAME(WYRE_MSNP_CAPABILITY_, MSN8),
    NAME(WYRE_MSNP_CAPABILITY_, INK_GIF),
    NAME(WYRE_MSNP_CAPABILITY_, INK_ISF),
    NAME(WYRE_MSNP_CAPABILITY_, WEBCAM),
    NAME(WYRE_MSNP_CAPABILITY_, CHUNKS),
    NAME(WYRE_MSNP_CAPABILITY_, MOBILE_MESSAGING),
    NAME(WYRE_MSNP_CAPABILITY_, WATCH),
    NAME(WYRE_MSNP_CAPABILITY_, ACTIVITIES),
    NAME(WYRE_MSNP_CAPABILITY_, WEB_CLIENT),
    NAME(WYRE_MSNP_CAPABILITY_, MOBILE_DEVICE),
    NAME(WYRE_MSNP_CAPABILITY_, FEDERATED),
    NAME(WYRE_MSNP_CAPABILITY_, SPACE),
    NAME(WYRE_MSNP_CAPABILITY_, MEDIA_CENTER),
    NAME(WYRE_MSNP_CAPABILITY_, DIRECT_IM),
    NAME(WYRE_MSNP_CAPABILITY_, WINKS),
    NAME(WYRE_MSNP_CAPABILITY_, SHARED_SEARCH),
    NAME(WYRE_MSNP_CAPABILITY_, BOT),
    NAME(WYRE_MSNP_CAPABILITY_, VOICE_CLIPS),
    NAME(WYRE_MSNP_CAPABILITY_, SECURE_CHANNEL),
    NAME(WYRE_MSNP_CAPABILITY_, SIP),
    NAME(WYRE_MSNP_CAPABILITY_, MULTI_PARTY_MEDIA),
    NAME(WYRE_MSNP_CAPABILITY_, SHARED_FOLDERS),
    NAME(WYRE_MSNP_CAPABILITY_, PAGE_MODE),
    NAME(WYRE_MSNP_CAPABILITY_, ONE_CARE),
    NAME(WYRE_MSNP_CAPABILITY_, TURN),
    NAME(WYRE_MSNP_CAPABILITY_, P2P_BY_UUN),
    NAME(WYRE_MSNP_CAPABILITY_, ALIASED),
};

const char *
wyre_msnp_capability_name(uint32_t bit)
{
    return NAME_OF(msnp_capability_names, bit);
}

static const constant_name msnp_extended_names[] = {
    NAME(WYRE_MSNP_EXTENDED_, SMS_ONLY),
    NAME(WYRE_MSNP_EXTENDED_, VOICE),
    NAME(WYRE_MSNP_EXTENDED_, UUCP_SIP),
    NAME(WYRE_MSNP_EXTENDED_, APPLICATION_MESSAGES),
    NAME(WYRE_MSNP_EXTENDED_, RTC_VIDEO),
    NAME(WYRE_MSNP_EXTENDED_, P2P_V2),
    NAME(WYRE_MSNP_EXTENDED_, AUTHENTICATED_WEB),
    NAME(WYRE_MSNP_EXTENDED_, ONE_TO_ONE_BY_GROUP),
    NAME(WYRE_MSNP_EXTENDED_, OFFLINE_IM),
    NAME(WYRE_MSNP_EXTENDED_, SHARING_VIDEO),
    NAME(WYRE_MSNP_EXTENDED_, NUDGES),
    NAME(WYRE_MSNP_EXTENDED_, CIRCLE_VOICE),
    NAME(WYRE_MSNP_EXTENDED_, SHARING),
    NAME(WYRE_MSNP_EXTENDED_, P2P_MIXER_RELAY),
    NAME(WYRE_MSNP_EXTENDED_, IN_WINDOW_FILES),
};

const char *
wyre_msnp_extended_name(uint32_t bit)
{
    return NAME_OF(msnp_extended_names, bit);
}

/* The 32-bit number in in[at .. end - 1]. */
/*@ requires at <= end && \valid_read(in + (0 .. end - 1)) && \valid(value) && \valid(stop);
  @ requires \separated(value, stop, in + (0 .. end - 1));
  @ assigns *value, *stop;
  @ ensures \result <= WYRE_OK;
  @ ensures at <= *stop <= end; */
static wyre_status
number(const uint8_t *in, size_t at, size_t end, uint32_t *value, size_t *stop)
{
    uint64_t wide = 0;
    size_t fault = 0;
    wyre_status status =
        wyre_decimal_decode(end > at ? in + at : NULL, end - at, UINT32_MAX, &wide, &fault);
    *value = (uint32_t)wide;
    *stop = at + fault;
    return status;
}

/* number [ ":" number ] */
/*@ DECODES(in, in_len, out, n); */
wyre_status
wyre_msnp_capabilities_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                              wyre_msnp_capabilities *out, size_t *n)
{
    size_t colon = 0;
    size_t stop = 0;
    wyre_status status = WYRE_E_ARG;
    CLEAR(out);
    /*@ loop invariant colon <= in_len; loop assigns colon; loop variant in_len - colon; */
    while (colon < in_len && in[colon] != ':')
        colon++;
    if (flags == 0)
        status = number(in, 0, colon, &out->bits, &stop);
    if (status == WYRE_OK && colon < in_len) {
        out->has_extended = 1;
        status = number(in, colon + 1, in_len, &out->extended, &stop);
    }
    if (status != WYRE_OK)
        CLEAR(out);
    if (n != NULL)
        *n = stop;
    return status;
}

static void
put_number(wyre_wr *w, uint32_t value)
{
    uint8_t digits[10];
    size_t len = 0;
    wyre_decimal_encode(value, digits, sizeof digits, &len);
    wr_bytes(w, digits, len);
}

wyre_status
wyre_msnp_capabilities_encode(const wyre_msnp_capabilities *m, const uint8_t *src, size_t src_len,
                              uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    (void)src;
    (void)src_len;
    put_number(&w, m->bits);
    if (m->has_extended) {
        wr_u8(&w, ':');
        put_number(&w, m->extended);
    }
    return wr_finish(&w, n);
}

wyre_status
wyre_msnp_capabilities_visit(const wyre_msnp_capabilities *m, const wyre_visitor *v)
{
    if (v->number == NULL)
        return WYRE_OK;
    v->number(v->user, "bits", WYRE_KIND_FLAGS, m->bits);
    if (m->has_extended)
        v->number(v->user, "extended", WYRE_KIND_FLAGS, m->extended);
    return WYRE_OK;
}

/* ---- address ------------------------------------------------------------------------------------- */

/* How many digits stand in front of the first colon; 0 where that is not all that does. */
/*@ requires \valid_read(in + (0 .. in_len - 1));
  @ assigns \nothing;
  @ ensures \result == 0 || \result < in_len; */
static size_t
network_len(const uint8_t *in, size_t in_len)
{
    size_t i = 0;
    /*@ loop invariant i <= in_len; loop assigns i; loop variant in_len - i; */
    while (i < in_len && in[i] >= '0' && in[i] <= '9')
        i++;
    return i < in_len && in[i] == ':' ? i : 0;
}

/* The first CR, LF or NUL, which would break a line, or in_len. */
/*@ requires \valid_read(in + (0 .. in_len - 1)); assigns \nothing; ensures \result <= in_len; */
static size_t
first_control(const uint8_t *in, size_t in_len)
{
    size_t i = 0;
    /*@ loop invariant i <= in_len; loop assigns i; loop variant in_len - i; */
    while (i < in_len && in[i] != '\r' && in[i] != '\n' && in[i] != '\0')
        i++;
    return i;
}

/*@ DECODES(in, in_len, out, n);
  @ ensures inside(out->network_id, in_len);
  @ ensures inside(out->handle, in_len);
  @ ensures inside(out->endpoint, in_len); */
wyre_status
wyre_msnp_address_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_msnp_address *out,
                         size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t at = 0;
    size_t stop = 0;
    CLEAR(out);
    if (flags != 0 || in_len > UINT32_MAX) {
        status = WYRE_E_ARG;
    } else if (first_control(in, in_len) < in_len) {
        status = WYRE_E_TEXT;
        at = first_control(in, in_len);
    } else {
        size_t digits = network_len(in, in_len);
        at = digits > 0 ? digits + 1 : 0;
        stop = at;
        /*@ loop invariant at <= stop <= in_len; loop assigns stop; loop variant in_len - stop; */
        while (stop < in_len && in[stop] != ';')
            stop++;
        if (stop == at)
            status = WYRE_E_TEXT;
        out->network_id.len = (uint32_t)digits;
        out->handle = (wyre_span){(uint32_t)at, (uint32_t)(stop - at)};
        if (stop < in_len)
            out->endpoint = (wyre_span){(uint32_t)stop + 1, (uint32_t)(in_len - stop - 1)};
    }
    if (status != WYRE_OK)
        CLEAR(out);
    if (n != NULL)
        *n = status == WYRE_OK ? in_len : at;
    return status;
}

/* Whether the text has a character that ends it or breaks a line. */
static int
breaks(const uint8_t *text, size_t len, uint8_t end)
{
    return first_control(text, len) < len || memchr(text, end, len) != NULL;
}

static void
put_text(wyre_wr *w, const uint8_t *src, size_t src_len, wyre_span span, uint8_t end)
{
    size_t before = w->pos;
    wr_span(w, src, src_len, span);
    if (w->pos > before && breaks(src + span.off, span.len, end))
        wr_refuse(w, WYRE_E_RANGE);
}

wyre_status
wyre_msnp_address_encode(const wyre_msnp_address *m, const uint8_t *src, size_t src_len,
                         uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    if (m->network_id.len > 0) {
        put_text(&w, src, src_len, m->network_id, ':');
        for (size_t i = 0; w.status == WYRE_OK && i < m->network_id.len; i++)
            if (src[m->network_id.off + i] < '0' || src[m->network_id.off + i] > '9')
                wr_refuse(&w, WYRE_E_RANGE);
        wr_u8(&w, ':');
    }
    put_text(&w, src, src_len, m->handle, ';');
    if (w.status == WYRE_OK &&
        (m->handle.len == 0 ||
         (m->network_id.len == 0 && network_len(src + m->handle.off, m->handle.len) > 0)))
        wr_refuse(&w, WYRE_E_RANGE);
    if (m->endpoint.off > 0 || m->endpoint.len > 0) {
        wr_u8(&w, ';');
        put_text(&w, src, src_len, m->endpoint, '\0');
    }
    return wr_finish(&w, n);
}

static void
tell(const wyre_visitor *v, const char *name, wyre_span span)
{
    if (v->span != NULL && (span.off > 0 || span.len > 0))
        v->span(v->user, name, WYRE_KIND_TEXT, span);
}

wyre_status
wyre_msnp_address_visit(const wyre_msnp_address *m, const wyre_visitor *v)
{
    tell(v, "network_id", m->network_id);
    tell(v, "handle", m->handle);
    tell(v, "endpoint", m->endpoint);
    return WYRE_OK;
}

/* Packets on a TCP stream: NetBIOS session service, RFC 1002 4.3, and direct TCP, [MS-SMB2] 2.1. */
#include <wyre/netbios.h>
#include "../core/cursor.h"
#include "../core/layout.h"
#include "../core/names.h"

static const constant_name netbios_type_names[] = {
    NAME(WYRE_NETBIOS_, SESSION_MESSAGE),           NAME(WYRE_NETBIOS_, SESSION_REQUEST),
    NAME(WYRE_NETBIOS_, POSITIVE_SESSION_RESPONSE), NAME(WYRE_NETBIOS_, NEGATIVE_SESSION_RESPONSE),
    NAME(WYRE_NETBIOS_, RETARGET_SESSION_RESPONSE), NAME(WYRE_NETBIOS_, SESSION_KEEP_ALIVE),
};

const char *
wyre_netbios_type_name(uint8_t type)
{
    return NAME_OF(netbios_type_names, type);
}

static const constant_name netbios_error_names[] = {
    NAME(WYRE_NETBIOS_, NOT_LISTENING_ON_CALLED_NAME),
    NAME(WYRE_NETBIOS_, NOT_LISTENING_FOR_CALLING_NAME),
    NAME(WYRE_NETBIOS_, CALLED_NAME_NOT_PRESENT),
    NAME(WYRE_NETBIOS_, INSUFFICIENT_RESOURCES),
    NAME(WYRE_NETBIOS_, UNSPECIFIED_ERROR),
};

const char *
wyre_netbios_error_name(uint8_t error_code)
{
    return NAME_OF(netbios_error_names, error_code);
}

/* ---- RFC 1002 4.3.1 session packet --------------------------------------------------------------- */

/*@ assigns \nothing; */
static int
known_type(uint8_t type)
{
    return type == WYRE_NETBIOS_SESSION_MESSAGE ||
           (type >= WYRE_NETBIOS_SESSION_REQUEST && type <= WYRE_NETBIOS_SESSION_KEEP_ALIVE);
}

/*@ assigns \nothing; */
static int
length_fits_type(uint8_t type, uint32_t len)
{
    switch (type) {
    case WYRE_NETBIOS_POSITIVE_SESSION_RESPONSE:
    case WYRE_NETBIOS_SESSION_KEEP_ALIVE:
        return len == 0;
    case WYRE_NETBIOS_NEGATIVE_SESSION_RESPONSE:
        return len == 1;
    case WYRE_NETBIOS_RETARGET_SESSION_RESPONSE:
        return len == 6;
    default:
        return len <= WYRE_NETBIOS_PAYLOAD_MAX;
    }
}

/* Bytes that are there are judged at once, so that a stream of something else is not waited for. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(len) && \valid(stop);
  @ requires \separated(len, stop, in + (0 .. in_len - 1));
  @ assigns  *len, *stop;
  @ ensures  \result == WYRE_OK ==> in_len >= 4 && *stop == 4 + *len && *stop <= in_len;
  @ ensures  \result == WYRE_MORE ==> *stop > in_len; */
static wyre_status
frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max, uint32_t *len, size_t *stop)
{
    *len = 0;
    *stop = 0;
    if ((flags & ~(uint32_t)WYRE_NETBIOS_RESERVED_FLAGS) != 0)
        return WYRE_E_ARG;
    if (in_len > 0 && !known_type(in[0]))
        return WYRE_E_MAGIC;
    *stop = 1;
    if (in_len > 1 && in[1] > 1 && flags == 0)
        return WYRE_E_VALUE;
    *stop = WYRE_NETBIOS_HEADER_SIZE;
    if (in_len < WYRE_NETBIOS_HEADER_SIZE)
        return WYRE_MORE;
    *len = be24(in + 1) % (WYRE_NETBIOS_PAYLOAD_MAX + 1u);
    *stop = 2;
    if (!length_fits_type(in[0], *len))
        return WYRE_E_LENGTH;
    if (*len > max)
        return WYRE_E_LIMIT;
    *stop = WYRE_NETBIOS_HEADER_SIZE + (size_t)*len;
    return *stop > in_len ? WYRE_MORE : WYRE_OK;
}

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(out) && (n == \null || \valid(n));
  @ requires \separated(out, n, in + (0 .. in_len - 1));
  @ assigns  *out, *n;
  @ ensures  \result == WYRE_OK ==> out->payload.off + out->payload.len <= in_len; */
wyre_status
wyre_netbios_frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max,
                   wyre_netbios_packet *out, size_t *n)
{
    uint32_t len;
    size_t stop;
    wyre_status status = frame(in, in_len, flags, max, &len, &stop);
    *out = (wyre_netbios_packet){{0, 0}, 0, 0, {0, 0}};
    if (status == WYRE_OK) {
        out->payload.off = WYRE_NETBIOS_HEADER_SIZE;
        out->payload.len = len;
        out->type = in[0];
        out->flags = in[1] & 0xfe;
    }
    if (n != NULL)
        *n = stop;
    return status;
}

#ifndef WYRE_PROVE
wyre_status
wyre_netbios_packet_encode(const wyre_netbios_packet *m, const uint8_t *src, size_t src_len,
                           uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    uint32_t len = m->payload.len;
    if (!known_type(m->type) || !length_fits_type(m->type, len))
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, m->type);
    wr_u8(&w, (uint8_t)((m->flags & 0xfe) | (len >> 16 & 1)));
    wr_u16be(&w, (uint16_t)len);
    wr_span(&w, src, src_len, m->payload);
    return wr_finish(&w, n);
}

wyre_status
wyre_netbios_packet_visit(const wyre_netbios_packet *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_number(&l, "type", WYRE_KIND_NUMBER, m->type);
    tell_number(&l, "flags", WYRE_KIND_FLAGS, m->flags);
    tell_span(&l, "payload", WYRE_KIND_BYTES, m->payload);
    return WYRE_OK;
}
#endif

/* ---- [MS-SMB2] 2.1 direct TCP -------------------------------------------------------------------- */

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(out) && (n == \null || \valid(n));
  @ requires \separated(out, n, in + (0 .. in_len - 1));
  @ assigns  *out, *n;
  @ ensures  \result == WYRE_OK ==> out->payload.off + out->payload.len <= in_len; */
wyre_status
wyre_direct_tcp_frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max,
                      wyre_direct_tcp_packet *out, size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t stop = 0;
    uint32_t len = in_len < WYRE_DIRECT_TCP_HEADER_SIZE ? 0 : be24(in + 1);
    if (flags != 0) {
        status = WYRE_E_ARG;
    } else if (in_len > 0 && in[0] != 0) {
        status = WYRE_E_MAGIC;
    } else if (len > max) {
        status = WYRE_E_LIMIT;
        stop = 1;
    } else {
        stop = WYRE_DIRECT_TCP_HEADER_SIZE + (size_t)len;
        status = stop > in_len ? WYRE_MORE : WYRE_OK;
    }
    out->payload.off = status == WYRE_OK ? WYRE_DIRECT_TCP_HEADER_SIZE : 0;
    out->payload.len = status == WYRE_OK ? len : 0;
    if (n != NULL)
        *n = stop;
    return status;
}

#ifndef WYRE_PROVE
wyre_status
wyre_direct_tcp_packet_encode(const wyre_direct_tcp_packet *m, const uint8_t *src, size_t src_len,
                              uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, 0);
    wr_u24be(&w, m->payload.len);
    wr_span(&w, src, src_len, m->payload);
    return wr_finish(&w, n);
}

wyre_status
wyre_direct_tcp_header_encode(uint32_t payload_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_u8(&w, 0);
    wr_u24be(&w, payload_len);
    return wr_finish(&w, n);
}

wyre_status
wyre_direct_tcp_packet_visit(const wyre_direct_tcp_packet *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    tell_span(&l, "payload", WYRE_KIND_BYTES, m->payload);
    return WYRE_OK;
}
#endif

/* ---- RFC 1002 4.3.4 negative session response ---------------------------------------------------- */

LAYOUT
negative_response(layout *l, wyre_netbios_negative_response *m)
{
    U8(l, 0, m, error_code, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_netbios_negative_response, negative_response, 1, 0)

/* ---- RFC 1002 4.3.5 retarget session response ---------------------------------------------------- */

LAYOUT
retarget_response(layout *l, wyre_netbios_retarget_response *m)
{
    ARRAY(l, 0, m, ip_address, IPV4);
    U16BE(l, 4, m, port,       NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_netbios_retarget_response, retarget_response, 6, 0)

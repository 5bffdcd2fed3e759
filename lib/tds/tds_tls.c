/* TLS in TDS: [MS-TDS] 3.2.5.2, 3.3.5.2. */
#include <string.h>
#include <wyre/tds_packet.h>
#include <wyre/tds_tls.h>
#include "../core/cursor.h"

enum { IN_PACKETS, BARE, PLAIN }; /* phase */
enum { RECORD_HEAD = 5, FIRST_RECORD = 0x14, HANDSHAKE = 0x16, LAST_RECORD = 0x17 };

uint32_t
wyre_tds_opening(const uint8_t *in, size_t in_len)
{
    if (in_len == 0)
        return WYRE_TDS_OPENING_UNKNOWN;
    switch (in[0]) {
    case WYRE_TDS_PRELOGIN:
        return WYRE_TDS_OPENING_PRELOGIN;
    case WYRE_TDS_LOGIN7:
        return WYRE_TDS_OPENING_LOGIN7;
    case WYRE_TDS_LOGIN4:
        return WYRE_TDS_OPENING_LOGIN4;
    case HANDSHAKE:
        return WYRE_TDS_OPENING_STRICT;
    default:
        return WYRE_TDS_OPENING_UNKNOWN;
    }
}

/* A packet of the handshake: its head is not for the TLS library. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(t) && \valid(skip);
  @ requires \separated(t, skip, in + (0 .. in_len - 1));
  @ assigns t->phase, t->due, *skip;
  @ ensures \result <= WYRE_MORE && (\result == WYRE_MORE ? in_len < *skip : *skip <= in_len);
  @ ensures \result == WYRE_OK ==> *skip <= 8; */
static wyre_status
begin_packet(wyre_tds_tls *t, const uint8_t *in, size_t in_len, uint32_t max, size_t *skip)
{
    wyre_tds_packet p;
    size_t n;
    wyre_status status = wyre_tds_packet_frame(in, in_len, max, &p, &n);
    *skip = status == WYRE_MORE ? WYRE_TDS_PACKET_HEADER_SIZE : n;
    if (status != WYRE_OK && status != WYRE_MORE)
        return status;
    if (in_len < WYRE_TDS_PACKET_HEADER_SIZE)
        return WYRE_MORE;
    *skip = 2;
    uint32_t length = be16(in + 2);
    if (length <= WYRE_TDS_PACKET_HEADER_SIZE)
        return WYRE_E_LENGTH;
    *skip = WYRE_TDS_PACKET_HEADER_SIZE;
    t->due = length - WYRE_TDS_PACKET_HEADER_SIZE;
    return WYRE_OK;
}

/* A bare record, which is for the TLS library from its first byte on. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(t) && \valid(skip);
  @ requires \separated(t, skip, in + (0 .. in_len - 1));
  @ assigns t->phase, t->due, *skip;
  @ ensures \result <= WYRE_MORE && (\result == WYRE_MORE ? in_len < *skip : *skip <= in_len);
  @ ensures \result == WYRE_OK ==> *skip <= 8; */
static wyre_status
begin_record(wyre_tds_tls *t, const uint8_t *in, size_t in_len, size_t *skip)
{
    *skip = RECORD_HEAD;
    if (in_len < RECORD_HEAD)
        return WYRE_MORE;
    *skip = 3;
    if (be16(in + 3) + RECORD_HEAD > WYRE_TDS_TLS_RECORD_MAX)
        return WYRE_E_LIMIT;
    *skip = 0;
    t->phase = BARE;
    t->due = be16(in + 3) + (uint32_t)RECORD_HEAD;
    return WYRE_OK;
}

/* The head of the next unit; *skip are the bytes of it that are for nobody, or what *n is to be. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(t) && \valid(skip);
  @ requires \separated(t, skip, in + (0 .. in_len - 1));
  @ assigns t->phase, t->due, *skip;
  @ ensures \result <= WYRE_MORE && (\result == WYRE_MORE ? in_len < *skip : *skip <= in_len);
  @ ensures \result == WYRE_OK ==> *skip <= 8; */
static wyre_status
begin_unit(wyre_tds_tls *t, const uint8_t *in, size_t in_len, uint32_t max, size_t *skip)
{
    int login = t->mode == WYRE_TDS_TLS_LOGIN;
    *skip = 1;
    if (in_len == 0)
        return WYRE_MORE;
    *skip = 0;
    if (t->mode < WYRE_TDS_TLS_LOGIN || t->mode > WYRE_TDS_TLS_STRICT)
        return WYRE_E_VALUE;
    if (in[0] == WYRE_TDS_PRELOGIN && t->phase == IN_PACKETS && t->mode != WYRE_TDS_TLS_STRICT)
        return begin_packet(t, in, in_len, max, skip);
    if (in[0] >= FIRST_RECORD && in[0] <= LAST_RECORD && !(login && t->from_server))
        return begin_record(t, in, in_len, skip);
    /* Where only the login is encrypted, the server answers it in the clear, and the client goes on
     * so behind its records, but not instead of them. */
    if (!login || in[0] >= WYRE_TDS_PRELOGIN || t->phase != (t->from_server ? IN_PACKETS : BARE))
        return WYRE_E_VALUE;
    t->phase = PLAIN;
    return WYRE_OK;
}

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(t) && \valid(out) && (n == \null || \valid(n));
  @ requires \separated(t, out, n, in + (0 .. in_len - 1));
  @ assigns *t, *out, *n;
  @ ensures \result <= WYRE_MORE && (n != \null ==> (\result == WYRE_MORE ? in_len < *n : *n <= in_len));
  @ ensures \result == WYRE_OK ==> inside(out->bytes, in_len); */
wyre_status
wyre_tds_tls_next(wyre_tds_tls *t, const uint8_t *in, size_t in_len, uint32_t max,
                  wyre_tds_tls_piece *out, size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t skip = in_len == 0;
    *out = (wyre_tds_tls_piece){.plain = 0};
    if (in_len == 0)
        status = WYRE_MORE;
    else if (t->phase != PLAIN && t->due == 0)
        status = begin_unit(t, in, in_len, max, &skip);
    if (status == WYRE_OK) {
        size_t len = in_len - skip;
        len = len < UINT32_MAX ? len : UINT32_MAX;
        if (t->phase != PLAIN && len > t->due)
            len = t->due;
        if (t->phase != PLAIN)
            t->due -= (uint32_t)len;
        out->bytes = (wyre_span){(uint32_t)skip, (uint32_t)len};
        out->plain = t->phase == PLAIN;
        skip += len;
    }
    if (n != NULL)
        *n = skip;
    return status;
}

wyre_status
wyre_tds_tls_wrap(const uint8_t *in, size_t in_len, uint32_t packet_size, uint8_t *out, size_t cap,
                  size_t *n)
{
    wyre_tds_packet p = {.payload = {0, (uint32_t)in_len}, .type = WYRE_TDS_PRELOGIN};
    if (in_len == 0 || in_len > UINT32_MAX) {
        if (n != NULL)
            *n = 0;
        return in_len == 0 ? WYRE_E_RANGE : WYRE_E_ARG;
    }
    return wyre_tds_message_encode(&p, in, in_len, packet_size, out, cap, n);
}

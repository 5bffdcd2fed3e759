/* Packets and messages: [MS-TDS] 2.2.1, 2.2.3. */
#include <wyre/tds_packet.h>
#include "../core/layout.h"
#include "../core/names.h"

static const constant_name tds_packet_type_names[] = {
    NAME(WYRE_TDS_, SQL_BATCH),     NAME(WYRE_TDS_, LOGIN4),
    NAME(WYRE_TDS_, RPC),           NAME(WYRE_TDS_, RESPONSE),
    NAME(WYRE_TDS_, ATTENTION),     NAME(WYRE_TDS_, BULK_LOAD),
    NAME(WYRE_TDS_, FEDAUTH_TOKEN), NAME(WYRE_TDS_, TRANSACTION_MANAGER),
    NAME(WYRE_TDS_, NORMAL),        NAME(WYRE_TDS_, LOGIN7),
    NAME(WYRE_TDS_, SSPI),          NAME(WYRE_TDS_, PRELOGIN),
};

const char *
wyre_tds_packet_type_name(uint8_t type)
{
    return NAME_OF(tds_packet_type_names, type);
}

/* LOGINACK says 7.0 and 7.1 as 0x07000000 and 0x07010000. */
/*@ assigns \nothing; */
uint32_t
wyre_tds_dialect(uint32_t tds_version)
{
    uint32_t major = tds_version >> 24;
    if (major == 0x07)
        major = 0x70 + (tds_version >> 16 & 0xff);
    if (major < 0x07)
        return WYRE_TDS_BEFORE_7_0 | WYRE_TDS_BEFORE_7_1 | WYRE_TDS_BEFORE_7_1_REV_1 |
               WYRE_TDS_BEFORE_7_2;
    if (major == 0x70)
        return WYRE_TDS_BEFORE_7_1 | WYRE_TDS_BEFORE_7_1_REV_1 | WYRE_TDS_BEFORE_7_2;
    if (major == 0x71)
        return tds_version == 0x71000001 ? WYRE_TDS_BEFORE_7_2
                                         : WYRE_TDS_BEFORE_7_1_REV_1 | WYRE_TDS_BEFORE_7_2;
    return 0;
}

/* ---- 2.2.3.1 packet header ------------------------------------------------------------------------ */

enum { HEADER = WYRE_TDS_PACKET_HEADER_SIZE };

LAYOUT
packet(layout *l, wyre_tds_packet *m)
{
    U8       (l, 0, m, type,      NUMBER);
    U8       (l, 1, m, status,    FLAGS);
    TOTAL16BE(l, 2);
    U16BE    (l, 4, m, spid,      NUMBER);
    U8       (l, 6, m, packet_id, NUMBER);
    U8       (l, 7, m, window,    NUMBER);
    REST     (l, m, payload,      BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->payload, in_len);
  @ ensures \result == WYRE_OK && n != \null ==> *n == 8 + out->payload.len; */
CODEC(wyre_tds_packet, packet, HEADER, 0)

/* Whether a whole packet stands at the start of the stream; *n as in wyre_tds_packet_frame. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(n) && \separated(n, in + (0 .. in_len - 1));
  @ assigns *n;
  @ ensures *n <= 65535 && \result <= WYRE_MORE;
  @ ensures \result == WYRE_OK ==> 8 <= *n <= in_len;
  @ ensures \result == WYRE_MORE ? in_len < *n : *n <= in_len; */
static wyre_status
frame(const uint8_t *in, size_t in_len, uint32_t max, size_t *n)
{
    *n = 0;
    if (in_len > 0 && (in[0] < WYRE_TDS_SQL_BATCH || in[0] > WYRE_TDS_PRELOGIN))
        return WYRE_E_MAGIC;
    *n = HEADER;
    if (in_len < 4)
        return WYRE_MORE;
    uint32_t length = be16(in + 2);
    *n = 2;
    if (length < HEADER)
        return WYRE_E_LENGTH;
    if (length > max)
        return WYRE_E_LIMIT;
    *n = length;
    return length > in_len ? WYRE_MORE : WYRE_OK;
}

/*@ FRAMES(in, in_len, out, n);
  @ ensures \result <= WYRE_MORE && (n != \null && \result == WYRE_OK ==> 8 <= *n);
  @ ensures \result == WYRE_OK ==> inside(out->payload, in_len); */
wyre_status
wyre_tds_packet_frame(const uint8_t *in, size_t in_len, uint32_t max, wyre_tds_packet *out,
                      size_t *n)
{
    size_t length;
    wyre_status status = frame(in, in_len, max, &length);
    if (status == WYRE_OK)
        return wyre_tds_packet_decode(in, length, 0, out, n);
    *out = (wyre_tds_packet){.type = 0};
    if (n != NULL)
        *n = length;
    return status;
}

/* ---- message --------------------------------------------------------------------------------------- */

/*@ predicate walked(wyre_tds_message *m, integer in_len, integer max_payload) =
  @     m->size <= in_len && m->payload_size <= max_payload && 8 * m->packets <= m->size; */

/* Adds the packet at m->size to what was found of the message so far. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(m) && \valid(n);
  @ requires \separated(m, n, in + (0 .. in_len - 1)) && walked(m, in_len, max_payload);
  @ assigns *m, *n;
  @ ensures walked(m, in_len, max_payload) && \result <= WYRE_MORE;
  @ ensures \result == WYRE_OK ? m->size >= \old(m->size) + 8 : m->size == \old(m->size);
  @ ensures \result == WYRE_MORE ? in_len < *n : *n <= in_len; */
static wyre_status
add_packet(const uint8_t *in, size_t in_len, uint32_t max_packet, uint32_t max_payload,
           wyre_tds_message *m, size_t *n)
{
    const uint8_t *at = in_len > m->size ? in + m->size : NULL;
    wyre_status status = frame(at, in_len - m->size, max_packet, n);
    size_t length = *n;
    *n += m->size;
    if (m->packets > 0 && at != NULL && at[0] != m->type) {
        *n = m->size;
        return WYRE_E_VALUE;
    }
    if (status != WYRE_OK)
        return status;
    uint32_t payload = (uint32_t)length - HEADER;
    *n = m->size + (size_t)2;
    if (payload == 0 && (at[1] & WYRE_TDS_EOM) == 0)
        return WYRE_E_LENGTH;
    if (payload > max_payload - m->payload_size)
        return WYRE_E_LIMIT;
    if (m->packets == 0) {
        m->type = at[0];
        m->spid = be16(at + 4);
        m->packet_id = at[6];
    }
    m->status |= at[1];
    m->size += (uint32_t)length;
    m->payload_size += payload;
    m->packets++;
    *n = m->size;
    return WYRE_OK;
}

/*@ requires (progress == \null || \valid(progress)) && \separated(progress, out, n, in + (0 .. in_len - 1));
  @ FRAMES(in, in_len, out, n); assigns *progress; */
wyre_status
wyre_tds_message_frame(const uint8_t *in, size_t in_len, uint32_t max_packet, uint32_t max_payload,
                       wyre_tds_message *progress, wyre_tds_message *out, size_t *n)
{
    static const wyre_tds_message none = {.size = 0};
    wyre_tds_message m = none;
    wyre_status status = WYRE_OK;
    size_t stopped = 0;
    if (progress != NULL && progress->size <= in_len && progress->payload_size <= max_payload &&
        (uint64_t)progress->packets * HEADER <= progress->size)
        m = *progress;
    if (in_len > UINT32_MAX)
        status = WYRE_E_ARG;
    /*@ loop invariant walked(&m, in_len, max_payload) && status <= WYRE_MORE;
      @ loop invariant status == WYRE_OK ==> in_len <= 0xffffffff;
      @ loop invariant status == WYRE_MORE ? in_len < stopped : stopped <= in_len;
      @ loop assigns m, status, stopped;
      @ loop variant in_len - m.size + (status == WYRE_OK ? 1 : 0); */
    while (status == WYRE_OK && (m.status & WYRE_TDS_EOM) == 0)
        status = add_packet(in, in_len, max_packet, max_payload, &m, &stopped);
    *out = status == WYRE_OK ? m : none;
    if (progress != NULL)
        *progress = status == WYRE_MORE ? m : none;
    if (n != NULL)
        *n = stopped;
    return status;
}

/*@ requires \valid(it) && \valid(out) && in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1));
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result == WYRE_OK ==> inside(out->payload, in_len);
  @ ensures \result == WYRE_OK ==> \old(it->pos) + 8 + out->payload.len == it->pos <= in_len;
  @ ensures \result != WYRE_OK ==> it->pos == \old(it->pos); */
wyre_status
wyre_tds_message_next(wyre_tds_message_iter *it, const uint8_t *in, size_t in_len,
                      wyre_tds_packet *out)
{
    size_t n;
    *out = (wyre_tds_packet){.type = 0};
    if (it->end != 0)
        return WYRE_END;
    if (it->pos >= in_len)
        return WYRE_E_LENGTH;
    wyre_status status = wyre_tds_packet_decode(in + it->pos, in_len - it->pos, 0, out, &n);
    if (status != WYRE_OK)
        return status;
    out->payload.off += it->pos;
    it->pos += (uint32_t)n;
    it->end = (out->status & WYRE_TDS_EOM) != 0;
    return WYRE_OK;
}

/* Proved where `out` is not `in`. */
/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(out + (0 .. cap - 1));
  @ requires n == \null || \valid(n);
  @ requires \separated(n, out + (0 .. cap - 1), in + (0 .. in_len - 1));
  @ assigns out[0 .. cap - 1], *n;
  @ ensures n != \null ==> *n <= in_len;
  @ ensures \result == WYRE_OK && n != \null ==> *n <= cap; */
wyre_status
wyre_tds_message_gather(const uint8_t *in, size_t in_len, uint8_t *out, size_t cap, size_t *n)
{
    wyre_tds_message_iter it = {0, 0};
    wyre_tds_packet p;
    wyre_status status;
    size_t end = 0;
    /*@ loop invariant end <= it.pos <= in_len;
      @ loop assigns it, p, status, end; loop variant in_len - it.pos; */
    while ((status = wyre_tds_message_next(&it, in, in_len, &p)) == WYRE_OK)
        end += p.payload.len;
    if (n != NULL)
        *n = status == WYRE_END ? end : it.pos;
    if (status != WYRE_END)
        return status;
    if (end > cap)
        return WYRE_E_SPACE;
    it = (wyre_tds_message_iter){0, 0};
    end = 0;
    /*@ loop invariant end <= cap && it.pos <= in_len;
      @ loop assigns it, p, end, out[0 .. cap - 1]; loop variant in_len - it.pos; */
    while (wyre_tds_message_next(&it, in, in_len, &p) == WYRE_OK && p.payload.len <= cap - end) {
        if (p.payload.len > 0)
            move(out + end, in + p.payload.off, p.payload.len);
        end += p.payload.len;
    }
    return WYRE_OK;
}

/* How many packets a message of len bytes takes; an empty one still takes one. */
static size_t
packets_of(size_t len, uint32_t room)
{
    return len == 0 ? 1 : len / room + (len % room != 0);
}

wyre_status
wyre_tds_message_encode(const wyre_tds_packet *m, const uint8_t *src, size_t src_len,
                        uint32_t packet_size, uint8_t *out, size_t cap, size_t *n)
{
    const unsigned reset = WYRE_TDS_RESET_CONNECTION | WYRE_TDS_RESET_CONNECTION_SKIP_TRAN;
    const unsigned last = WYRE_TDS_IGNORE | WYRE_TDS_EOM;
    uint32_t room = packet_size - HEADER;
    wyre_tds_packet p = *m;
    size_t need = 0;
    wyre_status status = WYRE_OK;
    if (packet_size <= HEADER || packet_size > UINT16_MAX)
        status = WYRE_E_RANGE;
    else if (p.payload.len > 0 &&
             (p.payload.off > src_len || p.payload.len > src_len - p.payload.off))
        status = WYRE_E_ARG;
    else if (packets_of(p.payload.len, room) > (UINT32_MAX - p.payload.len) / HEADER)
        status = WYRE_E_RANGE;
    else
        need = p.payload.len + packets_of(p.payload.len, room) * HEADER;
    if (need > cap)
        status = WYRE_E_SPACE;
    if (n != NULL)
        *n = need;
    for (size_t end = 0; status == WYRE_OK && end < need;) {
        uint32_t left = m->payload.off + m->payload.len - p.payload.off;
        size_t used;
        p.payload.len = left < room ? left : room;
        p.status = (uint8_t)(m->status & ~last & ~(end > 0 ? reset : 0u));
        if (left <= room)
            p.status |= (uint8_t)(m->status & last) | WYRE_TDS_EOM;
        status = wyre_tds_packet_encode(&p, src, src_len, out + end, cap - end, &used);
        end += used;
        p.payload.off += p.payload.len;
        p.packet_id++;
    }
    return status;
}

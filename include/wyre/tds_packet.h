/* wyre/tds_packet.h: packets, and the messages that they carry: [MS-TDS] 2.2.1, 2.2.3. */
#ifndef WYRE_TDS_PACKET_H
#define WYRE_TDS_PACKET_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

enum {
    WYRE_TDS_PACKET_HEADER_SIZE = 8,
    WYRE_TDS_PACKET_MAX = 32767,  /* the largest packet that can be negotiated */
    WYRE_TDS_LOGIN_PACKET = 4096, /* the size of packets until the login has ended, TDS 7 */
    WYRE_TDS_LOGIN7_MAX = 131071  /* the largest LOGIN7 message, [MS-TDS] 2.2.6.4 */
};

/* ---- Packet: [MS-TDS] 2.2.3.1 -------------------------------------------------------------------- */

enum { /* type */
       WYRE_TDS_SQL_BATCH = 0x01,
       WYRE_TDS_LOGIN4 = 0x02, /* the login record of TDS 4.2 and 5.0 */
       WYRE_TDS_RPC = 0x03,
       WYRE_TDS_RESPONSE = 0x04, /* all that servers send, the answer to PRELOGIN too */
       WYRE_TDS_ATTENTION = 0x06,
       WYRE_TDS_BULK_LOAD = 0x07,
       WYRE_TDS_FEDAUTH_TOKEN = 0x08,
       WYRE_TDS_TRANSACTION_MANAGER = 0x0e,
       WYRE_TDS_NORMAL = 0x0f, /* TDS 5.0: tokens from the client */
       WYRE_TDS_LOGIN7 = 0x10,
       WYRE_TDS_SSPI = 0x11,
       WYRE_TDS_PRELOGIN = 0x12 /* and TLS records of the handshake */
};

/* The name of a packet type without its prefix, "SQL_BATCH"; "?" for any other number. */
WYRE_API const char *wyre_tds_packet_type_name(uint8_t type);

enum {                         /* status */
       WYRE_TDS_EOM = 0x01,    /* the last packet of its message */
       WYRE_TDS_IGNORE = 0x02, /* client, with EOM: forget this message, it is not complete */
       WYRE_TDS_EVENT_NOTIFICATION = 0x04,
       WYRE_TDS_RESET_CONNECTION = 0x08,          /* client, first packet of a request, from 7.1 */
       WYRE_TDS_RESET_CONNECTION_SKIP_TRAN = 0x10 /* likewise, from 7.3 */
};

/* One packet. Its Length field is 8 and the length of the payload. */
typedef struct wyre_tds_packet {
    wyre_span payload;
    uint16_t spid;     /* the server's process id; most clients send 0, some echo the server's */
    uint8_t type;      /* WYRE_TDS_SQL_BATCH ... */
    uint8_t status;    /* bits WYRE_TDS_EOM ... */
    uint8_t packet_id; /* counts modulo 256; to be ignored */
    uint8_t window;    /* 0, to be ignored */
    uint8_t unused[2]; /* 0 */
} wyre_tds_packet;

/* Finds the first packet of a stream.
 *   in   in_len bytes from the start of the packet on; NULL only when in_len is 0
 *   max  the longest packet to wait for, its header included: WYRE_TDS_PACKET_MAX, or less
 *   out  filled on OK, zeroed on anything else; its payload counts from `in`
 *   n    on OK the bytes of the packet
 * WYRE_OK; WYRE_MORE: the packet is not complete; or
 *   WYRE_E_MAGIC   the first byte is not 0x01 to 0x12: TLS records begin with 0x14 to 0x17 and SMP
 *                  packets with 0x53
 *   WYRE_E_LENGTH  Length is less than 8
 *   WYRE_E_LIMIT   Length is more than max
 * [MS-TDS] 2.2.3.1 */
WYRE_API wyre_status wyre_tds_packet_frame(const uint8_t *in, size_t in_len, uint32_t max,
                                           wyre_tds_packet *out, size_t *n);

/* Decodes one whole packet, of any type.
 *   in     in_len bytes from its header on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its payload counts from `in`
 *   n      on OK the bytes of the packet; what follows is not looked at
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, or Length is less than 8 or more than in_len
 * [MS-TDS] 2.2.3.1 */
WYRE_API wyre_status wyre_tds_packet_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_tds_packet *out, size_t *n);

/* Encodes one packet: header and payload.
 *   m    its payload counts from `src`
 *   src  src_len bytes; NULL only when src_len is 0
 *   out  cap bytes; NULL only when cap is 0
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: the payload is not inside src, or WYRE_E_RANGE: it is longer
 * than 65527. [MS-TDS] 2.2.3.1 */
WYRE_API wyre_status wyre_tds_packet_encode(const wyre_tds_packet *m, const uint8_t *src,
                                            size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_packet_visit(const wyre_tds_packet *m, const wyre_visitor *v);

/* ---- Dialect ---------------------------------------------------------------------------------------
 * What the agreed version changes in the form of messages; 0 is TDS 7.2 and later. Functions that take
 * one say `dialect`; messages that have one keep it in a field of that name, so that encode knows. */

enum { /* dialect */
       WYRE_TDS_BEFORE_7_2 =
           0x01, /* no ALL_HEADERS; row counts of 32 bits; line numbers and user types
                                   of 16 */
       WYRE_TDS_BEFORE_7_1 = 0x02,        /* no collations */
       WYRE_TDS_BEFORE_7_0 = 0x04,        /* text of 8 bits a character: TDS 4.2 and 5.0 */
       WYRE_TDS_COLUMN_ENCRYPTION = 0x08, /* agreed by feature: COLMETADATA has a table of keys */
       WYRE_TDS_SENSITIVITY_RANK = 0x10,  /* agreed by feature: DATACLASSIFICATION has ranks */
       WYRE_TDS_BEFORE_7_1_REV_1 = 0x20,  /* table names of one part in TABNAME */
       WYRE_TDS_DIALECT_BITS = 0x3f
};

/* The dialect of a version as LOGIN7, LOGINACK (read big-endian) or a 4.2 or 5.0 login has it. */
WYRE_API uint32_t wyre_tds_dialect(uint32_t tds_version);

/* ---- Message: [MS-TDS] 2.2.1, 2.2.3.1.2 ---------------------------------------------------------- */

/* One or more packets of one type, the last of which has EOM. */
typedef struct wyre_tds_message {
    uint32_t size;         /* of all packets with their headers */
    uint32_t payload_size; /* of all payloads together */
    uint32_t packets;      /* with 1, the payload is the bytes from 8 to size: nothing to gather */
    uint16_t spid;         /* of the first packet */
    uint8_t type;          /* of all packets */
    uint8_t status;        /* the bits of all packets together */
    uint8_t packet_id;     /* of the first packet */
    uint8_t unused[3];     /* 0 */
} wyre_tds_message;

/* Finds the first message of a stream.
 *   in           in_len bytes from the start of its first packet on; NULL only when in_len is 0
 *   max_packet   the longest packet to wait for: WYRE_TDS_PACKET_MAX, or what was negotiated
 *   max_payload  the longest message to wait for: all payloads together
 *   progress     NULL, or where to go on when more bytes have arrived: all zero at the first byte of
 *                a message; it holds what was found so far on WYRE_MORE and is zeroed on anything
 *                else. With it, total work is linear however the bytes trickle in
 *   out          filled on OK, zeroed on anything else
 *   n            on OK the bytes of the message with its headers
 * WYRE_OK; WYRE_MORE: not complete; or what wyre_tds_packet_frame refuses, or
 *   WYRE_E_ARG     in_len is more than 4 GiB - 1
 *   WYRE_E_VALUE   a packet has another type than the first
 *   WYRE_E_LENGTH  a packet without EOM has no payload, *n is its Length field: such packets could
 *                  go on for ever
 *   WYRE_E_LIMIT   the payloads together are more than max_payload
 * [MS-TDS] 2.2.1 */
WYRE_API wyre_status wyre_tds_message_frame(const uint8_t *in, size_t in_len, uint32_t max_packet,
                                            uint32_t max_payload, wyre_tds_message *progress,
                                            wyre_tds_message *out, size_t *n);

/* Goes from packet to packet; all zero at the start. It ends: each step moves on by 8 bytes or more. */
typedef struct wyre_tds_message_iter {
    uint32_t pos; /* of the next packet */
    uint32_t end; /* 1 behind the packet with EOM */
} wyre_tds_message_iter;

/* The next packet of a message.
 *   in   in_len bytes from the start of the first packet on, the same at each call
 *   out  filled on OK, zeroed on anything else; its payload counts from `in`
 * WYRE_OK; WYRE_END behind the packet with EOM; or
 *   WYRE_E_LENGTH  a Length is less than 8 or more than what is left
 * [MS-TDS] 2.2.3.1 */
WYRE_API wyre_status wyre_tds_message_next(wyre_tds_message_iter *it, const uint8_t *in,
                                           size_t in_len, wyre_tds_packet *out);

/* Copies the payloads of a message, one behind the other.
 *   in   in_len bytes from the start of the first packet on; NULL only when in_len is 0
 *   out  cap bytes; may be `in`, for gathering in place
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE, else the offset at fault
 * WYRE_OK, WYRE_E_SPACE: nothing was copied, or WYRE_E_LENGTH as wyre_tds_message_next. */
WYRE_API wyre_status wyre_tds_message_gather(const uint8_t *in, size_t in_len, uint8_t *out,
                                             size_t cap, size_t *n);

/* Writes a message as packets, all but the last of packet_size bytes.
 *   m            its type, spid, window and the id of its first packet are taken over, its payload
 *                is the whole message; of its status, the bits RESET_CONNECTION... go into the first
 *                packet, IGNORE and EOM into the last
 *   src          src_len bytes; NULL only when src_len is 0
 *   packet_size  the size of a full packet with its header, 9 to 65535
 *   out          cap bytes
 *   n            the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE: nothing was written, WYRE_E_ARG: the payload is not inside src, or
 * WYRE_E_RANGE: packet_size is not in its range, or all packets are more than 4 GiB - 1.
 * [MS-TDS] 2.2.3.1 */
WYRE_API wyre_status wyre_tds_message_encode(const wyre_tds_packet *m, const uint8_t *src,
                                             size_t src_len, uint32_t packet_size, uint8_t *out,
                                             size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

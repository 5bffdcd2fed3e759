/* wyre/tds_tls.h: where TLS is in a TDS connection: [MS-TDS] 2.2.6.5, 3.2.5.2, 3.3.5.2. No TLS is done
 * here: bytes are handed to the TLS library of the caller, and taken from it.
 *
 * In TDS 7 the records of the handshake travel in packets of type PRELOGIN. After it they travel bare;
 * and where only the login is encrypted, they end with the first packet of the login. The sender
 * knows from its TLS library when the handshake has ended; a receiver knows from the first byte of
 * each unit, which is told from the inside of a unit by counting. */
#ifndef WYRE_TDS_TLS_H
#define WYRE_TDS_TLS_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- How a connection begins ----------------------------------------------------------------------- */

enum { /* opening */
       WYRE_TDS_OPENING_UNKNOWN = 0,
       WYRE_TDS_OPENING_PRELOGIN = 1, /* TDS 7.1 to 7.4 */
       WYRE_TDS_OPENING_LOGIN7 = 2,   /* TDS 7.0 */
       WYRE_TDS_OPENING_LOGIN4 = 3,   /* TDS 4.2, 5.0 */
       WYRE_TDS_OPENING_STRICT = 4    /* TDS 8.0: TLS from the first byte on, with ALPN "tds/8.0" */
};

/* What the first byte of a client says; UNKNOWN where in_len is 0. */
WYRE_API uint32_t wyre_tds_opening(const uint8_t *in, size_t in_len);

/* ---- Taking TLS out --------------------------------------------------------------------------------- */

enum {                         /* mode */
       WYRE_TDS_TLS_LOGIN = 1, /* as outcome ENCRYPTION_LOGIN: only the first packet of the login */
       WYRE_TDS_TLS_ALL = 2,   /* as outcome ENCRYPTION_ALL */
       WYRE_TDS_TLS_STRICT = 3 /* TDS 8.0: never in packets */
};
enum { WYRE_TDS_TLS_RECORD_MAX = 5 + 16384 + 2048 };

/* One direction of a connection, from behind PRELOGIN on. All zero at its start but for the first two
 * fields. */
typedef struct wyre_tds_tls {
    uint8_t mode;        /* WYRE_TDS_TLS_... */
    uint8_t from_server; /* 1: what the server sends; 0: what the client sends */
    uint8_t phase;       /* 0 in packets, 1 bare records, 2 no TLS any more */
    uint8_t unused;      /* 0 */
    uint32_t due;        /* bytes of the current unit that have not come yet */
} wyre_tds_tls;

typedef struct wyre_tds_tls_piece {
    wyre_span bytes;
    uint8_t plain;     /* 0: for the TLS library; 1: TDS, as it is */
    uint8_t unused[3]; /* 0 */
} wyre_tds_tls_piece;

/* Takes the next piece from what has come. A caller hands it on at once: it may be any part of a
 * record, and empty.
 *   in   in_len bytes that were not taken yet; NULL only when in_len is 0
 *   max  the longest packet to accept in the handshake
 *   out  filled on OK, zeroed on anything else; it counts from `in`
 *   n    on OK the bytes taken
 * WYRE_OK; WYRE_MORE: the head of a unit is not complete, nothing was taken; or
 *   WYRE_E_VALUE   bytes in the clear where the mode allows none, records where none may be, or an
 *                  unknown mode; *n is 0. It ends the connection: someone may have put them there
 *   WYRE_E_LENGTH  a packet without payload
 *   WYRE_E_LIMIT   a packet longer than max, or a record longer than TLS allows */
WYRE_API wyre_status wyre_tds_tls_next(wyre_tds_tls *t, const uint8_t *in, size_t in_len,
                                       uint32_t max, wyre_tds_tls_piece *out, size_t *n);

/* ---- Putting TLS in --------------------------------------------------------------------------------- */

/* Puts what a TLS library wants sent during the handshake into packets of type PRELOGIN.
 *   in           in_len bytes of records
 *   packet_size  9 to 65535; WYRE_TDS_LOGIN_PACKET is what all peers take
 * WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: in_len is more than 4 GiB - 1, or WYRE_E_RANGE: in_len is 0, or
 * packet_size is not in its range. */
WYRE_API wyre_status wyre_tds_tls_wrap(const uint8_t *in, size_t in_len, uint32_t packet_size,
                                       uint8_t *out, size_t cap, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/tds_smp.h: the session multiplex protocol that carries MARS: [MC-SMP]. */
#ifndef WYRE_TDS_SMP_H
#define WYRE_TDS_SMP_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

enum { WYRE_TDS_SMP_HEADER_SIZE = 16 };

enum { /* flags: one of them */
       WYRE_TDS_SMP_SYN = 0x01,
       WYRE_TDS_SMP_ACK = 0x02,
       WYRE_TDS_SMP_FIN = 0x04,
       WYRE_TDS_SMP_DATA = 0x08
};

/* The name of a packet's flags without its prefix, "SYN"; "?" for any other number. */
WYRE_API const char *wyre_tds_smp_name(uint8_t flags);

/* One packet: [MC-SMP] 2.2.1. Its LENGTH field is 16 and the length of the payload. */
typedef struct wyre_tds_smp {
    wyre_span payload; /* DATA: a TDS packet, or part of one; else empty */
    uint32_t seqnum;   /* DATA: counts from 1; SYN: 0; else that of the last DATA */
    uint32_t wndw;     /* the highest seqnum that the sender will take */
    uint16_t sid;      /* the session, chosen by the client */
    uint8_t flags;     /* WYRE_TDS_SMP_SYN ... */
    uint8_t unused;    /* 0 */
} wyre_tds_smp;

/* Finds the first packet of a stream.
 *   in   in_len bytes from the start of the packet on; NULL only when in_len is 0
 *   max  the longest packet to wait for, its header included
 *   out  filled on OK, zeroed on anything else; its payload counts from `in`
 *   n    on OK the bytes of the packet
 * WYRE_OK; WYRE_MORE: the packet is not complete; or what wyre_tds_smp_decode refuses, or
 *   WYRE_E_MAGIC  the first byte is not 0x53
 *   WYRE_E_LIMIT  LENGTH is more than max
 * [MC-SMP] 2.2.1 */
WYRE_API wyre_status wyre_tds_smp_frame(const uint8_t *in, size_t in_len, uint32_t max,
                                        wyre_tds_smp *out, size_t *n);

/* Decodes one whole packet.
 *   flags  no leniency is defined: 0
 *   n      on OK the bytes of the packet; what follows is not looked at
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16, or LENGTH is less than 16 or more than in_len
 *   WYRE_E_VALUE   the first byte is not 0x53, FLAGS is not one of the four, or a payload stands where
 *                  none may, or is missing: *n is that field
 * [MC-SMP] 2.2.1 */
WYRE_API wyre_status wyre_tds_smp_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_tds_smp *out, size_t *n);

/* Encodes one packet. WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: the payload is not inside src, or
 * WYRE_E_RANGE: what decode would refuse. [MC-SMP] 2.2.1 */
WYRE_API wyre_status wyre_tds_smp_encode(const wyre_tds_smp *m, const uint8_t *src, size_t src_len,
                                         uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_smp_visit(const wyre_tds_smp *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/ftp_address.h: where the data connection goes. RFC 959 4.1.2 and 4.2.2, RFC 1639, RFC 2428.
 *
 * The same struct serves six grammars. Which of them a reply has is told by its code, not by the
 * command that was sent: routers answer 227 to EPSV. */
#ifndef WYRE_FTP_ADDRESS_H
#define WYRE_FTP_ADDRESS_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* protocol: the numbers of RFC 2428 */
enum {
    WYRE_FTP_NO_ADDRESS = 0, /* 229: the address of the control connection */
    WYRE_FTP_IPV4 = 1,
    WYRE_FTP_IPV6 = 2
};

/* Leniencies. */
enum {
    WYRE_FTP_ADDRESS_BLANKS = 0x01,   /* 227: blanks behind commas. Risk: none known */
    WYRE_FTP_ADDRESS_UNCLOSED = 0x02, /* EPRT, 229: the last delimiter may be missing (vsftpd and
                                          ftp-srv take it). Risk: a port that was cut looks whole */
    WYRE_FTP_ADDRESS_IN_229 = 0x04 /* 229 with protocol and address. Risk: a server can name a host
                                          of its choice */
};

typedef struct wyre_ftp_address {
    uint8_t address[16]; /* IPv4: the first four bytes */
    uint16_t port;
    uint8_t protocol;  /* WYRE_FTP_NO_ADDRESS, WYRE_FTP_IPV4, WYRE_FTP_IPV6 */
    uint8_t delimiter; /* EPRT and 229: '|' or what stood in its place; encoders take 0 as '|' */
} wyre_ftp_address;

/* Tells `v` every field. Always WYRE_OK. */
WYRE_API wyre_status wyre_ftp_address_visit(const wyre_ftp_address *m, const wyre_visitor *v);

/* The argument of PORT: h1,h2,h3,h4,p1,p2, each 0 to 255 in at most three digits. Leading zeros are
 * legal and never octal. RFC 959 4.1.2.
 *   in     the whole argument, in_len bytes; NULL only when in_len is 0
 *   flags  ADDRESS_BLANKS
 *   out    filled on OK, zeroed on anything else
 *   n      on OK in_len
 * WYRE_OK, or
 *   WYRE_E_ARG    flags has an undefined bit
 *   WYRE_E_TEXT   not six numbers, or more than that; a number of four digits
 *   WYRE_E_VALUE  a number over 255 */
WYRE_API wyre_status wyre_ftp_port_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_address *out, size_t *n);
/* Writes it.
 *   src  not used, m has no span
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: protocol is not WYRE_FTP_IPV4 */
WYRE_API wyre_status wyre_ftp_port_encode(const wyre_ftp_address *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The argument of LPRT: af,hal,h1..hn,pal,p1..pm with n = hal and m = pal, all numbers as in PORT.
 * RFC 1639 3. Parameters as above, no leniency.
 * WYRE_OK, or
 *   WYRE_E_ARG, WYRE_E_TEXT, WYRE_E_VALUE  as above; or hal or pal does not fit the family
 *   WYRE_E_UNSUPPORTED                     a family that is neither 4 nor 6 */
WYRE_API wyre_status wyre_ftp_lprt_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_address *out, size_t *n);
/* WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: protocol is neither IPv4 nor IPv6. */
WYRE_API wyre_status wyre_ftp_lprt_encode(const wyre_ftp_address *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The argument of EPRT: d protocol d address d port d, where d is one printable byte. RFC 2428 2.
 *   flags  ADDRESS_UNCLOSED
 * Parameters as above. WYRE_OK, or
 *   WYRE_E_ARG          flags has an undefined bit
 *   WYRE_E_TEXT         d is not 33 to 126, or a letter, digit, dot or colon; a part that is missing
 *                       or too many; an address that is none, a zone id; a port with sign or
 *                       leading zero
 *   WYRE_E_VALUE        the port is 0 or over 65535
 *   WYRE_E_UNSUPPORTED  a protocol that is neither 1 nor 2 */
WYRE_API wyre_status wyre_ftp_eprt_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_address *out, size_t *n);
/* Writes it, an IPv6 address in the form of RFC 5952.
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: protocol is neither IPv4 nor IPv6, port is 0, or delimiter
 * is one that decode refuses. */
WYRE_API wyre_status wyre_ftp_eprt_encode(const wyre_ftp_address *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The text of a 227 reply: the first six numbers with commas between, wherever they stand. They must
 * not be a part of a longer row of numbers, nor stand behind a minus. RFC 1123 4.1.2.6.
 *   in     the text of the last line, in_len bytes
 *   flags  ADDRESS_BLANKS
 *   n      on OK where the last number ends
 * WYRE_OK, WYRE_E_ARG, WYRE_E_TEXT: no such row, or WYRE_E_VALUE: a number over 255 in it. */
WYRE_API wyre_status wyre_ftp_227_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_ftp_address *out, size_t *n);
/* Writes "Entering Passive Mode (h1,h2,h3,h4,p1,p2)."
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: protocol is not WYRE_FTP_IPV4. */
WYRE_API wyre_status wyre_ftp_227_encode(const wyre_ftp_address *m, const uint8_t *src,
                                         size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The text of a 228 reply: what LPRT has, behind the first parenthesis. RFC 1639 4. No leniency;
 * statuses as for LPRT, WYRE_E_TEXT also where there is no parenthesis. */
WYRE_API wyre_status wyre_ftp_228_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_ftp_address *out, size_t *n);
/* Writes "Entering Long Passive Mode (af,hal,...)". Statuses as wyre_ftp_lprt_encode. */
WYRE_API wyre_status wyre_ftp_228_encode(const wyre_ftp_address *m, const uint8_t *src,
                                         size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* The text of a 229 reply: (d d d port d) behind the first parenthesis, d as in EPRT. RFC 2428 3.
 *   flags  ADDRESS_UNCLOSED, ADDRESS_IN_229
 *   n      on OK where the last delimiter ends
 * Statuses as for EPRT, WYRE_E_TEXT also where there is no parenthesis. */
WYRE_API wyre_status wyre_ftp_229_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_ftp_address *out, size_t *n);
/* Writes "Entering Extended Passive Mode (|||port|)"; with an address only where m has one, which RFC
 * 2428 does not allow. Statuses as wyre_ftp_eprt_encode, but protocol 0 is legal. */
WYRE_API wyre_status wyre_ftp_229_encode(const wyre_ftp_address *m, const uint8_t *src,
                                         size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* ---- Policy: RFC 2577 ---------------------------------------------------------------------------
 * Facts that a caller should know before it connects. Servers refuse a PORT that DIFFERS or is
 * PRIVILEGED (bounce attack); clients connect to the peer of the control connection, whatever a 227
 * says. */

enum {
    WYRE_FTP_IS_ZERO = 0x01,       /* 0.0.0.0 or ::, some servers mean "the same as before" */
    WYRE_FTP_IS_LOOPBACK = 0x02,   /* 127/8, ::1 */
    WYRE_FTP_IS_PRIVATE = 0x04,    /* RFC 1918, RFC 6598 shared space, fc00::/7 */
    WYRE_FTP_IS_LINK_LOCAL = 0x08, /* 169.254/16, fe80::/10 */
    WYRE_FTP_IS_MULTICAST = 0x10,  /* 224/4 and above, ff00::/8 */
    WYRE_FTP_DIFFERS = 0x20,       /* from peer, in protocol or address */
    WYRE_FTP_PORT_ZERO = 0x40,
    WYRE_FTP_PRIVILEGED = 0x80 /* port below 1024 */
};

/* The facts of an address. An IPv4 address inside IPv6 (::ffff:a.b.c.d) has those of both.
 *   peer  the other end of the control connection, its port is not looked at; NULL: unknown, then
 *         DIFFERS is never told */
WYRE_API uint32_t wyre_ftp_address_facts(const wyre_ftp_address *m, const wyre_ftp_address *peer);

/* ---- EPSV, and what a server supports -------------------------------------------------------- */

typedef struct wyre_ftp_epsv {
    uint32_t protocol; /* 0: not named */
    uint8_t all;       /* 1: EPSV ALL, from now on no PORT, PASV, LPRT, EPRT */
    uint8_t unused[3]; /* 0 */
} wyre_ftp_epsv;

/* The argument of EPSV: nothing, a protocol number, or ALL. RFC 2428 3.
 * WYRE_OK, WYRE_E_ARG, WYRE_E_TEXT, or WYRE_E_VALUE: protocol 0 or over 32 bits. */
WYRE_API wyre_status wyre_ftp_epsv_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_ftp_epsv *out, size_t *n);
/* WYRE_OK or WYRE_E_SPACE; WYRE_E_RANGE: both fields are set. */
WYRE_API wyre_status wyre_ftp_epsv_encode(const wyre_ftp_epsv *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_epsv_visit(const wyre_ftp_epsv *m, const wyre_visitor *v);

typedef struct wyre_ftp_protocols {
    uint32_t count; /* 1 to 8 */
    uint32_t protocol[8];
} wyre_ftp_protocols;

/* The list of a 522 (RFC 2428 2) or 521 (RFC 1639 2) reply: numbers with commas in the last
 * parentheses.
 *   n  on OK where the parenthesis is closed
 * WYRE_OK, WYRE_E_ARG, WYRE_E_TEXT: no such list, which is common, WYRE_E_VALUE: a number over 32
 * bits, or WYRE_E_LIMIT: more than eight. */
WYRE_API wyre_status wyre_ftp_522_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_ftp_protocols *out, size_t *n);
/* Writes "Network protocol not supported, use (1,2)".
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: count is not 1 to 8. */
WYRE_API wyre_status wyre_ftp_522_encode(const wyre_ftp_protocols *m, const uint8_t *src,
                                         size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_protocols_visit(const wyre_ftp_protocols *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/netbios.h: what carries SMB over TCP. NetBIOS session packets (port 139), RFC 1001 14 and
 * RFC 1002 4.3, and direct TCP (port 445), [MS-SMB2] 2.1. All integers are big-endian. */
#ifndef WYRE_NETBIOS_H
#define WYRE_NETBIOS_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- NetBIOS session packet: RFC 1002 4.3.1 ---------------------------------------------------- */

enum {
    WYRE_NETBIOS_HEADER_SIZE = 4,
    WYRE_NETBIOS_PAYLOAD_MAX = 131071 /* the length has 17 bits */
};

enum { /* type */
       WYRE_NETBIOS_SESSION_MESSAGE = 0x00,
       WYRE_NETBIOS_SESSION_REQUEST = 0x81,
       WYRE_NETBIOS_POSITIVE_SESSION_RESPONSE = 0x82,
       WYRE_NETBIOS_NEGATIVE_SESSION_RESPONSE = 0x83,
       WYRE_NETBIOS_RETARGET_SESSION_RESPONSE = 0x84,
       WYRE_NETBIOS_SESSION_KEEP_ALIVE = 0x85 /* may come between any two messages; to be ignored */
};

/* The name of a type without its prefix, "SESSION_REQUEST"; "?" for any other number. */
WYRE_API const char *wyre_netbios_type_name(uint8_t type);

enum { /* flags of wyre_netbios_frame */
       WYRE_NETBIOS_RESERVED_FLAGS =
           0x01 /* let the reserved bits of Flags come through. Risk: a peer
                                          that counts them as length finds other packets */
};

typedef struct wyre_netbios_packet {
    wyre_span payload; /* behind the header; a session message is one SMB message */
    uint8_t type;      /* WYRE_NETBIOS_SESSION_MESSAGE ... */
    uint8_t flags;     /* Flags without bit 0, which belongs to the length; 0 */
    uint8_t unused[2]; /* 0 */
} wyre_netbios_packet;

/* Finds the first packet of a stream.
 *   in     in_len bytes from the Type on; NULL only when in_len is 0
 *   flags  bits WYRE_NETBIOS_...FLAGS
 *   max    the longest payload to wait for, at most WYRE_NETBIOS_PAYLOAD_MAX has effect
 *   out    filled on OK, zeroed on anything else
 *   n      on OK the bytes of the packet, its header included
 * WYRE_OK; WYRE_MORE; or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_MAGIC   Type is none of the six
 *   WYRE_E_VALUE   a reserved bit of Flags is set, *n is 1
 *   WYRE_E_LENGTH  a payload that this type cannot have, *n is 2: a negative response has 1 byte, a
 *                  retarget response 6, a positive response and a keep-alive none
 *   WYRE_E_LIMIT   the payload is longer than max, *n is 2
 * RFC 1002 4.3.1 */
WYRE_API wyre_status wyre_netbios_frame(const uint8_t *in, size_t in_len, uint32_t flags,
                                        uint32_t max, wyre_netbios_packet *out, size_t *n);

/* Encodes a packet with its payload.
 *   m    bit 0 of flags is not looked at
 *   src  what m->payload counts from
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    the payload is not inside src
 *   WYRE_E_RANGE  an unknown type, or a payload of a length that this type cannot have
 * RFC 1002 4.3.1 */
WYRE_API wyre_status wyre_netbios_packet_encode(const wyre_netbios_packet *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_netbios_packet_visit(const wyre_netbios_packet *m, const wyre_visitor *v);

/* ---- Direct TCP: [MS-SMB2] 2.1 ------------------------------------------------------------------ */

enum {
    WYRE_DIRECT_TCP_HEADER_SIZE = 4,
    WYRE_DIRECT_TCP_PAYLOAD_MAX = 16777215 /* the length has 24 bits */
};

typedef struct wyre_direct_tcp_packet {
    wyre_span payload; /* one SMB message */
} wyre_direct_tcp_packet;

/* Finds the first packet of a stream. Who serves both ports gives a packet whose first byte is not 0
 * to wyre_netbios_frame: keep-alives are seen on port 445 too.
 *   in   in_len bytes from the zero byte on; NULL only when in_len is 0
 *   max  the longest payload to wait for; the negotiated MaxTransactSize plus 64 KiB is ample
 *   out  filled on OK, zeroed on anything else
 *   n    on OK the bytes of the packet, its header included
 * WYRE_OK; WYRE_MORE; or
 *   WYRE_E_ARG    flags has an undefined bit; none is defined
 *   WYRE_E_MAGIC  the first byte is not 0
 *   WYRE_E_LIMIT  the payload is longer than max, *n is 1
 * [MS-SMB2] 2.1 */
WYRE_API wyre_status wyre_direct_tcp_frame(const uint8_t *in, size_t in_len, uint32_t flags,
                                           uint32_t max, wyre_direct_tcp_packet *out, size_t *n);

/* Encodes a packet with its payload.
 *   src  what m->payload counts from
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    the payload is not inside src
 *   WYRE_E_RANGE  the payload is longer than WYRE_DIRECT_TCP_PAYLOAD_MAX
 * [MS-SMB2] 2.1 */
WYRE_API wyre_status wyre_direct_tcp_packet_encode(const wyre_direct_tcp_packet *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Encodes the header alone, for a message that stands behind four spare bytes already. Up to
 * WYRE_NETBIOS_PAYLOAD_MAX it is the header of a NetBIOS session message as well.
 *   n  4: the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE as above. [MS-SMB2] 2.1 */
WYRE_API wyre_status wyre_direct_tcp_header_encode(uint32_t payload_len, uint8_t *out, size_t cap,
                                                   size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_direct_tcp_packet_visit(const wyre_direct_tcp_packet *m,
                                                  const wyre_visitor *v);

/* ---- NetBIOS name: RFC 1001 14.1, RFC 1002 4.1 --------------------------------------------------- */

enum { /* the 16th byte of a name */
       WYRE_NETBIOS_SUFFIX_WORKSTATION = 0x00,
       WYRE_NETBIOS_SUFFIX_FILE_SERVER = 0x20
};

enum { WYRE_NETBIOS_NAME_ENCODED_MAX = 255 };

typedef struct wyre_netbios_name {
    wyre_span scope; /* the labels of the scope, each with its length byte, without the root byte */
    uint8_t name[16]; /* 15 bytes, padded by blanks, and the suffix */
} wyre_netbios_name;

/* Makes the 16 bytes of a name from text: ASCII letters to upper case, blanks up to 15 bytes, then
 * the suffix. The name "*" is padded by NULs instead, its suffix included.
 *   text  len bytes of OEM text, at most 15; NULL only when len is 0
 * WYRE_OK, or WYRE_E_RANGE: len is more than 15; name is zeroed. RFC 1001 14.1 */
WYRE_API wyre_status wyre_netbios_name_make(const uint8_t *text, size_t len, uint8_t suffix,
                                            uint8_t name[16]);

/* First-level encoding: each byte as two letters from A to P. Always WYRE_OK. RFC 1001 14.1 */
WYRE_API wyre_status wyre_netbios_first_level_encode(const uint8_t name[16], uint8_t letters[32]);

/* The way back. WYRE_OK, or WYRE_E_TEXT: a byte that is no letter from A to P, *n is its offset;
 * name is zeroed. RFC 1001 14.1 */
WYRE_API wyre_status wyre_netbios_first_level_decode(const uint8_t letters[32], uint8_t name[16],
                                                     size_t *n);

/* Decodes a name in second-level encoding: labels as in DNS, but no compression pointer.
 *   in   in_len bytes from the first length byte on; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its span counts from `in`
 *   n    on OK the bytes of the name, its root byte included
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit; none is defined
 *   WYRE_E_LENGTH  the root byte does not come before in_len
 *   WYRE_E_VALUE   the first label is not 32 long, or a later length byte is above 63
 *   WYRE_E_TEXT    a byte of the first label is no letter from A to P
 *   WYRE_E_LIMIT   more than 255 bytes
 * RFC 1002 4.1 */
WYRE_API wyre_status wyre_netbios_name_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_netbios_name *out, size_t *n);

/* Encodes a name in second-level encoding.
 *   src  what m->scope counts from
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    the scope is not inside src
 *   WYRE_E_RANGE  the scope is no row of labels, or the name would have more than 255 bytes
 * RFC 1002 4.1 */
WYRE_API wyre_status wyre_netbios_name_encode(const wyre_netbios_name *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_netbios_name_visit(const wyre_netbios_name *m, const wyre_visitor *v);

/* ---- Payloads of the packets: RFC 1002 4.3.2 to 4.3.5 ------------------------------------------- */

typedef struct wyre_netbios_session_request {
    wyre_span called_scope;  /* as in wyre_netbios_name */
    wyre_span calling_scope; /* likewise */
    uint8_t called[16];      /* the server, suffix FILE_SERVER; "*SMBSERVER" where unknown */
    uint8_t calling[16];     /* the client, suffix WORKSTATION */
} wyre_netbios_session_request;

/* Decodes the payload of a session request.
 *   in   in_len bytes of payload; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 *   n    on OK where the second name ends
 * WYRE_OK, or as wyre_netbios_name_decode. RFC 1002 4.3.2 */
WYRE_API wyre_status wyre_netbios_session_request_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_netbios_session_request *out,
                                                         size_t *n);

/* Encodes that payload; statuses and parameters as wyre_netbios_name_encode. RFC 1002 4.3.2 */
WYRE_API wyre_status wyre_netbios_session_request_encode(const wyre_netbios_session_request *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_netbios_session_request_visit(const wyre_netbios_session_request *m,
                                                        const wyre_visitor *v);

enum { /* error_code */
       WYRE_NETBIOS_NOT_LISTENING_ON_CALLED_NAME = 0x80,
       WYRE_NETBIOS_NOT_LISTENING_FOR_CALLING_NAME = 0x81,
       WYRE_NETBIOS_CALLED_NAME_NOT_PRESENT = 0x82,
       WYRE_NETBIOS_INSUFFICIENT_RESOURCES = 0x83,
       WYRE_NETBIOS_UNSPECIFIED_ERROR = 0x8f
};

/* The name of an error code without its prefix; "?" for any other number. */
WYRE_API const char *wyre_netbios_error_name(uint8_t error_code);

typedef struct wyre_netbios_negative_response {
    uint8_t error_code; /* WYRE_NETBIOS_NOT_LISTENING_ON_CALLED_NAME ... */
    uint8_t unused[3];  /* 0 */
} wyre_netbios_negative_response;

/* Decodes the payload of a negative session response.
 *   out  filled on OK, zeroed on anything else
 *   n    on OK 1
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit; none is defined
 *   WYRE_E_LENGTH  in_len is 0
 * RFC 1002 4.3.4 */
WYRE_API wyre_status wyre_netbios_negative_response_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_netbios_negative_response *out,
                                                           size_t *n);

/* Encodes that payload; src is not used. WYRE_OK or WYRE_E_SPACE. RFC 1002 4.3.4 */
WYRE_API wyre_status wyre_netbios_negative_response_encode(const wyre_netbios_negative_response *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells `v` the field under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_netbios_negative_response_visit(const wyre_netbios_negative_response *m,
                                                          const wyre_visitor *v);

typedef struct wyre_netbios_retarget_response {
    uint16_t port;
    uint8_t ip_address[4];
    uint8_t unused[2]; /* 0 */
} wyre_netbios_retarget_response;

/* Decodes the payload of a retarget session response.
 *   out  filled on OK, zeroed on anything else
 *   n    on OK 6
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit; none is defined
 *   WYRE_E_LENGTH  in_len is less than 6
 * RFC 1002 4.3.5 */
WYRE_API wyre_status wyre_netbios_retarget_response_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_netbios_retarget_response *out,
                                                           size_t *n);

/* Encodes that payload; src is not used. WYRE_OK or WYRE_E_SPACE. RFC 1002 4.3.5 */
WYRE_API wyre_status wyre_netbios_retarget_response_encode(const wyre_netbios_retarget_response *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_netbios_retarget_response_visit(const wyre_netbios_retarget_response *m,
                                                          const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

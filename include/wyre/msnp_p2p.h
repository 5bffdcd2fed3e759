/* wyre/msnp_p2p.h: what two clients exchange inside MSG and UUN, or on a connection of their own: chunks
 * of MSNP2P version 1 (MSNP9 and later) and 2 (MSNP16 and later), and the MSNSLP texts that negotiate. */
#ifndef WYRE_MSNP_P2P_H
#define WYRE_MSNP_P2P_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version 1: 48 bytes of header, data, and 4 bytes of footer --------------------------------------- */

enum { WYRE_MSNP_P2P_HEADER_SIZE = 48, WYRE_MSNP_P2P_CHUNK_MAX = 1202 };

enum {                             /* flags of decode */
       WYRE_MSNP_P2P_DIRECT = 0x01 /* from a direct connection: there is no footer */
};

enum { /* flags of the header */
       WYRE_MSNP_P2P_NAK = 0x01,
       WYRE_MSNP_P2P_ACK = 0x02,
       WYRE_MSNP_P2P_WAITING = 0x04,
       WYRE_MSNP_P2P_ERROR = 0x08,
       WYRE_MSNP_P2P_FILE = 0x10,
       WYRE_MSNP_P2P_OBJECT = 0x20,
       WYRE_MSNP_P2P_CLOSE = 0x40,
       WYRE_MSNP_P2P_TRANSPORT_ERROR = 0x80,
       WYRE_MSNP_P2P_HANDSHAKE = 0x100,
       WYRE_MSNP_P2P_WLM2009 = 0x01000000
};

enum { /* application_id */
       WYRE_MSNP_P2P_APPLICATION_NEGOTIATION = 0,
       WYRE_MSNP_P2P_APPLICATION_OBJECT = 1,
       WYRE_MSNP_P2P_APPLICATION_FILE = 2,
       WYRE_MSNP_P2P_APPLICATION_WEBCAM = 4,
       WYRE_MSNP_P2P_APPLICATION_EMOTICON = 11,
       WYRE_MSNP_P2P_APPLICATION_DISPLAY_PICTURE = 12
};

/* The name of an application without its prefix, "FILE"; "?" for any other number. */
WYRE_API const char *wyre_msnp_p2p_application_name(uint32_t application_id);

typedef struct wyre_msnp_p2p {
    uint64_t chunk_offset; /* of this chunk in the message */
    uint64_t total_size;   /* of the message */
    uint64_t acknowledged_size;
    wyre_span data;      /* of this chunk */
    uint32_t session_id; /* 0: the data is part of an MSNSLP text */
    uint32_t message_id;
    uint32_t flags;                  /* bits WYRE_MSNP_P2P_NAK ... */
    uint32_t acknowledged_id;        /* or a fresh random value */
    uint32_t acknowledged_unique_id; /* acknowledged_id of the acknowledged message */
    uint32_t application_id;         /* the footer, with has_footer */
    uint8_t has_footer;
    uint8_t unused[7]; /* 0 */
} wyre_msnp_p2p;

/* Decodes a chunk.
 *   in     the body of the message, or a frame of a direct connection, in_len bytes; NULL only when
 *          in_len is 0
 *   flags  0 or WYRE_MSNP_P2P_DIRECT
 *   out    filled on OK, zeroed on anything else
 *   n      where footer or data end, or the byte at fault
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  less than header and footer, or data past in_len
 *   WYRE_E_VALUE   chunk_offset, or the chunk's end, lies past total_size */
WYRE_API wyre_status wyre_msnp_p2p_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_msnp_p2p *out, size_t *n);
/* WYRE_OK; WYRE_E_ARG: data is outside src; WYRE_E_RANGE: chunk_offset, or the chunk's end, lies past
 * total_size; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_p2p_encode(const wyre_msnp_p2p *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_p2p_visit(const wyre_msnp_p2p *m, const wyre_visitor *v);

/* ---- Version 2: big-endian, header and data header of variable length --------------------------------- */

enum { /* operation */
       WYRE_MSNP_P2P2_SYN = 0x01,
       WYRE_MSNP_P2P2_RAK = 0x02
};

enum { /* data_flags */
       WYRE_MSNP_P2P2_FIRST = 0x01,
       WYRE_MSNP_P2P2_OBJECT = 0x04,
       WYRE_MSNP_P2P2_FILE = 0x06
};

typedef struct wyre_msnp_p2p2 {
    wyre_span header_records; /* for wyre_msnp_p2p2_record_next: peer info (1), ACK (2), NAK (3) */
    wyre_span data_records;   /* with has_data: bytes that are still to come (1) */
    wyre_span data;           /* with has_data */
    uint32_t base_id;
    uint32_t session_id;     /* with has_data */
    uint32_t application_id; /* the footer, with has_footer */
    uint16_t package_number; /* with has_data */
    uint8_t operation;       /* bits WYRE_MSNP_P2P2_SYN ... */
    uint8_t data_flags;      /* with has_data: bits WYRE_MSNP_P2P2_FIRST ... */
    uint8_t has_data;        /* the message length is not 0 */
    uint8_t has_footer;
    uint8_t unused[6]; /* 0 */
} wyre_msnp_p2p2;

/* Decodes a packet: parameters as above.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  less than 8 bytes, a header or a message that ends past in_len, or no footer
 *   WYRE_E_VALUE   a header length under 8 or no multiple of 4, or a data header length under 8 or over
 *                  the message length */
WYRE_API wyre_status wyre_msnp_p2p2_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_msnp_p2p2 *out, size_t *n);
/* WYRE_OK; WYRE_E_ARG: a span outside src; WYRE_E_RANGE: header_records is no multiple of 4, or a length
 * that its field cannot hold; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_p2p2_encode(const wyre_msnp_p2p2 *m, const uint8_t *src,
                                           size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_p2p2_visit(const wyre_msnp_p2p2 *m, const wyre_visitor *v);

typedef struct wyre_msnp_p2p2_record {
    wyre_span value;
    uint32_t
        type; /* in header_records 1 peer info, 2 ACK, 3 NAK; in data_records 1 remaining bytes */
} wyre_msnp_p2p2_record;

/* Takes the next record of type, length, value from *left, which starts as a copy of header_records or
 * data_records. Type 0 is padding and ends the list.
 * WYRE_OK; WYRE_END; WYRE_E_ARG: *left is not inside in; or WYRE_E_LENGTH: a value past the end, left->off
 * is where the record begins. */
WYRE_API wyre_status wyre_msnp_p2p2_record_next(wyre_span *left, const uint8_t *in, size_t in_len,
                                                wyre_msnp_p2p2_record *out);

/* ---- Direct connections: each chunk behind its length of 4 bytes, little-endian ------------------------ */

/* Finds the first frame of a stream.
 *   in       in_len bytes from the length on; NULL only when in_len is 0
 *   max      the longest frame to wait for
 *   payload  the frame without its length; {0, 0} on anything but OK
 *   n        on OK where the frame ends
 * WYRE_OK; WYRE_MORE; or WYRE_E_LIMIT: longer than max. */
WYRE_API wyre_status wyre_msnp_direct_frame(const uint8_t *in, size_t in_len, uint32_t max,
                                            wyre_span *payload, size_t *n);
/* Writes the length and the frame. WYRE_OK; WYRE_E_RANGE: src_len is over 4 GiB - 1; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_direct_encode(const uint8_t *src, size_t src_len, uint8_t *out,
                                             size_t cap, size_t *n);

/* ---- Reassembly: where a chunk goes; the memory is the caller's ----------------------------------------- */

typedef struct wyre_msnp_reassembly { /* all zero before the first chunk */
    uint64_t total_size; /* of the message; to be checked against the memory there is */
    uint64_t next;       /* how many bytes came */
    uint32_t session_id;
    uint32_t message_id;
    uint32_t begun;  /* 1 while a message is on its way */
    uint32_t unused; /* 0 */
} wyre_msnp_reassembly;

/* Takes note of a chunk whose data belongs at r->next as it was before the call, which is chunk_offset.
 * WYRE_OK: more is to come; WYRE_END: that was the last, r stands ready for the next message; or
 * WYRE_E_STATE: of another message, or not the next chunk of this one; r is as it was. */
WYRE_API wyre_status wyre_msnp_reassemble(wyre_msnp_reassembly *r, const wyre_msnp_p2p *chunk);

/* Goes on to the next chunk of a message to be sent: sets chunk_offset behind the last chunk, and returns
 * how long it is, at most `max`; 0 at the end. Before the first call data.len is 0 and chunk_offset 0;
 * the caller sets data before encoding. */
WYRE_API uint32_t wyre_msnp_next_chunk(wyre_msnp_p2p *chunk, uint32_t max);

/* ---- MSNSLP: invitations and answers, the data of session 0 ---------------------------------------------- */

typedef struct wyre_msnp_slp {
    wyre_span method;         /* "INVITE" "BYE" "ACK"; absent: an answer */
    wyre_span uri;            /* "MSNMSGR:a@b", with method */
    wyre_span version;        /* "MSNSLP/1.0" */
    wyre_span reason;         /* "OK" "Decline", of an answer */
    wyre_span to;             /* To: "<msnmsgr:a@b>"; this and all below may be absent */
    wyre_span from;           /* From */
    wyre_span via;            /* Via: "MSNSLP/1.0/TLP ;branch={...}" */
    wyre_span cseq;           /* CSeq */
    wyre_span call_id;        /* Call-ID */
    wyre_span max_forwards;   /* Max-Forwards */
    wyre_span content_type;   /* Content-Type */
    wyre_span content_length; /* Content-Length: not judged; it counts the NUL behind the body */
    wyre_span body;           /* for wyre_msnp_slp_body_decode; the NUL at its end is part of it */
    uint32_t code;            /* of an answer: 200, 404, 500, 603 */
} wyre_msnp_slp;

/* Decodes an MSNSLP text.
 *   in     in_len bytes; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      in_len, or the byte at fault
 * WYRE_OK, or
 *   WYRE_E_ARG    flags is not 0, or in_len is over 4 GiB - 1
 *   WYRE_E_TEXT   the first line is neither method, URI, version nor version, code, reason; or a header
 *                 has a CR that belongs to no line end
 *   WYRE_E_LIMIT  more than WYRE_MSNP_HEADERS_MAX headers */
WYRE_API wyre_status wyre_msnp_slp_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_msnp_slp *out, size_t *n);
/* WYRE_OK; WYRE_E_ARG: a span outside src; WYRE_E_RANGE: what would not read back as it is; or
 * WYRE_E_SPACE. content_length is written as it stands. */
WYRE_API wyre_status wyre_msnp_slp_encode(const wyre_msnp_slp *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_slp_visit(const wyre_msnp_slp *m, const wyre_visitor *v);

/* ---- The body of an MSNSLP text ---------------------------------------------------------------- */

/* A header block, of application/x-msnmsgr-sessionreqbody, -transreqbody, -transrespbody and
 * -sessionclosebody. The NUL behind it is passed over. */
typedef struct wyre_msnp_slp_body {
    wyre_span euf_guid;            /* EUF-GUID: for wyre_msnp_application_of */
    wyre_span session_id;          /* SessionID */
    wyre_span app_id;              /* AppID */
    wyre_span request_flags;       /* RequestFlags */
    wyre_span context;             /* Context: base64 */
    wyre_span bridges;             /* Bridges */
    wyre_span bridge;              /* Bridge */
    wyre_span net_id;              /* NetID */
    wyre_span conn_type;           /* Conn-Type */
    wyre_span tcp_conn_type;       /* TCP-Conn-Type */
    wyre_span upnp_nat;            /* UPnPNat */
    wyre_span icf;                 /* ICF */
    wyre_span nonce;               /* Nonce */
    wyre_span hashed_nonce;        /* Hashed-Nonce */
    wyre_span listening;           /* Listening */
    wyre_span ipv4_internal_addrs; /* IPv4Internal-Addrs */
    wyre_span ipv4_internal_port;  /* IPv4Internal-Port */
    wyre_span ipv4_external_addrs; /* IPv4External-Addrs */
    wyre_span ipv4_external_port;  /* IPv4External-Port */
    wyre_span capabilities_flags;  /* Capabilities-Flags */
} wyre_msnp_slp_body;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT, as the records of wyre/msnp_message.h. */
WYRE_API wyre_status wyre_msnp_slp_body_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_msnp_slp_body *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE; a NUL is not written. */
WYRE_API wyre_status wyre_msnp_slp_body_encode(const wyre_msnp_slp_body *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_slp_body_visit(const wyre_msnp_slp_body *m, const wyre_visitor *v);

/* Tells `v` an MSNSLP text: the part "slp" with its fields, and in that the part "slp_body", if it has one.
 * wyre_msnp_visit tells so what came in one chunk; this is for a text of several, put together by way of
 * wyre_msnp_reassemble.
 *   in  the whole text, in_len bytes; NULL only when in_len is 0
 *   n   in_len, or the byte at fault
 * WYRE_OK, or what wyre_msnp_slp_decode or wyre_msnp_slp_body_decode refuses; nothing is told of what is
 * refused. */
WYRE_API wyre_status wyre_msnp_slp_tell(const uint8_t *in, size_t in_len, const wyre_visitor *v,
                                        size_t *n);

/* Which application an EUF-GUID asks for: WYRE_MSNP_P2P_APPLICATION_OBJECT, _FILE or _WEBCAM; 0 for
 * any other. Braces and the case of letters do not matter. */
WYRE_API uint32_t wyre_msnp_application_of(const uint8_t *guid, size_t guid_len);

#ifdef __cplusplus
}
#endif
#endif

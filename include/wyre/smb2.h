/* wyre/smb2.h: SMB 2.0.2 to 3.1.1 messages, [MS-SMB2]. All integers are little-endian on the wire. */
#ifndef WYRE_SMB2_H
#define WYRE_SMB2_H
#include <wyre/core.h>
#include <wyre/ntstatus.h>
#include <wyre/smb2_contexts.h>
#include <wyre/smb2_names.h>
#ifdef __cplusplus
extern "C" {
#endif

enum { WYRE_SMB2_HEADER_SIZE = 64 };

/* ---- Header: [MS-SMB2] 2.2.1 --------------------------------------------------------------------- */

/* command */
enum {
    WYRE_SMB2_NEGOTIATE = 0x00,
    WYRE_SMB2_SESSION_SETUP = 0x01,
    WYRE_SMB2_LOGOFF = 0x02,
    WYRE_SMB2_TREE_CONNECT = 0x03,
    WYRE_SMB2_TREE_DISCONNECT = 0x04,
    WYRE_SMB2_CREATE = 0x05,
    WYRE_SMB2_CLOSE = 0x06,
    WYRE_SMB2_FLUSH = 0x07,
    WYRE_SMB2_READ = 0x08,
    WYRE_SMB2_WRITE = 0x09,
    WYRE_SMB2_LOCK = 0x0a,
    WYRE_SMB2_IOCTL = 0x0b,
    WYRE_SMB2_CANCEL = 0x0c,
    WYRE_SMB2_ECHO = 0x0d,
    WYRE_SMB2_QUERY_DIRECTORY = 0x0e,
    WYRE_SMB2_CHANGE_NOTIFY = 0x0f,
    WYRE_SMB2_QUERY_INFO = 0x10,
    WYRE_SMB2_SET_INFO = 0x11,
    WYRE_SMB2_OPLOCK_BREAK = 0x12,
    WYRE_SMB2_SERVER_TO_CLIENT_NOTIFICATION = 0x13
};

/* The name of a command without its prefix, "CREATE"; "?" for any other number. */
WYRE_API const char *wyre_smb2_command_name(uint16_t command);

typedef struct wyre_smb2_header {
    uint64_t message_id;
    uint64_t async_id; /* with flag ASYNC_COMMAND, else 0 */
    uint64_t session_id;
    uint32_t flags;        /* bits WYRE_SMB2_FLAGS_... */
    uint32_t next_command; /* bytes from this header to the next one of the compound; 0: the last */
    uint32_t status;       /* NTSTATUS; in requests ChannelSequence (3.x) or 0 */
    uint32_t process_id;   /* Reserved; without flag ASYNC_COMMAND, else 0 */
    uint32_t tree_id;      /* without flag ASYNC_COMMAND, else 0 */
    uint16_t command;      /* WYRE_SMB2_NEGOTIATE ... */
    uint16_t credits;      /* CreditRequest or CreditResponse */
    uint16_t credit_charge;
    uint8_t unused[6]; /* 0 */
    uint8_t signature[16];
} wyre_smb2_header;

/* Decodes the header of one message or compound link.
 *   in     in_len bytes from the ProtocolId on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 64
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 64
 *   WYRE_E_MAGIC   ProtocolId is not FE 'S' 'M' 'B'
 *   WYRE_E_VALUE   StructureSize is not 64
 * next_command is not judged here: wyre_smb2_compound_next does that. [MS-SMB2] 2.2.1 */
WYRE_API wyre_status wyre_smb2_header_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_smb2_header *out, size_t *n);

/* Encodes a header.
 *   m    async_id is written with flag ASYNC_COMMAND, process_id and tree_id without it
 *   src  not used, m has no span
 *   out  cap bytes
 *   n    64: the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK or WYRE_E_SPACE. [MS-SMB2] 2.2.1 */
WYRE_API wyre_status wyre_smb2_header_encode(const wyre_smb2_header *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_header_visit(const wyre_smb2_header *m, const wyre_visitor *v);

/* ---- Compound: [MS-SMB2] 3.2.4.1.4, 3.3.5.2.7 -----------------------------------------------------
 * Messages one behind another; each is a *link*, and has its own window: the decoders of bodies are
 * given the link alone, from its header on, and every offset on the wire counts from there. A single
 * message is a compound of one link. */

enum { WYRE_SMB2_COMPOUND_CAP = 64 }; /* the most links that are walked or built */

typedef struct wyre_smb2_compound_iter {
    uint32_t pos;   /* where the next link begins; all zero at first */
    uint32_t count; /* links so far */
    uint32_t fault; /* offset of the byte at fault after a refusal */
} wyre_smb2_compound_iter;

typedef struct wyre_smb2_link {
    wyre_smb2_header header;
    wyre_span window; /* from the header up to the next one, padding included; the last link goes up
                         to the end. This is also what a signature covers */
} wyre_smb2_link;

/* Takes the next link of a compound.
 *   it   where to go on, all zero at first; after a refusal only `fault` has changed
 *   in   the whole SMB2 message; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; window counts from `in`
 * WYRE_OK; WYRE_END: no link is left; or
 *   WYRE_E_ARG     it->pos is past in_len
 *   WYRE_E_LENGTH, WYRE_E_MAGIC, WYRE_E_VALUE  the header, as wyre_smb2_header_decode
 *   WYRE_E_OFFSET  NextCommand is no multiple of 8, less than 72 (a header and the smallest body), or
 *                  leaves less than a header
 *   WYRE_E_LIMIT   more than WYRE_SMB2_COMPOUND_CAP links
 * Whether the first link says RELATED_OPERATIONS, which it must not, is left to the caller. */
WYRE_API wyre_status wyre_smb2_compound_next(wyre_smb2_compound_iter *it, const uint8_t *in,
                                             size_t in_len, wyre_smb2_link *out);

/* flags of wyre_smb2_compound_append */
enum {
    WYRE_SMB2_COMPOUND_RELATED = 0x01 /* every link but the first gets RELATED_OPERATIONS */
};

typedef struct wyre_smb2_compound_builder {
    uint32_t last;  /* where the last link begins; all zero at first */
    uint32_t end;   /* where it ends: the size of the compound */
    uint32_t count; /* links so far */
} wyre_smb2_compound_builder;

/* Where the next link will begin: the end so far, rounded up to 8. A link that is encoded right there
 * need not be moved by wyre_smb2_compound_append. */
WYRE_API uint32_t wyre_smb2_compound_place(const wyre_smb2_compound_builder *b);

/* Appends one encoded message to a compound: pads the link before it with zeros, sets that one's
 * NextCommand, and this one's to 0. The last link is not padded.
 *   b      what was built so far
 *   link   link_len bytes, header and body; may be out + wyre_smb2_compound_place(b)
 *   flags  bits WYRE_SMB2_COMPOUND_...
 *   out    the compound, cap bytes, the same at each call
 *   n      the size of the compound with this link
 * WYRE_OK;
 *   WYRE_E_SPACE  cap is less than *n: what does not fit was not written, and the builder goes on
 *                 counting, so that the exact need comes out at the last link; or, and nothing changes:
 *   WYRE_E_ARG    flags has an undefined bit, or link is not one message with NextCommand 0
 *   WYRE_E_STATE  the first link says RELATED_OPERATIONS
 *   WYRE_E_LIMIT  more than WYRE_SMB2_COMPOUND_CAP links
 *   WYRE_E_RANGE  more than 4 GiB - 1
 * Signatures come afterwards: they cover the padding. */
WYRE_API wyre_status wyre_smb2_compound_append(wyre_smb2_compound_builder *b, const uint8_t *link,
                                               size_t link_len, uint32_t flags, uint8_t *out,
                                               size_t cap, size_t *n);

/* ---- Encrypted message: [MS-SMB2] 2.2.41 ---------------------------------------------------------- */

enum {
    WYRE_SMB2_TRANSFORM_HEADER_SIZE = 52,
    /* what the tag authenticates besides the ciphertext: from the nonce to the end of the header */
    WYRE_SMB2_TRANSFORM_AAD_OFFSET = 20,
    WYRE_SMB2_TRANSFORM_AAD_LENGTH = 32,
    WYRE_SMB2_TRANSFORM_NONCE_CCM = 11, /* bytes of the nonce that AES-CCM uses */
    WYRE_SMB2_TRANSFORM_NONCE_GCM = 12  /* and AES-GCM; the others are 0 */
};

/* flags; 3.0 and 3.0.2 call the field EncryptionAlgorithm, where 1 is AES-128-CCM */
enum { WYRE_SMB2_TRANSFORM_FLAG_ENCRYPTED = 0x0001 };

typedef struct wyre_smb2_transform {
    uint64_t session_id;
    wyre_span
        ciphertext; /* OriginalMessageSize bytes; decrypted, it is a message or a compressed one */
    uint16_t reserved;
    uint16_t flags;        /* WYRE_SMB2_TRANSFORM_FLAG_ENCRYPTED, nothing else is legal */
    uint8_t unused[4];     /* 0 */
    uint8_t signature[16]; /* the tag */
    uint8_t nonce[16];
} wyre_smb2_transform;

/* Decodes an encrypted message.
 *   in     in_len bytes from the ProtocolId on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its span counts from `in`
 *   n      on OK in_len
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 52, or OriginalMessageSize is more than what follows
 *   WYRE_E_MAGIC   ProtocolId is not FD 'S' 'M' 'B'
 *   WYRE_E_VALUE   Flags is not 1; OriginalMessageSize is less than what follows, or less than an SMB2
 *                  header, 64
 * [MS-SMB2] 2.2.41, 3.3.5.2.1.1 */
WYRE_API wyre_status wyre_smb2_transform_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                wyre_smb2_transform *out, size_t *n);

/* Encodes an encrypted message.
 *   m    its span counts from `src`; src_len bytes
 *   out  cap bytes
 *   n    the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    the span reaches past src_len
 *   WYRE_E_RANGE  flags is not 1, or the ciphertext is shorter than 64 bytes
 * [MS-SMB2] 2.2.41 */
WYRE_API wyre_status wyre_smb2_transform_encode(const wyre_smb2_transform *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_transform_visit(const wyre_smb2_transform *m, const wyre_visitor *v);

/* ---- Compressed message: [MS-SMB2] 2.2.42 ---------------------------------------------------------
 * Two forms share the ProtocolId. These functions take them apart and put them together; nothing is
 * compressed here. */

/* compression_algorithm */
enum {
    WYRE_SMB2_COMPRESSION_NONE = 0x0000,
    WYRE_SMB2_COMPRESSION_LZNT1 = 0x0001,
    WYRE_SMB2_COMPRESSION_LZ77 = 0x0002,
    WYRE_SMB2_COMPRESSION_LZ77_HUFFMAN = 0x0003,
    WYRE_SMB2_COMPRESSION_PATTERN_V1 = 0x0004,
    WYRE_SMB2_COMPRESSION_LZ4 = 0x0005
};

/* The name of an algorithm, "LZ77_HUFFMAN"; "?" for any other number. */
WYRE_API const char *wyre_smb2_compression_name(uint16_t compression_algorithm);

/* flags */
enum { WYRE_SMB2_COMPRESSION_FLAG_NONE = 0x0000, WYRE_SMB2_COMPRESSION_FLAG_CHAINED = 0x0001 };

/* Which form a message that begins with FC 'S' 'M' 'B' has: 1 chained, 0 unchained, which a message
 * too short to tell counts as. */
WYRE_API int wyre_smb2_compression_is_chained(const uint8_t *in, size_t in_len);

typedef struct wyre_smb2_compression {
    wyre_span
        uncompressed;     /* Offset bytes that stand as they are, in front of the compressed part */
    wyre_span compressed; /* the rest */
    uint32_t original_compressed_segment_size; /* of the compressed part alone, once decompressed; a
                                                  claim of the sender: a limit belongs on it */
    uint16_t compression_algorithm;            /* WYRE_SMB2_COMPRESSION_..., not NONE */
    uint16_t flags;                            /* WYRE_SMB2_COMPRESSION_FLAG_NONE */
} wyre_smb2_compression;

/* Decodes a compressed message of the unchained form.
 *   in, flags, out, n  as above
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16, or Offset is more than what follows
 *   WYRE_E_MAGIC   ProtocolId is not FC 'S' 'M' 'B'
 *   WYRE_E_VALUE   CompressionAlgorithm is NONE; Flags is not 0, as in a chained one; Offset and
 *                  OriginalCompressedSegmentSize together are more than 4 GiB - 1
 * [MS-SMB2] 2.2.42.1 */
WYRE_API wyre_status wyre_smb2_compression_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                  wyre_smb2_compression *out, size_t *n);

/* Encodes a compressed message of the unchained form.
 *   m, src, out, n  as above
 * WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  what decode refuses with WYRE_E_VALUE
 * [MS-SMB2] 2.2.42.1 */
WYRE_API wyre_status wyre_smb2_compression_encode(const wyre_smb2_compression *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_compression_visit(const wyre_smb2_compression *m,
                                                 const wyre_visitor *v);

typedef struct wyre_smb2_compression_chain {
    wyre_span payloads;                        /* walked by wyre_smb2_compression_payload_next */
    uint32_t original_compressed_segment_size; /* of the whole message; a claim of the sender */
} wyre_smb2_compression_chain;

/* Decodes a compressed message of the chained form. The payloads are not looked at.
 *   in, flags, out, n  as above
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 *   WYRE_E_MAGIC   ProtocolId is not FC 'S' 'M' 'B'
 * [MS-SMB2] 2.2.42.2 */
WYRE_API wyre_status wyre_smb2_compression_chain_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t flags,
                                                        wyre_smb2_compression_chain *out,
                                                        size_t *n);

/* Encodes a compressed message of the chained form around a list that
 * wyre_smb2_compression_payload_append made.
 *   m, src, out, n  as above
 * WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    the span reaches past src_len
 * [MS-SMB2] 2.2.42.2 */
WYRE_API wyre_status wyre_smb2_compression_chain_encode(const wyre_smb2_compression_chain *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_compression_chain_visit(const wyre_smb2_compression_chain *m,
                                                       const wyre_visitor *v);

enum { WYRE_SMB2_COMPRESSION_PAYLOAD_CAP = 64 }; /* the most payloads that are walked */

typedef struct wyre_smb2_compression_payload_iter {
    wyre_span left; /* starts as the list: wyre_smb2_compression_chain.payloads */
    uint32_t count; /* payloads so far; 0 at first */
    uint32_t fault; /* offset of the byte at fault after a refusal */
} wyre_smb2_compression_payload_iter;

typedef struct wyre_smb2_compression_payload {
    wyre_span data;
    uint32_t original_payload_size; /* once decompressed; of the four LZ algorithms, else 0 */
    uint16_t compression_algorithm; /* WYRE_SMB2_COMPRESSION_... */
    uint16_t flags;                 /* CHAINED on the first payload, NONE on the others */
} wyre_smb2_compression_payload;

/* Takes the next payload of a chained message.
 *   it   where to go on; after a refusal only `fault` has changed
 *   in   what `left` counts from, in_len bytes; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its span counts from `in`
 * WYRE_OK; WYRE_END: nothing is left; or
 *   WYRE_E_ARG          it->left reaches past in_len
 *   WYRE_E_LENGTH       less than 8 bytes are left, or Length is more than what is left, or too short
 *                       for OriginalPayloadSize
 *   WYRE_E_VALUE        Flags is not 1 on the first payload or not 0 on another one; PATTERN_V1 whose
 *                       Length is not 8
 *   WYRE_E_UNSUPPORTED  an algorithm that is not known: whether OriginalPayloadSize is there cannot be
 *                       told
 *   WYRE_E_LIMIT        more than WYRE_SMB2_COMPRESSION_PAYLOAD_CAP payloads
 * [MS-SMB2] 2.2.42.2.1 */
WYRE_API wyre_status wyre_smb2_compression_payload_next(wyre_smb2_compression_payload_iter *it,
                                                        const uint8_t *in, size_t in_len,
                                                        wyre_smb2_compression_payload *out);

/* Tells `v` every field, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_compression_payload_visit(const wyre_smb2_compression_payload *m,
                                                         const wyre_visitor *v);

/* Appends a payload to a list.
 *   w    collects the list; refuses with WYRE_E_ARG a span outside src, with WYRE_E_RANGE a length that
 *        its field cannot hold, with WYRE_E_UNSUPPORTED an algorithm that is not known
 *   m    its span counts from `src`, src_len bytes
 * [MS-SMB2] 2.2.42.2.1 */
WYRE_API void wyre_smb2_compression_payload_append(wyre_wr *w,
                                                   const wyre_smb2_compression_payload *m,
                                                   const uint8_t *src, size_t src_len);

typedef struct wyre_smb2_compression_pattern_v1 {
    uint32_t repetitions; /* how many bytes it stands for: a limit belongs on it */
    uint16_t reserved2;
    uint8_t pattern;
    uint8_t reserved1;
} wyre_smb2_compression_pattern_v1;

/* Decodes the data of a payload with PATTERN_V1.
 *   in     the data of the payload; NULL only when in_len is 0
 *   flags, out  as above
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-SMB2] 2.2.42.2.2 */
WYRE_API wyre_status wyre_smb2_compression_pattern_v1_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_smb2_compression_pattern_v1 *out,
                                                             size_t *n);

/* Encodes the data of a payload with PATTERN_V1.
 *   src  not used, m has no span
 *   n    8: the bytes used on OK, the bytes needed on WYRE_E_SPACE
 * WYRE_OK or WYRE_E_SPACE. [MS-SMB2] 2.2.42.2.2 */
WYRE_API wyre_status wyre_smb2_compression_pattern_v1_encode(
    const wyre_smb2_compression_pattern_v1 *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` every field in wire order, each under its name in the struct. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_compression_pattern_v1_visit(
    const wyre_smb2_compression_pattern_v1 *m, const wyre_visitor *v);

/* ---- Bodies ---------------------------------------------------------------------------------------
 * Each has a struct and three functions.
 *
 * T_decode reads one body.
 *   in     the link from its SMB2 header on, in_len bytes (wyre_smb2_link.window); NULL only when
 *          in_len is 0. The header itself is not looked at
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where the last part ends: what is behind it is padding; on a refusal the offset of
 *          the byte at fault
 *
 * T_encode writes one body behind the 64 bytes that wyre_smb2_header_encode writes; those are left
 * alone. Parts are aligned to 8.
 *   m      its spans count from `src`, src_len bytes; an empty one is written with the offset it has
 *   out    the link from its header on, cap bytes
 *   n      on OK the bytes of header and body, on WYRE_E_SPACE the bytes needed
 *
 * T_visit tells `v` the fields in wire order, each under its name in the struct.
 *
 * StructureSize, and what a part's offset and length are on the wire, are no fields of the struct. */

/* ---- NEGOTIATE request: [MS-SMB2] 2.2.3 -----------------------------------------------------
 * Eight bytes are ClientStartTime, or NegotiateContextOffset and NegotiateContextCount where the
 * dialects offer 3.1.1. The contexts have no length of their own: wyre_smb2_negotiate_context_next
 * finds their end. */

typedef struct wyre_smb2_negotiate_request {
    uint64_t client_start_time;   /* where 3.1.1 is not offered: 0 */
    uint32_t capabilities;        /* bits WYRE_SMB2_GLOBAL_CAP_...; SMB 3 only */
    wyre_span dialects;           /* WYRE_SMB2_DIALECT_... in 16 bits each */
    wyre_span negotiate_contexts; /* likewise; up to the end of the link */
    uint16_t security_mode;       /* bits WYRE_SMB2_NEGOTIATE_SIGNING_... */
    uint16_t reserved;
    uint16_t negotiate_context_count; /* where 3.1.1 is offered, else 0 */
    uint16_t reserved2;               /* likewise */
    uint8_t client_guid[16];
    uint8_t unused[4]; /* 0 */
} wyre_smb2_negotiate_request;

/* Decodes a NEGOTIATE request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 100, or dialects ends past in_len
 *   WYRE_E_VALUE   StructureSize is not 36, or DialectCount is 0
 *   WYRE_E_OFFSET  negotiate_contexts begins inside the fixed part or past in_len */
WYRE_API wyre_status wyre_smb2_negotiate_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t flags,
                                                        wyre_smb2_negotiate_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field, or what decode refuses with
 *                 WYRE_E_VALUE */
WYRE_API wyre_status wyre_smb2_negotiate_request_encode(const wyre_smb2_negotiate_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_negotiate_request_visit(const wyre_smb2_negotiate_request *m,
                                                       const wyre_visitor *v);

/* The multi-protocol NEGOTIATE: a client that also speaks SMB1 begins with an SMB1 NEGOTIATE, two of
 * whose dialects mean SMB2. The server answers with an SMB2 NEGOTIATE response, message_id 0.
 *   text  a dialect string of that message, without the 0x02 in front and the NUL behind it, len bytes;
 *         NULL only when len is 0
 * Returns what the response says in dialect_revision: WYRE_SMB2_DIALECT_0202 for "SMB 2.002", after
 * which SESSION_SETUP follows; WYRE_SMB2_DIALECT_02FF for "SMB 2.???", after which an SMB2 NEGOTIATE
 * follows; 0 for any other dialect. [MS-SMB2] 3.2.4.2.2.1, 3.3.5.3.1 */
WYRE_API uint16_t wyre_smb2_multi_protocol_dialect(const uint8_t *text, size_t len);

/* ---- NEGOTIATE response: [MS-SMB2] 2.2.4 ---------------------------------------------------- */

typedef struct wyre_smb2_negotiate_response {
    uint64_t system_time;
    uint64_t server_start_time;
    uint32_t capabilities; /* bits WYRE_SMB2_GLOBAL_CAP_... */
    uint32_t max_transact_size;
    uint32_t max_read_size;
    uint32_t max_write_size;
    wyre_span security_buffer;        /* SPNEGO token; length 0: the client chooses */
    wyre_span negotiate_contexts;     /* 3.1.1, else empty; up to the end of the link */
    uint32_t reserved2;               /* before 3.1.1; not 0 from some servers */
    uint16_t security_mode;           /* bits WYRE_SMB2_NEGOTIATE_SIGNING_... */
    uint16_t dialect_revision;        /* WYRE_SMB2_DIALECT_... */
    uint16_t negotiate_context_count; /* 3.1.1; reserved before */
    uint8_t server_guid[16];
    uint8_t unused[6]; /* 0 */
} wyre_smb2_negotiate_response;

/* Decodes a NEGOTIATE response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 128
 *   WYRE_E_VALUE   StructureSize is not 65
 *   WYRE_E_OFFSET  security_buffer begins inside the fixed part or ends past in_len;
 *                  negotiate_contexts begins there or past in_len */
WYRE_API wyre_status wyre_smb2_negotiate_response_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_smb2_negotiate_response *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_negotiate_response_encode(const wyre_smb2_negotiate_response *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_negotiate_response_visit(const wyre_smb2_negotiate_response *m,
                                                        const wyre_visitor *v);

/* ---- SESSION_SETUP request: [MS-SMB2] 2.2.5 ------------------------------------------------- */

typedef struct wyre_smb2_session_setup_request {
    uint64_t previous_session_id; /* the session that this one replaces; 0: none */
    uint32_t capabilities;        /* bits WYRE_SMB2_GLOBAL_CAP_...; servers heed DFS only */
    uint32_t channel;             /* reserved, 0 from today's clients */
    wyre_span security_buffer;    /* SPNEGO or bare NTLMSSP token */
    uint8_t flags;                /* bits WYRE_SMB2_SESSION_FLAG_BINDING */
    uint8_t security_mode;        /* bits WYRE_SMB2_NEGOTIATE_SIGNING_... */
    uint8_t unused[6];            /* 0 */
} wyre_smb2_session_setup_request;

/* Decodes a SESSION_SETUP request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 88
 *   WYRE_E_VALUE   StructureSize is not 25
 *   WYRE_E_OFFSET  security_buffer begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_session_setup_request_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_smb2_session_setup_request *out,
                                                            size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status
wyre_smb2_session_setup_request_encode(const wyre_smb2_session_setup_request *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_session_setup_request_visit(const wyre_smb2_session_setup_request *m,
                                                           const wyre_visitor *v);

/* ---- SESSION_SETUP response: [MS-SMB2] 2.2.6 ------------------------------------------------ */

typedef struct wyre_smb2_session_setup_response {
    wyre_span security_buffer; /* SPNEGO or bare NTLMSSP token */
    uint16_t session_flags;    /* bits WYRE_SMB2_SESSION_FLAG_IS_... */
    uint8_t unused[2];         /* 0 */
} wyre_smb2_session_setup_response;

/* Decodes a SESSION_SETUP response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 72
 *   WYRE_E_VALUE   StructureSize is not 9
 *   WYRE_E_OFFSET  security_buffer begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_session_setup_response_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_smb2_session_setup_response *out,
                                                             size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_session_setup_response_encode(
    const wyre_smb2_session_setup_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_session_setup_response_visit(
    const wyre_smb2_session_setup_response *m, const wyre_visitor *v);

/* ---- Body that has no field: [MS-SMB2] 2.2.7, 2.2.8, 2.2.11, 2.2.12, 2.2.18, 2.2.27, 2.2.28, 2.2.29, 2.2.30 ----
 * LOGOFF, TREE_DISCONNECT and ECHO in both directions, CANCEL, and the responses of FLUSH and
 * LOCK. */

typedef struct wyre_smb2_short_body {
    uint16_t reserved;
} wyre_smb2_short_body;

/* Decodes a body that has no field. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 68
 *   WYRE_E_VALUE   StructureSize is not 4 */
WYRE_API wyre_status wyre_smb2_short_body_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                 wyre_smb2_short_body *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_short_body_encode(const wyre_smb2_short_body *m, const uint8_t *src,
                                                 size_t src_len, uint8_t *out, size_t cap,
                                                 size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_short_body_visit(const wyre_smb2_short_body *m,
                                                const wyre_visitor *v);

/* ---- TREE_CONNECT request: [MS-SMB2] 2.2.9 -------------------------------------------------- */

typedef struct wyre_smb2_tree_connect_request {
    wyre_span path;    /* \\server\share, no NUL */
    uint16_t flags;    /* 3.1.1: bits WYRE_SMB2_TREE_CONNECT_...; reserved before */
    uint8_t unused[2]; /* 0 */
} wyre_smb2_tree_connect_request;

/* Decodes a TREE_CONNECT request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 72
 *   WYRE_E_VALUE   StructureSize is not 9
 *   WYRE_E_OFFSET  path begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_tree_connect_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_smb2_tree_connect_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_tree_connect_request_encode(const wyre_smb2_tree_connect_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_tree_connect_request_visit(const wyre_smb2_tree_connect_request *m,
                                                          const wyre_visitor *v);

/* ---- TREE_CONNECT request with an extension: [MS-SMB2] 2.2.9, 2.2.9.1 -----------------------
 * The form for a request whose flags have WYRE_SMB2_TREE_CONNECT_EXTENSION_PRESENT; the plain form
 * decodes it too, without the contexts. wyre_smb2_negotiate_context_next walks them: their entries
 * look alike. */

typedef struct wyre_smb2_tree_connect_extension_request {
    wyre_span path;                  /* \\server\share, no NUL */
    wyre_span tree_connect_contexts; /* up to the end of the link; entries as negotiate contexts */
    uint16_t flags;                  /* with WYRE_SMB2_TREE_CONNECT_EXTENSION_PRESENT */
    uint16_t tree_connect_context_count;
    uint8_t reserved[10];
    uint8_t unused[2]; /* 0 */
} wyre_smb2_tree_connect_extension_request;

/* Decodes a TREE_CONNECT request with an extension. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 88
 *   WYRE_E_VALUE   StructureSize is not 9, or Flags lacks EXTENSION_PRESENT
 *   WYRE_E_OFFSET  path begins inside the fixed part or ends past in_len; tree_connect_contexts
 *                  begins there or past in_len */
WYRE_API wyre_status wyre_smb2_tree_connect_extension_request_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_smb2_tree_connect_extension_request *out,
    size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field, or what decode refuses with
 *                 WYRE_E_VALUE */
WYRE_API wyre_status wyre_smb2_tree_connect_extension_request_encode(
    const wyre_smb2_tree_connect_extension_request *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_tree_connect_extension_request_visit(
    const wyre_smb2_tree_connect_extension_request *m, const wyre_visitor *v);

/* ---- TREE_CONNECT response: [MS-SMB2] 2.2.10 ------------------------------------------------ */

typedef struct wyre_smb2_tree_connect_response {
    uint32_t share_flags;    /* bits WYRE_SMB2_SHAREFLAG_... */
    uint32_t capabilities;   /* bits WYRE_SMB2_SHARE_CAP_... */
    uint32_t maximal_access; /* bits WYRE_SMB2_ACCESS_... */
    uint8_t share_type;      /* WYRE_SMB2_SHARE_TYPE_... */
    uint8_t reserved;
    uint8_t unused[2]; /* 0 */
} wyre_smb2_tree_connect_response;

/* Decodes a TREE_CONNECT response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 80
 *   WYRE_E_VALUE   StructureSize is not 16 */
WYRE_API wyre_status wyre_smb2_tree_connect_response_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_smb2_tree_connect_response *out,
                                                            size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status
wyre_smb2_tree_connect_response_encode(const wyre_smb2_tree_connect_response *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_tree_connect_response_visit(const wyre_smb2_tree_connect_response *m,
                                                           const wyre_visitor *v);

/* ---- CREATE request: [MS-SMB2] 2.2.13 ------------------------------------------------------- */

typedef struct wyre_smb2_create_request {
    uint64_t smb_create_flags; /* reserved */
    uint64_t reserved;
    uint32_t impersonation_level; /* WYRE_SMB2_IMPERSONATION_... */
    uint32_t desired_access;      /* bits WYRE_SMB2_ACCESS_... */
    uint32_t file_attributes;     /* bits WYRE_SMB2_FILE_ATTRIBUTE_... */
    uint32_t share_access;        /* bits WYRE_SMB2_FILE_SHARE_... */
    uint32_t create_disposition;  /* WYRE_SMB2_FILE_SUPERSEDE ... */
    uint32_t create_options;      /* bits WYRE_SMB2_CREATE_OPTION_... */
    wyre_span name;            /* no leading backslash, no NUL; length 0: the root of the share */
    wyre_span create_contexts; /* walked by wyre_smb2_create_context_next */
    uint8_t security_flags;    /* reserved */
    uint8_t requested_oplock_level; /* WYRE_SMB2_OPLOCK_LEVEL_... */
    uint8_t unused[6];              /* 0 */
} wyre_smb2_create_request;

/* Decodes a CREATE request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 120
 *   WYRE_E_VALUE   StructureSize is not 57
 *   WYRE_E_OFFSET  name or create_contexts begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_create_request_decode(const uint8_t *in, size_t in_len,
                                                     uint32_t flags, wyre_smb2_create_request *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_create_request_encode(const wyre_smb2_create_request *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_request_visit(const wyre_smb2_create_request *m,
                                                    const wyre_visitor *v);

/* ---- CREATE response: [MS-SMB2] 2.2.14 ------------------------------------------------------ */

typedef struct wyre_smb2_create_response {
    uint64_t creation_time;
    uint64_t last_access_time;
    uint64_t last_write_time;
    uint64_t change_time;
    uint64_t allocation_size;
    uint64_t end_of_file;
    uint32_t create_action;   /* WYRE_SMB2_FILE_SUPERSEDED ... */
    uint32_t file_attributes; /* bits WYRE_SMB2_FILE_ATTRIBUTE_... */
    uint32_t reserved2;
    wyre_span create_contexts; /* walked by wyre_smb2_create_context_next */
    uint16_t structure_size;   /* 89; some servers say 88 */
    uint8_t oplock_level;      /* WYRE_SMB2_OPLOCK_LEVEL_... */
    uint8_t flags;             /* 3.x: bits WYRE_SMB2_CREATE_FLAG_... */
    uint8_t file_id[16];       /* FileId: Persistent and Volatile */
} wyre_smb2_create_response;

/* Decodes a CREATE response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 152
 *   WYRE_E_VALUE   StructureSize is not 89, or StructureSize is neither 89 nor 88
 *   WYRE_E_OFFSET  create_contexts begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_create_response_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_smb2_create_response *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field, or what decode refuses with
 *                 WYRE_E_VALUE */
WYRE_API wyre_status wyre_smb2_create_response_encode(const wyre_smb2_create_response *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_response_visit(const wyre_smb2_create_response *m,
                                                     const wyre_visitor *v);

/* ---- CLOSE request: [MS-SMB2] 2.2.15 -------------------------------------------------------- */

typedef struct wyre_smb2_close_request {
    uint32_t reserved;
    uint16_t flags;      /* bits WYRE_SMB2_CLOSE_FLAG_... */
    uint8_t file_id[16]; /* all ones in a related compound: the file of the link before */
    uint8_t unused[2];   /* 0 */
} wyre_smb2_close_request;

/* Decodes a CLOSE request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 88
 *   WYRE_E_VALUE   StructureSize is not 24 */
WYRE_API wyre_status wyre_smb2_close_request_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb2_close_request *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_close_request_encode(const wyre_smb2_close_request *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_close_request_visit(const wyre_smb2_close_request *m,
                                                   const wyre_visitor *v);

/* ---- CLOSE response: [MS-SMB2] 2.2.16 ------------------------------------------------------- */

typedef struct wyre_smb2_close_response {
    uint64_t creation_time;
    uint64_t last_access_time;
    uint64_t last_write_time;
    uint64_t change_time;
    uint64_t allocation_size;
    uint64_t end_of_file;
    uint32_t reserved;
    uint32_t file_attributes; /* bits WYRE_SMB2_FILE_ATTRIBUTE_... */
    uint16_t flags;           /* bits WYRE_SMB2_CLOSE_FLAG_...; without it the fields below are 0 */
    uint8_t unused[6];        /* 0 */
} wyre_smb2_close_response;

/* Decodes a CLOSE response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 124
 *   WYRE_E_VALUE   StructureSize is not 60 */
WYRE_API wyre_status wyre_smb2_close_response_decode(const uint8_t *in, size_t in_len,
                                                     uint32_t flags, wyre_smb2_close_response *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_close_response_encode(const wyre_smb2_close_response *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_close_response_visit(const wyre_smb2_close_response *m,
                                                    const wyre_visitor *v);

/* ---- FLUSH request: [MS-SMB2] 2.2.17 --------------------------------------------------------
 * The response is wyre_smb2_short_body. */

typedef struct wyre_smb2_flush_request {
    uint32_t reserved2;
    uint16_t reserved1;
    uint8_t file_id[16]; /* FileId: Persistent and Volatile */
    uint8_t unused[2];   /* 0 */
} wyre_smb2_flush_request;

/* Decodes a FLUSH request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 88
 *   WYRE_E_VALUE   StructureSize is not 24 */
WYRE_API wyre_status wyre_smb2_flush_request_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb2_flush_request *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_flush_request_encode(const wyre_smb2_flush_request *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_flush_request_visit(const wyre_smb2_flush_request *m,
                                                   const wyre_visitor *v);

/* ---- READ request: [MS-SMB2] 2.2.19 --------------------------------------------------------- */

typedef struct wyre_smb2_read_request {
    uint64_t offset; /* where in the file */
    uint32_t length; /* how many bytes to read */
    uint32_t minimum_count;
    uint32_t channel; /* WYRE_SMB2_CHANNEL_... */
    uint32_t remaining_bytes;
    wyre_span read_channel_info; /* buffer descriptors of the channel */
    uint8_t padding;             /* the DataOffset that the client would like, 80 */
    uint8_t flags;               /* 3.0.2 on: bits WYRE_SMB2_READFLAG_... */
    uint8_t file_id[16];         /* FileId: Persistent and Volatile */
    uint8_t unused[6];           /* 0 */
} wyre_smb2_read_request;

/* Decodes a READ request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 112
 *   WYRE_E_VALUE   StructureSize is not 49
 *   WYRE_E_OFFSET  read_channel_info begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_read_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_smb2_read_request *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_read_request_encode(const wyre_smb2_read_request *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_read_request_visit(const wyre_smb2_read_request *m,
                                                  const wyre_visitor *v);

/* ---- READ response: [MS-SMB2] 2.2.20 -------------------------------------------------------- */

typedef struct wyre_smb2_read_response {
    wyre_span data; /* the bytes read */
    uint32_t data_remaining;
    uint32_t flags; /* 3.1.1: bits WYRE_SMB2_READFLAG_RESPONSE_...; Reserved2 before */
    uint8_t reserved;
    uint8_t unused[3]; /* 0 */
} wyre_smb2_read_response;

/* Decodes a READ response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 80
 *   WYRE_E_VALUE   StructureSize is not 17
 *   WYRE_E_OFFSET  data begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_read_response_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb2_read_response *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_read_response_encode(const wyre_smb2_read_response *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_read_response_visit(const wyre_smb2_read_response *m,
                                                   const wyre_visitor *v);

/* ---- WRITE request: [MS-SMB2] 2.2.21 -------------------------------------------------------- */

typedef struct wyre_smb2_write_request {
    uint64_t offset;  /* where in the file */
    wyre_span data;   /* the bytes to write */
    uint32_t channel; /* WYRE_SMB2_CHANNEL_... */
    uint32_t remaining_bytes;
    wyre_span write_channel_info; /* buffer descriptors of the channel */
    uint32_t flags;               /* bits WYRE_SMB2_WRITEFLAG_... */
    uint8_t file_id[16];          /* FileId: Persistent and Volatile */
    uint8_t unused[4];            /* 0 */
} wyre_smb2_write_request;

/* Decodes a WRITE request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 112
 *   WYRE_E_VALUE   StructureSize is not 49
 *   WYRE_E_OFFSET  write_channel_info or data begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_write_request_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb2_write_request *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_write_request_encode(const wyre_smb2_write_request *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_write_request_visit(const wyre_smb2_write_request *m,
                                                   const wyre_visitor *v);

/* ---- WRITE response: [MS-SMB2] 2.2.22 ------------------------------------------------------- */

typedef struct wyre_smb2_write_response {
    uint32_t count;     /* how many bytes were written */
    uint32_t remaining; /* reserved */
    uint16_t reserved;
    uint16_t write_channel_info_offset; /* reserved */
    uint16_t write_channel_info_length; /* reserved */
    uint8_t unused[2];                  /* 0 */
} wyre_smb2_write_response;

/* Decodes a WRITE response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 80
 *   WYRE_E_VALUE   StructureSize is not 17 */
WYRE_API wyre_status wyre_smb2_write_response_decode(const uint8_t *in, size_t in_len,
                                                     uint32_t flags, wyre_smb2_write_response *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_write_response_encode(const wyre_smb2_write_response *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_write_response_visit(const wyre_smb2_write_response *m,
                                                    const wyre_visitor *v);

/* ---- LOCK request: [MS-SMB2] 2.2.26 ---------------------------------------------------------
 * The response is wyre_smb2_short_body. */

typedef struct wyre_smb2_lock_request {
    uint32_t lock_sequence; /* from 2.1 on: LockSequenceNumber in the low 4 bits,
                               LockSequenceIndex above */
    wyre_span locks;        /* LockCount times 24 bytes: wyre_smb2_lock_element */
    uint8_t file_id[16];    /* FileId: Persistent and Volatile */
} wyre_smb2_lock_request;

/* Decodes a LOCK request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 88, or locks ends past in_len
 *   WYRE_E_VALUE   StructureSize is not 48, or LockCount is 0 */
WYRE_API wyre_status wyre_smb2_lock_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_smb2_lock_request *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field, or what decode refuses with
 *                 WYRE_E_VALUE */
WYRE_API wyre_status wyre_smb2_lock_request_encode(const wyre_smb2_lock_request *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_lock_request_visit(const wyre_smb2_lock_request *m,
                                                  const wyre_visitor *v);

enum { WYRE_SMB2_LOCK_ELEMENT_SIZE = 24 };

/* ---- Element of a LOCK request: [MS-SMB2] 2.2.26.1 ------------------------------------------
 * Element i of a request stands at locks.off + 24 i; give its decoder the 24 bytes from there on. */

typedef struct wyre_smb2_lock_element {
    uint64_t offset;
    uint64_t length;
    uint32_t flags; /* bits WYRE_SMB2_LOCKFLAG_... */
    uint32_t reserved;
} wyre_smb2_lock_element;

/* Decodes the element of a LOCK request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 24 */
WYRE_API wyre_status wyre_smb2_lock_element_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_smb2_lock_element *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_lock_element_encode(const wyre_smb2_lock_element *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_lock_element_visit(const wyre_smb2_lock_element *m,
                                                  const wyre_visitor *v);

/* ---- IOCTL request: [MS-SMB2] 2.2.31 -------------------------------------------------------- */

typedef struct wyre_smb2_ioctl_request {
    uint32_t ctl_code; /* WYRE_SMB2_FSCTL_... */
    wyre_span input;
    uint32_t max_input_response;
    wyre_span output; /* empty from today's clients */
    uint32_t max_output_response;
    uint32_t flags; /* bits WYRE_SMB2_0_IOCTL_IS_FSCTL */
    uint32_t reserved2;
    uint16_t reserved;
    uint8_t file_id[16]; /* all ones where no file is meant */
    uint8_t unused[2];   /* 0 */
} wyre_smb2_ioctl_request;

/* Decodes an IOCTL request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 120
 *   WYRE_E_VALUE   StructureSize is not 57
 *   WYRE_E_OFFSET  input or output begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_ioctl_request_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb2_ioctl_request *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_ioctl_request_encode(const wyre_smb2_ioctl_request *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_ioctl_request_visit(const wyre_smb2_ioctl_request *m,
                                                   const wyre_visitor *v);

/* ---- IOCTL response: [MS-SMB2] 2.2.32 ------------------------------------------------------- */

typedef struct wyre_smb2_ioctl_response {
    uint32_t ctl_code; /* WYRE_SMB2_FSCTL_... */
    wyre_span input;
    wyre_span output;
    uint32_t flags;
    uint32_t reserved2;
    uint16_t reserved;
    uint8_t file_id[16]; /* all ones where no file is meant */
    uint8_t unused[2];   /* 0 */
} wyre_smb2_ioctl_response;

/* Decodes an IOCTL response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 112
 *   WYRE_E_VALUE   StructureSize is not 49
 *   WYRE_E_OFFSET  input or output begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_ioctl_response_decode(const uint8_t *in, size_t in_len,
                                                     uint32_t flags, wyre_smb2_ioctl_response *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_ioctl_response_encode(const wyre_smb2_ioctl_response *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_ioctl_response_visit(const wyre_smb2_ioctl_response *m,
                                                    const wyre_visitor *v);

/* ---- QUERY_DIRECTORY request: [MS-SMB2] 2.2.33 ---------------------------------------------- */

typedef struct wyre_smb2_query_directory_request {
    uint32_t file_index;
    wyre_span file_name; /* the search pattern */
    uint32_t output_buffer_length;
    uint8_t file_information_class; /* WYRE_SMB2_FILE_..._INFORMATION */
    uint8_t flags;                  /* bits WYRE_SMB2_QUERY_DIRECTORY_... */
    uint8_t file_id[16];            /* FileId: Persistent and Volatile */
    uint8_t unused[2];              /* 0 */
} wyre_smb2_query_directory_request;

/* Decodes a QUERY_DIRECTORY request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 96
 *   WYRE_E_VALUE   StructureSize is not 33
 *   WYRE_E_OFFSET  file_name begins inside the fixed part or ends past in_len */
WYRE_API wyre_status
wyre_smb2_query_directory_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb2_query_directory_request *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_query_directory_request_encode(
    const wyre_smb2_query_directory_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_query_directory_request_visit(
    const wyre_smb2_query_directory_request *m, const wyre_visitor *v);

/* ---- QUERY_INFO request: [MS-SMB2] 2.2.37 --------------------------------------------------- */

typedef struct wyre_smb2_query_info_request {
    uint32_t output_buffer_length;
    wyre_span input_buffer;          /* wyre_smb2_query_quota_info of QUOTA; of FULL_EA a list of
                                        wyre_fscc_file_get_ea_information */
    uint32_t additional_information; /* of SECURITY bits WYRE_SMB2_SECURITY_INFORMATION_...; of
                                        FULL_EA the index */
    uint32_t flags;                  /* bits WYRE_SMB2_QUERY_INFO_... */
    uint16_t reserved;
    uint8_t info_type;       /* WYRE_SMB2_0_INFO_... */
    uint8_t file_info_class; /* WYRE_SMB2_FILE_..., or ..._FS_..., by info_type */
    uint8_t file_id[16];     /* FileId: Persistent and Volatile */
} wyre_smb2_query_info_request;

/* Decodes a QUERY_INFO request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 104
 *   WYRE_E_VALUE   StructureSize is not 41
 *   WYRE_E_OFFSET  input_buffer begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_query_info_request_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_smb2_query_info_request *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_query_info_request_encode(const wyre_smb2_query_info_request *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_query_info_request_visit(const wyre_smb2_query_info_request *m,
                                                        const wyre_visitor *v);

/* ---- QUERY_QUOTA_INFO: [MS-SMB2] 2.2.37.1 ---------------------------------------------------
 * What a QUERY_INFO request of type QUOTA carries as input_buffer. */

typedef struct wyre_smb2_query_quota_info {
    wyre_span
        sid_list; /* entries wyre_fscc_file_get_quota_information; length 0: all, or those from
                             start_sid on */
    wyre_span start_sid; /* a SID; length 0: none. Where sid_list is given it is not looked at */
    uint16_t reserved;
    uint8_t return_single; /* 1: one entry only */
    uint8_t restart_scan;  /* 1: from the first one on */
} wyre_smb2_query_quota_info;

/* Decodes it. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 16, or sid_list ends past it
 *   WYRE_E_OFFSET  start_sid ends past in_len */
WYRE_API wyre_status wyre_smb2_query_quota_info_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_smb2_query_quota_info *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len */
WYRE_API wyre_status wyre_smb2_query_quota_info_encode(const wyre_smb2_query_quota_info *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_query_quota_info_visit(const wyre_smb2_query_quota_info *m,
                                                      const wyre_visitor *v);

/* ---- Response that is an output buffer: [MS-SMB2] 2.2.34, 2.2.36, 2.2.38 --------------------
 * QUERY_DIRECTORY, CHANGE_NOTIFY and QUERY_INFO. What is in the buffer only the request tells. */

typedef struct wyre_smb2_output_response {
    wyre_span output_buffer; /* records of the class that was asked for */
} wyre_smb2_output_response;

/* Decodes a response that is an output buffer. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 72
 *   WYRE_E_VALUE   StructureSize is not 9
 *   WYRE_E_OFFSET  output_buffer begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_output_response_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_smb2_output_response *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_output_response_encode(const wyre_smb2_output_response *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_output_response_visit(const wyre_smb2_output_response *m,
                                                     const wyre_visitor *v);

/* ---- SET_INFO request: [MS-SMB2] 2.2.39 ----------------------------------------------------- */

typedef struct wyre_smb2_set_info_request {
    wyre_span buffer;                /* a record of that class */
    uint32_t additional_information; /* of SECURITY bits WYRE_SMB2_SECURITY_INFORMATION_... */
    uint16_t reserved;
    uint8_t info_type;       /* WYRE_SMB2_0_INFO_... */
    uint8_t file_info_class; /* WYRE_SMB2_FILE_..., or ..._FS_..., by info_type */
    uint8_t file_id[16];     /* FileId: Persistent and Volatile */
} wyre_smb2_set_info_request;

/* Decodes a SET_INFO request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 96
 *   WYRE_E_VALUE   StructureSize is not 33
 *   WYRE_E_OFFSET  buffer begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_set_info_request_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_smb2_set_info_request *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_set_info_request_encode(const wyre_smb2_set_info_request *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_set_info_request_visit(const wyre_smb2_set_info_request *m,
                                                      const wyre_visitor *v);

/* ---- SET_INFO response: [MS-SMB2] 2.2.40 ----------------------------------------------------
 * It has no field: StructureSize is all there is. */

typedef struct wyre_smb2_set_info_response {
    uint32_t unused; /* 0: the body has no field */
} wyre_smb2_set_info_response;

/* Decodes a SET_INFO response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 66
 *   WYRE_E_VALUE   StructureSize is not 2 */
WYRE_API wyre_status wyre_smb2_set_info_response_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t flags,
                                                        wyre_smb2_set_info_response *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_set_info_response_encode(const wyre_smb2_set_info_response *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_set_info_response_visit(const wyre_smb2_set_info_response *m,
                                                       const wyre_visitor *v);

/* ---- CHANGE_NOTIFY request: [MS-SMB2] 2.2.35 ------------------------------------------------ */

typedef struct wyre_smb2_change_notify_request {
    uint32_t output_buffer_length;
    uint32_t completion_filter; /* bits WYRE_SMB2_FILE_NOTIFY_CHANGE_... */
    uint32_t reserved;
    uint16_t flags;      /* bits WYRE_SMB2_WATCH_TREE */
    uint8_t file_id[16]; /* FileId: Persistent and Volatile */
    uint8_t unused[2];   /* 0 */
} wyre_smb2_change_notify_request;

/* Decodes a CHANGE_NOTIFY request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 96
 *   WYRE_E_VALUE   StructureSize is not 32 */
WYRE_API wyre_status wyre_smb2_change_notify_request_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_smb2_change_notify_request *out,
                                                            size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status
wyre_smb2_change_notify_request_encode(const wyre_smb2_change_notify_request *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_change_notify_request_visit(const wyre_smb2_change_notify_request *m,
                                                           const wyre_visitor *v);

/* ---- SERVER_TO_CLIENT_NOTIFICATION: [MS-SMB2] 2.2.44 ---------------------------------------- */

typedef struct wyre_smb2_server_notification {
    uint32_t notification_type; /* WYRE_SMB2_NOTIFY_SESSION_CLOSED */
    wyre_span notification;     /* up to the end of the link; of SESSION_CLOSED 4 reserved bytes */
    uint16_t structure_size;    /* 4; sources disagree, so any value is accepted */
    uint16_t reserved;
} wyre_smb2_server_notification;

/* Decodes a SERVER_TO_CLIENT_NOTIFICATION. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 72 */
WYRE_API wyre_status wyre_smb2_server_notification_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_smb2_server_notification *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len */
WYRE_API wyre_status wyre_smb2_server_notification_encode(const wyre_smb2_server_notification *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_server_notification_visit(const wyre_smb2_server_notification *m,
                                                         const wyre_visitor *v);

/* ---- Oplock break: [MS-SMB2] 2.2.23.1, 2.2.24.1, 2.2.25.1 -----------------------------------
 * Notification, acknowledgment and response look alike. */

typedef struct wyre_smb2_oplock_break {
    uint32_t reserved2;
    uint8_t oplock_level; /* WYRE_SMB2_OPLOCK_LEVEL_... */
    uint8_t reserved;
    uint8_t file_id[16]; /* FileId: Persistent and Volatile */
    uint8_t unused[2];   /* 0 */
} wyre_smb2_oplock_break;

/* Decodes a oplock break. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 88
 *   WYRE_E_VALUE   StructureSize is not 24 */
WYRE_API wyre_status wyre_smb2_oplock_break_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_smb2_oplock_break *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_oplock_break_encode(const wyre_smb2_oplock_break *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_oplock_break_visit(const wyre_smb2_oplock_break *m,
                                                  const wyre_visitor *v);

/* ---- Lease break notification: [MS-SMB2] 2.2.23.2 ------------------------------------------- */

typedef struct wyre_smb2_lease_break_notification {
    uint32_t flags;               /* bits WYRE_SMB2_NOTIFY_BREAK_LEASE_FLAG_ACK_REQUIRED */
    uint32_t current_lease_state; /* bits WYRE_SMB2_LEASE_... */
    uint32_t new_lease_state;     /* bits WYRE_SMB2_LEASE_... */
    uint32_t break_reason;        /* reserved */
    uint32_t access_mask_hint;    /* reserved */
    uint32_t share_mask_hint;     /* reserved */
    uint16_t new_epoch;           /* of a version 2 lease, else 0 */
    uint8_t lease_key[16];
    uint8_t unused[2]; /* 0 */
} wyre_smb2_lease_break_notification;

/* Decodes a lease break notification. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 108
 *   WYRE_E_VALUE   StructureSize is not 44 */
WYRE_API wyre_status
wyre_smb2_lease_break_notification_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_smb2_lease_break_notification *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_lease_break_notification_encode(
    const wyre_smb2_lease_break_notification *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_lease_break_notification_visit(
    const wyre_smb2_lease_break_notification *m, const wyre_visitor *v);

/* ---- Lease break acknowledgment: [MS-SMB2] 2.2.24.2, 2.2.25.2 -------------------------------
 * The response to it looks alike. */

typedef struct wyre_smb2_lease_break_acknowledgment {
    uint64_t lease_duration; /* reserved */
    uint32_t flags;          /* reserved */
    uint32_t lease_state;    /* bits WYRE_SMB2_LEASE_... */
    uint16_t reserved;
    uint8_t lease_key[16];
    uint8_t unused[6]; /* 0 */
} wyre_smb2_lease_break_acknowledgment;

/* Decodes a lease break acknowledgment. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 100
 *   WYRE_E_VALUE   StructureSize is not 36 */
WYRE_API wyre_status
wyre_smb2_lease_break_acknowledgment_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_smb2_lease_break_acknowledgment *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_lease_break_acknowledgment_encode(
    const wyre_smb2_lease_break_acknowledgment *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_lease_break_acknowledgment_visit(
    const wyre_smb2_lease_break_acknowledgment *m, const wyre_visitor *v);

/* ---- ERROR response: [MS-SMB2] 2.2.2 --------------------------------------------------------
 * The body of a response whose status is a failure, and of an interim one; wyre_smb2_body tells.
 * In a compound some servers leave out the one byte that stands for an empty ErrorData. */

typedef struct wyre_smb2_error_response {
    wyre_span error_data; /* by status: symbolic link, share redirect, a buffer size, or what the
                             peer had there */
    uint8_t error_context_count; /* 3.1.1: how many contexts error_data is; 0: none */
    uint8_t reserved;
    uint8_t unused[2]; /* 0 */
} wyre_smb2_error_response;

/* Decodes an ERROR response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than header and fixed part, 72, or error_data ends past in_len
 *   WYRE_E_VALUE   StructureSize is not 9 */
WYRE_API wyre_status wyre_smb2_error_response_decode(const uint8_t *in, size_t in_len,
                                                     uint32_t flags, wyre_smb2_error_response *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_error_response_encode(const wyre_smb2_error_response *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_error_response_visit(const wyre_smb2_error_response *m,
                                                    const wyre_visitor *v);

/* ---- Which body a link has ------------------------------------------------------------------------
 * The command alone does not tell: a failed command is answered with an ERROR body but for the cases of
 * [MS-SMB2] 2.2.2, and OPLOCK_BREAK is six messages. */

/* Bodies, and the structs that they decode to. */
enum {
    WYRE_SMB2_BODY_NEGOTIATE_REQUEST = 0x00,              /* negotiate_request */
    WYRE_SMB2_BODY_NEGOTIATE_RESPONSE = 0x01,             /* negotiate_response */
    WYRE_SMB2_BODY_SESSION_SETUP_REQUEST = 0x02,          /* session_setup_request */
    WYRE_SMB2_BODY_SESSION_SETUP_RESPONSE = 0x03,         /* session_setup_response */
    WYRE_SMB2_BODY_LOGOFF_REQUEST = 0x04,                 /* short_body */
    WYRE_SMB2_BODY_LOGOFF_RESPONSE = 0x05,                /* short_body */
    WYRE_SMB2_BODY_TREE_CONNECT_REQUEST = 0x06,           /* tree_connect_request */
    WYRE_SMB2_BODY_TREE_CONNECT_RESPONSE = 0x07,          /* tree_connect_response */
    WYRE_SMB2_BODY_TREE_DISCONNECT_REQUEST = 0x08,        /* short_body */
    WYRE_SMB2_BODY_TREE_DISCONNECT_RESPONSE = 0x09,       /* short_body */
    WYRE_SMB2_BODY_CREATE_REQUEST = 0x0a,                 /* create_request */
    WYRE_SMB2_BODY_CREATE_RESPONSE = 0x0b,                /* create_response */
    WYRE_SMB2_BODY_CLOSE_REQUEST = 0x0c,                  /* close_request */
    WYRE_SMB2_BODY_CLOSE_RESPONSE = 0x0d,                 /* close_response */
    WYRE_SMB2_BODY_FLUSH_REQUEST = 0x0e,                  /* flush_request */
    WYRE_SMB2_BODY_FLUSH_RESPONSE = 0x0f,                 /* short_body */
    WYRE_SMB2_BODY_READ_REQUEST = 0x10,                   /* read_request */
    WYRE_SMB2_BODY_READ_RESPONSE = 0x11,                  /* read_response */
    WYRE_SMB2_BODY_WRITE_REQUEST = 0x12,                  /* write_request */
    WYRE_SMB2_BODY_WRITE_RESPONSE = 0x13,                 /* write_response */
    WYRE_SMB2_BODY_LOCK_REQUEST = 0x14,                   /* lock_request */
    WYRE_SMB2_BODY_LOCK_RESPONSE = 0x15,                  /* short_body */
    WYRE_SMB2_BODY_IOCTL_REQUEST = 0x16,                  /* ioctl_request */
    WYRE_SMB2_BODY_IOCTL_RESPONSE = 0x17,                 /* ioctl_response */
    WYRE_SMB2_BODY_CANCEL_REQUEST = 0x18,                 /* short_body */
    WYRE_SMB2_BODY_ECHO_REQUEST = 0x1a,                   /* short_body */
    WYRE_SMB2_BODY_ECHO_RESPONSE = 0x1b,                  /* short_body */
    WYRE_SMB2_BODY_QUERY_DIRECTORY_REQUEST = 0x1c,        /* query_directory_request */
    WYRE_SMB2_BODY_QUERY_DIRECTORY_RESPONSE = 0x1d,       /* output_response */
    WYRE_SMB2_BODY_CHANGE_NOTIFY_REQUEST = 0x1e,          /* change_notify_request */
    WYRE_SMB2_BODY_CHANGE_NOTIFY_RESPONSE = 0x1f,         /* output_response */
    WYRE_SMB2_BODY_QUERY_INFO_REQUEST = 0x20,             /* query_info_request */
    WYRE_SMB2_BODY_QUERY_INFO_RESPONSE = 0x21,            /* output_response */
    WYRE_SMB2_BODY_SET_INFO_REQUEST = 0x22,               /* set_info_request */
    WYRE_SMB2_BODY_SET_INFO_RESPONSE = 0x23,              /* set_info_response */
    WYRE_SMB2_BODY_OPLOCK_BREAK_ACKNOWLEDGMENT = 0x24,    /* oplock_break */
    WYRE_SMB2_BODY_OPLOCK_BREAK_RESPONSE = 0x25,          /* oplock_break */
    WYRE_SMB2_BODY_SERVER_NOTIFICATION = 0x27,            /* server_notification */
    WYRE_SMB2_BODY_OPLOCK_BREAK_NOTIFICATION = 0x28,      /* oplock_break */
    WYRE_SMB2_BODY_LEASE_BREAK_ACKNOWLEDGMENT = 0x29,     /* lease_break_acknowledgment */
    WYRE_SMB2_BODY_LEASE_BREAK_RESPONSE = 0x2a,           /* lease_break_acknowledgment */
    WYRE_SMB2_BODY_LEASE_BREAK_NOTIFICATION = 0x2b,       /* lease_break_notification */
    WYRE_SMB2_BODY_TREE_CONNECT_EXTENSION_REQUEST = 0x2c, /* tree_connect_extension_request */
    WYRE_SMB2_BODY_ERROR_RESPONSE = 0x2d,                 /* error_response */
    WYRE_SMB2_BODY_UNKNOWN = 0xffff /* a command, or its direction, that is not known */
};

/* The name of a body without its prefix in small letters, "create_request"; "?" for any other number. */
WYRE_API const char *wyre_smb2_body_name(uint16_t body);

/* Tells which body stands behind a header.
 *   header  of the link
 *   in      the link from its header on, in_len bytes; NULL only when in_len is 0
 * A response has an ERROR body where its Status is not 0 and its StructureSize is 9, but for these: the
 * SESSION_SETUP that says MORE_PROCESSING_REQUIRED, the QUERY_INFO and QUERY_DIRECTORY that say
 * BUFFER_OVERFLOW, and the CHANGE_NOTIFY that says NOTIFY_ENUM_DIR keep their own, which has the same
 * StructureSize. Any other StructureSize stands for the command's own body, whatever the Status is.
 * A body whose StructureSize is missing is taken for the command's own. Returns WYRE_SMB2_BODY_...
 * [MS-SMB2] 2.2.2, 3.3.4.4 */
WYRE_API uint16_t wyre_smb2_body(const wyre_smb2_header *header, const uint8_t *in, size_t in_len);

/* ---- A whole message ------------------------------------------------------------------------------ */

/* Tells `v` all of one SMB2 message: of a plain one each link as a part "link" with the fields of the
 * header, and in it the body as a part named for what it is, "create_request", whose spans count from
 * the link's header, and in that one what is nested in it; of an encrypted or compressed one the fields
 * of that header. A link that is refused does not keep the links behind it from being told.
 *   in  the message from the ProtocolId on, in_len bytes; NULL only when in_len is 0
 *   n   after a refusal the offset of the byte at fault, else in_len
 * WYRE_OK, or the first refusal of what was decoded, WYRE_E_MAGIC among them: no SMB2 message. */
WYRE_API wyre_status wyre_smb2_message_visit(const uint8_t *in, size_t in_len,
                                             const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

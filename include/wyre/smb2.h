/* wyre/smb2.h: SMB 2.0.2 to 3.1.1 messages, [MS-SMB2]. All integers are little-endian on the wire. */
#ifndef WYRE_SMB2_H
#define WYRE_SMB2_H
#include <wyre/core.h>
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

/* flags */
enum {
    WYRE_SMB2_FLAGS_SERVER_TO_REDIR = 0x00000001, /* a response */
    WYRE_SMB2_FLAGS_ASYNC_COMMAND = 0x00000002,
    WYRE_SMB2_FLAGS_RELATED_OPERATIONS = 0x00000004,
    WYRE_SMB2_FLAGS_SIGNED = 0x00000008,
    WYRE_SMB2_FLAGS_PRIORITY_MASK = 0x00000070,
    WYRE_SMB2_FLAGS_DFS_OPERATIONS = 0x10000000,
    WYRE_SMB2_FLAGS_REPLAY_OPERATION = 0x20000000
};

typedef struct wyre_smb2_header {
    uint64_t message_id;
    uint64_t async_id; /* with flag ASYNC_COMMAND, else 0 */
    uint64_t session_id;
    uint32_t status;       /* NTSTATUS; in requests ChannelSequence (3.x) or 0 */
    uint32_t flags;        /* bits WYRE_SMB2_FLAGS_... */
    uint32_t next_command; /* bytes from this header to the next one of the compound; 0: the last */
    uint32_t process_id;   /* Reserved; without flag ASYNC_COMMAND, else 0 */
    uint32_t tree_id;      /* without flag ASYNC_COMMAND, else 0 */
    uint16_t credit_charge;
    uint16_t command; /* WYRE_SMB2_NEGOTIATE ... */
    uint16_t credits; /* CreditRequest or CreditResponse */
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

/* wyre/ntlmssp.h: NTLM messages as SMB, TDS and HTTP carry them, [MS-NLMP]. All integers are
 * little-endian on the wire. No cryptography: what a proof or a signature covers is told as spans,
 * and the caller computes over them. */
#ifndef WYRE_NTLMSSP_H
#define WYRE_NTLMSSP_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Which message: [MS-NLMP] 2.2.1 -------------------------------------------------------------- */

/* message type */
enum { WYRE_NTLMSSP_NEGOTIATE = 1, WYRE_NTLMSSP_CHALLENGE = 2, WYRE_NTLMSSP_AUTHENTICATE = 3 };

/* The type in the first 12 bytes of a message, whatever its value; 0 where in_len is less than 12
 * or the signature "NTLMSSP" with its NUL is not there. `in` may be NULL when in_len is 0. */
WYRE_API uint32_t wyre_ntlmssp_message_type(const uint8_t *in, size_t in_len);

/* The name of a message type without its prefix, "CHALLENGE"; "?" for any other number. */
WYRE_API const char *wyre_ntlmssp_message_type_name(uint32_t type);

/* negotiate_flags: [MS-NLMP] 2.2.2.5 */
enum {
    WYRE_NTLMSSP_NEGOTIATE_UNICODE = 0x00000001,
    WYRE_NTLMSSP_NEGOTIATE_OEM = 0x00000002,
    WYRE_NTLMSSP_REQUEST_TARGET = 0x00000004,
    WYRE_NTLMSSP_NEGOTIATE_SIGN = 0x00000010,
    WYRE_NTLMSSP_NEGOTIATE_SEAL = 0x00000020,
    WYRE_NTLMSSP_NEGOTIATE_DATAGRAM = 0x00000040,
    WYRE_NTLMSSP_NEGOTIATE_LM_KEY = 0x00000080,
    WYRE_NTLMSSP_NEGOTIATE_NTLM = 0x00000200,
    WYRE_NTLMSSP_ANONYMOUS = 0x00000800,
    WYRE_NTLMSSP_NEGOTIATE_OEM_DOMAIN_SUPPLIED = 0x00001000,
    WYRE_NTLMSSP_NEGOTIATE_OEM_WORKSTATION_SUPPLIED = 0x00002000,
    WYRE_NTLMSSP_NEGOTIATE_ALWAYS_SIGN = 0x00008000,
    WYRE_NTLMSSP_TARGET_TYPE_DOMAIN = 0x00010000,
    WYRE_NTLMSSP_TARGET_TYPE_SERVER = 0x00020000,
    WYRE_NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY = 0x00080000,
    WYRE_NTLMSSP_NEGOTIATE_IDENTIFY = 0x00100000,
    WYRE_NTLMSSP_REQUEST_NON_NT_SESSION_KEY = 0x00400000,
    WYRE_NTLMSSP_NEGOTIATE_TARGET_INFO = 0x00800000,
    WYRE_NTLMSSP_NEGOTIATE_VERSION = 0x02000000,
    WYRE_NTLMSSP_NEGOTIATE_128 = 0x20000000,
    WYRE_NTLMSSP_NEGOTIATE_KEY_EXCH = 0x40000000
};
/* no enumerator: those of C99 are an int */
#define WYRE_NTLMSSP_NEGOTIATE_56 0x80000000u

/* What the three messages share:
 *
 * fixed_len says where the fixed part ends. Old peers leave out what later versions of the protocol
 * put there, and the flag NEGOTIATE_VERSION is no proof of either (real clients set it without a
 * Version, and send one without it); so decode takes the longest of the sizes named at each message
 * that ends before the first byte of any part behind it. Fields past fixed_len are 0.
 *
 * The parts behind the fixed part may stand in any order, apart or overlapping. Encode writes them
 * without gaps in the order of their offsets in `src` (parts that begin at the same place: in the
 * order of the struct). So a decoded message is written in the order of its sender, and a new one in
 * the order in which its source was gathered. An empty part is written with the offset that it has.
 * MaxLen, which a receiver must ignore, is written equal to Len.
 *
 * To write a message as it came, gaps and overlaps with it, decode it with KEEP_PAYLOAD: `payload`
 * is then all from the fixed part to the end of the last part. Encode writes a payload that is not
 * empty whole, and each part stands in it where it stood; a part outside it is WYRE_E_ARG. To change
 * a part of such a message, empty `payload`: what its gaps hold is then gone. */

/* flags of the three decoders */
enum { WYRE_NTLMSSP_KEEP_PAYLOAD = 0x1 }; /* fills `payload`, which is else {0, 0} */

/* ---- NEGOTIATE: [MS-NLMP] 2.2.1.1 ---------------------------------------------------------------- */

/* fixed_len */
enum {
    WYRE_NTLMSSP_NEGOTIATE_BARE = 16,        /* up to the flags */
    WYRE_NTLMSSP_NEGOTIATE_NAMED = 32,       /* with the two names */
    WYRE_NTLMSSP_NEGOTIATE_WITH_VERSION = 40 /* with Version, as today's clients send it */
};

typedef struct wyre_ntlmssp_negotiate {
    wyre_span domain_name;      /* OEM text, whatever the flags say */
    wyre_span workstation_name; /* OEM text */
    wyre_span payload;          /* {0, 0}, or all behind the fixed part: KEEP_PAYLOAD */
    uint32_t negotiate_flags;   /* bits WYRE_NTLMSSP_... */
    uint16_t product_build;
    uint8_t fixed_len; /* WYRE_NTLMSSP_NEGOTIATE_BARE ... */
    uint8_t product_major_version;
    uint8_t product_minor_version;
    uint8_t version_reserved[3];
    uint8_t ntlm_revision_current; /* 15 */
    uint8_t unused[3];             /* 0 */
} wyre_ntlmssp_negotiate;

/* Decodes a NEGOTIATE message.
 *   in     in_len bytes from the signature on; NULL only when in_len is 0
 *   flags  0 or WYRE_NTLMSSP_KEEP_PAYLOAD
 *   out    filled on OK, zeroed on anything else
 *   n      on OK where the last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16
 *   WYRE_E_MAGIC   not the signature, or another message type
 *   WYRE_E_OFFSET  a name begins inside the fixed part or ends past in_len
 * [MS-NLMP] 2.2.1.1 */
WYRE_API wyre_status wyre_ntlmssp_negotiate_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_ntlmssp_negotiate *out, size_t *n);

/* Encodes a NEGOTIATE message.
 *   src  what the spans of *m count from, src_len bytes
 *   out  cap bytes; NULL only when cap is 0
 *   n    on OK the bytes written, on WYRE_E_SPACE the bytes needed
 * WYRE_OK, or
 *   WYRE_E_ARG    a span outside src, or a part outside a payload that is not empty
 *   WYRE_E_RANGE  fixed_len is none of its three values, or a name is longer than 65535 bytes
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_ntlmssp_negotiate_encode(const wyre_ntlmssp_negotiate *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Tells `v` every field that the message has, in wire order, each under its name in the struct.
 * Always WYRE_OK. */
WYRE_API wyre_status wyre_ntlmssp_negotiate_visit(const wyre_ntlmssp_negotiate *m,
                                                  const wyre_visitor *v);

/* ---- CHALLENGE: [MS-NLMP] 2.2.1.2 ---------------------------------------------------------------- */

/* fixed_len */
enum {
    WYRE_NTLMSSP_CHALLENGE_BARE = 32,        /* up to the server's challenge */
    WYRE_NTLMSSP_CHALLENGE_RESERVED = 40,    /* with the reserved bytes (once a context handle) */
    WYRE_NTLMSSP_CHALLENGE_WITH_INFO = 48,   /* with target_info */
    WYRE_NTLMSSP_CHALLENGE_WITH_VERSION = 56 /* with Version, as today's servers send it */
};

typedef struct wyre_ntlmssp_challenge {
    wyre_span target_name;    /* UTF-16LE with flag NEGOTIATE_UNICODE, else OEM text */
    wyre_span target_info;    /* AV pairs: wyre_ntlmssp_av_pair_next */
    wyre_span payload;        /* {0, 0}, or all behind the fixed part: KEEP_PAYLOAD */
    uint32_t negotiate_flags; /* bits WYRE_NTLMSSP_... */
    uint16_t product_build;
    uint8_t fixed_len; /* WYRE_NTLMSSP_CHALLENGE_BARE ... */
    uint8_t product_major_version;
    uint8_t product_minor_version;
    uint8_t version_reserved[3];
    uint8_t ntlm_revision_current; /* 15 */
    uint8_t server_challenge[8];
    uint8_t reserved[8];
    uint8_t unused[3]; /* 0 */
} wyre_ntlmssp_challenge;

/* As wyre_ntlmssp_negotiate_decode, with 32 as the least length. [MS-NLMP] 2.2.1.2 */
WYRE_API wyre_status wyre_ntlmssp_challenge_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_ntlmssp_challenge *out, size_t *n);
/* As wyre_ntlmssp_negotiate_encode; the values of fixed_len are the four above. */
WYRE_API wyre_status wyre_ntlmssp_challenge_encode(const wyre_ntlmssp_challenge *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);
/* As wyre_ntlmssp_negotiate_visit. target_info is one field: wyre_ntlmssp_message_visit opens it. */
WYRE_API wyre_status wyre_ntlmssp_challenge_visit(const wyre_ntlmssp_challenge *m,
                                                  const wyre_visitor *v);

/* ---- AUTHENTICATE: [MS-NLMP] 2.2.1.3 ------------------------------------------------------------- */

/* fixed_len */
enum {
    WYRE_NTLMSSP_AUTHENTICATE_BARE = 52,  /* up to the workstation; clients of the nineties */
    WYRE_NTLMSSP_AUTHENTICATE_KEYED = 64, /* with the session key and the flags */
    WYRE_NTLMSSP_AUTHENTICATE_WITH_VERSION = 72, /* with Version */
    WYRE_NTLMSSP_AUTHENTICATE_WITH_MIC = 88      /* and MIC, as today's clients send it */
};

typedef struct wyre_ntlmssp_authenticate {
    wyre_span lm_challenge_response; /* 24 bytes; anonymous: 1 or none */
    wyre_span nt_challenge_response; /* 24 bytes, or NTLMv2: wyre_ntlmssp_ntlmv2_response_decode */
    wyre_span domain_name;           /* this and the next two: UTF-16LE with flag */
    wyre_span user_name;             /* NEGOTIATE_UNICODE, else OEM text; */
    wyre_span workstation;           /* an odd length of UTF-16LE comes through */
    wyre_span encrypted_random_session_key; /* 16 bytes or none */
    wyre_span payload;                      /* {0, 0}, or all behind the fixed part: KEEP_PAYLOAD */
    uint32_t negotiate_flags;               /* bits WYRE_NTLMSSP_... */
    uint16_t product_build;
    uint8_t fixed_len; /* WYRE_NTLMSSP_AUTHENTICATE_BARE ... */
    uint8_t product_major_version;
    uint8_t product_minor_version;
    uint8_t version_reserved[3];
    uint8_t ntlm_revision_current; /* 15 */
    uint8_t mic[16];   /* a true one only where bit MIC of AV pair FLAGS in the response says so */
    uint8_t unused[3]; /* 0 */
} wyre_ntlmssp_authenticate;

/* As wyre_ntlmssp_negotiate_decode, with 52 as the least length; also
 *   WYRE_E_VALUE   the session key is neither 16 bytes nor empty, *n is 52
 * [MS-NLMP] 2.2.1.3 */
WYRE_API wyre_status wyre_ntlmssp_authenticate_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_ntlmssp_authenticate *out, size_t *n);
/* As wyre_ntlmssp_negotiate_encode; the values of fixed_len are the four above. A session key that
 * is neither 16 bytes nor empty is WYRE_E_RANGE. */
WYRE_API wyre_status wyre_ntlmssp_authenticate_encode(const wyre_ntlmssp_authenticate *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);
/* As wyre_ntlmssp_negotiate_visit. */
WYRE_API wyre_status wyre_ntlmssp_authenticate_visit(const wyre_ntlmssp_authenticate *m,
                                                     const wyre_visitor *v);

/* ---- What a proof covers -------------------------------------------------------------------------- */

/* An authenticator inside a unit, and the bytes of the unit that it covers in front and behind. */
typedef struct wyre_ntlmssp_proof {
    wyre_span before;
    wyre_span value;
    wyre_span after;
} wyre_ntlmssp_proof;

/* The MIC of an AUTHENTICATE message of `len` bytes. It is HMAC-MD5 under the exported session key
 * over NEGOTIATE, CHALLENGE and AUTHENTICATE as sent, with `value` read as zeros.
 * WYRE_OK, or
 *   WYRE_E_STATE  fixed_len is not 88: there is no MIC
 *   WYRE_E_ARG    len is less than 88
 * [MS-NLMP] 3.1.5.1.2 */
WYRE_API wyre_status wyre_ntlmssp_authenticate_mic(const wyre_ntlmssp_authenticate *m, uint32_t len,
                                                   wyre_ntlmssp_proof *out);

/* NTProofStr of an NTLMv2 response of `len` bytes. It is HMAC-MD5 under NTOWFv2 over the server's
 * challenge and then `after`.
 * WYRE_OK, or WYRE_E_ARG: len is less than 44. [MS-NLMP] 3.3.2 */
WYRE_API wyre_status wyre_ntlmssp_ntlmv2_response_proof(uint32_t len, wyre_ntlmssp_proof *out);

/* ---- AV pairs: [MS-NLMP] 2.2.2.1 ------------------------------------------------------------------- */

enum { WYRE_NTLMSSP_AV_PAIRS_MAX = 32 }; /* in one list, its end not counted */

/* av_id */
enum {
    WYRE_NTLMSSP_AV_EOL = 0,
    WYRE_NTLMSSP_AV_NB_COMPUTER_NAME = 1,
    WYRE_NTLMSSP_AV_NB_DOMAIN_NAME = 2,
    WYRE_NTLMSSP_AV_DNS_COMPUTER_NAME = 3,
    WYRE_NTLMSSP_AV_DNS_DOMAIN_NAME = 4,
    WYRE_NTLMSSP_AV_DNS_TREE_NAME = 5,
    WYRE_NTLMSSP_AV_FLAGS = 6,
    WYRE_NTLMSSP_AV_TIMESTAMP = 7,
    WYRE_NTLMSSP_AV_SINGLE_HOST = 8,
    WYRE_NTLMSSP_AV_TARGET_NAME = 9,
    WYRE_NTLMSSP_AV_CHANNEL_BINDINGS = 10
};

/* flags of AV_FLAGS */
enum {
    WYRE_NTLMSSP_AV_FLAG_CONSTRAINED = 0x1,
    WYRE_NTLMSSP_AV_FLAG_MIC = 0x2, /* the AUTHENTICATE message carries a MIC */
    WYRE_NTLMSSP_AV_FLAG_UNTRUSTED_SPN = 0x4
};

/* The name of an av_id without its prefix, "TIMESTAMP"; "?" for any other number. */
WYRE_API const char *wyre_ntlmssp_av_id_name(uint16_t av_id);

typedef struct wyre_ntlmssp_av_pair {
    uint64_t timestamp; /* of AV_TIMESTAMP: FILETIME; else 0 */
    wyre_span value;    /* of all but AV_FLAGS and AV_TIMESTAMP; names: UTF-16LE without NUL;
                           SINGLE_HOST: wyre_ntlmssp_single_host_decode */
    uint32_t flags;     /* of AV_FLAGS: bits WYRE_NTLMSSP_AV_FLAG_...; else 0 */
    uint16_t av_id;     /* WYRE_NTLMSSP_AV_... */
    uint8_t unused[2];  /* 0 */
} wyre_ntlmssp_av_pair;

/* Decodes one AV pair, the end of a list too.
 *   in     in_len bytes from AvId on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 4 and the length of the value
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  less than 4 bytes, or the value ends past in_len
 *   WYRE_E_VALUE   AvLen is not what AvId demands: EOL 0, FLAGS 4, TIMESTAMP 8,
 *                  CHANNEL_BINDINGS 16; *n is 2
 * [MS-NLMP] 2.2.2.1 */
WYRE_API wyre_status wyre_ntlmssp_av_pair_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                 wyre_ntlmssp_av_pair *out, size_t *n);

/* Encodes one AV pair: `flags` of AV_FLAGS, `timestamp` of AV_TIMESTAMP, else `value`.
 * WYRE_OK, or
 *   WYRE_E_ARG    value lies outside src
 *   WYRE_E_RANGE  value is longer than 65535 bytes, or not 16 bytes for AV_CHANNEL_BINDINGS
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_ntlmssp_av_pair_encode(const wyre_ntlmssp_av_pair *m, const uint8_t *src,
                                                 size_t src_len, uint8_t *out, size_t cap,
                                                 size_t *n);

/* Tells av_id, then flags, timestamp or value, as av_id says. Always WYRE_OK. */
WYRE_API wyre_status wyre_ntlmssp_av_pair_visit(const wyre_ntlmssp_av_pair *m,
                                                const wyre_visitor *v);

/* Where a walk over a list is; all zero at its start. */
typedef struct wyre_ntlmssp_av_pair_iter {
    uint32_t pos;   /* of the next pair; behind EOL once the list has ended */
    uint32_t count; /* pairs told so far */
    uint32_t ended; /* 1: EOL was there */
    uint32_t fault; /* after a refusal: the offset at fault */
} wyre_ntlmssp_av_pair_iter;

/* The next pair of a list of in_len bytes: target_info of a CHALLENGE, av_pairs of a response. Its
 * span counts from `in`. Bytes behind EOL are not looked at.
 * WYRE_OK; WYRE_END: EOL was reached; or, with *out zero and only
 * it->fault changed,
 *   WYRE_E_LENGTH  the list ends without EOL, or a value ends past it
 *   WYRE_E_VALUE   as from wyre_ntlmssp_av_pair_decode
 *   WYRE_E_LIMIT   more than WYRE_NTLMSSP_AV_PAIRS_MAX pairs
 *   WYRE_E_ARG     it->pos is past in_len, or in_len over 4 GiB - 1
 * [MS-NLMP] 2.2.2.1 */
WYRE_API wyre_status wyre_ntlmssp_av_pair_next(wyre_ntlmssp_av_pair_iter *it, const uint8_t *in,
                                               size_t in_len, wyre_ntlmssp_av_pair *out);

/* Writes a list of `count` pairs and its EOL. Statuses as from wyre_ntlmssp_av_pair_encode; also
 * WYRE_E_LIMIT: count is more than WYRE_NTLMSSP_AV_PAIRS_MAX. An EOL among the pairs is
 * WYRE_E_RANGE: it would end the list early. */
WYRE_API wyre_status wyre_ntlmssp_av_pairs_encode(const wyre_ntlmssp_av_pair *pairs, uint32_t count,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);

/* SINGLE_HOST: [MS-NLMP] 2.2.2.2 */
typedef struct wyre_ntlmssp_single_host {
    uint32_t size; /* 48, as the sender wrote it */
    uint32_t z4;   /* 0 */
    uint8_t custom_data[8];
    uint8_t machine_id[32];
} wyre_ntlmssp_single_host;

/* The value of AV_SINGLE_HOST. WYRE_OK and *n 48; WYRE_E_ARG: flags is not 0; or WYRE_E_LENGTH: less
 * than 48 bytes. [MS-NLMP] 2.2.2.2 */
WYRE_API wyre_status wyre_ntlmssp_single_host_decode(const uint8_t *in, size_t in_len,
                                                     uint32_t flags, wyre_ntlmssp_single_host *out,
                                                     size_t *n);
/* WYRE_OK or WYRE_E_SPACE; *n is 48. src is not used. */
WYRE_API wyre_status wyre_ntlmssp_single_host_encode(const wyre_ntlmssp_single_host *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint8_t *out, size_t cap, size_t *n);
/* Tells every field. Always WYRE_OK. */
WYRE_API wyre_status wyre_ntlmssp_single_host_visit(const wyre_ntlmssp_single_host *m,
                                                    const wyre_visitor *v);

/* ---- Responses: [MS-NLMP] 2.2.2.3 to 2.2.2.8 --------------------------------------------------------- */

/* what an AUTHENTICATE message proves the password with */
enum {
    WYRE_NTLMSSP_RESPONSE_UNKNOWN = 0,   /* lengths that no version of the protocol has */
    WYRE_NTLMSSP_RESPONSE_ANONYMOUS = 1, /* none: LM at most one byte, NT empty */
    WYRE_NTLMSSP_RESPONSE_LM = 2,        /* LM alone, 24 bytes */
    WYRE_NTLMSSP_RESPONSE_NTLMV1 = 3,    /* NT 24 bytes */
    WYRE_NTLMSSP_RESPONSE_NTLMV1_EXTENDED_SESSIONSECURITY = 4, /* the same; LM begins with the
                                                                  client's challenge */
    WYRE_NTLMSSP_RESPONSE_NTLMV2 = 5                           /* NT longer than 24 bytes */
};

/* Which of the above, by the lengths of both responses and the flag EXTENDED_SESSIONSECURITY. */
WYRE_API uint32_t wyre_ntlmssp_response_form(const wyre_ntlmssp_authenticate *m);

/* The name of a form without its prefix, "NTLMV2"; "?" for any other number. */
WYRE_API const char *wyre_ntlmssp_response_form_name(uint32_t form);

/* LM_RESPONSE and NTLM_RESPONSE: [MS-NLMP] 2.2.2.3, 2.2.2.6 */
typedef struct wyre_ntlmssp_ntlmv1_response {
    uint8_t response[24];
} wyre_ntlmssp_ntlmv1_response;

/* WYRE_OK and *n 24; WYRE_E_ARG: flags is not 0; or WYRE_E_LENGTH: less than 24 bytes. */
WYRE_API wyre_status wyre_ntlmssp_ntlmv1_response_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_ntlmssp_ntlmv1_response *out,
                                                         size_t *n);
/* WYRE_OK or WYRE_E_SPACE; *n is 24. src is not used. */
WYRE_API wyre_status wyre_ntlmssp_ntlmv1_response_encode(const wyre_ntlmssp_ntlmv1_response *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);
/* Tells the field. Always WYRE_OK. */
WYRE_API wyre_status wyre_ntlmssp_ntlmv1_response_visit(const wyre_ntlmssp_ntlmv1_response *m,
                                                        const wyre_visitor *v);

/* LMv2_RESPONSE: [MS-NLMP] 2.2.2.4 */
typedef struct wyre_ntlmssp_lmv2_response {
    uint8_t response[16];
    uint8_t challenge_from_client[8];
} wyre_ntlmssp_lmv2_response;

/* As wyre_ntlmssp_ntlmv1_response_decode. */
WYRE_API wyre_status wyre_ntlmssp_lmv2_response_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_ntlmssp_lmv2_response *out, size_t *n);
/* WYRE_OK or WYRE_E_SPACE; *n is 24. src is not used. */
WYRE_API wyre_status wyre_ntlmssp_lmv2_response_encode(const wyre_ntlmssp_lmv2_response *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);
/* Tells both fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_ntlmssp_lmv2_response_visit(const wyre_ntlmssp_lmv2_response *m,
                                                      const wyre_visitor *v);

/* NTLMv2_RESPONSE with its NTLMv2_CLIENT_CHALLENGE: [MS-NLMP] 2.2.2.8, 2.2.2.7 */
typedef struct wyre_ntlmssp_ntlmv2_response {
    uint64_t time_stamp;  /* FILETIME */
    wyre_span av_pairs;   /* to the end of the response: the list, and the 0, 4 or 8 zero bytes that
                            clients put behind its EOL */
    uint32_t reserved2;   /* 0 */
    uint32_t reserved3;   /* 0 */
    uint16_t reserved1;   /* 0 */
    uint8_t resp_type;    /* 1 */
    uint8_t hi_resp_type; /* 1 */
    uint8_t nt_proof_str[16];
    uint8_t challenge_from_client[8];
    uint8_t unused[4]; /* 0 */
} wyre_ntlmssp_ntlmv2_response;

/* Decodes an NTLMv2 response.
 *   in     the whole nt_challenge_response, in_len bytes; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its span counts from `in`
 *   n      on OK in_len
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 44
 *   WYRE_E_VALUE   resp_type is not 1, *n is 16
 * [MS-NLMP] 2.2.2.8 */
WYRE_API wyre_status wyre_ntlmssp_ntlmv2_response_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_ntlmssp_ntlmv2_response *out,
                                                         size_t *n);
/* WYRE_OK; WYRE_E_ARG: av_pairs lies outside src; WYRE_E_RANGE: resp_type is not 1; or
 * WYRE_E_SPACE. */
WYRE_API wyre_status wyre_ntlmssp_ntlmv2_response_encode(const wyre_ntlmssp_ntlmv2_response *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);
/* Tells every field. Always WYRE_OK. */
WYRE_API wyre_status wyre_ntlmssp_ntlmv2_response_visit(const wyre_ntlmssp_ntlmv2_response *m,
                                                        const wyre_visitor *v);

/* ---- Message signature: [MS-NLMP] 2.2.2.9.2 ----------------------------------------------------------- */

/* What GSS_GetMIC of NTLM with extended session security gives: mechListMIC of SPNEGO is one. */
typedef struct wyre_ntlmssp_message_signature {
    uint32_t version; /* 1 */
    uint32_t seq_num;
    uint8_t checksum[8];
} wyre_ntlmssp_message_signature;

/* WYRE_OK and *n 16; WYRE_E_ARG: flags is not 0; WYRE_E_LENGTH: less than 16 bytes; or WYRE_E_VALUE:
 * version is not 1. */
WYRE_API wyre_status wyre_ntlmssp_message_signature_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_ntlmssp_message_signature *out,
                                                           size_t *n);
/* WYRE_OK; WYRE_E_RANGE: version is not 1; or WYRE_E_SPACE. *n is 16. src is not used. */
WYRE_API wyre_status wyre_ntlmssp_message_signature_encode(const wyre_ntlmssp_message_signature *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);
/* Tells every field. Always WYRE_OK. */
WYRE_API wyre_status wyre_ntlmssp_message_signature_visit(const wyre_ntlmssp_message_signature *m,
                                                          const wyre_visitor *v);

/* ---- A whole message, told ------------------------------------------------------------------------------ */

/* Tells message_type and all fields of a message of any type, on the level where `v` is, and then as
 * parts of their own "target_info", or "lm_challenge_response" and "nt_challenge_response" with its
 * "av_pairs"; in a list each pair is a part "av_pair".
 *   in  the message, in_len bytes; NULL only when in_len is 0
 *   v   is told what was decoded before a refusal too; every part that was entered is left again
 *   n   on OK where the message ends, on refusal the offset at fault
 * WYRE_OK, or the status of the decoder that refused; WYRE_E_MAGIC: no NTLM message;
 * WYRE_E_UNSUPPORTED: one of another type. [MS-NLMP] 2.2.1 */
WYRE_API wyre_status wyre_ntlmssp_message_visit(const uint8_t *in, size_t in_len,
                                                const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

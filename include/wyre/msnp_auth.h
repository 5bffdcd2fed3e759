/* wyre/msnp_auth.h: challenges, the answer of SSO, and the HTTP gateway. Hashes and ciphers are the
 * caller's: each function here takes or gives the bytes around them. */
#ifndef WYRE_MSNP_AUTH_H
#define WYRE_MSNP_AUTH_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Challenge: CHL, QRY --------------------------------------------------------------------------------
 * digest = MD5(challenge, product key). Until MSNP10 its 32 hex digits are the payload of QRY; from MSNP11
 * on the response below is. */

enum { WYRE_MSNP_DIGEST_SIZE = 16, WYRE_MSNP_RESPONSE_SIZE = 32 };

enum {
    WYRE_MSNP_CHALLENGE_PAD = 0x01 /* eight zeros behind a text of a multiple of eight too, as some
                                      clients have it; real challenges never are */
};

/* Writes the digest in lower-case hex: what QRY holds until MSNP10, and USR MD5 S.
 *   digest  WYRE_MSNP_DIGEST_SIZE bytes
 * WYRE_OK; WYRE_E_ARG: digest_len is not 16; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_digest_encode(const uint8_t *digest, size_t digest_len, uint8_t *out,
                                             size_t cap, size_t *n);

/* Writes the response of MSNP11 and later, 32 hex digits.
 *   challenge   the field of CHL, as text
 *   product_id  the field of QRY
 *   digest      WYRE_MSNP_DIGEST_SIZE bytes, as above
 *   flags       0 or WYRE_MSNP_CHALLENGE_PAD
 * WYRE_OK; WYRE_E_ARG: flags has an undefined bit, or digest_len is not 16; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_challenge_response(const uint8_t *challenge, size_t challenge_len,
                                                  const uint8_t *product_id, size_t product_id_len,
                                                  const uint8_t *digest, size_t digest_len,
                                                  uint32_t flags, uint8_t *out, size_t cap,
                                                  size_t *n);

/* ---- SSO: the response of USR SSO S, behind base64, MSNP15 and later ---------------------------------------
 * The key for a label: h1 = HMAC-SHA1(secret, label), h2 = HMAC(secret, h1 label), h3 = HMAC(secret, h1),
 * h4 = HMAC(secret, h3 label); then wyre_msnp_sso_key. The hash is HMAC-SHA1(hash key, nonce), the cipher
 * 3DES-CBC(encryption key, iv, wyre_msnp_sso_plaintext); the nonce is used as the text it is. */

enum {
    WYRE_MSNP_SSO_HEADER_SIZE = 28,
    WYRE_MSNP_SSO_CBC = 1,
    WYRE_MSNP_SSO_3DES = 0x6603,
    WYRE_MSNP_SSO_SHA1 = 0x8004,
    WYRE_MSNP_SSO_HASH_SIZE = 20,
    WYRE_MSNP_SSO_KEY_SIZE = 24
};

enum { WYRE_MSNP_SSO_KEY_HASH = 1, WYRE_MSNP_SSO_KEY_ENCRYPTION = 2 };

/* The label of a key, "WS-SecureConversationSESSION KEY HASH"; "?" for any other number. */
WYRE_API const char *wyre_msnp_sso_label(uint32_t key);

/* Writes a key: h2 and the first 4 bytes of h4, each of 20 bytes. WYRE_OK, or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_sso_key(const uint8_t *h2, const uint8_t *h4, uint8_t *out,
                                       size_t cap, size_t *n);

/* Writes the nonce and its padding, 8 times 08. WYRE_OK; WYRE_E_RANGE: nonce_len is over 4 GiB - 9; or
 * WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_sso_plaintext(const uint8_t *nonce, size_t nonce_len, uint8_t *out,
                                             size_t cap, size_t *n);

typedef struct wyre_msnp_sso_response {
    wyre_span iv;
    wyre_span hash;
    wyre_span cipher;
    uint32_t header_size; /* 28 */
    uint32_t crypt_mode;  /* WYRE_MSNP_SSO_CBC */
    uint32_t cipher_type; /* WYRE_MSNP_SSO_3DES */
    uint32_t hash_type;   /* WYRE_MSNP_SSO_SHA1 */
} wyre_msnp_sso_response;

/* Decodes the bytes behind base64.
 *   in     in_len bytes; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      where the cipher ends, or the byte at fault
 * WYRE_OK; WYRE_E_ARG: flags is not 0; WYRE_E_LENGTH: less than 28 bytes, or a part past in_len; or
 * WYRE_E_VALUE: header_size is not 28. */
WYRE_API wyre_status wyre_msnp_sso_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_msnp_sso_response *out, size_t *n);
/* WYRE_OK; WYRE_E_ARG: a span outside src; WYRE_E_RANGE: header_size is not 28; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_sso_response_encode(const wyre_msnp_sso_response *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_sso_response_visit(const wyre_msnp_sso_response *m,
                                                  const wyre_visitor *v);

/* ---- HTTP gateway: command lines and payloads in bodies of POST ----------------------------------------------
 * Bodies are pieces of one stream, which may be cut anywhere: feed them to wyre_msnp_frame one behind the
 * other. What goes around them are the query of the request and one header of the reply. */

typedef struct wyre_msnp_gateway_request {
    wyre_span action;     /* "open" or "poll"; may be absent */
    wyre_span server;     /* with "open": "NS" or "SB" */
    wyre_span ip;         /* with "open": where to */
    wyre_span session_id; /* all but the first: from the last reply */
} wyre_msnp_gateway_request;

/* Decodes what stands behind the ? of the request's target, name=value with & between. Parameters
 * as above.
 * WYRE_OK; WYRE_E_ARG: flags is not 0, or in_len is over 4 GiB - 1; or WYRE_E_TEXT: a control character. */
WYRE_API wyre_status wyre_msnp_gateway_request_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_msnp_gateway_request *out, size_t *n);
/* WYRE_OK; WYRE_E_ARG: a span outside src; WYRE_E_RANGE: an & or a control character in a value; or
 * WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_gateway_request_encode(const wyre_msnp_gateway_request *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_gateway_request_visit(const wyre_msnp_gateway_request *m,
                                                     const wyre_visitor *v);

typedef struct wyre_msnp_gateway_reply {
    wyre_span session_id; /* for the next request */
    wyre_span gw_ip;      /* whom to send it to */
    wyre_span session;    /* "close": that was the last; may be absent */
} wyre_msnp_gateway_reply;

/* Decodes the value of the header X-MSN-Messenger, name=value with semicolons between. Parameters as above.
 * WYRE_OK; WYRE_E_ARG: flags is not 0, or in_len is over 4 GiB - 1; or WYRE_E_TEXT: a control character. */
WYRE_API wyre_status wyre_msnp_gateway_reply_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_msnp_gateway_reply *out,
                                                    size_t *n);
/* WYRE_OK; WYRE_E_ARG: a span outside src; WYRE_E_RANGE: a semicolon, a control character, or a blank at the
 * end of a value; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_gateway_reply_encode(const wyre_msnp_gateway_reply *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_gateway_reply_visit(const wyre_msnp_gateway_reply *m,
                                                   const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

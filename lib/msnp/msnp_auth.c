/* Challenges, the SSO response, the HTTP gateway: reference sections 11 and 13. */
#include <wyre/msnp_auth.h>
#include "../core/layout.h"
#include "record.h"

/* ---- challenge: 11.4, 11.5 ----------------------------------------------------------------------- */

static void
put_hex(wyre_wr *w, const uint8_t *bytes, size_t len)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < len; i++) {
        wr_u8(w, (uint8_t)digits[bytes[i] >> 4]);
        wr_u8(w, (uint8_t)digits[bytes[i] & 15]);
    }
}

wyre_status
wyre_msnp_digest_encode(const uint8_t *digest, size_t digest_len, uint8_t *out, size_t cap,
                        size_t *n)
{
    wyre_wr w = wr(out, cap);
    if (digest_len != WYRE_MSNP_DIGEST_SIZE)
        wr_refuse(&w, WYRE_E_ARG);
    else
        put_hex(&w, digest, digest_len);
    return wr_finish(&w, n);
}

/* Challenge and product id in one, with zeros behind up to a multiple of 8. */
typedef struct joined {
    const uint8_t *challenge, *product_id;
    size_t challenge_len, len; /* len: of both, without the zeros */
} joined;

static uint32_t
word_at(const joined *text, size_t at)
{
    uint32_t word = 0;
    for (size_t i = 4; i > 0; i--) {
        size_t k = at + i - 1;
        uint32_t c = '0';
        if (k < text->challenge_len)
            c = text->challenge[k];
        else if (k < text->len)
            c = text->product_id[k - text->challenge_len];
        word = word << 8 | c;
    }
    return word;
}

enum { MODULUS = 0x7fffffff, FACTOR = 0x0e79a9c1 };

/* Each pair of words goes through the same step; m are the words of the digest without their top bits. */
static void
mix(const joined *text, size_t padded, const uint32_t *m, uint32_t *high_out, uint32_t *low_out)
{
    uint64_t high = 0;
    uint64_t low = 0;
    for (size_t at = 0; at < padded; at += 8) {
        uint64_t t = (uint64_t)word_at(text, at) * FACTOR % MODULUS;
        t = ((t + high) * m[0] + m[1]) % MODULUS;
        low += t;
        high = (word_at(text, at + 4) + t) % MODULUS;
        high = (high * m[2] + m[3]) % MODULUS;
        low += high;
    }
    *high_out = (uint32_t)((high + m[1]) % MODULUS);
    *low_out = (uint32_t)((low + m[3]) % MODULUS);
}

wyre_status
wyre_msnp_challenge_response(const uint8_t *challenge, size_t challenge_len,
                             const uint8_t *product_id, size_t product_id_len,
                             const uint8_t *digest, size_t digest_len, uint32_t flags, uint8_t *out,
                             size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    joined text = {challenge, product_id, challenge_len, challenge_len + product_id_len};
    uint8_t answer[WYRE_MSNP_DIGEST_SIZE];
    uint32_t m[4];
    uint32_t halves[2];
    if ((flags & ~(uint32_t)WYRE_MSNP_CHALLENGE_PAD) != 0 || digest_len != sizeof answer ||
        challenge_len > UINT32_MAX || product_id_len > UINT32_MAX - challenge_len) {
        wr_refuse(&w, WYRE_E_ARG);
        return wr_finish(&w, n);
    }
    size_t zeros = (8 - text.len % 8) % 8;
    if (zeros == 0 && (flags & WYRE_MSNP_CHALLENGE_PAD) != 0)
        zeros = 8;
    for (size_t i = 0; i < 4; i++)
        m[i] = le32(digest + 4 * i) & MODULUS;
    mix(&text, text.len + zeros, m, &halves[0], &halves[1]);
    for (size_t i = 0; i < 4; i++)
        put_le32(answer + 4 * i, le32(digest + 4 * i) ^ halves[i % 2]);
    put_hex(&w, answer, sizeof answer);
    return wr_finish(&w, n);
}

/* ---- SSO: 11.3 ----------------------------------------------------------------------------------- */

const char *
wyre_msnp_sso_label(uint32_t key)
{
    if (key == WYRE_MSNP_SSO_KEY_HASH)
        return "WS-SecureConversationSESSION KEY HASH";
    return key == WYRE_MSNP_SSO_KEY_ENCRYPTION ? "WS-SecureConversationSESSION KEY ENCRYPTION"
                                               : "?";
}

wyre_status
wyre_msnp_sso_key(const uint8_t *h2, const uint8_t *h4, uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_bytes(&w, h2, WYRE_MSNP_SSO_HASH_SIZE);
    wr_bytes(&w, h4, WYRE_MSNP_SSO_KEY_SIZE - WYRE_MSNP_SSO_HASH_SIZE);
    return wr_finish(&w, n);
}

wyre_status
wyre_msnp_sso_plaintext(const uint8_t *nonce, size_t nonce_len, uint8_t *out, size_t cap, size_t *n)
{
    static const uint8_t padding[8] = {8, 8, 8, 8, 8, 8, 8, 8};
    wyre_wr w = wr(out, cap);
    wr_bytes(&w, nonce, nonce_len);
    wr_bytes(&w, padding, sizeof padding);
    return wr_finish(&w, n);
}

LAYOUT
sso_response(layout *l, wyre_msnp_sso_response *m)
{
    U32    (l,  0, m, header_size, NUMBER);
    U32    (l,  4, m, crypt_mode,  NUMBER);
    U32    (l,  8, m, cipher_type, NUMBER);
    U32    (l, 12, m, hash_type,   NUMBER);
    COUNT32(l, 16, m, iv);
    COUNT32(l, 20, m, hash);
    COUNT32(l, 24, m, cipher);
    CHECK  (l,  0, m->header_size == WYRE_MSNP_SSO_HEADER_SIZE);
    RUN    (l, m, iv,     BYTES);
    RUN    (l, m, hash,   BYTES);
    RUN    (l, m, cipher, BYTES);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==>
  @     inside(out->iv, in_len) && inside(out->hash, in_len) && inside(out->cipher, in_len); */
CODEC(wyre_msnp_sso_response, sso_response, WYRE_MSNP_SSO_HEADER_SIZE, 0)

/* ---- HTTP gateway: 13 ---------------------------------------------------------------------------- */

PICTURE
gateway_request(record *r, wyre_msnp_gateway_request *m)
{
    VALUE(r, m, action, "Action");
    VALUE(r, m, server, "Server");
    VALUE(r, m, ip, "IP");
    VALUE(r, m, session_id, "SessionID");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(action, server, ip, session_id); */
RECORD(wyre_msnp_gateway_request, gateway_request, QUERY, "")

PICTURE
gateway_reply(record *r, wyre_msnp_gateway_reply *m)
{
    VALUE(r, m, session_id, "SessionID");
    VALUE(r, m, gw_ip, "GW-IP");
    VALUE(r, m, session, "Session");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE3(session_id, gw_ip, session); */
RECORD(wyre_msnp_gateway_reply, gateway_reply, PARAMETERS, "")

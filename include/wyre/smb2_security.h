/* wyre/smb2_security.h: what is signed, sealed, hashed and derived in SMB 2 and 3, [MS-SMB2] 3.1.4, as
 * ranges and bytes: this library computes no cryptography. What is sealed is in wyre_smb2_transform; what
 * SMB1 signs is in smb1.h. */
#ifndef WYRE_SMB2_SECURITY_H
#define WYRE_SMB2_SECURITY_H
#include <wyre/smb2.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Signing: [MS-SMB2] 3.1.4.1 ------------------------------------------------------------------------- */

typedef struct wyre_smb2_signing {
    wyre_span before;       /* the message up to its Signature */
    wyre_span signature;    /* Signature: where the first 16 bytes of the MAC go */
    wyre_span after;        /* the message behind its Signature */
    uint8_t substitute[16]; /* what is signed in place of Signature: zeros */
    uint8_t nonce[12];      /* of AES-GMAC, which takes all that is signed as associated data */
} wyre_smb2_signing;

/* Tells what HMAC-SHA256 (2.0.2, 2.1), AES-CMAC (3.x) or AES-GMAC (3.1.1) goes over: before, substitute,
 * after, in this order.
 *   in   one message from its header on, in_len bytes: in a compound all up to the next header, padding
 *        included, as wyre_smb2_compound_next gives it
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 *   n    on OK in_len
 * WYRE_OK, or what wyre_smb2_header_decode says of the header. [MS-SMB2] 3.1.4.1 */
WYRE_API wyre_status wyre_smb2_signing_ranges(const uint8_t *in, size_t in_len,
                                              wyre_smb2_signing *out, size_t *n);

/* ---- Sealing: [MS-SMB2] 3.1.4.3 ------------------------------------------------------------------------- */

typedef struct wyre_smb2_sealing {
    wyre_span associated_data; /* Nonce up to the end of the header */
    wyre_span ciphertext;      /* of the message; decrypted, it is as long */
    wyre_span signature;       /* where the tag of 16 bytes is */
    wyre_span ccm_nonce;       /* the 11 bytes that AES-CCM takes */
    wyre_span gcm_nonce;       /* the 12 bytes that AES-GCM takes */
} wyre_smb2_sealing;

/* Tells what an authenticated cipher takes of an encrypted message, to open one that came or to close one
 * whose header was encoded.
 *   in   the message from FD 'S' 'M' 'B' on, in_len bytes
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 *   n    as wyre_smb2_transform_decode
 * WYRE_OK, or what wyre_smb2_transform_decode says. [MS-SMB2] 3.1.4.3 */
WYRE_API wyre_status wyre_smb2_sealing_ranges(const uint8_t *in, size_t in_len,
                                              wyre_smb2_sealing *out, size_t *n);

/* ---- Pre-authentication integrity: [MS-SMB2] 3.2.5.2, 3.2.5.3, 3.3.5.4, 3.3.5.5 ---------------------------- */

enum { /* how a message goes into the hash of 3.1.1: SHA-512(hash so far, message), from 64 zeros on */
       WYRE_SMB2_PREAUTH_NOT = 0,
       WYRE_SMB2_PREAUTH_CONNECTION = 1, /* into the hash of the connection */
       WYRE_SMB2_PREAUTH_SESSION =
           2 /* into that of the session, a copy of the connection's at first */
};

/* Which hash a message goes into: NEGOTIATE into that of the connection, SESSION_SETUP into that of its
 * session, but for the response that ends it with status 0. The whole message does, from its header on,
 * without what the transport puts in front. */
WYRE_API uint32_t wyre_smb2_preauth_hash(const wyre_smb2_header *header);

/* ---- Key derivation: [MS-SMB2] 3.1.4.2 --------------------------------------------------------------------- */

enum { /* key */
       WYRE_SMB2_KEY_SIGNING = 0,
       WYRE_SMB2_KEY_APPLICATION = 1,
       WYRE_SMB2_KEY_CLIENT_TO_SERVER = 2, /* what the client encrypts with */
       WYRE_SMB2_KEY_SERVER_TO_CLIENT = 3  /* what the server encrypts with */
};

enum { WYRE_SMB2_KDF_MAX = 96 }; /* the longest input */

/* Writes what HMAC-SHA256, keyed with the session key, goes over to derive a key: counter 1, label, a zero
 * byte, context and length in bits, SP800-108 in counter mode. The key is the first bits of the digest.
 *   dialect       0x0300, 0x0302 or 0x0311
 *   key           WYRE_SMB2_KEY_...
 *   bits          of the key: 128, or 256 for a cipher key of 256 bits
 *   preauth_hash  the 64 bytes of the session's hash; 0x0311 only, else NULL is taken as well
 *   out           cap bytes; WYRE_SMB2_KDF_MAX always suffice
 *   n             OK: the bytes written; WYRE_E_SPACE: the bytes needed
 * WYRE_OK, WYRE_E_SPACE, or WYRE_E_ARG: another dialect, key or number of bits, or no hash.
 * [MS-SMB2] 3.1.4.2, 3.2.5.3.1, 3.3.5.5.3 */
WYRE_API wyre_status wyre_smb2_kdf_input(uint16_t dialect, uint32_t key, uint32_t bits,
                                         const uint8_t *preauth_hash, uint8_t *out, size_t cap,
                                         size_t *n);

#ifdef __cplusplus
}
#endif
#endif

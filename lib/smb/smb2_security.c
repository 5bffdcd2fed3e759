/* What is signed, sealed, hashed and derived: [MS-SMB2] 3.1.4. */
#include <wyre/smb2_security.h>
#include "../core/cursor.h"

enum { SIGNATURE_AT = 48, SIGNATURE_LEN = 16, NONCE_AT = 20, HASH = 64 };

/* ---- 3.1.4.1 signing -------------------------------------------------------------------------------- */

wyre_status
wyre_smb2_signing_ranges(const uint8_t *in, size_t in_len, wyre_smb2_signing *out, size_t *n)
{
    wyre_smb2_header header;
    wyre_status status = wyre_smb2_header_decode(in, in_len, 0, &header, n);
    memset(out, 0, sizeof *out);
    if (status != WYRE_OK)
        return status;
    const uint32_t behind = SIGNATURE_AT + SIGNATURE_LEN;
    uint32_t from_server = (header.flags & WYRE_SMB2_FLAGS_SERVER_TO_REDIR) != 0 ? 1 : 0;
    uint32_t is_cancel = header.command == WYRE_SMB2_CANCEL ? 2 : 0;
    out->before = (wyre_span){0, SIGNATURE_AT};
    out->signature = (wyre_span){SIGNATURE_AT, SIGNATURE_LEN};
    out->after = (wyre_span){behind, (uint32_t)in_len - behind};
    put_le64(out->nonce, header.message_id);
    put_le32(out->nonce + 8, from_server | is_cancel);
    if (n != NULL)
        *n = in_len;
    return WYRE_OK;
}

/* ---- 3.1.4.3 sealing -------------------------------------------------------------------------------- */

wyre_status
wyre_smb2_sealing_ranges(const uint8_t *in, size_t in_len, wyre_smb2_sealing *out, size_t *n)
{
    wyre_smb2_transform m;
    wyre_status status = wyre_smb2_transform_decode(in, in_len, 0, &m, n);
    memset(out, 0, sizeof *out);
    if (status != WYRE_OK)
        return status;
    out->associated_data = (wyre_span){NONCE_AT, 32};
    out->ciphertext = m.ciphertext;
    out->signature = (wyre_span){4, SIGNATURE_LEN};
    out->ccm_nonce = (wyre_span){NONCE_AT, 11};
    out->gcm_nonce = (wyre_span){NONCE_AT, 12};
    return WYRE_OK;
}

/* ---- 3.2.5.2, 3.2.5.3 pre-authentication integrity --------------------------------------------------- */

uint32_t
wyre_smb2_preauth_hash(const wyre_smb2_header *header)
{
    int is_response = (header->flags & WYRE_SMB2_FLAGS_SERVER_TO_REDIR) != 0;
    if (header->command == WYRE_SMB2_NEGOTIATE)
        return WYRE_SMB2_PREAUTH_CONNECTION;
    if (header->command == WYRE_SMB2_SESSION_SETUP && !(is_response && header->status == 0))
        return WYRE_SMB2_PREAUTH_SESSION;
    return WYRE_SMB2_PREAUTH_NOT;
}

/* ---- 3.1.4.2 key derivation -------------------------------------------------------------------------- */

/* Labels and contexts count their NUL; those of 3.1.1 have the hash as their context. */
typedef struct purpose {
    char label[18];
    uint8_t label_len;
    char context[11];
    uint8_t context_len;
} purpose;

#define PURPOSE(label, context)                                                                    \
    {                                                                                              \
        label, sizeof label, context, sizeof context                                               \
    }

static const purpose dialect_30[] = {
    PURPOSE("SMB2AESCMAC", "SmbSign"),
    PURPOSE("SMB2APP", "SmbRpc"),
    PURPOSE("SMB2AESCCM", "ServerIn "),
    PURPOSE("SMB2AESCCM", "ServerOut"),
};
static const purpose dialect_311[] = {
    PURPOSE("SMBSigningKey", ""),
    PURPOSE("SMBAppKey", ""),
    PURPOSE("SMBC2SCipherKey", ""),
    PURPOSE("SMBS2CCipherKey", ""),
};

wyre_status
wyre_smb2_kdf_input(uint16_t dialect, uint32_t key, uint32_t bits, const uint8_t *preauth_hash,
                    uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    int is_311 = dialect == 0x0311;
    if ((!is_311 && dialect != 0x0300 && dialect != 0x0302) || (is_311 && preauth_hash == NULL) ||
        key > WYRE_SMB2_KEY_SERVER_TO_CLIENT || (bits != 128 && bits != 256)) {
        wr_refuse(&w, WYRE_E_ARG);
        return wr_finish(&w, n);
    }
    const purpose *p = is_311 ? &dialect_311[key] : &dialect_30[key];
    wr_u32be(&w, 1);
    wr_bytes(&w, (const uint8_t *)p->label, p->label_len);
    wr_u8(&w, 0);
    if (is_311)
        wr_bytes(&w, preauth_hash, HASH);
    else
        wr_bytes(&w, (const uint8_t *)p->context, p->context_len);
    wr_u32be(&w, bits);
    return wr_finish(&w, n);
}

/* The first two bytes choose the limit. What expands was told beforehand; what is compressed comes back;
 * ranges lie inside the message. */
#include "fuzz.h"
#include <wyre/smb2_compression.h>
#include <wyre/smb2_security.h>

static wyre_xca_huffman code;
static wyre_xca_search search;

static void
expand(const uint8_t *in, size_t len, uint32_t max)
{
    size_t need, n;
    wyre_status status = wyre_smb2_decompress(in, len, max, &code, NULL, 0, &need);
    if (status != WYRE_E_SPACE) {
        REQUIRE(need <= len, "fault");
        return;
    }
    REQUIRE(need <= max, "limit");
    uint8_t *out = block(need);
    status = wyre_smb2_decompress(in, len, max, &code, out, need, &n);
    REQUIRE(status == WYRE_OK ? n == need : status < 0 && n <= len, "expanded");
    free(out);
}

static void
comes_back(const uint8_t *in, size_t len, uint32_t choice)
{
    size_t need, n;
    size_t raw = choice % (len + 1);
    uint16_t algorithm = choice & 1 ? WYRE_SMB2_COMPRESSION_LZNT1 : WYRE_SMB2_COMPRESSION_LZ77;
    wyre_status (*compress)(const uint8_t *, size_t, size_t, uint16_t, wyre_xca_search *, uint8_t *,
                            size_t, size_t *) =
        choice & 2 ? wyre_smb2_compress : wyre_smb2_compress_chained;
    if (compress(in, len, raw, algorithm, &search, NULL, 0, &need) != WYRE_E_SPACE)
        return;
    uint8_t *packed = block(need);
    uint8_t *again = block(len);
    REQUIRE(compress(in, len, raw, algorithm, &search, packed, need, &n) == WYRE_OK, "compress");
    wyre_status status = wyre_smb2_decompress(packed, need, UINT32_MAX, NULL, again, len, &n);
    if (len < 4 || (in[0] & 0xfe) != 0xfc) /* what is itself sealed or compressed is refused */
        REQUIRE(status == WYRE_OK && n == len && memcmp(in, again, len) == 0, "comes back");
    free(packed);
    free(again);
}

static void
ranges(const uint8_t *in, size_t len)
{
    wyre_smb2_signing signing;
    wyre_smb2_sealing sealing;
    wyre_smb2_header header;
    uint8_t out[WYRE_SMB2_KDF_MAX];
    if (wyre_smb2_signing_ranges(in, len, &signing, NULL) == WYRE_OK)
        REQUIRE(signing.before.len + signing.signature.len + signing.after.len == len, "signing");
    if (wyre_smb2_sealing_ranges(in, len, &sealing, NULL) == WYRE_OK)
        REQUIRE(sealing.ciphertext.off == 52 && sealing.ciphertext.len == len - 52, "sealing");
    if (wyre_smb2_header_decode(in, len, 0, &header, NULL) == WYRE_OK)
        REQUIRE(wyre_smb2_preauth_hash(&header) <= WYRE_SMB2_PREAUTH_SESSION, "preauth");
    if (len >= 68)
        wyre_smb2_kdf_input((uint16_t)(in[0] << 8 | in[1]), in[2], in[3], in + 4, out, sizeof out,
                            NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    if (len < 2)
        return 0;
    uint32_t choice = in[0] * 256u + in[1];
    expand(in + 2, len - 2, choice);
    comes_back(in + 2, len - 2, choice);
    ranges(in + 2, len - 2);
    return 0;
}

/* lib/smb/smb2_security.c: [MS-SMB2] 3.1.4. */
#include "../test.h"
#include <wyre/smb2_security.h>

#define HEADER_REST                                                                                \
    "1122334455667788"                                                                             \
    "fffe0000 01000000"                                                                            \
    "0000000000000000" /* from MessageId on */
#define SIGNATURE "000102030405060708090a0b0c0d0e0f"

/* clang-format off */
static const struct signed_row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    wyre_span after;
    const char *nonce;
} signed_rows[] = {
    {"a READ request", "fe534d42 4000 0000 00000000 0800 0000 08000000 00000000" HEADER_REST SIGNATURE "3100ff",
     WYRE_OK, 67, {64, 3}, "1122334455667788 00000000"},
    {"a READ response", "fe534d42 4000 0000 00000000 0800 0000 09000000 00000000" HEADER_REST SIGNATURE "1100",
     WYRE_OK, 66, {64, 2}, "1122334455667788 01000000"},
    {"a CANCEL request", "fe534d42 4000 0000 00000000 0c00 0000 08000000 00000000" HEADER_REST SIGNATURE,
     WYRE_OK, 64, {64, 0}, "1122334455667788 02000000"},
    {"a cut header", "fe534d42 4000 0000 00000000 0c00 0000 08000000 00000000" HEADER_REST, WYRE_E_LENGTH, 48,
     {0, 0}, "000000000000000000000000"},
    {"SMB1", "ff534d42 4000 0000 00000000 0c00 0000 08000000 00000000" HEADER_REST SIGNATURE, WYRE_E_MAGIC, 0,
     {0, 0}, "000000000000000000000000"},
};
/* clang-format on */

TEST(signing_takes_all_but_the_signature)
{
    for (const struct signed_row *row = signed_rows; row < signed_rows + COUNT(signed_rows);
         row++) {
        bytes in = hex(row->hex), nonce = hex(row->nonce);
        wyre_smb2_signing got, want;
        size_t n;
        memset(&want, 0, sizeof want);
        if (row->status == WYRE_OK) {
            want.before = (wyre_span){0, 48};
            want.signature = (wyre_span){48, 16};
            want.after = row->after;
            memcpy(want.nonce, nonce.at, 12);
        }
        assert_status(row->name, wyre_smb2_signing_ranges(in.at, in.len, &got, &n), row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &want, sizeof got);
    }
}

TEST(sealing_takes_the_header_from_its_nonce_on)
{
    bytes in = hex("fd534d42" SIGNATURE "f0f1f2f3f4f5f6f7f8f9fafb00000000 40000000 0000 0100"
                   "8877665544332211");
    wyre_smb2_sealing got, zero;
    const wyre_smb2_sealing want = {{20, 32}, {52, 64}, {4, 16}, {20, 11}, {20, 12}};
    size_t n;
    memset(&zero, 0, sizeof zero);
    in.len = 52 + 64;
    assert_status("64 bytes", wyre_smb2_sealing_ranges(in.at, in.len, &got, &n), WYRE_OK);
    assert_fields("64 bytes", &got, &want, sizeof got);
    assert_true(wyre_smb2_sealing_ranges(in.at, in.len - 1, &got, &n) < 0);
    assert_fields("63 bytes", &got, &zero, sizeof got);
}

TEST(negotiate_and_session_setup_are_hashed)
{
    static const struct {
        const char *name;
        uint16_t command;
        uint32_t flags, status, want;
    } rows[] = {
        {"NEGOTIATE request", 0, 0, 0, WYRE_SMB2_PREAUTH_CONNECTION},
        {"NEGOTIATE response", 0, 1, 0, WYRE_SMB2_PREAUTH_CONNECTION},
        {"SESSION_SETUP request", 1, 0, 0, WYRE_SMB2_PREAUTH_SESSION},
        {"more processing required", 1, 1, 0xc0000016, WYRE_SMB2_PREAUTH_SESSION},
        {"the last response", 1, 1, 0, WYRE_SMB2_PREAUTH_NOT},
        {"TREE_CONNECT", 3, 0, 0, WYRE_SMB2_PREAUTH_NOT},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        wyre_smb2_header header = {
            .command = rows[i].command, .flags = rows[i].flags, .status = rows[i].status};
        REQUIRE(wyre_smb2_preauth_hash(&header) == rows[i].want, rows[i].name);
    }
}

#define HASH_64                                                                                    \
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"                             \
    "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"

/* clang-format off */
static const struct kdf {
    const char *name;
    uint16_t dialect;
    uint32_t key, bits;
    const char *hex;
} kdfs[] = {
    {"3.0 signing", 0x0300, 0, 128, "00000001 'SMB2AESCMAC' 00 00 'SmbSign' 00 00000080"},
    {"3.0.2 application", 0x0302, 1, 128, "00000001 'SMB2APP' 00 00 'SmbRpc' 00 00000080"},
    {"3.0 client to server", 0x0300, 2, 128, "00000001 'SMB2AESCCM' 00 00 'ServerIn ' 00 00000080"},
    {"3.0 server to client", 0x0300, 3, 128, "00000001 'SMB2AESCCM' 00 00 'ServerOut' 00 00000080"},
    {"3.1.1 signing", 0x0311, 0, 128, "00000001 'SMBSigningKey' 00 00" HASH_64 "00000080"},
    {"3.1.1 application", 0x0311, 1, 128, "00000001 'SMBAppKey' 00 00" HASH_64 "00000080"},
    {"3.1.1 client to server, 256 bits", 0x0311, 2, 256, "00000001 'SMBC2SCipherKey' 00 00" HASH_64 "00000100"},
    {"3.1.1 server to client", 0x0311, 3, 128, "00000001 'SMBS2CCipherKey' 00 00" HASH_64 "00000080"},
};
/* clang-format on */

TEST(keys_are_derived_from_label_and_context)
{
    bytes hash = hex(HASH_64);
    for (const struct kdf *row = kdfs; row < kdfs + COUNT(kdfs); row++) {
        bytes want = hex(row->hex);
        const uint8_t *context = row->dialect == 0x0311 ? hash.at : NULL;
        REQUIRE(want.len <= WYRE_SMB2_KDF_MAX, row->name);
        for (size_t cap = 0; cap <= want.len; cap++) {
            uint8_t out[WYRE_SMB2_KDF_MAX];
            size_t n;
            assert_status(row->name,
                          wyre_smb2_kdf_input(row->dialect, row->key, row->bits, context,
                                              cap > 0 ? out : NULL, cap, &n),
                          cap < want.len ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, want.len);
            REQUIRE(cap < want.len || memcmp(out, want.at, n) == 0, row->name);
        }
    }
}

TEST(other_keys_are_refused)
{
    bytes hash = hex(HASH_64);
    uint8_t out[WYRE_SMB2_KDF_MAX];
    assert_status("2.1", wyre_smb2_kdf_input(0x0210, 0, 128, hash.at, out, sizeof out, NULL),
                  WYRE_E_ARG);
    assert_status("key 4", wyre_smb2_kdf_input(0x0300, 4, 128, hash.at, out, sizeof out, NULL),
                  WYRE_E_ARG);
    assert_status("192 bits", wyre_smb2_kdf_input(0x0300, 0, 192, hash.at, out, sizeof out, NULL),
                  WYRE_E_ARG);
    assert_status("no hash", wyre_smb2_kdf_input(0x0311, 0, 128, NULL, out, sizeof out, NULL),
                  WYRE_E_ARG);
}

RUN_TESTS("smb2_security", TESTED(signing_takes_all_but_the_signature),
          TESTED(sealing_takes_the_header_from_its_nonce_on),
          TESTED(negotiate_and_session_setup_are_hashed),
          TESTED(keys_are_derived_from_label_and_context), TESTED(other_keys_are_refused))

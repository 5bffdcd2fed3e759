/* lib/smb/smb2_transform.c. Rows are the table of [MS-SMB2] 2.2.41, a blank between two fields. */
#include "../properties/rows.h"
#include <wyre/smb2.h>

#define TAG   "000102030405060708090a0b0c0d0e0f"
#define NONCE "101112131415161718191a0000000000"
#define CIPHER                                                                                     \
    "e0e1e2e3e4e5e6e7e8e9eaebecedeeefe0e1e2e3e4e5e6e7e8e9eaebecedeeefe0e1e2e3e4e5e6e7e8e9eaeb"     \
    "ecedeeefe0e1e2e3e4e5e6e7e8e9eaebecedeeef"

/* clang-format off */
ROWS(wyre_smb2_transform, 0) = {
    {"64 bytes of ciphertext",
     "fd534d42 " TAG NONCE "40000000 0000 0100 1100000000000040" CIPHER, WYRE_OK, 116,
     {.session_id = 0x4000000000000011, .ciphertext = {52, 64}, .flags = 1,
      .signature = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
      .nonce = {16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26}}, .same = 1},
    {"reserved bits come through",
     "fd534d42 " TAG NONCE "41000000 ffff 0100 ffffffffffffffff" CIPHER "aa", WYRE_OK, 117,
     {.session_id = UINT64_MAX, .ciphertext = {52, 65}, .reserved = 0xffff, .flags = 1,
      .signature = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
      .nonce = {16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26}}, .same = 1},
    {"nothing", "", REFUSED(WYRE_E_LENGTH, 0)},
    {"the last byte of the header is missing",
     "fd534d42 " TAG NONCE "40000000 0000 0100 11000000000000", REFUSED(WYRE_E_LENGTH, 51)},
    {"a plain message",
     "fe534d42 " TAG NONCE "40000000 0000 0100 1100000000000040" CIPHER, REFUSED(WYRE_E_MAGIC, 0)},
    {"OriginalMessageSize is less than a header",
     "fd534d42 " TAG NONCE "3f000000 0000 0100 1100000000000040" CIPHER, REFUSED(WYRE_E_VALUE, 36)},
    {"OriginalMessageSize is 0, no ciphertext",
     "fd534d42 " TAG NONCE "00000000 0000 0100 1100000000000040", REFUSED(WYRE_E_VALUE, 36)},
    {"OriginalMessageSize is a byte more than follows",
     "fd534d42 " TAG NONCE "41000000 0000 0100 1100000000000040" CIPHER, REFUSED(WYRE_E_LENGTH, 52)},
    {"OriginalMessageSize is 4 GiB - 1",
     "fd534d42 " TAG NONCE "ffffffff 0000 0100 1100000000000040" CIPHER, REFUSED(WYRE_E_LENGTH, 52)},
    {"a byte more follows than OriginalMessageSize",
     "fd534d42 " TAG NONCE "40000000 0000 0100 1100000000000040" CIPHER "00", REFUSED(WYRE_E_VALUE, 36)},
    {"Flags is 0",
     "fd534d42 " TAG NONCE "40000000 0000 0000 1100000000000040" CIPHER, REFUSED(WYRE_E_VALUE, 42)},
};
/* clang-format on */
ROWS_HOLD(wyre_smb2_transform, 0)

TEST(what_is_not_legal_is_not_encoded)
{
    static const uint8_t src[64];
    wyre_smb2_transform m = {.ciphertext = {0, 63}, .flags = 1};
    assert_status("63 bytes", wyre_smb2_transform_encode(&m, src, 64, NULL, 0, NULL), WYRE_E_RANGE);
    m.ciphertext.len = 64;
    assert_status("64 bytes", wyre_smb2_transform_encode(&m, src, 64, NULL, 0, NULL), WYRE_E_SPACE);
    m.flags = 2;
    assert_status("flags", wyre_smb2_transform_encode(&m, src, 64, NULL, 0, NULL), WYRE_E_RANGE);
}

RUN_TESTS("smb2_transform", ROWS_TESTED(wyre_smb2_transform),
          TESTED(what_is_not_legal_is_not_encoded))

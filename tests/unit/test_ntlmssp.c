/* lib/auth/ntlmssp.c. Rows "4.2.x" are the messages of [MS-NLMP] 4.2: user "User", domain "Domain",
 * password "Password", server challenge 0123456789abcdef. Blanks stand between two fields. */
#include "../properties/ring.h"
#include <wyre/ntlmssp.h>

#define REFUSED                                                                                    \
    {                                                                                              \
        .fixed_len = 0                                                                             \
    } /* all zero */
#define NTLM        "4e544c4d53535000"
#define CHALLENGE_8 "0123456789abcdef"
#define ZERO_8      "0000000000000000"
#define DOMAIN_     "44006f006d00610069006e00"
#define USER_       "5500730065007200"
#define COMPUTER_   "43004f004d0050005500540045005200"
#define SERVER_     "530065007200760065007200"

/* The ring, over the message with its payload too; and with its payload it comes back as it came, gaps
 * and overlaps with it. */
static void
keeps_the_laws(const ring *r, const char *row, bytes in)
{
    uint64_t m[32];
    uint8_t out[256];
    size_t n, written;
    assert_true(r->size <= sizeof m);
    ring_open(r, row, in.at, in.len, 0);
    ring_open(r, row, in.at, in.len, WYRE_NTLMSSP_KEEP_PAYLOAD);
    assert_status(row, r->decode(in.at, in.len, WYRE_NTLMSSP_KEEP_PAYLOAD, m, &n), WYRE_OK);
    assert_status(row, r->encode(m, in.at, in.len, out, sizeof out, &written), WYRE_OK);
    assert_offset(row, written, n);
    assert_memory_equal(out, in.at, n);
}

/* clang-format off */

/* ---- 2.2.1.1 NEGOTIATE --------------------------------------------------------------------------- */

static const struct negotiate_row {
    const char *name, *hex;
    wyre_status status;
    size_t n;                      /* where it stopped, or the byte at fault */
    wyre_ntlmssp_negotiate fields; /* all zero where it is refused */
} negotiate_rows[] = {
    {"smbclient: no names, and Version", /* recorded on loopback */
     NTLM "01000000 15820862 0000 0000 28000000 0000 0000 28000000 06 01 0000 000000 0f", WYRE_OK, 40,
     {.negotiate_flags = 0x62088215, .domain_name = {40, 0}, .workstation_name = {40, 0}, .fixed_len = 40,
      .product_major_version = 6, .product_minor_version = 1, .ntlm_revision_current = 15}},
    {"flags alone",
     NTLM "01000000 05820000", WYRE_OK, 16, {.negotiate_flags = 0x8205, .fixed_len = 16}},
    {"bytes that are no whole FIELDS behind the flags",
     NTLM "01000000 05820000 000000000000000000000000000000", WYRE_OK, 16,
     {.negotiate_flags = 0x8205, .fixed_len = 16}},
    {"names at 32 although the flags promise a Version",
     NTLM "01000000 07b20802 0600 0600 24000000 0400 0400 20000000 'HOSTDOMAIN'", WYRE_OK, 42,
     {.negotiate_flags = 0x0208b207, .domain_name = {36, 6}, .workstation_name = {32, 4},
      .fixed_len = 32}},
    {"a Version although the flags promise none",
     NTLM "01000000 05120000 0300 0300 28000000 0000 0000 00000000 0a 00 614a 000000 0f 'DOM'", WYRE_OK, 43,
     {.negotiate_flags = 0x1205, .domain_name = {40, 3}, .fixed_len = 40, .product_major_version = 10,
      .product_build = 0x4a61, .ntlm_revision_current = 15}},
    {"both names are the same bytes",
     NTLM "01000000 05120000 0300 0300 20000000 0300 0300 20000000 'DOM'", WYRE_OK, 35,
     {.negotiate_flags = 0x1205, .domain_name = {32, 3}, .workstation_name = {32, 3}, .fixed_len = 32}},
    {"nothing", "", WYRE_E_LENGTH, 0, REFUSED},
    {"the last byte of the flags is missing", NTLM "01000000 058200", WYRE_E_LENGTH, 15, REFUSED},
    {"another signature", "4e544c4d53535020 01000000 05820000", WYRE_E_MAGIC, 4, REFUSED},
    {"another type", NTLM "02000000 05820000", WYRE_E_MAGIC, 8, REFUSED},
    {"D1: a name inside the fixed part",
     NTLM "01000000 05120000 0300 0300 0f000000 0000 0000 00000000 'DOM'", WYRE_E_OFFSET, 20, REFUSED},
    {"D1: a name between the flags and the end of its own FIELDS",
     NTLM "01000000 05120000 0000 0000 00000000 0300 0300 1f000000 'DOM'", WYRE_E_OFFSET, 28, REFUSED},
    {"a name whose FIELDS are cut off with the rest of the fixed part",
     NTLM "01000000 05120000 0300 0300 18000000 0000 0000", WYRE_E_LENGTH, 28, REFUSED},
    {"D1: a name ends one byte past the message",
     NTLM "01000000 05120000 0400 0400 20000000 0000 0000 00000000 'DOM'", WYRE_E_OFFSET, 20, REFUSED},
    {"D1: an offset whose sum wraps 32 bits",
     NTLM "01000000 05120000 ffff ffff ffffffff 0000 0000 00000000 'DOM'", WYRE_E_OFFSET, 20, REFUSED},
};
/* clang-format on */

TEST(negotiate_decodes_or_is_refused_as_the_row_says)
{
    for (const struct negotiate_row *row = negotiate_rows;
         row < negotiate_rows + COUNT(negotiate_rows); row++) {
        bytes in = hex(row->hex);
        wyre_ntlmssp_negotiate got;
        size_t n;
        wyre_status status = wyre_ntlmssp_negotiate_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

RING(wyre_ntlmssp_negotiate, WYRE_NTLMSSP_KEEP_PAYLOAD);
TEST(negotiate_keeps_the_laws)
{
    for (const struct negotiate_row *row = negotiate_rows;
         row < negotiate_rows + COUNT(negotiate_rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK) /* a shorter message can be one of an older version */
            keeps_the_laws(&wyre_ntlmssp_negotiate_ring, row->name, in);
    }
}

/* ---- 2.2.1.2 CHALLENGE --------------------------------------------------------------------------- */

/* clang-format off */
static const struct challenge_row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    wyre_ntlmssp_challenge fields;
} challenge_rows[] = {
    {"4.2.2.3, NTLMv1",
     NTLM "02000000 0c00 0c00 38000000 338202e2 " CHALLENGE_8 ZERO_8 "0000 0000 00000000 "
     "06 00 7017 000000 0f" SERVER_, WYRE_OK, 68,
     {.target_name = {56, 12}, .negotiate_flags = 0xe2028233, .fixed_len = 56, .product_build = 6000,
      .product_major_version = 6, .ntlm_revision_current = 15,
      .server_challenge = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef}}},
    {"4.2.3.3, NTLMv1 with extended session security",
     NTLM "02000000 0c00 0c00 38000000 33820a82 " CHALLENGE_8 ZERO_8 "0000 0000 00000000 "
     "06 00 7017 000000 0f" SERVER_, WYRE_OK, 68,
     {.target_name = {56, 12}, .negotiate_flags = 0x820a8233, .fixed_len = 56, .product_build = 6000,
      .product_major_version = 6, .ntlm_revision_current = 15,
      .server_challenge = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef}}},
    {"4.2.4.3, NTLMv2",
     NTLM "02000000 0c00 0c00 38000000 33828ae2 " CHALLENGE_8 ZERO_8 "2400 2400 44000000 "
     "06 00 7017 000000 0f" SERVER_ "0200 0c00" DOMAIN_ "0100 0c00" SERVER_ "0000 0000", WYRE_OK, 104,
     {.target_name = {56, 12}, .target_info = {68, 36}, .negotiate_flags = 0xe28a8233, .fixed_len = 56,
      .product_build = 6000, .product_major_version = 6, .ntlm_revision_current = 15,
      .server_challenge = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef}}},
    {"an old server stops behind its challenge",
     NTLM "02000000 0300 0300 20000000 02820000 " CHALLENGE_8 "'SRV'", WYRE_OK, 35,
     {.target_name = {32, 3}, .negotiate_flags = 0x8202, .fixed_len = 32,
      .server_challenge = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef}}},
    {"an old server stops behind the reserved bytes, which are not zero",
     NTLM "02000000 0000 0000 28000000 02820000 " CHALLENGE_8 "0102030405060708", WYRE_OK, 40,
     {.target_name = {40, 0}, .negotiate_flags = 0x8202, .fixed_len = 40,
      .server_challenge = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef},
      .reserved = {1, 2, 3, 4, 5, 6, 7, 8}}},
    {"an old server with a name that reaches past where target_info would be",
     NTLM "02000000 2000 2000 20000000 02820000 " CHALLENGE_8 "'SERVERSERVERSERVERSERVERSERVERSE'", WYRE_OK, 64,
     {.target_name = {32, 32}, .negotiate_flags = 0x8202, .fixed_len = 32,
      .server_challenge = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef}}},
    {"target_info in front of the name, and no Version",
     NTLM "02000000 0300 0300 34000000 02828000 " CHALLENGE_8 ZERO_8 "0400 0400 30000000 00000000 'SRV'",
     WYRE_OK, 55,
     {.target_name = {52, 3}, .target_info = {48, 4}, .negotiate_flags = 0x808202, .fixed_len = 48,
      .server_challenge = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef}}},
    {"D1: target_info starts inside the fixed part",
     NTLM "02000000 0000 0000 00000000 02828000 " CHALLENGE_8 ZERO_8 "0400 0400 2f000000 00000000",
     WYRE_E_OFFSET, 44, REFUSED},
    {"D1: the name starts inside the challenge",
     NTLM "02000000 0300 0300 1f000000 02820000 " CHALLENGE_8 "'SRV'", WYRE_E_OFFSET, 16, REFUSED},
    {"D1: target_info ends past the message",
     NTLM "02000000 0000 0000 00000000 02828000 " CHALLENGE_8 ZERO_8 "0500 0500 30000000 00000000",
     WYRE_E_OFFSET, 44, REFUSED},
    {"one byte less than the challenge", NTLM "02000000 0000 0000 00000000 02820000 0123456789abcd",
     WYRE_E_LENGTH, 31, REFUSED},
};
/* clang-format on */

TEST(challenge_decodes_or_is_refused_as_the_row_says)
{
    for (const struct challenge_row *row = challenge_rows;
         row < challenge_rows + COUNT(challenge_rows); row++) {
        bytes in = hex(row->hex);
        wyre_ntlmssp_challenge got;
        size_t n;
        wyre_status status = wyre_ntlmssp_challenge_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

RING(wyre_ntlmssp_challenge, WYRE_NTLMSSP_KEEP_PAYLOAD);
TEST(challenge_keeps_the_laws)
{
    for (const struct challenge_row *row = challenge_rows;
         row < challenge_rows + COUNT(challenge_rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            keeps_the_laws(&wyre_ntlmssp_challenge_ring, row->name, in);
    }
}

/* ---- 2.2.1.3 AUTHENTICATE ------------------------------------------------------------------------ */

#define LM_1   "98def7b87f88aa5dafe2df779688a172def11c7d5ccdef13"
#define NT_1   "67c43011f30298a2ad35ece64f16331c44bdbed927841f94"
#define KEY_1  "518822b1b3f350c8958682ecbb3e3cb7"
#define LM_ESS "aaaaaaaaaaaaaaaa00000000000000000000000000000000"
#define NT_ESS "7537f803ae367128ca458204bde7caf81e97ed2683267232"
#define LM_2   "86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"
#define NT_2                                                                                       \
    "68cd0ab851e51c96aabc927bebef6a1c 01 01 0000 00000000 0000000000000000 aaaaaaaaaaaaaaaa "      \
    "00000000"                                                                                     \
    "0200 0c00" DOMAIN_ "0100 0c00" SERVER_ "0000 0000 00000000"
#define KEY_2       "c5dad2544fc9799094ce1ce90bc9d03e"
#define NAMES_AT_72 "0c00 0c00 48000000 0800 0800 54000000 1000 1000 5c000000"
#define VERSION_XP  "05 01 280a 000000 0f"
#define MIC         "000102030405060708090a0b0c0d0e0f"

/* clang-format off */
static const struct authenticate_row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    wyre_ntlmssp_authenticate fields;
    uint32_t form;
} authenticate_rows[] = {
    {"4.2.2.3, NTLMv1",
     NTLM "03000000 1800 1800 6c000000 1800 1800 84000000" NAMES_AT_72 "1000 1000 9c000000 358280e2"
     VERSION_XP DOMAIN_ USER_ COMPUTER_ LM_1 NT_1 KEY_1, WYRE_OK, 172,
     {.lm_challenge_response = {108, 24}, .nt_challenge_response = {132, 24}, .domain_name = {72, 12},
      .user_name = {84, 8}, .workstation = {92, 16}, .encrypted_random_session_key = {156, 16},
      .negotiate_flags = 0xe2808235, .fixed_len = 72, .product_build = 2600, .product_major_version = 5,
      .product_minor_version = 1, .ntlm_revision_current = 15}, 3},
    {"4.2.3.3, NTLMv1 with extended session security",
     NTLM "03000000 1800 1800 6c000000 1800 1800 84000000" NAMES_AT_72 "0000 0000 9c000000 35820882"
     VERSION_XP DOMAIN_ USER_ COMPUTER_ LM_ESS NT_ESS, WYRE_OK, 156,
     {.lm_challenge_response = {108, 24}, .nt_challenge_response = {132, 24}, .domain_name = {72, 12},
      .user_name = {84, 8}, .workstation = {92, 16}, .encrypted_random_session_key = {156, 0},
      .negotiate_flags = 0x82088235, .fixed_len = 72, .product_build = 2600, .product_major_version = 5,
      .product_minor_version = 1, .ntlm_revision_current = 15}, 4},
    {"4.2.4.3, NTLMv2",
     NTLM "03000000 1800 1800 6c000000 5400 5400 84000000" NAMES_AT_72 "1000 1000 d8000000 358288e2"
     VERSION_XP DOMAIN_ USER_ COMPUTER_ LM_2 NT_2 KEY_2, WYRE_OK, 232,
     {.lm_challenge_response = {108, 24}, .nt_challenge_response = {132, 84}, .domain_name = {72, 12},
      .user_name = {84, 8}, .workstation = {92, 16}, .encrypted_random_session_key = {216, 16},
      .negotiate_flags = 0xe2888235, .fixed_len = 72, .product_build = 2600, .product_major_version = 5,
      .product_minor_version = 1, .ntlm_revision_current = 15}, 5},
    {"the order of Samba, with a MIC",
     NTLM "03000000 0100 0100 58000000 0000 0000 59000000 0600 0600 59000000 0000 0000 5f000000"
     "0200 0200 5f000000 1000 1000 61000000 15820862 06 01 0000 000000 0f" MIC "00 570047005200 4100" KEY_1,
     WYRE_OK, 113,
     {.lm_challenge_response = {88, 1}, .nt_challenge_response = {89, 0}, .domain_name = {89, 6},
      .user_name = {95, 0}, .workstation = {95, 2}, .encrypted_random_session_key = {97, 16},
      .negotiate_flags = 0x62088215, .fixed_len = 88, .product_major_version = 6,
      .product_minor_version = 1, .ntlm_revision_current = 15,
      .mic = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}}, 1},
    {"a client of the nineties: OEM text, no key, no flags",
     NTLM "03000000 1800 1800 3c000000 0000 0000 54000000 0300 0300 34000000 0300 0300 37000000"
     "0200 0200 3a000000 'DOMUSRPC'" LM_1, WYRE_OK, 84,
     {.lm_challenge_response = {60, 24}, .nt_challenge_response = {84, 0}, .domain_name = {52, 3},
      .user_name = {55, 3}, .workstation = {58, 2}, .fixed_len = 52}, 2},
    {"D2: parts that overlap, in no order, with gaps",
     NTLM "03000000 1800 1800 50000000 1800 1800 58000000 0200 0200 42000000 0200 0200 40000000"
     "0400 0400 40000000 1000 1000 44000000 01820000"
     "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f",
     WYRE_OK, 112,
     {.lm_challenge_response = {80, 24}, .nt_challenge_response = {88, 24}, .domain_name = {66, 2},
      .user_name = {64, 2}, .workstation = {64, 4}, .encrypted_random_session_key = {68, 16},
      .negotiate_flags = 0x8201, .fixed_len = 64}, 3},
    {"D1: a user name of an odd length in UTF-16 comes through",
     NTLM "03000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000 0300 0300 40000000"
     "0000 0000 00000000 0000 0000 00000000 01820000 414243", WYRE_OK, 67,
     {.user_name = {64, 3}, .negotiate_flags = 0x8201, .fixed_len = 64}, 1},
    {"D5: responses of lengths that no version has",
     NTLM "03000000 1700 1700 40000000 0000 0000 00000000 0000 0000 00000000 0000 0000 40000000"
     "0000 0000 00000000 0000 0000 00000000 01820000 " "0000000000000000000000000000000000000000000000",
     WYRE_OK, 87,
     {.lm_challenge_response = {64, 23}, .user_name = {64, 0}, .negotiate_flags = 0x8201,
      .fixed_len = 64}, 0},
    {"D5: a response of 65535 bytes that are not there",
     NTLM "03000000 0000 0000 00000000 ffff ffff 40000000 0000 0000 00000000 0000 0000 00000000"
     "0000 0000 00000000 0000 0000 00000000 01820000 00", WYRE_E_OFFSET, 24, REFUSED, 0},
    {"D1: an offset of 72 in a message of 64",
     NTLM "03000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000 0100 0100 48000000"
     "0000 0000 00000000 0000 0000 00000000 01820000", WYRE_E_OFFSET, 40, REFUSED, 0},
    {"D1: a name inside the shortest fixed part",
     NTLM "03000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000 0100 0100 33000000"
     "0000 0000 00000000 0000 0000 00000000 01820000", WYRE_E_OFFSET, 40, REFUSED, 0},
    {"D1: offset and length whose sum wraps 32 bits",
     NTLM "03000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000 1000 1000 f8ffffff"
     "0000 0000 00000000 0000 0000 00000000 01820000", WYRE_E_OFFSET, 40, REFUSED, 0},
    {"a session key whose flags would stand where the first name is",
     NTLM "03000000 0000 0000 00000000 0000 0000 00000000 0400 0400 3c000000 0000 0000 00000000"
     "0000 0000 00000000 1000 1000 3c000000 'NAME' 000000000000000000000000", WYRE_E_OFFSET, 32, REFUSED, 0},
    {"D3: a session key of 17 bytes",
     NTLM "03000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000"
     "0000 0000 00000000 1100 1100 40000000 01820000 0001020304050607 08090a0b0c0d0e0f 10",
     WYRE_E_VALUE, 52, REFUSED, 0},
    {"a session key of 8 bytes",
     NTLM "03000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000"
     "0000 0000 00000000 0800 0800 40000000 01820000 0001020304050607", WYRE_E_VALUE, 52, REFUSED, 0},
    {"one byte less than the shortest",
     NTLM "03000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000 0000 0000 00000000"
     "0000 0000 000000", WYRE_E_LENGTH, 51, REFUSED, 0},
};
/* clang-format on */

TEST(authenticate_decodes_or_is_refused_as_the_row_says)
{
    for (const struct authenticate_row *row = authenticate_rows;
         row < authenticate_rows + COUNT(authenticate_rows); row++) {
        bytes in = hex(row->hex);
        wyre_ntlmssp_authenticate got;
        size_t n;
        wyre_status status = wyre_ntlmssp_authenticate_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        if (row->status == WYRE_OK)
            assert_int_equal(wyre_ntlmssp_response_form(&got), row->form);
    }
}

RING(wyre_ntlmssp_authenticate, WYRE_NTLMSSP_KEEP_PAYLOAD);
TEST(authenticate_keeps_the_laws)
{
    for (const struct authenticate_row *row = authenticate_rows;
         row < authenticate_rows + COUNT(authenticate_rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            keeps_the_laws(&wyre_ntlmssp_authenticate_ring, row->name, in);
    }
}

/* ---- what goes out ------------------------------------------------------------------------------- */

/* Both common orders: parts in the order of their sender. */
TEST(messages_without_gaps_come_back_byte_for_byte)
{
    for (size_t i = 0; i < 4; i++) {
        const struct authenticate_row *row = authenticate_rows + i;
        bytes in = hex(row->hex);
        uint8_t out[256];
        size_t n;
        assert_status(row->name,
                      wyre_ntlmssp_authenticate_encode(&row->fields, in.at, in.len, out, 256, &n),
                      WYRE_OK);
        assert_offset(row->name, n, in.len);
        assert_memory_equal(out, in.at, in.len);
    }
    for (size_t i = 0; i < 6; i++) {
        const struct challenge_row *row = challenge_rows + i;
        bytes in = hex(row->hex);
        uint8_t out[128];
        size_t n;
        assert_status(row->name,
                      wyre_ntlmssp_challenge_encode(&row->fields, in.at, in.len, out, 128, &n),
                      WYRE_OK);
        assert_offset(row->name, n, in.len);
        assert_memory_equal(out, in.at, in.len);
    }
}

TEST(max_len_is_not_looked_at_and_written_as_len)
{
    bytes in = hex(NTLM "01000000 05120000 0300 ffff 20000000 0000 ffff 20000000 'DOM'");
    bytes want = hex(NTLM "01000000 05120000 0300 0300 20000000 0000 0000 20000000 'DOM'");
    wyre_ntlmssp_negotiate m;
    uint8_t out[64];
    size_t n;
    assert_status("decode", wyre_ntlmssp_negotiate_decode(in.at, in.len, 0, &m, &n), WYRE_OK);
    assert_offset("decode", n, in.len);
    assert_status("encode", wyre_ntlmssp_negotiate_encode(&m, in.at, in.len, out, 64, &n), WYRE_OK);
    assert_offset("encode", n, want.len);
    assert_memory_equal(out, want.at, want.len);
}

TEST(parts_are_written_in_the_order_of_the_source)
{
    uint8_t source[32], out[64];
    wyre_wr w;
    size_t n;
    wyre_ntlmssp_negotiate m = {.fixed_len = WYRE_NTLMSSP_NEGOTIATE_NAMED};
    wyre_wr_init(&w, source, sizeof source);
    wyre_wr_gather(&w, (const uint8_t *)"HOST", 4, &m.workstation_name);
    wyre_wr_gather(&w, (const uint8_t *)"DOMAIN", 6, &m.domain_name);
    assert_status("built", wyre_ntlmssp_negotiate_encode(&m, source, w.pos, out, sizeof out, &n),
                  WYRE_OK);
    bytes want = hex(NTLM "01000000 00000000 0600 0600 24000000 0400 0400 20000000 'HOSTDOMAIN'");
    assert_offset("built", n, want.len);
    assert_memory_equal(out, want.at, want.len);
}

TEST(a_part_outside_the_payload_is_refused)
{
    static const uint8_t source[] = "..HOSTDOMAIN";
    wyre_ntlmssp_negotiate m = {.fixed_len = 32, .payload = {2, 4}, .workstation_name = {2, 4}};
    uint8_t out[64];
    size_t n;
    assert_status("inside", wyre_ntlmssp_negotiate_encode(&m, source, 12, out, 64, &n), WYRE_OK);
    bytes want = hex(NTLM "01000000 00000000 0000 0000 00000000 0400 0400 20000000 'HOST'");
    assert_offset("inside", n, want.len);
    assert_memory_equal(out, want.at, want.len);
    const wyre_span outside[] = {{1, 1}, {1, 2}, {3, 4}, {6, 1}, {2, 5}};
    for (size_t i = 0; i < COUNT(outside); i++) {
        m.domain_name = outside[i];
        assert_status("outside", wyre_ntlmssp_negotiate_encode(&m, source, 12, out, 64, &n),
                      WYRE_E_ARG);
    }
}

TEST(messages_that_cannot_be_written_are_refused)
{
    static const uint8_t source[65536];
    wyre_ntlmssp_negotiate negotiate = {.fixed_len = 33};
    wyre_ntlmssp_challenge challenge = {.fixed_len = 56, .target_name = {0, 65536}};
    wyre_ntlmssp_authenticate authenticate = {.fixed_len = 64,
                                              .encrypted_random_session_key = {0, 15}};
    assert_status("no such fixed_len",
                  wyre_ntlmssp_negotiate_encode(&negotiate, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    negotiate.fixed_len = 0;
    assert_status("fixed_len forgotten",
                  wyre_ntlmssp_negotiate_encode(&negotiate, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    assert_status("a name of 65536 bytes",
                  wyre_ntlmssp_challenge_encode(&challenge, source, sizeof source, NULL, 0, NULL),
                  WYRE_E_RANGE);
    assert_status(
        "a key of 15 bytes",
        wyre_ntlmssp_authenticate_encode(&authenticate, source, sizeof source, NULL, 0, NULL),
        WYRE_E_RANGE);
}

/* ---- which message, names, MIC --------------------------------------------------------------------- */

TEST(message_type_is_told_or_zero)
{
    bytes in = hex(NTLM "03000000");
    assert_int_equal(wyre_ntlmssp_message_type(in.at, in.len), 3);
    assert_int_equal(wyre_ntlmssp_message_type(in.at, in.len - 1), 0);
    assert_int_equal(wyre_ntlmssp_message_type(NULL, 0), 0);
    in = hex("4e544c4d53535001 03000000");
    assert_int_equal(wyre_ntlmssp_message_type(in.at, in.len), 0);
    in = hex(NTLM "feffffff");
    assert_int_equal(wyre_ntlmssp_message_type(in.at, in.len), 0xfffffffe);
}

TEST(each_message_type_has_its_name)
{
    assert_string_equal(wyre_ntlmssp_message_type_name(1), "NEGOTIATE");
    assert_string_equal(wyre_ntlmssp_message_type_name(2), "CHALLENGE");
    assert_string_equal(wyre_ntlmssp_message_type_name(3), "AUTHENTICATE");
    assert_string_equal(wyre_ntlmssp_message_type_name(4), "?");
}

TEST(mic_is_found_where_there_is_one)
{
    wyre_ntlmssp_proof got;
    wyre_ntlmssp_proof want = {{0, 72}, {72, 16}, {88, 25}};
    wyre_ntlmssp_proof zero = {{0, 0}, {0, 0}, {0, 0}};
    const wyre_ntlmssp_authenticate *with = &authenticate_rows[3].fields;
    assert_status("113 bytes", wyre_ntlmssp_authenticate_mic(with, 113, &got), WYRE_OK);
    assert_fields("113 bytes", &got, &want, sizeof got);
    want.after.len = 0;
    assert_status("88 bytes", wyre_ntlmssp_authenticate_mic(with, 88, &got), WYRE_OK);
    assert_fields("88 bytes", &got, &want, sizeof got);
    assert_status("cut", wyre_ntlmssp_authenticate_mic(with, 87, &got), WYRE_E_ARG);
    assert_fields("cut", &got, &zero, sizeof got);
    assert_status("no MIC", wyre_ntlmssp_authenticate_mic(&authenticate_rows[0].fields, 172, &got),
                  WYRE_E_STATE);
    assert_fields("no MIC", &got, &zero, sizeof got);
}

/* ---- kinds of text ----------------------------------------------------------------------------------- */

typedef struct kinds {
    uint32_t of_names[8];
    unsigned count;
} kinds;

static void
name_kind(void *user, const char *name, uint32_t kind, wyre_span span)
{
    kinds *k = user;
    (void)span;
    if (strstr(name, "name") != NULL || strcmp(name, "workstation") == 0)
        k->of_names[k->count++] = kind;
}

static void
assert_kinds(const kinds *told, unsigned count, uint32_t kind)
{
    assert_int_equal(told->count, count);
    for (unsigned i = 0; i < count; i++)
        assert_int_equal(told->of_names[i], kind);
}

TEST(names_are_utf16_or_oem_as_the_flags_say)
{
    wyre_ntlmssp_negotiate negotiate = {.negotiate_flags = 3, .fixed_len = 32};
    for (uint32_t unicode = 0; unicode < 2; unicode++) {
        wyre_ntlmssp_challenge challenge = {.negotiate_flags = unicode | 2, .fixed_len = 48};
        wyre_ntlmssp_authenticate authenticate = {.negotiate_flags = unicode | 2, .fixed_len = 64};
        uint32_t kind = unicode ? WYRE_KIND_UTF16 : WYRE_KIND_TEXT;
        kinds told = {{0}, 0};
        wyre_visitor v = {&told, NULL, NULL, name_kind, NULL, NULL};
        wyre_ntlmssp_challenge_visit(&challenge, &v);
        assert_kinds(&told, 1, kind);
        told.count = 0;
        wyre_ntlmssp_authenticate_visit(&authenticate, &v);
        assert_kinds(&told, 3, kind);
        told.count = 0;
        wyre_ntlmssp_negotiate_visit(&negotiate, &v);
        assert_kinds(&told, 2, WYRE_KIND_TEXT);
    }
}

RUN_TESTS("ntlmssp", TESTED(names_are_utf16_or_oem_as_the_flags_say),
          TESTED(negotiate_decodes_or_is_refused_as_the_row_says), TESTED(negotiate_keeps_the_laws),
          TESTED(challenge_decodes_or_is_refused_as_the_row_says), TESTED(challenge_keeps_the_laws),
          TESTED(authenticate_decodes_or_is_refused_as_the_row_says),
          TESTED(authenticate_keeps_the_laws),
          TESTED(messages_without_gaps_come_back_byte_for_byte),
          TESTED(a_part_outside_the_payload_is_refused),
          TESTED(max_len_is_not_looked_at_and_written_as_len),
          TESTED(parts_are_written_in_the_order_of_the_source),
          TESTED(messages_that_cannot_be_written_are_refused), TESTED(message_type_is_told_or_zero),
          TESTED(each_message_type_has_its_name), TESTED(mic_is_found_where_there_is_one))

/* lib/auth/ntlmssp_response.c. Vectors are those of [MS-NLMP] 4.2. */
#include "../properties/ring.h"
#include <wyre/ntlmssp.h>

#define REFUSED                                                                                    \
    {                                                                                              \
        .time_stamp = 0                                                                            \
    } /* all zero */
#define PROOF "68cd0ab851e51c96aabc927bebef6a1c"
#define PAIRS "0200 0c00 44006f006d00610069006e00 0100 0c00 530065007200760065007200 0000 0000"

/* ---- 2.2.2.8 NTLMv2_RESPONSE --------------------------------------------------------------------- */

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    wyre_ntlmssp_ntlmv2_response fields;
} rows[] = {
    {"4.2.4.2.2, with the four zeros of its client behind the list",
     PROOF "01 01 0000 00000000 0000000000000000 aaaaaaaaaaaaaaaa 00000000" PAIRS "00000000", WYRE_OK, 84,
     {.av_pairs = {44, 40}, .resp_type = 1, .hi_resp_type = 1,
      .nt_proof_str = {0x68, 0xcd, 0x0a, 0xb8, 0x51, 0xe5, 0x1c, 0x96, 0xaa, 0xbc, 0x92, 0x7b, 0xeb, 0xef, 0x6a, 0x1c},
      .challenge_from_client = {0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa}}},
    {"reserved fields and another highest type come through",
     PROOF "01 02 ffff fefefefe 0442e55efd7add01 0102030405060708 78563412 0000 0000", WYRE_OK, 48,
     {.time_stamp = 0x01dd7afd5ee54204, .av_pairs = {44, 4}, .reserved1 = 0xffff, .reserved2 = 0xfefefefe,
      .reserved3 = 0x12345678, .resp_type = 1, .hi_resp_type = 2,
      .nt_proof_str = {0x68, 0xcd, 0x0a, 0xb8, 0x51, 0xe5, 0x1c, 0x96, 0xaa, 0xbc, 0x92, 0x7b, 0xeb, 0xef, 0x6a, 0x1c},
      .challenge_from_client = {1, 2, 3, 4, 5, 6, 7, 8}}},
    {"nothing", "", WYRE_E_LENGTH, 0, REFUSED},
    {"D5: an NTLMv1 response", PROOF PROOF, WYRE_E_LENGTH, 32, REFUSED},
    {"D5: one byte less than its fixed part",
     PROOF "01 01 0000 00000000 0000000000000000 aaaaaaaaaaaaaaaa 000000", WYRE_E_LENGTH, 43, REFUSED},
    {"another type", PROOF "02 01 0000 00000000 0000000000000000 aaaaaaaaaaaaaaaa 00000000 00000000",
     WYRE_E_VALUE, 16, REFUSED},
};
/* clang-format on */

TEST(ntlmv2_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_ntlmssp_ntlmv2_response got;
        size_t n;
        wyre_status status = wyre_ntlmssp_ntlmv2_response_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

RING(wyre_ntlmssp_ntlmv2_response, 0);
TEST(ntlmv2_keeps_the_laws)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            ring_open(&wyre_ntlmssp_ntlmv2_response_ring, row->name, in.at, in.len, 0);
    }
}

TEST(ntlmv2_of_another_type_is_not_written)
{
    wyre_ntlmssp_ntlmv2_response m = {.resp_type = 0};
    assert_status("type 0", wyre_ntlmssp_ntlmv2_response_encode(&m, NULL, 0, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

TEST(proof_covers_all_behind_itself)
{
    wyre_ntlmssp_proof got;
    wyre_ntlmssp_proof want = {{0, 0}, {0, 16}, {16, 68}};
    wyre_ntlmssp_proof zero = {{0, 0}, {0, 0}, {0, 0}};
    assert_status("84 bytes", wyre_ntlmssp_ntlmv2_response_proof(84, &got), WYRE_OK);
    assert_fields("84 bytes", &got, &want, sizeof got);
    assert_status("43 bytes", wyre_ntlmssp_ntlmv2_response_proof(43, &got), WYRE_E_ARG);
    assert_fields("43 bytes", &got, &zero, sizeof got);
}

/* ---- the others ------------------------------------------------------------------------------------ */

RING(wyre_ntlmssp_ntlmv1_response, 0);
RING(wyre_ntlmssp_lmv2_response, 0);
RING(wyre_ntlmssp_message_signature, 0);

TEST(short_forms_decode_and_keep_the_laws)
{
    bytes in =
        hex("86c35097ac9cec102554764a57cccc19 aaaaaaaaaaaaaaab"); /* 4.2.4.2.1, but the last */
    wyre_ntlmssp_lmv2_response lmv2;
    wyre_ntlmssp_ntlmv1_response ntlmv1;
    size_t n;
    assert_status("LMv2", wyre_ntlmssp_lmv2_response_decode(in.at, in.len, 0, &lmv2, &n), WYRE_OK);
    assert_offset("LMv2", n, 24);
    assert_int_equal(lmv2.response[0], 0x86);
    assert_int_equal(lmv2.response[15], 0x19);
    assert_int_equal(lmv2.challenge_from_client[0], 0xaa);
    assert_int_equal(lmv2.challenge_from_client[7], 0xab);
    assert_status("NTLMv1", wyre_ntlmssp_ntlmv1_response_decode(in.at, in.len, 0, &ntlmv1, &n),
                  WYRE_OK);
    assert_offset("NTLMv1", n, 24);
    assert_memory_equal(ntlmv1.response, in.at, 24);
    ring_holds(&wyre_ntlmssp_lmv2_response_ring, "LMv2", in.at, in.len, 0);
    ring_holds(&wyre_ntlmssp_ntlmv1_response_ring, "NTLMv1", in.at, in.len, 0);
}

TEST(message_signature_decodes_and_keeps_the_laws)
{
    bytes in = hex("01000000 7fb38ec5c55d4976 02000000");
    wyre_ntlmssp_message_signature got;
    wyre_ntlmssp_message_signature want = {
        .version = 1, .seq_num = 2, .checksum = {0x7f, 0xb3, 0x8e, 0xc5, 0xc5, 0x5d, 0x49, 0x76}};
    size_t n;
    assert_status("version 1", wyre_ntlmssp_message_signature_decode(in.at, in.len, 0, &got, &n),
                  WYRE_OK);
    assert_offset("version 1", n, 16);
    assert_fields("version 1", &got, &want, sizeof got);
    ring_holds(&wyre_ntlmssp_message_signature_ring, "version 1", in.at, in.len, 0);
    in.at[0] = 2;
    assert_status("version 2", wyre_ntlmssp_message_signature_decode(in.at, in.len, 0, &got, &n),
                  WYRE_E_VALUE);
    assert_offset("version 2", n, 0);
}

TEST(each_form_has_its_name)
{
    static const char *const names[] = {
        "UNKNOWN", "ANONYMOUS", "LM", "NTLMV1", "NTLMV1_EXTENDED_SESSIONSECURITY", "NTLMV2", "?"};
    for (uint32_t i = 0; i < COUNT(names); i++)
        assert_string_equal(wyre_ntlmssp_response_form_name(i), names[i]);
}

RUN_TESTS("ntlmssp_response", TESTED(ntlmv2_decodes_or_is_refused_as_the_row_says),
          TESTED(ntlmv2_keeps_the_laws), TESTED(ntlmv2_of_another_type_is_not_written),
          TESTED(proof_covers_all_behind_itself), TESTED(short_forms_decode_and_keep_the_laws),
          TESTED(message_signature_decodes_and_keeps_the_laws), TESTED(each_form_has_its_name))

/* lib/msnp/msnp_auth.c, msnp_values.c: reference sections 10 to 13. Digests come from md5sum, responses
 * from other implementations (tests/vectors/README.md names them). */
#include "../properties/msnp_told.h"
#include <wyre/msnp.h>

/* ---- challenges ---------------------------------------------------------------------------------- */

#define ID "PROD0114ES4Z%Q5W"

/* clang-format off */
static const struct challenge_row {
    const char *challenge, *digest; /* MD5 of the challenge and PK}_A_0N_K%O?A9S */
    uint32_t flags;
    const char *response;
} challenges[] = {
    {"22210219642164014968", "36798b6e01b9ae1bc4134cd5ee71781f", 0, "e790b908276bb51115fa7eb3c8a36315"},
    {"15570131571988941333", "973f4d3224fbc6e5d6c2341e274c6a04", 0, "ae79936594a1918def84ea4997163d6c"},
    {"13038318816579321232", "74861ed7f7688be9127306ee8129e289", 0, "d29978c57727acabb46c60fc0166c5cb"},
    {"13038318816579321232", "74861ed7f7688be9127306ee8129e289", 1, "d29978c57727acabb46c60fc0166c5cb"},
    {"123456789012345678901234", "51460bc248fee43544c54cf09531de10", 1, "7342d6eae5226c0e66c191d838ed562b"},
    {"123456789012345678901234", "51460bc248fee43544c54cf09531de10", 0, "825589c121233c0097d6cef3fcec0625"},
};
/* clang-format on */

TEST(challenges_are_answered)
{
    for (const struct challenge_row *r = challenges; r < challenges + COUNT(challenges); r++) {
        bytes digest = hex(r->digest);
        const uint8_t *challenge = (const uint8_t *)r->challenge;
        size_t n;
        for (size_t cap = 0; cap <= 33; cap++) {
            uint8_t *out = exact((const uint8_t *)r->response, 33);
            memset(out, 0xa5, 33);
            wyre_status status =
                wyre_msnp_challenge_response(challenge, strlen(r->challenge), (const uint8_t *)ID,
                                             16, digest.at, digest.len, r->flags, out, cap, &n);
            assert_status(r->challenge, status, cap < 32 ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(r->challenge, n, 32);
            REQUIRE(out[cap < 33 ? cap : 32] == 0xa5, r->challenge);
            if (cap >= 32 && memcmp(out, r->response, 32) != 0)
                fail_msg("%s: %.32s", r->challenge, (const char *)out);
            free(out);
        }
    }
}

TEST(an_old_challenge_is_answered)
{
    bytes digest = hex("73409fa4e96e1a4ca2b3ef26ace99086");
    uint8_t out[32];
    size_t n;
    assert_status("hex", wyre_msnp_digest_encode(digest.at, 16, out, 32, &n), WYRE_OK);
    assert_int_equal(n, 32);
    assert_memory_equal(out, "73409fa4e96e1a4ca2b3ef26ace99086", 32);
    assert_status("space", wyre_msnp_digest_encode(digest.at, 16, out, 31, &n), WYRE_E_SPACE);
    assert_status("15 bytes", wyre_msnp_digest_encode(digest.at, 15, out, 32, &n), WYRE_E_ARG);
    assert_status("15 bytes",
                  wyre_msnp_challenge_response(NULL, 0, NULL, 0, digest.at, 15, 0, out, 32, &n),
                  WYRE_E_ARG);
    assert_status("flags",
                  wyre_msnp_challenge_response(NULL, 0, NULL, 0, digest.at, 16, 2, out, 32, &n),
                  WYRE_E_ARG);
    assert_status("no text at all",
                  wyre_msnp_challenge_response(NULL, 0, NULL, 0, digest.at, 16, 0, out, 32, &n),
                  WYRE_OK);
}

/* ---- SSO ----------------------------------------------------------------------------------------- */

RING(wyre_msnp_sso_response, 0);

TEST(an_sso_response_is_taken_apart_and_put_together)
{
    /* the first 64 characters of a recorded one: 28, CBC, 3DES, SHA-1, 8, 20, 72, then the IV */
    bytes in = hex("1c000000 01000000 03660000 04800000 08000000 14000000 04000000 7c005f51c262d05b"
                   "000102030405060708090a0b0c0d0e0f10111213 aabbccdd");
    static const wyre_msnp_sso_response want = {{28, 8}, {36, 20}, {56, 4}, 28, 1, 0x6603, 0x8004};
    wyre_msnp_sso_response m;
    size_t n;
    assert_status("decode", wyre_msnp_sso_response_decode(in.at, in.len, 0, &m, &n), WYRE_OK);
    assert_int_equal(n, 60);
    assert_fields("decode", &m, &want, sizeof m);
    ring_holds(&wyre_msnp_sso_response_ring, "response", in.at, in.len, 0);
    in.at[0] = 27;
    assert_status("header", wyre_msnp_sso_response_decode(in.at, in.len, 0, &m, &n), WYRE_E_VALUE);
    assert_int_equal(n, 0);
    in.at[0] = 28;
    in.at[27] = 0xff;
    assert_status("cipher", wyre_msnp_sso_response_decode(in.at, in.len, 0, &m, &n), WYRE_E_LENGTH);
    m = want;
    m.header_size = 0;
    assert_status("header", wyre_msnp_sso_response_encode(&m, in.at, in.len, NULL, 0, &n),
                  WYRE_E_RANGE);
}

/* Hash key of the recorded login, and the pieces it is made of. */
TEST(keys_are_put_together)
{
    bytes h2 = hex("25bf169eb0a6032af3270bd298c146cf8c56b125");
    bytes h4 = hex("3b21ddb1 00000000000000000000000000000000");
    bytes key = hex("25bf169eb0a6032af3270bd298c146cf8c56b1253b21ddb1");
    uint8_t out[32];
    size_t n;
    assert_status("key", wyre_msnp_sso_key(h2.at, h4.at, out, sizeof out, &n), WYRE_OK);
    assert_int_equal(n, 24);
    assert_memory_equal(out, key.at, 24);
    assert_status("space", wyre_msnp_sso_key(h2.at, h4.at, out, 23, &n), WYRE_E_SPACE);
    assert_status("plaintext", wyre_msnp_sso_plaintext((const uint8_t *)"QUJD", 4, out, 12, &n),
                  WYRE_OK);
    assert_memory_equal(out, "QUJD\10\10\10\10\10\10\10\10", 12);
    assert_status("space", wyre_msnp_sso_plaintext((const uint8_t *)"QUJD", 4, out, 11, &n),
                  WYRE_E_SPACE);
    assert_string_equal(wyre_msnp_sso_label(1), "WS-SecureConversationSESSION KEY HASH");
    assert_string_equal(wyre_msnp_sso_label(2), "WS-SecureConversationSESSION KEY ENCRYPTION");
    assert_string_equal(wyre_msnp_sso_label(0), "?");
}

/* ---- what fields hold ------------------------------------------------------------------------------ */

RING(wyre_msnp_gateway_request, 0);
RING(wyre_msnp_gateway_reply, 0);
RING(wyre_msnp_capabilities, 0);
RING(wyre_msnp_address, 0);

#define REQUEST      &wyre_msnp_gateway_request_ring
#define REPLY        &wyre_msnp_gateway_reply_ring
#define CAPABILITIES &wyre_msnp_capabilities_ring
#define ADDRESS      &wyre_msnp_address_ring

/* clang-format off */
static const told_record rows[] = {
    {REQUEST, "Action=open&Server=NS&IP=messenger.hotmail.com", 0, 46, "action=open server=NS ip=messenger.hotmail.com", NULL},
    {REQUEST, "Action=poll&SessionID=968117397.1030", 0, 36, "action=poll session_id=968117397.1030", NULL},
    {REQUEST, "SessionID=1&x=2&Action", 0, 22, "session_id=1", "SessionID=1"},
    {REQUEST, "", 0, 0, "", NULL},
    {REQUEST, "Action=a\nb", WYRE_E_TEXT, 8, NULL, NULL},
    {REPLY, "SessionID=968117397.1030; GW-IP=207.46.110.18", 0, 45, "session_id=968117397.1030 gw_ip=207.46.110.18", NULL},
    {REPLY, " SessionID=1 ;GW-IP=2;  Session=close", 0, 37, "session_id=1 gw_ip=2 session=close", "SessionID=1; GW-IP=2; Session=close"},
    {REPLY, "SessionID=1\r", WYRE_E_TEXT, 11, NULL, NULL},
    {CAPABILITIES, "1342472228", 0, 10, "bits=0x50048024", NULL},
    {CAPABILITIES, "2416181284:48", 0, 13, "bits=0x90040024 extended=0x30", NULL},
    {CAPABILITIES, "2416181284:00", 0, 13, "bits=0x90040024 extended=0x0", "2416181284:0"},
    {CAPABILITIES, "4294967295:4294967295", 0, 21, "bits=0xffffffff extended=0xffffffff", NULL},
    {CAPABILITIES, "4294967296", WYRE_E_VALUE, 9, NULL, NULL},
    {CAPABILITIES, "1:4294967296", WYRE_E_VALUE, 11, NULL, NULL},
    {CAPABILITIES, "", WYRE_E_TEXT, 0, NULL, NULL},
    {CAPABILITIES, "1:", WYRE_E_TEXT, 2, NULL, NULL},
    {CAPABILITIES, ":1", WYRE_E_TEXT, 0, NULL, NULL},
    {CAPABILITIES, "-1", WYRE_E_TEXT, 0, NULL, NULL},
    {CAPABILITIES, "1:2:3", WYRE_E_TEXT, 3, NULL, NULL},
    {ADDRESS, "a@b", 0, 3, "handle=a@b", NULL},
    {ADDRESS, "1:a@b", 0, 5, "network_id=1 handle=a@b", NULL},
    {ADDRESS, "a@b;{0123}", 0, 10, "handle=a@b endpoint={0123}", NULL},
    {ADDRESS, "1:a@b;via=9:guid@live.com", 0, 25, "network_id=1 handle=a@b endpoint=via=9:guid@live.com", NULL},
    {ADDRESS, "tel:+15551", 0, 10, "handle=tel:+15551", NULL},
    {ADDRESS, "123", 0, 3, "handle=123", NULL},
    {ADDRESS, "a@b;", 0, 4, "handle=a@b endpoint=", NULL},
    {ADDRESS, "", WYRE_E_TEXT, 0, NULL, NULL},
    {ADDRESS, "1:", WYRE_E_TEXT, 2, NULL, NULL},
    {ADDRESS, "a@b;\n", WYRE_E_TEXT, 4, NULL, NULL},
    {ADDRESS, ";x", WYRE_E_TEXT, 0, NULL, NULL},
};
/* clang-format on */

TEST(each_value_is_told_and_written_again)
{
    for (const told_record *r = rows; r < rows + COUNT(rows); r++)
        told_record_holds(r);
}

TEST(a_value_that_breaks_out_is_refused)
{
    const uint8_t *src = (const uint8_t *)"a&b;c\r\nd 1:x";
    uint8_t out[64];
    wyre_msnp_gateway_request q = {.session_id = {0, 3}};
    assert_status("&", wyre_msnp_gateway_request_encode(&q, src, 12, out, 64, NULL), WYRE_E_RANGE);
    wyre_msnp_gateway_reply p = {.session_id = {2, 3}};
    assert_status(";", wyre_msnp_gateway_reply_encode(&p, src, 12, out, 64, NULL), WYRE_E_RANGE);
    p.session_id = (wyre_span){4, 4};
    assert_status("CR LF", wyre_msnp_gateway_reply_encode(&p, src, 12, out, 64, NULL),
                  WYRE_E_RANGE);
    p.session_id = (wyre_span){7, 2};
    assert_status("last blank", wyre_msnp_gateway_reply_encode(&p, src, 12, out, 64, NULL),
                  WYRE_E_RANGE);
    wyre_msnp_address a = {.handle = {0, 5}};
    assert_status("endpoint in handle", wyre_msnp_address_encode(&a, src, 12, out, 64, NULL),
                  WYRE_E_RANGE);
    a.handle = (wyre_span){9, 3};
    assert_status("network in handle", wyre_msnp_address_encode(&a, src, 12, out, 64, NULL),
                  WYRE_E_RANGE);
    a.handle = (wyre_span){0, 0};
    assert_status("no handle", wyre_msnp_address_encode(&a, src, 12, out, 64, NULL), WYRE_E_RANGE);
    a = (wyre_msnp_address){.network_id = {0, 1}, .handle = {0, 1}};
    assert_status("letters for a network", wyre_msnp_address_encode(&a, src, 12, out, 64, NULL),
                  WYRE_E_RANGE);
    a = (wyre_msnp_address){.handle = {0, 1}, .endpoint = {4, 4}};
    assert_status("CR LF", wyre_msnp_address_encode(&a, src, 12, out, 64, NULL), WYRE_E_RANGE);
}

TEST(statuses_and_bits_have_names)
{
    static const char *const codes[] = {"?",   "NLN", "BSY", "IDL", "BRB",
                                        "AWY", "PHN", "LUN", "HDN", "FLN"};
    for (uint32_t i = 1; i < COUNT(codes); i++)
        assert_int_equal(wyre_msnp_status_of((const uint8_t *)codes[i], 3), i);
    assert_int_equal(wyre_msnp_status_of((const uint8_t *)"nln", 3), 0);
    assert_int_equal(wyre_msnp_status_of((const uint8_t *)"NLNX", 4), 0);
    assert_int_equal(wyre_msnp_status_of(NULL, 0), 0);
    assert_string_equal(wyre_msnp_status_name(4), "BE_RIGHT_BACK");
    assert_string_equal(wyre_msnp_status_name(10), "?");
    assert_string_equal(wyre_msnp_capability_name(0x20), "CHUNKS");
    assert_string_equal(wyre_msnp_capability_name(3), "?");
    assert_string_equal(wyre_msnp_extended_name(0x20), "P2P_V2");
    assert_string_equal(wyre_msnp_extended_name(0x2000), "?");
}

RUN_TESTS("msnp_auth", TESTED(challenges_are_answered), TESTED(an_old_challenge_is_answered),
          TESTED(an_sso_response_is_taken_apart_and_put_together), TESTED(keys_are_put_together),
          TESTED(each_value_is_told_and_written_again), TESTED(a_value_that_breaks_out_is_refused),
          TESTED(statuses_and_bits_have_names))

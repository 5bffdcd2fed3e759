/* lib/auth/spnego.c. Rows follow the grammar of [RFC 4178] 4.2 and [MS-SPNG] 2.2.1; blanks stand
 * between elements. */
#include "../properties/ring.h"
#include <wyre/spnego.h>

#define SPNEGO       "0606 2b0601050502"
#define NTLM_OID     "060a 2b06010401823702020a"
#define KERBEROS_OID "0609 2a864886f712010202"
#define HINT         "'not_defined_in_RFC4178@please_ignore'"
#define MIC          "01000000 07954e5e5835a8b8 00000000"
#define REFUSED                                                                                    \
    {                                                                                              \
        .present = 0                                                                               \
    } /* all zero */

/* ---- NegTokenInit, NegTokenInit2 ----------------------------------------------------------------- */

/* clang-format off */
static const struct init_row {
    const char *name, *hex;
    wyre_status status;
    size_t n;                          /* where it stopped, or the byte at fault */
    wyre_spnego_neg_token_init fields; /* all zero where it is refused */
} init_rows[] = {
    {"mechTypes and a token",
     "6020" SPNEGO "a016 3014 a00e 300c" NTLM_OID "a202 0400", WYRE_OK, 34,
     {.mech_types = {16, 14}, .mech_token = {34, 0}, .present = 0x0b}},
    {"the hint of a server: NegTokenInit2",
     "6048" SPNEGO "a03e 303c a00e 300c" NTLM_OID "a32a 3028 a026 1b24" HINT, WYRE_OK, 74,
     {.mech_types = {16, 14}, .hint_name = {38, 36}, .present = 0x33}},
    {"NegTokenInit2 with all its elements",
     "603d" SPNEGO "a033 3031 a00d 300b" KERBEROS_OID "a104 03020640 a203 0401aa"
     "a30f 300d a004 1b026869 a105 0403010203 a404 0402bbcc", WYRE_OK, 63,
     {.mech_types = {16, 13}, .req_flags = {33, 2}, .mech_token = {39, 1}, .hint_name = {48, 2},
      .hint_address = {54, 3}, .mech_list_mic = {61, 2}, .extensions = {63, 0}, .present = 0x17f}},
    {"NegTokenInit with a MIC as [3]",
     "6025" SPNEGO "a01b 3019 a00d 300b" KERBEROS_OID "a202 0400 a304 0402 bbcc", WYRE_OK, 39,
     {.mech_types = {16, 13}, .mech_token = {33, 0}, .mech_list_mic = {37, 2}, .extensions = {39, 0},
      .present = 0x8b}},
    {"without its wrapper", "a010 300e a00c 300a" "0608 2b06010401823702", WYRE_OK, 18,
     {.mech_types = {6, 12}, .extensions = {18, 0}, .present = 0x02}},
    {"D6: no mechTypes and no token", "a002 3000", WYRE_OK, 4, {.extensions = {4, 0}}},
    {"a second [3] is of no version that is known",
     "a00e 300c a302 3000 a306 0404 01020304", WYRE_OK, 16, {.extensions = {8, 8}, .present = 0x10}},
    {"elements of a later version are kept",
     "a00b 3009 a004 3002 0600 a501 00", WYRE_OK, 13,
     {.mech_types = {6, 4}, .extensions = {10, 3}, .present = 0x02}},
    {"lengths of four bytes that need but one",
     "a08400000006 308400000000", WYRE_OK, 12, {.extensions = {12, 0}}},
    {"lengths of two bytes that need but one", "a08103 308100", WYRE_OK, 6, {.extensions = {6, 0}}},
    {"bytes behind the token do not count", "a002 3000 ffff", WYRE_OK, 4, {.extensions = {4, 0}}},
    {"nothing", "", WYRE_E_LENGTH, 0, REFUSED},
    {"a tag alone", "60", WYRE_E_LENGTH, 1, REFUSED},
    {"a NegTokenResp", "a102 3000", WYRE_E_MAGIC, 0, REFUSED},
    {"the wrapper of Kerberos", "600b" KERBEROS_OID, WYRE_E_MAGIC, 2, REFUSED},
    {"a wrapper with nothing behind its mechanism", "6008" SPNEGO, WYRE_E_LENGTH, 10, REFUSED},
    {"D6: a length past the end", "6009" SPNEGO, WYRE_E_LENGTH, 1, REFUSED},
    {"D6: an inner length past its parent", "a003 3002 00 00", WYRE_E_LENGTH, 3, REFUSED},
    {"D6: an indefinite length", "6080" SPNEGO "a002 3000 0000", WYRE_E_VALUE, 1, REFUSED},
    {"D6: an indefinite length inside", "a004 3080 0000", WYRE_E_VALUE, 3, REFUSED},
    {"D6: a length of five bytes", "60850000000008" SPNEGO, WYRE_E_LIMIT, 1, REFUSED},
    {"D6: a length of 127 bytes", "60ff" SPNEGO, WYRE_E_LIMIT, 1, REFUSED},
    {"D6: a length of four bytes, all ones", "6084ffffffff" SPNEGO, WYRE_E_LENGTH, 1, REFUSED},
    {"D6: a length whose bytes are cut off", "608401", WYRE_E_LENGTH, 3, REFUSED},
    {"D6: an empty mechTypes", "a006 3004 a002 3000", WYRE_E_VALUE, 6, REFUSED},
    {"mechTypes is no SEQUENCE", "a008 3006 a004 0402 0600", WYRE_E_VALUE, 6, REFUSED},
    {"something behind mechTypes", "a00a 3008 a006 30020600 0500", WYRE_E_VALUE, 10, REFUSED},
    {"something behind the SEQUENCE", "a004 3000 0500", WYRE_E_VALUE, 4, REFUSED},
    {"a token that is no OCTET STRING", "a006 3004 a202 3000", WYRE_E_VALUE, 6, REFUSED},
    {"a hint that is no GeneralString", "a00a 3008 a306 3004 a002 0400", WYRE_E_VALUE, 10, REFUSED},
    {"an element of a later version that is cut off", "a005 3003 a502 00", WYRE_E_LENGTH, 5, REFUSED},
};
/* clang-format on */

TEST(init_decodes_or_is_refused_as_the_row_says)
{
    for (const struct init_row *row = init_rows; row < init_rows + COUNT(init_rows); row++) {
        bytes in = hex(row->hex);
        wyre_spnego_neg_token_init got;
        size_t n;
        wyre_status status = wyre_spnego_neg_token_init_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        if (row->fields.extensions.len == 0) /* where nothing stands may be said in two ways */
            got.extensions = row->fields.extensions;
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

RING(wyre_spnego_neg_token_init, 0);
TEST(init_keeps_the_laws)
{
    for (const struct init_row *row = init_rows; row < init_rows + COUNT(init_rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            ring_holds(&wyre_spnego_neg_token_init_ring, row->name, in.at, in.len, 0);
    }
}

TEST(init_in_shortest_lengths_comes_back_byte_for_byte)
{
    for (size_t i = 0; i < 7; i++) {
        const struct init_row *row = init_rows + i;
        bytes in = hex(row->hex);
        uint8_t out[128];
        size_t n;
        assert_status(row->name,
                      wyre_spnego_neg_token_init_encode(&row->fields, in.at, in.len, out, 128, &n),
                      WYRE_OK);
        assert_offset(row->name, n, in.len);
        assert_memory_equal(out, in.at, in.len);
    }
}

TEST(init_that_contradicts_itself_is_not_written)
{
    static const struct {
        const char *name;
        uint32_t present;
        wyre_status status;
    } cases[] = {
        {"an undefined bit", 0x200, WYRE_E_ARG},
        {"a hint without hints", 0x20, WYRE_E_RANGE},
        {"an address without hints", 0x40, WYRE_E_RANGE},
        {"a MIC as [3] behind hints", 0x90, WYRE_E_RANGE},
        {"two MICs", 0x180, WYRE_E_RANGE},
        {"an empty list of mechanisms", 0x02, WYRE_E_RANGE},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        wyre_spnego_neg_token_init m = {.present = cases[i].present};
        assert_status(cases[i].name, wyre_spnego_neg_token_init_encode(&m, NULL, 0, NULL, 0, NULL),
                      cases[i].status);
    }
    wyre_spnego_neg_token_init m = {.present = 0x02, .mech_types = {0, 4}};
    bytes src = hex("3002 0600");
    assert_status("one mechanism",
                  wyre_spnego_neg_token_init_encode(&m, src.at, src.len, NULL, 0, NULL),
                  WYRE_E_SPACE);
    m.mech_types.len = 2;
    assert_status("a header alone",
                  wyre_spnego_neg_token_init_encode(&m, src.at, src.len, NULL, 0, NULL),
                  WYRE_E_RANGE);
    m.mech_types.len = 4;
    src = hex("0402 0600");
    assert_status("no SEQUENCE",
                  wyre_spnego_neg_token_init_encode(&m, src.at, src.len, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

/* ---- NegTokenResp ---------------------------------------------------------------------------------- */

/* clang-format off */
static const struct resp_row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    wyre_spnego_neg_token_resp fields;
} resp_rows[] = {
    {"accepted, with a MIC", /* Samba, recorded on loopback */
     "a11b 3019 a003 0a0100 a312 0410" MIC, WYRE_OK, 29,
     {.mech_list_mic = {13, 16}, .present = 0x09}},
    {"a challenge",
     "a11d 301b a003 0a0101 a10c" NTLM_OID "a206 0404 4e544c4d", WYRE_OK, 31,
     {.supported_mech = {13, 10}, .response_token = {27, 4}, .present = 0x07, .neg_state = 1}},
    {"nothing is there", "a102 3000", WYRE_OK, 4, {.present = 0}},
    {"an undefined state comes through", "a107 3005 a003 0a0109", WYRE_OK, 9,
     {.present = 1, .neg_state = 9}},
    {"elements of a later version are kept", "a104 3002 a400", WYRE_OK, 6, {.extensions = {4, 2}}},
    {"elements out of order are kept as they stand", "a10b 3009 a202 0400 a003 0a0100", WYRE_OK, 13,
     {.response_token = {8, 0}, .extensions = {8, 5}, .present = 4}},
    {"nothing", "", WYRE_E_LENGTH, 0, REFUSED},
    {"a NegTokenInit", "a002 3000", WYRE_E_MAGIC, 0, REFUSED},
    {"a state of no byte", "a106 3004 a002 0a00", WYRE_E_LENGTH, 8, REFUSED},
    {"a state of two bytes", "a108 3006 a004 0a020000", WYRE_E_VALUE, 9, REFUSED},
    {"a negative state", "a107 3005 a003 0a0180", WYRE_E_VALUE, 6, REFUSED},
    {"the state is an INTEGER", "a107 3005 a003 020100", WYRE_E_VALUE, 6, REFUSED},
    {"D6: the token ends past its element", "a107 3005 a203 0402 00", WYRE_E_LENGTH, 7, REFUSED},
    {"D6: the token is of indefinite length", "a108 3006 a204 0480 0000", WYRE_E_VALUE, 7, REFUSED},
};
/* clang-format on */

TEST(resp_decodes_or_is_refused_as_the_row_says)
{
    for (const struct resp_row *row = resp_rows; row < resp_rows + COUNT(resp_rows); row++) {
        bytes in = hex(row->hex);
        wyre_spnego_neg_token_resp got;
        size_t n;
        wyre_status status = wyre_spnego_neg_token_resp_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        if (row->fields.extensions.len == 0)
            got.extensions = row->fields.extensions;
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

RING(wyre_spnego_neg_token_resp, 0);
TEST(resp_keeps_the_laws_and_comes_back_byte_for_byte)
{
    for (const struct resp_row *row = resp_rows; row < resp_rows + COUNT(resp_rows); row++) {
        bytes in = hex(row->hex);
        uint8_t out[64];
        size_t n;
        if (row->status != WYRE_OK)
            continue;
        ring_holds(&wyre_spnego_neg_token_resp_ring, row->name, in.at, in.len, 0);
        assert_status(row->name,
                      wyre_spnego_neg_token_resp_encode(&row->fields, in.at, in.len, out, 64, &n),
                      WYRE_OK);
        assert_offset(row->name, n, in.len);
        assert_memory_equal(out, in.at, in.len);
    }
}

TEST(resp_that_cannot_be_written_is_refused)
{
    wyre_spnego_neg_token_resp m = {.present = 0x10};
    assert_status("an undefined bit", wyre_spnego_neg_token_resp_encode(&m, NULL, 0, NULL, 0, NULL),
                  WYRE_E_ARG);
    m = (wyre_spnego_neg_token_resp){.present = 1, .neg_state = 128};
    assert_status("a state of two bytes",
                  wyre_spnego_neg_token_resp_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
}

/* Each step at which a length takes one more byte: content, then the length as it must stand. */
TEST(lengths_take_their_shortest_form)
{
    static const struct {
        const char *name, *head;
        uint32_t len;
    } cases[] = {
        {"127 in all", "a17d 307b a279 0477", 119},
        {"128 under the outermost", "a18180 307e a27c 047a", 122},
        {"127 under the innermost", "a18187 308184 a28181 047f", 127},
        {"128 under the innermost", "a18189 308186 a28183 048180", 128},
        {"255 under the innermost", "a182010a 30820106 a2820102 0481ff", 255},
        {"65535 under the innermost", "a18300000b", 65535},
    };
    static uint8_t src[65535], out[65600];
    for (size_t i = 0; i < COUNT(cases); i++) {
        wyre_spnego_neg_token_resp m = {.response_token = {0, cases[i].len}, .present = 4};
        wyre_spnego_neg_token_resp again;
        bytes want = hex(cases[i].head);
        size_t n;
        assert_status(cases[i].name,
                      wyre_spnego_neg_token_resp_encode(&m, src, sizeof src, out, sizeof out, &n),
                      WYRE_OK);
        if (cases[i].len < 65535)
            assert_memory_equal(out, want.at, want.len);
        assert_status(cases[i].name, wyre_spnego_neg_token_resp_decode(out, n, 0, &again, NULL),
                      WYRE_OK);
        assert_int_equal(again.response_token.len, cases[i].len);
        assert_int_equal(again.response_token.off + again.response_token.len, n);
    }
}

/* ---- GSS-API wrapper --------------------------------------------------------------------------------- */

RING(wyre_spnego_gss_token, 0);
TEST(gss_token_decodes_or_is_refused)
{
    bytes in = hex("600f" KERBEROS_OID "0100 6e00");
    wyre_spnego_gss_token got;
    wyre_spnego_gss_token want = {.this_mech = {4, 9}, .inner_token = {13, 4}};
    uint8_t out[17];
    size_t n;
    assert_status("Kerberos", wyre_spnego_gss_token_decode(in.at, in.len, 0, &got, &n), WYRE_OK);
    assert_offset("Kerberos", n, 17);
    assert_fields("Kerberos", &got, &want, sizeof got);
    assert_status("Kerberos", wyre_spnego_gss_token_encode(&got, in.at, in.len, out, 17, &n),
                  WYRE_OK);
    assert_memory_equal(out, in.at, 17);
    ring_holds(&wyre_spnego_gss_token_ring, "Kerberos", in.at, in.len, 0);
    in.at[0] = 0x61;
    assert_status("tag", wyre_spnego_gss_token_decode(in.at, in.len, 0, &got, &n), WYRE_E_MAGIC);
    in = hex("6004 0409 2a86");
    assert_status("no OID", wyre_spnego_gss_token_decode(in.at, in.len, 0, &got, &n), WYRE_E_VALUE);
    assert_offset("no OID", n, 2);
}

TEST(each_state_has_its_name)
{
    assert_string_equal(wyre_spnego_neg_state_name(0), "ACCEPT_COMPLETED");
    assert_string_equal(wyre_spnego_neg_state_name(1), "ACCEPT_INCOMPLETE");
    assert_string_equal(wyre_spnego_neg_state_name(2), "REJECT");
    assert_string_equal(wyre_spnego_neg_state_name(3), "REQUEST_MIC");
    assert_string_equal(wyre_spnego_neg_state_name(4), "?");
}

RUN_TESTS("spnego", TESTED(init_decodes_or_is_refused_as_the_row_says), TESTED(init_keeps_the_laws),
          TESTED(init_in_shortest_lengths_comes_back_byte_for_byte),
          TESTED(init_that_contradicts_itself_is_not_written),
          TESTED(resp_decodes_or_is_refused_as_the_row_says),
          TESTED(resp_keeps_the_laws_and_comes_back_byte_for_byte),
          TESTED(resp_that_cannot_be_written_is_refused), TESTED(lengths_take_their_shortest_form),
          TESTED(gss_token_decodes_or_is_refused), TESTED(each_state_has_its_name))

/* lib/auth/spnego_visit.c and ntlmssp_visit.c: what a visitor is told of a whole blob, as one line of
 * text: name=number, name:bytes in hex, name{ ... } for a part. */
#include "../test.h"
#include <wyre/ntlmssp.h>
#include <wyre/spnego.h>

#define NTLM           "4e544c4d53535000"
#define NTLM_NEGOTIATE NTLM "01000000 05820000"
#define NTLM_OID       "060a 2b06010401823702020a"
#define SPNEGO         "0606 2b0601050502"
#define KERBEROS_OID   "0609 2a864886f712010202"
#define AP_REP         "6f1c 301a a003 020105 a103 02010f a20e 300c a003 020112 a205 0403e1e2e3"

/* ---- a visitor that writes what it is told --------------------------------------------------------- */

typedef struct scribe {
    const uint8_t *in;
    size_t len;
    size_t base[16]; /* of each window around */
    unsigned depth;
    char text[4096];
    size_t used;
} scribe;

static void
put(scribe *s, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(s->text + s->used, sizeof s->text - s->used, format, arguments);
    va_end(arguments);
    s->used += (size_t)n;
    if (s->used >= sizeof s->text)
        fail_msg("%s", "told too much");
}

static void
on_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)kind;
    put(user, "%s=%llu ", name, (unsigned long long)value);
}

static void
on_bytes(void *user, const char *name, uint32_t kind, const uint8_t *at, uint32_t len)
{
    (void)kind;
    put(user, "%s:", name);
    for (uint32_t i = 0; i < len; i++)
        put(user, "%02x", at[i]);
    put(user, " ");
}

static void
on_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    scribe *s = user;
    size_t at = s->base[s->depth] + span.off;
    if (at > s->len || span.len > s->len - at)
        fail_msg("%s: outside the blob", name);
    if (span.len > 0)
        on_bytes(user, name, kind, s->in + at, span.len);
}

static void
on_enter(void *user, const char *name, wyre_span window)
{
    scribe *s = user;
    size_t base = s->base[s->depth] + window.off;
    if (base > s->len || window.len > s->len - base || s->depth + 1 == COUNT(s->base))
        fail_msg("%s: outside the blob, or too deep", name);
    s->base[++s->depth] = base;
    put(s, "%s{ ", name);
}

static void
on_leave(void *user)
{
    scribe *s = user;
    if (s->depth == 0)
        fail_msg("%s", "left more than entered");
    s->depth--;
    put(s, "} ");
}

static wyre_visitor
writing(scribe *s, const uint8_t *in, size_t len)
{
    memset(s, 0, sizeof *s);
    s->in = in;
    s->len = len;
    return (wyre_visitor){s, on_number, on_bytes, on_span, on_enter, on_leave};
}

/* ---- rows ---------------------------------------------------------------------------------------------- */

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    const char *told;
} rows[] = {
    {"nothing", "", WYRE_OK, 0, ""},
    {"a bare NTLM NEGOTIATE", NTLM_NEGOTIATE, WYRE_OK, 16,
     "ntlmssp{ message_type=1 negotiate_flags=33285 } "},
    {"SPNEGO around it",
     "6030" SPNEGO "a026 3024 a00e 300c" NTLM_OID "a212 0410" NTLM_NEGOTIATE, WYRE_OK, 50,
     "neg_token_init{ present=11 mech_types:300c060a2b06010401823702020a "
     "mech_token:4e544c4d535350000100000005820000 mech_types{ mech_type{ oid:2b06010401823702020a "
     "mech=2 } } ntlmssp{ message_type=1 negotiate_flags=33285 } } "},
    {"a challenge with AV pairs, in a NegTokenResp",
     "a14d 304b a003 0a0101 a244 0442" NTLM "02000000 0000 0000 00000000 01828000 0123456789abcdef"
     "0000000000000000 1200 1200 30000000 0200 0200 4100 0600 0400 02000000 0000 0000", WYRE_OK, 79,
     "neg_token_resp{ present=5 neg_state=1 "
     "response_token:4e544c4d53535000020000000000000000000000018280000123456789abcdef00000000000000001"
     "200120030000000020002004100060004000200000000000000 ntlmssp{ message_type=2 "
     "negotiate_flags=8421889 server_challenge:0123456789abcdef reserved:0000000000000000 "
     "target_info:020002004100060004000200000000000000 target_info{ av_pair{ av_id=2 value:4100 } "
     "av_pair{ av_id=6 flags=2 } } } } "},
    {"an NTLMv2 authentication",
     NTLM "03000000 1800 1800 40000000 3000 3000 58000000 0000 0000 00000000 0200 0200 88000000"
     "0000 0000 00000000 0000 0000 00000000 01820000"
     "86c35097ac9cec102554764a57cccc19 aaaaaaaaaaaaaaaa"
     "68cd0ab851e51c96aabc927bebef6a1c 01 01 0000 00000000 0000000000000000 bbbbbbbbbbbbbbbb 00000000 00000000"
     "5500", WYRE_OK, 138,
     "ntlmssp{ message_type=3 lm_challenge_response:86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa "
     "nt_challenge_response:68cd0ab851e51c96aabc927bebef6a1c01010000000000000000000000000000bbbbbbbbbb"
     "bbbbbb0000000000000000 user_name:5500 negotiate_flags=33281 lm_challenge_response{ "
     "response:86c35097ac9cec102554764a57cccc19 challenge_from_client:aaaaaaaaaaaaaaaa } "
     "nt_challenge_response{ nt_proof_str:68cd0ab851e51c96aabc927bebef6a1c resp_type=1 hi_resp_type=1 "
     "reserved1=0 reserved2=0 time_stamp=0 challenge_from_client:bbbbbbbbbbbbbbbb reserved3=0 "
     "av_pairs:00000000 av_pairs{ } } } "},
    {"an NTLMv1 authentication without LM",
     NTLM "03000000 0000 0000 40000000 1800 1800 40000000 0000 0000 00000000 0100 0100 58000000"
     "0000 0000 00000000 0000 0000 00000000 02820000"
     "67c43011f30298a2ad35ece64f16331c44bdbed927841f94 'U'", WYRE_OK, 89,
     "ntlmssp{ message_type=3 nt_challenge_response:67c43011f30298a2ad35ece64f16331c44bdbed927841f94 "
     "user_name:55 negotiate_flags=33282 nt_challenge_response{ "
     "response:67c43011f30298a2ad35ece64f16331c44bdbed927841f94 } } "},
    {"AP-REP in its wrapper", "602b" KERBEROS_OID "0200" AP_REP, WYRE_OK, 45,
     "gss_token{ this_mech:2a864886f712010202 "
     "inner_token:02006f1c301aa003020105a10302010fa20e300ca003020112a2050403e1e2e3 kerberos{ "
     "msg_type=15 etype=18 cipher:e1e2e3 } } "},
    {"KRB-ERROR, bare",
     "7e30 302e a003 020105 a103 02011e a603 020125 a905 1b03'W.X'"
     "aa16 3014 a003 020102 a10d 300b 1b04'cifs' 1b03'srv'", WYRE_OK, 50,
     "kerberos{ msg_type=30 error_code=37 realm:572e58 name_type=2 sname:1b04636966731b03737276 "
     "sname{ component{ text:63696673 } component{ text:737276 } } } "},
    {"a token of a mechanism that is not known",
     "a109 3007 a205 0403 010203", WYRE_OK, 11,
     "neg_token_resp{ present=4 response_token:010203 } "},
    {"bytes of no kind", "0102", WYRE_E_UNSUPPORTED, 0, ""},
    {"an NTLM message of type 4", NTLM "04000000", WYRE_E_UNSUPPORTED, 8,
     "ntlmssp{ message_type=4 } "},
    {"D6: a NegTokenResp longer than its blob",
     "a141 303f a203 0401ff", WYRE_E_LENGTH, 1,
     "neg_token_resp{ } "},
    {"D4: the list of a challenge without EOL",
     "a13d 303b a239 0437" NTLM "02000000 0000 0000 00000000 01828000 0123456789abcdef"
     "0000000000000000 0700 0700 30000000 0200 0300 410042", WYRE_E_LENGTH, 63,
     "neg_token_resp{ present=4 "
     "response_token:4e544c4d53535000020000000000000000000000018280000123456789abcdef00000000000000000"
     "70007003000000002000300410042 ntlmssp{ message_type=2 negotiate_flags=8421889 "
     "server_challenge:0123456789abcdef reserved:0000000000000000 target_info:02000300410042 "
     "target_info{ av_pair{ av_id=2 value:410042 } } } } "},
    {"D6: SPNEGO of indefinite length", "6080" SPNEGO, WYRE_E_VALUE, 1,
     "neg_token_init{ } "},
    {"D6: a list of mechanisms with another element in it",
     "a00a 3008 a006 3004 0400 0600", WYRE_E_VALUE, 8,
     "neg_token_init{ present=2 mech_types:300404000600 mech_types{ } } "},
    {"tokens four deep", "6012 060100 600d 060100 6008 060100 6003 060100", WYRE_OK, 20,
     "gss_token{ this_mech:00 inner_token:600d06010060080601006003060100 gss_token{ this_mech:00 "
     "inner_token:60080601006003060100 gss_token{ this_mech:00 inner_token:6003060100 gss_token{ "
     "this_mech:00 } } } } "},
    {"tokens five deep", "6017 060100 6012 060100 600d 060100 6008 060100 6003 060100",
     WYRE_E_LIMIT, 20,
     "gss_token{ this_mech:00 inner_token:6012060100600d06010060080601006003060100 gss_token{ "
     "this_mech:00 inner_token:600d06010060080601006003060100 gss_token{ this_mech:00 "
     "inner_token:60080601006003060100 gss_token{ this_mech:00 inner_token:6003060100 } } } } "},
};
/* clang-format on */

TEST(blob_is_told_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *blob = exact(in.at, in.len);
        scribe s;
        wyre_visitor v = writing(&s, blob, in.len);
        size_t n;
        wyre_status status = wyre_spnego_token_visit(in.len > 0 ? blob : NULL, in.len, &v, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        if (strcmp(s.text, row->told) != 0)
            fail_msg("%s: told\n%s", row->name, s.text);
        REQUIRE(s.depth == 0, row->name);
        free(blob);
    }
}

/* Whatever is changed, every span lies inside its window and every part is left. */
TEST(flips_and_prefixes_are_told_inside_their_bounds)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        for (size_t cut = 0; cut <= in.len; cut++) {
            uint8_t *blob = exact(in.at, cut);
            for (unsigned flip = 0; flip < 256 && cut > 0; flip++) {
                scribe s;
                wyre_visitor v = writing(&s, blob, cut);
                size_t n;
                blob[cut - 1] = (uint8_t)(in.at[cut - 1] ^ flip);
                wyre_spnego_token_visit(blob, cut, &v, &n);
                REQUIRE(s.depth == 0 && n <= cut, row->name);
            }
            free(blob);
        }
        for (size_t i = 0; i < in.len; i++) {
            uint8_t was = in.at[i];
            for (unsigned flip = 1; flip < 256; flip++) {
                scribe s;
                wyre_visitor v = writing(&s, in.at, in.len);
                size_t n;
                in.at[i] = (uint8_t)(was ^ flip);
                wyre_spnego_token_visit(in.at, in.len, &v, &n);
                REQUIRE(s.depth == 0 && n <= in.len, row->name);
            }
            in.at[i] = was;
        }
    }
}

TEST(visitor_without_callbacks_and_without_n_is_legal)
{
    wyre_visitor silent = {NULL, NULL, NULL, NULL, NULL, NULL};
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        assert_status(row->name, wyre_spnego_token_visit(in.at, in.len, &silent, NULL),
                      row->status);
    }
}

TEST(ntlm_message_alone_is_told_on_the_level_of_its_caller)
{
    bytes in = hex(NTLM_NEGOTIATE);
    scribe s;
    wyre_visitor v = writing(&s, in.at, in.len);
    size_t n;
    assert_status("NEGOTIATE", wyre_ntlmssp_message_visit(in.at, in.len, &v, &n), WYRE_OK);
    assert_offset("NEGOTIATE", n, 16);
    assert_string_equal(s.text, "message_type=1 negotiate_flags=33285 ");
    assert_status("nothing", wyre_ntlmssp_message_visit(NULL, 0, &v, NULL), WYRE_E_MAGIC);
}

TEST(kind_is_told_by_the_first_bytes)
{
    static const struct {
        const char *hex, *name;
    } cases[] = {
        {"", "UNKNOWN"},
        {"00", "UNKNOWN"},
        {NTLM, "UNKNOWN"},
        {NTLM "01000000", "NTLMSSP"},
        {"60", "GSS"},
        {"600a" SPNEGO, "NEG_TOKEN_INIT"},
        {"608400000008" SPNEGO, "NEG_TOKEN_INIT"},
        {"6008 0606 2b06010505", "GSS"},
        {"60ff", "GSS"},
        {"a0", "NEG_TOKEN_INIT"},
        {"a1", "NEG_TOKEN_RESP"},
        {"6e", "KERBEROS"},
        {"6f", "KERBEROS"},
        {"7e", "KERBEROS"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bytes in = hex(cases[i].hex);
        uint8_t *blob = exact(in.at, in.len);
        uint32_t kind = wyre_spnego_token_kind(in.len > 0 ? blob : NULL, in.len);
        assert_string_equal(wyre_spnego_token_kind_name(kind), cases[i].name);
        free(blob);
    }
    assert_string_equal(wyre_spnego_token_kind_name(6), "?");
}

RUN_TESTS("spnego_visit", TESTED(blob_is_told_as_the_row_says),
          TESTED(flips_and_prefixes_are_told_inside_their_bounds),
          TESTED(visitor_without_callbacks_and_without_n_is_legal),
          TESTED(ntlm_message_alone_is_told_on_the_level_of_its_caller),
          TESTED(kind_is_told_by_the_first_bytes))

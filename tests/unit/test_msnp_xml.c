/* lib/msnp/msnp_xml.c, msnp_object.c, msnp_contacts.c, msnp_record.c: reference sections 6.3, 6.7, 9. */
#include "../properties/msnp_told.h"
#include <wyre/msnp.h>

RING(wyre_msnp_object, 0);
RING(wyre_msnp_personal, 0);
RING(wyre_msnp_endpoint, 0);
RING(wyre_msnp_private_endpoint, 0);

#define OBJECT   &wyre_msnp_object_ring
#define PERSONAL &wyre_msnp_personal_ring
#define ENDPOINT &wyre_msnp_endpoint_ring
#define PRIVATE  &wyre_msnp_private_endpoint_ring

/* clang-format off */
static const told_record rows[] = {
    {OBJECT, "<msnobj Creator=\"a@b\" Size=\"12\" Type=\"3\" Location=\"x.tmp\" Friendly=\"AAA=\" SHA1D=\"b64\" SHA1C=\"c64\"/>", 0, 99,
     "creator=a@b size=12 type=3 location=x.tmp friendly=AAA= sha1d=b64 sha1c=c64", NULL},
    {OBJECT, "<msnobj Type='2'  Size='012' Creator='\"' contenttype='D' stamp=''/>", 0, 67,
     "creator=\" size=12 type=2 content_type=D stamp=", "<msnobj Creator='\"' Size=\"12\" Type=\"2\" contenttype=\"D\" stamp=\"\"/>"},
    {OBJECT, "<msnobj/>", 0, 9,
     "", NULL},
    {OBJECT, "<msnobj Location=\"../../etc/passwd\"/>", 0, 37,
     "location=../../etc/passwd", NULL},
    {PERSONAL, "<Data><PSM>hi</PSM><CurrentMedia></CurrentMedia></Data>", 0, 55,
     "psm=hi current_media=", NULL},
    {PERSONAL, "<Data><PSM/><CurrentMedia>\\0Music\\01\\0{0}\\0Song</CurrentMedia><MachineGuid>{1}</MachineGuid></Data>", 0, 99,
     "psm= current_media=\\0Music\\01\\0{0}\\0Song machine_guid={1}", "<Data><PSM></PSM><CurrentMedia>\\0Music\\01\\0{0}\\0Song</CurrentMedia><MachineGuid>{1}</MachineGuid></Data>"},
    {PERSONAL, "<Data><PSM>&lt;b&gt; &amp;</PSM><EndpointData id=\"{1}\"><Capabilities>1:2</Capabilities></EndpointData></Data>", 0, 109,
     "psm=&lt;b&gt; &amp;", "<Data><PSM>&lt;b&gt; &amp;</PSM></Data>"},
    {PERSONAL, "<!-- x --><?xml?> <Data><x><PSM>no</PSM></x><PSM>yes</PSM></Data>", 0, 65,
     "psm=yes", "<Data><PSM>yes</PSM></Data>"},
    {PERSONAL, "<Data></Data>", 0, 13,
     "", NULL},
    {ENDPOINT, "<EndpointData id=\"{1}\"><Capabilities>2416181284:0</Capabilities></EndpointData>", 0, 79,
     "capabilities=2416181284:0", "<EndpointData><Capabilities>2416181284:0</Capabilities></EndpointData>"},
    {PRIVATE, "<PrivateEndpointData><EpName>PC</EpName><Idle>false</Idle><ClientType>1</ClientType><State>NLN</State></PrivateEndpointData>", 0, 124,
     "ep_name=PC idle=false client_type=1 state=NLN", NULL},
    {OBJECT, "<msnobj Creator=\"a@b", WYRE_E_LENGTH, 0, NULL, NULL},
    {OBJECT, "<msnobj Creator=a/>", WYRE_E_TEXT, 7, NULL, NULL},
    {OBJECT, "<msnobj Size=\"-1\"/>", WYRE_E_VALUE, 14, NULL, NULL},
    {OBJECT, "<msnobj Size=\"4294967296\"/>", WYRE_E_VALUE, 23, NULL, NULL},
    {OBJECT, "<msnobj Size=\"\"/>", WYRE_E_VALUE, 14, NULL, NULL},
    {OBJECT, "0", WYRE_E_LENGTH, 1, NULL, NULL},
    {OBJECT, "<other/>", WYRE_E_MAGIC, 0, NULL, NULL},
    {OBJECT, "", WYRE_E_LENGTH, 0, NULL, NULL},
    {PERSONAL, "<Data><PSM>hi</Data>", WYRE_E_TEXT, 13, NULL, NULL},
    {PERSONAL, "<Data><PSM>hi</PSM>", WYRE_E_LENGTH, 19, NULL, NULL},
    {PERSONAL, "<Data><PSM>hi", WYRE_E_LENGTH, 13, NULL, NULL},
    {PERSONAL, "<!DOCTYPE x><Data/>", WYRE_E_UNSUPPORTED, 0, NULL, NULL},
    {PERSONAL, "<Data><>x</></Data>", WYRE_E_TEXT, 6, NULL, NULL},
    {PERSONAL, "</Data>", WYRE_E_TEXT, 0, NULL, NULL},
    {PERSONAL, "<!-- ", WYRE_E_LENGTH, 0, NULL, NULL},
    {PERSONAL, "<![CDATA[x]]>", WYRE_E_MAGIC, 9, NULL, NULL},
};
/* clang-format on */

TEST(each_record_is_told_and_written_again)
{
    for (const told_record *r = rows; r < rows + COUNT(rows); r++)
        told_record_holds(r);
}

/* ---- tokens -------------------------------------------------------------------------------------- */

/* Each token as kind, depth and text; then how the scan ended. */
static void
tokens_of(const char *text, char *told, size_t size)
{
    size_t len = strlen(text);
    uint8_t *in = exact((const uint8_t *)text, len);
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    wyre_status status;
    size_t at = 0;
    while ((status = wyre_msnp_xml_next(&it, in, len, &token)) == WYRE_OK) {
        static const char kinds[] = "?oectd";
        at += (size_t)snprintf(told + at, size - at, "%c%u[%.*s]", kinds[token.kind],
                               (unsigned)token.depth, (int)token.text.len,
                               (const char *)in + token.text.off);
    }
    snprintf(told + at, size - at, "%s@%u", wyre_status_name(status), (unsigned)it.pos);
    free(in);
}

/* clang-format off */
static const struct token_row {
    const char *in, *told;
} token_rows[] = {
    {"", "END@0"},
    {"x", "t0[x]END@1"},
    {"<a>b</a>", "o0[<a>]t1[b]c0[</a>]END@8"},
    {"<a/><b />", "e0[<a/>]e0[<b />]END@9"},
    {"<a><b><c/></b ></a>", "o0[<a>]o1[<b>]e2[<c/>]c1[</b >]c0[</a>]END@19"},
    {"<a x='>' y=\"/>\">", "o0[<a x='>' y=\"/>\">]E_LENGTH@16"},
    {"<![CDATA[<a>]]>", "d0[<a>]END@15"},
    {"<![CDATA[<a>", "E_LENGTH@0"},
    {"<!-- <a> -->x", "t0[x]END@13"},
    {"<?xml version='1.0'?>", "END@21"},
    {"<a", "E_LENGTH@0"},
    {"<a x='>", "E_LENGTH@0"},
    {"<", "E_LENGTH@0"},
    {"< a>", "E_TEXT@0"},
    {"<a\"b\">", "E_TEXT@0"},
    {"<a></b>", "o0[<a>]E_TEXT@3"},
    {"<a></ab>", "o0[<a>]E_TEXT@3"},
    {"<a></a", "o0[<a>]E_LENGTH@3"},
    {"<a></a x>", "o0[<a>]E_TEXT@3"},
    {"<!ENTITY x 'y'>", "E_UNSUPPORTED@0"},
    {"<a/", "E_LENGTH@0"},
};
/* clang-format on */

TEST(tokens_come_one_by_one)
{
    char told[512];
    for (const struct token_row *r = token_rows; r < token_rows + COUNT(token_rows); r++) {
        tokens_of(r->in, told, sizeof told);
        if (strcmp(told, r->told) != 0)
            fail_msg("%s: %s", r->in, told);
    }
}

TEST(elements_are_open_16_deep_at_most)
{
    wyre_msnp_xml_iter it = {0, 0, {0}};
    wyre_msnp_xml_token token;
    const uint8_t *in = (const uint8_t *)"<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/><a>";
    for (int i = 0; i < 17; i++)
        assert_status("within", wyre_msnp_xml_next(&it, in, 55, &token), WYRE_OK);
    assert_status("17", wyre_msnp_xml_next(&it, in, 55, &token), WYRE_E_LIMIT);
    it.depth = 17;
    assert_status("spoilt", wyre_msnp_xml_next(&it, in, 55, &token), WYRE_E_ARG);
    it = (wyre_msnp_xml_iter){56, 0, {0}};
    assert_status("outside", wyre_msnp_xml_next(&it, in, 55, &token), WYRE_E_ARG);
}

TEST(attributes_come_one_by_one)
{
    const uint8_t *in = (const uint8_t *)" a='1'\tb = \"'\" c=''";
    static const wyre_msnp_attribute want[] = {
        {{1, 1}, {4, 1}}, {{7, 1}, {12, 1}}, {{15, 1}, {18, 0}}};
    wyre_span left = {0, 19};
    wyre_msnp_attribute got;
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_status("attribute", wyre_msnp_attribute_next(&left, in, 19, &got), WYRE_OK);
        assert_fields("attribute", &got, &want[i], sizeof got);
    }
    assert_status("end", wyre_msnp_attribute_next(&left, in, 19, &got), WYRE_END);
    static const char *const bad[] = {" a", " a=", " a=1", " a='1", " ='1'", "a='1'", " a'1'"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        left = (wyre_span){0, (uint32_t)strlen(bad[i])};
        assert_status(bad[i],
                      wyre_msnp_attribute_next(&left, (const uint8_t *)bad[i], left.len, &got),
                      WYRE_E_TEXT);
    }
    left = (wyre_span){19, 1};
    assert_status("outside", wyre_msnp_attribute_next(&left, in, 19, &got), WYRE_E_ARG);
}

/* ---- text ---------------------------------------------------------------------------------------- */

/* clang-format off */
static const struct text_row {
    const char *in, *out;
    size_t fault; /* where out is NULL */
} text_rows[] = {
    {"", "", 0},
    {"a &lt;b&gt; &amp; &quot;&apos;", "a <b> & \"'", 0},
    {"&#65;&#x42;&#x20AC;&#x1F600;&#233;", "AB\xe2\x82\xac\xf0\x9f\x98\x80\xc3\xa9", 0},
    {"&amp;lt;", "&lt;", 0},
    {"&#x10ffff;", "\xf4\x8f\xbf\xbf", 0},
    {"x&", NULL, 1}, {"&amp", NULL, 0}, {"&nbsp;", NULL, 0}, {"&#;", NULL, 0}, {"&#x;", NULL, 0},
    {"&#65", NULL, 0}, {"&#xd800;", NULL, 0}, {"&#xdfff;", NULL, 0}, {"&#x110000;", NULL, 0},
    {"&#99999999999999999999;", NULL, 0}, {"&#0;", NULL, 0}, {"&#6a;", NULL, 0},
};
/* clang-format on */

TEST(entities_are_replaced)
{
    for (const struct text_row *r = text_rows; r < text_rows + COUNT(text_rows); r++) {
        uint8_t out[64];
        size_t len = strlen(r->in);
        size_t n = 99;
        memcpy(out, r->in, len);
        wyre_status status = wyre_msnp_xml_text_decode(out, len, 0, out, len, &n); /* in place */
        if (r->out == NULL) {
            assert_status(r->in, status, WYRE_E_TEXT);
            assert_offset(r->in, n, r->fault);
            continue;
        }
        assert_status(r->in, status, WYRE_OK);
        assert_offset(r->in, n, strlen(r->out));
        assert_memory_equal(out, r->out, n);
        for (size_t cap = 0; cap < strlen(r->out); cap++) {
            uint8_t *small = exact(out, cap);
            assert_status(r->in,
                          wyre_msnp_xml_text_decode((const uint8_t *)r->in, len, 0, small, cap, &n),
                          WYRE_E_SPACE);
            assert_offset(r->in, n, strlen(r->out));
            free(small);
        }
    }
    assert_status("flags", wyre_msnp_xml_text_decode(NULL, 0, 1, NULL, 0, NULL), WYRE_E_ARG);
}

TEST(text_is_escaped_and_comes_back)
{
    uint8_t in[256];
    uint8_t out[256 * 6];
    uint8_t back[256];
    size_t n;
    for (int i = 0; i < 256; i++)
        in[i] = (uint8_t)i;
    assert_status("escape", wyre_msnp_xml_text_encode(in, sizeof in, out, sizeof out, &n), WYRE_OK);
    assert_int_equal(n, 256 + 4 + 3 + 3 + 5 + 5);
    assert_null(memchr(out, '<', n));
    assert_status("back", wyre_msnp_xml_text_decode(out, n, 0, back, sizeof back, &n), WYRE_OK);
    assert_int_equal(n, 256);
    assert_memory_equal(back, in, 256);
    assert_status("small", wyre_msnp_xml_text_encode(in, sizeof in, NULL, 0, &n), WYRE_E_SPACE);
}

/* ---- contacts ------------------------------------------------------------------------------------ */

/* Each contact as its visitor tells it; then how the list ended. */
static void
contacts_of(const char *text, char *told, size_t size)
{
    static line_told t;
    size_t len = strlen(text);
    uint8_t *in = exact((const uint8_t *)text, len);
    wyre_msnp_contact_iter it = {{0, 0, {0}}, {0, 0}, 0, 0};
    wyre_msnp_contact contact;
    wyre_status status;
    size_t at = 0;
    while ((status = wyre_msnp_contact_next(&it, in, len, &contact)) == WYRE_OK) {
        wyre_visitor v = telling(&t, in);
        wyre_msnp_contact_visit(&contact, &v);
        at += (size_t)snprintf(told + at, size - at, "[%s]", t.text);
    }
    snprintf(told + at, size - at, "%s@%u,%u", wyre_status_name(status), (unsigned)it.xml.pos,
             (unsigned)it.initial);
    free(in);
}

/* clang-format off */
static const struct token_row contact_rows[] = {
    {"<ml l=\"1\"><d n=\"example.net\"><c n=\"bea\" l=\"3\" t=\"1\"/></d></ml>",
     "[domain=example.net local=bea lists=0x3 network_id=1]END@62,1"},
    {"<ml l='1'><d n='e.org'><c n='a' l='3' t='1' /><c n='b' l='2' f='B%20x'/></d><d n='f'><c n='c'></c></d></ml>",
     "[domain=e.org local=a lists=0x3 network_id=1][domain=e.org local=b friendly_name=B%20x lists=0x2][domain=f local=c]END@107,1"},
    {"<ml><t><c n='tel:+15551' l='3'/></t></ml>", "[local=tel:+15551 lists=0x3]END@41,0"},
    {"<ml></ml>", "END@9,0"},
    {"", "END@0,0"},
    {"<Data/>", "E_MAGIC@0,0"},
    {"<ml><d n='x'><c n='a' l='-1'/></d></ml>", "E_VALUE@13,0"},
    {"<ml><d n='x'><c n='a' l='4294967296'/></d></ml>", "E_VALUE@13,0"},
    {"<ml><d n='x'><c n='a' t=''/></d></ml>", "E_VALUE@13,0"},
    {"<ml><d n='x'><c n=a/></d></ml>", "E_TEXT@13,0"},
    {"<ml><d n='x'><c n='a'/></ml>", "[domain=x local=a]E_TEXT@23,0"},
    {"<ml><d n='x'><c n='a'/>", "[domain=x local=a]E_LENGTH@23,0"},
    {"<ml><d><e><c n='deep'/></e></d></ml>", "END@36,0"},
};
/* clang-format on */

TEST(contacts_come_one_by_one)
{
    char told[512];
    for (const struct token_row *r = contact_rows; r < contact_rows + COUNT(contact_rows); r++) {
        contacts_of(r->in, told, sizeof told);
        if (strcmp(told, r->told) != 0)
            fail_msg("%s: %s", r->in, told);
    }
}

TEST(contacts_end_at_4096_and_with_a_spoilt_iterator)
{
    const uint8_t *in = (const uint8_t *)"<c n='a'/>";
    wyre_msnp_contact_iter it = {{0, 2, {0}}, {0, 10}, 4096, 0};
    const wyre_msnp_contact none = {.has_lists = 0};
    wyre_msnp_contact got = {.has_lists = 1};
    assert_status("4097", wyre_msnp_contact_next(&it, in, 10, &got), WYRE_E_LIMIT);
    assert_fields("4097", &got, &none, sizeof got);
    assert_int_equal(it.xml.pos, 0);
    it.count = 4095;
    assert_status("4096", wyre_msnp_contact_next(&it, in, 10, &got), WYRE_OK);
    assert_int_equal(it.count, 4096);
    assert_int_equal(got.domain.len, 10);
    it = (wyre_msnp_contact_iter){{0, 2, {0}}, {0, 11}, 0, 0};
    assert_status("a domain of a longer text", wyre_msnp_contact_next(&it, in, 10, &got),
                  WYRE_E_ARG);
    assert_fields("refused", &got, &none, sizeof got);
    it = (wyre_msnp_contact_iter){{0, 2, {0}}, {11, 0}, 0, 0};
    assert_status("and an empty one", wyre_msnp_contact_next(&it, in, 10, &got), WYRE_E_ARG);
}

TEST(contact_lists_are_written)
{
    const uint8_t *src = (const uint8_t *)"example.netbeacaltel:+15551B%20x\"'<";
    const wyre_msnp_contact m[] = {
        {.domain = {0, 11},
         .local = {11, 3},
         .lists = 3,
         .network_id = 1,
         .has_lists = 1,
         .has_network_id = 1},
        {.domain = {0, 11}, .local = {14, 3}, .friendly_name = {27, 5}},
        {.local = {17, 10}, .lists = 3, .has_lists = 1},
    };
    static const char want[] =
        "<ml l=\"1\"><d n=\"example.net\"><c n=\"bea\" l=\"3\" t=\"1\"/>"
        "<c n=\"cal\" f=\"B%20x\"/></d><t><c n=\"tel:+15551\" l=\"3\"/></t></ml>";
    size_t n;
    for (size_t cap = 0; cap <= strlen(want); cap++) {
        uint8_t *out = exact((const uint8_t *)want, cap);
        memset(out, 0, cap);
        assert_status("list", wyre_msnp_contact_list_encode(m, 3, 1, src, 35, out, cap, &n),
                      cap == strlen(want) ? WYRE_OK : WYRE_E_SPACE);
        assert_int_equal(n, strlen(want));
        if (cap == strlen(want))
            assert_memory_equal(out, want, cap);
        free(out);
    }
    assert_status("none", wyre_msnp_contact_list_encode(NULL, 0, 0, NULL, 0, NULL, 0, &n),
                  WYRE_E_SPACE);
    assert_int_equal(n, 9);
    assert_status("outside", wyre_msnp_contact_list_encode(m, 3, 1, src, 26, NULL, 0, &n),
                  WYRE_E_ARG);
    wyre_msnp_contact bad = {.domain = {0, 11}, .local = {32, 2}};
    assert_status("both quotes", wyre_msnp_contact_list_encode(&bad, 1, 0, src, 35, NULL, 0, &n),
                  WYRE_E_RANGE);
    bad.local = (wyre_span){34, 1};
    assert_status("<", wyre_msnp_contact_list_encode(&bad, 1, 0, src, 35, NULL, 0, &n),
                  WYRE_E_RANGE);
    bad.local = (wyre_span){0, 0};
    assert_status("no local", wyre_msnp_contact_list_encode(&bad, 1, 0, src, 35, NULL, 0, &n),
                  WYRE_E_RANGE);
}

/* ---- the rest ------------------------------------------------------------------------------------ */

TEST(the_text_to_hash_is_joined)
{
    static const char in[] = "<msnobj Creator=\"a@b\" Size=\"12\" Type=\"3\" Location=\"x\" "
                             "Friendly=\"AAA=\" SHA1D=\"d\" SHA1C=\"c\"/>";
    static const char want[] = "Creatora@bSize12Type3LocationxFriendlyAAA=SHA1Dd";
    wyre_msnp_object m;
    uint8_t out[64];
    size_t n;
    const uint8_t *src = (const uint8_t *)in;
    assert_status("object", wyre_msnp_object_decode(src, strlen(in), 0, &m, NULL), WYRE_OK);
    assert_status("text", wyre_msnp_object_hash_text(&m, src, strlen(in), out, sizeof out, &n),
                  WYRE_OK);
    assert_int_equal(n, strlen(want));
    assert_memory_equal(out, want, n);
    assert_status("outside", wyre_msnp_object_hash_text(&m, src, 20, out, sizeof out, &n),
                  WYRE_E_ARG);
    assert_string_equal(wyre_msnp_object_name(3), "DISPLAY_PICTURE");
    assert_string_equal(wyre_msnp_object_name(1), "?");
}

TEST(media_come_part_by_part)
{
    const uint8_t *in = (const uint8_t *)"\\0Music\\01\\0";
    static const wyre_span want[] = {{0, 0}, {2, 5}, {9, 1}, {12, 0}};
    wyre_span left = {0, 12};
    wyre_span part;
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_status("part", wyre_msnp_media_next(&left, in, 12, &part), WYRE_OK);
        assert_fields("part", &part, &want[i], sizeof part);
    }
    assert_status("end", wyre_msnp_media_next(&left, in, 12, &part), WYRE_END);
    left = (wyre_span){12, 1};
    assert_status("outside", wyre_msnp_media_next(&left, in, 12, &part), WYRE_E_ARG);
}

TEST(markup_that_breaks_out_is_refused)
{
    uint8_t out[128];
    static const char *const bad[] = {"</PSM>", "<b>", "a<"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        wyre_msnp_personal m = {.psm = {0, (uint32_t)strlen(bad[i])}};
        assert_status(bad[i],
                      wyre_msnp_personal_encode(&m, (const uint8_t *)bad[i], strlen(bad[i]), out,
                                                sizeof out, NULL),
                      WYRE_E_RANGE);
    }
    wyre_msnp_object o = {.creator = {0, 2}};
    assert_status("both quotes",
                  wyre_msnp_object_encode(&o, (const uint8_t *)"\"'", 2, out, sizeof out, NULL),
                  WYRE_E_RANGE);
}

RUN_TESTS("msnp_xml", TESTED(each_record_is_told_and_written_again), TESTED(tokens_come_one_by_one),
          TESTED(elements_are_open_16_deep_at_most), TESTED(attributes_come_one_by_one),
          TESTED(entities_are_replaced), TESTED(text_is_escaped_and_comes_back),
          TESTED(contacts_come_one_by_one), TESTED(contacts_end_at_4096_and_with_a_spoilt_iterator),
          TESTED(contact_lists_are_written), TESTED(the_text_to_hash_is_joined),
          TESTED(media_come_part_by_part), TESTED(markup_that_breaks_out_is_refused))

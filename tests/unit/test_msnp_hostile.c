/* What attackers and broken peers of MSNP are known to send, in the order of section 15 of the reference:
 * each is refused where it is wrong, by the status that says why, or told as what it is. */
#include "../properties/ring.h"
#include <wyre/msnp.h>

enum { C = 0, S = 0x100, SB = 0x200 };

/* clang-format off */
/* Streams: n is what was used, or the byte at fault; `malformed` is the line's own. */
static const struct stream {
    const char *hex;
    uint32_t role;
    wyre_status status;
    size_t n;
    wyre_status malformed;
} streams[] = {
    /* 1: lengths */
    {"'MSG 1 U -5' 0d0a", C | SB | 12, WYRE_E_VALUE, 8, 0}, {"'MSG 1 U +5' 0d0a", C | SB | 12, WYRE_E_VALUE, 8, 0},
    {"'MSG 1 U 5x' 0d0a", C | SB | 12, WYRE_E_VALUE, 8, 0}, {"'MSG 1 U ' 0d0a", C | SB | 12, WYRE_E_VALUE, 8, 0},
    {"'MSG 1 U 1_0' 0d0a", C | SB | 12, WYRE_E_VALUE, 8, 0}, {"'MSG 1 U ' d9a5 0d0a", C | SB | 12, WYRE_E_VALUE, 8, 0},
    {"'MSG 1 U 99999999999999999999' 0d0a", C | SB | 12, WYRE_E_VALUE, 8, 0},
    {"'MSG 1 U 4294967295' 0d0a", C | SB | 12, WYRE_E_LIMIT, 8, 0}, {"'MSG 1 U 4294967200' 0d0a", C | SB | 12, WYRE_E_LIMIT, 8, 0},
    {"'MSG 1 U 65537' 0d0a", C | SB | 12, WYRE_E_LIMIT, 8, 0}, {"'MSG 1 U 05' 0d0a 'abcde'", C | SB | 12, WYRE_OK, 17, 0},
    /* 2: too few fields for a payload */
    {"'MSG x' 0d0a", S | 12, WYRE_OK, 7, WYRE_E_LENGTH}, {"'UBX a@b' 0d0a", S | 12, WYRE_OK, 9, WYRE_E_LENGTH},
    {"'NOT' 0d0a", S | 8, WYRE_OK, 5, WYRE_E_LENGTH},
    /* 4: a number at the end of a line that has no payload */
    {"'ZZZ 5 100' 0d0a 'PNG'", C | 12, WYRE_OK, 11, 0}, {"'CHL 0 15570131571988941333' 0d0a", S | 12, WYRE_OK, 28, 0},
    {"'ADL 5 OK' 0d0a", S | 13, WYRE_OK, 10, 0},
    /* 6: XML that is no line */
    {"'NOT 5' 0d0a '<NOT>'", S | 8, WYRE_OK, 12, 0}, {"'IPG 5' 0d0a '<NOT>'", S | 8, WYRE_OK, 12, 0},
    {"'GCF 0 5' 0d0a '<NOT>'", S | 13, WYRE_OK, 14, 0},
    /* 9: what is no UTF-8, and a NUL */
    {"'PRP MFN ' c0af ff 0d0a", S | 12, WYRE_OK, 13, 0}, {"'PRP MFN a' 00 'b' 0d0a", S | 12, WYRE_OK, 13, WYRE_E_TEXT},
    /* 12: names that are none */
    {"'A 1' 0d0a", C | 12, WYRE_OK, 5, WYRE_E_MAGIC}, {"'AB' 0d0a", C | 12, WYRE_OK, 4, WYRE_E_MAGIC},
    {"'ABCD 1' 0d0a", C | 12, WYRE_OK, 8, WYRE_E_MAGIC}, {"'2A1 1' 0d0a", S | 12, WYRE_OK, 7, WYRE_E_MAGIC},
    {"'msg 1 U 5' 0d0a", C | 12, WYRE_OK, 11, WYRE_E_MAGIC}, {"'540 7' 0d0a", C | 12, WYRE_OK, 7, WYRE_E_MAGIC},
    {"0d0a", C | 12, WYRE_OK, 2, WYRE_E_MAGIC}, {"'BOGUS 1 2 3' 0d0a", C | 12, WYRE_OK, 13, WYRE_E_MAGIC},
    /* 25: a payload of no length */
    {"'ADL 5 0' 0d0a", C | 13, WYRE_OK, 9, 0}, {"'MSG 1 U 0' 0d0a", C | SB | 12, WYRE_OK, 11, 0},
};
/* clang-format on */

TEST(streams_go_on_or_stop_where_the_rule_says)
{
    for (const struct stream *s = streams; s < streams + COUNT(streams); s++) {
        bytes in = hex(s->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_msnp_command m;
        size_t n = 99;
        assert_status(s->hex, wyre_msnp_frame(unit, in.len, s->role, 8192, 65536, NULL, &m, &n),
                      s->status);
        assert_offset(s->hex, n, s->n);
        assert_status(s->hex, m.malformed, s->malformed);
        free(unit);
    }
}

/* 11: a line that never ends, and one of nothing but fields. */
TEST(a_line_without_end_is_stopped)
{
    enum { MUCH = 1 << 20 };
    uint8_t *in = block(MUCH);
    wyre_msnp_command m;
    wyre_span field;
    size_t n;
    size_t count = 0;
    memset(in, ' ', MUCH);
    memcpy(in, "CHG", 3);
    assert_status("endless", wyre_msnp_frame(in, MUCH, 12, 8192, 65536, NULL, &m, &n),
                  WYRE_E_LIMIT);
    assert_offset("endless", n, 8192);
    memcpy(in + 8190, "\r\n", 2);
    assert_status("fields", wyre_msnp_frame(in, MUCH, 12, 8192, 65536, NULL, &m, &n), WYRE_OK);
    while (wyre_msnp_field_next(&m.fields, in, n, &field) == WYRE_OK)
        count++;
    assert_int_equal(count, 8190 - 3);
    free(in);
}

/* ---- 3, 13: views ------------------------------------------------------------------------------- */

#define REFUSES(view, line, role, status, fault)                                                   \
    do {                                                                                           \
        static const char text_[] = line "\r\n";                                                   \
        const uint8_t *in_ = (const uint8_t *)text_;                                               \
        wyre_msnp_command command_;                                                                \
        wyre_msnp_##view m_;                                                                       \
        size_t n_ = 99;                                                                            \
        assert_status(line, wyre_msnp_command_decode(in_, sizeof text_ - 1, role, &command_, &n_), \
                      WYRE_OK);                                                                    \
        assert_status(line, wyre_msnp_##view##_decode(in_, sizeof text_ - 1, &command_, &m_, &n_), \
                      status);                                                                     \
        assert_offset(line, n_, fault);                                                            \
    } while (0)

TEST(replies_without_their_fields_are_refused)
{
    REFUSES(xfr, "XFR 5", S | 12, WYRE_E_LENGTH, 5);
    REFUSES(usr, "USR 3", S | 12, WYRE_E_LENGTH, 5);
    REFUSES(chg, "CHG", S | 12, WYRE_E_LENGTH, 3);
    REFUSES(lst, "LST", S | 12, WYRE_E_LENGTH, 3);
    REFUSES(ver, "VER", S | 12, WYRE_E_LENGTH, 3);
}

TEST(a_trid_that_is_none_is_refused)
{
    REFUSES(chg, "CHG NLN", C | 12, WYRE_E_VALUE, 4);
    REFUSES(chg, "CHG 4294967296 NLN", C | 12, WYRE_E_VALUE, 4);
    REFUSES(chg, "CHG 99999999999999999999 NLN", C | 12, WYRE_E_VALUE, 4);
    REFUSES(chg, "CHG -1 NLN", C | 12, WYRE_E_VALUE, 4);
    REFUSES(chg, "CHG +1 NLN", C | 12, WYRE_E_VALUE, 4);
    REFUSES(chg, "CHG 0x1 NLN", C | 12, WYRE_E_VALUE, 4);
    REFUSES(chg, "CHG 4294967295 NLN", C | 12, WYRE_OK, 18);
}

/* Whoever made the command that a view is given: nothing outside the bytes is looked at. */
TEST(a_view_judges_the_command_it_is_given)
{
    static const uint8_t in[] = "MSG a b 2\r\nhi";
    const size_t len = sizeof in - 1;
    wyre_msnp_command good, c;
    wyre_msnp_msg m;
    size_t n = 99;
    assert_status("good", wyre_msnp_command_decode(in, len, S | SB | 12, &good, &n), WYRE_OK);
    m.command = good;
    assert_status("in place", wyre_msnp_msg_decode(in, len, &m.command, &m, &n), WYRE_OK);
    assert_offset("in place", n, len);
    for (size_t cut = 0; cut < len; cut++)
        assert_status("cut", wyre_msnp_msg_decode(in, cut, &good, &m, &n), WYRE_E_ARG);
    c = good;
    c.role = 22;
    assert_status("dialect", wyre_msnp_msg_decode(in, len, &c, &m, &n), WYRE_E_ARG);
    c.role = WYRE_MSNP_BARE_LF;
    assert_status("role", wyre_msnp_msg_decode(in, len, &c, &m, &n), WYRE_E_ARG);
    c = good;
    c.fields.len = UINT32_MAX;
    assert_status("fields", wyre_msnp_msg_decode(in, len, &c, &m, &n), WYRE_E_ARG);
    c = good;
    c.payload.off = UINT32_MAX;
    assert_status("payload", wyre_msnp_msg_decode(in, len, &c, &m, &n), WYRE_E_ARG);
    c = good;
    c.malformed = WYRE_E_TEXT;
    c.fault = 2;
    assert_status("malformed", wyre_msnp_msg_decode(in, len, &c, &m, &n), WYRE_E_TEXT);
    assert_offset("malformed", n, 2);
    assert_int_equal(m.command.role, 0);
}

/* ---- 7, 8, 21 to 24: records ---------------------------------------------------------------------- */

#define RECORD_IS(record, m, text, status)                                                         \
    assert_status(                                                                                 \
        text, wyre_msnp_##record##_decode((const uint8_t *)(text), sizeof(text) - 1, 0, m, NULL),  \
        status)

TEST(messages_without_what_belongs_to_them_are_told)
{
    wyre_msnp_message m;
    RECORD_IS(message, &m, "", WYRE_OK);
    RECORD_IS(message, &m, "Content-Type: text/plain", WYRE_OK); /* no blank line, no body */
    REQUIRE(m.content_type.len == 10 && m.body.len == 0, "no blank line");
    RECORD_IS(message, &m, "no colon\r\nContent-Type: a\r\n\r\nb", WYRE_OK);
    REQUIRE(m.content_type.len == 1 && m.body.len == 1, "no colon");
    RECORD_IS(message, &m, "Content-Type:\r\n\r\n", WYRE_OK);
    REQUIRE(m.content_type.len == 0 && m.content_type.off > 0, "no value");
    RECORD_IS(message, &m, "Content-Type: a\rb\r\n\r\n", WYRE_E_TEXT);
}

TEST(a_charset_is_opaque)
{
    static const char *const types[] = {"text/plain; charset=UTF-8.0",
                                        "text/plain; charset=", "text/plain; =", "text/plain;",
                                        "text/plain;%n%s"};
    for (size_t i = 0; i < COUNT(types); i++)
        REQUIRE(wyre_msnp_content_kind((const uint8_t *)types[i], strlen(types[i])) ==
                    WYRE_MSNP_CONTENT_TEXT,
                types[i]);
}

TEST(formats_and_chunks_are_numbers_only)
{
    wyre_msnp_im_format f;
    wyre_msnp_invitation i;
    wyre_msnp_message m;
    RECORD_IS(im_format, &f, "FN", WYRE_OK);
    REQUIRE(f.parts == 0, "no sign of equality");
    RECORD_IS(im_format, &f, "CO=12345678; FN=Arial", WYRE_OK);
    REQUIRE((f.parts & WYRE_MSNP_FORMAT_COLOR) == 0 && f.font.len == 5, "too long a color");
    RECORD_IS(im_format, &f, "CO=; FN=%", WYRE_OK);
    REQUIRE((f.parts & WYRE_MSNP_FORMAT_COLOR) == 0 && f.font.len == 1, "no color");
    RECORD_IS(message, &m, "Message-ID: {1}\r\nChunks: 2147483648\r\n\r\n", WYRE_OK);
    RECORD_IS(message, &m, "Message-ID: {1}\r\nChunk: 0\r\n\r\n", WYRE_OK);
    RECORD_IS(invitation, &i, "Invitation-Cookie: %20%20%20%20%20%20%20%20%20%20%20%20\r\n\r\n",
              WYRE_OK);
    REQUIRE(i.invitation_cookie.len == 36, "cookie");
}

TEST(a_gateway_s_reply_without_session_is_told)
{
    wyre_msnp_gateway_reply g;
    RECORD_IS(gateway_reply, &g, "GW-IP=10.0.0.1; Session=close", WYRE_OK);
    REQUIRE(g.session_id.off == 0 && g.session_id.len == 0, "no session");
    RECORD_IS(gateway_reply, &g, "SessionID=1\r\nX: y", WYRE_E_TEXT);
}

/* ---- 10, 17: codings ------------------------------------------------------------------------------- */

TEST(codings_that_are_cut_are_refused)
{
    static const char *const cut[] = {"a%", "a%4", "a%zz", "a%4z"};
    uint8_t out[8];
    size_t n;
    for (size_t i = 0; i < COUNT(cut); i++) {
        size_t len = strlen(cut[i]);
        uint8_t *unit = exact((const uint8_t *)cut[i], len);
        assert_status(cut[i], wyre_percent_decode(unit, len, 0, out, sizeof out, &n), WYRE_E_TEXT);
        assert_offset(cut[i], n, 1);
        assert_status(cut[i],
                      wyre_percent_decode(unit, len, WYRE_PERCENT_LITERAL, out, sizeof out, &n),
                      WYRE_OK);
        REQUIRE(n == len && memcmp(out, cut[i], n) == 0, cut[i]);
        free(unit);
    }
    assert_status("%00", wyre_percent_decode((const uint8_t *)"a%00b", 5, 0, out, 8, &n), WYRE_OK);
    REQUIRE(n == 3 && memcmp(out, "a\0b", 3) == 0, "%00");
    assert_status("base64", wyre_base64_decode((const uint8_t *)"!!!!", 4, out, 8, &n),
                  WYRE_E_TEXT);
    assert_status("base64", wyre_base64_decode((const uint8_t *)"AAA", 3, out, 8, &n), WYRE_E_TEXT);
}

/* ---- 14, 15: chunks -------------------------------------------------------------------------------- */

TEST(chunks_that_lie_are_refused)
{
    static const struct {
        const char *hex;
        wyre_status status;
        size_t fault;
    } v1[] =
        {
            /* longer than what came; offset and length that wrap; past the total; short */
            {"00000000 01000000 0000000000000000 ffffffff00000000 00100000 00000000 00000000 "
             "00000000 "
             "0000000000000000 'abc' 00000000",
             WYRE_E_LENGTH, 48},
            {"00000000 01000000 ffffffffffffffff ffffffffffffffff 03000000 00000000 00000000 "
             "00000000 "
             "0000000000000000 'abc' 00000000",
             WYRE_E_VALUE, 24},
            {"00000000 01000000 0400000000000000 0300000000000000 00000000 00000000 00000000 "
             "00000000 "
             "0000000000000000 00000000",
             WYRE_E_VALUE, 8},
            {"00000000 01000000 0000000000000000", WYRE_E_LENGTH, 16},
        },
      v2[] = {
          {"08 00 0000", WYRE_E_LENGTH, 4},
          {"07 00 0000 00000000 00000000", WYRE_E_VALUE, 0},
          {"0a 00 0000 00000000 0000 00000000", WYRE_E_VALUE, 0},
          {"10 00 0000 00000000 00000000", WYRE_E_LENGTH, 12},
          {"08 00 0009 00000001 10 00 0002 00000003 'x' 00000004", WYRE_E_VALUE, 8},
          {"08 00 0009 00000001 07 00 0002 00000003 'x' 00000004", WYRE_E_VALUE, 8},
          {"08 00 00ff 00000001 08 00 0002 00000003 'x' 00000004", WYRE_E_LENGTH, 21},
      };
    for (size_t i = 0; i < COUNT(v1); i++) {
        bytes in = hex(v1[i].hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_msnp_p2p m;
        size_t n;
        assert_status(v1[i].hex, wyre_msnp_p2p_decode(unit, in.len, 0, &m, &n), v1[i].status);
        assert_offset(v1[i].hex, n, v1[i].fault);
        free(unit);
    }
    for (size_t i = 0; i < COUNT(v2); i++) {
        bytes in = hex(v2[i].hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_msnp_p2p2 m;
        size_t n;
        assert_status(v2[i].hex, wyre_msnp_p2p2_decode(unit, in.len, 0, &m, &n), v2[i].status);
        assert_offset(v2[i].hex, n, v2[i].fault);
        free(unit);
    }
}

TEST(a_record_past_its_end_is_refused)
{
    bytes in = hex("02 05 0001");
    wyre_span left = {0, 4};
    wyre_msnp_p2p2_record record;
    assert_status("TLV", wyre_msnp_p2p2_record_next(&left, in.at, in.len, &record), WYRE_E_LENGTH);
}

/* 14, 22: chunks of another message, out of order, or more than was said. */
TEST(chunks_out_of_order_are_refused)
{
    wyre_msnp_reassembly r = {.begun = 0};
    wyre_msnp_p2p first = {.message_id = 1, .total_size = 10, .data = {0, 4}};
    wyre_msnp_p2p gap = {.message_id = 1, .total_size = 10, .chunk_offset = 6, .data = {0, 4}};
    wyre_msnp_p2p other = {.message_id = 2, .total_size = 10, .chunk_offset = 4, .data = {0, 4}};
    wyre_msnp_p2p grown = {.message_id = 1, .total_size = 99, .chunk_offset = 4, .data = {0, 4}};
    assert_status("no first", wyre_msnp_reassemble(&r, &gap), WYRE_E_STATE);
    assert_status("first", wyre_msnp_reassemble(&r, &first), WYRE_OK);
    assert_status("again", wyre_msnp_reassemble(&r, &first), WYRE_E_STATE);
    assert_status("gap", wyre_msnp_reassemble(&r, &gap), WYRE_E_STATE);
    assert_status("another", wyre_msnp_reassemble(&r, &other), WYRE_E_STATE);
    assert_status("grown", wyre_msnp_reassemble(&r, &grown), WYRE_E_STATE);
    assert_int_equal(r.next, 4);
}

/* ---- 16, 18, 19 -------------------------------------------------------------------------------------- */

TEST(invitations_may_lack_anything)
{
    wyre_msnp_slp m;
    RECORD_IS(slp, &m, "BYE MSNMSGR:a@b MSNSLP/1.0\r\n\r\n", WYRE_OK);
    REQUIRE(m.call_id.len == 0 && m.via.len == 0 && m.body.len == 0, "no headers");
    RECORD_IS(slp, &m,
              "BYE MSNMSGR:a@b MSNSLP/1.0\r\nCSeq: -1 x\r\nContent-Length: 99999\r\n\r\nab",
              WYRE_OK);
    REQUIRE(m.body.len == 2 && m.cseq.len == 4, "lengths that lie");
    RECORD_IS(slp, &m, "", WYRE_E_TEXT);
    RECORD_IS(slp, &m, "MSNSLP/1.0 x OK\r\n\r\n", WYRE_E_TEXT);
}

TEST(objects_are_told_not_trusted)
{
    wyre_msnp_object o;
    RECORD_IS(object, &o, "<msnobj Creator=\"a@b\" Location=\"../../file\"/>", WYRE_OK);
    REQUIRE(o.location.len == 10 && !o.has_size && o.sha1d.len == 0, "location");
    RECORD_IS(object, &o, "<msnobj Creator=\"a@b", WYRE_E_LENGTH);
    RECORD_IS(object, &o, "<msnobj Creator=a/>", WYRE_E_TEXT);
    RECORD_IS(object, &o, "<msnobj Size=\"-1\"/>", WYRE_E_VALUE);
    RECORD_IS(object, &o, "<msnobj Size=\"4294967296\"/>", WYRE_E_VALUE);
    RECORD_IS(object, &o, "<msnobj Size=\"2147483649\"/>", WYRE_OK);
    REQUIRE(o.has_size && o.size == 2147483649u, "size");
    RECORD_IS(object, &o, "<x/>", WYRE_E_MAGIC);
}

RUN_TESTS("msnp_hostile", TESTED(streams_go_on_or_stop_where_the_rule_says),
          TESTED(a_line_without_end_is_stopped), TESTED(replies_without_their_fields_are_refused),
          TESTED(a_trid_that_is_none_is_refused), TESTED(a_view_judges_the_command_it_is_given),
          TESTED(messages_without_what_belongs_to_them_are_told), TESTED(a_charset_is_opaque),
          TESTED(formats_and_chunks_are_numbers_only),
          TESTED(a_gateway_s_reply_without_session_is_told),
          TESTED(codings_that_are_cut_are_refused), TESTED(chunks_that_lie_are_refused),
          TESTED(a_record_past_its_end_is_refused), TESTED(chunks_out_of_order_are_refused),
          TESTED(invitations_may_lack_anything), TESTED(objects_are_told_not_trusted))

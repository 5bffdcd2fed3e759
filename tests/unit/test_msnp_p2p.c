/* lib/msnp/msnp_p2p.c, msnp_p2p2.c, msnp_slp.c: the tables of reference section 8, a blank between two
 * fields. */
#include "../properties/msnp_told.h"
#include <wyre/msnp.h>

RING(wyre_msnp_p2p, 1);
RING(wyre_msnp_p2p2, 1);
RING(wyre_msnp_slp, 0);
RING(wyre_msnp_slp_body, 0);

typedef struct p2p_row {
    const char *name;
    const ring *packet;
    const char *hex;
    uint32_t flags;
    wyre_status status;
    size_t n;
    const char *told; /* without what spans hold */
} p2p_row;

#define V1 &wyre_msnp_p2p_ring
#define V2 &wyre_msnp_p2p2_ring

/* clang-format off */
static const p2p_row rows[] = {
    {"a chunk of a picture", V1, "01020304 11121314 0200000000000000 0500000000000000 03000000 20000000 21222324 31323334 "
     "0400000000000000 'abc' 0000000c", 0, WYRE_OK, 55,
     "session_id=67305985 message_id=336794129 chunk_offset=2 total_size=5 flags=0x20 acknowledged_id=606282273 "
     "acknowledged_unique_id=875770417 acknowledged_size=4 data=abc application_id=12"},
    {"an acknowledgement has a total and no data", V1, "00000000 01000000 0000000000000000 0500000000000000 00000000 02000000 "
     "02000000 03000000 0500000000000000 00000000", 0, WYRE_OK, 52,
     "session_id=0 message_id=1 chunk_offset=0 total_size=5 flags=0x2 acknowledged_id=2 acknowledged_unique_id=3 "
     "acknowledged_size=5 data= application_id=0"},
    {"a direct connection has no footer", V1, "01000000 01000000 0000000000000000 0300000000000000 03000000 00000000 00000000 "
     "00000000 0000000000000000 'abc'", 1, WYRE_OK, 51,
     "session_id=1 message_id=1 chunk_offset=0 total_size=3 flags=0x0 acknowledged_id=0 acknowledged_unique_id=0 "
     "acknowledged_size=0 data=abc"},
    {"no footer", V1, "01000000 01000000 0000000000000000 0300000000000000 03000000 00000000 00000000 00000000 "
     "0000000000000000 'abc'", 0, WYRE_E_LENGTH, 51, NULL},
    {"the header ends early", V1, "01000000 01000000 0000000000000000 0300000000000000 03000000 00000000 00000000 00000000 "
     "00000000000000", 1, WYRE_E_LENGTH, 47, NULL},
    {"more data than there is", V1, "01000000 01000000 0000000000000000 0400000000000000 04000000 00000000 00000000 00000000 "
     "0000000000000000 'abc'", 1, WYRE_E_LENGTH, 48, NULL},
    {"an offset past the total", V1, "01000000 01000000 0400000000000000 0300000000000000 00000000 00000000 00000000 00000000 "
     "0000000000000000", 1, WYRE_E_VALUE, 8, NULL},
    {"offset and length whose sum wraps 64 bits", V1, "01000000 01000000 ffffffffffffffff ffffffffffffffff 03000000 00000000 "
     "00000000 00000000 0000000000000000 'abc'", 1, WYRE_E_VALUE, 24, NULL},
    {"a length of 4 GiB - 1", V1, "01000000 01000000 0000000000000000 ffffffffffffffff ffffffff 00000000 00000000 00000000 "
     "0000000000000000", 1, WYRE_E_LENGTH, 48, NULL},
    {"an undefined flag", V1, "01000000 01000000 0000000000000000 0000000000000000 00000000 00000000 00000000 00000000 "
     "0000000000000000", 2, WYRE_E_ARG, 0, NULL},
    {"version 2: SYN and RAK with peer info, no data", V2, "18 03 0000 00000001 01 0c 000102030405060708090a0b 0000 00000000", 0, WYRE_OK, 28,
     "operation=0x3 base_id=1 header_records=(16) application_id=0"},
    {"version 2: first chunk with the rest to come", V2, "08 00 0015 00000002 14 01 0003 00000004 01 08 0000000000000009 0000 'x' 0000000c", 0,
     WYRE_OK, 33,
     "operation=0x0 base_id=2 header_records= data_flags=0x1 package_number=3 session_id=4 data_records=(12) data=x application_id=12"},
    {"version 2: direct", V2, "08 02 0008 00000002 08 00 0000 00000000", 1, WYRE_OK, 16,
     "operation=0x2 base_id=2 header_records= data_flags=0x0 package_number=0 session_id=0 data_records= data="},
    {"version 2: seven bytes", V2, "08 00 0000 000000", 1, WYRE_E_LENGTH, 7, NULL},
    {"version 2: header of 4", V2, "04 00 0000 00000000", 1, WYRE_E_VALUE, 0, NULL},
    {"version 2: header of 9", V2, "09 00 0000 00000000 00", 1, WYRE_E_VALUE, 0, NULL},
    {"version 2: header past the end", V2, "0c 00 0000 00000000 000000", 1, WYRE_E_LENGTH, 11, NULL},
    {"version 2: message past the end", V2, "08 00 0009 00000000 08 00 0000 00000000", 1, WYRE_E_LENGTH, 16, NULL},
    {"version 2: message of 7", V2, "08 00 0007 00000000 08 00 0000 00000000", 1, WYRE_E_LENGTH, 15, NULL},
    {"version 2: data header of 7", V2, "08 00 0008 00000000 07 00 0000 00000000", 1, WYRE_E_VALUE, 8, NULL},
    {"version 2: data header past the message", V2, "08 00 0008 00000000 09 00 0000 00000000 00", 1, WYRE_E_VALUE, 8, NULL},
    {"version 2: no footer", V2, "08 00 0000 00000000 000000", 0, WYRE_E_LENGTH, 11, NULL},
};
/* clang-format on */

/* Longer spans of bytes as their length. */
static void
shorten(void *user, const char *name, uint32_t kind, wyre_span span)
{
    char text[16];
    if (span.len < 10) {
        line_span(user, name, kind, span);
        return;
    }
    line_name(user, name, '=');
    snprintf(text, sizeof text, "(%u)", (unsigned)span.len);
    line_adds(user, text, strlen(text));
}

TEST(packets_are_told_and_written_again)
{
    static line_told t;
    static uint64_t m[32];
    static uint64_t zero[32];
    for (const p2p_row *r = rows; r < rows + COUNT(rows); r++) {
        bytes in = hex(r->hex);
        uint8_t *unit = exact(in.at, in.len);
        uint8_t out[128];
        size_t n = 99;
        assert_status(r->name, r->packet->decode(unit, in.len, r->flags, m, &n), r->status);
        assert_offset(r->name, n, r->n);
        if (r->status != WYRE_OK) {
            assert_fields(r->name, m, zero, r->packet->size);
            law(r->packet, r->name, unit, in.len, r->flags, 1);
        } else {
            wyre_visitor v = telling(&t, unit);
            v.span = shorten;
            r->packet->visit(m, &v);
            if (strcmp(t.text, r->told) != 0)
                fail_msg("%s: told %s", r->name, t.text);
            assert_status(r->name, r->packet->encode(m, unit, in.len, out, sizeof out, &n),
                          WYRE_OK);
            REQUIRE(n == in.len && memcmp(out, in.at, n) == 0, r->name);
            ring_holds(r->packet, r->name, unit, in.len, r->flags);
        }
        free(unit);
    }
}

TEST(what_a_field_cannot_hold_is_refused)
{
    static const uint8_t src[70000];
    wyre_msnp_p2p v1 = {.total_size = 2, .data = {0, 3}};
    assert_status("past total", wyre_msnp_p2p_encode(&v1, src, 9, NULL, 0, NULL), WYRE_E_RANGE);
    v1 = (wyre_msnp_p2p){.total_size = 2, .chunk_offset = 3};
    assert_status("past total", wyre_msnp_p2p_encode(&v1, src, 9, NULL, 0, NULL), WYRE_E_RANGE);
    wyre_msnp_p2p2 v2 = {.header_records = {0, 3}};
    assert_status("no multiple", wyre_msnp_p2p2_encode(&v2, src, 9, NULL, 0, NULL), WYRE_E_RANGE);
    v2 = (wyre_msnp_p2p2){.header_records = {0, 248}};
    assert_status("header", wyre_msnp_p2p2_encode(&v2, src, 300, NULL, 0, NULL), WYRE_E_RANGE);
    v2 = (wyre_msnp_p2p2){.data_records = {0, 248}, .has_data = 1};
    assert_status("data header", wyre_msnp_p2p2_encode(&v2, src, 300, NULL, 0, NULL), WYRE_E_RANGE);
    v2 = (wyre_msnp_p2p2){.data = {0, 65528}, .has_data = 1};
    assert_status("message", wyre_msnp_p2p2_encode(&v2, src, 70000, NULL, 0, NULL), WYRE_E_RANGE);
    v2.data.len = 65527;
    assert_status("fits", wyre_msnp_p2p2_encode(&v2, src, 70000, NULL, 0, NULL), WYRE_E_SPACE);
}

TEST(records_of_version_2_come_one_by_one)
{
    bytes in = hex("02 04 01020304 03 00 00 01 05");
    wyre_span left = {0, 9};
    wyre_msnp_p2p2_record got;
    assert_status("ACK", wyre_msnp_p2p2_record_next(&left, in.at, in.len, &got), WYRE_OK);
    assert_int_equal(got.type, 2);
    assert_int_equal(got.value.off, 2);
    assert_int_equal(got.value.len, 4);
    assert_status("NAK", wyre_msnp_p2p2_record_next(&left, in.at, in.len, &got), WYRE_OK);
    assert_int_equal(got.type, 3);
    assert_int_equal(got.value.len, 0);
    assert_status("padding", wyre_msnp_p2p2_record_next(&left, in.at, in.len, &got), WYRE_END);
    left = (wyre_span){9, 2};
    assert_status("past the end", wyre_msnp_p2p2_record_next(&left, in.at, in.len, &got),
                  WYRE_E_LENGTH);
    assert_int_equal(left.off, 9);
    left = (wyre_span){9, 1};
    assert_status("no length", wyre_msnp_p2p2_record_next(&left, in.at, in.len, &got),
                  WYRE_E_LENGTH);
    left = (wyre_span){9, 3};
    assert_status("outside", wyre_msnp_p2p2_record_next(&left, in.at, in.len, &got), WYRE_E_ARG);
    left = (wyre_span){11, 0};
    assert_status("end", wyre_msnp_p2p2_record_next(&left, in.at, in.len, &got), WYRE_END);
}

TEST(direct_frames)
{
    bytes in = hex("03000000 'abc' 00");
    wyre_span payload;
    uint8_t out[8];
    size_t n;
    for (size_t len = 0; len < 7; len++) {
        assert_status("prefix", wyre_msnp_direct_frame(in.at, len, 3, &payload, &n), WYRE_MORE);
        assert_int_equal(n, len < 4 ? 4 : 7);
        assert_int_equal(payload.len, 0);
    }
    assert_status("whole", wyre_msnp_direct_frame(in.at, in.len, 3, &payload, &n), WYRE_OK);
    assert_int_equal(n, 7);
    assert_int_equal(payload.off, 4);
    assert_int_equal(payload.len, 3);
    assert_status("limit", wyre_msnp_direct_frame(in.at, in.len, 2, &payload, &n), WYRE_E_LIMIT);
    in = hex("ffffffff");
    assert_status("4 GiB", wyre_msnp_direct_frame(in.at, 4, UINT32_MAX, &payload, &n),
                  WYRE_E_LIMIT);
    assert_status("write", wyre_msnp_direct_encode((const uint8_t *)"abc", 3, out, sizeof out, &n),
                  WYRE_OK);
    assert_int_equal(n, 7);
    assert_memory_equal(out, "\3\0\0\0abc", 7);
    assert_status("no room", wyre_msnp_direct_encode((const uint8_t *)"abc", 3, out, 6, &n),
                  WYRE_E_SPACE);
    assert_int_equal(n, 7);
    assert_status("nothing", wyre_msnp_direct_frame(NULL, 0, 9, &payload, &n), WYRE_MORE);
}

TEST(chunks_make_a_message)
{
    wyre_msnp_reassembly r = {0};
    wyre_msnp_p2p chunk = {.session_id = 1, .message_id = 2, .total_size = 2500};
    static const uint32_t lengths[] = {1202, 1202, 96, 0};
    for (int i = 0; i < 4; i++) {
        uint64_t next = r.next;
        uint32_t len = wyre_msnp_next_chunk(&chunk, WYRE_MSNP_P2P_CHUNK_MAX);
        assert_int_equal(len, lengths[i]);
        if (len == 0)
            break;
        chunk.data = (wyre_span){0, len};
        assert_int_equal(chunk.chunk_offset, next);
        assert_status("chunk", wyre_msnp_reassemble(&r, &chunk), i < 2 ? WYRE_OK : WYRE_END);
    }
    assert_int_equal(r.begun, 0);
    assert_int_equal(r.next, 2500);
}

/* clang-format off */
static const struct wrong_chunk {
    const char *name;
    wyre_msnp_p2p chunk;
} wrong[] = {
    {"another session", {.session_id = 9, .message_id = 2, .total_size = 10, .chunk_offset = 4, .data = {0, 4}}},
    {"another message", {.session_id = 1, .message_id = 9, .total_size = 10, .chunk_offset = 4, .data = {0, 4}}},
    {"another total", {.session_id = 1, .message_id = 2, .total_size = 11, .chunk_offset = 4, .data = {0, 4}}},
    {"the same again", {.session_id = 1, .message_id = 2, .total_size = 10, .data = {0, 4}}},
    {"one too far", {.session_id = 1, .message_id = 2, .total_size = 10, .chunk_offset = 8, .data = {0, 2}}},
    {"too long", {.session_id = 1, .message_id = 2, .total_size = 10, .chunk_offset = 4, .data = {0, 7}}},
};
/* clang-format on */

TEST(a_chunk_out_of_place_changes_nothing)
{
    wyre_msnp_reassembly r = {0};
    wyre_msnp_reassembly zero = {0};
    wyre_msnp_p2p first = {.session_id = 1, .message_id = 2, .total_size = 10, .data = {0, 4}};
    assert_status("not the first", wyre_msnp_reassemble(&r, &wrong[4].chunk), WYRE_E_STATE);
    assert_fields("not the first", &r, &zero, sizeof r);
    assert_status("first", wyre_msnp_reassemble(&r, &first), WYRE_OK);
    for (const struct wrong_chunk *w = wrong; w < wrong + COUNT(wrong); w++) {
        wyre_msnp_reassembly before = r;
        assert_status(w->name, wyre_msnp_reassemble(&r, &w->chunk), WYRE_E_STATE);
        assert_fields(w->name, &r, &before, sizeof r);
    }
    wyre_msnp_p2p empty = {.session_id = 5};
    zero.session_id = 5;
    r = (wyre_msnp_reassembly){0};
    assert_status("an empty message", wyre_msnp_reassemble(&r, &empty), WYRE_END);
    wyre_msnp_p2p broken = {.total_size = 1, .chunk_offset = 2};
    assert_int_equal(wyre_msnp_next_chunk(&broken, 9), 0);
}

/* ---- MSNSLP -------------------------------------------------------------------------------------- */

#define SLP     &wyre_msnp_slp_ring
#define BODY_OF &wyre_msnp_slp_body_ring

/* clang-format off */
static const told_record texts[] = {
    {SLP, "INVITE MSNMSGR:b@y MSNSLP/1.0|To: <msnmsgr:b@y>|From: <msnmsgr:a@x;{0}>|Via: MSNSLP/1.0/TLP ;branch={1}|"
     "CSeq: 0|Call-ID: {2}|Max-Forwards: 0|Content-Type: application/x-msnmsgr-sessionreqbody|Content-Length: 5||abcd.", 0, 226,
     "method=INVITE uri=MSNMSGR:b@y version=MSNSLP/1.0 to=<msnmsgr:b@y> from=<msnmsgr:a@x;{0}> via=MSNSLP/1.0/TLP ;branch={1} "
     "cseq=0 call_id={2} max_forwards=0 content_type=application/x-msnmsgr-sessionreqbody content_length=5 body=abcd.", NULL},
    {SLP, "MSNSLP/1.0 200 OK|CSeq: 1 ||", 0, 31, "version=MSNSLP/1.0 code=200 reason=OK cseq=1", "MSNSLP/1.0 200 OK|CSeq: 1||"},
    {SLP, "MSNSLP/1.0 603 Not now||", 0, 26, "version=MSNSLP/1.0 code=603 reason=Not now", NULL},
    {SLP, "BYE MSNMSGR:b@y MSNSLP/1.0", 0, 26, "method=BYE uri=MSNMSGR:b@y version=MSNSLP/1.0", "BYE MSNMSGR:b@y MSNSLP/1.0||"},
    {SLP, "", WYRE_E_TEXT, 0, NULL, NULL},
    {SLP, "INVITE|", WYRE_E_TEXT, 0, NULL, NULL},
    {SLP, "INVITE x HTTP/1.0|", WYRE_E_TEXT, 9, NULL, NULL},
    {SLP, "INVITE x MSNSLP/1.0 y|", WYRE_E_TEXT, 9, NULL, NULL},
    {SLP, "To: x MSNSLP/1.0|", WYRE_E_TEXT, 0, NULL, NULL},
    {SLP, "MSNSLP/1.0 2x0 OK|", WYRE_E_TEXT, 11, NULL, NULL},
    {SLP, "MSNSLP/1.0 1000 OK|", WYRE_E_TEXT, 11, NULL, NULL},
    {SLP, "MSNSLP/1.0 200 O\rK|", WYRE_E_TEXT, 16, NULL, NULL},
    {BODY_OF, "EUF-GUID: {A4268EEC-FEC5-49E5-95C3-F126696BDBF6}|SessionID: 5|AppID: 1|Context: PG1z||", 0, 91,
     "euf_guid={A4268EEC-FEC5-49E5-95C3-F126696BDBF6} session_id=5 app_id=1 context=PG1z", NULL},
    {BODY_OF, "Bridge: TCPv1|Listening: true|Hashed-Nonce: {3}|IPv4Internal-Addrs: 10.0.0.1|IPv4Internal-Port: 5||", 0, 105,
     "bridge=TCPv1 hashed_nonce={3} listening=true ipv4_internal_addrs=10.0.0.1 ipv4_internal_port=5",
     "Bridge: TCPv1|Hashed-Nonce: {3}|Listening: true|IPv4Internal-Addrs: 10.0.0.1|IPv4Internal-Port: 5||"},
};
/* clang-format on */

TEST(texts_are_told_and_written_again)
{
    for (const told_record *r = texts; r < texts + COUNT(texts); r++)
        told_record_holds(r);
}

TEST(a_first_line_that_would_not_read_back_is_refused)
{
    const uint8_t *src = (const uint8_t *)"INVITE x MSNSLP/1.0 a\nb c:d";
    const wyre_msnp_slp good = {.method = {0, 6}, .uri = {7, 1}, .version = {9, 10}};
    uint8_t out[64];
    wyre_msnp_slp m = good;
    assert_status("good", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL), WYRE_OK);
    m.uri = (wyre_span){20, 3};
    assert_status("LF", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL), WYRE_E_RANGE);
    m.uri = (wyre_span){5, 3};
    assert_status("space", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL), WYRE_E_RANGE);
    m.uri = (wyre_span){0, 0};
    assert_status("no URI", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL), WYRE_E_RANGE);
    m = good;
    m.method = (wyre_span){24, 3};
    assert_status("colon", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL), WYRE_E_RANGE);
    m.method = m.version;
    assert_status("an answer", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL),
                  WYRE_E_RANGE);
    m = good;
    m.version.len = 3;
    assert_status("version", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL),
                  WYRE_E_RANGE);
    m = (wyre_msnp_slp){.version = {9, 10}, .reason = {20, 3}, .code = 200};
    assert_status("reason", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL), WYRE_E_RANGE);
    m = (wyre_msnp_slp){.version = {9, 10}, .code = 1000};
    assert_status("code", wyre_msnp_slp_encode(&m, src, 27, out, sizeof out, NULL), WYRE_E_RANGE);
}

TEST(applications_have_names_and_guids)
{
    static const char file[] = "{5D3E02AB-6190-11d3-BBBB-00C04F795683}";
    const uint8_t *guid = (const uint8_t *)file;
    assert_int_equal(wyre_msnp_application_of(guid, 38), 2);
    assert_int_equal(wyre_msnp_application_of(guid + 1, 36), 2);
    assert_int_equal(wyre_msnp_application_of(guid, 37), 0);
    assert_int_equal(wyre_msnp_application_of(guid + 1, 35), 0);
    assert_int_equal(wyre_msnp_application_of(NULL, 0), 0);
    assert_int_equal(
        wyre_msnp_application_of((const uint8_t *)"A4268EEC-FEC5-49E5-95C3-F126696BDBF6", 36), 1);
    assert_int_equal(
        wyre_msnp_application_of((const uint8_t *)"4BD96FC0-AB17-4425-A14A-439185962DC8", 36), 4);
    assert_string_equal(wyre_msnp_p2p_application_name(12), "DISPLAY_PICTURE");
    assert_string_equal(wyre_msnp_p2p_application_name(3), "?");
}

RUN_TESTS("msnp_p2p", TESTED(packets_are_told_and_written_again),
          TESTED(what_a_field_cannot_hold_is_refused), TESTED(records_of_version_2_come_one_by_one),
          TESTED(direct_frames), TESTED(chunks_make_a_message),
          TESTED(a_chunk_out_of_place_changes_nothing), TESTED(texts_are_told_and_written_again),
          TESTED(a_first_line_that_would_not_read_back_is_refused),
          TESTED(applications_have_names_and_guids))

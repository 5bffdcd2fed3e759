/* lib/msnp/msnp_message.c, msnp_headers.c, msnp_format.c, msnp_record.c: reference section 7. */
#include "../properties/msnp_told.h"
#include <wyre/msnp.h>

RING(wyre_msnp_message, 0);
RING(wyre_msnp_datacast, 0);
RING(wyre_msnp_invitation, 0);
RING(wyre_msnp_profile, 0);
RING(wyre_msnp_mail, 0);
RING(wyre_msnp_system, 0);
RING(wyre_msnp_client_caps, 0);
RING(wyre_msnp_routed, 0);
RING(wyre_msnp_im_format, 0);

#define MESSAGE     &wyre_msnp_message_ring
#define DATACAST    &wyre_msnp_datacast_ring
#define INVITATION  &wyre_msnp_invitation_ring
#define PROFILE     &wyre_msnp_profile_ring
#define MAIL        &wyre_msnp_mail_ring
#define SYSTEM      &wyre_msnp_system_ring
#define CLIENT_CAPS &wyre_msnp_client_caps_ring
#define ROUTED      &wyre_msnp_routed_ring
#define FORMAT      &wyre_msnp_im_format_ring

/* clang-format off */
static const told_record rows[] = {
    {MESSAGE, "MIME-Version: 1.0|Content-Type: text/plain; charset=UTF-8||hi Bea", 0, 68,
     "mime_version=1.0 content_type=text/plain; charset=UTF-8 body=hi Bea", NULL},
    {MESSAGE, "MIME-Version: 1.0|Content-Type: text/x-msmsgscontrol|TypingUser: ann@example.net|||", 0, 88,
     "mime_version=1.0 content_type=text/x-msmsgscontrol typing_user=ann@example.net body=|", NULL},
    {MESSAGE, "mime-VERSION:1.0|Content-Type:text/plain||x", 0, 46,
     "mime_version=1.0 content_type=text/plain body=x", "MIME-Version: 1.0|Content-Type: text/plain||x"},
    {MESSAGE, "MIME-Version: 1.0", 0, 17,
     "mime_version=1.0", "MIME-Version: 1.0||"},
    {MESSAGE, "MIME-Version: 1.0|Content-Type: ||", 0, 37,
     "mime_version=1.0 content_type=", NULL},
    {MESSAGE, "no colon|X: y|Content-Type: a|  b||body", 0, 44,
     "content_type=a|  b body=body", "Content-Type: a|  b||body"},
    {MESSAGE, "|body", 0, 6,
     "body=body", NULL},
    {MESSAGE, "", 0, 0,
     "", "|"},
    {MESSAGE, "MIME-Version: 1.0|Content-Type: text/plain|User-Agent: x|X-MMS-IM-Format: FN=A|P4-Context: Ann|Message-ID: {1}|Chunks: 3||part", 0, 134,
     "mime_version=1.0 content_type=text/plain user_agent=x im_format=FN=A p4_context=Ann message_id={1} chunks=3 body=part", NULL},
    {MESSAGE, "Message-ID: {1}|Chunk: 2||part", 0, 33,
     "message_id={1} chunk=2 body=part", NULL},
    {MESSAGE, "P2P-Dest: a@b;{0123}|P2P-Src: c@d||x", 0, 39,
     "p2p_dest=a@b;{0123} p2p_src=c@d body=x", NULL},
    {DATACAST, "ID: 1||", 0, 9,
     "id=1", NULL},
    {DATACAST, "ID: 2|Data: <msnobj/>||", 0, 26,
     "id=2 data=<msnobj/>", NULL},
    {INVITATION, "Application-Name: File Transfer|Application-GUID: {5D3E02AB-6190-11d3-BBBB-00C04F795683}|Invitation-Command: INVITE|Invitation-Cookie: 33267|Application-File: a b.txt|Application-FileSize: 12|Connectivity: N||", 0, 217,
     "application_name=File Transfer application_guid={5D3E02AB-6190-11d3-BBBB-00C04F795683} invitation_command=INVITE invitation_cookie=33267 application_file=a b.txt application_filesize=12 connectivity=N", NULL},
    {INVITATION, "Invitation-Command: CANCEL|Invitation-Cookie: 33267|Cancel-Code: REJECT||", 0, 77,
     "invitation_command=CANCEL invitation_cookie=33267 cancel_code=REJECT", NULL},
    {INVITATION, "Invitation-Command: ACCEPT|Invitation-Cookie: 33267|Launch-Application: FALSE|Request-Data: IP-Address:|IP-Address: 10.0.0.1|Port: 6891|AuthCookie: 12||", 0, 160,
     "invitation_command=ACCEPT invitation_cookie=33267 launch_application=FALSE request_data=IP-Address: ip_address=10.0.0.1 port=6891 auth_cookie=12", NULL},
    {PROFILE, "MIME-Version: 1.0|Content-Type: text/x-msmsgsprofile; charset=UTF-8|LoginTime: 1|EmailEnabled: 0|MemberIdHigh: 2|MemberIdLow: 3|lang_preference: 1033|preferredEmail: |Kid: 0|Flags: 5|sid: 507|MSPAuth: t|ClientIP: 127.0.0.1|ClientPort: 47846|ABCHMigrated: 1|MPOPEnabled: 0||", 0, 290,
     "mime_version=1.0 content_type=text/x-msmsgsprofile; charset=UTF-8 login_time=1 email_enabled=0 member_id_high=2 member_id_low=3 lang_preference=1033 preferred_email= kid=0 profile_flags=5 sid=507 msp_auth=t client_ip=127.0.0.1 client_port=47846 abch_migrated=1 mpop_enabled=0", NULL},
    {MAIL, "Mail-Data: too-large|Inbox-URL: /cgi-bin/HoTMaiL||", 0, 53,
     "mail_data=too-large inbox_url=/cgi-bin/HoTMaiL", NULL},
    {MAIL, "Inbox-Unread: 2|Folders-Unread: 0||", 0, 38,
     "inbox_unread=2 folders_unread=0", NULL},
    {MAIL, "From: Ann|Message-URL: /m|Post-URL: /p|Subject: hi|Dest-Folder: ACTIVE|From-Addr: a@b|id: 2||", 0, 101,
     "from=Ann message_url=/m post_url=/p subject=hi dest_folder=ACTIVE from_addr=a@b id=2", NULL},
    {MAIL, "Src-Folder: ACTIVE|Dest-Folder: trAsH|Message-Delta: 1||", 0, 60,
     "dest_folder=trAsH src_folder=ACTIVE message_delta=1", "Dest-Folder: trAsH|Src-Folder: ACTIVE|Message-Delta: 1||"},
    {SYSTEM, "Type: 1|Arg1: 5||", 0, 20,
     "type=1 arg1=5", NULL},
    {CLIENT_CAPS, "Client-Name: Purple/2.11|Chat-Logging: Y||", 0, 45,
     "client_name=Purple/2.11 chat_logging=Y", NULL},
    {ROUTED, "Routing: 1.0|To: 1:a@b|From: 1:c@d;epid={0}||Reliability: 1.0|Stream: 0|Segment: 0||Messaging: 2.0|Message-Type: Text|Content-Type: Text/plain; charset=UTF-8|Content-Length: 2||hi", 0, 192,
     "routing=1.0 to=1:a@b from=1:c@d;epid={0} reliability=1.0 stream=0 segment=0 messaging=2.0 message_type=Text content_type=Text/plain; charset=UTF-8 content_length=2 body=hi", NULL},
    {ROUTED, "Routing: 1.0|To: 1:a@b||Reliability: 1.0|Flags: ACK||Notification: 1.0|NotifNum: 0|Uri: /user|NotifType: Partial||", 0, 125,
     "routing=1.0 to=1:a@b reliability=1.0 block_flags=ACK notification=1.0 notif_num=0 uri=/user notif_type=Partial", NULL},
    {FORMAT, "FN=Segoe%20UI; EF=BI; CO=ff8000; CS=0; PF=22; RL=1", 0, 50,
     "font=Segoe%20UI effects=0x3 color=0xff8000 charset=0 pitch_family=34 right_to_left=1", NULL},
    {FORMAT, "FN=MS%20Shell%20Dlg; EF=; CO=0; CS=0; PF=0", 0, 42,
     "font=MS%20Shell%20Dlg effects=0x0 color=0x0 charset=0 pitch_family=0", NULL},
    {FORMAT, "EF=SU;CO=ff;XX=1;PF=zz", 0, 22,
     "effects=0xc color=0xff", "EF=SU; CO=ff"},
    {FORMAT, "FN; CO=1234567; CO=; RL=2; =;;", 0, 30,
     "", ""},
    {FORMAT, "FN=", 0, 3,
     "font=", NULL},
    {FORMAT, "", 0, 0,
     "", NULL},
    {MESSAGE, "MIME-Version: 1\r0||", WYRE_E_TEXT, 15, NULL, NULL},
    {FORMAT, "FN=a\tb", WYRE_E_TEXT, 4, NULL, NULL},
};
/* clang-format on */

TEST(each_record_is_told_and_written_again)
{
    for (const told_record *r = rows; r < rows + COUNT(rows); r++)
        told_record_holds(r);
}

TEST(headers_come_one_by_one)
{
    const uint8_t *in = (const uint8_t *)"A: 1\r\nB :\n C\nDE\r\n\r\nbody";
    static const wyre_msnp_header want[] = {{{0, 1}, {3, 1}}, {{6, 2}, {11, 1}}, {{13, 2}, {0, 0}}};
    wyre_msnp_header_iter it = {0, 0};
    wyre_msnp_header got;
    for (size_t i = 0; i < COUNT(want); i++) {
        uint32_t before = it.pos;
        assert_status("header", wyre_msnp_header_next(&it, in, 23, &got), WYRE_OK);
        assert_fields("header", &got, &want[i], sizeof got);
        assert_true(it.pos > before);
    }
    assert_status("blank line", wyre_msnp_header_next(&it, in, 23, &got), WYRE_END);
    assert_int_equal(it.pos, 19);
    it.pos = 24;
    assert_status("outside", wyre_msnp_header_next(&it, in, 23, &got), WYRE_E_ARG);
}

TEST(headers_are_at_most_64)
{
    uint8_t in[66 * 3];
    wyre_msnp_header_iter it = {0, 0};
    wyre_msnp_header got;
    wyre_msnp_message message;
    size_t n;
    for (size_t i = 0; i < sizeof in; i += 3)
        memcpy(in + i, "a:\n", 3);
    for (int i = 0; i < 64; i++)
        assert_status("within", wyre_msnp_header_next(&it, in, sizeof in, &got), WYRE_OK);
    assert_status("the 65th", wyre_msnp_header_next(&it, in, sizeof in, &got), WYRE_E_LIMIT);
    assert_status("again", wyre_msnp_header_next(&it, in, sizeof in, &got), WYRE_E_LIMIT);
    assert_status("record", wyre_msnp_message_decode(in, sizeof in, 0, &message, &n), WYRE_E_LIMIT);
    assert_offset("record", n, 192);
}

TEST(headers_are_found_and_put)
{
    const char *text = "Content-Type: text/plain\r\n\r\nContent-Length: 3";
    uint8_t out[64];
    wyre_span value;
    wyre_wr w;
    size_t n;
    assert_status(
        "found",
        wyre_msnp_header_find((const uint8_t *)text, strlen(text), "content-type", 12, &value),
        WYRE_OK);
    assert_int_equal(value.off, 14);
    assert_int_equal(value.len, 10);
    assert_status(
        "not in the body",
        wyre_msnp_header_find((const uint8_t *)text, strlen(text), "Content-Length", 14, &value),
        WYRE_END);
    wyre_wr_init(&w, out, sizeof out);
    wyre_msnp_header_put(&w, "ID", 2, (const uint8_t *)"1", 1);
    wyre_msnp_header_end(&w);
    assert_status("put", wyre_wr_finish(&w, &n), WYRE_OK);
    assert_int_equal(n, 9);
    assert_memory_equal(out, "ID: 1\r\n\r\n", 9);
    static const char *const bad[] = {"a\nb: c", "a\rb", "a\r\nb", "a\r\n", "a\n"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        wyre_wr_init(&w, out, sizeof out);
        wyre_msnp_header_put(&w, "ID", 2, (const uint8_t *)bad[i], strlen(bad[i]));
        assert_status(bad[i], wyre_wr_finish(&w, NULL), WYRE_E_RANGE);
    }
    wyre_wr_init(&w, out, sizeof out);
    wyre_msnp_header_put(&w, "I:D", 3, NULL, 0);
    assert_status("a colon", wyre_wr_finish(&w, NULL), WYRE_E_RANGE);
    wyre_wr_init(&w, out, sizeof out);
    wyre_msnp_header_put(&w, "", 0, NULL, 0);
    assert_status("no name", wyre_wr_finish(&w, NULL), WYRE_E_RANGE);
}

/* clang-format off */
static const struct kind_row {
    const char *type;
    uint32_t kind;
    const char *name;
} kinds[] = {
    {"text/plain; charset=UTF-8", 1, "TEXT"},
    {"text/plain", 1, "TEXT"},
    {"TEXT/Plain;charset=UTF-8.0", 1, "TEXT"},
    {"text/plainer", 0, "UNKNOWN"},
    {"text/x-msmsgscontrol", 2, "CONTROL"},
    {"text/x-msnmsgr-datacast", 3, "DATACAST"},
    {"text/x-msmsgsinvite; charset=UTF-8", 4, "INVITE"},
    {"text/x-mms-animemoticon", 5, "EMOTICON"},
    {"application/x-msnmsgrp2p", 6, "P2P"},
    {"text/x-clientinfo", 7, "CLIENT_CAPS"},
    {"text/x-keepalive", 8, "KEEPALIVE"},
    {"image/gif", 9, "INK"},
    {"application/x-msmsgsprofile", 10, "PROFILE"},
    {"text/x-msmsgsinitialmdatanotification", 11, "INITIAL_MAIL"},
    {"text/x-msmsgsemailnotification", 12, "MAIL"},
    {"text/x-msmsgsactivemailnotification", 13, "ACTIVE_MAIL"},
    {"application/x-msmsgssystemmessage", 14, "SYSTEM"},
    {"", 0, "UNKNOWN"},
    {"text/", 0, "UNKNOWN"},
};
/* clang-format on */

TEST(content_types_have_kinds)
{
    for (const struct kind_row *r = kinds; r < kinds + COUNT(kinds); r++) {
        uint32_t kind = wyre_msnp_content_kind((const uint8_t *)r->type, strlen(r->type));
        if (kind != r->kind)
            fail_msg("%s: kind %u", r->type, (unsigned)kind);
        assert_string_equal(wyre_msnp_content_name(kind), r->name);
    }
    assert_string_equal(wyre_msnp_content_name(99), "?");
    assert_int_equal(wyre_msnp_content_kind(NULL, 0), 0);
}

TEST(a_value_that_breaks_out_is_refused)
{
    uint8_t out[128];
    const uint8_t *src = (const uint8_t *)"Ann\r\nContent-Type: x";
    wyre_msnp_message m = {.p4_context = {0, 22}};
    assert_status("message", wyre_msnp_message_encode(&m, src, 22, out, sizeof out, NULL),
                  WYRE_E_RANGE);
    m.p4_context.len = 23;
    assert_status("message", wyre_msnp_message_encode(&m, src, 22, out, sizeof out, NULL),
                  WYRE_E_ARG);
    wyre_msnp_im_format f = {.font = {0, 3}, .parts = 1};
    assert_status("font",
                  wyre_msnp_im_format_encode(&f, (const uint8_t *)"a;b", 3, out, sizeof out, NULL),
                  WYRE_E_RANGE);
    f = (wyre_msnp_im_format){.parts = 0x40};
    assert_status("parts", wyre_msnp_im_format_encode(&f, NULL, 0, out, sizeof out, NULL),
                  WYRE_E_RANGE);
    f = (wyre_msnp_im_format){.parts = 4, .color = 0x1000000};
    assert_status("color", wyre_msnp_im_format_encode(&f, NULL, 0, out, sizeof out, NULL),
                  WYRE_E_RANGE);
}

RUN_TESTS("msnp_message", TESTED(each_record_is_told_and_written_again),
          TESTED(headers_come_one_by_one), TESTED(headers_are_at_most_64),
          TESTED(headers_are_found_and_put), TESTED(content_types_have_kinds),
          TESTED(a_value_that_breaks_out_is_refused))

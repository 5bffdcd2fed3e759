/* lib/msnp/msnp_visit.c, msnp_parts.c: a whole command as its visitor hears it, parts of its payload
 * and all; among them the payloads of the transcripts of reference section 14. */
#include "../line_told.h"
#include "../properties/ring.h"
#include <wyre/msnp.h>

enum { S = 0x100, SB = 0x200 };

/* clang-format off */
static const struct row {
    const char *name;
    uint32_t role;
    const char *in; /* | stands for CR LF */
    wyre_status status;
    size_t fault;   /* where it is refused */
    const char *told;
} rows[] = {
    {"text with a format", S | SB | 12,
     "MSG a@b Ann 101|MIME-Version: 1.0|Content-Type: text/plain; charset=UTF-8|X-MMS-IM-Format: FN=Arial; EF=B||hi Bea",
     WYRE_OK, 0,
     "verb=MSG handle=a@b friendly_name=Ann payload=MIME-Version: 1.0|Content-Type: text/plain; charset=UTF-8|X-MMS-IM-Format: FN=Arial; EF=B||hi Bea message{mime_version=1.0 content_type=text/plain; charset=UTF-8 im_format=FN=Arial; EF=B body=hi Bea im_format{font=Arial effects=0x1}}"},
    {"typing, as the transcript has it", SB | 8,
     "MSG 3 U 88|MIME-Version: 1.0|Content-Type: text/x-msmsgscontrol|TypingUser: ann@example.net|||",
     WYRE_OK, 0,
     "verb=MSG trid=3 acknowledgement=U payload=MIME-Version: 1.0|Content-Type: text/x-msmsgscontrol|TypingUser: ann@example.net||| message{mime_version=1.0 content_type=text/x-msmsgscontrol typing_user=ann@example.net body=|}"},
    {"profile", S | 9,
     "MSG Hotmail Hotmail 80|MIME-Version: 1.0|Content-Type: text/x-msmsgsprofile; charset=UTF-8|Kid: 0||",
     WYRE_OK, 0,
     "verb=MSG handle=Hotmail friendly_name=Hotmail payload=MIME-Version: 1.0|Content-Type: text/x-msmsgsprofile; charset=UTF-8|Kid: 0|| message{mime_version=1.0 content_type=text/x-msmsgsprofile; charset=UTF-8 profile{mime_version=1.0 content_type=text/x-msmsgsprofile; charset=UTF-8 kid=0}}"},
    {"nudge", S | SB | 12,
     "MSG a@b Ann 69|MIME-Version: 1.0|Content-Type: text/x-msnmsgr-datacast||ID: 1||",
     WYRE_OK, 0,
     "verb=MSG handle=a@b friendly_name=Ann payload=MIME-Version: 1.0|Content-Type: text/x-msnmsgr-datacast||ID: 1|| message{mime_version=1.0 content_type=text/x-msnmsgr-datacast body=ID: 1|| datacast{id=1}}"},
    {"invitation", S | SB | 12,
     "MSG a@b Ann 123|MIME-Version: 1.0|Content-Type: text/x-msmsgsinvite; charset=UTF-8||Invitation-Command: CANCEL|Invitation-Cookie: 1||",
     WYRE_OK, 0,
     "verb=MSG handle=a@b friendly_name=Ann payload=MIME-Version: 1.0|Content-Type: text/x-msmsgsinvite; charset=UTF-8||Invitation-Command: CANCEL|Invitation-Cookie: 1|| message{mime_version=1.0 content_type=text/x-msmsgsinvite; charset=UTF-8 body=Invitation-Command: CANCEL|Invitation-Cookie: 1|| invitation{invitation_command=CANCEL invitation_cookie=1}}"},
    {"mail", S | 12,
     "MSG Hotmail Hotmail 85|MIME-Version: 1.0|Content-Type: text/x-msmsgsemailnotification||From: A|id: 2||",
     WYRE_OK, 0,
     "verb=MSG handle=Hotmail friendly_name=Hotmail payload=MIME-Version: 1.0|Content-Type: text/x-msmsgsemailnotification||From: A|id: 2|| message{mime_version=1.0 content_type=text/x-msmsgsemailnotification body=From: A|id: 2|| mail{from=A id=2}}"},
    {"system message", S | 12,
     "MSG Hotmail Hotmail 90|MIME-Version: 1.0|Content-Type: application/x-msmsgssystemmessage||Type: 1|Arg1: 5||",
     WYRE_OK, 0,
     "verb=MSG handle=Hotmail friendly_name=Hotmail payload=MIME-Version: 1.0|Content-Type: application/x-msmsgssystemmessage||Type: 1|Arg1: 5|| message{mime_version=1.0 content_type=application/x-msmsgssystemmessage body=Type: 1|Arg1: 5|| system{type=1 arg1=5}}"},
    {"client capabilities", S | SB | 12,
     "MSG a@b Ann 72|MIME-Version: 1.0|Content-Type: text/x-clientcaps||Client-Name: x||",
     WYRE_OK, 0,
     "verb=MSG handle=a@b friendly_name=Ann payload=MIME-Version: 1.0|Content-Type: text/x-clientcaps||Client-Name: x|| message{mime_version=1.0 content_type=text/x-clientcaps body=Client-Name: x|| client_caps{client_name=x}}"},
    {"a message to a user of any network", 15,
     "UUM 5 a@b 1 1 48|MIME-Version: 1.0|Content-Type: text/plain||x",
     WYRE_OK, 0,
     "verb=UUM trid=5 handle=a@b network_id=1 type=1 payload=MIME-Version: 1.0|Content-Type: text/plain||x message{mime_version=1.0 content_type=text/plain body=x}"},
    {"contacts, as the transcript has them", 15,
     "ADL 6 62|<ml l=\"1\"><d n=\"example.net\"><c n=\"bea\" l=\"3\" t=\"1\"/></d></ml>",
     WYRE_OK, 0,
     "verb=ADL trid=6 payload=<ml l=\"1\"><d n=\"example.net\"><c n=\"bea\" l=\"3\" t=\"1\"/></d></ml> list{contact{domain=example.net local=bea lists=0x3 network_id=1}}"},
    {"personal data, as the transcript has it", 11,
     "UUX 7 53|<Data><PSM></PSM><CurrentMedia></CurrentMedia></Data>",
     WYRE_OK, 0,
     "verb=UUX trid=7 payload=<Data><PSM></PSM><CurrentMedia></CurrentMedia></Data> personal{psm= current_media=}"},
    {"personal data of a contact", S | 11,
     "UBX a@b 55|<Data><PSM>hi</PSM><CurrentMedia></CurrentMedia></Data>",
     WYRE_OK, 0,
     "verb=UBX handle=a@b payload=<Data><PSM>hi</PSM><CurrentMedia></CurrentMedia></Data> personal{psm=hi current_media=}"},
    {"an endpoint", 18,
     "UUX 7 61|<EndpointData><Capabilities>1:2</Capabilities></EndpointData>",
     WYRE_OK, 0,
     "verb=UUX trid=7 payload=<EndpointData><Capabilities>1:2</Capabilities></EndpointData> endpoint{capabilities=1:2}"},
    {"an endpoint as its user sees it", 18,
     "UUX 7 61|<PrivateEndpointData><State>NLN</State></PrivateEndpointData>",
     WYRE_OK, 0,
     "verb=UUX trid=7 payload=<PrivateEndpointData><State>NLN</State></PrivateEndpointData> private_endpoint{state=NLN}"},
    {"a routed payload", S | 18,
     "SDG 0 87|Routing: 1.0|To: 1:a@b||Reliability: 1.0||Messaging: 1.0|Message-Type: Text||hi",
     WYRE_OK, 0,
     "verb=SDG trid=0 ok=0 payload=Routing: 1.0|To: 1:a@b||Reliability: 1.0||Messaging: 1.0|Message-Type: Text||hi routed{routing=1.0 to=1:a@b reliability=1.0 messaging=1.0 message_type=Text body=hi}"},
    {"nothing in a payload", S | 18,
     "UBX 1:a@b 0|",
     WYRE_OK, 0,
     "verb=UBX handle=1:a@b payload="},
    {"a payload that is not looked into", S | 13,
     "GCF 0 11|<Policies/>",
     WYRE_OK, 0,
     "verb=GCF trid=0 payload=<Policies/>"},
    {"a command without a view", S | 12,
     "ZZZ 1 2|",
     WYRE_OK, 0,
     "verb=ZZZ fields=1 2"},
    {"an error", S | 12,
     "217 5|",
     WYRE_OK, 0,
     "verb=217 trid=5"},
    {"the same verb from the other side", S | 8,
     "CVR 2 1 1 1 a b|",
     WYRE_OK, 0,
     "verb=CVR trid=2 recommended=1 recommended_again=1 minimum=1 download_url=a info_url=b"},
    {"a switchboard", S | SB | 8,
     "USR 1 OK a@b Ann|",
     WYRE_OK, 0,
     "verb=USR trid=1 ok=1 handle=a@b friendly_name=Ann"},
    {"a view that refuses", S | 8,
     "XFR 5|",
     WYRE_E_LENGTH, 5,
     "verb=XFR trid=5"},
    {"a tab behind the last part of a format", S | SB | 12,
     "MSG a@b Ann 71|MIME-Version: 1.0|Content-Type: text/plain|X-MMS-IM-Format: FN=\t||x",
     WYRE_OK, 0,
     "verb=MSG handle=a@b friendly_name=Ann payload=MIME-Version: 1.0|Content-Type: text/plain|X-MMS-IM-Format: FN=\t||x message{mime_version=1.0 content_type=text/plain im_format=FN= body=x im_format{font=}}"},
    {"a format with a control character", S | SB | 12,
     "MSG a@b Ann 71|MIME-Version: 1.0|Content-Type: text/plain|X-MMS-IM-Format: FN=\001||x",
     WYRE_E_TEXT, 81,
     "verb=MSG handle=a@b friendly_name=Ann payload=MIME-Version: 1.0|Content-Type: text/plain|X-MMS-IM-Format: FN=\001||x message{mime_version=1.0 content_type=text/plain im_format=FN=\001 body=x}"},
    {"a header with a CR", S | SB | 12,
     "MSG a@b Ann 21|MIME-Version: 1\r0||",
     WYRE_E_TEXT, 31,
     "verb=MSG handle=a@b friendly_name=Ann payload=MIME-Version: 10||"},
    {"a list of something else", 15,
     "ADL 6 7|<Data/>",
     WYRE_E_MAGIC, 9,
     "verb=ADL trid=6 payload=<Data/> list{}"},
    {"data that is no XML", S | 12,
     "UBX a@b 30|<Data><PSM><fine></PSM></Data>",
     WYRE_E_TEXT, 29,
     "verb=UBX handle=a@b payload=<Data><PSM><fine></PSM></Data>"},
};
/* clang-format on */

/* Told with every callback, with none, and cut short at every place. */
TEST(whole_commands_are_told)
{
    static line_told t;
    static const wyre_visitor deaf;
    for (const struct row *r = rows; r < rows + COUNT(rows); r++) {
        bytes in = {.len = 0};
        size_t n = 99;
        for (const char *c = r->in; *c != '\0'; c++) {
            if (*c == '|')
                in.at[in.len++] = '\r';
            in.at[in.len++] = (uint8_t)(*c == '|' ? '\n' : *c);
        }
        uint8_t *unit = exact(in.at, in.len);
        wyre_visitor v = telling(&t, unit);
        assert_status(r->name, wyre_msnp_visit(unit, in.len, r->role, &v, &n), r->status);
        assert_offset(r->name, n, r->status == WYRE_OK ? in.len : r->fault);
        if (strcmp(t.text, r->told) != 0)
            fail_msg("%s: told %s", r->name, t.text);
        assert_int_equal(t.depth, 0);
        assert_status(r->name, wyre_msnp_visit(unit, in.len, r->role, &deaf, NULL), r->status);
        for (size_t len = 0; len < in.len; len++) {
            uint8_t *cut = exact(unit, len);
            if (wyre_msnp_visit(cut, len, r->role, &deaf, NULL) == WYRE_OK)
                fail_msg("%s: told when cut to %zu bytes", r->name, len);
            free(cut);
        }
        free(unit);
    }
}

/* P2P in a message: version 1 with an MSNSLP text, and version 2 where the handles have endpoints. */
TEST(peer_to_peer_parts_are_told)
{
    static line_told t;
    static const struct {
        const char *destination, *hex, *told;
    } p2p[] = {
        {"a@b",
         "00000000 01000000 0000000000000000 2b00000000000000 2b000000 00000000 00000000 00000000 "
         "0000000000000000"
         "'BYE MSNMSGR:b@y MSNSLP/1.0' 0d0a 0d0a 'Context: x' 0d0a 00 00000000",
         "slp{method=BYE uri=MSNMSGR:b@y version=MSNSLP/1.0 body=Context: x|. "
         "slp_body{context=x}}}}"},
        {"a@b",
         "01000000 01000000 0000000000000000 0300000000000000 03000000 00000000 00000000 00000000 "
         "0000000000000000"
         "'abc' 00000001",
         "data=abc application_id=1}}"},
        {"a@b;{0}", "08 00 0009 00000001 08 00 0002 00000003 'x' 00000004",
         "p2p2{operation=0x0 base_id=1 header_records= data_flags=0x0 package_number=2 "
         "session_id=3 data_records= data=x application_id=4}}"},
        {"a@b;{0}", /* an MSNSLP text, first and last of its message */
         "08 01 0033 00000001 08 01 0000 00000000 'BYE MSNMSGR:b@y MSNSLP/1.0' 0d0a 0d0a 'Context: "
         "x' 0d0a 00"
         "00000000",
         "slp{method=BYE uri=MSNMSGR:b@y version=MSNSLP/1.0 body=Context: x|. "
         "slp_body{context=x}}}}"},
        {"a@b;{0}", /* more is to come: no text yet */
         "08 01 001b 00000001 14 01 0000 00000000 0108000000000000000a 0000 'BYE MSN' 00000000",
         "data=BYE MSN application_id=0}}"},
    };
    for (size_t i = 0; i < COUNT(p2p); i++) {
        bytes body = hex(p2p[i].hex);
        bytes in = {.len = 0};
        char head[256];
        char headers[128];
        size_t n;
        int headers_len = snprintf(
            headers, sizeof headers,
            "MIME-Version: 1.0\r\nContent-Type: application/x-msnmsgrp2p\r\nP2P-Dest: %s\r\n\r\n",
            p2p[i].destination);
        int head_len = snprintf(head, sizeof head, "MSG 5 D %zu\r\n%s",
                                (size_t)headers_len + body.len, headers);
        memcpy(in.at, head, (size_t)head_len);
        memcpy(in.at + head_len, body.at, body.len);
        in.len = (size_t)head_len + body.len;
        wyre_visitor v = telling(&t, in.at);
        assert_status(p2p[i].told, wyre_msnp_visit(in.at, in.len, SB | 16, &v, &n), WYRE_OK);
        if (strstr(t.text, p2p[i].told) == NULL)
            fail_msg("%s: told %s", p2p[i].told, t.text);
    }
}

/* A text of two chunks: the caller's memory holds it when the last has come, then it is told. */
TEST(a_text_of_several_chunks_is_told_when_it_is_whole)
{
    static line_told t;
    static const char text[] = "BYE MSNMSGR:b@y MSNSLP/1.0\r\n\r\nContext: x\r\n"; /* and its NUL */
    const uint8_t *whole = (const uint8_t *)text;
    uint8_t memory[sizeof text];
    wyre_msnp_reassembly r = {.begun = 0};
    wyre_msnp_p2p sent = {.total_size = sizeof text, .message_id = 7};
    wyre_status status = WYRE_OK;
    for (uint32_t len; (len = wyre_msnp_next_chunk(&sent, 20)) > 0;) {
        uint8_t unit[128];
        wyre_msnp_p2p came;
        size_t n;
        sent.data = (wyre_span){(uint32_t)sent.chunk_offset, len};
        assert_status("chunk", status, WYRE_OK);
        assert_status("chunk", wyre_msnp_p2p_encode(&sent, whole, sizeof text, unit, 128, &n),
                      WYRE_OK);
        assert_status("chunk", wyre_msnp_p2p_decode(unit, n, WYRE_MSNP_P2P_DIRECT, &came, &n),
                      WYRE_OK);
        memcpy(memory + r.next, unit + came.data.off, came.data.len);
        status = wyre_msnp_reassemble(&r, &came);
    }
    assert_status("the last", status, WYRE_END);
    size_t n;
    wyre_visitor v = telling(&t, memory);
    assert_status("told", wyre_msnp_slp_tell(memory, sizeof memory, &v, &n), WYRE_OK);
    assert_offset("told", n, sizeof memory);
    assert_string_equal(t.text,
                        "slp{method=BYE uri=MSNMSGR:b@y version=MSNSLP/1.0 body=Context: x|. "
                        "slp_body{context=x}}");
    assert_status("no text", wyre_msnp_slp_tell(memory + 4, 20, &v, &n), WYRE_E_TEXT);
}

/* A chunk that is none is refused where it stands, and what is around it told. */
TEST(a_chunk_that_is_none_is_refused)
{
    static line_told t;
    static const char text[] =
        "MSG 5 D 60\r\nContent-Type: application/x-msnmsgrp2p\r\nP2P-Dest: a@b\r\n\r\nxyz";
    size_t n;
    wyre_visitor v = telling(&t, (const uint8_t *)text);
    assert_status("short", wyre_msnp_visit((const uint8_t *)text, sizeof text - 1, SB | 9, &v, &n),
                  WYRE_E_LENGTH);
    assert_int_equal(n, sizeof text - 1);
    assert_non_null(strstr(t.text, "p2p_dest=a@b"));
}

RUN_TESTS("msnp_visit", TESTED(whole_commands_are_told), TESTED(peer_to_peer_parts_are_told),
          TESTED(a_text_of_several_chunks_is_told_when_it_is_whole),
          TESTED(a_chunk_that_is_none_is_refused))

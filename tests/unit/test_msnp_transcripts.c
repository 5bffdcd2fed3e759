/* The transcripts of section 14 of the reference, each login form and a chat: every line frames as one
 * command of its side, its view reads and tells it, and it is written again as it was. */
#include "../line_told.h"
#include "../properties/msnp_told.h"
#include <wyre/msnp.h>

enum { C = 0, S = 0x100, SB = 0x200 };

/* clang-format off */
static const struct said {
    uint32_t role;
    int64_t trid;      /* -1: none */
    const char *unit;  /* | stands for CR LF */
} transcript[] = {
    /* MSNP8 and 9 */
    {C, 1, "VER 1 MSNP9 MSNP8 CVR0|"}, {S, 1, "VER 1 MSNP9|"},
    {C | 9, 2, "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS ann@example.net|"},
    {S | 9, 2, "CVR 2 6.0.0602 6.0.0602 1.0.0000 http://dl.example.net http://info.example.net|"},
    {C | 9, 3, "USR 3 TWN I ann@example.net|"}, {S | 9, 3, "XFR 3 NS 192.0.2.10:1863 0 192.0.2.1:1863|"},
    {S | 9, 3, "USR 3 TWN S lc=1033,id=507,tw=40,ct=1000000000,kpp=1,kv=5,ver=2.1.0173.1,tpf=0123abcd|"},
    {C | 9, 4, "USR 4 TWN S t=AAAA&p=BBBB|"}, {S | 9, 4, "USR 4 OK ann@example.net Ann%20Example 1 0|"},
    {S | 9, -1, "MSG Hotmail Hotmail 80|MIME-Version: 1.0|Content-Type: text/x-msmsgsprofile; charset=UTF-8|Kid: 0||"},
    {C | 9, 5, "SYN 5 0|"}, {S | 9, 5, "SYN 5 27 2 1|"}, {S | 9, -1, "GTC A|"}, {S | 9, -1, "BLP AL|"},
    {S | 9, -1, "PRP PHH 555%201234|"}, {S | 9, -1, "LSG 0 Friends 0|"}, {S | 9, -1, "LST bea@example.net Bea 11 0|"},
    {S | 9, -1, "BPR MOB N|"}, {S | 9, -1, "LST cal@example.net Cal 10|"}, {C | 9, 6, "CHG 6 NLN 268435492|"},
    {S | 9, 6, "CHG 6 NLN 268435492|"}, {S | 9, 6, "ILN 6 AWY bea@example.net Bea 268435492|"},
    {S | 9, 0, "CHL 0 12345678901234567890|"},
    {C | 9, 7, "QRY 7 PROD0038W!61ZTF9 32|0123456789abcdef0123456789abcdef"}, {S | 9, 7, "QRY 7|"},
    {C | 9, -1, "PNG|"}, {S | 9, -1, "QNG 50|"},
    /* MSNP2 to 7: INF and MD5 */
    {C | 7, 2, "INF 2|"}, {S | 7, 2, "INF 2 MD5|"}, {C | 7, 3, "USR 3 MD5 I ann@example.net|"},
    {S | 7, 3, "USR 3 MD5 S 1013928519.693957190|"}, {C | 7, 4, "USR 4 MD5 S 23e54a439a6a17d15025f4c6cbd0f6b5|"},
    {S | 7, 4, "USR 4 OK ann@example.net Ann%20Example 1|"}, {S | 5, 4, "USR 4 OK ann@example.net Ann%20Example|"},
    /* MSNP11 and 12 */
    {S | 11, 4, "USR 4 OK ann@example.net 1 0|"}, {S | 11, 0, "SBS 0 null|"}, {C | 11, 5, "SYN 5 0 0|"},
    {S | 11, 5, "SYN 5 2005-04-23T18:57:44.8-07:00 2005-04-23T18:57:54.2-07:00 1 1|"},
    {S | 11, -1, "PRP MFN Ann%20Example|"}, {S | 11, -1, "LSG Friends 01234567-89ab-cdef-0123-456789abcdef|"},
    {S | 11, -1, "LST N=bea@example.net F=Bea C=fedcba98-7654-3210-fedc-ba9876543210 11 01234567-89ab-cdef-0123-456789abcdef|"},
    {S | 12, -1, "LST N=bea@example.net F=Bea C=fedcba98-7654-3210-fedc-ba9876543210 11 1 01234567-89ab-cdef-0123-456789abcdef|"},
    {C | 11, 6, "GCF 6 Shields.xml|"}, {S | 11, 6, "GCF 6 Shields.xml 21|<config></config>1234"},
    {C | 11, 7, "UUX 7 53|<Data><PSM></PSM><CurrentMedia></CurrentMedia></Data>"}, {S | 11, 7, "UUX 7 0|"},
    {S | 11, -1, "UBX bea@example.net 55|<Data><PSM>hi</PSM><CurrentMedia></CurrentMedia></Data>"},
    /* MSNP15 */
    {C, 1, "VER 1 MSNP15 CVR0|"}, {S, 1, "VER 1 MSNP15|"},
    {C | 15, 2, "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 8.5.1302 msmsgs ann@example.net|"},
    {S | 15, 2, "CVR 2 8.5.1302 8.5.1302 8.0.0787 http://dl.example.net http://info.example.net|"},
    {C | 15, 3, "USR 3 SSO I ann@example.net|"}, {S | 15, 0, "GCF 0 11|<Policies/>"},
    {S | 15, 3, "USR 3 SSO S MBI_KEY_OLD QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJz|"},
    {C | 15, 4, "USR 4 SSO S t=AAAA&p= HAAAAAEAAAADZgAABIAAAAgAAAAU|"}, {S | 15, 4, "USR 4 OK ann@example.net 1 0|"},
    {C | 18, 4, "USR 4 SHA A YWJj|"}, {S | 18, 4, "USR 4 OK ann@example.net 0 0|"},
    {C | 15, 5, "BLP 5 AL|"}, {C | 15, 6, "ADL 6 62|<ml l=\"1\"><d n=\"example.net\"><c n=\"bea\" l=\"3\" t=\"1\"/></d></ml>"},
    {S | 15, 6, "ADL 6 OK|"}, {C | 15, 7, "PRP 7 MFN Ann|"}, {S | 15, 7, "PRP 7 MFN Ann|"},
    {C | 15, 8, "CHG 8 NLN 2416181284 0|"}, {S | 15, 8, "CHG 8 NLN 2416181284 0|"},
    {S | 15, 8, "ILN 8 NLN bea@example.net 1 Bea 2416181284 0|"}, {S | 15, -1, "UBX bea@example.net 1 0|"},
    /* switchboard */
    {C | 12, 9, "XFR 9 SB|"}, {S | 12, 9, "XFR 9 SB 192.0.2.20:1863 CKI 11.22.33|"},
    {C | SB | 12, 1, "USR 1 ann@example.net 11.22.33|"}, {S | SB | 12, 1, "USR 1 OK ann@example.net Ann|"},
    {C | SB | 12, 2, "CAL 2 bea@example.net|"}, {S | SB | 12, 2, "CAL 2 RINGING 4711|"},
    {S | SB | 12, -1, "JOI bea@example.net Bea 268435492|"},
    {C | SB | 12, 3, "MSG 3 U 88|MIME-Version: 1.0|Content-Type: text/x-msmsgscontrol|TypingUser: ann@example.net|||"},
    {C | SB | 12, 4, "MSG 4 A 68|MIME-Version: 1.0|Content-Type: text/plain; charset=UTF-8||hi Bea"}, {S | SB | 12, 4, "ACK 4|"},
    {S | SB | 12, -1, "MSG bea@example.net Bea 65|MIME-Version: 1.0|Content-Type: text/plain; charset=UTF-8||hey"},
    {S | SB | 12, -1, "BYE bea@example.net|"}, {C | SB | 12, -1, "OUT|"},
    {S | 12, -1, "RNG 4711 192.0.2.20:1863 CKI 44.55.66 ann@example.net Ann|"},
    {C | SB | 12, 1, "ANS 1 bea@example.net 44.55.66 4711|"}, {S | SB | 12, 1, "IRO 1 1 1 ann@example.net Ann 268435492|"},
    {S | SB | 12, 1, "ANS 1 OK|"},
};
/* clang-format on */

TEST(every_line_of_the_transcripts_is_one_command)
{
    static line_told t;
    for (const struct said *s = transcript; s < transcript + COUNT(transcript); s++) {
        bytes in = with_line_ends(s->unit);
        uint8_t *unit = exact(in.at, in.len);
        uint8_t out[1024];
        wyre_msnp_command m;
        size_t n = 0;
        assert_status(s->unit, wyre_msnp_frame(unit, in.len, s->role, 8192, 65536, NULL, &m, &n),
                      WYRE_OK);
        REQUIRE(n == in.len && m.malformed == WYRE_OK, s->unit);
        REQUIRE(s->trid < 0 ? m.trid_digits == 0 : m.trid_digits > 0 && m.trid == s->trid, s->unit);
        assert_status(s->unit, wyre_msnp_command_encode(&m, unit, n, out, sizeof out, &n), WYRE_OK);
        REQUIRE(n == in.len && memcmp(out, unit, n) == 0, s->unit);
        wyre_visitor v = telling(&t, unit);
        assert_status(s->unit, wyre_msnp_visit(unit, in.len, s->role, &v, &n), WYRE_OK);
        REQUIRE(strstr(t.text, " fields=") == NULL,
                s->unit); /* the view has a name for each field */
        for (size_t cut = 0; cut < in.len; cut++)
            assert_status(s->unit, wyre_msnp_frame(unit, cut, s->role, 8192, 65536, NULL, &m, &n),
                          WYRE_MORE);
        free(unit);
    }
}

RUN_TESTS("msnp_transcripts", TESTED(every_line_of_the_transcripts_is_one_command))

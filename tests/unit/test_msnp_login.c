/* lib/msnp/msnp_login.c: each form of each dialect is a row. */
#include "../properties/msnp_rows.h"

VIEW_RING(wyre_msnp_ver);
VIEW_RING(wyre_msnp_cvr);
VIEW_RING(wyre_msnp_cvr_reply);
VIEW_RING(wyre_msnp_inf);
VIEW_RING(wyre_msnp_usr);
VIEW_RING(wyre_msnp_xfr);
VIEW_RING(wyre_msnp_sbs);

#define VER       &wyre_msnp_ver_ring
#define CVR       &wyre_msnp_cvr_ring
#define CVR_REPLY &wyre_msnp_cvr_reply_ring
#define INF       &wyre_msnp_inf_ring
#define USR       &wyre_msnp_usr_ring
#define XFR       &wyre_msnp_xfr_ring
#define SBS       &wyre_msnp_sbs_ring

/* clang-format off */
static const row rows[] = {
    {VER, C, "VER 1 MSNP12 MSNP11 CVR0", 0, 0, "trid=1 dialects=MSNP12 MSNP11 CVR0"},
    {VER, S, "VER 1 MSNP12", 0, 0, "trid=1 dialects=MSNP12"},
    {VER, S, "VER 1 0", 0, 0, "trid=1 dialects=0"},
    {VER, S, "VER 0001 MSNP8", 0, 0, "trid=1 dialects=MSNP8"},
    {VER, C, "VER MSNP8", WYRE_E_VALUE, 4, NULL},
    {VER, C, "VER", WYRE_E_LENGTH, 3, NULL},
    {CVR, C | 2, "CVR 2 0x0409 win 4.10 i386 MSMSGS 1.0.0863", 0, 0,
     "trid=2 locale=0x0409 os_type=win os_version=4.10 architecture=i386 client_name=MSMSGS client_version=1.0.0863"},
    {CVR, C | 5, "CVR 2 0x0409 win 4.10 i386 MSMSGS 3.5.0077 MSMSGS", 0, 0,
     "trid=2 locale=0x0409 os_type=win os_version=4.10 architecture=i386 client_name=MSMSGS client_version=3.5.0077 brand=MSMSGS"},
    {CVR, C | 9, "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS ann@example.net", 0, 0,
     "trid=2 locale=0x0409 os_type=winnt os_version=5.1 architecture=i386 client_name=MSNMSGR client_version=6.0.0602 brand=MSMSGS handle=ann@example.net"},
    {CVR, C | 21, "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 15.4 msmsgs a@b VmVy", 0, 0,
     "trid=2 locale=0x0409 os_type=winnt os_version=5.1 architecture=i386 client_name=MSNMSGR client_version=15.4 brand=msmsgs handle=a@b parameters=VmVy"},
    {CVR, C | 8, "CVQ 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0 MSMSGS a@b", 0, 0,
     "trid=2 locale=0x0409 os_type=winnt os_version=5.1 architecture=i386 client_name=MSNMSGR client_version=6.0 brand=MSMSGS handle=a@b"},
    {CVR, C | 8, "CVR 2 0x0409 winnt 5.1 i386 MSNMSGR", WYRE_E_LENGTH, 35, NULL},
    {CVR, C | 8, "CVR 2 0x0409  5.1 i386 MSNMSGR 6.0", WYRE_E_TEXT, 13, NULL},
    {CVR, S | 8, "CVR 2 6.0 6.0 1.0 http://a http://b", WYRE_E_MAGIC, 0, NULL},
    {CVR_REPLY, S | 8, "CVR 2 6.0.0602 6.0.0602 1.0.0000 http://dl.example.net http://info.example.net", 0, 0,
     "trid=2 recommended=6.0.0602 recommended_again=6.0.0602 minimum=1.0.0000 download_url=http://dl.example.net info_url=http://info.example.net"},
    {CVR_REPLY, S | 8, "CVR 2 6.0", WYRE_E_LENGTH, 9, NULL},
    {INF, C | 7, "INF 2", 0, 0, "trid=2"},
    {INF, S | 7, "INF 2 MD5", 0, 0, "trid=2 security_packages=MD5"},
    {INF, C | 7, "INF", WYRE_E_LENGTH, 3, NULL},
    /* MD5, 2 to 7 */
    {USR, C | 7, "USR 3 MD5 I a@b", 0, 0, "trid=3 security_package=MD5 step=I argument=a@b"},
    {USR, S | 7, "USR 3 MD5 S 1013928519.693957190", 0, 0, "trid=3 ok=0 security_package=MD5 step=S argument=1013928519.693957190"},
    {USR, C | 7, "USR 4 MD5 S 23e54a439a6a17d15025f4c6cbd0f6b5", 0, 0, "trid=4 security_package=MD5 step=S argument=23e54a439a6a17d15025f4c6cbd0f6b5"},
    {USR, S | 5, "USR 4 OK a@b Ann", 0, 0, "trid=4 ok=1 handle=a@b friendly_name=Ann"},
    {USR, S | 7, "USR 4 OK a@b Ann 1", 0, 0, "trid=4 ok=1 handle=a@b friendly_name=Ann verified=1"},
    /* TWN, 8 to 14 */
    {USR, C | 9, "USR 3 TWN I a@b", 0, 0, "trid=3 security_package=TWN step=I argument=a@b"},
    {USR, S | 9, "USR 3 TWN S lc=1033,id=507,tw=40", 0, 0, "trid=3 ok=0 security_package=TWN step=S argument=lc=1033,id=507,tw=40"},
    {USR, C | 9, "USR 4 TWN S t=AA%41&p=BBBB", 0, 0, "trid=4 security_package=TWN step=S argument=t=AA%41&p=BBBB"},
    {USR, S | 9, "USR 4 OK a@b Ann%20X 1 0", 0, 0, "trid=4 ok=1 handle=a@b friendly_name=Ann%20X verified=1 kids=0"},
    {USR, S | 10, "USR 4 OK a@b 1 0", 0, 0, "trid=4 ok=1 handle=a@b verified=1 kids=0"},
    /* SSO, 15 and later; SHA, 18 */
    {USR, C | 15, "USR 3 SSO I a@b", 0, 0, "trid=3 security_package=SSO step=I argument=a@b"},
    {USR, S | 15, "USR 3 SSO S MBI_KEY_OLD QUJD", 0, 0, "trid=3 ok=0 security_package=SSO step=S argument=MBI_KEY_OLD response=QUJD"},
    {USR, C | 15, "USR 4 SSO S t=A&p= HAAA", 0, 0, "trid=4 security_package=SSO step=S argument=t=A&p= response=HAAA"},
    {USR, C | 18, "USR 4 SSO S t=A&p= HAAA {0123}", 0, 0, "trid=4 security_package=SSO step=S argument=t=A&p= response=HAAA machine_guid={0123}"},
    {USR, C | 18, "USR 5 SHA A PD94", 0, 0, "trid=5 security_package=SHA step=A argument=PD94"},
    {USR, S | 18, "USR 5 OK a@b 0 0", 0, 0, "trid=5 ok=1 handle=a@b verified=0 kids=0"},
    {USR, S | 18, "USR 5 OK a@b 0 0 more of it", 0, 0, "trid=5 ok=1 handle=a@b verified=0 kids=0 fields=more of it"},
    {USR, C | 8, "USR 3", WYRE_E_LENGTH, 5, NULL},
    {USR, C | 8, "USR x TWN I a@b", WYRE_E_VALUE, 4, NULL},
    {USR, S | 8, "USR 3 OK", WYRE_E_LENGTH, 8, NULL},
    {USR, SB | 8, "USR 3 a@b 1.2.3", WYRE_E_MAGIC, 0, NULL},
    {XFR, C | 8, "XFR 9 SB", 0, 0, "trid=9 to_switchboard=1"},
    {XFR, C | 8, "XFR 9 NS", 0, 0, "trid=9 to_switchboard=0 server_type=NS"},
    {XFR, S | 2, "XFR 3 NS 192.0.2.10:1863", 0, 0, "trid=3 to_switchboard=0 server_type=NS address=192.0.2.10:1863"},
    {XFR, S | 8, "XFR 3 NS 192.0.2.10:1863 0 192.0.2.1:1863", 0, 0,
     "trid=3 to_switchboard=0 server_type=NS address=192.0.2.10:1863 flag=0 host=192.0.2.1:1863"},
    {XFR, S | 15, "XFR 3 NS 192.0.2.10:1863 U D", 0, 0, "trid=3 to_switchboard=0 server_type=NS address=192.0.2.10:1863 flag=U host=D"},
    {XFR, S | 21, "XFR 3 NS 192.0.2.10:1863 U D VmVy", 0, 0, "trid=3 to_switchboard=0 server_type=NS address=192.0.2.10:1863 flag=U host=D hops=VmVy"},
    {XFR, S | 8, "XFR 9 SB 192.0.2.20:1863 CKI 11.22.33", 0, 0, "trid=9 to_switchboard=1 address=192.0.2.20:1863 security_package=CKI ticket=11.22.33"},
    {XFR, S | 18, "XFR 9 SB h:1 CKI t U messenger.msn.com 1", 0, 0,
     "trid=9 to_switchboard=1 address=h:1 security_package=CKI ticket=t flag=U host=messenger.msn.com hops=1"},
    {XFR, S | 8, "XFR 5", WYRE_E_LENGTH, 5, NULL},
    {XFR, S | 8, "XFR 5 SB h:1 CKI", WYRE_E_LENGTH, 16, NULL},
    {XFR, S | SB | 8, "XFR 5 NS h:1", WYRE_E_MAGIC, 0, NULL},
    {SBS, S | 11, "SBS 0 null", 0, 0, "trid=0 value=null"},
    {SBS, C | 11, "SBS 0 null", WYRE_E_MAGIC, 0, NULL},
};
/* clang-format on */

TEST(each_form_is_told_and_written_again)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++)
        row_holds(r);
}

static wyre_status
encode_usr(const wyre_msnp_usr *m, const char *src)
{
    uint8_t out[128];
    return wyre_msnp_usr_encode(m, (const uint8_t *)src, strlen(src), out, sizeof out, NULL);
}

TEST(what_would_not_read_back_is_refused)
{
    wyre_msnp_usr m = {.command = {.role = C | 8, .verb = "USR", .trid = 1, .trid_digits = 1},
                       .security_package = {0, 3},
                       .step = {4, 1},
                       .argument = {6, 3}};
    assert_status("good", encode_usr(&m, "TWN I a@b"), WYRE_OK);
    assert_status("a blank in a field", encode_usr(&m, "TWN I a b"), WYRE_E_RANGE);
    assert_status("LF in a field", encode_usr(&m, "TWN I a\nb"), WYRE_E_RANGE);
    m.machine_guid = (wyre_span){0, 3};
    assert_status("a gap", encode_usr(&m, "TWN I a@b"), WYRE_E_RANGE);
    m.machine_guid = (wyre_span){0, 0};
    m.step.len = 0;
    assert_status("an empty word", encode_usr(&m, "TWN I a@b"), WYRE_E_RANGE);
    m.step.len = 1;
    m.command.trid_digits = 0;
    assert_status("no TrID where one is due", encode_usr(&m, "TWN I a@b"), WYRE_E_RANGE);
    m.command.trid_digits = 1;
    m.command.role = S | 8;
    assert_status("a word that says OK", encode_usr(&m, "TWN I a@b"), WYRE_OK);
    m.security_package = (wyre_span){10, 2};
    assert_status("a word that says OK", encode_usr(&m, "TWN I a@b OK"), WYRE_E_RANGE);
    m.command.verb[0] = 'X';
    assert_status("another verb", encode_usr(&m, "TWN I a@b OK"), WYRE_E_RANGE);
}

static wyre_status
decode_inf(const wyre_msnp_command *command, size_t *n)
{
    wyre_msnp_inf m;
    return wyre_msnp_inf_decode((const uint8_t *)"INF 1\r\n", 7, command, &m, n);
}

TEST(a_command_that_was_made_up_names_no_offset_outside)
{
    wyre_msnp_command m = {.role = C | 8, .verb = "INF", .trid = 1, .trid_digits = 1};
    size_t n = 99;
    assert_status("good", decode_inf(&m, &n), WYRE_OK);
    assert_offset("good", n, 5);
    m.trid_digits = 200;
    assert_status("a TrID longer than the line", decode_inf(&m, &n), WYRE_OK);
    assert_offset("a TrID longer than the line", n, 7);
    m.malformed = WYRE_MORE;
    assert_status("malformed, and no refusal", decode_inf(&m, &n), WYRE_E_ARG);
    m.malformed = WYRE_E_TEXT;
    m.fault = 7;
    assert_status("at fault where it ends", decode_inf(&m, &n), WYRE_E_TEXT);
    assert_offset("at fault where it ends", n, 7);
    m.fault = 8;
    assert_status("at fault outside", decode_inf(&m, &n), WYRE_E_ARG);
    assert_offset("at fault outside", n, 0);
}

RUN_TESTS("msnp_login", TESTED(each_form_is_told_and_written_again),
          TESTED(what_would_not_read_back_is_refused),
          TESTED(a_command_that_was_made_up_names_no_offset_outside))

/* lib/ftp/ftp_address.c, ip_text.c. RFC 959 4.1.2, RFC 1639, RFC 2428, RFC 2577. */
#include "../text_told.h"
#include <wyre/ftp.h>

enum { BLANKS = 0x01, UNCLOSED = 0x02, IN_229 = 0x04 };

RING_AS(wyre_ftp_port, wyre_ftp_address, BLANKS);
RING_AS(wyre_ftp_227, wyre_ftp_address, BLANKS);
RING_AS(wyre_ftp_lprt, wyre_ftp_address, 0);
RING_AS(wyre_ftp_228, wyre_ftp_address, 0);
RING_AS(wyre_ftp_eprt, wyre_ftp_address, UNCLOSED);
RING_AS(wyre_ftp_229, wyre_ftp_address, UNCLOSED | IN_229);
RING(wyre_ftp_epsv, 0);
RING_AS(wyre_ftp_522, wyre_ftp_protocols, 0);

#define PORT &wyre_ftp_port_ring
#define R227 &wyre_ftp_227_ring
#define LPRT &wyre_ftp_lprt_ring
#define R228 &wyre_ftp_228_ring
#define EPRT &wyre_ftp_eprt_ring
#define R229 &wyre_ftp_229_ring
#define EPSV &wyre_ftp_epsv_ring
#define R522 &wyre_ftp_522_ring

#define TEN       "protocol=1 address=0a000001 port=51213 delimiter=0"
#define MODEL     "'Entering Passive Mode (10,0,0,1,200,13).'"
#define LOOP6     "protocol=2 address=00000000000000000000000000000001"
#define PASSIVE_6 "'Entering Extended Passive Mode (|||5671|)'"

/* clang-format off */
static const told_row good[] = {
    {PORT, "PORT", "'10,0,0,1,200,13'", 0, WYRE_OK, 15, TEN, NULL},
    {PORT, "leading zeros are not octal", "'010,00,000,1,200,013'", 0, WYRE_OK, 20, TEN, "'10,0,0,1,200,13'"},
    {PORT, "port 0 is told, not judged", "'255,255,255,255,0,0'", 0, WYRE_OK, 19,
     "protocol=1 address=ffffffff port=0 delimiter=0", NULL},
    {PORT, "blanks, allowed", "'10, 0,  0,1,200,13'", BLANKS, WYRE_OK, 18, TEN, "'10,0,0,1,200,13'"},
    {R227, "vsftpd, proftpd", MODEL, 0, WYRE_OK, 38, TEN, NULL},
    {R227, "pure-ftpd, inetutils", "'Entering Passive Mode (10,0,0,1,200,13)'", 0, WYRE_OK, 38, TEN, MODEL},
    {R227, "ftp-srv", "'PASV OK (10,0,0,1,200,13)'", 0, WYRE_OK, 24, TEN, MODEL},
    {R227, "no parentheses", "'Entering Passive Mode 10,0,0,1,200,13'", 0, WYRE_OK, 37, TEN, MODEL},
    {R227, "nothing but the numbers", "'10,0,0,1,200,13'", 0, WYRE_OK, 15, TEN, MODEL},
    {R227, "behind a sign of equality", "'=10,0,0,1,200,13'", 0, WYRE_OK, 16, TEN, MODEL},
    {R227, "aioftp", "'(127,0,0,1,158,37)'", 0, WYRE_OK, 17, "protocol=1 address=7f000001 port=40485 delimiter=0",
     "'Entering Passive Mode (127,0,0,1,158,37).'"},
    {R227, "another number in front", "'Passive 2 (1,2), 3 ok: 10,0,0,1,200,13'", 0, WYRE_OK, 38, TEN, MODEL},
    {R227, "a row out of bounds in front", "'256,0,0,1,2,3 10,0,0,1,200,13'", 0, WYRE_OK, 29, TEN, MODEL},
    {R227, "blanks, allowed", "'Mode (10, 0, 0, 1, 200, 13)'", BLANKS, WYRE_OK, 26, TEN, MODEL},
    {LPRT, "LPRT for IPv4", "'4,4,10,0,0,1,2,200,13'", 0, WYRE_OK, 21, TEN, NULL},
    {LPRT, "LPRT for IPv6", "'6,16,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,2,136,183'", 0, WYRE_OK, 46,
     LOOP6 " port=34999 delimiter=0", NULL},
    {R228, "228", "'Entering Long Passive Mode (4,4,127,0,0,1,2,136,183)'", 0, WYRE_OK, 52,
     "protocol=1 address=7f000001 port=34999 delimiter=0", NULL},
    {EPRT, "EPRT for IPv4", "'|1|132.235.1.2|6275|'", 0, WYRE_OK, 20,
     "protocol=1 address=84eb0102 port=6275 delimiter=124", NULL},
    {EPRT, "EPRT for IPv6", "'|2|1080::8:800:200c:417a|5282|'", 0, WYRE_OK, 30,
     "protocol=2 address=108000000000000000080800200c417a port=5282 delimiter=124", NULL},
    {EPRT, "the loopback address", "'|2|::1|1|'", 0, WYRE_OK, 9, LOOP6 " port=1 delimiter=124", NULL},
    {EPRT, "another delimiter", "'!1!1.2.3.4!65535!'", 0, WYRE_OK, 17,
     "protocol=1 address=01020304 port=65535 delimiter=33", NULL},
    {EPRT, "no last delimiter, allowed (vsftpd)", "'|1|1.2.3.4|80'", UNCLOSED, WYRE_OK, 13,
     "protocol=1 address=01020304 port=80 delimiter=124", "'|1|1.2.3.4|80|'"},
    {R229, "229", PASSIVE_6, 0, WYRE_OK, 41, "protocol=0 port=5671 delimiter=124", NULL},
    {R229, "pyftpdlib", "'Entering extended passive mode (|||5671|).'", 0, WYRE_OK, 41,
     "protocol=0 port=5671 delimiter=124", PASSIVE_6},
    {R229, "aioftp", "'listen socket created (|||5671|)'", 0, WYRE_OK, 32,
     "protocol=0 port=5671 delimiter=124", PASSIVE_6},
    {R229, "with an address, allowed", "'(|1|1.2.3.4|5000|)'", IN_229, WYRE_OK, 18,
     "protocol=1 address=01020304 port=5000 delimiter=124", "'Entering Extended Passive Mode (|1|1.2.3.4|5000|)'"},
    {EPSV, "EPSV", "", 0, WYRE_OK, 0, "protocol=0 all=0", NULL},
    {EPSV, "EPSV 2", "'2'", 0, WYRE_OK, 1, "protocol=2 all=0", NULL},
    {EPSV, "EPSV ALL", "'all'", 0, WYRE_OK, 3, "protocol=0 all=1", "'ALL'"},
    {R522, "522", "'Network protocol not supported, use (1,2)'", 0, WYRE_OK, 41, "count=2 protocol=1 protocol=2", NULL},
    {R522, "proftpd", "'Only IPv4 (and no other) is supported (1)'", 0, WYRE_OK, 41, "count=1 protocol=1",
     "'Network protocol not supported, use (1)'"},
};

static const told_row bad[] = {
    {PORT, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {PORT, "five numbers", "'10,0,0,1,200'", 0, WYRE_E_TEXT, 12, NULL, NULL},
    {PORT, "seven numbers", "'10,0,0,1,200,13,1'", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {PORT, "a comma too many", "'10,0,0,1,200,13,'", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {PORT, "256", "'10,0,256,1,200,13'", 0, WYRE_E_VALUE, 5, NULL, NULL},
    {PORT, "four digits", "'10,0,0001,1,200,13'", 0, WYRE_E_TEXT, 8, NULL, NULL},
    {PORT, "a sign", "'10,0,-1,1,200,13'", 0, WYRE_E_TEXT, 5, NULL, NULL},
    {PORT, "a blank", "'10, 0,0,1,200,13'", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {PORT, "a blank in front", "' 10,0,0,1,200,13'", BLANKS, WYRE_E_TEXT, 0, NULL, NULL},
    {R227, "no numbers", "'Entering Passive Mode'", 0, WYRE_E_TEXT, 21, NULL, NULL},
    {R227, "seven numbers", "'(1,2,3,4,5,6,7)'", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {R227, "seven numbers with blanks", "'(1, 2, 3, 4, 5, 6, 7)'", BLANKS, WYRE_E_TEXT, 21, NULL, NULL},
    {R227, "five numbers", "'(1,2,3,4,5)'", 0, WYRE_E_TEXT, 11, NULL, NULL},
    {R227, "a comma behind them", "'1,2,3,4,5,6,'", 0, WYRE_E_TEXT, 12, NULL, NULL},
    {R227, "a negative number", "'(-1,2,3,4,5,6)'", 0, WYRE_E_TEXT, 14, NULL, NULL},
    {R227, "256", "'(1,2,3,256,5,6)'", 0, WYRE_E_VALUE, 7, NULL, NULL},
    {R227, "a number that overflows", "'(1,2,3,4,5,99999999999)'", 0, WYRE_E_TEXT, 23, NULL, NULL},
    {LPRT, "hal that fits no family", "'4,255,1,2,3,4'", 0, WYRE_E_VALUE, 2, NULL, NULL},
    {LPRT, "pal is 0", "'4,4,10,0,0,1,0'", 0, WYRE_E_VALUE, 13, NULL, NULL},
    {LPRT, "a family that nobody knows", "'5,4,10,0,0,1,2,200,13'", 0, WYRE_E_UNSUPPORTED, 0, NULL, NULL},
    {LPRT, "too few numbers", "'6,16,0,0,0,1,2,0,0'", 0, WYRE_E_TEXT, 18, NULL, NULL},
    {LPRT, "one too many", "'4,4,10,0,0,1,2,200,13,0'", 0, WYRE_E_TEXT, 21, NULL, NULL},
    {R228, "no parenthesis", "'4,4,127,0,0,1,2,136,183'", 0, WYRE_E_TEXT, 23, NULL, NULL},
    {R228, "not closed", "'(4,4,127,0,0,1,2,136,183'", 0, WYRE_E_TEXT, 24, NULL, NULL},
    {EPRT, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {EPRT, "a digit as delimiter", "'1112.3.4.51801'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {EPRT, "a dot", "'.1.1.2.3.4.80.'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {EPRT, "a colon", "':2:::1:80:'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {EPRT, "a hex letter", "'a1a1.2.3.4a80a'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {EPRT, "a blank", "' 1 1.2.3.4 80 '", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {EPRT, "127", "7f '1' 7f '1.2.3.4' 7f '80' 7f", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {EPRT, "no protocol", "'||1.2.3.4|80|'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {EPRT, "three fields", "'|1|1.2.3.4|'", 0, WYRE_E_TEXT, 11, NULL, NULL},
    {EPRT, "five fields", "'|1|1.2.3.4|80|9|'", 0, WYRE_E_TEXT, 14, NULL, NULL},
    {EPRT, "no last delimiter", "'|1|1.2.3.4|80'", 0, WYRE_E_TEXT, 13, NULL, NULL},
    {EPRT, "a third protocol", "'|3|1.2.3.4|80|'", 0, WYRE_E_UNSUPPORTED, 1, NULL, NULL},
    {EPRT, "port 0", "'|1|1.2.3.4|0|'", 0, WYRE_E_VALUE, 11, NULL, NULL},
    {EPRT, "port 65536", "'|1|1.2.3.4|65536|'", 0, WYRE_E_VALUE, 15, NULL, NULL},
    {EPRT, "+80", "'|1|1.2.3.4|+80|'", 0, WYRE_E_TEXT, 11, NULL, NULL},
    {EPRT, "080", "'|1|1.2.3.4|080|'", 0, WYRE_E_TEXT, 11, NULL, NULL},
    {EPRT, "three parts", "'|1|1.2.3|80|'", 0, WYRE_E_TEXT, 8, NULL, NULL},
    {EPRT, "five parts", "'|1|1.2.3.4.5|80|'", 0, WYRE_E_TEXT, 10, NULL, NULL},
    {EPRT, "an octal part", "'|1|1.2.3.010|80|'", 0, WYRE_E_TEXT, 9, NULL, NULL},
    {EPRT, "a part of 256", "'|1|1.2.3.256|80|'", 0, WYRE_E_VALUE, 11, NULL, NULL},
    {EPRT, "a zone id", "'|2|fe80::1%eth0|80|'", 0, WYRE_E_TEXT, 10, NULL, NULL},
    {EPRT, "brackets", "'|2|[::1]|80|'", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {EPRT, "a text longer than any address", "'|2|0000:0000:0000:0000:0000:0000:0000:0000:0|80|'", 0, WYRE_E_TEXT, 42, NULL, NULL},
    {R229, "no parenthesis", "'|||5671|'", 0, WYRE_E_TEXT, 8, NULL, NULL},
    {R229, "one delimiter missing (BulletProof)", "'(||5671|)'", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {R229, "port 0", "'(|||0|)'", 0, WYRE_E_VALUE, 4, NULL, NULL},
    {R229, "port 65536", "'(|||65536|)'", 0, WYRE_E_VALUE, 8, NULL, NULL},
    {R229, "with an address", "'(|1|1.2.3.4|5000|)'", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {R229, "not closed", "'(|||5671|'", 0, WYRE_E_TEXT, 9, NULL, NULL},
    {EPSV, "protocol 0", "'0'", 0, WYRE_E_VALUE, 0, NULL, NULL},
    {EPSV, "a word", "'NONE'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {EPSV, "ALL and more", "'ALL 1'", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {R522, "no list (vsftpd)", "'Bad network protocol.'", 0, WYRE_E_TEXT, 21, NULL, NULL},
    {R522, "no list in parentheses (pyftpdlib)", "'not supported (use 1).'", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {R522, "nine numbers", "'(1,2,3,4,5,6,7,8,9)'", 0, WYRE_E_LIMIT, 17, NULL, NULL},
};
/* clang-format on */

TEST(texts_are_read_and_written)
{
    told_rows_hold(good, COUNT(good));
}

TEST(texts_keep_the_laws)
{
    told_rows_keep_the_laws(good, COUNT(good));
}

TEST(texts_are_refused_where_they_are_wrong)
{
    told_rows_hold(bad, COUNT(bad));
}

TEST(ipv6_has_many_spellings_and_one_form)
{
    static const struct {
        const char *in, *form; /* NULL: refused */
    } cases[] = {
        {"::", "::"},
        {"1::", "1::"},
        {"::1", "::1"},
        {"0:0:0:0:0:0:0:0", "::"},
        {"1:0:0:2:0:0:0:3", "1:0:0:2::3"},
        {"1:0:0:2:3:0:0:4", "1::2:3:0:0:4"},
        {"1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"},
        {"ABCD:EF01:2345:6789:abcd:ef01:2345:6789", "abcd:ef01:2345:6789:abcd:ef01:2345:6789"},
        {"::ffff:1.2.3.4", "::ffff:102:304"},
        {"1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"},
        {"1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"},
        {"::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"},
        {"0001::0", "1::"},
        {"1::1.2.3.4", "1::102:304"},
        {"1:2:3:4:5:6:7", NULL},
        {"1:2:3:4:5:6:7:8:9", NULL},
        {"1:2:3:4::5:6:7:8", NULL},
        {"1::2::3", NULL},
        {":1", NULL},
        {"1:", NULL},
        {":::", NULL},
        {"12345::", NULL},
        {"g::", NULL},
        {"1.2.3.4::", NULL},
        {"::1.2.3", NULL},
        {"1:2:3:4:5:6:7:1.2.3.4", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[80];
        char want[80];
        uint8_t out[80];
        size_t n;
        wyre_ftp_address m;
        snprintf(text, sizeof text, "|2|%s|80|", cases[i].in);
        wyre_status status = wyre_ftp_eprt_decode((const uint8_t *)text, strlen(text), 0, &m, NULL);
        assert_status(cases[i].in, status, cases[i].form != NULL ? WYRE_OK : WYRE_E_TEXT);
        if (cases[i].form == NULL)
            continue;
        snprintf(want, sizeof want, "|2|%s|80|", cases[i].form);
        assert_status(cases[i].in, wyre_ftp_eprt_encode(&m, NULL, 0, out, sizeof out, &n), WYRE_OK);
        out[n] = 0;
        assert_string_equal((const char *)out, want);
    }
}

TEST(an_address_that_no_text_can_say_is_refused)
{
    wyre_ftp_address m = {.protocol = 2, .port = 80};
    assert_status("PORT", wyre_ftp_port_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    assert_status("227", wyre_ftp_227_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    m.protocol = 0;
    assert_status("LPRT", wyre_ftp_lprt_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    assert_status("EPRT", wyre_ftp_eprt_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    m.protocol = 3;
    assert_status("229", wyre_ftp_229_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_ftp_address){.protocol = 1, .port = 0};
    assert_status("port", wyre_ftp_eprt_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    for (unsigned d = 1; d < 256; d++) {
        m = (wyre_ftp_address){.protocol = 1, .port = 1, .delimiter = (uint8_t)d};
        int legal = d >= 33 && d <= 126 && !(d >= '0' && d <= '9') && d != '.' && d != ':' &&
                    !((d | 32) >= 'a' && (d | 32) <= 'z');
        assert_status("delimiter", wyre_ftp_eprt_encode(&m, NULL, 0, NULL, 0, NULL),
                      legal ? WYRE_E_SPACE : WYRE_E_RANGE);
    }
    wyre_ftp_epsv both = {.protocol = 1, .all = 1};
    assert_status("EPSV", wyre_ftp_epsv_encode(&both, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    wyre_ftp_protocols list = {.count = 9};
    assert_status("522", wyre_ftp_522_encode(&list, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
}

TEST(a_caller_is_told_what_to_mistrust)
{
    static const struct {
        const char *in; /* of EPRT */
        uint32_t facts; /* with 192.0.2.1 as peer */
    } cases[] = {
        {"|1|192.0.2.1|2000|", 0},
        {"|1|192.0.2.2|1024|", WYRE_FTP_DIFFERS},
        {"|1|192.0.2.1|1023|", WYRE_FTP_PRIVILEGED},
        {"|1|0.0.0.0|2000|", WYRE_FTP_IS_ZERO | WYRE_FTP_DIFFERS},
        {"|1|127.1.2.3|2000|", WYRE_FTP_IS_LOOPBACK | WYRE_FTP_DIFFERS},
        {"|1|10.0.0.1|2000|", WYRE_FTP_IS_PRIVATE | WYRE_FTP_DIFFERS},
        {"|1|172.16.0.1|2000|", WYRE_FTP_IS_PRIVATE | WYRE_FTP_DIFFERS},
        {"|1|172.31.0.1|2000|", WYRE_FTP_IS_PRIVATE | WYRE_FTP_DIFFERS},
        {"|1|172.32.0.1|2000|", WYRE_FTP_DIFFERS},
        {"|1|192.168.0.1|2000|", WYRE_FTP_IS_PRIVATE | WYRE_FTP_DIFFERS},
        {"|1|100.64.0.1|2000|", WYRE_FTP_IS_PRIVATE | WYRE_FTP_DIFFERS},
        {"|1|100.128.0.1|2000|", WYRE_FTP_DIFFERS},
        {"|1|169.254.0.1|2000|", WYRE_FTP_IS_LINK_LOCAL | WYRE_FTP_DIFFERS},
        {"|1|224.0.0.1|2000|", WYRE_FTP_IS_MULTICAST | WYRE_FTP_DIFFERS},
        {"|2|::|2000|", WYRE_FTP_IS_ZERO | WYRE_FTP_DIFFERS},
        {"|2|::1|2000|", WYRE_FTP_IS_LOOPBACK | WYRE_FTP_DIFFERS},
        {"|2|fd00::1|2000|", WYRE_FTP_IS_PRIVATE | WYRE_FTP_DIFFERS},
        {"|2|fe80::1|2000|", WYRE_FTP_IS_LINK_LOCAL | WYRE_FTP_DIFFERS},
        {"|2|ff02::1|2000|", WYRE_FTP_IS_MULTICAST | WYRE_FTP_DIFFERS},
        {"|2|::ffff:10.0.0.1|2000|", WYRE_FTP_IS_PRIVATE | WYRE_FTP_DIFFERS},
        {"|2|2001:db8::1|2000|", WYRE_FTP_DIFFERS},
    };
    wyre_ftp_address peer = {.address = {192, 0, 2, 1}, .protocol = 1, .port = 21};
    for (size_t i = 0; i < COUNT(cases); i++) {
        wyre_ftp_address m;
        assert_status(
            cases[i].in,
            wyre_ftp_eprt_decode((const uint8_t *)cases[i].in, strlen(cases[i].in), 0, &m, NULL),
            WYRE_OK);
        if (wyre_ftp_address_facts(&m, &peer) != cases[i].facts)
            fail_msg("%s: %x", cases[i].in, wyre_ftp_address_facts(&m, &peer));
        assert_int_equal(wyre_ftp_address_facts(&m, NULL),
                         cases[i].facts & ~(uint32_t)WYRE_FTP_DIFFERS);
    }
    wyre_ftp_address none = {.port = 0};
    assert_int_equal(wyre_ftp_address_facts(&none, &peer),
                     WYRE_FTP_PORT_ZERO | WYRE_FTP_PRIVILEGED);
}

RUN_TESTS("ftp_address", TESTED(texts_are_read_and_written), TESTED(texts_keep_the_laws),
          TESTED(texts_are_refused_where_they_are_wrong),
          TESTED(ipv6_has_many_spellings_and_one_form),
          TESTED(an_address_that_no_text_can_say_is_refused),
          TESTED(a_caller_is_told_what_to_mistrust))

/* lib/ftp/ftp_number.c, ftp_time.c, ftp_path.c, ftp_word.c, ftp_security.c. Sections: see each. */
#include "../text_told.h"
#include <wyre/ftp.h>

enum { Y2K = 0x01, UNQUOTED = 0x01, LAST_QUOTE = 0x02 };

RING_AS(wyre_ftp_size, wyre_ftp_number, 0);
RING_AS(wyre_ftp_pbsz, wyre_ftp_number, 0);
RING_AS(wyre_ftp_pbsz_reply, wyre_ftp_number, 0);
RING_AS(wyre_ftp_size_hint, wyre_ftp_number, 0);
RING(wyre_ftp_type, 0);
RING_AS(wyre_ftp_stru, wyre_ftp_letter, 0);
RING_AS(wyre_ftp_mode, wyre_ftp_letter, 0);
RING_AS(wyre_ftp_prot, wyre_ftp_letter, 0);
RING(wyre_ftp_allo, 0);
RING(wyre_ftp_rest, 0);
RING_AS(wyre_ftp_110, wyre_ftp_marker, 0);
RING(wyre_ftp_range, 0);
RING(wyre_ftp_time, Y2K);
RING(wyre_ftp_time_path, Y2K);
RING(wyre_ftp_fact_path, 0);
RING(wyre_ftp_path, UNQUOTED | LAST_QUOTE);
RING(wyre_ftp_word, 0);
RING_AS(wyre_ftp_stou, wyre_ftp_name, 0);
RING_AS(wyre_ftp_lang, wyre_ftp_name, 0);
RING(wyre_ftp_host, 0);
RING(wyre_ftp_hash, 0);
RING(wyre_ftp_feature, 0);
RING(wyre_ftp_security, 0);
RING_AS(wyre_ftp_adat, wyre_ftp_security, 0);
RING(wyre_ftp_auth, 0);

#define SIZE       &wyre_ftp_size_ring
#define PBSZ       &wyre_ftp_pbsz_ring
#define PBSZ_REPLY &wyre_ftp_pbsz_reply_ring
#define HINT       &wyre_ftp_size_hint_ring
#define TYPE       &wyre_ftp_type_ring
#define STRU       &wyre_ftp_stru_ring
#define MODE       &wyre_ftp_mode_ring
#define PROT       &wyre_ftp_prot_ring
#define ALLO       &wyre_ftp_allo_ring
#define REST       &wyre_ftp_rest_ring
#define R110       &wyre_ftp_110_ring
#define RANG       &wyre_ftp_range_ring
#define TIME       &wyre_ftp_time_ring
#define MFMT       &wyre_ftp_time_path_ring
#define MFF        &wyre_ftp_fact_path_ring
#define PATH       &wyre_ftp_path_ring
#define WORD       &wyre_ftp_word_ring
#define STOU       &wyre_ftp_stou_ring
#define LANG       &wyre_ftp_lang_ring
#define HOST       &wyre_ftp_host_ring
#define HASH       &wyre_ftp_hash_ring
#define FEAT       &wyre_ftp_feature_ring
#define ADAT       &wyre_ftp_security_ring
#define R334       &wyre_ftp_adat_ring
#define AUTH       &wyre_ftp_auth_ring

/* clang-format off */
static const told_row good[] = {
    /* RFC 3659 4 */
    {SIZE, "SIZE", "'30720'", 0, WYRE_OK, 5, "value=30720", NULL},
    {SIZE, "the largest", "'18446744073709551615'", 0, WYRE_OK, 20, "value=18446744073709551615", NULL},
    {SIZE, "spaces behind it", "'11  '", 0, WYRE_OK, 4, "value=11", "'11'"},
    /* RFC 2228 3 */
    {PBSZ, "PBSZ", "'0'", 0, WYRE_OK, 1, "value=0", NULL},
    {PBSZ, "the largest", "'4294967295'", 0, WYRE_OK, 10, "value=4294967295", NULL},
    {PBSZ_REPLY, "200", "'PBSZ=1024'", 0, WYRE_OK, 9, "value=1024", NULL},
    {PBSZ_REPLY, "200 with more", "'Ok. pbsz=16, fine'", 0, WYRE_OK, 11, "value=16", "'PBSZ=16'"},
    /* RFC 959 4.2: no grammar, but a habit */
    {HINT, "vsftpd", "'Opening BINARY mode data connection for x (11 bytes).'", 0, WYRE_OK, 52, "value=11",
     "'Opening data connection (11 bytes)'"},
    {HINT, "a name that holds one", "'Opening (99 bytes) (11 bytes)'", 0, WYRE_OK, 29, "value=11",
     "'Opening data connection (11 bytes)'"},
    /* RFC 959 5.3.2 */
    {TYPE, "A", "'A'", 0, WYRE_OK, 1, "type=65 form=0 byte_size=0", NULL},
    {TYPE, "a n", "'a n'", 0, WYRE_OK, 3, "type=65 form=78 byte_size=0", "'A N'"},
    {TYPE, "E T", "'E T'", 0, WYRE_OK, 3, "type=69 form=84 byte_size=0", NULL},
    {TYPE, "I", "'I'", 0, WYRE_OK, 1, "type=73 form=0 byte_size=0", NULL},
    {TYPE, "L 8", "'L 8'", 0, WYRE_OK, 3, "type=76 form=0 byte_size=8", NULL},
    {TYPE, "L 255", "'L 255'", 0, WYRE_OK, 5, "type=76 form=0 byte_size=255", NULL},
    {STRU, "STRU F", "'F'", 0, WYRE_OK, 1, "letter=70", NULL},
    {MODE, "MODE b", "'b'", 0, WYRE_OK, 1, "letter=66", "'B'"},
    {MODE, "MODE Z", "'Z'", 0, WYRE_OK, 1, "letter=90", NULL},
    {PROT, "PROT P", "'P'", 0, WYRE_OK, 1, "letter=80", NULL},
    {ALLO, "ALLO", "'1000'", 0, WYRE_OK, 4, "size=1000 record_size=0 has_record_size=0", NULL},
    {ALLO, "ALLO with records", "'1000 R 80'", 0, WYRE_OK, 9, "size=1000 record_size=80 has_record_size=1", NULL},
    /* RFC 959 3.5, RFC 3659 5 */
    {REST, "an offset", "'9223372036854775807'", 0, WYRE_OK, 19, "is_offset=1 offset=9223372036854775807", NULL},
    {REST, "zero", "'0'", 0, WYRE_OK, 1, "is_offset=1 offset=0", NULL},
    {REST, "a marker", "'ABC-12'", 0, WYRE_OK, 6, "is_offset=0 offset=0 marker='ABC-12'", NULL},
    {REST, "a marker that is no number", "'-1'", 0, WYRE_OK, 2, "is_offset=0 offset=0 marker='-1'", NULL},
    {R110, "110", "'MARK ABCDEF = 1234'", 0, WYRE_OK, 18, "sender='ABCDEF' receiver='1234'", NULL},
    {RANG, "RANG", "'802816 12345678'", 0, WYRE_OK, 15, "start=802816 end=12345678", NULL},
    /* RFC 3659 2.3 */
    {TIME, "MDTM", "'20240229120000'", 0, WYRE_OK, 14,
     "year=2024 month=2 day=29 hour=12 minute=0 second=0 nanosecond=0 digits=0", NULL},
    {TIME, "a fraction (ftp-srv)", "'20261123032600.000'", 0, WYRE_OK, 18,
     "year=2026 month=11 day=23 hour=3 minute=26 second=0 nanosecond=0 digits=3", NULL},
    {TIME, "nine digits", "'20261123032600.123456789'", 0, WYRE_OK, 24,
     "year=2026 month=11 day=23 hour=3 minute=26 second=0 nanosecond=123456789 digits=9", NULL},
    {TIME, "a leap second", "'19981231235960'", 0, WYRE_OK, 14,
     "year=1998 month=12 day=31 hour=23 minute=59 second=60 nanosecond=0 digits=0", NULL},
    {TIME, "the year 2000 as 100, allowed", "'191000301000000'", Y2K, WYRE_OK, 15,
     "year=2000 month=3 day=1 hour=0 minute=0 second=0 nanosecond=0 digits=0", "'20000301000000'"},
    {TIME, "1910, although Y2K is allowed", "'19100301000000'", Y2K, WYRE_OK, 14,
     "year=1910 month=3 day=1 hour=0 minute=0 second=0 nanosecond=0 digits=0", NULL},
    {MFMT, "MFMT", "'20240229120000  a b'", 0, WYRE_OK, 19,
     "year=2024 month=2 day=29 hour=12 minute=0 second=0 nanosecond=0 digits=0 path=' a b'", NULL},
    {MFF, "MFF", "'modify=20240229120000;UNIX.mode=0644; a'", 0, WYRE_OK, 39,
     "facts='modify=20240229120000;UNIX.mode=0644;' path='a'", NULL},
    {MFF, "213 (proftpd)", "'Modify=20240229120000; /a b'", 0, WYRE_OK, 27, "facts='Modify=20240229120000;' path='/a b'", NULL},
    /* RFC 959 appendix II */
    {PATH, "257", "'\"/\" is the current directory'", 0, WYRE_OK, 28,
     "path='/' comment='is the current directory' doubled=0 ambiguous=0 unquoted=0", NULL},
    {PATH, "nothing behind it (aioftp)", "'\"/a b\"'", 0, WYRE_OK, 6,
     "path='/a b' comment='' doubled=0 ambiguous=0 unquoted=0", NULL},
    {PATH, "an empty path", "'\"\" x'", 0, WYRE_OK, 4, "path='' comment='x' doubled=0 ambiguous=0 unquoted=0", NULL},
    {PATH, "doubled quotes", "'\"/a\"\"b\"\"\" x'", 0, WYRE_OK, 11,
     "path='/a\"\"b\"\"' comment='x' doubled=1 ambiguous=0 unquoted=0", NULL},
    {PATH, "quotes in the comment", "'\"/\" is \"cwd\"'", 0, WYRE_OK, 12,
     "path='/' comment='is \"cwd\"' doubled=0 ambiguous=1 unquoted=0", NULL},
    /* words */
    {WORD, "215", "'UNIX Type: L8'", 0, WYRE_OK, 13, "word='UNIX' rest='Type: L8'", NULL},
    {WORD, "215, the word alone", "'Windows_NT'", 0, WYRE_OK, 10, "word='Windows_NT' rest=''", NULL},
    {WORD, "OPTS UTF8 ON", "'UTF8 ON'", 0, WYRE_OK, 7, "word='UTF8' rest='ON'", NULL},
    {WORD, "a space at the end", "'LIST '", 0, WYRE_OK, 5, "word='LIST' rest=''", "'LIST'"},
    {STOU, "150 behind STOU", "'FILE: a b.1'", 0, WYRE_OK, 11, "name='a b.1'", NULL},
    {LANG, "LANG", "''", 0, WYRE_OK, 0, "name=''", NULL},
    {LANG, "LANG en", "'en'", 0, WYRE_OK, 2, "name='en'", NULL},
    {LANG, "LANG zh-Hant-TW2", "'zh-Hant-TW2'", 0, WYRE_OK, 11, "name='zh-Hant-TW2'", NULL},
    {HOST, "a name", "'ftp.example.com'", 0, WYRE_OK, 15, "kind=0 host='ftp.example.com'", NULL},
    {HOST, "IPv4", "'192.0.2.33'", 0, WYRE_OK, 10, "kind=1 address=c0000221", NULL},
    {HOST, "IPv6", "'[2001:db8::c000:201]'", 0, WYRE_OK, 20, "kind=2 address=20010db80000000000000000c0000201", NULL},
    {HOST, "a name that looks like a number", "'1.2.3'", 0, WYRE_OK, 5, "kind=0 host='1.2.3'", NULL},
    {HASH, "213 behind HASH", "'SHA-256 0-49 6169 file a.ext'", 0, WYRE_OK, 28,
     "algorithm='SHA-256' start=0 end=49 digest='6169' path='file a.ext'", NULL},
    /* RFC 2389 3.2 */
    {FEAT, "UTF8", "' UTF8'", 0, WYRE_OK, 5, "label='UTF8' parameters=''", NULL},
    {FEAT, "MLST", "' MLST type*;size*;'", 0, WYRE_OK, 18, "label='MLST' parameters='type*;size*;'", NULL},
    {FEAT, "no space in front", "'AUTH TLS'", 0, WYRE_OK, 8, "label='AUTH' parameters='TLS'", "' AUTH TLS'"},
    {FEAT, "the code in front", "'211-  SIZE'", 0, WYRE_OK, 10, "label='SIZE' parameters=''", "' SIZE'"},
    /* RFC 2228 */
    {ADAT, "ADAT", "'YWJj'", 0, WYRE_OK, 4, "data='YWJj'", NULL},
    {ADAT, "padding", "'YQ=='", 0, WYRE_OK, 4, "data='YQ=='", NULL},
    {R334, "334", "'ADAT=YWI='", 0, WYRE_OK, 9, "data='YWI='", NULL},
    {R334, "335 with more", "'go on, adat=YWI= please'", 0, WYRE_OK, 16, "data='YWI='", "'ADAT=YWI='"},
    {AUTH, "AUTH TLS", "'TLS'", 0, WYRE_OK, 3, "name='TLS' mechanism=1", NULL},
    {AUTH, "AUTH tls-c", "'tls-c'", 0, WYRE_OK, 5, "name='tls-c' mechanism=1", NULL},
    {AUTH, "AUTH SSL", "'SSL'", 0, WYRE_OK, 3, "name='SSL' mechanism=2", NULL},
    {AUTH, "AUTH GSSAPI", "'GSSAPI'", 0, WYRE_OK, 6, "name='GSSAPI' mechanism=3", NULL},
    {AUTH, "AUTH KERBEROS_V4", "'KERBEROS_V4'", 0, WYRE_OK, 11, "name='KERBEROS_V4' mechanism=4", NULL},
    {AUTH, "another one", "'X'", 0, WYRE_OK, 1, "name='X' mechanism=0", NULL},
};

/* Accepted by a leniency; encode says the same in the strict form. */
static const told_row lenient[] = {
    {PATH, "no quotes", "'/a is cwd'", UNQUOTED, WYRE_OK, 9, "path='/a' comment='is cwd' doubled=0 ambiguous=0 unquoted=1",
     "'\"/a\" is cwd'"},
    {PATH, "quotes that are not doubled (pure-ftpd)", "'\"/dir \"q\" x\" is your current location'", LAST_QUOTE, WYRE_OK, 37,
     "path='/dir \"q\" x' comment='is your current location' doubled=0 ambiguous=1 unquoted=0",
     "'\"/dir \"\"q\"\" x\" is your current location'"},
    {PATH, "the same behind MKD", "'\"a\"b\" : ok'", LAST_QUOTE, WYRE_OK, 10,
     "path='a\"b' comment=': ok' doubled=0 ambiguous=1 unquoted=0", "'\"a\"\"b\" : ok'"},
};

static const told_row bad[] = {
    {SIZE, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {SIZE, "2^64", "'18446744073709551616'", 0, WYRE_E_VALUE, 19, NULL, NULL},
    {SIZE, "-1", "'-1'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {SIZE, "+1", "'+1'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {SIZE, "0x10", "'0x10'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {SIZE, "text behind it", "'1 a'", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {SIZE, "an undefined flag", "'1'", 1, WYRE_E_ARG, 0, NULL, NULL},
    {PBSZ, "2^32", "'4294967296'", 0, WYRE_E_VALUE, 9, NULL, NULL},
    {PBSZ, "a space", "'1 '", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {PBSZ_REPLY, "no number", "'Protection buffer size set to 0'", 0, WYRE_E_TEXT, 31, NULL, NULL},
    {HINT, "none", "'Opening data connection'", 0, WYRE_E_TEXT, 23, NULL, NULL},
    {HINT, "another parenthesis", "'Opening (ASCII)'", 0, WYRE_E_TEXT, 9, NULL, NULL},
    {HINT, "kilobytes", "'(12 kbytes)'", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {TYPE, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {TYPE, "X", "'X'", 0, WYRE_E_VALUE, 0, NULL, NULL},
    {TYPE, "1", "'1'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {TYPE, "A X", "'A X'", 0, WYRE_E_VALUE, 2, NULL, NULL},
    {TYPE, "A and a space", "'A '", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {TYPE, "I N", "'I N'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {TYPE, "L alone", "'L'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {TYPE, "L 0", "'L 0'", 0, WYRE_E_VALUE, 2, NULL, NULL},
    {TYPE, "L 256", "'L 256'", 0, WYRE_E_VALUE, 4, NULL, NULL},
    {STRU, "X", "'X'", 0, WYRE_E_VALUE, 0, NULL, NULL},
    {STRU, "FR", "'FR'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {MODE, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {PROT, "X", "'X'", 0, WYRE_E_VALUE, 0, NULL, NULL},
    {ALLO, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {ALLO, "no R", "'1 2'", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {ALLO, "R without a number", "'1 R '", 0, WYRE_E_TEXT, 4, NULL, NULL},
    {REST, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {REST, "2^63", "'9223372036854775808'", 0, WYRE_E_VALUE, 18, NULL, NULL},
    {REST, "2^64", "'18446744073709551616'", 0, WYRE_E_VALUE, 19, NULL, NULL},
    {REST, "a space", "'1 2'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {REST, "a byte that is not printable", "'A' e9", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {R110, "no spaces", "'MARK a=b'", 0, WYRE_E_TEXT, 8, NULL, NULL},
    {R110, "no MARK", "'a = b'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {R110, "more behind it", "'MARK a = b c'", 0, WYRE_E_TEXT, 10, NULL, NULL},
    {RANG, "one number", "'1'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {TIME, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {TIME, "a year", "'2020'", 0, WYRE_E_TEXT, 4, NULL, NULL},
    {TIME, "13 digits", "'2020010100000'", 0, WYRE_E_TEXT, 13, NULL, NULL},
    {TIME, "15 digits", "'191000301000000'", 0, WYRE_E_VALUE, 4, NULL, NULL},
    {TIME, "year 0000", "'00000101000000'", 0, WYRE_E_VALUE, 0, NULL, NULL},
    {TIME, "month 0", "'20200001000000'", 0, WYRE_E_VALUE, 4, NULL, NULL},
    {TIME, "month 13", "'20201301000000'", 0, WYRE_E_VALUE, 4, NULL, NULL},
    {TIME, "30 February", "'20240230000000'", 0, WYRE_E_VALUE, 6, NULL, NULL},
    {TIME, "29 February of no leap year", "'19000229000000'", 0, WYRE_E_VALUE, 6, NULL, NULL},
    {TIME, "31 April", "'20240431000000'", 0, WYRE_E_VALUE, 6, NULL, NULL},
    {TIME, "hour 24", "'20240101240000'", 0, WYRE_E_VALUE, 8, NULL, NULL},
    {TIME, "minute 60", "'20240101006000'", 0, WYRE_E_VALUE, 10, NULL, NULL},
    {TIME, "second 61", "'20240101000061'", 0, WYRE_E_VALUE, 12, NULL, NULL},
    {TIME, "a dot alone", "'20240101000000.'", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {TIME, "a letter behind the dot", "'20240101000000.x'", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {TIME, "ten digits", "'20240101000000.1234567890'", 0, WYRE_E_LIMIT, 24, NULL, NULL},
    {TIME, "year 1900 + 1000", "'1910000301000000'", Y2K, WYRE_E_VALUE, 5, NULL, NULL},
    {MFMT, "no path", "'20240229120000 '", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {MFMT, "no space", "'20240229120000a'", 0, WYRE_E_TEXT, 14, NULL, NULL},
    {MFMT, "a second command", "'20240229120000 a' 0d0a 'DELE b'", 0, WYRE_E_TEXT, 16, NULL, NULL},
    {MFF, "no facts", "' a'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {MFF, "no semicolon (pure-ftpd)", "'UTIME OK'", 0, WYRE_E_TEXT, 5, NULL, NULL},
    {MFF, "no last semicolon", "'modify=1 a'", 0, WYRE_E_TEXT, 8, NULL, NULL},
    {PATH, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {PATH, "a quote", "'\"'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {PATH, "no closing quote", "'\"/abc'", 0, WYRE_E_TEXT, 5, NULL, NULL},
    {PATH, "no closing quote, lenient", "'\"/abc'", UNQUOTED | LAST_QUOTE, WYRE_E_TEXT, 5, NULL, NULL},
    {PATH, "no quote", "'/abc is'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {PATH, "backslashes", "'\\\"/\\\" is'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {PATH, "text behind the closing quote", "'\"a\"b\" : ok'", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {PATH, "CR in the path", "'\"/x' 0d 'STOR y\"'", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {PATH, "ESC in the path", "'\"/x' 1b '\"'", LAST_QUOTE, WYRE_E_TEXT, 3, NULL, NULL},
    {PATH, "DEL in the path", "'/x' 7f", UNQUOTED, WYRE_E_TEXT, 2, NULL, NULL},
    {PATH, "an empty path without quotes (aioftp MKD)", "", UNQUOTED, WYRE_E_TEXT, 0, NULL, NULL},
    {PATH, "NUL in the comment", "'\"/\" a' 00", 0, WYRE_E_TEXT, 5, NULL, NULL},
    {WORD, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {WORD, "a space in front", "' a'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {WORD, "LF", "'a b' 0a", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {STOU, "no name", "'FILE: '", 0, WYRE_E_TEXT, 6, NULL, NULL},
    {STOU, "no FILE", "'Opening'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {LANG, "nine letters", "'abcdefghi'", 0, WYRE_E_TEXT, 8, NULL, NULL},
    {LANG, "a digit first", "'1a'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {LANG, "a hyphen last", "'en-'", 0, WYRE_E_TEXT, 3, NULL, NULL},
    {LANG, "a space", "'en us'", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {HOST, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {HOST, "a port", "'ftp.example.com:21'", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {HOST, "IPv6 without brackets", "'::1'", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {HOST, "IPv6 not closed", "'[::1'", 0, WYRE_E_TEXT, 4, NULL, NULL},
    {HOST, "IPv6 and a port", "'[::1]:21'", 0, WYRE_E_TEXT, 5, NULL, NULL},
    {HOST, "a slash", "'a/b'", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {HASH, "no path", "'SHA-1 0-49 6169'", 0, WYRE_E_TEXT, 15, NULL, NULL},
    {HASH, "a digest that is not hex", "'SHA-1 0-49 61x9 a'", 0, WYRE_E_TEXT, 13, NULL, NULL},
    {FEAT, "nothing", "' '", 0, WYRE_E_TEXT, 1, NULL, NULL},
    {ADAT, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {ADAT, "wrong padding", "'YQ='", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {ADAT, "one letter too many", "'YWJjY'", 0, WYRE_E_TEXT, 5, NULL, NULL},
    {ADAT, "the URL alphabet", "'YW-_'", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {ADAT, "a space", "'YW Jj'", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {ADAT, "NUL", "'YW' 00 'j'", 0, WYRE_E_TEXT, 2, NULL, NULL},
    {R334, "no data", "'go on'", 0, WYRE_E_TEXT, 5, NULL, NULL},
    {R334, "bad data", "'ADAT=YW!='", 0, WYRE_E_TEXT, 7, NULL, NULL},
    {R334, "nothing behind ADAT=", "'ADAT='", 0, WYRE_E_TEXT, 5, NULL, NULL},
    {AUTH, "nothing", "", 0, WYRE_E_TEXT, 0, NULL, NULL},
    {AUTH, "two words", "'TLS x'", 0, WYRE_E_TEXT, 3, NULL, NULL},
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

/* The struct says that a leniency was needed, so the strict form tells another story. */
TEST(lenient_texts_are_written_in_the_strict_form)
{
    for (const told_row *row = lenient; row < lenient + COUNT(lenient); row++) {
        bytes in = hex(row->hex);
        bytes sent = hex(row->sent);
        wyre_ftp_path m;
        uint8_t out[128];
        size_t n;
        assert_status(row->name, wyre_ftp_path_decode(in.at, in.len, row->flags, &m, &n), WYRE_OK);
        assert_offset(row->name, n, row->n);
        assert_string_equal(told_of(row->ring, &m, in.at).text, row->told);
        assert_status(row->name, wyre_ftp_path_encode(&m, in.at, in.len, out, sizeof out, &n),
                      WYRE_OK);
        assert_offset(row->name, n, sent.len);
        assert_memory_equal(out, sent.at, n);
        assert_status(row->name, wyre_ftp_path_decode(out, n, 0, &m, NULL), WYRE_OK);
    }
}

TEST(what_no_text_can_say_is_refused)
{
    wyre_ftp_number number = {UINT64_C(1) << 32};
    assert_status("PBSZ", wyre_ftp_pbsz_encode(&number, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    assert_status("200", wyre_ftp_pbsz_reply_encode(&number, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    static const wyre_ftp_type types[] = {
        {'X', 0, 0, 0}, {'A', 'X', 0, 0}, {'I', 'N', 0, 0}, {'L', 0, 0, 0}, {'A', 0, 8, 0}};
    for (size_t i = 0; i < COUNT(types); i++)
        assert_status("TYPE", wyre_ftp_type_encode(types + i, NULL, 0, NULL, 0, NULL),
                      WYRE_E_RANGE);
    wyre_ftp_letter letter = {'\n'};
    assert_status("MODE", wyre_ftp_mode_encode(&letter, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    wyre_ftp_rest offset = {.is_offset = 1, .offset = UINT64_C(1) << 63};
    assert_status("REST", wyre_ftp_rest_encode(&offset, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    wyre_ftp_range range = {.end = UINT64_C(1) << 63};
    assert_status("RANG", wyre_ftp_range_encode(&range, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    static const wyre_ftp_time times[] = {
        {0, 999, 1, 1, 0, 0, 0, 0},          {0, 10000, 1, 1, 0, 0, 0, 0},
        {0, 2000, 0, 1, 0, 0, 0, 0},         {0, 2000, 13, 1, 0, 0, 0, 0},
        {0, 2000, 1, 0, 0, 0, 0, 0},         {0, 2001, 2, 29, 0, 0, 0, 0},
        {0, 2000, 1, 1, 24, 0, 0, 0},        {0, 2000, 1, 1, 0, 60, 0, 0},
        {0, 2000, 1, 1, 0, 0, 61, 0},        {1, 2000, 1, 1, 0, 0, 0, 0},
        {120000000, 2000, 1, 1, 0, 0, 0, 1}, {1000000000, 2000, 1, 1, 0, 0, 0, 9},
        {0, 2000, 1, 1, 0, 0, 0, 10}};
    for (size_t i = 0; i < COUNT(times); i++)
        assert_status("time", wyre_ftp_time_encode(times + i, NULL, 0, NULL, 0, NULL),
                      WYRE_E_RANGE);
    wyre_ftp_auth auth = {.mechanism = 0};
    assert_status("AUTH", wyre_ftp_auth_encode(&auth, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
    wyre_ftp_path odd = {.path = {0, 3}, .doubled = 1};
    assert_status("257", wyre_ftp_path_encode(&odd, (const uint8_t *)"a\"b", 3, NULL, 0, NULL),
                  WYRE_E_RANGE);
    wyre_ftp_host host = {.kind = 3, .host = {0, 1}};
    assert_status("HOST", wyre_ftp_host_encode(&host, (const uint8_t *)"a", 1, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

/* Every byte in the middle of every span: CR, LF and NUL are never written. */
TEST(no_byte_of_a_text_can_inject)
{
    for (size_t i = 0; i < COUNT(good); i++) {
        const ring *r = good[i].ring;
        bytes in = hex(good[i].hex);
        void *m = block(r->size);
        assert_status(good[i].name, r->decode(in.at, in.len, good[i].flags, m, NULL), WYRE_OK);
        for (size_t at = 0; at < in.len; at++) {
            for (unsigned c = 0; c < 256; c++) {
                uint8_t out[256];
                uint8_t saved = in.at[at];
                size_t n = 0;
                in.at[at] = (uint8_t)c;
                wyre_status status = r->encode(m, in.at, in.len, out, sizeof out, &n);
                in.at[at] = saved;
                if (status == WYRE_OK)
                    for (size_t k = 0; k < n; k++)
                        if (out[k] == '\r' || out[k] == '\n' || out[k] == 0)
                            fail_msg("%s: byte %02x at %zu was written", good[i].name, c, at);
            }
        }
        free(m);
    }
}

TEST(times_count_from_1970)
{
    static const struct {
        const char *text;
        int64_t unix_time;
    } cases[] = {
        {"19700101000000", 0},
        {"19691231235959", -1},
        {"20000229000000", 951782400},
        {"20240229120000", 1709208000},
        {"20380119031408", 2147483648},
        {"10000101000000", -30610224000},
        {"99991231235959", 253402300799},
        {"19981231235960", 915148800},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        wyre_ftp_time m;
        wyre_ftp_time back;
        assert_status(cases[i].text,
                      wyre_ftp_time_decode((const uint8_t *)cases[i].text, 14, 0, &m, NULL),
                      WYRE_OK);
        assert_true(wyre_ftp_time_to_unix(&m) == cases[i].unix_time);
        assert_status(cases[i].text, wyre_ftp_time_from_unix(cases[i].unix_time, &back), WYRE_OK);
        if (m.second < 60)
            assert_memory_equal(&m, &back, sizeof m);
    }
    wyre_ftp_time out = {.year = 1};
    assert_status("999", wyre_ftp_time_from_unix(-30610224001, &out), WYRE_E_RANGE);
    assert_int_equal(out.year, 0);
    assert_status("10000", wyre_ftp_time_from_unix(253402300800, &out), WYRE_E_RANGE);
    assert_status("least", wyre_ftp_time_from_unix(INT64_MIN, &out), WYRE_E_RANGE);
    /* every day of 400 years, one after the other */
    for (int64_t day = -719162; day < -719162 + 146097; day++) {
        if (day * 86400 < -30610224000)
            continue;
        assert_status("day", wyre_ftp_time_from_unix(day * 86400 + 86399, &out), WYRE_OK);
        assert_true(wyre_ftp_time_to_unix(&out) == day * 86400 + 86399);
    }
}

TEST(doubled_quotes_become_one)
{
    uint8_t out[8];
    size_t n;
    assert_status("two", wyre_ftp_path_text((const uint8_t *)"a\"\"b\"\"", 6, out, 8, &n), WYRE_OK);
    assert_offset("two", n, 4);
    assert_memory_equal(out, "a\"b\"", 4);
    assert_status("space", wyre_ftp_path_text((const uint8_t *)"abc", 3, out, 2, &n), WYRE_E_SPACE);
    assert_offset("space", n, 3);
    assert_status("none", wyre_ftp_path_text(NULL, 0, NULL, 0, &n), WYRE_OK);
}

TEST(a_list_of_options_is_told_one_by_one)
{
    static const char list[] = ";type*;size;;*;Perm*";
    static const struct {
        const char *name;
        int on;
    } want[] = {{"type", 1}, {"size", 0}, {"*", 0}, {"Perm", 1}};
    wyre_ftp_option_iter it = {0};
    wyre_ftp_option got;
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_status(want[i].name,
                      wyre_ftp_option_next(&it, (const uint8_t *)list, sizeof list - 1, &got),
                      WYRE_OK);
        assert_int_equal(got.on, want[i].on);
        assert_int_equal(got.name.len, strlen(want[i].name));
        assert_memory_equal(list + got.name.off, want[i].name, got.name.len);
    }
    assert_status("end", wyre_ftp_option_next(&it, (const uint8_t *)list, sizeof list - 1, &got),
                  WYRE_END);
    it = (wyre_ftp_option_iter){0};
    assert_status("none", wyre_ftp_option_next(&it, NULL, 0, &got), WYRE_END);
}

/* RFC 2228 5.2. "200 ok" CR LF is MjAwIG9rDQo= */
TEST(protected_replies_are_unwrapped_and_wrapped)
{
    static const struct {
        const char *in, *out;
        wyre_status status;
        size_t n;
    } cases[] = {
        {"631 MjAwIG9rDQo=\r\n", "200 ok\r\n", WYRE_OK, 8},
        {"632-MjAw\r\n632-IG9r\r\n632 DQo=\r\n", "200 ok\r\n", WYRE_OK, 8},
        {"633-MjA=\r\n633 MCBvaw==\r\n", "200 ok", WYRE_OK, 6},
        {"631 \r\n", "", WYRE_OK, 0},
        {"200 ok\r\n", "", WYRE_E_MAGIC, 4},
        {"634 MjAw\r\n", "", WYRE_E_MAGIC, 4},
        {"631-MjAw\r\nIG9r\r\n631 DQo=\r\n", "", WYRE_E_TEXT, 10},
        {"631-MjAw\r\n631 DQo!\r\n", "", WYRE_E_TEXT, 17},
        {"", "", WYRE_E_MAGIC, 0},
    };
    uint8_t out[64];
    size_t n;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t len = strlen(cases[i].in);
        for (size_t cap = 0; cap <= cases[i].n; cap++) {
            wyre_status want = cases[i].status;
            uint8_t *exactly = exact((const uint8_t *)cases[i].in, cap);
            if (want == WYRE_OK && cap < cases[i].n)
                want = WYRE_E_SPACE;
            assert_status(
                cases[i].in,
                wyre_ftp_protected_decode((const uint8_t *)cases[i].in, len, exactly, cap, &n),
                want);
            assert_offset(cases[i].in, n, cases[i].n);
            if (want == WYRE_OK)
                assert_memory_equal(exactly, cases[i].out, n);
            free(exactly);
        }
    }
    static const char two[] = "632-MjAwIG9r\r\n632 DQo=\r\n";
    assert_status("two",
                  wyre_ftp_protected_encode(632, 7, (const uint8_t *)"200 ok\r\n", 8, out, 64, &n),
                  WYRE_OK);
    assert_offset("two", n, strlen(two));
    assert_memory_equal(out, two, n);
    for (size_t cap = 0; cap < strlen(two); cap++)
        assert_status(
            "two",
            wyre_ftp_protected_encode(632, 6, (const uint8_t *)"200 ok\r\n", 8, out, cap, &n),
            WYRE_E_SPACE);
    assert_status("none", wyre_ftp_protected_encode(631, 0, NULL, 0, out, 64, &n), WYRE_OK);
    assert_memory_equal(out, "631 \r\n", n);
    assert_status("code", wyre_ftp_protected_encode(630, 0, NULL, 0, out, 64, &n), WYRE_E_RANGE);
    assert_status("width", wyre_ftp_protected_encode(631, 2, NULL, 0, out, 64, &n), WYRE_E_RANGE);
    assert_status("width", wyre_ftp_protected_encode(631, 3070, NULL, 0, out, 64, &n),
                  WYRE_E_RANGE);
}

RUN_TESTS("ftp_value", TESTED(texts_are_read_and_written), TESTED(texts_keep_the_laws),
          TESTED(texts_are_refused_where_they_are_wrong),
          TESTED(lenient_texts_are_written_in_the_strict_form),
          TESTED(what_no_text_can_say_is_refused), TESTED(no_byte_of_a_text_can_inject),
          TESTED(times_count_from_1970), TESTED(doubled_quotes_become_one),
          TESTED(a_list_of_options_is_told_one_by_one),
          TESTED(protected_replies_are_unwrapped_and_wrapped))

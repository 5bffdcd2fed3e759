/* lib/smb/smb1_session.c. Rows are the tables of [MS-CIFS] 2.2.4.53, [MS-SMB] 2.2.4.6, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_session_setup_andx_lanman_request);
BLOCK_RING(wyre_smb1_session_setup_andx_request);
BLOCK_RING(wyre_smb1_session_setup_andx_extended_request);
BLOCK_RING(wyre_smb1_session_setup_andx_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_session_setup_andx_lanman_request_ring, "a password and four strings",
     OEM_REQUEST("73") "0a ff 00 0000 0411 0200 0100 b5680000 0400 00000000 1400 'pass' 'wyre' 00 'WG' 00  "
     "'Unix' 00 'LM' 00", WYRE_OK, 75,
     "andx_command=255 andx_reserved=0 andx_offset=0 max_buffer_size=4356 max_mpx_count=2 "
     "vc_number=1 session_key=26805 reserved=0 password=[55,4] account_name=[59,4] "
     "primary_domain=[64,2] native_os=[67,4] native_lan_man=[72,2]"},
    {&wyre_smb1_session_setup_andx_lanman_request_ring, "a password and no string",
     OEM_REQUEST("73") "0a ff 00 0000 0411 0200 0100 b5680000 0100 00000000 0100 00", WYRE_OK, 56,
     "andx_command=255 andx_reserved=0 andx_offset=0 max_buffer_size=4356 max_mpx_count=2 "
     "vc_number=1 session_key=26805 reserved=0 password=[55,1] account_name=[0,0] "
     "primary_domain=[0,0] native_os=[0,0] native_lan_man=[0,0]"},
    {&wyre_smb1_session_setup_andx_lanman_request_ring, "a password longer than the bytes",
     OEM_REQUEST("73") "0a ff 00 0000 0411 0200 0100 b5680000 0200 00000000 0100 00", WYRE_E_LENGTH, 55,
     NULL},
    {&wyre_smb1_session_setup_andx_request_ring, "UTF-16LE strings",
     REQUEST("73") "0d 75 00 5700 0411 0200 0100 b5680000 0100 0000 00000000 d4000000 1100 aa 7700 0000  "
     "5700 0000 5500 0000 4c00 0000", WYRE_OK, 78,
     "andx_command=117 andx_reserved=0 andx_offset=87 max_buffer_size=4356 max_mpx_count=2 "
     "vc_number=1 session_key=26805 reserved=0 capabilities=0xd4 unicode=1 "
     "oem_password=[61,1] unicode_password=[62,0] account_name=[62,2] primary_domain=[66,2] "
     "native_os=[70,2] native_lan_man=[74,2]"},
    {&wyre_smb1_session_setup_andx_request_ring, "a pad byte in front of UTF-16LE strings",
     REQUEST("73") "0d ff 00 0000 0411 0200 0100 b5680000 0200 0000 00000000 d4000000 0f00 aabb 00 7700  "
     "0000 5700 0000 5500 0000", WYRE_OK, 76,
     "andx_command=255 andx_reserved=0 andx_offset=0 max_buffer_size=4356 max_mpx_count=2 "
     "vc_number=1 session_key=26805 reserved=0 capabilities=0xd4 unicode=1 "
     "oem_password=[61,2] unicode_password=[63,0] account_name=[64,2] primary_domain=[68,2] "
     "native_os=[72,2] native_lan_man=[0,0]"},
    {&wyre_smb1_session_setup_andx_request_ring, "OEM strings, the guest without name",
     OEM_REQUEST("73") "0d ff 00 0000 0411 0200 0100 b5680000 0100 0000 00000000 50000000 0b00 00 00 00  "
     "'Unix' 00 'LM' 00", WYRE_OK, 72,
     "andx_command=255 andx_reserved=0 andx_offset=0 max_buffer_size=4356 max_mpx_count=2 "
     "vc_number=1 session_key=26805 reserved=0 capabilities=0x50 unicode=0 "
     "oem_password=[61,1] unicode_password=[62,0] account_name=[62,0] primary_domain=[63,0] "
     "native_os=[64,4] native_lan_man=[69,2]"},
    {&wyre_smb1_session_setup_andx_request_ring, "passwords longer than the bytes",
     REQUEST("73") "0d ff 00 0000 0411 0200 0100 b5680000 0100 ffff 00000000 d4000000 0200 aabb", WYRE_E_LENGTH, 62,
     NULL},
    {&wyre_smb1_session_setup_andx_request_ring, "12 words",
     REQUEST("73") "0c ff 00 0000 0411 0200 0100 b5680000 0100 0000 00000000 d400 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_session_setup_andx_extended_request_ring, "a token and three strings",
     REQUEST("73") "0c ff 00 0000 0411 0200 0100 b5680000 0300 00000000 d4000080 0f00 60480a 5500 0000  "
     "4c00 0000 5700 0000", WYRE_OK, 74,
     "andx_command=255 andx_reserved=0 andx_offset=0 max_buffer_size=4356 max_mpx_count=2 "
     "vc_number=1 session_key=26805 reserved=0 capabilities=0x800000d4 unicode=1 "
     "security_blob=[59,3] native_os=[62,2] native_lan_man=[66,2] primary_domain=[70,2]"},
    {&wyre_smb1_session_setup_andx_extended_request_ring, "a token that leaves the place odd",
     REQUEST("73") "0c ff 00 0000 0411 0200 0100 b5680000 0200 00000000 d4000080 0b00 6048 00 5500 0000  "
     "4c00 0000", WYRE_OK, 70,
     "andx_command=255 andx_reserved=0 andx_offset=0 max_buffer_size=4356 max_mpx_count=2 "
     "vc_number=1 session_key=26805 reserved=0 capabilities=0x800000d4 unicode=1 "
     "security_blob=[59,2] native_os=[62,2] native_lan_man=[66,2] primary_domain=[0,0]"},
    {&wyre_smb1_session_setup_andx_extended_request_ring, "a token longer than the bytes",
     REQUEST("73") "0c ff 00 0000 0411 0200 0100 b5680000 ffff 00000000 d4000080 0300 604800", WYRE_E_LENGTH, 59,
     NULL},
    {&wyre_smb1_session_setup_andx_response_ring, "NT LM, as a guest",
     REPLY("73") "03 ff 00 0000 0100 0d00 00 5500 0000 5300 0000 5700 0000", WYRE_OK, 54,
     "word_count=3 andx_command=255 andx_reserved=0 andx_offset=0 action=0x01 unicode=1 "
     "security_blob=[41,0] native_os=[42,2] native_lan_man=[46,2] primary_domain=[50,2]"},
    {&wyre_smb1_session_setup_andx_response_ring, "extended: more processing",
     REPLY("73") "04 ff 00 0000 0000 0300 0b00 a10700 5500 0000 5300 0000", WYRE_OK, 54,
     "word_count=4 andx_command=255 andx_reserved=0 andx_offset=0 action=0x00 unicode=1 "
     "security_blob=[43,3] native_os=[46,2] native_lan_man=[50,2] primary_domain=[0,0]"},
    {&wyre_smb1_session_setup_andx_response_ring, "OEM without strings",
     OEM_REPLY("73") "03 75 cc 2900 0000 0000", WYRE_OK, 41,
     "word_count=3 andx_command=117 andx_reserved=204 andx_offset=41 action=0x00 unicode=0 "
     "security_blob=[41,0] native_os=[0,0] native_lan_man=[0,0] primary_domain=[0,0]"},
    {&wyre_smb1_session_setup_andx_response_ring, "a token longer than the bytes",
     REPLY("73") "04 ff 00 0000 0000 0400 0300 a10700", WYRE_E_LENGTH, 43,
     NULL},
    {&wyre_smb1_session_setup_andx_response_ring, "five words",
     REPLY("73") "05 ff 00 0000 0000 0400 0300 0000", WYRE_E_VALUE, 32,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

/* What is not canonical decodes to the same fields as what is. */
static void
assert_decodes_alike(const ring *r, const char *name, bytes odd, const char *want)
{
    static told got;
    void *m = block(r->size);
    uint8_t *unit = exact(odd.at, odd.len);
    wyre_visitor v = telling(&got);
    assert_status(name, r->decode(unit, odd.len, 0, m, NULL), WYRE_OK);
    r->visit(m, &v);
    assert_told(name, &got, want);
    law(r, name, odd.at, odd.len, 0, 1);
    free(unit);
    free(m);
}

TEST(the_last_terminator_may_be_cut)
{
    const ring *r = &wyre_smb1_session_setup_andx_response_ring;
    const char *want = "word_count=3 andx_command=255 andx_reserved=0 andx_offset=0 action=0x00 "
                       "unicode=1 security_blob=[41,0] native_os=[42,2] native_lan_man=[46,2] "
                       "primary_domain=[0,0]";
    assert_decodes_alike(r, "one zero byte",
                         hex(REPLY("73") "03 ff000000 0000 0800 00 5500 0000 5300 00"), want);
    assert_decodes_alike(r, "no zero byte",
                         hex(REPLY("73") "03 ff000000 0000 0700 00 5500 0000 5300"), want);
}

TEST(strings_that_are_left_out_in_the_middle_are_written_empty)
{
    static const uint8_t src[] = "LM";
    wyre_smb1_session_setup_andx_lanman_request m = {.andx_command = 0xff,
                                                     .native_lan_man = {0, 2}};
    uint8_t out[64];
    size_t n;
    assert_status("encode",
                  wyre_smb1_session_setup_andx_lanman_request_encode(&m, src, 2, AT, out, 64, &n),
                  WYRE_OK);
    assert_offset("encode", n, 61);
    assert_memory_equal(out + 53, "\x06\0\0\0\0LM", 8);
}

TEST(a_string_with_a_nul_is_not_written)
{
    static const uint8_t src[] = "a\0b";
    wyre_smb1_session_setup_andx_request m = {.account_name = {0, 3}};
    assert_status("OEM", wyre_smb1_session_setup_andx_request_encode(&m, src, 3, AT, NULL, 0, NULL),
                  WYRE_E_RANGE);
    m.unicode = 1;
    assert_status("odd", wyre_smb1_session_setup_andx_request_encode(&m, src, 3, AT, NULL, 0, NULL),
                  WYRE_E_RANGE);
    m.account_name.len = 2;
    assert_status("half a NUL",
                  wyre_smb1_session_setup_andx_request_encode(&m, src, 3, AT, NULL, 0, NULL),
                  WYRE_E_SPACE);
}

RUN_TESTS("smb1_session", TESTED(blocks_tell_what_the_rows_say),
          TESTED(the_last_terminator_may_be_cut),
          TESTED(strings_that_are_left_out_in_the_middle_are_written_empty),
          TESTED(a_string_with_a_nul_is_not_written))

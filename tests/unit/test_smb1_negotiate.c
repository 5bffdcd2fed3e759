/* lib/smb/smb1_negotiate.c. Rows are the tables of [MS-CIFS] 2.2.4.52, [MS-SMB] 2.2.4.5.2, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_negotiate_request);
BLOCK_RING(wyre_smb1_negotiate_core_response);
BLOCK_RING(wyre_smb1_negotiate_lanman_response);
BLOCK_RING(wyre_smb1_negotiate_response);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_negotiate_request_ring, "one dialect",
     REQUEST("72") "00 0c00 02 'NT LM 0.12' 00", WYRE_OK, 47,
     "dialects=[35,12]"},
    {&wyre_smb1_negotiate_request_ring, "no dialect",
     REQUEST("72") "00 0000", WYRE_OK, 35,
     "dialects=[35,0]"},
    {&wyre_smb1_negotiate_request_ring, "a word",
     REQUEST("72") "01 0000 0000", WYRE_E_VALUE, 32,
     NULL},
    {&wyre_smb1_negotiate_core_response_ring, "the first dialect",
     OEM_REPLY("72") "01 0000 0000", WYRE_OK, 37,
     "dialect_index=0"},
    {&wyre_smb1_negotiate_core_response_ring, "none of them",
     REPLY("72") "01 ffff 0000", WYRE_OK, 37,
     "dialect_index=65535"},
    {&wyre_smb1_negotiate_lanman_response_ring, "a challenge and a domain",
     OEM_REPLY("72") "0d 0600 0300 0411 3200 0100 0300 11223344 3328 3a5b c4ff 0800 0000 1200  "
     "0102030405060708 'WORKGROUP' 00", WYRE_OK, 79,
     "dialect_index=6 security_mode=0x03 max_buffer_size=4356 max_mpx_count=50 "
     "max_number_vcs=1 raw_mode=0x03 session_key=1144201745 server_time=10291 "
     "server_date=23354 server_time_zone=-60 reserved=0 encryption_key=[61,8] "
     "primary_domain=[69,9]"},
    {&wyre_smb1_negotiate_lanman_response_ring, "share security, no domain",
     OEM_REPLY("72") "0d 0600 0000 0411 3200 0100 0000 00000000 0000 0000 0000 0000 ffff 0000", WYRE_OK, 61,
     "dialect_index=6 security_mode=0x00 max_buffer_size=4356 max_mpx_count=50 "
     "max_number_vcs=1 raw_mode=0x00 session_key=0 server_time=0 server_date=0 "
     "server_time_zone=0 reserved=65535 encryption_key=[61,0] primary_domain=[0,0]"},
    {&wyre_smb1_negotiate_lanman_response_ring, "a challenge longer than the bytes",
     OEM_REPLY("72") "0d 0600 0300 0411 3200 0100 0300 11223344 3328 3a5b 0000 0900 0000 0800  "
     "0102030405060708", WYRE_E_LENGTH, 61,
     NULL},
    {&wyre_smb1_negotiate_response_ring, "challenge and names, UTF-16LE and not aligned",
     REPLY("72") "11 0800 03 3200 0100 04410000 00000100 b5680000 fdf30000 8296b1c2d3e4d501 c4ff 08  "
     "1400 0102030405060708 5700 4700 0000 5300 5200 0000", WYRE_OK, 89,
     "dialect_index=8 security_mode=0x03 max_mpx_count=50 max_number_vcs=1 "
     "max_buffer_size=16644 max_raw_size=65536 session_key=26805 capabilities=0xf3fd "
     "system_time=132263362232948354 server_time_zone=-60 challenge=[69,8] domain_name=[77,4] "
     "server_name=[83,4]"},
    {&wyre_smb1_negotiate_response_ring, "challenge and names, OEM although Flags2 says UNICODE",
     REPLY("72") "11 0800 03 3200 0100 04410000 00000100 b5680000 f9f30000 8296b1c2d3e4d501 3c00 08  "
     "0e00 0102030405060708 'WG' 00 'SR' 00", WYRE_OK, 83,
     "dialect_index=8 security_mode=0x03 max_mpx_count=50 max_number_vcs=1 "
     "max_buffer_size=16644 max_raw_size=65536 session_key=26805 capabilities=0xf3f9 "
     "system_time=132263362232948354 server_time_zone=60 challenge=[69,8] domain_name=[77,2] "
     "server_name=[80,2]"},
    {&wyre_smb1_negotiate_response_ring, "no server name",
     REPLY("72") "11 0800 03 3200 0100 04410000 00000100 b5680000 fdf30000 8296b1c2d3e4d501 0000 08  "
     "0e00 0102030405060708 5700 4700 0000", WYRE_OK, 83,
     "dialect_index=8 security_mode=0x03 max_mpx_count=50 max_number_vcs=1 "
     "max_buffer_size=16644 max_raw_size=65536 session_key=26805 capabilities=0xf3fd "
     "system_time=132263362232948354 server_time_zone=0 challenge=[69,8] domain_name=[77,4] "
     "server_name=[0,0]"},
    {&wyre_smb1_negotiate_response_ring, "plain passwords, no names",
     REPLY("72") "11 0800 01 3200 0100 04410000 00000100 b5680000 fdf30000 8296b1c2d3e4d501 0000 00  "
     "0000", WYRE_OK, 69,
     "dialect_index=8 security_mode=0x01 max_mpx_count=50 max_number_vcs=1 "
     "max_buffer_size=16644 max_raw_size=65536 session_key=26805 capabilities=0xf3fd "
     "system_time=132263362232948354 server_time_zone=0 challenge=[69,0] domain_name=[0,0] "
     "server_name=[0,0]"},
    {&wyre_smb1_negotiate_response_ring, "extended security with a token",
     REPLY("72") "11 0800 03 3200 0100 04410000 00000100 b5680000 fcf30080 8296b1c2d3e4d501 0000 00  "
     "1400 000102030405060708090a0b0c0d0e0f 60020102", WYRE_OK, 89,
     "dialect_index=8 security_mode=0x03 max_mpx_count=50 max_number_vcs=1 "
     "max_buffer_size=16644 max_raw_size=65536 session_key=26805 capabilities=0x8000f3fc "
     "system_time=132263362232948354 server_time_zone=0 challenge_length=0 "
     "server_guid=000102030405060708090a0b0c0d0e0f security_blob=[85,4]"},
    {&wyre_smb1_negotiate_response_ring, "extended security without token, Flags2 does not say so",
     OEM_REPLY("72") "11 0800 03 3200 0100 04410000 00000100 b5680000 fcf30080 8296b1c2d3e4d501 0000 3a  "
     "1000 000102030405060708090a0b0c0d0e0f", WYRE_OK, 85,
     "dialect_index=8 security_mode=0x03 max_mpx_count=50 max_number_vcs=1 "
     "max_buffer_size=16644 max_raw_size=65536 session_key=26805 capabilities=0x8000f3fc "
     "system_time=132263362232948354 server_time_zone=0 challenge_length=58 "
     "server_guid=000102030405060708090a0b0c0d0e0f security_blob=[85,0]"},
    {&wyre_smb1_negotiate_response_ring, "extended security with 15 bytes",
     REPLY("72") "11 0800 03 3200 0100 04410000 00000100 b5680000 fcf30080 8296b1c2d3e4d501 0000 00  "
     "0f00 000102030405060708090a0b0c0d0e", WYRE_E_LENGTH, 84,
     NULL},
    {&wyre_smb1_negotiate_response_ring, "a challenge longer than the bytes",
     REPLY("72") "11 0800 03 3200 0100 04410000 00000100 b5680000 fdf30000 8296b1c2d3e4d501 0000 ff  "
     "0800 0102030405060708", WYRE_E_LENGTH, 69,
     NULL},
    {&wyre_smb1_negotiate_response_ring, "16 words",
     REPLY("72") "10 0800 03 3200 0100 04410000 00000100 b5680000 fdf30000 8296b1c2d3e4d501 00 0000", WYRE_E_VALUE, 32,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

/* clang-format off */
static const struct list {
    const char *name, *hex;
    wyre_status status; /* that ends the walk */
    size_t n;           /* where it ended, or the byte at fault */
    uint32_t count;
} lists[] = {
    {"nothing", "", WYRE_END, 0, 0},
    {"three dialects", "02 'a' 00 02 00 02 'bc' 00", WYRE_END, 9, 3},
    {"no format byte", "02 'a' 00 'b' 00", WYRE_E_VALUE, 3, 1},
    {"no NUL", "02 'a' 00 02 'b'", WYRE_E_TEXT, 5, 1},
    {"a format byte alone", "02", WYRE_E_TEXT, 1, 0},
    {"ByteCount 1", "00", WYRE_E_VALUE, 0, 0},
};
/* clang-format on */

TEST(dialects_are_walked_as_the_row_says)
{
    for (const struct list *row = lists; row < lists + COUNT(lists); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_smb1_dialect_iter it = {0, 0, 0};
        wyre_smb1_dialect dialect;
        wyre_status status;
        wyre_span all = {0, (uint32_t)in.len};
        while ((status = wyre_smb1_dialect_next(&it, unit, in.len, all, &dialect)) == WYRE_OK)
            assert_int_equal(dialect.index, it.count - 1);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, it.fault, row->n);
        assert_int_equal(it.count, row->count);
        assert_int_equal(dialect.name.off + dialect.name.len + dialect.index, 0);
        free(unit);
    }
}

TEST(a_list_may_have_64_dialects_and_no_more)
{
    uint8_t in[130];
    for (size_t i = 0; i < sizeof in; i += 2)
        memcpy(in + i, "\x02", 2);
    for (uint32_t len = 126; len <= 130; len += 2) {
        wyre_smb1_dialect_iter it = {0, 0, 0};
        wyre_smb1_dialect dialect;
        wyre_status status;
        while ((status = wyre_smb1_dialect_next(&it, in, len, (wyre_span){0, len}, &dialect)) ==
               WYRE_OK)
            continue;
        assert_status("list", status, len <= 128 ? WYRE_END : WYRE_E_LIMIT);
        assert_int_equal(it.count, len <= 128 ? len / 2 : 64);
    }
}

TEST(a_list_outside_the_message_is_not_walked)
{
    static const uint8_t in[4] = {2, 0, 2, 0};
    wyre_smb1_dialect_iter it = {0, 0, 0};
    wyre_smb1_dialect d;
    assert_status("long", wyre_smb1_dialect_next(&it, in, 4, (wyre_span){0, 5}, &d), WYRE_E_ARG);
    assert_status("far", wyre_smb1_dialect_next(&it, in, 4, (wyre_span){5, 0}, &d), WYRE_E_ARG);
    assert_status("before", wyre_smb1_dialect_next(&it, in, 4, (wyre_span){2, 2}, &d), WYRE_E_ARG);
    it.pos = 3;
    assert_status("behind", wyre_smb1_dialect_next(&it, in, 4, (wyre_span){0, 2}, &d), WYRE_E_ARG);
}

TEST(dialects_are_written_one_by_one)
{
    uint8_t out[12];
    size_t n;
    const uint8_t *name = (const uint8_t *)"NT LM 0.12";
    assert_status("NT", wyre_smb1_dialect_encode(name, 10, out, 12, &n), WYRE_OK);
    assert_offset("NT", n, 12);
    assert_memory_equal(out, "\x02NT LM 0.12", 12);
    assert_status("11", wyre_smb1_dialect_encode(name, 10, out, 11, &n), WYRE_E_SPACE);
    assert_offset("11", n, 12);
    assert_status("empty", wyre_smb1_dialect_encode(NULL, 0, out, 2, &n), WYRE_OK);
    assert_memory_equal(out, "\x02", 2);
    assert_status("NUL", wyre_smb1_dialect_encode(name, 11, out, 12, &n), WYRE_E_RANGE);
}

RUN_TESTS("smb1_negotiate", TESTED(blocks_tell_what_the_rows_say),
          TESTED(dialects_are_walked_as_the_row_says),
          TESTED(a_list_may_have_64_dialects_and_no_more),
          TESTED(a_list_outside_the_message_is_not_walked), TESTED(dialects_are_written_one_by_one))

/* lib/smb/netbios_packet.c. Rows are the table of RFC 1002 4.3.1 and [MS-SMB2] 2.1. */
#include "../properties/ring.h"
#include <wyre/netbios.h>

enum { ALL = WYRE_NETBIOS_PAYLOAD_MAX };

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t flags, max;
    wyre_status status;
    size_t n;                   /* the packet's size, the least total worth waiting for, or the byte at fault */
    wyre_netbios_packet fields; /* all zero where it is not there or refused */
} rows[] = {
    {"a session message", "00 00 0003 414243", 0, ALL, WYRE_OK, 7, {{4, 3}, 0, 0, {0}}},
    {"a session message of exactly max", "00 00 0003 414243", 0, 3, WYRE_OK, 7, {{4, 3}, 0, 0, {0}}},
    {"an empty session message", "00 00 0000", 0, 0, WYRE_OK, 4, {{4, 0}, 0, 0, {0}}},
    {"what follows belongs to the next packet", "00 00 0001 41 00", 0, ALL, WYRE_OK, 5, {{4, 1}, 0, 0, {0}}},
    {"a session request", "81 00 0002 4142", 0, ALL, WYRE_OK, 6, {{4, 2}, 0x81, 0, {0}}},
    {"a positive response", "82 00 0000", 0, ALL, WYRE_OK, 4, {{4, 0}, 0x82, 0, {0}}},
    {"a negative response", "83 00 0001 8f", 0, ALL, WYRE_OK, 5, {{4, 1}, 0x83, 0, {0}}},
    {"a retarget response", "84 00 0006 7f000001 008b", 0, ALL, WYRE_OK, 10, {{4, 6}, 0x84, 0, {0}}},
    {"a keep-alive", "85 00 0000", 0, ALL, WYRE_OK, 4, {{4, 0}, 0x85, 0, {0}}},
    {"reserved flags, asked for", "00 fe 0001 41", 1, ALL, WYRE_OK, 5, {{4, 1}, 0, 0xfe, {0}}},
    {"nothing", "", 0, ALL, WYRE_MORE, 4, {{0}, 0, 0, {0}}},
    {"three bytes", "00 00 00", 0, ALL, WYRE_MORE, 4, {{0}, 0, 0, {0}}},
    {"the last byte is missing", "00 00 0002 41", 0, ALL, WYRE_MORE, 6, {{0}, 0, 0, {0}}},
    {"the length has its 17th bit", "00 01 0001", 0, ALL, WYRE_MORE, 65541, {{0}, 0, 0, {0}}},
    {"an undefined flag", "00 00 0000", 2, ALL, WYRE_E_ARG, 0, {{0}, 0, 0, {0}}},
    {"an unknown type, seen at its first byte", "80", 0, ALL, WYRE_E_MAGIC, 0, {{0}, 0, 0, {0}}},
    {"the type behind the last", "86 00 0000", 0, ALL, WYRE_E_MAGIC, 0, {{0}, 0, 0, {0}}},
    {"a reserved flag, seen at its byte", "00 02", 0, ALL, WYRE_E_VALUE, 1, {{0}, 0, 0, {0}}},
    {"one byte more than max", "00 00 0003 414243", 0, 2, WYRE_E_LIMIT, 2, {{0}, 0, 0, {0}}},
    {"a keep-alive with a payload", "85 00 0001 00", 0, ALL, WYRE_E_LENGTH, 2, {{0}, 0, 0, {0}}},
    {"a positive response with a payload", "82 01 0000", 0, ALL, WYRE_E_LENGTH, 2, {{0}, 0, 0, {0}}},
    {"a negative response without code", "83 00 0000", 0, ALL, WYRE_E_LENGTH, 2, {{0}, 0, 0, {0}}},
    {"a negative response of two bytes", "83 00 0002 8080", 0, ALL, WYRE_E_LENGTH, 2, {{0}, 0, 0, {0}}},
    {"a retarget response of five bytes", "84 00 0005 7f00000100", 0, ALL, WYRE_E_LENGTH, 2, {{0}, 0, 0, {0}}},
};

static const struct direct_row {
    const char *name, *hex;
    uint32_t flags, max;
    wyre_status status;
    size_t n;
    wyre_direct_tcp_packet fields;
} direct_rows[] = {
    {"a message", "00 000003 414243", 0, 3, WYRE_OK, 7, {{4, 3}}},
    {"an empty message", "00 000000", 0, 0, WYRE_OK, 4, {{4, 0}}},
    {"nothing", "", 0, 99, WYRE_MORE, 4, {{0}}},
    {"three bytes", "00 ffff", 0, 99, WYRE_MORE, 4, {{0}}},
    {"the last byte is missing", "00 000002 41", 0, 99, WYRE_MORE, 6, {{0}}},
    {"24 bits of length", "00 ffffff", 0, 0xffffff, WYRE_MORE, 0x1000003, {{0}}},
    {"one byte more than max", "00 ffffff", 0, 0xfffffe, WYRE_E_LIMIT, 1, {{0}}},
    {"a flag", "00 000000", 1, 99, WYRE_E_ARG, 0, {{0}}},
    {"a keep-alive", "85 000000", 0, 99, WYRE_E_MAGIC, 0, {{0}}},
};
/* clang-format on */

TEST(netbios_frame_does_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_netbios_packet got;
        size_t n;
        memset(&got, 0xa5, sizeof got);
        wyre_status status = wyre_netbios_frame(unit, in.len, row->flags, row->max, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        free(unit);
    }
}

TEST(direct_tcp_frame_does_as_the_row_says)
{
    for (const struct direct_row *row = direct_rows; row < direct_rows + COUNT(direct_rows);
         row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_direct_tcp_packet got;
        size_t n;
        memset(&got, 0xa5, sizeof got);
        wyre_status status = wyre_direct_tcp_frame(unit, in.len, row->flags, row->max, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        free(unit);
    }
}

TEST(each_prefix_of_a_packet_asks_for_more_but_not_too_much)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_netbios_packet got;
        for (size_t cut = 0; row->status == WYRE_OK && cut < row->n; cut++) {
            size_t n;
            assert_status(row->name, wyre_netbios_frame(in.at, cut, row->flags, row->max, &got, &n),
                          WYRE_MORE);
            assert_true(n > cut && n <= row->n);
        }
    }
    for (const struct direct_row *row = direct_rows; row < direct_rows + COUNT(direct_rows);
         row++) {
        bytes in = hex(row->hex);
        wyre_direct_tcp_packet got;
        for (size_t cut = 0; row->status == WYRE_OK && cut < row->n; cut++) {
            size_t n;
            assert_status(row->name, wyre_direct_tcp_frame(in.at, cut, 0, row->max, &got, &n),
                          WYRE_MORE);
            assert_true(n > cut && n <= row->n);
        }
    }
}

TEST(packets_come_back_byte_for_byte_into_every_capacity)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        for (size_t cap = 0; row->status == WYRE_OK && cap <= row->n; cap++) {
            uint8_t *out = exact(in.at, cap);
            size_t n;
            wyre_status status =
                wyre_netbios_packet_encode(&row->fields, in.at, in.len, out, cap, &n);
            assert_status(row->name, status, cap < row->n ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, row->n);
            assert_memory_equal(out, in.at, cap);
            free(out);
        }
    }
    for (const struct direct_row *row = direct_rows; row < direct_rows + COUNT(direct_rows);
         row++) {
        bytes in = hex(row->hex);
        for (size_t cap = 0; row->status == WYRE_OK && cap <= row->n; cap++) {
            uint8_t *out = exact(in.at, cap);
            size_t n;
            wyre_status status =
                wyre_direct_tcp_packet_encode(&row->fields, in.at, in.len, out, cap, &n);
            assert_status(row->name, status, cap < row->n ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, row->n);
            assert_memory_equal(out, in.at, cap);
            free(out);
        }
    }
}

TEST(what_would_break_framing_is_not_written)
{
    static const uint8_t src[131072];
    static const wyre_netbios_packet bad[] = {
        {{0, 0}, 0x80, 0, {0}}, {{0, 131072}, 0x00, 0, {0}}, {{0, 1}, 0x82, 0, {0}},
        {{0, 0}, 0x83, 0, {0}}, {{0, 7}, 0x84, 0, {0}},      {{0, 1}, 0x85, 0, {0}},
    };
    size_t n;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_status("refused", wyre_netbios_packet_encode(&bad[i], src, sizeof src, NULL, 0, &n),
                      WYRE_E_RANGE);
    wyre_netbios_packet outside = {{131071, 2}, 0, 0, {0}};
    assert_status("outside", wyre_netbios_packet_encode(&outside, src, sizeof src, NULL, 0, &n),
                  WYRE_E_ARG);
    wyre_direct_tcp_packet large = {{0, 0x1000000}};
    assert_status("25 bits", wyre_direct_tcp_packet_encode(&large, src, 1, NULL, 0, &n),
                  WYRE_E_RANGE);
    assert_status("25 bits", wyre_direct_tcp_header_encode(0x1000000, NULL, 0, &n), WYRE_E_RANGE);
}

TEST(the_longest_netbios_payload_goes_both_ways)
{
    static uint8_t out[4 + 131071];
    static const uint8_t src[131071];
    wyre_netbios_packet m = {{0, 131071}, 0, 0, {0}};
    wyre_netbios_packet got;
    size_t n;
    assert_status("encode", wyre_netbios_packet_encode(&m, src, sizeof src, out, sizeof out, &n),
                  WYRE_OK);
    assert_memory_equal(out, "\x00\x01\xff\xff", 4);
    assert_status("frame", wyre_netbios_frame(out, n, 0, ALL, &got, &n), WYRE_OK);
    assert_int_equal(got.payload.len, 131071);
}

TEST(the_header_alone_is_that_of_the_packet)
{
    uint8_t out[4];
    size_t n;
    assert_status("header", wyre_direct_tcp_header_encode(0x123456, out, 4, &n), WYRE_OK);
    assert_memory_equal(out, "\x00\x12\x34\x56", 4);
    assert_offset("header", n, 4);
    assert_status("no room", wyre_direct_tcp_header_encode(1, NULL, 0, &n), WYRE_E_SPACE);
    assert_offset("no room", n, 4);
}

RING(wyre_netbios_negative_response, 0);
RING(wyre_netbios_retarget_response, 0);
TEST(responses_keep_the_laws)
{
    bytes in = hex("7f000001 008b");
    wyre_netbios_retarget_response got;
    size_t n;
    assert_status("retarget", wyre_netbios_retarget_response_decode(in.at, in.len, 0, &got, &n),
                  WYRE_OK);
    assert_int_equal(got.port, 139);
    assert_memory_equal(got.ip_address, "\x7f\x00\x00\x01", 4);
    ring_holds(&wyre_netbios_retarget_response_ring, "retarget", in.at, in.len, 0);
    in = hex("82");
    ring_holds(&wyre_netbios_negative_response_ring, "negative", in.at, in.len, 0);
}

static unsigned told;
static void
count_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    (void)user, (void)kind;
    told += strcmp(name, "payload") == 0 ? span.len : 1000;
}

TEST(packets_tell_their_payload)
{
    wyre_visitor v = {NULL, NULL, NULL, count_span, NULL, NULL};
    wyre_netbios_packet m = {{4, 3}, 0, 0, {0}};
    wyre_direct_tcp_packet d = {{4, 5}};
    told = 0;
    assert_status("netbios", wyre_netbios_packet_visit(&m, &v), WYRE_OK);
    assert_status("direct", wyre_direct_tcp_packet_visit(&d, &v), WYRE_OK);
    assert_int_equal(told, 8);
}

TEST(types_and_errors_have_their_names)
{
    assert_string_equal(wyre_netbios_type_name(0x00), "SESSION_MESSAGE");
    assert_string_equal(wyre_netbios_type_name(0x85), "SESSION_KEEP_ALIVE");
    assert_string_equal(wyre_netbios_type_name(0x80), "?");
    assert_string_equal(wyre_netbios_error_name(0x82), "CALLED_NAME_NOT_PRESENT");
    assert_string_equal(wyre_netbios_error_name(0), "?");
}

RUN_TESTS("netbios_packet", TESTED(netbios_frame_does_as_the_row_says),
          TESTED(direct_tcp_frame_does_as_the_row_says),
          TESTED(each_prefix_of_a_packet_asks_for_more_but_not_too_much),
          TESTED(packets_come_back_byte_for_byte_into_every_capacity),
          TESTED(what_would_break_framing_is_not_written),
          TESTED(the_longest_netbios_payload_goes_both_ways),
          TESTED(the_header_alone_is_that_of_the_packet), TESTED(responses_keep_the_laws),
          TESTED(packets_tell_their_payload), TESTED(types_and_errors_have_their_names))

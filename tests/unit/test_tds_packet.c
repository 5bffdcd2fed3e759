/* lib/tds/tds_packet.c. Rows are the table of [MS-TDS] 2.2.3.1: type, status, length, SPID, packet id,
 * window, payload. */
#include "../properties/ring.h"
#include <wyre/tds.h>

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;               /* the bytes of the packet, the need, or the byte at fault */
    wyre_tds_packet fields; /* all zero where there is no packet */
} rows[] = {
    {"attention", "06 01 0008 0000 01 00", WYRE_OK, 8, {{8, 0}, 0, 6, 1, 1, 0, {0}}},
    {"a payload, and the next packet", "10 00 000b 1234 ff 01 'abc' 1001", WYRE_OK, 11,
     {{8, 3}, 0x1234, 0x10, 0, 255, 1, {0}}},
    {"undefined status bits come through", "01 ff 0009 ffff 00 ff 00", WYRE_OK, 9,
     {{8, 1}, 0xffff, 1, 255, 0, 255, {0}}},
    {"the longest", "04 01 0010 0000 00 00 0000000000000000", WYRE_OK, 16, {{8, 8}, 0, 4, 1, 0, 0, {0}}},
    {"nothing", "", WYRE_MORE, 8, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"no length yet", "10 01 01", WYRE_MORE, 8, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"a length, and no more", "10 01 0010", WYRE_MORE, 16, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"the last byte is missing", "12 01 000a 0000 00 00 00", WYRE_MORE, 10, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"length 7", "12 01 0007 0000 00 00", WYRE_E_LENGTH, 2, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"length 0", "12 01 0000", WYRE_E_LENGTH, 2, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"longer than the limit", "12 01 0011 0000 00 00", WYRE_E_LIMIT, 2, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"length 65535", "12 01 ffff 0000 00 00", WYRE_E_LIMIT, 2, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"a TLS handshake record", "16 03 0100 0000 00 00", WYRE_E_MAGIC, 0, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"TLS application data", "17", WYRE_E_MAGIC, 0, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"an SMP packet", "53 01", WYRE_E_MAGIC, 0, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
    {"type 0", "00 01 0008 0000 00 00", WYRE_E_MAGIC, 0, {{0, 0}, 0, 0, 0, 0, 0, {0}}},
};
/* clang-format on */

TEST(packet_is_found_or_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_tds_packet got;
        size_t n;
        wyre_status status = wyre_tds_packet_frame(in.at, in.len, 16, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

RING(wyre_tds_packet, 0);
TEST(packet_keeps_the_laws_and_comes_back)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t out[64];
        size_t n;
        if (row->status != WYRE_OK)
            continue;
        ring_holds(&wyre_tds_packet_ring, row->name, in.at, in.len, 0);
        assert_status(row->name, wyre_tds_packet_encode(&row->fields, in.at, in.len, out, 64, &n),
                      WYRE_OK);
        assert_offset(row->name, n, row->n);
        assert_memory_equal(out, in.at, n);
    }
}

TEST(packet_too_long_for_its_length_is_refused)
{
    static const uint8_t src[65528];
    size_t n;
    wyre_tds_packet m = {.payload = {0, 65528}};
    assert_status("measure", wyre_tds_packet_encode(&m, src, sizeof src, NULL, 0, NULL),
                  WYRE_E_RANGE);
    uint8_t *out = block(65536);
    assert_status("65528", wyre_tds_packet_encode(&m, src, sizeof src, out, 65536, NULL),
                  WYRE_E_RANGE);
    m.payload.len = 65527;
    assert_status("65527", wyre_tds_packet_encode(&m, src, sizeof src, out, 65536, &n), WYRE_OK);
    assert_offset("65527", n, 65535);
    free(out);
}

/* ---- messages --------------------------------------------------------------------------------------- */

/* clang-format off */
static const struct message_row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    wyre_tds_message fields;
    const char *payload;
} message_rows[] = {
    {"one packet", "11 01 000b 0001 05 00 'abc' ff", WYRE_OK, 11, {11, 3, 1, 1, 0x11, 1, 5, {0}}, "'abc'"},
    {"an empty one", "06 01 0008 0000 00 00", WYRE_OK, 8, {8, 0, 1, 0, 6, 1, 0, {0}}, ""},
    {"three packets, the last empty; the status is that of all",
     "01 08 000a 0001 01 00 'ab' 01 00 0009 0002 02 00 'c' 01 03 0008 0000 03 00", WYRE_OK, 27,
     {27, 3, 3, 1, 1, 0x0b, 1, {0}}, "'abc'"},
    {"nothing", "", WYRE_MORE, 8, {0, 0, 0, 0, 0, 0, 0, {0}}, NULL},
    {"the second packet is missing", "01 00 000a 0001 01 00 'ab'", WYRE_MORE, 18, {0, 0, 0, 0, 0, 0, 0, {0}}, NULL},
    {"the second packet is cut", "01 00 000a 0001 01 00 'ab' 01 01 000c 0000", WYRE_MORE, 22,
     {0, 0, 0, 0, 0, 0, 0, {0}}, NULL},
    {"another type in the middle", "01 00 000a 0001 01 00 'ab' 03", WYRE_E_VALUE, 10,
     {0, 0, 0, 0, 0, 0, 0, {0}}, NULL},
    {"an empty packet without EOM", "01 00 000a 0001 01 00 'ab' 01 00 0008 0000 00 00", WYRE_E_LENGTH, 12,
     {0, 0, 0, 0, 0, 0, 0, {0}}, NULL},
    {"a bad length", "01 00 000a 0001 01 00 'ab' 01 01 0006", WYRE_E_LENGTH, 12,
     {0, 0, 0, 0, 0, 0, 0, {0}}, NULL},
    {"more payload than the limit", "01 00 000d 0001 01 00 'abcde' 01 01 000c 0000 00 00 'fghi'",
     WYRE_E_LIMIT, 15, {0, 0, 0, 0, 0, 0, 0, {0}}, NULL},
};
/* clang-format on */

TEST(message_is_found_or_refused_as_the_row_says)
{
    for (const struct message_row *row = message_rows; row < message_rows + COUNT(message_rows);
         row++) {
        bytes in = hex(row->hex);
        wyre_tds_message got;
        size_t n;
        wyre_status status = wyre_tds_message_frame(in.at, in.len, 64, 8, NULL, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

TEST(message_is_found_byte_by_byte)
{
    for (const struct message_row *row = message_rows; row < message_rows + COUNT(message_rows);
         row++) {
        bytes in = hex(row->hex);
        wyre_tds_message progress = {.size = 0};
        wyre_tds_message got;
        wyre_status status = WYRE_MORE;
        size_t n = 0;
        for (size_t len = 0; len <= in.len && status == WYRE_MORE; len++) {
            uint8_t *part = exact(in.at, len);
            status = wyre_tds_message_frame(part, len, 64, 8, &progress, &got, &n);
            REQUIRE(status != WYRE_MORE || n > len, row->name);
            REQUIRE(status != WYRE_MORE || row->status != WYRE_OK || n <= row->n, row->name);
            free(part);
        }
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        if (status != WYRE_MORE)
            REQUIRE(progress.size == 0 && progress.packets == 0, row->name);
    }
}

TEST(message_is_gathered_elsewhere_and_in_place)
{
    for (const struct message_row *row = message_rows; row < message_rows + COUNT(message_rows);
         row++) {
        bytes in = hex(row->hex);
        bytes want = hex(row->payload != NULL ? row->payload : "");
        uint8_t out[16];
        size_t n;
        if (row->status != WYRE_OK)
            continue;
        assert_status(row->name, wyre_tds_message_gather(in.at, row->n, out, want.len, &n),
                      WYRE_OK);
        assert_offset(row->name, n, want.len);
        assert_memory_equal(out, want.at, want.len);
        if (want.len > 0)
            assert_status(row->name, wyre_tds_message_gather(in.at, row->n, out, want.len - 1, &n),
                          WYRE_E_SPACE);
        assert_offset(row->name, n, want.len);
        assert_status(row->name, wyre_tds_message_gather(in.at, row->n, in.at, sizeof in.at, &n),
                      WYRE_OK);
        assert_memory_equal(in.at, want.at, want.len);
    }
}

TEST(message_cut_short_is_not_gathered)
{
    bytes in = hex("01 00 000a 0001 01 00 'ab' 01 01 000c 0000 00 00 'cd'");
    uint8_t out[16];
    size_t n;
    assert_status("cut", wyre_tds_message_gather(in.at, in.len, out, 16, &n), WYRE_E_LENGTH);
    assert_offset("cut", n, 10);
    assert_status("no EOM", wyre_tds_message_gather(in.at, 10, out, 16, &n), WYRE_E_LENGTH);
    assert_status("nothing", wyre_tds_message_gather(NULL, 0, NULL, 0, &n), WYRE_E_LENGTH);
}

TEST(packets_of_a_message_come_one_by_one)
{
    bytes in = hex("01 08 000a 0001 01 00 'ab' 01 01 0009 0002 02 00 'c'");
    wyre_tds_message_iter it = {0, 0};
    wyre_tds_packet p;
    assert_status("first", wyre_tds_message_next(&it, in.at, in.len, &p), WYRE_OK);
    assert_int_equal(p.payload.off, 8);
    assert_int_equal(p.payload.len, 2);
    assert_int_equal(it.pos, 10);
    assert_status("second", wyre_tds_message_next(&it, in.at, in.len, &p), WYRE_OK);
    assert_int_equal(p.payload.off, 18);
    assert_int_equal(p.spid, 2);
    assert_status("end", wyre_tds_message_next(&it, in.at, in.len, &p), WYRE_END);
    assert_status("end again", wyre_tds_message_next(&it, in.at, in.len, &p), WYRE_END);
    assert_int_equal(p.spid, 0);
}

/* clang-format off */
static const struct split_row {
    const char *name;
    uint8_t status, packet_id;
    uint32_t packet_size;
    const char *payload, *want;
} split_rows[] = {
    {"fits", 0, 0, 512, "'abc'", "01 01 000b 0007 00 00 'abc'"},
    {"fits to the byte", 0x08, 9, 11, "'abc'", "01 09 000b 0007 09 00 'abc'"},
    {"one byte too many", 0x08, 255, 11, "'abcd'",
     "01 08 000b 0007 ff 00 'abc' 01 01 0009 0007 00 00 'd'"},
    {"ignore goes into the last", 0x13, 1, 10, "'abcde'",
     "01 10 000a 0007 01 00 'ab' 01 00 000a 0007 02 00 'cd' 01 03 0009 0007 03 00 'e'"},
    {"an empty message is a packet", 0, 0, 9, "", "01 01 0008 0007 00 00"},
};
/* clang-format on */

TEST(message_is_split_into_packets)
{
    for (const struct split_row *row = split_rows; row < split_rows + COUNT(split_rows); row++) {
        bytes src = hex(row->payload);
        bytes want = hex(row->want);
        wyre_tds_packet m = {{0, (uint32_t)src.len}, 7, 1, row->status, row->packet_id, 0, {0}};
        for (size_t cap = 0; cap <= want.len; cap++) {
            uint8_t *out = block(cap + 1);
            size_t n;
            wyre_status status =
                wyre_tds_message_encode(&m, src.at, src.len, row->packet_size, out, cap, &n);
            assert_status(row->name, status, cap < want.len ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, want.len);
            assert_int_equal(out[cap], 0);
            if (status == WYRE_OK)
                assert_memory_equal(out, want.at, want.len);
            free(out);
        }
    }
}

TEST(message_that_cannot_be_split_is_refused)
{
    uint8_t src[4] = {0};
    wyre_tds_packet m = {.payload = {0, 4}, .type = 1};
    size_t n;
    assert_status("size 8", wyre_tds_message_encode(&m, src, 4, 8, NULL, 0, &n), WYRE_E_RANGE);
    assert_status("size 0", wyre_tds_message_encode(&m, src, 4, 0, NULL, 0, &n), WYRE_E_RANGE);
    assert_status("size 65536", wyre_tds_message_encode(&m, src, 4, 65536, NULL, 0, &n),
                  WYRE_E_RANGE);
    assert_status("short src", wyre_tds_message_encode(&m, src, 3, 512, NULL, 0, &n), WYRE_E_ARG);
    m.payload = (wyre_span){0, UINT32_MAX};
    assert_status("4 GiB", wyre_tds_message_encode(&m, src, UINT32_MAX, 9, NULL, 0, &n),
                  WYRE_E_RANGE);
}

TEST(each_packet_type_has_its_name)
{
    assert_string_equal(wyre_tds_packet_type_name(0x01), "SQL_BATCH");
    assert_string_equal(wyre_tds_packet_type_name(0x10), "LOGIN7");
    assert_string_equal(wyre_tds_packet_type_name(0x12), "PRELOGIN");
    assert_string_equal(wyre_tds_packet_type_name(0x05), "?");
}

RUN_TESTS("tds_packet", TESTED(packet_is_found_or_refused_as_the_row_says),
          TESTED(packet_keeps_the_laws_and_comes_back),
          TESTED(packet_too_long_for_its_length_is_refused),
          TESTED(message_is_found_or_refused_as_the_row_says),
          TESTED(message_is_found_byte_by_byte), TESTED(message_is_gathered_elsewhere_and_in_place),
          TESTED(message_cut_short_is_not_gathered), TESTED(packets_of_a_message_come_one_by_one),
          TESTED(message_is_split_into_packets), TESTED(message_that_cannot_be_split_is_refused),
          TESTED(each_packet_type_has_its_name))

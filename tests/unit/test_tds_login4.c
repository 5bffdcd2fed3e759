/* lib/tds/tds_login4.c: the table of [MS-SSTDS] 2.2.6.3. */
#include "../properties/ring.h"
#include <wyre/tds.h>

/* A field of `width` zeros but for its text, and the number of bytes used behind it. */
static void
put_text(uint8_t *record, size_t at, size_t width, const char *text)
{
    memcpy(record + at, text, strlen(text));
    record[at + width] = (uint8_t)strlen(text);
}

/* What FreeTDS 1.3.17 sends, with other values: 572 bytes. */
static void
put_record(uint8_t *record)
{
    memset(record, 0, 572);
    put_text(record, 0, 30, "host");
    put_text(record, 31, 30, "user");
    put_text(record, 62, 30, "123456789012345678901234567890");
    put_text(record, 93, 30, "22493");
    memcpy(record + 124, "\x03\x01\x06\x0a\x09\x01\x00\x00\x00\x00\x02\x00\x00\x07\x08\x09", 16);
    put_text(record, 140, 30, "app");
    put_text(record, 171, 30, "server");
    put_text(record, 202, 255, "remote");
    memcpy(record + 458, "\x04\x02\x00\x00", 4);
    put_text(record, 462, 10, "TDS-Librar");
    memcpy(record + 473, "\x01\x02\x03\x04\x00\x0d\x11", 7);
    put_text(record, 480, 30, "us_english");
    memcpy(record + 511, "\x01\x0a\x0b\x40\x02\x03\x11\x12\x13\x14\x15\x16\x21\x22", 14);
    put_text(record, 525, 30, "iso_1");
    record[556] = 1;
    put_text(record, 557, 6, "512");
    memcpy(record + 564, "padding.", 8);
}

static const wyre_tds_login4 fields = {
    .host_name = {0, 4},
    .user_name = {31, 4},
    .password = {62, 30},
    .host_process = {93, 5},
    .app_name = {140, 3},
    .server_name = {171, 6},
    .remote_passwords = {202, 255},
    .program_name = {462, 10},
    .language = {480, 10},
    .charset = {525, 5},
    .packet_size = {557, 3},
    .tail = {564, 8},
    .tds_version = 0x04020000,
    .buffer_size = 512,
    .program_version = {1, 2, 3, 4},
    .ha_session_id = {0x11, 0x12, 0x13, 0x14, 0x15, 0x16},
    .old_secure = {10, 11},
    .spare = {7, 8, 9},
    .spare2 = {0x21, 0x22},
    .int2_order = 3,
    .int4_order = 1,
    .char_set = 6,
    .float8 = 10,
    .date8 = 9,
    .use_db_notify = 1,
    .remote_passwords_length = 6,
    .float4 = 13,
    .date4 = 17,
    .language_notify = 1,
    .sec_login = 0x40,
    .sec_bulk = 2,
    .ha_login_type = 3,
    .charset_notify = 1,
};

TEST(record_is_decoded_and_comes_back)
{
    uint8_t in[572], out[572];
    wyre_tds_login4 got;
    size_t n;
    put_record(in);
    assert_status("decode", wyre_tds_login4_decode(in, 572, 0, &got, &n), WYRE_OK);
    assert_offset("decode", n, 572);
    assert_fields("decode", &got, &fields, sizeof got);
    assert_status("encode", wyre_tds_login4_encode(&fields, in, 572, out, 572, &n), WYRE_OK);
    assert_offset("encode", n, 572);
    assert_memory_equal(in, out, 572);
}

TEST(big_endian_record_has_a_big_endian_buffer_size)
{
    uint8_t in[572];
    wyre_tds_login4 got;
    put_record(in);
    in[125] = 0;
    assert_status("decode", wyre_tds_login4_decode(in, 572, 0, &got, NULL), WYRE_OK);
    assert_int_equal(got.buffer_size, 0x00020000);
}

static const struct bad {
    const char *name;
    size_t at;
    uint8_t value;
    wyre_status status;
} bad[] = {
    {"host name of 31", 30, 31, WYRE_E_LENGTH},    {"user name of 255", 61, 255, WYRE_E_LENGTH},
    {"password of 31", 92, 31, WYRE_E_LENGTH},     {"host process of 31", 123, 31, WYRE_E_LENGTH},
    {"byte order 2", 125, 2, WYRE_E_VALUE},        {"app name of 31", 170, 31, WYRE_E_LENGTH},
    {"server name of 31", 201, 31, WYRE_E_LENGTH}, {"program name of 11", 472, 11, WYRE_E_LENGTH},
    {"language of 31", 510, 31, WYRE_E_LENGTH},    {"charset of 31", 555, 31, WYRE_E_LENGTH},
    {"packet size of 7", 563, 7, WYRE_E_LENGTH},
};

TEST(text_longer_than_its_field_is_refused)
{
    static const wyre_tds_login4 zero;
    for (const struct bad *row = bad; row < bad + COUNT(bad); row++) {
        uint8_t in[572];
        wyre_tds_login4 got;
        size_t n;
        put_record(in);
        in[row->at] = row->value;
        assert_status(row->name, wyre_tds_login4_decode(in, 572, 0, &got, &n), row->status);
        assert_offset(row->name, n, row->at);
        assert_fields(row->name, &got, &zero, sizeof got);
    }
}

RING(wyre_tds_login4, 0);
TEST(record_keeps_the_laws)
{
    uint8_t in[572];
    wyre_tds_login4 got;
    put_record(in);
    assert_status("564", law(&wyre_tds_login4_ring, "564", in, 564, 0, 1), WYRE_OK);
    ring_flags(&wyre_tds_login4_ring, "record", in, 572, 0);
    ring_source(&wyre_tds_login4_ring, "record", in, 572, 0);
    for (size_t cut = 0; cut < 564; cut++)
        assert_status("cut", wyre_tds_login4_decode(in, cut, 0, &got, NULL), WYRE_E_LENGTH);
    for (size_t i = 0; i < 572; i++) {
        uint8_t kept = in[i];
        for (unsigned flip = 1; flip < 256; flip <<= 1) {
            in[i] = (uint8_t)(kept ^ flip);
            law(&wyre_tds_login4_ring, "flip", in, 572, 0, 0);
        }
        in[i] = kept;
    }
}

TEST(record_that_cannot_be_written_is_refused)
{
    static const uint8_t src[300];
    uint8_t *out = block(1000);
    wyre_tds_login4 m = {.host_name = {0, 31}};
    assert_status("31", wyre_tds_login4_encode(&m, src, 300, out, 1000, NULL), WYRE_E_RANGE);
    m = (wyre_tds_login4){.remote_passwords = {0, 256}};
    assert_status("256", wyre_tds_login4_encode(&m, src, 300, out, 1000, NULL), WYRE_E_RANGE);
    m = (wyre_tds_login4){.language = {299, 2}};
    assert_status("src", wyre_tds_login4_encode(&m, src, 300, out, 1000, NULL), WYRE_E_ARG);
    m = (wyre_tds_login4){.int4_order = 2};
    assert_status("order", wyre_tds_login4_encode(&m, src, 300, out, 1000, NULL), WYRE_E_RANGE);
    free(out);
}

static const struct capability_row {
    const char *name, *hex;
    uint8_t order;
    size_t count;
    wyre_status status;
} capability_rows[] = {
    {"big-endian", "e2 0007 01 02 aabb 02 01 cc", 2, 2, WYRE_END},
    {"little-endian", "e2 0700 01 02 aabb 02 01 cc", 3, 2, WYRE_END},
    {"none", "e2 0000", 3, 0, WYRE_END},
    {"another token", "e3 0000", 3, 0, WYRE_E_MAGIC},
    {"nothing", "", 3, 0, WYRE_E_MAGIC},
    {"no length", "e2 00", 3, 0, WYRE_E_LENGTH},
    {"token past the end", "e2 0500 01 02 aabb", 3, 0, WYRE_E_LENGTH},
    {"mask past the token", "e2 0300 01 02 aabb", 3, 0, WYRE_E_LENGTH},
    {"second mask past the token", "e2 0500 01 00 02 02 aabb", 3, 1, WYRE_E_LENGTH},
    {"half a mask", "e2 0100 01", 3, 0, WYRE_E_LENGTH},
};

TEST(capabilities_come_one_by_one)
{
    for (const struct capability_row *row = capability_rows;
         row < capability_rows + COUNT(capability_rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_tds_capability_iter it = {0, 0};
        wyre_tds_capability masks[2], mask;
        for (size_t i = 0; i < row->count; i++)
            assert_status(row->name,
                          wyre_tds_capability_next(&it, unit, in.len, row->order, &masks[i]),
                          WYRE_OK);
        for (int again = 0; again < 2; again++)
            assert_status(row->name, wyre_tds_capability_next(&it, unit, in.len, row->order, &mask),
                          row->status);
        if (row->status == WYRE_END) {
            uint8_t out[16];
            size_t n;
            assert_status(
                row->name,
                wyre_tds_capability_build(masks, row->count, row->order, unit, in.len, out, 16, &n),
                WYRE_OK);
            assert_offset(row->name, n, in.len);
            assert_memory_equal(out, unit, n);
        }
        free(unit);
    }
}

TEST(capabilities_that_cannot_be_written_are_refused)
{
    static const uint8_t src[256];
    static wyre_tds_capability masks[256];
    masks[0] = (wyre_tds_capability){{0, 256}, 1, {0}};
    assert_status("256", wyre_tds_capability_build(masks, 1, 3, src, 256, NULL, 0, NULL),
                  WYRE_E_RANGE);
    masks[0].bits = (wyre_span){255, 2};
    assert_status("src", wyre_tds_capability_build(masks, 1, 3, src, 256, NULL, 0, NULL),
                  WYRE_E_ARG);
    for (size_t i = 0; i < 256; i++)
        masks[i].bits = (wyre_span){0, 255};
    assert_status("65792", wyre_tds_capability_build(masks, 256, 3, src, 256, NULL, 0, NULL),
                  WYRE_E_RANGE);
    assert_status("65792", wyre_tds_capability_build(masks, 256, 2, src, 256, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

RUN_TESTS("tds_login4", TESTED(record_is_decoded_and_comes_back),
          TESTED(big_endian_record_has_a_big_endian_buffer_size),
          TESTED(text_longer_than_its_field_is_refused), TESTED(record_keeps_the_laws),
          TESTED(record_that_cannot_be_written_is_refused), TESTED(capabilities_come_one_by_one),
          TESTED(capabilities_that_cannot_be_written_are_refused))

/* lib/tds/tds_request.c, lib/tds/tds_rpc.c and lib/tds/tds_smp.c: [MS-TDS] 2.2.5.3, 2.2.6, [MC-SMP] 2.2.1. */
#include "../properties/ring.h"
#include <wyre/tds.h>

#define HEADERS "16000000 12000000 0200 0807060504030201 01000000"
enum {
    OLD = WYRE_TDS_BEFORE_7_2,
    OLDER = OLD | WYRE_TDS_BEFORE_7_1,
    TDS4 = OLDER | WYRE_TDS_BEFORE_7_0
};

static const struct header_row {
    const char *name, *hex;
    size_t count;
    wyre_status status;
    uint32_t pos;
} header_rows[] = {
    {"the usual block, and a request", HEADERS "7300", 1, WYRE_END, 22},
    {"no header", "04000000", 0, WYRE_END, 4},
    {"an unknown one", "0b000000 07000000 6300 aa", 1, WYRE_END, 11},
    {"nothing", "", 0, WYRE_E_LENGTH, 0},
    {"TotalLength 3", "03000000", 0, WYRE_E_LENGTH, 0},
    {"TotalLength past the end", "17000000 12000000 0200 0807060504030201 01000000", 0,
     WYRE_E_LENGTH, 0},
    {"HeaderLength 0", "0a000000 00000000 0200", 0, WYRE_E_LENGTH, 4},
    {"HeaderLength 5", "0a000000 05000000 0200", 0, WYRE_E_LENGTH, 4},
    {"HeaderLength past the block", "0a000000 07000000 0200 00", 0, WYRE_E_LENGTH, 4},
    {"half a header", "08000000 06000000", 0, WYRE_E_LENGTH, 4},
    {"one twice", "10000000 06000000 0200 06000000 0200", 1, WYRE_E_VALUE, 10},
};

TEST(headers_come_one_by_one)
{
    for (const struct header_row *row = header_rows; row < header_rows + COUNT(header_rows);
         row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len), out[64];
        wyre_tds_header_iter it = {0, 0, 0};
        wyre_tds_header all[2], extra;
        size_t n;
        for (size_t i = 0; i < row->count; i++)
            assert_status(row->name, wyre_tds_header_next(&it, unit, in.len, &all[i]), WYRE_OK);
        assert_status(row->name, wyre_tds_header_next(&it, unit, in.len, &extra), row->status);
        assert_offset(row->name, it.pos, row->pos);
        if (row->status == WYRE_END) {
            assert_status(row->name,
                          wyre_tds_header_build(all, row->count, unit, in.len, out, 64, &n),
                          WYRE_OK);
            assert_offset(row->name, n, row->pos);
            assert_memory_equal(out, unit, n);
        }
        free(unit);
    }
}

RING(wyre_tds_transaction_descriptor, 0);
RING(wyre_tds_query_notification, 0);
RING(wyre_tds_trace_activity, 0);
RING(wyre_tds_sql_batch, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_transaction_request, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_fedauth_token, 0);
RING(wyre_tds_smp, 0);

static const struct good {
    const ring *r;
    const char *name, *hex;
    uint32_t dialect;
} good[] = {
    {&wyre_tds_transaction_descriptor_ring, "descriptor", "0807060504030201 01000000", 0},
    {&wyre_tds_query_notification_ring, "notification", "0200 6100 0400 62006300", 0},
    {&wyre_tds_query_notification_ring, "with timeout", "0200 6100 0000 e8030000", 0},
    {&wyre_tds_trace_activity_ring, "activity", "000102030405060708090a0b0c0d0e0f 01000000", 0},
    {&wyre_tds_sql_batch_ring, "batch", HEADERS "73006500", 0},
    {&wyre_tds_sql_batch_ring, "batch of 7.1", "73006500", OLD},
    {&wyre_tds_sql_batch_ring, "batch of 4.2", "'select'", TDS4},
    {&wyre_tds_transaction_request_ring, "begin", HEADERS "0500 02 06 740078003100", 0},
    {&wyre_tds_transaction_request_ring, "commit", HEADERS "0700 00 00", 0},
    {&wyre_tds_transaction_request_ring, "rollback and begin", HEADERS "0800 02 7400 01 03 02 7500",
     0},
    {&wyre_tds_transaction_request_ring, "save", HEADERS "0900 02 7400", 0},
    {&wyre_tds_transaction_request_ring, "promote", HEADERS "0600", 0},
    {&wyre_tds_transaction_request_ring, "get DTC address", HEADERS "0000 0000", 0},
    {&wyre_tds_transaction_request_ring, "an unknown one", HEADERS "6300 aabb", 0},
    {&wyre_tds_fedauth_token_ring, "token", "06000000 02000000 6100", 0},
    {&wyre_tds_fedauth_token_ring, "token and nonce",
     "26000000 02000000 6100 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", 0},
    {&wyre_tds_smp_ring, "SYN", "53 01 0000 10000000 00000000 04000000", 0},
    {&wyre_tds_smp_ring, "DATA", "53 08 0100 12000000 01000000 04000000 aabb", 0},
};

TEST(requests_keep_the_laws)
{
    for (const struct good *row = good; row < good + COUNT(good); row++) {
        bytes in = hex(row->hex);
        ring_open(row->r, row->name, in.at, in.len, row->dialect);
    }
}

static const struct bad {
    const ring *r;
    const char *name, *hex;
    wyre_status status;
    size_t n;
} bad[] = {
    {&wyre_tds_transaction_descriptor_ring, "a byte short", "08070605040302 01000000",
     WYRE_E_LENGTH, 11},
    {&wyre_tds_transaction_descriptor_ring, "a byte over", "0807060504030201 01000000 00",
     WYRE_E_VALUE, 0},
    {&wyre_tds_query_notification_ring, "id past the end", "0300 6100", WYRE_E_LENGTH, 0},
    {&wyre_tds_query_notification_ring, "half a timeout", "0000 0000 e803", WYRE_E_LENGTH, 6},
    {&wyre_tds_sql_batch_ring, "no headers", "7300", WYRE_E_LENGTH, 0},
    {&wyre_tds_sql_batch_ring, "headers of 3 bytes", "03000000", WYRE_E_LENGTH, 0},
    {&wyre_tds_sql_batch_ring, "headers past the end", "17000000 12000000", WYRE_E_LENGTH, 0},
    {&wyre_tds_transaction_request_ring, "no type", HEADERS, WYRE_E_LENGTH, 22},
    {&wyre_tds_transaction_request_ring, "name past the end", HEADERS "0500 02 06 7400",
     WYRE_E_LENGTH, 25},
    {&wyre_tds_transaction_request_ring, "a byte over", HEADERS "0600 00", WYRE_E_VALUE, 0},
    {&wyre_tds_fedauth_token_ring, "length past the end", "07000000 02000000 6100", WYRE_E_LENGTH,
     0},
    {&wyre_tds_fedauth_token_ring, "token past its message", "06000000 03000000 6100",
     WYRE_E_LENGTH, 4},
    {&wyre_tds_fedauth_token_ring, "nonce of 1 byte", "07000000 02000000 6100 aa", WYRE_E_VALUE, 0},
    {&wyre_tds_smp_ring, "two flags", "53 03 0000 10000000 00000000 04000000", WYRE_E_VALUE, 1},
    {&wyre_tds_smp_ring, "no flag", "53 00 0000 10000000 00000000 04000000", WYRE_E_VALUE, 1},
    {&wyre_tds_smp_ring, "LENGTH 15", "53 01 0000 0f000000 00000000 04000000", WYRE_E_LENGTH, 4},
    {&wyre_tds_smp_ring, "LENGTH 0xffffffff", "53 01 0000 ffffffff 00000000 04000000",
     WYRE_E_LENGTH, 4},
    {&wyre_tds_smp_ring, "SYN with a payload", "53 01 0000 11000000 00000000 04000000 aa",
     WYRE_E_VALUE, 4},
    {&wyre_tds_smp_ring, "DATA without", "53 08 0000 10000000 00000000 04000000", WYRE_E_VALUE, 4},
    {&wyre_tds_smp_ring, "another first byte", "12 08 0000 10000000 00000000 04000000",
     WYRE_E_VALUE, 0},
};

TEST(bad_requests_are_refused)
{
    for (const struct bad *row = bad; row < bad + COUNT(bad); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        void *m = block(row->r->size);
        size_t n;
        assert_status(row->name, row->r->decode(unit, in.len, 0, m, &n), row->status);
        assert_offset(row->name, n, row->n);
        free(m);
        free(unit);
    }
}

TEST(smp_packet_is_found_in_a_stream)
{
    bytes in = hex("53 08 0100 12000000 01000000 04000000 aabb 53");
    wyre_tds_smp m;
    size_t n;
    for (size_t len = 0; len < 18; len++) {
        uint8_t *part = exact(in.at, len);
        assert_status("cut", wyre_tds_smp_frame(part, len, 64, &m, &n), WYRE_MORE);
        REQUIRE(n > len && n <= 18, "cut");
        free(part);
    }
    assert_status("whole", wyre_tds_smp_frame(in.at, in.len, 64, &m, &n), WYRE_OK);
    assert_offset("whole", n, 18);
    assert_int_equal(m.sid, 1);
    assert_int_equal(m.payload.off, 16);
    assert_status("limit", wyre_tds_smp_frame(in.at, in.len, 17, &m, &n), WYRE_E_LIMIT);
    assert_offset("limit", n, 4);
    memset(in.at + 4, 0xff, 4);
    assert_status("4 GiB", wyre_tds_smp_frame(in.at, in.len, 64, &m, &n), WYRE_E_LIMIT);
    bytes small = hex("53 01 0000 0f000000 00000000 04000000");
    assert_status("15", wyre_tds_smp_frame(small.at, small.len, 64, &m, &n), WYRE_E_LENGTH);
    assert_offset("15", n, 4);
    in.at[0] = 0x12;
    assert_status("TDS", wyre_tds_smp_frame(in.at, 1, 64, &m, &n), WYRE_E_MAGIC);
}

/* ---- RPC ------------------------------------------------------------------------------------------ */

#define PARAMETER "02 4000 7000 00 26 04 04 07000000"

static const struct rpc_row {
    const char *name, *hex;
    uint32_t dialect;
    size_t calls, parameters; /* in front of the end; of the last call */
    wyre_status status;
} rpc_rows[] = {
    {"by number", HEADERS "ffff 0a00 0000 " PARAMETER, 0, 1, 1, WYRE_END},
    {"by name, without parameters", HEADERS "0200 73007000 0200", 0, 1, 0, WYRE_END},
    {"before 7.2: no headers", "ffff 0a00 0000 00 00 63 00000000 0904d00034 04000000 73006100", OLD,
     1, 1, WYRE_END},
    {"pytds with TDS 7.0: no collation", "ffff 0a00 0000 00 00 63 00000000 04000000 73006100",
     OLDER, 1, 1, WYRE_END},
    {"NULL of NTEXT", "ffff 0a00 0000 00 00 63 00000000 ffffffff", OLDER, 1, 1, WYRE_END},
    {"two calls", HEADERS "ffff 0a00 0000 " PARAMETER " ff 0100 7300 0000", 0, 2, 0, WYRE_END},
    {"two calls before 7.2", "ffff 0a00 0000 " PARAMETER " 80 0100 7300 0000 " PARAMETER, OLD, 2, 1,
     WYRE_END},
    {"not executed", HEADERS "ffff 0a00 0000 fe", 0, 1, 0, WYRE_END},
    {"nothing", "", 0, 0, 0, WYRE_E_LENGTH},
    {"headers of 3 bytes", "03000000", 0, 0, 0, WYRE_E_VALUE},
    {"name past the end", HEADERS "0300 73007000", 0, 0, 0, WYRE_E_LENGTH},
    {"no flags", HEADERS "ffff 0a00 00", 0, 0, 0, WYRE_E_LENGTH},
    {"a parameter cut short", HEADERS "ffff 0a00 0000 02 4000 7000 00 26 04 04 0700", 0, 0, 0,
     WYRE_E_LENGTH},
    /* [MS-TDS] 4.14 */
    {"a table",
     HEADERS "0300 66006f006f00 0000 00 00 f3 00 03 640062006f00 07 7400760070007400790070006500 "
             "0100 00000000 0000 26 01 00 00 01 01 02 00",
     0, 1, 1, WYRE_END},
    {"a table, then another parameter",
     HEADERS "ffff 0a00 0000 00 00 f3 00 00 00 ffff 00 00 " PARAMETER, 0, 1, 2, WYRE_END},
    {"a table cut short", HEADERS "ffff 0a00 0000 00 00 f3", 0, 0, 0, WYRE_E_LENGTH},
    {"a table in a table",
     HEADERS "ffff 0a00 0000 00 00 f3 00 00 00 0100 00000000 0000 f3 00 00 00", 0, 0, 0,
     WYRE_E_UNSUPPORTED},
    {"a table before 7.2", "ffff 0a00 0000 00 00 f3 00 00 00 ffff 00 00", OLD, 0, 0,
     WYRE_E_UNSUPPORTED},
    {"an encrypted one",
     HEADERS "ffff 0a00 0000 00 08 a5 1000 0200 aabb "
             "26 04 02 01 01000000 02000000 03000000 0400000000000000 01",
     0, 1, 1, WYRE_END},
    {"an encrypted one without what it was", HEADERS "ffff 0a00 0000 00 08 26 04 00", 0, 0, 0,
     WYRE_E_LENGTH},
    {"an unknown type", HEADERS "ffff 0a00 0000 00 00 99", 0, 0, 0, WYRE_E_UNSUPPORTED},
    {"a second call cut short", HEADERS "ffff 0a00 0000 ff 01", 0, 1, 0, WYRE_E_LENGTH},
};

TEST(calls_come_one_by_one)
{
    for (const struct rpc_row *row = rpc_rows; row < rpc_rows + COUNT(rpc_rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len), out[128];
        wyre_tds_rpc_iter it = {0, 0};
        wyre_tds_rpc call = {.separator = 0}, extra;
        size_t n, end = 0;
        for (size_t i = 0; i < row->calls; i++) {
            assert_status(row->name, wyre_tds_rpc_next(&it, unit, in.len, row->dialect, &call),
                          WYRE_OK);
            assert_status(row->name, wyre_tds_rpc_encode(&call, unit, in.len, out, sizeof out, &n),
                          WYRE_OK);
            assert_memory_equal(out, unit + end, n);
            end += n;
            assert_offset(row->name, it.pos, end);
        }
        assert_status(row->name, wyre_tds_rpc_next(&it, unit, in.len, row->dialect, &extra),
                      row->status);
        wyre_tds_parameter_iter p = {call.parameters.off};
        wyre_tds_parameter parameter;
        size_t stop = call.parameters.off + (size_t)call.parameters.len;
        for (size_t i = 0; i < row->parameters; i++) {
            uint32_t begins = p.pos;
            assert_status(row->name,
                          wyre_tds_parameter_next(&p, unit, stop, row->dialect, &parameter),
                          WYRE_OK);
            assert_status(row->name,
                          wyre_tds_parameter_encode(&parameter, unit, in.len, out, sizeof out, &n),
                          WYRE_OK);
            assert_offset(row->name, n, p.pos - begins);
            assert_memory_equal(out, unit + begins, n);
        }
        assert_status(row->name, wyre_tds_parameter_next(&p, unit, stop, row->dialect, &parameter),
                      WYRE_END);
        free(unit);
    }
}

TEST(parameter_is_written)
{
    bytes src = hex("40007000 07000000");
    bytes want = hex(PARAMETER);
    wyre_tds_parameter m = {
        .value = {.data = {4, 4}}, .type_info = {.type = 0x26, .max_length = 4}, .name = {0, 4}};
    uint8_t out[32];
    size_t n;
    assert_status("encode", wyre_tds_parameter_encode(&m, src.at, src.len, out, 32, &n), WYRE_OK);
    assert_offset("encode", n, want.len);
    assert_memory_equal(out, want.at, n);
    m.status = WYRE_TDS_PARAMETER_ENCRYPTED;
    assert_status("encrypted", wyre_tds_parameter_encode(&m, src.at, src.len, out, 32, &n),
                  WYRE_E_RANGE);
    m = (wyre_tds_parameter){.type_info = {.type = 0xf3}, .dialect = OLD};
    assert_status("a table before 7.2", wyre_tds_parameter_encode(&m, src.at, src.len, out, 32, &n),
                  WYRE_E_UNSUPPORTED);
}

TEST(requests_have_names)
{
    assert_string_equal(wyre_tds_tm_name(5), "BEGIN_XACT");
    assert_string_equal(wyre_tds_tm_name(2), "?");
    assert_string_equal(wyre_tds_procedure_name(10), "EXECUTESQL");
    assert_string_equal(wyre_tds_procedure_name(16), "?");
    assert_string_equal(wyre_tds_smp_name(8), "DATA");
    assert_string_equal(wyre_tds_smp_name(3), "?");
}

RUN_TESTS("tds_request", TESTED(headers_come_one_by_one), TESTED(requests_keep_the_laws),
          TESTED(bad_requests_are_refused), TESTED(smp_packet_is_found_in_a_stream),
          TESTED(calls_come_one_by_one), TESTED(parameter_is_written), TESTED(requests_have_names))

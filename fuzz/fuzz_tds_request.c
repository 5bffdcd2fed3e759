/* Requests of clients, and SMP. The first byte of the input is the dialect. */
#include "fuzz.h"
#include <wyre/tds.h>

RING(wyre_tds_sql_batch, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_transaction_request, WYRE_TDS_DIALECT_BITS);
RING(wyre_tds_fedauth_token, 0);
RING(wyre_tds_transaction_descriptor, 0);
RING(wyre_tds_query_notification, 0);
RING(wyre_tds_trace_activity, 0);
RING(wyre_tds_smp, 0);

static void
parameters(const uint8_t *in, wyre_span where, uint32_t dialect)
{
    wyre_tds_parameter_iter it = {where.off};
    wyre_tds_parameter p;
    size_t end = where.off + (size_t)where.len;
    for (uint32_t pos = it.pos; wyre_tds_parameter_next(&it, in, end, dialect, &p) == WYRE_OK;
         pos = it.pos) {
        size_t n;
        uint8_t *out = block(it.pos - pos);
        REQUIRE(wyre_tds_parameter_encode(&p, in, end, out, it.pos - pos, &n) == WYRE_OK,
                "parameter");
        REQUIRE(n == it.pos - pos && memcmp(out, in + pos, n) == 0, "parameter");
        free(out);
    }
    REQUIRE(it.pos == end, "parameters");
}

/* A table that was read writes itself again, and each of its rows. */
static void
table(const uint8_t *in, size_t len)
{
    enum { COLUMNS = 16 };
    wyre_tds_column all[COLUMNS], column;
    wyre_tds_table t;
    size_t count = 0, n, size;
    if (wyre_tds_table_decode(in, len, 0, &t, &size) != WYRE_OK)
        return;
    wyre_tds_column_iter it = t.columns;
    while (count < COLUMNS && wyre_tds_column_next(&it, in, len, 0, &all[count]) == WYRE_OK)
        count++;
    uint8_t *out = block(size);
    if (count < COLUMNS) {
        REQUIRE(wyre_tds_table_encode(&t, all, count, in, len, out, size, &n) == WYRE_OK, "table");
        REQUIRE(n == size && memcmp(out, in, n) == 0, "table");
    }
    for (uint32_t pos = t.rows.off; pos < t.rows.off + t.rows.len && count < COLUMNS;) {
        wyre_tds_row_iter row = {.columns = t.columns, .pos = pos};
        wyre_tds_value values[COLUMNS], value;
        memset(values, 0, sizeof values);
        for (size_t i = 0; i < count; i++)
            if ((all[i].flags & WYRE_TDS_COLUMN_DEFAULT) == 0)
                REQUIRE(wyre_tds_row_next(&row, in, len, 0, &column, &values[i]) == WYRE_OK, "row");
        REQUIRE(wyre_tds_row_next(&row, in, len, 0, &column, &value) == WYRE_END, "row");
        REQUIRE(row.pos > pos, "row");
        REQUIRE(wyre_tds_table_row_encode(all, values, count, in, len, out, size, &n) == WYRE_OK,
                "row");
        REQUIRE(n == row.pos - pos && memcmp(out, in + pos, n) == 0, "row");
        pos = row.pos;
    }
    free(out);
}

/* Calls that were read write the request again. */
static void
calls(const uint8_t *in, size_t len, uint32_t dialect)
{
    wyre_tds_rpc_iter it = {0, 0};
    wyre_tds_rpc call;
    for (uint32_t pos = 0; wyre_tds_rpc_next(&it, in, len, dialect, &call) == WYRE_OK;
         pos = it.pos) {
        size_t n;
        REQUIRE(it.pos > pos && it.pos <= len, "rpc");
        uint8_t *out = block(it.pos - pos);
        wyre_status status = wyre_tds_rpc_encode(&call, in, len, out, it.pos - pos, &n);
        REQUIRE(status == WYRE_OK || (call.name.len == 0 && call.proc_id == 0), "rpc");
        REQUIRE(status != WYRE_OK || call.proc_id == 0 ||
                    (n == it.pos - pos && memcmp(out, in + pos, n) == 0),
                "rpc");
        free(out);
        parameters(in, call.parameters, dialect);
        (void)wyre_tds_procedure_name(call.proc_id);
    }
}

static void
headers(const uint8_t *in, size_t len)
{
    wyre_tds_header all[64];
    wyre_tds_header_iter it = {0, 0, 0};
    size_t count = 0, n;
    wyre_status status = WYRE_OK;
    while (count < 64 && (status = wyre_tds_header_next(&it, in, len, &all[count])) == WYRE_OK)
        count++;
    if (count == 64 || status != WYRE_END)
        return;
    uint8_t *out = block(it.pos);
    REQUIRE(wyre_tds_header_build(all, count, in, len, out, it.pos, &n) == WYRE_OK, "headers");
    REQUIRE(n == it.pos && memcmp(out, in, n) == 0, "headers");
    free(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    wyre_tds_smp smp;
    size_t n;
    if (len < 1)
        return 0;
    uint32_t dialect = in[0] & WYRE_TDS_DIALECT_BITS;
    in++;
    len--;
    law(&wyre_tds_sql_batch_ring, "batch", in, len, dialect, 0);
    law(&wyre_tds_transaction_request_ring, "transaction", in, len, dialect, 0);
    law(&wyre_tds_fedauth_token_ring, "token", in, len, 0, 0);
    law(&wyre_tds_transaction_descriptor_ring, "descriptor", in, len, 0, 0);
    law(&wyre_tds_query_notification_ring, "notification", in, len, 0, 0);
    law(&wyre_tds_trace_activity_ring, "activity", in, len, 0, 0);
    law(&wyre_tds_smp_ring, "smp", in, len, 0, 0);
    wyre_status status = wyre_tds_smp_frame(in, len, 4096, &smp, &n);
    REQUIRE(status == WYRE_MORE ? n > len : n <= len, "smp");
    (void)wyre_tds_smp_name(smp.flags);
    (void)wyre_tds_tm_name((uint16_t)len);
    calls(in, len, dialect);
    headers(in, len);
    table(in, len);
    return 0;
}

/* lib/tds/tds_tls.c: [MS-TDS] 3.2.5.2, 3.3.5.2. Rows are what one side sends behind PRELOGIN. */
#include "../properties/ring.h"
#include <wyre/tds.h>

#define PACKET                                                                                     \
    "12 01 000d 0000 00 00 16 0301 0000" /* a handshake record without body, in a packet */
#define RECORD "17 0303 0002 aabb"
enum { LOGIN = 1, ALL = 2, STRICT = 3, CLIENT = 0, SERVER = 1 };

static const struct row {
    const char *name, *hex;
    uint8_t mode, from_server;
    const char *tls, *plain; /* what comes out */
    wyre_status status;      /* at the end: MORE where all was taken */
    size_t fault;            /* counted in the stream, for a refusal */
} rows[] = {
    {"all: handshake, records", PACKET RECORD RECORD, ALL, CLIENT, "16 0301 0000" RECORD RECORD, "",
     WYRE_MORE, 0},
    {"all, server", PACKET PACKET RECORD, ALL, SERVER, "16 0301 0000 16 0301 0000" RECORD, "",
     WYRE_MORE, 0},
    {"login: then the rest of it in the clear", PACKET RECORD "10 01 0009 0000 00 00 aa", LOGIN,
     CLIENT, "16 0301 0000" RECORD, "10 01 0009 0000 00 00 aa", WYRE_MORE, 0},
    {"login: two records", PACKET RECORD RECORD "01 01", LOGIN, CLIENT,
     "16 0301 0000" RECORD RECORD, "01 01", WYRE_MORE, 0},
    {"login, server: the answer in the clear", PACKET "04 01 0009 0000 00 00 16", LOGIN, SERVER,
     "16 0301 0000", "04 01 0009 0000 00 00 16", WYRE_MORE, 0},
    {"a record over two packets, the second beginning with 0x12",
     "12 00 000b 0000 00 00 16 0301 12 01 000b 0000 01 00 12 1212", ALL, CLIENT, "16 0301 12 1212",
     "", WYRE_MORE, 0},
    {"strict", "16 0301 0001 00" RECORD, STRICT, CLIENT, "16 0301 0001 00" RECORD, "", WYRE_MORE,
     0},
    {"all: clear text behind the handshake", PACKET "01 01 0008", ALL, CLIENT, "16 0301 0000", "",
     WYRE_E_VALUE, 13},
    {"all: clear text behind records", PACKET RECORD "04 01 0008", ALL, SERVER,
     "16 0301 0000" RECORD, "", WYRE_E_VALUE, 20},
    {"login: a login in the clear", PACKET "10 01 0009 0000 00 00 aa", LOGIN, CLIENT,
     "16 0301 0000", "", WYRE_E_VALUE, 13},
    {"login, server: records", PACKET RECORD, LOGIN, SERVER, "16 0301 0000", "", WYRE_E_VALUE, 13},
    {"a packet behind records", PACKET RECORD PACKET, ALL, CLIENT, "16 0301 0000" RECORD, "",
     WYRE_E_VALUE, 20},
    {"strict: a packet", PACKET, STRICT, CLIENT, "", "", WYRE_E_VALUE, 0},
    {"an empty packet", "12 01 0008 0000 00 00", ALL, CLIENT, "", "", WYRE_E_LENGTH, 2},
    {"a packet of 7 bytes", "12 01 0007 0000 00 00", ALL, CLIENT, "", "", WYRE_E_LENGTH, 2},
    {"a packet longer than the limit", "12 01 1001 0000 00 00", ALL, CLIENT, "", "", WYRE_E_LIMIT,
     2},
    {"a record longer than TLS allows", "17 0303 4801", ALL, CLIENT, "", "", WYRE_E_LIMIT, 3},
    {"an unknown mode", RECORD, 0, CLIENT, "", "", WYRE_E_VALUE, 0},
};

/* Feeds the stream in steps of `step` bytes, keeping what was not taken. */
static void
run(const struct row *row, size_t step)
{
    bytes in = hex(row->hex), tls = {.len = 0}, plain = {.len = 0};
    bytes want_tls = hex(row->tls), want_plain = hex(row->plain);
    wyre_tds_tls t = {.mode = row->mode, .from_server = row->from_server};
    wyre_status status = WYRE_MORE;
    size_t pos = 0, n = 0;
    for (size_t end = 0; end < in.len || end == 0;) {
        end = in.len - end < step ? in.len : end + step;
        do {
            uint8_t *part = exact(in.at + pos, end - pos);
            wyre_tds_tls_piece piece;
            status = wyre_tds_tls_next(&t, part, end - pos, 4096, &piece, &n);
            bytes *to = piece.plain ? &plain : &tls;
            if (piece.bytes.len > 0)
                memcpy(to->at + to->len, part + piece.bytes.off, piece.bytes.len);
            to->len += piece.bytes.len;
            REQUIRE(status != WYRE_MORE || n > end - pos, row->name);
            REQUIRE(status != WYRE_OK || (n > 0 && n <= end - pos), row->name);
            pos += status == WYRE_OK ? n : 0;
            free(part);
        } while (status == WYRE_OK);
        if (status != WYRE_MORE)
            break;
    }
    assert_status(row->name, status, row->status);
    assert_offset(row->name, tls.len, want_tls.len);
    assert_memory_equal(tls.at, want_tls.at, tls.len);
    assert_offset(row->name, plain.len, want_plain.len);
    assert_memory_equal(plain.at, want_plain.at, plain.len);
    assert_offset(row->name, status == WYRE_MORE ? pos : pos + n,
                  status == WYRE_MORE ? in.len : row->fault);
}

TEST(records_come_out_however_the_bytes_come)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++)
        for (size_t step = 1; step < 48; step++)
            run(row, step);
}

TEST(records_go_into_packets)
{
    bytes in = hex("16 0301 0000");
    bytes want = hex("12 00 000b 0000 00 00 160301 12 01 000a 0000 01 00 0000");
    uint8_t out[32];
    size_t n;
    assert_status("wrap", wyre_tds_tls_wrap(in.at, in.len, 11, out, 32, &n), WYRE_OK);
    assert_offset("wrap", n, want.len);
    assert_memory_equal(out, want.at, n);
    assert_status("space", wyre_tds_tls_wrap(in.at, in.len, 11, out, 20, &n), WYRE_E_SPACE);
    assert_offset("space", n, want.len);
    assert_status("nothing", wyre_tds_tls_wrap(NULL, 0, 11, out, 32, &n), WYRE_E_RANGE);
    assert_status("size", wyre_tds_tls_wrap(in.at, in.len, 8, out, 32, &n), WYRE_E_RANGE);
}

TEST(first_byte_tells_how_a_connection_begins)
{
    static const struct {
        uint8_t first;
        uint32_t opening;
    } table[] = {{0x12, WYRE_TDS_OPENING_PRELOGIN}, {0x10, WYRE_TDS_OPENING_LOGIN7},
                 {0x02, WYRE_TDS_OPENING_LOGIN4},   {0x16, WYRE_TDS_OPENING_STRICT},
                 {0x17, WYRE_TDS_OPENING_UNKNOWN},  {0x00, WYRE_TDS_OPENING_UNKNOWN}};
    for (size_t i = 0; i < COUNT(table); i++)
        assert_int_equal(wyre_tds_opening(&table[i].first, 1), table[i].opening);
    assert_int_equal(wyre_tds_opening(NULL, 0), WYRE_TDS_OPENING_UNKNOWN);
}

RUN_TESTS("tds_tls", TESTED(records_come_out_however_the_bytes_come),
          TESTED(records_go_into_packets), TESTED(first_byte_tells_how_a_connection_begins))

/* lib/auth/ntlmssp_av_pair.c. Rows are the tables of [MS-NLMP] 2.2.2.1 and 2.2.2.2. */
#include "../properties/ring.h"
#include <wyre/ntlmssp.h>

#define REFUSED                                                                                    \
    {                                                                                              \
        .av_id = 0                                                                                 \
    } /* all zero */
#define DOMAIN_ "44006f006d00610069006e00"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;                    /* where it stopped, or the byte at fault */
    wyre_ntlmssp_av_pair fields; /* all zero where it is refused */
} rows[] = {
    {"EOL", "0000 0000", WYRE_OK, 4, {.av_id = 0}},
    {"a name", "0200 0c00" DOMAIN_, WYRE_OK, 16, {.value = {4, 12}, .av_id = 2}},
    {"an empty name", "0300 0000", WYRE_OK, 4, {.value = {4, 0}, .av_id = 3}},
    {"FLAGS", "0600 0400 02000080", WYRE_OK, 8, {.flags = 0x80000002, .av_id = 6}},
    {"TIMESTAMP", "0700 0800 6eeb3a46fd7add01", WYRE_OK, 12,
     {.timestamp = 0x01dd7afd463aeb6e, .av_id = 7}},
    {"CHANNEL_BINDINGS", "0a00 1000 00000000000000000000000000000000", WYRE_OK, 20,
     {.value = {4, 16}, .av_id = 10}},
    {"an unknown id", "ffff 0300 010203", WYRE_OK, 7, {.value = {4, 3}, .av_id = 0xffff}},
    {"nothing", "", WYRE_E_LENGTH, 0, REFUSED},
    {"D4: three bytes of a header", "0200 0c", WYRE_E_LENGTH, 3, REFUSED},
    {"D4: the value ends one byte past the end", "0200 0d00" DOMAIN_, WYRE_E_LENGTH, 4, REFUSED},
    {"D4: 65535 bytes that are not there", "0200 ffff", WYRE_E_LENGTH, 4, REFUSED},
    {"EOL with a value", "0000 0100 00", WYRE_E_VALUE, 2, REFUSED},
    {"FLAGS of 2 bytes", "0600 0200 0200", WYRE_E_VALUE, 2, REFUSED},
    {"FLAGS whose value is cut off", "0600 0400 020000", WYRE_E_LENGTH, 7, REFUSED},
    {"TIMESTAMP of 4 bytes", "0700 0400 00000000", WYRE_E_VALUE, 2, REFUSED},
    {"CHANNEL_BINDINGS of 15 bytes", "0a00 0f00 000000000000000000000000000000", WYRE_E_VALUE, 2, REFUSED},
};
/* clang-format on */

TEST(pair_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        wyre_ntlmssp_av_pair got;
        size_t n;
        wyre_status status = wyre_ntlmssp_av_pair_decode(in.at, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
    }
}

RING(wyre_ntlmssp_av_pair, 0);
TEST(pair_keeps_the_laws)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            ring_holds(&wyre_ntlmssp_av_pair_ring, row->name, in.at, in.len, 0);
    }
}

/* ---- a list -------------------------------------------------------------------------------------- */

/* clang-format off */
static const struct list_row {
    const char *name, *hex;
    wyre_status status;
    uint32_t count, pos, fault; /* pairs, where the walk stands at its end, the offset at fault */
} list_rows[] = {
    {"the list of [MS-NLMP] 4.2.4, and zeros behind it",
     "0200 0c00" DOMAIN_ "0100 0c00 530065007200760065007200 0000 0000 00000000", WYRE_END, 2, 36, 0},
    {"EOL alone", "0000 0000", WYRE_END, 0, 4, 0},
    {"D4: no list", "", WYRE_E_LENGTH, 0, 0, 0},
    {"D4: no EOL", "0200 0c00" DOMAIN_, WYRE_E_LENGTH, 1, 16, 16},
    {"D4: half an EOL", "0200 0c00" DOMAIN_ "0000", WYRE_E_LENGTH, 1, 16, 18},
    {"D4: the second value past the end", "0600 0400 02000000 0200 0c00 4400", WYRE_E_LENGTH, 1, 8, 12},
    {"EOL with a value", "0000 0100 00", WYRE_E_VALUE, 0, 0, 2},
    {"32 pairs",
     "ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000"
     "ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000"
     "ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000"
     "ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000 00000000", WYRE_END, 32, 132, 0},
    {"33 pairs",
     "ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000"
     "ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000"
     "ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000"
     "ff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000000 ff000000 00000000",
     WYRE_E_LIMIT, 32, 128, 128},
};
/* clang-format on */

TEST(list_ends_as_the_row_says)
{
    wyre_ntlmssp_av_pair zero = {.av_id = 0};
    for (const struct list_row *row = list_rows; row < list_rows + COUNT(list_rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *list = exact(in.at, in.len);
        wyre_ntlmssp_av_pair_iter it = {0, 0, 0, 0};
        wyre_ntlmssp_av_pair pair;
        uint32_t count = 0, before = 0;
        wyre_status status;
        while ((status = wyre_ntlmssp_av_pair_next(&it, in.len > 0 ? list : NULL, in.len, &pair)) ==
               WYRE_OK) {
            REQUIRE(it.pos > before, row->name);
            REQUIRE(pair.value.off <= in.len && pair.value.len <= in.len - pair.value.off,
                    row->name);
            before = it.pos;
            count++;
        }
        assert_status(row->name, status, row->status);
        assert_int_equal(count, row->count);
        assert_int_equal(it.pos, row->pos);
        assert_int_equal(it.fault, row->fault);
        assert_fields(row->name, &pair, &zero, sizeof pair);
        assert_status(row->name, wyre_ntlmssp_av_pair_next(&it, list, in.len, &pair), row->status);
        free(list);
    }
}

TEST(spans_count_from_the_start_of_the_list)
{
    bytes in = hex(list_rows[0].hex);
    wyre_ntlmssp_av_pair_iter it = {0, 0, 0, 0};
    wyre_ntlmssp_av_pair pair;
    wyre_ntlmssp_av_pair want = {.value = {20, 12}, .av_id = 1};
    wyre_ntlmssp_av_pair_next(&it, in.at, in.len, &pair);
    assert_status("second", wyre_ntlmssp_av_pair_next(&it, in.at, in.len, &pair), WYRE_OK);
    assert_fields("second", &pair, &want, sizeof pair);
}

TEST(empty_value_has_its_place_too)
{
    bytes in = hex("0600 0400 02000000 0300 0000 0000 0000");
    wyre_ntlmssp_av_pair_iter it = {0, 0, 0, 0};
    wyre_ntlmssp_av_pair pair;
    wyre_ntlmssp_av_pair flags = {.av_id = 6, .flags = 2};
    wyre_ntlmssp_av_pair name = {.av_id = 3, .value = {12, 0}};
    wyre_ntlmssp_av_pair_next(&it, in.at, in.len, &pair);
    assert_fields("FLAGS", &pair, &flags, sizeof pair);
    wyre_ntlmssp_av_pair_next(&it, in.at, in.len, &pair);
    assert_fields("a name", &pair, &name, sizeof pair);
}

/* Names are told as text, whatever else as bytes or numbers. */
static void
span_kind(void *user, const char *name, uint32_t kind, wyre_span span)
{
    (void)name;
    (void)span;
    *(uint32_t *)user = kind;
}

TEST(value_is_told_as_what_its_id_says)
{
    static const uint32_t text = WYRE_KIND_UTF16, data = WYRE_KIND_BYTES, number = 99;
    const uint32_t want[] = {number, text,   text, text, text, text,
                             number, number, data, text, data, data};
    for (uint16_t av_id = 0; av_id < COUNT(want); av_id++) {
        wyre_ntlmssp_av_pair pair = {.av_id = av_id};
        uint32_t kind = number;
        wyre_visitor v = {&kind, NULL, NULL, span_kind, NULL, NULL};
        wyre_ntlmssp_av_pair_visit(&pair, &v);
        assert_int_equal(kind, want[av_id]);
    }
}

TEST(place_outside_the_list_is_refused)
{
    bytes in = hex("0000 0000");
    wyre_ntlmssp_av_pair_iter it = {5, 0, 0, 0};
    wyre_ntlmssp_av_pair pair;
    it.fault = 7;
    assert_status("5 of 4", wyre_ntlmssp_av_pair_next(&it, in.at, in.len, &pair), WYRE_E_ARG);
    assert_int_equal(it.fault, 0);
    assert_int_equal(pair.value.len, 0);
}

/* ---- building a list ------------------------------------------------------------------------------- */

TEST(list_is_built_with_its_end)
{
    bytes src = hex(DOMAIN_);
    wyre_ntlmssp_av_pair pairs[] = {
        {.av_id = 2, .value = {0, 12}},
        {.av_id = 7, .timestamp = 0x01dd7afd463aeb6e},
        {.av_id = 6, .flags = 2},
    };
    bytes want = hex("0200 0c00" DOMAIN_ "0700 0800 6eeb3a46fd7add01 0600 0400 02000000 0000 0000");
    uint8_t out[64];
    size_t n;
    for (size_t cap = 0; cap < want.len; cap++) {
        memset(out, 0xa5, sizeof out);
        assert_status("too small",
                      wyre_ntlmssp_av_pairs_encode(pairs, 3, src.at, src.len, out, cap, &n),
                      WYRE_E_SPACE);
        assert_offset("too small", n, want.len);
        assert_int_equal(out[cap], 0xa5);
    }
    assert_status("built",
                  wyre_ntlmssp_av_pairs_encode(pairs, 3, src.at, src.len, out, sizeof out, &n),
                  WYRE_OK);
    assert_offset("built", n, want.len);
    assert_memory_equal(out, want.at, want.len);
    assert_status("no pair", wyre_ntlmssp_av_pairs_encode(NULL, 0, NULL, 0, out, 4, &n), WYRE_OK);
    assert_offset("no pair", n, 4);
}

TEST(list_that_cannot_be_built_is_refused)
{
    static const uint8_t src[65536];
    wyre_ntlmssp_av_pair many[33] = {{.av_id = 0}};
    size_t n = 7;
    for (unsigned i = 0; i < 33; i++)
        many[i].av_id = 1;
    assert_status("32 pairs", wyre_ntlmssp_av_pairs_encode(many, 32, NULL, 0, NULL, 0, &n),
                  WYRE_E_SPACE);
    assert_offset("32 pairs", n, 132);
    assert_status("32 pairs", wyre_ntlmssp_av_pairs_encode(many, 32, NULL, 0, NULL, 0, NULL),
                  WYRE_E_SPACE);
    assert_status("33 pairs", wyre_ntlmssp_av_pairs_encode(many, 33, NULL, 0, NULL, 0, &n),
                  WYRE_E_LIMIT);
    assert_offset("33 pairs", n, 0);
    wyre_ntlmssp_av_pair early = {.av_id = 0}, longest = {.av_id = 1, .value = {0, 65536}};
    wyre_ntlmssp_av_pair bindings = {.av_id = 10, .value = {0, 15}};
    wyre_ntlmssp_av_pair outside = {.av_id = 1, .value = {65535, 2}};
    assert_status("EOL inside", wyre_ntlmssp_av_pairs_encode(&early, 1, NULL, 0, NULL, 0, NULL),
                  WYRE_E_RANGE);
    assert_status("65536 bytes",
                  wyre_ntlmssp_av_pairs_encode(&longest, 1, src, sizeof src, NULL, 0, NULL),
                  WYRE_E_RANGE);
    assert_status("bindings of 15 bytes",
                  wyre_ntlmssp_av_pairs_encode(&bindings, 1, src, sizeof src, NULL, 0, NULL),
                  WYRE_E_RANGE);
    assert_status("outside src",
                  wyre_ntlmssp_av_pairs_encode(&outside, 1, src, sizeof src, NULL, 0, NULL),
                  WYRE_E_ARG);
}

/* ---- single host, names ------------------------------------------------------------------------------ */

RING(wyre_ntlmssp_single_host, 0);
TEST(single_host_decodes_and_keeps_the_laws)
{
    bytes in = hex("30000000 78563412 0102030405060708"
                   "6bb4a939cd9518b535bfa92b6724c61025f20b91767f0957541f3e374708800a");
    wyre_ntlmssp_single_host got;
    size_t n;
    assert_status("48 bytes", wyre_ntlmssp_single_host_decode(in.at, in.len, 0, &got, &n), WYRE_OK);
    assert_offset("48 bytes", n, 48);
    assert_int_equal(got.size, 48);
    assert_int_equal(got.z4, 0x12345678);
    assert_int_equal(got.custom_data[7], 8);
    assert_int_equal(got.machine_id[31], 0x0a);
    ring_holds(&wyre_ntlmssp_single_host_ring, "48 bytes", in.at, in.len, 0);
}

TEST(each_av_id_has_its_name)
{
    static const char *const names[] = {"EOL",
                                        "NB_COMPUTER_NAME",
                                        "NB_DOMAIN_NAME",
                                        "DNS_COMPUTER_NAME",
                                        "DNS_DOMAIN_NAME",
                                        "DNS_TREE_NAME",
                                        "FLAGS",
                                        "TIMESTAMP",
                                        "SINGLE_HOST",
                                        "TARGET_NAME",
                                        "CHANNEL_BINDINGS",
                                        "?"};
    for (uint16_t i = 0; i < COUNT(names); i++)
        assert_string_equal(wyre_ntlmssp_av_id_name(i), names[i]);
}

RUN_TESTS("ntlmssp_av_pair", TESTED(pair_decodes_or_is_refused_as_the_row_says),
          TESTED(pair_keeps_the_laws), TESTED(list_ends_as_the_row_says),
          TESTED(spans_count_from_the_start_of_the_list), TESTED(empty_value_has_its_place_too),
          TESTED(value_is_told_as_what_its_id_says), TESTED(place_outside_the_list_is_refused),
          TESTED(list_is_built_with_its_end), TESTED(list_that_cannot_be_built_is_refused),
          TESTED(single_host_decodes_and_keeps_the_laws), TESTED(each_av_id_has_its_name))

/* lib/smb/dfsc_request.c, lib/smb/dfsc_referral.c: [MS-DFSC] 2.2. */
#include "../told.h"
#include <wyre/dfsc.h>

RING(wyre_dfsc_referral_request, 0);
RING(wyre_dfsc_referral_request_ex, 0);
RING(wyre_dfsc_referral_response, 0);
#define REQUEST  &wyre_dfsc_referral_request_ring
#define EX       &wyre_dfsc_referral_request_ex_ring
#define RESPONSE &wyre_dfsc_referral_response_ring

/* clang-format off */
static const told_row rows[] = {
    {REQUEST, "a name", "0400 5c00 6100 0000 ff", WYRE_OK, 8, "max_referral_level=4 request_file_name=[2,4]"},
    {REQUEST, "no name: the domains are asked for", "0300 0000", WYRE_OK, 4,
     "max_referral_level=3 request_file_name=[2,0]"},
    {REQUEST, "no NUL", "0400 5c00 6100", WYRE_E_TEXT, 2, NULL},
    {REQUEST, "half a NUL", "0400 5c00 6100 00", WYRE_E_TEXT, 2, NULL},
    {REQUEST, "one byte", "04", WYRE_E_LENGTH, 1, NULL},
    {EX, "name and site", "0400 0100 0a000000 0400 5c00 6100 0200 6200", WYRE_OK, 18,
     "max_referral_level=4 request_flags=0x01 request_file_name=[10,4] site_name=[16,2]"},
    {EX, "name", "0400 0000 06000000 0400 5c00 6100", WYRE_OK, 14,
     "max_referral_level=4 request_flags=0x00 request_file_name=[10,4]"},
    {EX, "RequestDataLength past the end", "0400 0000 07000000 0400 5c00 6100", WYRE_E_LENGTH, 4, NULL},
    {EX, "RequestDataLength of 4 GiB - 1", "0400 0000 ffffffff 0400 5c00 6100", WYRE_E_LENGTH, 4, NULL},
    {EX, "a name past RequestDataLength", "0400 0000 05000000 0400 5c00 6100", WYRE_E_LENGTH, 8, NULL},
    {EX, "a site past the end", "0400 0100 0a000000 0400 5c00 6100 0300 6200", WYRE_E_LENGTH, 14, NULL},
    {EX, "7 bytes", "0400 0000 000000", WYRE_E_LENGTH, 7, NULL},
    {RESPONSE, "header", "3400 0200 03000000 aabb", WYRE_OK, 10,
     "path_consumed=52 number_of_referrals=2 referral_header_flags=0x03 referrals=[8,2]"},
    {RESPONSE, "7 bytes", "3400 0200 030000", WYRE_E_LENGTH, 7, NULL},
};

#define GUID "000102030405060708090a0b0c0d0e0f"
#define GUID_TOLD "service_site_guid=" GUID

static const struct response {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    const char *told; /* the entries alone */
} responses[] = {
    {"no referral", "0000 0000 00000000", WYRE_OK, 8, ""},
    {"version 1", "0000 0100 00000000 0100 0e00 0100 0000 5c00 6100 0000", WYRE_OK, 22,
     "version_number=1 size=14 server_type=1 referral_entry_flags=0x00 share_name=[16,4]"},
    {"version 1, two entries", "0000 0200 00000000 0100 0a00 0000 0000 0000 0100 0c00 0000 0000 6100 0000",
     WYRE_OK, 30,
     "version_number=1 size=10 server_type=0 referral_entry_flags=0x00 share_name=[16,0] "
     "version_number=1 size=12 server_type=0 referral_entry_flags=0x00 share_name=[26,2]"},
    {"version 2", "0000 0100 00000000 0200 1600 0000 0000 01000000 2c010000 1600 1a00 1e00"
     "6100 0000 6200 0000 6300 0000", WYRE_OK, 42,
     "version_number=2 size=22 server_type=0 referral_entry_flags=0x00 proximity=1 time_to_live=300 "
     "dfs_path=[30,2] dfs_alternate_path=[34,2] network_address=[38,2]"},
    {"version 3", "0000 0100 00000000 0300 2200 0100 0000 2c010000 2200 2600 2a00" GUID
     "6100 0000 6200 0000 6300 0000", WYRE_OK, 54,
     "version_number=3 size=34 server_type=1 referral_entry_flags=0x00 time_to_live=300 "
     "dfs_path=[42,2] dfs_alternate_path=[46,2] network_address=[50,2] " GUID_TOLD},
    {"version 4, two entries share their path",
     "0000 0200 00000000 0400 2200 0100 0400 2c010000 4400 4400 4800" GUID
     "0400 2200 0100 0000 2c010000 2200 2200 2a00" GUID "6100 0000 6200 0000 6300 0000", WYRE_OK, 88,
     "version_number=4 size=34 server_type=1 referral_entry_flags=0x04 time_to_live=300 "
     "dfs_path=[76,2] dfs_alternate_path=[76,2] network_address=[80,2] " GUID_TOLD " "
     "version_number=4 size=34 server_type=1 referral_entry_flags=0x00 time_to_live=300 "
     "dfs_path=[76,2] dfs_alternate_path=[76,2] network_address=[84,2] " GUID_TOLD},
    {"a list of names, 18 bytes an entry",
     "0000 0200 02000000 0300 1200 0000 0200 58020000 2400 0000 0000"
     "0300 1200 0000 0200 58020000 1600 0000 0000 6100 0000 6200 0000", WYRE_OK, 52,
     "version_number=3 size=18 server_type=0 referral_entry_flags=0x02 time_to_live=600 "
     "special_name=[44,2] number_of_expanded_names=0 expanded_names=[0,0] "
     "version_number=3 size=18 server_type=0 referral_entry_flags=0x02 time_to_live=600 "
     "special_name=[48,2] number_of_expanded_names=0 expanded_names=[0,0]"},
    {"a list of names, 34 bytes an entry",
     "0000 0100 00000000 0300 2200 0000 0200 58020000 2200 0200 2600 00000000000000000000000000000000"
     "6100 0000 6200 0000 6300 6400 0000", WYRE_OK, 56,
     "version_number=3 size=34 server_type=0 referral_entry_flags=0x02 time_to_live=600 "
     "special_name=[42,2] number_of_expanded_names=2 expanded_names=[46,10] "
     "service_site_guid=00000000000000000000000000000000"},
    {"a header of 7 bytes", "0000 0000 000000", WYRE_E_LENGTH, 7, NULL},
    {"more entries than there are", "0000 0200 00000000 0100 0a00 0000 0000 0000", WYRE_E_LENGTH, 18, NULL},
    {"257 entries", "0000 0101 00000000 0100 0a00 0000 0000 0000", WYRE_E_LIMIT, 2, NULL},
    {"Size 0", "0000 0100 00000000 0100 0000 0000 0000 0000", WYRE_E_LENGTH, 10, NULL},
    {"Size 7", "0000 0100 00000000 0100 0700 0000 0000 0000", WYRE_E_LENGTH, 10, NULL},
    {"Size past the end", "0000 0100 00000000 0100 0b00 0000 0000 0000", WYRE_E_LENGTH, 10, NULL},
    {"a head of 7 bytes", "0000 0100 00000000 0100 0800 0000 00", WYRE_E_LENGTH, 15, NULL},
    {"version 0", "0000 0100 00000000 0000 0800 0000 0000", WYRE_E_UNSUPPORTED, 8, NULL},
    {"version 5", "0000 0100 00000000 0500 0800 0000 0000", WYRE_E_UNSUPPORTED, 8, NULL},
    {"version 1 without a NUL", "0000 0100 00000000 0100 0a00 0000 0000 6100 0000", WYRE_E_TEXT, 16, NULL},
    {"version 2 of 21 bytes",
     "0000 0100 00000000 0200 1500 0000 0000 01000000 2c010000 0000 0000 0000", WYRE_E_LENGTH, 10, NULL},
    {"version 3 of 33 bytes",
     "0000 0100 00000000 0300 2100 0000 0000 2c010000 0000 0000 0000" GUID, WYRE_E_LENGTH, 10, NULL},
    {"a string inside the fixed part",
     "0000 0100 00000000 0200 1600 0000 0000 01000000 2c010000 1500 0000 0000 0000", WYRE_E_OFFSET, 24, NULL},
    {"a string past the end",
     "0000 0100 00000000 0200 1600 0000 0000 01000000 2c010000 0000 1800 0000 0000", WYRE_E_OFFSET, 26, NULL},
    {"a string without a NUL",
     "0000 0100 00000000 0200 1600 0000 0000 01000000 2c010000 0000 0000 1600 6100", WYRE_E_TEXT, 30, NULL},
    {"a string of half a character",
     "0000 0100 00000000 0200 1600 0000 0000 01000000 2c010000 0000 0000 1600 00", WYRE_E_TEXT, 30, NULL},
    {"fewer names than NumberOfExpandedNames",
     "0000 0100 00000000 0300 1200 0000 0200 58020000 0000 0200 1200 6100 0000", WYRE_E_TEXT, 30, NULL},
};
/* clang-format on */

TEST(requests_and_header_decode_or_are_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

/* The entries of a response, in one story. */
static wyre_status
walk(const uint8_t *in, size_t len, wyre_dfsc_referral *entries, size_t *count, told *tale,
     size_t *fault)
{
    wyre_dfsc_referral_iter it = {0, 0, 0};
    wyre_visitor v = telling(tale);
    wyre_status status;
    for (*count = 0;; ++*count) {
        uint32_t before = it.pos;
        status = wyre_dfsc_referral_next(&it, in, len, &entries[*count]);
        if (status != WYRE_OK)
            break;
        REQUIRE(it.pos > before && it.pos <= len, "walk");
        wyre_dfsc_referral_visit(&entries[*count], &v);
    }
    *fault = it.fault;
    return status;
}

TEST(entries_come_or_are_refused_as_the_row_says)
{
    static told got;
    for (const struct response *row = responses; row < responses + COUNT(responses); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_dfsc_referral entries[4];
        size_t count, fault;
        wyre_status status = walk(unit, in.len, entries, &count, &got, &fault);
        assert_status(row->name, status, row->status == WYRE_OK ? WYRE_END : row->status);
        if (row->status == WYRE_OK)
            assert_told(row->name, &got, row->told);
        else
            assert_offset(row->name, fault, row->n);
        for (size_t cut = 0; cut < in.len; cut++) {
            uint8_t *prefix = exact(in.at, cut);
            walk(prefix, cut, entries, &count, &got, &fault);
            REQUIRE(fault <= cut, row->name);
            free(prefix);
        }
        free(unit);
    }
}

/* Entries that were decoded come back byte for byte, at every capacity. */
TEST(entries_come_back)
{
    static told got;
    for (const struct response *row = responses; row < responses + COUNT(responses); row++) {
        bytes in = hex(row->hex);
        wyre_dfsc_referral entries[4];
        size_t count, fault, need = in.len - 8, n;
        if (row->status != WYRE_OK)
            continue;
        walk(in.at, in.len, entries, &count, &got, &fault);
        for (size_t cap = 0; cap <= need; cap++) {
            uint8_t *out = block(cap);
            wyre_status status =
                wyre_dfsc_referrals_encode(entries, count, in.at, in.len, out, cap, &n);
            assert_status(row->name, status, cap < need ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, need);
            if (cap == need)
                assert_memory_equal(out, in.at + 8, need);
            free(out);
        }
    }
}

TEST(what_cannot_be_written_is_refused)
{
    static const uint8_t src[70000] = {'a', 0, 'b', 0, 0, 0, 'c', 0};
    static const struct {
        const char *name;
        wyre_dfsc_referral m;
        wyre_status status;
    } bad[] = {
        {"version 5", {.version_number = 5, .size = 34}, WYRE_E_UNSUPPORTED},
        {"an odd length", {.version_number = 1, .share_name = {0, 3}}, WYRE_E_RANGE},
        {"a NUL inside", {.version_number = 1, .share_name = {0, 8}}, WYRE_E_RANGE},
        {"a NUL inside", {.version_number = 2, .size = 22, .dfs_path = {2, 6}}, WYRE_E_RANGE},
        {"outside src", {.version_number = 1, .share_name = {70000, 2}}, WYRE_E_ARG},
        {"outside src", {.version_number = 3, .size = 34, .dfs_path = {69999, 2}}, WYRE_E_ARG},
        {"a size too small", {.version_number = 3, .size = 33}, WYRE_E_RANGE},
        {"an entry above 65535", {.version_number = 1, .share_name = {0, 65536}}, WYRE_E_RANGE},
        {"one name of two",
         {.version_number = 3,
          .size = 18,
          .referral_entry_flags = 2,
          .number_of_expanded_names = 2,
          .expanded_names = {0, 6}},
         WYRE_E_RANGE},
        {"no name of one",
         {.version_number = 3,
          .size = 18,
          .referral_entry_flags = 2,
          .number_of_expanded_names = 1},
         WYRE_E_RANGE},
        {"a name without its NUL",
         {.version_number = 3,
          .size = 18,
          .referral_entry_flags = 2,
          .number_of_expanded_names = 1,
          .expanded_names = {0, 8}},
         WYRE_E_RANGE},
    };
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_status(bad[i].name,
                      wyre_dfsc_referrals_encode(&bad[i].m, 1, src, sizeof src, NULL, 0, NULL),
                      bad[i].status);
    static wyre_dfsc_referral many[257];
    assert_status("257", wyre_dfsc_referrals_encode(many, 257, src, sizeof src, NULL, 0, NULL),
                  WYRE_E_LIMIT);
}

TEST(an_iterator_past_the_response_is_refused)
{
    wyre_dfsc_referral_iter it = {9, 1, 0};
    wyre_dfsc_referral m;
    bytes in = hex("0000 0100 00000000");
    assert_status("past", wyre_dfsc_referral_next(&it, in.at, in.len, &m), WYRE_E_ARG);
}

TEST(whole_response_is_told)
{
    static told got;
    bytes in = hex("0200 0100 01000000 0100 0c00 0100 0000 6100 0000");
    wyre_visitor v = telling(&got);
    size_t n;
    assert_status("one", wyre_dfsc_response_visit(in.at, in.len, &v, &n), WYRE_OK);
    assert_offset("one", n, 20);
    assert_told("one", &got,
                "path_consumed=2 number_of_referrals=1 referral_header_flags=0x01 referrals=[8,12] "
                "referral[0,20]{version_number=1 size=12 server_type=1 referral_entry_flags=0x00 "
                "share_name=[16,2]}");
    assert_status("cut", wyre_dfsc_response_visit(in.at, in.len - 1, &v, &n), WYRE_E_LENGTH);
    assert_offset("cut", n, 10);
    assert_status("nothing", wyre_dfsc_response_visit(NULL, 0, &v, &n), WYRE_E_LENGTH);
    assert_offset("nothing", n, 0);
}

RUN_TESTS("dfsc", TESTED(requests_and_header_decode_or_are_refused_as_the_row_says),
          TESTED(entries_come_or_are_refused_as_the_row_says), TESTED(entries_come_back),
          TESTED(what_cannot_be_written_is_refused),
          TESTED(an_iterator_past_the_response_is_refused), TESTED(whole_response_is_told))

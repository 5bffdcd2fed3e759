/* lib/smb/dtyp_sid.c: [MS-DTYP] 2.4.2. */
#include "../told.h"
#include <wyre/dtyp.h>

#define FIFTEEN                                                                                    \
    "01000000 02000000 03000000 04000000 05000000 06000000 07000000 08000000"                      \
    "09000000 0a000000 0b000000 0c000000 0d000000 0e000000 ffffffff"

RING(wyre_dtyp_sid, 0);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_dtyp_sid_ring, "BUILTIN\\Administrators", "01 02 000000000005 20000000 20020000", WYRE_OK, 16,
     "revision=1 identifier_authority=000000000005 sub_authority=[8,8]"},
    {&wyre_dtyp_sid_ring, "no sub-authority", "01 00 000000000005", WYRE_OK, 8,
     "revision=1 identifier_authority=000000000005 sub_authority=[8,0]"},
    {&wyre_dtyp_sid_ring, "fifteen", "01 0f 123456789abc" FIFTEEN, WYRE_OK, 68,
     "revision=1 identifier_authority=123456789abc sub_authority=[8,60]"},
    {&wyre_dtyp_sid_ring, "nothing", "", WYRE_E_LENGTH, 0, NULL},
    {&wyre_dtyp_sid_ring, "seven bytes", "01 00 0000000000", WYRE_E_LENGTH, 7, NULL},
    {&wyre_dtyp_sid_ring, "revision 2", "02 00 000000000005", WYRE_E_VALUE, 0, NULL},
    {&wyre_dtyp_sid_ring, "sixteen", "01 10 000000000005 00000000" FIFTEEN, WYRE_E_VALUE, 1, NULL},
    {&wyre_dtyp_sid_ring, "255", "01 ff 000000000005 00000000", WYRE_E_VALUE, 1, NULL},
    {&wyre_dtyp_sid_ring, "the last sub-authority lacks a byte", "01 02 000000000005 20000000 200200",
     WYRE_E_LENGTH, 8, NULL},
};

static const struct row {
    const char *name, *text, *hex;
} texts[] = {
    {"world", "S-1-1-0", "01 01 000000000001 00000000"},
    {"administrators", "S-1-5-32-544", "01 02 000000000005 20000000 20020000"},
    {"a user of a domain", "S-1-5-21-2127521184-1604012920-1887927527-72713",
     "01 05 000000000005 15000000 a065cf7e 784b9b5f e77c8770 091c0100"},
    {"authority alone", "S-1-16", "01 00 000000000010"},
    {"the largest decimal authority", "S-1-4294967295-4294967295", "01 01 0000ffffffff ffffffff"},
    {"an authority of 48 bits", "S-1-0x123456789ABC-1", "01 01 123456789abc 01000000"},
    {"fifteen", "S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-4294967295", "01 0f 000000000005" FIFTEEN},
};

static const struct refusal {
    const char *name, *text;
    wyre_status status;
    size_t n;
} refusals[] = {
    {"nothing", "", WYRE_E_TEXT, 0},
    {"no authority", "S-1-", WYRE_E_TEXT, 4},
    {"lower case", "s-1-5", WYRE_E_TEXT, 0},
    {"revision 2", "S-2-5", WYRE_E_TEXT, 2},
    {"revision 10", "S-10-5", WYRE_E_TEXT, 3},
    {"a dash at the end", "S-1-5-", WYRE_E_TEXT, 6},
    {"two dashes", "S-1-5--1", WYRE_E_TEXT, 6},
    {"a blank", "S-1-5-32 ", WYRE_E_TEXT, 8},
    {"a sign", "S-1-5-+32", WYRE_E_TEXT, 6},
    {"33 bits", "S-1-5-4294967296", WYRE_E_TEXT, 15},
    {"a decimal authority of 33 bits", "S-1-4294967296", WYRE_E_TEXT, 13},
    {"eleven hex digits", "S-1-0x123456789AB", WYRE_E_TEXT, 17},
    {"thirteen hex digits", "S-1-0x123456789ABCD", WYRE_E_TEXT, 18},
    {"no hex digit", "S-1-0x12345678 ABC", WYRE_E_TEXT, 14},
    {"sixteen", "S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16", WYRE_E_LIMIT, 41},
};
/* clang-format on */

TEST(sid_decodes_or_is_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(text_goes_both_ways_at_every_capacity)
{
    for (const struct row *row = texts; row < texts + COUNT(texts); row++) {
        bytes sid = hex(row->hex);
        size_t len = strlen(row->text), n;
        for (size_t cap = 0; cap <= WYRE_DTYP_SID_MAX_TEXT; cap++) {
            uint8_t *out = block(cap);
            wyre_status status = wyre_dtyp_sid_to_text(sid.at, sid.len, out, cap, &n);
            assert_status(row->name, status, cap < len ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, len);
            REQUIRE(cap < len || memcmp(out, row->text, len) == 0, row->name);
            status = wyre_dtyp_sid_from_text((const uint8_t *)row->text, len, out, cap, &n);
            assert_status(row->name, status, cap < sid.len ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, sid.len);
            REQUIRE(cap < sid.len || memcmp(out, sid.at, sid.len) == 0, row->name);
            free(out);
        }
    }
}

TEST(what_is_no_sid_is_refused)
{
    uint8_t out[68];
    for (const struct refusal *row = refusals; row < refusals + COUNT(refusals); row++) {
        size_t n;
        size_t len = strlen(row->text);
        uint8_t *text = exact((const uint8_t *)row->text, len);
        assert_status(row->name, wyre_dtyp_sid_from_text(text, len, out, sizeof out, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        free(text);
    }
    assert_status("NULL", wyre_dtyp_sid_from_text(NULL, 0, NULL, 0, NULL), WYRE_E_TEXT);
    assert_status("NULL", wyre_dtyp_sid_to_text(NULL, 0, NULL, 0, NULL), WYRE_E_LENGTH);
}

TEST(sixteen_sub_authorities_or_half_a_one_cannot_be_written)
{
    static const uint8_t src[64];
    wyre_dtyp_sid m = {{0, 64}, {0}, 1, 0};
    assert_status("16", wyre_dtyp_sid_encode(&m, src, 64, NULL, 0, NULL), WYRE_E_RANGE);
    m.sub_authority.len = 6;
    assert_status("1.5", wyre_dtyp_sid_encode(&m, src, 64, NULL, 0, NULL), WYRE_E_RANGE);
    m = (wyre_dtyp_sid){{0, 4}, {0}, 2, 0};
    assert_status("revision 2", wyre_dtyp_sid_encode(&m, src, 64, NULL, 0, NULL), WYRE_E_RANGE);
}

RUN_TESTS("dtyp_sid", TESTED(sid_decodes_or_is_refused_as_the_row_says),
          TESTED(text_goes_both_ways_at_every_capacity), TESTED(what_is_no_sid_is_refused),
          TESTED(sixteen_sub_authorities_or_half_a_one_cannot_be_written))

/* lib/smb/smb2_compound.c. Links are headers of [MS-SMB2] 2.2.1 with short bodies behind them. */
#include "../test.h"
#include <wyre/smb2.h>

/* A header up to Flags, Flags, NextCommand, and the rest of the header. */
#define UP_TO_FLAGS "fe534d42 4000 0100 00000000 0d00 0100"
#define REST_OF_HEADER                                                                             \
    "0300000000000000 fffe0000 01000000 1100000000000040 00000000000000000000000000000000"
#define LINK(flags, next) UP_TO_FLAGS flags next REST_OF_HEADER
#define ECHO_BODY         "0400 0000"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t windows[3][2]; /* off, len; 0 0: none */
    wyre_status status;     /* how it ends */
    uint32_t fault;
} rows[] = {
    {"one message", LINK("00000000", "00000000") ECHO_BODY, {{0, 68}}, WYRE_END, 68},
    {"one message, padded", LINK("00000000", "00000000") ECHO_BODY "00000000", {{0, 72}}, WYRE_END, 72},
    {"a header alone", LINK("00000000", "00000000"), {{0, 64}}, WYRE_END, 64},
    {"two links",
     LINK("00000000", "48000000") ECHO_BODY "00000000" LINK("04000000", "00000000") ECHO_BODY,
     {{0, 72}, {72, 68}}, WYRE_END, 140},
    {"three links with stale padding, the last one padded too",
     LINK("00000000", "50000000") ECHO_BODY "a1a2a3a4a5a6a7a8a9aaabac"
     LINK("00000000", "48000000") ECHO_BODY "b1b2b3b4"
     LINK("00000000", "00000000") ECHO_BODY "c1c2c3c4", {{0, 80}, {80, 72}, {152, 72}}, WYRE_END, 224},
    {"nothing", "", {{0, 0}}, WYRE_E_LENGTH, 0},
    {"half a header", "fe534d42 4000 0100", {{0, 0}}, WYRE_E_LENGTH, 8},
    {"StructureSize of the second header is 63",
     LINK("00000000", "48000000") ECHO_BODY "00000000"
     "fe534d42 3f00 0100 00000000 0d00 0100 00000000 00000000" REST_OF_HEADER ECHO_BODY,
     {{0, 72}}, WYRE_E_VALUE, 76},
    {"the second link is SMB1",
     LINK("00000000", "48000000") ECHO_BODY "00000000"
     "ff534d42 4000 0100 00000000 0d00 0100 00000000 00000000" REST_OF_HEADER ECHO_BODY,
     {{0, 72}}, WYRE_E_MAGIC, 72},
    {"NextCommand is not aligned",
     LINK("00000000", "49000000") ECHO_BODY "0000000000" LINK("04000000", "00000000") ECHO_BODY,
     {{0, 0}}, WYRE_E_OFFSET, 20},
    {"NextCommand is less than a header and a body",
     LINK("00000000", "40000000") LINK("04000000", "00000000") ECHO_BODY, {{0, 0}}, WYRE_E_OFFSET, 20},
    {"NextCommand stays inside its own header",
     LINK("00000000", "08000000") ECHO_BODY "00000000" LINK("04000000", "00000000"), {{0, 0}}, WYRE_E_OFFSET, 20},
    {"NextCommand leads to the end",
     LINK("00000000", "48000000") ECHO_BODY "00000000", {{0, 0}}, WYRE_E_OFFSET, 20},
    {"NextCommand leaves a byte less than a header",
     LINK("00000000", "48000000") ECHO_BODY "00000000"
     UP_TO_FLAGS "04000000 00000000 0300000000000000 fffe0000 01000000 1100000000000040 000000000000000000000000000000",
     {{0, 0}}, WYRE_E_OFFSET, 20},
    {"NextCommand goes past the end",
     LINK("00000000", "00010000") ECHO_BODY, {{0, 0}}, WYRE_E_OFFSET, 20},
    {"NextCommand of the second link wraps 32 bits",
     LINK("00000000", "48000000") ECHO_BODY "00000000" LINK("04000000", "b8ffffff") ECHO_BODY,
     {{0, 72}}, WYRE_E_OFFSET, 92},
};
/* clang-format on */

TEST(links_come_with_their_windows)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_smb2_compound_iter it = {0, 0, 0};
        wyre_smb2_link link;
        wyre_status status;
        size_t count = 0;
        while ((status = wyre_smb2_compound_next(&it, unit, in.len, &link)) == WYRE_OK) {
            assert_offset(row->name, link.window.off, row->windows[count][0]);
            assert_offset(row->name, link.window.len, row->windows[count][1]);
            assert_int_equal(link.header.command, 13);
            count++;
        }
        assert_status(row->name, status, row->status);
        assert_offset(row->name, it.fault, row->fault);
        if (count < 3)
            assert_offset(row->name, 0, row->windows[count][1]);
        static const wyre_smb2_link zero;
        assert_memory_equal(&link, &zero, sizeof link);
        free(unit);
    }
}

TEST(a_refusal_stays_a_refusal)
{
    bytes in = hex(LINK("00000000", "48000000") ECHO_BODY "00000000" UP_TO_FLAGS);
    wyre_smb2_compound_iter it = {0, 0, 0};
    wyre_smb2_link link;
    for (int i = 0; i < 3; i++)
        assert_status("again", wyre_smb2_compound_next(&it, in.at, in.len, &link), WYRE_E_OFFSET);
    assert_int_equal(it.pos, 0);
    assert_int_equal(it.count, 0);
}

TEST(a_position_past_the_input_is_the_callers_mistake)
{
    bytes in = hex(LINK("00000000", "00000000") ECHO_BODY);
    wyre_smb2_compound_iter it = {69, 1, 0};
    wyre_smb2_link link;
    assert_status("69 of 68", wyre_smb2_compound_next(&it, in.at, in.len, &link), WYRE_E_ARG);
}

TEST(the_65th_link_is_refused)
{
    static uint8_t unit[65 * 72];
    bytes one = hex(LINK("00000000", "48000000") ECHO_BODY "00000000");
    bytes last = hex(LINK("00000000", "00000000") ECHO_BODY "00000000");
    for (size_t i = 0; i < 65; i++)
        memcpy(unit + 72 * i, i < 64 ? one.at : last.at, 72);
    wyre_smb2_compound_iter it = {0, 0, 0};
    wyre_smb2_link link;
    for (int i = 0; i < 64; i++)
        assert_status("link", wyre_smb2_compound_next(&it, unit, sizeof unit, &link), WYRE_OK);
    assert_status("65th", wyre_smb2_compound_next(&it, unit, sizeof unit, &link), WYRE_E_LIMIT);
    assert_int_equal(it.fault, 64 * 72);
}

/* ---- builder ------------------------------------------------------------------------------------ */

static const char built[] =
    LINK("00000000", "48000000") ECHO_BODY "00000000" LINK("04000000", "50000000") ECHO_BODY
    "aabbccddee 00000000000000" LINK("04000000", "00000000") ECHO_BODY;

TEST(a_related_compound_is_built)
{
    bytes want = hex(built);
    bytes first = hex(LINK("00000000", "00000000") ECHO_BODY);
    bytes second = hex(LINK("00000000", "00000000") ECHO_BODY "aabbccddee");
    for (size_t cap = 0; cap <= want.len; cap++) {
        wyre_smb2_compound_builder b = {0, 0, 0};
        uint8_t *out = malloc(cap + 1);
        size_t n;
        memset(out, 0xa5, cap + 1);
        wyre_smb2_compound_append(&b, first.at, first.len, WYRE_SMB2_COMPOUND_RELATED, out, cap,
                                  &n);
        assert_int_equal(n, 68);
        wyre_smb2_compound_append(&b, second.at, second.len, WYRE_SMB2_COMPOUND_RELATED, out, cap,
                                  &n);
        assert_int_equal(n, 145);
        wyre_status status = wyre_smb2_compound_append(&b, first.at, first.len,
                                                       WYRE_SMB2_COMPOUND_RELATED, out, cap, &n);
        assert_int_equal(n, want.len);
        assert_status("last", status, cap < want.len ? WYRE_E_SPACE : WYRE_OK);
        assert_int_equal(out[cap], 0xa5);
        if (status == WYRE_OK)
            assert_memory_equal(out, want.at, want.len);
        free(out);
    }
}

TEST(links_can_be_encoded_in_place)
{
    bytes want = hex(LINK("00000000", "48000000") ECHO_BODY "00000000" LINK("00000000", "00000000")
                         ECHO_BODY);
    bytes one = hex(LINK("00000000", "00000000") ECHO_BODY);
    uint8_t out[160];
    wyre_smb2_compound_builder b = {0, 0, 0};
    memset(out, 0xa5, sizeof out);
    for (int i = 0; i < 2; i++) {
        uint8_t *place = out + wyre_smb2_compound_place(&b);
        memcpy(place, one.at, one.len);
        assert_status("in place",
                      wyre_smb2_compound_append(&b, place, one.len, 0, out, sizeof out, NULL),
                      WYRE_OK);
    }
    assert_int_equal(b.end, want.len);
    assert_memory_equal(out, want.at, want.len);
}

TEST(what_is_no_single_message_is_not_appended)
{
    bytes related = hex(LINK("04000000", "00000000") ECHO_BODY);
    bytes compound = hex(LINK("00000000", "48000000") ECHO_BODY "00000000");
    bytes smb1 =
        hex("ff534d42 4000 0100 00000000 0d00 0100 00000000 00000000" REST_OF_HEADER ECHO_BODY);
    bytes good = hex(LINK("00000000", "00000000") ECHO_BODY);
    wyre_smb2_compound_builder b = {0, 0, 0};
    uint8_t out[256];
    size_t n;
    assert_status("first is related",
                  wyre_smb2_compound_append(&b, related.at, related.len, 0, out, 256, &n),
                  WYRE_E_STATE);
    assert_int_equal(n, 0);
    assert_status("NextCommand is set",
                  wyre_smb2_compound_append(&b, compound.at, compound.len, 0, out, 256, &n),
                  WYRE_E_ARG);
    assert_status("SMB1", wyre_smb2_compound_append(&b, smb1.at, smb1.len, 0, out, 256, &n),
                  WYRE_E_ARG);
    assert_status("no body", wyre_smb2_compound_append(&b, good.at, 65, 0, out, 256, &n),
                  WYRE_E_ARG);
    assert_status("nothing", wyre_smb2_compound_append(&b, NULL, 0, 0, out, 256, &n), WYRE_E_ARG);
    assert_status("undefined flag",
                  wyre_smb2_compound_append(&b, good.at, good.len, 2, out, 256, &n), WYRE_E_ARG);
    assert_int_equal(b.count, 0);
    assert_status("good", wyre_smb2_compound_append(&b, good.at, good.len, 0, out, 256, &n),
                  WYRE_OK);
    assert_status("second is related",
                  wyre_smb2_compound_append(&b, related.at, related.len, 0, out, 256, &n), WYRE_OK);
    assert_int_equal(n, 140);
}

TEST(no_more_than_64_links_are_built)
{
    bytes one = hex(LINK("00000000", "00000000") ECHO_BODY);
    wyre_smb2_compound_builder b = {0, 0, 0};
    size_t n;
    for (int i = 0; i < 64; i++)
        wyre_smb2_compound_append(&b, one.at, one.len, 0, NULL, 0, &n);
    assert_int_equal(n, 63 * 72 + 68);
    assert_status("65th", wyre_smb2_compound_append(&b, one.at, one.len, 0, NULL, 0, &n),
                  WYRE_E_LIMIT);
}

TEST(a_compound_past_4_gib_is_refused)
{
    bytes one = hex(LINK("00000000", "00000000") ECHO_BODY);
    wyre_smb2_compound_builder b = {0xffffff00, 0xfffffff0, 2};
    assert_status("wraps", wyre_smb2_compound_append(&b, one.at, one.len, 0, NULL, 0, NULL),
                  WYRE_E_RANGE);
    b.end = 0xfffffffe;
    assert_status("wraps", wyre_smb2_compound_append(&b, one.at, one.len, 0, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

RUN_TESTS("smb2_compound", TESTED(links_come_with_their_windows), TESTED(a_refusal_stays_a_refusal),
          TESTED(a_position_past_the_input_is_the_callers_mistake),
          TESTED(the_65th_link_is_refused), TESTED(a_related_compound_is_built),
          TESTED(links_can_be_encoded_in_place), TESTED(what_is_no_single_message_is_not_appended),
          TESTED(no_more_than_64_links_are_built), TESTED(a_compound_past_4_gib_is_refused))

/* lib/auth/spnego_mech.c. The OBJECT IDENTIFIERs are those of [MS-SPNG] 1.9 and [RFC 4121] 1. */
#include "../properties/ring.h"
#include <wyre/spnego.h>

/* clang-format off */
static const struct oid_row {
    const char *hex, *name;
} oids[] = {
    {"00", "?"},
    {"2b0601050502", "SPNEGO"},
    {"2b06010401823702020a", "NTLMSSP"},
    {"2a864886f712010202", "KERBEROS"},
    {"2a864882f712010202", "MS_KERBEROS"},
    {"2a864886f71201020203", "KERBEROS_USER2USER"},
    {"2b06010401823702021e", "NEGOEX"},
    {"2b0601050205", "IAKERB"},
};
/* clang-format on */

TEST(each_mechanism_has_its_oid_and_its_name)
{
    for (uint32_t mech = 0; mech < COUNT(oids); mech++) {
        bytes oid = hex(oids[mech].hex);
        uint8_t out[16];
        size_t n;
        assert_int_equal(wyre_spnego_mech(oid.at, oid.len), mech);
        assert_true(wyre_spnego_mech(oid.at, oid.len - 1) != mech || mech == 0);
        assert_string_equal(wyre_spnego_mech_name(mech), oids[mech].name);
        if (mech == 0)
            continue;
        assert_status(oids[mech].name, wyre_spnego_mech_oid(mech, out, oid.len - 1, &n),
                      WYRE_E_SPACE);
        assert_offset(oids[mech].name, n, oid.len);
        assert_status(oids[mech].name, wyre_spnego_mech_oid(mech, out, oid.len, &n), WYRE_OK);
        assert_memory_equal(out, oid.at, oid.len);
    }
    assert_int_equal(wyre_spnego_mech(NULL, 0), 0);
    assert_string_equal(wyre_spnego_mech_name(COUNT(oids)), "?");
    assert_status("unknown", wyre_spnego_mech_oid(0, NULL, 0, NULL), WYRE_E_ARG);
    assert_status("past the last", wyre_spnego_mech_oid(COUNT(oids), NULL, 0, NULL), WYRE_E_ARG);
}

/* ---- MechTypeList -------------------------------------------------------------------------------- */

/* clang-format off */
static const struct list_row {
    const char *name, *hex;
    wyre_status status;
    uint32_t count, pos, fault;
} lists[] = {
    {"two", "3017 0609 2a864886f712010202 060a 2b06010401823702020a", WYRE_END, 2, 25, 0},
    {"D6: none", "3000", WYRE_END, 0, 2, 0},
    {"bytes behind the list", "3003 060100 ffff", WYRE_END, 1, 5, 0},
    {"sixteen", "3030 060100 060100 060100 060100 060100 060100 060100 060100"
                "060100 060100 060100 060100 060100 060100 060100 060100", WYRE_END, 16, 50, 0},
    {"seventeen", "3033 060100 060100 060100 060100 060100 060100 060100 060100"
                  "060100 060100 060100 060100 060100 060100 060100 060100 060100", WYRE_E_LIMIT, 16, 50, 50},
    {"nothing", "", WYRE_E_LENGTH, 0, 0, 0},
    {"no SEQUENCE", "3102 0600", WYRE_E_VALUE, 0, 0, 0},
    {"an element that is no OBJECT IDENTIFIER", "3005 060100 0400", WYRE_E_VALUE, 1, 5, 5},
    {"D6: the list is longer than its bytes", "3004 060100", WYRE_E_LENGTH, 0, 0, 1},
    {"D6: an element longer than the list", "3003 060200 00", WYRE_E_LENGTH, 0, 0, 3},
    {"D6: indefinite", "3080 060100 0000", WYRE_E_VALUE, 0, 0, 1},
    {"D6: a length of five bytes", "3085 0000000003 060100", WYRE_E_LIMIT, 0, 0, 1},
};
/* clang-format on */

TEST(list_ends_as_the_row_says)
{
    for (const struct list_row *row = lists; row < lists + COUNT(lists); row++) {
        bytes in = hex(row->hex);
        uint8_t *list = exact(in.at, in.len);
        wyre_spnego_mech_iter it = {0, 0, 0, 0};
        wyre_spnego_mech_type type;
        uint32_t count = 0, before = 0;
        wyre_status status;
        while ((status = wyre_spnego_mech_type_next(&it, in.len > 0 ? list : NULL, in.len,
                                                    &type)) == WYRE_OK) {
            REQUIRE(it.pos > before, row->name);
            before = it.pos;
            count++;
        }
        assert_status(row->name, status, row->status);
        assert_int_equal(count, row->count);
        assert_int_equal(it.pos, row->pos);
        assert_int_equal(it.fault, row->fault);
        assert_int_equal(type.oid.len, 0);
        free(list);
    }
}

TEST(mechanisms_are_told_with_their_place)
{
    bytes in = hex(lists[0].hex);
    wyre_spnego_mech_iter it = {0, 0, 0, 0};
    wyre_spnego_mech_type got;
    wyre_spnego_mech_type kerberos = {{4, 9}, 3}, ntlmssp = {{15, 10}, 2};
    assert_status("first", wyre_spnego_mech_type_next(&it, in.at, in.len, &got), WYRE_OK);
    assert_fields("first", &got, &kerberos, sizeof got);
    assert_status("second", wyre_spnego_mech_type_next(&it, in.at, in.len, &got), WYRE_OK);
    assert_fields("second", &got, &ntlmssp, sizeof got);
}

TEST(place_outside_the_list_is_refused)
{
    static const wyre_spnego_mech_iter places[] = {{26, 0, 0, 0}, {2, 0, 26, 0}, {5, 0, 4, 0}};
    bytes in = hex(lists[0].hex);
    for (size_t i = 0; i < COUNT(places); i++) {
        wyre_spnego_mech_iter it = places[i];
        wyre_spnego_mech_type got;
        it.fault = 7;
        assert_status("outside", wyre_spnego_mech_type_next(&it, in.at, in.len, &got), WYRE_E_ARG);
        assert_int_equal(it.fault, 0);
    }
}

TEST(list_is_written_or_refused)
{
    bytes src = hex("2a864886f712010202");
    bytes want = hex(lists[0].hex);
    wyre_spnego_mech_type types[17] = {{{0, 9}, 0}, {{0, 0}, WYRE_SPNEGO_MECH_NTLMSSP}};
    wyre_spnego_mech_type unknown = {{0, 0}, 99}, outside = {{1, 9}, 0};
    uint8_t out[64];
    size_t n;
    assert_status("two",
                  wyre_spnego_mech_types_encode(types, 2, src.at, src.len, out, sizeof out, &n),
                  WYRE_OK);
    assert_offset("two", n, want.len);
    assert_memory_equal(out, want.at, want.len);
    assert_status("too small",
                  wyre_spnego_mech_types_encode(types, 2, src.at, src.len, out, 24, &n),
                  WYRE_E_SPACE);
    assert_offset("too small", n, want.len);
    for (unsigned i = 0; i < 17; i++)
        types[i].oid = (wyre_span){0, 1};
    assert_status("sixteen of one byte",
                  wyre_spnego_mech_types_encode(types, 16, src.at, src.len, out, sizeof out, &n),
                  WYRE_OK);
    assert_offset("sixteen of one byte", n, 50);
    assert_int_equal(out[4], 0x2a);
    assert_status("none", wyre_spnego_mech_types_encode(types, 0, NULL, 0, out, 64, NULL),
                  WYRE_E_RANGE);
    assert_status("seventeen", wyre_spnego_mech_types_encode(types, 17, NULL, 0, out, 64, NULL),
                  WYRE_E_LIMIT);
    assert_status("unknown", wyre_spnego_mech_types_encode(&unknown, 1, NULL, 0, out, 64, NULL),
                  WYRE_E_ARG);
    assert_status("outside",
                  wyre_spnego_mech_types_encode(&outside, 1, src.at, src.len, out, 64, NULL),
                  WYRE_E_ARG);
}

RUN_TESTS("spnego_mech", TESTED(each_mechanism_has_its_oid_and_its_name),
          TESTED(list_ends_as_the_row_says), TESTED(mechanisms_are_told_with_their_place),
          TESTED(place_outside_the_list_is_refused), TESTED(list_is_written_or_refused))

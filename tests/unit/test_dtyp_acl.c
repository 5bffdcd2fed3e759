/* lib/smb/dtyp_acl.c: [MS-DTYP] 2.4.4, 2.4.5. */
#include "../told.h"
#include <wyre/dtyp.h>

#define WORLD  "01 01 000000000001 00000000"
#define GUID_A "000102030405060708090a0b0c0d0e0f"
#define GUID_B "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"

RING(wyre_dtyp_ace, 0);
RING(wyre_dtyp_acl, 0);
#define ACE &wyre_dtyp_ace_ring
#define ACL &wyre_dtyp_acl_ring

/* clang-format off */
static const told_row rows[] = {
    {ACE, "everyone may read", "00 03 1400 ff011f00" WORLD, WYRE_OK, 20,
     "ace_type=0 ace_flags=0x03 mask=0x1f01ff sid=[8,12] application_data=[20,0]"},
    {ACE, "bytes behind AceSize are another's", "01 00 1400 01000000" WORLD "ffff", WYRE_OK, 20,
     "ace_type=1 ace_flags=0x00 mask=0x01 sid=[8,12] application_data=[20,0]"},
    {ACE, "bytes behind the SID", "00 00 1800 01000000" WORLD "deadbeef", WYRE_OK, 24,
     "ace_type=0 ace_flags=0x00 mask=0x01 sid=[8,12] application_data=[20,4]"},
    {ACE, "a callback with a condition", "09 00 1c00 01000000" WORLD "6172747800000000", WYRE_OK, 28,
     "ace_type=9 ace_flags=0x00 mask=0x01 sid=[8,12] application_data=[20,8]"},
    {ACE, "an object without GUIDs", "05 00 1800 01000000 00000000" WORLD, WYRE_OK, 24,
     "ace_type=5 ace_flags=0x00 mask=0x01 object_flags=0x00 sid=[12,12] application_data=[24,0]"},
    {ACE, "an object with the second GUID", "06 00 2800 01000000 02000000" GUID_B WORLD, WYRE_OK, 40,
     "ace_type=6 ace_flags=0x00 mask=0x01 object_flags=0x02 "
     "inherited_object_type=f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff sid=[28,12] application_data=[40,0]"},
    {ACE, "a callback object with both GUIDs",
     "0b 00 3a00 01000000 03000000" GUID_A GUID_B WORLD "6172", WYRE_OK, 58,
     "ace_type=11 ace_flags=0x00 mask=0x01 object_flags=0x03 "
     "object_type=000102030405060708090a0b0c0d0e0f "
     "inherited_object_type=f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff sid=[44,12] application_data=[56,2]"},
    {ACE, "a mandatory label", "11 00 1400 01000000 01 01 000000000010 00300000", WYRE_OK, 20,
     "ace_type=17 ace_flags=0x00 mask=0x01 sid=[8,12] application_data=[20,0]"},
    {ACE, "an unknown type is kept whole", "14 00 0700 010203", WYRE_OK, 7,
     "ace_type=20 ace_flags=0x00 application_data=[4,3]"},
    {ACE, "the compound type is kept whole", "04 00 0400", WYRE_OK, 4,
     "ace_type=4 ace_flags=0x00 application_data=[4,0]"},
    {ACE, "three bytes", "00 00 14", WYRE_E_LENGTH, 3, NULL},
    {ACE, "AceSize 0", "00 00 0000 01000000" WORLD, WYRE_E_LENGTH, 2, NULL},
    {ACE, "AceSize 3", "14 00 0300", WYRE_E_LENGTH, 2, NULL},
    {ACE, "AceSize one past the end", "00 00 1500 01000000" WORLD, WYRE_E_LENGTH, 2, NULL},
    {ACE, "no room for the mask", "00 00 0700 010000", WYRE_E_LENGTH, 7, NULL},
    {ACE, "no room for a SID", "00 00 0f00 01000000 01 01 0000000000", WYRE_E_LENGTH, 15, NULL},
    {ACE, "the SID goes past AceSize", "00 00 1300 01000000" WORLD, WYRE_E_LENGTH, 9, NULL},
    {ACE, "the SID has 16 sub-authorities", "00 00 1400 01000000 01 10 000000000001 00000000",
     WYRE_E_VALUE, 9, NULL},
    {ACE, "the SID's revision is 0", "00 00 1400 01000000 00 01 000000000001 00000000", WYRE_E_VALUE, 8,
     NULL},
    {ACE, "a GUID goes past AceSize", "05 00 1b00 01000000 01000000" "000102030405060708090a0b0c0d0e",
     WYRE_E_LENGTH, 27, NULL},
    {ACL, "empty", "02 00 0800 0000 0000", WYRE_OK, 8,
     "acl_revision=2 sbz1=0 ace_count=0 sbz2=0 aces=[8,0]"},
    {ACL, "one entry and two unused bytes", "04 01 1e00 0100 0200 00 00 1400 01000000" WORLD "0000",
     WYRE_OK, 30, "acl_revision=4 sbz1=1 ace_count=1 sbz2=2 aces=[8,22]"},
    {ACL, "seven bytes", "02 00 0700 0000 00", WYRE_E_LENGTH, 7, NULL},
    {ACL, "AclSize 7", "02 00 0700 0000 0000", WYRE_E_LENGTH, 2, NULL},
    {ACL, "AclSize one past the end", "02 00 0900 0000 0000", WYRE_E_LENGTH, 2, NULL},
};

static const struct list {
    const char *name, *hex;
    size_t entries;     /* that come before the end */
    wyre_status status; /* how it ends */
    uint32_t at;        /* and where: behind the last entry, or the byte at fault */
} lists[] = {
    {"none", "02 00 0800 0000 0000", 0, WYRE_END, 8},
    {"two, and bytes behind the list",
     "02 00 2000 0200 0000 00 00 1400 01000000" WORLD "14 00 0400 ffff", 2, WYRE_END, 32},
    {"unused bytes in the list", "02 00 1000 0100 0000 14 00 0400 ffffffff", 1, WYRE_END, 12},
    {"AceCount 2, room for one", "02 00 0c00 0200 0000 14 00 0400 14 00 0400", 1, WYRE_E_LENGTH, 12},
    {"AceCount 65535", "02 00 0c00 ffff 0000 14 00 0400", 1, WYRE_E_LENGTH, 12},
    {"an entry of size 0", "02 00 1000 0200 0000 14 00 0400 14 00 0000", 1, WYRE_E_LENGTH, 14},
    {"the second goes past the list", "02 00 1000 0200 0000 14 00 0400 14 00 0500 ff", 1, WYRE_E_LENGTH,
     14},
    {"the SID of the second is not of revision 1",
     "02 00 1c00 0200 0000 14 00 0400 00 00 1000 01000000 02 00 000000000000", 1, WYRE_E_VALUE, 20},
    {"the mask of the second goes past AceSize", "02 00 1400 0200 0000 14 00 0400 00 00 0600 0100 0000", 1,
     WYRE_E_LENGTH, 18},
    {"AclSize past the end", "02 00 0900 0100 0000", 0, WYRE_E_LENGTH, 2},
};
/* clang-format on */

TEST(ace_and_acl_decode_or_are_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(entries_come_one_by_one)
{
    for (const struct list *row = lists; row < lists + COUNT(lists); row++) {
        bytes in = hex(row->hex);
        uint8_t *list = exact(in.at, in.len);
        wyre_dtyp_ace_iter it = {0, 0, 0};
        wyre_dtyp_ace got;
        wyre_status status;
        size_t entries = 0;
        for (uint32_t before = 0;; entries++, before = it.pos) {
            status = wyre_dtyp_ace_next(&it, list, in.len, &got);
            if (status != WYRE_OK)
                break;
            REQUIRE(it.pos > before, row->name);
        }
        assert_status(row->name, status, row->status);
        assert_offset(row->name, entries, row->entries);
        assert_offset(row->name, status == WYRE_END ? it.pos : it.fault, row->at);
        free(list);
    }
}

TEST(a_list_that_shrinks_between_calls_is_refused)
{
    bytes in = hex("02 00 1000 0200 0000 14 00 0400 14 00 0400");
    wyre_dtyp_ace_iter it = {0, 0, 0};
    wyre_dtyp_ace got;
    assert_status("whole", wyre_dtyp_ace_next(&it, in.at, in.len, &got), WYRE_OK);
    for (size_t len = 0; len < in.len; len++) {
        uint8_t *cut = exact(in.at, len);
        assert_status("cut", wyre_dtyp_ace_next(&it, cut, len, &got), WYRE_E_STATE);
        assert_offset("cut", it.fault, 12);
        free(cut);
    }
    in.at[2] = 9;
    assert_status("smaller", wyre_dtyp_ace_next(&it, in.at, in.len, &got), WYRE_E_STATE);
}

TEST(a_list_longer_than_65535_cannot_be_written)
{
    static const uint8_t src[65536];
    wyre_dtyp_acl m = {.aces = {0, 65528}, .acl_revision = 2};
    size_t n;
    assert_status("65536", wyre_dtyp_acl_encode(&m, src, sizeof src, NULL, 0, &n), WYRE_E_RANGE);
    m.aces.len = 65527;
    assert_status("65535", wyre_dtyp_acl_encode(&m, src, sizeof src, NULL, 0, &n), WYRE_E_SPACE);
    assert_offset("65535", n, 65535);
}

TEST(each_type_has_its_name)
{
    assert_string_equal(wyre_dtyp_ace_type_name(0), "ACCESS_ALLOWED");
    assert_string_equal(wyre_dtyp_ace_type_name(0x13), "SYSTEM_SCOPED_POLICY_ID");
    assert_string_equal(wyre_dtyp_ace_type_name(0x14), "?");
}

RUN_TESTS("dtyp_acl", TESTED(ace_and_acl_decode_or_are_refused_as_the_row_says),
          TESTED(entries_come_one_by_one), TESTED(a_list_that_shrinks_between_calls_is_refused),
          TESTED(a_list_longer_than_65535_cannot_be_written), TESTED(each_type_has_its_name))

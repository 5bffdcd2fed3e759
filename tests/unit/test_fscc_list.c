/* lib/smb/fscc_list.c: [MS-FSCC] 2.4, 2.7. */
#include "../told.h"
#include <wyre/fscc_list.h>

RING(wyre_fscc_file_notify_information, 0);
RING(wyre_fscc_file_full_ea_information, 0);
RING(wyre_fscc_file_get_ea_information, 0);
RING(wyre_fscc_file_quota_information, 0);
RING(wyre_fscc_file_get_quota_information, 0);
#define NOTIFY    &wyre_fscc_file_notify_information_ring
#define EA        &wyre_fscc_file_full_ea_information_ring
#define GET_EA    &wyre_fscc_file_get_ea_information_ring
#define QUOTA     &wyre_fscc_file_quota_information_ring
#define GET_QUOTA &wyre_fscc_file_get_quota_information_ring

/* clang-format off */
static const told_row rows[] = {
    {NOTIFY, "a file was removed", "00000000 02000000 04000000 6100 6200", WYRE_OK, 16,
     "next_entry_offset=0 action=2 file_name=[12,4]"},
    {NOTIFY, "a name past the end", "00000000 02000000 05000000 6100 6200", WYRE_E_LENGTH, 12, NULL},
    {NOTIFY, "11 bytes", "00000000 02000000 000000", WYRE_E_LENGTH, 11, NULL},
    {EA, "name and value", "00000000 80 03 0200 'abc' 00 0102", WYRE_OK, 14,
     "next_entry_offset=0 flags=0x80 ea_name=[8,3] ea_value=[12,2]"},
    {EA, "neither name nor value", "00000000 00 00 0000 00", WYRE_OK, 9,
     "next_entry_offset=0 flags=0x00 ea_name=[8,0] ea_value=[9,0]"},
    {EA, "no NUL behind the name", "00000000 00 03 0200 'abcd' 0102", WYRE_E_VALUE, 11, NULL},
    {EA, "nothing behind the name", "00000000 00 03 0000 'abc'", WYRE_E_LENGTH, 11, NULL},
    {EA, "a name past the end", "00000000 00 04 0000 'abc'", WYRE_E_LENGTH, 8, NULL},
    {EA, "a value past the end", "00000000 00 03 0300 'abc' 00 0102", WYRE_E_LENGTH, 12, NULL},
    {EA, "a value of 65535", "00000000 00 03 ffff 'abc' 00 0102", WYRE_E_LENGTH, 12, NULL},
    {EA, "7 bytes", "00000000 00 00 00", WYRE_E_LENGTH, 7, NULL},
    {GET_EA, "name", "00000000 03 'abc' 00", WYRE_OK, 9, "next_entry_offset=0 ea_name=[5,3]"},
    {GET_EA, "no NUL", "00000000 03 'abcd'", WYRE_E_VALUE, 8, NULL},
    {GET_EA, "a name past the end", "00000000 04 'abc'", WYRE_E_LENGTH, 5, NULL},
    {QUOTA, "quota",
     "00000000 0c000000 0100000000000000 0200000000000000 0300000000000000 ffffffffffffffff"
     "01 01 000000000001 00000000", WYRE_OK, 52,
     "next_entry_offset=0 change_time=1 quota_used=2 quota_threshold=3 "
     "quota_limit=18446744073709551615 sid=[40,12]"},
    {QUOTA, "a SID past the end",
     "00000000 0d000000 0100000000000000 0200000000000000 0300000000000000 ffffffffffffffff"
     "01 01 000000000001 00000000", WYRE_E_LENGTH, 40, NULL},
    {GET_QUOTA, "whose quota", "00000000 0c000000 01 01 000000000001 00000000", WYRE_OK, 20,
     "next_entry_offset=0 sid=[8,12]"},
    {GET_QUOTA, "a SID past the end", "00000000 0d000000 01 01 000000000001 00000000", WYRE_E_LENGTH, 8,
     NULL},
};

static const struct walk {
    const char *name, *hex;
    uint32_t flags;
    size_t entries;     /* that come before the end */
    wyre_status status; /* how it ends */
    size_t fault;
} walks[] = {
    {"nothing", "", 0, 0, WYRE_END, 0},
    {"one", "00000000", 0, 1, WYRE_END, 0},
    {"unaligned", "05000000 ff 00000000 ff", 0, 2, WYRE_END, 0},
    {"three bytes", "000000", 0, 0, WYRE_E_LENGTH, 3},
    {"three bytes behind the step", "04000000 000000", 0, 1, WYRE_E_LENGTH, 7},
    {"a step of 1", "01000000 00000000", 0, 0, WYRE_E_OFFSET, 0},
    {"a step of 3", "04000000 03000000 00000000", 0, 1, WYRE_E_OFFSET, 4},
    {"a step to the end", "08000000 00000000", 0, 0, WYRE_E_OFFSET, 0},
    {"a step to the end, as SMB1 has it", "08000000 00000000", 1, 1, WYRE_END, 0},
    {"a step past the end", "09000000 00000000", 1, 0, WYRE_E_OFFSET, 0},
    {"a step that wraps", "04000000 fcffffff 00000000", 1, 1, WYRE_E_OFFSET, 4},
    {"an undefined flag", "00000000", 2, 0, WYRE_E_ARG, 0},
};
/* clang-format on */

TEST(each_entry_decodes_or_is_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(walk_ends_as_the_row_says)
{
    for (const struct walk *row = walks; row < walks + COUNT(walks); row++) {
        bytes in = hex(row->hex);
        uint8_t *list = exact(in.at, in.len);
        wyre_fscc_entry_iter it = {0, 0, 0};
        wyre_span entry;
        wyre_status status;
        size_t entries = 0;
        for (uint32_t before = 0;; entries++, before = it.pos) {
            status = wyre_fscc_entry_next(&it, list, in.len, row->flags, &entry);
            if (status != WYRE_OK)
                break;
            REQUIRE(it.pos >= before + 4 && it.pos <= in.len, row->name);
            REQUIRE(entry.off == before && entry.len == it.pos - before, row->name);
        }
        assert_status(row->name, status, row->status);
        assert_offset(row->name, entries, row->entries);
        assert_offset(row->name, it.fault, row->fault);
        REQUIRE(entry.off == 0 && entry.len == 0, row->name);
        free(list);
    }
}

TEST(an_iterator_past_the_list_is_refused)
{
    wyre_fscc_entry_iter it = {5, 0, 0};
    wyre_span entry;
    bytes in = hex("00000000");
    assert_status("past", wyre_fscc_entry_next(&it, in.at, in.len, 0, &entry), WYRE_E_ARG);
}

/* [MS-FSCC] 2.4: the steps lead from entry to entry, each aligned from the list's start. */
TEST(entries_are_linked)
{
    static const char *const linked = "ff 10000000 'abcdefghi' 000000 08000000 'jklm' 00000000";
    bytes want = hex(linked), a = hex("aaaaaaaa 'abcdefghi'"), b = hex("bbbbbbbb 'jklm'"),
          c = hex("cccccccc");
    for (size_t cap = 0; cap <= want.len; cap++) {
        uint8_t *out = block(cap);
        wyre_fscc_entry_list list = {0, 0, 0};
        wyre_wr w;
        size_t n;
        wyre_wr_init(&w, cap > 0 ? out : NULL, cap);
        wyre_wr_u8(&w, 0xff);
        wyre_fscc_entry_append(&w, &list, a.at, a.len, 8);
        wyre_fscc_entry_append(&w, &list, b.at, b.len, 8);
        wyre_fscc_entry_append(&w, &list, c.at, c.len, 8);
        assert_status(linked, wyre_wr_finish(&w, &n), cap < want.len ? WYRE_E_SPACE : WYRE_OK);
        assert_offset(linked, n, want.len);
        REQUIRE(cap < want.len || memcmp(out, want.at, want.len) == 0, linked);
        free(out);
    }
}

TEST(what_is_no_entry_is_refused)
{
    uint8_t out[16];
    static const struct {
        const char *name;
        size_t len;
        uint32_t alignment;
    } bad[] = {{"3 bytes", 3, 8}, {"alignment 0", 4, 0}, {"alignment 6", 4, 6}};
    for (size_t i = 0; i < COUNT(bad); i++) {
        wyre_fscc_entry_list list = {0, 0, 0};
        wyre_wr w;
        wyre_wr_init(&w, out, sizeof out);
        wyre_fscc_entry_append(&w, &list, (const uint8_t *)"abcd", bad[i].len, bad[i].alignment);
        assert_status(bad[i].name, wyre_wr_finish(&w, NULL), WYRE_E_ARG);
    }
}

TEST(whole_lists_are_told)
{
    typedef wyre_status (*visit)(const uint8_t *, size_t, const wyre_visitor *, size_t *);
    static const struct {
        const char *name;
        visit of;
        const char *hex, *told;
        size_t n;
    } lists[] = {
        {"notifications", wyre_fscc_notify_visit,
         "10000000 04000000 02000000 6100 0000 00000000 05000000 02000000 6200",
         "entry[0,16]{next_entry_offset=16 action=4 file_name=[12,2]} "
         "entry[16,14]{next_entry_offset=0 action=5 file_name=[12,2]}",
         30},
        {"attributes", wyre_fscc_ea_visit,
         "0c000000 00 01 0100 'a' 00 62 00 00000000 00 01 0000 'c' 00",
         "entry[0,12]{next_entry_offset=12 flags=0x00 ea_name=[8,1] ea_value=[10,1]} "
         "entry[12,10]{next_entry_offset=0 flags=0x00 ea_name=[8,1] ea_value=[10,0]}",
         22},
        {"attributes asked for", wyre_fscc_get_ea_visit, "00000000 01 'a' 00",
         "entry[0,7]{next_entry_offset=0 ea_name=[5,1]}", 7},
        {"quotas asked for", wyre_fscc_get_quota_visit, "00000000 01000000 01",
         "entry[0,9]{next_entry_offset=0 sid=[8,1]}", 9},
        {"no quota", wyre_fscc_quota_visit, "", "", 0},
    };
    static told got;
    for (size_t i = 0; i < COUNT(lists); i++) {
        bytes in = hex(lists[i].hex);
        wyre_visitor v = telling(&got);
        size_t n;
        assert_status(lists[i].name, lists[i].of(in.at, in.len, &v, &n), WYRE_OK);
        assert_offset(lists[i].name, n, lists[i].n);
        assert_told(lists[i].name, &got, lists[i].told);
    }
}

TEST(each_action_has_its_name)
{
    assert_string_equal(wyre_fscc_file_action_name(1), "ADDED");
    assert_string_equal(wyre_fscc_file_action_name(11), "TUNNELLED_ID_COLLISION");
    assert_string_equal(wyre_fscc_file_action_name(0), "?");
}

RUN_TESTS("fscc_list", TESTED(each_entry_decodes_or_is_refused_as_the_row_says),
          TESTED(walk_ends_as_the_row_says), TESTED(an_iterator_past_the_list_is_refused),
          TESTED(entries_are_linked), TESTED(what_is_no_entry_is_refused),
          TESTED(whole_lists_are_told), TESTED(each_action_has_its_name))

/* lib/smb/smb2_negotiate_context.c. Rows are lists of [MS-SMB2] 2.2.3.1, which begin at offset 0. */
#include "../test.h"
#include <wyre/smb2.h>

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t entries;   /* announced */
    wyre_status status; /* how it ends */
    uint32_t fault;
    wyre_smb2_negotiate_context contexts[3];
    int same; /* the builder gives these bytes */
} rows[] = {
    {"two contexts, the last one without padding",
     "0200 0400 00000000 01000200 00000000 0800 0200 00000000 0000", 2, WYRE_END, 0,
     {{{8, 4}, 0, 2, 0}, {{24, 2}, 0, 8, 0}}, 1},
    {"the last one padded",
     "0800 0200 00000000 0000 000000000000", 1, WYRE_END, 0, {{{8, 2}, 0, 8, 0}}, 0},
    {"an unknown type, empty, with reserved bits",
     "eeff 0000 ddccbbaa", 1, WYRE_END, 0, {{{8, 0}, 0xaabbccdd, 0xffee, 0}}, 1},
    {"fewer are announced than are there",
     "0200 0000 00000000 0800 0000 00000000", 1, WYRE_END, 0, {{{8, 0}, 0, 2, 0}}, 0},
    {"none is announced", "ffff", 0, WYRE_END, 0, {{{0, 0}, 0, 0, 0}}, 0},
    {"one is announced, none is there", "", 1, WYRE_E_LENGTH, 0, {{{0, 0}, 0, 0, 0}}, 0},
    {"more are announced than are there",
     "0200 0200 00000000 0100 000000000000", 2, WYRE_E_LENGTH, 16, {{{8, 2}, 0, 2, 0}}, 0},
    {"7 bytes are left", "0200 0000 000000", 1, WYRE_E_LENGTH, 7, {{{0, 0}, 0, 0, 0}}, 0},
    {"DataLength goes past the end", "0200 0300 00000000 0100", 1, WYRE_E_LENGTH, 2, {{{0, 0}, 0, 0, 0}}, 0},
    {"DataLength is 65535", "0200 ffff 00000000 0100", 1, WYRE_E_LENGTH, 2, {{{0, 0}, 0, 0, 0}}, 0},
    {"data ends at the end, its padding would go past it",
     "0200 0300 00000000 010001", 2, WYRE_E_LENGTH, 11, {{{8, 3}, 0, 2, 0}}, 0},
};
/* clang-format on */

TEST(contexts_come_one_by_one)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *list = exact(in.at, in.len);
        wyre_smb2_negotiate_context_iter it = {{0, (uint32_t)in.len}, row->entries, 0, 0};
        wyre_smb2_negotiate_context got;
        static const wyre_smb2_negotiate_context zero;
        wyre_status status;
        size_t count = 0;
        while ((status = wyre_smb2_negotiate_context_next(&it, list, in.len, &got)) == WYRE_OK)
            assert_fields(row->name, &got, &row->contexts[count++], sizeof got);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, it.fault, row->fault);
        assert_fields(row->name, &got, &zero, sizeof got);
        assert_fields(row->name, &row->contexts[count], &zero, sizeof zero);
        free(list);
    }
}

TEST(contexts_are_built)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t out[64];
        wyre_smb2_negotiate_context_list list = {{0, 0}, 0};
        wyre_wr w;
        size_t n;
        if (!row->same)
            continue;
        wyre_wr_init(&w, out, sizeof out);
        for (uint32_t i = 0; i < row->entries; i++)
            wyre_smb2_negotiate_context_append(&w, &list, &row->contexts[i], in.at, in.len);
        assert_status(row->name, wyre_wr_finish(&w, &n), WYRE_OK);
        assert_offset(row->name, n, in.len);
        assert_memory_equal(out, in.at, n);
        assert_int_equal(list.list.len, n);
        assert_int_equal(list.entries, row->entries);
    }
}

TEST(a_list_behind_dialects_begins_aligned)
{
    uint8_t out[64];
    wyre_smb2_negotiate_context_list list = {{0, 0}, 0};
    wyre_smb2_negotiate_context m = {.data = {0, 2}, .context_type = 8};
    wyre_span dialects;
    wyre_wr w;
    size_t n;
    wyre_wr_init(&w, out, sizeof out);
    wyre_wr_gather(&w, (const uint8_t *)"\x11\x03", 2, &dialects);
    wyre_smb2_negotiate_context_append(&w, &list, &m, (const uint8_t *)"\x01\x00", 2);
    assert_status("built", wyre_wr_finish(&w, &n), WYRE_OK);
    assert_int_equal(list.list.off, 8);
    assert_int_equal(list.list.len, 10);
}

TEST(what_cannot_be_built_is_refused)
{
    static const uint8_t src[65536];
    wyre_smb2_negotiate_context_list list = {{0, 0}, 0};
    wyre_smb2_negotiate_context m = {.data = {0, 65536}};
    wyre_wr w;
    wyre_wr_init(&w, NULL, 0);
    wyre_smb2_negotiate_context_append(&w, &list, &m, src, sizeof src);
    assert_status("65536 bytes", wyre_wr_finish(&w, NULL), WYRE_E_RANGE);
    wyre_wr_init(&w, NULL, 0);
    m.data = (wyre_span){1, 65535};
    wyre_smb2_negotiate_context_append(&w, &list, &m, src, 65535);
    assert_status("outside", wyre_wr_finish(&w, NULL), WYRE_E_ARG);
    assert_int_equal(list.entries, 0);
    wyre_wr_init(&w, NULL, 0);
    m.data.len = 0;
    for (int i = 0; i < 16; i++)
        wyre_smb2_negotiate_context_append(&w, &list, &m, NULL, 0);
    assert_status("16", wyre_wr_finish(&w, NULL), WYRE_E_SPACE);
    wyre_smb2_negotiate_context_append(&w, &list, &m, NULL, 0);
    assert_status("17", wyre_wr_finish(&w, NULL), WYRE_E_LIMIT);
}

TEST(the_caller_is_told_its_mistakes)
{
    uint8_t list[17 * 8] = {0};
    wyre_smb2_negotiate_context got;
    wyre_smb2_negotiate_context_iter it = {{4, 8}, 1, 0, 0};
    assert_status("not aligned", wyre_smb2_negotiate_context_next(&it, list, sizeof list, &got),
                  WYRE_E_OFFSET);
    assert_int_equal(it.fault, 4);
    it.left = (wyre_span){8, sizeof list};
    assert_status("outside", wyre_smb2_negotiate_context_next(&it, list, sizeof list, &got),
                  WYRE_E_ARG);
    it = (wyre_smb2_negotiate_context_iter){{0, sizeof list}, 17, 0, 0};
    for (int i = 0; i < 16; i++)
        assert_status("one of 16", wyre_smb2_negotiate_context_next(&it, list, sizeof list, &got),
                      WYRE_OK);
    assert_status("17th", wyre_smb2_negotiate_context_next(&it, list, sizeof list, &got),
                  WYRE_E_LIMIT);
}

TEST(each_type_has_its_name)
{
    assert_string_equal(wyre_smb2_negotiate_context_name(0x0001), "PREAUTH_INTEGRITY_CAPABILITIES");
    assert_string_equal(wyre_smb2_negotiate_context_name(0x0008), "SIGNING_CAPABILITIES");
    assert_string_equal(wyre_smb2_negotiate_context_name(0x0100), "POSIX_EXTENSIONS_AVAILABLE");
    assert_string_equal(wyre_smb2_negotiate_context_name(0x0004), "?");
}

RUN_TESTS("smb2_negotiate_context", TESTED(contexts_come_one_by_one), TESTED(contexts_are_built),
          TESTED(a_list_behind_dialects_begins_aligned), TESTED(what_cannot_be_built_is_refused),
          TESTED(the_caller_is_told_its_mistakes), TESTED(each_type_has_its_name))

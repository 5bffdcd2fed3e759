/* lib/smb/smb2_error_context.c. Rows are lists of [MS-SMB2] 2.2.2.1, which begin at offset 0. */
#include "../test.h"
#include <wyre/smb2.h>

/* clang-format off */
static const struct row {
    const char *name, *hex;
    uint32_t entries;   /* announced */
    wyre_status status; /* how it ends */
    uint32_t fault;
    wyre_smb2_error_context contexts[3];
    int same; /* the builder gives these bytes */
} rows[] = {
    {"two contexts",
     "03000000 00000000 aabbcc 0000000000 02000000 53526472 ddee", 2, WYRE_END, 0,
     {{{8, 3}, 0}, {{24, 2}, 0x72645253}}, 1},
    {"an unknown id, empty", "00000000 efbeadde", 1, WYRE_END, 0, {{{8, 0}, 0xdeadbeef}}, 1},
    {"none is announced", "ff", 0, WYRE_END, 0, {{{0, 0}, 0}}, 0},
    {"more are announced than are there", "00000000 00000000", 2, WYRE_E_LENGTH, 8, {{{8, 0}, 0}}, 0},
    {"7 bytes are left", "00000000 000000", 1, WYRE_E_LENGTH, 7, {{{0, 0}, 0}}, 0},
    {"ErrorDataLength goes past the end", "03000000 00000000 aabb", 1, WYRE_E_LENGTH, 0, {{{0, 0}, 0}}, 0},
    {"ErrorDataLength is 4 GiB - 1", "ffffffff 00000000 aabb", 1, WYRE_E_LENGTH, 0, {{{0, 0}, 0}}, 0},
    {"the padding would go past the end",
     "01000000 00000000 aa 00", 2, WYRE_E_LENGTH, 10, {{{8, 1}, 0}}, 0},
};
/* clang-format on */

TEST(contexts_come_one_by_one)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *list = exact(in.at, in.len);
        wyre_smb2_error_context_iter it = {{0, (uint32_t)in.len}, row->entries, 0, 0};
        wyre_smb2_error_context got;
        static const wyre_smb2_error_context zero;
        wyre_status status;
        size_t count = 0;
        while ((status = wyre_smb2_error_context_next(&it, list, in.len, &got)) == WYRE_OK)
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
        wyre_smb2_error_context_list list = {{0, 0}, 0};
        wyre_wr w;
        size_t n;
        if (!row->same)
            continue;
        wyre_wr_init(&w, out, sizeof out);
        for (uint32_t i = 0; i < row->entries; i++)
            wyre_smb2_error_context_append(&w, &list, &row->contexts[i], in.at, in.len);
        assert_status(row->name, wyre_wr_finish(&w, &n), WYRE_OK);
        assert_offset(row->name, n, in.len);
        assert_memory_equal(out, in.at, n);
        assert_int_equal(list.list.len, n);
        assert_int_equal(list.entries, row->entries);
    }
}

TEST(limits_and_mistakes)
{
    uint8_t in[17 * 8] = {0};
    wyre_smb2_error_context got;
    wyre_smb2_error_context m = {.data = {0, 1}};
    wyre_smb2_error_context_list list = {{0, 0}, 0};
    wyre_smb2_error_context_iter it = {{8, sizeof in}, 1, 0, 0};
    wyre_wr w;
    assert_status("outside", wyre_smb2_error_context_next(&it, in, sizeof in, &got), WYRE_E_ARG);
    it = (wyre_smb2_error_context_iter){{0, sizeof in}, 17, 0, 0};
    for (int i = 0; i < 16; i++)
        assert_status("one of 16", wyre_smb2_error_context_next(&it, in, sizeof in, &got), WYRE_OK);
    assert_status("17th", wyre_smb2_error_context_next(&it, in, sizeof in, &got), WYRE_E_LIMIT);
    wyre_wr_init(&w, NULL, 0);
    for (int i = 0; i < 16; i++)
        wyre_smb2_error_context_append(&w, &list, &m, in, sizeof in);
    assert_status("16", wyre_wr_finish(&w, NULL), WYRE_E_SPACE);
    wyre_smb2_error_context_append(&w, &list, &m, in, sizeof in);
    assert_status("17", wyre_wr_finish(&w, NULL), WYRE_E_LIMIT);
    wyre_wr_init(&w, NULL, 0);
    list.entries = 0;
    wyre_smb2_error_context_append(&w, &list, &m, NULL, 0);
    assert_status("outside", wyre_wr_finish(&w, NULL), WYRE_E_ARG);
    assert_string_equal(wyre_smb2_error_id_name(0x72645253), "SHARE_REDIRECT");
    assert_string_equal(wyre_smb2_error_id_name(0), "DEFAULT");
    assert_string_equal(wyre_smb2_error_id_name(1), "?");
}

RUN_TESTS("smb2_error_context", TESTED(contexts_come_one_by_one), TESTED(contexts_are_built),
          TESTED(limits_and_mistakes))

/* lib/smb/smb2_create_context.c. Rows are lists of [MS-SMB2] 2.2.13.2, which begin at offset 0. */
#include "../test.h"
#include <wyre/smb2.h>

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status; /* how it ends */
    uint32_t fault;
    wyre_smb2_create_context contexts[3];
    int same; /* the builder gives these bytes */
} rows[] = {
    {"MxAc without data, its offset 0; QFid without data, its offset behind the name",
     "18000000 1000 0400 0000 0000 00000000 'MxAc' 00000000"
     "00000000 1000 0400 0000 1800 00000000 'QFid' 00000000", WYRE_END, 48,
     {{{16, 4}, {0, 0}, 0, 6}, {{40, 4}, {48, 0}, 0, 8}}, 1},
    {"AlSi, a name of 16 bytes, and one that is not known",
     "20000000 1000 0400 0000 1800 08000000 'AlSi' 00000000 0010000000000000"
     "38000000 1000 1000 0000 2000 14000000 45bca66aefa7f74a9008fa462e144d74"
     "1400 0000 000102030405060708090a0b0c0d0e0f 00000000"
     "00000000 1000 0300 cdab 1800 01000000 'Xyz' 0000000000 aa", WYRE_END, 113,
     {{{16, 4}, {24, 8}, 0, 5}, {{48, 16}, {64, 20}, 0, 12}, {{104, 3}, {112, 1}, 0xabcd, 0}}, 1},
    {"padding behind the last one is counted",
     "00000000 1000 0400 0000 1800 08000000 'TWrp' 00000000 0010000000000000 0000000000000000",
     WYRE_END, 40, {{{16, 4}, {24, 8}, 0, 7}}, 0},
    {"no name, data in front of where it usually is",
     "00000000 0000 0000 0000 1000 01000000 aa", WYRE_END, 17, {{{0, 0}, {16, 1}, 0, 0}}, 0},
    {"a name of 5 bytes that begins like a known one",
     "00000000 1000 0500 0000 0000 00000000 'MxAcx'", WYRE_END, 21, {{{16, 5}, {0, 0}, 0, 0}}, 1},
    {"nothing", "", WYRE_END, 0, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"15 bytes", "00000000 1000 0000 0000 0000 000000", WYRE_E_LENGTH, 15, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"Next stays inside the context",
     "08000000 1000 0400 0000 0000 00000000 'MxAc' 00000000", WYRE_E_OFFSET, 0, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"Next is not aligned",
     "14000000 1000 0400 0000 0000 00000000 'MxAc' 00000000 1000 0400 0000 0000 00000000 'MxAc'",
     WYRE_E_OFFSET, 0, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"Next leads to the end",
     "18000000 1000 0400 0000 0000 00000000 'MxAc' 00000000", WYRE_E_OFFSET, 0, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"Next goes past the end",
     "f8ffffff 1000 0400 0000 0000 00000000 'MxAc' 00000000", WYRE_E_OFFSET, 0, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"the name begins inside the fixed part",
     "00000000 0f00 0400 0000 0000 00000000 'MxAc'", WYRE_E_OFFSET, 4, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"the name ends past the list",
     "00000000 1000 0500 0000 0000 00000000 'MxAc'", WYRE_E_OFFSET, 4, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"the name ends past its context, inside the next one",
     "18000000 1000 0900 0000 0000 00000000 'MxAc' 00000000 00000000 1000 0400 0000 0000 00000000 'MxAc'",
     WYRE_E_OFFSET, 4, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"the data begins inside the fixed part",
     "00000000 1000 0400 0000 0f00 01000000 'MxAc' 00000000", WYRE_E_OFFSET, 10, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"the data ends past the list",
     "00000000 1000 0400 0000 1800 02000000 'MxAc' 00000000 aa", WYRE_E_OFFSET, 10, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"offset and length of the data wrap 32 bits",
     "00000000 1000 0400 0000 1800 f0ffffff 'MxAc' 00000000 aa", WYRE_E_OFFSET, 10, {{{0, 0}, {0, 0}, 0, 0}}, 0},
    {"the second one is refused",
     "18000000 1000 0400 0000 0000 00000000 'MxAc' 00000000 00000000 1000 0500 0000 0000 00000000 'MxAc'",
     WYRE_E_OFFSET, 28, {{{16, 4}, {0, 0}, 0, 6}}, 0},
};
/* clang-format on */

TEST(contexts_come_one_by_one)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *list = exact(in.at, in.len);
        wyre_smb2_create_context_iter it = {{0, (uint32_t)in.len}, 0, 0};
        wyre_smb2_create_context got;
        static const wyre_smb2_create_context zero;
        wyre_status status;
        size_t count = 0;
        while ((status = wyre_smb2_create_context_next(&it, list, in.len, &got)) == WYRE_OK)
            assert_fields(row->name, &got, &row->contexts[count++], sizeof got);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, it.fault, row->fault);
        assert_fields(row->name, &got, &zero, sizeof got);
        if (count < 3)
            assert_fields(row->name, &row->contexts[count], &zero, sizeof zero);
        free(list);
    }
}

TEST(contexts_are_built)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        if (!row->same)
            continue;
        for (size_t cap = 0; cap <= in.len; cap++) {
            uint8_t out[160];
            wyre_smb2_create_context_list list = {{0, 0}, 0, 0};
            wyre_wr w;
            size_t n;
            memset(out, 0xa5, sizeof out);
            wyre_wr_init(&w, out, cap);
            for (size_t i = 0; i < 3 && row->contexts[i].name.len > 0; i++)
                wyre_smb2_create_context_append(&w, &list, &row->contexts[i], in.at, in.len);
            assert_status(row->name, wyre_wr_finish(&w, &n), cap < in.len ? WYRE_E_SPACE : WYRE_OK);
            assert_offset(row->name, n, in.len);
            assert_int_equal(out[cap], 0xa5);
            assert_int_equal(list.list.len, n);
            if (cap == in.len)
                assert_memory_equal(out, in.at, n);
        }
    }
}

TEST(a_known_kind_needs_no_name)
{
    static const struct {
        uint16_t kind;
        const char *name;
    } kinds[] = {
        {1, "'ExtA'"},
        {2, "'SecD'"},
        {3, "'DHnQ'"},
        {4, "'DHnC'"},
        {5, "'AlSi'"},
        {6, "'MxAc'"},
        {7, "'TWrp'"},
        {8, "'QFid'"},
        {9, "'RqLs'"},
        {10, "'DH2Q'"},
        {11, "'DH2C'"},
        {12, "45bca66aefa7f74a9008fa462e144d74"},
        {13, "b982d0b73b56074fa07b524a8116a010"},
        {14, "9ccbcf9e04c1e643980e158da1f6ec83"},
        {15, "'AAPL'"},
        {16, "93ad25509cb411e7b42383de968bcd7c"},
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        bytes name = hex(kinds[i].name);
        uint8_t out[64];
        wyre_smb2_create_context_list list = {{0, 0}, 0, 0};
        wyre_smb2_create_context m = {.kind = kinds[i].kind};
        wyre_smb2_create_context got;
        wyre_wr w;
        size_t n;
        wyre_wr_init(&w, out, sizeof out);
        wyre_smb2_create_context_append(&w, &list, &m, NULL, 0);
        assert_status(kinds[i].name, wyre_wr_finish(&w, &n), WYRE_OK);
        assert_offset(kinds[i].name, n, 16 + name.len);
        assert_memory_equal(out + 16, name.at, name.len);
        wyre_smb2_create_context_iter it = {list.list, 0, 0};
        assert_status("again", wyre_smb2_create_context_next(&it, out, n, &got), WYRE_OK);
        assert_int_equal(got.kind, kinds[i].kind);
    }
}

TEST(what_cannot_be_built_is_refused)
{
    static const uint8_t src[65536];
    static const struct {
        const char *name;
        wyre_smb2_create_context m;
        wyre_status status;
    } refused[] = {
        {"neither name nor kind", {.data = {0, 1}}, WYRE_E_STATE},
        {"a kind that is not known", {.kind = 17}, WYRE_E_STATE},
        {"a name of 65513 bytes", {.name = {0, 65513}}, WYRE_E_RANGE},
        {"a name of 65512 bytes", {.name = {0, 65512}}, WYRE_E_SPACE},
        {"a name outside", {.name = {65533, 4}}, WYRE_E_ARG},
        {"data outside", {.kind = 1, .data = {65536, 1}}, WYRE_E_ARG},
    };
    for (size_t i = 0; i < COUNT(refused); i++) {
        wyre_smb2_create_context_list list = {{0, 0}, 0, 0};
        wyre_wr w;
        wyre_wr_init(&w, NULL, 0);
        wyre_smb2_create_context_append(&w, &list, &refused[i].m, src, sizeof src);
        assert_status(refused[i].name, wyre_wr_finish(&w, NULL), refused[i].status);
    }
}

TEST(no_more_than_32_contexts)
{
    uint8_t out[33 * 24] = {0};
    wyre_smb2_create_context_list list = {{0, 0}, 0, 0};
    wyre_smb2_create_context m = {.kind = 6};
    wyre_smb2_create_context got;
    wyre_wr w;
    wyre_wr_init(&w, out, sizeof out);
    for (int i = 0; i < 32; i++)
        wyre_smb2_create_context_append(&w, &list, &m, NULL, 0);
    assert_status("32", wyre_wr_finish(&w, NULL), WYRE_OK);
    wyre_smb2_create_context_append(&w, &list, &m, NULL, 0);
    assert_status("33", wyre_wr_finish(&w, NULL), WYRE_E_LIMIT);
    for (int i = 0; i < 33; i++)
        memcpy(out + 24 * i, "\x18\0\0\0\x10\0\4\0\0\0\0\0\0\0\0\0MxAc", 20);
    wyre_smb2_create_context_iter it = {{0, sizeof out}, 0, 0};
    for (int i = 0; i < 32; i++)
        assert_status("one of 32", wyre_smb2_create_context_next(&it, out, sizeof out, &got),
                      WYRE_OK);
    assert_status("33rd", wyre_smb2_create_context_next(&it, out, sizeof out, &got), WYRE_E_LIMIT);
    it = (wyre_smb2_create_context_iter){{8, sizeof out}, 0, 0};
    assert_status("outside", wyre_smb2_create_context_next(&it, out, sizeof out, &got), WYRE_E_ARG);
}

TEST(each_kind_has_its_name)
{
    assert_string_equal(wyre_smb2_create_context_name(1), "EA_BUFFER");
    assert_string_equal(wyre_smb2_create_context_name(9), "REQUEST_LEASE");
    assert_string_equal(wyre_smb2_create_context_name(16), "POSIX");
    assert_string_equal(wyre_smb2_create_context_name(0), "?");
}

RUN_TESTS("smb2_create_context", TESTED(contexts_come_one_by_one), TESTED(contexts_are_built),
          TESTED(a_known_kind_needs_no_name), TESTED(what_cannot_be_built_is_refused),
          TESTED(no_more_than_32_contexts), TESTED(each_kind_has_its_name))

/* lib/smb/smb1_ea.c. Rows are the tables of [MS-CIFS] 2.2.1.2, a blank between two fields. */
#include "../smb1_told.h"

RING(wyre_smb1_ea_list, 0);
RING(wyre_smb1_ea, 0);
RING(wyre_smb1_gea, 0);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_ea_list_ring, "empty",
     "04000000", WYRE_OK, 4,
     "entries=[4,0]"},
    {&wyre_smb1_ea_list_ring, "an entry",
     "0f000000 00 02 0200 'ab' 00 0102 cc cc", WYRE_OK, 15,
     "entries=[4,11]"},
    {&wyre_smb1_ea_list_ring, "its size is less than itself",
     "03000000", WYRE_E_LENGTH, 0,
     NULL},
    {&wyre_smb1_ea_list_ring, "its size is past the end",
     "05000000", WYRE_E_LENGTH, 0,
     NULL},
    {&wyre_smb1_ea_list_ring, "no size",
     "0400", WYRE_E_LENGTH, 2,
     NULL},
    {&wyre_smb1_ea_ring, "a needed attribute",
     "80 02 0300 'ab' 00 010203", WYRE_OK, 10,
     "ea_flag=0x80 attribute_name=[4,2] attribute_value=[7,3]"},
    {&wyre_smb1_ea_ring, "no name, no value",
     "00 00 0000 00", WYRE_OK, 5,
     "ea_flag=0x00 attribute_name=[4,0] attribute_value=[5,0]"},
    {&wyre_smb1_ea_ring, "no NUL behind the name",
     "00 02 0000 'abc'", WYRE_E_VALUE, 6,
     NULL},
    {&wyre_smb1_ea_ring, "the name ends past the end",
     "00 ff 0000 'ab' 00", WYRE_E_LENGTH, 4,
     NULL},
    {&wyre_smb1_ea_ring, "the value ends past the end",
     "00 02 ffff 'ab' 00 0102", WYRE_E_LENGTH, 7,
     NULL},
    {&wyre_smb1_ea_ring, "a byte of the fixed part is missing",
     "80 02 03", WYRE_E_LENGTH, 3,
     NULL},
    {&wyre_smb1_gea_ring, "a name",
     "02 'ab' 00", WYRE_OK, 4,
     "attribute_name=[1,2]"},
    {&wyre_smb1_gea_ring, "no NUL",
     "02 'ab'", WYRE_E_LENGTH, 3,
     NULL},
    {&wyre_smb1_gea_ring, "another byte for the NUL",
     "02 'abc'", WYRE_E_VALUE, 3,
     NULL},
};
/* clang-format on */

TEST(parts_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

/* clang-format off */
static const struct list_row {
    const char *name, *hex;
    int names; /* a list of names alone */
    wyre_status status;
    size_t n;
    const char *told;
} lists[] = {
    {"a size past the end", "1b000000 00 02 0200 'ab' 00 0102 80 01 0300 'c' 00 030405", 0, WYRE_E_LENGTH, 0, ""},
    {"two attributes", "16000000 00 02 0200 'ab' 00 0102 80 01 0300 'c' 00 030405", 0, WYRE_OK, 22,
     "entries=[4,18] entry[0,22]{ea_flag=0x00 attribute_name=[8,2] attribute_value=[11,2]} "
     "entry[0,22]{ea_flag=0x80 attribute_name=[17,1] attribute_value=[19,3]}"},
    {"the second one goes past the list", "15000000 00 02 0200 'ab' 00 0102 80 01 0300 'c' 00 030405", 0, WYRE_E_LENGTH, 19,
     "entries=[4,17] entry[0,22]{ea_flag=0x00 attribute_name=[8,2] attribute_value=[11,2]}"},
    {"two names", "0b000000 02 'ab' 00 01 'c' 00", 1, WYRE_OK, 11,
     "entries=[4,7] entry[0,11]{attribute_name=[5,2]} entry[0,11]{attribute_name=[9,1]}"},
    {"a name without its NUL", "0a000000 02 'ab' 00 01 'c' 00", 1, WYRE_E_LENGTH, 10,
     "entries=[4,6] entry[0,11]{attribute_name=[5,2]}"},
    {"no names", "04000000", 1, WYRE_OK, 4, "entries=[4,0]"},
    {"half a size", "0400", 1, WYRE_E_LENGTH, 2, ""},
};
/* clang-format on */

TEST(lists_tell_what_the_rows_say)
{
    for (const struct list_row *row = lists; row < lists + COUNT(lists); row++) {
        static told got;
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_visitor v = telling(&got);
        size_t n;
        wyre_status status = row->names ? wyre_smb1_geas_visit(unit, in.len, &v, &n)
                                        : wyre_smb1_eas_visit(unit, in.len, &v, &n);
        assert_told(row->name, &got, row->told);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        free(unit);
    }
}

TEST(entries_that_are_not_inside_are_not_walked)
{
    static const uint8_t in[8];
    static const wyre_span outside[] = {{9, 0}, {0, 9}, {8, 1}, {0xffffffff, 0xffffffff}};
    for (size_t i = 0; i < COUNT(outside); i++) {
        wyre_smb1_ea_iter it = {0, 0};
        wyre_smb1_ea ea;
        wyre_smb1_gea gea;
        assert_status("ea", wyre_smb1_ea_next(&it, in, sizeof in, outside[i], &ea), WYRE_E_ARG);
        assert_status("gea", wyre_smb1_gea_next(&it, in, sizeof in, outside[i], &gea), WYRE_E_ARG);
    }
    wyre_smb1_ea_iter far = {5, 0};
    wyre_smb1_ea ea;
    assert_status("pos", wyre_smb1_ea_next(&far, in, sizeof in, (wyre_span){4, 4}, &ea),
                  WYRE_E_ARG);
}

RUN_TESTS("smb1_ea", TESTED(parts_tell_what_the_rows_say), TESTED(lists_tell_what_the_rows_say),
          TESTED(entries_that_are_not_inside_are_not_walked))

/* lib/smb/fscc_directory.c: [MS-FSCC] 2.4, a blank between two fields. */
#include "../told.h"
#include <wyre/fscc_directory.h>

/* One ring a class. */
#define CLASS_RING(number)                                                                         \
    static wyre_status decode_##number(const uint8_t *in, size_t in_len, uint32_t flags, void *m,  \
                                       size_t *n)                                                  \
    {                                                                                              \
        return wyre_fscc_directory_entry_decode(number, in, in_len, flags, m, n);                  \
    }                                                                                              \
    static const ring class_##number = {                                                           \
        "class " #number, sizeof(wyre_fscc_directory_entry), decode_##number, encode, visit, 0};

static wyre_status
encode(const void *m, const uint8_t *src, size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    return wyre_fscc_directory_entry_encode(m, src, src_len, out, cap, n);
}

static wyre_status
visit(const void *m, const wyre_visitor *v)
{
    return wyre_fscc_directory_entry_visit(m, v);
}

CLASS_RING(1)
CLASS_RING(2)
CLASS_RING(3)
CLASS_RING(12)
CLASS_RING(37)
CLASS_RING(38)
CLASS_RING(60)
CLASS_RING(63)
CLASS_RING(78)
CLASS_RING(79)
CLASS_RING(80)
CLASS_RING(81)

#define HEAD /* 60 bytes, the name's length follows */                                             \
    "70000000 01000000 0200000000000000 0300000000000000 0400000000000000 0500000000000000"        \
    "0600000000000000 0700000000000000 10000000"
#define HEAD_TOLD                                                                                  \
    "next_entry_offset=112 file_index=1 creation_time=2 last_access_time=3 last_write_time=4 "     \
    "change_time=5 end_of_file=6 allocation_size=7 file_attributes=0x10"
#define SHORT      "410042004300 000000000000000000000000000000000000"
#define SHORT_TOLD "short_name=410042004300000000000000000000000000000000000000"
#define ID_128     "000102030405060708090a0b0c0d0e0f"

/* clang-format off */
static const told_row rows[] = {
    {&class_1, "directory", HEAD "04000000 6100 6200", WYRE_OK, 68, HEAD_TOLD " file_name=[64,4]"},
    {&class_1, "directory without a name", HEAD "00000000", WYRE_OK, 64, HEAD_TOLD " file_name=[64,0]"},
    {&class_1, "directory of 63 bytes", HEAD "000000", WYRE_E_LENGTH, 63, NULL},
    {&class_1, "a name past the record", HEAD "05000000 6100 6200", WYRE_E_LENGTH, 64, NULL},
    {&class_1, "a name of 4 GiB - 1", HEAD "ffffffff 6100 6200", WYRE_E_LENGTH, 64, NULL},
    {&class_1, "a name of 4 GiB - 64", HEAD "c0ffffff 6100 6200", WYRE_E_LENGTH, 64, NULL},
    {&class_2, "full", HEAD "02000000 08000000 6100", WYRE_OK, 70, HEAD_TOLD " ea_size=8 file_name=[68,2]"},
    {&class_2, "full of 67 bytes", HEAD "00000000 080000", WYRE_E_LENGTH, 67, NULL},
    {&class_3, "both", HEAD "02000000 08000000 06 09" SHORT "6100", WYRE_OK, 96,
     HEAD_TOLD " ea_size=8 short_name_length=6 reserved1=9 " SHORT_TOLD " file_name=[94,2]"},
    {&class_3, "a short name of 25", HEAD "02000000 08000000 19 00" SHORT "6100", WYRE_E_VALUE, 68, NULL},
    {&class_3, "an odd short name", HEAD "00000000 08000000 01 00" SHORT, WYRE_OK, 94,
     HEAD_TOLD " ea_size=8 short_name_length=1 reserved1=0 " SHORT_TOLD " file_name=[94,0]"},
    {&class_12, "names", "00000000 01000000 02000000 6100", WYRE_OK, 14,
     "next_entry_offset=0 file_index=1 file_name=[12,2]"},
    {&class_12, "names of 11 bytes", "00000000 01000000 020000", WYRE_E_LENGTH, 11, NULL},
    {&class_12, "names past the end", "00000000 01000000 03000000 6100", WYRE_E_LENGTH, 12, NULL},
    {&class_37, "id both", HEAD "02000000 08000000 06 09" SHORT "0a0b 0c00000000000000 6100", WYRE_OK, 106,
     HEAD_TOLD " ea_size=8 short_name_length=6 reserved1=9 " SHORT_TOLD
     " reserved2=2826 file_id=12 file_name=[104,2]"},
    {&class_37, "id both of 103 bytes", HEAD "00000000 08000000 06 09" SHORT "0a0b 0c000000000000",
     WYRE_E_LENGTH, 103, NULL},
    {&class_38, "id full", HEAD "02000000 08000000 0d000000 0c00000000000000 6100", WYRE_OK, 82,
     HEAD_TOLD " ea_size=8 reserved=13 file_id=12 file_name=[80,2]"},
    {&class_60, "id extd", HEAD "02000000 08000000 0c0000a0" ID_128 "6100", WYRE_OK, 90,
     HEAD_TOLD " ea_size=8 reparse_point_tag=2684354572 file_id_128=" ID_128 " file_name=[88,2]"},
    {&class_63, "id extd both", HEAD "02000000 08000000 0c0000a0" ID_128 "06 09" SHORT "6100", WYRE_OK, 116,
     HEAD_TOLD " ea_size=8 reparse_point_tag=2684354572 file_id_128=" ID_128
     " short_name_length=6 reserved1=9 " SHORT_TOLD " file_name=[114,2]"},
    {&class_78, "id 64 extd", HEAD "02000000 08000000 0c0000a0 0d00000000000000 6100", WYRE_OK, 82,
     HEAD_TOLD " ea_size=8 reparse_point_tag=2684354572 file_id=13 file_name=[80,2]"},
    {&class_78, "id 64 extd of 79 bytes", HEAD "00000000 08000000 0c0000a0 0d000000000000", WYRE_E_LENGTH, 79, NULL},
    {&class_79, "id 64 extd both", HEAD "02000000 08000000 0c0000a0 0d00000000000000 06 09" SHORT "6100", WYRE_OK,
     108, HEAD_TOLD " ea_size=8 reparse_point_tag=2684354572 file_id=13 short_name_length=6 reserved1=9 " SHORT_TOLD
     " file_name=[106,2]"},
    {&class_79, "id 64 extd both, a short name of 26", HEAD "00000000 08000000 0c0000a0 0d00000000000000 1a 09" SHORT,
     WYRE_E_VALUE, 80, NULL},
    {&class_80, "id all extd", HEAD "02000000 08000000 0c0000a0 0d00000000000000" ID_128 "6100", WYRE_OK, 98,
     HEAD_TOLD " ea_size=8 reparse_point_tag=2684354572 file_id=13 file_id_128=" ID_128 " file_name=[96,2]"},
    {&class_80, "id all extd, a name past the end", HEAD "03000000 08000000 0c0000a0 0d00000000000000" ID_128 "6100",
     WYRE_E_LENGTH, 96, NULL},
    {&class_81, "id all extd both", HEAD "02000000 08000000 0c0000a0 0d00000000000000" ID_128 "06 09" SHORT "6100",
     WYRE_OK, 124, HEAD_TOLD " ea_size=8 reparse_point_tag=2684354572 file_id=13 file_id_128=" ID_128
     " short_name_length=6 reserved1=9 " SHORT_TOLD " file_name=[122,2]"},
    {&class_81, "id all extd both of 121 bytes", HEAD "00000000 08000000 0c0000a0 0d00000000000000" ID_128 "06 09"
     "410042004300 0000000000000000000000000000000000", WYRE_E_LENGTH, 121, NULL},
};

#define A "10000000 01000000 02000000 6100 0000"
#define B "00000000 02000000 02000000 6200"
#define B_LAST "0e000000 02000000 02000000 6200"

static const struct list {
    const char *name;
    uint32_t information_class;
    const char *hex;
    wyre_status status;
    size_t n;
    const char *told;
} lists[] = {
    {"two records", 12, A B, WYRE_OK, 30,
     "entry[0,16]{next_entry_offset=16 file_index=1 file_name=[12,2]} "
     "entry[16,14]{next_entry_offset=0 file_index=2 file_name=[12,2]}"},
    {"the last step of SMB1", 12, A B_LAST, WYRE_OK, 30,
     "entry[0,16]{next_entry_offset=16 file_index=1 file_name=[12,2]} "
     "entry[16,14]{next_entry_offset=14 file_index=2 file_name=[12,2]}"},
    {"no record", 37, "", WYRE_OK, 0, ""},
    {"NextEntryOffset past the end", 12, "1f000000 01000000 02000000 6100 0000" B, WYRE_E_OFFSET, 0, NULL},
    {"NextEntryOffset of 4 GiB - 16", 12, A "f0ffffff 02000000 02000000 6200", WYRE_E_OFFSET, 16, NULL},
    {"NextEntryOffset 2", 12, "02000000 01000000 02000000 6100 0000" B, WYRE_E_OFFSET, 0, NULL},
    {"NextEntryOffset less than the fixed part", 12, "08000000 01000000" B, WYRE_E_LENGTH, 8, NULL},
    {"the name of the first goes into the second", 12, "10000000 01000000 05000000 6100 0000" B,
     WYRE_E_LENGTH, 12, NULL},
    {"the second is cut", 12, A "00000000 02000000 02000000 62", WYRE_E_LENGTH, 28, NULL},
    {"three bytes behind the last step", 12, A "000000", WYRE_E_LENGTH, 19, NULL},
    {"a class that is no directory's", 4, B, WYRE_E_UNSUPPORTED, 0, NULL},
};
/* clang-format on */

TEST(each_class_decodes_or_is_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(whole_list_is_told)
{
    static told got;
    for (const struct list *row = lists; row < lists + COUNT(lists); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_visitor v = telling(&got);
        size_t n;
        assert_status(row->name,
                      wyre_fscc_directory_visit(row->information_class, unit, in.len, &v, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK)
            assert_told(row->name, &got, row->told);
        free(unit);
    }
}

TEST(another_class_is_unsupported)
{
    wyre_fscc_directory_entry m, zero;
    const wyre_visitor nobody = {NULL, NULL, NULL, NULL, NULL, NULL};
    size_t n = 1;
    memset(&zero, 0, sizeof zero);
    bytes in = hex(B);
    assert_status("decode", wyre_fscc_directory_entry_decode(5, in.at, in.len, 0, &m, &n),
                  WYRE_E_UNSUPPORTED);
    assert_offset("decode", n, 0);
    assert_fields("decode", &m, &zero, sizeof m);
    assert_status("encode", wyre_fscc_directory_entry_encode(&m, NULL, 0, NULL, 0, &n),
                  WYRE_E_UNSUPPORTED);
    assert_status("visit", wyre_fscc_directory_entry_visit(&m, &nobody), WYRE_E_UNSUPPORTED);
}

TEST(a_short_name_of_25_cannot_be_written)
{
    wyre_fscc_directory_entry m;
    memset(&m, 0, sizeof m);
    m.information_class = 3;
    m.short_name_length = 25;
    assert_status("25", wyre_fscc_directory_entry_encode(&m, NULL, 0, NULL, 0, NULL), WYRE_E_RANGE);
}

RUN_TESTS("fscc_directory", TESTED(each_class_decodes_or_is_refused_as_the_row_says),
          TESTED(whole_list_is_told), TESTED(another_class_is_unsupported),
          TESTED(a_short_name_of_25_cannot_be_written))

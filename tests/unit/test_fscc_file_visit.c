/* lib/smb/fscc_file_visit.c: each class is told by its number. */
#include "../told.h"
#include <wyre/fscc_file.h>

#define ZEROS_8  "0000000000000000 "
#define ZEROS_32 ZEROS_8 ZEROS_8 ZEROS_8 ZEROS_8
#define NO_TIMES "creation_time=0 last_access_time=0 last_write_time=0 change_time=0"

/* clang-format off */
static const struct row {
    uint32_t information_class;
    const char *name, *hex;
    wyre_status status;
    size_t n;
    const char *told;
} rows[] = {
    {4, "basic", ZEROS_32 "01000000 00000000", WYRE_OK, 40, NO_TIMES " file_attributes=0x01 reserved=0"},
    {5, "standard", ZEROS_8 ZEROS_8 "01000000 00 01 0000", WYRE_OK, 24,
     "allocation_size=0 end_of_file=0 number_of_links=1 delete_pending=0 directory=1 reserved=0"},
    {6, "internal", "0100000000000000", WYRE_OK, 8, "index_number=1"},
    {7, "ea", "01000000", WYRE_OK, 4, "ea_size=1"},
    {8, "access", "01000000", WYRE_OK, 4, "access_flags=0x01"},
    {9, "name", "02000000 6100", WYRE_OK, 6, "file_name=[4,2]"},
    {21, "alternate name", "02000000 6100", WYRE_OK, 6, "file_name=[4,2]"},
    {40, "short name", "02000000 6100", WYRE_OK, 6, "file_name=[4,2]"},
    {48, "normalized name", "02000000 6100", WYRE_OK, 6, "file_name=[4,2]"},
    {49, "network physical name", "02000000 6100", WYRE_OK, 6, "file_name=[4,2]"},
    {10, "rename", "01 00000000000000" ZEROS_8 "02000000 6100", WYRE_OK, 22,
     "replace_if_exists=1 reserved=00000000000000 root_directory=0 file_name=[20,2]"},
    {11, "link", "01 00000000000000" ZEROS_8 "02000000 6100", WYRE_OK, 22,
     "replace_if_exists=1 reserved=00000000000000 root_directory=0 file_name=[20,2]"},
    {65, "rename ex", "01000000 00000000" ZEROS_8 "02000000 6100", WYRE_OK, 22,
     "flags=0x01 reserved=0 root_directory=0 file_name=[20,2]"},
    {72, "link ex", "01000000 00000000" ZEROS_8 "02000000 6100", WYRE_OK, 22,
     "flags=0x01 reserved=0 root_directory=0 file_name=[20,2]"},
    {13, "disposition", "01", WYRE_OK, 1, "delete_pending=1"},
    {64, "disposition ex", "01000000", WYRE_OK, 4, "flags=0x01"},
    {14, "position", "0100000000000000", WYRE_OK, 8, "current_byte_offset=1"},
    {16, "mode", "01000000", WYRE_OK, 4, "mode=0x01"},
    {17, "alignment", "01000000", WYRE_OK, 4, "alignment_requirement=1"},
    {18, "all, its name past the end", ZEROS_32 ZEROS_32 ZEROS_32 "03000000 6100", WYRE_E_LENGTH, 100, NULL},
    {18, "all", ZEROS_32 ZEROS_32 ZEROS_32 "00000000", WYRE_OK, 100,
     NO_TIMES " file_attributes=0x00 reserved=0 allocation_size=0 end_of_file=0 number_of_links=0 "
     "delete_pending=0 directory=0 reserved2=0 index_number=0 ea_size=0 access_flags=0x00 "
     "current_byte_offset=0 mode=0x00 alignment_requirement=0 file_name=[100,0]"},
    {19, "allocation", "0100000000000000", WYRE_OK, 8, "allocation_size=1"},
    {20, "end of file", "0100000000000000", WYRE_OK, 8, "end_of_file=1"},
    {39, "valid data length", "0100000000000000", WYRE_OK, 8, "valid_data_length=1"},
    {23, "pipe", "01000000 02000000", WYRE_OK, 8, "read_mode=1 completion_mode=2"},
    {24, "pipe local", ZEROS_32 ZEROS_8, WYRE_OK, 40,
     "named_pipe_type=0 named_pipe_configuration=0 maximum_instances=0 current_instances=0 "
     "inbound_quota=0 read_data_available=0 outbound_quota=0 write_quota_available=0 "
     "named_pipe_state=0 named_pipe_end=0"},
    {25, "pipe remote", ZEROS_8 ZEROS_8, WYRE_OK, 16,
     "collect_data_time=0 maximum_collection_count=0 reserved=0"},
    {28, "compression", ZEROS_8 ZEROS_8, WYRE_OK, 16,
     "compressed_file_size=0 compression_format=0 compression_unit_shift=0 chunk_shift=0 "
     "cluster_shift=0 reserved=000000"},
    {34, "network open", ZEROS_32 ZEROS_8 ZEROS_8 ZEROS_8, WYRE_OK, 56,
     NO_TIMES " allocation_size=0 end_of_file=0 file_attributes=0x00 reserved=0"},
    {35, "attribute tag", "01000000 02000000", WYRE_OK, 8, "file_attributes=0x01 reparse_tag=2"},
    {59, "id", ZEROS_8 ZEROS_8 ZEROS_8, WYRE_OK, 24,
     "volume_serial_number=0 file_id=00000000000000000000000000000000"},
    {22, "two streams",
     "20000000 02000000 0100000000000000 0200000000000000 6100 000000000000"
     "00000000 02000000 0300000000000000 0400000000000000 6200", WYRE_OK, 58,
     "entry[0,32]{next_entry_offset=32 stream_size=1 stream_allocation_size=2 stream_name=[24,2]} "
     "entry[32,26]{next_entry_offset=0 stream_size=3 stream_allocation_size=4 stream_name=[24,2]}"},
    {22, "no stream", "", WYRE_OK, 0, ""},
    {22, "a step less than the fixed part", "17000000 00000000" ZEROS_8 ZEROS_8, WYRE_E_LENGTH, 23, NULL},
    {15, "an extended attribute", "00000000 00 01 0100 61 00 62", WYRE_OK, 11,
     "entry[0,11]{next_entry_offset=0 flags=0x00 ea_name=[8,1] ea_value=[10,1]}"},
    {1, "a directory class", "", WYRE_E_UNSUPPORTED, 0, NULL},
    {0, "no class", "", WYRE_E_UNSUPPORTED, 0, NULL},
    {UINT32_MAX, "the largest number", "", WYRE_E_UNSUPPORTED, 0, NULL},
};
/* clang-format on */

TEST(each_class_is_told_by_its_number)
{
    static told got;
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_visitor v = telling(&got);
        size_t n;
        assert_status(row->name, wyre_fscc_file_visit(row->information_class, unit, in.len, &v, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK)
            assert_told(row->name, &got, row->told);
        assert_status(row->name,
                      wyre_fscc_file_visit(row->information_class, unit, in.len, &v, NULL),
                      row->status);
        free(unit);
    }
}

RUN_TESTS("fscc_file_visit", TESTED(each_class_is_told_by_its_number))

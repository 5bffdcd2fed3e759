/* lib/smb/fscc_file.c: [MS-FSCC] 2.4, a blank between two fields. */
#include "../told.h"
#include <wyre/fscc_file.h>

#define TIMES "0100000000000080 0200000000000080 0300000000000080 0400000000000080 "
#define TIMES_TOLD                                                                                 \
    "creation_time=9223372036854775809 last_access_time=9223372036854775810 "                      \
    "last_write_time=9223372036854775811 change_time=9223372036854775812"
#define FILE_NAME "5c00 6100" /* \a */

#define FILE_RING(name) RING(wyre_fscc_file_##name, 0);
#define OF(name)        &wyre_fscc_file_##name##_ring

FILE_RING(basic_information)
FILE_RING(standard_information)
FILE_RING(internal_information)
FILE_RING(ea_information)
FILE_RING(access_information)
FILE_RING(name_information)
FILE_RING(rename_information)
FILE_RING(rename_information_ex)
FILE_RING(rename_information_smb1)
FILE_RING(disposition_information)
FILE_RING(disposition_information_ex)
FILE_RING(position_information)
FILE_RING(mode_information)
FILE_RING(alignment_information)
FILE_RING(all_information)
FILE_RING(allocation_information)
FILE_RING(end_of_file_information)
FILE_RING(valid_data_length_information)
FILE_RING(stream_information)
FILE_RING(pipe_information)
FILE_RING(pipe_local_information)
FILE_RING(pipe_remote_information)
FILE_RING(compression_information)
FILE_RING(network_open_information)
FILE_RING(attribute_tag_information)
FILE_RING(id_information)

/* clang-format off */
static const told_row rows[] = {
    {OF(basic_information), "basic", TIMES "20000000 aabbccdd", WYRE_OK, 40,
     TIMES_TOLD " file_attributes=0x20 reserved=3721182122"},
    {OF(basic_information), "basic of 35 bytes", TIMES "200000", WYRE_E_LENGTH, 35, NULL},
    {OF(standard_information), "standard",
     "0010000000000000 0100000000000000 03000000 01 02 f00f", WYRE_OK, 24,
     "allocation_size=4096 end_of_file=1 number_of_links=3 delete_pending=1 directory=2 reserved=4080"},
    {OF(standard_information), "standard of 21 bytes",
     "0010000000000000 0100000000000000 03000000 01", WYRE_E_LENGTH, 21, NULL},
    {OF(internal_information), "internal", "8877665544332211", WYRE_OK, 8,
     "index_number=1234605616436508552"},
    {OF(ea_information), "ea", "04030201", WYRE_OK, 4, "ea_size=16909060"},
    {OF(access_information), "access", "ff011f00", WYRE_OK, 4, "access_flags=0x1f01ff"},
    {OF(name_information), "name", "04000000" FILE_NAME, WYRE_OK, 8, "file_name=[4,4]"},
    {OF(name_information), "no name", "00000000", WYRE_OK, 4, "file_name=[4,0]"},
    {OF(name_information), "name one byte past the end", "05000000" FILE_NAME, WYRE_E_LENGTH, 4, NULL},
    {OF(name_information), "name of 4 GiB - 1", "ffffffff" FILE_NAME, WYRE_E_LENGTH, 4, NULL},
    {OF(name_information), "length cut", "000000", WYRE_E_LENGTH, 3, NULL},
    {OF(rename_information), "rename and four bytes behind it",
     "01 02030405060708 0900000000000000 04000000" FILE_NAME "00000000", WYRE_OK, 24,
     "replace_if_exists=1 reserved=02030405060708 root_directory=9 file_name=[20,4]"},
    {OF(rename_information), "rename past the end",
     "01 00000000000000 0000000000000000 fe000000" FILE_NAME, WYRE_E_LENGTH, 20, NULL},
    {OF(rename_information_ex), "rename ex",
     "03000000 01000000 0200000000000000 02000000 6100", WYRE_OK, 22,
     "flags=0x03 reserved=1 root_directory=2 file_name=[20,2]"},
    {OF(rename_information_smb1), "rename of SMB1", "01 020304 05000000 04000000" FILE_NAME, WYRE_OK, 16,
     "replace_if_exists=1 reserved=020304 root_directory=5 file_name=[12,4]"},
    {OF(disposition_information), "disposition and three bytes behind it", "01 000000", WYRE_OK, 1,
     "delete_pending=1"},
    {OF(disposition_information), "no disposition", "", WYRE_E_LENGTH, 0, NULL},
    {OF(disposition_information_ex), "disposition ex", "13000000", WYRE_OK, 4, "flags=0x13"},
    {OF(position_information), "position", "ffffffffffffff7f", WYRE_OK, 8,
     "current_byte_offset=9223372036854775807"},
    {OF(mode_information), "mode", "22000000", WYRE_OK, 4, "mode=0x22"},
    {OF(alignment_information), "alignment", "ff010000", WYRE_OK, 4, "alignment_requirement=511"},
    {OF(all_information), "all",
     TIMES "10000000 01000000 0200000000000000 0300000000000000 04000000 05 06 0700 0800000000000000"
     "09000000 0a000000 0b00000000000000 0c000000 0d000000 04000000" FILE_NAME, WYRE_OK, 104,
     TIMES_TOLD " file_attributes=0x10 reserved=1 allocation_size=2 end_of_file=3 number_of_links=4 "
     "delete_pending=5 directory=6 reserved2=7 index_number=8 ea_size=9 access_flags=0x0a "
     "current_byte_offset=11 mode=0x0c alignment_requirement=13 file_name=[100,4]"},
    {OF(all_information), "all, its name past the end",
     TIMES "10000000 01000000 0200000000000000 0300000000000000 04000000 05 06 0700 0800000000000000"
     "09000000 0a000000 0b00000000000000 0c000000 0d000000 05000000" FILE_NAME, WYRE_E_LENGTH, 100, NULL},
    {OF(allocation_information), "allocation", "0001000000000000", WYRE_OK, 8, "allocation_size=256"},
    {OF(end_of_file_information), "end of file", "0000010000000000", WYRE_OK, 8, "end_of_file=65536"},
    {OF(valid_data_length_information), "valid data length", "0000000100000000", WYRE_OK, 8,
     "valid_data_length=16777216"},
    {OF(stream_information), "stream",
     "00000000 04000000 0100000000000000 0200000000000000 3a006100", WYRE_OK, 28,
     "next_entry_offset=0 stream_size=1 stream_allocation_size=2 stream_name=[24,4]"},
    {OF(stream_information), "stream whose step was less than its fixed part",
     "17000000 00000000 0100000000000000 02000000000000", WYRE_E_LENGTH, 23, NULL},
    {OF(stream_information), "stream, its name past the end",
     "00000000 05000000 0100000000000000 0200000000000000 3a006100", WYRE_E_LENGTH, 24, NULL},
    {OF(pipe_information), "pipe", "01000000 02000000", WYRE_OK, 8, "read_mode=1 completion_mode=2"},
    {OF(pipe_local_information), "pipe local",
     "01000000 02000000 03000000 04000000 05000000 06000000 07000000 08000000 09000000 0a000000",
     WYRE_OK, 40,
     "named_pipe_type=1 named_pipe_configuration=2 maximum_instances=3 current_instances=4 "
     "inbound_quota=5 read_data_available=6 outbound_quota=7 write_quota_available=8 "
     "named_pipe_state=9 named_pipe_end=10"},
    {OF(pipe_remote_information), "pipe remote", "0100000000000000 02000000 03000000", WYRE_OK, 16,
     "collect_data_time=1 maximum_collection_count=2 reserved=3"},
    {OF(compression_information), "compression", "0100000000000000 0200 03 04 05 060708", WYRE_OK, 16,
     "compressed_file_size=1 compression_format=2 compression_unit_shift=3 chunk_shift=4 "
     "cluster_shift=5 reserved=060708"},
    {OF(network_open_information), "network open",
     TIMES "0500000000000000 0600000000000000 07000000 08000000", WYRE_OK, 56,
     TIMES_TOLD " allocation_size=5 end_of_file=6 file_attributes=0x07 reserved=8"},
    {OF(attribute_tag_information), "attribute tag", "00040000 0c0000a0", WYRE_OK, 8,
     "file_attributes=0x400 reparse_tag=2684354572"},
    {OF(id_information), "id", "0100000000000000 000102030405060708090a0b0c0d0e0f", WYRE_OK, 24,
     "volume_serial_number=1 file_id=000102030405060708090a0b0c0d0e0f"},
};
/* clang-format on */

TEST(each_class_decodes_or_is_refused_as_the_row_says)
{
    for (const told_row *row = rows; row < rows + COUNT(rows); row++)
        if (row->told != NULL || row->status != WYRE_OK)
            told_row_holds(row);
}

/* What SMB1 leaves out is 0, and is written: [MS-CIFS] 2.2.8.3.6, 2.2.8.3.7. */
TEST(what_smb1_leaves_out_is_taken_and_written)
{
    static const struct {
        const ring *of;
        const char *hex;
        size_t len, whole;
    } cut[] = {
        {OF(basic_information), TIMES "20000000 ffffff", 36, 40},
        {OF(standard_information), "0010000000000000 0100000000000000 03000000 01 00 ff", 22, 24},
        {OF(pipe_remote_information), "0100000000000000 02000000 ffff", 12, 16},
    };
    for (size_t i = 0; i < COUNT(cut); i++) {
        bytes in = hex(cut[i].hex);
        uint64_t m[32], zero = 0;
        uint8_t out[64];
        size_t n;
        assert_status(cut[i].of->name, cut[i].of->decode(in.at, in.len, 0, m, &n), WYRE_OK);
        assert_offset(cut[i].of->name, n, cut[i].len);
        assert_status(cut[i].of->name, cut[i].of->encode(m, NULL, 0, out, sizeof out, &n), WYRE_OK);
        assert_offset(cut[i].of->name, n, cut[i].whole);
        assert_memory_equal(out, in.at, cut[i].len);
        assert_memory_equal(out + cut[i].len, &zero, cut[i].whole - cut[i].len);
    }
}

TEST(each_class_has_its_name)
{
    assert_string_equal(wyre_fscc_file_class_name(4), "BASIC_INFORMATION");
    assert_string_equal(wyre_fscc_file_class_name(37), "ID_BOTH_DIRECTORY_INFORMATION");
    assert_string_equal(wyre_fscc_file_class_name(65), "RENAME_INFORMATION_EX");
    assert_string_equal(wyre_fscc_file_class_name(0), "?");
}

RUN_TESTS("fscc_file", TESTED(each_class_decodes_or_is_refused_as_the_row_says),
          TESTED(what_smb1_leaves_out_is_taken_and_written), TESTED(each_class_has_its_name))

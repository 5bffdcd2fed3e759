/* lib/smb/fscc_fsctl.c, lib/smb/fscc_reparse.c: [MS-FSCC] 2.3, 2.1.2, a blank between two fields. */
#include "../told.h"
#include <wyre/fscc_fsctl.h>

#define ID_A "000102030405060708090a0b0c0d0e0f"
#define ID_B "101112131415161718191a1b1c1d1e1f"
#define ID_C "202122232425262728292a2b2c2d2e2f"
#define ID_D "303132333435363738393a3b3c3d3e3f"
#define ID_4 ID_A ID_B ID_C ID_D

#define CTL_RING(name) RING(wyre_fscc_##name, 0);
#define OF(name)       &wyre_fscc_##name##_ring

CTL_RING(pipe_peek_reply)
CTL_RING(pipe_wait_request)
CTL_RING(compression)
CTL_RING(file_objectid_buffer)
CTL_RING(file_set_sparse_buffer)
CTL_RING(file_allocated_range_buffer)
CTL_RING(file_zero_data_information)
CTL_RING(file_level_trim)
CTL_RING(file_level_trim_output)
CTL_RING(duplicate_extents_data)
CTL_RING(offload_read_input)
CTL_RING(offload_read_output)
CTL_RING(offload_write_input)
CTL_RING(offload_write_output)
CTL_RING(storage_offload_token)
CTL_RING(reparse_data_buffer)
CTL_RING(reparse_guid_data_buffer)
CTL_RING(symbolic_link_reparse_data_buffer)
CTL_RING(mount_point_reparse_data_buffer)
#define LINK  OF(symbolic_link_reparse_data_buffer)
#define MOUNT OF(mount_point_reparse_data_buffer)

/* clang-format off */
static const told_row rows[] = {
    {OF(pipe_peek_reply), "peek", "03000000 04000000 02000000 03000000 61626364", WYRE_OK, 20,
     "named_pipe_state=3 read_data_available=4 number_of_messages=2 message_length=3 data=[16,4]"},
    {OF(pipe_peek_reply), "peek of 15 bytes", "03000000 04000000 02000000 030000", WYRE_E_LENGTH, 15, NULL},
    {OF(pipe_wait_request), "wait for ever", "0000000000000080 02000000 01 ec 5000", WYRE_OK, 16,
     "timeout=-9223372036854775808 timeout_specified=1 padding=236 name=[14,2]"},
    {OF(pipe_wait_request), "a name past the end", "0000000000000080 03000000 01 00 5000", WYRE_E_LENGTH, 14,
     NULL},
    {OF(compression), "compression", "0200", WYRE_OK, 2, "compression_state=2"},
    {OF(compression), "one byte", "02", WYRE_E_LENGTH, 1, NULL},
    {OF(file_objectid_buffer), "object id", ID_4, WYRE_OK, 64,
     "object_id=" ID_A " birth_volume_id=" ID_B " birth_object_id=" ID_C " domain_id=" ID_D},
    {OF(file_set_sparse_buffer), "sparse", "01", WYRE_OK, 1, "set_sparse=1"},
    {OF(file_allocated_range_buffer), "range", "0100000000000000 0200000000000000", WYRE_OK, 16,
     "file_offset=1 length=2"},
    {OF(file_zero_data_information), "zero data", "0100000000000000 0200000000000000", WYRE_OK, 16,
     "file_offset=1 beyond_final_zero=2"},
    {OF(file_level_trim), "trim", "05000000 01000000 0100000000000000 0200000000000000", WYRE_OK, 24,
     "key=5 ranges=[8,16]"},
    {OF(file_level_trim), "one range more than there are",
     "05000000 02000000 0100000000000000 0200000000000000", WYRE_E_LENGTH, 8, NULL},
    {OF(file_level_trim), "2^28 ranges, 4 GiB", "05000000 00000010 0100000000000000", WYRE_E_LENGTH, 4, NULL},
    {OF(file_level_trim_output), "trim output", "01000000", WYRE_OK, 4, "num_ranges_processed=1"},
    {OF(duplicate_extents_data), "extents",
     ID_A "0100000000000000 0200000000000000 0300000000000000", WYRE_OK, 40,
     "file_id=" ID_A " source_file_offset=1 target_file_offset=2 byte_count=3"},
    {OF(offload_read_input), "offload read",
     "20000000 01000000 02000000 03000000 0400000000000000 0500000000000000", WYRE_OK, 32,
     "size=32 flags=0x01 token_time_to_live=2 reserved=3 file_offset=4 copy_length=5"},
    {OF(offload_read_output), "offload read output",
     "10020000 01000000 0200000000000000" ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4, WYRE_OK, 528,
     "size=528 flags=0x01 transfer_length=2 token=" ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4},
    {OF(offload_write_input), "offload write",
     "20020000 01000000 0200000000000000 0300000000000000 0400000000000000"
     ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4, WYRE_OK, 544,
     "size=544 flags=0x01 file_offset=2 copy_length=3 transfer_offset=4 "
     "token=" ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4},
    {OF(offload_write_output), "offload write output", "10000000 01000000 0200000000000000", WYRE_OK, 16,
     "size=16 flags=0x01 length_written=2"},
    {OF(storage_offload_token), "the token of zeros",
     "ffff0001 0200 01f8" ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_A ID_B ID_C "3031323334353637", WYRE_OK, 512,
     "token_type=4294901761 reserved=2 token_id_length=504 "
     "token_id=" ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_4 ID_A ID_B ID_C "3031323334353637"},
    {OF(reparse_data_buffer), "a tag of Microsoft's", "13000080 1000 0000" ID_A, WYRE_OK, 24,
     "reparse_tag=2147483667 reserved=0 reparse_data=[8,16]"},
    {OF(reparse_data_buffer), "a tag of a third party", "ffffff7f 1000 0000" ID_A, WYRE_E_VALUE, 0, NULL},
    {OF(reparse_guid_data_buffer), "a tag of a third party", "01000000 0200 0000" ID_A "aabb", WYRE_OK, 26,
     "reparse_tag=1 reserved=0 reparse_guid=" ID_A " reparse_data=[24,2]"},
    {OF(reparse_guid_data_buffer), "a tag of Microsoft's", "00000080 0000 0000" ID_A, WYRE_E_VALUE, 0, NULL},
    {OF(reparse_guid_data_buffer), "the GUID is cut", "01000000 0000 0000 000102030405060708090a0b0c0d0e",
     WYRE_E_LENGTH, 23, NULL},
    {OF(reparse_guid_data_buffer), "past the end", "01000000 0100 0000" ID_A, WYRE_E_LENGTH, 24, NULL},
    {OF(reparse_data_buffer), "to delete", "0c0000a0 0000 0000", WYRE_OK, 8,
     "reparse_tag=2684354572 reserved=0 reparse_data=[8,0]"},
    {OF(reparse_data_buffer), "past the end", "01000080 1100 0000" ID_A, WYRE_E_LENGTH, 8, NULL},
    {LINK, "what smbclient sets",
     "0c0000a0 1400 0000 0000 0400 0400 0400 01000000 6100 6200 6100 6200", WYRE_OK, 28,
     "reparse_tag=2684354572 reserved=0 substitute_name=[20,4] print_name=[24,4] flags=0x01 "
     "path_buffer=[20,8]"},
    {LINK, "the print name first, as Windows has it",
     "0c0000a0 1200 0000 0200 0400 0000 0200 00000000 6100 6200 6300", WYRE_OK, 26,
     "reparse_tag=2684354572 reserved=0 substitute_name=[22,4] print_name=[20,2] flags=0x00 "
     "path_buffer=[20,6]"},
    {LINK, "bytes behind ReparseDataLength", "0c0000a0 0e00 0000 0000 0200 0200 0000 00000000 6100 ffff",
     WYRE_OK, 22,
     "reparse_tag=2684354572 reserved=0 substitute_name=[20,2] print_name=[22,0] flags=0x00 "
     "path_buffer=[20,2]"},
    {LINK, "a mount point's tag", "030000a0 0c00 0000 0000 0000 0000 0000 00000000", WYRE_E_VALUE, 0, NULL},
    {LINK, "ReparseDataLength past the end", "0c0000a0 0d00 0000 0000 0000 0000 0000 00000000", WYRE_E_LENGTH, 4,
     NULL},
    {LINK, "ReparseDataLength less than the fixed part", "0c0000a0 0b00 0000 0000 0000 0000 0000 00000000",
     WYRE_E_LENGTH, 4, NULL},
    {LINK, "a name past the buffer", "0c0000a0 0e00 0000 0000 0300 0000 0000 00000000 6100 ffff", WYRE_E_OFFSET,
     8, NULL},
    {LINK, "a name that begins past the buffer", "0c0000a0 0e00 0000 0000 0200 0300 0100 00000000 6100 ffff",
     WYRE_E_OFFSET, 12, NULL},
    {MOUNT, "a junction and its NULs",
     "030000a0 1200 0000 0000 0400 0600 0000 6100 6200 0000 0000 0000", WYRE_OK, 26,
     "reparse_tag=2684354563 reserved=0 substitute_name=[16,4] print_name=[22,0] path_buffer=[16,10]"},
    {MOUNT, "a symbolic link's tag", "0c0000a0 0800 0000 0000 0000 0000 0000", WYRE_E_VALUE, 0, NULL},
    {MOUNT, "a name past the buffer", "030000a0 0a00 0000 0100 0200 0000 0000 6100", WYRE_E_OFFSET, 8, NULL},
};
/* clang-format on */

TEST(each_payload_decodes_or_is_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(a_name_outside_the_path_buffer_cannot_be_written)
{
    static const uint8_t src[8] = {0};
    wyre_fscc_symbolic_link_reparse_data_buffer m = {.reparse_tag = 0xa000000c,
                                                     .path_buffer = {2, 4}};
    static const wyre_span outside[] = {{0, 2}, {4, 4}, {6, 2}, {7, 1}};
    for (size_t i = 0; i < COUNT(outside); i++) {
        m.substitute_name = outside[i];
        assert_status("outside",
                      wyre_fscc_symbolic_link_reparse_data_buffer_encode(&m, src, 8, NULL, 0, NULL),
                      WYRE_E_RANGE);
    }
    m.substitute_name = (wyre_span){2, 4};
    m.reparse_tag = 0xa0000003;
    assert_status("tag",
                  wyre_fscc_symbolic_link_reparse_data_buffer_encode(&m, src, 8, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

TEST(each_code_and_tag_has_its_name)
{
    assert_string_equal(wyre_fscc_fsctl_name(0x00060194), "DFS_GET_REFERRALS");
    assert_string_equal(wyre_fscc_fsctl_name(0x00140204), "VALIDATE_NEGOTIATE_INFO");
    assert_string_equal(wyre_fscc_fsctl_name(0), "?");
    assert_string_equal(wyre_fscc_reparse_tag_name(0xa000000c), "SYMLINK");
    assert_string_equal(wyre_fscc_reparse_tag_name(0xa0000003), "MOUNT_POINT");
    assert_string_equal(wyre_fscc_reparse_tag_name(0), "?");
}

RUN_TESTS("fscc_fsctl", TESTED(each_payload_decodes_or_is_refused_as_the_row_says),
          TESTED(a_name_outside_the_path_buffer_cannot_be_written),
          TESTED(each_code_and_tag_has_its_name))

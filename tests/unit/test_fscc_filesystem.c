/* lib/smb/fscc_filesystem.c: [MS-FSCC] 2.5, a blank between two fields. */
#include "../told.h"
#include <wyre/fscc_filesystem.h>

#define FS_RING(name) RING(wyre_fscc_fs_##name##_information, 0);
#define OF(name)      &wyre_fscc_fs_##name##_information_ring

FS_RING(volume)
FS_RING(label)
FS_RING(size)
FS_RING(device)
FS_RING(attribute)
FS_RING(control)
FS_RING(full_size)
FS_RING(objectid)
FS_RING(driver_path)
FS_RING(sector_size)

/* clang-format off */
static const told_row rows[] = {
    {OF(volume), "volume", "0100000000000000 02000000 04000000 01 05 6100 6200", WYRE_OK, 22,
     "volume_creation_time=1 volume_serial_number=2 supports_objects=1 reserved=5 volume_label=[18,4]"},
    {OF(volume), "a label longer than the volume's buffer",
     "0100000000000000 02000000 05000000 01 05 6100 6200", WYRE_E_LENGTH, 18, NULL},
    {OF(volume), "volume of 17 bytes", "0100000000000000 02000000 00000000 01", WYRE_E_LENGTH, 17, NULL},
    {OF(label), "label", "02000000 6100", WYRE_OK, 6, "volume_label=[4,2]"},
    {OF(label), "label past the end", "03000000 6100", WYRE_E_LENGTH, 4, NULL},
    {OF(size), "size", "0100000000000000 0200000000000000 03000000 04000000", WYRE_OK, 24,
     "total_allocation_units=1 available_allocation_units=2 sectors_per_allocation_unit=3 "
     "bytes_per_sector=4"},
    {OF(size), "size of 23 bytes", "0100000000000000 0200000000000000 03000000 040000", WYRE_E_LENGTH, 23,
     NULL},
    {OF(device), "device", "07000000 20000000", WYRE_OK, 8, "device_type=7 characteristics=0x20"},
    {OF(attribute), "attribute", "ff00c700 ff000000 08000000 4e00 5400 4600 5300", WYRE_OK, 20,
     "file_system_attributes=0xc700ff maximum_component_name_length=255 file_system_name=[12,8]"},
    {OF(attribute), "attribute, its name past the end", "ff00c700 ff000000 09000000 4e00 5400 4600 5300",
     WYRE_E_LENGTH, 12, NULL},
    {OF(control), "control",
     "0100000000000000 0200000000000000 0300000000000000 ffffffffffffffff 0500000000000000 06000000 07000000",
     WYRE_OK, 48,
     "free_space_start_filtering=1 free_space_threshold=2 free_space_stop_filtering=3 "
     "default_quota_threshold=18446744073709551615 default_quota_limit=5 "
     "file_system_control_flags=0x06 reserved=7"},
    {OF(full_size), "full size",
     "0100000000000000 0200000000000000 0300000000000000 04000000 05000000", WYRE_OK, 32,
     "total_allocation_units=1 caller_available_allocation_units=2 actual_available_allocation_units=3 "
     "sectors_per_allocation_unit=4 bytes_per_sector=5"},
    {OF(objectid), "object id",
     "000102030405060708090a0b0c0d0e0f"
     "101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f",
     WYRE_OK, 64,
     "object_id=000102030405060708090a0b0c0d0e0f extended_info="
     "101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"},
    {OF(driver_path), "driver path", "01 020304 02000000 6100", WYRE_OK, 10,
     "driver_in_path=1 reserved=020304 driver_name=[8,2]"},
    {OF(sector_size), "sector size",
     "01000000 02000000 03000000 04000000 05000000 06000000 07000000", WYRE_OK, 28,
     "logical_bytes_per_sector=1 physical_bytes_per_sector_for_atomicity=2 "
     "physical_bytes_per_sector_for_performance=3 "
     "file_system_effective_physical_bytes_per_sector_for_atomicity=4 flags=0x05 "
     "byte_offset_for_sector_alignment=6 byte_offset_for_partition_alignment=7"},
};
/* clang-format on */

TEST(each_class_decodes_or_is_refused_as_the_row_says)
{
    told_rows_hold(rows, COUNT(rows));
}

TEST(each_class_is_told_by_its_number)
{
    static const uint32_t class_of_row[] = {1, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8, 10, 11};
    static told got;
    assert_int_equal(COUNT(class_of_row), COUNT(rows));
    for (size_t i = 0; i < COUNT(rows); i++) {
        bytes in = hex(rows[i].hex);
        wyre_visitor v = telling(&got);
        size_t n;
        assert_status(rows[i].name,
                      wyre_fscc_filesystem_visit(class_of_row[i], in.at, in.len, &v, &n),
                      rows[i].status);
        assert_offset(rows[i].name, n, rows[i].n);
        assert_told(rows[i].name, &got, rows[i].told != NULL ? rows[i].told : "");
    }
}

TEST(an_unknown_class_is_unsupported)
{
    static told got;
    wyre_visitor v = telling(&got);
    size_t n = 1;
    assert_status("9", wyre_fscc_filesystem_visit(9, NULL, 0, &v, &n), WYRE_E_UNSUPPORTED);
    assert_offset("9", n, 0);
    assert_string_equal(wyre_fscc_filesystem_class_name(9), "?");
    assert_string_equal(wyre_fscc_filesystem_class_name(1), "VOLUME_INFORMATION");
    assert_string_equal(wyre_fscc_filesystem_class_name(11), "SECTOR_SIZE_INFORMATION");
}

RUN_TESTS("fscc_filesystem", TESTED(each_class_decodes_or_is_refused_as_the_row_says),
          TESTED(each_class_is_told_by_its_number), TESTED(an_unknown_class_is_unsupported))

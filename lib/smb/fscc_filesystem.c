/* File system information classes: [MS-FSCC] 2.5. */
#include <wyre/fscc_filesystem.h>
#include "../core/names.h"
#include "fscc_tell.h"

static const constant_name fscc_filesystem_class_names[] = {
    NAME(WYRE_FSCC_FS_, VOLUME_INFORMATION),      NAME(WYRE_FSCC_FS_, LABEL_INFORMATION),
    NAME(WYRE_FSCC_FS_, SIZE_INFORMATION),        NAME(WYRE_FSCC_FS_, DEVICE_INFORMATION),
    NAME(WYRE_FSCC_FS_, ATTRIBUTE_INFORMATION),   NAME(WYRE_FSCC_FS_, CONTROL_INFORMATION),
    NAME(WYRE_FSCC_FS_, FULL_SIZE_INFORMATION),   NAME(WYRE_FSCC_FS_, OBJECTID_INFORMATION),
    NAME(WYRE_FSCC_FS_, DRIVER_PATH_INFORMATION), NAME(WYRE_FSCC_FS_, SECTOR_SIZE_INFORMATION),
};

const char *
wyre_fscc_filesystem_class_name(uint32_t information_class)
{
    return NAME_OF(fscc_filesystem_class_names, information_class);
}

/* ---- Class 1: FileFsVolumeInformation ------------------------------------------------------- */

LAYOUT
volume_information(layout *l, wyre_fscc_fs_volume_information *m)
{
    U64    (l,  0, m, volume_creation_time, FILETIME);
    U32    (l,  8, m, volume_serial_number, NUMBER);
    COUNT32(l, 12, m, volume_label);
    U8     (l, 16, m, supports_objects,     NUMBER);
    U8     (l, 17, m, reserved,             NUMBER);
    RUN    (l, m, volume_label, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->volume_label, in_len); */
CODEC(wyre_fscc_fs_volume_information, volume_information, 18, 0)

/* ---- Class 2: FileFsLabelInformation -------------------------------------------------------- */

LAYOUT
label_information(layout *l, wyre_fscc_fs_label_information *m)
{
    COUNT32(l, 0, m, volume_label);
    RUN    (l, m, volume_label, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->volume_label, in_len); */
CODEC(wyre_fscc_fs_label_information, label_information, 4, 0)

/* ---- Class 3: FileFsSizeInformation --------------------------------------------------------- */

LAYOUT
size_information(layout *l, wyre_fscc_fs_size_information *m)
{
    U64(l,  0, m, total_allocation_units,      NUMBER);
    U64(l,  8, m, available_allocation_units,  NUMBER);
    U32(l, 16, m, sectors_per_allocation_unit, NUMBER);
    U32(l, 20, m, bytes_per_sector,            NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_fs_size_information, size_information, 24, 0)

/* ---- Class 4: FileFsDeviceInformation ------------------------------------------------------- */

LAYOUT
device_information(layout *l, wyre_fscc_fs_device_information *m)
{
    U32(l, 0, m, device_type,     NUMBER);
    U32(l, 4, m, characteristics, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_fs_device_information, device_information, 8, 0)

/* ---- Class 5: FileFsAttributeInformation ---------------------------------------------------- */

LAYOUT
attribute_information(layout *l, wyre_fscc_fs_attribute_information *m)
{
    U32    (l, 0, m, file_system_attributes,        FLAGS);
    U32    (l, 4, m, maximum_component_name_length, SIGNED);
    COUNT32(l, 8, m, file_system_name);
    RUN    (l, m, file_system_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_system_name, in_len); */
CODEC(wyre_fscc_fs_attribute_information, attribute_information, 12, 0)

/* ---- Class 6: FileFsControlInformation ------------------------------------------------------ */

LAYOUT
control_information(layout *l, wyre_fscc_fs_control_information *m)
{
    U64(l,  0, m, free_space_start_filtering, NUMBER);
    U64(l,  8, m, free_space_threshold,       NUMBER);
    U64(l, 16, m, free_space_stop_filtering,  NUMBER);
    U64(l, 24, m, default_quota_threshold,    NUMBER);
    U64(l, 32, m, default_quota_limit,        NUMBER);
    U32(l, 40, m, file_system_control_flags,  FLAGS);
    U32(l, 44, m, reserved,                   NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_fs_control_information, control_information, 48, 0)

/* ---- Class 7: FileFsFullSizeInformation ----------------------------------------------------- */

LAYOUT
full_size_information(layout *l, wyre_fscc_fs_full_size_information *m)
{
    U64(l,  0, m, total_allocation_units,            NUMBER);
    U64(l,  8, m, caller_available_allocation_units, NUMBER);
    U64(l, 16, m, actual_available_allocation_units, NUMBER);
    U32(l, 24, m, sectors_per_allocation_unit,       NUMBER);
    U32(l, 28, m, bytes_per_sector,                  NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_fs_full_size_information, full_size_information, 32, 0)

/* ---- Class 8: FileFsObjectIdInformation ----------------------------------------------------- */

LAYOUT
objectid_information(layout *l, wyre_fscc_fs_objectid_information *m)
{
    ARRAY(l,  0, m, object_id,     GUID);
    ARRAY(l, 16, m, extended_info, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_fs_objectid_information, objectid_information, 64, 0)

/* ---- Class 10: FileFsDriverPathInformation -------------------------------------------------- */

LAYOUT
driver_path_information(layout *l, wyre_fscc_fs_driver_path_information *m)
{
    U8     (l, 0, m, driver_in_path, NUMBER);
    ARRAY  (l, 1, m, reserved,       BYTES);
    COUNT32(l, 4, m, driver_name);
    RUN    (l, m, driver_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->driver_name, in_len); */
CODEC(wyre_fscc_fs_driver_path_information, driver_path_information, 8, 0)

/* ---- Class 11: FileFsSectorSizeInformation -------------------------------------------------- */

LAYOUT
sector_size_information(layout *l, wyre_fscc_fs_sector_size_information *m)
{
    U32(l,  0, m, logical_bytes_per_sector,                                      NUMBER);
    U32(l,  4, m, physical_bytes_per_sector_for_atomicity,                       NUMBER);
    U32(l,  8, m, physical_bytes_per_sector_for_performance,                     NUMBER);
    U32(l, 12, m, file_system_effective_physical_bytes_per_sector_for_atomicity, NUMBER);
    U32(l, 16, m, flags,                                                         FLAGS);
    U32(l, 20, m, byte_offset_for_sector_alignment,                              NUMBER);
    U32(l, 24, m, byte_offset_for_partition_alignment,                           NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_fs_sector_size_information, sector_size_information, 28, 0)

/* ---- any class to a visitor ------------------------------------------------------------------------ */

#ifndef WYRE_PROVE
TELLER(tell_volume, wyre_fscc_fs_volume_information)
TELLER(tell_label, wyre_fscc_fs_label_information)
TELLER(tell_size, wyre_fscc_fs_size_information)
TELLER(tell_device, wyre_fscc_fs_device_information)
TELLER(tell_attribute, wyre_fscc_fs_attribute_information)
TELLER(tell_control, wyre_fscc_fs_control_information)
TELLER(tell_full_size, wyre_fscc_fs_full_size_information)
TELLER(tell_objectid, wyre_fscc_fs_objectid_information)
TELLER(tell_driver_path, wyre_fscc_fs_driver_path_information)
TELLER(tell_sector_size, wyre_fscc_fs_sector_size_information)

static teller *
teller_of(uint32_t information_class)
{
    switch (information_class) {
    case WYRE_FSCC_FS_VOLUME_INFORMATION:
        return tell_volume;
    case WYRE_FSCC_FS_LABEL_INFORMATION:
        return tell_label;
    case WYRE_FSCC_FS_SIZE_INFORMATION:
        return tell_size;
    case WYRE_FSCC_FS_DEVICE_INFORMATION:
        return tell_device;
    case WYRE_FSCC_FS_ATTRIBUTE_INFORMATION:
        return tell_attribute;
    case WYRE_FSCC_FS_CONTROL_INFORMATION:
        return tell_control;
    case WYRE_FSCC_FS_FULL_SIZE_INFORMATION:
        return tell_full_size;
    case WYRE_FSCC_FS_OBJECTID_INFORMATION:
        return tell_objectid;
    case WYRE_FSCC_FS_DRIVER_PATH_INFORMATION:
        return tell_driver_path;
    case WYRE_FSCC_FS_SECTOR_SIZE_INFORMATION:
        return tell_sector_size;
    default:
        return NULL;
    }
}

wyre_status
wyre_fscc_filesystem_visit(uint32_t information_class, const uint8_t *in, size_t in_len,
                           const wyre_visitor *v, size_t *n)
{
    teller *tell = teller_of(information_class);
    if (tell != NULL)
        return tell(information_class, in, in_len, v, n);
    if (n != NULL)
        *n = 0;
    return WYRE_E_UNSUPPORTED;
}
#endif

/* Information levels that only SMB1 has: [MS-CIFS] 2.2.8. The others are classes of [MS-FSCC]. */
#include "smb1_layout.h"

/* ---- 2.2.8.3.1, 2.2.8.3.2 query: INFO_STANDARD, INFO_EA_SIZE ------------------------------------- */

LAYOUT
query_standard(layout *l, wyre_smb1_query_info_standard *m)
{
    U16(l,  0, m, creation_date,    NUMBER);
    U16(l,  2, m, creation_time,    NUMBER);
    U16(l,  4, m, last_access_date, NUMBER);
    U16(l,  6, m, last_access_time, NUMBER);
    U16(l,  8, m, last_write_date,  NUMBER);
    U16(l, 10, m, last_write_time,  NUMBER);
    U32(l, 12, m, file_data_size,   NUMBER);
    U32(l, 16, m, allocation_size,  NUMBER);
    U16(l, 20, m, attributes,       FLAGS);
}

LAYOUT
query_ea_size(layout *l, wyre_smb1_query_info_ea_size *m)
{
    U16(l,  0, m, creation_date,    NUMBER);
    U16(l,  2, m, creation_time,    NUMBER);
    U16(l,  4, m, last_access_date, NUMBER);
    U16(l,  6, m, last_access_time, NUMBER);
    U16(l,  8, m, last_write_date,  NUMBER);
    U16(l, 10, m, last_write_time,  NUMBER);
    U32(l, 12, m, file_data_size,   NUMBER);
    U32(l, 16, m, allocation_size,  NUMBER);
    U16(l, 20, m, attributes,       FLAGS);
    U32(l, 22, m, ea_size,          NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_query_info_standard, query_standard, 22, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_query_info_ea_size, query_ea_size, 26, 0)

/* ---- 2.2.8.3.10 query: FILE_ALL_INFO ------------------------------------------------------------- */

LAYOUT
query_all(layout *l, wyre_smb1_query_file_all_info *m)
{
    U64(l,  0, m, creation_time,       FILETIME);
    U64(l,  8, m, last_access_time,    FILETIME);
    U64(l, 16, m, last_write_time,     FILETIME);
    U64(l, 24, m, last_change_time,    FILETIME);
    U32(l, 32, m, ext_file_attributes, FLAGS);
    U32(l, 36, m, reserved1,           NUMBER);
    U64(l, 40, m, allocation_size,     NUMBER);
    U64(l, 48, m, end_of_file,         NUMBER);
    U32(l, 56, m, number_of_links,     NUMBER);
    U8 (l, 60, m, delete_pending,      NUMBER);
    U8 (l, 61, m, directory,           NUMBER);
    U16(l, 62, m, reserved2,           NUMBER);
    U32(l, 64, m, ea_size,             NUMBER);
    COUNT32(l, 68, m, file_name);
    RUN(l,     m, file_name,           UTF16);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_query_file_all_info, query_all, 72, 0)

/* ---- 2.2.8.4.1 set: INFO_STANDARD ---------------------------------------------------------------- */

LAYOUT
set_standard(layout *l, wyre_smb1_set_info_standard *m)
{
    U16(l,  0, m, creation_date,    NUMBER);
    U16(l,  2, m, creation_time,    NUMBER);
    U16(l,  4, m, last_access_date, NUMBER);
    U16(l,  6, m, last_access_time, NUMBER);
    U16(l,  8, m, last_write_date,  NUMBER);
    U16(l, 10, m, last_write_time,  NUMBER);
    REST(l,     m, reserved,         BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_set_info_standard, set_standard, 12, 0)

/* ---- 2.2.8.2.1 file system: INFO_ALLOCATION ------------------------------------------------------ */

LAYOUT
fs_allocation(layout *l, wyre_smb1_fs_info_allocation *m)
{
    U32(l,  0, m, file_system_id,        NUMBER);
    U32(l,  4, m, sectors_per_unit,      NUMBER);
    U32(l,  8, m, total_units,           NUMBER);
    U32(l, 12, m, total_available_units, NUMBER);
    U16(l, 16, m, bytes_per_sector,      NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_fs_info_allocation, fs_allocation, 18, 0)

/* ---- 2.2.8.2.2 file system: INFO_VOLUME ---------------------------------------------------------- */

LAYOUT
fs_volume(layout *l, wyre_smb1_fs_info_volume *m)
{
    U32(l, 0, m, volume_serial_number, NUMBER);
    U8 (l, 4, m, char_count,           NUMBER);
    UNICODE_BY_FLAG(l, m);
    UNALIGNED_OPTIONAL(l, m, volume_label, m->unicode);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_fs_info_volume, fs_volume, 5, WYRE_SMB1_FLAGS2_UNICODE)

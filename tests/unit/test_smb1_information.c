/* lib/smb/smb1_information.c. Rows are the tables of [MS-CIFS] 2.2.8, a blank between two fields. */
#include "../told.h"
#include <wyre/smb1.h>

RING(wyre_smb1_query_info_standard, 0);
RING(wyre_smb1_query_info_ea_size, 0);
RING(wyre_smb1_query_file_all_info, 0);
RING(wyre_smb1_set_info_standard, 0);
RING(wyre_smb1_fs_info_allocation, 0);
RING(wyre_smb1_fs_info_volume, WYRE_SMB1_FLAGS2_UNICODE);

#define DATES "0100 0200 0300 0400 0500 0600 "
#define DATES_TOLD                                                                                 \
    "creation_date=1 creation_time=2 last_access_date=3 last_access_time=4 last_write_date=5 "     \
    "last_write_time=6"

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_query_info_standard_ring, "INFO_STANDARD",
     DATES "0c000000 00100000 2000", WYRE_OK, 22,
     DATES_TOLD " file_data_size=12 allocation_size=4096 attributes=0x20"},
    {&wyre_smb1_query_info_standard_ring, "21 bytes",
     DATES "0c000000 00100000 20", WYRE_E_LENGTH, 21, NULL},
    {&wyre_smb1_query_info_ea_size_ring, "INFO_EA_SIZE",
     DATES "0c000000 00100000 2000 29000000", WYRE_OK, 26,
     DATES_TOLD " file_data_size=12 allocation_size=4096 attributes=0x20 ea_size=41"},
    {&wyre_smb1_query_file_all_info_ring, "FILE_ALL_INFO with a name",
     "0100000000000000 0200000000000000 0300000000000000 0400000000000000 20000000 00000000 "
     "0010000000000000 0c00000000000000 01000000 00 01 0000 29000000 04000000 6100 6200", WYRE_OK, 76,
     "creation_time=1 last_access_time=2 last_write_time=3 last_change_time=4 ext_file_attributes=0x20 "
     "reserved1=0 allocation_size=4096 end_of_file=12 number_of_links=1 delete_pending=0 directory=1 "
     "reserved2=0 ea_size=41 file_name=[72,4]"},
    {&wyre_smb1_query_file_all_info_ring, "a name longer than the data",
     "0100000000000000 0200000000000000 0300000000000000 0400000000000000 20000000 00000000 "
     "0010000000000000 0c00000000000000 01000000 00 01 0000 29000000 05000000 6100 6200",
     WYRE_E_LENGTH, 72, NULL},
    {&wyre_smb1_set_info_standard_ring, "set INFO_STANDARD, as Samba's clients send it", DATES, WYRE_OK, 12,
     DATES_TOLD " reserved=[12,0]"},
    {&wyre_smb1_set_info_standard_ring, "set INFO_STANDARD", DATES "00000000000000000000", WYRE_OK, 22,
     DATES_TOLD " reserved=[12,10]"},
    {&wyre_smb1_fs_info_allocation_ring, "INFO_ALLOCATION",
     "01000000 02000000 03000000 04000000 0002", WYRE_OK, 18,
     "file_system_id=1 sectors_per_unit=2 total_units=3 total_available_units=4 bytes_per_sector=512"},
    {&wyre_smb1_fs_info_volume_ring, "a label",
     "efbeadde 03 'ab' 00", WYRE_OK, 8,
     "volume_serial_number=3735928559 char_count=3 unicode=0 volume_label=[5,2]"},
    {&wyre_smb1_fs_info_volume_ring, "no label",
     "efbeadde 00", WYRE_OK, 5,
     "volume_serial_number=3735928559 char_count=0 unicode=0 volume_label=[0,0]"},
    {&wyre_smb1_fs_info_volume_ring, "cut",
     "efbeadde", WYRE_E_LENGTH, 4,
     NULL},
};
/* clang-format on */

TEST(levels_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RUN_TESTS("smb1_information", TESTED(levels_tell_what_the_rows_say))

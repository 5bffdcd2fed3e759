/* lib/smb/smb1_locking.c. Rows are the tables of [MS-CIFS] 2.2.4.32, a blank between two
 * fields; 'text' stands for its bytes. */
#include "../smb1_told.h"

BLOCK_RING(wyre_smb1_locking_andx_request);

/* clang-format off */
static const told_row rows[] = {
    {&wyre_smb1_locking_andx_request_ring, "an unlock and two locks of 32 bits",
     REQUEST("24") "08 ff 00 0000 0340 01 00 ffffffff 0100 0200 1e00 0100 10000000 20000000 0200 11000000  "
     "21000000 0300 12000000 22000000", WYRE_OK, 81,
     "andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 type_of_lock=0x01 "
     "new_oplock_level=0 timeout=4294967295 unlocks=[51,10] locks=[61,20]"},
    {&wyre_smb1_locking_andx_request_ring, "a lock of 64 bits",
     REQUEST("24") "08 ff 00 0000 0340 10 00 00000000 0000 0100 1400 0100 0000 01000000 10000000 02000000  "
     "20000000", WYRE_OK, 71,
     "andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 type_of_lock=0x10 "
     "new_oplock_level=0 timeout=0 unlocks=[51,0] locks=[51,20]"},
    {&wyre_smb1_locking_andx_request_ring, "an oplock break",
     REQUEST("24") "08 ff 00 0000 0340 02 01 00000000 0000 0000 0000", WYRE_OK, 51,
     "andx_command=255 andx_reserved=0 andx_offset=0 fid=16387 type_of_lock=0x02 "
     "new_oplock_level=1 timeout=0 unlocks=[51,0] locks=[51,0]"},
    {&wyre_smb1_locking_andx_request_ring, "more locks than bytes",
     REQUEST("24") "08 ff 00 0000 0340 00 00 00000000 0000 0200 0a00 0100 10000000 20000000", WYRE_E_LENGTH, 51,
     NULL},
    {&wyre_smb1_locking_andx_request_ring, "a lock of 64 bits in ten bytes",
     REQUEST("24") "08 ff 00 0000 0340 10 00 00000000 0000 0100 0a00 0100 10000000 20000000", WYRE_E_LENGTH, 51,
     NULL},
    {&wyre_smb1_locking_andx_request_ring, "65535 unlocks and locks",
     REQUEST("24") "08 ff 00 0000 0340 10 00 00000000 ffff ffff 0000", WYRE_E_LENGTH, 51,
     NULL},
};
/* clang-format on */

TEST(blocks_tell_what_the_rows_say)
{
    told_rows_hold(rows, COUNT(rows));
}

RING(wyre_smb1_locking_range, 0);
RING(wyre_smb1_locking_range64, 0);

/* clang-format off */
static const told_row ranges[] = {
    {&wyre_smb1_locking_range_ring, "32 bits", "0100 10000000 20000000", WYRE_OK, 10,
     "pid=1 byte_offset=16 length_in_bytes=32"},
    {&wyre_smb1_locking_range_ring, "nine bytes", "0100 10000000 200000", WYRE_E_LENGTH, 9, NULL},
    {&wyre_smb1_locking_range64_ring, "64 bits, high halves first",
     "0100 0200 03000000 10000000 04000000 20000000", WYRE_OK, 20,
     "pid=1 pad=2 byte_offset_high=3 byte_offset_low=16 length_in_bytes_high=4 length_in_bytes_low=32"},
};
/* clang-format on */

TEST(ranges_tell_what_the_rows_say)
{
    told_rows_hold(ranges, COUNT(ranges));
}

TEST(half_a_range_is_not_written)
{
    static const uint8_t src[20];
    wyre_smb1_locking_andx_request m = {.locks = {0, 15}};
    assert_status("15", wyre_smb1_locking_andx_request_encode(&m, src, 20, AT, NULL, 0, NULL),
                  WYRE_E_RANGE);
    m.locks.len = 10;
    m.type_of_lock = WYRE_SMB1_LOCK_LARGE_FILES;
    assert_status("10", wyre_smb1_locking_andx_request_encode(&m, src, 20, AT, NULL, 0, NULL),
                  WYRE_E_RANGE);
}

RUN_TESTS("smb1_locking", TESTED(blocks_tell_what_the_rows_say),
          TESTED(ranges_tell_what_the_rows_say), TESTED(half_a_range_is_not_written))

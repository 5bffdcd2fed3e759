/* LOCKING_ANDX: [MS-CIFS] 2.2.4.32. */
#include "smb1_layout.h"

/* ---- 2.2.4.32.1 request: the words count ranges, not bytes --------------------------------------- */

enum { RANGE = WYRE_SMB1_LOCKING_RANGE_SIZE, RANGE64 = WYRE_SMB1_LOCKING_RANGE64_SIZE };

LAYOUT
request(layout *l, wyre_smb1_locking_andx_request *m)
{
    ANDX(l,    m);
    U16 (l, 4, m, fid,              NUMBER);
    U8  (l, 6, m, type_of_lock,     FLAGS);
    U8  (l, 7, m, new_oplock_level, NUMBER);
    U32 (l, 8, m, timeout,          NUMBER);
    if ((m->type_of_lock & WYRE_SMB1_LOCK_LARGE_FILES) != 0) {
        COUNT_UNITS(l, 12, 2, RANGE64, m, unlocks);
        COUNT_UNITS(l, 14, 2, RANGE64, m, locks);
    } else {
        COUNT_UNITS(l, 12, 2, RANGE, m, unlocks);
        COUNT_UNITS(l, 14, 2, RANGE, m, locks);
    }
    RUN (l,    m, unlocks, BYTES);
    RUN (l,    m, locks,   BYTES);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_locking_andx_request, request, 8)

/* ---- 2.2.4.32.1 ranges --------------------------------------------------------------------------- */

LAYOUT
range(layout *l, wyre_smb1_locking_range *m)
{
    U16(l, 0, m, pid,             NUMBER);
    U32(l, 2, m, byte_offset,     NUMBER);
    U32(l, 6, m, length_in_bytes, NUMBER);
}

LAYOUT
range64(layout *l, wyre_smb1_locking_range64 *m)
{
    U16(l,  0, m, pid,                  NUMBER);
    U16(l,  2, m, pad,                  NUMBER);
    U32(l,  4, m, byte_offset_high,     NUMBER);
    U32(l,  8, m, byte_offset_low,      NUMBER);
    U32(l, 12, m, length_in_bytes_high, NUMBER);
    U32(l, 16, m, length_in_bytes_low,  NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_locking_range, range, RANGE, 0)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_locking_range64, range64, RANGE64, 0)

/* READ_ANDX and WRITE_ANDX: [MS-CIFS] 2.2.4.42, 2.2.4.43, [MS-SMB] 2.2.4.2, 2.2.4.3. */
#include "smb1_layout.h"

/* ---- 2.2.4.42.1 READ_ANDX request ---------------------------------------------------------------- */

LAYOUT
read_request(layout *l, wyre_smb1_read_andx_request *m)
{
    WORD_COUNT(l,     m);
    ANDX      (l,     m);
    U16       (l,  4, m, fid,                          NUMBER);
    U32       (l,  6, m, offset,                       NUMBER);
    U16       (l, 10, m, max_count_of_bytes_to_return, NUMBER);
    U16       (l, 12, m, min_count_of_bytes_to_return, NUMBER);
    U32       (l, 14, m, timeout_or_max_count_high,    NUMBER);
    U16       (l, 18, m, remaining,                    NUMBER);
    if (m->word_count == 12)
        U32   (l, 20, m, offset_high,                  NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_VARIANTS(wyre_smb1_read_andx_request, read_request, count == 10 || count == 12)

/* ---- 2.2.4.42.2, [MS-SMB] 2.2.4.2.2 READ_ANDX response ------------------------------------------- */

LAYOUT
read_response(layout *l, wyre_smb1_read_andx_response *m)
{
    ANDX (l,     m);
    U16  (l,  4, m, available,            NUMBER);
    U16  (l,  6, m, data_compaction_mode, NUMBER);
    U16  (l,  8, m, reserved1,            NUMBER);
    ARRAY(l, 16, m, reserved2,            BYTES);
    DATA (l, 12, 10, 14, m, data);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_CODEC(wyre_smb1_read_andx_response, read_response, count == 12, 12, 24u, LOW_16_BITS)

/* ---- 2.2.4.43.1, [MS-SMB] 2.2.4.3.1 WRITE_ANDX request ------------------------------------------- */

LAYOUT
write_request(layout *l, wyre_smb1_write_andx_request *m)
{
    WORD_COUNT(l,     m);
    ANDX      (l,     m);
    U16       (l,  4, m, fid,         NUMBER);
    U32       (l,  6, m, offset,      NUMBER);
    U32       (l, 10, m, timeout,     NUMBER);
    U16       (l, 14, m, write_mode,  FLAGS);
    U16       (l, 16, m, remaining,   NUMBER);
    if (m->word_count == 14)
        U32   (l, 24, m, offset_high, NUMBER);
    DATA      (l, 22, 20, 18, m, data);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_CODEC(wyre_smb1_write_andx_request, write_request, count == 12 || count == 14, m->word_count,
            (count == 12 ? 24u : 28u), LOW_16_BITS)

/* ---- 2.2.4.43.2, [MS-SMB] 2.2.4.3.2 WRITE_ANDX response ------------------------------------------ */

LAYOUT
write_response(layout *l, wyre_smb1_write_andx_response *m)
{
    ANDX(l,     m);
    U16 (l,  4, m, count,      NUMBER);
    U16 (l,  6, m, available,  NUMBER);
    U16 (l,  8, m, count_high, NUMBER);
    U16 (l, 10, m, reserved,   NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_write_andx_response, write_response, 6)

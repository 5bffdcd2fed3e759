/* READ_RAW, READ_MPX, WRITE_RAW, WRITE_MPX: [MS-CIFS] 2.2.4.22, 2.2.4.23, 2.2.4.25, 2.2.4.26. */
#include "smb1_layout.h"

/* ---- 2.2.4.22.1 READ_RAW, 2.2.4.23.1 READ_MPX request -------------------------------------------- */

LAYOUT
read_raw_request(layout *l, wyre_smb1_read_raw_request *m)
{
    WORD_COUNT(l,     m);
    U16       (l,  0, m, fid,                          NUMBER);
    U32       (l,  2, m, offset,                       NUMBER);
    U16       (l,  6, m, max_count_of_bytes_to_return, NUMBER);
    U16       (l,  8, m, min_count_of_bytes_to_return, NUMBER);
    U32       (l, 10, m, timeout,                      NUMBER);
    U16       (l, 14, m, reserved,                     NUMBER);
    if (m->word_count == 10)
        U32   (l, 16, m, offset_high,                  NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_VARIANTS(wyre_smb1_read_raw_request, read_raw_request, count == 8 || count == 10)

/* ---- 2.2.4.23.2 READ_MPX response ---------------------------------------------------------------- */

LAYOUT
read_mpx_response(layout *l, wyre_smb1_read_mpx_response *m)
{
    U32(l,  0, m, offset,               NUMBER);
    U16(l,  4, m, count,                NUMBER);
    U16(l,  6, m, remaining,            NUMBER);
    U16(l,  8, m, data_compaction_mode, NUMBER);
    U16(l, 10, m, reserved,             NUMBER);
    REF(l, 2, 14, 2, 12, m, data,       BYTES, 2);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_read_mpx_response, read_mpx_response, 8)

/* ---- 2.2.4.25 WRITE_RAW -------------------------------------------------------------------------- */

LAYOUT
write_raw_request(layout *l, wyre_smb1_write_raw_request *m)
{
    WORD_COUNT(l,     m);
    U16       (l,  0, m, fid,            NUMBER);
    U16       (l,  2, m, count_of_bytes, NUMBER);
    U16       (l,  4, m, reserved1,      NUMBER);
    U32       (l,  6, m, offset,         NUMBER);
    U32       (l, 10, m, timeout,        NUMBER);
    U16       (l, 14, m, write_mode,     FLAGS);
    U32       (l, 16, m, reserved2,      NUMBER);
    if (m->word_count == 14)
        U32   (l, 24, m, offset_high,    NUMBER);
    REF       (l, 2, 22, 2, 20, m, data, BYTES, 2);
}

LAYOUT
write_raw_interim_response(layout *l, wyre_smb1_write_raw_interim_response *m)
{
    U16(l, 0, m, available, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_VARIANTS(wyre_smb1_write_raw_request, write_raw_request, count == 12 || count == 14)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_write_raw_interim_response, write_raw_interim_response, 1)

/* ---- 2.2.4.26 WRITE_MPX -------------------------------------------------------------------------- */

LAYOUT
write_mpx_request(layout *l, wyre_smb1_write_mpx_request *m)
{
    U16(l,  0, m, fid,                        NUMBER);
    U16(l,  2, m, total_byte_count,           NUMBER);
    U16(l,  4, m, reserved,                   NUMBER);
    U32(l,  6, m, byte_offset_to_begin_write, NUMBER);
    U32(l, 10, m, timeout,                    NUMBER);
    U16(l, 14, m, write_mode,                 FLAGS);
    U32(l, 16, m, request_mask,               FLAGS);
    REF(l, 2, 22, 2, 20, m, data,             BYTES, 2);
}

LAYOUT
write_mpx_response(layout *l, wyre_smb1_write_mpx_response *m)
{
    U32(l, 0, m, response_mask, FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_write_mpx_request, write_mpx_request, 12)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_write_mpx_response, write_mpx_response, 2)

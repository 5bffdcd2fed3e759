/* Old commands on open files: [MS-CIFS] 2.2.4.5, 2.2.4.11 to 2.2.4.14, 2.2.4.19 to 2.2.4.21,
 * 2.2.4.40. */
#include "smb1_layout.h"

enum { DATA_BUFFER = 0x01 };

/* ---- 2.2.4.5 CLOSE ------------------------------------------------------------------------------- */

LAYOUT
close_request(layout *l, wyre_smb1_close_request *m)
{
    U16(l, 0, m, fid,                NUMBER);
    U32(l, 2, m, last_time_modified, UNIXTIME);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_close_request, close_request, 3)

/* ---- 2.2.4.6 FLUSH, 2.2.4.31.1 QUERY_INFORMATION2 -------------------------------------- */

LAYOUT
fid(layout *l, wyre_smb1_fid *m)
{
    U16(l, 0, m, fid, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_fid, fid, 1)

/* ---- 2.2.4.11 READ, 2.2.4.20 LOCK_AND_READ ------------------------------------------------------- */

LAYOUT
read_request(layout *l, wyre_smb1_read_request *m)
{
    U16(l, 0, m, fid,                                   NUMBER);
    U16(l, 2, m, count_of_bytes_to_read,                NUMBER);
    U32(l, 4, m, read_offset_in_bytes,                  NUMBER);
    U16(l, 8, m, estimate_of_remaining_bytes_to_be_read, NUMBER);
}

/* Samba leaves the format byte of LOCK_AND_READ out: then the bytes are a length and so many bytes of
 * data. "01 00 00" is both one such byte and no data at all, so CountOfBytesReturned decides. */
/*@ requires open(l);
  @ assigns \nothing; */
INLINE uint8_t
lacks_format(const layout *l, uint16_t count)
{
    size_t left = bytes_left(l);
    const uint8_t *at = l->in + l->end;
    if (left < 2 || left - 2 != le16(at))
        return 0;
    return left < 3 || at[0] != DATA_BUFFER || left - 3 != le16(at + 1) || count == 1;
}

LAYOUT
read_response(layout *l, wyre_smb1_read_response *m)
{
    U16       (l, 0, m, count_of_bytes_returned, NUMBER);
    ARRAY     (l, 2, m, reserved,                BYTES);
    FORMAT_OR_NOT(l, DATA_BUFFER, m, no_format, lacks_format(l, m->count_of_bytes_returned));
    PREFIXED16(l,    m, data,                    BYTES);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_read_request, read_request, 5)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_read_response, read_response, 5)

/* ---- 2.2.4.12 WRITE, 2.2.4.21 WRITE_AND_UNLOCK --------------------------------------------------- */

LAYOUT
write_request(layout *l, wyre_smb1_write_request *m)
{
    U16       (l, 0, m, fid,                                       NUMBER);
    U16       (l, 2, m, count_of_bytes_to_write,                   NUMBER);
    U32       (l, 4, m, write_offset_in_bytes,                     NUMBER);
    U16       (l, 8, m, estimate_of_remaining_bytes_to_be_written, NUMBER);
    FORMAT    (l, DATA_BUFFER);
    PREFIXED16(l,    m, data,                                      BYTES);
}

LAYOUT
write_response(layout *l, wyre_smb1_write_response *m)
{
    U16(l, 0, m, count_of_bytes_written, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_write_request, write_request, 5)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_write_response, write_response, 1)

/* ---- 2.2.4.40 WRITE_AND_CLOSE -------------------------------------------------------------------- */

LAYOUT
write_and_close_request(layout *l, wyre_smb1_write_and_close_request *m)
{
    WORD_COUNT(l,     m);
    U16       (l,  0, m, fid,                   NUMBER);
    COUNT16   (l,  2, m, data);
    U32       (l,  4, m, write_offset_in_bytes, NUMBER);
    U32       (l,  8, m, last_write_time,       UNIXTIME);
    if (m->word_count == 12)
        ARRAY (l, 12, m, reserved,              BYTES);
    NEXT8     (l,     m, pad,                   NUMBER);
    RUN       (l,     m, data,                  BYTES);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_VARIANTS(wyre_smb1_write_and_close_request, write_and_close_request,
               count == 6 || count == 12)

/* ---- 2.2.4.13 LOCK_BYTE_RANGE, 2.2.4.14 UNLOCK_BYTE_RANGE ---------------------------------------- */

LAYOUT
lock_byte_range_request(layout *l, wyre_smb1_lock_byte_range_request *m)
{
    U16(l, 0, m, fid,             NUMBER);
    U32(l, 2, m, count_of_bytes,  NUMBER);
    U32(l, 6, m, offset_in_bytes, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_lock_byte_range_request, lock_byte_range_request, 5)

/* ---- 2.2.4.19 SEEK ------------------------------------------------------------------------------- */

LAYOUT
seek_request(layout *l, wyre_smb1_seek_request *m)
{
    U16(l, 0, m, fid,    NUMBER);
    U16(l, 2, m, mode,   NUMBER);
    U32(l, 4, m, offset, SIGNED);
}

LAYOUT
seek_response(layout *l, wyre_smb1_seek_response *m)
{
    U32(l, 0, m, offset, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_seek_request, seek_request, 4)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_seek_response, seek_response, 2)

/* CLOSE, FLUSH, READ, WRITE, LOCK: [MS-SMB2] 2.2.15 to 2.2.26. Offsets count from the SMB2 header. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.15 CLOSE request ------------------------------------------------------------------- */

LAYOUT
close_request(layout *l, wyre_smb2_close_request *m)
{
    SIZE (l, BODY + 0, 24);
    U16  (l, BODY + 2, m, flags,    FLAGS);
    U32  (l, BODY + 4, m, reserved, NUMBER);
    ARRAY(l, BODY + 8, m, file_id,  BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_close_request, close_request, BODY + 24, 0)

/* ---- 2.2.16 CLOSE response ------------------------------------------------------------------ */

LAYOUT
close_response(layout *l, wyre_smb2_close_response *m)
{
    SIZE(l, BODY +  0, 60);
    U16 (l, BODY +  2, m, flags,            FLAGS);
    U32 (l, BODY +  4, m, reserved,         NUMBER);
    U64 (l, BODY +  8, m, creation_time,    FILETIME);
    U64 (l, BODY + 16, m, last_access_time, FILETIME);
    U64 (l, BODY + 24, m, last_write_time,  FILETIME);
    U64 (l, BODY + 32, m, change_time,      FILETIME);
    U64 (l, BODY + 40, m, allocation_size,  NUMBER);
    U64 (l, BODY + 48, m, end_of_file,      NUMBER);
    U32 (l, BODY + 56, m, file_attributes,  FLAGS);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_close_response, close_response, BODY + 60, 0)

/* ---- 2.2.17 FLUSH request ------------------------------------------------------------------- */

LAYOUT
flush_request(layout *l, wyre_smb2_flush_request *m)
{
    SIZE (l, BODY + 0, 24);
    U16  (l, BODY + 2, m, reserved1, NUMBER);
    U32  (l, BODY + 4, m, reserved2, NUMBER);
    ARRAY(l, BODY + 8, m, file_id,   BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_flush_request, flush_request, BODY + 24, 0)

/* ---- 2.2.19 READ request -------------------------------------------------------------------- */

LAYOUT
read_request(layout *l, wyre_smb2_read_request *m)
{
    SIZE (l, BODY +  0, 49);
    U8   (l, BODY +  2, m, padding,           NUMBER);
    U8   (l, BODY +  3, m, flags,             FLAGS);
    U32  (l, BODY +  4, m, length,            NUMBER);
    U64  (l, BODY +  8, m, offset,            NUMBER);
    ARRAY(l, BODY + 16, m, file_id,           BYTES);
    U32  (l, BODY + 32, m, minimum_count,     NUMBER);
    U32  (l, BODY + 36, m, channel,           NUMBER);
    U32  (l, BODY + 40, m, remaining_bytes,   NUMBER);
    REF16(l, BODY + 44, m, read_channel_info, BYTES, 8);
    AT_LEAST_ONE(l);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->read_channel_info, in_len); */
CODEC(wyre_smb2_read_request, read_request, BODY + 48, 0)

/* ---- 2.2.20 READ response ------------------------------------------------------------------- */

LAYOUT
read_response(layout *l, wyre_smb2_read_response *m)
{
    SIZE(l, BODY +  0, 17);
    REF(l, 1, BODY + 2, 4, BODY + 4, m, data, BYTES, 8);
    U8  (l, BODY +  3, m, reserved,       NUMBER);
    U32 (l, BODY +  8, m, data_remaining, NUMBER);
    U32 (l, BODY + 12, m, flags,          FLAGS);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->data, in_len); */
CODEC(wyre_smb2_read_response, read_response, BODY + 16, 0)

/* ---- 2.2.21 WRITE request ------------------------------------------------------------------- */

LAYOUT
write_request(layout *l, wyre_smb2_write_request *m)
{
    SIZE (l, BODY +  0, 49);
    REF(l, 2, BODY + 2, 4, BODY + 4, m, data, BYTES, 8);
    U64  (l, BODY +  8, m, offset,             NUMBER);
    ARRAY(l, BODY + 16, m, file_id,            BYTES);
    U32  (l, BODY + 32, m, channel,            NUMBER);
    U32  (l, BODY + 36, m, remaining_bytes,    NUMBER);
    REF16(l, BODY + 40, m, write_channel_info, BYTES, 8);
    U32  (l, BODY + 44, m, flags,              FLAGS);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && inside(out->write_channel_info,
  @     in_len); */
CODEC(wyre_smb2_write_request, write_request, BODY + 48, 0)

/* ---- 2.2.22 WRITE response ------------------------------------------------------------------ */

LAYOUT
write_response(layout *l, wyre_smb2_write_response *m)
{
    SIZE(l, BODY +  0, 17);
    U16 (l, BODY +  2, m, reserved,                  NUMBER);
    U32 (l, BODY +  4, m, count,                     NUMBER);
    U32 (l, BODY +  8, m, remaining,                 NUMBER);
    U16 (l, BODY + 12, m, write_channel_info_offset, NUMBER);
    U16 (l, BODY + 14, m, write_channel_info_length, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_write_response, write_response, BODY + 16, 0)

/* ---- 2.2.26 LOCK request -------------------------------------------------------------------- */

LAYOUT
lock_request(layout *l, wyre_smb2_lock_request *m)
{
    SIZE (l, BODY + 0, 48);
    COUNT_UNITS(l, BODY + 2, 2, 24, m, locks);
    CHECK(l, BODY + 2, m->locks.len > 0);
    U32  (l, BODY + 4, m, lock_sequence, NUMBER);
    ARRAY(l, BODY + 8, m, file_id,       BYTES);
    RUN  (l,           m, locks,         BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->locks, in_len); */
CODEC(wyre_smb2_lock_request, lock_request, BODY + 24, 0)

/* ---- 2.2.26.1 element of a LOCK request ----------------------------------------------------- */

LAYOUT
lock_element(layout *l, wyre_smb2_lock_element *m)
{
    U64 (l,  0, m, offset,   NUMBER);
    U64 (l,  8, m, length,   NUMBER);
    U32 (l, 16, m, flags,    FLAGS);
    U32 (l, 20, m, reserved, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_lock_element, lock_element, 24, 0)

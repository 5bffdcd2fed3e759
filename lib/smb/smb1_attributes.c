/* Old commands on attributes and disks: [MS-CIFS] 2.2.4.9, 2.2.4.10, 2.2.4.30, 2.2.4.31, 2.2.4.57. */
#include "smb1_layout.h"

enum { ASCII = 0x04 };

/* ---- 2.2.4.9 QUERY_INFORMATION, 2.2.4.10 SET_INFORMATION ----------------------------------------- */

LAYOUT
query_response(layout *l, wyre_smb1_query_information_response *m)
{
    U16  (l,  0, m, file_attributes, FLAGS);
    U32  (l,  2, m, last_write_time, UNIXTIME);
    U32  (l,  6, m, file_size,       NUMBER);
    ARRAY(l, 10, m, reserved,        BYTES);
}

LAYOUT
set_request(layout *l, wyre_smb1_set_information_request *m)
{
    U16    (l, 0, m, file_attributes, FLAGS);
    U32    (l, 2, m, last_write_time, UNIXTIME);
    ARRAY  (l, 6, m, reserved,        BYTES);
    UNICODE(l,    m);
    FORMAT (l, ASCII);
    STRING (l,    m, file_name);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_query_information_response, query_response, 10)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_set_information_request, set_request, 8)

/* ---- 2.2.4.31 QUERY_INFORMATION2, 2.2.4.30 SET_INFORMATION2 -------------------------------------- */

LAYOUT
query2_response(layout *l, wyre_smb1_query_information2_response *m)
{
    U16(l,  0, m, create_date,          NUMBER);
    U16(l,  2, m, create_time,          NUMBER);
    U16(l,  4, m, last_access_date,     NUMBER);
    U16(l,  6, m, last_access_time,     NUMBER);
    U16(l,  8, m, last_write_date,      NUMBER);
    U16(l, 10, m, last_write_time,      NUMBER);
    U32(l, 12, m, file_data_size,       NUMBER);
    U32(l, 16, m, file_allocation_size, NUMBER);
    U16(l, 20, m, file_attributes,      FLAGS);
}

LAYOUT
set2_request(layout *l, wyre_smb1_set_information2_request *m)
{
    U16(l,  0, m, fid,              NUMBER);
    U16(l,  2, m, create_date,      NUMBER);
    U16(l,  4, m, create_time,      NUMBER);
    U16(l,  6, m, last_access_date, NUMBER);
    U16(l,  8, m, last_access_time, NUMBER);
    U16(l, 10, m, last_write_date,  NUMBER);
    U16(l, 12, m, last_write_time,  NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_query_information2_response, query2_response, 11)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_set_information2_request, set2_request, 7)

/* ---- 2.2.4.57 QUERY_INFORMATION_DISK ------------------------------------------------------------- */

LAYOUT
query_disk_response(layout *l, wyre_smb1_query_information_disk_response *m)
{
    U16(l, 0, m, total_units,     NUMBER);
    U16(l, 2, m, blocks_per_unit, NUMBER);
    U16(l, 4, m, block_size,      NUMBER);
    U16(l, 6, m, free_units,      NUMBER);
    U16(l, 8, m, reserved,        NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_query_information_disk_response, query_disk_response, 5)

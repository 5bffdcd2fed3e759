/* Print commands: [MS-CIFS] 2.2.4.67 to 2.2.4.70. */
#include "smb1_layout.h"

enum { DATA_BUFFER = 0x01, ASCII = 0x04 };

/* ---- 2.2.4.67 OPEN_PRINT_FILE, 2.2.4.68 WRITE_PRINT_FILE ----------------------------------------- */

LAYOUT
open_request(layout *l, wyre_smb1_open_print_file_request *m)
{
    U16    (l, 0, m, setup_length, NUMBER);
    U16    (l, 2, m, mode,         NUMBER);
    UNICODE(l,    m);
    FORMAT (l, ASCII);
    STRING (l,    m, identifier);
}

LAYOUT
write_request(layout *l, wyre_smb1_write_print_file_request *m)
{
    U16       (l, 0, m, fid,  NUMBER);
    FORMAT    (l, DATA_BUFFER);
    PREFIXED16(l,    m, data, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_open_print_file_request, open_request, 2)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_write_print_file_request, write_request, 1)

/* ---- 2.2.4.70 GET_PRINT_QUEUE -------------------------------------------------------------------- */

LAYOUT
queue_request(layout *l, wyre_smb1_get_print_queue_request *m)
{
    U16(l, 0, m, max_count,   SIGNED);
    U16(l, 2, m, start_index, NUMBER);
}

LAYOUT
queue_response(layout *l, wyre_smb1_get_print_queue_response *m)
{
    U16(l, 0, m, count,         NUMBER);
    U16(l, 2, m, restart_index, NUMBER);
    if (PRESENT(l, m, elements)) {
        FORMAT    (l, DATA_BUFFER);
        PREFIXED16(l, m, elements, BYTES);
    }
}

LAYOUT
queue_element(layout *l, wyre_smb1_print_queue_element *m)
{
    U16  (l,  0, m, file_date,         NUMBER);
    U16  (l,  2, m, file_time,         NUMBER);
    U8   (l,  4, m, entry_status,      NUMBER);
    U16  (l,  5, m, spool_file_number, NUMBER);
    U32  (l,  7, m, spool_file_size,   NUMBER);
    U8   (l, 11, m, reserved,          NUMBER);
    ARRAY(l, 12, m, spool_file_name,   TEXT);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_get_print_queue_request, queue_request, 2)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_get_print_queue_response, queue_response, 2)
/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_print_queue_element, queue_element, WYRE_SMB1_PRINT_QUEUE_ELEMENT_SIZE, 0)

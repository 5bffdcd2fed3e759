/* SEARCH, FIND, FIND_UNIQUE, FIND_CLOSE, FIND_CLOSE2: [MS-CIFS] 2.2.4.58 to 2.2.4.61, 2.2.4.48. */
#include "smb1_layout.h"

enum { ASCII = 0x04, VARIABLE = 0x05 };

/* ---- 2.2.4.58 SEARCH and its kin ----------------------------------------------------------------- */

LAYOUT
request(layout *l, wyre_smb1_search_request *m)
{
    U16       (l, 0, m, max_count,         NUMBER);
    U16       (l, 2, m, search_attributes, FLAGS);
    UNICODE   (l,    m);
    FORMAT    (l, ASCII);
    STRING    (l,    m, file_name);
    FORMAT    (l, VARIABLE);
    PREFIXED16(l,    m, resume_key,        BYTES);
}

LAYOUT
response(layout *l, wyre_smb1_search_response *m)
{
    U16(l, 0, m, count, NUMBER);
    if (PRESENT(l, m, records)) {
        FORMAT    (l, VARIABLE);
        PREFIXED16(l, m, records, BYTES);
    }
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_search_request, request, 2)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_search_response, response, 1)

/* ---- 2.2.4.58.2 record: the time in front of the date -------------------------------------------- */

LAYOUT
record(layout *l, wyre_smb1_search_record *m)
{
    ARRAY(l,  0, m, resume_key,      BYTES);
    U8   (l, 21, m, file_attributes, FLAGS);
    U16  (l, 22, m, last_write_time, NUMBER);
    U16  (l, 24, m, last_write_date, NUMBER);
    U32  (l, 26, m, file_size,       NUMBER);
    ARRAY(l, 30, m, file_name,       TEXT);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_search_record, record, WYRE_SMB1_SEARCH_RECORD_SIZE, 0)

/* ---- 2.2.4.48 FIND_CLOSE2 ------------------------------------------------------------------------ */

LAYOUT
close2_request(layout *l, wyre_smb1_find_close2_request *m)
{
    U16(l, 0, m, search_handle, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_find_close2_request, close2_request, 1)

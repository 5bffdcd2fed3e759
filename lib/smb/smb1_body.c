/* What every block is, and the smallest of them: [MS-CIFS] 2.2.3.2, 2.2.3.3. */
#include "smb1_layout.h"

/* ---- any block ----------------------------------------------------------------------------------- */

LAYOUT
body(layout *l, wyre_smb1_body *m)
{
    WORDS(l, 0, m, words, BYTES);
    REST (l,    m, bytes, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_CODEC(wyre_smb1_body, body, count <= 255, WORDS_WITH(0, m->words), WORDS_LEN(count), EXACT)

/* ---- [MS-CIFS] 2.2.4.54 LOGOFF_ANDX, 2.2.4.32.2 LOCKING_ANDX response ---------------------------- */

LAYOUT
andx(layout *l, wyre_smb1_andx *m)
{
    ANDX(l, m);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_andx, andx, 2)

/* ---- [MS-CIFS] 2.2.4.39 ECHO --------------------------------------------------------------------- */

LAYOUT
echo_request(layout *l, wyre_smb1_echo_request *m)
{
    U16 (l, 0, m, echo_count, NUMBER);
    REST(l,    m, data,       BYTES);
}

LAYOUT
echo_response(layout *l, wyre_smb1_echo_response *m)
{
    U16 (l, 0, m, sequence_number, NUMBER);
    REST(l,    m, data,            BYTES);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_echo_request, echo_request, 1)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_echo_response, echo_response, 1)

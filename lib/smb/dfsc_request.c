/* Requests for DFS referrals, and the header of their response: [MS-DFSC] 2.2.2 to 2.2.4. */
#include <wyre/dfsc.h>
#include "../core/layout.h"

/* ---- 2.2.2 REQ_GET_DFS_REFERRAL --------------------------------------------------------------------- */

LAYOUT
referral_request(layout *l, wyre_dfsc_referral_request *m)
{
    U16       (l, 0, m, max_referral_level, NUMBER);
    TERMINATED(l, m, request_file_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->request_file_name, in_len); */
CODEC(wyre_dfsc_referral_request, referral_request, 2, 0)

/* ---- 2.2.3 REQ_GET_DFS_REFERRAL_EX ------------------------------------------------------------------ */

LAYOUT
referral_request_ex(layout *l, wyre_dfsc_referral_request_ex *m)
{
    U16       (l, 0, m, max_referral_level, NUMBER);
    U16       (l, 2, m, request_flags,      FLAGS);
    LENGTH32  (l, 4);
    PREFIXED16(l, m, request_file_name, UTF16);
    if ((m->request_flags & WYRE_DFSC_REQUEST_SITE_NAME) != 0)
        PREFIXED16(l, m, site_name, UTF16);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->request_file_name, in_len) && inside(out->site_name, in_len); */
CODEC(wyre_dfsc_referral_request_ex, referral_request_ex, 8, 0)

/* ---- 2.2.4 RESP_GET_DFS_REFERRAL -------------------------------------------------------------------- */

LAYOUT
referral_response(layout *l, wyre_dfsc_referral_response *m)
{
    U16 (l, 0, m, path_consumed,         NUMBER);
    U16 (l, 2, m, number_of_referrals,   NUMBER);
    U32 (l, 4, m, referral_header_flags, FLAGS);
    REST(l, m, referrals, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->referrals, in_len); */
CODEC(wyre_dfsc_referral_response, referral_response, 8, 0)

/* QUERY_DIRECTORY, QUERY_INFO, SET_INFO: [MS-SMB2] 2.2.33 to 2.2.40. Offsets count from the SMB2
 * header. */
#include <wyre/smb2.h>
#include "../core/layout.h"

enum { BODY = WYRE_SMB2_HEADER_SIZE };

/* ---- 2.2.33 QUERY_DIRECTORY request --------------------------------------------------------- */

LAYOUT
query_directory_request(layout *l, wyre_smb2_query_directory_request *m)
{
    SIZE (l, BODY +  0, 33);
    U8   (l, BODY +  2, m, file_information_class, NUMBER);
    U8   (l, BODY +  3, m, flags,                  FLAGS);
    U32  (l, BODY +  4, m, file_index,             NUMBER);
    ARRAY(l, BODY +  8, m, file_id,                BYTES);
    REF16(l, BODY + 24, m, file_name,              UTF16, 8);
    U32  (l, BODY + 28, m, output_buffer_length,   NUMBER);
    AT_LEAST_ONE(l); /* Samba refuses an empty pattern without it */
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_name, in_len); */
CODEC(wyre_smb2_query_directory_request, query_directory_request, BODY + 32, 0)

/* ---- 2.2.37 QUERY_INFO request -------------------------------------------------------------- */

LAYOUT
query_info_request(layout *l, wyre_smb2_query_info_request *m)
{
    SIZE (l, BODY +  0, 41);
    U8   (l, BODY +  2, m, info_type,              NUMBER);
    U8   (l, BODY +  3, m, file_info_class,        NUMBER);
    U32  (l, BODY +  4, m, output_buffer_length,   NUMBER);
    REF(l, 2, BODY + 8, 4, BODY + 12, m, input_buffer, BYTES, 8);
    U16  (l, BODY + 10, m, reserved,               NUMBER);
    U32  (l, BODY + 16, m, additional_information, FLAGS);
    U32  (l, BODY + 20, m, flags,                  FLAGS);
    ARRAY(l, BODY + 24, m, file_id,                BYTES);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->input_buffer, in_len); */
CODEC(wyre_smb2_query_info_request, query_info_request, BODY + 40, 0)

/* ---- 2.2.37.1 QUERY_QUOTA_INFO -------------------------------------------------------------- */

LAYOUT
query_quota_info(layout *l, wyre_smb2_query_quota_info *m)
{
    U8      (l,  0, m, return_single, NUMBER);
    U8      (l,  1, m, restart_scan,  NUMBER);
    U16     (l,  2, m, reserved,      NUMBER);
    COUNT32 (l,  4, m, sid_list);
    RUN     (l,     m, sid_list,      BYTES);
    REF_FROM(l, 16, 4, 12, 4, 8, m, start_sid, BYTES, 4);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->sid_list, in_len) && inside(out->start_sid, in_len); */
CODEC(wyre_smb2_query_quota_info, query_quota_info, 16, 0)

/* ---- 2.2.34, 2.2.36, 2.2.38 response that is an output buffer ------------------------------- */

LAYOUT
output_response(layout *l, wyre_smb2_output_response *m)
{
    SIZE(l, BODY + 0, 9);
    REF(l, 2, BODY + 2, 4, BODY + 4, m, output_buffer, BYTES, 8);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->output_buffer, in_len); */
CODEC(wyre_smb2_output_response, output_response, BODY + 8, 0)

/* ---- 2.2.39 SET_INFO request ---------------------------------------------------------------- */

LAYOUT
set_info_request(layout *l, wyre_smb2_set_info_request *m)
{
    SIZE (l, BODY +  0, 33);
    U8   (l, BODY +  2, m, info_type,              NUMBER);
    U8   (l, BODY +  3, m, file_info_class,        NUMBER);
    REF(l, 2, BODY + 8, 4, BODY + 4, m, buffer, BYTES, 8);
    U16  (l, BODY + 10, m, reserved,               NUMBER);
    U32  (l, BODY + 12, m, additional_information, FLAGS);
    ARRAY(l, BODY + 16, m, file_id,                BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->buffer, in_len); */
CODEC(wyre_smb2_set_info_request, set_info_request, BODY + 32, 0)

/* ---- 2.2.40 SET_INFO response --------------------------------------------------------------- */

LAYOUT
set_info_response(layout *l, wyre_smb2_set_info_response *m)
{
    (void)m;
    SIZE(l, BODY + 0, 2);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb2_set_info_response, set_info_response, BODY + 2, 0)

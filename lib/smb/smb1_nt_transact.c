/* NT_TRANSACT: [MS-CIFS] 2.2.4.62, 2.2.4.63. */
#include "smb1_layout.h"

/* ---- 2.2.4.62.1 request -------------------------------------------------------------------------- */

LAYOUT
request(layout *l, wyre_smb1_nt_transact_request *m)
{
    U8           (l,  0, m, max_setup_count,       NUMBER);
    U16          (l,  1, m, reserved,              NUMBER);
    U32          (l,  3, m, total_parameter_count, NUMBER);
    U32          (l,  7, m, total_data_count,      NUMBER);
    U32          (l, 11, m, max_parameter_count,   NUMBER);
    U32          (l, 15, m, max_data_count,        NUMBER);
    U16          (l, 36, m, function,              NUMBER);
    WORDS        (l, 38, m, setup,                 BYTES);
    WORDS_COUNTED(l, 35, m, setup);
    PARTS        (l);
    REF          (l, 4, 23, 4, 19, m, parameters,  BYTES, 4);
    REF          (l, 4, 31, 4, 27, m, data,        BYTES, 4);
    CHECK        (l, 19, m->parameters.len <= m->total_parameter_count);
    CHECK        (l, 27, m->data.len <= m->total_data_count);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_WITH_SETUP(wyre_smb1_nt_transact_request, request, 19)

/* ---- 2.2.4.63.1 secondary request ---------------------------------------------------------------- */

LAYOUT
secondary(layout *l, wyre_smb1_nt_transact_secondary_request *m)
{
    ARRAY(l,  0, m, reserved1,              BYTES);
    U32  (l,  3, m, total_parameter_count,  NUMBER);
    U32  (l,  7, m, total_data_count,       NUMBER);
    U32  (l, 19, m, parameter_displacement, NUMBER);
    U32  (l, 31, m, data_displacement,      NUMBER);
    U8   (l, 35, m, reserved2,              NUMBER);
    PARTS(l);
    REF  (l, 4, 15, 4, 11, m, parameters,   BYTES, 4);
    REF  (l, 4, 27, 4, 23, m, data,         BYTES, 4);
    CHECK(l, 19, (uint64_t)m->parameter_displacement + m->parameters.len <= m->total_parameter_count);
    CHECK(l, 31, (uint64_t)m->data_displacement + m->data.len <= m->total_data_count);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_nt_transact_secondary_request, secondary, 18)

/* ---- 2.2.4.62.2 response ------------------------------------------------------------------------- */

LAYOUT
response(layout *l, wyre_smb1_nt_transact_response *m)
{
    ARRAY        (l,  0, m, reserved1,              BYTES);
    U32          (l,  3, m, total_parameter_count,  NUMBER);
    U32          (l,  7, m, total_data_count,       NUMBER);
    U32          (l, 19, m, parameter_displacement, NUMBER);
    U32          (l, 31, m, data_displacement,      NUMBER);
    WORDS        (l, 36, m, setup,                  BYTES);
    WORDS_COUNTED(l, 35, m, setup);
    PARTS        (l);
    REF          (l, 4, 15, 4, 11, m, parameters,   BYTES, 4);
    REF          (l, 4, 27, 4, 23, m, data,         BYTES, 4);
    CHECK        (l, 19, (uint64_t)m->parameter_displacement + m->parameters.len <= m->total_parameter_count);
    CHECK        (l, 31, (uint64_t)m->data_displacement + m->data.len <= m->total_data_count);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_WITH_SETUP(wyre_smb1_nt_transact_response, response, 18)

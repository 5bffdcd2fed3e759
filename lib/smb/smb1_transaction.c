/* TRANSACTION and TRANSACTION2: [MS-CIFS] 2.2.4.33, 2.2.4.34, 2.2.4.46, 2.2.4.47. Each part of a
 * message is a fragment: it has to lie inside its total at the place that it is displaced to. */
#include "smb1_layout.h"

/* ---- 2.2.4.33.1 TRANSACTION request -------------------------------------------------------------- */

LAYOUT
request(layout *l, wyre_smb1_transaction_request *m)
{
    U16          (l,  0, m, total_parameter_count, NUMBER);
    U16          (l,  2, m, total_data_count,      NUMBER);
    U16          (l,  4, m, max_parameter_count,   NUMBER);
    U16          (l,  6, m, max_data_count,        NUMBER);
    U8           (l,  8, m, max_setup_count,       NUMBER);
    U8           (l,  9, m, reserved1,             NUMBER);
    U16          (l, 10, m, flags,                 FLAGS);
    U32          (l, 12, m, timeout,               NUMBER);
    U16          (l, 16, m, reserved2,             NUMBER);
    U8           (l, 27, m, reserved3,             NUMBER);
    WORDS        (l, 28, m, setup,                 U16S);
    WORDS_COUNTED(l, 26, m, setup);
    UNICODE      (l,     m);
    STRING       (l,     m, name);
    PARTS        (l);
    REF          (l, 2, 20, 2, 18, m, parameters,  BYTES, 4);
    REF          (l, 2, 24, 2, 22, m, data,        BYTES, 4);
    CHECK        (l, 18, m->parameters.len <= m->total_parameter_count);
    CHECK        (l, 22, m->data.len <= m->total_data_count);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_WITH_SETUP(wyre_smb1_transaction_request, request, 14)

/* ---- 2.2.4.46.1 TRANSACTION2 request ------------------------------------------------------------- */

LAYOUT
request2(layout *l, wyre_smb1_transaction2_request *m)
{
    U16          (l,  0, m, total_parameter_count, NUMBER);
    U16          (l,  2, m, total_data_count,      NUMBER);
    U16          (l,  4, m, max_parameter_count,   NUMBER);
    U16          (l,  6, m, max_data_count,        NUMBER);
    U8           (l,  8, m, max_setup_count,       NUMBER);
    U8           (l,  9, m, reserved1,             NUMBER);
    U16          (l, 10, m, flags,                 FLAGS);
    U32          (l, 12, m, timeout,               NUMBER);
    U16          (l, 16, m, reserved2,             NUMBER);
    U8           (l, 27, m, reserved3,             NUMBER);
    WORDS        (l, 28, m, setup,                 U16S);
    WORDS_COUNTED(l, 26, m, setup);
    UNUSED_NAME  (l);
    PARTS        (l);
    REF          (l, 2, 20, 2, 18, m, parameters,  BYTES, 4);
    REF          (l, 2, 24, 2, 22, m, data,        BYTES, 4);
    CHECK        (l, 18, m->parameters.len <= m->total_parameter_count);
    CHECK        (l, 22, m->data.len <= m->total_data_count);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_WITH_SETUP(wyre_smb1_transaction2_request, request2, 14)

/* ---- 2.2.4.33.2, 2.2.4.46.2 responses ------------------------------------------------------------ */

LAYOUT
response(layout *l, wyre_smb1_transaction_response *m)
{
    U16          (l,  0, m, total_parameter_count,  NUMBER);
    U16          (l,  2, m, total_data_count,       NUMBER);
    U16          (l,  4, m, reserved1,              NUMBER);
    U16          (l, 10, m, parameter_displacement, NUMBER);
    U16          (l, 16, m, data_displacement,      NUMBER);
    U8           (l, 19, m, reserved2,              NUMBER);
    WORDS        (l, 20, m, setup,                  U16S);
    WORDS_COUNTED(l, 18, m, setup);
    PARTS        (l);
    REF          (l, 2,  8, 2,  6, m, parameters,   BYTES, 4);
    REF          (l, 2, 14, 2, 12, m, data,         BYTES, 4);
    CHECK        (l, 10, (uint64_t)m->parameter_displacement + m->parameters.len <= m->total_parameter_count);
    CHECK        (l, 16, (uint64_t)m->data_displacement + m->data.len <= m->total_data_count);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK_WITH_SETUP(wyre_smb1_transaction_response, response, 10)

/* ---- 2.2.4.34.1 TRANSACTION_SECONDARY request ---------------------------------------------------- */

LAYOUT
secondary(layout *l, wyre_smb1_transaction_secondary_request *m)
{
    U16  (l,  0, m, total_parameter_count,  NUMBER);
    U16  (l,  2, m, total_data_count,       NUMBER);
    U16  (l,  8, m, parameter_displacement, NUMBER);
    U16  (l, 14, m, data_displacement,      NUMBER);
    PARTS(l);
    REF  (l, 2,  6, 2,  4, m, parameters,   BYTES, 4);
    REF  (l, 2, 12, 2, 10, m, data,         BYTES, 4);
    CHECK(l,  8, (uint64_t)m->parameter_displacement + m->parameters.len <= m->total_parameter_count);
    CHECK(l, 14, (uint64_t)m->data_displacement + m->data.len <= m->total_data_count);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_transaction_secondary_request, secondary, 8)

/* ---- 2.2.4.47.1 TRANSACTION2_SECONDARY request --------------------------------------------------- */

LAYOUT
secondary2(layout *l, wyre_smb1_transaction2_secondary_request *m)
{
    U16  (l,  0, m, total_parameter_count,  NUMBER);
    U16  (l,  2, m, total_data_count,       NUMBER);
    U16  (l,  8, m, parameter_displacement, NUMBER);
    U16  (l, 14, m, data_displacement,      NUMBER);
    U16  (l, 16, m, fid,                    NUMBER);
    PARTS(l);
    REF  (l, 2,  6, 2,  4, m, parameters,   BYTES, 4);
    REF  (l, 2, 12, 2, 10, m, data,         BYTES, 4);
    CHECK(l,  8, (uint64_t)m->parameter_displacement + m->parameters.len <= m->total_parameter_count);
    CHECK(l, 14, (uint64_t)m->data_displacement + m->data.len <= m->total_data_count);
}

/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_transaction2_secondary_request, secondary2, 9)

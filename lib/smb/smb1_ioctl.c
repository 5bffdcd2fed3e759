/* IOCTL: [MS-CIFS] 2.2.4.35. */
#include "smb1_layout.h"

LAYOUT
request(layout *l, wyre_smb1_ioctl_request *m)
{
    WORD_COUNT(l,    m);
    U16       (l, 0, m, fid,      NUMBER);
    U16       (l, 2, m, category, NUMBER);
    U16       (l, 4, m, function, NUMBER);
    if (m->word_count == 14) {
        U16   (l,  6, m, total_parameter_count,  NUMBER);
        U16   (l,  8, m, total_data_count,       NUMBER);
        U16   (l, 10, m, max_parameter_count,    NUMBER);
        U16   (l, 12, m, max_data_count,         NUMBER);
        U32   (l, 14, m, timeout,                NUMBER);
        U16   (l, 18, m, reserved,               NUMBER);
        PARTS (l);
        REF   (l, 2, 22, 2, 20, m, parameters,   BYTES, 4);
        REF   (l, 2, 26, 2, 24, m, data,         BYTES, 4);
        CHECK (l, 20, m->parameters.len <= m->total_parameter_count);
        CHECK (l, 24, m->data.len <= m->total_data_count);
    }
}

LAYOUT
response(layout *l, wyre_smb1_ioctl_response *m)
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
BLOCK_VARIANTS(wyre_smb1_ioctl_request, request, count == 3 || count == 14)
/*@ DECODES(in, in_len, out, n); */
BLOCK(wyre_smb1_ioctl_response, response, 8)

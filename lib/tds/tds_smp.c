/* The session multiplex protocol: [MC-SMP] 2.2.1. */
#include <wyre/tds_smp.h>
#include "../core/names.h"
#include "tds_layout.h"

enum { SMID = 0x53, HEADER = WYRE_TDS_SMP_HEADER_SIZE };

static const constant_name tds_smp_names[] = {
    NAME(WYRE_TDS_SMP_, SYN),
    NAME(WYRE_TDS_SMP_, ACK),
    NAME(WYRE_TDS_SMP_, FIN),
    NAME(WYRE_TDS_SMP_, DATA),
};

const char *
wyre_tds_smp_name(uint8_t flags)
{
    return NAME_OF(tds_smp_names, flags);
}

LAYOUT
smp(layout *l, wyre_tds_smp *m)
{
    TOKEN  (l,  0, SMID);
    U8     (l,  1, m, flags,  FLAGS);
    CHECK  (l,  1, m->flags == WYRE_TDS_SMP_SYN || m->flags == WYRE_TDS_SMP_ACK ||
                   m->flags == WYRE_TDS_SMP_FIN || m->flags == WYRE_TDS_SMP_DATA);
    U16    (l,  2, m, sid,    NUMBER);
    TOTAL32(l,  4);
    U32    (l,  8, m, seqnum, NUMBER);
    U32    (l, 12, m, wndw,   NUMBER);
    REST   (l, m, payload,    BYTES);
    CHECK  (l,  4, (m->flags == WYRE_TDS_SMP_DATA) == (m->payload.len > 0));
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->payload, in_len); */
CODEC(wyre_tds_smp, smp, HEADER, 0)

/*@ FRAMES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->payload, in_len); */
wyre_status
wyre_tds_smp_frame(const uint8_t *in, size_t in_len, uint32_t max, wyre_tds_smp *out, size_t *n)
{
    wyre_status status = WYRE_OK;
    size_t stopped = 0;
    if (in_len > 0 && in[0] != SMID) {
        status = WYRE_E_MAGIC;
    } else if (in_len < 8) {
        status = WYRE_MORE;
        stopped = HEADER;
    } else {
        uint32_t length = le32(in + 4);
        stopped = length < HEADER || length > max ? 4 : length;
        if (length < HEADER)
            status = WYRE_E_LENGTH;
        else if (length > max)
            status = WYRE_E_LIMIT;
        else if (length > in_len)
            status = WYRE_MORE;
    }
    if (status == WYRE_OK)
        return wyre_tds_smp_decode(in, stopped, 0, out, n);
    *out = (wyre_tds_smp){.flags = 0};
    if (n != NULL)
        *n = stopped;
    return status;
}

/* The SMB1 header: [MS-CIFS] 2.2.3.1, [MS-SMB] 2.2.3.1; and what a signature covers. */
#include <wyre/smb1.h>
#include "../core/layout.h"

LAYOUT
header(layout *l, wyre_smb1_header *m)
{
    MAGIC(l,  0, 0xff534d42);
    U16  (l, 10, m, flags2,            FLAGS); /* says what Status is */
    U8   (l,  4, m, command,           NUMBER);
    if ((m->flags2 & WYRE_SMB1_FLAGS2_NT_STATUS) != 0) {
        U32(l, 5, m, status,           FLAGS);
    } else {
        U8 (l, 5, m, error_class,      NUMBER);
        U8 (l, 6, m, error_reserved,   NUMBER);
        U16(l, 7, m, error_code,       NUMBER);
    }
    U8   (l,  9, m, flags,             FLAGS);
    U16  (l, 12, m, pid_high,          NUMBER);
    ARRAY(l, 14, m, security_features, BYTES);
    U16  (l, 22, m, reserved,          NUMBER);
    U16  (l, 24, m, tid,               NUMBER);
    U16  (l, 26, m, pid_low,           NUMBER);
    U16  (l, 28, m, uid,               NUMBER);
    U16  (l, 30, m, mid,               NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_header, header, WYRE_SMB1_HEADER_SIZE, 0)

/* ---- [MS-CIFS] 3.1.4.1 signing ------------------------------------------------------------------- */

enum { SIGNATURE = 14, SIGNATURE_END = 22 };

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->before, in_len) && inside(out->after, in_len); */
wyre_status
wyre_smb1_signing_ranges(const uint8_t *in, size_t in_len, uint32_t sequence,
                         wyre_smb1_signing *out, size_t *n)
{
    layout l;
    decoding(&l, in, in_len, 0, WYRE_SMB1_HEADER_SIZE, 0, 0, out, sizeof *out);
    if (l.status == WYRE_OK)
        expect_magic(&l, 0, 0xff534d42);
    if (l.status == WYRE_OK) {
        l.end = in_len;
        out->before.off = 0;
        out->before.len = SIGNATURE;
        out->signature.off = SIGNATURE;
        out->signature.len = SIGNATURE_END - SIGNATURE;
        out->after.off = SIGNATURE_END;
        out->after.len = (uint32_t)in_len - SIGNATURE_END;
        out->substitute[0] = (uint8_t)sequence;
        out->substitute[1] = (uint8_t)(sequence >> 8);
        out->substitute[2] = (uint8_t)(sequence >> 16);
        out->substitute[3] = (uint8_t)(sequence >> 24);
    }
    return decoded(&l, out, sizeof *out, n);
}

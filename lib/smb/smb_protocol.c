/* The first four bytes of a message: [MS-CIFS] 2.2.3.1, [MS-SMB2] 2.2.1, 2.2.41, 2.2.42. */
#include <stddef.h>
#include <wyre/smb.h>
#include "../core/names.h"

static const constant_name smb_protocol_names[] = {
    NAME(WYRE_SMB_PROTOCOL_, COMPRESSED),
    NAME(WYRE_SMB_PROTOCOL_, ENCRYPTED),
    NAME(WYRE_SMB_PROTOCOL_, SMB2),
    NAME(WYRE_SMB_PROTOCOL_, SMB1),
};

const char *
wyre_smb_protocol_name(uint8_t protocol)
{
    return NAME_OF(smb_protocol_names, protocol);
}

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(protocol) && (n == \null || \valid(n));
  @ requires \separated(protocol, n, in + (0 .. in_len - 1));
  @ assigns  *protocol, *n;
  @ ensures  \result == WYRE_OK ==> in_len >= 4; */
wyre_status
wyre_smb_protocol(const uint8_t *in, size_t in_len, uint8_t *protocol, size_t *n)
{
    static const uint8_t least[4] = {WYRE_SMB_PROTOCOL_COMPRESSED, 'S', 'M', 'B'};
    static const uint8_t most[4] = {WYRE_SMB_PROTOCOL_SMB1, 'S', 'M', 'B'};
    size_t good = 0;
    /*@ loop invariant 0 <= good <= 4 && good <= in_len; loop assigns good; loop variant 4 - good; */
    while (good < 4 && good < in_len && in[good] >= least[good] && in[good] <= most[good])
        good++;
    *protocol = good == 4 ? in[0] : 0;
    if (n != NULL)
        *n = good;
    if (good == 4)
        return WYRE_OK;
    return good == in_len ? WYRE_E_LENGTH : WYRE_E_MAGIC;
}

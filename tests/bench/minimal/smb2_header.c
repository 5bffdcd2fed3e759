#include <wyre/smb2.h>
#include "minimal.h"

int
main(void)
{
    wyre_smb2_header m;
    return wyre_smb2_header_decode(in, in_len, 0, &m, NULL) == WYRE_OK ? m.command : -1;
}

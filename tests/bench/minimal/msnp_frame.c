#include <wyre/msnp.h>
#include "minimal.h"

int
main(void)
{
    wyre_msnp_command m;
    return wyre_msnp_frame(in, in_len, 12, 8192, 65536, NULL, &m, NULL) == WYRE_OK ? m.verb[0] : -1;
}

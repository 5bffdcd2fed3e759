#include <wyre/tds.h>
#include "minimal.h"

int
main(void)
{
    wyre_tds_login7 m;
    return wyre_tds_login7_decode(in, in_len, 0, &m, NULL) == WYRE_OK ? (int)m.user_name.len : -1;
}

#include <wyre/ftp.h>
#include "minimal.h"

int
main(void)
{
    wyre_ftp_reply m;
    return wyre_ftp_reply_frame(in, in_len, 0, 4096, 512, NULL, &m, NULL) == WYRE_OK ? m.code : -1;
}

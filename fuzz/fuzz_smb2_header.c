#include "fuzz.h"
#include <wyre/smb2.h>

RING(wyre_smb2_header, 0);
RINGS(&wyre_smb2_header_ring)

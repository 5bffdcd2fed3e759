/* lib/smb/smb1_layout.h as it is compiled where there are no vector instructions. */
#define WYRE_PORTABLE
#include "test_smb1_layout.c"

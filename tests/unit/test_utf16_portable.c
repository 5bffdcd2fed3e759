/* lib/core/utf16.c as it is compiled where there are no vector instructions. */
#define WYRE_PORTABLE
#include "../../lib/core/utf16.c"
#include "test_utf16.c"

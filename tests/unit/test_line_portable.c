/* lib/core/line.h as it is compiled where there are no vector instructions. */
#define WYRE_PORTABLE
#include "test_line.c"

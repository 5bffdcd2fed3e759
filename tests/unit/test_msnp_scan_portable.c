/* The same claims where no vector instruction is used. */
#define WYRE_PORTABLE
#include "test_msnp_scan.c"

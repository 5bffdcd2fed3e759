/* How the frame of MSNP looks at a line, and its rules at a name: proved here, once. */
#include "../../lib/msnp/rules.h"
#include "../../lib/msnp/scan.h"

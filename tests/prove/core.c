/* The inlined functions of lib/core, which every decoder calls: proved here, once. */
#include "../../lib/core/layout.h"
#include "../../lib/core/line.h"

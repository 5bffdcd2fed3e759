/* The inlined functions of lib/core, which every decoder calls: proved here, once. */
#include "../../lib/core/bytes.h"
#include "../../lib/core/cursor.h"
#include "../../lib/core/layout_decode.h"
#include "../../lib/core/line.h"
#include "../../lib/core/names.h"

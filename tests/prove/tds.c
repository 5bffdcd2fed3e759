/* The inlined functions that the decoders of TDS share: proved here, once. */
#include "../../lib/tds/tds_feature.h"
#include "../../lib/tds/tds_layout.h"
#include "../../lib/tds/tds_type.h"

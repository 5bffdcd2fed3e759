/* SIDs and ACLs as lines of layouts: proved here, once. */
#include "../../lib/smb/dtyp_parts.h"

/* The lines of SMB1's layouts: proved here, once. */
#include "../../lib/smb/smb1_layout.h"

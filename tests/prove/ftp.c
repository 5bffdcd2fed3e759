/* The inlined functions that the frames of FTP share: proved here, once. */
#include "../../lib/ftp/reply_line.h"
#include "../../lib/ftp/telnet.h"

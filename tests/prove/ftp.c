/* The inlined functions that the frames and grammars of FTP share: proved here, once. */
#include "../../lib/ftp/facts.h"
#include "../../lib/ftp/grammar.h"
#include "../../lib/ftp/reply_line.h"
#include "../../lib/ftp/telnet.h"

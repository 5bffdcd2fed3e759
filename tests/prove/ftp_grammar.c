/* The inlined scanners that the grammars of FTP share: proved here, once. */
#include "../../lib/ftp/facts.h"
#include "../../lib/ftp/grammar.h"

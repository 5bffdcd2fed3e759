/* wyre/wyre.h: every protocol. */
#ifndef WYRE_WYRE_H
#define WYRE_WYRE_H
#include <wyre/core.h>
#include <wyre/smb.h>
#include <wyre/tds.h>
#include <wyre/ftp.h>
#include <wyre/msnp.h>
#include <wyre/ntlmssp.h>
#include <wyre/spnego.h>
#endif

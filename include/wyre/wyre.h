/* wyre/wyre.h: every protocol. */
#ifndef WYRE_WYRE_H
#define WYRE_WYRE_H
#include <wyre/core.h>
#include <wyre/ntlmssp.h>
#include <wyre/spnego.h>
#include <wyre/msnp.h>
#include <wyre/smb.h>
#endif

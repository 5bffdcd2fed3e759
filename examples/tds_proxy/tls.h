/* TLS for an end of a connection: OpenSSL does it, and wyre says where it is in TDS. */
#ifndef TLS_H
#define TLS_H
#include "../tds_io.h"

/* Makes a key and a certificate that signs itself, in memory, for as long as the program runs.
 * 0: the program was built without OpenSSL, or OpenSSL could not. */
int tls_prepare(void);

/* Shakes hands after PRELOGIN; from then on the end is read and written through TLS.
 *   is_server  1: the proxy is the server of this end, as its clients see it
 *   outcome    what the two PRELOGINs came to: WYRE_TDS_ENCRYPTION_LOGIN or ..._ALL
 * 0: no TLS came about; the connection has to end. */
int tls_begin(peer *p, int is_server, uint32_t outcome);
#endif

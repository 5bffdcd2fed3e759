/* wyre/tds.h: TDS 7.0 to 7.4 and 8.0, [MS-TDS], with the login records of TDS 4.2 and 5.0.
 *
 * The way in: wyre_tds_packet_frame or wyre_tds_message_frame find a unit in a stream; the type of
 * its packets says which decoder its payload is for. Packet headers and the PRELOGIN table are
 * big-endian on the wire, everything else is little-endian. */
#ifndef WYRE_TDS_H
#define WYRE_TDS_H
#include <wyre/tds_login4.h>
#include <wyre/tds_login7.h>
#include <wyre/tds_packet.h>
#include <wyre/tds_prelogin.h>
#include <wyre/tds_request.h>
#include <wyre/tds_row.h>
#include <wyre/tds_smp.h>
#include <wyre/tds_tell.h>
#include <wyre/tds_tls.h>
#include <wyre/tds_token.h>
#include <wyre/tds_type.h>
#endif

/* wyre/ftp.h: FTP. RFC 959 with 775, 1123, 1639, 2228, 2389, 2428, 2640, 3659, 4217 and 7151. */
#ifndef WYRE_FTP_H
#define WYRE_FTP_H
#include <wyre/ftp_command.h>
#include <wyre/ftp_address.h>
#include <wyre/ftp_listing.h>
#include <wyre/ftp_reply.h>
#include <wyre/ftp_transfer.h>
#include <wyre/ftp_value.h>
#include <wyre/ftp_visit.h>
#endif

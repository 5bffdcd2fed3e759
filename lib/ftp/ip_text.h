/* IP addresses as text. */
#ifndef WYRE_LIB_FTP_IP_TEXT_H
#define WYRE_LIB_FTP_IP_TEXT_H
#include "grammar.h"

/* Four numbers with dots, no leading zeros. */
void scan_ipv4(wyre_rd *r, uint8_t address[4]);
void print_ipv4(wyre_wr *w, const uint8_t address[4]);
/* RFC 4291 2.2, without a zone; printed as RFC 5952 says. */
void scan_ipv6(wyre_rd *r, uint8_t address[16]);
void print_ipv6(wyre_wr *w, const uint8_t address[16]);
#endif

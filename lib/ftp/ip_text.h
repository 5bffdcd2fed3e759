/* IP addresses as text. */
#ifndef WYRE_LIB_FTP_IP_TEXT_H
#define WYRE_LIB_FTP_IP_TEXT_H
#include "grammar.h"

/* clang-format off */
#define READS_ADDRESS(r, address, n)                                                               \
    requires reading(r) && \valid(address + (0 .. (n) - 1));                                       \
    requires \separated(r, address + (0 .. (n) - 1), r->in + (0 .. r->end - 1));                   \
    assigns r->pos, r->status, r->fault, address[0 .. (n) - 1];                                    \
    ensures reading(r) && r->pos >= \old(r->pos);                                                  \
    ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK
/* clang-format on */

/* Four numbers with dots, no leading zeros. */
/*@ READS_ADDRESS(r, address, 4); */
void scan_ipv4(wyre_rd *r, uint8_t address[4]);
void print_ipv4(wyre_wr *w, const uint8_t address[4]);
/* RFC 4291 2.2, without a zone; printed as RFC 5952 says. */
/*@ READS_ADDRESS(r, address, 16); */
void scan_ipv6(wyre_rd *r, uint8_t address[16]);
void print_ipv6(wyre_wr *w, const uint8_t address[16]);
#endif

/* One complete command, and where its line ended: what the views begin with. */
#ifndef WYRE_LIB_MSNP_LINE_H
#define WYRE_LIB_MSNP_LINE_H
#include <wyre/msnp_command.h>

/* wyre_msnp_command_decode; *line_end is where the text of the line ends, *n never NULL. */
wyre_status wyre_msnp_unit_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                  wyre_msnp_command *out, size_t *line_end, size_t *n);

/* How many of the len digits at p, 1 to 10 of them and not over UINT32_MAX, make a TrID; else 0. */
unsigned wyre_msnp_trid_digits(const uint8_t *p, size_t len, uint32_t *trid);
#endif

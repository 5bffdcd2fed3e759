/* One complete command, and what else is known of its line: what the views begin with. */
#ifndef WYRE_LIB_MSNP_LINE_H
#define WYRE_LIB_MSNP_LINE_H
#include <wyre/msnp_command.h>

/* What is known once the line is complete. */
typedef struct unit {
    size_t line_end; /* of its text */
    size_t body;     /* behind its LF */
    uint64_t length; /* of the payload */
    size_t stop;     /* where the unit ends; on MORE the least length worth calling again with; else
                        the byte at fault */
    uint64_t stops;  /* bit i: a field ends in front of in[i] */
    int trid_is_due; /* a line of this name has a TrID */
} unit;

/* wyre_msnp_command_decode; `out` is zeroed by the caller, who zeroes it again on a refusal. */
wyre_status wyre_msnp_unit_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                  wyre_msnp_command *out, unit *u);

/* How many of the len digits at p, 1 to 10 of them and not over UINT32_MAX, make a TrID; else 0. */
unsigned wyre_msnp_trid_digits(const uint8_t *p, size_t len, uint32_t *trid);
#endif

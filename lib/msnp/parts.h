/* What the payload of a command holds, told to a visitor. */
#ifndef WYRE_LIB_MSNP_PARTS_H
#define WYRE_LIB_MSNP_PARTS_H
#include <wyre/msnp_command.h>

/* m was decoded from `in`. WYRE_OK, or the first refusal of a part and *fault where it is. */
wyre_status wyre_msnp_tell_payload(const wyre_msnp_command *m, const uint8_t *in,
                                   const wyre_visitor *v, size_t *fault);
#endif

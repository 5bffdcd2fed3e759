/* What the payload of a command holds, told to a visitor. */
#ifndef WYRE_LIB_MSNP_PARTS_H
#define WYRE_LIB_MSNP_PARTS_H
#include <wyre/core.h>

/* The payload of a command whose verb is `tag`; its span counts from `in`. WYRE_OK, or the first refusal of
 * a part and *fault where it is. */
wyre_status wyre_msnp_tell_payload(uint32_t tag, wyre_span payload, const uint8_t *in,
                                   const wyre_visitor *v, size_t *fault);
#endif

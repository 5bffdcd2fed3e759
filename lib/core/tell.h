/* Tells a visitor the fields of a message that has no layout: TELL_SPAN(v, m, verb, TEXT) tells
 * m->verb as "verb". */
#ifndef WYRE_LIB_CORE_TELL_H
#define WYRE_LIB_CORE_TELL_H
#include <stddef.h>
#include <wyre/core.h>
#include "bytes.h"

#define TELL_NUMBER(v, m, f, kind) tell_number_to(v, #f, WYRE_KIND_##kind, (m)->f)
#define TELL_SPAN(v, m, f, kind)   tell_span_to(v, #f, WYRE_KIND_##kind, (m)->f)
#define TELL_BYTES(v, m, f, kind)                                                                  \
    tell_bytes_to(v, #f, WYRE_KIND_##kind, (m)->f, (uint32_t)sizeof(m)->f)

INLINE void
tell_number_to(const wyre_visitor *v, const char *name, uint32_t kind, uint64_t value)
{
    if (v->number != NULL)
        v->number(v->user, name, kind, value);
}
INLINE void
tell_bytes_to(const wyre_visitor *v, const char *name, uint32_t kind, const uint8_t *at,
              uint32_t len)
{
    if (v->bytes != NULL)
        v->bytes(v->user, name, kind, at, len);
}
INLINE void
tell_span_to(const wyre_visitor *v, const char *name, uint32_t kind, wyre_span span)
{
    if (v->span != NULL)
        v->span(v->user, name, kind, span);
}
INLINE void
tell_enter(const wyre_visitor *v, const char *name, wyre_span window)
{
    if (v->enter != NULL)
        v->enter(v->user, name, window);
}
INLINE void
tell_leave(const wyre_visitor *v)
{
    if (v->leave != NULL)
        v->leave(v->user);
}
#endif

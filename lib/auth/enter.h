/* The two callbacks of a visitor that no layout calls: around a part with a window of its own. */
#ifndef WYRE_LIB_AUTH_ENTER_H
#define WYRE_LIB_AUTH_ENTER_H
#include <wyre/core.h>
#include "../core/bytes.h"

INLINE void
enter(const wyre_visitor *v, const char *name, wyre_span window)
{
    if (v->enter != NULL)
        v->enter(v->user, name, window);
}
INLINE void
leave(const wyre_visitor *v)
{
    if (v->leave != NULL)
        v->leave(v->user);
}
#endif

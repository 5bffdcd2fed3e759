/* Lines of a layout that TDS adds to those of core/layout.h. */
#ifndef WYRE_LIB_TDS_TDS_LAYOUT_H
#define WYRE_LIB_TDS_TDS_LAYOUT_H
#include "../core/layout.h"

/* PRESENT: whether anything follows, for parts that may be left out. */
#ifdef WYRE_PROVE
#define PRESENT(l, m, f) ((m)->f = (l)->end < (l)->limit)
#else
INLINE void
present(layout *l, uint8_t *value)
{
    if (l->way == DECODE)
        *value = l->end < l->limit;
}
#define PRESENT(l, m, f) present(l, &(m)->f)
#endif
#endif

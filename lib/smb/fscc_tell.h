/* Records of one kind, alone or in a list, decoded and told in one go. */
#ifndef WYRE_LIB_SMB_FSCC_TELL_H
#define WYRE_LIB_SMB_FSCC_TELL_H
#include <wyre/fscc_list.h>
#include "../core/layout.h"

#ifndef WYRE_PROVE

/* Tells one record; `kind` is the information class or control code that chose it. */
typedef wyre_status teller(uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v,
                           size_t *n);

/* TELLER(tell_x, wyre_x) defines the teller of one wyre_x. */
#define TELLER(name, T)                                                                            \
    static wyre_status name(uint32_t kind, const uint8_t *in, size_t in_len,                       \
                            const wyre_visitor *v, size_t *n)                                      \
    {                                                                                              \
        T m;                                                                                       \
        (void)kind;                                                                                \
        wyre_status status = T##_decode(in, in_len, 0, &m, n);                                     \
        return status == WYRE_OK ? T##_visit(&m, v) : status;                                      \
    }

/* Each entry of a list as a part "entry". */
INLINE wyre_status
tell_entries(teller *one, uint32_t kind, const uint8_t *in, size_t in_len, const wyre_visitor *v,
             size_t *n)
{
    wyre_fscc_entry_iter it = {0, 0, 0};
    wyre_span entry;
    wyre_status status;
    size_t fault = 0;
    layout l = visiting(v);
    while ((status = wyre_fscc_entry_next(&it, in, in_len, WYRE_FSCC_ENTRY_END_IS_LAST, &entry)) ==
           WYRE_OK) {
        tell_enter(l.visitor, "entry", entry);
        status = one(kind, in + entry.off, entry.len, v, &fault);
        tell_leave(l.visitor);
        if (status != WYRE_OK)
            break;
    }
    if (n != NULL && status != WYRE_END)
        *n = entry.len == 0 ? it.fault : entry.off + fault;
    else if (n != NULL)
        *n = in_len;
    return status == WYRE_END ? WYRE_OK : status;
}
#endif
#endif

/* What the files that tell a whole SMB2 message to a visitor share. A part is decoded, told, and what is
 * nested in it follows; the first refusal is kept, and what can still be told is told. */
#ifndef WYRE_LIB_SMB_SMB2_VISIT_H
#define WYRE_LIB_SMB_SMB2_VISIT_H
#include <string.h>
#include <wyre/smb2.h>
#include "../core/bytes.h"

/* What the functions here work on: one link, or one payload of a context. */
typedef struct telling {
    const uint8_t *in;
    size_t in_len;
    const wyre_visitor *v;
    int response; /* the direction of the message */
    wyre_status status;
    size_t fault; /* counts from `in` */
} telling;

INLINE void
keep(telling *t, wyre_status status, size_t fault)
{
    if (t->status == WYRE_OK && status != WYRE_OK && status != WYRE_END) {
        t->status = status;
        t->fault = fault;
    }
}

INLINE void
enter(const telling *t, const char *name, size_t off, size_t len)
{
    if (t->v->enter != NULL)
        t->v->enter(t->v->user, name, (wyre_span){(uint32_t)off, (uint32_t)len});
}
INLINE void
leave(const telling *t)
{
    if (t->v->leave != NULL)
        t->v->leave(t->v->user);
}

/* Decodes all of t->in as T and tells it; `m` is left for what is nested. */
#define TELL(t, T, m)                                                                              \
    T m;                                                                                           \
    size_t m##_n;                                                                                  \
    wyre_status m##_status = T##_decode((t)->in, (t)->in_len, 0, &m, &m##_n);                      \
    if (m##_status == WYRE_OK)                                                                     \
        T##_visit(&m, (t)->v);                                                                     \
    keep(t, m##_status, m##_n)

/* A function that does nothing but that. */
#define TELLS(T)                                                                                   \
    static void tell_##T(telling *t)                                                               \
    {                                                                                              \
        TELL(t, wyre_smb2_##T, m);                                                                 \
    }

/* A part of t->in, as a telling of its own; its refusal is kept with the offset in t->in. */
INLINE void
tell_part(telling *t, wyre_span part, void (*tell)(telling *t))
{
    telling inner = {part.len > 0 ? t->in + part.off : NULL, part.len, t->v, t->response, 0, 0};
    tell(&inner);
    keep(t, inner.status, part.off + inner.fault);
}

typedef struct content {
    const char *name; /* of the part; NULL: not known */
    void (*tell)(telling *t);
} content;

/* clang-format off */
#define CONTENT(T) (content){#T, tell_##T}
/* clang-format on */

INLINE void
tell_data(telling *t, wyre_span data, content what)
{
    if (what.tell == NULL)
        return;
    enter(t, what.name, data.off, data.len);
    tell_part(t, data, what.tell);
    leave(t);
}

/* Equal records one behind another. */
INLINE void
tell_records(telling *t, wyre_span records, uint32_t size, content what)
{
    for (uint32_t off = 0; size <= records.len - off; off += size)
        tell_data(t, (wyre_span){records.off + off, size}, what);
}

/* The lists of contexts: smb2_visit_contexts.c. */
void smb2_tell_negotiate_contexts(telling *t, wyre_span list, uint32_t entries);
void smb2_tell_tree_connect_contexts(telling *t, wyre_span list, uint32_t entries);
void smb2_tell_create_contexts(telling *t, wyre_span list);
void smb2_tell_error_data(telling *t, uint32_t status, const wyre_smb2_error_response *m);
#endif

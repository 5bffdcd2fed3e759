/* Self-relative security descriptors: [MS-DTYP] 2.4.6. */
#include <wyre/dtyp.h>
#include "dtyp_parts.h"
#include "parts.h"

enum { FIXED = 20 };

/* Where the part of the offset field at `at` begins; 0: there is none, or the offset is refused. */
/*@ requires open(l) && within(l, at, 4);
  @ assigns l->status, l->fault;
  @ ensures open(l) && \result <= l->limit;
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE uint32_t
part_offset(layout *l, size_t at)
{
    uint32_t off = load_width(l, at, 4);
    if (off == 0 || (off >= FIXED && off <= l->limit))
        return off;
    refuse(l, WYRE_E_OFFSET, at);
    return 0;
}
/*@ requires open(l) && within(l, at, 4) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && l->end >= \old(l->end);
  @ ensures l->status == WYRE_OK ==> inside(*span, l->in_len);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
find_sid(layout *l, size_t at, wyre_span *span)
{
    uint32_t off = part_offset(l, at);
    resolve(l, at, off, off == 0 ? 0 : sid_length(l, off), span);
}
/*@ requires open(l) && within(l, at, 4) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && l->end >= \old(l->end);
  @ ensures l->status == WYRE_OK ==> inside(*span, l->in_len);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
find_acl(layout *l, size_t at, wyre_span *span)
{
    uint32_t off = part_offset(l, at);
    resolve(l, at, off, off == 0 ? 0 : acl_length(l, off), span);
}

#ifdef WYRE_PROVE
#define SID_AT(l, at, m, f) find_sid(l, at, &(m)->f)
#define ACL_AT(l, at, m, f) find_acl(l, at, &(m)->f)
#else
INLINE void
part_at(layout *l, size_t at, const char *name, int is_sid, wyre_span *span)
{
    if (l->way == DECODE && is_sid)
        find_sid(l, at, span);
    if (l->way == DECODE && !is_sid)
        find_acl(l, at, span);
    if (l->way == VISIT)
        tell_span(l, name, WYRE_KIND_BYTES, *span);
}
/* Fixed part: the offset of a part that tells its own length, or 0. PARTS encodes them. */
#define SID_AT(l, at, m, f) part_at(l, at, #f, 1, &(m)->f)
#define ACL_AT(l, at, m, f) part_at(l, at, #f, 0, &(m)->f)
#endif

LAYOUT
security_descriptor(layout *l, wyre_dtyp_security_descriptor *m)
{
    U8    (l,  0, m, revision, NUMBER);
    CHECK (l,  0, m->revision == 1);
    U8    (l,  1, m, sbz1,     NUMBER);
    U16   (l,  2, m, control,  FLAGS);
    SID_AT(l, 4, m, owner);
    SID_AT(l, 8, m, group);
    ACL_AT(l, 12, m, sacl);
    ACL_AT(l, 16, m, dacl);
    PARTS(l, 0, 4, {4, 4, &m->owner}, {8, 4, &m->group}, {12, 4, &m->sacl}, {16, 4, &m->dacl});
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->owner, in_len) && inside(out->group, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->sacl, in_len) && inside(out->dacl, in_len); */
CODEC(wyre_dtyp_security_descriptor, security_descriptor, FIXED, 0)

/* ---- a whole descriptor to a visitor -------------------------------------------------------------- */

#ifndef WYRE_PROVE

static wyre_status
visit_sid(const wyre_visitor *v, const char *name, const uint8_t *in, wyre_span part)
{
    wyre_dtyp_sid m;
    if (part.len == 0)
        return WYRE_OK;
    wyre_status status = wyre_dtyp_sid_decode(in + part.off, part.len, 0, &m, NULL);
    if (status != WYRE_OK)
        return status;
    tell_enter(v, name, part);
    wyre_dtyp_sid_visit(&m, v);
    tell_leave(v);
    return WYRE_OK;
}

static wyre_status
visit_acl(const wyre_visitor *v, const char *name, const uint8_t *in, wyre_span part, size_t *fault)
{
    wyre_dtyp_acl list;
    wyre_dtyp_ace entry;
    wyre_dtyp_ace_iter it = {0, 0, 0};
    if (part.len == 0)
        return WYRE_OK;
    wyre_status status = wyre_dtyp_acl_decode(in + part.off, part.len, 0, &list, NULL);
    if (status != WYRE_OK)
        return status;
    tell_enter(v, name, part);
    wyre_dtyp_acl_visit(&list, v);
    while ((status = wyre_dtyp_ace_next(&it, in + part.off, part.len, &entry)) == WYRE_OK) {
        tell_enter(v, "ace", (wyre_span){0, part.len});
        wyre_dtyp_ace_visit(&entry, v);
        tell_leave(v);
    }
    tell_leave(v);
    *fault = part.off + (size_t)it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

wyre_status
wyre_dtyp_security_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_dtyp_security_descriptor m;
    size_t at = 0;
    wyre_status status = wyre_dtyp_security_descriptor_decode(in, in_len, 0, &m, &at);
    if (status == WYRE_OK) {
        size_t end = at;
        wyre_dtyp_security_descriptor_visit(&m, v);
        status = visit_sid(v, "owner_sid", in, m.owner);
        if (status == WYRE_OK)
            status = visit_sid(v, "group_sid", in, m.group);
        if (status == WYRE_OK)
            status = visit_acl(v, "sacl_entries", in, m.sacl, &at);
        if (status == WYRE_OK)
            status = visit_acl(v, "dacl_entries", in, m.dacl, &at);
        if (status == WYRE_OK)
            at = end;
    }
    if (n != NULL)
        *n = at;
    return status;
}
#endif

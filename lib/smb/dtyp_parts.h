/* SIDs and ACLs as parts of other structures: they tell their own lengths. */
#ifndef WYRE_LIB_SMB_DTYP_PARTS_H
#define WYRE_LIB_SMB_DTYP_PARTS_H
#include <wyre/dtyp.h>
#include "../core/layout.h"

/* The length of the SID at `at`, or 0 and a refusal: [MS-DTYP] 2.4.2.2. */
/*@ requires open(l) && at <= l->limit;
  @ assigns l->status, l->fault;
  @ ensures open(l) && (\result == 0 || (8 <= \result && \result <= l->limit - at));
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE uint32_t
sid_length(layout *l, size_t at)
{
    size_t left = l->limit - at;
    if (left < 8) {
        refuse(l, WYRE_E_LENGTH, l->limit);
        return 0;
    }
    if (l->in[at] != 1 || l->in[at + 1] > WYRE_DTYP_SID_MAX_SUB_AUTHORITIES) {
        refuse(l, WYRE_E_VALUE, l->in[at] != 1 ? at : at + 1);
        return 0;
    }
    uint32_t len = 8 + 4 * (uint32_t)l->in[at + 1];
    if (len <= left)
        return len;
    refuse(l, WYRE_E_LENGTH, at + 1);
    return 0;
}

/* The length of the ACL at `at`, or 0 and a refusal: [MS-DTYP] 2.4.5. */
/*@ requires open(l) && at <= l->limit;
  @ assigns l->status, l->fault;
  @ ensures open(l) && (\result == 0 || (8 <= \result && \result <= l->limit - at));
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE uint32_t
acl_length(layout *l, size_t at)
{
    size_t left = l->limit - at;
    if (left < 8) {
        refuse(l, WYRE_E_LENGTH, l->limit);
        return 0;
    }
    uint32_t len = le16(l->in + at + 2);
    if (len >= 8 && len <= left)
        return len;
    refuse(l, WYRE_E_LENGTH, at + 2);
    return 0;
}

/* A SID that is next in line. */
/*@ requires open(l) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault, l->end;
  @ ensures open(l) && inside(*span, l->in_len) && l->end >= \old(l->end);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
next_sid(layout *l, wyre_span *span)
{
    next_in_line(l, l->end, sid_length(l, l->end), span);
}

#ifdef WYRE_PROVE
#define SID(l, m, f) next_sid(l, &(m)->f)
#else
INLINE void
sid_run(layout *l, const char *name, wyre_span *span)
{
    if (l->way == DECODE)
        next_sid(l, span);
    if (l->way == ENCODE)
        append(l, *span);
    if (l->way == VISIT)
        tell_span(l, name, WYRE_KIND_BYTES, *span);
}
/* Tail: a SID, which is as long as it says. */
#define SID(l, m, f) sid_run(l, #f, &(m)->f)
#endif
#endif

/* Access control lists and entries: [MS-DTYP] 2.4.4, 2.4.5. */
#include <wyre/dtyp.h>
#include "../core/names.h"
#include "dtyp_parts.h"

static const constant_name dtyp_ace_type_names[] = {
    NAME(WYRE_DTYP_ACE_, ACCESS_ALLOWED),
    NAME(WYRE_DTYP_ACE_, ACCESS_DENIED),
    NAME(WYRE_DTYP_ACE_, SYSTEM_AUDIT),
    NAME(WYRE_DTYP_ACE_, SYSTEM_ALARM),
    NAME(WYRE_DTYP_ACE_, ACCESS_ALLOWED_COMPOUND),
    NAME(WYRE_DTYP_ACE_, ACCESS_ALLOWED_OBJECT),
    NAME(WYRE_DTYP_ACE_, ACCESS_DENIED_OBJECT),
    NAME(WYRE_DTYP_ACE_, SYSTEM_AUDIT_OBJECT),
    NAME(WYRE_DTYP_ACE_, SYSTEM_ALARM_OBJECT),
    NAME(WYRE_DTYP_ACE_, ACCESS_ALLOWED_CALLBACK),
    NAME(WYRE_DTYP_ACE_, ACCESS_DENIED_CALLBACK),
    NAME(WYRE_DTYP_ACE_, ACCESS_ALLOWED_CALLBACK_OBJECT),
    NAME(WYRE_DTYP_ACE_, ACCESS_DENIED_CALLBACK_OBJECT),
    NAME(WYRE_DTYP_ACE_, SYSTEM_AUDIT_CALLBACK),
    NAME(WYRE_DTYP_ACE_, SYSTEM_ALARM_CALLBACK),
    NAME(WYRE_DTYP_ACE_, SYSTEM_AUDIT_CALLBACK_OBJECT),
    NAME(WYRE_DTYP_ACE_, SYSTEM_ALARM_CALLBACK_OBJECT),
    NAME(WYRE_DTYP_ACE_, SYSTEM_MANDATORY_LABEL),
    NAME(WYRE_DTYP_ACE_, SYSTEM_RESOURCE_ATTRIBUTE),
    NAME(WYRE_DTYP_ACE_, SYSTEM_SCOPED_POLICY_ID),
};

const char *
wyre_dtyp_ace_type_name(uint8_t type)
{
    return NAME_OF(dtyp_ace_type_names, type);
}

/* ---- 2.4.4.2 to 2.4.4.17 ACE ----------------------------------------------------------------------- */

/* Mask and SID. */
INLINE int
is_plain(uint8_t type)
{
    return type <= WYRE_DTYP_ACE_SYSTEM_ALARM || type == WYRE_DTYP_ACE_ACCESS_ALLOWED_CALLBACK ||
           type == WYRE_DTYP_ACE_ACCESS_DENIED_CALLBACK ||
           type == WYRE_DTYP_ACE_SYSTEM_AUDIT_CALLBACK ||
           type == WYRE_DTYP_ACE_SYSTEM_ALARM_CALLBACK ||
           (type >= WYRE_DTYP_ACE_SYSTEM_MANDATORY_LABEL &&
            type <= WYRE_DTYP_ACE_SYSTEM_SCOPED_POLICY_ID);
}

/* Mask, which GUIDs follow, those, and SID. */
INLINE int
is_object(uint8_t type)
{
    return (type >= WYRE_DTYP_ACE_ACCESS_ALLOWED_OBJECT &&
            type <= WYRE_DTYP_ACE_SYSTEM_ALARM_OBJECT) ||
           type == WYRE_DTYP_ACE_ACCESS_ALLOWED_CALLBACK_OBJECT ||
           type == WYRE_DTYP_ACE_ACCESS_DENIED_CALLBACK_OBJECT ||
           type == WYRE_DTYP_ACE_SYSTEM_AUDIT_CALLBACK_OBJECT ||
           type == WYRE_DTYP_ACE_SYSTEM_ALARM_CALLBACK_OBJECT;
}

LAYOUT
ace(layout *l, wyre_dtyp_ace *m)
{
    U8     (l, 0, m, ace_type,  NUMBER);
    U8     (l, 1, m, ace_flags, FLAGS);
    TOTAL16(l, 2);
    if (is_plain(m->ace_type) || is_object(m->ace_type)) {
        NEXT32(l, m, mask, FLAGS);
        if (is_object(m->ace_type)) {
            NEXT32(l, m, object_flags, FLAGS);
            if ((m->object_flags & WYRE_DTYP_ACE_OBJECT_TYPE_PRESENT) != 0)
                NEXT_ARRAY(l, m, object_type, GUID);
            if ((m->object_flags & WYRE_DTYP_ACE_INHERITED_OBJECT_TYPE_PRESENT) != 0)
                NEXT_ARRAY(l, m, inherited_object_type, GUID);
        }
        SID(l, m, sid);
    }
    REST   (l, m, application_data, BYTES);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->sid, in_len) && inside(out->application_data, in_len); */
CODEC(wyre_dtyp_ace, ace, 4, 0)

/* ---- 2.4.5 ACL --------------------------------------------------------------------------------------- */

LAYOUT
acl(layout *l, wyre_dtyp_acl *m)
{
    U8     (l, 0, m, acl_revision, NUMBER);
    U8     (l, 1, m, sbz1,         NUMBER);
    TOTAL16(l, 2);
    U16    (l, 4, m, ace_count,    NUMBER);
    U16    (l, 6, m, sbz2,         NUMBER);
    REST   (l, m, aces, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->aces, in_len); */
CODEC(wyre_dtyp_acl, acl, 8, 0)

#ifndef WYRE_PROVE

/* The first call finds the list's own borders. */
static wyre_status
first_ace(wyre_dtyp_ace_iter *it, const uint8_t *in, size_t in_len, size_t *fault)
{
    wyre_dtyp_acl list;
    wyre_status status = wyre_dtyp_acl_decode(in, in_len, 0, &list, fault);
    if (status == WYRE_OK) {
        it->pos = list.aces.off;
        it->left = list.ace_count;
    }
    return status;
}

/* Decodes the entry at it->pos; `end` is where it, or its byte at fault, stands. */
static wyre_status
ace_at(const wyre_dtyp_ace_iter *it, const uint8_t *in, size_t in_len, wyre_dtyp_ace *out,
       size_t *end)
{
    size_t list_end = in_len < 4 ? 0 : le16(in + 2);
    *end = it->pos;
    if (list_end > in_len || it->pos > list_end)
        return WYRE_E_STATE;
    layout l;
    decoding(&l, in, list_end, it->pos, 4, 0, 0, out, sizeof *out);
    if (l.status == WYRE_OK)
        ace(&l, out);
    return decoded(&l, out, sizeof *out, end);
}

wyre_status
wyre_dtyp_ace_next(wyre_dtyp_ace_iter *it, const uint8_t *in, size_t in_len, wyre_dtyp_ace *out)
{
    size_t end = 0;
    memset(out, 0, sizeof *out);
    wyre_status status = it->pos == 0 ? first_ace(it, in, in_len, &end) : WYRE_OK;
    if (status == WYRE_OK && it->left == 0)
        return WYRE_END;
    if (status == WYRE_OK)
        status = ace_at(it, in, in_len, out, &end);
    if (status != WYRE_OK) {
        it->fault = (uint32_t)end;
        return status;
    }
    it->pos = (uint32_t)end;
    it->left--;
    return WYRE_OK;
}
#endif

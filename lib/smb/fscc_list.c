/* Lists of entries: [MS-FSCC] 2.4, 2.7. */
#include <wyre/fscc_list.h>
#include "../core/cursor.h"
#include "../core/names.h"
#include "fscc_tell.h"

static const constant_name fscc_file_action_names[] = {
    NAME(WYRE_FSCC_FILE_ACTION_, ADDED),
    NAME(WYRE_FSCC_FILE_ACTION_, REMOVED),
    NAME(WYRE_FSCC_FILE_ACTION_, MODIFIED),
    NAME(WYRE_FSCC_FILE_ACTION_, RENAMED_OLD_NAME),
    NAME(WYRE_FSCC_FILE_ACTION_, RENAMED_NEW_NAME),
    NAME(WYRE_FSCC_FILE_ACTION_, ADDED_STREAM),
    NAME(WYRE_FSCC_FILE_ACTION_, REMOVED_STREAM),
    NAME(WYRE_FSCC_FILE_ACTION_, MODIFIED_STREAM),
    NAME(WYRE_FSCC_FILE_ACTION_, REMOVED_BY_DELETE),
    NAME(WYRE_FSCC_FILE_ACTION_, ID_NOT_TUNNELLED),
    NAME(WYRE_FSCC_FILE_ACTION_, TUNNELLED_ID_COLLISION),
};

const char *
wyre_fscc_file_action_name(uint32_t action)
{
    return NAME_OF(fscc_file_action_names, action);
}

/* ---- the walk and the builder ------------------------------------------------------------------- */

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(*out, in_len) && out->len >= 4 && it->pos == \old(it->pos) + out->len; */
wyre_status
wyre_fscc_entry_next(wyre_fscc_entry_iter *it, const uint8_t *in, size_t in_len, uint32_t flags,
                     wyre_span *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_span){0, 0};
    if ((flags & ~(uint32_t)WYRE_FSCC_ENTRY_END_IS_LAST) != 0 || in_len > UINT32_MAX ||
        it->pos > in_len) {
        it->fault = 0;
        return WYRE_E_ARG;
    }
    if (it->done != 0 || it->pos == in_len)
        return WYRE_END;
    r.pos = it->pos;
    size_t left = in_len - r.pos;
    uint32_t next = rd_u32le(&r);
    int is_last = next == 0 || ((flags & WYRE_FSCC_ENTRY_END_IS_LAST) != 0 && next == left);
    if (!is_last && (next < 4 || next >= left))
        rd_refuse(&r, WYRE_E_OFFSET, it->pos);
    if (r.status != WYRE_OK) {
        it->fault = (uint32_t)r.fault;
        return r.status;
    }
    *out = (wyre_span){it->pos, is_last ? (uint32_t)left : next};
    it->pos += out->len;
    it->done = (uint32_t)is_last;
    return WYRE_OK;
}

void
wyre_fscc_entry_append(wyre_wr *w, wyre_fscc_entry_list *list, const uint8_t *entry,
                       size_t entry_len, uint32_t alignment)
{
    if (entry_len < 4 || alignment == 0 || (alignment & (alignment - 1)) != 0) {
        wr_refuse(w, WYRE_E_ARG);
        return;
    }
    if (list->count == 0) {
        list->start = (uint32_t)w->pos;
    } else {
        wr_zeros(w, (size_t)(list->start - w->pos) & (alignment - 1));
        wr_patch_u32le(w, list->last, w->pos - list->last);
    }
    list->last = (uint32_t)w->pos;
    list->count++;
    wr_u32le(w, 0);
    wr_bytes(w, entry + 4, entry_len - 4);
}

/* ---- 2.7.1 FILE_NOTIFY_INFORMATION ---------------------------------------------------------- */

LAYOUT
notify_information(layout *l, wyre_fscc_file_notify_information *m)
{
    U32    (l, 0, m, next_entry_offset, NUMBER);
    U32    (l, 4, m, action,            NUMBER);
    COUNT32(l, 8, m, file_name);
    RUN    (l, m, file_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_name, in_len); */
CODEC(wyre_fscc_file_notify_information, notify_information, 12, 0)

/* ---- Class 15: FileFullEaInformation -------------------------------------------------------- */

LAYOUT
full_ea_information(layout *l, wyre_fscc_file_full_ea_information *m)
{
    U32    (l, 0, m, next_entry_offset, NUMBER);
    U8     (l, 4, m, flags,             FLAGS);
    COUNT8 (l, 5, m, ea_name);
    COUNT16(l, 6, m, ea_value);
    RUN    (l, m, ea_name, TEXT);
    NUL    (l);
    RUN    (l, m, ea_value, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->ea_name, in_len) && inside(out->ea_value, in_len); */
CODEC(wyre_fscc_file_full_ea_information, full_ea_information, 8, 0)

/* ---- Input of class 15: FILE_GET_EA_INFORMATION --------------------------------------------- */

LAYOUT
get_ea_information(layout *l, wyre_fscc_file_get_ea_information *m)
{
    U32   (l, 0, m, next_entry_offset, NUMBER);
    COUNT8(l, 4, m, ea_name);
    RUN   (l, m, ea_name, TEXT);
    NUL   (l);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->ea_name, in_len); */
CODEC(wyre_fscc_file_get_ea_information, get_ea_information, 5, 0)

/* ---- Class 32: FileQuotaInformation --------------------------------------------------------- */

LAYOUT
quota_information(layout *l, wyre_fscc_file_quota_information *m)
{
    U32    (l,  0, m, next_entry_offset, NUMBER);
    COUNT32(l,  4, m, sid);
    U64    (l,  8, m, change_time,       FILETIME);
    U64    (l, 16, m, quota_used,        NUMBER);
    U64    (l, 24, m, quota_threshold,   NUMBER);
    U64    (l, 32, m, quota_limit,       NUMBER);
    RUN    (l, m, sid, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->sid, in_len); */
CODEC(wyre_fscc_file_quota_information, quota_information, 40, 0)

/* ---- Input of class 32: FILE_GET_QUOTA_INFORMATION ------------------------------------------ */

LAYOUT
get_quota_information(layout *l, wyre_fscc_file_get_quota_information *m)
{
    U32    (l, 0, m, next_entry_offset, NUMBER);
    COUNT32(l, 4, m, sid);
    RUN    (l, m, sid, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->sid, in_len); */
CODEC(wyre_fscc_file_get_quota_information, get_quota_information, 8, 0)

/* ---- whole lists to a visitor ------------------------------------------------------------------- */

#ifndef WYRE_PROVE
TELLER(tell_notify, wyre_fscc_file_notify_information)
TELLER(tell_ea, wyre_fscc_file_full_ea_information)
TELLER(tell_get_ea, wyre_fscc_file_get_ea_information)
TELLER(tell_quota, wyre_fscc_file_quota_information)
TELLER(tell_get_quota, wyre_fscc_file_get_quota_information)

wyre_status
wyre_fscc_notify_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return tell_entries(tell_notify, 0, in, in_len, v, n);
}

wyre_status
wyre_fscc_ea_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return tell_entries(tell_ea, 0, in, in_len, v, n);
}

wyre_status
wyre_fscc_get_ea_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return tell_entries(tell_get_ea, 0, in, in_len, v, n);
}

wyre_status
wyre_fscc_quota_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return tell_entries(tell_quota, 0, in, in_len, v, n);
}

wyre_status
wyre_fscc_get_quota_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return tell_entries(tell_get_quota, 0, in, in_len, v, n);
}
#endif

/* Lists of error contexts: [MS-SMB2] 2.2.2.1. */
#include <wyre/smb2_contexts.h>
#include "../core/cursor.h"
#include "../core/names.h"

static const constant_name smb2_error_id_names[] = {
    NAME(WYRE_SMB2_ERROR_ID_, DEFAULT),
    NAME(WYRE_SMB2_ERROR_ID_, SHARE_REDIRECT),
};

const char *
wyre_smb2_error_id_name(uint32_t error_id)
{
    return NAME_OF(smb2_error_id_names, error_id);
}

/* Offsets of an entry. */
enum { ERROR_ID = 4, DATA = 8 };

/*@ requires \valid(it); assigns it->fault; ensures \result == status; */
INLINE wyre_status
refused(wyre_smb2_error_context_iter *it, wyre_status status, size_t fault)
{
    it->fault = (uint32_t)fault;
    return status;
}

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(it) && \valid(out);
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result == WYRE_OK ==> inside(out->data, in_len) && inside(it->left, in_len) &&
  @     it->count == \old(it->count) + 1 && it->entries == \old(it->entries) - 1; */
wyre_status
wyre_smb2_error_context_next(wyre_smb2_error_context_iter *it, const uint8_t *in, size_t in_len,
                             wyre_smb2_error_context *out)
{
    size_t pos = it->left.off;
    size_t left = it->left.len;
    *out = (wyre_smb2_error_context){.data = {0, 0}};
    if (in_len > UINT32_MAX || pos > in_len || left > in_len - pos)
        return refused(it, WYRE_E_ARG, 0);
    if (it->entries == 0)
        return WYRE_END;
    if (it->count >= WYRE_SMB2_ERROR_CONTEXT_CAP)
        return refused(it, WYRE_E_LIMIT, pos);
    if (left < DATA)
        return refused(it, WYRE_E_LENGTH, pos + left);
    size_t len = le32(in + pos);
    if (len > left - DATA)
        return refused(it, WYRE_E_LENGTH, pos);
    out->data = (wyre_span){(uint32_t)(pos + DATA), (uint32_t)len};
    out->error_id = le32(in + pos + ERROR_ID);
    size_t end = DATA + len;
    size_t padding = (8 - end % 8) % 8;
    size_t step = padding <= left - end ? end + padding : left;
    it->left = (wyre_span){(uint32_t)(pos + step), (uint32_t)(left - step)};
    it->entries--;
    it->count++;
    return WYRE_OK;
}

void
wyre_smb2_error_context_append(wyre_wr *w, wyre_smb2_error_context_list *list,
                               const wyre_smb2_error_context *m, const uint8_t *src, size_t src_len)
{
    if (list->entries >= WYRE_SMB2_ERROR_CONTEXT_CAP)
        wr_refuse(w, WYRE_E_LIMIT);
    wr_align(w, 8);
    if (list->entries == 0)
        list->list.off = (uint32_t)w->pos;
    wr_u32le(w, m->data.len);
    wr_u32le(w, m->error_id);
    wr_span(w, src, src_len, m->data);
    if (w->status != WYRE_OK)
        return;
    list->list.len = (uint32_t)w->pos - list->list.off;
    list->entries++;
}

/* Lists of extended attributes: [MS-CIFS] 2.2.1.2. */
#include <wyre/smb1_ea.h>
#include "smb1_layout.h"

/* ---- 2.2.1.2.2.1 SMB_FEA_LIST, 2.2.1.2.1.1 SMB_GEA_LIST ------------------------------------------ */

LAYOUT
list(layout *l, wyre_smb1_ea_list *m)
{
    SIZED32(l, m, entries, BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_smb1_ea_list, list, 0, 0)

/* ---- 2.2.1.2.2 SMB_FEA --------------------------------------------------------------------------- */

LAYOUT
attribute(layout *l, wyre_smb1_ea *m)
{
    U8     (l, 0, m, ea_flag,         FLAGS);
    COUNT8 (l, 1, m, attribute_name);
    COUNT16(l, 2, m, attribute_value);
    RUN    (l,    m, attribute_name,  TEXT);
    NUL    (l);
    RUN    (l,    m, attribute_value, BYTES);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->attribute_name, in_len) && inside(out->attribute_value, in_len) &&
  @     (n != \null ==> *n >= 4); */
CODEC(wyre_smb1_ea, attribute, 4, 0)

/* ---- 2.2.1.2.1 SMB_GEA --------------------------------------------------------------------------- */

LAYOUT
name(layout *l, wyre_smb1_gea *m)
{
    COUNT8(l, 0, m, attribute_name);
    RUN   (l,    m, attribute_name, TEXT);
    NUL   (l);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->attribute_name, in_len) && (n != \null ==> *n >= 1); */
CODEC(wyre_smb1_gea, name, 1, 0)

/* ---- the walks ----------------------------------------------------------------------------------- */

/* What is left of the entries; WYRE_END: nothing. */
/*@ requires \valid_read(it) && \valid(left) && \separated(it, left);
  @ assigns  *left;
  @ ensures  \result == WYRE_OK || \result == WYRE_END || \result == WYRE_E_ARG;
  @ ensures  \result == WYRE_OK ==> left->len > 0 && left->off + left->len <= in_len <= 0xffffffff &&
  @     it->pos + left->len == entries.len; */
static wyre_status
left_of(const wyre_smb1_ea_iter *it, size_t in_len, wyre_span entries, wyre_span *left)
{
    *left = (wyre_span){0, 0};
    if (in_len > UINT32_MAX || entries.off > in_len || entries.len > in_len - entries.off ||
        it->pos > entries.len)
        return WYRE_E_ARG;
    *left = (wyre_span){entries.off + it->pos, entries.len - it->pos};
    return left->len == 0 ? WYRE_END : WYRE_OK;
}

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(it) && \valid(out);
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result == WYRE_OK ==> inside(out->attribute_name, in_len) && inside(out->attribute_value, in_len) &&
  @     \old(it->pos) < it->pos <= entries.len; */
wyre_status
wyre_smb1_ea_next(wyre_smb1_ea_iter *it, const uint8_t *in, size_t in_len, wyre_span entries,
                  wyre_smb1_ea *out)
{
    wyre_span left;
    size_t n = 0;
    wyre_status status = left_of(it, in_len, entries, &left);
    *out = (wyre_smb1_ea){.ea_flag = 0};
    if (status == WYRE_OK)
        status = wyre_smb1_ea_decode(in + left.off, left.len, 0, out, &n);
    if (status != WYRE_OK) {
        it->fault = left.off + (uint32_t)n;
        return status;
    }
    out->attribute_name.off += left.off;
    out->attribute_value.off += left.off;
    it->pos += (uint32_t)n;
    return WYRE_OK;
}

/*@ requires in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(it) && \valid(out);
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result == WYRE_OK ==> inside(out->attribute_name, in_len) && \old(it->pos) < it->pos <= entries.len; */
wyre_status
wyre_smb1_gea_next(wyre_smb1_ea_iter *it, const uint8_t *in, size_t in_len, wyre_span entries,
                   wyre_smb1_gea *out)
{
    wyre_span left;
    size_t n = 0;
    wyre_status status = left_of(it, in_len, entries, &left);
    *out = (wyre_smb1_gea){.attribute_name = {0, 0}};
    if (status == WYRE_OK)
        status = wyre_smb1_gea_decode(in + left.off, left.len, 0, out, &n);
    if (status != WYRE_OK) {
        it->fault = left.off + (uint32_t)n;
        return status;
    }
    out->attribute_name.off += left.off;
    it->pos += (uint32_t)n;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

/* ---- whole lists to a visitor -------------------------------------------------------------------- */

/* The next entry of either list, told. */
typedef wyre_status next_told(wyre_smb1_ea_iter *it, const uint8_t *in, size_t in_len,
                              wyre_span entries, const wyre_visitor *v);

static wyre_status
ea_told(wyre_smb1_ea_iter *it, const uint8_t *in, size_t in_len, wyre_span entries,
        const wyre_visitor *v)
{
    wyre_smb1_ea one;
    wyre_status status = wyre_smb1_ea_next(it, in, in_len, entries, &one);
    if (status != WYRE_OK)
        return status;
    tell_enter(v, "entry", (wyre_span){0, (uint32_t)in_len});
    wyre_smb1_ea_visit(&one, v);
    tell_leave(v);
    return WYRE_OK;
}

static wyre_status
gea_told(wyre_smb1_ea_iter *it, const uint8_t *in, size_t in_len, wyre_span entries,
         const wyre_visitor *v)
{
    wyre_smb1_gea one;
    wyre_status status = wyre_smb1_gea_next(it, in, in_len, entries, &one);
    if (status != WYRE_OK)
        return status;
    tell_enter(v, "entry", (wyre_span){0, (uint32_t)in_len});
    wyre_smb1_gea_visit(&one, v);
    tell_leave(v);
    return WYRE_OK;
}

static wyre_status
list_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n, next_told *one_told)
{
    wyre_smb1_ea_iter it = {0, 0};
    wyre_smb1_ea_list all;
    wyre_status status = wyre_smb1_ea_list_decode(in, in_len, 0, &all, n);
    if (status != WYRE_OK)
        return status;
    wyre_smb1_ea_list_visit(&all, v);
    while ((status = one_told(&it, in, in_len, all.entries, v)) == WYRE_OK) {
    }
    if (status != WYRE_END && n != NULL)
        *n = it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

wyre_status
wyre_smb1_eas_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return list_visit(in, in_len, v, n, ea_told);
}

wyre_status
wyre_smb1_geas_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    return list_visit(in, in_len, v, n, gea_told);
}
#endif

/* Reparse points whose content is two names: [MS-FSCC] 2.1.2. */
#include <wyre/fscc_fsctl.h>
#include "../core/layout.h"

static const uint32_t MOUNT_POINT = 0xa0000003, SYMLINK = 0xa000000c; /* too large for an enum */

const char *
wyre_fscc_reparse_tag_name(uint32_t reparse_tag)
{
    switch (reparse_tag) {
    case 0xa0000003:
        return "MOUNT_POINT";
    case 0xa000000c:
        return "SYMLINK";
    case 0x80000007:
        return "SIS";
    case 0x8000000a:
        return "DFS";
    case 0x80000012:
        return "DFSR";
    case 0x80000013:
        return "DEDUP";
    case 0x80000014:
        return "NFS";
    case 0x8000001b:
        return "APPEXECLINK";
    case 0x9000001a:
        return "CLOUD";
    case 0xa0000019:
        return "GLOBAL_REPARSE";
    case 0xa000001d:
        return "LX_SYMLINK";
    default:
        return "?";
    }
}

/* ---- names inside the path buffer, which begins where the fixed part ends ---------------------------- */

/*@ requires open(l) && within(l, at, 4) && \valid(span) && \separated(span, l, l->in + (0 .. l->in_len - 1));
  @ assigns *span, l->status, l->fault;
  @ ensures open(l) && inside(*span, l->in_len);
  @ ensures \old(l->status) != WYRE_OK ==> l->status == \old(l->status); */
INLINE void
find_name(layout *l, size_t at, wyre_span *span)
{
    size_t buffer = l->base + l->fixed_len;
    uint32_t off = load_width(l, at, 2);
    uint32_t len = load_width(l, at + 2, 2);
    span->off = 0;
    span->len = 0;
    if (off > l->limit - buffer || len > l->limit - buffer - off) {
        if (len > 0)
            refuse(l, WYRE_E_OFFSET, l->base + at);
        return;
    }
    span->off = (uint32_t)(buffer + off);
    span->len = len;
}

#ifdef WYRE_PROVE
#define NAME_REF(l, at, m, f) find_name(l, at, &(m)->f)
#define DATA_LENGTH(l, at)    limit_to(l, at, (l)->base + 8, load_width(l, at, 2))
#else
/* A name that is empty keeps its offset where that is in the buffer. */
INLINE void
store_name(layout *l, size_t at, wyre_span name, wyre_span buffer)
{
    int begins_inside = name.off >= buffer.off && name.off - buffer.off <= buffer.len;
    if (name.len > 0 && (!begins_inside || name.len > buffer.len - (name.off - buffer.off)))
        refuse(l, WYRE_E_RANGE, 0);
    store_width(l, at, 2, begins_inside ? name.off - buffer.off : 0);
    store_width(l, at + 2, 2, name.len);
}
INLINE void
name_ref(layout *l, size_t at, const char *name, wyre_span *span, wyre_span buffer)
{
    if (l->way == DECODE)
        find_name(l, at, span);
    if (l->way == ENCODE)
        store_name(l, at, *span, buffer);
    if (l->way == VISIT)
        tell_span(l, name, WYRE_KIND_UTF16, *span);
}
/* Offset and length of a name within path_buffer; and ReparseDataLength, which counts from 8 on. */
#define NAME_REF(l, at, m, f) name_ref(l, at, #f, &(m)->f, (m)->path_buffer)
#define DATA_LENGTH(l, at)    total(l, at, 2, 8)
#endif

/* ---- 2.1.2.4 SYMBOLIC_LINK_REPARSE_DATA_BUFFER ------------------------------------------------------ */

LAYOUT
symbolic_link(layout *l, wyre_fscc_symbolic_link_reparse_data_buffer *m)
{
    U32     (l,  0, m, reparse_tag, NUMBER);
    CHECK   (l,  0, m->reparse_tag == SYMLINK);
    DATA_LENGTH(l, 4);
    U16     (l,  6, m, reserved, NUMBER);
    NAME_REF(l,  8, m, substitute_name);
    NAME_REF(l, 12, m, print_name);
    U32     (l, 16, m, flags,    FLAGS);
    REST    (l,     m, path_buffer, UTF16);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->substitute_name, in_len) && inside(out->print_name, in_len) &&
  @         inside(out->path_buffer, in_len); */
CODEC(wyre_fscc_symbolic_link_reparse_data_buffer, symbolic_link, 20, 0)

/* ---- 2.1.2.5 mount point ---------------------------------------------------------------------------- */

LAYOUT
mount_point(layout *l, wyre_fscc_mount_point_reparse_data_buffer *m)
{
    U32     (l,  0, m, reparse_tag, NUMBER);
    CHECK   (l,  0, m->reparse_tag == MOUNT_POINT);
    DATA_LENGTH(l, 4);
    U16     (l,  6, m, reserved, NUMBER);
    NAME_REF(l,  8, m, substitute_name);
    NAME_REF(l, 12, m, print_name);
    REST    (l,     m, path_buffer, UTF16);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->substitute_name, in_len) && inside(out->print_name, in_len) &&
  @         inside(out->path_buffer, in_len); */
CODEC(wyre_fscc_mount_point_reparse_data_buffer, mount_point, 16, 0)

/* Directory records: [MS-FSCC] 2.4, classes 1, 2, 3, 12, 37, 38, 60, 63 and 78 to 81. */
#include <wyre/fscc_directory.h>
#include "fscc_tell.h"

enum {
    DIRECTORY = WYRE_FSCC_FILE_DIRECTORY_INFORMATION,
    FULL = WYRE_FSCC_FILE_FULL_DIRECTORY_INFORMATION,
    BOTH = WYRE_FSCC_FILE_BOTH_DIRECTORY_INFORMATION,
    NAMES = WYRE_FSCC_FILE_NAMES_INFORMATION,
    ID_BOTH = WYRE_FSCC_FILE_ID_BOTH_DIRECTORY_INFORMATION,
    ID_FULL = WYRE_FSCC_FILE_ID_FULL_DIRECTORY_INFORMATION,
    ID_EXTD = WYRE_FSCC_FILE_ID_EXTD_DIRECTORY_INFORMATION,
    ID_EXTD_BOTH = WYRE_FSCC_FILE_ID_EXTD_BOTH_DIRECTORY_INFORMATION,
    ID_64_EXTD = WYRE_FSCC_FILE_ID_64_EXTD_DIRECTORY_INFORMATION,
    ID_64_EXTD_BOTH = WYRE_FSCC_FILE_ID_64_EXTD_BOTH_DIRECTORY_INFORMATION,
    ID_ALL_EXTD = WYRE_FSCC_FILE_ID_ALL_EXTD_DIRECTORY_INFORMATION,
    ID_ALL_EXTD_BOTH = WYRE_FSCC_FILE_ID_ALL_EXTD_BOTH_DIRECTORY_INFORMATION,
    LONGEST = 122
};

/* Where the name begins; 0: no directory class. */
/*@ assigns \nothing;
  @ ensures \result <= LONGEST;
  @ ensures c == NAMES ==> \result == 12;
  @ ensures c == DIRECTORY ==> \result == 64;
  @ ensures c == FULL ==> \result == 68;
  @ ensures c == BOTH ==> \result == 94;
  @ ensures c == ID_BOTH ==> \result == 104;
  @ ensures c == ID_FULL ==> \result == 80;
  @ ensures c == ID_EXTD ==> \result == 88;
  @ ensures c == ID_EXTD_BOTH ==> \result == 114;
  @ ensures c == ID_64_EXTD ==> \result == 80;
  @ ensures c == ID_64_EXTD_BOTH ==> \result == 106;
  @ ensures c == ID_ALL_EXTD ==> \result == 96;
  @ ensures c == ID_ALL_EXTD_BOTH ==> \result == 122; */
static size_t
fixed_len(uint32_t c)
{
    switch (c) {
    case DIRECTORY:
        return 64;
    case FULL:
        return 68;
    case BOTH:
        return 94;
    case NAMES:
        return 12;
    case ID_BOTH:
        return 104;
    case ID_FULL:
        return 80;
    case ID_EXTD:
        return 88;
    case ID_EXTD_BOTH:
        return 114;
    case ID_64_EXTD:
        return 80;
    case ID_64_EXTD_BOTH:
        return 106;
    case ID_ALL_EXTD:
        return 96;
    case ID_ALL_EXTD_BOTH:
        return LONGEST;
    default:
        return 0;
    }
}

LAYOUT
short_name(layout *l, size_t at, wyre_fscc_directory_entry *m)
{
    U8   (l, at + 0, m, short_name_length, NUMBER);
    CHECK(l, at + 0, m->short_name_length <= sizeof m->short_name);
    U8   (l, at + 1, m, reserved1,         NUMBER);
    ARRAY(l, at + 2, m, short_name,        UTF16);
}

LAYOUT
names_entry(layout *l, wyre_fscc_directory_entry *m)
{
    U32    (l, 0, m, next_entry_offset, NUMBER);
    U32    (l, 4, m, file_index,        NUMBER);
    COUNT32(l, 8, m, file_name);
    RUN    (l,    m, file_name, UTF16);
}

LAYOUT
directory_entry(layout *l, wyre_fscc_directory_entry *m)
{
    const uint32_t c = m->information_class;
    if (c == NAMES) {
        names_entry(l, m);
        return;
    }
    U32    (l,  0, m, next_entry_offset, NUMBER);
    U32    (l,  4, m, file_index,        NUMBER);
    U64    (l,  8, m, creation_time,     FILETIME);
    U64    (l, 16, m, last_access_time,  FILETIME);
    U64    (l, 24, m, last_write_time,   FILETIME);
    U64    (l, 32, m, change_time,       FILETIME);
    U64    (l, 40, m, end_of_file,       NUMBER);
    U64    (l, 48, m, allocation_size,   NUMBER);
    U32    (l, 56, m, file_attributes,   FLAGS);
    COUNT32(l, 60, m, file_name);
    if (c != DIRECTORY)
        U32(l, 64, m, ea_size,           NUMBER);
    if (c == BOTH || c == ID_BOTH)
        short_name(l, 68, m);
    if (c == ID_BOTH) {
        U16(l, 94, m, reserved2,         NUMBER);
        U64(l, 96, m, file_id,           NUMBER);
    }
    if (c == ID_FULL) {
        U32(l, 68, m, reserved,          NUMBER);
        U64(l, 72, m, file_id,           NUMBER);
    }
    if (c == ID_EXTD || c == ID_EXTD_BOTH) {
        U32  (l, 68, m, reparse_point_tag, NUMBER);
        ARRAY(l, 72, m, file_id_128,       BYTES);
    }
    if (c >= ID_64_EXTD && c <= ID_ALL_EXTD_BOTH) {
        U32  (l, 68, m, reparse_point_tag, NUMBER);
        U64  (l, 72, m, file_id,           NUMBER);
    }
    if (c == ID_ALL_EXTD || c == ID_ALL_EXTD_BOTH)
        ARRAY(l, 80, m, file_id_128,       BYTES);
    if (c == ID_EXTD_BOTH)
        short_name(l, 88, m);
    if (c == ID_64_EXTD_BOTH)
        short_name(l, 80, m);
    if (c == ID_ALL_EXTD_BOTH)
        short_name(l, 96, m);
    RUN    (l, m, file_name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->file_name, in_len); */
wyre_status
wyre_fscc_directory_entry_decode(uint32_t information_class, const uint8_t *in, size_t in_len,
                                 uint32_t flags, wyre_fscc_directory_entry *out, size_t *n)
{
    size_t fixed = fixed_len(information_class);
    layout l;
    decoding(&l, in, in_len, 0, fixed, flags, 0, out, sizeof *out);
    if (fixed == 0)
        refuse(&l, WYRE_E_UNSUPPORTED, 0);
    if (l.status == WYRE_OK) {
        out->information_class = information_class;
        directory_entry(&l, out);
    }
    return decoded(&l, out, sizeof *out, n);
}

#ifndef WYRE_PROVE

wyre_status
wyre_fscc_directory_entry_encode(const wyre_fscc_directory_entry *m, const uint8_t *src,
                                 size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    size_t fixed = fixed_len(m->information_class);
    layout l = encoding(src, src_len, out, cap, 0, fixed);
    if (fixed == 0)
        refuse(&l, WYRE_E_UNSUPPORTED, 0);
    else
        directory_entry(&l, READ_ONLY(m));
    return encoded(&l, n);
}

wyre_status
wyre_fscc_directory_entry_visit(const wyre_fscc_directory_entry *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    if (fixed_len(m->information_class) == 0)
        return WYRE_E_UNSUPPORTED;
    directory_entry(&l, READ_ONLY(m));
    return WYRE_OK;
}

static wyre_status
tell_entry(uint32_t information_class, const uint8_t *in, size_t in_len, const wyre_visitor *v,
           size_t *n)
{
    wyre_fscc_directory_entry m;
    wyre_status status = wyre_fscc_directory_entry_decode(information_class, in, in_len, 0, &m, n);
    return status == WYRE_OK ? wyre_fscc_directory_entry_visit(&m, v) : status;
}

wyre_status
wyre_fscc_directory_visit(uint32_t information_class, const uint8_t *in, size_t in_len,
                          const wyre_visitor *v, size_t *n)
{
    return tell_entries(tell_entry, information_class, in, in_len, v, n);
}
#endif

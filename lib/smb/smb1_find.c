/* Records of FIND_FIRST2 and FIND_NEXT2 that only SMB1 has: [MS-CIFS] 2.2.8.1.1 to 2.2.8.1.3. */
#include <wyre/smb1_find.h>
#include <wyre/smb1_trans2.h>
#include "smb1_layout.h"

enum {
    STANDARD = WYRE_SMB1_FIND_INFO_STANDARD,
    EA_SIZE = WYRE_SMB1_FIND_INFO_QUERY_EA_SIZE,
    EAS = WYRE_SMB1_FIND_INFO_QUERY_EAS_FROM_LIST,
    RESUME_KEYS = WYRE_SMB1_FIND_RETURN_RESUME_KEYS,
    KNOWN_FLAGS = (int)WYRE_SMB1_FLAGS2_UNICODE | RESUME_KEYS
};

/* The name of level INFO_STANDARD is aligned, and its NUL as wide as its characters. */
LAYOUT
record(layout *l, wyre_smb1_find_record *m)
{
    const uint16_t level = m->information_level;
    if (m->has_resume_key)
        NEXT32 (l, m, resume_key,       NUMBER);
    NEXT16     (l, m, creation_date,    NUMBER);
    NEXT16     (l, m, creation_time,    NUMBER);
    NEXT16     (l, m, last_access_date, NUMBER);
    NEXT16     (l, m, last_access_time, NUMBER);
    NEXT16     (l, m, last_write_date,  NUMBER);
    NEXT16     (l, m, last_write_time,  NUMBER);
    NEXT32     (l, m, file_data_size,   NUMBER);
    NEXT32     (l, m, allocation_size,  NUMBER);
    NEXT16     (l, m, attributes,       FLAGS);
    if (level == EA_SIZE)
        NEXT32 (l, m, ea_size,          NUMBER);
    if (level == EAS)
        SIZED32(l, m, ea_list, BYTES);
    UNICODE_BY_FLAG(l, m);
    NEXT_COUNT8(l, m, file_name);
    ALIGN(l, level == STANDARD && m->unicode ? 2 : 1);
    RUN_STRING(l, m, file_name);
    NUL(l);
    if (level == STANDARD && m->unicode)
        NUL(l);
}

/*@ assigns \nothing; */
static int
is_known(uint16_t information_level)
{
    return information_level == STANDARD || information_level == EA_SIZE ||
           information_level == EAS;
}

/*@ DECODES(in, in_len, out, n); */
wyre_status
wyre_smb1_find_record_decode(uint16_t information_level, const uint8_t *in, size_t in_len,
                             uint32_t flags, wyre_smb1_find_record *out, size_t *n)
{
    layout l;
    decoding(&l, in, in_len, 0, 0, flags, KNOWN_FLAGS, out, sizeof *out);
    if (!is_known(information_level))
        refuse(&l, WYRE_E_UNSUPPORTED, 0);
    if (l.status == WYRE_OK) {
        out->information_level = information_level;
        out->has_resume_key = (flags & RESUME_KEYS) != 0;
        record(&l, out);
    }
    return decoded(&l, out, sizeof *out, n);
}

#ifndef WYRE_PROVE
wyre_status
wyre_smb1_find_record_encode(const wyre_smb1_find_record *m, const uint8_t *src, size_t src_len,
                             uint8_t *out, size_t cap, size_t *n)
{
    layout l = encoding(src, src_len, out, cap, 0, 0);
    if (is_known(m->information_level))
        record(&l, READ_ONLY(m));
    else
        refuse(&l, WYRE_E_UNSUPPORTED, 0);
    return encoded(&l, n);
}

wyre_status
wyre_smb1_find_record_visit(const wyre_smb1_find_record *m, const wyre_visitor *v)
{
    layout l = visiting(v);
    if (!is_known(m->information_level))
        return WYRE_E_UNSUPPORTED;
    record(&l, READ_ONLY(m));
    return WYRE_OK;
}

/* ---- all records to a visitor -------------------------------------------------------------------- */

static void
count_from(wyre_span *span, size_t at)
{
    if (span->len > 0 || span->off > 0)
        span->off += (uint32_t)at;
}

static wyre_status
tell_attributes(const uint8_t *in, size_t in_len, wyre_span entries, const wyre_visitor *v,
                size_t *fault)
{
    wyre_smb1_ea_iter it = {0, 0};
    wyre_smb1_ea one;
    layout l = visiting(v);
    wyre_status status;
    while ((status = wyre_smb1_ea_next(&it, in, in_len, entries, &one)) == WYRE_OK) {
        tell_enter(l.visitor, "ea", (wyre_span){0, (uint32_t)in_len});
        wyre_smb1_ea_visit(&one, v);
        tell_leave(l.visitor);
    }
    *fault = it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

wyre_status
wyre_smb1_find_visit(uint16_t information_level, const uint8_t *in, size_t in_len, uint32_t flags,
                     const wyre_visitor *v, size_t *n)
{
    wyre_smb1_find_record one;
    layout l = visiting(v);
    wyre_status status = WYRE_OK;
    size_t at = 0;
    size_t fault = 0;
    while (status == WYRE_OK && at < in_len) {
        size_t used;
        status = wyre_smb1_find_record_decode(information_level, in + at, in_len - at, flags, &one,
                                              &used);
        fault = at + used;
        if (status != WYRE_OK)
            break;
        count_from(&one.file_name, at);
        count_from(&one.ea_list, at);
        at += used;
        tell_enter(l.visitor, "entry", (wyre_span){0, (uint32_t)in_len});
        wyre_smb1_find_record_visit(&one, v);
        status = tell_attributes(in, in_len, one.ea_list, v, &fault);
        tell_leave(l.visitor);
    }
    if (n != NULL)
        *n = status == WYRE_OK ? in_len : fault;
    return status;
}
#endif

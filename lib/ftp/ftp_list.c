/* Lines of LIST. There is no standard; each family is one scanner over the words of a line. */
#include "list_line.h"

/* ---- all of them ----------------------------------------------------------------------------- */

wyre_status
wyre_ftp_list_line_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                          const wyre_ftp_time *now, wyre_ftp_list_line *out, size_t *n)
{
    static wyre_ftp_list_family *const families[] = {
        wyre_ftp_list_heading,    wyre_ftp_list_unix,  wyre_ftp_list_netware, wyre_ftp_list_dos,
        wyre_ftp_list_os2,        wyre_ftp_list_eplf,  wyre_ftp_list_vms,     wyre_ftp_list_mvs,
        wyre_ftp_list_mvs_member, wyre_ftp_list_os400, wyre_ftp_list_mvs_name};
    wyre_rd r = scanning(in, in_len, flags, 0);
    int found = 0;
    rest(&r, 0);
    memset(out, 0, sizeof *out);
    if (r.status == WYRE_OK) {
        line l = wyre_ftp_list_words(in, in_len);
        for (size_t i = 0; !found && i < sizeof families / sizeof *families; i++) {
            memset(out, 0, sizeof *out);
            found = families[i](&l, now, out);
        }
        if (!found)
            rd_refuse(&r, WYRE_E_MAGIC, 0);
        else if (out->family != WYRE_FTP_LIST_HEADING)
            out->name_facts = wyre_ftp_name_facts(in + out->name.off, out->name.len);
    }
    if (r.status != WYRE_OK)
        memset(out, 0, sizeof *out);
    if (n != NULL)
        *n = r.status == WYRE_OK ? in_len : r.fault;
    return r.status;
}

static void
print_owner(wyre_wr *w, const uint8_t *src, size_t src_len, wyre_span owner)
{
    wr_u8(w, ' ');
    if (owner.len == 0)
        wr_literal(w, "ftp");
    else
        wr_word(w, src, src_len, owner);
}

static void
print_unix_date(wyre_wr *w, const wyre_ftp_list_line *m)
{
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (m->time.month < 1 || m->time.month > 12 || m->time.day < 1 || m->time.day > 31) {
        wr_refuse(w, WYRE_E_RANGE);
        return;
    }
    wr_u8(w, ' ');
    wr_bytes(w, (const uint8_t *)names + (m->time.month - 1) * 3, 3);
    wr_u8(w, ' ');
    wr_fixed_number(w, 2, m->time.day);
    wr_u8(w, ' ');
    if ((m->sure & (WYRE_FTP_SURE_CLOCK | WYRE_FTP_SURE_YEAR)) == WYRE_FTP_SURE_CLOCK) {
        wr_fixed_number(w, 2, m->time.hour);
        wr_u8(w, ':');
        wr_fixed_number(w, 2, m->time.minute);
    } else {
        if (m->time.year < 1000)
            wr_refuse(w, WYRE_E_RANGE);
        wr_u8(w, ' ');
        wr_fixed_number(w, 4, m->time.year);
    }
}

wyre_status
wyre_ftp_list_line_encode(const wyre_ftp_list_line *m, const uint8_t *src, size_t src_len,
                          uint8_t *out, size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    int directory = m->type == WYRE_FTP_TYPE_DIRECTORY;
    int link = m->type == WYRE_FTP_TYPE_LINK;
    wr_literal(&w, directory ? "drwxr-xr-x" : link ? "lrwxrwxrwx" : "-rw-r--r--");
    wr_literal(&w, " 1");
    print_owner(&w, src, src_len, m->owner);
    print_owner(&w, src, src_len, m->group);
    wr_u8(&w, ' ');
    wr_number(&w, m->size);
    print_unix_date(&w, m);
    wr_u8(&w, ' ');
    if (m->name.len == 0)
        wr_refuse(&w, WYRE_E_RANGE);
    wr_text(&w, src, src_len, m->name);
    if (link) {
        wr_literal(&w, " -> ");
        wr_text(&w, src, src_len, m->target);
    }
    return wr_finish(&w, n);
}

wyre_status
wyre_ftp_list_line_visit(const wyre_ftp_list_line *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, family, NUMBER);
    TELL_NUMBER(v, m, type, NUMBER);
    TELL_NUMBER(v, m, size, NUMBER);
    TELL_SPAN(v, m, name, TEXT);
    TELL_SPAN(v, m, target, TEXT);
    TELL_SPAN(v, m, permissions, TEXT);
    TELL_SPAN(v, m, owner, TEXT);
    TELL_SPAN(v, m, group, TEXT);
    TELL_NUMBER(v, m, name_facts, FLAGS);
    TELL_NUMBER(v, m, sure, FLAGS);
    return wyre_ftp_time_visit(&m->time, v);
}

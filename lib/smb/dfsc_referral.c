/* Entries of a DFS referral response, versions 1 to 4: [MS-DFSC] 2.2.5. Their strings stand behind the
 * last entry, at offsets that count from the entry that names them. */
#include <wyre/dfsc.h>
#include "../core/cursor.h"
#include "../core/tell.h"

enum { HEAD = 8, SIZE_2 = 22, SIZE_NAME_LIST = 18, SIZE_3 = 34 };

/*@ requires \valid_read(m);
  @ assigns \nothing;
  @ ensures \result != 0 ==> m->version_number >= 3; */
static int
has_name_list(const wyre_dfsc_referral *m)
{
    return m->version_number >= 3 &&
           (m->referral_entry_flags & WYRE_DFSC_ENTRY_NAME_LIST_REFERRAL) != 0;
}

/* Bytes of the fixed part that the version must have; 0: no such version. */
/*@ requires \valid_read(m);
  @ assigns \nothing;
  @ ensures m->version_number == 1 ==> \result == HEAD;
  @ ensures m->version_number == 2 ==> \result == SIZE_2;
  @ ensures m->version_number == 3 || m->version_number == 4 ==> \result == SIZE_NAME_LIST || \result == SIZE_3;
  @ ensures m->version_number == 0 || m->version_number > 4 ==> \result == 0; */
static size_t
least_size(const wyre_dfsc_referral *m)
{
    if (m->version_number == 1)
        return HEAD;
    if (m->version_number == 2)
        return SIZE_2;
    if (m->version_number == 3 || m->version_number == 4)
        return has_name_list(m) ? SIZE_NAME_LIST : SIZE_3;
    return 0;
}

/* ---- decode ------------------------------------------------------------------------------------------- */

/* A string of UTF-16 from `start` up to its NUL, which must come in front of `end`. */
/*@ requires reading(r) && start <= end <= r->end;
  @ assigns r->status, r->fault;
  @ ensures reading(r);
  @ ensures \result.off + \result.len <= end;
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK;
  @ ensures r->status == WYRE_OK ==> start + \result.len + 2 <= end; */
static wyre_span
string_from(wyre_rd *r, size_t start, size_t end)
{
    size_t at = start;
    /*@ loop invariant start <= at <= end; loop assigns at; loop variant end - at; */
    while (end - at >= 2 && le16(r->in + at) != 0)
        at += 2;
    if (end - at < 2) {
        rd_refuse(r, WYRE_E_TEXT, start);
        return (wyre_span){0, 0};
    }
    return (wyre_span){(uint32_t)start, (uint32_t)(at - start)};
}

/* Where the string begins whose offset from `entry` stands in its byte `field`; 0: there is none. */
/*@ requires reading(r) && entry + field + 2 <= r->end;
  @ assigns r->status, r->fault;
  @ ensures reading(r);
  @ ensures \result <= r->end;
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static size_t
string_start(wyre_rd *r, size_t entry, size_t field, size_t fixed)
{
    size_t off = le16(r->in + entry + field);
    if (off == 0)
        return 0;
    if (off >= fixed && off < r->end - entry)
        return entry + off;
    rd_refuse(r, WYRE_E_OFFSET, entry + field);
    return 0;
}

/*@ requires reading(r) && entry + field + 2 <= r->end;
  @ assigns r->status, r->fault;
  @ ensures reading(r);
  @ ensures inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static wyre_span
string(wyre_rd *r, size_t entry, size_t field, size_t fixed)
{
    size_t start = string_start(r, entry, field, fixed);
    return start == 0 ? (wyre_span){0, 0} : string_from(r, start, r->end);
}

/* `count` strings back to back, with their NULs. */
/*@ requires reading(r) && start <= r->end;
  @ assigns r->status, r->fault;
  @ ensures reading(r);
  @ ensures inside(\result, r->end);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static wyre_span
strings(wyre_rd *r, size_t start, uint16_t count)
{
    size_t end = start;
    if (start == 0)
        return (wyre_span){0, 0};
    /*@ loop invariant reading(r) && start <= end <= r->end;
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop assigns i, end, r->status, r->fault; loop variant count - i; */
    for (uint16_t i = 0; i < count && r->status == WYRE_OK; i++) {
        wyre_span one = string_from(r, end, r->end);
        if (r->status == WYRE_OK)
            end += one.len + (size_t)2;
    }
    return (wyre_span){(uint32_t)start, (uint32_t)(end - start)};
}

/* What stands behind the first 8 bytes of an entry that has at least its fixed part. */
/*@ requires reading(r) && \valid(m) && \separated(m, r, r->in + (0 .. r->end - 1));
  @ requires entry + m->size <= r->end && 1 <= m->version_number <= 4;
  @ requires m->version_number == 1 ==> m->size >= HEAD;
  @ requires m->version_number == 2 ==> m->size >= SIZE_2;
  @ requires m->version_number >= 3 ==> m->size >= SIZE_NAME_LIST;
  @ assigns r->status, r->fault, *m;
  @ ensures reading(r);
  @ ensures r->status == WYRE_OK ==> \old(r->status) == WYRE_OK; */
static void
read_body(wyre_rd *r, size_t entry, wyre_dfsc_referral *m)
{
    const uint8_t *in = r->in + entry;
    size_t fixed = least_size(m);
    if (m->version_number == 1) {
        m->share_name = string_from(r, entry + HEAD, entry + m->size);
        return;
    }
    if (m->version_number == 2) {
        m->proximity = le32(in + 8);
        m->time_to_live = le32(in + 12);
        m->dfs_path = string(r, entry, 16, fixed);
        m->dfs_alternate_path = string(r, entry, 18, fixed);
        m->network_address = string(r, entry, 20, fixed);
        return;
    }
    m->time_to_live = le32(in + 8);
    if (has_name_list(m)) {
        m->special_name = string(r, entry, 12, fixed);
        m->number_of_expanded_names = le16(in + 14);
        size_t names = string_start(r, entry, 16, fixed);
        m->expanded_names = strings(r, names, m->number_of_expanded_names);
    } else {
        m->dfs_path = string(r, entry, 12, fixed);
        m->dfs_alternate_path = string(r, entry, 14, fixed);
        m->network_address = string(r, entry, 16, fixed);
    }
    if (m->size >= SIZE_3)
        copy(m->service_site_guid, in + SIZE_NAME_LIST, sizeof m->service_site_guid);
}

/*@ SCANS(r, m);
  @ ensures r->status <= WYRE_OK;
  @ ensures r->status == WYRE_OK ==> r->pos > \old(r->pos); */
static void
read_entry(wyre_rd *r, wyre_dfsc_referral *m)
{
    size_t entry = r->pos;
    m->version_number = rd_u16le(r);
    m->size = rd_u16le(r);
    m->server_type = rd_u16le(r);
    m->referral_entry_flags = rd_u16le(r);
    if (r->status != WYRE_OK)
        return;
    size_t least = least_size(m);
    if (least == 0)
        rd_refuse(r, WYRE_E_UNSUPPORTED, entry);
    if (m->size < least || m->size > r->end - entry)
        rd_refuse(r, WYRE_E_LENGTH, entry + 2);
    if (r->status != WYRE_OK)
        return;
    r->pos = entry + m->size;
    read_body(r, entry, m);
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> it->pos > \old(it->pos);
  @ ensures \result == WYRE_OK ==> it->pos <= in_len; */
wyre_status
wyre_dfsc_referral_next(wyre_dfsc_referral_iter *it, const uint8_t *in, size_t in_len,
                        wyre_dfsc_referral *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_dfsc_referral){.size = 0};
    if (in_len > UINT32_MAX || it->pos > in_len) {
        rd_refuse(&r, WYRE_E_ARG, 0);
    } else if (it->pos == 0) {
        rd_u16le(&r);
        it->left = rd_u16le(&r);
        rd_u32le(&r);
        if (it->left > WYRE_DFSC_REFERRAL_CAP)
            rd_refuse(&r, WYRE_E_LIMIT, 2);
    } else {
        r.pos = it->pos;
    }
    if (r.status == WYRE_OK && it->left == 0) {
        it->pos = (uint32_t)r.pos;
        return WYRE_END;
    }
    if (r.status == WYRE_OK)
        read_entry(&r, out);
    if (r.status != WYRE_OK) {
        *out = (wyre_dfsc_referral){.size = 0};
        it->fault = (uint32_t)r.fault;
        return r.status;
    }
    it->pos = (uint32_t)r.pos;
    it->left--;
    return WYRE_OK;
}

#ifndef WYRE_PROVE

/* ---- encode ------------------------------------------------------------------------------------------- */

/* Strings that were written, so that equal spans share one: those of an entry and of the one before. */
enum { STRINGS = 5 };
typedef struct written {
    wyre_span span[2 * STRINGS];
    size_t at[2 * STRINGS];
    size_t count;
} written;

typedef struct strings_writer {
    wyre_wr w;
    const uint8_t *src;
    size_t src_len;
    written seen;
} strings_writer;

/* Whether the span is `count` strings, each with its NUL; a span of one string has none. */
static int
is_strings(const uint8_t *text, size_t len, size_t count)
{
    size_t nuls = 0;
    for (size_t i = 0; i + 2 <= len; i += 2)
        nuls += le16(text + i) == 0;
    return len % 2 == 0 && nuls == count && (count == 0 || le16(text + len - 2) == 0);
}

/* Writes the string behind all that is there and its offset from `entry` at `field`. */
static void
write_strings(strings_writer *s, size_t entry, size_t field, wyre_span span, uint16_t count)
{
    written *seen = &s->seen;
    if (span.off == 0 && span.len == 0)
        return;
    if (span.off > s->src_len || span.len > s->src_len - span.off) {
        wr_refuse(&s->w, WYRE_E_ARG);
        return;
    }
    if (span.len > 0 && !is_strings(s->src + span.off, span.len, count))
        wr_refuse(&s->w, WYRE_E_RANGE);
    for (size_t i = 0; i < seen->count; i++) {
        if (seen->span[i].off == span.off && seen->span[i].len == span.len) {
            wr_patch_u16le(&s->w, field, seen->at[i] - entry);
            return;
        }
    }
    seen->span[seen->count] = span;
    seen->at[seen->count++] = s->w.pos;
    wr_patch_u16le(&s->w, field, s->w.pos - entry);
    wr_span(&s->w, s->src, s->src_len, span);
    if (count == 0)
        wr_u16le(&s->w, 0);
}

/* Only the strings of the entry before are shared. */
static void
forget(written *seen, size_t before)
{
    size_t kept = seen->count - before;
    memmove(seen->span, seen->span + before, kept * sizeof *seen->span);
    memmove(seen->at, seen->at + before, kept * sizeof *seen->at);
    seen->count = kept;
}

/* Version 1 has its string inside; others keep the size that they have. */
static size_t
entry_size(const wyre_dfsc_referral *m)
{
    size_t need = m->version_number == 1 ? HEAD + (size_t)m->share_name.len + 2 : 0;
    return m->size < need ? need : m->size;
}

/* The fixed part; offsets of strings are left 0. */
static void
write_fixed(strings_writer *s, const wyre_dfsc_referral *m)
{
    size_t entry = s->w.pos;
    size_t least = least_size(m);
    wr_u16le(&s->w, m->version_number);
    wr_patch_u16le(&s->w, wr_mark(&s->w, 2), entry_size(m));
    wr_u16le(&s->w, m->server_type);
    wr_u16le(&s->w, m->referral_entry_flags);
    if (least == 0)
        wr_refuse(&s->w, WYRE_E_UNSUPPORTED);
    if (m->version_number == 1) {
        wr_span(&s->w, s->src, s->src_len, m->share_name);
        if (s->w.status == WYRE_OK && m->share_name.len > 0 &&
            !is_strings(s->src + m->share_name.off, m->share_name.len, 0))
            wr_refuse(&s->w, WYRE_E_RANGE);
        if (s->w.status == WYRE_OK)
            wr_zeros(&s->w, entry_size(m) - (s->w.pos - entry));
        return;
    }
    if (m->size < least)
        wr_refuse(&s->w, WYRE_E_RANGE);
    if (m->version_number == 2)
        wr_u32le(&s->w, m->proximity);
    wr_u32le(&s->w, m->time_to_live);
    wr_u16le(&s->w, 0);
    wr_u16le(&s->w, has_name_list(m) ? m->number_of_expanded_names : 0);
    wr_u16le(&s->w, 0);
    if (m->version_number >= 3 && m->size >= SIZE_3)
        wr_bytes(&s->w, m->service_site_guid, sizeof m->service_site_guid);
    if (s->w.status == WYRE_OK)
        wr_zeros(&s->w, m->size - (s->w.pos - entry));
}

static void
write_entry_strings(strings_writer *s, const wyre_dfsc_referral *m, size_t entry)
{
    size_t first = entry + (m->version_number == 2 ? 16u : 12u);
    size_t before = s->seen.count;
    if (m->version_number == 1) {
        s->seen.count = 0;
        return;
    }
    if (has_name_list(m)) {
        write_strings(s, entry, first, m->special_name, 0);
        if (m->expanded_names.len == 0 && m->number_of_expanded_names > 0)
            wr_refuse(&s->w, WYRE_E_RANGE);
        write_strings(s, entry, first + 4, m->expanded_names, m->number_of_expanded_names);
    } else {
        write_strings(s, entry, first, m->dfs_path, 0);
        write_strings(s, entry, first + 2, m->dfs_alternate_path, 0);
        write_strings(s, entry, first + 4, m->network_address, 0);
    }
    forget(&s->seen, before);
}

wyre_status
wyre_dfsc_referrals_encode(const wyre_dfsc_referral *m, size_t count, const uint8_t *src,
                           size_t src_len, uint8_t *out, size_t cap, size_t *n)
{
    strings_writer s = {.w = wr(out, cap), .src = src, .src_len = src_len};
    if (count > WYRE_DFSC_REFERRAL_CAP)
        wr_refuse(&s.w, WYRE_E_LIMIT);
    for (size_t i = 0; i < count && s.w.status == WYRE_OK; i++)
        write_fixed(&s, &m[i]);
    size_t entry = 0;
    for (size_t i = 0; i < count && s.w.status == WYRE_OK; i++) {
        write_entry_strings(&s, &m[i], entry);
        entry += entry_size(&m[i]);
    }
    return wr_finish(&s.w, n);
}

/* ---- visit -------------------------------------------------------------------------------------------- */

wyre_status
wyre_dfsc_referral_visit(const wyre_dfsc_referral *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, version_number, NUMBER);
    TELL_NUMBER(v, m, size, NUMBER);
    TELL_NUMBER(v, m, server_type, NUMBER);
    TELL_NUMBER(v, m, referral_entry_flags, FLAGS);
    if (m->version_number == 1) {
        TELL_SPAN(v, m, share_name, UTF16);
        return WYRE_OK;
    }
    if (m->version_number == 2)
        TELL_NUMBER(v, m, proximity, NUMBER);
    TELL_NUMBER(v, m, time_to_live, NUMBER);
    if (has_name_list(m)) {
        TELL_SPAN(v, m, special_name, UTF16);
        TELL_NUMBER(v, m, number_of_expanded_names, NUMBER);
        TELL_SPAN(v, m, expanded_names, UTF16);
    } else {
        TELL_SPAN(v, m, dfs_path, UTF16);
        TELL_SPAN(v, m, dfs_alternate_path, UTF16);
        TELL_SPAN(v, m, network_address, UTF16);
    }
    if (m->version_number >= 3 && m->size >= SIZE_3)
        TELL_BYTES(v, m, service_site_guid, GUID);
    return WYRE_OK;
}

wyre_status
wyre_dfsc_response_visit(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_dfsc_referral_response head;
    wyre_dfsc_referral entry;
    wyre_dfsc_referral_iter it = {0, 0, 0};
    wyre_status status = wyre_dfsc_referral_response_decode(in, in_len, 0, &head, n);
    if (status != WYRE_OK)
        return status;
    wyre_dfsc_referral_response_visit(&head, v);
    while ((status = wyre_dfsc_referral_next(&it, in, in_len, &entry)) == WYRE_OK) {
        tell_enter(v, "referral", (wyre_span){0, (uint32_t)in_len});
        wyre_dfsc_referral_visit(&entry, v);
        tell_leave(v);
    }
    if (n != NULL && status != WYRE_END)
        *n = it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}
#endif

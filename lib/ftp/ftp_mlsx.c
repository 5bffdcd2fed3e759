/* MLST and MLSD: RFC 3659 7. Names that are dangerous to open. */
#include <wyre/ftp_listing.h>
#include "facts.h"

/* ---- names ----------------------------------------------------------------------------------- */

/*@ requires \valid_read(in + (0 .. in_len - 1)); assigns \nothing; */
uint32_t
wyre_ftp_name_facts(const uint8_t *in, size_t in_len)
{
    uint32_t facts = in_len == 0 ? WYRE_FTP_NAME_EMPTY : 0;
    size_t part = 0; /* where the component begins */
    /*@ loop invariant 0 <= i && part <= i && (part <= in_len || i > in_len);
      @ loop assigns i, part, facts; loop variant in_len - i; */
    for (size_t i = 0; i <= in_len; i++) {
        int separator = i < in_len && (in[i] == '/' || in[i] == '\\');
        if (i < in_len && (in[i] < 0x20 || in[i] == 0x7f))
            facts |= WYRE_FTP_NAME_CONTROL;
        if (!separator && i < in_len)
            continue;
        if (separator)
            facts |= in[i] == '/' ? WYRE_FTP_NAME_SLASH : WYRE_FTP_NAME_BACKSLASH;
        if (separator && i == 0)
            facts |= WYRE_FTP_NAME_ABSOLUTE;
        if (i - part == 1 && in[part] == '.' && in_len == 1)
            facts |= WYRE_FTP_NAME_DOT;
        if (i - part == 2 && in[part] == '.' && in[part + 1] == '.')
            facts |= WYRE_FTP_NAME_DOT_DOT;
        part = i + 1;
    }
    if (in_len > 1 && is_letter(in[0]) && in[1] == ':')
        facts |= WYRE_FTP_NAME_ABSOLUTE;
    return facts;
}

/* ---- facts ----------------------------------------------------------------------------------- */

static const struct fact_name {
    const char *name;
    uint32_t fact;
} fact_names[] = {
    {"size", WYRE_FTP_FACT_SIZE},
    {"sizd", WYRE_FTP_FACT_SIZE},
    {"modify", WYRE_FTP_FACT_MODIFY},
    {"create", WYRE_FTP_FACT_CREATE},
    {"type", WYRE_FTP_FACT_TYPE},
    {"unique", WYRE_FTP_FACT_UNIQUE},
    {"perm", WYRE_FTP_FACT_PERM},
    {"lang", WYRE_FTP_FACT_LANG},
    {"media-type", WYRE_FTP_FACT_MEDIA_TYPE},
    {"charset", WYRE_FTP_FACT_CHARSET},
    {"unix.mode", WYRE_FTP_FACT_UNIX_MODE},
    {"unix.owner", WYRE_FTP_FACT_UNIX_OWNER},
    {"unix.uid", WYRE_FTP_FACT_UNIX_OWNER},
    {"unix.group", WYRE_FTP_FACT_UNIX_GROUP},
    {"unix.gid", WYRE_FTP_FACT_UNIX_GROUP},
};

enum { FACTS = sizeof fact_names / sizeof *fact_names };

/*@ requires \valid_read(in + (name.off .. name.off + name.len - 1));
  @ assigns \nothing; */
static uint32_t
fact_of(const uint8_t *in, wyre_span name)
{
    /*@ loop invariant 0 <= i <= FACTS; loop assigns i;
      @ loop variant FACTS - i; */
    for (size_t i = 0; i < FACTS; i++)
        if (is_word(in + name.off, name.len, fact_names[i].name))
            return fact_names[i].fact;
    return WYRE_FTP_FACT_OTHER;
}

static const struct type_name {
    const char *name;
    uint8_t type;
} type_names[] = {
    {"file", WYRE_FTP_TYPE_FILE},
    {"dir", WYRE_FTP_TYPE_DIRECTORY},
    {"cdir", WYRE_FTP_TYPE_CURRENT},
    {"pdir", WYRE_FTP_TYPE_PARENT},
    {"os.unix=symlink", WYRE_FTP_TYPE_LINK},
    {"os.unix=slink", WYRE_FTP_TYPE_LINK},
    {"os.unix=chr", WYRE_FTP_TYPE_DEVICE},
    {"os.unix=blk", WYRE_FTP_TYPE_DEVICE},
};

enum { TYPES = sizeof type_names / sizeof *type_names };

/* The value of type; behind a colon or hyphen stands more: slink:target, chr-1/3. */
/*@ requires value.off + value.len <= 0xffffffff && \valid_read(in + (0 .. value.off + value.len - 1));
  @ requires \valid(m) && \separated(m, in + (0 .. value.off + value.len - 1));
  @ assigns m->type_text, m->type, m->target;
  @ ensures m->type_text == value && inside(m->target, value.off + value.len); */
static void
set_type(const uint8_t *in, wyre_span value, wyre_ftp_mlsx *m)
{
    size_t len = 0;
    /*@ loop invariant 0 <= len <= value.len; loop assigns len; loop variant value.len - len; */
    while (len < value.len && in[value.off + len] != ':' && in[value.off + len] != '-')
        len++;
    m->type_text = value;
    m->type = WYRE_FTP_TYPE_OTHER;
    /*@ loop invariant 0 <= i <= TYPES; loop assigns i, m->type;
      @ loop variant TYPES - i; */
    for (size_t i = 0; i < TYPES; i++)
        if (is_word(in + value.off, len, type_names[i].name))
            m->type = type_names[i].type;
    m->target = (wyre_span){0, 0};
    if (m->type == WYRE_FTP_TYPE_LINK && len < value.len)
        m->target = (wyre_span){(uint32_t)(value.off + len + 1), (uint32_t)(value.len - len - 1)};
}

/* Octal digits, at most 32 bits. */
/*@ requires \valid_read(in + (value.off .. value.off + value.len - 1)) && \valid(mode);
  @ assigns *mode; */
static int
set_mode(const uint8_t *in, wyre_span value, uint32_t *mode)
{
    uint32_t sum = 0;
    /*@ loop invariant 0 <= i <= value.len; loop assigns i, sum; loop variant value.len - i; */
    for (size_t i = 0; i < value.len; i++) {
        uint8_t digit = (uint8_t)(in[value.off + i] - '0');
        if (digit > 7 || sum > UINT32_MAX / 8)
            return 0;
        sum = sum * 8 + digit;
    }
    *mode = sum;
    return value.len > 0;
}

/*@ requires value.off + value.len <= 0xffffffff && \valid_read(in + (0 .. value.off + value.len - 1));
  @ requires \valid(time) && \separated(time, in + (0 .. value.off + value.len - 1));
  @ assigns *time; */
static int
set_time(const uint8_t *in, wyre_span value, wyre_ftp_time *time)
{
    return wyre_ftp_time_decode(in + value.off, value.len, WYRE_FTP_TIME_Y2K, time, NULL) ==
           WYRE_OK;
}

/* Whether the value of a fact is one that the fact can have; then it is in *m. */
/*@ requires \valid_read(f) && f->value.off + f->value.len <= 0xffffffff;
  @ requires \valid_read(in + (0 .. f->value.off + f->value.len - 1)) && \valid(m);
  @ requires \separated(m, f, in + (0 .. f->value.off + f->value.len - 1));
  @ assigns *m;
  @ ensures m->facts == \old(m->facts) && m->known == \old(m->known) && m->malformed == \old(m->malformed); */
static int
set_fact(const uint8_t *in, const wyre_ftp_fact *f, wyre_ftp_mlsx *m)
{
    switch (f->fact) {
    case WYRE_FTP_FACT_SIZE:
        return wyre_decimal_decode(in + f->value.off, f->value.len, UINT64_MAX, &m->size, NULL) ==
               WYRE_OK;
    case WYRE_FTP_FACT_MODIFY:
        return set_time(in, f->value, &m->modify);
    case WYRE_FTP_FACT_CREATE:
        return set_time(in, f->value, &m->create);
    case WYRE_FTP_FACT_TYPE:
        set_type(in, f->value, m);
        return f->value.len > 0;
    case WYRE_FTP_FACT_UNIQUE:
        m->unique = f->value;
        return 1;
    case WYRE_FTP_FACT_PERM:
        m->perm = f->value;
        return 1;
    case WYRE_FTP_FACT_UNIX_MODE:
        return set_mode(in, f->value, &m->unix_mode);
    default:
        return 1;
    }
}

/* ---- entry ----------------------------------------------------------------------------------- */

/* [ 1*( name=value; ) ] SP name */
SCANNER
scan_mlsx(wyre_rd *r, uint32_t flags, wyre_ftp_mlsx *m)
{
    int unclosed = (flags & WYRE_FTP_MLSX_UNCLOSED) != 0;
    wyre_ftp_fact f;
    size_t start = r->pos;
    /*@ loop invariant reading(r) && start <= r->pos && 0 <= count <= WYRE_FTP_FACTS_MAX;
      @ loop invariant r->status == WYRE_OK;
      @ loop assigns r->pos, r->status, r->fault, f, count, *m; loop variant WYRE_FTP_FACTS_MAX - count; */
    for (int count = 0; peek(r) >= 0 && peek(r) != ' '; count++) {
        if (count == WYRE_FTP_FACTS_MAX)
            rd_refuse(r, WYRE_E_LIMIT, r->pos);
        scan_fact(r, &f.name, &f.value);
        if (!(unclosed && peek(r) == ' '))
            expect(r, ';');
        if (r->status != WYRE_OK)
            return;
        f.fact = fact_of(r->in, f.name);
        m->known &= ~f.fact;
        m->malformed &= ~f.fact;
        *(set_fact(r->in, &f, m) ? &m->known : &m->malformed) |= f.fact;
    }
    size_t end = r->pos;
    r->pos = start;
    m->facts = text_up_to(r, end);
    expect(r, ' ');
    m->name = rest(r, 0);
    if (r->status == WYRE_OK)
        m->name_facts = wyre_ftp_name_facts(r->in + m->name.off, m->name.len);
}

static void
print_mlsx(wyre_wr *w, const wyre_ftp_mlsx *m, const uint8_t *src, size_t src_len)
{
    wr_text(w, src, src_len, m->facts);
    if (w->status == WYRE_OK && m->facts.len > 0) {
        wyre_rd r = rd(src + m->facts.off, m->facts.len);
        scan_facts(&r, 1);
        expect_end(&r);
        if (r.status != WYRE_OK)
            wr_refuse(w, WYRE_E_RANGE);
    }
    wr_u8(w, ' ');
    wr_text(w, src, src_len, m->name);
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->facts, in_len) && inside(out->name, in_len); */
GRAMMAR(wyre_ftp_mlsx, wyre_ftp_mlsx, scan_mlsx, print_mlsx, WYRE_FTP_MLSX_UNCLOSED)

static void
tell_time_part(const wyre_visitor *v, const char *name, const wyre_ftp_time *time)
{
    tell_enter(v, name, (wyre_span){0, 0});
    wyre_ftp_time_visit(time, v);
    tell_leave(v);
}

wyre_status
wyre_ftp_mlsx_visit(const wyre_ftp_mlsx *m, const wyre_visitor *v)
{
    TELL_SPAN(v, m, facts, TEXT);
    TELL_SPAN(v, m, name, TEXT);
    TELL_NUMBER(v, m, known, FLAGS);
    TELL_NUMBER(v, m, malformed, FLAGS);
    TELL_NUMBER(v, m, name_facts, FLAGS);
    TELL_NUMBER(v, m, type, NUMBER);
    TELL_SPAN(v, m, type_text, TEXT);
    TELL_SPAN(v, m, target, TEXT);
    TELL_NUMBER(v, m, size, NUMBER);
    TELL_SPAN(v, m, unique, TEXT);
    TELL_SPAN(v, m, perm, TEXT);
    TELL_NUMBER(v, m, unix_mode, FLAGS);
    if ((m->known & WYRE_FTP_FACT_MODIFY) != 0)
        tell_time_part(v, "modify", &m->modify);
    if ((m->known & WYRE_FTP_FACT_CREATE) != 0)
        tell_time_part(v, "create", &m->create);
    return WYRE_OK;
}

/*@ ITERATES(it, in, in_len, out);
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len) && inside(out->value, in_len);
  @ ensures \result == WYRE_OK ==> \old(it->pos) < it->pos <= in_len;
  @ ensures \result <= WYRE_OK || \result == WYRE_END; */
wyre_status
wyre_ftp_fact_next(wyre_ftp_fact_iter *it, const uint8_t *in, size_t in_len, wyre_ftp_fact *out)
{
    wyre_rd r = rd(in, in_len);
    *out = (wyre_ftp_fact){.fact = 0};
    if (it->pos >= in_len)
        return WYRE_END;
    r.pos = it->pos;
    scan_fact(&r, &out->name, &out->value);
    if (r.pos < r.end)
        expect(&r, ';');
    if (r.status != WYRE_OK) {
        *out = (wyre_ftp_fact){.fact = 0};
        return r.status;
    }
    out->fact = fact_of(in, out->name);
    it->pos = (uint32_t)r.pos;
    return WYRE_OK;
}

wyre_status
wyre_ftp_fact_encode(const wyre_ftp_fact *m, const uint8_t *src, size_t src_len, uint8_t *out,
                     size_t cap, size_t *n)
{
    wyre_wr w = wr(out, cap);
    wr_word(&w, src, src_len, m->name);
    if (w.status == WYRE_OK && (memchr(src + m->name.off, '=', m->name.len) != NULL ||
                                memchr(src + m->name.off, ';', m->name.len) != NULL))
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, '=');
    wr_text(&w, src, src_len, m->value);
    if (w.status == WYRE_OK && m->value.len > 0 &&
        (memchr(src + m->value.off, ' ', m->value.len) != NULL ||
         memchr(src + m->value.off, ';', m->value.len) != NULL))
        wr_refuse(&w, WYRE_E_RANGE);
    wr_u8(&w, ';');
    return wr_finish(&w, n);
}

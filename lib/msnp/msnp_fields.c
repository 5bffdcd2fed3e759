/* The lines of a picture, three ways, and what stands around them: name, TrID, length, payload. */
#include "fields.h"
#include "line.h"
#include "rules.h"
#include "scan.h"

/*@ requires taking(f) && status < WYRE_OK && fault <= f->in_len;
  @ assigns f->at, f->stops, f->status, f->fault;
  @ ensures taking(f) && f->status != WYRE_OK;
  @ ensures f->status == (\old(f->status) == WYRE_OK ? status : \old(f->status)); */
static void
refuse(fields *f, wyre_status status, size_t fault)
{
    if (f->status == WYRE_OK) {
        f->status = status;
        f->fault = fault;
        f->at = f->end + 1; /* nothing is left to take */
        f->stops = 0;
    }
}

/*@ requires \valid_read(name + (0 .. 2)); assigns \nothing; ensures \result <= 0xffffff; */
static uint32_t
tag_of(const uint8_t *name)
{
    return TAG(name[0], name[1], name[2]);
}

/*@ requires \valid_read(f); assigns \nothing; ensures \result != 0 <==> f->at <= f->end; */
static int
some_left(const fields *f)
{
    return f->at <= f->end;
}

/*@ requires taking(f); assigns \nothing; ensures \result.off + \result.len <= f->in_len; */
static wyre_span
left(const fields *f)
{
    if (!some_left(f))
        return (wyre_span){0, 0};
    return (wyre_span){(uint32_t)f->at, (uint32_t)(f->end - f->at)};
}

/* Whether the picture is of this name, sent by him: `names` is "ILN NLN", or NULL for any. */
#ifdef WYRE_PROVE /* a constant, of whose text the provers know too little */
/*@ requires \valid_read(name + (0 .. 2)); assigns \nothing; */
int is_of(const char *names, unsigned from, const uint8_t *name, uint32_t role);
#else
static int
is_of(const char *names, unsigned from, const uint8_t *name, uint32_t role)
{
    if ((from & 1u << ((role & WYRE_MSNP_ROLE) >> 8)) == 0)
        return 0;
    if (names == NULL)
        return 1;
    for (const char *at = names;; at += 4) {
        if (memcmp(at, name, 3) == 0)
            return 1;
        if (at[3] == '\0')
            return 0;
    }
}
#endif

/* ---- decode -------------------------------------------------------------------------------------- */

/* Behind the last character of the line; of one that somebody made up, not behind the input. */
/*@ requires taking(f) && \valid_read(m); assigns \nothing; ensures \result <= f->in_len; */
static size_t
line_end(const fields *f, const wyre_msnp_command *m)
{
    size_t end = 3;
    if (m->trid_digits > 0)
        end += (size_t)1 + m->trid_digits;
    if (m->fields.off > 0)
        end = m->fields.off + (size_t)m->fields.len;
    if (m->length_digits > 0)
        end += (size_t)1 + m->length_digits;
    return end < f->in_len ? end : f->in_len;
}

/*@ assigns \nothing; ensures \result != 0 <==> inside(span, in_len); */
static int
is_inside(wyre_span span, size_t in_len)
{
    return span.off <= in_len && span.len <= in_len - span.off;
}

/* What is wrong with a command, whoever made it; else WYRE_OK. */
/*@ requires \valid_read(m);
  @ assigns \nothing;
  @ ensures \result <= WYRE_OK;
  @ ensures \result == WYRE_OK ==> m->malformed == WYRE_OK;
  @ ensures \result == WYRE_OK ==> inside(m->fields, in_len) && inside(m->payload, in_len); */
INLINE wyre_status
judge(const wyre_msnp_command *m, size_t in_len, const char *names, unsigned from)
{
    if (m->malformed != WYRE_OK)
        return m->malformed < WYRE_OK && m->fault <= in_len ? m->malformed : WYRE_E_ARG;
    if ((m->role & ~(uint32_t)WYRE_MSNP_ROLE) != 0 ||
        (m->role & WYRE_MSNP_DIALECT) > WYRE_MSNP_DIALECT_MAX || !is_inside(m->fields, in_len) ||
        !is_inside(m->payload, in_len))
        return WYRE_E_ARG;
    return is_of(names, from, m->verb, m->role) ? WYRE_OK : WYRE_E_MAGIC;
}

/* A view needs the TrID that a line of this name has. */
/*@ requires taking(f);
  @ assigns f->at, f->stops, f->status, f->fault;
  @ ensures taking(f); */
static APART void
check_trid(fields *f)
{
    uint32_t tag = tag_of(f->command->verb);
    if (!trid_is_due(tag, wyre_msnp_rule(tag, f->command->role)))
        return;
    if (some_left(f))
        refuse(f, WYRE_E_VALUE, f->at);
    refuse(f, WYRE_E_LENGTH, line_end(f, f->command));
}

#ifdef WYRE_PROVE /* see scan.h */
#define stops_between(in, at, end) 0
#define behind_first(stops)        0
#else
/* The stops of the fields in[at .. end - 1]. */
INLINE uint64_t
stops_between(const uint8_t *in, size_t at, size_t end)
{
    uint64_t spaces = byte_mask(in, end < 64 ? end : 64, ' ');
    return at < 64 ? stops_of(spaces, end) >> at << at : 0;
}
INLINE uint64_t
behind_first(uint64_t stops)
{
    return stops & (stops - 1);
}
#endif

/* What only the other ways look at is left as it is. */
/*@ requires \valid(f) && readable(in, in_len) && \valid_read(command);
  @ requires \separated(f, command, in + (0 .. in_len - 1));
  @ assigns f->way, f->in, f->in_len, f->command, f->at, f->end, f->stops, f->fault,
  @         f->status;
  @ ensures taking(f) && f->in == in && f->in_len == in_len;
  @ ensures f->status == WYRE_OK ==> WITHIN(command->payload, in_len); */
void
wyre_msnp_decoding(fields *f, const uint8_t *in, size_t in_len, const wyre_msnp_command *command,
                   const char *names, unsigned from)
{
    wyre_span all = command->fields;
    f->way = DECODE;
    f->in = in;
    f->command = command;
    f->in_len = in_len;
    f->at = 1; /* there are none */
    f->end = 0;
    f->stops = 0;
    f->fault = 0;
    f->status = judge(command, in_len, names, from);
    if (f->status != WYRE_OK) {
        if (command->malformed != WYRE_OK && command->fault <= in_len)
            f->fault = command->fault;
        return;
    }
    if (all.off > 0) {
        f->at = all.off;
        f->end = all.off + (size_t)all.len;
    }
    if (f->end > 0)
        f->stops = stops_between(in, f->at, f->end);
    if (command->trid_digits == 0)
        check_trid(f);
}

/* Behind the payload, or the line. */
/*@ requires taking(f) && \valid_read(m); assigns \nothing; ensures \result <= f->in_len; */
static size_t
unit_end(const fields *f, const wyre_msnp_command *m)
{
    size_t end = m->payload.off + (size_t)m->payload.len;
    if (m->payload.off == 0)
        return line_end(f, m);
    return end < f->in_len ? end : f->in_len;
}

#ifdef WYRE_PROVE /* of how long it is the provers do not know */
#define clear_view(out, out_len) (void)(out_len)
#else
#define clear_view(out, out_len) memset(out, 0, out_len)
#endif

/*@ requires taking(f) && \valid(out) && (n == \null || \valid(n)) && \separated(f, out, n);
  @ assigns out->fields.off, out->fields.len, *n;
  @ ensures \result == f->status;
  @ ensures n != \null ==> *n <= f->in_len;
  @ ensures \result == WYRE_OK ==> WITHIN(out->fields, f->in_len); */
wyre_status
wyre_msnp_decoded(fields *f, wyre_msnp_command *out, size_t out_len, size_t *n)
{
    size_t stop = f->fault;
    if (f->status != WYRE_OK) {
        clear_view(out, out_len);
    } else {
        if (n != NULL)
            stop = unit_end(f, out);
        wyre_span rest = left(f);
        set_span(&out->fields, rest.off, rest.len);
    }
    if (n != NULL)
        *n = stop;
    return f->status;
}

/* Where the next field ends; some are left. */
/*@ requires taking(f) && f->at <= f->end;
  @ assigns \nothing;
  @ ensures f->at <= \result <= f->end; */
INLINE size_t
next_ends(const fields *f)
{
    return field_end(f->in, f->stops, f->at, f->end);
}

/* The field that ends there is taken; its stop is the first, if it was seen. */
/*@ requires taking(f) && f->at <= stop <= f->end;
  @ assigns f->at, f->stops;
  @ ensures taking(f) && f->at == stop + 1; */
INLINE void
go_behind(fields *f, size_t stop)
{
    f->at = stop + 1;
    f->stops = behind_first(f->stops);
}

/* The next field, of some that are left. */
/*@ requires f->at <= f->end;
  @ TAKES_SPAN(f, field);
  @ ensures f->status == \old(f->status); */
INLINE void
next_field(fields *f, wyre_span *field)
{
    size_t stop = next_ends(f);
    set_span(field, f->at, stop - f->at);
    go_behind(f, stop);
}

/* Refused where none is left. */
/*@ TAKES_SPAN(f, field);
  @ ensures \result != 0 <==> f->status == WYRE_OK; */
static int
take_field(fields *f, wyre_span *field)
{
    set_span(field, 0, 0);
    if (some_left(f))
        next_field(f, field);
    else
        refuse(f, WYRE_E_LENGTH, line_end(f, f->command));
    return f->status == WYRE_OK;
}

#ifdef WYRE_PROVE /* what is proved decodes: it never comes to these */

/*@ requires \false; assigns \nothing; */
void put_field(fields *f, const uint8_t *at, size_t len);
/*@ requires \false; assigns \nothing; */
void put_tagged_span(fields *f, char tag, wyre_span span);
/*@ requires \false; assigns \nothing; */
void put_span(fields *f, wyre_span span);
/*@ requires \false; assigns \nothing; */
void put_fields(fields *f, wyre_span left);
/*@ requires \false; assigns \nothing; */
void put_number(fields *f, uint32_t value, unsigned digits);
/*@ requires \false; assigns \nothing; */
void tell_number(fields *f, const char *name, uint32_t kind, uint64_t value);
/*@ requires \false; assigns \nothing; */
void tell_span(fields *f, const char *name, uint32_t kind, wyre_span span);
/*@ requires \false; assigns \nothing; */
void tell_present(fields *f, const char *name, wyre_span span);
/*@ requires \false; assigns \nothing; */
void optional_otherwise(fields *f, const char *name, wyre_span text);

#else

/* ---- encode -------------------------------------------------------------------------------------- */

/* One more field stands in out: the rules look at the last, and at the first if it is no TrID. */
static void
count_field(fields *f, const uint8_t *at, size_t len)
{
    uint32_t trid;
    f->last = wyre_msnp_last(at, len);
    if (f->count == 0)
        f->starts_with_trid = wyre_msnp_trid_digits(at, len, &trid) > 0;
    f->count++;
}

/* `tag` and = stand in front, unless it is 0. */
static void
put_tagged(fields *f, char tag, const uint8_t *at, size_t len)
{
    if (f->skipped || (f->not_this.len > 0 && is_text(at, len, f->not_this)))
        wr_refuse(&f->w, WYRE_E_RANGE);
    f->not_this.len = 0;
    for (size_t i = 0; i < len; i++)
        if (at[i] == ' ' || at[i] == '\r' || at[i] == '\n' || at[i] == '\0')
            wr_refuse(&f->w, WYRE_E_RANGE);
    wr_u8(&f->w, ' ');
    if (tag != 0) {
        wr_u8(&f->w, (uint8_t)tag);
        wr_u8(&f->w, '=');
    }
    wr_bytes(&f->w, at, len);
    count_field(f, tag != 0 ? (const uint8_t *)&tag : at, tag != 0 ? 1 : len);
}

static void
put_field(fields *f, const uint8_t *at, size_t len)
{
    put_tagged(f, 0, at, len);
}

static int
outside(const fields *f, wyre_span span)
{
    return span.len > 0 && (span.off > f->in_len || span.len > f->in_len - span.off);
}

static void
put_tagged_span(fields *f, char tag, wyre_span span)
{
    if (outside(f, span))
        wr_refuse(&f->w, WYRE_E_ARG);
    if (f->w.status == WYRE_OK)
        put_tagged(f, tag, span.len > 0 ? f->in + span.off : NULL, span.len);
}

static void
put_span(fields *f, wyre_span span)
{
    put_tagged_span(f, 0, span);
}

/* Any number of fields; none where the span is absent. */
static void
put_fields(fields *f, wyre_span left)
{
    wyre_span field;
    if (outside(f, left))
        wr_refuse(&f->w, WYRE_E_ARG);
    if (left.len == 0 && left.off > 0) {
        put_span(f, left);
        return;
    }
    while (f->w.status == WYRE_OK &&
           wyre_msnp_field_next(&left, f->in, f->in_len, &field) == WYRE_OK)
        put_span(f, field);
}

/* A number of at least so many digits, 1 to 10. */
static void
put_number(fields *f, uint32_t value, unsigned digits)
{
    uint8_t text[20] = {'0', '0', '0', '0', '0', '0', '0', '0', '0', '0'};
    size_t len = 0;
    if (digits < 1 || digits > 10)
        wr_refuse(&f->w, WYRE_E_RANGE);
    wyre_decimal_encode(value, text + 10, 10, &len);
    size_t pad = digits > len && digits <= 10 ? digits - len : 0;
    put_field(f, text + 10 - pad, len + pad);
}

#endif

fields
wyre_msnp_encoding(const wyre_msnp_command *m, const char *names, unsigned from, const uint8_t *src,
                   size_t src_len, uint8_t *out, size_t cap)
{
    fields f = {.way = ENCODE, .in = src, .in_len = src_len, .w = wr(out, cap), .last = LAST_OTHER};
    f.tag = tag_of(m->verb);
    f.role = m->role;
    if ((m->role & ~(uint32_t)WYRE_MSNP_ROLE) != 0 ||
        (m->role & WYRE_MSNP_DIALECT) > WYRE_MSNP_DIALECT_MAX)
        wr_refuse(&f.w, WYRE_E_ARG);
    else if (!is_command_name(f.tag, m->role) || !is_of(names, from, m->verb, m->role))
        wr_refuse(&f.w, WYRE_E_RANGE);
    else if (names != NULL && m->trid_digits == 0 &&
             trid_is_due(f.tag, wyre_msnp_rule(f.tag, m->role)))
        wr_refuse(&f.w, WYRE_E_RANGE);
    wr_bytes(&f.w, m->verb, 3);
    if (m->trid_digits > 0)
        put_number(&f, m->trid, m->trid_digits);
    return f;
}

/* A reader must find TrID and payload where they are, and nowhere else. */
static void
check_rules(fields *f, const wyre_msnp_command *m)
{
    rule r = wyre_msnp_rule(f->tag, m->role);
    int trid = r.trid_least > 0 && f->count >= r.trid_least && f->starts_with_trid;
    int payload = wyre_msnp_payload_rule(r, f->count, f->last);
    if (trid != (m->trid_digits > 0))
        wr_refuse(&f->w, WYRE_E_RANGE);
    if (payload != (m->length_digits > 0 ? PAYLOAD_COUNTED : PAYLOAD_NONE))
        wr_refuse(&f->w, WYRE_E_RANGE);
}

wyre_status
wyre_msnp_encoded(fields *f, const wyre_msnp_command *m, size_t *n)
{
    put_fields(f, m->fields);
    for (unsigned i = 0; i < f->leadings; i++)
        if (f->leading[i].there != (f->count - f->leading[i].count > f->leading[i].behind))
            wr_refuse(&f->w, WYRE_E_RANGE);
    f->skipped = 0;
    f->not_this.len = 0;
    if (m->length_digits > 0)
        put_number(f, m->payload.len, m->length_digits);
    check_rules(f, m);
    wr_bytes(&f->w, (const uint8_t *)"\r\n", 2);
    if (m->length_digits > 0)
        wr_span(&f->w, f->in, f->in_len, m->payload);
    return wr_finish(&f->w, n);
}

/* ---- visit --------------------------------------------------------------------------------------- */

#ifndef WYRE_PROVE

static void
tell_number(fields *f, const char *name, uint32_t kind, uint64_t value)
{
    if (f->visitor->number != NULL)
        f->visitor->number(f->visitor->user, name, kind, value);
}

static void
tell_span(fields *f, const char *name, uint32_t kind, wyre_span span)
{
    if (f->visitor->span != NULL)
        f->visitor->span(f->visitor->user, name, kind, span);
}

/* What may be absent is told only where it is there. */
static void
tell_present(fields *f, const char *name, wyre_span span)
{
    if (span.off > 0 || span.len > 0)
        tell_span(f, name, WYRE_KIND_TEXT, span);
}

#endif

fields
wyre_msnp_visiting(const wyre_msnp_command *m, const wyre_visitor *v)
{
    fields f = {.way = VISIT, .visitor = v};
    if (v->bytes != NULL)
        v->bytes(v->user, "verb", WYRE_KIND_TEXT, m->verb, 3);
    if (m->trid_digits > 0)
        tell_number(&f, "trid", WYRE_KIND_NUMBER, m->trid);
    return f;
}

wyre_status
wyre_msnp_visited(fields *f, const wyre_msnp_command *m)
{
    tell_present(f, "fields", m->fields);
    if (m->length_digits > 0)
        tell_span(f, "payload", WYRE_KIND_BYTES, m->payload);
    return WYRE_OK;
}

/* ---- one line of a picture, three ways ------------------------------------------------------------- */

/* What is not the usual: no field is left, or the way is another. */
/*@ TAKES_SPAN(f, text); */
static APART void
text_otherwise(fields *f, const char *name, wyre_span *text)
{
    if (f->way == DECODE)
        refuse(f, WYRE_E_LENGTH, line_end(f, f->command));
    if (f->way == ENCODE)
        put_span(f, *text);
    if (f->way == VISIT)
        tell_span(f, name, WYRE_KIND_TEXT, *text);
}

/*@ TAKES_SPAN(f, text); */
void
wyre_msnp_text(fields *f, const char *name, wyre_span *text)
{
    if (f->way == DECODE && some_left(f))
        next_field(f, text);
    else
        text_otherwise(f, name, text);
}

/*@ TAKES_SPAN(f, word); */
static APART void
word_otherwise(fields *f, const char *name, wyre_span *word)
{
    text_otherwise(f, name, word);
    if (f->way == ENCODE && word->len == 0)
        wr_refuse(&f->w, WYRE_E_RANGE);
}

/*@ TAKES_SPAN(f, word); */
void
wyre_msnp_word(fields *f, const char *name, wyre_span *word)
{
    if (f->way != DECODE || !some_left(f)) {
        word_otherwise(f, name, word);
        return;
    }
    next_field(f, word);
    if (word->len == 0)
        refuse(f, WYRE_E_TEXT, word->off);
}

#ifndef WYRE_PROVE
static APART void
optional_otherwise(fields *f, const char *name, wyre_span text)
{
    int absent = text.off == 0 && text.len == 0;
    if (f->way == ENCODE && !absent)
        put_span(f, text);
    if (f->way == ENCODE && absent)
        f->skipped = 1;
    if (f->way == VISIT)
        tell_present(f, name, text);
}
#endif

/*@ TAKES_SPAN(f, text); */
void
wyre_msnp_optional(fields *f, const char *name, wyre_span *text)
{
    if (f->way != DECODE)
        optional_otherwise(f, name, *text);
    else if (some_left(f))
        next_field(f, text);
}

/*@ TAKES(f, value); */
void
wyre_msnp_number(fields *f, const char *name, uint32_t kind, uint32_t *value)
{
    wyre_span field = {0, 0};
    uint64_t wide = 0;
    size_t fault = 0;
    if (f->way == DECODE && take_field(f, &field)) {
        wyre_status status =
            wyre_decimal_decode(f->in + field.off, field.len, UINT32_MAX, &wide, &fault);
        if (status != WYRE_OK)
            refuse(f, status, field.off + fault);
        *value = (uint32_t)wide;
    }
    if (f->way == ENCODE)
        put_number(f, *value, 1);
    if (f->way == VISIT)
        tell_number(f, name, kind, *value);
}

/*@ TAKES(f, there); */
void
wyre_msnp_mark(fields *f, const char *name, literal word, uint8_t *there)
{
    if (f->way == DECODE && some_left(f)) {
        size_t stop = next_ends(f);
        if (is_text(f->in + f->at, stop - f->at, word)) {
            *there = 1;
            go_behind(f, stop);
        }
    }
    if (f->way == ENCODE && *there > 1)
        wr_refuse(&f->w, WYRE_E_RANGE);
    if (f->way == ENCODE && *there == 1)
        put_field(f, (const uint8_t *)word.text, word.len);
    if (f->way == ENCODE && *there == 0)
        f->not_this = word;
    if (f->way == VISIT)
        tell_number(f, name, WYRE_KIND_NUMBER, *there);
}

/* Whether more than `behind` fields are left. */
/*@ requires taking(f) && behind < 0xffffffff; assigns \nothing; */
static int
more_are_left(const fields *f, uint32_t behind)
{
    uint32_t count = 0;
    /*@ loop invariant count <= f->end + 1 && count <= at <= f->end + 1;
      @ loop assigns at, count; loop variant f->end + 1 - at; */
    for (size_t at = f->at; at <= f->end && count <= behind; count++)
        at = field_end(f->in, f->stops, at, f->end) + 1;
    return count > behind;
}

/*@ requires behind < 0xffffffff; TAKES_SPAN(f, text); */
void
wyre_msnp_leading(fields *f, const char *name, uint32_t behind, wyre_span *text)
{
    int there = text->off > 0 || text->len > 0;
    if (f->way == DECODE && more_are_left(f, behind))
        take_field(f, text);
    if (f->way == ENCODE) {
        f->leading[f->leadings++] = (struct leading){f->count, behind, there};
        if (there)
            put_span(f, *text);
    }
    if (f->way == VISIT)
        tell_present(f, name, *text);
}

/*@ TAKES_SPAN(f, text); */
void
wyre_msnp_tagged(fields *f, const char *name, char tag, wyre_span *text)
{
    int there = text->off > 0 || text->len > 0;
    if (f->way == DECODE && some_left(f)) {
        size_t stop = next_ends(f);
        if (stop - f->at >= 2 && f->in[f->at] == (uint8_t)tag && f->in[f->at + 1] == '=') {
            set_span(text, f->at + 2, stop - f->at - 2);
            go_behind(f, stop);
        }
    }
    if (f->way == ENCODE && there)
        put_tagged_span(f, tag, *text);
    if (f->way == VISIT)
        tell_present(f, name, *text);
}

/*@ TAKES_SPAN(f, rest); */
void
wyre_msnp_rest(fields *f, const char *name, wyre_span *rest)
{
    if (f->way == DECODE && f->status == WYRE_OK) {
        wyre_span all = left(f);
        set_span(rest, all.off, all.len);
        f->at = f->end + 1;
        f->stops = 0;
    }
    if (f->way == ENCODE)
        put_fields(f, *rest);
    if (f->way == VISIT)
        tell_present(f, name, *rest);
}

/* Framing, and commands of any name. */
#include <string.h>
#include <wyre/msnp_command.h>
#include "../core/apart.h"
#include "fields.h"
#include "line.h"
#include "rules.h"
#include "scan.h"

/*@ predicate line_known(uint8_t *in, integer end, wyre_msnp_command *out, unit *u) =
  @     end <= 0xffffffff && \valid_read(in + (0 .. end - 1)) && \valid(out) && \valid(u) &&
  @     \separated(out, u, in + (0 .. end - 1));
  @ predicate line_read(uint8_t *in, line *l, integer end, wyre_msnp_command *out) =
  @     end <= 0xffffffff && \valid_read(in + (0 .. end - 1)) && \valid_read(l) && \valid(out) &&
  @     \separated(out, l, in + (0 .. end - 1));
  @ predicate told(wyre_msnp_command *out, integer end) =
  @     inside(out->fields, end) && out->fault <= end && out->malformed <= WYRE_OK;
  @ predicate blank(wyre_msnp_command *out) =
  @     out->fields.off == 0 && out->fields.len == 0 && out->payload.off == 0 && out->payload.len == 0 &&
  @     out->malformed == WYRE_OK && out->fault == 0 && out->length_digits == 0; */

/* ---- the fields of a line ------------------------------------------------------------------------ */

/* How many fields in[3 .. end - 1] has, each behind a space, as far as `most`. */
/*@ requires 3 <= end && \valid_read(in + (0 .. end - 1));
  @ assigns \nothing;
  @ ensures \result <= most; */
static uint32_t
count_fields(const uint8_t *in, uint64_t stops, size_t end, uint32_t most)
{
    uint32_t count = 0;
    size_t at = 3;
    if (end < 64 && stops != 0) { /* the first stop is that of the name */
        stops &= UINT64_MAX >> (64 - end);
        /*@ loop invariant count <= most;
          @ loop assigns stops, count; loop variant most - count; */
        for (; stops != 0 && count < most; stops &= stops - 1)
            count++;
        return count;
    }
    /*@ loop invariant count <= most && 3 <= at;
      @ loop assigns at, count; loop variant most - count; */
    while (at < end && count < most) {
        at = field_end(in, stops, at + 1, end);
        count++;
    }
    return count;
}

/*@ predicate of_digits(integer value, integer count) = 0 <= value &&
  @     (count <= 0 ==> value < 1) && (count <= 1 ==> value < 10) && (count <= 2 ==> value < 100) &&
  @     (count <= 3 ==> value < 1000) && (count <= 4 ==> value < 10000) && (count <= 5 ==> value < 100000) &&
  @     (count <= 6 ==> value < 1000000) && (count <= 7 ==> value < 10000000) &&
  @     (count <= 8 ==> value < 100000000) && (count <= 9 ==> value < 1000000000) &&
  @     (count <= 10 ==> value < 10000000000); */

/*@ requires \valid_read(p + (0 .. len - 1)) && \valid(trid) && \separated(trid, p + (0 .. len - 1));
  @ assigns *trid;
  @ ensures \result == 0 || \result == len <= 10; */
unsigned
wyre_msnp_trid_digits(const uint8_t *p, size_t len, uint32_t *trid)
{
    uint64_t value = 0;
    if (len < 1 || len > 10)
        return 0;
    /*@ loop invariant i <= len && of_digits(value, i); loop assigns i, value; loop variant len - i; */
    for (size_t i = 0; i < len; i++) {
        if (p[i] < '0' || p[i] > '9')
            return 0;
        value = value * 10 + (p[i] - (uint32_t)'0');
    }
    if (value > UINT32_MAX)
        return 0;
    *trid = (uint32_t)value;
    return (unsigned)len;
}

/* The first of `fields` is the TrID if it is a number of 32 bits; else there is none. */
/*@ requires line_read(in, l, end, out) && out->fields.off == 4 && inside(out->fields, end);
  @ assigns out->trid, out->trid_digits, out->fields;
  @ ensures inside(out->fields, end); */
static void
take_trid(const uint8_t *in, const line *l, size_t end, wyre_msnp_command *out)
{
    size_t at = out->fields.off;
    size_t stop = field_end(in, l->stops, at, end);
    out->trid_digits = (uint8_t)wyre_msnp_trid_digits(in + at, stop - at, &out->trid);
    if (out->trid_digits == 0)
        return;
    out->fields = (wyre_span){0, 0};
    if (stop < end)
        out->fields = (wyre_span){(uint32_t)stop + 1, (uint32_t)(end - stop - 1)};
}

/* The last of `fields` is the payload's length. */
/*@ requires \valid(out) && last <= end <= 0xffffffff && inside(out->fields, end) && out->length_digits == 0;
  @ assigns out->length_digits, out->fields;
  @ ensures \result == WYRE_OK || \result == WYRE_E_VALUE;
  @ ensures inside(out->fields, end) && out->length_digits <= end - last; */
static wyre_status
take_length(size_t last, size_t end, wyre_msnp_command *out)
{
    if (end - last > 10)
        return WYRE_E_VALUE;
    out->length_digits = (uint8_t)(end - last);
    if (last <= out->fields.off)
        out->fields = (wyre_span){0, 0};
    else
        out->fields.len = (uint32_t)(last - 1 - out->fields.off);
    return WYRE_OK;
}

/* A line that is no command. */
/*@ requires \valid(out) && fault <= end <= 0xffffffff && why < WYRE_OK;
  @ assigns *out;
  @ ensures \result == WYRE_OK && told(out, end) && out->length_digits == 0;
  @ ensures out->payload.off == 0 && out->payload.len == 0; */
COLD wyre_status
malformed(wyre_msnp_command *out, size_t end, wyre_status why, size_t fault)
{
    *out = (wyre_msnp_command){
        .fields = {0, (uint32_t)end},
        .role = out->role,
        .malformed = why,
        .fault = (uint32_t)fault,
    };
    return WYRE_OK;
}

/* The value of len digits; what is over 10 of them is of no interest. Else what the field looks like. */
/*@ requires \valid_read(field + (0 .. len - 1)) && \valid(length);
  @ requires \separated(length, field + (0 .. len - 1));
  @ assigns *length; */
static int
read_length(const uint8_t *field, size_t len, uint64_t *length)
{
    uint64_t value = 0;
    if (len > 10)
        return wyre_msnp_last(field, len);
    /*@ loop invariant i <= len && of_digits(value, i); loop assigns i, value; loop variant len - i; */
    for (size_t i = 0; i < len; i++) {
        uint8_t digit = (uint8_t)(field[i] - '0');
        if (digit > 9)
            return wyre_msnp_last(field, len);
        value = value * 10 + digit;
    }
    *length = value;
    return len > 0 ? LAST_DIGITS : LAST_OTHER;
}

/* A verb that may have a payload: then the last field is looked at. */
/*@ requires 3 <= end && line_known(in, end, out, u) && told(out, end);
  @ requires out->length_digits == 0 && u->length == 0;
  @ requires out->payload.off == 0 && out->payload.len == 0;
  @ assigns *out, u->length, u->stop;
  @ ensures \result == WYRE_OK || \result == WYRE_E_VALUE;
  @ ensures told(out, end) && u->stop <= end && out->length_digits <= end;
  @ ensures out->payload.off == 0 && out->payload.len == 0; */
static wyre_status
look_for_length(const uint8_t *in, uint64_t stops, size_t end, rule r, wyre_msnp_command *out,
                unit *u)
{
    uint64_t length = 0;
    size_t last = end > 3 ? last_field(in, stops, end) : end;
    int kind = read_length(in + last, end - last, &length);
    u->stop = last;
    switch (wyre_msnp_payload_rule(r, count_fields(in, stops, end, r.payload_least), kind)) {
    case PAYLOAD_COUNTED:
        u->length = length;
        return take_length(last, end, out);
    case PAYLOAD_SHORT:
        return malformed(out, end, WYRE_E_LENGTH, end);
    case PAYLOAD_BAD:
        return WYRE_E_VALUE;
    default:
        return WYRE_OK;
    }
}

/* Behind the name: TrID and fields. */
/*@ requires 3 <= end && line_read(in, l, end, out) && inside(out->fields, end);
  @ assigns out->trid, out->trid_digits, out->fields;
  @ ensures inside(out->fields, end); */
INLINE void
take_fields(const uint8_t *in, const line *l, size_t end, rule r, wyre_msnp_command *out)
{
    if (end == 3)
        return;
    out->fields = (wyre_span){4, (uint32_t)(end - 4)};
    if (r.trid_least == 1 ||
        (r.trid_least > 1 && count_fields(in, l->stops, end, r.trid_least) == r.trid_least))
        take_trid(in, l, end, out);
}

/* A line whose name is one. */
/*@ requires 3 <= end && tag <= 0xffffff && line_read(in, l, end, out) && line_known(in, end, out, u);
  @ requires told(out, end) && out->length_digits == 0 && u->length == 0 && u->stop == 0;
  @ requires out->payload.off == 0 && out->payload.len == 0;
  @ assigns *out, u->length, u->stop, u->trid_is_due;
  @ ensures \result == WYRE_OK || \result == WYRE_E_VALUE;
  @ ensures told(out, end);
  @ ensures u->stop <= end && out->length_digits <= end;
  @ ensures out->payload.off == 0 && out->payload.len == 0; */
INLINE wyre_status
behind_name(const uint8_t *in, const line *l, size_t end, uint32_t tag, wyre_msnp_command *out,
            unit *u)
{
    rule r = wyre_msnp_rule(tag, out->role);
    copy(out->verb, in, 3);
    u->trid_is_due = trid_is_due(tag, r);
    take_fields(in, l, end, r, out);
    return r.payload_least > 0 ? look_for_length(in, l->stops, end, r, out, u) : WYRE_OK;
}

/* The text of a line, in[0 .. end - 1]. Refused only where no payload can be counted. */
/*@ requires line_read(in, l, end, out) && line_known(in, end, out, u) && told(out, end);
  @ requires out->length_digits == 0 && u->length == 0 && u->stop == 0;
  @ requires out->payload.off == 0 && out->payload.len == 0;
  @ assigns *out, u->length, u->stop, u->trid_is_due;
  @ ensures \result == WYRE_OK || \result == WYRE_E_VALUE;
  @ ensures told(out, end);
  @ ensures u->stop <= end && out->length_digits <= end;
  @ ensures out->payload.off == 0 && out->payload.len == 0; */
INLINE wyre_status
line_decode(const uint8_t *in, const line *l, size_t end, wyre_msnp_command *out, unit *u)
{
    if (l->bad < end)
        return malformed(out, end, WYRE_E_TEXT, l->bad);
    if (end < 3 || (end > 3 && in[3] != ' '))
        return malformed(out, end, WYRE_E_MAGIC, 0);
    uint32_t tag = TAG(in[0], in[1], in[2]);
    if (!is_command_name(tag, out->role))
        return malformed(out, end, WYRE_E_MAGIC, 0);
    return behind_name(in, l, end, tag, out, u);
}

/* ---- frame --------------------------------------------------------------------------------------- */

/*@ assigns \nothing; */
static int
undefined(uint32_t flags)
{
    return (flags & ~(uint32_t)(WYRE_MSNP_ROLE | WYRE_MSNP_BARE_LF)) != 0 ||
           (flags & WYRE_MSNP_DIALECT) > WYRE_MSNP_DIALECT_MAX;
}

/* The line that ends with the LF at l->feed. */
/*@ requires l->feed < 0xffffffff && line_read(in, l, l->feed + 1, out);
  @ requires line_known(in, l->feed + 1, out, u) && \separated(u, l);
  @ requires blank(out) && u->length == 0 && u->stop == 0;
  @ assigns *out, *u;
  @ ensures \result == WYRE_OK || \result == WYRE_E_VALUE || \result == WYRE_E_LIMIT;
  @ ensures u->line_end <= l->feed && u->body == l->feed + 1;
  @ ensures \result == WYRE_OK ==> told(out, u->line_end);
  @ ensures \result == WYRE_OK ==> inside(out->payload, u->stop);
  @ ensures \result == WYRE_OK ==> u->stop == u->body + u->length <= 0xffffffff;
  @ ensures \result == WYRE_OK ==> out->length_digits <= u->line_end;
  @ ensures \result != WYRE_OK ==> u->stop <= u->line_end; */
INLINE wyre_status
whole_line(const uint8_t *in, const line *l, uint32_t flags, wyre_msnp_command *out, unit *u)
{
    size_t feed = l->feed;
    size_t crs = feed > 0 && in[feed - 1] == '\r' ? 1 : 0;
    wyre_status status;
    u->line_end = feed - crs;
    u->body = feed + 1;
    u->stops = l->stops;
    out->role = flags & WYRE_MSNP_ROLE;
    if (crs == 0 && (flags & WYRE_MSNP_BARE_LF) == 0)
        status = malformed(out, feed, WYRE_E_TEXT, feed);
    else
        status = line_decode(in, l, u->line_end, out, u);
    if (status != WYRE_OK)
        return status;
    if (u->length > UINT32_MAX - u->body)
        return WYRE_E_LIMIT;
    u->stop = u->body + (size_t)u->length;
    /*@ assert told(out, u->line_end) && u->stop == u->body + u->length <= 0xffffffff; */
    /*@ assert inside(out->payload, 0); */
    if (out->length_digits > 0) {
        out->payload.off = (uint32_t)u->body;
        out->payload.len = (uint32_t)u->length;
    }
    return WYRE_OK;
}

/* The first line of `in`, which has no LF in front of `from`; the payload may not be there yet. `out` is
 * zeroed. */
/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(out) && \valid(u) && blank(out);
  @ requires \separated(out, u, in + (0 .. in_len - 1));
  @ assigns *out, *u;
  @ ensures \result == WYRE_OK || \result == WYRE_MORE || \result == WYRE_E_ARG || \result == WYRE_E_VALUE ||
  @         \result == WYRE_E_LIMIT;
  @ ensures \result == WYRE_MORE ==> in_len < u->stop && in_len <= 0xffffffff;
  @ ensures \result < WYRE_OK ==> u->stop <= in_len;
  @ ensures \result != WYRE_E_ARG ==> in_len <= 0xffffffff;
  @ ensures \result == WYRE_OK ==> told(out, u->line_end) && inside(out->payload, u->stop) &&
  @         u->line_end < u->body <= in_len && u->stop == u->body + u->length <= 0xffffffff &&
  @         out->length_digits <= u->line_end; */
static APART wyre_status
first_line(const uint8_t *in, size_t in_len, size_t from, uint32_t flags, uint32_t max_line,
           wyre_msnp_command *out, unit *u)
{
    *u = (unit){0};
    if (undefined(flags) || in_len > UINT32_MAX)
        return WYRE_E_ARG;
    size_t len = in_len < max_line ? in_len : max_line;
    size_t feed = from > 0 ? line_feed(in, len, from < len ? from : len) : 0;
    if (feed < len) { /* what was scanned before is looked at again only once the line is whole */
        line l = line_of(in, from > 0 ? feed + 1 : len);
        if (l.feed < len)
            return whole_line(in, &l, flags, out, u);
    }
    u->stop = len == max_line ? len : len + 1;
    return len == max_line ? WYRE_E_LIMIT : WYRE_MORE;
}

/*@ requires (progress == \null || \valid(progress)) && \separated(progress, out, n, in + (0 .. in_len - 1));
  @ FRAMES(in, in_len, out, n); assigns *progress;
  @ ensures \result == WYRE_OK || \result == WYRE_MORE || \result == WYRE_E_ARG || \result == WYRE_E_VALUE ||
  @         \result == WYRE_E_LIMIT;
  @ ensures \result == WYRE_OK && n != \null ==> inside(out->fields, *n) && inside(out->payload, *n);
  @ ensures progress != \null && \result != WYRE_MORE ==> progress->scanned == 0 && progress->total == 0;
  @ ensures progress != \null && \result == WYRE_MORE && in_len >= \old(progress->total) ==>
  @         progress->scanned <= in_len && (progress->total == 0 || in_len < progress->total); */
wyre_status
wyre_msnp_frame(const uint8_t *in, size_t in_len, uint32_t flags, uint32_t max_line,
                uint32_t max_payload, wyre_msnp_progress *progress, wyre_msnp_command *out,
                size_t *n)
{
    wyre_msnp_progress at = progress != NULL ? *progress : (wyre_msnp_progress){0, 0};
    unit u = {.stop = at.total};
    wyre_status status = WYRE_MORE;
    *out = (wyre_msnp_command){.trid = 0};
    if (in_len >= at.total) {
        status = first_line(in, in_len, at.scanned, flags, max_line, out, &u);
        at = (wyre_msnp_progress){status == WYRE_MORE ? (uint32_t)in_len : 0, 0};
        if (status == WYRE_OK && u.length > max_payload) {
            status = WYRE_E_LIMIT;
            u.stop = u.line_end - out->length_digits;
        } else if (status == WYRE_OK && u.stop > in_len) {
            status = WYRE_MORE;
            at = (wyre_msnp_progress){(uint32_t)u.body - 1, (uint32_t)u.stop};
        }
    }
    if (status != WYRE_OK)
        *out = (wyre_msnp_command){.trid = 0};
    if (progress != NULL)
        *progress = at;
    if (n != NULL)
        *n = u.stop;
    return status;
}

/* ---- a complete command -------------------------------------------------------------------------- */

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(out) && \valid(u) && blank(out);
  @ requires \separated(out, u, in + (0 .. in_len - 1));
  @ assigns *out, *u;
  @ ensures \result <= WYRE_OK && u->stop <= in_len;
  @ ensures \result == WYRE_OK ==> in_len <= 0xffffffff && inside(out->fields, u->line_end) &&
  @         inside(out->payload, u->stop) && u->line_end < u->body <= u->stop; */
wyre_status
wyre_msnp_unit_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_msnp_command *out,
                      unit *u)
{
    wyre_status status = first_line(in, in_len, 0, flags, UINT32_MAX, out, u);
    if (status == WYRE_OK && out->malformed != WYRE_OK) {
        status = out->malformed;
        u->stop = out->fault;
    } else if (status == WYRE_MORE || status == WYRE_E_LIMIT ||
               (status == WYRE_OK && u->stop > in_len)) {
        status = WYRE_E_LENGTH;
        u->stop = in_len;
    }
    return status;
}

/*@ DECODES(in, in_len, out, n);
  @ ensures \result == WYRE_OK ==> inside(out->fields, in_len) && inside(out->payload, in_len); */
wyre_status
wyre_msnp_command_decode(const uint8_t *in, size_t in_len, uint32_t flags, wyre_msnp_command *out,
                         size_t *n)
{
    unit u;
    *out = (wyre_msnp_command){.trid = 0};
    wyre_status status = wyre_msnp_unit_decode(in, in_len, flags, out, &u);
    if (status != WYRE_OK)
        *out = (wyre_msnp_command){.trid = 0};
    if (n != NULL)
        *n = u.stop;
    return status;
}

wyre_status
wyre_msnp_command_encode(const wyre_msnp_command *m, const uint8_t *src, size_t src_len,
                         uint8_t *out, size_t cap, size_t *n)
{
    fields f = wyre_msnp_encoding(m, NULL, ANYONE, src, src_len, out, cap);
    return wyre_msnp_encoded(&f, m, n);
}

wyre_status
wyre_msnp_command_visit(const wyre_msnp_command *m, const wyre_visitor *v)
{
    fields f = wyre_msnp_visiting(m, v);
    return wyre_msnp_visited(&f, m);
}

/* fields = field *( SP field ), and a field may be empty. */
/*@ ITERATES(left, in, in_len, out);
  @ ensures \result == WYRE_OK || \result == WYRE_END || \result == WYRE_E_ARG;
  @ ensures \result == WYRE_OK ==> inside(*out, in_len) && inside(*left, in_len);
  @ ensures \result == WYRE_OK ==> left->len == 0 || left->off > \old(left->off);
  @ ensures \result == WYRE_OK && left->off != 0 ==> left->off + left->len == \old(left->off + left->len); */
wyre_status
wyre_msnp_field_next(wyre_span *left, const uint8_t *in, size_t in_len, wyre_span *out)
{
    *out = (wyre_span){0, 0};
    if (left->off == 0 && left->len == 0)
        return WYRE_END;
    if (left->off > in_len || left->len > in_len - left->off)
        return WYRE_E_ARG;
    size_t end = left->off + (size_t)left->len;
    size_t stop = field_end(in, 0, left->off, end);
    *out = (wyre_span){left->off, (uint32_t)(stop - left->off)};
    *left = (wyre_span){0, 0};
    if (stop < end)
        *left = (wyre_span){(uint32_t)stop + 1, (uint32_t)(end - stop - 1)};
    return WYRE_OK;
}

/* Header blocks: taking headers one by one, finding one, appending one. */
#include <wyre/msnp_message.h>
#include "../core/cursor.h"
#include "../core/line.h"

/*@ assigns \nothing; */
static int
is_blank(uint8_t c)
{
    return c == ' ' || c == '\t';
}

/* Around a value, which may be folded, line ends too. */
/*@ assigns \nothing; */
static int
is_space(uint8_t c)
{
    return is_blank(c) || c == '\r' || c == '\n';
}

/* The text of the line at pos, and where the next one begins. */
/*@ requires pos < in_len <= 0xffffffff && \valid_read(in + (0 .. in_len - 1)) && \valid(next);
  @ requires \separated(next, in + (0 .. in_len - 1));
  @ assigns *next;
  @ ensures pos <= \result <= in_len;
  @ ensures pos < *next <= in_len; */
static size_t
line_at(const uint8_t *in, size_t in_len, size_t pos, size_t *next)
{
    size_t feed = line_feed(in, in_len, pos);
    *next = feed < in_len ? feed + 1 : in_len;
    return feed < in_len && feed > pos && in[feed - 1] == '\r' ? feed - 1 : feed;
}

/* name ":" value, the value without blanks around it; without a colon all is name. */
/*@ requires at <= end <= 0xffffffff && \valid_read(in + (0 .. end - 1)) && \valid(out);
  @ requires \separated(out, in + (0 .. end - 1)) && out->value.off == 0 && out->value.len == 0;
  @ assigns *out;
  @ ensures inside(out->name, end);
  @ ensures inside(out->value, end); */
static void
split(const uint8_t *in, size_t at, size_t end, wyre_msnp_header *out)
{
    size_t colon = at;
    /*@ loop invariant at <= colon <= end; loop assigns colon; loop variant end - colon; */
    while (colon < end && in[colon] != ':')
        colon++;
    out->name = (wyre_span){(uint32_t)at, (uint32_t)(colon - at)};
    if (colon == end)
        return;
    size_t from = colon + 1;
    /*@ loop invariant colon < from <= end; loop assigns from; loop variant end - from; */
    while (from < end && is_space(in[from]))
        from++;
    /*@ loop invariant from <= end <= \at(end, Pre); loop assigns end; loop variant end - from; */
    while (end > from && is_space(in[end - 1]))
        end--;
    out->value = (wyre_span){(uint32_t)from, (uint32_t)(end - from)};
}

/*@ requires \valid(it) && \valid_read(in + (0 .. in_len - 1)) && \valid(out);
  @ requires \separated(it, out, in + (0 .. in_len - 1));
  @ assigns *it, *out;
  @ ensures \result <= WYRE_OK || \result == WYRE_END;
  @ ensures \result == WYRE_OK ==> inside(out->name, in_len);
  @ ensures \result == WYRE_OK ==> inside(out->value, in_len);
  @ ensures \result == WYRE_OK ==> \old(it->pos) < it->pos <= in_len;
  @ ensures \result == WYRE_END ==> \old(it->pos) <= it->pos <= in_len;
  @ ensures it->pos >= \old(it->pos);
  @ ensures \old(it->pos) <= in_len ==> it->pos <= in_len; */
wyre_status
wyre_msnp_header_next(wyre_msnp_header_iter *it, const uint8_t *in, size_t in_len,
                      wyre_msnp_header *out)
{
    size_t next;
    *out = (wyre_msnp_header){{0, 0}, {0, 0}};
    if (it->pos > in_len || in_len > UINT32_MAX)
        return WYRE_E_ARG;
    if (it->pos == in_len)
        return WYRE_END;
    size_t end = line_at(in, in_len, it->pos, &next);
    if (end == it->pos) {
        it->pos = (uint32_t)next;
        return WYRE_END;
    }
    if (it->count >= WYRE_MSNP_HEADERS_MAX)
        return WYRE_E_LIMIT;
    /*@ loop invariant it->pos < next <= in_len && it->pos <= end <= in_len;
      @ loop assigns next, end; loop variant in_len - next; */
    while (next < in_len && is_blank(in[next])) /* folded */
        end = line_at(in, in_len, next, &next);
    split(in, it->pos, end, out);
    it->pos = (uint32_t)next;
    it->count++;
    return WYRE_OK;
}

#ifdef WYRE_PROVE /* the name is a constant, as in literal.h */
/*@ requires \valid_read(a + (0 .. len - 1)); assigns \nothing; */
int same_letters(const uint8_t *a, const char *b, size_t len);
#else
static int
same_letters(const uint8_t *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        uint8_t x = a[i];
        uint8_t y = (uint8_t)b[i];
        if (x >= 'A' && x <= 'Z')
            x |= 0x20;
        if (y >= 'A' && y <= 'Z')
            y |= 0x20;
        if (x != y)
            return 0;
    }
    return 1;
}
#endif

/*@ requires \valid_read(in + (0 .. in_len - 1)) && \valid(value) && \separated(value, in + (0 .. in_len - 1));
  @ assigns value->off, value->len;
  @ ensures \result <= WYRE_OK || \result == WYRE_END;
  @ ensures inside(*value, in_len); */
wyre_status
wyre_msnp_header_find(const uint8_t *in, size_t in_len, const char *name, size_t name_len,
                      wyre_span *value)
{
    wyre_msnp_header_iter it = {0, 0};
    wyre_msnp_header header;
    wyre_status status;
    set_span(value, 0, 0);
    /*@ loop invariant it.pos <= in_len && inside(*value, in_len);
      @ loop assigns it, header, status, value->off, value->len; loop variant in_len - it.pos; */
    while ((status = wyre_msnp_header_next(&it, in, in_len, &header)) == WYRE_OK) {
        if (header.name.len == name_len && same_letters(in + header.name.off, name, name_len)) {
            set_span(value, header.value.off, header.value.len);
            return WYRE_OK;
        }
    }
    return status;
}

/* A line may break only where the value goes on behind a blank. */
static int
breaks_its_line(const uint8_t *value, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (value[i] == '\r' && (i + 1 == len || value[i + 1] != '\n'))
            return 1;
        if (value[i] == '\n' && (i + 1 == len || !is_blank(value[i + 1])))
            return 1;
    }
    return 0;
}

void
wyre_msnp_header_put(wyre_wr *w, const char *name, size_t name_len, const uint8_t *value,
                     size_t value_len)
{
    if (name_len == 0 || breaks_its_line(value, value_len))
        wr_refuse(w, WYRE_E_RANGE);
    for (size_t i = 0; i < name_len; i++)
        if (name[i] == ':' || (uint8_t)name[i] < 0x20)
            wr_refuse(w, WYRE_E_RANGE);
    wr_bytes(w, (const uint8_t *)name, name_len);
    wr_bytes(w, (const uint8_t *)": ", 2);
    wr_bytes(w, value, value_len);
    wr_bytes(w, (const uint8_t *)"\r\n", 2);
}

void
wyre_msnp_header_end(wyre_wr *w)
{
    wr_bytes(w, (const uint8_t *)"\r\n", 2);
}

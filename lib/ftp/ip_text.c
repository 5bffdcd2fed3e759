/* IP addresses as text: RFC 4291 2.2, RFC 5952. */
#include "ip_text.h"

/* A decimal number to 255 in at most three digits, without leading zeros: some readers take those as
 * octal. */
/*@ READS; */
static uint8_t
scan_part(wyre_rd *r)
{
    size_t start = r->pos;
    uint64_t value = number(r, 255);
    if (r->status == WYRE_OK && r->pos - start > 1 && r->in[start] == '0')
        rd_refuse(r, WYRE_E_TEXT, start);
    return (uint8_t)value;
}

/*@ READS_ADDRESS(r, address, 4); */
void
scan_ipv4(wyre_rd *r, uint8_t address[4])
{
    /*@ loop invariant 0 <= i <= 4 && reading(r) && r->pos >= \at(r->pos, Pre);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop assigns i, r->pos, r->status, r->fault, address[0 .. 3]; loop variant 4 - i; */
    for (int i = 0; i < 4; i++) {
        if (i > 0)
            expect(r, '.');
        address[i] = scan_part(r);
    }
}

void
print_ipv4(wyre_wr *w, const uint8_t address[4])
{
    for (int i = 0; i < 4; i++) {
        if (i > 0)
            wr_u8(w, '.');
        wr_number(w, address[i]);
    }
}

/* 0 to 15, or 16 for what is no hex digit. */
/*@ assigns \nothing; ensures \result <= 16 && (\result < 16 ==> c >= 0); */
static unsigned
hex_digit(int c)
{
    if (is_digit(c))
        return (unsigned)c - '0';
    if (c >= 'a' && c <= 'f')
        return (unsigned)c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? (unsigned)c - 'A' + 10 : 16;
}

/* 1*4HEXDIG */
/*@ READS; */
static unsigned
scan_group(wyre_rd *r)
{
    unsigned value = 0;
    int digits = 0;
    /*@ loop invariant 0 <= digits <= 4 && r->pos <= r->end && r->pos == \at(r->pos, Pre) + digits;
      @ loop invariant r->status != WYRE_OK ==> digits == 0;
      @ loop invariant value <= (digits == 0 ? 0 : digits == 1 ? 16 : digits == 2 ? 272 :
      @     digits == 3 ? 4368 : 69904);
      @ loop assigns r->pos, value, digits; loop variant 4 - digits; */
    for (; digits < 4 && hex_digit(peek(r)) < 16; digits++)
        value = value * 16 + hex_digit(r->in[r->pos++]);
    if (digits == 0)
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    return value;
}

/* Whether a dotted IPv4 address begins here: digits, then a dot. */
/*@ requires reading(r); assigns \nothing; */
static int
ipv4_begins(const wyre_rd *r)
{
    size_t at = r->pos;
    /*@ loop invariant r->pos <= at <= r->end; loop assigns at; loop variant r->end - at; */
    while (at < r->end && is_digit(r->in[at]))
        at++;
    return at > r->pos && at < r->end && r->in[at] == '.';
}

/* Groups with colons between, up to the end or to "::"; an IPv4 address may stand for the last two of
 * the whole address, which are those before the end where is_tail is 0. Returns how many bytes they
 * fill. */
/*@ requires room <= 16;
  @ READS_ADDRESS(r, bytes, room);
  @ ensures \result <= room; */
static size_t
scan_groups(wyre_rd *r, uint8_t *bytes, size_t room, int is_tail)
{
    size_t n = 0;
    /*@ loop invariant n <= room && reading(r) && r->pos >= \at(r->pos, Pre);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop assigns n, r->pos, r->status, r->fault, bytes[0 .. room - 1]; loop variant room - n; */
    while (r->status == WYRE_OK && room - n >= 2) {
        if ((is_tail ? room - n >= 4 : room - n == 4) && ipv4_begins(r)) {
            scan_ipv4(r, bytes + n);
            return n + 4;
        }
        put_be16(bytes + n, (uint16_t)scan_group(r));
        n += 2;
        int more = r->end - r->pos > 1 && peek(r) == ':' && r->in[r->pos + 1] != ':';
        if (!more || room - n < 2)
            return n;
        r->pos++;
    }
    return n;
}

/*@ READS_ADDRESS(r, address, 16); */
void
scan_ipv6(wyre_rd *r, uint8_t address[16])
{
    uint8_t tail[16] = {0};
    size_t head_len = 0;
    size_t tail_len = 0;
    size_t start = r->pos;
    zero(address, 16);
    if (peek(r) != ':')
        head_len = scan_groups(r, address, 16, 0);
    if (r->status != WYRE_OK || head_len == 16)
        return;
    expect(r, ':');
    expect(r, ':');
    if (head_len < 14 && hex_digit(peek(r)) < 16)
        tail_len = scan_groups(r, tail, 14 - head_len, 1);
    if (r->status == WYRE_OK && head_len + tail_len > 14)
        rd_refuse(r, WYRE_E_TEXT, start);
    copy(address + 16 - tail_len, tail, tail_len);
}

/* The longest row of two or more zero groups, the first of equals: RFC 5952 4.2. */
static void
longest_zeros(const uint8_t address[16], int *first, int *count)
{
    int run = 0;
    *first = 8;
    *count = 1;
    for (int i = 0; i < 8; i++) {
        run = be16(address + 2 * i) == 0 ? run + 1 : 0;
        if (run > *count) {
            *count = run;
            *first = i + 1 - run;
        }
    }
}

void
print_ipv6(wyre_wr *w, const uint8_t address[16])
{
    static const char digits[] = "0123456789abcdef";
    int first;
    int count;
    longest_zeros(address, &first, &count);
    for (int i = 0; i < 8; i++) {
        if (i == first) {
            wr_literal(w, "::");
            i += count - 1;
            continue;
        }
        if (i > 0 && i != first + count)
            wr_u8(w, ':');
        unsigned group = be16(address + 2 * i);
        for (int shift = 12; shift >= 0; shift -= 4)
            if (shift == 0 || group >> shift != 0)
                wr_u8(w, (uint8_t)digits[group >> shift & 15]);
    }
}

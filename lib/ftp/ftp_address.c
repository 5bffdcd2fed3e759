/* Data connection addresses: RFC 959 4.1.2, RFC 1123 4.1.2.6, RFC 1639, RFC 2428, RFC 2577. */
#include <wyre/ftp_address.h>
#include "ip_text.h"

/* ---- numbers with commas: PORT, LPRT, 227, 228 ----------------------------------------------- */

/* 1*3DIGIT to 255. */
/*@ READS; */
static uint8_t
scan_octet(wyre_rd *r)
{
    size_t start = r->pos;
    unsigned value = 0;
    /*@ loop invariant start <= r->pos <= r->end && r->pos - start <= 3;
      @ loop invariant r->status != WYRE_OK ==> r->pos == start;
      @ loop invariant value < (r->pos == start ? 1 : r->pos == start + 1 ? 10 :
      @     r->pos == start + 2 ? 100 : 1000);
      @ loop assigns r->pos, value; loop variant r->end - r->pos; */
    while (is_digit(peek(r)) && r->pos - start < 3)
        value = value * 10 + (unsigned)(r->in[r->pos++] - '0');
    if (r->pos == start || is_digit(peek(r)))
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    else if (value > 255)
        rd_refuse(r, WYRE_E_VALUE, start);
    return (uint8_t)value;
}

/*@ READS; ensures r->status == WYRE_OK ==> r->pos > \old(r->pos); */
static uint8_t
scan_next_octet(wyre_rd *r, uint32_t flags)
{
    expect(r, ',');
    /*@ loop invariant reading(r) && r->pos >= \at(r->pos, LoopEntry);
      @ loop invariant r->status != WYRE_OK ==> r->pos == \at(r->pos, LoopEntry);
      @ loop assigns r->pos;
      @ loop variant r->end - r->pos; */
    while ((flags & WYRE_FTP_ADDRESS_BLANKS) != 0 && claim(r, ' '))
        ;
    return scan_octet(r);
}

/* h1,h2,h3,h4,p1,p2 */
/*@ SCANS(r, m); */
static void
scan_host_port(wyre_rd *r, uint32_t flags, wyre_ftp_address *m)
{
    m->protocol = WYRE_FTP_IPV4;
    m->address[0] = scan_octet(r);
    /*@ loop invariant 1 <= i <= 4 && reading(r) && r->pos >= \at(r->pos, Pre);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop assigns i, r->pos, r->status, r->fault, *m; loop variant 4 - i; */
    for (int i = 1; i < 4; i++)
        m->address[i] = scan_next_octet(r, flags);
    unsigned high = scan_next_octet(r, flags);
    m->port = (uint16_t)(high * 256 + scan_next_octet(r, flags));
}

static void
print_octets(wyre_wr *w, const uint8_t *octets, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        wr_number(w, octets[i]);
        wr_u8(w, ',');
    }
}

static void
print_port_octets(wyre_wr *w, uint16_t port)
{
    wr_number(w, port >> 8);
    wr_u8(w, ',');
    wr_number(w, port & 255);
}

SCANNER
scan_port(wyre_rd *r, uint32_t flags, wyre_ftp_address *m)
{
    scan_host_port(r, flags, m);
    expect_end(r);
}

static void
print_port(wyre_wr *w, const wyre_ftp_address *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    if (m->protocol != WYRE_FTP_IPV4)
        wr_refuse(w, WYRE_E_RANGE);
    print_octets(w, m->address, 4);
    print_port_octets(w, m->port);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_port, wyre_ftp_address, scan_port, print_port, WYRE_FTP_ADDRESS_BLANKS)

/* RFC 1123 4.1.2.6: the layout of the text is not fixed. A row of numbers counts where it is not the
 * tail of another one, and is not negative. */
/*@ requires reading(r);
  @ assigns \nothing;
  @ ensures \result != 0 ==> r->status == WYRE_OK && r->pos < r->end; */
static int
row_begins(const wyre_rd *r, uint32_t flags)
{
    size_t at = r->pos;
    if (!is_digit(peek(r)))
        return 0;
    if (at > 0 && (is_digit(r->in[at - 1]) || r->in[at - 1] == '-'))
        return 0;
    /*@ loop invariant at <= r->pos; loop assigns at; loop variant at; */
    while ((flags & WYRE_FTP_ADDRESS_BLANKS) != 0 && at > 0 && r->in[at - 1] == ' ')
        at--;
    return at < 2 || r->in[at - 1] != ',' || !is_digit(r->in[at - 2]);
}

SCANNER
scan_227(wyre_rd *r, uint32_t flags, wyre_ftp_address *m)
{
    wyre_rd refused = *r;
    rd_refuse(&refused, WYRE_E_TEXT, r->end);
    /*@ loop invariant reading(r) && r->status == WYRE_OK;
      @ loop invariant reading(&refused) && refused.status != WYRE_OK;
      @ loop invariant refused.end == r->end && refused.in == r->in;
      @ loop assigns r->pos, refused, *m; loop variant r->end - r->pos; */
    while (r->pos < r->end) {
        if (!row_begins(r, flags)) {
            r->pos++;
            continue;
        }
        wyre_rd row = *r;
        scan_host_port(&row, flags, m);
        if (peek(&row) == ',')
            rd_refuse(&row, WYRE_E_TEXT, row.pos);
        if (row.status == WYRE_OK) {
            *r = row;
            return;
        }
        if (row.status == WYRE_E_VALUE && refused.status != WYRE_E_VALUE)
            refused = row;
        /*@ loop invariant r->pos <= r->end; loop assigns r->pos; loop variant r->end - r->pos; */
        while (is_digit(peek(r))) /* a row that ends early begins no second one inside a number */
            r->pos++;
    }
    *r = refused;
}

static void
print_227(wyre_wr *w, const wyre_ftp_address *m, const uint8_t *src, size_t src_len)
{
    wr_literal(w, "Entering Passive Mode (");
    print_port(w, m, src, src_len);
    wr_literal(w, ").");
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_227, wyre_ftp_address, scan_227, print_227, WYRE_FTP_ADDRESS_BLANKS)

/* ---- RFC 1639 -------------------------------------------------------------------------------- */

/* af,hal,h1..hn,pal,p1..pm */
/*@ SCANS(r, m); */
static void
scan_long_port(wyre_rd *r, uint32_t flags, wyre_ftp_address *m)
{
    size_t start = r->pos;
    unsigned family = scan_octet(r);
    if (r->status == WYRE_OK && family != 4 && family != 6)
        rd_refuse(r, WYRE_E_UNSUPPORTED, start);
    unsigned host = family == 4 ? 4 : 16;
    start = r->pos + 1;
    if (scan_next_octet(r, flags) != host)
        rd_refuse(r, WYRE_E_VALUE, start);
    /*@ loop invariant 0 <= i <= host && reading(r) && r->pos >= \at(r->pos, Pre);
      @ loop invariant r->status == WYRE_OK ==> \at(r->status, Pre) == WYRE_OK;
      @ loop assigns i, r->pos, r->status, r->fault, *m; loop variant host - i; */
    for (unsigned i = 0; i < host; i++)
        m->address[i] = scan_next_octet(r, flags);
    start = r->pos + 1;
    if (scan_next_octet(r, flags) != 2)
        rd_refuse(r, WYRE_E_VALUE, start);
    unsigned high = scan_next_octet(r, flags);
    m->port = (uint16_t)(high * 256 + scan_next_octet(r, flags));
    m->protocol = family == 4 ? WYRE_FTP_IPV4 : WYRE_FTP_IPV6;
}

SCANNER
scan_lprt(wyre_rd *r, uint32_t flags, wyre_ftp_address *m)
{
    scan_long_port(r, flags, m);
    expect_end(r);
}

static void
print_lprt(wyre_wr *w, const wyre_ftp_address *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    if (m->protocol != WYRE_FTP_IPV4 && m->protocol != WYRE_FTP_IPV6)
        wr_refuse(w, WYRE_E_RANGE);
    wr_literal(w, m->protocol == WYRE_FTP_IPV4 ? "4,4," : "6,16,");
    print_octets(w, m->address, m->protocol == WYRE_FTP_IPV4 ? 4 : 16);
    wr_literal(w, "2,");
    print_port_octets(w, m->port);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_lprt, wyre_ftp_address, scan_lprt, print_lprt, 0)

SCANNER
scan_228(wyre_rd *r, uint32_t flags, wyre_ftp_address *m)
{
    r->pos = find(r, '(');
    expect(r, '(');
    scan_long_port(r, flags, m);
    expect(r, ')');
}

static void
print_228(wyre_wr *w, const wyre_ftp_address *m, const uint8_t *src, size_t src_len)
{
    wr_literal(w, "Entering Long Passive Mode (");
    print_lprt(w, m, src, src_len);
    wr_u8(w, ')');
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_228, wyre_ftp_address, scan_228, print_228, 0)

/* ---- RFC 2428 -------------------------------------------------------------------------------- */

/* RFC 2428 2: one of the bytes 33 to 126. One that an address may hold could not be told apart. */
/*@ assigns \nothing; ensures \result != 0 ==> 33 <= c <= 126; */
static int
is_delimiter(int c)
{
    return c >= 33 && c <= 126 && !is_digit(c) && !is_letter(c) && c != '.' && c != ':';
}

/* An address up to the next delimiter, which is not claimed. */
/*@ requires reading(r) && r->status == WYRE_OK && \valid(m) && \separated(m, r, r->in + (0 .. r->end - 1));
  @ assigns r->pos, r->end, r->status, r->fault, *m;
  @ ensures reading(r) && r->end == \old(r->end) && r->pos >= \old(r->pos);
  @ ensures m->delimiter == \old(m->delimiter); */
static void
scan_host(wyre_rd *r, wyre_ftp_address *m)
{
    size_t outer = r->end;
    r->end = find(r, m->delimiter);
    if (m->protocol == WYRE_FTP_IPV4)
        scan_ipv4(r, m->address);
    else
        scan_ipv6(r, m->address);
    expect_end(r);
    r->end = outer;
}

/* 1 to 65535, without leading zeros. */
/*@ READS; */
static uint16_t
scan_port_number(wyre_rd *r)
{
    size_t start = r->pos;
    uint64_t port = number(r, 65535);
    if (r->status == WYRE_OK && r->in[start] == '0')
        rd_refuse(r, r->pos - start == 1 ? WYRE_E_VALUE : WYRE_E_TEXT, start);
    return (uint16_t)port;
}

/* d protocol d address d port d; protocol and address may be empty together where `may_lack`. */
/*@ SCANS(r, m);
  @ assigns r->end;
  @ ensures r->end == \old(r->end) && (r->status == WYRE_OK ==> r->pos > \old(r->pos)); */
static void
scan_delimited(wyre_rd *r, uint32_t flags, int may_lack, wyre_ftp_address *m)
{
    if (!is_delimiter(peek(r)))
        rd_refuse(r, WYRE_E_TEXT, r->pos);
    if (r->status != WYRE_OK)
        return;
    m->delimiter = r->in[r->pos++];
    if (!may_lack || peek(r) != m->delimiter) {
        size_t start = r->pos;
        uint64_t protocol = number(r, UINT32_MAX);
        if (r->status == WYRE_OK && protocol != WYRE_FTP_IPV4 && protocol != WYRE_FTP_IPV6)
            rd_refuse(r, WYRE_E_UNSUPPORTED, start);
        m->protocol = (uint8_t)protocol;
    }
    expect(r, m->delimiter);
    if (m->protocol != WYRE_FTP_NO_ADDRESS && r->status == WYRE_OK)
        scan_host(r, m);
    expect(r, m->delimiter);
    m->port = scan_port_number(r);
    if ((flags & WYRE_FTP_ADDRESS_UNCLOSED) == 0 || peek(r) == m->delimiter)
        expect(r, m->delimiter);
}

static void
print_delimited(wyre_wr *w, const wyre_ftp_address *m)
{
    uint8_t d = m->delimiter != 0 ? m->delimiter : (uint8_t)'|';
    if (!is_delimiter(d) || m->port == 0 || m->protocol > WYRE_FTP_IPV6)
        wr_refuse(w, WYRE_E_RANGE);
    wr_u8(w, d);
    if (m->protocol != WYRE_FTP_NO_ADDRESS)
        wr_number(w, m->protocol);
    wr_u8(w, d);
    if (m->protocol == WYRE_FTP_IPV4)
        print_ipv4(w, m->address);
    if (m->protocol == WYRE_FTP_IPV6)
        print_ipv6(w, m->address);
    wr_u8(w, d);
    wr_number(w, m->port);
    wr_u8(w, d);
}

SCANNER
scan_eprt(wyre_rd *r, uint32_t flags, wyre_ftp_address *m)
{
    scan_delimited(r, flags, 0, m);
    expect_end(r);
}

static void
print_eprt(wyre_wr *w, const wyre_ftp_address *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    if (m->protocol == WYRE_FTP_NO_ADDRESS)
        wr_refuse(w, WYRE_E_RANGE);
    print_delimited(w, m);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_eprt, wyre_ftp_address, scan_eprt, print_eprt, WYRE_FTP_ADDRESS_UNCLOSED)

SCANNER
scan_229(wyre_rd *r, uint32_t flags, wyre_ftp_address *m)
{
    r->pos = find(r, '(');
    expect(r, '(');
    size_t start = r->pos + 1;
    scan_delimited(r, flags, 1, m);
    if (m->protocol != WYRE_FTP_NO_ADDRESS && (flags & WYRE_FTP_ADDRESS_IN_229) == 0)
        rd_refuse(r, WYRE_E_TEXT, start);
    expect(r, ')');
}

static void
print_229(wyre_wr *w, const wyre_ftp_address *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    wr_literal(w, "Entering Extended Passive Mode (");
    print_delimited(w, m);
    wr_u8(w, ')');
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_229, wyre_ftp_address, scan_229, print_229,
        WYRE_FTP_ADDRESS_UNCLOSED | WYRE_FTP_ADDRESS_IN_229)

wyre_status
wyre_ftp_address_visit(const wyre_ftp_address *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, protocol, NUMBER);
    if (m->protocol == WYRE_FTP_IPV4)
        tell_bytes_to(v, "address", WYRE_KIND_IPV4, m->address, 4);
    else if (m->protocol == WYRE_FTP_IPV6)
        TELL_BYTES(v, m, address, IPV6);
    TELL_NUMBER(v, m, port, NUMBER);
    TELL_NUMBER(v, m, delimiter, NUMBER);
    return WYRE_OK;
}

/* ---- policy: RFC 2577 ------------------------------------------------------------------------ */

static uint32_t
ipv4_facts(const uint8_t a[4])
{
    uint32_t facts = 0;
    if (be32(a) == 0)
        facts |= WYRE_FTP_IS_ZERO;
    if (a[0] == 127)
        facts |= WYRE_FTP_IS_LOOPBACK;
    if (a[0] == 10 || (a[0] == 172 && (a[1] & 0xf0) == 16) || (a[0] == 192 && a[1] == 168) ||
        (a[0] == 100 && (a[1] & 0xc0) == 64))
        facts |= WYRE_FTP_IS_PRIVATE;
    if (a[0] == 169 && a[1] == 254)
        facts |= WYRE_FTP_IS_LINK_LOCAL;
    if (a[0] >= 224)
        facts |= WYRE_FTP_IS_MULTICAST;
    return facts;
}

static uint32_t
ipv6_facts(const uint8_t a[16])
{
    static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    uint32_t facts = 0;
    if (memcmp(a, mapped, 10) == 0 && be16(a + 10) == 0 && be32(a + 12) <= 1)
        facts |= be32(a + 12) == 0 ? WYRE_FTP_IS_ZERO : WYRE_FTP_IS_LOOPBACK;
    if ((a[0] & 0xfe) == 0xfc)
        facts |= WYRE_FTP_IS_PRIVATE;
    if (a[0] == 0xfe && (a[1] & 0xc0) == 0x80)
        facts |= WYRE_FTP_IS_LINK_LOCAL;
    if (a[0] == 0xff)
        facts |= WYRE_FTP_IS_MULTICAST;
    if (memcmp(a, mapped, sizeof mapped) == 0)
        facts |= ipv4_facts(a + 12);
    return facts;
}

uint32_t
wyre_ftp_address_facts(const wyre_ftp_address *m, const wyre_ftp_address *peer)
{
    uint32_t facts = 0;
    size_t len = m->protocol == WYRE_FTP_IPV4 ? 4 : 16;
    if (m->protocol == WYRE_FTP_IPV4)
        facts = ipv4_facts(m->address);
    else if (m->protocol == WYRE_FTP_IPV6)
        facts = ipv6_facts(m->address);
    if (peer != NULL && m->protocol != WYRE_FTP_NO_ADDRESS &&
        (m->protocol != peer->protocol || memcmp(m->address, peer->address, len) != 0))
        facts |= WYRE_FTP_DIFFERS;
    if (m->port == 0)
        facts |= WYRE_FTP_PORT_ZERO;
    if (m->port < 1024)
        facts |= WYRE_FTP_PRIVILEGED;
    return facts;
}

/* ---- EPSV, 522 ------------------------------------------------------------------------------- */

SCANNER
scan_epsv(wyre_rd *r, uint32_t flags, wyre_ftp_epsv *m)
{
    (void)flags;
    size_t start = r->pos;
    if (r->pos == r->end)
        return;
    m->all = (uint8_t)claim_word(r, "ALL");
    if (m->all == 0) {
        m->protocol = (uint32_t)number(r, UINT32_MAX);
        if (m->protocol == 0)
            rd_refuse(r, WYRE_E_VALUE, start);
    }
    expect_end(r);
}

static void
print_epsv(wyre_wr *w, const wyre_ftp_epsv *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    if (m->all > 1 || (m->all == 1 && m->protocol != 0))
        wr_refuse(w, WYRE_E_RANGE);
    if (m->all == 1)
        wr_literal(w, "ALL");
    else if (m->protocol != 0)
        wr_number(w, m->protocol);
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_epsv, wyre_ftp_epsv, scan_epsv, print_epsv, 0)

wyre_status
wyre_ftp_epsv_visit(const wyre_ftp_epsv *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, protocol, NUMBER);
    TELL_NUMBER(v, m, all, NUMBER);
    return WYRE_OK;
}

enum { PROTOCOLS = 8 };

SCANNER
scan_522(wyre_rd *r, uint32_t flags, wyre_ftp_protocols *m)
{
    (void)flags;
    uint32_t count = 0;
    size_t open = r->end;
    /*@ loop invariant i <= r->end && open <= r->end; loop assigns i, open; loop variant r->end - i; */
    for (size_t i = 0; i < r->end; i++)
        if (r->in[i] == '(')
            open = i;
    r->pos = open;
    expect(r, '(');
    /*@ loop invariant reading(r) && count <= PROTOCOLS;
      @ loop assigns r->pos, r->status, r->fault, *m, count; loop variant PROTOCOLS - count; */
    do {
        if (count == PROTOCOLS) {
            rd_refuse(r, WYRE_E_LIMIT, r->pos);
            return;
        }
        m->protocol[count++] = (uint32_t)number(r, UINT32_MAX);
    } while (claim(r, ','));
    m->count = count;
    expect(r, ')');
}

static void
print_522(wyre_wr *w, const wyre_ftp_protocols *m, const uint8_t *src, size_t src_len)
{
    (void)src;
    (void)src_len;
    if (m->count == 0 || m->count > PROTOCOLS)
        wr_refuse(w, WYRE_E_RANGE);
    wr_literal(w, "Network protocol not supported, use (");
    for (uint32_t i = 0; w->status == WYRE_OK && i < m->count; i++) {
        if (i > 0)
            wr_u8(w, ',');
        wr_number(w, m->protocol[i]);
    }
    wr_u8(w, ')');
}

/*@ DECODES(in, in_len, out, n); */
GRAMMAR(wyre_ftp_522, wyre_ftp_protocols, scan_522, print_522, 0)

wyre_status
wyre_ftp_protocols_visit(const wyre_ftp_protocols *m, const wyre_visitor *v)
{
    TELL_NUMBER(v, m, count, NUMBER);
    for (uint32_t i = 0; i < m->count && i < PROTOCOLS; i++)
        tell_number_to(v, "protocol", WYRE_KIND_NUMBER, m->protocol[i]);
    return WYRE_OK;
}

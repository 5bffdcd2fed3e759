/* Data connections. */
#define _POSIX_C_SOURCE 200809L
#include "ftp_server.h"
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { SECONDS = 20, MARKER_EVERY = 32768 };

/* ---- where ------------------------------------------------------------------------------------- */

wyre_ftp_address
address_of(const struct sockaddr_storage *from)
{
    wyre_ftp_address a = {.protocol = WYRE_FTP_IPV4};
    if (from->ss_family == AF_INET6) {
        const struct sockaddr_in6 *six = (const void *)from;
        a.protocol = WYRE_FTP_IPV6;
        a.port = ntohs(six->sin6_port);
        memcpy(a.address, &six->sin6_addr, 16);
    } else {
        const struct sockaddr_in *four = (const void *)from;
        a.port = ntohs(four->sin_port);
        memcpy(a.address, &four->sin_addr, 4);
    }
    return a;
}

void
drop_data(session *s)
{
    if (s->listener >= 0)
        close(s->listener);
    s->listener = -1;
    s->active = (wyre_ftp_address){.protocol = WYRE_FTP_NO_ADDRESS};
}

void
go_passive(session *s, uint16_t code)
{
    struct sockaddr_storage here;
    socklen_t len = sizeof here;
    char text[128];
    size_t n = 0;
    drop_data(s);
    if (getsockname(s->control, (struct sockaddr *)&here, &len) != 0)
        return;
    if (here.ss_family == AF_INET6)
        ((struct sockaddr_in6 *)(void *)&here)->sin6_port = 0;
    else
        ((struct sockaddr_in *)(void *)&here)->sin_port = 0;
    s->listener = socket(here.ss_family, SOCK_STREAM, 0);
    if (s->listener < 0 || bind(s->listener, (struct sockaddr *)&here, len) != 0 ||
        listen(s->listener, 1) != 0 ||
        getsockname(s->listener, (struct sockaddr *)&here, &len) != 0) {
        reply(s, 425, "Cannot listen");
        return;
    }
    wyre_ftp_address a = address_of(&here);
    if (code == 229)
        a.protocol = WYRE_FTP_NO_ADDRESS;
    wyre_status status = (code == 229 ? wyre_ftp_229_encode : wyre_ftp_227_encode)(
        &a, NULL, 0, (uint8_t *)text, sizeof text - 1, &n);
    text[status == WYRE_OK ? n : 0] = '\0';
    if (status == WYRE_OK)
        reply(s, code, text);
    else
        reply(s, 522, "No such address in PASV, use EPSV (1,2)");
}

/* The peer of the control connection and nobody else may connect. */
static int
accept_peer(session *s)
{
    struct pollfd p = {.fd = s->listener, .events = POLLIN};
    struct sockaddr_storage from;
    socklen_t len = sizeof from;
    if (poll(&p, 1, SECONDS * 1000) != 1)
        return -1;
    int data = accept(s->listener, (struct sockaddr *)&from, &len);
    if (data < 0)
        return -1;
    wyre_ftp_address who = address_of(&from);
    if ((wyre_ftp_address_facts(&who, &s->peer) & WYRE_FTP_DIFFERS) == 0)
        return data;
    close(data);
    return -1;
}

static int
connect_active(const session *s)
{
    struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = htons(s->active.port)};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = htons(s->active.port)};
    int is_four = s->active.protocol == WYRE_FTP_IPV4;
    int data = socket(is_four ? AF_INET : AF_INET6, SOCK_STREAM, 0);
    memcpy(&four.sin_addr, s->active.address, 4);
    memcpy(&six.sin6_addr, s->active.address, 16);
    if (data >= 0 && connect(data, is_four ? (struct sockaddr *)&four : (struct sockaddr *)&six,
                             is_four ? sizeof four : sizeof six) == 0)
        return data;
    if (data >= 0)
        close(data);
    return -1;
}

/* ---- what -------------------------------------------------------------------------------------- */

static int
send_all(int socket, const uint8_t *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = send(socket, bytes, len, MSG_NOSIGNAL);
        if (n <= 0)
            return 0;
        bytes += n;
        len -= (size_t)n;
    }
    return 1;
}

/* Bytes in the session's mode; `descriptor` belongs to the last of them. */
static int
send_in_mode(const session *s, int data, const uint8_t *in, size_t len, uint8_t descriptor)
{
    uint8_t filler = s->type == 'A' ? WYRE_FTP_FILLER_ASCII : WYRE_FTP_FILLER_IMAGE;
    uint8_t out[ROOM];
    wyre_ftp_step step;
    if (s->mode == 'S')
        return send_all(data, in, len);
    do {
        wyre_status status =
            s->mode == 'B'
                ? wyre_ftp_block_write(descriptor, in, len, out, sizeof out, &step)
                : wyre_ftp_compressed_write(filler, descriptor, in, len, out, sizeof out, &step);
        if (status != WYRE_OK || !send_all(data, out, step.made))
            return 0;
        in += step.used;
        len -= step.used;
    } while (len > 0 || (descriptor != 0 && step.descriptor == 0));
    return 1;
}

/* RFC 959 3.5: the marker names the place in the file, so that REST can find it again. */
static int
send_marker(const session *s, int data, uint64_t offset)
{
    uint8_t text[24];
    size_t n;
    wyre_decimal_encode(offset, text, sizeof text, &n);
    return send_in_mode(s, data, text, n, WYRE_FTP_RESTART_MARKER);
}

/* Bytes of the file, lines converted in TYPE A. */
static int
send_converted(const session *s, int data, const uint8_t *in, size_t len)
{
    uint8_t text[ROOM];
    wyre_ftp_step step;
    if (s->type != 'A')
        return send_in_mode(s, data, in, len, 0);
    for (; len > 0; in += step.used, len -= step.used) {
        wyre_ftp_ascii_write(in, len, text, sizeof text, &step);
        if (!send_in_mode(s, data, text, step.made, 0))
            return 0;
    }
    return 1;
}

static int
send_file(const session *s, int data, FILE *from)
{
    uint8_t in[ROOM];
    uint64_t offset = s->rest;
    for (size_t n; (n = fread(in, 1, sizeof in, from)) > 0;) {
        if (!send_converted(s, data, in, n))
            return 0;
        offset += n;
        if (s->mode != 'S' && s->type == 'I' && offset % MARKER_EVERY == 0 &&
            !send_marker(s, data, offset))
            return 0;
    }
    return s->mode == 'S' || send_in_mode(s, data, NULL, 0, WYRE_FTP_END_OF_FILE);
}

void
transfer(session *s, FILE *from, int is_listing)
{
    session as = *s; /* RFC 1123 4.1.2.7: listings go in TYPE A */
    if (is_listing) {
        as.type = 'A';
        as.rest = 0;
    }
    if (s->listener < 0 && s->active.protocol == WYRE_FTP_NO_ADDRESS) {
        reply(s, 425, "Use EPSV, PASV, EPRT or PORT first");
        return;
    }
    reply(s, 150, "Opening data connection");
    int data = s->listener >= 0 ? accept_peer(s) : connect_active(s);
    int whole = data >= 0 && fseek(from, (long)as.rest, SEEK_SET) == 0 &&
                send_file(&as, data, from) && shutdown(data, SHUT_WR) == 0;
    if (data >= 0)
        close(data);
    if (data < 0)
        reply(s, 425, "Cannot open data connection");
    else if (!whole)
        reply(s, 426, "Transfer aborted");
    else
        reply(s, 226, "Transfer complete");
    drop_data(s);
    s->rest = 0;
}

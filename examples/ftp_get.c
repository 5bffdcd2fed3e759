/* Fetches a file from an FTP server, or lists a directory.
 *
 *   ftp_get [OPTION...] HOST PORT PATH > copy
 *     --user NAME, --password TEXT   who; default anonymous
 *     --active      the server connects (EPRT, PORT); default: the client does (EPSV, PASV)
 *     --old         PORT and PASV, without EPRT and EPSV first
 *     --ascii       TYPE A: lines end with LF in the copy; default TYPE I
 *     --mode S|B|C  stream, block or compressed mode
 *     --rest MARKER go on from there: an offset, or a restart marker that was shown
 *     --list        PATH is a directory: MLSD, or LIST where the server has no MLSD
 *     --anywhere    HOST need not be this machine: passwords and files go in clear text
 *
 * Commands, replies and restart markers go to standard error. Exit 0: done; 1: not; 2: usage. */
#define _POSIX_C_SOURCE 200809L
#include <getopt.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <wyre/wyre.h>

enum { ROOM = 65536, SECONDS = 20, LISTING = 1 << 20 };

static struct options {
    const char *user, *password, *rest;
    int active, old, ascii, list, anywhere;
    char mode;
} option = {.user = "anonymous", .password = "ftp@example.com", .mode = 'S'};

typedef struct client {
    int control, listener, data;
    wyre_ftp_dialogue dialogue;
    wyre_ftp_reply_progress progress;
    wyre_ftp_reply reply; /* its spans count from `in` */
    size_t have;          /* bytes received */
    size_t reply_len;     /* of them belong to `reply` */
    uint8_t in[ROOM];
} client;

static void
fail(const char *what, const char *why)
{
    fprintf(stderr, "ftp_get: %s: %s\n", what, why);
    exit(1);
}

static void
must(const char *what, wyre_status status)
{
    if (status != WYRE_OK)
        fail(what, wyre_status_name(status));
}

/* ---- sockets ----------------------------------------------------------------------------------- */

static void
wait_for(int socket, short events)
{
    struct pollfd p = {.fd = socket, .events = events};
    if (poll(&p, 1, SECONDS * 1000) != 1)
        fail("waiting", "nothing came");
}

static size_t
receive(int socket, uint8_t *to, size_t room)
{
    wait_for(socket, POLLIN);
    ssize_t n = recv(socket, to, room, 0);
    if (n < 0)
        fail("receiving", "the connection broke");
    return (size_t)n;
}

static void
send_all(int socket, const uint8_t *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = send(socket, bytes, len, MSG_NOSIGNAL);
        if (n <= 0)
            fail("sending", "the connection broke");
        bytes += n;
        len -= (size_t)n;
    }
}

/* One end of a socket as wyre says addresses. */
static wyre_ftp_address
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

static void
set_port(struct sockaddr_storage *to, uint16_t port)
{
    if (to->ss_family == AF_INET6)
        ((struct sockaddr_in6 *)(void *)to)->sin6_port = htons(port);
    else
        ((struct sockaddr_in *)(void *)to)->sin_port = htons(port);
}

static int
connect_by_name(const char *host, const char *port)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;
    struct sockaddr_storage to = {.ss_family = 0};
    if (getaddrinfo(host, port, &hints, &found) != 0)
        fail(host, "no such host");
    memcpy(&to, found->ai_addr, found->ai_addrlen);
    wyre_ftp_address peer = address_of(&to);
    if (!option.anywhere && (wyre_ftp_address_facts(&peer, NULL) & WYRE_FTP_IS_LOOPBACK) == 0)
        fail(host, "is another machine; --anywhere allows that");
    int s = socket(found->ai_family, SOCK_STREAM, 0);
    if (s < 0 || connect(s, found->ai_addr, found->ai_addrlen) != 0)
        fail(host, "cannot connect");
    freeaddrinfo(found);
    return s;
}

/* ---- control connection ------------------------------------------------------------------------ */

/* Waits for one reply; returns its code. */
static uint16_t
next_reply(client *c, wyre_ftp_turn *turn)
{
    size_t n = 0;
    memmove(c->in, c->in + c->reply_len, c->have - c->reply_len);
    c->have -= c->reply_len;
    c->reply_len = 0;
    for (;;) {
        wyre_status status =
            wyre_ftp_reply_frame(c->in, c->have, WYRE_FTP_TELNET, WYRE_FTP_REPLY_MAX,
                                 WYRE_FTP_REPLY_LINES_MAX, &c->progress, &c->reply, &n);
        if (status == WYRE_OK)
            break;
        if (status != WYRE_MORE)
            fail("a line that is no reply", wyre_status_name(status));
        size_t got = receive(c->control, c->in + c->have, sizeof c->in - c->have);
        if (got == 0)
            fail("control connection", "was closed");
        c->have += got;
    }
    c->reply_len = n;
    fwrite(c->in, 1, n, stderr);
    must("reply", wyre_ftp_dialogue_got(&c->dialogue, c->reply.code, c->have - n, turn));
    if (turn->event == WYRE_FTP_EVENT_CLOSING)
        fail("server", "is closing");
    return c->reply.code;
}

static uint16_t
final_reply(client *c)
{
    wyre_ftp_turn turn;
    uint16_t code;
    do
        code = next_reply(c, &turn);
    while (turn.event == WYRE_FTP_EVENT_STARTED || turn.event == WYRE_FTP_EVENT_REPEATED);
    return code;
}

static void
say(client *c, uint16_t command, const char *argument)
{
    uint8_t out[WYRE_FTP_LINE_MAX];
    size_t n;
    wyre_ftp_command m = {.command = command, .argument = {0, (uint32_t)strlen(argument)}};
    must("command", wyre_ftp_command_encode(&m, (const uint8_t *)argument, strlen(argument), out,
                                            sizeof out, &n));
    must("command", wyre_ftp_dialogue_sent(&c->dialogue, command));
    if (command == WYRE_FTP_PASS)
        fputs("PASS ...\n", stderr);
    else
        fwrite(out, 1, n, stderr);
    send_all(c->control, out, n);
}

static uint16_t
ask(client *c, uint16_t command, const char *argument)
{
    say(c, command, argument);
    return final_reply(c);
}

static void
insist(client *c, uint16_t command, const char *argument)
{
    uint16_t code = ask(c, command, argument);
    if (code / 100 != WYRE_FTP_COMPLETION)
        fail(wyre_ftp_command_name(command), wyre_ftp_code_name(code));
}

/* ---- data connection --------------------------------------------------------------------------- */

/* Waits for the server to connect. EPRT fits both families; PORT is for servers that are older. */
static void
prepare_active(client *c)
{
    struct sockaddr_storage here;
    socklen_t len = sizeof here;
    uint8_t text[128];
    size_t n;
    if (getsockname(c->control, (struct sockaddr *)&here, &len) != 0)
        fail("socket", "has no name");
    set_port(&here, 0);
    c->listener = socket(here.ss_family, SOCK_STREAM, 0);
    if (c->listener < 0 || bind(c->listener, (struct sockaddr *)&here, len) != 0 ||
        listen(c->listener, 1) != 0 ||
        getsockname(c->listener, (struct sockaddr *)&here, &len) != 0)
        fail("socket", "cannot listen");
    wyre_ftp_address a = address_of(&here);
    must("EPRT", wyre_ftp_eprt_encode(&a, NULL, 0, text, sizeof text - 1, &n));
    text[n] = '\0';
    if (!option.old && ask(c, WYRE_FTP_EPRT, (char *)text) / 100 == WYRE_FTP_COMPLETION)
        return;
    must("PORT", wyre_ftp_port_encode(&a, NULL, 0, text, sizeof text - 1, &n));
    text[n] = '\0';
    insist(c, WYRE_FTP_PORT, (char *)text);
}

/* Connects to the host of the control connection, whatever address a 227 names: RFC 2577, and what
 * other clients learned the hard way. The code says which grammar the text has. */
static void
prepare_passive(client *c)
{
    struct sockaddr_storage there;
    socklen_t len = sizeof there;
    wyre_ftp_address a;
    uint16_t code = option.old ? 0 : ask(c, WYRE_FTP_EPSV, "");
    if (code / 100 != WYRE_FTP_COMPLETION)
        code = ask(c, WYRE_FTP_PASV, "");
    if (code != 227 && code != 229)
        fail("PASV", wyre_ftp_code_name(code));
    must("address", (code == 229 ? wyre_ftp_229_decode : wyre_ftp_227_decode)(
                        c->in + c->reply.text.off, c->reply.text.len, 0, &a, NULL));
    if (getpeername(c->control, (struct sockaddr *)&there, &len) != 0)
        fail("socket", "has no peer");
    wyre_ftp_address peer = address_of(&there);
    uint32_t facts = wyre_ftp_address_facts(&a, &peer);
    if ((facts & WYRE_FTP_PRIVILEGED) != 0)
        fail("address", "a port below 1024");
    if ((facts & WYRE_FTP_DIFFERS) != 0)
        fputs("ftp_get: the server names another host; it is not used\n", stderr);
    set_port(&there, a.port);
    c->data = socket(there.ss_family, SOCK_STREAM, 0);
    if (c->data < 0 || connect(c->data, (struct sockaddr *)&there, len) != 0)
        fail("data connection", "cannot connect");
}

/* Starts a transfer; returns whether the server agreed. */
static int
start(client *c, uint16_t command, const char *path)
{
    wyre_ftp_turn turn;
    (option.active ? prepare_active : prepare_passive)(c);
    if (option.rest != NULL && ask(c, WYRE_FTP_REST, option.rest) != 350)
        fail("REST", "refused");
    say(c, command, path);
    next_reply(c, &turn);
    if (turn.event != WYRE_FTP_EVENT_STARTED) {
        close(option.active ? c->listener : c->data);
        return 0;
    }
    if (option.active) {
        wait_for(c->listener, POLLIN);
        c->data = accept(c->listener, NULL, NULL);
        close(c->listener);
    }
    return 1;
}

/* What comes out of the data connection: bytes of the file, in any mode. */
typedef struct sink {
    wyre_ftp_block_reader block;
    wyre_ftp_compressed_reader compressed;
    wyre_ftp_ascii_reader lines;
    uint8_t *listing; /* kept there, or NULL: written to standard output */
    size_t len;
} sink;

static void
keep(sink *s, const uint8_t *bytes, size_t n)
{
    uint8_t text[ROOM];
    wyre_ftp_step step = {.made = (uint32_t)n};
    if (s->listing != NULL) {
        if (n > LISTING - s->len)
            fail("listing", "is too long");
        memcpy(s->listing + s->len, bytes, n);
        s->len += n;
        return;
    }
    for (size_t at = 0; option.ascii && at < n; at += step.used) {
        wyre_ftp_ascii_read(&s->lines, bytes + at, n - at, text, sizeof text, &step);
        fwrite(text, 1, step.made, stdout);
    }
    if (!option.ascii)
        fwrite(bytes, 1, n, stdout);
}

/* Takes what came; the readers stop at each block and marker. */
static void
take(sink *s, const uint8_t *in, size_t len)
{
    uint8_t out[ROOM];
    wyre_ftp_step step;
    if (option.mode == 'S') {
        keep(s, in, len);
        return;
    }
    do {
        if (option.mode == 'B')
            must("block", wyre_ftp_block_read(&s->block, in, len, out, sizeof out, &step));
        else
            must("string",
                 wyre_ftp_compressed_read(&s->compressed, in, len, out, sizeof out, &step));
        if (step.is_marker)
            fprintf(stderr, "marker %.*s\n", (int)step.made, (char *)out);
        else
            keep(s, out, step.made);
        in += step.used;
        len -= step.used;
    } while (step.used > 0 || step.made > 0);
}

static void
take_all(client *c, sink *s)
{
    uint8_t in[ROOM];
    uint8_t last[1];
    wyre_ftp_step step;
    for (size_t n; (n = receive(c->data, in, sizeof in)) > 0;)
        take(s, in, n);
    close(c->data);
    if (option.mode == 'B')
        must("end of file", wyre_ftp_block_closed(&s->block));
    if (option.mode == 'C')
        must("end of file", wyre_ftp_compressed_closed(&s->compressed));
    must("end of file", wyre_ftp_ascii_closed(&s->lines, last, 1, &step));
    fwrite(last, 1, step.made, stdout);
    uint16_t code = final_reply(c);
    if (code / 100 != WYRE_FTP_COMPLETION)
        fail("transfer", wyre_ftp_code_name(code));
}

/* ---- what to do -------------------------------------------------------------------------------- */

static void
fetch(client *c, const char *path)
{
    sink s = {
        .compressed = {.filler = option.ascii ? WYRE_FTP_FILLER_ASCII : WYRE_FTP_FILLER_IMAGE}};
    insist(c, WYRE_FTP_TYPE, option.ascii ? "A" : "I");
    if (option.mode != 'S')
        insist(c, WYRE_FTP_MODE, option.mode == 'B' ? "B" : "C");
    if (!start(c, WYRE_FTP_RETR, path))
        fail(path, wyre_ftp_code_name(c->reply.code));
    take_all(c, &s);
}

static void
show_entry(uint8_t type, uint64_t size, const wyre_ftp_time *t, const uint8_t *name, uint32_t len)
{
    printf("%c %llu %04u-%02u-%02u %02u:%02u %.*s\n",
           type == WYRE_FTP_TYPE_DIRECTORY ? 'd'
           : type == WYRE_FTP_TYPE_LINK    ? 'l'
                                           : '-',
           (unsigned long long)size, t->year, t->month, t->day, t->hour, t->minute, (int)len,
           (const char *)name);
}

/* One line; names that lead out of the directory are not shown. */
static void
show_line(const uint8_t *at, size_t len, int machine, const wyre_ftp_time *now)
{
    wyre_ftp_mlsx entry;
    wyre_ftp_list_line line;
    uint32_t bad = WYRE_FTP_NAME_EMPTY | WYRE_FTP_NAME_DOT | WYRE_FTP_NAME_DOT_DOT |
                   WYRE_FTP_NAME_SLASH | WYRE_FTP_NAME_CONTROL;
    if (machine && wyre_ftp_mlsx_decode(at, len, WYRE_FTP_MLSX_UNCLOSED, &entry, NULL) == WYRE_OK) {
        if ((entry.name_facts & bad) == 0 && entry.type != WYRE_FTP_TYPE_CURRENT &&
            entry.type != WYRE_FTP_TYPE_PARENT)
            show_entry(entry.type, entry.size, &entry.modify, at + entry.name.off, entry.name.len);
    } else if (!machine && wyre_ftp_list_line_decode(at, len, 0, now, &line, NULL) == WYRE_OK) {
        if ((line.name_facts & bad) == 0 && line.family != WYRE_FTP_LIST_HEADING)
            show_entry(line.type, line.size, &line.time, at + line.name.off, line.name.len);
    }
}

static void
list(client *c, const char *path)
{
    static uint8_t listing[LISTING];
    sink s = {.listing = listing, .compressed = {.filler = WYRE_FTP_FILLER_ASCII}};
    wyre_ftp_time now;
    wyre_rd r;
    option.mode = 'S';
    insist(c, WYRE_FTP_TYPE, "A");
    int machine = start(c, WYRE_FTP_MLSD, path);
    if (!machine && !start(c, WYRE_FTP_LIST, path))
        fail(path, wyre_ftp_code_name(c->reply.code));
    take_all(c, &s);
    must("time", wyre_ftp_time_from_unix((int64_t)time(NULL), &now));
    wyre_rd_init(&r, listing, s.len);
    while (r.pos < r.end) {
        wyre_span line = wyre_rd_line(&r);
        show_line(listing + line.off, line.len, machine, &now);
    }
}

static void
log_in(client *c)
{
    wyre_ftp_turn turn;
    while (next_reply(c, &turn) / 100 == WYRE_FTP_PRELIMINARY)
        ;
    uint16_t code = ask(c, WYRE_FTP_USER, option.user);
    if (code == 331)
        code = ask(c, WYRE_FTP_PASS, option.password);
    if (code / 100 != WYRE_FTP_COMPLETION)
        fail("login", wyre_ftp_code_name(code));
}

static int
usage(void)
{
    fputs("usage: ftp_get [--user NAME] [--password TEXT] [--active] [--old] [--ascii]\n"
          "               [--mode S|B|C] [--rest MARKER] [--list] [--anywhere] HOST PORT PATH\n",
          stderr);
    return 2;
}

int
main(int argc, char **argv)
{
    static const struct option names[] = {
        {"user", 1, NULL, 'u'}, {"password", 1, NULL, 'p'}, {"active", 0, NULL, 'a'},
        {"old", 0, NULL, 'o'},  {"ascii", 0, NULL, 't'},    {"mode", 1, NULL, 'm'},
        {"rest", 1, NULL, 'r'}, {"list", 0, NULL, 'l'},     {"anywhere", 0, NULL, 'w'},
        {NULL, 0, NULL, 0},
    };
    static client c;
    for (int letter; (letter = getopt_long(argc, argv, "", names, NULL)) != -1;) {
        switch (letter) {
        case 'u':
            option.user = optarg;
            break;
        case 'p':
            option.password = optarg;
            break;
        case 'a':
            option.active = 1;
            break;
        case 'o':
            option.old = 1;
            break;
        case 't':
            option.ascii = 1;
            break;
        case 'm':
            option.mode = optarg[0];
            break;
        case 'r':
            option.rest = optarg;
            break;
        case 'l':
            option.list = 1;
            break;
        case 'w':
            option.anywhere = 1;
            break;
        default:
            return usage();
        }
    }
    if (argc - optind != 3 || option.mode == 0 || strchr("SBC", option.mode) == NULL)
        return usage();
    c.control = connect_by_name(argv[optind], argv[optind + 1]);
    log_in(&c);
    (option.list ? list : fetch)(&c, argv[optind + 2]);
    ask(&c, WYRE_FTP_QUIT, "");
    return fflush(stdout) == 0 ? 0 : 1;
}

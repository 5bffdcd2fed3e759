/* An MSNP server for two users on loopback: dispatch, notification and switchboard in one process.
 *
 *   msnp_server [HANDLE PASSWORD NAME HANDLE PASSWORD NAME]
 *
 * MSNP2 to 12, and the login of MSNP15. MD5 passwords are checked; any ticket of TWN or SSO is taken. It
 * listens on three free ports, prints "dispatch PORT notification PORT switchboard PORT", and serves
 * until its standard input ends. */
#define _POSIX_C_SOURCE 200809L
#include "server.h"
#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

user users[USERS];
connection connections[CONNECTIONS];
uint16_t ports[SERVERS];

static void
fail(const char *what)
{
    perror(what);
    exit(1);
}

static int
listen_anywhere(uint16_t *port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof address;
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (s < 0 || bind(s, (struct sockaddr *)&address, len) != 0 || listen(s, 8) != 0 ||
        getsockname(s, (struct sockaddr *)&address, &len) != 0)
        fail("listen");
    *port = ntohs(address.sin_port);
    return s;
}

static void
welcome(int listener, int server)
{
    int s = accept(listener, NULL, NULL);
    for (int i = 0; i < CONNECTIONS && s >= 0; i++) {
        if (connections[i].socket < 0) {
            memset(&connections[i], 0, sizeof connections[i]);
            connections[i].socket = s;
            connections[i].server = server;
            connections[i].role = server == SWITCHBOARD ? WYRE_MSNP_SWITCHBOARD : 0;
            return;
        }
    }
    if (s >= 0)
        close(s);
}

/* Every command that is complete is answered; what is left moves to the front. */
static void
serve(connection *c)
{
    size_t at = 0;
    while (!c->closing) {
        request r = {.from = c, .in = c->in + at};
        wyre_status status =
            wyre_msnp_frame(r.in, c->in_len - at, c->role | WYRE_MSNP_BARE_LF, WYRE_MSNP_LINE_MAX,
                            WYRE_MSNP_PAYLOAD_MAX, &c->progress, &r.command, &r.len);
        if (status == WYRE_MORE)
            break;
        if (status != WYRE_OK) {
            c->closing = 1;
            break;
        }
        at += r.len;
        if (r.command.malformed != WYRE_OK)
            continue; /* the next line is served */
        if (c->server == SWITCHBOARD)
            switchboard(&r);
        else
            notification(&r);
    }
    memmove(c->in, c->in + at, c->in_len - at);
    c->in_len -= at;
}

static void
hear(connection *c)
{
    ssize_t n = recv(c->socket, c->in + c->in_len, ROOM - c->in_len, 0);
    if (n <= 0) {
        c->closing = 1;
        return;
    }
    c->in_len += (size_t)n;
    serve(c);
}

static void
say_goodbye(connection *c)
{
    if (c->server == SWITCHBOARD)
        switchboard_ends(c);
    else
        notification_ends(c);
    close(c->socket);
    c->socket = -1;
}

static void
run(const int listeners[SERVERS])
{
    for (;;) {
        struct pollfd p[1 + SERVERS + CONNECTIONS] = {{.fd = 0, .events = POLLIN}};
        for (int i = 0; i < SERVERS; i++)
            p[1 + i] = (struct pollfd){.fd = listeners[i], .events = POLLIN};
        for (int i = 0; i < CONNECTIONS; i++)
            p[1 + SERVERS + i] = (struct pollfd){.fd = connections[i].socket, .events = POLLIN};
        if (poll(p, sizeof p / sizeof *p, -1) < 0)
            fail("poll");
        char discarded[64];
        if (p[0].revents != 0 && read(0, discarded, sizeof discarded) <= 0)
            return;
        for (int i = 0; i < SERVERS; i++)
            if (p[1 + i].revents != 0)
                welcome(listeners[i], i);
        for (int i = 0; i < CONNECTIONS; i++)
            if (p[1 + SERVERS + i].revents != 0 && connections[i].socket == p[1 + SERVERS + i].fd)
                hear(&connections[i]);
        for (int i = 0; i < CONNECTIONS; i++)
            if (connections[i].socket >= 0 && connections[i].closing)
                say_goodbye(&connections[i]);
    }
}

int
main(int argc, char **argv)
{
    static char *defaults[] = {"alice@example.org", "secret", "Alice",
                               "bob@example.org",   "secret", "Bob"};
    int listeners[SERVERS];
    char **given = argc == 7 ? argv + 1 : defaults;
    if (argc != 1 && argc != 7) {
        fputs("usage: msnp_server [HANDLE PASSWORD NAME HANDLE PASSWORD NAME]\n", stderr);
        return 2;
    }
    for (int i = 0; i < USERS; i++) {
        size_t n = 0;
        users[i].handle = given[3 * i];
        users[i].password = given[3 * i + 1];
        if (wyre_percent_encode((const uint8_t *)given[3 * i + 2], strlen(given[3 * i + 2]), 0,
                                (uint8_t *)users[i].friendly_name, NAME - 1, &n) != WYRE_OK)
            return 2;
    }
    contacts_begin();
    for (int i = 0; i < CONNECTIONS; i++)
        connections[i].socket = -1;
    for (int i = 0; i < SERVERS; i++)
        listeners[i] = listen_anywhere(&ports[i]);
    printf("dispatch %u notification %u switchboard %u\n", (unsigned)ports[DISPATCH],
           (unsigned)ports[NOTIFICATION], (unsigned)ports[SWITCHBOARD]);
    fflush(stdout);
    run(listeners);
    return 0;
}

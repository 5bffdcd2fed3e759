/* Serves one directory, read-only: passive and active mode, IPv4 and IPv6, stream, block and compressed
 * mode.
 *
 *   ftp_server [--anywhere] PORT DIRECTORY
 *
 * Port 0 takes a free one; it is printed. Any user and password are accepted. Without --anywhere it
 * listens on the loopback addresses alone. */
#define _XOPEN_SOURCE 700
#include "ftp_server.h"
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
give_up(const char *what)
{
    perror(what);
    exit(1);
}

static int
listen_on(int family, uint16_t *port, int any_host)
{
    struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = htons(*port)};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = htons(*port)};
    struct sockaddr *at = family == AF_INET ? (struct sockaddr *)&four : (struct sockaddr *)&six;
    socklen_t len = family == AF_INET ? sizeof four : sizeof six;
    int one = 1;
    int s = socket(family, SOCK_STREAM, 0);
    four.sin_addr.s_addr = htonl(any_host ? INADDR_ANY : INADDR_LOOPBACK);
    six.sin6_addr = any_host ? in6addr_any : in6addr_loopback;
    if (s < 0)
        return -1;
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (family == AF_INET6)
        setsockopt(s, IPPROTO_IPV6, IPV6_V6ONLY, &one, sizeof one);
    if (bind(s, at, len) != 0 || listen(s, 16) != 0 || getsockname(s, at, &len) != 0) {
        close(s);
        return -1;
    }
    *port = ntohs(family == AF_INET ? four.sin_port : six.sin6_port);
    return s;
}

/* A process for each control connection. */
static void
accept_one(const shared *server, int listener)
{
    int control = accept(listener, NULL, NULL);
    if (control < 0)
        return;
    pid_t child = fork();
    if (child == 0) {
        close(listener);
        serve(server, control);
        _exit(0);
    }
    close(control);
}

int
main(int argc, char **argv)
{
    shared server = {.any_host = argc > 1 && strcmp(argv[1], "--anywhere") == 0};
    char **argument = argv + 1 + server.any_host;
    if (argc - server.any_host != 3) {
        fputs("usage: ftp_server [--anywhere] PORT DIRECTORY\n", stderr);
        return 2;
    }
    uint16_t port = (uint16_t)strtoul(argument[0], NULL, 10);
    char *real = realpath(argument[1], NULL);
    if (real == NULL || strlen(real) >= sizeof server.root)
        give_up(argument[1]);
    strcpy(server.root, real);
    free(real);
    signal(SIGCHLD, SIG_IGN); /* children are not waited for */
    signal(SIGPIPE, SIG_IGN);
    struct pollfd listeners[2] = {{.events = POLLIN}, {.events = POLLIN}};
    listeners[0].fd = listen_on(AF_INET, &port, server.any_host);
    listeners[1].fd =
        listen_on(AF_INET6, &port, server.any_host); /* -1: no IPv6, poll passes over it */
    if (listeners[0].fd < 0)
        give_up("listen");
    printf("port %u\n", port);
    fflush(stdout);
    for (;;) {
        if (poll(listeners, 2, -1) < 0)
            continue;
        for (int i = 0; i < 2; i++)
            if ((listeners[i].revents & POLLIN) != 0)
                accept_one(&server, listeners[i].fd);
    }
}

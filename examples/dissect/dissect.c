/* dissect: reads the bytes of both directions of a connection and tells every message in them, one
 * line a message, for a person or as JSON Lines. */
#include "dissect.h"
#include "out.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct protocol {
    const char *name;
    void (*dissect)(const session *s);
    int (*looks_like)(const session *s);
} protocols[] = {
    {"smb", dissect_smb, looks_like_smb},
    {"tds", dissect_tds, looks_like_tds},
    {"ftp", dissect_ftp, looks_like_ftp},
    {"msnp", dissect_msnp, looks_like_msnp},
};
enum { PROTOCOLS = sizeof protocols / sizeof *protocols, EXIT_USAGE = 2 };

static void
usage(FILE *to)
{
    fputs("usage: dissect [--protocol smb|tds|ftp|msnp] [--json] [--c2s FILE] [--s2c FILE]\n"
          "Tells every message in the bytes of a connection, one line each.\n"
          "  --c2s FILE       what the client sent; - is standard input\n"
          "  --s2c FILE       what the server sent; - is standard input\n"
          "  --protocol NAME  do not guess the protocol\n"
          "  --json           JSON Lines with every field, not a line for a person\n"
          "Exit: 0 all was decoded, 1 something was not, 2 usage.\n",
          to);
}

/* The whole file, however long; it is never freed, the program ends with it. */
static stream
read_stream(char direction, const char *path)
{
    stream s = {direction, NULL, 0};
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(EXIT_USAGE);
    }
    uint8_t *bytes = NULL;
    for (size_t cap = 1 << 16;; cap *= 2) {
        uint8_t *larger = realloc(bytes, cap);
        if (larger == NULL) {
            perror(path);
            exit(EXIT_USAGE);
        }
        bytes = larger;
        s.len += fread(bytes + s.len, 1, cap - s.len, file);
        if (s.len < cap)
            break;
    }
    if (ferror(file)) {
        perror(path);
        exit(EXIT_USAGE);
    }
    s.bytes = bytes;
    return s;
}

static const struct protocol *
protocol_named(const char *name)
{
    for (size_t i = 0; i < PROTOCOLS; i++)
        if (strcmp(protocols[i].name, name) == 0)
            return &protocols[i];
    fprintf(stderr, "dissect: unknown protocol %s\n", name);
    usage(stderr);
    exit(EXIT_USAGE);
}

static const struct protocol *
protocol_of(const session *s)
{
    const struct protocol *best = NULL;
    int surest = 0;
    for (size_t i = 0; i < PROTOCOLS; i++) {
        int sure = protocols[i].looks_like(s);
        if (sure > surest) {
            surest = sure;
            best = &protocols[i];
        }
    }
    return best;
}

int
main(int argc, char **argv)
{
    static const struct option options[] = {
        {"protocol", required_argument, NULL, 'p'}, {"json", no_argument, NULL, 'j'},
        {"c2s", required_argument, NULL, 'c'},      {"s2c", required_argument, NULL, 's'},
        {"help", no_argument, NULL, 'h'},           {NULL, 0, NULL, 0},
    };
    session s = {{'c', NULL, 0}, {'s', NULL, 0}};
    const struct protocol *protocol = NULL;
    int option, streams = 0;
    while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
        switch (option) {
        case 'p':
            protocol = protocol_named(optarg);
            break;
        case 'j':
            out_json();
            break;
        case 'c':
            s.c2s = read_stream('c', optarg);
            streams++;
            break;
        case 's':
            s.s2c = read_stream('s', optarg);
            streams++;
            break;
        case 'h':
            usage(stdout);
            return 0;
        default:
            usage(stderr);
            return EXIT_USAGE;
        }
    }
    if (streams == 0 || optind < argc) {
        usage(stderr);
        return EXIT_USAGE;
    }
    if (protocol == NULL)
        protocol = protocol_of(&s);
    if (protocol == NULL && s.c2s.len + s.s2c.len > 0) {
        fputs("dissect: no protocol recognised; name one with --protocol\n", stderr);
        return 1;
    }
    if (protocol != NULL)
        protocol->dissect(&s);
    return out_finish() ? 0 : 1;
}

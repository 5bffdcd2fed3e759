/* Seed corpora out of recorded connections: seeds PROTOCOL FILE.c2s FILE.s2c ... writes every unit,
 * and every nested part that a visitor enters, to PROTOCOL/ under the hash of its bytes. The walk is
 * dissect's own; this file stands where its printer would. */
#include "../examples/dissect/dissect.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 32 };

static const char *folder;
static struct {
    const stream *stream;
    size_t base[DEPTH], end[DEPTH];
    unsigned depth;
} unit;

static void
write_seed(const uint8_t *bytes, size_t len)
{
    uint64_t hash = 0xcbf29ce484222325u;
    char path[256];
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ bytes[i]) * 0x100000001b3u;
    snprintf(path, sizeof path, "%s/%016" PRIx64, folder, hash);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, len, file) != len || fclose(file) != 0) {
        perror(path);
        exit(1);
    }
}

static void
enter(void *user, const char *name, wyre_span window)
{
    (void)user, (void)name;
    size_t base = unit.base[unit.depth] + window.off;
    if (unit.depth + 1 == DEPTH || base + window.len > unit.end[0]) {
        fputs("seeds: a part outside its unit\n", stderr);
        exit(1);
    }
    unit.depth++;
    unit.base[unit.depth] = base;
    unit.end[unit.depth] = base + window.len;
    write_seed(unit.stream->bytes + base, window.len);
}

static void
leave(void *user)
{
    (void)user;
    unit.depth--;
}

void
unit_begin(const stream *s, size_t off, size_t len, const char *name)
{
    (void)name;
    unit.stream = s;
    unit.depth = 0;
    unit.base[0] = off;
    unit.end[0] = off + len;
    write_seed(s->bytes + off, len);
}

const wyre_visitor *
unit_visitor(void)
{
    static const wyre_visitor visitor = {.enter = enter, .leave = leave};
    return &visitor;
}

void
unit_end(wyre_status status, size_t fault)
{
    (void)status, (void)fault;
}

/* Read whole and never freed: the program ends with it. */
static stream
read_stream(char direction, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    size_t len = (size_t)ftell(file);
    uint8_t *bytes = malloc(len + 1);
    rewind(file);
    if (bytes == NULL || fread(bytes, 1, len, file) != len) {
        perror(path);
        exit(1);
    }
    fclose(file);
    return (stream){direction, bytes, len};
}

static void (*walk_of(const char *protocol))(const session *)
{
    static const struct {
        const char *name;
        void (*walk)(const session *s);
    } protocols[] = {
        {"smb", dissect_smb}, {"tds", dissect_tds}, {"ftp", dissect_ftp}, {"msnp", dissect_msnp}};
    for (size_t i = 0; i < sizeof protocols / sizeof *protocols; i++)
        if (strcmp(protocols[i].name, protocol) == 0)
            return protocols[i].walk;
    return NULL;
}

int
main(int argc, char **argv)
{
    void (*walk)(const session *s) = argc > 1 ? walk_of(argv[1]) : NULL;
    if (walk == NULL) {
        fputs("usage: seeds PROTOCOL FILE.c2s FILE.s2c ...\n", stderr);
        return 2;
    }
    folder = argv[1];
    for (int i = 2; i + 1 < argc; i += 2) {
        session s = {read_stream('c', argv[i]), read_stream('s', argv[i + 1])};
        walk(&s);
    }
    return 0;
}

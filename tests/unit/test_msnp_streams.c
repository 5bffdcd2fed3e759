/* Whole recorded streams: each frames to its last byte as the table beside it says, in one piece and
 * byte by byte, and is written again as it was. */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include "../test.h"
#include <wyre/msnp.h>

static const struct stream {
    const char *path;
    uint32_t role;
} streams[] = {
    {"tests/vectors/msnp/msnp12-ns-alice.c2s", 12},
    {"tests/vectors/msnp/msnp12-ns-alice.s2c", 0x100 | 12},
    {"tests/vectors/msnp/msnp12-sb-alice.c2s", 0x200 | 12},
    {"tests/vectors/msnp/msnp12-sb-alice.s2c", 0x300 | 12},
    {"tests/vectors/msnp/msnp18-ns-alice.c2s", 18},
    {"tests/vectors/msnp/msnp18-ns-alice.s2c", 0x100 | 18},
    {"tests/vectors/msnp/msnp18-sb-alice.c2s", 0x200 | 18},
    {"tests/vectors/msnp/msnp18-sb-alice.s2c", 0x300 | 18},
};

enum { ROOM = 1 << 16 };

static size_t
load(const char *path, uint8_t *at)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("%s: cannot be read", path);
    size_t len = fread(at, 1, ROOM, file);
    fclose(file);
    return len;
}

/* The next line of the table: offset, name, fields behind the name, payload or -, length of the line. */
typedef struct expected {
    size_t off;
    char name[8];
    unsigned fields;
    long payload; /* -1: none */
    size_t line;
} expected;

static int
next_expected(FILE *table, expected *e)
{
    char text[128];
    char payload[16];
    do {
        if (fgets(text, sizeof text, table) == NULL)
            return 0;
    } while (text[0] == '#');
    if (sscanf(text, "%zu %7s %u %15s %zu", &e->off, e->name, &e->fields, payload, &e->line) != 5)
        fail_msg("cannot read: %s", text);
    e->payload = strcmp(payload, "-") == 0 ? -1 : strtol(payload, NULL, 10);
    return 1;
}

static unsigned
count_fields(const wyre_msnp_command *m, const uint8_t *in, size_t len)
{
    unsigned count = (m->trid_digits > 0 ? 1u : 0u) + (m->length_digits > 0 ? 1u : 0u);
    wyre_span left = m->fields;
    wyre_span field;
    while (wyre_msnp_field_next(&left, in, len, &field) == WYRE_OK)
        count++;
    return count;
}

/* One command at `in`, which is what the table says and is written again as it was. */
static void
check(const char *path, const expected *e, const wyre_msnp_command *m, const uint8_t *in, size_t n)
{
    static uint8_t out[ROOM];
    size_t written = 0;
    assert_status(path, m->malformed, WYRE_OK);
    assert_string_equal((const char *)m->verb, e->name);
    assert_int_equal(count_fields(m, in, n), e->fields);
    assert_int_equal(m->length_digits > 0 ? (long)m->payload.len : -1, e->payload);
    assert_int_equal(n, e->line + 2 + (e->payload > 0 ? (size_t)e->payload : 0));
    assert_status(path, wyre_msnp_command_encode(m, in, n, out, sizeof out, &written), WYRE_OK);
    assert_int_equal(written, n);
    assert_memory_equal(out, in, n);
}

TEST(every_stream_frames_to_its_last_byte)
{
    static uint8_t in[ROOM];
    for (const struct stream *s = streams; s < streams + COUNT(streams); s++) {
        char path[128];
        expected e;
        size_t len = load(s->path, in);
        size_t off = 0;
        snprintf(path, sizeof path, "%s.frames.tsv", s->path);
        FILE *table = fopen(path, "r");
        if (table == NULL)
            fail_msg("%s: cannot be read", path);
        while (next_expected(table, &e)) {
            wyre_msnp_command m;
            wyre_msnp_progress progress = {0, 0};
            size_t n = 0;
            wyre_status status = WYRE_MORE;
            assert_int_equal(off, e.off);
            assert_status(s->path,
                          wyre_msnp_frame(in + off, len - off, s->role, 8192, 65536, NULL, &m, &n),
                          WYRE_OK);
            check(s->path, &e, &m, in + off, n);
            size_t came = 0;
            for (; status == WYRE_MORE; came++)
                status = wyre_msnp_frame(in + off, came, s->role, 8192, 65536, &progress, &m, &n);
            assert_status(s->path, status, WYRE_OK);
            assert_int_equal(came - 1, n);
            check(s->path, &e, &m, in + off, n);
            off += n;
        }
        fclose(table);
        assert_int_equal(off, len);
    }
}

/* ---- a folder of captures, where there is one ------------------------------------------------------- */

/* esc-p12-nsA-0.s2c: dialect 12, notification server, from the server. Any other name is a switchboard of
 * an unknown dialect. */
static uint32_t
role_of(const char *name)
{
    unsigned dialect = 0;
    char kind = 's';
    uint32_t role = strstr(name, ".s2c") != NULL ? WYRE_MSNP_FROM_SERVER : 0;
    int found = sscanf(name, "esc-p%u-%c", &dialect, &kind);
    if (found < 2 || kind == 's')
        role |= WYRE_MSNP_SWITCHBOARD;
    return role | dialect;
}

/* Frames to its last byte, whole and byte by byte, and is written again as it was. */
static void
stream_holds(const char *path, uint32_t role)
{
    static uint8_t in[ROOM];
    static uint8_t out[ROOM];
    size_t len = load(path, in);
    for (size_t off = 0, n = 0; off < len; off += n) {
        wyre_msnp_command m;
        wyre_msnp_command again;
        wyre_msnp_progress progress = {0, 0};
        wyre_status status = WYRE_MORE;
        size_t written = 0;
        assert_status(path, wyre_msnp_frame(in + off, len - off, role, 8192, 65536, NULL, &m, &n),
                      WYRE_OK);
        assert_status(path, m.malformed, WYRE_OK);
        for (size_t came = 0; status == WYRE_MORE; came++)
            status = wyre_msnp_frame(in + off, came, role, 8192, 65536, &progress, &again, NULL);
        assert_status(path, status, WYRE_OK);
        assert_fields(path, &again, &m, sizeof m);
        assert_status(path, wyre_msnp_command_encode(&m, in + off, n, out, sizeof out, &written),
                      WYRE_OK);
        assert_int_equal(written, n);
        assert_memory_equal(out, in + off, n);
    }
}

TEST(every_capture_frames_to_its_last_byte)
{
    const char *folder = getenv("CAPTURES") != NULL ? getenv("CAPTURES") : "../shared/captures";
    char path[1024];
    snprintf(path, sizeof path, "%s/msnp", folder);
    DIR *directory = opendir(path);
    if (directory == NULL)
        skip(); /* they are not bundled */
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        const char *ending = strrchr(entry->d_name, '.');
        if (ending == NULL || (strcmp(ending, ".c2s") != 0 && strcmp(ending, ".s2c") != 0))
            continue;
        snprintf(path, sizeof path, "%s/msnp/%s", folder, entry->d_name);
        stream_holds(path, role_of(entry->d_name));
    }
    closedir(directory);
}

RUN_TESTS("msnp_streams", TESTED(every_stream_frames_to_its_last_byte),
          TESTED(every_capture_frames_to_its_last_byte))

/* Logins and PRELOGINs of real clients, tests/vectors/tds/messages: each decodes and, where its client
 * writes it canonically, comes back byte for byte. */
#include "../properties/ring.h"
#include <glob.h>
#include <wyre/tds.h>

RING(wyre_tds_prelogin, 0);
RING(wyre_tds_login7, 0);
RING(wyre_tds_login4, 0);

static size_t
payload_of(const char *path, uint8_t *in, size_t cap)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("%s: cannot be read", path);
    size_t len = fread(in, 1, cap, file);
    size_t n;
    fclose(file);
    assert_status(path, wyre_tds_message_gather(in, len, in, cap, &n), WYRE_OK);
    return n;
}

static void
all_come_back(const ring *r, const char *pattern, size_t least)
{
    static uint8_t in[65536], out[65536];
    glob_t found = {.gl_pathc = 0};
    glob(pattern, 0, NULL, &found);
    REQUIRE(found.gl_pathc >= least, pattern);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *path = found.gl_pathv[i];
        size_t len = payload_of(path, in, sizeof in);
        size_t n;
        void *m = block(r->size);
        assert_status(path, r->decode(in, len, 0, m, &n), WYRE_OK);
        assert_offset(path, n, len);
        assert_status(path, r->encode(m, in, len, out, sizeof out, &n), WYRE_OK);
        assert_offset(path, n, len);
        for (size_t b = 0; b < n; b++)
            if (in[b] != out[b])
                fail_msg("%s: byte %zu was %02x and is %02x", path, b, in[b], out[b]);
        free(m);
    }
    globfree(&found);
}

TEST(each_prelogin_comes_back)
{
    all_come_back(&wyre_tds_prelogin_ring, "tests/vectors/tds/messages/*.prelogin*.bin", 20);
}

TEST(each_login7_comes_back)
{
    all_come_back(&wyre_tds_login7_ring, "tests/vectors/tds/messages/*.login7.bin", 33);
}

TEST(each_login4_comes_back)
{
    all_come_back(&wyre_tds_login4_ring, "tests/vectors/tds/messages/[fj]*.login4.bin", 4);
}

/* hydra and medusa leave bytes behind the end of the host process, which are lost. */
TEST(login4_with_bytes_behind_its_texts_keeps_its_fields)
{
    static const char *const names[] = {"tests/vectors/tds/messages/hydra-9.4.login4.bin",
                                        "tests/vectors/tds/messages/medusa-2.2.login4.bin"};
    static uint8_t in[65536];
    for (size_t i = 0; i < COUNT(names); i++) {
        size_t len = payload_of(names[i], in, sizeof in);
        assert_status(names[i], law(&wyre_tds_login4_ring, names[i], in, len, 0, 0), WYRE_OK);
    }
}

RUN_TESTS("tds_vectors", TESTED(each_prelogin_comes_back), TESTED(each_login7_comes_back),
          TESTED(login4_with_bytes_behind_its_texts_keeps_its_fields),
          TESTED(each_login4_comes_back))

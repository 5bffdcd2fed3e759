/* A whole message: the walk along its chain, what a visitor is told, what is signed, and the chain
 * built again from its blocks. The first byte of the input says what a response answers. */
#include "fuzz.h"
#include <wyre/smb1.h>

typedef struct depth {
    wyre_span window[16];
    unsigned level, most;
} depth;

static void
span_lies_inside(void *user, const char *name, uint32_t kind, wyre_span span)
{
    depth *d = user;
    (void)kind;
    REQUIRE(span.off <= d->window[d->level].len, name);
    REQUIRE(span.len <= d->window[d->level].len - span.off, name);
}

static void
enters(void *user, const char *name, wyre_span window)
{
    depth *d = user;
    span_lies_inside(user, name, 0, window);
    REQUIRE(d->level < 15, name);
    d->window[++d->level] = window;
}

static void
leaves(void *user)
{
    depth *d = user;
    REQUIRE(d->level > 0, "leave");
    d->level--;
}

static void
visit(const uint8_t *in, size_t len, const wyre_smb1_context *answers)
{
    depth d = {.window = {{0, (uint32_t)len}}};
    wyre_visitor v = {&d, NULL, NULL, span_lies_inside, enters, leaves};
    size_t n;
    wyre_status status = wyre_smb1_message_visit(in, len, answers, &v, &n);
    REQUIRE(n <= len, "visit");
    REQUIRE(status == WYRE_OK || status < 0, "visit");
    REQUIRE(d.level == 0, "visit");
}

/* Every block encodes from its words and bytes. Built again into a chain, it is walked again. */
static void
walk(const uint8_t *in, size_t len)
{
    wyre_smb1_block_iter it = {0};
    wyre_smb1_chain chain = {.at = WYRE_SMB1_HEADER_SIZE};
    wyre_smb1_block block_;
    wyre_status status;
    uint32_t before = 0;
    uint32_t built = 0;
    size_t cap = len * 2 + 4096;
    uint8_t *out = block(cap);
    memcpy(out, in, len < WYRE_SMB1_HEADER_SIZE ? len : WYRE_SMB1_HEADER_SIZE);
    while ((status = wyre_smb1_block_next(&it, in, len, &block_)) == WYRE_OK) {
        REQUIRE(block_.at > before && block_.at < len, "walk");
        REQUIRE(block_.words.off + (size_t)block_.words.len <= len, "walk");
        REQUIRE(block_.bytes.off + (size_t)block_.bytes.len <= len, "walk");
        before = block_.at;
        wyre_smb1_body m = {block_.words, block_.bytes};
        size_t n;
        if (block_.bytes.len > 65535 || built + 1 < it.count)
            continue;
        if (wyre_smb1_body_encode(&m, in, len, chain.at, out, cap, &n) == WYRE_OK &&
            wyre_smb1_chain_add(&chain, block_.command, n, out, cap) == WYRE_OK)
            built++;
    }
    REQUIRE(it.count <= WYRE_SMB1_CHAIN_CAP, "walk");
    REQUIRE(status == WYRE_END || status < 0, "walk");
    REQUIRE(it.fault <= len, "walk");
    if (built > 1 && built == it.count && status == WYRE_END) {
        wyre_smb1_block_iter again = {0};
        while (wyre_smb1_block_next(&again, out, chain.at, &block_) == WYRE_OK)
            continue;
        REQUIRE(again.count == built, "built");
    }
    free(out);
}

/* The input as lists that are units of their own, and as records of each level. */
static void
lists(const uint8_t *in, size_t len)
{
    depth d = {.window = {{0, (uint32_t)len}}};
    wyre_visitor v = {&d, NULL, NULL, span_lies_inside, enters, leaves};
    size_t n;
    wyre_smb1_eas_visit(in, len, &v, &n);
    REQUIRE(n <= len, "eas");
    wyre_smb1_geas_visit(in, len, &v, &n);
    REQUIRE(n <= len, "geas");
    for (uint16_t level = 0; level < 5; level++)
        for (uint32_t flags = 0; flags < 4; flags++) {
            uint32_t unicode = (flags & 1) != 0 ? WYRE_SMB1_FLAGS2_UNICODE : 0;
            uint32_t keys = (flags & 2) != 0 ? WYRE_SMB1_FIND_RETURN_RESUME_KEYS : 0;
            wyre_smb1_find_visit(level, in, len, unicode | keys, &v, &n);
            REQUIRE(n <= len, "find");
        }
    REQUIRE(d.level == 0, "lists");
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    wyre_smb1_context context = {0};
    wyre_smb1_signing signing;
    size_t n;
    if (len < 4)
        return 0;
    context.command = in[0];
    context.subcommand = in[1] & 0x7f;
    context.resume_keys = in[1] >> 7;
    memcpy(&context.information_level, in + 2, 2);
    context.function_code = (uint32_t)context.information_level << 2 | 0x90000;
    in += 4;
    len -= 4;
    visit(in, len, NULL);
    visit(in, len, &context);
    walk(in, len);
    lists(in, len);
    wyre_smb1_context_of(in, len, &context);
    if (wyre_smb1_signing_ranges(in, len, 7, &signing, &n) == WYRE_OK)
        REQUIRE(signing.before.len + signing.signature.len + signing.after.len == len, "signing");
    return 0;
}

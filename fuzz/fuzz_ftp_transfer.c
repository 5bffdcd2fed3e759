/* Transfer modes: what is written in any pieces is read in any others; hostile data never comes out
 * longer than its mode allows. Listings, protected replies and whole units for a visitor. The first
 * two bytes choose mode and piece sizes. */
#include "fuzz.h"
#include <wyre/ftp.h>

enum { CAP = 4096 };

typedef struct reader {
    int mode;
    wyre_ftp_block_reader block;
    wyre_ftp_compressed_reader compressed;
    wyre_ftp_record_reader record;
} reader;

static wyre_status
read_step(reader *r, const uint8_t *in, size_t len, uint8_t *out, size_t cap, wyre_ftp_step *step)
{
    if (r->mode == 0)
        return wyre_ftp_block_read(&r->block, in, len, out, cap, step);
    if (r->mode == 1)
        return wyre_ftp_compressed_read(&r->compressed, in, len, out, cap, step);
    return wyre_ftp_record_read(&r->record, in, len, out, cap, step);
}

static wyre_status
write_step(int mode, uint8_t bits, const uint8_t *in, size_t len, uint8_t *out, size_t cap,
           wyre_ftp_step *step)
{
    if (mode == 0)
        return wyre_ftp_block_write(bits, in, len, out, cap, step);
    if (mode == 1)
        return wyre_ftp_compressed_write(' ', bits, in, len, out, cap, step);
    return wyre_ftp_record_write(bits, in, len, out, cap, step);
}

/* Reads all of it; returns the hash of bytes and descriptors, *made the number of bytes. */
static uint64_t
read_all(int mode, const uint8_t *in, size_t len, size_t piece, size_t cap, size_t *made,
         wyre_status *status)
{
    reader r = {.mode = mode, .compressed = {.filler = ' '}};
    uint64_t hash = 0xcbf29ce484222325u;
    uint8_t out[CAP];
    *made = 0;
    *status = WYRE_OK;
    for (int idle = 0; idle < 2;) {
        size_t n = len < piece ? len : piece;
        wyre_ftp_step step;
        *status = read_step(&r, in, n, out, cap, &step);
        if (*status != WYRE_OK)
            return 0;
        REQUIRE(step.used <= n && step.made <= cap, "read");
        for (size_t i = 0; i < step.made; i++)
            hash = (hash ^ out[i] ^ (uint32_t)step.is_marker << 8) * 0x100000001b3u;
        if (step.descriptor != 0)
            hash = (hash ^ step.descriptor ^ 0x1000) * 0x100000001b3u;
        *made += step.made;
        in += step.used;
        len -= step.used;
        idle = step.used + step.made > 0 || step.descriptor != 0 ? 0 : idle + 1;
    }
    REQUIRE(len == 0, "all was read");
    return hash;
}

static void
try_hostile(int mode, const uint8_t *in, size_t len, size_t piece, size_t cap)
{
    size_t made;
    size_t again;
    wyre_status first;
    wyre_status second;
    uint64_t whole = read_all(mode, in, len, len + 1, CAP, &made, &first);
    uint64_t cut = read_all(mode, in, len, piece, cap, &again, &second);
    REQUIRE((first == WYRE_OK) == (second == WYRE_OK), "pieces");
    if (first == WYRE_OK)
        REQUIRE(whole == cut && made == again && made <= 63 * len, "pieces");
}

static void
try_round(int mode, const uint8_t *in, size_t len, size_t piece, size_t cap)
{
    static uint8_t wire[1 << 16];
    size_t end = 0;
    size_t at = 0;
    wyre_ftp_step step = {.used = 0};
    do {
        size_t n = len - at < piece ? len - at : piece;
        uint8_t bits = n == len - at ? WYRE_FTP_END_OF_FILE : 0;
        REQUIRE(write_step(mode, bits, in + at, n, wire + end, cap + 130, &step) == WYRE_OK,
                "write");
        REQUIRE(step.made <= cap + 130 && step.used <= n && step.made > 0, "write");
        at += step.used;
        end += step.made;
    } while (step.descriptor == 0);
    uint8_t *back = block(len + 1);
    reader r = {.mode = mode, .compressed = {.filler = ' '}};
    size_t made = 0;
    for (size_t used = 0; used < end || step.made > 0;) {
        REQUIRE(read_step(&r, wire + used, end - used, back + made, len + 1 - made, &step) ==
                    WYRE_OK,
                "read back");
        used += step.used;
        made += step.made;
        if (used == end && step.made == 0)
            break;
    }
    REQUIRE(made == len && memcmp(back, in, len) == 0, "the same bytes");
    free(back);
}

static void
try_lines(const uint8_t *in, size_t len)
{
    wyre_ftp_time now = {0, 2026, 11, 23, 12, 0, 0, 0};
    wyre_ftp_list_line line;
    wyre_ftp_mlsx entry;
    uint8_t out[CAP];
    size_t n;
    if (wyre_ftp_list_line_decode(in, len, 0, &now, &line, &n) == WYRE_OK) {
        REQUIRE(line.name.off + (size_t)line.name.len <= len, "name");
        REQUIRE(line.target.off + (size_t)line.target.len <= len, "target");
        REQUIRE(line.owner.off + (size_t)line.owner.len <= len, "owner");
        wyre_ftp_list_line_encode(&line, in, len, out, sizeof out, &n);
    }
    if (wyre_ftp_mlsx_decode(in, len, 1, &entry, &n) == WYRE_OK) {
        wyre_ftp_fact_iter it = {0};
        wyre_ftp_fact fact;
        int facts = 0;
        while (wyre_ftp_fact_next(&it, in + entry.facts.off, entry.facts.len, &fact) == WYRE_OK)
            facts++;
        REQUIRE(facts <= WYRE_FTP_FACTS_MAX && it.pos == entry.facts.len, "facts");
    }
    wyre_ftp_option_iter options = {0};
    wyre_ftp_option option;
    while (wyre_ftp_option_next(&options, in, len, &option) == WYRE_OK)
        REQUIRE(option.name.off + (size_t)option.name.len <= len, "option");
    wyre_ftp_path_text(in, len, out, sizeof out, &n);
    if (wyre_ftp_protected_decode(in, len, out, sizeof out, &n) == WYRE_OK) {
        static uint8_t wire[CAP * 2];
        size_t size = n;
        size_t back;
        uint8_t again[CAP];
        REQUIRE(wyre_ftp_protected_encode(631, 57, out, size, wire, sizeof wire, &n) == WYRE_OK,
                "631");
        REQUIRE(wyre_ftp_protected_decode(wire, n, again, sizeof again, &back) == WYRE_OK &&
                    back == size && memcmp(again, out, size) == 0,
                "631 again");
    }
    wyre_visitor nobody = {NULL, NULL, NULL, NULL, NULL, NULL};
    wyre_ftp_command_tell(in, len, 0x3f, &nobody, &n);
    REQUIRE(n <= len + 1, "command");
    wyre_ftp_reply_tell(in, len, 0xc5, &nobody, &n);
    REQUIRE(n <= len + 1, "reply");
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    if (len < 2 || len > 2000)
        return 0;
    int mode = in[0] % 3;
    size_t piece = in[0] / 3 + 1u;
    size_t cap = in[1] + 1u;
    try_hostile(mode, in + 2, len - 2, piece, cap);
    try_round(mode, in + 2, len - 2, piece, cap);
    try_lines(in + 2, len - 2);
    wyre_ftp_dialogue d = {.count = 0};
    for (size_t i = 2; i + 1 < len; i += 2) {
        wyre_ftp_turn turn;
        if (in[i] < 128)
            wyre_ftp_dialogue_sent(&d, in[i + 1]);
        else
            wyre_ftp_dialogue_got(&d, (uint16_t)(100 + in[i + 1] * 2), 0, &turn);
        REQUIRE(d.count <= WYRE_FTP_PIPELINE_MAX, "dialogue");
    }
    return 0;
}

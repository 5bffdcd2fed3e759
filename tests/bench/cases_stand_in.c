/* What the cases are measured against: the usual ways to do such work. */
#include <stdlib.h>
#include <string.h>
#include "bench.h"

static uint64_t
memchr_lines(const uint8_t *in, size_t len)
{
    uint64_t sum = 0;
    for (size_t at = 0; at < len;) {
        const uint8_t *feed = memchr(in + at, '\n', len - at);
        if (feed == NULL)
            break;
        at = (size_t)(feed - in) + 1;
        sum += at;
    }
    return sum;
}

/* The SMB2 header by the public cursor: a call for each field. */
static uint64_t
cursor_header(const uint8_t *in, size_t len)
{
    wyre_smb2_header m;
    wyre_rd r;
    wyre_rd_init(&r, in, len);
    wyre_rd_u32be(&r);
    wyre_rd_u16le(&r);
    m.credit_charge = wyre_rd_u16le(&r);
    m.status = wyre_rd_u32le(&r);
    m.command = wyre_rd_u16le(&r);
    m.credits = wyre_rd_u16le(&r);
    m.flags = wyre_rd_u32le(&r);
    m.next_command = wyre_rd_u32le(&r);
    m.message_id = wyre_rd_u64le(&r);
    m.process_id = wyre_rd_u32le(&r);
    m.tree_id = wyre_rd_u32le(&r);
    m.session_id = wyre_rd_u64le(&r);
    size_t signature = wyre_rd_take(&r, 16);
    return m.message_id + m.command + signature;
}

static uint64_t
copy_of(const uint8_t *in, size_t len)
{
    static uint8_t out[65552];
    memcpy(out, in, len);
    __asm__ volatile("" ::: "memory");
    return out[len / 2];
}

static uint64_t
malloc_and_free(const uint8_t *in, size_t len)
{
    uint8_t *block = malloc(len);
    __asm__ volatile("" : "+r"(block)::"memory");
    uint64_t sum = block != NULL ? in[0] : 0;
    free(block);
    return sum;
}

/* What a case costs before it does anything: its instructions are not counted. */
static uint64_t
nothing(const uint8_t *in, size_t len)
{
    return in[0] + len;
}

const bench_case stand_in_cases[] = {
    {"nothing", "smb2_header", nothing, 24, 1},
    {"memchr_lines_64k", "lines_20_80_64k", memchr_lines, 0, 1},
    {"memchr_reply40", "ftp_feat_reply40", memchr_lines, 5, 1},
    {"cursor_smb2_header", "smb2_header", cursor_header, 24, 1},
    {"memcpy_smb2_header", "smb2_header", copy_of, 24, 1},
    {"memcpy_read_response", "smb2_read_response", copy_of, 24, 1},
    {"malloc_free", "smb2_header", malloc_and_free, 24, 1},
};
const size_t stand_in_case_count = sizeof stand_in_cases / sizeof *stand_in_cases;

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

/* By the public cursor: a call for every four bytes. */
static uint64_t
cursor_fields(const uint8_t *in, size_t len)
{
    wyre_rd r;
    uint64_t sum = 0;
    wyre_rd_init(&r, in, len);
    for (size_t i = 0; i < len / 4; i++)
        sum += wyre_rd_u32le(&r);
    return sum;
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

const bench_case no_work = {"nothing", "smb2_header", nothing, 24};
const bench_stand_in stand_ins[] = {
    {"memchr", memchr_lines},
    {"cursor", cursor_fields},
    {"memcpy", copy_of},
    {"malloc", malloc_and_free},
};
const size_t stand_in_count = sizeof stand_ins / sizeof *stand_ins;

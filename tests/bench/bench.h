/* A case is a piece of work on one input; it returns a number that depends on all that it read. */
#ifndef BENCH_H
#define BENCH_H
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <wyre/wyre.h>

/* Work that is refused would be timed for nothing. */
#define MUST(call)                                                                                 \
    do {                                                                                           \
        if ((call) != WYRE_OK)                                                                     \
            abort();                                                                               \
    } while (0)

typedef struct bench_case {
    const char *name, *input; /* tests/bench/inputs/INPUT.bin */
    uint64_t (*work)(const uint8_t *in, size_t len);
    size_t vary_at; /* a byte that may have any value without changing the path taken */
    int stand_in;   /* no work of wyre's, but what it is measured against */
} bench_case;

extern const bench_case smb_cases[], tds_cases[], text_cases[], stand_in_cases[];
extern const size_t smb_case_count, tds_case_count, text_case_count, stand_in_case_count;
#endif

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

typedef uint64_t work(const uint8_t *in, size_t len);

typedef struct bench_case {
    const char *name, *input; /* tests/bench/inputs/INPUT.bin */
    work *work;
    size_t vary_at; /* a byte that may have any value without changing the path taken */
} bench_case;

/* What every case is measured against: the usual ways to go over the same bytes. */
typedef struct bench_stand_in {
    const char *name;
    work *work;
} bench_stand_in;

extern const bench_case smb_cases[], tds_cases[], text_cases[], no_work;
extern const size_t smb_case_count, tds_case_count, text_case_count, stand_in_count;
extern const bench_stand_in stand_ins[];
#endif

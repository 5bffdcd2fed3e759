/* Times the cases: bench prints one JSON object a case, nanoseconds [least, median] of a hot message
 * (throughput, and latency: the next input depends on the last result) and of 4096 varied ones.
 *   bench [--rounds N]         in each round every case runs once
 *   bench --run CASE COUNT     runs one case, for callgrind
 *   bench --list               names and input sizes
 * While a case of wyre runs, a call of the allocator ends the program. */
#include "bench.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 64, VARIED = 4096, WINDOW = 150000, INPUT_MAX = 65552, VARIED_MAX = 4096 };

typedef struct entry {
    const bench_case *of;
    uint8_t *in, *varied; /* varied: NULL for inputs over VARIED_MAX */
    size_t len, count;    /* count: how often it runs in a window */
    double *hot, *latency, *stream;
} entry;

static entry entries[MOST];
static size_t entry_count;
static volatile uint64_t sink;
static volatile size_t nothing; /* 0, which the compiler does not know */

/* ---- no heap ------------------------------------------------------------------------------------- */

static int forbidden;

void *__real_malloc(size_t n);
void *__wrap_malloc(size_t n);
void *
__wrap_malloc(size_t n)
{
    if (forbidden)
        abort();
    return __real_malloc(n);
}
void __real_free(void *p);
void __wrap_free(void *p);
void
__wrap_free(void *p)
{
    if (forbidden)
        abort();
    __real_free(p);
}

/* ---- inputs -------------------------------------------------------------------------------------- */

static void
load(entry *e)
{
    char path[256];
    snprintf(path, sizeof path, "tests/bench/inputs/%s.bin", e->of->input);
    FILE *file = fopen(path, "rb");
    e->in = malloc(INPUT_MAX);
    if (file == NULL || e->in == NULL) {
        perror(path);
        exit(1);
    }
    e->len = fread(e->in, 1, INPUT_MAX, file);
    fclose(file);
    if (e->len > VARIED_MAX)
        return;
    e->varied = malloc(e->len * VARIED);
    if (e->varied == NULL)
        exit(1);
    for (size_t i = 0; i < VARIED; i++) {
        memcpy(e->varied + i * e->len, e->in, e->len);
        e->varied[i * e->len + e->of->vary_at] ^= (uint8_t)(i * 7 & 15);
    }
}

static void
add(const bench_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        entries[entry_count].of = &cases[i];
        load(&entries[entry_count++]);
    }
}

/* ---- loops --------------------------------------------------------------------------------------- */

static void
run_hot(const entry *e, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += e->of->work(e->in, e->len);
    sink = sum;
}

static void
run_latency(const entry *e, size_t count)
{
    size_t mask = nothing;
    uint64_t last = 0;
    for (size_t i = 0; i < count; i++)
        last = e->of->work(e->in + (last & mask), e->len);
    sink = last;
}

static void
run_varied(const entry *e, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += e->of->work(e->varied + (i % VARIED) * e->len, e->len);
    sink = sum;
}

static double
nanoseconds(void (*run)(const entry *e, size_t count), const entry *e, size_t count)
{
    struct timespec from, to;
    forbidden = !e->of->stand_in;
    clock_gettime(CLOCK_MONOTONIC, &from);
    run(e, count);
    clock_gettime(CLOCK_MONOTONIC, &to);
    forbidden = 0;
    return (double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec);
}

/* How often the case runs in a window; the least of five tries, since others use the machine, too. */
static void
calibrate(entry *e)
{
    double least;
    e->count = 1;
    do {
        least = 1e18;
        e->count *= 2;
        for (int i = 0; i < 5; i++) {
            double time = nanoseconds(run_hot, e, e->count);
            least = time < least ? time : least;
        }
    } while (least < WINDOW);
}

/* ---- report -------------------------------------------------------------------------------------- */

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void
print_times(const char *name, double *times, size_t rounds)
{
    qsort(times, rounds, sizeof *times, by_size);
    printf(", \"%s\": [%.2f, %.2f]", name, times[0], times[rounds / 2]);
}

static void
measure(size_t rounds)
{
    for (size_t i = 0; i < entry_count; i++) {
        entry *e = &entries[i];
        e->hot = calloc(3 * rounds, sizeof *e->hot);
        if (e->hot == NULL)
            exit(1);
        e->latency = e->hot + rounds;
        e->stream = e->latency + rounds;
        calibrate(e);
    }
    for (size_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i < entry_count; i++) {
            entry *e = &entries[i];
            double count = (double)e->count;
            e->hot[round] = nanoseconds(run_hot, e, e->count) / count;
            e->latency[round] = nanoseconds(run_latency, e, e->count) / count;
            if (e->varied != NULL)
                e->stream[round] = nanoseconds(run_varied, e, e->count) / count;
        }
    }
    for (size_t i = 0; i < entry_count; i++) {
        entry *e = &entries[i];
        printf("{\"case\": \"%s\", \"bytes\": %zu", e->of->name, e->len);
        print_times("hot", e->hot, rounds);
        print_times("latency", e->latency, rounds);
        if (e->varied != NULL)
            print_times("varied", e->stream, rounds);
        puts("}");
    }
}

int
main(int argc, char **argv)
{
    add(smb_cases, smb_case_count);
    add(tds_cases, tds_case_count);
    add(text_cases, text_case_count);
    add(stand_in_cases, stand_in_case_count);
    if (argc == 4 && strcmp(argv[1], "--run") == 0) {
        for (size_t i = 0; i < entry_count; i++)
            if (strcmp(entries[i].of->name, argv[2]) == 0)
                return nanoseconds(run_hot, &entries[i], strtoul(argv[3], NULL, 10)) < 0;
        return 2;
    }
    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        for (size_t i = 0; i < entry_count; i++)
            printf("%s %zu\n", entries[i].of->name, entries[i].len);
        return 0;
    }
    measure(argc == 3 ? strtoul(argv[2], NULL, 10) : 201);
    return 0;
}

/* Times the cases: bench prints one JSON object a case, nanoseconds [least, median] of a hot message and
 * of 4096 varied ones, each as throughput and as latency, where the next input depends on the last
 * result; and of the usual ways to handle the same bytes, "against".
 *   bench [--rounds N]         in each round every case runs once
 *   bench --run CASE COUNT     runs one case, for callgrind
 *   bench --list               names and input sizes
 * While a case of wyre runs, a call of the allocator ends the program. */
#include "bench.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 64, FORMS = 8, VARIED = 4096, WINDOW = 150000, INPUT_MAX = 65552, VARIED_MAX = 4096 };

typedef struct entry {
    const bench_case *of;
    uint8_t *in, *varied; /* varied: NULL for inputs over VARIED_MAX */
    size_t len;
} entry;

typedef void runs(const entry *e, work *w, size_t count);

/* One figure: work on the input of an entry in one of the forms. */
typedef struct figure {
    const char *name;
    const entry *e;
    work *w;
    runs *run;
    int stand_in;
    size_t count; /* how often it runs in a window */
    double *times;
} figure;

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
run_hot(const entry *e, work *w, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += w(e->in, e->len);
    sink = sum;
}

static void
run_hot_latency(const entry *e, work *w, size_t count)
{
    size_t mask = nothing;
    uint64_t last = 0;
    for (size_t i = 0; i < count; i++)
        last = w(e->in + (last & mask), e->len);
    sink = last;
}

static void
run_varied(const entry *e, work *w, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += w(e->varied + (i % VARIED) * e->len, e->len);
    sink = sum;
}

static void
run_varied_latency(const entry *e, work *w, size_t count)
{
    size_t mask = nothing;
    uint64_t last = 0;
    for (size_t i = 0; i < count; i++)
        last = w(e->varied + (i % VARIED) * e->len + (last & mask), e->len);
    sink = last;
}

static double
nanoseconds(const figure *f, size_t count)
{
    struct timespec from, to;
    forbidden = !f->stand_in;
    clock_gettime(CLOCK_MONOTONIC, &from);
    f->run(f->e, f->w, count);
    clock_gettime(CLOCK_MONOTONIC, &to);
    forbidden = 0;
    return (double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec);
}

/* How often it runs in a window; the least of five tries, since others use the machine, too. */
static void
calibrate(figure *f)
{
    double least;
    f->count = 1;
    do {
        least = 1e18;
        f->count *= 2;
        for (int i = 0; i < 5; i++) {
            double time = nanoseconds(f, f->count);
            least = time < least ? time : least;
        }
    } while (least < WINDOW);
}

/* ---- report -------------------------------------------------------------------------------------- */

static figure figures[MOST * FORMS];
static size_t figure_count;

static void
add_figure(const entry *e, const char *name, work *w, runs *run, int stand_in)
{
    if (run == run_hot || run == run_hot_latency || e->varied != NULL)
        figures[figure_count++] = (figure){name, e, w, run, stand_in, 0, NULL};
}

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void
print_case(const entry *e, size_t rounds)
{
    const char *between = "";
    int against = 0;
    printf("{\"case\": \"%s\", \"bytes\": %zu, ", e->of->name, e->len);
    for (const figure *f = figures; f < figures + figure_count; f++) {
        if (f->e != e)
            continue;
        if (f->stand_in && !against) {
            printf(", \"against\": {");
            between = "";
            against = 1;
        }
        qsort(f->times, rounds, sizeof *f->times, by_size);
        printf("%s\"%s\": [%.2f, %.2f]", between, f->name, f->times[0], f->times[rounds / 2]);
        between = ", ";
    }
    puts(against ? "}}" : "}");
}

static void
measure(size_t rounds)
{
    for (const entry *e = entries; e < entries + entry_count; e++) {
        add_figure(e, "hot", e->of->work, run_hot, 0);
        add_figure(e, "latency", e->of->work, run_hot_latency, 0);
        add_figure(e, "varied", e->of->work, run_varied, 0);
        add_figure(e, "varied_latency", e->of->work, run_varied_latency, 0);
        for (size_t i = 0; i < stand_in_count; i++)
            add_figure(e, stand_ins[i].name, stand_ins[i].work, run_hot, 1);
    }
    for (figure *f = figures; f < figures + figure_count; f++) {
        f->times = calloc(rounds, sizeof *f->times);
        if (f->times == NULL)
            exit(1);
        calibrate(f);
    }
    for (size_t round = 0; round < rounds; round++)
        for (figure *f = figures; f < figures + figure_count; f++)
            f->times[round] = nanoseconds(f, f->count) / (double)f->count;
    for (const entry *e = entries; e < entries + entry_count; e++)
        print_case(e, rounds);
}

static int
run_one(const char *name, size_t count)
{
    for (const entry *e = entries; e < entries + entry_count; e++)
        if (strcmp(e->of->name, name) == 0)
            return nanoseconds(&(figure){name, e, e->of->work, run_hot, 0, 0, NULL}, count) < 0;
    return 2;
}

int
main(int argc, char **argv)
{
    add(smb_cases, smb_case_count);
    add(tds_cases, tds_case_count);
    add(text_cases, text_case_count);
    add(&no_work, 1);
    if (argc == 4 && strcmp(argv[1], "--run") == 0)
        return run_one(argv[2], strtoul(argv[3], NULL, 10));
    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        for (size_t i = 0; i < entry_count; i++)
            printf("%s %zu\n", entries[i].of->name, entries[i].len);
        return 0;
    }
    measure(argc == 3 ? strtoul(argv[2], NULL, 10) : 201);
    return 0;
}

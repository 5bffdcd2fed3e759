/* What every harness shares: a broken law aborts. A harness is one function over the input bytes;
 * RINGS(...) names the messages whose laws it tries. */
#ifndef WYRE_FUZZ_H
#define WYRE_FUZZ_H
#include <stdio.h>

#define REQUIRE(condition, row)                                                                    \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s: %s:%d: not true: %s\n", row, __FILE__, __LINE__, #condition);     \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* In builds that run over files: prints a message's name where an input decodes as it, for fuzz/replay. */
#ifdef WYRE_REACHED
static const char *reached_names[256];
#define REACHED(name) reached(name)
static inline void
reached(const char *name)
{
    size_t i = 0;
    while (i < 255 && reached_names[i] != NULL && reached_names[i] != name)
        i++;
    if (reached_names[i] == NULL)
        printf("reached %s\n", name);
    reached_names[i] = name;
}
#endif
#include "../tests/properties/laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *in, size_t len);

/* The input as each of these messages, strict and with every leniency. */
#define RINGS(...)                                                                                 \
    int LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)                                      \
    {                                                                                              \
        static const ring *const rings[] = {__VA_ARGS__};                                          \
        for (size_t i = 0; i < sizeof rings / sizeof *rings; i++) {                                \
            law(rings[i], rings[i]->name, in, len, 0, 0);                                          \
            if (rings[i]->known_flags != 0)                                                        \
                law(rings[i], rings[i]->name, in, len, rings[i]->known_flags, 0);                  \
        }                                                                                          \
        return 0;                                                                                  \
    }
#endif

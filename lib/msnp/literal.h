/* A string literal and its length, which the compiler knows. */
#ifndef WYRE_LIB_MSNP_LITERAL_H
#define WYRE_LIB_MSNP_LITERAL_H
#include <stddef.h>

typedef struct literal {
    const char *text;
    size_t len;
} literal;

#define LITERAL(t) ((literal){t, sizeof(t) - 1})
#endif

/* A string literal and its length, which the compiler knows; whether bytes are that text. */
#ifndef WYRE_LIB_MSNP_LITERAL_H
#define WYRE_LIB_MSNP_LITERAL_H
#include <stddef.h>
#include "../core/bytes.h"

typedef struct literal {
    const char *text;
    size_t len;
} literal;

#define LITERAL(t) ((literal){t, sizeof(t) - 1})

#ifdef WYRE_PROVE /* a constant, of whose text the provers know too little */
/*@ requires \valid_read(at + (0 .. len - 1)); assigns \nothing; */
int is_text(const uint8_t *at, size_t len, literal text);
#else
INLINE int
is_text(const uint8_t *at, size_t len, literal text)
{
    return len == text.len && memcmp(at, text.text, len) == 0;
}
#endif
#endif

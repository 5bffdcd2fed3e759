/* Which commands carry a TrID and which a payload: by name, direction, dialect and number of fields,
 * never by what a field looks like. One place for reader and writer. */
#ifndef WYRE_LIB_MSNP_RULES_H
#define WYRE_LIB_MSNP_RULES_H
#include <stddef.h>
#include <stdint.h>

/* The three characters of a name as one number. */
#define TAG(a, b, c) ((uint32_t)(a) << 16 | (uint32_t)(b) << 8 | (uint32_t)(c))

/* What the rules look at. */
typedef struct shape {
    uint32_t tag;
    uint32_t role;
    uint32_t count; /* of all fields behind the name: TrID and length too */
    int last;       /* of the last field: what it begins with or consists of */
} shape;

enum { LAST_DIGITS, LAST_LETTER, LAST_OTHER }; /* LAST_DIGITS: nothing but digits, at least one */

enum {
    PAYLOAD_NONE,
    PAYLOAD_COUNTED, /* the last field is its length */
    PAYLOAD_SHORT,   /* too few fields to hold a length */
    PAYLOAD_BAD      /* a length is due, and the last field is none */
};

/* Whether the verb can have one, so that it matters what the last field is. */
int wyre_msnp_payload_possible(const shape *s);
int wyre_msnp_payload_rule(const shape *s);

/* Whether the first field is a TrID, if it is a number at all. */
int wyre_msnp_trid_rule(const shape *s);

/* Whether the command has one always: not just with enough fields, or when an error answers one. */
int wyre_msnp_trid_is_due(uint32_t tag, uint32_t role);

/* Whether these three bytes are a name that this side can send. */
int wyre_msnp_is_name(const uint8_t *name, uint32_t role);

/* What the last field looks like to the rules. */
int wyre_msnp_last(const uint8_t *field, size_t len);
#endif

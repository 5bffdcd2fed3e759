/* Which commands carry a TrID and which a payload: by name, direction, dialect and number of fields,
 * never by what a field looks like. One place for reader and writer. */
#ifndef WYRE_LIB_MSNP_RULES_H
#define WYRE_LIB_MSNP_RULES_H
#include <stddef.h>
#include <stdint.h>
#include <wyre/msnp_command.h>
#include "../core/bytes.h"

/* The three characters of a name as one number. */
#define TAG(a, b, c) ((uint32_t)(a)*65536u + (uint32_t)(b)*256u + (uint32_t)(c))

/* Fields are counted behind the name: TrID and length too. */
typedef struct rule {
    uint8_t trid_least; /* with so many fields the first is a TrID, if it is a number; 0: never */
    uint8_t since;      /* the first dialect that has the payload */
    uint8_t payload_least; /* the fewest fields of a line with a payload; 0: it has none */
    uint8_t bits;          /* what says that it has none this time, and more */
} rule;

enum {
    WORD_INSTEAD = 1, /* a last field that begins with a letter: OK */
    SHORTER = 2,      /* fewer fields */
    NO_NUMBER = 4     /* a last field that is none */
};

/* What the last field begins with or consists of. */
enum { LAST_DIGITS, LAST_LETTER, LAST_OTHER }; /* LAST_DIGITS: nothing but digits, at least one */

enum {
    PAYLOAD_NONE,
    PAYLOAD_COUNTED, /* the last field is its length */
    PAYLOAD_SHORT,   /* too few fields to hold a length */
    PAYLOAD_BAD      /* a length is due, and the last field is none */
};

rule wyre_msnp_rule(uint32_t tag, uint32_t role);

int wyre_msnp_payload_rule(rule r, uint32_t count, int last);

/* Whether the command has a TrID always: not just with enough fields, or when an error answers one. */
/*@ assigns \nothing; */
INLINE int
trid_is_due(uint32_t tag, rule r)
{
    return tag >= TAG('A', 0, 0) && r.trid_least == 1;
}

/* Whether the three bytes of tag are between two characters. The top bit of a byte is set in `least` if it
 * is not below `low`, in `over` if it is above `high`; only a byte over 127 carries into the next. */
/*@ requires tag <= 0xffffff && low <= high <= 0x7f; assigns \nothing; */
INLINE int
all_between(uint32_t tag, uint32_t low, uint32_t high)
{
    uint32_t least = tag + (0x80 - low) * 0x010101;
    uint32_t over = tag + (0x7f - high) * 0x010101;
    return (least & 0x808080) == 0x808080 && ((over | tag) & 0x808080) == 0;
}

/* name = 3 UPALPHA / 3 DIGIT, the second from servers only. */
/*@ requires tag <= 0xffffff; assigns \nothing; */
INLINE int
is_command_name(uint32_t tag, uint32_t role)
{
    return all_between(tag, 'A', 'Z') ||
           ((role & WYRE_MSNP_FROM_SERVER) != 0 && all_between(tag, '0', '9'));
}

/* What the last field looks like to the rules. */
int wyre_msnp_last(const uint8_t *field, size_t len);
#endif

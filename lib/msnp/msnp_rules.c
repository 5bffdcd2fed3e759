/* The framing table, and who has a TrID. */
#include <wyre/msnp_command.h>
#include "../core/apart.h"
#include "rules.h"

/* What changed with the dialects; where none is known the oldest form with the fewest fields holds. */
enum {
    TRID_TO_7 = 0x08,        /* no TrID from MSNP8 on */
    VERSION_TO_9 = 0x10,     /* a list version up to MSNP9: with a TrID it is one field more */
    PAYLOAD_TO_8 = 0x20,     /* no payload from MSNP9 on */
    FILE_TO_12 = 0x40,       /* a file's name up to MSNP12, in front of the length */
    NETWORK_14_TO_17 = 0x80, /* a network in front of the length from MSNP14 to 17 */
    CHANGED = 0xf8
};

typedef struct row {
    uint32_t tag;
    rule r;
} row;

/* clang-format off */
/* Sorted by name. Who is not here has a TrID and no payload. */
static const row from_client[] = {
    {TAG('A', 'D', 'L'), {1, 13, 2, 0}},
    {TAG('D', 'E', 'L'), {1, 18, 2, 0}},
    {TAG('F', 'Q', 'Y'), {1, 13, 2, 0}},
    {TAG('M', 'S', 'G'), {1,  2, 3, 0}},
    {TAG('N', 'O', 'T'), {1,  2, 2, 0}}, /* Escargot reads one; no client is known to send it */
    {TAG('O', 'U', 'T'), {0,  0, 0, 0}},
    {TAG('P', 'A', 'G'), {1,  2, 3, PAYLOAD_TO_8}},
    {TAG('P', 'G', 'D'), {1,  9, 4, 0}},
    {TAG('P', 'N', 'G'), {0,  0, 0, 0}},
    {TAG('P', 'U', 'T'), {1, 18, 2, 0}},
    {TAG('Q', 'R', 'Y'), {1,  6, 3, 0}},
    {TAG('R', 'M', 'L'), {1, 13, 2, 0}},
    {TAG('S', 'D', 'C'), {1,  5, 9, 0}},
    {TAG('S', 'D', 'G'), {1, 18, 2, 0}},
    {TAG('U', 'U', 'M'), {1, 14, 5, 0}},
    {TAG('U', 'U', 'N'), {1, 13, 4, SHORTER}},
    {TAG('U', 'U', 'X'), {1, 11, 2, 0}},
    {TAG('V', 'A', 'S'), {1, 18, 5, 0}},
};

/* Replies, and the asynchronous commands that carry TrID 0, have one. Who is not here has none, and no
 * payload. */
static const row from_server[] = {
    {TAG('A', 'C', 'K'), {1,  0, 0, 0}},
    {TAG('A', 'D', 'C'), {1,  0, 0, 0}},
    {TAG('A', 'D', 'D'), {1,  0, 0, 0}},
    {TAG('A', 'D', 'G'), {1,  0, 0, 0}},
    {TAG('A', 'D', 'L'), {1, 13, 2, WORD_INSTEAD}},
    {TAG('A', 'N', 'S'), {1,  0, 0, 0}},
    {TAG('B', 'L', 'P'), {2,  0, 0, 0}}, /* alone in what SYN sets off from MSNP8 on */
    {TAG('C', 'A', 'L'), {1,  0, 0, 0}},
    {TAG('C', 'H', 'G'), {1,  0, 0, 0}},
    {TAG('C', 'H', 'L'), {1,  0, 0, 0}},
    {TAG('C', 'V', 'Q'), {1,  0, 0, 0}},
    {TAG('C', 'V', 'R'), {1,  0, 0, 0}},
    {TAG('D', 'E', 'L'), {1, 18, 3, WORD_INSTEAD}},
    {TAG('F', 'N', 'D'), {1,  0, 0, 0}},
    {TAG('F', 'Q', 'Y'), {1, 13, 2, WORD_INSTEAD}},
    {TAG('F', 'S', 'L'), {0, 21, 1, WORD_INSTEAD}},
    {TAG('G', 'C', 'F'), {1, 11, 2, FILE_TO_12}},
    {TAG('G', 'E', 'T'), {0, 21, 1, WORD_INSTEAD}},
    {TAG('G', 'T', 'C'), {2,  0, 0, 0}}, /* likewise */
    {TAG('I', 'L', 'N'), {1,  0, 0, 0}},
    {TAG('I', 'M', 'S'), {1,  0, 0, 0}},
    {TAG('I', 'N', 'F'), {1,  0, 0, 0}},
    {TAG('I', 'P', 'G'), {0,  2, 1, 0}},
    {TAG('I', 'R', 'O'), {1,  0, 0, 0}},
    {TAG('L', 'S', 'G'), {1,  0, 0, TRID_TO_7}},
    {TAG('L', 'S', 'T'), {1,  0, 0, TRID_TO_7}},
    {TAG('M', 'S', 'G'), {0,  2, 3, 0}},
    {TAG('N', 'A', 'K'), {1,  0, 0, 0}},
    {TAG('N', 'F', 'Y'), {0, 18, 2, 0}},
    {TAG('N', 'O', 'T'), {0,  2, 1, 0}},
    {TAG('P', 'R', 'P'), {3,  0, 0, VERSION_TO_9}}, /* TrID and a list version, the version alone, or neither */
    {TAG('P', 'U', 'T'), {1, 18, 3, WORD_INSTEAD}},
    {TAG('Q', 'R', 'Y'), {1,  0, 0, 0}},
    {TAG('R', 'E', 'A'), {1,  0, 0, 0}},
    {TAG('R', 'E', 'G'), {1,  0, 0, 0}},
    {TAG('R', 'E', 'M'), {1,  0, 0, 0}},
    {TAG('R', 'M', 'G'), {1,  0, 0, 0}},
    {TAG('R', 'M', 'L'), {1, 13, 2, WORD_INSTEAD}},
    {TAG('S', 'B', 'P'), {1,  0, 0, 0}},
    {TAG('S', 'B', 'S'), {1,  0, 0, 0}},
    {TAG('S', 'D', 'C'), {1,  0, 0, 0}},
    {TAG('S', 'D', 'G'), {1, 18, 2, WORD_INSTEAD}},
    {TAG('S', 'N', 'D'), {1,  0, 0, 0}},
    {TAG('S', 'Y', 'N'), {1,  0, 0, 0}},
    {TAG('U', 'B', 'M'), {0, 14, 6, 0}},
    {TAG('U', 'B', 'N'), {0, 13, 3, SHORTER}},
    {TAG('U', 'B', 'X'), {0, 11, 2, NETWORK_14_TO_17}},
    {TAG('U', 'R', 'L'), {1,  0, 0, 0}},
    {TAG('U', 'S', 'R'), {1,  0, 0, 0}},
    {TAG('U', 'U', 'N'), {1, 13, 2, WORD_INSTEAD}},
    {TAG('U', 'U', 'X'), {1, 11, 2, WORD_INSTEAD}},
    {TAG('V', 'E', 'R'), {1,  0, 0, 0}},
    {TAG('X', 'F', 'R'), {1,  0, 0, 0}},
};

/* Where in a table the rows of a letter begin: A to M, N to Z, and the end. */
typedef uint8_t letters[27];
static const letters client_letters = {
    0, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 3,
    4, 5, 6, 10, 11, 12, 14, 14, 17, 18, 18, 18, 18, 18
};
static const letters server_letters = {
    0, 6, 7, 12, 13, 13, 16, 19, 19, 24, 24, 24, 26,
    27, 30, 30, 32, 33, 38, 44, 44, 51, 52, 52, 53, 53, 53
};
/* clang-format on */

static const rule trid_alone = {1, 0, 0, 0};
static const rule neither = {0, 0, 0, 0};

/* From MSNP13 on an error can carry what it complains about: TrID and length, or more. */
static const rule error_reply = {1, 13, 2, SHORTER | NO_NUMBER};

/*@ requires 0x410000 <= tag && \forall integer k; 0 <= k <= 25 ==> first[k] <= first[k + 1] <= first[26];
  @ requires \valid_read(first + (0 .. 26)) && \valid_read(rows + (0 .. first[26] - 1));
  @ assigns \nothing; */
INLINE rule
row_of(const row *rows, const uint8_t *first, uint32_t tag, rule otherwise)
{
    uint32_t letter = tag / 65536u - 'A';
    if (letter > 25)
        return otherwise;
    /*@ loop invariant \exists integer i; first[letter] <= i <= first[letter + 1] && at == rows + i;
      @ loop assigns at; loop variant rows + first[letter + 1] - at; */
    for (const row *at = rows + first[letter]; at < rows + first[letter + 1]; at++)
        if (at->tag == tag)
            return at->r;
    return otherwise;
}

/*@ assigns \nothing; */
static APART rule
in_dialect(rule r, uint32_t dialect)
{
    if ((r.bits & TRID_TO_7) != 0 && dialect >= 8)
        r.trid_least = 0;
    if ((r.bits & VERSION_TO_9) != 0 && dialect < 10)
        r.trid_least++;
    if ((r.bits & PAYLOAD_TO_8) != 0 && dialect > 8)
        r.payload_least = 0;
    if ((r.bits & FILE_TO_12) != 0 && (dialect == 11 || dialect == 12))
        r.payload_least++;
    if ((r.bits & NETWORK_14_TO_17) != 0 && dialect >= 14 && dialect <= 17)
        r.payload_least++;
    if (dialect != 0 && dialect < r.since)
        r.payload_least = 0;
    return r;
}

/*@ assigns \nothing; */
rule
wyre_msnp_rule(uint32_t tag, uint32_t role)
{
    uint32_t dialect = role & WYRE_MSNP_DIALECT;
    rule r = error_reply;
    if (tag >= TAG('A', 0, 0) && (role & WYRE_MSNP_FROM_SERVER) != 0)
        r = row_of(from_server, server_letters, tag, neither);
    else if (tag >= TAG('A', 0, 0))
        r = row_of(from_client, client_letters, tag, trid_alone);
    if (dialect < r.since || (r.bits & CHANGED) != 0)
        return in_dialect(r, dialect);
    return r;
}

/*@ assigns \nothing; */
int
wyre_msnp_payload_rule(rule r, uint32_t count, int last)
{
    if (r.payload_least == 0)
        return PAYLOAD_NONE;
    if (last == LAST_LETTER && count > 0 && (r.bits & WORD_INSTEAD) != 0)
        return PAYLOAD_NONE;
    if (count < r.payload_least)
        return (r.bits & SHORTER) != 0 ? PAYLOAD_NONE : PAYLOAD_SHORT;
    if (last == LAST_DIGITS)
        return PAYLOAD_COUNTED;
    return (r.bits & NO_NUMBER) != 0 ? PAYLOAD_NONE : PAYLOAD_BAD;
}

/*@ requires \valid_read(field + (0 .. len - 1)); assigns \nothing; */
int
wyre_msnp_last(const uint8_t *field, size_t len)
{
    size_t i = 0;
    /*@ loop invariant i <= len; loop assigns i; loop variant len - i; */
    while (i < len && field[i] >= '0' && field[i] <= '9')
        i++;
    if (i == len && len > 0)
        return LAST_DIGITS;
    uint8_t lower = (uint8_t)(len > 0 ? field[0] | 0x20 : 0);
    return lower >= 'a' && lower <= 'z' ? LAST_LETTER : LAST_OTHER;
}

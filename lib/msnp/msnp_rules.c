/* The framing table, and who has a TrID. */
#include <wyre/msnp_command.h>
#include "rules.h"

enum { ANY = WYRE_MSNP_DIALECT_MAX };

enum {
    WORD_INSTEAD = 1, /* a last field that begins with a letter says that there is no payload: OK */
    SHORTER = 2       /* so does a line with fewer fields */
};

typedef struct row {
    uint32_t tag;
    uint8_t since, until; /* dialects */
    uint8_t least;        /* fields, the length among them */
    uint8_t instead;
} row;

/* clang-format off */
/* Sorted by name; one name's rows have dialects of their own, and where none is known the first row
 * holds: the one with the fewest fields. */
static const row from_client[] = {
    {TAG('A', 'D', 'L'), 13, ANY, 2, 0},
    {TAG('D', 'E', 'L'), 18, ANY, 2, 0},
    {TAG('F', 'Q', 'Y'), 13, ANY, 2, 0},
    {TAG('M', 'S', 'G'),  2, ANY, 3, 0},
    {TAG('N', 'O', 'T'),  2, ANY, 2, 0}, /* Escargot reads one; no client is known to send it */
    {TAG('P', 'A', 'G'),  2,   8, 3, 0},
    {TAG('P', 'G', 'D'),  9, ANY, 4, 0},
    {TAG('P', 'U', 'T'), 18, ANY, 2, 0},
    {TAG('Q', 'R', 'Y'),  6, ANY, 3, 0},
    {TAG('R', 'M', 'L'), 13, ANY, 2, 0},
    {TAG('S', 'D', 'C'),  5, ANY, 9, 0},
    {TAG('S', 'D', 'G'), 18, ANY, 2, 0},
    {TAG('U', 'U', 'M'), 14, ANY, 5, 0},
    {TAG('U', 'U', 'N'), 13, ANY, 4, SHORTER},
    {TAG('U', 'U', 'X'), 11, ANY, 2, 0},
    {TAG('V', 'A', 'S'), 18, ANY, 5, 0},
};

static const row from_server[] = {
    {TAG('A', 'D', 'L'), 13, ANY, 2, WORD_INSTEAD},
    {TAG('D', 'E', 'L'), 18, ANY, 3, WORD_INSTEAD},
    {TAG('F', 'Q', 'Y'), 13, ANY, 2, WORD_INSTEAD},
    {TAG('F', 'S', 'L'), 21, ANY, 1, WORD_INSTEAD},
    {TAG('G', 'C', 'F'), 13, ANY, 2, 0},
    {TAG('G', 'C', 'F'), 11,  12, 3, 0}, /* the file's name in front of the length */
    {TAG('G', 'E', 'T'), 21, ANY, 1, WORD_INSTEAD},
    {TAG('I', 'P', 'G'),  2, ANY, 1, 0},
    {TAG('M', 'S', 'G'),  2, ANY, 3, 0},
    {TAG('N', 'F', 'Y'), 18, ANY, 2, 0},
    {TAG('N', 'O', 'T'),  2, ANY, 1, 0},
    {TAG('P', 'U', 'T'), 18, ANY, 3, WORD_INSTEAD},
    {TAG('R', 'M', 'L'), 13, ANY, 2, WORD_INSTEAD},
    {TAG('S', 'D', 'G'), 18, ANY, 2, WORD_INSTEAD},
    {TAG('U', 'B', 'M'), 14, ANY, 6, 0},
    {TAG('U', 'B', 'N'), 13, ANY, 3, SHORTER},
    {TAG('U', 'B', 'X'), 11,  13, 2, 0},
    {TAG('U', 'B', 'X'), 14,  17, 3, 0}, /* the network in front of the length */
    {TAG('U', 'B', 'X'), 18, ANY, 2, 0},
    {TAG('U', 'U', 'N'), 13, ANY, 2, WORD_INSTEAD},
    {TAG('U', 'U', 'X'), 11, ANY, 2, WORD_INSTEAD},
};
/* clang-format on */

/* The first row of the name, by halving; rows[count] when there is none. */
static size_t
first_row(const row *rows, size_t count, uint32_t tag)
{
    size_t low = 0;
    while (count > 0) {
        size_t half = count / 2;
        if (rows[low + half].tag < tag) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return low;
}

static const row *
row_of(const row *rows, size_t count, const shape *s)
{
    uint32_t dialect = s->role & WYRE_MSNP_DIALECT;
    for (size_t i = first_row(rows, count, s->tag); i < count && rows[i].tag == s->tag; i++)
        if (dialect == 0 || (dialect >= rows[i].since && dialect <= rows[i].until))
            return &rows[i];
    return NULL;
}

/* From MSNP13 on an error can carry what it complains about: TrID and length, or more. */
static int
error_payload(const shape *s)
{
    uint32_t dialect = s->role & WYRE_MSNP_DIALECT;
    int counted = (dialect == 0 || dialect >= 13) && s->count > 1 && s->last == LAST_DIGITS;
    return counted ? PAYLOAD_COUNTED : PAYLOAD_NONE;
}

static const row *
row_for(const shape *s)
{
    if ((s->role & WYRE_MSNP_FROM_SERVER) != 0)
        return row_of(from_server, sizeof from_server / sizeof *from_server, s);
    return row_of(from_client, sizeof from_client / sizeof *from_client, s);
}

int
wyre_msnp_payload_possible(const shape *s)
{
    return s->tag < TAG('A', 0, 0) || row_for(s) != NULL;
}

int
wyre_msnp_payload_rule(const shape *s)
{
    if (s->tag < TAG('A', 0, 0))
        return error_payload(s);
    const row *r = row_for(s);
    if (r == NULL)
        return PAYLOAD_NONE;
    if (s->last == LAST_LETTER && s->count > 0 && (r->instead & WORD_INSTEAD) != 0)
        return PAYLOAD_NONE;
    if (s->count < r->least)
        return (r->instead & SHORTER) != 0 ? PAYLOAD_NONE : PAYLOAD_SHORT;
    return s->last == LAST_DIGITS ? PAYLOAD_COUNTED : PAYLOAD_BAD;
}

/* Replies, and the asynchronous commands that carry TrID 0. A name that is not here has none. */
static int
server_trid(const shape *s)
{
    uint32_t dialect = s->role & WYRE_MSNP_DIALECT;
    switch (s->tag) {
    case TAG('G', 'T', 'C'): /* alone in what SYN sets off from MSNP8 on */
    case TAG('B', 'L', 'P'):
        return s->count >= 2;
    case TAG('P', 'R', 'P'): /* below 10 a list version stands in front: 4 = TrID and version */
        return s->count >= (dialect >= 10 ? 3u : 4u);
    case TAG('L', 'S', 'T'):
    case TAG('L', 'S', 'G'):
        return dialect < 8;
    case TAG('A', 'D', 'C'):
    case TAG('A', 'D', 'D'):
    case TAG('A', 'D', 'G'):
    case TAG('A', 'D', 'L'):
    case TAG('A', 'C', 'K'):
    case TAG('A', 'N', 'S'):
    case TAG('C', 'A', 'L'):
    case TAG('C', 'H', 'G'):
    case TAG('C', 'H', 'L'):
    case TAG('C', 'V', 'Q'):
    case TAG('C', 'V', 'R'):
    case TAG('D', 'E', 'L'):
    case TAG('F', 'N', 'D'):
    case TAG('F', 'Q', 'Y'):
    case TAG('G', 'C', 'F'):
    case TAG('I', 'L', 'N'):
    case TAG('I', 'M', 'S'):
    case TAG('I', 'N', 'F'):
    case TAG('I', 'R', 'O'):
    case TAG('N', 'A', 'K'):
    case TAG('P', 'U', 'T'):
    case TAG('Q', 'R', 'Y'):
    case TAG('R', 'E', 'A'):
    case TAG('R', 'E', 'G'):
    case TAG('R', 'E', 'M'):
    case TAG('R', 'M', 'G'):
    case TAG('R', 'M', 'L'):
    case TAG('S', 'B', 'P'):
    case TAG('S', 'B', 'S'):
    case TAG('S', 'D', 'C'):
    case TAG('S', 'D', 'G'):
    case TAG('S', 'N', 'D'):
    case TAG('S', 'Y', 'N'):
    case TAG('U', 'R', 'L'):
    case TAG('U', 'S', 'R'):
    case TAG('U', 'U', 'N'):
    case TAG('U', 'U', 'X'):
    case TAG('V', 'E', 'R'):
    case TAG('X', 'F', 'R'):
        return 1;
    default:
        return s->tag < TAG('A', 0, 0); /* an error */
    }
}

int
wyre_msnp_trid_rule(const shape *s)
{
    if ((s->role & WYRE_MSNP_FROM_SERVER) != 0)
        return server_trid(s);
    return s->tag != TAG('P', 'N', 'G') && s->tag != TAG('O', 'U', 'T');
}

int
wyre_msnp_trid_is_due(uint32_t tag, uint32_t role)
{
    shape bare = {tag, role, 0, LAST_OTHER};
    return tag >= TAG('A', 0, 0) && wyre_msnp_trid_rule(&bare);
}

static int
all_between(const uint8_t *name, uint8_t low, uint8_t high)
{
    return name[0] >= low && name[0] <= high && name[1] >= low && name[1] <= high &&
           name[2] >= low && name[2] <= high;
}

/* name = 3 UPALPHA / 3 DIGIT, the second from servers only. */
int
wyre_msnp_is_name(const uint8_t *name, uint32_t role)
{
    return all_between(name, 'A', 'Z') ||
           ((role & WYRE_MSNP_FROM_SERVER) != 0 && all_between(name, '0', '9'));
}

int
wyre_msnp_last(const uint8_t *field, size_t len)
{
    size_t i = 0;
    while (i < len && field[i] >= '0' && field[i] <= '9')
        i++;
    if (i == len && len > 0)
        return LAST_DIGITS;
    uint8_t lower = (uint8_t)(len > 0 ? field[0] | 0x20 : 0);
    return lower >= 'a' && lower <= 'z' ? LAST_LETTER : LAST_OTHER;
}

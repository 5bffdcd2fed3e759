/* lib/msnp/msnp_rules.c: TrID and payload of each of the 17576 names there can be, from both sides and in
 * all dialects, as sections 3 and 4 of what is known of the protocol list them. */
#include <string.h>
#include "../../lib/msnp/rules.h"
#include "../test.h"

typedef struct payload {
    const char *name;
    uint32_t since, until; /* dialects; where none is known, the first row of a name counts */
    uint32_t least;        /* fields */
} payload;

/* clang-format off */
static const payload from_client[] = {
    {"ADL", 13, 21, 2}, {"DEL", 18, 21, 2}, {"FQY", 13, 21, 2}, {"MSG", 2, 21, 3}, {"NOT", 2, 21, 2},
    {"PAG",  2,  8, 3}, {"PGD",  9, 21, 4}, {"PUT", 18, 21, 2}, {"QRY", 6, 21, 3}, {"RML", 13, 21, 2},
    {"SDC",  5, 21, 9}, {"SDG", 18, 21, 2}, {"UUM", 14, 21, 5}, {"UUN", 13, 21, 4}, {"UUX", 11, 21, 2},
    {"VAS", 18, 21, 5},
};
static const payload from_server[] = {
    {"ADL", 13, 21, 2}, {"DEL", 18, 21, 3}, {"FQY", 13, 21, 2}, {"FSL", 21, 21, 1}, {"GCF", 13, 21, 2},
    {"GCF", 11, 12, 3}, {"GET", 21, 21, 1}, {"IPG", 2, 21, 1}, {"MSG", 2, 21, 3}, {"NFY", 18, 21, 2},
    {"NOT", 2, 21, 1}, {"PUT", 18, 21, 3}, {"RML", 13, 21, 2}, {"SDG", 18, 21, 2}, {"UBM", 14, 21, 6},
    {"UBN", 13, 21, 3}, {"UBX", 11, 13, 2}, {"UBX", 14, 17, 3}, {"UBX", 18, 21, 2}, {"UUN", 13, 21, 2},
    {"UUX", 11, 21, 2},
};
/* clang-format on */

/* What a server sends with a TrID, whatever else the line holds. */
static const char *const with_trid = "ADC ADD ADG ADL ACK ANS CAL CHG CHL CVQ CVR DEL FND FQY GCF "
                                     "ILN IMS INF IRO NAK PUT QRY REA REG REM RMG "
                                     "RML SBP SBS SDC SDG SND SYN URL USR UUN UUX VER XFR";

static uint32_t
payload_least(const payload *rows, size_t count, const char *name, uint32_t dialect)
{
    for (const payload *row = rows; row < rows + count; row++)
        if (strcmp(row->name, name) == 0 &&
            (dialect == 0 || (dialect >= row->since && dialect <= row->until)))
            return row->least;
    return 0;
}

static uint32_t
trid_least(const char *name, uint32_t dialect)
{
    if (strcmp(name, "GTC") == 0 || strcmp(name, "BLP") == 0)
        return 2;
    if (strcmp(name, "PRP") == 0)
        return dialect >= 10 ? 3 : 4;
    if (strcmp(name, "LST") == 0 || strcmp(name, "LSG") == 0)
        return dialect < 8 ? 1 : 0;
    return strstr(with_trid, name) != NULL ? 1 : 0;
}

static void
require_name(const char *name, uint32_t dialect)
{
    uint32_t tag = TAG(name[0], name[1], name[2]);
    rule server = wyre_msnp_rule(tag, dialect | WYRE_MSNP_FROM_SERVER);
    rule client = wyre_msnp_rule(tag, dialect);
    int silent = strcmp(name, "PNG") == 0 || strcmp(name, "OUT") == 0;
    REQUIRE(server.trid_least == trid_least(name, dialect), name);
    REQUIRE(client.trid_least == (silent ? 0 : 1), name);
    REQUIRE(server.payload_least == payload_least(from_server, COUNT(from_server), name, dialect),
            name);
    REQUIRE(client.payload_least == payload_least(from_client, COUNT(from_client), name, dialect),
            name);
}

TEST(every_name_of_three_letters)
{
    for (uint32_t dialect = 0; dialect <= 21; dialect++)
        for (char a = 'A'; a <= 'Z'; a++)
            for (char b = 'A'; b <= 'Z'; b++)
                for (char c = 'A'; c <= 'Z'; c++)
                    require_name((char[]){a, b, c, '\0'}, dialect);
}

TEST(an_error_has_a_payload_from_msnp13_on)
{
    for (uint32_t dialect = 0; dialect <= 21; dialect++) {
        rule r = wyre_msnp_rule(TAG('2', '4', '1'), dialect | WYRE_MSNP_FROM_SERVER);
        REQUIRE(r.trid_least == 1, "TrID");
        REQUIRE((r.payload_least > 0) == (dialect == 0 || dialect >= 13), "payload");
    }
}

TEST(what_is_no_name_has_nothing)
{
    rule server = wyre_msnp_rule(TAG('[', 'A', 'A'), WYRE_MSNP_FROM_SERVER);
    rule client = wyre_msnp_rule(TAG(0xff, 0xff, 0xff), 0);
    REQUIRE(server.trid_least == 0 && server.payload_least == 0, "server");
    REQUIRE(client.trid_least == 1 && client.payload_least == 0, "client");
}

TEST(names_are_three_capital_letters_or_a_server_s_three_digits)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        int letter = byte >= 'A' && byte <= 'Z';
        int digit = byte >= '0' && byte <= '9';
        REQUIRE(is_command_name(TAG(byte, 'A', 'Z'), 0) == letter, "first");
        REQUIRE(is_command_name(TAG('A', byte, 'Z'), 0) == letter, "second");
        REQUIRE(is_command_name(TAG('Z', 'A', byte), 0) == letter, "third");
        REQUIRE(is_command_name(TAG('0', byte, '9'), WYRE_MSNP_FROM_SERVER) == digit, "digit");
        REQUIRE(!is_command_name(TAG('0', byte, '9'), 0), "a client has no errors");
    }
}

RUN_TESTS("msnp_rules", TESTED(every_name_of_three_letters),
          TESTED(an_error_has_a_payload_from_msnp13_on), TESTED(what_is_no_name_has_nothing),
          TESTED(names_are_three_capital_letters_or_a_server_s_three_digits))

/* lib/smb/smb_protocol.c. */
#include "../test.h"
#include <wyre/smb.h>

/* clang-format off */
static const struct row {
    const char *hex, *name;
    wyre_status status;
    size_t n;
} rows[] = {
    {"ff534d42", "SMB1", WYRE_OK, 4},
    {"fe534d42 00", "SMB2", WYRE_OK, 4},
    {"fd534d42", "ENCRYPTED", WYRE_OK, 4},
    {"fc534d42", "COMPRESSED", WYRE_OK, 4},
    {"", "?", WYRE_E_LENGTH, 0},
    {"ff534d", "?", WYRE_E_LENGTH, 3},
    {"fb534d42", "?", WYRE_E_MAGIC, 0},
    {"ff534d43", "?", WYRE_E_MAGIC, 3},
    {"ff54", "?", WYRE_E_MAGIC, 1},
};
/* clang-format on */

TEST(protocol_is_what_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        uint8_t protocol = 0xa5;
        size_t n;
        assert_status(row->hex, wyre_smb_protocol(unit, in.len, &protocol, &n), row->status);
        assert_offset(row->hex, n, row->n);
        assert_string_equal(wyre_smb_protocol_name(protocol), row->name);
        free(unit);
    }
}

RUN_TESTS("smb_protocol", TESTED(protocol_is_what_the_row_says))

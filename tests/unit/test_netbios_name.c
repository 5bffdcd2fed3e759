/* lib/smb/netbios_name.c. The answer for FRED is from RFC 1001 14.1. */
#include "../properties/ring.h"
#include <wyre/netbios.h>

#define FRED "20 'EGFCEFEECACACACACACACACACACACACA'"

/* clang-format off */
static const struct row {
    const char *name, *hex;
    wyre_status status;
    size_t n;
    wyre_netbios_name fields;
} rows[] = {
    {"without scope", FRED "00", WYRE_OK, 34, {{33, 0}, "FRED            "}},
    {"a scope of two labels", FRED "03 'lab' 01 'x' 00 ff", WYRE_OK, 40, {{33, 6}, "FRED            "}},
    {"a suffix of its own", "20 'EGFCEFEECACACACACACACACACACACAAD' 00", WYRE_OK, 34,
     {{33, 0}, "FRED           \x03"}},
    {"nothing", "", WYRE_E_LENGTH, 0, {{0}, {0}}},
    {"a label of 31", "1f 'EGFCEFEECACACACACACACACACACACAC' 00", WYRE_E_VALUE, 0, {{0}, {0}}},
    {"a compression pointer for the name", "c00c 'FCEFEECACACACACACACACACACACACACA' 00", WYRE_E_VALUE, 0, {{0}, {0}}},
    {"a letter behind P", "20 'EGFCEFEECACACACACACACACACACACACQ' 00", WYRE_E_TEXT, 32, {{0}, {0}}},
    {"a letter before A", "20 '@GFCEFEECACACACACACACACACACACACA' 00", WYRE_E_TEXT, 1, {{0}, {0}}},
    {"lower case", "20 'egFCEFEECACACACACACACACACACACACA' 00", WYRE_E_TEXT, 1, {{0}, {0}}},
    {"letters are missing", "20 'EGFC'", WYRE_E_LENGTH, 5, {{0}, {0}}},
    {"the root byte is missing", FRED, WYRE_E_LENGTH, 33, {{0}, {0}}},
    {"a compression pointer for the scope", FRED "c00c", WYRE_E_VALUE, 33, {{0}, {0}}},
    {"a scope label of 64", FRED "40 00", WYRE_E_VALUE, 33, {{0}, {0}}},
    {"a scope label past the end", FRED "05 'lab' 00", WYRE_E_LENGTH, 38, {{0}, {0}}},
};
/* clang-format on */

TEST(name_decodes_or_is_refused_as_the_row_says)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_netbios_name got;
        size_t n;
        wyre_status status = wyre_netbios_name_decode(unit, in.len, 0, &got, &n);
        assert_status(row->name, status, row->status);
        assert_offset(row->name, n, row->n);
        assert_fields(row->name, &got, &row->fields, sizeof got);
        free(unit);
    }
}

RING(wyre_netbios_name, 0);
TEST(name_keeps_the_laws)
{
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        if (row->status == WYRE_OK)
            ring_holds(&wyre_netbios_name_ring, row->name, in.at, in.len, 0);
    }
}

/* 255 bytes are 33 of the name, 221 of scope and the root byte. */
static bytes
long_name(uint8_t last_label)
{
    bytes b = hex(FRED);
    for (int i = 0; i < 3; i++) {
        b.at[b.len] = 63;
        memset(b.at + b.len + 1, 'a', 63);
        b.len += 64;
    }
    b.at[b.len] = last_label;
    memset(b.at + b.len + 1, 'b', last_label);
    b.len += 1u + last_label;
    b.at[b.len++] = 0;
    return b;
}

TEST(a_name_may_have_255_bytes_and_no_more)
{
    wyre_netbios_name m;
    size_t n;
    bytes fits = long_name(28);
    assert_int_equal(fits.len, 255);
    assert_status("255", wyre_netbios_name_decode(fits.at, fits.len, 0, &m, &n), WYRE_OK);
    assert_offset("255", n, 255);
    assert_status("255", wyre_netbios_name_encode(&m, fits.at, fits.len, NULL, 0, &n),
                  WYRE_E_SPACE);
    m.scope.len++;
    assert_status("256", wyre_netbios_name_encode(&m, fits.at, fits.len, NULL, 0, &n),
                  WYRE_E_RANGE);
    bytes over = long_name(29);
    assert_status("256", wyre_netbios_name_decode(over.at, over.len, 0, &m, &n), WYRE_E_LIMIT);
    assert_offset("256", n, 255);
}

TEST(a_scope_that_is_no_row_of_labels_is_not_written)
{
    static const struct {
        const char *name, *hex;
    } bad[] = {{"a root byte inside", "00 01 'a'"},
               {"a pointer", "c00c"},
               {"a label cut short", "03 'ab'"}};
    for (size_t i = 0; i < COUNT(bad); i++) {
        bytes src = hex(bad[i].hex);
        wyre_netbios_name m = {{0, (uint32_t)src.len}, "FRED           "};
        assert_status(bad[i].name, wyre_netbios_name_encode(&m, src.at, src.len, NULL, 0, NULL),
                      WYRE_E_RANGE);
    }
}

TEST(names_are_made_from_text)
{
    uint8_t name[16];
    uint8_t letters[32];
    size_t n;
    assert_status("fred", wyre_netbios_name_make((const uint8_t *)"fReD", 4, 0x20, name), WYRE_OK);
    assert_memory_equal(name, "FRED            ", 16);
    assert_status("letters", wyre_netbios_first_level_encode(name, letters), WYRE_OK);
    assert_memory_equal(letters, "EGFCEFEECACACACACACACACACACACACA", 32);
    assert_status("*", wyre_netbios_name_make((const uint8_t *)"*", 1, 0x20, name), WYRE_OK);
    assert_memory_equal(name, "*\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
    assert_status("none", wyre_netbios_name_make(NULL, 0, 0, name), WYRE_OK);
    assert_memory_equal(name, "               \0", 16);
    assert_status("15", wyre_netbios_name_make((const uint8_t *)"123456789012345", 15, 3, name),
                  WYRE_OK);
    assert_memory_equal(name, "123456789012345\x03", 16);
    assert_status("16", wyre_netbios_name_make((const uint8_t *)"1234567890123456", 16, 3, name),
                  WYRE_E_RANGE);
    memset(letters, 'Q', 32);
    assert_status("Q", wyre_netbios_first_level_decode(letters, name, &n), WYRE_E_TEXT);
    assert_offset("Q", n, 0);
    assert_memory_equal(name, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
}

#define WORKSTATION "20 'EGFCEFEECACACACACACACACACACACAAA' 00"

RING(wyre_netbios_session_request, 0);
TEST(session_request_keeps_the_laws)
{
    bytes in = hex(FRED "00" WORKSTATION);
    wyre_netbios_session_request m;
    size_t n;
    assert_int_equal(in.len, 68);
    assert_status("two names", wyre_netbios_session_request_decode(in.at, in.len, 0, &m, &n),
                  WYRE_OK);
    assert_offset("two names", n, 68);
    assert_memory_equal(m.called, "FRED            ", 16);
    assert_memory_equal(m.calling, "FRED           \0", 16);
    ring_holds(&wyre_netbios_session_request_ring, "two names", in.at, in.len, 0);
    in = hex(FRED "02 'ab' 00" FRED "01 'c' 00");
    ring_holds(&wyre_netbios_session_request_ring, "scopes", in.at, in.len, 0);
}

RUN_TESTS("netbios_name", TESTED(name_decodes_or_is_refused_as_the_row_says),
          TESTED(name_keeps_the_laws), TESTED(a_name_may_have_255_bytes_and_no_more),
          TESTED(a_scope_that_is_no_row_of_labels_is_not_written), TESTED(names_are_made_from_text),
          TESTED(session_request_keeps_the_laws))

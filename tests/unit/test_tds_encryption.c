/* lib/tds/tds_encryption.c: the tables of [MS-TDS] 2.2.6.5. */
#include "../test.h"
#include <wyre/tds.h>

enum { OFF, ON, NOT_SUP, REQ };

TEST(server_answers_as_the_table_says)
{
    static const uint8_t table[4][4] = {
        /* policy:   OFF      ON   NOT_SUP  REQ */
        /* OFF */ {OFF, REQ, NOT_SUP, REQ},
        /* ON */ {ON, ON, NOT_SUP, ON},
        /* NOT_SUP */ {NOT_SUP, REQ, NOT_SUP, REQ},
        /* REQ, which clients do not send */ {NOT_SUP, REQ, NOT_SUP, REQ},
    };
    for (uint8_t client = 0; client < 4; client++)
        for (uint8_t policy = 0; policy < 4; policy++) {
            assert_int_equal(wyre_tds_encryption_answer(client, policy), table[client][policy]);
            assert_int_equal(wyre_tds_encryption_answer(client | 0x80, policy),
                             table[client][policy]);
        }
}

TEST(outcome_is_as_the_table_says)
{
    static const char *const table[4][4] = {
        /* server:   OFF          ON         NOT_SUP      REQ */
        /* OFF */ {"LOGIN", "ALL", "NONE", "ALL"},
        /* ON */ {"DOWNGRADE", "ALL", "DOWNGRADE", "ALL"},
        /* NOT_SUP */ {"INVALID", "REFUSED", "NONE", "REFUSED"},
        /* REQ */ {"INVALID", "INVALID", "INVALID", "INVALID"},
    };
    for (uint8_t client = 0; client < 4; client++)
        for (uint8_t server = 0; server < 4; server++) {
            uint32_t outcome = wyre_tds_encryption_outcome(client, server);
            assert_string_equal(wyre_tds_encryption_outcome_name(outcome), table[client][server]);
            outcome = wyre_tds_encryption_outcome(client | 0x80, server | 0x40);
            assert_string_equal(wyre_tds_encryption_outcome_name(outcome), table[client][server]);
        }
    for (uint8_t value = 4; value < 0x40; value++) {
        assert_int_equal(wyre_tds_encryption_outcome(value, 0), WYRE_TDS_ENCRYPTION_INVALID);
        assert_int_equal(wyre_tds_encryption_outcome(0, value), WYRE_TDS_ENCRYPTION_INVALID);
    }
}

TEST(values_have_names)
{
    assert_string_equal(wyre_tds_encryption_name(0x80), "OFF");
    assert_string_equal(wyre_tds_encryption_name(3), "REQ");
    assert_string_equal(wyre_tds_encryption_name(4), "?");
    assert_string_equal(wyre_tds_encryption_outcome_name(6), "?");
}

RUN_TESTS("tds_encryption", TESTED(server_answers_as_the_table_says),
          TESTED(outcome_is_as_the_table_says), TESTED(values_have_names))

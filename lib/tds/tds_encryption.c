/* The choice of encryption: [MS-TDS] 2.2.6.5, 3.2.5.2, 3.3.5.1. */
#include <wyre/tds_prelogin.h>
#include "../core/names.h"

static const constant_name tds_encryption_names[] = {
    NAME(WYRE_TDS_ENCRYPT_, OFF),
    NAME(WYRE_TDS_ENCRYPT_, ON),
    NAME(WYRE_TDS_ENCRYPT_, NOT_SUP),
    NAME(WYRE_TDS_ENCRYPT_, REQ),
};

const char *
wyre_tds_encryption_name(uint8_t encryption)
{
    return NAME_OF(tds_encryption_names, encryption & WYRE_TDS_ENCRYPT_MASK);
}

static const constant_name tds_encryption_outcome_names[] = {
    NAME(WYRE_TDS_ENCRYPTION_, NONE),      NAME(WYRE_TDS_ENCRYPTION_, LOGIN),
    NAME(WYRE_TDS_ENCRYPTION_, ALL),       NAME(WYRE_TDS_ENCRYPTION_, REFUSED),
    NAME(WYRE_TDS_ENCRYPTION_, DOWNGRADE), NAME(WYRE_TDS_ENCRYPTION_, INVALID),
};

const char *
wyre_tds_encryption_outcome_name(uint32_t outcome)
{
    return NAME_OF(tds_encryption_outcome_names, outcome);
}

uint8_t
wyre_tds_encryption_answer(uint8_t client, uint8_t policy)
{
    uint8_t asked = client & WYRE_TDS_ENCRYPT_MASK;
    if (policy == WYRE_TDS_ENCRYPT_NOT_SUP)
        return WYRE_TDS_ENCRYPT_NOT_SUP;
    if (asked == WYRE_TDS_ENCRYPT_ON)
        return WYRE_TDS_ENCRYPT_ON;
    if (policy != WYRE_TDS_ENCRYPT_OFF)
        return WYRE_TDS_ENCRYPT_REQ;
    return asked == WYRE_TDS_ENCRYPT_OFF ? WYRE_TDS_ENCRYPT_OFF : WYRE_TDS_ENCRYPT_NOT_SUP;
}

uint32_t
wyre_tds_encryption_outcome(uint8_t client, uint8_t server)
{
    enum {
        NONE = WYRE_TDS_ENCRYPTION_NONE,
        LOGIN = WYRE_TDS_ENCRYPTION_LOGIN,
        ALL = WYRE_TDS_ENCRYPTION_ALL,
        REFUSED = WYRE_TDS_ENCRYPTION_REFUSED,
        DOWNGRADE = WYRE_TDS_ENCRYPTION_DOWNGRADE,
        INVALID = WYRE_TDS_ENCRYPTION_INVALID
    };
    /* A row for each client's value, a column for each server's: OFF, ON, NOT_SUP, REQ. An OFF to a
     * client without TLS promises an encrypted login that cannot be. */
    static const uint8_t matrix[3][4] = {
        {LOGIN, ALL, NONE, ALL},
        {DOWNGRADE, ALL, DOWNGRADE, ALL},
        {INVALID, REFUSED, NONE, REFUSED},
    };
    uint8_t row = client & WYRE_TDS_ENCRYPT_MASK;
    uint8_t column = server & WYRE_TDS_ENCRYPT_MASK;
    return row < 3 && column < 4 ? matrix[row][column] : INVALID;
}

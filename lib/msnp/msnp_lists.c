/* Contact lists and settings: until MSNP12 command by command, from MSNP13 on in payloads. */
#include <wyre/msnp_lists.h>
#include "../core/names.h"
#include "fields.h"

static const constant_name msnp_list_names[] = {
    NAME(WYRE_MSNP_LIST_, FORWARD), NAME(WYRE_MSNP_LIST_, ALLOW),   NAME(WYRE_MSNP_LIST_, BLOCK),
    NAME(WYRE_MSNP_LIST_, REVERSE), NAME(WYRE_MSNP_LIST_, PENDING),
};

const char *
wyre_msnp_list_name(uint32_t bit)
{
    return NAME_OF(msnp_list_names, bit);
}

static const constant_name msnp_network_names[] = {
    NAME(WYRE_MSNP_NETWORK_, WINDOWS_LIVE), NAME(WYRE_MSNP_NETWORK_, OFFICE),
    NAME(WYRE_MSNP_NETWORK_, TELEPHONE),    NAME(WYRE_MSNP_NETWORK_, MNI),
    NAME(WYRE_MSNP_NETWORK_, CIRCLE),       NAME(WYRE_MSNP_NETWORK_, TEMPORARY_GROUP),
    NAME(WYRE_MSNP_NETWORK_, SMTP),         NAME(WYRE_MSNP_NETWORK_, YAHOO),
};

const char *
wyre_msnp_network_name(uint32_t network_id)
{
    return NAME_OF(msnp_network_names, network_id);
}

/* ---- synchronisation and settings ---------------------------------------------------------------- */

#define SYN(m, len)                                                                                \
    WITHIN((m)->version, len) && WITHIN((m)->second_version, len) && WITHIN((m)->contacts, len) && \
        WITHIN((m)->groups, len)
/*@ LAYS(f, m, SYN); */
static void
syn(fields *f, wyre_msnp_syn *m)
{
    WORD(f, m, version);
    if (DIALECT(m) >= 10)
        WORD(f, m, second_version);
    if (FROM_SERVER(m)) {
        OPTIONAL(f, m, contacts);
        OPTIONAL(f, m, groups);
    }
}

/*@ VIEWS(in, in_len, command, out, n, SYN); */
VIEW(wyre_msnp_syn, syn, "SYN", NS)

#define BLP(m, len) WITHIN((m)->list_version, len) && WITHIN((m)->value, len)
/*@ LAYS(f, m, BLP); */
static void
blp(fields *f, wyre_msnp_blp *m)
{
    if (FROM_SERVER(m))
        LEADING(f, m, list_version, 1);
    WORD(f, m, value);
}

/*@ VIEWS(in, in_len, command, out, n, BLP); */
VIEW(wyre_msnp_blp, blp, "BLP GTC", NS)

#define PRP(m, len)                                                                                \
    WITHIN((m)->list_version, len) && WITHIN((m)->key, len) && WITHIN((m)->value, len)
/*@ LAYS(f, m, PRP); */
static void
prp(fields *f, wyre_msnp_prp *m)
{
    if (FROM_SERVER(m))
        LEADING(f, m, list_version, 2);
    WORD(f, m, key);
    OPTIONAL(f, m, value);
}

/*@ VIEWS(in, in_len, command, out, n, PRP); */
VIEW(wyre_msnp_prp, prp, "PRP", NS)

/* 5-7 begin with the version; later it is there only with a handle, and both can be missing. */
#define BPR(m, len)                                                                                \
    WITHIN((m)->list_version, len) && WITHIN((m)->handle, len) && WITHIN((m)->key, len) &&         \
        WITHIN((m)->value, len)
/*@ LAYS(f, m, BPR); */
static void
bpr(fields *f, wyre_msnp_bpr *m)
{
    if (DIALECT(m) < 8)
        WORD(f, m, list_version);
    else
        LEADING(f, m, list_version, 3);
    LEADING(f, m, handle, 2);
    WORD(f, m, key);
    OPTIONAL(f, m, value);
}

/*@ VIEWS(in, in_len, command, out, n, BPR); */
VIEW(wyre_msnp_bpr, bpr, "BPR", SERVER_NS)

/* ---- groups and contacts ------------------------------------------------------------------------- */

#define LSG(m, len)                                                                                \
    WITHIN((m)->list_version, len) && WITHIN((m)->group_id, len) &&                                \
        WITHIN((m)->group_name, len) && WITHIN((m)->group_guid, len) && WITHIN((m)->reserved, len)
/*@ LAYS(f, m, LSG); */
static void
lsg(fields *f, wyre_msnp_lsg *m)
{
    if (DIALECT(m) < 8) {
        WORD(f, m, list_version);
        NUMBER(f, m, index);
        NUMBER(f, m, total);
    }
    if (DIALECT(m) < 10)
        WORD(f, m, group_id);
    TEXT(f, m, group_name);
    if (DIALECT(m) < 10)
        OPTIONAL(f, m, reserved);
    else
        WORD(f, m, group_guid);
}

/*@ VIEWS(in, in_len, command, out, n, LSG); */
VIEW(wyre_msnp_lsg, lsg, "LSG", SERVER_NS)

/* An empty list is said by index and total 0. */
#define LST(m, len)                                                                                \
    WITHIN((m)->list, len) && WITHIN((m)->list_version, len) && WITHIN((m)->handle, len) &&        \
        WITHIN((m)->friendly_name, len) && WITHIN((m)->contact_guid, len) &&                       \
        WITHIN((m)->type, len) && WITHIN((m)->groups, len)
/*@ LAYS(f, m, LST); */
static void
lst_until_7(fields *f, wyre_msnp_lst *m)
{
    WORD(f, m, list);
    WORD(f, m, list_version);
    NUMBER(f, m, index);
    NUMBER(f, m, total);
    OPTIONAL(f, m, handle);
    OPTIONAL(f, m, friendly_name);
    OPTIONAL(f, m, groups);
}

/*@ LAYS(f, m, LST); */
static void
lst_from_10(fields *f, wyre_msnp_lst *m)
{
    TAGGED(f, m, handle, 'N');
    TAGGED(f, m, friendly_name, 'F');
    TAGGED(f, m, contact_guid, 'C');
    FLAGS(f, m, lists);
    if (DIALECT(m) >= 12)
        OPTIONAL(f, m, type);
    OPTIONAL(f, m, groups);
}

/*@ LAYS(f, m, LST); */
static void
lst(fields *f, wyre_msnp_lst *m)
{
    if (DIALECT(m) < 8) {
        lst_until_7(f, m);
    } else if (DIALECT(m) >= 10) {
        lst_from_10(f, m);
    } else {
        WORD(f, m, handle);
        TEXT(f, m, friendly_name);
        FLAGS(f, m, lists);
        OPTIONAL(f, m, groups);
    }
}

/*@ VIEWS(in, in_len, command, out, n, LST); */
VIEW(wyre_msnp_lst, lst, "LST", SERVER_NS)

#define ADD(m, len)                                                                                \
    WITHIN((m)->list, len) && WITHIN((m)->list_version, len) && WITHIN((m)->handle, len) &&        \
        WITHIN((m)->friendly_name, len) && WITHIN((m)->group_id, len)
/*@ LAYS(f, m, ADD); */
static void
add(fields *f, wyre_msnp_add *m)
{
    WORD(f, m, list);
    if (FROM_SERVER(m))
        WORD(f, m, list_version);
    WORD(f, m, handle);
    TEXT(f, m, friendly_name);
    OPTIONAL(f, m, group_id);
}

/*@ VIEWS(in, in_len, command, out, n, ADD); */
VIEW(wyre_msnp_add, add, "ADD", NS)

#define ADC(m, len)                                                                                \
    WITHIN((m)->list, len) && WITHIN((m)->handle, len) && WITHIN((m)->friendly_name, len) &&       \
        WITHIN((m)->contact_guid, len) && WITHIN((m)->group_guid, len)
/*@ LAYS(f, m, ADC); */
static void
adc(fields *f, wyre_msnp_adc *m)
{
    WORD(f, m, list);
    TAGGED(f, m, handle, 'N');
    TAGGED(f, m, friendly_name, 'F');
    TAGGED(f, m, contact_guid, 'C');
    OPTIONAL(f, m, group_guid);
}

/*@ VIEWS(in, in_len, command, out, n, ADC); */
VIEW(wyre_msnp_adc, adc, "ADC", NS)

#define REM(m, len)                                                                                \
    WITHIN((m)->list, len) && WITHIN((m)->list_version, len) && WITHIN((m)->contact, len) &&       \
        WITHIN((m)->group, len)
/*@ LAYS(f, m, REM); */
static void
rem(fields *f, wyre_msnp_rem *m)
{
    WORD(f, m, list);
    if (FROM_SERVER(m) && DIALECT(m) < 10)
        WORD(f, m, list_version);
    WORD(f, m, contact);
    OPTIONAL(f, m, group);
}

/*@ VIEWS(in, in_len, command, out, n, REM); */
VIEW(wyre_msnp_rem, rem, "REM", NS)

#define REA(m, len)                                                                                \
    WITHIN((m)->list_version, len) && WITHIN((m)->handle, len) && WITHIN((m)->friendly_name, len)
/*@ LAYS(f, m, REA); */
static void
rea(fields *f, wyre_msnp_rea *m)
{
    if (FROM_SERVER(m))
        WORD(f, m, list_version);
    WORD(f, m, handle);
    TEXT(f, m, friendly_name);
}

/*@ VIEWS(in, in_len, command, out, n, REA); */
VIEW(wyre_msnp_rea, rea, "REA", NS)

#define SBP(m, len)                                                                                \
    WITHIN((m)->contact_guid, len) && WITHIN((m)->key, len) && WITHIN((m)->value, len)
/*@ LAYS(f, m, SBP); */
static void
sbp(fields *f, wyre_msnp_sbp *m)
{
    WORD(f, m, contact_guid);
    WORD(f, m, key);
    OPTIONAL(f, m, value);
}

/*@ VIEWS(in, in_len, command, out, n, SBP); */
VIEW(wyre_msnp_sbp, sbp, "SBP", NS)

#define ADG(m, len)                                                                                \
    WITHIN((m)->list_version, len) && WITHIN((m)->group_name, len) &&                              \
        WITHIN((m)->group_id, len) && WITHIN((m)->reserved, len)
/*@ LAYS(f, m, ADG); */
static void
adg(fields *f, wyre_msnp_adg *m)
{
    if (FROM_SERVER(m))
        LEADING(f, m, list_version, 3);
    TEXT(f, m, group_name);
    if (FROM_SERVER(m))
        WORD(f, m, group_id);
    OPTIONAL(f, m, reserved);
}

/*@ VIEWS(in, in_len, command, out, n, ADG); */
VIEW(wyre_msnp_adg, adg, "ADG", NS)

#define RMG(m, len) WITHIN((m)->list_version, len) && WITHIN((m)->group_id, len)
/*@ LAYS(f, m, RMG); */
static void
rmg(fields *f, wyre_msnp_rmg *m)
{
    if (FROM_SERVER(m))
        LEADING(f, m, list_version, 1);
    WORD(f, m, group_id);
}

/*@ VIEWS(in, in_len, command, out, n, RMG); */
VIEW(wyre_msnp_rmg, rmg, "RMG", NS)

/* From 10 on servers answer with the name in front of the GUID. */
#define REG(m, len)                                                                                \
    WITHIN((m)->list_version, len) && WITHIN((m)->group_id, len) &&                                \
        WITHIN((m)->group_name, len) && WITHIN((m)->reserved, len)
/*@ LAYS(f, m, REG); */
static void
reg(fields *f, wyre_msnp_reg *m)
{
    int name_first = FROM_SERVER(m) && DIALECT(m) >= 10;
    if (FROM_SERVER(m))
        WORD(f, m, list_version);
    if (name_first)
        TEXT(f, m, group_name);
    WORD(f, m, group_id);
    if (!name_first)
        TEXT(f, m, group_name);
    OPTIONAL(f, m, reserved);
}

/*@ VIEWS(in, in_len, command, out, n, REG); */
VIEW(wyre_msnp_reg, reg, "REG", NS)

/* ---- in payloads --------------------------------------------------------------------------------- */

#define ADL(m, len) \true
/*@ LAYS(f, m, ADL); */
static void
adl(fields *f, wyre_msnp_adl *m)
{
    if (FROM_SERVER(m))
        MARK(f, m, ok, "OK");
}

/*@ VIEWS(in, in_len, command, out, n, ADL); */
VIEW(wyre_msnp_adl, adl, "ADL DEL FQY PUT RML SDG UUX", NS)

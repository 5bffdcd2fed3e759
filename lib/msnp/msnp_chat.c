/* Switchboards, and messages from user to user. */
#include <wyre/msnp_chat.h>
#include "fields.h"

/* ---- into a session ------------------------------------------------------------------------------ */

static void
rng(fields *f, wyre_msnp_rng *m)
{
    WORD(f, m, session_id);
    WORD(f, m, address);
    WORD(f, m, security_package);
    WORD(f, m, ticket);
    WORD(f, m, handle);
    TEXT(f, m, friendly_name);
    OPTIONAL(f, m, flag);
    OPTIONAL(f, m, host);
    OPTIONAL(f, m, second_flag);
}

VIEW(wyre_msnp_rng, rng, "RNG", SERVER_NS)

static void
chat_usr(fields *f, wyre_msnp_chat_usr *m)
{
    if (FROM_SERVER(m)) {
        MARK(f, m, ok, "OK");
        WORD(f, m, handle);
        TEXT(f, m, friendly_name);
    } else {
        WORD(f, m, handle);
        WORD(f, m, ticket);
    }
}

VIEW(wyre_msnp_chat_usr, chat_usr, "USR", SB)

static void
ans(fields *f, wyre_msnp_ans *m)
{
    if (FROM_SERVER(m)) {
        MARK(f, m, ok, "OK");
    } else {
        WORD(f, m, handle);
        WORD(f, m, ticket);
        WORD(f, m, session_id);
    }
}

VIEW(wyre_msnp_ans, ans, "ANS", SB)

static void
iro(fields *f, wyre_msnp_iro *m)
{
    NUMBER(f, m, index);
    NUMBER(f, m, total);
    WORD(f, m, handle);
    TEXT(f, m, friendly_name);
    OPTIONAL(f, m, capabilities);
}

VIEW(wyre_msnp_iro, iro, "IRO", SERVER_SB)

static void
cal(fields *f, wyre_msnp_cal *m)
{
    if (FROM_SERVER(m)) {
        WORD(f, m, result);
        WORD(f, m, session_id);
    } else {
        WORD(f, m, handle);
    }
}

VIEW(wyre_msnp_cal, cal, "CAL", SB)

static void
joi(fields *f, wyre_msnp_joi *m)
{
    WORD(f, m, handle);
    TEXT(f, m, friendly_name);
    OPTIONAL(f, m, capabilities);
}

VIEW(wyre_msnp_joi, joi, "JOI", SERVER_SB)

static void
bye(fields *f, wyre_msnp_bye *m)
{
    WORD(f, m, handle);
    OPTIONAL(f, m, reason);
}

VIEW(wyre_msnp_bye, bye, "BYE", SERVER_SB)

/* ---- messages ------------------------------------------------------------------------------------ */

static void
msg(fields *f, wyre_msnp_msg *m)
{
    if (FROM_SERVER(m)) {
        WORD(f, m, handle);
        TEXT(f, m, friendly_name);
    } else {
        WORD(f, m, acknowledgement);
    }
}

VIEW(wyre_msnp_msg, msg, "MSG", ANYONE)

static void
uum(fields *f, wyre_msnp_uum *m)
{
    WORD(f, m, handle);
    NUMBER(f, m, network_id);
    NUMBER(f, m, type);
}

VIEW(wyre_msnp_uum, uum, "UUM", CLIENT_NS)

static void
ubm(fields *f, wyre_msnp_ubm *m)
{
    WORD(f, m, handle);
    NUMBER(f, m, network_id);
    WORD(f, m, to_handle);
    NUMBER(f, m, to_network_id);
    NUMBER(f, m, type);
}

VIEW(wyre_msnp_ubm, ubm, "UBM", SERVER_NS)

static void
uun(fields *f, wyre_msnp_uun *m)
{
    if (FROM_SERVER(m))
        MARK(f, m, ok, "OK");
    if (!FROM_SERVER(m)) {
        WORD(f, m, handle);
        NUMBER(f, m, type);
    }
}

VIEW(wyre_msnp_uun, uun, "UUN", NS)

static void
ubn(fields *f, wyre_msnp_ubn *m)
{
    WORD(f, m, handle);
    NUMBER(f, m, type);
}

VIEW(wyre_msnp_ubn, ubn, "UBN", SERVER_NS)

/* ---- to those who are away ----------------------------------------------------------------------- */

static void
pgd(fields *f, wyre_msnp_pgd *m)
{
    WORD(f, m, handle);
    OPTIONAL(f, m, device);
}

VIEW(wyre_msnp_pgd, pgd, "PAG PGD", CLIENT_NS)

static void
sdc(fields *f, wyre_msnp_sdc *m)
{
    if (FROM_SERVER(m)) {
        MARK(f, m, ok, "OK");
        return;
    }
    WORD(f, m, handle);
    WORD(f, m, locale);
    WORD(f, m, client_name);
    WORD(f, m, brand);
    WORD(f, m, first_x);
    WORD(f, m, second_x);
    TEXT(f, m, friendly_name);
}

VIEW(wyre_msnp_sdc, sdc, "SDC", NS)

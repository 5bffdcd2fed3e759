/* Switchboards, and messages from user to user. */
#include <wyre/msnp_chat.h>
#include "fields.h"

/* ---- into a session ------------------------------------------------------------------------------ */

#define RNG(m, len)                                                                                \
    WITHIN((m)->session_id, len) && WITHIN((m)->address, len) &&                                   \
        WITHIN((m)->security_package, len) && WITHIN((m)->ticket, len) &&                          \
        WITHIN((m)->handle, len) && WITHIN((m)->friendly_name, len) && WITHIN((m)->flag, len) &&   \
        WITHIN((m)->host, len) && WITHIN((m)->second_flag, len)
/*@ LAYS(f, m, RNG); */
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

/*@ VIEWS(in, in_len, command, out, n, RNG); */
VIEW(wyre_msnp_rng, rng, "RNG", SERVER_NS)

#define CHAT_USR(m, len)                                                                           \
    WITHIN((m)->handle, len) && WITHIN((m)->ticket, len) && WITHIN((m)->friendly_name, len)
/*@ LAYS(f, m, CHAT_USR); */
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

/*@ VIEWS(in, in_len, command, out, n, CHAT_USR); */
VIEW(wyre_msnp_chat_usr, chat_usr, "USR", SB)

#define ANS(m, len)                                                                                \
    WITHIN((m)->handle, len) && WITHIN((m)->ticket, len) && WITHIN((m)->session_id, len)
/*@ LAYS(f, m, ANS); */
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

/*@ VIEWS(in, in_len, command, out, n, ANS); */
VIEW(wyre_msnp_ans, ans, "ANS", SB)

#define IRO(m, len)                                                                                \
    WITHIN((m)->handle, len) && WITHIN((m)->friendly_name, len) && WITHIN((m)->capabilities, len)
/*@ LAYS(f, m, IRO); */
static void
iro(fields *f, wyre_msnp_iro *m)
{
    NUMBER(f, m, index);
    NUMBER(f, m, total);
    WORD(f, m, handle);
    TEXT(f, m, friendly_name);
    OPTIONAL(f, m, capabilities);
}

/*@ VIEWS(in, in_len, command, out, n, IRO); */
VIEW(wyre_msnp_iro, iro, "IRO", SERVER_SB)

#define CAL(m, len)                                                                                \
    WITHIN((m)->handle, len) && WITHIN((m)->result, len) && WITHIN((m)->session_id, len)
/*@ LAYS(f, m, CAL); */
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

/*@ VIEWS(in, in_len, command, out, n, CAL); */
VIEW(wyre_msnp_cal, cal, "CAL", SB)

#define JOI(m, len)                                                                                \
    WITHIN((m)->handle, len) && WITHIN((m)->friendly_name, len) && WITHIN((m)->capabilities, len)
/*@ LAYS(f, m, JOI); */
static void
joi(fields *f, wyre_msnp_joi *m)
{
    WORD(f, m, handle);
    TEXT(f, m, friendly_name);
    OPTIONAL(f, m, capabilities);
}

/*@ VIEWS(in, in_len, command, out, n, JOI); */
VIEW(wyre_msnp_joi, joi, "JOI", SERVER_SB)

#define BYE(m, len) WITHIN((m)->handle, len) && WITHIN((m)->reason, len)
/*@ LAYS(f, m, BYE); */
static void
bye(fields *f, wyre_msnp_bye *m)
{
    WORD(f, m, handle);
    OPTIONAL(f, m, reason);
}

/*@ VIEWS(in, in_len, command, out, n, BYE); */
VIEW(wyre_msnp_bye, bye, "BYE", SERVER_SB)

/* ---- messages ------------------------------------------------------------------------------------ */

#define MSG(m, len)                                                                                \
    WITHIN((m)->acknowledgement, len) && WITHIN((m)->handle, len) && WITHIN((m)->friendly_name, len)
/*@ LAYS(f, m, MSG); */
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

/*@ VIEWS(in, in_len, command, out, n, MSG); */
VIEW(wyre_msnp_msg, msg, "MSG", ANYONE)

#define UUM(m, len) WITHIN((m)->handle, len)
/*@ LAYS(f, m, UUM); */
static void
uum(fields *f, wyre_msnp_uum *m)
{
    WORD(f, m, handle);
    NUMBER(f, m, network_id);
    NUMBER(f, m, type);
}

/*@ VIEWS(in, in_len, command, out, n, UUM); */
VIEW(wyre_msnp_uum, uum, "UUM", CLIENT_NS)

#define UBM(m, len) WITHIN((m)->handle, len) && WITHIN((m)->to_handle, len)
/*@ LAYS(f, m, UBM); */
static void
ubm(fields *f, wyre_msnp_ubm *m)
{
    WORD(f, m, handle);
    NUMBER(f, m, network_id);
    WORD(f, m, to_handle);
    NUMBER(f, m, to_network_id);
    NUMBER(f, m, type);
}

/*@ VIEWS(in, in_len, command, out, n, UBM); */
VIEW(wyre_msnp_ubm, ubm, "UBM", SERVER_NS)

#define UUN(m, len) WITHIN((m)->handle, len)
/*@ LAYS(f, m, UUN); */
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

/*@ VIEWS(in, in_len, command, out, n, UUN); */
VIEW(wyre_msnp_uun, uun, "UUN", NS)

#define UBN(m, len) WITHIN((m)->handle, len)
/*@ LAYS(f, m, UBN); */
static void
ubn(fields *f, wyre_msnp_ubn *m)
{
    WORD(f, m, handle);
    NUMBER(f, m, type);
}

/*@ VIEWS(in, in_len, command, out, n, UBN); */
VIEW(wyre_msnp_ubn, ubn, "UBN", SERVER_NS)

/* ---- to those who are away ----------------------------------------------------------------------- */

#define PGD(m, len) WITHIN((m)->handle, len) && WITHIN((m)->device, len)
/*@ LAYS(f, m, PGD); */
static void
pgd(fields *f, wyre_msnp_pgd *m)
{
    WORD(f, m, handle);
    OPTIONAL(f, m, device);
}

/*@ VIEWS(in, in_len, command, out, n, PGD); */
VIEW(wyre_msnp_pgd, pgd, "PAG PGD", CLIENT_NS)

#define SDC(m, len)                                                                                \
    WITHIN((m)->handle, len) && WITHIN((m)->locale, len) && WITHIN((m)->client_name, len) &&       \
        WITHIN((m)->brand, len) && WITHIN((m)->first_x, len) && WITHIN((m)->second_x, len) &&      \
        WITHIN((m)->friendly_name, len)
/*@ LAYS(f, m, SDC); */
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

/*@ VIEWS(in, in_len, command, out, n, SDC); */
VIEW(wyre_msnp_sdc, sdc, "SDC", NS)

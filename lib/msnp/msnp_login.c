/* Logging in: reference grammar of VER, CVR, INF, USR, XFR and SBS by dialect. */
#include <wyre/msnp_login.h>
#include "fields.h"

static void
ver(fields *f, wyre_msnp_ver *m)
{
    REST_OF_LINE(f, m, dialects);
}

VIEW(wyre_msnp_ver, ver, "VER", NS)

static void
cvr(fields *f, wyre_msnp_cvr *m)
{
    WORD(f, m, locale);
    WORD(f, m, os_type);
    WORD(f, m, os_version);
    WORD(f, m, architecture);
    WORD(f, m, client_name);
    WORD(f, m, client_version);
    OPTIONAL(f, m, brand);
    OPTIONAL(f, m, handle);
    OPTIONAL(f, m, parameters);
}

VIEW(wyre_msnp_cvr, cvr, "CVR CVQ", CLIENT_NS)

static void
cvr_reply(fields *f, wyre_msnp_cvr_reply *m)
{
    WORD(f, m, recommended);
    WORD(f, m, recommended_again);
    WORD(f, m, minimum);
    WORD(f, m, download_url);
    WORD(f, m, info_url);
}

VIEW(wyre_msnp_cvr_reply, cvr_reply, "CVR CVQ", SERVER_NS)

static void
inf(fields *f, wyre_msnp_inf *m)
{
    REST_OF_LINE(f, m, security_packages);
}

VIEW(wyre_msnp_inf, inf, "INF", NS)

/* The way in, step by step; the same shape from both sides. */
static void
usr_step(fields *f, wyre_msnp_usr *m)
{
    WORD(f, m, security_package);
    WORD(f, m, step);
    TEXT(f, m, argument);
    OPTIONAL(f, m, response);
    OPTIONAL(f, m, machine_guid);
}

/* 2-5 handle name; 6-7 and verified; 8-9 and kids; 10+ without the name, which comes by PRP MFN. */
static void
usr_ok(fields *f, wyre_msnp_usr *m)
{
    WORD(f, m, handle);
    if (DIALECT(m) < 10)
        TEXT(f, m, friendly_name);
    OPTIONAL(f, m, verified);
    OPTIONAL(f, m, kids);
}

static void
usr(fields *f, wyre_msnp_usr *m)
{
    if (FROM_SERVER(m))
        MARK(f, m, ok, "OK");
    if (m->ok)
        usr_ok(f, m);
    else
        usr_step(f, m);
}

VIEW(wyre_msnp_usr, usr, "USR", NS)

/* Behind the address stand 0 and the current server, or from 13 on U, D and hops; behind a ticket
 * from 13 on U and a host, from 14 on 1. */
static void
xfr(fields *f, wyre_msnp_xfr *m)
{
    MARK(f, m, to_switchboard, "SB");
    if (!m->to_switchboard)
        WORD(f, m, server_type);
    if (!FROM_SERVER(m))
        return;
    WORD(f, m, address);
    if (m->to_switchboard) {
        WORD(f, m, security_package);
        WORD(f, m, ticket);
    }
    OPTIONAL(f, m, flag);
    OPTIONAL(f, m, host);
    OPTIONAL(f, m, hops);
}

VIEW(wyre_msnp_xfr, xfr, "XFR", NS)

static void
sbs(fields *f, wyre_msnp_sbs *m)
{
    WORD(f, m, value);
}

VIEW(wyre_msnp_sbs, sbs, "SBS", SERVER_NS)

/* Logging in: reference grammar of VER, CVR, INF, USR, XFR and SBS by dialect. */
#include <wyre/msnp_login.h>
#include "fields.h"

#define VER(m, len) WITHIN((m)->dialects, len)
/*@ LAYS(f, m, VER); */
static void
ver(fields *f, wyre_msnp_ver *m)
{
    REST_OF_LINE(f, m, dialects);
}

/*@ VIEWS(in, in_len, command, out, n, VER); */
VIEW(wyre_msnp_ver, ver, "VER", NS)

#define CVR(m, len)                                                                                \
    WITHIN((m)->locale, len) && WITHIN((m)->os_type, len) && WITHIN((m)->os_version, len) &&       \
        WITHIN((m)->architecture, len) && WITHIN((m)->client_name, len) &&                         \
        WITHIN((m)->client_version, len) && WITHIN((m)->brand, len) && WITHIN((m)->handle, len) && \
        WITHIN((m)->parameters, len)
/*@ LAYS(f, m, CVR); */
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

/*@ VIEWS(in, in_len, command, out, n, CVR); */
VIEW(wyre_msnp_cvr, cvr, "CVR CVQ", CLIENT_NS)

#define CVR_REPLY(m, len)                                                                          \
    WITHIN((m)->recommended, len) && WITHIN((m)->recommended_again, len) &&                        \
        WITHIN((m)->minimum, len) && WITHIN((m)->download_url, len) && WITHIN((m)->info_url, len)
/*@ LAYS(f, m, CVR_REPLY); */
static void
cvr_reply(fields *f, wyre_msnp_cvr_reply *m)
{
    WORD(f, m, recommended);
    WORD(f, m, recommended_again);
    WORD(f, m, minimum);
    WORD(f, m, download_url);
    WORD(f, m, info_url);
}

/*@ VIEWS(in, in_len, command, out, n, CVR_REPLY); */
VIEW(wyre_msnp_cvr_reply, cvr_reply, "CVR CVQ", SERVER_NS)

#define INF(m, len) WITHIN((m)->security_packages, len)
/*@ LAYS(f, m, INF); */
static void
inf(fields *f, wyre_msnp_inf *m)
{
    REST_OF_LINE(f, m, security_packages);
}

/*@ VIEWS(in, in_len, command, out, n, INF); */
VIEW(wyre_msnp_inf, inf, "INF", NS)

/* The way in, step by step; the same shape from both sides. */
#define USR(m, len)                                                                                \
    WITHIN((m)->security_package, len) && WITHIN((m)->step, len) && WITHIN((m)->argument, len) &&  \
        WITHIN((m)->response, len) && WITHIN((m)->machine_guid, len) &&                            \
        WITHIN((m)->handle, len) && WITHIN((m)->friendly_name, len) &&                             \
        WITHIN((m)->verified, len) && WITHIN((m)->kids, len)
/*@ LAYS(f, m, USR); */
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
/*@ LAYS(f, m, USR); */
static void
usr_ok(fields *f, wyre_msnp_usr *m)
{
    WORD(f, m, handle);
    if (DIALECT(m) < 10)
        TEXT(f, m, friendly_name);
    OPTIONAL(f, m, verified);
    OPTIONAL(f, m, kids);
}

/*@ LAYS(f, m, USR); */
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

/*@ VIEWS(in, in_len, command, out, n, USR); */
VIEW(wyre_msnp_usr, usr, "USR", NS)

/* Behind the address stand 0 and the current server, or from 13 on U, D and hops; behind a ticket
 * from 13 on U and a host, from 14 on 1. */
#define XFR(m, len)                                                                                \
    WITHIN((m)->server_type, len) && WITHIN((m)->address, len) &&                                  \
        WITHIN((m)->security_package, len) && WITHIN((m)->ticket, len) &&                          \
        WITHIN((m)->flag, len) && WITHIN((m)->host, len) && WITHIN((m)->hops, len)
/*@ LAYS(f, m, XFR); */
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

/*@ VIEWS(in, in_len, command, out, n, XFR); */
VIEW(wyre_msnp_xfr, xfr, "XFR", NS)

#define SBS(m, len) WITHIN((m)->value, len)
/*@ LAYS(f, m, SBS); */
static void
sbs(fields *f, wyre_msnp_sbs *m)
{
    WORD(f, m, value);
}

/*@ VIEWS(in, in_len, command, out, n, SBS); */
VIEW(wyre_msnp_sbs, sbs, "SBS", SERVER_NS)

/* Presence, and what else a notification server says. */
#include <wyre/msnp_presence.h>
#include "fields.h"

/* From 14 to 17 the network has a field of its own; from 18 on it stands in front of the handle. */
#define HAS_NETWORK(m) (DIALECT(m) >= 14 && DIALECT(m) <= 17)

#define CHG(m, len)                                                                                \
    WITHIN((m)->user_status, len) && WITHIN((m)->capabilities, len) && WITHIN((m)->msnobj, len)
/*@ LAYS(f, m, CHG); */
static void
chg(fields *f, wyre_msnp_chg *m)
{
    WORD(f, m, user_status);
    OPTIONAL(f, m, capabilities);
    OPTIONAL(f, m, msnobj);
}

/*@ VIEWS(in, in_len, command, out, n, CHG); */
VIEW(wyre_msnp_chg, chg, "CHG", NS)

#define NLN(m, len)                                                                                \
    WITHIN((m)->user_status, len) && WITHIN((m)->handle, len) &&                                   \
        WITHIN((m)->friendly_name, len) && WITHIN((m)->capabilities, len) &&                       \
        WITHIN((m)->msnobj, len) && WITHIN((m)->icon_url, len)
/*@ LAYS(f, m, NLN); */
static void
nln(fields *f, wyre_msnp_nln *m)
{
    WORD(f, m, user_status);
    WORD(f, m, handle);
    if (HAS_NETWORK(m))
        NUMBER(f, m, network_id);
    TEXT(f, m, friendly_name);
    OPTIONAL(f, m, capabilities);
    OPTIONAL(f, m, msnobj);
    OPTIONAL(f, m, icon_url);
}

/*@ VIEWS(in, in_len, command, out, n, NLN); */
VIEW(wyre_msnp_nln, nln, "NLN ILN", SERVER_NS)

#define FLN(m, len) WITHIN((m)->handle, len) && WITHIN((m)->capabilities, len)
/*@ LAYS(f, m, FLN); */
static void
fln(fields *f, wyre_msnp_fln *m)
{
    WORD(f, m, handle);
    if (HAS_NETWORK(m))
        NUMBER(f, m, network_id);
    OPTIONAL(f, m, capabilities);
}

/*@ VIEWS(in, in_len, command, out, n, FLN); */
VIEW(wyre_msnp_fln, fln, "FLN", SERVER_NS)

#define UBX(m, len) WITHIN((m)->handle, len)
/*@ LAYS(f, m, UBX); */
static void
ubx(fields *f, wyre_msnp_ubx *m)
{
    WORD(f, m, handle);
    if (HAS_NETWORK(m))
        NUMBER(f, m, network_id);
}

/*@ VIEWS(in, in_len, command, out, n, UBX); */
VIEW(wyre_msnp_ubx, ubx, "UBX", SERVER_NS)

#define QNG(m, len) WITHIN((m)->seconds, len)
/*@ LAYS(f, m, QNG); */
static void
qng(fields *f, wyre_msnp_qng *m)
{
    OPTIONAL(f, m, seconds);
}

/*@ VIEWS(in, in_len, command, out, n, QNG); */
VIEW(wyre_msnp_qng, qng, "QNG", SERVER_NS)

#define CHL(m, len) WITHIN((m)->challenge, len)
/*@ LAYS(f, m, CHL); */
static void
chl(fields *f, wyre_msnp_chl *m)
{
    WORD(f, m, challenge);
}

/*@ VIEWS(in, in_len, command, out, n, CHL); */
VIEW(wyre_msnp_chl, chl, "CHL", SERVER_NS)

#define QRY(m, len) WITHIN((m)->product_id, len)
/*@ LAYS(f, m, QRY); */
static void
qry(fields *f, wyre_msnp_qry *m)
{
    if (!FROM_SERVER(m))
        WORD(f, m, product_id);
}

/*@ VIEWS(in, in_len, command, out, n, QRY); */
VIEW(wyre_msnp_qry, qry, "QRY", NS)

#define URL(m, len)                                                                                \
    WITHIN((m)->service, len) && WITHIN((m)->parameter, len) && WITHIN((m)->path, len) &&          \
        WITHIN((m)->login_url, len) && WITHIN((m)->site_id, len)
/*@ LAYS(f, m, URL); */
static void
url(fields *f, wyre_msnp_url *m)
{
    if (FROM_SERVER(m)) {
        WORD(f, m, path);
        WORD(f, m, login_url);
        OPTIONAL(f, m, site_id);
    } else {
        WORD(f, m, service);
        OPTIONAL(f, m, parameter);
    }
}

/*@ VIEWS(in, in_len, command, out, n, URL); */
VIEW(wyre_msnp_url, url, "URL", NS)

#define GCF(m, len) WITHIN((m)->file, len)
/*@ LAYS(f, m, GCF); */
static void
gcf(fields *f, wyre_msnp_gcf *m)
{
    OPTIONAL(f, m, file);
}

/*@ VIEWS(in, in_len, command, out, n, GCF); */
VIEW(wyre_msnp_gcf, gcf, "GCF", NS)

#define FAREWELL(m, len) WITHIN((m)->reason, len) && WITHIN((m)->minutes, len)
/*@ LAYS(f, m, FAREWELL); */
static void
farewell(fields *f, wyre_msnp_out *m)
{
    OPTIONAL(f, m, reason);
    OPTIONAL(f, m, minutes);
}

/*@ VIEWS(in, in_len, command, out, n, FAREWELL); */
VIEW(wyre_msnp_out, farewell, "OUT", ANYONE)

#define IMS(m, len) WITHIN((m)->zero, len) && WITHIN((m)->value, len)
/*@ LAYS(f, m, IMS); */
static void
ims(fields *f, wyre_msnp_ims *m)
{
    if (FROM_SERVER(m))
        LEADING(f, m, zero, 1);
    WORD(f, m, value);
}

/*@ VIEWS(in, in_len, command, out, n, IMS); */
VIEW(wyre_msnp_ims, ims, "IMS", NS)

#define NFY(m, len) WITHIN((m)->action, len)
/*@ LAYS(f, m, NFY); */
static void
nfy(fields *f, wyre_msnp_nfy *m)
{
    WORD(f, m, action);
}

/*@ VIEWS(in, in_len, command, out, n, NFY); */
VIEW(wyre_msnp_nfy, nfy, "NFY", SERVER_NS)

/* ---- what is seldom seen ------------------------------------------------------------------------- */

#define FND(m, len) WITHIN((m)->criteria, len)
/*@ LAYS(f, m, FND); */
static void
fnd(fields *f, wyre_msnp_fnd *m)
{
    if (FROM_SERVER(m)) {
        NUMBER(f, m, index);
        NUMBER(f, m, count);
    }
    REST_OF_LINE(f, m, criteria);
}

/*@ VIEWS(in, in_len, command, out, n, FND); */
VIEW(wyre_msnp_fnd, fnd, "FND", NS)

#define SND(m, len)                                                                                \
    WITHIN((m)->handle, len) && WITHIN((m)->locale, len) && WITHIN((m)->client_name, len)
/*@ LAYS(f, m, SND); */
static void
snd(fields *f, wyre_msnp_snd *m)
{
    if (FROM_SERVER(m)) {
        MARK(f, m, ok, "OK");
        return;
    }
    WORD(f, m, handle);
    OPTIONAL(f, m, locale);
    OPTIONAL(f, m, client_name);
}

/*@ VIEWS(in, in_len, command, out, n, SND); */
VIEW(wyre_msnp_snd, snd, "SND", NS)

#define VAS(m, len) WITHIN((m)->handle, len) && WITHIN((m)->first, len) && WITHIN((m)->second, len)
/*@ LAYS(f, m, VAS); */
static void
vas(fields *f, wyre_msnp_vas *m)
{
    WORD(f, m, handle);
    WORD(f, m, first);
    WORD(f, m, second);
}

/*@ VIEWS(in, in_len, command, out, n, VAS); */
VIEW(wyre_msnp_vas, vas, "VAS", CLIENT_NS)

#define BARE(m, len) \true
/*@ LAYS(f, m, BARE); */
static void
bare(fields *f, wyre_msnp_bare *m)
{
    (void)f;
    (void)m;
}

/*@ VIEWS(in, in_len, command, out, n, BARE); */
VIEW(wyre_msnp_bare, bare, "ACK FSL GET IPG NAK NOT PNG RFS", ANYONE)

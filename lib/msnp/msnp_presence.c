/* Presence, and what else a notification server says. */
#include <wyre/msnp_presence.h>
#include "fields.h"

/* From 14 to 17 the network has a field of its own; from 18 on it stands in front of the handle. */
#define HAS_NETWORK(m) (DIALECT(m) >= 14 && DIALECT(m) <= 17)

static void
chg(fields *f, wyre_msnp_chg *m)
{
    WORD(f, m, user_status);
    OPTIONAL(f, m, capabilities);
    OPTIONAL(f, m, msnobj);
}

VIEW(wyre_msnp_chg, chg, "CHG", NS)

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

VIEW(wyre_msnp_nln, nln, "NLN ILN", SERVER_NS)

static void
fln(fields *f, wyre_msnp_fln *m)
{
    WORD(f, m, handle);
    if (HAS_NETWORK(m))
        NUMBER(f, m, network_id);
    OPTIONAL(f, m, capabilities);
}

VIEW(wyre_msnp_fln, fln, "FLN", SERVER_NS)

static void
ubx(fields *f, wyre_msnp_ubx *m)
{
    WORD(f, m, handle);
    if (HAS_NETWORK(m))
        NUMBER(f, m, network_id);
}

VIEW(wyre_msnp_ubx, ubx, "UBX", SERVER_NS)

static void
qng(fields *f, wyre_msnp_qng *m)
{
    OPTIONAL(f, m, seconds);
}

VIEW(wyre_msnp_qng, qng, "QNG", SERVER_NS)

static void
chl(fields *f, wyre_msnp_chl *m)
{
    WORD(f, m, challenge);
}

VIEW(wyre_msnp_chl, chl, "CHL", SERVER_NS)

static void
qry(fields *f, wyre_msnp_qry *m)
{
    if (!FROM_SERVER(m))
        WORD(f, m, product_id);
}

VIEW(wyre_msnp_qry, qry, "QRY", NS)

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

VIEW(wyre_msnp_url, url, "URL", NS)

static void
gcf(fields *f, wyre_msnp_gcf *m)
{
    OPTIONAL(f, m, file);
}

VIEW(wyre_msnp_gcf, gcf, "GCF", NS)

static void
farewell(fields *f, wyre_msnp_out *m)
{
    OPTIONAL(f, m, reason);
    OPTIONAL(f, m, minutes);
}

VIEW(wyre_msnp_out, farewell, "OUT", ANYONE)

static void
ims(fields *f, wyre_msnp_ims *m)
{
    if (FROM_SERVER(m))
        LEADING(f, m, zero, 1);
    WORD(f, m, value);
}

VIEW(wyre_msnp_ims, ims, "IMS", NS)

static void
nfy(fields *f, wyre_msnp_nfy *m)
{
    WORD(f, m, action);
}

VIEW(wyre_msnp_nfy, nfy, "NFY", SERVER_NS)

/* ---- what is seldom seen ------------------------------------------------------------------------- */

static void
fnd(fields *f, wyre_msnp_fnd *m)
{
    if (FROM_SERVER(m)) {
        NUMBER(f, m, index);
        NUMBER(f, m, count);
    }
    REST_OF_LINE(f, m, criteria);
}

VIEW(wyre_msnp_fnd, fnd, "FND", NS)

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

VIEW(wyre_msnp_snd, snd, "SND", NS)

static void
vas(fields *f, wyre_msnp_vas *m)
{
    WORD(f, m, handle);
    WORD(f, m, first);
    WORD(f, m, second);
}

VIEW(wyre_msnp_vas, vas, "VAS", CLIENT_NS)

static void
bare(fields *f, wyre_msnp_bare *m)
{
    (void)f;
    (void)m;
}

VIEW(wyre_msnp_bare, bare, "ACK FSL GET IPG NAK NOT PNG RFS", ANYONE)

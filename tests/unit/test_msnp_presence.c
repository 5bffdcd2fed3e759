/* lib/msnp/msnp_presence.c: each form of each dialect is a row. */
#include "../properties/msnp_rows.h"

VIEW_RING(wyre_msnp_chg);
VIEW_RING(wyre_msnp_nln);
VIEW_RING(wyre_msnp_fln);
VIEW_RING(wyre_msnp_ubx);
VIEW_RING(wyre_msnp_qng);
VIEW_RING(wyre_msnp_chl);
VIEW_RING(wyre_msnp_qry);
VIEW_RING(wyre_msnp_url);
VIEW_RING(wyre_msnp_gcf);
VIEW_RING(wyre_msnp_out);
VIEW_RING(wyre_msnp_ims);
VIEW_RING(wyre_msnp_nfy);
VIEW_RING(wyre_msnp_fnd);
VIEW_RING(wyre_msnp_snd);
VIEW_RING(wyre_msnp_vas);
VIEW_RING(wyre_msnp_bare);

#define CHG  &wyre_msnp_chg_ring
#define NLN  &wyre_msnp_nln_ring
#define FLN  &wyre_msnp_fln_ring
#define UBX  &wyre_msnp_ubx_ring
#define QNG  &wyre_msnp_qng_ring
#define CHL  &wyre_msnp_chl_ring
#define QRY  &wyre_msnp_qry_ring
#define URL  &wyre_msnp_url_ring
#define GCF  &wyre_msnp_gcf_ring
#define OUT  &wyre_msnp_out_ring
#define IMS  &wyre_msnp_ims_ring
#define NFY  &wyre_msnp_nfy_ring
#define FND  &wyre_msnp_fnd_ring
#define SND  &wyre_msnp_snd_ring
#define VAS  &wyre_msnp_vas_ring
#define BARE &wyre_msnp_bare_ring

/* clang-format off */
static const row rows[] = {
    {CHG, C | 7, "CHG 6 NLN", 0, 0, "trid=6 user_status=NLN"},
    {CHG, C | 8, "CHG 6 NLN 268435492", 0, 0, "trid=6 user_status=NLN capabilities=268435492"},
    {CHG, S | 16, "CHG 6 BSY 2416181284:00 0", 0, 0, "trid=6 user_status=BSY capabilities=2416181284:00 msnobj=0"},
    {CHG, S | 16, "CHG", WYRE_E_LENGTH, 3, NULL},
    {NLN, S | 7, "NLN NLN a@b Bea", 0, 0, "user_status=NLN handle=a@b friendly_name=Bea"},
    {NLN, S | 7, "ILN 6 AWY a@b Bea", 0, 0, "trid=6 user_status=AWY handle=a@b friendly_name=Bea"},
    {NLN, S | 8, "ILN 6 AWY a@b Bea 268435492", 0, 0, "trid=6 user_status=AWY handle=a@b friendly_name=Bea capabilities=268435492"},
    {NLN, S | 9, "NLN BSY a@b Bea 268435492 %3Cmsnobj%2F%3E", 0, 0,
     "user_status=BSY handle=a@b friendly_name=Bea capabilities=268435492 msnobj=%3Cmsnobj%2F%3E"},
    {NLN, S | 15, "ILN 8 NLN a@b 1 Bea 2416181284 0", 0, 0,
     "trid=8 user_status=NLN handle=a@b network_id=1 friendly_name=Bea capabilities=2416181284 msnobj=0"},
    {NLN, S | 18, "NLN NLN 1:a@b Bea 2416181284:00 0 http%3A", 0, 0,
     "user_status=NLN handle=1:a@b friendly_name=Bea capabilities=2416181284:00 msnobj=0 icon_url=http%3A"},
    {NLN, S | 8, "NLN NLN a@b ", 0, 0, "user_status=NLN handle=a@b friendly_name="},
    {NLN, S | 8, "NLN NLN", WYRE_E_LENGTH, 7, NULL},
    {NLN, S | 15, "NLN NLN a@b x Bea", WYRE_E_TEXT, 12, NULL},
    {NLN, S | 8, "ILN AWY a@b Bea", WYRE_E_VALUE, 4, NULL},
    {NLN, S | 8, "FLN a@b", WYRE_E_MAGIC, 0, NULL},
    {FLN, S | 13, "FLN a@b", 0, 0, "handle=a@b"},
    {FLN, S | 14, "FLN a@b 1 0", 0, 0, "handle=a@b network_id=1 capabilities=0"},
    {FLN, S | 18, "FLN 1:a@b 0:0", 0, 0, "handle=1:a@b capabilities=0:0"},
    {FLN, S | 13, "FLN", WYRE_E_LENGTH, 3, NULL},
    {UBX, S | 11, "UBX a@b 7|<Data/>", 0, 0, "handle=a@b payload=<Data/>"},
    {UBX, S | 15, "UBX a@b 1 7|<Data/>", 0, 0, "handle=a@b network_id=1 payload=<Data/>"},
    {UBX, S | 18, "UBX 1:a@b 0", 0, 0, "handle=1:a@b payload="},
    {UBX, S | 18, "UBX a@b", WYRE_E_LENGTH, 7, NULL},
    {QNG, S | 8, "QNG", 0, 0, ""},
    {QNG, S | 9, "QNG 41", 0, 0, "seconds=41"},
    {CHL, S | 8, "CHL 0 15570131571988941333", 0, 0, "trid=0 challenge=15570131571988941333"},
    {CHL, S | 8, "CHL 0", WYRE_E_LENGTH, 5, NULL},
    {QRY, C | 8, "QRY 7 PROD0038W!61ZTF9 4|abcd", 0, 0, "trid=7 product_id=PROD0038W!61ZTF9 payload=abcd"},
    {QRY, S | 8, "QRY 7", 0, 0, "trid=7"},
    {URL, C | 8, "URL 10 INBOX", 0, 0, "trid=10 service=INBOX"},
    {URL, C | 8, "URL 10 COMPOSE a@b", 0, 0, "trid=10 service=COMPOSE parameter=a@b"},
    {URL, S | 8, "URL 10 /cgi-bin/x https://login.example.net 2", 0, 0, "trid=10 path=/cgi-bin/x login_url=https://login.example.net site_id=2"},
    {GCF, C | 11, "GCF 6 Shields.xml", 0, 0, "trid=6 file=Shields.xml"},
    {GCF, S | 11, "GCF 6 Shields.xml 4|<c/>", 0, 0, "trid=6 file=Shields.xml payload=<c/>"},
    {GCF, S | 13, "GCF 0 4|<c/>", 0, 0, "trid=0 payload=<c/>"},
    {OUT, C | 8, "OUT", 0, 0, ""},
    {OUT, S | 8, "OUT OTH", 0, 0, "reason=OTH"},
    {OUT, S | SB | 8, "OUT RCT 5", 0, 0, "reason=RCT minutes=5"},
    {IMS, C | 8, "IMS 5 ON", 0, 0, "trid=5 value=ON"},
    {IMS, S | 8, "IMS 5 0 ON", 0, 0, "trid=5 zero=0 value=ON"},
    {NFY, S | 18, "NFY PUT 2|xy", 0, 0, "action=PUT payload=xy"},
    {FND, C | 2, "FND 9 fname=Ann lname=B country=US", 0, 0, "trid=9 criteria=fname=Ann lname=B country=US"},
    {FND, C | 2, "FND 9", 0, 0, "trid=9"},
    {FND, S | 2, "FND 9 1 2 fname=Ann", 0, 0, "trid=9 index=1 count=2 criteria=fname=Ann"},
    {FND, S | 2, "FND 9 0 0", 0, 0, "trid=9 index=0 count=0"},
    {FND, S | 2, "FND 9 1", WYRE_E_LENGTH, 7, NULL},
    {FND, S | 2, "FND 9 a 2", WYRE_E_TEXT, 6, NULL},
    {SND, C | 4, "SND 9 a@b 0x0409 MSMSGS", 0, 0, "trid=9 handle=a@b locale=0x0409 client_name=MSMSGS"},
    {SND, C | 4, "SND 9 a@b", 0, 0, "trid=9 handle=a@b"},
    {SND, C | 4, "SND 9", WYRE_E_LENGTH, 5, NULL},
    {SND, S | 4, "SND 9 OK", 0, 0, "trid=9 ok=1"},
    {VAS, C | 18, "VAS 9 a@b 1 2 2|xy", 0, 0, "trid=9 handle=a@b first=1 second=2 payload=xy"},
    {VAS, C | 18, "VAS 9 a@b 2", WYRE_E_LENGTH, 11, NULL},
    {BARE, S | SB | 8, "ACK 4", 0, 0, "trid=4"},
    {BARE, S | SB | 8, "NAK 4", 0, 0, "trid=4"},
    {BARE, S | SB | 8, "NAK x", WYRE_E_VALUE, 4, NULL},
    {BARE, C | 8, "PNG", 0, 0, ""},
    {BARE, S | 8, "RFS", 0, 0, ""},
    {BARE, S | 8, "RFS x", 0, 0, "fields=x"},
    {BARE, S | 8, "NOT 3|<a>", 0, 0, "payload=<a>"},
    {BARE, S | 8, "IPG 3|<a>", 0, 0, "payload=<a>"},
    {BARE, S | 8, "NOT", WYRE_E_LENGTH, 3, NULL},
    {BARE, C | 8, "NOT 5 3|<a>", 0, 0, "trid=5 payload=<a>"},
    {BARE, S | 21, "FSL 3|<a>", 0, 0, "payload=<a>"},
    {BARE, S | 21, "GET 3|<a>", 0, 0, "payload=<a>"},
};
/* clang-format on */

TEST(each_form_is_told_and_written_again)
{
    for (const row *r = rows; r < rows + COUNT(rows); r++)
        row_holds(r);
}

RUN_TESTS("msnp_presence", TESTED(each_form_is_told_and_written_again))

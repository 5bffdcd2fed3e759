/* wyre/msnp_presence.h: presence and the notification server: CHG ILN NLN FLN UBX QNG CHL QRY URL GCF OUT
 * IMS NFY FND SND VAS, and what has no fields: ACK NAK PNG NOT IPG RFS FSL GET. */
#ifndef WYRE_MSNP_PRESENCE_H
#define WYRE_MSNP_PRESENCE_H
#include <wyre/msnp_command.h>
#ifdef __cplusplus
extern "C" {
#endif

/* What the three functions of each view do and return, and when, stands in wyre/msnp_login.h under
 * "Views". */

/* ---- CHG: The user's own status ---------------------------------------------------------------- */

typedef struct wyre_msnp_chg {
    wyre_msnp_command command;
    wyre_span user_status;  /* "NLN" "BSY" "IDL" "BRB" "AWY" "PHN" "LUN" "HDN" */
    wyre_span capabilities; /* from MSNP8 on; may be absent */
    wyre_span msnobj;       /* from MSNP9 on, percent-coded, "0": none; may be absent */
} wyre_msnp_chg;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_chg_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_chg *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_chg_encode(const wyre_msnp_chg *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_chg_visit(const wyre_msnp_chg *m, const wyre_visitor *v);

/* ---- NLN and ILN: The status of a contact; ILN: the first one ---------------------------------- */

typedef struct wyre_msnp_nln {
    wyre_msnp_command command;
    wyre_span user_status;   /* "NLN" "BSY" "IDL" "BRB" "AWY" "PHN" "LUN" */
    wyre_span handle;        /* from MSNP18 on network, colon, handle */
    uint32_t network_id;     /* MSNP14 to 17: WYRE_MSNP_NETWORK_... */
    wyre_span friendly_name; /* percent-coded; may be empty */
    wyre_span capabilities;  /* from MSNP8 on; may be absent */
    wyre_span msnobj;        /* from MSNP9 on, percent-coded, "0": none; may be absent */
    wyre_span icon_url;      /* percent-coded; may be absent */
} wyre_msnp_nln;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_nln_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_nln *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_nln_encode(const wyre_msnp_nln *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_nln_visit(const wyre_msnp_nln *m, const wyre_visitor *v);

/* ---- FLN: A contact that left ------------------------------------------------------------------ */

typedef struct wyre_msnp_fln {
    wyre_msnp_command command;
    wyre_span handle;       /* from MSNP18 on network, colon, handle */
    uint32_t network_id;    /* MSNP14 to 17 */
    wyre_span capabilities; /* from MSNP14 on; may be absent */
} wyre_msnp_fln;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_fln_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_fln *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_fln_encode(const wyre_msnp_fln *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_fln_visit(const wyre_msnp_fln *m, const wyre_visitor *v);

/* ---- UBX: Personal message of a contact, in the payload ---------------------------------------- */

typedef struct wyre_msnp_ubx {
    wyre_msnp_command command;
    wyre_span handle;    /* from MSNP18 on network, colon, handle */
    uint32_t network_id; /* MSNP14 to 17 */
} wyre_msnp_ubx;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_ubx_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_ubx *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_ubx_encode(const wyre_msnp_ubx *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_ubx_visit(const wyre_msnp_ubx *m, const wyre_visitor *v);

/* ---- QNG: The answer to PNG -------------------------------------------------------------------- */

typedef struct wyre_msnp_qng {
    wyre_msnp_command command;
    /* until the next PNG is due, from MSNP9 on; may be absent */
    wyre_span seconds;
} wyre_msnp_qng;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_qng_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_qng *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_qng_encode(const wyre_msnp_qng *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_qng_visit(const wyre_msnp_qng *m, const wyre_visitor *v);

/* ---- CHL: A challenge -------------------------------------------------------------------------- */

typedef struct wyre_msnp_chl {
    wyre_msnp_command command;
    wyre_span challenge; /* some 20 digits: text */
} wyre_msnp_chl;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_chl_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_chl *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_chl_encode(const wyre_msnp_chl *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_chl_visit(const wyre_msnp_chl *m, const wyre_visitor *v);

/* ---- QRY: The answer to a challenge, in the payload; and that it was right --------------------- */

typedef struct wyre_msnp_qry {
    wyre_msnp_command command;
    wyre_span product_id; /* from a client */
} wyre_msnp_qry;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_qry_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_qry *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_qry_encode(const wyre_msnp_qry *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_qry_visit(const wyre_msnp_qry *m, const wyre_visitor *v);

/* ---- URL: Where a page of the service is ------------------------------------------------------- */

typedef struct wyre_msnp_url {
    wyre_msnp_command command;
    /* from a client: "INBOX" "COMPOSE" "FOLDERS" "PERSON" ... */
    wyre_span service;
    wyre_span parameter; /* from a client; may be absent */
    wyre_span path;      /* from a server */
    wyre_span login_url; /* from a server */
    wyre_span site_id;   /* from a server; may be absent */
} wyre_msnp_url;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_url_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_url *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_url_encode(const wyre_msnp_url *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_url_visit(const wyre_msnp_url *m, const wyre_visitor *v);

/* ---- GCF: A configuration file, in the payload ------------------------------------------------- */

typedef struct wyre_msnp_gcf {
    wyre_msnp_command command;
    wyre_span file; /* "Shields.xml", MSNP11 and 12; may be absent */
} wyre_msnp_gcf;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_gcf_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_gcf *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_gcf_encode(const wyre_msnp_gcf *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_gcf_visit(const wyre_msnp_gcf *m, const wyre_visitor *v);

/* ---- OUT: The end of a connection -------------------------------------------------------------- */

typedef struct wyre_msnp_out {
    wyre_msnp_command command;
    /* from a server: "OTH" "SSD" "MIG" "TOU" "RCT"; may be absent */
    wyre_span reason;
    wyre_span minutes; /* behind "RCT"; may be absent */
} wyre_msnp_out;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_out_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_out *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_out_encode(const wyre_msnp_out *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_out_visit(const wyre_msnp_out *m, const wyre_visitor *v);

/* ---- IMS: Messages on or off ------------------------------------------------------------------- */

typedef struct wyre_msnp_ims {
    wyre_msnp_command command;
    wyre_span zero;  /* from a server: "0"; may be absent */
    wyre_span value; /* "ON" or "OFF" */
} wyre_msnp_ims;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_ims_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_ims *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_ims_encode(const wyre_msnp_ims *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_ims_visit(const wyre_msnp_ims *m, const wyre_visitor *v);

/* ---- NFY: A notification of MSNP18 and later, in the payload ----------------------------------- */

typedef struct wyre_msnp_nfy {
    wyre_msnp_command command;
    wyre_span action; /* "PUT" or "DEL" */
} wyre_msnp_nfy;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_nfy_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_nfy *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_nfy_encode(const wyre_msnp_nfy *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_nfy_visit(const wyre_msnp_nfy *m, const wyre_visitor *v);

/* ---- FND: The search in the directory; refused with 502 since 2003 --------------------------- */

typedef struct wyre_msnp_fnd {
    wyre_msnp_command command;
    uint32_t index;     /* from a server: of this find, from 1 */
    uint32_t count;     /* from a server: of the finds */
    wyre_span criteria; /* "fname=..." and so on, for wyre_msnp_field_next; may be absent */
} wyre_msnp_fnd;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_fnd_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_fnd *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_fnd_encode(const wyre_msnp_fnd *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_fnd_visit(const wyre_msnp_fnd *m, const wyre_visitor *v);

/* ---- SND: A mail that invites to the service, as early clients asked for it ------------------ */

typedef struct wyre_msnp_snd {
    wyre_msnp_command command;
    wyre_span handle;      /* from a client */
    wyre_span locale;      /* from a client; may be absent */
    wyre_span client_name; /* from a client; may be absent */
    uint8_t ok;            /* 1: "OK", from a server */
    uint8_t unused[3];     /* 0 */
} wyre_msnp_snd;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_snd_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_snd *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_snd_encode(const wyre_msnp_snd *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_snd_visit(const wyre_msnp_snd *m, const wyre_visitor *v);

/* ---- VAS: A report of abuse, in the payload, MSNP18 and later -------------------------------- */

typedef struct wyre_msnp_vas {
    wyre_msnp_command command;
    wyre_span handle;
    wyre_span first; /* what the two mean is not known */
    wyre_span second;
} wyre_msnp_vas;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_vas_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_vas *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_vas_encode(const wyre_msnp_vas *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_vas_visit(const wyre_msnp_vas *m, const wyre_visitor *v);

/* ---- ACK NAK PNG NOT IPG RFS FSL GET: commands without fields of their own ------------------- */

/* A TrID, a payload, both or neither: ACK and NAK answer the MSG of their TrID, NOT and IPG carry XML from
 * a service or a pager; of the payloads of FSL and GET, and of RFS, no form is known. Fields that come all
 * the same stand in command.fields. */
typedef struct wyre_msnp_bare {
    wyre_msnp_command command;
} wyre_msnp_bare;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_bare_decode(const uint8_t *in, size_t in_len,
                                           const wyre_msnp_command *command, wyre_msnp_bare *out,
                                           size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_bare_encode(const wyre_msnp_bare *m, const uint8_t *src,
                                           size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_bare_visit(const wyre_msnp_bare *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/msnp_login.h: logging in, MSNP2 to MSNP21: VER CVR INF USR XFR SBS. */
#ifndef WYRE_MSNP_LOGIN_H
#define WYRE_MSNP_LOGIN_H
#include <wyre/msnp_command.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Views -----------------------------------------------------------------------------------------
 * A view is one command with names for its fields. Each has three functions.
 *
 * _decode takes a command that was found already: `in`, in_len bytes from the start of the line on,
 * NULL only when in_len is 0; `command` is what wyre_msnp_frame or wyre_msnp_command_decode said of
 * them, which may stand in `out`. It fills `out`, zeroed on anything but OK, with spans that count from
 * `in`. *n is where fields or payload end, or the byte at fault.
 *   WYRE_OK        what stands behind the named fields is left in out->command.fields
 *   WYRE_E_ARG     command->role has an undefined bit or dialect, a span or the fault of it is outside
 *                  in, or its malformed is no refusal
 *   WYRE_E_MAGIC   not this command, or not one that this side sends
 *   WYRE_E_LENGTH  TrID or a field is missing
 *   WYRE_E_VALUE   a TrID that is none, or a number over 32 bits
 *   WYRE_E_TEXT    an empty field that must not be, a number with other characters
 *   and what command->malformed says
 *
 * _encode writes the command with m->command's verb, role, TrID and payload, then the named fields,
 * then m->command.fields; spans count from `src`. Numbers have no leading zeros.
 *   WYRE_OK        *n is the bytes written
 *   WYRE_E_ARG     a span outside src, or an undefined bit or dialect in role
 *   WYRE_E_RANGE   another verb or side, an empty field that must not be, a gap between optional
 *                  fields, a character that would break the line, or what would not read back as it is
 *   WYRE_E_SPACE   cap is less than *n
 *
 * _visit tells `v` the fields as they stand, those that are there. Always WYRE_OK. */

/* ---- VER: Dialects offered and chosen ---------------------------------------------------------- */

typedef struct wyre_msnp_ver {
    wyre_msnp_command command;
    /* "MSNP12 MSNP11 CVR0", fields in the client's order of preference; from a server the one
       chosen, or "0": none */
    wyre_span dialects;
} wyre_msnp_ver;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_ver_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_ver *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_ver_encode(const wyre_msnp_ver *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_ver_visit(const wyre_msnp_ver *m, const wyre_visitor *v);

/* ---- CVR and CVQ: Version of a client, from the client ----------------------------------------- */

typedef struct wyre_msnp_cvr {
    wyre_msnp_command command;
    wyre_span locale; /* "0x0409" */
    wyre_span os_type;
    wyre_span os_version;
    wyre_span architecture;
    wyre_span client_name;
    wyre_span client_version;
    wyre_span brand;      /* from MSNP4 on, may be absent */
    wyre_span handle;     /* from MSNP8 on, may be absent */
    wyre_span parameters; /* base64, at MSNP21; may be absent */
} wyre_msnp_cvr;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_cvr_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_cvr *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_cvr_encode(const wyre_msnp_cvr *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_cvr_visit(const wyre_msnp_cvr *m, const wyre_visitor *v);

/* ---- CVR and CVQ: Versions and where to find them, from the server ----------------------------- */

typedef struct wyre_msnp_cvr_reply {
    wyre_msnp_command command;
    wyre_span recommended;
    wyre_span recommended_again; /* the same on all servers seen */
    wyre_span minimum;
    wyre_span download_url;
    wyre_span info_url;
} wyre_msnp_cvr_reply;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_cvr_reply_decode(const uint8_t *in, size_t in_len,
                                                const wyre_msnp_command *command,
                                                wyre_msnp_cvr_reply *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_cvr_reply_encode(const wyre_msnp_cvr_reply *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_cvr_reply_visit(const wyre_msnp_cvr_reply *m, const wyre_visitor *v);

/* ---- INF: Ways to authenticate, before MSNP8 --------------------------------------------------- */

typedef struct wyre_msnp_inf {
    wyre_msnp_command command;
    wyre_span security_packages; /* "MD5", from the server; may be absent */
} wyre_msnp_inf;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_inf_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_inf *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_inf_encode(const wyre_msnp_inf *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_inf_visit(const wyre_msnp_inf *m, const wyre_visitor *v);

/* ---- USR: Authentication at a notification or dispatch server ---------------------------------- */

typedef struct wyre_msnp_usr {
    wyre_msnp_command command;
    wyre_span security_package; /* "MD5", "TWN", "SSO" or "SHA"; absent with ok */
    wyre_span step;             /* "I", "S" or "A"; absent with ok */
    /* of "I" the handle; of "S" salt, hash, policy or ticket, as it stands: tickets are not
       percent-coded; absent with ok */
    wyre_span argument;
    /* SSO: the nonce from a server, the answer to it from a client; may be absent */
    wyre_span response;
    wyre_span machine_guid;  /* SSO from MSNP16 on; may be absent */
    wyre_span handle;        /* with ok */
    wyre_span friendly_name; /* with ok, before MSNP10; percent-coded */
    wyre_span verified;      /* with ok; may be absent */
    wyre_span kids;          /* with ok; may be absent */
    uint8_t ok;              /* 1: "OK", the last reply of a server */
    uint8_t unused[3];       /* 0 */
} wyre_msnp_usr;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_usr_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_usr *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_usr_encode(const wyre_msnp_usr *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_usr_visit(const wyre_msnp_usr *m, const wyre_visitor *v);

/* ---- XFR: Another server to go to -------------------------------------------------------------- */

typedef struct wyre_msnp_xfr {
    wyre_msnp_command command;
    wyre_span server_type;      /* "NS"; absent with to_switchboard */
    wyre_span address;          /* host and port, from a server */
    wyre_span security_package; /* "CKI", from a server with to_switchboard */
    wyre_span ticket;           /* from a server with to_switchboard */
    wyre_span flag;             /* "0" or "U", may be absent */
    /* to the notification server: the current one, or "D"; may be absent */
    wyre_span host;
    wyre_span hops;         /* may be absent */
    uint8_t to_switchboard; /* 1: "SB" is asked for or given */
    uint8_t unused[3];      /* 0 */
} wyre_msnp_xfr;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_xfr_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_xfr *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_xfr_encode(const wyre_msnp_xfr *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_xfr_visit(const wyre_msnp_xfr *m, const wyre_visitor *v);

/* ---- SBS: Of unknown meaning, MSNP11 and later ------------------------------------------------- */

typedef struct wyre_msnp_sbs {
    wyre_msnp_command command;
    wyre_span value; /* "null" */
} wyre_msnp_sbs;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_sbs_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_sbs *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_sbs_encode(const wyre_msnp_sbs *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_sbs_visit(const wyre_msnp_sbs *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

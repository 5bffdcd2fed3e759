/* wyre/msnp_chat.h: switchboards and messages: RNG USR ANS IRO CAL JOI BYE MSG UUM UBM UUN UBN PAG PGD SDC. */
#ifndef WYRE_MSNP_CHAT_H
#define WYRE_MSNP_CHAT_H
#include <wyre/msnp_command.h>
#ifdef __cplusplus
extern "C" {
#endif

/* What the three functions of each view do and return, and when, stands in wyre/msnp_login.h under
 * "Views". */

/* ---- RNG: An invitation, from the notification server ------------------------------------------ */

typedef struct wyre_msnp_rng {
    wyre_msnp_command command;
    wyre_span session_id;       /* opaque */
    wyre_span address;          /* host and port */
    wyre_span security_package; /* "CKI" */
    wyre_span ticket;
    wyre_span handle;        /* of who invites */
    wyre_span friendly_name; /* percent-coded */
    wyre_span flag;          /* "U", from MSNP13 on; may be absent */
    wyre_span host;          /* may be absent */
    wyre_span second_flag;   /* "1", from MSNP14 on; may be absent */
} wyre_msnp_rng;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_rng_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_rng *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_rng_encode(const wyre_msnp_rng *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_rng_visit(const wyre_msnp_rng *m, const wyre_visitor *v);

/* ---- USR: Authentication at a switchboard, by who called it up --------------------------------- */

typedef struct wyre_msnp_chat_usr {
    wyre_msnp_command command;
    wyre_span handle;        /* from MSNP16 on may have an endpoint behind a semicolon */
    wyre_span ticket;        /* from a client */
    wyre_span friendly_name; /* from a server; percent-coded */
    uint8_t ok;              /* 1: "OK", from a server */
    uint8_t unused[3];       /* 0 */
} wyre_msnp_chat_usr;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_chat_usr_decode(const uint8_t *in, size_t in_len,
                                               const wyre_msnp_command *command,
                                               wyre_msnp_chat_usr *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_chat_usr_encode(const wyre_msnp_chat_usr *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_chat_usr_visit(const wyre_msnp_chat_usr *m, const wyre_visitor *v);

/* ---- ANS: Authentication at a switchboard, by who was invited ---------------------------------- */

typedef struct wyre_msnp_ans {
    wyre_msnp_command command;
    wyre_span handle;     /* from a client */
    wyre_span ticket;     /* from a client */
    wyre_span session_id; /* from a client */
    uint8_t ok;           /* 1: "OK", from a server */
    uint8_t unused[3];    /* 0 */
} wyre_msnp_ans;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_ans_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_ans *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_ans_encode(const wyre_msnp_ans *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_ans_visit(const wyre_msnp_ans *m, const wyre_visitor *v);

/* ---- IRO: Who is in the session already -------------------------------------------------------- */

typedef struct wyre_msnp_iro {
    wyre_msnp_command command;
    uint32_t index; /* which, from 1 on */
    uint32_t total; /* of how many */
    wyre_span handle;
    wyre_span friendly_name; /* percent-coded; may be empty */
    wyre_span capabilities;  /* may be absent */
} wyre_msnp_iro;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_iro_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_iro *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_iro_encode(const wyre_msnp_iro *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_iro_visit(const wyre_msnp_iro *m, const wyre_visitor *v);

/* ---- CAL: Calling somebody --------------------------------------------------------------------- */

typedef struct wyre_msnp_cal {
    wyre_msnp_command command;
    wyre_span handle;     /* from a client */
    wyre_span result;     /* "RINGING", from a server */
    wyre_span session_id; /* from a server */
} wyre_msnp_cal;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_cal_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_cal *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_cal_encode(const wyre_msnp_cal *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_cal_visit(const wyre_msnp_cal *m, const wyre_visitor *v);

/* ---- JOI: Who came ----------------------------------------------------------------------------- */

typedef struct wyre_msnp_joi {
    wyre_msnp_command command;
    wyre_span handle;
    wyre_span friendly_name; /* percent-coded; may be empty */
    wyre_span capabilities;  /* may be absent */
} wyre_msnp_joi;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_joi_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_joi *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_joi_encode(const wyre_msnp_joi *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_joi_visit(const wyre_msnp_joi *m, const wyre_visitor *v);

/* ---- BYE: Who left ----------------------------------------------------------------------------- */

typedef struct wyre_msnp_bye {
    wyre_msnp_command command;
    wyre_span handle;
    wyre_span reason; /* "1": was idle; may be absent */
} wyre_msnp_bye;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_bye_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_bye *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_bye_encode(const wyre_msnp_bye *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_bye_visit(const wyre_msnp_bye *m, const wyre_visitor *v);

/* ---- MSG: A message, in the payload ------------------------------------------------------------ */

typedef struct wyre_msnp_msg {
    wyre_msnp_command command;
    wyre_span acknowledgement; /* from a client: "U" "N" "A" "D" */
    wyre_span handle;          /* from a server: of the sender, or "Hotmail" */
    wyre_span friendly_name;   /* from a server; percent-coded; may be empty */
} wyre_msnp_msg;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_msg_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_msg *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_msg_encode(const wyre_msnp_msg *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_msg_visit(const wyre_msnp_msg *m, const wyre_visitor *v);

/* ---- UUM: A message to a user of any network, in the payload ----------------------------------- */

typedef struct wyre_msnp_uum {
    wyre_msnp_command command;
    wyre_span handle;
    uint32_t network_id;
    uint32_t type; /* 1 text, 2 typing, 3 nudge, 4 custom */
} wyre_msnp_uum;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_uum_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_uum *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_uum_encode(const wyre_msnp_uum *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_uum_visit(const wyre_msnp_uum *m, const wyre_visitor *v);

/* ---- UBM: A message from a user of any network, in the payload --------------------------------- */

typedef struct wyre_msnp_ubm {
    wyre_msnp_command command;
    wyre_span handle; /* of the sender */
    uint32_t network_id;
    wyre_span to_handle;
    uint32_t to_network_id;
    uint32_t type; /* as in UUM */
} wyre_msnp_ubm;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_ubm_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_ubm *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_ubm_encode(const wyre_msnp_ubm *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_ubm_visit(const wyre_msnp_ubm *m, const wyre_visitor *v);

/* ---- UUN: Data for a contact, in the payload --------------------------------------------------- */

typedef struct wyre_msnp_uun {
    wyre_msnp_command command;
    wyre_span handle; /* may have an endpoint behind a semicolon; absent with ok */
    /* 1 XML data, 2 invitation, 3 P2P, 5 closed, 6 resync, 11 RTC, 12 tunnelled SIP */
    uint32_t type;
    uint8_t ok;        /* 1: "OK", from a server */
    uint8_t unused[3]; /* 0 */
} wyre_msnp_uun;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_uun_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_uun *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_uun_encode(const wyre_msnp_uun *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_uun_visit(const wyre_msnp_uun *m, const wyre_visitor *v);

/* ---- UBN: Data from a contact, in the payload -------------------------------------------------- */

typedef struct wyre_msnp_ubn {
    wyre_msnp_command command;
    wyre_span handle; /* may have an endpoint behind a semicolon */
    uint32_t type;    /* as in UUN */
} wyre_msnp_ubn;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_ubn_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_ubn *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_ubn_encode(const wyre_msnp_ubn *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_ubn_visit(const wyre_msnp_ubn *m, const wyre_visitor *v);

/* ---- PAG and PGD: A page to a telephone, in the payload ---------------------------------------- */

typedef struct wyre_msnp_pgd {
    wyre_msnp_command command;
    wyre_span handle;
    wyre_span device; /* PGD: "1" mobile, "2" watch; may be absent */
} wyre_msnp_pgd;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_pgd_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_pgd *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_pgd_encode(const wyre_msnp_pgd *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_pgd_visit(const wyre_msnp_pgd *m, const wyre_visitor *v);

/* ---- SDC: A mail that invites to the service, in the payload ----------------------------------- */

typedef struct wyre_msnp_sdc {
    wyre_msnp_command command;
    wyre_span handle;        /* from a client */
    wyre_span locale;        /* from a client */
    wyre_span client_name;   /* from a client */
    wyre_span brand;         /* from a client */
    wyre_span first_x;       /* from a client */
    wyre_span second_x;      /* from a client */
    wyre_span friendly_name; /* from a client */
    uint8_t ok;              /* 1: "OK", from a server */
    uint8_t unused[3];       /* 0 */
} wyre_msnp_sdc;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_sdc_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_sdc *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_sdc_encode(const wyre_msnp_sdc *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_sdc_visit(const wyre_msnp_sdc *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

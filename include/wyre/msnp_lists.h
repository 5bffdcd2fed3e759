/* wyre/msnp_lists.h: contact lists and settings: SYN GTC BLP PRP BPR LSG LST ADD ADC REM REA SBP ADG RMG REG ADL RML FQY. */
#ifndef WYRE_MSNP_LISTS_H
#define WYRE_MSNP_LISTS_H
#include <wyre/msnp_command.h>
#ifdef __cplusplus
extern "C" {
#endif

/* What the three functions of each view do and return, and when, stands in wyre/msnp_login.h under
 * "Views". */

/* ---- Constants of lists ------------------------------------------------------------------------------ */

enum { /* bits of LST and of l= in ADL */
       WYRE_MSNP_LIST_FORWARD = 1,
       WYRE_MSNP_LIST_ALLOW = 2,
       WYRE_MSNP_LIST_BLOCK = 4,
       WYRE_MSNP_LIST_REVERSE = 8,
       WYRE_MSNP_LIST_PENDING = 16
};

/* The name of one list bit without its prefix, "FORWARD"; "?" for anything else. */
WYRE_API const char *wyre_msnp_list_name(uint32_t bit);

enum { /* networks, t= in ADL */
       WYRE_MSNP_NETWORK_WINDOWS_LIVE = 1,
       WYRE_MSNP_NETWORK_OFFICE = 2,
       WYRE_MSNP_NETWORK_TELEPHONE = 4,
       WYRE_MSNP_NETWORK_MNI = 8,
       WYRE_MSNP_NETWORK_CIRCLE = 9,
       WYRE_MSNP_NETWORK_TEMPORARY_GROUP = 10,
       WYRE_MSNP_NETWORK_SMTP = 16,
       WYRE_MSNP_NETWORK_YAHOO = 32
};

/* The name of a network without its prefix, "YAHOO"; "?" for any other number. */
WYRE_API const char *wyre_msnp_network_name(uint32_t network_id);

/* ---- SYN: Synchronisation, until MSNP12 -------------------------------------------------------- */

typedef struct wyre_msnp_syn {
    wyre_msnp_command command;
    /* until MSNP9 a list version, from MSNP10 on a time stamp */
    wyre_span version;
    wyre_span second_version; /* from MSNP10 on; absent before */
    wyre_span contacts;       /* how many LST follow, from a server; may be absent */
    wyre_span groups;         /* how many LSG follow, from a server; may be absent */
} wyre_msnp_syn;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_syn_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_syn *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_syn_encode(const wyre_msnp_syn *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_syn_visit(const wyre_msnp_syn *m, const wyre_visitor *v);

/* ---- GTC and BLP: Whom to ask before adding, and who is allowed by default --------------------- */

typedef struct wyre_msnp_blp {
    wyre_msnp_command command;
    wyre_span list_version; /* from a server, before MSNP10; may be absent */
    wyre_span value;        /* GTC: "A" or "N"; BLP: "AL" or "BL" */
} wyre_msnp_blp;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_blp_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_blp *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_blp_encode(const wyre_msnp_blp *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_blp_visit(const wyre_msnp_blp *m, const wyre_visitor *v);

/* ---- PRP: A property of the user --------------------------------------------------------------- */

typedef struct wyre_msnp_prp {
    wyre_msnp_command command;
    wyre_span list_version; /* from a server, before MSNP10; may be absent */
    wyre_span key;          /* "PHH" "PHW" "PHM" "MOB" "MBE" "WWE" "MFN" "HSB" */
    wyre_span value;        /* percent-coded; may be empty or absent */
} wyre_msnp_prp;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_prp_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_prp *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_prp_encode(const wyre_msnp_prp *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_prp_visit(const wyre_msnp_prp *m, const wyre_visitor *v);

/* ---- BPR: A property of a contact -------------------------------------------------------------- */

typedef struct wyre_msnp_bpr {
    wyre_msnp_command command;
    wyre_span list_version; /* may be absent */
    wyre_span handle;       /* absent: of the last LST */
    wyre_span key;          /* as in PRP */
    wyre_span value;        /* percent-coded; may be empty or absent */
} wyre_msnp_bpr;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_bpr_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_bpr *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_bpr_encode(const wyre_msnp_bpr *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_bpr_visit(const wyre_msnp_bpr *m, const wyre_visitor *v);

/* ---- LSG: A group of contacts, until MSNP12 ---------------------------------------------------- */

typedef struct wyre_msnp_lsg {
    wyre_msnp_command command;
    wyre_span list_version; /* before MSNP8 */
    uint32_t index;         /* before MSNP8: which, from 1 on */
    uint32_t total;         /* before MSNP8: of how many */
    wyre_span group_id;     /* before MSNP10: a number */
    wyre_span group_name;   /* percent-coded */
    wyre_span group_guid;   /* from MSNP10 on */
    wyre_span reserved;     /* before MSNP10: "0"; may be absent */
} wyre_msnp_lsg;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_lsg_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_lsg *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_lsg_encode(const wyre_msnp_lsg *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_lsg_visit(const wyre_msnp_lsg *m, const wyre_visitor *v);

/* ---- LST: A contact, until MSNP12 -------------------------------------------------------------- */

typedef struct wyre_msnp_lst {
    wyre_msnp_command command;
    wyre_span list;          /* before MSNP8: "FL" "AL" "BL" "RL" */
    wyre_span list_version;  /* before MSNP8 */
    uint32_t index;          /* before MSNP8: which, from 1 on; 0: the list is empty */
    uint32_t total;          /* before MSNP8: of how many */
    wyre_span handle;        /* may be absent before MSNP8: the list is empty */
    wyre_span friendly_name; /* percent-coded; may be absent */
    wyre_span contact_guid;  /* from MSNP10 on; may be absent */
    uint32_t lists;          /* from MSNP8 on: bits WYRE_MSNP_LIST_... */
    wyre_span type;          /* MSNP12: as WYRE_MSNP_NETWORK_...; may be absent */
    /* numbers or GUIDs with commas between; may be empty or absent */
    wyre_span groups;
} wyre_msnp_lst;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_lst_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_lst *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_lst_encode(const wyre_msnp_lst *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_lst_visit(const wyre_msnp_lst *m, const wyre_visitor *v);

/* ---- ADD: A contact for a list, until MSNP9 ---------------------------------------------------- */

typedef struct wyre_msnp_add {
    wyre_msnp_command command;
    wyre_span list;         /* "FL" "AL" "BL" "RL" */
    wyre_span list_version; /* from a server */
    wyre_span handle;
    wyre_span friendly_name; /* percent-coded */
    wyre_span group_id;      /* may be absent */
} wyre_msnp_add;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_add_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_add *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_add_encode(const wyre_msnp_add *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_add_visit(const wyre_msnp_add *m, const wyre_visitor *v);

/* ---- ADC: A contact for a list, MSNP10 to MSNP12 ----------------------------------------------- */

typedef struct wyre_msnp_adc {
    wyre_msnp_command command;
    wyre_span list;          /* "FL" "AL" "BL" "RL" */
    wyre_span handle;        /* N=; may be absent */
    wyre_span friendly_name; /* F=, percent-coded; may be absent */
    wyre_span contact_guid;  /* C=; may be absent */
    wyre_span group_guid;    /* may be absent */
} wyre_msnp_adc;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_adc_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_adc *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_adc_encode(const wyre_msnp_adc *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_adc_visit(const wyre_msnp_adc *m, const wyre_visitor *v);

/* ---- REM: A contact off a list, until MSNP12 --------------------------------------------------- */

typedef struct wyre_msnp_rem {
    wyre_msnp_command command;
    wyre_span list;         /* "FL" "AL" "BL" "RL" */
    wyre_span list_version; /* from a server, before MSNP10 */
    /* handle, or from MSNP10 on for the FL the contact's GUID */
    wyre_span contact;
    wyre_span group; /* may be absent */
} wyre_msnp_rem;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_rem_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_rem *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_rem_encode(const wyre_msnp_rem *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_rem_visit(const wyre_msnp_rem *m, const wyre_visitor *v);

/* ---- REA: A new name for a contact or oneself, until MSNP9 ------------------------------------- */

typedef struct wyre_msnp_rea {
    wyre_msnp_command command;
    wyre_span list_version; /* from a server */
    wyre_span handle;
    wyre_span friendly_name; /* percent-coded */
} wyre_msnp_rea;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_rea_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_rea *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_rea_encode(const wyre_msnp_rea *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_rea_visit(const wyre_msnp_rea *m, const wyre_visitor *v);

/* ---- SBP: A property of a contact, MSNP10 to MSNP12 -------------------------------------------- */

typedef struct wyre_msnp_sbp {
    wyre_msnp_command command;
    wyre_span contact_guid;
    wyre_span key;   /* "MFN" */
    wyre_span value; /* percent-coded; may be empty or absent */
} wyre_msnp_sbp;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_sbp_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_sbp *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_sbp_encode(const wyre_msnp_sbp *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_sbp_visit(const wyre_msnp_sbp *m, const wyre_visitor *v);

/* ---- ADG: A new group, until MSNP12 ------------------------------------------------------------ */

typedef struct wyre_msnp_adg {
    wyre_msnp_command command;
    wyre_span list_version; /* from a server, before MSNP10; may be absent */
    wyre_span group_name;   /* percent-coded */
    wyre_span group_id;     /* number or GUID, from a server */
    wyre_span reserved;     /* "0"; may be absent */
} wyre_msnp_adg;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_adg_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_adg *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_adg_encode(const wyre_msnp_adg *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_adg_visit(const wyre_msnp_adg *m, const wyre_visitor *v);

/* ---- RMG: A group less, until MSNP12 ----------------------------------------------------------- */

typedef struct wyre_msnp_rmg {
    wyre_msnp_command command;
    wyre_span list_version; /* from a server; may be absent */
    wyre_span group_id;     /* number or GUID */
} wyre_msnp_rmg;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_rmg_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_rmg *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_rmg_encode(const wyre_msnp_rmg *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_rmg_visit(const wyre_msnp_rmg *m, const wyre_visitor *v);

/* ---- REG: A new name for a group, until MSNP12 ------------------------------------------------- */

typedef struct wyre_msnp_reg {
    wyre_msnp_command command;
    wyre_span list_version; /* from a server */
    wyre_span group_id;     /* number or GUID */
    wyre_span group_name;   /* percent-coded */
    wyre_span reserved;     /* "0"; may be absent */
} wyre_msnp_reg;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_reg_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_reg *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_reg_encode(const wyre_msnp_reg *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_reg_visit(const wyre_msnp_reg *m, const wyre_visitor *v);

/* ---- ADL, RML, FQY, UUX, SDG, PUT and DEL: An upload in the payload, or the answer to one ------ */

/* The payload is XML (msnp_xml.h), or headers and a body for SDG, PUT and DEL. */
typedef struct wyre_msnp_adl {
    wyre_msnp_command command;
    uint8_t ok;        /* 1: "OK", from a server */
    uint8_t unused[3]; /* 0 */
} wyre_msnp_adl;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_VALUE or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_adl_decode(const uint8_t *in, size_t in_len,
                                          const wyre_msnp_command *command, wyre_msnp_adl *out,
                                          size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_adl_encode(const wyre_msnp_adl *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_adl_visit(const wyre_msnp_adl *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

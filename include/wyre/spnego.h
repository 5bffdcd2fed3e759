/* wyre/spnego.h: the security tokens of SMB, TDS and HTTP: SPNEGO [RFC 4178] with Microsoft's
 * NegTokenInit2 [MS-SPNG], the GSS-API wrapper [RFC 2743 3.1], and the outline of Kerberos tokens
 * [RFC 4120, RFC 4121]. NTLM messages: wyre/ntlmssp.h.
 *
 * All of it is DER, read with these bounds: definite lengths of at most four bytes behind the first
 * (longer ones are WYRE_E_LIMIT, indefinite ones WYRE_E_VALUE, *n at the length); an element that
 * reaches past the one around it is WYRE_E_LENGTH at its length; lengths longer than they need be
 * are accepted, and written in their shortest form. */
#ifndef WYRE_SPNEGO_H
#define WYRE_SPNEGO_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Which token ------------------------------------------------------------------------------- */

/* kind of a security blob */
enum {
    WYRE_SPNEGO_TOKEN_UNKNOWN = 0,
    WYRE_SPNEGO_TOKEN_NEG_TOKEN_INIT = 1, /* in its GSS-API wrapper, or bare */
    WYRE_SPNEGO_TOKEN_NEG_TOKEN_RESP = 2,
    WYRE_SPNEGO_TOKEN_NTLMSSP = 3,
    WYRE_SPNEGO_TOKEN_KERBEROS = 4, /* AP-REQ, AP-REP or KRB-ERROR, bare */
    WYRE_SPNEGO_TOKEN_GSS = 5       /* a GSS-API wrapper of another mechanism */
};

/* What a security blob is, told by its first bytes; any input is legal, and `in` may be NULL when
 * in_len is 0. The answer is a guess that only the decoder of that kind can confirm. */
WYRE_API uint32_t wyre_spnego_token_kind(const uint8_t *in, size_t in_len);

/* The name of a kind without its prefix, "NEG_TOKEN_INIT"; "?" for any other number. */
WYRE_API const char *wyre_spnego_token_kind_name(uint32_t kind);

/* ---- Mechanisms ---------------------------------------------------------------------------------- */

/* a mechanism known by name */
enum {
    WYRE_SPNEGO_MECH_UNKNOWN = 0,
    WYRE_SPNEGO_MECH_SPNEGO = 1,             /* 1.3.6.1.5.5.2 */
    WYRE_SPNEGO_MECH_NTLMSSP = 2,            /* 1.3.6.1.4.1.311.2.2.10 */
    WYRE_SPNEGO_MECH_KERBEROS = 3,           /* 1.2.840.113554.1.2.2 */
    WYRE_SPNEGO_MECH_MS_KERBEROS = 4,        /* 1.2.840.48018.1.2.2 */
    WYRE_SPNEGO_MECH_KERBEROS_USER2USER = 5, /* 1.2.840.113554.1.2.2.3 */
    WYRE_SPNEGO_MECH_NEGOEX = 6,             /* 1.3.6.1.4.1.311.2.2.30 */
    WYRE_SPNEGO_MECH_IAKERB = 7              /* 1.3.6.1.5.2.5 */
};

/* The mechanism whose OBJECT IDENTIFIER has these in_len content bytes. */
WYRE_API uint32_t wyre_spnego_mech(const uint8_t *oid, size_t oid_len);

/* The name of a mechanism without its prefix, "NTLMSSP"; "?" for any other number. */
WYRE_API const char *wyre_spnego_mech_name(uint32_t mech);

/* The content bytes of a mechanism's OBJECT IDENTIFIER, for encoders.
 * WYRE_OK; WYRE_E_ARG: mech is none of the above, or UNKNOWN; or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_spnego_mech_oid(uint32_t mech, uint8_t *out, size_t cap, size_t *n);

enum { WYRE_SPNEGO_MECHS_MAX = 16 }; /* in one list */

/* Where a walk over a mechanism list is; all zero at its start. */
typedef struct wyre_spnego_mech_iter {
    uint32_t pos;   /* of the next element */
    uint32_t count; /* mechanisms told so far */
    uint32_t end;   /* where the list ends; 0: not begun */
    uint32_t fault; /* after a refusal: the offset at fault */
} wyre_spnego_mech_iter;

typedef struct wyre_spnego_mech_type {
    wyre_span oid; /* content bytes of the OBJECT IDENTIFIER */
    uint32_t mech; /* WYRE_SPNEGO_MECH_... */
} wyre_spnego_mech_type;

/* The next mechanism of a MechTypeList of in_len bytes, SEQUENCE header included: mech_types of a
 * NegTokenInit. Its span counts from `in`.
 * WYRE_OK; WYRE_END; or, with *out zero and only it->fault changed,
 *   WYRE_E_LENGTH, WYRE_E_LIMIT, WYRE_E_VALUE  bad DER, see the top of this page; WYRE_E_VALUE also:
 *                  not a SEQUENCE of OBJECT IDENTIFIERs; WYRE_E_LIMIT also: more than
 *                  WYRE_SPNEGO_MECHS_MAX of them
 *   WYRE_E_ARG     it->pos is past in_len, or in_len over 4 GiB - 1
 * [RFC 4178] 4.1 */
WYRE_API wyre_status wyre_spnego_mech_type_next(wyre_spnego_mech_iter *it, const uint8_t *in,
                                                size_t in_len, wyre_spnego_mech_type *out);

/* Writes a MechTypeList of `count` mechanisms, SEQUENCE header included. An oid of length 0 stands
 * for the mechanism named by `mech`.
 * WYRE_OK, or
 *   WYRE_E_ARG    an oid outside src, or an empty one whose mech is unknown
 *   WYRE_E_RANGE  count is 0
 *   WYRE_E_LIMIT  count is more than WYRE_SPNEGO_MECHS_MAX
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_spnego_mech_types_encode(const wyre_spnego_mech_type *types,
                                                   uint32_t count, const uint8_t *src,
                                                   size_t src_len, uint8_t *out, size_t cap,
                                                   size_t *n);

/* ---- NegTokenInit and NegTokenInit2: [RFC 4178] 4.2.1, [MS-SPNG] 2.2.1 --------------------------- */

/* present: which optional elements are there */
enum {
    WYRE_SPNEGO_INIT_GSS_WRAPPER = 0x01, /* the GSS-API wrapper; clients of [MS-SPNG] may omit it */
    WYRE_SPNEGO_INIT_MECH_TYPES = 0x02,  /* mech_types: there in every sane token */
    WYRE_SPNEGO_INIT_REQ_FLAGS = 0x04,
    WYRE_SPNEGO_INIT_MECH_TOKEN = 0x08,
    WYRE_SPNEGO_INIT_NEG_HINTS = 0x10, /* hint_name, hint_address: NegTokenInit2 */
    WYRE_SPNEGO_INIT_HINT_NAME = 0x20,
    WYRE_SPNEGO_INIT_HINT_ADDRESS = 0x40,
    WYRE_SPNEGO_INIT_MECH_LIST_MIC = 0x80,  /* as element [3] */
    WYRE_SPNEGO_INIT2_MECH_LIST_MIC = 0x100 /* as element [4]: NegTokenInit2 */
};

typedef struct wyre_spnego_neg_token_init {
    wyre_span mech_types; /* MechTypeList with its SEQUENCE header: what mechListMIC covers */
    wyre_span req_flags;  /* content of the BIT STRING */
    wyre_span mech_token; /* first token of the first mechanism, see wyre_spnego_token_kind */
    wyre_span hint_name;  /* "not_defined_in_RFC4178@please_ignore" */
    wyre_span hint_address;
    wyre_span mech_list_mic;
    wyre_span extensions; /* elements behind these, as they stand */
    uint32_t present;     /* bits WYRE_SPNEGO_INIT_... */
} wyre_spnego_neg_token_init;

/* Decodes the first token of a negotiation, or the hint that a server gives in NEGOTIATE.
 *   in     in_len bytes from the tag on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK where the outermost element ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_MAGIC   it begins with neither the GSS-API wrapper of SPNEGO nor [0]
 *   WYRE_E_LENGTH  an element is cut off, or reaches past the one around it
 *   WYRE_E_LIMIT   a length of more than four bytes
 *   WYRE_E_VALUE   an indefinite length, another tag than the grammar has there, bytes behind the
 *                  last element of one that holds exactly one, an empty mech_types
 * [RFC 4178] 4.2.1 */
WYRE_API wyre_status wyre_spnego_neg_token_init_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_spnego_neg_token_init *out, size_t *n);

/* Encodes a NegTokenInit or NegTokenInit2, with the elements that `present` names.
 *   src  what the spans of *m count from, src_len bytes
 *   n    on OK the bytes written, on WYRE_E_SPACE the bytes needed
 * WYRE_OK, or
 *   WYRE_E_ARG    a span outside src, or an undefined bit in `present`
 *   WYRE_E_RANGE  mech_types is present but no SEQUENCE, or holds nothing; a hint is present without
 *                 NEG_HINTS; mech_list_mic is present twice, or as [3] behind the hints
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_spnego_neg_token_init_encode(const wyre_spnego_neg_token_init *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);

/* Tells `present` and every element that is there. Always WYRE_OK. */
WYRE_API wyre_status wyre_spnego_neg_token_init_visit(const wyre_spnego_neg_token_init *m,
                                                      const wyre_visitor *v);

/* ---- NegTokenResp: [RFC 4178] 4.2.2 ---------------------------------------------------------------- */

/* neg_state */
enum {
    WYRE_SPNEGO_ACCEPT_COMPLETED = 0,
    WYRE_SPNEGO_ACCEPT_INCOMPLETE = 1,
    WYRE_SPNEGO_REJECT = 2,
    WYRE_SPNEGO_REQUEST_MIC = 3
};

/* The name of a neg_state without its prefix, "REJECT"; "?" for any other number. */
WYRE_API const char *wyre_spnego_neg_state_name(uint32_t state);

/* present: which elements are there; all are optional */
enum {
    WYRE_SPNEGO_RESP_NEG_STATE = 0x01,
    WYRE_SPNEGO_RESP_SUPPORTED_MECH = 0x02,
    WYRE_SPNEGO_RESP_RESPONSE_TOKEN = 0x04,
    WYRE_SPNEGO_RESP_MECH_LIST_MIC = 0x08
};

typedef struct wyre_spnego_neg_token_resp {
    wyre_span supported_mech; /* content bytes of the OBJECT IDENTIFIER, see wyre_spnego_mech */
    wyre_span response_token; /* a token of the mechanism, see wyre_spnego_token_kind */
    wyre_span mech_list_mic;
    wyre_span extensions; /* elements behind these, as they stand */
    uint32_t present;     /* bits WYRE_SPNEGO_RESP_... */
    uint32_t neg_state;   /* WYRE_SPNEGO_ACCEPT_COMPLETED ... */
} wyre_spnego_neg_token_resp;

/* Decodes any later token of a negotiation. Statuses as of wyre_spnego_neg_token_init_decode;
 * WYRE_E_MAGIC: it does not begin with [1]. [RFC 4178] 4.2.2 */
WYRE_API wyre_status wyre_spnego_neg_token_resp_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_spnego_neg_token_resp *out, size_t *n);
/* WYRE_OK; WYRE_E_ARG: a span outside src, or an undefined bit in `present`; WYRE_E_RANGE: neg_state
 * is over 127; or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_spnego_neg_token_resp_encode(const wyre_spnego_neg_token_resp *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);
/* Tells `present` and every element that is there. Always WYRE_OK. */
WYRE_API wyre_status wyre_spnego_neg_token_resp_visit(const wyre_spnego_neg_token_resp *m,
                                                      const wyre_visitor *v);

/* ---- GSS-API wrapper: [RFC 2743] 3.1 ----------------------------------------------------------------- */

typedef struct wyre_spnego_gss_token {
    wyre_span this_mech;   /* content bytes of the OBJECT IDENTIFIER */
    wyre_span inner_token; /* up to the end of the wrapper; its meaning is the mechanism's */
} wyre_spnego_gss_token;

/* Decodes the wrapper of an initial token of any mechanism.
 * WYRE_OK and *n where the wrapper ends; else as wyre_spnego_neg_token_init_decode, with
 * WYRE_E_MAGIC: it does not begin with [APPLICATION 0]. */
WYRE_API wyre_status wyre_spnego_gss_token_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                  wyre_spnego_gss_token *out, size_t *n);
/* WYRE_OK; WYRE_E_ARG: a span outside src; or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_spnego_gss_token_encode(const wyre_spnego_gss_token *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);
/* Tells both fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_spnego_gss_token_visit(const wyre_spnego_gss_token *m,
                                                 const wyre_visitor *v);

/* ---- Kerberos, in outline: [RFC 4121] 4.1, [RFC 4120] 5.5, 5.9 ---------------------------------------- */

/* msg_type */
enum {
    WYRE_SPNEGO_KERBEROS_AP_REQ = 14,
    WYRE_SPNEGO_KERBEROS_AP_REP = 15,
    WYRE_SPNEGO_KERBEROS_KRB_ERROR = 30
};

/* The name of a msg_type without its prefix, "AP_REQ"; "?" for any other number. */
WYRE_API const char *wyre_spnego_kerberos_msg_type_name(uint32_t msg_type);

/* What stands in the clear in an AP-REQ, AP-REP or KRB-ERROR. Numbers are the low 32 bits of their
 * INTEGER, which may be negative: encryption types are in practice small, or small and negative. */
typedef struct wyre_spnego_kerberos {
    wyre_span realm;         /* AP-REQ: of the ticket; KRB-ERROR: of the service */
    wyre_span sname;         /* content of its SEQUENCE OF GeneralString: one element a component,
                                   see wyre_spnego_kerberos_component_next */
    wyre_span ticket_cipher; /* AP-REQ */
    wyre_span cipher;        /* AP-REQ: of the authenticator; AP-REP: of enc-part */
    wyre_span e_text;        /* KRB-ERROR, optional */
    uint32_t msg_type;       /* WYRE_SPNEGO_KERBEROS_..., by the APPLICATION tag */
    uint32_t ap_options;     /* AP-REQ: the 32 bits, first bit highest */
    uint32_t name_type;      /* of sname */
    uint32_t ticket_etype;   /* AP-REQ */
    uint32_t ticket_kvno;    /* AP-REQ, optional: 0 */
    uint32_t etype;          /* of cipher */
    uint32_t error_code;     /* KRB-ERROR */
} wyre_spnego_kerberos;

/* Decodes the outline of a Kerberos message. There is no encoder: what matters is encrypted.
 *   in     in_len bytes from the APPLICATION tag on: behind the two bytes of its GSS-API token
 *          identifier; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK where the outermost element ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_MAGIC   the first tag is none of 6e, 6f, 7e
 *   WYRE_E_LENGTH, WYRE_E_LIMIT, WYRE_E_VALUE  as from wyre_spnego_neg_token_init_decode; WYRE_E_VALUE
 *                  also: an INTEGER without content or of more than eight bytes */
WYRE_API wyre_status wyre_spnego_kerberos_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                 wyre_spnego_kerberos *out, size_t *n);
/* Tells every field that such a message has. Always WYRE_OK. */
WYRE_API wyre_status wyre_spnego_kerberos_visit(const wyre_spnego_kerberos *m,
                                                const wyre_visitor *v);

enum { WYRE_SPNEGO_KERBEROS_COMPONENTS_MAX = 8 }; /* of one name */

/* Where a walk over a name is; all zero at its start. */
typedef struct wyre_spnego_kerberos_component_iter {
    uint32_t pos;
    uint32_t count;
    uint32_t fault; /* after a refusal: the offset at fault */
} wyre_spnego_kerberos_component_iter;

/* The next component of the in_len bytes of sname: "cifs", then a host. *out counts from `in`.
 * WYRE_OK; WYRE_END; or, with *out zero and only it->fault changed,
 *   WYRE_E_LENGTH, WYRE_E_VALUE  bad DER, or not a GeneralString
 *   WYRE_E_LIMIT   also: more than WYRE_SPNEGO_KERBEROS_COMPONENTS_MAX
 *   WYRE_E_ARG     it->pos is past in_len, or in_len over 4 GiB - 1 */
WYRE_API wyre_status wyre_spnego_kerberos_component_next(wyre_spnego_kerberos_component_iter *it,
                                                         const uint8_t *in, size_t in_len,
                                                         wyre_span *out);

/* ---- A whole blob, told --------------------------------------------------------------------------------- */

enum { WYRE_SPNEGO_DEPTH_MAX = 4 }; /* tokens inside tokens */

/* Tells whatever a security blob holds as a part "neg_token_init", "neg_token_resp", "ntlmssp",
 * "gss_token" or "kerberos" with its fields, its lists as parts in it, and the token inside it (of a
 * mechanism that is known) as one more, down to the AV pairs of an NTLM message and the name of a
 * Kerberos service.
 *   in  the blob, in_len bytes; NULL only when in_len is 0
 *   v   is told what was decoded before a refusal too; every part that was entered is left again
 *   n   on OK where the outermost token ends, on refusal the offset at fault
 * WYRE_OK, also for an empty blob, of which nothing is told; or
 *   WYRE_E_UNSUPPORTED  the blob itself is of no known kind
 *   WYRE_E_LIMIT        tokens nested deeper than WYRE_SPNEGO_DEPTH_MAX
 *   any status of the decoder or iterator that refused a part */
WYRE_API wyre_status wyre_spnego_token_visit(const uint8_t *in, size_t in_len,
                                             const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

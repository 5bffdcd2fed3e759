/* wyre/msnp_xml.h: payloads that are XML: contact lists (ADL, RML, FQY), personal data (UUX, UBX), and
 * the MSNObject. The scanner is a small one for such shapes: elements, attributes, text, the five named
 * entities and numbered ones. It takes no document types, which could define entities, and resolves no
 * name spaces. */
#ifndef WYRE_MSNP_XML_H
#define WYRE_MSNP_XML_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Scanner ------------------------------------------------------------------------------------------- */

enum { WYRE_MSNP_XML_DEPTH_MAX = 16 };

enum {                          /* kinds of tokens */
       WYRE_MSNP_XML_OPEN = 1,  /* <name attributes> */
       WYRE_MSNP_XML_EMPTY = 2, /* <name attributes/> */
       WYRE_MSNP_XML_CLOSE = 3, /* </name> */
       WYRE_MSNP_XML_TEXT = 4,  /* up to the next <, entities as they stand */
       WYRE_MSNP_XML_CDATA = 5  /* between <![CDATA[ and ]]> */
};

typedef struct wyre_msnp_xml_token {
    wyre_span name;       /* of an element */
    wyre_span attributes; /* of OPEN and EMPTY, for wyre_msnp_attribute_next */
    wyre_span text;       /* of TEXT and CDATA; of a tag all of it */
    uint32_t kind;        /* WYRE_MSNP_XML_... */
    uint32_t depth; /* how many elements are open around the token; of a tag, around its element */
} wyre_msnp_xml_token;

typedef struct wyre_msnp_xml_iter { /* all zero at the first token */
    uint32_t pos;                   /* where the next token begins, or the one that was refused */
    uint32_t depth;
    uint32_t open[WYRE_MSNP_XML_DEPTH_MAX]; /* where the name of each open element stands */
} wyre_msnp_xml_iter;

/* Takes the next token; spans count from `in`. Comments and <? ?> are passed over. More than one root is
 * legal: clients send several.
 * WYRE_OK; WYRE_END: nothing is left and every element is closed; or
 *   WYRE_E_ARG          it was not kept as the last call left it, or in_len is over 4 GiB - 1
 *   WYRE_E_TEXT         < without a tag, or a closing tag of another name
 *   WYRE_E_LENGTH       the end comes inside a token or an element
 *   WYRE_E_LIMIT        more than WYRE_MSNP_XML_DEPTH_MAX elements are open
 *   WYRE_E_UNSUPPORTED  a document type */
WYRE_API wyre_status wyre_msnp_xml_next(wyre_msnp_xml_iter *it, const uint8_t *in, size_t in_len,
                                        wyre_msnp_xml_token *out);

typedef struct wyre_msnp_attribute {
    wyre_span name;
    wyre_span value; /* between the quotes, entities as they stand */
} wyre_msnp_attribute;

/* Takes the next attribute from *left, which starts as a copy of a token's `attributes`.
 * WYRE_OK; WYRE_END; WYRE_E_ARG: *left is not inside in; or WYRE_E_TEXT: no attribute stands at
 * left->off. */
WYRE_API wyre_status wyre_msnp_attribute_next(wyre_span *left, const uint8_t *in, size_t in_len,
                                              wyre_msnp_attribute *out);

/* ---- Text ---------------------------------------------------------------------------------------------- */

/* Replaces entities by what they stand for, numbers by UTF-8.
 *   flags  no leniency is defined: 0
 *   out    at least in_len bytes always suffice; may be `in` itself
 *   n      bytes written or needed, or the offset of the & at fault
 * WYRE_OK; WYRE_E_ARG: flags is not 0; WYRE_E_TEXT: an entity that is none of the five, is no character,
 * or has no semicolon; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_xml_text_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               uint8_t *out, size_t cap, size_t *n);
/* Writes & < > " ' as entities. WYRE_OK, or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_xml_text_encode(const uint8_t *in, size_t in_len, uint8_t *out,
                                               size_t cap, size_t *n);

/* ---- Contact lists: ADL, RML, FQY ---------------------------------------------------------------------- */

enum { WYRE_MSNP_CONTACTS_MAX = 4096 };

typedef struct wyre_msnp_contact { /* texts are attribute values as they stand, entities and all */
    wyre_span domain;              /* n= of d; absent: a telephone, under t */
    wyre_span local;               /* n= of c: what stands in front of the @, or "tel:+..." */
    wyre_span friendly_name;       /* f=, percent-coded; may be absent */
    uint32_t lists;                /* l=, bits WYRE_MSNP_LIST_..., with has_lists */
    uint32_t network_id;           /* t=, WYRE_MSNP_NETWORK_..., with has_network_id */
    uint8_t has_lists;
    uint8_t has_network_id;
    uint8_t unused[2]; /* 0 */
} wyre_msnp_contact;

typedef struct wyre_msnp_contact_iter { /* all zero at the first contact */
    wyre_msnp_xml_iter xml;             /* xml.pos tells where a refused token begins */
    wyre_span domain;
    uint32_t count;
    uint32_t initial; /* 1: l="1" on ml, the first upload after login */
} wyre_msnp_contact_iter;

/* Takes the next contact; spans count from `in`.
 * WYRE_OK; WYRE_END; a refusal of wyre_msnp_xml_next or wyre_msnp_attribute_next; or
 *   WYRE_E_MAGIC  the root is not ml
 *   WYRE_E_VALUE  l= or t= is no number of 32 bits
 *   WYRE_E_LIMIT  more than WYRE_MSNP_CONTACTS_MAX contacts */
WYRE_API wyre_status wyre_msnp_contact_next(wyre_msnp_contact_iter *it, const uint8_t *in,
                                            size_t in_len, wyre_msnp_contact *out);

/* Encodes a list; contacts of one domain that stand together share its element.
 *   m        count contacts whose spans count from src
 *   initial  1: the first upload after login, else 0
 * WYRE_OK, or
 *   WYRE_E_ARG    a span outside src
 *   WYRE_E_RANGE  < or both kinds of quotes in a text, no local, or more than WYRE_MSNP_CONTACTS_MAX
 *   WYRE_E_SPACE  cap is less than *n */
WYRE_API wyre_status wyre_msnp_contact_list_encode(const wyre_msnp_contact *m, size_t count,
                                                   uint32_t initial, const uint8_t *src,
                                                   size_t src_len, uint8_t *out, size_t cap,
                                                   size_t *n);

/* Tells `v` what is there. Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_contact_visit(const wyre_msnp_contact *m, const wyre_visitor *v);

/* ---- Records of XML ----------------------------------------------------------------------------------------
 * As in wyre/msnp_message.h: {0, 0} is absent, any other empty span is present but empty.
 *
 * _decode takes the whole text; `flags` is 0. *n is where the element ends, or the byte at fault.
 *   WYRE_E_ARG     flags is not 0, or in_len is over 4 GiB - 1
 *   WYRE_E_MAGIC   the first element is another one
 *   WYRE_E_LENGTH, WYRE_E_TEXT, WYRE_E_LIMIT, WYRE_E_UNSUPPORTED  as wyre_msnp_xml_next
 *   WYRE_E_VALUE   a number that is none, or over 32 bits
 * _encode writes one element with what is there, in the order of the struct.
 *   WYRE_E_ARG     a span outside src
 *   WYRE_E_RANGE   < in a text, or both kinds of quotes in an attribute
 *   WYRE_E_SPACE   cap is less than *n
 * _visit tells `v` what is there. Always WYRE_OK. */

/* ---- MSNObject: what a contact can ask for ------------------------------------------------------------------
 * The text here is the element itself: in CHG, NLN and ILN it is percent-coded. Location is chosen by the
 * peer and must never be used as the name of a file. */

enum { /* type */
       WYRE_MSNP_OBJECT_EMOTICON = 2,
       WYRE_MSNP_OBJECT_DISPLAY_PICTURE = 3,
       WYRE_MSNP_OBJECT_BACKGROUND = 5,
       WYRE_MSNP_OBJECT_DYNAMIC_PICTURE = 7,
       WYRE_MSNP_OBJECT_WINK = 8,
       WYRE_MSNP_OBJECT_VOICE_CLIP = 11,
       WYRE_MSNP_OBJECT_SAVED_STATE = 12,
       WYRE_MSNP_OBJECT_LOCATION = 14
};

/* The name of a type without its prefix, "WINK"; "?" for any other number. */
WYRE_API const char *wyre_msnp_object_name(uint32_t type);

typedef struct wyre_msnp_object {
    wyre_span creator;      /* Creator */
    uint32_t size;          /* Size, with has_size */
    uint32_t type;          /* Type, WYRE_MSNP_OBJECT_..., with has_type */
    wyre_span location;     /* Location: not to be trusted */
    wyre_span friendly;     /* Friendly: base64 of UTF-16LE */
    wyre_span sha1d;        /* SHA1D: base64, of the data */
    wyre_span sha1c;        /* SHA1C: base64, of wyre_msnp_object_hash_text */
    wyre_span content_type; /* contenttype */
    wyre_span content_id;   /* contentid */
    wyre_span partner_id;   /* partnerid */
    wyre_span stamp;        /* stamp */
    wyre_span avatar_id;    /* avatarid */
    uint8_t has_size;
    uint8_t has_type;
    uint8_t unused[2]; /* 0 */
} wyre_msnp_object;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_TEXT, WYRE_E_LIMIT, WYRE_E_UNSUPPORTED or WYRE_E_VALUE. */
WYRE_API wyre_status wyre_msnp_object_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_msnp_object *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_object_encode(const wyre_msnp_object *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_object_visit(const wyre_msnp_object *m, const wyre_visitor *v);

/* Writes the text whose SHA-1 is SHA1C: names and values of Creator, Size, Type, Location, Friendly and
 * SHA1D, those that are there, with nothing between.
 * WYRE_OK; WYRE_E_ARG: a span outside src; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_object_hash_text(const wyre_msnp_object *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);

/* ---- Personal data: UUX and UBX ---------------------------------------------------------------- */

/* The element Data. Texts stand with their entities. Endpoints are elements too:
 * wyre_msnp_xml_next. */
typedef struct wyre_msnp_personal {
    wyre_span psm;             /* PSM: the personal message */
    wyre_span current_media;   /* CurrentMedia: for wyre_msnp_media_next */
    wyre_span machine_guid;    /* MachineGuid, from MSNP13 on */
    wyre_span ddp;             /* DDP, from MSNP18 on */
    wyre_span signature_sound; /* SignatureSound */
    wyre_span scene;           /* Scene */
    wyre_span color_scheme;    /* ColorScheme */
} wyre_msnp_personal;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_TEXT, WYRE_E_LIMIT, WYRE_E_UNSUPPORTED or WYRE_E_VALUE. */
WYRE_API wyre_status wyre_msnp_personal_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_msnp_personal *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_personal_encode(const wyre_msnp_personal *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_personal_visit(const wyre_msnp_personal *m, const wyre_visitor *v);

/* ---- An endpoint of the user, MSNP16 and later ------------------------------------------------- */

/* The element EndpointData, in Data or as a root; its id is an attribute:
 * wyre_msnp_attribute_next. */
typedef struct wyre_msnp_endpoint {
    wyre_span capabilities; /* Capabilities */
} wyre_msnp_endpoint;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_TEXT, WYRE_E_LIMIT, WYRE_E_UNSUPPORTED or WYRE_E_VALUE. */
WYRE_API wyre_status wyre_msnp_endpoint_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_msnp_endpoint *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_endpoint_encode(const wyre_msnp_endpoint *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_endpoint_visit(const wyre_msnp_endpoint *m, const wyre_visitor *v);

/* ---- An endpoint as its user sees it, MSNP16 and later ----------------------------------------- */

/* The element PrivateEndpointData. */
typedef struct wyre_msnp_private_endpoint {
    wyre_span ep_name;     /* EpName */
    wyre_span idle;        /* Idle */
    wyre_span client_type; /* ClientType */
    wyre_span state;       /* State */
} wyre_msnp_private_endpoint;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_MAGIC, WYRE_E_LENGTH, WYRE_E_TEXT, WYRE_E_LIMIT, WYRE_E_UNSUPPORTED or WYRE_E_VALUE. */
WYRE_API wyre_status wyre_msnp_private_endpoint_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_msnp_private_endpoint *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_private_endpoint_encode(const wyre_msnp_private_endpoint *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_private_endpoint_visit(const wyre_msnp_private_endpoint *m,
                                                      const wyre_visitor *v);

/* Takes the next part of a CurrentMedia from *left, which starts as a copy of it. Parts are separated by
 * two characters, a backslash and 0: application, type, 1 or 0, format, and what it is made of.
 * WYRE_OK; WYRE_END; or WYRE_E_ARG: *left is not inside in. */
WYRE_API wyre_status wyre_msnp_media_next(wyre_span *left, const uint8_t *in, size_t in_len,
                                          wyre_span *out);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/dtyp.h: Windows data types, [MS-DTYP]: FILETIME, SID, ACL, ACE, security descriptor. All
 * integers are little-endian on the wire but the identifier authority of a SID. */
#ifndef WYRE_DTYP_H
#define WYRE_DTYP_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- FILETIME: [MS-DTYP] 2.3.3 -------------------------------------------------------------------- */

typedef struct wyre_dtyp_unix_time {
    int64_t seconds;      /* since 1970-01-01 UTC, negative before */
    uint32_t nanoseconds; /* 0 to 999999999 */
    uint32_t unused;      /* 0 */
} wyre_dtyp_unix_time;

/* Converts a FILETIME, units of 100 ns since 1601-01-01 UTC; each value has a Unix time. Callers
 * that give 0 or all ones a meaning of their own look for those first. [MS-DTYP] 2.3.3 */
WYRE_API void wyre_dtyp_filetime_to_unix(uint64_t filetime, wyre_dtyp_unix_time *out);

/* Converts back; what is less than 100 ns is cut off.
 *   out  0 on anything but OK
 * WYRE_OK, or
 *   WYRE_E_RANGE  nanoseconds is above 999999999, or the time is before 1601 or after 60056-05-28
 * [MS-DTYP] 2.3.3 */
WYRE_API wyre_status wyre_dtyp_filetime_from_unix(const wyre_dtyp_unix_time *time, uint64_t *out);

/* ---- SID: [MS-DTYP] 2.4.2.2 ------------------------------------------------------------------------ */

enum { WYRE_DTYP_SID_MAX_SUB_AUTHORITIES = 15, WYRE_DTYP_SID_MAX_TEXT = 184 };

typedef struct wyre_dtyp_sid {
    wyre_span sub_authority;         /* 32-bit integers, 0 to 15 of them; the last one is the RID */
    uint8_t identifier_authority[6]; /* big-endian */
    uint8_t revision;                /* 1 */
    uint8_t unused;                  /* 0 */
} wyre_dtyp_sid;

/* Decodes a SID.
 *   in     in_len bytes from its revision on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its span counts from `in`
 *   n      on OK its length: 8 and 4 for each sub-authority
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, or than the sub-authorities need
 *   WYRE_E_VALUE   Revision is not 1, or SubAuthorityCount is above 15
 * [MS-DTYP] 2.4.2.2 */
WYRE_API wyre_status wyre_dtyp_sid_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_dtyp_sid *out, size_t *n);
/* Encodes a SID; its span counts from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG:
 * a span outside src; WYRE_E_RANGE: revision is not 1, more than 15 sub-authorities, or a part of
 * one. */
WYRE_API wyre_status wyre_dtyp_sid_encode(const wyre_dtyp_sid *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_dtyp_sid_visit(const wyre_dtyp_sid *m, const wyre_visitor *v);

/* Writes the text form of a SID, "S-1-5-32-544", without a NUL. An authority that needs more than 32
 * bits is written as 0x and 12 digits.
 *   in   in_len bytes from its revision on; bytes behind it are not looked at
 *   out  cap bytes; WYRE_DTYP_SID_MAX_TEXT always suffice
 *   n    OK: the length of the text; WYRE_E_SPACE: the length needed; else the offset at fault
 * WYRE_OK, WYRE_E_SPACE, or what wyre_dtyp_sid_decode says of `in`. [MS-DTYP] 2.4.2.1 */
WYRE_API wyre_status wyre_dtyp_sid_to_text(const uint8_t *in, size_t in_len, uint8_t *out,
                                           size_t cap, size_t *n);

/* Reads the text form of a SID and writes the SID. A SID without sub-authorities, "S-1-5", is taken
 * as well, because the binary form can be without them.
 *   in   in_len bytes of text
 *   out  cap bytes; 68 always suffice
 *   n    OK: the length of the SID; WYRE_E_SPACE: the length needed; else the offset at fault
 * WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_TEXT   not of that grammar, or a number above 32 bits
 *   WYRE_E_LIMIT  more than 15 sub-authorities
 * [MS-DTYP] 2.4.2.1 */
WYRE_API wyre_status wyre_dtyp_sid_from_text(const uint8_t *in, size_t in_len, uint8_t *out,
                                             size_t cap, size_t *n);

/* ---- ACE: [MS-DTYP] 2.4.4 -------------------------------------------------------------------------- */

enum { /* ace_type */
       WYRE_DTYP_ACE_ACCESS_ALLOWED = 0x00,
       WYRE_DTYP_ACE_ACCESS_DENIED = 0x01,
       WYRE_DTYP_ACE_SYSTEM_AUDIT = 0x02,
       WYRE_DTYP_ACE_SYSTEM_ALARM = 0x03,
       WYRE_DTYP_ACE_ACCESS_ALLOWED_COMPOUND = 0x04,
       WYRE_DTYP_ACE_ACCESS_ALLOWED_OBJECT = 0x05,
       WYRE_DTYP_ACE_ACCESS_DENIED_OBJECT = 0x06,
       WYRE_DTYP_ACE_SYSTEM_AUDIT_OBJECT = 0x07,
       WYRE_DTYP_ACE_SYSTEM_ALARM_OBJECT = 0x08,
       WYRE_DTYP_ACE_ACCESS_ALLOWED_CALLBACK = 0x09,
       WYRE_DTYP_ACE_ACCESS_DENIED_CALLBACK = 0x0a,
       WYRE_DTYP_ACE_ACCESS_ALLOWED_CALLBACK_OBJECT = 0x0b,
       WYRE_DTYP_ACE_ACCESS_DENIED_CALLBACK_OBJECT = 0x0c,
       WYRE_DTYP_ACE_SYSTEM_AUDIT_CALLBACK = 0x0d,
       WYRE_DTYP_ACE_SYSTEM_ALARM_CALLBACK = 0x0e,
       WYRE_DTYP_ACE_SYSTEM_AUDIT_CALLBACK_OBJECT = 0x0f,
       WYRE_DTYP_ACE_SYSTEM_ALARM_CALLBACK_OBJECT = 0x10,
       WYRE_DTYP_ACE_SYSTEM_MANDATORY_LABEL = 0x11,
       WYRE_DTYP_ACE_SYSTEM_RESOURCE_ATTRIBUTE = 0x12,
       WYRE_DTYP_ACE_SYSTEM_SCOPED_POLICY_ID = 0x13
};

/* The name of a type without its prefix, "ACCESS_ALLOWED"; "?" for any other number. */
WYRE_API const char *wyre_dtyp_ace_type_name(uint8_t type);

enum { /* ace_flags */
       WYRE_DTYP_ACE_OBJECT_INHERIT = 0x01,
       WYRE_DTYP_ACE_CONTAINER_INHERIT = 0x02,
       WYRE_DTYP_ACE_NO_PROPAGATE_INHERIT = 0x04,
       WYRE_DTYP_ACE_INHERIT_ONLY = 0x08,
       WYRE_DTYP_ACE_INHERITED = 0x10,
       WYRE_DTYP_ACE_SUCCESSFUL_ACCESS = 0x40,
       WYRE_DTYP_ACE_FAILED_ACCESS = 0x80
};

enum { /* object_flags */
       WYRE_DTYP_ACE_OBJECT_TYPE_PRESENT = 0x01,
       WYRE_DTYP_ACE_INHERITED_OBJECT_TYPE_PRESENT = 0x02
};

typedef struct wyre_dtyp_ace {
    wyre_span sid;
    wyre_span application_data; /* what is behind the SID: conditions, attribute data, padding; in a
                                   type that is not known all that is behind AceSize */
    uint32_t mask;              /* the access rights */
    uint32_t object_flags;      /* object types only: bits WYRE_DTYP_ACE_..._PRESENT */
    uint8_t ace_type;           /* WYRE_DTYP_ACE_ACCESS_ALLOWED ... */
    uint8_t ace_flags;          /* bits WYRE_DTYP_ACE_OBJECT_INHERIT ... */
    uint8_t unused[2];          /* 0 */
    uint8_t object_type[16];    /* GUID, where object_flags has its bit */
    uint8_t inherited_object_type[16];
} wyre_dtyp_ace;

/* Decodes one entry. The compound type and types that are not known keep their body as
 * application_data.
 *   in     in_len bytes from its AceType on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK AceSize
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4, AceSize is less than 4 or past in_len, or mask, GUIDs or
 *                  SID go past AceSize
 *   WYRE_E_VALUE   the SID's Revision is not 1, or its SubAuthorityCount is above 15
 * [MS-DTYP] 2.4.4 */
WYRE_API wyre_status wyre_dtyp_ace_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_dtyp_ace *out, size_t *n);
/* Encodes one entry; its spans count from src, AceSize is computed. Windows wants a multiple of 4.
 * WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span outside src; WYRE_E_RANGE: longer
 * than 65535. */
WYRE_API wyre_status wyre_dtyp_ace_encode(const wyre_dtyp_ace *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_dtyp_ace_visit(const wyre_dtyp_ace *m, const wyre_visitor *v);

/* ---- ACL: [MS-DTYP] 2.4.5 -------------------------------------------------------------------------- */

typedef struct wyre_dtyp_acl {
    wyre_span aces; /* ace_count entries, and unused bytes behind them */
    uint16_t ace_count;
    uint16_t sbz2;        /* 0 */
    uint8_t acl_revision; /* 2, or 4 where it holds object types */
    uint8_t sbz1;         /* 0 */
    uint8_t unused[2];    /* 0 */
} wyre_dtyp_acl;

/* Decodes the header of a list; its entries come from wyre_dtyp_ace_next.
 *   in     in_len bytes from its AclRevision on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its span counts from `in`
 *   n      on OK AclSize
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, or AclSize is less than 8 or past in_len
 * [MS-DTYP] 2.4.5 */
WYRE_API wyre_status wyre_dtyp_acl_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_dtyp_acl *out, size_t *n);
/* Encodes a list from its encoded entries, which m->aces holds; AclSize is computed. WYRE_OK;
 * WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span outside src; WYRE_E_RANGE: longer than
 * 65535. */
WYRE_API wyre_status wyre_dtyp_acl_encode(const wyre_dtyp_acl *m, const uint8_t *src,
                                          size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_dtyp_acl_visit(const wyre_dtyp_acl *m, const wyre_visitor *v);

/* All zero before the first call. */
typedef struct wyre_dtyp_ace_iter {
    uint32_t pos;   /* where the next entry begins */
    uint32_t left;  /* entries still to come; at most 65535 */
    uint32_t fault; /* offset of the byte at fault after a refusal */
} wyre_dtyp_ace_iter;

/* Gives the entries of a list one by one.
 *   in   in_len bytes from the list's AclRevision on, the same at each call
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END: AceCount entries were given; what wyre_dtyp_acl_decode says of the list or
 * wyre_dtyp_ace_decode of the entry; or WYRE_E_STATE: `in` is not what the first call saw.
 * [MS-DTYP] 2.4.5 */
WYRE_API wyre_status wyre_dtyp_ace_next(wyre_dtyp_ace_iter *it, const uint8_t *in, size_t in_len,
                                        wyre_dtyp_ace *out);

/* ---- Security descriptor, self-relative: [MS-DTYP] 2.4.6 --------------------------------------------- */

enum { /* control */
       WYRE_DTYP_SD_OWNER_DEFAULTED = 0x0001,
       WYRE_DTYP_SD_GROUP_DEFAULTED = 0x0002,
       WYRE_DTYP_SD_DACL_PRESENT = 0x0004, /* with an empty dacl: everyone may do everything */
       WYRE_DTYP_SD_DACL_DEFAULTED = 0x0008,
       WYRE_DTYP_SD_SACL_PRESENT = 0x0010,
       WYRE_DTYP_SD_SACL_DEFAULTED = 0x0020,
       WYRE_DTYP_SD_DACL_TRUSTED = 0x0040,
       WYRE_DTYP_SD_SERVER_SECURITY = 0x0080,
       WYRE_DTYP_SD_DACL_COMPUTED_INHERITANCE_REQUIRED = 0x0100,
       WYRE_DTYP_SD_SACL_COMPUTED_INHERITANCE_REQUIRED = 0x0200,
       WYRE_DTYP_SD_DACL_AUTO_INHERITED = 0x0400,
       WYRE_DTYP_SD_SACL_AUTO_INHERITED = 0x0800,
       WYRE_DTYP_SD_DACL_PROTECTED = 0x1000,
       WYRE_DTYP_SD_SACL_PROTECTED = 0x2000,
       WYRE_DTYP_SD_RM_CONTROL_VALID = 0x4000,
       WYRE_DTYP_SD_SELF_RELATIVE = 0x8000
};

typedef struct wyre_dtyp_security_descriptor {
    wyre_span owner;  /* a SID; length 0: none */
    wyre_span group;  /* a SID; length 0: none */
    wyre_span sacl;   /* an ACL; length 0: none */
    wyre_span dacl;   /* an ACL; length 0: none */
    uint16_t control; /* bits WYRE_DTYP_SD_... */
    uint8_t revision; /* 1 */
    uint8_t sbz1;     /* the resource manager's, with RM_CONTROL_VALID */
} wyre_dtyp_security_descriptor;

/* Decodes a descriptor and finds its parts; the lengths of the parts are checked, not their insides.
 *   in     in_len bytes from its Revision on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where the last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 20, or a part ends past in_len or has AclSize below 8
 *   WYRE_E_VALUE   Revision is not 1, a SID's is not, or a SubAuthorityCount is above 15
 *   WYRE_E_OFFSET  a part begins inside the fixed part or past in_len
 * [MS-DTYP] 2.4.6 */
WYRE_API wyre_status wyre_dtyp_security_descriptor_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_dtyp_security_descriptor *out,
                                                          size_t *n);
/* Encodes a descriptor; its spans count from src and are written in the order in which they stand
 * there, each at a multiple of 4. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: revision is not 1. */
WYRE_API wyre_status wyre_dtyp_security_descriptor_encode(const wyre_dtyp_security_descriptor *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_dtyp_security_descriptor_visit(const wyre_dtyp_security_descriptor *m,
                                                         const wyre_visitor *v);

/* Tells `v` a whole descriptor: its fields, then owner_sid, group_sid, sacl_entries and dacl_entries
 * as parts of their own, and in the lists each ace.
 *   n  OK: where the last part ends; else the offset at fault
 * What wyre_dtyp_security_descriptor_decode says of `in`, wyre_dtyp_ace_next of an entry. */
WYRE_API wyre_status wyre_dtyp_security_visit(const uint8_t *in, size_t in_len,
                                              const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/msnp_message.h: payloads that are headers and a body: MSG, UUM, UBM, and from MSNP18 on SDG, NFY,
 * PUT and DEL. */
#ifndef WYRE_MSNP_MESSAGE_H
#define WYRE_MSNP_MESSAGE_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Headers -----------------------------------------------------------------------------------------
 * *( name ":" value line-end ) line-end body, where a line end is CR LF or LF. A value goes on in the
 * next line where that begins with a space or tab. */

enum { WYRE_MSNP_HEADERS_MAX = 64 };

typedef struct wyre_msnp_header {
    wyre_span name;  /* of a line without colon: all of it */
    wyre_span value; /* without blanks around it; line ends of a folded value are in it */
} wyre_msnp_header;

typedef struct wyre_msnp_header_iter { /* all zero at the first header */
    uint32_t pos;                      /* at WYRE_END where the body begins */
    uint32_t count;
} wyre_msnp_header_iter;

/* Takes the next header of the block that it->pos is in; spans count from `in`. No blank line: the block
 * ends where in ends.
 * WYRE_OK; WYRE_END: that was the blank line, it->pos stands behind it; WYRE_E_LIMIT: more than
 * WYRE_MSNP_HEADERS_MAX headers; or WYRE_E_ARG: it->pos is outside in. */
WYRE_API wyre_status wyre_msnp_header_next(wyre_msnp_header_iter *it, const uint8_t *in,
                                           size_t in_len, wyre_msnp_header *out);

/* Finds the first header of that name, in letters of either case.
 *   name   name_len bytes
 *   value  its value, {0, 0} where there is none
 * WYRE_OK; WYRE_END: no such header; or WYRE_E_LIMIT, as above. */
WYRE_API wyre_status wyre_msnp_header_find(const uint8_t *in, size_t in_len, const char *name,
                                           size_t name_len, wyre_span *value);

/* Appends one header. Refused with WYRE_E_RANGE, which sticks to w, where the name is empty or has a
 * colon or a control character, or the value a CR or LF that does not fold it. */
WYRE_API void wyre_msnp_header_put(wyre_wr *w, const char *name, size_t name_len,
                                   const uint8_t *value, size_t value_len);

/* Appends the blank line behind the last header. */
WYRE_API void wyre_msnp_header_end(wyre_wr *w);

/* ---- Kinds of content: what Content-Type says --------------------------------------------------------- */

enum {
    WYRE_MSNP_CONTENT_UNKNOWN = 0,
    WYRE_MSNP_CONTENT_TEXT = 1,          /* text/plain */
    WYRE_MSNP_CONTENT_CONTROL = 2,       /* text/x-msmsgscontrol: typing */
    WYRE_MSNP_CONTENT_DATACAST = 3,      /* text/x-msnmsgr-datacast: nudge, wink, voice clip */
    WYRE_MSNP_CONTENT_INVITE = 4,        /* text/x-msmsgsinvite */
    WYRE_MSNP_CONTENT_EMOTICON = 5,      /* text/x-mms-emoticon, text/x-mms-animemoticon */
    WYRE_MSNP_CONTENT_P2P = 6,           /* application/x-msnmsgrp2p */
    WYRE_MSNP_CONTENT_CLIENT_CAPS = 7,   /* text/x-clientcaps, text/x-clientinfo */
    WYRE_MSNP_CONTENT_KEEPALIVE = 8,     /* text/x-keepalive */
    WYRE_MSNP_CONTENT_INK = 9,           /* application/x-ms-ink, image/gif */
    WYRE_MSNP_CONTENT_PROFILE = 10,      /* text/x-msmsgsprofile */
    WYRE_MSNP_CONTENT_INITIAL_MAIL = 11, /* text/x-msmsgsinitial(md|e)mail..., oimnotification */
    WYRE_MSNP_CONTENT_MAIL = 12,         /* text/x-msmsgsemailnotification */
    WYRE_MSNP_CONTENT_ACTIVE_MAIL = 13,  /* text/x-msmsgsactivemailnotification */
    WYRE_MSNP_CONTENT_SYSTEM = 14        /* application/x-msmsgssystemmessage */
};

/* The kind that a Content-Type names, its parameters left aside; old servers say application/ for text/. */
WYRE_API uint32_t wyre_msnp_content_kind(const uint8_t *type, size_t type_len);
/* The name of a kind without its prefix, "TEXT"; "?" for any other number. */
WYRE_API const char *wyre_msnp_content_name(uint32_t kind);

/* ---- Records -----------------------------------------------------------------------------------------
 * A record names the headers of one kind of content. Where a span may be absent, {0, 0} is absent and
 * any other empty span is present but empty; every header may be absent.
 *
 * _decode takes a whole payload, or a body that is headers again: `in`, in_len bytes, NULL only when
 * in_len is 0; `flags` is 0, no leniency is defined. It fills `out`, zeroed on anything but OK; spans
 * count from `in`. *n is in_len, or the byte at fault. Headers that the record does not name are passed
 * over.
 *   WYRE_E_ARG    flags is not 0, or in_len is over 4 GiB - 1
 *   WYRE_E_LIMIT  more than WYRE_MSNP_HEADERS_MAX headers in a block
 *   WYRE_E_TEXT   the value of a named header has a CR that belongs to no line end
 *
 * _encode writes the headers that are there in the order of the struct; spans count from `src`.
 *   WYRE_E_ARG    a span outside src
 *   WYRE_E_RANGE  a value that would break its line
 *   WYRE_E_SPACE  cap is less than *n
 *
 * _visit tells `v` the fields that are there. Always WYRE_OK. */

/* ---- Message: the headers around any content --------------------------------------------------- */

/* The body is text, data, or headers again; content_type says which. */
typedef struct wyre_msnp_message {
    wyre_span mime_version;   /* MIME-Version */
    wyre_span content_type;   /* Content-Type */
    wyre_span user_agent;     /* User-Agent */
    wyre_span im_format;      /* X-MMS-IM-Format: wyre_msnp_im_format */
    wyre_span p4_context;     /* P4-Context: a name to show in place of the friendly name */
    wyre_span typing_user;    /* TypingUser: the handle of who types */
    wyre_span recording_user; /* RecordingUser */
    wyre_span p2p_dest;       /* P2P-Dest: handle, from MSNP16 on with an endpoint */
    wyre_span p2p_src;        /* P2P-Src */
    wyre_span message_id;     /* Message-ID of a message in chunks */
    wyre_span chunks;         /* Chunks: how many, in the first */
    wyre_span chunk;          /* Chunk: which, from 1 on, in the others */
    wyre_span body;           /* all behind the blank line */
} wyre_msnp_message;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_message_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_msnp_message *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_message_encode(const wyre_msnp_message *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_message_visit(const wyre_msnp_message *m, const wyre_visitor *v);

/* ---- Datacast ---------------------------------------------------------------------------------- */

/* Body of a nudge (ID 1), wink (2), voice clip (3) or action (4). */
typedef struct wyre_msnp_datacast {
    wyre_span id;   /* ID */
    wyre_span data; /* Data: an MSNObject */
} wyre_msnp_datacast;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_datacast_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_msnp_datacast *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_datacast_encode(const wyre_msnp_datacast *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_datacast_visit(const wyre_msnp_datacast *m, const wyre_visitor *v);

/* ---- Invitation -------------------------------------------------------------------------------- */

/* Body of an invitation to an application, or of the answer to one. */
typedef struct wyre_msnp_invitation {
    wyre_span application_name;     /* Application-Name */
    wyre_span application_guid;     /* Application-GUID */
    wyre_span session_protocol;     /* Session-Protocol */
    wyre_span invitation_command;   /* Invitation-Command: "INVITE" "ACCEPT" "CANCEL" */
    wyre_span invitation_cookie;    /* Invitation-Cookie */
    wyre_span session_id;           /* Session-ID */
    wyre_span application_file;     /* Application-File */
    wyre_span application_filesize; /* Application-FileSize */
    wyre_span connectivity;         /* Connectivity */
    wyre_span cancel_code;          /* Cancel-Code */
    wyre_span launch_application;   /* Launch-Application */
    wyre_span request_data;         /* Request-Data */
    wyre_span ip_address;           /* IP-Address */
    wyre_span port;                 /* Port */
    wyre_span auth_cookie;          /* AuthCookie */
} wyre_msnp_invitation;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_invitation_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                 wyre_msnp_invitation *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_invitation_encode(const wyre_msnp_invitation *m, const uint8_t *src,
                                                 size_t src_len, uint8_t *out, size_t cap,
                                                 size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_invitation_visit(const wyre_msnp_invitation *m,
                                                const wyre_visitor *v);

/* ---- Profile ----------------------------------------------------------------------------------- */

/* What the notification server tells about the user after login; it has no body. */
typedef struct wyre_msnp_profile {
    wyre_span mime_version;    /* MIME-Version */
    wyre_span content_type;    /* Content-Type */
    wyre_span login_time;      /* LoginTime */
    wyre_span email_enabled;   /* EmailEnabled */
    wyre_span member_id_high;  /* MemberIdHigh */
    wyre_span member_id_low;   /* MemberIdLow */
    wyre_span lang_preference; /* lang_preference */
    wyre_span preferred_email; /* preferredEmail */
    wyre_span country;         /* country */
    wyre_span postal_code;     /* PostalCode */
    wyre_span gender;          /* Gender */
    wyre_span kid;             /* Kid */
    wyre_span age;             /* Age */
    wyre_span b_day_pre;       /* BDayPre */
    wyre_span birthday;        /* Birthday */
    wyre_span wallet;          /* Wallet */
    wyre_span profile_flags;   /* Flags */
    wyre_span sid;             /* sid */
    wyre_span msp_auth;        /* MSPAuth */
    wyre_span client_ip;       /* ClientIP */
    wyre_span client_port;     /* ClientPort */
    wyre_span abch_migrated;   /* ABCHMigrated */
    wyre_span mpop_enabled;    /* MPOPEnabled */
} wyre_msnp_profile;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_profile_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_msnp_profile *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_profile_encode(const wyre_msnp_profile *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_profile_visit(const wyre_msnp_profile *m, const wyre_visitor *v);

/* ---- Mail -------------------------------------------------------------------------------------- */

/* Body of a notification about mail: the state of the mailbox, a new mail, or one that was moved. */
typedef struct wyre_msnp_mail {
    wyre_span mail_data;      /* Mail-Data: XML or "too-large" */
    wyre_span inbox_unread;   /* Inbox-Unread */
    wyre_span folders_unread; /* Folders-Unread */
    wyre_span inbox_url;      /* Inbox-URL */
    wyre_span folders_url;    /* Folders-URL */
    wyre_span from;           /* From */
    wyre_span message_url;    /* Message-URL */
    wyre_span post_url;       /* Post-URL */
    wyre_span subject;        /* Subject */
    wyre_span dest_folder;    /* Dest-Folder */
    wyre_span from_addr;      /* From-Addr */
    wyre_span id;             /* id */
    wyre_span src_folder;     /* Src-Folder */
    wyre_span message_delta;  /* Message-Delta */
} wyre_msnp_mail;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_mail_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_msnp_mail *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_mail_encode(const wyre_msnp_mail *m, const uint8_t *src,
                                           size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_mail_visit(const wyre_msnp_mail *m, const wyre_visitor *v);

/* ---- System message ---------------------------------------------------------------------------- */

/* Body of a message from the service, such as its end in so many minutes. */
typedef struct wyre_msnp_system {
    wyre_span type; /* Type */
    wyre_span arg1; /* Arg1 */
    wyre_span arg2; /* Arg2 */
} wyre_msnp_system;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_system_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_msnp_system *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_system_encode(const wyre_msnp_system *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_system_visit(const wyre_msnp_system *m, const wyre_visitor *v);

/* ---- Client capabilities ----------------------------------------------------------------------- */

/* Body or headers of text/x-clientcaps. */
typedef struct wyre_msnp_client_caps {
    wyre_span client_name;  /* Client-Name */
    wyre_span chat_logging; /* Chat-Logging */
} wyre_msnp_client_caps;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_client_caps_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                  wyre_msnp_client_caps *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_client_caps_encode(const wyre_msnp_client_caps *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_client_caps_visit(const wyre_msnp_client_caps *m,
                                                 const wyre_visitor *v);

/* ---- Routed payload, MSNP18 and later ---------------------------------------------------------- */

/* Three header blocks and a body: where it goes, how surely, and what it is. */
typedef struct wyre_msnp_routed {
    wyre_span routing;        /* Routing */
    wyre_span to;             /* To: network, colon, handle, may have ;epid= */
    wyre_span from;           /* From */
    wyre_span reliability;    /* Reliability */
    wyre_span stream;         /* Stream */
    wyre_span segment;        /* Segment */
    wyre_span block_flags;    /* Flags */
    wyre_span notification;   /* Notification */
    wyre_span publication;    /* Publication */
    wyre_span messaging;      /* Messaging */
    wyre_span notif_num;      /* NotifNum */
    wyre_span uri;            /* Uri */
    wyre_span notif_type;     /* NotifType */
    wyre_span message_type;   /* Message-Type */
    wyre_span content_type;   /* Content-Type */
    wyre_span content_length; /* Content-Length */
    wyre_span body;
} wyre_msnp_routed;

/* WYRE_OK, WYRE_E_ARG, WYRE_E_LIMIT or WYRE_E_TEXT. */
WYRE_API wyre_status wyre_msnp_routed_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_msnp_routed *out, size_t *n);
/* WYRE_OK, WYRE_E_ARG, WYRE_E_RANGE or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_routed_encode(const wyre_msnp_routed *m, const uint8_t *src,
                                             size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_routed_visit(const wyre_msnp_routed *m, const wyre_visitor *v);

/* ---- X-MMS-IM-Format: how a text is to look ----------------------------------------------------------- */

enum { /* effects */
       WYRE_MSNP_EFFECT_BOLD = 0x01,
       WYRE_MSNP_EFFECT_ITALIC = 0x02,
       WYRE_MSNP_EFFECT_STRIKE = 0x04,
       WYRE_MSNP_EFFECT_UNDERLINE = 0x08
};

enum { /* parts */
       WYRE_MSNP_FORMAT_FONT = 0x01,
       WYRE_MSNP_FORMAT_EFFECTS = 0x02,
       WYRE_MSNP_FORMAT_COLOR = 0x04,
       WYRE_MSNP_FORMAT_CHARSET = 0x08,
       WYRE_MSNP_FORMAT_PITCH_FAMILY = 0x10,
       WYRE_MSNP_FORMAT_RIGHT_TO_LEFT = 0x20
};

typedef struct wyre_msnp_im_format {
    wyre_span font;        /* FN, percent-coded */
    uint32_t color;        /* CO, 0xBBGGRR */
    uint32_t charset;      /* CS, of Windows */
    uint32_t pitch_family; /* PF */
    uint8_t parts;         /* bits WYRE_MSNP_FORMAT_...: what is there */
    uint8_t effects;       /* EF, bits WYRE_MSNP_EFFECT_... */
    uint8_t right_to_left; /* RL, 1: yes */
    uint8_t unused;        /* 0 */
} wyre_msnp_im_format;

/* Decodes the value of the header: key=value, semicolons between. Parts that are unknown, or whose value
 * is none, are passed over: real clients leave out digits and whole parts.
 *   in     in_len bytes; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      in_len, or the byte at fault
 * WYRE_OK; WYRE_E_ARG: flags is not 0 or in_len over 4 GiB - 1; or WYRE_E_TEXT: a control character. */
WYRE_API wyre_status wyre_msnp_im_format_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                wyre_msnp_im_format *out, size_t *n);
/* Encodes the parts that m->parts names, in the order FN EF CO CS PF RL.
 * WYRE_OK; WYRE_E_ARG: font is outside src; WYRE_E_RANGE: a semicolon, last blank or control
 * character in font, an undefined bit, a color over 0xffffff; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_im_format_encode(const wyre_msnp_im_format *m, const uint8_t *src,
                                                size_t src_len, uint8_t *out, size_t cap,
                                                size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_im_format_visit(const wyre_msnp_im_format *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/msnp_values.h: what single fields hold: statuses, capabilities, addresses. */
#ifndef WYRE_MSNP_VALUES_H
#define WYRE_MSNP_VALUES_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Status of a user: CHG, ILN, NLN ------------------------------------------------------------------ */

enum {
    WYRE_MSNP_STATUS_UNKNOWN = 0,
    WYRE_MSNP_STATUS_ONLINE = 1,        /* NLN */
    WYRE_MSNP_STATUS_BUSY = 2,          /* BSY */
    WYRE_MSNP_STATUS_IDLE = 3,          /* IDL */
    WYRE_MSNP_STATUS_BE_RIGHT_BACK = 4, /* BRB */
    WYRE_MSNP_STATUS_AWAY = 5,          /* AWY */
    WYRE_MSNP_STATUS_PHONE = 6,         /* PHN */
    WYRE_MSNP_STATUS_LUNCH = 7,         /* LUN */
    WYRE_MSNP_STATUS_HIDDEN = 8,        /* HDN, from clients */
    WYRE_MSNP_STATUS_OFFLINE = 9        /* FLN, from servers */
};

/* The status that three letters stand for, WYRE_MSNP_STATUS_UNKNOWN for any other text. */
WYRE_API uint32_t wyre_msnp_status_of(const uint8_t *text, size_t text_len);
/* The name of a status without its prefix, "AWAY"; "?" for any other number. */
WYRE_API const char *wyre_msnp_status_name(uint32_t status);

/* ---- Capabilities of a client: "1342472228", from MSNP16 on "2416181284:00" ----------------------------- */

enum { /* bits */
       WYRE_MSNP_CAPABILITY_MOBILE = 0x00000001,
       WYRE_MSNP_CAPABILITY_MSN8 = 0x00000002,
       WYRE_MSNP_CAPABILITY_INK_GIF = 0x00000004,
       WYRE_MSNP_CAPABILITY_INK_ISF = 0x00000008,
       WYRE_MSNP_CAPABILITY_WEBCAM = 0x00000010,
       WYRE_MSNP_CAPABILITY_CHUNKS = 0x00000020,
       WYRE_MSNP_CAPABILITY_MOBILE_MESSAGING = 0x00000040,
       WYRE_MSNP_CAPABILITY_WATCH = 0x00000080,
       WYRE_MSNP_CAPABILITY_ACTIVITIES = 0x00000100,
       WYRE_MSNP_CAPABILITY_WEB_CLIENT = 0x00000200,
       WYRE_MSNP_CAPABILITY_MOBILE_DEVICE = 0x00000400,
       WYRE_MSNP_CAPABILITY_FEDERATED = 0x00000800,
       WYRE_MSNP_CAPABILITY_SPACE = 0x00001000,
       WYRE_MSNP_CAPABILITY_MEDIA_CENTER = 0x00002000,
       WYRE_MSNP_CAPABILITY_DIRECT_IM = 0x00004000,
       WYRE_MSNP_CAPABILITY_WINKS = 0x00008000,
       WYRE_MSNP_CAPABILITY_SHARED_SEARCH = 0x00010000,
       WYRE_MSNP_CAPABILITY_BOT = 0x00020000,
       WYRE_MSNP_CAPABILITY_VOICE_CLIPS = 0x00040000,
       WYRE_MSNP_CAPABILITY_SECURE_CHANNEL = 0x00080000,
       WYRE_MSNP_CAPABILITY_SIP = 0x00100000,
       WYRE_MSNP_CAPABILITY_MULTI_PARTY_MEDIA = 0x00200000,
       WYRE_MSNP_CAPABILITY_SHARED_FOLDERS = 0x00400000,
       WYRE_MSNP_CAPABILITY_PAGE_MODE = 0x00800000,
       WYRE_MSNP_CAPABILITY_ONE_CARE = 0x01000000,
       WYRE_MSNP_CAPABILITY_TURN = 0x02000000,
       WYRE_MSNP_CAPABILITY_P2P_BY_UUN = 0x04000000,
       WYRE_MSNP_CAPABILITY_ALIASED = 0x08000000,
       WYRE_MSNP_CAPABILITY_VERSION_SHIFT = 28 /* the top 4 bits: MSNC version, 5 is client 7.5 */
};

enum { /* extended */
       WYRE_MSNP_EXTENDED_SMS_ONLY = 0x00001,
       WYRE_MSNP_EXTENDED_VOICE = 0x00002,
       WYRE_MSNP_EXTENDED_UUCP_SIP = 0x00004,
       WYRE_MSNP_EXTENDED_APPLICATION_MESSAGES = 0x00008,
       WYRE_MSNP_EXTENDED_RTC_VIDEO = 0x00010,
       WYRE_MSNP_EXTENDED_P2P_V2 = 0x00020,
       WYRE_MSNP_EXTENDED_AUTHENTICATED_WEB = 0x00040,
       WYRE_MSNP_EXTENDED_ONE_TO_ONE_BY_GROUP = 0x00080,
       WYRE_MSNP_EXTENDED_OFFLINE_IM = 0x00100,
       WYRE_MSNP_EXTENDED_SHARING_VIDEO = 0x00200,
       WYRE_MSNP_EXTENDED_NUDGES = 0x00400,
       WYRE_MSNP_EXTENDED_CIRCLE_VOICE = 0x00800,
       WYRE_MSNP_EXTENDED_SHARING = 0x01000,
       WYRE_MSNP_EXTENDED_P2P_MIXER_RELAY = 0x08000,
       WYRE_MSNP_EXTENDED_IN_WINDOW_FILES = 0x20000
};

/* The name of one bit without its prefix, "WINKS"; "?" for anything else. */
WYRE_API const char *wyre_msnp_capability_name(uint32_t bit);
WYRE_API const char *wyre_msnp_extended_name(uint32_t bit);

typedef struct wyre_msnp_capabilities {
    uint32_t bits;     /* WYRE_MSNP_CAPABILITY_... */
    uint32_t extended; /* WYRE_MSNP_EXTENDED_..., with has_extended */
    uint8_t has_extended;
    uint8_t unused[3]; /* 0 */
} wyre_msnp_capabilities;

/* Decodes the field.
 *   in     in_len bytes; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      in_len, or the byte at fault
 * WYRE_OK; WYRE_E_ARG: flags is not 0; WYRE_E_TEXT: not one number, or two with a colon between; or
 * WYRE_E_VALUE: a number over 32 bits. */
WYRE_API wyre_status wyre_msnp_capabilities_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_msnp_capabilities *out, size_t *n);
/* Writes the numbers without leading zeros; src is not used. WYRE_OK, or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_capabilities_encode(const wyre_msnp_capabilities *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_capabilities_visit(const wyre_msnp_capabilities *m,
                                                  const wyre_visitor *v);

/* ---- Address of a user: [network ":"] handle [";" endpoint] ----------------------------------------------- */

typedef struct wyre_msnp_address {
    wyre_span network_id; /* digits, from MSNP18 on; may be absent */
    wyre_span handle;
    wyre_span endpoint; /* "{GUID}", or "via=9:..." of a circle, from MSNP16 on; may be absent */
} wyre_msnp_address;

/* Decodes a handle of any dialect; parameters as above.
 * WYRE_OK; WYRE_E_ARG: flags is not 0, or in_len is over 4 GiB - 1; or WYRE_E_TEXT: no handle, or a
 * CR, LF or NUL. */
WYRE_API wyre_status wyre_msnp_address_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                              wyre_msnp_address *out, size_t *n);
/* WYRE_OK; WYRE_E_ARG: a span outside src; WYRE_E_RANGE: what would not read back as it is, or would break
 * a line; or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_msnp_address_encode(const wyre_msnp_address *m, const uint8_t *src,
                                              size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Always WYRE_OK. */
WYRE_API wyre_status wyre_msnp_address_visit(const wyre_msnp_address *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

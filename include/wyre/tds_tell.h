/* wyre/tds_tell.h: any TDS message told to a visitor, for who only looks: dissectors, logs. */
#ifndef WYRE_TDS_TELL_H
#define WYRE_TDS_TELL_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* What must be known of a connection to read its next message; all zero at its start. Each direction
 * reads and changes the same one. */
typedef struct wyre_tds_conversation {
    uint32_t dialect;         /* bits WYRE_TDS_BEFORE_7_2 ...: of the login, then of LOGINACK */
    uint8_t prelogin_pending; /* a PRELOGIN has no answer yet: the next response is one */
    uint8_t unused[3];        /* 0 */
} wyre_tds_conversation;

enum { /* content of a message */
       WYRE_TDS_CONTENT_UNKNOWN = 0,
       WYRE_TDS_CONTENT_PRELOGIN = 1,
       WYRE_TDS_CONTENT_TLS = 2, /* TLS records of the handshake */
       WYRE_TDS_CONTENT_LOGIN7 = 3,
       WYRE_TDS_CONTENT_LOGIN4 = 4,
       WYRE_TDS_CONTENT_SQL_BATCH = 5,
       WYRE_TDS_CONTENT_RPC = 6,
       WYRE_TDS_CONTENT_TRANSACTION_REQUEST = 7,
       WYRE_TDS_CONTENT_FEDAUTH_TOKEN = 8,
       WYRE_TDS_CONTENT_SSPI = 9,
       WYRE_TDS_CONTENT_ATTENTION = 10,
       WYRE_TDS_CONTENT_TOKENS = 11 /* of a server, of a bulk load, of a TDS 5.0 request */
};

/* The name of a content without its prefix, "LOGIN7"; "?" for any other number. */
WYRE_API const char *wyre_tds_content_name(uint32_t content);

/* What the payload of a message is, from the type of its packets, the first byte, and the state of the
 * conversation: both PRELOGIN and TLS come in type PRELOGIN, and both an answer to PRELOGIN and tokens
 * in type RESPONSE. */
WYRE_API uint32_t wyre_tds_content(const wyre_tds_conversation *c, uint8_t type, const uint8_t *in,
                                   size_t in_len);

/* Tells `v` a whole message: its fields under the names of the structs, and its parts, each between
 * enter and leave: options, features, headers, calls and parameters, tokens, columns and values.
 *   c        is moved on: by a PRELOGIN, by the version of a login, by LOGINACK
 *   content  from wyre_tds_content
 *   in       the payload of the message, in_len bytes; NULL only when in_len is 0
 *   n        in_len on OK, else the offset at fault; what stands in front of it was told
 * WYRE_OK, or what the decoder of the message, or of a part, refuses. A login is read tolerantly: its
 * field `oddities` says what is wrong with it. WYRE_E_UNSUPPORTED: the content is unknown. */
WYRE_API wyre_status wyre_tds_tell(wyre_tds_conversation *c, uint32_t content, const uint8_t *in,
                                   size_t in_len, const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

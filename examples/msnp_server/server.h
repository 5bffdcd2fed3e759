/* What the three servers share: users, connections, and one line to send a command. */
#ifndef SERVER_H
#define SERVER_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wyre/msnp.h>

enum { USERS = 2, CONNECTIONS = 16, ROOM = 1 << 17, NAME = 512, DATA = 4096 };

enum { DISPATCH, NOTIFICATION, SWITCHBOARD, SERVERS };

typedef struct connection connection;

typedef struct user {
    const char *handle, *password;
    char friendly_name[NAME]; /* percent-coded, as it goes over the wire */
    char user_status[4], capabilities[32], msnobj[NAME];
    uint8_t data[DATA]; /* the payload of UUX */
    size_t data_len;
    connection *at;  /* the notification connection, once logged in */
    char ticket[24]; /* for the next switchboard */
} user;

struct connection {
    int socket, server;
    uint32_t role; /* of what this connection sends: dialect and kind of server */
    user *user;
    char text[32];    /* salt or challenge that was sent; "" when answered */
    char session[24]; /* switchboard: which chat; "" before USR or ANS */
    int closing, challenged;
    wyre_msnp_progress progress;
    size_t in_len;
    uint8_t in[ROOM];
};

extern user users[USERS];
extern connection connections[CONNECTIONS];
extern uint16_t ports[SERVERS];

/* A command that came, whole. */
typedef struct request {
    connection *from;
    const uint8_t *in;
    size_t len;
    wyre_msnp_command command;
} request;

/* Each answers one command. */
void notification(const request *r);
void switchboard(const request *r);
/* What the others are told when a connection ends. */
void notification_ends(connection *c);
void switchboard_ends(connection *c);

/* ---- send.c --------------------------------------------------------------------------------------- */

/* Places for the fields of the next command: text of our own, or a part of what came. */
wyre_span text(const char *s);
wyre_span part(const request *r, wyre_span span);
wyre_span bytes(const uint8_t *p, size_t len);
/* The beginning of a command for `to`; TrID -1: none. */
wyre_msnp_command head(const connection *to, const char *verb, int64_t trid);
/* The same with a payload. */
wyre_msnp_command head_with(const connection *to, const char *verb, int64_t trid,
                            wyre_span payload);
/* The buffer that the spans count from. */
const uint8_t *source(size_t *len);
/* Writes a command that was encoded, or says why it could not be; begins a new source. */
void deliver(connection *to, wyre_status status, const uint8_t *out, size_t len);
/* A command without fields; an error that answers r. */
void send_bare(connection *to, const char *verb, int64_t trid);
void send_error(const request *r, const char *code);
/* Lower-case hex of MD5(a b). */
void md5_hex(const char *a, const char *b, char hex[33]);
void random_digits(char *out, size_t len);

/* SEND(to, view, command, fields...): the fields by name; those not named are absent. */
#define SEND(to, view, ...)                                                                        \
    do {                                                                                           \
        wyre_msnp_##view m_ = {.command = __VA_ARGS__};                                            \
        uint8_t out_[ROOM];                                                                        \
        size_t len_ = 0;                                                                           \
        size_t src_len_;                                                                           \
        const uint8_t *src_ = source(&src_len_);                                                   \
        wyre_status status_ =                                                                      \
            wyre_msnp_##view##_encode(&m_, src_, src_len_, out_, sizeof out_, &len_);              \
        deliver(to, status_, out_, len_);                                                          \
    } while (0)

/* READ(r, view, m) declares m, the view of what came; answers 200 and returns where it is none. */
#define READ(r, view, m)                                                                           \
    wyre_msnp_##view m;                                                                            \
    if (wyre_msnp_##view##_decode((r)->in, (r)->len, (r)->from->role | WYRE_MSNP_BARE_LF, &m,      \
                                  NULL) != WYRE_OK) {                                              \
        send_error(r, "200");                                                                      \
        return;                                                                                    \
    }

static inline uint32_t
dialect(const connection *c)
{
    return c->role & WYRE_MSNP_DIALECT;
}

static inline int
is(const request *r, const char *verb)
{
    return memcmp(r->command.verb, verb, 3) == 0;
}

static inline int
same(const request *r, wyre_span span, const char *s)
{
    return span.len == strlen(s) && memcmp(r->in + span.off, s, span.len) == 0;
}

/* A field as a string; "" where it does not fit. */
static inline void
keep(const request *r, wyre_span span, char *out, size_t size)
{
    size_t len = span.len < size ? span.len : 0;
    memcpy(out, r->in + span.off, len);
    out[len] = '\0';
}
#endif

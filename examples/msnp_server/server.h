/* What the three servers share: users, connections, and one line to send a command. */
#ifndef SERVER_H
#define SERVER_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wyre/msnp.h>

enum { USERS = 2, CONNECTIONS = 16, ROOM = 1 << 17, NAME = 512, DATA = 4096, GROUPS = 8 };

enum { DISPATCH, NOTIFICATION, SWITCHBOARD, SERVERS };

typedef struct connection connection;

typedef struct user {
    const char *handle, *password;
    char friendly_name[NAME]; /* percent-coded, as it goes over the wire */
    char user_status[4], capabilities[32], msnobj[NAME];
    uint8_t data[DATA]; /* the payload of UUX */
    size_t data_len;
    connection *at;           /* the notification connection, once logged in */
    char ticket[24];          /* for the next switchboard */
    uint32_t lists;           /* on which of his lists the other user is: bits WYRE_MSNP_LIST_... */
    uint32_t in_groups;       /* in which of his groups: bit 1 << group */
    unsigned list_version;    /* until MSNP9: of all that, one more with each change */
    char contact_name[NAME];  /* under which name, percent-coded */
    char group[GROUPS][NAME]; /* names, percent-coded; "": there is none; 0 is none ever */
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
/* contacts.c: each answers one command. */
void synchronise(const request *r);
void add_contact(const request *r);    /* until MSNP9 */
void add_contact_10(const request *r); /* from MSNP10 on */
void remove_contact(const request *r);
void set_contact_property(const request *r);
void add_group(const request *r);
void rename_group(const request *r);
void remove_group(const request *r);
/* Each user begins with the other as his contact. */
void contacts_begin(void);
/* Whether a user learns of the presence of another: has him as contact, and is not blocked. */
int sees(const user *watcher, const user *u);
/* Tells a connection, which may be NULL, how a user is whom its own user sees; that he is gone. */
void tell_presence(connection *to, const user *u, const char *verb, int64_t trid);
void tell_offline(connection *to, const user *u);
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
    if (wyre_msnp_##view##_decode((r)->in, (r)->len, &(r)->command, &m, NULL) != WYRE_OK) {        \
        send_error(r, "200");                                                                      \
        return;                                                                                    \
    }

static inline user *
other(const user *u)
{
    return &users[u == &users[0] ? 1 : 0];
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

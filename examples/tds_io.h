/* What tds_server and tds_proxy share: sockets, whole messages in and out, and a message under
 * construction. wyre itself does no I/O: this is the caller's part. */
#ifndef TDS_IO_H
#define TDS_IO_H
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wyre/tds.h>

enum { MESSAGE_MAX = 1 << 20 };

struct tls;

/* One end of a connection: the bytes that have come and are not used yet, and the last message. */
typedef struct peer {
    int fd;
    struct tls *tls; /* NULL: bytes are read and written as they are; else through the next two */
    size_t (*receive)(struct tls *tls, uint8_t *out, size_t cap);
    int (*send)(struct tls *tls, const uint8_t *bytes, size_t len);
    size_t len;  /* bytes in `in` */
    size_t used; /* of them, the message that was read last */
    wyre_tds_message message;
    uint8_t in[MESSAGE_MAX + 65536];     /* a message, and what TLS gives at once */
    uint8_t payload[MESSAGE_MAX + 4096]; /* of that message; some room behind it for new values */
} peer;

/* Waits for bytes: how many have come, 0 at the end. */
static inline size_t
receive(peer *p, uint8_t *out, size_t cap)
{
    if (p->tls != NULL)
        return p->receive(p->tls, out, cap);
    ssize_t got = cap > 0 ? read(p->fd, out, cap) : 0;
    return got > 0 ? (size_t)got : 0;
}

static inline int
write_all(int fd, const uint8_t *bytes, size_t len)
{
    while (len > 0) {
        ssize_t put = write(fd, bytes, len);
        if (put <= 0)
            return 0;
        bytes += put;
        len -= (size_t)put;
    }
    return 1;
}

static inline int
send_all(peer *p, const uint8_t *bytes, size_t len)
{
    return p->tls != NULL ? p->send(p->tls, bytes, len) : write_all(p->fd, bytes, len);
}

/* Reads the next whole message into p->payload; 0 when there is none, or it cannot be read. */
static inline int
read_message(peer *p)
{
    wyre_tds_message progress = {.size = 0};
    wyre_status status = WYRE_MORE;
    memmove(p->in, p->in + p->used, p->len - p->used);
    p->len -= p->used;
    p->used = 0;
    for (;;) {
        size_t n;
        status = wyre_tds_message_frame(p->in, p->len, WYRE_TDS_PACKET_MAX, MESSAGE_MAX, &progress,
                                        &p->message, &n);
        if (status != WYRE_MORE)
            break;
        size_t got = receive(p, p->in + p->len, sizeof p->in - p->len);
        if (got == 0)
            return 0;
        p->len += got;
    }
    if (status != WYRE_OK) {
        fprintf(stderr, "not TDS: %s\n", wyre_status_name(status));
        return 0;
    }
    p->used = p->message.size;
    return wyre_tds_message_gather(p->in, p->used, p->payload, MESSAGE_MAX, NULL) == WYRE_OK;
}

/* Sends a payload as packets of the size that holds until the login has ended. */
static inline int
write_message(peer *p, uint8_t type, uint8_t packet_id, const uint8_t *payload, size_t len)
{
    static uint8_t out[MESSAGE_MAX + MESSAGE_MAX / 64];
    wyre_tds_packet m = {.payload = {0, (uint32_t)len}, .type = type, .packet_id = packet_id};
    size_t n;
    return wyre_tds_message_encode(&m, payload, len, WYRE_TDS_LOGIN_PACKET, out, sizeof out, &n) ==
               WYRE_OK &&
           send_all(p, out, n);
}

/* ---- a stream of tokens under construction -------------------------------------------------------- */

typedef struct answer {
    uint32_t dialect;
    uint8_t src[8192]; /* the texts that spans point at */
    wyre_wr texts;
    uint8_t out[16384];
    size_t len;
    wyre_status status; /* the first refusal sticks */
} answer;

static inline void
answer_begin(answer *a, uint32_t dialect)
{
    a->dialect = dialect;
    a->len = 0;
    a->status = WYRE_OK;
    wyre_wr_init(&a->texts, a->src, sizeof a->src);
}

static inline wyre_span
text(answer *a, const char *utf8)
{
    wyre_span span;
    wyre_wr_gather_utf16(&a->texts, utf8, strlen(utf8), &span);
    return span;
}

static inline void
put_ended(answer *a, wyre_status status, size_t len)
{
    if (a->status == WYRE_OK)
        a->status = status;
    if (a->status == WYRE_OK)
        a->len += len;
}

/* Appends a token: PUT(a, wyre_tds_done, &m). */
#define PUT(a, T, m)                                                                               \
    do {                                                                                           \
        size_t token_len = 0;                                                                      \
        wyre_status ended = T##_encode(m, (a)->src, (a)->texts.pos, (a)->out + (a)->len,           \
                                       sizeof(a)->out - (a)->len, &token_len);                     \
        put_ended(a, ended, token_len);                                                            \
    } while (0)

static inline void
put_done(answer *a, uint8_t token, uint16_t status, uint16_t cur_cmd, uint64_t rows)
{
    wyre_tds_done done = {.token = token, .status = status, .cur_cmd = cur_cmd, .row_count = rows};
    done.dialect = a->dialect;
    PUT(a, wyre_tds_done, &done);
}

static inline void
put_info(answer *a, uint8_t token, uint32_t number, uint8_t class_, const char *message)
{
    wyre_tds_info info = {.token = token, .number = number, .state = 1, .class_ = class_};
    info.line_number = 1;
    info.msg_text = text(a, message);
    info.server_name = text(a, "WYRE");
    info.dialect = a->dialect;
    PUT(a, wyre_tds_info, &info);
}

/* What SQL Server says to a wrong user or password. */
static inline void
put_login_failed(answer *a, const char *user)
{
    char message[400];
    snprintf(message, sizeof message, "Login failed for user '%s'.", user);
    put_info(a, WYRE_TDS_TOKEN_ERROR, WYRE_TDS_LOGIN_FAILED, 14, message);
    put_done(a, WYRE_TDS_TOKEN_DONE, WYRE_TDS_DONE_ERROR, 0, 0);
}

static inline int
answer_send(answer *a, peer *to)
{
    if (a->status != WYRE_OK || a->texts.status != WYRE_OK) {
        fprintf(stderr, "cannot be written: %s\n", wyre_status_name(a->status));
        return 0;
    }
    return write_message(to, WYRE_TDS_RESPONSE, 1, a->out, a->len);
}

/* ---- logins ---------------------------------------------------------------------------------------- */

/* Whether a span of UTF-16LE is this text. */
static inline int
is_text(const uint8_t *in, wyre_span span, const char *utf8)
{
    uint8_t want[512];
    size_t n;
    return wyre_utf8_to_utf16le((const uint8_t *)utf8, strlen(utf8), 0, want, sizeof want, &n) ==
               WYRE_OK &&
           n == span.len && (n == 0 || memcmp(in + span.off, want, n) == 0);
}

/* Whether a login has this user and password, which is cleared on the way. */
static inline int
login_is(const uint8_t *in, const wyre_tds_login7 *m, const char *user, const char *password)
{
    uint8_t clear[256];
    size_t n;
    if ((m->option_flags2 & WYRE_TDS_LOGIN7_INT_SECURITY) != 0 ||
        wyre_tds_password_decode(in + m->password.off, m->password.len, clear, sizeof clear, &n) !=
            WYRE_OK)
        return 0;
    wyre_span all = {0, (uint32_t)n};
    return is_text(in, m->user_name, user) && is_text(clear, all, password);
}

static inline void
utf8_of(const uint8_t *in, wyre_span span, char *out, size_t cap)
{
    size_t n = 0;
    if (wyre_utf16le_to_utf8(in + span.off, span.len, WYRE_TEXT_LOSSY, (uint8_t *)out, cap - 1,
                             &n) != WYRE_OK)
        n = 0;
    out[n] = '\0';
}

/* ---- sockets --------------------------------------------------------------------------------------- */

/* Listens on loopback; port 0 lets the system choose. Says where on standard output. */
static inline int
listen_on(uint16_t port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    socklen_t at_len = sizeof at;
    int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 16) != 0 ||
        getsockname(fd, (struct sockaddr *)&at, &at_len) != 0) {
        perror("listen");
        exit(1);
    }
    printf("listening on 127.0.0.1:%u\n", ntohs(at.sin_port));
    fflush(stdout);
    return fd;
}

static inline int
connect_to(uint16_t port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || connect(fd, (struct sockaddr *)&at, sizeof at) != 0)
        return -1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return fd;
}

/* Calls serve in a process of its own for each connection. */
static inline void
serve_all(int listener, void (*serve)(int fd))
{
    signal(SIGCHLD, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        if (fork() == 0) {
            close(listener);
            serve(fd);
            exit(0);
        }
        close(fd);
    }
}
#endif

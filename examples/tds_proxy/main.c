/* tds_proxy: logs in to a SQL server with other credentials than its clients have.
 *
 *   tds_proxy --back PORT [--port N] [--user NAME] [--password TEXT] [--back-user NAME]
 *             [--back-password TEXT] [--tls offer|require] [--back-tls login|all]
 *
 * A client that says user and password of the front is logged in with those of the back; its LOGIN7
 * goes on as it was but for them. A wrong password is refused here and the back never hears of it.
 * In the login's answer, what would lead the client past the proxy is left out. From then on, bytes
 * go both ways as they come.
 *
 * Either side is without TLS unless asked for: --tls offers it to clients, who then choose between
 * an encrypted login and all, or requires it; --back-tls asks the server for an encrypted login, where
 * it can, or insists on all. */
#define _POSIX_C_SOURCE 200809L
#include "tls.h"
#include <getopt.h>
#include <poll.h>

static const char *user = "wyreuser", *password = "Pa$$w0rd";
static const char *back_user = "backuser", *back_password = "backpass";
static uint16_t back_port;
static uint8_t front_policy = WYRE_TDS_ENCRYPT_NOT_SUP, back_wish = WYRE_TDS_ENCRYPT_NOT_SUP;
static peer client, server;

/* ---- PRELOGIN: passed on both ways, but for what each side agrees on encryption --------------------- */

/* Sends on the PRELOGIN that stands in from->payload, with another ENCRYPTION; *was is the one it had. */
static int
relay_prelogin(const peer *from, peer *to, uint8_t type, uint8_t encryption, uint8_t *was)
{
    wyre_tds_prelogin m;
    uint8_t out[2048];
    size_t n;
    if (wyre_tds_prelogin_decode(from->payload, from->message.payload_size, 0, &m, NULL) != WYRE_OK)
        return 0;
    int says = wyre_tds_prelogin_has(&m, WYRE_TDS_PRELOGIN_ENCRYPTION);
    *was = says ? m.encryption : WYRE_TDS_ENCRYPT_NOT_SUP;
    if (!says && m.count < sizeof m.tokens)
        m.tokens[m.count++] = WYRE_TDS_PRELOGIN_ENCRYPTION;
    m.encryption = encryption;
    return wyre_tds_prelogin_encode(&m, from->payload, from->message.payload_size, out, sizeof out,
                                    &n) == WYRE_OK &&
           write_message(to, type, from->message.packet_id, out, n);
}

/* Does what the ENCRYPTION of client and server of one side come to. */
static int
secure(peer *p, int is_server, uint8_t asked, uint8_t answered)
{
    uint32_t outcome = wyre_tds_encryption_outcome(asked, answered);
    fprintf(stderr, "encryption with the %s: %s\n", is_server ? "client" : "server",
            wyre_tds_encryption_outcome_name(outcome));
    if (outcome == WYRE_TDS_ENCRYPTION_LOGIN || outcome == WYRE_TDS_ENCRYPTION_ALL)
        return tls_begin(p, is_server, outcome);
    return outcome == WYRE_TDS_ENCRYPTION_NONE;
}

/* The server's answer has to be known before the client is given one. */
static int
relay_prelogins(void)
{
    uint8_t asked, answered;
    if (!relay_prelogin(&client, &server, WYRE_TDS_PRELOGIN, back_wish, &asked) ||
        !read_message(&server))
        return 0;
    uint8_t reply = wyre_tds_encryption_answer(asked, front_policy);
    return relay_prelogin(&server, &client, WYRE_TDS_RESPONSE, reply, &answered) &&
           secure(&server, 0, back_wish, answered) && secure(&client, 1, asked, reply) &&
           read_message(&client);
}

/* ---- LOGIN7: with another user and password -------------------------------------------------------- */

static int
refuse_login(const wyre_tds_login7 *m)
{
    static answer a;
    char name[300];
    utf8_of(client.payload, m->user_name, name, sizeof name);
    answer_begin(&a, wyre_tds_dialect(m->tds_version));
    put_login_failed(&a, name);
    answer_send(&a, &client);
    return 0;
}

/* New values are appended to the payload, and their spans point there: all else stays as it was. */
static int
relay_login(uint32_t *dialect)
{
    static uint8_t out[MESSAGE_MAX];
    wyre_tds_login7 m;
    wyre_wr src;
    size_t n;
    uint8_t *in = client.payload;
    if (wyre_tds_login7_decode(in, client.message.payload_size, 0, &m, NULL) != WYRE_OK)
        return 0;
    *dialect = wyre_tds_dialect(m.tds_version);
    if (!login_is(in, &m, user, password))
        return refuse_login(&m);
    wyre_wr_init(&src, in, sizeof client.payload);
    src.pos = client.message.payload_size;
    wyre_wr_gather_utf16(&src, back_user, strlen(back_user), &m.user_name);
    wyre_wr_gather_utf16(&src, back_password, strlen(back_password), &m.password);
    if (wyre_wr_finish(&src, NULL) != WYRE_OK)
        return 0;
    uint8_t *secret = in + m.password.off;
    wyre_tds_password_encode(secret, m.password.len, secret, m.password.len, NULL);
    return wyre_tds_login7_encode(&m, in, src.pos, out, sizeof out, &n) == WYRE_OK &&
           write_message(&server, WYRE_TDS_LOGIN7, client.message.packet_id, out, n);
}

/* ---- the answer: without what leads elsewhere ------------------------------------------------------- */

static int
leads_elsewhere(const uint8_t *token, size_t len, uint32_t dialect)
{
    wyre_tds_envchange m;
    return wyre_tds_envchange_decode(token, len, dialect, &m, NULL) == WYRE_OK &&
           (m.type == WYRE_TDS_ENV_MIRRORING_PARTNER || m.type == WYRE_TDS_ENV_ROUTING ||
            m.type == WYRE_TDS_ENV_ENHANCED_ROUTING);
}

/* A token that this library does not know is passed on with all that follows it. */
static int
relay_answer(uint32_t dialect)
{
    static uint8_t out[MESSAGE_MAX];
    wyre_tds_token_iter it = {.dialect = dialect};
    wyre_tds_token token;
    const uint8_t *in = server.payload;
    size_t len = 0;
    while (wyre_tds_token_next(&it, in, server.message.payload_size, &token) == WYRE_OK) {
        const uint8_t *at = in + token.whole.off;
        if (leads_elsewhere(at, token.whole.len, it.dialect))
            continue;
        memcpy(out + len, at, token.whole.len);
        len += token.whole.len;
    }
    memcpy(out + len, in + it.pos, server.message.payload_size - it.pos);
    len += server.message.payload_size - it.pos;
    return write_message(&client, WYRE_TDS_RESPONSE, server.message.packet_id, out, len);
}

/* ---- the connection ---------------------------------------------------------------------------------- */

/* The buffer holds all that TLS gives at once, so that poll knows of everything that waits. */
static int
pump(peer *from, peer *to)
{
    static uint8_t bytes[65536];
    size_t got = receive(from, bytes, sizeof bytes);
    return got > 0 && send_all(to, bytes, got);
}

static void
forward(void)
{
    struct pollfd both[2] = {{client.fd, POLLIN, 0}, {server.fd, POLLIN, 0}};
    int open = send_all(&server, client.in + client.used, client.len - client.used) &&
               send_all(&client, server.in + server.used, server.len - server.used);
    while (open && poll(both, 2, -1) > 0) {
        if (both[0].revents != 0)
            open = pump(&client, &server);
        if (open && both[1].revents != 0)
            open = pump(&server, &client);
    }
}

/* TDS 7.0 begins with LOGIN7, without a word on encryption; later versions begin with PRELOGIN. */
static int
log_in(void)
{
    uint32_t dialect;
    if (!read_message(&client))
        return 0;
    if (client.message.type == WYRE_TDS_PRELOGIN) {
        if (!relay_prelogins())
            return 0;
    } else if (front_policy == WYRE_TDS_ENCRYPT_REQ || back_wish == WYRE_TDS_ENCRYPT_ON) {
        fputs("a login in the clear where TLS is required\n", stderr);
        return 0;
    }
    return client.message.type == WYRE_TDS_LOGIN7 && relay_login(&dialect) &&
           read_message(&server) && relay_answer(dialect);
}

static void
serve(int fd)
{
    client.fd = fd;
    server.fd = connect_to(back_port);
    if (server.fd < 0)
        perror("back");
    else if (log_in())
        forward();
    close(fd);
}

int
main(int argc, char **argv)
{
    static const struct option options[] = {{"port", required_argument, NULL, 'p'},
                                            {"back", required_argument, NULL, 'b'},
                                            {"user", required_argument, NULL, 'u'},
                                            {"password", required_argument, NULL, 'w'},
                                            {"back-user", required_argument, NULL, 'U'},
                                            {"back-password", required_argument, NULL, 'W'},
                                            {"tls", required_argument, NULL, 't'},
                                            {"back-tls", required_argument, NULL, 'T'},
                                            {NULL, 0, NULL, 0}};
    uint16_t port = 0;
    int option;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 'p')
            port = (uint16_t)strtoul(optarg, NULL, 10);
        else if (option == 'b')
            back_port = (uint16_t)strtoul(optarg, NULL, 10);
        else if (option == 'u')
            user = optarg;
        else if (option == 'w')
            password = optarg;
        else if (option == 'U')
            back_user = optarg;
        else if (option == 'W')
            back_password = optarg;
        else if (option == 't' && strcmp(optarg, "offer") == 0)
            front_policy = WYRE_TDS_ENCRYPT_OFF;
        else if (option == 't' && strcmp(optarg, "require") == 0)
            front_policy = WYRE_TDS_ENCRYPT_REQ;
        else if (option == 'T' && strcmp(optarg, "login") == 0)
            back_wish = WYRE_TDS_ENCRYPT_OFF;
        else if (option == 'T' && strcmp(optarg, "all") == 0)
            back_wish = WYRE_TDS_ENCRYPT_ON;
        else
            return 2;
    }
    if ((front_policy != WYRE_TDS_ENCRYPT_NOT_SUP || back_wish != WYRE_TDS_ENCRYPT_NOT_SUP) &&
        !tls_prepare())
        return 1;
    if (back_port == 0) {
        fputs("usage: tds_proxy --back PORT ...\n", stderr);
        return 2;
    }
    serve_all(listen_on(port), serve);
}

/* OpenSSL between two memory buffers: wyre takes the records out of what comes, and puts those of the
 * handshake into packets. The Makefile defines WITH_OPENSSL where it is installed. */
#define _POSIX_C_SOURCE 200809L
#include "tls.h"

#ifdef WITH_OPENSSL
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

enum { RAW_MAX = 32768, CLEAR_MAX = 65536, DAY = 24 * 60 * 60 };

typedef struct tls {
    SSL *ssl;
    BIO *from_wire, *to_wire; /* records for OpenSSL, and from it */
    int fd;
    int is_server;
    int login_only; /* nothing but the first packet of the login is encrypted */
    int login_sent;
    wyre_tds_tls where; /* of the bytes that come */
    size_t raw_len;
    size_t clear_len;
    uint8_t raw[RAW_MAX];     /* what has come and is not taken yet: less than the head of a unit */
    uint8_t clear[CLEAR_MAX]; /* what it says */
} tls;

static SSL_CTX *as_server, *as_client;

/* ---- what comes ---------------------------------------------------------------------------------- */

/* Everything that OpenSSL can read of the records so far. */
static int
decrypt(tls *t)
{
    int got;
    while ((got = SSL_read(t->ssl, t->clear + t->clear_len, (int)(CLEAR_MAX - t->clear_len))) > 0)
        t->clear_len += (size_t)got;
    return SSL_get_error(t->ssl, got) == SSL_ERROR_WANT_READ;
}

static int
take(tls *t, const uint8_t *bytes, size_t len, int plain)
{
    if (!plain)
        return len == 0 || (BIO_write(t->from_wire, bytes, (int)len) == (int)len &&
                            (!SSL_is_init_finished(t->ssl) || decrypt(t)));
    if (len > CLEAR_MAX - t->clear_len)
        return 0;
    memcpy(t->clear + t->clear_len, bytes, len);
    t->clear_len += len;
    return 1;
}

/* Waits for bytes, and takes them piece by piece. */
static int
fill(tls *t)
{
    wyre_tds_tls_piece piece;
    wyre_status status;
    size_t pos = 0, n;
    ssize_t got = read(t->fd, t->raw + t->raw_len, RAW_MAX - t->raw_len);
    if (got <= 0)
        return 0;
    t->raw_len += (size_t)got;
    while ((status = wyre_tds_tls_next(&t->where, t->raw + pos, t->raw_len - pos,
                                       WYRE_TDS_PACKET_MAX, &piece, &n)) == WYRE_OK) {
        if (!take(t, t->raw + pos + piece.bytes.off, piece.bytes.len, piece.plain))
            return 0;
        pos += n;
    }
    memmove(t->raw, t->raw + pos, t->raw_len - pos);
    t->raw_len -= pos;
    if (status != WYRE_MORE)
        fprintf(stderr, "not TLS in TDS: %s\n", wyre_status_name(status));
    return status == WYRE_MORE;
}

/* Gives all there is, where cap is CLEAR_MAX or more: then nothing waits here that poll does not see. */
static size_t
tls_receive(tls *t, uint8_t *out, size_t cap)
{
    while (t->clear_len == 0)
        if (!fill(t))
            return 0;
    size_t len = t->clear_len < cap ? t->clear_len : cap;
    memcpy(out, t->clear, len);
    memmove(t->clear, t->clear + len, t->clear_len - len);
    t->clear_len -= len;
    return len;
}

/* ---- what goes ------------------------------------------------------------------------------------ */

static int
flush_records(tls *t)
{
    char *records;
    long len = BIO_get_mem_data(t->to_wire, &records);
    int sent = len <= 0 || write_all(t->fd, (const uint8_t *)records, (size_t)len);
    (void)BIO_reset(t->to_wire);
    return sent;
}

static int
flush_handshake(tls *t)
{
    static uint8_t out[RAW_MAX];
    char *records;
    size_t n;
    long len = BIO_get_mem_data(t->to_wire, &records);
    int sent =
        len <= 0 || (wyre_tds_tls_wrap((const uint8_t *)records, (size_t)len, WYRE_TDS_LOGIN_PACKET,
                                       out, sizeof out, &n) == WYRE_OK &&
                     write_all(t->fd, out, n));
    (void)BIO_reset(t->to_wire);
    return sent;
}

/* Where only the login is encrypted, a client stops behind its first packet, and a server never
 * begins: [MS-TDS] 2.2.6.5. */
static int
tls_send(tls *t, const uint8_t *bytes, size_t len)
{
    wyre_tds_packet first;
    size_t secret = len;
    if (t->login_only && (t->is_server || t->login_sent))
        secret = 0;
    else if (t->login_only &&
             wyre_tds_packet_frame(bytes, len, WYRE_TDS_PACKET_MAX, &first, &secret) != WYRE_OK)
        return 0;
    t->login_sent = 1;
    if (secret > 0 && (SSL_write(t->ssl, bytes, (int)secret) != (int)secret || !flush_records(t)))
        return 0;
    return write_all(t->fd, bytes + secret, len - secret);
}

/* ---- the beginning -------------------------------------------------------------------------------- */

static int
handshake(tls *t)
{
    for (;;) {
        int ended = SSL_do_handshake(t->ssl);
        int wants = SSL_get_error(t->ssl, ended);
        if (!flush_handshake(t))
            return 0;
        if (ended == 1)
            return decrypt(t);
        if (wants != SSL_ERROR_WANT_READ || !fill(t)) {
            ERR_print_errors_fp(stderr);
            return 0;
        }
    }
}

int
tls_begin(peer *p, int is_server, uint32_t outcome)
{
    tls *t = calloc(1, sizeof *t);
    /* Whatever stands behind PRELOGIN already is in the clear: nobody vouches for it. */
    if (t == NULL || p->len != p->used)
        return 0;
    t->fd = p->fd;
    t->is_server = is_server;
    t->login_only = outcome == WYRE_TDS_ENCRYPTION_LOGIN;
    t->where.mode = t->login_only ? WYRE_TDS_TLS_LOGIN : WYRE_TDS_TLS_ALL;
    t->where.from_server = (uint8_t)!is_server;
    t->ssl = SSL_new(is_server ? as_server : as_client);
    t->from_wire = BIO_new(BIO_s_mem());
    t->to_wire = BIO_new(BIO_s_mem());
    if (t->ssl == NULL || t->from_wire == NULL || t->to_wire == NULL)
        return 0;
    SSL_set_bio(t->ssl, t->from_wire, t->to_wire);
    if (is_server)
        SSL_set_accept_state(t->ssl);
    else
        SSL_set_connect_state(t->ssl);
    p->tls = t;
    p->receive = tls_receive;
    p->send = tls_send;
    return handshake(t);
}

/* A certificate for `key`, by `key`. */
static X509 *
certificate_of(EVP_PKEY *key)
{
    X509 *c = X509_new();
    X509_NAME *name = c != NULL ? X509_get_subject_name(c) : NULL;
    if (c == NULL || key == NULL || !X509_set_version(c, 2) ||
        !ASN1_INTEGER_set(X509_get_serialNumber(c), 1) ||
        !X509_gmtime_adj(X509_getm_notBefore(c), -DAY) ||
        !X509_gmtime_adj(X509_getm_notAfter(c), 30 * DAY) || !X509_set_pubkey(c, key) ||
        !X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, (const uint8_t *)"localhost", -1, -1,
                                    0) ||
        !X509_set_issuer_name(c, name) || !X509_sign(c, key, EVP_sha256()))
        return NULL;
    return c;
}

/* TLS 1.3 sends messages of the handshake after its end, where they are in no packet any more:
 * TDS 7 has TLS up to 1.2. What the back shows is not checked: only a list of authorities, which
 * a real proxy would be given, tells a server from one who stands between. */
int
tls_prepare(void)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = certificate_of(key);
    as_server = SSL_CTX_new(TLS_server_method());
    as_client = SSL_CTX_new(TLS_client_method());
    if (certificate == NULL || as_server == NULL || as_client == NULL ||
        !SSL_CTX_set_max_proto_version(as_server, TLS1_2_VERSION) ||
        !SSL_CTX_set_max_proto_version(as_client, TLS1_2_VERSION) ||
        !SSL_CTX_use_certificate(as_server, certificate) ||
        !SSL_CTX_use_PrivateKey(as_server, key)) {
        ERR_print_errors_fp(stderr);
        return 0;
    }
    SSL_CTX_set_verify(as_client, SSL_VERIFY_NONE, NULL);
    return 1;
}

#else

int
tls_begin(peer *p, int is_server, uint32_t outcome)
{
    (void)p, (void)is_server, (void)outcome;
    return 0;
}

int
tls_prepare(void)
{
    fputs("tds_proxy was built without OpenSSL: apt-get install -y libssl-dev\n", stderr);
    return 0;
}

#endif

/* Sending, and MD5 by OpenSSL: the library has no hashes of its own. */
#define _DEFAULT_SOURCE /* random */
#include "server.h"
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

static uint8_t gathered[ROOM];
static wyre_wr writer;

/* Byte 0 belongs to no field: a span at 0 with length 0 means absent. */
static wyre_wr *
gathering(void)
{
    if (writer.out == NULL || writer.pos == 0) {
        wyre_wr_init(&writer, gathered, sizeof gathered);
        wyre_wr_u8(&writer, 0);
    }
    return &writer;
}

wyre_span
bytes(const uint8_t *p, size_t len)
{
    wyre_span span;
    wyre_wr_gather(gathering(), p, len, &span);
    return span;
}

wyre_span
text(const char *s)
{
    return bytes((const uint8_t *)s, strlen(s));
}

wyre_span
part(const request *r, wyre_span span)
{
    if (span.off == 0 && span.len == 0)
        return span;
    return bytes(r->in + span.off, span.len);
}

wyre_msnp_command
head(const connection *to, const char *verb, int64_t trid)
{
    wyre_msnp_command m = {.role = to->role | WYRE_MSNP_FROM_SERVER};
    memcpy(m.verb, verb, 3);
    if (trid >= 0) {
        m.trid = (uint32_t)trid;
        m.trid_digits = 1;
    }
    return m;
}

wyre_msnp_command
head_with(const connection *to, const char *verb, int64_t trid, wyre_span payload)
{
    wyre_msnp_command m = head(to, verb, trid);
    m.payload = payload;
    m.length_digits = 1;
    return m;
}

const uint8_t *
source(size_t *len)
{
    *len = gathering()->pos;
    return gathered;
}

void
deliver(connection *to, wyre_status status, const uint8_t *out, size_t len)
{
    writer.pos = 0;
    if (status != WYRE_OK) {
        fprintf(stderr, "msnp_server: not sent: %s\n", wyre_status_name(status));
        return;
    }
    if (to != NULL && send(to->socket, out, len, MSG_NOSIGNAL) != (ssize_t)len)
        to->closing = 1;
}

void
send_bare(connection *to, const char *verb, int64_t trid)
{
    wyre_msnp_command m = head(to, verb, trid);
    uint8_t out[32];
    size_t len = 0;
    wyre_status status = wyre_msnp_command_encode(&m, NULL, 0, out, sizeof out, &len);
    deliver(to, status, out, len);
}

void
send_error(const request *r, const char *code)
{
    send_bare(r->from, code, r->command.trid_digits > 0 ? (int64_t)r->command.trid : -1);
}

void
md5_hex(const char *a, const char *b, char hex[33])
{
    uint8_t digest[EVP_MAX_MD_SIZE];
    char joined[512];
    size_t n = 0;
    int len = snprintf(joined, sizeof joined, "%s%s", a, b);
    EVP_Digest(joined, (size_t)len, digest, NULL, EVP_md5(), NULL);
    wyre_msnp_digest_encode(digest, WYRE_MSNP_DIGEST_SIZE, (uint8_t *)hex, 32, &n);
    hex[n] = '\0';
}

/* Good enough for a server on loopback. */
void
random_digits(char *out, size_t len)
{
    for (size_t i = 0; i < len; i++)
        out[i] = (char)('0' + random() % 10);
    out[len] = '\0';
}

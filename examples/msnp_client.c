/* An MSNP line client: logs in, shows what comes, and chats.
 *
 *   msnp_client PORT HANDLE PASSWORD [DIALECT]
 *
 * PORT is that of a dispatch server on loopback, DIALECT 2 to 12 (12), or 15 for the login by SSO alone.
 * Until MSNP7 the password goes as MD5; later a ticket is made up, where a real client would fetch one
 * from a web service. It reads commands, a line each, and prints events, a line each:
 *
 *   status NLN|BSY|AWY...   name TEXT   message TEXT (personal)   chat HANDLE   say TEXT   nudge
 *   typing   file NAME SIZE (an invitation)   leave   quit
 *   add HANDLE   remove HANDLE   block HANDLE   unblock HANDLE   (contacts, until MSNP12)
 *   group NAME   regroup ID NAME   ungroup ID   into ID HANDLE   (groups of contacts, MSNP7 to 12)
 *
 * MD5 comes from OpenSSL: the library has no hashes. Exit 0: quit; 1: anything else; 2: usage. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <openssl/evp.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wyre/msnp.h>

enum { ROOM = 1 << 17 };

typedef struct stream {
    int socket; /* -1: none */
    uint32_t role;
    uint32_t trid;
    wyre_msnp_progress progress;
    size_t in_len;
    uint8_t in[ROOM];
} stream;

static stream server = {.socket = -1}; /* dispatch, then notification */
static stream chat = {.socket = -1};   /* switchboard */
static const char *handle, *password;
static char callee[256];
static uint32_t dialect = 12;
static int joined; /* somebody is in the chat */

static void
fail(const char *what, const char *why)
{
    fprintf(stderr, "msnp_client: %s: %s\n", what, why);
    exit(1);
}

static void
tell(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
    fflush(stdout);
}

/* ---- sending ------------------------------------------------------------------------------------------ */

static uint8_t gathered[ROOM];
static wyre_wr source;

/* Byte 0 belongs to no field: a span at 0 with length 0 means absent. */
static wyre_span
bytes(const uint8_t *p, size_t len)
{
    wyre_span span;
    if (source.pos == 0) {
        wyre_wr_init(&source, gathered, sizeof gathered);
        wyre_wr_u8(&source, 0);
    }
    wyre_wr_gather(&source, p, len, &span);
    return span;
}

static wyre_span
text(const char *s)
{
    return bytes((const uint8_t *)s, strlen(s));
}

static wyre_msnp_command
head(stream *s, const char *verb)
{
    wyre_msnp_command m = {.role = s->role, .trid = ++s->trid, .trid_digits = 1};
    memcpy(m.verb, verb, 3);
    return m;
}

static wyre_msnp_command
head_with(stream *s, const char *verb, wyre_span payload)
{
    wyre_msnp_command m = head(s, verb);
    m.payload = payload;
    m.length_digits = 1;
    return m;
}

static void
deliver(stream *s, const char *what, wyre_status status, const uint8_t *out, size_t len)
{
    source.pos = 0;
    if (status != WYRE_OK)
        tell("not sent: %s: %s", what, wyre_status_name(status));
    else if (send(s->socket, out, len, MSG_NOSIGNAL) != (ssize_t)len)
        fail("send", what);
}

/* SEND(stream, view, command, fields...): the fields by name; those not named are absent. */
#define SEND(s, view, ...)                                                                         \
    do {                                                                                           \
        static uint8_t out_[ROOM];                                                                 \
        size_t len_ = 0;                                                                           \
        wyre_msnp_##view m_ = {.command = __VA_ARGS__};                                            \
        wyre_status status_ =                                                                      \
            wyre_msnp_##view##_encode(&m_, gathered, source.pos, out_, ROOM, &len_);               \
        deliver(s, #view, status_, out_, len_);                                                    \
    } while (0)

static void
md5(const char *a, size_t a_len, const char *b, uint8_t digest[EVP_MAX_MD_SIZE])
{
    EVP_MD_CTX *md = EVP_MD_CTX_new();
    EVP_DigestInit_ex(md, EVP_md5(), NULL);
    EVP_DigestUpdate(md, a, a_len);
    EVP_DigestUpdate(md, b, strlen(b));
    EVP_DigestFinal_ex(md, digest, NULL);
    EVP_MD_CTX_free(md);
}

/* ---- what came ------------------------------------------------------------------------------------------ */

typedef struct event {
    stream *from;
    const uint8_t *in;
    size_t len;
    wyre_msnp_command command;
} event;

/* READ(e, view, m) declares m, the view of what came; returns where it is none. */
#define READ(e, view, m)                                                                           \
    wyre_msnp_##view m;                                                                            \
    if (wyre_msnp_##view##_decode((e)->in, (e)->len, &(e)->command, &m, NULL) != WYRE_OK) {        \
        tell("not understood: %.3s", (const char *)(e)->command.verb);                             \
        return;                                                                                    \
    }

/* A part of what came as a string, in one of a few places; percent coding undone. */
static const char *
shown(const uint8_t *in, wyre_span span)
{
    static char places[4][2048];
    static unsigned next;
    char *place = places[next++ % 4];
    size_t n = 0;
    if (wyre_percent_decode(in + span.off, span.len, WYRE_PERCENT_LITERAL, (uint8_t *)place,
                            sizeof places[0] - 1, &n) != WYRE_OK)
        n = 0;
    place[n] = '\0';
    return place;
}

static int
is(const event *e, const char *verb)
{
    return memcmp(e->command.verb, verb, 3) == 0;
}

static int
same(const event *e, wyre_span span, const char *s)
{
    return span.len == strlen(s) && memcmp(e->in + span.off, s, span.len) == 0;
}

static void
connect_to(stream *s, const char *address, uint32_t role)
{
    const char *colon = strchr(address, ':');
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    to.sin_port = htons((uint16_t)strtoul(colon != NULL ? colon + 1 : address, NULL, 10));
    if (s->socket >= 0)
        close(s->socket);
    memset(s, 0, sizeof *s);
    s->role = role;
    s->socket = socket(AF_INET, SOCK_STREAM, 0);
    if (s->socket < 0 || connect(s->socket, (struct sockaddr *)&to, sizeof to) != 0)
        fail("connect", address);
}

static void
begin(const char *address)
{
    char offered[32];
    connect_to(&server, address, dialect);
    snprintf(offered, sizeof offered, dialect > 2 ? "MSNP%u CVR0" : "MSNP%u", (unsigned)dialect);
    SEND(&server, ver, head(&server, "VER"), .dialects = text(offered));
}

/* ---- login ------------------------------------------------------------------------------------------------ */

static const char *
package(void)
{
    return dialect < 8 ? "MD5" : dialect < 15 ? "TWN" : "SSO";
}

static void
say_who(void)
{
    SEND(&server, usr, head(&server, "USR"), .security_package = text(package()), .step = text("I"),
         .argument = text(handle));
}

static void
on_ver(const event *e)
{
    READ(e, ver, m);
    if (same(e, m.dialects, "0"))
        fail("VER", "no common dialect");
    if (dialect < 8) {
        SEND(&server, inf, head(&server, "INF"));
        return;
    }
    SEND(&server, cvr, head(&server, "CVR"), .locale = text("0x0409"), .os_type = text("linux"),
         .os_version = text("6.1"), .architecture = text("x86_64"), .client_name = text("WYRE"),
         .client_version = text("1.0.0000"), .brand = text("msmsgs"), .handle = text(handle));
}

/* Any ticket will do for the server of the examples; of SSO the response is empty of meaning too. */
static void
prove(const event *e, const wyre_msnp_usr *m)
{
    uint8_t digest[EVP_MAX_MD_SIZE];
    uint8_t hex[WYRE_MSNP_RESPONSE_SIZE];
    wyre_span absent = {0, 0};
    wyre_span proof;
    if (dialect < 8) {
        md5((const char *)e->in + m->argument.off, m->argument.len, password, digest);
        wyre_msnp_digest_encode(digest, WYRE_MSNP_DIGEST_SIZE, hex, sizeof hex, NULL);
        proof = bytes(hex, sizeof hex);
    } else {
        proof = text("t=wyre&p=");
    }
    SEND(&server, usr, head(&server, "USR"), .security_package = text(package()), .step = text("S"),
         .argument = proof, .response = dialect >= 15 ? text("HAAAAAEAAAADZgAABIAAAA==") : absent);
}

static void
on_usr(const event *e)
{
    READ(e, usr, m);
    if (!m.ok) {
        prove(e, &m);
        return;
    }
    tell("logged in as %s", shown(e->in, m.handle));
    if (dialect < 10)
        SEND(&server, syn, head(&server, "SYN"), .version = text("0"));
    else if (dialect < 13)
        SEND(&server, syn, head(&server, "SYN"), .version = text("0"), .second_version = text("0"));
    SEND(&server, chg, head(&server, "CHG"), .user_status = text("NLN"),
         .capabilities = dialect >= 8 ? text("268435492") : (wyre_span){0, 0});
}

/* Whether the digest itself is the answer, or what it is made into, depends on the dialect. */
static void
on_chl(const event *e)
{
    static const char id[] = "PROD0114ES4Z%Q5W";
    READ(e, chl, m);
    uint8_t digest[EVP_MAX_MD_SIZE];
    uint8_t answer[WYRE_MSNP_RESPONSE_SIZE];
    const uint8_t *challenge = e->in + m.challenge.off;
    md5((const char *)challenge, m.challenge.len, "PK}_A_0N_K%O?A9S", digest);
    if (dialect >= 11)
        wyre_msnp_challenge_response(challenge, m.challenge.len, (const uint8_t *)id, strlen(id),
                                     digest, WYRE_MSNP_DIGEST_SIZE, 0, answer, sizeof answer, NULL);
    else
        wyre_msnp_digest_encode(digest, WYRE_MSNP_DIGEST_SIZE, answer, sizeof answer, NULL);
    if (dialect >= 6)
        SEND(&server, qry, head_with(&server, "QRY", bytes(answer, sizeof answer)),
             .product_id = text(id));
}

/* ---- contacts ----------------------------------------------------------------------------------------------- */

/* From MSNP10 on a contact of the FL goes by his GUID. */
static struct contact {
    char handle[256], guid[40];
} contacts[32];

static struct contact *
contact_of(const char *name)
{
    for (size_t i = 0; i < sizeof contacts / sizeof *contacts; i++) {
        if (contacts[i].handle[0] == '\0')
            snprintf(contacts[i].handle, sizeof contacts[i].handle, "%s", name);
        if (strcmp(contacts[i].handle, name) == 0)
            return &contacts[i];
    }
    fail("contacts", "too many");
    return NULL;
}

static void
note_guid(const event *e, wyre_span name, wyre_span guid)
{
    if (name.len > 0 && guid.len > 0)
        snprintf(contact_of(shown(e->in, name))->guid, sizeof contacts->guid, "%.*s", (int)guid.len,
                 (const char *)e->in + guid.off);
}

/* TrID 0: the other side changed its list, and stands on the RL or does not. */
static void
tell_list(const event *e, wyre_span list, const char *who, wyre_span group, const char *how)
{
    if (e->command.trid == 0)
        tell("%s %s you", who, how);
    else if (group.len > 0)
        tell("%s %s %s, group %s", how, who, shown(e->in, list), shown(e->in, group));
    else
        tell("%s %s %s", how, who, shown(e->in, list));
}

static void
on_add(const event *e)
{
    READ(e, add, m);
    tell_list(e, m.list, shown(e->in, m.handle), m.group_id, "added");
}

static void
on_adc(const event *e)
{
    READ(e, adc, m);
    note_guid(e, m.handle, m.contact_guid);
    tell_list(e, m.list, shown(e->in, m.handle.len > 0 ? m.handle : m.contact_guid), m.group_guid,
              "added");
}

static void
on_rem(const event *e)
{
    READ(e, rem, m);
    const char *who = shown(e->in, m.contact);
    for (size_t i = 0; i < sizeof contacts / sizeof *contacts; i++)
        if (contacts[i].guid[0] != '\0' && strcmp(contacts[i].guid, who) == 0)
            who = contacts[i].handle;
    tell_list(e, m.list, who, m.group, "removed");
}

static void
on_lsg(const event *e)
{
    READ(e, lsg, m);
    tell("group %s %s", shown(e->in, dialect < 10 ? m.group_id : m.group_guid),
         shown(e->in, m.group_name));
}

static void
on_adg(const event *e)
{
    READ(e, adg, m);
    tell("group %s %s", shown(e->in, m.group_id), shown(e->in, m.group_name));
}

static void
on_reg(const event *e)
{
    READ(e, reg, m);
    tell("group %s is now %s", shown(e->in, m.group_id), shown(e->in, m.group_name));
}

static void
on_rmg(const event *e)
{
    READ(e, rmg, m);
    tell("group %s is gone", shown(e->in, m.group_id));
}

static void
on_lst(const event *e)
{
    READ(e, lst, m);
    note_guid(e, m.handle, m.contact_guid);
    if (m.handle.len > 0 &&
        (dialect >= 8 ? (m.lists & WYRE_MSNP_LIST_FORWARD) != 0 : same(e, m.list, "FL")))
        tell("contact %s %s", shown(e->in, m.handle), shown(e->in, m.friendly_name));
}

/* ---- presence ----------------------------------------------------------------------------------------------- */

static void
on_presence(const event *e)
{
    READ(e, nln, m);
    uint32_t status = wyre_msnp_status_of(e->in + m.user_status.off, m.user_status.len);
    tell("%s is %s as %s", shown(e->in, m.handle), wyre_msnp_status_name(status),
         shown(e->in, m.friendly_name));
}

static void
on_fln(const event *e)
{
    READ(e, fln, m);
    tell("%s is OFFLINE", shown(e->in, m.handle));
}

static void
on_ubx(const event *e)
{
    READ(e, ubx, m);
    const uint8_t *payload = e->in + m.command.payload.off;
    wyre_msnp_personal data;
    uint8_t psm[2048];
    size_t n = 0;
    if (m.command.payload.len == 0 ||
        wyre_msnp_personal_decode(payload, m.command.payload.len, 0, &data, NULL) != WYRE_OK ||
        wyre_msnp_xml_text_decode(payload + data.psm.off, data.psm.len, 0, psm, sizeof psm, &n) !=
            WYRE_OK)
        return;
    tell("%s says of himself: %.*s", shown(e->in, m.handle), (int)n, (const char *)psm);
}

/* ---- chat ----------------------------------------------------------------------------------------------------- */

static void
on_xfr(const event *e)
{
    READ(e, xfr, m);
    char address[64];
    char ticket[64];
    snprintf(address, sizeof address, "%s", shown(e->in, m.address));
    snprintf(ticket, sizeof ticket, "%s", shown(e->in, m.ticket));
    if (!m.to_switchboard) {
        begin(address);
        return;
    }
    connect_to(&chat, address, dialect | WYRE_MSNP_SWITCHBOARD);
    SEND(&chat, chat_usr, head(&chat, "USR"), .handle = text(handle), .ticket = text(ticket));
}

static void
on_rng(const event *e)
{
    READ(e, rng, m);
    char address[64];
    tell("%s calls", shown(e->in, m.handle));
    snprintf(address, sizeof address, "%s", shown(e->in, m.address));
    connect_to(&chat, address, dialect | WYRE_MSNP_SWITCHBOARD);
    SEND(&chat, ans, head(&chat, "ANS"), .handle = text(handle),
         .ticket = bytes(e->in + m.ticket.off, m.ticket.len),
         .session_id = bytes(e->in + m.session_id.off, m.session_id.len));
}

static void
on_joi(const event *e)
{
    READ(e, joi, m);
    joined = 1;
    tell("%s joined as %s", shown(e->in, m.handle), shown(e->in, m.friendly_name));
}

static void
on_iro(const event *e)
{
    READ(e, iro, m);
    joined = 1;
    tell("%s is here as %s", shown(e->in, m.handle), shown(e->in, m.friendly_name));
}

static void
on_bye(const event *e)
{
    READ(e, bye, m);
    joined = 0;
    tell("%s left", shown(e->in, m.handle));
}

/* An invitation is a second block of headers, in the body. */
static void
show_invitation(const char *who, const uint8_t *body, size_t len)
{
    wyre_msnp_invitation m;
    if (wyre_msnp_invitation_decode(body, len, 0, &m, NULL) == WYRE_OK)
        tell("%s offers a file: %.*s, %.*s bytes", who, (int)m.application_file.len,
             (const char *)body + m.application_file.off, (int)m.application_filesize.len,
             (const char *)body + m.application_filesize.off);
}

static void
on_msg(const event *e)
{
    READ(e, msg, m);
    const uint8_t *payload = e->in + m.command.payload.off;
    const char *who = shown(e->in, m.handle);
    wyre_msnp_message message;
    if (wyre_msnp_message_decode(payload, m.command.payload.len, 0, &message, NULL) != WYRE_OK)
        return;
    const uint8_t *body = payload + message.body.off;
    uint32_t kind =
        wyre_msnp_content_kind(payload + message.content_type.off, message.content_type.len);
    if (kind == WYRE_MSNP_CONTENT_TEXT)
        tell("%s (%s): %.*s", who, shown(e->in, m.friendly_name), (int)message.body.len,
             (const char *)body);
    else if (kind == WYRE_MSNP_CONTENT_CONTROL)
        tell("%s is typing", who);
    else if (kind == WYRE_MSNP_CONTENT_DATACAST)
        tell("%s nudges", who);
    else if (kind == WYRE_MSNP_CONTENT_INVITE)
        show_invitation(who, body, message.body.len);
    else if (kind == WYRE_MSNP_CONTENT_PROFILE)
        tell("profile");
}

static void
on_chat_usr(const event *e)
{
    READ(e, chat_usr, m);
    if (m.ok)
        SEND(&chat, cal, head(&chat, "CAL"), .handle = text(callee));
}

static void
on_qry(const event *e)
{
    (void)e;
    tell("challenge answered");
}

static void
on_ack(const event *e)
{
    tell("%s %u", is(e, "ACK") ? "delivered" : "not delivered", (unsigned)e->command.trid);
}

static const struct reaction {
    const char *verb;
    void (*react)(const event *e);
    uint32_t where; /* WYRE_MSNP_SWITCHBOARD, or 0 */
} reactions[] = {
    {"USR", on_usr, 0},
    {"XFR", on_xfr, 0},
    {"LST", on_lst, 0},
    {"LSG", on_lsg, 0},
    {"ADD", on_add, 0},
    {"ADC", on_adc, 0},
    {"REM", on_rem, 0},
    {"ADG", on_adg, 0},
    {"REG", on_reg, 0},
    {"RMG", on_rmg, 0},
    {"ILN", on_presence, 0},
    {"NLN", on_presence, 0},
    {"FLN", on_fln, 0},
    {"UBX", on_ubx, 0},
    {"CHL", on_chl, 0},
    {"QRY", on_qry, 0},
    {"RNG", on_rng, 0},
    {"MSG", on_msg, 0},
    {"VER", on_ver, 0},
    {"USR", on_chat_usr, WYRE_MSNP_SWITCHBOARD},
    {"JOI", on_joi, WYRE_MSNP_SWITCHBOARD},
    {"IRO", on_iro, WYRE_MSNP_SWITCHBOARD},
    {"BYE", on_bye, WYRE_MSNP_SWITCHBOARD},
    {"MSG", on_msg, WYRE_MSNP_SWITCHBOARD},
    {"ACK", on_ack, WYRE_MSNP_SWITCHBOARD},
    {"NAK", on_ack, WYRE_MSNP_SWITCHBOARD},
};

static void
react(const event *e)
{
    uint32_t code = wyre_msnp_error_code(&e->command);
    if (code < 1000) {
        tell("error %u %s", (unsigned)code, wyre_msnp_error_name(code));
        return;
    }
    if (is(e, "CVR") || is(e, "INF")) {
        say_who();
        return;
    }
    for (size_t i = 0; i < sizeof reactions / sizeof *reactions; i++) {
        if (is(e, reactions[i].verb) &&
            reactions[i].where == (e->from->role & WYRE_MSNP_SWITCHBOARD)) {
            reactions[i].react(e);
            return;
        }
    }
}

/* ---- what the user says ------------------------------------------------------------------------------------- */

/* A message in the chat: any content, under its headers. */
static void
send_message(const char *acknowledgement, const char *type, const char *typing, const char *format,
             const uint8_t *body, size_t body_len)
{
    static uint8_t payload[ROOM];
    size_t n = 0;
    wyre_span absent = {0, 0};
    const wyre_msnp_message m = {.mime_version = text("1.0"),
                                 .content_type = text(type),
                                 .typing_user = typing != NULL ? text(typing) : absent,
                                 .im_format = format != NULL ? text(format) : absent,
                                 .body = bytes(body, body_len)};
    wyre_status status =
        wyre_msnp_message_encode(&m, gathered, source.pos, payload, sizeof payload, &n);
    source.pos = 0;
    if (status != WYRE_OK || chat.socket < 0 || !joined) {
        tell("nobody is here");
        return;
    }
    SEND(&chat, msg, head_with(&chat, "MSG", bytes(payload, n)),
         .acknowledgement = text(acknowledgement));
}

static void
send_datacast(void)
{
    uint8_t body[64];
    size_t n = 0;
    const wyre_msnp_datacast nudge = {.id = {0, 1}};
    wyre_msnp_datacast_encode(&nudge, (const uint8_t *)"1", 1, body, sizeof body, &n);
    send_message("N", "text/x-msnmsgr-datacast", NULL, NULL, body, n);
}

static void
send_invitation(char *name)
{
    static uint8_t body[2048];
    size_t n = 0;
    char *size = strrchr(name, ' ');
    if (size == NULL) {
        tell("usage: file NAME SIZE");
        return;
    }
    *size++ = '\0';
    const wyre_msnp_invitation m = {.application_name = text("File Transfer"),
                                    .application_guid =
                                        text("{5D3E02AB-6190-11d3-BBBB-00C04F795683}"),
                                    .invitation_command = text("INVITE"),
                                    .invitation_cookie = text("33267"),
                                    .application_file = text(name),
                                    .application_filesize = text(size),
                                    .connectivity = text("N")};
    wyre_msnp_invitation_encode(&m, gathered, source.pos, body, sizeof body, &n);
    source.pos = 0;
    send_message("A", "text/x-msmsgsinvite; charset=UTF-8", NULL, NULL, body, n);
}

/* ADD until MSNP9, ADC from MSNP10 on; a new contact goes by his handle until he tells a name. */
static void
add_to_list(const char *list, const char *who)
{
    wyre_span absent = {0, 0};
    if (dialect < 10)
        SEND(&server, add, head(&server, "ADD"), .list = text(list), .handle = text(who),
             .friendly_name = text(who));
    else
        SEND(&server, adc, head(&server, "ADC"), .list = text(list), .handle = text(who),
             .friendly_name = strcmp(list, "FL") == 0 ? text(who) : absent);
}

static void
remove_from_list(const char *list, const char *who)
{
    int by_guid = dialect >= 10 && strcmp(list, "FL") == 0;
    if (by_guid && contact_of(who)->guid[0] == '\0') {
        tell("no contact %s", who);
        return;
    }
    SEND(&server, rem, head(&server, "REM"), .list = text(list),
         .contact = text(by_guid ? contact_of(who)->guid : who));
}

static void
put_into_group(char *id)
{
    wyre_span absent = {0, 0};
    char *who = strchr(id, ' ');
    if (who == NULL) {
        tell("usage: into ID HANDLE");
        return;
    }
    *who++ = '\0';
    if (dialect < 10)
        SEND(&server, add, head(&server, "ADD"), .list = text("FL"), .handle = text(who),
             .friendly_name = text(who), .group_id = text(id));
    else
        SEND(&server, adc, head(&server, "ADC"), .list = text("FL"), .handle = absent,
             .contact_guid = text(contact_of(who)->guid), .group_guid = text(id));
}

/* A new name for the group, or with id NULL a new group. */
static void
name_group(const char *id, const char *name)
{
    uint8_t coded[2048];
    size_t n = 0;
    if (wyre_percent_encode((const uint8_t *)name, strlen(name), WYRE_PERCENT_UNRESERVED, coded,
                            sizeof coded, &n) != WYRE_OK)
        return;
    if (id == NULL)
        SEND(&server, adg, head(&server, "ADG"), .group_name = bytes(coded, n),
             .reserved = text("0"));
    else
        SEND(&server, reg, head(&server, "REG"), .group_id = text(id),
             .group_name = bytes(coded, n), .reserved = text("0"));
}

static void
rename_group(char *id)
{
    char *name = strchr(id, ' ');
    if (name == NULL) {
        tell("usage: regroup ID NAME");
        return;
    }
    *name++ = '\0';
    name_group(id, name);
}

static void
set_name(const char *name)
{
    uint8_t coded[2048];
    size_t n = 0;
    if (wyre_percent_encode((const uint8_t *)name, strlen(name), WYRE_PERCENT_UNRESERVED, coded,
                            sizeof coded, &n) != WYRE_OK)
        return;
    if (dialect < 10)
        SEND(&server, rea, head(&server, "REA"), .handle = text(handle),
             .friendly_name = bytes(coded, n));
    else
        SEND(&server, prp, head(&server, "PRP"), .key = text("MFN"), .value = bytes(coded, n));
}

static void
set_message(const char *message)
{
    static uint8_t data[4096];
    uint8_t escaped[2048];
    size_t n = 0;
    if (dialect < 11 || wyre_msnp_xml_text_encode((const uint8_t *)message, strlen(message),
                                                  escaped, sizeof escaped, &n) != WYRE_OK) {
        tell("not in this dialect");
        return;
    }
    const wyre_msnp_personal m = {.psm = bytes(escaped, n), .current_media = text("")};
    wyre_msnp_personal_encode(&m, gathered, source.pos, data, sizeof data, &n);
    source.pos = 0;
    SEND(&server, adl, head_with(&server, "UUX", bytes(data, n)));
}

static void
leave(void)
{
    wyre_msnp_command m = {.role = chat.role, .verb = "OUT"};
    uint8_t out[8];
    size_t n = 0;
    if (chat.socket < 0)
        return;
    wyre_status status = wyre_msnp_command_encode(&m, NULL, 0, out, sizeof out, &n);
    deliver(&chat, "OUT", status, out, n);
    close(chat.socket);
    chat.socket = -1;
    joined = 0;
}

static int
begins(char **line, const char *word)
{
    size_t len = strlen(word);
    if (strncmp(*line, word, len) != 0 || ((*line)[len] != ' ' && (*line)[len] != '\0'))
        return 0;
    *line += (*line)[len] == ' ' ? len + 1 : len;
    return 1;
}

/* What changes the contact list; 0: it is something else. */
static int
obey_list(char *line)
{
    if (begins(&line, "add")) {
        add_to_list("FL", line);
    } else if (begins(&line, "remove")) {
        remove_from_list("FL", line);
    } else if (begins(&line, "block")) {
        remove_from_list("AL", line);
        add_to_list("BL", line);
    } else if (begins(&line, "unblock")) {
        remove_from_list("BL", line);
        add_to_list("AL", line);
    } else if (begins(&line, "group")) {
        name_group(NULL, line);
    } else if (begins(&line, "regroup")) {
        rename_group(line);
    } else if (begins(&line, "ungroup")) {
        SEND(&server, rmg, head(&server, "RMG"), .group_id = text(line));
    } else if (begins(&line, "into")) {
        put_into_group(line);
    } else {
        return 0;
    }
    return 1;
}

/* 0 at `quit`. */
static int
obey(char *line)
{
    line[strcspn(line, "\n")] = '\0';
    if (obey_list(line))
        return 1;
    if (begins(&line, "status"))
        SEND(&server, chg, head(&server, "CHG"), .user_status = text(line),
             .capabilities = dialect >= 8 ? text("268435492") : (wyre_span){0, 0});
    else if (begins(&line, "name"))
        set_name(line);
    else if (begins(&line, "message"))
        set_message(line);
    else if (begins(&line, "chat")) {
        snprintf(callee, sizeof callee, "%s", line);
        SEND(&server, xfr, head(&server, "XFR"), .to_switchboard = 1);
    } else if (begins(&line, "say"))
        send_message("A", "text/plain; charset=UTF-8", NULL,
                     "FN=Segoe%20UI; EF=; CO=0; CS=0; PF=22", (const uint8_t *)line, strlen(line));
    else if (begins(&line, "typing"))
        send_message("U", "text/x-msmsgscontrol", handle, NULL, (const uint8_t *)"\r\n", 2);
    else if (begins(&line, "nudge"))
        send_datacast();
    else if (begins(&line, "file"))
        send_invitation(line);
    else if (begins(&line, "leave"))
        leave();
    else if (begins(&line, "quit"))
        return 0;
    else
        tell("unknown: %s", line);
    return 1;
}

/* ---- both streams, and the user -------------------------------------------------------------------------------- */

/* Reacting may connect the stream anew: then what was left of the old one is gone. */
static void
take_commands(stream *s)
{
    size_t at = 0;
    int socket = s->socket;
    while (s->socket == socket) {
        event e = {.from = s, .in = s->in + at};
        wyre_status status = wyre_msnp_frame(e.in, s->in_len - at, s->role | WYRE_MSNP_FROM_SERVER,
                                             WYRE_MSNP_LINE_MAX, WYRE_MSNP_PAYLOAD_MAX,
                                             &s->progress, &e.command, &e.len);
        if (status == WYRE_MORE)
            break;
        if (status != WYRE_OK)
            fail("stream", wyre_status_name(status));
        at += e.len;
        if (e.command.malformed == WYRE_OK)
            react(&e);
        if (s->in_len < at)
            return;
    }
    memmove(s->in, s->in + at, s->in_len - at);
    s->in_len -= at;
}

static void
hear(stream *s)
{
    ssize_t n = recv(s->socket, s->in + s->in_len, ROOM - s->in_len, 0);
    if (n <= 0 && s == &server)
        fail("server", "closed the connection");
    if (n <= 0) {
        close(s->socket);
        s->socket = -1;
        joined = 0;
        return;
    }
    s->in_len += (size_t)n;
    take_commands(s);
}

int
main(int argc, char **argv)
{
    char line[2048];
    if (argc < 4 || argc > 5) {
        fputs("usage: msnp_client PORT HANDLE PASSWORD [DIALECT]\n", stderr);
        return 2;
    }
    handle = argv[2];
    password = argv[3];
    if (argc == 5)
        dialect = (uint32_t)strtoul(argv[4], NULL, 10);
    begin(argv[1]);
    setvbuf(stdin, NULL, _IONBF, 0);
    for (;;) {
        struct pollfd p[3] = {{.fd = 0, .events = POLLIN},
                              {.fd = server.socket, .events = POLLIN},
                              {.fd = chat.socket, .events = POLLIN}};
        if (poll(p, 3, -1) < 0)
            fail("poll", "failed");
        if (p[1].revents != 0 && p[1].fd == server.socket)
            hear(&server);
        if (p[2].revents != 0 && p[2].fd == chat.socket)
            hear(&chat);
        if (p[0].revents != 0 && (fgets(line, sizeof line, stdin) == NULL || !obey(line)))
            return 0;
    }
}

/* Dispatch and notification server: login, presence, invitations. */
#include "server.h"
#include <openssl/evp.h>
#include <stdio.h>

enum { NEWEST = 15 };

/* ---- login ------------------------------------------------------------------------------------------ */

/* "MSNP12" as 12; 0 for what is not spoken here: 13 and 14 keep their lists elsewhere. */
static uint32_t
spoken(const request *r, wyre_span name)
{
    uint64_t number = 0;
    if (name.len < 5 || memcmp(r->in + name.off, "MSNP", 4) != 0 ||
        wyre_decimal_decode(r->in + name.off + 4, name.len - 4, NEWEST, &number, NULL) != WYRE_OK)
        return 0;
    return number >= 2 && number != 13 && number != 14 ? (uint32_t)number : 0;
}

static void
choose_dialect(const request *r)
{
    READ(r, ver, m);
    wyre_span left = m.dialects;
    wyre_span name;
    uint32_t best = 0;
    while (wyre_msnp_field_next(&left, r->in, r->len, &name) == WYRE_OK)
        if (spoken(r, name) > best)
            best = spoken(r, name);
    char chosen[16];
    snprintf(chosen, sizeof chosen, best > 0 ? "MSNP%u" : "%u", (unsigned)best);
    SEND(r->from, ver, head(r->from, "VER", m.command.trid), .dialects = text(chosen));
    r->from->role = (r->from->role & ~(uint32_t)WYRE_MSNP_DIALECT) | best;
    r->from->closing = best == 0;
}

static void
version(const request *r)
{
    READ(r, cvr, m);
    SEND(r->from, cvr_reply, head(r->from, "CVR", m.command.trid),
         .recommended = part(r, m.client_version), .recommended_again = part(r, m.client_version),
         .minimum = text("1.0.0000"), .download_url = text("http://127.0.0.1/"),
         .info_url = text("http://127.0.0.1/"));
}

/* What the official servers told right after login; wyre writes the headers. */
static void
send_profile(connection *c)
{
    static const char src[] = "\0001.0text/x-msmsgsprofile; charset=UTF-81033";
    const wyre_msnp_profile profile = {
        .mime_version = {1, 3}, .content_type = {4, 35}, .lang_preference = {39, 4}};
    uint8_t payload[256];
    size_t n = 0;
    wyre_msnp_profile_encode(&profile, (const uint8_t *)src, sizeof src - 1, payload,
                             sizeof payload, &n);
    SEND(c, msg, head_with(c, "MSG", -1, bytes(payload, n)), .handle = text("Hotmail"),
         .friendly_name = text("Hotmail"));
}

static void
let_in(const request *r)
{
    connection *c = r->from;
    user *u = c->user;
    wyre_span absent = {0, 0};
    if (u->at != NULL && u->at != c) {
        SEND(u->at, out, head(u->at, "OUT", -1), .reason = text("OTH"));
        u->at->closing = 1;
        u->at->user = NULL;
    }
    u->at = c;
    SEND(c, usr, head(c, "USR", r->command.trid), .ok = 1, .handle = text(u->handle),
         .friendly_name = text(u->friendly_name), .verified = dialect(c) >= 6 ? text("1") : absent,
         .kids = dialect(c) >= 8 ? text("0") : absent);
    if (dialect(c) >= 11)
        SEND(c, sbs, head(c, "SBS", 0), .value = text("null"));
    send_profile(c);
}

/* Step I: who it is. A dispatch server sends him on; else he is asked to prove it. */
static void
begin_login(const request *r, const wyre_msnp_usr *m)
{
    connection *c = r->from;
    char address[32];
    for (int i = 0; i < USERS; i++)
        if (same(r, m->argument, users[i].handle))
            c->user = &users[i];
    if (c->user == NULL) {
        send_error(r, "911");
        c->closing = 1;
    } else if (c->server == DISPATCH) {
        snprintf(address, sizeof address, "127.0.0.1:%u", (unsigned)ports[NOTIFICATION]);
        SEND(c, xfr, head(c, "XFR", r->command.trid), .server_type = text("NS"),
             .address = text(address), .flag = text("0"));
        c->user = NULL;
        c->closing = 1;
    } else if (same(r, m->security_package, "MD5")) {
        random_digits(c->text, 20);
        SEND(c, usr, head(c, "USR", r->command.trid), .security_package = text("MD5"),
             .step = text("S"), .argument = text(c->text));
    } else if (same(r, m->security_package, "TWN")) {
        SEND(c, usr, head(c, "USR", r->command.trid), .security_package = text("TWN"),
             .step = text("S"), .argument = text("lc=1033,id=507,tw=40,ver=2.1.0173.1"));
    } else {
        SEND(c, gcf, head_with(c, "GCF", 0, text("<Policies/>")));
        SEND(c, usr, head(c, "USR", r->command.trid), .security_package = text("SSO"),
             .step = text("S"), .argument = text("MBI_KEY_OLD"),
             .response = text("QUJDREVGR0hJSktM"));
    }
}

/* Step S: MD5 is checked; a ticket of the web services is not, any will do. */
static void
finish_login(const request *r, const wyre_msnp_usr *m)
{
    char want[33];
    if (r->from->user == NULL) {
        send_error(r, "911");
        r->from->closing = 1;
        return;
    }
    md5_hex(r->from->text, r->from->user->password, want);
    if (same(r, m->security_package, "MD5") && !same(r, m->argument, want)) {
        send_error(r, "911");
        r->from->closing = 1;
        return;
    }
    let_in(r);
}

static void
login(const request *r)
{
    READ(r, usr, m);
    if (same(r, m.step, "I"))
        begin_login(r, &m);
    else
        finish_login(r, &m);
}

/* ---- presence ------------------------------------------------------------------------------------------ */

/* ILN is a part of his own CHG, NLN tells what changes. */
void
tell_presence(connection *to, const user *u, const char *verb, int64_t trid)
{
    wyre_span absent = {0, 0};
    if (to == NULL || !sees(to->user, u) || u->at == NULL || u->user_status[0] == '\0' ||
        strcmp(u->user_status, "HDN") == 0)
        return;
    SEND(to, nln, head(to, verb, trid), .user_status = text(u->user_status),
         .handle = text(u->handle), .network_id = 1, .friendly_name = text(u->friendly_name),
         .capabilities = dialect(to) >= 8 ? text(u->capabilities) : absent,
         .msnobj = dialect(to) >= 9 ? text(u->msnobj) : absent);
    if (dialect(to) >= 11 && u->data_len > 0)
        SEND(to, ubx, head_with(to, "UBX", -1, bytes(u->data, u->data_len)),
             .handle = text(u->handle), .network_id = 1);
}

void
tell_offline(connection *to, const user *u)
{
    if (to != NULL)
        SEND(to, fln, head(to, "FLN", -1), .handle = text(u->handle), .network_id = 1);
}

static void
change_status(const request *r)
{
    READ(r, chg, m);
    connection *c = r->from;
    user *u = c->user;
    keep(r, m.user_status, u->user_status, sizeof u->user_status);
    strcpy(u->capabilities, "0");
    strcpy(u->msnobj, "0");
    if (m.capabilities.len > 0)
        keep(r, m.capabilities, u->capabilities, sizeof u->capabilities);
    if (m.msnobj.len > 0)
        keep(r, m.msnobj, u->msnobj, sizeof u->msnobj);
    SEND(c, chg, head(c, "CHG", m.command.trid), .user_status = part(r, m.user_status),
         .capabilities = part(r, m.capabilities), .msnobj = part(r, m.msnobj));
    if (!c->challenged) {
        tell_presence(c, other(u), "ILN", m.command.trid);
        random_digits(c->text, 20);
        SEND(c, chl, head(c, "CHL", 0), .challenge = text(c->text));
        c->challenged = 1;
    }
    tell_presence(other(u)->at, u, "NLN", -1);
}

/* The answer to CHL. The product's key is known; what to do with it depends on the dialect. */
static void
answer_challenge(const request *r)
{
    static const char key[] = "PK}_A_0N_K%O?A9S";
    READ(r, qry, m);
    connection *c = r->from;
    char joined[64];
    uint8_t digest[EVP_MAX_MD_SIZE];
    uint8_t want[WYRE_MSNP_RESPONSE_SIZE];
    int len = snprintf(joined, sizeof joined, "%s%s", c->text, key);
    EVP_Digest(joined, (size_t)len, digest, NULL, EVP_md5(), NULL);
    if (dialect(c) >= 11)
        wyre_msnp_challenge_response((const uint8_t *)c->text, strlen(c->text),
                                     r->in + m.product_id.off, m.product_id.len, digest,
                                     WYRE_MSNP_DIGEST_SIZE, 0, want, sizeof want, NULL);
    else
        wyre_msnp_digest_encode(digest, WYRE_MSNP_DIGEST_SIZE, want, sizeof want, NULL);
    if (m.command.payload.len != sizeof want ||
        memcmp(r->in + m.command.payload.off, want, sizeof want) != 0) {
        send_error(r, "540");
        c->closing = 1;
        return;
    }
    SEND(c, qry, head(c, "QRY", m.command.trid));
}

/* REA until MSNP9, PRP MFN from MSNP10 on; a name that is no percent coding is refused. */
static void
rename_to(const request *r, wyre_span name)
{
    if (wyre_percent_decode(r->in + name.off, name.len, 0, NULL, 0, NULL) == WYRE_E_TEXT ||
        name.len >= NAME) {
        send_error(r, "209");
        return;
    }
    keep(r, name, r->from->user->friendly_name, NAME);
    tell_presence(other(r->from->user)->at, r->from->user, "NLN", -1);
}

static void
set_name(const request *r)
{
    READ(r, rea, m);
    SEND(r->from, rea, head(r->from, "REA", m.command.trid), .list_version = text("1"),
         .handle = part(r, m.handle), .friendly_name = part(r, m.friendly_name));
    if (same(r, m.handle, r->from->user->handle))
        rename_to(r, m.friendly_name);
}

static void
set_property(const request *r)
{
    READ(r, prp, m);
    wyre_span absent = {0, 0};
    SEND(r->from, prp, head(r->from, "PRP", m.command.trid),
         .list_version = dialect(r->from) < 10 ? text("1") : absent, .key = part(r, m.key),
         .value = part(r, m.value));
    if (same(r, m.key, "MFN"))
        rename_to(r, m.value);
}

static void
set_data(const request *r)
{
    READ(r, adl, m);
    user *u = r->from->user;
    u->data_len = m.command.payload.len <= DATA ? m.command.payload.len : 0;
    memcpy(u->data, r->in + m.command.payload.off, u->data_len);
    SEND(r->from, adl, head_with(r->from, "UUX", m.command.trid, (wyre_span){0, 0}));
    connection *to = other(u)->at;
    if (to != NULL && sees(to->user, u) && dialect(to) >= 11)
        SEND(to, ubx, head_with(to, "UBX", -1, bytes(u->data, u->data_len)),
             .handle = text(u->handle), .network_id = 1);
}

static void
transfer(const request *r)
{
    READ(r, xfr, m);
    connection *c = r->from;
    char address[32];
    if (!m.to_switchboard) {
        send_error(r, "201");
        return;
    }
    random_digits(c->user->ticket, 20);
    snprintf(address, sizeof address, "127.0.0.1:%u", (unsigned)ports[SWITCHBOARD]);
    SEND(c, xfr, head(c, "XFR", m.command.trid), .to_switchboard = 1, .address = text(address),
         .security_package = text("CKI"), .ticket = text(c->user->ticket));
}

static void
ping(const request *r)
{
    wyre_span absent = {0, 0};
    SEND(r->from, qng, head(r->from, "QNG", -1),
         .seconds = dialect(r->from) >= 9 ? text("50") : absent);
}

static void
confirm(const request *r)
{
    SEND(r->from, adl, head(r->from, (const char *)r->command.verb, r->command.trid), .ok = 1);
}

static void
default_privacy(const request *r)
{
    READ(r, blp, m);
    wyre_span absent = {0, 0};
    SEND(r->from, blp, head(r->from, (const char *)m.command.verb, m.command.trid),
         .list_version = dialect(r->from) < 10 ? text("1") : absent, .value = part(r, m.value));
}

static void
offer_md5(const request *r)
{
    SEND(r->from, inf, head(r->from, "INF", r->command.trid), .security_packages = text("MD5"));
}

static void
hang_up(const request *r)
{
    r->from->closing = 1;
}

/* ---- which ----------------------------------------------------------------------------------------------- */

static const struct answer {
    const char *verb;
    void (*answer)(const request *r);
    int logged_in; /* 1: only then */
} answers[] = {
    {"VER", choose_dialect, 0},   {"CVR", version, 0},
    {"INF", offer_md5, 0},        {"USR", login, 0},
    {"OUT", hang_up, 0},          {"SYN", synchronise, 1},
    {"ADD", add_contact, 1},      {"ADC", add_contact_10, 1},
    {"REM", remove_contact, 1},   {"SBP", set_contact_property, 1},
    {"ADG", add_group, 1},        {"REG", rename_group, 1},
    {"RMG", remove_group, 1},     {"CHG", change_status, 1},
    {"QRY", answer_challenge, 1}, {"REA", set_name, 1},
    {"PRP", set_property, 1},     {"UUX", set_data, 1},
    {"XFR", transfer, 1},         {"PNG", ping, 1},
    {"ADL", confirm, 1},          {"RML", confirm, 1},
    {"BLP", default_privacy, 1},  {"GTC", default_privacy, 1},
};

void
notification(const request *r)
{
    int logged_in = r->from->user != NULL && r->from->user->at == r->from;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        if (!is(r, answers[i].verb))
            continue;
        if (answers[i].logged_in && !logged_in)
            send_error(r, "302");
        else
            answers[i].answer(r);
        return;
    }
    send_error(r, "502");
}

void
notification_ends(connection *c)
{
    user *u = c->user;
    if (u == NULL || u->at != c)
        return;
    u->at = NULL;
    u->user_status[0] = '\0';
    u->data_len = 0;
    if (sees(other(u), u))
        tell_offline(other(u)->at, u);
}

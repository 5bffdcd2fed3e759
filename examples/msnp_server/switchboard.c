/* Switchboard: a chat of two. */
#include "server.h"
#include <stdio.h>

/* The other connection of the chat, or NULL. */
static connection *
partner(const connection *c)
{
    for (int i = 0; i < CONNECTIONS; i++) {
        connection *other = &connections[i];
        if (other != c && other->socket >= 0 && other->server == SWITCHBOARD &&
            c->session[0] != '\0' && strcmp(other->session, c->session) == 0)
            return other;
    }
    return NULL;
}

/* Whose handle this is, if the ticket is his. */
static user *
holder(const request *r, wyre_span handle, wyre_span ticket)
{
    for (int i = 0; i < USERS; i++)
        if (same(r, handle, users[i].handle) && users[i].ticket[0] != '\0' &&
            same(r, ticket, users[i].ticket))
            return &users[i];
    return NULL;
}

static void
refuse(const request *r)
{
    send_error(r, "911");
    r->from->closing = 1;
}

/* The dialect of a chat is that of its user's notification connection. */
static void
enter(connection *c, user *u)
{
    c->user = u;
    u->ticket[0] = '\0';
    if (u->at != NULL)
        c->role |= dialect(u->at);
}

static void
begin(const request *r)
{
    READ(r, chat_usr, m);
    user *u = holder(r, m.handle, m.ticket);
    if (u == NULL) {
        refuse(r);
        return;
    }
    enter(r->from, u);
    random_digits(r->from->session, 10);
    SEND(r->from, chat_usr, head(r->from, "USR", m.command.trid), .ok = 1,
         .handle = text(u->handle), .friendly_name = text(u->friendly_name));
}

static void
call(const request *r)
{
    READ(r, cal, m);
    connection *c = r->from;
    char address[32];
    user *callee = NULL;
    for (int i = 0; i < USERS; i++)
        if (same(r, m.handle, users[i].handle))
            callee = &users[i];
    if (callee == NULL || callee->at == NULL || callee == c->user) {
        send_error(r, callee == NULL ? "208" : callee == c->user ? "215" : "217");
        return;
    }
    SEND(c, cal, head(c, "CAL", m.command.trid), .result = text("RINGING"),
         .session_id = text(c->session));
    random_digits(callee->ticket, 20);
    snprintf(address, sizeof address, "127.0.0.1:%u", (unsigned)ports[SWITCHBOARD]);
    SEND(callee->at, rng, head(callee->at, "RNG", -1), .session_id = text(c->session),
         .address = text(address), .security_package = text("CKI"), .ticket = text(callee->ticket),
         .handle = text(c->user->handle), .friendly_name = text(c->user->friendly_name));
}

/* From MSNP12 on capabilities stand behind the name. */
static void
answer(const request *r)
{
    READ(r, ans, m);
    connection *c = r->from;
    user *u = holder(r, m.handle, m.ticket);
    wyre_span absent = {0, 0};
    if (u == NULL) {
        refuse(r);
        return;
    }
    enter(c, u);
    keep(r, m.session_id, c->session, sizeof c->session);
    connection *other = partner(c);
    if (other == NULL) {
        refuse(r);
        return;
    }
    SEND(c, iro, head(c, "IRO", m.command.trid), .index = 1, .total = 1,
         .handle = text(other->user->handle), .friendly_name = text(other->user->friendly_name),
         .capabilities = dialect(c) >= 12 ? text(other->user->capabilities) : absent);
    SEND(c, ans, head(c, "ANS", m.command.trid), .ok = 1);
    SEND(other, joi, head(other, "JOI", -1), .handle = text(u->handle),
         .friendly_name = text(u->friendly_name),
         .capabilities = dialect(other) >= 12 ? text(u->capabilities) : absent);
}

/* A is acknowledged, N only when nobody is there, U never. */
static void
relay(const request *r)
{
    READ(r, msg, m);
    connection *c = r->from;
    connection *to = partner(c);
    if (to != NULL)
        SEND(to, msg, head_with(to, "MSG", -1, part(r, m.command.payload)),
             .handle = text(c->user->handle), .friendly_name = text(c->user->friendly_name));
    if (same(r, m.acknowledgement, "A") || (to == NULL && same(r, m.acknowledgement, "N")))
        send_bare(c, to != NULL ? "ACK" : "NAK", m.command.trid);
}

void
switchboard(const request *r)
{
    if (is(r, "USR"))
        begin(r);
    else if (is(r, "ANS"))
        answer(r);
    else if (is(r, "OUT"))
        r->from->closing = 1;
    else if (r->from->user == NULL)
        send_error(r, "302");
    else if (is(r, "CAL"))
        call(r);
    else if (is(r, "MSG"))
        relay(r);
    else
        send_error(r, "502");
}

void
switchboard_ends(connection *c)
{
    connection *other = partner(c);
    if (other != NULL && c->user != NULL)
        SEND(other, bye, head(other, "BYE", -1), .handle = text(c->user->handle));
    c->session[0] = '\0';
}

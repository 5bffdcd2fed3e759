/* The contact list: ADD and REM until MSNP9, ADC and REM from MSNP10 on, groups, and what SYN tells of it all.
 * There are two users, so that a list holds the other one or nobody. */
#include "server.h"
#include <stdio.h>
#include <stdlib.h>

static const char guids[USERS][37] = {"01234567-89ab-cdef-0123-456789abcdef",
                                      "fedcba98-7654-3210-fedc-ba9876543210"};

void
contacts_begin(void)
{
    for (int i = 0; i < USERS; i++) {
        user *u = &users[i];
        u->lists = WYRE_MSNP_LIST_FORWARD | WYRE_MSNP_LIST_ALLOW | WYRE_MSNP_LIST_REVERSE;
        strcpy(u->contact_name, other(u)->friendly_name);
        u->list_version = 1;
    }
}

int
sees(const user *watcher, const user *u)
{
    return (watcher->lists & WYRE_MSNP_LIST_FORWARD) != 0 && (u->lists & WYRE_MSNP_LIST_BLOCK) == 0;
}

/* ---- groups ----------------------------------------------------------------------------------------------- */

/* A group's name on the wire: its number until MSNP9, then a GUID made of that. */
static const char *
group_id(const connection *c, int group)
{
    static char id[40];
    snprintf(id, sizeof id, dialect(c) < 10 ? "%d" : "00000000-0000-0000-0000-%012d", group);
    return id;
}

/* Which group this is, from 1 on; 0: none. */
static int
group_of(const request *r, wyre_span id)
{
    for (int group = 1; group < GROUPS; group++)
        if (r->from->user->group[group][0] != '\0' && same(r, id, group_id(r->from, group)))
            return group;
    return 0;
}

static wyre_span
version_until_9(const connection *c)
{
    char version[16];
    wyre_span absent = {0, 0};
    snprintf(version, sizeof version, "%u", c->user->list_version);
    return dialect(c) < 10 ? text(version) : absent;
}

void
add_group(const request *r)
{
    READ(r, adg, m);
    connection *c = r->from;
    int group = 1;
    while (group < GROUPS && c->user->group[group][0] != '\0')
        group++;
    if (group == GROUPS || m.group_name.len == 0 || m.group_name.len > 61) {
        send_error(r, group == GROUPS ? "223" : "229");
        return;
    }
    keep(r, m.group_name, c->user->group[group], NAME);
    c->user->list_version++;
    SEND(c, adg, head(c, "ADG", m.command.trid), .list_version = version_until_9(c),
         .group_name = part(r, m.group_name), .group_id = text(group_id(c, group)),
         .reserved = text("0"));
}

void
rename_group(const request *r)
{
    READ(r, reg, m);
    connection *c = r->from;
    int group = group_of(r, m.group_id);
    if (group == 0 || m.group_name.len == 0 || m.group_name.len > 61) {
        send_error(r, group == 0 ? "224" : "229");
        return;
    }
    keep(r, m.group_name, c->user->group[group], NAME);
    c->user->list_version++;
    SEND(c, reg, head(c, "REG", m.command.trid),
         .list_version = dialect(c) < 10 ? version_until_9(c) : text("1"),
         .group_name = part(r, m.group_name), .group_id = text(group_id(c, group)),
         .reserved = text("0"));
}

void
remove_group(const request *r)
{
    READ(r, rmg, m);
    connection *c = r->from;
    int group = group_of(r, m.group_id);
    if (group == 0) {
        send_error(r, same(r, m.group_id, "0") ? "230" : "224");
        return;
    }
    c->user->group[group][0] = '\0';
    c->user->in_groups &= ~(1u << group);
    c->user->list_version++;
    SEND(c, rmg, head(c, "RMG", m.command.trid), .list_version = version_until_9(c),
         .group_id = text(group_id(c, group)));
}

/* ---- who sees whom changes -------------------------------------------------------------------------------- */

/* What a change of lists does to the presence of two: told to the one who gains or loses sight. */
typedef struct sight {
    user *u, *friend;
    int of_friend, of_user;
} sight;

static sight
sight_of(user *u)
{
    user *friend = other(u);
    return (sight){u, friend, sees(u, friend), sees(friend, u)};
}

static int
is_online(const user *u)
{
    return u->at != NULL && u->user_status[0] != '\0' && strcmp(u->user_status, "HDN") != 0;
}

static void
watch(user *watcher, const user *u, int before)
{
    if (sees(watcher, u) && !before)
        tell_presence(watcher->at, u, "NLN", -1);
    if (!sees(watcher, u) && before && is_online(u))
        tell_offline(watcher->at, u);
}

static void
sight_changed(const sight *s)
{
    s->u->list_version++;
    watch(s->u, s->friend, s->of_friend);
    watch(s->friend, s->u, s->of_user);
}

/* The other user is on his RL, or is not any more. */
static void
tell_reverse(user *u, user *friend, int added)
{
    connection *to = friend->at;
    friend->lists ^= WYRE_MSNP_LIST_REVERSE;
    if (to == NULL)
        return;
    friend->list_version++;
    if (!added)
        SEND(to, rem, head(to, "REM", 0), .list = text("RL"), .list_version = version_until_9(to),
             .contact = text(u->handle));
    else if (dialect(to) < 10)
        SEND(to, add, head(to, "ADD", 0), .list = text("RL"), .list_version = version_until_9(to),
             .handle = text(u->handle), .friendly_name = text(u->friendly_name));
    else
        SEND(to, adc, head(to, "ADC", 0), .list = text("RL"), .handle = text(u->handle),
             .friendly_name = text(u->friendly_name));
}

/* ---- contacts --------------------------------------------------------------------------------------------- */

static uint32_t
list_of(const request *r, wyre_span name)
{
    return same(r, name, "FL")   ? WYRE_MSNP_LIST_FORWARD
           : same(r, name, "AL") ? WYRE_MSNP_LIST_ALLOW
           : same(r, name, "BL") ? WYRE_MSNP_LIST_BLOCK
                                 : 0;
}

/* The error that stands against putting the contact on a list, and into a group of it; NULL: none. */
static const char *
against_adding(const user *u, uint32_t list, int group)
{
    const uint32_t allow_or_block = WYRE_MSNP_LIST_ALLOW | WYRE_MSNP_LIST_BLOCK;
    if (list == 0)
        return "201";
    if ((u->lists & list) != 0 && (group == 0 || (u->in_groups & 1u << group) != 0))
        return "215";
    if ((list & allow_or_block) != 0 && (u->lists & allow_or_block & ~list) != 0)
        return "219";
    return NULL;
}

/* 1: done; 0: refused, and told. */
static int
put_on_list(const request *r, uint32_t list, wyre_span name, wyre_span group_name)
{
    user *u = r->from->user;
    int group = group_name.len > 0 ? group_of(r, group_name) : 0;
    const char *error = group_name.len > 0 && group == 0 && !same(r, group_name, "0")
                            ? "224"
                            : against_adding(u, list, group);
    if (error != NULL) {
        send_error(r, error);
        return 0;
    }
    if (group > 0)
        u->in_groups |= 1u << group;
    if (list == WYRE_MSNP_LIST_FORWARD && name.len > 0)
        keep(r, name, u->contact_name, NAME);
    return 1;
}

/* What follows once the answer is sent. */
static void
now_on_list(user *u, uint32_t list)
{
    sight before = sight_of(u);
    int is_new = (u->lists & list) == 0;
    u->lists |= list;
    if (is_new && list == WYRE_MSNP_LIST_FORWARD)
        tell_reverse(u, other(u), 1);
    sight_changed(&before);
}

void
add_contact(const request *r)
{
    READ(r, add, m);
    connection *c = r->from;
    uint32_t list = list_of(r, m.list);
    if (!same(r, m.handle, other(c->user)->handle)) {
        send_error(r, "205");
        return;
    }
    if (!put_on_list(r, list, m.friendly_name, m.group_id))
        return;
    SEND(c, add, head(c, "ADD", m.command.trid), .list = part(r, m.list),
         .list_version = version_until_9(c), .handle = part(r, m.handle),
         .friendly_name = part(r, m.friendly_name), .group_id = part(r, m.group_id));
    now_on_list(c->user, list);
}

/* By N= or, once he is on the FL, by C=. */
void
add_contact_10(const request *r)
{
    READ(r, adc, m);
    connection *c = r->from;
    const user *friend = other(c->user);
    uint32_t list = list_of(r, m.list);
    wyre_span absent = {0, 0};
    if (!same(r, m.handle, friend->handle) && !same(r, m.contact_guid, guids[friend - users])) {
        send_error(r, "208");
        return;
    }
    if (!put_on_list(r, list, m.friendly_name, m.group_guid))
        return;
    SEND(c, adc, head(c, "ADC", m.command.trid), .list = part(r, m.list),
         .handle = part(r, m.handle), .friendly_name = part(r, m.friendly_name),
         .contact_guid = list == WYRE_MSNP_LIST_FORWARD ? text(guids[friend - users]) : absent,
         .group_guid = part(r, m.group_guid));
    now_on_list(c->user, list);
}

static void
off_list(user *u, uint32_t list)
{
    sight before = sight_of(u);
    u->lists &= ~list;
    if (list == WYRE_MSNP_LIST_FORWARD) {
        u->in_groups = 0;
        tell_reverse(u, other(u), 0);
    }
    sight_changed(&before);
}

/* With a group he leaves only that. */
void
remove_contact(const request *r)
{
    READ(r, rem, m);
    connection *c = r->from;
    user *u = c->user;
    uint32_t list = list_of(r, m.list);
    int by_guid = dialect(c) >= 10 && list == WYRE_MSNP_LIST_FORWARD;
    int group = m.group.len > 0 ? group_of(r, m.group) : 0;
    const char *error = NULL;
    if (list == 0)
        error = "201";
    else if ((u->lists & list) == 0 ||
             !same(r, m.contact, by_guid ? guids[other(u) - users] : other(u)->handle))
        error = "216";
    else if (m.group.len > 0 && (group == 0 || (u->in_groups & 1u << group) == 0))
        error = group == 0 ? "224" : "225";
    if (error != NULL) {
        send_error(r, error);
        return;
    }
    SEND(c, rem, head(c, "REM", m.command.trid), .list = part(r, m.list),
         .list_version = version_until_9(c), .contact = part(r, m.contact),
         .group = part(r, m.group));
    if (group > 0)
        u->in_groups &= ~(1u << group);
    else
        off_list(u, list);
}

/* A name of one's own for the contact. */
void
set_contact_property(const request *r)
{
    READ(r, sbp, m);
    connection *c = r->from;
    if (!same(r, m.contact_guid, guids[other(c->user) - users])) {
        send_error(r, "208");
        return;
    }
    if (same(r, m.key, "MFN"))
        keep(r, m.value, c->user->contact_name, NAME);
    SEND(c, sbp, head(c, "SBP", m.command.trid), .contact_guid = part(r, m.contact_guid),
         .key = part(r, m.key), .value = part(r, m.value));
}

/* ---- SYN -------------------------------------------------------------------------------------------------- */

/* The groups of the contact: "1,3"; empty where he is in none. */
static wyre_span
groups_of_contact(const connection *c)
{
    char list[GROUPS * 40] = "";
    wyre_span absent = {0, 0};
    for (int group = 1; group < GROUPS; group++) {
        if ((c->user->in_groups & 1u << group) == 0)
            continue;
        if (list[0] != '\0')
            strcat(list, ",");
        strcat(list, group_id(c, group));
    }
    return list[0] != '\0' ? text(list) : absent;
}

static unsigned
count_groups(const user *u)
{
    unsigned count = 0;
    for (int group = 1; group < GROUPS; group++)
        count += u->group[group][0] != '\0';
    return count;
}

static void
tell_groups(connection *c, int64_t trid)
{
    unsigned index = 0;
    wyre_span absent = {0, 0};
    for (int group = 1; group < GROUPS; group++)
        if (c->user->group[group][0] != '\0')
            SEND(c, lsg, head(c, "LSG", trid),
                 .list_version = dialect(c) < 8 ? version_until_9(c) : absent, .index = ++index,
                 .total = count_groups(c->user), .group_name = text(c->user->group[group]),
                 .group_id = dialect(c) < 10 ? text(group_id(c, group)) : absent,
                 .group_guid = dialect(c) < 10 ? absent : text(group_id(c, group)),
                 .reserved = dialect(c) < 10 ? text("0") : absent);
}

/* Before MSNP8 list by list, each with the TrID; an empty one says so. */
static void
old_lists(connection *c, uint32_t trid)
{
    static const char *const lists[] = {"FL", "AL", "BL", "RL"};
    const user *friend = other(c->user);
    wyre_span absent = {0, 0};
    for (int i = 0; i < 4; i++) {
        if ((c->user->lists & 1u << i) == 0)
            SEND(c, lst, head(c, "LST", trid), .list = text(lists[i]),
                 .list_version = version_until_9(c));
        else
            SEND(c, lst, head(c, "LST", trid), .list = text(lists[i]),
                 .list_version = version_until_9(c), .index = 1, .total = 1,
                 .handle = text(friend->handle), .friendly_name = text(c->user->contact_name),
                 .groups = i == 0 && dialect(c) >= 7 ? groups_of_contact(c) : absent);
    }
}

static void
tell_contact(connection *c)
{
    const user *friend = other(c->user);
    wyre_span absent = {0, 0};
    int forward = (c->user->lists & WYRE_MSNP_LIST_FORWARD) != 0;
    SEND(c, lst, head(c, "LST", -1), .handle = text(friend->handle),
         .friendly_name = text(c->user->contact_name),
         .contact_guid = dialect(c) >= 10 && forward ? text(guids[friend - users]) : absent,
         .lists = c->user->lists, .type = dialect(c) >= 12 ? text("1") : absent,
         .groups = groups_of_contact(c));
}

void
synchronise(const request *r)
{
    READ(r, syn, m);
    connection *c = r->from;
    char groups[16];
    const char *contacts = c->user->lists != 0 ? "1" : "0";
    uint32_t trid = m.command.trid;
    int64_t own = dialect(c) < 8 ? (int64_t)trid : -1;
    wyre_span absent = {0, 0};
    snprintf(groups, sizeof groups, "%u", count_groups(c->user));
    if (dialect(c) < 8)
        SEND(c, syn, head(c, "SYN", trid), .version = version_until_9(c));
    else if (dialect(c) < 10)
        SEND(c, syn, head(c, "SYN", trid), .version = version_until_9(c),
             .contacts = text(contacts), .groups = text(groups));
    else
        SEND(c, syn, head(c, "SYN", trid), .version = text("2005-04-23T18:57:44.8-07:00"),
             .second_version = text("2005-04-23T18:57:54.2-07:00"), .contacts = text(contacts),
             .groups = text(groups));
    SEND(c, blp, head(c, "GTC", own), .list_version = own >= 0 ? version_until_9(c) : absent,
         .value = text("A"));
    SEND(c, blp, head(c, "BLP", own), .list_version = own >= 0 ? version_until_9(c) : absent,
         .value = text("AL"));
    if (dialect(c) >= 10)
        SEND(c, prp, head(c, "PRP", -1), .key = text("MFN"), .value = text(c->user->friendly_name));
    if (dialect(c) >= 7)
        tell_groups(c, own);
    if (dialect(c) < 8)
        old_lists(c, trid);
    else if (c->user->lists != 0)
        tell_contact(c);
}

/* tds_server: a server for TDS 7.0 to 7.4 that knows one user and three queries.
 *
 *   tds_server [--port N] [--user NAME] [--password TEXT]
 *
 * It answers PRELOGIN (without encryption), checks LOGIN7, and answers SELECT 1, SELECT @@VERSION and
 * SELECT @@MAX_PRECISION, as a batch or through sp_executesql; any other request is done at once. */
#define _POSIX_C_SOURCE 200809L
#include "tds_io.h"
#include <getopt.h>
#include <strings.h>

static const char *user = "wyreuser";
static const char *password = "Pa$$w0rd";
static const char version[] = "wyre example server 0.1";
static const uint8_t collation[5] = {0x09, 0x04, 0xd0, 0x00, 0x34};

typedef struct session {
    peer client;
    uint32_t dialect;
    answer a;
} session;

/* ---- PRELOGIN ------------------------------------------------------------------------------------- */

static int
answer_prelogin(session *s)
{
    wyre_tds_prelogin asked;
    uint8_t out[128], match = 0;
    size_t n;
    if (wyre_tds_prelogin_decode(s->client.payload, s->client.message.payload_size, 0, &asked,
                                 NULL) != WYRE_OK)
        return 0;
    wyre_tds_prelogin m = {.version_major = 16, .version_build = 0x1004, .instopt = {0, 1}};
    m.encryption = wyre_tds_encryption_answer(asked.encryption, WYRE_TDS_ENCRYPT_NOT_SUP);
    m.empty = 1u << WYRE_TDS_PRELOGIN_THREADID;
    for (uint8_t token = WYRE_TDS_PRELOGIN_VERSION; token <= WYRE_TDS_PRELOGIN_FEDAUTHREQUIRED;
         token++)
        if (token != WYRE_TDS_PRELOGIN_TRACEID && wyre_tds_prelogin_has(&asked, token))
            m.tokens[m.count++] = token; /* impacket expects what it sent, and no more */
    return wyre_tds_prelogin_encode(&m, &match, 1, out, sizeof out, &n) == WYRE_OK &&
           write_message(&s->client, WYRE_TDS_RESPONSE, 1, out, n);
}

/* ---- LOGIN7 --------------------------------------------------------------------------------------- */

static void
put_env(answer *a, uint8_t type, const char *new_value, const char *old_value)
{
    wyre_tds_envchange m = {.type = type, .dialect = a->dialect};
    m.new_value = text(a, new_value);
    m.old_value = text(a, old_value);
    PUT(a, wyre_tds_envchange, &m);
}

static void
put_collation(answer *a)
{
    wyre_tds_envchange m = {.type = WYRE_TDS_ENV_COLLATION, .dialect = a->dialect};
    wyre_wr_gather(&a->texts, collation, sizeof collation, &m.new_value);
    PUT(a, wyre_tds_envchange, &m);
}

static void
put_loginack(answer *a, uint32_t tds_version)
{
    wyre_tds_loginack m = {.interface = 1, .prog_version = {16, 0, 0x10, 0x04}};
    m.tds_version = wyre_tds_loginack_version(tds_version);
    m.prog_name = text(a, "Microsoft SQL Server");
    m.dialect = a->dialect;
    PUT(a, wyre_tds_loginack, &m);
}

/* UTF8_SUPPORT is granted to who asks for it; a server must not grant anything else. */
static void
put_features(answer *a, const uint8_t *in, wyre_span block)
{
    wyre_tds_feature_iter it = {.pos = 0};
    wyre_tds_feature asked, granted = {.id = WYRE_TDS_FEATURE_UTF8_SUPPORT};
    static const uint8_t on = 1;
    size_t n;
    while (block.len > 0 &&
           wyre_tds_feature_next(&it, in + block.off, block.len, &asked) == WYRE_OK) {
        if (asked.id != WYRE_TDS_FEATURE_UTF8_SUPPORT)
            continue;
        wyre_wr_gather(&a->texts, &on, 1, &granted.data);
        a->out[a->len++] = WYRE_TDS_TOKEN_FEATUREEXTACK;
        wyre_status status = wyre_tds_feature_build(&granted, 1, a->src, a->texts.pos,
                                                    a->out + a->len, sizeof a->out - a->len, &n);
        put_ended(a, status, n);
    }
}

static int
answer_login(session *s)
{
    const uint8_t *in = s->client.payload;
    answer *a = &s->a;
    wyre_tds_login7 m;
    char name[300], database[300];
    size_t fault;
    wyre_status status = wyre_tds_login7_decode(in, s->client.message.payload_size, 0, &m, &fault);
    if (status != WYRE_OK) {
        fprintf(stderr, "LOGIN7: %s at %zu\n", wyre_status_name(status), fault);
        return 0;
    }
    s->dialect = wyre_tds_dialect(m.tds_version);
    answer_begin(a, s->dialect);
    utf8_of(in, m.user_name, name, sizeof name);
    if (!login_is(in, &m, user, password)) {
        put_login_failed(a, name);
        answer_send(a, &s->client);
        return 0;
    }
    utf8_of(in, m.database, database, sizeof database);
    put_env(a, WYRE_TDS_ENV_DATABASE, *database ? database : "master", "master");
    put_info(a, WYRE_TDS_TOKEN_INFO, 5701, 0, "Changed database context.");
    if (s->dialect & WYRE_TDS_BEFORE_7_1)
        put_env(a, WYRE_TDS_ENV_CHARSET, "iso_1", ""); /* jTDS insists on one */
    else
        put_collation(a);
    put_env(a, WYRE_TDS_ENV_LANGUAGE, "us_english", "");
    put_info(a, WYRE_TDS_TOKEN_INFO, 5703, 0, "Changed language setting to us_english.");
    put_loginack(a, m.tds_version);
    put_env(a, WYRE_TDS_ENV_PACKET_SIZE, "4096", "4096");
    put_features(a, in, m.feature_ext);
    put_done(a, WYRE_TDS_TOKEN_DONE, 0, 0, 0);
    return answer_send(a, &s->client);
}

/* ---- queries -------------------------------------------------------------------------------------- */

enum { SELECT = 0xc1 };

/* One row of one column without a name. */
static void
put_row(answer *a, const wyre_tds_column *column, const wyre_tds_value *value)
{
    size_t n;
    wyre_status status = wyre_tds_columns_encode(NULL, column, 1, a->dialect, a->src, a->texts.pos,
                                                 a->out + a->len, sizeof a->out - a->len, &n);
    put_ended(a, status, n);
    status = wyre_tds_row_encode(column, value, 1, a->src, a->texts.pos, a->out + a->len,
                                 sizeof a->out - a->len, &n);
    put_ended(a, status, n);
}

static void
put_number(answer *a, uint8_t number)
{
    uint8_t bytes[4] = {number, 0, 0, 0};
    wyre_tds_column column = {.type_info = {.type = WYRE_TDS_INT4}};
    wyre_tds_value value = {.is_null = 0};
    wyre_wr_gather(&a->texts, bytes, sizeof bytes, &value.data);
    put_row(a, &column, &value);
}

static void
put_text(answer *a, const char *utf8)
{
    wyre_tds_column column = {.type_info = {.type = WYRE_TDS_NVARCHAR, .max_length = 600}};
    wyre_tds_value value = {.data = text(a, utf8)};
    memcpy(column.type_info.collation, collation, sizeof collation);
    put_row(a, &column, &value);
}

/* Whether the query holds the word, whatever its case. */
static int
holds(const char *query, const char *word)
{
    for (; *query != '\0'; query++)
        if (strncasecmp(query, word, strlen(word)) == 0)
            return 1;
    return 0;
}

static int
answer_query(session *s, const uint8_t *in, wyre_span sql, uint8_t done)
{
    answer *a = &s->a;
    char query[2000];
    int rows = 1;
    utf8_of(in, sql, query, sizeof query);
    answer_begin(a, s->dialect);
    if (holds(query, "select @@version"))
        put_text(a, version);
    else if (holds(query, "select @@max_precision"))
        put_number(a, 38);
    else if (holds(query, "select 1"))
        put_number(a, 1);
    else
        rows = 0;
    if (done == WYRE_TDS_TOKEN_DONEPROC) {
        wyre_tds_returnstatus zero = {0};
        put_done(a, WYRE_TDS_TOKEN_DONEINPROC,
                 WYRE_TDS_DONE_MORE | (rows ? WYRE_TDS_DONE_COUNT : 0), SELECT, (uint64_t)rows);
        PUT(a, wyre_tds_returnstatus, &zero);
        put_done(a, done, 0, 0, 0);
    } else {
        put_done(a, done, rows ? WYRE_TDS_DONE_COUNT : 0, SELECT, (uint64_t)rows);
    }
    return answer_send(a, &s->client);
}

static int
answer_batch(session *s)
{
    wyre_tds_sql_batch m;
    if (wyre_tds_sql_batch_decode(s->client.payload, s->client.message.payload_size, s->dialect, &m,
                                  NULL) != WYRE_OK)
        return 0;
    return answer_query(s, s->client.payload, m.text, WYRE_TDS_TOKEN_DONE);
}

/* The bytes of a text; of one in chunks, those of the first. */
static wyre_span
statement_of(const uint8_t *in, const wyre_tds_value *value)
{
    wyre_tds_chunk_iter chunks = {0};
    wyre_span s = value->data, first;
    if (!value->in_chunks)
        return s;
    wyre_tds_chunk_next(&chunks, in + s.off, s.len, &first);
    first.off += s.off;
    return first;
}

/* The first text among the parameters is the statement. */
static int
answer_rpc(session *s)
{
    const uint8_t *in = s->client.payload;
    wyre_tds_rpc_iter calls = {0, 0};
    wyre_tds_rpc call;
    wyre_tds_parameter p;
    wyre_span sql = {0, 0};
    if (wyre_tds_rpc_next(&calls, in, s->client.message.payload_size, s->dialect, &call) != WYRE_OK)
        return 0;
    wyre_tds_parameter_iter it = {call.parameters.off};
    size_t end = call.parameters.off + (size_t)call.parameters.len;
    while (sql.len == 0 && wyre_tds_parameter_next(&it, in, end, s->dialect, &p) == WYRE_OK)
        if (p.type_info.type == WYRE_TDS_NVARCHAR || p.type_info.type == WYRE_TDS_NTEXT)
            sql = statement_of(in, &p.value);
    return answer_query(s, in, sql, WYRE_TDS_TOKEN_DONEPROC);
}

static int
answer_done(session *s, uint16_t status)
{
    answer_begin(&s->a, s->dialect);
    put_done(&s->a, WYRE_TDS_TOKEN_DONE, status, 0, 0);
    return answer_send(&s->a, &s->client);
}

/* ---- the connection ------------------------------------------------------------------------------- */

static int
answer_message(session *s, int logged_in)
{
    uint8_t type = s->client.message.type;
    if (!logged_in)
        return type == WYRE_TDS_PRELOGIN ? answer_prelogin(s)
               : type == WYRE_TDS_LOGIN7 ? answer_login(s)
                                         : 0;
    switch (type) {
    case WYRE_TDS_SQL_BATCH:
        return answer_batch(s);
    case WYRE_TDS_RPC:
        return answer_rpc(s);
    case WYRE_TDS_ATTENTION:
        return answer_done(s, WYRE_TDS_DONE_ATTN);
    default:
        return answer_done(s, 0);
    }
}

static void
serve(int fd)
{
    static session s;
    int logged_in = 0;
    s.client.fd = fd;
    while (read_message(&s.client) && answer_message(&s, logged_in))
        logged_in |= s.client.message.type == WYRE_TDS_LOGIN7;
    close(fd);
}

int
main(int argc, char **argv)
{
    static const struct option options[] = {{"port", required_argument, NULL, 'p'},
                                            {"user", required_argument, NULL, 'u'},
                                            {"password", required_argument, NULL, 'w'},
                                            {NULL, 0, NULL, 0}};
    unsigned long port = 0;
    int option;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 'p')
            port = strtoul(optarg, NULL, 10);
        else if (option == 'u')
            user = optarg;
        else if (option == 'w')
            password = optarg;
        else
            return 2;
    }
    serve_all(listen_on((uint16_t)port), serve);
}

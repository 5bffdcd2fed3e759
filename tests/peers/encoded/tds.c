/* TDS messages of each kind: PRELOGIN and logins, what servers answer, requests, SMP.
 * tshark 4.0 does not know RETURNVALUE, ALTMETADATA, ALTROW, TABNAME, COLINFO, DATACLASSIFICATION, FEDAUTHINFO,
 * the types JSON, VECTOR and TVP, nor column encryption: it stops there. It reads past the end of an SSPI token,
 * which it takes for characters. What else it reads wrong is named where it is left out. */
#include "encoded.h"

static uint8_t src[16384], body[32768];
static wyre_wr texts;
static size_t body_len;

static void
begin(void)
{
    wyre_wr_init(&texts, src, sizeof src);
    body_len = 0;
}

static wyre_span
text(const char *utf8)
{
    wyre_span span;
    wyre_wr_gather_utf16(&texts, utf8, strlen(utf8), &span);
    ENCODED(texts.status);
    return span;
}

static wyre_span
binary(const void *bytes, size_t len)
{
    wyre_span span;
    wyre_wr_gather(&texts, bytes, len, &span);
    ENCODED(texts.status);
    return span;
}

/* Appends what a call of an encoder writes: the call names `room` and `n`. */
#define APPEND(call)                                                                               \
    do {                                                                                           \
        uint8_t *room = body + body_len;                                                           \
        size_t cap = sizeof body - body_len;                                                       \
        ENCODED(call);                                                                             \
        body_len += n;                                                                             \
    } while (0)
#define PUT(T, ...)                                                                                \
    do {                                                                                           \
        T put = {__VA_ARGS__};                                                                     \
        APPEND(T##_encode(&put, src, texts.pos, room, cap, &n));                                   \
    } while (0)

/* The body as a message of that type. */
static void
sent(const char *conversation, char direction, uint8_t type, const char *filter)
{
    wyre_tds_packet p = {.payload = {0, (uint32_t)body_len}, .type = type, .packet_id = 1};
    ENCODED(wyre_tds_message_encode(&p, body, body_len, 4096, out, sizeof out, &n));
    message("tds", conversation, direction, filter);
}

/* ---- PRELOGIN ------------------------------------------------------------------------------------- */

static void
prelogin(void)
{
    begin();
    wyre_tds_prelogin m = {.version_major = 11, .version_build = 2100, .encryption = 1, .mars = 1};
    memcpy(m.tokens, "\0\1\2\3\4\5\6\7", 8);
    m.count = 8;
    m.thread_id = 4711;
    m.instopt = binary("MSSQLServer", 12);
    APPEND(wyre_tds_prelogin_encode(&m, src, texts.pos, room, cap, &n));
    sent("prelogin", 'c', WYRE_TDS_PRELOGIN,
         "tds.type == 18 && tds.prelogin.option.encryption == 1 && tds.prelogin.option.mars == 1");
}

/* ---- LOGIN7 --------------------------------------------------------------------------------------- */

static void
login(const char *conversation, uint32_t version, const char *filter)
{
    begin();
    wyre_tds_login7 m = {.tds_version = version,
                         .packet_size = 4096,
                         .client_pid = 99,
                         .option_flags1 = 0xe0,
                         .option_flags2 = 0x03,
                         .client_time_zone = (uint32_t)-120,
                         .client_lcid = 0x409,
                         .fixed_size = version < 0x72000000 ? 86 : 94};
    m.host_name = text("host");
    m.user_name = text("wyreuser");
    m.password = text("Pa$$w0rd");
    m.app_name = text("app");
    m.server_name = text("server");
    m.clt_int_name = text("library");
    m.language = text("us_english");
    m.database = text("wyredb");
    uint8_t *secret = src + m.password.off;
    ENCODED(wyre_tds_password_encode(secret, m.password.len, secret, m.password.len, &n));
    APPEND(wyre_tds_login7_encode(&m, src, texts.pos, room, cap, &n));
    sent(conversation, 'c', WYRE_TDS_LOGIN7, filter);
}

/* NEGOTIATE without names. */
static const uint8_t security_token[32] = "NTLMSSP\0\1\0\0\0\7\x82\0\0";

/* With a security token instead of user and password, which tshark 4.0 looks for where it is not. A
 * feature extension it takes for the token, so that no login with one is here. */
static void
login_with_sspi(void)
{
    begin();
    wyre_tds_login7 m = {.tds_version = 0x74000004, .option_flags2 = 0x80, .fixed_size = 94};
    m.host_name = text("host");
    m.sspi = binary(security_token, sizeof security_token);
    APPEND(wyre_tds_login7_encode(&m, src, texts.pos, room, cap, &n));
    sent("sspi", 'c', WYRE_TDS_LOGIN7, "tds.type == 16 && tds.7login.option_flags2 == 0x80");
    memcpy(body, security_token, sizeof security_token);
    body_len = sizeof security_token;
    sent("sspi", 'c', WYRE_TDS_SSPI, "tds.type == 17 && ntlmssp.messagetype == 1");
}

static void
login_of_4(uint32_t version, const char *conversation)
{
    begin();
    wyre_tds_login4 m = {.tds_version = version,
                         .int2_order = 3,
                         .int4_order = 1,
                         .char_set = 6,
                         .float8 = 10,
                         .date8 = 9,
                         .float4 = 13,
                         .date4 = 17};
    m.host_name = binary("host", 4);
    m.user_name = binary("wyreuser", 8);
    m.password = binary("secret", 6);
    m.program_name = binary("library", 7);
    m.packet_size = binary("512", 3);
    APPEND(wyre_tds_login4_encode(&m, src, texts.pos, room, cap, &n));
    sent(
        conversation, 'c', WYRE_TDS_LOGIN4,
        "tds.type == 2 && tds.login.username == \"wyreuser\" && tds.login.progname == \"library\"");
}

static void
federated(void)
{
    begin();
    PUT(wyre_tds_fedauth_token, .token = text("token"));
    sent("7.4", 'c', WYRE_TDS_FEDAUTH_TOKEN, "tds.type == 8");
}

/* ---- the login's answer ---------------------------------------------------------------------------- */

static void
env(uint32_t dialect, uint8_t type, wyre_span new_value, wyre_span old_value)
{
    PUT(wyre_tds_envchange, .type = type, .new_value = new_value, .old_value = old_value,
        .dialect = dialect);
}

/* tshark takes the version from LOGINACK only: what depends on it follows. */
static void
answer(const char *conversation, uint32_t version, const char *filter)
{
    static const uint8_t collation[5] = {0x09, 0x04, 0xd0, 0x00, 0x34};
    uint32_t dialect = wyre_tds_dialect(version);
    const wyre_span none = {0, 0};
    begin();
    env(dialect, WYRE_TDS_ENV_DATABASE, text("wyredb"), text("master"));
    if ((dialect & WYRE_TDS_BEFORE_7_1) == 0)
        env(dialect, WYRE_TDS_ENV_COLLATION, binary(collation, 5), none);
    env(dialect, WYRE_TDS_ENV_LANGUAGE, text("us_english"), none);
    PUT(wyre_tds_loginack, .interface = 1, .tds_version = wyre_tds_loginack_version(version),
        .prog_name = text("Microsoft SQL Server"), .prog_version = {16, 0, 16, 4},
        .dialect = dialect);
    PUT(wyre_tds_info, .token = WYRE_TDS_TOKEN_INFO, .number = 5701, .state = 2,
        .msg_text = text("Changed database context."), .server_name = text("SERVER"),
        .line_number = 1, .dialect = dialect);
    env(dialect, WYRE_TDS_ENV_PACKET_SIZE, text("8000"), text("4096"));
    PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONE, .dialect = dialect);
    sent(conversation, 's', WYRE_TDS_RESPONSE, filter);
}

/* tshark 4.0 loses its place behind this one, so that it is the last. */
static void
routing(void)
{
    wyre_tds_routing r = {.port = 1433};
    uint8_t route[64];
    begin();
    r.server = text("elsewhere");
    ENCODED(wyre_tds_routing_encode(&r, src, texts.pos, route, sizeof route, &n));
    env(0, WYRE_TDS_ENV_ROUTING, binary(route, n), (wyre_span){0, 0});
    sent("routing", 's', WYRE_TDS_RESPONSE, "tds.envchange.type == 20");
}

static void
refusal(const char *conversation, uint32_t version)
{
    uint32_t dialect = wyre_tds_dialect(version);
    begin();
    PUT(wyre_tds_info, .token = WYRE_TDS_TOKEN_ERROR, .number = 18456, .state = 1, .class_ = 14,
        .msg_text = text("Login failed."), .server_name = text("SERVER"), .line_number = 65,
        .dialect = dialect);
    PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONE, .status = WYRE_TDS_DONE_ERROR,
        .dialect = dialect);
    sent(conversation, 's', WYRE_TDS_RESPONSE,
         "tds.error.number == 18456 && tds.error.class == 14 && tds.error.linenumber == 65");
}

/* ---- results --------------------------------------------------------------------------------------- */

/* One column of each kind of type, its value, and whether versions before 7.2 have the type. */
static const struct kind {
    wyre_tds_type_info type;
    uint8_t len;
    uint8_t old;
    uint8_t bytes[24];
} kinds[] = {
    {{.type = WYRE_TDS_INT1}, 1, 1, {1}},
    {{.type = WYRE_TDS_BIT}, 1, 1, {1}},
    {{.type = WYRE_TDS_INT2}, 2, 1, {1}},
    {{.type = WYRE_TDS_INT4}, 4, 1, {1}},
    {{.type = WYRE_TDS_INT8}, 8, 1, {1}},
    {{.type = WYRE_TDS_DATETIM4}, 4, 1, {1}},
    {{.type = WYRE_TDS_FLT4}, 4, 1, {0}},
    {{.type = WYRE_TDS_FLT8}, 8, 1, {0}},
    {{.type = WYRE_TDS_MONEY}, 8, 1, {0}},
    {{.type = WYRE_TDS_MONEY4}, 4, 1, {1}},
    {{.type = WYRE_TDS_DATETIME}, 8, 1, {1}},
    {{.type = WYRE_TDS_GUID, .max_length = 16}, 16, 1, {1, 2, 3}},
    {{.type = WYRE_TDS_INTN, .max_length = 4}, 4, 1, {7}},
    {{.type = WYRE_TDS_BITN, .max_length = 1}, 1, 1, {1}},
    {{.type = WYRE_TDS_FLTN, .max_length = 8}, 8, 1, {0}},
    {{.type = WYRE_TDS_MONEYN, .max_length = 8}, 8, 1, {0}},
    {{.type = WYRE_TDS_DATETIMN, .max_length = 8}, 8, 1, {0}},
    {{.type = WYRE_TDS_NUMERICN, .max_length = 5, .precision = 9, .scale = 2}, 5, 1, {1, 100}},
    {{.type = WYRE_TDS_DECIMALN, .max_length = 5, .precision = 9, .scale = 2}, 5, 1, {1, 100}},
    {{.type = WYRE_TDS_BIGVARBINARY, .max_length = 8}, 3, 1, {1, 2, 3}},
    {{.type = WYRE_TDS_BIGBINARY, .max_length = 3}, 3, 1, {1, 2, 3}},
    {{.type = WYRE_TDS_BIGVARCHAR, .max_length = 8, .collation = {9, 4, 0xd0, 0, 0x34}},
     3,
     1,
     {'a', 'b', 'c'}},
    {{.type = WYRE_TDS_BIGCHAR, .max_length = 3, .collation = {9, 4, 0xd0, 0, 0x34}},
     3,
     1,
     {'a', 'b', 'c'}},
    {{.type = WYRE_TDS_NVARCHAR, .max_length = 8, .collation = {9, 4, 0xd0, 0, 0x34}},
     4,
     1,
     {'a', 0, 'b', 0}},
    {{.type = WYRE_TDS_NCHAR, .max_length = 4, .collation = {9, 4, 0xd0, 0, 0x34}},
     4,
     1,
     {'a', 0, 'b', 0}},
    {{.type = WYRE_TDS_DATEN}, 3, 0, {1, 2, 3}},
    {{.type = WYRE_TDS_TIMEN, .scale = 7}, 5, 0, {1, 2, 3}},
    {{.type = WYRE_TDS_DATETIME2N, .scale = 3}, 7, 0, {1, 2, 3}},
    {{.type = WYRE_TDS_DATETIMEOFFSETN, .scale = 0}, 8, 0, {1, 2, 3}},
};

static void
result(const char *conversation, uint32_t version, const struct kind *kind)
{
    char filter[200], name[40];
    uint32_t dialect = wyre_tds_dialect(version);
    begin();
    wyre_tds_column column = {.type_info = kind->type, .flags = WYRE_TDS_COLUMN_NULLABLE};
    snprintf(name, sizeof name, "c%s", wyre_tds_type_name(kind->type.type));
    column.name = text(name);
    wyre_tds_value value = {.data = binary(kind->bytes, kind->len)};
    APPEND(wyre_tds_columns_encode(NULL, &column, 1, dialect, src, texts.pos, room, cap, &n));
    APPEND(wyre_tds_row_encode(&column, &value, 1, src, texts.pos, room, cap, &n));
    PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONE, .status = WYRE_TDS_DONE_COUNT, .cur_cmd = 0xc1,
        .row_count = 1, .dialect = dialect);
    snprintf(filter, sizeof filter,
             "tds.colmetadata.columns == 1 && tds.colmetadata.colname == \"%s\" && "
             "tds.colmetadata.results_token_type == %u && tds.row && tds.done.donerowcount%s == 1",
             name, kind->type.type, dialect == 0 ? "64" : "");
    sent(conversation, 's', WYRE_TDS_RESPONSE, filter);
}

static void
results(void)
{
    for (const struct kind *kind = kinds; kind < kinds + sizeof kinds / sizeof *kinds; kind++) {
        result("7.4", WYRE_TDS_7_4, kind);
        if (kind->old)
            result("7.1", WYRE_TDS_7_1_REVISION_1, kind);
    }
}

static void
nulls(void)
{
    begin();
    wyre_tds_column columns[2] = {
        {.type_info = {.type = WYRE_TDS_INTN, .max_length = 4}, .flags = 1},
        {.type_info = {.type = WYRE_TDS_INTN, .max_length = 4}, .flags = 1}};
    wyre_tds_value values[2] = {{.is_null = 1}, {.data = binary("\7\0\0\0", 4)}};
    APPEND(wyre_tds_columns_encode(NULL, columns, 2, 0, src, texts.pos, room, cap, &n));
    APPEND(wyre_tds_nbcrow_encode(columns, values, 2, src, texts.pos, room, cap, &n));
    PUT(wyre_tds_blob, .token = WYRE_TDS_TOKEN_ORDER, .data = binary("\1\0", 2));
    PUT(wyre_tds_returnstatus, .value = 5);
    PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONEINPROC, .status = 1, .row_count = 1);
    PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONEPROC);
    sent(
        "7.4", 's', WYRE_TDS_RESPONSE,
        "tds.nbcrow && tds.colmetadata.columns == 2 && tds.order && tds.returnstatus.value == 5 && "
        "tds.doneinproc.donerowcount64 == 1 && tds.doneproc");
}

/* Types with more in front of them than a length. Behind an SSVARIANT tshark 4.0 loses its place. */
static void
long_results(void)
{
    static const uint8_t chunk[] = {3, 0, 0, 0, 'a', 'b', 'c', 0, 0, 0, 0};
    static const uint8_t number[] = {WYRE_TDS_INT4, 0, 7, 0, 0, 0};
    static const uint8_t pointer[10] = {1, 2};
    static const uint8_t no_parts[1] = {0};
    static const wyre_tds_type_info types[] = {
        {.type = WYRE_TDS_BIGVARBINARY, .max_length = WYRE_TDS_MAX_LENGTH_PLP},
        {.type = WYRE_TDS_BIGVARCHAR, .max_length = WYRE_TDS_MAX_LENGTH_PLP},
        {.type = WYRE_TDS_XML},
        {.type = WYRE_TDS_UDT, .max_length = 0xffff},
        {.type = WYRE_TDS_TEXT, .max_length = 100},
        {.type = WYRE_TDS_IMAGE, .max_length = 100},
        {.type = WYRE_TDS_SSVARIANT, .max_length = 8009},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        char filter[100];
        begin();
        wyre_tds_column column = {.type_info = types[i]};
        wyre_tds_value value = {.total_length = 3};
        column.name = text("long");
        if (types[i].type == WYRE_TDS_UDT) {
            column.type_info.db_name = text("wyredb");
            column.type_info.type_name = text("point");
        }
        if (types[i].type == WYRE_TDS_TEXT || types[i].type == WYRE_TDS_IMAGE) {
            column.table_name = binary(no_parts, 1);
            value.text_pointer = binary(pointer, sizeof pointer);
            value.data = binary("abc", 3);
        } else if (types[i].type == WYRE_TDS_SSVARIANT) {
            value.data = binary(number, sizeof number);
        } else {
            value.data = binary(chunk, sizeof chunk);
            value.in_chunks = 1;
        }
        APPEND(wyre_tds_columns_encode(NULL, &column, 1, 0, src, texts.pos, room, cap, &n));
        APPEND(wyre_tds_row_encode(&column, &value, 1, src, texts.pos, room, cap, &n));
        PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONE);
        snprintf(filter, sizeof filter, "tds.colmetadata.results_token_type == %u && tds.row%s",
                 types[i].type, types[i].type == WYRE_TDS_SSVARIANT ? "" : " && tds.done");
        sent("7.4", 's', WYRE_TDS_RESPONSE, filter);
    }
}

/* Tokens without a result around them, each in front of a DONE. */
static void
others(void)
{
    wyre_tds_feature f = {.id = WYRE_TDS_FEATURE_UTF8_SUPPORT};
    begin();
    f.data = binary("\1", 1);
    body[body_len++] = WYRE_TDS_TOKEN_FEATUREEXTACK;
    APPEND(wyre_tds_feature_build(&f, 1, src, texts.pos, room, cap, &n));
    PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONE);
    sent("7.4", 's', WYRE_TDS_RESPONSE, "tds.featureextack.featureid == 10 && tds.done");
    begin();
    PUT(wyre_tds_sessionstate, .sequence = 1, .status = 1, .states = binary("\1\2ab", 4));
    PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONE);
    sent("7.4", 's', WYRE_TDS_RESPONSE, "tds.sessionstate.stateid == 1 && tds.done");
    begin();
    PUT(wyre_tds_offset, .identifier = 415, .offset_len = 16);
    PUT(wyre_tds_done, .token = WYRE_TDS_TOKEN_DONE, .dialect = wyre_tds_dialect(0x71000001));
    sent("7.1", 's', WYRE_TDS_RESPONSE, "tds.offset.id == 415 && tds.done");
}

/* ---- requests ---------------------------------------------------------------------------------------- */

static wyre_span
headers(void)
{
    wyre_tds_transaction_descriptor t = {.descriptor = 9, .outstanding_request_count = 1};
    uint8_t data[12], block[64];
    ENCODED(wyre_tds_transaction_descriptor_encode(&t, NULL, 0, data, sizeof data, &n));
    wyre_tds_header h = {.data = binary(data, n), .type = WYRE_TDS_HEADER_TRANSACTION_DESCRIPTOR};
    ENCODED(wyre_tds_header_build(&h, 1, src, texts.pos, block, sizeof block, &n));
    return binary(block, n);
}

static void
batch(void)
{
    begin();
    PUT(wyre_tds_sql_batch, .headers = headers(), .text = text("select 1"));
    sent("7.4", 'c', WYRE_TDS_SQL_BATCH,
         "tds.query == \"select 1\" && tds.all_headers.header.trans_descr == 9");
    begin();
    PUT(wyre_tds_sql_batch, .text = text("select 2"), .dialect = wyre_tds_dialect(0x71000001));
    sent("7.1", 'c', WYRE_TDS_SQL_BATCH, "tds.query == \"select 2\"");
    body_len = 0;
    sent("7.4", 'c', WYRE_TDS_ATTENTION, "tds.type == 6 && tds.length == 8");
}

/* A parameter of each kind, by name and by number. In DATEN and DATETIME2N tshark 4.0 looks for a maximum
 * that they do not have. */
static void
call(const struct kind *kind, int by_name)
{
    uint8_t parameter[128];
    begin();
    wyre_tds_parameter p = {.type_info = kind->type, .name = text("@p")};
    p.value.data = binary(kind->bytes, kind->len);
    ENCODED(wyre_tds_parameter_encode(&p, src, texts.pos, parameter, sizeof parameter, &n));
    wyre_tds_rpc m = {.parameters = binary(parameter, n)};
    m.headers = headers();
    if (by_name)
        m.name = text("sp_who");
    else
        m.proc_id = WYRE_TDS_SP_EXECUTESQL;
    APPEND(wyre_tds_rpc_encode(&m, src, texts.pos, room, cap, &n));
    sent("7.4", 'c', WYRE_TDS_RPC,
         by_name ? "tds.type == 3 && tds.rpc.name == \"sp_who\" && tds.rpc.parameter.name == \"@p\""
                 : "tds.type == 3 && tds.rpc.proc_id == 10 && tds.rpc.parameter.name == \"@p\"");
}

static void
transactions(void)
{
    static const struct {
        uint16_t type;
        const char *filter;
    } all[] = {
        {WYRE_TDS_TM_BEGIN_XACT, "tds.type == 14 && tds.transmgr == 5"},
        {WYRE_TDS_TM_COMMIT_XACT, "tds.type == 14 && tds.transmgr == 7"},
        {WYRE_TDS_TM_ROLLBACK_XACT, "tds.type == 14 && tds.transmgr == 8"},
        {WYRE_TDS_TM_SAVE_XACT, "tds.type == 14 && tds.transmgr == 9"},
        {WYRE_TDS_TM_GET_DTC_ADDRESS, "tds.type == 14 && tds.transmgr == 0"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        begin();
        wyre_tds_transaction_request m = {.request_type = all[i].type, .isolation_level = 2};
        m.headers = headers();
        if (all[i].type != WYRE_TDS_TM_GET_DTC_ADDRESS)
            m.name = text("tx1");
        APPEND(wyre_tds_transaction_request_encode(&m, src, texts.pos, room, cap, &n));
        sent("7.4", 'c', WYRE_TDS_TRANSACTION_MANAGER, all[i].filter);
    }
}

/* ---- SMP --------------------------------------------------------------------------------------------- */

static void
smp(void)
{
    uint8_t attention[8];
    wyre_tds_packet p = {.type = WYRE_TDS_ATTENTION, .status = 1};
    ENCODED(wyre_tds_packet_encode(&p, NULL, 0, attention, sizeof attention, &n));
    wyre_tds_smp m = {.flags = WYRE_TDS_SMP_SYN, .sid = 3, .wndw = 4};
    ENCODED(wyre_tds_smp_encode(&m, NULL, 0, out, sizeof out, &n));
    message("tds", "smp", 'c', "smp.flags.syn == 1 && smp.sid == 3 && smp.wndw == 4");
    m = (wyre_tds_smp){.flags = WYRE_TDS_SMP_DATA, .sid = 3, .wndw = 4, .seqnum = 1};
    m.payload = (wyre_span){0, sizeof attention};
    ENCODED(wyre_tds_smp_encode(&m, attention, sizeof attention, out, sizeof out, &n));
    message("tds", "smp", 'c', "smp.flags.data == 1 && smp.length == 24 && smp.seqnum == 1");
    m = (wyre_tds_smp){.flags = WYRE_TDS_SMP_FIN, .sid = 3, .wndw = 4, .seqnum = 1};
    ENCODED(wyre_tds_smp_encode(&m, NULL, 0, out, sizeof out, &n));
    message("tds", "smp", 'c', "smp.flags.fin == 1 && smp.sid == 3");
}

int
main(void)
{
    prelogin();
    login("7.0", WYRE_TDS_7_0, "tds.type == 16 && tds.7login.version == 0x70000000");
    answer("7.0", WYRE_TDS_7_0,
           "tds.loginack.tdsversion == 0x07000000 && tds.envchange && tds.done");
    login("7.1", WYRE_TDS_7_1_REVISION_1, "tds.type == 16 && tds.7login.version == 0x71000001");
    answer("7.1", WYRE_TDS_7_1_REVISION_1, "tds.loginack.tdsversion == 0x71000001 && tds.done");
    login("7.2", WYRE_TDS_7_2, "tds.type == 16 && tds.7login.version == 0x72090002");
    answer("7.2", WYRE_TDS_7_2, "tds.loginack.tdsversion == 0x72090002 && tds.done");
    login("7.4", WYRE_TDS_7_4, "tds.type == 16 && tds.7login.version == 0x74000004");
    answer("7.4", WYRE_TDS_7_4,
           "tds.loginack.tdsversion == 0x74000004 && tds.info.number == 5701 && tds.done");
    refusal("7.1", WYRE_TDS_7_1_REVISION_1);
    refusal("7.4", WYRE_TDS_7_4);
    routing();
    login_with_sspi();
    results();
    long_results();
    others();
    federated();
    login_of_4(WYRE_TDS_4_2, "4.2");
    login_of_4(WYRE_TDS_5_0, "5.0");
    nulls();
    batch();
    for (const struct kind *kind = kinds; kind < kinds + sizeof kinds / sizeof *kinds; kind++)
        if (kind->type.type != WYRE_TDS_DATEN && kind->type.type != WYRE_TDS_DATETIME2N)
            call(kind, kind->type.type % 2);
    transactions();
    smp();
    return 0;
}

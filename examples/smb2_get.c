/* Fetches a file from an SMB2 server as guest, and shows every packet on the way.
 *
 *   smb2_get [--dialect 2.0.2|2.1|3.0|3.0.2|3.1.1] [--compound] HOST PORT SHARE FILE > copy
 *
 * Packets go to standard error, a line each: C or S, the bodies, and the fields that are not 0. With
 * --compound the file comes in one round trip, CREATE, READ and CLOSE as one related compound; then it
 * may not be longer than one READ. Exit 0: fetched; 1: not; 2: usage. */
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wyre/wyre.h>

enum { BLOCK = 65536, ROOM = BLOCK + 4096, FRAME = WYRE_DIRECT_TCP_HEADER_SIZE };

typedef struct client {
    int socket;
    uint16_t dialect;
    uint32_t tree_id;
    uint64_t session_id, message_id;
    wyre_smb2_compound_builder request; /* of what stands in out + FRAME */
    wyre_smb2_header header;            /* of the response, or of its last link */
    uint8_t out[ROOM], in[ROOM];
    size_t in_len; /* bytes of the response in `in` */
} client;

static void
fail(const char *what, const char *why)
{
    fprintf(stderr, "smb2_get: %s: %s\n", what, why);
    exit(1);
}

static void
must(const char *what, wyre_status status)
{
    if (status != WYRE_OK)
        fail(what, wyre_status_name(status));
}

/* ---- showing a packet: any message, by its visitor --------------------------------------------------- */

static void
show_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)user;
    if (value != 0)
        fprintf(stderr, kind == WYRE_KIND_FLAGS ? " %s=0x%llx" : " %s=%llu", name,
                (unsigned long long)value);
}

static void
show_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    (void)user;
    (void)kind;
    if (span.len > 0)
        fprintf(stderr, " %s[%u]", name, (unsigned)span.len);
}

static void
show_enter(void *user, const char *name, wyre_span window)
{
    (void)user;
    fprintf(stderr, " %s(%u):", name, (unsigned)window.len);
}

static void
show(const char *who, const uint8_t *message, size_t len)
{
    static const wyre_visitor visitor = {
        .number = show_number, .span = show_span, .enter = show_enter};
    size_t fault;
    fputs(who, stderr);
    wyre_status status = wyre_smb2_message_visit(message, len, &visitor, &fault);
    if (status != WYRE_OK)
        fprintf(stderr, " %s at %zu", wyre_status_name(status), fault);
    fputc('\n', stderr);
}

/* ---- transport ----------------------------------------------------------------------------------------- */

static int
connected(const char *host, const char *port)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    if (getaddrinfo(host, port, &hints, &found) != 0)
        fail(host, "no such host");
    for (struct addrinfo *a = found; a != NULL; a = a->ai_next) {
        int s = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
        if (s >= 0 && connect(s, a->ai_addr, a->ai_addrlen) == 0) {
            freeaddrinfo(found);
            return s;
        }
        if (s >= 0)
            close(s);
    }
    fail(host, "cannot connect");
    return -1;
}

static void
send_all(client *c, size_t len)
{
    for (size_t sent = 0; sent < len;) {
        ssize_t n = write(c->socket, c->out + sent, len - sent);
        if (n <= 0)
            fail("write", "the server is gone");
        sent += (size_t)n;
    }
}

/* One packet; its message is moved to the start of `in`. */
static void
receive(client *c)
{
    wyre_direct_tcp_packet packet;
    size_t have = 0, need = 0;
    wyre_status status;
    while ((status = wyre_direct_tcp_frame(c->in, have, 0, ROOM - FRAME, &packet, &need)) ==
           WYRE_MORE) {
        ssize_t n = read(c->socket, c->in + have, need - have);
        if (n <= 0)
            fail("read", "the server is gone");
        have += (size_t)n;
    }
    must("frame", status);
    c->in_len = packet.payload.len;
    memmove(c->in, c->in + packet.payload.off, c->in_len);
    show("S", c->in, c->in_len);
}

/* ---- one request and its response ------------------------------------------------------------------- */

/* Where the next link is encoded: its header is written here, its body by who calls. */
static uint8_t *
begin(client *c, uint16_t command, uint32_t flags, size_t *room)
{
    uint32_t place = wyre_smb2_compound_place(&c->request);
    uint8_t *link = c->out + FRAME + place;
    wyre_smb2_header header = {.command = command,
                               .flags = flags,
                               .credit_charge = c->dialect > WYRE_SMB2_DIALECT_0202,
                               .credits = 16,
                               .message_id = c->message_id++,
                               .tree_id = c->tree_id,
                               .session_id = c->session_id};
    *room = ROOM - FRAME - place;
    must("header", wyre_smb2_header_encode(&header, NULL, 0, link, *room, NULL));
    return link;
}

static void
end(client *c, const uint8_t *link, size_t len)
{
    must("compound", wyre_smb2_compound_append(&c->request, link, len, WYRE_SMB2_COMPOUND_RELATED,
                                               c->out + FRAME, ROOM - FRAME, NULL));
}

/* Sends what was built. Interim responses are waited out. */
static void
exchange(client *c)
{
    uint32_t len = c->request.end;
    wyre_direct_tcp_header_encode(len, c->out, FRAME, NULL);
    show("C", c->out + FRAME, len);
    send_all(c, FRAME + len);
    c->request = (wyre_smb2_compound_builder){0, 0, 0};
    do {
        receive(c);
        must("header", wyre_smb2_header_decode(c->in, c->in_len, 0, &c->header, NULL));
    } while (c->header.status == WYRE_STATUS_PENDING);
}

static void
succeeded(const wyre_smb2_header *header)
{
    if (header->status != WYRE_STATUS_SUCCESS)
        fail(wyre_smb2_command_name(header->command), wyre_ntstatus_name(header->status));
}

/* A request of one link, whose body T##_encode writes. */
#define REQUEST(c, command, T, m, src, src_len)                                                    \
    do {                                                                                           \
        size_t room_, len_;                                                                        \
        uint8_t *link_ = begin(c, command, 0, &room_);                                             \
        must(#T, T##_encode(m, src, src_len, link_, room_, &len_));                                \
        end(c, link_, len_);                                                                       \
        exchange(c);                                                                               \
    } while (0)

/* ---- a session ----------------------------------------------------------------------------------------- */

static void
negotiate(client *c)
{
    uint8_t bytes[256];
    wyre_wr w;
    wyre_smb2_negotiate_context_list list = {{0, 0}, 0};
    wyre_smb2_negotiate_request m = {.security_mode = WYRE_SMB2_NEGOTIATE_SIGNING_ENABLED};
    wyre_smb2_negotiate_response answer;
    wyre_wr_init(&w, bytes, sizeof bytes);
    m.dialects = (wyre_span){0, 2};
    wyre_wr_u16le(&w, c->dialect);
    if (c->dialect == WYRE_SMB2_DIALECT_0311) {
        /* HashAlgorithmCount 1, SaltLength 8, SHA-512, a salt */
        static const uint8_t preauth[] = "\x01\x00\x08\x00\x01\x00saltsalt";
        wyre_smb2_negotiate_context context = {.data = {0, sizeof preauth - 1},
                                               .context_type =
                                                   WYRE_SMB2_PREAUTH_INTEGRITY_CAPABILITIES};
        wyre_smb2_negotiate_context_append(&w, &list, &context, preauth, sizeof preauth - 1);
        m.negotiate_contexts = list.list;
        m.negotiate_context_count = (uint16_t)list.entries;
    }
    if (c->dialect > WYRE_SMB2_DIALECT_0210)
        memcpy(m.client_guid, "wyre smb2_get   ", sizeof m.client_guid);
    REQUEST(c, WYRE_SMB2_NEGOTIATE, wyre_smb2_negotiate_request, &m, bytes, w.pos);
    succeeded(&c->header);
    must("NEGOTIATE", wyre_smb2_negotiate_response_decode(c->in, c->in_len, 0, &answer, NULL));
    if (answer.dialect_revision != c->dialect)
        fail("NEGOTIATE", "the server chose another dialect");
}

static void
session_setup(client *c, const uint8_t *token, size_t len)
{
    wyre_smb2_session_setup_request m = {.security_buffer = {0, (uint32_t)len},
                                         .security_mode = WYRE_SMB2_NEGOTIATE_SIGNING_ENABLED};
    REQUEST(c, WYRE_SMB2_SESSION_SETUP, wyre_smb2_session_setup_request, &m, token, len);
    c->session_id = c->header.session_id;
}

/* NTLM with a user that no server knows and a response that nobody checks: a guest. */
static void
log_in(client *c)
{
    uint8_t names[64], token[256];
    const uint32_t flags = WYRE_NTLMSSP_NEGOTIATE_UNICODE | WYRE_NTLMSSP_NEGOTIATE_NTLM;
    wyre_ntlmssp_negotiate hello = {.negotiate_flags = flags | WYRE_NTLMSSP_REQUEST_TARGET,
                                    .fixed_len = WYRE_NTLMSSP_NEGOTIATE_NAMED};
    wyre_ntlmssp_authenticate m = {.negotiate_flags = flags,
                                   .fixed_len = WYRE_NTLMSSP_AUTHENTICATE_KEYED};
    size_t len;
    wyre_wr w;
    must("NTLMSSP", wyre_ntlmssp_negotiate_encode(&hello, NULL, 0, token, sizeof token, &len));
    session_setup(c, token, len);
    if (c->header.status != WYRE_STATUS_MORE_PROCESSING_REQUIRED)
        succeeded(&c->header);
    wyre_wr_init(&w, names, sizeof names);
    wyre_wr_gather_utf16(&w, "wyre-guest", 10, &m.user_name);
    wyre_wr_gather(&w, (const uint8_t *)"twenty-four bytes of no ", 24, &m.nt_challenge_response);
    must("NTLMSSP", wyre_ntlmssp_authenticate_encode(&m, names, w.pos, token, sizeof token, &len));
    session_setup(c, token, len);
    succeeded(&c->header);
}

static void
tree_connect(client *c, const char *host, const char *share)
{
    char unc[256];
    uint8_t utf16[512];
    wyre_wr w;
    wyre_smb2_tree_connect_request m = {.flags = 0};
    int len = snprintf(unc, sizeof unc, "\\\\%s\\%s", host, share);
    if (len < 0 || (size_t)len >= sizeof unc)
        fail(share, "too long");
    wyre_wr_init(&w, utf16, sizeof utf16);
    wyre_wr_gather_utf16(&w, unc, (size_t)len, &m.path);
    must("share", wyre_wr_finish(&w, NULL));
    REQUEST(c, WYRE_SMB2_TREE_CONNECT, wyre_smb2_tree_connect_request, &m, utf16, w.pos);
    succeeded(&c->header);
    c->tree_id = c->header.tree_id;
}

/* ---- a file ---------------------------------------------------------------------------------------------- */

static wyre_smb2_create_request
open_for_reading(const char *file, uint8_t *utf16, size_t cap, size_t *len)
{
    wyre_smb2_create_request m = {.desired_access =
                                      WYRE_SMB2_ACCESS_READ_DATA | WYRE_SMB2_ACCESS_READ_ATTRIBUTES,
                                  .impersonation_level = WYRE_SMB2_IMPERSONATION_IMPERSONATION,
                                  .share_access = WYRE_SMB2_FILE_SHARE_READ,
                                  .create_disposition = WYRE_SMB2_FILE_OPEN,
                                  .create_options = WYRE_SMB2_CREATE_OPTION_NON_DIRECTORY_FILE};
    wyre_wr w;
    wyre_wr_init(&w, utf16, cap);
    wyre_wr_gather_utf16(&w, file, strlen(file), &m.name);
    must("file", wyre_wr_finish(&w, len));
    return m;
}

/* The bytes of a READ response go to standard output. */
static size_t
put_data(const uint8_t *link, size_t len)
{
    wyre_smb2_read_response m;
    must("READ", wyre_smb2_read_response_decode(link, len, 0, &m, NULL));
    if (fwrite(link + m.data.off, 1, m.data.len, stdout) != m.data.len)
        fail("standard output", "cannot be written");
    return m.data.len;
}

static void
get_step_by_step(client *c, const char *file)
{
    uint8_t utf16[1024];
    size_t len, got;
    wyre_smb2_create_request create = open_for_reading(file, utf16, sizeof utf16, &len);
    wyre_smb2_create_response opened;
    wyre_smb2_read_request read = {.padding = 80, .length = BLOCK};
    wyre_smb2_close_request close = {.flags = 0};
    REQUEST(c, WYRE_SMB2_CREATE, wyre_smb2_create_request, &create, utf16, len);
    succeeded(&c->header);
    must("CREATE", wyre_smb2_create_response_decode(c->in, c->in_len, 0, &opened, NULL));
    memcpy(read.file_id, opened.file_id, sizeof read.file_id);
    memcpy(close.file_id, opened.file_id, sizeof close.file_id);
    do {
        got = 0;
        REQUEST(c, WYRE_SMB2_READ, wyre_smb2_read_request, &read, NULL, 0);
        if (c->header.status != WYRE_STATUS_END_OF_FILE) {
            succeeded(&c->header);
            got = put_data(c->in, c->in_len);
        }
        read.offset += got;
    } while (got > 0);
    REQUEST(c, WYRE_SMB2_CLOSE, wyre_smb2_close_request, &close, NULL, 0);
    succeeded(&c->header);
}

/* Three links; all ones stands for the file that the first one opens. */
static void
get_in_one_compound(client *c, const char *file)
{
    uint8_t utf16[1024], *link;
    size_t len, room;
    wyre_smb2_create_request create = open_for_reading(file, utf16, sizeof utf16, &len);
    wyre_smb2_create_response opened = {.end_of_file = 0};
    wyre_smb2_read_request read = {.padding = 80, .length = BLOCK};
    wyre_smb2_close_request close = {.flags = 0};
    memset(read.file_id, 0xff, sizeof read.file_id);
    memset(close.file_id, 0xff, sizeof close.file_id);
    link = begin(c, WYRE_SMB2_CREATE, 0, &room);
    must("CREATE", wyre_smb2_create_request_encode(&create, utf16, len, link, room, &len));
    end(c, link, len);
    link = begin(c, WYRE_SMB2_READ, 0, &room);
    must("READ", wyre_smb2_read_request_encode(&read, NULL, 0, link, room, &len));
    end(c, link, len);
    link = begin(c, WYRE_SMB2_CLOSE, 0, &room);
    must("CLOSE", wyre_smb2_close_request_encode(&close, NULL, 0, link, room, &len));
    end(c, link, len);
    exchange(c);
    wyre_smb2_compound_iter it = {0, 0, 0};
    wyre_smb2_link answer;
    wyre_status status;
    while ((status = wyre_smb2_compound_next(&it, c->in, c->in_len, &answer)) == WYRE_OK) {
        const uint8_t *at = c->in + answer.window.off;
        if (answer.header.command == WYRE_SMB2_READ &&
            answer.header.status == WYRE_STATUS_END_OF_FILE)
            continue; /* an empty file */
        succeeded(&answer.header);
        if (answer.header.command == WYRE_SMB2_CREATE)
            must("CREATE",
                 wyre_smb2_create_response_decode(at, answer.window.len, 0, &opened, NULL));
        if (answer.header.command == WYRE_SMB2_READ &&
            put_data(at, answer.window.len) < opened.end_of_file)
            fail(file, "longer than one READ");
    }
    if (status != WYRE_END || it.count != 3)
        fail("compound", "three answers were expected");
}

static uint16_t
dialect(const char *text)
{
    static const struct {
        const char *text;
        uint16_t value;
    } dialects[] = {{"2.0.2", WYRE_SMB2_DIALECT_0202},
                    {"2.1", WYRE_SMB2_DIALECT_0210},
                    {"3.0", WYRE_SMB2_DIALECT_0300},
                    {"3.0.2", WYRE_SMB2_DIALECT_0302},
                    {"3.1.1", WYRE_SMB2_DIALECT_0311}};
    for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++)
        if (strcmp(text, dialects[i].text) == 0)
            return dialects[i].value;
    return 0;
}

int
main(int argc, char **argv)
{
    static client c = {.dialect = WYRE_SMB2_DIALECT_0311};
    int compound = 0, i = 1;
    for (; i < argc && strncmp(argv[i], "--", 2) == 0; i++) {
        if (strcmp(argv[i], "--compound") == 0)
            compound = 1;
        else if (strcmp(argv[i], "--dialect") == 0 && i + 1 < argc)
            c.dialect = dialect(argv[++i]);
        else
            c.dialect = 0;
    }
    if (argc - i != 4 || c.dialect == 0) {
        fputs("usage: smb2_get [--dialect 2.0.2|2.1|3.0|3.0.2|3.1.1] [--compound] "
              "HOST PORT SHARE FILE\n",
              stderr);
        return 2;
    }
    c.socket = connected(argv[i], argv[i + 1]);
    negotiate(&c);
    log_in(&c);
    tree_connect(&c, argv[i], argv[i + 2]);
    if (compound)
        get_in_one_compound(&c, argv[i + 3]);
    else
        get_step_by_step(&c, argv[i + 3]);
    wyre_smb2_short_body nothing = {.reserved = 0};
    REQUEST(&c, WYRE_SMB2_TREE_DISCONNECT, wyre_smb2_short_body, &nothing, NULL, 0);
    REQUEST(&c, WYRE_SMB2_LOGOFF, wyre_smb2_short_body, &nothing, NULL, 0);
    close(c.socket);
    return fflush(stdout) == 0 ? 0 : 1;
}

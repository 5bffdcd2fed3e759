/* smb1_get: reads one file from an SMB1 server as a guest and writes it to standard output; tells each
 * packet on standard error. With --chain the session, the tree and the open file come out of a single
 * chain of three requests. */
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wyre/ntstatus.h>
#include <wyre/smb.h>

enum {
    AT_ONCE = 16384, /* bytes that one READ_ANDX asks for */
    PACKET_MAX = 131072,
    FRAME = WYRE_DIRECT_TCP_HEADER_SIZE,
    EXIT_USAGE = 2
};

typedef struct client {
    int fd;
    uint16_t uid, tid, mid, fid;
    wyre_smb1_chain chain;     /* the request that is being built */
    uint8_t out[FRAME + 4096]; /* and its packet */
    uint8_t in[FRAME + PACKET_MAX];
    size_t in_len;   /* what has come of packets */
    size_t answered; /* of these, the packet that was looked at last */
    wyre_span reply; /* the message in it */
} client;

static void
fail(const char *what, const char *why)
{
    fprintf(stderr, "smb1_get: %s: %s\n", what, why);
    exit(1);
}

static void
must(wyre_status status, const char *what)
{
    if (status != WYRE_OK)
        fail(what, wyre_status_name(status));
}

/* ---- what is told of each packet ----------------------------------------------------------------- */

static void
tell_number(void *user, const char *name, uint32_t kind, uint64_t value)
{
    (void)user;
    if (value != 0)
        fprintf(stderr, kind == WYRE_KIND_FLAGS ? " %s=0x%llx" : " %s=%llu", name,
                (unsigned long long)value);
}

static void
tell_span(void *user, const char *name, uint32_t kind, wyre_span span)
{
    const uint8_t *message = user;
    uint8_t text[256];
    size_t n = span.len < sizeof text ? span.len : 0;
    if (kind == WYRE_KIND_TEXT)
        memcpy(text, message + span.off, n);
    else if (kind != WYRE_KIND_UTF16 ||
             wyre_utf16le_to_utf8(message + span.off, span.len, WYRE_TEXT_LOSSY, text, sizeof text,
                                  &n) != WYRE_OK)
        n = 0;
    if (n > 0)
        fprintf(stderr, " %s=\"%.*s\"", name, (int)n, (const char *)text);
    else if (span.len > 0)
        fprintf(stderr, " %s=(%u bytes)", name, (unsigned)span.len);
}

static void
tell_enter(void *user, const char *name, wyre_span window)
{
    (void)user, (void)window;
    fprintf(stderr, " %s{", name);
}

static void
tell_leave(void *user)
{
    (void)user;
    fputs(" }", stderr);
}

static void
tell(const char *direction, uint8_t *message, size_t len)
{
    wyre_visitor v = {message, tell_number, NULL, tell_span, tell_enter, tell_leave};
    fprintf(stderr, "%s %zu bytes:", direction, len);
    wyre_status status = wyre_smb1_message_visit(message, len, NULL, &v, NULL);
    fprintf(stderr, status == WYRE_OK ? "\n" : " -- %s\n", wyre_status_name(status));
}

/* ---- packets ------------------------------------------------------------------------------------- */

static void
send_all(const client *c, const uint8_t *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = send(c->fd, bytes, len, 0);
        if (n <= 0)
            fail("send", "the connection broke");
        bytes += n;
        len -= (size_t)n;
    }
}

/* The next packet, however many reads it takes. */
static void
receive_packet(client *c, wyre_netbios_packet *packet)
{
    size_t n;
    memmove(c->in, c->in + c->answered, c->in_len - c->answered);
    c->in_len -= c->answered;
    for (;;) {
        wyre_status status = wyre_netbios_frame(c->in, c->in_len, 0, PACKET_MAX, packet, &n);
        if (status == WYRE_OK)
            break;
        if (status != WYRE_MORE)
            fail("packet", wyre_status_name(status));
        ssize_t got = recv(c->fd, c->in + c->in_len, sizeof c->in - c->in_len, 0);
        if (got <= 0)
            fail("receive", "the connection broke");
        c->in_len += (size_t)got;
    }
    c->answered = n;
}

static void
receive(client *c)
{
    wyre_netbios_packet packet;
    do {
        receive_packet(c, &packet);
    } while (packet.type == WYRE_NETBIOS_SESSION_KEEP_ALIVE);
    if (packet.type != WYRE_NETBIOS_SESSION_MESSAGE)
        fail("packet", wyre_netbios_type_name(packet.type));
    c->reply = packet.payload;
    tell("<", c->in + c->reply.off, c->reply.len);
}

/* Port 139: the server is asked for by name before SMB begins. */
static void
open_netbios_session(client *c)
{
    wyre_netbios_session_request m = {.called_scope = {0, 0}};
    wyre_netbios_packet packet = {.type = WYRE_NETBIOS_SESSION_REQUEST};
    uint8_t names[128];
    size_t n;
    must(wyre_netbios_name_make((const uint8_t *)"*SMBSERVER", 10, WYRE_NETBIOS_SUFFIX_FILE_SERVER,
                                m.called),
         "called name");
    must(wyre_netbios_name_make((const uint8_t *)"WYRE", 4, WYRE_NETBIOS_SUFFIX_WORKSTATION,
                                m.calling),
         "calling name");
    must(wyre_netbios_session_request_encode(&m, NULL, 0, names, sizeof names, &n), "names");
    packet.payload.len = (uint32_t)n;
    must(wyre_netbios_packet_encode(&packet, names, n, c->out, sizeof c->out, &n),
         "session request");
    fprintf(stderr, "> %zu bytes: SESSION_REQUEST\n", n);
    send_all(c, c->out, n);
    receive_packet(c, &packet);
    fprintf(stderr, "< %zu bytes: %s\n", c->answered, wyre_netbios_type_name(packet.type));
    if (packet.type != WYRE_NETBIOS_POSITIVE_SESSION_RESPONSE)
        fail("session request", wyre_netbios_type_name(packet.type));
}

/* ---- requests ------------------------------------------------------------------------------------ */

/* Encodes a block behind those that the request has: T is its struct, m the value of it. */
#define ADD(c, command, T, m, text)                                                                \
    do {                                                                                           \
        size_t end;                                                                                \
        must(T##_encode(m, (text)->out, (text)->pos, (c)->chain.at, (c)->out + FRAME,              \
                        sizeof(c)->out - FRAME, &end),                                             \
             #T);                                                                                  \
        must(wyre_smb1_chain_add(&(c)->chain, command, end, (c)->out + FRAME,                      \
                                 sizeof(c)->out - FRAME),                                          \
             #T);                                                                                  \
    } while (0)

static void
begin(client *c, uint8_t command)
{
    wyre_smb1_header header = {
        .command = command,
        .flags = WYRE_SMB1_FLAGS_CASE_INSENSITIVE | WYRE_SMB1_FLAGS_CANONICALIZED_PATHS,
        .flags2 =
            WYRE_SMB1_FLAGS2_LONG_NAMES | WYRE_SMB1_FLAGS2_NT_STATUS | WYRE_SMB1_FLAGS2_UNICODE,
        .tid = c->tid,
        .pid_low = 1,
        .uid = c->uid,
        .mid = ++c->mid,
    };
    must(wyre_smb1_header_encode(&header, NULL, 0, c->out + FRAME, sizeof c->out - FRAME, NULL),
         "header");
    c->chain = (wyre_smb1_chain){.at = WYRE_SMB1_HEADER_SIZE};
}

/* Sends what was built and takes the answer; its session and tree are those of later requests. */
static void
ask(client *c)
{
    size_t len = c->chain.at;
    wyre_smb1_header header;
    must(wyre_direct_tcp_header_encode((uint32_t)len, c->out, FRAME, NULL), "packet");
    tell(">", c->out + FRAME, len);
    send_all(c, c->out, FRAME + len);
    receive(c);
    must(wyre_smb1_header_decode(c->in + c->reply.off, c->reply.len, 0, &header, NULL), "reply");
    if (header.status != 0)
        fail(wyre_smb1_command_name(header.command), wyre_ntstatus_name(header.status));
    c->uid = header.uid;
    c->tid = header.tid;
}

static void
negotiate(client *c)
{
    uint8_t dialect[32];
    wyre_wr text = {.out = dialect, .cap = sizeof dialect};
    wyre_smb1_negotiate_request m;
    wyre_smb1_negotiate_response answer;
    must(wyre_smb1_dialect_encode((const uint8_t *)"NT LM 0.12", 10, dialect, sizeof dialect,
                                  &text.pos),
         "dialect");
    m.dialects = (wyre_span){0, (uint32_t)text.pos};
    begin(c, WYRE_SMB1_NEGOTIATE);
    ADD(c, WYRE_SMB1_NEGOTIATE, wyre_smb1_negotiate_request, &m, &text);
    ask(c);
    must(wyre_smb1_negotiate_response_decode(c->in + c->reply.off, c->reply.len,
                                             WYRE_SMB1_HEADER_SIZE, 0, &answer, NULL),
         "NEGOTIATE response");
    fprintf(stderr, "  the challenge has %u bytes\n", (unsigned)answer.challenge.len);
}

static void
add_session_setup(client *c)
{
    uint8_t bytes[128];
    wyre_wr text;
    wyre_smb1_session_setup_andx_request m = {
        .max_buffer_size = 65535,
        .max_mpx_count = 1,
        .vc_number = 1,
        .capabilities = WYRE_SMB1_CAP_UNICODE | WYRE_SMB1_CAP_NT_SMBS | WYRE_SMB1_CAP_STATUS32 |
                        WYRE_SMB1_CAP_LARGE_FILES,
        .unicode = 1,
    };
    wyre_wr_init(&text, bytes, sizeof bytes);
    wyre_wr_gather(&text, (const uint8_t *)"", 1, &m.oem_password);
    wyre_wr_gather_utf16(&text, "guest", 5, &m.account_name);
    wyre_wr_gather_utf16(&text, "unix", 4, &m.native_os);
    wyre_wr_gather_utf16(&text, "wyre", 4, &m.native_lan_man);
    ADD(c, WYRE_SMB1_SESSION_SETUP_ANDX, wyre_smb1_session_setup_andx_request, &m, &text);
}

static void
add_tree_connect(client *c, const char *host, const char *share)
{
    uint8_t bytes[1024];
    char path[256];
    wyre_wr text;
    wyre_smb1_tree_connect_andx_request m = {.unicode = 1};
    int len = snprintf(path, sizeof path, "\\\\%s\\%s", host, share);
    if (len < 0 || (size_t)len >= sizeof path)
        fail("path", "too long");
    wyre_wr_init(&text, bytes, sizeof bytes);
    wyre_wr_gather(&text, (const uint8_t *)"", 1, &m.password);
    wyre_wr_gather_utf16(&text, path, (size_t)len, &m.path);
    wyre_wr_gather(&text, (const uint8_t *)"A:", 2, &m.service);
    ADD(c, WYRE_SMB1_TREE_CONNECT_ANDX, wyre_smb1_tree_connect_andx_request, &m, &text);
}

static void
add_open(client *c, const char *file)
{
    uint8_t bytes[2048];
    wyre_wr text;
    wyre_smb1_open_andx_request m = {.access_mode = 0x40, .open_mode = 1, .unicode = 1};
    m.search_attrs = 0x16; /* hidden, system, directory */
    wyre_wr_init(&text, bytes, sizeof bytes);
    wyre_wr_gather_utf16(&text, file, strlen(file), &m.file_name);
    ADD(c, WYRE_SMB1_OPEN_ANDX, wyre_smb1_open_andx_request, &m, &text);
}

/* The FID is in the block that answers OPEN_ANDX, wherever it stands in the chain. */
static void
take_fid(client *c)
{
    const uint8_t *message = c->in + c->reply.off;
    wyre_smb1_block_iter it = {0};
    wyre_smb1_block block;
    wyre_smb1_open_andx_response m;
    while (wyre_smb1_block_next(&it, message, c->reply.len, &block) == WYRE_OK) {
        if (block.command != WYRE_SMB1_OPEN_ANDX)
            continue;
        must(wyre_smb1_open_andx_response_decode(message, c->reply.len, block.at, 0, &m, NULL),
             "OPEN_ANDX response");
        c->fid = m.fid;
        return;
    }
    fail("OPEN_ANDX", "the chain has no answer to it");
}

static void
read_file(client *c)
{
    wyre_wr nothing = {.cap = 0};
    wyre_smb1_read_andx_request m = {.word_count = 12, .fid = c->fid, .remaining = 0};
    wyre_smb1_read_andx_response answer;
    m.max_count_of_bytes_to_return = AT_ONCE;
    do {
        const uint8_t *message;
        begin(c, WYRE_SMB1_READ_ANDX);
        ADD(c, WYRE_SMB1_READ_ANDX, wyre_smb1_read_andx_request, &m, &nothing);
        ask(c);
        message = c->in + c->reply.off;
        must(wyre_smb1_read_andx_response_decode(message, c->reply.len, WYRE_SMB1_HEADER_SIZE, 0,
                                                 &answer, NULL),
             "READ_ANDX response");
        if (fwrite(message + answer.data.off, 1, answer.data.len, stdout) != answer.data.len)
            fail("standard output", "cannot be written");
        m.offset += answer.data.len;
        m.offset_high += m.offset < answer.data.len;
    } while (answer.data.len > 0);
}

static void
say_goodbye(client *c)
{
    wyre_wr nothing = {.cap = 0};
    wyre_smb1_close_request close_request = {.fid = c->fid};
    wyre_smb1_body empty = {{0, 0}, {0, 0}};
    wyre_smb1_andx logoff = {.andx_command = WYRE_SMB1_NO_ANDX_COMMAND};
    begin(c, WYRE_SMB1_CLOSE);
    ADD(c, WYRE_SMB1_CLOSE, wyre_smb1_close_request, &close_request, &nothing);
    ask(c);
    begin(c, WYRE_SMB1_TREE_DISCONNECT);
    ADD(c, WYRE_SMB1_TREE_DISCONNECT, wyre_smb1_body, &empty, &nothing);
    ask(c);
    begin(c, WYRE_SMB1_LOGOFF_ANDX);
    ADD(c, WYRE_SMB1_LOGOFF_ANDX, wyre_smb1_andx, &logoff, &nothing);
    ask(c);
}

/* ---- main ---------------------------------------------------------------------------------------- */

static int
connected(const char *host, const char *port)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *found;
    if (getaddrinfo(host, port, &hints, &found) != 0)
        fail(host, "unknown host or port");
    for (struct addrinfo *a = found; a != NULL; a = a->ai_next) {
        int fd = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
        if (fd >= 0 && connect(fd, a->ai_addr, a->ai_addrlen) == 0) {
            freeaddrinfo(found);
            return fd;
        }
        if (fd >= 0)
            close(fd);
    }
    fail(host, "no connection");
    return -1;
}

static int
usage(void)
{
    fputs("usage: smb1_get [--netbios] [--chain] HOST PORT SHARE FILE\n"
          "Writes FILE, such as \\dir\\name.txt, to standard output.\n"
          "  --netbios  open a NetBIOS session first, as on port 139\n"
          "  --chain    SESSION_SETUP_ANDX, TREE_CONNECT_ANDX and OPEN_ANDX as one chain\n",
          stderr);
    return EXIT_USAGE;
}

int
main(int argc, char **argv)
{
    static client c = {.tid = WYRE_SMB1_TID_NONE};
    int netbios = 0;
    int chain = 0;
    int i = 1;
    for (; i < argc && strncmp(argv[i], "--", 2) == 0; i++) {
        netbios |= strcmp(argv[i], "--netbios") == 0;
        chain |= strcmp(argv[i], "--chain") == 0;
    }
    if (argc - i != 4 || i - 1 != netbios + chain)
        return usage();
    c.fd = connected(argv[i], argv[i + 1]);
    if (netbios)
        open_netbios_session(&c);
    negotiate(&c);
    begin(&c, WYRE_SMB1_SESSION_SETUP_ANDX);
    add_session_setup(&c);
    if (!chain) {
        ask(&c);
        begin(&c, WYRE_SMB1_TREE_CONNECT_ANDX);
    }
    add_tree_connect(&c, argv[i], argv[i + 2]);
    if (!chain) {
        ask(&c);
        begin(&c, WYRE_SMB1_OPEN_ANDX);
    }
    add_open(&c, argv[i + 3]);
    ask(&c);
    take_fid(&c);
    read_file(&c);
    say_goodbye(&c);
    close(c.fd);
    return fflush(stdout) == 0 ? 0 : 1;
}

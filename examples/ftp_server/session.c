/* One control connection: a command comes, a reply goes. */
#define _XOPEN_SOURCE 700
#include "ftp_server.h"
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { IDLE_SECONDS = 120 };

void
reply(const session *s, uint16_t code, const char *text)
{
    uint8_t out[ROOM];
    size_t n;
    wyre_ftp_reply m = {.code = code, .text = {0, (uint32_t)strlen(text)}};
    if (wyre_ftp_reply_encode(&m, (const uint8_t *)text, strlen(text), out, sizeof out, &n) !=
        WYRE_OK) {
        m.text.len = 0; /* a text that no line can hold */
        wyre_ftp_reply_encode(&m, NULL, 0, out, sizeof out, &n);
    }
    send(s->control, out, n, MSG_NOSIGNAL);
}

/* ---- answers to arguments ------------------------------------------------------------------------ */

/* Real path of a file or directory, or 0 and a reply. */
static int
find_path(const session *s, const char *argument, char path[PATH], char real[4096])
{
    if (client_path(s, argument, path) && real_path(s, path, real))
        return 1;
    reply(s, 550, "No such file or directory");
    return 0;
}

static void
say_path(const session *s, const char *path, const char *comment)
{
    char src[PATH + 64];
    char text[2 * PATH];
    size_t n;
    wyre_ftp_path m = {.path = {0, (uint32_t)strlen(path)}};
    snprintf(src, sizeof src, "%s%s", path, comment);
    m.comment = (wyre_span){m.path.len, (uint32_t)strlen(comment)};
    if (wyre_ftp_path_encode(&m, (uint8_t *)src, strlen(src), (uint8_t *)text, sizeof text - 1,
                             &n) != WYRE_OK)
        n = 0;
    text[n] = '\0';
    reply(s, 257, text);
}

static void
change_directory(session *s, const char *argument)
{
    char path[PATH];
    char real[4096];
    if (!find_path(s, argument, path, real))
        return;
    if (!is_directory(real)) {
        reply(s, 550, "Not a directory");
        return;
    }
    strcpy(s->directory, path);
    reply(s, 250, "Directory changed");
}

static void
tell_facts(const session *s, uint16_t command, const char *argument)
{
    char path[PATH];
    char real[4096];
    char text[64];
    uint64_t size;
    wyre_ftp_time modify;
    size_t n;
    if (!find_path(s, argument, path, real))
        return;
    if (!file_facts(real, &size, &modify)) {
        reply(s, 550, "Not a file");
        return;
    }
    wyre_ftp_number number = {size};
    if (command == WYRE_FTP_SIZE)
        wyre_ftp_size_encode(&number, NULL, 0, (uint8_t *)text, sizeof text - 1, &n);
    else
        wyre_ftp_time_encode(&modify, NULL, 0, (uint8_t *)text, sizeof text - 1, &n);
    text[n] = '\0';
    reply(s, 213, text);
}

static void
send_path(session *s, uint16_t command, const char *argument)
{
    char path[PATH];
    char real[4096];
    /* clients put the options of ls in front: LIST -la */
    if (command != WYRE_FTP_RETR && command != WYRE_FTP_MLSD && argument[0] == '-')
        argument = strchr(argument, ' ') != NULL ? strchr(argument, ' ') + 1 : "";
    if (!find_path(s, argument, path, real))
        return;
    FILE *from = command == WYRE_FTP_RETR ? fopen(real, "rb") : tmpfile();
    if (from == NULL || (command == WYRE_FTP_RETR && is_directory(real))) {
        reply(s, 550, "Not a file");
    } else if (command == WYRE_FTP_MLSD && !is_directory(real)) {
        reply(s, 501, "Not a directory");
    } else {
        if (command != WYRE_FTP_RETR) {
            write_listing(command, real, from);
            rewind(from);
        }
        transfer(s, from, command != WYRE_FTP_RETR);
    }
    if (from != NULL)
        fclose(from);
}

static void
tell_entry(const session *s, const char *argument)
{
    char path[PATH];
    char real[4096];
    char text[2 * PATH + 512] = "Entry\n ";
    size_t start = strlen(text);
    size_t n;
    if (!find_path(s, argument, path, real))
        return;
    if (!machine_line(real, path, (uint8_t *)text + start, sizeof text - start - 8, &n)) {
        reply(s, 550, "Cannot tell");
        return;
    }
    strcpy(text + start + n, "\nEnd");
    reply(s, 250, text);
}

/* ---- parameters ---------------------------------------------------------------------------------- */

static void
set_type(session *s, const uint8_t *argument, size_t len)
{
    wyre_ftp_type type;
    wyre_status status = wyre_ftp_type_decode(argument, len, 0, &type, NULL);
    int image = type.type == 'I' || (type.type == 'L' && type.byte_size == 8);
    if (status != WYRE_OK) {
        reply(s, 501, "What type?");
    } else if (!image && (type.type != 'A' || (type.form != 0 && type.form != 'N'))) {
        reply(s, 504, "Only A N, I and L 8");
    } else {
        s->type = image ? 'I' : 'A';
        reply(s, 200, image ? "Type I" : "Type A");
    }
}

static void
set_letter(session *s, uint16_t command, const uint8_t *argument, size_t len)
{
    wyre_ftp_letter letter;
    wyre_status status = (command == WYRE_FTP_MODE ? wyre_ftp_mode_decode : wyre_ftp_stru_decode)(
        argument, len, 0, &letter, NULL);
    const char *known = command == WYRE_FTP_MODE ? "SBC" : "F";
    if (status != WYRE_OK) {
        reply(s, 501, "Which letter?");
    } else if (strchr(known, letter.letter) == NULL) {
        reply(s, 504, "Not this one");
    } else {
        if (command == WYRE_FTP_MODE)
            s->mode = letter.letter;
        reply(s, 200, "Set");
    }
}

static void
set_rest(session *s, const uint8_t *argument, size_t len)
{
    wyre_ftp_rest rest;
    if (wyre_ftp_rest_decode(argument, len, 0, &rest, NULL) != WYRE_OK || rest.is_offset == 0) {
        reply(s, 554, "Markers of this server are offsets");
        return;
    }
    s->rest = rest.offset;
    reply(s, 350, "Send RETR to go on from there");
}

/* RFC 2577 3: no connection to anybody but the peer, nor to the ports of services. */
static void
set_active(session *s, uint16_t command, const uint8_t *argument, size_t len)
{
    wyre_ftp_address a;
    wyre_status status = (command == WYRE_FTP_PORT ? wyre_ftp_port_decode : wyre_ftp_eprt_decode)(
        argument, len, 0, &a, NULL);
    drop_data(s);
    if (s->passive_only)
        reply(s, 501, "EPSV ALL was sent");
    else if (status == WYRE_E_UNSUPPORTED)
        reply(s, 522, "Network protocol not supported, use (1,2)");
    else if (status != WYRE_OK)
        reply(s, 501, "What address?");
    else if ((wyre_ftp_address_facts(&a, &s->peer) & (WYRE_FTP_DIFFERS | WYRE_FTP_PRIVILEGED)) != 0)
        reply(s, 501, "Not that address");
    else {
        s->active = a;
        reply(s, 200, "Active");
    }
}

static void
set_passive(session *s, uint16_t command, const uint8_t *argument, size_t len)
{
    wyre_ftp_epsv epsv = {.all = 0};
    if (command == WYRE_FTP_EPSV &&
        wyre_ftp_epsv_decode(argument, len, 0, &epsv, NULL) != WYRE_OK) {
        reply(s, 501, "What protocol?");
    } else if (epsv.all != 0) {
        s->passive_only = 1;
        reply(s, 200, "EPSV ALL");
    } else if (epsv.protocol != 0 && epsv.protocol != s->peer.protocol) {
        reply(s, 522, s->peer.protocol == WYRE_FTP_IPV4 ? "Use (1)" : "Use (2)");
    } else if (command == WYRE_FTP_PASV && s->passive_only) {
        reply(s, 501, "EPSV ALL was sent");
    } else {
        go_passive(s, command == WYRE_FTP_EPSV ? 229 : 227);
    }
}

/* ---- commands ------------------------------------------------------------------------------------ */

static void
run_transfer_command(session *s, uint16_t command, const char *text, size_t len)
{
    const uint8_t *argument = (const uint8_t *)text;
    switch (command) {
    case WYRE_FTP_PWD:
    case WYRE_FTP_XPWD:
        say_path(s, s->directory, "is the directory");
        break;
    case WYRE_FTP_CWD:
    case WYRE_FTP_XCWD:
        change_directory(s, text);
        break;
    case WYRE_FTP_CDUP:
    case WYRE_FTP_XCUP:
        change_directory(s, "..");
        break;
    case WYRE_FTP_SIZE:
    case WYRE_FTP_MDTM:
        tell_facts(s, command, text);
        break;
    case WYRE_FTP_RETR:
    case WYRE_FTP_LIST:
    case WYRE_FTP_NLST:
    case WYRE_FTP_MLSD:
        send_path(s, command, text);
        break;
    case WYRE_FTP_MLST:
        tell_entry(s, text);
        break;
    case WYRE_FTP_TYPE:
        set_type(s, argument, len);
        break;
    case WYRE_FTP_MODE:
    case WYRE_FTP_STRU:
        set_letter(s, command, argument, len);
        break;
    case WYRE_FTP_REST:
        set_rest(s, argument, len);
        break;
    case WYRE_FTP_PORT:
    case WYRE_FTP_EPRT:
        set_active(s, command, argument, len);
        break;
    case WYRE_FTP_PASV:
    case WYRE_FTP_EPSV:
        set_passive(s, command, argument, len);
        break;
    case WYRE_FTP_ABOR:
        reply(s, 226, "Nothing to abort");
        break;
    case WYRE_FTP_ALLO:
        reply(s, 202, "Not needed");
        break;
    default:
        reply(s, command != 0 ? 502 : 500, command != 0 ? "Not here" : "Unknown command");
        break;
    }
}

/* Runs one command; 0 at QUIT. */
static int
run(session *s, uint16_t command, const char *argument, size_t len)
{
    switch (command) {
    case WYRE_FTP_USER:
        s->logged_in = 0;
        reply(s, 331, "Any password will do");
        return 1;
    case WYRE_FTP_PASS:
        s->logged_in = 1;
        reply(s, 230, "Welcome");
        return 1;
    case WYRE_FTP_QUIT:
        reply(s, 221, "Goodbye");
        return 0;
    case WYRE_FTP_NOOP:
        reply(s, 200, "Here");
        return 1;
    case WYRE_FTP_SYST:
        reply(s, 215, "UNIX Type: L8");
        return 1;
    case WYRE_FTP_OPTS:
        reply(s, strncmp(argument, "UTF8", 4) == 0 || strncmp(argument, "utf8", 4) == 0 ? 200 : 501,
              "UTF8 is always on");
        return 1;
    case WYRE_FTP_FEAT:
        reply(
            s, 211,
            "Features\n EPRT\n EPSV\n MDTM\n MLST Type*;Perm*;Size*;Modify*;\n REST STREAM\n SIZE\n"
            " TVFS\n UTF8\nEnd");
        return 1;
    default:
        break;
    }
    if (s->logged_in)
        run_transfer_command(s, command, argument, len);
    else
        reply(s, 530, "Log in first");
    return 1;
}

/* Runs the line at the start of `in`; returns its length, 0 while it is not complete, or SIZE_MAX to
 * hang up. */
static size_t
run_line(session *s, const uint8_t *in, size_t have, wyre_line_progress *progress)
{
    wyre_ftp_command m;
    char argument[WYRE_FTP_LINE_MAX];
    size_t n;
    size_t len = 0;
    wyre_status status = wyre_ftp_command_frame(in, have, WYRE_FTP_TELNET | WYRE_FTP_URGENT,
                                                WYRE_FTP_LINE_MAX, progress, &m, &n);
    if (status == WYRE_MORE)
        return 0;
    if (status == WYRE_E_LIMIT) {
        reply(s, 500, "Line too long");
        return SIZE_MAX;
    }
    if (status != WYRE_OK) {
        reply(s, 500, "What?");
        return wyre_line_feed(in, have, 0) + 1;
    }
    wyre_ftp_telnet_decode(in + m.argument.off, m.argument.len, (uint8_t *)argument,
                           sizeof argument - 1, &len);
    argument[len] = '\0';
    return run(s, m.command, argument, len) ? n : SIZE_MAX;
}

void
serve(const shared *server, int control)
{
    session s = {.server = server,
                 .control = control,
                 .listener = -1,
                 .type = 'A',
                 .mode = 'S',
                 .directory = "/"};
    static uint8_t in[WYRE_FTP_LINE_MAX * 2];
    wyre_line_progress progress = {0};
    struct sockaddr_storage peer;
    socklen_t len = sizeof peer;
    if (getpeername(control, (struct sockaddr *)&peer, &len) != 0)
        return;
    s.peer = address_of(&peer);
    reply(&s, 220, "wyre example server");
    for (size_t have = 0, n = 0;;) {
        while (have > 0 && (n = run_line(&s, in, have, &progress)) > 0) {
            if (n == SIZE_MAX) {
                close(control);
                return;
            }
            have -= n;
            memmove(in, in + n, have);
        }
        struct pollfd p = {.fd = control, .events = POLLIN};
        ssize_t got = poll(&p, 1, IDLE_SECONDS * 1000) == 1
                          ? recv(control, in + have, sizeof in - have, 0)
                          : 0;
        if (got <= 0)
            return;
        have += (size_t)got;
    }
}

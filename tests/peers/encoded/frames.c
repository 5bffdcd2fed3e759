/* Each frame and header of the four protocols. */
#include "encoded.h"

/* ---- SMB ------------------------------------------------------------------------------------------ */

static uint8_t link_bytes[4096];
static size_t link_len;

/* Puts what stands in link_bytes into a packet of port 445. */
static void
over_tcp(const char *conversation, char direction, const char *filter)
{
    wyre_direct_tcp_packet m = {.payload = {0, (uint32_t)link_len}};
    ENCODED(wyre_direct_tcp_packet_encode(&m, link_bytes, link_len, out, sizeof out, &n));
    message("smb", conversation, direction, filter);
}

static void
smb2_link(const wyre_smb2_header *header, const uint8_t *body, size_t body_len)
{
    ENCODED(wyre_smb2_header_encode(header, NULL, 0, link_bytes, sizeof link_bytes, &link_len));
    memcpy(link_bytes + link_len, body, body_len);
    link_len += body_len;
}

/* StructureSize 4 and two reserved bytes: ECHO, LOGOFF and TREE_DISCONNECT. */
static const uint8_t four[] = {4, 0, 0, 0};

static void
smb2(void)
{
    wyre_smb2_header echo = {.command = WYRE_SMB2_ECHO,
                             .credits = 31,
                             .credit_charge = 1,
                             .message_id = 7,
                             .session_id = 0x1122334455667788,
                             .tree_id = 5,
                             .process_id = 0xfeff};
    smb2_link(&echo, four, sizeof four);
    over_tcp("header", 'c',
             "smb2.cmd == 13 && smb2.flags.response == 0 && smb2.msg_id == 7 && "
             "smb2.credit.charge == 1 && smb2.credits.requested == 31 && smb2.tid == 5 && "
             "smb2.pid == 0xfeff && smb2.sesid == 0x1122334455667788");
    echo.flags = WYRE_SMB2_FLAGS_SERVER_TO_REDIR;
    smb2_link(&echo, four, sizeof four);
    over_tcp("header", 's',
             "smb2.cmd == 13 && smb2.flags.response == 1 && smb2.nt_status == 0 && "
             "smb2.credits.granted == 31");
    static const uint8_t error[] = {9, 0, 0, 0, 0, 0, 0, 0, 0};
    wyre_smb2_header async = {.command = WYRE_SMB2_CHANGE_NOTIFY,
                              .status = 0x103,
                              .message_id = 8,
                              .flags =
                                  WYRE_SMB2_FLAGS_SERVER_TO_REDIR | WYRE_SMB2_FLAGS_ASYNC_COMMAND,
                              .async_id = 0x99,
                              .session_id = 1};
    smb2_link(&async, error, sizeof error);
    over_tcp("async header", 's',
             "smb2.flags.async == 1 && smb2.aid == 0x99 && smb2.nt_status == 0x103");
}

static void
smb2_compound(void)
{
    wyre_smb2_compound_builder builder = {0};
    uint8_t two[512];
    size_t end = 0;
    for (uint64_t id = 1; id <= 3; id++) {
        wyre_smb2_header echo = {.command = WYRE_SMB2_ECHO, .message_id = id, .credits = 1};
        smb2_link(&echo, four, sizeof four);
        ENCODED(
            wyre_smb2_compound_append(&builder, link_bytes, link_len, 0, two, sizeof two, &end));
    }
    memcpy(link_bytes, two, end);
    link_len = end;
    over_tcp("compound", 'c',
             "smb2.msg_id == 1 && smb2.msg_id == 2 && smb2.msg_id == 3 && "
             "smb2.chain_offset == 72");
}

static void
smb2_transforms(void)
{
    static const uint8_t sealed[72] = {0xee};
    wyre_smb2_transform m = {.session_id = 0x42,
                             .ciphertext = {0, sizeof sealed},
                             .flags = WYRE_SMB2_TRANSFORM_FLAG_ENCRYPTED,
                             .nonce = {1, 2, 3}};
    ENCODED(wyre_smb2_transform_encode(&m, sealed, sizeof sealed, link_bytes, sizeof link_bytes,
                                       &link_len));
    over_tcp("transform", 'c',
             "smb2.header.transform.signature && smb2.sesid == 0x42 && "
             "smb2.header.transform.msg_size == 72 && smb2.header.transform.flags.encrypted == 1");
}

static void
smb1(void)
{
    static const uint8_t echo[] = {1, 1, 0, 3, 0, 'a', 'b', 'c'};
    wyre_smb1_header header = {.command = WYRE_SMB1_ECHO,
                               .flags = 0x18,
                               .flags2 = 0xc801,
                               .tid = 0xffff,
                               .pid_low = 0xfeff,
                               .mid = 9,
                               .uid = 100};
    ENCODED(wyre_smb1_header_encode(&header, NULL, 0, link_bytes, sizeof link_bytes, &link_len));
    memcpy(link_bytes + link_len, echo, sizeof echo);
    link_len += sizeof echo;
    over_tcp("smb1", 'c',
             "smb.cmd == 0x2b && smb.mid == 9 && smb.uid == 100 && smb.pid == 0xfeff && "
             "smb.tid == 0xffff && smb.flags.response == 0 && smb.flags2.nt_error == 1 && "
             "smb.bcc == 3 && smb.echo.count == 1");
    header.flags = 0x98;
    header.flags2 = 0x8001; /* DOS errors */
    header.error_class = 1;
    header.error_code = 5;
    ENCODED(wyre_smb1_header_encode(&header, NULL, 0, link_bytes, sizeof link_bytes, &link_len));
    memcpy(link_bytes + link_len, "\0\0", 3);
    link_len += 3;
    over_tcp("smb1", 's',
             "smb.cmd == 0x2b && smb.flags.response == 1 && smb.error_class == 1 && "
             "smb.error_code == 5");
}

static void
netbios(void)
{
    wyre_netbios_session_request request = {0};
    ENCODED(wyre_netbios_name_make((const uint8_t *)"FILESERVER", 10, 0x20, request.called));
    ENCODED(wyre_netbios_name_make((const uint8_t *)"CLIENT", 6, 0x00, request.calling));
    ENCODED(wyre_netbios_session_request_encode(&request, NULL, 0, link_bytes, sizeof link_bytes,
                                                &link_len));
    wyre_netbios_packet packet = {.type = 0x81, .payload = {0, (uint32_t)link_len}};
    ENCODED(wyre_netbios_packet_encode(&packet, link_bytes, link_len, out, sizeof out, &n));
    message("netbios", "session", 'c',
            "nbss.type == 0x81 && nbss.called_name contains \"FILESERVER\" && "
            "nbss.calling_name contains \"CLIENT\"");
    packet = (wyre_netbios_packet){.type = 0x82};
    ENCODED(wyre_netbios_packet_encode(&packet, NULL, 0, out, sizeof out, &n));
    message("netbios", "session", 's', "nbss.type == 0x82 && nbss.length == 0");
    wyre_netbios_negative_response no = {.error_code = 0x82};
    ENCODED(wyre_netbios_negative_response_encode(&no, NULL, 0, link_bytes, sizeof link_bytes,
                                                  &link_len));
    packet = (wyre_netbios_packet){.type = 0x83, .payload = {0, (uint32_t)link_len}};
    ENCODED(wyre_netbios_packet_encode(&packet, link_bytes, link_len, out, sizeof out, &n));
    message("netbios", "refused", 's', "nbss.type == 0x83 && nbss.error_code == 0x82");
    wyre_netbios_retarget_response elsewhere = {.ip_address = {192, 0, 2, 7}, .port = 139};
    ENCODED(wyre_netbios_retarget_response_encode(&elsewhere, NULL, 0, link_bytes,
                                                  sizeof link_bytes, &link_len));
    packet = (wyre_netbios_packet){.type = 0x84, .payload = {0, (uint32_t)link_len}};
    ENCODED(wyre_netbios_packet_encode(&packet, link_bytes, link_len, out, sizeof out, &n));
    message("netbios", "elsewhere", 's',
            "nbss.type == 0x84 && nbss.retarget_ip_address == 192.0.2.7 && "
            "nbss.retarget_port == 139");
    packet = (wyre_netbios_packet){.type = 0x85};
    ENCODED(wyre_netbios_packet_encode(&packet, NULL, 0, out, sizeof out, &n));
    message("netbios", "alive", 'c', "nbss.type == 0x85");
}

/* ---- TDS ------------------------------------------------------------------------------------------ */

static void
tds(void)
{
    wyre_tds_prelogin m = {.version_major = 12,
                           .version_build = 0x0708,
                           .encryption = 2,
                           .mars = 1,
                           .thread_id = 77,
                           .count = 4,
                           .tokens = {0, 1, 3, 4}};
    ENCODED(wyre_tds_prelogin_encode(&m, NULL, 0, link_bytes, sizeof link_bytes, &link_len));
    wyre_tds_packet packet = {
        .type = 0x12, .status = 1, .packet_id = 1, .payload = {0, (uint32_t)link_len}};
    ENCODED(wyre_tds_packet_encode(&packet, link_bytes, link_len, out, sizeof out, &n));
    message("tds", "prelogin", 'c',
            "tds.type == 18 && tds.status == 1 && tds.packet_number == 1 && "
            "tds.prelogin.option.encryption == 2 && tds.prelogin.option.mars == 1");
    static const uint8_t batch[] = {22,  0, 0,   0, 18,  0, 0,   0, 2,   0,   0,   0,   0,
                                    0,   0, 0,   0, 0,   1, 0,   0, 0,   's', 0,   'e', 0,
                                    'l', 0, 'e', 0, 'c', 0, 't', 0, ' ', 0,   '1', 0};
    packet = (wyre_tds_packet){.type = 1, .packet_id = 1, .spid = 51, .payload = {0, sizeof batch}};
    ENCODED(wyre_tds_message_encode(&packet, batch, sizeof batch, 24, out, sizeof out, &n));
    message("tds", "message of three packets", 'c',
            "tds.type == 1 && tds.packet_number == 3 && "
            "tds.query == \"select 1\"");
}

/* ---- FTP ------------------------------------------------------------------------------------------ */

static void
ftp(void)
{
    static const uint8_t src[] = "RETRa file.txtfirst line\r\nsecond lineend of it";
    wyre_ftp_reply ready = {.code = 220, .lines = 1, .text = {14, 10}};
    ENCODED(wyre_ftp_reply_encode(&ready, src, sizeof src, out, sizeof out, &n));
    message("ftp", "control", 's',
            "ftp.response.code == 220 && ftp.response.arg == \"first line\"");
    wyre_ftp_command command = {.verb = {0, 4}, .argument = {4, 10}};
    ENCODED(wyre_ftp_command_encode(&command, src, sizeof src, out, sizeof out, &n));
    message("ftp", "control", 'c',
            "ftp.request.command == \"RETR\" && ftp.request.arg == \"a file.txt\"");
    wyre_ftp_reply many = {
        .code = 211, .end_code = 211, .lines = 3, .body = {14, 25}, .text = {37, 9}};
    ENCODED(wyre_ftp_reply_encode(&many, src, sizeof src, out, sizeof out, &n));
    message("ftp", "control", 's',
            "ftp.response.code == 211 && ftp contains \"211-first line\" && "
            "ftp contains \"211 end of it\"");
}

/* ---- MSNP ----------------------------------------------------------------------------------------- */

static void
msnp(void)
{
    static const uint8_t src[] = "MSNP12 CVR0Nhello";
    wyre_msnp_command version = {
        .role = 12, .verb = "VER", .trid = 1, .trid_digits = 1, .fields = {0, 11}};
    ENCODED(wyre_msnp_command_encode(&version, src, sizeof src, out, sizeof out, &n));
    message("msnp", "login", 'c', "msnms contains \"VER 1 MSNP12 CVR0\"");
    wyre_msnp_command text = {.role = 12 | WYRE_MSNP_SWITCHBOARD,
                              .verb = "MSG",
                              .trid = 4,
                              .trid_digits = 1,
                              .fields = {11, 1},
                              .payload = {12, 5},
                              .length_digits = 1};
    ENCODED(wyre_msnp_command_encode(&text, src, sizeof src, out, sizeof out, &n));
    message("msnp", "chat", 'c', "msnms contains \"MSG 4 N 5\"");
}

int
main(void)
{
    smb2();
    smb2_compound();
    smb2_transforms();
    smb1();
    netbios();
    tds();
    ftp();
    msnp();
    return 0;
}

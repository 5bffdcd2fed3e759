/* What the payloads of messages hold: one record a kind of content. */
#include <wyre/msnp_message.h>
#include "../core/names.h"
#include "record.h"

/* ---- kinds of content ---------------------------------------------------------------------------- */

static const constant_name msnp_content_names[] = {
    NAME(WYRE_MSNP_CONTENT_, UNKNOWN),   NAME(WYRE_MSNP_CONTENT_, TEXT),
    NAME(WYRE_MSNP_CONTENT_, CONTROL),   NAME(WYRE_MSNP_CONTENT_, DATACAST),
    NAME(WYRE_MSNP_CONTENT_, INVITE),    NAME(WYRE_MSNP_CONTENT_, EMOTICON),
    NAME(WYRE_MSNP_CONTENT_, P2P),       NAME(WYRE_MSNP_CONTENT_, CLIENT_CAPS),
    NAME(WYRE_MSNP_CONTENT_, KEEPALIVE), NAME(WYRE_MSNP_CONTENT_, INK),
    NAME(WYRE_MSNP_CONTENT_, PROFILE),   NAME(WYRE_MSNP_CONTENT_, INITIAL_MAIL),
    NAME(WYRE_MSNP_CONTENT_, MAIL),      NAME(WYRE_MSNP_CONTENT_, ACTIVE_MAIL),
    NAME(WYRE_MSNP_CONTENT_, SYSTEM),
};

const char *
wyre_msnp_content_name(uint32_t kind)
{
    return NAME_OF(msnp_content_names, kind);
}

/* Without text/ or application/ where either can stand in front. */
#define CONTENT(type, kind)                                                                        \
    {                                                                                              \
        {type, sizeof(type) - 1}, WYRE_MSNP_CONTENT_##kind                                         \
    }

static const struct content {
    literal type;
    uint32_t kind;
} contents[] = {
    CONTENT("plain", TEXT),
    CONTENT("x-msmsgscontrol", CONTROL),
    CONTENT("x-msnmsgr-datacast", DATACAST),
    CONTENT("x-msmsgsinvite", INVITE),
    CONTENT("x-mms-emoticon", EMOTICON),
    CONTENT("x-mms-animemoticon", EMOTICON),
    CONTENT("x-msnmsgrp2p", P2P),
    CONTENT("x-clientcaps", CLIENT_CAPS),
    CONTENT("x-clientinfo", CLIENT_CAPS),
    CONTENT("x-keepalive", KEEPALIVE),
    CONTENT("x-ms-ink", INK),
    CONTENT("image/gif", INK),
    CONTENT("x-msmsgsprofile", PROFILE),
    CONTENT("x-msmsgsinitialmdatanotification", INITIAL_MAIL),
    CONTENT("x-msmsgsoimnotification", INITIAL_MAIL),
    CONTENT("x-msmsgsinitialemailnotification", INITIAL_MAIL),
    CONTENT("x-msmsgsemailnotification", MAIL),
    CONTENT("x-msmsgsactivemailnotification", ACTIVE_MAIL),
    CONTENT("x-msmsgssystemmessage", SYSTEM),
};

static int
begins_with(const uint8_t *text, size_t len, literal with)
{
    if (len < with.len)
        return 0;
    for (size_t i = 0; i < with.len; i++)
        if ((text[i] | 0x20) != ((uint8_t)with.text[i] | 0x20))
            return 0;
    return 1;
}

/* Whether the text is this type, up to a parameter or its end. */
static int
is_type(const uint8_t *text, size_t len, literal type)
{
    return begins_with(text, len, type) &&
           (len == type.len || text[type.len] == ';' || text[type.len] == ' ');
}

uint32_t
wyre_msnp_content_kind(const uint8_t *type, size_t type_len)
{
    size_t front = 0;
    if (begins_with(type, type_len, LITERAL("text/")))
        front = 5;
    else if (begins_with(type, type_len, LITERAL("application/")))
        front = 12;
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++)
        if (is_type(type + front, type_len - front, contents[i].type))
            return contents[i].kind;
    return WYRE_MSNP_CONTENT_UNKNOWN;
}

/* ---- records ------------------------------------------------------------------------------------- */

PICTURE
message(record *r, wyre_msnp_message *m)
{
    VALUE(r, m, mime_version, "MIME-Version");
    VALUE(r, m, content_type, "Content-Type");
    VALUE(r, m, user_agent, "User-Agent");
    VALUE(r, m, im_format, "X-MMS-IM-Format");
    VALUE(r, m, p4_context, "P4-Context");
    VALUE(r, m, typing_user, "TypingUser");
    VALUE(r, m, recording_user, "RecordingUser");
    VALUE(r, m, p2p_dest, "P2P-Dest");
    VALUE(r, m, p2p_src, "P2P-Src");
    VALUE(r, m, message_id, "Message-ID");
    VALUE(r, m, chunks, "Chunks");
    VALUE(r, m, chunk, "Chunk");
    BODY(r, m, body, m->p2p_dest.len > 0 ? WYRE_KIND_BYTES : WYRE_KIND_TEXT);
}

/* Of so many values at once the provers do not see that none is outside; of each line they do. */
/*@ DECODES(in, in_len, out, n); */
RECORD(wyre_msnp_message, message, HEADERS, "")

PICTURE
datacast(record *r, wyre_msnp_datacast *m)
{
    VALUE(r, m, id, "ID");
    VALUE(r, m, data, "Data");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE2(id, data); */
RECORD(wyre_msnp_datacast, datacast, HEADERS, "")

PICTURE
invitation(record *r, wyre_msnp_invitation *m)
{
    VALUE(r, m, application_name, "Application-Name");
    VALUE(r, m, application_guid, "Application-GUID");
    VALUE(r, m, session_protocol, "Session-Protocol");
    VALUE(r, m, invitation_command, "Invitation-Command");
    VALUE(r, m, invitation_cookie, "Invitation-Cookie");
    VALUE(r, m, session_id, "Session-ID");
    VALUE(r, m, application_file, "Application-File");
    VALUE(r, m, application_filesize, "Application-FileSize");
    VALUE(r, m, connectivity, "Connectivity");
    VALUE(r, m, cancel_code, "Cancel-Code");
    VALUE(r, m, launch_application, "Launch-Application");
    VALUE(r, m, request_data, "Request-Data");
    VALUE(r, m, ip_address, "IP-Address");
    VALUE(r, m, port, "Port");
    VALUE(r, m, auth_cookie, "AuthCookie");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(application_name, application_guid, session_protocol, invitation_command);
  @ INSIDE4(invitation_cookie, session_id, application_file, application_filesize);
  @ INSIDE4(connectivity, cancel_code, launch_application, request_data);
  @ INSIDE3(ip_address, port, auth_cookie); */
RECORD(wyre_msnp_invitation, invitation, HEADERS, "")

PICTURE
profile(record *r, wyre_msnp_profile *m)
{
    VALUE(r, m, mime_version, "MIME-Version");
    VALUE(r, m, content_type, "Content-Type");
    VALUE(r, m, login_time, "LoginTime");
    VALUE(r, m, email_enabled, "EmailEnabled");
    VALUE(r, m, member_id_high, "MemberIdHigh");
    VALUE(r, m, member_id_low, "MemberIdLow");
    VALUE(r, m, lang_preference, "lang_preference");
    VALUE(r, m, preferred_email, "preferredEmail");
    VALUE(r, m, country, "country");
    VALUE(r, m, postal_code, "PostalCode");
    VALUE(r, m, gender, "Gender");
    VALUE(r, m, kid, "Kid");
    VALUE(r, m, age, "Age");
    VALUE(r, m, b_day_pre, "BDayPre");
    VALUE(r, m, birthday, "Birthday");
    VALUE(r, m, wallet, "Wallet");
    VALUE(r, m, profile_flags, "Flags");
    VALUE(r, m, sid, "sid");
    VALUE(r, m, msp_auth, "MSPAuth");
    VALUE(r, m, client_ip, "ClientIP");
    VALUE(r, m, client_port, "ClientPort");
    VALUE(r, m, abch_migrated, "ABCHMigrated");
    VALUE(r, m, mpop_enabled, "MPOPEnabled");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(mime_version, content_type, login_time, email_enabled);
  @ INSIDE4(member_id_high, member_id_low, lang_preference, preferred_email);
  @ INSIDE4(country, postal_code, gender, kid);
  @ INSIDE4(age, b_day_pre, birthday, wallet);
  @ INSIDE4(profile_flags, sid, msp_auth, client_ip);
  @ INSIDE3(client_port, abch_migrated, mpop_enabled); */
RECORD(wyre_msnp_profile, profile, HEADERS, "")

PICTURE
mail(record *r, wyre_msnp_mail *m)
{
    VALUE(r, m, mail_data, "Mail-Data");
    VALUE(r, m, inbox_unread, "Inbox-Unread");
    VALUE(r, m, folders_unread, "Folders-Unread");
    VALUE(r, m, inbox_url, "Inbox-URL");
    VALUE(r, m, folders_url, "Folders-URL");
    VALUE(r, m, from, "From");
    VALUE(r, m, message_url, "Message-URL");
    VALUE(r, m, post_url, "Post-URL");
    VALUE(r, m, subject, "Subject");
    VALUE(r, m, dest_folder, "Dest-Folder");
    VALUE(r, m, from_addr, "From-Addr");
    VALUE(r, m, id, "id");
    VALUE(r, m, src_folder, "Src-Folder");
    VALUE(r, m, message_delta, "Message-Delta");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(mail_data, inbox_unread, folders_unread, inbox_url);
  @ INSIDE4(folders_url, from, message_url, post_url);
  @ INSIDE4(subject, dest_folder, from_addr, id);
  @ INSIDE2(src_folder, message_delta); */
RECORD(wyre_msnp_mail, mail, HEADERS, "")

PICTURE
system(record *r, wyre_msnp_system *m)
{
    VALUE(r, m, type, "Type");
    VALUE(r, m, arg1, "Arg1");
    VALUE(r, m, arg2, "Arg2");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE3(type, arg1, arg2); */
RECORD(wyre_msnp_system, system, HEADERS, "")

PICTURE
client_caps(record *r, wyre_msnp_client_caps *m)
{
    VALUE(r, m, client_name, "Client-Name");
    VALUE(r, m, chat_logging, "Chat-Logging");
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE2(client_name, chat_logging); */
RECORD(wyre_msnp_client_caps, client_caps, HEADERS, "")

PICTURE
routed(record *r, wyre_msnp_routed *m)
{
    VALUE(r, m, routing, "Routing");
    VALUE(r, m, to, "To");
    VALUE(r, m, from, "From");
    NEXT_BLOCK(r);
    VALUE(r, m, reliability, "Reliability");
    VALUE(r, m, stream, "Stream");
    VALUE(r, m, segment, "Segment");
    VALUE(r, m, block_flags, "Flags");
    NEXT_BLOCK(r);
    VALUE(r, m, notification, "Notification");
    VALUE(r, m, publication, "Publication");
    VALUE(r, m, messaging, "Messaging");
    VALUE(r, m, notif_num, "NotifNum");
    VALUE(r, m, uri, "Uri");
    VALUE(r, m, notif_type, "NotifType");
    VALUE(r, m, message_type, "Message-Type");
    VALUE(r, m, content_type, "Content-Type");
    VALUE(r, m, content_length, "Content-Length");
    BODY(r, m, body, WYRE_KIND_TEXT);
}

/*@ DECODES(in, in_len, out, n);
  @ INSIDE4(routing, to, from, reliability);
  @ INSIDE4(stream, segment, block_flags, notification);
  @ INSIDE4(publication, messaging, notif_num, uri);
  @ INSIDE4(notif_type, message_type, content_type, content_length);
  @ INSIDE(body); */
RECORD(wyre_msnp_routed, routed, HEADERS, "")

/* What SMB2 messages carry, told to a visitor. */
#include <string.h>
#include <wyre/dtyp.h>
#include <wyre/fscc.h>
#include <wyre/ntstatus.h>
#include <wyre/smb2_payload.h>
#include "../core/bytes.h"
#include "../core/tell.h"

enum { INFO_FILE = 1, INFO_FILESYSTEM = 2, INFO_SECURITY = 3, INFO_QUOTA = 4 };

wyre_status
wyre_smb2_question_of(const uint8_t *in, size_t in_len, wyre_smb2_question *out)
{
    wyre_smb2_header header;
    wyre_smb2_query_directory_request directory;
    wyre_smb2_query_info_request info;
    wyre_status status = wyre_smb2_header_decode(in, in_len, 0, &header, NULL);
    memset(out, 0, sizeof *out);
    if (status != WYRE_OK || (header.flags & WYRE_SMB2_FLAGS_SERVER_TO_REDIR) != 0)
        return status;
    if (header.command == WYRE_SMB2_QUERY_DIRECTORY) {
        status = wyre_smb2_query_directory_request_decode(in, in_len, 0, &directory, NULL);
        out->file_info_class = directory.file_information_class;
    } else if (header.command == WYRE_SMB2_QUERY_INFO) {
        status = wyre_smb2_query_info_request_decode(in, in_len, 0, &info, NULL);
        out->info_type = info.info_type;
        out->file_info_class = info.file_info_class;
    } else {
        return WYRE_OK;
    }
    if (status == WYRE_OK) {
        out->message_id = header.message_id;
        out->command = header.command;
    }
    return status;
}

/* One message whose payload is told. */
typedef struct carrier {
    const uint8_t *in;
    size_t in_len;
    const wyre_visitor *v;
    size_t fault; /* counts from `in` */
} carrier;

static wyre_status
tell_info(const uint8_t *in, size_t in_len, uint8_t info_type, uint8_t info_class,
          const wyre_visitor *v, size_t *n)
{
    switch (info_type) {
    case INFO_FILE:
        return wyre_fscc_file_visit(info_class, in, in_len, v, n);
    case INFO_FILESYSTEM:
        return wyre_fscc_filesystem_visit(info_class, in, in_len, v, n);
    case INFO_SECURITY:
        return wyre_dtyp_security_visit(in, in_len, v, n);
    case INFO_QUOTA:
        return wyre_fscc_quota_visit(in, in_len, v, n);
    default:
        return WYRE_E_UNSUPPORTED;
    }
}

/* The payload is a part of its own; its fault counts from the message. */
static const uint8_t *
enter_payload(const carrier *c, wyre_span payload)
{
    tell_enter(c->v, "payload", payload);
    return c->in + payload.off;
}

static wyre_status
leave_payload(carrier *c, wyre_span payload, wyre_status status, size_t fault)
{
    tell_leave(c->v);
    c->fault = payload.off + fault;
    return status;
}

static wyre_status
info_payload(carrier *c, wyre_span payload, uint8_t info_type, uint8_t info_class)
{
    size_t n = 0;
    if (payload.len == 0)
        return WYRE_OK;
    const uint8_t *in = enter_payload(c, payload);
    wyre_status status = tell_info(in, payload.len, info_type, info_class, c->v, &n);
    return leave_payload(c, payload, status, n);
}

static wyre_status
fsctl_payload(carrier *c, wyre_span payload, uint32_t code, int is_response)
{
    size_t n = 0;
    if (payload.len == 0)
        return WYRE_OK;
    const uint8_t *in = enter_payload(c, payload);
    wyre_status status = wyre_fscc_fsctl_visit(code, is_response, in, payload.len, c->v, &n);
    return leave_payload(c, payload, status, n);
}

/* ---- requests ------------------------------------------------------------------------------------------- */

static wyre_status
tell_quota_question(const uint8_t *in, size_t in_len, const wyre_visitor *v, size_t *n)
{
    wyre_smb2_query_quota_info m;
    wyre_status status = wyre_smb2_query_quota_info_decode(in, in_len, 0, &m, n);
    if (status != WYRE_OK)
        return status;
    wyre_smb2_query_quota_info_visit(&m, v);
    if (m.sid_list.len == 0)
        return WYRE_OK;
    tell_enter(v, "sid_entries", m.sid_list);
    status = wyre_fscc_get_quota_visit(in + m.sid_list.off, m.sid_list.len, v, n);
    tell_leave(v);
    *n += m.sid_list.off;
    return status;
}

/* What a query names: extended attributes, or those whose quota is asked for. */
static wyre_status
question_payload(carrier *c, const wyre_smb2_query_info_request *m)
{
    size_t n = 0;
    wyre_status status;
    int is_quota = m->info_type == INFO_QUOTA;
    if (m->input_buffer.len == 0)
        return WYRE_OK;
    if (!is_quota &&
        (m->info_type != INFO_FILE || m->file_info_class != WYRE_FSCC_FILE_FULL_EA_INFORMATION))
        return WYRE_OK;
    const uint8_t *in = enter_payload(c, m->input_buffer);
    status = is_quota ? tell_quota_question(in, m->input_buffer.len, c->v, &n)
                      : wyre_fscc_get_ea_visit(in, m->input_buffer.len, c->v, &n);
    return leave_payload(c, m->input_buffer, status, n);
}

static wyre_status
create_contexts(carrier *c, const wyre_smb2_create_request *m)
{
    wyre_smb2_create_context_iter it = {m->create_contexts, 0, 0};
    wyre_smb2_create_context context;
    wyre_status status;
    while ((status = wyre_smb2_create_context_next(&it, c->in, c->in_len, &context)) == WYRE_OK) {
        size_t n = 0;
        int is_ea = context.kind == WYRE_SMB2_CREATE_EA_BUFFER;
        if ((!is_ea && context.kind != WYRE_SMB2_CREATE_SD_BUFFER) || context.data.len == 0)
            continue;
        const uint8_t *in = enter_payload(c, context.data);
        status = is_ea ? wyre_fscc_ea_visit(in, context.data.len, c->v, &n)
                       : wyre_dtyp_security_visit(in, context.data.len, c->v, &n);
        status = leave_payload(c, context.data, status, n);
        if (status != WYRE_OK)
            return status;
    }
    c->fault = it.fault;
    return status == WYRE_END ? WYRE_OK : status;
}

static wyre_status
request_payload(carrier *c, uint16_t command)
{
    wyre_status status;
    wyre_smb2_ioctl_request ioctl;
    wyre_smb2_query_info_request query;
    wyre_smb2_set_info_request info;
    wyre_smb2_create_request create;
    switch (command) {
    case WYRE_SMB2_IOCTL:
        status = wyre_smb2_ioctl_request_decode(c->in, c->in_len, 0, &ioctl, &c->fault);
        return status != WYRE_OK ? status : fsctl_payload(c, ioctl.input, ioctl.ctl_code, 0);
    case WYRE_SMB2_QUERY_INFO:
        status = wyre_smb2_query_info_request_decode(c->in, c->in_len, 0, &query, &c->fault);
        return status != WYRE_OK ? status : question_payload(c, &query);
    case WYRE_SMB2_SET_INFO:
        status = wyre_smb2_set_info_request_decode(c->in, c->in_len, 0, &info, &c->fault);
        return status != WYRE_OK
                   ? status
                   : info_payload(c, info.buffer, info.info_type, info.file_info_class);
    case WYRE_SMB2_CREATE:
        status = wyre_smb2_create_request_decode(c->in, c->in_len, 0, &create, &c->fault);
        return status != WYRE_OK ? status : create_contexts(c, &create);
    default:
        return WYRE_OK;
    }
}

/* ---- responses ------------------------------------------------------------------------------------------ */

static wyre_status
output_payload(carrier *c, uint16_t command, const wyre_smb2_question *question)
{
    wyre_smb2_output_response m;
    size_t n = 0;
    wyre_status status = wyre_smb2_output_response_decode(c->in, c->in_len, 0, &m, &c->fault);
    if (status != WYRE_OK || m.output_buffer.len == 0)
        return status;
    if (command == WYRE_SMB2_QUERY_INFO)
        return info_payload(c, m.output_buffer, question->info_type, question->file_info_class);
    const uint8_t *in = enter_payload(c, m.output_buffer);
    if (command == WYRE_SMB2_CHANGE_NOTIFY)
        status = wyre_fscc_notify_visit(in, m.output_buffer.len, c->v, &n);
    else
        status =
            wyre_fscc_directory_visit(question->file_info_class, in, m.output_buffer.len, c->v, &n);
    return leave_payload(c, m.output_buffer, status, n);
}

static wyre_status
response_payload(carrier *c, uint16_t command, const wyre_smb2_question *question)
{
    wyre_smb2_ioctl_response ioctl;
    wyre_status status;
    switch (command) {
    case WYRE_SMB2_IOCTL:
        status = wyre_smb2_ioctl_response_decode(c->in, c->in_len, 0, &ioctl, &c->fault);
        return status != WYRE_OK ? status : fsctl_payload(c, ioctl.output, ioctl.ctl_code, 1);
    case WYRE_SMB2_CHANGE_NOTIFY:
        return output_payload(c, command, question);
    case WYRE_SMB2_QUERY_DIRECTORY:
    case WYRE_SMB2_QUERY_INFO:
        return question != NULL && question->command == command
                   ? output_payload(c, command, question)
                   : WYRE_OK;
    default:
        return WYRE_OK;
    }
}

/* SRV_COPYCHUNK that asked for too much is answered with what the server can do: [MS-SMB2] 3.3.5.15.6. */
static int
tells_limits(const uint8_t *in, size_t in_len, const wyre_smb2_header *header)
{
    wyre_smb2_ioctl_response m;
    return header->command == WYRE_SMB2_IOCTL && header->status == WYRE_STATUS_INVALID_PARAMETER &&
           wyre_smb2_ioctl_response_decode(in, in_len, 0, &m, NULL) == WYRE_OK &&
           (m.ctl_code == WYRE_FSCC_FSCTL_SRV_COPYCHUNK ||
            m.ctl_code == WYRE_FSCC_FSCTL_SRV_COPYCHUNK_WRITE);
}

wyre_status
wyre_smb2_payload_visit(const uint8_t *in, size_t in_len, const wyre_smb2_question *question,
                        const wyre_visitor *v, size_t *n)
{
    carrier c = {in, in_len, v, 0};
    wyre_smb2_header header;
    wyre_status status = wyre_smb2_header_decode(in, in_len, 0, &header, &c.fault);
    if (status == WYRE_OK && (header.flags & WYRE_SMB2_FLAGS_SERVER_TO_REDIR) == 0)
        status = request_payload(&c, header.command);
    else if (status == WYRE_OK && (header.status == 0 || tells_limits(in, in_len, &header)))
        status = response_payload(&c, header.command, question);
    if (n != NULL)
        *n = status == WYRE_OK ? in_len : c.fault;
    return status;
}

/* A whole SMB1 message, told to a visitor: which struct a block is follows from its command, its
 * direction and its WordCount. */
#include <wyre/spnego.h>
#include "smb1_told.h"

/* ---- one block as one struct --------------------------------------------------------------------- */

static void
nothing_more(message *msg, const void *m)
{
    (void)msg, (void)m;
}

/* Parts of a block: their spans count from the message, like those of the block. */
static wyre_span
window(const message *msg)
{
    return (wyre_span){0, (uint32_t)msg->in_len};
}

/* A block that no struct takes: its words and bytes as the walk found them. */
static void
tell_as_it_is(message *msg, const wyre_smb1_block *b)
{
    wyre_smb1_body m = {b->words, b->bytes};
    wyre_smb1_body_visit(&m, msg->v);
}

/* Blocks of T, and behind its fields the parts that `nested` tells. */
#define TELLS_WITH(T, nested)                                                                      \
    static void tell_##T(message *msg, const wyre_smb1_block *b)                                   \
    {                                                                                              \
        wyre_smb1_##T m;                                                                           \
        size_t fault;                                                                              \
        wyre_status status = wyre_smb1_##T##_decode(msg->in, msg->in_len, b->at, 0, &m, &fault);   \
        if (status == WYRE_OK) {                                                                   \
            wyre_smb1_##T##_visit(&m, msg->v);                                                     \
            nested(msg, &m);                                                                       \
        } else {                                                                                   \
            tell_as_it_is(msg, b);                                                                 \
            refused(msg, status, fault);                                                           \
        }                                                                                          \
    }
#define TELLS(T) TELLS_WITH(T, nothing_more)

static void
dialects(message *msg, const wyre_smb1_negotiate_request *m)
{
    wyre_smb1_dialect_iter it = {m->dialects.off, 0, 0};
    wyre_smb1_dialect dialect;
    layout l = visiting(msg->v);
    wyre_status status;
    while ((status = wyre_smb1_dialect_next(&it, msg->in, msg->in_len, m->dialects, &dialect)) ==
           WYRE_OK) {
        enter(msg, "dialect", window(msg));
        tell_number(&l, "index", WYRE_KIND_NUMBER, dialect.index);
        tell_span(&l, "name", WYRE_KIND_TEXT, dialect.name);
        leave(msg);
    }
    if (status != WYRE_END)
        refused(msg, status, it.fault);
}

static void
ranges(message *msg, const char *name, wyre_span span, int large)
{
    wyre_smb1_locking_range range;
    wyre_smb1_locking_range64 range64;
    uint32_t size = large ? WYRE_SMB1_LOCKING_RANGE64_SIZE : WYRE_SMB1_LOCKING_RANGE_SIZE;
    for (uint32_t done = 0; done + size <= span.len; done += size) {
        const uint8_t *at = msg->in + span.off + done;
        enter(msg, name, window(msg));
        if (large) {
            wyre_smb1_locking_range64_decode(at, size, 0, &range64, NULL);
            wyre_smb1_locking_range64_visit(&range64, msg->v);
        } else {
            wyre_smb1_locking_range_decode(at, size, 0, &range, NULL);
            wyre_smb1_locking_range_visit(&range, msg->v);
        }
        leave(msg);
    }
}

static void
locks(message *msg, const wyre_smb1_locking_andx_request *m)
{
    int large = (m->type_of_lock & WYRE_SMB1_LOCK_LARGE_FILES) != 0;
    ranges(msg, "unlock", m->unlocks, large);
    ranges(msg, "lock", m->locks, large);
}

static void
records(message *msg, const wyre_smb1_search_response *m)
{
    wyre_smb1_search_record record;
    uint32_t size = WYRE_SMB1_SEARCH_RECORD_SIZE;
    for (uint32_t done = 0; done + size <= m->records.len; done += size) {
        enter(msg, "record", window(msg));
        wyre_smb1_search_record_decode(msg->in + m->records.off + done, size, 0, &record, NULL);
        wyre_smb1_search_record_visit(&record, msg->v);
        leave(msg);
    }
}

static void
elements(message *msg, const wyre_smb1_get_print_queue_response *m)
{
    wyre_smb1_print_queue_element element;
    uint32_t size = WYRE_SMB1_PRINT_QUEUE_ELEMENT_SIZE;
    for (uint32_t done = 0; done + size <= m->elements.len; done += size) {
        enter(msg, "element", window(msg));
        wyre_smb1_print_queue_element_decode(msg->in + m->elements.off + done, size, 0, &element,
                                             NULL);
        wyre_smb1_print_queue_element_visit(&element, msg->v);
        leave(msg);
    }
}

/* ---- envelopes ----------------------------------------------------------------------------------- */

static uint32_t
unicode(const message *msg)
{
    enum { FLAGS2_HIGH_BYTE = 11 };
    return (msg->in[FLAGS2_HIGH_BYTE] & 0x80) != 0 ? WYRE_SMB1_FLAGS2_UNICODE : 0;
}

/* Whether the name of a TRANSACTION begins with \MAILSLOT\, in either case. */
static uint8_t
is_mailslot(const uint8_t *in, const wyre_smb1_transaction_request *m)
{
    static const char mailslot[] = "\\MAILSLOT\\";
    uint32_t unit = m->unicode ? 2 : 1;
    if (m->name.len < (sizeof mailslot - 1) * unit)
        return 0;
    for (uint32_t i = 0; i < sizeof mailslot - 1; i++)
        if ((in[m->name.off + i * unit] & 0xdf) != (mailslot[i] & 0xdf))
            return 0;
    return 1;
}

static wyre_smb1_context
context_of_transaction(const uint8_t *in, const wyre_smb1_transaction_request *m)
{
    wyre_smb1_context context = {.command = WYRE_SMB1_TRANSACTION, .mailslot = is_mailslot(in, m)};
    if (m->setup.len >= 2)
        context.subcommand = le16(in + m->setup.off);
    return context;
}

static wyre_smb1_context
context_of_nt_transact(const uint8_t *in, const wyre_smb1_nt_transact_request *m)
{
    wyre_smb1_context context = {.subcommand = m->function, .command = WYRE_SMB1_NT_TRANSACT};
    if (m->function == WYRE_SMB1_NT_TRANSACT_IOCTL && m->setup.len >= 4)
        context.function_code = le32(in + m->setup.off);
    return context;
}

static void
inside_transaction(message *msg, const wyre_smb1_transaction_request *m)
{
    envelope e = {m->setup, m->parameters, m->data, context_of_transaction(msg->in, m),
                  0,        unicode(msg)};
    wyre_smb1_tell_envelope(msg, &e);
}

static void
inside_transaction2(message *msg, const wyre_smb1_transaction2_request *m)
{
    envelope e = {m->setup, m->parameters,
                  m->data,  wyre_smb1_context_of_transaction2(msg->in, m->setup, m->parameters),
                  0,        unicode(msg)};
    wyre_smb1_tell_envelope(msg, &e);
}

static void
inside_nt_transact(message *msg, const wyre_smb1_nt_transact_request *m)
{
    envelope e = {m->setup, m->parameters, m->data, context_of_nt_transact(msg->in, m),
                  0,        unicode(msg)};
    wyre_smb1_tell_envelope(msg, &e);
}

/* Only a response that is whole is told: a later fragment begins in the middle. */
static void
inside_response(message *msg, const wyre_smb1_transaction_response *m)
{
    if (msg->answers == NULL || m->data.len != m->total_data_count ||
        m->parameters.len != m->total_parameter_count)
        return;
    envelope e = {m->setup, m->parameters, m->data, *msg->answers, 1, unicode(msg)};
    wyre_smb1_tell_envelope(msg, &e);
}

static void
inside_nt_response(message *msg, const wyre_smb1_nt_transact_response *m)
{
    if (msg->answers == NULL || m->data.len != m->total_data_count ||
        m->parameters.len != m->total_parameter_count)
        return;
    envelope e = {m->setup, m->parameters, m->data, *msg->answers, 1, unicode(msg)};
    wyre_smb1_tell_envelope(msg, &e);
}

/* The token of a security blob. One of no known kind is left to the span that names it. */
static void
token(message *msg, wyre_span blob)
{
    const uint8_t *in = msg->in + blob.off;
    size_t fault;
    if (wyre_spnego_token_kind(in, blob.len) == WYRE_SPNEGO_TOKEN_UNKNOWN)
        return;
    enter(msg, "security_blob", blob);
    wyre_status status = wyre_spnego_token_visit(in, blob.len, msg->v, &fault);
    leave(msg);
    refused(msg, status, blob.off + fault);
}

static void
token_of_negotiate(message *msg, const wyre_smb1_negotiate_response *m)
{
    token(msg, m->security_blob);
}

static void
token_of_request(message *msg, const wyre_smb1_session_setup_andx_extended_request *m)
{
    token(msg, m->security_blob);
}

static void
token_of_response(message *msg, const wyre_smb1_session_setup_andx_response *m)
{
    token(msg, m->security_blob);
}

TELLS(body)
TELLS(andx)
TELLS(fid)
TELLS(echo_request)
TELLS(echo_response)
TELLS_WITH(negotiate_request, dialects)
TELLS(negotiate_core_response)
TELLS(negotiate_lanman_response)
TELLS_WITH(negotiate_response, token_of_negotiate)
TELLS(session_setup_andx_lanman_request)
TELLS(session_setup_andx_request)
TELLS_WITH(session_setup_andx_extended_request, token_of_request)
TELLS_WITH(session_setup_andx_response, token_of_response)
TELLS(tree_connect_andx_request)
TELLS(tree_connect_andx_response)
TELLS(tree_connect_request)
TELLS(tree_connect_response)
TELLS(open_andx_request)
TELLS(open_andx_response)
TELLS(nt_create_andx_request)
TELLS(nt_create_andx_response)
TELLS(read_andx_request)
TELLS(read_andx_response)
TELLS(write_andx_request)
TELLS(write_andx_response)
TELLS_WITH(locking_andx_request, locks)
TELLS(close_request)
TELLS(read_request)
TELLS(read_response)
TELLS(write_request)
TELLS(write_response)
TELLS(write_and_close_request)
TELLS(lock_byte_range_request)
TELLS(seek_request)
TELLS(seek_response)
TELLS(path_request)
TELLS(open_request)
TELLS(open_response)
TELLS(create_request)
TELLS(create_temporary_response)
TELLS(delete_request)
TELLS(rename_request)
TELLS(nt_rename_request)
TELLS(query_information_response)
TELLS(set_information_request)
TELLS(query_information2_response)
TELLS(set_information2_request)
TELLS(query_information_disk_response)
TELLS(search_request)
TELLS_WITH(search_response, records)
TELLS(find_close2_request)
TELLS(read_raw_request)
TELLS(read_mpx_response)
TELLS(write_raw_request)
TELLS(write_raw_interim_response)
TELLS(write_mpx_request)
TELLS(write_mpx_response)
TELLS(ioctl_request)
TELLS(ioctl_response)
TELLS(copy_request)
TELLS(copy_response)
TELLS(open_print_file_request)
TELLS(write_print_file_request)
TELLS(get_print_queue_request)
TELLS_WITH(get_print_queue_response, elements)
TELLS_WITH(transaction_request, inside_transaction)
TELLS_WITH(transaction2_request, inside_transaction2)
TELLS_WITH(transaction_response, inside_response)
TELLS(transaction_secondary_request)
TELLS(transaction2_secondary_request)
TELLS_WITH(nt_transact_request, inside_nt_transact)
TELLS(nt_transact_secondary_request)
TELLS_WITH(nt_transact_response, inside_nt_response)

/* ---- which struct -------------------------------------------------------------------------------- */

enum { REQUEST, REPLY };

/* A WordCount from `least` to `most` of a command in one direction; the decoder knows the gaps. */
typedef struct kind {
    uint8_t command, reply, least, most;
    void (*tell)(message *msg, const wyre_smb1_block *b);
} kind;

#define KIND(command, direction, least, most, T)                                                   \
    {                                                                                              \
        WYRE_SMB1_##command, direction, least, most, tell_##T                                      \
    }

/* clang-format off */
static const kind kinds[] = {
    KIND(CREATE_DIRECTORY,        REQUEST,  0,   0, path_request),
    KIND(DELETE_DIRECTORY,        REQUEST,  0,   0, path_request),
    KIND(OPEN,                    REQUEST,  2,   2, open_request),
    KIND(OPEN,                    REPLY,    7,   7, open_response),
    KIND(CREATE,                  REQUEST,  3,   3, create_request),
    KIND(CREATE,                  REPLY,    1,   1, fid),
    KIND(CLOSE,                   REQUEST,  3,   3, close_request),
    KIND(FLUSH,                   REQUEST,  1,   1, fid),
    KIND(DELETE,                  REQUEST,  1,   1, delete_request),
    KIND(RENAME,                  REQUEST,  1,   1, rename_request),
    KIND(QUERY_INFORMATION,       REQUEST,  0,   0, path_request),
    KIND(QUERY_INFORMATION,       REPLY,   10,  10, query_information_response),
    KIND(SET_INFORMATION,         REQUEST,  8,   8, set_information_request),
    KIND(READ,                    REQUEST,  5,   5, read_request),
    KIND(READ,                    REPLY,    5,   5, read_response),
    KIND(WRITE,                   REQUEST,  5,   5, write_request),
    KIND(WRITE,                   REPLY,    1,   1, write_response),
    KIND(LOCK_BYTE_RANGE,         REQUEST,  5,   5, lock_byte_range_request),
    KIND(UNLOCK_BYTE_RANGE,       REQUEST,  5,   5, lock_byte_range_request),
    KIND(CREATE_TEMPORARY,        REQUEST,  3,   3, create_request),
    KIND(CREATE_TEMPORARY,        REPLY,    1,   1, create_temporary_response),
    KIND(CREATE_NEW,              REQUEST,  3,   3, create_request),
    KIND(CREATE_NEW,              REPLY,    1,   1, fid),
    KIND(CHECK_DIRECTORY,         REQUEST,  0,   0, path_request),
    KIND(PROCESS_EXIT,            REQUEST,  0,   0, body),
    KIND(SEEK,                    REQUEST,  4,   4, seek_request),
    KIND(SEEK,                    REPLY,    2,   2, seek_response),
    KIND(LOCK_AND_READ,           REQUEST,  5,   5, read_request),
    KIND(LOCK_AND_READ,           REPLY,    5,   5, read_response),
    KIND(WRITE_AND_UNLOCK,        REQUEST,  5,   5, write_request),
    KIND(WRITE_AND_UNLOCK,        REPLY,    1,   1, write_response),
    KIND(READ_RAW,               REQUEST,   8,  10, read_raw_request),
    KIND(READ_MPX,               REQUEST,   8,   8, read_raw_request),
    KIND(READ_MPX,               REPLY,     8,   8, read_mpx_response),
    KIND(WRITE_RAW,              REQUEST,  12,  14, write_raw_request),
    KIND(WRITE_RAW,              REPLY,     1,   1, write_raw_interim_response),
    KIND(WRITE_MPX,              REQUEST,  12,  12, write_mpx_request),
    KIND(WRITE_MPX,              REPLY,     2,   2, write_mpx_response),
    KIND(WRITE_COMPLETE,         REPLY,     1,   1, write_response),
    KIND(SET_INFORMATION2,        REQUEST,  7,   7, set_information2_request),
    KIND(QUERY_INFORMATION2,      REQUEST,  1,   1, fid),
    KIND(QUERY_INFORMATION2,      REPLY,   11,  11, query_information2_response),
    KIND(LOCKING_ANDX,            REQUEST,  8,   8, locking_andx_request),
    KIND(LOCKING_ANDX,            REPLY,    2,   2, andx),
    KIND(TRANSACTION,             REQUEST, 14, 255, transaction_request),
    KIND(TRANSACTION,             REPLY,   10, 255, transaction_response),
    KIND(TRANSACTION_SECONDARY,   REQUEST,  8,   8, transaction_secondary_request),
    KIND(TRANSACTION_SECONDARY,   REPLY,   10, 255, transaction_response),
    KIND(IOCTL,                  REQUEST,   3,  14, ioctl_request),
    KIND(IOCTL,                  REPLY,     8,   8, ioctl_response),
    KIND(COPY,                   REQUEST,   3,   3, copy_request),
    KIND(COPY,                   REPLY,     1,   1, copy_response),
    KIND(MOVE,                   REQUEST,   3,   3, copy_request),
    KIND(MOVE,                   REPLY,     1,   1, copy_response),
    KIND(ECHO,                    REQUEST,  1,   1, echo_request),
    KIND(ECHO,                    REPLY,    1,   1, echo_response),
    KIND(WRITE_AND_CLOSE,         REQUEST,  6,  12, write_and_close_request),
    KIND(WRITE_AND_CLOSE,         REPLY,    1,   1, write_response),
    KIND(OPEN_ANDX,               REQUEST, 15,  15, open_andx_request),
    KIND(OPEN_ANDX,               REPLY,   15,  19, open_andx_response),
    KIND(READ_ANDX,               REQUEST, 10,  12, read_andx_request),
    KIND(READ_ANDX,               REPLY,   12,  12, read_andx_response),
    KIND(WRITE_ANDX,              REQUEST, 12,  14, write_andx_request),
    KIND(WRITE_ANDX,              REPLY,    6,   6, write_andx_response),
    KIND(TRANSACTION2,            REQUEST, 14, 255, transaction2_request),
    KIND(TRANSACTION2,            REPLY,   10, 255, transaction_response),
    KIND(TRANSACTION2_SECONDARY,  REQUEST,  9,   9, transaction2_secondary_request),
    KIND(TRANSACTION2_SECONDARY,  REPLY,   10, 255, transaction_response),
    KIND(FIND_CLOSE2,             REQUEST,  1,   1, find_close2_request),
    KIND(FIND_NOTIFY_CLOSE,      REQUEST,   1,   1, find_close2_request),
    KIND(TREE_CONNECT,            REQUEST,  0,   0, tree_connect_request),
    KIND(TREE_CONNECT,            REPLY,    2,   2, tree_connect_response),
    KIND(TREE_DISCONNECT,         REQUEST,  0,   0, body),
    KIND(NEGOTIATE,               REQUEST,  0,   0, negotiate_request),
    KIND(NEGOTIATE,               REPLY,    1,   1, negotiate_core_response),
    KIND(NEGOTIATE,               REPLY,   13,  13, negotiate_lanman_response),
    KIND(NEGOTIATE,               REPLY,   17,  17, negotiate_response),
    KIND(SESSION_SETUP_ANDX,      REQUEST, 10,  10, session_setup_andx_lanman_request),
    KIND(SESSION_SETUP_ANDX,      REQUEST, 12,  12, session_setup_andx_extended_request),
    KIND(SESSION_SETUP_ANDX,      REQUEST, 13,  13, session_setup_andx_request),
    KIND(SESSION_SETUP_ANDX,      REPLY,    3,   4, session_setup_andx_response),
    KIND(LOGOFF_ANDX,             REQUEST,  2,   2, andx),
    KIND(LOGOFF_ANDX,             REPLY,    2,   2, andx),
    KIND(TREE_CONNECT_ANDX,       REQUEST,  4,   4, tree_connect_andx_request),
    KIND(TREE_CONNECT_ANDX,       REPLY,    2,   7, tree_connect_andx_response),
    KIND(QUERY_INFORMATION_DISK,  REQUEST,  0,   0, body),
    KIND(QUERY_INFORMATION_DISK,  REPLY,    5,   5, query_information_disk_response),
    KIND(SEARCH,                  REQUEST,  2,   2, search_request),
    KIND(SEARCH,                  REPLY,    1,   1, search_response),
    KIND(FIND,                    REQUEST,  2,   2, search_request),
    KIND(FIND,                    REPLY,    1,   1, search_response),
    KIND(FIND_UNIQUE,             REQUEST,  2,   2, search_request),
    KIND(FIND_UNIQUE,             REPLY,    1,   1, search_response),
    KIND(FIND_CLOSE,              REQUEST,  2,   2, search_request),
    KIND(FIND_CLOSE,              REPLY,    1,   1, search_response),
    KIND(NT_TRANSACT,             REQUEST, 19, 255, nt_transact_request),
    KIND(NT_TRANSACT,             REPLY,   18, 255, nt_transact_response),
    KIND(NT_TRANSACT_SECONDARY,   REQUEST, 18,  18, nt_transact_secondary_request),
    KIND(NT_TRANSACT_SECONDARY,   REPLY,   18, 255, nt_transact_response),
    KIND(NT_CREATE_ANDX,          REQUEST, 24,  24, nt_create_andx_request),
    KIND(NT_CREATE_ANDX,          REPLY,   34,  50, nt_create_andx_response),
    KIND(NT_CANCEL,               REQUEST,  0,   0, body),
    KIND(NT_RENAME,               REQUEST,  4,   4, nt_rename_request),
    KIND(OPEN_PRINT_FILE,        REQUEST,   2,   2, open_print_file_request),
    KIND(OPEN_PRINT_FILE,        REPLY,     1,   1, fid),
    KIND(WRITE_PRINT_FILE,       REQUEST,   1,   1, write_print_file_request),
    KIND(CLOSE_PRINT_FILE,       REQUEST,   1,   1, fid),
    KIND(CLOSE_PRINT_FILE,       REQUEST,   3,   3, close_request),
    KIND(GET_PRINT_QUEUE,        REQUEST,   2,   2, get_print_queue_request),
    KIND(GET_PRINT_QUEUE,        REPLY,     2,   2, get_print_queue_response),
};
/* clang-format on */

/* A reply without words is one of success or error that says no more, or an interim one: legal for
 * every command. For a command that is not listed, every WordCount is legal; for one that is, only
 * those that are listed. */
static void
tell_typed(message *msg, const wyre_smb1_block *b)
{
    int listed = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const kind *k = &kinds[i];
        if (k->command != b->command)
            continue;
        listed = 1;
        if (k->reply == b->reply && b->word_count >= k->least && b->word_count <= k->most) {
            k->tell(msg, b);
            return;
        }
    }
    tell_as_it_is(msg, b);
    if (listed && (b->reply == REQUEST || b->word_count > 0))
        refused(msg, WYRE_E_VALUE, b->at);
}

static void
tell_block(message *msg, const wyre_smb1_block *b)
{
    layout l = visiting(msg->v);
    enter(msg, wyre_smb1_command_name(b->command), window(msg));
    tell_number(&l, "word_count_at", WYRE_KIND_NUMBER, b->at);
    tell_number(&l, "command", WYRE_KIND_NUMBER, b->command);
    tell_number(&l, "reply", WYRE_KIND_NUMBER, b->reply);
    tell_number(&l, "oddities", WYRE_KIND_FLAGS, b->oddities);
    tell_number(&l, "block_word_count", WYRE_KIND_NUMBER, b->word_count);
    tell_number(&l, "byte_count", WYRE_KIND_NUMBER, b->byte_count);
    tell_typed(msg, b);
    leave(msg);
}

/* ---- all blocks ---------------------------------------------------------------------------------- */

wyre_status
wyre_smb1_message_visit(const uint8_t *in, size_t in_len, const wyre_smb1_context *answers,
                        const wyre_visitor *v, size_t *n)
{
    message msg = {in, in_len, answers, v, WYRE_OK, 0};
    wyre_smb1_block_iter it;
    wyre_smb1_block block;
    wyre_smb1_header header;
    memset(&it, 0, sizeof it);
    wyre_status status = wyre_smb1_header_decode(in, in_len, 0, &header, n);
    if (status != WYRE_OK)
        return status;
    wyre_smb1_header_visit(&header, v);
    while ((status = wyre_smb1_block_next(&it, in, in_len, &block)) == WYRE_OK)
        tell_block(&msg, &block);
    if (status != WYRE_END)
        refused(&msg, status, it.fault);
    if (n != NULL)
        *n = msg.status == WYRE_OK ? it.fault : msg.fault;
    return msg.status;
}

wyre_status
wyre_smb1_context_of(const uint8_t *in, size_t in_len, wyre_smb1_context *out)
{
    enum { AT = WYRE_SMB1_HEADER_SIZE };
    wyre_smb1_header header;
    wyre_smb1_transaction_request transaction;
    wyre_smb1_transaction2_request transaction2;
    wyre_smb1_nt_transact_request nt_transact;
    memset(out, 0, sizeof *out);
    wyre_status status = wyre_smb1_header_decode(in, in_len, 0, &header, NULL);
    if (status != WYRE_OK || (header.flags & WYRE_SMB1_FLAGS_REPLY) != 0)
        return status;
    if (header.command == WYRE_SMB1_TRANSACTION) {
        status = wyre_smb1_transaction_request_decode(in, in_len, AT, 0, &transaction, NULL);
        if (status == WYRE_OK)
            *out = context_of_transaction(in, &transaction);
    } else if (header.command == WYRE_SMB1_TRANSACTION2) {
        status = wyre_smb1_transaction2_request_decode(in, in_len, AT, 0, &transaction2, NULL);
        if (status == WYRE_OK)
            *out =
                wyre_smb1_context_of_transaction2(in, transaction2.setup, transaction2.parameters);
    } else if (header.command == WYRE_SMB1_NT_TRANSACT) {
        status = wyre_smb1_nt_transact_request_decode(in, in_len, AT, 0, &nt_transact, NULL);
        if (status == WYRE_OK)
            *out = context_of_nt_transact(in, &nt_transact);
    }
    return status;
}

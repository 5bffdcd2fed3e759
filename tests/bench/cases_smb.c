/* SMB: headers, bodies, contexts, chains. */
#include "bench.h"

static uint64_t
header(const uint8_t *in, size_t len)
{
    wyre_smb2_header m;
    MUST(wyre_smb2_header_decode(in, len, 0, &m, NULL));
    return m.message_id + m.command;
}

static uint64_t
read_response(const uint8_t *in, size_t len)
{
    wyre_smb2_header h;
    wyre_smb2_read_response m;
    MUST(wyre_smb2_header_decode(in, len, 0, &h, NULL));
    MUST(wyre_smb2_read_response_decode(in, len, 0, &m, NULL));
    return h.message_id + m.data.len;
}

static uint64_t
contexts(const uint8_t *in, size_t len, wyre_span list)
{
    wyre_smb2_create_context_iter it = {.left = list};
    wyre_smb2_create_context context;
    uint64_t sum = 0;
    while (wyre_smb2_create_context_next(&it, in, len, &context) == WYRE_OK)
        sum += context.data.len + context.kind;
    return sum;
}

static uint64_t
create_response(const uint8_t *in, size_t len)
{
    wyre_smb2_header h;
    wyre_smb2_create_response m;
    MUST(wyre_smb2_header_decode(in, len, 0, &h, NULL));
    MUST(wyre_smb2_create_response_decode(in, len, 0, &m, NULL));
    return h.message_id + m.end_of_file + contexts(in, len, m.create_contexts);
}

static uint64_t
create_request(const uint8_t *in, size_t len)
{
    wyre_smb2_header h;
    wyre_smb2_create_request m;
    MUST(wyre_smb2_header_decode(in, len, 0, &h, NULL));
    MUST(wyre_smb2_create_request_decode(in, len, 0, &m, NULL));
    return h.message_id + m.name.len + contexts(in, len, m.create_contexts);
}

static uint64_t
compound(const uint8_t *in, size_t len)
{
    wyre_smb2_compound_iter it = {0};
    wyre_smb2_link link;
    uint64_t sum = 0;
    while (wyre_smb2_compound_next(&it, in, len, &link) == WYRE_OK) {
        const uint8_t *at = in + link.window.off;
        wyre_smb2_create_request create;
        wyre_smb2_query_info_request query;
        wyre_smb2_close_request close;
        if (link.header.command == WYRE_SMB2_CREATE) {
            MUST(wyre_smb2_create_request_decode(at, link.window.len, 0, &create, NULL));
            sum += create.name.len;
        } else if (link.header.command == WYRE_SMB2_QUERY_INFO) {
            MUST(wyre_smb2_query_info_request_decode(at, link.window.len, 0, &query, NULL));
            sum += query.output_buffer_length;
        } else {
            MUST(wyre_smb2_close_request_decode(at, link.window.len, 0, &close, NULL));
            sum += close.flags;
        }
    }
    return sum;
}

static uint64_t
read_request_encode(const uint8_t *in, size_t len)
{
    static uint8_t out[128];
    wyre_smb2_header h = {.command = WYRE_SMB2_READ, .credits = 1, .credit_charge = 1};
    wyre_smb2_read_request m = {.length = 65536, .offset = in[0]};
    size_t n;
    h.message_id = len;
    MUST(wyre_smb2_header_encode(&h, NULL, 0, out, sizeof out, NULL));
    MUST(wyre_smb2_read_request_encode(&m, NULL, 0, out, sizeof out, &n));
    return n + out[24];
}

static uint64_t
smb1_chain(const uint8_t *in, size_t len)
{
    wyre_smb1_header h;
    wyre_smb1_block_iter it = {0};
    wyre_smb1_block block;
    uint64_t sum = 0;
    MUST(wyre_smb1_header_decode(in, len, 0, &h, NULL));
    while (wyre_smb1_block_next(&it, in, len, &block) == WYRE_OK) {
        wyre_smb1_session_setup_andx_request setup;
        wyre_smb1_tree_connect_andx_request tree;
        if (block.command == WYRE_SMB1_SESSION_SETUP_ANDX) {
            MUST(wyre_smb1_session_setup_andx_request_decode(in, len, block.at, 0, &setup, NULL));
            sum += setup.account_name.len;
        } else {
            MUST(wyre_smb1_tree_connect_andx_request_decode(in, len, block.at, 0, &tree, NULL));
            sum += tree.path.len;
        }
    }
    return sum + h.mid;
}

const bench_case smb_cases[] = {
    {"smb2_header", "smb2_header", header, 24},
    {"smb2_read_response", "smb2_read_response", read_response, 24},
    {"smb2_create_response", "smb2_create_response", create_response, 24},
    {"smb2_create_request", "smb2_create_request", create_request, 24},
    {"smb2_compound3", "smb2_compound3_request", compound, 24},
    {"smb2_read_encode", "smb2_header", read_request_encode, 24},
    {"smb1_chain", "smb1_sess_tcon_andx", smb1_chain, 30},
};
const size_t smb_case_count = sizeof smb_cases / sizeof *smb_cases;

/* Messages around messages: compounds, related and not, and what tshark expands with its own LZNT1 and
 * LZ77: [MS-SMB2] 2.2.42, 3.2.4.1.4, 3.3.4.1.3. */
#include "smb2_link.h"

/* ---- compounds ------------------------------------------------------------------------------------------ */

static uint8_t whole[4096];
static size_t whole_len;
static wyre_smb2_compound_builder builder;

static void
whole_anew(void)
{
    memset(whole, 0, sizeof whole);
    builder = (wyre_smb2_compound_builder){0, 0, 0};
}

/* What stands in link_bytes becomes the next link. */
static void
add(size_t len, uint32_t flags)
{
    ENCODED(wyre_smb2_compound_append(&builder, link_bytes, len, flags, whole, sizeof whole,
                                      &whole_len));
}

static void
say(const char *conversation, char direction, const char *filter)
{
    memcpy(link_bytes, whole, whole_len);
    over_tcp(conversation, direction, filter, whole_len);
}

#define LINK(direction, command, nt_status, flags, T, src, src_len, ...)                           \
    do {                                                                                           \
        T link_m = __VA_ARGS__;                                                                    \
        size_t link_len;                                                                           \
        header_of(direction, command, nt_status);                                                  \
        ENCODED(T##_encode(&link_m, src, src_len, link_bytes, sizeof link_bytes, &link_len));      \
        add(link_len, flags);                                                                      \
    } while (0)
#define RELATED WYRE_SMB2_COMPOUND_RELATED
#define LATEST                                                                                     \
    {                                                                                              \
        0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,  \
            0xff                                                                                   \
    }

static void
related_requests(void)
{
    gather_anew();
    wyre_span name = utf16("a.txt");
    whole_anew();
    LINK('c', WYRE_SMB2_CREATE, 0, RELATED, wyre_smb2_create_request, parts, w.pos,
         {.desired_access = 1, .create_disposition = 1, .share_access = 7, .name = name});
    LINK('c', WYRE_SMB2_READ, 0, RELATED, wyre_smb2_read_request, NULL, 0,
         {.length = 4096, .file_id = LATEST});
    LINK('c', WYRE_SMB2_CLOSE, 0, RELATED, wyre_smb2_close_request, NULL, 0, {.file_id = LATEST});
    say("related", 'c',
        "smb2.cmd == 5 && smb2.cmd == 8 && smb2.cmd == 6 && smb2.chain_offset == 136 && "
        "smb2.chain_offset == 120 && smb2.flags.chained == 1 && smb2.filename == \"a.txt\" && "
        "smb2.read_length == 4096");
}

/* The three answers; where CREATE failed, all fail as it did. */
static void
related_responses(const char *filter, uint32_t nt_status)
{
    whole_anew();
    message_id -= 2;
    if (nt_status == 0) {
        LINK('s', WYRE_SMB2_CREATE, 0, RELATED, wyre_smb2_create_response, NULL, 0,
             {.structure_size = 89, .create_action = 1, .end_of_file = 5, .file_id = {0xb, 0xc}});
        message_id++;
        LINK('s', WYRE_SMB2_READ, 0, RELATED, wyre_smb2_read_response, (const uint8_t *)"text\n", 5,
             {.data = {0, 5}});
        message_id++;
        LINK('s', WYRE_SMB2_CLOSE, 0, RELATED, wyre_smb2_close_response, NULL, 0, {.flags = 0});
    } else {
        static const uint16_t commands[] = {WYRE_SMB2_CREATE, WYRE_SMB2_READ, WYRE_SMB2_CLOSE};
        for (size_t i = 0; i < 3; i++) {
            LINK('s', commands[i], nt_status, RELATED, wyre_smb2_error_response, NULL, 0,
                 {{0, 0}, 0, 0, {0}});
            message_id += i < 2;
        }
    }
    say("related", 's', filter);
}

static void
unrelated(void)
{
    whole_anew();
    LINK('c', WYRE_SMB2_QUERY_INFO, 0, 0, wyre_smb2_query_info_request, NULL, 0,
         {.info_type = 1, .file_info_class = 6, .output_buffer_length = 8});
    LINK('c', WYRE_SMB2_ECHO, 0, 0, wyre_smb2_short_body, NULL, 0, {0});
    say("unrelated", 'c',
        "smb2.cmd == 16 && smb2.cmd == 13 && smb2.chain_offset == 104 && !(smb2.flags.chained == "
        "1)");
    whole_anew();
    message_id--;
    LINK('s', WYRE_SMB2_QUERY_INFO, 0, 0, wyre_smb2_output_response, (const uint8_t *)"12345678", 8,
         {{0, 8}});
    message_id++;
    LINK('s', WYRE_SMB2_ECHO, 0, 0, wyre_smb2_short_body, NULL, 0, {0});
    say("unrelated", 's',
        "smb2.cmd == 16 && smb2.cmd == 13 && smb.index_number == 0x3837363534333231");
}

/* ---- compressed: an ECHO with zeros behind it ------------------------------------------------------------ */

static wyre_xca_search search;

static void
unchained(uint16_t algorithm, uint32_t offset, const char *filter)
{
    static uint8_t packed[8192];
    size_t len;
    header_of('c', WYRE_SMB2_ECHO, 0);
    link_bytes[64] = 4;
    ENCODED(wyre_smb2_compress(link_bytes, 1000, offset, algorithm, &search, packed, sizeof packed,
                               &len));
    memcpy(link_bytes, packed, len);
    over_tcp("compressed", 'c', filter, len);
}

static void
chained(uint16_t algorithm, const char *filter)
{
    static uint8_t packed[8192];
    size_t len;
    header_of('c', WYRE_SMB2_ECHO, 0);
    link_bytes[64] = 4;
    memcpy(link_bytes + 68, "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", 48);
    ENCODED(wyre_smb2_compress_chained(link_bytes, 1000, 0, algorithm, &search, packed,
                                       sizeof packed, &len));
    memcpy(link_bytes, packed, len);
    over_tcp("compressed", 'c', filter, len);
}

int
main(void)
{
    related_requests();
    related_responses(
        "smb2.cmd == 5 && smb2.cmd == 8 && smb2.cmd == 6 && smb2.chain_offset == 152 && "
        "smb2.chain_offset == 88 && smb2.eof == 5 && smb2.olb.length == 5",
        0);
    related_requests();
    related_responses("smb2.nt_status == 0xc0000034 && smb2.chain_offset == 80 && smb2.cmd == 5 && "
                      "smb2.cmd == 8 && smb2.cmd == 6",
                      WYRE_STATUS_OBJECT_NAME_NOT_FOUND);
    unrelated();
    unchained(WYRE_SMB2_COMPRESSION_LZ77, 0,
              "smb2.header.comp_transform.original_size == 1000 && "
              "smb2.header.comp_transform.comp_alg == 2 && "
              "smb2.cmd == 13");
    unchained(WYRE_SMB2_COMPRESSION_LZNT1, 64,
              "smb2.header.comp_transform.original_size == 936 && "
              "smb2.header.comp_transform.offset == 64 && "
              "smb2.header.comp_transform.comp_alg == 1 && smb2.cmd == 13");
    chained(WYRE_SMB2_COMPRESSION_LZNT1, "smb2.header.comp_transform.original_size == 1000 && "
                                         "smb2.header.comp_transform.comp_alg == 1 && "
                                         "smb2.pattern_v1.repetitions && smb2.cmd == 13");
    chained(WYRE_SMB2_COMPRESSION_LZ77, "smb2.header.comp_transform.original_size == 1000 && "
                                        "smb2.header.comp_transform.comp_alg == 2 && "
                                        "smb2.pattern_v1.repetitions && smb2.cmd == 13");
    return 0;
}

/* lib/smb/fscc_fsctl_visit.c: each code is told by its number, both ways. */
#include "../told.h"
#include <wyre/fscc_fsctl.h>

#define ID   "000102030405060708090a0b0c0d0e0f"
#define KEY  "000102030405060708090a0b0c0d0e0f1011121314151617"
#define Z_8  "0000000000000000 "
#define Z_64 Z_8 Z_8 Z_8 Z_8 Z_8 Z_8 Z_8 Z_8
#define ZEROS_50                                                                                   \
    "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"  \
    "000000000"
#define ZEROS_100 ZEROS_50 ZEROS_50
#define ZEROS_112 ZEROS_100 "000000000000000000000000"
#define ZEROS_126                                                                                  \
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000"       \
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000"       \
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000"

/* clang-format off */
static const struct row {
    uint32_t code;
    int is_response;
    const char *name, *hex;
    wyre_status status;
    size_t n;
    const char *told; /* how it begins */
} rows[] = {
    {0x00060194, 0, "DFS_GET_REFERRALS", "0300 5c00 0000", WYRE_OK, 6,
     "max_referral_level=3 request_file_name=[2,2]"},
    {0x00060194, 1, "DFS_GET_REFERRALS", "0000 0100 00000000 0100 0a00 0000 0000 0000", WYRE_OK, 18,
     "path_consumed=0 number_of_referrals=1 referral_header_flags=0x00 referrals=[8,10] "
     "referral[0,18]{version_number=1 size=10 server_type=0 referral_entry_flags=0x00 share_name=[16,0]}"},
    {0x000601b0, 0, "DFS_GET_REFERRALS_EX", "0400 0000 02000000 0000", WYRE_OK, 10,
     "max_referral_level=4 request_flags=0x00 request_file_name=[10,0]"},
    {0x000601b0, 1, "DFS_GET_REFERRALS_EX", "0000 0000 00000000", WYRE_OK, 8, "path_consumed=0"},
    {0x0009003c, 1, "GET_COMPRESSION", "0100", WYRE_OK, 2, "compression_state=1"},
    {0x0009009c, 1, "GET_OBJECT_ID", Z_64, WYRE_OK, 64, "object_id="},
    {0x000900a4, 0, "SET_REPARSE_POINT", "0c0000a0 0e00 0000 0000 0200 0000 0200 01000000 6100", WYRE_OK, 22,
     "reparse_tag=2684354572 reserved=0 reparse_data=[8,14] symbolic_link[0,22]{reparse_tag=2684354572 "
     "reserved=0 substitute_name=[20,2] print_name=[20,2] flags=0x01 path_buffer=[20,2]}"},
    {0x000900a8, 1, "GET_REPARSE_POINT", "030000a0 0a00 0000 0000 0200 0000 0200 6100", WYRE_OK, 18,
     "reparse_tag=2684354563 reserved=0 reparse_data=[8,10] mount_point[0,18]{reparse_tag=2684354563 "
     "reserved=0 substitute_name=[16,2] print_name=[16,2] path_buffer=[16,2]}"},
    {0x000900a8, 1, "GET_REPARSE_POINT", "01000000 0100 0000" ID "aa", WYRE_OK, 25,
     "reparse_tag=1 reserved=0 reparse_guid=" ID " reparse_data=[24,1]"},
    {0x000900a8, 1, "a third party's that is cut", "01000000 0100 0000", WYRE_E_LENGTH, 8, NULL},
    {0x000900a8, 1, "no whole tag", "010000", WYRE_E_LENGTH, 3, NULL},
    {0x000900a8, 1, "a symbolic link that is cut", "0c0000a0 0400 0000 0000 0000", WYRE_E_LENGTH, 12, NULL},
    {0x000900ac, 0, "DELETE_REPARSE_POINT", "0c0000a0 0000 0000", WYRE_OK, 8,
     "reparse_tag=2684354572 reserved=0 reparse_data=[8,0]"},
    {0x000900c0, 1, "CREATE_OR_GET_OBJECT_ID", Z_64, WYRE_OK, 64, "object_id="},
    {0x000900c4, 0, "SET_SPARSE", "01", WYRE_OK, 1, "set_sparse=1"},
    {0x000940cf, 0, "QUERY_ALLOCATED_RANGES", Z_8 Z_8, WYRE_OK, 16, "file_offset=0 length=0"},
    {0x000940cf, 1, "QUERY_ALLOCATED_RANGES", Z_8 Z_8 Z_8 "0100000000000000", WYRE_OK, 32,
     "range[0,16]{file_offset=0 length=0} range[16,16]{file_offset=0 length=1}"},
    {0x000940cf, 1, "no range", "", WYRE_OK, 0, ""},
    {0x000940cf, 1, "a range that is cut", Z_8 Z_8 Z_8, WYRE_E_LENGTH, 24, NULL},
    {0x00094264, 0, "OFFLOAD_READ", "20000000 00000000" Z_8 Z_8 Z_8, WYRE_OK, 32, "size=32"},
    {0x00094264, 1, "OFFLOAD_READ", "10020000 00000000" Z_8 Z_64 Z_64 Z_64 Z_64 Z_64 Z_64 Z_64 Z_64, WYRE_OK, 528,
     "size=528"},
    {0x000980c8, 0, "SET_ZERO_DATA", Z_8 Z_8, WYRE_OK, 16, "file_offset=0 beyond_final_zero=0"},
    {0x00098208, 0, "FILE_LEVEL_TRIM", "00000000 01000000" Z_8 Z_8, WYRE_OK, 24,
     "key=0 ranges=[8,16] range[8,16]{file_offset=0 length=0}"},
    {0x00098208, 1, "FILE_LEVEL_TRIM", "01000000", WYRE_OK, 4, "num_ranges_processed=1"},
    {0x00098268, 0, "OFFLOAD_WRITE", "20020000 00000000" Z_8 Z_8 Z_8 Z_64 Z_64 Z_64 Z_64 Z_64 Z_64 Z_64 Z_64,
     WYRE_OK, 544, "size=544"},
    {0x00098268, 1, "OFFLOAD_WRITE", "10000000 00000000" Z_8, WYRE_OK, 16, "size=16"},
    {0x00098344, 0, "DUPLICATE_EXTENTS_TO_FILE", ID Z_8 Z_8 Z_8, WYRE_OK, 40, "file_id=" ID},
    {0x0009c040, 0, "SET_COMPRESSION", "0200", WYRE_OK, 2, "compression_state=2"},
    {0x00110018, 0, "PIPE_WAIT", Z_8 "00000000 00 00", WYRE_OK, 14,
     "timeout=0 timeout_specified=0 padding=0 name=[14,0]"},
    {0x0011400c, 1, "PIPE_PEEK", Z_8 Z_8, WYRE_OK, 16, "named_pipe_state=0"},
    {0x0011c017, 0, "PIPE_TRANSCEIVE", "616263", WYRE_OK, 3, "data=[0,3]"},
    {0x0011c017, 1, "PIPE_TRANSCEIVE", "", WYRE_OK, 0, "data=[0,0]"},
    {0x00140078, 1, "SRV_REQUEST_RESUME_KEY", KEY "00000000", WYRE_OK, 28, "resume_key=" KEY},
    {0x00144064, 1, "SRV_ENUMERATE_SNAPSHOTS", Z_8 "00000000", WYRE_OK, 12, "number_of_snap_shots=0"},
    {0x001440f2, 0, "SRV_COPYCHUNK", KEY "02000000 00000000" Z_8 Z_8 Z_8 Z_8 Z_8 Z_8, WYRE_OK, 80,
     "source_key=" KEY " reserved=0 chunks=[32,48] "
     "chunk[32,24]{source_offset=0 target_offset=0 length=0 reserved=0} "
     "chunk[56,24]{source_offset=0 target_offset=0 length=0 reserved=0}"},
    {0x001480f2, 0, "SRV_COPYCHUNK_WRITE", KEY "00000000 00000000", WYRE_OK, 32,
     "source_key=" KEY " reserved=0 chunks=[32,0]"},
    {0x001480f2, 0, "a chunk that is cut", KEY "01000000 00000000" Z_8 Z_8, WYRE_E_LENGTH, 32, NULL},
    {0x001480f2, 1, "SRV_COPYCHUNK_WRITE", Z_8 "00000000", WYRE_OK, 12, "chunks_written=0"},
    {0x001441bb, 0, "SRV_READ_HASH", Z_8 Z_8 Z_8, WYRE_OK, 24, "hash_type=0"},
    {0x001401d4, 0, "LMR_REQUEST_RESILIENCY", Z_8, WYRE_OK, 8, "timeout=0 reserved=0"},
    {0x001401fc, 1, "QUERY_NETWORK_INTERFACE_INFO", Z_8 Z_8 Z_8 "0000" ZEROS_126, WYRE_OK, 152,
     "entry[0,152]{next=0 if_index=0 capability=0x00 reserved=0 link_speed=0 family=0 sock_addr=" ZEROS_126 "}"},
    {0x00140204, 0, "VALIDATE_NEGOTIATE_INFO", "00000000" ID "0000 0100 1103", WYRE_OK, 26,
     "capabilities=0x00 guid=" ID " security_mode=0x00 dialects=[24,2]"},
    {0x00140204, 1, "VALIDATE_NEGOTIATE_INFO", "00000000" ID "0000 1103", WYRE_OK, 24,
     "capabilities=0x00 guid=" ID " security_mode=0x00 dialect=785"},
    {0x001401fc, 1, "QUERY_NETWORK_INTERFACE_INFO, of IPv4", Z_8 Z_8 Z_8 "0200 0050 c0000201 0000000000000000"
     ZEROS_112, WYRE_OK, 152, "entry[0,152]{next=0 if_index=0 capability=0x00 reserved=0 link_speed=0 family=2 "
     "sock_addr=0050c00002010000000000000000" ZEROS_112 " sockaddr_in[26,126]{port=80 ipv4_address=c0000201 "
     "reserved=0000000000000000}}"},
    {0x001401fc, 1, "QUERY_NETWORK_INTERFACE_INFO, of IPv6", Z_8 Z_8 Z_8 "1700 0000 01000000 " ID "02000000"
     ZEROS_100, WYRE_OK, 152, "entry[0,152]{next=0 if_index=0 capability=0x00 reserved=0 link_speed=0 family=23 "
     "sock_addr=000001000000" ID "02000000" ZEROS_100 " sockaddr_in6[26,126]{port=0 flow_info=1 ipv6_address="
     ID " scope_id=2}}"},
    {0x001401fc, 1, "an interface that is cut", Z_8 Z_8 Z_8 "1700 0000", WYRE_E_LENGTH, 28, NULL},
    {0x001401fc, 0, "a code without input", "", WYRE_E_UNSUPPORTED, 0, NULL},
    {0x00110018, 1, "a code without output", "", WYRE_E_UNSUPPORTED, 0, NULL},
    {0x12345678, 0, "an unknown code", "00", WYRE_E_UNSUPPORTED, 0, NULL},
};
/* clang-format on */

TEST(each_code_is_told_by_its_number)
{
    static told got;
    for (const struct row *row = rows; row < rows + COUNT(rows); row++) {
        bytes in = hex(row->hex);
        uint8_t *unit = exact(in.at, in.len);
        wyre_visitor v = telling(&got);
        size_t n;
        assert_status(row->name,
                      wyre_fscc_fsctl_visit(row->code, row->is_response, unit, in.len, &v, &n),
                      row->status);
        assert_offset(row->name, n, row->n);
        if (row->status == WYRE_OK && strncmp(got.text, row->told, strlen(row->told)) != 0)
            assert_told(row->name, &got, row->told);
        assert_status(row->name,
                      wyre_fscc_fsctl_visit(row->code, row->is_response, unit, in.len, &v, NULL),
                      row->status);
        free(unit);
    }
}

RUN_TESTS("fscc_fsctl_visit", TESTED(each_code_is_told_by_its_number))

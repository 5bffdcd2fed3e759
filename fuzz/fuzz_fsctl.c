/* The first five bytes choose code and direction of the visit. */
#include "fuzz.h"
#include <wyre/fscc_fsctl.h>
#include <wyre/smb2_fsctl.h>

#define EACH_PAYLOAD(DO)                                                                           \
    DO(wyre_fscc_pipe_peek_reply)                                                                  \
    DO(wyre_fscc_pipe_wait_request)                                                                \
    DO(wyre_fscc_compression)                                                                      \
    DO(wyre_fscc_file_objectid_buffer)                                                             \
    DO(wyre_fscc_file_set_sparse_buffer)                                                           \
    DO(wyre_fscc_file_allocated_range_buffer)                                                      \
    DO(wyre_fscc_file_zero_data_information)                                                       \
    DO(wyre_fscc_file_level_trim)                                                                  \
    DO(wyre_fscc_file_level_trim_output)                                                           \
    DO(wyre_fscc_duplicate_extents_data)                                                           \
    DO(wyre_fscc_offload_read_input)                                                               \
    DO(wyre_fscc_offload_read_output)                                                              \
    DO(wyre_fscc_offload_write_input)                                                              \
    DO(wyre_fscc_offload_write_output)                                                             \
    DO(wyre_fscc_storage_offload_token)                                                            \
    DO(wyre_fscc_reparse_data_buffer)                                                              \
    DO(wyre_fscc_reparse_guid_data_buffer)                                                         \
    DO(wyre_fscc_symbolic_link_reparse_data_buffer)                                                \
    DO(wyre_fscc_mount_point_reparse_data_buffer)                                                  \
    DO(wyre_smb2_srv_request_resume_key_response)                                                  \
    DO(wyre_smb2_srv_snapshot_array)                                                               \
    DO(wyre_smb2_srv_copychunk_copy)                                                               \
    DO(wyre_smb2_srv_copychunk)                                                                    \
    DO(wyre_smb2_srv_copychunk_response)                                                           \
    DO(wyre_smb2_srv_read_hash_request)                                                            \
    DO(wyre_smb2_network_resiliency_request)                                                       \
    DO(wyre_smb2_validate_negotiate_info_request)                                                  \
    DO(wyre_smb2_validate_negotiate_info_response)                                                 \
    DO(wyre_smb2_network_interface_info)                                                           \
    DO(wyre_smb2_sockaddr_in)                                                                      \
    DO(wyre_smb2_sockaddr_in6)

#define DEFINE_RING(T) RING(T, 0);
#define NAME_RING(T)   &T##_ring,
EACH_PAYLOAD(DEFINE_RING)

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const ring *const rings[] = {EACH_PAYLOAD(NAME_RING)};
    const wyre_visitor nobody = {NULL, NULL, NULL, NULL, NULL, NULL};
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, 0, 0);
    if (len < 5)
        return 0;
    uint32_t code = (uint32_t)in[0] | (uint32_t)in[1] << 8 | (uint32_t)in[2] << 16;
    size_t n = 0;
    wyre_status status = wyre_fscc_fsctl_visit(code, in[4] & 1, in + 5, len - 5, &nobody, &n);
    REQUIRE(status <= WYRE_OK && n <= len - 5, "visit");
    REQUIRE(wyre_fscc_fsctl_name(code) != NULL && wyre_fscc_reparse_tag_name(code) != NULL, "name");
    return 0;
}

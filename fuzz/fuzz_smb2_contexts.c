/* What contexts hold, and their lists taken apart and put together again. */
#include "fuzz.h"
#include <wyre/smb2.h>

RING(wyre_smb2_preauth_integrity_capabilities, 0);
RING(wyre_smb2_encryption_capabilities, 0);
RING(wyre_smb2_compression_capabilities, 0);
RING(wyre_smb2_netname_negotiate_context, 0);
RING(wyre_smb2_transport_capabilities, 0);
RING(wyre_smb2_rdma_transform_capabilities, 0);
RING(wyre_smb2_signing_capabilities, 0);
RING(wyre_smb2_posix_extensions_available, 0);
RING(wyre_smb2_remoted_identity_tree_connect, 0);
RING(wyre_smb2_durable_handle_request, 0);
RING(wyre_smb2_durable_handle_response, 0);
RING(wyre_smb2_durable_handle_reconnect, 0);
RING(wyre_smb2_durable_handle_request_v2, 0);
RING(wyre_smb2_durable_handle_response_v2, 0);
RING(wyre_smb2_durable_handle_reconnect_v2, 0);
RING(wyre_smb2_create_allocation_size, 0);
RING(wyre_smb2_create_timestamp, 0);
RING(wyre_smb2_create_maximal_access_response, 0);
RING(wyre_smb2_create_on_disk_id_response, 0);
RING(wyre_smb2_create_lease, 0);
RING(wyre_smb2_create_lease_v2, 0);
RING(wyre_smb2_create_app_instance_id, 0);
RING(wyre_smb2_create_app_instance_version, 0);
RING(wyre_smb2_svhdx_open_device_context, 0);
RING(wyre_smb2_aapl_server_query_request, 0);
RING(wyre_smb2_aapl_server_query_response, 0);
RING(wyre_smb2_aapl_resolve_id_request, 0);
RING(wyre_smb2_aapl_resolve_id_response, 0);
RING(wyre_smb2_create_posix_request, 0);
RING(wyre_smb2_create_posix_response, 0);
RING(wyre_smb2_symbolic_link_error, 0);
RING(wyre_smb2_share_redirect_error, 0);
RING(wyre_smb2_move_dst_ipaddr, 0);

static void
negotiate_contexts(const uint8_t *in, size_t len)
{
    uint32_t entries = len > 0 ? in[0] : 0;
    wyre_smb2_negotiate_context_iter it = {{0, (uint32_t)len}, entries, 0, 0};
    wyre_smb2_negotiate_context_list list = {{0, 0}, 0};
    wyre_smb2_negotiate_context context;
    wyre_status status;
    uint8_t *out = block(len);
    wyre_wr w;
    size_t n = 0;
    wyre_wr_init(&w, out, len);
    while ((status = wyre_smb2_negotiate_context_next(&it, in, len, &context)) == WYRE_OK) {
        REQUIRE(context.data.off <= len && context.data.len <= len - context.data.off, "inside");
        wyre_smb2_negotiate_context_append(&w, &list, &context, in, len);
    }
    REQUIRE(status < 0 || it.entries == 0, "negotiate contexts end");
    REQUIRE(it.fault <= len && it.count <= WYRE_SMB2_NEGOTIATE_CONTEXT_CAP, "negotiate contexts");
    REQUIRE(wyre_wr_finish(&w, &n) == WYRE_OK, "negotiate contexts come back");
    REQUIRE(list.entries == it.count && list.list.len == n, "negotiate contexts come back");
    it = (wyre_smb2_negotiate_context_iter){list.list, list.entries, 0, 0};
    for (uint32_t i = 0; i < list.entries; i++)
        REQUIRE(wyre_smb2_negotiate_context_next(&it, out, n, &context) == WYRE_OK, "again");
    free(out);
}

static void
error_contexts(const uint8_t *in, size_t len)
{
    uint32_t entries = len > 0 ? in[0] : 0;
    wyre_smb2_error_context_iter it = {{0, (uint32_t)len}, entries, 0, 0};
    wyre_smb2_error_context_list list = {{0, 0}, 0};
    wyre_smb2_error_context context;
    wyre_status status;
    uint8_t *out = block(len);
    wyre_wr w;
    size_t n = 0;
    wyre_wr_init(&w, out, len);
    while ((status = wyre_smb2_error_context_next(&it, in, len, &context)) == WYRE_OK) {
        REQUIRE(context.data.off <= len && context.data.len <= len - context.data.off, "inside");
        wyre_smb2_error_context_append(&w, &list, &context, in, len);
    }
    REQUIRE(status < 0 || it.entries == 0, "error contexts end");
    REQUIRE(it.fault <= len && it.count <= WYRE_SMB2_ERROR_CONTEXT_CAP, "error contexts");
    REQUIRE(wyre_wr_finish(&w, &n) == WYRE_OK, "error contexts come back");
    REQUIRE(list.entries == it.count && list.list.len == n, "error contexts come back");
    free(out);
}

/* A list that was built comes apart into the same contexts. */
static void
create_contexts(const uint8_t *in, size_t len)
{
    wyre_smb2_create_context_iter it = {{0, (uint32_t)len}, 0, 0};
    wyre_smb2_create_context_list list = {{0, 0}, 0, 0};
    wyre_smb2_create_context first[WYRE_SMB2_CREATE_CONTEXT_CAP], context;
    wyre_status status;
    uint8_t *out = block(len * 2 + 64);
    uint32_t count = 0;
    wyre_wr w;
    size_t n = 0;
    wyre_wr_init(&w, out, len * 2 + 64);
    while ((status = wyre_smb2_create_context_next(&it, in, len, &context)) == WYRE_OK) {
        REQUIRE(context.name.off <= len && context.name.len <= len - context.name.off, "inside");
        REQUIRE(context.data.off <= len && context.data.len <= len - context.data.off, "inside");
        if (w.status != WYRE_OK || context.name.len == 0)
            continue;
        first[count++] = context;
        wyre_smb2_create_context_append(&w, &list, &context, in, len);
    }
    REQUIRE(it.fault <= len && it.count <= WYRE_SMB2_CREATE_CONTEXT_CAP, "create contexts");
    if (wyre_wr_finish(&w, &n) == WYRE_OK) {
        it = (wyre_smb2_create_context_iter){list.list, 0, 0};
        for (uint32_t i = 0; i < count; i++) {
            REQUIRE(wyre_smb2_create_context_next(&it, out, n, &context) == WYRE_OK, "again");
            REQUIRE(context.kind == first[i].kind && context.reserved == first[i].reserved &&
                        context.data.len == first[i].data.len &&
                        context.name.len == first[i].name.len,
                    "again");
            REQUIRE(memcmp(out + context.data.off, in + first[i].data.off, context.data.len) == 0,
                    "again");
        }
        REQUIRE(wyre_smb2_create_context_next(&it, out, n, &context) == WYRE_END, "again");
    }
    free(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t len)
{
    static const ring *const rings[] = {&wyre_smb2_preauth_integrity_capabilities_ring,
                                        &wyre_smb2_encryption_capabilities_ring,
                                        &wyre_smb2_compression_capabilities_ring,
                                        &wyre_smb2_netname_negotiate_context_ring,
                                        &wyre_smb2_transport_capabilities_ring,
                                        &wyre_smb2_rdma_transform_capabilities_ring,
                                        &wyre_smb2_signing_capabilities_ring,
                                        &wyre_smb2_posix_extensions_available_ring,
                                        &wyre_smb2_remoted_identity_tree_connect_ring,
                                        &wyre_smb2_durable_handle_request_ring,
                                        &wyre_smb2_durable_handle_response_ring,
                                        &wyre_smb2_durable_handle_reconnect_ring,
                                        &wyre_smb2_durable_handle_request_v2_ring,
                                        &wyre_smb2_durable_handle_response_v2_ring,
                                        &wyre_smb2_durable_handle_reconnect_v2_ring,
                                        &wyre_smb2_create_allocation_size_ring,
                                        &wyre_smb2_create_timestamp_ring,
                                        &wyre_smb2_create_maximal_access_response_ring,
                                        &wyre_smb2_create_on_disk_id_response_ring,
                                        &wyre_smb2_create_lease_ring,
                                        &wyre_smb2_create_lease_v2_ring,
                                        &wyre_smb2_create_app_instance_id_ring,
                                        &wyre_smb2_create_app_instance_version_ring,
                                        &wyre_smb2_svhdx_open_device_context_ring,
                                        &wyre_smb2_aapl_server_query_request_ring,
                                        &wyre_smb2_aapl_server_query_response_ring,
                                        &wyre_smb2_aapl_resolve_id_request_ring,
                                        &wyre_smb2_aapl_resolve_id_response_ring,
                                        &wyre_smb2_create_posix_request_ring,
                                        &wyre_smb2_create_posix_response_ring,
                                        &wyre_smb2_symbolic_link_error_ring,
                                        &wyre_smb2_share_redirect_error_ring,
                                        &wyre_smb2_move_dst_ipaddr_ring};
    for (size_t i = 0; i < sizeof rings / sizeof *rings; i++)
        law(rings[i], rings[i]->name, in, len, 0, 0);
    negotiate_contexts(in, len);
    error_contexts(in, len);
    create_contexts(in, len);
    return 0;
}

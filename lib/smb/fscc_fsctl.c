/* Payloads of control codes: [MS-FSCC] 2.3. */
#include <wyre/fscc_fsctl.h>
#include "../core/names.h"
#include "../core/layout.h"

static const constant_name fscc_fsctl_names[] = {
    NAME(WYRE_FSCC_FSCTL_, DFS_GET_REFERRALS),
    NAME(WYRE_FSCC_FSCTL_, DFS_GET_REFERRALS_EX),
    NAME(WYRE_FSCC_FSCTL_, GET_COMPRESSION),
    NAME(WYRE_FSCC_FSCTL_, GET_OBJECT_ID),
    NAME(WYRE_FSCC_FSCTL_, SET_REPARSE_POINT),
    NAME(WYRE_FSCC_FSCTL_, GET_REPARSE_POINT),
    NAME(WYRE_FSCC_FSCTL_, DELETE_REPARSE_POINT),
    NAME(WYRE_FSCC_FSCTL_, CREATE_OR_GET_OBJECT_ID),
    NAME(WYRE_FSCC_FSCTL_, SET_SPARSE),
    NAME(WYRE_FSCC_FSCTL_, QUERY_ALLOCATED_RANGES),
    NAME(WYRE_FSCC_FSCTL_, OFFLOAD_READ),
    NAME(WYRE_FSCC_FSCTL_, SET_ZERO_DATA),
    NAME(WYRE_FSCC_FSCTL_, FILE_LEVEL_TRIM),
    NAME(WYRE_FSCC_FSCTL_, OFFLOAD_WRITE),
    NAME(WYRE_FSCC_FSCTL_, DUPLICATE_EXTENTS_TO_FILE),
    NAME(WYRE_FSCC_FSCTL_, SET_COMPRESSION),
    NAME(WYRE_FSCC_FSCTL_, PIPE_WAIT),
    NAME(WYRE_FSCC_FSCTL_, PIPE_PEEK),
    NAME(WYRE_FSCC_FSCTL_, PIPE_TRANSCEIVE),
    NAME(WYRE_FSCC_FSCTL_, SRV_REQUEST_RESUME_KEY),
    NAME(WYRE_FSCC_FSCTL_, LMR_REQUEST_RESILIENCY),
    NAME(WYRE_FSCC_FSCTL_, QUERY_NETWORK_INTERFACE_INFO),
    NAME(WYRE_FSCC_FSCTL_, VALIDATE_NEGOTIATE_INFO),
    NAME(WYRE_FSCC_FSCTL_, SRV_ENUMERATE_SNAPSHOTS),
    NAME(WYRE_FSCC_FSCTL_, SRV_COPYCHUNK),
    NAME(WYRE_FSCC_FSCTL_, SRV_READ_HASH),
    NAME(WYRE_FSCC_FSCTL_, SRV_COPYCHUNK_WRITE),
};

const char *
wyre_fscc_fsctl_name(uint32_t code)
{
    return NAME_OF(fscc_fsctl_names, code);
}

/* ---- 0x0011400c FSCTL_PIPE_PEEK reply ------------------------------------------------------- */

LAYOUT
pipe_peek_reply(layout *l, wyre_fscc_pipe_peek_reply *m)
{
    U32 (l,  0, m, named_pipe_state,    NUMBER);
    U32 (l,  4, m, read_data_available, NUMBER);
    U32 (l,  8, m, number_of_messages,  NUMBER);
    U32 (l, 12, m, message_length,      NUMBER);
    REST(l, m, data, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->data, in_len); */
CODEC(wyre_fscc_pipe_peek_reply, pipe_peek_reply, 16, 0)

/* ---- 0x00110018 FSCTL_PIPE_WAIT request ----------------------------------------------------- */

LAYOUT
pipe_wait_request(layout *l, wyre_fscc_pipe_wait_request *m)
{
    U64    (l,  0, m, timeout,           SIGNED);
    COUNT32(l,  8, m, name);
    U8     (l, 12, m, timeout_specified, NUMBER);
    U8     (l, 13, m, padding,           NUMBER);
    RUN    (l, m, name, UTF16);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->name, in_len); */
CODEC(wyre_fscc_pipe_wait_request, pipe_wait_request, 14, 0)

/* ---- 0x0009003c Compression state ----------------------------------------------------------- */

LAYOUT
compression(layout *l, wyre_fscc_compression *m)
{
    U16(l, 0, m, compression_state, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_compression, compression, 2, 0)

/* ---- 0x000900c0 FILE_OBJECTID_BUFFER -------------------------------------------------------- */

LAYOUT
file_objectid_buffer(layout *l, wyre_fscc_file_objectid_buffer *m)
{
    ARRAY(l,  0, m, object_id,       GUID);
    ARRAY(l, 16, m, birth_volume_id, GUID);
    ARRAY(l, 32, m, birth_object_id, GUID);
    ARRAY(l, 48, m, domain_id,       GUID);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_objectid_buffer, file_objectid_buffer, 64, 0)

/* ---- 0x000900c4 FILE_SET_SPARSE_BUFFER ------------------------------------------------------ */

LAYOUT
file_set_sparse_buffer(layout *l, wyre_fscc_file_set_sparse_buffer *m)
{
    U8(l, 0, m, set_sparse, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_set_sparse_buffer, file_set_sparse_buffer, 1, 0)

/* ---- 0x000940cf FILE_ALLOCATED_RANGE_BUFFER ------------------------------------------------- */

LAYOUT
file_allocated_range_buffer(layout *l, wyre_fscc_file_allocated_range_buffer *m)
{
    U64(l, 0, m, file_offset, NUMBER);
    U64(l, 8, m, length,      NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_allocated_range_buffer, file_allocated_range_buffer, 16, 0)

/* ---- 0x000980c8 FILE_ZERO_DATA_INFORMATION -------------------------------------------------- */

LAYOUT
file_zero_data_information(layout *l, wyre_fscc_file_zero_data_information *m)
{
    U64(l, 0, m, file_offset,       NUMBER);
    U64(l, 8, m, beyond_final_zero, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_zero_data_information, file_zero_data_information, 16, 0)

/* ---- 0x00098208 FILE_LEVEL_TRIM ------------------------------------------------------------- */

LAYOUT
file_level_trim(layout *l, wyre_fscc_file_level_trim *m)
{
    U32        (l, 0, m, key,    NUMBER);
    COUNT_UNITS(l, 4, 4, 16, m, ranges);
    RUN        (l, m, ranges, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->ranges, in_len); */
CODEC(wyre_fscc_file_level_trim, file_level_trim, 8, 0)

/* ---- 0x00098208 FILE_LEVEL_TRIM_OUTPUT ------------------------------------------------------ */

LAYOUT
file_level_trim_output(layout *l, wyre_fscc_file_level_trim_output *m)
{
    U32(l, 0, m, num_ranges_processed, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_file_level_trim_output, file_level_trim_output, 4, 0)

/* ---- 0x00098344 DUPLICATE_EXTENTS_DATA ------------------------------------------------------ */

LAYOUT
duplicate_extents_data(layout *l, wyre_fscc_duplicate_extents_data *m)
{
    ARRAY(l,  0, m, file_id,            BYTES);
    U64  (l, 16, m, source_file_offset, NUMBER);
    U64  (l, 24, m, target_file_offset, NUMBER);
    U64  (l, 32, m, byte_count,         NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_duplicate_extents_data, duplicate_extents_data, 40, 0)

/* ---- 0x00094264 FSCTL_OFFLOAD_READ_INPUT ---------------------------------------------------- */

LAYOUT
offload_read_input(layout *l, wyre_fscc_offload_read_input *m)
{
    U32(l,  0, m, size,               NUMBER);
    U32(l,  4, m, flags,              FLAGS);
    U32(l,  8, m, token_time_to_live, NUMBER);
    U32(l, 12, m, reserved,           NUMBER);
    U64(l, 16, m, file_offset,        NUMBER);
    U64(l, 24, m, copy_length,        NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_offload_read_input, offload_read_input, 32, 0)

/* ---- 0x00094264 FSCTL_OFFLOAD_READ_OUTPUT --------------------------------------------------- */

LAYOUT
offload_read_output(layout *l, wyre_fscc_offload_read_output *m)
{
    U32  (l,  0, m, size,            NUMBER);
    U32  (l,  4, m, flags,           FLAGS);
    U64  (l,  8, m, transfer_length, NUMBER);
    ARRAY(l, 16, m, token,           BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_offload_read_output, offload_read_output, 528, 0)

/* ---- 0x00098268 FSCTL_OFFLOAD_WRITE_INPUT --------------------------------------------------- */

LAYOUT
offload_write_input(layout *l, wyre_fscc_offload_write_input *m)
{
    U32  (l,  0, m, size,            NUMBER);
    U32  (l,  4, m, flags,           FLAGS);
    U64  (l,  8, m, file_offset,     NUMBER);
    U64  (l, 16, m, copy_length,     NUMBER);
    U64  (l, 24, m, transfer_offset, NUMBER);
    ARRAY(l, 32, m, token,           BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_offload_write_input, offload_write_input, 544, 0)

/* ---- 0x00098268 FSCTL_OFFLOAD_WRITE_OUTPUT -------------------------------------------------- */

LAYOUT
offload_write_output(layout *l, wyre_fscc_offload_write_output *m)
{
    U32(l, 0, m, size,           NUMBER);
    U32(l, 4, m, flags,          FLAGS);
    U64(l, 8, m, length_written, NUMBER);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_offload_write_output, offload_write_output, 16, 0)

/* ---- 0x00094264 STORAGE_OFFLOAD_TOKEN ------------------------------------------------------- */

LAYOUT
storage_offload_token(layout *l, wyre_fscc_storage_offload_token *m)
{
    U32BE(l, 0, m, token_type,      NUMBER);
    U16  (l, 4, m, reserved,        NUMBER);
    U16BE(l, 6, m, token_id_length, NUMBER);
    ARRAY(l, 8, m, token_id,        BYTES);
}

/*@ DECODES(in, in_len, out, n); */
CODEC(wyre_fscc_storage_offload_token, storage_offload_token, 512, 0)

/* ---- 2.1.2.2 REPARSE_DATA_BUFFER ------------------------------------------------------------ */

LAYOUT
reparse_data_buffer(layout *l, wyre_fscc_reparse_data_buffer *m)
{
    U32    (l, 0, m, reparse_tag,  NUMBER);
    CHECK  (l, 0, m->reparse_tag >> 31 == 1);
    COUNT16(l, 4, m, reparse_data);
    U16    (l, 6, m, reserved,     NUMBER);
    RUN    (l, m, reparse_data, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->reparse_data, in_len); */
CODEC(wyre_fscc_reparse_data_buffer, reparse_data_buffer, 8, 0)

/* ---- 2.1.2.3 REPARSE_GUID_DATA_BUFFER ------------------------------------------------------- */

LAYOUT
reparse_guid_data_buffer(layout *l, wyre_fscc_reparse_guid_data_buffer *m)
{
    U32    (l, 0, m, reparse_tag,  NUMBER);
    CHECK  (l, 0, m->reparse_tag >> 31 == 0);
    COUNT16(l, 4, m, reparse_data);
    U16    (l, 6, m, reserved,     NUMBER);
    ARRAY  (l, 8, m, reparse_guid, GUID);
    RUN    (l, m, reparse_data, BYTES);
}

/*@ DECODES(in, in_len, out, n); ensures \result == WYRE_OK ==> inside(out->reparse_data, in_len); */
CODEC(wyre_fscc_reparse_guid_data_buffer, reparse_guid_data_buffer, 24, 0)

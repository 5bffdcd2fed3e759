/* wyre/fscc_fsctl.h: control codes and their payloads, [MS-FSCC] 2.3, and reparse points, 2.1.2: what
 * IOCTL carries. The payloads that [MS-SMB2] defines itself are in smb2_fsctl.h. */
#ifndef WYRE_FSCC_FSCTL_H
#define WYRE_FSCC_FSCTL_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Control codes -------------------------------------------------------------------------------------- */

enum { /* code */
       WYRE_FSCC_FSCTL_DFS_GET_REFERRALS = 0x00060194,
       WYRE_FSCC_FSCTL_DFS_GET_REFERRALS_EX = 0x000601b0,
       WYRE_FSCC_FSCTL_GET_COMPRESSION = 0x0009003c,
       WYRE_FSCC_FSCTL_GET_OBJECT_ID = 0x0009009c,
       WYRE_FSCC_FSCTL_SET_REPARSE_POINT = 0x000900a4,
       WYRE_FSCC_FSCTL_GET_REPARSE_POINT = 0x000900a8,
       WYRE_FSCC_FSCTL_DELETE_REPARSE_POINT = 0x000900ac,
       WYRE_FSCC_FSCTL_CREATE_OR_GET_OBJECT_ID = 0x000900c0,
       WYRE_FSCC_FSCTL_SET_SPARSE = 0x000900c4,
       WYRE_FSCC_FSCTL_QUERY_ALLOCATED_RANGES = 0x000940cf,
       WYRE_FSCC_FSCTL_OFFLOAD_READ = 0x00094264,
       WYRE_FSCC_FSCTL_SET_ZERO_DATA = 0x000980c8,
       WYRE_FSCC_FSCTL_FILE_LEVEL_TRIM = 0x00098208,
       WYRE_FSCC_FSCTL_OFFLOAD_WRITE = 0x00098268,
       WYRE_FSCC_FSCTL_DUPLICATE_EXTENTS_TO_FILE = 0x00098344,
       WYRE_FSCC_FSCTL_SET_COMPRESSION = 0x0009c040,
       WYRE_FSCC_FSCTL_PIPE_WAIT = 0x00110018,
       WYRE_FSCC_FSCTL_PIPE_PEEK = 0x0011400c,
       WYRE_FSCC_FSCTL_PIPE_TRANSCEIVE = 0x0011c017,
       WYRE_FSCC_FSCTL_SRV_REQUEST_RESUME_KEY = 0x00140078,
       WYRE_FSCC_FSCTL_LMR_REQUEST_RESILIENCY = 0x001401d4,
       WYRE_FSCC_FSCTL_QUERY_NETWORK_INTERFACE_INFO = 0x001401fc,
       WYRE_FSCC_FSCTL_VALIDATE_NEGOTIATE_INFO = 0x00140204,
       WYRE_FSCC_FSCTL_SRV_ENUMERATE_SNAPSHOTS = 0x00144064,
       WYRE_FSCC_FSCTL_SRV_COPYCHUNK = 0x001440f2,
       WYRE_FSCC_FSCTL_SRV_READ_HASH = 0x001441bb,
       WYRE_FSCC_FSCTL_SRV_COPYCHUNK_WRITE = 0x001480f2
};

/* The name of a code without its prefix, "PIPE_WAIT"; "?" for any other number. */
WYRE_API const char *wyre_fscc_fsctl_name(uint32_t code);

/* The name of a reparse_tag, "SYMLINK" (0xa000000c), "MOUNT_POINT" (0xa0000003) and so on; "?" for any
 * other number. */
WYRE_API const char *wyre_fscc_reparse_tag_name(uint32_t reparse_tag);

/* ---- FSCTL_PIPE_PEEK reply: [MS-FSCC] 2.3, code 0x0011400c ---------------------------------- */

typedef struct wyre_fscc_pipe_peek_reply {
    wyre_span data;
    uint32_t named_pipe_state;    /* 1 disconnected, 2 listening, 3 connected, 4 closing */
    uint32_t read_data_available; /* bytes */
    uint32_t number_of_messages;
    uint32_t message_length; /* of the first one */
} wyre_fscc_pipe_peek_reply;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK in_len: the last part reaches to the end
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16
 * [MS-FSCC] 2.3, code 0x0011400c */
WYRE_API wyre_status wyre_fscc_pipe_peek_reply_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_fscc_pipe_peek_reply *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src. */
WYRE_API wyre_status wyre_fscc_pipe_peek_reply_encode(const wyre_fscc_pipe_peek_reply *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_pipe_peek_reply_visit(const wyre_fscc_pipe_peek_reply *m,
                                                     const wyre_visitor *v);

/* ---- FSCTL_PIPE_WAIT request: [MS-FSCC] 2.3, code 0x00110018 -------------------------------- */

typedef struct wyre_fscc_pipe_wait_request {
    uint64_t timeout;          /* units of 100 ns */
    wyre_span name;            /* without a leading \\PIPE\\ */
    uint8_t timeout_specified; /* 0 or 1 */
    uint8_t padding;
    uint8_t unused[6]; /* 0 */
} wyre_fscc_pipe_wait_request;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 14, or name ends past in_len
 * [MS-FSCC] 2.3, code 0x00110018 */
WYRE_API wyre_status wyre_fscc_pipe_wait_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t flags,
                                                        wyre_fscc_pipe_wait_request *out,
                                                        size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_pipe_wait_request_encode(const wyre_fscc_pipe_wait_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_pipe_wait_request_visit(const wyre_fscc_pipe_wait_request *m,
                                                       const wyre_visitor *v);

/* ---- Compression state: [MS-FSCC] 2.3, code 0x0009003c -------------------------------------- */

/* Reply of FSCTL_GET_COMPRESSION and request of FSCTL_SET_COMPRESSION. */

typedef struct wyre_fscc_compression {
    uint16_t compression_state; /* 0 none, 1 the default, 2 LZNT1 */
} wyre_fscc_compression;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 2
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 * [MS-FSCC] 2.3, code 0x0009003c */
WYRE_API wyre_status wyre_fscc_compression_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                  wyre_fscc_compression *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_compression_encode(const wyre_fscc_compression *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_compression_visit(const wyre_fscc_compression *m,
                                                 const wyre_visitor *v);

/* ---- FILE_OBJECTID_BUFFER: [MS-FSCC] 2.3, code 0x000900c0 ----------------------------------- */

/* Reply of FSCTL_CREATE_OR_GET_OBJECT_ID and FSCTL_GET_OBJECT_ID. */

typedef struct wyre_fscc_file_objectid_buffer {
    uint8_t object_id[16];
    uint8_t birth_volume_id[16];
    uint8_t birth_object_id[16];
    uint8_t domain_id[16]; /* 0 */
} wyre_fscc_file_objectid_buffer;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 64
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 64
 * [MS-FSCC] 2.3, code 0x000900c0 */
WYRE_API wyre_status wyre_fscc_file_objectid_buffer_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_fscc_file_objectid_buffer *out,
                                                           size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_objectid_buffer_encode(const wyre_fscc_file_objectid_buffer *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_objectid_buffer_visit(const wyre_fscc_file_objectid_buffer *m,
                                                          const wyre_visitor *v);

/* ---- FILE_SET_SPARSE_BUFFER: [MS-FSCC] 2.3, code 0x000900c4 --------------------------------- */

/* A request of FSCTL_SET_SPARSE without it means 1. */

typedef struct wyre_fscc_file_set_sparse_buffer {
    uint8_t set_sparse; /* 0 or 1 */
} wyre_fscc_file_set_sparse_buffer;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 1
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 1
 * [MS-FSCC] 2.3, code 0x000900c4 */
WYRE_API wyre_status wyre_fscc_file_set_sparse_buffer_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_fscc_file_set_sparse_buffer *out,
                                                             size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_set_sparse_buffer_encode(
    const wyre_fscc_file_set_sparse_buffer *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_set_sparse_buffer_visit(
    const wyre_fscc_file_set_sparse_buffer *m, const wyre_visitor *v);

/* ---- FILE_ALLOCATED_RANGE_BUFFER: [MS-FSCC] 2.3, code 0x000940cf ---------------------------- */

/* Request of FSCTL_QUERY_ALLOCATED_RANGES; its reply is a row of them; also the ranges of
 * FSCTL_FILE_LEVEL_TRIM. */

typedef struct wyre_fscc_file_allocated_range_buffer {
    uint64_t file_offset;
    uint64_t length;
} wyre_fscc_file_allocated_range_buffer;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 16
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16
 * [MS-FSCC] 2.3, code 0x000940cf */
WYRE_API wyre_status
wyre_fscc_file_allocated_range_buffer_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_fscc_file_allocated_range_buffer *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_allocated_range_buffer_encode(
    const wyre_fscc_file_allocated_range_buffer *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_allocated_range_buffer_visit(
    const wyre_fscc_file_allocated_range_buffer *m, const wyre_visitor *v);

/* ---- FILE_ZERO_DATA_INFORMATION: [MS-FSCC] 2.3, code 0x000980c8 ----------------------------- */

typedef struct wyre_fscc_file_zero_data_information {
    uint64_t file_offset;
    uint64_t beyond_final_zero; /* the first byte that stays */
} wyre_fscc_file_zero_data_information;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 16
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16
 * [MS-FSCC] 2.3, code 0x000980c8 */
WYRE_API wyre_status
wyre_fscc_file_zero_data_information_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_fscc_file_zero_data_information *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_zero_data_information_encode(
    const wyre_fscc_file_zero_data_information *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_zero_data_information_visit(
    const wyre_fscc_file_zero_data_information *m, const wyre_visitor *v);

/* ---- FILE_LEVEL_TRIM: [MS-FSCC] 2.3, code 0x00098208 ---------------------------------------- */

typedef struct wyre_fscc_file_level_trim {
    wyre_span ranges; /* 16 bytes each, wyre_fscc_file_allocated_range_buffer */
    uint32_t key;     /* 0 */
} wyre_fscc_file_level_trim;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, or ranges ends past in_len
 * [MS-FSCC] 2.3, code 0x00098208 */
WYRE_API wyre_status wyre_fscc_file_level_trim_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_fscc_file_level_trim *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_fscc_file_level_trim_encode(const wyre_fscc_file_level_trim *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_level_trim_visit(const wyre_fscc_file_level_trim *m,
                                                     const wyre_visitor *v);

/* ---- FILE_LEVEL_TRIM_OUTPUT: [MS-FSCC] 2.3, code 0x00098208 --------------------------------- */

typedef struct wyre_fscc_file_level_trim_output {
    uint32_t num_ranges_processed;
} wyre_fscc_file_level_trim_output;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 4
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-FSCC] 2.3, code 0x00098208 */
WYRE_API wyre_status wyre_fscc_file_level_trim_output_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_fscc_file_level_trim_output *out,
                                                             size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_file_level_trim_output_encode(
    const wyre_fscc_file_level_trim_output *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_file_level_trim_output_visit(
    const wyre_fscc_file_level_trim_output *m, const wyre_visitor *v);

/* ---- DUPLICATE_EXTENTS_DATA: [MS-FSCC] 2.3, code 0x00098344 --------------------------------- */

typedef struct wyre_fscc_duplicate_extents_data {
    uint64_t source_file_offset;
    uint64_t target_file_offset;
    uint64_t byte_count;
    uint8_t file_id[16]; /* the open of the source */
} wyre_fscc_duplicate_extents_data;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 40
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 40
 * [MS-FSCC] 2.3, code 0x00098344 */
WYRE_API wyre_status wyre_fscc_duplicate_extents_data_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_fscc_duplicate_extents_data *out,
                                                             size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_duplicate_extents_data_encode(
    const wyre_fscc_duplicate_extents_data *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_duplicate_extents_data_visit(
    const wyre_fscc_duplicate_extents_data *m, const wyre_visitor *v);

/* ---- FSCTL_OFFLOAD_READ_INPUT: [MS-FSCC] 2.3, code 0x00094264 ------------------------------- */

typedef struct wyre_fscc_offload_read_input {
    uint64_t file_offset;
    uint64_t copy_length;
    uint32_t size;               /* 32 */
    uint32_t flags;              /* 0 */
    uint32_t token_time_to_live; /* ms */
    uint32_t reserved;           /* 0 */
} wyre_fscc_offload_read_input;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 32
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 32
 * [MS-FSCC] 2.3, code 0x00094264 */
WYRE_API wyre_status wyre_fscc_offload_read_input_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_fscc_offload_read_input *out,
                                                         size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_offload_read_input_encode(const wyre_fscc_offload_read_input *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_offload_read_input_visit(const wyre_fscc_offload_read_input *m,
                                                        const wyre_visitor *v);

/* ---- FSCTL_OFFLOAD_READ_OUTPUT: [MS-FSCC] 2.3, code 0x00094264 ------------------------------ */

typedef struct wyre_fscc_offload_read_output {
    uint64_t transfer_length;
    uint32_t size;      /* 528 */
    uint32_t flags;     /* 1: all beyond the current range is zero */
    uint8_t token[512]; /* wyre_fscc_storage_offload_token */
} wyre_fscc_offload_read_output;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 528
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 528
 * [MS-FSCC] 2.3, code 0x00094264 */
WYRE_API wyre_status wyre_fscc_offload_read_output_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_fscc_offload_read_output *out,
                                                          size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_offload_read_output_encode(const wyre_fscc_offload_read_output *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_offload_read_output_visit(const wyre_fscc_offload_read_output *m,
                                                         const wyre_visitor *v);

/* ---- FSCTL_OFFLOAD_WRITE_INPUT: [MS-FSCC] 2.3, code 0x00098268 ------------------------------ */

typedef struct wyre_fscc_offload_write_input {
    uint64_t file_offset;
    uint64_t copy_length;
    uint64_t transfer_offset; /* from the start of what the token stands for */
    uint32_t size;            /* 544 */
    uint32_t flags;           /* 0 */
    uint8_t token[512];       /* wyre_fscc_storage_offload_token */
} wyre_fscc_offload_write_input;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 544
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 544
 * [MS-FSCC] 2.3, code 0x00098268 */
WYRE_API wyre_status wyre_fscc_offload_write_input_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_fscc_offload_write_input *out,
                                                          size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_offload_write_input_encode(const wyre_fscc_offload_write_input *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_offload_write_input_visit(const wyre_fscc_offload_write_input *m,
                                                         const wyre_visitor *v);

/* ---- FSCTL_OFFLOAD_WRITE_OUTPUT: [MS-FSCC] 2.3, code 0x00098268 ----------------------------- */

typedef struct wyre_fscc_offload_write_output {
    uint64_t length_written;
    uint32_t size;  /* 16 */
    uint32_t flags; /* 0 */
} wyre_fscc_offload_write_output;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 16
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16
 * [MS-FSCC] 2.3, code 0x00098268 */
WYRE_API wyre_status wyre_fscc_offload_write_output_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_fscc_offload_write_output *out,
                                                           size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_fscc_offload_write_output_encode(const wyre_fscc_offload_write_output *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_offload_write_output_visit(const wyre_fscc_offload_write_output *m,
                                                          const wyre_visitor *v);

/* ---- STORAGE_OFFLOAD_TOKEN: [MS-FSCC] 2.3, code 0x00094264 ---------------------------------- */

/* Its integers are big-endian. */

typedef struct wyre_fscc_storage_offload_token {
    uint32_t token_type;      /* 0xffff0001: zero data */
    uint16_t reserved;        /* 0 */
    uint16_t token_id_length; /* 504 */
    uint8_t token_id[504];
} wyre_fscc_storage_offload_token;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 512
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 512
 * [MS-FSCC] 2.3, code 0x00094264 */
WYRE_API wyre_status wyre_fscc_storage_offload_token_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_fscc_storage_offload_token *out,
                                                            size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status
wyre_fscc_storage_offload_token_encode(const wyre_fscc_storage_offload_token *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_storage_offload_token_visit(const wyre_fscc_storage_offload_token *m,
                                                           const wyre_visitor *v);

/* ---- REPARSE_DATA_BUFFER: [MS-FSCC] 2.1.2.2 ------------------------------------------------- */

/* A reparse point of a tag of Microsoft's, with bit 31: request of FSCTL_SET_REPARSE_POINT and
 * FSCTL_DELETE_REPARSE_POINT, reply of FSCTL_GET_REPARSE_POINT. */

typedef struct wyre_fscc_reparse_data_buffer {
    wyre_span reparse_data;
    uint32_t reparse_tag; /* 0xa000000c a symbolic link, 0xa0000003 a mount point */
    uint16_t reserved;    /* 0 */
    uint8_t unused[2];    /* 0 */
} wyre_fscc_reparse_data_buffer;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8, or reparse_data ends past in_len
 *   WYRE_E_VALUE   ReparseTag lacks bit 31
 * [MS-FSCC] 2.1.2.2 */
WYRE_API wyre_status wyre_fscc_reparse_data_buffer_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_fscc_reparse_data_buffer *out,
                                                          size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count, or a tag
 * without bit 31. */
WYRE_API wyre_status wyre_fscc_reparse_data_buffer_encode(const wyre_fscc_reparse_data_buffer *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_reparse_data_buffer_visit(const wyre_fscc_reparse_data_buffer *m,
                                                         const wyre_visitor *v);

/* ---- REPARSE_GUID_DATA_BUFFER: [MS-FSCC] 2.1.2.3 -------------------------------------------- */

/* As above, of a tag without bit 31: those of other makers than Microsoft, whom the GUID tells
 * apart. ReparseDataLength does not count the GUID. */

typedef struct wyre_fscc_reparse_guid_data_buffer {
    wyre_span reparse_data;
    uint32_t reparse_tag;
    uint16_t reserved;        /* 0 */
    uint8_t reparse_guid[16]; /* GUID */
    uint8_t unused[2];        /* 0 */
} wyre_fscc_reparse_guid_data_buffer;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 24, or reparse_data ends past in_len
 *   WYRE_E_VALUE   ReparseTag has bit 31
 * [MS-FSCC] 2.1.2.3 */
WYRE_API wyre_status
wyre_fscc_reparse_guid_data_buffer_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_fscc_reparse_guid_data_buffer *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count, or a tag with bit 31. */
WYRE_API wyre_status wyre_fscc_reparse_guid_data_buffer_encode(
    const wyre_fscc_reparse_guid_data_buffer *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_reparse_guid_data_buffer_visit(
    const wyre_fscc_reparse_guid_data_buffer *m, const wyre_visitor *v);

/* ---- Symbolic links and mount points: [MS-FSCC] 2.1.2.4, 2.1.2.5 ----------------------------------------- */

typedef struct wyre_fscc_symbolic_link_reparse_data_buffer {
    wyre_span substitute_name; /* UTF-16, a part of path_buffer */
    wyre_span print_name;      /* UTF-16, a part of path_buffer */
    wyre_span path_buffer;     /* both names, in any order, and what stands between them */
    uint32_t reparse_tag;      /* 0xa000000c */
    uint32_t flags;            /* 1: substitute_name is relative to the link */
    uint16_t reserved;         /* 0 */
    uint8_t unused[2];         /* 0 */
} wyre_fscc_symbolic_link_reparse_data_buffer;

/* Decodes a reparse point that is a symbolic link.
 *   in     in_len bytes from its ReparseTag on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where ReparseDataLength ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 20, or ReparseDataLength is less than 12 or goes past in_len
 *   WYRE_E_VALUE   ReparseTag is another one
 *   WYRE_E_OFFSET  a name goes past the path buffer
 * [MS-FSCC] 2.1.2.4 */
WYRE_API wyre_status wyre_fscc_symbolic_link_reparse_data_buffer_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_fscc_symbolic_link_reparse_data_buffer *out, size_t *n);
/* Encodes it; its spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: another tag, a name that is no part of path_buffer, or more than 65535
 * bytes. */
WYRE_API wyre_status wyre_fscc_symbolic_link_reparse_data_buffer_encode(
    const wyre_fscc_symbolic_link_reparse_data_buffer *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_symbolic_link_reparse_data_buffer_visit(
    const wyre_fscc_symbolic_link_reparse_data_buffer *m, const wyre_visitor *v);

typedef struct wyre_fscc_mount_point_reparse_data_buffer {
    wyre_span substitute_name; /* UTF-16, a part of path_buffer */
    wyre_span print_name;      /* UTF-16, a part of path_buffer */
    wyre_span path_buffer;     /* both names, each with a NUL behind it */
    uint32_t reparse_tag;      /* 0xa0000003 */
    uint16_t reserved;         /* 0 */
    uint8_t unused[2];         /* 0 */
} wyre_fscc_mount_point_reparse_data_buffer;

/* Decodes a reparse point that is a mount point (a junction).
 *   in     in_len bytes from its ReparseTag on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where ReparseDataLength ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16, or ReparseDataLength is less than 8 or goes past in_len
 *   WYRE_E_VALUE   ReparseTag is another one
 *   WYRE_E_OFFSET  a name goes past the path buffer
 * [MS-FSCC] 2.1.2.5 */
WYRE_API wyre_status wyre_fscc_mount_point_reparse_data_buffer_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_fscc_mount_point_reparse_data_buffer *out, size_t *n);
/* Encodes it; its spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: another tag, a name that is no part of path_buffer, or more than 65535
 * bytes. */
WYRE_API wyre_status wyre_fscc_mount_point_reparse_data_buffer_encode(
    const wyre_fscc_mount_point_reparse_data_buffer *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_fscc_mount_point_reparse_data_buffer_visit(
    const wyre_fscc_mount_point_reparse_data_buffer *m, const wyre_visitor *v);

/* ---- Any control code to a visitor ----------------------------------------------------------------------- */

/* Tells `v` the input or output of a control code: its fields, and what it has many of as parts "chunk",
 * "range", "entry" or "referral"; a symbolic link and a mount point as a part within their reparse point.
 * Codes whose payload is bytes of another protocol are told as one span, "data": PIPE_TRANSCEIVE.
 *   is_response  0: the input of a request; else the output of a response
 *   in           in_len bytes; NULL only when in_len is 0
 *   n            OK: where the last part ends; else the offset at fault
 * WYRE_OK; WYRE_E_UNSUPPORTED: a code that is not known, or has no payload this way; or what the decoder
 * of the payload says. */
WYRE_API wyre_status wyre_fscc_fsctl_visit(uint32_t code, int is_response, const uint8_t *in,
                                           size_t in_len, const wyre_visitor *v, size_t *n);

#ifdef __cplusplus
}
#endif
#endif

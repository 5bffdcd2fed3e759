/* wyre/smb1_subcommand.h: subcommands of TRANSACTION and functions of NT_TRANSACT, [MS-CIFS] 2.2.5, 2.2.7. */
#ifndef WYRE_SMB1_SUBCOMMAND_H
#define WYRE_SMB1_SUBCOMMAND_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Subcommands of TRANSACTION: [MS-CIFS] 2.2.5 -------------------------------------------- */

/* What the setup words, parameters and data of an envelope hold, each a unit of its own. A response
 * does not say what it answers: the caller has to know the request. */

enum { /* subcommand, where the name is \PIPE\... */
       WYRE_SMB1_TRANS_SET_NMPIPE_STATE = 0x0001,
       WYRE_SMB1_TRANS_RAW_READ_NMPIPE = 0x0011,
       WYRE_SMB1_TRANS_QUERY_NMPIPE_STATE = 0x0021,
       WYRE_SMB1_TRANS_QUERY_NMPIPE_INFO = 0x0022,
       WYRE_SMB1_TRANS_PEEK_NMPIPE = 0x0023,
       WYRE_SMB1_TRANS_TRANSACT_NMPIPE = 0x0026,
       WYRE_SMB1_TRANS_RAW_WRITE_NMPIPE = 0x0031,
       WYRE_SMB1_TRANS_READ_NMPIPE = 0x0036,
       WYRE_SMB1_TRANS_WRITE_NMPIPE = 0x0037,
       WYRE_SMB1_TRANS_WAIT_NMPIPE = 0x0053,
       WYRE_SMB1_TRANS_CALL_NMPIPE = 0x0054
};

/* The name of a subcommand without its prefix, "SET_NMPIPE_STATE"; "?" for any other number. */
WYRE_API const char *wyre_smb1_trans_name(uint16_t subcommand);

enum {
    WYRE_SMB1_TRANS_MAILSLOT_WRITE = 0x0001
}; /* subcommand, where the name is \\MAILSLOT\\... */

typedef struct wyre_smb1_trans_pipe_setup {
    uint16_t subcommand; /* WYRE_SMB1_TRANS_SET_NMPIPE_STATE ... */
    uint16_t fid;        /* with WAIT_NMPIPE and CALL_NMPIPE the priority */
} wyre_smb1_trans_pipe_setup;

/* Decodes the setup words of a TRANSACTION on a named pipe.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-CIFS] 2.2.5.1 to 2.2.5.11 */
WYRE_API wyre_status wyre_smb1_trans_pipe_setup_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_smb1_trans_pipe_setup *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans_pipe_setup_encode(const wyre_smb1_trans_pipe_setup *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans_pipe_setup_visit(const wyre_smb1_trans_pipe_setup *m,
                                                      const wyre_visitor *v);

typedef struct wyre_smb1_trans_mailslot_setup {
    uint16_t mailslot_opcode; /* WYRE_SMB1_TRANS_MAILSLOT_WRITE */
    uint16_t priority;
    uint16_t class_of_service;
} wyre_smb1_trans_mailslot_setup;

/* Decodes the setup words of a TRANSACTION on a mailslot.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 6
 * [MS-CIFS] 2.2.5.12 */
WYRE_API wyre_status wyre_smb1_trans_mailslot_setup_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_smb1_trans_mailslot_setup *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans_mailslot_setup_encode(const wyre_smb1_trans_mailslot_setup *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans_mailslot_setup_visit(const wyre_smb1_trans_mailslot_setup *m,
                                                          const wyre_visitor *v);

/* ---- Functions of NT_TRANSACT: [MS-CIFS] 2.2.7 ---------------------------------------------- */

typedef struct wyre_smb1_nt_transact_ioctl_setup {
    uint32_t function_code;
    uint16_t fid;
    uint8_t is_fctl;
    uint8_t is_flags;
} wyre_smb1_nt_transact_ioctl_setup;

/* Decodes the setup words of IOCTL.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-CIFS] 2.2.7.2.1 */
WYRE_API wyre_status
wyre_smb1_nt_transact_ioctl_setup_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb1_nt_transact_ioctl_setup *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_nt_transact_ioctl_setup_encode(
    const wyre_smb1_nt_transact_ioctl_setup *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_ioctl_setup_visit(
    const wyre_smb1_nt_transact_ioctl_setup *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_transact_notify_change_setup {
    uint32_t completion_filter;
    uint16_t fid;
    uint8_t watch_tree;
    uint8_t reserved;
} wyre_smb1_nt_transact_notify_change_setup;

/* Decodes the setup words of NOTIFY_CHANGE; the response has its records in the parameters.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-CIFS] 2.2.7.4.1 */
WYRE_API wyre_status wyre_smb1_nt_transact_notify_change_setup_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb1_nt_transact_notify_change_setup *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_nt_transact_notify_change_setup_encode(
    const wyre_smb1_nt_transact_notify_change_setup *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_notify_change_setup_visit(
    const wyre_smb1_nt_transact_notify_change_setup *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_transact_rename_parameters {
    wyre_span new_name;
    uint16_t fid;
    uint16_t flags;
    uint8_t unicode;   /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_nt_transact_rename_parameters;

/* Decodes the parameters of RENAME.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4; new_name is not there
 * [MS-CIFS] 2.2.7.5.1 */
WYRE_API wyre_status wyre_smb1_nt_transact_rename_parameters_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_smb1_nt_transact_rename_parameters *out,
    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside new_name */
WYRE_API wyre_status wyre_smb1_nt_transact_rename_parameters_encode(
    const wyre_smb1_nt_transact_rename_parameters *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_rename_parameters_visit(
    const wyre_smb1_nt_transact_rename_parameters *m, const wyre_visitor *v);

/* QUERY_SECURITY_DESC and SET_SECURITY_DESC. */
typedef struct wyre_smb1_nt_transact_security_desc_parameters {
    uint32_t security_information;
    uint16_t fid;
    uint16_t reserved;
} wyre_smb1_nt_transact_security_desc_parameters;

/* Decodes the parameters of QUERY_SECURITY_DESC or SET_SECURITY_DESC.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-CIFS] 2.2.7.3.1, 2.2.7.6.1 */
WYRE_API wyre_status wyre_smb1_nt_transact_security_desc_parameters_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb1_nt_transact_security_desc_parameters *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_nt_transact_security_desc_parameters_encode(
    const wyre_smb1_nt_transact_security_desc_parameters *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_security_desc_parameters_visit(
    const wyre_smb1_nt_transact_security_desc_parameters *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_transact_security_desc_response {
    uint32_t length_needed;
} wyre_smb1_nt_transact_security_desc_response;

/* Decodes the parameters of the response to QUERY_SECURITY_DESC; the descriptor is in the data.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-CIFS] 2.2.7.6.2 */
WYRE_API wyre_status wyre_smb1_nt_transact_security_desc_response_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb1_nt_transact_security_desc_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_nt_transact_security_desc_response_encode(
    const wyre_smb1_nt_transact_security_desc_response *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_security_desc_response_visit(
    const wyre_smb1_nt_transact_security_desc_response *m, const wyre_visitor *v);

/* ---- More of named pipes: [MS-CIFS] 2.2.5 --------------------------------------------------- */

typedef struct wyre_smb1_trans_pipe_state {
    uint16_t nmpipe_status; /* as in wyre_smb1_open_andx_response */
} wyre_smb1_trans_pipe_state;

/* Decodes the parameters of SET_NMPIPE_STATE, or of the response to QUERY_NMPIPE_STATE.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 * [MS-CIFS] 2.2.5.1.1, 2.2.5.3.2 */
WYRE_API wyre_status wyre_smb1_trans_pipe_state_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_smb1_trans_pipe_state *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans_pipe_state_encode(const wyre_smb1_trans_pipe_state *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans_pipe_state_visit(const wyre_smb1_trans_pipe_state *m,
                                                      const wyre_visitor *v);

typedef struct wyre_smb1_trans_pipe_info_request {
    uint16_t level; /* 1 */
} wyre_smb1_trans_pipe_info_request;

/* Decodes the parameters of QUERY_NMPIPE_INFO.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 * [MS-CIFS] 2.2.5.4.1 */
WYRE_API wyre_status
wyre_smb1_trans_pipe_info_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb1_trans_pipe_info_request *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans_pipe_info_request_encode(
    const wyre_smb1_trans_pipe_info_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans_pipe_info_request_visit(
    const wyre_smb1_trans_pipe_info_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans_pipe_info {
    wyre_span pipe_name; /* optional */
    uint16_t output_buffer_size;
    uint16_t input_buffer_size;
    uint8_t maximum_instances;
    uint8_t current_instances;
    uint8_t pipe_name_length; /* of pipe_name, its NUL included */
    uint8_t unicode;          /* 1: strings are UTF-16LE, 0: OEM */
} wyre_smb1_trans_pipe_info;

/* Decodes the data of the response to QUERY_NMPIPE_INFO.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 7
 * [MS-CIFS] 2.2.5.4.2 */
WYRE_API wyre_status wyre_smb1_trans_pipe_info_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_smb1_trans_pipe_info *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    a span is not inside src
 *   WYRE_E_RANGE  a NUL inside pipe_name */
WYRE_API wyre_status wyre_smb1_trans_pipe_info_encode(const wyre_smb1_trans_pipe_info *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans_pipe_info_visit(const wyre_smb1_trans_pipe_info *m,
                                                     const wyre_visitor *v);

typedef struct wyre_smb1_trans_pipe_peek_response {
    uint16_t read_data_available;
    uint16_t message_bytes_length;
    uint16_t named_pipe_state; /* 1: disconnected, 2: listening, 3: connected, 4: closing */
} wyre_smb1_trans_pipe_peek_response;

/* Decodes the parameters of the response to PEEK_NMPIPE.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 6
 * [MS-CIFS] 2.2.5.5.2 */
WYRE_API wyre_status
wyre_smb1_trans_pipe_peek_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_smb1_trans_pipe_peek_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans_pipe_peek_response_encode(
    const wyre_smb1_trans_pipe_peek_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans_pipe_peek_response_visit(
    const wyre_smb1_trans_pipe_peek_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_trans_pipe_write_response {
    uint16_t bytes_written;
} wyre_smb1_trans_pipe_write_response;

/* Decodes the parameters of the response to WRITE_NMPIPE or RAW_WRITE_NMPIPE.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 * [MS-CIFS] 2.2.5.2.2, 2.2.5.9.2 */
WYRE_API wyre_status
wyre_smb1_trans_pipe_write_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_smb1_trans_pipe_write_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_trans_pipe_write_response_encode(
    const wyre_smb1_trans_pipe_write_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_trans_pipe_write_response_visit(
    const wyre_smb1_trans_pipe_write_response *m, const wyre_visitor *v);

/* ---- CREATE by NT_TRANSACT: [MS-CIFS] 2.2.7.1, [MS-SMB] 2.2.7.1 ----------------------------- */

/* Fields as in wyre_smb1_nt_create_andx_request. */
typedef struct wyre_smb1_nt_transact_create_parameters {
    uint64_t allocation_size;
    wyre_span name; /* some senders count its NUL too */
    uint32_t flags;
    uint32_t root_directory_fid;
    uint32_t desired_access;
    uint32_t ext_file_attributes;
    uint32_t share_access;
    uint32_t create_disposition;
    uint32_t create_options;
    uint32_t security_descriptor_length; /* of the data, which begin with it */
    uint32_t ea_length; /* of the rest of the data: a list of wyre_fscc_file_full_ea_information */
    uint32_t impersonation_level;
    uint8_t security_flags;
    uint8_t unicode;   /* 1: strings are UTF-16LE, 0: OEM */
    uint8_t unused[6]; /* 0 */
} wyre_smb1_nt_transact_create_parameters;

/* Decodes the parameters of CREATE.
 * Its flags: bit WYRE_SMB1_FLAGS2_UNICODE as in the header.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 53; name goes past in_len
 * [MS-CIFS] 2.2.7.1.1 */
WYRE_API wyre_status wyre_smb1_nt_transact_create_parameters_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_smb1_nt_transact_create_parameters *out,
    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  a span is not inside src */
WYRE_API wyre_status wyre_smb1_nt_transact_create_parameters_encode(
    const wyre_smb1_nt_transact_create_parameters *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_create_parameters_visit(
    const wyre_smb1_nt_transact_create_parameters *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_transact_create_response {
    uint64_t creation_time;
    uint64_t last_access_time;
    uint64_t last_write_time;
    uint64_t last_change_time;
    uint64_t allocation_size;
    uint64_t end_of_file;
    uint64_t file_id; /* from here on only where response_type is 1 */
    uint32_t maximal_access_rights;
    uint32_t guest_maximal_access_rights;
    uint32_t create_action;
    uint32_t ea_error_offset;
    uint32_t ext_file_attributes;
    uint16_t fid;
    uint16_t resource_type;
    uint16_t nmpipe_status;
    uint8_t volume_guid[16];
    uint8_t oplock_level;
    uint8_t response_type; /* 1: extended */
    uint8_t directory;
    uint8_t unused[3]; /* 0 */
} wyre_smb1_nt_transact_create_response;

/* Decodes the parameters of the response to CREATE.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 69; response_type is 1 and in_len less than 101
 * [MS-CIFS] 2.2.7.1.2, [MS-SMB] 2.2.7.1.2 */
WYRE_API wyre_status
wyre_smb1_nt_transact_create_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_smb1_nt_transact_create_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_nt_transact_create_response_encode(
    const wyre_smb1_nt_transact_create_response *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_create_response_visit(
    const wyre_smb1_nt_transact_create_response *m, const wyre_visitor *v);

/* ---- Quotas by NT_TRANSACT: [MS-SMB] 2.2.7.5, 2.2.7.6 --------------------------------------- */

typedef struct wyre_smb1_nt_transact_query_quota_parameters {
    uint32_t sid_list_length; /* of the data, a list of wyre_fscc_file_get_quota_information */
    uint32_t start_sid_length;
    uint32_t start_sid_offset;
    uint16_t fid;
    uint8_t return_single_entry;
    uint8_t restart_scan;
} wyre_smb1_nt_transact_query_quota_parameters;

/* Decodes the parameters of GET_USER_QUOTA.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 16
 * [MS-SMB] 2.2.7.5.1 */
WYRE_API wyre_status wyre_smb1_nt_transact_query_quota_parameters_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb1_nt_transact_query_quota_parameters *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_nt_transact_query_quota_parameters_encode(
    const wyre_smb1_nt_transact_query_quota_parameters *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_query_quota_parameters_visit(
    const wyre_smb1_nt_transact_query_quota_parameters *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_transact_query_quota_response {
    uint32_t data_length; /* of the data, a list of wyre_fscc_file_quota_information */
} wyre_smb1_nt_transact_query_quota_response;

/* Decodes the parameters of the response to GET_USER_QUOTA.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 4
 * [MS-SMB] 2.2.7.5.2 */
WYRE_API wyre_status wyre_smb1_nt_transact_query_quota_response_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb1_nt_transact_query_quota_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_nt_transact_query_quota_response_encode(
    const wyre_smb1_nt_transact_query_quota_response *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_query_quota_response_visit(
    const wyre_smb1_nt_transact_query_quota_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_transact_set_quota_parameters {
    uint16_t fid;
} wyre_smb1_nt_transact_set_quota_parameters;

/* Decodes the parameters of SET_USER_QUOTA.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 2
 * [MS-SMB] 2.2.7.6.1 */
WYRE_API wyre_status wyre_smb1_nt_transact_set_quota_parameters_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb1_nt_transact_set_quota_parameters *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_nt_transact_set_quota_parameters_encode(
    const wyre_smb1_nt_transact_set_quota_parameters *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_transact_set_quota_parameters_visit(
    const wyre_smb1_nt_transact_set_quota_parameters *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

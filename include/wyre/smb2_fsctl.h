/* wyre/smb2_fsctl.h: payloads of the control codes that [MS-SMB2] 2.2.31 and 2.2.32 define. */
#ifndef WYRE_SMB2_FSCTL_H
#define WYRE_SMB2_FSCTL_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- SRV_REQUEST_RESUME_KEY response: [MS-SMB2] 2.2.32.3 ------------------------------------ */

typedef struct wyre_smb2_srv_request_resume_key_response {
    wyre_span context;      /* empty */
    wyre_span reserved;     /* 4 bytes that servers send all the same */
    uint8_t resume_key[24]; /* names the open as the source of a copy */
} wyre_smb2_srv_request_resume_key_response;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK in_len: the last part reaches to the end
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 28, or context ends past in_len
 * [MS-SMB2] 2.2.32.3 */
WYRE_API wyre_status wyre_smb2_srv_request_resume_key_response_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb2_srv_request_resume_key_response *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_smb2_srv_request_resume_key_response_encode(
    const wyre_smb2_srv_request_resume_key_response *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_srv_request_resume_key_response_visit(
    const wyre_smb2_srv_request_resume_key_response *m, const wyre_visitor *v);

/* ---- SRV_SNAPSHOT_ARRAY: [MS-SMB2] 2.2.32.2 ------------------------------------------------- */

typedef struct wyre_smb2_srv_snapshot_array {
    wyre_span snap_shots; /* "@GMT-YYYY.MM.DD-HH.MM.SS", a NUL behind each and one behind all */
    uint32_t number_of_snap_shots;          /* that there are */
    uint32_t number_of_snap_shots_returned; /* 0 where they had no room */
    uint32_t snap_shot_array_size;          /* bytes that they need */
} wyre_smb2_srv_snapshot_array;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK in_len: the last part reaches to the end
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12
 * [MS-SMB2] 2.2.32.2 */
WYRE_API wyre_status wyre_smb2_srv_snapshot_array_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_smb2_srv_snapshot_array *out,
                                                         size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src. */
WYRE_API wyre_status wyre_smb2_srv_snapshot_array_encode(const wyre_smb2_srv_snapshot_array *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_srv_snapshot_array_visit(const wyre_smb2_srv_snapshot_array *m,
                                                        const wyre_visitor *v);

/* ---- SRV_COPYCHUNK_COPY: [MS-SMB2] 2.2.31.1 ------------------------------------------------- */

/* Input of FSCTL_SRV_COPYCHUNK and FSCTL_SRV_COPYCHUNK_WRITE. */

typedef struct wyre_smb2_srv_copychunk_copy {
    wyre_span chunks;       /* 24 bytes each, wyre_smb2_srv_copychunk */
    uint32_t reserved;      /* 0 */
    uint8_t source_key[24]; /* a resume_key */
} wyre_smb2_srv_copychunk_copy;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 32, or chunks ends past in_len
 * [MS-SMB2] 2.2.31.1 */
WYRE_API wyre_status wyre_smb2_srv_copychunk_copy_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_smb2_srv_copychunk_copy *out,
                                                         size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_smb2_srv_copychunk_copy_encode(const wyre_smb2_srv_copychunk_copy *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_srv_copychunk_copy_visit(const wyre_smb2_srv_copychunk_copy *m,
                                                        const wyre_visitor *v);

/* ---- SRV_COPYCHUNK: [MS-SMB2] 2.2.31.1.1 ---------------------------------------------------- */

typedef struct wyre_smb2_srv_copychunk {
    uint64_t source_offset;
    uint64_t target_offset;
    uint32_t length;
    uint32_t reserved; /* 0 */
} wyre_smb2_srv_copychunk;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 24
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 24
 * [MS-SMB2] 2.2.31.1.1 */
WYRE_API wyre_status wyre_smb2_srv_copychunk_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb2_srv_copychunk *out,
                                                    size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_smb2_srv_copychunk_encode(const wyre_smb2_srv_copychunk *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_srv_copychunk_visit(const wyre_smb2_srv_copychunk *m,
                                                   const wyre_visitor *v);

/* ---- SRV_COPYCHUNK_RESPONSE: [MS-SMB2] 2.2.32.1 --------------------------------------------- */

typedef struct wyre_smb2_srv_copychunk_response {
    uint32_t chunks_written;      /* with STATUS_INVALID_PARAMETER the most chunks */
    uint32_t chunk_bytes_written; /* ... the most bytes of a chunk */
    uint32_t total_bytes_written; /* ... the most bytes of all */
} wyre_smb2_srv_copychunk_response;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 12
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 12
 * [MS-SMB2] 2.2.32.1 */
WYRE_API wyre_status wyre_smb2_srv_copychunk_response_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_smb2_srv_copychunk_response *out,
                                                             size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_smb2_srv_copychunk_response_encode(
    const wyre_smb2_srv_copychunk_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_srv_copychunk_response_visit(
    const wyre_smb2_srv_copychunk_response *m, const wyre_visitor *v);

/* ---- SRV_READ_HASH request: [MS-SMB2] 2.2.31.2 ---------------------------------------------- */

typedef struct wyre_smb2_srv_read_hash_request {
    uint64_t offset;
    uint32_t hash_type;           /* 1 PeerDist */
    uint32_t hash_version;        /* 1 or 2 */
    uint32_t hash_retrieval_type; /* 1 hash based, 2 file based */
    uint32_t length;
} wyre_smb2_srv_read_hash_request;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 24
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 24
 * [MS-SMB2] 2.2.31.2 */
WYRE_API wyre_status wyre_smb2_srv_read_hash_request_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_smb2_srv_read_hash_request *out,
                                                            size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status
wyre_smb2_srv_read_hash_request_encode(const wyre_smb2_srv_read_hash_request *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_srv_read_hash_request_visit(const wyre_smb2_srv_read_hash_request *m,
                                                           const wyre_visitor *v);

/* ---- NETWORK_RESILIENCY_REQUEST: [MS-SMB2] 2.2.31.3 ----------------------------------------- */

typedef struct wyre_smb2_network_resiliency_request {
    uint32_t timeout;  /* ms */
    uint32_t reserved; /* 0 */
} wyre_smb2_network_resiliency_request;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 8
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 8
 * [MS-SMB2] 2.2.31.3 */
WYRE_API wyre_status
wyre_smb2_network_resiliency_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_smb2_network_resiliency_request *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_smb2_network_resiliency_request_encode(
    const wyre_smb2_network_resiliency_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_network_resiliency_request_visit(
    const wyre_smb2_network_resiliency_request *m, const wyre_visitor *v);

/* ---- VALIDATE_NEGOTIATE_INFO request: [MS-SMB2] 2.2.31.4 ------------------------------------ */

typedef struct wyre_smb2_validate_negotiate_info_request {
    wyre_span dialects;
    uint32_t capabilities; /* as in NEGOTIATE, like the other fields */
    uint16_t security_mode;
    uint8_t guid[16];
    uint8_t unused[2]; /* 0 */
} wyre_smb2_validate_negotiate_info_request;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; spans count from `in`
 *   n      on OK where its last part ends
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 24, or dialects ends past in_len
 * [MS-SMB2] 2.2.31.4 */
WYRE_API wyre_status wyre_smb2_validate_negotiate_info_request_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb2_validate_negotiate_info_request *out, size_t *n);
/* Encodes it. Spans count from src. WYRE_OK; WYRE_E_SPACE: cap is less than *n; WYRE_E_ARG: a span
 * outside src; WYRE_E_RANGE: a span that its length field cannot count. */
WYRE_API wyre_status wyre_smb2_validate_negotiate_info_request_encode(
    const wyre_smb2_validate_negotiate_info_request *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_validate_negotiate_info_request_visit(
    const wyre_smb2_validate_negotiate_info_request *m, const wyre_visitor *v);

/* ---- VALIDATE_NEGOTIATE_INFO response: [MS-SMB2] 2.2.32.6 ----------------------------------- */

typedef struct wyre_smb2_validate_negotiate_info_response {
    uint32_t capabilities; /* as in NEGOTIATE, like the other fields */
    uint16_t security_mode;
    uint16_t dialect;
    uint8_t guid[16];
} wyre_smb2_validate_negotiate_info_response;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 24
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 24
 * [MS-SMB2] 2.2.32.6 */
WYRE_API wyre_status wyre_smb2_validate_negotiate_info_response_decode(
    const uint8_t *in, size_t in_len, uint32_t flags,
    wyre_smb2_validate_negotiate_info_response *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_smb2_validate_negotiate_info_response_encode(
    const wyre_smb2_validate_negotiate_info_response *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_validate_negotiate_info_response_visit(
    const wyre_smb2_validate_negotiate_info_response *m, const wyre_visitor *v);

/* ---- NETWORK_INTERFACE_INFO: [MS-SMB2] 2.2.32.5 --------------------------------------------- */

/* One entry of a list for wyre_fscc_entry_next, entries at multiples of 8. */

typedef struct wyre_smb2_network_interface_info {
    uint64_t link_speed; /* bits per second */
    uint32_t next;       /* to the next entry; 0: the last */
    uint32_t if_index;
    uint32_t capability;    /* 1 RSS, 2 RDMA */
    uint32_t reserved;      /* 0 */
    uint16_t family;        /* 2: sock_addr is wyre_smb2_sockaddr_in; 23: wyre_smb2_sockaddr_in6 */
    uint8_t sock_addr[126]; /* behind Family */
} wyre_smb2_network_interface_info;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 152
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 152
 * [MS-SMB2] 2.2.32.5 */
WYRE_API wyre_status wyre_smb2_network_interface_info_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_smb2_network_interface_info *out,
                                                             size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_smb2_network_interface_info_encode(
    const wyre_smb2_network_interface_info *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_network_interface_info_visit(
    const wyre_smb2_network_interface_info *m, const wyre_visitor *v);

/* ---- SOCKADDR_IN: [MS-SMB2] 2.2.32.5.1.1 ---------------------------------------------------- */

/* What stands behind Family 2 in sock_addr. */

typedef struct wyre_smb2_sockaddr_in {
    uint16_t port; /* 0 */
    uint8_t ipv4_address[4];
    uint8_t reserved[8]; /* 0 */
} wyre_smb2_sockaddr_in;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 14
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 14
 * [MS-SMB2] 2.2.32.5.1.1 */
WYRE_API wyre_status wyre_smb2_sockaddr_in_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                  wyre_smb2_sockaddr_in *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_smb2_sockaddr_in_encode(const wyre_smb2_sockaddr_in *m,
                                                  const uint8_t *src, size_t src_len, uint8_t *out,
                                                  size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_sockaddr_in_visit(const wyre_smb2_sockaddr_in *m,
                                                 const wyre_visitor *v);

/* ---- SOCKADDR_IN6: [MS-SMB2] 2.2.32.5.1.2 --------------------------------------------------- */

/* What stands behind Family 23 in sock_addr. */

typedef struct wyre_smb2_sockaddr_in6 {
    uint32_t flow_info; /* 0 */
    uint32_t scope_id;  /* 0 */
    uint16_t port;      /* 0 */
    uint8_t ipv6_address[16];
    uint8_t unused[2]; /* 0 */
} wyre_smb2_sockaddr_in6;

/* Decodes it.
 *   in     in_len bytes from its first one on; NULL only when in_len is 0
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else
 *   n      on OK 26
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 26
 * [MS-SMB2] 2.2.32.5.1.2 */
WYRE_API wyre_status wyre_smb2_sockaddr_in6_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_smb2_sockaddr_in6 *out, size_t *n);
/* Encodes it. src is not used: there is no span. WYRE_OK, or WYRE_E_SPACE: cap is less than *n. */
WYRE_API wyre_status wyre_smb2_sockaddr_in6_encode(const wyre_smb2_sockaddr_in6 *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);
/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_sockaddr_in6_visit(const wyre_smb2_sockaddr_in6 *m,
                                                  const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

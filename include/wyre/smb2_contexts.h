/* wyre/smb2_contexts.h: the lists inside SMB2 messages, and what their entries hold: negotiate contexts,
 * create contexts and error contexts, [MS-SMB2] 2.2. */
#ifndef WYRE_SMB2_CONTEXTS_H
#define WYRE_SMB2_CONTEXTS_H
#include <wyre/core.h>
#include <wyre/smb2_names.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Negotiate contexts: [MS-SMB2] 2.2.3.1, 2.2.4.1 ---------------------------------------------- */

/* context_type */
enum {
    WYRE_SMB2_PREAUTH_INTEGRITY_CAPABILITIES = 0x0001,
    WYRE_SMB2_ENCRYPTION_CAPABILITIES = 0x0002,
    WYRE_SMB2_COMPRESSION_CAPABILITIES = 0x0003,
    WYRE_SMB2_NETNAME_NEGOTIATE_CONTEXT_ID = 0x0005,
    WYRE_SMB2_TRANSPORT_CAPABILITIES = 0x0006,
    WYRE_SMB2_RDMA_TRANSFORM_CAPABILITIES = 0x0007,
    WYRE_SMB2_SIGNING_CAPABILITIES = 0x0008,
    WYRE_SMB2_POSIX_EXTENSIONS_AVAILABLE =
        0x0100 /* reserved by the specification, used all the same */
};

/* The name of a type without its prefix, "ENCRYPTION_CAPABILITIES"; "?" for any other number. */
WYRE_API const char *wyre_smb2_negotiate_context_name(uint16_t context_type);

/* context_type in the list of a TREE_CONNECT request: [MS-SMB2] 2.2.9.2 */
enum { WYRE_SMB2_REMOTED_IDENTITY_TREE_CONNECT_CONTEXT_ID = 0x0001 };

enum { WYRE_SMB2_NEGOTIATE_CONTEXT_CAP = 16 }; /* the most contexts that are walked or built */

typedef struct wyre_smb2_negotiate_context {
    wyre_span data; /* DataLength bytes: what the type says */
    uint32_t reserved;
    uint16_t context_type; /* WYRE_SMB2_PREAUTH_INTEGRITY_CAPABILITIES ... */
    uint16_t unused;       /* 0 */
} wyre_smb2_negotiate_context;

typedef struct wyre_smb2_negotiate_context_iter {
    wyre_span left;   /* starts as the list of the message: negotiate_contexts */
    uint32_t entries; /* starts as the count of the message: negotiate_context_count */
    uint32_t count;   /* contexts so far; 0 at first */
    uint32_t fault;   /* offset of the byte at fault after a refusal */
} wyre_smb2_negotiate_context_iter;

/* Takes the next context of a NEGOTIATE, or of a TREE_CONNECT request with an extension.
 *   it   where to go on; after a refusal only `fault` has changed
 *   in   the link that `left` counts from, in_len bytes; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its span counts from `in`
 * WYRE_OK; WYRE_END: as many as were announced have come; or
 *   WYRE_E_ARG     it->left reaches past in_len
 *   WYRE_E_OFFSET  the context does not begin at a multiple of 8
 *   WYRE_E_LENGTH  fewer than 8 bytes are left, or DataLength is more than what is left
 *   WYRE_E_LIMIT   more than WYRE_SMB2_NEGOTIATE_CONTEXT_CAP contexts
 * Types that are not known come like any other. [MS-SMB2] 2.2.3.1 */
WYRE_API wyre_status wyre_smb2_negotiate_context_next(wyre_smb2_negotiate_context_iter *it,
                                                      const uint8_t *in, size_t in_len,
                                                      wyre_smb2_negotiate_context *out);

/* Tells `v` the fields of a context, not what it holds. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_negotiate_context_visit(const wyre_smb2_negotiate_context *m,
                                                       const wyre_visitor *v);

typedef struct wyre_smb2_negotiate_context_list {
    wyre_span list;   /* what was built so far, for negotiate_contexts; all zero at first */
    uint32_t entries; /* for negotiate_context_count */
} wyre_smb2_negotiate_context_list;

/* Appends a context to a list: aligned to 8, and without padding behind the last one, which some
 * servers refuse.
 *   w     collects the list; refuses with WYRE_E_ARG a span outside src, with WYRE_E_RANGE data of more
 *         than 65535 bytes, with WYRE_E_LIMIT more than WYRE_SMB2_NEGOTIATE_CONTEXT_CAP contexts
 *   list  its span counts from the start of w's output, which is the `src` of the message's encoder
 *   m     its span counts from `src`, src_len bytes
 * [MS-SMB2] 2.2.3.1 */
WYRE_API void wyre_smb2_negotiate_context_append(wyre_wr *w, wyre_smb2_negotiate_context_list *list,
                                                 const wyre_smb2_negotiate_context *m,
                                                 const uint8_t *src, size_t src_len);

/* ---- What contexts hold ---------------------------------------------------------------------------
 * Each has a struct and three functions. T_decode reads the data of one context:
 *   in     the data alone, in_len bytes; NULL only when in_len is 0. What is behind the last part does
 *          not matter
 *   flags  no leniency is defined: 0
 *   out    filled on OK, zeroed on anything else; its spans count from `in`
 *   n      on OK where the last part ends, on a refusal the offset of the byte at fault
 * T_encode writes it: the spans of m count from `src`, src_len bytes; n is the bytes used on OK, the
 * bytes needed on WYRE_E_SPACE. T_visit tells `v` the fields in wire order, each under its name. */

/* ---- PREAUTH_INTEGRITY_CAPABILITIES: [MS-SMB2] 2.2.3.1.1 ------------------------------------ */

typedef struct wyre_smb2_preauth_integrity_capabilities {
    wyre_span hash_algorithms; /* WYRE_SMB2_PREAUTH_INTEGRITY_... in 16 bits each */
    wyre_span salt;
} wyre_smb2_preauth_integrity_capabilities;

/* Decodes the PREAUTH_INTEGRITY_CAPABILITIES. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 4, or hash_algorithms or salt ends past in_len */
WYRE_API wyre_status wyre_smb2_preauth_integrity_capabilities_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_smb2_preauth_integrity_capabilities *out,
    size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_preauth_integrity_capabilities_encode(
    const wyre_smb2_preauth_integrity_capabilities *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_preauth_integrity_capabilities_visit(
    const wyre_smb2_preauth_integrity_capabilities *m, const wyre_visitor *v);

/* ---- ENCRYPTION_CAPABILITIES: [MS-SMB2] 2.2.3.1.2 ------------------------------------------- */

typedef struct wyre_smb2_encryption_capabilities {
    wyre_span ciphers; /* WYRE_SMB2_ENCRYPTION_... in 16 bits each; of a response one, 0 where
                          none fits */
} wyre_smb2_encryption_capabilities;

/* Decodes the ENCRYPTION_CAPABILITIES. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 2, or ciphers ends past in_len */
WYRE_API wyre_status
wyre_smb2_encryption_capabilities_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb2_encryption_capabilities *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_encryption_capabilities_encode(
    const wyre_smb2_encryption_capabilities *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_encryption_capabilities_visit(
    const wyre_smb2_encryption_capabilities *m, const wyre_visitor *v);

/* ---- COMPRESSION_CAPABILITIES: [MS-SMB2] 2.2.3.1.3 ------------------------------------------ */

typedef struct wyre_smb2_compression_capabilities {
    uint32_t flags;                   /* bits WYRE_SMB2_COMPRESSION_CAPABILITIES_FLAG_CHAINED */
    wyre_span compression_algorithms; /* WYRE_SMB2_COMPRESSION_... in 16 bits each */
    uint16_t padding;
    uint8_t unused[2]; /* 0 */
} wyre_smb2_compression_capabilities;

/* Decodes the COMPRESSION_CAPABILITIES. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 8, or compression_algorithms ends past in_len */
WYRE_API wyre_status
wyre_smb2_compression_capabilities_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_smb2_compression_capabilities *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_compression_capabilities_encode(
    const wyre_smb2_compression_capabilities *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_compression_capabilities_visit(
    const wyre_smb2_compression_capabilities *m, const wyre_visitor *v);

/* ---- NETNAME_NEGOTIATE_CONTEXT_ID: [MS-SMB2] 2.2.3.1.4 -------------------------------------- */

typedef struct wyre_smb2_netname_negotiate_context {
    wyre_span net_name; /* the server as the client calls it, no NUL */
} wyre_smb2_netname_negotiate_context;

/* Decodes the NETNAME_NEGOTIATE_CONTEXT_ID. WYRE_OK, or
 *   WYRE_E_ARG  flags has an undefined bit, or in_len is over 4 GiB - 1 */
WYRE_API wyre_status
wyre_smb2_netname_negotiate_context_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_smb2_netname_negotiate_context *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len */
WYRE_API wyre_status wyre_smb2_netname_negotiate_context_encode(
    const wyre_smb2_netname_negotiate_context *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_netname_negotiate_context_visit(
    const wyre_smb2_netname_negotiate_context *m, const wyre_visitor *v);

/* ---- TRANSPORT_CAPABILITIES: [MS-SMB2] 2.2.3.1.5 -------------------------------------------- */

typedef struct wyre_smb2_transport_capabilities {
    uint32_t flags; /* bits WYRE_SMB2_ACCEPT_TRANSPORT_LEVEL_SECURITY */
} wyre_smb2_transport_capabilities;

/* Decodes the TRANSPORT_CAPABILITIES. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 4 */
WYRE_API wyre_status wyre_smb2_transport_capabilities_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_smb2_transport_capabilities *out,
                                                             size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_transport_capabilities_encode(
    const wyre_smb2_transport_capabilities *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_transport_capabilities_visit(
    const wyre_smb2_transport_capabilities *m, const wyre_visitor *v);

/* ---- RDMA_TRANSFORM_CAPABILITIES: [MS-SMB2] 2.2.3.1.6 --------------------------------------- */

typedef struct wyre_smb2_rdma_transform_capabilities {
    uint32_t reserved2;
    wyre_span rdma_transform_ids; /* WYRE_SMB2_RDMA_TRANSFORM_... in 16 bits each */
    uint16_t reserved1;
    uint8_t unused[2]; /* 0 */
} wyre_smb2_rdma_transform_capabilities;

/* Decodes the RDMA_TRANSFORM_CAPABILITIES. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 8, or rdma_transform_ids ends past in_len */
WYRE_API wyre_status
wyre_smb2_rdma_transform_capabilities_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_smb2_rdma_transform_capabilities *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_rdma_transform_capabilities_encode(
    const wyre_smb2_rdma_transform_capabilities *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_rdma_transform_capabilities_visit(
    const wyre_smb2_rdma_transform_capabilities *m, const wyre_visitor *v);

/* ---- SIGNING_CAPABILITIES: [MS-SMB2] 2.2.3.1.7 ---------------------------------------------- */

typedef struct wyre_smb2_signing_capabilities {
    wyre_span signing_algorithms; /* WYRE_SMB2_SIGNING_... in 16 bits each */
} wyre_smb2_signing_capabilities;

/* Decodes the SIGNING_CAPABILITIES. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 2, or signing_algorithms ends past in_len */
WYRE_API wyre_status wyre_smb2_signing_capabilities_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_smb2_signing_capabilities *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_signing_capabilities_encode(const wyre_smb2_signing_capabilities *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_signing_capabilities_visit(const wyre_smb2_signing_capabilities *m,
                                                          const wyre_visitor *v);

/* ---- POSIX_EXTENSIONS_AVAILABLE: reserved there; used by Samba and ksmbd -------------------- */

typedef struct wyre_smb2_posix_extensions_available {
    uint8_t version[16]; /* 93AD25509CB411E7B42383DE968BCD7C */
} wyre_smb2_posix_extensions_available;

/* Decodes the POSIX_EXTENSIONS_AVAILABLE. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 16 */
WYRE_API wyre_status
wyre_smb2_posix_extensions_available_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_smb2_posix_extensions_available *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_posix_extensions_available_encode(
    const wyre_smb2_posix_extensions_available *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_posix_extensions_available_visit(
    const wyre_smb2_posix_extensions_available *m, const wyre_visitor *v);

/* ---- REMOTED_IDENTITY_TREE_CONNECT: [MS-SMB2] 2.2.9.2.1 ------------------------------------- */

typedef struct wyre_smb2_remoted_identity_tree_connect {
    wyre_span ticket_info; /* the parts */
    uint16_t ticket_type;  /* 1 */
    uint16_t ticket_size;  /* of the whole structure */
    uint16_t user; /* this one and those below: offset of a part from the start of the structure */
    uint16_t user_name;
    uint16_t domain;
    uint16_t groups;
    uint16_t restricted_groups;
    uint16_t privileges;
    uint16_t primary_group;
    uint16_t owner;
    uint16_t default_dacl;
    uint16_t device_groups;
    uint16_t user_claims;
    uint16_t device_claims;
} wyre_smb2_remoted_identity_tree_connect;

/* Decodes the REMOTED_IDENTITY_TREE_CONNECT. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 28 */
WYRE_API wyre_status wyre_smb2_remoted_identity_tree_connect_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_smb2_remoted_identity_tree_connect *out,
    size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len */
WYRE_API wyre_status wyre_smb2_remoted_identity_tree_connect_encode(
    const wyre_smb2_remoted_identity_tree_connect *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_remoted_identity_tree_connect_visit(
    const wyre_smb2_remoted_identity_tree_connect *m, const wyre_visitor *v);

/* ---- Create contexts: [MS-SMB2] 2.2.13.2, 2.2.14.2 ------------------------------------------------ */

/* Kinds, told by the name on the wire. */
enum {
    WYRE_SMB2_CREATE_UNKNOWN = 0,
    WYRE_SMB2_CREATE_EA_BUFFER = 1,                /* "ExtA": a list of FILE_FULL_EA_INFORMATION */
    WYRE_SMB2_CREATE_SD_BUFFER = 2,                /* "SecD": a security descriptor */
    WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST = 3,   /* "DHnQ" */
    WYRE_SMB2_CREATE_DURABLE_HANDLE_RECONNECT = 4, /* "DHnC" */
    WYRE_SMB2_CREATE_ALLOCATION_SIZE = 5,          /* "AlSi" */
    WYRE_SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST = 6, /* "MxAc" */
    WYRE_SMB2_CREATE_TIMEWARP_TOKEN = 7,               /* "TWrp" */
    WYRE_SMB2_CREATE_QUERY_ON_DISK_ID = 8,             /* "QFid" */
    WYRE_SMB2_CREATE_REQUEST_LEASE = 9,              /* "RqLs": version 1 32 bytes, version 2 52 */
    WYRE_SMB2_CREATE_DURABLE_HANDLE_REQUEST_V2 = 10, /* "DH2Q" */
    WYRE_SMB2_CREATE_DURABLE_HANDLE_RECONNECT_V2 = 11, /* "DH2C" */
    WYRE_SMB2_CREATE_APP_INSTANCE_ID = 12,             /* 45BCA66AEFA7F74A9008FA462E144D74 */
    WYRE_SMB2_CREATE_APP_INSTANCE_VERSION = 13,        /* B982D0B73B56074FA07B524A8116A010 */
    WYRE_SMB2_CREATE_SVHDX_OPEN_DEVICE_CONTEXT = 14,   /* 9CCBCF9E04C1E643980E158DA1F6EC83 */
    WYRE_SMB2_CREATE_AAPL = 15,                        /* "AAPL" */
    WYRE_SMB2_CREATE_POSIX = 16                        /* 93AD25509CB411E7B42383DE968BCD7C */
};

/* The name of a kind without its prefix, "REQUEST_LEASE"; "?" for any other number. */
WYRE_API const char *wyre_smb2_create_context_name(uint16_t kind);

enum { WYRE_SMB2_CREATE_CONTEXT_CAP = 32 }; /* the most contexts that are walked or built */

typedef struct wyre_smb2_create_context {
    wyre_span name;
    wyre_span data; /* empty: its offset tells whether DataOffset was 0 */
    uint16_t reserved;
    uint16_t kind; /* WYRE_SMB2_CREATE_...; UNKNOWN where the name is none of these */
} wyre_smb2_create_context;

typedef struct wyre_smb2_create_context_iter {
    wyre_span left; /* starts as the list of the message: create_contexts */
    uint32_t count; /* contexts so far; 0 at first */
    uint32_t fault; /* offset of the byte at fault after a refusal */
} wyre_smb2_create_context_iter;

/* Takes the next context of a CREATE request or response.
 *   it   where to go on; after a refusal only `fault` has changed
 *   in   the link that `left` counts from, in_len bytes; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END: nothing is left; or
 *   WYRE_E_ARG     it->left reaches past in_len
 *   WYRE_E_LENGTH  fewer than 16 bytes are left
 *   WYRE_E_OFFSET  Next is no multiple of 8, or less than 16, or leaves fewer than 16 bytes; name or
 *                  data begins inside the fixed part of 16 bytes or ends past the context
 *   WYRE_E_LIMIT   more than WYRE_SMB2_CREATE_CONTEXT_CAP contexts
 * [MS-SMB2] 2.2.13.2 */
WYRE_API wyre_status wyre_smb2_create_context_next(wyre_smb2_create_context_iter *it,
                                                   const uint8_t *in, size_t in_len,
                                                   wyre_smb2_create_context *out);

/* Tells `v` the fields of a context, not what it holds. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_context_visit(const wyre_smb2_create_context *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb2_create_context_list {
    wyre_span list; /* what was built so far, for create_contexts; all zero at first */
    uint32_t last;  /* where the last context begins */
    uint32_t count; /* contexts so far */
} wyre_smb2_create_context_list;

/* Appends a context to a list: aligned to 8, linked to the one before it, data aligned to 8 behind the
 * name, no padding behind the last one.
 *   w     collects the list; refuses with WYRE_E_ARG a span outside src, with WYRE_E_RANGE a name of
 *         more than 65512 bytes, with WYRE_E_STATE neither name nor kind, with WYRE_E_LIMIT more than
 *         WYRE_SMB2_CREATE_CONTEXT_CAP contexts
 *   list  its span counts from the start of w's output, which is the `src` of the message's encoder
 *   m     its spans count from `src`, src_len bytes. An empty name stands for the one of `kind`; empty
 *         data gets a DataOffset of 0 where its own offset is 0, else one behind the name
 * [MS-SMB2] 2.2.13.2 */
WYRE_API void wyre_smb2_create_context_append(wyre_wr *w, wyre_smb2_create_context_list *list,
                                              const wyre_smb2_create_context *m, const uint8_t *src,
                                              size_t src_len);

/* ---- DURABLE_HANDLE_REQUEST: [MS-SMB2] 2.2.13.2.3 ------------------------------------------- */

typedef struct wyre_smb2_durable_handle_request {
    uint8_t durable_request[16]; /* reserved */
} wyre_smb2_durable_handle_request;

/* Decodes the DURABLE_HANDLE_REQUEST. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 16 */
WYRE_API wyre_status wyre_smb2_durable_handle_request_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_smb2_durable_handle_request *out,
                                                             size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_durable_handle_request_encode(
    const wyre_smb2_durable_handle_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_durable_handle_request_visit(
    const wyre_smb2_durable_handle_request *m, const wyre_visitor *v);

/* ---- DURABLE_HANDLE_RESPONSE: [MS-SMB2] 2.2.14.2.3 ------------------------------------------ */

typedef struct wyre_smb2_durable_handle_response {
    uint8_t reserved[8];
} wyre_smb2_durable_handle_response;

/* Decodes the DURABLE_HANDLE_RESPONSE. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 8 */
WYRE_API wyre_status
wyre_smb2_durable_handle_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb2_durable_handle_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_durable_handle_response_encode(
    const wyre_smb2_durable_handle_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_durable_handle_response_visit(
    const wyre_smb2_durable_handle_response *m, const wyre_visitor *v);

/* ---- DURABLE_HANDLE_RECONNECT: [MS-SMB2] 2.2.13.2.4 ----------------------------------------- */

typedef struct wyre_smb2_durable_handle_reconnect {
    uint8_t file_id[16]; /* FileId: Persistent and Volatile */
} wyre_smb2_durable_handle_reconnect;

/* Decodes the DURABLE_HANDLE_RECONNECT. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 16 */
WYRE_API wyre_status
wyre_smb2_durable_handle_reconnect_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_smb2_durable_handle_reconnect *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_durable_handle_reconnect_encode(
    const wyre_smb2_durable_handle_reconnect *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_durable_handle_reconnect_visit(
    const wyre_smb2_durable_handle_reconnect *m, const wyre_visitor *v);

/* ---- DURABLE_HANDLE_REQUEST_V2: [MS-SMB2] 2.2.13.2.11 --------------------------------------- */

typedef struct wyre_smb2_durable_handle_request_v2 {
    uint32_t timeout; /* in milliseconds */
    uint32_t flags;   /* bits WYRE_SMB2_DHANDLE_FLAG_PERSISTENT */
    uint8_t reserved[8];
    uint8_t create_guid[16];
} wyre_smb2_durable_handle_request_v2;

/* Decodes the DURABLE_HANDLE_REQUEST_V2. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 32 */
WYRE_API wyre_status
wyre_smb2_durable_handle_request_v2_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_smb2_durable_handle_request_v2 *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_durable_handle_request_v2_encode(
    const wyre_smb2_durable_handle_request_v2 *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_durable_handle_request_v2_visit(
    const wyre_smb2_durable_handle_request_v2 *m, const wyre_visitor *v);

/* ---- DURABLE_HANDLE_RESPONSE_V2: [MS-SMB2] 2.2.14.2.12 -------------------------------------- */

typedef struct wyre_smb2_durable_handle_response_v2 {
    uint32_t timeout; /* in milliseconds */
    uint32_t flags;   /* bits WYRE_SMB2_DHANDLE_FLAG_PERSISTENT */
} wyre_smb2_durable_handle_response_v2;

/* Decodes the DURABLE_HANDLE_RESPONSE_V2. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 8 */
WYRE_API wyre_status
wyre_smb2_durable_handle_response_v2_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_smb2_durable_handle_response_v2 *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_durable_handle_response_v2_encode(
    const wyre_smb2_durable_handle_response_v2 *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_durable_handle_response_v2_visit(
    const wyre_smb2_durable_handle_response_v2 *m, const wyre_visitor *v);

/* ---- DURABLE_HANDLE_RECONNECT_V2: [MS-SMB2] 2.2.13.2.12 ------------------------------------- */

typedef struct wyre_smb2_durable_handle_reconnect_v2 {
    uint32_t flags;      /* bits WYRE_SMB2_DHANDLE_FLAG_PERSISTENT */
    uint8_t file_id[16]; /* FileId: Persistent and Volatile */
    uint8_t create_guid[16];
} wyre_smb2_durable_handle_reconnect_v2;

/* Decodes the DURABLE_HANDLE_RECONNECT_V2. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 36 */
WYRE_API wyre_status
wyre_smb2_durable_handle_reconnect_v2_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_smb2_durable_handle_reconnect_v2 *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_durable_handle_reconnect_v2_encode(
    const wyre_smb2_durable_handle_reconnect_v2 *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_durable_handle_reconnect_v2_visit(
    const wyre_smb2_durable_handle_reconnect_v2 *m, const wyre_visitor *v);

/* ---- ALLOCATION_SIZE: [MS-SMB2] 2.2.13.2.6 -------------------------------------------------- */

typedef struct wyre_smb2_create_allocation_size {
    uint64_t allocation_size;
} wyre_smb2_create_allocation_size;

/* Decodes the ALLOCATION_SIZE. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 8 */
WYRE_API wyre_status wyre_smb2_create_allocation_size_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_smb2_create_allocation_size *out,
                                                             size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_allocation_size_encode(
    const wyre_smb2_create_allocation_size *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_allocation_size_visit(
    const wyre_smb2_create_allocation_size *m, const wyre_visitor *v);

/* ---- TIMEWARP_TOKEN: [MS-SMB2] 2.2.13.2.5, 2.2.13.2.7 ---------------------------------------
 * Also the data of a QUERY_MAXIMAL_ACCESS request, where that is not empty. */

typedef struct wyre_smb2_create_timestamp {
    uint64_t timestamp;
} wyre_smb2_create_timestamp;

/* Decodes the TIMEWARP_TOKEN. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 8 */
WYRE_API wyre_status wyre_smb2_create_timestamp_decode(const uint8_t *in, size_t in_len,
                                                       uint32_t flags,
                                                       wyre_smb2_create_timestamp *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_timestamp_encode(const wyre_smb2_create_timestamp *m,
                                                       const uint8_t *src, size_t src_len,
                                                       uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_timestamp_visit(const wyre_smb2_create_timestamp *m,
                                                      const wyre_visitor *v);

/* ---- QUERY_MAXIMAL_ACCESS response: [MS-SMB2] 2.2.14.2.5 ------------------------------------ */

typedef struct wyre_smb2_create_maximal_access_response {
    uint32_t query_status;   /* NTSTATUS of the query */
    uint32_t maximal_access; /* bits WYRE_SMB2_ACCESS_... */
} wyre_smb2_create_maximal_access_response;

/* Decodes the QUERY_MAXIMAL_ACCESS response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 8 */
WYRE_API wyre_status wyre_smb2_create_maximal_access_response_decode(
    const uint8_t *in, size_t in_len, uint32_t flags, wyre_smb2_create_maximal_access_response *out,
    size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_maximal_access_response_encode(
    const wyre_smb2_create_maximal_access_response *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_maximal_access_response_visit(
    const wyre_smb2_create_maximal_access_response *m, const wyre_visitor *v);

/* ---- QUERY_ON_DISK_ID response: [MS-SMB2] 2.2.14.2.9 ---------------------------------------- */

typedef struct wyre_smb2_create_on_disk_id_response {
    uint64_t disk_file_id;
    uint64_t volume_id;
    uint8_t reserved[16];
} wyre_smb2_create_on_disk_id_response;

/* Decodes the QUERY_ON_DISK_ID response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 32 */
WYRE_API wyre_status
wyre_smb2_create_on_disk_id_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_smb2_create_on_disk_id_response *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_on_disk_id_response_encode(
    const wyre_smb2_create_on_disk_id_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_on_disk_id_response_visit(
    const wyre_smb2_create_on_disk_id_response *m, const wyre_visitor *v);

/* ---- REQUEST_LEASE, version 1, of both directions: [MS-SMB2] 2.2.13.2.8, 2.2.14.2.10 --------
 * Version 2 has the same name; its data is 52 bytes long. */

typedef struct wyre_smb2_create_lease {
    uint64_t lease_duration; /* reserved */
    uint32_t lease_state;    /* bits WYRE_SMB2_LEASE_... */
    uint32_t lease_flags;    /* bits WYRE_SMB2_LEASE_FLAG_... */
    uint8_t lease_key[16];
} wyre_smb2_create_lease;

/* Decodes the REQUEST_LEASE, version 1, of both directions. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 32 */
WYRE_API wyre_status wyre_smb2_create_lease_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_smb2_create_lease *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_lease_encode(const wyre_smb2_create_lease *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_lease_visit(const wyre_smb2_create_lease *m,
                                                  const wyre_visitor *v);

/* ---- REQUEST_LEASE_V2, of both directions: [MS-SMB2] 2.2.13.2.10, 2.2.14.2.11 --------------- */

typedef struct wyre_smb2_create_lease_v2 {
    uint64_t lease_duration; /* reserved */
    uint32_t lease_state;    /* bits WYRE_SMB2_LEASE_... */
    uint32_t lease_flags;    /* bits WYRE_SMB2_LEASE_FLAG_... */
    uint16_t epoch;
    uint16_t reserved;
    uint8_t lease_key[16];
    uint8_t parent_lease_key[16];
    uint8_t unused[4]; /* 0 */
} wyre_smb2_create_lease_v2;

/* Decodes the REQUEST_LEASE_V2, of both directions. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 52 */
WYRE_API wyre_status wyre_smb2_create_lease_v2_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_smb2_create_lease_v2 *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_lease_v2_encode(const wyre_smb2_create_lease_v2 *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_lease_v2_visit(const wyre_smb2_create_lease_v2 *m,
                                                     const wyre_visitor *v);

/* ---- APP_INSTANCE_ID: [MS-SMB2] 2.2.13.2.13 ------------------------------------------------- */

typedef struct wyre_smb2_create_app_instance_id {
    uint16_t reserved;
    uint8_t app_instance_id[16];
} wyre_smb2_create_app_instance_id;

/* Decodes the APP_INSTANCE_ID. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 20
 *   WYRE_E_VALUE   StructureSize is not 20 */
WYRE_API wyre_status wyre_smb2_create_app_instance_id_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t flags,
                                                             wyre_smb2_create_app_instance_id *out,
                                                             size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_app_instance_id_encode(
    const wyre_smb2_create_app_instance_id *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_app_instance_id_visit(
    const wyre_smb2_create_app_instance_id *m, const wyre_visitor *v);

/* ---- APP_INSTANCE_VERSION: [MS-SMB2] 2.2.13.2.15 -------------------------------------------- */

typedef struct wyre_smb2_create_app_instance_version {
    uint64_t app_instance_version_high;
    uint64_t app_instance_version_low;
    uint32_t padding;
    uint16_t reserved;
    uint8_t unused[2]; /* 0 */
} wyre_smb2_create_app_instance_version;

/* Decodes the APP_INSTANCE_VERSION. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 24
 *   WYRE_E_VALUE   StructureSize is not 24 */
WYRE_API wyre_status
wyre_smb2_create_app_instance_version_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                             wyre_smb2_create_app_instance_version *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_app_instance_version_encode(
    const wyre_smb2_create_app_instance_version *m, const uint8_t *src, size_t src_len,
    uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_app_instance_version_visit(
    const wyre_smb2_create_app_instance_version *m, const wyre_visitor *v);

/* ---- SVHDX_OPEN_DEVICE_CONTEXT: [MS-RSVD] 2.2.4.12, 2.2.4.31 to 2.2.4.33 -------------------- */

typedef struct wyre_smb2_svhdx_open_device_context {
    uint64_t open_request_id;
    uint64_t virtual_size;
    uint32_t version; /* 1 or 2 */
    uint32_t flags;
    uint32_t originator_flags;
    uint32_t virtual_disk_properties_initialized; /* this one and those below: version 2, else 0 */
    uint32_t server_service_version;
    uint32_t virtual_sector_size;
    uint32_t physical_sector_size;
    uint16_t initiator_host_name_length; /* in bytes */
    uint8_t has_initiator_id;
    uint8_t reserved[3];
    uint8_t initiator_id[16];
    uint8_t initiator_host_name[126];
} wyre_smb2_svhdx_open_device_context;

/* Decodes the SVHDX_OPEN_DEVICE_CONTEXT of a request or a response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 168 or than the fields that follow */
WYRE_API wyre_status
wyre_smb2_svhdx_open_device_context_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_smb2_svhdx_open_device_context *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_svhdx_open_device_context_encode(
    const wyre_smb2_svhdx_open_device_context *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_svhdx_open_device_context_visit(
    const wyre_smb2_svhdx_open_device_context *m, const wyre_visitor *v);

/* ---- AAPL server query: Apple's SMB2 extensions --------------------------------------------- */

typedef struct wyre_smb2_aapl_server_query_request {
    uint64_t request_bitmap; /* bits WYRE_SMB2_AAPL_... */
    uint64_t client_capabilities;
    uint32_t command_code; /* WYRE_SMB2_AAPL_SERVER_QUERY */
    uint32_t reserved;
} wyre_smb2_aapl_server_query_request;

/* Decodes the AAPL server query. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 24 */
WYRE_API wyre_status
wyre_smb2_aapl_server_query_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_smb2_aapl_server_query_request *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_aapl_server_query_request_encode(
    const wyre_smb2_aapl_server_query_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_aapl_server_query_request_visit(
    const wyre_smb2_aapl_server_query_request *m, const wyre_visitor *v);

/* ---- AAPL answer to a server query: Apple's SMB2 extensions --------------------------------- */

typedef struct wyre_smb2_aapl_server_query_response {
    uint64_t reply_bitmap; /* bits WYRE_SMB2_AAPL_...: which of the fields below are there */
    uint64_t server_capabilities;
    uint64_t volume_capabilities;
    uint32_t command_code; /* WYRE_SMB2_AAPL_SERVER_QUERY */
    uint32_t reserved;
    uint32_t padding;
    wyre_span model;
    uint8_t unused[4]; /* 0 */
} wyre_smb2_aapl_server_query_response;

/* Decodes the AAPL answer to a server query. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 16 or than the fields that follow */
WYRE_API wyre_status
wyre_smb2_aapl_server_query_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                            wyre_smb2_aapl_server_query_response *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_aapl_server_query_response_encode(
    const wyre_smb2_aapl_server_query_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_aapl_server_query_response_visit(
    const wyre_smb2_aapl_server_query_response *m, const wyre_visitor *v);

/* ---- AAPL question for the path of a file id: Apple's SMB2 extensions ----------------------- */

typedef struct wyre_smb2_aapl_resolve_id_request {
    uint64_t file_id;
    uint32_t command_code; /* WYRE_SMB2_AAPL_RESOLVE_ID */
    uint32_t reserved;
} wyre_smb2_aapl_resolve_id_request;

/* Decodes the AAPL question for the path of a file id. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 16 */
WYRE_API wyre_status
wyre_smb2_aapl_resolve_id_request_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                         wyre_smb2_aapl_resolve_id_request *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_aapl_resolve_id_request_encode(
    const wyre_smb2_aapl_resolve_id_request *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_aapl_resolve_id_request_visit(
    const wyre_smb2_aapl_resolve_id_request *m, const wyre_visitor *v);

/* ---- AAPL answer with the path of a file id: Apple's SMB2 extensions ------------------------ */

typedef struct wyre_smb2_aapl_resolve_id_response {
    uint32_t command_code; /* WYRE_SMB2_AAPL_RESOLVE_ID */
    uint32_t reserved;
    uint32_t status; /* NTSTATUS */
    wyre_span path;
} wyre_smb2_aapl_resolve_id_response;

/* Decodes the AAPL answer with the path of a file id. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 16, or path ends past in_len */
WYRE_API wyre_status
wyre_smb2_aapl_resolve_id_response_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                          wyre_smb2_aapl_resolve_id_response *out, size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_aapl_resolve_id_response_encode(
    const wyre_smb2_aapl_resolve_id_response *m, const uint8_t *src, size_t src_len, uint8_t *out,
    size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_aapl_resolve_id_response_visit(
    const wyre_smb2_aapl_resolve_id_response *m, const wyre_visitor *v);

/* ---- POSIX request: SMB3 POSIX extensions --------------------------------------------------- */

typedef struct wyre_smb2_create_posix_request {
    uint32_t mode; /* permissions of a file that is created */
} wyre_smb2_create_posix_request;

/* Decodes the POSIX request. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 4 */
WYRE_API wyre_status wyre_smb2_create_posix_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_smb2_create_posix_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_create_posix_request_encode(const wyre_smb2_create_posix_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_posix_request_visit(const wyre_smb2_create_posix_request *m,
                                                          const wyre_visitor *v);

/* ---- POSIX response: SMB3 POSIX extensions -------------------------------------------------- */

typedef struct wyre_smb2_create_posix_response {
    uint32_t nlink;
    uint32_t reparse_tag;
    uint32_t mode;
    wyre_span sids; /* owner and group, one behind the other */
} wyre_smb2_create_posix_response;

/* Decodes the POSIX response. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 12 */
WYRE_API wyre_status wyre_smb2_create_posix_response_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_smb2_create_posix_response *out,
                                                            size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len */
WYRE_API wyre_status
wyre_smb2_create_posix_response_encode(const wyre_smb2_create_posix_response *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_create_posix_response_visit(const wyre_smb2_create_posix_response *m,
                                                           const wyre_visitor *v);

/* ---- Error contexts: [MS-SMB2] 2.2.2.1 ------------------------------------------------------------ */

/* error_id */
enum {
    WYRE_SMB2_ERROR_ID_DEFAULT = 0x00000000,       /* the data is what ErrorData is before 3.1.1 */
    WYRE_SMB2_ERROR_ID_SHARE_REDIRECT = 0x72645253 /* wyre_smb2_share_redirect_error */
};

/* The name of an id without its prefix, "SHARE_REDIRECT"; "?" for any other number. */
WYRE_API const char *wyre_smb2_error_id_name(uint32_t error_id);

enum { WYRE_SMB2_ERROR_CONTEXT_CAP = 16 }; /* the most contexts that are walked or built */

typedef struct wyre_smb2_error_context {
    wyre_span data;
    uint32_t error_id; /* WYRE_SMB2_ERROR_ID_... */
} wyre_smb2_error_context;

typedef struct wyre_smb2_error_context_iter {
    wyre_span left;   /* starts as error_data of the message */
    uint32_t entries; /* starts as error_context_count of the message */
    uint32_t count;   /* contexts so far; 0 at first */
    uint32_t fault;   /* offset of the byte at fault after a refusal */
} wyre_smb2_error_context_iter;

/* Takes the next context of an ERROR response.
 *   it   where to go on; after a refusal only `fault` has changed
 *   in   the link that `left` counts from, in_len bytes; NULL only when in_len is 0
 *   out  filled on OK, zeroed on anything else; its span counts from `in`
 * WYRE_OK; WYRE_END: as many as were announced have come; or
 *   WYRE_E_ARG     it->left reaches past in_len
 *   WYRE_E_LENGTH  fewer than 8 bytes are left, or ErrorDataLength is more than what is left
 *   WYRE_E_LIMIT   more than WYRE_SMB2_ERROR_CONTEXT_CAP contexts
 * [MS-SMB2] 2.2.2.1 */
WYRE_API wyre_status wyre_smb2_error_context_next(wyre_smb2_error_context_iter *it,
                                                  const uint8_t *in, size_t in_len,
                                                  wyre_smb2_error_context *out);

/* Tells `v` the fields of a context, not what it holds. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_error_context_visit(const wyre_smb2_error_context *m,
                                                   const wyre_visitor *v);

typedef struct wyre_smb2_error_context_list {
    wyre_span list;   /* what was built so far, for error_data; all zero at first */
    uint32_t entries; /* for error_context_count */
} wyre_smb2_error_context_list;

/* Appends a context to a list, aligned to 8.
 *   w     collects the list; refuses with WYRE_E_ARG a span outside src, with WYRE_E_LIMIT more than
 *         WYRE_SMB2_ERROR_CONTEXT_CAP contexts
 *   list  its span counts from the start of w's output, which is the `src` of the message's encoder
 *   m     its span counts from `src`, src_len bytes
 * [MS-SMB2] 2.2.2.1 */
WYRE_API void wyre_smb2_error_context_append(wyre_wr *w, wyre_smb2_error_context_list *list,
                                             const wyre_smb2_error_context *m, const uint8_t *src,
                                             size_t src_len);

/* ---- Symbolic link error: [MS-SMB2] 2.2.2.2.1 ----------------------------------------------- */

typedef struct wyre_smb2_symbolic_link_error {
    uint32_t reparse_tag;          /* WYRE_SMB2_REPARSE_TAG_SYMLINK */
    wyre_span substitute_name;     /* where the link leads */
    wyre_span print_name;          /* the same for people */
    uint32_t flags;                /* bits WYRE_SMB2_SYMLINK_FLAG_RELATIVE */
    uint16_t reparse_data_length;  /* 12 and the bytes of both names */
    uint16_t unparsed_path_length; /* bytes at the end of the path that were not looked at yet */
} wyre_smb2_symbolic_link_error;

/* Decodes the symbolic link error. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 28, or SymLinkLength is too small or goes past in_len
 *   WYRE_E_MAGIC   SymLinkErrorTag is not "SYML"
 *   WYRE_E_OFFSET  substitute_name or print_name begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_symbolic_link_error_decode(const uint8_t *in, size_t in_len,
                                                          uint32_t flags,
                                                          wyre_smb2_symbolic_link_error *out,
                                                          size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_symbolic_link_error_encode(const wyre_smb2_symbolic_link_error *m,
                                                          const uint8_t *src, size_t src_len,
                                                          uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_symbolic_link_error_visit(const wyre_smb2_symbolic_link_error *m,
                                                         const wyre_visitor *v);

/* ---- Share redirect error: [MS-SMB2] 2.2.2.2.2 ---------------------------------------------- */

typedef struct wyre_smb2_share_redirect_error {
    uint32_t structure_size;
    uint32_t notification_type;  /* 3 */
    wyre_span ip_addr_move_list; /* IPAddrCount times 24 bytes: wyre_smb2_move_dst_ipaddr */
    wyre_span resource_name;     /* the share that was asked for */
    uint16_t flags;              /* reserved */
    uint16_t target_type;        /* reserved */
} wyre_smb2_share_redirect_error;

/* Decodes the share redirect error. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 24, or ip_addr_move_list ends past in_len
 *   WYRE_E_OFFSET  resource_name begins inside the fixed part or ends past in_len */
WYRE_API wyre_status wyre_smb2_share_redirect_error_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t flags,
                                                           wyre_smb2_share_redirect_error *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, or
 *   WYRE_E_SPACE  cap is less than *n
 *   WYRE_E_ARG    a span reaches past src_len
 *   WYRE_E_RANGE  a length or an offset does not fit its field */
WYRE_API wyre_status wyre_smb2_share_redirect_error_encode(const wyre_smb2_share_redirect_error *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_share_redirect_error_visit(const wyre_smb2_share_redirect_error *m,
                                                          const wyre_visitor *v);

enum { WYRE_SMB2_MOVE_DST_IPADDR_SIZE = 24 };

/* ---- Address of a share redirect: [MS-SMB2] 2.2.2.2.2.1 ------------------------------------- */

typedef struct wyre_smb2_move_dst_ipaddr {
    uint32_t type; /* WYRE_SMB2_MOVE_DST_IPADDR_V4 or _V6 */
    uint32_t reserved;
    uint8_t ip_address[16]; /* of IPv4 the first 4 bytes */
} wyre_smb2_move_dst_ipaddr;

/* Decodes the address of a share redirect. WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or in_len is over 4 GiB - 1
 *   WYRE_E_LENGTH  in_len is less than 24 */
WYRE_API wyre_status wyre_smb2_move_dst_ipaddr_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_smb2_move_dst_ipaddr *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb2_move_dst_ipaddr_encode(const wyre_smb2_move_dst_ipaddr *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);

/* Tells its fields. Always WYRE_OK. */
WYRE_API wyre_status wyre_smb2_move_dst_ipaddr_visit(const wyre_smb2_move_dst_ipaddr *m,
                                                     const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/tds_request.h: what clients send once they are logged in: [MS-TDS] 2.2.5.3, 2.2.6. An SSPI
 * message is its token and nothing else, an ATTENTION has no payload, and a bulk load is a stream of
 * COLMETADATA, ROW and DONE tokens. */
#ifndef WYRE_TDS_REQUEST_H
#define WYRE_TDS_REQUEST_H
#include <wyre/tds_row.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- ALL_HEADERS: [MS-TDS] 2.2.5.3, from TDS 7.2 on --------------------------------------------------- */

enum { /* type of a header */
       WYRE_TDS_HEADER_QUERY_NOTIFICATION = 1,
       WYRE_TDS_HEADER_TRANSACTION_DESCRIPTOR = 2,
       WYRE_TDS_HEADER_TRACE_ACTIVITY = 3
};

typedef struct wyre_tds_header {
    wyre_span data;
    uint16_t type;     /* WYRE_TDS_HEADER_... */
    uint8_t unused[2]; /* 0 */
} wyre_tds_header;

/* Goes from header to header; all zero at the start. It ends: each step moves on by 6 bytes or more. */
typedef struct wyre_tds_header_iter {
    uint32_t pos;
    uint32_t end;  /* of the block; 0 at the start */
    uint32_t seen; /* a bit for each type below 32 */
} wyre_tds_header_iter;

/* The next header of a block of ALL_HEADERS.
 *   in   in_len bytes from the TotalLength on, the same at each call: the payload of the request
 * WYRE_OK; WYRE_END: it->pos is then behind the block; or, with it->pos at the byte at fault,
 *   WYRE_E_LENGTH  TotalLength is less than 4 or more than in_len, or a HeaderLength is less than 6 or
 *                  reaches past the block
 *   WYRE_E_VALUE   a type for the second time
 * [MS-TDS] 2.2.5.3 */
WYRE_API wyre_status wyre_tds_header_next(wyre_tds_header_iter *it, const uint8_t *in,
                                          size_t in_len, wyre_tds_header *out);

/* Writes a block of `count` headers. WYRE_OK, WYRE_E_SPACE, or WYRE_E_ARG: data outside src. */
WYRE_API wyre_status wyre_tds_header_build(const wyre_tds_header *headers, size_t count,
                                           const uint8_t *src, size_t src_len, uint8_t *out,
                                           size_t cap, size_t *n);

/* The data of each known header, with the usual three functions. decode: WYRE_OK; WYRE_E_ARG: flags is
 * not 0; WYRE_E_LENGTH: too short; WYRE_E_VALUE: bytes left over. encode: WYRE_OK, WYRE_E_SPACE,
 * WYRE_E_ARG: a span outside src, WYRE_E_RANGE: a part longer than 65535. */

typedef struct wyre_tds_transaction_descriptor {
    uint64_t descriptor;
    uint32_t outstanding_request_count;
    uint8_t unused[4]; /* 0 */
} wyre_tds_transaction_descriptor;

WYRE_API wyre_status wyre_tds_transaction_descriptor_decode(const uint8_t *in, size_t in_len,
                                                            uint32_t flags,
                                                            wyre_tds_transaction_descriptor *out,
                                                            size_t *n);
WYRE_API wyre_status
wyre_tds_transaction_descriptor_encode(const wyre_tds_transaction_descriptor *m, const uint8_t *src,
                                       size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_transaction_descriptor_visit(const wyre_tds_transaction_descriptor *m,
                                                           const wyre_visitor *v);

typedef struct wyre_tds_query_notification {
    wyre_span notify_id;      /* UTF-16LE */
    wyre_span ssb_deployment; /* UTF-16LE */
    uint32_t timeout;         /* milliseconds */
    uint8_t has_timeout;
    uint8_t unused[3]; /* 0 */
} wyre_tds_query_notification;

WYRE_API wyre_status wyre_tds_query_notification_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t flags,
                                                        wyre_tds_query_notification *out,
                                                        size_t *n);
WYRE_API wyre_status wyre_tds_query_notification_encode(const wyre_tds_query_notification *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_query_notification_visit(const wyre_tds_query_notification *m,
                                                       const wyre_visitor *v);

typedef struct wyre_tds_trace_activity {
    uint32_t sequence;
    uint8_t activity_id[16];
} wyre_tds_trace_activity;

WYRE_API wyre_status wyre_tds_trace_activity_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_tds_trace_activity *out,
                                                    size_t *n);
WYRE_API wyre_status wyre_tds_trace_activity_encode(const wyre_tds_trace_activity *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_trace_activity_visit(const wyre_tds_trace_activity *m,
                                                   const wyre_visitor *v);

/* ---- Requests --------------------------------------------------------------------------------------------
 * decode: `flags` is the dialect; in_len bytes, the whole payload. WYRE_OK, or WYRE_E_ARG: flags has a
 * bit that is none of WYRE_TDS_DIALECT_BITS; WYRE_E_LENGTH: a part past in_len, or a TotalLength of
 * headers less than 4; WYRE_E_VALUE: bytes left over, or as the struct says. encode: as everywhere. */

/* SQLBatch: [MS-TDS] 2.2.6.7 */
typedef struct wyre_tds_sql_batch {
    wyre_span headers; /* ALL_HEADERS with its length; none before 7.2 */
    wyre_span text;    /* UTF-16LE; before 7.0 of 8 bits a character */
    uint32_t dialect;
} wyre_tds_sql_batch;

WYRE_API wyre_status wyre_tds_sql_batch_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                               wyre_tds_sql_batch *out, size_t *n);
WYRE_API wyre_status wyre_tds_sql_batch_encode(const wyre_tds_sql_batch *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_sql_batch_visit(const wyre_tds_sql_batch *m, const wyre_visitor *v);

enum { /* request_type */
       WYRE_TDS_TM_GET_DTC_ADDRESS = 0,
       WYRE_TDS_TM_PROPAGATE_XACT = 1,
       WYRE_TDS_TM_BEGIN_XACT = 5,
       WYRE_TDS_TM_PROMOTE_XACT = 6,
       WYRE_TDS_TM_COMMIT_XACT = 7,
       WYRE_TDS_TM_ROLLBACK_XACT = 8,
       WYRE_TDS_TM_SAVE_XACT = 9
};

/* The name of a request type without its prefix, "BEGIN_XACT"; "?" for any other number. */
WYRE_API const char *wyre_tds_tm_name(uint16_t request_type);

/* Transaction manager request: [MS-TDS] 2.2.6.9 */
typedef struct wyre_tds_transaction_request {
    wyre_span headers;  /* ALL_HEADERS with its length */
    wyre_span name;     /* of a transaction or savepoint: UTF-16LE */
    wyre_span new_name; /* COMMIT and ROLLBACK that begin another transaction */
    wyre_span payload;  /* GET_DTC_ADDRESS and PROPAGATE; an unknown request: all of it */
    uint32_t dialect;
    uint16_t request_type;   /* WYRE_TDS_TM_... */
    uint8_t isolation_level; /* 0 to 5, of the transaction that begins */
    uint8_t flags;           /* COMMIT and ROLLBACK: bit 0: begin another */
} wyre_tds_transaction_request;

WYRE_API wyre_status wyre_tds_transaction_request_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t flags,
                                                         wyre_tds_transaction_request *out,
                                                         size_t *n);
WYRE_API wyre_status wyre_tds_transaction_request_encode(const wyre_tds_transaction_request *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_transaction_request_visit(const wyre_tds_transaction_request *m,
                                                        const wyre_visitor *v);

/* Federated authentication token: [MS-TDS] 2.2.6.3; flags is 0 */
typedef struct wyre_tds_fedauth_token {
    wyre_span token; /* UTF-16LE */
    wyre_span nonce; /* none or 32 bytes, else WYRE_E_VALUE */
} wyre_tds_fedauth_token;

WYRE_API wyre_status wyre_tds_fedauth_token_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                                   wyre_tds_fedauth_token *out, size_t *n);
WYRE_API wyre_status wyre_tds_fedauth_token_encode(const wyre_tds_fedauth_token *m,
                                                   const uint8_t *src, size_t src_len, uint8_t *out,
                                                   size_t cap, size_t *n);
WYRE_API wyre_status wyre_tds_fedauth_token_visit(const wyre_tds_fedauth_token *m,
                                                  const wyre_visitor *v);

/* ---- RPC: [MS-TDS] 2.2.6.6 ---------------------------------------------------------------------------------- */

enum { /* proc_id */
       WYRE_TDS_SP_CURSOR = 1,
       WYRE_TDS_SP_CURSOROPEN = 2,
       WYRE_TDS_SP_CURSORPREPARE = 3,
       WYRE_TDS_SP_CURSOREXECUTE = 4,
       WYRE_TDS_SP_CURSORPREPEXEC = 5,
       WYRE_TDS_SP_CURSORUNPREPARE = 6,
       WYRE_TDS_SP_CURSORFETCH = 7,
       WYRE_TDS_SP_CURSOROPTION = 8,
       WYRE_TDS_SP_CURSORCLOSE = 9,
       WYRE_TDS_SP_EXECUTESQL = 10,
       WYRE_TDS_SP_PREPARE = 11,
       WYRE_TDS_SP_EXECUTE = 12,
       WYRE_TDS_SP_PREPEXEC = 13,
       WYRE_TDS_SP_PREPEXECRPC = 14,
       WYRE_TDS_SP_UNPREPARE = 15
};

/* The name of a procedure without its prefix, "EXECUTESQL"; "?" for any other number. */
WYRE_API const char *wyre_tds_procedure_name(uint16_t proc_id);

enum { /* option_flags */
       WYRE_TDS_RPC_WITH_RECOMPILE = 0x01,
       WYRE_TDS_RPC_NO_METADATA = 0x02,
       WYRE_TDS_RPC_REUSE_METADATA = 0x04
};
enum {                                /* separator */
       WYRE_TDS_RPC_BATCH_7_0 = 0x80, /* before 7.2: another call follows */
       WYRE_TDS_RPC_NO_EXEC = 0xfe,
       WYRE_TDS_RPC_BATCH = 0xff /* from 7.2 on */
};

/* One call. */
typedef struct wyre_tds_rpc {
    wyre_span headers; /* the first call of a request, from 7.2 on: ALL_HEADERS with its length */
    wyre_span name;    /* UTF-16LE; empty: by number */
    wyre_span parameters; /* for wyre_tds_parameter_next */
    uint32_t dialect;
    uint16_t proc_id;      /* WYRE_TDS_SP_...; 0: by name */
    uint16_t option_flags; /* bits WYRE_TDS_RPC_... */
    uint8_t separator;     /* the byte behind the call; 0: it is the last */
    uint8_t unused[3];     /* 0 */
} wyre_tds_rpc;

/* Goes from call to call; all zero at the start. It ends: each step moves on by 4 bytes or more. */
typedef struct wyre_tds_rpc_iter {
    uint32_t pos;
    uint32_t more; /* 1: a separator promised another call */
} wyre_tds_rpc_iter;

/* The next call of a request.
 *   in       the payload, in_len bytes, the same at each call
 *   dialect  bits WYRE_TDS_BEFORE_7_2 ...
 *   out      filled on OK, zeroed on anything else; its spans count from `in`
 * WYRE_OK; WYRE_END; or, with it->pos at the byte at fault,
 *   WYRE_E_LENGTH       a part reaches past in_len
 *   WYRE_E_VALUE        headers shorter than 4 bytes, or a type or value that cannot be
 *   WYRE_E_LIMIT        a table has too many columns
 *   WYRE_E_UNSUPPORTED  a parameter of an unknown type
 * [MS-TDS] 2.2.6.6 */
WYRE_API wyre_status wyre_tds_rpc_next(wyre_tds_rpc_iter *it, const uint8_t *in, size_t in_len,
                                       uint32_t dialect, wyre_tds_rpc *out);

/* Writes one call with its headers, parameters and separator. WYRE_OK, WYRE_E_SPACE, WYRE_E_ARG: a
 * span outside src, or WYRE_E_RANGE: a name of 65535 characters or more. [MS-TDS] 2.2.6.6 */
WYRE_API wyre_status wyre_tds_rpc_encode(const wyre_tds_rpc *m, const uint8_t *src, size_t src_len,
                                         uint8_t *out, size_t cap, size_t *n);

/* Tells `v` every field in wire order. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_rpc_visit(const wyre_tds_rpc *m, const wyre_visitor *v);

enum { /* status of a parameter */
       WYRE_TDS_PARAMETER_BY_REF = 0x01,
       WYRE_TDS_PARAMETER_DEFAULT = 0x02,
       WYRE_TDS_PARAMETER_ENCRYPTED = 0x08
};

typedef struct wyre_tds_parameter {
    wyre_tds_value value;
    wyre_tds_type_info type_info;
    wyre_span name;   /* UTF-16LE, with its @; may be empty */
    wyre_span crypto; /* with status ENCRYPTED: for wyre_tds_crypto_decode */
    uint32_t dialect;
    uint8_t status;    /* bits WYRE_TDS_PARAMETER_... */
    uint8_t unused[3]; /* 0 */
} wyre_tds_parameter;

/* Goes from parameter to parameter. At the start pos is where the parameters begin in `in`. It ends:
 * each step moves on by 3 bytes or more. */
typedef struct wyre_tds_parameter_iter {
    uint32_t pos;
} wyre_tds_parameter_iter;

/* The next parameter of a call.
 *   in   in_len bytes, the same at each call; in_len is where the parameters end
 * WYRE_OK; WYRE_END; or what wyre_tds_rpc_next refuses. [MS-TDS] 2.2.6.6 */
WYRE_API wyre_status wyre_tds_parameter_next(wyre_tds_parameter_iter *it, const uint8_t *in,
                                             size_t in_len, uint32_t dialect,
                                             wyre_tds_parameter *out);

/* Writes one parameter; a table is the data of its value as wyre_tds_table_encode writes it. WYRE_OK,
 * WYRE_E_SPACE, WYRE_E_ARG: a span outside src, WYRE_E_RANGE: a value its type cannot have, or crypto
 * without status ENCRYPTED, or the reverse, or WYRE_E_UNSUPPORTED: an unknown type. */
WYRE_API wyre_status wyre_tds_parameter_encode(const wyre_tds_parameter *m, const uint8_t *src,
                                               size_t src_len, uint8_t *out, size_t cap, size_t *n);

/* Tells `v` name, status, type and value. Always WYRE_OK. */
WYRE_API wyre_status wyre_tds_parameter_visit(const wyre_tds_parameter *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

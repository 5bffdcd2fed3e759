/* wyre/smb1_name.h: old SMB1 commands on names. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_NAME_H
#define WYRE_SMB1_NAME_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Old commands on names: [MS-CIFS] 2.2.4.1 to 2.2.4.4, 2.2.4.7, 2.2.4.8, 2.2.4.15 to 2.2.4.17, 2.2.4.66  */

/* CREATE_DIRECTORY, DELETE_DIRECTORY, CHECK_DIRECTORY and QUERY_INFORMATION. */
typedef struct wyre_smb1_path_request {
    wyre_span path;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_path_request;

/* Decodes a block of one name.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; path is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 0; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.1.1, 2.2.4.2.1, 2.2.4.9.1, 2.2.4.17.1 */
WYRE_API wyre_status wyre_smb1_path_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_path_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside path; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_path_request_encode(const wyre_smb1_path_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_path_request_visit(const wyre_smb1_path_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_open_request {
    wyre_span file_name;
    uint16_t access_mode; /* as in wyre_smb1_open_andx_request */
    uint16_t search_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_open_request;

/* Decodes an OPEN request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 2; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.3.1 */
WYRE_API wyre_status wyre_smb1_open_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_open_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_open_request_encode(const wyre_smb1_open_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_request_visit(const wyre_smb1_open_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_open_response {
    uint32_t last_modified; /* seconds since 1970 */
    uint32_t file_size;
    uint16_t fid;
    uint16_t file_attrs;
    uint16_t access_mode;
    uint16_t unused; /* 0 */
} wyre_smb1_open_response;

/* Decodes an OPEN response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 7
 * [MS-CIFS] 2.2.4.3.2 */
WYRE_API wyre_status wyre_smb1_open_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_open_response *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG  at is inside the header or above 0x7fffffff */
WYRE_API wyre_status wyre_smb1_open_response_encode(const wyre_smb1_open_response *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_response_visit(const wyre_smb1_open_response *m,
                                                   const wyre_visitor *v);

/* CREATE, CREATE_NEW, and CREATE_TEMPORARY, whose name is a directory. */
typedef struct wyre_smb1_create_request {
    wyre_span file_name;
    uint32_t creation_time; /* seconds since 1970 */
    uint16_t file_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_create_request;

/* Decodes a CREATE, CREATE_NEW or CREATE_TEMPORARY request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 3; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.4.1, 2.2.4.15.1, 2.2.4.16.1 */
WYRE_API wyre_status wyre_smb1_create_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_create_request *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_create_request_encode(const wyre_smb1_create_request *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_create_request_visit(const wyre_smb1_create_request *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb1_create_temporary_response {
    wyre_span temporary_file_name;
    uint16_t fid;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t no_format; /* 1: no format byte, and OEM text whatever flags2 says, as Samba sends it */
} wyre_smb1_create_temporary_response;

/* Decodes a CREATE_TEMPORARY response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len;
 *                  temporary_file_name is not there
 *   WYRE_E_VALUE   WordCount is not 1
 * [MS-CIFS] 2.2.4.15.2 */
WYRE_API wyre_status wyre_smb1_create_temporary_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_create_temporary_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside temporary_file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_create_temporary_response_encode(
    const wyre_smb1_create_temporary_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_create_temporary_response_visit(
    const wyre_smb1_create_temporary_response *m, const wyre_visitor *v);

typedef struct wyre_smb1_delete_request {
    wyre_span file_name;
    uint16_t search_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_delete_request;

/* Decodes a DELETE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 1; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.7.1 */
WYRE_API wyre_status wyre_smb1_delete_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_delete_request *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_delete_request_encode(const wyre_smb1_delete_request *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_delete_request_visit(const wyre_smb1_delete_request *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb1_rename_request {
    wyre_span old_file_name;
    wyre_span new_file_name;
    uint16_t search_attributes;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_rename_request;

/* Decodes a RENAME request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; a name is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 1; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.8.1 */
WYRE_API wyre_status wyre_smb1_rename_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                     uint32_t flags, wyre_smb1_rename_request *out,
                                                     size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_rename_request_encode(const wyre_smb1_rename_request *m,
                                                     const uint8_t *src, size_t src_len,
                                                     uint32_t at, uint8_t *out, size_t cap,
                                                     size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_rename_request_visit(const wyre_smb1_rename_request *m,
                                                    const wyre_visitor *v);

typedef struct wyre_smb1_nt_rename_request {
    wyre_span old_file_name;
    wyre_span new_file_name;
    uint32_t reserved;
    uint16_t search_attributes;
    uint16_t information_level;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[3]; /* 0 */
} wyre_smb1_nt_rename_request;

/* Decodes an NT_RENAME request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; a name is not
 *                  there
 *   WYRE_E_VALUE   WordCount is not 4; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.66.1 */
WYRE_API wyre_status wyre_smb1_nt_rename_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_nt_rename_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_nt_rename_request_encode(const wyre_smb1_nt_rename_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_rename_request_visit(const wyre_smb1_nt_rename_request *m,
                                                       const wyre_visitor *v);

/* ---- COPY, MOVE: [MS-CIFS] 2.2.4.37, 2.2.4.38 ----------------------------------------------- */

typedef struct wyre_smb1_copy_request {
    wyre_span source_file_name;
    wyre_span target_file_name;
    uint16_t tid2;          /* the tree of the target */
    uint16_t open_function; /* as open_mode of wyre_smb1_open_andx_request */
    uint16_t
        flags; /* 1: the target is a file, 2: a directory, 4: and it is ASCII, 8: and the source is; 10, in hex: verify; 20: a tree */
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_copy_request;

/* Decodes a COPY or MOVE request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; a name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 3; a string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.37.1, 2.2.4.38.1 */
WYRE_API wyre_status wyre_smb1_copy_request_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                   uint32_t flags, wyre_smb1_copy_request *out,
                                                   size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside a string */
WYRE_API wyre_status wyre_smb1_copy_request_encode(const wyre_smb1_copy_request *m,
                                                   const uint8_t *src, size_t src_len, uint32_t at,
                                                   uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_copy_request_visit(const wyre_smb1_copy_request *m,
                                                  const wyre_visitor *v);

typedef struct wyre_smb1_copy_response {
    wyre_span error_file_name; /* where it stopped, or {0, 0} */
    uint16_t count;            /* files that were copied */
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_copy_response;

/* Decodes a COPY or MOVE response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len;
 *                  error_file_name is not there behind its format byte
 *   WYRE_E_VALUE   WordCount is not 1; the string does not begin with its format byte, 04
 * [MS-CIFS] 2.2.4.37.2, 2.2.4.38.2 */
WYRE_API wyre_status wyre_smb1_copy_response_decode(const uint8_t *in, size_t in_len, uint32_t at,
                                                    uint32_t flags, wyre_smb1_copy_response *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside the string */
WYRE_API wyre_status wyre_smb1_copy_response_encode(const wyre_smb1_copy_response *m,
                                                    const uint8_t *src, size_t src_len, uint32_t at,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_copy_response_visit(const wyre_smb1_copy_response *m,
                                                   const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

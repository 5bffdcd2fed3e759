/* wyre/smb1_create.h: OPEN_ANDX and NT_CREATE_ANDX, [MS-CIFS] 2.2.4.41, 2.2.4.64. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_CREATE_H
#define WYRE_SMB1_CREATE_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- OPEN_ANDX: [MS-CIFS] 2.2.4.41, [MS-SMB] 2.2.4.1 ---------------------------------------- */

enum { /* flags */
       WYRE_SMB1_OPEN_QUERY_INFORMATION = 0x0001,
       WYRE_SMB1_OPEN_OPLOCK = 0x0002,
       WYRE_SMB1_OPEN_OPBATCH = 0x0004,
       WYRE_SMB1_OPEN_EXTENDED_RESPONSE = 0x0010
};

typedef struct wyre_smb1_open_andx_request {
    wyre_span file_name;
    uint32_t creation_time; /* seconds since 1970, server time */
    uint32_t allocation_size;
    uint32_t timeout; /* milliseconds */
    uint32_t reserved;
    uint16_t andx_offset;
    uint16_t flags; /* bits WYRE_SMB1_OPEN_... */
    uint16_t
        access_mode; /* bits 0-2: 0 read, 1 write, 2 both, 3 execute; 4-6: 0 compatible, 1 deny all, 2 writing, 3 reading, 4 nothing; 12: no cache; 14: write through */
    uint16_t search_attrs;
    uint16_t file_attrs;
    uint16_t open_mode;   /* bits 0-1, it exists: 0 fail, 1 open, 2 truncate; bit 4: create it */
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused;  /* 0 */
} wyre_smb1_open_andx_request;

/* Decodes an OPEN_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name is
 *                  not there
 *   WYRE_E_VALUE   WordCount is not 15
 * [MS-CIFS] 2.2.4.41.1 */
WYRE_API wyre_status wyre_smb1_open_andx_request_decode(const uint8_t *in, size_t in_len,
                                                        uint32_t at, uint32_t flags,
                                                        wyre_smb1_open_andx_request *out,
                                                        size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  a NUL inside file_name; a part is longer than the field that counts it */
WYRE_API wyre_status wyre_smb1_open_andx_request_encode(const wyre_smb1_open_andx_request *m,
                                                        const uint8_t *src, size_t src_len,
                                                        uint32_t at, uint8_t *out, size_t cap,
                                                        size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_andx_request_visit(const wyre_smb1_open_andx_request *m,
                                                       const wyre_visitor *v);

typedef struct wyre_smb1_open_andx_response {
    uint32_t last_write_time; /* seconds since 1970, server time */
    uint32_t file_data_size;
    uint32_t server_fid;                  /* reserved */
    uint32_t maximal_access_rights;       /* with word_count 19 */
    uint32_t guest_maximal_access_rights; /* with word_count 19 */
    uint16_t andx_offset;
    uint16_t fid;
    uint16_t file_attrs;
    uint16_t access_rights;
    uint16_t resource_type; /* 0 disk, 1 byte pipe, 2 message pipe, 3 printer */
    uint16_t nmpipe_status;
    uint16_t open_results; /* bits 0-1: 1 opened, 2 created, 3 truncated; bit 15: oplock */
    uint16_t reserved;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t word_count; /* 15, or 19 where EXTENDED_RESPONSE was asked for */
    uint8_t unused;     /* 0 */
} wyre_smb1_open_andx_response;

/* Decodes an OPEN_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len
 *   WYRE_E_VALUE   WordCount is not 15 or 19
 * [MS-CIFS] 2.2.4.41.2, [MS-SMB] 2.2.4.1.2 */
WYRE_API wyre_status wyre_smb1_open_andx_response_decode(const uint8_t *in, size_t in_len,
                                                         uint32_t at, uint32_t flags,
                                                         wyre_smb1_open_andx_response *out,
                                                         size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff
 *   WYRE_E_RANGE  word_count is not 15 or 19 */
WYRE_API wyre_status wyre_smb1_open_andx_response_encode(const wyre_smb1_open_andx_response *m,
                                                         const uint8_t *src, size_t src_len,
                                                         uint32_t at, uint8_t *out, size_t cap,
                                                         size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_open_andx_response_visit(const wyre_smb1_open_andx_response *m,
                                                        const wyre_visitor *v);

/* ---- NT_CREATE_ANDX: [MS-CIFS] 2.2.4.64, [MS-SMB] 2.2.4.9 ----------------------------------- */

enum { /* flags */
       WYRE_SMB1_NT_CREATE_REQUEST_OPLOCK = 0x02,
       WYRE_SMB1_NT_CREATE_REQUEST_OPBATCH = 0x04,
       WYRE_SMB1_NT_CREATE_OPEN_TARGET_DIR = 0x08,
       WYRE_SMB1_NT_CREATE_REQUEST_EXTENDED_RESPONSE = 0x10
};

enum { /* create_disposition of the request */
       WYRE_SMB1_FILE_SUPERSEDE = 0,
       WYRE_SMB1_FILE_OPEN = 1,
       WYRE_SMB1_FILE_CREATE = 2,
       WYRE_SMB1_FILE_OPEN_IF = 3,
       WYRE_SMB1_FILE_OVERWRITE = 4,
       WYRE_SMB1_FILE_OVERWRITE_IF = 5
};

typedef struct wyre_smb1_nt_create_andx_request {
    uint64_t allocation_size;
    wyre_span file_name; /* up to a NUL, if it counts one; a terminator is written behind it */
    uint32_t flags;      /* bits WYRE_SMB1_NT_CREATE_... */
    uint32_t root_directory_fid;
    uint32_t desired_access;
    uint32_t ext_file_attributes;
    uint32_t share_access;       /* 1 read, 2 write, 4 delete */
    uint32_t create_disposition; /* WYRE_SMB1_FILE_SUPERSEDE ... */
    uint32_t create_options;
    uint32_t impersonation_level;
    uint16_t andx_offset;
    uint16_t
        name_length; /* as on the wire: file_name.len, or more where NULs are counted. On encoding 0 stands for file_name.len */
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t security_flags; /* 1 context tracking, 2 effective only */
    uint8_t reserved;
    uint8_t unicode; /* 1: strings are UTF-16LE, 0: OEM; on encoding it has to agree with flags2 */
    uint8_t unused[7]; /* 0 */
} wyre_smb1_nt_create_andx_request;

/* Decodes an NT_CREATE_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; file_name goes
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 24
 * [MS-CIFS] 2.2.4.64.1 */
WYRE_API wyre_status wyre_smb1_nt_create_andx_request_decode(const uint8_t *in, size_t in_len,
                                                             uint32_t at, uint32_t flags,
                                                             wyre_smb1_nt_create_andx_request *out,
                                                             size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  name_length is less than file_name.len; a NUL inside file_name; a part is longer
 *                 than the field that counts it */
WYRE_API wyre_status wyre_smb1_nt_create_andx_request_encode(
    const wyre_smb1_nt_create_andx_request *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_create_andx_request_visit(
    const wyre_smb1_nt_create_andx_request *m, const wyre_visitor *v);

typedef struct wyre_smb1_nt_create_andx_response {
    uint64_t create_time;      /* FILETIME */
    uint64_t last_access_time; /* FILETIME */
    uint64_t last_write_time;  /* FILETIME */
    uint64_t last_change_time; /* FILETIME */
    uint64_t allocation_size;
    uint64_t end_of_file;
    uint64_t file_id;            /* extended; Windows 2003 leaves it uninitialised */
    uint32_t create_disposition; /* what was done */
    uint32_t ext_file_attributes;
    uint32_t maximal_access_rights;       /* extended */
    uint32_t guest_maximal_access_rights; /* extended */
    uint16_t andx_offset;
    uint16_t fid;
    uint16_t resource_type; /* 0 disk, 1 byte pipe, 2 message pipe, 3 printer */
    uint16_t nmpipe_status;
    uint8_t volume_guid[16]; /* extended; Windows 2003 leaves it uninitialised */
    uint8_t andx_command;    /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t oplock_level; /* 0 none, 1 exclusive, 2 batch, 3 level II */
    uint8_t directory;
    uint8_t word_count; /* 34; extended 42, as Windows and Samba say, or 50, as there are */
    uint8_t unused[3];  /* 0 */
} wyre_smb1_nt_create_andx_response;

/* Decodes an NT_CREATE_ANDX response.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words or ByteCount go past in_len; with word_count 34 the bytes too
 *   WYRE_E_VALUE   WordCount is not 34, 42 or 50
 * The 50 words of an extended response are announced as 42 by Windows and Samba, so 42 means 50
 * here; its ByteCount may go past in_len.
 * [MS-CIFS] 2.2.4.64.2, [MS-SMB] 2.2.4.9.2 */
WYRE_API wyre_status wyre_smb1_nt_create_andx_response_decode(
    const uint8_t *in, size_t in_len, uint32_t at, uint32_t flags,
    wyre_smb1_nt_create_andx_response *out, size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff
 *   WYRE_E_RANGE  word_count is not 34, 42 or 50 */
WYRE_API wyre_status wyre_smb1_nt_create_andx_response_encode(
    const wyre_smb1_nt_create_andx_response *m, const uint8_t *src, size_t src_len, uint32_t at,
    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_nt_create_andx_response_visit(
    const wyre_smb1_nt_create_andx_response *m, const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

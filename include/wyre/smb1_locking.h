/* wyre/smb1_locking.h: LOCKING_ANDX, [MS-CIFS] 2.2.4.32. See wyre/smb1_body.h first. */
#ifndef WYRE_SMB1_LOCKING_H
#define WYRE_SMB1_LOCKING_H
#include <wyre/core.h>
#include <wyre/smb1_header.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- LOCKING_ANDX: [MS-CIFS] 2.2.4.32 ------------------------------------------------------- */

enum { /* type_of_lock */
       WYRE_SMB1_LOCK_SHARED = 0x01,
       WYRE_SMB1_LOCK_OPLOCK_RELEASE = 0x02, /* in a request of the server: an oplock break */
       WYRE_SMB1_LOCK_CHANGE_TYPE = 0x04,
       WYRE_SMB1_LOCK_CANCEL = 0x08,
       WYRE_SMB1_LOCK_LARGE_FILES = 0x10
};

enum { WYRE_SMB1_LOCKING_RANGE_SIZE = 10, WYRE_SMB1_LOCKING_RANGE64_SIZE = 20 };

typedef struct wyre_smb1_locking_andx_request {
    wyre_span
        unlocks; /* ranges, one behind the other: wyre_smb1_locking_range64 with LARGE_FILES, else wyre_smb1_locking_range */
    wyre_span locks;  /* ranges likewise */
    uint32_t timeout; /* milliseconds; ffffffff: for ever */
    uint16_t andx_offset;
    uint16_t fid;
    uint8_t andx_command; /* WYRE_SMB1_NO_ANDX_COMMAND: the chain ends here */
    uint8_t andx_reserved;
    uint8_t type_of_lock; /* bits WYRE_SMB1_LOCK_... */
    uint8_t new_oplock_level;
} wyre_smb1_locking_andx_request;

/* Decodes a LOCKING_ANDX request.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit, or at is inside the header
 *   WYRE_E_LENGTH  the words, ByteCount or the bytes that it counts go past in_len; the ranges go
 *                  past the bytes
 *   WYRE_E_VALUE   WordCount is not 8
 * [MS-CIFS] 2.2.4.32.1 */
WYRE_API wyre_status wyre_smb1_locking_andx_request_decode(const uint8_t *in, size_t in_len,
                                                           uint32_t at, uint32_t flags,
                                                           wyre_smb1_locking_andx_request *out,
                                                           size_t *n);

/* Encodes it. WYRE_OK, WYRE_E_SPACE, or
 *   WYRE_E_ARG    at is inside the header or above 0x7fffffff, or a span is not inside src
 *   WYRE_E_RANGE  unlocks or locks are no whole number of ranges; a part is longer than the field
 *                 that counts it */
WYRE_API wyre_status wyre_smb1_locking_andx_request_encode(const wyre_smb1_locking_andx_request *m,
                                                           const uint8_t *src, size_t src_len,
                                                           uint32_t at, uint8_t *out, size_t cap,
                                                           size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_locking_andx_request_visit(const wyre_smb1_locking_andx_request *m,
                                                          const wyre_visitor *v);

typedef struct wyre_smb1_locking_range {
    uint32_t byte_offset;
    uint32_t length_in_bytes;
    uint16_t pid;
    uint16_t unused; /* 0 */
} wyre_smb1_locking_range;

/* Decodes a range without LARGE_FILES.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 10
 * [MS-CIFS] 2.2.4.32.1 */
WYRE_API wyre_status wyre_smb1_locking_range_decode(const uint8_t *in, size_t in_len,
                                                    uint32_t flags, wyre_smb1_locking_range *out,
                                                    size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_locking_range_encode(const wyre_smb1_locking_range *m,
                                                    const uint8_t *src, size_t src_len,
                                                    uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_locking_range_visit(const wyre_smb1_locking_range *m,
                                                   const wyre_visitor *v);

typedef struct wyre_smb1_locking_range64 {
    uint32_t byte_offset_high;
    uint32_t byte_offset_low;
    uint32_t length_in_bytes_high;
    uint32_t length_in_bytes_low;
    uint16_t pid;
    uint16_t pad;
} wyre_smb1_locking_range64;

/* Decodes a range with LARGE_FILES.
 * WYRE_OK, or
 *   WYRE_E_ARG     flags has an undefined bit
 *   WYRE_E_LENGTH  in_len is less than 20
 * [MS-CIFS] 2.2.4.32.1 */
WYRE_API wyre_status wyre_smb1_locking_range64_decode(const uint8_t *in, size_t in_len,
                                                      uint32_t flags,
                                                      wyre_smb1_locking_range64 *out, size_t *n);

/* Encodes it. WYRE_OK or WYRE_E_SPACE. */
WYRE_API wyre_status wyre_smb1_locking_range64_encode(const wyre_smb1_locking_range64 *m,
                                                      const uint8_t *src, size_t src_len,
                                                      uint8_t *out, size_t cap, size_t *n);

/* Tells `v` its fields. WYRE_OK. */
WYRE_API wyre_status wyre_smb1_locking_range64_visit(const wyre_smb1_locking_range64 *m,
                                                     const wyre_visitor *v);

#ifdef __cplusplus
}
#endif
#endif

/* wyre/ftp_transfer.h: what goes over the data connection, and who is to speak on the other one. RFC
 * 959 3.1.1.1, 3.1.2.2, 3.4, 3.5 and 5.4. */
#ifndef WYRE_FTP_TRANSFER_H
#define WYRE_FTP_TRANSFER_H
#include <wyre/core.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- Steps --------------------------------------------------------------------------------------
 * A codec of this file is fed with any pieces of input and fills any pieces of output. It stops when
 * the input is used up, the output is full, or something ended that `descriptor` tells. Then it is
 * called again with what is left. Same parameters for all of them:
 *   in    in_len bytes; NULL only when in_len is 0
 *   out   cap bytes; NULL only when cap is 0
 *   step  filled on OK, zeroed on anything else */

/* descriptor: RFC 959 3.4.2 */
enum {
    WYRE_FTP_END_OF_RECORD = 0x80,
    WYRE_FTP_END_OF_FILE = 0x40,
    WYRE_FTP_SUSPECT_DATA = 0x20,
    WYRE_FTP_RESTART_MARKER = 0x10
};

typedef struct wyre_ftp_step {
    uint32_t used;      /* bytes of in that were taken */
    uint32_t made;      /* bytes of out that were written */
    uint8_t descriptor; /* bits of the block, string or record that ended with this step; else 0 */
    uint8_t is_marker;  /* 1: the bytes made are a restart marker, no data; the marker is complete
                           when descriptor has RESTART_MARKER */
    uint8_t unused[2];  /* 0 */
} wyre_ftp_step;

/* ---- Block mode: RFC 959 3.4.2 --------------------------------------------------------------- */

enum { WYRE_FTP_BLOCK_HEADER_SIZE = 3 };

typedef struct wyre_ftp_block {
    uint16_t count;     /* bytes of data behind the header */
    uint8_t descriptor; /* bits; the low four are 0 */
    uint8_t unused;     /* 0 */
} wyre_ftp_block;

/* The header of one block.
 *   n  on OK 3
 * WYRE_OK, WYRE_E_ARG: flags is not 0, WYRE_E_LENGTH: in_len is less than 3, or WYRE_E_VALUE: one of
 * the low four bits of the descriptor is set. */
WYRE_API wyre_status wyre_ftp_block_decode(const uint8_t *in, size_t in_len, uint32_t flags,
                                           wyre_ftp_block *out, size_t *n);
/* WYRE_OK, WYRE_E_SPACE, or WYRE_E_RANGE: such a bit is set. */
WYRE_API wyre_status wyre_ftp_block_encode(const wyre_ftp_block *m, const uint8_t *src,
                                           size_t src_len, uint8_t *out, size_t cap, size_t *n);
WYRE_API wyre_status wyre_ftp_block_visit(const wyre_ftp_block *m, const wyre_visitor *v);

/* All zero at the start; its fields are for the library alone. */
typedef struct wyre_ftp_block_reader {
    uint32_t left; /* bytes of the block to come */
    uint8_t header[3];
    uint8_t have;  /* bytes of the header that are there */
    uint8_t ended; /* END_OF_FILE was the last thing */
    uint8_t unused[3];
} wyre_ftp_block_reader;

/* Takes blocks apart. Behind END_OF_FILE the next file may follow.
 * WYRE_OK, or WYRE_E_VALUE: a descriptor with one of its low four bits; WYRE_E_TEXT: a restart marker
 * with a space or a byte that is not printable; WYRE_E_STATE: r was not made by this function. */
WYRE_API wyre_status wyre_ftp_block_read(wyre_ftp_block_reader *r, const uint8_t *in, size_t in_len,
                                         uint8_t *out, size_t cap, wyre_ftp_step *step);
/* The connection was closed. WYRE_OK: behind END_OF_FILE; WYRE_E_LENGTH: before. */
WYRE_API wyre_status wyre_ftp_block_closed(const wyre_ftp_block_reader *r);

/* Writes one block with as much of the input as fits: at most cap - 3 bytes, and 65535.
 *   descriptor  told of the block where it takes the input whole, else not written; 0: none
 * step->made is 0 where not even a header fits. step->descriptor is what was written.
 * WYRE_OK, or WYRE_E_RANGE: descriptor has another bit; a restart marker that read refuses. */
WYRE_API wyre_status wyre_ftp_block_write(uint8_t descriptor, const uint8_t *in, size_t in_len,
                                          uint8_t *out, size_t cap, wyre_ftp_step *step);

/* ---- Compressed mode: RFC 959 3.4.3 ---------------------------------------------------------- */

/* filler */
enum { WYRE_FTP_FILLER_ASCII = 0x20, WYRE_FTP_FILLER_EBCDIC = 0x40, WYRE_FTP_FILLER_IMAGE = 0x00 };

/* All zero at the start, but for filler; its other fields are for the library alone. */
typedef struct wyre_ftp_compressed_reader {
    uint8_t filler; /* WYRE_FTP_FILLER_... of the TYPE */
    uint8_t state;
    uint8_t left;    /* bytes of the string to come */
    uint8_t byte;    /* that is repeated */
    uint8_t pending; /* descriptor of the string to come */
    uint8_t ended;   /* END_OF_FILE was the last thing */
    uint8_t unused[2];
} wyre_ftp_compressed_reader;

/* Expands strings: at most 63 bytes come out of one.
 * WYRE_OK, or WYRE_E_VALUE: an escape without a bit, or with one of the low four; WYRE_E_TEXT and
 * WYRE_E_STATE as above. */
WYRE_API wyre_status wyre_ftp_compressed_read(wyre_ftp_compressed_reader *r, const uint8_t *in,
                                              size_t in_len, uint8_t *out, size_t cap,
                                              wyre_ftp_step *step);
/* The connection was closed. WYRE_OK: behind END_OF_FILE, also where no string followed its escape;
 * WYRE_E_LENGTH: before. */
WYRE_API wyre_status wyre_ftp_compressed_closed(const wyre_ftp_compressed_reader *r);

/* Compresses as much of the input as fits, whole strings only.
 *   filler      as above
 *   descriptor  written in front of the last string where the input fits whole, alone where it is
 *               empty, else not written; 0: none
 * step->made is 0 where not even one string fits: 130 bytes always suffice.
 * WYRE_OK, or WYRE_E_RANGE: descriptor has another bit; a restart marker that read refuses, or one that
 * is longer than one string, 127. */
WYRE_API wyre_status wyre_ftp_compressed_write(uint8_t filler, uint8_t descriptor,
                                               const uint8_t *in, size_t in_len, uint8_t *out,
                                               size_t cap, wyre_ftp_step *step);

/* ---- Record structure in stream mode: RFC 959 3.4.1 ------------------------------------------ */

/* All zero at the start. */
typedef struct wyre_ftp_record_reader {
    uint8_t escaped; /* FF was the last byte */
    uint8_t ended;
    uint8_t unused[2];
} wyre_ftp_record_reader;

/* FF 01 ends a record, FF 02 the file, FF 03 both, FF FF is FF. WYRE_OK, or WYRE_E_VALUE: another byte
 * behind FF. */
WYRE_API wyre_status wyre_ftp_record_read(wyre_ftp_record_reader *r, const uint8_t *in,
                                          size_t in_len, uint8_t *out, size_t cap,
                                          wyre_ftp_step *step);
/* As for blocks. */
WYRE_API wyre_status wyre_ftp_record_closed(const wyre_ftp_record_reader *r);
/* descriptor: END_OF_RECORD, END_OF_FILE, both or 0, written behind the input where that fits whole.
 * WYRE_OK, or WYRE_E_RANGE: another bit. */
WYRE_API wyre_status wyre_ftp_record_write(uint8_t descriptor, const uint8_t *in, size_t in_len,
                                           uint8_t *out, size_t cap, wyre_ftp_step *step);

/* ---- Lines of TYPE A: RFC 959 3.1.1.1 -------------------------------------------------------- */

/* All zero at the start. */
typedef struct wyre_ftp_ascii_reader {
    uint8_t cr; /* CR was the last byte, and is not written yet */
    uint8_t unused[3];
} wyre_ftp_ascii_reader;

/* From the wire: CR LF becomes LF, any other byte stays. Always WYRE_OK. */
WYRE_API wyre_status wyre_ftp_ascii_read(wyre_ftp_ascii_reader *r, const uint8_t *in, size_t in_len,
                                         uint8_t *out, size_t cap, wyre_ftp_step *step);
/* At the end of the file: writes the CR that waited, if one did; step->made is 0 or 1. WYRE_OK, or
 * WYRE_E_SPACE: cap is 0. */
WYRE_API wyre_status wyre_ftp_ascii_closed(wyre_ftp_ascii_reader *r, uint8_t *out, size_t cap,
                                           wyre_ftp_step *step);
/* To the wire: LF becomes CR LF, any other byte stays. Always WYRE_OK. */
WYRE_API wyre_status wyre_ftp_ascii_write(const uint8_t *in, size_t in_len, uint8_t *out,
                                          size_t cap, wyre_ftp_step *step);

/* ---- Dialogue: RFC 959 5.4, RFC 1123 4.1.2.11 ------------------------------------------------ */

enum { WYRE_FTP_PIPELINE_MAX = 16 }; /* commands without their reply */

/* All zero before the greeting; its fields are for the library alone. */
typedef struct wyre_ftp_dialogue {
    uint16_t command[16]; /* in order; the first is the one that is answered next */
    uint8_t count;
    uint8_t greeted;
    uint8_t started; /* the first command had its 1yz */
    uint8_t closing; /* 421, or the answer to QUIT, came */
    uint8_t lost;    /* a reply came that nobody asked for: no later one can be matched */
    uint8_t unused[3];
} wyre_ftp_dialogue;

/* event */
enum {
    WYRE_FTP_EVENT_GREETING = 1,
    WYRE_FTP_EVENT_STARTED = 2,  /* 1yz: another reply to the same command follows */
    WYRE_FTP_EVENT_ANSWERED = 3, /* 2yz, 4yz, 5yz: the command is done */
    WYRE_FTP_EVENT_CONTINUE = 4, /* 3yz: send the partner: PASS behind USER, RNTO behind RNFR */
    WYRE_FTP_EVENT_CLOSING = 5,  /* 421 at any time */
    WYRE_FTP_EVENT_TLS = 6,      /* 234 to AUTH: the next byte both ways is TLS */
    WYRE_FTP_EVENT_INJECTED = 7, /* as above, but plain bytes were sent behind it: hang up */
    WYRE_FTP_EVENT_REPEATED = 8, /* a second 1yz: may be the last one (pure-ftpd after ABOR) */
    WYRE_FTP_EVENT_UNASKED = 9   /* no command waits: the two sides have lost step */
};

typedef struct wyre_ftp_turn {
    uint16_t command; /* what was answered: WYRE_FTP_ABOR ..., 0 for verbs that are not listed */
    uint8_t event;    /* WYRE_FTP_EVENT_... */
    uint8_t waiting;  /* commands that still have no final reply */
} wyre_ftp_turn;

/* A command was sent.
 *   command  its number; 0: a verb that is not listed
 * WYRE_OK; WYRE_E_LIMIT: WYRE_FTP_PIPELINE_MAX commands wait; WYRE_E_STATE: the server is closing, or
 * step was lost. */
WYRE_API wyre_status wyre_ftp_dialogue_sent(wyre_ftp_dialogue *d, uint16_t command);
/* A reply came.
 *   code    100 to 699; a protected reply (63z) counts as what stands inside: give that code
 *   behind  how many bytes the client had received behind it in plain
 *   turn    filled always
 * WYRE_OK; WYRE_E_VALUE: code is out of bounds; WYRE_E_STATE: event INJECTED or UNASKED, or step was
 * lost before: replies must not be trusted any more. */
WYRE_API wyre_status wyre_ftp_dialogue_got(wyre_ftp_dialogue *d, uint16_t code, size_t behind,
                                           wyre_ftp_turn *turn);

#ifdef __cplusplus
}
#endif
#endif
